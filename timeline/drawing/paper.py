"""Sheets of a given size: a slide, A4 or A3; one as large as it comes out, or several that can be read. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import accumulate
from typing import Any

from timeline.drawing.lanes import LABELLED, ONE_A_ROW, by_date
from timeline.drawing.sheet import Sheet, compose
from timeline.model import Entry, Timeline

MOST = 2_000  # events on the pages of one document
CLOSER = 8  # rows
APART = ("window", "front", "rows", "outside")  # what pages that follow one another do not share
_WIDTHS = (700, 800, 900, 1000, 1120, 1250, 1400, 1570, 1760, 1970, 2200, 2600, 3100, 3800)


@dataclass(frozen=True, slots=True)
class Paper:
    """A size in pixels, 96 to the inch; `turns` if it may stand upright too."""

    width: float
    height: float
    turns: bool = True
    least: float = 0.62  # scale below which labels are too small to read: some 6.5 points


PAPERS = {
    "slide": Paper(1280, 720, turns=False, least=0.95),  # 13⅓ × 7½ inches, 16:9
    "a4": Paper(1122.5, 793.7),
    "a3": Paper(1587.4, 1122.5),
}


def on_paper(timeline: Timeline, paper: str, **look: Any) -> Sheet:
    """The timeline on one sheet of paper, as large as it can be; `look` is what `compose` takes.

    Where not all can be read, the most salient that can are drawn, several in a row where that shows more, and the
    sheet says how many were left out.
    """
    look.pop("width", None)  # the paper's own
    whole = _whole(timeline, paper, **look)
    if whole is not None:
        return whole
    rows = str(look.pop("rows", "event"))
    ways = (rows, "packed") if rows == "event" else (rows,)
    made = (_weightiest(timeline, *size, rows=way, **look) for size in _rooms(PAPERS[paper]) for way in ways)
    return max(made, key=lambda sheet: len(sheet.hits))


def pages(timeline: Timeline, paper: str, *, title: str, **look: Any) -> list[Sheet]:
    """The timeline on as many pages as it takes for labels that can be read, in the order of the calendar.

    Beyond MOST events the least salient are left out, and the first page says how many.
    """
    look.pop("width", None)
    one = _whole(timeline, paper, title=title, **look)
    if one is not None:
        return [one]
    entries = sorted(timeline.entries, key=lambda e: -e.event.salience)[:MOST]
    missing = len(timeline.entries) - len(entries)
    look = {key: value for key, value in look.items() if key not in APART}
    entries = sorted(entries, key=by_date)
    width, height, canvas, room = next(_rooms(PAPERS[paper]))

    def laid(some: Sequence[Entry], name: str = title, left: int = 0) -> Sheet:
        part = replace(timeline, entries=tuple(some))
        return compose(part, title=name, width=canvas, missing=left, **look)

    parts = list(_parts(entries, lambda some: laid(some, f"{title} (page 99 of 99)", missing).height <= room))
    return [
        _fitted(laid(part, f"{title} (page {number} of {len(parts)})", missing if number == 1 else 0), width, height)
        for number, part in enumerate(parts, start=1)
    ]


def _whole(timeline: Timeline, paper: str, **look: Any) -> Sheet | None:
    """All of the timeline on one sheet; None where that could not be read, or would not name each event."""
    if sum(_lines(entry, str(look.get("rows", "event"))) for entry in timeline.entries) > LABELLED:
        return None
    made = max((_framed(timeline, *size, **look) for size in _ways(PAPERS[paper])), key=_scale)
    return made if _scale(made) >= PAPERS[paper].least else None


def _weightiest(timeline: Timeline, width: float, height: float, canvas: float, room: float, **look: Any) -> Sheet:
    """The most salient events on a sheet of this size, as many as its canvas has room for."""
    ranked = _ranked(timeline.entries, look.get("front"))

    def laid(count: int) -> Sheet:
        chosen = {entry.id for entry in ranked[:count]}
        part = replace(timeline, entries=tuple(entry for entry in timeline.entries if entry.id in chosen))
        return compose(part, width=canvas, missing=len(ranked) - count, **look)

    lines = accumulate(_lines(entry, str(look.get("rows", "event"))) for entry in ranked)
    most = sum(reached <= LABELLED for reached in lines)  # of more a sheet would not name each
    count = _longest(most, lambda count: laid(count).height <= room)
    return _fitted(laid(count), width, height)


def _ranked(entries: Sequence[Entry], front: str | None) -> list[Entry]:
    """The events of the article in front, then the most salient; of those that tie some from all over the calendar."""

    def rank(place: int) -> tuple[bool, float, str]:
        entry = entries[place]
        return not entry.told_in(front), -entry.event.salience, f"{place:020b}"[::-1]

    return [entries[place] for place in sorted(range(len(entries)), key=rank)]


def _lines(entry: Entry, rows: str) -> int:
    """How many marks an event has in a chart: by actor, one in the lane of each who takes part."""
    return max(1, len({part.id for part in entry.event.actors})) if rows == "actor" else 1


def _parts(entries: Sequence[Entry], fits: Callable[[Sequence[Entry]], bool]) -> Iterator[Sequence[Entry]]:
    """The entries in runs, each as long as fits (and never longer than a page of one a row)."""
    start = 0
    while start < len(entries):
        left = entries[start : start + ONE_A_ROW]
        count = _longest(len(left), partial(_begin_fits, left, fits))
        yield left[:count]
        start += count


def _begin_fits(entries: Sequence[Entry], fits: Callable[[Sequence[Entry]], bool], count: int) -> bool:
    """Whether the first `count` of these fit."""
    return fits(entries[:count])


def _longest(most: int, fits: Callable[[int], bool]) -> int:
    """The highest count from 1 to `most` that fits; 1 where none does."""
    low, high = 1, most
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if fits(middle) else (low, middle - 1)
    nearly = range(min(low + CLOSER, most), low, -1)  # more rows are closer, and may fit where fewer do not
    return next((count for count in nearly if fits(count)), low)


def _rooms(paper: Paper) -> Iterator[tuple[float, float, float, float]]:
    """Each way of the paper, its width and height, with those of the canvas on which labels can be read well."""
    scale = paper.least * 1.1
    for width, height in _ways(paper):
        yield width, height, width / scale, height / scale


def _ways(paper: Paper) -> Iterator[tuple[float, float]]:
    yield paper.width, paper.height
    if paper.turns:
        yield paper.height, paper.width


def _scale(made: Sheet) -> float:
    return made.size[0] / made.width


def _framed(timeline: Timeline, width: float, height: float, **look: Any) -> Sheet:
    """The sheet on a canvas of this shape, of the width at which it comes out largest."""
    best: Sheet | None = None
    for canvas in _WIDTHS:
        made = _fitted(compose(timeline, width=canvas, **look), width, height)
        if best is None or _scale(made) > _scale(best):
            best = made
        if made.width == canvas:  # a wider one only gets smaller
            break
    assert best is not None  # noqa: S101 - there are widths
    return best


def _fitted(made: Sheet, width: float, height: float) -> Sheet:
    """A sheet with air around it, so that its canvas has the shape of `width` × `height`."""
    scale = min(width / made.width, height / made.height)
    wide, high = width / scale, height / scale
    side = (wide - made.width) / 2
    return replace(
        made,
        width=wide,
        height=high,
        size=(width, height),
        parts=tuple(replace(part, x=part.x + side) for part in made.parts),
        hits=tuple(replace(hit, x0=hit.x0 + side, x1=hit.x1 + side) for hit in made.hits),
    )
