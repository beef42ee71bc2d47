"""Vectors of words from the company they keep in raw text: counts, weighed, and their main directions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from scipy.sparse.linalg import svds

from timeline.network import plain

WINDOW = 2
SEEN = 3  # times a word must be seen to have a vector
CONTEXTS = 20_000  # the commonest words are the company that counts


@dataclass(frozen=True, slots=True)
class Vectors:
    """A row of numbers for a word; row 0, all noughts, for one that was seen too rarely."""

    rows: dict[str, int]
    table: NDArray[np.float32]

    def row(self, word: str) -> int:
        """The row of a word."""
        return self.rows.get(plain(word), 0)


def word_vectors(sentences: Iterable[Sequence[str]], size: int, seed: int = 0) -> Vectors:
    """Vectors of `size` numbers: positive pointwise mutual information, reduced by its singular vectors."""
    texts = [[plain(word) for word in sentence] for sentence in sentences]
    counts = Counter(word for text in texts for word in text)
    words = [word for word, count in counts.most_common() if count >= SEEN]
    rows = {word: at for at, word in enumerate(words)}
    ids = [np.array([rows.get(word, -1) for word in text]) for text in texts]
    pairs: list[NDArray[Any]] = []
    for offset in range(1, WINDOW + 1):
        for text in ids:
            left, right = text[:-offset], text[offset:]
            there = (left >= 0) & (right >= 0)
            # What stands before a word and what stands after it are different company.
            pairs.append(np.stack([left[there], 2 * right[there]]))
            pairs.append(np.stack([right[there], 2 * left[there] + 1]))
    word, other = np.concatenate(pairs, 1)
    common = other < 2 * CONTEXTS
    word, other = word[common], other[common]
    table = csr_matrix((np.ones(len(word), np.float32), (word, other)))
    table.sum_duplicates()
    of_word, of_other = np.asarray(table.sum(1)).ravel(), np.asarray(table.sum(0)).ravel() ** 0.75
    of_other /= of_other.sum()
    entries = table.tocoo()
    table.data = np.maximum(0, np.log(entries.data / (of_word[entries.row] * of_other[entries.col])))
    start = np.random.default_rng(seed).normal(size=min(table.shape))
    left, weights, _ = svds(table, k=size, v0=start)
    made = left * np.sqrt(weights)
    made /= made.std() * 2
    return Vectors(
        {word: at for at, word in enumerate(words[: len(made)], start=1)},
        np.concatenate([np.zeros((1, size)), made]).astype(np.float32),
    )
