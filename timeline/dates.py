"""Calendar values: TIMEX3 strings and the half-open stretches of days they name.

Standard library only. A value is a TIMEX3 string as precise as the text was ("2016", "2016-08",
"2016-W30", "2016-Q3", "2016-SU", "198" a decade, "19" a century, "2016-08-12TMO" a morning). A
place that is not known holds X ("XXXX-08": August of some year). A stretch is `(first, until)`,
`until` exclusive.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from timeline.holy import Holiday
    from timeline.model import When

Stretch = tuple[date, date]

SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}  # northern: first month
SEASON_NAMES = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}
_EDTF_SEASONS = {"SP": "21", "SU": "22", "FA": "23", "WI": "24"}
MONTHS = ("January February March April May June July August September October November December").split()
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
MODS = {
    "early": "START",
    "beginning": "START",
    "mid": "MID",
    "middle": "MID",
    "late": "END",
    "end": "END",
}
# What the conventions give edges, and between which numbers these lie.
EDGED = {"month": (1, 31), "year": (1, 12), "week": (1, 7), "decade": (0, 9), "century": (0, 99)}
# Coarse to fine; a rule's `over` names these.
GRAINS = (
    "millennium",
    "century",
    "decade",
    "year",
    "half",
    "season",
    "quarter",
    "month",
    "fortnight",
    "week",
    "weekend",
    "day",
    "part",
    "hour",
    "minute",
    "second",
)
CLOCK_UNITS = {"hour": "H", "minute": "M", "second": "S"}
UNITS = {
    "day": "D",
    "week": "W",
    "weekend": "WE",
    "fortnight": "F",
    "month": "M",
    "quarter": "Q",
    "season": "S",
    "year": "Y",
    "millennium": "ML",
}

_SHAPES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (grain, re.compile(pattern))
    for grain, pattern in (
        ("day", r"(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)"),
        ("week", r"(?P<y>\d{4})-W(?P<w>\d\d)"),
        ("weekend", r"(?P<y>\d{4})-W(?P<w>\d\d)-WE"),
        ("weekday", r"(?P<y>\d{4})-W(?P<w>\d\d)-(?P<d>[1-7])"),
        ("month", r"(?P<y>\d{4})-(?P<m>\d\d)"),
        ("quarter", r"(?P<y>\d{4})-Q(?P<q>[1-4])"),
        ("half", r"(?P<y>\d{4})-H(?P<h>[12])"),
        ("season", r"(?P<y>\d{4})-(?P<s>SP|SU|FA|WI)"),
        ("year", r"(?P<y>\d{4})"),
        ("decade", r"(?P<y>\d{3})"),
        ("century", r"(?P<y>\d\d)"),
        ("millennium", r"(?P<y>\d)"),
    )
)
_BEGINS = {"MO": "06", "AF": "12", "EV": "18", "NI": "21"}  # parts of a day
_GRAIN_OF_PARTIAL: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (grain, re.compile(pattern))
    for grain, pattern in (
        ("day", r"(?:BC)?[\dX]{4}-[\dX]{2}-[\dX]{1,2}|[\dX]{4}-W[\dX]{2}-[1-7]"),
        ("weekend", r"[\dX]{4}-W[\dX]{2}-WE"),
        ("week", r"[\dX]{4}-W[\dX]{1,2}"),
        ("month", r"(?:BC)?[\dX]{4}-[\dX]{1,2}"),
        ("quarter", r"[\dX]{4}-Q[1-4X]"),
        ("half", r"[\dX]{4}-H[12X]"),
        ("season", r"(?:BC)?[\dX]{4}-(?:SP|SU|FA|WI)"),
        ("year", r"[\dX]{4}|FY[\dX]{4}|BC\d{4}"),
        ("decade", r"[\dX]{3}"),
        ("century", r"[\dX]{2}|BC\d\d"),
        ("millennium", r"\d"),
    )
)


@dataclass(frozen=True, slots=True)
class Conventions:
    """What soft words mean in days, months and years: conventions.toml, read.

    `edges[grain][word]` is the first and last number (days of a month, months of a year, weekdays
    of a week, years of a decade or a century) that a word such as "early" keeps; `recent` and
    `coming` say how many units "recent weeks" and "the coming weeks" reach; `turn` is the number
    of days to either side of a turn; `fiscal_year` and `school_year` are the months those begin with;
    `holidays` says what day each holiday of words.toml is.
    """

    edges: Mapping[str, Mapping[str, tuple[int, int]]]
    recent: Mapping[str, int]
    coming: Mapping[str, int]
    turn: int = 7
    day_first: bool = True
    southern: bool = False
    fiscal_year: int = 1
    school_year: int = 9
    holidays: Mapping[str, Holiday] = field(default_factory=dict)


def grain_of(value: str) -> str | None:
    """Grain of a whole or partial value: grain_of("XXXX-08") == "month"; None for "PAST_REF"."""
    day, clock, time = value.partition("T")
    if clock and (re.fullmatch(r"[\dX]{4}-.*|", day) or not day):
        if re.match(r"\d\d:\d\d:", time):
            return "second"
        if re.match(r"[\dX]{1,2}:\d", time):
            return "minute"
        return "hour" if re.match(r"[\dX]{1,2}$", time) else "part"
    for grain, shape in _GRAIN_OF_PARTIAL:
        if shape.fullmatch(value):
            return grain
    return None


def stretch(value: str, *, southern: bool = False) -> Stretch | None:
    """Days that a value names: stretch("2016-08") == (2016-08-01, 2016-09-01); None if unknown.

    A time of day gives its day, a fiscal year its calendar year.
    """
    value = value.removeprefix("FY")
    day, _, _ = value.partition("T")
    for grain, shape in _SHAPES:
        match = shape.fullmatch(day)
        if match:
            try:
                return _days(grain, match, southern)
            except (ValueError, OverflowError):
                return None  # "2015-02-30", "2015-W60", year 0
    return None


def standing(when: When) -> Stretch | None:
    """The days `[first, until)` on which an event stands in a calendar; None where it has no date.

    What is open at its end stands from its first day to the end of the stretch that its words name: "since December"
    on all of December, "since 5 December" on that day. What is open at its start stands on its last day.
    """
    if when.first and when.until:
        return when.first, max(when.until, day_after(when.first))
    if when.first:
        named = stretch(when.value) if when.value else None
        begun = day_after(when.first)
        return when.first, max(begun, named[1]) if named and named[0] <= when.first else begun
    if when.until:
        return (when.until if when.until == date.min else when.until - timedelta(days=1)), when.until
    return None


def day_after(day: date) -> date:
    """The next day; the calendar's last has none."""
    return day if day == date.max else day + timedelta(days=1)


