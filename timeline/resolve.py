"""Mentions, an anchor and their context → dated time expressions, each with its explanation.

The article's date is an argument; nothing here asks the clock. What the words leave open (a month
without a year, "the following year") is settled by the tense of the clause and by the date that
the story has reached. What cannot be settled stays open: value, first and until are None, or as
precise as the words were ("XXXX-08").

This is the only caller of dateparser, for mail-like dates whose every part stands in the words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from hashlib import sha1
from math import ceil
from typing import Any

from timeline import dates, holy, tense
from timeline.choose import choose, pick
from timeline.dates import Conventions
from timeline.find import Mention, register_of, template
from timeline.model import Published, Step, TimeExpression
from timeline.rules import Rule, Rules
from timeline.tense import Heard

NARRATIVE = 0.6  # share of years far from the article's date that makes a text a history
_SAID = {
    "future": "the clause looks ahead,",
    "present": "the clause arranges something,",
    "past": "the clause is about the past,",
}
_FAR = 2  # years from the article's date that count as far
_TRAIL = 4
_NEWS = 6  # years far off that weigh as much as one word of the day
_FEWEST = 6  # years that a text must name to be called a history
_POINTERS = {"-1": "before", "0": "same", "1": "after"}
_POINTED = {
    "before": "the last one,",
    "after": "the next one,",
    "same": "the present one,",
    "year_ago": "that of the year before,",
}
_ORDINALS = {1: "first", 2: "second", 3: "third", 4: "fourth", -1: "last"}
_PARTIAL = re.compile(r"XXXX-(?:\d\d(?:-\d\d)?|[A-Z]{2})")
_AND = re.compile(r"\s?(?:/|&|,?\s(?:and|or))\s?(?:(?:the\s)?(?:early|mid|late)[\s-])?")
_MOD_AGO = {"MORE_THAN": "BEFORE", "LESS_THAN": "AFTER"}


@dataclass(frozen=True, slots=True)
class Reading:
    """A mention with its date: what a TimeExpression says, before it has offsets and an id."""

    type: str
    value: str | None = None
    mod: str | None = None
    first: date | None = None
    until: date | None = None
    soft: bool = False  # whether the stretch is narrower than, or other than, the value's own
    anchor: str | None = None
    why: tuple[Step, ...] = ()


@dataclass(slots=True)
class Story:
    """Where the story has got to: what "the following year" counts from."""

    value: str | None = None
    first: date | None = None
    id: str | None = None
    day: str | None = None  # the last date that was known to the day
    day_id: str | None = None
    day_at: int = -1  # where in the text that date stands
    quarter: str | None = None  # the last quarter spoken of
    quarter_id: str | None = None
    trail: list[tuple[date, date]] = field(default_factory=list)  # the last stretches, latest first
    ahead: tuple[Mention, ...] = ()  # what the text says next
    outer: tuple[int, int] = (0, 0)  # the whole expression that is being read
    plan: tuple[str, str, int] | None = None  # the last day ahead of the article's: value, id and where it ends
    far_at: int = -1  # where a date with a year other than the article's was told last


@dataclass(frozen=True, slots=True)
class Context:
    """What every mention of one text is read with."""

    text: str
    rules: Rules
    conventions: Conventions
    day: date | None  # the article's day, when it is known to the day
    span: tuple[date, date] | None  # the days it may have been published on
    narrative: bool
    message: bool
    tense_of: Callable[[int, int], Heard]
    story: Story


def resolve(
    mentions: Iterable[Mention],
    text: str,
    *,
    rules: Rules,
    anchor: date | Published | None,
    conventions: Conventions | None = None,
    doc: Any = None,
    quiet: Sequence[tuple[int, int]] = (),
) -> tuple[TimeExpression, ...]:
    """Time expressions of mentions, in their order.

    `quiet` are stretches of the text (site furniture, captions) whose times are dated but do not
    move the story on.
    """
    mentions = tuple(mentions)
    day, span = _anchor(anchor)
    context = Context(
        text=text,
        rules=rules,
        conventions=conventions or rules.conventions,
        day=day,
        span=span,
        narrative=_is_narrative(mentions, span, rules),
        message=register_of(text) == "message",
        tense_of=_tense_reader(text, doc, rules.language),
        story=Story(),
    )
    out: list[TimeExpression] = []
    for i, mention in enumerate(mentions):
        rule = rules.by_name[mention.rule]
        context.story.ahead = mentions[i + 1 : i + 3]
        context.story.outer = (mention.start, mention.end)
        try:
            if rule.range:
                out.extend(_range(mention, rule, context))
                continue
            reading = _read(mention, context)
        except OverflowError:  # before the year 1 or after 9999
            said = _step(mention, context, "outside the calendar", "")
            reading = Reading(rule.type, why=(said,))
        time = _expression(mention, reading, context)
        out.append(time)
        if not any(a <= mention.start < b for a, b in quiet):
            _tell(context, mention, time)
    return tuple(out)


def _anchor(anchor: date | Published | None) -> tuple[date | None, tuple[date, date] | None]:
    if isinstance(anchor, date):
        return anchor, (anchor, anchor + timedelta(1) if anchor < date.max else anchor)
    if anchor is None:
        return None, None
    day = anchor.day
    if day:
        return day, (day, day + timedelta(1))
    if anchor.first and anchor.until:
        return None, (anchor.first, anchor.until)
    return None, None


def _is_narrative(mentions: Sequence[Mention], span: tuple[date, date] | None, rules: Rules) -> bool:
    """A text that mostly names years far from its own date tells history."""
    years = [int(y) for m in mentions if (y := m.get("year")).isdigit() and len(y) == 4]
    years += [-1 for m in mentions if "BC" in rules.by_name[m.rule].value]
    if span is None:
        return bool(years)
    far = sum(abs(year - span[0].year) >= _FAR for year in years)
    news = sum(rules.by_name[m.rule].report for m in mentions)
    return len(years) >= _FEWEST and far >= NARRATIVE * len(years) and far > _NEWS * news


def _tense_reader(text: str, doc: Any, language: str) -> Callable[[int, int], Heard]:
    def by_words(start: int, end: int) -> Heard:
        return tense.heard(text, start, end, language)

    if doc is None or not doc.has_annotation("DEP"):
        return by_words

    def by_parse(start: int, end: int) -> Heard:
        span = doc.char_span(start, end, alignment_mode="expand")
        if span is None:
            return by_words(start, end)
        parsed, said = tense.tense_at(doc, span.root, language), by_words(start, end)
        if parsed == "future":
            return Heard(parsed, True, said.tense == "future")
        if parsed == "past":  # a modal right beside the time is not overruled by the parse
            return said if said.sure and said.tense == "future" else Heard(parsed, True)
        return said

    return by_parse


def _tell(context: Context, mention: Mention, time: TimeExpression) -> None:
    """Let the story move on to a time, unless it is a plan or no place in the calendar."""
    story = context.story
    if (time.value or "").startswith("BC"):  # no date of ours, but the story is there
        if len(time.value or "") > 5:  # a century is no place for a story
            story.value, story.first, story.id, story.day, story.trail = time.value, None, time.id, None, []
        return
    if time.type not in ("DATE", "TIME") or not time.first or not time.value:
        return
    if time.value.endswith("_REF") or context.rules.by_name[_innermost(mention).rule].aside:
        return
    if context.day and time.first > context.day and not context.narrative:
        if dates.grain_of(time.value) == "day":
            story.plan = time.value, time.id, mention.end
        return  # a plan: the story has not got there
    story.plan = None
    grain = dates.grain_of(time.value)
    if grain in ("decade", "century", "millennium"):
        return
    value = time.value.partition("T")[0]
    span = (time.first, time.until or time.first + timedelta(1))
    held = story.first and span[0] <= story.first < span[1]
    if held and grain == "year" and dates.grain_of(story.value or "") != "year":
        return  # "December 7, … 1941": the story stays where it is
    story.trail = [span, *(s for s in story.trail if s != span)][:_TRAIL]
    story.value, story.first, story.id = value, time.first, time.id
    grain = dates.grain_of(value)
    stated = mention.get("year") and grain != "year" and context.day and time.first.year != context.day.year
    story.far_at = mention.end if stated else -1
    if grain == "day":
        story.day, story.day_id, story.day_at = value, time.id, mention.start
    elif grain == "quarter" and (context.day is None or span[1] <= context.day):
        story.quarter, story.quarter_id = value, time.id


def _innermost(mention: Mention) -> Mention:
    while mention.parts:
        mention = mention.parts[-1]
    return mention


# ------------------------------------------------------------------ one mention


def _read(mention: Mention, context: Context, hint: str | None = None) -> Reading:
    rule = context.rules.by_name[mention.rule]
    fields = dict(mention.fields)
    if rule.join:
        return _joined(mention, context)
    if rule.turn:
        return _turn(mention, rule, fields, context)
    if mention.parts and not rule.latent:
        inner = _read(mention.parts[-1], context)
        reading = _over(mention, rule, fields, inner, context)
    elif rule.recent or rule.coming:
        reading = _around_now(mention, rule, fields, context)
    elif rule.shift:
        reading = _shift(mention, rule, fields, context)
        if rule.rest:
            reading = _rest_of(mention, rule, fields, reading, context)
    elif rule.type == "DURATION":
        reading = _length(mention, rule, fields, context)
    elif rule.type == "SET":
        reading = Reading("SET", _set_value(rule, fields), why=(_step(mention, context, "comes again and again", ""),))
    else:
        if mention.parts and hint is None:  # a list member that borrows its month
            hint = _read(mention.parts[0], context).value
        reading = _valued(mention, rule, fields, context, hint)
    return _edged(mention, rule, fields, reading, context)


def _step(mention: Mention, context: Context, because: str, gives: str) -> Step:
    return Step(context.text[mention.start : mention.end], because, gives)


def _fill(text: str, fields: dict[str, str]) -> str:
    return template(text, fields) if "{" in text else text


# ------------------------------------------------------------------ values


def _valued(mention: Mention, rule: Rule, fields: dict[str, str], context: Context, hint: str | None) -> Reading:
    """A mention whose value stands in its words, whole or in part."""
    if rule.value == "@dateparser":
        return _parsed(mention, rule, context)
    swapped = _day_or_month_first(fields, context) if rule.swap else ""
    value = _spelled(mention, rule, fields, context)
    if value is None:
        return Reading(rule.type)
    if rule.holiday:
        return _holiday(mention, rule, fields, value, context)
    if value.endswith("_REF"):
        mod = _fill(rule.mod, fields) or None
        return Reading(rule.type, value, mod, why=(_step(mention, context, "names no day of the calendar", ""),))
    if "X" in value.partition("T")[0]:
        return _completed(mention, rule, fields, value, context, hint)
    span = dates.stretch(value, southern=context.conventions.southern)
    if span is None and not value.startswith("BC"):
        return Reading(rule.type, why=(_step(mention, context, "no such day in the calendar", ""),))
    said = "every part stands in the words" + (f"; {swapped}" if swapped else "")
    first, until = span or (None, None)
    return Reading(
        rule.type, value, _mod(rule, fields), first, until,
        why=(_step(mention, context, said, _gives(first, until)),),
    )  # fmt: skip


def _gives(first: date | None, until: date | None) -> str:
    return dates.spoken_stretch(first, until) if first and until else ""


def _mod(rule: Rule, fields: dict[str, str]) -> str | None:
    return _fill(rule.mod, fields) or None


def _spelled(mention: Mention, rule: Rule, fields: dict[str, str], context: Context) -> str | None:
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
                value.startswith(("BC", "{any_year}")) and len(value) < 15 and "-" not in value
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
    if not fields.get("hour", "").isdigit():
        return None
    hour, minute = int(fields["hour"]), fields.get("minute") or "00"
    meridian, part = fields.get("meridian"), fields.get("day_part")
    if hour > 24 or (meridian and hour > 12):
        return None
    if meridian == "pm" or part in ("AF", "EV") or (part == "NI" and hour > 5):
        hour = hour + 12 if hour < 12 else hour
    elif (meridian == "am" or part == "MO") and hour == 12:
        hour = 0
    second = f":{fields['second']}" if fields.get("second") else ""
    return f"XXXX-XX-XXT{hour:02}:{int(minute):02}{second}"


def _day_or_month_first(fields: dict[str, str], context: Context) -> str:
    """Settle 03/04/2016: `one` becomes the day, `two` the month; says which was taken."""
    one, two = int(fields["one"]), int(fields["two"])
    day_first = context.conventions.day_first
    if (day_first and two > 12 >= one) or (not day_first and one <= 12):
        fields["one"], fields["two"] = fields["two"], fields["one"]
        if not day_first:
            return "the month comes first where this is written"
        return "the month comes first, for there is no such month as the second number"
    return "the day comes first"


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
        why=(_step(mention, context, "every part stands in the words", _gives(first, until)),),
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


# ------------------------------------------------------------------ what the words leave open


def _completed(
    mention: Mention, rule: Rule, fields: dict[str, str], value: str, context: Context, hint: str | None
) -> Reading:
    """A value with X in it, completed from its neighbour, the story or the article's date."""
    day_part, clock, time = value.partition("T")
    tail = clock + time
    if hint and "X" not in hint.partition("T")[0]:
        filled = _filled(day_part, hint)
        if filled:
            first, until = dates.stretch(filled) or (None, None)
            step = _step(mention, context, "the rest stands beside it", _gives(first, until))
            return Reading(rule.type, filled + tail, _mod(rule, fields), first, until, why=(step,))
    lent = _lent_by_next(mention, day_part, context)
    if lent:
        first, until = dates.stretch(lent, southern=context.conventions.southern) or (None, None)
        step = _step(mention, context, "no year said; the date beside it lends its own", _gives(first, until))
        return Reading(rule.type, lent + tail, _mod(rule, fields), first, until, why=(step,))
    told = context.story.value or ""
    if context.narrative and told.startswith("BC") and re.fullmatch(r"XXXX-(?:\d\d.*|[A-Z]{2})", day_part):
        step = _step(mention, context, "the story is before our era", "")
        return Reading(
            rule.type, told[:6] + day_part[4:] + tail, _mod(rule, fields), anchor=context.story.id, why=(step,)
        )
    base, anchor, from_story = _base(mention, rule, day_part, context)
    look, because = _look(rule, fields, day_part, context, from_story)
    if base is None:
        return _half_known(mention, rule, fields, day_part, tail, context)
    chosen = choose(day_part, base, look, southern=context.conventions.southern, trail=context.story.trail)
    if chosen is None:
        return Reading(rule.type, value, _mod(rule, fields), anchor=anchor)
    span = dates.stretch(chosen, southern=context.conventions.southern)
    first, until = span or (None, None)
    lacks = _lacking(day_part)
    counted = f"counted from {dates.spoken(base)}"
    step = _step(mention, context, f"{lacks}; {because} {counted}".strip(), _gives(first, until))
    return Reading(rule.type, chosen + tail, _mod(rule, fields), first, until, anchor=anchor, why=(step,))


