"""Where names stand in a text, what kind each is, and the title before or after it.

A text becomes units (a word, or the words of one gazetteer entry), each with a class of one
letter; names and titles are patterns over those letters. A parser's tags and a pipeline's
entities help where they are there, and nothing here needs them.
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from timeline.gazetteer import GENERATIONS, WORD, Alias, Gazetteer, fold, particles

if TYPE_CHECKING:
    from spacy.strings import StringStore
    from spacy.tokens import Doc

    from timeline.clean import Block

# Classes of units. Capitals are words that begin with one.
#   D country or its people   B body or group   L place or capital   F office   R known person
#   N honorific   H h head of a role   M m word of a role   O joint (of, for)   o joint (in, at)
#   T the   A and   P particle   I initial   i letter alone   Y given name   C other capitalised
#   word   K head of an organisation   Q head of a place   Z law, prize, occasion
#   S a name's syllable after a hyphen   U "People" of a people's council   x word that is no name   w other word
# Gaps between units: space, - hyphen, ~ dash, ' possessive, comma, ( bracket, | anything else.
_ENT_KINDS = {
    "PERSON": "person",
    "PER": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "people",
}


@dataclass(frozen=True, slots=True)
class Words:
    """The word lists of names.toml, folded."""

    honorifics: dict[str, str]  # → gender "m", "f" or "x"
    heads: frozenset[str]
    plain: frozenset[str]
    shared: frozenset[str]
    modifiers: frozenset[str]
    past: frozenset[str]
    royal: frozenset[str]
    portfolio: frozenset[str]
    reigns: frozenset[str]
    joints: frozenset[str]
    offices: tuple[tuple[str, ...], ...]
    org_heads: frozenset[str]
    descriptions: frozenset[str]
    not_alone: frozenset[str]
    suffixes: frozenset[str]
    media: frozenset[str]
    goods: frozenset[str]
    place_heads: frozenset[str]
    place_before: frozenset[str]
    place_after: frozenset[str]
    government_after: frozenset[str]
    from_after: frozenset[str]
    rule: frozenset[str]
    local: frozenset[str]
    speech: frozenset[str]
    pronouns: dict[str, str]  # → gender
    particles: frozenset[str]
    tails: frozenset[str]
    never: frozenset[str]
    things: frozenset[str]
    owners: frozenset[str]
    national: frozenset[str]
    armed: frozenset[str]
    descent: frozenset[str]
    months: frozenset[str]
    abbreviations: dict[str, str]
    nicknames: frozenset[frozenset[str]]
    given: dict[str, str]  # → "m", "f" or "x" for either


@cache
def word_lists() -> Words:
    """The lists that ship with the package."""
    data: dict[str, Any] = tomllib.loads((files("timeline") / "lang" / "en" / "names.toml").read_text(encoding="utf-8"))

    def folded(words: Iterable[str]) -> frozenset[str]:
        return frozenset(fold(w) for w in words)

    given = {fold(w): "m" for w in data["given"]["m"]}
    for w in data["given"]["f"]:
        given[fold(w)] = "x" if fold(w) in given else "f"
    titles = data["titles"]
    return Words(
        {fold(w): g for g, ws in data["honorifics"].items() for w in ws},
        folded(titles["heads"]),
        folded(titles["plain"]),
        folded(titles["shared"]),
        folded(titles["modifiers"]),
        folded(titles["past"]),
        folded(titles["royal"]),
        folded(titles["portfolio"]),
        folded(titles["reigns"]),
        folded(titles["joints"]),
        tuple(tuple(o.split()) for o in titles["offices"]),
        folded(data["organisations"]["heads"]),
        folded(data["organisations"]["descriptions"]),
        folded(data["organisations"]["not_alone"]),
        folded(data["organisations"]["suffixes"]),
        folded(data["organisations"]["media"]),
        folded(data["organisations"]["goods"]),
        folded(data["places"]["heads"]),
        folded(data["places"]["before"]),
        folded(data["capitals"]["place_after"]),
        folded(data["capitals"]["government_after"]),
        folded(data["capitals"]["from_after"]),
        folded(data["capitals"]["rule"]),
        folded(data["capitals"]["local"]),
        folded(data["speech"]["verbs"]),
        {fold(w): g for g, ws in data["pronouns"].items() for w in ws},
        particles(),
        folded(data["names"]["tails"]),
        folded(data["names"]["never"]) | folded(data["names"]["regions"]),
        folded(data["names"]["things"]),
        folded(data["organisations"]["owners"]),
        folded(data["organisations"]["national"]),
        folded(data["organisations"]["armed"]),
        folded(data["organisations"]["descent"]),
        folded(data["months"]["names"]),
        data["abbreviations"],
        frozenset(frozenset(p.split()) for p in data["nicknames"]["pairs"]),
        given,
    )


@dataclass(slots=True)
class Page:
    """A text as words and units, with what a pipeline says of them."""

    text: str
    gazetteer: Gazetteer
    words: list[str]
    folded: list[str]
    starts: list[int]
    ends: list[int]
    gaps: list[str]  # before each word: one of " -',(|"
    sentence: list[int]  # of each word
    blocks: list[str]  # kind of each word's block
    quoted: list[bool]
    first: list[int]  # of each unit: its first word
    last: list[int]  # of each unit: the word after it
    found: list[tuple[Alias, ...]]  # of each unit: what the gazetteer says
    small: frozenset[str] = frozenset()  # the words, folded, that stand in small letters somewhere in the text
    countries: frozenset[str] = frozenset()  # codes of those that it names, by themselves or a body
    classes: str = ""  # of each unit: its gap and its class, so unit i is at 2 * i
    token_at: dict[int, int] = field(default_factory=dict)
    token_starts: list[int] = field(default_factory=list)
    pos: list[str] = field(default_factory=list)  # of each token
    dep: list[str] = field(default_factory=list)
    head: list[int] = field(default_factory=list)

    def token(self, word: int) -> int | None:
        """The token that holds a word, or None without a pipeline."""
        if not self.token_starts:
            return None
        at = self.token_at.get(self.starts[word])
        return at if at is not None else bisect_right(self.token_starts, self.starts[word]) - 1

    def tag(self, word: int) -> str:
        """The part of speech of a word, "" when nobody tagged it."""
        at = self.token(word)
        return self.pos[at] if at is not None and self.pos else ""

    def class_of(self, unit: int) -> str:
        """The class letter of a unit."""
        return self.classes[2 * unit + 1] if 0 <= unit < len(self.first) else "|"

    def gap(self, unit: int) -> str:
        """The gap before a unit."""
        return self.classes[2 * unit] if 0 <= unit < len(self.first) else "|"

    def span(self, a: int, b: int) -> tuple[int, int]:
        """The characters of units a to b, b exclusive."""
        return self.starts[self.first[a]], self.ends[self.last[b - 1] - 1]

    def unit_words(self, a: int, b: int) -> list[str]:
        """The words of units a to b, b exclusive."""
        return self.words[self.first[a] : self.last[b - 1]]


@dataclass(slots=True)
class Name:
    """A name where it stands: units a to b, b exclusive."""

    a: int
    b: int
    kind: str | None  # one of model.KINDS, "people", or None: not known here
    alias: Alias | None = None
    title: tuple[int, int] | None = None  # units of the title before it
    role: tuple[int, int] | None = None  # units of the role after it, in apposition
    gender: str | None = None
    sure: bool = False  # that the kind is right
    weak: bool = False  # a name only if the text has it elsewhere, too
    whose: int | None = None  # the unit of the country after it: "President Leonid Kuchma of *Ukraine*"
    until: int | None = None  # the unit after the region that says which place: "…, California"


_SENTENCE = re.compile(r"[.!?…][\"”’')\]]*\s|\n")
_SHOUTED = 3  # words in capitals, and more, that are shouting and no name
_LONG_LINE = 60


def _gap(text: str) -> str:
    if text in (" ", "\u00a0"):
        return " "
    if text in ("-", "‐", "‑"):
        return "-"
    if text in ("'s ", "’s ", "’ ", "' ", "'S "):
        return "'"
    if text == " - ":
        return "~"
    if text == ", ":
        return ","
    if text in (" (", " “", ' "', " ["):
        return "("
    return "|"


def read_page(text: str, gazetteer: Gazetteer, blocks: Sequence[Block] = ()) -> Page:
    """A text split into words and units, without what a pipeline knows."""
    lists = word_lists()
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for m in WORD.finditer(text):
        a, z = m.span()
        starts.append(a)
        ends.append(z)
        words.append(text[a:z])
    folded = [fold(w) for w in words]
    kinds = _block_kinds(starts, blocks)
    gaps, sentences, quoted = _between(text, words, starts, ends, kinds)
    page = Page(text, gazetteer, words, folded, starts, ends, gaps, sentences, kinds, quoted, [], [], [])
    page.small = frozenset(f for f, w in zip(folded, words, strict=True) if w[0].islower())
    _unite(page, gazetteer, lists)
    return page


def _block_kinds(starts: list[int], blocks: Sequence[Block]) -> list[str]:
    if not blocks:
        return ["body"] * len(starts)
    kinds = []
    ordered = sorted(blocks, key=lambda b: b.start)
    k = 0
    for s in starts:
        while k < len(ordered) and ordered[k].end <= s:
            k += 1
        kinds.append(ordered[k].kind if k < len(ordered) and ordered[k].start <= s else "body")
    return kinds


def _between(
    text: str, words: list[str], starts: list[int], ends: list[int], kinds: list[str]
) -> tuple[list[str], list[int], list[bool]]:
    """Of each word: the gap before it, its sentence, and whether it is in a quotation."""
    gaps: list[str] = []
    sentences: list[int] = []
    quoted: list[bool] = []
    sentence = 0
    inside = False
    before = 0
    line = 0
    for i, (s, e) in enumerate(zip(starts, ends, strict=True)):
        between = text[before:s]
        if between == " ":
            gaps.append(" ")
        elif not i:
            gaps.append("|")
        else:
            gap = _gap(between)
            if kinds[i] != kinds[i - 1]:
                gap = "|"
                sentence += 1
            elif "\n" in between:
                if between == "\n" and before - line >= _LONG_LINE and words[i - 1][-1] != ".":
                    gap = " "  # a wrapped line
                else:
                    sentence += 1
            elif _SENTENCE.search(between):
                sentence += 1
            elif gap == "|" and words[i - 1] in ("U.S.", "U.N.", "U.K.") and between == ".":
                gap = " "
            gaps.append(gap)
        if between != " ":
            for c in between.replace("\n\n", "¶"):
                if c == "¶":  # a quotation that goes on opens again
                    inside = False
                elif c == "“":
                    inside = True
                elif c == "”":
                    inside = False
                elif c == '"':
                    inside = not inside
            if "\n" in between:
                line = s
        sentences.append(sentence)
        quoted.append(inside)
        before = e
    return gaps, sentences, quoted


def _unite(page: Page, gazetteer: Gazetteer, lists: Words) -> None:
    """Fill the units of a page: one for each gazetteer hit and for each other word."""
    words, folded, gaps, kinds = page.words, page.folded, page.gaps, page.blocks
    n = len(words)
    starts = gazetteer.starts
    out: list[str] = []
    i = 0
    while i < n:
        found: tuple[Alias, ...] = ()
        size = 1
        if folded[i] in starts and kinds[i] != "furniture":
            end = i + 1
            while end < n and end - i < 9 and gaps[end] in " -~'":
                end += 1
            if end < n and gaps[end] == "," and folded[end] in ("dc", "d"):
                end += 1
            found = gazetteer.match(folded, words, i, end)
            if found and found[0].sense == "short" and not _alone(page, out, i, i + len(found[0].words), lists):
                found = ()
            if found:
                size = len(found[0].words)
        page.first.append(i)
        page.last.append(i + size)
        page.found.append(found)
        out.append(gaps[i])
        out.append(
            _class_known(found, gazetteer)
            if found
            else _class(words[i], folded[i], lists)
            if kinds[i] != "furniture"
            else "|"
        )
        syllable = out[-2] == "-" and words[i][0].islower() and len(words[i]) < 6 and folded[i] not in lists.tails
        if syllable and len(out) > 6 and out[-3] in "CY" and out[-5] in "CY" and out[-4] in " -":
            out[-1] = "S"  # "Chung Dong-young", not "Chung Dong-led"
        if out[-1] == "H" and folded[i] not in lists.heads and not (i + 1 < n and words[i + 1][0].isupper()):
            out[-1] = (
                "x" if folded[i] in lists.never else "C"
            )  # "Brotherhood of Magicians", not "Presidents Kuchma and Yeltsin"
        if folded[i] in lists.months and i + 1 < n and words[i + 1][0].isdigit():
            out[-1] = "x"  # "Jan. 14"
        i += size
    named = {f[0].target for f in page.found if len(f) == 1 and f[0].sense not in ("short", "office")}
    page.countries = frozenset(c for t in named if (c := gazetteer.entries[t].country))
    for u, found in enumerate(page.found):
        if len(found) > 1 and found[0].sense != "office":
            page.found[u] = _likelier(found, page.countries, gazetteer)
            out[2 * u + 1] = _class_known(page.found[u], gazetteer)
    page.classes = "".join(out)


def _likelier(found: tuple[Alias, ...], countries: frozenset[str], gazetteer: Gazetteer) -> tuple[Alias, ...]:
    """Entries of one name, first those of countries that the text names otherwise: Georgia."""

    def named(alias: Alias) -> bool:
        return alias.sense != "office" and gazetteer.entries[alias.target].country in countries

    ranked = sorted(found, key=lambda a: (not named(a), a.sense == "region"))
    return tuple(ranked)


def _alone(page: Page, out: list[str], a: int, b: int, lists: Words) -> bool:
    """Whether words a to b are no part of a longer name: not "the National People's Congress"."""
    if out and out[-1] in "CMUKYD" and page.gaps[a] in " '-":
        return False
    after = page.words[b] if b < len(page.words) and page.gaps[b] == " " else ""
    return not after[:1].isupper() or _class(after, page.folded[b], lists) not in "CKQ"


def _class_known(found: tuple[Alias, ...], gazetteer: Gazetteer) -> str:
    alias = found[0]
    if alias.sense == "office":
        return "F"
    entry = gazetteer.entries[alias.target]
    if entry.kind == "person":
        return "R"
    if entry.kind == "country":
        return "D"
    return "L" if entry.kind == "place" else "B"


_SHORTENED = ("'m", "'ll", "'re", "'ve", "'d", "n't")


def _class(word: str, folded: str, lists: Words) -> str:
    small = word[0].islower()
    if folded in lists.heads or (folded[-1] == "s" and folded[:-1] in lists.heads and not small):
        return "h" if small else "H"
    if folded in lists.joints:
        return "x" if not small else "O" if folded in ("of", "for") else "o"
    if folded in ("the", "a", "an") and word[-1] != ".":
        return "T"
    if folded in ("and", "&"):
        return "A"
    if small:
        if folded in lists.modifiers:
            return "m"
        return "P" if folded in lists.particles else "w"
    if not word[0].isupper():
        return "w"
    if folded.endswith(_SHORTENED) or folded in lists.speech:
        return "x"
    if folded in lists.honorifics and (word[-1] == "." or folded not in lists.abbreviations):
        return "N"  # "Sen. Helms", not "Hun Sen"
    if folded in lists.things:
        return "Z"
    if folded in lists.owners:
        return "U"
    if word[-1] == "." and len(word) > 2 and folded in lists.never:
        return "x"  # "Ore."
    if folded in lists.org_heads:
        return "K"
    if folded in lists.modifiers:
        return "M"
    if folded in lists.place_heads:
        return "Q"
    if word[-1] == "." and (len(word) == 2 or word[1] == "."):
        return "I"
    if len(word) == 1:
        return "i" if word != "I" else "x"
    if folded in lists.given:
        return "Y"
    if folded in lists.never:
        return "x"
    return "P" if folded in lists.particles else "C"


def tag(page: Page, doc: Doc) -> None:
    """Add what a pipeline knows of the words: part of speech, dependency, head."""
    values = doc.to_array(["IDX", "POS", "DEP", "HEAD"])
    strings = doc.vocab.strings
    page.token_starts = values[:, 0].tolist()
    page.token_at = {s: i for i, s in enumerate(page.token_starts)}
    if doc.has_annotation("POS"):
        page.pos = _strings(values[:, 1].tolist(), strings)
    if doc.has_annotation("DEP"):
        page.dep = _strings(values[:, 2].tolist(), strings)
        # Unsigned in the array, so a head before its token wraps round.
        page.head = [i + (h - (1 << 64) if h >> 63 else h) for i, h in enumerate(values[:, 3].tolist())]


def _strings(codes: list[int], strings: StringStore) -> list[str]:
    known = {c: strings[c] for c in set(codes)}
    return [known[c] for c in codes]


# ----------------------------------------------------------------------------------------- names
# An organisation: capitalised words that end in, or begin with, what such bodies are called.
_PART = "[CYMDBLKQRIiFHNU]"
_ORG = re.compile(
    r"(?:(?<=[TD] )[CM] A (?=[CM] ))?"  # "the Immigration and Naturalization Service"
    rf"(?:{_PART}[ -]|[DU]')*K(?:(?: [CYMDLKQ])* [KQ])?"
    rf"(?: O(?: T)?(?: {_PART})+(?: A(?: {_PART})+)?)*"
)
_PLACE = re.compile(r"(?:[CYMDLRIK][ -])+Q|Q O(?: T)?(?: [CYL])+")
# A person: a given name and what follows, or words that something else says are a person.
_PERSON = re.compile(
    r"Y(?:[ -][YIiP])*(?:[ -]P)*[ -](?:[CYKQ](?:-S)?(?:[ -](?:P[ -])*[CY](?:-S)?)*|[DLBHM](?![ -][CYIPRHMKDLBF]))"
    r"|I(?: I)*(?: P)* [CY](?:[ -][CY])*"
)
_NO_NAME = frozenset(["ADJ", "ADV", "ADP", "DET", "SCONJ", "CCONJ", "VERB", "AUX", "PRON", "NUM", "INTJ"])
_RUN = re.compile(r"(?:i-)?(?:P[ -]){0,2}[CYI](?:(?:[ -](?:P[ -]){0,2}[CYIi](?:-S)?))*")


def _spans(pattern: re.Pattern[str], classes: str) -> Iterable[tuple[int, int]]:
    """Matches of a pattern as units a to b; only those that begin at a class letter."""
    at = 1
    while m := pattern.search(classes, at):
        a, z = m.span()
        if z == a or a % 2 == 0:
            at = a + 1
        else:
            yield a // 2, (z + 1) // 2
            at = z + 1


def find(page: Page, gazetteer: Gazetteer, doc: Doc | None = None) -> list[Name]:
    """The names of a page in order, none overlapping another."""
    lists = word_lists()
    taken = bytearray(len(page.first))
    names: list[Name] = []
    headlines = _title_case(page)
    ents = _entities(page, doc)

    def keep(found: Iterable[Name]) -> None:
        for name in found:
            if not any(taken[name.a : name.b]):
                taken[name.a : name.b] = b"\1" * (name.b - name.a)
                names.append(name)

    def story(unit: int) -> bool:
        return page.sentence[page.first[unit]] not in headlines

    bodies = list(_bodies(page, lists))
    keep(n for n in _whole(page, ents, lists) if story(n.a) and not any(_sticks_out(o, n) for o in bodies))
    # In a headline capitals make no name: what they make stands only if the story has it, too.
    keep(n if story(n.a) else Name(n.a, n.b, None, weak=True) for n in bodies)
    keep(n if story(n.a) else Name(n.a, n.b, None, weak=True) for n in _patterned(page, ents))
    keep(_known(page, gazetteer))
    keep(
        name
        for a, b in _spans(_RUN, page.classes)
        if not any(taken[a:b])
        for x, y, kind in _cut(page, a, b, ents)
        if (name := _guess(page, x, y, kind, lists, bool(ents), story(x)))
    )
    keep(
        Name(a, b, kind)
        for a, b, kind in ents
        if kind and kind != "people" and b - a >= 2 and story(a) and page.class_of(a) in "MKQ"
    )
    names = sorted((n for n in names if not _in_title(page, n)), key=lambda m: m.a)
    for name in names:
        if not name.weak:
            _entitle(page, name, lists)
        if name.kind == "place" and page.gap(name.b) == "," and _region(page, name, gazetteer):
            name.until = name.b + 1
    settled = _settle(page, _without_portfolios(page, names, lists), headlines)
    for name in settled:
        if name.weak and name.kind == "person":
            _entitle(page, name, lists)
    return settled


def _without_portfolios(page: Page, names: list[Name], lists: Words) -> list[Name]:
    """Names that are not what a minister is minister of: "*Unification* Minister Seo"."""
    inside: set[int] = set()
    for name in names:
        if name.title and page.folded[page.first[name.title[1] - 1]] in lists.portfolio:
            inside.update(range(*name.title))
    return [n for n in names if n.sure or n.a not in inside]


def _in_title(page: Page, name: Name) -> bool:
    """Whether an unknown name is but part of what somebody is called: "the *Mets* Poet"."""
    if name.sure or page.gap(name.b) != " " or page.class_of(name.b) != "H":
        return False
    return not (page.gap(name.b + 1) == " " and page.class_of(name.b + 1) in "CYRIPHMK")


def _region(page: Page, name: Name, gazetteer: Gazetteer) -> bool:
    """Whether the unit after a place says where it is: "Springfield, *Oregon*", not "Asia, Japan"."""
    found = page.found[name.b]
    if not found or not (found[0].sense == "region" or page.class_of(name.b) == "D"):
        return False
    where = gazetteer.entries[found[0].target].country
    if name.alias is None:
        return True
    return name.alias.sense != "region" and gazetteer.entries[name.alias.target].country == where


def _bodies(page: Page, lists: Words) -> Iterable[Name]:
    """Organisations by what such bodies are called."""
    for a, b in _spans(_ORG, page.classes):
        while a < b and page.class_of(a) in "NH":
            a += 1
        a = _after_title(page, a, b)
        if (
            b - a == 2
            and page.folded[page.first[a]] in page.gazetteer.surnames
            and page.unit_words(a + 1, b)[0].lower() in lists.reigns
        ):
            yield Name(a, b - 1, "person", sure=True)  # "the Bush Administration"
        elif b - a >= 2 and not _goods(page, a, b, lists):
            yield Name(a, b, "place" if page.class_of(b - 1) == "Q" else "organisation", sure=True)


def _patterned(page: Page, ents: list[tuple[int, int, str | None]]) -> Iterable[Name]:
    """Places by what they are called, and persons by a given name."""
    for a, b in _spans(_PLACE, page.classes):
        yield Name(a, b, "place", sure=True)
    persons = {y: x for x, y, kind in ents if kind == "person"}
    for a, b in _spans(_PERSON, page.classes):
        x = persons.get(b, a)
        if x == a - 1 and page.class_of(x) == "C" and page.gap(a) == " ":
            a = x  # a given name that no list has: "Glenn Edward Murray"
        yield Name(a, b, "person", sure=True)


def _known(page: Page, gazetteer: Gazetteer) -> Iterable[Name]:
    """What the gazetteer knows."""
    for i, found in enumerate(page.found):
        if found and found[0].sense != "office":
            entry = gazetteer.entries[found[0].target]
            kind = entry.kind
            if found[0].sense == "short" and entry.country and entry.country not in page.countries:
                continue
            if kind in ("place", "country") or page.blocks[page.first[i]] != "dateline":
                yield Name(i, i + 1, kind, found[0], sure=True)


def _whole(page: Page, ents: list[tuple[int, int, str | None]], lists: Words) -> Iterator[Name]:
    """Names that the pipeline sees whole and that lists know in part: "World Vision", "New Orleans Saints"."""
    for a, b, kind in ents:
        classes = [page.class_of(i) for i in range(a, b)]
        if kind not in ("organisation", "place") or "C" not in classes or not set(classes) <= set("CMYKQLBO"):
            continue
        if "O" in (classes[0], classes[-1]) or any(page.gap(i) not in " -" for i in range(a + 1, b)):
            continue
        known = {c for c in classes if c in "MKQ"} | ({"O"} if "O" in classes and classes[0] == "C" else set())
        if kind == "organisation" and classes[0] == "L":
            known.add("L")
        hyphened = all(page.gap(i) == "-" for i in range(a + 1, b))  # "Daimler-Benz"
        if classes[0] == "B" and (hyphened or page.folded[page.first[b - 1]] in lists.suffixes):
            known.add("B")
            kind = "organisation"
        if known and ("B" in known or "B" not in classes) and ("L" in known or "L" not in classes):
            yield Name(a, b, kind)


def _sticks_out(one: Name, other: Name) -> bool:
    """Whether a name overlaps another and is no part of it."""
    return one.a < other.b and other.a < one.b and not other.a <= one.a <= one.b <= other.b


def _title_case(page: Page) -> set[int]:
    """The sentences in which capitals say nothing: headlines and shouting."""
    long: Counter[int] = Counter()
    caps: Counter[int] = Counter()
    shouted: Counter[int] = Counter()
    headlines = set()
    for i, w in enumerate(page.words):
        s = page.sentence[i]
        if page.blocks[i] == "headline":
            headlines.add(s)
        if len(w) > 3 and w[0].isalpha():
            long[s] += 1
            caps[s] += w[0].isupper()
            shouted[s] += w.isupper()
    return {
        s
        for s, k in long.items()
        if k >= 3 and ((caps[s] > 0.7 * k and s in headlines) or (k >= 4 and shouted[s] > 0.7 * k))
    }


def _entities(page: Page, doc: Doc | None) -> list[tuple[int, int, str | None]]:
    if doc is None or not doc.ents:
        return []
    starts = [page.starts[w] for w in page.first]
    out = []
    for ent in doc.ents:
        kind = _ENT_KINDS.get(ent.label_)
        a = bisect_right(starts, ent.start_char)
        if a and page.ends[page.last[a - 1] - 1] > ent.start_char:
            a -= 1
        b = a
        while b < len(starts) and starts[b] < ent.end_char:
            b += 1
        while a < b and page.class_of(a) == "T":
            a += 1
        if a < b:
            out.append((a, b, kind))
    return out


def _after_title(page: Page, a: int, b: int) -> int:
    """Where the name of a body begins, after a title that runs into it."""
    for i in range(b - 2, a, -1):
        if page.class_of(i) == "H" and page.class_of(i + 1) not in "OK":
            return i + 1
    return a


def _goods(page: Page, a: int, b: int, lists: Words) -> bool:
    """Whether a known company and what follows are its goods: "Apple TV", or itself: "Airbus Group"."""
    if b - a != 2 or page.class_of(a) != "B":
        return False
    return page.folded[page.first[b - 1]] in lists.goods | lists.suffixes


def _shouted(page: Page, a: int, b: int) -> int:
    """Where a name begins after words in capitals that the story has in small letters, too; b where none is left."""
    at = a
    while at < b and all(w.isupper() and len(w) > 3 for w in page.unit_words(at, at + 1)):
        at += 1
    words = [fold(w) for w in page.unit_words(a, at)]
    return at if len(words) > 1 and any(w in page.small for w in words) else a


def _cut(page: Page, a: int, b: int, ents: list[tuple[int, int, str | None]]) -> list[tuple[int, int, str | None]]:
    """A run of capitalised words cut where the pipeline's entities begin and end."""
    if page.gap(a) == " " and page.class_of(a - 1) in "NHhF":
        return [(a, b, None)]  # a title tells more: "Ambassador Prudence Bushnell"
    out: list[tuple[int, int, str | None]] = []
    at = a
    for x, y, kind in ents:
        if y <= a or x >= b:
            continue
        x, y = max(x, a), min(y, b)
        if x > at:
            out.append((at, x, None))
        out.append((x, y, kind or "other"))
        at = max(at, y)
    if at < b:
        out.append((at, b, None))
    return out


