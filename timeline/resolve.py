"""Mentions, an anchor and their context → dated time expressions, each with its explanation.

The article's date is an argument; nothing here asks the clock. What the words leave open (a month
without a year, "the following year") is settled by the tense of the clause and by the date that
the story has reached. What cannot be settled stays open: value, first and until are None, or as
precise as the words were ("XXXX-08").

This is the only caller of dateparser, for mail-like dates whose every part stands in the words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from typing import Any

from timeline import dates, holy, tense
from timeline.beside import day_beside, lent_by_next, next_listed, set_beside
from timeline.choose import choose, pick
from timeline.context import (
    Context,
    Plan,
    Reading,
    Story,
    expressed,
    fill,
    gives,
    innermost,
    mod_of,
    next_sentence,
    same_paragraph,
    same_sentence,
    step_of,
    tell,
)
from timeline.dates import Conventions
from timeline.find import Mention, is_message
from timeline.lengths import length, set_value, unit_of
from timeline.model import Published, TimeExpression
from timeline.national import country_of_day
from timeline.ranges import span_of
from timeline.rules import Rule, Rules
from timeline.spelled import day_or_month_first, spelled
from timeline.tense import Heard

NARRATIVE = 0.6  # share of years far from the article's date that makes a text a history
_SAID = {
    "future": "the clause looks ahead,",
    "present": "the clause arranges something,",
    "past": "the clause is about the past,",
}
_FAR = 2  # years from the article's date that count as far
_NEWS = 6  # years far off that weigh as much as one word of the day
_HALF_QUARTER = 46  # days
_AGES = {"decade": 10, "century": 100}  # in years
_MIDWEEK = 2  # days from Monday
_FEWEST = 6  # years that a text must name to be called a history …
_FEW = 3  # … and where they are all far and no word points from its own day
_POINTERS = {"-1": "before", "0": "same", "1": "after"}
_POINTED = {
    "before": "the last one,",
    "after": "the next one,",
    "before last": "the one before the last,",
    "after next": "the one after the next,",
    "same": "the present one,",
    "year_ago": "that of the year before,",
}
_ORDINALS = {1: "first", 2: "second", 3: "third", 4: "fourth", -1: "last"}
_BESIDE = 40  # characters between a time of day and the day behind it
_MONTHLESS = re.compile(r"XXXX-XX-\d\d")
_FINENESS = {"second": 0, "minute": 0, "hour": 0, "part": 1}
_MOD_AGO = {"MORE_THAN": "BEFORE", "LESS_THAN": "AFTER"}


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
    narrative = _is_narrative(mentions, span, rules)
    if not narrative:  # strewn with years, yet news
        mentions = tuple(m for m in mentions if rules.by_name[m.rule].register != "history")
    context = Context(
        text=text,
        rules=rules,
        conventions=conventions or rules.conventions,
        day=day,
        span=span,
        narrative=narrative,
        message=is_message(text),
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
                made = span_of(mention, rule, context, _read)
                context.story.whole, context.story.last = made[0], made[-1]
                out += made
                continue
            reading = _read(mention, context)
        except OverflowError:  # before the year 1 or after 9999
            said = step_of(mention, context, "outside the calendar", "")
            reading = Reading(rule.type, why=(said,))
        time = expressed(mention, reading, context)
        context.story.last = time
        out.append(time)
        planned = narrative and context.tense_of(mention.start, mention.end).tense == "future"
        if not planned and not any(a <= mention.start < b for a, b in quiet):
            tell(context, mention, time)
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
    years = [int(y) for m in mentions for y in _years(m)]
    years += [-1 for m in mentions if "BC" in rules.by_name[m.rule].value]
    news = sum(_of_the_day(m, rules) for m in mentions)
    if span is None:  # "today" and "two years ago" are those of a day that nobody gave
        return bool(years) and not news
    far = sum(abs(year - span[0].year) >= _FAR for year in years)
    if not news and far == len(years) >= _FEW:
        return True
    return len(years) >= _FEWEST and far >= NARRATIVE * len(years) and far > _NEWS * news


def _years(mention: Mention) -> Iterator[str]:
    """Years that a time, or one within it, says in four figures."""
    year = mention.get("year")
    if year.isdigit() and len(year) == 4:
        yield year
    for part in mention.parts:
        yield from _years(part)


def _of_the_day(mention: Mention, rules: Rules) -> bool:
    """Whether a time, or one within it, points from the day of its text."""
    return rules.by_name[mention.rule].report or any(_of_the_day(part, rules) for part in mention.parts)


def _tense_reader(text: str, doc: Any, language: str) -> Callable[[int, int], Heard]:
    @cache
    def by_words(start: int, end: int) -> Heard:
        return tense.heard(text, start, end, language)

    if doc is None or not doc.has_annotation("DEP"):
        return by_words

    @cache
    def by_parse(start: int, end: int) -> Heard:
        span = doc.char_span(start, end, alignment_mode="expand")
        behind = tense.since(text, start, language) or tense.suffered(text, start, end, language)
        if span is None or behind or text[end : end + 2] in tense.OWNING:
            return by_words(start, end)
        parsed, said = tense.tense_at(doc, span.root, language), by_words(start, end)
        same = said.tense == parsed
        if parsed == "future":
            ahead = same or said.plain or said.tense is None or tense.has_purpose(span.root, language)
            ahead = ahead or tense.is_bidden(span.root, language)
            said = Heard(parsed, True, ahead, same and said.own)
        elif parsed == "past" and not (said.tense == "future" and (said.sure or tense.reaches(text, start, language))):
            # a modal right beside the time is not overruled by the parse, nor is "promised an answer by Friday"
            said = Heard(parsed, said.tense != "future", own=same and said.own)
        aside = (
            said.tense == "future" and span.root.pos_ == "DET"
        )  # "appeal the 3 May ruling": its article is the ruling's
        word = span[-1] if aside else span.root
        return said._replace(of_noun=said.of_noun or (not said.own and _before_noun(word, said.tense, language)))

    return by_parse


# ------------------------------------------------------------------ one mention


def _before_noun(time: Any, told: str | None, language: str) -> bool:
    """Whether a time belongs to the noun after it, not to the clause: "tries to sell under a June agreement".

    What the past is told of is past itself: "the June agreement was broken"; and what is said or done in a speech or at
    a meeting has its date: "in his June 15 speech he refused".
    """
    noun = time.head
    modifies = time.dep_ in {"compound", "nmod", "nmod:unmarked", "amod"}
    past = told == "past" and noun.dep_.startswith("nsubj")
    before = modifies and time.i < noun.i and noun.pos_ in {"NOUN", "PROPN"}
    return bool(before and not past and not tense.is_scene(noun, language))


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
        reading = length(mention, rule, fields, context)
        if fill(rule.place, fields) in ("first", "last"):
            reading = _opening(mention, rule, fields, reading, context)
    elif rule.type == "SET":
        reading = Reading("SET", set_value(rule, fields), why=(step_of(mention, context, "comes again and again", ""),))
    else:
        if mention.parts and hint is None:  # a list member that borrows its month
            hint = _read(mention.parts[0], context).value
        reading = _valued(mention, rule, fields, context, hint)
    return _edged(mention, rule, fields, reading, context)


# ------------------------------------------------------------------ values


def _valued(mention: Mention, rule: Rule, fields: dict[str, str], context: Context, hint: str | None) -> Reading:
    """A mention whose value stands in its words, whole or in part."""
    if rule.value == "@dateparser":
        return _parsed(mention, rule, context)
    swapped = day_or_month_first(fields, context) if rule.swap else ""
    value = spelled(mention, rule, fields, context)
    if value is None:
        return Reading(rule.type)
    if rule.holiday:
        return _holiday(mention, rule, fields, value, context)
    if value.endswith("-QX"):  # "the 1988 quarter"
        quarter = context.story.quarter
        value = f"{value[:-1]}{quarter[-1]}" if quarter else value[:-3]
    if rule.begins:
        return _own_year(mention, rule, fields, value, context)
    if value.endswith("_REF"):
        mod = fill(rule.mod, fields) or None
        return Reading(rule.type, value, mod, why=(step_of(mention, context, "names no day of the calendar", ""),))
    if rule.look == "none" or (rule.look == "told" and _in_general(context)):
        said = "no day in particular" if rule.look == "none" else "no year in particular, but every year"
        return Reading(rule.type, value, why=(step_of(mention, context, said, ""),))
    if "X" in value.partition("T")[0]:
        return _completed(mention, rule, fields, value, context, hint)
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
    if context.narrative or context.message or context.text[start:end] == context.text.strip():
        return False
    return context.tense_of(start, end).tense not in {"past", "future"}


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
            step = step_of(mention, context, "the rest stands beside it", gives(first, until))
            return Reading(rule.type, filled + tail, mod_of(rule, fields), first, until, why=(step,))
    lent = lent_by_next(mention, day_part, context)
    if lent:
        first, until = dates.stretch(lent, southern=context.conventions.southern) or (None, None)
        step = step_of(mention, context, "no year said; the date beside it lends its own", gives(first, until))
        return Reading(rule.type, lent + tail, mod_of(rule, fields), first, until, why=(step,))
    set_ = set_beside(mention, day_part, context)
    if set_:
        return Reading(
            "SET", set_, why=(step_of(mention, context, "comes again and again, as what it is named with", ""),)
        )
    beside = day_beside(mention, day_part, context)
    because = "the day named beside it"
    if not beside:
        beside, because = next_listed(mention, day_part, context), "the one after the day named before it"
    if beside:
        first, until = beside[0], beside[0] + timedelta(1)
        step = step_of(mention, context, because, gives(first, until))
        value = first.isoformat() + tail
        return Reading(rule.type, value, mod_of(rule, fields), first, until, anchor=beside[1].id, why=(step,))
    told = context.story.value or ""
    if context.narrative and told.startswith("BC") and re.fullmatch(r"XXXX-(?:\d\d.*|[A-Z]{2})", day_part):
        step = step_of(mention, context, "the story is before our era", "")
        return Reading(
            rule.type, told[:6] + day_part[4:] + tail, mod_of(rule, fields), anchor=context.story.id, why=(step,)
        )
    base, anchor, from_story = _base(mention, rule, day_part, context)
    look, because = _look(rule, fields, day_part, context, from_story)
    if base and from_story and look == "after" and dates.grain_of(context.story.value or "") == "year":
        base = base.replace(month=12, day=31)  # "in 1999, and the following spring"
    said = None if from_story or rule.look else _told_from(mention, day_part, context)
    if said is not None:
        base, anchor = said.first, said.id
        look, because = "after" if day_part.startswith("XXXX-WX") else "future", "ahead of when that was said,"
    if base is None:
        return _half_known(mention, rule, fields, day_part, tail, context)
    weekday = int(fields.get("weekday", 0)) if dates.grain_of(day_part) == "day" else 0
    chosen = choose(
        day_part,
        base,
        look,
        southern=context.conventions.southern,
        trail=context.story.trail if context.narrative else context.story.trail[:1],
        weekday=weekday,
    )
    if weekday and chosen and look == "story" and context.day:
        # a history goes on from 1981, and "Monday 14 June" is that of its teller
        near = choose(day_part, context.day, "nearest", weekday=weekday)
        if date.fromisoformat(chosen).isoweekday() != weekday == date.fromisoformat(near or chosen).isoweekday():
            chosen, base, anchor, because = near, context.day, context.day.isoformat(), "the nearest on that weekday,"
    if chosen is None:
        return Reading(rule.type, value, mod_of(rule, fields), anchor=anchor)
    span = dates.stretch(chosen, southern=context.conventions.southern)
    first, until = span or (None, None)
    lacks = _lacking(day_part)
    counted = f"counted from {dates.spoken(base)}"
    overruled = {"past": first and first > base, "future": until and until <= base}
    if overruled.get(look.partition(" ")[0]):
        because = f"{because} but the nearest,"
    step = step_of(mention, context, f"{lacks}; {because} {counted}".strip(), gives(first, until))
    return Reading(rule.type, chosen + tail, mod_of(rule, fields), first, until, anchor=anchor, why=(step,))


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
    value, clock, time = value.partition("T")
    if value.startswith("XXXX-WXX-") and dates.grain_of(lender) == "week":
        out = lender + value[8:]
        span = dates.stretch(out)
        return (span[0].isoformat() if span and value[-1].isdigit() else out) + clock + time
    if len(lender) < value.rfind("X") + 1:
        return None
    out = "".join(lender[i] if c == "X" else c for i, c in enumerate(value))
    return out + clock + time if dates.stretch(out) else None


def _base(mention: Mention, rule: Rule, value: str, context: Context) -> tuple[date | None, str | None, bool]:
    """The day an open value is counted from, what to call it, and whether it is the story's."""
    story = context.story
    if value in ("", "XXXX-XX-XX"):  # a time of day: that of the day the paragraph speaks of
        for after in story.ahead:  # "at 5 a.m. (0200 GMT) on Friday", "at 4 in the morning (4 a.m. EDT Thursday)"
            gap = context.text[mention.end : after.start]
            restated = gap == " (" and context.rules.by_name[after.rule].join
            if (after.grain == "day" and not after.parts and len(gap) < _BESIDE) or restated:
                day = _read(after, context)
                if day.first:
                    return day.first, day.first.isoformat(), False
        plan = story.plan
        if plan and plan.day and same_sentence(context, plan.end, mention.start):  # "on Thursday, probably at 9:30"
            return plan.day, plan.id, False
        near = story.day and (context.narrative or same_paragraph(context, story.day_at, mention.start))
        if near and story.day:
            return date.fromisoformat(story.day), story.day_id, True
    elif story.first and _in_story(mention, rule, value, context):
        grain = dates.grain_of(story.value or "")
        if not value.startswith(("XXXX-XX", "XXXX-WX")):
            return story.first, story.id, True
        if story.day and (grain == "day" or not context.narrative):
            return date.fromisoformat(story.day), story.day_id, True
        if grain in ("month", "week", "day"):
            return story.first, story.id, True
        if context.narrative:
            return None, None, True
    return context.day, context.day.isoformat() if context.day else None, False


