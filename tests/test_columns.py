"""The columns of a timeline: the same answers as asking every event, in a fraction of the time."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from calendar_samples import many
from hypothesis import given, settings
from hypothesis import strategies as st
from record_strategies import records

from timeline.columns import Columns
from timeline.dates import standing
from timeline.drawing.lanes import in_window
from timeline.filters import MODES, Filters, circle, says, sources_of
from timeline.model import BASES, STATUSES, TYPES, Entry, Timeline
from timeline.timelines import gather


def fits(timeline: Timeline, entry: Entry, filters: Filters) -> bool:
    """What the filters mean, said for one event."""
    event, when = entry.event, entry.event.when
    who = {part.id for part in event.actors}
    acting = [not who.isdisjoint(circle(timeline.actors, id_)) for id_ in filters.actor]
    return (
        event.salience >= filters.salience
        and event.confidence >= filters.confidence
        and (not filters.type or event.type in filters.type)
        and (not filters.status or event.status in filters.status)
        and (not filters.basis or when.basis in filters.basis)
        and ((filters.from_ is None and filters.to is None) or bool(when.first or when.until))
        and (filters.from_ is None or when.until is None or when.until > filters.from_)
        and (filters.to is None or when.first is None or when.first <= filters.to)
        and (not acting or (any(acting) if filters.mode == "any" else all(acting)))
        and (not filters.source or not sources_of(timeline, entry).isdisjoint(filters.source))
        and all(word in says(timeline, entry) for word in filters.text.casefold().split())
    )


def some(values: list[str]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(values), max_size=2, unique=True).map(tuple) if values else st.just(())


@st.composite
def questions(draw: st.DrawFn) -> tuple[Timeline, Filters]:
    timeline = draw(
        st.lists(records(), max_size=3).map(gather)
        | st.integers(0, 60).flatmap(lambda count: st.integers(0, 5).map(lambda seed: many(count, seed=seed)))
    )
    days = st.none() | st.dates(date(2014, 1, 1), date(2019, 1, 1))
    filters = Filters(
        actor=draw(some([*timeline.actors, "country:us", "person:nobody"])),
        mode=draw(st.sampled_from(MODES)),
        type=draw(some(list(TYPES))),
        status=draw(some(list(STATUSES))),
        basis=draw(some(list(BASES))),
        from_=draw(days),
        to=draw(days),
        salience=draw(st.sampled_from([0.0, 0.5, 0.8])),
        confidence=draw(st.sampled_from([0.0, 0.7])),
        source=draw(some([*{source for e in timeline.entries for source in sources_of(timeline, e)}, "elsewhere"])),
        text=draw(st.sampled_from(["", "talks", "envoys meet", "zzz"])),
    )
    return timeline, filters


@settings(deadline=None, max_examples=150)
@given(questions())
def test_a_mask_shows_what_the_filters_mean(question: tuple[Timeline, Filters]) -> None:
    timeline, filters = question
    columns = Columns(timeline)
    wanted = [fits(timeline, entry, filters) for entry in timeline.entries]
    assert columns.mask(filters).tolist() == wanted
    assert columns.pick(columns.mask(filters)).entries == tuple(
        entry for entry, kept in zip(timeline.entries, wanted, strict=True) if kept
    )


@settings(deadline=None, max_examples=100)
@given(questions())
def test_a_count_is_what_its_choice_would_show(question: tuple[Timeline, Filters]) -> None:
    timeline, filters = question
    columns = Columns(timeline)
    facets = columns.facets(filters)
    for name, values in (("type", TYPES), ("status", STATUSES), ("basis", BASES)):
        for value in values:
            one = replace(filters, **{name: (value,)})
            assert getattr(facets, name)[value] == sum(fits(timeline, entry, one) for entry in timeline.entries)
    for id_, count in facets.actor.items():
        one = replace(filters, actor=(*filters.actor, id_) if filters.mode == "all" else (id_,))
        assert count == sum(fits(timeline, entry, one) for entry in timeline.entries)
    for source, count in facets.source.items():
        one = replace(filters, source=(source,))
        assert count == sum(fits(timeline, entry, one) for entry in timeline.entries)


@settings(deadline=None)
@given(questions(), st.dates(date(2014, 1, 1), date(2019, 1, 1)), st.integers(1, 900))
def test_days_are_those_at_which_an_event_is_drawn(
    question: tuple[Timeline, Filters], first: date, length: int
) -> None:
    timeline, _ = question
    columns = Columns(timeline)
    window = (first, date.fromordinal(first.toordinal() + length))
    assert columns.standing(*window).tolist() == [in_window(e.event.when, window) for e in timeline.entries]
    drawn = [(low, high) for low, high, dated in zip(columns.low, columns.high, columns.dated, strict=True) if dated]
    stretches = [days for entry in timeline.entries if (days := standing(entry.event.when))]
    assert drawn == [(a.toordinal(), b.toordinal()) for a, b in stretches]


def test_a_sample_holds_every_kind_once() -> None:
    timeline = many(3000)
    columns = Columns(timeline)
    kept = columns.samples(np.arange(columns.size))
    assert len(kept) < 2000
    assert {(e.event.status, e.event.when.basis) for e in kept} == {
        (e.event.status, e.event.when.basis) for e in timeline.entries
    }
    assert columns.place(kept[-1].id) == timeline.entries.index(kept[-1])
    assert columns.place("gone") is None


@pytest.mark.slow
def test_a_hundred_thousand_events_are_filtered_at_once() -> None:
    base = many(1000, days=9000)
    timeline = replace(base, entries=base.entries * 100)
    columns = Columns(timeline)
    filters = Filters(actor=("country:us",), status=("planned",))
    columns.facets(filters)  # makes the columns that are made when first asked for
    start = time.process_time()
    columns.mask(filters)
    columns.facets(filters)
    assert time.process_time() - start < 0.5


def test_the_days_published_are_those_of_the_articles_whose_events_are_left():
    timeline = many(40)
    columns = Columns(timeline)
    days = {r.article.id: r.published.day for r in timeline.records.values()}
    told = {days[e.article].toordinal() for e in timeline.entries if days[e.article]}
    assert set(columns.days_published().tolist()) == told
    first = np.array([0])
    assert columns.days_published(first).tolist() == [days[timeline.entries[0].article].toordinal()]
    everything = {day.toordinal() for day in days.values() if day}
    assert set(columns.days_published(first[:0]).tolist()) == everything  # nothing is left: of all articles
