"""Adding articles through the page: files, text, a page; looked at before they are kept."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from calendar_samples import seed
from playwright.sync_api import Page, expect

from dashboard.adding import Adder
from timeline.engine import Engine
from timeline.model import Article, Record
from timeline.readers.fetch import Fetched
from timeline.store import Store

from .conftest import Opener, served

pytestmark = [pytest.mark.browser, pytest.mark.slow]

MET = (
    "The foreign ministers of Norway and Chile met in Bern on 3 May 2016 and will sign a treaty in Oslo in early June."
)
PAGE = f"""<!DOCTYPE html><html lang="en"><head><title>Ministers meet</title>
<meta property="article:published_time" content="2016-05-04T08:00:00Z"></head>
<body><article><h1>Ministers meet</h1><p>{MET}</p><p>{MET.replace("Norway", "Sweden")}</p></article></body></html>"""


class Slow(Engine):
    """Reads without a hurry, so that there is something to stop."""

    def read(self, article: Article) -> Record:
        if "slow" in article.id:
            time.sleep(0.7)
        return super().read(article)


def fetch(url: str) -> Fetched:
    return Fetched(PAGE.encode(), url, "text/html")


@pytest.fixture(scope="module")
def reader() -> Slow:
    made = Slow()
    assert made.nlp  # loaded before anybody waits for it
    return made


@pytest.fixture
def store(tmp_path: Path) -> Store:
    kept = Store(str(tmp_path / "a.db"))
    kept.add([seed()])
    return kept


@pytest.fixture
def site(store: Store, reader: Slow) -> Iterator[str]:
    with served(store, edits=True, adder=Adder(reader, "test", fetch)) as url:
        yield url


def begin(page: Page) -> None:
    page.get_by_role("button", name="Add articles").click()
    expect(page.get_by_role("dialog", name="Add articles")).to_be_visible()


def test_files_are_read_looked_at_and_kept_and_a_bad_one_is_named(
    site: str, store: Store, open_page: Opener, tmp_path: Path
) -> None:
    (tmp_path / "page.html").write_text(PAGE)
    (tmp_path / "note.txt").write_text("The ministers agreed on Tuesday to meet again in Geneva.")
    (tmp_path / "word.docx").write_bytes(b"PK\x03\x04")
    page = open_page(site)
    begin(page)
    page.locator(".dialog input[type=file]").set_input_files(
        [tmp_path / n for n in ("page.html", "note.txt", "word.docx")]
    )
    expect(page.locator(".found > li")).to_have_count(2)
    expect(page.locator(".failed li")).to_contain_text(
        "word.docx: this is a Word file or a zip archive: save its text as .txt"
    )
    first, second = page.locator(".found > li").all()
    expect(first).to_contain_text("Ministers meet")
    expect(first).to_contain_text("stated by the page itself")
    expect(first.get_by_label("Published")).to_have_value("4 May 2016")
    expect(first).to_contain_text(re.compile("3 May 2016: .*(Norway|Sweden)"))
    expect(second).to_have_class(re.compile("unsure"))
    expect(second).to_contain_text("Give the day if you know it")
    published = second.get_by_label("Published")
    published.fill("May 2016")
    published.press("Enter")
    expect(published).to_have_accessible_description(re.compile("“May 2016” is more than one day"))
    page.get_by_role("button", name="Add 2 articles").click()
    expect(published).to_be_focused()
    assert not store.added()
    published.fill("5 May 2016")
    published.press("Enter")
    expect(second.locator(".why")).to_have_text(re.compile("^Thursday, 5 May 2016 · given by "))
    expect(published).not_to_have_attribute("aria-invalid", "true")
    expect(second).not_to_have_class(re.compile("unsure"))
    assert [a.id for a in store.articles()] == ["seed"]
    page.get_by_role("button", name="Add 2 articles").click()
    expect(page.locator(".how-far")).to_have_text("2 articles added")
    page.get_by_role("button", name="Close", exact=True).click()
    expect(page.get_by_role("button", name="Add articles")).to_be_focused()
    assert {a.title or a.text[:13] for a in store.added()} == {"Ministers meet", "The ministers"}
    page.goto(f"{site}/?dates=all&text=Oslo")
    expect(page.locator("#summary")).to_contain_text("4 of 14 events")


def test_a_text_is_pasted_with_keys_alone(site: str, store: Store, open_page: Opener) -> None:
    page = open_page(site)
    page.get_by_role("button", name="Add articles").focus()
    page.keyboard.press("Enter")
    text = page.get_by_label("Or the text of an article")
    text.focus()
    page.keyboard.insert_text("Ministers meet in Bern\n\n" + MET)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Add the article")).to_be_focused()
    expect(page.locator(".found .title")).to_have_text("Ministers meet in Bern")
    expect(page.locator(".found .why")).to_contain_text("inferred")
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_be_hidden()
    assert [a.title for a in store.added()] == ["Ministers meet in Bern"]


def test_a_page_is_added_by_its_address_and_removed(site: str, store: Store, open_page: Opener) -> None:
    page = open_page(site)
    begin(page)
    page.get_by_label("The address of a page").fill("https://news.example/ministers")
    page.get_by_role("button", name="Fetch").click()
    page.get_by_role("button", name="Add the article").click()
    expect(page.get_by_role("dialog")).to_be_hidden()
    assert [a.url for a in store.added()] == ["https://news.example/ministers"]
    begin(page)
    page.get_by_role("button", name="Remove Ministers meet").click()
    expect(page.locator(".added li")).to_have_count(0)
    assert store.added() == ()


def test_long_work_says_how_far_it_is_and_can_be_stopped(
    site: str, store: Store, open_page: Opener, tmp_path: Path
) -> None:
    files = [tmp_path / f"slow{n}.txt" for n in range(9)]
    for file in files:
        file.write_text(f"{MET} And so on, {file.name}.")
    page = open_page(site)
    begin(page)
    page.locator(".dialog input[type=file]").set_input_files(files)
    expect(page.locator(".how-far")).to_contain_text("Reading 2 of 9")
    expect(page.get_by_role("progressbar")).to_be_visible()
    page.get_by_role("button", name="Stop").click()
    expect(page.locator(".how-far")).to_contain_text(re.compile("^Stopped: [2-5] of 9 read"))
    expect(page.get_by_role("button", name=re.compile("^Add [2-5] articles$"))).to_be_visible()
    page.keyboard.press("Escape")
    assert store.added() == ()


def test_files_may_be_dropped_anywhere(site: str, open_page: Opener) -> None:
    page = open_page(site)
    page.evaluate(
        """text => {
            const carried = new DataTransfer();
            carried.items.add(new File([text], "dropped.txt", { type: "text/plain" }));
            for (const kind of ["dragover", "drop"]) {
                document.querySelector("main").dispatchEvent(
                    new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer: carried }));
            }
        }""",
        MET,
    )
    expect(page.get_by_role("dialog", name="Add articles")).to_be_visible()
    expect(page.locator(".found > li")).to_have_count(1)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 390])
def test_adding_has_no_accessibility_fault(site: str, open_page: Opener, axe: str, scheme: str, width: int) -> None:
    page = open_page(site, scheme=scheme, width=width, drawn=width > 760, bypass_csp=True)
    page.evaluate(axe)
    begin(page)
    check = "() => axe.run().then(found => found.violations.map(v => [v.id, v.nodes[0].html]))"
    assert page.evaluate(check) == []
    page.get_by_label("Or the text of an article").fill("They met on Tuesday in Geneva, it was said.")
    page.get_by_role("button", name="Read the text").click()
    expect(page.get_by_role("button", name="Add the article")).to_be_visible()
    assert page.evaluate(check) == []
    assert page.evaluate(
        "() => document.querySelector('dialog').scrollWidth <= document.querySelector('dialog').clientWidth"
    )
