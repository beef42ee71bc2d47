"""A phrase of the text in few words, for a title: the text's own words in the text's order, less what may go.

What goes: articles, dates, asides, relative clauses, and as much of the rest as the room asks for. What is
never cut through: a name, a number, "of" and what it counts.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from spacy.tokens import Token

from timeline.events import grammar
from timeline.events.lexicon import Lexicon

HYPHENS = frozenset("-–‐‑/&")
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
_NAMED_AFTER = {"flat", "flat:name", "fixed", "compound", "nummod", "goeswith"}


@dataclass(frozen=True, slots=True)
class Names:
    """What the titles need to know of actors and times."""

    lexicon: Lexicon
    short: Callable[[str], str]  # actor id → short name
    is_name: Callable[[str, str], bool]  # a word, an actor's id → whether the word is of the actor's name
    actor: dict[int, str] = field(default_factory=dict)  # token index → actor id, of named mentions and safe pronouns
    kind: dict[str, str] = field(default_factory=dict)  # actor id → kind
    pair: dict[int, list[str]] = field(default_factory=dict)  # "they", "the two sides" → ids of the two just named
    antecedent: dict[int, Token] = field(default_factory=dict)  # a pronoun's occasion: "them" → "talks"
    skip: frozenset[int] = frozenset()  # tokens of dates, and of the prepositions before them
    lasting: frozenset[int] = frozenset()  # tokens of durations: objects ("takes six months off"), else left out

    def stands_for(self, pronoun: Token) -> bool:
        """Whether a pronoun is somebody's other than the subject's own self."""
        if pronoun.i in self.antecedent:
            return True
        return pronoun.i in self.actor and not pronoun.lower_.endswith(("self", "selves"))

    def is_stretch(self, preposition: str, noun: Token) -> bool:
        """Whether a phrase only says in which stretch of days: "in the next few days"."""
        return noun.i in self.lasting and preposition in self.lexicon.title["stretches"]

    def is_people(self, token: Token) -> bool:
        """Whether a word of a country is not its name: "the Cypriot (NNP) government", "the Filipina"."""
        actor = self.actor.get(token.i, "")
        if self.kind.get(actor) != "country" or not token.text[1:].islower() or self.is_name(token.text, actor):
            return False
        known = any(c.lower_ in {"a", "an", "the"} and c.i == token.i - 1 for c in token.children)
        if token.i + 1 < len(token.doc) and self.actor.get(token.i + 1) == actor:
            return False  # "the Czech Republic"
        return known or (token.dep_ in {"amod", "compound"} and token.head.i == token.i + 1)

    def is_vague(self, token: Token) -> bool:
        """Whether a word tells nothing by itself: a pronoun of nobody known, and no "one of the ferries"."""
        if any(p == "of" and n.pos_ in {"NOUN", "PROPN"} for p, n in grammar.obliques(token)):
            return False
        return token.lower_ in self.lexicon.title["vague"] and not self.stands_for(token)


def phrase(head: Token, names: Names, *, room: int = 8, depth: int = 2, own: str | None = None) -> str:
    """A noun phrase in about `room` words.

    `own` is the actor that the title is about already: "his house" is then just "house".
    """
    head = names.antecedent.get(head.i, head)
    tries = [(depth, True), (depth, False), *((d, False) for d in range(depth - 1, -1, -1))]
    kept: list[Token] = []
    for deep, clauses in tries:
        kept = _filled(_kept(head, names, deep, clauses=clauses, own=own, first=True), names)
        if len(kept) <= room:
            break
    if kept and kept[0].lower_ == "the":  # only after "most of" is it kept
        kept = kept[1:]
    return spell(kept, names, own=own)


def _kept(
    head: Token, names: Names, depth: int, *, clauses: bool = False, own: str | None = None, first: bool = False
) -> list[Token]:
    """The tokens of a noun phrase that stay, in no order; `first`: its head is the whole phrase's."""
    person = person_of(head, names)
    if person is not None:
        return person + [t for c in grammar.joined(head) for t in _conjunct(c, names, depth, own)]
    out = [head]
    if head.tag_ == "CD" and head.i and head.nbor(-1).pos_ == "PROPN" and head.nbor(-1).ent_type_:
        out.append(head.nbor(-1))  # "iPhone 4"
    after = head.nbor() if head.i + 1 < len(head.doc) else head
    if after.tag_ == "CD" and head.pos_ == "PROPN" and after.head in {head, head.head} and after.i not in names.skip:
        out.append(after)  # "iOS 4 was released"
    for c in head.children:
        if c.is_space or (c.tag_ == "CD" and c.i == head.i + 2 and c.nbor(-1).text == "," and head.pos_ == "PROPN"):
            continue  # "Barre, 52,"
        if c.i in names.skip:  # what hangs on a date is the phrase's own: "progress in recent days on moving forward"
            hanging = [x for x in c.children if x.i > c.i and x.i not in names.skip]
            out += [t for x in hanging for t in _after(x, names, depth, clauses=clauses, own=own)]
        elif c.i < head.i:
            out += _before(c, head, names, own)
        elif c.dep_ in _NAMED_AFTER:
            out += _whole(c, names, own)
        elif c.dep_ == "appos" and c.i == head.i + 1 and c.pos_ == "PROPN":
            out += _whole(c, names, own)  # "the space shuttle Atlantis"
        elif c.dep_ == "nmod:unmarked" and head.pos_ == "SYM":
            out += [*grammar.children(c, {"det"}), c]  # "$2 a share"
        elif c.dep_ in grammar.OBLIQUE | {"advcl", "acl"}:
            out += _after(c, names, max(depth, int(_is_of(c, head, names, first))), clauses=clauses, own=own)
        elif c.dep_ == "prep":
            out += _after_preposition(c, names, max(depth, int(_is_of(c, head, names, first))), own)
        elif c.dep_ == "conj" and c.pos_ in {"NOUN", "PROPN", "ADJ", "NUM", "SYM"} and c in grammar.joined(head):
            out += _conjunct(c, names, depth, own)
    return out


