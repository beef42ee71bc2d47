"""What a status is: its name, the words that gave it, and what else they say; and what calls something off."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from timeline.events import grammar


@dataclass(frozen=True, slots=True)
class Status:
    """A status, the words that gave it, and whether they look back, ahead or neither."""

    value: str  # one of model.STATUSES
    cue: tuple[Token, ...]  # the words that gave it; empty when plain tense did
    reason: str  # in plain words, for the explanation
    arranged: bool = False  # fixed by somebody, not merely foreseen
    background: bool = False  # past perfect: before the story
    foreseen: bool = False  # "would" without a condition: ahead of some past
    charge: bool = False  # what somebody is accused or cleared of
    claim: Token | None = None  # the verb by which only those say it who accuse somebody of it
    standing: bool = False  # a present that tells how things stand, not what happens: "the plan calls for"
    said_by: Token | None = None  # subject of the verb that reports it

    @property
    def stands(self) -> str:
        """What an entry's status is: what only an accuser claims may be so."""
        return "possible" if self.claim is not None else self.value


def calling_off(verb: Token, words: dict[str, frozenset[str]]) -> Status | None:
    """Cancelled, where a verb says so, alone or with its particle: "cancelled", "called off"."""
    particle = grammar.particle(verb)
    cue = (verb,) if particle is None else (verb, particle)
    if verb.lemma_ in words["shelving"]:  # "was put on hold"
        held = next((n for p, n in grammar.obliques(verb) if f"{p} {n.lower_}" in words["shelved"]), None)
        if held is not None:
            return Status("cancelled", (verb, held), f"“{verb.text} … {held.text}”")
    told = grammar.phrasal(verb)
    befell = (
        grammar.is_passive(verb) and told in words["cancelled_passive"] and not grammar.children(verb, {"obl:agent"})
    )
    if told not in words["cancelled_verbs"] and not befell:
        return None
    if any(p in words["for_so_long"] and n.lemma_ in words["within_the_day"] for p, n in grammar.obliques(verb)):
        return None  # "the session was delayed by two hours": then it was held
    return Status("cancelled", cue, f"“{' '.join(t.text for t in cue)}”")
