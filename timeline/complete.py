"""What the words of a date leave open, settled: by the time beside it, the story, the tense or the article's date.

What cannot be settled stays open ("XXXX-08").
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from timeline import dates, tense
from timeline.beside import (
    day_beside,
    lent_by_heading,
    lent_by_next,
    lent_by_week,
    lent_by_year,
    next_entry,
    next_listed,
    set_beside,
)
from timeline.choose import choose
from timeline.context import (
    Context,
    Plan,
    Reading,
    fill,
    gives,
    mod_of,
    next_clause,
    next_sentence,
    same_paragraph,
    same_sentence,
    step_of,
)
from timeline.find import Mention
from timeline.model import TimeExpression
from timeline.rules import Rule
from timeline.tense import Heard

SAID = {
    "future": "the clause looks ahead,",
    "present": "the clause arranges something,",
    "past": "the clause is about the past,",
    "either": "what was to be may be over by now,",
}
POINTERS = {"-1": "before", "0": "same", "1": "after"}
_POINTED = {
    "before": "the last one,",
    "after": "the next one,",
    "before last": "the one before the last,",
    "after next": "the one after the next,",
    "same": "the present one,",
    "year_ago": "that of the year before,",
}
_BESIDE = 40  # characters between a time of day and the day behind it
# behind "8 p.m.", not " Eastern time on "; or behind what is told after it
_NEXT_SENTENCE = re.compile(r"\A\s+[A-Z][a-z]*(?:\s+\S+){3}|[a-z]{2}[.!?][\"”]?\s+[A-Z]")
_JUST_NOW = timedelta(7)
_OPENING = 400  # characters of a text that tell its news
_SMALL_HOURS, _MIDNIGHT, _EVENINGS = re.compile(r"T0[0-5]"), "T00:00", {"EV", "NI"}
_MONTHLESS = re.compile(r"XXXX-XX-\d\d")


def completed(
    mention: Mention, rule: Rule, fields: dict[str, str], value: str, context: Context, hint: str | None
) -> Reading:
    """A value with X in it, completed from its neighbour, the story or the article's date."""
    day_part, clock, time = value.partition("T")
    tail = clock + time
    if hint and "X" not in hint.partition("T")[0]:
        whole = filled(day_part, hint)
        if whole:
            first, until = dates.stretch(whole) or (None, None)
            step = step_of(mention, context, "the rest stands beside it", gives(first, until))
            return Reading(rule.type, whole + tail, mod_of(rule, fields), first, until, why=(step,))
    lent, because = lent_by_next(mention, day_part, context), "the date beside it lends its own"
    if not lent and rule.look in ("", "told"):
        lent = lent_by_year(mention, day_part, context)
        if not lent and (lent := lent_by_week(mention, day_part, context)):
            because = "that of the week which opens its sentence"
        if not lent:
            lent, because = lent_by_heading(day_part, context), "that of the heading"
    if lent:
        first, until = dates.stretch(lent, southern=context.conventions.southern) or (None, None)
        step = step_of(mention, context, f"{_lacking(day_part)}; {because}", gives(first, until))
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
    entry = next_entry(mention, day_part, context) if rule.look in ("", "told") else None
    if entry:
        whole, before = entry
        first, until = dates.stretch(whole, southern=context.conventions.southern) or (None, None)
        because = f"{_lacking(day_part)}; the one that goes on from the entry before"
        step = step_of(mention, context, because, gives(first, until))
        known = before.id if before is not None else None
        return Reading(rule.type, whole + tail, mod_of(rule, fields), first, until, anchor=known, why=(step,))
    told = context.story.value or ""
    if context.narrative and told.startswith("BC") and re.fullmatch(r"XXXX-(?:\d\d.*|[A-Z]{2})", day_part):
        step = step_of(mention, context, "the story is before our era", "")
        return Reading(
            rule.type, told[:6] + day_part[4:] + tail, mod_of(rule, fields), anchor=context.story.id, why=(step,)
        )
    near = _day_of_the_news(day_part, context) if context.narrative and rule.look == "" else None
    if near:
        first, until = dates.stretch(near) or (None, None)
        step = step_of(
            mention, context, "no year said; right before or ahead of the article's day", gives(first, until)
        )
        return Reading(rule.type, near + tail, mod_of(rule, fields), first, until, why=(step,))
    base, anchor, from_story = base_of(mention, rule, day_part, context)
    look, because = look_of(rule, fields, day_part, context, from_story, further=_goes_further(mention, context))
    base, because = _in_the_night(mention, tail, base, because, context) if from_story else (base, because)
    if base and from_story and look == "after" and dates.grain_of(context.story.value or "") == "year":
        base = base.replace(month=12, day=31)  # "in 1999, and the following spring"
    goes_on = None if from_story or rule.look else _goes_on_from(mention, day_part, look, context)
    if goes_on is not None:
        base, anchor, look, because = goes_on
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


