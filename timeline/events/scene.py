"""Where an event is whose title names nobody and no place: "Chadian police say at least nine people were killed"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import takewhile

from spacy.tokens import Token

from timeline import gazetteer
from timeline.clean import kind_at
from timeline.events import grammar
from timeline.events.story import MUTUAL, Candidate, Story
from timeline.events.telling import is_late, is_long
from timeline.model import Event

NEAR = 3  # sentences back in which the place that is told of is still at hand
_INSIDE = frozenset({"amod", "appos", "compound", "conj", "flat", "nmod", "nmod:desc", "nmod:poss", "poss"})


def scene(e: Event, c: Candidate, r: Story) -> str:
    """The one land where an event is by its sentence, or those before, or of those who have a part in it; or ""."""
    return "" if _is_of_an_accord(c, r) else _told_there(c, r) or _theirs(e, r)


def _is_of_an_accord(c: Candidate, r: Story) -> bool:
    """Whether what is told happens to an accord, which is of no place: "the treaty, signed in Lome, takes effect".

    A truce is where there was fighting.
    """
    return any(r.lexicon.nouns.get(n.lemma_.lower()) == "agreement" for n in _whose(c)) and not _is_a_truce(c, r)


def _is_a_truce(c: Candidate, r: Story) -> bool:
    return any(n.lemma_.lower() in r.lexicon.groups["armistices"] for n in _whose(c))


def _whose(c: Candidate) -> list[Token]:
    """What a clause tells of, or the noun of an occasion."""
    return [c.token] if c.noun else grammar.subjects(c.verb) or [c.verb.head]


def _told_there(c: Candidate, r: Story) -> str:
    """The one land where an event's sentence has it, by a preposition or by who tells it, or the one before; or ""."""
    own = [t for t in c.token.sent if t.i in r.mention and not _is_in_dateline(t, r)]
    here, vote = _lands(own, r), c.type == "vote"
    if not here:
        alone = vote or all(r.mention[t.i].startswith("group:") for t in own)
        apart = MUTUAL | {"statement"}  # who holds them, or what they are of, is not where they are
        return (
            _one(_lands_before(c, r), r)
            if alone and (c.type not in apart or _is_a_truce(c, r)) and is_late(c, r) and not is_long(c)
            else ""
        )
    line = _line(c, r)
    where = [t for t in here if _is_where(t, line, r, deed=c.verb)]
    told = [t for t in here if _is_of_those(t, _tellers(c, r), r)] if c.type not in MUTUAL else []
    if (told and not any(r.actors[r.mention[t.i]].country for t in where)) or (vote and not where):
        others = not told and any(t.dep_ in grammar.SUBJECT and t.head not in (c.verb, *line) for t in here)
        return "" if others else _one([*told, *here, *_lands_before(c, r)], r)  # "though Peru has asked for time"
    return _one(where, r)


def _theirs(e: Event, r: Story) -> str:
    """The one country of the bodies and groups that take part: "a strike by *Chad's* unions"."""
    doers = [p.id for p in e.actors if p.role == "agent"] or [p.id for p in e.actors if p.role == "patient"]
    part = [r.actors[i] for i in doers if i in r.actors]
    codes = {a.country for a in part if a.kind != "person" and a.country}
    country = f"country:{codes.pop().lower()}" if len(codes) == 1 else ""
    return r.names.short(country) if country in r.actors else ""


def _line(c: Candidate, r: Story) -> list[Token]:
    """An event's verb and noun and those above it, up to the noun of its own clause: "*men* who were *killed*"."""
    line = [c.verb, c.token]
    for above in grammar.chain(c.token):
        line.append(above)
        if line[-2].dep_ in grammar.RELATIVE or (above.dep_ in grammar.REDUCED and grammar.has_to(above)):
            break  # nor is what is aimed at where one aims: "talks in Oslo in a bid to save a truce"
    return [*line, *_meanwhile([c.verb], r)]


def _meanwhile(verbs: Iterable[Token], r: Story) -> list[Token]:
    """The verbs that say what went on then: "nine were hurt when a ferry *sank*"."""
    below = (x for v in verbs for x in grammar.children(v, {"advcl"}))
    return [x for x in below if any(m.lower_ in r.lexicon.dating["moments"] for m in x.children)]


def _lands(tokens: Iterable[Token], r: Story) -> list[Token]:
    """The words that name a country or a place: not "the *Oslo*-based bank"."""
    lands = [t for t in tokens if r.mention.get(t.i, "").startswith(("country:", "place:"))]
    return [t for t in lands if t.i + 1 == len(r.doc) or t.nbor().text not in grammar.HYPHENS]


