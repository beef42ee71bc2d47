"""The recipe's small steps: reading corpora, cleaning names, varying examples, settling marks."""

from __future__ import annotations

import json
import random
from collections.abc import Sequence
from dataclasses import replace
from importlib import import_module
from pathlib import Path

import numpy as np
import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span, Token
from spacy.training import Example

from timeline.network import MARKS, Vocabulary
from training import augment, evaluate, lessons, marks, names, silver, taught, templates, treebanks
from training.lexicon import lexicon, plural
from training.names import Marked

recipe = import_module("training.__main__")
CONLLU = """# newdoc id = a
# newpar
1-2\tDon't\t_\t_\t_\t_\t_\t_\t_\t_
1\tDo\tdo\tAUX\tVB\tMood=Imp\t3\taux\t_\t_
2\tn't\tnot\tPART\tRB\t_\t3\tadvmod\t_\t_
3\twait\twait\tVERB\tVB\tMood=Imp\t0\troot\t_\tSpaceAfter=No
4\t!\t!\tPUNCT\t.\t_\t3\tpunct\t_\t_

# newpar
1\tGo\tgo\tVERB\tVB\tMood=Imp\t0\troot\t_\t_
1.1\tgone\tgo\tVERB\tVBN\t_\t_\t_\t_\t_

# newdoc id = b
1\tNo\tno\tINTJ\tUH\t_\t0\troot\t_\t_
""".split("\n")


@pytest.fixture
def nlp() -> Language:
    return spacy.blank("en")


def test_documents_paragraphs_and_split_words_of_a_treebank(nlp: Language) -> None:
    documents = treebanks.read_documents(CONLLU)
    assert {name: len(paragraphs) for name, paragraphs in documents.items()} == {"a": 2, "b": 1}
    doc = treebanks.make_doc(nlp.vocab, documents["a"], ["\n\n"])
    assert doc.text.rstrip() == "Don't wait!\n\nGo"
    assert [token.head.text for token in doc] == ["wait", "wait", "wait", "wait", "!", "Go"]
    assert [sentence.text.strip() for sentence in doc.sents] == ["Don't wait!", "Go"]
    assert doc[4].tag_ == treebanks.SPACE_TAG


@pytest.mark.parametrize(
    ("words", "label", "clean"),
    [
        ("Secretary of State John Kerry", "PERSON", ("John Kerry", "PERSON")),
        ("the United Nations 's", "LOC", ("United Nations", "ORG")),
        ("anti - Israel", "ORG", ("Israel", "LOC")),
        ("Iraqis", "LOC", ("Iraqis", "NORP")),
        ("al - Qaeda", "LOC", ("al - Qaeda", "ORG")),
        ("Foreign Minister", "PERSON", None),
        ("Monday", "LOC", None),
    ],
)
def test_clean_span(words: str, label: str, clean: tuple[str, str] | None) -> None:
    tokens = words.split()
    span = names.clean_span(tokens, 0, len(tokens), label)
    found = span and (" ".join(tokens[span[0] : span[1]]), span[2])
    assert found == clean


@pytest.mark.parametrize(
    ("words", "demonyms"),
    [
        ("The French and South Korean ministers met Syrians", ["French", "South Korean", "Syrians"]),
        ("She wrote it in French .", []),
        ("He won the French Open", []),
        ("The Italian word pace", []),
        ("Russian President Orlov", ["Russian"]),
    ],
)
def test_unmarked_demonyms_are_found(words: str, demonyms: list[str]) -> None:
    tokens = words.split()
    cleaned = names.clean(Marked(tokens))
    assert [" ".join(tokens[start:end]) for start, end, _ in cleaned.spans] == demonyms


def test_iob_of_both_styles() -> None:
    first_style = ["I-PER", "I-PER", "O", "I-LOC", "B-LOC"]
    assert names.read_tags(first_style, names.BASIC) == [(0, 2, "PERSON"), (3, 4, "LOC"), (4, 5, "LOC")]