def _told_from(mention: Mention, value: str, context: Context) -> TimeExpression | None:
    """The past day on which somebody said what would be on an open one: "said in October he would go in December"."""
    told = context.story.last
    if told is None or told.first is None or context.day is None or context.narrative or told.first >= context.day:
        return None
    known = {"day", "week"} if value.startswith("XXXX-WX") else {"day", "month"}
    if told.type not in {"DATE", "TIME"} or dates.grain_of(told.value or "") not in known:
        return None
    if not value.startswith("XXXX-") or not same_sentence(context, told.end, mention.start):
        return None
    ahead = tense.told_ahead(context.text, (told.start, told.end), mention.start, context.rules.language)
    return told if ahead and context.tense_of(*context.story.outer).tense == "future" else None


def _in_story(mention: Mention, rule: Rule, value: str, context: Context) -> bool:
    """Whether an open value is counted from the story's date rather than from the article's."""
    if rule.from_ == "story":
        return True
    if context.narrative:  # at the teller's own day a weekday is the article's
        return not (value.startswith("XXXX-WX") and context.day and context.story.first == context.day)
    return rule.look in {"", "told"} and (
        _beside_far(mention, value, context) or _day_of_month_told(mention, value, context)
    )


def _day_of_month_told(mention: Mention, value: str, context: Context) -> bool:
    """Whether a bare day goes on from a date told shortly before: "On 3 May he came. On the 5th he left"."""
    at = context.story.dated_at
    if not _MONTHLESS.match(value) or at < 0 or at != context.story.day_at:
        return False
    return same_paragraph(context, at, mention.start) and context.tense_of(*context.story.outer).tense != "future"


