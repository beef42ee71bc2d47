"""The month view: a calendar sheet, on which stretches run across their days."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import groupby
from typing import Any

import numpy as np
from dash import html

from dashboard.attributes import CURRENT, attributes
from dashboard.filters import State, address, changed
from dashboard.month import Bar, Month, Week, around, beside, days_of, month, month_of, on_day, sheet_of
from dashboard.scene import Scene
from dashboard.views import agenda
from dashboard.views.timeline import classes_of, event_link, nothing, sign
from timeline import wording
from timeline.columns import Numbers
from timeline.drawing.lanes import by_date, title_of
from timeline.drawing.themes import DARK, LIGHT
from timeline.model import NOT_SO, Entry, Event

SHORT_SPAN = 62  # days up to which an event counts for the month in which the sheet opens
LONG = 6  # events told above the sheet because they cover all of it
LISTED = 100  # events of the month told in place of the sheet on a small screen
BRIEF = 2  # days of a bar that are too few for most titles on one line
A_DAY = 100  # events told of one day
UNLINED = ("ongoing", *NOT_SO)  # statuses that no outline of a bar can tell


def rows_of(scene: Scene) -> Numbers:
    """The rows of what the filters let through, of all months; days that are asked for are asked for here, too."""
    cut = scene.cut
    if not scene.state.dated:
        return cut.found_rows
    return cut.found_rows[cut.columns.standing(*scene.window)[cut.found_rows]]


def entries_in(scene: Scene, first: date, until: date) -> Sequence[Entry]:
    """Of these, the events that stand on the days from `first` to before `until`."""
    rows = rows_of(scene)
    columns = scene.cut.columns
    return columns.pick(rows[columns.standing(first, until)[rows]]).entries


def sheet(scene: Scene, today: date) -> Month:
    """The month that the state asks for, or the one that fits what is shown."""
    first = first_of(scene, today)
    return month(entries_in(scene, *sheet_of(first)), first)


def first_of(scene: Scene, today: date) -> date:
    """The first day of the month to show."""
    return opening(scene, today)[0]


def opening(scene: Scene, today: date) -> tuple[date, str]:
    """The first day of the month to show, and why it is this one where nobody asked for it.

    Asked for by name or by a day of it; or that in which the first article was published, or in which most begins.
    """
    if scene.state.month:
        return month_of(scene.state.month)[0], ""
    if scene.state.day:
        return date.fromisoformat(scene.state.day).replace(day=1), ""
    rows = rows_of(scene)
    columns = scene.cut.columns
    record = scene.timeline.records.get(scene.first or "")
    if record and record.published.first:
        days = around(record.published.first)
        if columns.standing(*days)[rows].any():
            return days[0], "the month of the article"
    shown = scene.cut.shown_rows
    brief = shown[(columns.high[shown] - columns.low[shown]) <= SHORT_SPAN]
    begun = _begun(scene, brief) or _begun(scene, rows)
    if not begun:
        return today.replace(day=1), ""
    return max(begun, key=lambda first: (begun[first], first)), "the month in which most events begin"


def _begun(scene: Scene, rows: Numbers) -> Counter[date]:
    """How many events begin in each month."""
    columns = scene.cut.columns
    days, counts = np.unique(columns.low[rows[columns.dated[rows]]], return_counts=True)
    found: Counter[date] = Counter()
    for day, count in zip(days.tolist(), counts.tolist(), strict=True):
        found[date.fromordinal(day).replace(day=1)] += count
    return found


def name_of(first: date) -> str:
    """A month's name: "August 2016"."""
    return f"{wording.MONTHS[first.month - 1]} {wording.year(first)}"


def summary(scene: Scene, today: date) -> str:
    """How many events the month has: "4 events, August 2016"."""
    laid = sheet(scene, today)
    return f"{wording.counted(laid.count, 'event')}, {name_of(laid.first)}"


