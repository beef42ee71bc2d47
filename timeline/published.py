"""When an article was published: as given, or inferred from what the text itself cannot contradict."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from timeline import clean, times
from timeline.model import Article, Published, TimeExpression

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from timeline.clean import Block

_AHEAD = {"future"}


def published(article: Article, blocks: tuple[Block, ...], doc: Doc | None = None) -> Published:
    """The article's date: given, else inferred as an interval with its reasons, else unknown."""
    if article.published is not None:
        day = article.published
        return Published(day.isoformat(), day, day + timedelta(1), "given", article.note or "given with the article")
    return _inferred(article, blocks, doc)


def _inferred(article: Article, blocks: tuple[Block, ...], doc: Doc | None) -> Published:
    """Not before the latest day that the story itself names, and before the month it looks ahead to has passed."""
    found = [
        t
        for t in times.read_times(article.text, anchor=None, doc=doc, blocks=blocks, language=article.language)
        if clean.kind_at(blocks, t.start) in {"body", "caption"}
    ]
    past = [t for t in found if t.first is not None and t.until is not None and t.type in {"DATE", "TIME"} and not _looks_ahead(t)]
    if not past:
        return Published(None, None, None, "unknown", "no date is given, and the text names none to infer it from")
    latest = max(past, key=lambda t: (t.first, t.until))
    first = latest.first
    assert first is not None
    where = clean.kind_at(blocks, latest.start)
    reasons = [f"not before {latest.text}" + (" (the caption)" if where == "caption" else "")]
    until: date | None = None
    ahead = [t for t in found if t.first is None and _month(t) is not None and _looks_ahead(t)]
    for t in ahead:
        month = _month(t)
        assert month is not None
        year = first.year if month >= first.month else first.year + 1
        end = date(year + month // 12, month % 12 + 1, 1)
        if until is None or end < until:
            until = end
            why = f"“{t.text}” still ahead"
    if until is not None:
        reasons.append(why)
    year_known = until is not None and (until - timedelta(1)).year == first.year
    value = str(first.year) if year_known else None
    return Published(value, first, until, "inferred", "inferred: " + ", ".join(reasons))


def _looks_ahead(t: TimeExpression) -> bool:
    """Whether the reading of a time took it to lie ahead of the article."""
    return any("ahead" in s.because for s in t.why)


def _month(t: TimeExpression) -> int | None:
    value = t.value or ""
    if value.startswith("XXXX-") and value[5:7].isdigit():
        return int(value[5:7])
    return None
