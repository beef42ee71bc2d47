"""Whose national day is meant: the country that the text names beside "Independence Day"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

_REACH = 2000  # characters before it in which a country is looked for
_BEHIND = 160  # and behind it
_CLOSE = 24  # characters between a country and its day: "Ukraine's 25th Independence Day"
_SHARE = 0.5  # of the namings of countries that one has which the text is about
_END = re.compile(r"[.!?][\"”’')]?\s|\n")


def country_of_day(text: str, start: int, end: int) -> tuple[str, str] | None:
    """Code and name of the country whose day `text[start:end]` is; None where the text names none.

    The one right before it, then the nearest in its sentence, then the one that is named most in what goes before.
    """
    near = list(_countries(text, max(0, start - _REACH), min(len(text), end + _BEHIND)))
    if not near:
        return None
    before = [c for c in near if c[1] <= start]
    within = [c for c in near if not _END.search(text, min(c[0], start), max(c[1], end) - 1)]
    if before and start - before[-1][1] <= _CLOSE and before[-1] in within:
        return before[-1][2:]
    if within:
        return min(within, key=lambda c: max(c[0] - end, start - c[1]))[2:]
    most = Counter(c[2:] for c in before).most_common(1)
    return most[0][0] if most and most[0][1] > _SHARE * len(before) else None


def _countries(text: str, start: int, end: int) -> Iterator[tuple[int, int, str, str]]:
    """Where countries and their peoples are named: offsets, code and name."""
    from timeline.gazetteer import WORD, fold, load

    known = load()
    found = list(WORD.finditer(text, start, end))
    words = [m[0] for m in found]
    folded = [fold(word) for word in words]
    for i in range(len(words)):
        for alias in known.match(folded, words, i, len(words)):
            entry = known.entries.get(alias.target)
            if entry and entry.kind == "country" and entry.country:
                yield found[i].start(), found[i + len(alias.words) - 1].end(), entry.country, entry.name
