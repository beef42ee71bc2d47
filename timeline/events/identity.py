"""Which tellings in one article are of the same deed: "resigned on Monday … his resignation".

`told_elsewhere` finds the telling whose date an event may take, `tells_again` says whether it has its entry already.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import timedelta
from functools import lru_cache
from typing import TypeGuard

from spacy.tokens import Token

from timeline.events import grammar, titles
from timeline.events.participants import who
from timeline.events.story import Candidate, Story
from timeline.events.telling import is_of_long_ago
from timeline.events.triggers import comes_into_force, tells_of_an_occasion
from timeline.model import When

HAPPENED = {"occurred", "ongoing"}
AHEAD = {"planned", "hoped", "possible"}
A_WEEK = timedelta(7)
_A_MONTH = timedelta(31)
A_FEW = timedelta(3)  # days within which what an article reports came about
OFTEN = {"meeting", "talks", "visit"}  # what the same people do again and again
DESCRIBING = {"det", "amod", "compound", "nummod", "nmod", "nmod:poss", "acl", "acl:relcl"}
POSSESSIVE = {"nmod:poss", "poss"}
HOW_FAR = 2  # sentences behind a blow in which it is told how it was struck


def dated_deeds(found: list[Candidate], r: Story) -> dict[str, list[Candidate]]:
    """What was done → its events with a time of their own, but for a picture's and what was years ago."""
    out: dict[str, list[Candidate]] = {}
    for c in found:
        own = c.time is not None and c.when.basis == "explicit" and not _is_called_by_its_year(c, r)
        if own and c.kind != "caption" and not is_of_long_ago(c, r):
            for deed in _deeds(c, r):
                out.setdefault(deed, []).append(c)
    return out


def _is_called_by_its_year(c: Candidate, r: Story) -> bool:
    """Whether an occasion is only named with its year: "agreed to review the agreement of 2002"."""
    x = c.time
    if x is None or not c.noun or x.first is None or x.until is None or x.until - x.first <= _A_MONTH:
        return False
    return r.article.text.startswith(" of ", x.start - len(" of "))


def told_elsewhere(c: Candidate, deeds: dict[str, list[Candidate]], r: Story) -> Candidate | None:
    """The dated telling of the deed that an event without a date tells again, None where it may be one of several.

    That of one to come, too, where no verb says that it was: "will visit Togo on 3 May. … during the visit".
    """
    if c.noun and not (is_known(c, r) or c.kind == "headline"):
        return None
    same = [o for deed in _deeds(c, r) for o in deeds.get(deed, ()) if o is not c and _may_be_one(c, o, r)]
    alone = {"planned"} if c.noun and c.partner is None else set[str]()
    same = [o for o in same if o.status.value in HAPPENED | alone and c.status.value in HAPPENED]
    same = [o for o in same if not _are_counted_apart(c, o)]
    if not c.noun and r.lexicon.verbs.get(c.token.lemma_.lower()) == "agreement":
        same = [o for o in same if not comes_into_force(o.verb, r.lexicon)]  # "agreed … The pact took effect in May"
    return same[0] if len({(o.when.first, o.when.until) for o in same}) == 1 else None


def _are_counted_apart(c: Candidate, o: Candidate) -> bool:
    """Whether two deeds were done to or by so many and so many others: "killed 20 rebels … killed 12 rebels"."""
    mine, theirs = (
        {x.lower_ for t in grammar.objects(v) + grammar.subjects(v) for x in grammar.children(t, {"nummod"})}
        for v in (c.token, o.token)
    )
    return bool(mine and theirs) and not mine & theirs


def told_when(found: list[Candidate], r: Story) -> Iterator[tuple[Candidate, Candidate]]:
    """Blows, votes and news, each with the occasion of the next sentence that says when they were.

    "Gunmen raided a clinic. The attack took place on Thursday in Gao"; "has banned mining. Monday's move ends a row".
    """
    for o in found:
        if not o.noun or o.time is None or o.when.basis != "explicit" or o.status.value != "occurred":
            continue
        if not is_known(o, r) or not titles.is_plain(o.top, r.names):
            continue
        before = (c for c in found if not c.noun and c.token.sent.end == o.token.sent.start and c.kind == o.kind)
        told = next((c for c in before if _is_told_by(c, o, r)), None)
        if told is not None and told.time is None and told.status.value == "occurred":
            yield told, o


def _is_told_by(c: Candidate, o: Candidate, r: Story) -> bool:
    """Whether a known noun with a day is what the sentence before tells: a blow that came then, a vote, "the move"."""
    words, lemma = r.lexicon.dating, o.token.lemma_.lower()
    if o.type == c.type == "vote" or lemma in words["news_again"]:
        return c.verb == r.sentences[c.token.i].root and o.top in grammar.subjects(o.support or o.verb)
    struck = c.type == "attack" or c.token.lemma_.lower() in words["harming"] | words["striking"] | words["blows_done"]
    if not struck or not (is_a_blow(o, r) or lemma in words["blows"] | words["disasters"]) or o.support is None:
        return False
    carried = tells_of_an_occasion(o.support, r.lexicon) or _with_small_word(o.support) in words["comes"]
    return carried and not any(t.i in r.timed for t in o.top.subtree)


