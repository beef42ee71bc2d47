"""Calendar and contract in words that people write: "1–10 Aug 2016", "reported 27 Jul 2016", "some day within".

Standard library only. Every view (terminal, dashboard, picture) takes its words from here, so that all say the same.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from timeline.dates import moments, standing

if TYPE_CHECKING:
    from timeline.model import Event, Published, When

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
NO_DATE = "no date"
POSTPONED = "postponed"  # what is cancelled for its day, and not for good

STATUS = {
    "occurred": "occurred",
    "ongoing": "under way",
    "planned": "planned",
    "hoped": "hoped for",
    "possible": "possible",
    "denied": "denied",
    "cancelled": "cancelled",
    "conditional": "conditional",
    "generic": "in general",
}
STATUS_MEANING = {
    "occurred": "It happened, as the article tells it.",
    "ongoing": "It was under way when the article was published.",
    "planned": "It was arranged, announced or said with certainty.",
    "hoped": "Somebody aimed at it, wished for it or expected it.",
    "possible": "It may happen or have happened; nobody stands for it.",
    "denied": "Somebody says that it did not happen or will not.",
    "cancelled": "It was planned and called off.",
    "conditional": "It depends on something else.",
    "generic": "No particular occasion is meant.",
}
TYPE = {
    "meeting": "meeting",
    "talks": "talks",
    "visit": "visit",
    "agreement": "agreement",
    "statement": "statement",
    "sanction": "sanction",
    "vote": "vote",
    "deadline": "deadline",
    "attack": "attack",
    "protest": "protest",
    "aid": "aid",
    "other": "other",
}
KIND = {
    "person": "person",
    "country": "country",
    "organisation": "organisation",
    "group": "group",
    "place": "place",
}
ROLE = {"agent": "does it", "patient": "concerned by it", "with": "takes part"}
BASIS = {
    "explicit": "its own words",
    "inherited": "the words around it",
    "published": "the article's date",
    "given": "somebody's hand",
    "none": "nothing says when",
}
BASIS_MEANING = {
    "explicit": "The date stands with the event.",
    "inherited": "The date comes from the sentence, or from the last date of the story.",
    "published": "Only the article's date says when: reported that day, so it happened then or shortly before.",
    "given": "Somebody corrected the date by hand.",
    "none": "The article does not say when, and nothing lets it be known.",
}
TIMEX = {"DATE": "A date", "TIME": "A time of day", "DURATION": "A length of time", "SET": "A time that comes again"}
LENT = "dated by its context"  # an inherited date, where a few words must do
EDIT = {
    "title": "title",
    "type": "type",
    "status": "status",
    "date": "date",
    "actors": "actors",
    "merged": "merged with another",
    "parted": "told apart from others",
    "split": "split from another",
    "added": "added",
}
OFF = {  # by which a title says itself that it is not so
    "cancelled": (" cancel", " call off ", " calls off ", " called off ", " scrap"),
    "postponed": (" postpone", " put off ", " puts off ", " put back ", " puts back ", " delay", " defer"),
    "denied": (" denies ", " deny ", " no ", " not "),
}
EXTENT = {"within": "some day within", "throughout": "throughout"}
ORIGIN = {
    "given": "given",
    "metadata": "from the page's own data",
    "text": "printed in the text",
    "inferred": "inferred",
    "unknown": "not known",
}

_SHORT = tuple(m[:3] for m in MONTHS)
_YEARLESS = re.compile(r"XXXX-(\d\d)(?:-(\d\d))?$")
_SEASONS = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}
_PARTS = {"MO": "morning", "AF": "afternoon", "EV": "evening", "NI": "night"}
_REFERENCES = {"PAST_REF": "in the past", "PRESENT_REF": "now", "FUTURE_REF": "in the future"}


def day(on: date, *, long: bool = False) -> str:
    """A day: "27 Jul 2016", with `long` "27 July 2016"."""
    return f"{on.day} {_month(on, long)} {year(on)}"


def year(on: date) -> str:
    """A day's year, one of few digits with its era, so that nobody takes it for a day: "2016", "AD 476"."""
    return str(on.year) if on.year >= 1000 else f"AD {on.year}"