def _lent_by_next(mention: Mention, value: str, context: Context) -> str | None:
    """Value of the April in "April and June 1955": with the year that stands behind the June."""
    after = next((m for m in context.story.ahead if m.start >= mention.end), None)
    if after is None or not _PARTIAL.fullmatch(value) or not _AND.fullmatch(context.text[mention.end : after.start]):
        return None
    rule = context.rules.by_name[after.rule]
    inner = _innermost(after)
    year, part = inner.get("year"), inner.get("month") or inner.get("season")
    if len(year) != 4 or not part or rule.range:
        return None
    backwards = part.isdigit() and value[5:7].isdigit() and value[5:7] > part  # "December and January 1963"
    whole = f"{int(year) - backwards:04}{value[4:]}"
    return whole if dates.stretch(whole) else None


def _lacking(value: str) -> str:
    if value.startswith("XXXX-WXX"):
        return "no date said"
    if value.startswith("XXXX-XX-XX") or not value:
        return "no day said"
    if value.startswith("XXXX-XX"):
        return "no month said"
    return "no year said"


def _filled(value: str, lender: str) -> str | None:
    """A partial value with its X taken from a whole one, if that gives a day of the calendar."""
    lender = lender.partition("T")[0]
    if value.startswith("XXXX-WXX-") and dates.grain_of(lender) == "week":
        out = lender + value[8:]
        span = dates.stretch(out)
        return span[0].isoformat() if span and value[-1].isdigit() else out
    if len(lender) < value.rfind("X") + 1:
        return None
    out = "".join(lender[i] if c == "X" else c for i, c in enumerate(value))
    return out if dates.stretch(out) else None