def planned_before(c: Candidate, found: list[Candidate], r: Story) -> Candidate | None:
    """The dated plan of an earlier sentence that a noun tells of as known: "will meet on 9 May. The session is off"."""
    if not (is_known(c, r) and titles.is_plain(c.top, r.names)) or any(grammar.obliques(c.top)):
        return None
    any_kind = c.token.lemma_.lower() in r.lexicon.dating["any_occasion"]

    def is_one(plan: Candidate) -> bool:
        beside = plan.token.sent == c.token.sent
        any_plan = any_kind and bool(
            beside or plan.actors or not c.actors
        )  # "her trip is off" is no matter of a port's
        return any_plan or plan.token.lemma_ == c.token.lemma_  # "was to debate it on 9 May. The debate is off"

    over = grammar.governor(c.top)
    plans = [o for o in found if o.token.i < c.token.i and o.type != "statement"]
    plans = [o for o in plans if is_a_plan(o, r) or (o.time is not None and over in o.status.cue)]
    plans = [
        o
        for o in plans
        if o.token.sent.start < c.token.sent.start or o.verb in grammar.chain(c.verb) or c.verb in grammar.chain(o.verb)
    ]  # "who had been due to visit Oslo on Friday has postponed the trip"
    told = r.names.known.get(c.top.i)  # its fuller telling
    alike = (o for o in reversed(plans) if _deeds(c, r) & _deeds(o, r) or (o.type == c.type != "other") or is_one(o))
    own = (o for o in plans if told is not None and told in {o.top, *grammar.subjects(o.verb)})
    agreeing = (o for o in alike if _may_be_called_off(c, o) and not _are_apart(c, o, r))
    return next(own, None) or next(agreeing, None)


def is_meant_by(c: Candidate, told: Candidate, r: Story) -> bool:
    """Whether a bare noun is the occasion told of before: "Chad called off a summit … the meeting had been set"."""
    alike = c.type == told.type or {c.type, told.type} == {"meeting", "talks"}
    plain = is_known(c, r) and titles.is_plain(c.top, r.names)
    return alike and plain and _is_part(set(c.actors), set(told.actors)) and not _are_apart(c, told, r)


def _may_be_called_off(c: Candidate, plan: Candidate) -> bool:
    """Whether who takes part in an occasion agrees with its plan; in the next sentence another may call it off.

    "Berg was to fly to Oslo on 5 May. A day before, Karhu called off the visit", and not "called off its visit".
    """
    mine, own = set(c.actors), any(x.dep_ in POSSESSIVE for x in c.top.children)
    if plan.token.sent.end == c.token.sent.start and c.support is not None and c.type == plan.type and not own:
        mine -= set(c.agents)
    return _is_part(mine, set(plan.actors))


def is_a_plan(c: Candidate, r: Story) -> bool:
    """Whether an event is told as coming, by its words or by a day that lies ahead of the article."""
    told = r.published.until
    ahead = c.time is not None and c.time.first is not None and told is not None and c.time.first >= told
    return c.time is not None and (c.status.value in AHEAD or (ahead and c.status.value in HAPPENED))


def tells_again(c: Candidate, first: Candidate, r: Story) -> bool:
    """Whether an event has its entry already: a deed of the same kind, people and day."""
    if c.plan is not None and first in {c.plan, c.plan.partner} and c.when.first in {None, first.when.first}:
        return True
    if first.told_when is c:
        return True
    if (c.status.value in AHEAD) != (first.status.value in AHEAD):
        return False
    of_one_day = c.when.first is not None and (c.when.first, c.when.until) == (first.when.first, first.when.until)
    if of_one_day and c.title == first.title and c.token.sent != first.token.sent:
        return True
    if is_same_blow(c, first, r) or _did_it_strike_both(c, first, r) or _is_what_they_met_for(c, first):
        return True
    if _is_of_its_toll(c, first, r) or _is_same_goal(c, first, r):
        return True
    if _is_how_it_struck(c, first, r) and (of_one_day or _is_undated(first) or _is_undated(c)):
        return True
    if c.type == "vote" and not c.has_own_date and _voted_for_it(c, first, r):
        return True
    if _deeds(c, r) & _deeds(first, r):
        one_day = _are_of_one_day(c, first) or _is_one_plan(c, first, r)
        if one_day and _may_be_one(c, first, r):
            return True
    if _is_what_did_it(first.partner, first) and first.partner is not c:
        return tells_again(c, first.partner, r)  # "Addo's death in 2009 shocked … Addo, who died on 25 June 2009"
    return _is_same_occasion(c, first, r) or _is_who_met_there(c, first, r)


def says_when(c: Candidate, first: Candidate, r: Story) -> bool:
    """Whether a telling with a day gives it to the one before: "has arrived in Peru … flew to Lima on Monday"."""
    return is_same_blow(c, first, r) or _is_how_it_struck(c, first, r) or _is_the_days_journey(c, first, r)


def _is_what_did_it(occasion: Candidate | None, verb: Candidate) -> TypeGuard[Candidate]:
    """Whether an occasion is the subject of its verb, which has its time from it."""
    return (
        occasion is not None
        and occasion.noun
        and not verb.noun
        and occasion.time is verb.time is not None
        and occasion.top in grammar.children(verb.verb, grammar.SUBJECT)
    )


def _is_one_plan(c: Candidate, first: Candidate, r: Story) -> bool:
    """Whether one of two plans has the day that the other lacks: "is to name Berg … Berg will be named on 3 May"."""
    undated = [x.when.first is None and x.when.until is None for x in (c, first)]
    ahead = {c.status.value, first.status.value} <= {"planned", "hoped"} and c.noun == first.noun
    again = any(x.lower_ in r.lexicon.dating["again"] for v in (c.verb, first.verb) for x in v.children)
    kinds = [_qualities(o, r) for x in (c, first) for o in (x, x.partner) if o is not None and o.noun]
    if all(kinds) and len({frozenset(k) for k in kinds}) > 1:
        return False  # "trade talks … peace talks"
    return ahead and any(undated) and not all(undated) and not again


