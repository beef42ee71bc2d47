"""Correcting by hand: the buttons beside an event, what the forms hold, and what a filled form means. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import chain
from typing import Any

from dash import html

from dashboard.attributes import attributes
from timeline import wording
from timeline.corrections import Changes, Correction, CorrectionError, Target, dated, target_of
from timeline.dates import moments, standing
from timeline.filters import name_of
from timeline.model import (
    EXTENTS,
    ROLES,
    STATUSES,
    TYPES,
    Actor,
    Entry,
    Event,
    Participant,
    Published,
    Timeline,
    When,
)
from timeline.times import read_time
from timeline.writers import told

LISTED = 12  # other tellings of an event that are shown
KINDS = ("person", "country", "organisation", "group")  # of those that act
WRITE = "write it as 3 August 2016, early August 2016, 1–10 August 2016 or 2016-08-03, or leave it empty"
LASTING = {
    "within": "happens on one of them, as in “early August”",
    "throughout": "goes on all through, as in “3 to 14 August”",
}
Form = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Row:
    """One actor in a form."""

    name: str
    role: str


@dataclass(frozen=True, slots=True)
class Filled:
    """What a form shows of an event before anybody has changed it."""

    title: str = ""
    when: str = ""
    open_start: bool = False
    open_end: bool = False
    extent: str = "within"
    type: str = "meeting"
    status: str = "planned"
    actors: tuple[Row, ...] = ()


# ------------------------------------------------------------------------------------------------ beside an event


def actions(entry: Entry) -> Any:
    """The buttons that open a form about an event; the style sheet shows them where people may edit."""
    asked = (("Correct", "correct"), ("Hide", "hide"), ("Merge with", "merge"), ("Split in two", "split"))
    buttons = [
        html.Button(
            f"{words}…",
            type="button",
            className="button small",
            **attributes(data_dialog=f"/edit/{act}?event={entry.id}", data_key=f"{act} {entry.id}"),
        )
        for words, act in asked
    ]
    return html.Div(buttons, className="acts", role="group", **attributes(aria_label="Change this event"))


def mark(timeline: Timeline, entry: Entry) -> Any:
    """What people changed of an event, and what was read in its place; None where nothing was changed."""
    if not entry.edited:
        return None
    words = wording.listed(wording.EDIT[one] for one in entry.edited)
    lines: list[Any] = [html.Strong("Edited by hand"), f": {words}"]
    if entry.read is not None:
        lines.append(html.Span([html.Br(), f"read as: {_read(timeline, entry)}"], className="quiet"))
    return html.P(lines, className="edited")


def others(timeline: Timeline, entry: Entry) -> Any:
    """The other tellings of an event, as they came out: what each made of it, its sentence, and where it stands."""
    if not entry.also:
        return None
    quotes: list[Any] = []
    for one in entry.also[:LISTED]:
        quotes.append(html.Blockquote(told.sentence(timeline, one)))
        said = _otherwise(one.event, entry.event)
        apart = html.Button(
            "Not the same…",
            type="button",
            className="button small",
            **attributes(data_dialog=f"/edit/part?event={one.id}", data_key=f"part {one.id}"),
        )
        quotes.append(html.P([f"{said} – " if said else "", told.source(timeline, one)], className="quiet"))
        quotes.append(html.Div(apart, className="acts"))
    left = len(entry.also) - LISTED
    more = [html.P(f"and {left} more", className="quiet")] if left > 0 else []
    return html.Section([html.H3("Told here too"), *quotes, *more], className="also")


def _otherwise(event: Event, now: Event) -> str:
    """What another telling has of an event that stands otherwise now: "Planned for 3 May 2016"."""
    when = (
        wording.precise(event.when) if (event.when.first, event.when.until) != (now.when.first, now.when.until) else ""
    )
    status = wording.status(event) if event.status != now.status else ""
    said = ", ".join(words for words in (status, when) if words)
    return said[:1].upper() + said[1:]


def _read(timeline: Timeline, entry: Entry) -> str:
    """What was read of what is not so any more: "Talks in Bern; 3 May 2016; planned"."""
    read, now = entry.read or entry.event, entry.event
    said = [
        f"“{read.title}”" if read.title != now.title else "",
        wording.when(read.when, long=True) if read.when != now.when else "",
        wording.status(read) if read.status != now.status else "",
        wording.TYPE[read.type] if read.type != now.type else "",
        _who(timeline, read.actors) if {p.id for p in read.actors} != {p.id for p in now.actors} else "",
    ]
    return "; ".join(words for words in said if words) or "the same"


def _who(timeline: Timeline, actors: Iterable[Participant]) -> str:
    return ", ".join(name_of(timeline, part.id) for part in actors) or "nobody"


# ------------------------------------------------------------------------------------------------ what a form shows


def filled(timeline: Timeline, entry: Entry) -> Filled:
    """An event as its form shows it."""
    event, when = entry.event, entry.event.when
    return Filled(
        title=event.title,
        when=_days(when),
        open_start=when.first is None and when.until is not None,
        open_end=when.until is None and when.first is not None,
        extent=when.extent or "within",
        type=event.type,
        status=event.status,
        actors=tuple(Row(_name(timeline, p.id), p.role) for p in event.actors),
    )


def _days(when: When) -> str:
    days = standing(when)
    begins, ends = moments(when.edtf)
    at = begins if begins == ends or when.until is None else ends if when.first is None else None
    hour = f", {wording.hour(when)}" if at and not at.utcoffset() else ""  # which can be read again
    return f"{wording.stretch(*days, long=True)}{hour}" if days else ""


def _name(timeline: Timeline, id_: str) -> str:
    actor = timeline.actors.get(id_)
    return actor.name if actor else id_


def choices() -> dict[str, Any]:
    """What the forms offer to choose from, with the words for it."""
    return {
        "statuses": [(s, wording.STATUS[s], wording.STATUS_MEANING[s]) for s in STATUSES],
        "types": [(t, wording.TYPE[t]) for t in TYPES],
        "roles": [(r, wording.ROLE[r]) for r in ROLES],
        "kinds": [(k, wording.KIND[k]) for k in KINDS],
        "extents": [("", "is as the words say"), *((e, LASTING[e]) for e in EXTENTS)],
    }


def names(timeline: Timeline) -> list[str]:
    """The names of all that can act, to be offered while somebody writes."""
    return sorted({a.name for a in timeline.actors.values() if a.kind != "place"})


# ------------------------------------------------------------------------------------------------ what a form means


def changed(form: Form, timeline: Timeline, entry: Entry, *, id_: str, made: str) -> Correction:
    """The correction that a filled form asks for: only what is not as it was. CorrectionError says what is wrong."""
    changes = changes_of(form, timeline, filled(timeline, entry), _published(timeline, entry))
    if changes == Changes():
        raise CorrectionError("nothing is different: change something, or close the form")
    return Correction(id_, "change", target_of(timeline, entry), changes=changes, note=_note(form), made=made)


def split(form: Form, timeline: Timeline, entry: Entry, *, id_: str, made: str) -> Correction:
    """The correction that makes a second event of the same sentence."""
    changes = changes_of(form, timeline, filled(timeline, entry), _published(timeline, entry))
    if changes == Changes():
        raise CorrectionError("the second event is the same as the first: say what is different")
    return Correction(id_, "split", target_of(timeline, entry), changes=changes, note=_note(form), made=made)


def added(form: Form, timeline: Timeline, *, id_: str, made: str, today: date) -> Correction:
    """The correction that adds an event by hand; where the form holds no status, the date says it."""
    changes = changes_of(form, timeline, Filled(), None)
    if not changes.title:
        raise CorrectionError("an event needs a title: say in a few words what happened", "title")
    when = changes.when or When()
    changes = replace(
        changes,
        type=_chosen(form, "type", TYPES, "meeting"),
        status=_chosen(form, "status", STATUSES, status_by(when, timeline, today)),
        when=when,
        sentence=_said(form, "sentence") or None,
        url=_said(form, "url") or None,
    )
    return Correction(id_, "add", Target("", changes.title or ""), changes=changes, note=_note(form), made=made)


def hidden(form: Form, timeline: Timeline, entry: Entry, *, id_: str, made: str) -> Correction:
    """The correction that takes an event off the calendar."""
    return Correction(id_, "hide", target_of(timeline, entry), note=_note(form), made=made)


def merged(form: Form, timeline: Timeline, entry: Entry, *, id_: str, made: str) -> Correction:
    """The correction that makes one of two events: the one that stays has the other as another source."""
    wanted = _said(form, "into")
    other = next((e for e in timeline.entries if e.id == wanted and e.id != entry.id), None)
    if other is None:
        raise CorrectionError("which event is it one with? Choose one of the list, or search for it")
    gone, stays = (other, entry) if form.get("stays") == "this" else (entry, other)
    return Correction(
        id_, "merge", target_of(timeline, gone), into=target_of(timeline, stays), note=_note(form), made=made
    )


def parted(form: Form, timeline: Timeline, entry: Entry, *, id_: str, made: str) -> Correction:
    """The correction that lets a telling stand for itself again, which was merged into that of another article."""
    return Correction(id_, "part", target_of(timeline, entry), note=_note(form), made=made)


def united(form: Form, timeline: Timeline, *, id_: str, made: str) -> Correction:
    """The correction that makes two actors one."""
    one, other = (_actor(timeline, _said(form, key)) for key in ("actor", "into"))
    if one is None or other is None:
        key = "actor" if one is None else "into"
        missing = wording.short(_said(form, key))
        raise CorrectionError(f"nobody here is called “{missing}”: choose two names of the list", key)
    if one.id == other.id:
        namesakes = [a for a in timeline.actors.values() if a.name == one.name and a.id != one.id and a.kind != "place"]
        if not namesakes:
            raise CorrectionError("that is the same actor twice: choose two names", "into")
        one, other = sorted(
            (one, namesakes[0]), key=lambda a: (a.country is not None, a.id)
        )  # who is known better stays
    targets = (Target(one.id, one.name), Target(other.id, other.name))
    return Correction(id_, "unite", targets[0], into=targets[1], note=_note(form), made=made)


def changes_of(form: Form, timeline: Timeline, before: Filled, anchor: Published | None) -> Changes:
    """What of a form is not as it was before."""
    title = " ".join(_said(form, "title").split())
    if before.title and not title:
        raise CorrectionError("the title is empty: say in a few words what happened", "title")
    when = when_of(form, before, anchor)
    words = _words(form)
    status, type_ = (
        _chosen(form, key, of, getattr(before, key)) for key, of in (("status", STATUSES), ("type", TYPES))
    )
    people, new = _people(form, timeline)
    was = tuple((row.name, row.role) for row in before.actors)
    is_now = tuple((_known(timeline, new, p.id), p.role) for p in people)
    return Changes(
        title=title if title != before.title else None,
        type=type_ if type_ != before.type else None,
        status=status if status != before.status else None,
        when=when,
        words=words if when is not None and words else None,
        actors=people if is_now != was else None,
        known=new if is_now != was else (),
    )


def when_of(form: Form, before: Filled, anchor: Published | None) -> When | None:
    """The date that a form holds; None where it is as it was before.

    Other words have the extent that they say themselves, unless one is chosen: "early December" typed in place of a
    mission's days is some day within.
    """
    words = _words(form)
    ends = _on(form, "open_start"), _on(form, "open_end")
    extent = _chosen(form, "extent", EXTENTS, before.extent if words == before.when else "")
    if (words, *ends, extent) == (before.when, before.open_start, before.open_end, before.extent):
        return None
    return date_of(words, anchor, open_start=ends[0], open_end=ends[1], extent=extent or None, of_ranges=before.extent)


def status_by(when: When, timeline: Timeline, today: date) -> str:
    """The status of an event added by hand until somebody chooses one: what is over by now has occurred.

    Now is today, or the day of the newest article, should that be later.
    """
    days = standing(when)
    published = (day for record in timeline.records.values() if (day := record.published.day))
    return "occurred" if days and days[1] <= max(chain([today], published)) else Filled().status


def read_out(form: Form, before: Filled, at: When, anchor: Published | None) -> tuple[str, When]:
    """How the date of a form is read, for whoever writes it, and that date; `at` is the event's as it stands."""
    when = when_of(form, before, anchor)
    return _read_out(when, before, at), at if when is None else when


