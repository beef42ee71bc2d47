"""What can be taken away: /export.FORMAT gives the scene of its query whole, /calendar.ics is there to subscribe to."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from dash import html
from flask import Flask, Response, abort, request

from dashboard.attributes import attributes
from dashboard.filters import address
from dashboard.scene import Scene
from dashboard.theme import theme_of
from dashboard.views.notices import unknown_actors
from timeline import wording
from timeline.drawing import PAPERS
from timeline.filters import select
from timeline.writers import FORMATS, Wanted, write
from timeline.writers.heading import PLAIN, heading, subject
from timeline.writers.wanted import SCALES

WIDTH, NARROWEST, WIDEST = 1200, 360, 4000
PICTURES = ("png", "svg", "pdf")  # those that have a size
SIZES = {"": "Whole", "slide": "Slide", "a4": "A4", "a3": "A3"}
SHARPNESS = {"1": "1×", "2": "2×", "3": "3×", "4": "4×"}  # of a PNG
COLOURS = {"light": "Light", "dark": "Dark"}
CALENDAR = "/calendar.ics"


def wanted(scene: Scene, *, today: date, title: str = "", look: Mapping[str, str] | None = None) -> Wanted:
    """What an export of the scene is to be; `look` holds theme, width, scale and paper as an address has them."""
    look = look or {}
    paper = look.get("paper", "")
    return Wanted(
        today=today,
        title=heading(scene.shown, scene.state.filters, title, scene.window),
        filters=scene.state.filters,
        theme=theme_of(look.get("theme")).name,
        rows=scene.state.rows,
        width=_number(look.get("width"), WIDTH, NARROWEST, WIDEST),
        scale=_number(look.get("scale"), 2, *SCALES),
        paper=paper if paper in PAPERS else "",
        window=scene.window,
        outside=0 if scene.state.dated else scene.beyond,
        front=scene.front,
    )


def register(
    server: Flask, read: Callable[[str | None], Scene], today: Callable[[], date], title: Callable[[], str]
) -> None:
    """Add the addresses of the exports to the server."""

    def scene() -> Scene:
        return read(request.query_string.decode("utf-8", "replace"))

    @server.get("/export.<kind>")
    def export(kind: str) -> Response:
        if kind not in FORMATS:
            abort(404)
        shown = scene()
        asked = wanted(shown, today=today(), title=title(), look=request.args)
        answer = Response(write(shown.shown, kind, asked), mimetype=FORMATS[kind].mime)
        name = f"{slug(asked.title)}.{FORMATS[kind].suffix}"
        answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
        return answer

    @server.get(CALENDAR)
    def calendar() -> Response:
        found = scene()
        unknown = unknown_actors(found)
        if unknown:  # an empty calendar would be silent for ever
            said = wording.listed((f"“{who}”" for who in unknown), last="or")
            return Response(f"Nobody in these articles is called {said}.\n", 404, mimetype="text/plain")
        everything = select(found.timeline, found.state.filters)  # of all dates: a window is for the eye
        who = subject(found.timeline, found.state.filters)
        name = f"{PLAIN}: {who}" if who else title() or PLAIN  # a subscription's name stays, whatever comes
        asked = Wanted(today=today(), title=name, filters=found.state.filters)
        answer = Response(write(everything, "ics", asked), mimetype=FORMATS["ics"].mime)
        answer.add_etag()
        answer.headers["Cache-Control"] = "no-cache"  # ask again, and be told that nothing changed
        answer.make_conditional(request)
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
    """The export menu: what is on the screen, whole, in every format; how large; and the address to subscribe to."""
    query = address(replace(scene.state, event=""))  # what is open beside it changes nothing
    links = [
        html.A(
            kind.name,
            href=f"/export.{name}{query}",
            download="",
            className="item",
            **attributes(data_export="picture" if name in PICTURES else "data"),
        )
        for name, kind in FORMATS.items()
    ]
    every = len(PICTURES)
    return [
        html.P("Pictures and documents", className="kind"),
        _choice("paper", "Size", SIZES, ""),
        _choice("scale", "Pixels", SHARPNESS, "2"),
        _choice("theme", "Colours", COLOURS, "light"),
        *links[:every],
        html.P("Calendar and data", className="kind"),
        *links[every:],
        html.Button(
            "Copy the address to subscribe to",
            type="button",
            className="item",
            title="Calendar programs that subscribe to this address stay up to date. "
            "What is denied stays out unless you filter for it",
            **attributes(data_subscribe=f"{CALENDAR}{query}"),
        ),
    ]


def _choice(name: str, label: str, choices: Mapping[str, str], usual: str) -> Any:
    """Buttons of which one is pressed; the page puts it into the address when something is taken."""
    buttons = [
        html.Button(
            words,
            type="button",
            className="look",
            **attributes(data_look=name, data_value=value, aria_pressed=str(value == usual).lower()),
        )
        for value, words in choices.items()
    ]
    return html.Div([html.Span(label), *buttons], className="looks", role="group", **attributes(aria_label=label))
