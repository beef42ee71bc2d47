"""Rule files read and compiled: lang/XX/{words,rules,conventions}.toml → `Rules`.

A rule file that cannot be used raises `RuleError`, which names the file, the rule and the mend.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any
from zoneinfo import available_timezones

from timeline.dates import EDGED, GRAINS, MODS, Conventions
from timeline.holy import holiday_of
from timeline.patterns import (
    SLOT,
    TIME,
    Lazy,
    Pattern,
    WordClasses,
    literals,
    needs_of,
    plain_words,
    translated,
    wanted_of,
)

LANGUAGES = Path(__file__).parent / "lang"
TYPES = ("DATE", "TIME", "DURATION", "SET")
# Values that need more than a template; the rooms of resolve.py know them by these names.
FORMS = (
    "@digits",
    "@dateparser",
    "@clock",
    "@length",
    "@length_half",
    "@length_in_two",
    "@half",
    "@many",
    "@each",
    "@years",
    "@before_christ",
)
_COUNTED = ("cardinal", "ordinal", "couple")  # word classes that hold any number
_LOOK_BACK = 48  # characters that `preceded` and `not_preceded` see


class RuleError(ValueError):
    """A rule file that cannot be used: says which file, which rule and what to do."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of a rule file; docs/rules.md explains every field."""

    name: str
    pattern: tuple[str, ...]
    type: str = "DATE"
    # what it means: exactly one of these, or a `{time}` taken over
    value: str = ""
    shift: str = ""
    take: str = ""
    # how it is placed
    from_: str = "anchor"
    look: str = ""
    aside: bool = False
    report: bool = False
    when: str = ""
    place: str = ""
    recent: str = ""
    coming: str = ""
    mod: str = ""
    edge: str = ""
    half: str = ""
    rest: str = ""
    part: str = ""
    holiday: str = ""
    begins: str = ""
    week: bool = False
    turn: bool = False
    join: bool = False
    range: bool = False
    list: bool = False
    swap: bool = False
    cut: int = 0
    less: int = 0
    two: str = ""
    default: Mapping[str, str] = field(default_factory=dict)
    # where it is looked for
    over: tuple[str, ...] = ()
    over2: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    order: str = ""
    latent: bool = False
    none: bool = False
    register: str = ""
    needs: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    preceded: str = ""
    not_preceded: str = ""
    followed: str = ""
    not_followed: str = ""
    # its proofs
    finds: tuple[tuple[str, ...], ...] = ()
    rejects: tuple[str, ...] = ()
    # compiled
    index: int = 0
    patterns: tuple[Pattern, ...] = ()
    before: Lazy | None = None
    not_before: Lazy | None = None
    after: Lazy | None = None
    not_after: Lazy | None = None

    def allows(self, text: str, start: int, end: int) -> bool:
        """Whether what stands around a match lets it stand."""
        low = start - _LOOK_BACK if start > _LOOK_BACK else 0
        return (
            (self.before is None or self.before.regex.search(text, low, start) is not None)
            and (self.not_before is None or self.not_before.regex.search(text, low, start) is None)
            and (self.after is None or self.after.regex.match(text, end) is not None)
            and (self.not_after is None or self.not_after.regex.match(text, end) is None)
        )


_COMPILED = {"index", "patterns", "before", "not_before", "after", "not_after"}
# What a rule of a rule file may say; docs/rules.md explains each.
FIELDS = tuple(sorted(f.name.rstrip("_") for f in fields(Rule) if f.name not in _COMPILED))


Chances = tuple[tuple[Rule, Pattern], ...]  # patterns, each with its rule


