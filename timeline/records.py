"""Records as JSON: the shape that other tools read, its JSON Schema, and the way back.

`to_json` writes the contract and nothing else. With `whole=True` it adds what the contract leaves out (the article
itself, the explanations, …), so that `from_json(to_json(r, whole=True)) == r`: the form that the store keeps.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from timeline.model import (
    BASES,
    EXTENTS,
    KINDS,
    ORIGINS,
    ROLES,
    STATUSES,
    TIME_TYPES,
    TYPES,
    Actor,
    Article,
    Event,
    Failure,
    Participant,
    Place,
    Published,
    Record,
    Span,
    Step,
    TimeExpression,
    Trigger,
    When,
)

Json = dict[str, Any]


def to_json(record: Record | Failure, *, text: bool = False, whole: bool = False) -> Json:
    """One article's line as a JSON object.

    `text` adds the text that the offsets count in, for input whose reader has no other copy of exactly that text;
    `whole` adds everything else that the model holds.
    """
    if isinstance(record, Failure):
        return {"id": record.id, "error": record.error}
    out: Json = {
        "id": record.article.id,
        "published": _published_out(record.published),
        "times": [_time_out(t, whole) for t in record.times],
        "actors": [_actor_out(a, whole) for a in record.actors],
        "events": [_event_out(e, whole) for e in record.events],
    }
    if text or whole:
        out["text"] = record.article.text
    if whole:
        out["article"] = _article_out(record.article)
        out["warnings"] = list(record.warnings)
    return out


def from_json(line: Mapping[str, Any]) -> Record | Failure:
    """The record that a line holds; what its writer left out is at its default. KeyError where a key is missing."""
    if "error" in line:
        return Failure(line["id"], line["error"])
    return Record(
        article=_article_in(line),
        published=_published_in(line["published"]),
        times=tuple(_time_in(t) for t in line["times"]),
        actors=tuple(_actor_in(a) for a in line["actors"]),
        events=tuple(_event_in(e) for e in line["events"]),
        warnings=tuple(line.get("warnings", ())),
    )


def event_json(event: Event) -> Json:
    """One event as it stands in its article's line."""
    return _event_out(event, False)


def _article_out(article: Article) -> Json:
    return {
        "title": article.title,
        "published": _day_out(article.published),
        "source": article.source,
        "url": article.url,
        "language": article.language,
        "note": article.note,
        "origin": article.origin,
    }


def _article_in(line: Mapping[str, Any]) -> Article:
    about = dict(line.get("article", {}))
    about["published"] = _day_in(about.get("published"))
    return Article(id=line["id"], text=line.get("text", ""), **about)


def _published_out(at: Published) -> Json:
    return {
        "value": at.value,
        "first": _day_out(at.first),
        "until": _day_out(at.until),
        "origin": at.origin,
        "reason": at.reason,
    }


def _published_in(at: Mapping[str, Any]) -> Published:
    return Published(at["value"], _day_in(at["first"]), _day_in(at["until"]), at["origin"], at["reason"])


def _time_out(time: TimeExpression, whole: bool) -> Json:
    out: Json = {
        "id": time.id,
        "start": time.start,
        "end": time.end,
        "text": time.text,
        "type": time.type,
        "value": time.value,
        "mod": time.mod,
        "first": _day_out(time.first),
        "until": _day_out(time.until),
        "edtf": time.edtf,
        "rule": time.rule,
        "anchor": time.anchor,
    }
    if time.parts:
        out["parts"] = list(time.parts)
    if whole:
        out["why"] = _steps_out(time.why)
    return out


def _time_in(time: Mapping[str, Any]) -> TimeExpression:
    return TimeExpression(
        id=time["id"],
        start=time["start"],
        end=time["end"],
        text=time["text"],
        type=time["type"],
        value=time["value"],
        mod=time["mod"],
        first=_day_in(time["first"]),
        until=_day_in(time["until"]),
        edtf=time["edtf"],
        rule=time["rule"],
        anchor=time["anchor"],
        parts=tuple(time.get("parts", ())),
        why=_steps_in(time.get("why", ())),
    )


def _actor_out(actor: Actor, whole: bool) -> Json:
    out: Json = {"id": actor.id, "name": actor.name, "kind": actor.kind}
    if actor.country is not None:
        out["country"] = actor.country
    if actor.role is not None:
        out["role"] = actor.role
    out["mentions"] = [_span_out(m) for m in actor.mentions]
    if whole:
        out["of"] = actor.of
    return out


def _actor_in(actor: Mapping[str, Any]) -> Actor:
    return Actor(
        id=actor["id"],
        name=actor["name"],
        kind=actor["kind"],
        country=actor.get("country"),
        role=actor.get("role"),
        of=actor.get("of"),
        mentions=tuple(_span_in(m) for m in actor["mentions"]),
    )


