"""Whether an address shows an event, and if not, why and where it is shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from dashboard.filters import ALL, State, address
from dashboard.month import sheet_of
from dashboard.scene import Scene
from dashboard.views import month, table
from timeline.filters import Filters


def away(read: Callable[[str], Scene], search: str, id_: str, today: date) -> tuple[str, State] | None:
    """Why an address does not show this event, and the state that does; None where it is shown, or there is none.

    `read` gives the scene of an address.
    """
    scene = read(search)
    if scene.cut.columns.place(id_) is None:
        return None
    hidden = _hidden(scene, id_, today)
    if scene.state.view != "table":
        return hidden
    why, state = hidden or ("It stands on another page of the table", replace(scene.state, event=id_))
    page = table.page_of(read(address(state)) if hidden else scene, id_)
    turned = page != table.paged(scene.shown.entries, scene.state.page)[1]
    return (why, replace(state, page=page)) if hidden or turned else None


def _hidden(scene: Scene, id_: str, today: date) -> tuple[str, State] | None:
    """Why no page of the view holds the event, and the state in which one does."""
    columns, state = scene.cut.columns, replace(scene.state, event=id_, page=1)
    row = columns.place(id_)
    if state.view == "month":
        at = date.fromordinal(int(columns.low[row])).isoformat()[:7] if columns.dated[row] else ""
        state = replace(state, day="", month=at)
    if row not in scene.cut.found_rows:
        filters = Filters(salience=state.filters.salience)
        return "The filters that are on hide it", replace(state, filters=filters, dates=ALL)
    if scene.state.view == "month":
        seen = columns.standing(*sheet_of(month.first_of(scene, today)))[row]
        return None if seen or not columns.dated[row] else ("It stands in another month", state)
    if row in scene.cut.shown_rows:
        return None
    filters = replace(state.filters, from_=None, to=None)
    return "It lies outside the dates shown", replace(state, filters=filters, dates=ALL)
