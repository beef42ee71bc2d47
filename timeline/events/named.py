"""Who and what the words of a text stand for, and how a title calls them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import wraps
from typing import Any, TypeVar

from spacy.tokens import Token

from timeline.events import grammar
from timeline.events.lexicon import Lexicon

SOMEBODY = ""  # who does it, where nobody knows the name: "his house" may be that one's own
A_BODY = " "  # what does it, likewise: "its house" may be its own, "his" is another's
_Answer = TypeVar("_Answer")

_INITIALS = 2  # of a country or a body that stand before a noun as they are: "US envoy", "UN mandate"
_FLAT = frozenset({"flat", "flat:name"})
_BODIES = {"organisation", "country"}
_WHICH = frozenset({"det", "nmod:poss", "poss", "nmod", "nummod", "compound"})  # they say which one is meant


@dataclass(frozen=True, slots=True)
class Names:
    """What the titles need to know of actors and times."""

    lexicon: Lexicon
    short: Callable[[str], str]  # actor id → short name
    full: Callable[[str], str]  # actor id → name
    is_name: Callable[[str, str], bool]  # a word, an actor's id → whether the word is of the actor's name
    actor: dict[int, str] = field(default_factory=dict)  # token index → actor id, of named mentions and safe pronouns
    kind: dict[str, str] = field(default_factory=dict)  # actor id → kind
    unnamed: dict[str, str] = field(default_factory=dict)  # id of a group without a name → what the text calls it
    pair: dict[int, list[str]] = field(default_factory=dict)  # "they", "the two sides" → ids of the two just named
    antecedent: dict[int, Token] = field(default_factory=dict)  # a pronoun's occasion: "them" → "talks"
    known: dict[int, Token] = field(default_factory=dict)  # a bare noun → its fuller telling
    kinds: dict[int, str] = field(default_factory=dict)  # a bare noun → it with its kind: "cases" → "swine flu cases"
    befell: dict[int, Token] = field(default_factory=dict)  # a bare deed → whom or what it befell: "the explosion"
    parties: dict[int, list[str]] = field(default_factory=dict)  # a bare occasion → ids of those who took part in it
    # a bare visit → who make it, and where to: "The visit was put off"
    journeys: dict[int, tuple[list[Token], list[Token]]] = field(default_factory=dict)
    skip: set[int] = field(default_factory=set)  # tokens of dates, and of the prepositions before them
    told: set[int] = field(default_factory=set)  # tokens of dates that titles tell, since no entry has them
    lasting: frozenset[int] = frozenset()  # tokens of durations: objects ("takes six months off"), else left out
    spared: frozenset[int] = frozenset()  # tokens that a title which is too long goes without
    known_of: dict[str, dict[int, Any]] = field(default_factory=dict)  # what was asked → token index → the answer

    def stands_for(self, pronoun: Token) -> bool:
        """Whether a pronoun is somebody's other than the subject's own self."""
        if pronoun.i in self.antecedent or pronoun.i in self.kinds:
            return True  # "one" of nine bakers
        return pronoun.i in self.actor and not pronoun.lower_.endswith(("self", "selves"))

    def is_stretch(self, preposition: str, noun: Token) -> bool:
        """Whether a phrase only says in which stretch of days: "in the next few days"."""
        return noun.i in self.lasting and preposition in self.lexicon.title["stretches"]

    def is_people(self, token: Token) -> bool:
        """Whether a word of a country is not its name: "the Cypriot (NNP) government", "the Filipina"."""
        actor = self.actor.get(token.i, "")
        if self.kind.get(actor) != "country" or not token.text[1:].islower() or self.is_name(token.text, actor):
            return False
        if token.lemma_.lower() in self.lexicon.groups["countries"]:
            return False  # "the country" of one named before
        known = any(
            c.lower_ in grammar.WORDS["one"] | grammar.WORDS["the"] and c.i == token.i - 1 for c in token.children
        )
        if token.i + 1 < len(token.doc) and self.actor.get(token.i + 1) == actor:
            return False  # "the Czech Republic"
        return known or (token.dep_ in {"amod", "compound"} and token.head.i == token.i + 1)

    def is_vague(self, token: Token) -> bool:
        """Whether a word tells nothing by itself: a pronoun of nobody known, and no "one of the ferries"."""
        title = self.lexicon.title
        if token.lower_ not in title["vague"] or self.stands_for(token) or is_mutual(token):
            return False
        if token.dep_ in grammar.SUBJECT and token.tag_ == "NNS" and grammar.children(token, {"nummod"}):
            return False  # "20 others were hurt"
        told_of = token.lower_ in title["pointing"] or token.lower_ in grammar.WORDS["nothing"]
        if told_of and grammar.children(token, grammar.RELATIVE | {"acl", "amod"}):
            return False  # "those who fled", "those responsible", "nothing to do with it"
        return not any(p == "of" and n.pos_ in {"NOUN", "PROPN"} for p, n in grammar.obliques(token))


def undotted(words: str, lexicon: Lexicon) -> str:
    """Words as a title writes them: "US" for "U.S."."""
    if "." not in words:
        return words
    short = lexicon.short_names.values()
    return " ".join(plain if (plain := w.replace(".", "")) in short else w for w in words.split(" "))


def is_mutual(word: Token) -> bool:
    """Whether a word is one of those that say that two do something to each other."""
    doc, i = word.doc, word.i
    around = [f"{doc[j].lower_} {doc[j + 1].lower_}" for j in (i - 1, i) if j >= 0 and j + 1 < len(doc)]
    return any(pair in grammar.WORDS["mutual"] for pair in around)


def once_known(ask: Callable[[Token, Names], _Answer]) -> Callable[[Token, Names], _Answer]:
    """Ask once of each token: for questions whose answer hangs on who is who, from when that is settled."""
    name = ask.__name__

    @wraps(ask)
    def once(token: Token, names: Names) -> _Answer:
        try:
            answer: _Answer = names.known_of[name][token.i]
        except KeyError:
            answer = names.known_of.setdefault(name, {})[token.i] = ask(token, names)
        return answer

    return once


@once_known
def person_of(head: Token, names: Names) -> list[Token] | None:
    """The token of the person that a phrase names, its titles and descriptions left out."""
    if names.kind.get(names.actor.get(head.i, ""), "person") != "person":
        return None  # "Norway and its king, Harald": the king is not who the phrase is about
    if grammar.children(head, {"nummod"}):
        return None  # "nine million Sunds"
    if head.pos_ == "NOUN" and head.lemma_.lower() in names.lexicon.nouns:
        return None  # "a gala, Ama Addo sings at it"
    near = {*_FLAT, "compound" if head.pos_ == "PROPN" else "", "appos" if head.tag_ not in {"NNS", "NNPS"} else ""}
    close = [head, *grammar.children(head, near)]
    close += [d for c in close[1:] for d in c.children if d.dep_ in _FLAT]
    for t in close:
        actor = names.actor.get(t.i)
        if actor is None or names.kind.get(actor) != "person":
            continue
        if t.dep_ == "compound" and t.i < head.i and head.i - t.i == 1 and names.actor.get(head.i) != actor:
            continue  # "the Obama Administration" is not Obama
        return [t]
    return None


def names_beside(noun: Token, names: Names) -> list[str]:
    """The actors whom a noun's apposition names: "the two drivers, Kofi Mensah and Ama Addo, were held"."""
    doc, i = noun.doc, noun.i + 1
    if noun.pos_ != "NOUN" or noun.i in names.actor or i == len(doc) or doc[i].text != ",":
        return []
    found: dict[str, None] = {}
    for t in doc[i + 1 : noun.sent.end]:
        if t.i in names.actor and t.pos_ == "PROPN" and t.dep_ not in grammar.SUBJECT:
            found[names.actor[t.i]] = None
        elif t.text != "," and t.dep_ != "cc" and not (t.text in grammar.HYPHENS or _describes_a_name(t, names)):
            break
        i = t.i
    closed = i > noun.i + 1 and doc[i].text == ","
    several = noun.tag_ == "NNS"
    return list(found) if closed and (len(found) > 1) == several else []


def _describes_a_name(t: Token, names: Names) -> bool:
    """Whether a word stands before a name that it tells of: "another survivor, 25-year-old Ama Addo, was found"."""
    plain = t.pos_ != "PROPN" and t.dep_ != "case"  # not "four cooks, including an American"
    return plain and any(x.i > t.i and x.pos_ == "PROPN" and x.i in names.actor for x in grammar.chain(t))


@once_known
def listed_before(head: Token, names: Names) -> list[Token]:
    """People named before a subject whom titles and commas hid from the parser: "Chan and Secretary-General Ban"."""
    own = names.actor.get(head.i)
    if own is None or names.kind.get(own) != "person" or head.dep_ not in grammar.SUBJECT:
        return []
    start = head.i
    while names.actor.get(start - 1) == own:
        start -= 1
    found: list[Token] = []
    joined, ended = (
        False,
        any(c.pos_ == "NOUN" for c in grammar.joined(head)),
    )  # "Chan, Secretary-General Ban and others"
    for t in reversed(head.doc[head.sent.start : start]):
        if t.i in names.skip:
            break  # "On Friday, Chan, Ban and Minister Keita met"
        actor = names.actor.get(t.i)
        if names.kind.get(actor or "") == "person" and joined and ended:
            found.append(t)
            joined = False
        elif t.dep_ == "cc" or t.text == ",":
            ended = ended or t.dep_ == "cc"
            joined = True
        elif t.pos_ not in {"NOUN", "PROPN", "ADJ", "DET", "PUNCT"} and t.lower_ != "of":
            return [] if t.pos_ in {"VERB", "AUX", "ADP", "PRON"} else _each_once(found, own, names)
    return _each_once(found, own, names)


def _each_once(found: list[Token], own: str, names: Names) -> list[Token]:
    """One token a person, in the text's order, without the one of the list's end."""
    by_actor = {names.actor[t.i]: t for t in found if names.actor[t.i] != own}
    return sorted(by_actor.values(), key=lambda t: t.i)


def own_actor(verb: Token, names: Names) -> str | None:
    """The actor that is a clause's subject."""
    return next((names.actor[s.i] for s in grammar.subjects(verb) if s.i in names.actor), None)


def own_teller(verb: Token, subject: Token, names: Names) -> str | None:
    """Whose a subject is that somebody tells of himself: "Karhu said (its) net income rose" is of Karhu's income."""
    above, words = verb.head, names.lexicon
    while above.dep_ == "xcomp":
        above = above.head  # "expects to report that income rose"
    if above.dep_ == "ccomp" and above.head.lemma_.lower() in words.reporting:
        above = above.head
    said = [c for c in grammar.children(verb, {"parataxis"}) if c.i > verb.i and c.lemma_.lower() in words.reporting]
    above = said[0] if said else above  # "net income rose, Karhu said"
    if not (verb.dep_ == "ccomp" or said) or above.lemma_.lower() not in words.reporting | words.status["denied_verbs"]:
        return None
    teller = own_actor(above, names)
    if teller is None:  # "Karhu's defence unit, Nordwind Systems, said net income fell"
        teller = next((i for s in grammar.subjects(above) for i in names_beside(s, names)), None)
    if teller is None:  # "the Malian army says its ships were sunk"
        told = [c for s in grammar.subjects(above) if s.tag_ == "NN" for c in grammar.children(s, {"amod", "compound"})]
        teller = next((names.actor[c.i] for c in told if c.ent_type_ == "NORP" and c.i in names.actor), None)
    if teller is None or teller == names.actor.get(subject.i) or names.kind.get(teller) not in _BODIES:
        return None
    if names.kind[teller] == "country" and any(s.tag_ in {"NNS", "NNPS"} for s in grammar.subjects(above)):
        return None  # "Iraqis said pressure was mounting": not Iraq's
    told = [c for c in subject.children if (c.dep_ in _WHICH or c.i in names.actor) and c.i not in names.skip]
    theirs = any(c.lower_ in words.roles["its_reporters"] and c.i not in names.actor for c in told)
    figure = (subject.tag_ == "NN" and not subject.text.isupper()) or subject.lower_ in words.title[
        "figures"
    ]  # not "AIDS"
    title, lemma = words.title, subject.lemma_.lower()
    anybodys = lemma in title["of_nature"] | title["diseases"] | title["stories"]  # "the UN warned famine may follow"
    return teller if theirs or not (told or not figure or anybodys or subject.i in names.known) else None


def listed(parts: list[str]) -> str:
    """Names as a list: "Chad, Mali and Niger"."""
    if len(parts) < 2:
        return "".join(parts)
    return ", ".join(parts[:-1]) + " and " + parts[-1]


def stays(t: Token, actor: str, names: Names) -> bool:
    """Whether a word of an actor is no name of it and stays: "Syrian talks", "the Russians", "a second Briton"."""
    if names.kind.get(actor) == "organisation" and _is_written_out(t, actor, names):
        return True
    if t.dep_ in {"amod", "compound"} and t.head.i > t.i and names.short(actor) == f"{t.text}s":
        return True  # "a Houthi delegation"
    lone = t.i == 0 or names.actor.get(t.i - 1) != actor  # "the Russians", not "United States"
    ends = t.i + 1 == len(t.doc) or names.actor.get(t.i + 1) != actor  # not "the Czech Republic"
    country = names.kind.get(actor) == "country"
    if (country and t.tag_ in {"NNS", "NNPS"} and lone and ends) or _is_of_a_people(t, actor, names):
        return True
    if lone and ends and (t.pos_ == "PROPN" if country else t.tag_ in {"NNS", "NNPS"}):
        before = [c for c in t.children if c.i == t.i - 1]
        if any(c.dep_ in {"amod", "nummod"} or c.lower_ in grammar.WORDS["one"] for c in before):
            return True  # "two Republicans"
    return (
        names.is_people(t) or (lone and ends and _is_other_name(t, actor, names)) or _is_of_a_capital(t, actor, names)
    )


