"""Reading a dependency parse: the only room that knows the parser's label names.

Universal Dependencies labels (the pipeline that ships) and those of spaCy's own English models are
both understood. A token without a parse (a blank pipeline) simply has no relations.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Container, Iterable, Iterator
from functools import wraps
from importlib.resources import files
from itertools import pairwise, takewhile
from typing import TypeVar

from spacy.tokens import Doc, Span, Token

SUBJECT = {"nsubj", "nsubj:pass", "nsubj:outer", "nsubjpass"}
PASSIVE = {"nsubj:pass", "nsubjpass", "aux:pass", "auxpass"}
OBJECT = {"obj", "iobj", "dobj", "dative"}
OBLIQUE = {
    "obl",
    "obl:agent",
    "obl:unmarked",
    "obl:npmod",
    "obl:tmod",
    "nmod",
    "nmod:unmarked",
    "nmod:npmod",
    "nmod:tmod",
}
COMPLEMENT = {"ccomp", "xcomp", "parataxis", "csubj"}
RELATIVE = {"acl:relcl", "relcl"}
SAYING = {"parataxis", "ccomp", "advcl"}  # what a verb of saying is to the words it reports, where it stands below them
REDUCED = {"acl"}
SUPERLATIVES = {"JJS", "RBS"}
FINITE = {"VBD", "VBZ", "VBP", "MD"}
_DATA = tomllib.loads((files("timeline") / "lang" / "en" / "grammar.toml").read_text(encoding="utf-8"))
WORDS: dict[str, frozenset[str]] = {name: frozenset(words) for name, words in _DATA.items()}
NEGATIONS = WORDS["negations"]
HYPHENS = frozenset("-–‐‑/&")
PASTS: dict[str, str] = _DATA["always_past"]
AS_A_VERBS = {"nmod": "obl", "nmod:unmarked": "obl:unmarked", "compound": "nsubj"}  # a noun's relation → a verb's

_Answer = TypeVar("_Answer")


def _remembered(ask: Callable[[Token], _Answer]) -> Callable[[Token], _Answer]:
    """Ask once of each token of a `parsed` doc: a dozen questions come back for every event."""
    name = ask.__name__

    @wraps(ask)
    def once(token: Token) -> _Answer:
        try:
            answer: _Answer = token.known[name]  # type: ignore[attr-defined] # what `parsed` has and spaCy has not
        except KeyError:
            answer = token.known[name] = ask(token)  # type: ignore[attr-defined] # here, too
        except AttributeError:  # spaCy's own, whose parse may yet change
            answer = ask(token)
        return answer

    return once


def children(token: Token, deps: set[str]) -> list[Token]:
    """The children of a token that stand in one of these relations to it, left to right."""
    found = []
    for c in token.children:
        if c.dep_ in deps:
            found.append(c)  # noqa: PERF401 (a comprehension is one more call, and nothing is asked more often)
    return found


@_remembered
def conjuncts(token: Token) -> list[Token]:
    """A token and what is coordinated with it, from the first conjunct on."""
    out, todo = [token], [token]
    while todo:
        for c in joined(todo.pop(0)):
            out.append(c)
            todo.append(c)
    return out


@_remembered
def joined(token: Token) -> list[Token]:
    """What is coordinated with a token: not what only says who he is, "Barre, a surgeon and poet, was freed"."""
    whole = [token, *children(token, {"flat", "flat:name"})]  # "Kofi Mensah (flat) and his allies"
    found = [c for t in whole for c in children(t, {"conj"}) if not _is_apposition(c)]
    return [c for c in found if not any(x.lower_ in WORDS["excluding"] for x in c.children)]  # "Togo, not Ghana"


def _is_apposition(noun: Token) -> bool:
    """Whether a conjunct is a name's description: one, without "and", between commas."""
    if noun.tag_ not in {"NN", "CD"} or noun.head.pos_ != "PROPN":
        return False
    if any(c.pos_ == "PRON" for c in children(noun, {"nmod:poss", "poss"})):
        return False  # "Barre, his wife and two guards"
    if children(noun, {"cc"}):  # "Barre, 52, and the father of two", "Barre, chairman and chief executive, left"
        before = [c for c in children(noun.head, {"conj"}) if c.i < noun.i]
        aged = any(c.i == noun.head.i + 2 and c.tag_ == "CD" for c in noun.head.children)
        return aged or bool(before and _is_apposition(before[-1]) and not children(noun, {"det", "nummod"}))
    doc, first, after = noun.doc, noun.left_edge.i, noun.right_edge.i + 1
    more = [
        c for c in (*children(noun, {"conj"}), *children(noun.head, {"conj"})) if c.i > noun.i and children(c, {"cc"})
    ]
    if more and goes_right_on(more[-1]):
        return False  # "Karhu, the union and the police met"
    return doc[first].text == "," or (doc[first - 1].text == "," and after < len(doc) and doc[after].text == ",")