def _before(c: Token, head: Token, names: Names, own: str | None) -> list[Token]:
    """What stands before a noun and belongs to it."""
    words = names.lexicon.title
    if c.dep_ in {"case", "mark", "cc", "cc:preconj", "punct", "appos", "cop", "advcl", "parataxis", "discourse"}:
        return []
    if c.dep_ in grammar.SUBJECT | {"aux", "aux:pass", "obl"}:
        return []
    if c.dep_ in {"nmod:poss", "poss"}:
        if c.pos_ == "PRON":
            told = any(x.i in names.actor for x in head.children if x.dep_ in {"amod", "compound"})
            ours = c.lower_ in names.lexicon.dating["first_person"]  # whoever says it need not be who owns it
            return [c] if names.actor.get(c.i) not in {None, own} and not told and not ours else []  # "his US partners"
        return [*_whole(c, names, own), *(x for x in c.children if x.lower_ in _POSSESSIVE)]
    if c.lower_ in words["articles"] or c.dep_ in {"det", "det:predet"} or c.pos_ == "DET":
        counted = c.lower_ in words["kept_determiners"]
        part = c.lower_ == "the" and grammar.case(head) == "of" and head.head.lower_ in words["counting"]
        if part:
            return [c]  # "most of the ministers"
        measured = head.i in names.lasting or (head.lower_ in words["measures"] and c.i == head.i - 1)
        return [c] if counted or (measured and c.lower_ in {"a", "an"}) else []
    if c.dep_ == "advmod" and (c.lower_ in words["fillers"] or c.nbor().text == ","):
        return []  # "meanwhile, thousands of people"
    joined = c.left_edge.i < c.i and c.nbor(-1).text in HYPHENS  # "a six-month high"
    if (c.dep_ == "nmod" and grammar.case(c)) or (c.dep_ in grammar.OBLIQUE and c.i in names.lasting and not joined):
        return []  # "nearly three months after a blast"
    return _whole(c, names, own)


def _whole(top: Token, names: Names, own: str | None) -> list[Token]:
    """All of a modifier but dates, articles and commas; a clause in it stays out."""
    if top.i in names.skip:
        return []
    out = [top]
    for c in top.children:
        if c.dep_ in {"punct", "cc"} or c.is_space or c.dep_ in grammar.RELATIVE | {"appos", "parataxis", "advcl"}:
            continue
        if c.dep_ == "case" and c.i == top.i - 1 and top.pos_ in {"ADV", "ADJ"}:
            out.append(c)  # "at least two"
            continue
        if c.i < top.i and c.dep_ in {"det", "case", "mark", "nmod:poss", "poss"}:
            out += _before(c, top, names, own) if c.dep_ not in {"case", "mark"} else []
            continue
        marks = [m for m in c.children if m.dep_ == "case" and m.i < c.i] if c.i > top.i else []
        out += [*marks, *_whole(c, names, own)]
    return out


