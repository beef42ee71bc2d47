"""Correcting through the page, without a browser: forms, what they mean, who may send them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from calendar_samples import KERRY, LAVROV, RU, TODAY, US, many, seed

from dashboard import likeness
from dashboard.app import create_app
from dashboard.callbacks import reader
from dashboard.filters import State
from dashboard.markup import markup
from dashboard.scene import make
from dashboard.views import agenda, articles, correct, details, table, whereabouts
from timeline import wording
from timeline.corrections import Changes, Correction, CorrectionError, Target, apply, dated, from_json, to_json
from timeline.model import Actor, Entry, Event, Participant, TimeExpression, Timeline, When
from timeline.store import Store
from timeline.timelines import gather

TIMELINE = gather([seed()])
PUBLISHED = TIMELINE.records["seed"].published
OURS = {"X-Timeline": "page"}


def entry(id_: str, timeline: Any = TIMELINE) -> Any:
    return next(e for e in timeline.entries if e.id == id_)


def form(id_: str, **changed: Any) -> dict[str, Any]:
    """An event's form as the page sends it back."""
    before = correct.filled(TIMELINE, entry(id_))
    return {
        "title": before.title,
        "when": before.when,
        "extent": before.extent,
        "type": before.type,
        "status": before.status,
        "name": [row.name for row in before.actors],
        "role": [row.role for row in before.actors],
        "kind": ["person"] * len(before.actors),
        **changed,
    }


def changes(id_: str, **changed: Any) -> Any:
    return correct.changed(form(id_, **changed), TIMELINE, entry(id_), id_="c", made="now").changes


# ---------------------------------------------------------------- dates as people write them


@pytest.mark.parametrize(
    ("words", "first", "until"),
    [
        ("3 August 2016", date(2016, 8, 3), date(2016, 8, 4)),
        ("early August 2016", date(2016, 8, 1), date(2016, 8, 11)),
        ("1–10 August 2016", date(2016, 8, 1), date(2016, 8, 11)),
        ("28 July – 3 August 2016", date(2016, 7, 28), date(2016, 8, 4)),
        ("August 2016", date(2016, 8, 1), date(2016, 9, 1)),
        ("2016-08-03", date(2016, 8, 3), date(2016, 8, 4)),
        ("2016", date(2016, 1, 1), date(2017, 1, 1)),
    ],
)
def test_a_date_is_read_as_an_articles_words_are(words: str, first: date, until: date) -> None:
    for anchor in (PUBLISHED, None):
        when = correct.date_of(words, anchor)
        assert (when.first, when.until, when.basis) == (first, until, "given")


def test_words_that_hang_on_the_article_count_from_its_date() -> None:
    assert correct.date_of("yesterday", PUBLISHED).first == date(2016, 7, 26)
    with pytest.raises(CorrectionError, match="no place in the calendar"):
        correct.date_of("yesterday", None)


def test_ends_can_be_open() -> None:
    assert correct.date_of("31 August 2016", None, open_start=True).first is None
    assert correct.date_of("31 August 2016", None, open_end=True).until is None
    august = correct.date_of("August 2016", None, open_end=True)
    assert (august.value, august.first, august.until, august.edtf) == ("2016-08", date(2016, 8, 1), None, "2016-08/..")
    assert correct.date_of("last week", PUBLISHED, open_end=True).edtf == "2016-07-18/.."
    for kept in (august, correct.date_of("4 May 2016 at 10 a.m. GMT", None)):  # as the store has it, too
        made = Correction("c", "change", Target("e"), changes=Changes(when=kept))
        assert from_json(to_json(made)) == made
        stands = replace(entry("e1"), event=replace(entry("e1").event, when=kept))
        assert correct.filled(TIMELINE, stands).when == wording.dated(kept, long=True).removeprefix("from ")
    hour = correct.date_of("4 May 2016 at 10 a.m.", None)
    assert (hour.edtf, wording.when(hour)) == ("2016-05-04T10:00:00", "4 May 2016, 10:00")
    assert wording.when(correct.date_of("6 p.m. on 4 May 2016", None, open_start=True)) == "by 4 May 2016, 18:00"
    assert correct.date_of(" ", None) == When()
    with pytest.raises(CorrectionError, match="open on both sides"):
        correct.date_of("31 August 2016", None, open_start=True, open_end=True)


