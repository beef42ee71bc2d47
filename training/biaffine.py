"""A parser of another kind than the one that ships, to teach it: larger, slower, and better.

Every word scores every other word as its head (Dozat and Manning 2017), after a bidirectional LSTM
over the whole sentence; the tree with the highest sum wins. Tags, morphology, heads and labels are
learnt at once. Needs JAX, which the pipeline that ships does not.
"""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np
import optax
from numpy.typing import NDArray
from spacy.tokens import Doc, Token

from timeline.network import FEATURES, NOTHING, UNKNOWN, Vocabulary, features
from training.treebanks import words_of
from training.trees import Analysis, Vote, best_tree
from training.vectors import Vectors

Params = dict[str, Any]
Batch = dict[str, Any]
Array = NDArray[Any]

PADDED = (8, 12, 16, 24, 32, 40, 56, 80, 120)  # words; a sentence is padded to the next of these
WORDS = 1600  # in a batch, padding among them
GOLD = 5  # kinds of what can be known of a word
VOTE = 0.35  # what another parser's opinion weighs
FEW = 2  # occurrences that a feature must have to be learnt


@dataclass(frozen=True, slots=True)
class Plan:
    """How large the parser is, and how long it learns."""

    word: int = 100  # learnt dimensions of a word
    part: int = 32  # of each of its endings, its beginning and its shape
    hidden: int = 256  # of the LSTM, in each direction
    layers: int = 2
    arc: int = 256
    label: int = 64
    epochs: int = 12
    rate: float = 0.0025
    dropout: float = 0.25
    seed: int = 0


def read_vocabulary(docs: Iterable[Doc]) -> Vocabulary:
    """What the treebanks hold, the rare features left out."""
    counts: list[Counter[str]] = [Counter() for _ in FEATURES]
    tags, morphs, labels = set(), set(), set()
    for doc in docs:
        for token in doc:
            for count, feature in zip(counts, features(token.text, token.shape_), strict=True):
                count[feature] += 1
            tags.add(token.tag_)
            morphs.add(f"{token.pos_}|{token.morph}")
            labels.add(token.dep_)
    rows = [
        {key: at for at, key in enumerate(sorted(k for k, n in count.items() if n >= FEW), start=2)} for count in counts
    ]
    return Vocabulary(rows, sorted(tags), sorted(morphs), sorted(labels))


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence in numbers; `gold` holds tags, morphs, heads (0: the root) and labels, or what else is known."""

    features: Array
    vectors: Array
    gold: Array | None
    likely: Array | None = None  # how likely every head is, as another parser holds


def encode_sentence(words: Sequence[Token], vocabulary: Vocabulary, vectors: Vectors, *, gold: bool) -> Sentence:
    """The numbers of a sentence's words, whitespace left out before."""
    numbers = np.array([vocabulary.rows(word.text, word.shape_) for word in words], dtype=np.int32)
    rows = np.array([vectors.row(word.text) for word in words], dtype=np.int32)
    if not gold:
        return Sentence(numbers, rows, None)
    place = {word.i: at for at, word in enumerate(words, start=1)}
    said = [
        [
            vocabulary.tags.index(word.tag_),
            vocabulary.morphs.index(f"{word.pos_}|{word.morph}"),
            0 if word.head.i == word.i else place[word.head.i],
            vocabulary.labels.index(word.dep_),
        ]
        for word in words
    ]
    return Sentence(numbers, rows, np.array(said, dtype=np.int32))


