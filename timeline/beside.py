"""What an open time takes from the time right beside it: a year, a day, or that it comes again.

The text between the two says whether they belong together.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache

from timeline import dates
from timeline.choose import choose
from timeline.clean import blocks, kind_at
from timeline.context import Context, heading, heads_entry, innermost, same_sentence
from timeline.find import Mention
from timeline.model import TimeExpression
from timeline.tense import cues, fronted

_PARTIAL = re.compile(r"XXXX-(?:\d\d(?:-\d\d)?|[A-Z]{2})")
_ANY_DAY, _A_DAY = "XXXX-XX-XX", re.compile(r"\d{4}-\d\d-\d\d")
_IN_BRACKETS = re.compile(r"\(\w+ $")
_DAY = re.compile(r"XXXX-\d\d-\d\d")
_WEEKDAY = re.compile(r"XXXX-WXX-\d")
_A_WEEKEND = "XXXX-WXX-WE"
_GONE_BY = timedelta(60)
_LISTED_WITHIN = timedelta(4)  # "Friday and Thursday" goes back
_APPOSED = re.compile(r"\s?\(|, (?:\w{1,2} )?")  # "(Tuesday)", ", a Tuesday"


@lru_cache(maxsize=8)
def _glue(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What may stand between two times that share a year, and between two of a list or from the one to the other."""
    known = cues(language)
    joining, softening, spanning = (
        "|".join(sorted(known.get(name) or {"(?!)"}, key=len, reverse=True))
        for name in ("joining", "softening", "spanning")
    )
    return (
        re.compile(rf"\s?(?:/|&|,?\s(?:{joining}))\s?(?:(?:{softening})[\s-]){{0,2}}"),
        re.compile(rf",\s?(?:(?:{joining})\s)?|\s(?:{joining}|{spanning}|&)\s|\s?[-–]\s?"),
    )


def lent_by_next(mention: Mention, value: str, context: Context) -> str | None:
    """Value of the April in "April and June 1955": with the year that stands behind the June."""
    after = _next(mention, context)
    sharing, _ = _glue(context.rules.language)
    if after is None or not _PARTIAL.fullmatch(value) or not sharing.fullmatch(context.text[mention.end : after.start]):
        return None
    rule = context.rules.by_name[after.rule]
    inner = innermost(after)
    year = inner.get("year") or after.get("year")  # "February 3 and 5, 2009" lends both the month and the year
    part = inner.get("month") or inner.get("season")
    if not year and after.parts and after.get("month"):  # "in May and October last year"
        told = context.read(after).value or ""
        year, part = (told[:4], told[5:]) if dates.grain_of(told) == "month" else ("", "")
    if len(year) != 4 or not part or rule.range:
        return None
    backwards = part.isdigit() and value[5:7].isdigit() and value[5:7] > part  # "December and January 1963"
    whole = f"{int(year) - backwards:04}{value[4:]}"
    return whole if dates.stretch(whole) else None


def lent_by_year(mention: Mention, value: str, context: Context) -> str | None:
    """Value of the day in "Earlier that year the king had died, on 21 January", where a history tells it."""
    last = context.story.last
    if not context.narrative or last is None or dates.grain_of(last.value or "") != "year":
        return None
    if not _PARTIAL.fullmatch(value) or not same_sentence(context, last.end, mention.start):
        return None
    whole = f"{last.value}{value[4:]}"
    return whole if fronted(context.text, last.start, context.rules.language) and dates.stretch(whole) else None


def lent_by_week(mention: Mention, value: str, context: Context) -> str | None:
    """Value of the Tuesday in "Last week the army shelled the town on Tuesday", where nothing looks ahead."""
    week = context.story.week
    if week is None or week.first is None or not _WEEKDAY.fullmatch(value):
        return None
    if not same_sentence(context, week.end, mention.start) or context.tense_of(*context.story.outer).tense == "future":
        return None
    opens = fronted(context.text, week.start, context.rules.language)
    return (week.first + timedelta(int(value[-1]) - week.first.isoweekday())).isoformat() if opens else None


def lent_by_heading(value: str, context: Context) -> str | None:
    """Value of the March beneath "Campaign of 1905", as long as the story told is of that year."""
    story = context.story
    if story.heading is None or not _PARTIAL.fullmatch(value):
        return None
    whole = f"{story.heading}{value[4:]}"
    here = story.first is None or story.first.year == int(story.heading)
    return whole if here and dates.stretch(whole) else None


def day_beside(mention: Mention, value: str, context: Context) -> tuple[date, TimeExpression] | None:
    """The day that a weekday behind it repeats, and where that is said: "tomorrow (Tuesday)", "5-6 May (Thursday)"."""
    if not _WEEKDAY.fullmatch(value):
        return None
    for said in (context.story.last, context.story.whole):
        if said and said.first and said.until and _APPOSED.fullmatch(context.text[said.end : mention.start]):
            day = said.first + timedelta((int(value[-1]) - said.first.isoweekday()) % 7)
            if day < said.until <= said.first + timedelta(7):
                return day, said
    return None


def next_listed(mention: Mention, value: str, context: Context) -> tuple[date, TimeExpression] | None:
    """Day of a weekday that a list goes on to: the Thursday of "next Tuesday and Thursday", "on Monday or Thursday"."""
    last = context.story.last
    if not _WEEKDAY.fullmatch(value) or last is None or last.first is None or context.day is None:
        return None
    _, listing = _glue(context.rules.language)
    weekday = context.rules.by_name[last.rule].value.startswith("XXXX-WXX-{weekday}")
    if not weekday or not listing.fullmatch(context.text[last.end : mention.start]):
        return None
    day = last.first + timedelta((int(value[-1]) - last.first.isoweekday()) % 7)
    near = timedelta(0) < day - last.first <= _LISTED_WITHIN
    return (day, last) if near and (last.first >= context.day or day <= context.day) else None


