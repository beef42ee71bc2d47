"""What `names.toml` and CLDR say about names, read once."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from babel import Locale

# Country names that are as often a person, a state or another word.
AMBIGUOUS_COUNTRIES = {"Jersey", "Guernsey", "World", "Georgia", "Jordan", "Chad"}


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Names by label; a name is its tokens joined by single spaces."""

    titles: frozenset[str]
    demonyms: frozenset[str]
    sure_demonyms: frozenset[str]
    places: frozenset[str]
    bodies: frozenset[str]
    nothing: frozenset[str]
    persons: frozenset[str]
    ambiguous: frozenset[str]

    def label(self, name: str) -> str | None:
        """Return LOC for "Lebanon", ORG for "al - Qaida", NORP for "Iraqis"; None for a name in no list."""
        name = name.replace(" - ", "-")
        if name in self.persons:
            return "PERSON"
        if name in self.demonyms:
            return "NORP"
        if name in self.bodies:
            return "ORG"
        return "LOC" if name in self.places else None


def phrases(text: str) -> list[str]:
    """The entries of a list written with bars and line breaks."""
    return [name.strip() for line in text.splitlines() for name in line.split("|") if name.strip()]


def plural(demonym: str) -> str | None:
    """Return "Iraqis" for "Iraqi"; None where English has no plural in -s ("French", "Chinese")."""
    if demonym.endswith(("sh", "ch", "ese", "s", "ic")):
        return None
    return demonym + "s"


def countries() -> set[str]:
    """Country names of CLDR, English."""
    territories = Locale("en").territories
    names = {name for code, name in territories.items() if len(code) == 2 and code.isalpha()}
    return {name.replace("’", "'") for name in names} - AMBIGUOUS_COUNTRIES


@cache
def lexicon() -> Lexicon:
    """The lists of `names.toml` with CLDR's countries."""
    data = tomllib.loads((Path(__file__).parent / "names.toml").read_text(encoding="utf-8"))
    singular = set(data["demonyms"].split())
    uncertain = set(data["uncertain_demonyms"].split())
    words = singular | {many for one in singular if (many := plural(one))}
    places = countries() | set(phrases(data["places"]))
    demonyms = (words | set(phrases(data["demonym_phrases"]))) - places  # "Philippines"
    return Lexicon(
        titles=frozenset(data["titles"].split()),
        demonyms=frozenset(demonyms),
        sure_demonyms=frozenset(demonyms - uncertain),
        places=frozenset(places),
        bodies=frozenset(phrases(data["bodies"])),
        nothing=frozenset(phrases(data["nothing"])),
        persons=frozenset(phrases(data["persons"])),
        ambiguous=frozenset(phrases(data["ambiguous"])),
    )
