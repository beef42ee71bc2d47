"""Tags, trees and names of a text, read by one small recurrent network; `training/` makes its weights.

A word is looked up by its spelling, its ends and its shape; layers of an LSTM that run through the sentence in both
directions say how it stands there. From that come its tag, its form, its part in a name, and how
well every other word would do as its head; the best tree wins. The numbers are NumPy's.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import islice, pairwise
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc, MorphAnalysis
from spacy.vocab import Vocab

from timeline.trees import best_trees, is_tree

Array = NDArray[Any]

NAME = "timeline_network"
UNKNOWN, NOTHING = 0, 1  # rows of what was not seen, and of no word
REACH = 12  # words from a head within which every distance counts by itself
LONGEST = 200  # words of a sentence
NAMES = ("PERSON", "ORG", "LOC", "NORP")
MARKS = ("O", *(f"{place}-{label}" for label in NAMES for place in "BI"))  # of a word: outside, first, inside
WINDOW = (-3, -2, -1, 0, 1)  # words that say whether a sentence begins with the word at 0
_REMEMBERED = 8_000  # words
_BEGINS, _GOES_ON = 1, -1  # what SENT_START holds
_IOB = np.array([2, *(3 if mark[0] == "B" else 1 for mark in MARKS[1:])], np.uint64)  # as spaCy numbers them
_NEVER = -1e9
_DIGIT = re.compile(r"\d")
_WRITTEN: list[int | str] = ["TAG", "POS", "HEAD", "DEP", "ENT_IOB", "ENT_TYPE"]
_HEAD, _ENT_IOB = _WRITTEN.index("HEAD"), _WRITTEN.index("ENT_IOB")
BLANK_TAG, BLANK_PART = "_SP", "SPACE"


def plain(word: str) -> str:
    """The word in lower case, every digit a nought."""
    return _DIGIT.sub("0", word.lower())


FEATURES = ("word", "beginning", "two last", "three last", "four last", "shape")


def features(word: str, shape: str) -> tuple[str, ...]:
    """What a word is looked up by."""
    low = word.lower()
    return plain(word), word[:3], low[-2:], low[-3:], low[-4:], shape


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The rows of the features of words, and the names of what is said of them."""

    features: list[dict[str, int]]
    tags: list[str]
    morphs: list[str]  # part of speech and morphology in one: "NOUN|Number=Sing"
    labels: list[str]

    def rows(self, word: str, shape: str) -> list[int]:
        """The rows of a word's features."""
        return [ids.get(key, UNKNOWN) for ids, key in zip(self.features, features(word, shape), strict=True)]


Weights = dict[str, Array]


@dataclass(frozen=True, slots=True)
class Sentences:
    """Runs of words in a row, and the order in which a layer goes through them: all first words, all second."""

    starts: Array
    ends: Array
    onward: Array  # the places of the words, by their place in the sentence, the longest sentence first
    backward: Array  # the same from the ends of the sentences
    counts: list[int]  # of sentences that have a first word, a second, …

    @classmethod
    def of(cls, starts: Array, ends: Array) -> Sentences:
        """The sentences between these places."""
        longest = np.argsort(starts - ends, kind="stable")
        first, last = starts[longest], ends[longest] - 1
        at = np.arange(last[0] - first[0] + 1)[:, None]
        there = at <= last - first
        return cls(starts, ends, (first + at)[there], (last - at)[there], there.sum(1).tolist())


