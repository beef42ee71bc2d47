from __future__ import annotations

from dataclasses import fields, replace
from datetime import date
from urllib.parse import parse_qs, urlencode

import pytest
from calendar_samples import CARTER, DUNFORD, KERRY, LAVROV, MISTURA, RATNEY, RU, UN, US, seed_timeline
from hypothesis import given
from hypothesis import strategies as st
from record_strategies import days, records, words

from timeline.filters import (
    KEYS,
    MODES,
    UNNAMED,
    Filters,
    beneath,
    circle,
    facets,
    in_words,
    named,
    select,
    source_of,
    sources,
)
from timeline.model import BASES, STATUSES, TYPES, Actor
from timeline.timelines import gather

SEED = seed_timeline()
several = st.lists(words.map(str.strip).filter(bool), max_size=3, unique=True).map(tuple)


def choices(allowed):
    return st.lists(st.sampled_from(allowed), max_size=3, unique=True).map(tuple)


all_filters = st.builds(
    Filters,
    actor=several,
    mode=st.sampled_from(MODES),
    type=choices(TYPES),
    status=choices(STATUSES),
    basis=choices(BASES),
    from_=st.none() | days,
    to=st.none() | days,
    salience=st.floats(0, 1),
    confidence=st.floats(0, 1),
    source=several,
    text=words.map(str.strip),
)


@given(all_filters)
def test_filters_come_back_from_an_address(filters):
    address = urlencode(filters.to_query(), doseq=True)
    assert Filters.from_query(parse_qs(address)) == filters


@given(all_filters)
def test_a_key_that_stands_once_may_be_a_string(filters):
    query = {key: values[0] if len(values) == 1 else values for key, values in filters.to_query().items()}
    assert Filters.from_query(query) == filters


def test_the_defaults_leave_the_address_empty():
    assert Filters().to_query() == {}
    assert Filters.from_query({}) == Filters()


def test_the_keys_of_an_address_are_the_names_of_the_options():
    names = "actor mode type status basis from to salience confidence source text"
    assert list(KEYS.values()) == names.split()
    assert set(KEYS) == {f.name for f in fields(Filters)}


NONSENSE = [
    {"status": "done"},
    {"type": ["", "war"]},
    {"from": "yesterday"},
    {"to": "2016-02-30"},
    {"salience": "2"},
    {"confidence": "nan"},
    {"mode": "some"},
    {"text": "  "},
    {"other": "<img onerror=1>"},
    {"actor": None},
]


@pytest.mark.parametrize("query", NONSENSE)
def test_what_means_nothing_in_an_address_is_passed_over(query):
    assert Filters.from_query(query) == Filters()


def shown(**given) -> list[str]:
    return [e.id for e in select(SEED, Filters(**{"salience": 0.0} | given)).entries]


def test_a_country_finds_its_people_and_whoever_acts_for_them():
    assert circle(SEED.actors, US) == {US, KERRY, CARTER, DUNFORD, RATNEY}
    assert circle(SEED.actors, KERRY) == {KERRY}
    assert circle(SEED.actors, UN) == {UN, MISTURA}
    assert beneath(SEED.actors, US) == (CARTER, KERRY, DUNFORD, RATNEY)  # by name


def test_whoever_acts_for_a_body_of_a_country_is_of_the_country():
    actors = {
        a.id: a
        for a in (
            Actor("country:us", "United States", "country", "US"),
            Actor("organisation:state", "State Department", "organisation", "US"),
            Actor("person:envoy", "Envoy", "person", None, None, "organisation:state"),
            Actor("place:washington", "Washington", "place", "US"),
        )
    }
    assert circle(actors, "country:us") == {"country:us", "organisation:state", "person:envoy"}


def test_a_country_that_nobody_names_still_finds_its_people():
    actors = {KERRY: SEED.actors[KERRY]}
    assert circle(actors, US) == {US, KERRY}


def test_two_that_act_for_each_other_are_no_endless_chain():
    actors = {id_: Actor(id_, id_, "group", None, None, of) for id_, of in (("a", "b"), ("b", "a"))}
    assert circle(actors, "a") == {"a", "b"}


def test_filtering_by_a_country_shows_the_events_of_its_people():
    events = {e.id: {p.id for p in e.event.actors} for e in SEED.entries}
    ours = {US, KERRY, CARTER, DUNFORD, RATNEY}
    assert set(shown(actor=(US,))) == {id_ for id_, who in events.items() if who & ours}
    assert 0 < len(shown(actor=(US,))) < len(events)


def test_any_or_all_of_the_actors():
    both = set(shown(actor=(KERRY, LAVROV), mode="all"))
    assert both == set(shown(actor=(KERRY,))) & set(shown(actor=(LAVROV,)))
    assert set(shown(actor=(KERRY, LAVROV))) == set(shown(actor=(KERRY,))) | set(shown(actor=(LAVROV,)))
    assert both


