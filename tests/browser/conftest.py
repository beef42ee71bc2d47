"""A real browser on a real server, with every complaint of the page counted as a failure."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from importlib.resources import files
from typing import Any

import pytest
from calendar_samples import TODAY, many, seed
from playwright.sync_api import Browser, Page, expect, sync_playwright
from werkzeug.serving import make_server

from dashboard.app import create_app
from timeline.model import Timeline
from timeline.timelines import gather

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
WAIT = 30_000  # milliseconds: the machine may be busy

expect.set_options(timeout=WAIT)


class Store:
    """As much of a store as the dashboard asks for."""

    def __init__(self, made: Timeline, title: str = "") -> None:
        self.made, self.title = made, title

    def timeline(self) -> Timeline:
        return self.made


@contextmanager
def served(made: Timeline | Any, title: str = "", **more: Any) -> Iterator[str]:
    """The dashboard over a timeline, or over a store, on a free port of this machine; `more` goes to the dashboard."""
    store = Store(made, title) if isinstance(made, Timeline) else made
    app = create_app(store, today=TODAY, front=True, **more)
    server = make_server("127.0.0.1", 0, app.server, threaded=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = os.environ.get("CHROMIUM") or next((found for name in NAMES if (found := shutil.which(name))), None)
    if path is None:
        pytest.fail("no Chromium for the browser tests: apt-get install -y chromium, or set CHROMIUM=/path/to/it")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=path, headless=True, args=list(FLAGS))
        yield opened
        opened.close()


def collection() -> Timeline:
    """One article in front, and others."""
    record = seed()
    first = replace(record, article=replace(record.article, id="000"))
    return gather([first, *many(60).records.values()])


@pytest.fixture(scope="module")
def one() -> Iterator[str]:
    """The address of a dashboard over one article."""
    with served(gather([seed()])) as url:
        yield url


@pytest.fixture(scope="module")
def several() -> Iterator[str]:
    """The address of a dashboard over several articles."""
    with served(collection(), "Samples") as url:
        yield url


Opener = Callable[..., Page]


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Opener]:
    """A function that opens an address; afterwards the page must have had nothing to complain of."""
    complaints: list[str] = []
    contexts = []

    def opened(
        url: str,
        *,
        width: int = 1440,
        height: int = 900,
        scheme: str = "light",
        drawn: bool = True,
        **more: Any,
    ) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": height}, color_scheme=scheme, accept_downloads=True, **more
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(WAIT)
        page.on("pageerror", lambda error: complaints.append(f"error: {error} {error.stack}"))
        page.on("console", lambda said: complaints.append(said.text) if said.type in ("error", "warning") else None)
        page.on("response", lambda got: complaints.append(f"{got.status} {got.url}") if got.status >= 400 else None)
        home = url.split("/")[2]
        page.on(
            "request",
            lambda sent: (
                None
                if sent.url.split("/")[2:3] == [home] or sent.url.startswith(("data:", "blob:"))
                else complaints.append(f"asks elsewhere: {sent.url}")
            ),
        )
        page.goto(url)
        if drawn:
            page.wait_for_selector('#stage[data-drawn="yes"]', state="attached")
            page.wait_for_selector("#summary:not(:empty)")
        return page

    yield opened
    for context in contexts:
        context.close()
    assert complaints == []


@pytest.fixture(scope="session")
def axe() -> str:
    """The accessibility checker axe-core, as its package on PyPI carries it."""
    return (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
