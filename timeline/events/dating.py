"""When an event is: the time that its words govern, its clause's, the article's, or honestly none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from spacy.tokens import Span, Token

from timeline.clean import kind_at
from timeline.events import grammar
from timeline.events.borrowing import lend
from timeline.events.chronicle import date_entries, is_present, under_its_head
from timeline.events.counting import (
    ARRANGED,
    count_events,
    count_from_what_it_is_of,
    date_what_lasts,
    has_gone_on,
    opened,
    run_its_length,
    set_deadline,
)
from timeline.events.governing import by_parse, by_phrase, clause_of, nearest, told_then
from timeline.events.identity import AHEAD, HAPPENED, is_a_blow, is_known, is_meant_by, planned_before, tells_a_blow
from timeline.events.lexicon import Lexicon
from timeline.events.news import is_pluperfect
from timeline.events.periods import in_its_own_year, is_of_nobodys_calendar
from timeline.events.status import Status, calling_off
from timeline.events.story import Candidate, Story
from timeline.events.tenses import (
    IN_A_PHRASE,
    goes_on_from,
    is_ahead_of_its_tense,
    is_anothers,
    is_done,
    is_kept_from,
    is_moved,
    is_out_of_tense,
    is_over,
    is_put_off,
    is_put_off_to,
    is_reported,
    is_told_of,
    is_under_its_noun,
    judged,
    lasts_on,
    looked_forward_to,
    named_before,
    named_between,
    preposition_before,
)
from timeline.events.things import dates_a_thing, length
from timeline.events.triggers import is_awaited, tells_of_an_occasion
from timeline.model import TimeExpression, When
from timeline.tense import OWNING

A_DAY, A_WEEK, A_MONTH = timedelta(1), timedelta(7), timedelta(31)
LASTING = {"agreement", "sanction"}  # types whose occasions last until somebody ends them
BELONGING = 60  # words between what is called off and what was to be part of it
BEHIND = 30  # characters behind a time that may say of what it is
BESIDE = 2  # characters between an hour and what else says when


def date_events(found: list[Candidate], at: dict[int, Candidate], times: Sequence[TimeExpression], r: Story) -> None:
    """Give each time to the event it dates, then dates to the events that have none of their own."""
    in_range = {part for x in times for part in x.parts}
    units = r.lexicon.dating["units"]  # not "the day of the vote"
    heads = {c.top.i: c for c in at.values() if c.noun and c.top.lemma_.lower() not in units} | at
    own = heads | {c.token.i: c for c in found if c.minor and _has_its_own_time(c, r)}  # "the 3 May start of the talks"
    by_sentence: dict[int, list[Candidate]] = {}
    for c in found:
        by_sentence.setdefault(c.token.sent.start, []).append(c)
    for x in times:
        span = r.doc.char_span(x.start, x.end, alignment_mode="expand")
        if x.id in in_range or x.type == "SET" or span is None:
            continue
        x = in_its_own_year(x, r)
        if _is_left_open(span, x, at, r):
            continue
        head = span.root
        then = _then(span, at, r)
        if then is not None and then.time is None:
            then.time, then.time_token = x, head
        if dates_a_thing(span, x, heads, r):
            continue
        near = by_sentence.get(head.sent.start, [])
        if not near:
            continue
        dated, head, near_by_parse = _whose(span, x, near, at, own, r)
        if dated is None or (dated.status.value in HAPPENED and _is_an_hour_alone(x, dated, r)):
            continue
        if preposition_before(x, r) == "from" and r.article.text.startswith(" to ", x.end):
            moving = [c for c in near if not c.noun and c.token.i < span.start and is_moved(c, r)]
            dated = moving[-1] if moving else dated  # "postponed a vote on the deal from 3 May to 9 June"
        if dated.time is not None and _follows(x, dated.last or dated.time, r):
            dated.last = x
            continue
        if dated.time is not None and not _is_nearer(head, x, near_by_parse, dated, r):
            dated = _beside(dated.time, x, span, near, r)
        if dated is not None:
            dated.time, dated.last, dated.time_token, dated.near = x, None, head, near_by_parse
    _share_purposes(found, at)
    _keep_their_day(found, at, r)
    _call_off_what_belongs(found, r)
    _leave_to_who_rejects(found, at)
    _share_when_it_is_due(found, at, r)
    _share_what_it_did(found, at, r)
    _share_when_it_was_held(found, at)
    _share_times(found, r)
    count_events(found, at, times, r)
    date_what_lasts(found, times, r)
    for c in found:
        _move_up(c, at, r)
    date_entries(found, times, r)
    for c in found:
        if c.time is not None and _is_of_no_known_day(c, r):
            c.unplaced, c.time, c.time_token = c.time, None, None
        if c.time is not None:
            c.time = _moved_to(c, c.time, times, r)
            c.when = when_of(c.time, c, r)
            c.status = _by_date(c, r)
            _let_last(c, r)
            _let_be_until(c, r)
            _count_from_speaking(c, at, r)
            under_its_head(c, r)
            _lend_its_hour_a_day(c, r)
            _keep_to_its_side(c, r)
            run_its_length(c, at, r)
            _go_on_from_then(c, r)
        set_deadline(c, at, r)
    lend(found, at, r)
    for c in found:
        if c.when.basis == "inherited":
            _let_last(c, r)
        count_from_what_it_is_of(c, at, r)
        if c.counted is not None and c.when.basis == "inherited":
            c.status = _by_date(c, r)


def _share_purposes(found: list[Candidate], at: dict[int, Candidate]) -> None:
    """Give a journey or a meeting to come the day of what it is for: "will fly to Oslo to meet the queen on 5 May"."""
    for c in found:
        to_do = at.get(c.verb.head.i) if c.verb.dep_ == "advcl" and grammar.has_to(c.verb) else None
        if c.time is None or c.noun or to_do is None or to_do.time is not None or to_do.status.value not in AHEAD:
            continue
        if to_do.type in ARRANGED and length(c.time) <= A_MONTH.days:
            to_do.time, to_do.time_token, to_do.near = c.time, c.time_token, c.near


def _share_when_it_is_due(found: list[Candidate], at: dict[int, Candidate], r: Story) -> None:
    """Give an occasion the time at which it is due: "the next vote is due in 2018"."""
    for c in found:
        due = c.time is not None and not c.noun and c.verb.lower_ in r.lexicon.status["planned_adjectives"]
        for s in grammar.children(c.verb, grammar.SUBJECT) if due and c.verb.pos_ == "ADJ" else ():
            o = at.get(s.i)
            if o is not None and o.noun and o.time is None and o.status.value in AHEAD:
                o.time, o.time_token, o.near = c.time, c.time_token, c.near


def _share_what_it_did(found: list[Candidate], at: dict[int, Candidate], r: Story) -> None:
    """Give a blow the day of what a clause says it did: "an explosion that killed two men in May led to a spill"."""
    for c in found:
        if not c.noun or c.time is not None or c.partner is None or not tells_a_blow(c, r):
            continue
        did = (at[t.i] for t in grammar.children(c.top, grammar.RELATIVE) if t.i in at)
        o = next((o for o in did if o.time is not None and tells_a_blow(o, r) and not grammar.is_passive(o.verb)), None)
        if o is not None and {o.status.value, c.status.value} <= HAPPENED:
            c.time, c.time_token, c.near = o.time, o.time_token, o.near


def _share_when_it_was_held(found: list[Candidate], at: dict[int, Candidate]) -> None:
    """Give an occasion the day on which a participle says it was held: "voted for it in a referendum held in May".

    One that is planned whatever comes of it is the entry: "the vote planned for 3 May could cause harm".
    """
    for c in found:
        if not c.noun or c.time is not None:
            continue
        held = (at[t.i] for t in grammar.children(c.top, grammar.REDUCED) if t.i in at and t.tag_ == "VBN")
        o = next((o for o in held if o.time is not None), None)
        if o is None:
            continue
        fixed = c.status.cue == (o.verb,)
        if fixed or (o.verb.lemma_ in grammar.WORDS["of_occasions"] and {o.status.value, c.status.value} <= HAPPENED):
            c.time, c.time_token, c.near = o.time, o.time_token, o.near
        if fixed and c.partner is not None:
            c.primary, c.partner.primary = True, False


def _share_times(found: list[Candidate], r: Story) -> None:
    """Give a verb the time of the occasion that it carries, unless that is the occasion's alone."""
    for c in found:
        if c.partner is None or c.partner.time is None:
            continue
        announced = c.token.lemma_.lower() in r.lexicon.status["announcing_verbs"] and not c.status.cue
        if c.time is not None:
            c.partner.primary |= announced and is_ahead_of_its_tense(c.partner.time, c, r)
        elif _is_the_occasions(c.partner, c, r):
            c.partner.primary |= announced or c.partner.status.value == "hoped"  # two things: to ask for it, and it
        else:
            c.time, c.time_token, c.near = c.partner.time, c.partner.time_token, c.partner.near


