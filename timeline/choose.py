"""An open value and a day → the whole value that is meant: which August, which Friday.

Pure: knows values and sides, no text. complete.py finds out on which side to look.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from timeline import dates
from timeline.dates import Stretch

# How many times as far, and how many days farther, the wrong side of a tense counts: where the
# clause says it surely, where it is guessed, and where the day is said: a date is mostly near,
# but what is told of it is not still months ahead, nor what was done on it some days.
_WRONG_SIDE = {
    "sure": (8, 400),
    "unsure": (3, 60),
    "near": (2, 30),
    "maybe": (1.5, 0),
    "told": (3, 40),
    "own": (60, 200),
    "": (1, 0),
}
_YEAR_OFF = 400  # days from where one looks within which a weekday tells the year: farther off it may be a slip
_FAR_OFF = 100  # days ahead or behind at which "this summer" told in the other tense is that of another year
_ANY_DAY = "XXXX-XX-XX"
_STALE = 25  # days that a date told earlier counts as farther off, for each told since
_VAGUE = 0.2  # how much of its own length a stretch is off: "in 1976" says less of 11 March than "10 March 1975"
_BACK = 1.6  # how many times as far a step back counts


def _candidates(value: str, base: date) -> list[str]:
    if value.startswith("XXXX-WXX"):
        out = []
        for shift in range(-3, 4):
            year, week, _ = (base + timedelta(7 * shift)).isocalendar()
            whole = f"{year:04}-W{week:02}{value[8:]}"
            if value[-1].isdigit():
                whole = (dates.stretch(whole) or (base, base))[0].isoformat()
            out.append(whole)
        return out
    if value.startswith("XXXX-XX-"):
        return [
            f"{dates.value_at(dates.add(base.replace(day=1), shift, 'month'), 'month')}{value[7:]}"
            for shift in range(-3, 4)
            if 0 < base.year + (base.month - 1 + shift) // 12 < 9999
        ]
    if value.startswith("XXXX"):
        return [f"{y:04}{value[4:]}" for y in range(base.year - 5, base.year + 6) if 0 < y <= 9999]
    if value.startswith("XX"):
        size = {4: 100, 3: 10, 2: 1}[len(value)] if len(value) in (2, 3, 4) else 100
        century = base.year // 100
        return [f"{c:02}{value[2:]}" for c in range(century - 3, century + 2) if size]
    return [value]


def choose(
    value: str,
    base: date,
    look: str,
    *,
    southern: bool = False,
    trail: Sequence[Stretch] = (),
    weekday: int = 0,
) -> str | None:
    """The whole value that an open one ("XXXX-08") means, seen from a day; None if there is none.

    `look` is a side: "past" and "future" may hold the base itself, "before" and "after" may not,
    "before last" and "after next" go one farther,
    "same" is the base's year or week ("same past": not ahead of it), "year_ago" the year before;
    "nearest", "past sure", "past unsure" (and future), "future near", "past maybe", "past told", "past own" (and
    future) weigh nearness against the tense; "story" goes on from the `trail` of stretches told
    last. `weekday` (Monday is 1) is what the day is said to be ("Tuesday the 14th", "Monday, Oct.
    26"): it settles the month, and the year if it is that of the day in a year nearby.
    """
    if value in ("", _ANY_DAY):  # a time of day is that of the day itself
        return base.isoformat()
    bases = [base, *(first for first, _ in trail)] if look == "story" else [base]
    values = sorted({whole for day in bases for whole in _candidates(value, day)})
    spans = [(whole, span) for whole in values if (span := dates.stretch(whole, southern=southern))]
    if weekday:
        near = [item for item in spans if min(abs((item[1][0] - day).days) for day in bases) < _YEAR_OFF]
        spans = [item for item in near if item[1][0].isoweekday() == weekday] or spans
    if look == "story" and spans and trail:
        return along(spans, trail)
    return pick(spans, base, look, value) if spans else None


def along(spans: Sequence[tuple[str, Stretch]], trail: Sequence[Stretch]) -> str:
    """The candidate that goes on best from where the story has just been."""
    return min(spans, key=lambda item: _off_trail(item[1], trail))[0]


def _off_trail(span: Stretch, trail: Sequence[Stretch]) -> float:
    """How far a candidate lies from where the story has just been; going on is nearer than back."""

    def gap(told: Stretch) -> float:
        vague = (told[1] - told[0]).days * _VAGUE
        if span[0] < told[1] and told[0] < span[1]:
            return vague
        if span[0] >= told[1]:
            return vague + (span[0] - told[1]).days
        return vague + (told[0] - span[1]).days * _BACK

    return min(gap(told) + i * (_STALE + (told[1] - told[0]).days / 2) for i, told in enumerate(trail))


def pick(spans: Sequence[tuple[str, Stretch]], base: date, look: str, value: str) -> str | None:
    """The candidate on the side looked at; `choose` says what the sides are."""
    if value.startswith("XX") and not value.startswith("XXXX"):  # "the nineties"
        look = "past"
    if look in _SIDES:
        fit = [w for w, span in spans if _SIDES[look](span, base)]
        at = _PLACES[look]
        return fit[at] if -len(fit) <= at < len(fit) else None
    if look.startswith("same"):
        fit = [w for w, span in _present(spans, base, value, look.partition(" ")[2])]
        if fit:
            return fit[0]
    if look == "year_ago":
        fit = [w for w, (first, _) in spans if first.year == base.year - 1]
        return fit[0] if fit else None
    side, _, plain = look.partition(" ")
    told = "-Q" in value and plain != "own"  # results of the last quarter are told in every tense
    heavy, extra = (1.5, 0) if told else _WRONG_SIDE[plain]

    def distance(item: tuple[str, Stretch]) -> float:
        first, until = item[1]
        if first <= base < until:
            return 0
        ahead = first > base
        days = (first - base).days if ahead else (base - until).days + 1
        wrong = (side == "past" and ahead) or (side == "future" and not ahead)
        return days * heavy + extra if wrong else days

    return min(spans, key=lambda item: (distance(item), item[1][0] < base))[0]  # of two as near the one to come


def _present(spans: Sequence[tuple[str, Stretch]], base: date, value: str, side: str) -> Sequence[tuple[str, Stretch]]:
    """What is called "this": what holds the day, or is of its week or year.

    In the week, told as past it is not still to come ("this weekend they met", said on a Monday); in the year
    only what is far off ("this summer they met", said in January).
    """
    by_week = value.startswith("XXXX-WX")
    now = base.isocalendar()[:2] if by_week else base.year
    fit = [item for item in spans if item[1][0] <= base < item[1][1]] or [
        item for item in spans if (item[1][0].isocalendar()[:2] if by_week else item[1][0].year) == now
    ]
    if not fit or not side or _SIDES[side](fit[0][1], base):
        return fit
    first, until = fit[0][1]
    if not by_week and max((first - base).days, (base - until).days) < _FAR_OFF:
        return fit
    right = [item for item in spans if _SIDES[side](item[1], base)]
    return right[-1:] if side == "past" else right[:1]


_SIDES: dict[str, Callable[[Stretch, date], bool]] = {
    "past": lambda span, base: span[0] <= base,
    "before": lambda span, base: span[1] <= base,
    "future": lambda span, base: span[1] > base,
    "after": lambda span, base: span[0] > base,
    "before last": lambda span, base: span[1] <= base,
    "after next": lambda span, base: span[0] > base,
}
# Which of those on its side it is, in their order.
_PLACES = {
    "past": -1, "before": -1, "before last": -2,
    "future": 0, "after": 0, "after next": 1,
}  # fmt: skip
