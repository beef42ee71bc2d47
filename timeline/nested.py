"""Times made of times: "early August", "the first week of March", "9 a.m. Tuesday", "later this month"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from timeline import dates, tense
from timeline.choose import choose
from timeline.complete import POINTERS, SAID, filled, of_quarter
from timeline.context import Context, Reading, fill, gives, innermost, mod_of, step_of
from timeline.counted import amount_of, moved_by
from timeline.find import Mention
from timeline.rules import Rule
from timeline.spelled import spelled

_MIDWEEK = 2  # days from Monday
_ORDINALS = {1: "first", 2: "second", 3: "third", 4: "fourth", -1: "last"}
_FINENESS = {"second": 0, "minute": 0, "hour": 0, "part": 1}
_MOD_AGO = {"MORE_THAN": "BEFORE", "LESS_THAN": "AFTER"}


def over(mention: Mention, rule: Rule, fields: dict[str, str], inner: Reading, context: Context) -> Reading:
    """A time that says something about another time."""
    if rule.take:
        return _taken(mention, rule, fields, inner, context)
    if rule.week:
        return _week_beside(mention, rule, inner, context) if rule.shift else _its_week(mention, rule, inner, context)
    if rule.half:
        return _half_of(mention, rule, fields, inner, context)
    if rule.rest:
        return rest_of(mention, rule, fields, inner, context)
    if rule.shift:
        amount, unit = amount_of(rule.shift, fields)
        if amount is None or inner.first is None or not inner.value:
            return Reading(rule.type, None, why=inner.why)
        moved = moved_by(mention, rule, fields, inner.first, inner.anchor, inner.value, amount, unit, context)
        return replace(moved, why=(*inner.why, *moved.why)[-4:])
    if rule.value in ("", "{time}"):
        return _qualified(mention, rule, fields, inner, context)
    if rule.value == "@clock" and inner.value:  # "at 8 tonight"
        day, _, part = inner.value.partition("T")
        clock = spelled(mention, rule, {**fields, "day_part": part}, context)
        if clock:
            step = step_of(mention, context, "that hour in that part of the day", gives(inner.first, inner.until))
            return replace(
                inner, type=rule.type, value=f"{day}T{clock.partition('T')[2]}", mod=None, why=(*inner.why, step)[-4:]
            )
    value = spelled(mention, rule, fields, context)
    if rule.look and value and inner.first:  # "the Monday after 3 May"
        side = POINTERS[rule.look]
        value = choose(value, inner.first, side)
        weeks = max(0, int(fields.get("nth") or 1) - 1)  # "the second Sunday after Easter"
        value = dates.shifted(value, weeks if side == "after" else -weeks, "week") if value and weeks else value
        first, until = (dates.stretch(value) if value else None) or (None, None)
        step = step_of(mention, context, f"the nearest {side} it", gives(first, until))
        return Reading(rule.type, value, None, first, until, anchor=inner.anchor, why=(*inner.why, step)[-4:])
    value = of_quarter(value, context) if value else None
    whole = filled(value, inner.value) if value and inner.value and "X" not in inner.value else None
    if whole is None:
        return Reading(rule.type, None, why=inner.why)
    span = dates.stretch(whole, southern=context.conventions.southern)
    because = "within the time named"
    grain = dates.grain_of(inner.value or "") or "year"
    other = _other_side(mention, whole, grain, span, inner.anchor, context) if span else None
    if other:
        whole, span, because = other, dates.stretch(other), _other(other, context)
    first, until = span or (None, None)
    step = step_of(mention, context, because, gives(first, until))
    return Reading(
        rule.type, whole, mod_of(rule, fields), first, until, anchor=inner.anchor, why=(*inner.why, step)[-4:]
    )


def _qualified(mention: Mention, rule: Rule, fields: dict[str, str], inner: Reading, context: Context) -> Reading:
    mod = mod_of(rule, fields)
    if mod in _MOD_AGO and inner.type == "DATE":
        mod = _MOD_AGO[mod]
    value, type_ = inner.value, inner.type
    part = fill(rule.part, fields) if rule.part else ""
    if part:
        type_ = "TIME"
        value = f"{value}T{part}" if value and "T" not in value else value
    why = inner.why
    if mod:
        words = {"APPROX": "about that time", "ON_OR_AFTER": "not before it", "MORE_THAN": "more than that"}
        why = (
            *why,
            step_of(mention, context, words.get(mod, mod.lower().replace("_", " ")), gives(inner.first, inner.until)),
        )
    elif part:
        why = (*why, step_of(mention, context, "a part of that day", gives(inner.first, inner.until)))
    return replace(inner, type=type_, value=value, mod=mod or inner.mod, why=why[-4:])


def edged(mention: Mention, rule: Rule, fields: dict[str, str], reading: Reading, context: Context) -> Reading:
    """Keep the early, middle or late part of a reading where the rule says so."""
    edge = fill(rule.edge, fields) if rule.edge else ""
    if not edge:
        return reading
    mod = dates.MODS.get(edge)
    if not reading.value or not reading.first:
        return replace(reading, mod=mod)
    value = reading.value
    span = dates.narrow(value, edge, context.conventions)
    if span is None or span == (reading.first, reading.until):
        return replace(reading, mod=mod)
    grain = dates.grain_of(value)
    moved = _other_side(mention, value, grain or "", span, reading.anchor, context)
    if moved:
        value, span = moved, dates.narrow(moved, edge, context.conventions) or span
    low, high = context.conventions.edges.get(grain or "", {}).get(edge, (0, 0))
    names = {"month": "days", "year": "months", "week": "weekdays", "decade": "years", "century": "years"}
    part = f"{names.get(grain or '', 'days')} {low} to {high}" if high else "a third"
    because = f"by convention {part} of the {grain}"
    if moved:
        because = f"{_other(value, context)} {because}"
    step = step_of(mention, context, because, gives(*span))
    return replace(
        reading, value=value, mod=mod, first=span[0], until=span[1], soft=True, why=(*reading.why, step)[-4:]
    )


def _other_side(
    mention: Mention, value: str, unit: str, span: dates.Stretch, anchor: str | None, context: Context
) -> str | None:
    """The unit before or after the present one, where its part lies on the wrong side of the clause; else None.

    "They met at the end of the year", said in January; "they will meet at the start of the month", on the 20th.
    """
    day = context.day
    core = context.rules.by_name[innermost(mention).rule]
    if day is None or context.narrative or anchor != day.isoformat() or not core.shift.startswith("0 "):
        return None
    heard = context.tense_of(*context.story.outer)
    if heard.tense == "past" and heard.own and span[0] > day:
        return dates.shifted(value, -1, unit)
    if heard.tense == "future" and heard.plain and span[1] <= day:
        return dates.shifted(value, 1, unit)
    return None


def _other(value: str, context: Context) -> str:
    """Why another unit than the present one was taken."""
    first, _ = dates.stretch(value) or (None, None)
    behind = bool(first and context.day and first < context.day)
    return f"{SAID['past']} so that of the one before;" if behind else f"{SAID['future']} so that of the next one;"


def _taken(mention: Mention, rule: Rule, fields: dict[str, str], inner: Reading, context: Context) -> Reading:
    """Read "the first week of March", "the last day of February", "the first Monday of May"."""
    if inner.first is None or inner.until is None or not inner.value:
        return Reading(rule.type, None, why=inner.why)
    nth = int(fields["nth"])
    first, until, value, soft = inner.first, inner.until, inner.value, False
    if "weekday" in fields:
        wanted = int(fields["weekday"]) - 1
        if nth > 0:
            day = first + timedelta((wanted - first.weekday()) % 7 + 7 * (nth - 1))
        else:
            last = until - timedelta(1)
            day = last - timedelta((last.weekday() - wanted) % 7)
        first, until, value = day, day + timedelta(1), day.isoformat()
    elif fields["one_unit"] == "day":
        day = first + timedelta(nth - 1) if nth > 0 else until - timedelta(1)
        first, until, value = day, day + timedelta(1), day.isoformat()
    elif fields["one_unit"] == "week":
        soft = True
        if nth > 0:
            first = first + timedelta(7 * (nth - 1))
            until = first + timedelta(7)
        else:
            first = until - timedelta(7)
    elif fields["one_unit"] == "weekend":
        saturdays = [first + timedelta(n) for n in range((until - first).days) if (first + timedelta(n)).weekday() == 5]
        value = dates.value_at(saturdays[nth - 1 if nth > 0 else nth], "weekend")
        first, until = dates.stretch(value) or (first, until)
    elif fields["one_unit"] in ("month", "quarter", "year"):
        unit = fields["one_unit"]
        start = dates.add(first, nth - 1, unit) if nth > 0 else dates.add(until, -1, unit)
        value = dates.value_at(start, unit)
        first, until = dates.stretch(value) or (first, until)
    if until > inner.until + timedelta(1) and not soft:
        return Reading(rule.type, None, why=inner.why)
    what = fields.get("one_unit") or "such weekday"
    step = step_of(mention, context, f"the {_ORDINALS.get(nth, str(nth))} {what} of it", gives(first, until))
    return Reading(rule.type, value, None, first, until, soft=soft, anchor=inner.anchor, why=(*inner.why, step)[-4:])


def _its_week(mention: Mention, rule: Rule, inner: Reading, context: Context) -> Reading:
    if inner.first is None:
        return Reading(rule.type, None, why=inner.why)
    weekend = rule.value.endswith("WE")
    early = weekend and inner.first.weekday() < _MIDWEEK  # "Memorial Day weekend" is before its Monday
    value = dates.value_at(
        inner.first - timedelta(_MIDWEEK) if early else inner.first, "weekend" if weekend else "week"
    )
    first, until = dates.stretch(value) or (None, None)
    if weekend and first is not None and until is not None and inner.until is not None:
        if inner.first == until:
            until = inner.until  # with the Monday that makes it long
        elif inner.until == first:
            first = inner.first
    because = "the weekend nearest to it" if weekend else "the week, Monday to Sunday, that holds it"
    step = step_of(mention, context, because, gives(first, until))
    return Reading(rule.type, value, None, first, until, anchor=inner.anchor, why=(*inner.why, step)[-4:])


def _week_beside(mention: Mention, rule: Rule, inner: Reading, context: Context) -> Reading:
    """Read "the week after 3 May": the seven days after it; its value is the week that holds most of them."""
    if inner.first is None or inner.until is None:
        return Reading(rule.type, None, why=inner.why)
    week = timedelta(7)
    first = inner.first - week if rule.shift.startswith("-") else inner.until
    value = dates.value_at(first + week / 2, "week")
    step = step_of(
        mention,
        context,
        f"the seven days {'before' if first < inner.first else 'after'} it",
        gives(first, first + week),
    )
    why = (*inner.why, step)[-4:]
    return Reading(rule.type, value, None, first, first + week, soft=True, anchor=inner.anchor, why=why)


def _half_of(mention: Mention, rule: Rule, fields: dict[str, str], inner: Reading, context: Context) -> Reading:
    if inner.first is None or inner.until is None:
        return Reading(rule.type, inner.value, why=inner.why)
    second = fill(rule.half, fields) in ("2", "02")
    if dates.grain_of(inner.value or "") == "month":
        middle = inner.first + timedelta(15)
    else:
        middle = inner.first + (inner.until - inner.first) / 2
    first, until = (middle, inner.until) if second else (inner.first, middle)
    step = step_of(mention, context, f"its {'second' if second else 'first'} half", gives(first, until))
    return Reading(
        rule.type, inner.value, None, first, until, soft=True, anchor=inner.anchor, why=(*inner.why, step)[-4:]
    )


def rest_of(mention: Mention, rule: Rule, fields: dict[str, str], inner: Reading, context: Context) -> Reading:
    """Read "earlier this month": from its start to the article's date; "later": from there on."""
    mod = mod_of(rule, fields)
    day = context.day
    inner = _of_this_week(mention, inner, context)
    then = _beside_the_told(inner, mod == "END", context)
    if then is not None:
        step = step_of(mention, context, "to that side of what was told last", gives(*then))
        return replace(inner, mod=mod, first=then[0], until=then[1], soft=True, why=(*inner.why, step)[-4:])
    if day is None or inner.first is None or inner.until is None or not inner.first <= day < inner.until:
        return replace(inner, mod=mod)
    if inner.until - inner.first == timedelta(1):
        return replace(inner, mod=mod)
    later = mod == "END"
    first, until = (day, inner.until) if later else (inner.first, max(day, inner.first + timedelta(1)))
    because = f"{'from' if later else 'up to'} the article's date, {dates.spoken(day)}"
    step = step_of(mention, context, because, gives(first, until))
    return replace(inner, mod=mod, first=first, until=until, soft=True, why=(*inner.why, step)[-4:])


