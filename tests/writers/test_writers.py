from __future__ import annotations

import csv
import io
import json
import os
import stat
from dataclasses import astuple, replace
from datetime import date

import pytest
from calendar_samples import KERRY, TODAY, US, seed, seed_timeline
from hypothesis import given, settings
from hypothesis import strategies as st
from record_strategies import records
from rich.console import Console

from timeline import wording
from timeline.corrections import Changes, Correction, Target, apply
from timeline.events import lexicon
from timeline.filters import Filters, select
from timeline.model import Timeline, When
from timeline.records import to_json
from timeline.timelines import gather
from timeline.writers import FORMATS, Wanted, write
from timeline.writers.data import COLUMNS, csv_text, json_text
from timeline.writers.story import context, explain, missing
from timeline.writers.table import show
from timeline.writers.whole import OutputError, whole

SEED = seed_timeline()


def printed(timeline: Timeline, width: int = 100, **asked: bool) -> str:
    console = Console(file=io.StringIO(), width=width)
    show(timeline, console, **asked)
    return console.file.getvalue()


# ---------------------------------------------------------------- the table


def test_the_table_names_date_status_title_actors_and_basis():
    table = printed(SEED, 200)
    for entry in SEED.entries:
        (line,) = [line for line in table.splitlines() if entry.event.title in line]
        assert line.startswith(wording.precise(entry.event.when, long=False))
        assert entry.event.status in line
        assert line.rstrip().endswith(entry.event.when.basis)
        assert all(SEED.actors[p.id].name in line for p in entry.event.actors)


@pytest.mark.parametrize("width", [60, 80, 120])
def test_a_narrow_table_wraps_and_cuts_nothing(width):
    table = printed(SEED, width)
    assert max(len(line) for line in table.splitlines()) <= width
    assert "…" not in table
    letters = set("".join(table.split()))
    for entry in SEED.entries:
        for word in entry.event.title.split():
            assert word in table or set(word) <= letters
            assert word in table or len(word) > width // 8  # only a very long word is folded


def test_under_each_title_stands_its_sentence_where_that_is_asked_for():
    table = " ".join(printed(SEED, 400, sentences=True).split())
    for entry in SEED.entries:
        sentence = " ".join(SEED.records[entry.article].article.text[slice(*astuple(entry.event.sentence))].split())
        assert sentence in table
        assert sentence not in " ".join(printed(SEED, 400).split())


def test_an_event_of_several_articles_shows_them_all():
    entry = SEED.entries[0]
    other = replace(entry, event=replace(entry.event, id="e-other", status="planned"), article="again")
    records = SEED.records | {"again": SEED.records[entry.article]}
    both = replace(SEED, entries=(replace(entry, also=(other,)),), records=records)
    assert "(2 articles)" in " ".join(printed(both, 200).split())
    assert "(again, planned)" in " ".join(printed(both, 300, sentences=True).split())
    (event,) = json.loads(json_text(both))["events"]
    assert [(one["article"], one["status"], one["when"]["first"]) for one in event["also"]] == [
        ("again", "planned", str(entry.event.when.first))
    ]
    console = Console(file=io.StringIO(), width=200)
    assert explain(both, entry.event.title, console)
    assert f"told in again too: “{entry.event.title}” – " in console.file.getvalue()


def test_what_an_article_says_moves_no_cursor():
    entry = SEED.entries[0]
    odd = replace(SEED, entries=(replace(entry, event=replace(entry.event, title="Talks\x1b[2J\x1b]0;owned\x07")),))
    assert "\x1b" not in printed(odd)


def test_brackets_in_a_title_are_no_markup():
    entry = SEED.entries[0]
    odd = replace(SEED, entries=(replace(entry, event=replace(entry.event, title="[bold]Talks[/] :smile:")),))
    assert "[bold]Talks[/] :smile:" in printed(odd)


# ---------------------------------------------------------------- the story


def told(words: str) -> str:
    console = Console(file=io.StringIO(), width=200)
    found = explain(SEED, words, console)
    text = console.file.getvalue()
    assert found == bool(text)
    return text


def test_a_time_is_explained_with_its_words_rule_steps_and_events():
    time = next(t for t in seed().times if t.why and any(e.when.time == t.id for e in seed().events))
    story = told(time.text.upper())
    assert f"“{time.text}” → {wording.stretch(time.first, time.until, long=True)}" in story
    assert f"rule {time.rule}" in story
    for step in time.why:
        assert step.because in story
        assert step.gives in story
    for event in seed().events:
        assert (event.title in story) == (event.when.time == time.id)


def test_where_no_time_is_meant_the_event_is_explained():
    event = next(e for e in seed().events if e.when.time is None and e.when.basis == "published")
    story = told(event.title)
    assert f"• {event.title} – {wording.precise(event.when)}" in story
    assert "dated by the article's date" in story


def test_words_of_the_text_explain_the_event_that_they_tell():
    for event in seed().events:
        after = seed().article.text[event.trigger.start : event.trigger.end + 12].rstrip()
        assert f"• {event.title} – " in told(after.upper().replace(" ", "\n "))


