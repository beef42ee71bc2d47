"""Adding articles on the page: what is sent becomes articles, what was read of one becomes a line to look at. Pure."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from pathlib import PurePosixPath
from typing import Any

from timeline import wording
from timeline.model import Article, Failure, Record
from timeline.readers.fields import article as article_of
from timeline.readers.inputs import opened
from timeline.readers.unreadable import UnreadableError
from timeline.times import read_time

PASTED = "pasted text"
WRITE = "write the day as 3 Feb 2016 or 2016-02-03"
_SHOWN = 3  # events that are named before an article is kept


def articles_in(data: bytes, name: str, *, url: str | None = None) -> tuple[list[Article], list[str]]:
    """The articles of one file that was dropped, and for each that cannot be read the reason with its mend.

    An article's id is made from its name and text, so that the same one sent again takes its own place.
    """
    path = PurePosixPath(name.replace("\\", "/"))
    found: list[Article] = []
    errors: list[str] = []
    try:
        for given in opened(data, path.name, path.stem or "article", path.suffix.lower()):
            if isinstance(given.what, Failure):
                errors.append(given.what.error)
            else:
                found.append(_own(given.what, url))
    except UnreadableError as error:
        errors.append(str(error))
    return found, errors


def pasted(data: bytes, today: date) -> tuple[list[Article], list[str]]:
    """The same of text that was pasted: called by its headline or first words, its source the pasting."""
    found, errors = articles_in(data, PASTED)
    source = f"Pasted on {wording.day(today, long=True)}"
    return [
        replace(one, source=one.source or source, title=one.title or wording.short(one.text.strip(), 80))
        for one in found
    ], errors


def _own(article: Article, url: str | None) -> Article:
    mark = hashlib.blake2b(article.text.encode("utf-8", "surrogatepass"), digest_size=4).hexdigest()
    stem = re.sub(r"[^\w.-]+", "-", article.title or article.id)[:60].strip("-.") or "article"
    return replace(article, id=f"{stem}-{mark}", url=article.url or url)


def to_json(article: Article) -> dict[str, Any]:
    """An article as the page holds it until it is kept."""
    return {
        "id": article.id,
        "text": article.text,
        "title": article.title,
        "published": article.published.isoformat() if article.published else None,
        "source": article.source,
        "url": article.url,
        "language": article.language,
        "note": article.note,
        "origin": article.origin,
    }


def from_json(said: Any, published: object = None) -> Article:
    """The article that the page sends back, with the day that somebody gave it. UnreadableError says what is wrong."""
    article = article_of(said, "the article")
    if isinstance(said, Mapping) and said.get("origin") == "metadata" and article.published:
        article = replace(article, origin="metadata")
    if isinstance(published, str) and published.strip():
        dated = article_of({**said, "published": day_given(published).isoformat()}, "the article")
        article = replace(dated, origin="given", note="given by whoever added it")
    return article


def day_given(words: str) -> date:
    """The day that somebody types as an article's date. UnreadableError says why it is none."""
    shown = wording.short(words, 40)
    time = read_time(words[:100], anchor=None)
    if time is None:
        raise UnreadableError(f"“{shown}” is no date: {WRITE}")
    if time.first is None or time.until is None:
        raise UnreadableError(f"“{shown}” leaves the year open: {WRITE}")
    if time.until - time.first > timedelta(days=1):
        raise UnreadableError(f"“{shown}” is more than one day: {WRITE}")
    return time.first


def line(record: Record) -> dict[str, Any]:
    """What is shown of an article before it is kept: its date and where that comes from, and what was found."""
    at = record.published
    kept = [e for e in record.events if e.on_calendar]
    return {
        "id": record.article.id,
        "title": record.article.title or wording.short(record.article.text.strip(), 80),
        "published": wording.day(at.day) if at.day else "",
        "said": f"{wording.WEEKDAYS[at.day.weekday()]}, {wording.day(at.day, long=True)}" if at.day else "",
        "origin": wording.ORIGIN[at.origin],
        "reason": at.reason,
        "sure": at.origin not in ("inferred", "unknown"),
        "events": wording.counted(len(kept), "event"),
        "first": [f"{wording.when(e.when)}: {e.title}" for e in kept[:_SHOWN]],
        "warnings": list(record.warnings) if at.origin not in ("inferred", "unknown") else [],
    }
