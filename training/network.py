"""The network that ships, as JAX sees it while it learns; `timeline/network.py` reckons the same with NumPy.

It begins as the half of the larger parser that says most, and learns on from there.
"""

from __future__ import annotations

import pickle
import random
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np
import optax
from spacy.tokens import Doc
from spacy.vocab import Vocab

from timeline.network import MARKS, REACH, UNKNOWN, WINDOW, Network, Vocabulary, Weights, distances
from training.augment import abbreviate, curl
from training.biaffine import (
    Array,
    Batch,
    Params,
    Parser,
    Sentence,
    batches,
    dropped,
    encode_sentence,
    looked_up,
    lstm,
    matrices,
)
from training.lessons import HEAD, LABEL, MARK, MORPH, OPEN, TAG, Lesson, words_respelt
from training.treebanks import words_of

PADDED = (8, 16, 24, 32, 40, 60, 90)  # words; a sentence is padded to the next of these
SOFT = 0.7  # what the larger parser's doubt about heads weighs beside its choice
FORGOTTEN = 0.06  # share of features made unknown, so that what stands for the unknown is learnt
EVERY = 100  # updates between two prints
SPELT = {str: 76, curl: 18, str.lower: 2, str.upper: 4}  # how many texts of a hundred teach beginnings so spelt
RARE = 20  # times in the treebanks below which a form is not told: it costs time, and is hardly ever told rightly
BEGINNINGS = 512  # words in an update of what says where sentences begin


@dataclass(frozen=True, slots=True)
class Plan:
    """How large the network is, and how long it learns."""

    hidden: int = 128  # of a layer, in each direction
    arc: int = 128
    label: int = 96
    near: int = 48  # of a word by itself, for where sentences begin
    begins: int = 64  # of what says whether a sentence begins
    steps: int = 20_000
    rate: float = 0.0015
    dropout: float = 0.15
    seed: int = 0


def start(plan: Plan, parser: Parser, docs: Iterable[Doc]) -> tuple[Params, Vocabulary]:
    """The parameters before learning: of the larger parser's units those that say most about some documents' words."""
    old = jax.tree.map(np.asarray, parser.params)
    whole, kept = parser.plan.hidden, plan.hidden
    first, second, below, above = activity(parser, docs)
    ways = [old["layers"][at] for at in range(4)]
    heard = sum(np.linalg.norm(way["w"], axis=1) for way in ways[2:]) + np.concatenate(
        [np.linalg.norm(way["u"], axis=1) for way in ways[:2]]
    )
    said = np.concatenate([old[name]["w"] / np.linalg.norm(old[name]["w"]) for name in SAID], 1)
    ones = [most(half, kept) for half in np.split(first * heard, 2)]
    twos = [most(half, kept) for half in np.split(second * np.linalg.norm(said, axis=1), 2)]
    in_first, in_second = (np.concatenate([half[0], whole + half[1]]) for half in (ones, twos))
    dependents = most(below * np.linalg.norm(old["arc"][:-1], axis=1), plan.arc)
    heads = most(above * np.linalg.norm(old["arc"], axis=0), plan.arc)
    vocabulary, tables = one_table(parser)
    word, vector = parser.plan.word, parser.vectors.table.shape[1]
    parts = old["layers"][0]["w"].shape[0] - word - vector
    inputs = np.r_[:word, word + parts : word + parts + vector, word : word + parts]  # a word's two halves together
    _, linear = matrices(np.random.default_rng(plan.seed))
    params: Params = {f"tables.{at}": table for at, table in enumerate(tables)}
    for at, way in enumerate(ways):
        units = (*ones, *twos)[at]
        gates = np.concatenate([gate * whole + units for gate in range(4)])
        params[f"layers.{at}.w"] = way["w"][inputs if at < 2 else in_first][:, gates]
        params[f"layers.{at}.u"] = way["u"][units][:, gates]
        params[f"layers.{at}.b"] = way["b"][gates]
    for name, kept_units in (("tag", ...), ("morph", ...), ("arc_head", heads), ("arc_dependent", dependents)):
        params[f"{name}.w"] = old[name]["w"][in_second][:, kept_units]
        params[f"{name}.b"] = old[name]["b"][kept_units]
    params |= {"root": old["root"][in_second], "arc": old["arc"][[*dependents, parser.plan.arc]][:, heads]}
    for name, size in (("label_head", plan.label), ("label_dependent", plan.label), ("name", len(MARKS))):
        params |= linear(name, 2 * kept, size)
    params |= linear("label", plan.label, len(vocabulary.labels))
    params["far"] = np.zeros(2 * REACH + 1)
    return {name: jnp.asarray(array, jnp.float32) for name, array in params.items()}, vocabulary


