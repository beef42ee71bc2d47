"""Names as one tag a word ("B-LOC", "I-LOC", "O"), and the best tags of a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc, Token

from timeline.network import MARKS, fitting
from training.names import LABELS
from training.treebanks import words_of

LONGEST = 56  # words of a piece
ENDS = {".", "?", "!"}
CLOSES = {'"', "''", ")", "”"}  # may stand after an end
SHORTEST = 5  # words of a piece that ends with a sentence: "U.S." is none


def tag_of(token: Token) -> int:
    """The number of a word's tag."""
    return MARKS.index(f"{token.ent_iob_}-{token.ent_type_}") if token.ent_type_ in LABELS else 0


def pieces(doc: Doc) -> Iterator[list[Token]]:
    """The words of a document by sentences, as far as its points tell, none longer than `LONGEST`."""
    piece: list[Token] = []
    words = words_of(doc)
    for at, word in enumerate(words):
        piece.append(word)
        after = words[at + 1].text if at + 1 < len(words) else ""
        if (word.text in ENDS and after not in CLOSES and len(piece) >= SHORTEST) or len(piece) == LONGEST:
            yield piece
            piece = []
    if piece:
        yield piece


def best_tags(likely: NDArray[Any]) -> list[int]:
    """The likeliest tags of a sentence that fit together; `likely` holds the probability of every tag of every word."""
    return fitting(np.log(likely + 1e-9))


def spans(tags: Iterable[int]) -> list[tuple[int, int, str]]:
    """The names that tags mark: first word, end, label."""
    found: list[tuple[int, int, str]] = []
    start: int | None = None
    label = ""
    for at, tag in enumerate([*tags, 0]):
        if start is not None and not MARKS[tag].startswith("I"):
            found.append((start, at, label))
            start = None
        if MARKS[tag].startswith("B"):
            start, label = at, MARKS[tag][2:]
    return found
