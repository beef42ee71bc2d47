"""What stands in the middle of the page: /drawing?ADDRESS&width=…&theme=…&narrow=…&low=… gives it as the page takes it.

An address of its own and no callback of Dash: the page asks from within the click and paints what comes, which saves
a reader a third of the wait.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from datetime import date
from typing import Any

from flask import Flask, Response, jsonify, request

from dashboard import ids
from dashboard.figures import chart
from dashboard.markup import markup
from dashboard.scene import Scene
from dashboard.theme import theme_of
from dashboard.views import agenda, timeline
from dashboard.views.tabs import VIEWS

LEGEND = 560.0  # pixels up to which a legend would take four lines
NARROWEST, USUAL, WIDEST = 280.0, 1000.0, 6000.0  # pixels of the chart


def register(server: Flask, read: Callable[[str | None], Scene], today: Callable[[], date]) -> None:
    """Add the address of the drawings to the server. `read` gives the scene of an address."""

    @server.get("/drawing")
    def drawing() -> Response:
        look = request.args
        answer = jsonify(
            draw(
                read(request.query_string.decode("utf-8", "replace")),
                width=_width(look.get("width", "")),
                theme=look.get("theme"),
                narrow=bool(look.get("narrow")),
                low=bool(look.get("low")),
                today=today(),
            )
        )
        answer.headers["Cache-Control"] = "no-store"  # a correction changes it
        return answer


def draw(scene: Scene, *, width: float, theme: object, narrow: bool, low: bool, today: date) -> dict[str, Any]:
    """The view of a scene: which it `is on`, its `chart` where it has one, and by id the HTML of the parts around.

    On a narrow screen a list takes the chart's place; there, and where there is little room, the legend takes a line.
    """
    view = VIEWS.get(scene.state.view)
    folded = narrow or low or width < LEGEND or view is not None
    legend = markup(timeline.key(scene, folded=folded) if view is None or view.signs else [])
    if view is not None:
        parts = {ids.TOOLS: view.tools(scene), ids.VIEW: view.draw(scene, today), ids.TRAY: [], ids.AGENDA: []}
        return {"on": scene.state.view, ids.LEGEND: legend, **{id_: markup(part) for id_, part in parts.items()}}
    picture = timeline.lay_out(scene, width, today, low=low)
    charted = picture.marks and not narrow
    listed = agenda.agenda(scene) if narrow and picture.marks else [] if charted else timeline.nothing(scene)
    parts = {
        ids.TOOLS: timeline.tools(scene, picture),
        ids.TRAY: timeline.tray(scene, picture),
        ids.AGENDA: listed,
        ids.VIEW: [],
    }
    return {
        "on": "timeline",
        "chart": chart(picture, scene.timeline, theme_of(theme)) if charted else None,
        ids.LEGEND: legend,
        **{id_: markup(part) for id_, part in parts.items()},
    }


def _width(said: str) -> float:
    try:
        width = float(said)
    except ValueError:
        return USUAL
    return min(max(width, NARROWEST), WIDEST) if math.isfinite(width) else USUAL
