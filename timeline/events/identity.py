"""Which tellings in one article are of the same deed: "resigned on Monday … his resignation"."""

from __future__ import annotations

from spacy.tokens import Token

from timeline.events import grammar
from timeline.events.story import Candidate, Story

HAPPENED = {"occurred", "ongoing"}
POSSESSIVE = {"nmod:poss", "poss"}


def dated_deeds(found: list[Candidate], r: Story) -> dict[str, list[Candidate]]:
    """What was done → the events of it that have a time of their own; a picture's date is the picture's alone."""
    out: dict[str, list[Candidate]] = {}
    for c in found:
        if c.time is not None and c.when.basis == "explicit" and c.kind != "caption":
            out.setdefault(_deed(c, r), []).append(c)
    return out


def told_elsewhere(c: Candidate, deeds: dict[str, list[Candidate]], r: Story) -> Candidate | None:
    """The dated telling of the deed that an event without a date tells again, None where it may be one of several."""
    if c.noun:
        if not (is_known(c, r) or c.kind == "headline"):
            return None
    elif not _is_deed(c, r):
        return None
    same = [o for o in deeds.get(_deed(c, r), ()) if o is not c and _may_be_one(c, o)]
    return same[0] if len({(o.when.first, o.when.until) for o in same}) == 1 else None


def _deed(c: Candidate, r: Story) -> str:
    """What is done, the same for "resigned" and "resignation"; a noun without a verb stands for itself."""
    lemma = c.token.lemma_.lower()
    return r.lexicon.deeds.get(lemma, f"a {lemma}") if c.noun else lemma


def is_known(c: Candidate, r: Story) -> bool:
    """Whether a noun is told of as known: "the vote", "his resignation"."""
    known = r.lexicon.dating["known"]
    return any(x.lower_ in known or x.dep_ in POSSESSIVE for x in (*c.top.children, *c.token.children))


def _is_deed(c: Candidate, r: Story) -> bool:
    """Whether a verb tells enough by itself to be known again."""
    words = r.lexicon
    lemma = c.token.lemma_.lower()
    return lemma not in words.reporting and lemma not in words.empty and lemma not in words.support


def _may_be_one(c: Candidate, o: Candidate) -> bool:
    """Whether two tellings of like deeds agree in who, what, where and which."""
    if not {o.status.value, c.status.value} <= HAPPENED:
        return False
    if c.place is not None and o.place is not None and c.place.id != o.place.id:
        return False
    shared = set(c.actors) & set(o.actors)
    if c.noun:
        alike = not o.noun or _qualities(c) <= _qualities(o)
        return alike and (not c.actors or not o.actors or bool(shared))
    things, others = _things(c), _things(o)
    return bool(shared) and (things == others or bool(things & others))


def _qualities(c: Candidate) -> set[str]:
    """What tells a noun's occasion from its like: "state" of "his state convictions"."""
    return {x.lemma_.lower() for t in {c.top, c.token} for x in t.children if x.dep_ in {"amod", "compound", "nummod"}}


def _things(c: Candidate) -> set[str]:
    """Lemmas of what a deed is done to."""
    if c.noun:
        found: list[Token] = [n for preposition, n in grammar.obliques(c.top) if preposition == "of"]
    else:
        found = grammar.subjects(c.verb) if grammar.is_passive(c.verb) else grammar.objects(c.verb)
    return {t.lemma_.lower() for t in found}
