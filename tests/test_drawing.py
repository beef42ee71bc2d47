"""The drawing: nothing cut, nothing overlapping, every date, status and form told apart, and whole as a file."""

from __future__ import annotations

import math
import struct
import xml.etree.ElementTree as ET
from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations, pairwise

import pytest
from calendar_samples import DAY, TODAY, many, seed_timeline
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline import drawing
from timeline.dates import standing
from timeline.drawing import legend, lettering, scale, sheet, signs, strokes, themes
from timeline.drawing.lanes import COMPACT, LABELLED, LEAST, LENT, NAMED, ROWS, extent, lanes, reach, window_around
from timeline.filters import Filters, select
from timeline.model import STATUSES, TYPES, Entry, Timeline, When

SVG = "{http://www.w3.org/2000/svg}"


def texts(markup: str) -> list[str]:
    return [element.text or "" for element in ET.fromstring(markup).iter(f"{SVG}text")]  # noqa: S314


def overlaps(a: tuple[float, ...], b: tuple[float, ...]) -> bool:
    return a[0] < b[2] - 0.01 and b[0] < a[2] - 0.01 and a[1] < b[3] - 0.01 and b[1] < a[3] - 0.01


def boxes(picture: drawing.Picture) -> list[tuple[float, float, float, float]]:
    """The boxes of labels and of marks: none may touch another's."""
    found = [(one.x0, one.y - 9, one.x1, one.y + 9 + 19 * (len(one.lines) - 1)) for one in picture.labels]
    for mark in picture.marks:
        x0, x1 = reach(mark)
        found.append((x0, mark.y - 9, x1, mark.y + 9))
    return found


TIMELINES = {
    "seed": seed_timeline(),
    "none": Timeline(),
    "one": many(1),
    "sixty": many(60),
    "long": many(40, long=True),
    "century": many(60, first=date(1914, 6, 28), days=42_000),
    "one day": many(25, days=1, long=True),
}


@pytest.mark.parametrize("name", TIMELINES)
@pytest.mark.parametrize("width", [320, 520, 760, 1128, 1840])
@pytest.mark.parametrize("rows", ROWS)
def test_labels_are_never_cut_and_nothing_overlaps(name: str, width: int, rows: str) -> None:
    picture = lanes(TIMELINES[name], width=width, rows=rows, today=TODAY)
    for label in picture.labels:
        assert label.x0 >= 0
        assert label.x1 <= width
    for mark in picture.marks:
        assert reach(mark)[0] >= -20
        assert reach(mark)[1] <= width + 20
    found = sorted(boxes(picture))
    for index, box in enumerate(found):
        for other in found[index + 1 :]:
            if other[0] > box[2]:
                break
            assert not overlaps(box, other), (box, other)
    assert all(box[3] <= picture.height for box in found)


@settings(max_examples=60, deadline=None)
@given(
    st.integers(1, 80),
    st.dates(date(1000, 1, 1), date(2900, 1, 1)),
    st.integers(1, 90_000),
    st.integers(200, 2600),
    st.integers(0, 10_000),
)
def test_any_timeline_fits_any_width(count: int, first: date, days: int, width: int, seed: int) -> None:
    timeline = many(count, first=first, days=days, seed=seed, long=True)
    picture = lanes(timeline, width=width, today=TODAY)
    dated = [entry.id for entry in timeline.entries if standing(entry.event.when)]
    assert sorted(mark.id for mark in picture.marks) == sorted(dated)
    assert len(picture.tray) + len(dated) == count
    assert all(-0.01 <= label.x0 <= label.x1 <= width + 0.01 for label in picture.labels)
    names = sorted((t.x, t.x + 6 + lettering.width(t.text, size=13, weight=600)) for t in picture.ticks if t.text)
    for (_, end), (start, _) in pairwise(names):
        assert end <= start + 0.01


