"""Verbs of saying: which only give a source, which are news, and whether what is said is an entry."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import replace
from datetime import timedelta

from spacy.tokens import Token

from timeline.events import grammar
from timeline.events.entries import is_unfit
from timeline.events.lexicon import Lexicon
from timeline.events.participants import is_press, named
from timeline.events.reported import said_before
from timeline.events.story import Candidate, Story
from timeline.events.telling import (
    is_asked,
    is_dated,
    is_early,
    is_main,
    is_nobodys,
    is_of_these_days,
    is_scene,
    lemma_of,
)
from timeline.events.triggers import is_request, runs_out


def reports_a_thing(verb: Token, words: Lexicon) -> bool:
    """Whether a verb of saying tells of a thing: "confirmed its first case", "was admitted", not "confirmed that"."""
    things = grammar.children(verb, grammar.OBJECT)
    if grammar.is_passive(verb):
        things = grammar.subjects(verb)
    doing = [x for x in grammar.children(verb, {"xcomp"}) if x.tag_ == "VBG"]  # "admitted forging the letter"
    told = bool(doing) or (bool(things) and things[0].pos_ != "PRON")
    return verb.lemma_.lower() in words.of_things and told and not grammar.children(verb, {"ccomp"})


def speaks_of_a_thing(verb: Token, r: Story) -> bool:
    """Whether somebody's words are of a thing, no report of others': "praised the treaty", "expressed concern"."""
    if verb.lemma_.lower() in r.lexicon.telling or grammar.children(verb, {"ccomp"}):
        return False
    things = [o for o in grammar.children(verb, grammar.OBJECT) if o.pos_ in {"NOUN", "PROPN"} and o.i not in r.timed]
    return bool(things) and said_before(verb, r.lexicon) is None


def is_attribution(c: Candidate, r: Story) -> bool:
    """Whether a verb of saying only gives a source its day: "BP said on Thursday", "told a panel on Wednesday"."""
    if (
        c.noun
        or c.type not in {"other", "statement"}  # "recalled its ambassador", "the conference concluded"
        or c.partner is not None
        or is_request(c.token, r)
        or runs_out(c.token, r.lexicon)
        or _is_told_to_somebody(c.token, r)
        or lemma_of(c, r.lexicon) in r.lexicon.strong
        or not is_saying(c.token, r)
        or reports_a_thing(c.token, r.lexicon)
        or speaks_of_a_thing(c.token, r)
        or c.status.value not in {"occurred", "ongoing"}
    ):
        return False
    first, until = c.when.first, c.when.until
    return bool(first and until and until - first <= timedelta(7) and is_of_these_days(c, r))


def is_saying(verb: Token, r: Story) -> bool:
    """Whether a verb of saying says something, where it does not do it: "responded to a blaze", "spoke at a rally"."""
    words, lemma = r.lexicon, verb.lemma_.lower()
    if lemma not in words.reporting:
        return False
    content = grammar.children(verb, {"ccomp", "xcomp", "parataxis"}) or said_before(verb, words) is not None
    if lemma not in words.besides or content:
        return True
    somewhere = lemma in words.triggers["with_each_other"]  # "spoke to her on the radio" says nothing of where
    around = [n for p, n in grammar.obliques(verb) if not somewhere or p in words.roles["place"]]
    beside = [n for n in (*grammar.objects(verb), *around) if n.i not in r.timed]
    by_press = any(t.lower_ in words.press for n in (*grammar.subjects(verb), *beside) for t in n.subtree)
    return not beside or by_press


def _is_told_to_somebody(verb: Token, r: Story) -> bool:
    """Whether those are told something who have to do with it: "told her cabinet that", not "told the BBC that"."""
    words = r.lexicon
    content = grammar.children(verb, {"ccomp"}) or said_before(verb, words) is not None
    content = content or any(p in words.title["told_about"] for p, _ in grammar.obliques(verb))
    if verb.lemma_.lower() not in words.telling or not content:
        return False
    for o in grammar.objects(verb):
        listening = [i for i in named(o, r) if not is_press(i, r)]
        body = o.lemma_.lower() in words.groups["bodies"] | words.hearing or listening
        if body and words.press.isdisjoint(x.lower_ for x in o.subtree):
            return True
    return False


def is_told_by_somebody(c: Candidate, r: Story) -> bool:
    """Whether a verb of saying tells who says what, and when: "the envoy said on Monday that hope was gone"."""
    words = r.lexicon
    lemma = c.token.lemma_.lower()
    if c.noun or lemma not in words.reporting or lemma in words.opining:
        return False
    told = said_before(c.token, words)
    main = is_main(c, r) or (told is not None and r.sentences[told.i].root in {told, told.head})
    if not main or is_nobodys(c.token, r):
        return False
    opening = r.sentences[c.token.i].start == r.lead
    opens = c.status.value == "ongoing" and opening  # "the tax office says"
    if not (c.status.value == "occurred" or opens) or not is_dated(c) or c.kind == "headline" or is_unfit(c, r):
        return False
    if told is not None and not (_is_opinion(told, r) and not (opening and _is_partly_quoted(told, r))):
        return True
    return any(not is_asked(x, words) for x in grammar.children(c.token, {"ccomp"}) if x.i > c.token.i)


def says_outright(c: Candidate, r: Story) -> bool:
    """Whether somebody says in the present what is news by itself: "Togo condemns the raid", "Peru accuses Chile"."""
    words, lemma = r.lexicon, c.token.lemma_.lower()
    told = c.status.standing and c.status.value == "ongoing" and bool(c.agents) and is_main(c, r)
    news = is_request(c.token, r) or (lemma in words.strong and bool(grammar.objects(c.token)))
    return told and news and not c.noun and not is_unfit(c, r)


def only_says(c: Candidate, told: Container[int], r: Story) -> bool:
    """Whether a saying's content is told already: "the two met again, the envoy told reporters"."""
    lemma = c.token.lemma_.lower()
    if c.noun or c.partner is not None or lemma not in r.lexicon.reporting or lemma in r.lexicon.strong:
        return False
    return any(x.i in told for x in _said(c.token, r.lexicon))


