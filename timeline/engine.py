"""The short recipe: an article in, its record out."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, nullcontext
from typing import TYPE_CHECKING, Unpack

from timeline import clean, published, times
from timeline.model import Article, Failure, Published, Record, TimeExpression

if TYPE_CHECKING:
    from pathlib import Path

    from spacy.language import Language
    from spacy.tokens import Doc

    from timeline.events.lexicon import Lexicon

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
        from timeline.events import recipe

        when, found = self._read_times(article, blocks, doc)
        who = actors.read_actors(doc, blocks=blocks, gazetteer=actors.load(self.actors_file), on=when.first)
        told = recipe.tell(
            doc, article=article, published=when, times=found, actors=who, blocks=blocks, lexicon=self._words()
        )
        return Record(article, when, told.times, told.actors, told.events, _warnings(when))

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
        from timeline.events import recipe

        return recipe.mended(doc, self._words())

    def _words(self) -> Lexicon:
        from timeline.events import lexicon

        return lexicon.load(own=self.events_file)


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


def _warnings(when: Published) -> tuple[str, ...]:
    if when.origin == "unknown":
        return ("the article has no date and none can be inferred: give one with --published YYYY-MM-DD",)
    if when.origin == "inferred":
        guess = f"in {when.value}" if when.value else f"not before {when.first}"
        return (f"the article's date is inferred, {guess} ({when.reason}): give it with --published YYYY-MM-DD",)
    return ()