def at(state: State, first: date) -> State:
    """The state with another month on the sheet."""
    return replace(state, view="month", month=f"{first.year:04}-{first.month:02}", day="")


def view(scene: Scene, today: date) -> list[Any]:
    """The sheet with its ways to other months and the opened day; on small screens the month is a list by day."""
    first, why = opening(scene, today)
    pinned = replace(scene.state, month=f"{first.year:04}-{first.month:02}")
    scene = replace(scene, state=pinned)  # choosing an event of another month turns no page
    laid = sheet(scene, today)
    parts = [
        _ways(scene, laid, why),
        _long(scene, laid),
        _grid(scene, laid, today) if any(week.bars for week in laid.weeks) or scene.state.day else None,
        None if laid.count else _nothing(scene, laid),
        _by_day(scene, laid),
    ]
    return [part for part in parts if part is not None]


def _by_day(scene: Scene, laid: Month) -> Any:
    """The month's events under the days on which they begin, but for those told above the sheet."""
    above = {entry.id for entry in laid.long}
    entries = [entry for entry in entries_in(scene, *laid.days) if entry.id not in above]
    parts: list[Any] = []
    for day, group in groupby(sorted(entries[:LISTED], key=by_date), key=lambda entry: max(begins(entry), laid.first)):
        for before, some in groupby(group, key=lambda entry: begins(entry) < laid.first):
            name = "Begun before" if before else f"{wording.WEEKDAYS[day.weekday()]} {day.day}"
            parts += [html.H4(name, className="month"), html.Ol([html.Li(agenda.line(scene, one)) for one in some])]
    if len(entries) > LISTED:
        last = laid.until - timedelta(days=1)
        state = replace(changed(scene.state, from_=laid.first, to=last), view="table")
        words = f"all {len(entries):,} in the table"
        parts.append(html.P(html.A(words, href=address(state), className="plain", **attributes(data_go="push"))))
    return html.Div(parts, className="agenda narrow-block") if parts else None


def begins(entry: Entry) -> date:
    """The first day of a dated event."""
    return by_date(entry)[0]


# ------------------------------------------------------------------------------------------------ to other months


def _ways(scene: Scene, laid: Month, why: str) -> Any:
    about = html.Span(why, className="quiet month-why") if why else None
    words = f"and {wording.counted(laid.beside, 'event')} on days of other months"  # which the list does not have
    more = html.Span(words, className="quiet month-beside wide-block") if laid.beside else None
    return html.Div(
        [
            html.Div([html.H3(name_of(laid.first), className="month-name"), about, more], className="month-head"),
            html.Nav(
                [
                    _way(scene, beside(laid.first, -1), "‹", "Month before"),
                    _way(scene, beside(laid.first, 1), "›", "Month after"),
                    html.Details(
                        [html.Summary("Go to month", className="button small"), _index(scene, laid)],
                        className="drop months",
                    ),
                ],
                className="steps",
                **attributes(aria_label="Months"),
            ),
        ],
        className="month-bar",
    )


def _way(scene: Scene, first: date | None, sign_: str, name: str) -> Any:
    if first is None:
        return None
    words = f"{name}: {name_of(first)}"
    return html.A(
        sign_,
        href=address(at(scene.state, first)),
        className="button small",
        title=name_of(first),
        **attributes(aria_label=words, data_go="push", data_key=name, data_way="before" if sign_ == "‹" else "after"),
    )


def _index(scene: Scene, laid: Month) -> Any:
    """The months of every year that has events, with how many begin in each."""
    begun = _begun(scene, rows_of(scene))
    years = sorted({first.year for first in begun} | {laid.first.year})
    rows = [
        html.Div(
            [
                html.Span(str(year), className="year"),
                *(_cell(scene, laid, begun, date(year, m, 1)) for m in range(1, 13)),
            ],
            className="year-row",
        )
        for year in years
    ]
    return html.Div(rows, className="menu month-index")