def _whose(
    span: Span, x: TimeExpression, near: list[Candidate], at: dict[int, Candidate], own: dict[int, Candidate], r: Story
) -> tuple[Candidate | None, Token, bool]:
    """The event of its sentence that a time dates, the word that dates it, and whether by more than mere nearness."""
    told = told_then(span, x, at, r)
    governed = told or by_phrase(span, at, r)
    clause = None if governed is not None else clause_of(span, x, at, r)
    if clause is not None:
        near = [c for c in near if clause == c.token or clause.is_ancestor(c.token)]
    governed = governed or (at.get(clause.i) if clause is not None else by_parse(span, x, own, r))
    dated, head = governed if governed is not None else nearest(span, near, r), span.root
    if dated is None:
        return None, head, False
    awaited = looked_forward_to(span, dated, at, r)
    if awaited is not None:
        dated = awaited
        head = awaited.token
    elif is_out_of_tense(span, x, dated, at, r) or is_told_of(span, x, dated, at, r):
        dated = judged(span, dated, at) or named_before(span, at)
        head = dated.token if dated is not None else head
    elif is_ahead_of_its_tense(x, dated, r) and not is_kept_from(x, dated, r):
        dated = (
            named_between(dated, span, near)
            or _whose_clause(dated, at)
            or (None if x.type == "DURATION" or is_done(dated, r) else dated)
        )
    dated = _forbidding(x, dated, at, r) or _voting_on(dated, at, r) or dated if dated is not None else None
    within = dated.unplaced if dated is not None else None
    if within is not None and within.rule in r.lexicon.dating["within"] and within.end < x.start:
        dated = named_before(span, at)  # "within 30 days of the ruling on 3 May"
    if dated is not None and (is_anothers(span, x, dated, r) or (told is None and is_reported(head, dated, r))):
        dated = None
    if dated is not None:
        dated = _charged_with(dated, at, r) or (_its_charge(x, dated, at, r) if dated.status.charge else None) or dated
    return dated, head, governed is not None


