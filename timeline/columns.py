"""A timeline as columns of numbers, so that a million events are filtered and counted in milliseconds. Pure.

Row i of every column is entry i of the timeline. Columns are made once for a timeline and never change;
what they answer (`mask`, `facets`) is what `timeline.filters` promises.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property

import numpy as np
import numpy.typing as npt

from timeline.dates import standing
from timeline.filters import Facets, Filters, climb, says, source_of, sources, sources_of
from timeline.model import BASES, STATUSES, TYPES, Entry, Timeline

Numbers = npt.NDArray[np.int64]
Shares = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]
OPEN_FIRST, OPEN_UNTIL = 0, date.max.toordinal() + 2  # beyond every day: an open end
CODED = {"type": TYPES, "status": STATUSES, "basis": BASES}


class Several:
    """For each row a few values, each named by its place in `names`: who takes part, which sources tell it."""

    def __init__(self, rows: Iterable[Sequence[str]]) -> None:
        known: dict[str, int] = {}
        flat: list[int] = []
        sizes: list[int] = []
        for values in rows:
            sizes.append(len(values))
            flat.extend([known.setdefault(value, len(known)) for value in values])
        self.values = np.array(flat, dtype=np.int32)
        self.rows = np.repeat(np.arange(len(sizes), dtype=np.int32), sizes)  # the row of each value
        self.names = tuple(known)
        self.number = known
        self._size = len(sizes)
        order = np.argsort(self.values, kind="stable")
        self._by_value = self.rows[order]
        self._ends = np.searchsorted(self.values[order], np.arange(len(known) + 1))

    def holding(self, name: str) -> npt.NDArray[np.int32]:
        """The rows that hold a value, in order."""
        number = self.number.get(name)
        return self._by_value[:0] if number is None else self._by_value[self._ends[number] : self._ends[number + 1]]

    def mask(self, names: Iterable[str]) -> Mask:
        """Whether each row holds any of these."""
        found = np.zeros(self._size, dtype=bool)
        for name in names:
            found[self.holding(name)] = True
        return found

    def count(self, rows: Mask) -> dict[str, int]:
        """How many of the rows hold each value."""
        counts = np.bincount(self.values[rows[self.rows]], minlength=len(self.names))
        return dict(zip(self.names, counts.tolist(), strict=True))


class Columns:
    """The columns of a timeline."""

    def __init__(self, timeline: Timeline) -> None:
        self.timeline = timeline
        entries = timeline.entries
        self.size = len(entries)
        events = [entry.event for entry in entries]
        whens = [event.when for event in events]
        self.first = _days((when.first for when in whens), OPEN_FIRST)
        self.until = _days((when.until for when in whens), OPEN_UNTIL)
        self.dated: Mask = (self.first != OPEN_FIRST) | (self.until != OPEN_UNTIL)
        # The days [low, high) on which an event stands, as `dates.standing` says.
        last = date.max.toordinal()
        self.low = np.where(self.first != OPEN_FIRST, self.first, np.maximum(self.until - 1, 1))
        known = np.where(self.first != OPEN_FIRST, np.minimum(self.low + 1, last), self.until)
        self.high = np.where(self.until != OPEN_UNTIL, np.maximum(self.until, known), known)
        for row in np.flatnonzero((self.until == OPEN_UNTIL) & self.dated).tolist():
            if days := standing(whens[row]):
                self.high[row] = days[1].toordinal()
        self.salience = np.array([event.salience for event in events], dtype=np.float64)
        self.confidence = np.array([event.confidence for event in events], dtype=np.float64)
        self.type = _codes((event.type for event in events), TYPES)
        self.status = _codes((event.status for event in events), STATUSES)
        self.basis = _codes((when.basis for when in whens), BASES)
        self.throughout: Mask = np.array([when.extent == "throughout" for when in whens], dtype=bool)
        self.articles = tuple(timeline.records)
        place = {id_: number for number, id_ in enumerate(self.articles)}
        self.article: Numbers = np.array([place.get(entry.article, -1) for entry in entries], dtype=np.int64)
        published = [record.published.first for record in timeline.records.values()]
        self.published = np.append(_days(published, OPEN_FIRST), OPEN_FIRST)  # by article; the last: no record
        self._day_published = np.array(
            [day.toordinal() if (day := r.published.day) else 0 for r in timeline.records.values()], dtype=np.int64
        )

    def days_published(self, rows: Numbers | None = None) -> Numbers:
        """The known days on which the articles of these rows (all when None) came out, each once, sorted.

        Where no row is left, those of all articles.
        """
        days = self._day_published
        if rows is not None:
            among = np.zeros(self.size, dtype=bool)
            among[rows] = True
            telling = {self.telling.names[code] for code in set(self.telling.values[among[self.telling.rows]].tolist())}
            told = days[np.array([id_ in telling for id_ in self.articles], dtype=bool)]
            days = told if told.any() else days
        return np.unique(days[days > 0])

    @cached_property
    def who(self) -> Several:
        """Those who take part in each event."""
        return Several(tuple(dict.fromkeys(part.id for part in e.event.actors)) for e in self.timeline.entries)

    @cached_property
    def circles(self) -> Several:
        """For each event, the actors whose circle somebody of it is in: Kerry's are the United States' too."""
        actors = self.timeline.actors
        above: dict[str, frozenset[str]] = {}

        def over(id_: str) -> frozenset[str]:
            if id_ not in above:
                above[id_] = climb(actors, id_)
            return above[id_]

        together: dict[tuple[str, ...], tuple[str, ...]] = {}

        def held(entry: Entry) -> tuple[str, ...]:
            parts = tuple(part.id for part in entry.event.actors)
            if parts not in together:
                together[parts] = tuple(frozenset[str]().union(*map(over, parts)))
            return together[parts]

        return Several(held(entry) for entry in self.timeline.entries)

    @cached_property
    def heads(self) -> frozenset[str]:
        """The actors in whose circle others take part, too: a country beside its ministers."""
        actors = self.timeline.actors
        return frozenset(above for id_ in self.who.names for above in climb(actors, id_) if above != id_)

    @cached_property
    def telling(self) -> Several:
        """The ids of the articles that tell each event."""
        return Several(
            tuple(dict.fromkeys(one.article for one in e.told)) if e.also else (e.article,)
            for e in self.timeline.entries
        )

    @cached_property
    def sources(self) -> Several:
        """The sources that tell each event."""
        timeline = self.timeline
        name = {id_: (source_of(record),) for id_, record in timeline.records.items()}
        return Several(
            tuple(sources_of(timeline, entry)) if entry.also else name[entry.article] for entry in timeline.entries
        )

    @cached_property
    def _source_names(self) -> tuple[str, ...]:
        return sources(self.timeline)

    @cached_property
    def _words(self) -> list[str]:
        """What a search for words looks through, for each event."""
        return [says(self.timeline, entry) for entry in self.timeline.entries]

    def mask(self, filters: Filters) -> Mask:
        """Whether the filters show each entry."""
        found: Mask = np.ones(self.size, dtype=bool)
        for one in self._masks(filters).values():
            found &= one
        return self._saying(found, filters.text)

    def lighter(self, filters: Filters, scope: Mask) -> Mask:
        """Which entries of the scope all filters would show but the one on salience."""
        masks = self._masks(filters)
        found = scope & ~masks.pop("salience")
        for one in masks.values():
            found &= one
        return self._saying(found, filters.text)

    def facets(self, filters: Filters, scope: Mask | None = None) -> Facets:
        """What each choice would show of the `scope`, each counted with all filters but those of its own kind."""
        masks = self._masks(filters)
        if filters.mode == "all":
            masks["actor"] = masks.pop("actor", np.ones(self.size, dtype=bool))
        base = np.ones(self.size, dtype=bool) if scope is None else scope.copy()
        base = self._saying(base, filters.text)

        def without(name: str) -> Mask:
            found = base.copy()
            for kind, one in masks.items():
                if kind != name or (name == "actor" and filters.mode == "all"):
                    found &= one
            return found

        who = self.circles.count(without("actor"))
        told = self.sources.count(without("source"))
        return Facets(
            actor={
                id_: who.get(id_, 0)
                for id_, actor in self.timeline.actors.items()
                if actor.kind != "place" or who.get(id_, 0)
            },
            source={name: told.get(name, 0) for name in self._source_names},
            **{name: self._count(name, without(name)) for name in CODED},
        )

    def pick(self, rows: Numbers | Mask) -> Timeline:
        """The timeline with only these entries; actors and records stay."""
        index = np.flatnonzero(rows) if rows.dtype == bool else rows
        entries = self.timeline.entries
        return replace(self.timeline, entries=tuple([entries[row] for row in index.tolist()]))

    def place(self, id_: str) -> int | None:
        """The row of the entry with this id, or of that into which it was merged; None when there is none."""
        return self._places.get(id_)

    @cached_property
    def _places(self) -> dict[str, int]:
        return {one.id: row for row, entry in enumerate(self.timeline.entries) for one in entry.told}

    def samples(self, rows: Numbers) -> tuple[Entry, ...]:
        """Of these entries, the first of each status, type, basis, length and open end: what a legend needs to see."""
        one_day = self.high[rows] - self.low[rows] <= 1
        open_ = (self.first[rows] == OPEN_FIRST).astype(np.int64) + 2 * (self.until[rows] == OPEN_UNTIL)
        kind = open_ + 4 * one_day + 8 * self.throughout[rows]
        for name in CODED:
            kind = kind * len(CODED[name]) + getattr(self, name)[rows]
        first = np.full(16 * len(TYPES) * len(STATUSES) * len(BASES), -1, dtype=np.int64)
        first[kind[::-1]] = rows[::-1]
        return self.pick(np.sort(first[first >= 0])).entries

    def standing(self, first: date, until: date) -> Mask:
        """Whether any day of each event lies in [first, until)."""
        return self.dated & (self.low < until.toordinal()) & (self.high > first.toordinal())

    def _masks(self, filters: Filters) -> dict[str, Mask]:
        """For each filter that is on but the words, whether it shows each entry."""
        masks: dict[str, Mask] = {
            "salience": self.salience >= filters.salience,
            "confidence": self.confidence >= filters.confidence,
        }
        for name, allowed in CODED.items():
            wanted: tuple[str, ...] = getattr(filters, name)
            if wanted:
                masks[name] = np.isin(getattr(self, name), [allowed.index(value) for value in wanted])
        if filters.from_ is not None or filters.to is not None:
            days = self.dated.copy()
            if filters.from_ is not None:
                days &= self.until > filters.from_.toordinal()
            if filters.to is not None:
                days &= self.first <= filters.to.toordinal()
            masks["days"] = days
        if filters.actor and filters.mode == "any":
            masks["actor"] = self.circles.mask(filters.actor)
        elif filters.actor:
            masks["actor"] = np.logical_and.reduce([self.circles.mask([id_]) for id_ in filters.actor])
        if filters.source:
            masks["source"] = self.sources.mask(filters.source)
        return masks

    def _saying(self, rows: Mask, words: str) -> Mask:
        """Those of the rows that hold all of these words."""
        wanted = words.casefold().split()
        if not wanted:
            return rows
        said = self._words
        found = np.zeros(self.size, dtype=bool)
        found[[row for row in np.flatnonzero(rows).tolist() if all(word in said[row] for word in wanted)]] = True
        return found

    def _count(self, name: str, rows: Mask) -> dict[str, int]:
        allowed = CODED[name]
        counts = np.bincount(getattr(self, name)[rows], minlength=len(allowed))
        return dict(zip(allowed, counts.tolist(), strict=True))


def _days(days: Iterable[date | None], missing: int) -> Numbers:
    return np.array([missing if day is None else day.toordinal() for day in days], dtype=np.int64)


def _codes(values: Iterable[str], allowed: Sequence[str]) -> npt.NDArray[np.int8]:
    code: Mapping[str, int] = {value: number for number, value in enumerate(allowed)}
    return np.array([code[value] for value in values], dtype=np.int8)
