"""Whether something occurred, is planned, hoped for, denied …: from tense, modals and the words above it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from spacy.tokens import Token

from timeline.events import grammar
from timeline.events.lexicon import Lexicon

# The relations in which a verb says something of what hangs on it.
GOVERNED = grammar.OBJECT | {"xcomp", "ccomp", "obl", "advcl", "acl", "nsubj:pass", "nsubjpass", "nmod", "csubj"}


@dataclass(frozen=True, slots=True)
class Status:
    """A status, the words that gave it, and whether they look back, ahead or neither."""

    value: str  # one of model.STATUSES
    cue: tuple[Token, ...]  # the words that gave it; empty when plain tense did
    reason: str  # in plain words, for the explanation
    arranged: bool = False  # fixed by somebody, not merely foreseen
    background: bool = False  # past perfect: before the story
    foreseen: bool = False  # "would" without a condition: ahead of some past
    charge: bool = False  # what somebody is accused or cleared of
    claim: Token | None = None  # the verb by which only those say it who accuse somebody of it
    standing: bool = False  # a present that tells how things stand, not what happens: "the plan calls for"
    said_by: Token | None = None  # subject of the verb that reports it

    @property
    def stands(self) -> str:
        """What an entry's status is: what only an accuser claims may be so."""
        return "possible" if self.claim is not None else self.value


def of(verb: Token, noun: Token | None, lexicon: Lexicon, *, kind: str = "body", named: bool = False) -> Status:
    """The status of a verb's event, or of a noun's that the verb carries.

    `verb` is the event's own verb, its supporting verb, or the noun itself where none carries it; `named` says that
    the event is the noun's.
    """
    own = _own(verb, lexicon, kind)
    if noun is not None:
        own = _of_occasion(verb, noun, own, lexicon, named=named)
    above = _above(verb, lexicon)
    if above is None and noun is not None:
        above = _programme(verb, lexicon)
    if (above is None or above.value == "planned") and not _finite_past(verb):
        wish = _wish(verb, lexicon.status)
        above = _by_noun(wish, lexicon.status) if wish is not None else above
    best = own if above is None or not _outweighs(above, own, verb) else above
    settled = best.value == "planned" and grammar.has_to(verb) and grammar.is_past(verb.head)  # "decided to cancel it"
    settled = settled and verb.head.lemma_.lower() in lexicon.status["settling_verbs"]
    if noun is not None and best is above and (settled or best.value in {"occurred", "ongoing"}):  # "was forced to"
        best = _of_occasion(verb, noun, best, lexicon, named=named)
    if best.value in {"planned", "hoped", "generic"} or (own.background and grammar.is_passive(verb)):
        best = _come_to_nothing(verb, best, lexicon) or best
    if best.value in {"occurred", "ongoing", "planned"}:
        best = _hedged(verb, lexicon.status) or (_doubted(noun, best, lexicon) if noun is not None else None) or best
    if best.value in {"hoped", "planned"} and _is_of_nature(verb, lexicon):
        best = replace(best, value="possible")  # "the storm is expected to hit Kano": nobody hopes so, nor arranged it
    if best.value == "denied" and _is_of_whoever(verb):
        best = Status("generic", (), "whoever does not: nobody is meant")
    reporter = _reporter(verb, lexicon)
    if reporter is not None and not named and best.value in {"occurred", "ongoing"} and not best.standing:
        best = replace(best, claim=_claim(verb, reporter, lexicon.status))
    # "said he had met", "after he had met": the past perfect is only the past of a past
    background = own.background and reporter is None and best.value != "denied" and not _is_after_clause(verb)
    return replace(best, arranged=best.arranged or own.arranged, background=background, said_by=reporter)


def _is_of_whoever(verb: Token) -> bool:
    """Whether a clause says of which of many something holds: "states that do not sign by May will lose seats"."""
    those = verb.head
    many = those.tag_ == "NNS" and all(c.i > those.i for c in those.children)
    which = any(s.tag_ == "WDT" for s in grammar.children(verb, grammar.SUBJECT))
    which = which and any(a.lemma_ in {"do", "have"} for a in grammar.auxiliaries(verb))  # not "are not threatening"
    return verb.dep_ in grammar.RELATIVE and many and which and grammar.text_before(verb.left_edge) != ","


def _is_of_nature(verb: Token, lexicon: Lexicon) -> bool:
    """Whether it is a storm or a quake that does what a verb tells."""
    below = verb.head if verb.dep_ == "xcomp" else verb
    who = [s for v in (verb, below) for s in grammar.children(v, grammar.SUBJECT)]
    who += grammar.children(below, grammar.OBJECT) if below != verb else []  # "they expect the rain to go on"
    words = {x.lemma_.lower() for s in who for x in (s, *grammar.children(s, {"compound", "flat"}))}
    return not words.isdisjoint(lexicon.title["of_nature"])  # "Hurricane Tove"


def _is_after_clause(verb: Token) -> bool:
    return verb.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ in {"after", "once"} for c in verb.children)


def _of_occasion(verb: Token, noun: Token, own: Status, lexicon: Lexicon, *, named: bool) -> Status:
    """What a verb's meaning or a noun's negation does to an occasion: "no talks", "cancelled a meeting"."""
    lemma = verb.lemma_.lower()
    if named and own.value == "denied" and lemma in lexicon.status["undoing_verbs"] and grammar.negation(verb):
        return Status("occurred", (verb,), f"that it did not {lemma} says that it was")  # "the talks did not fail"
    if named and own.value == "occurred" and _is_wished(verb, noun, lexicon.status):
        return Status("hoped", (verb,), f"“{verb.text}”: wanted, not arranged")
    negated = grammar.negation(noun) if noun != verb else None
    if negated is not None and own.value in {"occurred", "ongoing", "planned", "generic"}:
        return Status("denied", (negated,), f"“{negated.text}” says it is not so")
    below = grammar.children(noun, grammar.REDUCED) if named and own.value == "possible" else []
    fixed = next((c for c in below if c.lemma_ in lexicon.status["planned_passive"] and c.tag_ == "VBN"), None)
    if fixed is not None and noun in grammar.subjects(verb) and not _tells_of_its_coming(verb, lexicon):
        # "the vote planned for 3 May could cause harm"
        return Status("planned", (fixed,), f"“{fixed.text}”: arranged, whatever comes of it", arranged=True)
    if own.value in {"occurred", "planned", "ongoing"}:
        off = _dropped(verb, noun, lexicon.status) or _stopped(noun, lexicon.status)
        if off is not None:
            return off
        for v in grammar.conjuncts(verb) if grammar.is_passive(verb) else [verb]:  # "were set for May and put off"
            does = noun in grammar.children(v, grammar.SUBJECT) and bool(grammar.objects(v))
            if does or (v != verb and not grammar.is_passive(v)):  # "support dropped six points"
                continue
            off = calling_off(v, lexicon.status)
            if off is not None:
                return off
    if (
        (own.value == "occurred" or own.standing)
        and lemma in lexicon.status["planned_passive"]
        and grammar.is_passive(verb)
        and grammar.particle(verb) is None  # not "was set up"
    ):
        return Status("planned", (verb,), f"“{verb.text}”: arranged, whatever came of it", arranged=True)
    meant = lemma in lexicon.status["planning_verbs"] and lexicon.nouns.get(noun.lemma_.lower()) == "attack"
    # not "confessed to planning the 1998 attacks", nor "unions plan a strike"
    meant = meant and grammar.is_finite(verb) and noun.lemma_.lower() not in lexicon.triggers["stoppages"]
    if meant and own.value in {"occurred", "ongoing"} and noun in grammar.objects(verb):
        return Status("possible", (verb,), f"“{verb.text}”: meant, whatever came of it")
    return own


def _tells_of_its_coming(verb: Token, lexicon: Lexicon) -> bool:
    """Whether a verb says whether, or when, an occasion comes about: "may be held", "could begin", "may be put off"."""
    lemma = verb.lemma_.lower()
    own = grammar.WORDS["of_occasions"] | lexicon.triggers["phases"] | lexicon.support | lexicon.dating["shifting"]
    return lemma in own or calling_off(verb, lexicon.status) is not None


