"""An actor in the making: what a text says of one, and what is known."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from timeline.gazetteer import Entry, fold
from timeline.roles import Title
from timeline.units import word_lists


@dataclass(slots=True, eq=False)
class Who:
    """What the mentions of one actor come to."""

    kind: str
    entry: Entry | None = None
    forms: Counter[str] = field(default_factory=Counter)  # how it is written
    spans: list[tuple[int, int]] = field(default_factory=list)
    titles: list[Title] = field(default_factory=list)
    gender: str | None = None
    country: str | None = None
    of: str | None = None
    plain: set[str] = field(default_factory=set)  # the single names, folded, by which one is called without a title
    national: str | None = None  # its name with its people's before it: "Iranian Parliament"

    @property
    def name(self) -> str:
        """Its name: the gazetteer's, else the fullest form in the text, the commoner first."""
        if self.entry:
            return self.entry.name
        if self.national:
            return self.national
        fullest = max(len(f.split()) for f in self.forms)
        told = {f: n for f, n in self.forms.items() if len(f.split()) == fullest}
        return max(
            told, key=lambda f: (not (f.isupper() and f.title() in told), told[f], len(f))
        )  # "HOFF" as a heading


def gender(who: Who) -> str | None:
    """The gender, m or f, that the honorific, the gazetteer or the given name says."""
    if who.gender:
        return who.gender
    if who.entry and who.entry.gender:
        return who.entry.gender
    first = fold(who.name.split()[0])
    known = word_lists().given.get(first)
    return known if known in ("m", "f") and len(who.name.split()) > 1 else None
