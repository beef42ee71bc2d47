"""What people correct of a timeline: `apply(timeline, corrections)`. Pure; what was read stays as it was read.

A correction names its event by id, which reading the article again makes anew, and by the words that tell it, should
the id have changed. One whose event is gone stays in the history and is named by `astray`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import date, timedelta
from typing import Any

from timeline import wording
from timeline.dates import moments, stretch
from timeline.model import (
    EXTENTS,
    KINDS,
    ROLES,
    STATUSES,
    TYPES,
    Actor,
    Article,
    Entry,
    Event,
    Participant,
    Published,
    Record,
    Span,
    Step,
    Timeline,
    Trigger,
    When,
    event_id,
)
from timeline.timelines import order

ACTS = ("change", "hide", "merge", "part", "split", "add", "unite")
BY_HAND = "added by hand"  # the source of events that people add
_PREFIX = "by-hand-"  # of the articles that stand for them
_MOST = {"title": 300, "sentence": 5_000, "note": 1_000, "url": 2_000, "words": 200}  # characters


class CorrectionError(ValueError):
    """A correction cannot be made; the message is one line that says what is wrong and the mend.

    `field` is what of a form it is about: "when"; "" where it is about all of it.
    """

    def __init__(self, message: str, field: str = "") -> None:
        super().__init__(message)
        self.field = field


@dataclass(frozen=True, slots=True)
class Target:
    """Which event is meant, or which actor: its id, and the words by which an event is found again."""

    id: str
    title: str = ""  # what it was called, for whoever reads the history
    article: str = ""
    sentence: str = ""
    trigger: str = ""


@dataclass(frozen=True, slots=True)
class Changes:
    """What is to be said of an event in place of what was read; None leaves it as it is."""

    title: str | None = None
    type: str | None = None
    status: str | None = None
    when: When | None = None
    words: str | None = None  # as which somebody wrote the date: "early August 2016"
    actors: tuple[Participant, ...] | None = None
    known: tuple[Actor, ...] = ()  # actors among these that no article names
    sentence: str | None = None  # of an event added by hand: who says so, in whose words
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Correction:
    """One thing that somebody corrected."""

    id: str  # never two alike: made where the clock is
    act: str  # one of ACTS
    target: Target  # the event, or for "unite" the actor; for "add" its id is empty
    into: Target | None = None  # "merge", "unite": what the target becomes one with
    changes: Changes = field(default_factory=Changes)
    note: str = ""  # why, in the words of whoever made it
    made: str = ""  # when: "2016-07-28T09:30"
    undone: str = ""  # when it was taken back; "": it holds


def apply(timeline: Timeline, corrections: Iterable[Correction]) -> Timeline:
    """The timeline with these corrections, in their order; what is undone, and what finds no event, changes nothing."""
    held = [c for c in corrections if not c.undone]
    if not held:
        return timeline
    desk = _Desk(timeline)
    for correction in held:
        desk.do(correction)
    return desk.timeline()


def astray(timeline: Timeline, corrections: Iterable[Correction]) -> tuple[Correction, ...]:
    """Those of the corrections whose event or actor the timeline, as it was read, does not hold (any more)."""
    desk = _Desk(timeline)
    return tuple(c for c in corrections if not c.undone and not desk.do(c))


def target_of(timeline: Timeline, entry: Entry) -> Target:
    """An entry as a correction names it."""
    event = entry.read or entry.event
    text = timeline.records[entry.article].article.text
    return Target(entry.id, event.title, entry.article, _said(event, text), event.trigger.text)


def dated(first: date | None, last: date | None, *, extent: str | None = None) -> When:
    """The date that somebody gives: from one day to another, both included; open where one is None.

    CorrectionError when the last day is before the first.
    """
    if first is None and last is None:
        return When()
    if first and last and last < first:
        raise CorrectionError(f"{wording.day(last)} is before {wording.day(first)}: change one of the two", "when")
    try:
        until = last + timedelta(1) if last else None
    except OverflowError:
        raise CorrectionError("the calendar ends with the year 9999: choose an earlier day", "when") from None
    return When(_value(first, last), first, until, _edtf(first, last), "given", extent or "within")


def is_by_hand(record: Record) -> bool:
    """Whether a record stands for an event that somebody added, and for no article."""
    return record.article.id.startswith(_PREFIX) and record.article.source == BY_HAND


def made_of(records: Iterable[Record], *, article: str = "article") -> list[str]:
    """Of what a calendar is made, articles and events by hand apart: ["10 articles", "1 event by hand"]."""
    kinds = Counter(map(is_by_hand, records))
    said = [wording.counted(kinds[False], article)] if kinds[False] else []
    return said + ([f"{wording.counted(kinds[True], 'event')} by hand"] if kinds[True] else [])


def leaves(correction: Correction) -> str | None:
    """The id of the event that stands where a correction was made; None of one that hides, or is about an actor."""
    match correction.act:
        case "hide" | "unite":
            return None
        case "merge":
            return correction.into.id if correction.into else None
        case "split" | "add":
            return _id(correction)
        case _:
            return correction.target.id


def told(correction: Correction) -> str:
    """A correction in a few words, as the history lists it: "“Talks in Bern”: date now 3 Aug 2016"."""
    name = f"“{wording.short(correction.target.title or correction.changes.title or correction.target.id)}”"
    into = f"“{wording.short(correction.into.title or correction.into.id)}”" if correction.into else ""
    changed = "; ".join(_changed(correction.changes))
    match correction.act:
        case "hide":
            return f"{name} hidden"
        case "merge":
            return f"{name} merged into {into}"
        case "part":
            return f"{name} told apart from the others"
        case "unite":
            return f"{name} is {into}"
        case "split":
            return f"{name} split in two" + (f"; the second: {changed}" if changed else "")
        case "add":
            when = correction.changes.when
            return f"{name} added by hand" + (f", {wording.precise(when, long=False)}" if when else "")
        case _:
            return f"{name}: {changed or 'nothing changed'}"


def _changed(changes: Changes) -> list[str]:
    said = []
    if changes.title is not None:
        said.append(f"title now “{wording.short(changes.title)}”")
    if changes.when is not None:
        said.append(f"date now {wording.precise(changes.when, long=False)}")
    if changes.status is not None:
        said.append(f"status now {wording.STATUS[changes.status]}")
    if changes.type is not None:
        said.append(f"type now {wording.TYPE[changes.type]}")
    if changes.actors is not None:
        names = {a.id: a.name for a in changes.known}
        who = [names.get(p.id) or wording.named(p.id) for p in changes.actors]
        said.append(f"actors now {wording.short(', '.join(who))}" if who else "no actors now")
    return said


# ------------------------------------------------------------------------------------------------------- making it so


class _Desk:
    """A timeline that is being corrected."""

    def __init__(self, timeline: Timeline) -> None:
        self.whole = timeline
        self.entries = {e.id: e for e in timeline.entries}
        self.actors = dict(timeline.actors)
        self.records = dict(timeline.records)
        # merged entries → where they went; united actors → whom they are
        self.gone = {one.id: e.id for e in timeline.entries for one in e.also}

    def timeline(self) -> Timeline:
        return replace(
            self.whole,
            entries=tuple(sorted(self.entries.values(), key=order)),
            actors={id_: self.actors[id_] for id_ in sorted(self.actors)},
            records={id_: self.records[id_] for id_ in sorted(self.records)},
        )

    def do(self, correction: Correction) -> bool:
        """Make one correction; False when there is nothing that it could be made on."""
        match correction.act:
            case "add":
                self._add(correction)
                return True
            case "unite":
                return self._unite(correction)
        entry = self._find(correction.target)
        if entry is None:
            return False
        if correction.act == "part":
            return self._part(entry, correction)
        if correction.act == "hide":
            del self.entries[entry.id]
        elif correction.act == "merge":
            return self._merge(entry, correction)
        elif correction.act == "split":
            self._split(entry, correction)
        else:
            self.entries[entry.id] = self._changed(entry, correction)
        return True

    def _find(self, target: Target) -> Entry | None:
        """The entry with this id, else the only one of that article with the same trigger in the same sentence."""
        id_ = target.id
        while id_ in self.gone:  # what was merged is corrected where it went
            id_ = self.gone[id_]
        if id_ in self.entries or not target.sentence:
            return self.entries.get(id_)
        record = self.records.get(target.article)
        if record is None:
            return None
        wanted = (target.sentence, target.trigger)
        alike = [
            e.id
            for e in record.events
            if (_said(e, record.article.text), e.trigger.text) == wanted and e.id in self.entries
        ]
        return self.entries[alike[0]] if len(alike) == 1 else None

    def _changed(self, entry: Entry, correction: Correction) -> Entry:
        changes, event = correction.changes, entry.event
        for actor in changes.known:
            self.actors.setdefault(actor.id, actor)
        parts = {
            "title": changes.title,
            "type": changes.type,
            "status": changes.status,
            "date": changes.when,
            "actors": changes.actors,
        }
        said = {name: value for name, value in parts.items() if value is not None}
        new: dict[str, object] = {("when" if name == "date" else name): value for name, value in said.items()}
        if changes.actors is not None:
            new["actors"] = self._participants(changes.actors)
        if changes.status is not None:
            new |= {"cue": None, "said_by": None, "put_off": False}  # they were of the other status
        return replace(
            entry,
            event=replace(event, **new, why=_why(event, correction)),  # type: ignore[arg-type] # each of its own type
            edited=tuple(dict.fromkeys([*entry.edited, *said])),
            read=entry.read or (event if correction.act == "change" else None),
        )

    def _participants(self, wanted: Sequence[Participant]) -> tuple[Participant, ...]:
        """Each once, whoever was united with another as that other."""
        found: dict[str, Participant] = {}
        for part in wanted:
            id_ = self.gone.get(part.id, part.id)
            found.setdefault(id_, replace(part, id=id_))
        return tuple(found.values())

    def _name(self, part: Participant) -> str:
        actor = self.actors.get(self.gone.get(part.id, part.id))
        return actor.name if actor else part.id

    def _merge(self, entry: Entry, correction: Correction) -> bool:
        into = self._find(correction.into) if correction.into else None
        if into is None or into.id == entry.id:
            return False
        del self.entries[entry.id]
        self.gone[entry.id] = into.id
        names = {self._name(part) for part in into.event.actors}
        others = [part for part in entry.event.actors if self._name(part) not in names]  # of one name, of another id
        event = replace(
            into.event,
            actors=self._participants([*into.event.actors, *others]),
            salience=max(into.event.salience, entry.event.salience),
        )
        self.entries[into.id] = replace(
            into,
            event=event,
            also=(*into.also, replace(entry, also=()), *entry.also),
            edited=tuple(dict.fromkeys([*into.edited, "merged"])),
            read=into.read or into.event,
        )
        return True

    def _part(self, entry: Entry, correction: Correction) -> bool:
        """Let a telling that was merged into others stand for itself again."""
        one = next((e for e in entry.also if e.id == correction.target.id), None)
        if one is None:
            return False
        del self.gone[one.id]
        self.entries[entry.id] = replace(entry, also=tuple(e for e in entry.also if e is not one))
        self.entries[one.id] = replace(one, edited=tuple(dict.fromkeys([*one.edited, "parted"])))
        return True

    def _split(self, entry: Entry, correction: Correction) -> None:
        second = replace(
            entry, event=replace(entry.event, id=_id(correction), same=None), also=(), edited=("split",), read=None
        )
        self.entries[second.id] = self._changed(second, correction)

    def _add(self, correction: Correction) -> None:
        changes = correction.changes
        title = changes.title or "Untitled"
        text = changes.sentence or title
        article = Article(
            id=_PREFIX + _id(correction)[1:],
            text=text,
            title=title,
            source=BY_HAND,
            url=changes.url,
            note=correction.note or None,
        )
        event = Event(
            id=_id(correction),
            title=title,
            type="other",
            status="planned",
            salience=1.0,
            confidence=1.0,
            trigger=Trigger(0, 0, ""),
            sentence=Span(0, len(text)),
            when=When(),
        )
        entry = self._changed(Entry(event, article.id), correction)
        entry = replace(entry, edited=("added",))
        self.entries[entry.id] = entry
        self.records[article.id] = Record(
            article, Published(None, None, None, "unknown", "an event that was added by hand"), events=(entry.event,)
        )

    def _unite(self, correction: Correction) -> bool:
        one, other = correction.target.id, correction.into.id if correction.into else ""
        other = self.gone.get(other, other)
        if one not in self.actors or other not in self.actors or one == other:
            return False
        lost, kept = self.actors.pop(one), self.actors[other]
        self.gone |= {id_: other for id_, now in self.gone.items() if now == one} | {one: other}
        self.actors[other] = replace(
            kept,
            country=kept.country or lost.country,
            role=kept.role or lost.role,
            of=kept.of or (lost.of if lost.of != other else None),
        )
        for id_, actor in self.actors.items():
            if actor.of == one:
                self.actors[id_] = replace(actor, of=other if id_ != other else None)
        for id_, entry in self.entries.items():
            event = entry.event
            place = (
                replace(event.place, id=other, name=kept.name) if event.place and event.place.id == one else event.place
            )
            if place is event.place and all(p.id != one for p in event.actors):
                continue
            event = replace(event, actors=self._participants(event.actors), place=place)
            edited = tuple(dict.fromkeys([*entry.edited, "actors"]))
            self.entries[id_] = replace(entry, event=event, edited=edited, read=entry.read or entry.event)
        return True


def _id(correction: Correction) -> str:
    """The id of the event that a correction makes."""
    return event_id(correction.id)


def _said(event: Event, text: str) -> str:
    return " ".join(text[event.sentence.start : event.sentence.end].split())


def _why(event: Event, correction: Correction) -> tuple[Step, ...]:
    """The explanation, with what was changed by hand in place of the reasons that no longer hold."""
    changes, note = correction.changes, correction.note
    of_status = {event.status, changes.status}
    kept = [s for s in event.why if not (of_status & {s.what, s.gives} if changes.status else False)]
    if changes.when is not None:
        kept = [s for s in kept if event.status in (s.what, s.gives)]
        what = f"“{changes.words}”" if changes.words else "given by hand"
        because = note or ("written by hand" if changes.words else "")
        kept.insert(0, Step(what, because, wording.when(changes.when, long=True)))
    if changes.status is not None:
        kept.append(Step(changes.status, note or "corrected by hand", ""))
    return tuple(kept)


def _value(first: date | None, last: date | None) -> str | None:
    """The TIMEX3 value of a stretch that is a day, a month or a year."""
    if first is None or last is None:
        return None
    if first == last:
        return first.isoformat()
    whole_months = first.day == 1 and (last == date.max or (last + timedelta(1)).day == 1)
    if whole_months and (first.year, first.month) == (last.year, last.month):
        return f"{first:%Y-%m}" if first.year > 999 else first.isoformat()[:7]
    if whole_months and first.year == last.year and (first.month, last.month) == (1, 12):
        return first.isoformat()[:4]
    return None


def _edtf(first: date | None, last: date | None) -> str:
    if first and last:
        return _value(first, last) or f"{first.isoformat()}/{last.isoformat()}"
    return f"{first.isoformat()}/.." if first else f"../{last.isoformat()}" if last else ""


# -------------------------------------------------------------------------------------------------------- as JSON

Json = dict[str, Any]


def to_json(correction: Correction) -> Json:
    """A correction as a JSON object, what is at its default left out."""
    changes = correction.changes
    said: Json = {name: getattr(changes, name) for name in ("title", "type", "status", "words", "sentence", "url")}
    if changes.when is not None:
        when = changes.when
        said["when"] = {
            "value": when.value,
            "first": when.first.isoformat() if when.first else None,
            "until": when.until.isoformat() if when.until else None,
            "edtf": when.edtf,
            "basis": when.basis,
            "extent": when.extent,
        }
    if changes.actors is not None:
        said["actors"] = [{"id": p.id, "role": p.role} for p in changes.actors]
    if changes.known:
        said["known"] = [
            _lean({"id": a.id, "name": a.name, "kind": a.kind, "country": a.country}) for a in changes.known
        ]
    return _lean(
        {
            "id": correction.id,
            "act": correction.act,
            "target": _target_out(correction.target),
            "into": _target_out(correction.into) if correction.into else None,
            "changes": _lean(said) or None,
            "note": correction.note or None,
            "made": correction.made or None,
            "undone": correction.undone or None,
        }
    )


def from_json(said: Any) -> Correction:
    """The correction that a JSON object holds, each value looked at. CorrectionError names the one that is wrong."""
    if not isinstance(said, dict):
        raise CorrectionError('not an object: write {"id": …, "act": …, "target": …, "changes": …}')
    act = _choice(said, "act", ACTS)
    changes = said.get("changes") or {}
    if not isinstance(changes, dict):
        raise CorrectionError('"changes" must be an object')
    into = said.get("into")
    if act in ("merge", "unite") and into is None:
        raise CorrectionError(f'"{act}" needs "into": what the other becomes one with')
    made = Correction(
        id=_text(said, "id", 80) or "",
        act=act or "",
        target=_target_in(said.get("target") or {}),
        into=_target_in(into) if into is not None else None,
        changes=_changes_in(changes),
        note=_text(said, "note", _MOST["note"]) or "",
        made=_text(said, "made", 40) or "",
        undone=_text(said, "undone", 40) or "",
    )
    if act == "add" and not made.changes.title:
        raise CorrectionError("an event needs a title: say in a few words what happened", "title")
    if act != "add" and not made.target.id:
        raise CorrectionError('"target" names no event: give its id')
    return made


def _changes_in(said: Json) -> Changes:
    title = _text(said, "title", _MOST["title"])
    if title is not None and not title.strip():
        raise CorrectionError("the title is empty: say in a few words what happened", "title")
    return Changes(
        title=" ".join(title.split()) if title else None,
        type=_choice(said, "type", TYPES, needed=False),
        status=_choice(said, "status", STATUSES, needed=False),
        when=_when_in(said["when"]) if said.get("when") is not None else None,
        words=_text(said, "words", _MOST["words"]),
        actors=tuple(_participant_in(p) for p in _list(said, "actors")) if said.get("actors") is not None else None,
        known=tuple(_actor_in(a) for a in _list(said, "known")),
        sentence=_text(said, "sentence", _MOST["sentence"]),
        url=_url(_text(said, "url", _MOST["url"])),
    )


def _when_in(said: Any) -> When:
    if not isinstance(said, dict):
        raise CorrectionError('"when" must be an object with "first" and "until"')
    first, until = _day(said, "first"), _day(said, "until")
    if until == date.min:
        raise CorrectionError('"until" is before the calendar begins: choose a later day')
    last = until - timedelta(1) if until else None
    at = dated(first, last, extent=_choice(said, "extent", EXTENTS, needed=False))
    return _as_written(at, _text(said, "value", _MOST["words"]), _text(said, "edtf", _MOST["words"]))


def _as_written(at: When, value: str | None, edtf: str | None) -> When:
    """A date with the hour, or the month from which it is open, that value and EDTF tell, if they are of its days."""
    days, told = stretch(value) if value else None, moments(edtf)
    if not days or (at.first or days[0], at.until or days[1]) != days:
        return at
    hour = any(told) and all(moment is None or days[0] <= moment.date() < days[1] for moment in told)
    return replace(at, value=value, edtf=edtf if hour or edtf == f"{value}/.." else at.edtf)


def _participant_in(said: Any) -> Participant:
    if not isinstance(said, dict):
        raise CorrectionError('an actor is an object with "id" and "role"')
    id_, role = _text(said, "id", 200), _choice(said, "role", ROLES)
    if not id_:
        raise CorrectionError("an actor needs an id")
    return Participant(id_, role or "agent")


def _actor_in(said: Any) -> Actor:
    if not isinstance(said, dict):
        raise CorrectionError('an actor is an object with "id", "name" and "kind"')
    id_, name, kind = _text(said, "id", 200), _text(said, "name", 200), _choice(said, "kind", KINDS)
    if not id_ or not name:
        raise CorrectionError("an actor needs an id and a name")
    return Actor(id_, name, kind or "person", _text(said, "country", 2))


def _target_out(target: Target) -> Json:
    return {f.name: getattr(target, f.name) for f in fields(target) if f.name == "id" or getattr(target, f.name)}


def _target_in(said: Any) -> Target:
    if not isinstance(said, dict):
        raise CorrectionError('"target" and "into" are objects with an "id"')
    return Target(**{f.name: _text(said, f.name, 20_000) or "" for f in fields(Target)})


def _lean(said: Mapping[str, Any]) -> Json:
    return {key: value for key, value in said.items() if value is not None}


def _text(said: Mapping[str, Any], key: str, most: int) -> str | None:
    value = said.get(key)
    if value is None:
        return None
    if not isinstance(value, str):
        raise CorrectionError(f'"{key}" must be words')
    if len(value) > most:
        raise CorrectionError(f'"{key}" is longer than {most:,} characters: shorten it', key)
    try:
        value.encode()
    except UnicodeEncodeError:
        raise CorrectionError(f'"{key}" holds half a character: write it again', key) from None
    return value


def _choice(said: Mapping[str, Any], key: str, choices: tuple[str, ...], *, needed: bool = True) -> str | None:
    value = said.get(key)
    if value is None and not needed:
        return None
    if value not in choices:
        given = "missing" if value is None else f"“{wording.short(str(value))}”"
        raise CorrectionError(f'"{key}" is {given}: write one of {", ".join(choices)}')
    return str(value)


def _list(said: Mapping[str, Any], key: str) -> list[Any]:
    value = said.get(key) or []
    if not isinstance(value, list) or len(value) > 100:
        raise CorrectionError(f'"{key}" must be a list of at most a hundred')
    return value


def _day(said: Mapping[str, Any], key: str) -> date | None:
    words = _text(said, key, 10)
    if not words:
        return None
    try:
        return date.fromisoformat(words)
    except ValueError:
        raise CorrectionError(f'"{key}" is “{words}”, not a day: write it as YYYY-MM-DD') from None


def _url(words: str | None) -> str | None:
    if words and not words.startswith(("https://", "http://")):
        raise CorrectionError("the address of a page begins with https:// or http://", "url")
    return words or None
