"""The month, table, actors and articles views as their readers meet them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest
from calendar_samples import KERRY, LAVROV, many
from playwright.sync_api import Browser, Page, expect

from timeline.model import When

from .conftest import Opener, served

pytestmark = [pytest.mark.browser, pytest.mark.slow]

VIEWS = ("month", "table", "actors", "articles")
WITHOUT = {"month": ".sheet", "table": "table.events tbody tr", "actors": "table.matrix", "articles": ".article-list"}


@pytest.fixture(scope="module")
def crowd() -> Iterator[str]:
    with served(many(400), "Crowd") as url:
        yield url


@pytest.fixture(scope="module")
def busy() -> Iterator[str]:
    """Nine events on one day."""
    made = many(9)
    day = date(2016, 8, 3)
    when = When("2016-08-03", day, day + timedelta(days=1), "2016-08-03", "explicit", "within")
    entries = tuple(replace(e, event=replace(e.event, when=when)) for e in made.entries)
    with served(replace(made, entries=entries)) as url:
        yield url


@pytest.fixture
def opened(open_page: Opener) -> Opener:
    """A function that opens a view and waits until it stands there."""

    def opener(url: str, search: str, **more: object) -> Page:
        page = open_page(f"{url}/{search}", drawn=False, **more)
        page.wait_for_selector("#view:not(:empty)")
        page.wait_for_selector("#summary:not(:empty)")
        return page

    return opener


def violations(page: Page, axe: str) -> list[tuple[str, list[str]]]:
    page.evaluate(axe)
    return page.evaluate(
        """async () => (await axe.run()).violations
            .map(v => [v.id, v.nodes.slice(0, 3).map(n => n.html.slice(0, 160))])"""
    )


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("view", VIEWS)
def test_no_view_shuts_anybody_out(several: str, opened: Opener, axe: str, view: str, scheme: str) -> None:
    page = opened(several, f"?view={view}&event=e8", scheme=scheme)
    expect(page.locator(WITHOUT[view]).first).to_be_visible()
    assert violations(page, axe) == []


@pytest.mark.parametrize("search", ["?view=month&day=2016-08-03", "?view=articles&article=000&event=e8", "?view=table"])
def test_nor_on_a_small_screen(several: str, opened: Opener, axe: str, search: str) -> None:
    page = opened(several, search, width=390, height=844)
    assert violations(page, axe) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("size", [(390, 844), (1024, 700), (3840, 2160)])
def test_nothing_is_wider_than_the_screen(crowd: str, opened: Opener, view: str, size: tuple[int, int]) -> None:
    page = opened(crowd, f"?view={view}", width=size[0], height=size[1])
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]


def test_tabs_lead_from_view_to_view_and_back(one: str, open_page: Opener) -> None:
    page = open_page(one)
    page.get_by_role("link", name="Month", exact=True).click()
    expect(page.locator(".month-name")).to_have_text("July 2016")
    expect(page.locator("#chart")).not_to_be_in_viewport()
    page.keyboard.press("3")
    expect(page.locator("table.events tbody tr")).to_have_count(9)
    page.go_back()
    expect(page.locator(".month-name")).to_be_visible()
    page.go_back()
    expect(page.locator("#chart")).to_be_visible()
    expect(page.locator("#view")).to_be_empty()


def test_the_month_says_why_it_is_this_one_and_stays_when_an_event_is_chosen(one: str, opened: Opener) -> None:
    page = opened(one, "?view=table&event=e8")
    page.get_by_role("link", name="Month", exact=True).click()
    expect(page.locator(".month-name")).to_have_text("August 2016")  # that of the event
    page = opened(one, "?view=month")
    expect(page.locator(".month-why")).to_have_text("the month of the article")
    page.locator(".sheet .spell").last.click()
    expect(page.locator("#details .date")).to_be_visible()
    page.reload()
    expect(page.locator(".month-name")).to_have_text("July 2016")
    expect(page.locator(".month-why")).to_have_count(0)


def test_the_month_turns_opens_a_day_and_an_event(one: str, opened: Opener) -> None:
    page = opened(one, "?view=month")
    page.keyboard.press("]")
    expect(page.locator(".month-name")).to_have_text("August 2016")
    bar = page.locator(".sheet .spell", has_text="Third round").first
    expect(bar).to_have_class(re.compile("within.*hoped"))
    bar.click()
    expect(page.locator("#details h2")).to_have_text("Third round of intra-Syrian talks")
    expect(bar).to_have_attribute("aria-current", "true")
    page.get_by_role("button", name=re.compile("Thursday 25 August 2016")).click()
    expect(page.locator("#day")).to_contain_text("Third round of intra-Syrian talks")
    page.get_by_role("link", name="Close the day").click()
    expect(page.locator("#day")).to_have_count(0)
    page.get_by_text("Go to month").click()
    page.get_by_role("link", name=re.compile("March 2016")).click()
    expect(page.locator(".sheet")).to_contain_text("Lavrov meets Kerry in Moscow")


def test_a_crowded_day_says_how_many_more(busy: str, opened: Opener) -> None:
    page = opened(busy, "?view=month")
    more = page.locator(".week .more a")
    expect(more).to_have_text("+5 more")
    more.click()
    expect(page.locator("#day li")).to_have_count(9)


def test_the_table_sorts_pages_and_chooses_columns(crowd: str, opened: Opener) -> None:
    page = opened(crowd, "?view=table&dates=all")
    rows = page.locator("table.events tbody tr")
    expect(rows).to_have_count(50)
    page.get_by_role("columnheader", name="Event").get_by_role("link").click()
    expect(page.get_by_role("columnheader", name="Event")).to_have_attribute("aria-sort", "ascending")
    names = [name.casefold() for name in page.locator("td.title").all_inner_texts()]
    assert names == sorted(names)
    page.get_by_role("link", name="Page 2").click()
    expect(page.locator(".table-bar")).to_contain_text("Events 51–100 of 400")
    page.get_by_text("Columns", exact=True).click()
    page.get_by_role("checkbox", name="Sentence").click()
    expect(page.get_by_role("columnheader", name="Sentence")).to_be_visible()
    page.locator("td.title a").first.click()
    expect(page.locator("#details .date")).to_be_visible()


def test_two_who_meet_are_shown_on_a_click(one: str, opened: Opener) -> None:
    page = opened(one, "?view=actors")
    page.get_by_role("link", name=re.compile("^John Kerry and Sergei Lavrov: ")).first.click()
    expect(page.locator("#summary")).to_have_text(re.compile("^3 of 9 events"))
    assert f"actor={KERRY}".replace(":", "%3A") in page.url
    assert f"actor={LAVROV}".replace(":", "%3A") in page.url
    assert "mode=all" in page.url
    page.get_by_role("link", name="countries and bodies").click()
    expect(page.locator(".matrix")).not_to_contain_text("Kerry")


def test_words_and_calendar_lead_to_one_another(several: str, opened: Opener) -> None:
    page = opened(several, "?view=articles")
    page.get_by_role("link", name=re.compile("Envoys hopeful")).click()
    talks = page.locator("#read a.event", has_text="talks").first
    talks.click()
    expect(page.locator("#details h2")).to_have_text("Third round of intra-Syrian talks")
    expect(page.locator("#read .sentence.marked")).to_contain_text("towards the end of August")
    page.locator(".told a", has_text="Lavrov meets Kerry").click()
    expect(page.locator("#read .sentence.marked")).to_contain_text("in Moscow on March 24, 2016")
    page.locator("#read a.of-time", has_text="towards the end of August").click()
    expect(page.locator("#details .date")).to_have_text("21–31 August 2016")


def test_a_phone_shows_the_sentence_and_not_the_details_over_it(several: str, opened: Opener) -> None:
    page = opened(several, "?view=table&event=e8", width=390, height=844)
    page.get_by_role("link", name="Read in the article").click()
    expect(page.locator("#read .sentence.marked")).to_be_in_viewport()
    expect(page.locator("#details")).to_be_hidden()
    page.locator("#read .sentence.marked a.event").first.click()
    expect(page.locator("#details")).to_be_visible()


def test_details_lead_on_and_away(one: str, opened: Opener) -> None:
    page = opened(one, "?view=month&month=2016-03&event=e1")
    details = page.locator("#details")
    details.get_by_role("link", name=re.compile("^Next: ")).click()
    expect(details.locator("h2")).not_to_have_text("Lavrov meets Kerry in Moscow")
    details.get_by_role("link", name=re.compile("^Before: 24 Mar 2016")).click()
    expect(page.locator(".month-name")).to_have_text("March 2016")
    expect(details.locator("h2")).to_have_text("Lavrov meets Kerry in Moscow")
    details.get_by_role("link", name="John Kerry").click()
    expect(page.locator("#chips")).to_contain_text("John Kerry")
    address = details.get_by_role("button", name="Copy link").get_attribute("data-link")
    page.goto(f"{one}/{address}")
    expect(details.locator("h2")).to_have_text("Lavrov meets Kerry in Moscow")
    expect(page.locator("#chips")).to_be_empty()
    expect(page.locator(".month-name")).to_have_text("March 2016")


def test_dates_are_typed_as_people_write_them_and_taken_off(one: str, opened: Opener) -> None:
    page = opened(one, "?view=table")
    first, last = (page.get_by_label(name, exact=True) for name in ("from", "to"))
    first.fill("someday")
    first.press("Enter")
    expect(page.locator("#wrong-day")).to_contain_text("“someday” is no date: write a day as 3 Feb 2016")
    expect(first).to_have_attribute("aria-invalid", "true")
    first.fill("1 aug")  # of the year that is shown
    first.press("Enter")
    expect(page.locator("#summary")).to_have_text(re.compile("^3 of|^3 events"))
    assert "from=2016-08-01" in page.url
    expect(first).to_have_value("1 Aug 2016")
    expect(page.locator("#wrong-day")).to_be_empty()
    last.fill("Aug 2016")
    last.press("Enter")
    expect(last).to_have_value("31 Aug 2016")
    page.get_by_role("link", name="Any date").click()
    expect(page.locator("table.events tbody tr")).to_have_count(9)
    expect(first).to_have_value("")


def test_a_table_opens_at_the_row_that_an_address_names(several: str, opened: Opener) -> None:
    last = opened(several, "?view=table&dates=all").locator("td.title a").last.get_attribute("data-event")
    page = opened(several, f"?view=table&dates=all&event={last}")
    expect(page.locator(f'td.title a[data-event="{last}"]')).to_be_in_viewport()


def test_a_view_is_kept_under_a_name(one: str, opened: Opener) -> None:
    page = opened(one, "?view=table&status=hoped&sort=title")
    page.get_by_text("Save this view").click()
    expect(page.get_by_label("Name of this view")).to_be_focused()
    page.get_by_label("Name of this view").fill("Hopes")
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="Hopes", exact=True)).to_have_attribute("aria-current", "true")
    expect(page.get_by_role("link", name="Hopes", exact=True)).to_be_in_viewport()
    expect(page.get_by_label("Name of this view")).to_be_hidden()
    page.goto(one)
    page.get_by_role("link", name="Hopes", exact=True).click()
    expect(page.locator("table.events tbody tr")).to_have_count(3)
    assert "status=hoped" in page.url
    page.get_by_role("button", name="Forget the view Hopes").click()
    expect(page.locator("#saved-list li")).to_have_count(0)


def test_what_lies_on_other_dates_is_told(several: str, opened: Opener) -> None:
    page = opened(several, "?view=table&from=2030-01-01&to=2030-02-01&text=talks")
    page.get_by_role("link", name=re.compile("more events? on other dates")).click()
    expect(page.locator("table.events tbody tr").first).to_be_visible()


def test_who_acts_on_other_dates_is_told(one: str, opened: Opener) -> None:
    page = opened(one, "?view=table&from=2016-03-20&to=2016-03-26")
    find = page.get_by_label("Find an actor")
    find.fill("gatilov")
    expect(page.get_by_text("Not on the dates shown:")).to_be_visible()
    page.get_by_role("link", name="Gennady Gatilov").click()
    expect(page.locator("#chips")).to_contain_text("Gennady Gatilov")
    expect(page.locator("table.events tbody tr").first).to_be_visible()


@pytest.mark.parametrize(
    ("view", "inside"), [("table", "table.events"), ("month", ".view .agenda"), ("actors", ".pairs")]
)
def test_nothing_is_cut_on_a_tablet(several: str, opened: Opener, view: str, inside: str) -> None:
    page = opened(several, f"?view={view}&dates=all", width=768, height=1024)
    part = page.locator(inside).first
    expect(part).to_be_visible()
    box = part.bounding_box()
    assert box
    assert box["x"] + box["width"] <= 768


def test_a_month_is_a_list_by_day_on_a_phone(one: str, opened: Opener) -> None:
    page = opened(one, "?view=month&month=2016-08", width=390)
    expect(page.locator(".sheet")).to_be_hidden()
    days = page.locator(".view .agenda")
    expect(days.get_by_role("heading")).to_have_text(["Monday 1", "Sunday 21"])
    days.get_by_role("link", name=re.compile("Third round of intra-Syrian talks")).click()
    expect(page.locator("#details .date")).to_have_text("21–31 August 2016")


def test_a_server_that_fails_is_told(browser: Browser, one: str) -> None:
    page = browser.new_page()  # its console complains, rightly
    page.goto(f"{one}/?view=table")
    page.wait_for_selector("#view:not(:empty)")
    page.route(re.compile("_dash-update|drawing[?]"), lambda route: route.abort())
    page.get_by_role("link", name="Actors", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("The server does not answer")
    page.unroute_all()
    page.get_by_role("button", name="Load again").click()
    expect(page.locator("table.matrix")).to_be_visible()
    expect(page.get_by_role("alert")).to_be_hidden()
    page.close()


def test_a_sheet_is_printed_without_what_is_clicked(one: str, opened: Opener) -> None:
    page = opened(one, "?view=month&month=2016-08")
    page.emulate_media(media="print")
    expect(page.locator(".sheet")).to_be_visible()
    expect(page.locator(".tabs")).to_be_hidden()
    expect(page.locator(".side.left")).to_be_hidden()
    assert page.pdf().startswith(b"%PDF")


def test_bad_values_in_an_address_are_said(one: str, opened: Opener) -> None:
    page = opened(one, "?view=table&status=great")
    expect(page.locator("#notices")).to_contain_text("Not understood in the address, and left out: status=great")
    page.get_by_role("link", name="Tidy the address").click()
    expect(page.locator("#notices")).to_be_empty()
    assert "great" not in page.url


def test_the_keys_are_told_and_the_hint_only_once(one: str, open_page: Opener) -> None:
    page = open_page(one)
    hint = page.locator(".hint")
    expect(hint).to_be_visible()
    hint.get_by_role("button", name="Got it").click()
    expect(hint).to_be_hidden()
    page.reload()
    page.wait_for_selector('#stage[data-drawn="yes"]', state="attached")
    expect(hint).to_be_hidden()
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_contain_text("search titles and sentences")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    page.keyboard.press("/")
    expect(page.locator("#text")).to_be_focused()
