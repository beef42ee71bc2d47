"""Which words name an event: verbs, nouns of occasions, and the verbs that carry them."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import takewhile

from spacy.tokens import Span, Token

from timeline.events import grammar
from timeline.events.groups import is_group
from timeline.events.lexicon import Lexicon
from timeline.events.participants import named
from timeline.events.story import Candidate, Story
from timeline.events.things import length
from timeline.model import TimeExpression


def candidates(sentence: Span, kind: str, r: Story) -> list[Candidate]:
    """Every verb and every noun of an occasion in a sentence; of a pair ("held talks") one is primary."""
    words = r.lexicon
    out: list[Candidate] = []
    nouns: dict[int, Candidate] = {}
    for t in sentence:
        type_ = _noun_type(t, r)
        if type_ is None or (grammar.is_state(t) and _is_how_somebody_is(t, r)):
            continue
        only_called = t.head != t and grammar.only_calls(t.head)  # "condemned what it called a raid"
        if (
            only_called
            or _is_aim_of_a_recall(t, words)
            or (_is_minor(t, words) and not (_is_set_off(t, r) or _takes_place(t, r)))
        ):
            out.append(Candidate(t, t, t, type_, True, kind, primary=False, minor=True))
            continue
        top = _top(t, words)
        support, light = _support(top, r)
        if type_ == "deadline" and grammar.case(top):
            support, light = None, False  # "agreed on a 14 May deadline": nobody agrees on that day
        c = Candidate(t, support if support is not None else top, top, type_, True, kind, support, light)
        nouns[t.i] = c
        out.append(c)
    counted = {c.top.i for c in out if c.top != c.token}
    for i in counted & nouns.keys():  # "round" of "third round of talks"
        out.remove(nouns.pop(i))
    supported: dict[int, list[Candidate]] = {}
    for c in nouns.values():
        if c.support is not None:
            supported.setdefault(c.support.i, []).append(c)
    for t in sentence:
        if _is_to_be_had(t, r):
            due = t.lower_ in words.triggers["fixed"] and _is_due_by(t, r)
            out.append(Candidate(t, t, t, "deadline" if due else "other", False, kind))
            continue
        if _is_how_somebody_is(t, r):
            state = _noun_type(t, r) or "other" if t.pos_ == "NOUN" else "other" if t.pos_ == "ADJ" else "visit"
            out.append(Candidate(t, t, t, state, False, kind))
            continue
        if not grammar.is_verb(t) or t.i in r.timed or t.pos_ == "AUX" or t.lemma_ == "be":
            continue
        wordless = not any(map(str.isalpha, t.text))  # the hyphen of "re-open", whatever the tagger says
        joined = "-" in t.text and t.lower_.rpartition("-")[2] in words.triggers["joined"]  # "the Lima-based bank"
        if wordless or joined or _is_misread_noun(t, r) or _ends_a_period(t, words):
            continue
        if t.is_title and t.i > sentence.start and not t.nbor(-1).is_punct:
            continue  # "DJ Dave Fanning", "Berlin's Brandenburg Gate": a name, whatever the tagger says
        if t.lower_ in words.triggers["prepositions"] and t.dep_ in {"case", "mark", "advcl", "fixed", "acl"}:
            continue
        if grammar.only_calls(t):
            out.append(Candidate(t, t, t, "other", False, kind, primary=False))
            continue
        lemma = t.lemma_.lower()
        verb_type = _verb_type(t, r)
        carried = supported.get(t.i, [])
        if carried:
            first = carried[0]
            by_noun = (first.light or lemma in words.empty) and not judges(t, words)
            leaves = verb_type is None and lemma in words.triggers["leaving_occasions"]
            c = Candidate(t, t, t, verb_type or ("other" if leaves else first.type), False, kind)
            carries = verb_type in {None, "other", "statement", "sanction", "visit"} and not leaves
            if carries or lemma in words.support:
                c.type = first.type
            c.partner, first.partner = first, c
            c.primary = not by_noun
            for n in carried:
                n.primary = by_noun and (n is first or n.top.dep_ == "conj")
            out.append(c)
            continue
        c = Candidate(t, t, t, verb_type or "other", False, kind)
        out.append(c)
    return sorted(out, key=lambda c: c.token.i)


def _is_to_be_had(word: Token, r: Story) -> bool:
    """Whether a predicate says from which day something is there: "will be available on 3 May", "is due in court"."""
    if word.pos_ not in {"ADJ", "ADV"} or word.lemma_.lower() not in r.lexicon.triggers["there"]:
        return False
    will = any(a.lower_ in r.lexicon.status["modals_planned"] for a in grammar.auxiliaries(word))
    copula = grammar.children(word, {"cop"})
    fixed = word.lower_ in r.lexicon.triggers["fixed"]  # "was due in Lima": whatever came of it
    if fixed and any(x.lower_ == "to" for x in word.doc[word.i + 1 : word.i + 2]):
        return False  # "due to bad weather"
    beside = word.dep_ in grammar.REDUCED and not copula  # "a dividend, payable 3 May"
    ahead = will or fixed or beside or any(a.tag_ in {"VBZ", "VBP"} for a in copula)
    return (bool(copula) or beside) and ahead and any(t.i in r.timed for c in word.children for t in (c, *c.children))


def _is_how_somebody_is(word: Token, r: Story) -> bool:
    """Whether a predicate says what befell some, or where one is: "nine are dead", "is in Oslo for talks"."""
    copula = grammar.children(word, {"cop"})
    if not copula or grammar.negation(word):
        return False
    if grammar.is_state(word):
        told = copula[-1].tag_ != "VBD" and word.lower_ not in r.lexicon.triggers["standing_on"]
        now = told or _has_a_day(word, r)  # not "were on strike", who knows when, nor "the ban is in force"
        return now and bool(grammar.subjects(word))
    if word.pos_ != "ADJ":
        return _is_where_somebody_is(word, copula[-1], r)
    told = any(c.i > word.i for c in grammar.children(word, grammar.OBLIQUE | {"advcl"})) and word.dep_ != "conj"
    now = copula[-1].tag_ in {"VBZ", "VBP"} and bool(grammar.subjects(word))
    return told and now and word.lemma_.lower() in r.lexicon.triggers["befallen"]


def _is_where_somebody_is(word: Token, copula: Token, r: Story) -> bool:
    """Whether somebody is somewhere for something, or on a day: "is in Oslo for talks", "will be in Oslo on 3 May"."""
    if not r.mention.get(word.i, "").startswith(("place:", "country:")):
        return False
    before = {t.lower_ for t in grammar.children(word, {"case", "mark"})}  # "is due to (case) be in Oslo"
    if not before & r.lexicon.roles["place"] or any(c.i in r.mention for c in grammar.children(word, {"conj"})):
        return False  # "was in Oslo on Monday and in Lima on Tuesday"
    what_for = any(p in r.lexicon.dating["aimed_at"] for p, _ in grammar.obliques(word))
    if what_for or grammar.to_do(word) is not None:
        return copula.tag_ != "VBN" and bool(grammar.subjects(word))
    told = word.dep_ == "ccomp" and word.head.lemma_.lower() in r.lexicon.reporting
    modals = r.lexicon.status["modals_planned"] | ({"would"} if told else set())
    will = any(a.lower_ in modals for a in grammar.auxiliaries(word))
    due = r.lexicon.status["planned_adjectives"]
    awaited = word.dep_ == "xcomp" and (is_awaited(word.head, r.lexicon) or word.head.lower_ in due)
    arranged = bool(before & due) or awaited
    days = [r.timed[n.i] for _, n in grammar.obliques(word) if n.i in r.timed and r.timed[n.i].first is not None]
    was = copula.tag_ == "VBD" and word.dep_ != "ccomp" and any(length(x) <= A_WEEK for x in days)
    return bool(days) and (will or arranged or was) and _is_about_a_person(word, r)


def _is_about_a_person(word: Token, r: Story) -> bool:
    """Whether somebody, by name or office, is what a predicate is told of."""
    above = word.head if word.dep_ == "xcomp" else word
    places = ("place:", "country:")  # "Chad were in Lima on Monday": its team
    named = (not r.mention.get(s.i, places[0]).startswith(places) or s.i in r.groups for s in grammar.subjects(above))
    return any(named)


def _is_due_by(word: Token, r: Story) -> bool:
    """Whether a predicate says until when: "bids are due by 3 May"."""
    ends = (p for p, n in grammar.obliques(word) if n.i in r.timed and r.lexicon.openings.get(p) == "until_end")
    return grammar.negation(word) is None and any(ends)  # "is not due until May": then


def _verb_type(verb: Token, r: Story) -> str | None:
    """The type of what a verb names, from the words around it where it has several meanings; None of no known type."""
    words = r.lexicon
    lemma = verb.lemma_.lower()
    after = verb.nbor(1).lower_ if verb.i + 1 < verb.sent.end else ""  # whatever the parser makes of "handed over"
    found = words.verbs.get(f"{lemma} {after}") or words.verbs.get(lemma)
    if is_request(verb, r) or judges(verb, words):
        return "statement"
    if gives_office(verb, words):
        return "vote"
    if sets_a_deadline(verb, r):
        return "deadline"
    if lemma in words.towards_place and not _leads_somewhere(verb, lemma, r):
        return None
    if lemma in words.on_somebody and not _touches_somebody(verb, r):
        return None
    if found == "protest" and any(
        s.lower_.removesuffix("s") in words.triggers["columns"] for s in grammar.subjects(verb)
    ):
        return None  # "troops marched"
    if found == "meeting" and any(o.lemma_.lower() in words.triggers["fulfilled"] for o in grammar.objects(verb)):
        return None  # "met the target"
    if lemma in words.triggers["transitive"] and not (grammar.objects(verb) or grammar.is_passive(verb)):
        return None  # "4,000 ships passed through the strait"
    if lemma in words.intransitive and (grammar.objects(verb) or grammar.children(verb, {"ccomp"})):
        return None  # "demonstrated its backing", "demonstrated that it spreads"
    if runs_out(verb, words) or _is_of_another_kind(verb, lemma, r):
        return None
    if found == "agreement" and _has_finite_content(verb):
        return "statement"  # "agreed that he seemed dead", "concluded otherwise"
    return found


def _leads_somewhere(verb: Token, lemma: str, r: Story) -> bool:
    """Whether a journey leads to a named place, of a light word somebody's on a day: "will go to Oslo on Friday"."""
    led = [(p, n) for p, n in grammar.obliques(verb) if r.mention.get(n.i, "").startswith(("place:", "country:"))]
    if lemma not in r.lexicon.triggers["coming_and_going"]:
        return bool(led)
    dated = any(n.i in r.timed for _, n in grammar.obliques(verb))
    return dated and any(p == "to" for p, _ in led) and _is_about_a_person(verb, r)


