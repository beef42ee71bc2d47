"""What is taken away from the page, each file opened again."""

from __future__ import annotations

import csv
import io
import json
import re
import struct
import zipfile
from pathlib import Path

import pytest
from icalendar import Calendar
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from timeline.writers import FORMATS

from .conftest import Opener

pytestmark = [pytest.mark.browser, pytest.mark.slow]

US = "?actor=country%3Aus"


def taken(page: Page, name: str, folder: Path) -> Path:
    """The file that an item of the menu gives, kept in a folder."""
    menu = page.locator("details.export")
    if menu.get_attribute("open") != "":
        menu.locator("summary").click()
    with page.expect_download() as waited:
        page.get_by_role("link", name=name).click()
    path = folder / waited.value.suggested_filename
    waited.value.save_as(path)
    return path


@pytest.mark.parametrize("kind", FORMATS)
def test_every_format_comes_from_the_menu_and_says_what_the_screen_says(
    one: str, open_page: Opener, tmp_path: Path, kind: str
) -> None:
    page = open_page(f"{one}/{US}")
    path = taken(page, FORMATS[kind].name, tmp_path)
    assert path.name == f"united-states-january-august-2016.{FORMATS[kind].suffix}"
    data = path.read_bytes()
    if kind == "png":
        assert struct.unpack(">II", data[16:24])[0] == 2400
    elif kind == "pdf":
        (sheet,) = PdfReader(io.BytesIO(data)).pages
        assert "United States, January–August 2016 8 events" in " ".join(sheet.extract_text().split())
    elif kind == "ics":
        events = Calendar.from_ical(data).walk("VEVENT")
        assert {str(e["uid"]) for e in events} == {f"e{n}@timeline" for n in range(1, 8)}
    elif kind == "csv":
        assert len(list(csv.DictReader(io.StringIO(data.decode())))) == 8
    elif kind in ("json", "timelinejs"):
        assert len(json.loads(data)["events"]) == (8 if kind == "json" else 7)  # the undated is on no timeline
    elif kind == "timeml":
        assert zipfile.ZipFile(io.BytesIO(data)).namelist() == ["seed.tml"]
    else:
        markup = data.decode()
        assert "Lavrov meets Kerry in Moscow" in markup
        assert "Third round of intra-Syrian talks" not in markup


def test_size_sharpness_and_colours_are_pressed_in_the_menu(one: str, open_page: Opener, tmp_path: Path) -> None:
    page = open_page(one)
    page.locator("details.export summary").click()
    for group, choice in (("Size", "Slide"), ("Pixels", "1×"), ("Colours", "Dark")):
        button = page.get_by_role("group", name=group).get_by_role("button", name=choice)
        button.focus()
        page.keyboard.press("Enter")
        expect(button).to_have_attribute("aria-pressed", "true")
    data = taken(page, "Picture (PNG)", tmp_path).read_bytes()
    assert struct.unpack(">II", data[16:24]) == (1280, 720)
    page.locator("details.export summary").click()
    page.get_by_role("group", name="Size").get_by_role("button", name="A4").click()
    (sheet,) = PdfReader(taken(page, "Document (PDF)", tmp_path)).pages
    assert sorted(round(float(side)) for side in sheet.mediabox[2:]) == [595, 842]


def test_the_address_to_subscribe_to_is_copied(one: str, open_page: Opener) -> None:
    page = open_page(f"{one}/{US}", permissions=["clipboard-read", "clipboard-write"])
    page.locator("details.export summary").click()
    page.get_by_role("button", name="Copy the address to subscribe to").click()
    expect(page.locator("[data-subscribe]")).to_have_text(re.compile("^Copied: http"))  # in sight: the menu stays
    expect(page.locator("#live")).to_contain_text("Copied: http")
    page.wait_for_function("() => navigator.clipboard.readText().then(words => words.includes('calendar.ics'))")
    copied = page.evaluate("() => navigator.clipboard.readText()")
    assert copied == f"{one}/calendar.ics{US}"
    answer = page.request.get(copied)
    assert len(Calendar.from_ical(answer.body()).walk("VEVENT")) == 7


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_web_page_works_without_a_network(
    one: str, open_page: Opener, browser: Browser, axe: str, tmp_path: Path, scheme: str
) -> None:
    path = taken(open_page(one), FORMATS["html"].name, tmp_path)
    complaints: list[str] = []
    context = browser.new_context(
        offline=True, viewport={"width": 390, "height": 844}, color_scheme=scheme, bypass_csp=True
    )
    page = context.new_page()
    page.on("console", lambda said: complaints.append(said.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on(
        "request", lambda sent: complaints.append(sent.url) if not sent.url.startswith(("file:", "data:")) else None
    )
    page.goto(path.as_uri())
    expect(page.locator("li.event")).to_have_count(9)
    page.evaluate("() => document.fonts.ready")
    assert page.evaluate("() => document.fonts.check('600 16px Inter')")
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 390
    page.locator(f"svg.{scheme} a").first.focus()
    page.keyboard.press("Enter")
    chosen = page.locator("li.event:target")
    expect(chosen).to_be_in_viewport()
    page.evaluate(axe)
    faults = page.evaluate("() => axe.run().then(found => found.violations.map(v => v.id + ': ' + v.nodes[0].html))")
    assert faults == []
    assert complaints == []
    context.close()
