"""The whole picture before any painter: title, chart, undated events, legend, sources as strokes on a sheet. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from timeline import wording
from timeline.dates import standing
from timeline.drawing import legend, lettering, signs
from timeline.drawing.lanes import (
    LINE,
    SIZE,
    Hit,
    Picture,
    article_title,
    extent,
    in_window,
    lanes,
    title_of,
)
from timeline.drawing.strokes import Fill, Line, Stroke, Words, chart, paint
from timeline.drawing.themes import LIGHT, THEMES, Theme
from timeline.model import Entry, Record, Timeline

MARGIN = 36
SQUARE = 11  # of a type in the legend
BESIDE = signs.WIDTH + 6  # where the words beside a sign begin
# What XML 1.0 cannot hold becomes the sign for an unknown character.
UNSAYABLE = {code: "\ufffd" for code in (*range(32), 0xFFFE, 0xFFFF) if code not in (9, 10, 13)}
UNSAYABLE |= dict.fromkeys(range(0xD800, 0xE000), "\ufffd")


@dataclass(frozen=True, slots=True)
class Part:
    """Strokes that stand together, moved to (x, y)."""

    x: float
    y: float
    strokes: tuple[Stroke, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """Everything that is painted, with the size of its canvas and that of the finished picture."""

    width: float  # of the canvas that the parts stand on
    height: float
    size: tuple[float, float]  # of the picture: the canvas is scaled to it
    said: str  # the picture in one sentence, for whoever does not see it
    theme: Theme
    parts: tuple[Part, ...]
    hits: tuple[Hit, ...] = ()  # where each event stands on the canvas


def compose(
    timeline: Timeline,
    *,
    title: str,
    filters_text: str = "",
    today: date | None = None,
    theme: str | Theme = LIGHT,
    width: float = 1200,
    rows: str = "event",
    window: tuple[date, date] | None = None,
    within: tuple[date, date] | None = None,
    front: str | None = None,
    missing: int = 0,
    outside: int = 0,
) -> Sheet:
    """The whole timeline on a sheet: title, filters, chart, events far away or undated, legend, sources.

    `width` is in pixels (at least 360 are taken), `theme` a Theme or "light" or "dark". Nothing of
    the timeline is left out but what its window excludes; `missing` events were left out before for lack of
    room, and `outside` for their dates, which is said.
    """
    theme = THEMES[theme] if isinstance(theme, str) else theme
    width = max(360, width)
    inner = width - 2 * MARGIN
    laid = lanes(
        timeline, width=inner, today=today, rows=rows, window=window, within=within, front=front, pointers=False
    )
    shown = _shown(timeline, laid)
    parts: list[Part] = []
    y = float(MARGIN)
    for line in lettering.wrap(title, inner, size=24, weight=600):
        parts.append(Part(MARGIN, y, (Words(0, 14, line, theme.ink, 24, 600),)))
        y += 31
    about = said(shown, window or within)
    count, _, dates = about.partition(", ")
    if dates and title.endswith(dates):  # said once
        about = count
    about += f" · {wording.counted(missing, 'more event')} left out for lack of room" if missing else ""
    about += f" · {filters_text}" if filters_text else ""
    about += f" · {wording.counted(outside, 'more event')} on other dates" if outside else ""
    for line in lettering.wrap(about, inner, size=14, weight=400):
        parts.append(Part(MARGIN, y + 4, (Words(0, 10, line, theme.muted, 14, 400),)))
        y += LINE
    y += 14
    hits: tuple[Hit, ...] = ()
    if laid.marks or not laid.tray:
        hits = tuple(replace(h, x0=h.x0 + MARGIN, x1=h.x1 + MARGIN, y0=h.y0 + y, y1=h.y1 + y) for h in laid.hits)
        parts.append(Part(MARGIN, y, tuple(chart(laid, theme))))
        if not laid.marks:
            empty = Words(inner / 2, laid.top + 34, "No event to show", theme.muted, 15, 500, "middle")
            parts.append(Part(MARGIN, y, (empty,)))
        y += laid.height
    for name, beside in (("On other dates", laid.outside), ("No date given", laid.tray)):
        if beside:
            strokes, height = tray(name, beside, inner, theme)
            parts.append(Part(MARGIN, y, tuple(strokes)))
            y += height
    strokes, height = _legend(shown, inner, theme)
    parts.append(Part(MARGIN, y, tuple(strokes)))
    y += height
    foot = _foot(sources(timeline, shown), today, edited=any(entry.edited for entry in shown))
    if foot:
        y += 8
        for line in lettering.wrap(foot, inner, size=12, weight=400):
            parts.append(Part(MARGIN, y, (Words(0, 9, line, theme.muted, 12, 400),)))
            y += 17
    height = y + MARGIN - 10
    return Sheet(width, height, (width, height), f"{title}: {about}", theme, tuple(parts), hits)


def said(entries: tuple[Entry, ...], window: tuple[date, date] | None = None) -> str:
    """How many events, and over what time (of the window, when there is one): "9 events, January–August 2016"."""
    return said_of(len(entries), extent(entries), window)


def said_of(events: int, span: tuple[date, date] | None, window: tuple[date, date] | None = None) -> str:
    """The same where number and extent are known."""
    return ", ".join(filter(None, (wording.counted(events, "event"), over(span, window))))


def over(span: tuple[date, date] | None, window: tuple[date, date] | None = None, *, long: bool = True) -> str:
    """The time that events take, of the window when there is one, as a heading has it; "" for none."""
    if span is None:
        return ""
    first, until = span
    if window and first < window[1] and until > window[0]:
        first, until = max(first, window[0]), min(until, window[1])
    # Whole months, so that the line reads like a heading and not like a measurement.
    last = until.year == date.max.year and until.month == 12
    after = until if until.day == 1 or last else date(until.year + until.month // 12, until.month % 12 + 1, 1)
    if (until - first).days > 45:
        first, until = first.replace(day=1), after
    return wording.stretch(first, until, long=long)


def _shown(timeline: Timeline, laid: Picture) -> tuple[Entry, ...]:
    window = laid.scale.first, laid.scale.until
    inside = (e for e in timeline.entries if standing(e.event.when) is None or in_window(e.event.when, window))
    return (*inside, *laid.outside)


def sources(timeline: Timeline, entries: Iterable[Entry]) -> tuple[str, ...]:
    """The sources behind these events: title, source and day of each article that tells one."""
    ids = dict.fromkeys(one.article for entry in entries for one in entry.told)
    return tuple(dict.fromkeys(_source(timeline, timeline.records[id_]) for id_ in ids if id_ in timeline.records))


def _source(timeline: Timeline, record: Record) -> str:
    day = record.published.day
    article = record.article
    parts = (article_title(timeline, article.id), article.source, wording.day(day) if day else None)
    return ", ".join(part for part in parts if part)


def _foot(said_by: Sequence[str], today: date | None, *, edited: bool) -> str:
    pieces = ["* edited by hand"] if edited else []
    if said_by:
        more = len(said_by) - 12
        listed = "; ".join(said_by[:12]) + (f"; and {more} more" if more > 0 else "")
        pieces.append(f"{'Source' if len(said_by) == 1 else 'Sources'}: {listed}")
    if today:
        pieces.append(f"drawn on {wording.day(today, long=True)}")
    return " · ".join(pieces)


def tray(name: str, entries: tuple[Entry, ...], room: float, theme: Theme) -> tuple[list[Stroke], float]:
    """Events beside the chart under a name, in as many lines as they need, and the height in pixels."""
    strokes: list[Stroke] = [Line(((0, 6), (room, 6)), theme.grid, 1)]
    strokes.append(Words(0, 28, name, theme.muted, 13, 400))
    start = lettering.width(name, size=13, weight=400) + 20 if room > 520 else 0
    x, y = (start, 28.0) if start else (0.0, 54.0)
    height = y
    for entry in entries:
        dated = f", {wording.precise(entry.event.when, long=False)}" if standing(entry.event.when) else ""
        title = title_of(entry) + dated
        lines = lettering.wrap(title, room - start - BESIDE, size=SIZE, weight=500)
        wide = BESIDE + max(lettering.width(line, size=SIZE, weight=500) for line in lines)
        if x > start and x + wide > room:
            x, y = start, height + 27
        strokes.extend(paint(signs.sign_of(entry.event, x, y), theme))
        for index, line in enumerate(lines):
            strokes.append(Words(x + BESIDE, y + index * LINE, line, theme.ink, SIZE, 500))
        height = max(height, y + (len(lines) - 1) * LINE)
        x += wide + 26
    return strokes, height + 26


def _legend(entries: tuple[Entry, ...], room: float, theme: Theme) -> tuple[list[Stroke], float]:
    strokes: list[Stroke] = [Line(((0, 6), (room, 6)), theme.grid, 1)]
    if not entries:
        return [], 0
    swatches = legend.swatches(entries)
    kinds = legend.types(entries)
    items = [(one.width, one.words) for one in swatches] + [(SQUARE, wording.TYPE[kind]) for kind in kinds]
    y = 12.0
    for row in legend.rows(items, room):
        for index, x in row:
            if index < len(swatches):
                one = swatches[index]
                drawn = [*legend.paint_swatch(one, theme), legend.words_beside(one, theme)]
            else:
                drawn = [*_colour(kinds[index - len(swatches)], theme)]
            strokes.extend(_moved(drawn, x, y))
        y += legend.HEIGHT
    return strokes, y + 4


def _colour(kind: str, theme: Theme) -> Iterator[Stroke]:
    """The colour of a type and its name, as they stand in a line of the legend."""
    mid = legend.HEIGHT / 2
    yield Fill(((0, mid - 5), (SQUARE, mid - 5), (SQUARE, mid + 6), (0, mid + 6)), theme.colour(kind))
    yield Words(SQUARE + 8, mid, wording.TYPE[kind], theme.muted, legend.SIZE, 400)


def _moved(strokes: Iterable[Stroke], x: float, y: float) -> Iterator[Stroke]:
    for stroke in strokes:
        if isinstance(stroke, Words):
            yield Words(
                stroke.x + x,
                stroke.y + y,
                stroke.text,
                stroke.colour,
                stroke.size,
                stroke.weight,
                stroke.anchor,
                stroke.halo,
            )
        elif isinstance(stroke, Fill):
            yield Fill(tuple((a + x, b + y) for a, b in stroke.points), stroke.colour, stroke.opacity)
        else:
            points = tuple((a + x, b + y) for a, b in stroke.points)
            yield Line(points, stroke.colour, stroke.width, stroke.dash)
