"""Whom or what a story is about, told before a title that names nobody: "Karhu: Offer to expire"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from timeline.events import grammar
from timeline.events.entries import goes_its_way, is_of_a_known_thing
from timeline.events.salience import UNDER
from timeline.events.story import Candidate, Story
from timeline.model import Event

FEW = 4  # words of a title that hardly tells of whom it is
LONGEST = 90  # characters of a title with its label
_OFTEN = 3  # times at least that a story names whom it is about
_AHEAD = 1.5  # times as often as any other


def label(events: Iterable[Event], found: Iterable[Candidate], r: Story) -> Iterator[Event]:
    """The events; those of the calendar whose titles name nobody under the name of whom they are about.

    A few words of nobody known, of what is only told by the way, are no entry: "Details announced".
    """
    about = topic(r)
    for e, c in zip(events, found, strict=True):
        if not e.on_calendar or names_somebody(e.title, c, r):
            yield e
            continue
        own = next((i for i in c.actors if r.names.kind.get(i) == "organisation"), about)
        person = r.names.kind.get(own or "") == "person"  # "Berg: Request to be decided" would read as said by him
        few = len(e.title.split()) <= FEW
        title = f"{r.names.short(own)}: {e.title}" if own is not None and not person else ""
        if (few or _is_known(c, r)) and 0 < len(title) <= LONGEST:
            yield replace(e, title=title)
        elif few and _is_light(e) and not _has_its_day(c, r) and r.sentences[c.token.i].start > r.lead:
            yield replace(e, salience=min(e.salience, UNDER))
        else:
            yield e


def _is_light(e: Event) -> bool:
    return e.type in {"other", "statement"} and e.status == "occurred"


def _has_its_day(c: Candidate, r: Story) -> bool:
    return _befell(c, r) or goes_its_way(c, r) or is_of_a_known_thing(c, r) or _is_told_of_what(c)


def _is_told_of_what(c: Candidate) -> bool:
    """Whether an occasion with a day of its own says of what it is: "the seizure of a tanker on 3 February"."""
    own = c.noun and c.when.basis == "explicit" and c.near
    return own and any(preposition == "of" for preposition, _ in grammar.obliques(c.top))


def _befell(c: Candidate, r: Story) -> bool:
    """Whether something befell a thing or a place on a day of its own: "ferry sinks", "magnitude-7 quake"."""
    lemma = c.token.lemma_.lower()
    blow = lemma in (
        r.lexicon.alike.keys() | set(r.lexicon.alike.values()) if c.noun else r.lexicon.triggers["befalling"]
    )
    return blow and c.when.basis == "explicit" and c.near


def topic(r: Story) -> str | None:
    """The id of the person or body that a story's opening names and the story names far more than any other, or None.

    A country or a place would be read as where it was, and who holds an office acts and speaks for others.
    """
    who = [a for a in r.actors.values() if a.kind in {"person", "organisation"}]
    first, second = ([*sorted((len(a.mentions) for a in who), reverse=True), 0, 0])[:2]
    if first < max(_OFTEN, _AHEAD * second):
        return None
    ends = r.doc[r.opening].sent.end_char
    about = next(a for a in who if len(a.mentions) == first)
    return about.id if about.mentions[0].start < ends and not (about.kind == "person" and about.role) else None


def names_somebody(title: str, c: Candidate, r: Story) -> bool:
    """Whether a title names anybody or anything: a capital says so but for that of its first word."""
    first, *others = title.split()
    named = (t for t in c.token.sent if t.text == first and (t.pos_ == "PROPN" or t.i in r.mention))
    return any(x.isupper() for w in (first[1:], *others) for x in w) or any(named) or _is_an_actor(first, r)


def _is_an_actor(word: str, r: Story) -> bool:
    bare = word.removesuffix("'s").removesuffix("'")
    return any(bare in a.name.split() for a in r.actors.values())


def _is_known(c: Candidate, r: Story) -> bool:
    """Whether what an event is of is told as known already: "the offer"."""
    heads = [c.top] if c.noun else [*grammar.subjects(c.verb), *grammar.children(c.verb, grammar.OBJECT)][:1]
    which = [x for h in heads for x in h.children if x.i < h.i and x.dep_ in {"det", "nmod:poss"}]
    return any(x.lower_ in r.lexicon.dating["known"] or x.tag_ == "PRP$" for x in which)
