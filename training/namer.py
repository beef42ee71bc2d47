"""A marker of names of another kind than the one that ships, to teach it: the larger parser's network, trained on.

What the parser has learnt of words is where it begins. Needs JAX, as the parser does.
"""

from __future__ import annotations

import pickle
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import jax
import jax.numpy as jnp
import numpy as np
import optax
from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from timeline.network import MARKS
from training.biaffine import Array, Batch, Params, Parser, Sentence, batches, descend, encode_sentence, read_through
from training.marks import best_tags, pieces, spans, tag_of

RATE, DROPOUT, SEED = 0.0015, 0.33, 1
VOTE = 0.3  # what the small marker's opinion weighs


def encoded(parser: Parser, words: Sequence[Token], *, gold: bool) -> Sentence:
    """The numbers of a sentence's words, with their tags where they are known."""
    sentence = encode_sentence(words, parser.vocabulary, parser.vectors, gold=False)
    if not gold:
        return sentence
    said = np.zeros((len(words), 4), np.int32)
    said[:, 0] = [tag_of(word) for word in words]
    return Sentence(sentence.features, sentence.vectors, said)


def scores(params: Params, table: Array, batch: Batch, key: Array | None) -> Array:
    """Scores of every tag of every word."""
    return read_through(params, table, batch, DROPOUT, key) @ params["name"]["w"] + params["name"]["b"]


def loss(params: Params, table: Array, batch: Batch, key: Array) -> Array:
    """How far from the corpora, a word on average."""
    said = scores(params, table, batch, key)
    total = optax.softmax_cross_entropy_with_integer_labels(said, batch["gold"][..., 0])
    return (total * batch["mask"]).sum() / jnp.maximum(1, batch["mask"].sum())


def learn_names(parser: Parser, gold: Iterable[Doc], epochs: int) -> Params:
    """The parameters of a marker of names from the corpora; the loss of every epoch is printed."""
    sentences = [encoded(parser, piece, gold=True) for doc in gold for piece in pieces(doc)]
    weights = np.random.default_rng(SEED).normal(0, 0.03, (2 * parser.plan.hidden, len(MARKS))).astype(np.float32)
    # A copy: what is learnt is written over what was there.
    params = jax.tree.map(jnp.array, {name: parser.params[name] for name in ("tables", "layers")})
    params["name"] = {"w": jnp.asarray(weights), "b": jnp.zeros(len(MARKS))}
    return descend(params, sentences, loss, table=parser.vectors.table, epochs=epochs, rate=RATE, warm=100, seed=SEED)


def save_names(params: Params, path: Path) -> None:
    """Write what was learnt."""
    path.write_bytes(pickle.dumps(jax.tree.map(np.asarray, params)))


def load_names(path: Path) -> Params:
    """Read what `save_names` wrote."""
    return jax.tree.map(jnp.asarray, pickle.loads(path.read_bytes()))


@dataclass(frozen=True, slots=True)
class Namer:
    """A teacher of names: the large marker with the small one's vote."""

    small: Language
    parser: Parser
    params: Params

    def pipe(self, texts: Iterable[str], *, batch_size: int) -> Iterator[Doc]:
        """Documents with the names on which both settle."""
        docs = list(self.small.pipe(texts, batch_size=batch_size))
        parts = [(at, piece) for at, doc in enumerate(docs) for piece in pieces(doc)]
        found: dict[int, list[Span]] = {}
        for (at, piece), tags in zip(parts, self._tags([piece for _, piece in parts]), strict=True):
            marked = (Span(docs[at], piece[a].i, piece[b - 1].i + 1, label) for a, b, label in spans(tags))
            found.setdefault(at, []).extend(marked)
        for at, doc in enumerate(docs):
            doc.set_ents(found.get(at, []), default="outside")
            yield doc

    def _tags(self, sentences: Sequence[Sequence[Token]]) -> list[list[int]]:
        table = jnp.asarray(self.parser.vectors.table)

        @jax.jit
        def ask(batch: Batch) -> Array:
            return jax.nn.softmax(scores(self.params, table, batch, None), -1)

        tags: list[list[int]] = [[] for _ in sentences]
        for members, batch in batches([encoded(self.parser, words, gold=False) for words in sentences]):
            likely = (1 - VOTE) * np.asarray(ask(batch))
            for row, at in enumerate(members):
                words = sentences[at]
                likely[row, np.arange(len(words)), [tag_of(word) for word in words]] += VOTE
                tags[at] = best_tags(likely[row, : len(words)])
        return tags