def _beside_far(mention: Mention, value: str, context: Context) -> bool:
    """Whether a date of another year has just been told: "in April 2014, and again in May"."""
    at = context.story.far_at
    if at < 0 or not re.match(r"XXXX-(?:\d|SP|SU|FA|WI)", value):
        return False
    heard = context.tense_of(*context.story.outer)
    if same_sentence(context, at, mention.start):
        return heard.tense != "future"
    opens = tense.fronted(context.text, mention.start, context.rules.language)  # "… in May 2014. In June it failed"
    return opens and heard.tense == "past" and next_sentence(context, at, mention.start)


def _look(rule: Rule, fields: dict[str, str], value: str, context: Context, from_story: bool) -> tuple[str, str]:
    """On which side to look, and why."""
    if rule.look and rule.look != "told":
        pointer = fill(rule.look, fields)
        pointer = str(int(pointer)) if pointer.lstrip("-").isdigit() else pointer
        look = _POINTERS.get(pointer, pointer)
        owned = context.text.startswith(tense.OWNING, context.story.outer[1])
        told = look == "same" and not from_story and not owned
        heard = context.tense_of(*context.story.outer) if told else Heard(None)
        side = f" {heard.tense}" if heard.tense == "future" or (heard.tense == "past" and heard.sure) else ""
        return look + side, _POINTED.get(look, "")
    if from_story:
        return "story", "the story goes on,"
    heard = context.tense_of(*context.story.outer)
    said = _SAID.get(heard.tense or "", "nothing looks ahead,")
    if value.startswith("XXXX-WX"):
        if heard.plain and heard.tense in ("future", "present"):
            return "future", said
        if context.message and value.endswith("WE") and heard.tense != "future":
            return "nearest", "the nearest,"
        if heard.tense is None and context.message:
            return "nearest", "the nearest,"
        return "past", said if heard.tense == "past" else "nothing looks ahead plainly,"
    day = value == "XXXX" or re.fullmatch(r"XXXX-\d\d-\d\d", value)  # said with its day a date is mostly near
    toward = "future" if heard.tense == "present" and heard.plain and not day else heard.tense
    if toward not in ("past", "future") or heard.of_noun:
        return "nearest", "the nearest,"
    lasting = toward == "past" and tense.goes_through(context.text, context.story.outer[0], context.rules.language)
    if lasting and day:
        return "nearest", "the nearest,"
    if heard.own and (day or "-Q" in value):
        how = "own"
    elif not day:
        how = "sure" if heard.sure and not lasting else "unsure"
    else:
        how = "near" if toward == "future" else "told"
    return f"{toward} {how}", said


