"""What holds only on a condition: "if", "unless", "should they", "provided that"."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Token

from timeline.events import grammar
from timeline.events.lexicon import Lexicon
from timeline.events.status import Status


def conditional(verb: Token, lexicon: Lexicon) -> Status | None:
    """The status of what holds only if something else does, or of what only might have been."""
    marks = lexicon.status["conditional_marks"]
    first = grammar.first_conjunct(verb)  # "whether he left or was dismissed"
    inverted = _inverted(verb)
    if inverted is not None:
        return Status("conditional", (inverted,), f"“{inverted.text}” before its subject makes it a condition")
    mark = next((c for c in first.children if c.dep_ == "mark" and c.lower_ in marks), None)
    told: list[Token] | None = None
    if mark is None and (grammar.has_to(verb) or not grammar.finite_past(verb)):  # "the road will open if they leave"
        shared = () if grammar.children(verb, grammar.SUBJECT) else grammar.children(first, {"advcl"})
        clauses = [*grammar.children(verb, {"advcl"}), *shared]  # "if it rains, would wait and leave in May"
        main = marks - lexicon.status["open_marks"]
        mark = next((m for c in clauses for m in c.children if m.dep_ == "mark" and m.lower_ in main), None)
        mark = mark or next((c for c in clauses if c.lower_ in main and grammar.children(c, {"ccomp"})), None)
        around = [verb.head] if verb.dep_ == "xcomp" else []  # "intends to leave in May, should talks fail"
        beside = [*clauses, *(x for v in (verb, *around) for x in grammar.children(v, {"advcl", "parataxis"}))]
        turned = (m for c in beside if (m := _inverted(c)) is not None and m.lower_ == "should")
        mark = mark or next(turned, None)  # "should talks fail, Togo will close the road"
        told = next(
            (w for c in clauses if (w := _condition(c, lexicon)) and not _is_precaution(w, verb, lexicon)), None
        )
    if mark is None:
        mark = _first_wanted(first, lexicon) or _waited_for(first, lexicon)
    words = [mark] if mark is not None else told or _condition(verb, lexicon)
    if not words:
        return None
    if is_asked(words[0], verb, lexicon.status):
        return Status("possible", (words[0],), f"“{words[0].text}”: it is asked, not said")
    return Status("conditional", tuple(words), f"“{' '.join(t.text for t in words)}” makes it a condition")


def is_asked(mark: Token, verb: Token, words: dict[str, frozenset[str]]) -> bool:
    """Whether a clause is what a verb leaves open: "has not said whether they will meet", "voted on whether to meet".

    Not one of which it does not matter: "whether it rains or not, the road will open".
    """
    if mark.lower_ not in words["asking_marks"]:
        return False
    led = mark.i > 0 and mark.nbor(-1).lower_ in words["content_prepositions"]
    return grammar.finite_past(verb) or led or grammar.first_conjunct(verb).dep_ in grammar.COMPLEMENT


def _first_wanted(verb: Token, lexicon: Lexicon) -> Token | None:
    """The "before" that makes a condition of what is asked: "wants the troops out before it will talk"."""
    marks = lexicon.status["waiting_marks"] if verb.dep_ == "advcl" else frozenset[str]()
    ahead = any(a.lower_ in lexicon.status["modals_planned"] for a in grammar.auxiliaries(verb))
    return next((m for m in grammar.children(verb, {"mark"}) if ahead and m.lower_ in marks), None)


def _waited_for(verb: Token, lexicon: Lexicon) -> Token | None:
    """The word that makes a condition of what would be waited for: "said it would not talk until they had left"."""
    words, head = lexicon.status, verb.head
    shifted = verb.dep_ == "advcl" and grammar.is_past(verb)
    would = shifted and any(a.lower_ in words["modals_conditional"] for a in grammar.auxiliaries(head))
    marks = (m for m in grammar.children(verb, {"mark", "advmod"}) if m.lower_ in words["awaiting_marks"])
    marks = (m for m in marks if m.i > 0 and m.nbor(-1).text != ",")  # "…, when they left": it tells of a day
    return next(marks, None) if would and not any(a.lower_ == "have" for a in grammar.auxiliaries(head)) else None


def _inverted(verb: Token) -> Token | None:
    """The "had" or "should" that opens a condition without "if": "Had they signed, the army would have left"."""
    opening = verb.left_edge if verb.left_edge.text != "," else verb.left_edge.nbor()
    clause = verb.dep_ == "advcl" or (verb.dep_ == "parataxis" and verb.left_edge != opening)  # "…, should talks fail"
    if not clause or opening.dep_ != "aux" or opening.lower_ not in {"had", "should"}:
        return None
    return opening if any(s.i > opening.i for s in grammar.children(verb, grammar.SUBJECT)) else None


def _condition(verb: Token, lexicon: Lexicon) -> list[Token]:
    """The words before a verb that make its clause a condition: "in case an agreement is reached"."""
    start = verb.sent.start
    last_words = _last_words(lexicon.conditional_phrases)
    for t in reversed(list(verb.doc[start : verb.i])):
        if t.text in {",", ";", ":", '"'} or t.pos_ == "VERB":
            return []
        if t.lower_ not in last_words:
            continue
        pair = [t.nbor(-1), t] if t.i > start else [t]
        anonymous = " ".join(x.lower_ for x in verb.doc[t.i + 1 : t.i + 3]) in lexicon.status["no_condition"]
        if " ".join(x.lower_ for x in pair) in lexicon.conditional_phrases and not anonymous:
            return pair
    return []


@cache
def _last_words(phrases: tuple[str, ...]) -> frozenset[str]:
    return frozenset(phrase.rpartition(" ")[2] for phrase in phrases)


def _is_precaution(words: list[Token], verb: Token, lexicon: Lexicon) -> bool:
    """Whether what is done is done anyway: "is arming in case the talks fail", not "would go in case they pay"."""
    would = any(a.lower_ in lexicon.status["modals_conditional"] for a in grammar.auxiliaries(verb))
    return not would and " ".join(w.lower_ for w in words) in lexicon.status["precautions"]
