"""Records of one or many articles → one Timeline: ordered by date, actors united by id. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta

from timeline import wording
from timeline.model import Actor, Entry, Record, Timeline

_OPEN = date.max


def gather(records: Iterable[Record]) -> Timeline:
    """The timeline of these records; the order in which they come does not change it.

    Entries stand by first day, then by end, then by title; one with an open start stands where it ends, undated
    ones stand last. An actor that several articles name is one, and has no mentions: offsets mean nothing without
    their article, and stay in `records`. Of two records with one id the later one counts.
    """
    by_id = {record.article.id: record for record in records}
    kept = {id_: by_id[id_] for id_ in sorted(by_id)}
    entries = [Entry(event, id_) for id_, record in kept.items() for event in record.events]
    return Timeline(tuple(sorted(entries, key=order)), united(kept.values()), kept)


def order(entry: Entry) -> tuple[bool, date, date, str, str, str]:
    """The key that sorts entries as a calendar does."""
    when = entry.event.when
    undated = when.first is None and when.until is None
    last = when.until - timedelta(days=1) if when.until else _OPEN
    return (undated, when.first or last, last, entry.event.title, entry.article, entry.event.id)


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
