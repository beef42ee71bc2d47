"""What one verb tells of several, each on a day of his own: "will visit Chad on Monday, Mali on Tuesday".

Or of several who do it: "Togo signed it on Monday and Chad on Friday".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from timeline.events import grammar
from timeline.events.salience import MET
from timeline.events.story import Candidate, Story
from timeline.events.stretches import when_of
from timeline.model import Event, Place, Step, TimeExpression, Trigger, event_id


def part(events: Iterable[Event], found: Sequence[Candidate], r: Story) -> Iterator[Event]:
    """The events; behind one of them those of the others whom its verb tells of, each on his day."""
    for e, c in zip(events, found, strict=True):
        told = e.on_calendar and (not c.noun or (c.light and c.type in MET)) and c.near and c.last is None
        others = dict(_others(e, c, r)) if told else {}
        yield replace(e, actors=tuple(p for p in e.actors if p.id not in others)) if others else e
        yield from others.values()


def _others(e: Event, c: Candidate, r: Story) -> Iterator[tuple[str, Event]]:
    """Those behind the first whom a verb tells of, and the event of each."""
    if c.time is None or c.time_token is None:
        return
    i = _end(c.time_token.i, c.time, r)
    while (found := _next(i, c.time_token.sent.end, r)) is not None:
        other, where, x, i = found
        whom = _whom(c, other, r)
        first = _who(c, r) if whom is None else whom
        if not first or (i < len(r.doc) and grammar.is_verb(r.doc[i])):
            return  # "Togo signed it on Monday and Chad on Tuesday refused"
        if whom is None and len({r.names.kind.get(i) == "person" for i in (first, r.mention[other.i])}) > 1:
            return  # "Peru opened a bridge on Monday and Lund on Tuesday"
        instead = {first: r.mention[other.i]}
        if e.place is not None and where is not None:  # "met Lund in Oslo on Monday and Berg in Lima on Tuesday"
            instead[e.place.id] = where
        told = {r.names.short(a): r.names.short(b) for a, b in instead.items()}
        if any(e.title.count(a) != 1 or b in e.title for a, b in told.items()) or (where and len(instead) == 1):
            return
        yield r.mention[other.i], _event(e, replace(c, time=x, time_token=r.doc[i - 1]), instead, other, r)


def _who(c: Candidate, r: Story) -> str | None:
    """Who alone does, or undergoes, what an event's verb tells: "Lund" of "Lund left on Monday and Kos on Friday"."""
    subjects = [] if c.noun else grammar.subjects(c.verb)
    return r.mention.get(subjects[0].i) if len(subjects) == 1 else None


def _whom(c: Candidate, other: Token, r: Story) -> str | None:
    """Whom or what an event's verb has before its day as it has another behind it: "Chad" of "visits Chad on Monday".

    Under the preposition of that other, if it has one: "sends Lund to Oslo on Monday and to Lima on Friday"; "" where
    the two do not stand alike.
    """
    if c.time_token is None or c.time_token.i < c.token.i:
        return None
    before, told = r.doc[other.i - 1], range(c.token.i, c.time_token.i)
    if before.pos_ == "ADP":
        return next((r.mention[i] for i in told if i in r.mention and r.doc[i - 1].lower_ == before.lower_), "")
    held = {*c.patients, *c.others, *([c.place.id] if c.place is not None else [])}
    named = [i for i in told if r.mention.get(i) in held]
    if c.type not in MET and named and all(r.mention.get(o.i) != r.mention[named[0]] for o in grammar.objects(c.verb)):
        return ""  # "kept his party out pending talks with Lund on Monday and Berg on Tuesday"
    return r.mention[named[0]] if named else None


def _end(i: int, x: TimeExpression, r: Story) -> int:
    while i < len(r.doc) and r.timed.get(i) is x:
        i += 1
    return i


def _next(i: int, end: int, r: Story) -> tuple[Token, str | None, TimeExpression, int] | None:
    """The next one behind a day, where, his day, and where that ends: ", Berg in Lima on Tuesday"."""
    first = i
    while i < end and r.doc[i].lower_ in r.lexicon.dating["gapped_by"]:
        i += 1
    if i == first or i >= end:
        return None
    i += r.doc[i].pos_ == "ADP"  # "and with Prime Minister Jan Berg"
    i += i < end and r.doc[i].lower_ in grammar.WORDS["the"]
    while i < end and i not in r.mention and r.doc[i].pos_ == "PROPN":
        i += 1
    if i not in r.mention:
        return None
    whom, where = r.doc[i], None
    while i < end and r.mention.get(i) == r.mention[whom.i]:
        i += 1
    i += i < end and r.doc[i].pos_ == "ADP"
    if i < end and i in r.mention and i not in r.timed and r.doc[i - 1].lower_ in r.lexicon.roles["inside"]:
        where = r.mention[i]
        while i < end and r.mention.get(i) == where:
            i += 1
        i += i < end and r.doc[i].pos_ == "ADP"
    x = r.timed.get(i) if i < end else None
    if x is None or x.type not in {"DATE", "TIME"} or x.first is None:
        return None
    return whom, where, x, _end(i, x, r)


def _event(e: Event, c: Candidate, instead: dict[str, str], whom: Token, r: Story) -> Event:
    """The event of one more: with him in the place of the first, on his day, at his place."""
    text = r.article.text[whom.idx : whom.idx + len(whom.text)]
    title, place = e.title, e.place
    for a, b in instead.items():
        title = title.replace(r.names.short(a), r.names.short(b))
        if place is not None and place.id == a:
            place = Place(b, r.actors[b].name)
    return replace(
        e,
        id=event_id(f"{e.id}\0{whom.idx}\0{text}"),
        title=title,
        trigger=Trigger(whom.idx, whom.idx + len(whom.text), text),
        when=when_of(c.time, c, r) if c.time is not None else e.when,
        actors=tuple(replace(p, id=instead.get(p.id, p.id)) for p in e.actors if p.id not in instead.values()),
        place=place,
        why=(Step(f"“{c.time.text}”", "its own words", ""), *e.why[1:]) if c.time is not None else e.why,
    )