SAID = ("tag", "morph", "arc_head", "arc_dependent", "label_head", "label_dependent")
LOOKED_AT = 200  # batches in which it is seen how much a unit says


def most(weights: Array, count: int) -> Array:
    """The places of the heaviest, in their order."""
    return np.sort(np.argsort(-weights, kind="stable")[:count])


def activity(parser: Parser, docs: Iterable[Doc]) -> list[Array]:
    """How much the units of the larger parser vary: of its layers, of its dependents and of its heads."""
    words = (words_of(sentence) for doc in docs for sentence in doc.sents)
    sentences = [encode_sentence(some, parser.vocabulary, parser.vectors, gold=False) for some in words if some]
    table, seen = jnp.asarray(parser.vectors.table), []

    @jax.jit
    def look(params: Params, table: Array, batch: Batch) -> list[Array]:
        x, made = looked_up(params, table, batch), []
        for at in range(0, len(params["layers"]), 2):
            ways = [lstm(params["layers"][at + way], x, batch["mask"], backward=bool(way)) for way in range(2)]
            x = jnp.concatenate(ways, -1)
            made.append(x)
        sides = (params[name] for name in ("arc_dependent", "arc_head"))
        return made + [leaky(x @ side["w"] + side["b"]) for side in sides]

    for _, batch in islice(batches(sentences), LOOKED_AT):
        asked = {name: batch[name] for name in ("features", "vectors", "mask")}
        there = batch["mask"] > 0
        seen.append([np.asarray(part)[there] for part in look(parser.params, table, asked)])
    return [np.concatenate(parts).std(0) for parts in zip(*seen, strict=True)]


def one_table(parser: Parser) -> tuple[Vocabulary, list[Array]]:
    """The tables of words' features, what was learnt of a word and its vector being one."""
    learnt, vectors = np.asarray(parser.params["tables"][0]), parser.vectors
    word = np.concatenate([np.tile(learnt[UNKNOWN], (len(vectors.table), 1)), vectors.table], 1)
    known = parser.vocabulary.features[0]
    for key, row in vectors.rows.items():
        word[row, : learnt.shape[1]] = learnt[known.get(key, UNKNOWN)]
    vocabulary = replace(parser.vocabulary, features=[vectors.rows, *parser.vocabulary.features[1:]])
    return vocabulary, [word, *map(np.asarray, parser.params["tables"][1:])]


def through(params: Params, name: str, x: Array) -> Array:
    """A linear layer."""
    return x @ params[f"{name}.w"] + params[f"{name}.b"]


def leaky(x: Array) -> Array:
    """Little of what is below nought."""
    return jax.nn.leaky_relu(x, 0.1)


def alone(params: Params, ids: Array) -> Array:
    """Words, each by itself."""
    return jnp.concatenate([params[f"tables.{at}"][ids[..., at]] for at in range(ids.shape[-1])], -1)


def read_through(plan: Plan, params: Params, batch: Batch, key: Array) -> Array:
    """Every word as it stands in its sentence."""
    layers = sum(name.endswith(".u") for name in params)
    keys = jax.random.split(key, layers + 2)
    ids = jnp.where(jax.random.bernoulli(keys[0], FORGOTTEN, batch["features"].shape), UNKNOWN, batch["features"])
    x = alone(params, ids)
    for at in range(0, layers, 2):
        x = dropped(keys[1 + at], x, plan.dropout, shared=1)
        ways = [{part: params[f"layers.{at + way}.{part}"] for part in "wub"} for way in range(2)]
        x = jnp.concatenate([lstm(way, x, batch["mask"], backward=way is ways[1]) for way in ways], -1)
    return dropped(keys[-1], x, plan.dropout, shared=1)