class Network:
    """The weights, made ready to reckon with."""

    def __init__(self, vocabulary: Vocabulary, weights: Weights) -> None:
        self.vocabulary = vocabulary
        self.weights = weights  # as they are kept
        full = {name: array.astype(np.float32) for name, array in weights.items()}
        self._tables = [full[f"tables.{at}"] for at in range(len(FEATURES))]
        layers = sum(name.endswith(".u") for name in full) // 2
        self._layers = [[_Way.of(full, f"layers.{2 * at + way}") for way in range(2)] for at in range(layers)]
        self._near = _linear(full, "begins")
        self._begins = _linear(full, "begins.inner"), _linear(full, "begins.last")
        # What a word alone says: to both ways of the first layer, and to whether a sentence begins.
        self._alone = np.concatenate([*(way.w for way in self._layers[0]), self._near[0]], 1)
        self._added = np.concatenate([*(way.b for way in self._layers[0]), self._near[1]])
        self.width = len(self._added)  # how many numbers a word's vector has
        self._heads = {name: _linear(full, name) for name in ("arc_head", "label_head")}
        said = [_linear(full, name) for name in _SAID]
        self._said = np.concatenate([w for w, _ in said], 1), np.concatenate([b for _, b in said])
        self._parts = np.cumsum([len(b) for _, b in said])[:-1]
        self._root, self._arc, self._label = full["root"], full["arc"], _linear(full, "label")
        self._far = full["far"][distances(LONGEST)]
        self._far[np.arange(LONGEST), np.arange(1, LONGEST + 1)] = _NEVER  # nobody is one's own head
        roots = np.array([label == "ROOT" for label in vocabulary.labels])
        self._fits = np.where(roots, _NEVER, 0).astype(np.float32), np.where(roots, 0, _NEVER).astype(np.float32)

    def vectors(self, words: Sequence[tuple[str, str]]) -> Array:
        """The vectors of words with their shapes, each by itself."""
        rows = np.array([self.vocabulary.rows(word, shape) for word, shape in words])
        made: Array = np.concatenate([t[rows[:, at]] for at, t in enumerate(self._tables)], 1) @ self._alone
        made += self._added
        return made

    def begins(self, vectors: Array, spaced: Array, after_break: Array, at: Array) -> Array:
        """Whether a sentence begins with the words at these places of a text's."""
        near = np.concatenate([_leaky(vectors[:, -len(self._near[1]) :]), spaced[:, None]], 1)
        padded = np.pad(near, ((-WINDOW[0], WINDOW[-1]), (0, 0)))
        seen = [padded[at + offset - WINDOW[0]] for offset in WINDOW]
        (w, b), (last, bias) = self._begins
        inner = _leaky(np.concatenate([*seen, after_break[at, None]], 1) @ w + b)
        begins: Array = (inner @ last + bias)[:, 0] > 0
        return begins

    def understand(self, vectors: Array, sentences: Sentences) -> tuple[Array, ...]:
        """Tag, morph, mark, head (its place in the row, -1 the root) and label of every word."""
        x = self._read(vectors, sentences)
        tag, morph, name, heads, dependents, above, below = np.split(x @ self._said[0] + self._said[1], self._parts, 1)
        w, b = self._heads["arc_head"]
        root = _leaky(self._root @ w + b)
        head = self._trees(_leaky(dependents), _leaky(heads), root, sentences)
        w, b = self._heads["label_head"]
        above = np.concatenate([above, (self._root @ w + b)[None]])[head]  # the last stands for the root
        labels = _leaky(above + below) @ self._label[0] + self._label[1]
        labels += np.where((head < 0)[:, None], self._fits[1], self._fits[0])
        return tag.argmax(1), morph.argmax(1), best_marks(name, sentences), head, labels.argmax(1)

    def _read(self, vectors: Array, sentences: Sentences) -> Array:
        """Every word as it stands in its sentence."""
        orders = sentences.onward, sentences.backward
        size = 4 * len(self._layers[0][0].u)
        asked = np.stack([vectors[order, at * size : (at + 1) * size] for at, order in enumerate(orders)])
        x = _run_through(self._layers[0], asked, sentences)
        for layer in self._layers[1:]:
            asked = np.stack([x[order] @ way.w + way.b for way, order in zip(layer, orders, strict=True)])
            x = _run_through(layer, asked, sentences)
        return x

    def _trees(self, dependents: Array, heads: Array, root: Array, sentences: Sentences) -> Array:
        asked = np.concatenate([dependents, np.ones((len(dependents), 1), np.float32)], 1) @ self._arc
        under_root = asked @ root
        found: Array = np.empty(len(asked), np.int64)
        torn: list[tuple[int, Array]] = []  # sentences whose words' best heads make no tree
        for start, end in zip(sentences.starts.tolist(), sentences.ends.tolist(), strict=True):
            size = end - start
            scores = np.empty((size, size + 1), np.float32)
            scores[:, 0] = under_root[start:end]
            np.matmul(asked[start:end], heads[start:end].T, out=scores[:, 1:])
            scores += self._far[:size, : size + 1]
            found[start:end] = best = scores.argmax(1)
            if not is_tree(best):
                torn.append((start, scores))
        for (start, scores), tree in zip(torn, best_trees([scores for _, scores in torn]), strict=True):
            found[start : start + len(scores)] = tree
        return np.where(found == 0, -1, found + np.repeat(sentences.starts - 1, sentences.ends - sentences.starts))


_SAID = ("tag", "morph", "name", "arc_head", "arc_dependent", "label_head", "label_dependent")


def distances(size: int) -> Array:
    """Which weight the distance from every word of a sentence to every head has; the first head is the root."""
    far: Array = np.clip(np.arange(size + 1) - np.arange(1, size + 1)[:, None], -REACH, REACH) + REACH
    far[:, 0] = REACH  # nobody is one's own head, so that this one is free for the root
    return far


def may_follow(before: str, mark: str) -> bool:
    """Whether a mark may stand after another: "I-LOC" only inside a place."""
    return mark[0] != "I" or before[2:] == mark[2:]


REFUSED = np.array([[0.0 if may_follow(before, mark) else _NEVER for mark in MARKS] for before in MARKS])


def best_marks(scores: Array, sentences: Sentences) -> Array:
    """The marks with the highest sums that fit together, sentence by sentence."""
    best: Array = scores.argmax(1)
    before = np.roll(best, 1)
    before[sentences.starts] = 0
    wrong = np.maximum.reduceat(REFUSED[before, best] < 0, sentences.starts)
    for start, end in zip(sentences.starts[wrong].tolist(), sentences.ends[wrong].tolist(), strict=True):
        best[start:end] = fitting(scores[start:end])
    return best


def fitting(scores: Array) -> list[int]:
    """The marks of one sentence with the highest sum that fit together."""
    total = scores[0] + REFUSED[0]  # it begins as after no name
    back: list[Array] = []
    for word in scores[1:]:
        ways = total[:, None] + REFUSED
        back.append(ways.argmax(0))
        total = ways.max(0) + word
    path = [int(total.argmax())]
    for step in reversed(back):
        path.append(int(step[path[-1]]))
    return path[::-1]


def _linear(weights: Weights, name: str) -> tuple[Array, Array]:
    return weights[f"{name}.w"], weights[f"{name}.b"]


@dataclass(frozen=True, slots=True)
class _Way:
    """One direction of a layer: what a word, and what the state before it, says to the gates.

    A logistic function is a hyperbolic tangent of half its argument: one function for all gates.
    """

    w: Array
    u: Array
    b: Array

    @classmethod
    def of(cls, weights: Weights, name: str) -> _Way:
        """The weights of that name."""
        size = len(weights[f"{name}.u"])
        scale = np.repeat(np.array([0.5, 0.5, 0.5, 1], np.float32), size)
        return cls(*(weights[f"{name}.{part}"] * scale for part in "wub"))


def _run_through(layer: Sequence[_Way], asked: Array, sentences: Sentences) -> Array:
    """What a layer makes of the words; `asked` is what they say to its gates, either way in its order.

    The gates of a word are in, forget, out and what is new.
    """
    size = asked.shape[2] // 4
    before = np.stack([way.u for way in layer])
    made = np.empty((2, asked.shape[1], size), np.float32)
    state = kept = np.zeros((2, sentences.counts[0], size), np.float32)
    at = 0
    for count in sentences.counts:
        gates = asked[:, at : at + count]
        if at:
            gates += state[:, :count] @ before
        np.tanh(gates, out=gates)
        gates[..., : 3 * size] += 1
        gates[..., : 3 * size] *= 0.5
        now = kept[:, :count]
        now *= gates[..., size : 2 * size]
        now += gates[..., :size] * gates[..., 3 * size :]
        shown = made[:, at : at + count]
        np.tanh(now, out=shown)
        shown *= gates[..., 2 * size : 3 * size]
        state = shown
        at += count
    both = np.empty((asked.shape[1], 2 * size), np.float32)
    both[sentences.onward, :size], both[sentences.backward, size:] = made
    return both


def _leaky(x: Array) -> Array:
    leaky: Array = np.maximum(x, 0.1 * x)
    return leaky


