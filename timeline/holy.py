"""Days of holidays, by the names that words.toml gives them.

Fixed days and the n-th weekday of a month are told here, Easter and what hangs on it by dateutil,
the moon's holidays by the `holidays` library, both loaded when first asked for.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

_FIXED = {
    "christmas": (12, 25),
    "christmas_eve": (12, 24),
    "boxing_day": (12, 26),
    "new_year": (1, 1),
    "new_year_eve": (12, 31),
    "epiphany": (1, 6),
    "valentine": (2, 14),
    "st_patrick": (3, 17),
    "halloween": (10, 31),
    "independence": (7, 4),
    "may_day": (5, 1),
    "armistice": (11, 11),
    "bastille": (7, 14),
    "womens_day": (3, 8),
    "assumption": (8, 15),
    "all_saints": (11, 1),
    "orthodox_christmas": (1, 7),
    "nowruz": (3, 21),
}
_EASTER = {
    "easter": 0,
    "easter_monday": 1,
    "good_friday": -2,
    "palm_sunday": -7,
    "ash_wednesday": -46,
    "ascension": 39,
    "pentecost": 49,
}
# month, weekday (Monday 0), which one; negative from the end
_NTH = {
    "thanksgiving": (11, 3, 4),
    "mlk": (1, 0, 3),
    "presidents": (2, 0, 3),
    "memorial": (5, 0, -1),
    "labor": (9, 0, 1),
    "columbus": (10, 0, 2),
}
_ISLAMIC = {"eid_fitr": "Eid al-Fitr", "eid_adha": "Eid al-Adha"}


@lru_cache(maxsize=512)
def day(name: str, year: int) -> date | None:
    """The day of a holiday in a year: day("easter", 2016) == 2016-03-27; None if not known."""
    if not 1 <= year <= 9998:
        return None
    if name in _FIXED:
        return date(year, *_FIXED[name])
    if name in _EASTER:
        if year < 1583:
            return None
        from dateutil.easter import easter

        sunday: date = easter(year)
        return sunday + timedelta(_EASTER[name])
    if name in _NTH:
        month, weekday, nth = _NTH[name]
        return _nth_weekday(year, month, weekday, nth)
    if name == "election":  # the Tuesday after the first Monday of November
        return _nth_weekday(year, 11, 0, 1) + timedelta(1)
    if name == "black_friday":
        return _nth_weekday(year, 11, 3, 4) + timedelta(1)
    if name in _ISLAMIC:
        return _lunar(_ISLAMIC[name], year)
    return None


def _nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    if nth > 0:
        first = date(year, month, 1)
        return first + timedelta((weekday - first.weekday()) % 7 + 7 * (nth - 1))
    last = date(year + month // 12, month % 12 + 1, 1) - timedelta(1)
    return last - timedelta((last.weekday() - weekday) % 7)


def _lunar(name: str, year: int) -> date | None:
    from holidays.countries import Egypt

    found = [d for d, n in Egypt(years=year, language="en_US").items() if name.lower() in n.lower()]
    return min(found) if found else None