def _dropped(verb: Token, noun: Token, words: dict[str, frozenset[str]]) -> Status | None:
    """Cancelled, where a clause next to a plan says so of it: "planned a trip before scrapping it"."""
    if verb.lemma_.lower() not in words["planned_verbs"] or noun not in grammar.objects(verb):
        return None
    for c in grammar.children(verb, {"advcl", "conj"}):
        for v in grammar.conjuncts(c):
            it = any(o.lower_ in words["it"] and o.i > noun.i for o in grammar.children(v, grammar.OBJECT))
            done = grammar.tells(v) or (v.tag_ == "VBG" and not grammar.auxiliaries(v))
            off = calling_off(v, words) if it and done and grammar.negation(v) is None else None
            if off is not None:
                return off
    return None


def _stopped(noun: Token, words: dict[str, frozenset[str]]) -> Status | None:
    """Cancelled, where somebody stopped what had been arranged: "stopped a show that had been scheduled for May"."""
    verb = noun.head
    if verb.lemma_.lower() not in words["stopping_verbs"] or noun.dep_ not in grammar.OBJECT:
        return None
    meant = grammar.negation(verb) is None and any(
        _was_meant(c, words) for c in grammar.children(noun, grammar.RELATIVE)
    )
    return Status("cancelled", (verb,), f"“{verb.text}”: what had been arranged") if meant else None


def _doubted(noun: Token, plan: Status, lexicon: Lexicon) -> Status | None:
    """What a predicate says of an occasion to come: "the summit planned for Monday is in doubt", "is now off"."""
    head, words = noun.head, lexicon.status
    if noun.dep_ not in grammar.SUBJECT or grammar.negation(head) is not None:
        return None
    said = [head] if grammar.children(head, {"cop"}) else []
    if head.lemma_.lower() in words["staying"]:
        said = grammar.children(head, {"xcomp", "advmod"} | grammar.OBLIQUE)
    for t in said:
        if t.lower_ in words["off"]:
            return Status("cancelled", (t,), f"said to be “{t.text}”")
        if plan.value == "planned" and f"{grammar.case(t)} {t.lower_}".strip() in words["doubtful"]:
            return Status("possible", (t,), f"“{t.text}”: it may or may not come", arranged=True)
    return None


def _is_wished(verb: Token, noun: Token, words: dict[str, frozenset[str]]) -> bool:
    """Whether somebody asks for an occasion: "demanded a vote"."""
    lemma = verb.lemma_.lower()
    asks = lemma in words["hoped_verbs"] and lemma not in words["hoped_clauses"] and not grammar.is_passive(verb)
    return asks and noun in grammar.objects(verb)


def _come_to_nothing(verb: Token, plan: Status, lexicon: Lexicon) -> Status | None:
    """Cancelled, where a plan of the past is told with what came instead: "was to visit Peru but stayed"."""
    words = lexicon.status
    heads = (verb, *grammar.chain(verb))
    meant = next((i for i, head in enumerate(heads) if _was_meant(head, words)), None)
    if meant is None:
        return None
    lapsed = _is_past_perfect(heads[meant])
    first = next((x for h in heads[: meant + 1] for x in h.children if x.lower_ in words["at_first"]), None)
    if first is not None:  # "had originally been set for 3 May"
        return replace(plan, value="cancelled", cue=(first,), reason=f"“{first.text}”: it was moved")
    for head in heads[: meant + 1]:  # "who had been due in Oslo on Friday, met instead in Lima"
        main = (
            next((t for t in grammar.chain(head) if grammar.is_verb(t)), head)
            if head.dep_ in grammar.RELATIVE
            else head
        )
        cue = next((c for c in main.children if c.lower_ in words["in_its_place"]), None)
        if cue is not None and main != head and grammar.tells(main):
            return replace(plan, value="cancelled", cue=(cue,), reason=f"“{main.text} {cue.text}”: what came instead")
        no = grammar.negation(main) if main != head else None  # "who was due in Oslo on Friday, will not travel"
        if no is not None and (main.lemma_.lower() in words["turning_up"] or main.lemma_ == verb.lemma_):
            return replace(plan, value="cancelled", cue=(no,), reason=f"“{no.text} {main.text}” undoes it")
    for head in heads[: meant + 1]:
        for other in (*grammar.children(head, {"conj"}), *_told_next(head)):
            but = next((c for c in grammar.children(other, {"cc"}) if c.lower_ in words["contrasting"]), None)
            if but is None or other == verb or other.is_ancestor(verb) or _comes_besides(other, words):
                continue
            if _came_instead(other, words, lapsed=lapsed) or _is_its_journey_off(other, lexicon):
                reason = f"“{but.text} … {other.text}”: what came instead"
                return replace(plan, value="cancelled", cue=(but,), reason=reason)
    return None


def _told_next(verb: Token) -> list[Token]:
    """The neighbour behind a verb that is itself joined to another: "is shut, was to open but will stay shut"."""
    return [t for t in grammar.children(verb.head, {"conj"}) if t.i > verb.i][:1] if verb.dep_ == "conj" else []


def _came_instead(verb: Token, words: dict[str, frozenset[str]], *, lapsed: bool) -> bool:
    """Whether a clause says what came, or is to come, in place of a plan: "but stayed", "but will now leave in May".

    `lapsed`: the plan is told as one that had been: "had been due on Friday but will leave on Sunday".
    """
    if grammar.tells(verb) or _is_called_off(verb, words):
        return True
    if verb.pos_ == "AUX" and grammar.negation(verb) is not None:
        return True  # "was to be signed on Friday, but was not"
    if not any(a.lower_ in words["modals_planned"] for a in grammar.auxiliaries(verb)):
        return False
    other = verb.lemma_.lower() in words["instead"] or any(c.lower_ in words["instead"] for c in verb.children)
    return lapsed or other or grammar.negation(verb) is not None


def _comes_besides(verb: Token, words: dict[str, frozenset[str]]) -> bool:
    """Whether what is told calls nothing off: "but will also visit Oslo", "but no date was fixed"."""
    no = grammar.negation(verb)
    if no is not None and no.head in grammar.children(verb, grammar.SUBJECT):
        return True
    if verb.lemma_.lower() in words["going_away"] and any(o.lower_ in words["it"] for o in grammar.objects(verb)):
        return True  # "had been asked to join the talks in May but left them on Friday"
    added = [c for c in verb.children if c.lower_ in words["adding"]]
    return any(c.nbor(-1).pos_ != "NOUN" for c in added)  # "will now leave a day later" is no more


def _was_meant(verb: Token, words: dict[str, frozenset[str]]) -> bool:
    """Whether a verb tells of a plan of the past: "was to visit", "was due to visit", "had hoped to visit"."""
    lemma = verb.lemma_.lower()
    if _is_past_perfect(verb) and (lemma in words["planned_verbs"] or lemma in words["hoped_verbs"]):
        return True
    was = (*grammar.auxiliaries(verb), *grammar.children(verb, {"cop"}))
    due = verb.lower_ in words["planned_adjectives"] or lemma in words["planned_passive"] or grammar.has_to(verb)
    return due and any(a.lemma_ in {"be", "have"} and a.tag_ == "VBD" for a in was)


def _is_called_off(verb: Token, words: dict[str, frozenset[str]]) -> bool:
    """Whether a verb says of its neighbour's subject that it is off by now: "were due but have been put off"."""
    return not grammar.children(verb, grammar.SUBJECT) and calling_off(verb, words) is not None


def _is_its_journey_off(verb: Token, lexicon: Lexicon) -> bool:
    """Whether the journey is off on which somebody was to be: "… in Oslo on Friday, but that leg of the trip was"."""
    trips = [x for s in grammar.children(verb, grammar.SUBJECT) for x in (s, *grammar.children(s, {"nmod"}))]
    known = any(c.lower_ in grammar.WORDS["definite"] for x in trips[:1] for c in x.children)
    journey = any(lexicon.nouns.get(x.lemma_.lower()) == "visit" for x in trips)
    return known and journey and calling_off(verb, lexicon.status) is not None


