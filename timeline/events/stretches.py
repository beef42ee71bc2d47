"""The stretch of days that an event has from its own words: "by", "since" and the like open an end of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from spacy.tokens import Token

from timeline.events import grammar
from timeline.events.counting import (
    opened,
)
from timeline.events.identity import AHEAD
from timeline.events.lexicon import Lexicon
from timeline.events.story import Candidate, Story
from timeline.events.tenses import (
    is_put_off_to,
    is_under_its_noun,
    preposition_before,
)
from timeline.events.things import A_MONTH, length
from timeline.model import TimeExpression, When
from timeline.tense import OWNING

A_DAY = timedelta(1)
BEHIND = 30  # characters behind a time that may say of what it is


def is_in_its_phrase(c: Candidate) -> bool:
    """Whether an occasion's time stands in its noun phrase, and not with its verb."""
    return c.time_token is not None and is_under_its_noun(c.time_token, c)


def is_either(one: TimeExpression, other: TimeExpression, r: Story) -> bool:
    """Whether something was or will be at one of two times: "on 3 or 4 June", "in May or in June"."""
    between = r.article.text[one.end : other.start].lower().split()
    return between[:1] == ["or"] and len(between) < 3  # "or in", "or on"


def is_followed_by(x: TimeExpression, phrases: frozenset[str], r: Story) -> bool:
    """Whether one of some phrases stands right behind a time."""
    after = r.article.text[x.end : x.end + BEHIND].lower()
    return any(after.startswith(f" {phrase}") for phrase in phrases)


def is_of_a_when_clause(verb: Token, time: Token) -> bool:
    """Whether "when" opens a verb's clause after a time."""
    return any(x.lower_ == "when" and time.i < x.i < verb.i for x in verb.children)


def _is_in_its_subject(time: Token, verb: Token) -> bool:
    """Whether a time stands in a clause's subject, under the clause's own mark: "since Monday's vote was held"."""
    marks = grammar.children(verb, {"mark"})
    return any(m.i < time.i for m in marks) and any(time in s.subtree for s in grammar.children(verb, grammar.SUBJECT))


def _is_by_whom(x: TimeExpression, c: Candidate, r: Story) -> bool:
    """Whether a time is that of what did something: "was hit by Wednesday's aftershock"."""
    owning = r.article.text.startswith(OWNING, x.end)
    return owning and preposition_before(x, r) in grammar.WORDS["done_by"] and grammar.is_passive(c.verb)


def _side(preposition: str, x: TimeExpression, c: Candidate, r: Story) -> str | None:
    """Which end of an event a preposition before its time opens; "the end of June" is over when June is."""
    words = r.lexicon
    if x.type == "DURATION":
        return None  # "through the next three years"
    if preposition in words.dating["lasting_to"] & words.dating["throughout"]:
        the = r.article.text[: x.end].rfind("the ", max(0, x.start - 4)) >= 0
        if (the and x.mod != "END") or c.last is not None:
            return None  # "through the summer", but "through 29 September"
    if preposition in words.dating["standing_at"] and not (grammar.is_perfect(c.verb) or grammar.is_pluperfect(c.verb)):
        return None  # "will be shut as of Friday"
    if words.openings.get(preposition) == "until_end" and c.token.lemma_.lower() in words.dating["waiting"]:
        return None  # "waited until last summer to cut its rates": then it did
    if x.type == "TIME" and _is_of_its_day(preposition, c, words):
        return None
    side, said = words.openings.get(preposition), set(x.text.lower().split())
    if side == "until_start" and x.mod == "END" and said & words.dating["ends"]:
        return "until_end"
    if side == "from_end" and x.mod == "START" and said & words.dating["starts"]:
        return "from_start"
    return side


def _side_of_its_noun(c: Candidate, r: Story) -> str | None:
    """Which end of an event is opened by what is no event and has its time: "has grown since its founding in 1999"."""
    if c.noun or c.time_token is None:
        return None
    noun = next((t for t in grammar.chain(c.time_token) if t.i not in r.timed), None)
    if noun == c.verb and not grammar.case(c.time_token):  # "since the fall of the king (obl) two years ago (obl)"
        first = c.time_token.left_edge.i
        behind = (n for n in grammar.children(noun, grammar.OBLIQUE) if n.right_edge.i == first - 1)
        noun = next((n for n in behind if grammar.case(n) in grammar.WORDS["clause_prepositions"]), None)
    if (
        noun is None
        or noun.pos_ != "NOUN"
        or noun.i > c.time_token.i
        or noun.head != c.verb
        or noun.dep_ in {"obl:agent"} | grammar.SUBJECT  # "after the raid (nsubj) of 3 May killed nine"
        or noun.lemma_.lower() in r.lexicon.dating["of_the_day"]
        or _is_who(noun, r)  # "will appear before a court on Monday"
        or grammar.case(noun) in r.lexicon.title["means"]  # "told him by phone on Monday"
    ):
        return None
    side = r.lexicon.openings.get(grammar.case(noun))
    return {"until_start": "until_end", "from_end": "from_start"}.get(side or "", side)