def _forbidding(x: TimeExpression, c: Candidate, at: dict[int, Candidate], r: Story) -> Candidate | None:
    """What keeps somebody from something until a day, on which it need not be: "barred from leaving until 1 July"."""
    words, above = r.lexicon.dating, c.verb.head
    kept = not c.noun and grammar.case(c.verb) == "from" and above.lemma_.lower() in words["forbidding"]
    return at.get(above.i) if kept and preposition_before(x, r) in words["reaching"] else None


def _voting_on(c: Candidate, at: dict[int, Candidate], r: Story) -> Candidate | None:
    """The vote to come on doing something: "will vote on sending troops on 3 May"."""
    vote = at.get(c.verb.head.i) if not c.noun and c.verb.tag_ == "VBG" else None
    on = grammar.case(c.verb) in r.lexicon.triggers["voting_on"]
    to_come = on and vote is not None and vote.type == "vote" and vote.time is None
    return vote if to_come and vote is not None and vote.status.value in AHEAD else None


def _whose_clause(c: Candidate, at: dict[int, Candidate]) -> Candidate | None:
    """The occasion without a day that a relative clause tells of: "the elections, which Chad announced for 3 May"."""
    occasion = at.get(c.verb.head.i) if c.verb.dep_ in grammar.RELATIVE else None
    return occasion if occasion is not None and occasion.noun and occasion.time is None else None


def _charged_with(c: Candidate, at: dict[int, Candidate], r: Story) -> Candidate | None:
    """What charges somebody with a crime that is only named by its kind: "charged with murder on Thursday"."""
    above = grammar.governor(c.top) if c.noun else None
    if above is None or above.i not in at or any(t.dep_ == "det" for t in c.top.children):
        return None
    words = r.lexicon.status
    charged = above.lemma_.lower() in words["charging_verbs"] and grammar.case(c.top) in words["charge_prepositions"]
    return at[above.i] if charged and at[above.i].time is None else None


def _its_charge(x: TimeExpression, c: Candidate, at: dict[int, Candidate], r: Story) -> Candidate | None:
    """What charges somebody, where a day is the news's: "accused Chile of spying on Monday".

    Who is charged with stabbing somebody on Monday may have done so on that day.
    """
    told, words = r.published.first, r.lexicon.status
    news = told is not None and x.first is not None and x.first > told - A_WEEK and length(x) <= A_WEEK.days
    cue = c.status.cue[-1]
    charge = next((at[t.i] for t in (cue, *grammar.chain(cue)) if t.i in at and not at[t.i].noun), None)
    if not news or charge is None or charge.time is not None:
        return None
    in_court = cue.lemma_.lower() in words["pleas"] | words["clearing_verbs"]
    return charge if in_court or charge.type == "statement" else None


def _beside(theirs: TimeExpression, x: TimeExpression, span: Span, near: list[Candidate], r: Story) -> Candidate | None:
    """The noun in whose phrase a further time stands: "arrested him on Friday over the killing of a guard in 2009"."""
    if not _are_apart(x, theirs) or preposition_before(x, r) in r.lexicon.dating["reaching"]:
        return None  # "adjourned the talks on Friday until 3 May"
    named = [c for c in near if c.noun and c.time is None and c.support is None and c.token.i < span.start]
    if not named or any(t.pos_ not in IN_A_PHRASE for t in span.doc[named[-1].token.i + 1 : span.start]):
        return None
    return named[-1]


def _is_left_open(span: Span, x: TimeExpression, at: dict[int, Candidate], r: Story) -> bool:
    """Whether words that say when have no place in the calendar; what they are told of is noted."""
    told_of = at.get(span.root.head.i)
    unplaced = _is_unplaced(x, r)
    if not unplaced and (x.first is not None or x.until is not None or _half_known(x)):
        return False
    if told_of is None:
        return True
    # "will meet at the end of the month", of a text without a date; "left a week later"
    counted = x.type in {"DATE", "TIME"} and (told_of.status.value in AHEAD or x.rule in r.lexicon.dating["counts"])
    if unplaced or counted:
        for c in [told_of, *_joined_with(told_of, at)]:
            c.unplaced = x
    return True


def _joined_with(c: Candidate, at: dict[int, Candidate]) -> list[Candidate]:
    """What a clause tells together with its neighbours of one subject: "sipped tea and met envoys some weeks ago"."""
    first = c.verb.head if c.verb.dep_ == "conj" and not grammar.children(c.verb, grammar.SUBJECT) else c.verb
    rest = [t for t in grammar.children(first, {"conj"}) if not grammar.children(t, grammar.SUBJECT)]
    joined = [at[t.i] for t in (first, *rest) if t.i in at] if not c.noun else []
    return [o for o in joined if o is not c and not o.noun and o.verb.tag_ == c.verb.tag_]


def _is_the_occasions(occasion: Candidate, verb: Candidate, r: Story) -> bool:
    """Whether a time is its noun's, not its verb's: "the 1998 treaty collapsed", "the quake last month will cost"."""
    if occasion.time is not None and lasts_on(occasion.time, verb, r):
        return True  # "extended its deadline until Tuesday"
    if occasion.time is not None and is_ahead_of_its_tense(occasion.time, verb, r):
        return True  # "proposed a meeting on 12 May"
    if not _is_in_its_phrase(occasion):
        return False
    if verb.token.lemma_.lower() in r.lexicon.dating["altering"]:
        return True  # "tightened the 1989 embargo"
    if occasion.type in LASTING and verb.token.lemma_.lower() in r.lexicon.dating["ending"]:
        return True
    return (verb.status.value in AHEAD or verb.status.standing) and is_over(occasion, r)