def test_every_word_of_a_title_is_drawn() -> None:
    timeline = many(40, long=True)
    for width in (320, 800):
        picture = lanes(timeline, width=width)
        drawn = {label.id: " ".join(label.lines) for label in picture.labels}
        for entry in timeline.entries:
            if entry.id in drawn:
                assert drawn[entry.id] == entry.event.title


def test_rows_are_sorted_by_date() -> None:
    picture = lanes(seed_timeline(), width=1128)
    order = [mark.id for mark in sorted(picture.marks, key=lambda mark: mark.y)]
    assert order == ["e5", "e1", "e3", "e2", "e4", "e6", "e7", "e8"]
    assert [entry.id for entry in picture.tray] == ["e9"]
    assert len({mark.y for mark in picture.marks}) == 8


@pytest.mark.parametrize(
    ("id_", "form", "soft", "days"),
    [
        ("e1", "day", False, None),
        ("e2", "day", True, None),
        ("e3", "within", False, (date(2016, 7, 20), date(2016, 7, 28))),
        ("e8", "within", False, (date(2016, 8, 21), date(2016, 9, 1))),
    ],
)
def test_a_mark_stands_on_its_days(id_: str, form: str, soft: bool, days: tuple[date, date] | None) -> None:
    picture = lanes(seed_timeline(), width=1128)
    mark = next(mark for mark in picture.marks if mark.id == id_)
    assert (mark.form, mark.soft) == (form, soft)
    if days:
        assert (mark.x0, mark.x1) == (picture.scale.x(days[0]), picture.scale.x(days[1]))
    else:
        event = next(e.event for e in seed_timeline().entries if e.id == id_)
        assert event.when.first
        assert (mark.x0 + mark.x1) / 2 == pytest.approx(picture.scale.x(event.when.first) + picture.scale.day / 2)


def test_by_actor_an_event_stands_in_each_of_its_actors_lanes() -> None:
    picture = lanes(seed_timeline(), width=1128, rows="actor")
    assert picture.headings[0].text == "John Kerry"
    assert picture.headings[0].count == 5
    assert {"Russia itself", "Syria"} < {heading.text for heading in picture.headings}  # its minister has a lane, too
    assert sum(mark.id == "e8" for mark in picture.marks) == 3


def test_what_has_a_row_of_its_own_has_its_title_on_one_line() -> None:
    (entry,) = many(1).entries
    long = replace(
        entry.event,
        title="Ministers of six countries to meet on the border talks",
        when=When(None, date(2016, 5, 3), date(2016, 5, 4)),
    )
    short = [replace(long, id=f"s{i}", title="Talks") for i in range(2)]
    timeline = Timeline(tuple(replace(entry, event=event) for event in (long, *short)))
    picture = lanes(timeline, width=900, rows="packed")
    assert [label.lines for label in picture.labels if label.id == long.id] == [(long.title,)]


def test_no_line_of_a_day_runs_through_the_name_of_another() -> None:
    for width in range(500, 1400, 90):
        picture = lanes(seed_timeline(), width=width, today=TODAY)
        spans = [
            (n.x - lettering.width(n.text, size=12), n.x) if n.anchor == "end" else (n.x, n.x + 60)
            for n in picture.notes
        ]
        for note in picture.notes:
            below = [span for span, other in zip(spans, picture.notes, strict=True) if other.y > note.y]
            assert note.line is None or not any(a < note.line < b for a, b in below), width


def test_no_line_of_the_axis_runs_through_a_name_above_the_rows() -> None:
    for width in range(500, 1400, 90):
        picture = lanes(seed_timeline(), width=width, today=TODAY)
        drawn = [s for s in strokes.ground(picture, themes.LIGHT) if isinstance(s, strokes.Fill)]
        upright = [s.points for s in drawn if s.points[1][0] - s.points[0][0] == 1 and s.colour == themes.LIGHT.grid]
        for note in picture.notes:
            wide = lettering.width(note.text, size=12)
            left = note.x - wide if note.anchor == "end" else note.x
            for (x, y0), _, (_, y1), _ in upright:
                assert not (left < x < left + wide and y0 < note.y < y1), (width, note.text)
        assert any(points[0][1] > picture.notes[0].y for points in upright) or not picture.notes


