"""What a mention is read with, and what reading it gives: the shapes that resolve.py and its rooms work on."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from hashlib import sha1

from timeline import dates
from timeline.dates import Conventions
from timeline.find import Mention, template
from timeline.model import Step, TimeExpression
from timeline.rules import Rule, Rules
from timeline.tense import Heard, beside_the_clause, compared, fronted, leads_up, since

_TRAIL = 4
_HEADING = 70  # characters of a heading at most
_YEAR = re.compile(r"\b[12]\d{3}\b")
_PERIODS = ("P6M", "P9M")  # what results are told of beside quarters
_BULLETS = ("*", "•")
_AFTER_ITS_DATE = re.compile(r"(?:\\?/\d\d?)?(?:[ \t]*\(tbc\))?[ \t]*(?:[:–—-]|\n)")  # "11/12 May - ", "May 11/12 - "
_AFTER_ITS_HOUR = re.compile(r"[ \t]*(?:[:–—-]|[ \t](?=[A-Z]))")  # "10.15 a.m. Kone meets Addo"


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


@dataclass(frozen=True, slots=True)
class Plan:
    """A time ahead of the article's: what it is and where in the text it ends."""

    value: str
    first: date
    id: str
    end: int
    bounds: bool = False  # it only says before when something else is: "ahead of the 12 May vote"

    @property
    def day(self) -> date | None:
        """The day planned, where it is known to the day."""
        return self.first if dates.grain_of(self.value) == "day" else None


@dataclass(slots=True)
class Story:
    """Where the story has got to: what "the following year" counts from."""

    value: str | None = None
    first: date | None = None
    id: str | None = None
    day: str | None = None  # the last date that was known to the day
    day_id: str | None = None
    day_at: int = -1  # where in the text that date stands
    since_then: bool = False  # whether it only says since when something is so
    dated_at: int = -1  # where the last day said with its month stands
    quarter: str | None = None  # the last quarter spoken of
    quarter_id: str | None = None
    trail: list[tuple[date, date]] = field(default_factory=list)  # the last stretches, latest first
    ahead: tuple[Mention, ...] = ()  # what the text says next
    outer: tuple[int, int] = (0, 0)  # the whole expression that is being read
    plan: Plan | None = None  # the last time ahead of the article's, until one that is not
    last: TimeExpression | None = None  # the time that was read last
    whole: TimeExpression | None = None  # the range that was read last
    week: TimeExpression | None = None  # the week that was read last
    entry: TimeExpression | None = None  # what headed the last entry of a chronicle
    entries_ascend: bool = False  # whether it is later than the one before it
    far_at: int = -1  # where a date with a year other than the article's was told last
    heading: str | None = None  # the year that the last heading of a history names, if it names one


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
    reader: Callable[[Mention, Context, str | None], Reading]
    story: Story

    def read(self, mention: Mention, hint: str | None = None) -> Reading:
        """The date of a mention; the hint is a value that may lend what its words leave open."""
        return self.reader(mention, self, hint)


def step_of(mention: Mention, context: Context, because: str, gives: str) -> Step:
    """One step of an explanation: these words, for this reason, give that."""
    return Step(context.text[mention.start : mention.end], because, gives)


def fill(text: str, fields: dict[str, str]) -> str:
    """A template filled with what the words said; one without slots as it is."""
    return template(text, fields) if "{" in text else text


def gives(first: date | None, until: date | None) -> str:
    """A stretch in words, for an explanation."""
    return dates.spoken_stretch(first, until) if first and until else ""


def mod_of(rule: Rule, fields: dict[str, str]) -> str | None:
    """TIMEX3 mod that a rule gives."""
    return fill(rule.mod, fields) or None


def innermost(mention: Mention) -> Mention:
    """The time at the heart of times within times."""
    while mention.parts:
        mention = mention.parts[-1]
    return mention


def within(mention: Mention) -> Iterator[Mention]:
    """A mention and the times within it."""
    yield mention
    for part in mention.parts:
        yield from within(part)


