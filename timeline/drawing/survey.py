"""Many events at once: how they lie over the calendar, counted in columns. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np

from timeline.columns import Columns, Numbers, Shares
from timeline.drawing.scale import Scale
from timeline.drawing.scale import bins as steps
from timeline.model import TYPES

LANES = 16  # of a density: the actors with the most events
LANE, TALLEST = 24, 56  # height of a lane's columns: more where the chart is wide
MOST_FAR = 50  # events that may stand outside the core
FEWEST = 5  # one in so many at most
ROOMIER = 3  # times that the room for the others must grow by leaving some outside, up to one in ten; of more far more
NEAR = 31  # days that are near enough for any two events: nothing is gained by less
LANE_NAME = 26  # height of its name above them


@dataclass(frozen=True, slots=True)
class Bin:
    """One column of the overview: the share of the highest, and how many events weigh in it."""

    x0: float
    x1: float
    share: float
    events: float


@dataclass(frozen=True, slots=True)
class Lane:
    """How many events of an actor or type touch each stretch of a density."""

    id: str
    name: str
    events: int
    counts: tuple[int, ...]
    y0: float
    y1: float


@dataclass(frozen=True, slots=True)
class Density:
    """Events as counts: stretches of calendar across, lanes down."""

    stretches: tuple[tuple[date, date], ...]
    edges: tuple[float, ...]  # in pixels: one more than there are stretches
    lanes: tuple[Lane, ...]
    highest: int  # of all counts


def extent(columns: Columns, rows: Numbers) -> tuple[date, date] | None:
    """The days from the first of these events to the end of the last; None when there is none."""
    if not len(rows):
        return None
    low, high = int(columns.low[rows].min()), int(columns.high[rows].max())
    return date.fromordinal(low), date.fromordinal(high)


def core(columns: Columns, rows: Numbers) -> tuple[date, date] | None:
    """The days where most of these events stand: without the few so far away that they would take most of the room.

    Of eighty meetings in one year and a war that began five years before, it is that year. Never more than one in
    five stand outside it, and one of so few only if it is very far away.
    """
    spare = min(len(rows) // FEWEST, MOST_FAR)
    if not spare:
        return extent(columns, rows)
    low, high = columns.low[rows], columns.high[rows]
    lows = np.sort(np.partition(low, spare)[: spare + 1])
    highs = -np.sort(np.partition(-high, spare)[: spare + 1])
    first, until = int(lows[0]), int(highs[0])
    for far in range(1, spare + 1):
        early = np.arange(far + 1)
        lengths = highs[far - early] - lows[early]
        left = int(np.argmin(lengths))
        a, b = int(lows[left]), int(highs[far - left])
        inside = int(np.count_nonzero((low < b) & (high > a)))
        wanted = ROOMIER * max(1.0, 10 * far / len(rows)) ** 2
        if a < b and max(b - a, NEAR) * wanted <= until - first and inside >= len(rows) - spare:
            first, until = a, b
    return date.fromordinal(first), date.fromordinal(until)


def name(columns: Columns, id_: str) -> str:
    """What a lane of this actor is called: "United States itself" where its ministers have lanes of their own."""
    if not id_:
        return "Nobody named"
    actor = columns.timeline.actors.get(id_)
    return (actor.name if actor else id_) + (" itself" if id_ in columns.heads else "")


def top(values: Shares, count: int) -> Numbers:
    """The places of the highest values, highest first; of those that tie for the last, some from all over."""
    if len(values) > count:  # a full sort of a million is slow
        least = np.partition(values, len(values) - count)[len(values) - count]
        sure, ties = np.flatnonzero(values > least), np.flatnonzero(values == least)
        places = np.concatenate([sure, ties[np.linspace(0, len(ties) - 1, count - len(sure)).astype(np.int64)]])
    else:
        places = np.arange(len(values))
    return np.asarray(places[np.argsort(-values[places], kind="stable")], dtype=np.int64)


def most_salient(columns: Columns, rows: Numbers, count: int) -> list[str]:
    """The ids of the most salient of these events, the most salient first."""
    entries = columns.timeline.entries
    return [entries[row].id for row in rows[top(columns.salience[rows], count)].tolist()]


def lines(columns: Columns, rows: Numbers) -> int:
    """How many marks these events are where each stands in the lane of each of its actors."""
    held = np.zeros(columns.size, dtype=bool)
    held[rows] = True
    named = held[columns.who.rows]
    alone = len(rows) - len(np.unique(columns.who.rows[named]))
    return int(np.count_nonzero(named)) + alone


def bins(columns: Columns, rows: Numbers, scale: Scale) -> tuple[Bin, ...]:
    """The overview: each event weighs one, spread evenly over the days it may cover."""
    first, until = scale.first.toordinal(), scale.until.toordinal()
    low, high = columns.low[rows], columns.high[rows]
    inside = (low < until) & (high > first)
    low, high = low[inside], high[inside]
    share = 1.0 / (high - low)
    days = until - first
    begins = np.bincount(np.maximum(low, first) - first, share, minlength=days + 1)
    ends = np.bincount(np.minimum(high, until) - first, share, minlength=days + 1)
    total = np.concatenate([[0.0], np.cumsum(np.cumsum(begins - ends)[:days])])
    stretches = steps(scale)
    edges = np.clip(np.array([[a.toordinal(), b.toordinal()] for a, b in stretches]) - first, 0, days)
    weights = total[edges[:, 1]] - total[edges[:, 0]]
    weights[weights < 1e-9] = 0
    highest = float(weights.max(initial=0))
    return tuple(
        Bin(scale.x(a), scale.x(b), weight / highest, weight)
        for (a, b), weight in zip(stretches, weights.tolist(), strict=True)
        if weight > 0
    )


def density(columns: Columns, rows: Numbers, scale: Scale, *, rows_by: str, top_y: float) -> Density:
    """How many events touch each stretch: a lane a type, or a lane for each of the most frequent actors."""
    stretches = steps(scale)
    begins = np.array([a.toordinal() for a, _ in stretches])
    number = len(stretches)
    from_ = np.clip(np.searchsorted(begins, columns.low[rows], side="right") - 1, 0, number - 1)
    to = np.clip(np.searchsorted(begins, columns.high[rows] - 1, side="right") - 1, 0, number - 1)
    if rows_by == "type":
        lane, at = columns.type[rows].astype(np.int64), np.arange(len(rows))
        ids, names = list(TYPES), [kind.capitalize() for kind in TYPES]
    else:
        place = np.full(columns.size, -1, dtype=np.int64)
        place[rows] = np.arange(len(rows))
        held = place[columns.who.rows]
        kept = held >= 0
        lane, at = columns.who.values[kept].astype(np.int64), held[kept]
        ids = list(columns.who.names)
        names = []
    events = np.bincount(lane, minlength=len(ids))
    order = [int(one) for one in np.argsort(-events, kind="stable")[:LANES] if events[one]]
    # Only the lanes that are drawn are counted: the others go into one that is dropped.
    seat = np.full(len(ids), len(order), dtype=np.int64)
    seat[order] = np.arange(len(order))
    lane = seat[lane]
    wide = number + 1
    size = (len(order) + 1) * wide
    steps_ = np.bincount(lane * wide + from_[at], minlength=size) - np.bincount(
        lane * wide + to[at] + 1, minlength=size
    )
    counts = np.cumsum(steps_.reshape(len(order) + 1, wide), axis=1)[: len(order), :number]
    found: list[Lane] = []
    high = min(max(LANE, round(scale.width / 60)), TALLEST)
    y = top_y
    for index, one in enumerate(order):
        title = names[one] if names else name(columns, ids[one])
        y += LANE_NAME
        found.append(Lane(ids[one], title, int(events[one]), tuple(counts[index].tolist()), y, y + high))
        y += high
    edges = (*(scale.x(a) for a, _ in stretches), scale.x(stretches[-1][1]))
    return Density(stretches, edges, tuple(found), int(counts.max(initial=0)))
