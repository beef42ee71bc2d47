"""Reading a dependency parse: the only room that knows the parser's label names.

Universal Dependencies labels (the pipeline that ships) and those of spaCy's own English models are
both understood. A token without a parse (a blank pipeline) simply has no relations.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Container, Iterable, Iterator
from functools import wraps
from importlib.resources import files
from itertools import takewhile
from typing import TypeVar

import numpy as np
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
FINITE = {"VBD", "VBZ", "VBP", "MD"}
_DATA = tomllib.loads((files("timeline") / "lang" / "en" / "grammar.toml").read_text(encoding="utf-8"))
WORDS: dict[str, frozenset[str]] = {name: frozenset(words) for name, words in _DATA.items()}
NEGATIONS = WORDS["negations"]
PASTS: dict[str, str] = _DATA["always_past"]
AS_A_VERBS = {"nmod": "obl", "nmod:unmarked": "obl:unmarked", "compound": "nsubj"}  # a noun's relation → a verb's

_Answer = TypeVar("_Answer")


def _remembered(ask: Callable[[Token], _Answer]) -> Callable[[Token], _Answer]:
    """Ask once of each token of a `parsed` doc: a dozen questions come back for every event."""
    name = f"_{ask.__name__}"

    @wraps(ask)
    def once(token: Token) -> _Answer:
        try:
            answer: _Answer = token.__dict__[name]
        except KeyError:
            answer = token.__dict__[name] = ask(token)
        except AttributeError:  # spaCy's own, whose parse may yet change
            answer = ask(token)
        return answer

    return once


def children(token: Token, deps: set[str]) -> list[Token]:
    """The children of a token that stand in one of these relations to it, left to right."""
    return [c for c in token.children if c.dep_ in deps]


@_remembered
def conjuncts(token: Token) -> list[Token]:
    """A token and what is coordinated with it, from the first conjunct on."""
    out, todo = [token], [token]
    while todo:
        for c in joined(todo.pop(0)):
            out.append(c)
            todo.append(c)
    return out


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
    if more and _goes_right_on(more[-1]):
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
def is_passive(verb: Token) -> bool:
    """Whether the subject is the one it is done to: "was held", "the deal reached in Vienna"."""
    if any(c.dep_ in PASSIVE for c in verb.children):
        return True
    if verb.dep_ in REDUCED | RELATIVE and children(verb, {"nsubj"}):
        return False  # "the ferries Chile built"
    if verb.tag_ == "VBN" and verb.dep_ == "conj" and not children(verb, SUBJECT | {"aux", "aux:pass", "cop"}):
        return is_passive(verb.head)  # "was arrested and charged"
    if verb.tag_ == "VBD" and verb.dep_ in REDUCED and not children(verb, SUBJECT | OBJECT):
        return True  # "a drug diluted (VBD) with oil"
    if verb.tag_ != "VBN" or auxiliaries(verb):
        return False
    if verb.dep_ in {"xcomp", "advcl", "ccomp", "csubj"}:  # "was found crushed", "the agreements reached"
        return not any(c.dep_ in OBJECT for c in verb.children)
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
    return any(t.tag_ in FINITE for t in (verb, *auxiliaries(verb)))


def tells(verb: Token) -> bool:
    """Whether a verb is in the simple past."""
    aux = auxiliaries(verb)
    past = verb.tag_ == "VBD" or any(a.tag_ == "VBD" for a in aux)
    return past and is_verb(verb) and not any(a.lemma_ == "have" for a in aux)


@_remembered
def has_to(verb: Token) -> bool:
    """Whether a verb is an infinitive with "to", its own or the one of its first conjunct."""
    if any(c.tag_ == "TO" or (c.lower_ == "to" and c.dep_ == "mark") for c in verb.children):
        return True
    return verb.dep_ == "conj" and verb.tag_ == "VB" and is_verb(verb.head) and has_to(verb.head)


@_remembered
def particle(verb: Token) -> Token | None:
    """The particle of a phrasal verb: "up" of "stand up"."""
    found = children(verb, {"compound:prt", "prt"})
    return found[0] if found else None


def _goes_on(verb: Token) -> bool:
    """Whether a conjunct shares its verb's subject and auxiliaries: "has not met them or visited (VBD) the camp"."""
    alike = verb.tag_ == verb.head.tag_ or {verb.tag_, verb.head.tag_} == {"VBD", "VBN"}
    return alike and not any(c.dep_ in SUBJECT | {"aux", "mark"} for c in verb.children)


