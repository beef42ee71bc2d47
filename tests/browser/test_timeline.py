"""The dashboard as its readers meet it: looked at, clicked, typed at, taken home."""

from __future__ import annotations

import re
import struct
from dataclasses import replace
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pytest
from calendar_samples import many, seed
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from timeline.drawing.themes import DARK, LIGHT
from timeline.model import Timeline
from timeline.timelines import gather

from .conftest import Opener, served

pytestmark = [pytest.mark.browser, pytest.mark.slow]

META = "calendarPage.chart()"
US = "?actor=country%3Aus"


def summary(page: Page, words: str | re.Pattern[str]) -> None:
    expect(page.locator("#summary")).to_have_text(words)


def titles(page: Page) -> list[str]:
    """The ids of the events in the chart, in the order of its rows."""
    return page.evaluate(f"() => {META}.hits.map(hit => hit[0])")


def row(page: Page, id_: str) -> tuple[float, float]:
    """The middle of an event's place in the chart, on the screen."""
    x, y = page.evaluate(
        """id => {
            const [, x0, x1, y0, y1] = calendarPage.chart().hits.find(hit => hit[0] === id);
            const box = document.querySelector('#chart').getBoundingClientRect();
            return [box.left + (x0 + x1) / 2, box.top + (y0 + y1) / 2];
        }""",
        id_,
    )
    return x, y


def choose(page: Page, id_: str) -> None:
    page.mouse.move(*row(page, id_))
    expect(page.locator("#stage .card")).to_be_visible()
    page.mouse.click(*row(page, id_))


def test_it_opens_on_the_calendar(one: str, open_page: Opener) -> None:
    page = open_page(one)
    summary(page, "9 events, January–August 2016")
    assert titles(page) == ["e5", "e1", "e3", "e2", "e4", "e6", "e7", "e8"]
    expect(page.locator("#tray")).to_contain_text("Meetings at technical level")
    expect(page.locator("#legend")).to_contain_text("then or shortly before")
    expect(page.locator("#subtitle")).to_have_text("Envoys hopeful as Syria contacts resume · 27 July 2016")


def test_a_filter_by_country_shows_its_people_and_offers_them(one: str, open_page: Opener) -> None:
    page = open_page(one)
    branch = page.locator("ul.actors > li", has=page.get_by_role("checkbox", name="United States, 8 events"))
    for name in ("John Kerry", "Michael Ratney", "Ash Carter", "Joseph Dunford"):
        expect(branch.get_by_text(name)).to_be_visible()
    page.get_by_role("checkbox", name="United States, 8 events").click()
    summary(page, re.compile("^8 of 9 events"))
    expect(page.locator("#chips")).to_contain_text("United States")
    expect(page.get_by_role("checkbox", name="United States, 8 events")).to_be_checked()
    assert page.url == f"{one}/{US}"
    page.wait_for_selector('#stage[data-drawn="yes"]')
    page.wait_for_timeout(300)
    assert titles(page) == ["e5", "e1", "e3", "e2", "e4", "e6", "e7"]
    expect(page.locator("#tray")).to_contain_text("Meetings at technical level")

    page.go_back()
    summary(page, "9 events, January–August 2016")
    page.go_forward()
    summary(page, re.compile("^8 of 9 events"))
    page.get_by_role("link", name="Reset").click()
    summary(page, "9 events, January–August 2016")


def test_the_address_reproduces_the_view(one: str, open_page: Opener) -> None:
    page = open_page(f"{one}/{US}&status=hoped&rows=type&event=e7")
    summary(page, re.compile("^2 of 9 events"))
    assert sorted(titles(page)) == ["e6", "e7"]
    expect(page.locator("#details h2")).to_have_text("US to declare cooperation plan with Russia")
    expect(page.get_by_role("link", name="by type")).to_have_attribute("aria-current", "true")
    expect(page.get_by_role("checkbox", name="hoped for, 2 events")).to_be_checked()


