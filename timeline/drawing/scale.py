"""Calendar to pixels and back, and the lines and names of the time axis. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise

from timeline import wording

MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
FIRST, LAST = date.min.toordinal(), date.max.toordinal()


@dataclass(frozen=True, slots=True)
class Scale:
    """The stretch of calendar `[first, until)` over `width` pixels from x = 0."""

    first: date
    until: date
    width: float
    day: float = field(init=False)  # the width of one day in pixels
    start: int = field(init=False)  # the first day, counted as `date.toordinal` does

    def __post_init__(self) -> None:
        object.__setattr__(self, "day", self.width / max(1, (self.until - self.first).days))
        object.__setattr__(self, "start", self.first.toordinal())

    def x(self, day: date) -> float:
        """Where a day begins, in pixels; outside 0–width when it is not in the stretch."""
        return (day.toordinal() - self.start) * self.day

    def ordinal(self, x: float) -> float:
        """The day count (as `date.toordinal`) at a place in pixels, with its fraction."""
        return self.start + x / self.day

    def covers(self, day: date) -> bool:
        """Whether the day is in the stretch."""
        return self.first <= day < self.until


@dataclass(frozen=True, slots=True)
class Tick:
    """A line of the time axis; `text` is empty where the name would touch its neighbour's."""

    x: float
    text: str
    strong: bool  # begins a year, or is the first in view: it says the year


@dataclass(frozen=True, slots=True)
class Band:
    """Every second stretch between two lines, shaded to help the eye down the rows."""

    x0: float
    x1: float


# (days or months a step, is it months?, least distance in pixels between two lines)
STEPS = (
    (1, False, 34),
    (7, False, 58),
    (1, True, 52),
    (3, True, 52),
    (12, True, 52),
    (24, True, 52),
    (60, True, 52),
    (120, True, 52),
    (240, True, 52),
    (600, True, 52),
    (1200, True, 52),
    (6000, True, 52),
)
MONTH = 30.44


def step(scale: Scale) -> tuple[int, bool]:
    """The finest step whose lines stand far enough apart: (count, whether it counts months)."""
    for count, months, least in STEPS:
        if count * (MONTH if months else 1) * scale.day >= least:
            return count, months
    return STEPS[-1][0], True


def lines(scale: Scale, count: int, months: bool, *, bleed: float = 0) -> Iterator[date]:
    """The days at which the lines stand, from `bleed` pixels before the stretch to as far after."""
    low = max(FIRST, int(scale.ordinal(-bleed)))
    high = min(LAST, int(scale.ordinal(scale.width + bleed)) + 1)
    if not months:
        # Ordinal 1 is a Monday, so weeks begin on Mondays.
        for ordinal in range(low + (1 - low) % count, high + 1, count):
            yield date.fromordinal(ordinal)
        return
    start = date.fromordinal(low)
    index = -(-(start.year * 12 + start.month - 1) // count) * count
    while index < 12 * 10_000:
        if index >= 12:
            day = date(index // 12, index % 12 + 1, 1)
            if day.toordinal() > high:
                return
            if day >= start:
                yield day
        index += count


def _name(day: date, count: int, months: bool, full: bool) -> str:
    if months and count % 12 == 0:
        return wording.year(day)
    month = MONTHS[day.month - 1]
    if months:
        return f"{month} {wording.year(day)}" if full else month
    if full:
        return f"{day.day} {month} {wording.year(day)}"
    return f"{day.day} {month}" if count > 1 or day.day == 1 else str(day.day)


def ticks(scale: Scale, measure: Callable[[str, int], float], *, bleed: float = 0) -> tuple[Tick, ...]:
    """The lines of the axis, each named at the line; names never touch.

    `measure(text, weight)` gives pixels.
    """
    count, months = step(scale)
    days = [day for day in lines(scale, count, months, bleed=bleed) if scale.x(day) <= scale.width + bleed]
    first_seen = next((day for day in days if scale.x(day) >= 0), None)
    yearly = months and count % 12 == 0
    drafts: list[tuple[float, str, bool]] = []
    before: date | None = None
    for day in days:
        new_year = before is not None and before.year != day.year
        strong = day.year % 100 == 0 if yearly else day == first_seen or new_year
        drafts.append((scale.x(day), _name(day, count, months, strong), strong))
        before = day
    taken: list[tuple[float, float]] = []
    kept: set[int] = set()
    for wanted in (True, False):
        for index, (x, text, strong) in enumerate(drafts):
            end = x + 6 + measure(text, 600 if strong else 400) + 8
            cut = x <= scale.width < end - 8 or x < 0 < end - 8  # would be cut at an edge
            if strong is wanted and not cut and all(end <= a or x >= b for a, b in taken):
                taken.append((x, end))
                kept.add(index)
    return tuple(Tick(x, text if index in kept else "", strong) for index, (x, text, strong) in enumerate(drafts))


def bands(scale: Scale, *, bleed: float = 0) -> tuple[Band, ...]:
    """Shaded stretches: weekends when the lines are days, else every second step."""
    count, months = step(scale)
    if (count, months) == (1, False):
        mondays = lines(scale, 7, False, bleed=bleed + 7 * scale.day)
        found = [(scale.x(day) - 2 * scale.day, scale.x(day)) for day in mondays]
        return _within(found, scale, bleed)
    days = list(lines(scale, count, months, bleed=bleed + count * MONTH * scale.day))
    found = [(scale.x(day), scale.x(after)) for day, after in pairwise(days) if _even(day, count, months)]
    return _within(found, scale, bleed)


def _within(found: list[tuple[float, float]], scale: Scale, bleed: float) -> tuple[Band, ...]:
    low, high = -bleed, scale.width + bleed
    cut = ((max(x0, low), min(x1, high)) for x0, x1 in found)
    return tuple(Band(x0, x1) for x0, x1 in cut if x0 < x1)


def _even(day: date, count: int, months: bool) -> bool:
    index = day.year * 12 + day.month - 1 if months else day.toordinal()
    return index // count % 2 == 0


def bins(scale: Scale) -> tuple[tuple[date, date], ...]:
    """Calendar stretches for the overview, each at least some 7 pixels wide, over the whole scale."""
    sizes = ((1, False), (7, False), (1, True), (3, True), (12, True), (60, True), (120, True))
    for count, months in (*sizes, (1200, True)):
        if count * (MONTH if months else 1) * scale.day >= 7:
            break
    days = list(lines(scale, count, months, bleed=count * (MONTH if months else 1) * scale.day + 1))
    return tuple(pairwise(days))