def _lands_before(c: Candidate, r: Story) -> list[Token]:
    """The lands of the last sentence that names any, where that is told of one and no other news begins after it."""
    start = c.token.sent.start
    if _is_dateline(own := _lands(c.token.sent, r), r):
        return own
    for _ in range(NEAR):
        opening = next((t for t in r.doc[start : start + 2] if t.is_alpha), None)
        if start == 0 or (opening is not None and opening.lower_ in r.lexicon.dating["other_news"]):
            return []
        sentence = r.doc[start - 1].sent
        lands, start = _lands(sentence, r), sentence.start
        if lands:
            told = [sentence.root] if sentence.root.lemma_.lower() in r.lexicon.reporting else []
            line = [sentence.root, *grammar.children(sentence.root, {"ccomp", "conj"})]
            line += _meanwhile(line, r)
            # in another paragraph "Chadian police said", not "Chad said": it speaks of any place
            apart = "\n\n" in r.article.text[sentence.end_char : c.token.idx]
            sayers = [s for v in told for s in grammar.subjects(v)] if apart else []
            there = any(_is_where(t, line, r) or (t not in sayers and _is_of_those(t, told, r)) for t in lands)
            known = [t for t in lands if r.actors[r.mention[t.i]].country] if there else []
            return known or (lands if _is_dateline(lands, r) else [])
    return []


def _is_dateline(lands: Sequence[Token], r: Story) -> bool:
    """Whether a story is from a town in which something has happened, and not from a capital, where much is told."""
    known = gazetteer.load().entries
    at = [known.get(r.mention[t.i]) for t in lands if _is_in_dateline(t, r)]
    return 0 < len(at) == len(lands) and all(e is None or not e.stands_for for e in at)


def _is_in_dateline(t: Token, r: Story) -> bool:
    return kind_at(r.blocks, t.idx) == "dateline"


def _one(lands: Sequence[Token], r: Story) -> str:
    """The name of the first of them whose country is known, where all are of one; or of the only one."""
    actors = [r.actors[r.mention[t.i]] for t in lands]
    known = [a for a in actors if a.country]
    several = {a.country for a in known} or {a.id for a in actors}
    return r.names.short((known or actors)[0].id) if len(several) == 1 else ""


def _is_where(land: Token, line: Sequence[Token], r: Story, *, deed: Token | None = None) -> bool:
    """Whether a land says where a clause is, or one above it: "in northern *Chad*", "*Chad*, where nine were killed".

    Not a town where somebody only tells it: "said in Geneva that nine had been killed".
    """
    if land in line[1:]:
        return True
    noun = land
    while grammar.case(noun) in {"", "of"} and noun.dep_ in _INSIDE and noun.head != noun:
        noun = noun.head
    inside = r.lexicon.roles["inside"]
    above = [*takewhile(lambda t: t not in line and not _is_finite_clause(t), grammar.chain(noun))]
    verb = above[-1].head if above else noun.head
    if verb not in line or grammar.case(noun).split(" ")[0] not in inside:
        return False  # "near the Chadian border"
    if deed is None and any(
        t.dep_ in grammar.OBLIQUE and grammar.case(t).split(" ")[0] not in inside | {"of"} for t in above
    ):
        return False  # "founded after a strike in Chad"
    tells = verb != deed and verb.lemma_.lower() in r.lexicon.reporting
    return not tells or r.mention[land.i].startswith("country:")


def _is_finite_clause(t: Token) -> bool:
    return grammar.is_verb(t) and t.dep_ not in grammar.REDUCED


def _tellers(c: Candidate, r: Story) -> list[Token]:
    """The verbs that say that an event is so: "police *say* nine were killed", "nine were killed, police *say*"."""
    above = grammar.teller(c.token, r.lexicon.status["claim_nouns"], ("ccomp", "parataxis"))
    behind = grammar.children(c.verb, {"parataxis"})
    return [v for v in (above, *behind) if v is not None and v.lemma_.lower() in r.lexicon.reporting]


def _is_of_those(land: Token, tellers: Iterable[Token], r: Story) -> bool:
    """Whether a known land is of those who tell something: "*Chadian* police say", "officials in *Chad* say"."""
    sayers = [s for v in tellers for s in grammar.subjects(v)]
    of = [land, *takewhile(lambda t: not grammar.is_verb(t), grammar.chain(land))]
    away = r.lexicon.groups["sent_abroad"]
    known = r.actors[r.mention[land.i]].country is not None
    return known and any(s in of for s in sayers) and all(t.lemma_.lower() not in away for t in of)