def test_an_event_opens_its_details(one: str, open_page: Opener) -> None:
    page = open_page(one)
    choose(page, "e8")
    details = page.locator("#details")
    expect(details.locator("h2")).to_have_text("Third round of intra-Syrian talks")
    expect(details.locator(".date")).to_have_text("21–31 August 2016")
    expect(details.locator("mark.time")).to_have_text("towards the end of August")
    expect(details.locator(".said.cue")).to_have_text("the aim is")
    expect(details.locator(".said.trigger")).to_have_text("talks")
    assert page.url.endswith("?event=e8")
    band = page.locator("#stage .band.chosen")
    expect(band).to_have_count(1)
    box = band.bounding_box()
    assert box
    assert box["y"] < row(page, "e8")[1] < box["y"] + box["height"]
    details.get_by_text("Read in the article").click()
    expect(page.locator("#read .sentence.marked")).to_contain_text("third round")
    expect(page.locator("#read .sentence.marked")).to_be_in_viewport()
    page.go_back()
    expect(band).to_have_count(1)
    page.keyboard.press("Escape")
    expect(details.locator("h2")).to_have_text("Choose an event")
    expect(band).to_have_count(0)


def test_an_event_of_several_lanes_is_lit_in_all(one: str, open_page: Opener) -> None:
    page = open_page(f"{one}/?rows=actor&event=e8")
    expect(page.locator("#stage .band.chosen")).to_have_count(3)


def test_an_undated_event_opens_from_the_tray(one: str, open_page: Opener) -> None:
    page = open_page(one)
    page.get_by_role("link", name="Meetings at technical level").click()
    expect(page.locator("#details .date")).to_have_text("No date given")
    expect(page.locator("#details .status")).to_have_text("planned")