def calling_off(verb: Token, words: dict[str, frozenset[str]]) -> Status | None:
    """Cancelled, where a verb says so, alone or with its particle: "cancelled", "called off"."""
    particle = grammar.particle(verb)
    cue = (verb,) if particle is None else (verb, particle)
    if " ".join([verb.lemma_.lower(), *(t.lower_ for t in cue[1:])]) not in words["cancelled_verbs"]:
        return None
    if any(p in words["for_so_long"] and n.lemma_ in words["within_the_day"] for p, n in grammar.obliques(verb)):
        return None  # "the session was delayed by two hours": then it was held
    return Status("cancelled", cue, f"“{' '.join(t.text for t in cue)}”")


def _outweighs(above: Status, own: Status, verb: Token) -> bool:
    """Whether the words above a clause count for more than its own."""
    if own.arranged and own.cue and above.value == "hoped":
        return False  # "a report due on Friday is expected to say"
    told = own.value in {"occurred", "ongoing"} and not own.standing and not own.cue
    if told and not grammar.has_to(verb) and _finite_past(verb):
        # a past clause under a plan or a hope is a fact of its own ("agreed to a truce, which began")
        return above.value in {"denied", "conditional", "possible"}
    if own.value in {"planned", "occurred", "ongoing", "generic", "hoped"} or own.foreseen:
        return True
    if verb.tag_ == "VBD":
        return False  # "asked whether the minister resigned": a question of the past is no wish
    return above.value in {"conditional", "denied", "hoped"}


def _programme(verb: Token, lexicon: Lexicon) -> Status | None:
    """What a plan contains is planned: "the plan, which also includes a series of meetings"."""
    if verb.lemma_.lower() not in lexicon.status["containing_verbs"] or _finite_past(verb):
        return None
    for s in grammar.subjects(verb):
        for t in (s, *(a for a in grammar.chain(s) if a.pos_ in {"NOUN", "PROPN"})):
            if t.lemma_.lower() in lexicon.status["planned_nouns"] | lexicon.status["programme_nouns"]:
                return Status("planned", (t,), f"part of the “{t.text}”", arranged=True)
    return None


def _is_past_perfect(verb: Token) -> bool:
    return any(a.lemma_ == "have" and a.tag_ == "VBD" for a in grammar.auxiliaries(verb))


def _finite_past(verb: Token) -> bool:
    return verb.tag_ == "VBD" or any(a.tag_ in {"VBD", "VBZ", "VBP"} for a in grammar.auxiliaries(verb))


def _own(verb: Token, lexicon: Lexicon, kind: str) -> Status:
    """From the verb's own condition, modals, negation and tense, in this order."""
    if not grammar.is_verb(verb) and not grammar.children(verb, {"cop"}):
        before, fixed = grammar.case(verb), _fixed(verb, lexicon)
        if fixed is not None:
            return fixed  # "the congress, due in May"
        if before.split(" ")[0] in lexicon.status["coming_prepositions"]:
            return Status("planned", (), f"“{before}”: still to come")
        ahead = next(
            (c for c in grammar.children(verb, {"amod"}) if c.lower_ in lexicon.status["coming_adjectives"]), None
        )
        if ahead is not None:
            return Status("planned", (ahead,), f"“{ahead.text}”: still to come")
        opens = verb.left_edge if verb.dep_ == "ROOT" else None  # "Possible meeting on fish"
        if opens is not None and opens.lower_ in lexicon.status["proposed"]:
            return Status("possible", (opens,), f"“{opens.text}”: it may or may not come")
        held = (t for t in grammar.children(verb, grammar.RELATIVE) if grammar.has_to(t) and grammar.is_passive(t))
        held = (t for t in held if t.lemma_ in grammar.WORDS["of_occasions"])
        due = next(held, None)  # "the election, which is to be held no later than May"
        return _own(due, lexicon, kind) if due else Status("occurred", (), "named as something that is or was")
    aux = grammar.auxiliaries(verb)
    return (
        _conditional(verb, lexicon)
        or _modal(verb, aux, lexicon)
        or _fixed(verb, lexicon)
        or (_infinitive(verb, aux, kind, lexicon) if grammar.has_to(verb) and (aux or verb.tag_ != "VBG") else None)
        or _tensed(verb, aux, lexicon, kind)
    )


def _is_of_what_comes_with_it(clause: Token, verb: Token) -> bool:
    """Whether a condition is that of what comes beside: "will vote on 3 May, with a run-off, if needed, in June"."""
    mark = next(iter(grammar.children(clause, {"mark"})), None)
    if mark is None or mark.i < 2 or verb.doc[mark.i - 1].text != ",":
        return False
    before = verb.doc[mark.i - 2]
    beside = (n for p, n in grammar.obliques(verb) if p in grammar.WORDS["accompanying"])
    return any(before in n.subtree for n in beside)


def _conditional(verb: Token, lexicon: Lexicon) -> Status | None:
    marks = lexicon.status["conditional_marks"]
    first = _first_conjunct(verb)  # "whether he left or was dismissed"
    inverted = _inverted(verb)
    if inverted is not None:
        return Status("conditional", (inverted,), f"“{inverted.text}” before its subject makes it a condition")
    mark = next((c for c in first.children if c.dep_ == "mark" and c.lower_ in marks), None)
    told: list[Token] | None = None
    if mark is None and (grammar.has_to(verb) or not _finite_past(verb)):  # "the road will open if they leave"
        shared = () if grammar.children(verb, grammar.SUBJECT) else grammar.children(first, {"advcl"})
        clauses = [*grammar.children(verb, {"advcl"}), *shared]  # "if it rains, would wait and leave in May"
        clauses = [c for c in clauses if not _is_of_what_comes_with_it(c, verb)]
        main = marks - lexicon.status["open_marks"]
        mark = next((m for c in clauses for m in c.children if m.dep_ == "mark" and m.lower_ in main), None)
        mark = mark or next((c for c in clauses if c.lower_ in main and grammar.children(c, {"ccomp"})), None)
        around = [verb.head] if verb.dep_ == "xcomp" else []  # "intends to leave in May, should talks fail"
        beside = [*clauses, *(x for v in (verb, *around) for x in grammar.children(v, {"advcl", "parataxis"}))]
        turned = (m for c in beside if (m := _inverted(c)) is not None and m.lower_ == "should")
        mark = mark or next(turned, None)  # "should talks fail, Togo will close the road"
        told = next(
            (w for c in clauses if (w := _condition(c, lexicon)) and not _is_precaution(w, verb, lexicon)), None
        )
    if mark is None:
        mark = _first_wanted(first, lexicon) or _waited_for(first, lexicon)
    words = [mark] if mark is not None else told or _condition(verb, lexicon)
    if not words:
        return None
    if _is_asked(words[0], verb, lexicon.status):
        return Status("possible", (words[0],), f"“{words[0].text}”: it is asked, not said")
    return Status("conditional", tuple(words), f"“{' '.join(t.text for t in words)}” makes it a condition")


def _is_asked(mark: Token, verb: Token, words: dict[str, frozenset[str]]) -> bool:
    """Whether a clause is what a verb leaves open: "has not said whether they will meet", "voted on whether to meet".

    Not one of which it does not matter: "whether it rains or not, the road will open".
    """
    if mark.lower_ not in words["asking_marks"]:
        return False
    led = mark.i > 0 and mark.nbor(-1).lower_ in words["content_prepositions"]
    return _finite_past(verb) or led or _first_conjunct(verb).dep_ in grammar.COMPLEMENT


def _first_wanted(verb: Token, lexicon: Lexicon) -> Token | None:
    """The "before" that makes a condition of what is asked: "wants the troops out before it will talk"."""
    marks = lexicon.status["waiting_marks"] if verb.dep_ == "advcl" else frozenset[str]()
    ahead = any(a.lower_ in lexicon.status["modals_planned"] for a in grammar.auxiliaries(verb))
    return next((m for m in grammar.children(verb, {"mark"}) if ahead and m.lower_ in marks), None)


def _waited_for(verb: Token, lexicon: Lexicon) -> Token | None:
    """The word that makes a condition of what would be waited for: "said it would not talk until they had left"."""
    words, head = lexicon.status, verb.head
    shifted = verb.dep_ == "advcl" and grammar.is_past(verb)
    would = shifted and any(a.lower_ in words["modals_conditional"] for a in grammar.auxiliaries(head))
    marks = (m for m in grammar.children(verb, {"mark", "advmod"}) if m.lower_ in words["awaiting_marks"])
    marks = (m for m in marks if m.i > 0 and m.nbor(-1).text != ",")  # "…, when they left": it tells of a day
    return next(marks, None) if would and not any(a.lower_ == "have" for a in grammar.auxiliaries(head)) else None