MISSION = correct.Filled(when="3–14 February 2016", extent="throughout")


@pytest.mark.parametrize(
    ("words", "chosen", "extent"),
    [
        ("early December 2016", "", "within"),  # vague: all through only where somebody says so
        ("early December 2016", "throughout", "throughout"),
        ("December 2016", "", "within"),
        ("throughout December 2016", "", "throughout"),
        ("some day within 3–15 February 2016", "", "within"),
        ("3–15 February 2016", "", "throughout"),  # a mission's days, put right
        ("3–15 February 2016", "within", "within"),
        ("3–14 February 2016", "within", "within"),
    ],
)
def test_a_stretch_means_what_its_words_say_or_what_is_chosen(words: str, chosen: str, extent: str) -> None:
    when = correct.when_of({"when": words, "extent": chosen}, MISSION, PUBLISHED)
    assert when is not None
    assert when.extent == extent


def test_words_left_as_they_were_keep_their_meaning() -> None:
    for chosen in ("", "throughout"):
        assert correct.when_of({"when": MISSION.when, "extent": chosen}, MISSION, PUBLISHED) is None
    opened = correct.when_of({"when": MISSION.when, "open_end": "on"}, MISSION, PUBLISHED)
    assert opened is not None
    assert opened.until is None


@pytest.mark.parametrize(
    ("words", "read"),
    [
        ("early december 2016", "Read as: 1–10 December 2016, some day within"),
        ("throughout December 2016", "Read as: December 2016, throughout"),
        ("1 December 2016", "Read as: Thursday 1 December 2016"),
        ("", "No date: it stands beside the calendar"),
        (MISSION.when, "As it stands: throughout 3–14 February 2016"),
    ],
)
def test_how_a_typed_date_is_read_is_said(words: str, read: str) -> None:
    at = dated(date(2016, 2, 3), date(2016, 2, 14), extent="throughout")
    assert correct.read_out({"when": words}, MISSION, at, PUBLISHED)[0] == read


@pytest.mark.parametrize("words", ["soonish", "3 August 2016 or so they say", "<b>", "x" * 200])
def test_what_is_no_date_is_said_with_how_to_write_one(words: str) -> None:
    with pytest.raises(CorrectionError, match="no date that can be read: write it as 3 August 2016"):
        correct.date_of(words, PUBLISHED)


@pytest.mark.parametrize("id_", [e.id for e in TIMELINE.entries])
def test_a_form_sent_back_as_it_was_changes_nothing(id_: str) -> None:
    with pytest.raises(CorrectionError, match="nothing is different"):
        changes(id_)


@pytest.mark.parametrize(
    "when",
    [
        When(None, None, date(2016, 9, 1), None, "explicit", "within"),
        When(None, date(2016, 9, 1), None, None, "explicit", "throughout"),
        When(None, date(2016, 7, 28), date(2016, 8, 4), None, "explicit", "throughout"),
        When(None, date(2015, 12, 1), date(2016, 3, 1), None, "explicit", "within"),
        When(None, date(2015, 12, 3), date(2016, 1, 4), None, "explicit", "within"),
        When(None, date(2010, 1, 1), date(2020, 1, 1), None, "explicit", "within"),
    ],
)
def test_a_date_that_the_form_shows_is_read_as_the_same_stretch(when: When) -> None:
    first = TIMELINE.entries[0]
    shown = correct.filled(TIMELINE, replace(first, event=replace(first.event, when=when)))
    read = correct.date_of(
        shown.when, PUBLISHED, open_start=shown.open_start, open_end=shown.open_end, extent=shown.extent
    )
    assert (read.first, read.until, read.extent) == (when.first, when.until, when.extent)


