"""Days as people type them into the filters: /day?words=…&end=first gives the one that is meant."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from flask import Flask, Response, jsonify, request

from dashboard.scene import Scene
from timeline import wording
from timeline.times import read_time

WRITE = "write a day as 3 Feb 2016, a month as Feb 2016, or 2016-02-03"


def register(server: Flask, read: Callable[[str | None], Scene]) -> None:
    """Add the address to the server. `read` gives the scene of an address: a year left out is near what it shows."""

    @server.get("/day")
    def day() -> Response:
        scene = read(request.query_string.decode("utf-8", "replace"))
        first, until = scene.window
        found = day_of(
            request.args.get("words", "")[:100],
            last=request.args.get("end") == "last",
            near=first + (until - first) / 2,
        )
        return jsonify({"day": found.isoformat()} if isinstance(found, date) else {"error": found})


def day_of(words: str, *, last: bool, near: date) -> date | str:
    """The first or the last day of the time that these words name: "Feb 2016"; what is wrong, where they name none."""
    time = read_time(words, anchor=near)
    if time is None or time.first is None or time.until is None:
        return f"“{wording.short(words, 40)}” is no date: {WRITE}"
    return time.until - timedelta(days=1) if last else time.first
