"""Picture → what the page puts on the screen: one SVG drawing, and the boxes in which events are touched.

The SVG is written as the page's own, not as a picture: so its words have the page's typeface, and a browser makes no
second document of it. All strokes of one look are one element, because one for each of a thousand marks is slow.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import Any

from timeline import wording
from timeline.drawing.lanes import COMPACT, LABELLED, Mark, Picture
from timeline.drawing.strokes import Fill, Line, Words, ground, labels, paint
from timeline.drawing.survey import Density
from timeline.drawing.svg import Path, joined, path, paths, written
from timeline.drawing.themes import Theme
from timeline.model import Event, Timeline

EPOCH = date(1970, 1, 1).toordinal()
MILLISECONDS = 86_400_000
SOFT_STEPS = ((60, 16), (LABELLED, 4), (COMPACT, 2))  # up to so many marks, a soft end has so many steps
CARDS = 200  # events up to which each comes with its card; of more the page asks for the one that is wanted
FAINT = 0.14  # the tint inside faint marks lies over their background
LAYERS, BEHIND = 5, 1  # of a mark's strokes, from the back to the front; the one that hides the grid
Chart = dict[str, Any]


def chart(picture: Picture, timeline: Timeline, theme: Theme) -> Chart:
    """The chart as the page takes it; x and y are pixels, y downwards; `timeline` names the actors.

    What the picture holds beyond its edges is drawn, too: it comes in when the page pans.
    """
    behind = list(ground(picture, theme))
    words = [stroke for stroke in behind if isinstance(stroke, Words)]
    shapes = [stroke for stroke in behind if not isinstance(stroke, Words)]
    words += labels(picture, theme)
    grain = 1.0 if len(picture.marks) > LABELLED else 0.1
    drawn = paths(shapes) + _marks(picture, theme, grain) + written(words, theme)
    scale, size = picture.scale, (round(picture.width), round(picture.height))
    box = 'width="{0}" height="{1}" viewBox="0 0 {0} {1}"'.format(*size)
    return {
        "width": picture.width,
        "svg": f'<svg {box} aria-hidden="true"><g id="drawn">{drawn}</g></svg>',
        "low": round((scale.ordinal(0) - EPOCH) * MILLISECONDS),  # the moment at x = 0, and how long a pixel is
        "pixel": MILLISECONDS / scale.day,
        "overview": picture.overview,
        "packed": picture.packed,
        "axis": picture.axis,
        "top": round(picture.top),
        "ticks": [[round(tick.x, 1), tick.text, tick.strong] for tick in picture.ticks if tick.text],
        "hits": _hits(picture, timeline),
        "density": _density(picture.density) if picture.density else None,
    }


def _marks(picture: Picture, theme: Theme, grain: float) -> str:
    """The marks from the back to the front: they never overlap, so all of a layer may come together."""
    many = len(picture.marks) > LABELLED
    steps = next(steps for most, steps in SOFT_STEPS if len(picture.marks) <= most or most == COMPACT)
    layers: list[dict[str, list[str]]] = [{} for _ in range(LAYERS)]
    for mark in picture.marks:
        x, y = round(mark.x0 / grain), round(mark.y / grain)
        for layer, one in _shape(mark.shape(), theme, steps, grain):
            # What lies behind an outline hides the grid: where marks are many, that is not worth its length.
            if not (many and layer == BEHIND):
                layers[layer].setdefault(one.look, []).append(one.at(x, y, grain))
    return "".join(map(joined, layers))


@lru_cache(maxsize=20_000)  # marks of one form, status, type and length are one shape, set down in many places
def _shape(mark: Mark, theme: Theme, steps: int, grain: float) -> tuple[tuple[int, Path], ...]:
    """The strokes of a mark, each with its layer."""
    strokes = (stroke for stroke in paint(mark, theme, steps=steps) if not isinstance(stroke, Words))
    return tuple((_layer(stroke, theme), path(stroke, grain)) for stroke in strokes)


def _layer(stroke: Fill | Line, theme: Theme) -> int:
    if isinstance(stroke, Line):
        return 4
    if stroke.colour == theme.background:
        return BEHIND
    return 2 if stroke.opacity == FAINT else 3 if stroke.opacity == 1 else 0


def _hits(picture: Picture, timeline: Timeline) -> list[list[Any]]:
    """Where each event is touched, [id, x0, x1, y0, y1] (the whole row where it holds one event), and its card."""
    events = {entry.id: entry.event for entry in picture.entries} if len(picture.hits) <= CARDS else {}
    found: list[list[Any]] = []
    for hit in picture.hits:
        x0, x1 = (hit.x0, hit.x1) if picture.packed else (0.0, picture.width)
        said = card(events[hit.id], timeline) if hit.id in events else ()
        found.append([hit.id, round(x0), round(x1), round(hit.y0), round(hit.y1), *said])
    return found


def _density(density: Density) -> Chart:
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
    kind = f"{wording.status(event)} · {wording.TYPE[event.type]}"
    return event.title, wording.precise(event.when), kind, who + where