def is_verb(token: Token) -> bool:
    """A full verb in any form; nouns in -ing that the tagger calls nouns are none."""
    return token.pos_ == "VERB" or (
        token.pos_ == "AUX"
        and token.dep_ in {"ROOT", "conj", "ccomp", "xcomp"}
        and not children(token, {"nsubj:outer"})
    )


@_remembered
def is_state(word: Token) -> bool:
    """Whether a predicate says what somebody is about or under: "is in talks with Chile", "are at war"."""
    if word.pos_ != "NOUN" or not children(word, {"cop"}) or negation(word) is not None:
        return False
    bare = not any(c.dep_ in {"det", "nmod:poss", "nummod"} for c in word.children)
    return bare and f"{case(word)} {word.lower_}" in WORDS["states"]


@_remembered
def is_passive(verb: Token) -> bool:
    """Whether the subject is the one it is done to: "was held", "the deal reached in Vienna"."""
    if children(verb, PASSIVE):
        return True
    if verb.dep_ in REDUCED | RELATIVE and children(verb, {"nsubj"}):
        return False  # "the ferries Chile built"
    if verb.tag_ == "VBN" and verb.dep_ == "conj" and not children(verb, SUBJECT | {"aux", "aux:pass", "cop"}):
        shared = bool(children(verb.head, {"cop"})) and not children(verb, OBJECT)
        return is_passive(verb.head) or shared  # "was arrested and charged", "was ill and taken home"
    if verb.tag_ == "VBD" and verb.dep_ in REDUCED and not children(verb, SUBJECT | OBJECT):
        return True  # "a drug diluted (VBD) with oil"
    if verb.tag_ != "VBN" or auxiliaries(verb):
        return False
    if verb.dep_ in {"xcomp", "advcl", "ccomp", "csubj"}:  # "was found crushed", "the agreements reached"
        return not children(verb, OBJECT)
    return verb.dep_ in REDUCED | {"amod"}


@_remembered
def auxiliaries(verb: Token) -> list[Token]:
    """Auxiliaries of a verb or of a predicate with a copula, "to" left out."""
    out = [c for c in verb.children if c.dep_ in {"aux", "aux:pass", "auxpass", "cop"} and c.tag_ != "TO"]
    out += [
        a for c in out for a in c.children if a.dep_ in {"aux", "aux:pass"}
    ]  # "there had been progress": "had" may hang on "been"
    if not out and verb.dep_ == "conj" and is_verb(verb.head) and verb.i > verb.head.i and _shares_auxiliaries(verb):
        return auxiliaries(verb.head)
    return out


def _shares_auxiliaries(verb: Token) -> bool:
    """Whether a conjunct goes on under the auxiliaries of the first: no form with a tense, but in a present perfect.

    "has infected 4,000 people and killed (VBD) 86": the two forms are mostly one.
    """
    if verb.tag_ != "VBD":
        return verb.tag_ not in {"VBZ", "VBP", "VBG"}
    perfect = verb.head.tag_ == "VBN" and any(a.lemma_ == "have" and a.tag_ != "VBD" for a in auxiliaries(verb.head))
    return perfect and not children(verb, SUBJECT)


@_remembered
def is_past(verb: Token) -> bool:
    """Whether a verb is in a past tense, in the perfect, or a past participle."""
    return (
        verb.tag_ == "VBD"
        or any(a.tag_ == "VBD" or a.lemma_ == "have" for a in auxiliaries(verb))
        or verb.tag_ == "VBN"
    )


def is_finite(verb: Token) -> bool:
    """Whether a verb or an auxiliary of it has a tense."""
    return verb.tag_ in FINITE or any(t.tag_ in FINITE for t in auxiliaries(verb))


@_remembered
def tells(verb: Token) -> bool:
    """Whether a verb is in the simple past."""
    if not is_verb(verb):
        return False
    aux = auxiliaries(verb)
    past = verb.tag_ == "VBD" or any(a.tag_ == "VBD" for a in aux)
    return past and not any(a.lemma_ == "have" for a in aux)


def finite_past(verb: Token) -> bool:
    """Whether a verb has a tense of its own, and no modal gives it: "met", "has met", "is meeting"."""
    return verb.tag_ == "VBD" or any(a.tag_ in {"VBD", "VBZ", "VBP"} for a in auxiliaries(verb))


def first_conjunct(verb: Token) -> Token:
    """The verb that a coordination begins with."""
    while verb.dep_ == "conj" and verb.head != verb:
        verb = verb.head
    return verb


def is_perfect(verb: Token) -> bool:
    """Whether a verb is in the present perfect: "has met"."""
    return any(a.lemma_ == "have" and a.tag_ in {"VBZ", "VBP"} for a in auxiliaries(verb))


def is_pluperfect(verb: Token) -> bool:
    """Whether a verb is in the past perfect: "had met"."""
    return any(a.lemma_ == "have" and a.tag_ == "VBD" for a in auxiliaries(verb))


