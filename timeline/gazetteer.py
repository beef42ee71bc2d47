"""Who is who before any article is read: countries, bodies, offices, groups and known people.

Countries come from babel and pycountry, everything else from `lang/en/actors.toml` and, on top of
it, a user's file of the same form.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache, lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from timeline.model import KINDS

# A word of a name: dotted capitals, an abbreviation with its dot, or letters that an apostrophe,
# an ampersand or a dot joins, or a plus ends. The possessive 's is no part of it, and a hyphen parts words.
WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}(?!\w)"
    r"|(?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Sgt|Adm|Sen|Rep|Gov|Amb|St|Inc|Corp|Ltd|Co|Cos|Cie|Jr|Sr"
    r"|Rev|Hon|Cmdr|Brig)\.|[A-Z]\.(?= [A-Z])"
    r"|[A-Z]\w*\+\d?(?!\w)"  # "OPEC+", "P5+1"
    r"|(?!(?<=['’])[sS]\b)[^\W_]+(?:['’](?![sS]\b)[^\W_]+|[.&](?=[^\W_])[^\W_]+)*"
)
SENSES = ("name", "short", "people", "capital", "place", "region", "office")
_ENTRY_KEYS = frozenset(
    ("id", "name", "names", "short", "kind", "country", "of", "gender", "members", "roles") + ("wikidata", "stands_for")
)
_ROLE_KEYS = frozenset(("role", "from", "to", "of"))
_RANGE = (date.min, date.max)
_FOLDED = 50_000  # words of which the folded form is remembered
# What babel calls a country and no article does, or what means something else in a sentence.
_UNUSED = {"AQ", "ZZ", "EU", "EZ", "UN", "QO", "XA", "XB", "IO", "AC", "CP", "DG", "EA", "IC", "TA", "RE", "JE"}


class GazetteerError(ValueError):
    """A file of actors that cannot be used: names the file, the entry and the mend."""


@dataclass(frozen=True, slots=True)
class Role:
    """What somebody was, from the day `first` up to and without the day `until`."""

    words: str  # "US Secretary of State"
    first: date | None = None
    until: date | None = None
    of: str | None = None  # id of the actor it is held for

    def holds(self, on: date) -> bool:
        """Whether the role was held on a day."""
        return (self.first or date.min) <= on < (self.until or date.max)


@dataclass(frozen=True, slots=True)
class Entry:
    """One actor of the gazetteer."""

    id: str
    name: str
    kind: str  # one of model.KINDS
    names: tuple[str, ...] = ()
    short: tuple[str, ...] = ()  # stand for it where nothing else bears them
    country: str | None = None  # ISO 3166-1 alpha-2
    of: str | None = None
    gender: str | None = None  # "m", "f"
    members: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()
    wikidata: str | None = None
    stands_for: str | None = None  # of a seat of government: the id of the country or union
    people: str | None = None  # of a country: "Russian"

    def in_the_news(self, on: date, days: int = 0) -> bool:
        """Whether some role was held on a day or ended no more than so many days before it."""
        return any(
            (r.first or date.min) <= on < (r.until or date.max - timedelta(days)) + timedelta(days) for r in self.roles
        )

    def roles_on(self, on: date) -> tuple[Role, ...]:
        """The roles held on a day."""
        return tuple(r for r in self.roles if r.holds(on))


@dataclass(frozen=True, slots=True)
class Office:
    """A title that says whose it is without naming it: "Secretary of State"."""

    words: str
    country: str | None = None
    of: str | None = None


@dataclass(frozen=True, slots=True)
class Alias:
    """One way of writing an entry: the words, folded, and what they mean."""

    words: tuple[str, ...]
    case: tuple[str, ...]  # of each word: "U" all capitals, "C" a capital first, "l" any
    target: str  # an entry's id; an office's words
    sense: str  # one of SENSES


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Entries by id, and the aliases by their first word, longest first."""

    entries: dict[str, Entry]
    offices: dict[str, Office]
    starts: dict[str, tuple[Alias, ...]]
    surnames: dict[str, tuple[str, ...]] = field(default_factory=dict)  # folded → ids of people

    def exact(self, words: tuple[str, ...]) -> Entry | None:
        """The entry that folded words name, whatever their capitals, or None."""
        for alias in self.starts.get(words[0], ()):
            if alias.words == words and alias.target in self.entries:
                return self.entries[alias.target]
        return None

    def match(self, folded: list[str], words: list[str], at: int, until: int) -> tuple[Alias, ...]:
        """The aliases of the most words that begin at word `at` and end before `until`."""
        found: list[Alias] = []
        size = 0
        for alias in self.starts.get(folded[at], ()):
            n = len(alias.words)
            if n < size:
                break
            if at + n > until or tuple(folded[at : at + n]) != alias.words:
                continue
            if all(_cased(w, c) for w, c in zip(words[at : at + n], alias.case, strict=True)):
                found.append(alias)
                size = n
        return tuple(found)


