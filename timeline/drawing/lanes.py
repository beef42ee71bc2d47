"""Timeline → rows, marks, labels, axis, gutter and tray, in pixels. Pure: it knows no painter.

The origin is the top left corner of the chart, x to the right, y down. What is said of a mark is
its form (how much of the calendar it may cover), its status and its type; a painter turns these
into outline and colour.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

import numpy as np

from timeline import wording
from timeline.columns import Columns, Numbers
from timeline.dates import day_after, hour_of, standing
from timeline.drawing import lettering, survey
from timeline.drawing.scale import MONTHS, Band, Scale, Tick, bands, ticks
from timeline.drawing.survey import Bin, Density
from timeline.model import Entry, Event, Timeline, When

ROWS = ("event", "packed", "actor", "type")
ONE_A_ROW = 60  # events up to which each has a row of its own
LABELLED = 400  # marks up to which each has its label; then only the most salient
COMPACT = 800  # marks up to which each is drawn; above that their density is, and the most salient over it
SIZE = 14  # type size of labels in pixels
LINE = 19  # distance between two lines of a label
GAP = 10  # between a mark and its label
EDITED = "\u202f*"  # after the title of what people changed; the foot of a picture says what it means
EDGE = 6  # labels keep this far from the chart's edges
SOFT = 34  # length of the soft left end: "then or shortly before"
LENT = 14  # length of both soft ends: "dated by its context"
OPEN = 44  # length of an open end, its arrow included
RADIUS = 8  # of the diamond
ROOMY = 2000  # width of a chart from which rows may be higher
LEAST = 9  # the least width of a stretch
SMALL = 22  # height of a row where not every event has its label
LONGEST_SMALL = 320  # of a label there
NAMED = 90  # the most salient events, which have their label also there
CROWD_TRACKS = 7  # rows of them over a density
PACKED_LABEL = 300.0  # a label beside others has at most this much room, or more in a wide chart
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
    lent: bool = False  # its context says when: soft at both ends
    open_left: bool = False
    open_right: bool = False
    left: float = 0  # how far the soft or open end reaches beyond x0, in pixels
    right: float = 0
    cut_left: bool = False  # goes on beyond the edge of the chart
    cut_right: bool = False

    def at(self, y: float) -> Mark:
        """The same mark around this height."""
        return self._like(self.id, self.x0, self.x1, y, self.left, self.right)

    def shape(self) -> Mark:
        """The mark wherever it stands: from x = 0 around height 0, its lengths in tenths of pixels."""
        return self._like("", 0.0, round(self.x1 - self.x0, 1), 0.0, round(self.left, 1), round(self.right, 1))

    def _like(self, ident: str, x0: float, x1: float, y: float, left: float, right: float) -> Mark:
        """A mark that looks the same; by hand: `replace` takes five times as long, for each of a thousand."""
        return Mark(
            ident,
            x0,
            x1,
            y,
            self.form,
            self.status,
            self.type,
            self.soft,
            self.lent,
            self.open_left,
            self.open_right,
            left,
            right,
            self.cut_left,
            self.cut_right,
        )


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
    outside: tuple[Entry, ...] = ()  # the few that stand far from all others, where no window was asked for
    entries: tuple[Entry, ...] = ()  # those that are drawn each by itself
    density: Density | None = None  # where there are too many events to draw each
    earlier: int = 0  # dated events before the window, and after it
    later: int = 0
    packed: bool = False


def form_of(event: Event) -> str:
    """How much of the calendar an event may cover: "day", "within", "throughout", or "none" without a date.

    What was denied lasts through nothing: it was on no day of its stretch. What goes on "since December" began on some
    day of it.
    """
    days = standing(event.when)
    return _form(event, (days[1] - days[0]).days) if days else "none"


def _form(event: Event, days: int) -> str:
    if days <= 1:
        return "day"
    when = event.when
    begun = when.first is not None and when.until is None  # on one of these days
    return "throughout" if when.extent == "throughout" and not begun and event.status != "denied" else "within"


def extent(entries: Iterable[Entry]) -> tuple[date, date] | None:
    """The days from the first event to the end of the last; None when nothing has a date."""
    found = [s for entry in entries if (s := standing(entry.event.when))]
    return (min(s[0] for s in found), max(s[1] for s in found)) if found else None


def window_around(found: tuple[date, date] | None, *, today: date | None = None) -> tuple[date, date]:
    """The days a chart of events with this extent shows: with a little air, two weeks at least.

    Without any date it is the year around `today`, or the present one's place is taken by 2000.
    """
    if not found:
        middle = today or date(2000, 7, 1)
        return date(middle.year, 1, 1), date(min(middle.year, 9998) + 1, 1, 1)
    first, until = found
    days = (until - first).days
    air = max(2, round(days * 0.045), (15 - days) // 2)
    low = max(date.min.toordinal(), first.toordinal() - air)
    high = min(date.max.toordinal(), until.toordinal() + air)
    return date.fromordinal(low), date.fromordinal(high)


def clipped(window: tuple[date, date], within: tuple[date, date] | None) -> tuple[date, date]:
    """The part of a window that lies within these days; all of it where none does."""
    first, until = (max(window[0], within[0]), min(window[1], within[1])) if within else window
    return (first, until) if first < until else window


def in_window(when: When, window: tuple[date, date]) -> bool:
    """Whether any day of the event lies in the window."""
    days = standing(when)
    return days is not None and days[0] < window[1] and days[1] > window[0]


def _mark(event: Event, scale: Scale) -> Mark:
    """The event's mark, cut at the edges of the chart, at height 0."""
    when = event.when
    days = standing(when)
    if days is None:  # pragma: no cover - undated events stand in the tray
        raise ValueError(f"{event.id} has no date")
    open_left = when.first is None
    open_right = when.until is None or event.status == "ongoing"
    form = _form(event, (days[1] - days[0]).days)
    x0, x1 = scale.x(days[0]), scale.x(days[1])
    cut_left, cut_right = x0 < -1, x1 > scale.width + 1  # by rounding alone nothing is cut
    if form == "day" or x1 - x0 < LEAST:
        wide = 2 * RADIUS if form == "day" else LEAST
        middle = min(max((x0 + x1) / 2, wide / 2), scale.width - wide / 2)
        x0, x1 = middle - wide / 2, middle + wide / 2
    x0, x1 = max(0.0, x0), min(scale.width, x1)
    soft, lent = when.basis == "published" and not cut_left and not open_left, when.basis == "inherited"
    open_left, open_right = open_left and not cut_left, open_right and not cut_right
    left = OPEN if open_left else SOFT if soft else LENT if lent and not cut_left else 0
    right = OPEN if open_right else LENT if lent and not cut_right else 0
    return Mark(
        id=event.id,
        x0=x0,
        x1=x1,
        y=0.0,
        form=form,
        status=event.status,
        type=event.type,
        soft=soft,
        lent=lent,
        open_left=open_left,
        open_right=open_right,
        left=_room(left, x0),
        right=_room(right, scale.width - x1),
        cut_left=cut_left,
        cut_right=cut_right,
    )


def _room(length: float, room: float) -> float:
    """A soft or open end's length: shorter near the chart's edge, but never too short to be seen."""
    return min(length, max(14.0, room - 2)) if length else 0.0


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
    height = max(base, len(lines) * LINE + min(12, base - LINE))
    if side == "below":
        height = 22 + len(lines) * LINE + 8
    return _Item(entry, mark, side, lines, x, x0, x1, height)


def _set(item: _Item, y0: float, height: float) -> tuple[Mark, Label | None]:
    """The item's mark and label, when it has one, in a row that begins at `y0`."""
    if not item.lines:
        return item.mark.at(y0 + height / 2), None
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
    return item.mark.at(mark_y), label


def pack(items: Sequence[_Item], *, gap: float = 16) -> list[list[_Item]]:
    """Items in the tracks that first-fit finds for them in their order, none nearer to another than `gap`."""
    tracks: list[list[_Item]] = []
    ends: list[float] = []
    for item in items:  # by date, whichever side their titles stand on
        for index, end in enumerate(ends):
            if item.x0 >= end + gap:
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


def by_date(entry: Entry) -> tuple[date, date, str, str]:
    """The order of rows: the first day, the end, the hour, the title."""
    days = standing(entry.event.when) or (date.max, date.max)
    return (*days, hour_of(entry.event.when), entry.event.title)


def _groups(columns: Columns, entries: Sequence[Entry], rows: str, front: str | None) -> list[_Group]:
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
        names = {id_: survey.name(columns, id_) for id_ in lanes}
        ordered = sorted(lanes, key=lambda a: (a == "", -len(lanes[a]), names[a]))
        return [_Group(names[id_], id_ or None, tuple(lanes[id_])) for id_ in ordered]
    ahead = tuple(entry for entry in entries if entry.told_in(front))
    others = tuple(entry for entry in entries if not entry.told_in(front))
    if front is None or not ahead or not others:
        return [_Group(None, None, tuple(entries))]
    return [
        _Group(article_title(columns.timeline, front), None, ahead),
        _Group("Other articles", None, others),
    ]


def title_of(entry: Entry) -> str:
    """An event's title on one line; it says what is put off, and has a star where people changed something of it."""
    event = entry.event
    title = " ".join(event.title.split()) or "Untitled"
    off = f" ({wording.POSTPONED})" if event.put_off and not wording.says_off(event) else ""
    return title + off + (EDITED if entry.edited else "")


def article_title(timeline: Timeline, id_: str) -> str:
    """What an article is called: its title, or else its id."""
    record = timeline.records.get(id_)
    return (record.article.title if record else None) or id_


def _base(count: int, width: float) -> float:
    """The height of a one-line row: airy for few and on a wide screen, which is high, too; closer for many."""
    if width >= ROOMY:
        return 40 if count <= 16 else 34
    return 38 if count <= 10 else 32 if count <= 16 else 26


def lanes(
    timeline: Timeline,
    *,
    width: float,
    today: date | None = None,
    rows: str = "event",
    window: tuple[date, date] | None = None,
    within: tuple[date, date] | None = None,
    front: str | None = None,
    overview: float = 0,
    bleed: float = 0,
    pointers: bool = True,
    measure: Measure | None = None,
    columns: Columns | None = None,
    among: Numbers | None = None,
) -> Picture:
    """The timeline laid out over `width` pixels.

    `window` is the stretch of calendar to show (where most events are when None, but nothing beyond the days `within`
    which they were asked for: what goes on beyond is cut), `front` the article whose
    events come first, `overview` the height of the histogram (0: none), `bleed` how far the axis
    goes on beyond the edges, for painters that can be panned. With `pointers` today is named at the edge where it
    lies beyond: a picture on paper says elsewhere when it was drawn. `measure(text, weight)` gives pixels
    at the labels' type size. `columns` are the timeline's own where they are at hand, `among` the
    rows of them to draw (all when None). Raises ValueError for rows other than those of `ROWS`.
    """
    if rows not in ROWS:
        raise ValueError(f"rows are {', '.join(ROWS)}, not {rows!r}")
    measure = measure or _measure
    columns = columns or Columns(timeline)
    wanted = np.arange(columns.size) if among is None else among
    dated = wanted[columns.dated[wanted]]
    tray = columns.pick(wanted[~columns.dated[wanted]]).entries
    first, until = window or clipped(window_around(survey.core(columns, dated), today=today), within)
    scale = Scale(first, max(until, day_after(first)), width)
    low, high = scale.first.toordinal(), scale.until.toordinal()
    seen = (columns.low[dated] < high) & (columns.high[dated] > low)
    inside = dated[seen]

    axis = overview + (26 if overview else 14)
    today = today if today and (pointers or scale.covers(today)) else None
    notes, marked, note_height = _notes(timeline, columns.days_published(among), scale, today, front, axis + 12)
    top = axis + 14 + note_height + 4
    stack = _stack(columns, inside, scale, rows=rows, front=front, top=top, measure=measure)
    return Picture(
        width=width,
        height=max(stack.y, top + 60) + 6,
        scale=scale,
        overview=overview,
        axis=axis,
        top=top,
        bins=survey.bins(columns, dated, scale) if overview else (),
        ticks=ticks(scale, lambda text, weight: measure(text, weight) * 13 / SIZE, bleed=bleed),
        bands=bands(scale, bleed=bleed),
        notes=notes,
        published=marked,
        headings=tuple(stack.headings),
        rows=tuple(stack.rows),
        marks=tuple(stack.marks),
        labels=tuple(stack.labels),
        hits=tuple(stack.hits),
        tray=tray,
        outside=() if window else tuple(sorted(columns.pick(dated[~seen]).entries, key=by_date)),
        entries=tuple(stack.entries),
        density=stack.density,
        earlier=int(np.count_nonzero(columns.high[dated] <= low)),
        later=int(np.count_nonzero(columns.low[dated] >= high)),
        packed=stack.packed,
    )