def test_spaces_are_guessed_around_marks_and_quotes(nlp: Language) -> None:
    tokens = ["He", "said", '"', "go", '"', ",", "did", "n't", "he", "(", "Ann", ")", "?"]
    doc = Doc(nlp.vocab, words=tokens, spaces=names.guess_spaces(tokens))
    assert doc.text.strip() == 'He said "go", didn\'t he (Ann)?'


def test_lexicon_knows_kinds_and_plurals() -> None:
    assert [lexicon().label(name) for name in ("Lebanon", "NATO", "Iraqis", "Philippines", "Zed")] == [
        "LOC",
        "ORG",
        "NORP",
        "LOC",
        None,
    ]
    assert (plural("Iraqi"), plural("French")) == ("Iraqis", None)


@pytest.mark.parametrize(
    ("spell", "text", "respelt"),
    [
        (augment.curl, '"It\'s late," he said ("no").', "“It’s late,” he said (“no”)."),
        (augment.headline, "Lawmakers vote on the budget", "Lawmakers Vote on the Budget"),
    ],
)
def test_respelling_moves_no_character(spell: augment.Callable[[str], str], text: str, respelt: str) -> None:
    assert spell(text) == respelt
    assert len(respelt) == len(text)


def test_respelt_examples_keep_their_annotation(nlp: Language) -> None:
    doc = nlp("Ann met Bob.")
    doc.ents = [Span(doc, 0, 1, "PERSON"), Span(doc, 2, 3, "PERSON")]
    upper = augment.respell(nlp, Example(nlp.make_doc(doc.text), doc), str.upper)
    assert upper.text == "ANN MET BOB."
    assert [(entity.text, entity.label_) for entity in upper.reference.ents] == [("ANN", "PERSON"), ("BOB", "PERSON")]


def test_swapped_names_are_the_same_throughout(nlp: Language, tmp_path: Path) -> None:
    pools = tmp_path / "pools.json"
    pools.write_text(json.dumps({"FIRST": ["Ida"], "LAST": ["Berg", "Moe"], "LOC": ["Lima"]}), encoding="utf-8")
    doc = nlp("Ann Lee left Oslo. Lee left Oslo.")
    doc.ents = [
        Span(doc, 0, 2, "PERSON"),
        Span(doc, 3, 4, "LOC"),
        Span(doc, 5, 6, "PERSON"),
        Span(doc, 7, 8, "LOC"),
    ]
    swapped = augment.swap_names(nlp, Example(nlp.make_doc(doc.text), doc), augment.Pools(pools, seed=1))
    person, place, again, place_again = swapped.reference.ents
    assert person.text == f"Ida {again.text}"
    assert (place.text, place_again.text) == ("Lima", "Lima")
    assert swapped.reference.text == f"{person.text} left Lima. {again.text} left Lima."


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        ("Foreign Minister Nouri al-Maliki met Mr. Abbas", ["Nouri al-Maliki", "Abbas"]),
        ("President Roh Moo-hyun left", ["Roh Moo-hyun"]),
        ("the President said nothing", []),
        ("spokesman for Iraq", []),
    ],
)
def test_a_title_makes_a_person(nlp: Language, text: str, persons: list[str]) -> None:
    doc = nlp(text)
    assert [doc[start:end].text for start, end, _ in silver.titled(doc)] == persons


def test_a_name_keeps_the_kind_it_mostly_has(nlp: Language) -> None:
    drafts = []
    for text, label in [("They like Qandi here", "ORG")] * 9 + [("She saw Qandi there", "LOC")]:
        doc = nlp(text)
        drafts.append(silver.Draft(doc, ([(2, 3, label)],)))
    overlooked = silver.Draft(nlp("He met Qandi today"), ([],))
    settled = silver.settled_kinds(drafts)
    assert settled["Qandi"] == "ORG"
    for item in (drafts[-1], overlooked):
        learnt = silver.learnable(item, settled, set())
        assert [(entity.text, entity.label_) for entity in learnt.ents] == [("Qandi", "ORG")]


