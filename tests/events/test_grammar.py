"""What the parse says, in Universal Dependencies and in the labels of spaCy's own English models."""

from __future__ import annotations

from events.docs import doc
from timeline.events import grammar

MET = doc(
    "Kerry NNP nsubj 3",
    "and CC cc 2",
    "Lavrov NNP conj 0",
    "met VBD ROOT 3 meet",
    "in IN case 5",
    "Vienna NNP obl 3",
    "on IN case 7",
    "Friday NNP obl 3",
    "with IN case 9",
    "envoys NNS nmod 7 envoy",
)
CLEAR = doc(
    "Deals NNS nsubjpass 2 deal",
    "were VBD auxpass 2 be",
    "signed VBN ROOT 2 sign",
    "in IN prep 2",
    "Rome NNP pobj 3",
)
AIM = doc(
    "Kerry NNP nsubj 1",
    "hopes VBZ ROOT 1 hope",
    "to TO mark 3",
    "visit VB xcomp 1",
    "Cairo NNP obj 3",
)


def test_subjects_are_coordinated() -> None:
    assert [t.text for t in grammar.subjects(MET[3])] == ["Kerry", "Lavrov"]


def test_an_infinitive_has_its_governors_subject() -> None:
    assert [t.text for t in grammar.subjects(AIM[3])] == ["Kerry"]
    assert grammar.has_to(AIM[3])


def test_an_infinitive_has_the_subject_that_for_gives_it() -> None:
    parsed = doc(
        "We PRP nsubj 2",
        "are VBP cop 2",
        "ready JJ ROOT 2",
        "for IN case 4",
        "envoys NNS obl 2",
        "to TO mark 6",
        "meet VB advcl 2",
    )
    assert grammar.subjects(parsed[6]) == [parsed[4]]


def test_what_hangs_on_a_date_is_its_governors() -> None:
    assert [(p, n.text) for p, n in grammar.obliques(MET[3])] == [("in", "Vienna"), ("on", "Friday")]
    found = [(p, n.text) for p, n in grammar.obliques(MET[3], {7})]
    assert found == [("in", "Vienna"), ("on", "Friday"), ("with", "envoys")]


def test_labels_of_other_pipelines() -> None:
    assert grammar.is_passive(CLEAR[2])
    assert [(p, n.text) for p, n in grammar.obliques(CLEAR[2])] == [("in", "Rome")]
    assert [t.text for t in grammar.subjects(CLEAR[2])] == ["Deals"]


def test_a_relative_clause_tells_of_its_noun() -> None:
    parsed = doc(
        "a DT det 1",
        "deal NN ROOT 1",
        "that WDT nsubj 3",
        "ended VBD acl:relcl 1 end",
        "wars NNS obj 3 war",
    )
    assert [t.text for t in grammar.subjects(parsed[3])] == ["deal"]


def test_a_bare_participle_is_passive() -> None:
    parsed = doc("body NN nsubj:pass 2", "was VBD aux:pass 2 be", "found VBN ROOT 2 find", "crushed VBN xcomp 2 crush")
    assert grammar.is_passive(parsed[3])


def test_a_description_between_commas_is_nobody_else() -> None:
    parsed = doc(
        "Barre NNP nsubj 5",
        ", , punct 3",
        "a DT det 3",
        "surgeon NN conj 0",
        ", , punct 5",
        "resigned VBD ROOT 5 resign",
    )
    assert [t.text for t in grammar.subjects(parsed[5])] == ["Barre"]


def test_who_is_kept_from_something_would_do_it() -> None:
    parsed = doc(
        "Chad NNP nsubj 1",
        "kept VBD ROOT 1 keep",
        "rebels NNS obj 1",
        "from IN mark 4",
        "leaving VBG advcl 1 leave",
    )
    assert [t.text for t in grammar.subjects(parsed[4])] == ["rebels"]


def test_a_day_beside_the_subject_is_none() -> None:
    parsed = doc("Chad NNP nsubj 2", "Monday NNP nsubj 2", "agreed VBD ROOT 2 agree")
    assert [t.text for t in grammar.subjects(parsed[2])] == ["Chad"]


def test_no_name_has_a_restrictive_clause() -> None:
    parsed = doc(
        "strike NN ROOT 0",
        "in IN case 2",
        "Peru NNP nmod 0",
        "that WDT nsubj 4",
        "began VBD acl:relcl 2 begin",
    )
    assert [t.text for t in grammar.subjects(parsed[4])] == ["strike"]


def test_a_time_is_no_second_subject() -> None:
    parsed = doc("Envoys NNS nsubj 2 envoy", "yesterday NN nsubj 2", "left VBD ROOT 2 leave")
    alone = doc("Yesterday NN nsubj 1", "passed VBD ROOT 1 pass")
    grammar.free_subjects(parsed, [1])
    grammar.free_subjects(alone, [0])
    assert grammar.subjects(parsed[2]) == [parsed[0]]
    assert grammar.subjects(alone[1]) == [alone[0]]


def test_who_is_arrested_and_charged_is_charged() -> None:
    parsed = doc(
        "Lund NNP nsubj:pass 2",
        "was VBD aux:pass 2 be",
        "arrested VBN ROOT 2 arrest",
        "and CC cc 4",
        "charged VBN conj 2 charge",
    )
    assert grammar.is_passive(parsed[4])


def test_what_somebody_begins_is_an_object_of_what_it_is_told_of() -> None:
    parsed = doc(
        "strike NN ROOT 0",
        "of IN case 2",
        "dockers NNS nmod 0 docker",
        "which WDT obj 5",
        "they PRP nsubj 5",
        "began VBD acl:relcl 2 begin",
    )
    assert [t.text for t in grammar.objects(parsed[5])] == ["dockers"]


def test_a_time_hangs_on_what_came_first() -> None:
    lines = (
        "Rain NN nsubj 1",
        "followed VBD ROOT 1 follow",
        "a DT det 3",
        "storm NN obj 1",
        "in IN case 5",
        "May NNP obl 1",
    )
    parsed, other = doc(*lines), doc(*(line.replace("followed VBD ROOT 1 follow", "hid VBD ROOT 1") for line in lines))
    for d in (parsed, other):
        grammar.hang_times([d[5:6]])
    assert (parsed[5].head.text, other[5].head.text) == ("storm", "hid")


def test_what_is_told_after_a_day_is_told_of_no_day() -> None:
    parsed = doc(
        "Maas NNP nsubj 1",
        "left VBD ROOT 1 leave",
        "Karhu NNP obj 1",
        "Monday NNP obl:unmarked 1",
        ", , punct 6",
        "which WDT nsubj 6",
        "fell VBD acl:relcl 3 fall",
    )
    grammar.free_relatives(parsed, [3])
    assert [s.text for s in grammar.subjects(parsed[6])] == ["Karhu"]


def test_when_something_happened_is_told_of_the_day() -> None:
    parsed = doc(
        "Maas NNP nsubj 1",
        "left VBD ROOT 1 leave",
        "Monday NNP obl:unmarked 1",
        ", , punct 6",
        "when WRB advmod 6",
        "shares NNS nsubj 6",
        "fell VBD acl:relcl 2 fall",
    )
    grammar.free_relatives(parsed, [2])
    assert parsed[6].head.text == "Monday"
