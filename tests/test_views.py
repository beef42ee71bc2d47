"""The month, table, actors and articles views: what stands where, and where every link leads. No browser."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from calendar_samples import KERRY, LAVROV, RU, TODAY, US, many, seed, seed_timeline
from dash import html
from hypothesis import given
from hypothesis import strategies as st
from test_dashboard import collection, links, parts, scene_of, words

from dashboard.encounters import BINS, Shared, encounters
from dashboard.filters import FIRST_COLUMNS, State, address, not_understood, parse
from dashboard.layout import layout
from dashboard.markup import markup
from dashboard.month import LINES, around, beside, month, on_day
from dashboard.reading import EVENT, SENTENCE, Span, nested, paragraphs, spans_of
from dashboard.views import actors, articles, details, filters, notices, table
from dashboard.views import month as month_view
from dashboard.views.tabs import TITLES, VIEWS, tabs
from timeline.dates import standing
from timeline.drawing.lanes import by_date, in_window
from timeline.model import NOT_SO, Actor, Entry, Event, Participant, Timeline, Trigger, When
from timeline.model import Span as Words
from timeline.timelines import gather


def entry(id_: str, first: date | None, until: date | None, salience: float = 0.8) -> Entry:
    when = When(None, first, until, None, "explicit", "within")
    return Entry(Event(id_, id_, "talks", "planned", salience, 0.8, Trigger(0, 1, "x"), Words(0, 1), when), "a")


DAYS = st.dates(date(2016, 6, 1), date(2016, 10, 30))
STRETCHES = st.lists(st.tuples(DAYS, st.integers(1, 50)), max_size=25)


# ------------------------------------------------------------------------------------------------ addresses


def test_every_view_keeps_the_filters() -> None:
    said = {words(tab): tab.href for tab in tabs(scene_of(seed_timeline(), "?actor=country:us&view=table&page=3"))}
    assert list(said) == list(TITLES.values()) == ["Timeline", "Month", "Table", "Actors", "Articles"]
    assert parse(said["Month"]).filters.actor == (US,)
    assert parse(said["Month"]).view == "month"
    assert parse(said["Table"]).page == 1


@pytest.mark.parametrize(
    ("search", "left"),
    [
        ("?status=great&type=talks", (("status", "great"),)),
        ("?from=soon&view=wall&colour=red", (("from", "soon"), ("view", "wall"), ("colour", "red"))),
        ("?month=2016-13&page=0&sort=mood&columns=date+taste", None),
        ("?view=month&month=2016-08&day=2016-08-03&sort=-title&columns=date+who&salience=0.3", ()),
        ("", ()),
    ],
)
def test_what_an_address_says_in_vain_is_known(search: str, left: tuple[tuple[str, str], ...] | None) -> None:
    found = not_understood(search)
    assert found == left if left is not None else len(found) == 4
    assert parse(address(parse(search))) == parse(search)


def test_what_was_not_understood_is_said_on_the_page() -> None:
    search = "?status=great&actor=person:nobody&source=Gazette&event=gone"
    said = words(notices.notices(scene_of(gather([seed()]), search), search))
    for expected in (
        "status=great",
        "no actor “person:nobody”",
        "no source “Gazette”",
        "event that this address names",
    ):
        assert expected in said
    assert notices.notices(scene_of(gather([seed()])), "?view=table") == []


def test_what_could_not_be_read_stands_on_the_page() -> None:
    said = words(layout(unread=["a.txt: it is empty; write something into it", *["b.txt: no"] * 60]))
    assert "61 articles could not be read" in said
    assert "a.txt: it is empty; write something into it" in said
    assert "and 11 more" in said
    assert "could not be read" not in words(layout())


# ------------------------------------------------------------------------------------------------ month


@given(STRETCHES)
def test_every_event_of_a_month_is_drawn_told_or_counted(given_: list[tuple[date, int]]) -> None:
    entries = [entry(f"e{i}", d, d + timedelta(days=n), (i % 5) / 5) for i, (d, n) in enumerate(given_)]
    laid = month(entries, date(2016, 8, 1))
    assert laid.count == sum(in_window(e.event.when, laid.days) for e in entries)
    shown = {b.entry.id for week in laid.weeks for b in week.bars} | {e.id for e in laid.long}
    if not any(any(week.more) for week in laid.weeks):
        assert laid.count + laid.beside == len(shown)
    for week in laid.weeks:
        for column, day in enumerate(week.days):
            assert day is not None
            here = [bar for bar in week.bars if bar.column <= column < bar.column + bar.days]
            assert len({bar.line for bar in here}) == len(here) <= LINES  # no two on one another
            touching = {e.id for e in on_day(entries, day)} - {e.id for e in laid.long}
            assert len(here) + week.more[column] == len(touching)


def test_the_most_salient_have_the_room_there_is() -> None:
    day = date(2016, 8, 3)
    entries = [entry(f"e{i}", day, day + timedelta(days=1), i / 10) for i in range(8)]
    week = month(entries, day).weeks[0]
    assert {bar.entry.id for bar in week.bars} == {"e4", "e5", "e6", "e7"}
    assert week.more == (0, 0, 4, 0, 0, 0, 0)


def test_a_stretch_goes_on_over_the_week() -> None:
    laid = month([entry("e", date(2016, 8, 5), date(2016, 8, 10))], date(2016, 8, 1))
    bars = [bar for week in laid.weeks for bar in week.bars]
    assert [(b.column, b.days, b.begun, b.goes_on) for b in bars] == [(4, 3, False, True), (0, 2, True, False)]


def test_what_the_sheet_shows_beside_the_month_and_goes_on_with_is_said() -> None:
    scene = scene_of(gather([seed()]), "?view=month&month=2016-09")  # its first week has days of August
    head = words(month_view.view(scene, TODAY)[0])
    assert month_view.summary(scene, TODAY) == "0 events, September 2016"
    assert "and 2 events on days of other months" in head
    august = month_view.view(scene_of(gather([seed()]), "?view=month&month=2016-08"), TODAY)
    assert "on days of other months" not in words(august[0])
    bars = [words(p) for p in parts(august) if "spell" in (getattr(p, "className", "") or "").split()]
    assert [bar for bar in bars if "round of intra-Syrian talks" in bar] == [
        "Third round of intra-Syrian talks",
        "continued:  …  Third round of intra-Syrian talks",
        "continued:  …  Third round of intra-Syrian talks",
    ]


def test_whose_events_have_no_date_is_said_in_place_of_empty_columns() -> None:
    record = seed()
    undated = tuple(replace(event, when=When()) if event.id == "e8" else event for event in record.events)
    for events, said in ((record.events, 0), (undated, 1)):
        shown = gather([replace(record, events=events)])
        rows = actors.view(scene_of(shown, "?view=actors&dates=all&actor=country:sy"), TODAY)
        cells = [part for part in parts(rows) if getattr(part, "className", "") == "columns-of"]
        syria = [words(row) for row in parts(rows) if isinstance(row, html.Tr) and words(row).startswith("Syria ")]
        assert bool(cells) is not bool(said)
        assert sum("no dated event" in row for row in syria) == said


def test_what_covers_the_month_stands_above_it() -> None:
    year = entry("year", date(2016, 1, 1), date(2017, 1, 1))
    august = entry("august", date(2016, 8, 1), date(2016, 9, 1))
    laid = month([year, august], date(2016, 8, 1))
    assert {e.id for e in laid.long} == {"year", "august"}
    assert not any(week.bars for week in laid.weeks)


@pytest.mark.parametrize("day", [date.min, date.max, date(9999, 12, 1), date(2016, 2, 29)])
def test_months_at_the_ends_of_the_calendar(day: date) -> None:
    first, until = around(day)
    assert first <= day <= until
    laid = month([entry("e", day, None)], first)
    assert laid.count == 1 or day == date.max
    assert beside(first, -1) is None or beside(first, -1) < first
    assert beside(date(9999, 12, 1), 1) is None


def test_the_sheet_opens_where_the_first_article_was_published() -> None:
    scene = scene_of(collection(), "?view=month")
    assert month_view.first_of(scene, TODAY) == date(2016, 7, 1)
    assert month_view.summary(scene, TODAY).endswith("July 2016")
    asked = scene_of(collection(), "?view=month&month=2016-08")
    assert month_view.first_of(asked, TODAY) == date(2016, 8, 1)
    said = links(month_view.view(asked, TODAY))
    assert parse(said["Month before: July 2016"]).month == "2016-07"
    assert month_view.first_of(scene_of(Timeline(), "?view=month"), TODAY) == date(2026, 11, 1)


def test_an_empty_month_says_where_events_are() -> None:
    scene = scene_of(gather([seed()]), "?view=month&month=2016-05")
    said = links(month_view.view(scene, TODAY))
    assert parse(said["The last before: March 2016"]).month == "2016-03"
    assert parse(said["The next: July 2016"]).month == "2016-07"


def test_a_day_opens_with_all_that_touches_it() -> None:
    scene = scene_of(gather([seed()]), "?view=month&day=2016-08-25")
    said = words(month_view.view(scene, TODAY))
    assert "Thursday 25 August 2016" in said
    assert "In a longer stretch" in said
    assert "Third round of intra-Syrian talks" in said


# ------------------------------------------------------------------------------------------------ nothing to show


@pytest.mark.parametrize("view", list(VIEWS))
def test_where_nothing_can_be_shown_every_view_says_why_and_the_way_out(view: str) -> None:
    def said(made: Timeline, search: str) -> Any:
        return html.Div(VIEWS[view].draw(scene_of(made, f"?view={view}{search}"), TODAY))

    assert "No articles yet." in words(said(gather([]), ""))
    none = said(gather([seed()]), "&text=zebra&type=visit")
    assert "No event fits these filters." in words(none)
    assert not parse(links(none)["Take all filters off"]).filters.text
    (event, *_) = seed().events
    light = gather([replace(seed(), events=(replace(event, salience=0.2),))])
    assert "No event weighs enough for a calendar." in words(said(light, ""))
    assert parse(links(said(light, ""))["Show 1 event of little weight"]).filters.salience == 0


@pytest.mark.parametrize("view", list(VIEWS))
def test_no_view_is_a_large_answer(view: str) -> None:
    scene = scene_of(many(2000, days=3000), f"?view={view}&dates=all")
    assert len(json.dumps(markup(html.Div(VIEWS[view].draw(scene, TODAY))))) < 200_000


# ------------------------------------------------------------------------------------------------ table


@pytest.mark.parametrize("name", ["date", "title", "who", "confidence", "place", "source", "basis"])
def test_a_table_is_sorted_both_ways_and_the_unknown_stand_last(name: str) -> None:
    up = table.ordered(scene_of(collection(), f"?view=table&sort={name}"))
    down = table.ordered(scene_of(collection(), f"?view=table&sort=-{name}"))
    assert {e.id for e in up} == {e.id for e in down}
    if name == "date":
        dated = [standing(e.event.when) for e in down]
        assert dated == sorted((d for d in dated if d), reverse=True) + [None] * dated.count(None)
    if name == "title":
        assert [e.event.title.casefold() for e in up] == sorted(e.event.title.casefold() for e in up)


def test_pages_hold_every_event_once() -> None:
    made = many(130)
    seen: list[str] = []
    for page in (1, 2, 3):
        scene = scene_of(made, f"?view=table&dates=all&page={page}")
        rows, number, pages = table.paged(table.ordered(scene), page)
        assert (number, pages) == (page, 3)
        seen += [e.id for e in rows]
    assert len(seen) == len(set(seen)) == len(scene.shown.entries)
    assert table.paged(table.ordered(scene), 99)[1] == 3


def test_columns_are_put_on_and_taken_off() -> None:
    scene = scene_of(gather([seed()]), "?view=table")
    said = links(table.view(scene, TODAY))
    assert parse(said["Sentence"]).columns == (*FIRST_COLUMNS, "sentence")
    assert parse(said["Who"]).columns == tuple(c for c in FIRST_COLUMNS if c != "who")
    alone = scene_of(gather([seed()]), "?view=table&columns=title")
    assert parse(links(table.view(alone, TODAY))["Event"]).columns == ("title",)


# ------------------------------------------------------------------------------------------------ actors


def test_who_meets_whom_is_counted_from_both_sides() -> None:
    scene = scene_of(gather([seed()]), "?view=actors")
    found = actors.met(scene)
    together = [e for e in scene.shown.entries if {KERRY, LAVROV} <= {p.id for p in e.event.actors}]
    assert found.shared(KERRY, LAVROV) == found.shared(LAVROV, KERRY) == Shared(len(together), 0) != Shared()
    said = links(actors.view(scene, TODAY))
    link = parse(next(href for name, href in said.items() if name.startswith("John Kerry and Sergei Lavrov")))
    assert set(link.filters.actor) == {KERRY, LAVROV}
    assert link.filters.mode == "all"
    assert not link.filters.status
    shown = scene_of(gather([seed()]), address(link)).shown.entries
    assert {e.id for e in shown} == {e.id for e in together}


@pytest.mark.parametrize(
    "search",
    [
        "?view=actors",
        "?view=actors&dates=all&salience=0",
        "?view=actors&dates=all&fold=countries",
        "?view=actors&dates=all&status=planned&status=denied",
        f"?view=actors&dates=all&actor={US}",
        f"?view=actors&dates=all&actor={KERRY}&actor={RU}",
        f"?view=actors&dates=all&actor={US}&actor={RU}&mode=all",
        "?view=actors&from=2016-03-01&to=2016-09-30",
    ],
)
def test_a_number_of_the_matrix_shows_as_many_events_and_those_called_off_apart(search: str) -> None:
    made = gather([seed(), *many(80).records.values()])
    scene = scene_of(made, search)
    ways = {name: href for name, href in links(actors.view(scene, TODAY)).items() if re.search(r": \d+ event", name)}
    pairs = {name: href for name, href in ways.items() if " and " in name and "begin" not in name}
    assert pairs
    for name, href in pairs.items():
        shown = scene_of(made, href).shown.entries
        off = name.endswith("denied or called off")
        assert len(shown) == int(re.search(r": (\d+) event", name)[1]), name  # type: ignore[index]
        assert all((entry.event.status in NOT_SO) == off for entry in shown), name


def test_what_was_denied_or_called_off_is_no_meeting() -> None:
    (made,) = many(1).entries
    parts = (Participant(US, "with"), Participant(LAVROV, "with"))
    entries = [
        replace(made, event=replace(made.event, id=f"e{n}", status=status, actors=parts))
        for n, status in enumerate(["occurred", "planned", "denied", "cancelled", "denied"])
    ]
    known = {id_: gather([seed()]).actors[id_] for id_ in (US, RU, KERRY, LAVROV)}
    window = standing(made.event.when)
    assert window is not None
    found = encounters(entries, known, [(US, [KERRY]), (RU, [LAVROV])], window)
    assert found.shared(US, LAVROV) == found.shared(US, RU) == Shared(2, 3)
    assert found.shared(LAVROV, RU) == Shared()  # he is of it
    assert {sum(party.bins) for party in found.parties} == {5}
    assert {sum(party.off) for party in found.parties} == {3}


def test_the_matrix_holds_the_pairs_that_share_most_and_says_who_is_left_out() -> None:
    (made,) = many(1).entries
    ids_ = [f"person:p{number:02}" for number in range(40)]
    known = {id_: Actor(id_, id_[7:], "person") for id_ in ids_}

    def event(number: int, *who: str) -> Entry:
        parts = tuple(Participant(id_, "with") for id_ in who)
        return replace(made, event=replace(made.event, id=f"e{number}", actors=parts))

    # The first twenty are busy and meet nobody; of the others, some meet once and two of them twice.
    entries = [event(number, ids_[number % 20]) for number in range(60)]
    entries += [event(100 + number, ids_[number], ids_[number + 1]) for number in range(20, 38)]
    entries += [event(200, ids_[38], ids_[39]), event(201, ids_[38], ids_[39])]
    window = (date(2016, 1, 1), date(2017, 1, 1))
    found = encounters(entries, known, [(id_, []) for id_ in ids_], window)
    assert {ids_[38], ids_[39]} <= {party.id for party in found.meeting}
    assert len(found.meeting) == 12
    assert all(any(found.shared(a.id, b.id).so for b in found.meeting if b is not a) for a in found.meeting)
    assert (found.unmet, found.alone) == (20 - 12, 20)
    assert {party.id for party in found.parties} <= set(ids_[:20])


def test_a_country_stands_for_its_people() -> None:
    scene = scene_of(gather([seed()]), "?view=actors&fold=countries")
    found = actors.met(scene)
    assert {party.id for party in found.parties} >= {US, RU}
    assert KERRY not in {party.id for party in found.parties}
    assert found.parties[0].count == scene.facets.actor[found.parties[0].id]
    assert found.shared(US, RU).so >= actors.met(scene_of(gather([seed()]))).shared(KERRY, LAVROV).so > 0


@given(STRETCHES, st.integers(1, 3000))
def test_activity_counts_every_dated_event_once(given_: list[tuple[date, int]], wide: int) -> None:
    made = gather([seed()])
    who = made.entries[0].event.actors
    entries = [
        replace(e, event=replace(e.event, actors=who))
        for e in (entry(f"e{i}", d, d + timedelta(days=n)) for i, (d, n) in enumerate(given_))
    ]
    window = (date(2016, 6, 15), date(2016, 6, 15) + timedelta(days=wide))
    found = encounters(entries, made.actors, [(p.id, []) for p in who], window)
    inside = sum(in_window(e.event.when, window) for e in entries)
    assert list(found.edges) == sorted(set(found.edges))
    assert (found.edges[0], found.edges[-1]) == window
    assert len(found.edges) <= BINS + 3
    assert all(sum(party.bins) == inside for party in found.parties)


# ------------------------------------------------------------------------------------------------ filters, details


def test_an_actor_of_other_dates_is_found_there() -> None:
    scene = scene_of(gather([seed()]), "?from=2016-03-20&to=2016-03-26")
    found = dict(filters.elsewhere(scene, "gatil"))
    assert list(found) == ["Gennady Gatilov"]
    assert filters.elsewhere(scene, "dunford") == []  # takes part in nothing
    there = parse(found["Gennady Gatilov"])
    assert (there.filters.from_, there.dates) == (None, "all")
    assert scene_of(collection(), found["Gennady Gatilov"]).shown.entries
    assert filters.elsewhere(scene, "kerry") == []  # on these dates
    assert filters.elsewhere(scene, "  ") == []


def test_what_lies_on_other_dates_is_counted() -> None:
    scene = scene_of(collection(), f"?actor={US}&from=2016-03-20&to=2016-03-26")
    way = next(href for name, href in links(filters.chips(scene)).items() if "on other dates" in name)
    assert len(scene_of(collection(), way).shown.entries) == len(scene.shown.entries) + scene.beyond


def test_confidence_and_basis_are_chosen_and_taken_off() -> None:
    scene = scene_of(gather([seed()]), "?confidence=0.7&basis=published")
    said = links(filters.panel(scene))
    assert parse(said["90% or more"]).filters.confidence == 0.9
    assert parse(said["any"]).filters.confidence == 0
    off = links(filters.chips(scene))
    assert "Remove the filter confidence 70% or more" in off
    assert parse(off["Remove the filter dated by the article's date"]).filters.basis == ()


@pytest.mark.parametrize("id_", [f"e{number}" for number in range(1, 11)])
def test_the_link_of_an_event_opens_it_with_nothing_filtered(id_: str) -> None:
    made = gather([seed()])
    scene = scene_of(made, f"?event={id_}&status=occurred&actor={US}")
    entry_ = next(e for e in made.entries if e.id == id_)
    alone = scene_of(made, address(details.alone(scene.state, entry_)))
    assert alone.state.event == id_
    assert id_ in {e.id for e in alone.shown.entries}


def test_the_events_before_and_after_share_an_actor() -> None:
    made = gather([seed()])
    scene = scene_of(made, "?event=e4")
    for chosen in scene.found.entries:
        before, after = details.neighbours(scene, chosen)
        who = {p.id for p in chosen.event.actors}
        for other in (before, after):
            assert other is None or who & {p.id for p in other.event.actors}
        assert before is None or by_date(before) <= by_date(chosen)
        assert after is None or by_date(after) > by_date(chosen)


# ------------------------------------------------------------------------------------------------ articles


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(1, 12), st.sampled_from([EVENT, "time", SENTENCE]))))
def test_marks_lie_inside_one_another_or_apart(given_: list[tuple[int, int, str]]) -> None:
    spans = nested(Span(a, a + n, kind, f"{a}-{n}") for a, n, kind in given_)
    for one in spans:
        for other in spans:
            apart = one.end <= other.start or other.end <= one.start
            inside = (
                one.start <= other.start <= other.end <= one.end or other.start <= one.start <= one.end <= other.end
            )
            assert apart or inside


@given(st.text("ab \n\r\té", max_size=60))
def test_paragraphs_leave_out_white_space_alone(text: str) -> None:
    found = paragraphs(text)
    assert "".join("".join(text[a:b].split()) for a, b in found) == "".join(text.split())
    assert all(text[a:b] == text[a:b].strip() for a, b in found)


def test_an_article_is_read_whole_with_its_three_kinds_of_marks() -> None:
    record = seed()
    scene = scene_of(gather([record]), f"?view=articles&article={record.article.id}")
    made = articles.view(scene, TODAY)
    read = next(part for part in parts(made) if getattr(part, "id", None) == "read")
    said = "".join(part for part in parts(read) if isinstance(part, str))
    assert "".join(said.split()) == "".join(record.article.text.split())
    names = {getattr(part, "className", "") for part in parts(read)}
    assert {"time", "event", "sentence"} <= names
    events = [part for part in parts(read) if getattr(part, "className", "") == "event"]
    assert len(events) == sum(event.on_calendar for event in record.events)
    assert {s.kind for s in spans_of(record, record.events)} >= {EVENT, SENTENCE}


AUTUMN = (
    When("2025-09", date(2025, 9, 1), date(2025, 10, 1), "2025-09", "explicit", "within"),
    When("2026-12", None, date(2026, 12, 24), "../2026-12-23", "explicit", "within"),
)


def test_articles_are_listed_with_their_dates_and_counts() -> None:
    some = scene_of(collection(), "?view=articles")
    said = words(articles.view(some, TODAY))
    assert "5 articles" in said
    assert "27 Jul 2016" in said
    every = articles.listed(scene_of(collection(), "?view=articles&dates=all"))
    assert len(every) == 5
    entries = [
        replace(e, event=replace(e.event, when=of)) for e, of in zip(seed_timeline().entries, AUTUMN, strict=False)
    ]
    told = words(
        articles.view(scene_of(replace(seed_timeline(), entries=tuple(entries)), "?view=articles&dates=all"), TODAY)
    )
    assert "Sep 2025 – Dec 2026" in told  # no day that nobody named
    lost = words(articles.view(scene_of(collection(), "?view=articles&article=gone"), TODAY))
    assert "no article “gone”" in lost


@pytest.mark.parametrize("name", list(VIEWS))
@pytest.mark.parametrize("made", [Timeline(), gather([seed()])], ids=["nothing", "seed"])
def test_every_view_draws_and_says_something(name: str, made: Timeline) -> None:
    scene = scene_of(made, address(State(view=name)))
    assert words(VIEWS[name].draw(scene, TODAY))
    assert VIEWS[name].summary(scene, TODAY)
    for href in links(VIEWS[name].draw(scene, TODAY)).values():
        assert not not_understood(href)