def _base(mention: Mention, rule: Rule, value: str, context: Context) -> tuple[date | None, str | None, bool]:
    """The day an open value is counted from, what to call it, and whether it is the story's."""
    story = context.story
    if not value.strip("X-"):  # a time of day: that of the day the paragraph speaks of
        for after in story.ahead:  # "at 5 a.m. (0200 GMT) on Friday"
            if after.grain == "day" and 0 <= after.start - mention.end < 40 and not after.parts:
                day = _read(after, context)
                if day.first:
                    return day.first, day.first.isoformat(), False
        near = story.day and (context.narrative or _near(context, story.day_at, mention.start))
        if near and story.day:
            return date.fromisoformat(story.day), story.day_id, True
    elif (rule.from_ == "story" or context.narrative or _beside_far(mention, value, context)) and story.first:
        grain = dates.grain_of(story.value or "")
        if not value.startswith(("XXXX-XX", "XXXX-W")):
            return story.first, story.id, True
        if story.day and (grain == "day" or not context.narrative):
            return date.fromisoformat(story.day), story.day_id, True
        if grain in ("month", "week", "day"):
            return story.first, story.id, True
        if context.narrative:
            return None, None, True
    return context.day, context.day.isoformat() if context.day else None, False


def _beside_far(mention: Mention, value: str, context: Context) -> bool:
    """Whether the sentence has just told a date of another year: "in April 2014, and again in May"."""
    at = context.story.far_at
    if at < 0 or not re.match(r"XXXX-(?:\d|[SFW])", value):
        return False
    return _same_sentence(context, at, mention.start) and context.tense_of(*context.story.outer).tense != "future"