def _days(grain: str, match: re.Match[str], southern: bool) -> Stretch:
    year = int(match["y"])
    if grain == "year":
        return date(year, 1, 1), _year_start(year + 1)
    if grain == "month":
        return month_span(year, int(match["m"]), 1)
    if grain == "day":
        day = date(year, int(match["m"]), int(match["d"]))
        return day, day + timedelta(1)
    if grain == "week":
        monday = date.fromisocalendar(year, int(match["w"]), 1)
        return monday, monday + timedelta(7)
    if grain == "weekend":
        saturday = date.fromisocalendar(year, int(match["w"]), 6)
        return saturday, saturday + timedelta(2)
    if grain == "weekday":
        day = date.fromisocalendar(year, int(match["w"]), int(match["d"]))
        return day, day + timedelta(1)
    if grain == "quarter":
        return month_span(year, 3 * int(match["q"]) - 2, 3)
    if grain == "half":
        return month_span(year, 6 * int(match["h"]) - 5, 6)
    if grain == "season":
        month = SEASONS[match["s"]]
        return month_span(year, (month + 5) % 12 + 1 if southern else month, 3)
    size = {"decade": 10, "century": 100, "millennium": 1000}[grain]
    return _year_start(max(year * size, 1)), _year_start((year + 1) * size)


def _year_start(year: int) -> date:
    return date(year, 1, 1) if year <= 9999 else date.max


def month_span(year: int, month: int, months: int) -> Stretch:
    """Stretch of so many months from a month on."""
    first = date(year, month, 1)
    return first, add(first, months, "month")


