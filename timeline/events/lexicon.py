"""The words of events: `lang/*/events.toml` as sets and maps, read once."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from timeline.model import TYPES
from timeline.units import word_lists


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Which lemmas name events, carry them, report them, and give their status."""

    verbs: dict[str, str]  # lemma → type
    nouns: dict[str, str]
    minor: frozenset[str]  # nouns that lend others their day, and by themselves stand under a calendar's line
    weight: dict[str, float]  # type → 0–1
    salience: dict[str, float]  # what speaks for an entry and against it, by name
    plover: dict[str, str]  # type → PLOVER event type
    plural_only: frozenset[str]
    towards_place: frozenset[str]
    on_somebody: frozenset[str]  # verbs of their type only with somebody or a place as object
    intransitive: frozenset[str]  # verbs of their type only without an object
    strong: frozenset[str]  # statements that are news by themselves
    happenings: frozenset[str]  # verbs without a type that still make news
    changes: frozenset[str]  # verbs of amounts: news where an article opens with them
    support: frozenset[str]
    groups: dict[str, frozenset[str]]  # nouns of people and of bodies that act without a name
    kinds: dict[str, frozenset[str]]  # "bank" → words of the names, and ids, of those that may be called so
    ranks: dict[str, frozenset[str]]  # "doctor" → what stands before the name of one
    together: dict[str, frozenset[str]]  # nouns and pronouns for those who were just named together, by their kind
    onlookers: frozenset[str]
    light: frozenset[str]
    empty: frozenset[str]
    acts: frozenset[str]  # of the empty ones those that do something
    into: frozenset[str]  # empty ones that are an event with a noun: "became commandant"
    reporting: frozenset[str]
    opining: frozenset[str]  # of these, those that tell what somebody thinks
    besides: frozenset[str]  # of these, those that without a clause do something: "responded to a blaze"
    of_things: frozenset[str]  # of these, those whose object is news: "confirmed its first case"
    telling: frozenset[str]  # of these, those that are said to somebody: "told her cabinet that"
    hearing: frozenset[str]  # nouns, beside those of bodies, of those who are told officially: "told a judge that"
    press: frozenset[str]  # words of names and nouns of those who only pass on what they are told
    periods: frozenset[str]  # "the quarter ended June 30": stretches
    period_verbs: frozenset[str]
    triggers: dict[str, frozenset[str]]  # words by what they do to a word that may name an event
    roles: dict[str, frozenset[str]]  # who takes part and where, by preposition and pronoun
    dating: dict[str, frozenset[str]]  # words around a time, by what they do to it
    deeds: dict[str, str]  # noun → the verb that tells the same: "resignation" → "resign"
    same: dict[str, str]  # verb → the plainest that tells the same deed: "deport" → "expel"
    alike: dict[str, str]  # noun → the plainest that names the same: "quake" → "earthquake"
    plain: dict[str, str]  # what articles tell the same in → the plainest of it: "cut off" → "close border"
    blocs: frozenset[str]  # nouns for what several states are together, whatever it is called: "bloc"
    once: dict[str, frozenset[str]]  # verbs of what befalls somebody once, by whether he does it or it is done to him
    kin: dict[str, frozenset[str]]  # noun → those by which the same thing may be told: "deal" → "agreement"
    diseases: dict[str, str]  # a disease's other names → the one it is known by: "h1n1" → "swine flu"
    parts: dict[str, frozenset[str]]  # noun → nouns of what it is one part: "tranche" → "loan"
    endings: tuple[str, ...]  # on what adjectives end that say of what kind a thing is: "parliamentary"
    counting: dict[str, str]  # "following" → "after": the words between a length and what it is counted from
    beside_clause: dict[str, str]  # "before" → which end of a plan a clause under it opens
    openings: dict[str, str]  # "until" → which end of an event it leaves open, and where the other lies
    status: dict[str, frozenset[str]]  # "hoped_verbs" → lemmas
    conditional_phrases: tuple[str, ...]
    quantities: frozenset[str]
    cardinals: dict[str, int]
    short_names: dict[str, str]
    third_person: dict[str, str]
    third_person_of: dict[str, str]  # a first or second person in a quote, as others tell it
    full_forms: dict[str, str]  # "'ll" → "will"
    backshifted: dict[str, str]  # "was" of a reported clause → "is"
    plural_forms: dict[str, str]  # "is" → "are"
    title: dict[str, frozenset[str]]  # small words by their part in a title
    nominal: dict[str, str]  # a verb's noun, for titles without a subject
    governs: dict[str, frozenset[str]]  # a verb → the prepositions of what it wants beside its object: "accuses her of"


