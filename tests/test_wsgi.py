"""The dashboard as a WSGI server has it: named by variables, several processes over one store."""

from __future__ import annotations

import importlib
from pathlib import Path

import pytest
from calendar_samples import many, seed

from timeline.store import Store


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    path = str(tmp_path / "news.db")
    Store(path, title="Kept").add([seed()])
    monkeypatch.setenv("TIMELINE_STORE", path)
    return path


def test_workers_share_the_store_and_nothing_else(store: str) -> None:
    wsgi = importlib.reload(importlib.import_module("dashboard.wsgi"))
    one, other = (wsgi.make_app({"TIMELINE_STORE": store}).test_client() for _ in range(2))
    before = one.get("/export.json?dates=all&salience=0").get_data(as_text=True)
    assert other.get("/export.json?dates=all&salience=0").get_data(as_text=True) == before
    Store(store).add(many(20).records.values())
    for client in (one, other):
        after = client.get("/export.json?dates=all&salience=0").get_data(as_text=True)
        assert len(after) > len(before)
    assert wsgi.app.test_client().get("/").status_code == 200


def test_only_named_hosts_are_answered_and_nobody_edits_unasked(store: str) -> None:
    wsgi = importlib.import_module("dashboard.wsgi")
    served = wsgi.make_app({"TIMELINE_STORE": store, "TIMELINE_HOSTS": "calendar.example, other.example"})
    client = served.test_client()
    assert client.get("/", headers={"Host": "calendar.example"}).status_code == 200
    assert client.get("/", headers={"Host": "localhost"}).status_code == 400
    rules = {str(rule) for rule in served.url_map.iter_rules()}
    editable = {
        str(rule) for rule in wsgi.make_app({"TIMELINE_STORE": store, "TIMELINE_EDITS": "yes"}).url_map.iter_rules()
    }
    assert not any(rule.startswith("/edit") for rule in rules)
    assert any(rule.startswith("/edit") for rule in editable)


@pytest.mark.parametrize(("name", "says"), [("", "set TIMELINE_STORE"), ("gone.db", "no such store")])
def test_without_a_store_it_says_what_is_missing(store: str, tmp_path: Path, name: str, says: str) -> None:
    wsgi = importlib.import_module("dashboard.wsgi")
    with pytest.raises(SystemExit, match=says):
        wsgi.make_app({"TIMELINE_STORE": str(tmp_path / name) if name else ""})
