"""The state of the page ↔ its address. Pure: all state that matters is in the address."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date
from typing import Any
from urllib.parse import parse_qs, urlencode

from timeline.drawing.lanes import ROWS
from timeline.filters import KEYS, Filters, misread, named
from timeline.model import Actor

ALL = "all"
MANY = ("actor", "type", "status", "basis", "source")  # the filters that hold several values
FIELDS = 500  # keys and values read from an address; more than that is no link of ours
VIEWS = ("timeline", "month", "table", "actors", "articles")
COLUMNS = ("date", "title", "status", "type", "who", "place", "source", "basis", "confidence", "salience", "sentence")
FIRST_COLUMNS = ("date", "title", "status", "type", "who")  # those a table shows at first
SORTABLE = ("date", "title", "status", "type", "who", "place", "source", "basis", "confidence", "salience")
FOLDS = ("everybody", "countries")

_MONTH = re.compile(r"\d{4}-\d{2}$")


@dataclass(frozen=True, slots=True)
class State:
    """What the address says: the filters, the view and how it is set, and which event is chosen."""

    filters: Filters = field(default_factory=Filters)
    view: str = "timeline"
    rows: str = "event"
    dates: str = ""  # "all", or "" for the dates of the first article
    event: str = ""
    month: str = ""  # "2016-08", the month that the month view shows; "" for the one that fits
    day: str = ""  # "2016-08-03", the day that is opened there
    sort: str = "date"  # the table's order, with "-" before it the other way round
    page: int = 1  # of the table and of the list of articles
    columns: tuple[str, ...] = FIRST_COLUMNS
    fold: str = "everybody"  # whether the actors view shows everybody, or countries and bodies alone
    article: str = ""  # the article that is read

    @property
    def dated(self) -> bool:
        """Whether the address itself says which days to show."""
        return self.filters.from_ is not None or self.filters.to is not None


def parse(search: str | None) -> State:
    """The state in the part of an address after the question mark; what means nothing is passed over."""
    query = _query(search)
    given: dict[str, Any] = {}
    for name, read in _READ.items():
        for value in reversed(query.get(name, [])):
            if (found := read(value)) is not None:
                given[name] = found
                break
    return State(filters=Filters.from_query(query), **given)


def recognised(state: State, actors: Mapping[str, Actor]) -> State:
    """The state with actors written by name, or a part of it ("France"), as the ids that the command finds."""
    wanted = state.filters.actor
    found = tuple(dict.fromkeys(id_ for words in wanted for id_ in (named(actors, words) or (words,))))
    return state if found == wanted else replace(state, filters=replace(state.filters, actor=found))


def not_understood(search: str | None) -> tuple[tuple[str, str], ...]:
    """The (key, value) pairs of an address that `parse` passes over, so that the page can say so."""
    query = _query(search)
    found = list(misread(query))
    for key, values_ in query.items():
        read = _READ.get(key)
        if read is not None:
            found += [(key, value) for value in values_ if read(value) is None]
        elif key not in KEYS.values():
            found += [(key, value) for value in values_]
    return tuple(found)


def _query(search: str | None) -> dict[str, list[str]]:
    try:
        return parse_qs((search or "").lstrip("?"), max_num_fields=FIELDS)
    except ValueError:  # too many fields
        return {}


def address(state: State) -> str:
    """The state as the part of an address from its question mark on; "?" alone for the first view."""
    query: dict[str, list[str]] = dict(state.filters.to_query())
    for item in fields(state):
        value = getattr(state, item.name)
        if item.name == "filters" or value == item.default:
            continue
        query[item.name] = [" ".join(value) if isinstance(value, tuple) else str(value)]
    if state.dated:
        query.pop("dates", None)
    return "?" + urlencode(query, doseq=True)


def toggled(state: State, name: str, value: str) -> State:
    """The state with one value of a filter put on, or taken off where it was on."""
    now: tuple[str, ...] = getattr(state.filters, name)
    after = tuple(v for v in now if v != value) if value in now else (*now, value)
    # Field names come from MANY, never from the address.
    return changed(state, **{name: after})


def changed(state: State, **filters: Any) -> State:
    """The state with these filters, on its first page."""
    return replace(state, filters=replace(state.filters, **filters), page=1)


def cleared(state: State) -> State:
    """The state with every filter off, the dates and rows as they are."""
    kept = Filters(from_=state.filters.from_, to=state.filters.to)
    return replace(state, filters=kept, page=1)


def filtered(state: State) -> bool:
    """Whether any filter but the dates is on."""
    return cleared(state).filters != state.filters


def without_dates(filters: Filters) -> Filters:
    """The filters but for the days, which a chart takes as its window."""
    return replace(filters, from_=None, to=None)


def values(state: State) -> Iterable[tuple[str, str]]:
    """Each (filter, value) that is on, of the filters that hold several."""
    for name in MANY:
        for value in getattr(state.filters, name):
            yield name, value


def _one_of(allowed: Iterable[str]) -> Any:
    return lambda value: value if value in allowed else None


def _month(value: str) -> str | None:
    return value if _MONTH.match(value) and _day(value + "-01") else None


def _day(value: str) -> str | None:
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError:
        return None


def _sort(value: str) -> str | None:
    return value if value.removeprefix("-") in SORTABLE else None


def _page(value: str) -> int | None:
    return int(value) if value.isascii() and value.isdigit() and 0 < len(value) < 8 and int(value) else None


def _columns(value: str) -> tuple[str, ...] | None:
    wanted = value.split()
    return tuple(name for name in COLUMNS if name in wanted) if set(wanted) <= set(COLUMNS) and wanted else None


_READ: dict[str, Any] = {
    "view": _one_of(VIEWS),
    "rows": _one_of(ROWS),
    "dates": _one_of((ALL,)),
    "event": str,
    "month": _month,
    "day": _day,
    "sort": _sort,
    "page": _page,
    "columns": _columns,
    "fold": _one_of(FOLDS),
    "article": str,
}