def test_words_that_explain_nothing_are_answered_with_what_there_is():
    assert told("next Pancake Day") == ""
    said = missing(SEED, "next Pancake Day")
    assert said.startswith("“next Pancake Day” is not in the text; the times are “")
    assert seed().times[0].text in said
    assert missing(gather([]), "x").endswith("no time was found in it at all")


def test_words_of_the_text_that_name_no_time_are_told_apart():
    word = seed().article.text.split()[0]
    assert missing(SEED, word).startswith(f"“{word}” is in the text but names no time")


@given(st.text(), st.integers(0, 200), st.integers(0, 30))
def test_words_are_shown_on_one_line_with_those_around_them(text, start, length):
    start = min(start, len(text))
    end = min(start + length, len(text))
    shown = context(text, start, end)
    assert "\n" not in shown
    assert wording.printable(text[start:end]) in shown


def test_words_around_are_whole_words():
    text = "a" * 50 + " before the early August meeting and after " + "b" * 50
    at = text.index("early August")
    assert context(text, at, at + 12) == "… before the early August meeting and after …"


# ---------------------------------------------------------------- as data


def test_json_holds_the_events_as_the_records_have_them():
    data = json.loads(json_text(SEED, filters=Filters(actor=(US,)), title="Seed"))
    assert (data["title"], data["filters"]) == ("Seed", {"actor": [US]})
    assert [e["id"] for e in data["events"]] == [e.id for e in SEED.entries]
    told = {e["id"]: e for e in to_json(seed())["events"]}
    for event in data["events"]:
        assert event.pop("article") == seed().article.id
        span = event["sentence"]
        assert span.pop("text") == seed().article.text[span["start"] : span["end"]]
        assert event["when"].pop("words")
        last, _ = event["when"].pop("last"), event["when"].pop("hour")
        assert (last is None) == (event["when"]["until"] is None)
        assert event.pop("plover") == (lexicon.load().plover[event["type"]] or None)
        assert event == told[event["id"]]
    assert {a["id"] for a in data["actors"]} == {p.id for e in SEED.entries for p in e.event.actors}
    assert [a["id"] for a in data["articles"]] == [seed().article.id]


def test_json_of_what_is_left_names_only_those_that_act_in_it():
    kerry = select(SEED, Filters(actor=(KERRY,), mode="all"))
    one = replace(kerry, entries=kerry.entries[:1])
    data = json.loads(json_text(one))
    assert {a["id"] for a in data["actors"]} == {p.id for p in one.entries[0].event.actors}


def test_data_tell_the_hour():
    when = When("2016-05-04T10:00", date(2016, 5, 4), date(2016, 5, 5), "2016-05-04T10:00:00Z", "explicit", "within")
    entry = replace(SEED.entries[0], event=replace(SEED.entries[0].event, when=when))
    one = replace(SEED, entries=(entry,))
    assert json.loads(json_text(one))["events"][0]["when"]["hour"] == "10:00 GMT"
    (row,) = csv.DictReader(io.StringIO(csv_text(one)))
    assert (row["when"], row["first"], row["hour"]) == ("4 May 2016, 10:00 GMT", "2016-05-04", "10:00 GMT")


def test_csv_has_a_row_an_event():
    rows = list(csv.DictReader(io.StringIO(csv_text(SEED))))
    assert [row["id"] for row in rows] == [e.id for e in SEED.entries]
    assert set(rows[0]) == set(COLUMNS)
    for row, entry in zip(rows, SEED.entries, strict=True):
        assert row["title"] == entry.event.title
        assert row["plover"] == lexicon.load().plover[entry.event.type]
        assert row["first"] == str(entry.event.when.first or "")
        assert row["when"] == wording.precise(entry.event.when, long=False)
        assert "\n" not in row["sentence"]
    august = next(row for row in rows if "intra-Syrian" in row["title"])
    assert (august["when"], august["means"]) == ("some day within 21–31 Aug 2016", "some day within, or several")
    assert {row["means"] for row in rows if row["basis"] == "published"} == {
        "reported then: that day or shortly before"
    }
    assert (august["first"], august["last"], august["until"]) == ("2016-08-21", "2016-08-31", "2016-09-01")
    assert [row["last"] for row in rows if not row["until"]] == [""]


def test_what_people_changed_stands_in_data_and_table():
    made = [
        Correction("c1", "change", Target("e1"), changes=Changes(status="denied")),
        Correction("c2", "merge", Target("e2"), into=Target("e4")),
    ]
    after = apply(SEED, made)
    rows = {row["id"]: row for row in csv.DictReader(io.StringIO(csv_text(after)))}
    assert (rows["e1"]["status"], rows["e1"]["edited"]) == ("denied", "status")
    assert rows["e4"]["edited"] == "merged"
    assert " / " in rows["e4"]["sentence"]
    events = {event["id"]: event for event in json.loads(json_text(after))["events"]}
    assert (events["e1"]["status"], events["e1"]["read"]["status"]) == ("denied", "occurred")
    assert events["e1"]["edited"] == ["status"]
    assert [one["id"] for one in events["e4"]["also"]] == ["e2"]
    assert "edited" not in events["e3"]
    assert "denied (edited)" in " ".join(printed(after, 200).split())


