"""A parse that answers at once gives spaCy's own answers."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from spacy.tokens import Doc, Token

from events.docs import doc
from timeline.clean import folded
from timeline.engine import Engine
from timeline.events import grammar
from timeline.events.parsed import keep, parsed, those
from timeline.resources import seeds

ALIKE = (
    "i idx text lower_ lemma_ tag_ pos_ dep_ ent_type_ whitespace_ is_space is_alpha is_title is_lower is_punct "
    "is_sent_start like_num"
).split()
ONE = ("head", "left_edge", "right_edge")
MANY = ("children", "lefts", "rights", "subtree")


@pytest.fixture(scope="module")
def text() -> Doc:
    """The longest of the seeds, as spaCy parses it."""
    return Engine().nlp(folded(max((p.read_text(encoding="utf-8") for p in seeds().glob("*.txt")), key=len)))


def places(tokens: Iterable[Token]) -> list[int]:
    return [t.i for t in tokens]


def test_every_token_answers_as_spacys_does(text: Doc) -> None:
    assert_alike(parsed(text), text)


def assert_alike(mine: Doc, spacys: Doc) -> None:
    """A copy and its doc give the same answers."""
    for ours, theirs in zip(mine, spacys, strict=True):
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


def test_a_copy_of_a_copy_is_itself(text: Doc) -> None:
    ours = parsed(text)
    assert parsed(ours) is ours


def test_what_is_changed_and_kept_is_as_if_changed_in_the_doc() -> None:
    told = Engine().nlp("The envoys of Chile met rebels in a suburb of Lima, a port, on Friday. They will meet again.")
    ours = parsed(told)
    for token in list(ours):
        if token.i % 3 and token.head.head is not token.head:
            token.head, token.dep_, token.lemma_ = token.head.head, "dep", "so"
    ours[-3].head, ours[-3].dep_ = ours[-3], "ROOT"
    keep(ours)
    assert_alike(ours, told)
    assert [s.start for s in ours.sents] == [s.start for s in told.sents]
    assert sum(t.dep_ == "dep" for t in told) > 4


def test_a_token_with_another_head_is_found_below_it() -> None:
    told = doc("Envoys NNS nsubj 1 envoy", "met VBD ROOT 1 meet", "rebels NNS obj 1 rebel", "today NN nmod 2")
    ours = parsed(told)
    assert [t.i for t in those(ours, "dep_", {"nmod"})] == [3]
    ours[3].head, ours[3].dep_ = ours[1], "obl"
    assert places(ours[1].children) == [0, 2, 3]
    assert (places(ours[2].subtree), ours[2].right_edge.i, ours[1].right_edge.i) == ([2], 2, 3)
    assert ([t.i for t in those(ours, "dep_", {"obl"})], those(ours, "dep_", {"nmod"})) == ([3], [])
    assert told[3].head.i == 2
    keep(ours)
    assert (told[3].head.i, told[3].dep_) == (1, "obl")


def test_a_sentence_has_one_root_and_a_new_root_a_sentence() -> None:
    ours = parsed(doc("Crowds NNS ROOT 0", "rallied VBN acl 0", "in IN case 3", "Rome NNP obl 1"))
    ours[1].head = ours[1]
    assert [(s.start, s.end) for s in ours.sents] == [(0, 1), (1, 4)]
    ours[0].head = ours[1]
    assert [(s.start, s.end, s.root.i) for s in ours.sents] == [(0, 4, 1)]
    assert ours[3].sent is ours[0].sent


def test_what_was_reckoned_is_reckoned_again_after_a_change() -> None:
    ours = parsed(doc("Rebels NNS dep 1 rebel", "fled VBD ROOT 1 flee"))
    assert grammar.subjects(ours[1]) == []
    ours[0].dep_ = "nsubj"
    assert grammar.subjects(ours[1]) == [ours[0]]


def test_what_is_asked_of_it_is_reckoned_once() -> None:
    told = doc("Rebels NNS nsubj 1 rebel", "fled VBD ROOT 1 flee")
    ours = parsed(told)
    assert grammar.subjects(ours[1]) is grammar.subjects(ours[1])
    assert grammar.subjects(told[1]) is not grammar.subjects(told[1])


def test_no_word_hangs_below_itself() -> None:
    ours = parsed(doc("Addo NNP nsubj 1", "sang VBD ROOT 1", "in IN case 3", "Rome NNP obl 1"))
    ours[3].head = ours[0]
    ours[0].head = ours[3]
    assert (ours[0].head.i, ours[3].head.i) == (1, 0)
    assert places(ours[0].subtree) == [0, 2, 3]


def test_a_name_that_its_relative_clause_was_hung_above_stays_below_it() -> None:
    text = (
        "There are hints that Addo, who was given weeks to live but is alive and kicking, may have been the linchpin."
    )
    made = Engine().parse(text)
    for word in made:
        assert not any(above.is_ancestor(word) and word.is_ancestor(above) for above in made)