def batches(
    sentences: Sequence[Sentence], chance: random.Random | None = None, padded: Sequence[int] = PADDED
) -> Iterator[tuple[list[int], Batch]]:
    """Sentences of about one length together, with their places in the sequence; shuffled by `chance`.

    A sentence is padded to the next of the lengths `padded`, and left out when it is longer than all.
    """
    groups: dict[int, list[int]] = {}
    for at, sentence in enumerate(sentences):
        length = next((size for size in padded if size >= len(sentence.features)), None)
        if length is not None:
            groups.setdefault(length, []).append(at)
    ready: list[tuple[int, list[int]]] = []
    for length, members in groups.items():
        if chance is not None:
            chance.shuffle(members)
        rows = WORDS // length
        ready += [(length, members[at : at + rows]) for at in range(0, len(members), rows)]
    if chance is not None:
        chance.shuffle(ready)
    for length, members in ready:
        yield members, stack([sentences[at] for at in members], length, WORDS // length)


def stack(sentences: Sequence[Sentence], length: int, rows: int) -> Batch:
    """Sentences as one block of `rows` by `length`, `NOTHING` where there is no word."""
    numbers = np.full((rows, length, len(FEATURES)), NOTHING, dtype=np.int32)
    vectors = np.zeros((rows, length), dtype=np.int32)
    gold = np.zeros((rows, length, GOLD), dtype=np.int32)
    likely = np.zeros((rows, length, length + 1), dtype=np.float32)
    mask = np.zeros((rows, length), dtype=np.float32)
    for row, sentence in enumerate(sentences):
        size = len(sentence.features)
        numbers[row, :size], vectors[row, :size], mask[row, :size] = sentence.features, sentence.vectors, 1
        if sentence.gold is not None:
            gold[row, :size, : sentence.gold.shape[1]] = sentence.gold
        if sentence.likely is not None:
            likely[row, :size, : size + 1] = sentence.likely
    return {"features": numbers, "vectors": vectors, "gold": gold, "likely": likely, "mask": mask}


# --- the network -------------------------------------------------------------------------------


def matrices(chance: np.random.Generator) -> tuple[Callable[..., Array], Callable[[str, int, int], Params]]:
    """What makes a matrix of a size, and what makes the parameters of a linear layer, its bias nought."""

    def matrix(*size: int) -> Array:
        return chance.normal(0, np.sqrt(2 / (size[-2] + size[-1])), size).astype(np.float32)

    def linear(name: str, below: int, above: int) -> Params:
        return {f"{name}.w": matrix(below, above), f"{name}.b": np.zeros(above, np.float32)}

    return matrix, linear


def start(plan: Plan, vocabulary: Vocabulary, vectors: Vectors) -> Params:
    """The parameters before learning."""
    chance = np.random.default_rng(plan.seed)

    matrix, _ = matrices(chance)
    widths = [plan.word] + [plan.part] * (len(FEATURES) - 1)
    tables = [
        0.1 * chance.normal(0, 1, (len(ids) + 2, width)).astype(np.float32)
        for ids, width in zip(vocabulary.features, widths, strict=True)
    ]
    below = sum(widths) + vectors.table.shape[1]
    layers = []
    for _ in range(plan.layers):
        for _ in range(2):
            forget = np.zeros(4 * plan.hidden, np.float32)
            forget[plan.hidden : 2 * plan.hidden] = 1
            layers.append({"w": matrix(below, 4 * plan.hidden), "u": matrix(plan.hidden, 4 * plan.hidden), "b": forget})
        below = 2 * plan.hidden
    params: Params = {"tables": tables, "layers": layers, "root": matrix(1, below)[0]}
    for name, size in (("tag", len(vocabulary.tags)), ("morph", len(vocabulary.morphs))):
        params[name] = {"w": matrix(below, size), "b": np.zeros(size, np.float32)}
    for name, size in (("arc", plan.arc), ("label", plan.label)):
        for side in ("head", "dependent"):
            params[f"{name}_{side}"] = {"w": matrix(below, size), "b": np.zeros(size, np.float32)}
    params["arc"] = np.zeros((plan.arc + 1, plan.arc), np.float32)
    params["label"] = np.zeros((len(vocabulary.labels), plan.label + 1, plan.label + 1), np.float32)
    return jax.tree.map(jnp.asarray, params)


def dropped(key: Array | None, x: Array, rate: float, *, shared: int | None = None) -> Array:
    """`x` with a share of it zero; along the axis `shared` the same everywhere."""
    if key is None:
        return x
    size = tuple(1 if axis == shared else n for axis, n in enumerate(x.shape))
    return x * jax.random.bernoulli(key, 1 - rate, size) / (1 - rate)


def lstm(layer: Params, x: Array, mask: Array, *, backward: bool) -> Array:
    """One direction of one layer over (rows, words, width); where there is no word the state stays."""
    size = layer["u"].shape[0]

    def step(state: tuple[Array, Array], at: tuple[Array, Array]) -> tuple[tuple[Array, Array], Array]:
        h, c = state
        word, there = at
        z = word + h @ layer["u"]
        i, f, o = (jax.nn.sigmoid(z[:, k * size : (k + 1) * size]) for k in range(3))
        new_c = f * c + i * jnp.tanh(z[:, 3 * size :])
        new_h = o * jnp.tanh(new_c)
        h, c = there * new_h + (1 - there) * h, there * new_c + (1 - there) * c
        return (h, c), h

    zero = jnp.zeros((x.shape[0], size))
    inputs = (jnp.swapaxes(x @ layer["w"] + layer["b"], 0, 1), jnp.swapaxes(mask, 0, 1)[..., None])
    return jnp.swapaxes(jax.lax.scan(step, (zero, zero), inputs, reverse=backward)[1], 0, 1)


def looked_up(params: Params, table: Array, batch: Batch) -> Array:
    """Every word by itself: its features, and its vector in `table`."""
    parts = [part[batch["features"][..., at]] for at, part in enumerate(params["tables"])]
    return jnp.concatenate([*parts, table[batch["vectors"]]], -1)


def read_through(params: Params, table: Array, batch: Batch, dropout: float, key: Array | None) -> Array:
    """Every word as it stands in its sentence."""
    keys = jax.random.split(key, len(params["layers"]) + 2) if key is not None else None
    ids = batch["features"]
    if keys is not None:  # a word is now and then unknown, so that what stands for it is learnt
        ids = jnp.where(jax.random.bernoulli(keys[-1], 0.06, ids.shape), UNKNOWN, ids)
    x = looked_up(params, table, {**batch, "features": ids})
    for at in range(0, len(params["layers"]), 2):
        x = dropped(keys[at] if keys is not None else None, x, dropout, shared=1)
        both = [lstm(params["layers"][at + way], x, batch["mask"], backward=bool(way)) for way in range(2)]
        x = jnp.concatenate(both, -1)
    return dropped(keys[-2] if keys is not None else None, x, dropout, shared=1)


def forward(params: Params, table: Array, batch: Batch, plan: Plan, key: Array | None) -> dict[str, Any]:
    """Scores of tags, morphs and heads, and what scores labels once heads are chosen."""
    keys = iter(jax.random.split(key, 5)) if key is not None else None
    x = read_through(params, table, batch, plan.dropout, next(keys) if keys is not None else None)
    root = jnp.broadcast_to(params["root"], (x.shape[0], 1, x.shape[2]))
    heads = jnp.concatenate([root, x], 1)

    def layer(name: str, x: Array) -> Array:
        made = jax.nn.leaky_relu(x @ params[name]["w"] + params[name]["b"], 0.1)
        return dropped(next(keys) if keys is not None else None, made, plan.dropout, shared=1)

    arc_head, arc_dependent = layer("arc_head", heads), layer("arc_dependent", x)
    ones = jnp.ones((*arc_dependent.shape[:2], 1))
    arcs = jnp.einsum("bdi,bhi->bdh", jnp.concatenate([arc_dependent, ones], -1) @ params["arc"], arc_head)
    there = jnp.concatenate([jnp.ones((x.shape[0], 1)), batch["mask"]], 1)
    return {
        "tag": x @ params["tag"]["w"] + params["tag"]["b"],
        "morph": x @ params["morph"]["w"] + params["morph"]["b"],
        "arc": jnp.where(there[:, None, :] > 0, arcs, -1e9),
        "label_head": layer("label_head", heads),
        "label_dependent": layer("label_dependent", x),
    }


def label_scores(params: Params, made: dict[str, Any], heads: Array) -> Array:
    """Scores of every label of every word under its head, one of `heads`."""
    head = jnp.take_along_axis(made["label_head"], heads[..., None], 1)
    ones = jnp.ones((*head.shape[:2], 1))
    head, dependent = jnp.concatenate([head, ones], -1), jnp.concatenate([made["label_dependent"], ones], -1)
    labels, size, _ = params["label"].shape
    left = (dependent @ params["label"].transpose(1, 0, 2).reshape(size, -1)).reshape(*head.shape[:2], labels, size)
    return jnp.einsum("bdli,bdi->bdl", left, head)


def loss(params: Params, table: Array, batch: Batch, plan: Plan, key: Array) -> Array:
    """How far from the treebank, a word on average."""
    made = forward(params, table, batch, plan, key)
    gold, mask = batch["gold"], batch["mask"]
    scores = (
        (made["tag"], gold[..., 0], 0.5),
        (made["morph"], gold[..., 1], 0.5),
        (made["arc"], gold[..., 2], 1.0),
        (label_scores(params, made, gold[..., 2]), gold[..., 3], 1.0),
    )
    total = sum(
        weight * optax.softmax_cross_entropy_with_integer_labels(score, right) for score, right, weight in scores
    )
    return (total * mask).sum() / jnp.maximum(1, mask.sum())


# --- learning ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Parser:
    """A parser that has learnt."""

    plan: Plan
    vocabulary: Vocabulary
    vectors: Vectors
    params: Params


def learn(plan: Plan, gold: Sequence[Doc], vectors: Vectors) -> Parser:
    """A parser from the treebanks; the loss of every epoch is printed."""
    vocabulary = read_vocabulary(gold)
    sentences = [
        encode_sentence(words, vocabulary, vectors, gold=True)
        for doc in gold
        for sentence in doc.sents
        if (words := words_of(sentence))
    ]
    params = descend(
        start(plan, vocabulary, vectors),
        sentences,
        lambda params, table, batch, key: loss(params, table, batch, plan, key),
        table=vectors.table,
        epochs=plan.epochs,
        rate=plan.rate,
        warm=200,
        seed=plan.seed,
    )
    return Parser(plan, vocabulary, vectors, params)


def descend(
    params: Params,
    sentences: Sequence[Sentence],
    far: Callable[[Params, Array, Batch, Array], Array],
    *,
    table: Any,
    epochs: int,
    rate: float,
    warm: int,
    seed: int,
) -> Params:
    """Parameters after so many epochs of Adam, `far` being the loss; the loss of every epoch is printed.

    The rate rises for `warm` steps at the most and falls as a cosine. `params` are written over.
    """
    chance = random.Random(seed)
    steps = epochs * sum(1 for _ in batches(sentences, random.Random(0)))
    rates = optax.warmup_cosine_decay_schedule(0.0, rate, min(warm, steps // 4), steps, 0.01 * rate)
    optimizer = optax.chain(optax.clip_by_global_norm(5.0), optax.adam(rates, b1=0.9, b2=0.95))
    state = optimizer.init(params)
    rows = jnp.asarray(table)

    @partial(jax.jit, donate_argnums=(0, 1))
    def update(params: Params, state: Any, batch: Batch, key: Array) -> tuple[Params, Any, Array]:
        value, slope = jax.value_and_grad(far)(params, rows, batch, key)
        change, state = optimizer.update(slope, state, params)
        return optax.apply_updates(params, change), state, value

    key = jax.random.key(seed)
    for epoch in range(epochs):
        losses = []
        for _, batch in batches(sentences, chance):
            key, fresh = jax.random.split(key)
            params, state, value = update(params, state, batch, fresh)
            losses.append(value)
        print(f"epoch {epoch}: loss {np.mean(losses):.4f}", flush=True)
    return params


def save_parser(parser: Parser, path: Path) -> None:
    """Write a parser into a folder."""
    path.mkdir(parents=True, exist_ok=True)
    leaves = jax.tree.leaves(parser.params)
    np.savez(path / "params.npz", *map(np.asarray, leaves), table=parser.vectors.table)
    said = {"plan": asdict(parser.plan), "vocabulary": asdict(parser.vocabulary), "rows": parser.vectors.rows}
    (path / "parser.json").write_text(json.dumps(said), encoding="utf-8")


def load_parser(path: Path) -> Parser:
    """Read what `save_parser` wrote."""
    said = json.loads((path / "parser.json").read_text(encoding="utf-8"))
    arrays = np.load(path / "params.npz")
    plan, vocabulary = Plan(**said["plan"]), Vocabulary(**said["vocabulary"])
    vectors = Vectors(said["rows"], arrays["table"])
    tree = jax.tree.structure(start(plan, vocabulary, vectors))
    leaves = [jnp.asarray(arrays[f"arr_{at}"]) for at in range(len(arrays.files) - 1)]
    return Parser(plan, vocabulary, vectors, jax.tree.unflatten(tree, leaves))


# --- parsing -----------------------------------------------------------------------------------


def analyse(parser: Parser, sentences: Sequence[Sequence[Token]], votes: Sequence[Vote]) -> list[Analysis | None]:
    """The best tree of every sentence, with the votes of another parser; None for a sentence that is too long."""
    vocabulary = parser.vocabulary
    number = {label: at for at, label in enumerate(vocabulary.labels)}
    encoded = [encode_sentence(words, vocabulary, parser.vectors, gold=False) for words in sentences]
    found: list[Analysis | None] = [None] * len(encoded)
    ask = opinion(parser)
    for members, batch in batches(encoded):
        said = ask(batch)
        arcs, heads = (1 - VOTE) * said["arc"], np.zeros(batch["mask"].shape, np.int32)
        for row, at in enumerate(members):
            voted, _ = votes[at]
            size = len(voted)
            arcs[row, np.arange(size), voted] += VOTE
            heads[row, :size] = best_tree(square(arcs[row], size))
        labels = (1 - VOTE) * said["labels"](heads)
        for row, at in enumerate(members):
            voted, names = votes[at]
            size = len(voted)
            for word in range(size):
                if voted[word] == heads[row, word] and names[word] in number:
                    labels[row, word, number[names[word]]] += VOTE
            choice, places = labels[row, :size].argmax(-1), np.arange(size)
            found[at] = Analysis(
                [vocabulary.tags[k] for k in said["tag"][row, :size].argmax(-1)],
                [vocabulary.morphs[k] for k in said["morph"][row, :size].argmax(-1)],
                heads[row, :size].tolist(),
                [vocabulary.labels[k] for k in choice],
                (arcs[row, places, heads[row, :size]] * labels[row, places, choice]).tolist(),
                arcs[row, :size, : size + 1].astype(np.float16),
            )
    return found


def square(arcs: Array, size: int) -> Array:
    """Log probabilities of the heads of a sentence's words, the root among the words."""
    scores = np.zeros((size + 1, size + 1))
    scores[1:] = np.log(arcs[:size, : size + 1] + 1e-9)
    return scores


def opinion(parser: Parser) -> Callable[[Batch], dict[str, Any]]:
    """A function that says what the parser holds of a batch, as probabilities."""
    table = jnp.asarray(parser.vectors.table)

    @jax.jit
    def score(batch: Batch) -> dict[str, Any]:
        return forward(parser.params, table, batch, parser.plan, None)

    @jax.jit
    def score_labels(made: dict[str, Any], heads: Array) -> Array:
        scores = label_scores(parser.params, made, heads)
        root = jnp.asarray([label == "ROOT" for label in parser.vocabulary.labels])
        # The root's label goes to the word under the root, and to no other.
        fits = (heads == 0)[..., None] == root
        return jax.nn.softmax(jnp.where(fits, scores, -1e9), -1)

    def ask(batch: Batch) -> dict[str, Any]:
        made = score(batch)
        likely = {name: np.asarray(jax.nn.softmax(made[name], -1)) for name in ("tag", "morph", "arc")}
        return {**likely, "labels": lambda heads: np.asarray(score_labels(made, heads))}

    return ask
