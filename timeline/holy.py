"""Days of holidays: conventions.toml says what each hangs on, this module counts.

Easter is told by dateutil, the moon's holidays by the `holidays` library; both are loaded when first asked for.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, fields, replace
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from timeline.dates import Stretch

_EASTER_BEGAN = 1583  # the reckoning of today
_WORDS = ("country", "name", "national", "home", "mod")
_FAR = 366
_FIRST_LISTED = 1900  # before it no list of a country's holidays is to be trusted


@dataclass(frozen=True, slots=True)
class Holiday:
    """What a holiday hangs on: a fixed day, Easter, the n-th weekday of a month, or a country's list.

    Exactly one of `easter` (days from Easter Sunday), `orthodox` (the same from the Orthodox one), `nth` and
    `country` with `name` is given; else it is a fixed `month` and `day`. `plus` moves it by days, `days` is how
    long it lasts, `mod` a TIMEX3 mod where the day is not certain. `national` is the name that countries' lists give
    to a day that each has of its own; its fixed day, if any, is that of a text that names no country, and of `home`,
    the country that writes it with a capital.
    """

    month: int = 0
    day: int = 0
    easter: int | None = None
    orthodox: int | None = None
    weekday: int = 0  # Monday 1
    nth: int = 0  # negative from the month's end
    country: str = ""
    name: str = ""
    national: str = ""
    home: str = ""
    plus: int = 0
    days: int = 1
    mod: str | None = None


@lru_cache(maxsize=1024)
def stretches(holiday: Holiday, year: int) -> tuple[Stretch, ...]:
    """Days of a holiday in a year: stretches(Holiday(easter=1), 2016) is the one day of 28 March.

    None where they are not known, two where the moon brings a holiday twice in a year of ours.
    """
    if not 1 <= year <= 9998:
        return ()
    firsts = (day + timedelta(holiday.plus) for day in _firsts(holiday, year))
    return tuple((first, first + timedelta(holiday.days)) for first in firsts)


def _firsts(holiday: Holiday, year: int) -> tuple[date, ...]:
    if holiday.easter is not None or holiday.orthodox is not None:
        return _easter(holiday, year)
    if holiday.country:
        return _listed(holiday.country, holiday.name, year, whole=not holiday.national)
    if holiday.nth:
        return (_nth_weekday(year, holiday.month, holiday.weekday - 1, holiday.nth),)
    try:
        return (date(year, holiday.month, holiday.day),)
    except ValueError:  # 29 February
        return ()


def _easter(holiday: Holiday, year: int) -> tuple[date, ...]:
    if year < _EASTER_BEGAN:
        return ()
    from dateutil.easter import EASTER_ORTHODOX, EASTER_WESTERN, easter

    orthodox = holiday.orthodox is not None
    sunday: date = easter(year, EASTER_ORTHODOX if orthodox else EASTER_WESTERN)
    return (sunday + timedelta((holiday.orthodox if orthodox else holiday.easter) or 0),)


def _nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    if nth > 0:
        first = date(year, month, 1)
        return first + timedelta((weekday - first.weekday()) % 7 + 7 * (nth - 1))
    last = date(year + month // 12, month % 12 + 1, 1) - timedelta(1)
    return last - timedelta((last.weekday() - weekday) % 7)


def _listed(country: str, name: str, year: int, *, whole: bool) -> tuple[date, ...]:
    """Days that a country's list has under a name, its whole name or a part of it ("National Independence Day")."""
    if year < _FIRST_LISTED:
        return ()
    from holidays import country_holidays

    try:
        # a country may keep its day on another when it falls beside a Sabbath, and list that one alone
        listed = country_holidays(country, years=year, language="en_US", observed=not whole)
    except NotImplementedError:  # no list of this country
        return ()
    days = {day for day, said in listed.items() if name in said.replace(" (estimated)", "").split("; ")}
    if not whole:
        days = days or {day for day, said in listed.items() if name in said}
    return tuple(sorted(day for day in days if day - timedelta(1) not in days))  # the second day is the first's


def of_country(holiday: Holiday, code: str) -> Holiday:
    """The day that a country has under the name of a national holiday."""
    if code == holiday.home:
        return holiday
    return replace(holiday, country=code, name=holiday.national, month=0, day=0, weekday=0, nth=0, plus=0)


def _is_day(month: int, day: int) -> bool:
    """Whether there is such a day, in a leap year at least."""
    try:
        date(2000, month, day)
    except ValueError:
        return False
    return True


def holiday_of(entry: Any) -> Holiday:
    """A holiday as conventions.toml writes it: "12-25", or a table of `Holiday`'s fields; ValueError says the mend."""
    mend = 'write a day of the year such as "12-25", or { easter = 1 }, { month = 5, weekday = 1, nth = -1 }'
    if isinstance(entry, str):
        match = re.fullmatch(r"(\d\d)-(\d\d)", entry)
        if not match or not _is_day(int(match[1]), int(match[2])):
            raise ValueError(mend)
        return Holiday(int(match[1]), int(match[2]))
    kinds = {f.name: str if f.name in _WORDS else int for f in fields(Holiday)}
    if not isinstance(entry, dict) or not all(isinstance(v, kinds.get(k, ())) for k, v in entry.items()):
        raise ValueError(f"{mend} (fields: {', '.join(kinds)})")
    if any(abs(entry.get(name, 0)) > _FAR for name in ("easter", "orthodox", "plus")):
        raise ValueError(f"{mend}; easter, orthodox and plus move a day by {_FAR} at most")
    if not 1 <= entry.get("days", 1) <= _FAR or entry.get("mod", "APPROX") != "APPROX":
        raise ValueError(f'days is how long it lasts, 1 to {_FAR}; mod is "APPROX" where the day is not certain')
    if "day" in entry and not _is_day(entry.get("month", 0), entry["day"]):
        raise ValueError(mend)
    ways = ("easter" in entry) + ("orthodox" in entry) + ({"country", "name"} <= set(entry))
    by_weekday = {"month", "weekday", "nth"} <= set(entry)
    fixed = not by_weekday and ("month" in entry) == ("day" in entry)
    if "national" in entry and not ways and (fixed or (by_weekday and "home" in entry)):
        return Holiday(**entry)
    if ways + by_weekday != 1 or not (
        not by_weekday or (1 <= entry["month"] <= 12 and 1 <= entry["weekday"] <= 7 and -1 <= entry["nth"] <= 4)
    ):
        raise ValueError(mend)
    return Holiday(**entry)
