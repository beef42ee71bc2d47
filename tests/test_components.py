"""The spaCy components."""

import gc
import json
import subprocess
import sys
from datetime import date

import pytest
import spacy
from spacy.tokens import Doc, DocBin

from timeline import Article, Engine, components, to_json
from timeline import nlp as pipelines
from timeline.engine import uncollected

TEXT = "Norwegian Foreign Minister Astrid Holm met Karl Brandt in Geneva on 3 May 2016. Holm left on Thursday."


def pipeline():
    nlp = spacy.blank("en")
    nlp.add_pipe("timeline_times")
    nlp.add_pipe("timeline_actors")
    return nlp


def read(nlp, anchor="2016-05-04"):
    doc = nlp.make_doc(TEXT)
    doc.user_data[components.ANCHOR] = anchor
    return nlp(doc)


def test_actors_are_spans_with_their_kind_and_id():
    doc = read(pipeline())
    found = {(s.text, s.label_, s.id_) for s in doc.spans["actors"]}
    assert ("Astrid Holm", "person", "person:astrid-holm") in found
    assert ("Holm", "person", "person:astrid-holm") in found
    assert ("Geneva", "place", "place:geneva") in found
    assert doc.user_data["timeline_actors"]["person:astrid-holm"]["role"] == "Norwegian Foreign Minister"
    assert not doc.ents


def test_times_are_spans_with_their_type_and_their_values():
    doc = read(pipeline())
    values = {s.text: doc.user_data["timeline_times"][s.id_]["value"] for s in doc.spans["times"]}
    assert values["3 May 2016"] == "2016-05-03"
    assert {s.label_ for s in doc.spans["times"]} == {"DATE"}


def test_results_survive_bytes_and_docbin():
    nlp = pipeline()
    doc = read(nlp)
    whole = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    packed = next(iter(DocBin(docs=[doc], store_user_data=True).get_docs(nlp.vocab)))
    for again in (whole, packed):
        for key in ("timeline_actors", "timeline_times"):  # as JSON: a list may come back a tuple
            assert json.dumps(again.user_data[key]) == json.dumps(doc.user_data[key])
        assert [(s.text, s.id_) for s in again.spans["actors"]] == [(s.text, s.id_) for s in doc.spans["actors"]]


def test_a_pipeline_with_them_is_saved_and_read_again(tmp_path):
    pipeline().to_disk(tmp_path / "nlp")
    again = spacy.load(tmp_path / "nlp")
    assert again.pipe_names == ["timeline_times", "timeline_actors"]
    assert len(read(again).spans["actors"]) == len(read(pipeline()).spans["actors"])


STORY = """Norwegian Foreign Minister Astrid Holm met Karl Brandt in Geneva on Tuesday.

Holm will travel to Cairo in early June, and April Dawson, her spokeswoman, denied that talks had failed.
"""


MENDED = "Peru plans to open the port in May, a spokesman said on Monday. The ports of Chile plan to follow."


@pytest.fixture(scope="module")
def parser():
    nlp = spacy.load(pipelines.SHIPPED)
    nlp.add_pipe("timeline_events", config={"anchor": "2016-05-04"})
    return nlp


def test_events_are_those_that_an_article_of_the_same_words_gives(parser):
    doc = parser.make_doc(STORY)
    doc.user_data[components.ARTICLE] = "story"
    parser(doc)
    record = Engine().read(Article(id="story", text=STORY, published=date(2016, 5, 4)))
    assert {"met", "travel", "denied"} <= {e.trigger.text for e in record.events}
    assert [(s.text, s.label_, s.id_) for s in doc.spans["events"]] == [
        (e.trigger.text, e.type, e.id) for e in record.events
    ]
    kept = doc.user_data["timeline_events"]
    told = to_json(record)["events"]
    assert [kept[e["id"]]["when"] for e in told] == [{"time": None, **e["when"]} for e in told]
    assert [kept[e["id"]]["title"] for e in told] == [e["title"] for e in told]
    assert [s.id_ for s in doc.spans["times"]] == [t.id for t in record.times]
    assert {s.id_ for s in doc.spans["actors"]} == {a.id for a in record.actors}


