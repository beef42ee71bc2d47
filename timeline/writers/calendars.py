"""A timeline as iCalendar: all-day events, or events of their hour, that say in words how sure their days are."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from icalendar import Calendar, Event, vDuration

from timeline import wording
from timeline.dates import moments, standing
from timeline.filters import in_words
from timeline.model import NOT_SO, Entry, Timeline, When
from timeline.wording import printable
from timeline.writers import told
from timeline.writers.heading import PLAIN
from timeline.writers.wanted import Wanted

STATUS = {
    "occurred": "CONFIRMED",
    "ongoing": "CONFIRMED",
    "planned": "CONFIRMED",
    "hoped": "TENTATIVE",
    "possible": "TENTATIVE",
    "conditional": "TENTATIVE",
    "generic": "TENTATIVE",
    "denied": "TENTATIVE",  # where it is asked for: somebody told of it, somebody says no, and nobody called it off
    "cancelled": "CANCELLED",
}
_REFRESH = timedelta(hours=6)


def ics(timeline: Timeline, wanted: Wanted) -> bytes:
    """The dated events of a timeline as an iCalendar file.

    What somebody says did not happen or will not has no place in a calendar unless the filters ask for that status;
    what was called off stays, as cancelled: whoever has the meeting in their calendar has to know. The description
    says what was left out.

    An event's UID is made from its id: a calendar program that reads the file again knows it again. The end is
    exclusive, as in the standard. The days are those of the stretch, and title and text say what the stretch means;
    "since December" stands on all of December, what is to be by a day on that day. What is told to the hour has it.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//timeline//Diplomatic calendar//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    title = printable(wanted.title or PLAIN)
    calendar.add("name", title)
    calendar.add("x-wr-calname", title)
    calendar.add("x-wr-caldesc", _about(timeline, wanted))
    calendar.add("refresh-interval", vDuration(_REFRESH), parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", vDuration(_REFRESH))
    stamp = datetime.combine(wanted.today, time(), UTC)
    for entry in timeline.entries:
        if standing(entry.event.when) is not None and not _refused(entry, wanted):
            calendar.add_component(_event(timeline, entry, stamp))
    return bytes(calendar.to_ical())


def _about(timeline: Timeline, wanted: Wanted) -> str:
    undated = sum(standing(e.event.when) is None for e in timeline.entries)
    refused = sum(standing(e.event.when) is not None and _refused(e, wanted) for e in timeline.entries)
    said = [
        in_words(timeline, wanted.filters),
        f"{wording.counted(undated, 'event')} without a date left out" if undated else "",
        f"{wording.counted(refused, 'denied event')} left out" if refused else "",
    ]
    return printable("; ".join(part for part in said if part)) or "All events"


def _refused(entry: Entry, wanted: Wanted) -> bool:
    """Whether an event stays out because it is denied and nobody asked for such."""
    return entry.event.status == "denied" and "denied" not in wanted.filters.status


def _event(timeline: Timeline, entry: Entry, stamp: datetime) -> Event:
    event = entry.event
    first, until = _from_to(event.when)
    made = Event()
    made.add("uid", f"{event.id}@timeline")
    made.add("dtstamp", stamp)
    made.add("dtstart", first)
    if until is not None:
        made.add("dtend", until)
    made.add("summary", _summary(entry))
    made.add("description", _text(timeline, entry))
    made.add("status", STATUS[event.status])
    made.add("transp", "TRANSPARENT")  # it keeps nobody busy
    made.add("categories", [wording.TYPE[event.type]])
    if event.place:
        made.add("location", printable(event.place.name))
    if link := told.link(timeline, entry):
        made.add("url", link)
    return made


def _from_to(when: When) -> tuple[date | datetime | None, date | datetime | None]:
    """From when to when an event stands: its days; or its hour, where it is told to the minute, as long as is told.

    An hour whose zone is told is given in UTC, another as the clocks of the place have it.
    """
    begins, ends = (at and (at.astimezone(UTC) if at.tzinfo else at) for at in moments(when.edtf))
    sure = begins or when.first is None  # not "before 6 p.m. on 12 May"
    at = begins or ends
    if at is None or not sure or (ends is None and when.until) or at.time() == time():
        return standing(when) or (None, None)  # "midnight on Friday": which of two?
    return at, (ends if ends and ends > at else None)


def _summary(entry: Entry) -> str:
    """The title with what keeps it from being a plain fact: "Denied: Envoys meet (reported then: …)"."""
    hedges = told.hedges(entry)[1 if entry.event.status in NOT_SO else 0 :]  # the headline says it
    return told.headline(entry.event) + (f" ({'; '.join(hedges)})" if hedges else "")


def _text(timeline: Timeline, entry: Entry) -> str:
    event = entry.event
    lines = [
        f"When: {wording.precise(event.when)}",
        f"Status: {wording.status(event)}. {wording.status_meaning(event)}",
        f"Dated by {wording.BASIS[event.when.basis]}. {wording.BASIS_MEANING[event.when.basis]}",
    ]
    if names := told.who(timeline, entry):
        lines.append(f"Who: {printable(', '.join(names))}")
    if entry.edited:
        lines.append(wording.sentence(told.edited(entry)))
    for sentence, source in told.sentences(timeline, entry):
        lines += ["", f"“{printable(sentence)}”", source]
    return "\n".join(lines)