def add(day: date, count: int, unit: str) -> date:
    """The day so many units later (earlier when negative); a month's end is kept inside it."""
    if unit == "day":
        return day + timedelta(count)
    if unit in ("week", "weekend"):
        return day + timedelta(7 * count)
    if unit == "fortnight":
        return day + timedelta(14 * count)
    months = {
        "month": 1,
        "quarter": 3,
        "season": 3,
        "half": 6,
        "year": 12,
        "decade": 120,
        "century": 1200,
        "millennium": 12000,
    }[unit]
    total = day.year * 12 + day.month - 1 + months * count
    year, month = divmod(total, 12)
    if not 1 <= year <= 9999:
        raise OverflowError(f"{count} {unit}s from {day} is outside the calendar")
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def value_at(day: date, grain: str, *, southern: bool = False) -> str:
    """Value of the unit that holds a day: value_at(2016-07-27, "week") == "2016-W30"."""
    if grain in ("week", "weekend", "fortnight"):
        iso_year, week, _ = day.isocalendar()
        return f"{iso_year:04}-W{week:02}" + ("-WE" if grain == "weekend" else "")
    year = f"{day.year:04}"
    if grain == "month":
        return f"{year}-{day.month:02}"
    if grain == "quarter":
        return f"{year}-Q{(day.month + 2) // 3}"
    if grain == "half":
        return f"{year}-H{1 if day.month < 7 else 2}"
    if grain == "season":
        month = (day.month + 5) % 12 + 1 if southern else day.month
        name = next((n for n, m in SEASONS.items() if m <= month < m + 3), "WI")
        lapsed = name == "WI" and month < 3  # January belongs to the winter of the year before
        return f"{day.year - 1 if lapsed else day.year:04}-{name}"
    if grain in ("year", "decade", "century", "millennium"):
        return year[: {"year": 4, "decade": 3, "century": 2, "millennium": 1}[grain]]
    return day.isoformat()


def shifted(value: str, count: int, unit: str) -> str | None:
    """A value moved by units of its own grain or coarser: ("2016-Q3", -1, "year") → "2015-Q3"."""
    grain = grain_of(value)
    span = stretch(value)
    if span is None or grain is None:
        return None
    day = span[0] + timedelta(3) if grain == "week" and unit not in ("week", "fortnight") else span[0]
    try:  # a week is where its Thursday is
        return value_at(add(day, count, unit), grain)
    except (OverflowError, KeyError):
        return None


