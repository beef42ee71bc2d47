"""What every format that people read says of an event beside its title and date, in the same words."""

from __future__ import annotations

from datetime import date, timedelta

from timeline import wording
from timeline.dates import standing
from timeline.model import NOT_SO, Entry, Event, Record, TimeExpression, Timeline, When
from timeline.wording import printable


def meaning(event: Event) -> str:
    """What the stretch of an event means: "some day within", "then or shortly before"; "" for one plain day."""
    when = event.when
    days = standing(when)
    if days is None:
        return ""
    if open_side := side(when):
        return open_side
    if when.basis == "published":
        return "reported then: that day or shortly before"
    long = "all through" if when.extent == "throughout" else "some day within, or several"
    if event.status == "denied":
        long = "on none of these days"
    parts = long if (days[1] - days[0]).days > 1 else "", wording.lent(when)
    return "; ".join(part for part in parts if part)


def side(when: When) -> str:
    """What a date that is open on one side means: "by then at the latest"; "" of any other."""
    if when.first is None and when.until is not None:
        return "it lasts till then" if when.extent == "throughout" else "by then at the latest"
    return "from then on; the end is not given" if when.first is not None and when.until is None else ""


def time_of(event: Event, record: Record) -> TimeExpression | None:
    """The words that date the event; None when there are none."""
    return next((time for time in record.times if time.id == event.when.time), None)


def named_by(time: TimeExpression) -> str:
    """What the words of a time name: "4 May 2016, 10:00", "August, year not known"; "" where nobody can say."""
    words = wording.when(When(time.value, time.first, time.until, time.edtf, "explicit"), long=True)
    return "" if words == wording.NO_DATE else words


def last_day(when: When) -> date | None:
    """The last day of a stretch, the day before its `until`; None where the end is open."""
    return when.until - timedelta(days=1) if when.until else None


def headline(event: Event) -> str:
    """The title, with what it is not before it where it does not say so and stands alone: "Denied: Envoys meet"."""
    title = printable(event.title)
    if event.status not in NOT_SO or wording.says_off(event):
        return title
    return f"{wording.status(event).capitalize()}: {title}"


def hedges(entry: Entry) -> list[str]:
    """What keeps an event from being a plain fact on a plain day, in as few words as a calendar has room for."""
    event = entry.event
    said = [] if event.status == "occurred" else [wording.status(event)]
    said += [meaning(event)] if meaning(event) else []
    return said + ([edited(entry)] if entry.edited else [])


def edited(entry: Entry) -> str:
    """What people changed: "edited by hand: date, status"; "" when nothing was."""
    what = wording.listed((wording.EDIT[e] for e in entry.edited), last="and")
    return f"edited by hand: {what}" if what else ""


def sentences(timeline: Timeline, entry: Entry) -> list[tuple[str, str]]:
    """For each time that the event is told: the sentence on one line, and where it stands."""
    return [(sentence(timeline, one), source(timeline, one)) for one in entry.told]


def sentence(timeline: Timeline, entry: Entry) -> str:
    """The sentence that tells an event, on one line."""
    text, span = timeline.records[entry.article].article.text, entry.event.sentence
    return " ".join(text[span.start : span.end].split())


def source(timeline: Timeline, entry: Entry) -> str:
    """Where an event is told: "Envoys hopeful, Example Wire, published 27 July 2016 (inferred)"."""
    record = timeline.records[entry.article]
    article, at = record.article, record.published
    day = wording.stretch(at.first, at.until, long=True) if at.first or at.until else ""
    known = " (inferred)" if day and at.origin == "inferred" else ""
    parts = [article.title or article.id, article.source or "", f"published {day}{known}" if day else ""]
    return printable(", ".join(part for part in dict.fromkeys(parts) if part))


def who(timeline: Timeline, entry: Entry) -> list[str]:
    """The names of those who take part, whoever does it first."""
    return [timeline.actors[p.id].name for p in entry.event.actors if p.id in timeline.actors]


def link(timeline: Timeline, entry: Entry) -> str | None:
    """The address of the article, where it is one that leads to a page and nowhere else."""
    url = timeline.records[entry.article].article.url or ""
    return url if url.startswith(("https://", "http://")) else None
