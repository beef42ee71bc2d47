"""What only one side says: nobody could verify it, or whom it names denies it in the next sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from timeline.events import grammar
from timeline.events.identity import HAPPENED
from timeline.events.matter import is_definite
from timeline.events.news import tellers
from timeline.events.story import Candidate, Story


def leave_unverified(found: Sequence[Candidate], r: Story) -> None:
    """Leave to those who say so what nobody could verify: "said rebels shelled Gao. The claim could not be verified".

    And a blow that somebody denies right behind it: "said rebels shelled Gao. The rebels denied the attack".
    """
    at = {c.token.i: c for c in found}
    told: dict[int, list[Candidate]] = {}  # first token of a sentence → its events
    for c in found:
        told.setdefault(c.token.sent.start, []).append(c)
    for c in found:
        blows = _denies_a_blow(c, at, r)
        for start in _sentences(c, 1 if blows else _unverified(c, r), r):
            for o in told.get(start, ()):
                said = next(iter(tellers(o, r)), None) if o.token.i < c.token.i else None
                meant = o.status.value in HAPPENED and (o.type == "attack" if blows else o.type != "statement")
                if said is not None and meant:
                    o.status = replace(o.status, claim=o.status.claim or said)


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
    several = any(t.tag_ == "NNS" or any(x.lower_ in words["of_several"] for x in t.children) for t in things)
    return 2 if several else 1


def _denies_a_blow(c: Candidate, at: dict[int, Candidate], r: Story) -> bool:
    """Whether somebody denies an attack told of before, not a share in it: "denied the attack"."""
    if c.noun or c.token.lemma_.lower() not in r.lexicon.triggers["denying"] or c.status.value != "occurred":
        return False
    blows = (at[o.i] for o in grammar.objects(c.verb) if o.i in at)
    return any(o.noun and o.type == "attack" and is_definite(o.top, r.lexicon) for o in blows)


def _sentences(c: Candidate, back: int, r: Story) -> list[int]:
    """First tokens of an event's sentence and of so many before it; none: of none."""
    starts = [c.token.sent.start]
    while back >= len(starts) and starts[-1]:
        starts.append(r.doc[starts[-1] - 1].sent.start)
    return starts if back else []
