"""The data model: frozen dataclasses that every room of the product passes on.

Standard library only. Offsets are Unicode code points into `Article.text`, end exclusive.
Stretches of calendar are half-open, `[first, until)`, like slices; None is open or not known.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import date, datetime

TIME_TYPES = ("DATE", "TIME", "DURATION", "SET")
ORIGINS = ("given", "metadata", "text", "inferred", "unknown")
KINDS = ("person", "country", "organisation", "group", "place")
STATUSES = (
    "occurred",
    "ongoing",
    "planned",
    "hoped",
    "possible",
    "denied",
    "cancelled",
    "conditional",
    "generic",
)
NOT_SO = ("denied", "cancelled")  # of these, what nobody may take for held or to come
TYPES = (
    "meeting",
    "talks",
    "visit",
    "agreement",
    "statement",
    "sanction",
    "vote",
    "deadline",
    "attack",
    "protest",
    "aid",
    "other",
)
BASES = ("explicit", "inherited", "published", "given", "none")
EXTENTS = ("within", "throughout")
ROLES = ("agent", "patient", "with")
EDITS = ("title", "type", "status", "date", "actors", "merged", "parted", "split", "added")  # what people can change
ON_CALENDAR = 0.5  # salience from which an event is shown unless the user says otherwise


@dataclass(frozen=True, slots=True)
class Article:
    """A text with a date, before anything is read from it."""

    id: str
    text: str
    title: str | None = None
    published: date | None = None  # as given; what the product made of it is `Published`
    source: str | None = None
    url: str | None = None
    language: str = "en"
    note: str | None = None  # how the date is known, where the text is from
    origin: str = "given"  # of `published`: "given", or "metadata" where the page itself states it

    def __post_init__(self) -> None:
        """TypeError names the article, the field and the mend where a field is not what it must be."""
        for name in ("id", "text", "language"):
            if not isinstance(getattr(self, name), str):
                raise self._wrong(name, 'a text in quotes, such as "en"' if name == "language" else "a text in quotes")
        for name in ("title", "source", "url", "note"):
            if not isinstance(getattr(self, name), str | None):
                raise self._wrong(name, "a text in quotes, or None")
        day: object = self.published
        if not isinstance(day, date | None) or isinstance(day, datetime):
            raise self._wrong("published", "a datetime.date, such as date(2016, 7, 27), or None")

    def _wrong(self, name: str, mend: str) -> TypeError:
        value = getattr(self, name)
        return TypeError(f"article {self.id!r:.80}: {name} is {value!r:.60} ({type(value).__name__}): give {mend}")


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of an article's text, `text[start:end]`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Step:
    """One step of an explanation: words or a rule, why it applies, and what it gives."""

    what: str  # "August"
    because: str  # "no year said; the aim lies ahead of 27 July 2016"
    gives: str  # "August 2016"; "" when the step only states something


@dataclass(frozen=True, slots=True)
class Published:
    """When an article was published: the default anchor of its times."""

    value: str | None  # TIMEX3, as precise as known: "2016-07-27", "2016"
    first: date | None
    until: date | None
    origin: str  # one of ORIGINS
    reason: str

    @property
    def day(self) -> date | None:
        """The single day of publication, or None when it is not known to the day."""
        if self.first and self.until and (self.until - self.first).days == 1:
            return self.first
        return None


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A stretch of text and the stretch of calendar it names."""

    id: str  # made from content: type, rule and offsets; unique in its article
    start: int
    end: int
    text: str  # text == article.text[start:end], always
    type: str  # one of TIME_TYPES
    value: str | None  # TIMEX3, as precise as the text: "2021", "2021-03", "P3D"
    mod: str | None  # TIMEX3: START, MID, END, APPROX, ON_OR_AFTER, …
    first: date | None
    until: date | None
    edtf: str | None  # "2021-03"
    rule: str  # which rule said so
    anchor: str | None  # a date "2016-07-27", another time's id, or None
    parts: tuple[str, ...] = ()  # of a range: the ids of its two ends
    why: tuple[Step, ...] = ()  # how words became calendar; not part of the record

    @property
    def is_open(self) -> bool:
        """Whether it names a place in the calendar that is not known: "in August" of no known year."""
        value = self.value or ""
        placeless = value.endswith("_REF") or value.startswith("BC")
        return self.type in {"DATE", "TIME"} and self.first is None and not self.parts and not placeless


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody or something that acts: one entry however often and however named."""

    id: str  # made from content: "person:john-kerry", "country:us"; the same in every article
    name: str
    kind: str  # one of KINDS
    country: str | None = None  # ISO 3166-1 alpha-2
    role: str | None = None  # words: "US Secretary of State"
    of: str | None = None  # id of the actor it acts for: "organisation:united-nations"
    mentions: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Trigger:
    """The shortest words that name an event."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class When:
    """The date of an event and why it has it."""

    value: str | None = None  # TIMEX3
    first: date | None = None
    until: date | None = None
    edtf: str | None = None
    basis: str = "none"  # one of BASES
    extent: str | None = None  # one of EXTENTS; None where there is no date
    time: str | None = None  # id of the TimeExpression, when there is one


