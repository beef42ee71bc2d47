"""The views of the page: which there are, and the bar of tabs that leads to them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from dash import html

from dashboard.attributes import CURRENT, attributes
from dashboard.filters import State, address
from dashboard.scene import Scene
from dashboard.views import actors, articles, month, table, timeline


@dataclass(frozen=True, slots=True)
class View:
    """A view of the page besides the chart: what it is called, draws and says about itself."""

    title: str
    draw: Callable[[Scene, date], list[Any]]
    summary: Callable[[Scene, date], str]
    tools: Callable[[Scene], list[Any]] = timeline.dates_tools
    signs: bool = True  # whether it draws signs, so that the legend has to stand below


def _summary(scene: Scene, _today: date) -> str:
    return timeline.summary(scene)


VIEWS: dict[str, View] = {
    "month": View("Month", month.view, month.summary, lambda _scene: []),
    "table": View("Table", table.view, _summary),
    "actors": View("Actors", actors.view, _summary, signs=False),
    "articles": View("Articles", articles.view, _summary),
}
TITLES = {"timeline": "Timeline", **{name: view.title for name, view in VIEWS.items()}}


def tabs(state: State) -> list[Any]:
    """A link to each view, the filters staying as they are; to the month, that of the event where one is chosen."""
    there = replace(state, page=1, article="")
    if state.event and state.view != "month":
        there = replace(there, month="", day="")
    return [
        html.A(
            title,
            href=address(replace(there, view=name)),
            className="view-tab",
            **attributes(data_go="push", data_key=f"view:{name}"),
            **(CURRENT if state.view == name else {}),
        )
        for name, title in TITLES.items()
    ]