def _are_of_one_day(c: Candidate, first: Candidate) -> bool:
    """Whether two tellings agree in when: the same stretch, or one that is told more exactly."""
    mine, theirs = c.when, first.when
    if (mine.first, mine.until) == (theirs.first, theirs.until):
        return True
    if mine.first is None or mine.until is None or theirs.first is None or theirs.until is None:
        return False
    if c.type in OFTEN and mine.basis == theirs.basis == "explicit":
        return False  # "met last week … met on Sunday"
    return mine.first < theirs.until and theirs.first < mine.until


def tells_within(c: Candidate, first: Candidate, r: Story) -> bool:
    """Whether another title of the sentence tells an event in whole: "begins examining the wreck" an examination."""
    if first.headed and first.lender is c:
        return True  # "a study released on Monday found …"
    if is_told_by_its_moment(c, first, r):
        return True
    if _is_said_there(c, first, r) or _only_comes_or_goes(c, first, r) or _only_confirms(c, first, r):
        return True
    told = words_of(first.title)
    if _is_its_purpose(c, first) and words_of(c.title) <= told | {"to"}:
        return True
    if c.token.sent != first.token.sent or c.token.lower_ not in told or c.title == first.title:
        return False
    if c.noun and c.time is None and _is_what_a_journey_is_for(c, first, r):
        return True  # "flew to Lome on Friday for talks": on a day that nobody says
    days, theirs = (c.when.first, c.when.until), (first.when.first, first.when.until)
    if days != (None, None) and days != theirs and c.lender is not first:
        return False
    if days == theirs == (None, None):
        return False  # "will continue to mediate"
    occasion = c.noun or c.type in {"meeting", "talks"}
    if (c.status.value in AHEAD) != (first.status.value in AHEAD) and (occasion or days != (None, None)):
        return False  # "agreed to hold talks"
    untold = words_of(c.title) - told
    return untold <= r.lexicon.roles["belonging"] | {"by"} if c.noun else len(untold) <= 1  # the verb has another form


def is_told_by_its_moment(c: Candidate, first: Candidate, r: Story) -> bool:
    """Whether the clause that goes with an occasion's day tells it: "the rallies of May, when thousands marched"."""
    under = c.noun and not first.noun and c.type == first.type and c.type not in {"other", "statement"}
    if not under or c.time is None or c.time is not first.time or first.token.i < c.token.i:
        return False
    return any(x.lower_ in r.lexicon.dating["moments"] for x in first.verb.children)


def _is_what_a_journey_is_for(c: Candidate, first: Candidate, r: Story) -> bool:
    aimed = grammar.case(c.top) in r.lexicon.roles["aiming"] and first.verb == grammar.governor(c.top)
    return aimed and (first.type == "visit" or first.token.lemma_.lower() in r.lexicon.roles["setting_out"])


def _is_its_purpose(c: Candidate, first: Candidate) -> bool:
    """Whether a clause only tells what another is done for, on no other day: "began an operation to drain the mine"."""
    if c.noun or not grammar.has_to(c.token) or c.status.value != "hoped" or not first.token.is_ancestor(c.token):
        return False
    days = (c.when.first, c.when.until)
    return first.status.value in HAPPENED and days in {(None, None), (first.when.first, first.when.until)}


def _is_joined_to(c: Candidate, first: Candidate) -> bool:
    """Whether a verb stands beside another's, and those who do the one do the other: "met Berg and told him that"."""
    verb = first.support if first.noun and first.support is not None else first.verb
    return c.verb.dep_ == "conj" and c.verb.head == verb and bool(c.agents) and set(c.agents) <= set(first.actors)


def _is_said_there(c: Candidate, first: Candidate, r: Story) -> bool:
    """Whether somebody only says something where he talks to others: "telephoned Berg and assured him that"."""
    words, lemma = r.lexicon, c.token.lemma_.lower()
    speaks = first.type in {"meeting", "talks"} or first.token.lemma_.lower() in words.triggers["speaking_to"]
    if c.noun or c.has_own_date or not speaks or not _is_joined_to(c, first):
        return False
    says = words.reporting | words.triggers["requests"] | words.triggers["said_there"]
    content = grammar.children(c.verb, {"ccomp", "xcomp"})
    content = content or [x for x in grammar.children(c.verb, {"advcl"}) if grammar.has_to(x)]
    if lemma in words.triggers["requests"] and not content:
        return False  # "met Berg and asked for boats"
    return first.status.value in HAPPENED and lemma in says - words.strong


def _only_confirms(c: Candidate, first: Candidate, r: Story) -> bool:
    """Whether somebody only says that there was what is told: "phoned Berg. Berg's office confirmed the call"."""
    verb = c.top.head if c.noun else c.token
    if c.has_own_date or verb.lemma_.lower() not in r.lexicon.of_things:
        return False
    apart = r.sentences[c.token.i].number - r.sentences[first.token.i].number
    known = [o for o in grammar.objects(verb) if any(x.lower_ in r.lexicon.dating["known"] for x in o.children)]
    kinds = {r.lexicon.nouns.get(o.lemma_.lower()) for o in known if titles.is_plain(o, r.names)} - {"other"}
    return 0 < apart <= HOW_FAR and bool(kinds & (OFTEN if first.type in OFTEN else {first.type}))


def _only_comes_or_goes(c: Candidate, first: Candidate, r: Story) -> bool:
    """Whether somebody is back, or off, on the day of what he did: "walked out on Monday, but came back at night"."""
    moves = r.lexicon.dating["coming_back"] | r.lexicon.triggers["coming_and_going"]
    bare = c.place is None and not grammar.objects(c.verb) and c.type == "other"
    left = [n for p, n in grammar.obliques(c.verb) if p in r.lexicon.dating["left"]]
    if c.token.lemma_.lower() in r.lexicon.dating["coming_back"] and not c.noun and first.verb.head in left:
        return first.verb.dep_ in grammar.RELATIVE and set(c.agents) <= set(
            first.actors
        )  # "came back from Oslo, where"
    if c.noun or c.token.lemma_.lower() not in moves or not bare or not _is_joined_to(c, first):
        return False
    return (c.when.first, c.when.until) == (first.when.first, first.when.until)


@lru_cache(1000)
def words_of(title: str) -> frozenset[str]:
    """The words of a title, whosever they are: "Karhu" of "Karhu's"."""
    return frozenset(re.sub(r"['’]s?(?= |$)", "", title.lower()).split())


def is_same_blow(c: Candidate, first: Candidate, r: Story) -> bool:
    """Whether two verbs tell what one attack or accident did: "killed 20 people and wounded 50"."""
    harmed = r.lexicon.title["harmed"]
    harm = {c.token.lemma_.lower(), first.token.lemma_.lower()} <= harmed
    if c.noun or first.noun or not (c.type == first.type == "attack" or harm):
        return False
    joined = c.token.dep_ == "conj" and c.token.head == first.token
    own = grammar.children(c.token, grammar.SUBJECT)
    nobodys = not own or not (c.actors or first.actors) or (harm and not any(s.i in r.mention for s in own))
    one_day = (c.when.first, c.when.until) == (first.when.first, first.when.until)
    return joined and nobodys and (one_day or (harm and "published" in {c.when.basis, first.when.basis}))


def _is_how_it_struck(c: Candidate, first: Candidate, r: Story) -> bool:
    """Whether the next sentences say how a blow was struck, or whom else it hurt.

    "A bomb killed nine in Gao. The bomb exploded in a market"; "rebels raided a clinic, killing nine. The attackers
    shot two guards"; "… Four were hurt in the raid".
    """
    words = r.lexicon.dating
    apart = r.sentences[c.token.i].number - r.sentences[first.token.i].number
    harming, blows = words["harming"] | words["striking"], words["harming"] | words["blows_done"]
    verb = (c.support or grammar.governor(c.top) or c.token) if c.noun else c.verb
    if not 1 <= apart <= HOW_FAR or c.kind != first.kind or not c.status.value == first.status.value == "occurred":
        return False
    if not grammar.is_verb(verb) or verb.dep_ in grammar.RELATIVE or _are_counted_apart(c, first):
        return False
    struck = first.type == "attack" or first.token.lemma_.lower() in blows
    if not struck or not (c.token.lemma_.lower() in blows or (c.noun and c.type == "attack")):
        return False  # not whom they then captured
    if not set(c.actors) <= set(first.actors) or _are_apart(c, first, r) or _is_another(c, first, r):
        return False
    beside = {x.lower_ for x in (*verb.children, r.doc[verb.sent.start])}
    if beside & (words["again"] | words["going_on"] | words["other_news"]) or grammar.negation(verb) is not None:
        return False
    told = {t.lemma_.lower() for t in first.token.sent if t.pos_ == "NOUN"}
    since = {t.lemma_.lower() for t in r.doc[first.token.sent.end : verb.sent.start] if t.pos_ == "NOUN"}
    doers = {t.lemma_.lower() for t in grammar.subjects(first.verb)}
    harmed = any(t.lemma_.lower() in harming or t.lower_ == "dead" for t in first.token.sent)
    subjects = [] if grammar.is_passive(verb) else grammar.subjects(verb)
    for t in subjects:
        lemma = t.lemma_.lower()
        known = any(x.lower_ in words["known"] for x in t.children) and (lemma in told or lemma not in since)
        weapon = known and lemma in told and lemma not in r.lexicon.groups["people"] and t.i not in r.mention
        if not weapon and not (known and lemma in words["attackers"]) and not (known and lemma in doers):
            return False
    named = [n for p, n in grammar.obliques(verb) if p in words["scenes"] | grammar.WORDS["done_by"]]
    for n in named:
        known = any(x.lower_ in words["known"] or x.i in r.timed for x in n.children)
        blow = n.lemma_.lower() in words["blows"] | r.lexicon.alike.keys() | set(r.lexicon.alike.values())
        if blow and known and harmed and titles.is_plain(n, r.names):
            return True
    return not c.noun and bool(subjects) and not (c.token.lemma_.lower() in words["harming"] and not harmed)


def _is_of_its_toll(c: Candidate, first: Candidate, r: Story) -> bool:
    """Whether the next sentences tell of some whom a blow hurt: "killed 40. The four Danes were killed at the gate"."""
    harming, apart = r.lexicon.dating["harming"], r.sentences[c.token.i].number - r.sentences[first.token.i].number
    if c.noun or c.has_own_date or first.type != "attack" or not 1 <= apart <= HOW_FAR or c.kind != first.kind:
        return False
    if c.token.lemma_.lower() not in harming or not grammar.is_passive(c.token) or _are_apart(c, first, r):
        return False
    hurt = [t for t in grammar.subjects(c.token) if grammar.children(t, {"nummod"})]
    known = any(x.lower_ in r.lexicon.dating["known"] for t in hurt for x in t.children)
    elsewhere = (n for p, n in grammar.obliques(c.token) if p in r.lexicon.roles["place"])
    if any(x.lower_ in grammar.WORDS["one"] for n in elsewhere for x in n.children):
        return False  # "an explosion killed 90. The six Danes were killed in a hotel"
    return known and c.status.value == first.status.value and any(t.lemma_.lower() in harming for t in first.token.sent)


