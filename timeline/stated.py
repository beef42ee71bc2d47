"""Mentions whose value stands in their words, whole or in part: dates, holidays, fiscal and school years.

This is the only caller of dateparser, for mail-like dates whose every part stands in the words.
"""

from __future__ import annotations

from datetime import date, timedelta

from timeline import dates, holy
from timeline.choose import along, pick
from timeline.complete import base_of, completed, look_of, of_quarter
from timeline.context import Context, Reading, fill, gives, mod_of, step_of
from timeline.find import Mention
from timeline.national import country_of_day
from timeline.rules import Rule
from timeline.spelled import day_or_month_first, spelled


def stated(mention: Mention, rule: Rule, fields: dict[str, str], context: Context, hint: str | None) -> Reading:
    """A mention whose value stands in its words, whole or in part."""
    if rule.value == "@dateparser":
        return _parsed(mention, rule, context)
    swapped = day_or_month_first(fields, context) if rule.swap else ""
    value = spelled(mention, rule, fields, context)
    if value is None:
        return Reading(rule.type)
    if rule.holiday:
        return _holiday(mention, rule, fields, value, context)
    value = of_quarter(value, context)
    if rule.begins:
        return _own_year(mention, rule, fields, value, context)
    if value.endswith("_REF"):
        mod = fill(rule.mod, fields) or None
        return Reading(rule.type, value, mod, why=(step_of(mention, context, "names no day of the calendar", ""),))
    if rule.look == "none" or (rule.look == "told" and _in_general(context)):
        said = "no day in particular" if rule.look == "none" else "no year in particular, but every year"
        return Reading(rule.type, value, why=(step_of(mention, context, said, ""),))
    if "X" in value.partition("T")[0]:
        return completed(mention, rule, fields, value, context, hint)
    span = dates.stretch(value, southern=context.conventions.southern)
    if span is None and not value.startswith("BC"):
        return Reading(rule.type, why=(step_of(mention, context, "no such day in the calendar", ""),))
    said = "every part stands in the words" + (f"; {swapped}" if swapped else "")
    first, until = span or (None, None)
    return Reading(
        rule.type, value, mod_of(rule, fields), first, until,
        why=(step_of(mention, context, said, gives(first, until)),),
    )  # fmt: skip


def _in_general(context: Context) -> bool:
    """Whether the clause tells what is so every year: "in winter bookings rise"."""
    start, end = context.story.outer
    if context.message or context.text[start:end] == context.text.strip():
        return False
    told = context.tense_of(start, end).tense
    return told == "present" if context.narrative else told not in {"past", "future"}


def _parsed(mention: Mention, rule: Rule, context: Context) -> Reading:
    """A whole date in a form that only its parser knows: mail and feed headers, other languages."""
    found = _dateparser(context.text[mention.start : mention.end], context)
    if found is None:
        return Reading(rule.type)
    value, _ = found
    span = dates.stretch(value)
    first, until = span or (None, None)
    return Reading(
        rule.type, value, None, first, until,
        why=(step_of(mention, context, "every part stands in the words", gives(first, until)),),
    )  # fmt: skip


def _dateparser(words: str, context: Context) -> tuple[str, str] | None:
    """TIMEX3 value and period of words that dateparser reads; None when it cannot."""
    from datetime import datetime, time

    from dateparser.date import DateDataParser

    base = context.day or date(2000, 1, 1)
    parser = DateDataParser(
        languages=[context.rules.language],
        settings={"RELATIVE_BASE": datetime.combine(base, time()), "PREFER_DAY_OF_MONTH": "first",
                  "RETURN_TIME_AS_PERIOD": True},
    )  # fmt: skip
    data = parser.get_date_data(words)
    moment = data.date_obj
    if moment is None:
        return None
    if data.period == "time":
        return moment.strftime("%Y-%m-%dT%H:%M:%S"), "time"
    if data.period == "year":
        return f"{moment.year:04}", "year"
    if data.period == "month":
        return f"{moment.year:04}-{moment.month:02}", "month"
    return moment.strftime("%Y-%m-%d"), "day"


def _holiday(mention: Mention, rule: Rule, fields: dict[str, str], value: str, context: Context) -> Reading:
    name = fill(rule.holiday, fields)
    holiday = context.conventions.holidays.get(name)
    ours = holiday is not None and holiday.home and context.text[mention.start].isupper()  # "Election Day"
    each = holiday is not None and holiday.national and not ours
    whose = country_of_day(context.text, mention.start, mention.end) if each else None
    if holiday and whose:
        holiday = holy.of_country(holiday, whose[0])
    anchor: str | None = None
    if value != "XXXX":
        base, look, because = date(int(value), 1, 1), "nearest", "every part stands in the words"
        years = range(base.year, base.year + 1)
    else:
        base_, anchor, from_story = base_of(mention, rule, value, context)
        if base_ is None:
            return Reading(rule.type, None, why=(step_of(mention, context, "no year said, and none known", ""),))
        base = base_
        look, because = look_of(rule, fields, value, context, from_story)
        because = f"no year said; {because} counted from {dates.spoken(base)}"
        years = range(base.year - 1, base.year + 2)
    spans = [(s[0].isoformat(), s) for year in years for s in (holy.stretches(holiday, year) if holiday else ())]
    told = look == "story" and spans and context.story.trail
    chosen = along(spans, context.story.trail) if told else pick(spans, base, look, "XXXX-") if spans else None
    if holiday is None or chosen is None:
        return Reading(rule.type, None, why=(step_of(mention, context, "its day in that year is not known", ""),))
    first, until = dict(spans)[chosen]
    whole = chosen if holiday.days == 1 else None  # no value names a month of fasting
    if whose:
        because += f"; that of {whose[1]}"
    if holiday.mod:
        because += "; by the moon, a day sooner or later from place to place"
    return Reading(
        rule.type, whole, holiday.mod, first, until, soft=not whole, anchor=anchor,
        why=(step_of(mention, context, because, gives(first, until)),),
    )  # fmt: skip


def _own_year(mention: Mention, rule: Rule, fields: dict[str, str], value: str, context: Context) -> Reading:
    """A fiscal or a school year, which the conventions begin with a month of theirs.

    "2015-16" begins in the first of its two years. With one year said, a year that begins after June bears the name
    of the one it ends in.
    """
    month = context.conventions.fiscal_year if rule.begins == "fiscal_year" else context.conventions.school_year
    year, both = int(value), "two_digits" in fields
    if month == 1:
        first, until = date(year, 1, 1), date(year + both, 12, 31) + timedelta(1)
        because = "a year of the calendar" if not both else "somewhere in these two years"
    else:
        first = date(year if both or month <= 6 else year - 1, month, 1)
        until = dates.add(first, 1, "year")
        because = f"by convention from {dates.MONTHS[month - 1]} on"
    soft = (first, until) != dates.stretch(value)
    return Reading(
        rule.type, value, mod_of(rule, fields), first, until, soft=soft,
        why=(step_of(mention, context, because, gives(first, until)),),
    )  # fmt: skip
