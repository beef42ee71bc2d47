"""The views of the page: which there are, and the bar of tabs that leads to them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from dash import html

from dashboard.attributes import CURRENT, attributes
from dashboard.filters import address
from dashboard.scene import Scene, chosen
from dashboard.views import actors, articles, month, table, timeline
from timeline.dates import standing


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


def tabs(scene: Scene) -> list[Any]:
    """A link to each view, the filters staying as they are; to the month, that of the event where one is chosen."""
    state = replace(scene.state, page=1, article="")
    entry = chosen(scene)
    days = standing(entry.event.when) if entry and state.view != "month" else None
    there = replace(state, month=f"{days[0].year:04}-{days[0].month:02}", day="") if days else state
    return [
        html.A(
            title,
            href=address(replace(there if name == "month" else state, view=name)),
            className="view-tab",
            **attributes(data_go="push", data_key=f"view:{name}"),
            **(CURRENT if scene.state.view == name else {}),
        )
        for name, title in TITLES.items()
    ]
