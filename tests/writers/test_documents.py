"""PDF, web page, TimelineJS and TimeML: opened again and read."""

from __future__ import annotations

import io
import json
import re
import struct
import zipfile
from dataclasses import replace
from datetime import date
from xml.etree import ElementTree

import pytest
from calendar_samples import TODAY, US, many, seed, seed_timeline
from pypdf import PdfReader

from timeline import drawing
from timeline.corrections import Changes, Correction, Target, apply
from timeline.drawing import PAPERS
from timeline.drawing.lanes import LABELLED
from timeline.filters import Filters, select
from timeline.model import Timeline, When
from timeline.wording import precise
from timeline.writers import Wanted, write

SEED = seed_timeline()
POINTS = 0.75


def pages(timeline: Timeline, **look) -> list:
    return PdfReader(io.BytesIO(write(timeline, "pdf", Wanted(TODAY, "Kerry & Лавров – “talks”", **look)))).pages


def words(page) -> str:
    return " ".join(page.extract_text().split())


# ---------------------------------------------------------------- PDF


def test_the_pdf_is_one_page_that_says_all_that_the_picture_says():
    filters = Filters(actor=(US,))
    (page,) = pages(select(SEED, filters), filters=filters)
    said = words(page)
    for expected in ("Kerry & Лавров – “talks”", "8 events, January–August 2016 · United States", "No date given"):
        assert expected in said
    for expected in ("hoped for", "then or shortly before", "Example Wire", "drawn on 23 November 2026"):
        assert expected in said
    for entry in select(SEED, filters).entries:
        assert entry.event.title in said


def test_the_pdf_says_its_name_and_holds_its_fonts():
    reader = PdfReader(io.BytesIO(write(SEED, "pdf", Wanted(TODAY, "Seed"))))
    assert reader.metadata.title == "Seed"
    fonts = [f.get_object() for f in reader.pages[0]["/Resources"]["/Font"].values()]
    inter = [f for f in fonts if "Inter" in str(f["/BaseFont"])]
    assert inter
    assert all("/FontFile2" in f["/FontDescriptor"] for f in inter)


@pytest.mark.parametrize("paper", PAPERS)
def test_a_small_calendar_fits_one_sheet_of_any_paper(paper):
    (page,) = pages(SEED, paper=paper)
    size = sorted(float(side) for side in page.mediabox[2:])
    assert size == pytest.approx(sorted((PAPERS[paper].width * POINTS, PAPERS[paper].height * POINTS)), abs=0.5)
    assert all(entry.event.title in words(page) for entry in SEED.entries)


@pytest.mark.parametrize(("count", "paper"), [(260, "a4"), (450, "a3")])
def test_a_large_calendar_takes_as_many_pages_as_can_be_read_and_loses_nothing(count, paper):
    timeline = many(count)
    titled = [replace(e, event=replace(e.event, title=f"Meeting no{i}x")) for i, e in enumerate(timeline.entries)]
    found = pages(replace(timeline, entries=tuple(titled)), paper=paper)
    assert len(found) > 2
    told = [re.findall(r"Meeting no(\d+)x", words(page)) for page in found]
    assert sorted(int(n) for page in told for n in page) == list(range(count))
    for number, page in enumerate(found, start=1):
        assert f"(page {number} of {len(found)})" in words(page)


def test_each_page_names_the_sources_of_its_own_events():
    timeline = many(120, articles=4)
    titled = [replace(e, event=replace(e.event, title=f"Meeting no{i}x")) for i, e in enumerate(timeline.entries)]
    for page in pages(replace(timeline, entries=tuple(titled)), paper="a4"):
        here = {titled[int(n)].article for n in re.findall(r"Meeting no(\d+)x", words(page))}
        named = {f"a{n}" for n in re.findall(r"Article number (\d+), Example Wire", words(page))}
        assert named == here


def test_characters_the_font_lacks_stop_nothing():
    entry = SEED.entries[0]
    odd = replace(SEED, entries=(replace(entry, event=replace(entry.event, title="停戦 talks\x00\ud800 مفاوضات")),))
    assert "talks" in words(pages(odd)[0])


# ---------------------------------------------------------------- pictures


@pytest.mark.parametrize(("paper", "size"), [("slide", (1280, 720)), ("a4", (1123, 794)), ("a3", (1588, 1123))])
@pytest.mark.parametrize("scale", [1, 2])
def test_a_png_has_the_shape_of_the_paper(paper, size, scale):
    data = write(SEED, "png", Wanted(TODAY, "Seed", paper=paper, scale=scale))
    found = struct.unpack(">II", data[16:24])
    assert found == pytest.approx(tuple(side * scale for side in size), abs=2)