def _is_in_its_phrase(c: Candidate) -> bool:
    """Whether an occasion's time stands in its noun phrase, and not with its verb."""
    return c.time_token is not None and is_under_its_noun(c.time_token, c)


def _keep_their_day(found: list[Candidate], at: dict[int, Candidate], r: Story) -> None:
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
        if noun is not None and not c.noun and is_moved(c, r):
            for t in grammar.children(noun.top, grammar.RELATIVE):
                if t.i in at and grammar.has_to(t) and grammar.is_past(t):
                    at[t.i].primary = False  # "the summit, which was to open on Monday, has been moved to Thursday"
        if c.noun or noun is None or not _is_off(c, r):
            continue
        moved, inside = any(is_put_off_to(x.time, c, r) for x in (c, noun)), [noun]
        if c.status.value == "cancelled":
            inside += [at[t.i] for t in noun.top.subtree if t.i in at and tells_of_an_occasion(t, r.lexicon)]
            begun = _to_begin(noun, c, at, r)
            inside += begun
            set_for = r.lexicon.dating["setting"] | r.lexicon.status["planned_passive"]
            for t in grammar.children(noun.top, grammar.RELATIVE):
                if t.i in at and t.lemma_.lower() in set_for:
                    at[t.i].primary = False  # "cancelled a conference that it had called for Monday"
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

    And any plan of the past that is told right before: "was due to vote on 3 May; its chairman put it off".
    """
    off, lately = calling_off(verb.verb, r.lexicon.status), verb.status.value == "occurred" and not verb.status.cue
    if off is None or not (lately or grammar.tells(verb.verb)) or grammar.negation(verb.verb):
        return
    undone = grammar.subjects(verb.verb) if grammar.is_passive(verb.verb) else grammar.objects(verb.verb)
    told = [at.get(r.names.antecedent[s.i].i) for s in undone if s.i in r.names.antecedent]
    meant = [x for o in told if o is not None for x in (o, o.partner) if x is not None and x.time is not None][:1]
    if not meant and any(s.lower_ in r.lexicon.status["it"] and s.i not in r.mention for s in undone):
        meant = _was_due_before(verb, found, r)
    for o in meant:
        if o.status.value in AHEAD | {"cancelled"}:
            o.status = replace(off, reason=f"{off.reason}, says a later sentence")
            to = [i for i, x in r.timed.items() if grammar.governor(r.doc[i]) == verb.verb and _is_its_new_day(x, r)]
            verb.primary = verb.primary and bool(to)
            for i in to:  # "it was postponed until 9 June"
                verb.time, verb.time_token, verb.near = r.timed[i], r.doc[i], True
                verb.status, verb.partner, verb.type = off, o, o.type
                verb.agents, verb.patients, verb.unnamed = list(o.agents), list(o.patients), list(o.unnamed)


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


def _call_off_what_belongs(found: list[Candidate], r: Story) -> None:
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


def _leave_to_who_rejects(found: list[Candidate], at: dict[int, Candidate]) -> None:
    """Let who rejects a plan be its entry, not whose it is: "Peru rejected a plan by Chile to close the port"."""
    for c in found:
        cue = c.status.cue[-1] if c.status.cue and c.status.value == "denied" and not c.noun else None
        rejecting = at.get(cue.i) if cue is not None else None
        if rejecting is None or rejecting is c or not grammar.has_to(c.verb):
            continue
        arranged = c.verb.head != rejecting.verb and c.verb.dep_ not in grammar.REDUCED  # "denied it had agreed to pay"
        if arranged or (c.verb.dep_ in grammar.REDUCED and set(c.agents) - set(rejecting.agents)):
            c.primary = False


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


def _has_its_own_time(c: Candidate, r: Story) -> bool:
    """Whether a time beside a minor noun is the noun's rather than the verb's: "defended his decision in March"."""
    known = is_known(c, r) and c.status.value != "cancelled"  # not "called off the search for survivors on Friday"
    return (known and c.top.dep_ in grammar.OBJECT) or bool(grammar.children(c.top, {"cop"}))


def _move_up(c: Candidate, at: dict[int, Candidate], r: Story) -> None:
    """Take a past date from an infinitive, which looks ahead: "introduced his plan to reform the banks yesterday"."""
    told = r.published.first
    starts = at.get(c.token.head.i)
    if starts is not None and starts.time is None and c.time is not None and _is_told_by_its_start(c, r):
        starts.time, starts.time_token, starts.near = c.time, c.time_token, c.near
        c.time = c.time_token = None
        return
    if c.time is None or c.noun or told is None or c.time.until is None:
        return
    if c.verb.dep_ in grammar.RELATIVE and any(a.tag_ == "VBD" for a in grammar.auxiliaries(c.verb)):
        return  # "the curbs, which were to lapse on Monday, had been extended"
    today = c.time.until == r.published.until and c.time_token is not None and c.time_token.i < c.verb.i
    if c.time.until > told and not today:  # "on Wednesday vowed to leave", not "vowed to leave on Wednesday"
        return
    of_a_plan = (
        c.verb.tag_ == "VBG" and c.status.cue != () and c.status.cue[0].pos_ == "NOUN"
    )  # "approved plans for drilling"
    done = any(a.lemma_ == "have" for a in grammar.auxiliaries(c.verb))  # "is said to have fled in May"
    allowed = c.status.value == "possible" and c.verb.head in c.status.cue and not done
    if not (grammar.has_to(c.verb) or of_a_plan) or not (allowed or c.status.value in {"planned", "hoped", "generic"}):
        return
    span = r.doc.char_span(c.time.start, c.time.end, alignment_mode="expand")
    named = named_before(span, at) if span is not None else None
    within = named is not None and named.token.i > c.token.i and named.type not in ARRANGED
    if named is not None and within and length(c.time) > A_WEEK.days:
        # "to prevent a repeat of the fire last year"
        named.time, named.time_token, named.near = c.time, c.time_token, c.near
        named.status = Status("occurred", (), "its date lies before the article")
        c.time = c.time_token = None
        return
    for head in grammar.chain(c.verb):
        above = at.get(head.i)
        if above is None and head.dep_ == "conj" and grammar.children(head, grammar.SUBJECT):
            return  # "…, but Monday's convoy is the first to reach it"
        if above is not None and above.status.background and c.verb in grammar.children(above.verb, {"xcomp"}):
            return  # "had planned to meet them on Tuesday"
        if head.dep_ == "ccomp" and c.time_token is not None and c.time_token.i < head.i:
            c.time = c.time_token = None  # "said the decision to shut the port in June was wrong": not said in June
            return
        if above is not None and not above.noun and grammar.is_past(above.verb) and not grammar.has_to(above.verb):
            arranged = above.token.lemma_.lower() in r.lexicon.status["planned_passive"] and grammar.is_passive(
                above.verb
            )
            if above.time is None and not arranged and (not today or grammar.tells(above.verb)):
                above.time, above.time_token, above.near = c.time, c.time_token, c.near
                c.time = c.time_token = None
            return


def _is_told_by_its_start(c: Candidate, r: Story) -> bool:
    """Whether a time says when something began or ended rather than when it was: "stopped paying it in May".

    Or when somebody had to do it or did not: "was forced to quit in May", "failed to agree in May".
    """
    above, words = c.token.head, r.lexicon
    forced = (
        above.lemma_.lower() in words.status["forcing_verbs"] and grammar.tells(above) and grammar.is_passive(above)
    )
    starts = words.dating["starting"] | words.triggers["failing"]
    return c.token.dep_ == "xcomp" and not c.noun and (forced or above.lemma_.lower() in starts)


def _is_nearer(head: Token, x: TimeExpression, governed: bool, c: Candidate, r: Story) -> bool:
    """Whether a further time dates an event better than the one it has: by the parse, finer, or closer to its word."""
    if not governed or c.time_token is None or c.time is None:
        return False
    for t in grammar.children(c.top, grammar.RELATIVE) if c.noun else ():
        had = any(a.lemma_ == "have" and a.tag_ == "VBD" for a in grammar.auxiliaries(t))
        if had and t.is_ancestor(c.time_token) and not t.is_ancestor(head):
            return True  # "the polls, which had been set for Saturday, will now be held on 9 June"
    if c.type == "deadline" and not c.noun:  # "on Friday gave them until Monday to leave"
        ends = [r.lexicon.openings.get(preposition_before(t, r)) == "until_end" for t in (x, c.time)]
        if any(ends) and not all(ends):
            return ends[0]
    if not c.near:
        return True
    mine, theirs = length(x), length(c.time)
    if is_put_off(c, r):
        return x.start > c.time.end  # "was put off on Monday to 3 June"
    if mine != theirs and not _are_apart(x, c.time):
        return mine < theirs  # "Yesterday, at this year's conference, Jobs unveiled"
    return abs(head.i - c.token.i) < abs(c.time_token.i - c.token.i)


def _are_apart(x: TimeExpression, y: TimeExpression) -> bool:
    """Whether two times have no day in common."""
    if x.first is None or x.until is None or y.first is None or y.until is None:
        return False
    return x.until <= y.first or y.until <= x.first


def _follows(x: TimeExpression, before: TimeExpression, r: Story) -> bool:
    """Whether a time goes on where another ends, in one breath: "on 24 and 25 April", or may be in its place."""
    if x.first is None or before.until is None or x.start <= before.end:
        return False
    if _is_either(before, x, r):
        return x.first >= before.until
    return x.first == before.until and r.article.text[before.end : x.start].strip() in {"and", "&", ","}


def _is_either(one: TimeExpression, other: TimeExpression, r: Story) -> bool:
    """Whether something was or will be at one of two times: "on 3 or 4 June", "in May or in June"."""
    between = r.article.text[one.end : other.start].lower().split()
    return between[:1] == ["or"] and len(between) < 3  # "or in", "or on"


def _moved_to(c: Candidate, x: TimeExpression, times: Sequence[TimeExpression], r: Story) -> TimeExpression:
    """The day that an occasion is moved to, where both are said: "postponed from 3 May to 9 June"."""
    shifting = r.lexicon.dating["shifting"]
    if x.parts and c.noun and c.top.dep_ in grammar.OBJECT and c.top.head.lemma_.lower() in shifting:
        return next((o for o in times if o.id == x.parts[-1]), x)  # read as a stretch: "moved a vote from …"
    if preposition_before(x, r) != "from":
        return x
    moved_to = next((o for o in r.timed.values() if r.article.text[x.end : o.start] in {" to ", " until "}), x)
    if c.noun and is_put_off(c, r) and moved_to is not x:
        c.primary = True  # off on its old day; its verb tells of the new one
        return x
    return moved_to


def _by_date(c: Candidate, r: Story) -> Status:
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
    if by_verb and _is_in_its_phrase(c) and over:  # "the blast last week is expected to cost"
        return Status("occurred", (), "its date lies before the article")
    if c.noun and over and c.time is not None and c.status.value in AHEAD and preposition_before(c.time, r) == "of":
        return Status("occurred", (), "its date lies before the article")  # "will review the pact of 2002"
    named = _by_its_own_day(c, over, r) if c.noun and c.status.value in AHEAD else None
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
    if _is_only_named(c) and _is_in_its_phrase(c) and is_over(c, r):  # "did not mention the raid last May"
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
    scheduled = c.headed and c.time is not None and (c.time.type == "TIME" or kind_at(r.blocks, c.time.start) == "day")
    awaited = today and present and (scheduled or carried.lemma_.lower() in r.lexicon.triggers["awaited"])
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
            return replace(c.status, value="ongoing", reason="it is of the article's day", standing=False)
        return replace(c.status, value="occurred", reason="its date lies before the article", standing=False)
    return c.status


def _after_all(c: Candidate, r: Story) -> Status | None:
    """What is said of when something is to come at last: "will not open until May", "is not likely to before May"."""
    until, told = c.when.until, r.published.until
    preposition = preposition_before(c.time, r) if c.time is not None else ""
    if _is_at_the_earliest(c, preposition, r):
        return Status("possible", c.status.cue[:1], "hardly before then, but then it may be")
    if until is None or told is None:
        return None
    if c.status.value == "occurred" and c.when.first is None and until > told and _is_awaited_by(c):
        return Status("planned", (), "its last day lies ahead of the article")
    if c.status.value != "denied" or not _is_not_until(c, preposition):
        return None
    if is_pluperfect(c.verb) and is_awaited(c.verb, r.lexicon):
        c.primary = False  # "had not been expected until Friday": and came before
        return c.status
    value = "planned" if until > told else "occurred"
    return Status(value, c.status.cue, f"“{c.status.cue[0].text} … until”: not before then, but then")


def _let_last(c: Candidate, r: Story) -> None:
    """Let what has been since a day go on where its verb lasts: "has besieged it since May", no "has sunk nine"."""
    since = c.when.first is not None and c.when.until is None
    beneath = (
        c.noun and grammar.case(c.top) in r.lexicon.roles["beneath"] and grammar.governor(c.top) != c.verb.sent.root
    )
    if since and beneath and c.status.value == "occurred":  # "Lund, under arrest since May, said"
        c.status = replace(c.status, value="ongoing", reason="it has been so since then")
    if not since or c.status.value != "occurred" or c.status.background or not has_gone_on(c.verb):
        return
    counted = c.partner is not None and grammar.children(c.partner.top, {"nummod"})  # "has held nine meetings"
    lasts = grammar.children(c.verb, {"cop"}) or (not c.noun and c.token.lemma_.lower() in r.lexicon.dating["enduring"])
    if lasts and not counted:
        c.status = replace(c.status, value="ongoing", reason="the present perfect of what lasts: it goes on")


def _let_be_until(c: Candidate, r: Story) -> None:
    """Let what is so until a day to come be under way, whatever its subject is: "schools are shut until 9 June"."""
    until, told = c.when.until, r.published.until
    ahead = c.when.first is None and until is not None and told is not None and until > told
    if c.noun or not ahead or c.status.value != "generic" or not is_present(c) or c.time is None:
        return
    how = grammar.is_passive(c.verb) or c.token.lemma_.lower() in r.lexicon.dating["keeping"]
    how = how or bool(grammar.children(c.verb, {"cop"}))
    if how and c.time.rule not in r.lexicon.dating["hours"]:  # "shops are open until 8 p.m."
        c.status = replace(c.status, value="ongoing", reason="it is so until then")


def _go_on_from_then(c: Candidate, r: Story) -> None:
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

    "Get around Wednesday's ruling", which was; "urged them not to go ahead with Sunday's vote", which is to be.
    """
    before = c.time_token is not None and c.time_token.i < c.token.i and _is_in_its_phrase(c)
    if before and over and c.support is None:
        return Status("occurred", (), "its date lies before the article")
    first, told = c.when.first, r.published.until
    to_come = first is not None and told is not None and first >= told and c.status.value == "hoped"
    owned = c.time is not None and r.article.text.startswith(OWNING, c.time.end)
    return (
        Status("planned", (), "called by a day that lies ahead", arranged=True)
        if before and to_come and owned
        else None
    )


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


