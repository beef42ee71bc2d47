"""What of a timeline is shown. Pure: the same names serve as options of the command and as keys in an address."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import date
from urllib.parse import urlsplit

from timeline import wording
from timeline.dates import day_after
from timeline.model import BASES, ON_CALENDAR, STATUSES, TYPES, Actor, Entry, Record, Timeline

MODES = ("any", "all")
UNNAMED = "no source named"  # of the articles that bear none


@dataclass(frozen=True, slots=True)
class Filters:
    """What to show; the defaults show what belongs on a calendar.

    Within one field any of the values will do (for `actor`: see `mode`), and every field must agree.
    """

    actor: tuple[str, ...] = ()  # ids: "country:us", "person:john-kerry"
    mode: str = "any"  # whether any or all of the actors must take part
    type: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    basis: tuple[str, ...] = ()
    from_: date | None = None  # first day to show
    to: date | None = None  # last day to show, included
    salience: float = ON_CALENDAR  # at least
    confidence: float = 0.0  # at least
    source: tuple[str, ...] = ()  # names as `source_of` gives them
    text: str = ""  # words, all of which stand in the event's title, sentence, actors or place

    def __post_init__(self) -> None:
        """ValueError or TypeError names a field that holds what no event has, and the mend."""
        for name, choices in (("type", TYPES), ("status", STATUSES), ("basis", BASES)):
            for value in self._several(name):
                if value not in choices:
                    raise ValueError(f"{name} {value!r}: use one of {', '.join(choices)}")
        self._several("actor"), self._several("source")
        if self.mode not in MODES:
            raise ValueError(f"mode {self.mode!r}: use one of {', '.join(MODES)}")
        for name in ("salience", "confidence"):
            if not isinstance(share := getattr(self, name), int | float) or not 0 <= share <= 1:
                raise ValueError(f"{name} {share!r}: give a number from 0 to 1")
        for name in ("from_", "to"):
            if not isinstance(getattr(self, name), date | None):
                raise TypeError(f"{name} {getattr(self, name)!r}: give a datetime.date, or None")

    def _several(self, name: str) -> tuple[str, ...]:
        values: tuple[str, ...] = getattr(self, name)
        if not isinstance(values, tuple):
            raise TypeError(
                f"{name} {values!r}: give a tuple, such as ({values if isinstance(values, str) else '…'!r},)"
            )
        return values

    @property
    def days(self) -> tuple[date, date] | None:
        """The days `[first, until)` that are asked for, where any are."""
        if not (self.from_ or self.to):
            return None
        return self.from_ or date.min, day_after(self.to) if self.to else date.max

    def to_query(self) -> dict[str, list[str]]:
        """These filters as keys and values of an address; what is at its default is left out."""
        query: dict[str, list[str]] = {}
        for item in fields(self):
            value = getattr(self, item.name)
            if value != item.default:
                key = KEYS[item.name]
                query[key] = list(value) if isinstance(value, tuple) else [_written(value)]
        return query

    @classmethod
    def from_query(cls, query: Mapping[str, str | Sequence[str] | None]) -> Filters:
        """The filters that an address holds; keys and values that mean nothing are passed over.

        A value is a string, or a list of strings where the key stands more than once.
        """
        given: dict[str, object] = {}
        for name, key in KEYS.items():
            raw = query.get(key)
            values = [] if raw is None else [raw] if isinstance(raw, str) else list(raw)
            read = _READ[name](values)
            if read is not None:
                given[name] = read
        return cls(**given)  # type: ignore[arg-type] # each reader gives the type of its field


def misread(query: Mapping[str, Sequence[str]]) -> tuple[tuple[str, str], ...]:
    """The (key, value) pairs of an address's filters that `Filters.from_query` passes over, to be told to the reader.

    `{"status": ["planned", "great"], "from": ["soon"]}` gives `(("status", "great"), ("from", "soon"))`.
    """
    found: list[tuple[str, str]] = []
    for name, key in KEYS.items():
        found += [(key, value) for value in query.get(key, ()) if value.strip() and _READ[name]([value]) is None]
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Facets:
    """For each choice that a filter offers, how many events it would show, the other filters staying as they are.

    `actor` holds every actor that can act, also those with no event, so that they can be offered.
    """

    actor: dict[str, int] = field(default_factory=dict)
    type: dict[str, int] = field(default_factory=dict)
    status: dict[str, int] = field(default_factory=dict)
    basis: dict[str, int] = field(default_factory=dict)
    source: dict[str, int] = field(default_factory=dict)


KEYS = {item.name: item.name.rstrip("_") for item in fields(Filters)}  # field → its name as option and in an address


def select(timeline: Timeline, filters: Filters) -> Timeline:
    """The timeline with only the entries that the filters show; actors and records stay."""
    from timeline.columns import Columns

    columns = Columns(timeline)
    return columns.pick(columns.mask(filters))


def facets(timeline: Timeline, filters: Filters) -> Facets:
    """What each choice would show, each counted with all filters but those of its own kind.

    With mode "all", an actor's count is of the events that it shares with all actors chosen already.
    """
    from timeline.columns import Columns

    return Columns(timeline).facets(filters)


def circle(actors: Mapping[str, Actor], id_: str) -> frozenset[str]:
    """The ids that a filter on one actor finds: its own, whoever acts for it, and for a country all of that country.

    Whoever acts for a body of a country is of that country too: "country:us" finds the State Department's envoy.
    A country need not be among the actors itself to find its people.
    """
    found = {id_}
    kind, _, code = id_.partition(":")
    if kind == "country":
        found |= {a.id for a in actors.values() if (a.country or "").lower() == code and a.kind != "place"}
    grown = True
    while grown:
        more = {a.id for a in actors.values() if a.of in found and a.id not in found}
        found |= more
        grown = bool(more)
    return frozenset(found)


def beneath(actors: Mapping[str, Actor], id_: str) -> tuple[str, ...]:
    """The ids of the actors to offer beneath this one, by name: those in its circle but itself."""
    return tuple(sorted(circle(actors, id_) - {id_}, key=lambda i: (actors[i].name, i)))


def named(actors: Mapping[str, Actor], words: str) -> tuple[str, ...]:
    """The ids that somebody means by these words: an id, a name, a country's code, or words of a name; () if none.

    The first of these that fits decides, so "Syria" is the country and not "Syrian Network".
    """
    if words in actors:
        return (words,)
    low = words.casefold().strip()
    if not low:
        return ()
    acting = [a for a in actors.values() if a.kind != "place"]
    wanted = set(low.split())
    tests: tuple[Callable[[Actor], bool], ...] = (
        lambda a: a.name.casefold() == low,
        lambda a: a.kind == "country" and (a.country or "").casefold() == low,
        lambda a: wanted <= set(a.name.casefold().split()),
    )
    for test in tests:
        found = tuple(a.id for a in acting if test(a))
        if found:
            return found
    return ()


def source_of(record: Record) -> str:
    """The name under which an article's events can be filtered: its source, or else the host of its address."""
    if record.article.source:
        return record.article.source
    try:
        return urlsplit(record.article.url or "").hostname or UNNAMED
    except ValueError:  # "http://["
        return UNNAMED


