"""The formats of `timeline export`, by name."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from timeline.filters import Filters
from timeline.model import Timeline
from timeline.writers.data import csv_text, json_text


def write(timeline: Timeline, format: str, *, filters: Filters, today: date, title: str = "") -> bytes:  # noqa: A002
    """The timeline, filtered already, in one of FORMATS, with its `title` and `filters` where the format has room."""
    return FORMATS[format](timeline, filters, today, title)


def _json(timeline: Timeline, filters: Filters, today: date, title: str) -> bytes:  # noqa: ARG001
    return json_text(timeline, filters=filters, title=title).encode()


def _csv(timeline: Timeline, filters: Filters, today: date, title: str) -> bytes:  # noqa: ARG001
    return csv_text(timeline).encode()


def _svg(timeline: Timeline, filters: Filters, today: date, title: str) -> bytes:
    from timeline.writers.picture import svg

    return svg(timeline, filters=filters, today=today, title=title).encode()


def _png(timeline: Timeline, filters: Filters, today: date, title: str) -> bytes:
    from timeline.writers.picture import png

    return png(timeline, filters=filters, today=today, title=title)


FORMATS: dict[str, Callable[[Timeline, Filters, date, str], bytes]] = {
    "svg": _svg,
    "png": _png,
    "json": _json,
    "csv": _csv,
}
