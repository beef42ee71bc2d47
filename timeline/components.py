"""spaCy components: timeline_times, timeline_actors, timeline_events, and timeline_network of the shipped pipeline.

Spans go in `doc.spans["times"]`, `["actors"]` and `["events"]`, nobody's `doc.ents` are touched;
what they mean is in `doc.user_data` as plain values, under the component's name and the span's id,
so that `to_bytes` and DocBin (with `store_user_data=True`) keep it. This module imports spaCy and
nothing of ours until a doc is read: spaCy imports it for every pipeline, and whatever failed here
would fail `spacy.blank`, too.
"""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING, Any

from spacy.language import Language
from spacy.tokens import Span, SpanGroup

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from timeline.clean import Block
    from timeline.model import Actor, Article, Published, TimeExpression
    from timeline.network import NetworkReader

TIMES = "times"
ACTORS = "actors"
EVENTS = "events"
# What doc.user_data may say of the article:
ANCHOR = "timeline_anchor"  # its date, "2016-07-27"
ARTICLE = "timeline_article"  # its id, which the ids of its events are made from


@Language.factory("timeline_times", default_config={"anchor": None, "language": "en"}, assigns=["doc.spans"])
def make_times(nlp: Language, name: str, anchor: str | None, language: str) -> Times:  # noqa: ARG001 (spaCy's signature)
    """A component that finds and dates times; `anchor` is the date of articles that bear none."""
    return Times(anchor, language)


@Language.factory("timeline_actors", default_config={"file": None}, assigns=["doc.spans"])
def make_actors(nlp: Language, name: str, file: str | None) -> Actors:  # noqa: ARG001 (spaCy's signature)
    """A component that finds who is who; `file` is a user's own actors."""
    return Actors(file)


@Language.factory(
    "timeline_events",
    default_config={"anchor": None, "file": None},
    assigns=["doc.spans"],
    requires=["token.dep", "token.tag", "token.lemma"],
)
def make_events(nlp: Language, name: str, anchor: str | None, file: str | None) -> Events:  # noqa: ARG001 (spaCy's signature)
    """A component that finds who did what and when, and first the times and actors that nobody found before."""
    return Events(anchor, file)


@Language.factory(
    "timeline_network",
    assigns=["token.tag", "token.pos", "token.morph", "token.head", "token.dep", "doc.ents", "token.is_sent_start"],
)
def make_network(nlp: Language, name: str) -> NetworkReader:  # noqa: ARG001 (spaCy's signature)
    """A component that writes tags, trees and names; it knows nothing before `from_disk`."""
    from timeline.network import NetworkReader

    return NetworkReader(nlp.vocab)


class Times:
    """Times into `doc.spans["times"]`, each span's label its type and its id the time's."""

    def __init__(self, anchor: str | None, language: str) -> None:
        _day(anchor, "timeline_times: anchor")
        self.anchor = anchor
        self.language = language

    def __call__(self, doc: Doc) -> Doc:
        """The doc with its times."""
        from timeline import times

        article, blocks, when = _article(doc, self.anchor, self.language)
        _keep_times(doc, times.read_times(doc.text, anchor=when, doc=doc, blocks=blocks, language=article.language))
        return doc


class Actors:
    """Actors into `doc.spans["actors"]`, a span a mention, its label the kind and its id the actor's."""

    def __init__(self, file: str | None) -> None:
        self.file = file

    def __call__(self, doc: Doc, anchor: str | None = None) -> Doc:
        """The doc with its actors, in the roles that they have on the day of the article."""
        from timeline import actors

        _, blocks, when = _article(doc, anchor)
        found = actors.read_actors(doc, blocks=blocks, gazetteer=actors.load(self.file), on=when.first)
        _keep_actors(doc, found)
        return doc


