"""The formats of `timeline export`, by name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from timeline.model import Timeline
from timeline.writers.data import csv_text, json_text
from timeline.writers.wanted import Wanted


@dataclass(frozen=True, slots=True)
class Format:
    """One way to take a timeline away."""

    name: str  # as people read it
    mime: str
    suffix: str  # of a file in this format
    write: Callable[[Timeline, Wanted], bytes]
    text: bool = True  # may be printed in a terminal


def write(timeline: Timeline, format: str, wanted: Wanted) -> bytes:  # noqa: A002
    """The timeline, filtered already, in one of FORMATS."""
    return FORMATS[format].write(timeline, wanted)


def _json(timeline: Timeline, wanted: Wanted) -> bytes:
    return json_text(timeline, filters=wanted.filters, title=wanted.title).encode()


def _csv(timeline: Timeline, wanted: Wanted) -> bytes:  # noqa: ARG001
    return csv_text(timeline).encode()


def _svg(timeline: Timeline, wanted: Wanted) -> bytes:
    from timeline.writers.picture import svg

    return svg(timeline, wanted).encode()


def _png(timeline: Timeline, wanted: Wanted) -> bytes:
    from timeline.writers.picture import png

    return png(timeline, wanted)


def _pdf(timeline: Timeline, wanted: Wanted) -> bytes:
    from timeline.writers.picture import pdf

    return pdf(timeline, wanted)


def _html(timeline: Timeline, wanted: Wanted) -> bytes:
    from timeline.writers.page import page

    return page(timeline, wanted).encode()


def _ics(timeline: Timeline, wanted: Wanted) -> bytes:
    from timeline.writers.calendars import ics

    return ics(timeline, wanted)


def _timelinejs(timeline: Timeline, wanted: Wanted) -> bytes:
    from timeline.writers.timelinejs import timelinejs

    return timelinejs(timeline, wanted).encode()


def _timeml(timeline: Timeline, wanted: Wanted) -> bytes:  # noqa: ARG001
    from timeline.writers.timeml import timeml

    return timeml(timeline)


FORMATS: dict[str, Format] = {
    "png": Format("Picture (PNG)", "image/png", "png", _png, text=False),
    "svg": Format("Vector picture (SVG)", "image/svg+xml", "svg", _svg),
    "pdf": Format("Document (PDF)", "application/pdf", "pdf", _pdf, text=False),
    "html": Format("Web page that works offline (HTML)", "text/html", "html", _html),
    "ics": Format("Calendar (ICS)", "text/calendar", "ics", _ics),
    "csv": Format("Table (CSV)", "text/csv", "csv", _csv),
    "json": Format("Data (JSON)", "application/json", "json", _json),
    "timelinejs": Format("TimelineJS (JSON)", "application/json", "timelinejs.json", _timelinejs),
    "timeml": Format("Annotated texts (TimeML)", "application/zip", "timeml.zip", _timeml, text=False),
}
