"""No parse is so odd that an article cannot be read: words hang anywhere in their sentence, under any label.

A pipeline of the user's own has other mistakes than the one that ships, and its arcs may cross.
"""

from __future__ import annotations

import random
import zlib

import numpy as np
import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span

from timeline import nlp as pipelines
from timeline.engine import Engine
from timeline.gold import read_gold
from timeline.resources import seeds

ANYWHERE = "words_hang_anywhere"
SHARE = 0.2  # of the words
COLUMNS: list[int | str] = ["HEAD", "DEP", "TAG", "POS"]
CASES = [case for case in read_gold(seeds()) if len(case.article.text) < 300][::3]


@Language.component(ANYWHERE)
def hang_anywhere(doc: Doc) -> Doc:
    """Hang a share of the words on others of their sentence, and give as many the labels and tags of others."""
    chance = random.Random(zlib.crc32(doc.text.encode()))  # noqa: S311 - a draw of parses
    said = doc.to_array(COLUMNS)
    heads = said[:, 0].view("i8")
    for sentence in doc.sents:
        for word in sentence:
            other = chance.randrange(sentence.start, sentence.end)
            if heads[word.i] == 0 or word.is_space:
                continue
            if chance.random() < SHARE and word.i not in above(heads, other, sentence):
                heads[word.i] = other - word.i
            if chance.random() < SHARE and heads[other] != 0:
                said[word.i, 1] = said[other, 1]
            if chance.random() < SHARE / 2:
                said[word.i, 2:] = said[other, 2:]
    return doc.from_array(COLUMNS, said)


def above(heads: np.ndarray, at: int, sentence: Span) -> set[int]:
    """A word's place, and those of all it hangs on."""
    seen = {at}
    while heads[at] != 0 and len(seen) <= len(sentence):
        at += int(heads[at])
        seen.add(at)
    return seen


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    nlp = spacy.load(pipelines.SHIPPED)
    nlp.add_pipe(ANYWHERE, before="lemmatizer")
    folder = tmp_path_factory.mktemp("odd") / "pipeline"
    nlp.to_disk(folder)
    return Engine(model=str(folder))


def test_arcs_cross_in_these_parses(engine: Engine) -> None:
    doc = engine.nlp("The envoys of Norway, who had led the talks since May, met the ministers in Cairo on Monday.")
    assert any(word.head.i != word.i and not word.left_edge.i <= word.i <= word.right_edge.i for word in doc) or any(
        len(list(word.subtree)) < word.right_edge.i - word.left_edge.i + 1 for word in doc
    )


def test_every_text_is_read_whatever_its_parse(engine: Engine) -> None:
    for case in CASES:
        record = engine.read(case.article)
        length = len(case.article.text)
        for event in record.events:
            assert event.title or event.salience < 0.5, case.article.id
            assert 0 <= event.trigger.start < event.trigger.end <= length, case.article.id
            assert event.sentence.start <= event.trigger.start, case.article.id