def _event_out(event: Event, whole: bool) -> Json:
    out: Json = {
        "id": event.id,
        "title": event.title,
        "type": event.type,
        "status": event.status,
        "salience": event.salience,
        "confidence": event.confidence,
        "trigger": {**_span_out(event.trigger), "text": event.trigger.text},
        "sentence": _span_out(event.sentence),
        "when": _when_out(event.when),
    }
    if event.place is not None:
        out["place"] = {"id": event.place.id, "name": event.place.name}
    if event.same is not None:
        out["same"] = event.same
    out["actors"] = [{"id": p.id, "role": p.role} for p in event.actors]
    if whole:
        out["put_off"] = event.put_off
        out["cue"] = _span_out(event.cue) if event.cue else None
        out["said_by"] = event.said_by
        out["why"] = _steps_out(event.why)
    return out


def _event_in(event: Mapping[str, Any]) -> Event:
    place, cue = event.get("place"), event.get("cue")
    return Event(
        id=event["id"],
        title=event["title"],
        type=event["type"],
        status=event["status"],
        salience=event["salience"],
        confidence=event["confidence"],
        trigger=Trigger(event["trigger"]["start"], event["trigger"]["end"], event["trigger"]["text"]),
        sentence=_span_in(event["sentence"]),
        when=_when_in(event["when"]),
        actors=tuple(Participant(p["id"], p["role"]) for p in event["actors"]),
        place=Place(place["id"], place["name"]) if place else None,
        same=event.get("same"),
        put_off=event.get("put_off", False),
        cue=_span_in(cue) if cue else None,
        said_by=event.get("said_by"),
        why=_steps_in(event.get("why", ())),
    )


def _when_out(when: When) -> Json:
    out: Json = {"time": when.time} if when.time is not None else {}
    return out | {
        "value": when.value,
        "first": _day_out(when.first),
        "until": _day_out(when.until),
        "edtf": when.edtf,
        "basis": when.basis,
        "extent": when.extent,
    }


def _when_in(when: Mapping[str, Any]) -> When:
    return When(
        value=when["value"],
        first=_day_in(when["first"]),
        until=_day_in(when["until"]),
        edtf=when["edtf"],
        basis=when["basis"],
        extent=when["extent"],
        time=when.get("time"),
    )


def _span_out(span: Span | Trigger) -> Json:
    return {"start": span.start, "end": span.end}


def _span_in(span: Mapping[str, Any]) -> Span:
    return Span(span["start"], span["end"])


def _steps_out(steps: tuple[Step, ...]) -> list[Json]:
    return [{"what": s.what, "because": s.because, "gives": s.gives} for s in steps]


def _steps_in(steps: Any) -> tuple[Step, ...]:
    return tuple(Step(s["what"], s["because"], s["gives"]) for s in steps)


def _day_out(on: date | None) -> str | None:
    return on.isoformat() if on else None


def _day_in(on: str | None) -> date | None:
    return date.fromisoformat(on) if on else None


# --------------------------------------------------------------------------------------------------- the JSON Schema


def _object(required: Json, optional: Json | None = None, *, about: str = "") -> Json:
    out: Json = {"type": "object", "properties": required | (optional or {}), "required": list(required)}
    out["additionalProperties"] = False
    return {"description": about, **out} if about else out


def _text(about: str) -> Json:
    return {"type": "string", "description": about}


def _text_or_null(about: str) -> Json:
    return {"type": ["string", "null"], "description": about}


def _choice(choices: tuple[str, ...], about: str) -> Json:
    return {"enum": list(choices), "description": about}


def _choice_or_null(choices: tuple[str, ...], about: str) -> Json:
    return {"enum": [*choices, None], "description": about}


def _day_schema(about: str) -> Json:
    return {"type": ["string", "null"], "format": "date", "description": about}


def _share_schema(about: str) -> Json:
    return {"type": "number", "minimum": 0, "maximum": 1, "description": about}


def _list(of: str, about: str) -> Json:
    return {"type": "array", "items": {"$ref": f"#/$defs/{of}"}, "description": about}


_OFFSETS: Json = {
    "start": {"type": "integer", "minimum": 0, "description": "Where it begins in the text, in Unicode code points."},
    "end": {"type": "integer", "minimum": 1, "description": "Where it ends, exclusive."},
}
_WORDS = _text("The words: text[start:end], exactly.")
_FIRST = _day_schema("First day, YYYY-MM-DD; null where open or not known.")
_UNTIL = _day_schema("The day after the last, YYYY-MM-DD; null where open or not known.")
_EDTF = _text_or_null("The stretch in EDTF (ISO 8601-2).")

