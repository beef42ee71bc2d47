"""The timeline view around its chart: what is said above it, the ways to move, tray and legend."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

import numpy as np
from dash import html

from dashboard import ids
from dashboard.attributes import CURRENT, attributes
from dashboard.filters import ALL, State, address, changed, cleared, filtered
from dashboard.scene import Scene
from timeline import wording
from timeline.corrections import made_of
from timeline.drawing import legend
from timeline.drawing.lanes import ONE_A_ROW, Picture, article_title, form_of, lanes
from timeline.drawing.sheet import said_of
from timeline.drawing.signs import ends_of
from timeline.drawing.survey import extent
from timeline.drawing.svg import address as picture_address
from timeline.drawing.svg import swatch
from timeline.drawing.themes import DARK, LIGHT
from timeline.model import ON_CALENDAR, Entry, Event, Timeline

OVERVIEW, LOW_OVERVIEW = 46.0, 34.0  # the height of the overview, and where the screen is low
UNDATED = 40  # events of the tray; more would bury the page
SIGNS = {"status": "Status", "form": "Date"}  # the parts of the legend that are marks, and what each is called
ROW_NAMES = {"event": "one per event", "packed": "packed", "actor": "by actor", "type": "by type"}


def lay_out(scene: Scene, width: float, today: date, *, low: bool = False) -> Picture:
    """The chart of a scene: all of its dates are known to the overview, the window shows."""
    return lanes(
        scene.timeline,
        width=width,
        today=today,
        rows=scene.state.rows,
        window=scene.window,
        front=scene.front,
        overview=LOW_OVERVIEW if low else OVERVIEW,
        bleed=width,
        columns=scene.cut.columns,
        among=scene.drawn_rows,
    )


def summary(scene: Scene) -> str:
    """How many events on which dates: "9 events, January–August 2016", "2 of 9 events, July 2016"."""
    count, total, columns = scene.count, scene.total, scene.cut.columns
    dated = scene.cut.shown_rows[columns.dated[scene.cut.shown_rows]]
    window = scene.window if len(scene.timeline.records) > 1 or scene.state.dated else None
    words = said_of(count, extent(columns, dated), window)
    if count == total:
        return words
    _, _, dates = words.partition(", ")
    return f"{count:,} of {wording.counted(total, 'event')}" + (f", {dates}" if dates else "")


def subtitle(timeline: Timeline, front: str | None, title: str) -> str:
    """Which articles these are: the one in front and how many more, or how many of which days."""
    records = timeline.records
    if not records:
        return title or "no articles yet"
    first = front if front in records else next(iter(records)) if len(records) == 1 else None
    published = [day for record in records.values() if (day := record.published.day)]
    if first is None:
        articles, *by_hand = made_of(records.values())
        days = (min(published), max(published) + timedelta(days=1)) if published else None
        return " · ".join([f"{articles}, {wording.stretch(*days, long=True)}" if days else articles, *by_hand])
    words = article_title(timeline, first)
    at = records[first].published
    if at.first:
        words += f" · {wording.stretch(at.first, at.until, long=True)}"
    others = made_of((record for id_, record in records.items() if id_ != first), article="other article")
    return f"{words}, and {' · '.join(others)}" if others else words


def tools(scene: Scene, picture: Picture) -> list[Any]:
    """Dates before and after, zoom, all dates, and how rows are made."""
    state = scene.state
    first, until = scene.window
    days = (until - first).days
    return [
        html.Div(
            [
                _step("‹", "Earlier", _moved(state, first, until, -days), picture.earlier),
                _zoom("−", "Zoom out", _moved_by(state, first, until, 2.0)),
                _zoom("+", "Zoom in", _moved_by(state, first, until, 0.5)),
                _step("›", "Later", _moved(state, first, until, days), picture.later),
            ],
            className="steps",
            role="group",
            **attributes(aria_label="Dates"),
        ),
        *dates_tools(scene),
        html.Div(["Rows: ", *_rows(state, picture)], className="either rows wide-only"),
    ]


def dates_tools(scene: Scene) -> list[Any]:
    """The dates that are shown: of the first article, or where most events are, or all."""
    return [html.Div(_dates(scene), className="either")]


def account(scene: Scene) -> list[Any]:
    """What else is to be known of the count: how many of them have no date, and how many more weigh too little."""
    if scene.state.view == "month":  # which counts a month
        return []
    parts: list[Any] = []
    shown = scene.cut.shown_rows
    undated = int(np.count_nonzero(~scene.cut.columns.dated[shown]))
    if undated:
        words = f"{undated:,} of them without a date"
        tray_ = html.A(f"{words} ↓", href=f"#{ids.TRAY}", className="to-tray", **attributes(data_scroll=ids.TRAY))
        parts.append(tray_ if scene.state.view == "timeline" else words)
    if scene.cut.lighter:
        all_ = changed(scene.state, salience=0.0 if scene.state.filters.salience <= ON_CALENDAR else ON_CALENDAR)
        way = html.A("show", href=address(all_), className="plain", **attributes(data_go="push"))
        why = "What a calendar can do without: remarks, movements, what was told before"
        parts.append(html.Span([f"{scene.cut.lighter:,} more of little weight (", way, ")"], title=why))
    return [part for one in parts for part in (" · ", one)][1:]


def _dates(scene: Scene) -> list[Any]:
    plain = replace(scene.state, filters=replace(scene.state.filters, from_=None, to=None), dates="")
    all_ = replace(plain, dates=ALL)
    front = scene.first is not None and len(scene.timeline.records) > 1
    if not front and not scene.far:  # one's own folder opens on all its dates
        return ["Dates: ", _link("all", all_ if scene.state.dated else plain, not scene.state.dated, label="All dates")]
    first = not scene.state.dated and scene.state.dates != ALL
    every = not scene.state.dated and scene.state.dates == ALL
    more = first and not front and not filtered(scene.state)
    beyond = f" ({wording.counted(scene.far, 'more event')})" if more else ""
    words, label = ("first article", "Dates of the first article") if front else ("busiest", "The busiest dates")
    return [
        "Dates: ",
        _link(words, plain, first, label=label),
        " · ",
        _link("all" + beyond, all_, every, label="All dates" + beyond),
    ]


def _rows(state: State, picture: Picture) -> list[Any]:
    """The ways of rows; the one that is drawn is marked: "packed" of too many for one each, lanes of a crowd."""
    too_many = picture.density is not None or (state.rows == "event" and picture.packed)
    drawn = "packed" if too_many else state.rows
    if picture.density:
        drawn = "type" if state.rows == "type" else "actor"
    parts: list[Any] = []
    for rows, words in ROW_NAMES.items():
        if rows == "event" and too_many:
            parts += [" · ", *_too_many(words)]
        else:
            parts += [" · ", _link(words, replace(state, rows=rows), drawn == rows)]
    return parts[1:]


def _too_many(words: str) -> list[Any]:
    """A choice that cannot be made now, and in words beside it why; keys and screen readers come to it, too."""
    why = f"(up to {ONE_A_ROW} events)"
    off = attributes(aria_disabled="true", aria_describedby=ids.WHY_NOT, data_key=words)
    return [
        html.A(words, className="off", role="link", tabIndex=0, **off),
        html.Span([" ", html.Span(why, id=ids.WHY_NOT)], className="why-not"),
    ]


def _link(words: str, state: State, current: bool, *, label: str = "") -> Any:
    """A way to a state; `label` says it whole where the words beside it would be missed."""
    mark = CURRENT if current else {}
    said = attributes(aria_label=label) if label else {}
    return html.A(words, href=address(state), **attributes(data_go="push", data_key=label or words), **said, **mark)


def _moved(state: State, first: date, until: date, days: int) -> State:
    return windowed(state, first.toordinal() + days, until.toordinal() + days)


def _moved_by(state: State, first: date, until: date, factor: float) -> State:
    low, high = first.toordinal(), until.toordinal()
    middle, half = (low + high) / 2, max(1.0, (high - low) * factor / 2)
    return windowed(state, round(middle - half), round(middle + half))


def windowed(state: State, low: int, high: int) -> State:
    """The state with the days from ordinal `low` to before `high` as its window, within the calendar."""
    low = min(max(low, 1), date.max.toordinal() - 1)
    high = min(max(high, low + 1), date.max.toordinal())
    first, last = date.fromordinal(low), date.fromordinal(high) - timedelta(days=1)
    return replace(state, dates="", filters=replace(state.filters, from_=first, to=last))


def _step(sign: str, name: str, state: State, events: int) -> Any:
    count = html.Span([f"{events:,}", html.Span(f" {name.lower()}", className="wide-only")])
    words: list[Any] = [sign, count] if sign == "‹" else [count, sign]
    label = f"{name}: {wording.counted(events, 'event')}"
    return html.A(
        words if events else [sign],
        href=address(state),
        className="button small",
        title=label,
        **attributes(aria_label=label, data_go="push", data_key=name),
    )


def _zoom(sign: str, name: str, state: State) -> Any:
    return html.A(
        sign,
        href=address(state),
        className="button small wide-only",  # a list has nothing to zoom
        title=name,
        **attributes(aria_label=name, data_go="replace", data_key=name),
    )


def images(draw: Any, width: float, height: float) -> list[Any]:
    """A small picture in both themes, of which the style sheet shows the right one."""
    return [
        html.Img(
            src=picture_address(draw(theme)), width=round(width), height=round(height), alt="", className=theme.name
        )
        for theme in (LIGHT, DARK)
    ]


def classes_of(event: Event) -> tuple[str, ...]:
    """How an event is drawn, as names in the style sheets: its form, its status, and which ends are open or soft."""
    return (form_of(event), event.status, *ends_of(event))


def sign(event: Event, *names: str) -> Any:
    """The small sign of an event, or one of these form, status and ends in its colour; /signs.css draws it."""
    style = {"--light": LIGHT.colour(event.type), "--dark": DARK.colour(event.type)}
    return html.Span(className=" ".join(("sign", *(names or classes_of(event)))), style=style)


def event_link(scene: Scene, entry: Entry, children: list[Any], **more: Any) -> Any:
    """A link that opens an event's details."""
    state = replace(scene.state, event=entry.id)
    chosen = CURRENT if entry.id == scene.state.event else {}
    return html.A(children, href=address(state), **attributes(data_go="push", data_event=entry.id), **chosen, **more)


