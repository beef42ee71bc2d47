"""The network: it reads a sentence alike wherever it stands, and what it says of a sentence fits together."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from timeline import network, trees
from timeline import nlp as pipelines
from timeline.network import MARKS, NetworkReader, Sentences

SENTENCES = (
    "The envoys of Norway met the ministers in Cairo on Monday.",
    "Talks failed.",
    "Ana Petrov, who had led the delegation since May, said that no date had been set for another round.",
)


@pytest.fixture(scope="module")
def nlp() -> Language:
    return pipelines.load()


@pytest.fixture(scope="module")
def reader(nlp: Language) -> NetworkReader:
    made = nlp.get_pipe(network.NAME)
    assert isinstance(made, NetworkReader)
    return made


def said(doc: Doc) -> list[tuple[object, ...]]:
    """What is said of every word, its head by the distance."""
    return [(t.text, t.tag_, t.pos_, str(t.morph), t.dep_, t.head.i - t.i, t.ent_iob_, t.ent_type_) for t in doc]


def test_a_sentence_is_read_alike_alone_and_among_others(nlp: Language) -> None:
    alone = [said(nlp(sentence)) for sentence in SENTENCES]
    assert said(nlp("\n\n".join(SENTENCES[:1]))) == alone[0]
    assert [said(doc) for doc in nlp.pipe(SENTENCES)] == alone
    together = said(nlp(" ".join(SENTENCES)))
    assert together == [word for sentence in alone for word in sentence]


def test_words_that_were_forgotten_are_read_as_before(nlp: Language, reader: NetworkReader) -> None:
    before = [said(nlp(sentence)) for sentence in SENTENCES]
    reader.take(reader.network)
    assert [said(nlp(sentence)) for sentence in SENTENCES] == before


def test_a_memory_of_words_that_is_full_begins_anew(
    nlp: Language, reader: NetworkReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = [said(nlp(sentence)) for sentence in SENTENCES]
    monkeypatch.setattr(network, "_REMEMBERED", 8)
    reader.take(reader.network)
    assert [said(nlp(sentence)) for sentence in SENTENCES * 2] == before * 2
    reader.take(reader.network)


def test_every_sentence_is_one_tree(nlp: Language) -> None:
    doc = nlp("so of the and to\nin 3, a ! that -- which when he who or\n" * 20 + " ".join(SENTENCES))
    for sentence in doc.sents:
        assert [token for token in sentence if token.head.i == token.i] == [sentence.root]
        assert all(token.dep_ != "ROOT" for token in sentence if token != sentence.root)
        assert all(token.head in sentence for token in sentence)


def test_a_sentence_without_end_is_cut(nlp: Language) -> None:
    doc = nlp("word " * (2 * network.LONGEST + 10))
    assert max(len(sentence) for sentence in doc.sents) == network.LONGEST
    assert len(doc) == 2 * network.LONGEST + 10


def test_white_space_hangs_on_the_word_before_it(nlp: Language) -> None:
    doc = nlp("\n Talks\n\nwith Ana\nPetrov failed. ")
    assert [(t.tag_, t.pos_, t.dep_) for t in doc if t.is_space] == [("_SP", "SPACE", "dep")] * 3
    assert [t.head.i - t.i for t in doc if t.is_space] == [1, -1, -1]
    assert {t.ent_iob_ for t in doc} <= {"B", "I", "O"}
    assert [(t.pos_, t.head.i) for t in nlp("\n\n \n")] == [("SPACE", 0)]


def test_a_component_without_weights_says_so(nlp: Language) -> None:
    blank = spacy.blank("en")
    blank.add_pipe(network.NAME)
    with pytest.raises(RuntimeError, match="no weights"):
        blank("They met.")


def test_a_network_is_written_and_read_again(nlp: Language, reader: NetworkReader, tmp_path: Path) -> None:
    reader.to_disk(tmp_path / "kept")
    again = NetworkReader(nlp.vocab).from_disk(tmp_path / "kept")
    assert again.network.vocabulary == reader.network.vocabulary
    for name, weights in reader.network.weights.items():
        assert weights.dtype == np.float16
        assert np.array_equal(again.network.weights[name], weights)


def test_the_best_trees_are_the_best_of_all() -> None:
    chance = np.random.default_rng(0)
    sentences = [chance.normal(size=(size, size + 1)).astype(np.float32) for size in (1, 2, 3, 4, 4, 5, 5, 5)]
    for scores, best in zip(sentences, trees.best_trees(sentences), strict=True):
        size = len(scores)

        def total(heads: Sequence[int], scores: np.ndarray = scores) -> float:
            return sum(float(scores[word, head]) for word, head in enumerate(heads))

        every = [heads for heads in itertools.product(range(size + 1), repeat=size) if makes_a_tree(heads)]
        assert makes_a_tree(best)
        assert total(best) == pytest.approx(max(total(heads) for heads in every), rel=1e-5)


def test_a_tree_is_the_same_whatever_stands_beside_it() -> None:
    chance = np.random.default_rng(1)
    sentences = [chance.normal(size=(size, size + 1)).astype(np.float32) for size in (40, 1, 7, 38, 25, 24, 9, 120)]
    assert trees.best_trees(sentences) == [trees.best_trees([one])[0] for one in sentences]
    assert all(map(makes_a_tree, trees.best_trees(sentences)))


def test_what_is_a_tree_is_told_from_what_is_none() -> None:
    for size in (1, 2, 3, 4, 5):
        for heads in itertools.product(range(size + 1), repeat=size):
            assert trees.is_tree(np.array(heads)) == makes_a_tree(heads), heads


def makes_a_tree(heads: Sequence[int]) -> bool:
    """Whether every word reaches the root, one hangs on it, and a head is above all words up to those it heads."""

    def above(word: int) -> set[int]:
        seen = {word}
        while word and heads[word - 1] not in seen:
            word = heads[word - 1]
            seen.add(word)
        return seen

    words = range(1, len(heads) + 1)
    between = {word: range(min(word, heads[word - 1]) + 1, max(word, heads[word - 1])) for word in words}
    return (
        list(heads).count(0) == 1
        and all(0 in above(word) for word in words)
        and all(heads[word - 1] in above(inner) for word in words if heads[word - 1] for inner in between[word])
    )


def test_no_name_goes_on_that_has_not_begun() -> None:
    scores = np.full((6, len(MARKS)), -4.0)
    inside, begin, other = (MARKS.index(mark) for mark in ("I-LOC", "B-LOC", "B-ORG"))
    scores[0, [inside, other]] = -0.7, -1.2  # nothing can go on at the start
    scores[1, inside], scores[2, [inside, begin]] = -0.1, (-0.9, -1.2)
    scores[3:, 0] = -0.1  # a sentence of no names
    best = network.best_marks(scores, Sentences.of(np.array([0, 3]), np.array([3, 6]))).tolist()
    every = itertools.product(range(len(MARKS)), repeat=3)
    fits = [marks for marks in every if all(network.may_follow(*two) for two in pairs(marks))]
    assert tuple(best[:3]) == max(fits, key=lambda marks: sum(scores[at, mark] for at, mark in enumerate(marks)))
    assert best == [begin, inside, inside, 0, 0, 0]


def pairs(marks: tuple[int, ...]) -> list[tuple[str, str]]:
    """Every mark with the one before it, the first after no name."""
    return [(MARKS[before], MARKS[mark]) for before, mark in zip((0, *marks), marks, strict=False)]