def _day_of_the_news(value: str, context: Context) -> str | None:
    """A day of a month that is news in a history: "…, who signed it in 1986, died on 20 November", told on the 23rd.

    Or a month in which something will be, as he tells it: "they will meet in May", and not "would meet".
    """
    if context.day is None or not re.fullmatch(r"XXXX-\d\d(?:-\d\d)?", value):
        return None
    chosen = choose(value, context.day, "nearest", trail=[])
    span = dates.stretch(chosen) if chosen else None
    if chosen is None or span is None:
        return None
    heard, month = context.tense_of(*context.story.outer), dates.grain_of(value) == "month"
    ahead = span[0] > context.day and heard.tense == "future" and (heard.own or not month)
    just = context.story.outer[0] < _OPENING and timedelta(0) <= context.day - span[0] <= _JUST_NOW and not month
    return chosen if just or ahead else None


def of_quarter(value: str, context: Context) -> str:
    """The quarter spoken of in the year of a value, or its year: "the 1988 quarter", "the same quarter of 1988"."""
    if not value.endswith("-QX"):
        return value
    quarter = context.story.quarter
    return f"{value[:-1]}{quarter[-1]}" if quarter else value[:-3]


def _lacking(value: str) -> str:
    if value.startswith("XXXX-WXX"):
        return "no date said"
    if value.startswith("XXXX-XX-XX") or not value:
        return "no day said"
    if value.startswith("XXXX-XX"):
        return "no month said"
    return "no year said"


def filled(value: str, lender: str) -> str | None:
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


def base_of(mention: Mention, rule: Rule, value: str, context: Context) -> tuple[date | None, str | None, bool]:
    """The day an open value is counted from, what to call it, and whether it is the story's."""
    story = context.story
    if value in ("", "XXXX-XX-XX"):  # a time of day: that of the day the paragraph speaks of
        for after in story.ahead:  # "at 5 a.m. (0200 GMT) on Friday", "at 4 in the morning (4 a.m. EDT Thursday)"
            gap = context.text[mention.end : after.start]
            restated = gap == " (" and context.rules.by_name[after.rule].join
            if _NEXT_SENTENCE.search(gap):  # "at 8 p.m. A strike has been called for Tuesday"
                break
            if (after.grain == "day" and not after.parts and len(gap) < _BESIDE) or restated:
                day = context.read(after)
                if day.first:
                    return day.first, day.first.isoformat(), False
        plan = story.plan
        if (
            plan
            and plan.day
            and (same_sentence(context, plan.end, mention.start) or _is_its_limit(plan, mention, context))
        ):
            return plan.day, plan.id, False  # "on Thursday, probably at 9:30"
        near = story.day and (context.narrative or same_paragraph(context, story.day_at, mention.start))
        near = near and not story.since_then  # "boats, held up since Friday, sailed at noon"
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


def _is_its_limit(plan: Plan, mention: Mention, context: Context) -> bool:
    """Whether an hour is by when something must be on the day planned: "will hand it over on Friday … by 4 pm"."""
    by_then = tense.reaches(context.text, mention.start, context.rules.language)
    ahead = by_then and same_paragraph(context, plan.end, mention.start)
    return ahead and context.tense_of(*context.story.outer).tense == "future"


def _in_the_night(
    mention: Mention, tail: str, base: date | None, because: str, context: Context
) -> tuple[date | None, str]:
    """The day of an hour that goes on from an evening, and why: "met on Monday evening and left at 2 a.m."."""
    evening = context.story.last
    if base is None or evening is None or evening.id != context.story.day_id or not _SMALL_HOURS.match(tail):
        return base, because
    hour = (evening.value or "").partition("T")[2]
    late = evening.mod == "END" or hour in _EVENINGS or "17" <= hour[:2] <= "24"
    late = late or tense.is_of_the_count(context.text, evening.start, mention.start, context.rules.language)
    past = tail != _MIDNIGHT or tense.is_behind(context.text, mention.start, context.rules.language)
    return (base + timedelta(1), "the night after the evening told,") if late and past else (base, because)


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


