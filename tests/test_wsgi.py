"""The dashboard as a WSGI server has it: named by variables, several processes over one store."""

from __future__ import annotations

import importlib
import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import Request, urlopen

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


SERVED = "import sys, waitress; from dashboard.wsgi import app; waitress.serve(app, port=int(sys.argv[1]), threads=4)"


@contextmanager
def processes(store: str, count: int) -> Iterator[list[str]]:
    """The addresses of so many processes that serve one store, each on a port of its own."""
    environment = {**os.environ, "TIMELINE_STORE": store, "TIMELINE_EDITS": "yes"}
    started: list[subprocess.Popen[bytes]] = []
    addresses: list[str] = []
    try:
        for _ in range(count):
            with socket.create_server(("127.0.0.1", 0)) as free:
                port = free.getsockname()[1]
            started.append(subprocess.Popen([sys.executable, "-c", SERVED, str(port)], env=environment))
            addresses.append(f"http://127.0.0.1:{port}")
        for address, process in zip(addresses, started, strict=True):
            while True:
                assert process.poll() is None
                try:
                    asked(address + "/calendar.ics")
                    break
                except URLError:
                    time.sleep(0.1)
        yield addresses
    finally:
        for process in started:
            process.terminate()
        for process in started:
            process.wait(30)


def asked(address: str, sent: object = None) -> Any:
    """The answer of an address, to what is sent where something is."""
    data = None if sent is None else json.dumps(sent).encode()
    headers = {"Content-Type": "application/json", "X-Timeline": "page"}
    with urlopen(Request(address, data=data, headers=headers), timeout=60) as answer:  # noqa: S310
        return answer.read().decode()


def test_two_processes_serve_one_store_and_lose_nothing(store: str) -> None:
    with processes(store, 2) as addresses:

        def add(number: int) -> str:
            form = {"title": f"Added by hand, number {number}", "when": "3 August 2016"}
            return asked(f"{addresses[number % 2]}/edit/add", form)

        with ThreadPoolExecutor(8) as pool:
            told = list(pool.map(add, range(24)))
        assert all("id" in json.loads(one) for one in told)
        for address in addresses:
            shown = json.loads(asked(f"{address}/export.json?dates=all"))["events"]
            assert {e["title"] for e in shown} >= {f"Added by hand, number {number}" for number in range(24)}
        # What one takes back, the other shows no more, without being started anew.
        asked(f"{addresses[0]}/edit/undo", {"ids": [json.loads(told[7])["id"]]})
        assert "number 7" not in asked(f"{addresses[1]}/export.json?dates=all")
