"""What only somebody says: what people are charged with, what they claim, what is hedged, and who reports it."""

from __future__ import annotations

from spacy.tokens import Token

from timeline.events import grammar
from timeline.events.lexicon import Lexicon
from timeline.events.status import Status


def is_blow_told_of(noun: Token, words: dict[str, frozenset[str]]) -> bool:
    """Whether a blow that is known is only what a thing is of: "decided to look for the cause of the explosion"."""
    known = any(c.lower_ in grammar.WORDS["definite"] or c.dep_ == "nmod:poss" for c in noun.children)
    case = grammar.case(noun)
    of_a_thing = noun.dep_ == "nmod" and noun.head.pos_ == "NOUN" and bool(case)
    aside = (
        noun.dep_ == "obl" and case not in words["content_prepositions"]
    )  # "a warrant for his arrest in the killing"
    return known and (of_a_thing or aside) and noun.lemma_.lower() in words["told_afterwards"]


def hedged(verb: Token, words: dict[str, frozenset[str]]) -> Status | None:
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


def of_charge(cur: Token, head: Token, words: dict[str, frozenset[str]]) -> Status | None:
    """What somebody is charged with, cleared of or pleads to: "accused him of lying", "not guilty to killing him"."""
    if cur.dep_ == "xcomp" and head.tag_ == "VBG" and grammar.case(head) in words["charge_prepositions"]:
        punished = head.head.lemma_.lower() in words["punishing_verbs"]
        stopped = Status("possible", (head,), f"“{head.text}”: somebody is punished for it", charge=True)
        return stopped if punished else of_charge(head, head.head, words)  # "accused of planning to sell it"
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


def of_claim(cur: Token, claim: Token, lexicon: Lexicon) -> Status | None:
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


def is_reported(verb: Token, lexicon: Lexicon) -> bool:
    """Whether a clause is what a verb of saying says, whoever says it."""
    return verb.dep_ == "ccomp" and grammar.is_verb(verb.head) and verb.head.lemma_.lower() in lexicon.reporting


def claim_of(verb: Token, sayer: Token, words: dict[str, frozenset[str]]) -> Token | None:
    """The verb by which those say so who accuse somebody of it: "prosecutors say that he hid the leak".

    What they themselves did, and what a court did, is so: "prosecutors said that he was arrested".
    """
    says, told = sayer.head, grammar.first_conjunct(verb)
    while told.dep_ == "xcomp" and told.head != says:
        told = grammar.first_conjunct(told.head)
    if told.head != says and says.head != told:
        return None  # "claims to have seen a device that plays films"
    if says.lemma_.lower() not in words["claiming_verbs"] and sayer.lemma_.lower() not in words["accusers"]:
        return None
    doers = grammar.children(verb, grammar.SUBJECT) or grammar.children(told, grammar.SUBJECT)
    own = all(s.tag_ == "PRP" for s in doers)
    so = words["charging_verbs"] | words["clearing_verbs"] | words["in_court"]
    return None if own or verb.lemma_.lower() in so else says


def reporter_of(verb: Token, lexicon: Lexicon) -> Token | None:
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
