"""Dates reckoned from another: "two days after he resigned", "since the vote on Friday"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from spacy.tokens import Span, Token

from timeline import dates
from timeline.events import grammar
from timeline.events.identity import AHEAD
from timeline.events.story import Candidate, Counted, Story
from timeline.events.tenses import preposition_before
from timeline.events.triggers import time_given
from timeline.model import TimeExpression, When

LENGTH = re.compile(r"P(\d+)([DWMY])")
HOURS = re.compile(r"PT(\d+)H")
A_DAY_OF_HOURS = 24
UNITS = {letter: unit for unit, letter in dates.UNITS.items()}
GRAINS = ("day", "week", "month", "year")  # from fine to coarse
A_DAY = timedelta(1)
ARRANGED = {"meeting", "talks", "visit", "vote"}  # types whose occasions somebody has to arrange
NEAR = 10  # tokens between the word of counting and what is counted from


def count_events(found: list[Candidate], at: dict[int, Candidate], times: Sequence[TimeExpression], r: Story) -> None:
    """Note which events a length is counted between; the one that knows its day dates the other."""
    for x in (*times, *_single(r)):
        length = LENGTH.fullmatch(x.value or "")
        span = r.doc.char_span(x.start, x.end, alignment_mode="expand")
        if length is None or x.first is not None or span is None or span.end >= len(r.doc):
            continue
        if span.start > span.sent.start and r.doc[span.start - 1].lower_ in r.lexicon.dating["spanning"]:
            continue  # "the worst in 41 years"
        word = r.doc[span.end]
        sign = {"after": 1, "before": -1}.get(r.lexicon.counting.get(word.lower_, ""), 0)
        if not sign:
            continue
        opening = _told_in_turn(span, word, at, r)
        base = opening[0] if opening else _base(word, at)
        # "urged them to vote on Sunday, a day after he was named": what is to come is not counted from what was
        past = base is not None and sign > 0 and grammar.tells(base.verb)
        near = [c for c in found if not (past and c.status.value in AHEAD)]
        counted = (
            opening[1]
            if opening
            else (_dated_before(x, near, r) or _counted(span.root, base, near, r))
            if base is not None
            else None
        )
        counted = _said_then(counted, at, r) if counted is not None else None
        if base is None or counted is None or (counted.time is not None and base.time is not None):
            continue
        if sign > 0 and grammar.is_perfect(base.verb):
            continue  # "takes effect 30 days after both houses have passed it": nobody knows when
        count, unit = sign * int(length[1]), UNITS[length[2]]
        if counted.time is not None:
            base.counted = Counted(counted, -count, unit, x)
        else:
            counted.counted = Counted(base, count, unit, x)


def _single(r: Story) -> Iterator[TimeExpression]:
    """The lengths that are no times of the text, as they tell which day it is: "on 3 May, the day after he left"."""
    for word, after in pairwise(r.doc):
        unit = (
            word.lower_ in dates.UNITS and after.lower_ in r.lexicon.counting and word.i > 0 and word.i not in r.timed
        )
        if unit and r.doc[word.i - 1].lower_ in r.lexicon.dating["known"]:
            start, end = r.doc[word.i - 1].idx, word.idx + len(word)
            text = r.article.text[start:end]
            value = f"P1{dates.UNITS[word.lower_]}"
            yield TimeExpression("", start, end, text, "DURATION", value, None, None, None, None, "the_day", None)


def _said_then(c: Candidate, at: dict[int, Candidate], r: Story) -> Candidate:
    """Who says on a day what was before it, in place of that: "said on Friday it had taken power, a day after …"."""
    told = (
        grammar.teller(c.verb, r.lexicon.status["claim_nouns"])
        if c.time is None and grammar.is_pluperfect(c.verb)
        else None
    )
    saying = at.get(told.i) if told is not None else None
    return saying if saying is not None and saying.time is not None else c


def _told_in_turn(length: Span, word: Token, at: dict[int, Candidate], r: Story) -> tuple[Candidate, Candidate] | None:
    """What is counted from and what is counted, where a length opens its sentence: "Two days after X, Y"."""
    sentence = length.sent
    if any(not t.is_space for t in r.doc[sentence.start : length.start]):
        return None
    comma = next((i for i in range(word.i, sentence.end) if r.doc[i].text == ","), sentence.end)
    verbs = [at[i] for i in range(word.i, sentence.end) if i in at and not at[i].noun]
    bases = [c for c in verbs if c.token.i < comma and grammar.is_past(c.verb)]
    after = [c for c in verbs if c.token.i > comma and c.token.lemma_.lower() not in r.lexicon.reporting]
    return (bases[0], after[0]) if bases and after else None


def date_what_lasts(found: list[Candidate], times: Sequence[TimeExpression], r: Story) -> None:
    """Let what has gone on for a length begin so long before the article: "have been suspended for two years"."""
    told, until = r.published.first, r.published.until
    for x in times:
        length = LENGTH.fullmatch(x.value or "")
        span = r.doc.char_span(x.start, x.end, alignment_mode="expand")
        if length is None or x.first is not None or span is None or told is None or until != told + A_DAY:
            continue
        if preposition_before(x, r) not in r.lexicon.dating["throughout"]:
            continue
        verb = grammar.governor(span.root)
        c = next((c for c in found if c.token == verb and not c.noun and c.time is None), None)
        if c is None or c.status.value not in {"occurred", "ongoing"} or not grammar.is_perfect(c.verb):
            continue
        words = r.lexicon.dating
        fixed = grammar.WORDS["extending"] | words["for_a_length"]
        fixed |= words["suspending"] if grammar.objects(c.verb) and not grammar.is_passive(c.verb) else frozenset()
        if x.rule in words["one_more"] or c.token.lemma_.lower() in fixed:
            continue  # "has extended it for another year", "has been put under arrest for ten days": from now on
        try:
            first = dates.add(told, -int(length[1]), UNITS[length[2]])
        except OverflowError:  # "has been worshipped for 3,000 years"
            continue
        c.time = replace(x, first=first, until=until, edtf=f"{first}~/{told}")
        c.time_token, c.near = span.root, True
        c.status = replace(c.status, value="ongoing", reason=f"it has gone on for “{x.text}”")


def set_deadline(c: Candidate, at: dict[int, Candidate], r: Story) -> None:
    """Let what has to be done within a length be due at its end: "gave the rebels a week to leave".

    Or what somebody said on a day that he would do: "promised on 3 May to leave within a week".
    """
    x = time_given(c.verb, r) if c.type == "deadline" and not c.noun else None
    promised = c.time if x is None and not c.noun and grammar.has_to(c.verb) else None
    if promised is not None and promised.rule in r.lexicon.dating["within"] and promised.first == r.published.first:
        said = next((at[t.i] for t in grammar.chain(c.verb) if t.i in at), None)
        told = said is not None and said.time is not None and said.status.value == "occurred"
        x = promised if told else None
    if x is None:
        return
    above = [*([c.verb] if promised is None else []), *grammar.chain(c.verb)]
    tellers = (at[t.i] for t in above if t.i in at)  # "said on Friday it had a week to leave"
    today = None if c.status.background else r.published.first  # "had given them a week": nobody says when
    given = next((o.time.first for o in tellers if o.time is not None and o.time.first is not None), today)
    if given is not None:
        since = "the article’s day" if given == r.published.first else "when that was said"
        for o in (c, c.partner if promised is not None else None):
            if o is not None and (o is c or o.time is x):
                _be_due(o, given, x, since, r)
            if promised is not None:
                c.when = replace(c.when, basis="explicit")  # its own words, counted from the promise's


def count_from_what_it_is_of(c: Candidate, at: dict[int, Candidate], r: Story) -> None:
    """Let what is to be done within a length of an occasion be due so long after it: "within 30 days of the ruling"."""
    x = c.unplaced
    span = r.doc.char_span(x.start, x.end, alignment_mode="expand") if x is not None else None
    if x is None or span is None or x.rule not in r.lexicon.dating["within"] or c.time is not None:
        return
    below = [*span.root.subtree]
    that = any(r.article.text.startswith(f" {words}", x.end) for words in r.lexicon.dating["of_that"])
    if that and c.verb.dep_ == "conj":
        below = [c.verb.head]  # "his term ends on 3 May, and a vote must be held within 60 days of that"
    bases = (at[t.i].when for t in below if t.i in at and not at[t.i].soft)
    day = next((w.first for w in bases if w.first is not None and w.until == w.first + A_DAY), None)
    for o in (c, c.partner) if day is not None else ():
        if o is not None and day is not None and o.status.value in AHEAD:
            _be_due(o, day, x, "the day of what it is counted from", r)


def keep_to_its_clause(c: Candidate, at: dict[int, Candidate], r: Story) -> None:
    """Let what is to be before or after another deed be on that side of its day: "before it opens on 3 May"."""
    if c.noun or c.time is not None or c.counted is not None or c.when.basis != "none" or c.status.value not in AHEAD:
        return
    for clause in grammar.children(c.verb, {"advcl"}):
        o, marks = at.get(clause.i), {t.lower_ for t in grammar.children(clause, {"mark", "advmod"})}
        if o is None or o.status.value not in AHEAD or o.when.basis != "explicit" or o.when.first is None:
            continue
        side = next((side for word, side in r.lexicon.beside_clause.items() if word in marks), None)
        for x in (c, c.partner) if side is not None else ():
            if x is not None and side is not None and x.when.basis == "none":
                first, until, edtf = opened(o.when, side)
                x.when = When(None, first, until, edtf, "inherited", "within")
                x.lender, x.lent = o, "it is to be before or after that"


def count_back_from_its_end(c: Candidate, r: Story) -> None:
    """Let what lasted for some days up to an end begin so long before: "ended on Friday. They met for two days"."""
    o, w = c.lender, c.when
    if o is None or c.noun or w.basis != "inherited" or w.first is None or w.until != w.first + A_DAY:
        return
    if o.token.lemma_.lower() not in r.lexicon.dating["ending"] or c.status.value != "occurred":
        return
    told = (r.timed[t.i] for t in grammar.children(c.verb, grammar.OBLIQUE | {"obl:tmod"}) if t.i in r.timed)
    for x in told:
        days = LENGTH.fullmatch(x.value or "")
        if days is not None and days[2] == "D" and preposition_before(x, r) == "for":
            first = w.until - timedelta(int(days[1]))
            c.when = replace(w, value=None, first=first, edtf=f"{first}/{w.until - A_DAY}", extent="throughout")


def _be_due(c: Candidate, given: date, x: TimeExpression, counted_from: str, r: Story) -> None:
    """Let something be due a length after a day."""
    last = _after(given, x)
    if last is None:
        return
    c.when = When(last.isoformat(), None, last + A_DAY, f"../{last}~", "inherited", "within", x.id)
    c.lender, c.time, c.headed = None, replace(x, first=None, until=c.when.until, edtf=c.when.edtf), True
    c.lent = f"“{x.text}” from {counted_from} on"
    if r.published.first is not None and last >= r.published.first and c.status.value != "hoped":
        c.status = replace(c.status, value="planned", reason="its last day lies ahead of the article", standing=False)


def run_its_length(c: Candidate, at: dict[int, Candidate], r: Story) -> None:
    """Let what begins on a day go on for the length told of it: "a three-day visit from 4 May"."""
    w = c.when
    if (
        w.first is None
        or w.until != w.first + A_DAY
        or not (w.basis == "explicit" or c.headed)
        or c.time is None
        or c.last is not None
    ):
        return
    if c.status.value in {"denied", "cancelled"}:
        return
    lengths = [(t, r.timed[t.i]) for t in c.token.sent if t.i in r.timed and r.timed[t.i].type == "DURATION"]
    x = next((x for t, x in lengths if _is_of(t, x, c, at, r)), None)
    until = _after(w.first, x) if x is not None else None
    if x is None and (o := _until_when(c, at, r)) is not None and o.time is not None:
        x, until, o.primary = o.time, o.time.until, False
    if until is not None and until > w.until:
        c.so_long = x
        c.when = replace(w, until=until, edtf=f"{w.first}/{until - A_DAY}", extent="throughout")
        today = r.published.until
        if c.status.value == "occurred" and today is not None and until > today:
            c.status = replace(c.status, value="ongoing", reason="its length runs on past the article's day")


def _until_when(c: Candidate, at: dict[int, Candidate], r: Story) -> Candidate | None:
    """What says until when something that begins goes on: "will take effect on 3 May and run until 9 May"."""
    words = r.lexicon.dating
    on = (at[v.i] for v in grammar.children(c.verb, {"conj"}) if v.i in at and v.lemma_.lower() in words["lasting_on"])
    return next((o for o in on if o.time is not None and preposition_before(o.time, r) in words["lasting_to"]), None)


def _is_of(length: Token, x: TimeExpression, c: Candidate, at: dict[int, Candidate], r: Story) -> bool:
    """Whether a length is that of an event whose day is its first one."""
    words = r.lexicon
    begins = c.token.lemma_.lower() in words.triggers["phases"] - words.dating["ending"]
    first_day = begins or (c.time is not None and preposition_before(c.time, r) in words.dating["from_a_day"])
    told = grammar.governor(length)
    if told is not None and told.dep_ == "conj" and told.lemma_.lower() in words.dating["lasting_on"]:
        surely = not any(a.lower_ in words.status["modals_possible"] for a in grammar.auxiliaries(told))
        return surely and begins and told.head == c.verb  # "will start on Sunday and last ten days"
    leading = {preposition_before(x, r), x.text.split()[0].lower()}  # "over three days" is read as one time
    if leading & words.dating["for_so_long"] or length in grammar.objects(c.verb):
        return first_day and grammar.governor(length) in {c.token, c.verb}
    noun = next((t for t in grammar.chain(length) if t.i not in r.timed), None)
    if x.rule not in words.dating["long_adjectives"] or noun is None:
        return False
    theirs = {c.token, c.top} if c.noun else {*grammar.objects(c.verb), *grammar.subjects(c.verb)}
    theirs |= {c.verb.head} if c.verb.dep_ in grammar.REDUCED | grammar.RELATIVE else set()
    occasion = at.get(noun.i)
    arranged = occasion is not None and occasion.type in ARRANGED and c.status.value in AHEAD
    return noun in theirs and (begins or (occasion is not None and first_day) or arranged)


def _after(first: date, x: TimeExpression) -> date | None:
    """The day after a length that begins on a day, None where it is not counted in whole days."""
    length, hours = LENGTH.fullmatch(x.value or ""), HOURS.fullmatch(x.value or "")
    try:
        if length is not None:
            return dates.add(first, int(length[1]), UNITS[length[2]])
        return dates.add(first, int(hours[1]) // A_DAY_OF_HOURS, "day") if hours is not None else None
    except OverflowError:  # "for 20,000 years from 2017"
        return None


def _base(word: Token, at: dict[int, Candidate]) -> Candidate | None:
    """The event that is counted from: what the word of counting introduces, be it read as a noun's or a clause's."""
    near = [at[i] for i in range(word.i + 1, min(word.sent.end, word.i + NEAR)) if i in at]
    introduced = [c for c in near if word.head in {c.token, c.top}]
    # "after workers went on strike", read as "after workers"
    told = [c for c in near if not c.noun and word.head in grammar.children(c.verb, grammar.SUBJECT)]
    # "before the premier resigned", read as "before the resigned premier"
    misread = [c for c in near if c.token.head == word.head and c.token.tag_ in {"VBD", "VBN"} and not c.noun]
    return next(iter(introduced or told or misread), None)


def _dated_before(length: TimeExpression, found: list[Candidate], r: Story) -> Candidate | None:
    """The event whose day a length goes on from: "said on Friday, a day after the council voted"."""
    text = r.article.text
    days = (c for c in found if c.time is not None and c.time.end <= length.start)
    return next((c for c in days if c.time is not None and text[c.time.end : length.start].strip() in {"", ","}), None)


def _counted(length: Token, base: Candidate, found: list[Candidate], r: Story) -> Candidate | None:
    """The event that lies so far from the base: the verb told right before, else what governs either of them."""
    own, said = {base, base.partner}, length.i in r.speaker
    here = [c for c in found if c.token.sent == length.sent and c not in own and (c.token.i in r.speaker) == said]
    told = [c for c in here if not c.noun and c.token.lemma_.lower() not in r.lexicon.reporting]
    before = [c for c in told if c.token.i < length.i]
    if before:
        return before[-1]
    governors = [*grammar.chain(length), *grammar.chain(base.verb)]
    governing = [c for group in (told, here) for head in governors for c in group if head in {c.token, c.verb}]
    if governing and any(t.lower_ in grammar.WORDS["content"] for t in r.doc[governing[0].token.i : length.i]):
        return None  # "said that a day after the vote rebels …": not the saying
    return governing[0] if governing else None


def counted_when(c: Candidate) -> When | None:
    """The date of an event so many units from another, as coarse as the units; None where that one has none."""
    counted = c.counted
    if counted is None:
        return None
    base = counted.base.when
    grain = dates.grain_of(base.value or "")
    if base.first is None or base.until is None or grain not in GRAINS or counted.base.soft:
        return None
    if base.basis == "published" and counted.unit == "day":
        return None  # told that day, and happened then or shortly before: too little to count days from
    if GRAINS.index(grain) > GRAINS.index(counted.unit):
        return None  # "two days after the vote in May"
    try:
        value = dates.value_at(dates.add(base.first, counted.count, counted.unit), counted.unit)
    except OverflowError:
        return None
    span = dates.stretch(value)
    if span is None:
        return None
    return When(value, *span, dates.edtf(value, span), "inherited", "within")


def opened(when: When, side: str) -> tuple[date | None, date | None, str | None]:
    """The first day, the day past the last and the EDTF of what goes up to or from a date: "since", "until" it."""
    first, until = when.first, when.until
    if first is None or until is None:
        return first, until, when.edtf
    begins, _, ends = (when.edtf or when.value or "").partition("/")
    return {
        "until_end": (None, until, f"../{ends or begins}"),
        "until_start": (None, first, f"../{begins}"),
        "from_start": (first, None, f"{begins}/.."),
        "from_end": (until, None, f"{ends or begins}/.."),
    }[side]