def _beside_the_told(inner: Reading, later: bool, context: Context) -> tuple[date, date] | None:
    """The rest of a time of the story from what was told last in it: "fled in June 1998, returned later that year"."""
    told = context.story.last
    of_story = inner.anchor is not None and inner.anchor.startswith("t") and inner.first and inner.until
    if not of_story or told is None or told.id != inner.anchor or told.first is None or told.until is None:
        return None
    if inner.first is None or inner.until is None or not inner.first <= told.first < told.until < inner.until:
        return None
    return (told.first, inner.until) if later else (inner.first, told.until)


def _of_this_week(mention: Mention, inner: Reading, context: Context) -> Reading:
    """The article's week in place of the story's, the one before: "on Friday he came. She left earlier in the week".

    What "had" been earlier in the week was before what the story tells.
    """
    day, near = context.day, inner.until is not None and inner.anchor is not None and inner.anchor.startswith("t")
    if day is None or context.narrative or not near or dates.grain_of(inner.value or "") != "week":
        return inner
    value = dates.value_at(day, "week")
    before = tense.is_before(context.text, mention.start, mention.end, context.rules.language)
    if before or dates.shifted(value, -1, "week") != inner.value:
        return inner
    first, until = dates.stretch(value) or (None, None)
    step = step_of(mention, context, f"the week of the article's date, {dates.spoken(day)}", gives(first, until))
    return replace(inner, value=value, first=first, until=until, anchor=day.isoformat(), why=(step,))


