"""Picture → fills, lines and words with their colours: all that a painter has to know. Pure.

Every painter (the page, SVG, PDF) draws these and nothing else, so what is
exported is what was on the screen. Soft ends are a few fills of falling opacity and dotted diamonds
are drawn dot by dot: no gradients and no patterns, which PDF makers stumble over.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from timeline.drawing import lettering
from timeline.drawing.lanes import LINE, RADIUS, Mark, Note, Picture
from timeline.drawing.scale import Tick
from timeline.drawing.survey import Density
from timeline.drawing.themes import Theme

BAR = 7.0  # half the height of a full bar
TINT = 6.5  # half the height of a tint between brackets
NARROW = 2 * 7.0  # the least width at which two brackets are seen as two
BRACKET = 9.5  # half the height of a bracket
NAME = 6.0  # from a line of the axis to its name
HAIR = 0.95  # opacity of the grid
FOOT = 5.0  # length of a bracket's feet
OUTLINE = 2.0
FINE = 8  # steps of a soft end from which dots are drawn one by one
LENT_STEPS = {16: 6, 4: 3}  # of a short soft end, by those of a long one
HALO = 4.0  # how far the halo of words reaches
PALE = 0.25  # opacity of a short soft end where it must be a small answer
CROSSED = "denied"  # a cross: it was not, or will not be
CUT = 5  # length of the point by which a mark goes on beyond the chart
STRUCK = "cancelled"  # struck through: it was planned and called off
FAINT = ("conditional", "generic")
FILLED = ("occurred", "ongoing")

Point = tuple[float, float]
Box = tuple[float, float, float, float]  # left, top, right, bottom


@dataclass(frozen=True, slots=True)
class Fill:
    """A filled polygon."""

    points: tuple[Point, ...]
    colour: str
    opacity: float = 1.0


@dataclass(frozen=True, slots=True)
class Line:
    """An open line; `dash` is "solid", "dash" or "dot"."""

    points: tuple[Point, ...]
    colour: str
    width: float
    dash: str = "solid"


@dataclass(frozen=True, slots=True)
class Words:
    """One line of text around the height `y`; a halo in the background's colour keeps it legible."""

    x: float
    y: float
    text: str
    colour: str
    size: float
    weight: int = 500
    anchor: str = "start"
    halo: bool = False


Stroke = Fill | Line | Words


def chart(picture: Picture, theme: Theme) -> Iterator[Stroke]:
    """Everything that stands in the chart, from the back to the front."""
    yield from ground(picture, theme)
    for mark in picture.marks:
        yield from paint(mark, theme)
    yield from labels(picture, theme)


def ground(picture: Picture, theme: Theme) -> Iterator[Stroke]:
    """What lies behind the marks: grid, overview, axis, headings, and the density where there is one."""
    yield from _ground(picture, theme)
    yield from _overview(picture, theme)
    yield from _axis(picture, theme)
    if picture.density:
        yield from _density(picture.density, picture.width, theme)


def labels(picture: Picture, theme: Theme) -> Iterator[Words]:
    """The titles beside the marks; one that today's line runs behind has no halo: it would cut the line."""
    for label in picture.labels:
        halo = not _meets_today(label.x0, label.x1, picture)
        for index, line in enumerate(label.lines):
            y = label.y + index * LINE
            yield Words(label.x, y, line, theme.ink, 14, 500, label.anchor, halo=halo)


def _ground(picture: Picture, theme: Theme) -> Iterator[Stroke]:
    bottom = picture.height
    words = [*map(_box_of, picture.notes), *(_box_of_name(tick, picture.axis) for tick in picture.ticks if tick.text)]
    for band in picture.bands:
        yield Fill(_box(band.x0, picture.top, band.x1, bottom), theme.band)
    for tick in picture.ticks:
        for y0, y1 in _gaps(tick.x, picture.axis - 9, bottom, words):
            yield Fill(_box(tick.x - 0.5, y0, tick.x + 0.5, y1), theme.grid, HAIR)
    if not picture.packed:
        for row in picture.rows[:-1]:
            yield Fill(_box(0, row.y1 - 0.5, picture.width, row.y1 + 0.5), theme.grid, HAIR)
    for heading in picture.headings:
        y = heading.y + 13
        yield Line(((0, y), (picture.width, y)), theme.grid, 1)