def _inverted(verb: Token) -> Token | None:
    """The "had" or "should" that opens a condition without "if": "Had they signed, the army would have left"."""
    opening = verb.left_edge if verb.left_edge.text != "," else verb.left_edge.nbor()
    clause = verb.dep_ == "advcl" or (verb.dep_ == "parataxis" and verb.left_edge != opening)  # "…, should talks fail"
    if not clause or opening.dep_ != "aux" or opening.lower_ not in {"had", "should"}:
        return None
    return opening if any(s.i > opening.i for s in grammar.children(verb, grammar.SUBJECT)) else None


def _first_conjunct(verb: Token) -> Token:
    """The verb that a coordination begins with."""
    while verb.dep_ == "conj" and verb.head != verb:
        verb = verb.head
    return verb


def _modal(verb: Token, aux: list[Token], lexicon: Lexicon) -> Status | None:
    """From negation and modals: "will", "may", "should", "would", "not"."""
    words = lexicon.status

    def first(kind: str) -> Token | None:
        return next((a for a in aux if a.lower_ in words[kind]), None) if aux else None

    negated = grammar.negation(verb)
    future, may, should = first("modals_planned"), first("modals_possible"), first("modals_hoped")
    if negated is not None and may is not None and may.lower_ in {"could", "can", "ca"}:
        return Status("denied", (may, negated), f"“{may.text} {negated.text}”")
    if negated is not None and _is_undecided(verb, aux, words):
        return Status("ongoing", (negated,), "nothing is decided by now")
    if negated is not None and may is None and should is None:
        to_come = " or not to come" if future is not None else ""
        return Status("denied", (negated,), f"“{negated.text}” says it is not so{to_come}")
    wishes = _beside(verb) if may is not None or future is not None else ()
    wished = next((c for c in wishes if c.lower_ in words["hoped_adverbs"]), None)
    if wished is not None:
        return Status("hoped", (wished,), f"“{wished.text}”: wished for, not arranged")
    if may is not None:
        return Status("possible", (may,), f"“{may.text}”: it may or may not come")
    if should is not None:
        return Status("hoped", (should,), f"“{should.text}”: wanted, not arranged")
    hedges = (c for c in grammar.children(verb, {"advmod"}) if c.i < verb.i)  # not "left, apparently to see them"
    adverb = next((c for c in hedges if c.lower_ in words["possible_adverbs"]), None)
    if future is not None and adverb is not None:
        return Status("possible", (future, adverb), f"“{future.text} {adverb.text}”: it may or may not come")
    if future is not None:
        return Status("planned", (future,), f"“{future.text}” says it will come")
    would = first("modals_conditional")
    if would is not None:
        if any(a.lower_ == "have" for a in aux):
            return Status("denied", (would,), f"“{would.text} have”: it did not come about")
        sayer = _reporter(verb, lexicon)
        reported = sayer is not None or _is_reported(verb, lexicon)
        if reported and adverb is not None:
            return Status("possible", (would, adverb), f"“{would.text} {adverb.text}”: it may or may not come")
        if reported and (sayer is None or sayer.head.tag_ not in {"VBZ", "VBP"}):  # "says a tax would hurt them"
            return Status("planned", (would,), f"“{would.text}”: said to come")
        plan = _under_a_plan(verb, words)
        if plan is not None:
            hoped = plan.lemma_.lower() in words["hoped_nouns"] | words["proposing_nouns"]
            hoped = hoped or any(c.lower_ in words["proposed"] for c in grammar.children(plan, {"amod", "compound"}))
            return Status("hoped" if hoped else "planned", (would, plan), f"“{would.text}” under a “{plan.text}”")
        return Status("conditional", (would,), f"“{would.text}” makes it a condition", foreseen=True)
    if adverb is not None:
        return Status("possible", (adverb,), f"“{adverb.text}”: a claim nobody stands for")
    return None


def _is_undecided(verb: Token, aux: list[Token], words: dict[str, frozenset[str]]) -> bool:
    """Whether it is open by now what a verb of deciding would settle: "has not decided whether to go"."""
    if verb.lemma_.lower() not in words["settling_verbs"] or not any(a.tag_ in {"VBZ", "VBP"} for a in aux):
        return False
    behind = [t for t in verb.children if t.i > verb.i]
    return any(t.lower_ in grammar.WORDS["asking"] for c in behind for t in (c, *c.children))


def _under_a_plan(verb: Token, words: dict[str, frozenset[str]]) -> Token | None:
    """What arranges or proposes that somebody would do something: "under the plan, the two would form a council"."""
    first = _first_conjunct(verb)
    for v in (verb, first) if first != verb and not grammar.children(verb, {"advcl"}) else (verb,):
        for preposition, noun in grammar.obliques(v):
            plans = words["planned_nouns"] | words["hoped_nouns"] | words["settling_nouns"] | words["proposing_nouns"]
            if preposition in words["under"] and noun.lemma_.lower() in plans:
                return noun
    return None


def _beside(verb: Token) -> Iterator[Token]:
    """The adverbs of a verb, those among them that open its sentence and hang on a time: "Hopefully in May we will"."""
    yield from grammar.children(verb, {"advmod"})
    first = verb.sent[0] if verb.sent[0].is_alpha or verb.i == verb.sent.start else verb.sent[1]
    if first.dep_ == "advmod" and first.head.head == verb:
        yield first


def _fixed(verb: Token, lexicon: Lexicon) -> Status | None:
    """Planned, where the predicate itself says so: "is due in Lima"."""
    if verb.pos_ != "ADJ" or verb.lower_ not in lexicon.status["planned_adjectives"]:
        return None
    return Status("planned", (verb,), f"“{verb.text}”: arranged", arranged=True)


def _infinitive(verb: Token, aux: list[Token], kind: str, lexicon: Lexicon) -> Status:
    too = [c for c in verb.head.children if c.lower_ in lexicon.status["excess"] and c.i < verb.head.i]
    if too and verb.head.pos_ == "ADJ" and verb.dep_ in {"xcomp", "advcl", "ccomp"}:
        return Status("denied", (too[0],), f"“{too[0].text} … to” says it is not so")  # "was too ill to go"
    ordinal = _ordinal(verb, lexicon)
    if ordinal is not None:
        return Status("occurred", (ordinal,), f"“{ordinal.text} … to”: who did it first or last did it")
    to = next((c.i for c in verb.children if c.tag_ == "TO"), verb.i)
    due = next((c for c in verb.children if c.i == to - 1 and c.lower_ in lexicon.status["planned_adjectives"]), None)
    if due is not None:
        return Status("planned", (due,), f"“{due.text}”: arranged", arranged=True)
    missed = next((a for a in aux if a.lemma_ == "have" and a.i > to), None)
    if missed is not None and any(a.lemma_ == "be" and a.tag_ == "VBD" and a.i < to for a in aux):
        off = _called_off_beside(verb, lexicon.status)
        return off or Status("cancelled", (missed,), "“was to have”: it was planned, and did not come")
    if any(a.lemma_ == "be" and a.i < to for a in aux) or (verb.head.lemma_ == "be" and verb.dep_ == "xcomp"):
        return Status("planned", (), "“is to”: arranged", arranged=True)
    aside = verb.dep_ == "advcl" and to > 0 and verb.doc[to - 1].text == ","
    if verb.tag_ == "VBN" and aux and (verb.dep_ == "acl" or aside):
        return Status("planned", (), "“to be”: arranged", arranged=True)  # "the summit, to be held in May"
    if kind in {"headline", "item"} and verb.dep_ in {"ROOT", "acl", "conj"}:
        return Status("planned", (), "a headline's “to”: arranged", arranged=True)
    if verb.dep_ in {"advcl", "acl", "conj"}:
        return Status("hoped", (), "a purpose, not yet a fact")
    return Status("generic", (), "an infinitive: nothing says that it happens")


