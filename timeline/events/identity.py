"""Which tellings in one article are of the same deed: "resigned on Monday … his resignation".

`told_elsewhere` finds the telling whose date an event may take, `tells_again` says whether it has its entry already.
"""

from __future__ import annotations

from spacy.tokens import Token

from timeline.events import grammar, titles
from timeline.events.story import Candidate, Story

HAPPENED = {"occurred", "ongoing"}
AHEAD = {"planned", "hoped", "possible"}
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


def tells_again(c: Candidate, first: Candidate, r: Story) -> bool:
    """Whether an event was told before: an occasion of the same kind, people and day, or a deed in the same words."""
    return (
        _is_same_occasion(c, first, r)
        or _is_told_alike(c, first)
        or _is_same_blow(c, first)
        or _is_by_its_noun(c, first, r)
    )


def _is_by_its_noun(c: Candidate, first: Candidate, r: Story) -> bool:
    """Whether one telling has the noun of the other's verb, on one day: "two explosions … two bombs exploded"."""
    if c.noun == first.noun or c.when.first is None or _deed(c, r) != _deed(first, r):
        return False
    if (c.status.value in AHEAD) != (first.status.value in AHEAD):
        return False
    mine, theirs = set(c.actors), set(first.actors)
    return (mine <= theirs or theirs <= mine) and (c.when.first, c.when.until) == (first.when.first, first.when.until)


def _is_same_blow(c: Candidate, first: Candidate) -> bool:
    """Whether two verbs tell what one attack did: "killed 20 people and wounded 50"."""
    if c.noun or first.noun or not c.type == first.type == "attack":
        return False
    joined = c.token.dep_ == "conj" and c.token.head == first.token
    nobodys = not grammar.children(c.token, grammar.SUBJECT) or not (c.actors or first.actors)
    return joined and nobodys and (c.when.first, c.when.until) == (first.when.first, first.when.until)


def _is_same_occasion(c: Candidate, first: Candidate, r: Story) -> bool:
    if c.type != first.type or c.type in {"other", "statement"}:
        return False
    if (c.status.value in AHEAD) != (first.status.value in AHEAD):
        return False
    if c.noun and c.when.basis != "explicit" and titles.is_plain(c.top, r.names) and _has_article(c, r):
        return True  # "the agreement": the one told before
    mine, theirs = set(c.actors), set(first.actors)
    agree = bool(mine and theirs and (mine <= theirs or theirs <= mine)) or (not mine and c.noun)
    dated, before = _is_dated(c), _is_dated(first)
    if dated and before:
        return agree and (c.when.first, c.when.until) == (first.when.first, first.when.until)
    if before:
        return agree and c.noun and is_known(c, r)
    return agree and not dated


def _is_dated(c: Candidate) -> bool:
    return c.when.first is not None and c.when.basis in {"explicit", "inherited"}


def _has_article(c: Candidate, r: Story) -> bool:
    return any(t.lower_ in r.lexicon.dating["known"] for t in c.top.children)


def _is_told_alike(c: Candidate, first: Candidate) -> bool:
    """Whether two clauses tell one thing with the same words: "a worker fell ill on Monday … the worker fell ill"."""
    if first.noun or c.noun or first.token.lemma_ != c.token.lemma_ or first.status.value != c.status.value:
        return False
    mine, theirs = c.when, first.when
    if mine.first is None or mine.until is None or theirs.first is None or theirs.until is None:
        return False
    if theirs.first >= mine.until or mine.first >= theirs.until:
        return False
    who, also = set(first.actors), set(c.actors)
    if who and also and not (who <= also or also <= who):  # Norway and Chile met, Sweden and Chile met
        return False
    doers = who & also or _doers(c) & _doers(first)
    things, others = _things(c), _things(first)
    return bool(doers) and (bool(things & others) or not (things or others))


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
        # "the outbreak", before "the outbreak of cholera in 2003": another's
        specified = o.token.i > c.token.i and _things(o) and not _things(c)
        alike = not o.noun or (_qualities(c) <= _qualities(o) and not specified)
        return alike and (not c.actors or not o.actors or bool(shared))
    things, others = _things(c), _things(o)
    return bool(shared) and (things == others or bool(things & others))


def _qualities(c: Candidate) -> set[str]:
    """What tells a noun's occasion from its like: "state" of "his state convictions"."""
    return {x.lemma_.lower() for t in {c.top, c.token} for x in t.children if x.dep_ in {"amod", "compound", "nummod"}}


def _doers(c: Candidate) -> set[str]:
    """Lemmas of who does it."""
    return {t.lemma_.lower() for t in grammar.subjects(c.token)}


def _things(c: Candidate) -> set[str]:
    """Lemmas of what a deed is done to."""
    if c.noun:
        found: list[Token] = [n for preposition, n in grammar.obliques(c.top) if preposition == "of"]
    else:
        found = grammar.subjects(c.verb) if grammar.is_passive(c.verb) else grammar.objects(c.verb)
    return {t.lemma_.lower() for t in found}