def tray(scene: Scene, picture: Picture) -> list[Any]:
    """The events that no date is given for."""
    if not picture.tray:
        return []
    first = sorted(picture.tray, key=lambda entry: -entry.event.salience)[:UNDATED]
    items = [html.Li(event_link(scene, entry, [sign(entry.event), html.Span(entry.event.title)])) for entry in first]
    if len(picture.tray) > len(first):
        items.append(html.Li(f"and {len(picture.tray) - len(first):,} more, less salient", className="quiet"))
    return [html.H3("No date given"), html.Ul(items)]


def key(scene: Scene, *, folded: bool = False) -> list[Any]:
    """The legend: what outlines, forms and colours mean; `folded` behind a line to be opened, to save room."""
    entries = scene.cut.columns.samples(scene.cut.shown_rows)
    signs = legend.swatches(entries)
    if not signs:
        return []
    lists = [
        html.Ul(_named(name, [_meaning(one) for one in signs if one.kind == kind]))
        for kind, name in SIGNS.items()
        if any(one.kind == kind for one in signs)
    ]
    lists.append(html.Ul(_named("Type", [_colour(type_) for type_ in legend.types(entries)])))
    title = "What the signs mean"
    if folded:
        return [html.Details([html.Summary(title), html.Div(lists, className="signs")])]
    return [html.H3(title, className="unseen"), html.Div(lists, className="signs")]


def _named(name: str, meanings: list[Any]) -> list[Any]:
    """A list of the legend, its name before the first sign and never parted from it."""
    first, *others = meanings
    return [html.Li([html.Span(name, className="kind"), first]), *map(html.Li, others)]


@lru_cache(maxsize=100)  # there are few, and every page has some
def _meaning(one: legend.Swatch) -> Any:
    """A sign of the legend and what it means."""
    wide = one.width + 2
    signs = images(lambda theme: swatch(one.mark, wide, legend.HEIGHT, theme), wide, legend.HEIGHT)
    return html.Span([*signs, one.words])


def _colour(type_: str) -> Any:
    """The colour of a type and its name."""
    style = {"--light": LIGHT.colour(type_), "--dark": DARK.colour(type_)}
    return html.Span([html.Span(className="swatch", style=style), wording.TYPE[type_]])


def nothing(scene: Scene) -> Any:
    """What is said where no event can be shown, and the way out."""
    if not scene.timeline.records:
        add = html.Button(
            "Add articles",
            type="button",
            className="button add-only",
            **attributes(data_add="open", data_key="add first"),
        )
        lines = [html.P("No articles yet."), html.P(add)]
    elif not scene.timeline.entries:
        lines = [html.P("No event was found in these articles.")]
    elif len(scene.cut.shown_rows) and not scene.cut.columns.dated[scene.cut.found_rows].any():
        lines = [html.P("None of these events has a date.")]
    elif len(scene.cut.found_rows):
        beside = " but those without a date, below" if scene.count else ""
        lines = [
            html.P(f"No event on these dates{beside}."),
            html.P(_link("Show all dates", _everything(scene.state), False)),
        ]
    elif not filtered(scene.state):
        words = f"Show {wording.counted(len(scene.timeline.entries), 'event')} of little weight"
        every = replace(changed(scene.state, salience=0.0), dates=ALL)
        lines = [html.P("No event weighs enough for a calendar."), html.P(_link(words, every, False))]
    else:
        off = _link("Take all filters off", cleared(scene.state), False)
        lines = [html.P("No event fits these filters."), html.P(off)]
    return html.Div(lines, className="nothing")


def _everything(state: State) -> State:
    return replace(state, dates=ALL, filters=replace(state.filters, from_=None, to=None))