def _called_off_beside(verb: Token, words: dict[str, frozenset[str]]) -> Status | None:
    """What was to be is called off or put off by its neighbour, or by whom it is told of: "who was to have left, …"."""
    main = next((t for t in grammar.chain(verb) if grammar.is_verb(t)), verb) if verb.dep_ in grammar.RELATIVE else verb
    told = (v for v in (*grammar.children(verb, {"conj"}), main) if v != verb and grammar.is_past(v))
    return next((off for v in told if (off := calling_off(v, words)) and grammar.negation(v) is None), None)


def _ordinal(verb: Token, lexicon: Lexicon) -> Token | None:
    """The word that makes a fact of a noun's infinitive: "the first president to visit Hiroshima"."""
    head = verb.head
    if verb.dep_ not in {"acl", "acl:relcl"} or head.pos_ not in {"NOUN", "PROPN", "ADJ", "NUM"}:
        return None
    coming = any(a.lemma_ in {"will", "would", "may", "could"} for a in grammar.auxiliaries(head))
    words = [head, *(c for c in head.children if c.dep_ in {"amod", "nummod"} and c.i < head.i)]
    if head.lemma_.lower() in lexicon.groups["people"]:  # "the highest-ranking envoy to visit Lima"
        words += [t for w in words[1:] for t in w.subtree if t.tag_ in grammar.SUPERLATIVES]
    return (
        None
        if coming
        else next((w for w in words if w.lower_ in lexicon.status["ordinals"] or w.tag_ in grammar.SUPERLATIVES), None)
    )


def _tensed(verb: Token, aux: list[Token], lexicon: Lexicon, kind: str) -> Status:
    """From tense alone."""
    perfect = [a for a in aux if a.lemma_ == "have"]
    if perfect and any(a.tag_ == "VBD" for a in perfect):
        return Status("occurred", (), "the past perfect: it had happened before", background=True)
    if perfect and verb.tag_ == "VBG":
        return Status("ongoing", (), "the present perfect: it goes on")
    if perfect:
        # "has twice before sued": not the news of the day
        before = any(c.lower_ in lexicon.status["backward_adverbs"] for c in verb.children)
        return Status("occurred", (), "the present perfect: it has happened", background=before)
    if verb.tag_ == "VBD" or any(a.tag_ == "VBD" for a in aux):
        return Status("occurred", (), "the past tense: it happened")
    if verb.tag_ == "VBG":
        if aux:
            return Status("ongoing", (), "the present progressive: under way")
        return _from_governor(verb, lexicon, kind)
    if aux and all(a.tag_ == "VBG" for a in aux) and verb.dep_ != "ccomp":
        return _from_governor(verb, lexicon, kind)  # "after being struck"
    if kind in {"caption", "headline", "item"} and verb.tag_ != "VB":
        told = f"a {kind}" if kind != "item" else "an item of a list"
        return Status("occurred", (), f"{told} tells in the present what happened")
    if verb.tag_ == "VBN" and not aux:
        return Status("occurred", (), "a past participle: it happened")
    if any(a.lower_ == "being" for a in aux) and any(a.tag_ in {"VBZ", "VBP"} for a in aux):
        return Status("ongoing", (), "the present progressive: under way")
    befell = verb.pos_ == "ADJ" and verb.lemma_.lower() in lexicon.triggers["befallen"]
    if befell or verb.pos_ == "PROPN" or grammar.is_state(verb):  # "12 are dead", "is in Oslo for talks"
        return Status("occurred" if befell else "ongoing", (), "the present tense: so it is by now")
    if is_done_by_saying(verb, lexicon):
        return Status("occurred", (), "the present tense of what is done by saying so")
    if (verb.tag_ in {"VBZ", "VBP"} or any(a.tag_ in {"VBZ", "VBP"} for a in aux)) and not _habit(verb, lexicon):
        return Status("ongoing", (), "the present tense: so it is as the article is written", standing=True)
    return Status("generic", (), "no tense that says it happens on an occasion")


def is_done_by_saying(verb: Token, lexicon: Lexicon) -> bool:
    """Whether a body does in the present what is done by saying so: "the council decides to extend the mandate"."""
    lemma, who = verb.lemma_.lower(), grammar.children(verb, grammar.SUBJECT)
    we = any(s.lower_ in lexicon.dating["we"] for s in who)
    known = lexicon.status["done_by_saying"] | (lexicon.status["planned_verbs"] if we else frozenset())
    if verb.tag_ not in {"VBZ", "VBP"} or lemma not in known:
        return False
    if any(x.lemma_.lower() in lexicon.empty for x in grammar.children(verb, {"xcomp"})):
        return False  # "decides to remain seized of the matter"
    if lemma == "call" and not any(p in lexicon.status["called_for"] for p, _ in grammar.obliques(verb)):
        return False  # "the town calls itself a city"
    bodies = lexicon.groups["bodies"] | {"it"}
    body = we or any(s.ent_type_ in {"ORG", "LOC"} or s.lemma_.lower() in bodies for s in who)
    body = body or (not who and verb.is_title)  # "1. Decides to extend the mandate"
    return body and verb == verb.sent.root and not _habit(verb, lexicon)


def _habit(verb: Token, lexicon: Lexicon) -> bool:
    """Whether a present tells what is so at any time: "elections usually favour", "diplomats drink"."""
    if any(c.dep_ == "advmod" and c.lower_ in lexicon.status["habitual_adverbs"] for c in verb.children):
        return True
    if any(c.lower_ in {"every", "each"} for _, n in grammar.obliques(verb) for c in n.children):
        return True
    for s in grammar.subjects(verb)[:1]:
        words = {c.lower_ for c in s.children if c.dep_ in {"det", "amod", "nummod", "nmod:poss"}}
        if words & {"any", "every", "each"}:
            return True
        if verb.lemma_.lower() in lexicon.reporting:
            return False  # "officials say": they said it
        if verb.lemma_.lower() in lexicon.triggers["awaited"] and grammar.is_passive(verb):
            return False  # "results are expected on Monday"
        return s.tag_ == "NNS" and not any(
            c.dep_ in {"det", "nummod", "nmod:poss", "nmod", "acl", "compound"} for c in s.children
        )
    return False


def _condition(verb: Token, lexicon: Lexicon) -> list[Token]:
    """The words before a verb that make its clause a condition: "in case an agreement is reached"."""
    start = verb.sent.start
    last_words = _last_words(lexicon.conditional_phrases)
    for t in reversed(list(verb.doc[start : verb.i])):
        if t.text in {",", ";", ":", '"'} or t.pos_ == "VERB":
            return []
        if t.lower_ not in last_words:
            continue
        pair = [t.nbor(-1), t] if t.i > start else [t]
        anonymous = " ".join(x.lower_ for x in verb.doc[t.i + 1 : t.i + 3]) in lexicon.status["no_condition"]
        if " ".join(x.lower_ for x in pair) in lexicon.conditional_phrases and not anonymous:
            return pair
    return []


@cache
def _last_words(phrases: tuple[str, ...]) -> frozenset[str]:
    return frozenset(phrase.rpartition(" ")[2] for phrase in phrases)


def _is_precaution(words: list[Token], verb: Token, lexicon: Lexicon) -> bool:
    """Whether what is done is done anyway: "is arming in case the talks fail", not "would go in case they pay"."""
    would = any(a.lower_ in lexicon.status["modals_conditional"] for a in grammar.auxiliaries(verb))
    return not would and " ".join(w.lower_ for w in words) in lexicon.status["precautions"]


def _wish(verb: Token, words: dict[str, frozenset[str]]) -> Token | None:
    """The noun of a wish that a clause before the verb opens with: "My hope is that somewhere in August we would …"."""
    for i in range(verb.i - 1, verb.sent.start, -1):
        t = verb.doc[i]
        if t.text in {";", '"'}:
            return None
        if (
            t.lemma_ == "be"
            and verb.doc[i - 1].lemma_.lower() in words["hoped_nouns"]
            and i + 1 < verb.i
            and verb.doc[i + 1].lower_ in {"that", "to", "for"}
        ):
            return verb.doc[i - 1]
    return None