def loss(plan: Plan, params: Params, batch: Batch, key: Array) -> Array:
    """How far from what is known, a word on average."""
    keys = jax.random.split(key, 4)
    x = read_through(plan, params, batch, keys[0])
    heads = jnp.concatenate([jnp.broadcast_to(params["root"], (x.shape[0], 1, x.shape[2])), x], 1)
    above = dropped(keys[1], leaky(through(params, "arc_head", heads)), plan.dropout, shared=1)
    below = dropped(keys[2], leaky(through(params, "arc_dependent", x)), plan.dropout, shared=1)
    below = jnp.concatenate([below, jnp.ones((*below.shape[:2], 1))], -1)
    arcs = jnp.einsum("bdi,bhi->bdh", below @ params["arc"], above) + params["far"][distances(x.shape[1])]
    there = jnp.concatenate([jnp.ones((x.shape[0], 1)), batch["mask"]], 1)
    arcs = jax.nn.log_softmax(jnp.where(there[:, None, :] > 0, arcs, -1e9), -1)
    known = jnp.maximum(batch["gold"], 0)
    head = known[..., HEAD]
    chosen = -jnp.take_along_axis(arcs, head[..., None], -1)[..., 0]
    doubted = -(batch["likely"] * jnp.maximum(arcs, -30)).sum(-1)
    doubt = SOFT * (batch["likely"].sum(-1) > 0.5)
    under = jnp.take_along_axis(through(params, "label_head", heads), head[..., None], 1)
    label = dropped(keys[3], leaky(under + through(params, "label_dependent", x)), plan.dropout, shared=1)
    wrong = optax.softmax_cross_entropy_with_integer_labels
    syntax = (
        0.5 * wrong(through(params, "tag", x), known[..., TAG])
        + 0.5 * wrong(through(params, "morph", x), known[..., MORPH])
        + (1 - doubt) * chosen
        + doubt * doubted
        + wrong(through(params, "label", label), known[..., LABEL])
    )
    of_syntax = batch["mask"] * (batch["gold"][..., HEAD] != OPEN)
    of_names = batch["mask"] * (batch["gold"][..., MARK] != OPEN)
    names = wrong(through(params, "name", x), known[..., MARK])
    words, parsed = batch["mask"].sum(), of_syntax.sum()
    # A batch with few parsed words says little of the syntax, and moves it little.
    weight = jnp.minimum(1, parsed / (0.3 * words + 1)) / jnp.maximum(1, parsed)
    return weight * (syntax * of_syntax).sum() + 2 * (names * of_names).sum() / jnp.maximum(1, words)


def encoded(lessons: Iterable[Lesson], vocabulary: Vocabulary, vocab: Vocab) -> list[Sentence]:
    """Lessons in numbers."""
    known: dict[str, list[int]] = {}
    sentences = []
    for lesson in lessons:
        for word in lesson.words:
            if word not in known:
                known[word] = vocabulary.rows(word, vocab[word].shape_)
        rows = np.array([known[word] for word in lesson.words], np.int32)
        sentences.append(Sentence(rows, rows[:, 0], lesson.known, lesson.likely))
    return sentences


def learn(plan: Plan, params: Params, lessons: Callable[[], Sequence[Sentence]]) -> Params:
    """The parameters after so many updates; `lessons` gives those of every epoch. What was there is written over.

    The rate rises, stays, and falls.
    """
    optimizer = optax.chain(optax.clip_by_global_norm(5.0), optax.scale_by_adam(b1=0.9, b2=0.98))
    state = optimizer.init(params)

    @partial(jax.jit, donate_argnums=(0, 1))
    def update(params: Params, state: Any, batch: Batch, key: Array, rate: float) -> tuple[Params, Any, Array]:
        value, slope = jax.value_and_grad(lambda params: loss(plan, params, batch, key))(params)
        change, state = optimizer.update(slope, state, params)
        return jax.tree.map(lambda old, step: old - rate * step, params, change), state, value

    key, chance = jax.random.key(plan.seed), random.Random(plan.seed)
    step, losses = 0, []
    while step < plan.steps:
        for _, batch in batches(lessons(), chance, PADDED):
            key, fresh = jax.random.split(key)
            rate = plan.rate * min(1, (step + 1) / 200) * min(1, max(0.01, 1.25 * (1 - step / plan.steps)))
            params, state, value = update(params, state, batch, fresh, np.float32(rate))
            losses.append(value)
            step += 1
            if step % EVERY == 0:
                print(f"update {step}: loss {np.mean(losses):.4f}", flush=True)
                losses = []
            if step == plan.steps:
                break
    return params


# --- where sentences begin ---------------------------------------------------------------------


