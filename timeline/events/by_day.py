"""What its day makes of an event's status: what lies ahead is a plan, what lies behind has been."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from spacy.tokens import Token

from timeline.clean import kind_at
from timeline.events import grammar
from timeline.events.chronicle import is_present
from timeline.events.counting import (
    ARRANGED,
    opened,
)
from timeline.events.identity import AHEAD, is_a_blow
from timeline.events.sayings import is_saying
from timeline.events.status import Status, calling_off
from timeline.events.story import Candidate, Story
from timeline.events.stretches import is_at_the_earliest, is_awaited_by, is_in_its_phrase, is_not_until
from timeline.events.tenses import (
    goes_on_from,
    is_over,
    is_put_off_to,
    preposition_before,
)
from timeline.events.triggers import is_awaited
from timeline.tense import OWNING

A_DAY, A_WEEK = timedelta(1), timedelta(7)
EVENINGS = ("TEV", "TNI")  # how the values of what is told before it comes end


def by_date(c: Candidate, r: Story) -> Status:
    """The status that a date gives where the tense leaves it open: "talks start on 5 January" is a plan before it."""
    first, until = c.when.first, c.when.until
    told = r.published.until
    if told is None or (c.when.basis != "explicit" and c.counted is None):
        return c.status
    after_all = _after_all(c, r)
    if after_all is not None:
        return after_all
    wished = c.status.value in AHEAD and bool(c.status.cue) and c.status.cue[0].i > c.token.i
    # "to pay for the 2010 spill", in 2010
    over = is_over(c, r) or (first is not None and first < told and is_a_blow(c, r) and c.status.value in AHEAD)
    by_verb = c.noun and (wished or c.status.standing or is_a_blow(c, r))
    if by_verb and is_in_its_phrase(c) and over:  # "the blast last week is expected to cost"
        return Status("occurred", (), "its date lies before the article")
    if c.noun and over and c.time is not None and c.status.value in AHEAD and preposition_before(c.time, r) == "of":
        return Status("occurred", (), "its date lies before the article")  # "will review the pact of 2002"
    named = _by_its_own_day(c, over, r) if c.noun and c.status.value in AHEAD | {"denied"} else None
    if named is not None:
        return named
    decided = c.verb.dep_ in grammar.REDUCED and c.verb.head.lemma_.lower() in r.lexicon.dating["decided"]
    if not c.noun and c.status.value == "planned" and decided and is_over(c, r):  # "a decision to shut it in 2012"
        return replace(c.status, value="occurred", reason="its date lies before the article")
    by_then = first is None and until is not None and until > told
    duty = c.status.value == "hoped" and c.status.cue and c.status.cue[-1].lower_ in r.lexicon.status["duties"]
    due = duty and first is not None and first >= told  # "must pay it on Friday"
    if due or (by_then and (duty or (c.type == "deadline" and not c.noun))):  # "must pay it by Friday"
        return replace(c.status, value="planned", reason="its last day lies ahead of the article", standing=False)
    awaited = c.noun and c.support is not None and c.support.dep_ == "acl" and c.status.value == "occurred"
    by_then = by_then and (c.status.standing or awaited)
    carrying = c.support if awaited and c.support is not None else c.verb
    passive = awaited or grammar.is_passive(carrying)  # "with results expected by June"
    arranged = passive and carrying.lemma_.lower() in r.lexicon.triggers["awaited"]
    if by_then and (_opens_with_when(c.verb) or arranged):
        return replace(c.status, value="planned", reason="its last day lies ahead of the article", standing=False)
    if _is_only_named(c) and is_in_its_phrase(c) and is_over(c, r):  # "did not mention the raid last May"
        return Status("occurred", (), "its date lies before the article")
    before = c.status.value == "hoped" and not c.noun and not c.status.cue and c.verb.tag_ == "VBG"
    before = before and not grammar.has_to(c.verb.head)  # "is expected to speak before flying to Oslo on Sunday"
    if before and first is not None and first >= told and grammar.case(c.verb) in grammar.WORDS["clause_prepositions"]:
        return replace(c.status, value="planned", reason="what comes next, on a day of its own", arranged=True)
    if c.noun and c.status.value == "denied" and until is not None and until > told and _is_told_due(c, r):
        return Status("planned", (), "due on a date that lies ahead", arranged=True)
    moved = (
        c.noun or c.verb in c.status.cue or c.verb.dep_ == "xcomp"
    )  # not what was to begin: "put off a trip that was to begin on Friday"
    to_come = first is not None and until is not None and first >= told - A_DAY and until > told
    if c.status.value == "cancelled" and to_come and moved and is_put_off_to(c.time, c, r):
        return replace(c.status, value="planned", reason="put off to a date that lies ahead")
    if first is not None and until is not None and first >= told - A_DAY and until - first <= A_WEEK and _is_due(c, r):
        return replace(
            c.status, value="planned", reason=f"“{c.status.cue[0].text}” on a day that is fixed", arranged=True
        )
    today = first is not None and first == r.published.first
    carried = c.support if c.support is not None else c.verb
    to_hold = grammar.is_verb(carried) and (grammar.has_to(carried) or not grammar.is_past(carried))
    coming = today and to_hold  # "is to hold a march on Friday", "were to hold one later that day"
    if (
        c.noun
        and c.status.value == "planned"
        and not c.status.cue
        and until is not None
        and until <= told
        and not coming
    ):
        return replace(c.status, value="occurred", reason="its date lies before the article")
    setting = c.noun and c.support is not None and c.support.lemma_.lower() in r.lexicon.status["planned_passive"]
    if today and setting and c.status.value == "occurred":
        return replace(c.status, value="planned", reason=f"“{c.verb.text}”: for later that day", arranged=True)
    present = is_present(c) and c.status.cue == ()
    # "a ruling is expected on Friday", "10.15 a.m.: Kone meets Addo"
    # … no "10.15 a.m.: Kone says he will not stand"
    said = not c.noun and (c.type == "statement" or is_saying(c.token, r))
    scheduled = c.headed and c.time is not None and (c.time.type == "TIME" or kind_at(r.blocks, c.time.start) == "day")
    awaited = (
        today and present and ((scheduled and not said) or carried.lemma_.lower() in r.lexicon.triggers["awaited"])
    )
    ahead = first is not None and (first >= told or awaited)
    off = calling_off(c.verb, r.lexicon.status) if ahead and not c.noun and c.status.value == "occurred" else None
    if off is not None:  # "has called off Saturday's planned burning"
        c.status = off
        moved = is_put_off_to(c.time, c, r)
        return replace(off, value="planned", reason="put off to a date that lies ahead") if moved else off
    # "called elections within six months": a length that begins with the article's day
    from_now = c.time is not None and c.time.rule in r.lexicon.dating["within"] and first == r.published.first
    coming = c.time is not None and (c.time.value == "FUTURE_REF" or (from_now and until is not None and until > told))
    coming = coming and c.noun and c.status.value == "occurred"
    if coming or (ahead and (c.status.value in {"occurred", "ongoing", "generic"} or c.status.foreseen)):
        value = "possible" if coming and is_a_blow(c, r) else "planned"  # "warns of a raid in the coming days"
        value = "hoped" if ahead and _is_wished_by_somebody(c, r) else value
        return replace(c.status, value=value, reason="its date lies ahead of the article", standing=False)
    timeless = c.status.value == "generic" or c.status.standing
    if until is not None and until <= told and timeless and present:
        if today and not c.noun:
            evening = c.time is not None and (c.time.value or "").endswith(EVENINGS)  # "arrives on Wednesday night"
            value = "planned" if evening else "ongoing"
            return replace(c.status, value=value, reason="it is of the article's day", standing=False)
        return replace(c.status, value="occurred", reason="its date lies before the article", standing=False)
    return c.status


def _after_all(c: Candidate, r: Story) -> Status | None:
    """What is said of when something is to come at last: "will not open until May", "is not likely to before May"."""
    until, told = c.when.until, r.published.until
    preposition = preposition_before(c.time, r) if c.time is not None else ""
    if is_at_the_earliest(c, preposition, r):
        return Status("possible", c.status.cue[:1], "hardly before then, but then it may be")
    if until is None or told is None:
        return None
    if c.status.value == "occurred" and c.when.first is None and until > told and is_awaited_by(c):
        return Status("planned", (), "its last day lies ahead of the article")
    if c.status.value != "denied" or not is_not_until(c, preposition):
        return None
    if grammar.is_pluperfect(c.verb) and is_awaited(c.verb, r.lexicon):
        c.primary = False  # "had not been expected until Friday": and came before
        return c.status
    value = "planned" if until > told else "occurred"
    return Status(value, c.status.cue, f"“{c.status.cue[0].text} … until”: not before then, but then")


def let_last(c: Candidate, r: Story) -> None:
    """Let what has been since a day go on where its verb lasts: "has besieged it since May", no "has sunk nine"."""
    since = c.when.first is not None and c.when.until is None
    _let_go_on_until_now(c, r)
    beneath = (
        c.noun and grammar.case(c.top) in r.lexicon.roles["beneath"] and grammar.governor(c.top) != c.verb.sent.root
    )
    if since and beneath and c.status.value == "occurred":  # "Lund, under arrest since May, said"
        c.status = replace(c.status, value="ongoing", reason="it has been so since then")
    told = r.published.until
    over = c.verb.dep_ in grammar.RELATIVE and grammar.is_pluperfect(c.verb) and c.status.said_by is None
    if since and told is not None and c.status.value == "occurred" and over:
        # "dropped a claim that had blocked a deal since May": up to then
        c.when = replace(c.when, until=told, edtf=f"{c.when.first}/{told - A_DAY}")
        return
    if not since or c.status.value != "occurred" or c.status.background or not grammar.is_perfect(c.verb):
        return
    counted = c.partner is not None and grammar.children(c.partner.top, {"nummod"})  # "has held nine meetings"
    lasts = grammar.children(c.verb, {"cop"}) or (not c.noun and c.token.lemma_.lower() in r.lexicon.dating["enduring"])
    if lasts and not counted:
        c.status = replace(c.status, value="ongoing", reason="the present perfect of what lasts: it goes on")


def _let_go_on_until_now(c: Candidate, r: Story) -> None:
    """Let what somebody has done for a length up to now go on: "for the past two months has demanded"."""
    w, x = c.when, c.time
    if c.noun or x is None or w.extent != "throughout" or w.until != r.published.until or c.status.value != "occurred":
        return
    so_long = x.type == "DURATION" and preposition_before(x, r) == "for"
    if so_long and not c.status.background and grammar.is_perfect(c.verb) and not grammar.is_pluperfect(c.verb):
        c.status = replace(c.status, value="ongoing", reason="the present perfect of a length up to now: it goes on")


def let_be_until(c: Candidate, r: Story) -> None:
    """Let what is so until a day to come be under way, whatever its subject is: "schools are shut until 9 June"."""
    until, told = c.when.until, r.published.until
    ahead = c.when.first is None and until is not None and told is not None and until > told
    if c.noun or not ahead or c.status.value != "generic" or not is_present(c) or c.time is None:
        return
    how = grammar.is_passive(c.verb) or c.token.lemma_.lower() in r.lexicon.dating["keeping"]
    how = how or bool(grammar.children(c.verb, {"cop"}))
    if how and c.time.rule not in r.lexicon.dating["hours"]:  # "shops are open until 8 p.m."
        c.status = replace(c.status, value="ongoing", reason="it is so until then")


def go_on_from_then(c: Candidate, r: Story) -> None:
    """Let what is to be so from a day on, or to come no sooner, have no end: "will charge a fee from July"."""
    w, x = c.when, c.time
    if x is None or x.parts or c.last is not None or c.so_long is not None:
        return
    if c.status.value not in AHEAD | {"conditional"}:
        return
    sooner = x.mod == "ON_OR_AFTER"  # "could meet as early as Monday"
    if w.basis == "explicit" and w.first is not None and w.until is not None and (sooner or goes_on_from(x, c, r)):
        first, until, edtf = opened(w, "from_start")
        c.when = replace(w, first=first, until=until, edtf=edtf, extent="within" if sooner else "throughout")


def _by_its_own_day(c: Candidate, over: bool, r: Story) -> Status | None:
    """The status of an occasion that is called by its day, whatever is wished of it.

    "Get around Wednesday's ruling", which was; "urged them not to go ahead with Sunday's vote", which is to be, and
    "denied that it had put off Sunday's vote".
    """
    before = c.time_token is not None and c.time_token.i < c.token.i and is_in_its_phrase(c)
    the = any(t.lower_ in grammar.WORDS["the"] for t in c.top.children)
    held = the and c.type in ARRANGED and c.status.value == "hoped" and not c.status.cue
    if before and over and (c.support is None or held):  # "hired a ship to make the November voyage"
        return Status("occurred", (), "its date lies before the article")
    first, told = c.when.first, r.published.until
    to_come = first is not None and told is not None and first >= told
    owned = c.time is not None and r.article.text.startswith(OWNING, c.time.end) and c.status.value == "hoped"
    over_it = c.top.head if c.top.dep_ in grammar.OBJECT else c.top
    moved = over_it.lemma_.lower() in r.lexicon.dating["shifting"] or calling_off(over_it, r.lexicon.status) is not None
    moved = moved and c.status.value in {"hoped", "denied"}  # "denied that he had put off next week's vote"
    stays = before and to_come and (owned or moved)
    return Status("planned", (), "called by a day that lies ahead", arranged=True) if stays else None


def _is_wished_by_somebody(c: Candidate, r: Story) -> bool:
    """Whether those are named who hope for an occasion: "a joint patrol is anticipated in May by both navies"."""
    over = c.support if c.support is not None else c.verb if c.verb != c.token else c.top.head
    wished = c.noun and grammar.is_passive(over) and over.lemma_.lower() in r.lexicon.status["hoped_verbs"]
    return wished and any(preposition == "by" and n.i not in r.timed for preposition, n in grammar.obliques(over))


def _opens_with_when(verb: Token) -> bool:
    """Whether a clause tells at which deed another will be: "when Karhu completes the purchase by May, it will"."""
    return verb.dep_ == "advcl" and any(t.tag_ == "WRB" for t in verb.children)


def _is_only_named(c: Candidate) -> bool:
    """Whether not an occasion is denied but what was done about it: "did not mention the raid last May"."""
    if not c.noun or c.light or c.status.value != "denied" or grammar.negation(c.top) is not None:
        return False
    return any(t.lower_ in grammar.NEGATIONS for t in c.status.cue)


def _is_told_due(c: Candidate, r: Story) -> bool:
    """Whether what is denied beside an occasion leaves it due: "with a vote due in May, nobody could leave"."""
    due = r.lexicon.status["planned_adjectives"]
    told = any(t.lower_ in due for t in grammar.children(c.top, grammar.REDUCED | {"amod"}))
    return told and grammar.negation(c.top) is None


def _is_due(c: Candidate, r: Story) -> bool:
    """Whether an occasion is expected by nobody in particular: on a fixed day that is a programme, no hope."""
    if c.status.value != "hoped" or not c.status.cue or c.status.cue[0].lemma_.lower() not in r.lexicon.dating["due"]:
        return False
    expected = c.status.cue[0]
    by_somebody = any(preposition == "by" for preposition, _ in grammar.obliques(expected))
    arranged = c.type in ARRANGED or c.token.lemma_.lower() in r.lexicon.dating["arranged"]
    arranged = arranged and (c.noun or c.token.lemma_.lower() not in r.lexicon.dating["outcomes"])
    return arranged and grammar.is_passive(expected) and not by_somebody
