"""The best tree over scored arcs in which no two arcs cross: Eisner 1996."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]


def best_tree(scores: Array) -> list[int]:
    """The head of every word, 0 the root and 1 the first word; exactly one word hangs on the root.

    `scores[word, head]` says how well a head would do; the words count from 0, the heads as in what is returned.
    """
    size = len(scores)
    arcs = scores[:, 1:]
    # Of the words from i to j: the best sum when i (or j) heads all, and when an arc goes from i to j (or back), too.
    whole_right, whole_left, arc_right, arc_left = np.zeros((4, size, size))
    cut_arc, cut_right, cut_left = np.zeros((3, size, size), np.int64)  # where the best parts of it meet
    for length in range(1, size):
        i = np.arange(size - length)
        j, inner = i + length, i[:, None] + np.arange(length)
        left, right = i[:, None], j[:, None]
        meeting = whole_right[left, inner] + whole_left[inner + 1, right]
        at = meeting.argmax(1)
        cut_arc[i, j] = i + at
        arc_right[i, j] = meeting[i, at] + arcs[j, i]
        arc_left[i, j] = meeting[i, at] + arcs[i, j]
        onward = arc_right[left, inner + 1] + whole_right[inner + 1, right]
        at = onward.argmax(1)
        cut_right[i, j] = i + at + 1
        whole_right[i, j] = onward[i, at]
        backward = whole_left[left, inner] + arc_left[inner, right]
        at = backward.argmax(1)
        cut_left[i, j] = i + at
        whole_left[i, j] = backward[i, at]
    root = int((whole_left[0] + whole_right[:, -1] + scores[:, 0]).argmax())
    heads = [0] * size
    # From, to, whether the left heads all, whether it is whole.
    rest: list[tuple[int, int, bool, bool]] = [(0, root, False, True), (root, size - 1, True, True)]
    while rest:
        start, end, from_left, whole = rest.pop()
        if start == end:
            continue
        if not whole:
            heads[end if from_left else start] = (start if from_left else end) + 1
            cut = int(cut_arc[start, end])
            rest += [(start, cut, True, True), (cut + 1, end, False, True)]
        elif from_left:
            cut = int(cut_right[start, end])
            rest += [(start, cut, True, False), (cut, end, True, True)]
        else:
            cut = int(cut_left[start, end])
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