def _is_undated(c: Candidate) -> bool:
    return c.time is None and c.when.basis in {"published", "none"}


def _is_what_they_met_for(c: Candidate, first: Candidate) -> bool:
    """Whether a noun is what the same people met for: "met on Tuesday to finish their talks"."""
    if not c.noun or first.noun or not {c.type, first.type} <= {"meeting", "talks"} or c.when.basis == "explicit":
        return False
    return first.token.is_ancestor(c.token) and set(c.actors) <= set(first.actors)


def _is_same_goal(c: Candidate, first: Candidate, r: Story) -> bool:
    """Whether a leader says in his own words what his land aims at by a day: "We hope to close it by December"."""
    days = (c.when.first, c.when.until)
    hoped = c.status.value == first.status.value == "hoped" and c.token.i in r.speaker and c.type == first.type
    if not hoped or c.noun or days == (None, None) or days != (first.when.first, first.when.until):
        return False
    lands = {f"country:{a.country.lower()}" for i in c.agents if (a := r.actors.get(i)) is not None and a.country}
    return first.token.i not in r.speaker and bool(lands) and lands <= set(first.actors)


def _is_who_met_there(c: Candidate, first: Candidate, r: Story) -> bool:
    """Whether the next sentence says who met, where nobody was named: "the talks ended. Envoys met for two days"."""
    kinds, told = {"meeting", "talks"}, first.partner if first.partner is not None and not first.noun else first
    alike = c.type in kinds and told.type in kinds and told.noun and not (c.noun or c.partner or c.has_own_date)
    alike = alike and c.status.value == first.status.value == "occurred"
    if not alike or c.token.sent.start != first.token.sent.end:
        return False
    nobody = not c.actors and not first.actors and any(p.role == "agent" for p in c.unnamed)
    besides = any(x.lower_ in r.lexicon.dating["again"] | r.lexicon.status["adding"] for x in c.verb.children)
    return nobody and not besides and not _are_apart(c, first, r) and not _is_another(c, first, r)


def _did_it_strike_both(c: Candidate, first: Candidate, r: Story) -> bool:
    """Whether one disaster struck on a day: "a quake struck the island … the tremor shook the capital"."""
    if (
        c.noun
        or first.noun
        or c.when.first is None
        or (c.when.first, c.when.until) != (first.when.first, first.when.until)
    ):
        return False
    words = r.lexicon
    if not {c.token.lemma_.lower(), first.token.lemma_.lower()} <= words.dating["striking"] or _is_another(c, first, r):
        return False
    both = [
        {words.alike.get(s.lemma_.lower(), s.lemma_.lower()) for s in grammar.subjects(x.token)} for x in (c, first)
    ]
    return bool(both[0] & both[1] & words.nouns.keys())


def _is_same_occasion(c: Candidate, first: Candidate, r: Story) -> bool:
    """Whether two words of one kind, "the meeting" and "talks", are of the same occasion."""
    alike = c.type == first.type or {c.type, first.type} == {"meeting", "talks"}
    besides = not c.noun and any(x.lower_ in r.lexicon.status["adding"] for x in c.verb.children)
    if not alike or c.type in {"other", "statement"} or _are_apart(c, first, r) or (besides and not first.noun):
        return False  # "approved the reforms … also approved an amendment"
    named = c if c.noun else _carried(c, r)
    plain = named is not None and titles.is_plain(named.top, r.names) and _has_article(named, r)
    if plain and c.when.basis != "explicit":
        return True  # "the agreement", "the deal was signed": the one told before
    if c.type == "protest" and named is None and c.time is None and c.token.sent.start == first.token.sent.end:
        known = r.lexicon.dating["known"]
        return any(x.lower_ in known for s in grammar.subjects(c.token) if s.tag_ == "NNS" for x in s.children)
    mine, theirs = set(c.actors), set(first.actors)
    agree = bool(mine and theirs and _is_part(mine, theirs)) or (not mine and c.noun)
    dated, before = _is_dated(c), _is_dated(first)
    if _is_the_days_journey(c, first, r) or (
        len(mine) > 1 and mine == theirs and not dated and c.in_passing and c.when.basis == "published"
    ):
        return True  # "met on Monday … after talks with him, Lund said"
    if dated and before:
        return agree and (c.when.first, c.when.until) == (first.when.first, first.when.until)
    if before:  # "Berg will meet Kos on 3 May … is to meet Kos in Oslo"
        to_meet = c.type in OFTEN and {c.status.value, first.status.value} <= {"planned"} and mine == theirs
        return (agree and c.noun and is_known(c, r)) or (to_meet and len(mine) > 1)
    if dated and c.type in OFTEN and mine == theirs and len(mine) > 1 and _is_one_plan(c, first, r):
        return not _is_another(c, first, r)  # "hopes to hold talks with Kos … will hold talks with Kos on 3 May"
    if dated and c.type == "agreement" and _came_about_by(first.when, c.when):
        return mine == theirs and (c.noun or first.noun or bool(_things(c, r) & _things(first, r)))
    return agree and not dated


def _is_the_days_journey(c: Candidate, first: Candidate, r: Story) -> bool:
    """Whether a journey that has no day is told again: "is visiting Peru … flew to Lima on Monday"."""
    there = c.place is not None and first.place is not None
    lately = first.when.basis == "published" and c.when.first is not None and _met_in_the_news(c, r)
    back = c.token.lemma_.lower() in r.lexicon.dating["coming_back"]
    alike = c.type == first.type == "visit" and set(c.agents) == set(first.agents) and bool(c.agents)
    in_the_news = lately and first.token.sent.start <= r.opening
    return alike and there and not back and (in_the_news or _is_one_plan(c, first, r))