@pytest.mark.parametrize("rows", ROWS)
def test_todays_line_is_not_cut_by_titles(rows: str) -> None:
    crossed = 0
    for day in range(1, 32):
        picture = lanes(seed_timeline(), width=700, today=date(2016, 8, day), rows=rows)
        (x,) = [note.line for note in picture.notes if note.kind == "today"]
        drawn = list(strokes.chart(picture, themes.LIGHT))
        red = [s.points for s in drawn if isinstance(s, strokes.Line) and s.colour == themes.LIGHT.today]
        assert len(red) == 1
        assert red[0][1] == (x, picture.height)
        over = [label for label in picture.labels if label.x0 < x < label.x1]
        bare = [s for s in drawn if isinstance(s, strokes.Words) and s.size == 14 and not s.halo]
        assert sum(len(label.lines) for label in over) <= len(bare)
        crossed += len(over)
    assert crossed


@pytest.mark.parametrize("width", [320, 700, 1128, 3200])
@pytest.mark.parametrize("before", [1, 2, 40])
def test_a_stretch_that_began_before_the_chart_is_cut_at_its_edge(width: float, before: int) -> None:
    entry = next(entry for entry in seed_timeline().entries if entry.event.when.extent == "within")
    first = date(2016, 8, 1)
    when = replace(entry.event.when, first=first, until=first + timedelta(days=300), basis="explicit")
    timeline = replace(seed_timeline(), entries=(replace(entry, event=replace(entry.event, when=when)),))
    window = first + timedelta(days=before), first + timedelta(days=700)
    (mark,) = lanes(timeline, width=width, window=window).marks
    gone = before * width / (700 - before) > 1
    assert (mark.x0, mark.cut_left, mark.cut_right) == (0, gone, False)


def test_by_type_each_type_is_a_lane() -> None:
    picture = lanes(seed_timeline(), width=1128, rows="type")
    assert {heading.id for heading in picture.headings} == {"meeting", "statement", "agreement", "talks"}
    with pytest.raises(ValueError, match="event, packed, actor, type"):
        lanes(seed_timeline(), width=1128, rows="colour")


def test_the_front_article_comes_first() -> None:
    timeline = many(12)
    picture = lanes(timeline, width=1000, front="a2")
    assert [heading.text for heading in picture.headings] == ["Article number 2", "Other articles"]
    second = picture.headings[1].y
    ahead = {entry.id for entry in timeline.entries if entry.article == "a2"}
    assert all((mark.id in ahead) == (mark.y < second) for mark in picture.marks)


def test_a_window_shows_what_it_touches_and_counts_the_rest() -> None:
    window = date(2016, 7, 1), date(2016, 8, 1)
    picture = lanes(seed_timeline(), width=1128, window=window)
    assert {mark.id for mark in picture.marks} == {"e2", "e3", "e4"}
    assert (picture.earlier, picture.later) == (2, 3)


def test_what_goes_on_beyond_the_edge_is_cut_there() -> None:
    picture = lanes(seed_timeline(), width=1128, window=(date(2016, 2, 1), date(2016, 3, 1)))
    (mark,) = picture.marks
    assert (mark.x0, mark.x1, mark.cut_left, mark.cut_right) == (0, 1128, True, True)
    assert picture.labels[0].y > mark.y + 10  # its title has no room beside it: below