def test_the_keyboard_reaches_every_event(one: str, open_page: Opener) -> None:
    page = open_page(one)
    page.keyboard.press("Tab")
    expect(page.locator("a.skip")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#stage")).to_be_focused()
    for _ in range(3):
        page.keyboard.press("ArrowDown")
    expect(page.locator("#live")).to_contain_text("Progress on the plan, Kerry says")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    expect(page.locator("#details h2")).to_have_text("Lavrov meets Kerry in Moscow")
    page.keyboard.press("+")
    page.wait_for_url(re.compile("from="))
    page.keyboard.press("Escape")
    expect(page.locator("#details h2")).to_have_text("Choose an event")


def test_the_keys_are_the_charts_where_nothing_else_has_the_focus(one: str, open_page: Opener) -> None:
    page = open_page(one, height=1100)  # nothing to scroll
    page.keyboard.press("ArrowDown")
    expect(page.locator("#live")).to_contain_text("2016")
    page.keyboard.press("Enter")
    expect(page.locator("#details .date")).to_be_visible()
    page.goto(one)
    page.wait_for_selector('#stage[data-drawn="yes"]')
    page.set_viewport_size({"width": 1440, "height": 500})
    page.keyboard.press("ArrowDown")  # a long page scrolls
    page.wait_for_function("() => scrollY > 0")
    expect(page.locator("#stage .band.under")).to_have_count(0)
    page.keyboard.press("ArrowRight")
    page.wait_for_url(re.compile("from="))


def test_a_choice_keeps_the_focus_and_takes_the_space_bar(one: str, open_page: Opener) -> None:
    page = open_page(one)
    page.get_by_role("checkbox", name="Russia, 6 events").focus()
    page.keyboard.press(" ")
    summary(page, re.compile("^6 of 9 events"))
    focused = page.evaluate("() => document.activeElement.getAttribute('aria-label')")
    assert focused == "Russia, 6 events"
    page.keyboard.press(" ")
    summary(page, "9 events, January–August 2016")


def test_light_and_dark(one: str, open_page: Opener) -> None:
    page = open_page(one, scheme="dark")
    ink = "() => document.querySelector('#drawn > g:last-of-type').getAttribute('fill')"
    assert page.evaluate(ink) == DARK.ink
    page.locator("#theme").click()
    page.wait_for_function(f"ink => ({ink})() === ink", arg=LIGHT.ink)
    assert page.evaluate("() => getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    page.reload()
    page.wait_for_selector('#stage[data-drawn="yes"]')
    assert page.evaluate(ink) == LIGHT.ink


def test_a_small_screen_has_a_list(one: str, open_page: Opener) -> None:
    page = open_page(one, width=390, height=844, drawn=False)
    expect(page.locator("#agenda ol li")).to_have_count(8)
    expect(page.locator("#chart")).to_be_hidden()
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 390
    page.get_by_role("link", name="Third round of intra-Syrian talks").click()
    expect(page.locator("#details .date")).to_be_visible()
    page.get_by_role("link", name="Close the details").click()
    expect(page.locator("#details")).to_be_hidden()
    expect(page.get_by_role("checkbox", name="Russia, 6 events")).to_be_hidden()
    page.get_by_role("button", name="Filters").click()
    page.get_by_role("checkbox", name="Russia, 6 events").click()
    expect(page.locator("#agenda ol li")).to_have_count(5)


@pytest.mark.parametrize("kind", ["png", "svg"])
def test_the_export_says_the_same_as_the_screen(one: str, open_page: Opener, tmp_path: Path, kind: str) -> None:
    page = open_page(f"{one}/{US}")
    page.locator("details.export summary").click()
    with page.expect_download() as waited:
        page.get_by_role("link", name=kind.upper()).click()
    path = tmp_path / waited.value.suggested_filename
    waited.value.save_as(path)
    assert path.name == f"united-states-january-august-2016.{kind}"
    data = path.read_bytes()
    if kind == "png":
        assert data.startswith(b"\x89PNG")
        width, height = struct.unpack(">II", data[16:24])
        assert width == 2400
        assert height > 900
        return
    markup = data.decode()
    shown = page.evaluate(f"() => {META}.hits.map(hit => hit[5])")
    for title in shown:
        assert title in markup
    assert "United States, January–August 2016" in markup
    assert "8 events" in markup


def test_dragging_moves_in_time(one: str, open_page: Opener) -> None:
    page = open_page(one)
    x, y = row(page, "e1")
    page.mouse.move(x, y + 4)
    page.mouse.down()
    page.mouse.move(x - 100, y + 4, steps=5)
    page.mouse.move(x - 200, y + 4, steps=5)
    page.mouse.up()
    page.wait_for_url(re.compile(r"from=2016-\d\d-\d\d&to=2016-1"))
    summary(page, re.compile("^8 of|^8 events|^9"))


def test_the_overview_is_a_brush(several: str, open_page: Opener) -> None:
    page = open_page(several)
    box = page.locator("#stage .brush").bounding_box()
    assert box
    page.mouse.move(box["x"] + 20, box["y"] + 20)
    page.mouse.down()
    page.mouse.move(box["x"] + 120, box["y"] + 20, steps=4)
    expect(page.locator("#stage .shade")).to_be_visible()
    page.mouse.up()
    page.wait_for_url(re.compile(r"from=201[56]-\d\d-\d\d&to=2016-"))
    expect(page.get_by_role("link", name=re.compile("^Later: "))).to_be_visible()
    page.go_back()
    page.wait_for_url(re.compile(r"/$"))


def test_the_first_article_is_in_front_and_the_rest_within_reach(several: str, open_page: Opener) -> None:
    page = open_page(several)
    assert titles(page)[:8] == ["e5", "e1", "e3", "e2", "e4", "e6", "e7", "e8"]
    assert len(titles(page)) > 8
    later = page.get_by_role("link", name=re.compile("^Later: "))
    assert int(re.sub(r"\D", "", later.get_attribute("aria-label") or "")) > 0
    page.get_by_role("link", name="All dates").click()
    summary(page, re.compile("^69 events"))
    page.get_by_role("link", name="Dates of the first article").click()
    page.wait_for_url(re.compile("/$"))


def test_a_long_chart_keeps_its_axis_and_legend_in_sight(several: str, open_page: Opener) -> None:
    page = open_page(f"{several}/?dates=all&rows=actor")
    names = page.locator("#stage .names > div")
    expect(names).to_be_hidden()
    page.mouse.move(700, 500)
    page.mouse.wheel(0, 900)
    expect(names).to_be_visible()
    expect(names).to_contain_text("Jan 2016")
    expect(page.locator("#legend")).to_be_in_viewport()
    page.mouse.wheel(0, -2000)
    expect(names).to_be_hidden()
    page.get_by_role("link", name=re.compile("without a date")).click()
    expect(page.locator("#tray")).to_be_in_viewport()


def test_no_page_of_paper_ends_in_the_middle_of_a_row(several: str, open_page: Opener) -> None:
    page = open_page(f"{several}/?dates=all&rows=actor")
    page.evaluate("() => dispatchEvent(new Event('beforeprint'))")
    edges = page.evaluate(
        "() => [...document.querySelectorAll('.slices > svg, .rows svg')]"
        ".map(s => [s.viewBox.baseVal.y, s.viewBox.baseVal.height])"
    )
    assert len(edges) > 20
    for (top, high), (after, _) in pairwise(edges):
        assert top + high == after
    words = page.evaluate("() => [...document.querySelectorAll('#printed text')].map(t => Number(t.getAttribute('y')))")
    assert len(words) > 60
    assert not [y for y in words for top, _ in edges if y - 10 < top < y]  # from above a letter to its foot
    page.evaluate("() => dispatchEvent(new Event('afterprint'))")
    expect(page.locator(".slices")).to_have_count(0)
    printed = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True)))
    assert "69 events" in printed.pages[0].extract_text()
    assert len(printed.pages) > 2
    for number, sheet in enumerate(printed.pages[:-1], start=1):  # the last may hold no more than the legend
        assert "Jan 2016" in sheet.extract_text(), number
    assert "some day within" in printed.pages[-1].extract_text()  # the legend is open on paper


