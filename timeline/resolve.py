"""Mentions, an anchor and their context → dated time expressions, each with its explanation.

The article's date is an argument; nothing here asks the clock. What the words leave open (a month
without a year, "the following year") is settled by the tense of the clause and by the date that
the story has reached. What cannot be settled stays open: value, first and until are None, or as
precise as the words were ("XXXX-08").

Which room reads a mention is its rule's to say: stated.py what stands in its words, counted.py so
many units from somewhere, nested.py times made of times, lengths.py lengths and sets, ranges.py
from here to there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any

from timeline.context import Context, Reading, Story, expressed, fill, heads_entry, step_of, tell, within
from timeline.counted import around_now, counted
from timeline.dates import Conventions, grain_of
from timeline.find import Mention, is_message
from timeline.hearing import tense_reader
from timeline.lengths import length, opening, set_value
from timeline.model import Published, TimeExpression
from timeline.nested import edged, joined, over, rest_of, turn
from timeline.ranges import span_of
from timeline.rules import Rules
from timeline.stated import stated
from timeline.tense import Heard

NARRATIVE = 0.6  # share of years far from the article's date that makes a text a history
_FAR = 2  # years from the article's date that count as far
_NEWS = 6  # years far off that weigh as much as one word of the day
_FULL_YEAR = re.compile(r"\d{4}")
_FEWEST = 6  # years that a text must name to be called a history …
_FEW = 3  # … with what goes on from them, where they are all far and no word points from its own day


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
        tense_of=tense_reader(text, doc, rules.language),
        reader=_read,
        story=Story(),
    )
    out: list[TimeExpression] = []
    for i, mention in enumerate(mentions):
        rule = rules.by_name[mention.rule]
        context.story.ahead = mentions[i + 1 : i + 3]
        context.story.outer = (mention.start, mention.end)
        try:
            if rule.range:
                made = span_of(mention, rule, context)
                context.story.whole, context.story.last = made[0], made[-1]
                _enter(made[0], mention, context)
                out += made
                continue
            reading = context.read(mention)
        except OverflowError:  # before the year 1 or after 9999
            said = step_of(mention, context, "outside the calendar", "")
            reading = Reading(rule.type, why=(said,))
        time = expressed(mention, reading, context)
        context.story.last = time
        _enter(time, mention, context)
        if grain_of(time.value or "") == "week":
            context.story.week = time
        out.append(time)
        planned = narrative and _is_planned(context.tense_of(mention.start, mention.end))
        if not planned and not any(a <= mention.start < b for a, b in quiet):
            tell(context, mention, time)
    return tuple(out)


def _enter(time: TimeExpression, mention: Mention, context: Context) -> None:
    """Let the entries of a chronicle go on from a time that heads one."""
    if time.type == "DATE" and time.first and heads_entry(context.text, mention.start, mention.end):
        before = context.story.entry
        context.story.entries_ascend = bool(before and before.first and before.first <= time.first)
        context.story.entry = time


def _is_planned(heard: Heard) -> bool:
    """Whether a clause looks ahead of the story, no noun of it alone: "in July 1914, on the eve of the war"."""
    return heard.tense == "future" and not heard.of_noun


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
    """A text that mostly names years far from its own date, or goes on from one, tells history."""
    said = [m.get("year") for mention in mentions for m in within(mention)]
    years = [int(year) for year in said if _FULL_YEAR.fullmatch(year)]
    years += [-1 for m in mentions if "BC" in rules.by_name[m.rule].value]
    # words that point from the day of the text, and such as go on from the story: "the following spring"
    news = sum(any(rules.by_name[m.rule].report for m in within(mention)) for mention in mentions)
    if span is None:  # "today" and "two years ago" are those of a day that nobody gave
        return bool(years) and not news
    far = sum(abs(year - span[0].year) >= _FAR for year in years)
    if far and not news and far == len(years):
        told = sum(any(rules.by_name[m.rule].from_ == "story" for m in within(mention)) for mention in mentions)
        if far + told >= _FEW:
            return True
    return len(years) >= _FEWEST and far >= NARRATIVE * len(years) and far > _NEWS * news


def _read(mention: Mention, context: Context, hint: str | None = None) -> Reading:
    rule = context.rules.by_name[mention.rule]
    fields = dict(mention.fields)
    if rule.join:
        return joined(mention, context)
    if rule.turn:
        return turn(mention, rule, fields, context)
    if mention.parts and not rule.latent:
        inner = context.read(mention.parts[-1])
        reading = over(mention, rule, fields, inner, context)
    elif rule.recent or rule.coming:
        reading = around_now(mention, rule, fields, context)
    elif rule.shift:
        reading = counted(mention, rule, fields, context)
        if rule.rest:
            reading = rest_of(mention, rule, fields, reading, context)
    elif rule.type == "DURATION":
        reading = length(mention, rule, fields, context)
        if fill(rule.place, fields) in ("first", "last"):
            reading = opening(mention, rule, fields, reading, context)
    elif rule.type == "SET":
        reading = Reading("SET", set_value(rule, fields), why=(step_of(mention, context, "comes again and again", ""),))
    else:
        if mention.parts and hint is None:  # a list member that borrows its month
            hint = context.read(mention.parts[0]).value
        reading = stated(mention, rule, fields, context, hint)
    return edged(mention, rule, fields, reading, context)