def _is_of_another_kind(verb: Token, lemma: str, r: Story) -> bool:
    """Whether a verb is of its type only with other things: "approved a loan", "handed over power", "froze prices"."""
    words = r.lexicon.triggers
    things = grammar.subjects(verb) if grammar.is_passive(verb) else grammar.objects(verb)
    if lemma not in words["by_its_thing"] or not things:
        return False
    told = {t.lemma_.lower() for t in things}
    if lemma not in words["on_the_punished"]:
        return not told.isdisjoint(words["not_voted"])
    somebody = any(named(t, r) or is_group(t, r.lexicon) for t in things)
    return not somebody and told.isdisjoint(words["withheld"] | r.lexicon.nouns.keys())


def runs_out(verb: Token, words: Lexicon) -> bool:
    """Whether something ends by itself: "the congress concluded", not "concluded a pact", "concluded that"."""
    alone = not (grammar.objects(verb) or grammar.is_passive(verb) or grammar.children(verb, {"ccomp"}))
    return alone and verb.lemma_.lower() in words.triggers["running_out"]


def is_request(verb: Token, r: Story) -> bool:
    """Whether somebody is asked for something: "asked a judge to free him", not "asked whether"."""
    if verb.lemma_.lower() not in r.lexicon.triggers["requests"]:
        return False
    wanted = [c for c in grammar.children(verb, {"xcomp", "ccomp", "advcl"}) if grammar.has_to(c)]
    return bool(wanted) or any(p == "for" and n.i not in r.timed for p, n in grammar.obliques(verb))


