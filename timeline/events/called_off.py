"""What was called off, put off or set aside stands on the day on which it was to be, or on its new one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from timeline.events import grammar
from timeline.events.identity import AHEAD, HAPPENED, is_meant_by, planned_before
from timeline.events.status import Status, calling_off
from timeline.events.story import Candidate, Story
from timeline.events.tenses import (
    is_moved,
    is_put_off,
    is_put_off_to,
    preposition_before,
)
from timeline.events.triggers import tells_of_an_occasion
from timeline.model import TimeExpression

BELONGING = 60  # words between what is called off and what was to be part of it


def keep_their_day(found: list[Candidate], at: dict[int, Candidate], r: Story) -> None:
    """Let what was called off, or did not come, stand on the day it was to be.

    Its own phrase may say which: "cancelled the talks planned for Friday"; or an earlier sentence that planned it.
    """
    for c in found:
        noun = c.partner
        if not c.noun and noun is None:
            if grammar.is_passive(c.verb):
                _keep_its_start(c, at, r)
            _call_off_what_it_means(c, found, at, r)
            _call_off_what_was_due(c, at, r)
        if noun is not None and not c.noun and c.token.lemma_.lower() in r.lexicon.dating["suspending"]:
            for o in _to_begin(noun, c, at, r):
                o.status = replace(c.status, value="cancelled")  # "talks that were to begin in May were suspended"
        _give_up_its_day(c, at, r)
        _go_with_its_move(c, at, r)
        _close_its_old_day(c, found, r)
        if noun is not None and not c.noun and is_moved(c, r):
            for t in grammar.children(noun.top, grammar.RELATIVE):
                if t.i in at and grammar.has_to(t) and grammar.is_past(t):
                    at[t.i].primary = False  # "the summit, which was to open on Monday, has been moved to Thursday"
        if noun is not None and not c.noun:
            _call_off_what_it_was_set_for(noun, c, at, r)
        if c.noun or noun is None or not _is_off(c, r):
            continue
        moved, inside = any(is_put_off_to(x.time, c, r) for x in (c, noun)), [noun]
        if c.status.value == "cancelled":
            inside += [at[t.i] for t in noun.top.subtree if t.i in at and tells_of_an_occasion(t, r.lexicon)]
            begun = _to_begin(noun, c, at, r)
            inside += begun
            for o in begun:
                o.status = replace(c.status, value="cancelled")  # "cancelled a trip that was to begin on Friday"
                o.primary = False
        due = None if moved else next((x for x in inside if x is not c and x.time is not None), None)
        if due is not None:
            due.primary = due is noun and noun.primary  # "which was to be held in May" tells of the same
        elif (moved or noun.time is None) and (c.verb in c.status.cue or c.status.value == "denied"):
            due = c.plan = noun.plan = planned_before(noun, found, r)
            purposes = [at.get(x.i) for x in grammar.children(due.verb, {"advcl"}) if grammar.has_to(x)] if due else []
            for plan in (due, due.partner, *purposes) if due is not None else ():
                if plan is not None:
                    plan.status = replace(
                        c.status, value="cancelled", reason=f"{c.status.reason}, says a later sentence"
                    )
        if due is not None and not moved:
            for x in (c, noun):
                x.time, x.last, x.time_token, x.near = due.time, due.last, due.time_token, due.near


def _call_off_what_it_was_set_for(noun: Candidate, verb: Candidate, at: dict[int, Candidate], r: Story) -> None:
    """Let nothing be on the day for which an occasion had been set: "talks, set for Friday, were put off to Monday".

    Nor "cancelled a conference that it had called for Monday".
    """
    off, arranged = calling_off(verb.verb, r.lexicon.status), r.lexicon.status["planned_passive"]
    if off is None and is_moved(verb, r) and verb.time is not None and _is_its_new_day(verb.time, r):
        off = Status("cancelled", (verb.verb,), f"“{verb.verb.text}” to another day")
    if off is None or grammar.negation(verb.verb):
        return
    for t in grammar.children(noun.top, grammar.RELATIVE | grammar.REDUCED):
        if t.i in at and t.lemma_.lower() in r.lexicon.dating["setting"] | arranged:
            at[t.i].primary = False
            if t.lemma_.lower() in arranged and grammar.is_passive(t):
                at[t.i].status = off


def _give_up_its_day(c: Candidate, at: dict[int, Candidate], r: Story) -> None:
    """Leave the day of what was to be to what came in its place: "had been due in Oslo on Friday, met instead in Lima".

    And tell no more of when an occasion had been set for: "the polls, which had been set for May, will be in June".
    """
    words = r.lexicon.status
    cue = c.status.cue[0] if c.status.cue and c.status.value == "cancelled" and not c.noun else None
    if cue is not None and cue.head.i in at and grammar.negation(cue.head) == cue and cue.head != c.verb:
        at[cue.head.i].primary = False  # "who was due in Oslo on Friday, will not travel"
    came = at.get(cue.head.i) if cue is not None and cue.lower_ in words["in_its_place"] else None
    if came is not None and came is not c and came.time is None:
        came.time, came.time_token, came.near = c.time, c.time_token, c.near
    then = c.time_token
    for t in grammar.children(c.top, grammar.RELATIVE) if c.noun and then is not None else ():
        arranged = t.lemma_ in words["planned_passive"] and grammar.is_passive(t)
        if t.i in at and arranged and then is not None and not t.is_ancestor(then):
            at[t.i].primary = False


def _go_with_its_move(c: Candidate, at: dict[int, Candidate], r: Story) -> None:
    """Let an occasion be on the day it was then moved to: "was set for 3 May, then moved to 9 June"."""
    was_set = c.partner if c.noun else None
    if was_set is None or not grammar.is_passive(was_set.verb):
        return
    moves = r.lexicon.dating["shifting"] | r.lexicon.dating["postponing"]
    later = (at[v.i] for v in grammar.conjuncts(was_set.verb)[1:] if v.i in at and v.lemma_.lower() in moves)
    for o in later:
        if (
            o.time is None
            or preposition_before(o.time, r) not in r.lexicon.dating["put_off_to"]
            or o.partner is not None
        ):
            continue
        _move(c, was_set, o)


def _move(c: Candidate, was_set: Candidate, moved: Candidate) -> None:
    """Put an occasion on the day that a verb moves it to, in place of that for which another had set it."""
    moved.partner, moved.type, moved.primary, was_set.primary, c.primary, c.partner = (
        c,
        c.type,
        True,
        False,
        False,
        moved,
    )
    c.time, c.time_token, c.near = moved.time, moved.time_token, moved.near
    moved.status = c.status = Status("planned", (moved.verb,), f"“{moved.verb.text}” to that day", arranged=True)


def _close_its_old_day(verb: Candidate, found: list[Candidate], r: Story) -> None:
    """Let a plan be off on the day from which it is moved: "is set for 3 May. The vote was moved from 3 to 9 May"."""
    noun, words = verb.partner, r.lexicon.dating
    if noun is None or verb.noun or verb.token.lemma_.lower() not in words["shifting"]:
        return
    below = (r.timed[t.i] for t in verb.verb.subtree if t.i in r.timed)
    old = next((x for x in below if preposition_before(x, r) in words["put_off_from"]), None)
    due = planned_before(noun, found, r) if old is not None and old.first is not None else None
    if due is None or old is None or due.time is None or old.first != due.time.first:
        return
    for plan in (due, due.partner):
        if plan is not None:
            reason = f"“{verb.token.text}” from that day, says a later sentence"
            plan.status = replace(plan.status, value="cancelled", reason=reason)


def _keep_its_start(verb: Candidate, at: dict[int, Candidate], r: Story) -> None:
    """Let what is put off, though no occasion, stand on its day: "a mission due to start on 9 May was put off".

    Where its new day is told, it is on that alone: "was put off to 30 May".
    """
    off, moved = calling_off(verb.verb, r.lexicon.status), verb.time is not None and _is_its_new_day(verb.time, r)
    moved = moved and (off is not None or verb.token.lemma_.lower() in r.lexicon.dating["shifting"])
    below = [at[t.i] for s in grammar.subjects(verb.verb) for t in s.subtree if t.i in at and not at[t.i].noun]
    starts = [o for o in below if o.token.lemma_.lower() in r.lexicon.triggers["phases"]]
    start = next((o for o in starts[:1] if o.status.value in AHEAD | {"cancelled"}), None)
    if start is None:
        return
    if moved and start.partner is not None:
        _move(start.partner, start, verb)
    elif start.time is not None and off is not None and verb.time is None:
        start.primary, start.status, verb.status = False, off, off
        verb.time, verb.last, verb.time_token, verb.near = start.time, start.last, start.time_token, start.near


def _call_off_what_it_means(verb: Candidate, found: list[Candidate], at: dict[int, Candidate], r: Story) -> None:
    """Let an occasion told of before be off on its day: "a summit was set for 3 May. It was called off".

    Or moved to another: "was due on 3 May. It was brought forward to 1 May"; and any plan of the past that is told
    right before: "was due to vote on 3 May; its chairman put it off".
    """
    to = [i for i, x in r.timed.items() if grammar.governor(r.doc[i]) == verb.verb and _is_its_new_day(x, r)]
    off, lately = calling_off(verb.verb, r.lexicon.status), verb.status.value == "occurred" and not verb.status.cue
    moved = off is None and to and verb.token.lemma_.lower() in r.lexicon.dating["shifting"]
    if moved:
        off = Status("cancelled", (verb.verb,), f"“{verb.verb.text}” to another day")
    if off is None or not (lately or grammar.tells(verb.verb)) or grammar.negation(verb.verb):
        return
    undone = grammar.subjects(verb.verb) if grammar.is_passive(verb.verb) else grammar.objects(verb.verb)
    own = verb.verb.dep_ == "conj"  # "the trial was to open on 3 May but has been put off until 9 June"
    meant_by = [r.names.antecedent.get(s.i) or (s if own else None) for s in undone]
    named = [at[t.i] for t in meant_by if t is not None and t.i in at]
    told = [x for o in named for x in (o, o.partner, _says_it_is_due(o, at)) if x is not None]
    meant = [o for o in told if o.time is not None]
    if not meant and any(s.lower_ in r.lexicon.status["it"] and s.i not in r.mention for s in undone):
        meant = _was_due_before(verb, found, r)
        named = meant or named
    for o in meant:
        if o.status.value not in AHEAD | {"cancelled", "denied"}:
            continue
        if o.status.value != "denied":  # "will not begin on 3 May" says so itself
            o.status = replace(off, reason=f"{off.reason}, says a later sentence")
        verb.primary, o.primary = verb.primary and bool(to), o.primary and o.verb.pos_ != "ADJ"
    for i in to if named else ():  # "it was postponed until 9 June"
        verb.time, verb.time_token, verb.near = r.timed[i], r.doc[i], True
        verb.partner, verb.type, verb.status = named[0], named[0].type, replace(off, value="planned") if moved else off
        if meant:
            verb.agents, verb.patients = list(meant[-1].agents), list(meant[-1].patients)
            verb.unnamed = list(meant[-1].unnamed)


def _says_it_is_due(occasion: Candidate, at: dict[int, Candidate]) -> Candidate | None:
    """What an occasion is the subject of: "elections were due in May", whose day is that of the elections."""
    above = occasion.top.head
    return at.get(above.i) if occasion.top in grammar.children(above, grammar.SUBJECT) else None


def _was_due_before(verb: Candidate, found: list[Candidate], r: Story) -> list[Candidate]:
    """The dated plan of the past that the clause or the sentence before a verb tells: "was due to vote on 3 May"."""
    here = verb.token.sent.start
    near = (here, r.doc[here - 1].sent.start) if here else (here,)
    before = [o for o in found if o.token.i < verb.token.i and o.token.sent.start in near and o.time is not None]
    plans = [o for o in before if not o.noun and o.status.value in AHEAD | {"cancelled"}]
    return [o for o in plans if any(map(grammar.is_past, (o.verb, *o.status.cue[:1])))][-1:]


def _call_off_what_was_due(verb: Candidate, at: dict[int, Candidate], r: Story) -> None:
    """Let what is undone be off on the day on which it was due: "scrapped a tax that was to take effect on Monday"."""
    words = r.lexicon.status["cancelled_verbs"] | r.lexicon.status["stopping_verbs"] | r.lexicon.dating["suspending"]
    lemma = verb.token.lemma_.lower()
    if lemma not in words | r.lexicon.dating["repealing"] or verb.status.value not in HAPPENED | {"planned"}:
        return
    undone = grammar.subjects(verb.verb) if grammar.is_passive(verb.verb) else grammar.objects(verb.verb)
    clauses = [t for o in undone for t in grammar.children(o, grammar.RELATIVE)]
    clauses += [x for t in clauses for x in grammar.children(t, {"xcomp"})]  # "which was set to rise"
    for t in clauses:
        if t.i in at and at[t.i].status.value in AHEAD and any(map(grammar.is_past, (t, *at[t.i].status.cue[:1]))):
            at[t.i].status = Status("cancelled", (verb.verb,), f"“{verb.token.text}” undoes it")


def _is_its_new_day(x: TimeExpression, r: Story) -> bool:
    """Whether a time lies ahead under what leads to the new day of something put off: "until 9 June"."""
    told = r.published.until
    to_come = x.until is not None and told is not None and x.until > told
    return to_come and preposition_before(x, r) in r.lexicon.dating["put_off_to"]


def call_off_what_belongs(found: list[Candidate], r: Story) -> None:
    """Cancel what somebody was to do on a journey that is off: "cancelled his trip. He had been due to meet Xi".

    So is the journey itself, wherever it is told of again: "scrapped a trip to Peru … was to leave on the trip in May";
    and what any other occasion had been set for: "called off the summit. The meeting (it) had been set for 3 May".
    """
    every = [c for c in found if c.status.value == "cancelled"]
    off = [c for c in every if c.type == "visit" and c.agents]
    tops = {c.top: c for c in every if c.noun and c.time is None}
    for c in found if every else []:
        meant = [r.names.antecedent.get(s.i) for s in grammar.children(c.verb, grammar.SUBJECT)]
        told = [tops[t] for t in meant if t in tops and c.token.lemma_.lower() in r.lexicon.status["planned_passive"]]
        for t in (x for o in told if c.time is not None for x in (o, o.partner) if x is not None):
            t.time, t.time_token, t.near, c.primary = c.time, c.time_token, c.near, False
        if c.status.value != "planned":
            continue
        cue = c.status.cue[0] if c.status.cue else c.verb
        if all(a.tag_ != "VBD" for a in (cue, *grammar.children(cue, {"aux", "aux:pass", "cop"}))):
            continue
        if c.noun:
            near = (o for o in every if 0 < c.token.i - o.token.i < BELONGING)
            o = next((o for o in near if is_meant_by(c, o, r)), None)
            for x in (c, c.partner) if o is not None else ():
                if x is not None and o is not None:
                    reason = f"{x.status.reason}, and it was called off"
                    x.status = replace(x.status, value="cancelled", cue=o.status.cue, reason=reason)
            continue
        own = [o for o in off if c.token.i - o.token.i > 0 and set(o.agents) & set(c.agents)]
        journeys = {x.token.lemma_ for o in own for x in (o, o.partner) if x is not None and x.noun}
        again = any(t.pos_ == "NOUN" and t.lemma_ in journeys for t in c.verb.subtree)
        if again or any(c.token.i - o.token.i < BELONGING for o in own):
            for o in found:
                if o.noun and o.token.lemma_ in journeys and c.verb.is_ancestor(o.token):
                    o.status = replace(o.status, value="cancelled")
            c.status = replace(c.status, value="cancelled", reason=f"{c.status.reason}, on a journey that is off")


def leave_to_who_rejects(found: list[Candidate], at: dict[int, Candidate]) -> None:
    """Let who rejects a plan be its entry, not whose it is: "Peru rejected a plan by Chile to close the port".

    And who accuses somebody, not what he is accused of doing: "charged Lund with bombing a port in May".
    """
    for c in found:
        if c.status.charge and c.status.value == "possible" and c.verb.tag_ == "VBG":
            c.primary = False
        cue = c.status.cue[-1] if c.status.cue and c.status.value == "denied" and not c.noun else None
        rejecting = at.get(cue.i) if cue is not None else None
        if rejecting is not None and rejecting is not c and _says_on_a_day_what_will_not_be(rejecting, c):
            c.primary, rejecting.primary = False, True
        kept = grammar.case(c.verb) == "from"  # "prevented the council from adopting it"
        if rejecting is None or rejecting is c or not (kept or grammar.has_to(c.verb)):
            continue
        arranged = c.verb.head != rejecting.verb and c.verb.dep_ not in grammar.REDUCED  # "denied it had agreed to pay"
        if arranged or kept or (c.verb.dep_ in grammar.REDUCED and set(c.agents) - set(rejecting.agents)):
            c.primary = False


def _says_on_a_day_what_will_not_be(rejecting: Candidate, c: Candidate) -> bool:
    """Whether a day is told on which somebody rejects what is to come: "denied on Monday that they would leave"."""
    ahead = any(a.tag_ == "MD" for a in grammar.auxiliaries(c.verb)) and grammar.is_finite(c.verb)
    return ahead and rejecting.time is not None and rejecting.time is not c.time and grammar.tells(rejecting.verb)


def _to_begin(noun: Candidate, verb: Candidate, at: dict[int, Candidate], r: Story) -> list[Candidate]:
    """The clauses beside an occasion that say when it was to be: "called off a trip that was to begin on Friday"."""
    due = r.lexicon.status["planned_adjectives"]
    clauses = [t for t in noun.top.subtree if t.dep_ in grammar.RELATIVE | grammar.REDUCED]
    beside = [t for t in grammar.children(verb.verb, {"advcl"}) if t.i > noun.top.i]
    clauses += [t for t in beside if any(x.lower_ in due for x in grammar.children(t, {"mark", "advmod"}))]
    verbs = [*clauses, *(x for v in clauses for x in grammar.children(v, {"xcomp", "advcl"}))]
    phases = r.lexicon.triggers["phases"]
    told = [at[v.i] for v in verbs if v.i in at and not at[v.i].noun and at[v.i].status.value in AHEAD]
    its_own = phases | due  # "had been due on Friday"
    return [o for o in told if o.token.lemma_.lower() in its_own or tells_of_an_occasion(o.token, r.lexicon)]


def _is_off(verb: Candidate, r: Story) -> bool:
    """Whether a verb says of an occasion that it is called off, or that it did not take place."""
    if verb.status.value == "cancelled":
        return True
    words = r.lexicon.status
    modals = words["modals_planned"] | words["modals_conditional"]  # "would not take place", "did not take place"
    told = grammar.tells(verb.verb) or any(a.lower_ in modals for a in grammar.auxiliaries(verb.verb))
    return verb.status.value == "denied" and told and tells_of_an_occasion(verb.verb, r.lexicon)


def is_moved_from(c: Candidate, x: TimeExpression, times: Sequence[TimeExpression], r: Story) -> bool:
    """Whether a time is only that from which something is moved: "the vote was brought forward from February"."""
    shifts = c.verb.lemma_.lower() in r.lexicon.dating["shifting"] and grammar.is_passive(c.verb)
    old = shifts and preposition_before(x, r) in r.lexicon.dating["put_off_from"]
    return old and moved_to(c, x, times, r) is x


def moved_to(c: Candidate, x: TimeExpression, times: Sequence[TimeExpression], r: Story) -> TimeExpression:
    """The day that an occasion is moved to, where both are said: "postponed from 3 May to 9 June"."""
    shifting = r.lexicon.dating["shifting"]
    if x.parts and c.noun and c.top.dep_ in grammar.OBJECT and c.top.head.lemma_.lower() in shifting:
        return next((o for o in times if o.id == x.parts[-1]), x)  # read as a stretch: "moved a vote from …"
    if preposition_before(x, r) != "from":
        return x
    new = next((o for o in r.timed.values() if r.article.text[x.end : o.start] in {" to ", " until "}), x)
    if c.noun and is_put_off(c, r) and new is not x and c.verb.lemma_.lower() not in shifting:
        c.primary = True  # off on its old day; its verb tells of the new one
        return x
    return new
