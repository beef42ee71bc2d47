"""Entries of a chronicle: "16 September: The bank is nationalised." A date that heads an entry dates what it tells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import pairwise, takewhile

from timeline.clean import FEWEST, Block, kind_at
from timeline.context import heads_entry
from timeline.dates import grain_of
from timeline.events import grammar
from timeline.events.identity import AHEAD, HAPPENED
from timeline.events.news import is_main, tells
from timeline.events.sayings import is_saying
from timeline.events.story import Candidate, Story
from timeline.model import TimeExpression

SIGNS = 4  # between a date and what it heads: " -- "
A_YEAR = timedelta(366)
_BRACKET = re.compile(r"\((\w+) (?:the )?$")
_BESIDE = 24  # characters before a day in brackets that say how far it reaches
A_LINE = re.compile(r"\W*[^\n]*")
_FIELD = re.compile(r"^\W{0,4}(\w+)\W{0,3}:", re.MULTILINE)  # "WHAT: Talks on cod"


@dataclass(frozen=True, slots=True)
class Entry:
    """A stretch of text and the date that heads it."""

    time: TimeExpression
    end: int
    start: int | None = None  # where it does not stand right behind its date


def entries(times: Iterable[TimeExpression], text: str, blocks: tuple[Block, ...] = ()) -> list[Entry]:
    """The entries of a list in the text's order: those under hours, and under days where three or more head a line.

    In a diary one day heads all lines below it, and an hour its own: "Monday, 4 May", "OSLO - Envoys meet".
    """
    heads = [x for x in sorted(times, key=lambda x: (x.start, -x.end)) if _heads(x, text)]
    heads = [x for n, x in enumerate(heads) if n == 0 or x.start >= heads[n - 1].end]  # not "24" of "24–25 May"
    days = [x for x in heads if kind_at(blocks, x.start) == "day"]
    if days:
        hours = [Entry(x, _line_end(x, text)) for x in heads if x.type == "TIME"]
        return [*hours, *(Entry(x, _end_of_lines(x, blocks)) for x in days)]
    if sum(x.type == "DATE" for x in heads) < FEWEST:
        heads = [x for x in heads if x.type == "TIME"]
    if not heads:
        return []
    ends = [x.start for x in heads[1:]] + [_line_end(heads[-1], text)]  # whatever follows on the page
    return [Entry(x, end) for x, end in zip(heads, ends, strict=True)]


def _advised(times: Sequence[TimeExpression], r: Story) -> list[Entry]:
    """What an invitation to the press names under "WHAT:", on the day that stands under "WHEN:"."""
    text, words = r.article.text, r.lexicon.dating
    labels = words["what"] | words["when"] | words["who_and_where"]
    fields = [m for m in _FIELD.finditer(text) if m[1].lower() in labels]
    parts = {m[1].lower(): (m.end(), n.start()) for m, n in pairwise(fields)}
    if fields:
        last = A_LINE.match(text, fields[-1].end())
        parts[fields[-1][1].lower()] = (fields[-1].end(), last.end() if last else len(text))
    what = next((part for label, part in parts.items() if label in words["what"]), None)
    when = next((part for label, part in parts.items() if label in words["when"]), None)
    if what is None or when is None:
        return []
    days = [x for x in times if when[0] <= x.start < when[1] and x.first is not None and x.type != "DURATION"]
    day = max(days, key=lambda x: (x.type == "DATE", x.end - x.start), default=None)
    return [Entry(day, what[1], what[0])] if day is not None else []


def _line_end(x: TimeExpression, text: str) -> int:
    last = A_LINE.match(text, x.end)
    return last.end() if last else len(text)


def _end_of_lines(day: TimeExpression, blocks: tuple[Block, ...]) -> int:
    """Where the lines end that stand below a day of a diary."""
    below = takewhile(lambda b: b.kind in {"dateline", "item"}, (b for b in blocks if b.start >= day.end))
    return max((b.end for b in below), default=day.end)


def _heads(x: TimeExpression, text: str) -> bool:
    if x.type not in {"DATE", "TIME"} or x.first is None or x.until is None or x.until - x.first > A_YEAR:
        return False
    return heads_entry(text, x.start, x.end, clock=x.type == "TIME")


def date_entries(found: Sequence[Candidate], times: Sequence[TimeExpression], r: Story) -> None:
    """Give what the main clauses of a chronicle's entries tell the dates that head them.

    A chronicle in the present looks back in the past: "The bank is nationalised. It was founded in another age."
    """
    for entry in (*entries(times, r.article.text, r.blocks), *_advised(times, r)):
        start = entry.time.end if entry.start is None else entry.start
        inside = [c for c in found if start <= c.token.idx < entry.end]
        told = [c for c in inside if _is_told(c, entry, r)]
        looks_back = bool(told) and not tells(told[0])
        for c in inside:
            if told and not c.noun and c.time is entry.time and c not in told:
                c.time = c.time_token = None  # "agrees to pay": not on that day
        for c in told:
            before = (x for t in r.doc[c.token.sent.start : c.verb.i] if (x := r.timed.get(t.i)) is not None)
            own = any(x is not entry.time and x.type != "DURATION" for x in before)  # "two-day talks open"
            if c.time is not None and _holds(c.time, entry.time):
                c.time = None  # "6 May: The council ends its spring session"
            if c.time is None and not own and not (looks_back and (tells(c) or c.status.background)):
                c.time = entry.time
            end = _end_of(c, r)
            if end is not None and c.time in {None, end, entry.time} and _follows(end, entry.time):
                c.time, c.last, c.time_token = entry.time, end, None
            if c.time is entry.time:
                c.near = c.headed = True
                c.kind = c.kind if entry.start is None else "item"  # no headline, however short


def _holds(x: TimeExpression, day: TimeExpression) -> bool:
    """Whether a season is that of a day."""
    season = x.value is not None and grain_of(x.value) == "season"
    return season and x.first is not None and day.first is not None and x.first <= day.first < (x.until or day.first)


def _follows(x: TimeExpression, before: TimeExpression) -> bool:
    return x.first is not None and before.first is not None and x.first >= before.first


def _end_of(c: Candidate, r: Story) -> TimeExpression | None:
    """The last day of what a line tells, in brackets behind it: "Session on Mali (to May 3)"."""
    to = r.lexicon.dating["lasting_to"] | r.lexicon.dating["extended_to"]
    for x in dict.fromkeys(r.timed[t.i] for t in c.token.sent if t.i in r.timed):
        before = _BRACKET.search(r.article.text, max(0, x.start - _BESIDE), x.start) if x.first is not None else None
        if before is not None and before[1].lower() in to:
            return x
    return None


def _is_told(c: Candidate, entry: Entry, r: Story) -> bool:
    """Whether an event is what an entry tells, not only named in it, how things stood, or still to come of it."""
    if entry.time.type == "TIME" and not c.noun and is_saying(c.token, r):
        return False  # "10.15: Kone says he will stand": told by what he says
    begins = c.token.sent.start_char if c.kind == "item" else entry.start or entry.time.end
    if not c.noun and c.token.sent.start_char > begins + SIGNS:
        by_now = entry.time.type != "TIME" and any(a.lemma_ == "have" for a in grammar.auxiliaries(c.verb))
        state = by_now or c.token.lemma_.lower() in r.lexicon.empty
        return is_main(c) and c.status.value in HAPPENED and not state  # "The valve is believed to have failed"
    if not c.noun:
        return is_main(c) and (c.status.value not in AHEAD or c.verb.dep_ == "ROOT")
    teller = c.support if c.support is not None else c.top
    opens = c.top.left_edge.idx - begins <= SIGNS  # "14 May: Explosion on a tanker; nine are killed"
    return opens or teller == teller.sent.root or teller.dep_ in {"conj", "parataxis"}


def under_its_head(c: Candidate, r: Story) -> None:
    """Say of a dated event of an entry that its date stands above it, where it does not stand in its sentence."""
    if (
        c.headed
        and c.time is not None
        and c.time.start < r.sentences[c.token.i].words.start
        and c.when.basis == "explicit"
    ):
        c.when, c.lent = replace(c.when, basis="inherited"), "the date that its entry stands under"


def is_present(c: Candidate) -> bool:
    """Whether an event's verb is in the present, in the passive too: "is nationalised"."""
    if not grammar.is_past(c.verb):
        return True
    finite = grammar.auxiliaries(c.verb)
    return grammar.is_passive(c.verb) and any(a.tag_ in {"VBZ", "VBP"} and a.lemma_ == "be" for a in finite)