def _came_about_by(told: When, when: When) -> bool:
    """Whether a day is one of the few before the article's, on which something is only reported."""
    if told.basis != "published" or told.first is None or when.first is None:
        return False
    return timedelta(0) <= told.first - when.first <= A_FEW


def _carried(c: Candidate, r: Story) -> Candidate | None:
    """The occasion that a verb only carries, none where it ends it or changes it."""
    lemma = c.token.lemma_.lower()
    goes_on = lemma in r.lexicon.support and lemma not in r.lexicon.dating["ending"]
    return c.partner if goes_on and c.partner is not None and c.partner.noun else None


def _is_dated(c: Candidate) -> bool:
    return c.when.first is not None and c.when.basis in {"explicit", "inherited"}


def _has_article(c: Candidate, r: Story) -> bool:
    return any(t.lower_ in r.lexicon.dating["known"] for t in c.top.children)


def _deeds(c: Candidate, r: Story) -> set[str]:
    """What is done, the same for "resigned" and "resignation" and for "held talks" and "the talks"."""
    words = r.lexicon
    lemma = c.token.lemma_.lower()
    if c.noun:
        deed = words.deeds.get(lemma, f"a {_kind_of(lemma, r)}")
        return {words.same.get(deed, deed)}
    carried = _carried(c, r)
    found = _begun(c, r) | _taken_up(c, r) | (_deeds(carried, r) if carried is not None else set())
    says = lemma in words.reporting and c.type in {"other", "statement"}
    phrasal = grammar.phrasal(c.token) if lemma in words.empty else lemma
    if phrasal != lemma:  # "took over as head of Karhu … when she took over"
        return found | {phrasal}
    deed = words.same.get(_with_small_word(c.token), words.same.get(lemma, lemma))
    if f"{lemma} for" in words.same and _voted_on(c, r):
        deed = words.same[f"{lemma} for"]
    return found if says or lemma in words.empty or (found and lemma in words.light) else found | {deed}


def _with_small_word(verb: Token) -> str:
    """A verb with the small word right behind it: "go off", "step down"."""
    small = (x.lower_ for x in verb.children if x.dep_ in {"compound:prt", "advmod"} and x.i == verb.i + 1)
    return f"{verb.lemma_.lower()} {next(small, '')}".strip()


def _begun(c: Candidate, r: Story) -> set[str]:
    """The occasion told of before that a verb says the course of: "the trial is to begin on 3 May" is the trial."""
    words, lemma = r.lexicon, c.token.lemma_.lower()
    if lemma not in words.triggers["phases"] or lemma in words.dating["ending"] or grammar.objects(c.token):
        return set()
    known = words.dating["known"]
    return {f"a {s.lemma_.lower()}" for s in grammar.subjects(c.verb) if any(x.lower_ in known for x in s.children)}


def _taken_up(c: Candidate, r: Story) -> set[str]:
    """The occasion that "it" means where it took effect or place: "a truce took effect … a day after it took hold"."""
    happens = any(o.lower_ in r.lexicon.triggers["no_things"] for o in grammar.objects(c.token))
    meant = [r.names.antecedent[s.i] for s in grammar.subjects(c.verb) if happens and s.i in r.names.antecedent]
    return {f"a {_kind_of(t.lemma_.lower(), r)}" for t in meant}


def _kind_of(lemma: str, r: Story) -> str:
    """A noun, or the one word for those that stand for each other: "truce", "ceasefire"."""
    armistices = r.lexicon.groups["armistices"]
    return min(armistices) if lemma in armistices else lemma


def is_known(c: Candidate, r: Story) -> bool:
    """Whether a noun is told of as known: "the vote", "his resignation"."""
    known = r.lexicon.dating["known"]
    return any(x.lower_ in known or x.dep_ in POSSESSIVE for x in (*c.top.children, *c.token.children))


def is_a_blow(c: Candidate, r: Story) -> bool:
    """Whether an occasion is one that nobody plans: "the spill", "the raid"."""
    return c.type == "attack" or c.token.lemma_.lower() in r.lexicon.status["told_afterwards"]


def tells_a_blow(c: Candidate, r: Story) -> bool:
    """Whether an event is a blow or tells of one: "the raid", "was shot", "the blast happened"."""
    words = r.lexicon.dating
    if c.noun:
        return is_a_blow(c, r)
    if c.partner is not None and tells_of_an_occasion(c.token, r.lexicon):
        return tells_a_blow(c.partner, r)
    if c.type == "attack" and grammar.is_passive(c.verb):
        return True  # "was seized": not who seized what
    return c.token.lemma_.lower() in words["harming"] | words["blows_done"]


