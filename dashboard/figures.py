"""Picture → Plotly figure, as a plain dict: the same strokes that the SVG painter draws, on a date axis.

A plain dict because `go.Figure` would only check it, at twenty times the cost. Strokes of one look
share a trace, so that a chart has some dozens of traces however many events it shows.
"""

from __future__ import annotations

import html
from collections.abc import Callable, Iterable
from datetime import date
from itertools import pairwise
from typing import Any

from timeline import wording
from timeline.drawing.lanes import Picture
from timeline.drawing.strokes import Fill, Line, Stroke, Words, chart
from timeline.drawing.svg import DASHES, FAMILY
from timeline.drawing.themes import Theme
from timeline.model import Event, Timeline

EPOCH = date(1970, 1, 1).toordinal()
MILLISECONDS = 86_400_000
HITS = "hits"  # the trace that is touched: one invisible bar an event
Figure = dict[str, Any]


def empty() -> Figure:
    """A figure with nothing in it, not even axes: what stands there until the first drawing."""
    axis = {"visible": False, "fixedrange": True}
    nothing = "rgba(0,0,0,0)"
    return {
        "data": [],
        "layout": {"xaxis": axis, "yaxis": axis, "paper_bgcolor": nothing, "plot_bgcolor": nothing, "height": 320},
    }


def figure(picture: Picture, timeline: Timeline, theme: Theme) -> Figure:
    """The chart; x is time in milliseconds since 1970, y is pixels downwards."""
    low, scale = picture.scale.ordinal(0), picture.scale

    def when(x: float) -> int:
        return round((scale.ordinal(x) - EPOCH) * MILLISECONDS)

    traces = [*_traces(chart(picture, theme), when), _hits(picture, timeline, when)]
    return {
        "data": traces,
        "layout": {
            "width": picture.width,
            "height": picture.height,
            "margin": {"l": 0, "r": 0, "t": 0, "b": 0, "pad": 0},
            "paper_bgcolor": "rgba(0,0,0,0)",
            "plot_bgcolor": "rgba(0,0,0,0)",
            "showlegend": False,
            "barmode": "overlay",
            "bargap": 0,
            "hovermode": "closest",
            "dragmode": "pan",
            "font": {"family": FAMILY, "size": 14, "color": theme.ink},
            "xaxis": {
                "type": "date",
                "range": [when(0), when(picture.width)],
                "visible": False,
                "autorange": False,
            },
            "yaxis": {"range": [picture.height, 0], "visible": False, "fixedrange": True, "autorange": False},
            "meta": {
                "first": date.fromordinal(round(low)).isoformat(),
                "overview": picture.overview,
                "packed": picture.packed,
                "axis": picture.axis,
                "ticks": [[when(tick.x), tick.text, tick.strong] for tick in picture.ticks if tick.text],
            },
        },
    }


def _traces(strokes: Iterable[Stroke], when: Callable[[float], int]) -> list[Figure]:
    """One trace for each look, in the order in which the looks first come."""
    traces: dict[object, Figure] = {}
    boxes = _boxes()
    for stroke in strokes:
        if isinstance(stroke, Fill) and (box := _box(stroke)):
            x0, y0, x1, y1 = box
            boxes["base"].append(when(x0))
            boxes["x"].append(when(x1) - when(x0))
            boxes["y"].append(round((y0 + y1) / 2, 1))
            boxes["width"].append(round(y1 - y0, 1))
            boxes["marker"]["color"].append(_rgba(stroke))
            continue
        if isinstance(stroke, Words):
            look: object = ("words", stroke.colour, stroke.size, stroke.weight, stroke.anchor)
            trace = traces.setdefault(look, _words(stroke))
            trace["x"].append(when(stroke.x))
            trace["y"].append(round(stroke.y, 1))
            trace["text"].append(html.escape(stroke.text, quote=False))
            continue
        if isinstance(stroke, Fill):
            look = ("fill", stroke.colour, stroke.opacity)
            trace = traces.setdefault(look, _fill(stroke))
            points = (*stroke.points, stroke.points[0])
        else:
            look = ("line", stroke.colour, stroke.width, stroke.dash)
            trace = traces.setdefault(look, _line(stroke))
            points = stroke.points
        if trace["x"]:
            trace["x"].append(None)
            trace["y"].append(None)
        trace["x"].extend(when(x) for x, _ in points)
        trace["y"].extend(round(y, 1) for _, y in points)
    # Plotly paints bars below lines, wherever they stand among the traces.
    return [boxes, *traces.values()]