def _cased(word: str, case: str) -> bool:
    if case == "U":
        return word.isupper()
    return case == "l" or word[0].isupper()


@lru_cache(maxsize=_FOLDED)
def fold(word: str) -> str:
    """A word without its capitals, accents, dots and curly apostrophes: "Erdoğan" → "erdogan"."""
    flat = word.casefold().replace(".", "").replace("’", "'").replace("ı", "i").replace("ø", "o")
    if not flat.isascii():
        flat = unicodedata.normalize("NFKD", flat)
        flat = "".join(c for c in flat if not unicodedata.combining(c))
    return flat


def slug(name: str) -> str:
    """A name as the second half of an id: "John Kerry" → "john-kerry"."""
    flat = fold(name).replace("'", "").replace("&", " and ")
    return re.sub(r"[^a-z0-9]+", "-", flat).strip("-") or re.sub(r"\W+", "-", name.casefold())


def split(name: str) -> list[str]:
    """The words of a name as articles are split: "al-Nusra Front" → al, Nusra, Front."""
    return WORD.findall(name)


def _case(word: str) -> str:
    if word.isupper() and (len(word) > 1 or word.isalpha()):
        return "U" if len(word) <= 5 or "." in word else "C"
    return "C" if word[0].isupper() else "l"


def _alias(name: str, target: str, sense: str) -> Alias | None:
    words = split(name)
    if words and words[0] in ("the", "The") and len(words) > 1 and name != "The Hague":
        words = words[1:]
    if not words:
        return None
    return Alias(tuple(fold(w) for w in words), tuple(_case(w) for w in words), target, sense)


# ------------------------------------------------------------------------------------- countries
def _plural(word: str) -> str | None:
    if word.endswith(("ese", "ish", "ch", "ss", "men", "s")):
        return None
    return word[:-1] + "ies" if word.endswith("y") and word[-2] not in "aeiou" else word + "s"


def _country_names() -> dict[str, list[str]]:
    """Names by code, the one to show first, from babel and pycountry."""
    import pycountry
    from babel import Locale

    known: dict[str, list[str]] = {}
    for code, name in Locale("en").territories.items():
        if len(code) == 2 and code.isalpha() and code not in _UNUSED:
            plain = re.sub(r" \(.*\)| SAR .*", "", name)
            known[code] = list(dict.fromkeys((plain.replace("St.", "Saint"), plain, name)))
            known[code].append(plain.replace(" & ", " and "))
    for country in pycountry.countries:
        if country.alpha_2 in _UNUSED:
            continue
        names = known.setdefault(country.alpha_2, [country.name])
        for key in ("common_name", "name", "official_name"):
            name = getattr(country, key, None)
            if name and "," not in name:
                names.append(name)
    return known


