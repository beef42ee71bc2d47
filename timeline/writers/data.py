"""A timeline as data: JSON for programs, CSV for spreadsheets."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

from timeline import wording
from timeline.filters import Filters
from timeline.model import Actor, Entry, Record, Timeline
from timeline.records import to_json

COLUMNS = (
    "when",
    "first",
    "until",
    "status",
    "type",
    "title",
    "who",
    "place",
    "basis",
    "extent",
    "salience",
    "confidence",
    "sentence",
    "article",
    "source",
    "url",
    "id",
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")  # a spreadsheet runs a cell that begins so


def json_text(timeline: Timeline, *, filters: Filters = Filters(), title: str = "") -> str:  # noqa: B008 - frozen
    """The timeline as one JSON object: `title`, `filters`, `articles`, `actors`, `events`.

    The events are those of the records, in the order of the calendar, with the id of their `article`, the date in
    words (`when.words`) and the words of their `sentence`. Actors and articles are those that the events name.
    """
    articles = sorted({e.article for e in timeline.entries})
    who = {p.id for e in timeline.entries for p in e.event.actors}
    data = {
        "title": title,
        "filters": filters.to_query(),
        "articles": [_article(timeline.records[id_]) for id_ in articles],
        "actors": [_actor(timeline.actors[id_]) for id_ in sorted(who & timeline.actors.keys())],
        "events": _events(timeline),
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def csv_text(timeline: Timeline) -> str:
    """The timeline as CSV with a row of names, COLUMNS, and a row an event, in the order of the calendar.

    Cells that a spreadsheet would run as a formula begin with an apostrophe.
    """
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\r\n")  # as RFC 4180 says
    rows.writerow(COLUMNS)
    for entry in timeline.entries:
        rows.writerow([_plain(cell) for cell in _row(timeline, entry)])
    return out.getvalue()


def sentence(timeline: Timeline, entry: Entry) -> str:
    """The sentence that tells an event, on one line."""
    text, span = timeline.records[entry.article].article.text, entry.event.sentence
    return " ".join(text[span.start : span.end].split())


def who(timeline: Timeline, entry: Entry) -> list[str]:
    """The names of those who take part, whoever does it first."""
    return [timeline.actors[p.id].name for p in entry.event.actors if p.id in timeline.actors]


def _events(timeline: Timeline) -> list[dict[str, Any]]:
    told = {
        id_: {event["id"]: event for event in to_json(timeline.records[id_])["events"]}
        for id_ in {e.article for e in timeline.entries}
    }
    events = []
    for entry in timeline.entries:
        event = told[entry.article][entry.id]
        words = timeline.records[entry.article].article.text[event["sentence"]["start"] : event["sentence"]["end"]]
        event = event | {
            "article": entry.article,
            "when": event["when"] | {"words": wording.when(entry.event.when)},
            "sentence": event["sentence"] | {"text": words},
        }
        events.append(event)
    return events


def _article(record: Record) -> dict[str, Any]:
    article = record.article
    return {
        "id": article.id,
        "title": article.title,
        "source": article.source,
        "url": article.url,
        "published": to_json(record)["published"],
    }


def _actor(actor: Actor) -> dict[str, Any]:
    said = {"id": actor.id, "name": actor.name, "kind": actor.kind, "country": actor.country, "role": actor.role}
    return {key: value for key, value in said.items() if value is not None}


def _row(timeline: Timeline, entry: Entry) -> list[object]:
    event, article = entry.event, timeline.records[entry.article].article
    return [
        wording.when(event.when),
        event.when.first or "",
        event.when.until or "",
        event.status,
        event.type,
        event.title,
        "; ".join(who(timeline, entry)),
        event.place.name if event.place else "",
        event.when.basis,
        event.when.extent or "",
        event.salience,
        event.confidence,
        sentence(timeline, entry),
        article.id,
        article.source or "",
        article.url or "",
        event.id,
    ]


def _plain(cell: object) -> object:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell
