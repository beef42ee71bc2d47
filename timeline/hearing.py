"""The tense heard at a place of a text: from the parse where there is one, from the words otherwise."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

from timeline import tense
from timeline.tense import Heard


def tense_reader(text: str, doc: Any, language: str) -> Callable[[int, int], Heard]:
    """What hears the tense at a stretch of this text, each stretch once."""

    @cache
    def by_words(start: int, end: int) -> Heard:
        return tense.heard(text, start, end, language)

    if doc is None or not doc.has_annotation("DEP"):
        return by_words

    @cache
    def by_parse(start: int, end: int) -> Heard:
        span = doc.char_span(start, end, alignment_mode="expand")
        behind = tense.since(text, start, language) or tense.suffered(text, start, end, language)
        behind = behind or tense.came_after(text, start, language)
        if span is None or behind or text[end : end + 2] in tense.OWNING:
            return by_words(start, end)
        if tense.is_since_then(span.root, language):
            return Heard("past", True, own=True)
        parsed, said = tense.tense_at(doc, span.root, language), by_words(start, end)
        same = said.tense == parsed
        if said.tense == "either":  # "had been due on Friday": the parse knows no better
            pass
        elif parsed == "either":
            said = Heard("either")
        elif parsed == "future":
            ahead = same or said.plain or said.tense is None or tense.has_purpose(span.root, language)
            ahead = ahead or tense.is_bidden(span.root, language)
            said = Heard(parsed, True, ahead, same and said.own)
        elif parsed == "past" and (
            not (said.tense == "future" and (said.sure or tense.reaches(text, start, language)))
            or tense.ends_its_aside(span.root, language)
        ):
            # a modal right beside the time is not overruled by the parse, nor is "promised an answer by Friday"
            said = Heard(parsed, said.tense != "future", own=same and said.own, of_noun=same and said.of_noun)
        elif parsed == "present" and said.tense in {"past", None} and tense.is_behind_a_present(span.root, language):
            # "Kos, held since May, goes on trial on 6 April", "addresses the house on Monday"
            said = Heard("present", False, True)
        elif parsed == "present" and said.tense is None and tense.speaks_of_oneself(span.root, language):
            said = Heard("present", False, True)  # "I have an exam on Thursday", "we are back on Monday"
        aside = (
            said.tense == "future" and span.root.pos_ == "DET"
        )  # "appeal the 3 May ruling": its article is the ruling's
        word = next(t for t in reversed(span) if t.head not in span or t.head == t) if aside else span.root
        return said._replace(of_noun=said.of_noun or (not said.own and _before_noun(word, said.tense, language)))

    return by_parse


def _before_noun(time: Any, told: str | None, language: str) -> bool:
    """Whether a time belongs to the noun after it, not to the clause: "tries to sell under a June agreement".

    What the past is told of is past itself: "the June agreement was broken"; and what is said or done in a speech or at
    a meeting has its date: "in his June 15 speech he refused".
    """
    noun = time.head
    modifies = time.dep_ in {"compound", "nummod", "nmod", "nmod:unmarked", "amod"}
    past = told == "past" and noun.dep_.startswith("nsubj")
    before = modifies and time.i < noun.i and noun.pos_ in {"NOUN", "PROPN"}
    return bool(before and not past and not tense.is_scene(noun, language))