# ---------------------------------------------------------------- what a form means


def test_only_what_is_different_becomes_a_correction() -> None:
    made = changes("e6", status="planned", when="3 August 2016")
    assert (made.status, made.words, made.title, made.actors, made.type) == (
        "planned",
        "3 August 2016",
        None,
        None,
        None,
    )
    assert changes("e6", title=" Kerry  speaks ").title == "Kerry speaks"
    assert changes("e6", when="").when == When()


def test_actors_are_found_by_name_and_new_ones_get_their_kind() -> None:
    made = changes(
        "e6",
        name=["sergei LAVROV", "", "League of Clerks"],
        role=["with", "agent", "agent"],
        kind=["person", "", "group"],
    )
    assert made.actors == (Participant(LAVROV, "with"), Participant("group:league-of-clerks", "agent"))
    assert [(a.name, a.kind) for a in made.known] == [("League of Clerks", "group")]
    assert changes("e6", name=[], role=[], kind=[]).actors == ()


def test_nonsense_in_a_form_is_no_fault_of_the_program() -> None:
    with pytest.raises(CorrectionError, match="nothing is different"):
        changes("e6", status=["x"], type=7, role="x", extent=None)
    with pytest.raises(CorrectionError, match="title is empty"):
        changes("e6", title=None)


def test_the_words_that_were_read_stay_marked_when_their_date_is_corrected() -> None:
    record = seed()
    event = next(e for e in record.events if e.id == "e6")
    text = record.article.text
    start = text.index("early August", event.sentence.start)
    end = start + len("early August")
    words = TimeExpression("t1", start, end, text[start:end], "DATE", "2016-08", "START", None, None, None, "r", None)
    told = replace(event, when=replace(event.when, time="t1"))
    events = tuple(told if e.id == "e6" else e for e in record.events)
    whole = gather([replace(record, times=(words,), events=events)])
    at = entry("e6", whole)
    made = correct.changed(form("e6", when="3 September 2016"), whole, at, id_="c", made="now")
    scene = make(apply(whole, [made]), State(event="e6"), front=None, today=TODAY)
    assert '<mark class="time' in markup(details.details(scene))
    reading = replace(scene, state=State(event="e6", view="articles", article="seed"))
    assert 'class="of-time" data-event="e6"' in markup(articles.view(reading, TODAY))


def test_the_same_event_told_again_stands_first_among_those_to_merge_with() -> None:
    model = entry("e2")

    def told(id_: str, title: str, day: date, *who: str, type_: str = "meeting", status: str = "occurred") -> Entry:
        when = When(day.isoformat(), day, day + timedelta(1), None, "explicit", "within")
        parts = tuple(Participant(one, "with") for one in who)
        event = replace(model.event, id=id_, title=title, type=type_, status=status, when=when, actors=parts)
        return replace(model, event=event)

    day = date(2016, 7, 14)
    one = told("one", "Lavrov and Kerry hold talks in Bern", day, LAVROV, KERRY, type_="talks")
    others = [
        told("again", "Kerry meets Russia's Lavrov in Bern", day, KERRY, RU),
        told("planned", "Kerry to meet Lavrov in Bern", day, KERRY, LAVROV, status="planned"),
        told("stranger", "Envoys meet in Lima", day),
        told("later", "Lavrov and Kerry hold talks in Bern", day + timedelta(90), LAVROV, KERRY, type_="talks"),
        told("next day", "Senate votes on the budget", day + timedelta(1), US, type_="vote"),
    ]
    timeline = replace(TIMELINE, entries=(*others, one))
    found = [e.id for e in likeness.likely(timeline, one)]
    assert set(found[:2]) == {"again", "planned"}
    assert set(found[2:]) == {"stranger", "later", "next day"}
    assert likeness.in_common(timeline, one, others[1]) == ["the same days", "Sergei Lavrov", "John Kerry"]
    assert likeness.in_common(timeline, one, others[3]) == ["Sergei Lavrov", "John Kerry"]
    assert [e.id for e in likeness.likely(timeline, one, "LIMA envoys")] == ["stranger"]
    assert likeness.likely(timeline, one, "pancake") == []


