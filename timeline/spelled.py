"""A mention → the value that its words spell, with X for what they leave open."""

from __future__ import annotations

import re

from timeline.context import Context
from timeline.find import Mention, template
from timeline.rules import Rule


def spelled(mention: Mention, rule: Rule, fields: dict[str, str], context: Context) -> str | None:
    """The value as the rule spells it, with X for what the words leave open."""
    text = context.text[mention.start : mention.end]
    if rule.value == "@digits":
        digits = re.sub(r"\D", "", text)
        return f"{digits[:4]}-{digits[4:6]}-{digits[6:8]}"
    if rule.value == "@clock":
        return _clock(fields)
    fields = dict(fields)
    if rule.less:
        number = int(fields[rule.two]) - rule.less
        return rule.value.replace(f"{{{rule.two}}}", f"{number:02}") if 0 <= number < 30 else None
    if rule.two and len(fields[rule.two]) < 2:
        return None
    value = rule.value
    for name in ("any_year", "short_year", "decade_no"):
        if name in fields and f"{{{name}}}" in value:
            digits = fields[name].lstrip("'")
            if (name == "any_year" and len(digits) > 2) or (
                value.startswith("BC") or (value.startswith("{any_year}") and len(value) < 15 and "-" not in value)
            ):
                digits = digits.zfill(4)
            elif len(digits) == 2 and not value.startswith("XX"):
                digits = _pivot(digits, context)
            fields[name] = digits
    out = template(value, fields)
    if rule.cut:
        out = out[: rule.cut] if not out.startswith("XX") else out[:3]
    return out


def _pivot(digits: str, context: Context) -> str:
    """Four digits of a year written with two: within 80 years before and 20 after the article."""
    base = context.span[0].year if context.span else 2000
    century = base // 100 * 100
    for year in (century + 100 + int(digits), century + int(digits), century - 100 + int(digits)):
        if base - 80 < year <= base + 20:
            return f"{year:04}"
    return f"{century + int(digits):04}"


def _clock(fields: dict[str, str]) -> str | None:
    named = fields.get("noon") or fields.get("midnight") or ""
    if not (named[:2] or fields.get("hour", "")).isdigit():
        return None
    hour, minute = int(named[:2] or fields["hour"]), fields.get("minute") or "00"
    meridian, part = fields.get("meridian"), fields.get("day_part")
    if hour > 24 or (meridian and hour > 12):
        return None
    if meridian == "pm" or part in ("AF", "EV") or (part == "NI" and hour > 5):
        hour = hour + 12 if hour < 12 else hour
    elif (meridian == "am" or part == "MO") and hour == 12:
        hour = 0
    if fields.get("past_to"):
        minutes = hour * 60 + (1 if fields["past_to"] == "past" else -1) * int(fields["clock_part"])
        hour, minute = minutes // 60 % 24, str(minutes % 60)
    second = f":{fields['second']}" if fields.get("second") else ""
    return f"XXXX-XX-XXT{hour:02}:{int(minute):02}{second}"


def day_or_month_first(fields: dict[str, str], context: Context) -> str:
    """Settle 03/04/2016: `one` becomes the day, `two` the month; says which was taken."""
    one, two = int(fields["one"]), int(fields["two"])
    day_first = context.conventions.day_first
    if (day_first and two > 12 >= one) or (not day_first and one <= 12):
        fields["one"], fields["two"] = fields["two"], fields["one"]
        if not day_first:
            return "the month comes first where this is written"
        return "the month comes first, for there is no such month as the second number"
    return "the day comes first"