def _is_unplaced(x: TimeExpression, r: Story) -> bool:
    """Whether words say when, and nobody knows on which days: "a few years ago", "in its fiscal first quarter"."""
    words = r.lexicon.dating
    if is_of_nobodys_calendar(x, r):
        return True
    if x.rule in words["within"] and _follow(x, words["of_something"], r):
        return True
    within = preposition_before(x, r) in words["scenes"]  # "in the weeks after the vote", no "days after it"
    if x.rule in words["in_years"] and (
        _follow(x, words["following"], r) or (within and _follow(x, words["in_after"], r))
    ):
        return True
    if x.rule in words["hours"] and _is_of_anothers_day(x, r):
        return True
    if x.rule in words["hours"] and any(
        o.type == "DURATION" and 0 < o.start - x.end <= BESIDE and _counts(o, r) for o in set(r.timed.values())
    ):
        return True  # "at 6 a.m. ten days before the shooting"
    past = x.type in {"DATE", "TIME"} and x.value == "PAST_REF"
    return (past or x.rule in words["vague"]) and x.first is None


def _is_of_anothers_day(x: TimeExpression, r: Story) -> bool:
    """Whether an hour is of a day that is known by what happened on it: "at 10 a.m. on the day of his death"."""
    return _follow(x, r.lexicon.dating["another_day"], r)