@_remembered
def has_to(verb: Token) -> bool:
    """Whether a verb is an infinitive with "to", its own or the one of its first conjunct."""
    if any(c.tag_ == "TO" or (c.lower_ == "to" and c.dep_ == "mark") for c in verb.children):
        return True
    if verb.dep_ != "conj" or not is_verb(verb.head):
        return False
    bare = verb.tag_ == "VB" or (verb.tag_ == "VBN" and not children(verb, {"aux", "aux:pass"}))
    return bare and has_to(verb.head)  # "is to be dissolved and a new one elected"


@_remembered
def particle(verb: Token) -> Token | None:
    """The particle of a phrasal verb: "up" of "stand up"."""
    found = children(verb, {"compound:prt", "prt"})
    return found[0] if found else None


def phrasal(verb: Token) -> str:
    """A verb with its particle: "end up"."""
    beside = particle(verb)
    return verb.lemma_.lower() if beside is None else f"{verb.lemma_.lower()} {beside.lower_}"


def prefixed(word: Token) -> Token | None:
    """What a hyphen joins a word to: the verb of "has re-opened"."""
    if word.i + 2 >= len(word.doc) or word.whitespace_ or word.nbor().text not in HYPHENS or word.nbor().whitespace_:
        return None
    return word.nbor(2)


def _goes_on(verb: Token) -> bool:
    """Whether a conjunct shares its verb's subject and auxiliaries: "has not met them or visited (VBD) the camp"."""
    alike = verb.tag_ == verb.head.tag_ or {verb.tag_, verb.head.tag_} == {"VBD", "VBN"}
    return alike and not any(c.dep_ in SUBJECT | {"aux", "mark"} for c in verb.children)


def bearer(noun: Token) -> Token:
    """The name that a description right behind it is of: "*Keita*, a nurse whose term ends in May"."""
    return noun.head if noun.dep_ == "appos" and noun.tag_ == "NN" and noun.head.pos_ == "PROPN" else noun


@_remembered
def negation(token: Token) -> Token | None:
    """The word that negates a verb or noun, or None."""
    for c in token.children:
        if c.lower_ in NEGATIONS and c.dep_ in {"advmod", "neg", "det", "cc", "cc:preconj", "case", "mark"}:
            return c
        if c.lower_ in WORDS["still"] and any(x.lower_ in NEGATIONS for x in c.children):
            return c  # "will no longer sail"
    if token.dep_ == "conj" and any(c.lower_ == "or" for c in children(token, {"cc"})) and _goes_on(token):
        return negation(token.head)  # "has not met the rebels or visited the camp"
    for s in children(token, SUBJECT):
        for c in s.children:
            if c.lower_ in WORDS["no_subject"]:
                return c
        if s.lower_ in WORDS["nobody"]:
            return s
    for o in children(token, OBJECT):
        if o.lower_ in WORDS["nothing"]:
            return o  # "she had met none"
    for _, n in obliques(token):
        if n.lemma_.lower() in WORDS["circumstances"] and any(c.lower_ in WORDS["no_subject"] for c in n.children):
            return n  # "at no time did they tell us"
    return None


@_remembered
def subjects(verb: Token) -> list[Token]:
    """Heads of what a verb's subject is, looked up through control and relative clauses; conjuncts included."""
    return _subjects(verb, depth=4)


def extracted(verb: Token) -> Token | None:
    """The pronoun that is a verb's subject, read as an object above it: "a truce, which (obj) Kos hoped would hold"."""
    if verb.dep_ != "ccomp" or not is_finite(verb) or children(verb, SUBJECT):
        return None
    which = (o for o in children(verb.head, OBJECT) if o.lower_ in WORDS["relatives"])
    return next((o for o in which if o.i < verb.head.i), None)


def _subject_before(verb: Token) -> list[Token]:
    """The subject of a finite clause that has none in the parse: what a pronoun above it means, or the noun before."""
    which = extracted(verb)
    if which is not None and verb.head.dep_ in RELATIVE:
        return conjuncts(_told_of(verb.head.head, which, verb.head))
    before = verb.nbor(-1) if verb.i > verb.sent.start else None
    return conjuncts(_first_conjunct(before)) if before is not None and before.pos_ in {"NOUN", "PROPN"} else []