def _is_who(noun: Token, r: Story) -> bool:
    """Whether a noun is somebody or a body, of which no day is: no end of anything stands "before a panel"."""
    lemma = noun.lemma_.lower()
    return noun.i in r.mention or lemma in r.lexicon.groups["bodies"] | r.lexicon.groups["people"]


def _is_of_its_day(preposition: str, c: Candidate, words: Lexicon) -> bool:
    """Whether what lies to one side of an hour is still of its day: "struck shortly before 6 p.m. on Monday".

    So is what had come about by then: "fell 3% by noon on Monday".
    """
    side = words.openings.get(preposition)
    return side in {"until_start", "from_end"} or (
        side == "until_end" and grammar.tells(c.verb) and preposition in words.dating["counted_by"]
    )


def keep_to_its_side(c: Candidate, r: Story) -> None:
    """Cut a stretch at the article's day, where an event is on one side of it: "met this week", "will meet in May"."""
    w, today = c.when, r.published.first
    if w.first is None or w.until is None or today is None or w.extent != "within" or w.basis != "explicit":
        return
    if not w.first < today < w.until - A_DAY or r.published.until != today + A_DAY:
        return
    if c.status.value == "occurred":
        c.when = replace(w, until=today + A_DAY, edtf=f"{w.first}/{today}")
    elif c.status.value in AHEAD:
        c.when = replace(w, first=today, edtf=f"{today}/{w.until - A_DAY}")


def when_of(x: TimeExpression, c: Candidate, r: Story) -> When:
    """The date of an event from its own words; "by", "since", "after" and the like open it."""
    first, until, edtf = x.first, x.until, x.edtf
    if c.last is not None and c.last.until is not None and first is not None:
        edtf = f"{x.edtf}/{c.last.edtf}" if x.edtf and c.last.edtf else None
        single = length(x) > 1 and grammar.tells(c.verb)  # "won in 2013 and 2014"
        single = single or is_either(x, c.last, r)
        return When(None, first, c.last.until, edtf, "explicit", "within" if single else "throughout", x.id)
    # "before the April 20 explosion": the preposition is the explosion's
    time = c.time_token if c.time_token is not None and c.time_token.i < c.token.i else None
    there = bool(grammar.children(c.verb, {"expl"}))  # "since May there have been raids"
    inside = time is not None and (c.noun or is_of_a_when_clause(c.verb, time) or _is_in_its_subject(time, c.verb))
    inside = inside and not (there and time is not None and not is_under_its_noun(time, c))
    inside = inside or _is_by_whom(x, c, r)
    preposition = "" if inside else preposition_before(x, r)
    side = _side(preposition, x, c, r) or _side_of_its_noun(c, r)
    if is_followed_by(x, r.lexicon.dating["at_the_latest"], r):
        side = "until_end"
    if is_put_off_to(x, c, r):  # "postponed until September" is for September
        side = "from_end" if preposition in r.lexicon.dating["put_off_past"] else None
        preposition = ""
    if is_not_until(c, preposition):
        side = None  # "will not open until May": then it does
    if is_at_the_earliest(c, preposition, r):
        side = "from_start"  # "is not likely to open before May"
    if side is None and x.rule in r.lexicon.dating["bounded"] and x.mod == "BEFORE":
        side = "until_end"  # "began more than three months ago"
    if x.rule in r.lexicon.dating["bounded"] and x.mod == "AFTER" and first and r.published.until:
        until = r.published.until  # "began less than a week ago"
        edtf = f"{first}/{until - A_DAY}"
    if side is not None and not x.parts:
        if side == "until_end" and x.mod == "MID" and first is not None and until is not None and length(x) > A_MONTH:
            until = first + (until - first) / 2  # "by mid-2012": by its middle
            edtf = f"{first}/{until - A_DAY}"
        first, until, edtf = opened(When(x.value, first, until, edtf), side)
    elif x.type == "TIME" and preposition in r.lexicon.openings and not x.parts:  # "shortly after 9 a.m. on Monday"
        *_, edtf = opened(When(x.value, first, until, edtf), r.lexicon.openings[preposition])
    quoted_today = (
        _is_published_day(x, r)
        and x.value == r.published.value
        and x.text.lower() in r.lexicon.dating["days_of_speaking"]
        and c.token.i in r.quoted
    )
    basis = "published" if quoted_today else "explicit"
    if x.first is None and x.until is None:
        return When(x.value, None, None, x.edtf, "explicit" if x.value else "none", None, x.id)
    long = first is None or until is None or (until - first) > A_DAY
    through = (
        bool(x.parts)
        or preposition in r.lexicon.dating["throughout"]
        or (first is None and preposition in r.lexicon.dating["lasting_to"])  # "closed until 20 December"
        or (x.type == "DURATION")
        or (c.status.value == "ongoing" and not c.status.standing)
    )
    # "met over the weekend", "is to land over the weekend": once
    whole = c.status.value != "denied" and not grammar.tells(c.verb) and (c.noun or c.status.value not in AHEAD)
    if preposition == "for" and x.type == "DATE" and c.status.value in AHEAD | {"cancelled"}:
        through = False  # "planned for next week"
    if preposition in r.lexicon.dating["in_the_course"] and not x.parts and not whole and not _is_done_again(c, x, r):
        through = False
    if preposition == "within" or x.text.lower().startswith(("within", "in ")) or _is_limit(x, r):
        through = False
    if x.parts and preposition == "between" and c.token.lemma_.lower() not in r.lexicon.dating["enduring"]:
        through = False  # but "fought a war between 1998 and 2000"
    if c.type == "deadline" or not long:
        through = False
    return When(x.value, first, until, edtf, basis, "throughout" if through else "within", x.id)


