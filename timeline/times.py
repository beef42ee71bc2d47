"""Times of a text: `read_times` is find and resolve in one go."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from timeline.find import find
from timeline.model import Published, TimeExpression
from timeline.resolve import resolve
from timeline.rules import load

# Where the month comes before the day in figures.
_MONTH_FIRST = ("US", "PH", "CA", "FM", "MH", "PW")
# Blocks of a page whose times stand beside the story and do not move it on.
_BESIDE = ("furniture", "caption")


def read_times(
    text: str,
    *,
    anchor: date | Published | None,
    doc: Any = None,
    blocks: Sequence[Any] = (),
    language: str = "en",
    locale: str | None = None,
    southern: bool = False,
    overrides: str | None = None,
) -> tuple[TimeExpression, ...]:
    """Every time expression of a text, in order, dated as far as it can be.

    `anchor` is the article's date; None leaves what hangs on it undated. `doc` is a parsed spaCy
    Doc over exactly the same text: with it the tense of a clause comes from its parse. `locale`
    ("en_US") says whether 03/04 begins with the month; `southern` turns the seasons round;
    `overrides` is the path of a user's own rules and conventions.
    """
    rules = load(language, overrides)
    conventions = rules.conventions
    if locale:
        conventions = replace(conventions, day_first=locale.replace("-", "_").partition("_")[2] not in _MONTH_FIRST)
    if southern:
        conventions = replace(conventions, southern=True)
    return resolve(
        find(text, rules),
        text,
        rules=rules,
        anchor=anchor,
        conventions=conventions,
        doc=doc,
        quiet=[(b.start, b.end) for b in blocks if b.kind in _BESIDE],
    )