@_remembered
def negation(token: Token) -> Token | None:
    """The word that negates a verb or noun, or None."""
    for c in token.children:
        if c.lower_ in NEGATIONS and c.dep_ in {"advmod", "neg", "det", "cc", "cc:preconj", "case", "mark"}:
            return c
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
        before = verb.nbor(-1) if verb.i > verb.sent.start else None
        return conjuncts(_first_conjunct(before)) if before is not None and before.pos_ in {"NOUN", "PROPN"} else []
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
    under = verb.tag_ == "VBG" and (verb.dep_ == "obl" or (verb.dep_ in REDUCED and children(verb, {"mark"})))
    if verb.dep_ in {"advcl", "pcomp"} or under:  # "in its talks before leaving, the panel said"
        governor = head.head if head.pos_ == "ADP" or (verb.dep_ in REDUCED and not is_verb(head)) else head
        kept_from = children(governor, OBJECT) if case(verb) in WORDS["kept_from"] | WORDS["blamed_for"] else []
        if kept_from and (kept_from[0].pos_ == "PROPN" or case(verb) not in WORDS["blamed_for"]):
            return conjuncts(kept_from[0])  # "kept the mayor from leaving", "blamed Keita for leaving"
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
    if verb.dep_ in REDUCED and verb.lower_ in WORDS["from_a_day"]:
        return [head]  # "a dividend, payable May 1"
    # "since the rig exploded", read as "since the rig"
    when = verb.tag_ == "VBD" and case(head) in WORDS["clause_prepositions"]
    if verb.dep_ in REDUCED and (verb.tag_ in {"VBG", "VBN"} or when):
        named = [s for s in children(head, SUBJECT) if s.pos_ == "PROPN"] if children(head, {"cop"}) else []
        return conjuncts(named[-1] if named else head)  # "Nokia is a company founded in Tampere"
    return []


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
        return head if head.dep_ in OBJECT and head.head.lemma_ in WORDS["control"] else None
    if head.lemma_ in WORDS["control"] and (verb.dep_ == "xcomp" or (verb.dep_ == "advcl" and has_to(verb))):
        return next(iter(children(head, OBJECT)), None)
    return None


def _intends(verb: Token) -> Token | None:
    """Whose the plan is that an infinitive spells out: "Chile's decision to leave", "an offer by Togo to help"."""
    before = list(takewhile(lambda t: t.tag_ not in {"IN", "VBD"} or t.lower_ in WORDS["doers"], _leftwards(verb)))
    noun = next((t for t in before if t.lemma_.lower() in WORDS["intending"]), None)
    if noun is None:
        return None
    by = [t for t in before if t.i > noun.i and case(t) in WORDS["doers"]]
    whose = by[-1:] or children(noun, {"nmod:poss"})
    beside = bool(by) or (verb.dep_ in REDUCED and noun.i == verb.left_edge.i - 1)
    return next((t for t in whose if t.pos_ != "PRON"), None) if beside else None


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

    What begins or ends is no side: "talks between the two countries, which began in May".
    """
    above = noun.head
    if verb.lemma_.lower() in WORDS["lasting"] and noun.dep_ == "nmod" and above.pos_ == "NOUN" and not objects(verb):
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
    if preposition in WORDS["accompanying"] and any(case(c) in WORDS["standing_as"] for c in children(noun, OBLIQUE)):
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
        told = cur.dep_ in {"acl", "ccomp"} | RELATIVE and any(c.lower_ == "that" for c in children(cur, {"mark"}))
        if told and above.lemma_.lower() in claims and above.dep_ in OBJECT and is_verb(above.head):
            return above.head
        cur = above
    return None


def to_do(verb: Token) -> Token | None:
    """The infinitive that says what is to be done, under the verb or under the last of its phrases."""
    below = (verb, *(n for _, n in obliques(verb)))
    infinitives = (c for t in below for c in children(t, {"xcomp", "advcl", "acl", "nmod"}))
    return next((c for c in infinitives if is_verb(c) and has_to(c)), None)


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


def chain(token: Token) -> Iterator[Token]:
    """A token's governors from the nearest to the root."""
    seen = {token.i}
    cur = token.head
    while cur.i not in seen:
        seen.add(cur.i)
        yield cur
        cur = cur.head


def repair(
    doc: Doc,
    verbs: Container[str],
    intransitive: Container[str] = (),
    reporting: Container[str] = (),
    people: Container[str] = (),
) -> None:
    """Make verbs of words that the tagger or the parser took for something else, and hang them where they belong.

    `verbs`, `intransitive`, `reporting` and `people` are lemmas.
    """
    _repair_headline_verbs(doc, verbs)
    _repair_past(doc, verbs)
    for verb in [v for sentence in doc.sents if (v := _lost_verb(sentence, intransitive)) is not None]:
        _make_root(verb)
    _repair_nouns(doc)
    _repair_rates(doc)
    _repair_participles(doc)
    _repair_prepositions(doc)
    _repair_particles(doc, verbs)
    _repair_infinitives(doc)
    _repair_payments(doc)
    _repair_predicates(doc)
    _repair_coordination(doc)
    _repair_agents(doc)
    _repair_asides(doc)
    _repair_speakers(doc, reporting)
    _repair_reports(doc, reporting)
    _repair_relatives(doc, people, reporting)
    _repair_descriptions(doc, people)
    _repair_lists(doc)
    _repair_pairs(doc)
    _repair_subjects(doc)
    _repair_lost_subjects(doc)


def those(doc: Doc, attribute: str, labels: Iterable[str]) -> list[Token]:
    """The tokens that have one of these tags or relations, without a look at all the others."""
    wanted = [doc.vocab.strings[label] for label in labels]
    return [doc[i] for i in np.flatnonzero(np.isin(doc.to_array(attribute), wanted)).tolist()]