@dataclass(frozen=True, slots=True)
class Rules:
    """Everything a language knows about times, compiled."""

    language: str
    plain: Chances  # over words
    nested: Chances  # over times
    by_name: Mapping[str, Rule]
    vocabulary: Mapping[str, frozenset[str]]  # lower-case word → the classes it may begin
    digits: Mapping[int, frozenset[str]]  # length of a run of digits → the same
    meanings: Mapping[str, Mapping[str, str]]  # class → plain word → canonical
    cardinals: Mapping[str, int]
    numeric: frozenset[str]  # classes that hold numbers
    conventions: Conventions
    anchor: Any  # date that the proofs are read with
    own: tuple[str, ...] = ()  # the rules that a user added
    # word classes of a run → the patterns over words and over times that have a chance there; find.py's
    memo: dict[frozenset[str], tuple[Chances, Chances]] = field(default_factory=dict)

    def meaning(self, slot: str, words: str) -> str:
        """Canonical form of the words that filled a slot: ("month", "Sept.") → "09"."""
        plain = plain_words(words)
        table = self.meanings.get(slot)
        if table is not None and plain in table:
            return table[plain]
        if slot in self.numeric:
            return self.count(words)
        digits = re.sub(r"\D", "", words)
        if digits:
            return digits
        return self.count(words) if plain.split(" ")[0] in self.cardinals else plain

    def count(self, words: str) -> str:
        """Number as digits: "two hundred and six" → "206", "2,000" → "2000", "2½" → "2.5"."""
        plain = plain_words(words)
        halves = {"½": 0.5, "¼": 0.25, "¾": 0.75}
        half = re.match(r"(\d)/(\d)$", plain)
        if half and int(half[2]):
            return f"{int(half[1]) / int(half[2]):g}"
        digits = re.match(r"(\d[\d,]*(?:\.\d+)?)(?: (\d)/(\d))? ?([½¼¾])?", plain)
        if digits:
            number = float(digits[1].replace(",", ""))
            if digits[2] and int(digits[3]):
                number += int(digits[2]) / int(digits[3])
            number += halves.get(digits[4] or "", 0)
            return f"{number:g}" if number < 1e6 else str(int(number))
        total = part = 0
        left = plain.split(" ")
        while left:
            size = next((n for n in (3, 2, 1) if " ".join(left[:n]) in self.cardinals), 0)
            number_ = self.cardinals.get(" ".join(left[:size]))  # "quatre-vingts" is one, and no four
            left = left[max(size, 1) :]
            if number_ is None:
                continue
            if number_ == 100:
                part = max(part, 1) * 100
            elif number_ >= 1000:
                total += max(part, 1) * number_
                part = 0
            else:
                part += number_
        return str(total + part)


@lru_cache(maxsize=16)
def load(language: str = "en", overrides: str | None = None) -> Rules:
    """Rules of a language, read and compiled once.

    `overrides` is the path of a TOML file of the user: its tables of conventions replace single
    lines of ours, its `[[rule]]` entries are added (or replace ours of the same name), its
    `[words.CLASS]` tables add words.
    """
    folder = LANGUAGES / language
    if not (folder / "rules.toml").is_file():
        known = ", ".join(sorted(p.parent.name for p in LANGUAGES.glob("*/rules.toml")))
        raise RuleError(f"no time rules for language {language!r}: choose one of {known}")
    words = read_toml(folder / "words.toml")
    rules = read_toml(folder / "rules.toml")
    conventions_file = folder / "conventions.toml"
    if not conventions_file.is_file():
        conventions_file = LANGUAGES / "en" / "conventions.toml"
    conventions = read_toml(conventions_file)
    if not overrides:
        return compile_rules(language, words, rules, conventions, file=str(folder / "rules.toml"))
    user = read_toml(Path(overrides))
    _add_words(words, user.pop("words", {}), overrides)
    added = user.pop("rule", [])
    if not isinstance(added, list) or not all(isinstance(rule, dict) for rule in added):
        raise RuleError(f"{overrides}: [rule]: a rule begins with [[rule]], in two brackets")
    if "anchor" in user:
        rules["anchor"] = user.pop("anchor")
        if not isinstance(rules["anchor"], date):
            raise RuleError(
                f"{overrides}: anchor = {rules['anchor']!r}: give a day without quotes: anchor = 2016-07-27"
            )
    names = {str(r.get("name")) for r in added}
    rules["rule"] = [r for r in rules["rule"] if r.get("name") not in names] + added
    made = compile_rules(language, words, rules, _merged(conventions, user), file=overrides)
    check(made, overrides, [r["name"] for r in added])
    return replace(made, own=tuple(r["name"] for r in added))


def _is_proof(proof: Any) -> bool:
    """Whether a proof is a sentence, the words found in it, and their value and mod."""
    return (
        isinstance(proof, list)
        and len(proof) in (3, 4)
        and all(isinstance(p, str) for p in proof)
        and proof[1] in proof[0]
    )