def _countries(data: dict[str, Any], where: str, ours: dict[str, Any] | None) -> tuple[list[Entry], list[Alias]]:
    """The countries of a file; `ours` is what the file that ships has of them, None of that file itself."""
    entries: list[Entry] = []
    aliases: list[Alias | None] = []
    known = _country_names() if data or ours is None else {}
    for code in sorted(data if ours is not None else set(known) | set(data)):
        extra = data.get(code, {})
        if not isinstance(extra, dict) or not re.fullmatch("[A-Z]{2}", code):
            raise GazetteerError(
                f'{where}: countries.{code}: write two capitals and a table, as in TG = {{ names = ["Togo"] }}'
            )
        wrong = set(extra) - {"name", "names", "people", "capital", "seats"}
        if wrong:
            raise GazetteerError(
                f"{where}: countries.{code}: unknown key {min(wrong)}; a country has names, people, capital and seats"
            )
        at = f"{where}: countries.{code}"
        told = (ours or {}).get(code, {})  # to which a user adds
        own, peoples, capital, seats = (
            tuple(told.get(key, ())) + _texts(extra, key, at) for key in ("names", "people", "capital", "seats")
        )
        names = list(dict.fromkeys(known.get(code, []) + list(own)))
        if not names:
            raise GazetteerError(f"{where}: countries.{code}: no such country code, or give names")
        ident = f"country:{code.lower()}"
        shown = _shown({**told, **extra}, names, at)
        people = next(iter(peoples), None)
        entries.append(Entry(ident, shown, "country", tuple(names), country=code, people=people))
        aliases += [_alias(n, ident, "name") for n in [*names, shown]]
        for word in peoples:
            aliases += [_alias(w, ident, "people") for w in (word, _plural(word)) if w]
        for city in filter(None, (capital, *((c,) for c in seats))):
            seat = f"place:{slug(city[0])}"
            entries.append(Entry(seat, city[0], "place", city, country=code, stands_for=ident))
            aliases += [_alias(c, seat, "capital") for c in city]
    return entries, [a for a in aliases if a]


# ------------------------------------------------------------------------------------ the entries
def _texts(entry: dict[str, Any], key: str, where: str) -> tuple[str, ...]:
    value = entry.get(key, [])
    if not isinstance(value, list) or not all(isinstance(v, str) and v for v in value):
        raise GazetteerError(f'{where}: {key} must be a list of words, as in {key} = ["Kerry"]')
    return tuple(value)


def _shown(entry: dict[str, Any], names: Sequence[str], where: str) -> str:
    """How an entry is shown: its `name`, else the first of its names."""
    name = entry.get("name", names[0])
    if not isinstance(name, str) or not split(name):
        raise GazetteerError(f'{where}: name {name!r} is none; give it as text, as in name = "John Kerry"')
    return name


def _role(data: Any, where: str) -> Role:
    if not isinstance(data, dict) or not isinstance(data.get("role"), str) or set(data) - _ROLE_KEYS:
        raise GazetteerError(f"{where}: a role is {{ role = WORDS, from = DATE, to = DATE, of = ID }}, not {data!r}")
    for key in ("from", "to"):
        if key in data and type(data[key]) is not date:
            raise GazetteerError(f"{where}: {key} must be a date, as in {key} = 2013-02-01")
    until = data.get("to")
    if until and data.get("from") and until < data["from"]:
        raise GazetteerError(f"{where}: a role ends before it begins; exchange from and to")
    return Role(data["role"], data.get("from"), until + timedelta(1) if until else None, data.get("of"))


def _entry(data: Any, where: str) -> Entry:
    wrong = set(data) - _ENTRY_KEYS
    if wrong:
        raise GazetteerError(f"{where}: unknown key {min(wrong)}; an actor has {', '.join(sorted(_ENTRY_KEYS))}")
    names = _texts(data, "names", where)
    if not names:
        raise GazetteerError(f'{where}: no names; give names = ["…"]')
    kind = data.get("kind") or str(data["id"]).partition(":")[0]
    if kind not in KINDS:
        raise GazetteerError(f"{where}: kind {kind!r} is none of {', '.join(KINDS)}")
    ident = str(data["id"])
    if not re.fullmatch(rf"{kind}:[\w-]+", ident):
        raise GazetteerError(f"{where}: the id must be {kind}:name-in-small-letters")
    country = data.get("country")
    if country is not None and not re.fullmatch(r"[A-Z]{2}", str(country)):
        raise GazetteerError(f"{where}: country {country!r} is no ISO code of two capitals")
    if data.get("gender") not in (None, "m", "f"):
        raise GazetteerError(f'{where}: gender must be "m" or "f"')
    return Entry(
        ident,
        _shown(data, names, where),
        kind,
        names,
        _texts(data, "short", where),
        country,
        data.get("of"),
        data.get("gender"),
        _texts(data, "members", where),
        tuple(_role(r, where) for r in data.get("roles", ())),
        data.get("wikidata"),
        data.get("stands_for"),
    )


def _entries(data: dict[str, Any], where: str) -> tuple[list[Entry], list[Alias]]:
    entries: list[Entry] = []
    aliases: list[Alias | None] = []
    for n, item in enumerate(data.get("actor", ()), 1):
        if not item.get("id"):
            raise GazetteerError(f'{where}: actor {n}: no id; give id = "kind:name"')
        entry = _entry(item, f"{where}: {item['id']}")
        if any(other.id == entry.id for other in entries):
            raise GazetteerError(f"{where}: {entry.id}: the id stands twice; make one [[actor]] of both, or rename one")
        entries.append(entry)
        sense = "place" if entry.kind == "place" else "name"
        aliases += [_alias(a, entry.id, sense) for a in entry.names]
        if entry.kind != "person":  # a person's are told from others of the name: `surnames`
            aliases += [_alias(a, entry.id, "short") for a in entry.short]
    for table, sense in (("places", "place"), ("regions", "region")):
        for code in data.get(table, {}):
            for name in _texts(data[table], code, f"{where}: {table}"):
                ident = f"place:{slug(name)}"
                entries.append(Entry(ident, name, "place", (name,), country=code or None))
                aliases.append(_alias(name, ident, sense))
    return entries, [a for a in aliases if a]


@cache
def particles() -> frozenset[str]:
    """The small words that belong to surnames, folded: "de", "al", "bin"."""
    text = (files("timeline") / "lang" / "en" / "names.toml").read_text(encoding="utf-8")
    return frozenset(fold(w) for w in tomllib.loads(text)["names"]["particles"])


GENERATIONS = frozenset(["jr", "sr", "ii", "iii", "iv"])


def surname(name: str) -> str:
    """What a person is called by: "Staffan de Mistura" → "de mistura", folded."""
    words = [w for w in map(fold, split(name)) if w not in GENERATIONS]
    at = 1 if len(words) > 1 else 0
    for i in range(1, len(words)):
        if words[i] not in particles():
            at = i
    while at > 1 and words[at - 1] in particles():
        at -= 1
    return " ".join(words[at:])


