"""A timeline as the JSON that TimelineJS shows."""

from __future__ import annotations

import json
from datetime import date, datetime, timedelta
from html import escape
from typing import Any

from timeline import wording
from timeline.dates import moments, standing
from timeline.filters import in_words
from timeline.model import Entry, Timeline
from timeline.writers import told
from timeline.writers.heading import PLAIN
from timeline.writers.wanted import Wanted


def timelinejs(timeline: Timeline, wanted: Wanted) -> str:
    """The dated events as TimelineJS reads them: first and last day, the date in our words, the type as group."""
    events = [_event(timeline, entry) for entry in timeline.entries if standing(entry.event.when) is not None]
    undated = len(timeline.entries) - len(events)
    about = [
        in_words(timeline, wanted.filters),
        f"{wording.counted(undated, 'event')} without a date left out" if undated else "",
    ]
    text = "".join(f"<p>{escape(words)}</p>" for words in about if words)
    data = {
        "title": {"text": {"headline": escape(wanted.title or PLAIN), "text": text}},
        "events": events,
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _event(timeline: Timeline, entry: Entry) -> dict[str, Any]:
    event = entry.event
    first, until = standing(event.when) or (date.min, date.max)
    last = until - timedelta(1)
    begins, ends = moments(event.when.edtf)
    made: dict[str, Any] = {
        "unique_id": event.id,
        "start_date": _day(first, begins),
        "display_date": wording.precise(event.when),
        "group": wording.TYPE[event.type],
        "text": {"headline": escape(told.headline(event)), "text": _text(timeline, entry)},
    }
    if last > first or (begins and ends and ends > begins):
        made["end_date"] = _day(last, ends)
    return made


def _day(day: date, at: datetime | None) -> dict[str, int]:
    """A day with the hour that is told, by the clocks that it is told by."""
    hour = {"hour": at.hour, "minute": at.minute} if at else {}
    return {"year": day.year, "month": day.month, "day": day.day, **hour}


def _text(timeline: Timeline, entry: Entry) -> str:
    lines = [wording.sentence("; ".join(told.hedges(entry)))]
    names = told.who(timeline, entry)
    lines.append(", ".join(names))
    parts = [f"<p>{escape(line)}</p>" for line in lines if line]
    for one, (sentence, source) in zip(entry.told, told.sentences(timeline, entry), strict=True):
        link = told.link(timeline, one)
        name = f'<a href="{escape(link)}">{escape(source)}</a>' if link else escape(source)
        parts.append(f"<p>“{escape(sentence)}” ({name})</p>")
    return "".join(parts)