def test_the_axis_ends_with_the_days_that_were_asked_for() -> None:
    timeline = select(seed_timeline(), Filters(from_=date(2016, 2, 1), to=date(2016, 8, 10)))
    stretch = replace(timeline.entries[0].event.when, first=date(1990, 1, 1), until=date(2017, 1, 1))
    first, *others = timeline.entries
    timeline = replace(timeline, entries=(replace(first, event=replace(first.event, when=stretch)), *others))
    asked = date(2016, 2, 1), date(2016, 8, 11)
    picture = lanes(timeline, width=1128, within=asked)
    assert asked[0] <= picture.scale.first < picture.scale.until <= asked[1]
    mark = next(mark for mark in picture.marks if mark.id == first.id)
    assert (mark.cut_left, mark.cut_right) == (True, True)
    points = [s for s in strokes.paint(mark, themes.LIGHT) if isinstance(s, strokes.Line) and len(s.points) == 3]
    assert [line.points[1][0] for line in points] == [3, 1128 - 3]  # at each edge one that shows that it goes on
    empty = lanes(replace(timeline, entries=()), width=1128, within=(date(1900, 1, 1), date(1900, 1, 2)), today=TODAY)
    assert empty.scale.first < empty.scale.until


@pytest.mark.parametrize("rows", ROWS)
def test_beyond_the_first_limit_all_are_drawn_and_the_most_salient_named(rows: str) -> None:
    timeline = many(LABELLED - 100 if rows == "actor" else LABELLED + 150)  # an event has a mark in each actor's lane
    picture = lanes(timeline, width=1128, rows=rows)
    dated = {entry.id: entry for entry in timeline.entries if standing(entry.event.when)}
    assert {mark.id for mark in picture.marks} == dated.keys()
    assert picture.density is None
    named = {label.id for label in picture.labels}
    assert 50 < len(named) <= NAMED
    least = min(dated[id_].event.salience for id_ in named)
    assert least >= sorted((e.event.salience for e in dated.values()), reverse=True)[NAMED - 1]
    found = boxes(picture)
    assert not [(a, b) for a, b in combinations(found, 2) if overlaps(a, b)]


@pytest.mark.parametrize("rows", ROWS)
def test_beyond_the_second_limit_the_density_is_drawn_under_the_most_salient(rows: str) -> None:
    timeline = many(COMPACT + 900, days=4000)
    picture = lanes(timeline, width=1128, rows=rows)
    density = picture.density
    assert density
    assert 10 <= len(picture.marks) == len(picture.labels) <= NAMED
    assert min(entry.event.salience for entry in picture.entries) > 0.9
    found = boxes(picture)
    assert not [(a, b) for a, b in combinations(found, 2) if overlaps(a, b)]
    for lane in density.lanes:
        own = [
            entry
            for entry in timeline.entries
            if standing(entry.event.when)
            and (entry.event.type == lane.id if rows == "type" else lane.id in {p.id for p in entry.event.actors})
        ]
        assert lane.events == len(own)
        assert lane.counts == tuple(
            sum(days[0] < until and days[1] > first for entry in own if (days := standing(entry.event.when)))
            for first, until in density.stretches
        )
    names = {heading.text for heading in picture.headings}
    assert {lane.name for lane in density.lanes} <= names
    markup = drawing.picture(timeline, title="Many", rows=rows)
    assert all(name in texts(markup) for name in names)


def test_of_events_that_tie_some_from_all_over_are_named() -> None:
    timeline = many(COMPACT + 900, days=4000)
    even = replace(timeline, entries=tuple(replace(e, event=replace(e.event, salience=0.7)) for e in timeline.entries))
    picture = lanes(even, width=1128)
    places = sorted(mark.x0 for mark in picture.marks)
    assert places[0] < 300
    assert places[-1] > 800


def test_few_events_have_a_row_each_and_many_share() -> None:
    assert not lanes(many(60), width=1128).packed
    crowded = lanes(many(300), width=1128)
    assert crowded.packed
    assert len(crowded.rows) < len(crowded.marks)


