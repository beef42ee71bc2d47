"""A sentence's analysis, and the best tree over scored arcs: Chu and Liu 1965, Edmonds 1967."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[Any]  # scores[dependent, head]; 0 is the root, whose row says nothing
NEVER = -1e9
Vote = tuple[list[int], list[str]]  # the heads (0: the root, 1: the first word) and labels of a sentence


@dataclass(frozen=True, slots=True)
class Analysis:
    """What a parser says of a sentence, and how sure it is of every head and label."""

    tags: list[str]
    morphs: list[str]
    heads: list[int]  # 0: the root, 1: the first word
    labels: list[str]
    sure: list[float]  # the probability of head and label
    likely: Scores  # the probability of every head of every word


def best_tree(scores: Scores) -> list[int]:
    """The head of every word, the root's place being 0; exactly one word hangs on the root."""
    arcs = scores.astype(np.float64).copy()
    np.fill_diagonal(arcs, NEVER)
    heads = spanning(arcs)
    under_root = [word for word in range(1, len(arcs)) if heads[word] == 0]
    if len(under_root) == 1:
        return heads[1:]
    best, best_sum = heads, -np.inf
    for word in under_root:
        one = arcs.copy()
        one[1:, 0] = NEVER
        one[word, 0] = 0
        tree = spanning(one)
        total = sum(arcs[at, tree[at]] for at in range(1, len(arcs)))
        if total > best_sum:
            best, best_sum = tree, total
    return best[1:]


def spanning(arcs: Scores) -> list[int]:
    """Heads of a tree with the highest sum; the root's own is 0."""
    heads = [0, *(int(head) for head in arcs[1:].argmax(1))]
    cycle = find_cycle(heads)
    if not cycle:
        return heads
    rest = [node for node in range(len(arcs)) if node not in cycle]
    inside = np.array(sorted(cycle))
    own = np.array([arcs[node, heads[node]] for node in inside])
    # The cycle as one node, the last: what enters it breaks it at the best place.
    entering = arcs[np.ix_(inside, rest)] - own[:, None]
    leaving = arcs[np.ix_(rest, inside)]
    small = np.full((len(rest) + 1, len(rest) + 1), NEVER)
    small[:-1, :-1] = arcs[np.ix_(rest, rest)]
    small[-1, :-1] = entering.max(0)
    small[:-1, -1] = leaving.max(1)
    tree = spanning(small)
    result = list(heads)
    for at, node in enumerate(rest[1:], start=1):
        result[node] = rest[tree[at]] if tree[at] < len(rest) else int(inside[leaving[at].argmax()])
    broken = int(inside[entering[:, tree[-1]].argmax()])
    result[broken] = rest[tree[-1]]
    return result


def find_cycle(heads: list[int]) -> set[int]:
    """The nodes of a cycle; none in a tree."""
    done: set[int] = {0}
    for node in range(1, len(heads)):
        path: list[int] = []
        at = node
        while at not in done and at not in path:
            path.append(at)
            at = heads[at]
        if at in path:
            return set(path[path.index(at) :])
        done.update(path)
    return set()
