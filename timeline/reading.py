"""Inputs → records, in order: what could not be read keeps its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from timeline.model import Article, Failure, Record
from timeline.readers import Input

LONGEST = 1_000_000  # characters of one article that a pipeline takes at once


class Reader(Protocol):
    """What reads an article: `timeline.engine.Engine`, or a stand-in."""

    def read(self, article: Article) -> Record:
        """Everything that can be read from one article."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of one input."""

    input: Input
    result: Record | Failure


def read_inputs(inputs: Iterable[Input], reader: Reader) -> Iterator[Reading]:
    """What comes of each input, in order, one held at a time."""
    for given in inputs:
        yield Reading(given, _read(given, reader))


def _read(given: Input, reader: Reader) -> Record | Failure:
    if isinstance(given.what, Failure):
        return given.what
    if (length := len(given.what.text)) > LONGEST:
        mend = f"{length:,} characters are too many for one article: split it (at most {LONGEST:,})"
        return Failure(given.what.id, f"{given.place}: {mend}")
    return reader.read(given.what)
