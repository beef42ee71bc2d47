"""spaCy components: `nlp.add_pipe("timeline_times")` and `nlp.add_pipe("timeline_actors")`.

Spans go in `doc.spans["times"]` and `doc.spans["actors"]`, nobody's `doc.ents` are touched; what
they mean is in `doc.user_data` as plain values, under "timeline_times" and "timeline_actors", so
that `to_bytes` and DocBin (with `store_user_data=True`) keep it. This module imports spaCy and
nothing of ours until a component is made: spaCy imports it for every pipeline.
"""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING, Any

from spacy.language import Language
from spacy.tokens import Span, SpanGroup

if TYPE_CHECKING:
    from spacy.tokens import Doc

TIMES = "times"
ACTORS = "actors"
ANCHOR = "timeline_anchor"  # in doc.user_data: the article's date, "2016-07-27"


@Language.factory("timeline_times", default_config={"anchor": None, "language": "en"}, assigns=["doc.spans"])
def make_times(nlp: Language, name: str, anchor: str | None, language: str) -> Times:  # noqa: ARG001 (spaCy's signature)
    """A component that finds and dates times; `anchor` is the date of articles that bear none."""
    return Times(anchor, language)


@Language.factory("timeline_actors", default_config={"file": None}, assigns=["doc.spans"])
def make_actors(nlp: Language, name: str, file: str | None) -> Actors:  # noqa: ARG001 (spaCy's signature)
    """A component that finds who is who; `file` is a user's own actors."""
    return Actors(file)


class Times:
    """Times into `doc.spans["times"]`, each span's label its type and its id the time's."""

    def __init__(self, anchor: str | None, language: str) -> None:
        self.anchor = anchor
        self.language = language

    def __call__(self, doc: Doc) -> Doc:
        """The doc with its times."""
        from timeline import clean, times

        found = times.read_times(
            doc.text, anchor=_anchor(doc, self.anchor), doc=doc, blocks=clean.blocks(doc.text), language=self.language
        )
        spans = [(t.start, t.end, t.type, t.id) for t in found]
        _keep(doc, TIMES, spans, {t.id: _plain(asdict(t)) for t in found})
        return doc


class Actors:
    """Actors into `doc.spans["actors"]`, a span a mention, its label the kind and its id the actor's."""

    def __init__(self, file: str | None) -> None:
        self.file = file

    def __call__(self, doc: Doc) -> Doc:
        """The doc with its actors."""
        from timeline import actors, clean

        found = actors.read_actors(
            doc, blocks=clean.blocks(doc.text), gazetteer=actors.load(self.file), on=_anchor(doc, None)
        )
        spans = sorted((m.start, m.end, a.kind, a.id) for a in found for m in a.mentions)
        _keep(doc, ACTORS, spans, {a.id: _plain(asdict(a)) for a in found})
        return doc


def _anchor(doc: Doc, default: str | None) -> date | None:
    value = doc.user_data.get(ANCHOR, default)
    return date.fromisoformat(value) if value else None


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