def learn_begins(plan: Plan, params: Params, vocabulary: Vocabulary, docs: Iterable[Doc], epochs: int) -> Params:
    """The parameters with those that say, by the words around it, whether a sentence begins with a word."""
    ids: list[list[int]] = []
    spaced: list[bool] = [False]
    broken: list[bool] = []
    begins: list[bool] = []
    rooms: list[Array] = []  # places of a word and its neighbours among all words; 0: none
    nothing = [UNKNOWN] * len(vocabulary.features)
    ids.append(nothing)
    known: dict[str, list[int]] = {}
    chance = random.Random(plan.seed)
    for doc in docs:
        spell = chance.choices(tuple(SPELT), tuple(SPELT.values()))[0]
        written = abbreviate([token.text for token in doc], chance)
        spelt = words_respelt(written, [bool(token.whitespace_) for token in doc], spell)
        words = [token for token in doc if not token.is_space]
        places = np.arange(len(words))[:, None] + np.array(WINDOW)
        rooms.append(np.where((places >= 0) & (places < len(words)), places + len(ids), 0))
        for word in words:
            text = spelt[word.i]
            if text not in known:
                known[text] = vocabulary.rows(text, doc.vocab[text].shape_)
            ids.append(known[text])
            before = doc[word.i - 1] if word.i else None
            broken.append(before is not None and before.is_space)
            spaced.append(before is None or before.is_space or bool(before.whitespace_))
            begins.append(bool(word.is_sent_start) or bool(broken[-1] and before and before.is_sent_start))
    rows = np.array(ids, np.int32)
    near, after, right = np.concatenate(rooms), np.array(broken, np.float32)[:, None], np.array(begins, np.float32)
    space = np.array(spaced, np.float32)
    _, linear = matrices(np.random.default_rng(plan.seed))
    new: Params = linear("begins", alone(params, rows[:1]).shape[1], plan.near)
    new |= linear("begins.inner", len(WINDOW) * (plan.near + 1) + 1, plan.begins)
    new |= linear("begins.last", plan.begins, 1)
    new = {name: jnp.asarray(array, jnp.float32) for name, array in new.items()}
    steps = epochs * (len(right) // BEGINNINGS)
    optimizer = optax.adam(optax.cosine_decay_schedule(0.002, steps))
    state = optimizer.init(new)

    def far(new: Params, ids: Array, there: Array, spaced: Array, after: Array, right: Array) -> Array:
        seen = leaky(through(new, "begins", alone(params, ids))) * there[..., None]
        seen = jnp.concatenate([seen, spaced[..., None]], -1)
        seen = jnp.concatenate([seen.reshape(len(ids), -1), after], 1)
        said = through(new, "begins.last", leaky(through(new, "begins.inner", seen)))[:, 0]
        return optax.sigmoid_binary_cross_entropy(said, right).mean()

    @jax.jit
    def update(new: Params, state: Any, *seen: Array) -> tuple[Params, Any, Array]:
        value, slope = jax.value_and_grad(far)(new, *seen)
        change, state = optimizer.update(slope, state)
        return optax.apply_updates(new, change), state, value

    order_of = np.random.default_rng(plan.seed)
    for epoch in range(epochs):
        order, losses = order_of.permutation(len(right)), []
        for at in range(0, len(order) - BEGINNINGS + 1, BEGINNINGS):
            some = order[at : at + BEGINNINGS]
            beside = near[some]
            new, state, value = update(new, state, rows[beside], beside > 0, space[beside], after[some], right[some])
            losses.append(value)
        print(f"beginnings, epoch {epoch}: loss {np.mean(losses):.4f}", flush=True)
    return {**params, **new}


def without_rare_forms(params: Params, vocabulary: Vocabulary, docs: Iterable[Doc]) -> tuple[Params, Vocabulary]:
    """The parameters and the vocabulary without the forms that stand in the treebanks fewer than `RARE` times."""
    seen = Counter(f"{token.pos_}|{token.morph}" for doc in docs for token in doc)
    kept = [at for at, form in enumerate(vocabulary.morphs) if seen[form] >= RARE]
    morphs = [vocabulary.morphs[at] for at in kept]
    fewer = {name: params[name][..., np.array(kept)] for name in ("morph.w", "morph.b")}
    return {**params, **fewer}, replace(vocabulary, morphs=morphs)


def as_shipped(params: Params, vocabulary: Vocabulary) -> Network:
    """The network with weights of half the bytes, as the pipeline keeps it."""
    weights: Weights = {name: np.asarray(array, np.float16) for name, array in params.items()}
    return Network(vocabulary, weights)


def save_network(params: Params, vocabulary: Vocabulary, path: Path) -> None:
    """Write what was learnt."""
    path.write_bytes(pickle.dumps(({name: np.asarray(array) for name, array in params.items()}, vocabulary)))


def load_network(path: Path) -> tuple[Params, Vocabulary]:
    """Read what `save_network` wrote."""
    params, vocabulary = pickle.loads(path.read_bytes())
    return params, vocabulary