def _repair_coordination(doc: Doc) -> None:
    """Hang a past on the past it goes on from, not on its infinitive: "failed to sell it and filed for relief".

    Nor on the noun that a relative clause is about: "the fever, which began in May and was (conj) cured in June".
    What is done to a passive's subject, too, is a participle.
    """
    for token in those(doc, "DEP", {"conj"}):
        told = [c for c in children(token.head, RELATIVE) if token.head.i < c.i < token.i]
        if told and is_finite(token) and is_verb(token) and token.head.pos_ in {"NOUN", "PROPN"}:
            token.head = told[-1] if not children(token, SUBJECT) else token.head
    for token in those(doc, "TAG", {"VBD"}):
        if token.dep_ != "conj" or children(token, SUBJECT) or auxiliaries(token):
            continue
        if token.lemma_ in WORDS["undergone"] and children(token.head, PASSIVE) and not children(token, OBJECT):
            token.tag_ = "VBN"  # "was arrested and released (VBD)"
            continue
        first, finite = token.head, token.head.head
        if first.tag_ == "VB" and first.dep_ in {"xcomp", "advcl"} and has_to(first) and finite.tag_ == "VBD":
            token.head = finite


def _repair_agents(doc: Doc) -> None:
    """Hang on its noun what was done by somebody: "would appeal the ruling, announced (conj) on Monday by a judge".

    Give the clause after it its subject back: "the offer (nsubj), made (ROOT) last week by Karhu, was refused (conj)".
    """
    for done in [t for t in those(doc, "TAG", {"VBD", "VBN"}) if t.i > t.sent.start + 1 and doc[t.i - 1].text == ","]:
        own = children(done, SUBJECT)
        if (
            not _by(done)
            or auxiliaries(done)
            or children(done, OBJECT | {"mark", "cc"})
            or done.dep_ in REDUCED | RELATIVE
        ):
            continue
        noun = own[-1] if own else doc[done.i - 2]
        while not own and noun.head.i < noun.i and noun.head.pos_ in {"NOUN", "PROPN"}:
            noun = noun.head  # "the ruling of the court, announced": of the ruling
        if noun.pos_ not in {"NOUN", "PROPN"} or done.is_ancestor(noun) != bool(own):
            continue
        if not own:
            done.head, done.dep_, done.tag_ = noun, "acl", "VBN"
            continue
        after = [c for c in children(done, {"conj"}) if is_finite(c) and not children(c, SUBJECT | {"cc"})]
        if after and doc[after[0].left_edge.i - 1].text == ",":
            _hang_below(done, noun, after[0])


def _by(verb: Token) -> list[Token]:
    """Those by whom something is done, whatever the parser calls them: "by (case of Health) Health Minister Lund"."""
    return [
        n
        for n in children(verb, OBLIQUE)
        if n.left_edge.lower_ in WORDS["done_by"] and n.pos_ in {"NOUN", "PROPN"} and n.left_edge.i > verb.i
    ]


def _hang_below(done: Token, noun: Token, verb: Token) -> None:
    """Make a participle its subject's, and a verb that hung on it the clause's."""
    doc = done.doc
    columns = doc.to_array(["HEAD", "DEP", "TAG"])
    heads = columns[:, 0].view("i8")
    heads[verb.i] = 0 if done.head == done else done.head.i - verb.i
    heads[noun.i], heads[done.i] = verb.i - noun.i, noun.i - done.i
    subject = "nsubj:pass" if children(verb, PASSIVE) else "nsubj"
    for i, column, label in ((verb.i, 1, done.dep_), (noun.i, 1, subject), (done.i, 1, "acl"), (done.i, 2, "VBN")):
        columns[i, column] = doc.vocab.strings.add(label)
    doc.from_array(["HEAD", "DEP", "TAG"], columns.view("u8"))  # type: ignore[arg-type] # integers, whatever NumPy says


def _repair_asides(doc: Doc) -> None:
    """Give a clause the subject that the aside after it took: "the ferry, now moored off Ribe, will sail"."""
    for aside in those(doc, "DEP", {"advcl", "csubj"}):
        own, verb = children(aside, SUBJECT), aside.head
        if len(own) != 1 or aside.tag_ not in {"VBD", "VBN"} or auxiliaries(aside) or aside.i > verb.i:
            continue
        after, end = own[0].right_edge.i + 1, aside.right_edge.i + 1
        if "," not in {doc[after].text, doc[after - 1].text} or children(verb, SUBJECT) or not is_finite(verb):
            continue
        if any(t.text == "," for t in (doc[end - 1], doc[end])):
            own[0].head, own[0].dep_ = verb, "nsubj:pass" if is_passive(verb) else "nsubj"
            aside.head, aside.dep_, aside.tag_ = own[0], "acl", "VBN"


def _repair_speakers(doc: Doc, reporting: Container[str]) -> None:
    """Give a saying the speaker whom a description parts from it: "the port is shut, Ama Addo, its chief, said"."""
    for said in those(doc, "TAG", {"VBD", "VBZ"}):
        if said.lemma_.lower() not in reporting or children(said, SUBJECT) or doc[said.i - 1].text != ",":
            continue
        end = next((i for i in range(said.i - 2, said.sent.start, -1) if doc[i].text == ","), said.i)
        start = end
        while start > said.sent.start and doc[start - 1].pos_ == "PROPN":
            start -= 1
        if start == end or doc[start - 1].text != "," or any(is_finite(t) for t in doc[end : said.i]):
            continue
        name = next((t for t in doc[start:end] if not start <= t.head.i < end), None)
        told = [t for t in doc[end + 1 : said.i - 1] if not end < t.head.i < said.i]
        if name is None or any(t.is_ancestor(said) for t in (name, *told)):
            continue
        name.head, name.dep_ = said, "nsubj"
        for t in told:
            t.head, t.dep_ = name, "appos"


