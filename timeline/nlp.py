"""The one place that loads a spaCy pipeline, and the component that tells it where blocks begin.

The shipped pipeline is in `timeline/models/`; `training/` makes it and its README.md is its card.
"""

from __future__ import annotations

import os
from bisect import bisect_left
from functools import cache
from pathlib import Path

# The matrices of a small pipeline are too small to share out: a second thread only waits busily for
# the first. NumPy reads this once, when it is imported; who sets it otherwise is obeyed.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from thinc.api import use_ops

from timeline.clean import blocks

_ENDS = frozenset(".?!:;…\"'”’)]}»—–-")  # what a sentence may end with inside a block
SHIPPED = Path(__file__).resolve().parent / "models" / "en_timeline_news"
BLOCK_STARTS = "timeline_block_starts"


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
    return nlp


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
    offsets = [token.idx for token in doc]
    for block in blocks(doc.text):
        at = bisect_left(offsets, block.start)
        if at < len(offsets) and offsets[at] < block.end:
            doc[at].is_sent_start = True
    before = ""  # the last word or mark seen
    for token in doc:
        if token.i and token.is_sent_start is None and (token.is_space or before[-1:] not in _ENDS):
            token.is_sent_start = False
        if not token.is_space:
            before = token.text
    return doc