def is_several(when: When) -> bool:
    """Whether a date is several days."""
    days = standing(when)
    return days is not None and (days[1] - days[0]).days > 1


def _read_out(when: When | None, before: Filled, at: When) -> str:
    if when is None and before.when:
        return f"As it stands: {wording.precise(at)}"
    if when is None or (when.first is None and when.until is None):
        return "No date: it stands beside the calendar"
    said = wording.when(when, long=True)
    days = standing(when)
    if days and when.first and when.until:
        alone = (days[1] - days[0]).days == 1
        said = (
            f"{wording.WEEKDAYS[days[0].weekday()]} {said}"
            if alone
            else f"{said}, {wording.EXTENT[when.extent or 'within']}"
        )
    return f"Read as: {said}"


def date_of(
    words: str,
    anchor: Published | None,
    *,
    open_start: bool = False,
    open_end: bool = False,
    extent: str | None = None,
    of_ranges: str = "within",
) -> When:
    """The date that somebody writes, read as an article's words are; no words are no date.

    Where no `extent` is given the words say it: "throughout August" does, "3 to 14 August" has that `of_ranges`, and
    all others are some day within. CorrectionError when the words are no date, or have no place in the calendar.
    """
    words = words.strip()
    if not words:
        return When()
    said = next((one for one in EXTENTS if words.casefold().startswith(f"{wording.EXTENT[one]} ")), None)
    time = read_time(words[len(wording.EXTENT[said]) :] if said else words, anchor=anchor)
    if time is None:
        raise CorrectionError(f"“{wording.short(words)}” is no date that can be read: {WRITE}", "when")
    if open_start and open_end:
        raise CorrectionError("open on both sides is no date: leave the date empty instead", "when")
    if time.first is None or time.until is None:
        raise CorrectionError(
            f"“{wording.short(words)}” has no place in the calendar: say the year too, or {WRITE}", "when"
        )
    first, last = None if open_start else time.first, None if open_end else time.until - timedelta(1)
    at = dated(first, last, extent=extent or said or (of_ranges if time.parts else "within"))
    if open_end:
        begins, _, _ = (time.edtf or time.first.isoformat()).partition("/")  # of a week's days the first
        return replace(at, value=time.value, edtf=f"{begins}/..")
    if time.type == "TIME" and time.edtf:  # with its hour
        return replace(at, value=time.value, edtf=f"../{time.edtf}" if open_start else time.edtf)
    return at