def test_an_event_without_a_date_can_be_merged_with_one_of_the_same_words() -> None:
    undated = replace(entry("e8"), event=replace(entry("e8").event, id="e8b", when=When()))
    timeline = replace(TIMELINE, entries=(*TIMELINE.entries, undated))
    assert likeness.likely(timeline, undated)[0].id == "e8"


def test_what_was_edited_is_marked_with_what_was_read() -> None:
    made = correct.changed(form("e6", status="planned", when="3 August 2016"), TIMELINE, entry("e6"), id_="c", made="n")
    now = entry("e6", apply(TIMELINE, [made]))
    said = str(correct.mark(TIMELINE, now))
    assert "Edited by hand" in said
    assert "status and date" in said
    assert "1–10 August 2016; hoped for" in said
    assert correct.mark(TIMELINE, entry("e6")) is None


def test_of_two_events_either_can_stay() -> None:
    for stays, gone, kept in (("other", "e2", "e4"), ("this", "e4", "e2")):
        made = correct.merged({"into": "e4", "stays": stays}, TIMELINE, entry("e2"), id_="c", made="n")
        after = apply(TIMELINE, [made])
        assert [one.id for one in entry(kept, after).told] == [kept, gone]
        assert entry(kept, after).event.title == entry(kept).event.title
        assert all(e.id != gone for e in after.entries)


def test_a_merged_event_names_nobody_twice() -> None:
    again = Actor("person:john-kerry-2", "John Kerry", "person")
    event = replace(entry("e2").event, actors=(Participant(again.id, "with"),))
    timeline = replace(
        TIMELINE,
        actors={**TIMELINE.actors, again.id: again},
        entries=tuple(replace(e, event=event) if e.id == "e2" else e for e in TIMELINE.entries),
    )
    made = correct.merged({"into": "e1"}, timeline, entry("e2", timeline), id_="c", made="n")
    assert [p.id for p in entry("e1", apply(timeline, [made])).event.actors] == [LAVROV, KERRY]


def test_what_was_merged_shows_every_source_and_has_a_star_in_every_view() -> None:
    made = correct.merged({"into": "e4"}, TIMELINE, entry("e2"), id_="c", made="n")
    after = apply(TIMELINE, [made])
    said = str(correct.others(after, entry("e4", after)))
    assert "progress in recent days" in said
    assert "published 27 July 2016" in said
    assert correct.others(TIMELINE, entry("e4")) is None
    scene = make(after, State(), front="seed", today=TODAY)
    starred = "Trilateral meeting on Syria in Geneva\\u202f*"
    reading = make(after, articles.reading(State(), "seed"), front="seed", today=TODAY)
    for drawn in (table.view(scene, TODAY), agenda.agenda(scene), articles.view(reading, TODAY)):
        assert starred in str(drawn)  # as Python writes a narrow space
    assert "Told here too" in str(details.details(make(after, State(event="e4"), front="seed", today=TODAY)))


def test_the_other_tellings_of_an_event_say_what_each_made_of_it() -> None:
    planned = replace(entry("e4").event, status="planned", id="p4")
    both = replace(entry("e4"), also=(replace(entry("e4"), event=planned),))
    said = str(correct.others(TIMELINE, both))
    assert "Planned – " in said
    assert "/edit/part?event=p4" in said
    many_more = replace(both, also=both.also * 14)
    assert "and 2 more" in str(correct.others(TIMELINE, many_more))


# ---------------------------------------------------------------- over the wire


@pytest.fixture
def store() -> Store:
    kept = Store("sqlite://")
    kept.add([seed()])
    return kept


@pytest.fixture
def client(store: Store) -> Any:
    return create_app(store, today=TODAY, front=True, edits=True).server.test_client()


