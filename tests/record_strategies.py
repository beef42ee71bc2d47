"""Records of every shape that the model allows, for property tests."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import strategies as st

from timeline.model import (
    BASES,
    EXTENTS,
    KINDS,
    ORIGINS,
    ROLES,
    STATUSES,
    TIME_TYPES,
    TYPES,
    Actor,
    Article,
    Event,
    Participant,
    Place,
    Published,
    Record,
    Span,
    Step,
    TimeExpression,
    Trigger,
    When,
)

words = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
names = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12)
days = st.dates(date(1900, 1, 1), date(2100, 12, 31))
spans = st.tuples(st.integers(0, 500), st.integers(1, 80)).map(lambda p: Span(p[0], p[0] + p[1]))
shares = st.floats(0, 1)
steps = st.lists(st.builds(Step, words, words, words), max_size=2).map(tuple)
stretches = st.one_of(
    st.just((None, None)),
    st.tuples(days, st.none()),
    st.tuples(st.none(), days),
    st.tuples(days, st.integers(1, 400)).map(lambda p: (p[0], p[0] + timedelta(days=p[1]))),
)


@st.composite
def whens(draw: st.DrawFn) -> When:
    first, until = draw(stretches)
    return When(
        value=draw(st.none() | words),
        first=first,
        until=until,
        edtf=draw(st.none() | words),
        basis=draw(st.sampled_from(BASES)),
        extent=draw(st.none() | st.sampled_from(EXTENTS)),
        time=draw(st.none() | names),
    )


@st.composite
def times(draw: st.DrawFn) -> TimeExpression:
    first, until = draw(stretches)
    span = draw(spans)
    return TimeExpression(
        id=draw(names),
        start=span.start,
        end=span.end,
        text=draw(words),
        type=draw(st.sampled_from(TIME_TYPES)),
        value=draw(st.none() | words),
        mod=draw(st.none() | words),
        first=first,
        until=until,
        edtf=draw(st.none() | words),
        rule=draw(words),
        anchor=draw(st.none() | words),
        parts=tuple(draw(st.lists(names, max_size=2))),
        why=draw(steps),
    )


actors = st.builds(
    Actor,
    id=names,
    name=words,
    kind=st.sampled_from(KINDS),
    country=st.none() | st.sampled_from(["US", "RU", "SY"]),
    role=st.none() | words,
    of=st.none() | names,
    mentions=st.lists(spans, max_size=3).map(tuple),
)
events = st.builds(
    Event,
    id=names,
    title=words,
    type=st.sampled_from(TYPES),
    status=st.sampled_from(STATUSES),
    salience=shares,
    confidence=shares,
    trigger=st.builds(lambda s, w: Trigger(s.start, s.end, w), spans, words),
    sentence=spans,
    when=whens(),
    actors=st.lists(st.builds(Participant, names, st.sampled_from(ROLES)), max_size=3).map(tuple),
    place=st.none() | st.builds(Place, names, words),
    same=st.none() | names,
    put_off=st.booleans(),
    cue=st.none() | spans,
    said_by=st.none() | words,
    why=steps,
)
articles = st.builds(
    Article,
    id=names,
    text=words,
    title=st.none() | words,
    published=st.none() | days,
    source=st.none() | words,
    url=st.none() | words,
    language=st.just("en"),
    note=st.none() | words,
)


@st.composite
def records(draw: st.DrawFn) -> Record:
    first, until = draw(stretches)
    published = Published(draw(st.none() | words), first, until, draw(st.sampled_from(ORIGINS)), draw(words))
    return Record(
        article=draw(articles),
        published=published,
        times=tuple(draw(st.lists(times(), max_size=3))),
        actors=tuple(draw(st.lists(actors, max_size=3, unique_by=lambda a: a.id))),
        events=tuple(draw(st.lists(events, max_size=3, unique_by=lambda e: e.id))),
        warnings=tuple(draw(st.lists(words, max_size=1))),
    )