def _subjects(verb: Token, depth: int) -> list[Token]:
    own = children(verb, SUBJECT)
    own = [s for s in own if not case(s)] or own  # "the envoy, after a long flight (nsubj), is in Lima"
    lost = _named_right_before(verb) if not own or case(own[-1]) in WORDS["sources"] else None
    if lost is not None:
        return conjuncts(lost)
    if own:
        first = own[-1]
        if first.lower_ in WORDS["relatives"] and verb.dep_ in RELATIVE | REDUCED:
            return conjuncts(_told_of(verb.head, first, verb))
        return _several(own) if len(own) > 1 else conjuncts(first)
    if is_finite(verb) and verb.dep_ in {"advcl", "ccomp", "csubj", "xcomp"}:
        # a finite clause has a subject of its own, whatever the parser made of it: "a day after gunmen killed"
        return _subject_before(verb)
    misread = _misread_subject(verb)
    if misread is not None:
        return [misread]
    if depth == 0:
        return []
    head = verb.head
    if head == verb:
        return []
    if verb.dep_ == "conj" and (is_verb(head) or children(head, SUBJECT)):
        return _subjects(head, depth - 1)
    controlled = _controlled(verb)
    if controlled is not None:
        return conjuncts(controlled)
    if verb.dep_ == "xcomp":
        return _subjects(head, depth - 1)
    having = any(a.tag_ == "VBG" and a.lemma_ == "have" for a in auxiliaries(verb))  # "the goal of having freed them"
    doing = verb.tag_ == "VBG" or having
    under = doing and (verb.dep_ == "obl" or (verb.dep_ in REDUCED and children(verb, {"mark"})))
    if verb.dep_ in {"advcl", "pcomp"} or under:  # "in its talks before leaving, the panel said"
        governor = head.head if head.pos_ == "ADP" or (verb.dep_ in REDUCED and not is_verb(head)) else head
        whom = next(iter(children(governor, OBJECT)), None)
        if whom is not None and _is_told_to_do(whom, case(verb)):
            return conjuncts(whom)
        beside = [n for p, n in obliques(governor) if p in WORDS["accompanying"] and n.right_edge.i == verb.i - 1]
        if beside and verb.tag_ == "VBG" and not children(verb, {"mark"}):
            return conjuncts(beside[0])  # "the visit ended, with Keita returning to Lome"
        if is_verb(governor) or children(governor, SUBJECT):
            return _subjects(governor, depth - 1)
        return []
    if verb.dep_ in RELATIVE:
        return []  # "the truce the two sides agreed": an object relative has its own subject
    if verb.dep_ in REDUCED and has_to(verb) and children(head, {"cop"}):
        return _subjects(head, depth - 1)  # "the envoy will be in a position to present"
    if verb.dep_ in REDUCED and verb.lower_ in WORDS["from_a_day"] | WORDS["due"]:
        return [head]  # "a dividend, payable May 1", "a ship due in Oslo"
    # "since the rig exploded", read as "since the rig"
    when = verb.tag_ == "VBD" and case(head) in WORDS["clause_prepositions"]
    if verb.dep_ in REDUCED and (verb.tag_ in {"VBG", "VBN"} or when):
        named = [s for s in children(head, SUBJECT) if s.pos_ == "PROPN"] if children(head, {"cop"}) else []
        return conjuncts(named[-1] if named else head)  # "Nokia is a company founded in Tampere"
    return []


def _is_told_to_do(whom: Token, under: str) -> bool:
    """Whether a verb's object does what stands under a preposition: "quoted Keita as saying", "accused him of leaving".

    "Kept the mayor from leaving", "blamed Keita for leaving", not "cut pay for being late".
    """
    lemma = whom.head.lemma_
    said = under in WORDS["standing_as"]  # "listed him as having paid"
    charged = under in WORDS["charged_with"] and lemma in WORDS["accusing"]
    blamed = under in WORDS["blamed_for"] and (whom.pos_ == "PROPN" or lemma in WORDS["blaming"])
    return said or charged or blamed or under in WORDS["kept_from"]


def _controlled(verb: Token) -> Token | None:
    """Who is to do what an infinitive says, where the words above it name him: "ordered its crews to leave"."""
    head = verb.head
    if verb.dep_ in {"advcl", "xcomp", "acl"} and has_to(verb):
        given = [n for p, n in obliques(head) if p in WORDS["given_to"] and n.right_edge.i == verb.left_edge.i - 1]
        if given and head.lemma_ not in WORDS["leaving"]:
            return given[0]  # "ready for the ministers to meet"
        if children(head, {"cop"}) and case(head) in WORDS["given_to"] and head.i == verb.left_edge.i - 1:
            return head  # "the aim is for the ships to sail"
        whose = _intends(verb)
        if whose is not None:
            return whose
    if verb.dep_ in REDUCED and has_to(verb):  # "expect the fever to spread"
        if verb.left_edge.lower_ in WORDS["due"] and verb.left_edge.nbor(-1).text != ",":
            return head  # "told them to back talks due to open": the talks
        asked = head.dep_ in OBJECT and head.head.lemma_ in WORDS["control"]
        return head if asked or _is_asked(head.head, case(head)) else None
    through = [n for p, n in obliques(head) if _is_asked(head, p) and n.i < verb.i] if has_to(verb) else []
    through = [n for n in through if n.lower_ not in WORDS["weekdays"]]
    if through and verb.dep_ in {"advcl", "xcomp"}:
        return through[0]  # "called on Togo on Monday to leave": Togo is to leave
    if head.lemma_ in WORDS["control"] and (verb.dep_ == "xcomp" or (verb.dep_ == "advcl" and has_to(verb))):
        return next(iter(children(head, OBJECT)), None)
    return None


def _is_asked(verb: Token, preposition: str) -> bool:
    """Whether who stands under a verb's preposition is asked for something: "called on Togo to leave"."""
    return f"{verb.lemma_} {preposition}" in WORDS["asked_through"]