def _half_known(
    mention: Mention, rule: Rule, fields: dict[str, str], value: str, tail: str, context: Context
) -> Reading:
    """A value that no day is there to complete; a known year of publication helps a month."""
    span = context.span
    if span and value.startswith("XXXX-") and not value.startswith(("XXXX-XX", "XXXX-WX")):
        years = {span[0].year, (span[1] - timedelta(1)).year}
        if len(years) == 1:
            whole = f"{years.pop():04}{value[4:]}"
            first, until = dates.stretch(whole, southern=context.conventions.southern) or (None, None)
            step = step_of(mention, context, "no year said; the article's is taken", gives(first, until))
            return Reading(rule.type, whole + tail, mod_of(rule, fields), first, until, anchor=None, why=(step,))
    step = step_of(mention, context, f"{_lacking(value)}, and the article's date is not known", "")
    return Reading(rule.type, value + tail, mod_of(rule, fields), why=(step,))


def _holiday(mention: Mention, rule: Rule, fields: dict[str, str], value: str, context: Context) -> Reading:
    name = fill(rule.holiday, fields)
    holiday = context.conventions.holidays.get(name)
    whose = country_of_day(context.text, mention.start, mention.end) if holiday and holiday.national else None
    if holiday and whose:
        holiday = holy.of_country(holiday, whose[0])
    anchor: str | None = None
    if value != "XXXX":
        base, look, because = date(int(value), 1, 1), "nearest", "every part stands in the words"
        years = range(base.year, base.year + 1)
    else:
        base_, anchor, from_story = _base(mention, rule, value, context)
        if base_ is None:
            return Reading(rule.type, None, why=(step_of(mention, context, "no year said, and none known", ""),))
        base = base_
        look, because = _look(rule, fields, value, context, from_story)
        because = f"no year said; {because} counted from {dates.spoken(base)}"
        years = range(base.year - 1, base.year + 2)
    spans = [(s[0].isoformat(), s) for year in years for s in (holy.stretches(holiday, year) if holiday else ())]
    chosen = pick(spans, base, look, "XXXX-") if spans else None
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


