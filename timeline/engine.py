"""The short recipe: an article in, its record out."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, nullcontext
from typing import TYPE_CHECKING, Unpack

from timeline import clean, published, times
from timeline.find import is_message
from timeline.model import Actor, Article, Event, Failure, Published, Record, TimeExpression

if TYPE_CHECKING:
    from pathlib import Path

    from spacy.language import Language
    from spacy.tokens import Doc

EVENT_LANGUAGES = ("en",)  # those with words for events; times are read in more
NO_PIPELINE = "none"  # --model none: times alone, by the rules
_KEPT_WORDS = 30_000  # of the first articles of a stream: about 10 MB


class Engine:
    """Reads articles with one pipeline and one gazetteer, loaded at the first article.

    `model` is a spaCy pipeline's name or path, None for the one that ships, "none" for times alone; `actors_file` and
    `events_file` hold actors and words of events of the user's own. The rest is what
    `times.TimeOptions` holds: how dates in figures, seasons and soft words are read.
    """

    def __init__(
        self,
        model: str | None = None,
        actors_file: str | Path | None = None,
        events_file: str | Path | None = None,
        **options: Unpack[times.TimeOptions],
    ) -> None:
        times.check_options(options)
        self.model = model
        self.actors_file = actors_file
        self.events_file = events_file
        self.options = options
        self._nlp: Language | None = None

    @property
    def nlp(self) -> Language:
        """The spaCy pipeline. Raises nlp.ModelError when it is not there."""
        if self._nlp is None:
            from timeline import nlp

            self._nlp = nlp.load(self.model)
        return self._nlp

    def read(self, article: Article) -> Record:
        """Everything that can be read from one article; it depends on the article alone."""
        language, _ = times.language_and_region(article.language)
        blocks = clean.blocks(clean.folded(article.text), language)
        if self.model == NO_PIPELINE or language not in EVENT_LANGUAGES:
            when, found = self._read_times(article, blocks)
            warnings = _warnings(when)
            if self.model != NO_PIPELINE:
                warnings += (f"actors and events are read in English, not in {language!r}: times alone were",)
            return Record(article, when, found, warnings=warnings)
        kept = len(self.nlp.vocab) < _KEPT_WORDS  # those that come first come again: a tokenizer knows them by heart
        # others go with their article: they fill no memory
        with nullcontext() if kept else self.nlp.memory_zone(), uncollected():
            return self._read_parsed(article, blocks, self.parse(article.text))

    def _read_times(
        self, article: Article, blocks: tuple[clean.Block, ...], doc: Doc | None = None
    ) -> tuple[Published, tuple[TimeExpression, ...]]:
        when = published.published(article, blocks, doc, **self.options)
        return when, times.read_times(
            article.text, anchor=when, doc=doc, blocks=blocks, language=article.language, **self.options
        )

    def _read_parsed(self, article: Article, blocks: tuple[clean.Block, ...], doc: Doc) -> Record:
        from timeline import actors
        from timeline.events import lexicon
        from timeline.events.groups import read_groups
        from timeline.events.read import read_events

        when, found = self._read_times(article, blocks, doc)
        who = actors.read_actors(doc, blocks=blocks, gazetteer=actors.load(self.actors_file), on=when.first)
        found = not_in_names(found, who, article.text)
        words = lexicon.load(own=self.events_file)
        groups = read_groups(doc, who, found, blocks=blocks, lexicon=words)
        what = read_events(
            doc, article=article, published=when, times=found, actors=who, groups=groups, blocks=blocks, lexicon=words
        )
        return Record(article, when, found, with_acting(who, groups, what), what, _warnings(when))

    def read_many(self, articles: Iterable[Article]) -> Iterator[Record | Failure]:
        """What comes of many articles, in their order, one held at a time; one that cannot be read is a `Failure`."""
        from timeline.reading import read_article

        for article in articles:
            yield read_article(article, self, f"article {article.id!r}")

    def parse(self, text: str) -> Doc:
        """The text as a Doc with the same offsets, mended; typographic quotes and blanks are plain in it.

        It belongs to its reader: `read_events` sets in it what the times of the text say of the parse.
        """
        doc = self.nlp(clean.folded(text))  # first: timeline.nlp has a word to say before NumPy is imported
        from timeline.events import lexicon
        from timeline.events.mending import Lemmas, mend

        if not doc.has_annotation("DEP"):
            return doc
        return mend(doc, Lemmas.of(lexicon.load(own=self.events_file)))


@contextmanager
def uncollected() -> Iterator[None]:
    """Let nobody look for waste while an article is read: the parse is tens of thousands of objects, all in use."""
    before = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if before:
            gc.enable()


def with_acting(who: tuple[Actor, ...], groups: tuple[Actor, ...], what: tuple[Event, ...]) -> tuple[Actor, ...]:
    """The named actors, and of the groups without a name those that take part in an event."""
    acting = {p.id for e in what for p in e.actors}
    known = {a.id for a in who}
    return who + tuple(g for g in groups if g.id in acting and g.id not in known)


def not_in_names(found: tuple[TimeExpression, ...], who: tuple[Actor, ...], text: str) -> tuple[TimeExpression, ...]:
    """The times that are no part of a longer name: "April Dawson", "the March 14 alliance", "the Friday Group".

    In a message capitals shout and adorn, and only a person's name is one: "QUIZ NIGHT WITH BEN".
    """
    kinds = {"person"} if is_message(text) else {"person", "organisation", "group"}
    names = [m for a in who if a.kind in kinds for m in a.mentions]
    inside = {
        t.id
        for t in found
        if not (t.value or "").endswith("_REF")  # "NOW", "former": no part of a name, whatever the capitals
        for m in names
        if m.start <= t.start and t.end <= m.end and t.end - t.start < m.end - m.start
    }
    return tuple(t for t in found if t.id not in inside and not inside.intersection(t.parts))


def _warnings(when: Published) -> tuple[str, ...]:
    if when.origin == "unknown":
        return ("the article has no date and none can be inferred: give one with --published YYYY-MM-DD",)
    if when.origin == "inferred":
        guess = f"in {when.value}" if when.value else f"not before {when.first}"
        return (f"the article's date is inferred, {guess} ({when.reason}): give it with --published YYYY-MM-DD",)
    return ()
