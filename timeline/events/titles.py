"""The title of an event as a calendar has it: "Lavrov meets Kerry in Moscow", "Third round of intra-Syrian talks".

Titles are built from the parse, never cut from the sentence: articles dropped, names short, the
verb in the headline's present ("meets", "to declare"), the date left to the calendar.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from spacy.tokens import Token

from timeline.events import grammar
from timeline.events.lexicon import Lexicon

LENGTH = 72  # characters after which parts that may be left out are left out
_LEFT = frozenset(
    "compound amod nummod nmod:poss poss nmod:desc quantmod nmod det advmod dep nmod:unmarked case".split()
)


@dataclass(frozen=True, slots=True)
class Names:
    """What the titles need to know of actors and times."""

    lexicon: Lexicon
    short: Callable[[str], str]  # actor id → short name
    actor: dict[int, str] = field(default_factory=dict)  # token index → actor id, of named mentions and safe pronouns
    kind: dict[str, str] = field(default_factory=dict)  # actor id → kind
    antecedent: dict[int, Token] = field(default_factory=dict)  # a pronoun's occasion: "them" → "talks"
    skip: frozenset[int] = frozenset()  # tokens of dates, and of the prepositions before them
    lasting: frozenset[int] = frozenset()  # tokens of durations: objects ("takes six months off"), else left out


def noun_title(
    top: Token,
    names: Names,
    *,
    type_: str,
    status: str,
    agents: list[str],
    others: list[str],
    place: str | None = None,
) -> str:
    """A noun phrase as a title; a bare one ("meeting") becomes a headline of who does it with whom."""
    people = [*agents, *(o for o in others if o not in agents)]
    plain = (
        not any(c.dep_ in {"amod", "compound", "nummod"} and c.i not in names.skip for c in top.children)
        and top.lemma_.lower() not in names.lexicon.quantities
    )
    if plain and len(people) > 1 and type_ in {"meeting", "talks"}:
        verb = "meet" if type_ == "meeting" else "hold talks"
        verb = "to " + verb if status in {"planned", "hoped"} else verb
        return _capital(f"{_listed(people[:3])} {verb}" + (f" in {place}" if place else ""))
    words = phrase(top, names, room=9)
    if plain and len(words.split()) < 3 and people and not any(p.lower() in words.lower() for p in people):
        words += (
            " of " + _listed(people[:3]) if len(people) > 1 else f" by {people[0]}" if agents else f" with {people[0]}"
        )
    if place and place.lower() not in words.lower() and len(words) + len(place) < LENGTH:
        words += f" in {place}"
    return _capital(words)


def verb_title(
    verb: Token,
    names: Names,
    *,
    status: str,
    agents: list[str],
    place: str | None,
) -> str:
    """A clause as a headline: who, the verb as the status wants it, whom or what, where.

    `agents` are the short names of those that do it, for a clause whose subject is not at hand.
    """
    passive = grammar.is_passive(verb)
    subject = _subject_words(verb, names)
    if not subject and not passive:
        subject = _listed(agents[:3])
    plural = _plural(verb, subject) and subject not in {names.short(a) for a in names.kind}
    told = any(names.actor.get(o.i) for o in grammar.children(verb, grammar.OBJECT))
    head = _verb_words(verb, status, passive, plural, names.lexicon, told=told)
    rest = _rest(verb, names, room=LENGTH - len(" ".join([subject, *head])) - 1)
    nominal = names.lexicon.nominal.get(verb.lemma_.lower())
    if passive and not subject:
        words = [*rest[:1], *head, *rest[1:]]
    elif not subject and nominal is not None and status not in {"denied", "possible"}:
        # nobody is named: "Agreement on a timetable" rather than "Agrees on a timetable"
        direct = [
            phrase(o, names, room=8, depth=2) for o in grammar.children(verb, grammar.OBJECT) if o.i not in names.skip
        ]
        words = [nominal, *(["of", direct[0], *rest[1:]] if direct and rest and rest[0] == direct[0] else rest)]
    else:
        words = [subject, *head, *rest]
    out = [w for w in words if w]
    while len(" ".join(out)) > LENGTH and len(out) > 3 and rest and out[-1] in rest[1:]:
        out.pop()
    text = " ".join(out)
    if place and place.lower() not in text.lower() and len(text) + len(place) < LENGTH:
        text += f" in {place}"
    return _capital(text)


def is_stub(title: str, verb: Token, lexicon: Lexicon) -> bool:
    """Whether a title ends with a verb that wants an object: "Airline announces", "Jobs founds"."""
    lemma = verb.lemma_.lower()
    if lemma in lexicon.title["complete"] or grammar.is_passive(verb):
        return False
    return title.lower().split()[-1:] in ([lemma], [_third_person(lemma, lexicon)])


def phrase(head: Token, names: Names, *, room: int = 8, depth: int = 2) -> str:
    """A noun phrase in few words: articles, relative clauses, appositions and dates left out."""
    head = names.antecedent.get(head.i, head)
    least = 1 if head.lemma_.lower() in names.lexicon.quantities else 0  # "series" alone is a series of nothing
    kept = _kept(head, names, depth, clauses=True)
    if len(kept) > room:
        kept = _kept(head, names, depth, clauses=False)
    while len(kept) > room and depth > least:
        depth -= 1
        kept = _kept(head, names, depth, clauses=False)
    return _spell(kept, names)


def _kept(head: Token, names: Names, depth: int, *, clauses: bool = False) -> list[Token]:
    out: list[Token] = []
    person = _person_of(head, names)
    if person is not None:
        return list(person) + [t for c in grammar.children(head, {"conj"}) for t in _conjunct(c, names, depth)]
    for c in head.children:
        if c.is_space:
            continue
        if c.i in names.skip:  # what hangs on a date is the phrase's own: "progress in recent days on moving forward"
            out += [
                t
                for x in c.children
                if x.i > c.i and x.i not in names.skip
                for t in _after(x, names, depth, clauses=clauses)
            ]
            continue
        if c.i < head.i:
            if (
                c.dep_ not in _LEFT
                or c.lower_ in names.lexicon.title["articles"]
                or (c.dep_ == "advmod" and c.lower_ in {"also", "just", "only", "even"})
            ):
                continue
            if c.lower_ == "following":  # "following talks with": a preposition
                continue
            if c.dep_ == "case" and c.lower_ not in {"'s", "’s"}:
                continue
            if c.dep_ in {"nmod:poss", "poss"} and names.actor.get(c.i) is None and c.pos_ == "PRON":
                continue
            if c.dep_ == "det" and c.lower_ not in {"no", "two", "three", "four", "several"}:
                continue
            out += _kept(c, names, 0)
            if c.dep_ in {"nmod:poss", "poss"}:
                out += [x for x in c.children if x.lower_ in {"'s", "’s", "'", "’"}]
        elif c.dep_ in {"flat", "flat:name", "fixed", "compound", "nummod", "goeswith"}:
            out += _kept(c, names, 0)
        elif c.dep_ == "punct" and c.text == "-":
            out.append(c)
        elif c.dep_ in grammar.OBLIQUE | {"advcl", "acl"}:
            out += _after(c, names, depth, clauses=clauses)
        elif c.dep_ == "prep" and depth > 0 and c.lower_ in names.lexicon.title["noun_prepositions"]:
            inner = grammar.children(c, {"pobj"})
            if inner and inner[0].lower_ not in names.lexicon.title["vague"] and inner[0].i not in names.skip:
                out += [c, *_kept(inner[0], names, depth - 1)]
        elif c.dep_ == "conj" and c.pos_ in {"NOUN", "PROPN", "ADJ", "NUM"}:
            out += _conjunct(c, names, depth)
    for c in head.children:  # "intra-Syrian": the hyphen hangs on either part
        if c.dep_ == "punct" and c.text in {"-", "–"} and c.i < head.i and c not in out and c.i + 1 <= head.i:
            out.append(c)
    out.append(head)
    out += _than(out)
    return sorted(set(out), key=lambda t: t.i)


def _than(kept: list[Token]) -> list[Token]:
    """The words between a comparison and its number: "more than a dozen countries"."""
    out: list[Token] = []
    for t in kept:
        following = [t.nbor(n) for n in (1, 2) if t.i + n < len(t.doc)] if t.lower_ in {"more", "fewer", "less"} else []
        if following and following[0].lower_ == "than":
            out += [f for f in following if f.lower_ in {"than", "a", "an"}]
    return out


def _after(c: Token, names: Names, depth: int, *, clauses: bool) -> list[Token]:
    """What follows a noun and belongs to it: "of nations", "on moving forward with the plan"; [] when it may go."""
    preposition = grammar.case(c)
    if (
        depth <= 0
        or (preposition not in names.lexicon.title["noun_prepositions"])
        or c.lower_ in names.lexicon.title["vague"]
    ):
        return []
    marks = [m for m in c.children if m.dep_ in {"case", "mark"} and m.i < c.i]
    if c.dep_ in grammar.OBLIQUE and c.tag_ != "VBG":
        return marks + _kept(c, names, depth - 1)
    infinitive = c.dep_ == "acl" and grammar.has_to(c)  # "the last country to ratify the treaty"
    if not clauses or (c.tag_ != "VBG" and not infinitive):
        return []
    out = [*marks, c]
    for o in c.children:
        plain = o.i > c.i and o.i not in names.skip and o.lower_ not in names.lexicon.title["vague"]
        if plain and o.dep_ in grammar.OBJECT | grammar.OBLIQUE | {"advmod", "compound:prt"}:
            out += [m for m in o.children if m.dep_ == "case" and m.i < o.i] + _kept(o, names, 0)
    return out


def _conjunct(c: Token, names: Names, depth: int) -> list[Token]:
    marks = [m for m in c.children if m.dep_ == "cc" or (m.dep_ == "punct" and m.text == "," and m.i < c.i)]
    return marks + _kept(c, names, min(depth, 1))


def _person_of(head: Token, names: Names) -> list[Token] | None:
    """The tokens of the person that a phrase names, its titles and descriptions left out."""
    near = {"flat", "flat:name", "appos"} | ({"compound"} if head.pos_ == "PROPN" else set())
    close = [head, *(c for c in head.children if c.dep_ in near)]
    close += [d for c in close[1:] for d in c.children if d.dep_ in {"flat", "flat:name"}]
    for t in close:
        actor = names.actor.get(t.i)
        if actor is not None and names.kind.get(actor) == "person":
            return [t]
    return None


def _spell(tokens: list[Token], names: Names) -> str:
    """Tokens as text: the names short, each once, blanks as in the text where words are neighbours."""
    out: list[str] = []
    last: Token | None = None
    said: str | None = None
    for t in tokens:
        actor = names.actor.get(t.i)
        lone = t.i == 0 or names.actor.get(t.i - 1) != actor  # "the Russians", not "United States"
        demonym = (
            (t.tag_ == "JJ" or (t.tag_ == "NNPS" and lone)) and actor is not None and names.kind.get(actor) == "country"
        )
        proper = actor is not None and not demonym  # "Syrian talks", "the Russians" stay as they are
        if actor is not None and proper:
            if said == actor:
                last = t
                continue
            word = names.short(actor)
            said = actor
        else:
            word = t.text
            said = None
        joined = last is not None and last.i + 1 == t.i and not last.whitespace_
        if out and not joined:
            out.append(" ")
        out.append(word)
        last = t
    text = "".join(out)
    text = re.sub(r"\s+([,’'](?:s\b)?)", r"\1", text)
    text = re.sub(r"\s*-\s*", "-", text) if " - " not in text else text.replace(" - ", "-")
    return re.sub(r"\s+", " ", text).strip(" ,-–")


def _subject_words(verb: Token, names: Names) -> str:
    heads = grammar.subjects(verb)
    if not heads:
        return ""
    first = heads[0]
    if not _own_subject(verb) and verb.dep_ in grammar.REDUCED and grammar.is_passive(verb):
        return phrase(first, names, room=7, depth=0)
    if first.lower_ in names.lexicon.title["vague"] and not _stands_for(first, names):
        return ""
    if len(heads) > 1 and all(names.actor.get(h.i) or _person_of(h, names) for h in heads):
        found = [_spell(_person_of(h, names) or [h], names) for h in heads]
        return _listed(list(dict.fromkeys(found))[:4])
    return phrase(first, names, room=7, depth=1).replace(" nor ", " and ")


def _own_subject(verb: Token) -> bool:
    return bool(grammar.children(verb, grammar.SUBJECT))


def _rest(verb: Token, names: Names, *, room: int = LENGTH) -> list[str]:
    """Object, complement and the prepositional phrases that a headline keeps, in the text's order."""
    vague = names.lexicon.title["vague"]
    objects: list[str] = []
    clauses: list[str] = []
    phrases: list[str] = []
    p = grammar.particle(verb)
    if p is not None:
        objects.append(p.text)
    told = [o for o in grammar.children(verb, grammar.OBJECT) if o.tag_ == "WP"]
    dated = any(o.i in names.skip for o in verb.children if o.i > verb.i and o.dep_ not in {"advmod", "punct"})
    if verb.lemma_.lower() in {"set", "fix"} and dated and not grammar.is_passive(verb):
        objects.append("date")  # "set 25 February for their return"
    for o in told:  # "tell you what we're able to do"
        for x in grammar.children(o, grammar.RELATIVE):
            clause = _clause(x, names, room=room)
            clauses += [clause if clause.startswith(o.text) else f"{o.text} {clause}"] if clause else []
    said = [o for o in grammar.children(verb, grammar.OBJECT) if o not in told and o.i not in names.skip]
    objects += [phrase(o, names, room=8) for o in said if o.lower_ not in vague or _stands_for(o, names)]
    if p is not None and len(objects) > 1 and verb.lemma_.lower() == "take":
        objects = [*objects[1:], objects[0]]  # "takes six months off"
    for x in verb.children:
        if x.i in names.skip or x.i < verb.i:
            continue
        if (
            (x.dep_ == "xcomp" or (x.dep_ == "advcl" and verb.lemma_.lower() in names.lexicon.title["with_infinitive"]))
            and grammar.is_verb(x)
            and (grammar.has_to(x) or x.tag_ == "VBG")
        ):
            inner = " ".join(_rest(x, names)[:2])
            clauses.append(f"{'to ' + x.lemma_.lower() if grammar.has_to(x) else x.text} {inner}".strip())
        elif x.dep_ == "ccomp" and x.tag_ == "VBG" and not grammar.auxiliaries(x):
            clauses.append(" ".join([x.text, *_rest(x, names)[:2]]))  # "approved their joining the alliance"
        elif x.dep_ == "xcomp" and x.pos_ in {"NOUN", "ADJ", "PROPN"}:
            clauses.append(phrase(x, names, room=5, depth=1))
    if not told and not clauses:
        content = _content(verb)
        if content is not None:
            clause = _clause(content, names, room=room - len(" ".join(objects)) - 1)
            clauses += [clause] if clause else []
    for preposition, n in grammar.obliques(verb, names.skip):
        if (
            n.i in names.skip
            or n.i < verb.i
            or preposition not in names.lexicon.title["prepositions"]
            or len(phrases) >= 2
        ):
            continue
        if (n.lower_ in vague and not _stands_for(n, names)) or n.lemma_.lower() in names.lexicon.status["hoped_nouns"]:
            continue
        if any(d.i in names.skip for d in n.children if d.i > n.i and d.dep_ != "punct") and n.lemma_ in {
            "end",
            "beginning",
            "start",
        }:
            continue
        words = phrase(n, names, room=5, depth=1)
        if preposition == "with" and verb.lemma_ == "meet" and not objects:
            phrases.append(words)  # "meets with Kerry" is "meets Kerry"
        elif words:
            phrases.append(f"{preposition} {words}")
    if clauses and verb.lemma_.lower() in names.lexicon.reporting | names.lexicon.strong:
        phrases = []  # what is said outweighs where and to whom
    return [*objects, *clauses, *phrases]