def _intends(verb: Token) -> Token | None:
    """Whose the plan is that an infinitive spells out: "Chile's decision to leave", "an offer by Togo to help".

    Or "the readiness of the two sides to meet", no "offer of money to help".
    """
    under = WORDS["done_by"] | WORDS["of"]
    before = list(takewhile(lambda t: t.tag_ not in {"IN", "VBD"} or t.lower_ in under, _leftwards(verb)))
    noun = next((t for t in before if t.pos_ == "NOUN" and t.lemma_.lower() in WORDS["intending"]), None)
    if noun is None:
        return None
    by = [t for t in before if t.i > noun.i and (case(t) in WORDS["done_by"] or _is_the_doers(t))]
    whose = by[-1:] or children(noun, {"nmod:poss"})
    beside = bool(by) or (verb.dep_ in REDUCED and noun.i == verb.left_edge.i - 1)
    return next((t for t in whose if t.pos_ != "PRON"), None) if beside else None


def _is_the_doers(noun: Token) -> bool:
    """Whether a phrase with "of" is of somebody known: "of Chad", "of the two sides", not "of money"."""
    known = noun.pos_ == "PROPN" or any(c.lower_ in WORDS["definite"] | WORDS["both_of"] for c in noun.children)
    return known and case(noun) in WORDS["of"]


def _leftwards(verb: Token) -> Iterator[Token]:
    """The words before a clause, from its beginning back to that of its sentence."""
    return (verb.doc[i] for i in range(verb.left_edge.i - 1, verb.sent.start - 1, -1))


def _several(own: list[Token]) -> list[Token]:
    """The heads that count of what the parser calls subjects: "the Maltese government Monday condemned"."""
    last, before = own[-1], own[-2]
    between = last.doc[before.right_edge.i + 1 : last.left_edge.i]
    if any(c.dep_ == "cc" for c in last.children) or any(t.dep_ == "cc" for t in between):
        return [*conjuncts(before), *conjuncts(last)]
    if last.pos_ == "PRON":
        return [last]  # "A graduate of Lund (nsubj), he joined Karhu"
    if last.ent_iob_ == "I" and last.i == before.right_edge.i + 1:
        return conjuncts(before)  # "the creditors of Sund Yards Oy (nsubj)"
    if last.ent_type_ in {"GPE", "LOC"} and last.nbor(-1).text == "," and last.i == before.right_edge.i + 1:
        return conjuncts(before)  # "the hearing in Bergen, Norway (nsubj) opened"
    beside = last.left_edge == last.right_edge and last.i == before.right_edge.i + 1
    return conjuncts(before if beside and last.ent_type_ in {"", "DATE"} else last)


def _told_of(noun: Token, pronoun: Token, verb: Token) -> Token:
    """What a relative clause is about: no name has a "that" ("the strike in Peru that began"), no place a "who".

    What begins or ends is no side: "talks between the two countries, which began in May"; nor is it what is to become
    of it: "an end to a war that began in May".
    """
    above = noun.head
    lasts = verb.lemma_.lower() in WORDS["lasting"] and above.lemma_.lower() not in WORDS["outcomes"]
    scene = (
        noun.pos_ == "NOUN" and case(noun) in WORDS["where_it_befalls"]
    )  # "shot rebels in fighting that began Monday"
    if lasts and noun.dep_ == "nmod" and above.pos_ == "NOUN" and not (scene or children(verb, OBJECT)):
        return above
    described = noun.pos_ == "NOUN" or any(c.lower_ in WORDS["one"] for c in noun.children)  # "a former Marine"
    if noun.dep_ == "appos" and described and above.pos_ == "PROPN":
        return above  # "Keita, a banker who was elected in May": it is Keita who was
    if noun.tag_ == "CD" and noun.dep_ in OBLIQUE and above.pos_ == "NOUN":
        return above  # "a girl of 16 who fell ill"
    named = noun.pos_ == "PROPN" and noun.dep_ in OBLIQUE and above.pos_ == "NOUN"
    place = noun.ent_type_ in {"LOC", "GPE", "FAC"}
    return (
        above
        if named and (pronoun.lower_ in WORDS["content"] or (pronoun.lower_ in WORDS["whose"] and place))
        else noun
    )


def is_circumstance(preposition: str, noun: Token) -> bool:
    """Whether "with" only adds what goes on beside: "with a third man falling ill"."""
    first = noun.left_edge.i
    after = [c for c in children(noun.head, OBLIQUE) if c.left_edge.i == noun.right_edge.i + 1]
    after = [c for c in after if any(x.pos_ == "PRON" for x in children(c, {"nmod:poss", "poss"}))]
    standing = any(case(c) in WORDS["standing_as"] for c in (*children(noun, OBLIQUE), *after))
    if preposition in WORDS["accompanying"] and standing:
        return True  # "with the embassies as their targets"
    if preposition not in WORDS["accompanying"] or first == 0 or noun.doc[first - 1].text != ",":
        return False
    return any(c.dep_ in REDUCED | {"advcl", "amod"} and c.tag_ == "VBG" and c.i > noun.i for c in noun.children)


