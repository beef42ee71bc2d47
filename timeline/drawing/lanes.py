"""Timeline → rows, marks, labels, axis, gutter and tray, in pixels. Pure: it knows no painter.

The origin is the top left corner of the chart, x to the right, y down. What is said of a mark is
its form (how much of the calendar it may cover), its status and its type; a painter turns these
into outline and colour.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from timeline.drawing import lettering
from timeline.drawing.scale import MONTHS, Band, Scale, Tick, bands, bins, ticks
from timeline.model import Entry, Event, Timeline, When

ROWS = ("event", "actor", "type")
ONE_A_ROW = 60  # events up to which each has a row of its own
LABELLED = 400  # marks up to which the chart stays legible and quick
SIZE = 14  # type size of labels in pixels
LINE = 19  # distance between two lines of a label
GAP = 10  # between a mark and its label
EDITED = "\u202f*"  # after the title of what people changed; the foot of a picture says what it means
EDGE = 6  # labels keep this far from the chart's edges
SOFT = 34  # length of the soft left end: "then or shortly before"
OPEN = 44  # length of an open end, its arrow included
RADIUS = 8  # of the diamond
LEAST = 9  # the least width of a stretch
NARROW_LABEL = 150  # a label beside its mark has at least this much room, or stands below it

Measure = Callable[[str, int], float]


@dataclass(frozen=True, slots=True)
class Mark:
    """An event's place on the calendar: a form from `x0` to `x1` around the height `y`."""

    id: str
    x0: float
    x1: float
    y: float
    form: str  # "day", "within" or "throughout"
    status: str
    type: str
    soft: bool = False  # nothing but the article's date says when: then or shortly before
    open_left: bool = False
    open_right: bool = False
    left: float = 0  # how far the soft or open end reaches beyond x0, in pixels
    right: float = 0
    cut_left: bool = False  # goes on beyond the edge of the chart
    cut_right: bool = False


@dataclass(frozen=True, slots=True)
class Label:
    """An event's title beside or below its mark: lines from `y` (middle of the first) downwards."""

    id: str
    x: float
    y: float
    lines: tuple[str, ...]
    anchor: str  # "start" or "end"
    x0: float  # extents, for whoever must not overlap them
    x1: float


@dataclass(frozen=True, slots=True)
class Row:
    """A stretch of the chart's height that holds one event, or one track of several."""

    y0: float
    y1: float


@dataclass(frozen=True, slots=True)
class Heading:
    """The name of a lane or group, at the top of its band."""

    y: float
    text: str
    count: int
    id: str | None = None  # actor id or type, when the lane is one


@dataclass(frozen=True, slots=True)
class Note:
    """A day named in the gutter: published or today; off the scale it points over the edge."""

    kind: str  # "published" or "today"
    text: str
    x: float
    y: float
    anchor: str
    line: float | None  # where its line stands; None: off the scale


@dataclass(frozen=True, slots=True)
class Bin:
    """One column of the overview: the share of the highest, and how many events weigh in it."""

    x0: float
    x1: float
    share: float
    events: float


@dataclass(frozen=True, slots=True)
class Hit:
    """Where an event is touched: the box around its mark and label."""

    id: str
    x0: float
    x1: float
    y0: float
    y1: float


@dataclass(frozen=True, slots=True)
class Picture:
    """The whole chart, laid out."""

    width: float
    height: float
    scale: Scale
    overview: float  # height of the overview at the top; 0: none
    axis: float  # the middle of the axis names
    top: float  # where the rows begin
    bins: tuple[Bin, ...]
    ticks: tuple[Tick, ...]
    bands: tuple[Band, ...]
    notes: tuple[Note, ...]
    published: tuple[float, ...]  # days of publication too many to name
    headings: tuple[Heading, ...]
    rows: tuple[Row, ...]
    marks: tuple[Mark, ...]
    labels: tuple[Label, ...]
    hits: tuple[Hit, ...]
    tray: tuple[Entry, ...]  # no date given
    left_out: int = 0  # the least salient, when there are more than can be drawn
    earlier: int = 0  # dated events before the window, and after it
    later: int = 0
    packed: bool = False