def _from_governor(verb: Token, lexicon: Lexicon, kind: str) -> Status:
    """A participle or gerund is as real as the clause it hangs on."""
    marker = grammar.case(verb)
    if marker.split(" ")[0] in {"before", "without"}:
        if marker == "without":
            return Status("denied", (), "“without”")
        if not grammar.is_past(_first_conjunct(verb).head):
            return Status("hoped", (), "“before”: not yet a fact")
    if marker.split(" ")[0] in lexicon.status["factual_marks"]:
        return Status("occurred", (), f"“{marker}”: it happened")
    head = verb.head
    if head.lemma_.lower() in lexicon.status["factual_verbs"]:
        return Status("occurred", (), f"“{head.text}”: it happened")
    if verb.dep_ == "xcomp" and head.lemma_.lower() in lexicon.status["denied_verbs"]:
        return Status("generic", (), "what is ruled out, or is not: the verb above says which")
    if head != verb and (grammar.is_verb(head) or grammar.children(head, {"cop"})):
        return _own(head, lexicon, kind)
    return Status("occurred", (), "told as something that happens")


def _above(verb: Token, lexicon: Lexicon) -> Status | None:
    """From the words that govern the event: "the aim is to", "agreed to", "if", "denied that"."""
    words = lexicon.status
    if verb.pos_ != "ADJ" and grammar.children(
        verb, {"cop"}
    ):  # "the aim is to proceed": the infinitive is the predicate
        for subject in grammar.children(verb, grammar.SUBJECT):
            for wants in grammar.children(subject, grammar.RELATIVE) if subject.tag_ == "WP" else ():
                if wants.lemma_.lower() in words["hoped_verbs"]:  # "what Togo wants is a visit"
                    return Status("hoped", (wants,), f"“{wants.text}”: wanted, not arranged")
            if subject.lemma_.lower() in words["hoped_nouns"] | words["planned_nouns"]:
                return _by_noun(subject, words)
    if verb.dep_ == "amod" and verb.tag_ == "VBN":
        return None  # "orders of the announced phone": it was announced
    cur = verb
    for head in grammar.chain(verb):
        if cur == verb and cur.dep_ == "obl" and grammar.case(cur) in lexicon.dating["scenes"]:
            doing = head if grammar.is_verb(head) else head.head  # "will make clear in their meeting"
            going = _own(doing, lexicon, "body") if grammar.is_verb(doing) else None
            if going is not None and going.cue and (going.value == "planned" or going.foreseen):
                return replace(
                    going, value="planned"
                )  # "will press him at the summit", "would be signed during a visit"
        if cur.dep_ in {"nmod", "obl"} and grammar.case(cur).split(" ")[0] in words["scene_prepositions"]:
            return None  # "announced a deal at a conference": the verb says nothing of the conference
        if cur.dep_ == "nmod" and head.lemma_.lower() in lexicon.groups["people"]:
            return None  # "set a wage for workers on contracts": nobody sets contracts
        if cur.dep_ != "conj":
            found = (
                _of_charge(cur, head, words)
                or _from_clause(cur, head, words)
                or _of_claim(cur, head, lexicon)
                or _by_governor(cur, head, lexicon)
            )
            if found is not None:
                return found
            if _is_own_clause(cur, head, lexicon) or (cur == verb and _is_blow_told_of(cur, words)):
                return None
        cur = head
    return None


def _is_blow_told_of(noun: Token, words: dict[str, frozenset[str]]) -> bool:
    """Whether a blow that is known is only what a thing is of: "decided to look for the cause of the explosion"."""
    known = any(c.lower_ in grammar.WORDS["definite"] or c.dep_ == "nmod:poss" for c in noun.children)
    case = grammar.case(noun)
    of_a_thing = noun.dep_ == "nmod" and noun.head.pos_ == "NOUN" and bool(case)
    aside = (
        noun.dep_ == "obl" and case not in words["content_prepositions"]
    )  # "a warrant for his arrest in the killing"
    return known and (of_a_thing or aside) and noun.lemma_.lower() in words["told_afterwards"]


def _hedged(verb: Token, words: dict[str, frozenset[str]]) -> Status | None:
    """Possible, where the sentence stands for nothing: "if accurate, …", "assuming the report is right, …"."""
    first = verb.sent[0]
    if first.lower_ in words["assuming"]:
        comma = next((t.i for t in verb.sent if t.text == ","), None)
        if comma is not None:
            value = "possible" if verb.i > comma else "conditional"
            return Status(value, (first,), f"“{first.text}”: nobody stands for it")
    for head in (verb, *grammar.chain(verb)):
        for c in head.children:
            if c.lower_ in words["truth_adjectives"] and c.i > 0 and c.nbor(-1).lower_ == "if":
                return Status("possible", (c.nbor(-1), c), f"“if {c.text}”: nobody stands for it")
    return None


def _of_charge(cur: Token, head: Token, words: dict[str, frozenset[str]]) -> Status | None:
    """What somebody is charged with, cleared of or pleads to: "accused him of lying", "not guilty to killing him"."""
    if cur.dep_ == "xcomp" and head.tag_ == "VBG" and grammar.case(head) in words["charge_prepositions"]:
        punished = head.head.lemma_.lower() in words["punishing_verbs"]
        stopped = Status("possible", (head,), f"“{head.text}”: somebody is punished for it", charge=True)
        return stopped if punished else _of_charge(head, head.head, words)  # "accused of planning to sell it"
    gerund = cur.tag_ == "VBG" or any(a.tag_ == "VBG" for a in grammar.auxiliaries(cur))  # "of being paid"
    if grammar.case(cur) not in words["charge_prepositions"] or not gerund:
        return None  # "charged with the murder of a guard": there was one
    if (
        cur.dep_ in {"acl", "nmod"}
        and head.dep_ in grammar.OBJECT
        and head.head.lemma_.lower() in words["charging_verbs"]
    ):
        head = head.head
    lemma = head.lemma_.lower()
    if lemma in words["charging_verbs"] or (head.pos_ == "NOUN" and lemma in words["charge_nouns"]):
        return Status("possible", (head,), f"“{head.text}”: a charge, not a fact", charge=True)
    if lemma in words["clearing_verbs"]:
        return Status("denied", (head,), f"“{head.text}” of it", charge=True)
    plea = next((t for t in (head, *grammar.children(head, {"xcomp"})) if t.lower_ in words["pleas"]), None)
    if plea is not None:
        negated = grammar.negation(plea)
        if negated is not None:
            return Status("denied", (negated, plea), f"“{negated.text} {plea.text}”", charge=True)
        return Status("occurred", (plea,), f"“{plea.text}” of it", charge=True)
    return None


def _of_claim(cur: Token, claim: Token, lexicon: Lexicon) -> Status | None:
    """What is said of a report makes its content true or not: "reports that they met were false"."""
    words = lexicon.status
    content = (
        cur.dep_ in {"acl", "ccomp"} | grammar.RELATIVE
        and grammar.is_finite(cur)
        and any(c.lower_ in grammar.WORDS["content"] for c in cur.children)
    )
    if claim.lemma_.lower() not in words["claim_nouns"] or claim.pos_ != "NOUN" or not content:
        return None
    over = claim.head
    if claim.dep_ in grammar.SUBJECT and over.lower_ in words["false_adjectives"]:
        return Status("denied", (over,), f"“{claim.text} … {over.text}”")
    rejected = claim.dep_ in grammar.OBJECT or (claim.dep_ in grammar.SUBJECT and grammar.is_passive(over))
    if rejected and over.lemma_.lower() in words["denied_verbs"]:
        return Status("denied", (over,), f"“{over.text}”")
    whole = any(
        c.dep_ == "mark" and c.lower_ in grammar.WORDS["content"] for c in cur.children
    )  # whatever the parser makes of it
    if over.lemma_.lower() in words["announcing_verbs"] or (cur.dep_ in grammar.RELATIVE and not whole):
        return None  # "confirmed reports that"; "the report that they published"
    return Status("possible", (claim,), f"“{claim.text}”: a claim nobody stands for")