def only_announces(c: Candidate, plan: Candidate, r: Story) -> bool:
    """Whether somebody, on no day that is told, only says what he will do on one: "has promised to resign on 3 May".

    So it is where several agree to meet: "agreed to meet on 3 May".
    """
    words, lemma = r.lexicon, c.token.lemma_.lower()
    meeting = c.type == "agreement" and plan.type in {"meeting", "talks", "visit"}
    settles = lemma in words.status["planned_verbs"] and (c.type in {"other", "statement"} or meeting)
    content = plan.token.head == c.token and plan.token.dep_ in {"xcomp", "ccomp"} and not plan.noun
    own = bool(c.agents) and c.agents == plan.agents
    return settles and content and own and not c.has_own_date and plan.has_own_date and plan.status.value == "planned"


def is_what_says(c: Candidate, saying: Candidate, r: Story) -> bool:
    """Whether a clause is what somebody says: "Lund said in May that he would resign"."""
    says = not saying.noun and saying.token.lemma_.lower() in r.lexicon.reporting
    return says and not c.noun and c.token in _said(saying.token, r.lexicon)


def is_told(c: Candidate, told: Container[int], r: Story) -> bool:
    """Whether a saying is an entry, or what it says, but for what stands beside: "he will stay after he retires"."""
    below = _said(c.token, r.lexicon)
    for x in below:
        below += grammar.children(x, grammar.SUBJECT | grammar.OBJECT | {"conj", "xcomp", "ccomp"})
    return any(x.i in told for x in (c.token, *below))


def _said(saying: Token, words: Lexicon) -> list[Token]:
    """The clauses that a saying says."""
    before = said_before(saying, words)
    return grammar.children(saying, {"ccomp", "parataxis"}) + ([before] if before is not None else [])


def is_the_days_saying(c: Candidate, at: dict[int, Candidate], r: Story) -> bool:
    """Whether somebody says on a day what was, is being or will be done: "said on Monday it was hiring nurses".

    How a thing stands is news from the body that answers for it: "Karhu said on Monday its work was ahead of schedule".
    In a story's first sentences no day need be said for what he himself did or will do. Who has no name tells what
    was done or will be: "the coroner said in May that the crew had drowned".
    """
    if not c.near or not is_told_by_somebody(c, r):
        return False
    below = [at[x.i] for x in grammar.children(c.token, {"ccomp", "parataxis"}) if x.i in at]
    words = r.lexicon.status  # "said it was set to sell it"
    planning = words["planned_verbs"] | words["planned_adjectives"] | words["planned_passive"]
    plans = [x.token for x in below if x.token.lemma_.lower() in planning]
    plans += [x for x in grammar.children(c.token, {"ccomp"}) if x.lower_ in words["enabling_adjectives"]]
    below += [at[x.i] for p in plans for x in grammar.children(p, {"xcomp"}) if x.i in at]  # "said it plans to sell it"
    if c.has_own_date:
        told = said_before(c.token, r.lexicon)
        below += [at[told.i]] if told is not None and told.i in at else []
        if any(_is_of_a_thing(x, c, r) for x in _said(c.token, r.lexicon)):
            return True
        if any(_is_deed(x, r) or _is_under_way(x, r) for x in below if c.actors or c.unnamed or _answers(c, r)):
            return True
        return any(_is_threatened(x, c, r) for x in below)
    own = [x for x in below if x.token.i > c.token.i and (set(x.agents) & set(c.agents) or _is_of_results(x.token, r))]
    return bool(c.actors) and is_early(c, r) and any(_is_deed(x, r) for x in own)


