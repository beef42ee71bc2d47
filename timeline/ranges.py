"""Ranges: the whole and its two ends, of which one lends what the other lacks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from timeline import dates
from timeline.context import Context, Reading, expressed, gives, step_of, tell
from timeline.find import Mention
from timeline.model import Step, TimeExpression
from timeline.rules import Rule
from timeline.spelled import spelled


def span_of(mention: Mention, rule: Rule, context: Context) -> list[TimeExpression]:
    """The whole, then its two ends; the later end lends what the earlier lacks."""
    if rule.value == "@years":
        return _short_years(mention, context)
    if rule.value == "@before_christ":
        return _years_before_christ(mention, context)
    left, right = mention.parts
    latent = context.rules.by_name[right.rule].latent
    if latent:  # "May 3 to 14", "May 3-14, 2009"
        year = right.get("year")
        start = context.read(left, f"{year}-01-01" if year else None)
        end = context.read(right, start.value)
    elif _is_clock(left) and _is_clock(right):
        start, end = _clocks(left, right, context)
    elif _states_year(left) and not _states_year(right):
        start = context.read(left)
        end = _lent_year(right, start, context, later=True)
    else:
        end = context.read(right)
        lends = not _states_year(left)
        start = _lent_year(left, end, context, later=False) if lends else context.read(left)
    if left.get("weekday") and right.get("weekday") and not left.parts and not right.parts:
        start, end = _in_one_week(start, end, mention, context)
    times = [expressed(left, start, context), expressed(right, end, context)]
    first, until = start.first, end.until
    if start.value == "PRESENT_REF":  # "between now and the end of May"
        first = context.day
    if first and until and until <= first:
        first = until = None
    step = step_of(mention, context, "from the first day of the one to the last day of the other", gives(first, until))
    edtf = None
    if start.first and end.first and first:
        edtf = f"{times[0].edtf}/{times[1].edtf}" if times[0].edtf and times[1].edtf else None
        if edtf and edtf.count("/") > 1:
            edtf = dates.edtf(None, (first, until), soft=True)
    whole = Reading(
        "DATE", None, None, first, until, soft=True, anchor=end.anchor,
        why=(*start.why[-1:], *end.why[-1:], step),
    )  # fmt: skip
    made = expressed(mention, whole, context)
    made = replace(made, edtf=edtf, parts=(times[0].id, times[1].id))
    years = dates.grain_of(end.value or "") == "year"  # "the season of 1975-1976": the story is not at its end
    for part, time in zip((left,) if years else (left, right), times, strict=False):
        tell(context, part, time)
    return [made, *times]


def _is_clock(mention: Mention) -> bool:
    return mention.grain in ("hour", "minute", "second")


def _clocks(left: Mention, right: Mention, context: Context) -> tuple[Reading, Reading]:
    """Two times of day, of which the one that names a day lends it: "10:30 to 11:45 on Tuesday"."""
    if left.parts and not right.parts:
        start = context.read(left)
        return start, context.read(right, start.value)
    end = context.read(right)
    start = context.read(left, end.value if right.parts and not left.parts else None)
    if left.get("hour2") and start.value and end.value and start.value > end.value:  # "11.30 to 1 p.m."
        day, _, clock = start.value.partition("T")
        start = replace(start, value=f"{day}T{int(clock[:2]) % 12:02}{clock[2:]}")
    return start, end


def _states_year(mention: Mention) -> bool:
    return bool(mention.get("year")) or any(_states_year(p) for p in mention.parts)


def _lent_year(mention: Mention, other: Reading, context: Context, *, later: bool) -> Reading:
    """A date read with the year or month of the other end; it stays on its side of it."""
    rule = context.rules.by_name[mention.rule]
    value = (
        spelled(mention, rule, dict(mention.fields), context)
        if rule.value[:1] != "@" and not mention.parts and rule.value
        else None
    )
    if not value or "X" not in value or other.first is None or value.startswith("XXXX-WX"):
        return context.read(mention)
    reading = context.read(mention, other.value)
    if reading.first and ((reading.first > other.first) if not later else (reading.first < other.first)):
        step = 1 if later else -1
        if value.startswith("XXXX-XX"):
            moved = dates.add(reading.first, step, "month")
        else:
            moved = dates.add(reading.first, step, "year")
        whole = dates.value_at(moved, dates.grain_of(reading.value or "") or "day")
        first, until = dates.stretch(whole) or (None, None)
        return replace(reading, value=whole, first=first, until=until)
    return reading


def _in_one_week(start: Reading, end: Reading, mention: Mention, context: Context) -> tuple[Reading, Reading]:
    """Put the ends of "from Monday to Friday" in order: back in what is told as past, ahead otherwise."""
    if start.first is None or end.first is None or start.first <= end.first:
        return start, end
    week = timedelta(7)
    if context.tense_of(mention.start, mention.end).tense == "past":
        return _on(start, start.first - week, mention.parts[0], context), end
    return start, _on(end, end.first + week, mention.parts[1], context)


def _on(reading: Reading, day: date, part: Mention, context: Context) -> Reading:
    until = day + timedelta(1)
    step = step_of(part, context, "in the order said", gives(day, until))
    return replace(reading, value=day.isoformat(), first=day, until=until, why=(*reading.why, step)[-4:])


def _years_before_christ(mention: Mention, context: Context) -> list[TimeExpression]:
    """Read "499 to 493 BC": the whole and both years, none of which a calendar of ours holds."""
    words = context.text[mention.start : mention.end]
    one, other = mention.get("one"), mention.get("any_year")
    start = mention.start + words.index(one)
    cut = start + len(one)
    ends = (
        Mention(start, cut, "ancient_year", (("any_year", one),), (), "year"),
        Mention(cut + words[cut - mention.start :].index(other), mention.end, "year_before_christ", (), (), "year"),
    )
    why = (Step(words, "years before our era", ""),)
    times = [
        expressed(end, Reading("DATE", f"BC{year.zfill(4)}", why=why), context)
        for end, year in zip(ends, (one, other), strict=True)
    ]
    for end, time in zip(ends, times, strict=True):
        tell(context, end, time)
    whole = expressed(mention, Reading("DATE", why=why), context)
    return [replace(whole, parts=(times[0].id, times[1].id)), *times]


def _short_years(mention: Mention, context: Context) -> list[TimeExpression]:
    """Read "1990-91": the whole and both years."""
    year, short = mention.get("year"), mention.get("two_digits")
    end = int(year[:2] + short)
    if end <= int(year):
        end += 100
    left = Mention(mention.start, mention.start + 4, "year", (("year", year),), (), "year")
    start = context.read(left)
    times = [expressed(left, start, context)]
    if end - int(year) > 60:
        return times
    right = Mention(mention.end - 2, mention.end, "short_end_year", (), (), "year")
    first, until = dates.stretch(f"{end:04}") or (None, None)
    step = Step(short, "the century of the year before it", f"{end:04}")
    times.append(expressed(right, Reading("DATE", f"{end:04}", None, first, until, why=(step,)), context))
    step = Step(
        context.text[mention.start : mention.end],
        "from the first day of the one to the last day of the other",
        gives(start.first, until),
    )
    whole = Reading("DATE", None, None, start.first, until, soft=True, why=(step,))
    made = replace(
        expressed(mention, whole, context),
        edtf=f"{year}/{end:04}",
        parts=(times[0].id, times[1].id),
    )
    return [made, *times]