def event_of(store: Store, id_: str) -> Event:
    return entry(id_, store.timeline()).event


@pytest.mark.parametrize(
    ("search", "changed", "why", "there"),
    [
        ("", {"when": "3 August 2016"}, "", None),
        ("?from=2016-07-01&to=2016-09-01", {"when": "3 May 2019"}, "outside the dates", "?dates=all&event=e6"),
        ("?view=table&to=2016-09-01", {"when": "3 May 2019"}, "outside", "?view=table&dates=all&event=e6"),
        ("?status=hoped", {"status": "cancelled"}, "filters", "?dates=all&event=e6"),
        ("?view=month&month=2016-08", {"when": "9 May 2019"}, "month", "?view=month&event=e6&month=2019-05"),
        ("?view=month&month=2016-08", {"when": "9 August 2016"}, "", None),
        ("?view=month&month=2016-08", {"when": ""}, "", None),
    ],
)
def test_what_a_correction_takes_out_of_sight_is_said_with_the_way_there(
    client: Any, search: str, changed: dict[str, str], why: str, there: str | None
) -> None:
    sent = form("e6", **changed) | {"address": search}
    said = client.post("/edit/correct?event=e6", json=sent, headers=OURS).get_json()
    assert said["told"]
    assert said.get("there") == there
    assert why in said.get("away", "")
    assert bool(said.get("away")) is bool(why)


def test_an_event_may_stand_on_another_page_of_the_table() -> None:
    shelf = Shelf(many(120))
    read = reader(shelf, lambda: TODAY, front=False)
    last = table.ordered(read("?view=table&dates=all"))[-1].id
    assert whereabouts.away(read, "?view=table&dates=all", last, TODAY) == (
        "It stands on another page of the table",
        State(view="table", dates="all", event=last, page=3),
    )
    assert whereabouts.away(read, "?view=table&dates=all&page=3", last, TODAY) is None
    assert whereabouts.away(read, "?view=table&dates=all&page=99", last, TODAY) is None  # shows the last page
    assert whereabouts.away(read, "?view=table&dates=all", "gone", TODAY) is None


class Shelf:
    """As much of a store as the dashboard asks for."""

    title = ""

    def __init__(self, made: Timeline) -> None:
        self.made = made

    def timeline(self) -> Timeline:
        return self.made


def test_a_correction_is_sent_kept_undone_and_made_again(client: Any, store: Store) -> None:
    sent = client.post("/edit/correct?event=e6", json=form("e6", status="planned", note="diary"), headers=OURS)
    assert sent.status_code == 200
    assert sent.json["told"] == "“Kerry to say what the two sides can do”: status now planned"
    assert event_of(store, "e6").status == "planned"
    history = client.get("/edit/history").text
    assert "status now planned" in history
    assert "diary" in history
    id_ = sent.json["id"]
    assert client.post("/edit/undo", json={"ids": [id_]}, headers=OURS).json["told"].startswith("Taken back: ")
    assert event_of(store, "e6").status == "hoped"
    assert "taken back" in client.get("/edit/history").text
    client.post("/edit/undo", json={"ids": [id_], "again": True}, headers=OURS)
    assert event_of(store, "e6").status == "planned"
    (kept,) = client.get("/corrections.json").json
    assert (kept["act"], kept["changes"], kept["note"]) == ("change", {"status": "planned"}, "diary")


def test_what_was_merged_is_told_apart_again(client: Any, store: Store) -> None:
    client.post("/edit/merge?event=e2", json={"into": "e4"}, headers=OURS)
    assert "were taken for one" in client.get("/edit/part?event=e2").text
    assert client.get("/edit/part?event=e4").status_code == 404  # the entry itself
    sent = client.post("/edit/part?event=e2", json={}, headers=OURS)
    assert sent.json["told"].endswith("told apart from the others")
    assert {"e2", "e4"} <= {e.id for e in store.timeline().entries}
    client.post("/edit/undo", json={"ids": [sent.json["id"]]}, headers=OURS)
    assert "e2" not in {e.id for e in store.timeline().entries}