def _is_done_again(c: Candidate, x: TimeExpression, r: Story) -> bool:
    """Whether a deed was done several times in a long time: "issued repeated warnings over the past five years"."""
    done = [c.top] if c.noun else grammar.children(c.verb, grammar.OBJECT | {"nsubj:pass"})
    told = (t for o in done if o.tag_ == "NNS" for t in (o, *grammar.children(o, {"amod"})))
    return length(x) > A_MONTH and any(t.lower_ in r.lexicon.dating["repeated"] for t in told)


def is_awaited_by(c: Candidate) -> bool:
    """Whether a clause in the perfect tells what another deed waits for: "will pay once the mill has been sold"."""
    verb = c.support if c.support is not None else c.verb
    marks = {t.lower_ for t in verb.children if t.dep_ in {"mark", "advmod"}}
    perfect = grammar.is_perfect(verb)
    return verb.dep_ == "advcl" and perfect and bool(marks & grammar.WORDS["at_which"])


def is_not_until(c: Candidate, preposition: str) -> bool:
    """Whether a day is when it came after all: "will not open until May", "it was not until May that it opened"."""
    if preposition not in grammar.WORDS["up_to"]:
        return False
    if c.status.value != "denied":
        due = c.status.cue[:1] if c.status.value == "planned" else ()  # "is not due to report until May"
        return any(grammar.negation(t) is not None for t in (c.time_token, *due) if t is not None)
    return any(t.lower_ in grammar.NEGATIONS for t in c.status.cue)


def is_at_the_earliest(c: Candidate, preposition: str, r: Story) -> bool:
    """Whether nobody looks for an event before a day, on which it may come: "is not expected to open before May".

    "No ruling is due before May", "the vote is unlikely before May".
    """
    if preposition != "before":
        return False
    words, under = r.lexicon.dating, grammar.SUBJECT if c.noun else grammar.COMPLEMENT | {"xcomp"}
    told = [c.verb, c.top.head] if c.top.dep_ in under else [c.verb]
    no = c.status.value == "denied" or grammar.negation(c.top) is not None
    foreseen = (t for t in told if t.lower_ in words["foreseen"])
    return any(no or grammar.negation(t) for t in foreseen) or any(t.lower_ in words["unforeseen"] for t in told)


def _is_limit(x: TimeExpression, r: Story) -> bool:
    """Whether a length says by when, not how long: "within 18 months"."""
    return "within" in r.article.text[max(0, x.start - 12) : x.start].lower()


def _is_published_day(x: TimeExpression, r: Story) -> bool:
    return x.first is not None and x.first == r.published.first and x.until == r.published.until
