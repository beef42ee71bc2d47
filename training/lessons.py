"""Sentences that the shipped network learns from, and their variants.

A lesson says of every word what is known: its tag, form, head and label from a treebank or from the larger parser, its
mark from a corpus of names or from the larger marker. What nobody said is left open.
"""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc, Token

from timeline.network import NAMES, Vocabulary
from training.augment import curl, headline
from training.marks import pieces, tag_of
from training.treebanks import words_of
from training.trees import Analysis

Array = NDArray[Any]

OPEN = -1  # what nobody said
TAG, MORPH, HEAD, LABEL, MARK = range(5)  # columns of what is known
SWAPPED = 0.25  # share of lessons with names that get others
SPELT = ((0.025, str.lower), (0.025, str.upper), (0.04, headline), (0.27, curl))  # shares of lessons respelt
BARE = 0.06  # share of short sentences that lose what a headline leaves out
SHORT = 24  # words of a sentence that might be a headline
LEFT_OUT = {"det", "aux", "aux:pass", "cop"}
SMALL_WORDS = {*"is are was were be been has have had a an the".split()}


@dataclass(frozen=True, slots=True)
class Lesson:
    """A sentence, what is known of its words, and how likely the larger parser holds every head."""

    words: list[str]
    spaces: list[bool]
    known: Array
    likely: Array | None = None


def of_tree(words: Sequence[Token], vocabulary: Vocabulary) -> Lesson:
    """A sentence of a treebank."""
    place = {word.i: at for at, word in enumerate(words, start=1)}
    known = [
        [
            vocabulary.tags.index(word.tag_),
            vocabulary.morphs.index(f"{word.pos_}|{word.morph}"),
            0 if word.head.i == word.i else place[word.head.i],
            vocabulary.labels.index(word.dep_),
            OPEN,
        ]
        for word in words
    ]
    return Lesson(*spelling(words), np.array(known, np.int32))


def of_names(words: Sequence[Token]) -> Lesson:
    """A sentence whose names are known; a word that is missing from what was marked is left open."""
    known = np.full((len(words), 5), OPEN, np.int32)
    known[:, MARK] = [tag_of(word) if word.ent_iob_ else OPEN for word in words]
    return Lesson(*spelling(words), known)


def of_news(words: Sequence[Token], analysis: Analysis, vocabulary: Vocabulary) -> Lesson:
    """A sentence of raw news as the larger parser reads it, with its names."""
    lesson = of_names(words)
    lesson.known[:, TAG] = [vocabulary.tags.index(tag) for tag in analysis.tags]
    lesson.known[:, MORPH] = [vocabulary.morphs.index(morph) for morph in analysis.morphs]
    lesson.known[:, HEAD] = analysis.heads
    lesson.known[:, LABEL] = [vocabulary.labels.index(label) for label in analysis.labels]
    return replace(lesson, likely=analysis.likely)


def spelling(words: Iterable[Token]) -> tuple[list[str], list[bool]]:
    """Words, and whether a space follows."""
    return [word.text for word in words], [bool(word.whitespace_) for word in words]


def in_treebanks(docs: Iterable[Doc], vocabulary: Vocabulary) -> Iterator[Lesson]:
    """The lessons of treebanks."""
    for doc in docs:
        for sentence in doc.sents:
            if words := words_of(sentence):
                yield of_tree(words, vocabulary)


def in_names(docs: Iterable[Doc]) -> Iterator[Lesson]:
    """The lessons of corpora of names."""
    return (of_names(words) for doc in docs for words in pieces(doc))


def in_news(
    raw: Sequence[str], read: Mapping[int, Analysis], marked: Iterable[Doc], vocabulary: Vocabulary
) -> Iterator[Lesson]:
    """The lessons of raw news: `read` says what its sentences are, by their places; `marked` are runs of them."""
    at = 0
    for run in marked:
        words, offset = words_of(run), 0
        while offset < len(run.text.rstrip()):
            end = offset + len(raw[at])
            sentence = [word for word in words if offset <= word.idx < end]
            analysis = read.get(at)
            if analysis is not None and len(analysis.heads) == len(sentence):
                yield of_news(sentence, analysis, vocabulary)
            at, offset = at + 1, end + 1


