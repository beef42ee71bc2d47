"""When an article was published: as given, printed or named, or inferred from what the text cannot contradict."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, Unpack
from urllib.parse import urlsplit

from timeline import clean, tense, times
from timeline.hearing import tense_reader
from timeline.model import Article, Published, TimeExpression

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from timeline.clean import Block

_MONTHS = {name.lower(): n for names in (calendar.month_abbr, calendar.month_name) for n, name in enumerate(names) if n}
_DAYS = (  # "2016-07-27-vienna", "vienna_20160727", "/2016/jul/27/": the year first, so that no order is guessed
    re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<cut>[-_./])(?P<month>\d\d?|[a-z]{3,9})(?P=cut)(?P<day>\d\d?)(?!\d)"),
    re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<month>[01]\d)(?P<day>[0-3]\d)(?!\d)"),
)


def published(
    article: Article, blocks: tuple[Block, ...], doc: Doc | None = None, **options: Unpack[times.TimeOptions]
) -> Published:
    """The article's date: given, else printed, else in its address or name, else inferred as an interval."""
    if article.published is not None:
        day = article.published
        reason = article.note or "given with the article"
        return Published(day.isoformat(), day, day + timedelta(1), article.origin, reason)
    return _printed(article, blocks, doc, options) or _named(article) or _inferred(article, blocks, doc, options)


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


def _named(article: Article) -> Published | None:
    """The day in the article's address or name: "https://example.org/2016/07/27/talks", "2016-07-27-vienna"."""
    address = urlsplit(article.url).path if article.url else ""
    for where, words in (("its address", address), ("its name", article.id)):
        days = {d for pattern in _DAYS for m in pattern.finditer(words.lower()) if (d := _day(m)) is not None}
        if len(days) == 1:  # two days are a stretch or a comparison: neither is when it was written
            day = days.pop()
            return Published(day.isoformat(), day, day + timedelta(1), "metadata", f"stands in {where}: {words}")
    return None


def _day(m: re.Match[str]) -> date | None:
    month = _MONTHS.get(m["month"]) or (int(m["month"]) if m["month"].isdigit() else 0)
    try:
        return date(int(m["year"]), month, int(m["day"]))
    except ValueError:
        return None


def _inferred(article: Article, blocks: tuple[Block, ...], doc: Doc | None, options: times.TimeOptions) -> Published:
    """Not before the latest day that the story itself tells of, and before what it looks ahead to has passed.

    A day that is planned or only reached, "will meet on 3 May", "until 3 May", need not have come.
    """
    language, _ = times.language_and_region(article.language)
    heard = tense_reader(article.text, doc, language)

    def is_ahead(t: TimeExpression) -> bool:
        """Whether a clause looks ahead to its time: "will meet on", "votes on", but not "3 May: Peru votes"."""
        side = heard(t.start, t.end)
        goes_on = article.text[max(0, t.start - 2) : t.start].strip().islower()
        return (side.tense == "future" and not side.of_noun) or (side.tense == "present" and side.plain and goes_on)

    def read(anchor: date | None) -> list[TimeExpression]:
        found = times.read_times(
            article.text, anchor=anchor, doc=doc, blocks=blocks, language=article.language, **options
        )
        return [t for t in found if clean.kind_at(blocks, t.start) in {"body", "caption", "item"}]

    def has_come(t: TimeExpression) -> bool:
        """Whether a time has come: its clause tells of it, or a picture shows it."""
        if clean.kind_at(blocks, t.start) == "caption":
            return True
        unsure = heard(t.start, t.end).tense in {"future", "either"} or tense.reaches(article.text, t.start, language)
        return not (unsure or is_ahead(t))

    named = [t for t in read(None) if t.anchor is None and t.type in {"DATE", "TIME"} and t.first is not None]
    told = [t for t in named if has_come(t)]
    said = [t for t in told if _is_month_or_day(t)]
    if not said:
        return Published(None, None, None, "unknown", "no date is given, and the text names none to infer it from")
    latest = max(said, key=lambda t: (t.first or date.min, t.start))
    first = latest.first or date.min
    where = " (the caption)" if clean.kind_at(blocks, latest.start) == "caption" else ""
    reasons = [f"not before {latest.text}{where}"]
    since = max(t.first or date.min for t in told)  # "in 2015" is told after what was planned for 2014
    ahead = [t for t in read(first) if _looks_ahead(t) and _names_a_month(t)]
    ahead += [t for t in named if t not in told and _is_month_or_day(t) and is_ahead(t)]
    ends = [(e, t) for t in ahead if (e := t.until if _names_a_month(t) else t.first) is not None and e > since]
    until, nearest = min(ends, key=lambda one: (one[0], -(one[1].end - one[1].start)), default=(None, None))
    if nearest is not None:
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