def _after_preposition(c: Token, names: Names, depth: int, own: str | None) -> list[Token]:
    """`_after` for parses that hang the noun on its preposition."""
    inner = grammar.children(c, {"pobj"})
    if not inner or depth <= 0 or c.lower_ not in names.lexicon.title["noun_prepositions"]:
        return []
    if names.is_vague(inner[0]) or inner[0].i in names.skip:
        return []
    return [c, *_kept(inner[0], names, max(depth - 1, 0), own=own)]


def _after(c: Token, names: Names, depth: int, *, clauses: bool, own: str | None) -> list[Token]:
    """What follows a noun and belongs to it: "of nations", "on moving forward with the plan"; [] when it may go."""
    preposition = grammar.case(c)
    if depth <= 0 or names.is_vague(c):
        return []
    marks = [m for m in c.children if m.dep_ in {"case", "mark"} and m.i < c.i]
    if c.dep_ in grammar.OBLIQUE and c.tag_ != "VBG":
        if preposition not in names.lexicon.title["noun_prepositions"] or grammar.is_circumstance(preposition, c):
            return []
        if names.is_stretch(preposition, c):
            return []
        kept = _kept(c, names, depth - 1, own=own)
        told = any(x.dep_ in grammar.RELATIVE | grammar.REDUCED or (x.dep_ == "amod" and x.i > c.i) for x in c.children)
        known = any(x.lower_ in {"the", "those"} for x in c.children)
        whole = c.head.text != "%" and c.head.lemma_.lower() not in names.lexicon.title["counting"]
        if preposition == "of" and told and known and kept == [c] and c.pos_ == "NOUN" and whole:
            return []  # "ministers of the countries most involved": of which ones is all that "countries" says
        return marks + kept
    # "the last country to ratify the treaty"; of "a summit to be held" the rest is the date's
    infinitive = c.dep_ == "acl" and grammar.has_to(c) and not grammar.is_passive(c)
    gerund = c.tag_ == "VBG" and preposition in names.lexicon.title["noun_prepositions"]
    if not clauses or not (gerund or infinitive):
        return []
    out = [*marks, c]
    for o in c.children:
        plain = o.i > c.i and o.i not in names.skip and not names.is_vague(o) and o.i not in names.antecedent
        if plain and o.dep_ in grammar.OBJECT | grammar.OBLIQUE | {"advmod", "compound:prt", "xcomp"}:
            out += [m for m in o.children if m.dep_ == "case" and m.i < o.i] + _kept(o, names, 0, own=own)
    if grammar.objects(c) and not any(o in out for o in grammar.objects(c)):
        return []  # "a timetable for ending it": without its object it ends nothing
    return out


def _is_of(c: Token, noun: Token, names: Names, first: bool) -> bool:
    """Whether a noun is little without what follows: "cessation of hostilities", "series of meetings"."""
    if (c.lower_ if c.dep_ == "prep" else grammar.case(c)) != "of" or grammar.is_verb(c):
        return False
    title, lemma = names.lexicon.title, noun.lemma_.lower()
    counts = lemma in names.lexicon.quantities or lemma in title["measures"] or noun.lower_ in title["counting"]
    return first or counts


def _conjunct(c: Token, names: Names, depth: int, own: str | None) -> list[Token]:
    marks = [m for m in c.children if m.dep_ == "cc" or (m.dep_ == "punct" and m.text == "," and m.i < c.i)]
    return marks + _kept(c, names, min(depth, 1), own=own, first=True)


def person_of(head: Token, names: Names) -> list[Token] | None:
    """The token of the person that a phrase names, its titles and descriptions left out."""
    if names.kind.get(names.actor.get(head.i, ""), "person") != "person":
        return None  # "Norway and its king, Harald": the king is not who the phrase is about
    near = {"flat", "flat:name", "appos"} | ({"compound"} if head.pos_ == "PROPN" else set())
    close = [head, *(c for c in head.children if c.dep_ in near)]
    close += [d for c in close[1:] for d in c.children if d.dep_ in {"flat", "flat:name"}]
    for t in close:
        actor = names.actor.get(t.i)
        if actor is None or names.kind.get(actor) != "person":
            continue
        if t.dep_ == "compound" and t.i < head.i and head.i - t.i == 1 and names.actor.get(head.i) != actor:
            continue  # "the Obama Administration" is not Obama
        return [t]
    return None


