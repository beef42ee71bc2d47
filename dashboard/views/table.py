"""The table view: every event in a row, to be sorted, paged and cut to the columns that one needs."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from dash import html

from dashboard.attributes import attributes
from dashboard.filters import COLUMNS, FIRST_COLUMNS, SORTABLE, State, address
from dashboard.scene import Scene
from dashboard.views.timeline import event_link, nothing, sign
from timeline import wording
from timeline.drawing.lanes import article_title, by_date, title_of
from timeline.drawing.themes import DARK, LIGHT
from timeline.filters import name_of
from timeline.model import BASES, STATUSES, TYPES, Entry, Event

ROWS = 50  # of a page
NAMES: Mapping[str, str] = {
    "date": "Date",
    "title": "Event",
    "status": "Status",
    "type": "Type",
    "who": "Who",
    "place": "Place",
    "source": "Article",
    "basis": "Dated by",
    "confidence": "Confidence",
    "salience": "Salience",
    "sentence": "Sentence",
}


def ordered(scene: Scene) -> list[Entry]:
    """The events shown in the order that the state asks for; those without a value stand last in both directions."""
    name = scene.state.sort.removeprefix("-")
    down = scene.state.sort.startswith("-")
    key = _keys(scene)[name]
    entries = sorted(scene.shown.entries, key=by_date)
    lacking = [entry for entry in entries if key(entry) is None]
    having = sorted((entry for entry in entries if key(entry) is not None), key=key, reverse=down)
    return having + lacking


def _keys(scene: Scene) -> Mapping[str, Callable[[Entry], Any]]:
    def dated(entry: Entry) -> tuple[date, date, str, str] | None:
        found = by_date(entry)
        return None if found[0] == date.max else found

    return {
        "date": dated,
        "title": lambda entry: entry.event.title.casefold(),
        "status": lambda entry: STATUSES.index(entry.event.status),
        "type": lambda entry: TYPES.index(entry.event.type),
        "who": lambda entry: who(scene, entry).casefold() or None,
        "place": lambda entry: entry.event.place.name.casefold() if entry.event.place else None,
        "source": lambda entry: article_title(scene.timeline, entry.article).casefold(),
        "basis": lambda entry: BASES.index(entry.event.when.basis),
        "confidence": lambda entry: entry.event.confidence,
        "salience": lambda entry: entry.event.salience,
    }


def who(scene: Scene, entry: Entry) -> str:
    """The names of those who take part."""
    return ", ".join(name_of(scene.timeline, part.id) for part in entry.event.actors)


def paged(entries: Sequence[Entry], page: int) -> tuple[Sequence[Entry], int, int]:
    """One page of the events, its number (the last for one beyond it) and how many pages there are."""
    pages = max(1, -(-len(entries) // ROWS))
    page = min(page, pages)
    return entries[(page - 1) * ROWS : page * ROWS], page, pages


def page_of(scene: Scene, id_: str) -> int:
    """The page on which an event that is shown stands."""
    return 1 + next(place for place, entry in enumerate(ordered(scene)) if entry.id == id_) // ROWS


def view(scene: Scene, _today: date) -> list[Any]:
    """The page of the table, with what chooses its columns and turns its pages."""
    entries = ordered(scene)
    if not entries:
        return [nothing(scene)]
    rows, page, pages = paged(entries, scene.state.page)
    columns = scene.state.columns
    first = (page - 1) * ROWS + 1
    words = f"Events {first:,}–{first + len(rows) - 1:,} of {len(entries):,}" if pages > 1 else ""
    table = html.Table(
        [
            html.Caption("Events, one a row", className="unseen"),
            html.Thead(html.Tr([_heading(scene, name) for name in columns], role="row"), role="rowgroup"),
            html.Tbody([_row(scene, entry, columns) for entry in rows], role="rowgroup"),
        ],
        role="table",
        className="events",
    )
    return [
        html.Div([html.Span(words, className="quiet"), _columns(scene)], className="table-bar"),
        html.Div(table, className="across", tabIndex=0, role="region", **attributes(aria_label="Table of events")),
        pager(scene.state, page, pages),
    ]


def _heading(scene: Scene, name: str) -> Any:
    words = NAMES[name]
    if name not in SORTABLE:
        return html.Th(words, scope="col", role="columnheader", className=name)
    now = scene.state.sort
    up, down = now == name, now == f"-{name}"
    state = replace(scene.state, sort=f"-{name}" if up else name, page=1)
    order = {"aria_sort": "ascending" if up else "descending"} if up or down else {}
    arrow = html.Span("↑" if up else "↓" if down else "", className="order", **attributes(aria_hidden="true"))
    link = html.A([words, arrow], href=address(state), **attributes(data_go="push", data_key=f"sort:{name}"))
    return html.Th(link, scope="col", role="columnheader", className=name, **attributes(**order))


def _row(scene: Scene, entry: Entry, columns: Sequence[str]) -> Any:
    cells = [
        html.Td(_cell(scene, entry, name), role="cell", className=name, **attributes(data_name=NAMES[name]))
        for name in columns
    ]
    return html.Tr(cells, role="row")


def _cell(scene: Scene, entry: Entry, name: str) -> Any:
    event = entry.event
    if name == "title":
        return event_link(scene, entry, [title_of(entry)])
    if name == "date":
        return _date(event)
    if name == "type":
        style = {"--light": LIGHT.colour(event.type), "--dark": DARK.colour(event.type)}
        return [html.Span(className="swatch", style=style), wording.TYPE[event.type]]
    if name == "sentence":
        text = scene.timeline.records[entry.article].article.text
        return " ".join(text[event.sentence.start : event.sentence.end].split())
    return {
        "status": wording.status(event),
        "who": who(scene, entry),
        "place": event.place.name if event.place else "",
        "source": article_title(scene.timeline, entry.article),
        "basis": wording.BASIS[event.when.basis],
        "confidence": f"{event.confidence:.2f}",
        "salience": f"{event.salience:.2f}",
    }[name]


def _date(event: Event) -> list[Any]:
    """The date with its sign, and below it what the stretch means and how sure it is."""
    meaning = "; ".join(said for said in (wording.extent(event.when), wording.lent(event.when)) if said)
    parts = [sign(event), html.Span(wording.when(event.when))]
    return [*parts, html.Span(meaning, className="quiet")] if meaning else parts


def _columns(scene: Scene) -> Any:
    """The choice of columns; the last one cannot be taken away."""
    items = [_column(scene.state, name) for name in COLUMNS]
    if scene.state.columns != FIRST_COLUMNS:
        usual = address(replace(scene.state, columns=FIRST_COLUMNS))
        items.append(html.A("The usual columns", href=usual, className="item", **attributes(data_go="push")))
    return html.Details(
        [html.Summary("Columns", className="button small"), html.Div(items, className="menu")],
        className="drop columns-menu",
    )


def _column(state: State, name: str) -> Any:
    on = name in state.columns
    after = tuple(c for c in COLUMNS if (c in state.columns) != (c == name)) or state.columns
    return html.A(
        [html.Span(className="box"), html.Span(NAMES[name], className="name")],
        href=address(replace(state, columns=after)),
        className="choice",
        role="checkbox",
        **attributes(aria_checked=str(on).lower(), data_go="push", data_key=f"column:{name}"),
    )


def pager(state: State, page: int, pages: int) -> Any:
    """The ways to other pages; None where there is one."""
    if pages < 2:
        return None
    near = sorted({1, pages, *(n for n in range(page - 2, page + 3) if 1 <= n <= pages)})
    parts: list[Any] = []
    before = 0
    ways = {page - 1: "before", page + 1: "after"}
    for number in near:
        if number - before > 1:
            parts.append(html.Span("…", className="quiet"))
        mark: dict[str, Any] = {"aria-current": "page"} if number == page else {}
        label = attributes(
            aria_label=f"Page {number}", data_go="push", data_key=f"page:{number}", data_way=ways.get(number, "")
        )
        href = address(replace(state, page=number))
        parts.append(html.A(f"{number:,}", href=href, className="button small", **label, **mark))
        before = number
    return html.Nav(parts, className="pager", **attributes(aria_label="Pages"))
