"""Timeline and state → what is on the screen. Pure; the export draws from the same scene."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

import numpy as np

from dashboard.filters import ALL, State, filtered, without_dates
from timeline.columns import OPEN_FIRST, Columns, Mask, Numbers
from timeline.dates import day_after
from timeline.drawing import survey
from timeline.drawing.lanes import window_around
from timeline.filters import Facets, Filters
from timeline.model import ON_CALENDAR, Entry, Timeline


class Cut:
    """What the filters and the dates of a state leave of a timeline; the entries themselves only when asked for."""

    def __init__(self, columns: Columns, filters: Filters, found: Mask, shown: Mask, scope: Mask) -> None:
        self.columns = columns
        self._filters = filters
        self.found_rows = np.flatnonzero(found)
        self.shown_rows = np.flatnonzero(shown)
        self._scope = scope

    @cached_property
    def found(self) -> Timeline:
        """What the filters let through, of all dates."""
        return self.columns.pick(self.found_rows)

    @cached_property
    def shown(self) -> Timeline:
        """Of these, what the window holds, and the undated of its articles."""
        return self.columns.pick(self.shown_rows)

    @cached_property
    def lighter(self) -> int:
        """How many more there would be if weight did not count."""
        return int(np.count_nonzero(self.columns.lighter(self._filters, self._scope)))

    @cached_property
    def articles(self) -> frozenset[str]:
        """Ids of the articles that the window touches."""
        return frozenset(id_ for id_, count in self.columns.telling.count(self._scope).items() if count)

    @cached_property
    def told(self) -> dict[str, int]:
        """How many of the events shown each article tells, of those that tell any."""
        shown = np.zeros(self.columns.size, dtype=bool)
        shown[self.shown_rows] = True
        return {id_: count for id_, count in self.columns.telling.count(shown).items() if count}


@dataclass(frozen=True, slots=True)
class Scene:
    """What a state shows of a timeline."""

    state: State
    timeline: Timeline  # all of it
    cut: Cut
    window: tuple[date, date]
    first: str | None  # the first article, whose dates the page opens on
    front: str | None  # the same while its events come first, None when all stand together
    facets: Facets  # counts within the window
    total: int  # events in the window with no filter on
    far: int  # events so far from the others that the first view leaves them out

    @property
    def beyond(self) -> int:
        """How many events the filters let through on other dates than those shown."""
        return len(self.cut.found_rows) - self.count

    @property
    def found(self) -> Timeline:
        """What the filters let through, of all dates."""
        return self.cut.found

    @property
    def shown(self) -> Timeline:
        """Of these, what the window holds, and the undated of its articles."""
        return self.cut.shown

    @property
    def articles(self) -> frozenset[str]:
        """Ids of the articles that the window touches."""
        return self.cut.articles

    @property
    def drawn_rows(self) -> Numbers:
        """The rows that a chart draws: what the filters let through, of the undated only those shown."""
        dated = self.cut.columns.dated
        found, shown = self.cut.found_rows, self.cut.shown_rows
        return np.concatenate([found[dated[found]], shown[~dated[shown]]])

    @property
    def count(self) -> int:
        """How many events are shown."""
        return len(self.cut.shown_rows)


def make(timeline: Timeline, state: State, *, front: str | None, today: date, columns: Columns | None = None) -> Scene:
    """The scene of a state. `front` is the first article: its dates are what shows at first.

    `columns` are the timeline's own, where they are at hand already.
    """
    columns = columns or Columns(timeline)
    filters = without_dates(state.filters)
    wanted = _wanted(columns, state, front)
    window = _window(columns, wanted, state, today)
    in_front = front if len(timeline.records) > 1 and state.dates != ALL else None
    scope = _within(columns, window, in_front, state)
    found = columns.mask(filters)
    if filtered(state) and not state.dated:
        window = _fitted(columns, np.flatnonzero(found & scope & columns.dated), window, today)
    least = min(filters.salience, ON_CALENDAR)
    return Scene(
        state=state,
        timeline=timeline,
        cut=Cut(columns, filters, found, found & scope, scope),
        window=window,
        first=front,
        front=in_front,
        facets=columns.facets(filters, scope),
        total=int(np.count_nonzero(scope & (columns.salience >= least))),
        far=0 if state.dated else _far(columns, wanted, today),
    )


def _wanted(columns: Columns, state: State, front: str | None) -> Numbers:
    """The dated events that say which days are shown at first: those of the article in front, where there is one."""
    wanted = columns.dated & (columns.salience >= state.filters.salience)
    if not state.dated and state.dates != ALL and front is not None:
        own = wanted & columns.telling.mask([front])
        wanted = own if own.any() else wanted
    return np.flatnonzero(wanted)


def _far(columns: Columns, wanted: Numbers, today: date) -> int:
    """How many of these events stand outside the days where most of them do."""
    first, until = window_around(survey.core(columns, wanted), today=today)
    return int(np.count_nonzero(~columns.standing(first, until)[wanted]))


def _window(columns: Columns, wanted: Numbers, state: State, today: date) -> tuple[date, date]:
    of = survey.extent if state.dated or state.dates == ALL else survey.core
    first, until = window_around(of(columns, wanted) or _told(columns), today=today)
    if not state.dated:
        return first, until
    first = state.filters.from_ or min(first, (state.filters.to or first))
    until = day_after(state.filters.to) if state.filters.to else max(until, day_after(first))
    return (first, until) if first < until else (_before(until), day_after(first))


def _told(columns: Columns) -> tuple[date, date] | None:
    """The days on which the articles were published: where nothing is dated, its undated events belong there."""
    days = columns.days_published()
    return (date.fromordinal(int(days[0])), day_after(date.fromordinal(int(days[-1])))) if len(days) else None


def _fitted(columns: Columns, shown: Numbers, window: tuple[date, date], today: date) -> tuple[date, date]:
    """The days of these events alone, within the window: the axis fits what the filters leave."""
    days = survey.extent(columns, shown)
    if days is None:
        return window
    first, until = window_around((max(days[0], window[0]), min(days[1], window[1])), today=today)
    return first, until


def _before(day: date) -> date:
    return day if day == date.min else day - timedelta(days=1)


def _within(columns: Columns, window: tuple[date, date], front: str | None, state: State) -> Mask:
    """The entries in the window; an undated one is where its article was published."""
    inside: Mask = columns.standing(*window)
    if state.dates == ALL and not state.dated:
        return inside | ~columns.dated
    day = columns.published[columns.article]
    here = (day == OPEN_FIRST) | ((day >= window[0].toordinal()) & (day < window[1].toordinal()))
    if front is not None:
        here |= columns.telling.mask([front])
    return np.asarray(inside | (~columns.dated & here), dtype=bool)


def entry_of(timeline: Timeline, id_: str) -> Entry | None:
    """The entry with this id, or that into which it was merged; None when there is none."""
    found = (e for e in timeline.entries if e.id == id_ or any(one.id == id_ for one in e.also))
    return next(found, None) if id_ else None


def chosen(scene: Scene) -> Entry | None:
    """The event whose details are open; None when there is none."""
    row = scene.cut.columns.place(scene.state.event)
    return None if row is None else scene.timeline.entries[row]
