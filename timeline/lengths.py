"""Lengths and sets: "five years", "the past two weeks", "every Monday"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from math import ceil

from timeline import dates
from timeline.context import Context, Reading, fill, gives, mod_of, same_sentence, step_of
from timeline.find import Mention, template
from timeline.rules import Rule


def length(mention: Mention, rule: Rule, fields: dict[str, str], context: Context) -> Reading:
    """How long; with a place in the calendar where the words give one ("the past two weeks")."""
    unit = unit_of(fields)
    count = fields.get("count") or fields.get("count2") or fields.get("amount") or fields.get("number")
    if not count and "article" in fields:
        count = "1"
    form = rule.value if rule.type == "DURATION" else "@length"
    if form == "@many":
        count = "X"
    if form == "@half":
        value = _half(unit)
    elif form == "@length_in_two":
        value = _in_two_units(count, unit, fields)
    else:
        count = {"a": "1", "an": "1"}.get(count or "X", count or "X")
        if form == "@length_half" and count.replace(".", "").isdigit():
            count = f"{float(count) + 0.5:g}"
        value = _halved(count, unit) or dates.duration(count, unit)
    why = (step_of(mention, context, "a length of time", value),)
    mod = mod_of(rule, fields) or ("APPROX" if "upper" in fields else None)
    reading = Reading("DURATION", value, mod, why=why)
    if rule.place not in ("past", "coming") or context.day is None or context.narrative:
        return reading
    if rule.when == "future" and context.tense_of(*context.story.outer).tense != "future":
        return reading  # "finished it in less than two weeks"
    most = fields.get("upper") or count  # "the next four to five years": five of them
    number = float(most) if most and most.replace(".", "").isdigit() else None
    if number is None:
        table = context.conventions.recent if rule.place == "past" else context.conventions.coming
        number = table.get(unit)
    if number is None or number > 10000:
        return reading
    try:
        if unit in dates.CLOCK_UNITS:
            days = ceil(number * {"hour": 1 / 24, "minute": 1 / 1440, "second": 1 / 86400}[unit])
            number, unit = days, "day"
        elif number % 1 and unit in _SMALLER:  # "the last two and a half years"
            size, unit = _SMALLER[unit]
            number = round(number * size)
        looks_back = fields.get("behind") == "before"
        before = _named_day(mention, context) if looks_back else None
        if looks_back and before is None and context.tense_of(*context.story.outer).tense == "past":
            return reading  # "had spent the previous three months": up to what day, the text does not tell
        if before is not None:
            first, until = dates.add(before, -int(number), unit), before
            because = f"up to the story's date, {dates.spoken(before)}"
        elif rule.place == "past":
            first, until = dates.add(context.day, -int(number), unit), context.day + timedelta(1)
            because = f"up to the article's date, {dates.spoken(context.day)}"
        else:
            first, until = context.day, dates.add(context.day, int(number), unit) + timedelta(1)
            because = f"from the article's date, {dates.spoken(context.day)}, on"
    except (OverflowError, KeyError):
        return reading
    step = step_of(mention, context, because, gives(first, until))
    return replace(reading, first=first, until=until, soft=True, anchor=context.day.isoformat(), why=(*why, step))


def _named_day(mention: Mention, context: Context) -> date | None:
    """The day that the sentence has named: "Kos, who died on 3 May, had spent the previous four months in Lima"."""
    story = context.story
    if story.day is None or not same_sentence(context, story.day_at, mention.start):
        return None
    return date.fromisoformat(story.day)


def opening(mention: Mention, rule: Rule, fields: dict[str, str], reading: Reading, context: Context) -> Reading:
    """A length placed in the time behind it: "the first nine months of 2015", "the last two weeks of May"."""
    whole = next((m for m in context.story.ahead if m.start >= mention.end), None)
    if whole is None or context.text[mention.end : whole.start].strip().removesuffix("the").strip() not in ("of", "in"):
        return reading
    inner = context.read(whole)
    unit, count = unit_of(fields), fields.get("count", "")
    if inner.first is None or inner.until is None or unit in dates.CLOCK_UNITS or not count.isdigit():
        return reading
    try:
        if fill(rule.place, fields) == "first":
            first, until = inner.first, dates.add(inner.first, int(count), unit)
        else:
            first, until = dates.add(inner.until, -int(count), unit), inner.until
    except OverflowError:
        return reading
    if not inner.first <= first < until <= inner.until:
        return reading
    step = step_of(mention, context, f"the {fields['opening']} {count} {unit}s of the time named", gives(first, until))
    return replace(reading, first=first, until=until, soft=True, anchor=inner.anchor, why=(*inner.why, step)[-4:])


_SMALLER = {
    "week": (7, "day"),
    "month": (30, "day"),
    "year": (12, "month"),
    "decade": (10, "year"),
    "century": (100, "year"),
}
_FINER = {"year": ("P", "Y", 12, "M"), "hour": ("PT", "H", 60, "M"), "minute": ("PT", "M", 60, "S")}


def _halved(count: str, unit: str) -> str | None:
    """A number with a fraction in the next finer unit: ("5.5", "hour") → "PT5H30M", ("2.5", "year") → "P2Y6M"."""
    if unit not in _FINER or "." not in count:
        return None
    start, head, size, tail = _FINER[unit]
    whole, part = int(float(count)), round(float(count) % 1 * size, 2)
    if part != round(part):  # "22.8 years" are no whole months
        return None
    return f"{start}{f'{whole}{head}' if whole else ''}{round(part)}{tail}"


def _in_two_units(count: str | None, unit: str, fields: dict[str, str]) -> str:
    """A length in a unit and a finer one: "five years and six months" → "P5Y6M"."""
    coarse, fine = dates.duration(count or "X", unit), dates.duration(fields["more"], fields["finer"])
    return coarse + (fine.removeprefix("PT") if coarse.startswith("PT") else fine.removeprefix("P"))


def unit_of(fields: dict[str, str]) -> str:
    """The unit that a length is counted in."""
    for name in ("length", "unit", "clock_unit", "many_units", "many_clock_units", "one_unit", "many_length"):
        if name in fields:
            return fields[name]
    return "day"


def _half(unit: str) -> str:
    halves = {
        "hour": "PT30M", "minute": "PT30S", "day": "PT12H", "year": "P6M", "decade": "P5Y",
        "century": "P50Y", "month": "P15D",
    }  # fmt: skip
    return halves.get(unit, dates.duration("0.5", unit))


def set_value(rule: Rule, fields: dict[str, str]) -> str:
    """TIMEX3 value of what comes again and again: "P1D", "XXXX-WXX-1"."""
    if rule.value == "@each":
        return dates.duration("1", unit_of(fields))
    if rule.value == "@length":
        return dates.duration(fields.get("count", "X"), unit_of(fields))
    return template(rule.value, fields)