def _goes_on_from(
    mention: Mention, value: str, look: str, context: Context
) -> tuple[date | None, str, str, str] | None:
    """The day of the sentence that an open one is ahead of, its id, on which side, and why."""
    then = _came_after(mention, value, context)
    if then is not None:
        return then.first, then.id, "past", "the last one before what came after it,"
    said = _told_from(mention, value, context)
    if said is not None:
        return said.first, said.id, "after" if value.startswith("XXXX-WX") else "future", "ahead of when that was said,"
    if _was_due_before(mention, value, context) and (due := context.story.plan) is not None:
        return due.first, due.id, "before", "the last one before the day now planned,"
    plan = _planned_before(mention, value, context) if look == "future" else None
    plan = plan or (_planned_beyond(mention, value, context) if not look.startswith("past") else None)
    return (plan.first, plan.id, "after", "the next one after the day just planned,") if plan is not None else None


def _came_after(mention: Mention, value: str, context: Context) -> TimeExpression | None:
    """The past day of what came after what a weekday is told of: "resumed last Thursday after he flew there on Monday".

    The day must stand right before "after".
    """
    told, day = context.story.last, context.day
    if told is None or told.first is None or day is None or told.first >= day or not value.startswith("XXXX-WXX-"):
        return None
    if dates.grain_of(told.value or "") != "day" or not same_sentence(context, told.end, mention.start):
        return None
    behind = tense.comes_after(context.text, told.end, mention.start, context.rules.language)
    return told if behind and context.tense_of(*context.story.outer).tense != "future" else None


def _was_due_before(mention: Mention, value: str, context: Context) -> bool:
    """Whether a weekday is that of what is now planned for soon after: "meets on Tuesday. It was due on Monday"."""
    plan, day, language = context.story.plan, context.day, context.rules.language
    if plan is None or plan.day is None or day is None or context.narrative or not value.startswith("XXXX-WXX-"):
        return False
    soon = plan.first - day <= _JUST_NOW and same_paragraph(context, plan.end, mention.start)
    soon = soon and not same_sentence(context, plan.end, mention.start)
    return soon and tense.was_meant(context.text, *context.story.outer, language)


def _planned_before(mention: Mention, value: str, context: Context) -> Plan | None:
    """The day planned just before a weekday: "flies to Rome on 12 December and will meet the pope on Thursday".

    A near one only where the weekday is the day of the article: "meets Lund on Friday and flies home on Monday".
    """
    plan, day = context.story.plan, context.day
    if plan is None or plan.day is None or day is None or context.narrative or not value.startswith("XXXX-WX"):
        return None
    later = tense.is_put_off_to(context.text, mention.start, context.rules.language)
    near = not later and plan.first - day < _JUST_NOW and not value.endswith((str(day.isoweekday()), "WE"))
    told = same_paragraph if later else same_sentence  # "will not meet on Tuesday. They have been moved to Thursday"
    if near or plan.bounds or not told(context, plan.end, mention.start):
        return None
    if not later and tense.begins_anew(context.text, plan.end, mention.start, context.rules.language):
        return None  # "opens on 12 December, and the council meets on Thursday"
    return plan


def _planned_beyond(mention: Mention, value: str, context: Context) -> Plan | None:
    """The day of a later year planned just before: "on 14 February 2027, with a runoff on 21 March"."""
    plan, day = context.story.plan, context.day
    if plan is None or plan.day is None or plan.bounds or day is None or context.narrative:
        return None
    beyond = plan.first.year > day.year and re.fullmatch(r"XXXX-\d\d(?:-\d\d)?", value) is not None
    stated = context.text.startswith(str(plan.first.year), plan.end - 4)  # not "payable Jan. 2 to those of Dec. 15"
    return plan if beyond and stated and same_sentence(context, plan.end, mention.start) else None


def _in_story(mention: Mention, rule: Rule, value: str, context: Context) -> bool:
    """Whether an open value is counted from the story's date rather than from the article's."""
    if rule.from_ == "story":
        return True
    if context.narrative:  # at the teller's own day a weekday is the article's, and "last Tuesday" always
        weekday = value.startswith("XXXX-WX") and context.day is not None
        own = context.story.first == context.day or (rule.report and rule.look)
        return not ((weekday and own) or _told_now(mention, context))
    return rule.look in {"", "told"} and (
        _beside_far(mention, value, context) or _day_of_month_told(mention, value, context)
    )


def _goes_further(mention: Mention, context: Context) -> bool:
    """Whether a time goes on in its sentence from one that went on: "in 2003, the following spring and in May"."""
    story = context.story
    last = story.last
    if last is None or last.id != story.id or context.rules.by_name[last.rule].from_ != "story":
        return False
    return same_sentence(context, last.end, mention.start)


