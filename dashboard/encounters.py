"""Who meets whom, and when: counts behind the actors view. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from timeline.dates import standing
from timeline.filters import climb
from timeline.model import NOT_SO, Actor, Entry

MOST = 12  # actors of a matrix
BINS = 24  # columns of an actor's activity


@dataclass(frozen=True, slots=True)
class Shared:
    """How many events two actors share: held or still to come, and those denied or called off."""

    so: int = 0
    not_so: int = 0


@dataclass(frozen=True, slots=True)
class Party:
    """An actor with its events, and under whom it stands."""

    id: str
    group: str  # id of the country or body at the head of its group, its own for the head
    count: int
    bins: tuple[int, ...]  # its events that begin in each part of the window
    off: tuple[int, ...]  # of these, the denied and the called off


@dataclass(frozen=True, slots=True)
class Encounters:
    """Who shares events with whom, and the busiest actors, group by group."""

    parties: tuple[Party, ...]  # the busiest
    meeting: tuple[Party, ...]  # of the pairs that share most events
    together: Mapping[frozenset[str], Shared]  # no pair of whom one is of the other
    left: int  # actors with events that found no room among the busiest
    unmet: int  # actors who share events with somebody and found no room among those who meet
    alone: int  # actors whose events nobody shares
    edges: tuple[date, ...]  # the days between the parts of the window, both ends included

    def shared(self, one: str, other: str) -> Shared:
        """The events that two actors share."""
        return self.together.get(frozenset((one, other)), Shared())


def encounters(
    entries: Iterable[Entry],
    actors: Mapping[str, Actor],
    groups: Sequence[tuple[str, Sequence[str]]],
    window: tuple[date, date],
    *,
    folded: bool = False,
    most: int = MOST,
) -> Encounters:
    """Count events by actor and by two actors, as a filter on them would: a country or body has those of its people.

    `groups` are the heads with those beneath them, as the filter offers them; with `folded` the heads alone count.
    """
    head = {id_: id_ for id_, _ in groups}
    if not folded:
        head |= {below: id_ for id_, under in groups for below in under}
    above: dict[str, frozenset[str]] = {}

    def over(id_: str) -> frozenset[str]:
        if id_ not in above:
            above[id_] = climb(actors, id_)
        return above[id_]

    edges = _edges(window)
    counts: Counter[str] = Counter()
    together: dict[bool, Counter[frozenset[str]]] = {True: Counter(), False: Counter()}
    bins: dict[str, list[int]] = {}
    off: dict[str, list[int]] = {}
    for entry in entries:
        who = head.keys() & frozenset[str]().union(*(over(part.id) for part in entry.event.actors))
        not_so = entry.event.status in NOT_SO
        counts.update(who)
        together[not_so].update(
            frozenset((one, other))
            for one, other in combinations(sorted(who), 2)
            if one not in over(other) and other not in over(one)
        )
        for at in _touched(entry, edges):
            for id_ in who:
                for lists in (bins, off)[: 1 + not_so]:
                    lists.setdefault(id_, [0] * (len(edges) - 1))[at] += 1
    nothing = (0,) * (len(edges) - 1)

    def seated(chosen: list[str]) -> tuple[Party, ...]:
        order = {id_: place for place, (id_, _) in enumerate(groups)}
        rank = {g: max(counts[i] for i in chosen if head[i] == g) for g in {head[i] for i in chosen}}
        seats = sorted(chosen, key=lambda i: (-rank[head[i]], order[head[i]], i != head[i], -counts[i], i))
        return tuple(
            Party(i, head[i], counts[i], tuple(bins.get(i, nothing)), tuple(off.get(i, nothing))) for i in seats
        )

    busiest = sorted(counts, key=lambda id_: (-counts[id_], id_))[:most]
    pairs = {
        pair: Shared(together[False][pair], together[True][pair]) for pair in together[False].keys() | together[True]
    }
    sharing = {id_ for pair in pairs for id_ in pair}
    meeting = _of_pairs(pairs, counts, most)
    return Encounters(
        seated(busiest),
        seated(meeting),
        pairs,
        len(counts) - len(busiest),
        len(sharing) - len(meeting),
        len(counts) - len(sharing),
        edges,
    )


def _of_pairs(together: Mapping[frozenset[str], Shared], counts: Mapping[str, int], most: int) -> list[str]:
    """The actors of the pairs that share most events, pair by pair while there is room."""
    chosen: dict[str, None] = {}
    for pair in sorted(together, key=lambda p: (*_least_first(together[p]), -sum(counts[i] for i in p), sorted(p))):
        new = [id_ for id_ in sorted(pair) if id_ not in chosen]
        if len(chosen) + len(new) <= most:
            chosen.update(dict.fromkeys(new))
    return list(chosen)


def _least_first(shared: Shared) -> tuple[int, int]:
    return -shared.so, -shared.not_so


def _edges(window: tuple[date, date]) -> tuple[date, ...]:
    """Where the parts of a window begin, and its end: months where there are few enough, else years or equal parts."""
    first, until = window
    days = (until - first).days
    if days <= BINS:
        return tuple(date.fromordinal(first.toordinal() + i) for i in range(days + 1))
    months = (until.year - first.year) * 12 + until.month - first.month + 1
    starts: list[date]
    if 3 <= months <= BINS:
        starts = [_month(first, i) for i in range(1, months + 1)]
    elif 3 <= until.year - first.year <= BINS:
        starts = [date(year, 1, 1) for year in range(first.year + 1, until.year + 1)]
    else:
        starts = [date.fromordinal(first.toordinal() + round(days * i / BINS)) for i in range(1, BINS)]
    return (first, *(day for day in starts if first < day < until), until)


def _month(first: date, after: int) -> date:
    count = first.year * 12 + first.month - 1 + after
    year, month = divmod(count, 12)
    return date(year, month + 1, 1) if year <= date.max.year else date.max


def _touched(entry: Entry, edges: Sequence[date]) -> Iterable[int]:
    """The parts of the window in which an event begins, or the first one for what began before it."""
    days = standing(entry.event.when)
    if days is None or days[0] >= edges[-1] or days[1] <= edges[0]:
        return ()
    return (max(0, sum(edge <= days[0] for edge in edges) - 1),)
