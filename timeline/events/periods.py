"""The stretches that a firm tells its figures of: a quarter or a year of its own, which may be no calendar's."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from timeline import dates
from timeline.events.story import Story, is_a_comparison
from timeline.model import TimeExpression

LENGTH = re.compile(r"P(\d+)([MY])")
A_DAY, A_WEEK = timedelta(1), timedelta(7)
A_QUARTER, A_YEAR = 3, 12  # months
QUARTERS = 4  # of a year
NEAR = 100  # characters that so many words have at most
TO_ITS_END = 3  # words between a quarter and its last day: ", which ended"
BEFORE_ITS_END = 24  # characters before a day that may say that a year ends on it
BEHIND = 24  # characters behind a quarter that may say whose year it is of


def in_its_own_year(x: TimeExpression, r: Story) -> TimeExpression:
    """A quarter or a year with the days that the text gives it: "the quarter ended 31 May", "the year to June".

    And a quarter of a firm whose year is told to end elsewhere than the calendar's.
    """
    months = _months(x)
    end = _end(x, r) if months else None
    if end is None or not months:
        return _in_the_year_told(x, r)
    if x.until is not None and abs(x.until - end) <= A_WEEK:
        return x  # the calendar's own quarter
    return _stretch(x, months, end)


def is_of_nobodys_calendar(x: TimeExpression, r: Story) -> bool:
    """Whether a quarter is one of a firm's own year, and nothing says when that ends: "in its fiscal first quarter"."""
    return _is_quarter(x) and _is_fiscal(x, r)


def _is_quarter(x: TimeExpression) -> bool:
    return (x.value or "")[5:6] == "Q"


def _is_fiscal(x: TimeExpression, r: Story) -> bool:
    """Whether a quarter is called so, or is said again after such a one: "during the quarter"."""
    words = r.lexicon.dating
    before = _told_before(x, r)
    if before is not None:
        return _is_fiscal(before, r)
    around = f"{x.text} {r.article.text[x.end : x.end + BEHIND]}".lower().split()
    return any(w.strip(".,;") in words["fiscal"] for w in around)


def _told_before(x: TimeExpression, r: Story) -> TimeExpression | None:
    """The quarter told of last that is only said again: "during the quarter"."""
    if not _is_quarter(x) or not set(x.text.lower().split()) <= r.lexicon.dating["quarter_again"]:
        return None
    told = [o for o in r.timed.values() if o.end <= x.start and _is_quarter(o) and not is_a_comparison(o, r.lexicon)]
    return max(told, key=lambda o: o.start, default=None)


def _months(x: TimeExpression) -> int:
    """How many months a quarter or a length that figures are told of has, 0 for any other time."""
    if _is_quarter(x):
        return A_QUARTER
    length = LENGTH.fullmatch(x.value or "") if x.type == "DURATION" and x.first is None else None
    return int(length[1]) * (A_YEAR if length[2] == "Y" else 1) if length is not None else 0


def _end(x: TimeExpression, r: Story) -> date | None:
    """The day after the one on which a stretch is told to end: "the nine months ended 30 September".

    So does a quarter that is said again: "the quarter ended 30 September … during the quarter".
    """
    words = r.lexicon.dating
    whole = x.text.lower().startswith("the ")  # "the six months to June", not "by a month to the end of June"
    closing = words["closing"] | words["extended_to"] if whole and not _is_quarter(x) else words["closing"]
    for o in set(r.timed.values()):
        said = r.article.text[x.end : o.start].split() if 0 < o.start - x.end <= NEAR else []
        if 0 < len(said) <= TO_ITS_END and said[-1] in closing and o.until is not None:
            return o.until
    before = _told_before(x, r)
    return _end(before, r) if before is not None else None


def _in_the_year_told(x: TimeExpression, r: Story) -> TimeExpression:
    """A quarter by its number alone, of the year whose end is told: "its year ends in June … its first quarter"."""
    today, words = r.published.until, r.lexicon.dating
    if x.rule not in words["numbered_quarters"] or today is None:
        return x
    ends = {(o.until.month, o.until.day): o.until for o in set(r.timed.values()) if o.until and _ends_a_year(o, r)}
    if len(ends) != 1 or (1, 1) in ends:
        return x
    after = A_QUARTER * (int((x.value or "")[6:7]) - QUARTERS)
    end = dates.add(next(iter(ends.values())), after, "month")
    while end > today:
        end = dates.add(end, -A_YEAR, "month")
    while dates.add(end, A_YEAR, "month") <= today:
        end = dates.add(end, A_YEAR, "month")
    return _stretch(x, A_QUARTER, end)


def _ends_a_year(o: TimeExpression, r: Story) -> bool:
    """Whether a day is told to be a year's last: "for the year ended 30 September", "its fiscal year ends in June"."""
    words = r.lexicon.dating
    before = r.article.text[max(0, o.start - BEFORE_ITS_END) : o.start].lower().split()
    while before and before[-1] in words["of_its_end"]:
        before.pop()
    return before[-1:] != [] and before[-1] in words["closing"] and before[-2:-1] == ["year"]


def _stretch(x: TimeExpression, months: int, end: date) -> TimeExpression:
    """A time with the days of so many months up to an end."""
    first = dates.add(end, -months, "month")
    return replace(x, type="DATE", value=None, first=first, until=end, edtf=f"{first}/{end - A_DAY}")
