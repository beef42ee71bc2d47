"""The best tree over scored arcs in which no two arcs cross: Eisner 1996."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]
Cuts = list[list[int]]
_CELLS = 200_000  # of a table of sentences that are reckoned side by side
_ALIKE = 0.6  # how much of the longest sentence's length those beside it have


def best_trees(scores: Sequence[Array]) -> list[list[int]]:
    """The head of every word of every sentence, 0 the root and 1 the first word; one word of each hangs on the root.

    `scores[sentence][word, head]` says how well a head would do; the words count from 0, the heads as in what is
    returned. Sentences are reckoned side by side: what one of them gets does not depend on the others.
    """
    found: list[list[int]] = [[]] * len(scores)
    waiting = sorted(range(len(scores)), key=lambda at: len(scores[at]))
    while waiting:
        longest = len(scores[waiting[-1]])
        alike = sum(len(scores[at]) > longest * _ALIKE for at in waiting)
        together = max(1, min(alike, _CELLS // longest**2))
        here, waiting = waiting[-together:], waiting[:-together]
        for at, heads in zip(here, _side_by_side([scores[at] for at in here], longest), strict=True):
            found[at] = heads
    return found


def _side_by_side(scores: Sequence[Array], size: int) -> Iterator[list[int]]:
    """The heads of some sentences, none longer than `size`; what lies past the end of one is of no account."""
    many = len(scores)
    arcs = np.zeros((many, size, size), np.float32)
    for sentence, one in enumerate(scores):
        arcs[sentence, : len(one), : len(one)] = one[:, 1:]
    word, away = np.arange(size)[:, None], np.arange(size)
    # The scores of arcs over so many words, from the word and from those before it.
    right = arcs[:, np.minimum(word + away, size - 1), word]
    left = arcs[:, np.maximum(word - away, 0), word]
    # Of a run of words: the best sum when the first (or the last) heads all, and when an arc goes from the first to
    # the last (or back), too; by the run's first word (or its last), and its length less one.
    first_heads, first_heads_by_end, last_heads, last_heads_by_end = np.zeros((4, many, size, size), np.float32)
    cut_arc, cut_right, cut_left = np.zeros((3, many, size, size), np.int16)  # where the best parts of it meet
    for length in range(1, size):
        i, j = slice(None, size - length), slice(length, None)
        shorter, longer = slice(None, length), slice(1, length + 1)
        meeting = first_heads[:, i, shorter] + last_heads_by_end[:, j, shorter][..., ::-1]
        cut_arc[:, i, length] = meeting.argmax(2)
        met = meeting.max(2)
        right[:, i, length] += met
        left[:, j, length] += met
        onward = right[:, i, longer] + first_heads_by_end[:, j, shorter][..., ::-1]
        cut_right[:, i, length] = onward.argmax(2)
        first_heads[:, i, length] = first_heads_by_end[:, j, length] = onward.max(2)
        backward = last_heads[:, i, shorter] + left[:, j, longer][..., ::-1]
        cut_left[:, i, length] = backward.argmax(2)
        last_heads[:, i, length] = last_heads_by_end[:, j, length] = backward.max(2)
    for sentence, one in enumerate(scores):
        last = len(one) - 1
        under_root = last_heads[sentence, 0, : last + 1] + first_heads_by_end[sentence, last, last::-1] + one[:, 0]
        cuts = (table[sentence, : last + 1, : last + 1].tolist() for table in (cut_arc, cut_right, cut_left))
        yield _heads(int(under_root.argmax()), last, *cuts)


def _heads(root: int, last: int, cut_arc: Cuts, cut_right: Cuts, cut_left: Cuts) -> list[int]:
    """The heads that lead to the best sum, from the root's word down."""
    heads = [0] * (last + 1)
    # From, to, whether the left heads all, whether it is whole.
    rest: list[tuple[int, int, bool, bool]] = [(0, root, False, True), (root, last, True, True)]
    while rest:
        start, end, from_left, whole = rest.pop()
        if start == end:
            continue
        length = end - start
        if not whole:
            heads[end if from_left else start] = (start if from_left else end) + 1
            cut = start + cut_arc[start][length]
            rest += [(start, cut, True, True), (cut + 1, end, False, True)]
        elif from_left:
            cut = start + cut_right[start][length] + 1
            rest += [(start, cut, True, False), (cut, end, True, True)]
        else:
            cut = start + cut_left[start][length]
            rest += [(start, cut, False, True), (cut, end, False, False)]
    return heads


def is_tree(heads: Array) -> bool:
    """Whether the heads make a tree under one word in which no arcs cross; they count as in `best_tree`."""
    if np.count_nonzero(heads == 0) != 1:
        return False
    words = np.arange(1, len(heads) + 1)
    first, last = np.minimum(words, heads), np.maximum(words, heads)
    if ((first[:, None] < first) & (first < last[:, None]) & (last[:, None] < last)).any():
        return False
    above = np.append(0, heads)
    for _ in range(len(heads).bit_length()):
        above = above[above]
    return not above.any()