def _add_words(words: dict[str, Any], more: Any, file: str) -> None:
    """Add a user's words to the classes of a language."""
    for name, table in more.items() if isinstance(more, dict) else [("", more)]:
        merged = words.get(name, {}) if name not in ("shapes", "unions") else None
        may_mean, known = _meanings(name, tuple(merged or ()))
        if merged is None or not isinstance(table, dict) or not name:
            raise RuleError(f'{file}: [words.{name}]: give meanings and their words, such as "08" = ["august"]')
        for meaning, added in table.items():
            if not isinstance(added, list) or not all(isinstance(w, str) and w.strip() for w in added):
                raise RuleError(
                    f'{file}: [words.{name}] {meaning} = {added!r}: give a list of words, such as ["august"]'
                )
            if not may_mean(meaning):
                raise RuleError(f"{file}: [words.{name}] {meaning} = {added!r}: no {name} is {meaning!r}: use {known}")
            merged[meaning] = [*merged.get(meaning, []), *added]
        words[name] = merged


def _meanings(name: str, ours: tuple[str, ...]) -> tuple[Callable[[str], bool], str]:
    """What a word that a user adds to a class may mean, a test and the words for it; anything in a class of his own."""
    if name in _COUNTED:
        return lambda meaning: re.fullmatch(r"0|[1-9]\d{0,5}", meaning) is not None, "a whole number"
    if name == "zone":
        said = 'UTC, local, or a name such as "Europe/Paris"'
        return lambda meaning: meaning in ours or meaning in available_timezones(), said
    if not ours or name == "holiday":  # of which [holidays] must say the day
        return lambda _: True, ""
    return lambda meaning: meaning in ours, f"one of {', '.join(ours)}"


def _merged(base: dict[str, Any], over: Mapping[str, Any]) -> dict[str, Any]:
    """Tables of which a user's lines replace ours; a holiday is one line, however much stands in it."""
    out = dict(base)
    for key, value in over.items():
        both = isinstance(out.get(key), dict) and isinstance(value, dict)
        out[key] = value if not both else out[key] | value if key == "holidays" else _merged(out[key], value)
    return out


def read_toml(path: Path) -> dict[str, Any]:
    """A TOML file as a dict; a `RuleError` names the file and the line when it cannot be read."""
    try:
        with path.open("rb") as stream:
            return tomllib.load(stream)
    except FileNotFoundError as error:
        raise RuleError(f"{path}: no such file: give the path of a TOML rule file") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise RuleError(f"{path}: not valid TOML: {error}") from error


def compile_rules(
    language: str,
    words: Mapping[str, Any],
    rules: Mapping[str, Any],
    conventions: Mapping[str, Any],
    *,
    file: str = "rules.toml",
) -> Rules:
    """Rules from the contents of the three files."""
    classes = WordClasses(words)
    compiled = []
    seen: set[str] = set()
    for index, entry in enumerate(rules.get("rule", ())):
        rule = _rule(entry, file)
        if rule.name in seen:
            raise RuleError(f"{file}: rule {rule.name!r}: the name stands twice: rename one")
        seen.add(rule.name)
        compiled.append(_compiled(rule, index, classes, file))
    for rule in compiled:
        for name in rule.only:
            if name not in seen:
                raise RuleError(f"{file}: rule {rule.name!r}: `only` names {name!r}, which is no rule: mend its name")
    known = _conventions(conventions, file)
    for rule in compiled:
        if rule.holiday and "{" not in rule.holiday and rule.holiday not in known.holidays:
            raise RuleError(
                f"{file}: rule {rule.name!r}: holiday {rule.holiday!r}: its day is not said: "
                f'add {rule.holiday} = "12-25" to [holidays]'
            )
    for name in words.get("holiday", ()):
        if name not in known.holidays:
            raise RuleError(f'{file}: [words.holiday] {name}: its day is not said: add {name} = "12-25" to [holidays]')
    return Rules(
        language=language,
        plain=tuple((r, p) for r in compiled for p in r.patterns if not p.times),
        nested=tuple((r, p) for r in compiled for p in r.patterns if p.times),
        by_name={r.name: r for r in compiled},
        vocabulary={w: frozenset(c) for w, c in classes.vocabulary.items()},
        digits={n: frozenset(c) for n, c in classes.digits.items()},
        meanings=classes.meanings,
        cardinals=classes.cardinals,
        numeric=frozenset({"number"} | classes.numeric),
        conventions=known,
        anchor=rules.get("anchor"),
    )