def _repair_reports(doc: Doc, reporting: Container[str]) -> None:
    """Make what is said the content of its saying: "a vote was held (advcl), officials said", "…, he said (conj)".

    Hang on what says it a participle of saying: "issued a note on Monday saying (advcl) that …".
    """
    for said in those(doc, "TAG", {"VBD", "VBZ"}):
        if said.lemma_.lower() in reporting:
            _repair_reported(said)
    for token in those(doc, "DEP", {"advcl", "conj"}):
        below = {c.dep_ for c in token.children if c.tag_ != "TO"}
        if token.tag_ == "VBG" and token.lemma_.lower() in reporting and not below & {"mark", "cc", "aux"}:
            things = [o for o in children(token.head, OBJECT) if o.pos_ == "NOUN" and token.head.i < o.i < token.i]
            before = doc[things[-1].i + 1 : token.i] if things else ()
            if things and all(t.text != "," for t in before):  # "denied the “affair,” saying that"
                token.head, token.dep_ = things[-1], "acl"
            continue
        past = token.tag_ == "VBN" and "nsubj" in below and not auxiliaries(token)  # "a crate packed in straw exploded"
        if below & {"mark", "cc", "case"} or not below & SUBJECT or not is_verb(token.head):
            continue
        if token.i < token.head.i and token.head.lemma_.lower() in reporting and (past or is_finite(token)):
            token.dep_, token.tag_ = "ccomp", "VBD" if past else token.tag_
        elif is_finite(token) and token.i > token.head.i and token.lemma_.lower() in reporting and tells(token):
            first = min(x.i for c in token.children if c.dep_ in SUBJECT for x in c.subtree)
            if doc[first - 1].text == ",":
                token.dep_ = "parataxis"


def _repair_reported(said: Token) -> None:
    """Make what is said of a noun and its participle: "a van carrying gas (nsubj) overturned (acl), police said"."""
    told, *more = children(said, SUBJECT) or [said]
    for thing in children(said, {"obj"}) if said.lemma_ in WORDS["of_no_thing"] else ():
        made = [c for c in children(thing, REDUCED) if c.tag_ == "VBN" and not children(c, {"obl:agent"})]
        if made and thing.i > said.i and not auxiliaries(made[-1]):  # "said its unit (obj) filed (acl) for relief"
            made[-1].head, made[-1].dep_, made[-1].tag_ = said, "ccomp", "VBD"
            thing.head, thing.dep_ = made[-1], "nsubj"
            return
    if not more or children(said, {"ccomp", "parataxis"}) or not told.i < more[-1].i < said.i:
        return
    before = said.doc[more[-1].left_edge.i - 1]
    past = [
        t
        for t in said.doc[told.i + 1 : before.i]
        if t.dep_ in REDUCED and t.tag_ in {"VBN", "VBD"} and told.is_ancestor(t) and not children(t, SUBJECT)
    ]
    if before.text != "," or not past or auxiliaries(past[-1]) or children(past[-1], {"obl:agent"}):
        return
    verb = past[-1]
    verb.head, verb.dep_, verb.tag_ = said, "ccomp", "VBD"
    told.head = verb


def _repair_subjects(doc: Doc) -> None:
    """Give a noun's phrase its name back that became one more subject: "orders of the new (nmod) Sund 4 (nsubj)"."""
    for name in those(doc, "DEP", {"nsubj", "nsubj:pass"}):
        first = name.left_edge.i
        before = doc[first - 1] if first else name
        others = [s for s in children(name.head, SUBJECT) if s.i < first]
        if before.tag_ == "VBN" and before.dep_ in REDUCED and before.head in others and case(name) in WORDS["done_by"]:
            name.head, name.dep_ = before, "obl:agent"  # "a mission led by Deputy Premier Lind (nsubj) arrived"
            continue
        if case(name) in WORDS["belonging"] and others and others[-1].right_edge == before:
            name.head, name.dep_ = others[-1], "nmod"  # "the trial of former premier Kofi Mensah (nsubj) opened"
            continue
        inside = before.pos_ == "NOUN" and any(s != before and s.right_edge == before for s in others)
        if name.pos_ == "PROPN" and inside:
            name.head, name.dep_ = before, "appos"  # "a rig leased by the firm Karhu (nsubj) exploded"
            continue
        above = before.head
        torn = before.dep_ in OBLIQUE and before.tag_ in {"VBN", "JJ"} and name.pos_ == "PROPN"
        if torn and above.dep_ in SUBJECT and above.head == name.head and case(before):
            for c in children(before, {"case", "det"}):
                c.head = name
            name.head, name.dep_, before.head, before.dep_ = above, "nmod", name, "amod"


