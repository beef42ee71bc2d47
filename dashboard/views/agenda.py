"""The calendar as a list, month by month: what small screens show in place of the chart."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from dash import html

from dashboard.scene import Scene
from dashboard.views.timeline import event_link, sign
from timeline import wording
from timeline.dates import standing
from timeline.drawing.lanes import article_title, by_date, title_of
from timeline.model import Entry

MOST = 200  # lines; more would only slow a telephone down


def agenda(scene: Scene) -> list[Any]:
    """The dated events in order, under the month in which each begins; those of the article in front first."""
    entries = sorted((e for e in scene.shown.entries if standing(e.event.when)), key=by_date)
    ahead = [entry for entry in entries if entry.told_in(scene.front)]
    others = [entry for entry in entries if not entry.told_in(scene.front)]
    if not ahead or not others:
        parts = _months(scene, entries[:MOST], html.H3)
    else:
        parts = [
            html.H3(article_title(scene.timeline, str(scene.front)), className="group"),
            *_months(scene, ahead[:MOST], html.H4),
            html.H3("Other articles", className="group"),
            *_months(scene, others[: max(0, MOST - len(ahead))], html.H4),
        ]
    left = len(entries) - MOST
    if left > 0:
        parts.append(html.P(f"and {wording.counted(left, 'more event')}: choose dates or filters", className="quiet"))
    return parts


def _months(scene: Scene, entries: Iterable[Entry], heading: Any) -> list[Any]:
    parts: list[Any] = []
    for month, group in groupby(entries, key=_month):
        lines = [html.Li(line(scene, entry)) for entry in group]
        parts += [heading(month, className="month"), html.Ol(lines)]
    return parts


def _month(entry: Entry) -> str:
    first = by_date(entry)[0]
    return f"{wording.MONTHS[first.month - 1]} {wording.year(first)}"


def line(scene: Scene, entry: Entry) -> Any:
    """An event with its sign, title, date, how sure that is, and status; choosing it opens its details."""
    when = entry.event.when
    parts = wording.precise(when, long=False), wording.lent(when), wording.status(entry.event)
    told = " · ".join(part for part in parts if part)
    words = [html.Span(title_of(entry), className="name"), html.Span(told, className="quiet")]
    return event_link(scene, entry, [sign(entry.event), html.Span(words, className="two")])