@dataclass(slots=True)
class _Stack:
    """Rows as they pile up from `y` downwards."""

    y: float
    packed: bool
    headings: list[Heading] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    labels: list[Label] = field(default_factory=list)
    hits: list[Hit] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    density: Density | None = None

    def head(self, name: str, count: int, id_: str | None) -> None:
        """A heading over what comes next."""
        self.y += 6 if self.headings else 0
        self.headings.append(Heading(self.y + 15, name, count, id_))
        self.y += 30

    def add(self, track: Sequence[_Item]) -> None:
        """One row of items."""
        height = max(item.height for item in track)
        self.rows.append(Row(self.y, self.y + height))
        for item in track:
            mark, label = _set(item, self.y, height)
            self.entries.append(item.entry)
            self.marks.append(mark)
            if label is not None:
                self.labels.append(label)
            self.hits.append(Hit(item.entry.id, item.x0, item.x1, self.y, self.y + height))
        self.y += height


def _stack(
    columns: Columns,
    inside: Numbers,
    scale: Scale,
    *,
    rows: str,
    front: str | None,
    top: float,
    measure: Measure,
) -> _Stack:
    """What is in the window as rows: each event with its label, or most without, or their density."""
    many = survey.lines(columns, inside) if rows == "actor" else len(inside)
    if many > COMPACT:
        return _crowd(columns, inside, scale, rows=rows, top=top, measure=measure)
    shown = sorted(columns.pick(inside).entries, key=by_date)
    stack = _Stack(top, rows != "event" or len(shown) > ONE_A_ROW)
    base = 28 if stack.packed else _base(len(shown), scale.width)
    longest = max(PACKED_LABEL, scale.width / 6) if stack.packed else scale.width
    named = set(survey.most_salient(columns, inside, NAMED)) if many > LABELLED else None
    for group in _groups(columns, shown, rows, front):
        if group.name is not None:
            stack.head(group.name, len(group.entries), group.id)
        if named is None:
            items = [_item(entry, scale, measure, base, longest) for entry in group.entries]
            tracks = pack(items) if stack.packed else [[item] for item in items]
            for track in tracks if stack.packed else ():
                if len(track) == 1 and len(track[0].lines) > 1:  # a row of its own: all of its width, too
                    track[0] = _item(track[0].entry, scale, measure, base, scale.width)
        else:
            items = [_small(e, scale, measure if e.id in named else None) for e in group.entries]
            tracks = pack(items, gap=5)
        for track in tracks:
            stack.add(track)
    return stack