_ARTICLE = _object(
    {
        "id": _text("A name of the article's own, used for no other."),
        "text": _text("The article, that all offsets count in."),
    },
    {
        "title": _text_or_null("Its headline, where that does not stand in the text."),
        "published": _day_schema("The day it was published, YYYY-MM-DD; null where not known."),
        "source": _text_or_null("Who published it."),
        "url": _text_or_null("Where it can be read."),
        "language": _text_or_null("The language it is in, as a code: en."),
        "note": _text_or_null("How the date is known, where the text is from."),
    },
    about="An article as it is given to be read. Other keys may stand beside these, and are passed over.",
)
_ARTICLE["additionalProperties"] = True

SCHEMA: Json = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "What is read from one article: one line of `timeline extract`",
    "oneOf": [{"$ref": "#/$defs/record"}, {"$ref": "#/$defs/failure"}],
    "$defs": {
        "article": _ARTICLE,
        "failure": _object(
            {
                "id": _text("The article's id, or FILE:LINE where it could not be read."),
                "error": _text("What is wrong, where, and what to do."),
            },
            about="An article that could not be read keeps its line.",
        ),
        "record": _object(
            {
                "id": _text("The article's id."),
                "published": {"$ref": "#/$defs/published"},
                "times": _list("time", "The words of the text that name a time."),
                "actors": _list("actor", "Who acts, and where: each once, however often and however named."),
                "events": _list("event", "What somebody did, does or will do."),
            },
            {"text": _text("The text that the offsets count in, where the input was not JSON Lines.")},
            about="All that was read from one article.",
        ),
        "published": _object(
            {
                "value": _text_or_null("TIMEX3 value, as precise as known: 2016-07-27, 2016."),
                "first": _FIRST,
                "until": _UNTIL,
                "origin": _choice(ORIGINS, "Where the date comes from."),
                "reason": _text("How it is known, in words."),
            },
            about="When the article was published: what its times count from.",
        ),
        "time": _object(
            {
                "id": _text("Made from content; one in its article."),
                **_OFFSETS,
                "text": _WORDS,
                "type": _choice(TIME_TYPES, "TIMEX3 type."),
                "value": _text_or_null("TIMEX3 value, as precise as the words: 2021, 2021-03, P3D."),
                "mod": _text_or_null("TIMEX3 mod: START, MID, END, APPROX, …"),
                "first": _FIRST,
                "until": _UNTIL,
                "edtf": _EDTF,
                "rule": _text("The rule that says so."),
                "anchor": _text_or_null("What it counts from: a date, the id of another time, or null."),
            },
            {"parts": {"type": "array", "items": {"type": "string"}, "description": "Of a range: its ends' ids."}},
            about="A stretch of text and the stretch of calendar that it names.",
        ),
        "actor": _object(
            {
                "id": _text("Made from content; the same in every article."),
                "name": _text("What it is called."),
                "kind": _choice(KINDS, "What it is."),
                "mentions": _list("span", "Where the text speaks of it."),
            },
            {
                "country": {"type": "string", "pattern": "^[A-Z]{2}$", "description": "ISO 3166-1 alpha-2."},
                "role": _text("In words: US Secretary of State."),
            },
            about="Somebody or something that acts, or a place.",
        ),
        "event": _object(
            {
                "id": _text("Made from content; the same each time the article is read."),
                "title": _text("Short, as in a calendar."),
                "type": _choice(TYPES, "What kind of thing it is."),
                "status": _choice(STATUSES, "Whether it happened, will, or may."),
                "salience": _share_schema("How much it deserves a place on a calendar; shown from 0.5 on."),
                "confidence": _share_schema("How sure the product is of what it says."),
                "trigger": _object(
                    {**_OFFSETS, "text": _WORDS},
                    about="The shortest words that name it.",
                ),
                "sentence": {"$ref": "#/$defs/span"},
                "when": {"$ref": "#/$defs/when"},
                "actors": _list("participant", "Who takes part."),
            },
            {
                "place": _object({"id": _text("The place's id among the actors."), "name": _text("Its name.")}),
                "same": _text("The id of the entry of this article that tells the same event first."),
            },
            about="Something that somebody did, does or will do.",
        ),
        "when": _object(
            {
                "value": _text_or_null("TIMEX3 value."),
                "first": _FIRST,
                "until": _UNTIL,
                "edtf": _EDTF,
                "basis": _choice(BASES, "Why the event has this date."),
                "extent": _choice_or_null(EXTENTS, "Some time in the stretch, or all through it; null without a date."),
            },
            {"time": _text("The id of the time that dates it.")},
            about="The date of an event, and why it has it.",
        ),
        "participant": _object(
            {"id": _text("The actor's id."), "role": _choice(ROLES, "Does it, has it done to it, or takes part.")},
        ),
        "span": _object(_OFFSETS),
    },
}