def test_paper_has_the_chart_in_light_colours_whatever_the_screen(one: str, open_page: Opener) -> None:
    page = open_page(one, width=390, height=844, scheme="dark", drawn=False)
    page.wait_for_selector("#agenda li")
    page.evaluate("() => dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print", color_scheme="dark")
    expect(page.locator("#agenda")).to_be_hidden()
    expect(page.locator(".slices .rows svg").first).to_be_visible()
    assert "#14171f" in page.locator("#printed").inner_html()  # ink for light paper
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    page.evaluate("() => dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen", color_scheme="dark")
    expect(page.locator("#agenda")).to_be_visible()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != "rgb(255, 255, 255)"


@pytest.mark.parametrize(("view", "whole"), [("month", ".sheet"), ("table", ".events thead")])
def test_paper_has_month_and_table_as_a_wide_screen_has_them(
    one: str, open_page: Opener, view: str, whole: str
) -> None:
    page = open_page(f"{one}/?view={view}&month=2016-07", width=390, height=844, drawn=False)
    page.wait_for_selector("#view:not(:empty)", state="attached")
    page.emulate_media(media="print")
    expect(page.locator(whole)).to_be_visible()
    expect(page.locator("#view .narrow-block")).to_have_count(1 if view == "month" else 0)
    assert not [block for block in page.locator("#view .narrow-block").all() if block.is_visible()]


def test_an_address_cannot_say_how_the_screen_looks(one: str, open_page: Opener) -> None:
    page = open_page(f"{one}/?theme=light&width=300&narrow=yes", scheme="dark")
    drawn = page.locator("#drawn").inner_html()
    assert "#eceef2" in drawn  # ink for a dark page
    assert "#14171f" not in drawn
    assert page.evaluate(f"() => {META}.width") > 600


def test_a_chart_has_the_room_of_the_details_until_an_event_is_chosen(one: str, open_page: Opener) -> None:
    page = open_page(one, width=1280)
    expect(page.locator(".side.right")).to_be_hidden()
    page.wait_for_function(f"() => {META}.width === document.querySelector('main .bar').clientWidth")  # drawn for it
    wide = page.evaluate(f"() => {META}.width")
    assert page.locator("#legend .signs").bounding_box()["height"] <= 2 * 25
    page.locator("#stage").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator(".side.right")).to_be_visible()
    page.wait_for_function(f"() => {META}.width < {wide - 200}")


def test_words_are_searched_and_actors_found(one: str, open_page: Opener) -> None:
    page = open_page(one)
    page.get_by_label("Search titles and sentences").fill("talks")
    page.wait_for_url(re.compile("text=talks"))
    summary(page, re.compile("^1 of 9 events"))
    page.get_by_role("link", name="Remove the filter “talks”").click()
    summary(page, "9 events, January–August 2016")
    expect(page.get_by_label("Search titles and sentences")).to_have_value("")
    page.get_by_label("Find an actor").fill("ratn")
    expect(page.get_by_role("checkbox", name=re.compile("Ratney"))).to_be_visible()
    expect(page.get_by_role("checkbox", name=re.compile("Syria"))).to_be_hidden()
    page.get_by_label("Find an actor").fill("zzz")
    expect(page.get_by_text("No actor of this name.")).to_be_visible()