def _follow(x: TimeExpression, phrases: frozenset[str], r: Story) -> bool:
    """Whether one of some phrases stands right behind a time."""
    after = r.article.text[x.end : x.end + BEHIND].lower()
    return any(after.startswith(f" {phrase}") for phrase in phrases)


def _counts(x: TimeExpression, r: Story) -> bool:
    """Whether a length is counted from an occasion that stands right after it: "ten days before the shooting"."""
    after = r.article.text[x.end :].split(maxsplit=1)
    return bool(after) and r.lexicon.openings.get(after[0]) in {"until_start", "from_end"}


def _then(span: Span, at: dict[int, Candidate], r: Story) -> Candidate | None:
    """The event of the clause that says what a time is known for: "since 20 April, when a well blew up"."""
    i = span.end + (span.end < len(span.doc) and span.doc[span.end].text == ",")
    if i >= span.sent.end:
        return None
    if span.doc[i].lower_ != "when":
        return _on_the_day(span, i, at, r)
    return next(
        (at[t.i] for t in grammar.chain(span.doc[i]) if t.i > i and t.i in at and _when(at[t.i].verb, span[-1])), None
    )


def _on_the_day(span: Span, i: int, at: dict[int, Candidate], r: Story) -> Candidate | None:
    """What a day is told to be that of: "20 April, the day (that) the queen is due to open the port"."""
    words, end = r.lexicon.dating, span.sent.end
    i += i < end and span.doc[i].pos_ == "AUX"  # "20 April is the day the queen comes"
    if " ".join(t.lower_ for t in span.doc[i : i + 2]) not in words["the_day"] or i + 2 >= end:
        return None
    behind = span.doc[i + 2]
    if behind.pos_ in {"ADP", "SCONJ", "PUNCT"} and behind.lower_ not in words["which_day"]:
        return None  # "the day after the vote"
    verb = next((t for t in span.doc[i + 2 : end] if t.pos_ == "VERB" or t.text in {",", ";", "."}), None)
    while verb is not None and (below := grammar.children(verb, {"xcomp"})) and below[0].i in at:
        verb = below[0]  # "is expected to visit Lima"
    return at.get(verb.i) if verb is not None else None


