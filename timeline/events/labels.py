"""What stands before a title that does not stand alone: "Karhu: Offer to expire", "Chad: Nine people killed"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from spacy.tokens import Token

from timeline.events import grammar
from timeline.events.about import About, about, lands_of, tells_of
from timeline.events.entries import goes_its_way, is_of_a_known_thing
from timeline.events.fuller import leaves_office
from timeline.events.groups import is_group
from timeline.events.matter import is_definite
from timeline.events.named import listed
from timeline.events.referring import body_led_by
from timeline.events.salience import UNDER
from timeline.events.scene import NEAR, scene
from timeline.events.story import MUTUAL, Candidate, Story
from timeline.events.telling import is_late
from timeline.events.titles import MOST, is_plain
from timeline.model import Event, Participant

HELD = {"meeting", "talks"}  # types of what is over when those that hold it leave
OCCASIONS = {"meeting", "talks", "statement"}  # types of what only somebody holds
LANDS = ("country:", "place:")  # how their ids begin
FEW = 4  # words of a title that hardly tells of whom it is


def label(events: Iterable[Event], found: Sequence[Candidate], r: Story) -> Iterator[Event]:
    """The events; those of the calendar whose titles do not stand alone under what a reader knows them by.

    A few words of nobody known, of what is only told by the way, are no entry: "Details announced".
    """
    story, tried = about(r), _tried(found, r)
    for e, c in zip(events, found, strict=True):
        person = r.names.kind.get(story.whom or "") == "person"
        whom = tried if _is_before_a_court(c, r) and (tried or not person) else story.whom
        yield _labelled(e, c, replace(story, whom=whom), r) if e.on_calendar else e


def _tried(found: Iterable[Candidate], r: Story) -> str | None:
    """The id of the one person who was arrested, charged or tried in a story: whose "the trial" is."""
    done = r.lexicon.groups["done_to"] | r.lexicon.roles["undergone"]
    befell = {i for c in found if c.token.lemma_.lower() in done for i in c.patients if r.names.kind.get(i) == "person"}
    return befell.pop() if len(befell) == 1 else None


def _is_before_a_court(c: Candidate, r: Story) -> bool:
    """Whether an event is of what somebody tried goes through, which is of no body that a story is about."""
    return any(t.lemma_.lower() in r.lexicon.title["before_a_court"] for t in _told_of(c))


def _labelled(e: Event, c: Candidate, story: About, r: Story) -> Event:
    if (itself := _by_its_name(e, c, story, r)) is not None:
        return itself
    if c.of_line is not None:  # a line of a diary is of no story: "Lima: Conference on cod opens"
        return (None if names_somebody(e.title, c, r) else _under(e, c.of_line.name)) or e
    if of_state := _under(e, _state(c, story, r)):
        return of_state
    if (body := _whose_office(e, c, story, r)) and (at_it := _under(e, r.names.short(body))):
        return _of_those(at_it, [body])
    placed = _is_only_placed(e, c, r)
    if names_somebody(e.title, c, r) and not placed:
        return _under(e, _matter(e, c, story, r, named=True)) or e
    if both := _under(e, _parties(c, r)):
        return both
    few = placed or len(c.title.split()) <= FEW
    own = _whose(c, story, few=few, r=r)
    if own not in c.actors and (of_it := _under(e, _matter(e, c, story, r))):
        return of_it
    if own is not None and (its := _under(e, r.names.short(own), tried=_is_a_trial(e, own, r))):
        return _of_those(its, [own])
    for of in _lands(e, c, story, r, placed=placed):
        if there := _under(e, of):
            return _of_those(there, _of_the_land(e, of, r))
    light = few and not placed and e.type in {"other", "statement"} and e.status == "occurred"
    if light and not (c.headed or _has_its_day(c, r)) and r.sentences[c.token.i].start > r.lead:
        return replace(e, salience=min(e.salience, UNDER))
    return e


def _by_its_name(e: Event, c: Candidate, story: About, r: Story) -> Event | None:
    """An event under the name of the meeting that its story is about, where it is told as "the meeting" alone."""
    top, told = c.top, story.matter.lower().split()[-1:]
    bare = (
        c.noun and c.type in HELD and e.title.startswith(top.text[:1].upper() + top.text[1:]) and is_plain(top, r.names)
    )
    if not bare or not told or r.lexicon.nouns.get(told[0]) != c.type or not is_definite(top, r.lexicon):
        return None
    return replace(e, title=f"{story.matter[:1].upper()}{story.matter[1:]}{e.title[len(top.text) :]}")


def _state(c: Candidate, story: About, r: Story) -> str:
    """The country whose government, army or court does what a title tells, where that names none of it; or "".

    That of the story only where its sentence is of no other land: "police found arms in Chad".
    """
    for noun in () if c.noun else grammar.subjects(c.verb)[:1]:
        public = noun.lemma_.lower() in r.lexicon.groups["public"] or _is_an_office(noun, r)
        public = public and noun.i not in r.names.known
        own = r.mention.get(noun.i, "")
        before = r.doc[r.sentences[max(r.sentences[noun.i].start - 1, 0)].start : noun.i]
        if c.agents == [own] and _is_any_states(own, r):  # "Parliament", "the Foreign Ministry"
            return story.home if _are_of(story.home, (*before, *c.token.sent), r) else ""
        below = (t for t in noun.subtree if t != noun and t.i not in r.timed)
        if not public or any(t.i in r.mention or t.pos_ == "PROPN" for t in below):
            return ""
        home = story.home if not c.agents and _lands_in(c.token.sent, r) <= {story.home} else ""
        return r.names.short(own) if own.startswith("country:") else home
    return ""


def _is_any_states(body: str, r: Story) -> bool:
    """Whether a body is named as every state has one: "Parliament", "the Ministry of Health", not "the Lima Court"."""
    actor = r.actors.get(body)
    if actor is None or actor.kind != "organisation" or actor.country is not None:
        return False
    return r.lexicon.groups["bodies_of_states"].issuperset(actor.name.lower().split())


def _is_an_office(noun: Token, r: Story) -> bool:
    """Whether whoever holds an office of state is told of by it alone: "the president", not "the club's president"."""
    words = r.lexicon.groups["bodies_of_states"] | r.lexicon.groups["of_an_office"]
    office = noun.tag_ == "NN" and noun.lemma_.lower() in r.lexicon.groups["offices_of_state"]
    return office and all(c.i < noun.i and c.lower_ in words for c in noun.children)


def _are_of(land: str, words: Iterable[Token], r: Story) -> bool:
    """Whether words name no country but one, nor anybody of another."""
    return {_country(code, r) for code in lands_of(words, r)} <= {land}


def _country(code: str, r: Story) -> str:
    """What a title calls the country of a code, where the story names it."""
    actor = f"country:{code.lower()}"
    return r.names.short(actor) if actor in r.actors else ""


def _lands_in(words: Iterable[Token], r: Story) -> set[str]:
    """The countries and places that words name."""
    return {r.names.short(i) for t in words if (i := r.mention.get(t.i, "")).startswith(LANDS)}


def _whose_office(e: Event, c: Candidate, story: About, r: Story) -> str | None:
    """The id of the body whose office somebody takes or leaves, where a title names none: "Karhu: Kos resigns".

    That of a story only where he is of no state, and says no more than which office: "as chairman".
    """
    lemma, words = c.token.lemma_.lower(), r.lexicon
    office = not words.groups["offices_of_heads"].isdisjoint(c.title.lower().replace(",", "").split())
    if c.noun:
        moves = lemma in words.title["leavings"]
    else:
        full = lemma if grammar.objects(c.verb) else grammar.phrasal(c.verb)  # not "steps taken over two days"
        moves = full in words.roles["succeeding"] or (office and lemma in words.triggers["taking_office"])
        moves = moves or leaves_office(c.verb, r)
    if not moves:
        return None
    people = [a for i in c.actors if (a := r.actors[i]).kind == "person"]
    bodies = [i for i in c.actors if r.names.kind.get(i) == "organisation"]
    named = (r.names.short(i).rstrip(".") in e.title for i, kind in r.names.kind.items() if kind == "organisation")
    if not people or any(named):
        return None
    own = [body for a in people if (body := body_led_by(a, r)) is not None]
    alone = office and " of " not in c.title and not any(a.country for a in people)
    its = story.whom if alone and r.names.kind.get(story.whom or "") == "organisation" else None
    return next(iter((*bodies, *own)), its)


def _under(e: Event, label: str, *, tried: bool = False) -> Event | None:
    """An event under a label, where there is one and a title has room for it: "Berg trial opens"."""
    of = label[:1].upper() + label[1:]
    title = f"{of} {e.title[:1].lower()}{e.title[1:]}" if tried else f"{of}: {e.title}"
    return replace(e, title=title) if label and label not in e.title and len(title) <= MOST else None


def _matter(e: Event, c: Candidate, story: About, r: Story, *, named: bool = False) -> str:
    """What a story is about, where an event of these days is of it and its title does not say so; or "".

    What somebody of a name does is of it only where its words are near: he may do anything; and beside an occasion he
    does what is another: "after the summit Addo will visit Oslo". Nor is a calamity with a name of its own another.
    """
    small, words, short = r.lexicon.title["prepositions"], story.matter.lower().split(), c.title.lower().split()
    head = [*takewhile(lambda w: w not in small, words)][-1:]  # "spill" of "oil spill in Togo"
    again = any(w.startswith(h) for h in head for w in e.title.lower().split())
    if not (head and is_late(c, r)) or again or not small.issuperset({*words}.intersection(short)):
        return ""
    named = named and (_begins_with_a_name(e.title, r) or _is_of_a_name(c, r))
    calamity = _is_a_blow(c, r) or c.token.lemma_.lower() in r.lexicon.title["stories"]
    held = {r.lexicon.nouns.get(h) or r.lexicon.nouns.get(h.removesuffix("s")) for h in head}
    if (named and held & MUTUAL) or (not c.noun and held & HELD) or (named and c.noun and calamity):
        return ""  # not "Summit: Million people may starve", nor "Kano spill: Lund spill"
    return story.matter if not named or tells_of(story.matter, c.token, r) else ""


def _whose(c: Candidate, story: About, *, few: bool, r: Story) -> str | None:
    """The id of the body or person under whom an event may be told: of those that take part, or that of the story."""
    kinds = ("organisation", "person") if c.noun and not _is_a_poll(c, r) else ("organisation",)
    own = next((i for kind in kinds for i in c.actors if r.names.kind.get(i) == kind), story.whom)
    if own is None or (_is_a_poll(c, r) and own not in c.actors) or _is_held_by_others(own, c, r):
        return None
    if not _may_be_of(own, c, r):
        return None
    its = (few or _is_known(c, r)) and (c.type != "attack" or own in c.actors)  # not "Karhu: 2003 oil spill"
    anybodys = c.noun and c.token.lemma_.lower() in r.lexicon.title["befallen"]
    its = its and (own in c.actors or not anybodys)  # not "Karhu: Evacuation of islands"
    return own if its or _is_at_hand(own, c, r) else None


def _is_held_by_others(own: str, c: Candidate, r: Story) -> bool:
    """Whether a meeting or pact under somebody's name would read as said by him, or a meeting is between others."""
    between = any(p in grammar.WORDS["of_two"] for t in _told_of(c) for p, _ in grammar.obliques(t))
    said, type_ = c.noun and r.names.kind.get(own) == "person", (c.partner or c).type
    return (type_ in MUTUAL - {"visit"} and said) or (type_ in HELD and between and own not in c.actors)


