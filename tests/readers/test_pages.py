"""Web pages and PDF documents as articles."""

from __future__ import annotations

import io
from datetime import date

import pytest
from pypdf import PdfReader, PdfWriter
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from timeline.model import Failure
from timeline.published import published
from timeline.readers import read

STORY = (
    "BERN - The foreign ministers of Norway and Chile met in Bern on Tuesday and agreed to hold more talks.",
    "“We will sign the agreement in Oslo on 3 June,” the Norwegian minister said after a meeting of four hours.",
    "The two countries had broken off their talks in March, after a quarrel over fishing grounds.",
)
PAGE = """<!DOCTYPE html><html lang="en"><head><title>Ministers Meet in Bern - The Daily Example</title>
<meta property="og:site_name" content="The Daily Example">{date}
<link rel="canonical" href="https://news.example/a/ministers"></head><body>
<nav><a href="/">Home</a> <a href="/w">World</a></nav><h1>Ministers Meet in Bern</h1><article>{story}</article>
<aside><h2>Read more</h2><ul><li><a href="/x">Ten things to eat in spring 2014</a></li></ul></aside>
<footer>Copyright 2005-2019 The Daily Example</footer></body></html>"""
STATED = '<meta property="article:published_time" content="2019-05-14T08:00:00Z">'


def page(stated: str = STATED) -> bytes:
    return PAGE.format(date=stated, story="".join(f"<p>{p}</p>" for p in STORY)).encode()


def document(*lines: str, title: str = "") -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    canvas.setTitle(title)
    for number, line in enumerate(lines):
        canvas.drawString(60, 780 - 16 * number, line)
    canvas.save()
    return out.getvalue()


def article(path):
    (found,) = read([str(path)])
    assert not isinstance(found.what, Failure), found.what
    return found.what


@pytest.mark.parametrize("name", ["bern.html", "bern.htm", "bern.txt"])
def test_a_web_page_gives_its_story_and_what_it_says_of_itself(tmp_path, name):
    (tmp_path / name).write_bytes(page())
    found = article(tmp_path / name)
    assert found.text == "\n".join(STORY)
    assert (found.id, found.title, found.source) == ("bern", "Ministers Meet in Bern", "The Daily Example")
    assert (found.published, found.url) == (date(2019, 5, 14), "https://news.example/a/ministers")
    when = published(found, ())
    assert (when.origin, when.reason) == ("metadata", "stated by the page itself")


def test_a_page_that_states_no_date_has_none(tmp_path):
    (tmp_path / "bern.html").write_bytes(page(""))
    found = article(tmp_path / "bern.html")
    assert (found.published, found.note) == (None, None)  # not the footer's years, nor the other story's


def test_a_sidecar_knows_better_than_the_page(tmp_path):
    (tmp_path / "bern.html").write_bytes(page())
    (tmp_path / "bern.meta.json").write_text('{"published": "2019-05-15", "source": "Wire"}')
    found = article(tmp_path / "bern.html")
    assert (found.published, found.source, found.title) == (date(2019, 5, 15), "Wire", "Ministers Meet in Bern")
    assert published(found, ()).origin == "given"


def test_a_page_in_another_language_says_so(tmp_path):
    (tmp_path / "bern.html").write_bytes(page().replace(b'lang="en"', b'lang="de-CH"'))
    assert article(tmp_path / "bern.html").language == "de-CH"


def test_a_pdf_gives_its_text_with_words_put_together(tmp_path):
    (tmp_path / "bern.pdf").write_bytes(
        document("The foreign ministers of Norway and Chile met in Bern, and the minis-", "ters agreed.", title="Bern")
    )
    found = article(tmp_path / "bern.pdf")
    assert found.text == "The foreign ministers of Norway and Chile met in Bern, and the ministers agreed."
    assert (found.id, found.title, found.published) == ("bern", "Bern", None)  # the day of a file is not the story's


def test_a_pdf_is_called_what_stands_above_its_story_and_not_what_a_program_called_it(tmp_path):
    data = document(
        "Ministers Meet in Bern", "", "The ministers met in Bern on Tuesday, it was said.", title="untitled"
    )
    (tmp_path / "bern.pdf").write_bytes(data)
    assert article(tmp_path / "bern.pdf").title == "Ministers Meet in Bern"


def locked(data: bytes) -> bytes:
    writer = PdfWriter()
    writer.append(PdfReader(io.BytesIO(data)))
    writer.encrypt("secret", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (document("They met in Bern on Tuesday.")[:600], "damaged"),
        (document(), "holds pictures and no text"),
        (locked(document("They met in Bern on Tuesday.")), "locked with a password"),
    ],
)
def test_a_pdf_that_cannot_be_read_says_why(tmp_path, data, why):
    (tmp_path / "a.pdf").write_bytes(data)
    (found,) = read([str(tmp_path)])
    assert isinstance(found.what, Failure)
    assert why in found.what.error
    assert found.what.error.startswith(f"{tmp_path}/a.pdf: this PDF ")


def test_a_folder_is_searched_for_all_of_them(tmp_path):
    (tmp_path / "a.html").write_bytes(page())
    (tmp_path / "b.pdf").write_bytes(document("They met in Bern on Tuesday."))
    (tmp_path / "c.txt").write_text("They met.")
    (tmp_path / "d.png").write_bytes(b"no article")
    assert [i.what.id for i in read([str(tmp_path)])] == ["a", "b", "c"]
