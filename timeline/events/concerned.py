"""Whom an event concerns who neither do it nor have it done to them: "the hunt for Kos", "said that Karhu must pay".

They stand further down in the words that tell the event: below what a verb has as its object, in what somebody is to
do, in what somebody says. In an entry of the calendar they take part as patients, and change nothing else of it:
neither its title nor how much it deserves its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from timeline.events import grammar
from timeline.events.groups import acts_for_others, called, is_group
from timeline.events.participants import is_a_thing, is_deed, is_press, who
from timeline.events.story import Candidate, Story, acts
from timeline.model import Event, Participant

DEPTH = 3  # phrases below a verb: "a bid for 59% of the shares of Karhu"


def concern(events: Iterable[Event], found: Sequence[Candidate], r: Story) -> list[Event]:
    """The events, the entries of the calendar among them with those whom they concern as further patients."""
    at = {c.token.i: c for c in found if not c.noun}
    out: list[Event] = []
    for e, c in zip(events, found, strict=True):
        if e.on_calendar:
            held = {p.id for p in e.actors}
            told = dict.fromkeys([*_below_an_event(c, r), *_in_what_is_said(c, at, r)])
            more = [i for i in told if i in r.actors and i not in held and acts(i) and not is_press(i, r)]
            more += [i for i in dict.fromkeys(_harmed(c, r)) if i not in held and i not in more]
            e = replace(e, actors=(*e.actors, *(Participant(i, "patient") for i in more)))
        out.append(e)
    return out


def join_named(events: Iterable[Event], found: Sequence[Candidate], r: Story) -> Iterator[Event]:
    """The events; those of the calendar with the people and bodies that their titles name: "sues over Karhu deal".

    Whose government it is has no part of his own ("the Kos cabinet"), nor has the press that only tells of it.
    """
    for e, c in zip(events, found, strict=True):
        more = list(_told_in(e, c, r)) if e.on_calendar else []
        yield replace(e, actors=(*e.actors, *(Participant(i, "patient") for i in more))) if more else e


def _told_in(e: Event, c: Candidate, r: Story) -> Iterator[str]:
    held = {p.id for p in e.actors}
    held |= {of for i in held if i in r.actors and (of := r.actors[i].of)}  # "two of Karhu's drivers"
    bare = e.title
    for name in sorted((r.names.short(i) for i in held if i in r.actors), key=len, reverse=True):
        bare = bare.replace(name, "")  # "Jan Kos" names no other "Kos"
    says = {i for t in grammar.subjects(c.status.claim) if (i := r.mention.get(t.i))} if c.status.claim else set()
    told = [(i, t) for t in c.token.sent if (i := r.mention.get(t.i)) is not None and i not in says]
    heads = [(i, t) for i, t in told if r.mention.get(t.head.i) != i]
    below = [(i, t) for i, t in heads if t.dep_ not in {"nmod:poss", "poss"} and c.verb.is_ancestor(t)]
    outright = {i for i, t in below if not _is_aside(t, r)}
    aside = {i for i, t in heads if _is_aside(t, r)} - outright
    for i in dict.fromkeys(i for i, _ in told):
        by_name = i not in held | aside and i in r.actors and r.actors[i].kind in {"person", "organisation"}
        if by_name and not is_press(i, r) and re.search(rf"\b{re.escape(r.names.short(i))}(?!\w)", bare):
            yield i


def _is_aside(name: Token, r: Story) -> bool:
    """Whether a name only says whose people some are, where something is or of what kind: "Kos's aides", "at Karhu"."""
    roles, groups = r.lexicon.roles, r.lexicon.groups
    name = name.head if name.dep_ in {"appos", "flat", "flat:name"} else name  # "a rig leased by the oil company Karhu"
    above = name.head
    preposition = grammar.case(above if name.dep_ == "compound" else name).split(" ")[0]
    somewhere = preposition in roles["place"] | groups["bare_in"] and not r.mention.get(name.i, "").startswith(
        "person:"
    )
    theirs = preposition not in roles["serving"] and is_group(above, r.lexicon)  # "identified the suspect as Kos"
    theirs = theirs or above.lemma_.lower() in roles["kin"] | roles["others"] | groups["led"]
    leased = above.dep_ in grammar.REDUCED and grammar.is_passive(above)  # "a rig leased by Karhu exploded"
    return somewhere or leased or (above.pos_ == "NOUN" and theirs)


def _below_an_event(c: Candidate, r: Story) -> Iterator[str]:
    verb = c.support if c.support is not None else c.verb
    if c.noun:
        yield from _below(c.top, r)
    if grammar.is_verb(verb):
        yield from _below_a_verb(verb, r)
        if not (c.actors or c.unnamed or grammar.is_passive(verb)):  # "the ratification of Karhu's merger was over"
            of = [
                n for s in grammar.subjects(verb) for p, n in grammar.obliques(s) if p in r.lexicon.roles["belonging"]
            ]
            yield from (i for n in of for i in (*_itself(n, r), *_owners(n, r)))


def _below_a_verb(verb: Token, r: Story, depth: int = DEPTH) -> Iterator[str]:
    """Those named below a verb's objects and obliques, and in what somebody is to do: "asked Gil to meet Vidal"."""
    roles = r.lexicon.roles
    for s in grammar.subjects(verb):  # "a venture involving units of Karhu"
        made = [v for v in grammar.children(s, grammar.REDUCED) if v.lemma_.lower() in roles["made_of"]]
        if grammar.is_passive(verb):  # "a letter to Gil was published"
            yield from _below(s, r)
        yield from (i for v in made for o in grammar.objects(v) for i in (*_itself(o, r), *_of_its_parts(o, r)))
    for o in grammar.objects(verb):
        yield from _below(o, r)
    for preposition, n in grammar.obliques(verb, r.timed):
        occasion, deed = n.lemma_.lower() in r.lexicon.nouns, n.lemma_.lower() in roles["concerning"]
        if preposition in roles["leading_on"] or (deed and preposition in roles["party"]):
            yield from _below(n, r)
            if preposition in roles["serving"]:
                yield from _beside_an_office(n, r)
        elif occasion:  # "spoke at a meeting with Chad"
            yield from _by_whom(n, r)
            yield from (i for p, x in grammar.obliques(n) if p in roles["together"] for i in _itself(x, r))
    for x in grammar.children(verb, {"advcl"}):  # "Kos won, defeating Gil"
        yield from _done_to(x, r) if x.tag_ == "VBG" and x.lemma_.lower() in roles["in_doing_so"] else ()
        joins = grammar.has_to(x) and x.lemma_.lower() in roles["joining"]  # "signed papers to become members of NATO"
        yield from (*_done_to(x, r), *_below_a_verb(x, r, depth - 1)) if joins and depth else ()
    for x in _complements(verb, r) if depth else ():
        if x.pos_ == "NOUN":
            yield from _beside_an_office(x, r)
        else:  # "to stand united with Vidal"
            yield from _done_to(x, r)
            yield from _below_a_verb(x, r, depth - 1)


