"""Picture → Plotly figure, as a plain dict: the strokes that the SVG painter draws, on an axis of pixels.

A plain dict because `go.Figure` would only check it, at twenty times the cost. Fills and lines are one SVG picture
that stands in the plot, because a path of Plotly's own for each of a thousand marks is slow; words are SVG that the
page lays over it, because a picture has no typeface of ours and Plotly measures each of its own words. What is touched
is said in `layout.meta`: boxes, not traces.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from timeline import wording
from timeline.drawing.lanes import COMPACT, LABELLED, Picture
from timeline.drawing.strokes import Fill, Line, Words, ground, labels, paint
from timeline.drawing.survey import Density
from timeline.drawing.svg import address, paths, written
from timeline.drawing.themes import Theme
from timeline.model import Event, Timeline

EPOCH = date(1970, 1, 1).toordinal()
MILLISECONDS = 86_400_000
SOFT_STEPS = ((60, 16), (LABELLED, 4), (COMPACT, 2))  # up to so many marks, a soft end has so many steps
CARDS = 200  # events up to which each comes with its card; of more the page asks for the one that is wanted
FAINT = 0.14  # the tint inside faint marks lies over their background
Figure = dict[str, Any]


def empty() -> Figure:
    """A figure with nothing in it, not even axes: what stands there until the first drawing."""
    axis = {"visible": False, "fixedrange": True}
    nothing = "rgba(0,0,0,0)"
    return {
        "data": [],
        "layout": {"xaxis": axis, "yaxis": axis, "paper_bgcolor": nothing, "plot_bgcolor": nothing, "height": 320},
    }


def figure(picture: Picture, timeline: Timeline, theme: Theme, *, bleed: float = 0) -> Figure:
    """The chart; x and y are pixels, y downwards; `timeline` names the actors.

    `bleed` is how far the drawing goes on beyond the edges, to be panned.
    """
    behind = list(ground(picture, theme))
    words = [stroke for stroke in behind if isinstance(stroke, Words)]
    shapes = [stroke for stroke in behind if not isinstance(stroke, Words)]
    words += labels(picture, theme)
    grain = 1.0 if len(picture.marks) > LABELLED else 0.1
    drawn = paths(shapes) + paths(_marks(picture, theme), grain=grain)
    wide, scale = picture.width + 2 * bleed, picture.scale
    nothing = "rgba(0,0,0,0)"
    return {
        "data": [_nothing()],
        "layout": {
            "width": picture.width,
            "height": picture.height,
            "margin": {"l": 0, "r": 0, "t": 0, "b": 0, "pad": 0},
            "paper_bgcolor": nothing,
            "plot_bgcolor": nothing,
            "showlegend": False,
            "hovermode": False,
            "xaxis": {"range": [0, picture.width], "visible": False, "autorange": False},
            "yaxis": {"range": [picture.height, 0], "visible": False, "fixedrange": True, "autorange": False},
            "images": [
                {
                    "source": address(_whole(drawn, -bleed, wide, picture.height)),
                    "xref": "x",
                    "yref": "y",
                    "x": -bleed,
                    "y": 0,
                    "sizex": wide,
                    "sizey": picture.height,
                    "sizing": "stretch",
                    "layer": "below",
                }
            ],
            "meta": {
                "low": round((scale.ordinal(0) - EPOCH) * MILLISECONDS),  # the moment at x = 0, and how long a pixel is
                "pixel": MILLISECONDS / scale.day,
                "overview": picture.overview,
                "packed": picture.packed,
                "axis": picture.axis,
                "words": written(words, theme),
                "ticks": [[round(tick.x, 1), tick.text, tick.strong] for tick in picture.ticks if tick.text],
                "hits": _hits(picture, timeline),
                "density": _density(picture.density) if picture.density else None,
            },
        },
    }


def _marks(picture: Picture, theme: Theme) -> list[Fill | Line]:
    """The marks' strokes from the back to the front: marks never overlap, so all of a layer may come together."""
    steps = next(steps for most, steps in SOFT_STEPS if len(picture.marks) <= most or most == COMPACT)
    found = [
        stroke for mark in picture.marks for stroke in paint(mark, theme, steps=steps) if not isinstance(stroke, Words)
    ]
    if len(picture.marks) > LABELLED:
        # What lies behind an outline hides the grid: where marks are many, that is not worth its length.
        found = [stroke for stroke in found if isinstance(stroke, Line) or stroke.colour != theme.background]

    def layer(stroke: Fill | Line) -> int:
        if isinstance(stroke, Line):
            return 4
        if stroke.colour == theme.background:
            return 1
        return 2 if stroke.opacity == FAINT else 3 if stroke.opacity == 1 else 0

    return sorted(found, key=layer)


def _whole(drawn: str, x: float, width: float, height: float) -> str:
    """A drawing as a picture of this size."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:.0f}" height="{height:.0f}"'
        f' viewBox="{x:.0f} 0 {width:.0f} {height:.0f}" preserveAspectRatio="none">{drawn}</svg>'
    )


def _nothing() -> Figure:
    return {"type": "scatter", "x": [0], "y": [0], "mode": "none", "hoverinfo": "skip"}


def _hits(picture: Picture, timeline: Timeline) -> list[list[Any]]:
    """Where each event is touched, [id, x0, x1, y0, y1] (the whole row where it holds one event), and its card."""
    events = {entry.id: entry.event for entry in picture.entries} if len(picture.hits) <= CARDS else {}
    found: list[list[Any]] = []
    for hit in picture.hits:
        x0, x1 = (hit.x0, hit.x1) if picture.packed else (0.0, picture.width)
        said = card(events[hit.id], timeline) if hit.id in events else ()
        found.append([hit.id, round(x0), round(x1), round(hit.y0), round(hit.y1), *said])
    return found


def _density(density: Density) -> Figure:
    """The columns' edges, days and counts, for whoever points at one."""
    return {
        "edges": [round(x, 1) for x in density.edges],
        "names": list(_stretches(density)),
        "days": [first.isoformat() for first, _ in density.stretches] + [density.stretches[-1][1].isoformat()],
        "lanes": [[lane.name, lane.id, round(lane.y0), round(lane.y1), *lane.counts] for lane in density.lanes],
    }


def _stretches(density: Density) -> Iterator[str]:
    for first, until in density.stretches:
        yield wording.stretch(first, until, long=True)


def card(event: Event, timeline: Timeline) -> tuple[str, str, str, str]:
    """What is said while the pointer rests on an event: title, date, status and type, who and where."""
    names = [timeline.actors[part.id].name for part in event.actors if part.id in timeline.actors]
    who = wording.listed(names)
    where = f" · {event.place.name}" if event.place else ""
    kind = f"{wording.STATUS[event.status]} · {wording.TYPE[event.type]}"
    return event.title, wording.precise(event.when), kind, who + where
