"""The signs of events as a style sheet: /signs.css, painted by what paints the chart, so that all say the same.

A sign is a `span` with the names of its form, status and ends; its colour shines through the mark that the chart would
draw. So a table of signs costs a few bytes each.
"""

from __future__ import annotations

from functools import cache

from flask import Flask, Response, request

from timeline.drawing.signs import ENDS, FORMS, HEIGHT, WIDTH, sign
from timeline.drawing.strokes import Words, paint
from timeline.drawing.svg import address, paths
from timeline.drawing.themes import Theme
from timeline.model import STATUSES

ADDRESS = "/signs.css"
# What is white in a mask is seen through it, and what is black hides what lies behind it.
MASK = Theme("mask", "#000", "#fff", "#fff", "#fff", "#fff", "#fff", "#fff", types={"other": "#fff"})


def register(server: Flask) -> None:
    """Add the address of the style sheet to the server."""

    @server.get(ADDRESS)
    def signs() -> Response:
        answer = Response(css(), mimetype="text/css")
        answer.add_etag()
        answer.headers["Cache-Control"] = "no-cache"
        answer.make_conditional(request)
        return answer


@cache
def css() -> str:
    """A rule for each form, status and ends that an event may have."""
    size = f".sign {{ width: {WIDTH:.0f}px; height: {HEIGHT:.0f}px; }}"
    return "\n".join(
        [size, *(_rule(form, status, ends) for form in FORMS for status in STATUSES for ends in _ends(form))]
    )


def _ends(form: str) -> tuple[tuple[str, ...], ...]:
    """The ends that a form may have: an open one is counted as its known day, and without a date there is none."""
    if form == "none":
        return ENDS[:1]
    return ENDS if form == "day" else tuple(ends for ends in ENDS if not any(end.startswith("open") for end in ends))


def _rule(form: str, status: str, ends: tuple[str, ...]) -> str:
    names = "".join(f".{name}" for name in ("sign", form, status, *ends))
    return f'{names} {{ mask-image: url("{address(_mask(form, status, ends))}"); }}'


def _mask(form: str, status: str, ends: tuple[str, ...]) -> str:
    strokes = paint(sign(form, status, ends), MASK)
    drawn = paths(stroke for stroke in strokes if not isinstance(stroke, Words))
    box = f'viewBox="0 0 {WIDTH:.0f} {HEIGHT:.0f}" preserveAspectRatio="none"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {box}><mask id="m">{drawn}</mask>'
        '<rect width="100%" height="100%" mask="url(#m)"/></svg>'
    )