# --- as a component of a pipeline --------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Text:
    """The words of a document, white space left out."""

    doc: Doc
    blank: Array  # whether a token is white space
    places: Array  # the words' places among the tokens
    words: Array
    begins: Array  # what is known of sentences that begin with them
    spaced: Array  # whether a space or a break stands before them: where a quote opens and where it closes
    after_break: Array  # whether white space of its own stands before them

    @classmethod
    def of(cls, doc: Doc) -> Text:
        """The words of a document."""
        words, starts, spaces, followed = doc.to_array(["ORTH", "SENT_START", "IS_SPACE", "SPACY"]).reshape(-1, 4).T
        blank, begins = spaces.astype(bool), starts.view(np.int64)
        places = np.flatnonzero(~blank)
        before = places - 1
        after_break = (before >= 0) & blank[before]
        spaced = (before < 0) | after_break | followed.astype(bool)[before]
        begins = np.where(after_break & (begins[before] == _BEGINS), _BEGINS, begins[places])
        return cls(doc, blank, places, words[places], begins, spaced, after_break)


class Answers:
    """What a network says of a word, as spaCy writes it."""

    def __init__(self, vocab: Vocab, vocabulary: Vocabulary) -> None:
        strings = vocab.strings
        parts, forms = zip(*(morph.split("|", 1) for morph in vocabulary.morphs), strict=True)
        self.tags = np.array([strings.add(tag) for tag in vocabulary.tags], np.uint64)
        self.labels = np.array([strings.add(label) for label in vocabulary.labels], np.uint64)
        numbered: Array = Doc(vocab, words=[*parts, BLANK_PART], pos=[*parts, BLANK_PART]).to_array("POS")
        self.parts = numbered[:-1]
        self.names = np.array([0, *(strings.add(mark[2:]) for mark in MARKS[1:])], np.uint64)
        self.forms = [MorphAnalysis(vocab, form) for form in (*forms, "")]  # the last is that of white space
        self.blank = np.array([strings.add(BLANK_TAG), numbered[-1], 0, strings.add("dep"), _IOB[0], 0], np.uint64)


