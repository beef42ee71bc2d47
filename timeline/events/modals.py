"""What a modal makes of its verb: "will", "may", "would", "must"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from timeline.events import grammar
from timeline.events.charges import is_reported, reporter_of
from timeline.events.lexicon import Lexicon
from timeline.events.status import Status
from timeline.tense import was_sensed


def by_modal(verb: Token, aux: list[Token], lexicon: Lexicon) -> Status | None:
    """From negation and modals: "will", "may", "should", "would", "not"."""
    words = lexicon.status

    def first(kind: str) -> Token | None:
        return next((a for a in aux if a.lower_ in words[kind]), None) if aux else None

    negated = grammar.negation(verb)
    future, may, should = first("modals_planned"), first("modals_possible"), first("modals_hoped")
    if negated is not None and may is not None and may.lower_ in {"could", "can", "ca"}:
        return Status("denied", (may, negated), f"“{may.text} {negated.text}”")
    if negated is not None and _is_undecided(verb, aux, words):
        return Status("ongoing", (negated,), "nothing is decided by now")
    if negated is not None and may is None and should is None:
        to_come = " or not to come" if future is not None else ""
        return Status("denied", (negated,), f"“{negated.text}” says it is not so{to_come}")
    wishes = _beside(verb) if may is not None or future is not None else ()
    wished = next((c for c in wishes if c.lower_ in words["hoped_adverbs"]), None)
    if wished is not None:
        return Status("hoped", (wished,), f"“{wished.text}”: wished for, not arranged")
    if may is not None and was_sensed(verb):
        return Status("occurred", (), f"“{may.text} be {verb.text}”: so it was")
    if may is not None:
        return Status("possible", (may,), f"“{may.text}”: it may or may not come")
    if should is not None:
        return Status("hoped", (should,), f"“{should.text}”: wanted, not arranged")
    hedges = (c for c in grammar.children(verb, {"advmod"}) if c.i < verb.i)  # not "left, apparently to see them"
    adverb = next((c for c in hedges if c.lower_ in words["possible_adverbs"]), None)
    if future is not None and adverb is not None:
        return Status("possible", (future, adverb), f"“{future.text} {adverb.text}”: it may or may not come")
    if future is not None:
        return Status("planned", (future,), f"“{future.text}” says it will come")
    would = first("modals_conditional")
    if would is not None:
        if any(a.lower_ == "have" for a in aux):
            return Status("denied", (would,), f"“{would.text} have”: it did not come about")
        sayer = reporter_of(verb, lexicon)
        reported = sayer is not None or is_reported(verb, lexicon)
        if reported and adverb is not None:
            return Status("possible", (would, adverb), f"“{would.text} {adverb.text}”: it may or may not come")
        if reported and (sayer is None or sayer.head.tag_ not in {"VBZ", "VBP"}):  # "says a tax would hurt them"
            return Status("planned", (would,), f"“{would.text}”: said to come")
        plan = _under_a_plan(verb, words)
        if plan is not None:
            hoped = plan.lemma_.lower() in words["hoped_nouns"] | words["proposing_nouns"]
            hoped = hoped or any(c.lower_ in words["proposed"] for c in grammar.children(plan, {"amod", "compound"}))
            return Status("hoped" if hoped else "planned", (would, plan), f"“{would.text}” under a “{plan.text}”")
        return Status("conditional", (would,), f"“{would.text}” makes it a condition", foreseen=True)
    if adverb is not None:
        return Status("possible", (adverb,), f"“{adverb.text}”: a claim nobody stands for")
    return None


def _is_undecided(verb: Token, aux: list[Token], words: dict[str, frozenset[str]]) -> bool:
    """Whether it is open by now what a verb of deciding would settle: "has not decided whether to go"."""
    if verb.lemma_.lower() not in words["settling_verbs"] or not any(a.tag_ in {"VBZ", "VBP"} for a in aux):
        return False
    behind = [t for t in verb.children if t.i > verb.i]
    return any(t.lower_ in grammar.WORDS["asking"] for c in behind for t in (c, *c.children))


def _under_a_plan(verb: Token, words: dict[str, frozenset[str]]) -> Token | None:
    """What arranges or proposes that somebody would do something: "under the plan, the two would form a council"."""
    first = grammar.first_conjunct(verb)
    for v in (verb, first) if first != verb and not grammar.children(verb, {"advcl"}) else (verb,):
        for preposition, noun in grammar.obliques(v):
            plans = words["planned_nouns"] | words["hoped_nouns"] | words["settling_nouns"] | words["proposing_nouns"]
            if preposition in words["under"] and noun.lemma_.lower() in plans:
                return noun
    return None


def _beside(verb: Token) -> Iterator[Token]:
    """The adverbs of a verb, those among them that open its sentence and hang on a time: "Hopefully in May we will"."""
    yield from grammar.children(verb, {"advmod"})
    first = verb.sent[0] if verb.sent[0].is_alpha or verb.i == verb.sent.start else verb.sent[1]
    if first.dep_ == "advmod" and first.head.head == verb:
        yield first