@given(st.lists(records(), max_size=2, unique_by=lambda r: r.article.id))
def test_any_timeline_is_csv_of_as_many_rows_and_json_of_as_many_events(many):
    timeline = gather(many)
    rows = list(csv.reader(io.StringIO(csv_text(timeline), newline="")))
    assert [len(row) for row in rows] == [len(COLUMNS)] * (1 + len(timeline.entries))
    assert len(json.loads(json_text(timeline))["events"]) == len(timeline.entries)


@pytest.mark.parametrize("title", ["=1+1", "+1", "-1", "@SUM(A1)"])
def test_no_cell_is_a_formula(title):
    entry = SEED.entries[0]
    odd = replace(SEED, entries=(replace(entry, event=replace(entry.event, title=title)),))
    (row,) = csv.DictReader(io.StringIO(csv_text(odd)))
    assert row["title"] == f"'{title}"


# ---------------------------------------------------------------- all formats


BEGINS = {
    "svg": b"<svg",
    "png": b"\x89PNG\r\n\x1a\n",
    "pdf": b"%PDF-",
    "html": b"<!DOCTYPE html>",
    "ics": b"BEGIN:VCALENDAR\r\n",
    "json": b"{\n",
    "csv": b"when,means,first,last,until,",
    "timelinejs": b"{\n",
    "timeml": b"PK",
}


@pytest.mark.parametrize("format_", FORMATS)
def test_every_format_is_written(format_):
    data = write(SEED, format_, Wanted(TODAY, "Seed"))
    assert data.startswith(BEGINS[format_])
    assert write(SEED, format_, Wanted(TODAY, "Seed")) == data  # the same each time


@pytest.mark.parametrize("format_", FORMATS)
def test_nothing_at_all_is_written_too(format_):
    assert write(Timeline(), format_, Wanted(TODAY)).startswith(BEGINS[format_])


@given(st.lists(records(), min_size=1, max_size=2, unique_by=lambda r: r.article.id))
@settings(max_examples=15)
def test_any_timeline_is_written_in_any_format_of_words(many):
    timeline = gather(many)
    for format_ in ("html", "ics", "timelinejs", "timeml"):
        assert write(timeline, format_, Wanted(TODAY, many[0].article.id)).startswith(BEGINS[format_])


def test_a_picture_says_what_is_filtered_and_where_it_comes_from():
    filters = Filters(actor=(US,))
    svg = write(select(SEED, filters), "svg", Wanted(TODAY, "Calendar of <Syria>", filters)).decode()
    assert "United States" in svg
    assert "Calendar of &lt;Syria&gt;" in svg


# ---------------------------------------------------------------- whole or not at all


def test_a_file_takes_its_place_only_when_whole(tmp_path):
    target = tmp_path / "out.txt"
    target.write_text("before")

    def broken():
        with whole(str(target)) as out:
            out.write(b"half")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        broken()
    assert target.read_text() == "before"
    with whole(str(target)) as out:
        out.write(b"after")
    assert target.read_text() == "after"
    assert [p.name for p in tmp_path.iterdir()] == ["out.txt"]


def test_a_file_keeps_its_permissions_and_a_link_stays_a_link(tmp_path):
    real, link = tmp_path / "real", tmp_path / "link"
    real.write_text("before")
    real.chmod(0o640)
    link.symlink_to(real)
    with whole(str(link)) as out:
        out.write(b"after")
    assert link.is_symlink()
    assert real.read_text() == "after"
    assert stat.S_IMODE(real.stat().st_mode) == 0o640


def test_a_new_file_has_the_usual_permissions(tmp_path):
    mask = os.umask(0o022)
    try:
        with whole(str(tmp_path / "new")) as out:
            out.write(b"x")
    finally:
        os.umask(mask)
    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o644


def test_a_device_is_written_to_and_not_replaced():
    with whole(os.devnull) as out:
        out.write(b"x")
    assert stat.S_ISCHR(os.stat(os.devnull).st_mode)  # noqa: PTH116


@pytest.mark.parametrize(
    ("name", "said"),
    [("", "that is a folder: name a file"), ("no/such/out", "no such folder"), ("in.txt", "that is one of the inputs")],
)
def test_what_cannot_be_written_is_said_before_the_work(tmp_path, name, said):
    (tmp_path / "in.txt").write_text("kept")
    with pytest.raises(OutputError, match=said), whole(str(tmp_path / name), inputs=[str(tmp_path / "in.txt")]):
        pytest.fail("the work was begun")
    assert (tmp_path / "in.txt").read_text() == "kept"


def test_a_full_disk_is_said():
    with pytest.raises(OutputError, match="no space left on device"), whole("/dev/full") as out:
        out.write(b"x" * 100_000)