def _opening(mention: Mention, rule: Rule, fields: dict[str, str], reading: Reading, context: Context) -> Reading:
    """A length placed in the time behind it: "the first nine months of 2015", "the last two weeks of May"."""
    whole = next((m for m in context.story.ahead if m.start >= mention.end), None)
    if whole is None or context.text[mention.end : whole.start].strip().removesuffix("the").strip() not in ("of", "in"):
        return reading
    inner = _read(whole, context)
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


# ------------------------------------------------------------------ counted from somewhere


def _shift(mention: Mention, rule: Rule, fields: dict[str, str], context: Context) -> Reading:
    """So many units from the article's date or from where the story is."""
    amount, unit = _amount(rule.shift, fields)
    if unit in ("hour", "minute", "second", ""):
        return Reading(rule.type)
    if rule.from_ == "story" and amount:
        same = _said_again(mention, rule, fields, unit, context)
        if same:
            return same
    if rule.when == "future":
        heard = context.tense_of(*context.story.outer)
        if heard.tense != "future" or not heard.plain or context.narrative:
            return length(mention, rule, fields, context)
    if rule.when == "past" and not context.narrative and not _looks_back_from_story(context):
        rule = replace(rule, from_="anchor")
    if amount is None:
        past = rule.shift.startswith("-")
        said = step_of(mention, context, "an uncertain number", "")
        return Reading(rule.type, "PAST_REF" if past else "FUTURE_REF", why=(said,))
    told = context.story.value or ""
    if told.startswith("BC") and (rule.from_ == "story" or context.narrative):
        year = int(told[2:6]) - int(amount)
        known = unit == "year" and year > 0
        step = step_of(mention, context, "counted within the years before our era", "")
        return Reading(
            rule.type, f"BC{year:04}" if known else None, mod_of(rule, fields), anchor=context.story.id, why=(step,)
        )
    untold = _untold(rule, amount, unit, context)
    if untold:
        return Reading(rule.type, why=(step_of(mention, context, untold, ""),))
    base, anchor, value = _counted_from(mention, rule, amount, unit, context)
    if unit == "year" and amount == -1 and not rule.look and context.story.quarter and rule.aside:
        # "third-quarter profit rose … from a year earlier": that quarter, a year before
        moved = dates.shifted(context.story.quarter, -1, "year")
        first, until = (dates.stretch(moved) if moved else None) or (None, None)
        step = step_of(mention, context, "the quarter spoken of, a year before", gives(first, until))
        return Reading(
            rule.type, moved, mod_of(rule, fields), first, until, anchor=context.story.quarter_id, why=(step,)
        )
    if unit in _AGES and rule.aside:  # "a decade ago" is a year
        amount, unit = amount * _AGES[unit], "year"
    if base is None:
        coarse = unit in ("year", "decade", "century") and rule.from_ != "story"
        if coarse and context.span and context.span[0].year == (context.span[1] - timedelta(1)).year:
            base = context.span[0]  # the year of publication is known, the day is not
        else:
            said = step_of(mention, context, "counted from a date that is not known", "")
            return Reading(rule.type, why=(said,))
    reading = _moved(mention, rule, fields, base, anchor, value, amount, unit, context)
    later = rule.from_ == "story" and amount > 0 and context.day and reading.first and reading.first > context.day
    side = context.tense_of(*context.story.outer).tense
    near = unit == "day" or mention.get("anaphoric")  # "the next day", "the following week"
    ahead = side != "past" and bool(near or side == "future" or context.story.plan)
    if later and not ahead:
        # "Two years later he left", "A decade later they agree", and it is not yet then
        return Reading(rule.type, why=(step_of(mention, context, "counted from a date not found in the text", ""),))
    return reading