def _repair_lost_subjects(doc: Doc) -> None:
    """Make a subject of what a parser hung on the words before it: "on Friday, Duarte (appos), a poet, was named".

    And of what stands under its clause's mark: "after guards (obl) in Lima found (advcl) a bomb", "as Keita (obl),
    a banker, is expected (conj) to resign".
    """
    for name in those(doc, "DEP", {"appos"}):
        before, verb = name.head, name.head.head
        opens = before.left_edge.i == name.sent.start and any(t.text == "," for t in doc[before.i : name.i])
        lost = before.dep_ in OBLIQUE and before.i < name.i < verb.i and not children(verb, SUBJECT)
        if opens and lost and name.pos_ in {"NOUN", "PROPN"} and is_finite(verb):
            name.head, name.dep_ = verb, "nsubj:pass" if children(verb, PASSIVE) else "nsubj"
    for verb in those(doc, "DEP", {"advcl", "conj", "parataxis", "ROOT"}):
        if not is_finite(verb) or verb.tag_ == "MD" or children(verb, SUBJECT | {"mark", "cc"}):
            continue
        first = min((verb, *children(verb, {"aux", "aux:pass", "cop"})), key=lambda t: t.i)
        for noun in [n for t in (verb, verb.head) for n in children(t, {"obl"}) if n.i < first.i]:
            marks = children(noun, {"case"}) if case(noun) in WORDS["clause_prepositions"] else []
            between = [t.text for t in doc[noun.right_edge.i + 1 : first.i]]
            told = not between or (between[-1] == "," and (between[0] == "," or any(children(noun, REDUCED))))
            if marks and told and not noun.is_ancestor(verb):
                noun.head, noun.dep_, marks[0].head, marks[0].dep_ = verb, "nsubj", verb, "mark"
                verb.dep_ = "ROOT" if verb.dep_ == "ROOT" else "advcl"
                break


def _repair_lists(doc: Doc) -> None:
    """Join the rest of a list to its first name: "of Peru, Chile (appos) and Togo", "Karhu, a bank and Togo"."""
    for token in those(doc, "DEP", {"appos", "nsubj", "nsubj:pass"}):
        first = token.left_edge.i
        before = doc[first - 1 if doc[first].text != "," else first]
        more = [c for c in children(token, {"conj"}) if children(c, {"cc"})]
        if token.pos_ == "PROPN" == token.head.pos_ and not more:  # "Karhu, Tallink (appos) and Viking (conj of Karhu)"
            end = token.right_edge.i + 1
            more = [c for c in children(token.head, {"conj"}) if c.left_edge.i == end and children(c, {"cc"})]
        if before.text != "," or before.i == 0 or not more or token.pos_ not in {"NOUN", "PROPN"}:
            continue
        name, head = before.nbor(-1), token.head
        if token.dep_ != "appos":  # "Karhu (nsubj), the union (nsubj) and the police met"
            others = [s for s in children(head, {token.dep_}) if s.right_edge == name and s.pos_ in {"NOUN", "PROPN"}]
            if others and not case(others[0]):
                token.head, token.dep_ = others[0], "conj"
        elif token.pos_ == "PROPN" != head.pos_:
            if name.pos_ == "PROPN" and name.dep_ in OBLIQUE and name.ent_type_ == token.ent_type_ != "":
                token.head, token.dep_ = name, "conj"
        elif head.dep_ in SUBJECT | OBJECT | OBLIQUE and head.i < token.i and _goes_right_on(more[-1]):
            token.dep_ = "conj"  # what is told of one ends with a comma: "Maas, a banker and poet, met"


def _goes_right_on(noun: Token) -> bool:
    """Whether a verb comes right after a noun's phrase, without a comma."""
    after = noun.right_edge.i + 1
    return after < len(noun.doc) and noun.doc[after].pos_ in {"VERB", "AUX"}


def _repair_pairs(doc: Doc) -> None:
    """Give "between" its second noun: "a deal between the union and Karhu (nsubj:pass) was signed"."""
    for mark in those(doc, "DEP", {"case"}):
        first = mark.head
        end = first.right_edge.i + 1
        if mark.lower_ not in WORDS["of_two"] or first.dep_ != "nmod" or joined(first) or end >= len(doc) - 1:
            continue
        joint = doc[end]
        after = (t for t in (joint.head, *joint.head.children) if t != joint and t.left_edge.i in {end, end + 1})
        second = next(after, joint)
        misplaced = second.dep_ in SUBJECT | {"conj"} and second.pos_ in {"NOUN", "PROPN"} and second.i > end
        if joint.dep_ == "cc" and joint.lower_ == "and" and misplaced and not second.is_ancestor(first):
            second.head, second.dep_, joint.head = first, "conj", second


def _repair_relatives(doc: Doc, people: Container[str], reporting: Container[str]) -> None:
    """Hang "who" on the person named right before it, not on a thing: "a tribute to Ama Addo, who drowned".

    And "which" that tells something on the body: "shares in Karhu, which reported a loss".
    """
    for clause in those(doc, "DEP", RELATIVE):
        noun, own = clause.head, children(clause, SUBJECT)
        if len(own) == 2 and own[0].tag_ == "WDT" and not (is_passive(clause) or children(clause, OBJECT)):
            own[0].dep_ = "obj"  # "the figures which (nsubj) Karhu handed over"
        tells_it = clause.lemma_.lower() in reporting
        first = next((s for s in own if s.lower_ in WORDS["whose"] or (tells_it and s.tag_ == "WDT")), None)
        if first is None or noun.tag_ not in {"NN", "NNS"} or noun.lemma_.lower() in people:
            continue
        before = doc[first.i - 2 if doc[first.i - 1].text == "," else first.i - 1]
        name = next((t for t in (before, *chain(before)) if t.dep_ in OBLIQUE), before)
        kinds = {"PERSON", ""} if first.lower_ in WORDS["whose"] else {"ORG"}
        person = before.ent_type_ in kinds and before.pos_ == name.pos_ == "PROPN"
        if person and noun.i < name.i <= before.i:
            clause.head = name