def _told_now(mention: Mention, context: Context) -> bool:
    """Whether a history says on a day counted from its teller's what is to come: "said last Tuesday that … in May"."""
    told = context.story.last
    now = told is not None and context.day is not None and told.anchor == context.day.isoformat()
    now = now and told is not None and same_sentence(context, told.end, mention.start)
    return now and context.tense_of(*context.story.outer).tense == "future"


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
    if context.text.startswith(tense.OWNING, context.story.outer[1]):
        return False  # "the worst since 1989, until April's": that of the reader's year
    heard = context.tense_of(*context.story.outer)
    if same_sentence(context, at, mention.start):
        return heard.tense != "future"
    if heard.tense == "past" and next_clause(context, at, mention.start):
        return True
    opens = tense.fronted(context.text, mention.start, context.rules.language)  # "… in May 2014. In June it failed"
    return opens and heard.tense == "past" and next_sentence(context, at, mention.start)


def look_of(
    rule: Rule, fields: dict[str, str], value: str, context: Context, from_story: bool, *, further: bool = False
) -> tuple[str, str]:
    """On which side to look, and why."""
    if rule.look and rule.look != "told":
        pointer = fill(rule.look, fields)
        pointer = str(int(pointer)) if pointer.lstrip("-").isdigit() else pointer
        look = POINTERS.get(pointer, pointer)
        owned = context.text.startswith(tense.OWNING, context.story.outer[1])
        told = look == "same" and not from_story and not owned
        heard = context.tense_of(*context.story.outer) if told else Heard(None)
        side = f" {heard.tense}" if heard.tense == "future" or (heard.tense == "past" and heard.sure) else ""
        if told and heard.tense != "past" and dates.grain_of(value) == "day":
            side = " future"  # "there is a meeting this Thursday", said on Friday
        if side and tense.lapsed(context.text, *context.story.outer, context.rules.language):
            side = ""  # "had been set for this Friday and was called off", told on a Tuesday or a Saturday
        return look + side, _POINTED.get(look, "")
    if from_story:
        return ("after", "the story goes further on,") if further else ("story", "the story goes on,")
    heard = context.tense_of(*context.story.outer)
    said = SAID.get(heard.tense or "", "nothing looks ahead,")
    weekday = value.startswith("XXXX-WX")
    may_be_off = weekday or (value.startswith("XXXX-") and dates.grain_of(value) == "month")
    if may_be_off and tense.lapsed(context.text, *context.story.outer, context.rules.language):
        return _nearest_of_what_is_off(weekday, context), f"{SAID['either']} so the nearest,"
    if weekday:
        if heard.tense == "future" and tense.refused(context.text, context.story.outer[0], context.rules.language):
            return "past", "it was refused then;"
        if heard.plain and heard.tense in ("future", "present"):
            return "future", said
        if context.message and heard.tense == "future":
            return "future", said
        if heard.tense == "either" or (context.message and (heard.tense is None or value.endswith("WE"))):
            return "nearest", f"{SAID['either']} so the nearest," if heard.tense == "either" else "the nearest,"
        return "past", said if heard.tense == "past" else "nothing looks ahead plainly,"
    day = value == "XXXX" or re.fullmatch(r"XXXX-\d\d-\d\d", value)  # said with its day a date is mostly near
    toward = "future" if heard.tense == "present" and heard.plain and not day else heard.tense
    if toward not in ("past", "future") or heard.of_noun:
        return "nearest", "the nearest,"
    if toward == "past" and tense.since(context.text, context.story.outer[0], context.rules.language):
        return "past", said  # "since 3 February", however far back
    lasting = toward == "past" and tense.goes_through(context.text, context.story.outer[0], context.rules.language)
    if lasting and day:
        return "nearest", "the nearest,"
    start = context.story.outer[0]
    by_then = toward == "future" and "-Q" in value and tense.leads_up(context.text, start, context.rules.language)
    if by_then or (heard.own and (day or "-Q" in value)):  # "is not likely to open before the fourth quarter"
        how = "own"
    elif not day:
        how = "sure" if heard.sure and not lasting else "unsure"
    else:
        how = "near" if toward == "future" else "told"
    return f"{toward} {how}", said


def _nearest_of_what_is_off(weekday: bool, context: Context) -> str:
    """How the nearest day is looked for of what is told as off: what "has been cancelled" is sooner still to come."""
    (start, end), language = context.story.outer, context.rules.language
    if tense.is_off_by_now(context.text, start, end, language):
        return "future maybe"
    return "past maybe" if weekday and tense.was_meant(context.text, start, end, language) else "nearest"


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
