"""Correcting through the page: with the mouse, with keys alone, on a small screen, and back again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from calendar_samples import LAVROV, seed
from playwright.sync_api import Browser, Locator, Page, expect

from timeline.store import Store

from .conftest import Opener, served

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture
def store(tmp_path: Path) -> Store:
    kept = Store(str(tmp_path / "a.db"))
    kept.add([seed()])
    return kept


@pytest.fixture
def site(store: Store) -> Iterator[str]:
    with served(store, edits=True) as url:
        yield url


def dialog(page: Page, name: str) -> None:
    expect(page.get_by_role("dialog", name=name)).to_be_visible()


def field(page: Page, name: str) -> Locator:
    """A field of the form that is open."""
    return page.locator(".dialog label", has=page.get_by_text(name, exact=True)).locator("input, select")


def titles(page: Page) -> str:
    return str(page.evaluate("""() => JSON.stringify(calendarPage.chart().hits)"""))


def test_a_date_is_corrected_marked_undone_and_survives_reading_again(
    site: str, store: Store, open_page: Opener
) -> None:
    page = open_page(f"{site}/?event=e6")
    page.get_by_role("button", name="Correct…").click()
    dialog(page, "Correct this event")
    expect(field(page, "When")).to_have_value("1–10 August 2016")
    expect(page.locator("#date-read")).to_have_text("As it stands: some day within 1–10 August 2016")
    field(page, "When").fill("soonish")
    expect(page.locator("#date-read")).to_contain_text("no date that can be read")
    page.get_by_role("dialog").get_by_role("button", name="Save").click()
    expect(page.get_by_role("dialog").get_by_role("alert")).to_be_empty()  # said once, at its field
    expect(field(page, "When")).to_be_focused()
    expect(field(page, "When")).to_have_attribute("aria-invalid", "true")
    expect(field(page, "When")).to_have_accessible_description(re.compile("no date that can be read"))
    field(page, "When").fill("early September 2016")
    expect(page.locator("#date-read")).to_have_text("Read as: 1–10 September 2016, some day within")
    expect(field(page, "When")).not_to_have_attribute("aria-invalid", "true")
    page.get_by_label("If that is several days, it").select_option("throughout")
    expect(page.locator("#date-read")).to_have_text("Read as: 1–10 September 2016, throughout")
    field(page, "When").fill("3 August 2016")
    expect(page.locator("#date-read")).to_have_text("Read as: Wednesday 3 August 2016")
    page.locator(".dialog select[name=status]").select_option("planned")
    field(page, "Why? (kept with the change, for yourself and others)").fill("the ministry’s diary")
    page.get_by_role("dialog").get_by_role("button", name="Save").click()
    expect(page.get_by_role("dialog")).to_be_hidden()
    details = page.locator("#details")
    expect(details.locator(".date")).to_have_text("3 August 2016")
    expect(details.locator(".edited")).to_contain_text("Edited by hand: status and date")
    expect(details.locator(".edited")).to_contain_text("read as: 1–10 August 2016; hoped for")
    expect(page.locator("#live")).to_contain_text("date now 3 Aug 2016")
    expect(page.get_by_role("button", name="Correct…")).to_be_focused()

    store.add([seed()])  # read again
    page.reload()
    expect(details.locator(".date")).to_have_text("3 August 2016")

    page.get_by_role("button", name="Changes").click()
    dialog(page, "What was changed by hand")
    page.get_by_role("button", name=re.compile("^Undo")).click()
    expect(details.locator(".date")).to_have_text("1–10 August 2016")
    expect(details.locator(".edited")).to_have_count(0)
    page.get_by_role("button", name=re.compile("^Make again")).click()
    expect(details.locator(".date")).to_have_text("3 August 2016")
    expect(page.get_by_role("dialog")).to_contain_text("In the calendar’s own store")
    with page.expect_download() as waited:
        page.get_by_role("link", name="Save all as a file").click()
    assert waited.value.suggested_filename == "corrections.json"
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    assert "event=e6" in page.url  # Escape closed the form and nothing else


def test_actors_are_taken_out_and_added_with_keys_alone(site: str, store: Store, open_page: Opener) -> None:
    page = open_page(f"{site}/?event=e1")
    page.get_by_role("button", name="Correct…").focus()
    page.keyboard.press("Enter")
    dialog(page, "Correct this event")
    page.get_by_role("button", name="Take out John Kerry").focus()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Add a name").focus()
    page.keyboard.press("Enter")
    page.keyboard.type("League of Clerks")
    kind = page.locator("dialog .kind:visible select")
    expect(kind).to_be_visible()
    kind.select_option("organisation")
    field(page, "Title").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(page.locator("#details .who")).to_contain_text("League of Clerks")
    event = next(e.event for e in store.timeline().entries if e.id == "e1")
    assert [p.id for p in event.actors] == [LAVROV, "organisation:league-of-clerks"]


def test_what_is_wrong_in_a_form_stands_at_its_field(site: str, open_page: Opener) -> None:
    page = open_page(site)
    page.get_by_role("button", name="Changes").click()
    page.get_by_role("button", name="Add an event").click()
    dialog(page, "Add an event")
    field(page, "Title").fill("Clerks meet")
    address = page.get_by_label("Where they stand (address of a page)")
    address.fill("nowhere")
    page.keyboard.press("Enter")
    expect(address).to_be_focused()
    expect(address).to_have_accessible_description("the address of a page begins with https:// or http://")
    address.fill("https://example.org/")
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_be_hidden()


def test_an_event_is_hidden_and_brought_back(site: str, open_page: Opener) -> None:
    page = open_page(f"{site}/?event=e1")
    page.get_by_role("button", name="Hide…").click()
    dialog(page, "Hide this event")
    page.get_by_role("button", name="Hide", exact=True).click()
    expect(page.locator("#summary")).to_contain_text("8 events")
    page.get_by_role("button", name="Changes").click()
    page.get_by_role("button", name=re.compile("^Undo")).click()
    page.get_by_role("button", name="Close", exact=True).click()
    expect(page.locator("#summary")).to_contain_text("9 events")


def test_what_was_done_is_undone_where_it_is_said(site: str, open_page: Opener) -> None:
    page = open_page(f"{site}/?event=e1")
    page.get_by_role("button", name="Hide…").click()
    dialog(page, "Hide this event")
    page.get_by_role("button", name="Hide", exact=True).click()
    expect(page.locator("#summary")).to_contain_text("8 events")
    expect(page).not_to_have_url(re.compile("event="))  # it is chosen no more
    expect(page.locator("main")).not_to_contain_text("is not among these articles")
    page.locator(".done").get_by_role("button", name="Undo").click()
    expect(page.locator("#summary")).to_contain_text("9 events")
    expect(page.locator(".done")).to_contain_text("Taken back")


def test_what_was_done_is_undone_with_keys_alone(site: str, open_page: Opener) -> None:
    page = open_page(f"{site}/?event=e6")
    for keys in (["Tab"] * 4 + ["Enter"], ["Control+z"]):
        page.get_by_role("button", name="Correct…").focus()
        page.keyboard.press("Enter")
        dialog(page, "Correct this event")
        field(page, "Title").fill("Kerry to speak")
        page.keyboard.press("Enter")
        expect(page.locator("#details h2")).to_have_text("Kerry to speak")
        expect(page.get_by_role("button", name="Correct…")).to_be_focused()
        for key in keys:
            page.keyboard.press(key)
        expect(page.locator("#details h2")).to_have_text("Kerry to say what the two sides can do")
        assert page.evaluate("() => document.activeElement !== document.body")


def test_a_server_that_is_gone_is_said_where_a_form_was_asked_for(store: Store, browser: Browser) -> None:
    with served(store, edits=True) as url:
        page = browser.new_page()
        page.goto(f"{url}/?event=e6")
        page.get_by_role("button", name="Correct…").wait_for()
    page.get_by_role("button", name="Correct…").click()
    expect(page.locator(".done")).to_have_text("The server does not answer: is it still running?")
    page.close()


def test_all_changes_are_taken_back_and_made_again_at_once(store: Store, tmp_path: Path, open_page: Opener) -> None:
    with served(store, edits=True, kept_in=str(tmp_path / "a.db")) as url:
        page = open_page(url)
        for id_ in ("e1", "e2"):
            page.goto(f"{url}/?event={id_}")
            page.get_by_role("button", name="Hide…").click()
            page.get_by_role("button", name="Hide", exact=True).click()
            expect(page.get_by_role("dialog")).to_be_hidden()
        page.get_by_role("button", name="Changes").click()
        dialog(page, "What was changed by hand")
        expect(page.get_by_role("dialog").locator("code")).to_have_text(str(tmp_path / "a.db"))
        page.get_by_role("button", name="Undo all 2").click()
        expect(page.locator("#summary")).to_contain_text("9 events")
        expect(page.locator("#live")).to_have_text("Taken back: 2 changes")
        page.get_by_role("button", name="Make all 2 again").click()
        expect(page.locator("#summary")).to_contain_text("7 events")


def test_the_meaning_of_a_status_stands_below_it(site: str, open_page: Opener) -> None:
    page = open_page(f"{site}/?event=e6")
    page.get_by_role("button", name="Correct…").click()
    meaning = page.locator(".dialog .meaning")
    expect(meaning).to_have_text("Somebody aimed at it, wished for it or expected it.")
    page.locator(".dialog select[name=status]").select_option("denied")
    expect(meaning).to_have_text("Somebody says that it did not happen or will not.")


def test_a_correction_that_leaves_the_page_is_said_with_the_way_there(site: str, open_page: Opener) -> None:
    page = open_page(f"{site}/?view=table&from=2016-07-01&to=2016-09-01&event=e6", drawn=False)
    page.get_by_role("button", name="Correct…").click()
    dialog(page, "Correct this event")
    field(page, "When").fill("3 May 2019")
    expect(page.locator("#date-read")).to_have_text("Read as: Friday 3 May 2019")
    page.get_by_role("dialog").get_by_role("button", name="Save").click()
    expect(page.locator(".done")).to_contain_text("It lies outside the dates shown")
    page.locator(".done").get_by_role("link", name="Show it").click()
    expect(page.locator("table.events tr:has(a[aria-current]) .date")).to_contain_text("3 May 2019")


def test_two_events_are_merged_and_told_apart_and_one_is_split(site: str, store: Store, open_page: Opener) -> None:
    page = open_page(f"{site}/?event=e2")
    page.get_by_role("button", name="Merge with…").click()
    dialog(page, "Merge with another event")
    field(page, "Search for the other event").fill("trilateral")
    expect(page.locator("[data-others] input")).to_have_count(1)
    page.locator("[data-others] input").check()
    page.get_by_role("button", name="Merge", exact=True).click()
    expect(page.locator("#summary")).to_contain_text("8 events")
    expect(page).to_have_url(re.compile("event=(?!e2)"))  # the event into which it was merged
    page.get_by_role("button", name="Not the same…").click()
    dialog(page, "Tell apart from the others")
    page.get_by_role("button", name="Tell apart", exact=True).click()
    expect(page.locator("#summary")).to_contain_text("9 events")
    page.goto(f"{site}/?event=e8")
    page.get_by_role("button", name="Split in two…").click()
    dialog(page, "Split in two events")
    field(page, "Title").fill("Fourth round of intra-Syrian talks")
    page.get_by_role("button", name="Split", exact=True).click()
    expect(page.locator("#summary")).to_contain_text("10 events")
    page.wait_for_function("() => document.querySelector('#chart').textContent.includes('Fourth round')")
    assert "Fourth round" in titles(page)
    assert len(store.corrections()) == 3


def test_an_event_is_added_and_two_names_become_one_actor(site: str, store: Store, open_page: Opener) -> None:
    page = open_page(site)
    page.get_by_role("button", name="Changes").click()
    page.get_by_role("button", name="Add an event…").click()
    dialog(page, "Add an event")
    field(page, "Title").fill("Envoys meet in Bern")
    field(page, "When").fill("early September 2016")
    expect(page.locator("#date-read")).to_have_text("Read as: 1–10 September 2016, some day within")
    expect(page.locator("[name=status]")).to_have_value("occurred")
    expect(page.locator(".meaning")).to_contain_text("Taken from the date until you choose one.")
    page.locator("[name=status]").select_option("denied")
    expect(page.locator(".meaning")).not_to_contain_text("Taken from the date")
    field(page, "When").fill("early September 2099")
    expect(page.locator("#date-read")).to_contain_text("2099")
    expect(page.locator("[name=status]")).to_have_value("denied")
    page.get_by_role("button", name="Add", exact=True).click()
    expect(page.get_by_role("dialog")).to_be_hidden()
    page.get_by_role("button", name="Changes").click()
    page.get_by_role("button", name="Two names, one actor…").click()
    dialog(page, "Two names, one actor")
    field(page, "This name").fill("Michael Ratney")
    field(page, "is").fill("John Kerry")
    page.get_by_role("button", name="Make them one").click()
    expect(page.get_by_role("dialog")).to_be_hidden()
    assert "person:michael-ratney" not in store.timeline().actors
    assert [e.event.status for e in store.timeline().entries if e.event.title == "Envoys meet in Bern"] == ["denied"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 390])
def test_the_forms_have_no_accessibility_fault(site: str, open_page: Opener, axe: str, scheme: str, width: int) -> None:
    page = open_page(f"{site}/?event=e6", scheme=scheme, width=width, drawn=width > 760, bypass_csp=True)
    page.evaluate(axe)
    for name in ("Correct…", "Merge with…", "Hide…"):
        page.get_by_role("button", name=name).click()
        expect(page.get_by_role("dialog")).to_be_visible()
        faults = page.evaluate("() => axe.run().then(found => found.violations.map(v => [v.id, v.nodes[0].html]))")
        assert faults == [], name
        shown = "document.querySelector('dialog')"
        wide = page.evaluate(f"() => {shown}.scrollWidth - {shown}.clientWidth")
        assert wide <= 0
        page.keyboard.press("Escape")
        expect(page.get_by_role("dialog")).to_be_hidden()


def test_a_page_that_may_not_be_edited_shows_no_buttons(store: Store, open_page: Opener) -> None:
    with served(store) as url:
        page = open_page(f"{url}/?event=e6")
        expect(page.locator("#details .date")).to_be_visible()
        expect(page.get_by_role("button", name="Correct…")).to_have_count(0)
        expect(page.get_by_role("button", name="Changes")).to_have_count(0)
        expect(page.get_by_role("button", name="Add articles")).to_have_count(0)