def narrow(value: str, edge: str, conventions: Conventions) -> Stretch | None:
    """Days of a soft edge of a value: narrow("2016-08", "early", …) == (2016-08-01, 2016-08-11)."""
    span = stretch(value, southern=conventions.southern)
    grain = grain_of(value)
    if span is None or grain is None:
        return None
    first, until = span
    low, high = conventions.edges.get(grain, {}).get(edge, (0, 0))
    if grain == "month" and high:
        return first + timedelta(low - 1), min(first + timedelta(high), until)
    if grain == "year" and high:
        return add(first, low - 1, "month"), _until(first, high, "month")
    if grain == "week" and high:
        return first + timedelta(low - 1), first + timedelta(high)
    if grain == "decade" and (low, high) != (0, 0):
        return add(first, low, "year"), _until(first, high + 1, "year")
    if grain == "century" and (low, high) != (0, 0):
        origin = date(max(int(value) * 100, 1), 1, 1)
        return add(origin, low, "year"), _until(origin, high + 1, "year")
    if grain in ("season", "quarter", "half"):
        third = {"START": 0, "MID": 1, "END": 2}[MODS.get(edge, "START")]
        days = (until - first).days
        return (
            first + timedelta(days * third // 3),
            first + timedelta(days * (third + 1) // 3),
        )
    return span


def _until(first: date, count: int, unit: str) -> date:
    try:
        return add(first, count, unit)
    except OverflowError:
        return date.max


def edtf(value: str | None, span: tuple[date | None, date | None], *, soft: bool = False) -> str | None:
    """EDTF (ISO 8601-2) of a value, or of a stretch when it is narrower than its value.

    edtf("198", …) == "198X"; edtf("2016-SU", …) == "2016-22"; a narrowed stretch is an interval.
    """
    first, until = span
    if soft and first and until:
        last = until - timedelta(1)
        if first == last:
            return first.isoformat()
        return f"{first.isoformat()}/{last.isoformat()}"
    if not value or value.endswith("_REF") or value.startswith("P"):
        return None
    value = value.removeprefix("FY")
    if value.startswith("BC"):
        digits = value[2:]
        return f"-{int(digits[:4]) - 1:04}{digits[4:]}" if re.fullmatch(r"\d{4}(?:-\d\d)*", digits) else None
    day, _, clock = value.partition("T")
    grain = grain_of(day) if day else None
    if grain in ("decade", "century", "millennium"):
        return day.ljust(4, "X")
    if grain == "season":
        return f"{day[:4]}-{_EDTF_SEASONS[day[5:]]}"
    if grain == "quarter":
        return f"{day[:4]}-{32 + int(day[-1])}" if day[-1] != "X" else None
    if grain == "half":
        return f"{day[:4]}-{39 + int(day[-1])}" if day[-1] != "X" else None
    if grain in ("week", "weekend") or (grain == "day" and "W" in day):
        return edtf(None, span, soft=True) if first else None
    if clock and re.fullmatch(r"\d\d:\d\d", clock) and "X" not in day:
        return f"{day}T{clock}:00"
    return day or None


def in_zone(edtf: str, zone: str) -> str:
    """An EDTF moment by the clocks of a zone of the tz database, "UTC" among them: "2016-08-12T09:00:00-04:00".

    Where nobody knows the zone ("local", ""), it stays as it is: by the clocks of the place.
    """
    try:
        offset = datetime.fromisoformat(edtf).replace(tzinfo=ZoneInfo(zone)).strftime("%z")
    except (ValueError, LookupError, OSError):  # no such zone, or no list of them
        return edtf
    return f"{edtf}Z" if offset == "+0000" else f"{edtf}{offset[:3]}:{offset[3:5]}"


def moments(edtf: str | None) -> tuple[datetime | None, datetime | None]:
    """The first and last moment of an EDTF that tells the hour, both the same where there is one; None: not told.

    An end without a zone has that of the other: "from 9 to 11 a.m. GMT".
    """
    begins, _, ends = (edtf or "").partition("/")
    first, last = _moment(begins), _moment(ends or begins)
    if first and last and (first.tzinfo is None) != (last.tzinfo is None):
        zone = first.tzinfo or last.tzinfo
        return first.replace(tzinfo=zone), last.replace(tzinfo=zone)
    return first, last


def _moment(edtf: str) -> datetime | None:
    try:
        return datetime.fromisoformat(edtf) if "T" in edtf else None
    except ValueError:  # "INVALID TEXT": from a record that others wrote
        return None


def hour_of(when: When) -> str:
    """The hour or part of the day that an event is told with, to sort by: "09:00", "06" of a morning; "" of none."""
    told = (when.edtf or "").partition("T")[2][:5]
    return told or (_BEGINS.get((when.value or "").partition("T")[2], "") if when.basis == "explicit" else "")


def hourless(edtf: str | None) -> str | None:
    """An EDTF without the hours that it tells."""
    return re.sub(r"T[^/]*", "", edtf) if edtf else edtf


def duration(count: str, unit: str) -> str:
    """TIMEX3 length: duration("2", "week") == "P2W"; duration("X", "hour") == "PTXH"."""
    if unit in CLOCK_UNITS:
        return f"PT{count}{CLOCK_UNITS[unit]}"
    for long, short, letter in (("fortnight", 2, "W"), ("decade", 10, "Y"), ("century", 100, "Y")):
        if unit == long:  # ISO 8601 has no letter for these
            return f"P{short * int(count) if count.isdigit() else count}{letter}"
    return f"P{count}{UNITS[unit]}"


def spoken(day: date) -> str:
    """A day as a reader says it: "27 July 2016"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def spoken_stretch(first: date, until: date) -> str:
    """A stretch as a reader says it: "21–31 August 2016", "August 2016", "January–March 2016"."""
    last = until - timedelta(1)
    if first == last:
        return f"{WEEKDAYS[first.weekday()]}, {spoken(first)}"
    whole = first.day == 1 and until.day == 1
    if first.year != last.year:
        if whole and first.month == 1 and until.month == 1:
            return f"{first.year}–{last.year}"
        return f"{spoken(first)} – {spoken(last)}"
    if whole and first.month == 1 and last.month == 12:
        return str(first.year)
    if first.month == last.month:
        month = f"{MONTHS[first.month - 1]} {first.year}"
        return month if whole else f"{first.day}–{last.day} {month}"
    if whole:
        return f"{MONTHS[first.month - 1]}–{MONTHS[last.month - 1]} {first.year}"
    return f"{first.day} {MONTHS[first.month - 1]} – {spoken(last)}"