def stretch(when: When) -> tuple[date, date] | None:
    """The days `[first, until)` at which an event stands; an open end counts as its known day."""
    if when.first and when.until:
        return when.first, max(when.until, _after(when.first))
    if when.first:
        return when.first, _after(when.first)
    if when.until:
        return _before(when.until), when.until
    return None


def _after(day: date) -> date:
    return day if day == date.max else day + timedelta(days=1)


def _before(day: date) -> date:
    return day if day == date.min else day - timedelta(days=1)


def extent(entries: Iterable[Entry]) -> tuple[date, date] | None:
    """The days from the first event to the end of the last; None when nothing has a date."""
    found = [s for entry in entries if (s := stretch(entry.event.when))]
    return (min(s[0] for s in found), max(s[1] for s in found)) if found else None


def window_of(entries: Iterable[Entry], *, today: date | None = None) -> tuple[date, date]:
    """The days a chart of these events shows: their extent with a little air, two weeks at least.

    Without any date it is the year around `today`, or the present one's place is taken by 2000.
    """
    found = extent(entries)
    if not found:
        middle = today or date(2000, 7, 1)
        return date(middle.year, 1, 1), date(min(middle.year, 9998) + 1, 1, 1)
    first, until = found
    days = (until - first).days
    air = max(2, round(days * 0.045), (15 - days) // 2)
    low = max(date.min.toordinal(), first.toordinal() - air)
    high = min(date.max.toordinal(), until.toordinal() + air)
    return date.fromordinal(low), date.fromordinal(high)


def in_window(when: When, window: tuple[date, date]) -> bool:
    """Whether any day of the event lies in the window."""
    days = stretch(when)
    return days is not None and days[0] < window[1] and days[1] > window[0]


def _mark(event: Event, scale: Scale) -> Mark:
    """The event's mark, cut at the edges of the chart, at height 0."""
    when = event.when
    days = stretch(when)
    if days is None:  # pragma: no cover - undated events stand in the tray
        raise ValueError(f"{event.id} has no date")
    open_left = when.first is None
    open_right = when.until is None or event.status == "ongoing"
    one_day = (days[1] - days[0]).days <= 1
    x0, x1 = scale.x(days[0]), scale.x(days[1])
    if one_day:
        middle = min(max((x0 + x1) / 2, RADIUS), scale.width - RADIUS)
        x0, x1 = middle - RADIUS, middle + RADIUS
        form = "day"
    else:
        form = "throughout" if when.extent == "throughout" else "within"
        if x1 - x0 < LEAST:
            middle = (x0 + x1) / 2
            x0, x1 = middle - LEAST / 2, middle + LEAST / 2
    cut_left, cut_right = x0 < -RADIUS, x1 > scale.width + RADIUS
    x0, x1 = (0.0 if cut_left else x0), (scale.width if cut_right else x1)
    soft = when.basis == "published" and not cut_left and not open_left
    open_left, open_right = open_left and not cut_left, open_right and not cut_right
    return Mark(
        id=event.id,
        x0=x0,
        x1=x1,
        y=0.0,
        form=form,
        status=event.status,
        type=event.type,
        soft=soft,
        open_left=open_left,
        open_right=open_right,
        left=_room(OPEN if open_left else SOFT if soft else 0, x0),
        right=_room(OPEN if open_right else 0, scale.width - x1),
        cut_left=cut_left,
        cut_right=cut_right,
    )


def _room(length: float, room: float) -> float:
    """A soft or open end's length: shorter near the chart's edge, but never too short to be seen."""
    return min(length, max(16.0, room - 2)) if length else 0.0


def reach(mark: Mark) -> tuple[float, float]:
    """From where to where a mark is painted, its soft and open ends included."""
    return mark.x0 - mark.left, mark.x1 + mark.right


@dataclass(frozen=True, slots=True)
class _Item:
    """A mark with its label, placed sideways but not yet in height."""

    entry: Entry
    mark: Mark
    side: str  # "right", "left" or "below"
    lines: tuple[str, ...]
    x: float
    x0: float  # extents of mark and label
    x1: float
    height: float


def _item(entry: Entry, scale: Scale, measure: Measure, base: float, longest: float) -> _Item:
    mark = _mark(entry.event, scale)
    title = title_of(entry)
    left, right = reach(mark)
    room_right = min(scale.width - EDGE - right - GAP, longest)
    room_left = min(left - GAP - EDGE, longest)
    wide = measure(title, 500)
    if wide <= room_right:
        side, room = "right", room_right
    elif wide <= room_left:
        side, room = "left", room_left
    elif max(room_left, room_right) >= min(NARROW_LABEL, scale.width / 3):
        side = "right" if room_right >= room_left else "left"
        room = max(room_left, room_right)
    else:
        side, room = "below", min(scale.width - 2 * EDGE, max(longest, NARROW_LABEL))
    lines = (title,) if wide <= room else lettering.wrap(title, room, size=SIZE, weight=500)
    width = max(measure(line, 500) for line in lines)
    if side == "right":
        x, x0, x1 = right + GAP, left, right + GAP + width
    elif side == "left":
        x, x0, x1 = left - GAP, left - GAP - width, right
    else:
        seen = min(max(left, EDGE), scale.width - EDGE)
        x = max(EDGE, min(seen, scale.width - EDGE - width))
        x0, x1 = min(x, left), max(x + width, right)
    height = max(base, len(lines) * LINE + 12)
    if side == "below":
        height = 22 + len(lines) * LINE + 8
    return _Item(entry, mark, side, lines, x, x0, x1, height)


def _set(item: _Item, y0: float, height: float) -> tuple[Mark, Label]:
    """The item's mark and label in a row that begins at `y0`."""
    if item.side == "below":
        mark_y = y0 + 13
        first = mark_y + 12 + LINE / 2
    else:
        mark_y = y0 + height / 2
        first = mark_y - (len(item.lines) - 1) * LINE / 2
    anchor = "end" if item.side == "left" else "start"
    wide = max(lettering.width(line, size=SIZE, weight=500) for line in item.lines)
    x0 = item.x - wide if anchor == "end" else item.x
    label = Label(item.entry.id, item.x, first, item.lines, anchor, x0, x0 + wide)
    return replace(item.mark, y=mark_y), label


def pack(items: Sequence[_Item]) -> list[list[_Item]]:
    """Items in as few tracks as first-fit finds, none touching another in its track."""
    tracks: list[list[_Item]] = []
    ends: list[float] = []
    for item in sorted(items, key=lambda i: (i.x0, i.x1)):
        for index, end in enumerate(ends):
            if item.x0 >= end + 16:
                tracks[index].append(item)
                ends[index] = item.x1
                break
        else:
            tracks.append([item])
            ends.append(item.x1)
    return tracks


@dataclass(frozen=True, slots=True)
class _Group:
    """Entries that stand together, under a heading when there is one."""

    name: str | None
    id: str | None
    entries: tuple[Entry, ...]


def by_date(entry: Entry) -> tuple[date, date, str]:
    """The order of rows: the first day, the end, the title."""
    days = stretch(entry.event.when) or (date.max, date.max)
    return (*days, entry.event.title)


def _groups(timeline: Timeline, entries: Sequence[Entry], rows: str, front: str | None) -> list[_Group]:
    if rows == "type":
        types: dict[str, list[Entry]] = {}
        for entry in entries:
            types.setdefault(entry.event.type, []).append(entry)
        order = sorted(types, key=lambda t: (-len(types[t]), t))
        return [_Group(kind.capitalize(), kind, tuple(types[kind])) for kind in order]
    if rows == "actor":
        lanes: dict[str, list[Entry]] = {}
        for entry in entries:
            for id_ in dict.fromkeys(part.id for part in entry.event.actors) or ("",):
                lanes.setdefault(id_, []).append(entry)
        names = {id_: _name(timeline, id_) for id_ in lanes}
        ordered = sorted(lanes, key=lambda a: (a == "", -len(lanes[a]), names[a]))
        return [_Group(names[id_], id_ or None, tuple(lanes[id_])) for id_ in ordered]
    ahead = tuple(entry for entry in entries if entry.article == front)
    others = tuple(entry for entry in entries if entry.article != front)
    if front is None or not ahead or not others:
        return [_Group(None, None, tuple(entries))]
    return [
        _Group(article_title(timeline, front), None, ahead),
        _Group("Other articles", None, others),
    ]


def _name(timeline: Timeline, id_: str) -> str:
    if not id_:
        return "Nobody named"
    actor = timeline.actors.get(id_)
    return actor.name if actor else id_


def title_of(entry: Entry) -> str:
    """An event's title on one line, with a star where people changed something of it."""
    return (" ".join(entry.event.title.split()) or "Untitled") + (EDITED if entry.edited else "")


def article_title(timeline: Timeline, id_: str) -> str:
    """What an article is called: its title, or else its id."""
    record = timeline.records.get(id_)
    return (record.article.title if record else None) or id_


def _base(count: int) -> float:
    """The height of a one-line row: airy for few, closer for many."""
    return 38 if count <= 14 else 34 if count <= 28 else 30


def lanes(
    timeline: Timeline,
    *,
    width: float,
    today: date | None = None,
    rows: str = "event",
    window: tuple[date, date] | None = None,
    front: str | None = None,
    overview: float = 0,
    bleed: float = 0,
    measure: Measure | None = None,
) -> Picture:
    """The timeline laid out over `width` pixels.

    `window` is the stretch of calendar to show (all of it when None), `front` the article whose
    events come first, `overview` the height of the histogram (0: none), `bleed` how far the axis
    goes on beyond the edges, for painters that can be panned. `measure(text, weight)` gives pixels
    at the labels' type size. Raises ValueError for rows other than those of `ROWS`.
    """
    if rows not in ROWS:
        raise ValueError(f"rows are {', '.join(ROWS)}, not {rows!r}")
    measure = measure or _measure
    dated = sorted((e for e in timeline.entries if stretch(e.event.when)), key=by_date)
    tray = tuple(e for e in timeline.entries if stretch(e.event.when) is None)
    first, until = window or window_of(dated, today=today)
    scale = Scale(first, max(until, _after(first)), width)
    inside = [e for e in dated if in_window(e.event.when, (scale.first, scale.until))]
    shown, left_out = _most_salient(inside, rows)

    axis = overview + (26 if overview else 14)
    notes, marked, note_height = _notes(timeline, scale, today, front, axis + 12)
    top = axis + 14 + note_height + 4

    groups = _groups(timeline, shown, rows, front)
    packed = rows != "event" or len(shown) > ONE_A_ROW
    y = top
    headings: list[Heading] = []
    bands_: list[Row] = []
    marks: list[Mark] = []
    labels: list[Label] = []
    hits: list[Hit] = []
    base = 32 if packed else _base(len(shown))
    longest = 300.0 if packed else width
    for group in groups:
        if group.name is not None:
            y += 6 if headings else 0
            headings.append(Heading(y + 15, group.name, len(group.entries), group.id))
            y += 30
        items = [_item(entry, scale, measure, base, longest) for entry in group.entries]
        tracks = pack(items) if packed else [[item] for item in items]
        for track in tracks:
            height = max(item.height for item in track)
            bands_.append(Row(y, y + height))
            for item in track:
                mark, label = _set(item, y, height)
                marks.append(mark)
                labels.append(label)
                hits.append(Hit(item.entry.id, item.x0, item.x1, y, y + height))
            y += height
    return Picture(
        width=width,
        height=max(y, top + 60) + 6,
        scale=scale,
        overview=overview,
        axis=axis,
        top=top,
        bins=_bins(dated, scale) if overview else (),
        ticks=ticks(scale, lambda text, weight: measure(text, weight) * 13 / SIZE, bleed=bleed),
        bands=bands(scale, bleed=bleed),
        notes=notes,
        published=marked,
        headings=tuple(headings),
        rows=tuple(bands_),
        marks=tuple(marks),
        labels=tuple(labels),
        hits=tuple(hits),
        tray=tray,
        left_out=left_out,
        earlier=sum(_ends(e) <= scale.first for e in dated),
        later=sum(_begins(e) >= scale.until for e in dated),
        packed=packed,
    )


def _measure(text: str, weight: int) -> float:
    return lettering.width(text, size=SIZE, weight=weight)


def _begins(entry: Entry) -> date:
    return by_date(entry)[0]


def _ends(entry: Entry) -> date:
    return by_date(entry)[1]


def _most_salient(entries: list[Entry], rows: str) -> tuple[list[Entry], int]:
    """The entries that can be drawn, in their order, and how many of the least salient cannot."""

    def cost(entry: Entry) -> int:
        return max(1, len({part.id for part in entry.event.actors})) if rows == "actor" else 1

    left = LABELLED
    keep: set[str] = set()
    for entry in sorted(entries, key=lambda e: -e.event.salience):
        left -= cost(entry)
        if left < 0:
            break
        keep.add(entry.id)
    return [e for e in entries if e.id in keep], len(entries) - len(keep)


def _bins(entries: Iterable[Entry], scale: Scale) -> tuple[Bin, ...]:
    """The overview: each event weighs one, spread evenly over the days it may cover."""
    columns = bins(scale)
    weights = [0.0] * len(columns)
    for entry in entries:
        days = stretch(entry.event.when)
        if days is None or days[0] >= scale.until or days[1] <= scale.first:
            continue
        whole = (days[1] - days[0]).days
        for index, (first, until) in enumerate(columns):
            shared = (min(days[1], until) - max(days[0], first)).days
            if shared > 0:
                weights[index] += shared / whole
    highest = max(weights, default=0)
    return tuple(
        Bin(scale.x(first), scale.x(until), weight / highest, weight)
        for (first, until), weight in zip(columns, weights, strict=True)
        if weight > 0
    )


def _day_text(day: date, scale: Scale) -> str:
    near = scale.covers(day) and (scale.until - scale.first).days < 400
    return f"{day.day} {MONTHS[day.month - 1]}" + ("" if near else f" {day.year}")


def _notes(
    timeline: Timeline, scale: Scale, today: date | None, front: str | None, top: float
) -> tuple[tuple[Note, ...], tuple[float, ...], float]:
    """The gutter: notes, unnamed days of publication, and the gutter's height in pixels."""
    days = {id_: record.published.day for id_, record in timeline.records.items() if record.published.day}
    wanted: list[tuple[str, date, str]] = []
    marked: tuple[float, ...] = ()
    named = {front: days[front]} if front in days else days if len(days) == 1 else {}
    for day in named.values():
        what = "article published" if len(timeline.records) == 1 or front else "published"
        wanted.append(("published", day, what))
    marked = tuple(sorted({scale.x(d) for id_, d in days.items() if id_ not in named and scale.covers(d)}))
    if marked:
        wanted.append(("published", min(d for d in days.values() if scale.covers(d)), "articles published"))
    if today:
        wanted.append(("today", today, "today,"))
    notes: list[Note] = []
    spans: list[tuple[float, float, int]] = []
    for kind, day, what in wanted:
        several = what == "articles published"
        text = what if several else f"{what} {_day_text(day, scale)}"
        note, span = _note(kind, text, day, scale)
        note = replace(note, line=None) if several else note
        level = 0
        while any(level == at and span[0] < b + 7 and span[1] > a - 7 for a, b, at in spans):
            level += 1
        spans.append((*span, level))
        notes.append(replace(note, y=top + 10 + level * 17))
    levels = max((at + 1 for _, _, at in spans), default=0)
    return tuple(notes), marked, levels * 17 if levels else (8 if marked else 0)


def _note(kind: str, text: str, day: date, scale: Scale) -> tuple[Note, tuple[float, float]]:
    if not scale.covers(day):
        before = day < scale.first
        text = f"‹ {text}" if before else f"{text} ›"
        wide = lettering.width(text, size=12, weight=500)
        x = 0.0 if before else scale.width
        span = (0.0, wide) if before else (scale.width - wide, scale.width)
        return Note(kind, text, x, 0, "start" if before else "end", None), span
    wide = lettering.width(text, size=12, weight=500)
    x = scale.x(day) + scale.day / 2
    if x - 5 - wide >= 0:
        return Note(kind, text, x - 5, 0, "end", x), (x - 5 - wide, x)
    return Note(kind, text, x + 5, 0, "start", x), (x, x + 5 + wide)