def _is_of_a_thing(clause: Token, saying: Candidate, r: Story) -> bool:
    """Whether a clause says how a thing stands, in no quotation marks: "the work was ahead", "there was no leak"."""
    quoted = any(map(r.speaker.__contains__, (t.i for t in clause.subtree))) and not _is_partly_quoted(clause, r)
    if quoted:
        return False
    formed = bool(grammar.children(clause, {"cop"})) or grammar.is_finite(clause) or bool(grammar.auxiliaries(clause))
    things = [s for s in grammar.subjects(clause) if s.pos_ in {"NOUN", "PROPN"} and s.i not in r.timed]
    own = any(r.mention.get(s.i) in saying.agents for s in things)
    there = bool(grammar.children(clause, {"expl"})) and clause.lemma_ == "be"
    return formed and bool(things or there) and not own and _answers(saying, r)


def _answers(saying: Candidate, r: Story) -> bool:
    """Whether who says something is a body that answers for it, by its name or its field: "the health ministry"."""
    if saying.agents:
        return all(r.names.kind.get(i) == "organisation" and not is_press(i, r) for i in saying.agents)
    body = next(iter(grammar.subjects(saying.token)), saying.token)
    told = any(x.dep_ in {"compound", "amod"} for x in body.children)
    press = any(x.lower_ in r.lexicon.press for x in (body, *body.children))
    return told and not press and body.lemma_.lower() in r.lexicon.groups["bodies"]


def _is_of_results(clause: Token, r: Story) -> bool:
    """Whether a clause tells figures that are whose who tells them: "said net income fell 6%"."""
    results = r.lexicon.title["results"]
    subjects = grammar.subjects(clause)
    return bool(subjects) and all(s.lemma_.lower() in results and s.i not in r.mention for s in subjects)


def _is_deed(c: Candidate, r: Story) -> bool:
    """Whether a reported clause tells what somebody did or is to do, not how things are or what is thought."""
    words = r.lexicon
    lemma = lemma_of(c, words)
    if c.noun or c.status.standing or c.status.value not in {"occurred", "planned", "denied", "cancelled"}:
        return False
    idle = words.empty | words.dating["states"] | (words.reporting - words.strong) | words.status["hoped_verbs"]
    if any(p in words.status["going_on_with"] for p, _ in grammar.obliques(c.token)):
        idle -= words.light  # "would not proceed with the plan", and not "would not proceed"
    counts = reports_a_thing(c.token, words)  # "said that 41 countries had reported cases"
    return (
        (counts or lemma not in idle)
        and (not _is_opinion(c.token, r) or (_is_partly_quoted(c.token, r) and not grammar.is_passive(c.token)))
        and not is_scene(c.token)
        and not is_unfit(c, r)
    )


def _is_threatened(c: Candidate, saying: Candidate, r: Story) -> bool:
    """Whether somebody says what he or his country may do, or would on a condition: "said that it would leave if"."""
    countries = {a.country for i in saying.agents if (a := r.actors.get(i)) is not None and a.country}
    own = {*saying.agents, *(f"country:{country.lower()}" for country in countries)}
    threat = c.status.value in {"possible", "conditional"} and not own.isdisjoint(c.agents)
    return threat and _is_deed(replace(c, status=replace(c.status, value="planned")), r)


def _is_under_way(c: Candidate, r: Story) -> bool:
    """Whether a reported clause tells what somebody is about: "they were considering a merger"."""
    words = r.lexicon
    lemma = c.token.lemma_.lower()
    counted = any(x.dep_ == "nummod" for o in grammar.objects(c.token) for x in o.subtree if x.i < o.i)
    told = c.status.value in {"occurred", "ongoing", "denied"}  # "said that no oil was leaking"
    goes_on = c.token.tag_ == "VBG" and bool(grammar.auxiliaries(c.token)) and told
    if lemma == "have" and counted:
        return not _is_opinion(c.token, r)  # "said that 18 of its ships had leaks"
    idle = words.dating["states"] | words.status["hoped_verbs"]
    return goes_on and lemma not in idle and not _is_opinion(c.token, r) and not is_unfit(c, r)


def _is_partly_quoted(clause: Token, r: Story) -> bool:
    """Whether a clause is told, and only a word of it is the speaker's: "the delay is a “disgrace”, the mayor said"."""
    told = [x for x in grammar.children(clause, grammar.SUBJECT) if x.i not in r.speaker]
    return bool(told) and clause.i in r.speaker and told[0].pos_ in {"NOUN", "PROPN", "PRON"}


def _is_opinion(clause: Token, r: Story) -> bool:
    """Whether what somebody says is his own words, or what is aimed at: "The aim is to sail, the minister said"."""
    aims = r.lexicon.status["hoped_nouns"] | r.lexicon.status["planned_nouns"] | r.lexicon.status["possible_nouns"]
    return clause.i in r.speaker or any(s.lemma_.lower() in aims for s in grammar.children(clause, grammar.SUBJECT))