def _parties(c: Candidate, r: Story) -> str:
    """The two, no persons, that take part in what is theirs together: "Chad and Kano Front: Truce begins"."""
    two = c.actors if (c.partner or c).type in MUTUAL and len(c.actors) == 2 else []
    fit = all(r.names.kind.get(i) in {"country", "organisation", "group"} for i in two)
    return listed([r.names.short(i) for i in two]) if fit else ""


def _lands(e: Event, c: Candidate, story: About, r: Story, *, placed: bool) -> Iterator[str]:
    """The countries under which an event may be told, the surest first; of a poll that somebody calls, his alone."""
    callers = [r.actors[i].country for i in c.actors if i.startswith("person:")] if _is_a_poll(c, r) else []
    if callers:
        yield _country(callers[0] or "", r)
        return
    if not is_of_all_the_world(e.title, r):
        yield story.both if c.type in MUTUAL else ""
        yield "" if placed else story.home
        yield "" if placed else scene(e, c, r)
        yield story.most if not placed and _may_be_anywhere(c, r) and _is_at_hand_in(story.most, c, r) else ""


def _is_at_hand_in(land: str, c: Candidate, r: Story) -> bool:
    """Whether one of the last sentences names a land: not "China: wheat futures close", far down a story of China."""
    first = c.token.sent.start
    for _ in range(NEAR if land else 0):
        first = r.doc[first - 1].sent.start if first else 0
    before = (r.mention.get(t.i, "") for t in r.doc[first : c.token.i]) if land else ()
    return any(i.startswith(LANDS) and r.names.short(i) == land for i in before)