def _stands_for(pronoun: Token, names: Names) -> bool:
    """Whether a pronoun is somebody's other than the subject's own self."""
    if pronoun.i in names.antecedent:
        return True
    return pronoun.i in names.actor and not pronoun.lower_.endswith(("self", "selves"))


def _content(verb: Token) -> Token | None:
    """The clause that a verb of saying says; parsers also hang it on the noun before it ("in a memo that he …")."""
    for x in verb.children:
        said = x.dep_ == "ccomp" or any(m.dep_ == "mark" and m.lower_ == "that" for m in x.children)
        if said and x.i > verb.i and (grammar.is_verb(x) or grammar.children(x, {"cop"})):
            return x
    for o in verb.children:
        for x in o.children:
            if x.dep_ in grammar.RELATIVE and any(m.dep_ == "mark" and m.lower_ == "that" for m in x.children):
                return x
    return None


def _clause(verb: Token, names: Names, *, room: int = LENGTH) -> str:
    """A subordinate clause in few words: subject, verb group, object."""
    subject = next(iter(grammar.children(verb, grammar.SUBJECT)), None)
    if subject is None:
        return ""
    who = names.lexicon.third_person_of.get(subject.lower_) or phrase(subject, names, room=5, depth=1)
    group = sorted(
        list(grammar.auxiliaries(verb))
        + [n for n in [grammar.negation(verb)] if n is not None and n.head == verb]
        + [verb],
        key=lambda t: t.i,
    )
    rest = _rest(verb, names)
    words = [who, *(names.lexicon.full_forms.get(g.lower_, g.text) for g in group)]
    if verb.lower_ == "able" and rest and rest[0].startswith("to "):  # "will be able to separate" is "can separate"
        words, rest = [who, "can"], [rest[0].removeprefix("to "), *rest[1:]]
    elif not grammar.is_verb(verb):  # "would be on medical leave"
        words = [*words[:-1], grammar.case(verb), phrase(verb, names, room=5, depth=0)]
    asked = next((t for t in verb.subtree if t.tag_ in {"WP", "WRB"} and t.i < subject.i), None)
    if asked is not None:  # "what we're able to do"
        words.insert(0, asked.text)
    for keep in (2, 1, 0):
        text = " ".join(w for w in [*words, *rest[:keep]] if w)
        if len(text) <= room:
            return text
    return ""


