"""The state of the page ↔ its address. Pure: all state that matters is in the address."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from urllib.parse import parse_qs, urlencode

from timeline.drawing.lanes import ROWS
from timeline.filters import Filters

ALL = "all"
MANY = ("actor", "type", "status", "basis", "source")  # the filters that hold several values
FIELDS = 500  # keys and values read from an address; more than that is no link of ours


@dataclass(frozen=True, slots=True)
class State:
    """What the address says: the filters, how rows are made, whether all dates show, which event is chosen."""

    filters: Filters = field(default_factory=Filters)
    rows: str = "event"
    dates: str = ""  # "all", or "" for the dates of the first article
    event: str = ""

    @property
    def dated(self) -> bool:
        """Whether the address itself says which days to show."""
        return self.filters.from_ is not None or self.filters.to is not None


def parse(search: str | None) -> State:
    """The state in the part of an address after the question mark; what means nothing is passed over."""
    try:
        query = parse_qs((search or "").lstrip("?"), max_num_fields=FIELDS)
    except ValueError:  # too many fields
        return State()
    rows = query.get("rows", [""])[-1]
    return State(
        filters=Filters.from_query(query),
        rows=rows if rows in ROWS else "event",
        dates=ALL if ALL in query.get("dates", []) else "",
        event=query.get("event", [""])[-1],
    )


def address(state: State) -> str:
    """The state as the part of an address from its question mark on; "?" alone for the first view."""
    query: dict[str, list[str]] = dict(state.filters.to_query())
    if state.rows != "event":
        query["rows"] = [state.rows]
    if state.dates and not state.dated:
        query["dates"] = [state.dates]
    if state.event:
        query["event"] = [state.event]
    return "?" + urlencode(query, doseq=True)


def toggled(state: State, name: str, value: str) -> State:
    """The state with one value of a filter put on, or taken off where it was on."""
    now: tuple[str, ...] = getattr(state.filters, name)
    after = tuple(v for v in now if v != value) if value in now else (*now, value)
    # Field names come from MANY, never from the address.
    return replace(state, filters=replace(state.filters, **{name: after}))  # type: ignore[arg-type]


def cleared(state: State) -> State:
    """The state with every filter off, the dates and rows as they are."""
    kept = Filters(from_=state.filters.from_, to=state.filters.to)
    return replace(state, filters=kept)


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