def _guess(page: Page, a: int, b: int, kind: str | None, lists: Words, recognised: bool, story: bool) -> Name | None:
    """A run of capitalised words as a name, or None when it is likely none.

    `kind` is what the pipeline's entity says, `recognised` whether it marks entities at all.
    """
    while b - a > 1 and page.class_of(b - 1) in "PIi":
        b -= 1
    gap, next_gap, left = page.gap(a), page.gap(b), page.class_of(a - 1)
    if kind == "other" or (b - a == 1 and page.class_of(a) == "I"):
        return None
    if kind != "person" and b - a >= _SHOUTED and all(w.isupper() and len(w) > 1 for w in page.unit_words(a, b)):
        return None  # "PLEASE DO NOT PANIC"
    shouted = _shouted(page, a, b)
    if shouted == b:
        return None  # "DEVASTATING EARTHQUAKE", where the story tells of an earthquake
    a = shouted
    if not story:
        return Name(a, b, None, weak=True)
    if gap == " " and left == "N":
        return Name(a, b, "person", sure=True)
    if next_gap == " " and page.class_of(b) == "Z":
        return None  # "Thanksgiving Day"
    if page.blocks[page.first[a]] == "dateline":
        there = kind == "place" or not recognised or (next_gap == "," and page.class_of(b) in "LD")
        return Name(a, b, "place") if there else None
    if gap == "|" and b - a > 1 and not kind and page.tag(page.first[a]) in _NO_NAME:
        a, gap, left = a + 1, " ", "w"  # "Preliminary DNA tests"
    if gap == "|" and b - a == 1 and page.tag(page.first[a]) not in ("PROPN", "X", ""):
        return Name(a, b, None, weak=True)
    if kind == "people":
        return Name(a, b, "group") if page.words[page.last[b - 1] - 1].endswith("s") else None
    if gap == " " and left in "HhF":
        return Name(a, b, "person", sure=left != "h")
    after = page.folded[page.last[b - 1]] if page.last[b - 1] < len(page.words) else ""
    if _aged(page, b) or (after in ("who", "whose") and next_gap in " ,"):
        return Name(a, b, "person", sure=True)
    if next_gap == " " and after in lists.reigns and b - a == 1:
        return Name(a, b, "person")
    speaks = next_gap == " " and after in lists.speech
    if kind:
        return Name(a, b, _corrected(page, a, b, kind, speaks))
    if b - a == 1 and recognised:
        return Name(a, b, None, weak=True)
    if gap == "-" and b - a == 1 and left not in "YCP":
        return None
    return Name(a, b, "person" if speaks else _kind_beside(page, a, b, lists))