def sources_of(timeline: Timeline, entry: Entry) -> frozenset[str]:
    """The names of all sources that tell an event."""
    return frozenset(source_of(timeline.records[one.article]) for one in entry.told)


def sources(timeline: Timeline) -> tuple[str, ...]:
    """The names of all sources of a timeline, in order."""
    return tuple(sorted({source_of(r) for r in timeline.records.values()}))


def in_words(timeline: Timeline, filters: Filters) -> str:
    """What the filters show, for a caption: "United States or Russia; planned; from 1 Aug 2016"; "" at the defaults."""
    or_and = "or" if filters.mode == "any" else "and"
    names = [name_of(timeline, id_) for id_ in filters.actor]
    said = [
        wording.listed(names, last=or_and),
        wording.listed((wording.TYPE[t] for t in filters.type), last="or"),
        statuses_in_words(filters.status),
        wording.listed((f"dated by {wording.BASIS[b]}" for b in filters.basis), last="or"),
        f"from {wording.day(filters.from_)}" if filters.from_ else "",
        f"until {wording.day(filters.to)}" if filters.to else "",
        _least("salience", filters.salience, ON_CALENDAR),
        _least("confidence", filters.confidence, 0.0),
        wording.listed(filters.source, last="or"),
        f"“{filters.text}”" if filters.text else "",
    ]
    return "; ".join(words for words in said if words)


def statuses_in_words(chosen: Sequence[str]) -> str:
    """Statuses that are asked for: "planned or hoped for"; where most are, those that are not: "not denied"."""
    left = [s for s in STATUSES if s not in chosen]
    lacking = len(left) < len(chosen)
    said = wording.listed((wording.STATUS[s] for s in (left if lacking else chosen)), last="or")
    return f"not {said}" if lacking and left else said


def name_of(timeline: Timeline, id_: str) -> str:
    """An actor's name; of one that is not there, the words of its id."""
    actor = timeline.actors.get(id_)
    return actor.name if actor else wording.named(id_)


def _least(name: str, least: float, default: float) -> str:
    if least == default:
        return ""
    return f"any {name}" if least == 0 else f"{name} {least:g} or more"


def climb(actors: Mapping[str, Actor], id_: str) -> frozenset[str]:
    """The ids whose circle holds an actor: its own, those it acts for, and their countries."""
    found: set[str] = set()
    current: str | None = id_
    while current is not None and current not in found:
        found.add(current)
        actor = actors.get(current)
        if actor is not None and actor.country and actor.kind != "place":
            found.add(f"country:{actor.country.lower()}")
        current = actor.of if actor is not None else None
    return frozenset(found)


def says(timeline: Timeline, entry: Entry) -> str:
    """What a search for words looks through: the event's title, sentences, actors and place, in small letters."""
    event = entry.event
    names = [timeline.actors[p.id].name for p in event.actors if p.id in timeline.actors]
    place = [event.place.name] if event.place else []
    sentences = [
        timeline.records[one.article].article.text[one.event.sentence.start : one.event.sentence.end]
        for one in entry.told
    ]
    return "\n".join([event.title, *sentences, *names, *place]).casefold()


def _written(value: object) -> str:
    return repr(value) if isinstance(value, float) else str(value)


def _several(values: list[str]) -> tuple[str, ...] | None:
    return tuple(dict.fromkeys(v for v in values if v)) or None


def _days(values: list[str]) -> date | None:
    for value in values:
        try:
            return date.fromisoformat(value)
        except ValueError:
            continue
    return None


def _share(values: list[str]) -> float | None:
    for value in values:
        try:
            number = float(value)
        except ValueError:
            continue
        if 0 <= number <= 1:
            return number
    return None


def _choices(allowed: tuple[str, ...]) -> Callable[[list[str]], tuple[str, ...] | None]:
    return lambda values: tuple(dict.fromkeys(v for v in values if v in allowed)) or None


_READ: dict[str, Callable[[list[str]], object]] = {
    "actor": _several,
    "mode": lambda values: next((v for v in values if v in MODES), None),
    "type": _choices(TYPES),
    "status": _choices(STATUSES),
    "basis": _choices(BASES),
    "from_": _days,
    "to": _days,
    "salience": _share,
    "confidence": _share,
    "source": _several,
    "text": lambda values: next((v.strip() for v in values if v.strip()), None),
}