def _from_clause(cur: Token, head: Token, words: dict[str, frozenset[str]]) -> Status | None:
    """From the kind of clause alone: a condition, a noun's content ("the plan to meet")."""
    mark = next((c for c in grammar.children(cur, {"mark"}) if c.lower_ in words["conditional_marks"]), None)
    if cur.dep_ == "advcl" and mark is not None and not _is_asked(mark, cur, words):
        return _wished(head, words) or Status("conditional", (), "it hangs on a condition")
    that = any(m.lower_ in grammar.WORDS["content"] for m in grammar.children(cur, {"mark"}))
    told = cur.dep_ == "acl" and cur.tag_ in {"VBN", "VBD"} and not that  # "the agreement reached in Vienna"
    if cur.dep_ in {"acl", "nmod", "ccomp", "obl"} and head.pos_ in {"NOUN", "PROPN"} and not told:
        if cur.dep_ == "nmod" and head.lemma_.lower() in words["failed_nouns"] and grammar.case(cur) == "of":
            return None  # "the failure of the talks": they were held
        return _given_up(head, words) or _by_noun(head, words)
    return None


def _given_up(noun: Token, words: dict[str, frozenset[str]]) -> Status | None:
    """Cancelled or denied, where a plan or a wish is: "dropped plans to meet", "a proposal to meet was rejected"."""
    over = noun.head
    done = noun.dep_ in grammar.OBJECT or (noun.dep_ in grammar.SUBJECT and grammar.is_passive(over))
    if not done or noun.lemma_.lower() not in words["planned_nouns"] | words["hoped_nouns"] or grammar.negation(over):
        return None
    off = calling_off(over, words)
    if off is not None:
        return off
    particle = grammar.particle(over)
    told = f"{over.lemma_.lower()} {particle.lower_}" if particle is not None else over.lemma_.lower()  # "turned down"
    return Status("denied", (over,), f"“{over.text}”") if told in words["rejecting_verbs"] else None


def _wished(head: Token, words: dict[str, frozenset[str]]) -> Status | None:
    """A wish in the shape of a condition: "it would be wonderful if we could welcome her"."""
    would = next((a for a in grammar.auxiliaries(head) if a.lower_ in words["modals_conditional"]), None)
    if would is None or head.lower_ not in words["wished_adjectives"]:
        return None
    return Status("hoped", (would, head), f"“{would.text} be {head.text}”: wished for, not arranged")


def _is_own_clause(cur: Token, head: Token, lexicon: Lexicon) -> bool:
    """Whether what stands further up says nothing of this clause: a relative or adverbial one, reported speech."""
    if (
        cur.dep_ == "acl"
        and cur.tag_ == "VBN"
        and head.dep_ in grammar.OBJECT
        and head.head.lemma_ in {"see", "want", "have"}
    ):
        return False  # "hopes to see sanctions eased"
    if cur.dep_ in {"acl", "advcl"}:
        return not grammar.has_to(cur)
    if cur.dep_ in grammar.RELATIVE | {"parataxis"}:
        return True
    return cur.dep_ == "ccomp" and grammar.is_verb(head) and head.lemma_.lower() in lexicon.reporting


def _by_governor(cur: Token, head: Token, lexicon: Lexicon) -> Status | None:
    """What the word above makes of its complement, be it a verb, a copula's subject or an adjective."""
    words = lexicon.status
    goal = _goal(cur, head, words)
    if goal is not None:
        return Status("hoped", (goal,), f"“{goal.text}”: aimed at, not arranged")
    if cur.dep_ in {"acl", "advcl"} and not grammar.has_to(cur):
        return None
    if cur.dep_ in grammar.RELATIVE | {"parataxis"}:
        return None
    if grammar.is_verb(head) or head.pos_ == "AUX":
        found = _goes_on(head, cur, lexicon) or _by_verb(head, cur, words)
        if found is not None:
            return _as_sure_as(head, found, cur, lexicon)
        if not grammar.is_verb(cur) and cur.dep_ in grammar.OBLIQUE and grammar.case(cur) == "for":
            going = _own(head, lexicon, "body")  # "may travel to Oslo for talks": they are as sure as the journey
            if going.cue and going.value in {"planned", "possible", "conditional", "hoped"}:
                return going
    copular = bool(grammar.children(head, {"cop"}))
    for subject in grammar.children(head, grammar.SUBJECT)[:1]:
        if subject != cur and (copular or head.lemma_ == "be"):  # "the aim is to …", "my hope is that …"
            found = _by_noun(subject, words) if subject.lemma_.lower() not in words["denied_nouns"] else None
            if found is not None:
                return found
    wished = _wished(head, words) if copular and grammar.has_to(cur) else None  # "would be glad to meet them"
    if wished is not None:
        return wished
    if copular and cur.dep_ in {"acl", "xcomp", "advcl"} and grammar.has_to(cur):
        predicate = _own(head, lexicon, "body")  # "will be in a position to present": as sure as the predicate is
        if predicate.value in {"planned", "possible", "denied"} and predicate.cue:
            return predicate
    low = head.lower_
    if low in words["sure_adjectives"] and cur.dep_ == "ccomp" and grammar.is_finite(cur):
        return Status("possible", (head,), f"“{head.text}”: so somebody thinks")
    if low in words["hoped_adjectives"]:
        return Status("hoped", (head,), f"“{head.text}”: wished or expected, not arranged")
    if low in words["planned_adjectives"]:
        return Status("planned", (head,), f"“{head.text}”: arranged", arranged=True)
    if low in words["possible_adjectives"]:
        above = _above(head, lexicon) if head.dep_ == "xcomp" else None  # "hopes to be able to meet"
        return above or Status("possible", (head,), f"“{head.text}”: it may or may not come")
    return None


def _as_sure_as(head: Token, found: Status, cur: Token, lexicon: Lexicon) -> Status:
    """What a verb makes of its complement, where it is itself denied or supposed: "would have planned strikes".

    Or doubted: "denied that Togo had agreed to open its port", "may agree to open it".
    """
    own = _own(head, lexicon, "body")
    if found.value in {"planned", "possible"} and grammar.has_to(cur):
        may = own.value == "possible" and own.cue[0].tag_ == "MD"
        above = own if may else _above(head, lexicon)
        if above is not None and above.value in {"denied", "possible"}:
            return above
    if own.value in {"possible", "conditional"} and head.lemma_.lower() in lexicon.triggers["requests"]:
        return own  # "could ask the council to meet": nobody has asked it
    supposed = own.value == "conditional" and not own.foreseen and found.value != "hoped"
    unreal = own.value == "denied" or supposed  # who "would hope to meet, if all goes well" hopes
    if supposed and found.value == "denied":
        return own  # "if it refuses to join": it has not refused
    if head.lemma_.lower() in lexicon.status["denied_verbs"] and found.value == "possible":
        return found  # "has not ruled out sending troops"
    return own if unreal and found.value in {"planned", "hoped", "possible"} else found


def _goal(below: Token, head: Token, words: dict[str, frozenset[str]]) -> Token | None:
    """The word that makes a goal of what a day is set for: "named 3 May as the target for closing the camp"."""
    if below.dep_ not in {"obl", "advcl"} or grammar.case(below) not in grammar.WORDS["whose_day"]:
        return None
    called = (n for p, n in grammar.obliques(head) if p == "as" and n.lemma_ in grammar.WORDS["days_set"])
    return next((n for n in called if n != below and n.lemma_ in words["hoped_nouns"]), None)


def _by_noun(noun: Token, words: dict[str, frozenset[str]]) -> Status | None:
    """What a noun of a wish, a plan or a denial makes of its complement; not "Kos's Hope for Haiti concert", a name."""
    lemma, root = noun.lemma_.lower(), noun.sent.root
    if noun.is_title and noun.i > noun.sent.start and root != noun and root.is_lower:
        return None
    no = grammar.negation(noun)
    if no is not None and lemma in words["planned_nouns"] | words["hoped_nouns"]:
        return Status("denied", (no,), f"“{no.text} {noun.text}”")
    if lemma in words["hoped_nouns"]:
        return Status("hoped", (noun,), f"“{noun.text}”: aimed at or wished for, not arranged")
    if lemma in words["planned_nouns"]:
        return Status("planned", (noun,), f"“{noun.text}”: arranged", arranged=True)
    if lemma in words["denied_nouns"]:
        return Status("denied", (noun,), f"“{noun.text}”")
    if lemma in words["possible_nouns"]:
        return Status("possible", (noun,), f"“{noun.text}”: it may or may not come")
    return None


