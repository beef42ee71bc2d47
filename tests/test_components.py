"""The spaCy components."""

import json

import spacy
from spacy.tokens import Doc, DocBin

from timeline import components

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
