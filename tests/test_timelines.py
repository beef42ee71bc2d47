from __future__ import annotations

from dataclasses import replace
from datetime import date

from calendar_samples import seed
from hypothesis import given
from hypothesis import strategies as st
from record_strategies import records

from timeline.model import Actor, Article, Participant, Place, Published, Record, Span, When
from timeline.timelines import gather


@given(st.lists(records(), max_size=4, unique_by=lambda r: r.article.id), st.randoms())
def test_the_order_of_articles_never_changes_the_timeline(many, random):
    shuffled = list(many)
    random.shuffle(shuffled)
    assert gather(shuffled) == gather(many)


@given(st.lists(records(), max_size=3, unique_by=lambda r: r.article.id))
def test_every_event_has_one_entry(many):
    told = sorted((r.article.id, e.id) for r in many for e in r.events)
    assert sorted((one.article, one.id) for e in gather(many).entries for one in e.told) == told


def _record(id_: str, *whens: When, published: date = date(2016, 7, 27), actors: tuple[Actor, ...] = ()) -> Record:
    event = seed().events[0]
    events = tuple(replace(event, id=f"{id_}{n}", title=f"{id_}{n}", when=when) for n, when in enumerate(whens))
    return Record(Article(id_, "text"), Published(None, published, None, "given", ""), actors=actors, events=events)


def test_a_body_or_place_of_a_ministers_full_name_is_the_minister():
    ana = Actor("person:ana-gil", "Ana Gil", "person", role="Foreign Minister")
    body = Actor("organisation:ana-gil", "Ana Gil", "organisation")
    day = When(first=date(2016, 3, 24), until=date(2016, 3, 25))

    def of(id_: str, actor: Actor, place: Place | None = None) -> Record:
        record = _record(id_, day, actors=(actor,))
        parts = (Participant(actor.id, "agent"),)
        return replace(record, events=tuple(replace(e, actors=parts, place=place) for e in record.events))

    told = gather([of("a", ana), of("b", body, Place(body.id, "Ana Gil"))])
    assert set(told.actors) == {ana.id}
    assert [p.id for e in told.entries for p in e.event.actors] == [ana.id, ana.id]
    assert all(e.event.place is None for e in told.entries)
    assert told.records["b"].actors == (body,)  # what was read stays
    more = gather([of("a", ana), of("b", body), of("c", body)])  # most know the body
    assert set(more.actors) == {ana.id, body.id}
    nobody = replace(ana, role=None)
    assert set(gather([of("a", nobody), of("b", body)]).actors) == {ana.id, body.id}


def test_whom_an_article_calls_by_his_last_name_is_the_one_so_called_in_those_near_it():
    ana, eva = (Actor(f"person:{n.lower()}-gil", f"{n} Gil", "person", "BO") for n in ("Ana", "Eva"))
    gil = Actor("person:gil", "Gil", "person")
    day = When(first=date(2016, 3, 24), until=date(2016, 3, 25))

    def of(id_: str, actor: Actor, published: date) -> Record:
        record = _record(id_, day, actors=(actor,), published=published)
        return replace(
            record, events=tuple(replace(e, actors=(Participant(actor.id, "agent"),)) for e in record.events)
        )

    first, soon, late = date(2016, 3, 24), date(2016, 4, 3), date(2016, 7, 3)
    told = gather([of("a", ana, first), of("b", gil, soon)])
    assert set(told.actors) == {ana.id, "country:bo"}
    assert {p.id for e in told.entries for one in e.told for p in one.event.actors} == {ana.id}
    assert gil.id in gather([of("a", ana, first), of("b", gil, late)]).actors  # months later it may be another
    assert gil.id in gather([of("a", ana, first), of("b", gil, soon), of("c", eva, soon)]).actors  # which of the two?
    assert gil.id in gather([of("a", ana, first), of("b", replace(gil, country="PE"), soon)]).actors
    some = gather([of("a", ana, first), of("b", gil, soon), of("c", gil, late)])
    assert {ana.id, gil.id} <= set(some.actors)


def test_entries_stand_by_first_day_then_end_and_undated_ones_last():
    march, august = date(2016, 3, 24), date(2016, 8, 1)
    record = _record(
        "a",
        When(),
        When(first=august, until=date(2016, 9, 1)),
        When(first=august, until=date(2016, 8, 11)),
        When(first=august),
        When(until=date(2016, 4, 1)),
        When(first=march, until=date(2016, 3, 25)),
    )
    assert [e.id for e in gather([record]).entries] == ["a5", "a4", "a2", "a1", "a3", "a0"]


def test_an_actor_of_two_articles_is_one_and_the_newer_says_its_role():
    older = Actor("person:x", "X", "person", "US", "senator", None, (Span(0, 1),))
    newer = Actor("person:x", "X", "person", None, "minister", "country:us")
    many = [
        _record("a", published=date(2016, 1, 1), actors=(older,)),
        _record("b", published=date(2017, 1, 1), actors=(newer,)),
    ]
    found = gather(many).actors
    assert found["person:x"] == Actor("person:x", "X", "person", "US", "minister", "country:us")
    # A country is there with its people, though nobody names it.
    assert found.keys() == {"person:x", "country:us"}
    assert found["country:us"] == Actor("country:us", "United States", "country", "US")
    league = Actor("organisation:league", "League", "organisation")
    envoy = Actor("person:y", "Y", "person", "KR", "envoy", league.id)
    assert "country:kr" not in gather([_record("c", actors=(league, envoy))]).actors


def test_the_records_stay_whole():
    record = seed()
    assert gather([record]).records == {record.article.id: record}


def test_nothing_gives_an_empty_timeline():
    assert gather([]).entries == ()


def test_events_of_a_day_stand_by_their_hour():
    def at(value: str, edtf: str) -> When:
        return When(value, date(2016, 5, 4), date(2016, 5, 5), edtf, "explicit", "within")

    hours = [
        at("2016-05-04TEV", "2016-05-04"),
        at("2016-05-04T15:30", "2016-05-04T15:30:00Z"),
        at("2016-05-04TMO", "2016-05-04"),
        at("2016-05-04T09:00", "2016-05-04T09:00:00"),
        at("2016-05-04", "2016-05-04"),
    ]
    assert [entry.id for entry in gather([_record("a", *hours)]).entries] == ["a4", "a2", "a3", "a1", "a0"]
