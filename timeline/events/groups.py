"""Groups without a name that do something or have it done to them: "gunmen", "striking dockers", "the commission".

They are actors of kind group, called by the words of the text. They stand beside the event's named actors and change
nothing else of it: neither its date nor how much it deserves the calendar.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence

from spacy.tokens import Doc, Token

from timeline.clean import Block, kind_at
from timeline.events import grammar
from timeline.events.lexicon import Lexicon
from timeline.gazetteer import slug
from timeline.model import Actor, Participant, Span, TimeExpression


def read_groups(
    doc: Doc,
    actors: Iterable[Actor],
    times: Iterable[TimeExpression],
    *,
    blocks: tuple[Block, ...] = (),
    lexicon: Lexicon,
) -> tuple[Actor, ...]:
    """The groups of a parsed text that bear no name and no name's: "Malian rebels" are Mali's."""
    names = [m for a in actors for m in a.mentions]
    ends = {x.end for x in times}
    found: dict[str, tuple[str, list[Span]]] = {}
    for noun in grammar.those(doc, "POS", ["NOUN"]):
        if not _is_group(noun, lexicon) or kind_at(blocks, noun.idx) == "furniture":
            continue
        first = _first(noun, ends, lexicon)
        told = [n for preposition, n in grammar.obliques(noun) if preposition in lexicon.roles["belonging"]]
        told += [x for c in noun.children if c.i < noun.i or c.dep_ in {"appos", "flat"} for x in c.subtree]
        if any(m.start <= t.idx < m.end for t in (noun, *told) for m in names):
            continue
        name = " ".join(
            t.lower_ if t.is_sent_start and t.pos_ != "PROPN" else t.text for t in doc[first.i : noun.i + 1]
        )
        found.setdefault(f"group:{slug(name)}", (name, []))[1].append(Span(first.idx, noun.idx + len(noun)))
    return tuple(Actor(id_, name, "group", mentions=tuple(spans)) for id_, (name, spans) in found.items())


def _is_group(noun: Token, lexicon: Lexicon) -> bool:
    """Whether a noun is of people or of a body that acts."""
    if noun.pos_ != "NOUN" or noun.dep_ in {"compound", "amod", "flat"}:
        return False
    many = noun.tag_ == "NNS" and noun.lemma_.lower() in lexicon.groups["people"]
    return many or noun.lower_ in lexicon.groups["bodies"]


def _first(noun: Token, ends: Container[int], lexicon: Lexicon) -> Token:
    """The first word of what a group is called, past the `ends` of times: "riot" of "On Friday 40 riot police"."""
    first = noun
    for t in reversed(list(noun.lefts)):
        plain = t.dep_ in {"amod", "compound"} and t.i == first.i - 1 and t.left_edge == t
        if (
            not plain
            or t.idx + len(t) in ends
            or t.tag_ in {"JJR", "JJS", "CD"}
            or t.lower_ in lexicon.title["weak_adjectives"]
        ):
            break
        first = t
    return first


def take_part(verb: Token, groups: dict[int, str]) -> list[Participant]:
    """The groups that do what a verb tells, and those to whom it is done."""
    if not groups or not grammar.is_verb(verb):
        return []
    passive = grammar.is_passive(verb)
    agents = [] if passive else grammar.subjects(verb)
    patients = grammar.subjects(verb) if passive else grammar.objects(verb)
    if passive:
        agents = [c for preposition, n in grammar.obliques(verb) if preposition == "by" for c in grammar.conjuncts(n)]
    did = [Participant(groups[t.i], "agent") for t in agents if t.i in groups]
    return did + [Participant(groups[t.i], "patient") for t in patients if t.i in groups]


def by_token(doc: Doc, groups: Sequence[Actor]) -> dict[int, str]:
    """The group that each of their nouns names."""
    out: dict[int, str] = {}
    for a in groups:
        for m in a.mentions:
            span = doc.char_span(m.start, m.end)
            if span is not None:
                out[span[-1].i] = a.id
    return out
