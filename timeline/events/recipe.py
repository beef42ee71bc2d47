"""From a parse to the events of an article: what `timeline.engine` and the spaCy component both do, in one order."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from timeline.events.groups import read_groups
from timeline.events.mending import Lemmas, mend
from timeline.events.read import read_events
from timeline.find import is_message

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from timeline.clean import Block
    from timeline.events.lexicon import Lexicon
    from timeline.model import Actor, Article, Event, Published, TimeExpression


class Told(NamedTuple):
    """What an article tells."""

    times: tuple[TimeExpression, ...]  # those that are no part of a name
    actors: tuple[Actor, ...]  # those with a name, and the groups without one that take part in an event
    events: tuple[Event, ...]


def mended(doc: Doc, words: Lexicon) -> Doc:
    """The parse as it is read: a copy that answers at once, mended, and the doc with it. Without a parse the doc."""
    return mend(doc, Lemmas.of(words)) if doc.has_annotation("DEP") else doc


def tell(
    doc: Doc,
    *,
    article: Article,
    published: Published,
    times: tuple[TimeExpression, ...],
    actors: tuple[Actor, ...],
    blocks: tuple[Block, ...],
    lexicon: Lexicon,
) -> Told:
    """The events of a parsed article, by its times and actors, with what these come to beside them."""
    times = _not_in_names(times, actors, article.text)
    groups = read_groups(doc, actors, times, blocks=blocks, lexicon=lexicon)
    events = read_events(
        doc,
        article=article,
        published=published,
        times=times,
        actors=actors,
        groups=groups,
        blocks=blocks,
        lexicon=lexicon,
    )
    return Told(times, _with_acting(actors, groups, events), events)


def _with_acting(who: tuple[Actor, ...], groups: tuple[Actor, ...], what: tuple[Event, ...]) -> tuple[Actor, ...]:
    """The named actors, and of the groups without a name those that take part in an event."""
    acting = {p.id for e in what for p in e.actors}
    known = {a.id for a in who}
    return who + tuple(g for g in groups if g.id in acting and g.id not in known)


def _not_in_names(found: tuple[TimeExpression, ...], who: tuple[Actor, ...], text: str) -> tuple[TimeExpression, ...]:
    """The times that are no part of a longer name: "April Dawson", "the March 14 alliance", "the Friday Group".

    In a message capitals shout and adorn, and only a person's name is one: "QUIZ NIGHT WITH BEN".
    """
    kinds = {"person"} if is_message(text) else {"person", "organisation", "group"}
    names = [m for a in who if a.kind in kinds for m in a.mentions]
    inside = {
        t.id
        for t in found
        if not (t.value or "").endswith("_REF")  # "NOW", "former": no part of a name, whatever the capitals
        for m in names
        if m.start <= t.start and t.end <= m.end and t.end - t.start < m.end - m.start
    }
    return tuple(t for t in found if t.id not in inside and not inside.intersection(t.parts))
