"""A parse that answers at once gives spaCy's own answers."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from spacy.tokens import Doc, Token

from events.docs import doc
from timeline.engine import Engine
from timeline.events import grammar
from timeline.events.parsed import parsed
from timeline.resources import seeds

ALIKE = (
    "i idx text lower_ lemma_ tag_ pos_ dep_ ent_type_ whitespace_ is_space is_alpha is_title is_lower is_punct "
    "is_sent_start like_num"
).split()
ONE = ("head", "left_edge", "right_edge")
MANY = ("children", "lefts", "rights", "subtree")


@pytest.fixture(scope="module")
def text() -> Doc:
    """The longest of the seeds, as spaCy and its repairs parse it."""
    return Engine().parse(max((p.read_text(encoding="utf-8") for p in seeds().glob("*.txt")), key=len))


def places(tokens: Iterable[Token]) -> list[int]:
    return [t.i for t in tokens]


def test_every_token_answers_as_spacys_does(text: Doc) -> None:
    for theirs, ours in zip(text, parsed(text), strict=True):
        assert {n: getattr(ours, n) for n in ALIKE} == {n: getattr(theirs, n) for n in ALIKE}
        assert {n: getattr(ours, n).i for n in ONE} == {n: getattr(theirs, n).i for n in ONE}
        assert {n: places(getattr(ours, n)) for n in MANY} == {n: places(getattr(theirs, n)) for n in MANY}
        assert (ours.sent.start, ours.sent.end, len(ours)) == (theirs.sent.start, theirs.sent.end, len(theirs))


def test_every_sentence_answers_as_spacys_does(text: Doc) -> None:
    ours = parsed(text)
    for theirs, sentence in zip(text.sents, ours.sents, strict=True):
        assert (sentence.root.i, sentence.text) == (theirs.root.i, theirs.text)
        assert places(sentence[1:-1]) == places(theirs[1:-1])
        assert sentence[-1].i == theirs[-1].i
        assert sentence[1:].sent is sentence


def test_a_doc_is_cut_as_spacys_is(text: Doc) -> None:
    ours = parsed(text)
    assert len(ours) == len(text)
    for cut in (slice(3, 9), slice(9, 3), slice(-4, None), slice(2, 10**6)):
        assert places(ours[cut]) == places(text[cut])
        assert (ours[cut].start, ours[cut].end) == (text[cut].start, text[cut].end)
    third = text[2]
    found = ours.char_span(third.idx, third.idx + len(third))
    assert found is not None
    assert places(found) == [2]
    assert ours.char_span(third.idx, third.idx + len(third) + 1, alignment_mode="strict") is None


def test_a_token_is_one_object_whichever_way_it_is_found(text: Doc) -> None:
    ours = parsed(text)
    token = next(t for t in ours if t.head is not t and t.i > 0)
    assert token in token.head.children
    assert token.nbor(-1).nbor() is token
    assert token.head.is_ancestor(token)
    assert not token.is_ancestor(token.head)
    with pytest.raises(IndexError):
        ours[0].nbor(-1)


def test_what_is_changed_in_it_changes_nothing_of_the_doc() -> None:
    told = doc("Chairman NN nsubj 2", "yesterday NN nsubj 2", "resigned VBD ROOT 2 resign")
    ours = parsed(told)
    grammar.free_subjects(ours, [1])
    assert [t.dep_ for t in ours] == ["nsubj", "obl:unmarked", "ROOT"]
    assert [t.dep_ for t in told] == ["nsubj", "nsubj", "ROOT"]


def test_what_is_asked_of_it_is_reckoned_once() -> None:
    told = doc("Rebels NNS nsubj 1 rebel", "fled VBD ROOT 1 flee")
    ours = parsed(told)
    assert grammar.subjects(ours[1]) is grammar.subjects(ours[1])
    assert grammar.subjects(told[1]) is not grammar.subjects(told[1])
