"""The cards of events that are too many to send with the chart: /card?event=ID gives one."""

from __future__ import annotations

from collections.abc import Callable

from flask import Flask, Response, abort, jsonify, request

from dashboard.figures import card
from dashboard.scene import Scene, chosen


def register(server: Flask, read: Callable[[str | None], Scene]) -> None:
    """Add the address of the cards to the server."""

    @server.get("/card")
    def one() -> Response:
        scene = read(request.query_string.decode("utf-8", "replace"))
        entry = chosen(scene)
        if entry is None:
            abort(404)
        return jsonify(card(entry.event, scene.timeline))
