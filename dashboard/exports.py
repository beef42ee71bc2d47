"""Pictures to take away: /export.svg and /export.png draw the scene of their query, whole."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from datetime import date
from typing import Any

from dash import html
from flask import Flask, Response, abort, request

from dashboard.filters import address, without_dates
from dashboard.scene import Scene, sources_of, title_of
from dashboard.theme import theme_of
from timeline import drawing
from timeline.filters import in_words

FORMATS = {"svg": "image/svg+xml", "png": "image/png"}
NAMES = {"png": "Picture (PNG)", "svg": "Vector picture (SVG)"}
WIDTH, NARROWEST, WIDEST = 1200, 360, 4000


def draw(scene: Scene, *, today: date, title: str = "", theme: object = "light", width: float = WIDTH) -> str:
    """The scene as a whole SVG file."""
    return drawing.picture(
        scene.shown,
        title=title_of(scene, title),
        filters_text=in_words(scene.timeline, without_dates(scene.state.filters)),
        today=today,
        sources=sources_of(scene),
        theme=theme_of(theme),
        width=width,
        rows=scene.state.rows,
        window=scene.window,
        front=scene.front,
    )


def register(
    server: Flask, read: Callable[[str | None], Scene], today: Callable[[], date], title: Callable[[], str]
) -> None:
    """Add the addresses of the pictures to the server."""

    @server.get("/export.<kind>")
    def export(kind: str) -> Response:
        if kind not in FORMATS:
            abort(404)
        scene = read(request.query_string.decode("utf-8", "replace"))
        markup = draw(
            scene,
            today=today(),
            title=title(),
            theme=request.args.get("theme"),
            width=_number(request.args.get("width"), WIDTH, NARROWEST, WIDEST),
        )
        scale = _number(request.args.get("scale"), 2, 1, 4)
        data = drawing.png(markup, scale=scale) if kind == "png" else markup.encode()
        name = f"{slug(title_of(scene, title()))}.{kind}"
        answer = Response(data, mimetype=FORMATS[kind])
        answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
        return answer


def _number(words: str | None, usual: float, least: float, most: float) -> float:
    try:
        number = float(words) if words else usual
    except ValueError:
        return usual
    return min(max(number, least), most) if math.isfinite(number) else usual


def slug(title: str) -> str:
    """A title as the name of a file: ASCII letters and digits between hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")[:60] or "timeline"


def menu(scene: Scene) -> list[Any]:
    """The export menu: the picture of what is on the screen, whole."""
    query = address(scene.state)
    return [html.A(name, href=f"/export.{kind}{query}", download="", className="item") for kind, name in NAMES.items()]