def tell(context: Context, mention: Mention, time: TimeExpression) -> None:
    """Let the story move on to a time, unless it is a plan or no place in the calendar."""
    story = context.story
    if (time.value or "").startswith("BC"):  # no date of ours, but the story is there
        if len(time.value or "") > 5:  # a century is no place for a story
            story.value, story.first, story.id, story.day, story.trail = time.value, None, time.id, None, []
        return
    if time.type == "DURATION" and time.value in _PERIODS:
        story.quarter = story.quarter_id = None  # "for the nine months …, from a year earlier"
    if time.type not in ("DATE", "TIME") or not time.first or not time.value:
        return
    if time.value.endswith("_REF") or _beside(context, mention, time):
        return
    if context.day and time.first > context.day and not context.narrative:
        bounds = leads_up(context.text, mention.start, context.rules.language)
        story.plan = Plan(time.value.partition("T")[0], time.first, time.id, mention.end, bounds)
        return  # a plan: the story has not got there
    grain = dates.grain_of(time.value)
    heads = context.narrative and heading(context.text, mention.start)
    years = _YEAR.findall(heads) if heads else []
    if years:
        story.heading = years[0] if len(years) == 1 else None
    if grain in ("decade", "century", "millennium"):
        return
    value = time.value.partition("T")[0]
    span = (time.first, time.until or time.first + timedelta(1))
    held = story.first and span[0] <= story.first < span[1]
    now = context.day is not None and span[0] <= context.day < span[1] and grain == "year" and story.plan is not None
    if (held or now) and not heads and grain == "year" and dates.grain_of(story.value or "") != "year":
        return  # "December 7, … 1941": the story stays where it is; so it does behind "her third visit this year"
    if not beside_the_clause(context.text, mention.start, mention.end, context.rules.language):
        story.plan = None  # but "will name Lund on Monday. The house, which first sat on 3 May, votes a day later"
    story.trail = (
        [span] if heads or _goes_on(mention, context) else [span, *(s for s in story.trail if s != span)][:_TRAIL]
    )
    counted = story.far_at >= 0 and time.anchor is not None and time.anchor in {story.id, story.day_id}
    story.value, story.first, story.id = value, time.first, time.id
    grain = dates.grain_of(value)
    said = innermost(mention).get("year") or (grain == "year" and mention.get("deictic"))  # "last year, on 3 May, …"
    stated = said and (grain != "year" or fronted(context.text, mention.start, context.rules.language))
    goes_on = story.far_at >= 0 and same_sentence(context, story.far_at, mention.start)
    far = context.day and time.first.year != context.day.year and (stated or goes_on or counted)
    story.far_at = mention.end if far else -1
    if grain == "day":
        story.day, story.day_id, story.day_at = value, time.id, mention.start
        story.since_then = since(context.text, mention.start, context.rules.language)
        if innermost(mention).get("month"):
            story.dated_at = mention.start
    elif grain == "quarter" and (context.day is None or span[1] <= context.day):
        story.quarter, story.quarter_id = value, time.id


def _goes_on(mention: Mention, context: Context) -> bool:
    """Whether a time is within what follows the story, which does not go back then: "July of the following year"."""
    inner = innermost(mention)
    rule = context.rules.by_name[inner.rule]
    return inner is not mention and rule.from_ == "story" and (inner.get("anaphoric") or rule.shift).startswith("1")


def heads_entry(text: str, start: int, end: int, *, clock: bool = False) -> bool:
    """Whether a time stands at the head of its line, as those of a chronicle do: "16 September: The bank is sold."."""
    after = _AFTER_ITS_HOUR if clock else _AFTER_ITS_DATE
    if after.match(text, end) is None:
        return False
    first = start  # of the signs before it, which are all that is looked at: a line may be as long as the text
    while first and not (text[first - 1].isalnum() or text[first - 1] in "_\n"):
        first -= 1
    return not first or text[first - 1] == "\n" or text[first:start].rstrip().endswith(_BULLETS)


def heading(text: str, at: int) -> str:
    """The heading that holds a place of a text, a short line that is no sentence; "" where there is none."""
    low, high = max(0, at - _HEADING), min(len(text), at + _HEADING)
    start, end = text.rfind("\n", low, at) + 1, text.find("\n", at, high)
    if (not start and low) or end < 0:
        return ""
    line = text[start:end].strip()
    return "" if len(line) > _HEADING or line.endswith((".", "!", "?", ",", ";", ":")) else line


def _beside(context: Context, mention: Mention, time: TimeExpression) -> bool:
    """Whether a time is named beside the story: looked back to, or the teller's own day in a history."""
    inner = innermost(mention)
    rule = context.rules.by_name[inner.rule]
    if rule.aside or inner.get("anaphoric") == "-1":
        return True
    if not context.narrative:
        return False
    own = context.day is not None and time.anchor == context.day.isoformat()
    return own or compared(context.text, mention.start, context.rules.language)


def same_sentence(context: Context, end: int, start: int) -> bool:
    """Whether a time that ended there and one that starts here stand in one sentence, close together."""
    between = context.text[end:start]
    return 0 < start - end < 120 and not re.search(r"[.!?;][\"”’')]?\s|\n", between)


def next_clause(context: Context, end: int, start: int) -> bool:
    """Whether a time that starts here stands behind the semicolon after one that ended there."""
    between = context.text[end:start]
    return 0 < start - end < 120 and between.count(";") == 1 and not re.search(r"[.!?][\"”’')]?\s|\n", between)


def next_sentence(context: Context, end: int, start: int) -> bool:
    """Whether a time that starts here stands in the sentence after that of one that ended there."""
    between = context.text[end:start]
    return 0 < start - end < 200 and len(re.findall(r"[.!?][\"”’')]?\s", between)) == 1 and "\n" not in between


def same_paragraph(context: Context, before: int, start: int) -> bool:
    """Whether two places of the text stand in one paragraph, not far from each other."""
    return 0 <= start - before < 300 and "\n\n" not in context.text[before:start]


def expressed(mention: Mention, reading: Reading, context: Context) -> TimeExpression:
    """A mention and its reading as a time of the record."""
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
        edtf=_edtf(mention, reading, (first, until)),
        rule=mention.rule,
        anchor=reading.anchor,
        why=reading.why or (Step(context.text[mention.start : mention.end], "what it counts from is not known", ""),),
    )


def _edtf(mention: Mention, reading: Reading, span: tuple[date | None, date | None]) -> str | None:
    """The EDTF of a reading: to the hour, by the clocks of its zone, only where the words tell just that hour."""
    edtf = dates.edtf(reading.value, span, soft=reading.soft)
    if edtf is None or "T" not in edtf:
        return edtf
    if reading.mod:  # "about 9 a.m."
        return f"{dates.hourless(edtf)}{'~' if reading.mod == 'APPROX' else ''}"
    return dates.in_zone(edtf, next((zone for part in within(mention) if (zone := part.get("zone"))), ""))
