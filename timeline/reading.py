"""Inputs → records, in order: what could not be read keeps its place."""

from __future__ import annotations

import re
import traceback
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Protocol

from timeline import rules, wording
from timeline.model import Article, Failure, Record
from timeline.readers import Input, fields
from timeline.times import language_and_region
from timeline.wording import short

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
    return given.what if isinstance(given.what, Failure) else read_article(given.what, reader, given.place)


def read_article(article: Article, reader: Reader, place: str) -> Record | Failure:
    """The record of an article, or why there is none; `place` says where the article stands."""
    if (length := len(article.text)) > LONGEST:
        mend = f"{length:,} characters are too many for one article: split it (at most {LONGEST:,})"
        return Failure(article.id, f"{place}: {mend}")
    if not article.text.strip():
        return Failure(article.id, f"{place}: its text is empty: give the text of an article")
    if article.published and not fields.is_near(article.published):
        return Failure(article.id, f"{place}: {article.published} is {fields.TOO_FAR}")
    if half := re.search("[\ud800-\udfff]", article.text):
        mend = f"its text holds half a character at {half.start()}: write the whole pair, or leave it out"
        return Failure(article.id, f"{place}: {mend}")
    language, _ = language_and_region(article.language)  # "en-GB" is English
    if language not in languages():
        mend = f'the language "{short(article.language)}" cannot be read, only {wording.listed(languages())}'
        return Failure(article.id, f'{place}: {mend}: leave the article out, or mend its "language"')
    try:
        return reader.read(article)
    except (ImportError, SyntaxError):  # the program itself is not whole: no article could be read
        raise
    except Exception as error:  # a fault of ours must not cost the ten thousand articles beside this one
        if is_about_what_reads(error):
            raise
        return Failure(article.id, f"{place}: {_fault(error)}: please report it, with the article")


def is_about_what_reads(error: Exception) -> bool:
    """Whether an error is of a kind that we named ourselves (a pipeline or a file of rules or actors is at fault)."""
    return isinstance(error, ValueError) and type(error).__module__.startswith("timeline.")


def _fault(error: Exception) -> str:
    """What went wrong in our own code, and where: enough to find it."""
    at = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{Path(at.filename).name}, line {at.lineno}"
    return f"a fault of the program ({type(error).__name__} in {where}: {short(str(error))})"


@cache
def languages() -> tuple[str, ...]:
    """The languages that articles can be in: those that have rules."""
    return tuple(sorted(p.parent.name for p in rules.LANGUAGES.glob("*/rules.toml")))