def turn(mention: Mention, rule: Rule, fields: dict[str, str], context: Context) -> Reading:
    """Read "the turn of the year": some days to either side of the boundary that is nearest."""
    days = timedelta(context.conventions.turn)
    if mention.parts:
        inner = context.read(mention.parts[0])
        if inner.first is None or inner.until is None:
            return Reading(rule.type, None, "APPROX", why=inner.why)
        first, until, anchor = inner.first - days, inner.first + days, inner.anchor
        if dates.grain_of(inner.value or "") == "century":
            return replace(inner, mod="APPROX")
    else:
        if context.day is None:
            return Reading(rule.type, None, "APPROX")
        unit = fields.get("one_unit", "year")
        heard = context.tense_of(*context.story.outer).tense
        start = (dates.stretch(dates.value_at(context.day, unit)) or (context.day, context.day))[0]
        next_ = dates.add(start, 1, unit)
        ahead = heard == "future" or (heard != "past" and next_ - context.day < context.day - start)
        boundary = next_ if ahead else start
        if unit in ("millennium", "century", "decade"):  # the turn of an age takes years
            years = 1 if unit == "decade" else 5
            span = dates.add(boundary, -years, "year"), dates.add(boundary, years, "year")
            step = step_of(mention, context, f"{years} years to either side", gives(*span))
            return Reading(rule.type, None, "APPROX", *span, soft=True, anchor=context.day.isoformat(), why=(step,))
        first, until, anchor = boundary - days, boundary + days, context.day.isoformat()
    step = step_of(mention, context, f"{context.conventions.turn} days to either side", gives(first, until))
    return Reading(rule.type, None, "APPROX", first, until, soft=True, anchor=anchor, why=(step,))


def joined(mention: Mention, context: Context) -> Reading:
    """A time of day and its day: "9 a.m. Tuesday"."""
    finer, coarser = sorted(mention.parts, key=lambda part: _FINENESS.get(part.grain or "", 2))
    clock, day = context.read(finer), context.read(coarser)
    if not clock.value or not day.value:
        return replace(day, type="TIME")
    tail = clock.value.partition("T")[2]
    if day.type == "SET":  # "every Friday at 10 p.m."
        of = day.value if day.value.startswith("XXXX-WXX-") else "XXXX-XX-XX"
        step = step_of(mention, context, "that time, again and again", "")
        return replace(day, value=f"{of.partition('T')[0]}T{tail}", why=(*day.why, step)[-4:])
    step = step_of(mention, context, "that time on that day", gives(day.first, day.until))
    value, mod = f"{day.value.partition('T')[0]}T{tail}", clock.mod or day.mod
    return replace(day, type="TIME", value=value, mod=mod, why=(*day.why, step)[-4:])