def _same_sentence(context: Context, end: int, start: int) -> bool:
    """Whether a time that ended there and one that starts here stand in one sentence, close together."""
    between = context.text[end:start]
    return 0 < start - end < 120 and not re.search(r"[.!?;][\"”’')]?\s|\n", between)


def _near(context: Context, before: int, start: int) -> bool:
    """Whether two places of the text stand in one paragraph, not far from each other."""
    return 0 <= start - before < 300 and "\n\n" not in context.text[before:start]


def _look(rule: Rule, fields: dict[str, str], value: str, context: Context, from_story: bool) -> tuple[str, str]:
    """On which side to look, and why."""
    if rule.look:
        pointer = _fill(rule.look, fields)
        pointer = str(int(pointer)) if pointer.lstrip("-").isdigit() else pointer
        look = _POINTERS.get(pointer, pointer)
        return look, _POINTED.get(look, "")
    if from_story:
        return "story", "the story goes on,"
    heard = context.tense_of(*context.story.outer)
    said = _SAID.get(heard.tense or "", "nothing looks ahead,")
    if value.startswith("XXXX-W"):
        if heard.plain and heard.tense in ("future", "present"):
            return "future", said
        if heard.tense is None and context.message:
            return "nearest", "the nearest,"
        return "past", said if heard.tense == "past" else "nothing looks ahead plainly,"
    if heard.tense not in ("past", "future"):
        return "nearest", "the nearest,"
    day = re.fullmatch(r"XXXX-\d\d-\d\d", value)  # said with its day a date is mostly near
    how = "near" if day else "sure" if heard.sure else "unsure"
    return f"{heard.tense} {how}", said


def _half_known(
    mention: Mention, rule: Rule, fields: dict[str, str], value: str, tail: str, context: Context
) -> Reading:
    """A value that no day is there to complete; a known year of publication helps a month."""
    span = context.span
    if span and value.startswith("XXXX-") and not value.startswith(("XXXX-XX", "XXXX-W")):
        years = {span[0].year, (span[1] - timedelta(1)).year}
        if len(years) == 1:
            whole = f"{years.pop():04}{value[4:]}"
            first, until = dates.stretch(whole, southern=context.conventions.southern) or (None, None)
            step = _step(mention, context, "no year said; the article's is taken", _gives(first, until))
            return Reading(rule.type, whole + tail, _mod(rule, fields), first, until, anchor=None, why=(step,))
    step = _step(mention, context, f"{_lacking(value)}, and the article's date is not known", "")
    return Reading(rule.type, value + tail, _mod(rule, fields), why=(step,))


def _holiday(mention: Mention, rule: Rule, fields: dict[str, str], value: str, context: Context) -> Reading:
    name = _fill(rule.holiday, fields)
    if value != "XXXX":
        found = holy.day(name, int(value))
        spans = [(found.isoformat(), (found, found + timedelta(1)))] if found else []
        base, anchor, look, because = date(int(value), 1, 1), None, "nearest", "every part stands in the words"
    else:
        base_, anchor, from_story = _base(mention, rule, value, context)
        if base_ is None:
            return Reading(rule.type, None, why=(_step(mention, context, "no year said, and none known", ""),))
        base = base_
        look, because = _look(rule, fields, value, context, from_story)
        because = f"no year said; {because} counted from {dates.spoken(base)}"
        spans = []
        for year in range(base.year - 1, base.year + 2):
            found = holy.day(name, year)
            if found:
                spans.append((found.isoformat(), (found, found + timedelta(1))))
    chosen = pick(spans, base, look, "XXXX-") if spans else None
    if chosen is None:
        return Reading(rule.type, None, why=(_step(mention, context, "its day in that year is not known", ""),))
    first, until = dates.stretch(chosen) or (None, None)
    return Reading(
        rule.type, chosen, None, first, until, anchor=anchor,
        why=(_step(mention, context, because, _gives(first, until)),),
    )  # fmt: skip


# ------------------------------------------------------------------ counted from somewhere


