"""The words of events: `lang/*/events.toml` as sets and maps, read once."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from timeline.model import TYPES


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Which lemmas name events, carry them, report them, and give their status."""

    verbs: dict[str, str]  # lemma → type
    nouns: dict[str, str]
    weight: dict[str, float]  # type → 0–1
    plover: dict[str, str]  # type → PLOVER event type
    plural_only: frozenset[str]
    towards_place: frozenset[str]
    on_somebody: frozenset[str]  # verbs of their type only with somebody or a place as object
    intransitive: frozenset[str]  # verbs of their type only without an object
    strong: frozenset[str]  # statements that are news by themselves
    happenings: frozenset[str]  # verbs without a type that still make news
    support: frozenset[str]
    light: frozenset[str]
    empty: frozenset[str]
    reporting: frozenset[str]
    periods: frozenset[str]  # "the quarter ended June 30": stretches
    period_verbs: frozenset[str]
    status: dict[str, frozenset[str]]  # "hoped_verbs" → lemmas
    conditional_phrases: tuple[str, ...]
    quantities: frozenset[str]
    short_names: dict[str, str]
    third_person: dict[str, str]
    third_person_of: dict[str, str]  # a first or second person in a quote, as others tell it
    full_forms: dict[str, str]  # "'ll" → "will"
    backshifted: dict[str, str]  # "was" of a reported clause → "is"
    title: dict[str, frozenset[str]]  # small words by their part in a title
    nominal: dict[str, str]  # a verb's noun, for titles without a subject


class LexiconError(ValueError):
    """A mistake in an events.toml, with the file, the place and the mend."""


@cache
def load(language: str = "en") -> Lexicon:
    """The lexicon of a language. Raises LexiconError when its file has a mistake."""
    path = files("timeline") / "lang" / language / "events.toml"
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    verbs: dict[str, str] = {}
    nouns: dict[str, str] = {}
    for entry in data["type"]:
        name = entry["name"]
        if name not in TYPES:
            raise LexiconError(f"{path}: type {name!r} is not one of {', '.join(TYPES)}: rename it")
        for lemma in entry["verbs"]:
            verbs.setdefault(lemma, name)
        for lemma in entry["nouns"]:
            nouns.setdefault(lemma, name)
    by_name = {entry["name"]: entry for entry in data["type"]}
    status = data["status"]
    titles = data["titles"]
    return Lexicon(
        verbs=verbs,
        nouns=nouns,
        weight={n: float(e["weight"]) for n, e in by_name.items()},
        plover={n: e["plover"] for n, e in by_name.items()},
        plural_only=frozenset(w for e in data["type"] for w in e.get("plural_only", ())),
        towards_place=frozenset(w for e in data["type"] for w in e.get("towards_place", ())),
        on_somebody=frozenset(w for e in data["type"] for w in e.get("on_somebody", ())),
        intransitive=frozenset(w for e in data["type"] for w in e.get("intransitive", ())),
        strong=frozenset(w for e in data["type"] for w in e.get("strong", ())),
        happenings=frozenset(w for e in data["type"] for w in e.get("happenings", ())),
        support=frozenset(data["support"]["verbs"]),
        light=frozenset(data["support"]["light"]),
        empty=frozenset(data["support"]["empty"]),
        reporting=frozenset(data["reporting"]["verbs"]),
        periods=frozenset(data["periods"]["nouns"]),
        period_verbs=frozenset(data["periods"]["verbs"]),
        status={k: frozenset(v) for k, v in status.items() if k != "conditional_phrases"},
        conditional_phrases=tuple(status["conditional_phrases"]),
        quantities=frozenset(titles["quantities"]),
        short_names=titles["short"],
        third_person=titles["third_person"],
        third_person_of=titles["told"],
        full_forms=titles["full"],
        backshifted=titles["backshifted"],
        title={k: frozenset(v) for k, v in titles["words"].items()},
        nominal=titles["nominal"],
    )