def comes_into_force(verb: Token, words: Lexicon) -> bool:
    """Whether a verb says that a rule holds from then on: "the ban took effect", "came into force"."""
    if verb.lemma_.lower() not in words.acts | words.triggers["entering"]:
        return False
    beside = (*grammar.objects(verb), *(n for _, n in grammar.obliques(verb)))
    return any(n.lower_ in words.triggers["in_force"] for n in beside)


def gives_office(verb: Token, words: Lexicon) -> bool:
    """Whether somebody is given an office: "was named chairman", not "named the suspect"."""
    if verb.lemma_.lower() not in words.triggers["to_office"]:
        return False
    office = any(c.pos_ in {"NOUN", "PROPN"} for c in grammar.children(verb, {"xcomp"}))
    return office and (grammar.is_passive(verb) or bool(grammar.objects(verb)))


def sets_a_deadline(verb: Token, r: Story) -> bool:
    """Whether somebody has until a day, or so long, to do something: "gave the rebels until Friday to leave"."""
    if verb.lemma_.lower() not in r.lexicon.triggers["giving_time"]:
        return False
    todo = grammar.within_which(verb, r.timed)
    return todo is not None and (_is_due_by(verb, r) or time_given(verb, r) is not None)


def time_given(verb: Token, r: Story) -> TimeExpression | None:
    """How long somebody is given to do something: "gave the rebels a week to leave", not "has a week to go"."""
    todo = grammar.within_which(verb, r.timed)
    if todo is None or todo.lemma_.lower() in r.lexicon.triggers["passing_time"] or grammar.negation(verb) is not None:
        return None
    had = verb.tag_ == "VBD" and verb.lemma_ == "have"  # since nobody knows when
    if had or grammar.has_to(verb) or any(a.tag_ == "MD" for a in grammar.auxiliaries(verb)):
        return None
    below = grammar.children(verb, grammar.OBJECT | grammar.OBLIQUE)
    lengths = [r.timed[n.i] for n in below if n.i in r.timed and n.i < todo.i and not grammar.case(n)]
    return next((x for x in lengths if x.type == "DURATION" and any(map(str.isdigit, x.value or ""))), None)


A_WEEK = 7  # days: who "was in Oslo in 1998" lived there
ABOUT_OCCASIONS = {"agreement", "vote", "sanction"}  # what is endorsed, approved or suspended is an occasion


def _is_aim_of_a_recall(noun: Token, words: Lexicon) -> bool:
    """Whether somebody is only called home for it: "recalled its envoy for consultations"."""
    return grammar.case(noun) in words.dating["aimed_at"] and noun.head.lemma_.lower() in words.triggers["recalling"]


def _is_minor(noun: Token, words: Lexicon) -> bool:
    """Whether a noun names an event that makes no entry by itself: "the decision", "a court case"."""
    lemma = noun.lemma_.lower()
    return lemma in words.minor or (noun.i > 0 and f"{noun.nbor(-1).lower_} {lemma}" in words.minor)


def stand_in(found: list[Candidate], r: Story) -> None:
    """Let "it" and "them" stand for the last occasion named before: "suspended peace talks … he had suspended them"."""
    last: Candidate | None = None
    nouns = {t.i: c for c in found if c.noun for t in (c.token, c.top)}
    phases = r.lexicon.triggers["phases"]
    for c in found:
        if c.noun:
            last = c
            continue
        placed = tells_of_an_occasion(c.token, r.lexicon) or comes_into_force(c.token, r.lexicon)
        if c.token.dep_ in grammar.RELATIVE and (placed or c.token.lemma_.lower() in phases):
            # "talks between the ministers of the group, which began on Thursday": it is the talks that began
            occasion = next((nouns[h.i] for h in grammar.chain(c.token) if h.i in nouns), None)
            if occasion is not None and not placed and c.token.head in {occasion.token, occasion.top}:
                continue  # "a war that began in 2011" has its subject
            if occasion is not None and occasion.token.sent == c.token.sent:
                c.type = occasion.type
                if occasion.partner is None:
                    occasion.partner, c.partner, c.primary = c, occasion, False
            continue
        _stand_for_rule(c.token, r)
        _stand_for_object(c.token, r)
        _stand_for_subject(c.token, r)
        _stand_for_body(c.token, r)
        lemma = c.token.lemma_.lower()
        off = (grammar.is_passive(c.verb) and _puts_off(c.verb, r)) or _falls_through(c.token, r)
        on_occasions = lemma in r.lexicon.support or c.type in ABOUT_OCCASIONS or off
        if c.type in ABOUT_OCCASIONS and _stand_for_measure(c.token, r):
            continue
        beside = lemma in phases and c.partner is not None and c.partner.top.dep_ == "obl"  # "it opens with a vote"
        if last is None or not on_occasions or not (c.partner is None or beside):
            continue
        spoken = (
            last.token.lemma_.lower() in r.lexicon.triggers["sayings"]
        )  # "welcomed a law in a speech and signed it"
        near = c.token.sent.start <= last.token.i or r.doc[c.token.sent.start - 1].sent.start <= last.token.i
        for t in (*grammar.children(c.token, grammar.OBJECT), *grammar.children(c.token, grammar.SUBJECT)):
            if t.dep_ in grammar.SUBJECT and (
                _has_reporter(c.token, t, r) or _decides(c.token, r) or _tells(c.token, r)
            ):
                continue  # "Kenya denied that it had expelled them"
            things = grammar.children(c.token.head, grammar.OBJECT) if c.token.dep_ == "advcl" else []
            if t.dep_ == "iobj":
                continue  # "gave them a week": who is given something is no occasion
            if t.dep_ in grammar.OBJECT and (spoken or any(last.top.i < o.i < t.i for o in things)):
                continue  # "the report on Monday says it will open a port after closing it"
            if comes_into_force(c.token, r.lexicon) and last.type not in {"agreement", "sanction", "vote"}:
                continue  # no session does
            first = _occasion_around(last, nouns) if t.dep_ in grammar.SUBJECT else None
            meant = next((o for o in (first, last) if o is not None and _may_mean(t, o)), None)
            if near and meant is not None and (off or t.i not in r.mention):
                r.names.antecedent[t.i] = meant.top
                for meaning in (r.mention, r.names.actor, r.joint, r.names.pair):
                    meaning.pop(t.i, None)  # "the Peru-Chile talks … They were put off": nobody is put off
                c.type = meant.type