def _shift(mention: Mention, rule: Rule, fields: dict[str, str], context: Context) -> Reading:
    """So many units from the article's date or from where the story is."""
    amount, unit = _amount(rule.shift, fields)
    if unit in ("hour", "minute", "second", ""):
        return Reading(rule.type)
    if rule.when == "future":
        heard = context.tense_of(*context.story.outer)
        if heard.tense != "future" or not heard.plain or context.narrative:
            return _length(mention, rule, fields, context)
    if amount is None:
        past = rule.shift.startswith("-")
        said = _step(mention, context, "an uncertain number", "")
        return Reading(rule.type, "PAST_REF" if past else "FUTURE_REF", why=(said,))
    base, anchor = context.day, context.day.isoformat() if context.day else None
    value: str | None = None
    told = context.story.value or ""
    if told.startswith("BC") and (rule.from_ == "story" or context.narrative):
        year = int(told[2:6]) - int(amount)
        known = unit == "year" and year > 0
        step = _step(mention, context, "counted within the years before our era", "")
        return Reading(
            rule.type, f"BC{year:04}" if known else None, _mod(rule, fields), anchor=context.story.id, why=(step,)
        )
    if rule.from_ == "story" and amount > 0 and not context.story.value and not told:
        heard = context.tense_of(*context.story.outer)
        if heard.tense == "past":
            said = _step(mention, context, "counted from a date that the text does not tell", "")
            return Reading(rule.type, why=(said,))
    if rule.from_ == "story" or (context.narrative and unit not in ("day", "week", "weekend")):
        base, anchor, value = _story_base(unit, context, whole=not amount)
        plan = context.story.plan
        if plan and rule.from_ == "story" and amount and _same_sentence(context, plan[2], mention.start):
            # "to Accra on Monday and to Lome the next day"
            base, anchor, value = date.fromisoformat(plan[0]), plan[1], plan[0]
    if rule.from_ == "next" and context.story.ahead:
        end = _read(context.story.ahead[0], context)
        if end.first:
            base, anchor, value = end.first, end.first.isoformat(), None
    if unit == "year" and amount == -1 and not rule.look and context.story.quarter and rule.aside:
        # "third-quarter profit rose … from a year earlier": that quarter, a year before
        moved = dates.shifted(context.story.quarter, -1, "year")
        first, until = (dates.stretch(moved) if moved else None) or (None, None)
        step = _step(mention, context, "the quarter spoken of, a year before", _gives(first, until))
        return Reading(rule.type, moved, _mod(rule, fields), first, until, anchor=context.story.quarter_id, why=(step,))
    if unit == "decade" and rule.aside:  # "a decade ago" is a year
        amount, unit = amount * 10, "year"
    if base is None:
        coarse = unit in ("year", "decade", "century") and rule.from_ != "story"
        if coarse and context.span and context.span[0].year == (context.span[1] - timedelta(1)).year:
            base = context.span[0]  # the year of publication is known, the day is not
        else:
            said = _step(mention, context, "counted from a date that is not known", "")
            return Reading(rule.type, why=(said,))
    return _moved(mention, rule, fields, base, anchor, value, amount, unit, context)


def _moved(
    mention: Mention,
    rule: Rule,
    fields: dict[str, str],
    base: date,
    anchor: str | None,
    value: str | None,
    amount: float,
    unit: str,
    context: Context,
) -> Reading:
    whole = int(amount)
    try:
        moved = dates.add(base, whole, unit)
        if amount != whole and unit == "year":
            moved = dates.add(moved, round(12 * (amount - whole)), "month")
    except OverflowError:
        return Reading(rule.type)
    grain = unit
    if rule.from_ == "time" and dates.grain_of(value or "") == "day":
        grain = "day"  # "a week from Friday" is a day
    result = dates.value_at(moved, grain, southern=context.conventions.southern)
    span = dates.stretch(result, southern=context.conventions.southern)
    first, until = span or (None, None)
    from_ = "the story's date" if rule.from_ == "story" and anchor and anchor.startswith("t") else "the article's date"
    if rule.from_ in ("time", "next"):
        from_ = "the date named"
    count = f"{abs(amount):g} {unit}{'s' if abs(amount) != 1 else ''} {'after' if amount > 0 else 'before'}"
    because = f"{count if amount else f'the {unit} of'} {from_}, {dates.spoken(base)}"
    part = _fill(rule.part, fields) if rule.part else ""
    tail = f"T{part}" if part else ""
    return Reading(
        rule.type, result + tail, _mod(rule, fields), first, until, anchor=anchor,
        why=(_step(mention, context, because, _gives(first, until)),),
    )  # fmt: skip


def _amount(shift: str, fields: dict[str, str]) -> tuple[float | None, str]:
    """Number and unit of a filled shift: "-{amount} {unit}" → (-2.0, "week"); None: not a number."""
    text = shift.format_map(_Default(fields))
    number, _, unit = text.partition(" ")
    sign = -1 if number.startswith("-") and shift.startswith("-{") else 1
    bare = number[1:] if shift.startswith("-{") else number
    if bare in ("a", "an"):
        bare = "1"
    try:
        return sign * float(bare), unit
    except ValueError:
        return None, unit