class Events:
    """Events into `doc.spans["events"]`, a span a trigger, its label the type and its id the event's."""

    def __init__(self, anchor: str | None, file: str | None) -> None:
        _day(anchor, "timeline_events: anchor")
        self.anchor = anchor
        self.times = Times(anchor, "en")
        self.actors = Actors(file)

    def __call__(self, doc: Doc) -> Doc:
        """The doc with its events, and with times and actors where it had none; ValueError where it has no parse."""
        if not (doc.has_annotation("DEP") and doc.has_annotation("TAG")) and not doc.text.isspace():
            raise ValueError(
                "timeline_events reads a parse, and this doc has none: add a tagger, a parser and a lemmatizer "
                "before it, or load the pipeline that ships, spacy.load(timeline.nlp.SHIPPED)"
            )
        from timeline.events import lexicon, recipe

        words = lexicon.load()
        ours = recipe.mended(doc, words)
        if TIMES not in doc.spans:
            self.times(doc)
        if ACTORS not in doc.spans:
            self.actors(doc, self.anchor)
        article, blocks, when = _article(doc, self.anchor)
        told = recipe.tell(
            ours, article=article, published=when, times=_times(doc), actors=_actors(doc), blocks=blocks, lexicon=words
        )
        _keep_times(doc, told.times)
        _keep_actors(doc, told.actors)
        spans = [(e.trigger.start, e.trigger.end, e.type, e.id) for e in told.events]
        _keep(doc, EVENTS, spans, {e.id: _plain(asdict(e)) for e in told.events})
        return doc


def _article(doc: Doc, anchor: str | None, language: str = "en") -> tuple[Article, tuple[Block, ...], Published]:
    """The doc as an article, its blocks, and its date: given, or as its text tells it."""
    from timeline import clean
    from timeline.model import Article
    from timeline.published import published

    value = doc.user_data.get(ANCHOR, anchor)
    article = Article(
        id=doc.user_data.get(ARTICLE, ""),
        text=doc.text,
        published=_day(value, f'doc.user_data["{ANCHOR}"]'),
        language=language,
    )
    blocks = clean.blocks(article.text, language)
    return article, blocks, published(article, blocks, doc)


def _keep_actors(doc: Doc, found: tuple[Actor, ...]) -> None:
    spans = sorted((m.start, m.end, a.kind, a.id) for a in found for m in a.mentions)
    _keep(doc, ACTORS, spans, {a.id: _plain(asdict(a)) for a in found})


def _keep_times(doc: Doc, found: tuple[TimeExpression, ...]) -> None:
    spans = [(t.start, t.end, t.type, t.id) for t in found]
    _keep(doc, TIMES, spans, {t.id: _plain(asdict(t)) for t in found})


def _times(doc: Doc) -> tuple[TimeExpression, ...]:
    """The times that the doc keeps."""
    from timeline.model import TimeExpression

    return tuple(
        TimeExpression(
            **{**kept, "first": _day(kept["first"]), "until": _day(kept["until"]), "parts": tuple(kept["parts"])}
        )
        for kept in doc.user_data.get(f"timeline_{TIMES}", {}).values()
    )


def _actors(doc: Doc) -> tuple[Actor, ...]:
    """The actors that the doc keeps."""
    from timeline.model import Actor
    from timeline.model import Span as Stretch

    return tuple(
        Actor(**{**kept, "mentions": tuple(Stretch(**m) for m in kept["mentions"])})
        for kept in doc.user_data.get(f"timeline_{ACTORS}", {}).values()
    )


def _day(value: str | None, what: str = "a kept day") -> date | None:
    """The day that YYYY-MM-DD names; ValueError says of `what` it is none."""
    try:
        return date.fromisoformat(value) if value else None
    except (ValueError, TypeError):
        raise ValueError(f"{what} is {value!r}, not a day: write it as YYYY-MM-DD, in quotes") from None


def _keep(doc: Doc, key: str, spans: list[tuple[int, int, str, str]], values: dict[str, Any]) -> None:
    made = [
        Span(doc, span.start, span.end, label=label, span_id=ident)
        for start, end, label, ident in spans
        if (span := doc.char_span(start, end, alignment_mode="expand"))
    ]
    doc.spans[key] = SpanGroup(doc, name=key, spans=made)
    doc.user_data[f"timeline_{key}"] = values


def _plain(value: Any) -> Any:
    """A value in nothing but dicts, lists, strings and numbers; dates as they are written."""
    if isinstance(value, dict):
        return {k: _plain(v) for k, v in value.items() if k != "why"}
    if isinstance(value, list | tuple):
        return [_plain(v) for v in value]
    return value.isoformat() if isinstance(value, date) else value