def _is_a_poll(c: Candidate, r: Story) -> bool:
    return c.noun and c.token.lemma_.lower() in r.lexicon.title["polls"]


def _may_be_anywhere(c: Candidate, r: Story) -> bool:
    """Whether an event of these days, which nobody has to hold, may be in the land that a story tells of most."""
    votes = c.noun and c.type == "vote"
    own = any(r.mention.get(t.i, "").startswith(LANDS) for t in c.token.sent)
    struck = c.type == "attack" or _is_a_blow(c, r) or _is_of_nature(c, r)
    return votes or not (c.type in OCCASIONS | MUTUAL or own or struck or not is_late(c, r))


def _is_a_trial(e: Event, own: str, r: Story) -> bool:
    return r.names.kind.get(own) == "person" and e.title.split()[0].lower() in r.lexicon.title["of_the_tried"]


def _is_of_a_name(c: Candidate, r: Story) -> bool:
    """Whether those that an event is told of have a name: "BP's share", "the Mexican ambassador"."""
    of = [c.top] if c.noun else grammar.subjects(c.verb)
    below = (x for n in of for t in (n, *grammar.conjuncts(n)) for x in t.subtree)
    return not of or any(t.i in r.mention or (t.pos_ == "PROPN" and t.i not in r.timed) for t in below)