def test_hiding_merging_splitting_adding_and_uniting(client: Any, store: Store) -> None:
    assert client.post("/edit/hide?event=e1", json={}, headers=OURS).status_code == 200
    assert client.post("/edit/merge?event=e2", json={"into": "e4"}, headers=OURS).status_code == 200
    assert client.post("/edit/split?event=e8", json=form("e8", title="Fourth round"), headers=OURS).status_code == 200
    new = {
        "title": "Talks in Bern",
        "when": "1 September 2016",
        "name": ["Sergei Lavrov"],
        "url": "https://example.org",
    }
    assert client.post("/edit/add", json=new, headers=OURS).status_code == 200
    both = {"actor": "John Kerry", "into": "Sergei Lavrov"}
    assert client.post("/edit/unite", json=both, headers=OURS).status_code == 200
    now = store.timeline()
    titles = {e.event.title for e in now.entries}
    assert {"Fourth round", "Talks in Bern", "Third round of intra-Syrian talks"} <= titles
    assert not {"e1", "e2"} & {e.id for e in now.entries}
    assert [one.id for one in entry("e4", now).told] == ["e4", "e2"]
    assert KERRY not in now.actors
    assert len(store.corrections()) == 5


@pytest.mark.parametrize(
    ("address", "sent", "why"),
    [
        ("/edit/correct?event=e6", form("e6"), "nothing is different"),
        ("/edit/correct?event=e6", form("e6", when="soonish"), "no date that can be read"),
        ("/edit/correct?event=e6", form("e6", title="x" * 301), "longer than 300 characters"),
        ("/edit/correct?event=e6", [], "without its words"),
        ("/edit/merge?event=e6", {}, "which event is it one with"),
        ("/edit/merge?event=e6", {"into": "e6"}, "which event is it one with"),
        ("/edit/unite", {"actor": "John Kerry", "into": "Nobody"}, "nobody here is called “Nobody”"),
        ("/edit/unite", {"actor": "John Kerry", "into": KERRY}, "same actor twice"),
        ("/edit/add", {"when": "May 2016"}, "needs a title"),
        ("/edit/add", {"title": "x", "url": "javascript:1"}, "begins with https://"),
        ("/edit/undo", {"ids": ["c9"]}, "not in the history"),
        ("/edit/undo", {"ids": []}, "which change"),
        ("/edit/undo", "x", "which change"),
    ],
)
def test_what_cannot_be_is_refused_with_its_mend(client: Any, store: Store, address: str, sent: Any, why: str) -> None:
    answer = client.post(address, json=sent, headers=OURS)
    assert why in answer.json["error"]
    assert store.corrections() == ()


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        (OURS, 200),
        ({**OURS, "Origin": "http://localhost"}, 200),
        ({**OURS, "Sec-Fetch-Site": "same-origin"}, 200),
        ({}, 403),
        ({**OURS, "Origin": "http://evil.example"}, 403),
        ({**OURS, "Origin": "null"}, 403),
        ({**OURS, "Sec-Fetch-Site": "cross-site"}, 403),
        ({**OURS, "Sec-Fetch-Site": "same-site"}, 403),
    ],
)
def test_only_the_page_itself_may_send(client: Any, store: Store, headers: dict[str, str], status: int) -> None:
    assert client.post("/edit/hide?event=e1", json={}, headers=headers).status_code == status
    assert len(store.corrections()) == (status == 200)


def test_forms_and_history_hold_no_markup_of_others(client: Any, store: Store) -> None:
    bad = "<img src=x onerror=y>"
    client.post("/edit/correct?event=e6", json=form("e6", title=bad, note=bad, name=[bad]), headers=OURS)
    for address in (
        "/edit/correct?event=e6",
        "/edit/merge?event=e1",
        "/edit/history",
        "/edit/add",
        "/edit/hide?event=e6",
    ):
        page = client.get(address)
        assert page.status_code == 200
        assert "<img" not in page.text
    assert "&lt;img" in client.get("/edit/history").text