def _read(path: Path) -> dict[str, Any]:
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise GazetteerError(f"{path}: cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise GazetteerError(f"{path}: not UTF-8 at byte {error.start}; save it as UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        raise GazetteerError(f"{path}: not TOML: {error}") from error
    wrong = set(data) - {"actor", "office", "countries", "places", "regions"}
    if wrong:
        raise GazetteerError(
            f"{path}: unknown table {min(wrong)}; a file of actors has [[actor]], [[office]], [countries], [places] "
            "and [regions]"
        )
    for table in ("actor", "office"):
        value = data.get(table, [])
        if not isinstance(value, list) or not all(isinstance(entry, dict) for entry in value):
            raise GazetteerError(f"{path}: {table}: write [[{table}]], in two brackets, once for each")
    for table in ("countries", "places", "regions"):
        if not isinstance(data.get(table, {}), dict):
            raise GazetteerError(f"{path}: {table} is a table: write [{table}] and its lines beneath")
    return data


def _check(gazetteer: Gazetteer, data: dict[str, Any], where: str) -> None:
    """GazetteerError where a user's file speaks of a country or a body that there is not."""

    def known(code: object, at: str) -> None:
        if code and f"country:{str(code).lower()}" not in gazetteer.entries:
            raise GazetteerError(f"{where}: {at}: no country has the code {code!r}; give it two capitals, as in TG")

    def there(ident: object, at: str) -> None:
        if ident is not None and ident not in gazetteer.entries:
            raise GazetteerError(f"{where}: {at}: nobody has the id {ident!r}; mend it, or add its [[actor]]")

    for item in data.get("actor", ()):
        entry, at = gazetteer.entries[item["id"]], str(item["id"])
        known(entry.country, at)
        for member in entry.members:
            there(member if ":" in member else f"country:{member.lower()}", f"{at}: members")
        for ident in (entry.of, entry.stands_for, *(role.of for role in entry.roles)):
            there(ident, at)
    for number, item in enumerate(data.get("office", ()), 1):
        known(item.get("country"), f"office {number}")
        there(item.get("of"), f"office {number}")
    for code in (*data.get("places", ()), *data.get("regions", ())):
        known(code, code)


@cache
def _shipped() -> Gazetteer:
    return _build(_data(), "actors.toml")


def _data() -> dict[str, Any]:
    return tomllib.loads((files("timeline") / "lang" / "en" / "actors.toml").read_text(encoding="utf-8"))


def _build(data: dict[str, Any], where: str, base: Gazetteer | None = None) -> Gazetteer:
    entries = dict(base.entries) if base else {}
    offices = dict(base.offices) if base else {}
    aliases = [a for group in base.starts.values() for a in group] if base else []
    own = data.get("countries", {})
    ours = None if base is None else _data()["countries"] if own else {}
    for found, names in (_countries(own, where, ours), _entries(data, where)):
        replaced = {e.id for e in found} & set(entries)
        aliases = [a for a in aliases if a.target not in replaced] + names
        entries.update((e.id, e) for e in found)
    for office in data.get("office", ()):
        if not office.get("names") or set(office) not in ({"names", "country"}, {"names", "of"}):
            raise GazetteerError(
                f"{where}: an [[office]] has names, and country or of, whose it is; not {', '.join(office)}"
            )
        for name in _texts(office, "names", f"{where}: office"):
            offices[name] = Office(name, office.get("country"), office.get("of"))
            if alias := _alias(name, name, "office"):  # "the secretary of state", too
                aliases.append(Alias(alias.words, ("l",) * len(alias.words), name, "office"))
    starts: dict[str, list[Alias]] = {}
    for alias in dict.fromkeys(aliases):
        starts.setdefault(alias.words[0], []).append(alias)
    surnames: dict[str, list[str]] = {}
    for entry in entries.values():
        if entry.kind == "person":
            spoken = [surname(n) for n in entry.names] if not entry.short else []
            for name in [*spoken, *(" ".join(fold(w) for w in split(s)) for s in entry.short)]:
                if entry.id not in surnames.setdefault(name, []):
                    surnames[name].append(entry.id)
    return Gazetteer(
        entries,
        offices,
        {w: tuple(sorted(g, key=lambda a: -len(a.words))) for w, g in starts.items()},
        {n: tuple(ids) for n, ids in surnames.items()},
    )


def load(path: str | Path | None = None) -> Gazetteer:
    """The gazetteer that ships with the package, with a user's file on top of it.

    Raises GazetteerError, which names the file, the entry and the mend.
    """
    return _shipped() if path is None else _with_own(str(path))


@cache
def _with_own(where: str) -> Gazetteer:
    data = _read(Path(where))
    gazetteer = _build(data, where, _shipped())
    _check(gazetteer, data, where)
    return gazetteer


__all__ = [
    "WORD",
    "Alias",
    "Entry",
    "Gazetteer",
    "GazetteerError",
    "Office",
    "Role",
    "fold",
    "load",
    "slug",
    "split",
    "surname",
]