def _filled(kept: Iterable[Token], names: Names) -> list[Token]:
    """Kept tokens in the text's order, with the small words between them that hold names and numbers together."""
    order = sorted(set(kept), key=lambda t: t.i)
    out: list[Token] = []
    for t in order:
        if out:
            last = out[-1]
            gap = [t.doc[i] for i in range(last.i + 1, t.i)]
            if gap and (_holds(gap, last, t) or _is_one_name(gap, last, t, names)):
                out += gap
        out.append(t)
    return out


def _holds(gap: list[Token], left: Token, right: Token) -> bool:
    """Whether the words between two kept ones belong to both: hyphens, "'s", "Savings and Loan", "long, hard talks"."""
    if all(g.text in HYPHENS for g in gap) or not any(g.whitespace_ for g in (left, *gap)):
        return True  # "$10-a-share"
    if len(gap) > 1:
        return left.lower_ in {"more", "fewer", "less"} and gap[0].lower_ == "than"
    (g,) = gap
    if g.lower_ in _POSSESSIVE or g.dep_ == "cc" or (left.lower_ in {"more", "fewer", "less"} and g.lower_ == "than"):
        return True
    return g.text == "," and left.pos_ == right.pos_ == "ADJ"


def _is_one_name(gap: list[Token], left: Token, right: Token, names: Names) -> bool:
    actor = names.actor.get(left.i)
    return actor is not None and actor == names.actor.get(right.i) and all(names.actor.get(g.i) == actor for g in gap)


def spell(tokens: list[Token], names: Names, *, own: str | None = None) -> str:
    """Tokens as text: the names short, each once, blanks as in the text where words are neighbours."""
    out: list[str] = []
    last: Token | None = None
    said: str | None = None
    for t in tokens:
        actor = names.actor.get(t.i)
        lone = t.i == 0 or names.actor.get(t.i - 1) != actor  # "the Russians", not "United States"
        ends = t.i + 1 == len(t.doc) or names.actor.get(t.i + 1) != actor  # not "the Czech Republic"
        adjective = (t.tag_ == "JJ" and ends) or (t.tag_ == "NNPS" and lone)
        demonym = adjective and actor is not None and names.kind.get(actor) == "country"
        single = lone and ends
        before = [c for c in t.children if c.i == t.i - 1] if single else []
        counted = any(c.dep_ in {"amod", "nummod"} or c.lower_ in {"a", "an"} for c in before)
        members = names.kind.get(actor or "") == "country" or t.tag_ in {"NNS", "NNPS"}
        demonym = demonym or (counted and members) or names.is_people(t)  # "second Briton", "two Republicans"
        if actor is not None and not demonym:  # "Syrian talks", "the Russians" stay as they are
            if said == actor:
                last = t
                continue
            word = names.short(actor)
            if t.pos_ == "PRON" and t.dep_ in {"nmod:poss", "poss"} and actor != own:
                word += "'" if word.endswith("s") else "'s"  # "his house"
            said = actor
        else:
            word = t.text
            said = None
        joined = last is not None and last.i + 1 == t.i and not last.whitespace_
        if out and not joined:
            out.append(" ")
        out.append(word)
        last = t
    text = re.sub(r"\s+([,’'](?:s\b)?)", r"\1", "".join(out))
    return re.sub(r"\s+", " ", text).strip(" ,-–")


def listed_before(head: Token, names: Names) -> list[Token]:
    """People named before a subject whom titles and commas hid from the parser: "Chan and Secretary-General Ban"."""
    own = names.actor.get(head.i)
    if own is None or names.kind.get(own) != "person" or head.dep_ not in grammar.SUBJECT:
        return []
    start = head.i
    while names.actor.get(start - 1) == own:
        start -= 1
    found: list[Token] = []
    joined = ended = False
    for t in reversed(head.doc[head.sent.start : start]):
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


def listed(parts: list[str]) -> str:
    """Names as a list: "Chad, Mali and Niger"."""
    if len(parts) < 2:
        return "".join(parts)
    return ", ".join(parts[:-1]) + " and " + parts[-1]