def _repair_descriptions(doc: Doc, people: Container[str]) -> None:
    """Hang a name on the office that it fills, not on the body: "the head of the commission, Ama Addo, resigned".

    Nor beside two offices as a third: "its chairman and chief executive, Kofi Mensah (conj), resigned".
    """
    for name in those(doc, "DEP", {"appos", "conj"}):
        first, noun = name.left_edge.i, name.head
        comma = first > 0 and "," in {doc[first].text, doc[first - 1].text}
        if name.pos_ != "PROPN" or name.ent_type_ != "PERSON" or noun.pos_ != "NOUN" or not comma:
            continue
        if name.dep_ == "conj":
            offices = [c for c in children(noun, {"conj"}) if c.i < name.i and children(c, {"cc"})]
            if offices and noun.lemma_.lower() in people and not children(name, {"cc", "conj"}) and noun.tag_ == "NN":
                name.dep_ = "appos"
        elif noun.lemma_.lower() not in people:
            inner = noun
            while inner.dep_ in OBLIQUE and inner.head.pos_ == "NOUN" and inner.lemma_.lower() not in people:
                inner = inner.head
            if inner.lemma_.lower() in people:
                name.head = inner


def _repair_nouns(doc: Doc) -> None:
    """Make a noun of a present that stands where only a noun can: "since the oil rig (VBP) exploded"."""
    for token in those(doc, "DEP", SUBJECT | OBJECT | OBLIQUE):
        if token.pos_ == "NOUN" and token.dep_ in OBLIQUE and not children(token, {"cop"}):
            _join_subject(token)
        _take_over(token)
        if token.tag_ not in {"VB", "VBP", "VBZ"} or not token.is_lower or token.dep_ not in SUBJECT | OBJECT | OBLIQUE:
            continue
        below = {c.dep_ for c in token.children}
        if has_to(token) or auxiliaries(token) or below & OBJECT:
            continue
        if token.dep_ not in OBLIQUE and not below & {"det", "amod", "compound", "nummod", "nmod:poss", "case"}:
            continue  # "users, however, account (nsubj) for half"
        token.tag_, token.pos_ = "NNS" if token.tag_ == "VBZ" else "NN", "NOUN"
        _join_subject(token)


def _repair_rates(doc: Doc) -> None:
    """Hang on its amount what the amount is for: "sold them for $3 a share (obj)"."""
    for unit in those(doc, "DEP", {"obj", "obl:unmarked"}):
        amount = doc[max(unit.i - 2, 0)]
        rated = doc[unit.i - 1].lower_ in WORDS["one"] and amount.tag_ == "CD" and unit.head.i < amount.i
        if rated and not unit.is_ancestor(amount):
            unit.head, unit.dep_ = amount.head if amount.head.tag_ == "$" else amount, "nmod:unmarked"


def _repair_participles(doc: Doc) -> None:
    """Make a participle of the noun that a parser saw behind another: "a vote set (NN) for Sunday was put off"."""
    for token in those(doc, "TAG", {"NN"}):
        before = token.nbor(-1) if token.i > token.sent.start else token
        if token.lower_ != "set" or before.head != token or before.dep_ != "compound" or before.pos_ != "NOUN":
            continue
        if token.dep_ == "ROOT" or token.i + 1 >= len(doc) or token.nbor(1).lower_ != "for":
            continue
        before.head, before.dep_ = token.head, token.dep_
        token.head, token.dep_, token.tag_, token.pos_ = before, "acl", "VBN", "VERB"
        for c in [c for c in token.children if c.i < before.i]:
            c.head = before


def _take_over(noun: Token) -> None:
    """Make a noun of what a tagger took for an adverb behind one: "a relief well (RB) that Karhu drilled"."""
    last = noun.nbor() if noun.i + 1 < len(noun.doc) else noun
    if last.lower_ not in WORDS["no_adverbs"] or last.head != noun or last.dep_ != "advmod" or noun.tag_ != "NN":
        return
    last.head, last.dep_, last.tag_, last.pos_ = noun.head, noun.dep_, "NN", "NOUN"
    for c in [noun, *(c for c in noun.children if c != last)]:
        c.head = last
    noun.dep_ = "compound"


def _join_subject(noun: Token) -> None:
    """Make a part of its name of what a parser took for a noun's subject: "since the oil rig"."""
    for c in noun.children:
        if c.dep_ in SUBJECT and c.i < noun.i:
            c.dep_ = "compound"


def _repair_prepositions(doc: Doc) -> None:
    """Make one preposition of "ahead of", which a parser may see as an adverb with an adverbial of its own."""
    for noun in those(doc, "DEP", {"obl"}):
        ahead = noun.head
        marks = [c for c in noun.children if c.dep_ == "case" and c.lower_ == "of" and c.i == ahead.i + 1]
        if ahead.lower_ == "ahead" and marks and ahead.dep_ == "advmod" and ahead.head != ahead:
            noun.head = ahead.head
            ahead.head, ahead.dep_, marks[0].head, marks[0].dep_ = noun, "case", ahead, "fixed"


def _repair_particles(doc: Doc, verbs: Container[str]) -> None:
    """Make an object of what a verb's particle seems to govern: "called off (case) the match (obl)"."""
    for particle in those(doc, "DEP", {"case"}):
        noun, verb = particle.head, particle.head.head
        if (
            noun.dep_ not in OBLIQUE
            or verb.i != particle.i - 1
            or f"{verb.lemma_.lower()} {particle.lower_}" not in verbs
        ):
            continue
        noun.dep_, particle.dep_, particle.head = "obj", "compound:prt", verb