def _when(verb: Token, time: Token) -> bool:
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


def _half_known(x: TimeExpression) -> bool:
    return x.value is not None and x.value.startswith("XXXX") is False and x.value[:4].isdigit()


def _side(preposition: str, x: TimeExpression, c: Candidate, r: Story) -> str | None:
    """Which end of an event a preposition before its time opens; "the end of June" is over when June is."""
    words = r.lexicon
    if x.type == "DURATION":
        return None  # "through the next three years"
    if preposition in words.dating["lasting_to"] & words.dating["throughout"]:
        the = r.article.text[: x.end].rfind("the ", max(0, x.start - 4)) >= 0
        if (the and x.mod != "END") or c.last is not None:
            return None  # "through the summer", but "through 29 September"
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


def _is_of_no_known_day(c: Candidate, r: Story) -> bool:
    """Whether an hour of what is to come would be that of a day gone by: "the 8 p.m. speech will be shown".

    Nor does anyone know the day from which a condition counts: "if he resigns, a vote will be held within 60 days";
    or from which an old plan did: "under the deal, troops were to leave within 60 days".
    """
    x, told = c.time, r.published.first
    if x is not None and x.rule in r.lexicon.dating["within"] and x.first == told:
        cues = [t for t in c.status.cue[:1] if t not in grammar.chain(c.verb)]  # not "vowed to leave within a week"
        was = c.verb.tag_ != "VBD" and any(a.tag_ == "VBD" for a in (*cues, *grammar.auxiliaries(c.verb)))
        old = was and not c.noun and c.verb.dep_ != "ccomp"  # but "ordered that troops were to leave within a week"
        return c.status.value == "conditional" or (c.status.value == "planned" and old)
    over = x is not None and x.until is not None and told is not None and x.until <= told
    return over and x is not None and x.rule in r.lexicon.dating["hours"] and c.status.value == "planned"


def _is_an_hour_alone(x: TimeExpression, c: Candidate, r: Story) -> bool:
    """Whether an hour of what has happened has no day but the article's: "was shot at 10 p.m."."""
    return not _is_of_the_story(x) and _has_no_day(x, c, r)


def _is_of_the_story(x: TimeExpression) -> bool:
    """Whether an hour is counted from a time of the story, not from the article's day."""
    return x.anchor is not None and not x.anchor[0].isdigit()


def _has_no_day(x: TimeExpression, c: Candidate, r: Story) -> bool:
    """Whether a time is an hour whose day does not stand in the sentence."""
    if x.rule not in r.lexicon.dating["hours"]:
        return False
    beside = {r.timed[t.i] for t in c.token.sent if t.i in r.timed}
    return not any(o.type == "DATE" and o.first == x.first for o in beside)


