"""A timeline as data: JSON for programs, CSV for spreadsheets."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

from timeline import wording
from timeline.events import lexicon
from timeline.filters import Filters
from timeline.model import Actor, Entry, Record, Timeline, When
from timeline.records import event_json, to_json
from timeline.writers import told

COLUMNS = (
    "when",
    "means",
    "first",
    "last",
    "until",
    "hour",
    "status",
    "type",
    "plover",
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
    "edited",
    "id",
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")  # a spreadsheet runs a cell that begins so


def json_text(timeline: Timeline, *, filters: Filters = Filters(), title: str = "") -> str:  # noqa: B008 - frozen
    """The timeline as one JSON object: `title`, `filters`, `articles`, `actors`, `events`.

    The events are those of the records, in the order of the calendar, with the id of their `article`, the date in
    words (`when.words`), its last day (`when.last`; `until` is the day after it) and hour (`when.hour`, null where none
    is told), the words of their `sentence` and the PLOVER event type of their `type`, null where it has none. What
    people changed is `edited`, with the event as it was `read`; what they merged into one has its other sources in
    `also`. Actors and articles are those that the events name.
    """
    articles = sorted({one.article for e in timeline.entries for one in e.told})
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


def _events(timeline: Timeline) -> list[dict[str, Any]]:
    events = []
    plover = lexicon.load().plover
    for entry in timeline.entries:
        event = event_json(entry.event)
        words = timeline.records[entry.article].article.text[event["sentence"]["start"] : event["sentence"]["end"]]
        event = event | {
            "article": entry.article,
            "plover": plover[entry.event.type] or None,
            "when": event["when"] | _said(entry.event.when),
            "sentence": event["sentence"] | {"text": words},
        }
        if entry.event.put_off:
            event["postponed"] = True
        if entry.also:
            event["also"] = [
                {
                    "id": one.id,
                    "article": one.article,
                    "title": one.event.title,
                    "status": one.event.status,
                    "when": event_json(one.event)["when"] | _said(one.event.when),
                    "sentence": told.sentence(timeline, one),
                }
                for one in entry.also
            ]
        if entry.edited:
            event["edited"] = list(entry.edited)
        if entry.read is not None:
            event["read"] = event_json(entry.read)
        events.append(event)
    return events


def _said(when: When) -> dict[str, str | None]:
    """What a date is in words, its last day, which people count in, and its hour."""
    last = told.last_day(when)
    words, hour = wording.precise(when, long=False), wording.hour(when)
    return {"words": words, "last": last.isoformat() if last else None, "hour": hour or None}


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
    event = entry.event
    plover = lexicon.load().plover
    articles = [timeline.records[one.article].article for one in entry.told]
    return [
        wording.precise(event.when, long=False),
        "; ".join(part for part in (wording.POSTPONED if event.put_off else "", told.meaning(event)) if part),
        event.when.first or "",
        told.last_day(event.when) or "",
        event.when.until or "",
        wording.hour(event.when),
        event.status,
        event.type,
        plover[event.type],
        event.title,
        "; ".join(told.who(timeline, entry)),
        event.place.name if event.place else "",
        event.when.basis,
        event.when.extent or "",
        event.salience,
        event.confidence,
        " / ".join(told.sentence(timeline, one) for one in entry.told),
        "; ".join(article.id for article in articles),
        "; ".join(dict.fromkeys(article.source for article in articles if article.source)),
        " ".join(dict.fromkeys(article.url for article in articles if article.url)),
        "; ".join(entry.edited),
        event.id,
    ]


def _plain(cell: object) -> object:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell
