from __future__ import annotations

import json
from dataclasses import replace

import pytest
from calendar_samples import seed
from hypothesis import given
from jsonschema import Draft202012Validator
from record_strategies import records

from timeline.model import Article, Failure, Record
from timeline.records import SCHEMA, from_json, to_json

VALIDATOR = Draft202012Validator(SCHEMA, format_checker=Draft202012Validator.FORMAT_CHECKER)


def contract(record: Record) -> Record:
    """The part of a record that its line holds."""
    return Record(
        article=Article(record.article.id, ""),
        published=record.published,
        times=tuple(replace(t, why=()) for t in record.times),
        actors=tuple(replace(a, of=None) for a in record.actors),
        events=tuple(replace(e, put_off=False, cue=None, said_by=None, why=()) for e in record.events),
    )


@given(records())
def test_a_whole_record_comes_back_from_json(record):
    assert from_json(json.loads(json.dumps(to_json(record, whole=True)))) == record


@given(records())
def test_a_line_brings_back_all_that_the_contract_holds(record):
    assert from_json(json.loads(json.dumps(to_json(record)))) == contract(record)


@given(records())
def test_the_schema_allows_what_is_written(record):
    assert list(VALIDATOR.iter_errors(to_json(record))) == []
    assert list(VALIDATOR.iter_errors(to_json(record, text=True))) == []


def test_the_schema_is_a_schema():
    assert Draft202012Validator.check_schema(SCHEMA) is None
    assert set(SCHEMA["$defs"]["record"]["required"]) == {"id", "published", "times", "actors", "events"}


def test_a_failure_keeps_its_line():
    failure = Failure("a.jsonl:3", "a.jsonl:3:1: not JSON")
    assert to_json(failure) == {"id": "a.jsonl:3", "error": "a.jsonl:3:1: not JSON"}
    assert from_json(to_json(failure)) == failure
    assert VALIDATOR.is_valid(to_json(failure))


BROKEN = [
    ("times", {"type": "YEAR"}),
    ("times", {"first": 2016}),
    ("actors", {"country": "USA"}),
    ("events", {"salience": 1.5}),
    ("events", {"status": "done"}),
    ("events", {"when": None}),
    ("events", {"surprise": 1}),
]


@pytest.mark.parametrize(("kind", "change"), BROKEN)
def test_the_schema_refuses_what_the_contract_does_not_hold(kind, change):
    line = to_json(seed())
    assert VALIDATOR.is_valid(line)
    line[kind][0] |= change
    assert not VALIDATOR.is_valid(line)


def test_a_line_has_the_keys_of_the_contract_and_no_others():
    line = to_json(seed())
    assert list(line) == ["id", "published", "times", "actors", "events"]
    assert set(line["published"]) == {"value", "first", "until", "origin", "reason"}
    fixed = {"id", "title", "type", "status", "salience", "confidence", "trigger", "sentence", "when", "actors"}
    assert all(fixed <= set(event) <= fixed | {"place", "same"} for event in line["events"])
    assert all({"id", "role"} == set(actor) for event in line["events"] for actor in event["actors"])


def test_the_text_is_there_when_asked_for():
    record = seed()
    assert to_json(record, text=True)["text"] == record.article.text
    assert "text" not in to_json(record)
