"""Which events may be the same occasion as another, the likest first. Pure."""

from __future__ import annotations

import heapq
from collections.abc import Mapping

from timeline.dates import standing
from timeline.filters import climb, name_of
from timeline.merging import roots
from timeline.model import Actor, Entry, Event, Timeline

MOST = 8  # events that are offered
DAYS, WHO, WORDS, TYPE = 3.0, 2.0, 3.0, 0.5  # what each kind of likeness is worth
NEAR = 4  # days apart at which two dates are half as like as the same
UNEVEN = 0.1  # how little it takes from the likeness of two stretches that one is much longer: "early April", "3 April"
UNDATED = 0.3  # how like two dates are of which one is not known


def likely(timeline: Timeline, entry: Entry, words: str = "") -> list[Entry]:
    """Events of the calendar that may be this one told again, the likest first; with `words`, those they find.

    Like are the same or near days, shared actors (a country and its minister share), the words of the titles, the type.
    """
    others = (e for e in timeline.entries if e.id != entry.id)
    if wanted := words.casefold().split():
        others = (e for e in others if all(word in e.event.title.casefold() for word in wanted))
    else:
        others = (e for e in others if e.event.on_calendar)
    own = (_circles(timeline.actors, entry.event), roots(entry.event.title))

    def likeness(other: Entry) -> tuple[float, int]:
        who, title = _circles(timeline.actors, other.event), roots(other.event.title)
        worth = DAYS * _days(entry.event, other.event) + TYPE * (entry.event.type == other.event.type)
        worth += WHO * _share(own[0], who) + WORDS * _share(own[1], title)
        return worth, -_apart(entry.event, other.event)

    return heapq.nlargest(MOST, others, key=likeness)


def in_common(timeline: Timeline, entry: Entry, other: Entry) -> list[str]:
    """What two events share, in words: ["the same days", "John Kerry"]."""
    here, there = standing(entry.event.when), standing(other.event.when)
    same = here is not None and there is not None and _apart(entry.event, other.event) == 0
    mine, theirs = ([name_of(timeline, part.id) for part in one.event.actors] for one in (entry, other))
    days = ["the same days" if here == there else "days that meet"] if same else []
    return [*days, *(name for name in mine if name in theirs)]


def _circles(actors: Mapping[str, Actor], event: Event) -> frozenset[str]:
    return frozenset[str]().union(*(climb(actors, part.id) for part in event.actors))


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    """How much of two sets is in both, 0 to 1."""
    return 2 * len(one & other) / (len(one) + len(other)) if one and other else 0.0


def _days(one: Event, other: Event) -> float:
    here, there = standing(one.when), standing(other.when)
    if here is None or there is None:
        return UNDATED
    shorter, longer = sorted(max(1, (until - first).days) for first, until in (here, there))
    return float((shorter / longer) ** UNEVEN) / (1 + _apart(one, other) / NEAR)


def _apart(one: Event, other: Event) -> int:
    """Days between two events, 0 where they meet; far beyond all others where one has no date."""
    here, there = standing(one.when), standing(other.when)
    if here is None or there is None:
        return 10_000_000
    return max(0, (here[0] - there[1]).days + 1, (there[0] - here[1]).days + 1)