def _verb_words(verb: Token, status: str, passive: bool, plural: bool, lexicon: Lexicon, *, told: bool) -> list[str]:
    lemma = verb.lemma_.lower()
    if lemma == "tell" and not told:
        lemma = "say"  # nobody is left to be told
    participle = verb.text.lower() if verb.tag_ in {"VBN", "VBD"} else lemma
    if passive:
        return {
            "planned": ["to be", participle],
            "hoped": ["to be", participle],
            "possible": ["may be", participle],
            "conditional": ["would be", participle],
            "denied": ["not", participle],
            "ongoing": ["being", participle],
        }.get(status, [participle])
    base = _third_person(lemma, lexicon) if not plural else _plural_present(lemma)
    return {
        "planned": ["to", lemma],
        "hoped": ["to", lemma],
        "possible": ["may", lemma],
        "conditional": ["would", lemma],
        "denied": [_denial(verb, plural), lemma],
    }.get(status, [base])


def _denial(verb: Token, plural: bool) -> str:
    """How a title says that something is not so: with the time that the clause has."""
    aux = grammar.auxiliaries(verb)
    if verb.tag_ == "VBD" or any(a.tag_ == "VBD" or a.lemma_ == "have" for a in aux):
        return "did not"
    if any(a.lemma_ in {"will", "wo", "would", "shall"} for a in aux):
        return "will not"
    return "do not" if plural else "does not"


