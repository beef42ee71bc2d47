"""Many events in the browser: the most salient named, densities to look into, quick steps in time, small answers."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from calendar_samples import many
from playwright.sync_api import Page, expect

from .conftest import Opener, served

pytestmark = [pytest.mark.browser, pytest.mark.slow]

META = "calendarPage.chart()"


@pytest.fixture(scope="module")
def hundreds() -> Iterator[str]:
    with served(many(700, days=3000), "Hundreds") as url:
        yield url


@pytest.fixture(scope="module")
def thousands() -> Iterator[str]:
    with served(many(6000, days=5000), "Thousands") as url:
        yield url


def test_a_mark_without_a_title_says_what_it_is_when_pointed_at(hundreds: str, open_page: Opener) -> None:
    page = open_page(f"{hundreds}/?dates=all")
    named = set(page.evaluate("() => [...document.querySelectorAll('#chart text')].map(t => t.textContent)"))
    assert len(named) > 20
    x, y = page.evaluate(
        f"""() => {{
            const box = document.querySelector('#chart').getBoundingClientRect();
            const [, x0, x1, y0, y1] = {META}.hits.find(hit => hit[2] - hit[1] < 40 && box.top + hit[3] > 300);
            return [box.left + (x0 + x1) / 2, box.top + (y0 + y1) / 2];
        }}"""
    )
    page.mouse.move(x, y)
    card = page.locator("#stage .card")
    expect(card).to_be_visible()
    expect(card.locator(".when")).not_to_be_empty()
    title = card.locator(".title").text_content()
    page.mouse.click(x, y)
    expect(page.locator("#details h2")).to_have_text(title or "")


def test_a_density_tells_its_counts_and_opens_on_a_click(thousands: str, open_page: Opener) -> None:
    page = open_page(f"{thousands}/?dates=all")
    expect(page.locator("#chart")).to_contain_text("Most salient")
    place, count, named = page.evaluate(
        f"""() => {{
            const box = document.querySelector('#chart').getBoundingClientRect();
            const {{ edges, lanes, names }} = {META}.density;
            const lane = lanes[0], at = 20;
            const spot = [box.left + (edges[at] + edges[at + 1]) / 2, box.top + lane[3] - 4];
            return [spot, lane[4 + at], [lane[0], names[at]]];
        }}"""
    )
    page.mouse.move(*place)
    card = page.locator("#stage .card")
    expect(card.locator(".title")).to_have_text(named[0])
    expect(card.locator(".when")).to_have_text(named[1])
    expect(card.locator(".kind")).to_have_text(f"{count} events")
    page.mouse.click(*place)
    page.wait_for_url(re.compile("from=.*to="))
    page.go_back()
    page.wait_for_url(re.compile(r"dates=all$"))


@pytest.mark.parametrize("rows", ["event", "packed", "actor", "type"])
def test_every_way_of_rows_is_drawn_and_in_the_address(thousands: str, open_page: Opener, rows: str) -> None:
    page = open_page(f"{thousands}/?dates=all&rows={rows}")
    lanes = page.evaluate(f"() => {META}.density.lanes.map(lane => lane[0])")
    assert ("Meeting" in lanes) is (rows == "type")
    words = "by type" if rows == "type" else "by actor"  # what is drawn of too many for marks of their own
    expect(page.get_by_role("link", name=words, exact=True)).to_have_attribute("aria-current", "true")
    off = page.get_by_role("link", name="one per event")
    expect(off).to_have_attribute("aria-disabled", "true")
    expect(off).to_have_accessible_description("(up to 60 events)")
    expect(page.get_by_text("(up to 60 events)")).to_be_visible()
    address = page.url
    off.focus()
    page.keyboard.press("Enter")
    off.click(force=True)
    assert page.url == address


def range_of(page: Page) -> float:
    return page.evaluate(f"() => {META}.pixel")


def test_the_wheel_zooms_at_once_and_the_server_draws_what_comes_in(thousands: str, open_page: Opener) -> None:
    page = open_page(f"{thousands}/?dates=all")
    before = range_of(page)
    box = page.locator("#chart").bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + 60)
    page.keyboard.down("Control")
    for _ in range(60):  # a busy browser makes one turn of several
        page.mouse.wheel(0, -120)
        page.wait_for_timeout(50)
        if range_of(page) < before / 3:
            break
    page.keyboard.up("Control")
    page.wait_for_url(re.compile("from=.*to="))
    page.wait_for_function(f"before => {META}.pixel < before / 3", arg=before)
    # what moved at once is put back when the server's drawing has come
    page.wait_for_function("() => document.querySelector('#chart svg').style.transform === ''")
    address = page.url
    page.keyboard.down("Shift")
    page.mouse.wheel(0, 300)
    page.keyboard.up("Shift")
    page.wait_for_function("before => location.href !== before", arg=address)


def test_the_chart_is_painted_before_what_stands_around_it_is_asked_for(hundreds: str, open_page: Opener) -> None:
    page = open_page(f"{hundreds}/?dates=all")
    page.wait_for_selector("#tools:not(:empty)")
    page.evaluate(
        """() => {
            window.order = [];
            const plain = window.fetch;
            window.fetch = (what, how) => {
                const body = String((how || {}).body || "");
                if (String(what).startsWith("drawing?")) window.order.push("drawing asked for");
                if (body.includes("summary.children")) window.order.push("words asked for");
                return plain(what, how);
            };
            new MutationObserver(() => window.order.push("painted")).observe(
                document.getElementById("stage"), { attributes: true, attributeFilter: ["data-drawn"] });
        }"""
    )
    box = page.locator("#chart").bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + 60)
    page.keyboard.down("Control")
    page.mouse.wheel(0, -120)  # one notch: the server is asked at once, and only once
    page.keyboard.up("Control")
    page.wait_for_function("() => window.order.includes('words asked for')")
    page.wait_for_timeout(400)
    assert page.evaluate("() => window.order") == ["drawing asked for", "painted", "words asked for"]


def test_no_answer_is_large(thousands: str, hundreds: str, open_page: Opener) -> None:
    for url in (thousands, hundreds):
        for query in ("?dates=all", "?dates=all&rows=actor", "?from=2018-01-01&to=2018-12-31"):
            page = open_page(f"{url}/{query}")
            sizes = page.evaluate(
                "() => performance.getEntriesByType('resource')"
                ".filter(e => /_dash-update|drawing[?]/.test(e.name)).map(e => e.decodedBodySize)"
            )
            assert sizes
            assert max(sizes) < 200_000


def test_the_keyboard_walks_through_a_crowd(hundreds: str, open_page: Opener) -> None:
    page = open_page(f"{hundreds}/?dates=all")
    page.locator("#stage").focus()
    page.keyboard.press("ArrowDown")
    expect(page.locator("#stage .band.under")).to_be_attached()
    expect(page.locator("#live")).to_contain_text(re.compile(r"\d{4}|reported"))
    page.keyboard.press("Enter")
    expect(page.locator("#details .date")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("query", ["?dates=all", "?dates=all&rows=type"])
def test_a_crowd_has_no_accessibility_fault(
    thousands: str, open_page: Opener, axe: str, scheme: str, query: str
) -> None:
    page = open_page(f"{thousands}/{query}", scheme=scheme, bypass_csp=True)
    page.wait_for_selector("#tools:not(:empty)")
    page.wait_for_timeout(400)
    page.evaluate(axe)
    assert (
        page.evaluate(
            "async () => (await axe.run()).violations.map(v => [v.id, v.nodes.map(n => n.html.slice(0, 160))])"
        )
        == []
    )