def test_today_and_publication_stand_in_the_gutter_or_point_over_the_edge() -> None:
    picture = lanes(seed_timeline(), width=1128, today=TODAY)
    today, published = picture.notes
    assert published.text == "article published 27 Jul"
    assert published.line == pytest.approx(picture.scale.x(date(2016, 7, 27)) + picture.scale.day / 2)
    assert (today.text, today.line, today.anchor) == ("today, 23 Nov 2026 ›", None, "end")
    earlier = lanes(seed_timeline(), width=1128, today=date(2014, 1, 2)).notes[0]
    assert (earlier.text, earlier.anchor) == ("‹ today, 2 Jan 2014", "start")
    inside = lanes(seed_timeline(), width=1128, today=date(2016, 7, 25)).notes
    assert inside[0].y != inside[1].y  # they would overlap: one above the other
    assert all(note.y < picture.top + 20 for note in inside)


def test_the_overview_weighs_each_event_once() -> None:
    picture = lanes(seed_timeline(), width=1128, overview=46)
    assert sum(column.events for column in picture.bins) == pytest.approx(8)
    assert max(column.share for column in picture.bins) == 1


def test_open_ends_and_soft_ends_are_told_apart() -> None:
    entry = seed_timeline().entries[0]

    def mark(when: When, status: str = "occurred"):
        event = replace(entry.event, when=when, status=status)
        (found,) = lanes(Timeline((replace(entry, event=event),)), width=900).marks
        return found

    day = date(2016, 5, 1)
    assert mark(When(None, None, day, None, "explicit", "within")).open_left
    assert mark(When(None, day, None, None, "explicit", "throughout")).open_right
    assert mark(When(None, day, day + DAY, None, "explicit", "within"), "ongoing").open_right
    assert mark(When(None, day, day + DAY, None, "published", "within")).soft
    lent = mark(When(None, day, day + DAY, None, "inherited", "within"))
    assert lent.lent
    assert not lent.soft
    assert lent.left == lent.right == LENT
    faded = [
        stroke
        for stroke in strokes.paint(lent, themes.LIGHT)
        if isinstance(stroke, strokes.Fill) and stroke.opacity < 1
    ]
    assert {min(x for x, _ in f.points) < lent.x0 for f in faded} == {True, False}  # at both ends
    ahead = mark(When(None, day, None, None, "inherited", "within"))
    assert (ahead.open_right, ahead.left) == (True, LENT)
    assert mark(When(None, day, day + 9 * DAY, None, "explicit", "throughout")).form == "throughout"
    since = mark(When("2016-05", day, None, "2016-05/..", "explicit", "throughout"))
    assert (since.form, since.open_right, since.x1 - since.x0 > 20 * LEAST) == ("within", True, True)


def test_each_status_and_form_is_drawn_in_its_own_way() -> None:
    day = date(2016, 5, 1)
    entry = seed_timeline().entries[0]
    families = [{"conditional", "generic"}]
    for when in (
        When(None, day, day + DAY, None, "explicit", "within"),
        When(None, day, day + 60 * DAY, None, "explicit", "within"),
        When(None, day, day + 60 * DAY, None, "explicit", "throughout"),
    ):
        drawn: dict[str, list[object]] = {}
        for status in STATUSES:
            event = replace(entry.event, when=when, status=status)
            (mark,) = lanes(Timeline((replace(entry, event=event),)), width=900).marks
            drawn[status] = list(strokes.paint(mark, themes.LIGHT))
        for one in STATUSES:
            for other in STATUSES:
                same = one == other or any({one, other} <= family for family in families)
                assert (drawn[one] == drawn[other]) is same, (one, other)


@pytest.mark.parametrize("theme", themes.THEMES.values(), ids=lambda theme: theme.name)
def test_colours_stand_out_from_the_background(theme: themes.Theme) -> None:
    assert set(theme.types) == set(TYPES)
    for colour in (*theme.types.values(), theme.accent):
        assert themes.contrast(colour, theme.background) >= 3
    for colour in (theme.ink, theme.muted, theme.today):
        assert themes.contrast(colour, theme.background) >= 4.5
        assert themes.contrast(colour, theme.band) >= 4.5
    assert len(set(theme.types.values())) == len(TYPES)


# How eyes without long, middle or short cones see light: Machado, Oliveira and Fernandes (2009), full severity.
EYES = {
    "protan": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deutan": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritan": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
COMMON = ("meeting", "talks", "visit", "agreement", "statement", "vote", "attack")
XYZ = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))


def lab(colour: str, eyes: tuple[tuple[float, ...], ...]) -> tuple[float, float, float]:
    """A colour in CIE Lab as these eyes see it."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    light = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    seen = [min(max(sum(a * b for a, b in zip(row, light, strict=True)), 0), 1) for row in eyes]
    whole = [sum(a * b for a, b in zip(row, seen, strict=True)) for row in XYZ]
    x, y, z = (
        (value / white) ** (1 / 3) if value / white > 0.008856 else 7.787 * value / white + 16 / 116
        for value, white in zip(whole, (0.95047, 1, 1.08883), strict=True)
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


@pytest.mark.parametrize("eyes", EYES)
@pytest.mark.parametrize("theme", themes.THEMES.values(), ids=lambda theme: theme.name)
def test_common_types_stay_apart_for_colour_blind_eyes(theme: themes.Theme, eyes: str) -> None:
    seen = {type_: lab(theme.colour(type_), EYES[eyes]) for type_ in COMMON}
    for one, other in combinations(COMMON, 2):
        assert math.dist(seen[one], seen[other]) >= 12, (one, other)


def test_contrast_is_counted_as_wcag_does() -> None:
    assert themes.contrast("#000000", "#ffffff") == pytest.approx(21)
    assert themes.contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_the_legend_holds_what_the_picture_uses_and_no_more() -> None:
    words = [swatch.words for swatch in legend.swatches(seed_timeline().entries)]
    assert words == ["occurred", "planned", "hoped for", "one day", "some day within", "then or shortly before"]
    every = [swatch.words for swatch in legend.swatches(many(400).entries)]
    assert len(every) == len(set(every)) == 14
    assert legend.types(seed_timeline().entries) == ("meeting", "talks", "agreement", "statement")


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 800, 1200, 2400])
def test_the_picture_is_whole(theme: str, width: int) -> None:
    timeline = seed_timeline()
    markup = drawing.picture(
        timeline,
        title="Envoys hopeful",
        filters_text="actor: United States",
        today=TODAY,
        theme=theme,
        width=width,
    )
    said = " ".join(texts(markup))
    for entry in timeline.entries:
        assert entry.event.title in said
    for words in ("Envoys hopeful", "9 events", "United States", "No date given", "Example Wire", "23 November 2026"):
        assert words in said
    for words in ("occurred", "hoped for", "planned", "some day within", "meeting", "agreement"):
        assert words in said
    assert "<pattern" not in markup
    assert "Gradient" not in markup


def test_user_text_cannot_become_markup() -> None:
    entry = seed_timeline().entries[0]
    title = '<script>alert(1)</script> & "quotes" \x00\ud800'
    event = replace(entry.event, title=title)
    markup = drawing.picture(Timeline((replace(entry, event=event),)), title=title)
    assert "<script" not in markup
    assert "<script>alert(1)</script>" in " ".join(texts(markup))
    assert drawing.png(markup, scale=1).startswith(b"\x89PNG")


def test_an_empty_timeline_says_so() -> None:
    assert "No event to show" in texts(drawing.picture(Timeline(), title="Nothing", today=TODAY))


def png_size(data: bytes) -> tuple[int, int]:
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    return struct.unpack(">II", data[16:24])


def test_a_png_has_the_scale_asked_for_and_words_in_it() -> None:
    markup = drawing.picture(seed_timeline(), title="Envoys hopeful", today=TODAY)
    height = float(ET.fromstring(markup).get("height") or 0)  # noqa: S314
    data = drawing.png(markup, scale=2)
    width, tall = png_size(data)
    assert width == 2400
    assert tall == pytest.approx(2 * height, abs=2)
    wordless = drawing.png("".join(line for line in markup.splitlines(True) if "<text" not in line), scale=2)
    assert len(data) > 2 * len(wordless)  # without a font nothing would be written, and nobody told


def test_a_huge_picture_is_drawn_smaller_rather_than_not_at_all() -> None:
    blank = '<svg xmlns="http://www.w3.org/2000/svg" width="9000" height="9000"></svg>'
    width, height = png_size(drawing.png(blank, scale=4))
    assert width * height <= 61_000_000


@pytest.mark.parametrize(
    ("first", "until", "width", "expected"),
    [
        (date(2016, 7, 4), date(2016, 7, 14), 900, ["4 Jul 2016", "5"]),
        (date(2016, 7, 1), date(2016, 9, 1), 900, ["4 Jul 2016", "11 Jul"]),
        (date(2015, 12, 20), date(2016, 9, 1), 900, ["Jan 2016", "Feb"]),
        (date(2015, 1, 1), date(2017, 1, 1), 900, ["Jan 2015", "Apr"]),
        (date(1914, 1, 1), date(2030, 1, 1), 900, ["1920", "1930"]),
    ],
)
def test_axis_names_stand_at_the_line_they_name(first: date, until: date, width: int, expected: list[str]) -> None:
    axis = scale.Scale(first, until, width)
    found = scale.ticks(axis, lambda text, weight: lettering.width(text, weight=weight))
    named = [tick.text for tick in found if tick.text]
    assert named[:2] == expected
    assert all(0 <= tick.x <= width for tick in found if tick.text)


@given(st.dates(date(300, 1, 1), date(2100, 1, 1)), st.integers(12, 200_000), st.integers(300, 2000))
def test_no_name_of_the_axis_is_cut_at_an_edge(first: date, days: int, width: int) -> None:
    axis = scale.Scale(first, first + timedelta(days), width)

    def measure(text: str, weight: int) -> float:
        return lettering.width(text, weight=weight)

    for tick in scale.ticks(axis, measure, bleed=width):
        end = tick.x + 6 + measure(tick.text, 400)
        assert not tick.text or not (tick.x < 0 < end - 6 or tick.x < width < end - 14), tick


def test_scale_goes_there_and_back() -> None:
    axis = scale.Scale(date(2016, 1, 1), date(2017, 1, 1), 732)
    assert axis.x(date(2016, 1, 2)) == 2
    assert axis.ordinal(2) == date(2016, 1, 2).toordinal()
    assert axis.covers(date(2016, 12, 31))
    assert not axis.covers(date(2017, 1, 1))


@pytest.mark.parametrize("year", [1, 9999])
def test_the_ends_of_the_calendar_are_no_error(year: int) -> None:
    timeline = many(3, first=date(year, 12, 30) if year == 9999 else date(1, 1, 1), days=1, articles=1)
    clipped = tuple(e for e in timeline.entries if e.event.when.until is None or e.event.when.until.year < 10_000)
    picture = lanes(Timeline(clipped), width=700, bleed=700, today=TODAY)
    assert picture.scale.first < picture.scale.until


def test_the_window_leaves_a_little_air() -> None:
    first, until = window_around(extent(seed_timeline().entries))
    assert date(2015, 12, 1) < first < date(2016, 1, 1)
    assert date(2016, 9, 1) < until < date(2016, 10, 1)
    alone = window_around(extent(many(1, days=1).entries))
    assert alone[1] - alone[0] >= timedelta(days=14)


@pytest.mark.parametrize(("many_", "far", "outside"), [(30, 1, 1), (30, 3, 3), (9, 1, 1), (5, 1, 1), (4, 1, 0)])
def test_the_few_that_stand_far_from_all_others_do_not_squeeze_them(many_: int, far: int, outside: int) -> None:
    (entry,) = many(1).entries

    def at(index: int, day: date) -> Entry:
        when = When(None, day, day + DAY, None, "explicit", "within")
        return replace(entry, event=replace(entry.event, id=f"x{index}", when=when))

    near = [at(index, date(2016, 1, 1) + 7 * index * DAY) for index in range(many_ - far)]
    old = [at(100 + index, date(1948 + 20 * index, 5, 14)) for index in range(far)]
    timeline = Timeline((*near, *old))
    picture = lanes(timeline, width=900)
    assert [e.id for e in picture.outside] == [e.id for e in old[:outside]]
    assert (picture.scale.first > date(2005, 1, 1)) is (outside > 0)
    made = sheet.compose(timeline, title="x")
    said = [stroke.text for part in made.parts for stroke in part.strokes if isinstance(stroke, strokes.Words)]
    assert ("On other dates" in said) is (outside > 0)
    assert len([words for words in said if words.startswith(entry.event.title)]) == many_  # nothing is left out
    whole = lanes(timeline, width=900, window=(date(1948, 1, 1), date(2018, 1, 1)))
    assert whole.outside == ()


def test_one_of_seven_that_began_a_few_months_before_is_not_far() -> None:
    (entry,) = many(1).entries
    days = [date(2016, 3, 1), *(date(2016, 7, 20) + index * 6 * DAY for index in range(6))]
    events = [replace(entry.event, id=f"x{i}", when=When(None, d, d + DAY)) for i, d in enumerate(days)]
    assert lanes(Timeline(tuple(replace(entry, event=event) for event in events)), width=900).outside == ()


def test_what_is_a_week_away_is_not_far() -> None:
    (entry,) = many(1).entries
    days = [date(2016, 3, 1)] * 9 + [date(2016, 3, 20)]
    events = [replace(entry.event, id=f"x{i}", when=When(None, d, d + DAY)) for i, d in enumerate(days)]
    picture = lanes(Timeline(tuple(replace(entry, event=event) for event in events)), width=900)
    assert picture.outside == ()


def test_a_sheet_with_too_little_room_puts_several_events_in_a_row() -> None:
    (entry,) = many(1).entries
    days = [date(2016, 3, 1) + 9 * index * DAY for index in range(40)]
    events = [replace(entry.event, id=f"x{i}", title="Talks", when=When(None, d, d + DAY)) for i, d in enumerate(days)]
    made = drawing.on_paper(Timeline(tuple(replace(entry, event=event) for event in events)), "slide", title="x")
    assert len(made.hits) == 40


def test_what_people_changed_has_a_star_and_the_foot_says_so() -> None:
    timeline = seed_timeline()
    first, *others = timeline.entries
    edited = replace(timeline, entries=(replace(first, edited=("date",)), *others))
    said = texts(drawing.picture(edited, title="x", today=TODAY))
    assert f"{first.event.title}\u202f*" in said
    assert any(words.startswith("* edited by hand · ") for words in said)
    assert not any("*" in words for words in texts(drawing.picture(timeline, title="x", today=TODAY)))


def test_widths_match_the_bundled_font() -> None:
    assert lettering.width("Third round of intra-Syrian talks", size=14, weight=500) == pytest.approx(213.8, abs=0.1)
    assert lettering.width("e\u0301") == lettering.width("e")
    assert lettering.covers("Kyjiv – Київ, “Ελλάδα”")
    assert not lettering.covers("停戦")


@pytest.mark.parametrize(
    "text", ["", "word", "several words of a title", "Donaudampfschifffahrtsgesellschaft", "停戦合意"]
)
def test_wrapping_loses_nothing(text: str) -> None:
    lines = lettering.wrap(text, 60)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(lettering.width(line) <= 60 or len(line) == 1 for line in lines)


def test_said_tells_how_many_and_when() -> None:
    assert sheet.said(seed_timeline().entries) == "9 events, January–August 2016"
    assert sheet.said(()) == "0 events"


@pytest.mark.parametrize("form", signs.FORMS)
@pytest.mark.parametrize("ends", signs.ENDS, ids="-".join)
def test_a_sign_stays_in_its_box(form: str, ends: tuple[str, ...]) -> None:
    for status in STATUSES:
        mark = signs.sign(form, status, ends)
        assert 0 <= mark.x0 - mark.left <= mark.x1 + mark.right <= signs.WIDTH