def _repair_infinitives(doc: Doc) -> None:
    """Make an infinitive of a gerund that a modal governs, "will sing (VBG)", and of "is due to sing".

    Hang on its noun what is due, "the talks due to begin (advcl)", and what is to be done: "a pact for Mali to leave".
    """
    for to in those(doc, "DEP", {"fixed"}):
        due, verb = to.head, to.head.head
        if to.lower_ == "to" and due.dep_ == "mark" and due.tag_ == "JJ" and verb.tag_ == "VB":
            to.head, to.dep_, to.tag_, due.dep_ = verb, "mark", "TO", "advmod"
            for c in verb.children:
                c.dep_ = {"cop": "aux", "nsubj:outer": "nsubj"}.get(c.dep_, c.dep_)
            for c in children(due, SUBJECT | {"cop"}):  # "the rules are (cop of due) due to take effect"
                c.head, c.dep_ = verb, "aux" if c.dep_ == "cop" else c.dep_
    for verb in those(doc, "DEP", {"advcl"}):
        first = verb.left_edge
        if verb.tag_ != "VB" or first.i == verb.sent.start:
            continue
        noun = first.nbor(-1)
        ahead = first.tag_ == "JJ" and first.dep_ == "advmod" and first.nbor(1).tag_ == "TO"
        if first.tag_ == "TO" and noun.dep_ == "nmod" and case(noun) in WORDS["given_to"]:
            noun = noun.head
        elif not ahead:
            continue
        if noun.pos_ in {"NOUN", "PROPN"}:
            verb.head, verb.dep_ = noun, "acl"
    for token in those(doc, "TAG", {"VBG"}):
        below = list(token.children)
        if any(c.tag_ == "MD" for c in below) and not any(c.lemma_ == "be" for c in below):
            token.tag_, token.lemma_ = "VB", token.lower_


def _repair_payments(doc: Doc) -> None:
    """Hang a day on what is payable then, and that on its noun: "declared a dividend, payable (amod) May 1 (appos)"."""
    for due in (t for t in those(doc, "TAG", {"JJ"}) if t.lower_ in WORDS["from_a_day"] and t.i > t.sent.start + 1):
        before = doc[due.i - 1 if doc[due.i - 1].text != "," else due.i - 2]
        after = doc[due.i + 1 : min(due.i + 5, due.sent.end)]
        days = [t for t in after if t.tag_ in {"CD", "NNP"} and not due.i < t.head.i <= after[-1].i]
        if before.pos_ not in {"NOUN", "PROPN", "SYM", "NUM"} or children(due, {"cop"}) or not days:
            continue
        while before.head.i < before.i and before.head.pos_ in {"NOUN", "PROPN"}:
            before = before.head
        things = children(before.head, OBJECT) if before.dep_ in OBJECT else []
        noun = things[0] if things else before
        if due.is_ancestor(noun) or days[0].is_ancestor(noun) or due.head == due:
            continue
        due.head, due.dep_, days[0].head, days[0].dep_ = noun, "acl", due, "obl"


def _repair_predicates(doc: Doc) -> None:
    """Make a predicate of the adjective that a parser took for a preposition: "is due (case) in Lima on Friday"."""
    for due in those(doc, "DEP", {"case"}):
        place = due.head
        if due.tag_ != "JJ" or due.nbor(1).lower_ == "to" or not (children(place, {"cop"}) or children(due, {"cop"})):
            continue  # "is due to storms"
        noun = place.head
        lost = noun.i < due.i and not (children(place, SUBJECT) or children(due, SUBJECT))
        first = noun if lost else place  # "the bridge (ROOT) is due in 2019"
        dep = "acl:relcl" if place.dep_ == "nmod" and not lost else first.dep_
        due.head, due.dep_ = (due if first.head == first else first.head), dep
        for c in [c for c in place.children if c.i > place.i or c.dep_ in SUBJECT | {"cop", "aux", "advmod"}]:
            c.head, c.dep_ = due, "obl" if c.dep_ == "nmod" else c.dep_
        place.head, place.dep_ = due, "obl"
        if lost:
            noun.head, noun.dep_ = due, "nsubj"


def free_subjects(doc: Doc, dates: Iterable[int]) -> None:
    """Make an adverbial of each time that a parser saw as one more subject: "the chairman yesterday announced".

    `dates` are indices of the tokens of times.
    """
    known = set(dates)
    for i in known:
        token = doc[i]
        if token.dep_ in SUBJECT and any(c.dep_ in SUBJECT and c.i not in known for c in token.head.children):
            begun = next((doc[n] for n in (i - 1, i - 2) if n in known and doc[n].dep_ in {"nmod", "obl"}), None)
            if begun is not None and begun.head.i not in known:
                token.head = begun  # "the attack on 2 (nmod) March (nsubj) died"
            token.dep_ = "nmod:unmarked" if begun is not None else "obl:unmarked"


def join_times(spans: Iterable[Span]) -> None:
    """Hang a time that the parse tore apart on its word under a preposition: "was in Lima in mid (obl)-May (flat)"."""
    for span in spans:
        loose = [t for t in span if t.head.i < span.start or t.head.i >= span.end]
        under = [t for t in loose if any(c.dep_ == "case" and c.i < span.start for c in t.children)]
        if len(loose) > 1 and len(under) == 1:
            for t in loose:
                if t != under[0] and t not in chain(under[0]):
                    t.head, t.dep_ = under[0], "flat"