def _cell(scene: Scene, laid: Month, begun: Counter[date], first: date) -> Any:
    count = begun[first]
    words = f"{name_of(first)}: {wording.counted(count, 'event')} begin"
    if count == 1:
        words += "s"
    return html.A(
        [wording.MONTHS[first.month - 1][:3], html.Span(str(count) if count else "")],
        href=address(at(scene.state, first)),
        className="" if count else "none",
        **attributes(aria_label=words, data_go="push"),
        **(CURRENT if first == laid.first else {}),
    )


def _nothing(scene: Scene, laid: Month) -> Any:
    """An empty month says where the nearest events are; where there are none at all, why."""
    if not len(scene.cut.found_rows):
        return nothing(scene)
    begun = sorted(_begun(scene, rows_of(scene)))
    near = [
        max((m for m in begun if m < laid.first), default=None),
        min((m for m in begun if m > laid.first), default=None),
    ]
    lines: list[Any] = [html.P(f"No event in {name_of(laid.first)}.")]
    links = [
        html.A(f"{words}: {name_of(first)}", href=address(at(scene.state, first)), **attributes(data_go="push"))
        for words, first in zip(("The last before", "The next"), near, strict=True)
        if first
    ]
    if links:
        lines += [html.P(link) for link in links]
    elif scene.state.dated:
        off = replace(changed(scene.state, from_=None, to=None), month="", day="")
        lines.append(html.P(html.A("Show all dates", href=address(off), **attributes(data_go="push"))))
    return html.Div(lines, className="nothing")


# ------------------------------------------------------------------------------------------------ the sheet


def _long(scene: Scene, laid: Month) -> Any:
    """What covers the whole month, told above the sheet."""
    if not laid.long:
        return None
    items = [html.Li(agenda.line(scene, entry)) for entry in laid.long[:LONG]]
    more = len(laid.long) - LONG
    if more > 0:
        last = laid.until - timedelta(days=1)
        state = replace(changed(scene.state, from_=laid.first, to=last), view="table")
        link = html.A(f"+{more} more", href=address(state), className="more", **attributes(data_go="push"))
        items.append(html.Li(link))
    return html.Section(
        [html.H4("All month, or some day in a longer stretch"), html.Ul(items)],
        className="long",
    )


def _grid(scene: Scene, laid: Month, today: date) -> Any:
    opened = date.fromisoformat(scene.state.day) if scene.state.day else None
    names = html.Div(
        [html.Span([name[:3], html.Span(name[3:], className="unseen")]) for name in wording.WEEKDAYS],
        className="weekdays",
    )
    rows: list[Any] = [names]
    for week in laid.weeks:
        rows.append(_week(scene, laid, week, today))
        if opened and opened in week.days:
            rows.append(_day(scene, opened))
    return html.Div(rows, className="sheet")


def _week(scene: Scene, laid: Month, week: Week, today: date) -> Any:
    lines = max((bar.line + 1 for bar in week.bars), default=0)
    last = max(lines, 2) + 2
    cells: list[Any] = []
    for column, day in enumerate(week.days):
        if day is None:
            continue
        names = ["day"]
        if not laid.first <= day < laid.until and day != date.max:
            names.append("other")
        if day == today:
            names.append("today")
        if day.isoformat() == scene.state.day:
            names.append("opened")
        place = {"gridColumn": column + 1, "gridRow": f"1 / {last + 1}"}
        cells.append(html.Div(className=" ".join(names), style=place))
        number = {"gridColumn": column + 1, "gridRow": 1}
        total = week.more[column] + sum(bar.column <= column < bar.column + bar.days for bar in week.bars)
        cells.append(html.Div(_number(scene, day, total, today), className="number", style=number))
    bars = [_bar(scene, bar) for bar in week.bars]
    cells.append(html.Ol(bars, className="bars", style={"gridRow": f"2 / {last}"}))
    for column, more in enumerate(week.more):
        day = week.days[column]
        if more and day is not None:
            link = _open(
                scene, day, f"+{more} more", f"{wording.counted(more, 'more event')} on {wording.day(day, long=True)}"
            )
            cells.append(html.Div(link, className="more", style={"gridColumn": column + 1, "gridRow": last}))
    first = next(day for day in week.days if day is not None)
    label = f"Week of {wording.day(first, long=True)}"
    return html.Div(cells, className="week", role="group", **attributes(aria_label=label))