def test_a_parse_is_mended_before_events_are_read_as_that_of_an_article_is(parser):
    doc = parser(MENDED)
    record = Engine().read(Article(id="", text=MENDED, published=date(2016, 5, 4)))
    kept = [e["title"] for e in doc.user_data["timeline_events"].values()]
    assert kept == [e.title for e in record.events]
    assert "Peru to open port" in kept


def test_events_take_the_times_and_actors_that_stand_in_the_doc(parser):
    with parser.select_pipes(disable=["timeline_events"]):
        doc = parser(STORY)
    components.Times("2015-05-04", "en")(doc)
    components.Actors(None)(doc)
    before = [(s.text, s.id_) for s in doc.spans["actors"]]
    components.Events(None, None)(doc)
    whens = [e["when"]["value"] for e in doc.user_data["timeline_events"].values()]
    assert "2015-06" in whens
    assert [(s.text, s.id_) for s in doc.spans["actors"]] == before


def test_events_of_a_doc_without_a_parse_are_an_error_that_says_what_to_add():
    nlp = spacy.blank("en")
    nlp.add_pipe("timeline_events")
    assert len(nlp("").spans["events"]) == 0
    with pytest.raises(ValueError, match="reads a parse, and this doc has none: add a tagger, a parser and a lemm"):
        nlp(TEXT)


@pytest.mark.parametrize("name", ["timeline_times", "timeline_events"])
def test_an_anchor_that_is_no_day_is_named(name):
    with pytest.raises(ValueError, match=f"{name}: anchor is '27 July', not a day: write it as YYYY-MM-DD"):
        spacy.blank("en").add_pipe(name, config={"anchor": "27 July"})
    for wrong in ("27 July", date(2016, 7, 27)):
        with pytest.raises(ValueError, match=r'doc.user_data\["timeline_anchor"\] is .*, not a day'):
            read(pipeline(), anchor=wrong)


def test_events_survive_bytes(parser):
    doc = parser(STORY)
    again = Doc(parser.vocab).from_bytes(doc.to_bytes())
    assert len(again.spans["events"]) > 2
    assert [(s.text, s.label_, s.id_) for s in again.spans["events"]] == [
        (s.text, s.label_, s.id_) for s in doc.spans["events"]
    ]
    assert json.dumps(again.user_data["timeline_events"]) == json.dumps(doc.user_data["timeline_events"])


def test_a_printed_date_is_what_the_times_count_from():
    nlp = spacy.blank("en")
    nlp.add_pipe("timeline_times")
    doc = nlp("Published: 4 May 2016\n\nThe ministers met on Tuesday and agreed on a truce for the north.")
    values = {s.text: doc.user_data["timeline_times"][s.id_]["value"] for s in doc.spans["times"]}
    assert values["Tuesday"] == "2016-05-03"


BROKEN = """
import sys

class Broken:
    def find_spec(self, name, path=None, target=None):
        ours = name.startswith("timeline.") and name not in {"timeline.components", "timeline.version"}
        if ours or name.split(".")[0] in {"dateparser", "babel", "pycountry", "holidays"}:
            raise ImportError(f"{name} is broken")

sys.meta_path.insert(0, Broken())
import spacy

nlp = spacy.blank("en")
nlp.add_pipe("sentencizer")
assert nlp.has_factory("timeline_times")
print(*sorted(name for name in sys.modules if name.split(".")[0] == "timeline"))
nlp.add_pipe("timeline_times")
try:
    nlp("On 3 May 2016.")
except ImportError as error:
    print(error)
"""


def test_what_fails_here_fails_no_other_pipeline_and_costs_it_nothing():
    done = subprocess.run([sys.executable, "-c", BROKEN], capture_output=True, text=True, check=True)
    loaded, said = done.stdout.splitlines()
    assert loaded == "timeline timeline.components timeline.version"
    assert said.endswith("is broken")


def test_waste_is_looked_for_again_after_a_reading_that_fails():
    seen = []

    def fail():
        with uncollected():
            seen.append(gc.isenabled())
            raise ValueError("whatever is wrong with an article")

    with pytest.raises(ValueError, match="article"):
        fail()
    assert seen == [False]
    assert gc.isenabled()