@dataclass(frozen=True, slots=True)
class Place:
    """Where an event is: the id of an actor of the same record, and its name."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Participant:
    """An actor's part in an event."""

    id: str
    role: str  # one of ROLES


def event_id(key: str) -> str:
    """The id of an event, made from what tells it from all others: "e" and twelve hexadecimal digits."""
    return "e" + hashlib.blake2b(key.encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()


@dataclass(frozen=True, slots=True)
class Event:
    """Something that somebody did, does or will do."""

    id: str  # made from content; the same each time its article is read
    title: str
    type: str  # one of TYPES
    status: str  # one of STATUSES
    salience: float  # 0–1: how much it deserves a calendar
    confidence: float  # 0–1: how sure the product is of what it says
    trigger: Trigger
    sentence: Span
    when: When
    actors: tuple[Participant, ...] = ()
    place: Place | None = None
    same: str | None = None  # id of the entry of the same article that tells it first
    put_off: bool = False  # cancelled for that day, not for good; not part of the record
    cue: Span | None = None  # the words that gave the status; not part of the record
    said_by: str | None = None  # name of whoever claims it; not part of the record
    why: tuple[Step, ...] = ()  # why the event has its date and status; not part of the record

    @property
    def on_calendar(self) -> bool:
        """Whether a calendar shows it unless the user says otherwise."""
        return self.salience >= ON_CALENDAR


@dataclass(frozen=True, slots=True)
class Record:
    """All that was read from one article."""

    article: Article
    published: Published
    times: tuple[TimeExpression, ...] = ()
    actors: tuple[Actor, ...] = ()
    events: tuple[Event, ...] = ()
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Failure:
    """An article that could not be read; it keeps its line in the output."""

    id: str  # of the article, or FILE:LINE
    error: str  # what, where and the mend


@dataclass(frozen=True, slots=True)
class Entry:
    """An event as it stands on the calendar, with the article that tells it."""

    event: Event
    article: str  # id of the article in the timeline's `records`
    also: tuple[Entry, ...] = ()  # the entries that tell the same, merged into this one: its other sources, its history
    edited: tuple[str, ...] = ()  # what people changed, of EDITS
    read: Event | None = None  # the event as it was read, where people changed it

    @property
    def id(self) -> str:
        """The entry's id: the event's."""
        return self.event.id

    @property
    def told(self) -> tuple[Entry, ...]:
        """The entry itself and those merged into it, one for each time that the event is told."""
        return (self, *self.also)

    def told_in(self, article: str | None) -> Entry | None:
        """The telling of an article, by its id; None when it tells nothing of the event."""
        return next((one for one in self.told if one.article == article), None)


@dataclass(frozen=True, slots=True)
class Timeline:
    """Events of one or many articles, ordered by date, with the actors and records behind them."""

    entries: tuple[Entry, ...] = ()
    actors: dict[str, Actor] = field(default_factory=dict)  # one entry an id, of all articles
    records: dict[str, Record] = field(default_factory=dict)  # by article id