def _words(stroke: Words) -> Figure:
    side = {"start": "middle right", "end": "middle left"}.get(stroke.anchor, "middle center")
    font = {"family": FAMILY, "size": stroke.size, "color": stroke.colour, "weight": stroke.weight}
    shape = {"mode": "text", "textposition": side, "textfont": font, "hoverinfo": "skip", "cliponaxis": False}
    return {"type": "scatter", "x": [], "y": [], "text": [], **shape}


def _rgba(stroke: Fill) -> str:
    channels = ",".join(str(int(stroke.colour[i : i + 2], 16)) for i in (1, 3, 5))
    return f"rgba({channels},{stroke.opacity})"


def _box(stroke: Fill) -> tuple[float, float, float, float] | None:
    """The corners of an upright rectangle: x0, y0, x1, y1; None for any other shape."""
    xs, ys = {x for x, _ in stroke.points}, {y for _, y in stroke.points}
    upright = len(stroke.points) == 4 and len(xs) == len(ys) == 2
    straight = all(a[0] == b[0] or a[1] == b[1] for a, b in pairwise(stroke.points))
    return (min(xs), min(ys), max(xs), max(ys)) if upright and straight else None


def _boxes() -> Figure:
    """All rectangles in one trace: shades, tints, the columns of the overview, the steps of soft ends."""
    lists: Figure = {"base": [], "x": [], "y": [], "width": []}
    marker: Figure = {"color": [], "line": {"width": 0}}
    return {"type": "bar", "name": "boxes", "orientation": "h", "hoverinfo": "skip", "marker": marker, **lists}


def _fill(stroke: Fill) -> Figure:
    shape = {"mode": "lines", "fill": "toself", "fillcolor": _rgba(stroke), "line": {"width": 0}, "hoverinfo": "skip"}
    return {"type": "scatter", "x": [], "y": [], **shape}


def _line(stroke: Line) -> Figure:
    dash = DASHES[stroke.dash].replace(" ", "px,") + "px" if stroke.dash in DASHES else "solid"
    line = {"color": stroke.colour, "width": stroke.width, "dash": dash, "simplify": False}
    return {"type": "scatter", "x": [], "y": [], "mode": "lines", "line": line, "hoverinfo": "skip"}


def _hits(picture: Picture, timeline: Timeline, when: Callable[[float], int]) -> Figure:
    """Invisible bars over marks and labels (over the whole row where it holds one event)."""
    events = {entry.id: entry.event for entry in timeline.entries}
    bars = [(0.0, picture.width) if not picture.packed else (hit.x0, hit.x1) for hit in picture.hits]
    return {
        "type": "bar",
        "name": HITS,
        "orientation": "h",
        "base": [when(x0) for x0, _ in bars],
        "x": [when(x1) - when(x0) for x0, x1 in bars],
        "y": [round((hit.y0 + hit.y1) / 2, 1) for hit in picture.hits],
        "width": [round(hit.y1 - hit.y0, 1) for hit in picture.hits],
        "marker": {"opacity": 0, "line": {"width": 0}},
        "hoverinfo": "none",
        "customdata": [[hit.id, *card(events[hit.id], timeline)] for hit in picture.hits],
    }


def card(event: Event, timeline: Timeline) -> tuple[str, str, str, str]:
    """What is said while the pointer rests on an event: title, date, status and type, who and where."""
    names = [timeline.actors[part.id].name for part in event.actors if part.id in timeline.actors]
    who = wording.listed(names)
    where = f" · {event.place.name}" if event.place else ""
    kind = f"{wording.STATUS[event.status]} · {wording.TYPE[event.type]}"
    return event.title, wording.precise(event.when), kind, who + where