def _goes_on(head: Token, below: Token, lexicon: Lexicon) -> Status | None:
    """What a verb of phase or of force makes of its infinitive: "will continue to use", "prompted them to flee"."""
    lemma = head.lemma_.lower()
    forced = below.dep_ == "advcl" and grammar.has_to(below) and lemma in lexicon.status["forcing_verbs"]
    if not forced and (below.dep_ != "xcomp" or lemma not in lexicon.status["phase_verbs"]):
        return None
    phase = _own(head, lexicon, "body")
    return phase if phase.cue or phase.value not in {"generic", "hoped"} else None


def _by_verb(head: Token, below: Token, words: dict[str, frozenset[str]]) -> Status | None:
    """What a governing verb makes of its complement."""
    lemma = head.lemma_.lower()
    dep = below.dep_
    if dep not in GOVERNED:
        return None
    infinitive = grammar.has_to(below)
    under = grammar.case(below).split(" ")[0]
    if dep in {"obl", "nmod"} and under and under not in words["content_prepositions"]:
        return None  # "announced it at a conference": the verb says nothing of the conference
    if dep == "advcl" and not (
        infinitive and lemma in words["planned_verbs"] | words["hoped_verbs"] | words["denied_verbs"]
    ):
        return None
    nominal = dep in {"obj", "dobj", "obl", "nsubj:pass", "nsubjpass", "nmod"}
    negated = grammar.negation(head) is not None
    doing = dep == "xcomp" and below.tag_ == "VBG"  # "postponed ratifying it"
    off = calling_off(head, words) if nominal or doing else None
    if off is not None:
        return off
    if lemma in words["denied_verbs"] and (lemma != "rule" or (grammar.particle(head) is not None)):
        if nominal and (lemma in words["denied_clauses"] or below.lemma_.lower() in words["delaying_nouns"]):
            return None  # "ruled out a delay to the vote"
        if negated:  # "did not rule out a meeting"
            return Status("possible", (head,), f"“{head.text}” denied: it may or may not come")
        return Status("denied", (head,), f"“{head.text}”")
    supposed = _supposed(head, below, words) if dep == "ccomp" else None
    if supposed is not None:
        return supposed
    if nominal and lemma in words["hoped_verbs"] and grammar.is_passive(head) and _is_past_perfect(head):
        return None  # "the move had been expected": it came
    if nominal and lemma in words["planned_clauses"]:
        return None  # "resolved the dispute"
    bound = lemma in words["obliging_verbs"] and not grammar.is_past(head)  # "has to pay by May"
    bound = bound or (lemma in words["obliging_passive"] and grammar.is_passive(head))
    obliged = infinitive and bound
    if obliged or (
        lemma in words["hoped_verbs"] and not (nominal and lemma in words["hoped_clauses"] and dep != "obl")
    ):
        return Status("hoped", (head,), f"“{head.text}”: aimed at, wished or expected, not arranged")
    if lemma in words["liking_verbs"] and (
        lemma == "look" or any(a.lower_ in words["modals_conditional"] for a in grammar.auxiliaries(head))
    ):
        return Status("hoped", (head,), f"“{head.text}”: wished for")
    if lemma == "go" and head.tag_ == "VBG" and infinitive:
        return Status("planned", (head,), "“going to”", arranged=True)
    if lemma == "be" and dep == "xcomp" and infinitive:
        return Status("planned", (head,), "“is to”: arranged", arranged=True)
    if lemma in words["planned_verbs"] and lemma not in words["own_rules"]:
        past_clause = dep == "ccomp" and _finite_past(below)
        if not past_clause and not negated:
            return Status("planned", (head,), f"“{head.text}”: arranged", arranged=True)
    settled = words["confirmed_nouns"] if lemma == "confirm" else frozenset[str]()
    come_about = below.lemma_.lower() in words["told_afterwards"] | settled  # "announced his death"
    purpose = grammar.has_to(head) and head.dep_ in {"advcl", "acl"}  # "was sent to confirm their withdrawal"
    if lemma in words["announcing_verbs"] and nominal and dep != "obl" and not come_about and not purpose:
        return Status("planned", (head,), f"“{head.text}”: said with certainty", arranged=True)
    if lemma in words["possible_verbs"] or (lemma in words["warning_verbs"] and dep == "obl"):
        return _permitted(head, words) or Status("possible", (head,), f"“{head.text}”")
    hearsay = lemma in words["hearsay_passive"] and grammar.is_passive(head)
    if dep == "xcomp" and infinitive and (hearsay or lemma in words["seeming_verbs"]):
        return Status("possible", (head,), f"“{head.text} to”: a claim nobody stands for")
    return None


def _supposed(head: Token, below: Token, words: dict[str, frozenset[str]]) -> Status | None:
    """What a verb of supposing makes of its clause: "does not think they met", "believes they will meet"."""
    lemma = head.lemma_.lower()
    if lemma in words["supposing_verbs"] and grammar.is_finite(below):
        return Status("possible", (head,), f"“{head.text}”: it may be so")
    if lemma not in words["believing_verbs"]:
        return None
    if grammar.negation(head) is not None:
        return Status("denied", (head,), f"“{head.text}” denied: somebody says it is not so")
    if any(a.lower_ in words["modals_planned"] for a in grammar.auxiliaries(below)):
        return Status("hoped", (head,), f"“{head.text}”: expected, not arranged")
    return Status("possible", (head,), f"“{head.text}”: it may be so") if grammar.is_finite(below) else None


def _permitted(head: Token, words: dict[str, frozenset[str]]) -> Status | None:
    """Planned, where leave is as good as given: "will be allowed to dock"."""
    if head.lemma_.lower() not in words["permitting_verbs"] or not grammar.is_passive(head):
        return None
    will = next((a for a in grammar.auxiliaries(head) if a.lower_ in words["modals_planned"]), None)
    return Status("planned", (will, head), f"“{will.text} be {head.text}”: settled", arranged=True) if will else None


def _is_reported(verb: Token, lexicon: Lexicon) -> bool:
    """Whether a clause is what a verb of saying says, whoever says it."""
    return verb.dep_ == "ccomp" and grammar.is_verb(verb.head) and verb.head.lemma_.lower() in lexicon.reporting


def _claim(verb: Token, sayer: Token, words: dict[str, frozenset[str]]) -> Token | None:
    """The verb by which those say so who accuse somebody of it: "prosecutors say that he hid the leak".

    What they themselves did, and what a court did, is so: "prosecutors said that he was arrested".
    """
    says, told = sayer.head, _first_conjunct(verb)
    while told.dep_ == "xcomp" and told.head != says:
        told = _first_conjunct(told.head)
    if told.head != says and says.head != told:
        return None  # "claims to have seen a device that plays films"
    if says.lemma_.lower() not in words["claiming_verbs"] and sayer.lemma_.lower() not in words["accusers"]:
        return None
    doers = grammar.children(verb, grammar.SUBJECT) or grammar.children(told, grammar.SUBJECT)
    own = all(s.tag_ == "PRP" for s in doers)
    so = words["charging_verbs"] | words["clearing_verbs"] | words["in_court"]
    return None if own or verb.lemma_.lower() in so else says


def _reporter(verb: Token, lexicon: Lexicon) -> Token | None:
    """The subject of the verb that reports an event: "Lavrov" of "Lavrov said …"."""
    saying = lexicon.reporting | lexicon.status["claiming_verbs"]
    cur = verb
    for head in grammar.chain(verb):
        if cur.dep_ in {"ccomp", "parataxis", "xcomp", "conj"} and head.lemma_.lower() in saying:
            found = grammar.subjects(head)
            if found and found[-1] != verb:
                return found[-1]
        cur = head
    for c in verb.children:  # "…, Lavrov said": the report hangs on what it reports
        told = {m.lower_ for m in grammar.children(c, {"mark"})} <= lexicon.status["as_told"]  # not "after envoys said"
        if c.dep_ in {"parataxis", "ccomp", "advcl"} and c.lemma_.lower() in saying and told:
            found = grammar.children(c, grammar.SUBJECT)
            marked = grammar.children(c, {"mark"}) and grammar.children(c, grammar.OBJECT | {"ccomp"})
            if found and not marked:  # not "shut the port, as dockers deny claims that it is unsafe"
                return found[-1]
    return None
