"""What became of an occasion or a plan: held, called off, stopped, doubted, come to nothing."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from timeline.events import grammar
from timeline.events.lexicon import Lexicon
from timeline.events.status import Status, calling_off

_TO_COME = {"meeting", "visit", "vote"}  # types of what has yet to come, where it is "still on"


def of_occasion(verb: Token, noun: Token, own: Status, lexicon: Lexicon, *, named: bool) -> Status:
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
            struck = lexicon.nouns.get(noun.lemma_.lower()) == "attack"  # "the raid was pushed back": it was repelled
            if off is not None and not (struck and _is_befallen(off, lexicon.status)):
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


def _is_befallen(off: Status, words: dict[str, frozenset[str]]) -> bool:
    return " ".join(t.lemma_.lower() for t in off.cue) in words["cancelled_passive"]


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


def doubted(noun: Token, plan: Status, lexicon: Lexicon) -> Status | None:
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
        still = [c for c in t.children if c.lower_ in words["still"]]
        if t.lower_ in words["on"] and still and lexicon.nouns.get(noun.lemma_.lower()) in _TO_COME:
            return Status("planned", (t,), f"still “{t.text}”", arranged=True)
        if plan.value == "planned" and f"{grammar.case(t)} {t.lower_}".strip() in words["doubtful"]:
            return Status("possible", (t,), f"“{t.text}”: it may or may not come", arranged=True)
    return None


def _is_wished(verb: Token, noun: Token, words: dict[str, frozenset[str]]) -> bool:
    """Whether somebody asks for an occasion: "demanded a vote"."""
    lemma = verb.lemma_.lower()
    asks = lemma in words["hoped_verbs"] and lemma not in words["hoped_clauses"] and not grammar.is_passive(verb)
    return asks and noun in grammar.objects(verb)


def come_to_nothing(verb: Token, plan: Status, lexicon: Lexicon) -> Status | None:
    """Cancelled, where a plan of the past is told with what came instead: "was to visit Peru but stayed"."""
    words = lexicon.status
    heads = (verb, *grammar.chain(verb))
    meant = next((i for i, head in enumerate(heads) if _was_meant(head, words)), None)
    if meant is None:
        return None
    lapsed = grammar.is_pluperfect(heads[meant])
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
        for other in (*grammar.children(head, {"conj"}), *told_next(head)):
            but = next((c for c in grammar.children(other, {"cc"}) if c.lower_ in words["contrasting"]), None)
            if but is None or other == verb or other.is_ancestor(verb) or _comes_besides(other, words):
                continue
            moved = moving_on(other, verb, lexicon)
            if moved or _came_instead(other, words, lapsed=lapsed) or _is_its_journey_off(other, lexicon):
                reason = f"“{but.text} … {other.text}”: what came instead"
                beside = moved.cue if moved is not None else ()
                return replace(plan, value="cancelled", cue=(but, *beside), reason=reason)
    return None


def moving_on(other: Token, verb: Token, lexicon: Lexicon) -> Status | None:
    """Cancelled, where a neighbour calls off what a verb tells, or lets it go on: "was to end but was extended"."""
    ends = verb.lemma_.lower() in lexicon.dating["ending"] | lexicon.triggers["lapsing"]
    if ends and other.lemma_.lower() in grammar.WORDS["extending"] and grammar.is_past(other):
        return Status("cancelled", (other,), f"“{other.text}”: it went on")
    return calling_off(other, lexicon.status)


def told_next(verb: Token) -> list[Token]:
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
    if grammar.is_pluperfect(verb) and (lemma in words["planned_verbs"] or lemma in words["hoped_verbs"]):
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