@pytest.mark.parametrize("rows", ["event", "actor"])
@pytest.mark.parametrize("paper", PAPERS)
def test_one_sheet_holds_what_can_be_read_on_it_and_counts_the_rest(paper, rows):
    timeline = many(120)
    titled = [replace(e, event=replace(e.event, title=f"Meeting no{i}x")) for i, e in enumerate(timeline.entries)]
    timeline = replace(timeline, entries=tuple(titled))
    svg = write(timeline, "svg", Wanted(TODAY, "Many", paper=paper, rows=rows)).decode()
    wide, canvas = (float(re.search(one, svg)[1]) for one in (r' width="([\d.]+)"', r'viewBox="0 0 ([\d.]+) '))
    assert wide / canvas >= PAPERS[paper].least
    drawn = {int(n) for n in re.findall(r"Meeting no(\d+)x", svg)}
    left = re.search(r"(\d+) more events? left out for lack of room", svg)
    assert len(drawn) + (int(left[1]) if left else 0) == len(titled)
    weights = [entry.event.salience for entry in titled]
    assert min(weights[n] for n in drawn) >= max((w for n, w in enumerate(weights) if n not in drawn), default=0)


def test_of_events_that_weigh_the_same_a_slide_shows_some_from_all_over():
    timeline = many(120)
    flat = [
        replace(e, event=replace(e.event, title=f"Meeting no{i}x", salience=0.7))
        for i, e in enumerate(timeline.entries)
    ]
    wanted = Wanted(TODAY, "Many", paper="slide")
    svg = write(replace(timeline, entries=tuple(flat)), "svg", wanted).decode()
    drawn = sorted({int(n) for n in re.findall(r"Meeting no(\d+)x", svg)})
    assert 30 < len(drawn) < 60  # several in a row
    assert drawn[0] < 20
    assert drawn[-1] > 90


def test_a_slide_shows_the_article_in_front_before_all_else():
    timeline = many(120, articles=20)
    svg = write(timeline, "svg", Wanted(TODAY, "Many", paper="slide", front="a3")).decode()
    own = [entry.event.title for entry in timeline.entries if entry.article == "a3"]
    assert len(own) == 6
    assert all(title in svg for title in own)


# ---------------------------------------------------------------- the page


@pytest.mark.parametrize("count", [9, 130, 401])
def test_on_paper_the_chart_of_the_page_stands_on_pages_of_its_own(count):
    timeline = many(count)
    html = write(timeline, "html", Wanted(TODAY, "Many")).decode()
    _, found, printed = html.partition('<div class="paper" aria-hidden="true">')
    if count > LABELLED:
        assert not found  # a chart that names not all of them: the list is enough
        return
    sheets = drawing.pages(timeline, "a4", title="Many", today=TODAY)
    assert printed.count("<svg ") == len(sheets)
    assert list(re.findall(r'<div class="(\w+)"><svg ', printed)) == [
        "across" if sheet.size[0] > sheet.size[1] else "upright" for sheet in sheets
    ]


def test_the_page_needs_nothing_else_and_says_everything():
    html = write(SEED, "html", Wanted(TODAY, "Seed <b>")).decode()
    assert "<script" not in html
    assert not re.findall(r'(?:src|href)="(?!#|data:)', html.split("<main>")[1])
    assert set(re.findall(r"url\((\w+):", html)) == {"data"}
    assert "<title>Seed &lt;b&gt;</title>" in html
    for entry in SEED.entries:
        assert f'id="event-{entry.id}"' in html
        assert entry.event.title in html
    for hit in re.findall(r'<a href="#([^"]+)"', html):
        assert f'id="{hit}"' in html
    assert "<mark>towards the end of August</mark>" in html
    assert "21–31 August 2016" in html


def test_the_page_shows_what_was_edited_and_every_source():
    made = [
        Correction("c1", "change", Target("e1"), changes=Changes(title="New title")),
        Correction("c2", "merge", Target("e2"), into=Target("e4")),
    ]
    html = write(apply(SEED, made), "html", Wanted(TODAY)).decode()
    assert "Edited by hand: title." in html
    assert html.split('id="event-e4"')[1].split("</li>")[0].count("<blockquote>") == 2


def test_no_link_of_the_page_runs_a_script():
    record = seed()
    for url, shown in (("javascript:alert(1)", False), ("https://example.org/a?b=1&c=2", True)):
        bad = replace(record, article=replace(record.article, url=url, title="<img src=x onerror=y>"))
        html = write(replace(SEED, records={"seed": bad}), "html", Wanted(TODAY)).decode()
        assert ("https://example.org/a?b=1&amp;c=2" in html) == shown
        assert "javascript:" not in html
        assert "<img" not in html


# ---------------------------------------------------------------- TimelineJS