def _may_mean(pronoun: Token, occasion: Candidate) -> bool:
    """Whether "it" or "they" may be an occasion, by their number."""
    plural = occasion.top.tag_ in {"NNS", "NNPS"} and occasion.top == occasion.token
    return pronoun.lower_ in ({"they", "them"} if plural else {"it"})


def _occasion_around(beside: Candidate, nouns: Mapping[int, Candidate]) -> Candidate | None:
    """The occasion whose clause only tells of another beside it: "the *fair* was put off after a fire"."""
    beneath = [beside.top, *takewhile(lambda t: not grammar.is_verb(t), grammar.chain(beside.top))][-1]
    subjects = grammar.subjects(beneath.head) if beneath.dep_ in {"obl", "obl:agent"} else []
    return next((nouns[s.i] for s in subjects if s.i in nouns), None)


def _puts_off(verb: Token, r: Story) -> bool:
    """Whether a verb puts something off, or moves it to another day."""
    put_off = verb.lemma_.lower() in r.lexicon.dating["postponing"] and _calls_off(verb, r.lexicon)
    return put_off or (verb.lemma_.lower() in r.lexicon.dating["shifting"] and _is_for_another_day(verb, r))


def _falls_through(verb: Token, r: Story) -> bool:
    """Whether a clause tells that something came to nothing: "will resume talks, a year after they broke down"."""
    alone = not grammar.is_passive(verb) and not grammar.children(verb, grammar.OBJECT | {"xcomp", "ccomp"})
    done = verb.dep_ == "advcl" and alone and grammar.is_past(verb)
    return done and verb.lemma_.lower() in r.lexicon.status["undoing_verbs"]


def _has_reporter(verb: Token, pronoun: Token, r: Story) -> bool:
    """Whether somebody named, or a group, says what a verb tells, who may be meant by a pronoun: no envoys by "it"."""
    above = verb.head if verb.dep_ == "ccomp" else verb
    if grammar.says_what(verb):  # "has not commented on reports that it will open"
        above = next((t for t in grammar.chain(verb.head) if grammar.is_verb(t)), verb)
    told = above != verb and grammar.is_verb(above)
    sayers = [s for x in grammar.children(above, grammar.SUBJECT) for s in grammar.conjuncts(x)] if told else []
    bodies = r.lexicon.groups["bodies"]
    if pronoun.lower_ in r.lexicon.roles["one_reporter"]:
        sayers = [s for s in sayers if s.tag_ != "NNS" or s.i in r.mention]
    return any(s.i in r.mention or s.i in r.groups or s.lemma_.lower() in bodies for s in sayers)


def _tells(verb: Token, r: Story) -> bool:
    """Whether a verb says what only somebody can: "it gave no reason"."""
    return any(o.lemma_.lower() in r.lexicon.triggers["only_said"] for o in grammar.objects(verb))


def _decides(verb: Token, r: Story) -> bool:
    """Whether a verb says what somebody is to do, as no occasion does: "it agreed to sell itself"."""
    todo = any(map(grammar.has_to, grammar.children(verb, {"xcomp"}))) and not grammar.is_passive(verb)
    return todo and verb.lemma_.lower() in r.lexicon.title["with_infinitive"] - r.lexicon.triggers["phases"]


def _ends_a_period(t: Token, words: Lexicon) -> bool:
    """Whether a participle only says when a stretch ends: "the fourth quarter ended June 30"."""
    ended = t.lemma_.lower() in words.period_verbs and t.tag_ in {"VBN", "VBD"} and not grammar.auxiliaries(t)
    return ended and t.i > t.sent.start and t.nbor(-1).lemma_.lower() in words.periods


def _is_misread_noun(t: Token, r: Story) -> bool:
    """Whether a verb is a noun that the tagger misread: "the oil spill" and no "to", no modal, no plural subject."""
    if t.tag_ not in {"VB", "VBP"} or r.sentences[t.i].start == t.i or grammar.auxiliaries(t) or grammar.has_to(t):
        return False
    before = t.nbor(-1)
    return before.tag_ in {"NN", "JJ", "DT", "PRP$"} and t.lower_ in r.lexicon.nouns


def _stand_for_object(verb: Token, r: Story) -> None:
    """Let "it" be what the clause before it was about: "seized the airport, and jets bombed it".

    And "him" whom it named by no name: "stopped a driver and fined him".
    """
    before = verb.head
    if verb.dep_ != "conj" or not grammar.is_verb(before) or before.i > verb.i:
        return
    things = [o for o in grammar.children(before, grammar.OBJECT) if o.tag_ == "NN" and o.i not in r.timed]
    for t in grammar.children(verb, grammar.OBJECT):
        if t.lower_ == "it" and t.i not in r.mention and things:
            r.names.antecedent.setdefault(t.i, things[-1])
        people = [o for o in things if o.i not in r.mention and o.lemma_.lower() in r.lexicon.groups["people"]]
        if t.lower_ in r.lexicon.status["him"] and t.i not in r.mention and people:
            r.names.antecedent.setdefault(t.i, people[-1])


def _stand_for_measure(verb: Token, r: Story) -> bool:
    """Let "it" be the one measure told just before: "parliament passed the bill. Lund is to sign it on Friday".

    Or it is done to it: "circulated a draft. Envoys said it could be put to a vote".
    """
    on = (n for p, n in grammar.obliques(verb) if p in r.lexicon.triggers["voting_on"])
    done_to = grammar.children(verb, grammar.SUBJECT) if grammar.is_passive(verb) else grammar.objects(verb)
    it = next((t for t in (*done_to, *on) if t.lower_ == "it" and t.i not in r.mention), None)
    if it is None:
        return False
    opening = verb.sent.start
    first = r.doc[opening - 1].sent.start if opening else opening
    before = [t for t in r.doc[first : it.i] if t.tag_ == "NN" and t.lemma_.lower() in r.lexicon.triggers["measures"]]
    before = [t for t in before if t.dep_ != "compound"]  # "a draft resolution" is one
    told = [t for t in before if t.dep_ in grammar.OBJECT | grammar.SUBJECT | {"ROOT"}]  # "The bill passed by 18 votes"
    if len({t.lemma_ for t in before}) == 1 and told:
        r.names.antecedent[it.i] = told[-1]
    return it.i in r.names.antecedent


def _stand_for_rule(verb: Token, r: Story) -> None:
    """Let "it" be the one rule or term told just before, and nobody: "passed a bill. It became law on Friday"."""
    words, it = r.lexicon, next((s for s in grammar.children(verb, grammar.SUBJECT) if s.lower_ == "it"), None)
    law = verb.lemma_.lower() in words.into and any(o.lower_ == "law" for o in grammar.children(verb, {"xcomp", "obj"}))
    if it is None or not (law or comes_into_force(verb, words) or verb.lemma_.lower() in words.triggers["lapsing"]):
        return
    first = r.doc[verb.sent.start - 1].sent.start if verb.sent.start else 0
    laws = words.triggers["in_force_until"]
    rules = [t for t in r.doc[first : it.i] if t.tag_ == "NN" and t.lemma_.lower() in laws]
    if not rules and first:  # "signed a pact. They did so at the end of a session. It will enter into force on Friday"
        rules = [t for t in r.doc[r.doc[first - 1].sent.start : first] if t.tag_ == "NN" and t.lemma_.lower() in laws]
    r.mention.pop(it.i, None)
    r.names.actor.pop(it.i, None)
    if len({t.lemma_ for t in rules}) == 1:
        r.names.antecedent[it.i] = rules[-1]


def _stand_for_subject(verb: Token, r: Story) -> None:
    """Let "it" be the one thing that the clause above it is of: "the ferry was burning when it sank"."""
    above = verb.head
    if verb.dep_ in grammar.RELATIVE and any(c.tag_ == "WRB" for c in verb.children):
        above = next((t for t in grammar.chain(verb) if grammar.is_verb(t)), above)  # "in Chile, where it was found"
    if verb.dep_ not in {"advcl", "conj", "acl:relcl"} or not grammar.is_verb(above) or above.i > verb.i:
        return
    it = [t for t in grammar.children(verb, grammar.SUBJECT) if t.lower_ == "it" and t.i not in r.mention]
    if any(s.tag_ == "PRP" for s in grammar.children(above, grammar.SUBJECT)):
        return  # "it faces ruin if it sends a team": the same "it"
    near = [*grammar.children(above, grammar.SUBJECT), *grammar.children(above, grammar.OBJECT)]
    near += [x for t in near for x in grammar.children(t, {"nmod:poss"})]  # "found the plane's recorder after it fell"
    people = r.lexicon.groups["people"]
    one = [t for t in near if t.tag_ in {"NN", "NNP"} and t.i not in r.timed and t.lemma_.lower() not in people]
    one = [t for t in one if not r.mention.get(t.i, "").startswith("person:")]
    if verb.lemma_.lower() in r.lexicon.triggers["befalling"]:
        one = [t for t in one if t.i not in r.mention and t.i not in r.groups] or one
    if r.lexicon.verbs.get(verb.lemma_.lower()) == "meeting":
        one = [t for t in one if t.lemma_.lower() in r.lexicon.groups["bodies"]]  # "when it reconvenes": no motion does
    said = grammar.is_passive(verb) and _has_finite_content(verb)  # "when it was disclosed that"
    if it and len(one) == 1 and one[0].i not in r.mention and not said:
        r.names.antecedent.setdefault(it[0].i, one[0])


def _stand_for_body(verb: Token, r: Story) -> None:
    """Let "it" be the one body told of just before that may meet: "set up a panel. It will meet on Friday"."""
    it = next((s for s in grammar.children(verb, grammar.SUBJECT) if s.lower_ == "it" and s.i not in r.mention), None)
    opening = verb.sent.start
    if it is None or not opening or r.lexicon.verbs.get(verb.lemma_.lower()) != "meeting":
        return
    things = [o for o in r.doc[opening - 1].sent if o.tag_ == "NN" and o.dep_ in grammar.OBJECT]
    bodies = [o for o in things if o.lemma_.lower() in r.lexicon.groups["bodies"] and o.i not in r.mention]
    if len(bodies) == 1:
        r.names.antecedent.setdefault(it.i, bodies[0])


def _has_finite_content(verb: Token) -> bool:
    """Whether a verb's complement is a statement of fact, not something to do."""
    for c in grammar.children(verb, {"ccomp"}):
        if any(a.tag_ in {"VBD", "VBZ", "VBP"} for a in (c, *grammar.auxiliaries(c))):
            return True
    return any(c.lower_ == "otherwise" for c in verb.children)


def _touches_somebody(verb: Token, r: Story) -> bool:
    """Whether a verb's object or subject is an actor, a place or people: "captured Tikrit", not "captures oil"."""
    doers = grammar.subjects(verb)
    told = verb.tag_ != "VBG" and _has_a_day(verb, r)  # "had been talking about a visit in May": of no day
    together = told and verb.lemma_.lower() in r.lexicon.triggers["with_each_other"]
    if together and len(doers) > 1 and all(named(d, r) for d in doers):
        return True  # "Lund and Berg spoke by telephone"
    near = [*grammar.objects(verb), *(doers if grammar.is_passive(verb) else [])]
    near += [n for p, n in grammar.obliques(verb) if p == "with"]
    if together:  # "spoke to Berg", not "spoke to the BBC"
        partners = [n for p, n in grammar.obliques(verb) if p == "to" and n.pos_ in {"PROPN", "PRON"} and named(n, r)]
        near += [n for n in partners if not {t.lower_ for t in n.subtree} & r.lexicon.press]
    touched = r.lexicon.triggers["people"] | r.lexicon.groups["people"] | r.lexicon.triggers["places"]
    return any(named(t, r) or t.lemma_.lower() in touched for t in near)


def _noun_type(t: Token, r: Story) -> str | None:
    words = r.lexicon
    if t.pos_ not in {"NOUN", "PROPN"} or t.i in r.timed:
        return None  # "in March and June"
    if grammar.has_content(t):
        return None  # "reports that he left": the clause tells it
    gerund = t.tag_ == "NN" and t.lower_.endswith("ing")
    lemma = t.lemma_.lower()
    if lemma in words.triggers["with_whom"]:
        partners = [n for p, n in grammar.obliques(t) if p in words.roles["together"]]
        if all(n.lemma_.lower() in words.triggers["asking_for_news"] for n in partners):
            return None  # "told an audience of pupils", "a call with reporters"
    if lemma == "entry" and t.i + 2 < len(r.doc) and r.doc[t.i + 1 : t.i + 3].text.lower() == "into force":
        return "agreement"
    if t.dep_ == "nmod" and t.head.lower_ == "force" and t.head.head.lemma_.lower() == "entry":
        return None  # "the entry into force of the protocol"
    low = t.lower_
    pair = f"{t.nbor(-1).lower_} {lemma}" if t.i else lemma  # "press conference", "general strike"
    singular = low.removesuffix("s")  # names of occasions in capitals have no lemma: "Talks"
    type_ = words.nouns.get(pair) or words.nouns.get(lemma) or words.nouns.get(low) or words.nouns.get(singular)
    if any(c.dep_ == "compound" and c.lower_ in words.triggers["ailing"] for c in t.children):
        return None
    if type_ is None:
        return "other" if any(test(t, r) for test in (_takes_place, _is_set_off, _has_its_day, _is_put_off)) else None
    if lemma in words.triggers["stoppages"] and _is_of_workers(t, words):
        type_ = "protest"  # "rail workers began a three-day strike"
    if lemma == "round" and any(preposition == "of" for preposition, _ in grammar.obliques(t)):
        return None  # "a round of tests"; "a round of talks" is named by its talks
    if lemma in words.triggers["inhabited"] and (t.tag_ == "NNS" or any(c.dep_ == "compound" for c in t.children)):
        return None  # "four West Bank settlements"
    if lemma in words.plural_only and t.tag_ not in {"NNS", "NNPS"}:
        return None
    if r.mention.get(t.i) is not None and not gerund:
        return None  # "Munich Security Conference" as an actor, "Round Table Group"
    if t.dep_ in {"compound", "amod"} and t.head.pos_ in {"NOUN", "PROPN"}:
        return None  # "peace talks team", "ceasefire deal": the head names it
    if any(c.dep_ == "compound" and c.lower_ in words.triggers["about_it"] for c in t.children):
        return None
    if lemma in words.roles["venues"] and any(c.lower_ in words.triggers["traded"] for c in t.children):
        return None  # "trading on Lima's stock exchange"
    bare = not grammar.children(t, {"det", "nmod:poss", "amod"})
    if type_ == "protest" and bare and grammar.case(t) in words.triggers["as_a_sign_of"]:
        return None  # "walked out in protest"
    if type_ == "protest" and any(n.lemma_.lower() in words.triggers["on_markets"] for _, n in grammar.obliques(t)):
        return None  # "the rally in shares"
    return type_