def _first_conjunct(noun: Token) -> Token:
    while noun.dep_ in {"conj", "flat"} and noun.head != noun:
        noun = noun.head
    return noun


def _named_right_before(verb: Token) -> Token | None:
    """A name after an opening phrase that a parser hung on it: "In a letter to Vidal, Erik Maas (appos) resigned"."""
    if not is_finite(verb):
        return None
    first = min((verb, *auxiliaries(verb)), key=lambda t: t.i)
    if first.i == verb.sent.start:
        return None
    name = first.nbor(-1)
    while name.dep_ in {"flat", "compound"} and name.head.i < name.i:
        name = name.head
    if name.dep_ != "appos" or name.pos_ != "PROPN" or not case(name.head):
        return None
    return name if name.left_edge.text == "," or name.nbor(-1).text == "," else None


def _misread_subject(verb: Token) -> Token | None:
    """A name right before a finite verb that the parser made part of it: "Foreign Minister Bruno Rodriguez left"."""
    if verb.tag_ not in {"VBD", "VBZ", "VBP"} or verb.dep_ not in {"ROOT", "ccomp", "parataxis", "conj"}:
        return None
    names = [
        c for c in verb.children if c.i < verb.i and c.pos_ == "PROPN" and c.dep_ in {"compound", "flat", "amod", "dep"}
    ]
    return names[-1] if names else None


@_remembered
def objects(verb: Token) -> list[Token]:
    """Heads of a verb's objects, conjuncts included."""
    out = [c for o in children(verb, OBJECT) for c in conjuncts(o)]
    if verb.dep_ in RELATIVE and len(out) == 1 and out[0].lower_ in WORDS["relatives"] and out[0].i < verb.i:
        return [_told_of(verb.head, out[0], verb)]  # "Keita, whom she met"
    own = children(verb, SUBJECT)
    told = any(s.lower_ in WORDS["relatives"] for s in own)
    said = _is_content(verb)
    aside = _has_no_gap(verb, own)
    absolute = verb.tag_ == "VBG" and not auxiliaries(verb)  # "with the ferries returning"
    told = told or absolute
    if own and not (out or told or said or aside or is_passive(verb)) and verb.dep_ in RELATIVE | REDUCED:
        return [verb.head]  # "the deal that they struck", not "reports that he left"
    return out


def _is_content(verb: Token) -> bool:
    """Whether a clause is what a noun tells: "reports that he left"."""
    marks = children(verb, {"mark"})
    return verb.head.lemma_.lower() in WORDS["with_content"] and any(c.lower_ in WORDS["content"] for c in marks)


def asks(clause: Token) -> bool:
    """Whether a clause is a question that another verb asks or answers: "will rule whether Kos may stay"."""
    first = clause.left_edge
    which = first.tag_ == "WDT" and first.lower_ not in WORDS["content"]  # "will decide which yard gets the order"
    return clause.dep_ == "ccomp" and clause.i > clause.head.i and (which or first.lower_ in WORDS["asking"])


def says_what(verb: Token) -> bool:
    """Whether a clause with "that" and a subject of its own says what a noun is: "the view that he left"."""
    of_noun = verb.dep_ in RELATIVE | REDUCED and verb.head.pos_ == "NOUN" and bool(children(verb, SUBJECT))
    return of_noun and any(c.lower_ in WORDS["content"] for c in children(verb, {"mark"}))


def has_content(noun: Token) -> bool:
    """Whether a clause spells out what a noun tells: "denied reports that it had sold arms"."""
    return any(_is_content(v) for v in children(noun, REDUCED | {"ccomp"}))


def _has_no_gap(verb: Token, subjects: Iterable[Token]) -> bool:
    """Whether what a relative clause is about is not its object: "whose members left", "where they met"."""
    if any(c.tag_ == "WP$" for s in subjects for c in s.children):
        return True
    return any(c.tag_ == "WRB" or (c.tag_ in {"WDT", "WP"} and case(c)) for c in verb.children)


def obliques(token: Token, dates: Container[int] = ()) -> Iterator[tuple[str, Token]]:
    """Pairs of preposition and noun that hang on a verb or noun; "" where none stands before it.

    `dates` are indices of tokens of times: what hangs on a date ("met on Friday with Lavrov") is its governor's.
    """
    for c in token.children:
        if c.dep_ in OBLIQUE:
            yield case(c), c
            if c.i in dates:
                yield from obliques(c, dates)
        elif c.dep_ == "prep":
            for n in children(c, {"pobj", "pcomp"}):
                yield c.lower_, n
                if n.i in dates:
                    yield from obliques(n, dates)
        elif c.i in dates:
            yield from obliques(c, dates)