def next_entry(mention: Mention, value: str, context: Context) -> tuple[str, TimeExpression | None] | None:
    """What heads an entry of a chronicle, by what headed the one before: "June 9 - …", after "30 December 2010 - …".

    Today parts the chronicle from what is still to come.
    """
    last = context.story.entry
    page = blocks(context.text, context.rules.language) if last is not None else ()
    below = last is not None and (kind_at(page, last.start), kind_at(page, mention.start)) == ("day", "item")
    if _WEEKDAY.fullmatch(value):
        return _next_weekday(value, context, below=below)
    if value == _A_WEEKEND:
        return _within_diary(value, context)
    if last is None or last.first is None or last.until is None:
        return None
    if value == _ANY_DAY and last.value and _A_DAY.fullmatch(last.value):  # an hour under its day
        return (last.value, last) if below or heads_entry(context.text, *context.story.outer, clock=True) else None
    if not heads_entry(context.text, *context.story.outer):
        return _within_entry(value, context)
    if not _DAY.fullmatch(value):
        return None
    southern, weekday = context.conventions.southern, int(mention.get("weekday") or 0)
    trail = [(last.first, last.until)]
    for look in ("future", "story") if context.story.entries_ascend else ("story",):
        whole = choose(value, last.first, look, southern=southern, trail=trail, weekday=weekday)
        span = dates.stretch(whole, southern=southern) if whole else None
        if whole and span and not (context.day and last.first <= context.day < span[0]):
            return whole, last
    return None


def _within_entry(value: str, context: Context) -> tuple[str, TimeExpression] | None:
    """What a chronicle of days gone by tells of without a year: "30 April 2014: Chad pulls out. In May, it returns"."""
    last, story = context.story.entry, context.story
    if last is None or last.first is None or last.until is None or context.day is None or not _PARTIAL.fullmatch(value):
        return None
    if not story.entries_ascend or context.day - last.until < _GONE_BY:
        return None
    southern = context.conventions.southern
    whole = choose(value, last.first, "future", southern=southern, trail=[(last.first, last.until)], weekday=0)
    span = dates.stretch(whole, southern=southern) if whole else None
    return (whole, last) if whole and span and span[0] < context.day else None


def _next_weekday(value: str, context: Context, *, below: bool) -> tuple[str, TimeExpression | None] | None:
    """The day of a weekday that heads an entry after another: "Monday: … Tuesday: …", the first in the week above.

    Or that of one that a line names `below` its day: "Session on Mali (until Friday)".
    """
    story, text = context.story, context.text
    below = below and _IN_BRACKETS.search(text[: story.outer[0]]) is not None
    heads = below or heads_entry(text, *story.outer)
    if not heads:
        return _within_diary(value, context)
    above = (x for x in (story.whole, story.week) if x is not None and heading(text, x.start))
    before = story.entry or next(above, None)
    if story.entry is None and not any(heads_entry(text, m.start, m.end) for m in story.ahead):
        return None  # the only one
    since = before.first if before is not None else _day_of_a_list(context)
    if since is None:
        return None
    ahead = timedelta((int(value[-1]) - since.isoweekday()) % 7)
    return ((since + ahead).isoformat(), before) if ahead or story.entry is None else None


def _within_diary(value: str, context: Context) -> tuple[str, TimeExpression] | None:
    """The day that a diary's day yet to come tells of what is ahead: "Friday 10 May … on Sunday", "at the weekend"."""
    last = context.story.entry
    if last is None or last.first is None or context.day is None or last.first <= context.day:
        return None
    if not any(b.kind == "day" for b in blocks(context.text, context.rules.language)):
        return None
    if context.tense_of(*context.story.outer).tense == "past":
        return None
    if value == _A_WEEKEND:
        return f"{last.first:%G-W%V}-WE", last
    return (last.first + timedelta((int(value[-1]) - last.first.isoweekday()) % 7)).isoformat(), last


def _day_of_a_list(context: Context) -> date | None:
    """The article's day, where the first entry of a list of weekdays tells nothing past: "Monday: ministers meet"."""
    behind = re.compile(r"\W*\w+").match(context.text, context.story.outer[1])
    past = behind is None or context.tense_of(behind.end() - 1, behind.end()).tense == "past"
    return None if past else context.day


def set_beside(mention: Mention, value: str, context: Context) -> str | None:
    """Value of a weekday that comes again with its neighbour: "every Monday and Friday", "Monday and Friday nights"."""
    if not _WEEKDAY.fullmatch(value):
        return None
    _, listing = _glue(context.rules.language)
    last, after = context.story.last, _next(mention, context)
    if last and last.type == "SET" and _WEEKDAY.fullmatch(last.value or ""):
        return value if listing.fullmatch(context.text[last.end : mention.start]) else None
    if after is None or not after.get("day_part") or context.rules.by_name[after.rule].type != "SET":
        return None
    return f"{value}T{after.get('day_part')}" if listing.fullmatch(context.text[mention.end : after.start]) else None


def _next(mention: Mention, context: Context) -> Mention | None:
    """The mention that comes next in the text."""
    return next((m for m in context.story.ahead if m.start >= mention.end), None)