def _conventions(data: Mapping[str, Any], file: str) -> Conventions:
    for name, value in data.items():
        if name not in _CONVENTIONS:
            raise RuleError(
                f"{file}: [{name}]: no such table: use one of {', '.join(_CONVENTIONS)}, words, or [[rule]]"
            )
        if not isinstance(value, dict):
            raise RuleError(f"{file}: {name} = {value!r}: this is a table: write [{name}] and its lines beneath")
    general = data.get("general", {})
    edges: dict[str, dict[str, tuple[int, int]]] = {}
    for grain, table in data.get("edges", {}).items():
        if grain not in EDGED or not isinstance(table, dict):
            raise RuleError(f"{file}: [edges.{grain}]: nothing has such edges: use one of {', '.join(EDGED)}")
        edges[grain] = {}
        low, high = EDGED[grain]
        for edge, pair in table.items():
            if edge not in MODS:
                raise RuleError(f"{file}: [edges.{grain}] {edge}: no such edge: use one of {', '.join(MODS)}")
            if not (
                isinstance(pair, list)
                and len(pair) == 2
                and all(_whole(n, low, high) for n in pair)
                and pair[0] <= pair[1]
            ):
                raise RuleError(
                    f"{file}: [edges.{grain}] {edge} = {pair!r}: give two whole numbers from {low} to {high}, "
                    "the first not above the second, such as [1, 4]"
                )
            edges[grain][edge] = (pair[0], pair[1])
    for table in ("recent", "coming"):
        for unit, count in data.get(table, {}).items():
            if unit not in GRAINS or not _whole(count, 1, 10000):
                raise RuleError(
                    f"{file}: [{table}] {unit} = {count!r}: give a unit and a whole number, such as day = 7"
                )
    for name, value in general.items():
        if name not in _GENERAL or not _GENERAL[name](value):
            raise RuleError(f"{file}: [general] {name} = {value!r}: {_GENERAL_MEND}")
    holidays = {}
    for name, entry in data.get("holidays", {}).items():
        try:
            holidays[name] = holiday_of(entry)
        except ValueError as error:
            raise RuleError(f"{file}: [holidays] {name} = {entry!r}: {error}") from error
    return Conventions(
        edges=edges,
        recent=dict(data.get("recent", {})),
        coming=dict(data.get("coming", {})),
        holidays=holidays,
        **general,
    )


def _whole(value: Any, low: int, high: int) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and low <= value <= high


_CONVENTIONS = ("general", "edges", "recent", "coming", "holidays")
_GENERAL: Mapping[str, Callable[[Any], bool]] = {
    "turn": lambda value: _whole(value, 1, 60),
    "day_first": lambda value: isinstance(value, bool),
    "southern": lambda value: isinstance(value, bool),
    "fiscal_year": lambda value: _whole(value, 1, 12),
    "school_year": lambda value: _whole(value, 1, 12),
}
_GENERAL_MEND = (
    "give turn a number of days, fiscal_year and school_year the number of a month, "
    "day_first and southern true or false"
)


def _strings(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(v, str) for v in value)


def _kind(name: str, default: Any) -> tuple[Callable[[Any], bool], str]:
    """What a field of a rule may hold: a test, and the words for it."""
    if name == "pattern":
        return lambda value: isinstance(value, str) or _strings(value), "a pattern, or a list of them"
    if name == "finds":
        said = 'a list of [sentence, words in it, value], such as [["on the ides of March", "March", "2016-03"]]'
        return lambda value: isinstance(value, list) and all(_is_proof(v) for v in value), said
    if isinstance(default, bool):
        return lambda value: isinstance(value, bool), "true or false"
    if isinstance(default, int):
        return lambda value: _whole(value, 0, 99), "a whole number"
    if isinstance(default, tuple):
        return _strings, 'a list of texts, such as ["month"]'
    if isinstance(default, str) or name == "name":
        return lambda value: isinstance(value, str), "a text in quotes"
    said = 'a table of texts, such as { count = "1" }'
    return lambda value: isinstance(value, dict) and all(isinstance(v, str) for v in value.values()), said