def test_what_teachers_disagree_on_is_missing(nlp: Language) -> None:
    item = silver.Draft(nlp("They left Qandi today"), ([(2, 3, "LOC")], [(2, 3, "PERSON")]))
    learnt = silver.learnable(item, {}, set())
    assert not learnt.ents
    assert [token.ent_iob_ for token in learnt] == ["O", "O", "", "O"]


def test_raw_lines_are_tidied() -> None:
    assert silver.tidy('He said " go " to the players \' union .') == 'He said "go" to the players\' union.'


ANALYSIS = taught.Analysis(
    tags=["PRP", "MD", "VB", "RB", "IN", "NNP"],
    morphs=["PRON|Case=Nom", "AUX|", "VERB|VerbForm=Inf", "ADV|", "ADP|", "PROPN|Number=Sing"],
    heads=[3, 3, 0, 3, 6, 3],
    labels=["nsubj", "aux", "ROOT", "advmod", "case", "obl"],
    sure=[0.9] * 6,
    likely=np.eye(7)[[3, 3, 0, 3, 6, 3]],
)


@Language.component("first_word_heads")
def head_by_first_word(doc: Doc) -> Doc:
    """A parser for which the first word heads every other."""
    assert [token.is_sent_start for token in doc] == [token.i == 0 for token in doc]
    for token in doc:
        token.head, token.dep_ = doc[0], "dep" if token.i else "ROOT"
    return doc


def test_a_sentence_as_a_larger_parser_reads_it(nlp: Language) -> None:
    asked: list[list[str]] = []
    heard: list[taught.Vote] = []
    nlp.add_pipe("first_word_heads")

    def read(sentences: Sequence[Sequence[Token]], votes: Sequence[taught.Vote]) -> list[taught.Analysis | None]:
        asked.extend([token.text for token in words] for words in sentences)
        heard.extend(votes)
        return [ANALYSIS, replace(ANALYSIS, sure=[0.7, 0.7, 0.1, 0.1, 0.7, 0.7]), None]

    texts = ["Too short", "They will meet again in May", "He may come back in June", "She can go home by train"]
    assert list(taught.taught(read, nlp, texts)) == [(1, ANALYSIS)]
    assert asked == [text.split() for text in texts[1:]]
    assert heard == [([0, 1, 1, 1, 1, 1], ["ROOT"] + ["dep"] * 5)] * 3


def test_runs_of_sentences_keep_their_beginnings(nlp: Language) -> None:
    docs = [nlp("They will meet again in May.") for _ in range(12)]
    runs = list(taught.joined(docs, seed=1))
    assert sum(len(list(run.sents)) for run in runs) == len(docs)
    assert {len(list(run.sents)) for run in runs} == {1, 2, 3}
    assert {sentence.text for run in runs for sentence in run.sents} == {"They will meet again in May."}


VOCABULARY = Vocabulary(
    [{}] * 6, ["IN", "MD", "NNP", "PRP", "RB", "VB"], sorted(ANALYSIS.morphs), sorted(ANALYSIS.labels)
)


def test_the_lessons_of_raw_news_are_its_sentences(nlp: Language) -> None:
    raw = ["Rain fell.", "They will meet again in May", "Ida Berg left."]
    run, last = nlp(" ".join(raw[:2])), nlp(raw[2])
    last.ents = [Span(last, 0, 2, "PERSON")]
    run.set_ents([], missing=[Span(run, 0, 1, "")], default="outside")
    made = list(lessons.in_news(raw, {1: ANALYSIS}, [run, last], VOCABULARY))
    assert [lesson.words for lesson in made] == [raw[1].split()]
    known = made[0].known
    assert known[:, lessons.HEAD].tolist() == ANALYSIS.heads
    assert [VOCABULARY.labels[at] for at in known[:, lessons.LABEL]] == ANALYSIS.labels
    assert [VOCABULARY.morphs[at] for at in known[:, lessons.MORPH]] == ANALYSIS.morphs
    assert known[:, lessons.MARK].tolist() == [0] * 6
    (first, *_), (second,) = lessons.in_names([run]), lessons.in_names([last])
    assert first.known[0, lessons.MARK] == lessons.OPEN
    assert second.known[:, lessons.MARK].tolist() == [1, 2, 0, 0]
    assert set(second.known[:, lessons.HEAD].tolist()) == {lessons.OPEN}


