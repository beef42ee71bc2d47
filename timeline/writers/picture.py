"""A timeline as a picture: the painter's, with what the filters say and where it comes from."""

from __future__ import annotations

from datetime import date

from timeline import drawing
from timeline.filters import Filters, in_words, source_of
from timeline.model import Timeline


def svg(timeline: Timeline, *, filters: Filters, today: date, title: str = "", theme: str = "light") -> str:
    """The whole timeline, filtered already, as SVG."""
    told = {e.article for e in timeline.entries}
    return drawing.picture(
        timeline,
        title=title or "Diplomatic calendar",
        filters_text=in_words(timeline, filters),
        today=today,
        sources=sorted({source_of(timeline.records[id_]) for id_ in told}),
        theme=theme,
    )


def png(timeline: Timeline, *, filters: Filters, today: date, title: str = "", theme: str = "light") -> bytes:
    """The same picture as PNG."""
    return drawing.png(svg(timeline, filters=filters, today=today, title=title, theme=theme))
