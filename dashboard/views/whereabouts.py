"""Whether a scene shows an event, and if not, why and where it is shown."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dashboard.filters import ALL, State
from dashboard.month import sheet_of
from dashboard.scene import Scene
from dashboard.views import month
from timeline.filters import Filters


def away(scene: Scene, id_: str, today: date) -> tuple[str, State] | None:
    """Why the scene does not show this event, and the state that does; None where it is shown, or there is none."""
    columns, state = scene.cut.columns, replace(scene.state, event=id_, page=1)
    row = columns.place(id_)
    if row is None:
        return None
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
