"""A timeline as a picture: the painters', with what the filters say and where it comes from."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from timeline import drawing
from timeline.filters import in_words
from timeline.model import Timeline
from timeline.writers.heading import PLAIN, subject
from timeline.writers.wanted import SCALES, Wanted


def svg(timeline: Timeline, wanted: Wanted) -> str:
    """The whole timeline, filtered already, as SVG."""
    if wanted.paper:
        return drawing.svg(drawing.on_paper(timeline, wanted.paper, **look(timeline, wanted)))
    return drawing.picture(timeline, **look(timeline, wanted))


def png(timeline: Timeline, wanted: Wanted) -> bytes:
    """The same picture as PNG."""
    return drawing.png(svg(timeline, wanted), scale=min(max(wanted.scale, SCALES[0]), SCALES[1]))


def pdf(timeline: Timeline, wanted: Wanted) -> bytes:
    """The same picture as PDF: on one page of its own size, or on as many of the paper as it takes."""
    from timeline.drawing.pdf import pdf as paint

    asked = look(timeline, wanted)
    sheets = drawing.pages(timeline, wanted.paper, **asked) if wanted.paper else [drawing.compose(timeline, **asked)]
    return paint(sheets, title=asked["title"], subject=sheets[0].said)


def look(timeline: Timeline, wanted: Wanted) -> dict[str, Any]:
    """What `drawing.compose` takes for what is wanted."""
    shown = replace(wanted.filters, from_=None, to=None) if wanted.window else wanted.filters
    who = subject(timeline, shown)
    if who and wanted.title.startswith(who):  # said once
        shown = replace(shown, actor=())
    return {
        "title": wanted.title or PLAIN,
        "filters_text": in_words(timeline, shown),  # the days stand in the window
        "today": wanted.today,
        "theme": wanted.theme,
        "width": wanted.width,
        "rows": wanted.rows,
        "window": wanted.window,
        "within": wanted.filters.days,
        "outside": wanted.outside,
        "front": wanted.front,
    }