def _said_again(mention: Mention, rule: Rule, fields: dict[str, str], unit: str, context: Context) -> Reading | None:
    """The time right before, which a count from the story only says again: "he returned in 1839, two years later"."""
    last = context.story.last
    if last is None or last.first is None or not last.value or context.text[last.end : mention.start] != ", ":
        return None
    if dates.grain_of(last.value) != unit:
        return None
    step = step_of(mention, context, "the time named before it, said again", gives(last.first, last.until))
    return Reading(rule.type, last.value, mod_of(rule, fields), last.first, last.until, anchor=last.id, why=(step,))


def _looks_back_from_story(context: Context) -> bool:
    """Whether the clause tells of the past, and the story has a date before the article's to count from."""
    told = context.day and context.story.first and context.story.first < context.day
    return bool(told) and context.tense_of(*context.story.outer).tense == "past"


def _untold(rule: Rule, amount: float, unit: str, context: Context) -> str:
    """Why nothing in the text can be counted from, for what counts from the story; "" where something can."""
    story = context.story
    if rule.from_ != "story":
        return ""
    if not amount and unit == "day" and not (story.day or (story.plan and story.plan.day)):
        return "a day that the text does not tell"
    if amount > 0 and not story.value and context.tense_of(*story.outer).tense == "past":
        return "counted from a date that the text does not tell"
    return ""


