"""What only one side says: nobody could verify it, or whom it names denies it in the next sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from timeline.events import grammar
from timeline.events.identity import HAPPENED
from timeline.events.matter import is_definite
from timeline.events.news import tellers
from timeline.events.story import Candidate, Story

_WHOLE = 99  # sentences before "neither account could be verified": its whole paragraph


def leave_unverified(found: Sequence[Candidate], r: Story) -> None:
    """Leave to those who say so what nobody could verify: "said rebels shelled Gao. The claim could not be verified".

    And a blow that somebody denies right behind it: "said rebels shelled Gao. The rebels denied the attack"; and what
    somebody is said to have done, who denies that he struck: "said rebels shelled Gao. They denied firing at it".
    """
    at = {c.token.i: c for c in found}
    told: dict[int, list[Candidate]] = {}  # first token of a sentence → its events
    for c in found:
        told.setdefault(c.token.sent.start, []).append(c)
    for c in found:
        blows = _denies_a_blow(c, at, r)
        accused = set() if blows else _denies_striking(c, at, r)
        for start in _sentences(c, 1 if blows or accused else _unverified(c, r), r):
            for o in told.get(start, ()):
                said = next(iter(tellers(o, r)), None) if o.token.i < c.token.i else None
                meant = o.status.value in HAPPENED and (o.type == "attack" if blows else o.type != "statement")
                if said is None or not meant or (accused and accused.isdisjoint(_doers(o))):
                    continue
                o.status = replace(o.status, claim=o.status.claim or said)


def _doers(c: Candidate) -> set[str]:
    return {*c.agents, *(p.id for p in c.unnamed if p.role == "agent")}


def _unverified(c: Candidate, r: Story) -> int:
    """Up to how many sentences before a clause tell what it says nobody could verify; 0: it says no such thing."""
    words = r.lexicon.status
    if c.noun or c.token.lemma_.lower() not in words["verifying_verbs"]:
        return 0
    unable = grammar.has_to(c.verb) and c.verb.head.lower_ in words["unable"]
    if c.status.value != "denied" and not unable:
        return 0
    things = grammar.subjects(c.verb) if grammar.is_passive(c.verb) else grammar.objects(c.verb)
    if not any(t.lemma_.lower() in words["claim_nouns"] | words["accounts"] or t.pos_ == "PRON" for t in things):
        return 0
    each = any(x.lower_ in words["of_several"] for t in things for x in t.children)
    return _WHOLE if each else 2 if any(t.tag_ == "NNS" for t in things) else 1


def _denies_a_blow(c: Candidate, at: dict[int, Candidate], r: Story) -> bool:
    """Whether somebody denies an attack told of before, not a share in it: "denied the attack"."""
    if c.noun or c.token.lemma_.lower() not in r.lexicon.triggers["denying"] or c.status.value != "occurred":
        return False
    blows = (at[o.i] for o in grammar.objects(c.verb) if o.i in at)
    return any(o.noun and o.type == "attack" and is_definite(o.top, r.lexicon) for o in blows)


def _denies_striking(c: Candidate, at: dict[int, Candidate], r: Story) -> set[str]:
    """Those who deny that they struck, or for whom somebody does: "the rebels' spokesman denied any attack"."""
    if c.noun or c.token.lemma_.lower() not in r.lexicon.triggers["denying"] or c.status.value != "occurred":
        return set()
    below = [*grammar.objects(c.verb), *grammar.children(c.verb, {"ccomp", "xcomp"})]
    below += [x for t in below for x in grammar.objects(t)]
    if not any(
        t.lemma_.lower() in r.lexicon.dating["blows_done"] or (t.i in at and at[t.i].type == "attack") for t in below
    ):
        return set()
    who = [t.i for s in grammar.subjects(c.verb) for t in s.subtree]
    return {names[i] for names in (r.mention, r.groups) for i in who if i in names} | set(c.agents)


def _sentences(c: Candidate, back: int, r: Story) -> list[int]:
    """First tokens of an event's sentence and of so many before it in its paragraph; none: of none."""
    starts = [c.token.sent.start]
    while back >= len(starts) and starts[-1] and "\n\n" not in r.doc[starts[-1] - 1].text:
        starts.append(r.doc[starts[-1] - 1].sent.start)
    return starts if back else []