def test_timelinejs_has_its_days_in_our_words():
    data = json.loads(write(SEED, "timelinejs", Wanted(TODAY, "Seed")))
    assert data["title"]["text"]["headline"] == "Seed"
    assert "1 event without a date left out" in data["title"]["text"]["text"]
    by_id = {event["unique_id"]: event for event in data["events"]}
    assert by_id.keys() == {e.id for e in SEED.entries if e.event.when.first}
    assert by_id["e8"]["start_date"] == {"year": 2016, "month": 8, "day": 21}
    assert by_id["e8"]["end_date"] == {"year": 2016, "month": 8, "day": 31}
    assert by_id["e8"]["display_date"] == "some day within 21–31 August 2016"
    assert "end_date" not in by_id["e1"]
    for entry in SEED.entries:
        if entry.id in by_id:
            assert by_id[entry.id]["display_date"] == precise(entry.event.when)


def test_timelinejs_has_the_hour():
    at = "2016-05-04T09:30:00", "2016-05-04T17:00:00"
    when = When(None, date(2016, 5, 4), date(2016, 5, 5), "/".join(at), "explicit", "within")
    entry = replace(SEED.entries[0], event=replace(SEED.entries[0].event, when=when))
    (event,) = json.loads(write(replace(SEED, entries=(entry,)), "timelinejs", Wanted(TODAY)))["events"]
    assert event["start_date"] == {"year": 2016, "month": 5, "day": 4, "hour": 9, "minute": 30}
    assert event["end_date"] == {"year": 2016, "month": 5, "day": 4, "hour": 17, "minute": 0}
    assert event["display_date"] == "4 May 2016, 09:30–17:00"


def test_timelinejs_holds_no_markup_of_others():
    entry = SEED.entries[0]
    odd = replace(SEED, entries=(replace(entry, event=replace(entry.event, title="<img src=x onerror=y>")),))
    (event,) = json.loads(write(odd, "timelinejs", Wanted(TODAY)))["events"]
    assert event["text"]["headline"] == "&lt;img src=x onerror=y&gt;"


@pytest.mark.parametrize(("status", "lead"), [("denied", "Denied: "), ("cancelled", "Cancelled: "), ("planned", "")])
def test_what_was_not_is_said_in_the_headline(status, lead):
    entry = replace(SEED.entries[0], event=replace(SEED.entries[0].event, status=status))
    (event,) = json.loads(write(replace(SEED, entries=(entry,)), "timelinejs", Wanted(TODAY)))["events"]
    assert event["text"]["headline"] == f"{lead}{entry.event.title}"


@pytest.mark.parametrize(
    ("status", "title"), [("cancelled", "Summit called off"), ("cancelled", "Trip cancelled"), ("denied", "No talks")]
)
def test_a_headline_does_not_say_twice_that_it_was_not(status, title):
    entry = replace(SEED.entries[0], event=replace(SEED.entries[0].event, status=status, title=title))
    (event,) = json.loads(write(replace(SEED, entries=(entry,)), "timelinejs", Wanted(TODAY)))["events"]
    assert event["text"]["headline"] == title


# ---------------------------------------------------------------- TimeML


def test_timeml_keeps_the_text_and_ties_events_to_times():
    archive = zipfile.ZipFile(io.BytesIO(write(SEED, "timeml", Wanted(TODAY))))
    assert archive.namelist() == ["seed.tml"]
    root = ElementTree.fromstring(archive.read("seed.tml"))  # noqa: S314 - our own
    text = root.find("TEXT")
    assert "".join(text.itertext()) == seed().article.text
    assert root.find("DCT/TIMEX3").get("value") == "2016-07-27"
    times = {t.get("tid"): t for t in root.iter("TIMEX3")}
    assert {t.text for t in text.iter("TIMEX3")} == {"March 24, 2016", "towards the end of August"}
    instances = {i.get("eiid"): i for i in root.iter("MAKEINSTANCE")}
    events = {e.get("eid"): e for e in text.iter("EVENT")}
    ties = {
        (events[instances[tie.get("eventInstanceID")].get("eventID")].text, times[tie.get("relatedToTime")].text)
        for tie in root.iter("TLINK")
    }
    assert ("meets", "March 24, 2016") in ties
    assert ("meeting", "2016-07-27") in ties  # nothing but the article's date says when


def test_timeml_of_several_articles_is_a_file_each():
    archive = zipfile.ZipFile(io.BytesIO(write(many(8), "timeml", Wanted(TODAY))))
    assert archive.namelist() == ["a0.tml", "a1.tml", "a2.tml", "a3.tml"]


def test_timeml_leaves_out_what_no_text_says():
    added = apply(SEED, [Correction("c", "add", Target(""), changes=Changes(title="Talks in Bern"))])
    assert zipfile.ZipFile(io.BytesIO(write(added, "timeml", Wanted(TODAY)))).namelist() == ["seed.tml"]