def stretch(first: date | None, until: date | None, *, long: bool = False) -> str:
    """A half-open stretch of days as people write it, the last day named and not the one after it.

    "24 Mar 2016", "1–10 Aug 2016", "28 Jul–3 Aug 2016", "Jan–Mar 2016", "Aug 2016", "2016", "2010–2019";
    open on one side "until 31 Aug 2016" or "from 1 Aug 2016"; open on both "no date".
    """
    if first is None and until is None:
        return NO_DATE
    if first is None and until is not None:
        return f"until {day(until - timedelta(days=1), long=long)}"
    if until is None and first is not None:
        return f"from {day(first, long=long)}"
    assert first is not None  # noqa: S101 - for the type checker
    assert until is not None  # noqa: S101
    last = until - timedelta(days=1)
    if first >= last:
        return day(first, long=long)
    if first.day == 1 and until.day == 1:
        return _months(first, last, long)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{day(last, long=long)}"
    if first.year == last.year:
        return f"{first.day} {_month(first, long)}–{day(last, long=long)}"
    return f"{day(first, long=long)} – {day(last, long=long)}"


def when(at: When, *, long: bool = False) -> str:
    """An event's date: its stretch, "reported 27 Jul 2016" where only the article's date says when, or "no date"."""
    words = dated(at, long=long)
    if words == NO_DATE:
        return value(at.value, long=long) or NO_DATE
    return f"reported {words}" if at.basis == "published" else words


def dated(at: When, *, long: bool = False) -> str:
    """The days of an event as people write them, with the hour where it is told: "24 Mar 2016, 09:00 GMT"."""
    first, until = at.first, at.until
    begins, ends = moments(at.edtf)
    if first and until and (until - first).days > 1 and begins and ends:
        last = until - timedelta(days=1)
        return f"{day(first, long=long)}, {_clock(begins)} – {day(last, long=long)}, {_clock(ends)}"
    days = standing(at) if until is None else None
    words = f"from {stretch(*days, long=long)}" if days else stretch(first, until, long=long)
    if first is None and until and at.extent != "throughout":
        words = f"by {day(until - timedelta(days=1), long=long)}"  # it does not last until then
    told = hour(at)
    return f"{words}, {told}" if told else words


def hour(at: When) -> str:
    """When on its day an event is: "09:00 GMT", "after 18:00", "09:00–17:00", "about 10:00", "evening"; "" untold."""
    stands = standing(at)
    if stands is None or (stands[1] - stands[0]).days > 1:
        return ""
    begins, ends = moments(at.edtf)
    if begins and ends and begins != ends:
        return f"{begins:%H:%M}–{_clock(ends)}"
    if begins or ends:
        side = "after " if begins and not ends else "before " if ends and not begins else ""
        return f"{side if at.first and at.until else ''}{_clock(begins or ends)}"
    if at.basis != "explicit":
        return ""
    told = (at.value or "").partition("T")[2]
    return f"about {told}" if ":" in told and (at.edtf or "").endswith("~") else _PARTS.get(told, "")


