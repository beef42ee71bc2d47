"""When an article was published: as given, or inferred from what the text itself cannot contradict."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Unpack

from timeline import clean, times
from timeline.model import Article, Published, TimeExpression

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from timeline.clean import Block


def published(
    article: Article, blocks: tuple[Block, ...], doc: Doc | None = None, **options: Unpack[times.TimeOptions]
) -> Published:
    """The article's date: given, else inferred as an interval with its reasons, else unknown."""
    if article.published is not None:
        day = article.published
        reason = article.note or "given with the article"
        return Published(day.isoformat(), day, day + timedelta(1), article.origin, reason)
    return _printed(article, blocks, doc, options) or _inferred(article, blocks, doc, options)


def _printed(
    article: Article, blocks: tuple[Block, ...], doc: Doc | None, options: times.TimeOptions
) -> Published | None:
    """The day that stands above the story: "Published: 30 November 2021", "VIENNA, 30 November 2021 (Agency) -"."""
    if not any(b.kind == "dateline" for b in blocks):
        return None
    for t in times.read_times(article.text, anchor=None, doc=doc, blocks=blocks, language=article.language, **options):
        day = t.first if t.anchor is None and t.first is not None and t.until == t.first + timedelta(1) else None
        if day is not None and clean.kind_at(blocks, t.start) == "dateline":
            return Published(day.isoformat(), day, t.until, "text", f"printed above the story: {t.text}")
    return None


def _inferred(article: Article, blocks: tuple[Block, ...], doc: Doc | None, options: times.TimeOptions) -> Published:
    """Not before the latest day that the story itself names, and before the month it looks ahead to has passed."""

    def read(anchor: date | None) -> list[TimeExpression]:
        found = times.read_times(
            article.text, anchor=anchor, doc=doc, blocks=blocks, language=article.language, **options
        )
        return [t for t in found if clean.kind_at(blocks, t.start) in {"body", "caption"}]

    said = [t for t in read(None) if t.anchor is None and t.type in {"DATE", "TIME"} and _is_month_or_day(t)]
    if not said:
        return Published(None, None, None, "unknown", "no date is given, and the text names none to infer it from")
    latest = max(said, key=lambda t: (t.first or date.min, t.start))
    first = latest.first or date.min
    where = " (the caption)" if clean.kind_at(blocks, latest.start) == "caption" else ""
    reasons = [f"not before {latest.text}{where}"]
    ahead = [
        t for t in read(first) if t.until is not None and t.until > first and _looks_ahead(t) and _names_a_month(t)
    ]
    until: date | None = None
    if ahead:
        nearest = min(ahead, key=lambda t: (t.until or date.max, -(t.end - t.start)))
        until = nearest.until
        reasons.append(f"“{nearest.text}” is still ahead")
    one_year = until is not None and (until - timedelta(1)).year == first.year
    value = str(first.year) if one_year else None
    return Published(value, first, until, "inferred", "; ".join(reasons))


def _is_month_or_day(t: TimeExpression) -> bool:
    """Whether a time names a month or a day: "the 2015 deal" says nothing of when the story was written."""
    return t.first is not None and t.until is not None and (t.until - t.first).days <= 31


def _names_a_month(t: TimeExpression) -> bool:
    """Whether a time names its month; a weekday is ahead of any week."""
    return t.rule not in {"weekday", "weekday_alone"} and (t.value or "").count("-") == 1 and "W" not in (t.value or "")


def _looks_ahead(t: TimeExpression) -> bool:
    """Whether the clause of a time, not the calendar, put it ahead."""
    return any("looks ahead" in s.because for s in t.why)