@pytest.fixture
def variants(tmp_path: Path) -> lessons.Variants:
    kinds = {"FIRST": "Mia", "LAST": "Holt", "ORG": "Acme Union", "LOC": "Lima", "NORP": "Thai", "NORPS": "Thais"}
    (tmp_path / "pools.json").write_text(json.dumps({kind: [name] for kind, name in kinds.items()}), encoding="utf-8")
    return lessons.Variants(tmp_path / "pools.json", ["ROOT", "det", "nsubj", "punct"], seed=1)


def test_other_names_stand_in_the_same_places(nlp: Language, variants: lessons.Variants, draws: None) -> None:
    doc = nlp("Ida Berg of the Nordic Press left Rome")
    doc.ents = [Span(doc, 0, 2, "PERSON"), Span(doc, 4, 6, "ORG"), Span(doc, 7, 8, "LOC")]
    (lesson,) = lessons.in_names([doc])
    other = variants.of(lesson)
    assert other.words == "Mia Holt of the Acme Union left Lima".split()
    assert other.known is lesson.known


@pytest.fixture
def draws(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every name is swapped, and nothing respelt."""
    monkeypatch.setattr(lessons, "SWAPPED", 1)
    monkeypatch.setattr(lessons, "SPELT", ())
    monkeypatch.setattr(lessons, "BARE", 0)


def test_a_headline_leaves_out_what_is_small(variants: lessons.Variants, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lessons, "SPELT", ())
    monkeypatch.setattr(lessons, "BARE", 1)
    known = np.array([[0, 0, 2, 1, -1], [0, 0, 3, 2, -1], [0, 0, 0, 0, -1], [0, 0, 3, 3, -1]])
    likely = np.array([[0, 0, 0.9, 0.1, 0], [0, 0.2, 0, 0.8, 0], [1, 0, 0, 0, 0], [0, 0, 0, 1, 0]])
    lesson = lessons.Lesson(["the", "bridge", "fell", "."], [True, True, False, False], known, likely)
    shorter = lessons.Lesson([*lesson.words, "again"], [*lesson.spaces, False], np.vstack([known, known[3]]))
    monkeypatch.setattr(variants, "_chance", random.Random(4))  # noqa: S311 - a draw of variants
    assert variants.of(lesson) is lesson  # two words make no lesson
    bare = variants.of(shorter)
    assert [word.lower() for word in bare.words] == ["bridge", "fell", ".", "again"]
    assert bare.known[:, lessons.HEAD].tolist() == [2, 0, 2, 2]


def test_a_lesson_respelt_keeps_its_words() -> None:
    known = np.zeros((4, 5), int)
    lesson = lessons.Lesson(['"', "Go", '"', "on"], [False, False, True, False], known)
    assert lessons.respelt(lesson, augment.curl).words == ["“", "Go", "”", "on"]
    assert lessons.respelt(lesson, lambda text: text + "!") is lesson


def test_words_are_abbreviated_where_the_sentence_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    chance = random.Random(0)  # noqa: S311 - a draw of variants
    monkeypatch.setattr(chance, "random", lambda: 0.0)
    words = "On March 3 Senator Holt went to the Senator .".split()
    assert augment.abbreviate(words, chance) == "On Mar. 3 Sen. Holt went to the Senator .".split()
    monkeypatch.setattr(chance, "random", lambda: 0.9)
    assert augment.abbreviate(words, chance) == words


def test_tags_of_names_are_cut_at_sentence_ends_and_read_back(nlp: Language) -> None:
    doc = nlp("Ida Berg of the Lima Press left Oslo early.\nThe U.S. envoy said so .")
    doc.ents = [Span(doc, 0, 2, "PERSON"), Span(doc, 4, 6, "ORG"), Span(doc, 7, 8, "LOC")]
    first, second = marks.pieces(doc)
    assert (first[-1].text, [word.text for word in second][:3]) == (".", ["The", "U.S.", "envoy"])
    tags = [marks.tag_of(word) for word in first]
    assert [MARKS[tag] for tag in tags][:3] == ["B-PERSON", "I-PERSON", "O"]
    assert marks.spans(tags) == [(0, 2, "PERSON"), (4, 6, "ORG"), (7, 8, "LOC")]


def test_templates_mark_every_name(nlp: Language, tmp_path: Path) -> None:
    pools = tmp_path / "pools.json"
    kinds = {"FIRST": "Ida", "LAST": "Berg", "ORG": "Acme Union", "LOC": "Lima", "NORP": "Thai", "NORPS": "Thais"}
    pools.write_text(json.dumps({kind: [name] for kind, name in kinds.items()}), encoding="utf-8")
    text, spans = templates.fill(
        "{NORP} {TITLE} {PERSON} met the <ORG|White House>",
        templates.Names(json.loads(pools.read_text(encoding="utf-8")), random.Random(1)),  # noqa: S311 - a draw of names
    )
    assert [(text[start:end], label) for start, end, label in spans] == [
        ("Thai", "NORP"),
        ("Ida Berg", "PERSON"),
        ("White House", "ORG"),
    ]
    assert len(list(templates.template_docs(nlp, pools, count=20, seed=1))) > 15


def test_scores() -> None:
    counts = evaluate.Counts(right=3, wrong=1, missed=2)
    assert (counts.precision, counts.recall, round(counts.f, 3)) == (0.75, 0.6, 0.667)
    assert evaluate.trim(0, 17, "the United Arab's") == (4, 15)
    assert evaluate.table(["a", "b"], [["1", "2"]]) == "| a | b |\n| --- | --- |\n| 1 | 2 |"


def test_a_small_effort_takes_the_first_documents_into_its_own_folder(nlp: Language, tmp_path: Path) -> None:
    treebanks.save([nlp.make_doc(f"Text {n}") for n in range(5)], tmp_path / "corpus" / "some.spacy")
    small = recipe.Effort({}, 2, None, 0, {}, 0, {})
    few = recipe.part(tmp_path / "corpus" / "some.spacy", tmp_path / "work", small)
    assert few == tmp_path / "work" / "some.spacy"
    assert [doc.text for doc in evaluate.read_docs(nlp, few)] == ["Text 0", "Text 1"]
    assert recipe.part(few, tmp_path, recipe.WHOLE) == few


@pytest.mark.parametrize(
    ("arguments", "output"),
    [
        (["--smoke"], "work/smoke/pipeline"),
        (["--smoke", "--output", "mine"], "mine"),
        ([], str(recipe.SHIPPED)),
    ],
)
def test_a_smoke_run_never_touches_the_pipeline_that_ships(
    arguments: list[str], output: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    made: list[Path] = []
    monkeypatch.setattr("sys.argv", ["training", "data", "--work", "work", *arguments])
    for step in ("convert", "train_network"):
        monkeypatch.setattr(recipe, step, lambda *given: Path(given[1]))
    monkeypatch.setattr(recipe, "assemble", lambda *given: made.append(given[-1]))
    monkeypatch.setattr(recipe, "evaluate", lambda *given: "figures of {} on {}".format(*given))
    recipe.main()
    assert made == [Path(output)]
    assert capsys.readouterr().out == f"figures of {output} on work/corpus\n"