class Variants:
    """Other spellings, other names and headlines made of lessons."""

    def __init__(self, pools: Path, labels: Sequence[str], seed: int) -> None:
        self._chance = random.Random(seed)
        self._left_out = {at for at, label in enumerate(labels) if label in LEFT_OUT}
        self._pools: dict[str, list[str]] = json.loads(pools.read_text(encoding="utf-8"))
        self._by_length: dict[tuple[str, int], list[list[str]]] = {}
        for kind in ("ORG", "LOC"):
            for name in self._pools[kind]:
                words = name.split()
                self._by_length.setdefault((kind, len(words)), []).append(words)

    def of(self, lesson: Lesson) -> Lesson:
        """The lesson, or a variant of it."""
        if (lesson.known[:, MARK] > 0).any() and self._chance.random() < SWAPPED:
            lesson = self._swapped(lesson)
        drawn = self._chance.random()
        for share, spell in SPELT:
            if drawn < share:
                return respelt(lesson, spell)
            drawn -= share
        if drawn < BARE and lesson.known[0, HEAD] != OPEN and len(lesson.words) <= SHORT:
            return self._bare(lesson)
        return lesson

    def _swapped(self, lesson: Lesson) -> Lesson:
        """The lesson with other names of as many words in the same places; one name stays one name throughout."""
        words, marks = list(lesson.words), lesson.known[:, MARK].tolist()
        drawn: dict[tuple[int, ...], list[str]] = {}
        at = 0
        while at < len(words):
            if marks[at] <= 0 or marks[at] % 2 == 0:
                at += 1
                continue
            end = at + 1
            while end < len(words) and marks[end] == marks[at] + 1:
                end += 1
            key = (marks[at], *map(hash, words[at:end]))
            if key not in drawn:
                drawn[key] = self._another(NAMES[marks[at] // 2], words[at:end])
            words[at:end] = drawn[key]
            at = end
        return replace(lesson, words=words)

    def _another(self, kind: str, name: list[str]) -> list[str]:
        """Another name of a kind, of as many words; the same one where there is none."""
        draw, pools = self._chance.choice, self._pools
        if kind == "PERSON":
            if not all(word[0].isalpha() for word in name):
                return name
            other = [*(draw(pools["FIRST"]) for _ in name[1:]), draw(pools["LAST"])]
        elif kind == "NORP":
            other = [draw(pools["NORPS" if name[-1].endswith("s") else "NORP"])]
        else:
            other = draw(self._by_length.get((kind, len(name)), [name]))
        return other if len(other) == len(name) and not any(" " in word for word in other) else name

    def _bare(self, lesson: Lesson) -> Lesson:
        """The sentence as a headline would put it: no articles, no auxiliaries, no full stop."""
        heads, labels = lesson.known[:, HEAD].tolist(), lesson.known[:, LABEL].tolist()
        above, last = set(heads), len(heads) - 1
        kept = [
            at
            for at, word in enumerate(lesson.words)
            if at + 1 in above
            or not ((word.lower() in SMALL_WORDS and labels[at] in self._left_out) or (at == last and word == "."))
        ]
        if not 2 < len(kept) <= last:
            return lesson
        place = {0: 0, **{old + 1: new for new, old in enumerate(kept, start=1)}}
        known = lesson.known[kept]
        known[:, HEAD] = [place[head] for head in known[:, HEAD].tolist()]
        likely = lesson.likely
        if likely is not None:
            likely = likely[np.ix_(kept, [0, *(at + 1 for at in kept)])].astype(np.float32)
            likely /= likely.sum(1, keepdims=True) + 1e-6
        words = [lesson.words[at] for at in kept]
        bare = Lesson(
            [words[0][:1].upper() + words[0][1:], *words[1:]], [lesson.spaces[at] for at in kept], known, likely
        )
        return respelt(bare, headline) if self._chance.random() < 0.5 else bare


def respelt(lesson: Lesson, spell: Callable[[str], str]) -> Lesson:
    """The lesson with its text respelt; as it was when a character would move."""
    words = words_respelt(lesson.words, lesson.spaces, spell)
    return lesson if words is lesson.words else replace(lesson, words=words)


def words_respelt(words: list[str], spaces: Sequence[bool], spell: Callable[[str], str]) -> list[str]:
    """The words of a text respelt; as they were when a character would move."""
    text = "".join(word + " " * space for word, space in zip(words, spaces, strict=True))
    other = spell(text)
    if len(other) != len(text):
        return words
    respelt, at = [], 0
    for word, space in zip(words, spaces, strict=True):
        respelt.append(other[at : at + len(word)])
        at += len(word) + space
    return respelt
