"""A month as weeks: which events stand on which days, in which line, and how many find no room. Pure."""

from __future__ import annotations

import calendar
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from timeline.dates import day_after, standing
from timeline.drawing.lanes import by_date, in_window
from timeline.model import Entry

LINES = 4  # events that a day has room for


@dataclass(frozen=True, slots=True)
class Bar:
    """An event in one week: its line, the column of its first day (Monday is 0) and how many days it covers."""

    entry: Entry
    line: int
    column: int
    days: int
    begun: bool = False  # it began in a week before
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class Week:
    """Monday to Sunday; a day that the calendar does not have is None."""

    days: tuple[date | None, ...]
    bars: tuple[Bar, ...]
    more: tuple[int, ...]  # for each day, the events that found no line


@dataclass(frozen=True, slots=True)
class Month:
    """The weeks of a month, and apart from them the events that cover all of it."""

    first: date
    until: date
    weeks: tuple[Week, ...]
    long: tuple[Entry, ...]  # their stretch holds the whole month: a line in every week would say no more
    count: int  # events in the month
    beside: int  # events that stand only on the days of other months in its first and last weeks

    @property
    def days(self) -> tuple[date, date]:
        """The month as a half-open stretch."""
        return self.first, self.until


def month_of(words: str) -> tuple[date, date]:
    """The days of "2016-08", half-open."""
    return around(date.fromisoformat(words + "-01"))


def around(day: date) -> tuple[date, date]:
    """The days of the month that holds this day, half-open; the calendar's last month ends on its last day."""
    first = day.replace(day=1)
    length = calendar.monthrange(day.year, day.month)[1]
    last = first.replace(day=length)
    return first, day_after(last)


def days_of(day: date) -> tuple[date, date]:
    """One day as a half-open stretch."""
    return day, day_after(day)


def sheet_of(first: date) -> tuple[date, date]:
    """The days of a month's whole weeks, half-open: those of the months before and after have their events, too."""
    there = [day for week in _weeks(first.replace(day=1)) for day in week if day is not None]
    return there[0], day_after(there[-1])


def beside(first: date, way: int) -> date | None:
    """The first day of the month before (-1) or after (1); None where the calendar ends."""
    count = first.year * 12 + first.month - 1 + way
    year, month = divmod(count, 12)
    return date(year, month + 1, 1) if date.min.year <= year <= date.max.year else None


def month(entries: Iterable[Entry], first: date, *, lines: int = LINES) -> Month:
    """The month from its first day on, with the events that touch it."""
    days = around(first)
    sheet = sheet_of(first)
    found = [entry for entry in entries if in_window(entry.event.when, sheet)]
    long = [entry for entry in found if _covers(entry, days)]
    rest = [entry for entry in found if not _covers(entry, days)]
    count = sum(in_window(entry.event.when, days) for entry in found)
    return Month(
        first=days[0],
        until=days[1],
        weeks=tuple(_week(week, rest, lines) for week in _weeks(days[0])),
        long=tuple(sorted(long, key=lambda entry: (-entry.event.salience, by_date(entry)))),
        count=count,
        beside=len(found) - count,
    )


def on_day(entries: Iterable[Entry], day: date) -> tuple[Entry, ...]:
    """The events that touch a day: those of the day alone first, then by the length of their stretch."""
    window = days_of(day)
    found = [entry for entry in entries if in_window(entry.event.when, window)]
    return tuple(sorted(found, key=lambda entry: (_length(entry), -entry.event.salience, by_date(entry))))


def _length(entry: Entry) -> int:
    days = standing(entry.event.when)
    return (days[1] - days[0]).days if days else 0


def _covers(entry: Entry, days: tuple[date, date]) -> bool:
    own = standing(entry.event.when)
    return own is not None and own[0] <= days[0] and days[1] <= own[1]


def _weeks(first: date) -> list[tuple[date | None, ...]]:
    monday = first.toordinal() - first.weekday()
    last = first.toordinal() + calendar.monthrange(first.year, first.month)[1] - 1
    return [tuple(_day(start + i) for i in range(7)) for start in range(monday, last + 1, 7)]


def _day(ordinal: int) -> date | None:
    return date.fromordinal(ordinal) if date.min.toordinal() <= ordinal <= date.max.toordinal() else None


def _week(days: tuple[date | None, ...], entries: Iterable[Entry], lines: int) -> Week:
    """The most salient events get the lines there are; those that have one stand in the order of their days."""
    there = [day for day in days if day is not None]
    start = there[0].toordinal() - days.index(there[0])
    bars = [bar for entry in entries if (bar := _bar(entry, start))]
    taken = [0] * 7
    kept: list[Bar] = []
    more = [0] * 7
    for bar in sorted(bars, key=lambda bar: (-bar.entry.event.salience, by_date(bar.entry))):
        columns = range(bar.column, bar.column + bar.days)
        fits = all(taken[column] < lines for column in columns)
        for column in columns:
            if fits:
                taken[column] += 1
            else:
                more[column] += 1
        if fits:
            kept.append(bar)
    return Week(days, tuple(_lined(kept)), tuple(more))


def _bar(entry: Entry, start: int) -> Bar | None:
    own = standing(entry.event.when)
    if own is None:
        return None
    low, high = own[0].toordinal() - start, own[1].toordinal() - start
    if high <= 0 or low >= 7:
        return None
    column = max(low, 0)
    return Bar(entry, 0, column, min(high, 7) - column, begun=low < 0, goes_on=high > 7)


def _lined(bars: Iterable[Bar]) -> list[Bar]:
    """Each bar in the first line that is free over all its days."""
    free: list[int] = []
    found: list[Bar] = []
    for bar in sorted(bars, key=lambda bar: (bar.column, -bar.days, by_date(bar.entry))):
        line = next((line for line, column in enumerate(free) if column <= bar.column), len(free))
        if line == len(free):
            free.append(0)
        free[line] = bar.column + bar.days
        found.append(replace(bar, line=line))
    return found
