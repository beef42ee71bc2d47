"""The shipped pipeline: it loads, keeps every offset, and never runs one block into the next."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
import spacy
from spacy.language import Language

from timeline import Article, Engine
from timeline import nlp as pipelines
from timeline.network import NAME

ARTICLE = """Ministers Upbeat about Border Talks
Select Page
Caption:

Norwegian Foreign Minister Ingrid Dahl (L) meets U.S. envoy Mark Ellery in Oslo, on May 3, 2016. AFP PHOTO

Oslo-Hope prevailed on Tuesday after U.N.-backed talks. “We had hoped for more,” she said.

The U.S military and the (al-Qaeda)-linked al-Nusra Front were not at the table.
"""


@pytest.fixture(scope="module")
def nlp() -> Language:
    return pipelines.load()


def test_load_gives_one_pipeline_a_process(nlp: Language) -> None:
    assert pipelines.load() is nlp
    assert nlp.pipe_names[0] == pipelines.BLOCK_STARTS
    assert nlp.pipe_names[1:] == [NAME, "lemmatizer"]
    assert nlp.get_pipe(NAME).labels == ("PERSON", "ORG", "LOC", "NORP")  # type: ignore[attr-defined]


def test_load_takes_a_path(tmp_path: Path) -> None:
    spacy.blank("en").to_disk(tmp_path / "plain")
    assert pipelines.load(str(tmp_path / "plain")).pipe_names == [pipelines.BLOCK_STARTS]


@pytest.mark.parametrize(
    ("model", "message"),
    [
        ("en_no_such_pipeline", "no spaCy pipeline 'en_no_such_pipeline'"),
        ("no/such/folder", "no spaCy pipeline at no/such/folder"),
    ],
)
def test_load_says_in_one_line_what_is_missing(model: str, message: str) -> None:
    with pytest.raises(pipelines.ModelError, match=message) as raised:
        pipelines.load(model)
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("Oslo-Hope prevailed", ["Oslo", "-", "Hope", "prevailed"]),
        ("U.S military", ["U.S", "military"]),
        ("U.S.-led talks", ["U.S.", "-", "led", "talks"]),
        ("U.N.-backed", ["U.N.", "-", "backed"]),
        ("(al-Qaeda)-linked", ["(", "al", "-", "Qaeda", ")", "-", "linked"]),
        ("al-Nusra Front", ["al", "-", "Nusra", "Front"]),
        ("Lt. Gen. Amos", ["Lt.", "Gen.", "Amos"]),
        ("he said:“We agree", ["he", "said", ":", "“", "We", "agree"]),
        ("Oslo’s “they’re”", ["Oslo", "’s", "“", "they", "’re", "”"]),
    ],
)
def test_tokens_of_newspaper_forms(nlp: Language, text: str, tokens: list[str]) -> None:
    doc = nlp.make_doc(text)
    assert [token.text for token in doc] == tokens
    assert doc.text == text


def test_no_sentence_runs_over_the_end_of_a_block(nlp: Language) -> None:
    doc = nlp(ARTICLE)
    sentences = [sentence.text.strip() for sentence in doc.sents]
    assert not [sentence for sentence in sentences if "\n" in sentence]
    assert sentences[0] == "Ministers Upbeat about Border Talks"
    assert "Oslo-" in sentences
    assert any(sentence.startswith("Hope prevailed") for sentence in sentences)
    assert any(sentence.startswith("The U.S military") for sentence in sentences)


@pytest.mark.parametrize(
    ("text", "second"),
    [
        ("The minister will clean up the spill The crews have worked for weeks.", "The crews have worked for weeks."),
        ("He spoke of the weather And he warned the crews.", "And he warned the crews."),
        ("The band played in The Hague on Friday.", None),
        ("They will meet in early May at the lake.", None),
        ("It is an influenza A virus of pigs.", None),
        ("Ships brought help The US is sending more.", "The US is sending more."),
        ("That is what I know of The Group of Ten.", None),
    ],
)
def test_a_sentence_begins_where_the_page_lost_the_full_stop(nlp: Language, text: str, second: str | None) -> None:
    assert [s.text for s in nlp(text).sents][1:] == ([second] if second else [])


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ('Talks ended.\n\n"We were close," the envoy said.', ["Talks ended.", '"We were close," the envoy said.']),
        ('"Nobody slept." The crew left.', ['"Nobody slept."', "The crew left."]),
        ("BERGEN, Ala. -- The rig sank.", ["BERGEN, Ala. --", "The rig sank."]),
    ],
)
def test_no_mark_is_a_sentence(nlp: Language, text: str, sentences: list[str]) -> None:
    assert [s.text.strip() for s in nlp(text).sents] == sentences


@pytest.mark.parametrize(
    "sentences",
    [
        ('The envoy said: "We leave on Monday."', '"Nobody else will go," a guard told us.'),
        ('She told the panel that it was "time to go home."', '"We are tired," she said.'),
        ('"Did they sign?" he asked.', '"They did not."'),
        ('"We are ready!" the mayor cried.', '"Let them come."'),
        ("‘We are ready,’ he said.", "‘Let them come.’", "Nobody did."),
    ],
)
def test_a_straight_quote_opens_or_closes_by_the_space_beside_it(nlp: Language, sentences: tuple[str, ...]) -> None:
    assert [s.text for s in nlp(" ".join(sentences)).sents] == list(sentences)


@pytest.mark.parametrize(
    "sentences",
    [
        ("They met on Jan. 5 in Bergen.", "On Feb. 2 they met again."),
        ("The court will rule on Oct. 12.", "Until Nov. 30 nobody may leave."),
        ("Sen. Dahl and Rep. Moen met Gov. Ruiz.", "Mr. Lund did not come."),
        ("They asked for No. 7 on the list.", "No. 8 was not there."),
        ("The firm, Dahl Corp., said sales fell.", "Its rival Moen Inc. did not."),
    ],
)
def test_the_stop_of_an_abbreviation_ends_no_sentence(nlp: Language, sentences: tuple[str, ...]) -> None:
    assert [s.text for s in nlp(" ".join(sentences)).sents] == list(sentences)


def test_offsets_slice_back_to_the_text(nlp: Language) -> None:
    doc = nlp(ARTICLE)
    assert doc.text == ARTICLE
    assert all(ARTICLE[token.idx : token.idx + len(token)] == token.text for token in doc)
    assert all(ARTICLE[entity.start_char : entity.end_char] == entity.text for entity in doc.ents)
    assert all(before.end == after.start for before, after in pairwise(doc.sents))


def test_names_tags_and_lemmas(nlp: Language) -> None:
    doc = nlp("French President Anna Moreau met ministers in Cairo, the United Nations said.")
    assert ("Anna Moreau", "PERSON") in {(entity.text, entity.label_) for entity in doc.ents}
    assert ("Cairo", "LOC") in {(entity.text, entity.label_) for entity in doc.ents}
    met = next(token for token in doc if token.text == "met")
    assert (met.pos_, met.tag_, met.lemma_) == ("VERB", "VBD", "meet")
    assert next(token for token in doc if token.text == "ministers").lemma_ == "minister"
    assert next(token for token in doc if token.text == "Moreau").head.i <= met.i


def test_lemmas_are_those_of_the_pipeline_as_spacy_loads_it(nlp: Language) -> None:
    plain = spacy.load(pipelines.SHIPPED)
    text = "The envoys' better-armed convoys were stopping, axes and analyses broke, and leaves fell on the quays."
    assert [t.lemma_ for t in nlp(text)] == [t.lemma_ for t in plain(text)]


def test_nobody_looks_whether_a_loaded_pipeline_is_waste(nlp: Language) -> None:
    assert not any(thing is nlp for thing in gc.get_objects())


def test_what_another_component_said_of_a_sentence_start_stays() -> None:
    doc = spacy.blank("en").make_doc("One line\n\nAnother. And more")
    doc[1].is_sent_start = True
    doc[4].is_sent_start = False
    starts = [token.is_sent_start for token in pipelines.start_sentences_at_blocks(doc)]
    assert starts == [True, True, False, True, False, None, False]


def test_a_text_of_nothing_is_no_trouble(nlp: Language) -> None:
    assert len(nlp("")) == 0


def test_the_shipped_pipeline_is_small_and_says_its_licence() -> None:
    files = [file for file in pipelines.SHIPPED.rglob("*") if file.is_file()]
    assert sum(file.stat().st_size for file in files) <= 20_000_000
    assert "CC BY-SA 4.0" in (pipelines.SHIPPED / "README.md").read_text(encoding="utf-8")
    assert "CC BY-SA 4.0" in (pipelines.SHIPPED / "meta.json").read_text(encoding="utf-8")


LATE = """
import os, sys
from datetime import date

class Watch:
    def find_spec(self, name, path=None, target=None):
        if name == "numpy":
            print(os.environ.get("OPENBLAS_NUM_THREADS"))

sys.meta_path.insert(0, Watch())
import timeline

timeline.Engine().read(timeline.Article(id="a", text="They met on 3 May 2016.", published=date(2016, 5, 4)))
"""


@pytest.mark.parametrize("first", ["import timeline", "import timeline.filters", "from timeline import cli, columns"])
def test_reading_an_article_shares_no_matrix_out_to_several_threads(first: str) -> None:
    environment = {name: value for name, value in os.environ.items() if name != "OPENBLAS_NUM_THREADS"}
    program = LATE.replace("import timeline\n", f"{first}\nimport timeline\n")
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, env=environment)
    assert done.stdout == "1\n"


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The minister could not be reached on Friday.", "Friday", "2016-07-22"),
        ("The two sides could meet on Friday.", "Friday", "2016-07-29"),
        ("Critics would look for ways to get around Friday's ruling.", "Friday", "2016-07-22"),
        ("VOTE NOW FOR THE PEACE ACCORD", "NOW", "PRESENT_REF"),
    ],
)
def test_the_parse_says_on_which_side_a_day_lies(text: str, words: str, value: str) -> None:
    record = Engine().read(Article(id="a", text=text, published=date(2016, 7, 27)))
    assert [(t.text, t.value) for t in record.times] == [(words, value)]


def test_the_words_of_an_article_go_with_it_once_enough_are_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("timeline.engine._KEPT_WORDS", 0)
    engine = Engine()
    engine.read(Article(id="a", text="They met in Oslo on 3 May 2016.", published=date(2016, 5, 4)))
    kept = len(engine.nlp.vocab.strings)
    record = engine.read(Article(id="b", text="Zefomiru met Kodavesu on 3 May 2016.", published=date(2016, 5, 4)))
    assert len(engine.nlp.vocab.strings) == kept
    assert "Zefomiru" not in engine.nlp.vocab.strings
    assert [t.value for t in record.times] == ["2016-05-03"]


def test_a_lemmatizer_remembers_no_more_than_the_latest_words(monkeypatch: pytest.MonkeyPatch, nlp: Language) -> None:
    memory = type(nlp.get_pipe("lemmatizer").cache)()  # type: ignore[attr-defined]
    monkeypatch.setattr(pipelines, "_REMEMBERED", 2)
    for key in "abc":
        memory[key] = key
    assert memory == {"c": "c"}