_KINDS = {f.name.rstrip("_"): _kind(f.name, f.default) for f in fields(Rule) if f.name not in _COMPILED}


def _rule(entry: Mapping[str, Any], file: str) -> Rule:
    name = entry.get("name")
    if not isinstance(name, str) or not name:
        raise RuleError(f'{file}: a rule without a name: add name = "…" to {dict(entry)!r:.80}')
    where = f"{file}: rule {name!r}"
    for key in entry:
        if key not in FIELDS:
            raise RuleError(f"{where}: unknown field {key!r}: use one of {', '.join(FIELDS)}")
        wanted, said = _KINDS[key]
        if not wanted(entry[key]):
            raise RuleError(f"{where}: {key} = {entry[key]!r:.80}: give {said}")
    if not entry.get("pattern"):
        raise RuleError(f"{where}: no pattern: add pattern = '…'")
    if not entry.get("finds"):
        raise RuleError(f"{where}: no proof: add finds = [[sentence, words, value]]")
    data = {("from_" if k == "from" else k): _frozen(v) for k, v in entry.items()}
    if isinstance(data["pattern"], str):
        data["pattern"] = (data["pattern"],)
    rule = Rule(**data)
    if rule.type not in TYPES:
        raise RuleError(f"{where}: type {rule.type!r}: use one of {', '.join(TYPES)}")
    if rule.value.startswith("@") and rule.value not in FORMS:
        raise RuleError(f"{where}: value {rule.value!r}: use one of {', '.join(FORMS)}")
    for grain in (*rule.over, *rule.over2):
        if grain not in GRAINS and grain not in ("length", "set"):
            raise RuleError(f"{where}: over {grain!r}: use one of {', '.join(GRAINS)}, length, set")
    _check_choices(rule, where)
    return rule


# Fields that hold one of a few words, or slots that will hold one.
_CHOICES: Mapping[str, tuple[str, ...]] = {
    "look": (
        "-1",
        "0",
        "1",
        "before last",
        "after next",
        "past",
        "future",
        "year_ago",
        "told",
        "none",
    ),
    "place": ("past", "coming", "first", "last"),
    "rest": ("START", "END"),
    "when": ("future", "past"),
    "order": ("any",),
    "register": ("message", "history", "antiquity"),
    "begins": ("fiscal_year", "school_year"),
    "from": ("anchor", "story", "time", "next"),
    "mod": (
        "START",
        "MID",
        "END",
        "APPROX",
        "BEFORE",
        "AFTER",
        "ON_OR_BEFORE",
        "ON_OR_AFTER",
        "LESS_THAN",
        "MORE_THAN",
        "EQUAL_OR_LESS",
        "EQUAL_OR_MORE",
    ),
    "part": ("MO", "AF", "EV", "NI", "DT"),
    "half": ("1", "2"),
    "recent": GRAINS,
    "coming": GRAINS,
    "take": ("{nth} {weekday}", "{nth} {one_unit}"),
    "edge": tuple(MODS),
}
_SHIFT = re.compile(r"-?(?:\d+|\{\w+\}(?:\.5)?) (?:(?P<unit>[a-z]+)|\{\w+\})")


def _check_choices(rule: Rule, where: str) -> None:
    for name, choices in _CHOICES.items():
        value = rule.from_ if name == "from" else getattr(rule, name)
        if value and ("{" not in value or "{" in choices[0]) and value not in choices:
            raise RuleError(f"{where}: {name} {value!r}: use one of {', '.join(choices)}")
    for unit in rule.units:
        if unit not in GRAINS:
            raise RuleError(f"{where}: units {unit!r}: use one of {', '.join(GRAINS)}")
    shift = _SHIFT.fullmatch(rule.shift)
    if rule.shift and (shift is None or (shift["unit"] or "day") not in GRAINS):
        raise RuleError(
            f'{where}: shift {rule.shift!r}: give a number and a unit, such as "-1 day" or "{{count}} {{unit}}"; '
            f"a unit is one of {', '.join(GRAINS)}"
        )


_TEMPLATES = (
    "value", "shift", "take", "look", "place", "recent", "coming", "mod", "edge", "half", "rest", "part", "holiday",
)  # fmt: skip