def _may_be_of(own: str, c: Candidate, r: Story) -> bool:
    """Whether an event may be told under a person or body: "Berg: Mayor resigns" would read as said by him.

    No quake is somebody's, no blow a person's who has no part in it, nor are the army, the court or people anybody's.
    """
    public = any(t.lemma_.lower() in r.lexicon.groups["public"] for t in _told_of(c))
    public = public or (
        (c.partner or c).type in MUTUAL and any(t.i in r.names.known for t in _told_of(c))
    )  # "the truce talks in Lome"
    public = public or any(r.groups.get(t.i) in r.faceless for t in _told_of(c))  # "the 40 people were taken home"
    person = r.names.kind.get(own) == "person"
    blow = public or _is_of_nature(c, r) or (person and c.noun and _is_a_blow(c, r))
    near = own in c.actors or not (person and _speaks(own, r)) or _is_told_near(own, c, r)
    return (own in c.actors or not blow) and near and (not person or _is_of_a_thing(c, r))


def _speaks(own: str, r: Story) -> bool:
    """Whether somebody has his say in a story, and is not only whom it befalls: no "two men … their trial" is his."""
    words = r.lexicon.reporting | r.lexicon.status["hoped_verbs"]
    said = (r.doc[i] for i, actor in r.mention.items() if actor == own)
    return any(t.dep_ in grammar.SUBJECT and t.head.lemma_.lower() in words for t in said)


def _is_told_near(own: str, c: Candidate, r: Story) -> bool:
    """Whether an event's sentence or the one before it tells of somebody."""
    here = r.sentences[c.token.i].start
    return any(r.mention.get(t.i) == own for t in r.doc[r.sentences[max(here - 1, 0)].start : c.token.sent.end])


def _told_of(c: Candidate) -> list[Token]:
    """What an event's title tells of: its noun, its subjects."""
    return [c.token, c.top] if c.noun else grammar.subjects(c.verb)


def _is_of_nature(c: Candidate, r: Story) -> bool:
    """Whether what is told of is a storm or a quake, or a part of one: "the edge of the storm"."""
    below = (n for t in _told_of(c) for p, n in grammar.obliques(t) if p == "of")
    return any(t.lemma_.lower() in r.lexicon.title["of_nature"] for t in (*_told_of(c), *below))


def _is_a_blow(c: Candidate, r: Story) -> bool:
    words = r.lexicon
    nouns = words.alike.keys() | set(words.alike.values()) | words.dating["blows"]
    return c.token.lemma_.lower() in (nouns if c.noun else words.triggers["befalling"])