def _lend_its_hour_a_day(c: Candidate, r: Story) -> None:
    """Say of an event whose sentence names its hour and no day that the day is lent: "shot at 10 p.m."."""
    x = c.time
    if x is None or c.when.basis != "explicit" or not _has_no_day(x, c, r):
        return
    told = _is_of_the_story(x)
    c.headed = told or c.status.value == "planned"
    c.when = replace(c.when, basis="inherited")
    c.lent = "the day told before its hour" if told else "the article's day, for an hour without one"


def _keep_to_its_side(c: Candidate, r: Story) -> None:
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
        single = single or _is_either(x, c.last, r)
        return When(None, first, c.last.until, edtf, "explicit", "within" if single else "throughout", x.id)
    # "before the April 20 explosion": the preposition is the explosion's
    time = c.time_token if c.time_token is not None and c.time_token.i < c.token.i else None
    there = bool(grammar.children(c.verb, {"expl"}))  # "since May there have been raids"
    inside = time is not None and (c.noun or _when(c.verb, time) or _is_in_its_subject(time, c.verb))
    inside = inside and not (there and time is not None and not is_under_its_noun(time, c))
    inside = inside or _is_by_whom(x, c, r)
    preposition = "" if inside else preposition_before(x, r)
    side = _side(preposition, x, c, r) or _side_of_its_noun(c, r)
    if _follow(x, r.lexicon.dating["at_the_latest"], r):
        side = "until_end"
    if is_put_off_to(x, c, r):  # "postponed until September" is for September
        side = "from_end" if preposition in r.lexicon.dating["put_off_past"] else None
        preposition = ""
    if _is_not_until(c, preposition):
        side = None  # "will not open until May": then it does
    if _is_at_the_earliest(c, preposition, r):
        side = "from_start"  # "is not likely to open before May"
    if side is None and x.rule in r.lexicon.dating["bounded"] and x.mod == "BEFORE":
        side = "until_end"  # "began more than three months ago"
    if x.rule in r.lexicon.dating["bounded"] and x.mod == "AFTER" and first and r.published.until:
        until = r.published.until  # "began less than a week ago"
        edtf = f"{first}/{until - A_DAY}"
    if side is not None and not x.parts:
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
    if preposition in r.lexicon.dating["in_the_course"] and not x.parts and not whole:
        through = False
    if preposition == "within" or x.text.lower().startswith(("within", "in ")) or _is_limit(x, r):
        through = False
    if x.parts and preposition == "between":
        through = False
    if c.type == "deadline" or not long:
        through = False
    return When(x.value, first, until, edtf, basis, "throughout" if through else "within", x.id)


def _count_from_speaking(c: Candidate, at: dict[int, Candidate], r: Story) -> None:
    """Count "today" in a quote from the day of speaking, where the words around tell that: "…, he said on Monday"."""
    x, told = c.time, r.published.first
    if x is None or x.first is None or told is None or x.until != x.first + A_DAY or c.token.i not in r.quoted:
        return
    if x.text.lower() not in r.lexicon.dating["days_of_speaking"] | r.lexicon.dating["days_beside_speaking"]:
        return
    around = [
        *grammar.chain(c.verb),
        *(t for h in (c.verb, *grammar.chain(c.verb)) for t in grammar.children(h, grammar.SAYING)),
    ]
    for teller in (at[t.i] for t in around if t.i in at and t.lemma_.lower() in r.lexicon.reporting):
        y = teller.time
        if y is None or y.first is None or y.until != y.first + A_DAY or y.first == told or teller.token.i in r.speaker:
            continue
        day = y.first + (x.first - told)
        c.when = When(day.isoformat(), day, day + A_DAY, day.isoformat(), "inherited", "within")
        c.lender, c.lent = teller, f"“{x.text}” counted from the day of speaking"
        return


def _is_awaited_by(c: Candidate) -> bool:
    """Whether a clause in the perfect tells what another deed waits for: "will pay once the mill has been sold"."""
    verb = c.support if c.support is not None else c.verb
    marks = {t.lower_ for t in verb.children if t.dep_ in {"mark", "advmod"}}
    perfect = any(a.lemma_ == "have" and a.tag_ in {"VBZ", "VBP"} for a in grammar.auxiliaries(verb))
    return verb.dep_ == "advcl" and perfect and bool(marks & grammar.WORDS["at_which"])


def _is_not_until(c: Candidate, preposition: str) -> bool:
    """Whether a day is when it came after all: "will not open until May", "it was not until May that it opened"."""
    if preposition not in grammar.WORDS["up_to"]:
        return False
    if c.status.value != "denied":
        return c.time_token is not None and grammar.negation(c.time_token) is not None
    return any(t.lower_ in grammar.NEGATIONS for t in c.status.cue)


def _is_at_the_earliest(c: Candidate, preposition: str, r: Story) -> bool:
    """Whether nobody looks for an event before a day, on which it may come: "is not expected to open before May"."""
    above = c.verb.head
    if preposition != "before" or c.noun or c.verb.dep_ not in grammar.COMPLEMENT | {"xcomp"}:
        return False
    return above.lower_ in r.lexicon.dating["foreseen"] and grammar.negation(above) is not None


def _is_limit(x: TimeExpression, r: Story) -> bool:
    """Whether a length says by when, not how long: "within 18 months"."""
    return "within" in r.article.text[max(0, x.start - 12) : x.start].lower()


def _is_published_day(x: TimeExpression, r: Story) -> bool:
    return x.first is not None and x.first == r.published.first and x.until == r.published.until
