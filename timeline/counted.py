"""Times counted from somewhere: so many units from the article's date, from where the story is, from another time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from timeline import dates, tense
from timeline.context import (
    Context,
    Plan,
    Reading,
    Story,
    fill,
    gives,
    mod_of,
    next_clause,
    next_sentence,
    same_sentence,
    step_of,
)
from timeline.find import Mention
from timeline.lengths import length
from timeline.rules import Rule
from timeline.tense import arranges

_HALF_QUARTER = 46  # days
_FRIDAY = 5
_AGES = {"decade": 10, "century": 100}  # in years


def counted(mention: Mention, rule: Rule, fields: dict[str, str], context: Context) -> Reading:
    """So many units from the article's date or from where the story is."""
    amount, unit = amount_of(rule.shift, fields)
    if unit in ("hour", "minute", "second", ""):
        return Reading(rule.type)
    if rule.from_ == "story" and amount:
        same = _said_again(mention, rule, fields, unit, context)
        if same:
            return same
    if rule.when == "future":
        heard, language = context.tense_of(*context.story.outer), context.rules.language
        ahead = heard.tense == "future" or (
            heard.tense == "present" and arranges(context.text, mention.start, language)
        )
        if not ahead or not heard.plain or context.narrative:
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
    reading = moved_by(mention, rule, fields, base, anchor, value, amount, unit, context)
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
        end = context.read(story.ahead[0])
        if end.first and end.until:  # most of a quarter lies well before its last day
            return end.until - timedelta(_HALF_QUARTER), end.first.isoformat(), None
    if rule.from_ == "story" and not amount and unit != "quarter" and not (context.narrative and context.day):
        behind = base is None or context.day is None or base < context.day
        own = mention.get("anaphoric") and story.last and same_sentence(context, story.last.end, mention.start)
        if behind and not own and context.tense_of(*story.outer).tense == "future":
            # "they came in February. They could sign by the end of the month": that of the teller
            return today
    weekend = unit == "week" and not amount and base == context.day and base is not None and base.isoweekday() > _FRIDAY
    if weekend and rule.from_ == "anchor" and base is not None:  # not "the week"
        lapsed = tense.lapsed(context.text, *story.outer, context.rules.language)
        if context.tense_of(*story.outer).tense == "future" and not lapsed:
            monday = base + timedelta(8 - base.isoweekday())
            return monday, anchor, value  # said on a Sunday, "will meet this week" is of the week to come
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
    near = next_sentence(context, plan.end, mention.start) or next_clause(context, plan.end, mention.start)
    return ahead and near and (amount != 0 or grain == unit or bool(mention.get("anaphoric")))  # "in that month"


def moved_by(
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
    """So many units from a day, as coarse as the unit or as the value that they are counted from."""
    whole = int(amount)
    try:
        moved = dates.add(base, whole, unit)
        if amount != whole and unit == "year":
            moved = dates.add(moved, round(12 * (amount - whole)), "month")
        more, grain = _finer(fields, unit)  # "a year and two months ago"
        moved = dates.add(moved, more if amount > 0 else -more, grain)
    except OverflowError:
        return Reading(rule.type)
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
    units += f" and {more} {fields['finer']}{'s' if more != 1 else ''}" if more else ""
    count = f"{units} {'after' if amount > 0 else 'before'}"
    because = f"{count if amount else f'the {unit} of'} {from_}, {dates.spoken(base)}"
    part = fill(rule.part, fields) if rule.part else ""
    tail = f"T{part}" if part else ""
    return Reading(
        rule.type, result + tail, mod_of(rule, fields), first, until, soft=bool(upper), anchor=anchor,
        why=(step_of(mention, context, because, gives(first, until)),),
    )  # fmt: skip


def _finer(fields: dict[str, str], unit: str) -> tuple[int, str]:
    """How many of a finer unit are counted with the first, and the grain that a date so counted has."""
    more = {"a": "1", "an": "1"}.get(fields.get("more", ""), fields.get("more", ""))
    return (int(more), fields["finer"]) if more.isdigit() else (0, unit)


def amount_of(shift: str, fields: dict[str, str]) -> tuple[float | None, str]:
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
        if not context.narrative and _has_moved_on(story):
            return None, None, None  # "On 3 May … In August they met. A week later": who knows after which day
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


def _has_moved_on(story: Story) -> bool:
    """Whether the story has since told of a month or a year beyond the last day that it told of."""
    coarse = dates.grain_of(story.value or "") in ("month", "quarter", "season", "year")
    return coarse and bool(story.first and story.day and story.first > date.fromisoformat(story.day))


def around_now(mention: Mention, rule: Rule, fields: dict[str, str], context: Context) -> Reading:
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
