"""An article's text cut at its times, actors and events: what the article view marks. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from timeline.model import Event, Record, TimeExpression

SENTENCE, TIME, ACTOR, EVENT = "sentence", "time", "actor", "event"


@dataclass(frozen=True, slots=True)
class Span:
    """Words of an article that mean something: a time, an actor, an event's trigger, the chosen sentence."""

    start: int
    end: int
    kind: str
    id: str  # of a sentence: the ids of all events that it tells, with spaces between


def spans_of(record: Record, events: Iterable[Event]) -> list[Span]:
    """The times and actors of an article and these of its events, where its text says them."""
    inside = {part for time in record.times for part in time.parts}
    found = [Span(time.start, time.end, TIME, time.id) for time in record.times if time.id not in inside]
    found += [Span(m.start, m.end, ACTOR, actor.id) for actor in record.actors for m in actor.mentions]
    told: dict[tuple[int, int], list[str]] = {}
    for event in events:
        found.append(Span(event.trigger.start, event.trigger.end, EVENT, event.id))
        told.setdefault((event.sentence.start, event.sentence.end), []).append(event.id)
    found += [Span(start, end, SENTENCE, " ".join(ids)) for (start, end), ids in told.items()]
    return found


def nested(spans: Iterable[Span]) -> list[Span]:
    """The spans without those that cross another one's edge, so that each lies wholly inside or outside another.

    Of two that cross, the one that begins first stays; of two over the same words, the event, then the time.
    """
    rank = {SENTENCE: 0, EVENT: 1, TIME: 2, ACTOR: 3}
    kept: list[Span] = []
    around: list[Span] = []  # those in which the present place lies
    for span in sorted(spans, key=lambda s: (s.start, -s.end, rank[s.kind], s.id)):
        while around and around[-1].end <= span.start:
            around.pop()
        over = around[-1] if around else None
        crosses = over is not None and span.end > over.end
        again = over is not None and over.kind != SENTENCE and (over.start, over.end) == (span.start, span.end)
        if span.start < span.end and not crosses and not again:
            kept.append(span)
            around.append(span)
    return kept


def paragraphs(text: str) -> list[tuple[int, int]]:
    """The stretches of a text between its empty lines, without the white space around them."""
    found: list[tuple[int, int]] = []
    start: int | None = None
    end = place = 0
    for line in text.splitlines(keepends=True):
        said = line.strip()
        if said:
            begin = place + line.index(said[0])
            start = begin if start is None else start
            end = place + len(line.rstrip())
        elif start is not None:
            found.append((start, end))
            start = None
        place += len(line)
    if start is not None:
        found.append((start, end))
    return found


def dated_by(events: Iterable[Event], time: TimeExpression) -> Event | None:
    """The event that a time dates, the most salient of its own sentence first; None when it dates none."""
    found = [event for event in events if event.when.time == time.id]

    def near(event: Event) -> tuple[bool, float]:
        return event.sentence.start <= time.start < event.sentence.end, event.salience

    return max(found, key=near, default=None)