def _harmed(c: Candidate, r: Story) -> Iterator[str]:
    """Those whom something has killed or hurt in happening: "a rig blew up, killing nine dockers"."""
    for x in grammar.children(c.verb, {"advcl"}) if not c.noun else ():
        if x.tag_ == "VBG" and r.lexicon.verbs.get(x.lemma_.lower()) == "attack":
            done_to = [o for o in grammar.objects(x) if not is_a_thing(o, r)]
            yield from (i for o in done_to for i in who(o, r) if acts(i) and i not in r.faceless)


def _complements(verb: Token, r: Story) -> Iterator[Token]:
    """What somebody is or is to do: no purpose, "spoke to save her seat"."""
    aims = verb.lemma_.lower() in r.lexicon.roles["resolving"] | grammar.WORDS["control"]
    for x in grammar.children(verb, {"xcomp", "advcl"}):
        if x.dep_ == "xcomp" or (aims and grammar.has_to(x)):
            yield x


def _done_to(verb: Token, r: Story) -> Iterator[str]:
    """Those whom an infinitive has as its objects, or under a preposition: "vowed to rely on Karhu"."""
    for o in grammar.objects(verb):
        if not is_a_thing(o, r):
            yield from _itself(o, r)
    for preposition, n in grammar.obliques(verb, r.timed):
        if preposition in r.lexicon.roles["party"] and not grammar.is_circumstance(preposition, n):
            yield from (i for i in _itself(n, r) if not _is_where(i, preposition, r))
            facing = [x for p, x in grammar.obliques(n) if p in r.lexicon.roles["facing"]]  # "with Vidal against Chad"
            yield from (i for x in facing for i in _itself(x, r))


def _itself(noun: Token, r: Story) -> list[str]:
    """Those whom a noun names itself, or those whom it acts for: "Togo", "the Togolese government"."""
    known = noun.i in r.mention or called(noun, r.mention) is not None
    return who(noun, r) if known or (is_group(noun, r.lexicon) and acts_for_others(noun, r.lexicon)) else []


def _of_its_parts(noun: Token, r: Story) -> list[str]:
    """The bodies that parts are of: "units of Karhu and Tallink"."""
    return [i for p, n in grammar.obliques(noun) if p in r.lexicon.roles["belonging"] for i in _itself(n, r)]


