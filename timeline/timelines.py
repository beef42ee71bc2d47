"""Records of one or many articles → one Timeline: ordered by date, actors united by id. Pure."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta

from timeline import wording
from timeline.dates import hour_of
from timeline.merging import merged
from timeline.model import Actor, Entry, Event, Failure, Participant, Record, Timeline

_OPEN = date.max
_NEAR = timedelta(31)  # between articles of which one calls by his last name whom the other names in full


def gather(records: Iterable[Record | Failure]) -> Timeline:
    """The timeline of these records; the order in which they come does not change it.

    Entries stand by first day, then by end, by hour and by title; one with an open start stands where it ends,
    undated ones stand last. An actor that several articles name is one, and has no mentions: offsets mean nothing
    without their article, and stay in `records`. Of two records with one id the later one counts. What one article
    takes for a body or a place is the person whom the others know by that name, and whom one calls by his last name is
    the one so called in those near it. An event that several articles tell is one entry with the others in its `also`
    (`timeline.merging`). A Failure is passed over.
    """
    by_id = {record.article.id: record for record in records if not isinstance(record, Failure)}
    kept = {id_: by_id[id_] for id_ in sorted(by_id)}
    persons, surnames = _namesakes(kept.values()), _surnames(kept.values())
    entries = [
        Entry(_of_persons(event, meant) if meant else event, id_)
        for id_, record in kept.items()
        for meant in [persons | surnames.get(id_, {})]
        for event in record.events
    ]
    actors = {id_: actor for id_, actor in united(kept.values()).items() if id_ not in persons}
    for id_ in {one for meant in surnames.values() for one in meant}:  # who is called so elsewhere stays
        if all(id_ in surnames.get(r.article.id, ()) for r in kept.values() if any(a.id == id_ for a in r.actors)):
            del actors[id_]
    return Timeline(tuple(sorted(merged(entries, kept, actors), key=order)), actors, kept)


def _namesakes(records: Iterable[Record]) -> dict[str, str]:
    """Ids of bodies and places → the person meant: of the same full name, with a title, in as many articles or more.

    "Quiroga called the outcome a first step" may be read as of a body; that she is Bolivia's minister another tells.
    """
    told: Counter[str] = Counter()
    known: set[str] = set()
    for record in records:
        for actor in record.actors:
            if " " in actor.name and actor.kind in ("person", "organisation", "place"):
                told[actor.id] += 1
                if actor.kind == "person" and actor.role:
                    known.add(actor.id)
    others = {id_: f"person:{id_.partition(':')[2]}" for id_ in told if not id_.startswith("person:")}
    return {id_: person for id_, person in others.items() if person in known and told[person] >= told[id_]}


def _surnames(records: Iterable[Record]) -> dict[str, dict[str, str]]:
    """For each article, ids of those it calls by one name alone → the one person meant, of articles near it.

    "Addo" is Efua Addo of last week's article, where no other of that name and country is told of within a month; so
    is whom nobody has for a last name: "Abiy" is Abiy Ahmed, "Xue" Xue Bing.
    """
    full: dict[str, dict[str, list[tuple[date, str | None]]]] = defaultdict(lambda: defaultdict(list))
    first: dict[str, dict[str, list[tuple[date, str | None]]]] = defaultdict(lambda: defaultdict(list))
    alone: list[tuple[Record, Actor]] = []
    for record in records:
        day = record.published.first or date.min
        for actor in record.actors:
            if actor.kind == "person" and " " in actor.name:
                full[actor.name.rpartition(" ")[2].casefold()][actor.id].append((day, actor.country))
                first[actor.name.partition(" ")[0].casefold()][actor.id].append((day, actor.country))
            elif actor.kind == "person":
                alone.append((record, actor))
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for record, actor in alone:
        day, name = record.published.first or date.min, actor.name.casefold()
        near = [
            id_
            for id_, told in (full.get(name) or first.get(name, {})).items()
            if any(
                abs(day - when) <= _NEAR and (not actor.country or land in (None, actor.country)) for when, land in told
            )
        ]
        if len(near) == 1:
            found[record.article.id][actor.id] = near[0]
    return found


def _of_persons(event: Event, persons: Mapping[str, str]) -> Event:
    """An event with those persons in place of the bodies and places for which they were taken."""
    if not any(part.id in persons for part in event.actors) and (event.place is None or event.place.id not in persons):
        return event
    parts: dict[str, Participant] = {}
    for part in event.actors:
        id_ = persons.get(part.id, part.id)
        parts.setdefault(id_, replace(part, id=id_))
    place = None if event.place is not None and event.place.id in persons else event.place
    return replace(event, actors=tuple(parts.values()), place=place)


def order(entry: Entry) -> tuple[bool, date, date, str, str, str, str]:
    """The key that sorts entries as a calendar does."""
    when = entry.event.when
    undated = when.first is None and when.until is None
    last = when.until - timedelta(days=1) if when.until else _OPEN
    return (undated, when.first or last, last, hour_of(when), entry.event.title, entry.article, entry.event.id)


def united(records: Iterable[Record]) -> dict[str, Actor]:
    """Each actor of these records once, by id, what one article leaves out filled in from the next newest.

    A country is there with its people, also where no article names it itself; not with those who act for a body of
    several countries.
    """
    newest_first = sorted(records, key=_newness, reverse=True)
    actors: dict[str, Actor] = {}
    for record in newest_first:
        for actor in record.actors:
            known = actors.get(actor.id)
            if known is None:
                actors[actor.id] = replace(actor, mentions=())
            else:
                actors[actor.id] = replace(
                    known,
                    country=known.country or actor.country,
                    role=known.role or actor.role,
                    of=known.of or actor.of,
                )
    for actor in list(actors.values()):
        home = f"country:{(actor.country or '').lower()}"
        if actor.country and actor.kind != "place" and home not in actors and not abroad(actors, actor):
            actors[home] = Actor(home, wording.named(home), "country", actor.country)
    return {id_: actors[id_] for id_ in sorted(actors)}


def abroad(actors: Mapping[str, Actor], actor: Actor) -> bool:
    """Whether somebody acts for a body that is of no one country: the UN's secretary-general, wherever he is from."""
    body = actors.get(actor.of or "")
    return body is not None and body.kind == "organisation" and body.country is None


def _newness(record: Record) -> tuple[date, str]:
    return (record.published.first or date.min, record.article.id)