def _third_person(lemma: str, lexicon: Lexicon) -> str:
    irregular = lexicon.third_person.get(lemma)
    if irregular:
        return irregular
    if re.search(r"(?:s|x|z|ch|sh|[^aeiou]o)$", lemma):
        return lemma + "es"
    if re.search(r"[^aeiou]y$", lemma):
        return lemma[:-1] + "ies"
    return lemma + "s"


def _plural_present(lemma: str) -> str:
    return {"be": "are"}.get(lemma, lemma)


def _plural(verb: Token, subject: str) -> bool:
    heads = grammar.subjects(verb)
    if len(heads) > 1 or " and " in subject:
        return True
    if heads:
        if heads[0].tag_ in {"NNS", "NNPS"}:
            return True
        counted = [n for p, n in grammar.obliques(heads[0]) if p == "of" and n.tag_ in {"NNS", "NNPS"}]
        if counted and heads[0].lower_ in {
            "most",
            "some",
            "many",
            "all",
            "number",
            "majority",
            "dozens",
            "thousands",
            "half",
            "two",
            "three",
            "several",
        }:
            return True
        return heads[0].lower_ in {"they", "we", "you", "police", "people"}
    return False


def _listed(names: list[str]) -> str:
    if len(names) < 2:
        return "".join(names)
    return ", ".join(names[:-1]) + " and " + names[-1]


def _capital(text: str) -> str:
    text = text.strip(" ,;:.-–—\"'“”‘’")
    return text[:1].upper() + text[1:]