def _crowd(columns: Columns, inside: Numbers, scale: Scale, *, rows: str, top: float, measure: Measure) -> _Stack:
    """The most salient events, each named, over the density of all."""
    stack = _Stack(top, True)
    chosen = set(survey.most_salient(columns, inside, NAMED))
    entries = {e.id: e for e in columns.pick(inside[survey.top(columns.salience[inside], NAMED)]).entries}
    items = [_small(entry, scale, measure) for id_, entry in entries.items() if id_ in chosen]
    items.sort(key=lambda item: -item.entry.event.salience)
    stack.head("Most salient", 0, None)
    kept = _room_for(items, CROWD_TRACKS)
    stack.headings[-1] = replace(stack.headings[-1], count=sum(map(len, kept)))
    for track in kept:
        stack.add(track)
    density = survey.density(columns, inside, scale, rows_by=rows, top_y=stack.y + 4)
    for lane in density.lanes:
        stack.headings.append(Heading(lane.y0 - 11, lane.name, lane.events, lane.id))
    stack.density = density
    stack.y = density.lanes[-1].y1 + 10 if density.lanes else stack.y
    return stack


def _room_for(items: Iterable[_Item], tracks: int) -> list[list[_Item]]:
    """Items in at most so many tracks, the first in line first; those that find no room stay out."""
    kept: list[list[_Item]] = [[] for _ in range(tracks)]
    for item in items:
        for track in kept:
            if all(item.x0 >= other.x1 + 16 or item.x1 <= other.x0 - 16 for other in track):
                track.append(item)
                break
    return [sorted(track, key=lambda item: item.x0) for track in kept if track]


def _small(entry: Entry, scale: Scale, measure: Measure | None) -> _Item:
    """A mark in a low row; with `measure` its title stands beside it, where one line of it fits."""
    mark = _mark(entry.event, scale)
    left, right = reach(mark)
    bare = _Item(entry, mark, "right", (), right, left, right, SMALL)
    if measure is None:
        return bare
    title = title_of(entry)
    wide = measure(title, 500)
    if wide > LONGEST_SMALL:
        return bare
    if right + GAP + wide <= scale.width - EDGE:
        return _Item(entry, mark, "right", (title,), right + GAP, left, right + GAP + wide, SMALL)
    if left - GAP - wide >= EDGE:
        return _Item(entry, mark, "left", (title,), left - GAP, left - GAP - wide, right, SMALL)
    return bare


def _measure(text: str, weight: int) -> float:
    return lettering.width(text, size=SIZE, weight=weight)


def _day_text(day: date, scale: Scale) -> str:
    near = scale.covers(day) and (scale.until - scale.first).days < 400
    return f"{day.day} {MONTHS[day.month - 1]}" + ("" if near else f" {day.year}")


def _notes(
    timeline: Timeline, days: Numbers, scale: Scale, today: date | None, front: str | None, top: float
) -> tuple[tuple[Note, ...], tuple[float, ...], float]:
    """The gutter: notes, unnamed days of publication, and the gutter's height in pixels; `days` of publication."""
    record = timeline.records.get(front) if front else None
    named = record.published.day if record else date.fromordinal(int(days[0])) if len(days) == 1 else None
    wanted: list[tuple[str, date, str]] = []
    if named:
        what = "article published" if len(timeline.records) == 1 or front else "published"
        wanted.append(("published", named, what))
    others = days[(days >= scale.first.toordinal()) & (days < scale.until.toordinal())]
    if named:
        others = others[others != named.toordinal()]
    places = (scale.x(date.fromordinal(int(day))) for day in others)
    marked = tuple({round(x / 2): x for x in places}.values())  # many in one place are one line
    if marked:
        wanted.append(("published", date.fromordinal(int(others[0])), "articles published"))
    if today:
        wanted.append(("today", today, "today,"))
    notes: list[Note] = []
    spans: list[tuple[float, float, int]] = []
    for kind, day, what in sorted(wanted, key=lambda one: scale.covers(one[1])):  # no line runs through a pointer
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
    return tuple(notes), marked, levels * 17 + (6 if marked else 0)  # the words stand clear of the lines below them


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