class NetworkReader:
    """Tags, trees and names of documents; where a sentence begins, as far as nobody has said so before."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab
        self._network: Network | None = None
        self._answers: Answers | None = None
        self._known: dict[int, int] = {}  # the places of words that came before among their vectors
        self._vectors = np.zeros((0, 0), np.float32)

    def take(self, network: Network) -> None:
        """Read with this network from now on."""
        self._network, self._answers = network, Answers(self.vocab, network.vocabulary)
        self._known, self._vectors = {}, np.zeros((0, 0), np.float32)

    @property
    def network(self) -> Network:
        """The network that reads."""
        if self._network is None:
            raise RuntimeError(f"{NAME} has no weights yet")
        return self._network

    @property
    def answers(self) -> Answers:
        """What the network says, as spaCy writes it."""
        if self._answers is None:
            raise RuntimeError(f"{NAME} has no weights yet")
        return self._answers

    @property
    def labels(self) -> tuple[str, ...]:
        """The kinds of names."""
        return NAMES

    def __call__(self, doc: Doc) -> Doc:
        """The same document, read."""
        self._read([doc])
        return doc

    def pipe(self, stream: Iterable[Doc], *, batch_size: int) -> Iterator[Doc]:
        """The same documents, read."""
        rest = iter(stream)
        while docs := list(islice(rest, batch_size)):
            self._read(docs)
            yield from docs

    def to_disk(self, path: Path | str, *, exclude: Iterable[str] = ()) -> None:  # noqa: ARG002  as spaCy calls it
        """Write the weights, as half the numbers' bytes, and the vocabulary."""
        folder = Path(path)
        folder.mkdir(parents=True, exist_ok=True)
        np.savez(folder / "weights.npz", allow_pickle=False, **self.network.weights)
        said = json.dumps(asdict(self.network.vocabulary), ensure_ascii=False, separators=(",", ":"))
        (folder / "vocabulary.json").write_text(said + "\n", encoding="utf-8")

    def from_disk(self, path: Path | str, *, exclude: Iterable[str] = ()) -> NetworkReader:  # noqa: ARG002  as spaCy calls it
        """Read what `to_disk` wrote."""
        vocabulary = Vocabulary(**json.loads((Path(path) / "vocabulary.json").read_text(encoding="utf-8")))
        with np.load(Path(path) / "weights.npz") as kept:
            self.take(Network(vocabulary, dict(kept)))
        return self

    def _read(self, docs: Sequence[Doc]) -> None:
        texts = [Text.of(doc) for doc in docs if len(doc)]
        for text in texts:
            if not len(text.places):
                self._write(text, *[np.zeros(0, np.int64)] * 5)
        texts = [text for text in texts if len(text.places)]
        if not texts:
            return
        vectors = self._look_up(texts)
        starts, ends, first = [], [], 0
        for text in texts:
            begins = self._begins(text, vectors[first : first + len(text.places)])
            starts.append(first + begins)
            ends.append(first + np.append(begins[1:], len(text.places)))
            first += len(text.places)
        said = self.network.understand(vectors, Sentences.of(np.concatenate(starts), np.concatenate(ends)))
        first = 0
        for text in texts:
            last = first + len(text.places)
            tag, morph, mark, head, label = (part[first:last] for part in said)
            self._write(text, tag, morph, mark, np.where(head < 0, -1, head - first), label)
            first = last

    def _look_up(self, texts: Sequence[Text]) -> Array:
        """The vectors of the texts' words; what is known of a word is remembered."""
        words, again = np.unique(np.concatenate([text.words for text in texts]), return_inverse=True)
        new = [word for word in words.tolist() if word not in self._known]
        if new:
            if len(self._known) + len(new) > len(self._vectors):
                self._known.clear()
                new = words.tolist()
                self._vectors = np.empty((max(_REMEMBERED, len(new)), self.network.width), np.float32)
            lexemes = [self.vocab[word] for word in new]
            places = range(len(self._known), len(self._known) + len(new))
            self._vectors[places.start : places.stop] = self.network.vectors([(x.text, x.shape_) for x in lexemes])
            self._known.update(zip(new, places, strict=True))
        rows = np.array([self._known[word] for word in words.tolist()])
        vectors: Array = self._vectors[rows[again]]
        return vectors

    def _begins(self, text: Text, vectors: Array) -> Array:
        """The places of a text's words that begin a sentence."""
        begins = text.begins == _BEGINS
        begins[0] = True
        asked = np.flatnonzero(~begins & (text.begins != _GOES_ON))
        if len(asked):
            begins[asked] = self.network.begins(vectors, text.spaced, text.after_break, asked)
        at = np.flatnonzero(begins)
        long = np.flatnonzero(np.diff(np.append(at, len(begins))) > LONGEST)
        if len(long):
            bounds = pairwise(np.append(at, len(begins)))
            return np.concatenate([np.arange(start, end, LONGEST) for start, end in bounds])
        return at

    def _write(self, text: Text, tag: Array, morph: Array, mark: Array, head: Array, label: Array) -> None:
        """What was understood into the document; white space hangs on the word before it."""
        answers, doc, places = self.answers, text.doc, text.places
        said = np.empty((len(doc), len(_WRITTEN)), np.uint64)
        said[:] = answers.blank
        above = np.where(head < 0, places, places[head])
        said[places] = np.stack(
            [
                answers.tags[tag],
                answers.parts[morph],
                (above - places).astype(np.int64).view(np.uint64),
                answers.labels[label],
                _IOB[mark],
                answers.names[mark],
            ],
            1,
        )
        blanks = np.flatnonzero(text.blank)
        said[blanks, _HEAD] = np.int64(-1).view(np.uint64)
        if text.blank[0]:  # nothing stands before it
            said[0, _HEAD] = places[0] if len(places) else 0
        inside = blanks[(blanks > 0) & (blanks + 1 < len(doc))]
        inside = inside[said[inside + 1, _ENT_IOB] == _IOB[2]]  # a name goes on behind a line's end
        said[inside, _ENT_IOB:] = said[inside + 1, _ENT_IOB:]
        doc.from_array(_WRITTEN, said)  # type: ignore[arg-type] # integers, whatever NumPy says
        forms = np.full(len(doc), -1)
        forms[places] = morph
        for token, form in zip(doc, forms.tolist(), strict=True):
            token.morph = answers.forms[form]