def _overview(picture: Picture, theme: Theme) -> Iterator[Stroke]:
    if not picture.overview:
        return
    foot, high = picture.overview, picture.overview - 6
    yield Fill(_box(0, foot, picture.width, foot + 1), theme.grid)
    columns = ((column.x0, column.x1, max(2.0, column.share * high)) for column in picture.bins)
    yield from _columns(columns, foot, picture.width, theme.accent)


def _density(density: Density, width: float, theme: Theme) -> Iterator[Stroke]:
    """Columns on the foot of each lane: the highest of all lanes fills its own."""
    for lane in density.lanes:
        yield Fill(_box(0, lane.y1, width, lane.y1 + 1), theme.grid)
        share = (lane.y1 - lane.y0) / max(1, density.highest)
        counted = zip(density.edges[:-1], density.edges[1:], lane.counts, strict=True)
        columns = ((x0, x1, max(1.5, count * share)) for x0, x1, count in counted if count)
        yield from _columns(columns, lane.y1, width, theme.types.get(lane.id, theme.accent))


def _columns(columns: Iterable[tuple[float, float, float]], foot: float, width: float, colour: str) -> Iterator[Fill]:
    """Columns (x0, x1, height) on a line, a gap between each two, as one outline that walks along their foot."""
    points: list[Point] = []
    for x0, x1, high in columns:
        left, right = max(0.0, x0) + 0.5, min(width, x1) - 0.5
        if right > left:
            top = foot - high
            points += ((left, foot), (left, top), (right, top), (right, foot))
    if points:
        yield Fill(tuple(points), colour, 0.72)


def _axis(picture: Picture, theme: Theme) -> Iterator[Stroke]:
    for tick in picture.ticks:
        if tick.text:
            colour, weight = (theme.ink, 600) if tick.strong else (theme.muted, 400)
            yield Words(tick.x + NAME, picture.axis, tick.text, colour, 13, weight)
    for heading in picture.headings:
        wide = lettering.width(heading.text, size=13, weight=600)
        count = f"{heading.count:,}"
        end = 10 + wide + lettering.width(count, size=13, weight=400)
        halo = not _meets_today(2, end, picture)
        yield Words(2, heading.y, heading.text, theme.ink, 13, 600, halo=halo)
        yield Words(10 + wide, heading.y, count, theme.muted, 13, 400, halo=halo)
    for x in picture.published:
        yield Line(((x, picture.top - 7), (x, picture.top)), theme.muted, 1.2)
    said = [_box_of(note) for note in picture.notes]
    named = [
        (label.x0, label.y - 14, label.x1, label.y + (len(label.lines) - 1) * LINE + 14) for label in picture.labels
    ]
    for note in picture.notes:
        today = note.kind == "today"
        if note.line is not None:  # today's runs on behind the titles: cut, it would look dashed
            for y0, y1 in _gaps(note.line, note.y - 6, picture.height, said if today else said + named):
                points = ((note.line, y0), (note.line, y1))
                yield Line(points, theme.today if today else theme.muted, 1.2, "solid" if today else "dot")
    for note in picture.notes:
        colour = theme.today if note.kind == "today" else theme.muted
        yield Words(note.x, note.y, note.text, colour, 12, 500, note.anchor, halo=True)


def _meets_today(x0: float, x1: float, picture: Picture) -> bool:
    """Whether today's line runs through what stands from `x0` to `x1`."""
    lines = (note.line for note in picture.notes if note.kind == "today")
    return any(line is not None and x0 - HALO < line < x1 + HALO for line in lines)


def _box_of(note: Note) -> Box:
    """Where the words of a note stand."""
    wide = lettering.width(note.text, size=12, weight=500)
    x0 = note.x - wide if note.anchor == "end" else note.x
    return x0, note.y - 8, x0 + wide, note.y + 8


def _box_of_name(tick: Tick, y: float) -> Box:
    """Where the name of a line of the axis stands."""
    wide = lettering.width(tick.text, size=13, weight=600 if tick.strong else 400)
    return tick.x + NAME, y - 9, tick.x + NAME + wide, y + 9


def _gaps(x: float, top: float, bottom: float, words: Iterable[Box]) -> Iterator[tuple[float, float]]:
    """Where a line down the chart at `x` is drawn: not through words."""
    crossed = sorted((y0, y1) for x0, y0, x1, y1 in words if x0 - 3 < x < x1 + 3 and y1 > top)
    for y0, y1 in crossed:
        if y0 > top:
            yield top, y0
        top = max(top, y1)
    if top < bottom:
        yield top, bottom


def paint(mark: Mark, theme: Theme, *, steps: int = 16) -> Iterator[Stroke]:
    """One mark: its soft or open ends, then its form with the outline of its status.

    A soft end has so many `steps`; with few of them, dots are a dotted line too: coarse, and little to send.
    """
    colour = theme.colour(mark.type)
    if mark.soft:
        yield from _fade(mark.x0 + (RADIUS if mark.form == "day" else 0), mark.x0 - mark.left, mark.y, colour, steps)
    if mark.lent:
        yield from _lent(mark, colour, LENT_STEPS.get(steps, 0))
    if mark.open_left:
        yield from _arrow(mark, -1, colour)
    if mark.open_right:
        yield from _arrow(mark, 1, colour)
    if mark.status == CROSSED and mark.x1 - mark.x0 < 24:
        yield from _cross(mark, colour, 6.5)
        return
    if mark.form == "day":
        yield from _diamond(mark, colour, theme.background, coarse=steps < FINE)
    elif mark.form == "throughout":
        yield from _bar(mark, colour, theme.background)
    else:
        yield from _brackets(mark, colour)
    if (mark.cut_left or mark.cut_right) and mark.x1 - mark.x0 >= 3 * CUT:
        filled = mark.form == "throughout" and mark.status in FILLED
        yield from _goes_on(mark, theme.background if filled else colour)
    if mark.status == CROSSED:
        yield from _cross(mark, colour, 6.5 if mark.x1 - mark.x0 < 30 else 9)
    if mark.status == STRUCK:
        yield Line(((mark.x0 - 4, mark.y), (mark.x1 + 4, mark.y)), colour, 2)


def _goes_on(mark: Mark, colour: str) -> Iterator[Stroke]:
    """Inside an edge of the chart at which a mark is cut: a point the way that it goes on."""
    for edge, way, cut in ((mark.x0, -1, mark.cut_left), (mark.x1, 1, mark.cut_right)):
        if cut:
            tip = edge - way * 3
            yield Line(((tip - way * CUT, mark.y - 4.5), (tip, mark.y), (tip - way * CUT, mark.y + 4.5)), colour, 2)


def _fade(x: float, end: float, y: float, colour: str, steps: int) -> Iterator[Stroke]:
    """A band that fades away from `x` to `end`: bands one in the other, so that no seam shows."""
    covered = 0.0
    for index in range(steps, 0, -1):
        wanted = 0.8 * (1 - (index - 1) / steps) ** 1.4
        # What this band adds to the ones below it, so that together they are as dense as wanted.
        opacity = (wanted - covered) / (1 - covered)
        covered = wanted
        reached = x + (end - x) * index / steps
        yield Fill(_box(min(x, reached), y - 4.5, max(x, reached), y + 4.5), colour, round(opacity, 4))