def _is_of_workers(noun: Token, words: Lexicon) -> bool:
    """Whether a strike is that of those who work: "the pilots' strike", not "a strike killed aid workers".

    So is one without a weapon that is called or called off, and who is "on strike" works.
    """
    if grammar.case(noun) == "on" and not grammar.children(noun, {"det", "nmod:poss"}):
        return True
    doers = grammar.subjects(noun.head) if noun.dep_ in grammar.OBJECT | grammar.OBLIQUE else []
    near = [*noun.subtree, *(x for d in doers for x in d.subtree)]
    verb, phrasal = noun.head.lemma_.lower(), grammar.phrasal(noun.head)
    called = phrasal == "call" or bool({verb, phrasal} & words.status["cancelled_verbs"])
    kinds = {x.lemma_.lower() for x in grammar.children(noun, {"compound", "amod"})}
    if kinds & words.triggers["armed"]:
        return any(x.lemma_.lower() in words.triggers["workers"] for x in near)
    stopping = words.triggers["stopping"] | words.dating["units"]  # "a nationwide strike", "a 48-hour strike"
    return called or bool(kinds & stopping) or any(x.lemma_.lower() in words.triggers["workers"] for x in near)


def _takes_place(noun: Token, r: Story) -> bool:
    """Whether a noun of no known kind is an occasion all the same: what is held or takes place on a day is one."""
    words = r.lexicon
    doing = [noun.head] if noun.dep_ in grammar.SUBJECT else []
    verbs = [*doing, *(c for c in noun.children if c.dep_ in grammar.RELATIVE | grammar.REDUCED)]
    if not any(_has_a_day(v, r) and tells_of_an_occasion(v, words) and not _is_meant_for(v, r) for v in verbs):
        return False
    if any(p == "by" and n.lemma_.lower() in words.triggers["captors"] for v in doing for p, n in grammar.obliques(v)):
        return False  # "the two rowers were held by the police"
    named = noun.text[0].isupper() and noun.i != r.sentences[noun.i].start
    # "the two men were held on Friday"
    return noun.pos_ == "NOUN" and not (named or is_group(noun, words))


def _is_set_off(noun: Token, r: Story) -> bool:
    """Whether a noun of no known kind has a day after which something else was: "resigned after the leak on 3 May"."""
    words, after = r.lexicon, noun.i + 1
    if after + 1 >= len(r.doc) or not (after in r.timed or after + 1 in r.timed):
        return False
    on = r.doc[after].lower_ in words.triggers["on_its_day"]
    x = r.timed.get(after + on)
    if x is None or x.type != "DATE" or x.start not in {r.doc[after].idx, r.doc[after + 1].idx}:
        return False
    if noun.pos_ != "NOUN" or noun.i in r.mention or is_group(noun, words) or noun.lemma_.lower() in words.quantities:
        return False
    return grammar.case(noun) in words.triggers["after"]


def _has_its_day(noun: Token, r: Story) -> bool:
    """Whether a sentence is there to say of an occasion's name when it is: "Reform Day is next Sunday"."""
    when = noun.head
    named = noun.text[0].isupper() and noun.i != r.sentences[noun.i].start and noun.i not in r.mention
    return (
        named
        and noun.dep_ in grammar.SUBJECT
        and when.i in r.timed
        and bool(grammar.children(when, {"cop"}))
        and grammar.negation(when) is None
    )


def _is_put_off(noun: Token, r: Story) -> bool:
    """Whether a noun of no known kind is put off to a day: "the repair has been delayed until September".

    By somebody, too: "the speaker put off the debate until 9 June".
    """
    verb, words = noun.head, r.lexicon
    undone = noun.dep_ in (grammar.SUBJECT if grammar.is_passive(verb) else grammar.OBJECT)
    if not undone or noun.pos_ != "NOUN" or noun.i in r.mention:
        return False
    off = verb.lemma_.lower() in words.dating["postponing"] and _calls_off(verb, words)
    to = (n for p, n in grammar.obliques(verb) if p in words.dating["put_off_to"])
    return off and not is_group(noun, words) and any(n.i in r.timed for n in to)


def _is_meant_for(verb: Token, r: Story) -> bool:
    """Whether a verb says for what a thing is set aside: "a film scheduled for release in May"."""
    return any(p == "for" and n.i not in r.timed and n.pos_ == "NOUN" for p, n in grammar.obliques(verb))


def _has_a_day(verb: Token, r: Story) -> bool:
    """Whether a verb's words say when: "is expected on Friday", "planned at the university for Friday"."""
    return any(t.i in r.timed for c in verb.children for t in (c, *c.children))


def tells_of_an_occasion(verb: Token, words: Lexicon) -> bool:
    """Whether a verb says of its subject only that it is held or takes place."""
    lemma = verb.lemma_.lower()
    if lemma in words.triggers["held"]:
        return grammar.is_passive(verb) and grammar.particle(verb) is None  # not "held up by a quarrel"
    if lemma in words.triggers["awaited"]:
        return grammar.is_passive(verb) and not grammar.children(verb, {"xcomp", "ccomp"})
    placed = any(o.lower_ == "place" for o in grammar.children(verb, grammar.OBJECT))
    return lemma in words.triggers["happening"] or (lemma == "take" and placed)


def is_awaited(verb: Token, words: Lexicon) -> bool:
    """Whether a verb only says that somebody or something is to come: "is expected in Oslo", "is set to begin"."""
    if not grammar.is_passive(verb) or grammar.particle(verb) is not None:
        return False  # "will be set up"
    return verb.lemma_.lower() in words.triggers["awaited"] | words.status["planned_passive"]


def _top(noun: Token, words: Lexicon) -> Token:
    """The head of the phrase that counts or phases an occasion: "round" of "third round of talks"."""
    cur = noun
    for _ in range(3):
        if cur.dep_ in {"nmod", "pobj"} and grammar.case(cur) == "of":
            above = cur.head.head if cur.dep_ == "pobj" else cur.head
            if above.lemma_.lower() in words.quantities:
                cur = above
                continue
        break
    return cur


