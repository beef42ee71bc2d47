"""Names as one tag a word ("B-LOC", "I-LOC", "O"), and the best tags of a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc, Token

from training.names import LABELS
from training.treebanks import words_of

TAGS = ("O", *(f"{place}-{label}" for label in LABELS for place in "BI"))
LONGEST = 56  # words of a piece
ENDS = {".", "?", "!"}
CLOSES = {'"', "''", ")", "”"}  # may stand after an end
SHORTEST = 5  # words of a piece that ends with a sentence: "U.S." is none
NEVER = -1e9


def tag_of(token: Token) -> int:
    """The number of a word's tag."""
    return TAGS.index(f"{token.ent_iob_}-{token.ent_type_}") if token.ent_type_ in LABELS else 0


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


def may_follow(before: str, tag: str) -> bool:
    """Whether a tag may stand after another: "I-LOC" only inside a place."""
    return tag[0] != "I" or before[2:] == tag[2:]


REFUSED = np.array([[0.0 if may_follow(before, tag) else NEVER for tag in TAGS] for before in TAGS])


def best_tags(likely: NDArray[Any]) -> list[int]:
    """The likeliest tags of a sentence that fit together; `likely` holds the probability of every tag of every word."""
    scores = np.log(likely + 1e-9)
    total = scores[0] + REFUSED[0]  # it begins as after no name
    back: list[NDArray[Any]] = []
    for word in scores[1:]:
        ways = total[:, None] + REFUSED
        back.append(ways.argmax(0))
        total = ways.max(0) + word
    path = [int(total.argmax())]
    for step in reversed(back):
        path.append(int(step[path[-1]]))
    return path[::-1]


def spans(tags: Iterable[int]) -> list[tuple[int, int, str]]:
    """The names that tags mark: first word, end, label."""
    found: list[tuple[int, int, str]] = []
    start: int | None = None
    label = ""
    for at, tag in enumerate([*tags, 0]):
        if start is not None and not TAGS[tag].startswith("I"):
            found.append((start, at, label))
            start = None
        if TAGS[tag].startswith("B"):
            start, label = at, TAGS[tag][2:]
    return found