@pytest.mark.parametrize(
    "address", ["/edit/correct", "/edit/correct?event=none", "/edit/burn", "/edit/merge/others?event=none"]
)
def test_what_is_not_there_is_not_found(client: Any, address: str) -> None:
    assert client.get(address).status_code == 404


def test_a_written_date_is_read_out_before_it_is_kept(client: Any) -> None:
    read = client.get("/edit/date", query_string={"when": "early August 2016", "event": "e6"})
    assert read.json == {"told": "Read as: 1–10 August 2016, some day within", "several": True}
    wrong = client.get("/edit/date?when=soonish").json
    assert wrong["field"] == "when"
    assert "no date that can be read" in wrong["error"]


@pytest.mark.parametrize(
    ("when", "ends", "status"),
    [
        ("3 August 2016", {}, "occurred"),
        ("22 November 2026", {}, "occurred"),
        ("23 November 2026", {}, "planned"),  # today
        ("November 2026", {}, "planned"),
        ("3 December 2026", {}, "planned"),
        ("1 August 2016", {"open_end": "on"}, "occurred"),
        ("", {}, "planned"),
    ],
)
def test_a_date_says_the_status_of_an_event_added_by_hand_until_one_is_chosen(
    client: Any, store: Store, when: str, ends: dict[str, str], status: str
) -> None:
    assert client.get("/edit/date", query_string={"when": when, **ends}).json["status"] == status
    for chosen in ({}, {"status": "hoped"}):
        new = {"title": "Envoys meet in Bern", "when": when, **ends, **chosen}
        assert client.post("/edit/add", json=new, headers=OURS).status_code == 200
    assert [one.changes.status for one in store.corrections()] == [status, "hoped"]


def test_an_article_of_tomorrow_makes_today_past() -> None:
    published = replace(PUBLISHED, first=date(2026, 11, 25), until=date(2026, 11, 26))
    later = gather([replace(seed(), published=published)])
    when = dated(date(2026, 11, 24), date(2026, 11, 24))
    assert [correct.status_by(when, of, TODAY) for of in (TIMELINE, later)] == ["planned", "occurred"]


def test_without_leave_to_edit_there_is_nothing_to_send_to(store: Store) -> None:
    client = create_app(store, today=TODAY).server.test_client()
    assert client.post("/edit/hide?event=e1", json={}, headers=OURS).status_code in (404, 405)
    assert "editable" not in str(create_app(store, today=TODAY).layout())
    assert store.corrections() == ()


def test_a_correction_whose_event_is_gone_is_told_in_the_history(client: Any, store: Store) -> None:
    client.post("/edit/hide?event=e1", json={}, headers=OURS)
    store.add([replace(seed(), events=seed().events[1:])])
    assert "not found any more" in client.get("/edit/history").text


def test_two_actors_of_one_name_can_be_made_one() -> None:
    known = Actor("person:john-kerry-2", "John Kerry", "person")
    event = replace(entry("e6").event, actors=(Participant(known.id, "agent"),))
    timeline = replace(
        TIMELINE,
        actors={**TIMELINE.actors, known.id: known},
        entries=tuple(replace(e, event=event) if e.id == "e6" else e for e in TIMELINE.entries),
    )
    made = correct.united({"actor": "John Kerry", "into": "John Kerry"}, timeline, id_="c", made="n")
    assert (made.target.id, made.into and made.into.id) == (known.id, KERRY)  # the one of whom more is known stays
    assert [p.id for p in entry("e6", apply(timeline, [made])).event.actors] == [KERRY]


def test_an_actor_is_meant_by_name_or_id() -> None:
    made = correct.united({"actor": "united states", "into": "country:ru"}, TIMELINE, id_="c", made="")
    assert (made.target.id, made.into.title) == (US, "Russia")