def _corrected(page: Page, a: int, b: int, kind: str, speaks: bool) -> str:
    """The kind of an entity, unless its letters or its verb speak against it."""
    word = page.words[page.first[a]]
    if kind == "place" and speaks:
        return "person"
    return "organisation" if kind == "person" and b - a == 1 and word.isupper() and len(word) > 2 else kind


def _kind_beside(page: Page, a: int, b: int, lists: Words) -> str | None:
    """The kind that the words beside an unknown name tell, or None."""
    before = page.folded[page.first[a] - 1] if page.first[a] and page.gap(a) == " " else ""
    if page.gap(b) == "," and page.class_of(b) in "LD":
        return "place"
    if page.class_of(a) == "Y" and b - a == 1 and page.gap(a) != "|":
        return "person"
    return "place" if before in lists.place_before and not page.words[page.first[a]].isupper() else None


def _aged(page: Page, unit: int) -> bool:
    """Whether an age stands there: "Karl Brandt, 45, said"."""
    if page.gap(unit) != "," or page.class_of(unit) != "w":
        return False
    return page.words[page.first[unit]].isdigit() and page.gap(unit + 1) == ","


def _entitle(page: Page, name: Name, lists: Words) -> None:
    """Find the title before a person's name, and the role after it."""
    if name.kind not in ("person", None):
        return
    at = name.a
    if page.gap(at) == " " and page.class_of(at - 1) == "N":
        at -= 1
        name.gender = lists.honorifics.get(page.folded[page.first[at]])
        name.kind, name.sure = "person", True
        if page.words[page.first[at]].rstrip(".").lower() not in ("mr", "mrs", "ms", "miss", "dr"):
            name.title = (at, at + 1)
    begin = _title_before(page, at, name.b)
    if begin is not None:
        name.title = (begin, at)
        name.kind, name.sure = "person", True
    if name.title and page.classes[2 * name.b : 2 * name.b + 4] == " O D" and page.folded[page.first[name.b]] == "of":
        name.whose = name.b + 1
    if name.kind == "person" and not name.title:
        name.role = _role_after(page, name.b)
    elif name.kind is None and (role := _role_after(page, name.b)):
        heads = [page.folded[page.first[k]] for k in range(*role) if page.class_of(k) in "HhF"]
        if not set(heads) <= lists.shared:
            name.kind, name.role, name.sure = "person", role, True