def _lent(mark: Mark, colour: str, steps: int) -> Iterator[Stroke]:
    """Soft ends at both sides, but where the end is open."""
    left, right = (0 if mark.open_left else mark.left), (0 if mark.open_right else mark.right)
    if not steps:
        yield Fill(_box(mark.x0 - left, mark.y - 2.5, mark.x1 + right, mark.y + 2.5), colour, PALE)
        return
    inside = RADIUS if mark.form == "day" else 0
    if left:
        yield from _fade(mark.x0 + inside, mark.x0 - left, mark.y, colour, steps)
    if right:
        yield from _fade(mark.x1 - inside, mark.x1 + right, mark.y, colour, steps)


def _arrow(mark: Mark, way: int, colour: str) -> Iterator[Stroke]:
    """An open end: a line from the mark's edge to an arrow head."""
    start = mark.x1 if way > 0 else mark.x0
    if mark.form == "day":
        start -= way * 3
    tip = mark.x1 + mark.right - 4 if way > 0 else mark.x0 - mark.left + 4
    y = mark.y
    dash = "dash" if mark.status == "hoped" else "dot" if mark.status == "possible" else "solid"
    yield Line(((start, y), (tip - way * 2, y)), colour, 2, dash)
    head = ((tip - way * 7, y - 5), (tip, y), (tip - way * 7, y + 5))
    yield Line(head, colour, 2)


def _diamond(mark: Mark, colour: str, background: str, *, coarse: bool) -> Iterator[Stroke]:
    x, y, r = (mark.x0 + mark.x1) / 2, mark.y, float(RADIUS)
    if mark.status in FILLED:
        yield Fill(((x - r, y), (x, y - r), (x + r, y), (x, y + r)), colour)
        return
    inner = r - OUTLINE / 2
    corners = ((x - inner, y), (x, y - inner), (x + inner, y), (x, y + inner))
    yield Fill(corners, background)
    if mark.status == "hoped":
        for index, corner in enumerate(corners):
            before, after = corners[index - 1], corners[(index + 1) % 4]
            points = (_between(corner, before, 0.36), corner, _between(corner, after, 0.36))
            yield Line(points, colour, OUTLINE)
    elif mark.status == "possible" and coarse:
        yield Line((*corners, corners[0]), colour, OUTLINE, "dot")
    elif mark.status == "possible":
        for index, corner in enumerate(corners):
            for share in (0, 1 / 3, 2 / 3):
                yield _dot(_between(corner, corners[(index + 1) % 4], share), colour)
    elif mark.status in FAINT:
        yield Fill(corners, colour, 0.14)
        yield Line((*corners, corners[0]), colour, 0.9)
    else:
        yield Line((*corners, corners[0], corners[1]), colour, OUTLINE)


def _dot(at: Point, colour: str) -> Fill:
    turns = (math.tau * i / 8 for i in range(8))
    return Fill(tuple((at[0] + 1.2 * math.cos(t), at[1] + 1.2 * math.sin(t)) for t in turns), colour)


def _between(one: Point, other: Point, share: float) -> Point:
    return one[0] + (other[0] - one[0]) * share, one[1] + (other[1] - one[1]) * share


def _bar(mark: Mark, colour: str, background: str) -> Iterator[Stroke]:
    left, right = (0 if mark.cut_left else 3), (0 if mark.cut_right else 3)
    outer = _rounded(mark.x0, mark.y - BAR, mark.x1, mark.y + BAR, left, right)
    if mark.status in FILLED:
        yield Fill(outer, colour)
        return
    inset = OUTLINE / 2
    x0 = mark.x0 + (0 if mark.cut_left else inset)
    x1 = mark.x1 - (0 if mark.cut_right else inset)
    inner = _rounded(x0, mark.y - BAR + inset, x1, mark.y + BAR - inset, left, right)
    yield Fill(inner, background)
    if mark.status in FAINT:
        yield Fill(inner, colour, 0.14)
    wide = 0.9 if mark.status in FAINT else OUTLINE
    dash = {"hoped": "dash", "possible": "dot"}.get(mark.status, "solid")
    for points in _outline(inner, mark):
        yield Line(points, colour, wide, dash)