def _words(form: Form) -> str:
    """The date as it is typed."""
    return " ".join(_said(form, "when").split())


def _people(form: Form, timeline: Timeline) -> tuple[tuple[Participant, ...], tuple[Actor, ...]]:
    """Those that a form names, each once, and among them the actors that nobody knew."""
    wanted, roles, kinds = (_listed(form, key) for key in ("name", "role", "kind"))
    people: dict[str, Participant] = {}
    new: dict[str, Actor] = {}
    for index, raw in enumerate(wanted):
        name = " ".join(raw.split())
        if not name:
            continue
        actor = _actor(timeline, name)
        if actor is None:
            kind = kinds[index] if index < len(kinds) and kinds[index] in KINDS else "person"
            actor = Actor(f"{kind}:{_slug(name)}", name, kind)
            new[actor.id] = actor
        role = roles[index] if index < len(roles) and roles[index] in ROLES else "agent"
        people.setdefault(actor.id, Participant(actor.id, role))
    return tuple(people.values()), tuple(new.values())


def _actor(timeline: Timeline, name: str) -> Actor | None:
    """The actor of this name or id; one that acts before a place of the same name."""
    low = name.casefold()
    if name in timeline.actors:
        return timeline.actors[name]
    found = [a for a in timeline.actors.values() if a.name.casefold() == low]
    return min(found, key=lambda a: (a.kind == "place", a.id), default=None)


def _known(timeline: Timeline, new: Sequence[Actor], id_: str) -> str:
    return next((a.name for a in new if a.id == id_), None) or _name(timeline, id_)


def _slug(name: str) -> str:
    return re.sub(r"[\W_]+", "-", name.casefold()).strip("-") or "somebody"


def _published(timeline: Timeline, entry: Entry) -> Published:
    return timeline.records[entry.article].published


def _said(form: Form, key: str) -> str:
    value = form.get(key)
    return value.strip() if isinstance(value, str) else ""


def _note(form: Form) -> str:
    return _said(form, "note")[:1000]


def _on(form: Form, key: str) -> bool:
    return form.get(key) in (True, "on", "true")


def _listed(form: Form, key: str) -> list[str]:
    value = form.get(key)
    if isinstance(value, str):
        return [value]
    return [one for one in value if isinstance(one, str)][:100] if isinstance(value, list) else []


def _chosen(form: Form, key: str, among: Sequence[str], usual: str) -> str:
    value = _said(form, key)
    return value if value in among else usual