@_remembered
def case(noun: Token) -> str:
    """The preposition that a noun stands under, lower case, several words joined by blanks; "" when none."""
    marks = [
        c
        for c in noun.children
        if c.i < noun.i and ((c.dep_ in {"case", "mark"} and c.lower_ not in {"'s", "’s"}) or c.lower_ == "following")
    ]
    if marks:
        words = []
        for m in marks:
            words += [m, *children(m, {"fixed"})]
        return " ".join(w.lower_ for w in sorted(words, key=lambda w: w.i))
    first = noun.left_edge
    if first.dep_ == "case" and first.i < noun.i and first.head.dep_ == "nmod:desc" and first.head.head == noun:
        return str(first.lower_)  # "by President (with the case) Xi Jinping"
    if noun.dep_ == "pobj":
        return str(noun.head.lower_)
    counted = next((c for c in noun.children if c.dep_ == "nummod" and c.i == noun.i - 1), None)
    if counted is not None and (marked := children(counted, {"case"})):
        return str(marked[0].lower_)  # "until (with the number) 20 March"
    if noun.dep_ == "conj":
        return case(noun.head)
    return ""


def teller(word: Token, claims: Container[str], complements: Container[str] = ("ccomp",)) -> Token | None:
    """The verb that reports the clause a word stands in: "said that *it* paid", "denied reports that *it* had paid".

    `claims` are lemmas of nouns whose content a clause tells.
    """
    cur = word
    for above in chain(word):
        if cur.dep_ in complements and is_verb(above):
            return above
        told = cur.dep_ in {"acl", "ccomp"} | RELATIVE and any(
            c.lower_ in WORDS["content"] for c in children(cur, {"mark"})
        )
        told = told and above.lemma_.lower() in claims
        told = told or (cur.dep_ in RELATIVE and above.tag_ == "WP")  # "condemned what *it* called a raid"
        if told and above.dep_ in OBJECT and is_verb(above.head):
            return above.head
        cur = above
    return None


def only_calls(verb: Token) -> bool:
    """Whether a clause only tells how somebody calls a thing: "condemned what it *called* a raid"."""
    return verb.dep_ in RELATIVE and verb.head.tag_ == "WP" and verb.lemma_.lower() in WORDS["calling_so"]


def to_do(verb: Token) -> Token | None:
    """The infinitive that says what is to be done, under the verb or under the last of its phrases."""
    below = (verb, *(n for _, n in obliques(verb)))
    infinitives = (c for t in below for c in children(t, {"xcomp", "advcl", "acl", "nmod"}))
    return next((c for c in infinitives if is_verb(c) and has_to(c)), None)


def within_which(verb: Token, timed: Container[int]) -> Token | None:
    """What is to be done within a length: "gave them a week *to leave*"; the tokens `timed` are of times."""
    lengths = [o for o in children(verb, OBJECT | OBLIQUE) if o.i in timed]
    below = [c for o in lengths for c in children(o, {"acl", "nmod"})]
    below += children(verb, {"csubj"}) if lengths else []  # "it (expl) gave the firm a week to reply"
    return to_do(verb) or next((c for c in below if is_verb(c) and has_to(c)), None)


@_remembered
def governor(token: Token) -> Token | None:
    """The token above, past prepositions and coordination; None at the root."""
    cur = token
    while cur.dep_ == "conj" and cur.head != cur:
        cur = cur.head
    head = cur.head
    if head == cur:
        return None
    if head.pos_ == "ADP" and head.dep_ == "prep":
        head = head.head
    return head


def is_what_it_is(verb: Token) -> bool:
    """Whether a clause is what "it" stands for: "it was agreed that they would meet (ccomp)", "…, it was announced"."""
    over = verb.head
    own = verb.dep_ == "ccomp" and is_passive(over)
    own = own and not any(c.tag_ == "WRB" for c in verb.children)  # "it was conceived when he played"
    return own and any(s.lower_ in WORDS["standing_in"] for s in children(over, PASSIVE | {"expl"}))


def chain(token: Token) -> Iterator[Token]:
    """A token's governors from the nearest to the root."""
    seen = {token.i}
    cur = token.head
    while cur.i not in seen:
        seen.add(cur.i)
        yield cur
        cur = cur.head


def text_before(token: Token) -> str:
    """What stands before a token; nothing does before the first, wherever a parse hangs it."""
    return token.nbor(-1).text if token.i else ""


def goes_right_on(noun: Token) -> bool:
    """Whether a verb comes right after a noun's phrase, without a comma."""
    after = noun.right_edge.i + 1
    return after < len(noun.doc) and noun.doc[after].pos_ in {"VERB", "AUX"}


def free_subjects(doc: Doc, dates: Iterable[int]) -> None:
    """Make an adverbial of each time that a parser saw as one more subject: "the chairman yesterday announced".

    Or as one more object: "will give up the seat effective 1 (obj) June". `dates` are indices of the tokens of times.
    """
    known = set(dates)
    for i in known:
        token = doc[i]
        of_a_month = token.tag_ == "CD" and any(c.tag_ == "NNP" and c.i in known for c in token.children)
        if of_a_month and token.dep_ in OBJECT and any(o.i < i for o in children(token.head, OBJECT)):
            token.dep_ = "obl:unmarked"
        if token.dep_ in SUBJECT and any(c.dep_ in SUBJECT and c.i not in known for c in token.head.children):
            begun = next((doc[n] for n in (i - 1, i - 2) if n in known and doc[n].dep_ in {"nmod", "obl"}), None)
            if begun is not None and begun.head.i not in known:
                token.head = begun  # "the attack on 2 (nmod) March (nsubj) died"
            token.dep_ = "nmod:unmarked" if begun is not None else "obl:unmarked"