def _outline(corners: Sequence[Point], mark: Mark) -> Iterator[tuple[Point, ...]]:
    """The outline of a bar, open where it is cut."""
    if mark.cut_left and mark.cut_right:
        yield corners[3], corners[0]
        yield corners[1], corners[2]
    elif mark.cut_left:
        yield corners[-1], *corners[:-1]
    elif mark.cut_right:
        yield *corners[1:], corners[0]
    else:
        yield *corners, corners[0]


def _brackets(mark: Mark, colour: str) -> Iterator[Stroke]:
    x0, x1, y = mark.x0, mark.x1, mark.y
    tint = 0.34 if mark.status in FILLED else 0.1
    yield Fill(_box(x0, y - TINT, x1, y + TINT), colour, tint)
    if x1 - x0 < NARROW and not (mark.cut_left or mark.cut_right):
        yield from _narrow(mark, colour)
        return
    if mark.status not in (*FILLED, CROSSED):
        dash = {"hoped": "dash", "possible": "dot"}.get(mark.status, "solid")
        thin = 0.9 if mark.status in FAINT else 1.5
        for edge in (y - TINT, y + TINT):
            yield Line(((x0, edge), (x1, edge)), colour, thin, dash)
    heavy = 0.9 if mark.status in FAINT else 2
    foot = min(FOOT, (x1 - x0) / 2 - 0.5)
    for x, way, gone in ((x0 + 1, 1, mark.cut_left), (x1 - 1, -1, mark.cut_right)):
        if not gone:
            points = (
                (x + way * foot, y - BRACKET),
                (x, y - BRACKET),
                (x, y + BRACKET),
                (x + way * foot, y + BRACKET),
            )
            yield Line(points, colour, heavy)


def _narrow(mark: Mark, colour: str) -> Iterator[Stroke]:
    """Brackets so close that they touch: one upright box, its outline that of the status."""
    x0, x1, y = mark.x0 + 1, mark.x1 - 1, mark.y
    dash = {"hoped": "dash", "possible": "dot"}.get(mark.status, "solid")
    points = (*_box(x0, y - BRACKET, x1, y + BRACKET), (x0, y - BRACKET), (x1, y - BRACKET))
    yield Line(points, colour, 0.9 if mark.status in FAINT else 2, dash)


def _cross(mark: Mark, colour: str, r: float) -> Iterator[Stroke]:
    x, y = (mark.x0 + mark.x1) / 2, mark.y
    yield Line(((x - r, y - r), (x + r, y + r)), colour, 2)
    yield Line(((x - r, y + r), (x + r, y - r)), colour, 2)


def _box(x0: float, y0: float, x1: float, y1: float) -> tuple[Point, ...]:
    return (x0, y0), (x1, y0), (x1, y1), (x0, y1)


def _rounded(x0: float, y0: float, x1: float, y1: float, left: float, right: float | None = None) -> tuple[Point, ...]:
    """A box with round corners of radius `left` and `right`, a few points each."""
    right = left if right is None else right
    most = min((x1 - x0) / 2, (y1 - y0) / 2)
    points: list[Point] = []
    corners = (
        (x1, y0, -1, 1, right, -90),
        (x1, y1, -1, -1, right, 0),
        (x0, y1, 1, -1, left, 90),
        (x0, y0, 1, 1, left, 180),
    )
    for x, y, across, down, radius, start in corners:
        r = min(radius, most)
        if r <= 0:
            points.append((x, y))
            continue
        for part in range(4):
            turn = math.radians(start + part * 30)
            points.append((x + across * r + r * math.cos(turn), y + down * r + r * math.sin(turn)))
    return tuple(points)