class _Default(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return ""


def _story_base(unit: str, context: Context, *, whole: bool = False) -> tuple[date | None, str | None, str | None]:
    """Where the story stands, if it is known finely enough to count such units from it.

    `whole`: "that quarter", "the quarter" ask for the unit itself, not for one before or after.
    """
    story = context.story
    grain = dates.grain_of(story.value or "")
    if unit == "quarter" and whole:
        if story.quarter:
            return (dates.stretch(story.quarter) or (None,))[0], story.quarter_id, story.quarter
        if context.day and not context.narrative:  # results are told of the quarter that is over
            over = dates.add(context.day, -1, "quarter")
            return over, context.day.isoformat(), None
    if unit in ("day", "week", "weekend", "fortnight"):
        if story.day and (grain in ("day", "week", "weekend") or not context.narrative):
            return date.fromisoformat(story.day), story.day_id, story.day
        if story.value and unit != "day" and grain == "week":
            return story.first, story.id, story.value
    elif story.first and story.value:
        if unit in ("month", "quarter", "season") and grain == "year":
            return None, None, None
        return story.first, story.id, story.value
    if context.narrative:
        return None, None, None
    return context.day, context.day.isoformat() if context.day else None, None


def _around_now(mention: Mention, rule: Rule, fields: dict[str, str], context: Context) -> Reading:
    """Read "recent days", "the coming weeks": a stretch around the article's date, by convention."""
    unit = _fill(rule.recent or rule.coming, fields)
    table = context.conventions.recent if rule.recent else context.conventions.coming
    count = table.get(unit)
    value, mod = rule.value, _mod(rule, fields)
    if context.day is None or count is None:
        return Reading(
            rule.type,
            value,
            mod,
            why=(_step(mention, context, "a soft stretch around a date that is not known", ""),),
        )
    if rule.recent:
        first, until = dates.add(context.day, -count, unit), context.day + timedelta(1)
        because = f"by convention the {count} {unit}s up to {dates.spoken(context.day)}"
    else:
        first, until = context.day, dates.add(context.day, count, unit) + timedelta(1)
        because = f"by convention the {count} {unit}s from {dates.spoken(context.day)} on"
    return Reading(
        rule.type, value, mod, first, until, soft=True, anchor=context.day.isoformat(),
        why=(_step(mention, context, because, _gives(first, until)),),
    )  # fmt: skip


# ------------------------------------------------------------------ lengths and sets


def _length(mention: Mention, rule: Rule, fields: dict[str, str], context: Context) -> Reading:
    """How long; with a place in the calendar where the words give one ("the past two weeks")."""
    unit = _unit(fields)
    count = fields.get("count") or fields.get("count2") or fields.get("amount") or fields.get("number")
    if not count and "article" in fields:
        count = "1"
    form = rule.value if rule.type == "DURATION" else "@length"
    if form == "@many":
        count = "X"
    if form == "@half":
        value = _half(unit)
    else:
        count = {"a": "1", "an": "1"}.get(count or "X", count or "X")
        if form == "@length_half" and count.replace(".", "").isdigit():
            count = f"{float(count) + 0.5:g}"
        value = _clocked(count, unit) or dates.duration(count, unit)
    why = (_step(mention, context, "a length of time", value),)
    reading = Reading("DURATION", value, why=why)
    if not rule.place or context.day is None:
        return reading
    number = float(count) if count and count.replace(".", "").isdigit() else None
    if number is None:
        table = context.conventions.recent if rule.place == "past" else context.conventions.coming
        number = table.get(unit)
    if number is None or number > 10000:
        return reading
    try:
        if unit in dates.CLOCK_UNITS:
            days = ceil(number * {"hour": 1 / 24, "minute": 1 / 1440, "second": 1 / 86400}[unit])
            number, unit = days, "day"
        if rule.place == "past":
            first, until = dates.add(context.day, -int(number), unit), context.day + timedelta(1)
            because = f"up to the article's date, {dates.spoken(context.day)}"
        else:
            first, until = context.day, dates.add(context.day, int(number), unit) + timedelta(1)
            because = f"from the article's date, {dates.spoken(context.day)}, on"
    except (OverflowError, KeyError):
        return reading
    step = _step(mention, context, because, _gives(first, until))
    return replace(reading, first=first, until=until, soft=True, anchor=context.day.isoformat(), why=(*why, step))


def _clocked(count: str, unit: str) -> str | None:
    """Hours and minutes that hold a half, spelled out: ("5.5", "hour") → "PT5H30M"."""
    if unit not in ("hour", "minute") or "." not in count:
        return None
    whole, part = int(float(count)), float(count) % 1
    head, tail = ("H", "M") if unit == "hour" else ("M", "S")
    return f"PT{f'{whole}{head}' if whole else ''}{round(part * 60)}{tail}"


def _unit(fields: dict[str, str]) -> str:
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


def _set_value(rule: Rule, fields: dict[str, str]) -> str:
    if rule.value == "@each":
        return dates.duration("1", _unit(fields))
    if rule.value == "@length":
        return dates.duration(fields.get("count", "X"), _unit(fields))
    return template(rule.value, fields)


# ------------------------------------------------------------------ times made of times


def _over(mention: Mention, rule: Rule, fields: dict[str, str], inner: Reading, context: Context) -> Reading:
    """A time that says something about another time."""
    if rule.take:
        return _taken(mention, rule, fields, inner, context)
    if rule.week:
        return _its_week(mention, rule, inner, context)
    if rule.half:
        return _half_of(mention, rule, fields, inner, context)
    if rule.rest:
        return _rest_of(mention, rule, fields, inner, context)
    if rule.shift:
        amount, unit = _amount(rule.shift, fields)
        if amount is None or inner.first is None or not inner.value:
            return Reading(rule.type, None, why=inner.why)
        moved = _moved(mention, rule, fields, inner.first, inner.anchor, inner.value, amount, unit, context)
        return replace(moved, why=(*inner.why, *moved.why)[-4:])
    if rule.value in ("", "{time}"):
        return _qualified(mention, rule, fields, inner, context)
    value = _spelled(mention, rule, fields, context)
    filled = _filled(value, inner.value) if value and inner.value and "X" not in inner.value else None
    if filled is None:
        return Reading(rule.type, None, why=inner.why)
    first, until = dates.stretch(filled, southern=context.conventions.southern) or (None, None)
    step = _step(mention, context, "within the time named", _gives(first, until))
    return Reading(
        rule.type, filled, _mod(rule, fields), first, until, anchor=inner.anchor, why=(*inner.why, step)[-4:]
    )


def _qualified(mention: Mention, rule: Rule, fields: dict[str, str], inner: Reading, context: Context) -> Reading:
    mod = _mod(rule, fields)
    if mod in _MOD_AGO and inner.type == "DATE":
        mod = _MOD_AGO[mod]
    value, type_ = inner.value, inner.type
    part = _fill(rule.part, fields) if rule.part else ""
    if part:
        type_ = "TIME"
        value = f"{value}T{part}" if value and "T" not in value else value
    why = inner.why
    if mod:
        words = {"APPROX": "about that time", "ON_OR_AFTER": "not before it", "MORE_THAN": "more than that"}
        why = (
            *why,
            _step(mention, context, words.get(mod, mod.lower().replace("_", " ")), _gives(inner.first, inner.until)),
        )
    elif part:
        why = (*why, _step(mention, context, "a part of that day", _gives(inner.first, inner.until)))
    return replace(inner, type=type_, value=value, mod=mod or inner.mod, why=why[-4:])


def _edged(mention: Mention, rule: Rule, fields: dict[str, str], reading: Reading, context: Context) -> Reading:
    """Keep the early, middle or late part of a reading where the rule says so."""
    edge = _fill(rule.edge, fields) if rule.edge else ""
    if not edge:
        return reading
    mod = dates.MODS.get(edge)
    if not reading.value or not reading.first:
        return replace(reading, mod=mod)
    span = dates.narrow(reading.value, edge, context.conventions)
    if span is None or span == (reading.first, reading.until):
        return replace(reading, mod=mod)
    grain = dates.grain_of(reading.value)
    low, high = context.conventions.edges.get(grain or "", {}).get(edge, (0, 0))
    names = {"month": "days", "year": "months", "week": "weekdays", "decade": "years", "century": "years"}
    because = (
        f"{edge} in a {grain}: {names.get(grain or '', 'days')} {low} to {high}"
        if high
        else f"{edge} in a {grain}: a third of it"
    )
    step = _step(mention, context, because, _gives(*span))
    return replace(reading, mod=mod, first=span[0], until=span[1], soft=True, why=(*reading.why, step)[-4:])


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
    elif fields["one_unit"] in ("month", "quarter", "year"):
        unit = fields["one_unit"]
        start = dates.add(first, nth - 1, unit) if nth > 0 else dates.add(until, -1, unit)
        value = dates.value_at(start, unit)
        first, until = dates.stretch(value) or (first, until)
    if until > inner.until + timedelta(1) and not soft:
        return Reading(rule.type, None, why=inner.why)
    what = fields.get("one_unit") or "such weekday"
    step = _step(mention, context, f"the {_ORDINALS.get(nth, str(nth))} {what} of it", _gives(first, until))
    return Reading(rule.type, value, None, first, until, soft=soft, anchor=inner.anchor, why=(*inner.why, step)[-4:])


def _its_week(mention: Mention, rule: Rule, inner: Reading, context: Context) -> Reading:
    if inner.first is None:
        return Reading(rule.type, None, why=inner.why)
    value = dates.value_at(inner.first, "week")
    first, until = dates.stretch(value) or (None, None)
    step = _step(mention, context, "the week, Monday to Sunday, that holds it", _gives(first, until))
    return Reading(rule.type, value, None, first, until, anchor=inner.anchor, why=(*inner.why, step)[-4:])


def _half_of(mention: Mention, rule: Rule, fields: dict[str, str], inner: Reading, context: Context) -> Reading:
    if inner.first is None or inner.until is None:
        return Reading(rule.type, inner.value, why=inner.why)
    second = _fill(rule.half, fields) in ("2", "02")
    if dates.grain_of(inner.value or "") == "month":
        middle = inner.first + timedelta(15)
    else:
        middle = inner.first + (inner.until - inner.first) / 2
    first, until = (middle, inner.until) if second else (inner.first, middle)
    step = _step(mention, context, f"its {'second' if second else 'first'} half", _gives(first, until))
    return Reading(
        rule.type, inner.value, None, first, until, soft=True, anchor=inner.anchor, why=(*inner.why, step)[-4:]
    )


def _rest_of(mention: Mention, rule: Rule, fields: dict[str, str], inner: Reading, context: Context) -> Reading:
    """Read "earlier this month": from its start to the article's date; "later": from there on."""
    mod = _mod(rule, fields)
    day = context.day
    if day is None or inner.first is None or inner.until is None or not inner.first <= day < inner.until:
        return replace(inner, mod=mod)
    if inner.until - inner.first == timedelta(1):
        return replace(inner, mod=mod)
    later = mod == "END"
    first, until = (day, inner.until) if later else (inner.first, max(day, inner.first + timedelta(1)))
    because = f"{'from' if later else 'up to'} the article's date, {dates.spoken(day)}"
    step = _step(mention, context, because, _gives(first, until))
    return replace(inner, mod=mod, first=first, until=until, soft=True, why=(*inner.why, step)[-4:])


def _turn(mention: Mention, rule: Rule, fields: dict[str, str], context: Context) -> Reading:
    """Read "the turn of the year": some days to either side of the boundary that is nearest."""
    days = timedelta(context.conventions.turn)
    if mention.parts:
        inner = _read(mention.parts[0], context)
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
        if unit in ("century", "decade"):  # the turn of an age takes years
            years = 5 if unit == "century" else 1
            span = dates.add(boundary, -years, "year"), dates.add(boundary, years, "year")
            step = _step(mention, context, f"{years} years to either side", _gives(*span))
            return Reading(rule.type, None, "APPROX", *span, soft=True, anchor=context.day.isoformat(), why=(step,))
        first, until, anchor = boundary - days, boundary + days, context.day.isoformat()
    step = _step(mention, context, f"{context.conventions.turn} days to either side", _gives(first, until))
    return Reading(rule.type, None, "APPROX", first, until, soft=True, anchor=anchor, why=(step,))


def _joined(mention: Mention, context: Context) -> Reading:
    """A time of day and its day: "9 a.m. Tuesday"."""
    one, two = mention.parts
    if one.grain == "day":
        one, two = two, one
    clock, day = _read(one, context), _read(two, context)
    if not clock.value or not day.value:
        return replace(day, type="TIME")
    tail = clock.value.partition("T")[2]
    step = _step(mention, context, "that time on that day", _gives(day.first, day.until))
    return replace(day, type="TIME", value=f"{day.value.partition('T')[0]}T{tail}", why=(*day.why, step)[-4:])


# ------------------------------------------------------------------ ranges


def _range(mention: Mention, rule: Rule, context: Context) -> list[TimeExpression]:
    """The whole, then its two ends; the later end lends what the earlier lacks."""
    if rule.value == "@years":
        return _short_years(mention, context)
    if rule.value == "@before_christ":
        return _years_before_christ(mention, context)
    left, right = mention.parts
    latent = context.rules.by_name[right.rule].latent
    if latent:  # "May 3 to 14"
        start = _read(left, context)
        end = _read(right, context, hint=start.value)
    elif _states_year(left) and not _states_year(right):
        start = _read(left, context)
        end = _lent_year(right, start, context, later=True)
    else:
        end = _read(right, context)
        lends = not _states_year(left)
        start = _lent_year(left, end, context, later=False) if lends else _read(left, context)
    times = [_expression(left, start, context), _expression(right, end, context)]
    first, until = start.first, end.until
    if first and until and until <= first:
        first = until = None
    step = _step(mention, context, "from the first day of the one to the last day of the other", _gives(first, until))
    edtf = None
    if start.first and end.first and first:
        edtf = f"{times[0].edtf}/{times[1].edtf}" if times[0].edtf and times[1].edtf else None
        if edtf and edtf.count("/") > 1:
            edtf = dates.edtf(None, (first, until), soft=True)
    whole = Reading(
        "DATE", None, None, first, until, soft=True, anchor=end.anchor,
        why=(*start.why[-1:], *end.why[-1:], step),
    )  # fmt: skip
    made = _expression(mention, whole, context)
    made = replace(made, edtf=edtf, parts=(times[0].id, times[1].id))
    years = dates.grain_of(end.value or "") == "year"  # "the season of 1975-1976": the story is not at its end
    for part, time in zip((left,) if years else (left, right), times, strict=False):
        _tell(context, part, time)
    return [made, *times]


def _states_year(mention: Mention) -> bool:
    return bool(mention.get("year")) or any(_states_year(p) for p in mention.parts)


def _lent_year(mention: Mention, other: Reading, context: Context, *, later: bool) -> Reading:
    """A date read with the year or month of the other end; it stays on its side of it."""
    rule = context.rules.by_name[mention.rule]
    value = (
        _spelled(mention, rule, dict(mention.fields), context)
        if rule.value[:1] != "@" and not mention.parts and rule.value
        else None
    )
    if not value or "X" not in value or other.first is None or value.startswith("XXXX-W"):
        return _read(mention, context)
    reading = _read(mention, context, hint=other.value)
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


def _years_before_christ(mention: Mention, context: Context) -> list[TimeExpression]:
    """Read "499 to 493 BC": the whole and both years, none of which a calendar of ours holds."""
    words = context.text[mention.start : mention.end]
    one, other = mention.get("one"), mention.get("any_year")
    cut = mention.start + len(one)
    ends = (
        Mention(mention.start, cut, "ancient_year", (("any_year", one),), (), "year"),
        Mention(cut + words[len(one) :].index(other), mention.end, "year_before_christ", (), (), "year"),
    )
    why = (Step(words, "years before our era", ""),)
    times = [
        _expression(end, Reading("DATE", f"BC{year.zfill(4)}", why=why), context)
        for end, year in zip(ends, (one, other), strict=True)
    ]
    for end, time in zip(ends, times, strict=True):
        _tell(context, end, time)
    whole = _expression(mention, Reading("DATE", why=why), context)
    return [replace(whole, parts=(times[0].id, times[1].id)), *times]


def _short_years(mention: Mention, context: Context) -> list[TimeExpression]:
    """Read "1990-91": the whole and both years."""
    year, short = mention.get("year"), mention.get("two_digits")
    end = int(year[:2] + short)
    if end <= int(year):
        end += 100
    left = Mention(mention.start, mention.start + 4, "year", (("year", year),), (), "year")
    start = _valued(left, context.rules.by_name["year"], {"year": year}, context, None)
    times = [_expression(left, start, context)]
    if end - int(year) > 60:
        return times
    right = Mention(mention.end - 2, mention.end, "short_end_year", (), (), "year")
    first, until = dates.stretch(f"{end:04}") or (None, None)
    step = Step(short, "the century of the year before it", f"{end:04}")
    times.append(_expression(right, Reading("DATE", f"{end:04}", None, first, until, why=(step,)), context))
    step = Step(
        context.text[mention.start : mention.end],
        "from the first day of the one to the last day of the other",
        _gives(start.first, until),
    )
    whole = Reading("DATE", None, None, start.first, until, soft=True, why=(step,))
    made = replace(
        _expression(mention, whole, context),
        edtf=f"{year}/{end:04}",
        parts=(times[0].id, times[1].id),
    )
    return [made, *times]


# ------------------------------------------------------------------ the record


def _expression(mention: Mention, reading: Reading, context: Context) -> TimeExpression:
    key = f"{mention.start}-{mention.end}-{mention.rule}"
    first, until = reading.first, reading.until
    if first is not None and until is not None and until <= first:
        first = until = None
    return TimeExpression(
        id="t" + sha1(key.encode(), usedforsecurity=False).hexdigest()[:8],
        start=mention.start,
        end=mention.end,
        text=context.text[mention.start : mention.end],
        type=reading.type,
        value=reading.value,
        mod=reading.mod,
        first=first,
        until=until,
        edtf=dates.edtf(reading.value, (first, until), soft=reading.soft),
        rule=mention.rule,
        anchor=reading.anchor,
        why=reading.why or (Step(context.text[mention.start : mention.end], "what it counts from is not known", ""),),
    )
