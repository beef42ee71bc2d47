"""The one place that loads a spaCy pipeline, and the component that tells it where blocks begin.

The shipped pipeline is in `timeline/models/`; `training/` makes it and its README.md is its card.
"""

from __future__ import annotations

import gc
from bisect import bisect_left
from functools import cache
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.pipeline import Lemmatizer
from spacy.tokens import Doc
from thinc.api import use_ops

from timeline import components  # noqa: F401  spaCy asks for its factories by name
from timeline.clean import blocks, entry_starts, lost_stops

_BEGINS, _OPEN, _GOES_ON = 1, 0, -1  # what SENT_START holds
_ENDS = frozenset(".?!:;…\"'”’)]}»—–-")  # what a sentence may end with inside a block
_QUOTES = frozenset("\"'”’»")
_INSIDE = frozenset("-–—,;:)]}%")  # and what none begins with there
SHIPPED = Path(__file__).resolve().parent / "models" / "en_timeline_news"
BLOCK_STARTS = "timeline_block_starts"
_REMEMBERED = 100_000  # lemmas


class ModelError(ValueError):
    """A pipeline that cannot be loaded; the message is one line that says how to get it."""


@cache
def load(model: str | None = None) -> Language:
    """Return a pipeline that splits sentences at the ends of blocks; loaded once a process.

    `model` is the name of an installed pipeline or the path of one, None the shipped pipeline.
    Raise ModelError when there is none of that name.
    """
    # BLIS, spaCy's default, has no kernel for many newer processors; NumPy's own BLAS has, and
    # is three times faster there.
    with use_ops("numpy", use_blis=False):
        try:
            nlp = spacy.load(SHIPPED if model is None else model)
        except OSError as error:
            raise ModelError(_missing(model)) from error
    if BLOCK_STARTS not in nlp.pipe_names:
        nlp.add_pipe(BLOCK_STARTS, first=True)
    for _, pipe in nlp.pipeline:
        if isinstance(pipe, Lemmatizer):
            _tend(pipe)
    gc.freeze()  # the hundred thousand objects of a pipeline are no waste, and nobody need look again
    return nlp


def _tend(lemmatizer: Lemmatizer) -> None:
    """Let a lemmatizer look up by key what spaCy keeps in long lists, and remember no more than the latest words."""
    lemmatizer.cache = _Latest()
    if lemmatizer.lookups.has_table("lemma_index"):
        index = lemmatizer.lookups.get_table("lemma_index")
        for pos, lemmas in list(index.items()):
            index[pos] = dict.fromkeys(lemmas)


class _Latest(dict[Any, Any]):
    """A memory that is emptied when it is full: a stream of articles has no last word."""

    def __setitem__(self, key: Any, value: Any) -> None:
        if len(self) >= _REMEMBERED:
            self.clear()
        super().__setitem__(key, value)


def _missing(model: str | None) -> str:
    if model is None:
        return f"the shipped pipeline is missing at {SHIPPED}: install timeline again"
    if "/" in model or "\\" in model:
        return f"no spaCy pipeline at {model}: give a folder with a config.cfg, or leave --model out"
    return f"no spaCy pipeline {model!r}: try `python -m spacy download {model}`, or leave --model out"


@Language.component(BLOCK_STARTS, assigns=["token.is_sent_start"])
def start_sentences_at_blocks(doc: Doc) -> Doc:
    """Begin a sentence where a block begins, and never with white space.

    A headline, a caption or a dateline ends without a full stop; a parser that sees only words
    runs it into the paragraph that follows. Parsers keep what is set here.
    """
    if not len(doc):
        return doc
    columns = doc.to_array(["SENT_START", "IDX", "LENGTH", "IS_SPACE"]).view("i8")
    starts, offsets, lengths, spaces = columns.T.tolist()
    text = doc.text
    for block in blocks(text):
        at = bisect_left(offsets, block.start)
        if at < len(offsets) and offsets[at] < block.end:
            starts[at] = _BEGINS
    for offset in (*lost_stops(text), *entry_starts(text)):
        starts[bisect_left(offsets, offset)] = _BEGINS
    ended = quoted = False  # whether the last word or mark seen may end a sentence, a quote
    for i, (offset, length, space) in enumerate(zip(offsets, lengths, spaces, strict=True)):
        stopped = offset > 1 and text[offset - 2 : offset] == ". "  # "Sund Bancorp. for a share"
        inside = text[offset] in _INSIDE or (
            (quoted or stopped) and text[offset : offset + 2].islower()
        )  # “Will they sign?” he asked.
        if i and starts[i] == _OPEN and (space or not ended or inside):
            starts[i] = _GOES_ON
        if not space:  # a mark that stands first, as before what is quoted, ends nothing
            last = text[offset + length - 1]
            ended = last in _ENDS and not (length == 1 and starts[i] == _BEGINS)
            quoted = last in _QUOTES
    # one array at once: setting a token's is_sent_start asks each time whether the doc has a parse
    columns[:, 0] = starts
    return doc.from_array(["SENT_START"], columns[:, 0].view("u8"))  # type: ignore[arg-type] # a column alone will do