def _is_only_placed(e: Event, c: Candidate, r: Story) -> bool:
    """Whether a title of few words names only where it is: "News conference in Bergen", "Test in Togo begins"."""
    told = {i for t in c.token.sent if (i := r.mention.get(t.i, "")).startswith(LANDS)} - {*c.actors}
    bare = e.title
    for name in sorted(map(r.names.short, told), key=len, reverse=True):
        bare = bare.replace(f" {name}", "")
    few = bare != e.title and len(bare.split()) <= FEW
    return few and c.type != "attack" and not names_somebody(bare, c, r)


def _is_at_hand(body: str, c: Candidate, r: Story) -> bool:
    """Whether what befell a thing may be told under a body: that sentence or the one before names it or is of it.

    What only somebody holds or earns, "talks with unions", "net income", is of whom the story is about, however far.
    """
    if r.names.kind.get(body) != "organisation" or not _is_of_a_thing(c, r):
        return False
    if c.type in OCCASIONS or any(t.lemma_.lower() in r.lexicon.title["results"] for t in _told_of(c)):
        return True
    here = r.sentences[c.token.i].start
    first = r.sentences[here - 1].start if here else here
    told = (t for t in r.doc[first : c.token.sent.end] if r.mention.get(t.i) == body)
    return any(t.pos_ == "PROPN" or (t.dep_ in grammar.SUBJECT and t.head.dep_ == "ROOT") for t in told)


def _of_the_land(e: Event, label: str, r: Story) -> list[str]:
    """Ids of the two who talk, or of the country that votes, by the label of their event."""
    lands = [i for i, a in r.actors.items() if a.kind == "country" and r.names.short(i) in label.split(" and ")]
    return lands if len(lands) == {"talks": 2, "vote": 1}.get(e.type) else []


def _of_those(e: Event, ids: Iterable[str]) -> Event:
    """An event with those whose it is by its label."""
    held = {p.id for p in e.actors}
    role = "with" if e.type == "talks" else "patient"
    return replace(e, actors=(*e.actors, *(Participant(i, role) for i in ids if i not in held)))


def _is_of_a_thing(c: Candidate, r: Story) -> bool:
    """Whether a title tells of an occasion or a thing, and of nobody who could be meant: "Trial opens"."""
    whose = [c.top] if c.noun else grammar.subjects(c.verb)
    return bool(whose) and not any(is_group(noun, r.lexicon) or noun.pos_ == "PRON" for noun in whose)


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


def is_of_all_the_world(title: str, r: Story) -> bool:
    """Whether a title tells of more than one country: "several countries ban pork"."""
    return not r.lexicon.title["abroad"].isdisjoint(title.lower().split())


def names_somebody(title: str, c: Candidate, r: Story) -> bool:
    """Whether a title names anybody or anything: a capital says so but for that of its first word."""
    first, *others = title.split()
    bare = first.removesuffix("'s").removesuffix("'")
    told = (t for t in c.token.sent if t.text in {first, bare} and t.i not in r.timed)  # not "Jan. 14 deadline"
    named = (t for t in told if t.pos_ == "PROPN" or t.i in r.mention)
    return any(x.isupper() for w in (first[1:], *others) for x in w) or any(named) or _begins_with_a_name(title, r)


def _begins_with_a_name(title: str, r: Story) -> bool:
    """Whether a title begins with what an actor is called, in it or in its story, which may say "Israeli"."""
    text = r.article.text
    called = ((r.names.short(a.id), *(text[m.start : m.end] for m in a.mentions)) for a in r.actors.values())
    return any(title.startswith(name) and not title[len(name) :][:1].isalnum() for names in called for name in names)


def _is_known(c: Candidate, r: Story) -> bool:
    """Whether what an event is of is told as known already: "the offer", "Saturday's concert"."""
    heads = [c.top] if c.noun else [*grammar.subjects(c.verb), *grammar.children(c.verb, grammar.OBJECT)][:1]
    which = [x for h in heads for x in h.children if x.i < h.i and x.dep_ in {"det", "nmod:poss"}]
    return any(x.lower_ in r.lexicon.dating["known"] or x.tag_ == "PRP$" or x.i in r.timed for x in which)