def _beside_an_office(noun: Token, r: Story) -> Iterator[str]:
    """Those whom an office is of: "as adviser to Vidal", "became members of the alliance", "to be Vidal's doctor"."""
    if is_group(noun, r.lexicon) or noun.lemma_.lower() in r.lexicon.roles["kin"] | r.lexicon.groups["counted"]:
        yield from (i for c in grammar.children(noun, {"nmod:poss", "poss"}) if c.pos_ == "PROPN" for i in who(c, r))
        for preposition, n in grammar.obliques(noun):
            if preposition in r.lexicon.roles["office_of"]:
                named = who(n, r) if n.i in r.mention else _below(n, r)
                yield from (i for i in named if not i.startswith("country:"))


def _below(noun: Token, r: Story, depth: int = DEPTH) -> Iterator[str]:
    """Those whom a thing's own phrase names: "a bill from Karhu", "a bid for 59% of Karhu"."""
    lemma, roles = noun.lemma_.lower(), r.lexicon.roles
    of_others = is_group(noun, r.lexicon) or lemma in roles["others"] | roles["kin"]
    if noun.i in r.mention or noun.i in r.timed or of_others or not depth:
        return
    yield from _by_whom(noun, r)
    # "extended its offer to buy Karhu", "a motion to impeach Vidal"
    yield from (i for v in grammar.children(noun, {"acl"}) if grammar.has_to(v) for i in _done_to(v, r))
    for preposition, n in grammar.obliques(noun):
        if preposition in roles["inside"] and is_deed(n, r):  # "$4 million in aid for Togo"
            yield from _below(n, r, depth - 1)
        if preposition not in roles["party"]:
            continue
        named = _itself(n, r)
        deed = is_deed(noun, r)
        if deed or preposition not in roles["listing"]:  # no route: "services between Chad and Togo"
            yield from (i for i in named if not _is_where(i, preposition, r, deed=deed))
        yield from _owners(n, r)
        if named:  # "a lawsuit by Maas against Karhu (nmod)"
            beside = [x for p, x in grammar.obliques(n) if p in roles["facing"] | roles["against"]]
            yield from (i for x in beside for i in _itself(x, r))
        else:
            yield from _below(n, r, depth - 1)


def _owners(noun: Token, r: Story) -> Iterator[str]:
    """Whose a thing is: "a gain from the sale of *Karhu's* stake", "billions off the *Karhu* share price"."""
    if noun.i in r.mention or is_group(noun, r.lexicon):
        return
    owned = [c for c in grammar.children(noun, {"nmod:poss", "poss"}) if c.pos_ == "PROPN"]
    parts = [t for c in grammar.children(noun, {"compound"}) for t in c.subtree]
    owned += [t for t in parts if r.mention.get(t.i, "").startswith("organisation:")]
    yield from (i for c in owned for i in _itself(c, r) if i.startswith(("organisation:", "person:")))


def _by_whom(noun: Token, r: Story) -> Iterator[str]:
    """Who has done something to a thing: "a resolution drafted by Chad", "an attack claimed by the rebels"."""
    for v in grammar.children(noun, grammar.REDUCED):
        if grammar.is_passive(v):
            yield from (i for p, n in grammar.obliques(v) if p == "by" for i in _itself(n, r))


def _is_where(actor: str, preposition: str, r: Story, *, deed: bool = False) -> bool:
    """Whether a preposition makes a place of an actor, or says of what a thing is: "a study of Peru"."""
    if actor.startswith("country:"):
        against = preposition in r.lexicon.roles["facing"]
        return not (against or (deed and preposition not in r.lexicon.roles["inside"]))
    return preposition in r.lexicon.roles["inside"] and not actor.startswith("organisation:")


def _in_what_is_said(c: Candidate, at: dict[int, Candidate], r: Story) -> Iterable[str]:
    """Those whom somebody says something of: "said that Karhu must pay Tallink"."""
    verb, lemma = c.verb, c.verb.lemma_.lower()
    says = lemma in r.lexicon.reporting | r.lexicon.status["hoped_verbs"] or r.lexicon.verbs.get(lemma) == "statement"
    if c.noun or not says:
        return
    content = grammar.children(verb, {"ccomp"})
    if verb.dep_ == "parataxis" and grammar.is_verb(verb.head):  # "Karhu must pay, Gil says"
        content = [*content, verb.head]
    for told in content:
        if told.i in at:
            yield from at[told.i].actors
            yield from _below_a_verb(told, r, 1)
        else:
            doers = grammar.subjects(told)
            yield from (i for s in doers for i in _itself(s, r))
            yield from _done_to(told, r)