def _is_of_a_people(t: Token, actor: str, names: Names) -> bool:
    """Whether a word is of those that tell of a people: "Togolese dockers", "two *South* Africans", "Kurdish"."""
    first, last = _run(t, actor, names)
    country, people = names.kind.get(actor) == "country", last.ent_type_ == "NORP"
    of_a_body = t.i + 1 < len(t.doc) and names.kind.get(names.actor.get(last.i + 1, "")) == "organisation"
    if last.tag_ == "JJ" or (of_a_body and people and last.head.i > last.i):  # "the American Red Cross"
        return country or people
    return country and people and first != last and not names.is_name(last.text, actor)


def _is_other_name(t: Token, actor: str, names: Names) -> bool:
    """Whether a country is called by its capital, or shorter than in full: "Lome was bombed", "Congo's government"."""
    if names.kind.get(actor) != "country" or t.pos_ != "PROPN" or not (t.text.isalpha() and t.text.istitle()):
        return False
    return not names.is_name(t.text, actor) or len(names.short(actor).split()) > 2


def _is_of_a_capital(t: Token, actor: str, names: Names) -> bool:
    """Whether a word is of a capital's name of several words: "Addis Ababa closed its bridges", "Kuwait City"."""
    first, last = _run(t, actor, names)
    capitals = all(x.text.isalpha() and x.text.istitle() for x in (first, last))
    known = any(c.lower_ in grammar.WORDS["the"] for x in (first, last) for c in x.children)  # "the Czech Republic"
    alone = first != last and capitals and not known
    return names.kind.get(actor) == "country" and alone and not names.is_name(last.text, actor)


def _run(t: Token, actor: str, names: Names) -> tuple[Token, Token]:
    """The first and the last of the words around one that are all of one actor."""
    first = last = t
    while names.actor.get(first.i - 1) == actor:
        first = first.nbor(-1)
    while names.actor.get(last.i + 1) == actor:
        last = last.nbor()
    return first, last


def _is_written_out(t: Token, actor: str, names: Names) -> bool:
    """Whether a body is called as the text does: before a noun ("a Nokia share"), or by its seat ("Capitol Hill")."""
    first, last = _run(t, actor, names)
    words = t.doc[first.i : last.i + 1]
    if any(x.pos_ != "PROPN" for x in words):
        return False
    after = last.i + 1 < len(t.doc) and last.nbor().pos_ in {"NOUN", "PROPN"}
    if after and last.dep_ == "compound" and last.head.i > last.i:
        return True
    seat = all(x.text.isalpha() and x.text.istitle() and not names.is_name(x.text, actor) for x in words)
    return seat and len(words) > 1


def may_be_own(t: Token, own: str | None, names: Names) -> bool:
    """Whether whoever has no name and does it may be meant: "a court reinstates *its* order", not "*his* sentence"."""
    own_words = [s for s in grammar.subjects(t.head) if s.i not in names.actor] if t.dep_ in grammar.OBJECT else []
    if any(s.tag_ == "NN" for s in own_words):  # "a judge frees him", "Berg's son calls him"
        return any(names.actor.get(x.i) == names.actor.get(t.i) for s in own_words for x in s.subtree)
    return own == SOMEBODY or (own == A_BODY and t.lower_ not in names.lexicon.roles["person_reporters"])


def possessive(name: str) -> str:
    """A name before what is somebody's: "Peru's", "Honduras'", "US"."""
    short = name.isupper() and len(name) <= _INITIALS
    return name if short else name + ("'" if name.endswith("s") else "'s")


def called(t: Token, actor: str, names: Names, own: str | None) -> str:
    """An actor's short name where a word stands for it, as its owner before a noun: "his house" of another's."""
    word = names.short(actor)
    if (
        t.pos_ == "PRON"
        and (own == actor or may_be_own(t, own, names))
        and t.lower_ not in names.lexicon.dating["first_person"]
    ):
        return t.text
    if t.pos_ == "PRON" and t.dep_ in {"nmod:poss", "poss"} and t.tag_ != "WP":  # not "WHO", read as "who"
        word = possessive(word)
    return word