def _may_be_one(c: Candidate, o: Candidate, r: Story) -> bool:
    """Whether two tellings of like deeds agree in who, what, where and which."""
    if _are_apart(c, o, r) or _is_another(c, o, r):
        return False
    if is_told_more_of(c, o, r) if c.token.i < o.token.i else is_told_more_of(o, c, r):
        return True
    mine, theirs = set(c.actors), set(o.actors)
    if c.noun:
        # "the outbreak", before "the outbreak of cholera in 2003": another's
        specified = o.token.i > c.token.i and _things(o, r) and not _things(c, r)
        alike = not o.noun or (_qualities(c, r) <= _qualities(o, r) and not specified)
        return alike and (not mine or not theirs or bool(mine & theirs))
    if o.noun or (c.partner is not None and o.partner is not None):
        return _is_part(mine, theirs)
    to_do, theirs_to_do = _to_do_with(c, r), _to_do_with(o, r)
    if to_do and theirs_to_do and not to_do & theirs_to_do:
        return False  # "agreed to sell four mills … agreed to sell its fleet"
    if c.type in {"meeting", "talks"} and mine == theirs and len(mine) > 1:
        return _met_in_the_news(c, r) and _met_in_the_news(o, r)
    things, others = _things(c, r), _things(o, r)
    befell = _is_undergone_by(things & others, c, o) or _are_those_counted(c, o, r) or _are_those_counted(o, c, r)
    befell = befell or _voted_for_it(c, o, r) or _befell_the_known(c, o, r)
    doers = mine & theirs or _doers(c, r) & _doers(o, r) or befell
    alike = bool(things & others) or not (things or others) or befell or _is_told_of_before(c, o, r)
    alike = alike or (len(mine) > 1 and mine == theirs and _are_akin(c, o, r))
    shorter = (
        c.lender is not None and c.lender in {o, o.partner} and not (things and others)
    )  # "won the election on Sunday … won 54 percent"
    return _is_part(mine, theirs) and bool(doers) and (alike or shorter)


def is_told_more_of(c: Candidate, later: Candidate, r: Story) -> bool:
    """Whether the next sentence tells more of a deed, by name or as known: "freed a poet … freed Jan Kos on Monday".

    "Guards raided a mosque. On Friday some 200 raided the Sund mosque."
    """
    mine, theirs = ([] if x.noun else undergoers(x) for x in (c, later))
    if len(mine) != 1 or len(theirs) != 1 or later.token.sent.start != c.token.sent.end:
        return False
    one, same, words = mine[0], theirs[0], r.lexicon
    before, known = {x.lower_ for x in one.children}, {x.lower_ for x in same.children}
    if one.tag_ != "NN" or one.i in r.mention or not before & grammar.WORDS["one"] or c.has_own_date:
        return False
    beside = {x.lower_ for x in (*later.token.children, r.doc[later.token.sent.start])}
    if beside & (words.dating["going_on"] | words.dating["other_news"]) or known & words.dating["another"]:
        return False
    if c.agents and later.agents and set(c.agents).isdisjoint(later.agents):
        return False
    if one.i in r.groups:
        return same.pos_ == "PROPN" and [i[:7] for i in who(same, r)] == ["person:"]
    return same.lemma_ == one.lemma_ and bool(known & words.dating["known"])


def _is_undergone_by(same: set[str], c: Candidate, o: Candidate) -> bool:
    """Whether one telling is of what befell the same and does not say by whom: "killed nine … nine were killed"."""
    how_many = [{n.lower_ for t in _done_to(x) for n in grammar.children(t, {"nummod"})} for x in (c, o)]
    unsaid = any(grammar.is_passive(x.token) and not x.agents for x in (c, o))
    return bool(same) and unsaid and how_many[0] == how_many[1]


def _met_in_the_news(c: Candidate, r: Story) -> bool:
    """Whether a meeting is of these days and no further one: not "they last met in May", "they met again on Monday"."""
    first, told = c.when.first, r.published.first
    late = first is None or told is None or c.status.value in AHEAD or timedelta(0) <= told - first <= A_WEEK
    again = any(x.lower_ in r.lexicon.dating["again"] for x in c.verb.children)
    return late and not again and not any(a.lower_ == "had" for a in grammar.auxiliaries(c.verb))


def _are_those_counted(c: Candidate, o: Candidate, r: Story) -> bool:
    """Whether a later telling is of as many known people: "freed two nuns … the two women were released on Monday"."""
    mine, theirs = _done_to(c), _done_to(o)
    if len(mine) != 1 or len(theirs) != 1 or c.token.i < o.token.i or not grammar.is_passive(c.token):
        return False
    known, number = (
        {x.lower_ for x in mine[0].children} & r.lexicon.dating["known"],
        grammar.children(mine[0], {"nummod"}),
    )
    counted = [x.lower_ for x in grammar.children(theirs[0], {"nummod"})]
    number = number or ([mine[0]] if mine[0].tag_ == "CD" else [])
    return bool(known) and mine[0].pos_ != "PROPN" and counted != [] and [x.lower_ for x in number] == counted


def _befell_the_known(c: Candidate, o: Candidate, r: Story) -> bool:
    """Whether the next sentences tell whom it befell as known: "has arrested two men … the suspects were arrested"."""
    first, later = sorted((c, o), key=lambda x: x.token.i)
    apart = r.sentences[later.token.i].number - r.sentences[first.token.i].number
    told, again = _done_to(first), _done_to(later)
    if not 1 <= apart <= HOW_FAR or first.time is not None or len(told) != 1 or len(again) != 1:
        return False
    known, same = r.lexicon.dating["known"], again[0]
    if not grammar.is_passive(later.verb) or later.agents or same.pos_ != "NOUN" or same.tag_ != told[0].tag_:
        return False
    other = any(t.lemma_ == same.lemma_ for t in r.doc[: told[0].left_edge.i]) or grammar.children(same, {"nummod"})
    described = any(x.dep_ in {"amod", "compound"} and x.i not in r.timed for x in same.children)
    return any(x.lower_ in known for x in same.children) and not other and not described


def _are_akin(c: Candidate, o: Candidate, r: Story) -> bool:
    """Whether a later deed is done to what is known by another name: "signed a pact … the deal was signed"."""
    first, later = sorted((c, o), key=lambda x: x.token.i)
    told = {t.lemma_.lower() for t in _done_to(first)}
    known = [t for t in _done_to(later) if any(x.lower_ in r.lexicon.dating["known"] for x in t.children)]
    return any(r.lexicon.kin.get(t.lemma_.lower(), frozenset()) & told for t in known)