def hang_second_times(spans: Iterable[Span]) -> None:
    """Hang a time on the verb of the one it is joined to: "texts written in 2008 and in March (conj of texts) last"."""
    for before, span in pairwise(sorted(spans, key=lambda x: x.start)):
        time, clause, joining = span.root, before.root.head, span.doc[before.end : span.start]
        beside = 0 < len(joining) <= 2 and joining[0].dep_ == "cc" and before.root.dep_ in OBLIQUE
        if beside and time.dep_ == "conj" and time.head.i < clause.i < before.start:
            time.head, time.dep_ = clause, before.root.dep_


def free_relatives(doc: Doc, dates: Iterable[int]) -> None:
    """Hang a clause on what it tells of, not on the day before it: "left the bank on Monday, which lost (acl:relcl)".

    `dates` are indices of the tokens of times.
    """
    known = set(dates)
    for i in known:
        for clause in children(doc[i], RELATIVE):
            above = next((t for t in chain(doc[i]) if t.i not in known), doc[i])
            first = clause.left_edge if clause.left_edge.text != "," else clause.left_edge.nbor()
            if first.tag_ not in {"WDT", "WP", "WP$"} or above == doc[i] or first.dep_ == "mark":
                continue  # "on the day that (mark) Kos left"
            if is_verb(above):
                beside = [*children(above, SUBJECT), *objects(above), *(n for _, n in obliques(above))]
                above = max((n for n in beside if n.i < i and n.i not in known), key=lambda n: n.i, default=above)
            if above.pos_ in {"NOUN", "PROPN"} and above.i < i:
                clause.head = above


def join_times(spans: Iterable[Span]) -> None:
    """Hang a time that the parse tore apart on its word under a preposition: "was in Lima in mid (obl)-May (flat)".

    And what dates a clause on its verb, not on the subject: "in nineteen eighty-six (nummod) Chile left".
    """
    for span in spans:
        time, first = span.root, span.start
        noun, before = time.head, span.doc[first - 1] if first > span.doc[first].sent.start else time
        counted = time.dep_ in {"nummod", "compound"} and noun.i == span.end and noun.dep_ in SUBJECT
        if counted and before.dep_ == "case" and first <= before.head.i < span.end:
            time.head, time.dep_ = noun.head, "obl"
        loose = [t for t in span if t.head.i < span.start or t.head.i >= span.end]
        under = [t for t in loose if any(c.dep_ == "case" and c.i < span.start for c in t.children)]
        if len(loose) > 1 and len(under) == 1:
            for t in loose:
                if t != under[0] and t not in chain(under[0]):
                    t.head, t.dep_ = under[0], "flat"


def _is_of_the_matter(day: Token) -> bool:
    """Whether a weekday is hung on what was talked about then, of which no more is said than that it may come.

    Or a day on what is agreed then: "will sign an accord on sharing (acl) the lake on Friday (obl)".
    """
    matter, about = day.head, day.head.head
    verb = about.head
    if matter.tag_ == "VBG" and matter.dep_ == "acl" and case(matter) in WORDS["about"]:
        return about.dep_ in OBJECT and about.i > verb.i and is_verb(verb) and case(day) in WORDS["about"]
    said = day.lower_ in WORDS["weekdays"] and matter.pos_ == "NOUN" and case(matter) in WORDS["about"]
    some = all(c.lower_ not in WORDS["the"] for c in matter.children)
    done = about.dep_ in OBJECT and tells(verb) and not any(n.lower_ in WORDS["weekdays"] for _, n in obliques(verb))
    return said and some and done and day.i > matter.i


def hang_times(spans: Iterable[Span]) -> None:
    """Hang a time behind what came first on that: "the leak followed a blast on a rig in May (obl)"."""
    for span in spans:
        time = span.root
        verb = time.head
        called = [o for o in children(verb, OBJECT) if o.right_edge == o and o.i == time.left_edge.i - 1]
        if called and only_calls(verb):
            time.head = verb.head.head  # "condemned what it called a raid on Friday"
            continue
        things = [o for o in children(verb, OBJECT) if o.i < time.i and o.pos_ == "NOUN"]
        in_order = verb.lemma_.lower() in WORDS["following_after"] and not is_passive(verb) and time.dep_ in OBLIQUE
        if _is_of_the_matter(time):
            time.head, time.dep_ = verb.head.head, "obl"  # "resumed talks on an early election on Monday (nmod)"
            continue
        right_after = things and things[-1].right_edge.i + 1 == time.left_edge.i
        if in_order and right_after and all(s.pos_ == "NOUN" for s in subjects(verb)):
            time.head, time.dep_ = things[-1], "nmod"