def _title_before(page: Page, at: int, end: int) -> int | None:
    """Where the title begins that ends right before unit `at`, of a name that ends at `end`."""
    if not at:
        return None
    if page.gap(at) == ",":  # "The Russian foreign minister, Sergei Lavrov, said"
        begin = _title_ending(page, at)
        if begin is None or page.gap(end) not in ",|":
            return None
        whose = any(page.gap(k) == "'" for k in range(begin + 1, at))
        return begin if whose or page.class_of(begin - 1) == "T" else None
    return _title_ending(page, at) if page.gap(at) == " " else None


def _title_ending(page: Page, at: int) -> int | None:
    """Where a title begins whose last unit is the one before `at`, or None."""
    j = at - 1
    left = page.class_of(j)
    if left not in "HhF":
        k = j
        while k > max(0, at - 7) and page.class_of(k) in "DBLMCKYHmT" and page.gap(k) == " ":
            k -= 1
        if page.class_of(k) not in "Oo" or page.gap(k) != " " or page.class_of(k - 1) not in "Hh":
            return None
        if page.gap(k + 1) != " " or k + 1 >= at or not _office(page, k + 1, at):
            return None
        j = k - 1
    elif page.class_of(j - 1) == "O" and page.class_of(j - 2) in "Hh" and page.gap(j) == page.gap(j - 1) == " ":
        j -= 2  # "Chief of Staff"
    while j > 0 and page.gap(j) in " -'" and page.class_of(j - 1) in "DBLMmHhKCFYQ":
        opens = page.class_of(j - 1) in "CY" and page.gap(j - 1) == "|" and page.gap(j) != "'"
        if opens and page.tag(page.first[j - 1]) not in ("PROPN", ""):  # "Yesterday President X"
            break
        j -= 1
    return j