def _is_out_of(noun: Token, verb: Token, words: Lexicon) -> bool:
    """Whether "out of" stands before a noun, whichever of the two words the parse hangs on its verb."""
    p, out = grammar.particle(verb), words.triggers["out"]
    return grammar.case(noun).split(" ")[0] in out or (p is not None and p.lower_ in out)


def _is_light(verb: Token, words: Lexicon) -> bool:
    """Whether a verb says nothing beside its noun: "called a strike", not "called off the strike"."""
    lemma, phrasal = verb.lemma_.lower(), grammar.phrasal(verb)
    return lemma in words.light and (phrasal == lemma or phrasal not in words.happenings)


def judges(verb: Token, words: Lexicon) -> bool:
    """Whether a verb only says what somebody thinks of a thing: "called the killing wrong", "labelled it a farce"."""
    called = [x for x in grammar.children(verb, {"xcomp"}) if x.i > verb.i and not grammar.is_verb(x)]
    called = [x for x in called if not grammar.has_to(x)]  # "called for the releases to be private"
    return bool(called) and verb.lemma_.lower() in words.triggers["naming"]


def _calls_off(verb: Token, words: Lexicon) -> bool:
    """Whether a verb calls its object off or puts it off."""
    return grammar.phrasal(verb) in words.status["cancelled_verbs"]


def _does_a_thing(verb: Token, words: Lexicon) -> bool:
    """Whether a light verb tells what an occasion did: "exit polls gave her 52%", not "a fire followed a blast"."""
    things = {o.lemma_.lower() for o in grammar.objects(verb) if o.pos_ == "NOUN"}
    return bool(things - words.nouns.keys() - words.dating["units"] - words.triggers["no_things"])


def _is_for_another_day(verb: Token, r: Story) -> bool:
    """Whether a verb moves something in time: "moved the vote to Friday", not "to Lima"."""
    to = r.lexicon.dating["put_off_to"] | r.lexicon.dating["put_off_from"]
    return any(p in to and n.i in r.timed for p, n in grammar.obliques(verb))


def _support(top: Token, r: Story) -> tuple[Token | None, bool]:
    """The verb that carries a noun's occasion, and whether it is light."""
    words = r.lexicon
    carrying = words.support | words.triggers["awaited"]
    told = [c for c in top.children if c.dep_ == "acl" and grammar.is_verb(c) and c.lemma_.lower() in carrying]
    # not "an operation to seal the well"
    told = [c for c in told if not (grammar.has_to(c) and _does_a_thing(c, words)) or tells_of_an_occasion(c, words)]
    ahead = next((c for c in told if grammar.has_to(c)), None)
    off = top.dep_ in grammar.OBJECT and _calls_off(top.head, words)
    if ahead is not None and not off:  # not "called off a vote due to be held on Friday"
        ends = ahead.lemma_.lower() in words.dating["ending"]  # "the talks, due to end on Friday"
        return ahead, not ends  # "announced a concert to be held in May": what was announced is ahead
    head = top.head
    if top.dep_ == "pobj":
        head = top.head.head
    if top.dep_ == "conj" and not grammar.is_verb(head):
        first = top
        while first.dep_ == "conj" and first.head != first:
            first = first.head
        return _support(first, r) if first != top else (None, False)
    relation = top.dep_
    if grammar.is_verb(head) and head.i != top.i and grammar.phrasal(head) not in words.status["ending_up"]:
        lemma = head.lemma_.lower()
        core = relation in grammar.OBJECT | grammar.SUBJECT
        oblique = relation in {"obl", "pobj"} and grammar.case(top) in {"to", "on", "with", "in", "of", "from", "into"}
        own = told or grammar.negation(top) or any(c.i in r.timed for c in grammar.children(top, {"nmod"}))
        # "opened a mine, with a vote planned for May", "ended with no deal"
        oblique = oblique and not (own and grammar.case(top) == "with")
        said_in = grammar.case(top) in grammar.WORDS["said_in"] and words.nouns.get(top.lemma_.lower()) == "statement"
        oblique = oblique and not said_in  # "in a statement, Chad called for a truce"
        speaks = lemma in words.reporting and lemma != "conclude" and not grammar.is_passive(head)
        if relation in grammar.SUBJECT and speaks:
            return None, False  # "the resolution called for a truce": a text speaks
        if core and judges(head, words):
            return None, False
        wants = relation in grammar.OBJECT and lemma in grammar.WORDS["control"]
        if wants and any(map(grammar.has_to, grammar.children(head, {"xcomp"}))):
            return None, False  # "wants sanctions to be lifted": nobody wants sanctions
        if relation in grammar.OBJECT and lemma in words.dating["shifting"] and _is_for_another_day(head, r):
            return head, False  # "moved the summit from Tuesday to Friday"
        if core and lemma in words.support:
            return head, _is_light(head, words) and not (relation in grammar.SUBJECT and _does_a_thing(head, words))
        if core and relation in grammar.SUBJECT and lemma not in words.reporting:
            return head, False
        if oblique and lemma in words.triggers["on_occasions"]:
            return head, _is_light(head, words)
        way = relation == "obl" and grammar.case(top) == "on" and words.nouns.get(top.lemma_.lower()) == "visit"
        if way and lemma in words.triggers["setting_out"]:
            return head, False
        leaves = relation in {"obl", "obj"} and lemma in words.triggers["leaving_occasions"]
        if leaves and _is_out_of(top, head, words):
            return head, False
    # "talks scheduled for Friday", "a truce starting on Monday"; "talks, brokered by Togo, opened": the opening's date
    if told:
        tells = next((c for c in told if c.lemma_.lower() in words.triggers["phases"]), told[0])
        return tells, tells.lemma_.lower() not in words.dating["suspending"]  # "talks, suspended since 3 May,"
    return None, False
