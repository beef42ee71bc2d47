"""When an event is: the time that its words govern, its clause's, the article's, or honestly none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from spacy.tokens import Span, Token

from timeline.events import grammar
from timeline.events.borrowing import lend
from timeline.events.by_day import by_date, go_on_from_then, let_be_until, let_last
from timeline.events.called_off import (
    call_off_what_belongs,
    is_moved_from,
    keep_their_day,
    leave_to_who_rejects,
    moved_to,
)
from timeline.events.chronicle import date_entries, under_its_head
from timeline.events.counting import (
    ARRANGED,
    count_back_from_its_end,
    count_events,
    count_from_what_it_is_of,
    date_what_lasts,
    keep_to_its_clause,
    run_its_length,
    set_deadline,
)
from timeline.events.governing import by_parse, by_phrase, clause_of, nearest, told_then
from timeline.events.identity import AHEAD, HAPPENED, is_known, tells_a_blow
from timeline.events.periods import in_its_own_year, is_of_nobodys_calendar
from timeline.events.status import Status
from timeline.events.story import Candidate, Story, tell_in_titles
from timeline.events.stretches import (
    is_either,
    is_followed_by,
    is_in_its_phrase,
    is_of_a_when_clause,
    keep_to_its_side,
    when_of,
)
from timeline.events.tenses import (
    IN_A_PHRASE,
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
    judged,
    lasts_on,
    looked_forward_to,
    named_before,
    named_between,
    preposition_before,
)
from timeline.events.things import dates_a_thing, length, names_a_thing
from timeline.model import TimeExpression, When

A_DAY, A_WEEK, A_MONTH = timedelta(1), timedelta(7), timedelta(31)
LASTING = {"agreement", "sanction"}  # types whose occasions last until somebody ends them
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
        if x.id in in_range or x.type == "SET" or span is None or _is_said_again(x, times, r):
            continue
        x = in_its_own_year(x, r)
        if _is_left_open(span, x, at, r):
            continue
        head = span.root
        then = _then(span, at, r)
        if then is not None and then.time is None:
            then.time, then.time_token = x, head
        if _names_a_thing(span, x, heads, r):
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
    _share_when_it_is_due(found, at, r)
    keep_their_day(found, at, r)
    call_off_what_belongs(found, r)
    leave_to_who_rejects(found, at)
    _share_what_it_did(found, at, r)
    _share_when_it_was_held(found, at, r)
    _share_times(found, r)
    count_events(found, at, times, r)
    date_what_lasts(found, times, r)
    for c in found:
        _move_up(c, at, r)
    date_entries(found, times, r)
    for c in found:
        if c.time is not None and (_is_of_no_known_day(c, r) or is_moved_from(c, c.time, times, r)):
            c.unplaced, c.time, c.time_token = c.time, None, None
        if c.time is not None:
            c.time = moved_to(c, c.time, times, r)
            c.when = when_of(c.time, c, r)
            c.status = by_date(c, r)
            _tell_limit(c, c.time, r)
            let_last(c, r)
            let_be_until(c, r)
            _count_from_speaking(c, at, r)
            under_its_head(c, r)
            _lend_its_hour_a_day(c, r)
            keep_to_its_side(c, r)
            run_its_length(c, at, r)
            go_on_from_then(c, r)
        set_deadline(c, at, r)
    lend(found, at, r)
    for c in found:
        if c.when.basis == "inherited":
            let_last(c, r)
        count_from_what_it_is_of(c, at, r)
        keep_to_its_clause(c, at, r)
        count_back_from_its_end(c, r)
        if c.counted is not None and c.when.basis == "inherited":
            c.status = by_date(c, r)


def _names_a_thing(span: Span, x: TimeExpression, at: dict[int, Candidate], r: Story) -> bool:
    """Whether a time dates no event; titles tell it where it says what something is."""
    if names_a_thing(span, x, r):
        tell_in_titles(x, r)
    return dates_a_thing(span, x, at, r)


def _tell_limit(c: Candidate, x: TimeExpression, r: Story) -> None:
    """Let a title say up to when something is not to be: "will not open before June", but then it may."""
    if c.status.value == "denied" and c.when.first is None and c.when.until is not None:
        tell_in_titles(x, r)


def _is_said_again(x: TimeExpression, times: Sequence[TimeExpression], r: Story) -> bool:
    """Whether the date behind what is counted from the story says the same better: "one week earlier, on 13 May"."""
    if x.rule not in r.lexicon.dating["restated"] or r.article.text[x.end : x.end + 1] != ",":
        return False
    behind = next((o for o in times if o.start > x.end and o.first is not None), None)
    return behind is not None and r.article.text[x.end : behind.start] in {", on ", ", "}


def _share_purposes(found: list[Candidate], at: dict[int, Candidate]) -> None:
    """Give a journey or a meeting to come the day of what it is for: "will fly to Oslo to meet the queen on 5 May".

    And a journey that of the visit for which it is made, which is the same: "will fly to Oslo for a visit on 5 May".
    """
    for c in found:
        going = at.get(c.top.head.i) if c.noun and c.type == "visit" and grammar.case(c.top) == "for" else None
        if c.time is not None and going is not None and going.type == "visit" and going.time is None:
            going.time, going.time_token, going.near, c.primary = c.time, c.time_token, c.near, False
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


def _share_when_it_was_held(found: list[Candidate], at: dict[int, Candidate], r: Story) -> None:
    """Give an occasion the day on which a participle says it was held: "voted for it in a referendum held in May".

    One that is planned whatever comes of it is the entry: "the vote planned for 3 May could cause harm".
    """
    for c in found:
        if not c.noun or c.time is not None:
            continue
        _share_how_long_it_was(c, at, r)
        parts = (t for n in dict.fromkeys((c.top, c.token)) for t in grammar.children(n, grammar.REDUCED))
        told = (at[t.i] for t in parts if t.i in at and t.tag_ == "VBN")
        o = next((o for o in told if o.time is not None), None)
        if o is None:
            continue
        fixed = c.status.cue == (o.verb,)
        arranged = c.status.value == "planned" and o.verb.lemma_ in r.lexicon.status["planned_passive"]
        held = o.verb.lemma_ in grammar.WORDS["of_occasions"] and {o.status.value, c.status.value} <= HAPPENED
        if fixed or arranged or held or is_moved(o, r):  # "the vote, moved to 3 May, will be watched"
            c.time, c.time_token, c.near = o.time, o.time_token, o.near
        if fixed and c.partner is not None:
            c.primary, c.partner.primary = True, False


def _share_how_long_it_was(c: Candidate, at: dict[int, Candidate], r: Story) -> None:
    """Make one entry of an occasion told of in passing and of when it began or ended: "the talks, which ended in May".

    One that only lasted is told by its noun: "a meeting that dragged on into Monday night".
    """
    phases, long = grammar.WORDS["lasting"], r.lexicon.dating["outlasting"]
    for t in grammar.children(c.top, grammar.RELATIVE) if c.in_passing else ():
        o = at.get(t.i)
        if o is None or o.time is None or not {o.status.value, c.status.value} <= HAPPENED:
            continue
        if t.lemma_ in long:
            c.time, c.time_token, c.near, o.primary = o.time, o.time_token, o.near, False
        elif t.lemma_ in phases:
            c.primary = False


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
    if lasts_on(x, dated, r):
        tell_in_titles(x, r)
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
    """What keeps somebody from something until a day, on which it need not be: "barred from leaving until 1 July".

    Or kept him from it on a day gone by: "prevented them from meeting on Monday".
    """
    cue = c.status.cue[0] if c.status.value == "denied" and grammar.case(c.verb) == "from" and not c.noun else None
    if cue is None or cue != c.verb.head or (told := r.published.until) is None:
        return None
    kept = at.get(cue.i)
    over = x.until is not None and x.until <= told and not grammar.has_to(cue)
    over = over or (kept is not None and kept.status.value in AHEAD)  # "may prevent them from meeting on Friday"
    return kept if over or preposition_before(x, r) in r.lexicon.dating["reaching"] else None


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
    had = any(a.lemma_ == "have" for a in grammar.auxiliaries(c.verb))  # "of having spied on Monday"
    if not news or had or charge is None or charge.time is not None:
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
    began = occasion.time_token is not None and any(
        t.is_ancestor(occasion.time_token) for t in grammar.children(occasion.top, grammar.RELATIVE)
    )
    if began and grammar.is_perfect(verb.verb) and not grammar.is_pluperfect(verb.verb):
        return True  # "the war, which broke out in 2003, has killed thousands"
    if not is_in_its_phrase(occasion):
        return False
    if verb.token.lemma_.lower() in r.lexicon.dating["altering"]:
        return True  # "tightened the 1989 embargo"
    if occasion.type in LASTING and verb.token.lemma_.lower() in r.lexicon.dating["ending"]:
        return True
    return (verb.status.value in AHEAD or verb.status.standing) and is_over(occasion, r)


def _has_its_own_time(c: Candidate, r: Story) -> bool:
    """Whether a time beside a minor noun is the noun's rather than the verb's: "defended his decision in March"."""
    known = is_known(c, r) and c.status.value != "cancelled"  # not "called off the search for survivors on Friday"
    words, over = r.lexicon, c.top.head.lemma_.lower()
    known = known and over not in words.triggers["phases"] | words.dating["suspending"]  # nor "halted their search"
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
    ordered = c.verb.dep_ in {"xcomp", "advcl"} and c.verb.head.lemma_.lower() in r.lexicon.dating["ordering"]
    before = c.time_token is not None and c.time_token.i < c.verb.i
    bound = preposition_before(c.time, r) in r.lexicon.openings  # "ordered them to leave by Monday"
    today = c.time.until == r.published.until and (before or (ordered and not bound))
    if today and c.partner is not None and is_in_its_phrase(c.partner):
        return  # "said Friday's talks are to focus on cod"
    # "on Wednesday vowed to leave", "ordered them to leave on Wednesday", not "vowed to leave on Wednesday"
    if c.time.until > told and not today:
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
        had = grammar.is_pluperfect(t)
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
        # "was put off on Monday to 3 June", no "put back to 9 June from 3 June"
        old = preposition_before(x, r) in r.lexicon.dating["put_off_from"] and is_put_off_to(c.time, c, r)
        return x.start > c.time.end and not old
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
    if is_either(before, x, r):
        return x.first >= before.until
    return x.first == before.until and r.article.text[before.end : x.start].strip() in {"and", "&", ","}


def _is_unplaced(x: TimeExpression, r: Story) -> bool:
    """Whether words say when, and nobody knows on which days: "a few years ago", "in its fiscal first quarter"."""
    words = r.lexicon.dating
    if is_of_nobodys_calendar(x, r):
        return True
    if x.rule in words["within"] and is_followed_by(x, words["of_something"], r):
        return True
    within = preposition_before(x, r) in words["scenes"]  # "in the weeks after the vote", no "days after it"
    if x.rule in words["in_years"] and (
        is_followed_by(x, words["following"], r) or (within and is_followed_by(x, words["in_after"], r))
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
    return is_followed_by(x, r.lexicon.dating["another_day"], r)


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
        (
            at[t.i]
            for t in grammar.chain(span.doc[i])
            if t.i > i and t.i in at and is_of_a_when_clause(at[t.i].verb, span[-1])
        ),
        None,
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


def _half_known(x: TimeExpression) -> bool:
    return x.value is not None and x.value.startswith("XXXX") is False and x.value[:4].isdigit()


def _is_of_no_known_day(c: Candidate, r: Story) -> bool:
    """Whether an hour of what is to come would be that of a day gone by: "the 8 p.m. speech will be shown".

    Nor does anyone know the day from which a condition counts: "if he resigns, a vote will be held within 60 days";
    or from which an old plan did: "under the deal, troops were to leave within 60 days".
    """
    x, told = c.time, r.published.first
    if x is not None and x.rule in r.lexicon.dating["within"] and x.first == told:
        cues = [t for t in c.status.cue[:1] if t not in grammar.chain(c.verb)]  # not "vowed to leave within a week"
        was = c.verb.tag_ != "VBD" and any(a.tag_ == "VBD" for a in (*cues, *grammar.auxiliaries(c.verb)))
        then = any(t.lower_ in r.lexicon.dating["in_turn"] for t in grammar.children(c.verb, {"advmod"}))
        if then and c.status.value in AHEAD:
            return True  # "the court must then rule within two weeks": of what comes first
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
