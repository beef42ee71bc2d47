"""The addresses under /add: files, text or a page become articles, are read, looked at, and kept.

One article a request, so that the page can tell how far it is, and stop.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from threading import Lock
from typing import Any
from urllib.parse import unquote

from flask import Blueprint, Flask, Response, jsonify, render_template, request

from dashboard.views import add
from timeline.model import Article, Failure, Record
from timeline.readers import Input
from timeline.readers.fetch import Fetched
from timeline.readers.unreadable import UnreadableError
from timeline.reading import Reader, read_inputs
from timeline.store import digest

LARGEST = 30_000_000  # bytes of one file
_REMEMBERED = 200  # articles read a moment ago, which need not be read again to be kept


@dataclass(slots=True)
class Adder:
    """What adding needs: who reads, what to call that in the store, and who fetches pages, if anybody may."""

    reader: Reader
    made_by: str = ""
    fetch: Callable[[str], Fetched] | None = None
    _lock: Lock = field(default_factory=Lock)
    _read: OrderedDict[str, Record] = field(default_factory=OrderedDict)

    def read(self, article: Article) -> Record | Failure:
        """What comes of an article; one after the other, since a pipeline serves one at a time."""
        key = digest(article, self.made_by)
        with self._lock:
            if key in self._read:
                self._read.move_to_end(key)
                return self._read[key]
            (reading,) = read_inputs([Input(article, article.title or article.id)], self.reader)
            if isinstance(reading.result, Record):
                self._read[key] = reading.result
                while len(self._read) > _REMEMBERED:
                    self._read.popitem(last=False)
            return reading.result


def register(server: Flask, store: Any, adder: Adder, today: Callable[[], date]) -> None:
    """Add the form and what it sends to the server; `store` keeps the articles."""
    desk = Blueprint("add", __name__)

    @desk.get("/add")
    def form() -> str:
        return render_template("add.html", added=store.added(), fetches=adder.fetch is not None)

    @desk.before_request
    def room_for_files() -> None:
        if request.path == "/add/open":
            request.max_content_length = LARGEST

    @desk.post("/add/open")
    def opened() -> Response:
        name = unquote(request.headers.get("X-Name", ""))[:300]
        data = request.get_data()
        articles, errors = add.articles_in(data, name) if name else add.pasted(data, today())
        return jsonify({"articles": [add.to_json(a) for a in articles], "errors": errors})

    @desk.post("/add/fetch")
    def fetched() -> Response:
        url = _sent().get("url")
        if adder.fetch is None:
            return jsonify({"articles": [], "errors": ["pages are not fetched here: save the page and drop the file"]})
        try:
            found = adder.fetch(str(url or "").strip())
        except UnreadableError as error:
            return jsonify({"articles": [], "errors": [str(error)]})
        suffix = {"application/pdf": ".pdf", "text/plain": ".txt"}.get(found.kind, ".html")
        name = found.url.partition("?")[0].rstrip("/").rpartition("/")[2]
        articles, errors = add.articles_in(found.data, f"{name}{suffix}", url=found.url)
        return jsonify({"articles": [add.to_json(a) for a in articles], "errors": errors})

    @desk.post("/add/read")
    def read() -> Response:
        return _answer(lambda _: None)

    @desk.post("/add/keep")
    def keep() -> Response:
        def kept(record: Record) -> None:
            store.keep(record, digest=digest(record.article, adder.made_by))

        return _answer(kept)

    @desk.post("/add/remove")
    def remove() -> Response:
        id_ = _sent().get("id")
        titles = {a.id: a.title or a.id for a in store.added()}
        if id_ not in titles:
            return jsonify({"error": "this article is not among those that were added: open the list again"})
        store.remove([id_])
        return jsonify({"told": f"“{titles[id_]}” removed"})

    def _answer(then: Callable[[Record], None]) -> Response:
        sent = _sent()
        try:
            article = add.from_json(sent.get("article"), sent.get("published"))
        except UnreadableError as error:
            return jsonify({"error": str(error)})
        result = adder.read(article)
        if isinstance(result, Failure):
            return jsonify({"error": result.error})
        then(result)
        return jsonify(add.line(result))

    server.register_blueprint(desk)


def _sent() -> dict[str, Any]:
    said = request.get_json(silent=True)
    return said if isinstance(said, dict) else {}