LISTS = (
    "verbs", "nouns", "minor", "strong", "happenings", "changes", "plural_only", "towards_place", "on_somebody",
    "intransitive",
)  # fmt: skip


class LexiconError(ValueError):
    """A mistake in a file of events, with the file, the place and the mend."""


def load(language: str = "en", own: str | Path | None = None) -> Lexicon:
    """The lexicon of a language, with a user's file of `[[type]]` entries on top of it.

    Raises LexiconError, which names the file, the entry and the mend.
    """
    return _shipped(language) if own is None else _with_own(language, str(own))


@cache
def _with_own(language: str, own: str) -> Lexicon:
    base = _shipped(language)
    data = _read(Path(own))
    unknown = set(data) - {"type"}
    if unknown:
        raise LexiconError(f"{own}: unknown table {min(unknown)}; a file of events has [[type]] alone")
    words = _words(data, own)
    mine = words.verbs.keys() | words.nouns.keys()  # a word of the user's is as the user's file has it
    return replace(
        base,
        verbs=base.verbs | words.verbs,
        nouns=base.nouns | words.nouns,
        weight=base.weight | words.weight,
        **{kind: (getattr(base, kind) - mine) | found for kind, found in _marked(data).items()},
    )


def _read(path: Path) -> Mapping[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise LexiconError(f"{path}: cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise LexiconError(f"{path}: not UTF-8 at byte {error.start}: save it as UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"{path}: not TOML: {error}") from error


@dataclass(frozen=True, slots=True)
class _Words:
    """What the `[[type]]` entries of a file say of types and their words."""

    verbs: dict[str, str]
    nouns: dict[str, str]
    weight: dict[str, float]
    plover: dict[str, str]


def _words(data: Mapping[str, Any], where: str, more: tuple[str, ...] = ()) -> _Words:
    out = _Words({}, {}, {}, {})
    entries = data.get("type")
    if entries is None:
        raise LexiconError(f'{where}: no [[type]] in it: write [[type]], name = "meeting" and words beneath')
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise LexiconError(f"{where}: [type] is one table: write [[type]], once for each type")
    for number, entry in enumerate(entries, 1):
        name = entry.get("name")
        if name is None:
            raise LexiconError(f"{where}: [[type]] {number}: no name: add name = one of {', '.join(TYPES)}")
        if name not in TYPES:
            raise LexiconError(f"{where}: [[type]] {number}: name {name!r} is not one of {', '.join(TYPES)}: rename it")
        at = f"{where}: [[type]] {name}"
        unknown = set(entry) - {"name", "weight", *LISTS, *more}
        if unknown:
            raise LexiconError(f"{at}: unknown key {min(unknown)}: one of name, weight, {', '.join(LISTS)}")
        for kind in LISTS:
            _check_lemmas(entry.get(kind, []), f"{at}: {kind}")
        for lemma in entry.get("verbs", ()):
            out.verbs.setdefault(lemma, name)
        for lemma in (*entry.get("nouns", ()), *entry.get("minor", ())):
            out.nouns.setdefault(lemma, name)
        if "weight" in entry:
            out.weight[name] = _weight(entry["weight"], at)
        out.plover[name] = entry.get("plover", "")
    return out


def _check_lemmas(words: object, at: str) -> None:
    if not isinstance(words, list) or not all(isinstance(w, str) and w.strip() for w in words):
        raise LexiconError(f'{at} is no list of words: write them as ["meet", "sit down"]')
    big = [w for w in words if w != w.lower()]
    if big:
        raise LexiconError(f"{at}: {big[0]!r} has capitals: write the word's ground form in small letters")


def _marked(data: Mapping[str, Any]) -> dict[str, frozenset[str]]:
    """The words of every type, by the list that they stand in beside `verbs` and `nouns`."""
    return {kind: frozenset(w for e in data["type"] for w in e.get(kind, ())) for kind in LISTS[2:]}


def _weight(value: object, at: str) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
        raise LexiconError(f"{at}: weight {value!r} is no number from 0 to 1")
    return float(value)


@cache
def _shipped(language: str) -> Lexicon:
    folder = files("timeline") / "lang" / language
    path = folder / "events.toml"
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    numbers = tomllib.loads((folder / "words.toml").read_text(encoding="utf-8"))["cardinal"]
    words = _words(data, str(path), ("plover",))
    status = data["status"]
    titles = data["titles"]
    return Lexicon(
        verbs=words.verbs,
        nouns=words.nouns,
        weight=words.weight,
        salience=data["salience"],
        plover=words.plover,
        **_marked(data),
        support=frozenset(data["support"]["verbs"]),
        groups={k: frozenset(v) for k, v in data["groups"].items() if isinstance(v, list)}
        | {"people": word_lists().people},
        kinds={k: frozenset(v) for k, v in data["groups"]["kinds"].items()},
        ranks={k: frozenset(v) for k, v in data["groups"]["ranks"].items()},
        together={k: frozenset(v) for k, v in data["groups"]["together"].items()},
        onlookers=frozenset(data["support"]["onlookers"]),
        light=frozenset(data["support"]["light"]),
        empty=frozenset(data["support"]["empty"]),
        acts=frozenset(data["support"]["acts"]),
        into=frozenset(data["support"]["into"]),
        reporting=frozenset(data["reporting"]["verbs"]),
        opining=frozenset(data["reporting"]["opining"]),
        besides=frozenset(data["reporting"]["besides"]),
        of_things=frozenset(data["reporting"]["of_things"]),
        telling=frozenset(data["reporting"]["telling"]),
        hearing=frozenset(data["reporting"]["hearing"]),
        press=frozenset(data["reporting"]["press"]),
        periods=frozenset(data["periods"]["nouns"]),
        period_verbs=frozenset(data["periods"]["verbs"]),
        triggers={k: frozenset(v) for k, v in data["triggers"].items()},
        roles={k: frozenset(v) for k, v in data["roles"].items()},
        dating={k: frozenset(v) for k, v in data["dating"].items() if isinstance(v, list)},
        deeds={noun.lower(): verb for verb, noun in titles["nominal"].items()} | data["dating"]["deeds"],
        same=data["dating"]["same"],
        alike=data["dating"]["alike"],
        plain=_plain(data, data["merging"]["plain"]),
        blocs=frozenset(data["merging"]["blocs"]),
        once={k: frozenset(v) for k, v in data["merging"]["once"].items()},
        endings=tuple(titles["endings"]),
        diseases={other: name for name, others in titles["same_disease"].items() for other in others},
        kin=_kin(titles["alike"], titles["broader"]),
        parts={k: frozenset(v) for k, v in titles["parts"].items()},
        counting=data["dating"]["counting"],
        openings=data["dating"]["openings"],
        beside_clause=data["dating"]["beside_clause"],
        status={k: frozenset(v) for k, v in status.items() if k != "conditional_phrases"},
        conditional_phrases=tuple(status["conditional_phrases"]),
        quantities=frozenset(titles["quantities"]),
        cardinals={w: int(n) for n, said in numbers.items() for w in said},
        short_names=titles["short"],
        third_person=titles["third_person"],
        third_person_of=titles["told"],
        full_forms=titles["full"],
        backshifted=titles["backshifted"],
        plural_forms=titles["plural_forms"],
        title={k: frozenset(v) for k, v in titles["words"].items()},
        nominal=titles["nominal"],
        governs={verb: frozenset(words) for verb, words in titles["governs"].items()},
    )


def _plain(data: Mapping[str, Any], merging: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """Of all in which the same is told the plainest: as the list of it has it, or else the others."""
    nouns = {noun: some[0] for some in data["titles"]["alike"] for noun in some[1:]}
    others = {**data["dating"]["same"], **data["dating"]["alike"], **nouns}
    own = {word: plainest for plainest, words in merging.items() for word in words}
    return {word: own.get(to, to) for word, to in others.items() if word not in merging} | own


def _kin(alike: Iterable[Iterable[str]], broader: Mapping[str, Iterable[str]]) -> dict[str, frozenset[str]]:
    """Of each noun the others by which the same thing may be told: those that say the same, and those that say more."""
    same = {noun: frozenset(nouns) - {noun} for nouns in alike for noun in nouns}
    more = {noun: frozenset(nouns) for noun, nouns in broader.items()}
    return {noun: same.get(noun, frozenset()) | more.get(noun, frozenset()) for noun in same.keys() | more.keys()}