def _voted_for_it(c: Candidate, o: Candidate, r: Story) -> bool:
    """Whether lawmakers of no name vote for what their house approves: "passed a bill … members voted for the bill"."""
    first, later = sorted((c, o), key=lambda x: x.token.i)
    if not c.type == o.type == "vote" or (c.actors and o.actors) or later.token.sent.start != first.token.sent.end:
        return False
    voters, bodies, known = r.lexicon.dating["voters"], r.lexicon.groups["bodies"], r.lexicon.dating["known"]
    doers = [{t.lemma_.lower() for t in grammar.subjects(x.verb)} for x in (first, later)]
    chamber = r.lexicon.dating["upper_house"]  # no senators for the House's bill
    told = set.union(*doers)
    voting = all(doers) and any(x <= voters for x in doers) and told <= voters | bodies
    if told & chamber and (told - voters) - chamber:
        return False
    on = _voted_on(later, r)  # "nine members voted in favour": of what was just passed
    return voting and (not on or any(t.lower_ in known for x in on for t in x.children))


def _voted_on(c: Candidate, r: Story) -> list[Token]:
    """What a vote is about: "approved *the bill*", "voted in favour of *the bill*", not "voted out the cabinet"."""
    found = _done_to(c) if f"{c.token.lemma_.lower()} for" not in r.lexicon.same else []
    for preposition, n in grammar.obliques(c.verb):
        about = preposition in r.lexicon.dating["voted_for"] and n.i not in r.timed
        found += [n] if about else []
        found += grammar.children(n, {"nmod"}) if n.lemma_.lower() in r.lexicon.dating["favour"] else []
    return found


def _is_told_of_before(c: Candidate, o: Candidate, r: Story) -> bool:
    """Whether a deed is done on one day to what is known already: "released a program … released the software"."""
    known, named = r.lexicon.dating["known"], grammar.objects(c.token)
    return (
        c.token.i > o.token.i
        and c.when.basis == o.when.basis == "published"
        and len(named) == 1
        and named[0].pos_ == "NOUN"
        and bool(grammar.objects(o.token))
        and [x.lower_ in known for x in named[0].children if x.dep_ in DESCRIBING] == [True]
    )


def _are_apart(c: Candidate, o: Candidate, r: Story) -> bool:
    """Whether two tellings are of two places, neither of which lies in the other: not "in Peru … in Lima"."""
    if c.place is None or o.place is None or c.place.id == o.place.id:
        return False
    mine, theirs = ((p.id, r.actors[p.id].country if p.id in r.actors else None) for p in (c.place, o.place))
    within = mine[1] is not None and mine[1] == theirs[1]
    return not (within and mine[0].startswith("country:") != theirs[0].startswith("country:"))


def _is_another(c: Candidate, o: Candidate, r: Story) -> bool:
    """Whether one of two occasions is told as another than the one before: "the protest … a similar protest in May"."""
    mine, theirs = (_which(x if x.noun or x.partner is None else x.partner, r) for x in (c, o))
    return bool((mine ^ theirs) & r.lexicon.dating["another"])


def _which(c: Candidate, r: Story) -> set[str]:
    """What tells an occasion, or who does a deed, from its like: "another bomb killed two"."""
    if c.noun:
        return _qualities(c, r)
    return {x.lower_ for s in grammar.subjects(c.verb) for x in s.children if x.dep_ in {"det", "amod"}}


def _is_part(mine: set[str], theirs: set[str]) -> bool:
    """Whether all who take part in one telling do so in the other: not Norway and Chile, Sweden and Chile."""
    return mine <= theirs or theirs <= mine


def _qualities(c: Candidate, r: Story) -> set[str]:
    """What tells a noun's occasion from its like: "state" of "his state convictions", no day of "the 7 May raid"."""
    around = (x for t in {c.top, c.token} for x in t.children if x.dep_ in {"amod", "compound", "nummod"})
    return {x.lemma_.lower() for x in around if x.i not in r.timed}


def _doers(c: Candidate, r: Story) -> set[str]:
    """Who does it, by name or by word."""
    return _known_as(grammar.subjects(c.token), r)


def _things(c: Candidate, r: Story) -> set[str]:
    """What a deed is done to, by name or by word."""
    if c.noun:
        found: list[Token] = [n for preposition, n in grammar.obliques(c.top) if preposition == "of"]
    else:
        found = _done_to(c)
        found += grammar.children(c.verb, {"xcomp", "ccomp"})  # "agreed to pay", "agreed to settle"
        found += [t for t in grammar.children(c.verb, {"advcl"}) if grammar.has_to(t)]
        found += _voted_on(c, r) if c.type == "vote" else []
    return _known_as((t for t in found if t.lemma_.lower() not in r.lexicon.title["counting"]), r)


def undergoers(c: Candidate) -> list[Token]:
    """Whom or what a verb is done to, or befalls: "resigned", "died"."""
    return _done_to(c) or grammar.subjects(c.verb)


def _done_to(c: Candidate) -> list[Token]:
    return grammar.subjects(c.verb) if grammar.is_passive(c.verb) else grammar.objects(c.verb)


def _to_do_with(c: Candidate, r: Story) -> set[str]:
    """What somebody agrees, means or begins to do something with, by name or by word."""
    return _known_as((o for x in grammar.children(c.verb, {"xcomp"}) for o in grammar.objects(x)), r)


def _known_as(tokens: Iterable[Token], r: Story) -> set[str]:
    return {name for t in tokens for name in (*who(t, r), t.lemma_.lower())}