@pytest.mark.parametrize("field", ["type", "status"])
def test_a_choice_shows_only_its_events(field):
    for entry in SEED.entries:
        value = getattr(entry.event, field)
        found = shown(**{field: (value,)})
        assert entry.id in found
        assert all(getattr(e.event, field) == value for e in SEED.entries if e.id in found)


def test_days_show_what_touches_them_and_nothing_undated():
    dated = [e for e in SEED.entries if e.event.when.first or e.event.when.until]
    assert shown(from_=date(1900, 1, 1)) == [e.id for e in dated]
    assert len(dated) < len(SEED.entries)
    for entry in dated:
        first, until = entry.event.when.first, entry.event.when.until
        if first and until:
            assert entry.id in shown(from_=first, to=first)
            assert entry.id not in shown(from_=until)
            assert entry.id in shown(to=first)


def test_the_salience_line_is_there_unless_somebody_says_otherwise():
    low = replace(SEED.entries[0].event, salience=0.49)
    timeline = replace(SEED, entries=(replace(SEED.entries[0], event=low),))
    assert select(timeline, Filters()).entries == ()
    assert select(timeline, Filters(salience=0.0)) == timeline


def test_text_is_sought_in_title_sentence_and_names():
    entry = SEED.entries[0]
    assert entry.id in shown(text=entry.event.title.upper())
    name = SEED.actors[entry.event.actors[0].id].name
    assert entry.id in shown(text=name)
    assert shown(text="no such words anywhere") == []


def test_articles_without_a_source_are_of_the_host_of_their_address_or_of_none_named():
    record = next(iter(SEED.records.values()))
    assert sources(SEED) == (source_of(record),)
    assert shown(source=sources(SEED)) == shown()
    assert shown(source=("other",)) == []
    bare = replace(record.article, source=None, url=None)
    assert source_of(replace(record, article=bare)) == UNNAMED
    assert source_of(replace(record, article=replace(bare, url="http://["))) == UNNAMED
    assert source_of(replace(record, article=replace(bare, url="https://herald.example/talks"))) == "herald.example"


@given(st.lists(records(), max_size=3, unique_by=lambda r: r.article.id), all_filters)
def test_what_is_selected_is_part_of_what_there_was(many, filters):
    timeline = gather(many)
    chosen = select(timeline, filters)
    assert set(chosen.entries) <= set(timeline.entries)
    assert select(chosen, filters) == chosen
    assert (chosen.actors, chosen.records) == (timeline.actors, timeline.records)


@given(st.lists(records(), max_size=3, unique_by=lambda r: r.article.id))
def test_a_count_is_what_its_choice_would_show(many):
    timeline, filters = gather(many), Filters(salience=0.0)
    counts = facets(timeline, filters)
    for id_, count in counts.actor.items():
        assert count == len(select(timeline, replace(filters, actor=(id_,))).entries)
    for status, count in counts.status.items():
        assert count == len(select(timeline, replace(filters, status=(status,))).entries)
    assert sum(counts.type.values()) == sum(counts.basis.values()) == sum(counts.source.values())


def test_an_actor_that_does_nothing_is_offered_with_a_count_of_none():
    counts = facets(SEED, Filters()).actor
    assert counts[DUNFORD] == 0
    assert not any(id_.startswith("place:") for id_ in counts)


def test_counts_stand_still_while_their_own_kind_is_chosen():
    free, chosen = facets(SEED, Filters()), facets(SEED, Filters(status=("hoped",)))
    assert chosen.status == free.status
    assert chosen.type != free.type


def test_with_all_a_count_is_of_what_is_shared():
    counts = facets(SEED, Filters(actor=(KERRY,), mode="all", salience=0.0)).actor
    assert counts[LAVROV] == len(shown(actor=(KERRY, LAVROV), mode="all"))


@pytest.mark.parametrize(
    ("said", "ids"),
    [
        (US, (US,)),
        ("united states", (US,)),
        ("us", (US,)),
        ("Kerry", (KERRY,)),
        ("john kerry", (KERRY,)),
        ("Geneva", ()),
        ("nobody", ()),
        (" ", ()),
    ],
)
def test_an_actor_is_found_by_what_people_call_it(said, ids):
    assert named(SEED.actors, said) == ids


@pytest.mark.parametrize(
    ("filters", "said"),
    [
        (Filters(), ""),
        (Filters(actor=(US, RU)), "United States or Russia"),
        (Filters(actor=(US, RU), mode="all"), "United States and Russia"),
        (Filters(status=("planned", "hoped"), from_=date(2016, 8, 1)), "planned or hoped for; from 1 Aug 2016"),
        (Filters(salience=0.0), "any salience"),
        (Filters(basis=("published",), text="Geneva"), "dated by the article's date; “Geneva”"),
    ],
)
def test_filters_can_be_said_in_words(filters, said):
    assert in_words(SEED, filters) == said