def _office(page: Page, a: int, b: int) -> bool:
    """Whether units a to b are what a title may end with before a name: "… of *Foreign Affairs* X"."""
    if page.class_of(b) in "YRI" or page.class_of(b - 1) in "DBL":
        return True
    words = [fold(w) for w in page.unit_words(a, b)]
    return tuple(words) in word_lists().offices


def _role_after(page: Page, b: int) -> tuple[int, int] | None:
    """The units of a role in apposition, as in "Lavrov, the Russian foreign minister, said"."""
    if page.gap(b) != ",":
        return None
    i = b
    if page.class_of(i) == "T":
        i += 1
        if page.gap(i) != " ":
            return None
    role = description_at(page, i)
    if role and page.gap(role[1]) == " " and page.class_of(role[1]) in "YCKMHRI":
        return None  # the title of the next in a list: "…, Russian Minister X"
    return role


def description_at(page: Page, i: int) -> tuple[int, int] | None:
    """The units of a role that begins at unit i: modifiers, heads and what they are head of."""
    n = len(page.first)
    j = i
    head = None
    while j < n and (j == i or page.gap(j) in " -'"):
        c = page.class_of(j)
        if c in "HhF":
            head = j
        elif c not in "DBLMmKCYQ":
            break
        j += 1
    if head is None:
        return None
    end = head + 1
    if any(page.class_of(k) in "KCYQ" for k in range(end, j) if page.gap(k) == " "):
        return None if page.class_of(end) in "KCY" else (i, end)
    while page.class_of(end) in "Oo" and page.gap(end) == " ":
        k = end + 1
        if page.class_of(k) == "T" and page.gap(k) == " ":
            k += 1
        stop = k
        while stop < n and page.gap(stop) == " " and page.class_of(stop) in "DBLMmKCYQ":
            stop += 1
        if stop == k or page.class_of(stop - 1) == "m":
            break
        end = stop
    return i, end