def test_where_nothing_fits_there_is_a_way_out(one: str, open_page: Opener) -> None:
    page = open_page(f"{one}/?status=denied", drawn=False)
    expect(page.get_by_text("No event fits these filters.")).to_be_visible()
    page.get_by_role("link", name="Take all filters off").click()
    summary(page, "9 events, January–August 2016")
    page.wait_for_selector('#stage[data-drawn="yes"]')


def test_the_articles_beside_the_chart_can_be_read(several: str, open_page: Opener) -> None:
    page = open_page(several)
    page.locator("#details").get_by_role("link", name="Envoys hopeful").click()
    expect(page.locator("#read")).to_be_visible()
    assert "view=articles" in page.url


def test_an_empty_store_is_no_error(open_page: Opener) -> None:
    with served(Timeline()) as url:
        page = open_page(url, drawn=False)
        expect(page.get_by_text("No articles yet.")).to_be_visible()
        expect(page.get_by_role("button", name="Add articles")).to_have_count(0)  # nobody may, here
        expect(page.locator("#summary")).not_to_be_empty()  # the last answer of the server


def test_no_text_of_an_article_becomes_markup(open_page: Opener) -> None:
    record = seed()
    bad = "<img src=x onerror=\"document.title='run'\"><b>bold</b> %{x} &amp; <a href='javascript:1'>y</a>"
    event = replace(record.events[0], title=bad)
    article = replace(record.article, title=bad, source=bad)
    actors = tuple(replace(actor, name=bad) for actor in record.actors)
    made = gather([replace(record, article=article, events=(event,), actors=actors)])
    with served(made) as url:
        page = open_page(f"{url}/?event={event.id}&text=img")
        page.mouse.move(*row(page, event.id))
        expect(page.locator("#stage .card .title")).to_have_text(bad)
        expect(page.locator("#details h2")).to_have_text(bad)
        assert page.title() == "Diplomatic calendar"
        assert page.locator("img[src=x]").count() == 0
        assert page.locator("#chart a[href^='javascript']").count() == 0


LABELS = """() => {
  const chart = document.querySelector('#chart').getBoundingClientRect();
  return [...document.querySelectorAll('#chart text')].map(t => {
    const b = t.getBoundingClientRect();
    return [b.left - chart.left, b.top - chart.top, b.right - chart.left, b.bottom - chart.top, t.textContent];
  }).filter(b => b[2] > 0 && b[0] < chart.width);
}"""


@pytest.mark.parametrize("width", [800, 1100, 1440, 1920])
@pytest.mark.parametrize("query", ["?dates=all", "?dates=all&rows=actor"])
def test_labels_are_whole_and_apart_in_the_browser(open_page: Opener, width: int, query: str) -> None:
    with served(many(40, long=True)) as url:
        page = open_page(url + "/" + query, width=width)
        page.wait_for_timeout(400)
        room = page.evaluate("() => document.querySelector('#stage').clientWidth")
        found = page.evaluate(LABELS)
        assert len(found) > 40
        for left, _, right, _, words in found:
            assert left >= -1.5, words
            assert right <= room + 1.5, words
        for index, a in enumerate(found):
            for b in found[index + 1 :]:
                across = min(a[2], b[2]) - max(a[0], b[0])
                down = min(a[3], b[3]) - max(a[1], b[1])
                assert across < 1 or down < 5, (a, b)  # line boxes are taller than letters


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1440])
@pytest.mark.parametrize("query", ["", "?event=e8&actor=country%3Aus", "?status=denied"])
def test_no_accessibility_fault(one: str, open_page: Opener, axe: str, scheme: str, width: int, query: str) -> None:
    page = open_page(f"{one}/{query}", scheme=scheme, width=width, drawn=False, bypass_csp=True)
    page.wait_for_selector("#summary:not(:empty)")
    page.wait_for_selector("#tools:not(:empty)")
    page.wait_for_timeout(600)
    page.evaluate(axe)
    faults = page.evaluate(
        "async () => (await axe.run()).violations.map(v => [v.id, v.nodes.map(n => n.html.slice(0, 160))])"
    )
    assert faults == []


def test_the_page_is_light(one: str, open_page: Opener) -> None:
    page = open_page(one)
    sizes = dict(page.evaluate("() => performance.getEntriesByType('resource').map(e => [e.name, e.encodedBodySize])"))
    assert sum(sizes.values()) < 1_800_000, sorted(sizes.items(), key=lambda item: -item[1])[:5]