def _counted_from(
    mention: Mention, rule: Rule, amount: float, unit: str, context: Context
) -> tuple[date | None, str | None, str | None]:
    """Day that units are counted from, its name and value: the article's, the story's or that of the time behind."""
    today = (context.day, context.day.isoformat() if context.day else None, None)
    story = context.story
    base, anchor, value = today
    if rule.from_ == "story" or (context.narrative and unit not in ("day", "week", "weekend")):
        base, anchor, value = _story_base(unit, context, whole=not amount)
        plan = story.plan
        if plan and rule.from_ == "story" and _goes_on(plan, mention, amount, unit, context):
            return plan.first, plan.id, plan.value
    if rule.from_ == "next" and story.ahead:
        end = _read(story.ahead[0], context)
        if end.first and end.until:  # most of a quarter lies well before its last day
            return end.until - timedelta(_HALF_QUARTER), end.first.isoformat(), None
    if rule.from_ == "story" and not amount and unit != "quarter" and not (context.narrative and context.day):
        behind = base and (context.day is None or base < context.day)
        if behind and context.tense_of(*story.outer).tense == "future":
            # "they came in February. They could sign by the end of the month": that of the teller
            return today
    return base, anchor, value


def _goes_on(plan: Plan, mention: Mention, amount: float, unit: str, context: Context) -> bool:
    """Whether what counts from the story counts from a plan just told.

    "To Accra on Monday and to Lome the next day", "will meet in May. They will sign by the end of the month": in its
    sentence, or ahead in the next one, and as finely as the plan is known.
    """
    grain = dates.grain_of(plan.value)
    if unit not in dates.GRAINS or grain not in dates.GRAINS or dates.GRAINS.index(grain) < dates.GRAINS.index(unit):
        return False
    if same_sentence(context, plan.end, mention.start):
        return True
    ahead = context.tense_of(*context.story.outer).tense in {"future", "present"}
    return ahead and (amount != 0 or grain == unit) and next_sentence(context, plan.end, mention.start)


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
    if rule.from_ == "time" and dates.grain_of(value or "") == "day" and unit in ("week", "fortnight"):
        grain = "day"  # "a week from Friday" is a day
    result = dates.value_at(moved, grain, southern=context.conventions.southern)
    if rule.value == "{time}" and value:  # "a year ago this week" is a week
        result = dates.shifted(value, whole, unit) or result
    span = dates.stretch(result, southern=context.conventions.southern)
    upper = fields.get("upper", "")
    if span and upper.isdigit():  # "two or three weeks ago": from the one to the other
        far = dates.add(base, int(upper) if amount > 0 else -int(upper), unit)
        other = dates.stretch(dates.value_at(far, grain)) or span
        span = min(span[0], other[0]), max(span[1], other[1])
    first, until = span or (None, None)
    from_ = "the story's date" if rule.from_ == "story" and anchor and anchor.startswith("t") else "the article's date"
    if rule.from_ in ("time", "next"):
        from_ = "the date named"
    units = f"{abs(amount):g}{f' to {upper}' if upper else ''} {unit}{'s' if upper or abs(amount) != 1 else ''}"
    count = f"{units} {'after' if amount > 0 else 'before'}"
    because = f"{count if amount else f'the {unit} of'} {from_}, {dates.spoken(base)}"
    part = fill(rule.part, fields) if rule.part else ""
    tail = f"T{part}" if part else ""
    return Reading(
        rule.type, result + tail, mod_of(rule, fields), first, until, soft=bool(upper), anchor=anchor,
        why=(step_of(mention, context, because, gives(first, until)),),
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
    unit = fill(rule.recent or rule.coming, fields)
    table = context.conventions.recent if rule.recent else context.conventions.coming
    count = table.get(unit)
    value, mod = rule.value, mod_of(rule, fields)
    if context.day is None or count is None:
        return Reading(
            rule.type,
            value,
            mod,
            why=(step_of(mention, context, "a soft stretch around a date that is not known", ""),),
        )
    if rule.recent:
        first, until = dates.add(context.day, -count, unit), context.day + timedelta(1)
        because = f"by convention the {count} {unit}s up to {dates.spoken(context.day)}"
    else:
        first, until = context.day, dates.add(context.day, count, unit) + timedelta(1)
        because = f"by convention the {count} {unit}s from {dates.spoken(context.day)} on"
    return Reading(
        rule.type, value, mod, first, until, soft=True, anchor=context.day.isoformat(),
        why=(step_of(mention, context, because, gives(first, until)),),
    )  # fmt: skip


# ------------------------------------------------------------------ times made of times


def _over(mention: Mention, rule: Rule, fields: dict[str, str], inner: Reading, context: Context) -> Reading:
    """A time that says something about another time."""
    if rule.take:
        return _taken(mention, rule, fields, inner, context)
    if rule.week:
        return _week_beside(mention, rule, inner, context) if rule.shift else _its_week(mention, rule, inner, context)
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
    if rule.value == "@clock" and inner.value:  # "at 8 tonight"
        day, _, part = inner.value.partition("T")
        clock = spelled(mention, rule, {**fields, "day_part": part}, context)
        if clock:
            step = step_of(mention, context, "that hour in that part of the day", gives(inner.first, inner.until))
            return replace(inner, value=f"{day}T{clock.partition('T')[2]}", mod=None, why=(*inner.why, step)[-4:])
    value = spelled(mention, rule, fields, context)
    if rule.look and value and inner.first:  # "the Monday after 3 May"
        side = _POINTERS[rule.look]
        value = choose(value, inner.first, side)
        first, until = (dates.stretch(value) if value else None) or (None, None)
        step = step_of(mention, context, f"the nearest {side} it", gives(first, until))
        return Reading(rule.type, value, None, first, until, anchor=inner.anchor, why=(*inner.why, step)[-4:])
    filled = _filled(value, inner.value) if value and inner.value and "X" not in inner.value else None
    if filled is None:
        return Reading(rule.type, None, why=inner.why)
    span = dates.stretch(filled, southern=context.conventions.southern)
    because = "within the time named"
    other = _other_side(mention, filled, "year", span, inner.anchor, context) if span else None
    if other:
        filled, span, because = other, dates.stretch(other), _other(other, context)
    first, until = span or (None, None)
    step = step_of(mention, context, because, gives(first, until))
    return Reading(
        rule.type, filled, mod_of(rule, fields), first, until, anchor=inner.anchor, why=(*inner.why, step)[-4:]
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


def _edged(mention: Mention, rule: Rule, fields: dict[str, str], reading: Reading, context: Context) -> Reading:
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
    return f"{_SAID['past']} so that of the one before;" if behind else f"{_SAID['future']} so that of the next one;"


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


def _rest_of(mention: Mention, rule: Rule, fields: dict[str, str], inner: Reading, context: Context) -> Reading:
    """Read "earlier this month": from its start to the article's date; "later": from there on."""
    mod = mod_of(rule, fields)
    day = context.day
    if day is None or inner.first is None or inner.until is None or not inner.first <= day < inner.until:
        return replace(inner, mod=mod)
    if inner.until - inner.first == timedelta(1):
        return replace(inner, mod=mod)
    later = mod == "END"
    first, until = (day, inner.until) if later else (inner.first, max(day, inner.first + timedelta(1)))
    because = f"{'from' if later else 'up to'} the article's date, {dates.spoken(day)}"
    step = step_of(mention, context, because, gives(first, until))
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
        if unit in ("millennium", "century", "decade"):  # the turn of an age takes years
            years = 1 if unit == "decade" else 5
            span = dates.add(boundary, -years, "year"), dates.add(boundary, years, "year")
            step = step_of(mention, context, f"{years} years to either side", gives(*span))
            return Reading(rule.type, None, "APPROX", *span, soft=True, anchor=context.day.isoformat(), why=(step,))
        first, until, anchor = boundary - days, boundary + days, context.day.isoformat()
    step = step_of(mention, context, f"{context.conventions.turn} days to either side", gives(first, until))
    return Reading(rule.type, None, "APPROX", first, until, soft=True, anchor=anchor, why=(step,))


def _joined(mention: Mention, context: Context) -> Reading:
    """A time of day and its day: "9 a.m. Tuesday"."""
    finer, coarser = sorted(mention.parts, key=lambda part: _FINENESS.get(part.grain or "", 2))
    clock, day = _read(finer, context), _read(coarser, context)
    if not clock.value or not day.value:
        return replace(day, type="TIME")
    tail = clock.value.partition("T")[2]
    step = step_of(mention, context, "that time on that day", gives(day.first, day.until))
    return replace(day, type="TIME", value=f"{day.value.partition('T')[0]}T{tail}", why=(*day.why, step)[-4:])