def _settle(page: Page, names: list[Name], headlines: set[int]) -> list[Name]:
    """Names whose kind the rest of the text tells, and without those it speaks against."""
    votes: dict[tuple[str, ...], Counter[str]] = {}
    surnames: dict[str, str] = {}
    family: set[str] = set()
    firsts: set[str] = set()  # of organisations

    def key(name: Name) -> tuple[str, ...]:
        return tuple(fold(w) for w in page.unit_words(name.a, name.b))

    for name in names:
        if name.kind:
            votes.setdefault(key(name), Counter())[name.kind] += 3 if name.sure else 1
            if name.kind == "organisation" and name.sure:
                firsts.add(key(name)[0])
            if name.kind == "person":
                words = tuple(w for w in key(name) if w not in GENERATIONS)
                if len(words) > 1:
                    surnames[words[-1]] = "person"
                    family.add(words[-1])
                    surnames.setdefault(words[0], "person")
    kept = []
    for name in names:
        words = key(name)
        spoken = tuple(w for w in words if w not in word_lists().particles)
        if not name.sure:
            if (len(spoken) == 1 and spoken[0] in surnames) or (len(words) > 1 and words[-1] in family):
                name.kind = "person"  # "Elian Gonzalez" beside "Juan Gonzalez"
            elif len(words) == 1 and words[0] in firsts:
                name.kind = "organisation"
            elif words in votes:
                name.kind = votes[words].most_common(1)[0][0]
        if name.kind is None and page.sentence[page.first[name.a]] in headlines:
            name = _known_part(page, name, votes, surnames) or name
        if name.kind is None:
            if name.weak or (len(words) == 1 and words[0] in page.small):
                continue
            name.kind = "organisation"
        kept.append(name)
    return kept


def _known_part(
    page: Page, name: Name, votes: dict[tuple[str, ...], Counter[str]], surnames: dict[str, str]
) -> Name | None:
    """The part of a headline's run that the story knows as a name."""
    for size in range(name.b - name.a, 0, -1):
        for a in range(name.a, name.b - size + 1):
            words = tuple(fold(w) for w in page.unit_words(a, a + size))
            if words in votes:
                return Name(a, a + size, votes[words].most_common(1)[0][0], weak=True)
            if size == 1 and words[0] in surnames:
                return Name(a, a + 1, "person", weak=True)
    return None
