"""Whom or what a story is about, told before a title that names nobody: "Karhu: Offer to expire"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from timeline.events import grammar
from timeline.events.entries import goes_its_way, is_of_a_known_thing
from timeline.events.fit import is_bare
from timeline.events.groups import is_group
from timeline.events.salience import UNDER
from timeline.events.story import MUTUAL, Candidate, Story, homes, opens
from timeline.events.telling import is_late
from timeline.events.theme import tells_of, theme
from timeline.events.titles import MOST
from timeline.model import Actor, Event, Participant

OCCASIONS = {"meeting", "talks", "statement"}  # types of what only somebody holds
FEW = 4  # words of a title that hardly tells of whom it is
_OFTEN = 3  # times at least that a story names whom it is about
_AHEAD = 1.5  # times as often as any other


def label(events: Iterable[Event], found: Iterable[Candidate], r: Story) -> Iterator[Event]:
    """The events; those of the calendar whose titles name nobody under the name of whom or what country they are about.

    A few words of nobody known, of what is only told by the way, are no entry: "Details announced".
    """
    about, (where, both), matter, votes = topic(r), countries(r), theme(r), _country_of_votes(r)
    for e, c in zip(events, found, strict=True):
        placed = _is_only_placed(e, c, r)
        if not e.on_calendar or (names_somebody(e.title, c, r) and not placed):
            yield _under_the_matter(e, matter, c, r)
            continue
        few = placed or len(e.title.split()) <= FEW
        kinds = ("organisation", "person") if c.noun else ("organisation",)
        own = next((i for kind in kinds for i in c.actors if r.names.kind.get(i) == kind), about)
        if own is not None and not _may_be_of(own, c, r):
            own = None
        its = (few or _is_known(c, r)) and (c.type != "attack" or own in c.actors)  # not "Karhu: 2003 oil spill"
        of = r.names.short(own) if own is not None and (its or _is_at_hand(own, c, r)) else ""
        first = e.title.split()[0].lower()
        tried = of and r.names.kind.get(own or "") == "person" and first in r.lexicon.title["of_the_tried"]
        if own not in c.actors and matter and _is_of_it(matter, e, c, r):
            of, tried = matter[:1].upper() + matter[1:], False
        abroad = is_of_all_the_world(e.title, r)
        of = of or ("" if abroad else (both if c.type in MUTUAL else "") or ("" if placed else where))
        of = of or (votes if few and c.noun and c.type == "vote" else "")
        title = f"{of} {e.title[:1].lower()}{e.title[1:]}" if tried else f"{of}: {e.title}"  # "Berg trial opens"
        if of and len(title) <= MOST:
            yield _of_those(replace(e, title=title), of, own, r)
        elif few and not placed and _is_light(e) and not _has_its_day(c, r) and r.sentences[c.token.i].start > r.lead:
            yield replace(e, salience=min(e.salience, UNDER))
        else:
            yield e


def _under_the_matter(e: Event, matter: str, c: Candidate, r: Story) -> Event:
    """An event under what its story is about, where its title does not say it: "gun sent to FBI laboratory".

    What somebody of a name does is of it only where its words are near: he may do anything.
    """
    title = f"{matter[:1].upper()}{matter[1:]}: {e.title}"
    fits = e.on_calendar and matter and ": " not in e.title and len(title) <= MOST and _is_of_it(matter, e, c, r)
    if not fits:
        return e
    named = _is_an_actor(e.title.split()[0], r) or _is_of_a_name(c, r)
    return replace(e, title=title) if not named or tells_of(matter, c.token, r) else e


def _is_of_a_name(c: Candidate, r: Story) -> bool:
    """Whether those that an event is told of have a name: "BP's share", "the Mexican ambassador"."""
    of = [c.top] if c.noun else grammar.subjects(c.verb)
    below = (x for n in of for t in (n, *grammar.conjuncts(n)) for x in t.subtree)
    return not of or any(t.i in r.mention or (t.pos_ == "PROPN" and t.i not in r.timed) for t in below)


def _is_of_it(matter: str, e: Event, c: Candidate, r: Story) -> bool:
    """Whether what a story is about may be told before a title of these days that does not say it."""
    said = {w.lower().strip(",") for w in e.title.split()}
    return is_late(c, r) and said.isdisjoint(matter.lower().split())


def _may_be_of(own: str, c: Candidate, r: Story) -> bool:
    """Whether an event may be told under a person or body: "Berg: Mayor resigns" would read as said by him.

    No quake is somebody's, and no blow a person's who has no part in it.
    """
    nouns = {t.lemma_.lower() for t in (c.token, c.top, *(() if c.noun else grammar.subjects(c.verb)))}
    of_nature = not nouns.isdisjoint(r.lexicon.title["of_nature"])
    person = r.names.kind.get(own) == "person"
    blow = of_nature or (person and c.noun and _is_a_blow(c, r))
    return (own in c.actors or not blow) and (not person or _is_of_a_thing(c, r))


def _is_a_blow(c: Candidate, r: Story) -> bool:
    blows = r.lexicon.alike.keys() | set(r.lexicon.alike.values()) if c.noun else r.lexicon.triggers["befalling"]
    return c.token.lemma_.lower() in blows


def _is_only_placed(e: Event, c: Candidate, r: Story) -> bool:
    """Whether a title says of an occasion nothing but where it is: "News conference in Bergen"."""
    bare, _, where = e.title.rpartition(" in ")
    occasion = c.noun and c.type in OCCASIONS and not c.actors and bare and e.place is not None
    return bool(occasion) and where == (e.place.name if e.place else "") and is_bare(bare, c.top, r.names)


def _is_at_hand(body: str, c: Candidate, r: Story) -> bool:
    """Whether what befell a thing may be told under a body: that sentence or the one before names it or is of it.

    What only somebody holds, "talks with unions", is of whom the story is about, however far.
    """
    if r.names.kind.get(body) != "organisation" or not _is_of_a_thing(c, r):
        return False
    if c.type in OCCASIONS:
        return True
    here = r.sentences[c.token.i].start
    first = r.sentences[here - 1].start if here else here
    told = (t for t in r.doc[first : c.token.sent.end] if r.mention.get(t.i) == body)
    return any(t.pos_ == "PROPN" or (t.dep_ in grammar.SUBJECT and t.head.dep_ == "ROOT") for t in told)


def _of_those(e: Event, label: str, own: str | None, r: Story) -> Event:
    """An event with those whose it is by its label: a body or a person, the two who talk, the country that votes."""
    named = [own] if own is not None and label == r.names.short(own) else []
    if not named and e.type in {"talks", "vote"}:
        named = [i for i, a in r.actors.items() if a.kind == "country" and r.names.short(i) in label.split(" and ")]
        named = named if (len(named) > 1) == (e.type == "talks") else []
    held = {p.id for p in e.actors}
    more = (Participant(i, "with" if e.type == "talks" else "patient") for i in named if i not in held)
    return replace(e, actors=(*e.actors, *more))


def _is_of_a_thing(c: Candidate, r: Story) -> bool:
    """Whether a title tells of an occasion or a thing, and of nobody who could be meant: "Trial opens"."""
    whose = [c.top] if c.noun else grammar.subjects(c.verb)
    return bool(whose) and not any(is_group(noun, r.lexicon) or noun.pos_ == "PRON" for noun in whose)


def _is_light(e: Event) -> bool:
    return e.type in {"other", "statement"} and e.status == "occurred"


def _has_its_day(c: Candidate, r: Story) -> bool:
    return (
        _befell(c, r) or goes_its_way(c, r) or is_of_a_known_thing(c, r) or _is_told_of_what(c) or _is_done_by_some(c)
    )


def _is_told_of_what(c: Candidate) -> bool:
    """Whether an occasion with a day of its own says of what it is: "the seizure of a tanker on 3 February"."""
    own = c.noun and c.when.basis == "explicit" and c.near
    return own and any(preposition == "of" for preposition, _ in grammar.obliques(c.top))


def _is_done_by_some(c: Candidate) -> bool:
    """Whether people without a name did something on a day of its own: "engineers reported a leak in May"."""
    own = not c.noun and c.when.basis == "explicit" and c.near and c.token.dep_ in {"ROOT", "conj", "ccomp"}
    return own and any(p.role == "agent" for p in c.unnamed)


def _befell(c: Candidate, r: Story) -> bool:
    """Whether something befell a thing or a place on a day of its own: "ferry sinks", "magnitude-7 quake"."""
    return _is_a_blow(c, r) and c.when.basis == "explicit" and c.near


def topic(r: Story) -> str | None:
    """The id of the person or body that a story's opening names and the story names far more than any other, or None.

    Who holds an office acts and speaks for others: beside a body he need only not be named more often.
    """
    named = {a.id: _times_named(a, r) for a in r.actors.values() if a.kind in {"person", "organisation"}}
    speakers = {i for i in named if r.actors[i].kind == "person" and r.actors[i].role}
    told_of = {i: n for i, n in named.items() if i not in speakers}
    first, second = ([*sorted(told_of.values(), reverse=True), 0, 0])[:2]
    about = r.actors[max(told_of, key=told_of.__getitem__)] if told_of else None
    beside = max((named[i] for i in speakers), default=0)
    speaking = beside + 1 if about is not None and about.kind == "organisation" else _AHEAD * beside
    if about is None or first < max(_OFTEN, _AHEAD * second, speaking):
        return None
    return about.id if opens(about, r) else None


def countries(r: Story) -> tuple[str, str]:
    """The country that a story is from and of, by dateline and opening, and the two that open it together; or ""."""
    of, here = homes(r)
    names = {a.country: r.names.short(a.id) for a in r.actors.values() if a.kind == "country"}
    alone = names.get(here[0], "") if len(here) == 1 and len(of) < 3 else ""
    both = [r.actors[i].country for i in r.pair if i in r.actors and r.actors[i].kind == "country"]
    return alone, " and ".join(names[code] for code in both) if len(both) == len(of) == 2 and {*both} == {*of} else ""


def _country_of_votes(r: Story) -> str:
    """The country that a story names far more than any other, whose an election of no name is; or ""."""
    named = Counter({i: len(a.mentions) for i, a in r.actors.items() if a.kind == "country"})
    (first, most), (_, next_most) = [*named.most_common(2), ("", 0), ("", 0)][:2]
    return r.names.short(first) if most >= max(2, 2 * next_most) else ""


def _times_named(actor: Actor, r: Story) -> int:
    """How often a story names somebody, and does not say "she"."""
    return sum(1 for m in actor.mentions if r.article.text[m.start : m.end].lower() not in r.lexicon.title["vague"])


def is_of_all_the_world(title: str, r: Story) -> bool:
    """Whether a title tells of more than one country: "several countries ban pork"."""
    return not r.lexicon.title["abroad"].isdisjoint(title.lower().split())


def names_somebody(title: str, c: Candidate, r: Story) -> bool:
    """Whether a title names anybody or anything: a capital says so but for that of its first word."""
    first, *others = title.split()
    bare = first.removesuffix("'s").removesuffix("'")
    named = (t for t in c.token.sent if t.text in {first, bare} and (t.pos_ == "PROPN" or t.i in r.mention))
    return any(x.isupper() for w in (first[1:], *others) for x in w) or any(named) or _is_an_actor(first, r)


def _is_an_actor(word: str, r: Story) -> bool:
    bare = word.removesuffix("'s").removesuffix("'")
    text = r.article.text  # which may say "Israeli"
    called = ((a.name, *(text[m.start : m.end] for m in a.mentions)) for a in r.actors.values())
    return any({word, bare} & set(name.split()) for names in called for name in names)


def _is_known(c: Candidate, r: Story) -> bool:
    """Whether what an event is of is told as known already: "the offer"."""
    heads = [c.top] if c.noun else [*grammar.subjects(c.verb), *grammar.children(c.verb, grammar.OBJECT)][:1]
    which = [x for h in heads for x in h.children if x.i < h.i and x.dep_ in {"det", "nmod:poss"}]
    return any(x.lower_ in r.lexicon.dating["known"] or x.tag_ == "PRP$" for x in which)