def _check_slots(rule: Rule, where: str) -> None:
    """Every slot that a field fills must be one that a pattern, or `default`, gives."""
    given = {m[2] or m[1] for text in rule.pattern for m in SLOT.finditer(text)} | set(rule.default)
    given |= {name for text in rule.pattern for name in re.findall(r"\(\?P<(\w+)>", text)}
    for name in _TEMPLATES:
        for slot in re.findall(r"\{(\w+)\}", getattr(rule, name)):
            if slot not in given:
                known = ", ".join(f"{{{g}}}" for g in sorted(given)) or "none"
                raise RuleError(
                    f"{where}: {name} names {{{slot}}}, which its pattern does not hold (it has {known}): "
                    f"put {{{slot}}} into the pattern, or say in default what it is"
                )


def _frozen(value: Any) -> Any:
    return tuple(_frozen(v) for v in value) if isinstance(value, list) else value


def _compiled(rule: Rule, index: int, classes: WordClasses, file: str) -> Rule:
    patterns = []
    for text in rule.pattern:
        try:
            pieces = [translated(piece, classes) for piece in text.split(TIME)]
            needs = {f"rule:{rule.name}"} if rule.words else set(rule.needs) or needs_of(text)
            wanted = wanted_of(text)
        except (IndexError, ValueError) as error:  # a bracket that nobody opened, or closed
            raise _no_expression(file, rule, _fault_of(pieces) or error) from error
        except KeyError as error:
            raise RuleError(
                f"{file}: rule {rule.name!r}: {{{error.args[0]}}} is no word class: "
                "add it to words.toml or mend the name"
            ) from error
        if len(pieces) == 1:
            if not needs and (fault := _fault_of(pieces)):
                raise _no_expression(file, rule, fault)
            if not needs:
                raise RuleError(
                    f"{file}: rule {rule.name!r}: nothing to look for it by: use a word class "
                    "that must occur, or list `words` or `needs`"
                )
            sources = [rf"(?<!\w)(?:{pieces[0]})(?!\w)"]
        else:
            sources = [pieces[0], *pieces[1:-1], pieces[-1] + r"(?!\w)"]
        lazies = [Lazy(source) for source in sources]
        bare = tuple(not piece for piece in pieces)
        patterns.append(Pattern(tuple(lazies), frozenset(needs), bare, wanted))
        for word in literals(text):
            classes.vocabulary.setdefault(word, set())
    for word in rule.words:
        classes.add_word(word, f"rule:{rule.name}")
        for run in re.findall(r"^\d+", word):
            classes.digits[len(run)].add(f"rule:{rule.name}")

    _check_slots(rule, f"{file}: rule {rule.name!r}")

    def around(source: str, *, back: bool) -> Lazy | None:
        if not source:
            return None
        expression = translated(source, classes)
        return Lazy(rf"(?:{expression})\Z" if back else expression)

    return replace(
        rule,
        index=index,
        patterns=tuple(patterns),
        before=around(rule.preceded, back=True),
        not_before=around(rule.not_preceded, back=True),
        after=around(rule.followed, back=False),
        not_after=around(rule.not_followed, back=False),
    )


def _fault_of(sources: Iterable[str]) -> re.error | None:
    """What is wrong with the first of these expressions that is none."""
    for source in sources:
        try:
            re.compile(source)
        except re.error as error:
            return error
    return None


def _no_expression(file: str, rule: Rule, error: Exception) -> RuleError:
    return RuleError(
        f"{file}: rule {rule.name!r}: not a regular expression ({error}): "
        "look at its pattern, preceded and followed fields"
    )


def check(rules: Rules, file: str = "rules.toml", names: Iterable[str] | None = None) -> None:
    """Compile every expression of the named rules (default: all) now, so that mistakes show."""
    for rule in rules.by_name.values() if names is None else (rules.by_name[n] for n in names):
        around = (rule.before, rule.not_before, rule.after, rule.not_after)
        for lazy in (*around, *(piece for p in rule.patterns for piece in p.pieces)):
            try:
                if lazy is not None:
                    lazy.regex  # noqa: B018 - compiling is the check
            except re.error as error:
                raise _no_expression(file, rule, error) from error