def _clock(at: datetime | None) -> str:
    if at is None:
        return ""
    told = "midnight" if at.time() == time() else f"{at:%H:%M}"
    offset = at.utcoffset()
    if offset is None:
        return told
    minutes = int(offset.total_seconds() // 60)
    hours, rest = divmod(abs(minutes), 60)
    by = f"{'−' if minutes < 0 else '+'}{hours}{f':{rest:02}' if rest else ''}"
    return f"{told} {f'UTC{by}' if minutes else 'GMT'}"


def status(event: Event) -> str:
    """An event's status, of what was called off whether it was only put off: "hoped for", "postponed"."""
    return POSTPONED if event.put_off else STATUS[event.status]


def status_meaning(event: Event) -> str:
    """What that means, in a sentence."""
    return "It was planned, and put off." if event.put_off else STATUS_MEANING[event.status]


def says_off(event: Event) -> bool:
    """Whether the title of what is not so says that itself: "Talks called off"."""
    title = f" {printable(event.title).lower()} "
    return any(word in title for word in OFF[POSTPONED if event.put_off else event.status])


def precise(at: When, *, long: bool = True) -> str:
    """An event's date with what the stretch means: "some day within 1–10 August 2016", "24 March 2016"."""
    return f"{extent(at)} {when(at, long=long)}".strip()


def extent(at: When) -> str:
    """What a stretch of several days means: "some day within", "throughout"; "" of one day and of an open end."""
    several = at.first and at.until and (at.until - at.first).days > 1
    return EXTENT.get(at.extent or "", "") if several and at.basis != "published" else ""


def lent(at: When) -> str:
    """That an event's own words do not say when; "" where they do."""
    return LENT if at.basis == "inherited" else ""


def value(timex: str | None, *, long: bool = False) -> str | None:
    """A TIMEX3 value that has no place in the calendar, in words; None when it says nothing that can be said.

    "XXXX-08" is "Aug, year not known"; "PAST_REF" is "in the past".
    """
    if timex is None:
        return None
    if found := _YEARLESS.match(timex):
        month = int(found[1])
        if not 1 <= month <= 12:
            return None
        name = MONTHS[month - 1] if long else _SHORT[month - 1]
        return f"{int(found[2])} {name}, year not known" if found[2] else f"{name}, year not known"
    if timex.startswith("XXXX-") and timex[5:] in _SEASONS:
        return f"{_SEASONS[timex[5:]]}, year not known"
    return _REFERENCES.get(timex)


def published(at: Published, *, long: bool = True) -> str:
    """The article's date and where it comes from: "27 July 2016 (given)", "2016 (inferred)", "not known"."""
    if at.origin == "unknown" or (at.first is None and at.until is None):
        return ORIGIN["unknown"]
    return f"{stretch(at.first, at.until, long=long)} ({ORIGIN[at.origin]})"


def listed(words: Iterable[str], *, last: str = "and") -> str:
    """Words as a list in a sentence: "Lavrov, Kerry and de Mistura"."""
    items = list(words)
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


def counted(number: int, noun: str, plural: str | None = None) -> str:
    """A count with its noun: "1 event", "9 events", "1,200 countries"."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def sentence(words: str) -> str:
    """Words with a first capital and a stop: "edited by hand: date" is "Edited by hand: date."."""
    return f"{words[:1].upper()}{words[1:]}." if words else ""


def printable(words: str) -> str:
    """Somebody's words on one line, with nothing in them that moves a terminal's cursor or turns its text round."""
    flat = " ".join(words.split())
    if flat.isprintable():
        return flat
    return "".join("" if unicodedata.category(c) == "Cf" else c if c.isprintable() else "�" for c in flat)


def named(ident: str) -> str:
    """An actor's name as near as its id tells it: "country:sd" is Sudan, "person:sergei-lavrov" Sergei Lavrov."""
    kind, _, rest = ident.partition(":")
    if kind == "country":
        from babel import Locale

        return str(Locale("en").territories.get(rest.upper(), rest.upper()))
    return rest.replace("-", " ").title()


def short(words: str, most: int = 60) -> str:
    """Somebody's words as a message may repeat them: on one line, printable, and cut to `most` characters."""
    shown = printable(words)
    return shown if len(shown) <= most else shown[: most - 1] + "…"


def _month(on: date, long: bool) -> str:
    return MONTHS[on.month - 1] if long else _SHORT[on.month - 1]


def _months(first: date, last: date, long: bool) -> str:
    """Whole months: "Aug 2016", "Jan–Mar 2016", "Dec 2016 – Feb 2017"; whole years: "2016", "2010–2019"."""
    if first.month == 1 and last.month == 12:
        return year(first) if first.year == last.year else f"{year(first)}–{last.year}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{_month(first, long)} {year(first)}"
    if first.year == last.year:
        return f"{_month(first, long)}–{_month(last, long)} {year(last)}"
    return f"{_month(first, long)} {year(first)} – {_month(last, long)} {year(last)}"