def _number(scene: Scene, day: date, total: int, today: date) -> Any:
    words = f"{wording.WEEKDAYS[day.weekday()]} {wording.day(day, long=True)}, {wording.counted(total, 'event')}"
    if day == today:
        words += ", today"
    if not total:
        return html.Span(
            [html.Span(str(day.day), **attributes(aria_hidden="true")), html.Span(words, className="unseen")]
        )
    return _open(scene, day, str(day.day), words)


def _open(scene: Scene, day: date, words: str, label: str) -> Any:
    """A link that opens a day, or closes it where it is open."""
    on = scene.state.day == day.isoformat()
    first = scene.state.month or f"{day.year:04}-{day.month:02}"
    state = replace(scene.state, month=first, day="" if on else day.isoformat())
    return html.A(
        words,
        href=address(state),
        **attributes(aria_label=label, aria_expanded=str(on).lower(), data_go="push", data_key=f"day:{day}:{words}"),
        role="button",
    )


def _bar(scene: Scene, bar: Bar) -> Any:
    event = bar.entry.event
    style = {
        "gridColumn": f"{bar.column + 1} / span {bar.days}",
        "gridRow": bar.line + 1,
        "--light": LIGHT.colour(event.type),
        "--dark": DARK.colour(event.type),
    }
    names = ["spell", *classes_of(event)]
    if bar.begun:
        names.append("begun")
    if bar.goes_on:
        names.append("goes-on")
    if bar.days <= BRIEF:
        names.append("brief")
    told = sign(event) if "day" in names else sign(event, "none", event.status) if event.status in UNLINED else None
    again: list[Any] = [html.Span("continued: ", className="unseen"), "… "] if bar.begun else []
    hour = [html.Span(f"{hour_told} ", className="hour")] if (hour_told := wording.hour(event.when)) else []
    children = [told, html.Span([*again, *hour, title_of(bar.entry)], className="name")]
    link = event_link(scene, bar.entry, children, title=said_of(event), className=" ".join(names))
    return html.Li(link, style=style)


def said_of(event: Event) -> str:
    """An event in one line: "Carter to speak – some day within 1–10 August 2016 – hoped for – statement"."""
    return " – ".join((event.title, wording.precise(event.when), wording.status(event), wording.TYPE[event.type]))


# ------------------------------------------------------------------------------------------------ a day


def _day(scene: Scene, day: date) -> Any:
    found = on_day(entries_in(scene, *days_of(day)), day)
    heading = f"{wording.WEEKDAYS[day.weekday()]} {wording.day(day, long=True)}"
    groups: list[Any] = []
    for alone, group in groupby(found[:A_DAY], key=lambda entry: "day" in classes_of(entry.event)):
        items = [html.Li(agenda.line(scene, entry)) for entry in group]
        if not alone:
            groups.append(html.H5("In a longer stretch"))
        groups.append(html.Ul(items))
    if not found:
        groups = [html.P("No event on this day.", className="quiet")]
    elif len(found) > A_DAY:
        state = replace(changed(scene.state, from_=day, to=day), view="table")
        words = f"all {len(found):,} in the table"
        groups.append(html.A(words, href=address(state), className="more", **attributes(data_go="push")))
    close = html.A(
        "×",
        href=address(replace(scene.state, day="", month=f"{day.year:04}-{day.month:02}")),
        className="close",
        **attributes(aria_label="Close the day", data_go="push"),
    )
    title = html.H4([heading, html.Span(f" · {wording.counted(len(found), 'event')}", className="quiet")])
    return html.Section([close, title, *groups], className="one-day", id="day", **attributes(aria_label=heading))