def _lost_verb(sentence: Span, intransitive: Container[str]) -> Token | None:
    """The main verb of a whole sentence whose parse has none: "Thousands of people rallied (acl) in a square."."""
    root = sentence.root
    told = [t for t in sentence if not t.is_space]
    if root.pos_ not in {"NOUN", "PROPN"} or told[-1].text != ".":
        return None
    if any(t.tag_ in FINITE for t in told):  # "two aides to Vogel, a lawyer and a banker, left (acl) for Lima"
        past = [t for t in children(root, REDUCED) if t.tag_ == "VBD" and not children(t, SUBJECT | {"mark"})]
        return past[-1] if past and not children(root, {"cop"}) else None
    for t in told:
        if t.dep_ not in REDUCED or t.tag_ != "VBN" or not t.text.endswith("ed") or t.i < root.i:
            continue
        counted = [root, *(n for n in chain(t.head) if n == root)]
        if t.head not in counted and root not in counted[1:]:
            continue
        if children(t, OBJECT) or (t.lemma_.lower() in intransitive and all(p != "by" for p, _ in obliques(t))):
            return t
        return None
    return None


def _make_root(verb: Token) -> None:
    """Give a sentence's parse a new root, and the old one as its subject."""
    doc, root = verb.doc, verb.sent.root
    columns = doc.to_array(["HEAD", "DEP", "TAG", "POS"])
    heads = columns[:, 0].view("i8")
    heads[verb.i], heads[root.i] = 0, verb.i - root.i
    for i, column, label in ((verb.i, 1, "ROOT"), (root.i, 1, "nsubj"), (verb.i, 2, "VBD"), (verb.i, 3, "VERB")):
        columns[i, column] = doc.vocab.strings.add(label)
    doc.from_array(["HEAD", "DEP", "TAG", "POS"], columns.view("u8"))  # type: ignore[arg-type] # integers, whatever NumPy says


def _repair_past(doc: Doc, verbs: Container[str]) -> None:
    """Make a past of a form in -ed that has a subject and no auxiliary: "Jobs unveiled (JJ) the phone".

    And of one that is never anything else: "a ferry sank (NN)".
    """
    for token in (t for t in doc if t.lower_ in PASTS and t.tag_ not in {"VBD", "VBN"}):
        token.tag_, token.pos_, token.lemma_ = "VBD", "VERB", PASTS[token.lower_]
        for c in token.children:
            c.dep_ = AS_A_VERBS.get(c.dep_, c.dep_)
    for token in those(doc, "TAG", {"JJ", "VBP", "VB", "VBN"}):
        if not token.is_lower or not token.text.endswith("ed"):
            continue
        if token.tag_ == "VB" and (has_to(token) or auxiliaries(token)):
            continue
        if token.tag_ == "VBP" and (token.lemma_ in WORDS["in_ed"]):
            continue
        below = {c.dep_ for c in token.children}
        if token.tag_ == "VBN" and ("nsubj" not in below or below & PASSIVE or not below & OBJECT):
            continue  # "the agreements reached with Mali could": no main verb
        if not below & SUBJECT or below & {"cop", "aux"} or (token.tag_ == "JJ" and not below & OBJECT):
            continue
        token.tag_, token.pos_ = "VBD", "VERB"
        if token.lemma_ == token.text:  # an adjective's
            stems = (token.text[:-1], token.text[:-2], token.text[:-3])  # "unveiled", "banned"
            token.lemma_ = next((s for s in stems if s in verbs), token.text)


def _is_whole(noun: Token) -> bool:
    """Whether a noun right before a plural begins its sentence with an article of its own: "A conference opens"."""
    first = noun.sent[0]
    return noun.tag_ == "NN" and first.tag_ == "DT" and noun.i + 1 == noun.head.i and noun.sent[-1].text == "."


def _repair_headline_verbs(doc: Doc, verbs: Container[str]) -> None:
    """Make a verb of the noun that a parser saw in a caption's present tense: "Lavrov (R) meets with Kerry in Moscow".

    Only a lower-case plural of one of `verbs` (lemmas), or of an aim with what is aimed at ("Karhu plans to leave"),
    right of a name or of a noun with its article ("a conference opens in Quito"), in a sentence without a finite verb.
    """
    for sentence in doc.sents:
        token = sentence.root
        aim = next((c for c in children(token, {"acl"}) if has_to(c) and c.left_edge.i == token.i + 1), None)
        aims = token.lemma_ in WORDS["aims"] and aim is not None
        if token.tag_ != "NNS" or not token.is_lower or (token.lemma_ not in verbs and not aims):
            continue
        if any(t.tag_ in FINITE for t in sentence):
            continue
        names = [
            c
            for c in token.children
            if c.i < token.i and c.dep_ in SUBJECT | {"compound", "nmod", "dep"} and (c.pos_ == "PROPN" or _is_whole(c))
        ]
        if not names:
            continue
        token.tag_, token.pos_ = "VBZ", "VERB"
        names[-1].dep_ = "nsubj"
        if aims and aim is not None:
            aim.dep_ = "xcomp"
        for c in token.children:
            if c.dep_.startswith("nmod"):
                c.dep_ = "obl"
