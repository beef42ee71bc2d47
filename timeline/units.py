"""A text as units with a class each: what the patterns of names and titles are written over.

A unit is a word, or the words of one gazetteer entry; its class is one letter. Nothing here needs
a pipeline: a parser's tags are added where there are any.
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from timeline.gazetteer import WORD, Alias, Gazetteer, fold, particles

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
# Gaps between units: space, - hyphen, ~ dash, & ampersand, ' possessive, comma, ( bracket, | anything else.


@dataclass(frozen=True, slots=True)
class Words:
    """The word lists of names.toml, folded."""

    honorifics: dict[str, str]  # → gender "m", "f" or "x"
    heads: frozenset[str]
    plain: frozenset[str]
    shared: frozenset[str]
    modifiers: frozenset[str]
    in_capitals: frozenset[str]
    past: frozenset[str]
    lesser: frozenset[str]
    royal: frozenset[str]
    portfolio: frozenset[str]
    reigns: frozenset[str]
    joints: frozenset[str]
    offices: tuple[tuple[str, ...], ...]
    org_heads: frozenset[str]
    called: frozenset[str]
    rivals: frozenset[str]
    party_after: frozenset[str]
    of_places: frozenset[str]
    centres: frozenset[str]
    rated: frozenset[str]
    about: frozenset[str]
    joined: frozenset[tuple[str, ...]]
    own: frozenset[str]
    legislatures: frozenset[str]
    chambers: frozenset[str]
    acts: frozenset[str]
    business: frozenset[str]
    firms: frozenset[str]
    business_of: frozenset[str]
    business_chiefs: frozenset[str]
    business_by: frozenset[str]
    itself: frozenset[str]
    begins_firms: frozenset[str]
    announcing: frozenset[str]
    said_when: frozenset[str]
    business_after: frozenset[str]
    suffixes: frozenset[str]
    media: frozenset[str]
    goods: frozenset[str]
    place_heads: frozenset[str]
    lands: frozenset[str]
    wells: frozenset[str]
    done_to_persons: frozenset[str]
    went_to: frozenset[str]
    place_before: frozenset[str]
    place_after: frozenset[str]
    government_after: frozenset[str]
    from_after: frozenset[str]
    rule: frozenset[str]
    local: frozenset[str]
    speech: frozenset[str]
    spokesmen: frozenset[str]
    passing_on: frozenset[str]
    reflexives: frozenset[str]
    pronouns: dict[str, str]  # → gender
    sexes: dict[str, str]  # nouns: "widow" → gender
    of_age: frozenset[str]  # those of them that anybody is called by: "the boy"
    particles: frozenset[str]
    tails: frozenset[str]
    never: frozenset[str]
    things: frozenset[str]
    papers: frozenset[str]
    matters: frozenset[str]  # what a paper is on stands behind them
    vessels: frozenset[str]
    wrecks: frozenset[str]
    storms: frozenset[str]
    remedies: frozenset[str]
    doses: frozenset[str]
    craft: frozenset[str]
    numbers: frozenset[str]
    halves: frozenset[str]
    halls: frozenset[str]
    owners: frozenset[str]
    national: frozenset[str]
    armed: frozenset[str]
    descent: frozenset[str]
    continents: frozenset[str]
    months: frozenset[str]
    abbreviations: dict[str, str]
    nicknames: frozenset[frozenset[str]]
    people: frozenset[str]  # nouns: "gunman"
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
        folded(titles["in_capitals"]),
        folded(titles["past"]),
        folded(titles["lesser"]),
        folded(titles["royal"]),
        folded(titles["portfolio"]),
        folded(titles["reigns"]),
        folded(titles["joints"]),
        tuple(tuple(o.split()) for o in titles["offices"]),
        folded(data["organisations"]["heads"]),
        folded(data["organisations"]["called"]),
        folded(data["organisations"]["rivals"]),
        folded(data["organisations"]["party_after"]),
        folded(data["organisations"]["of_places"]),
        folded(data["organisations"]["centres"]),
        folded(data["organisations"]["rated"]),
        folded(data["organisations"]["about"]),
        frozenset(tuple(pair.split()) for pair in data["organisations"]["joined"]),
        folded(data["organisations"]["own"]),
        folded(data["organisations"]["legislatures"]),
        folded(data["organisations"]["chambers"]),
        folded(data["organisations"]["acts"]),
        folded(data["organisations"]["business"]),
        folded(data["organisations"]["firms"]),
        folded(data["organisations"]["business_of"]),
        folded(data["organisations"]["business_chiefs"]),
        folded(data["organisations"]["business_by"]),
        folded(data["organisations"]["itself"]),
        folded(data["organisations"]["begins_firms"]),
        folded(data["organisations"]["announcing"]),
        folded(data["organisations"]["said_when"]),
        folded(data["organisations"]["business_after"]),
        folded(data["organisations"]["suffixes"]),
        folded(data["organisations"]["media"]),
        folded(data["organisations"]["goods"]),
        folded(data["places"]["heads"]),
        folded(data["places"]["lands"]),
        folded(data["places"]["wells"]),
        folded(data["places"]["done_to_persons"]),
        folded(data["places"]["went_to"]),
        folded(data["places"]["before"]),
        folded(data["capitals"]["place_after"]),
        folded(data["capitals"]["government_after"]),
        folded(data["capitals"]["from_after"]),
        folded(data["capitals"]["rule"]),
        folded(data["capitals"]["local"]),
        folded(data["speech"]["verbs"]),
        folded(data["speech"]["for_others"]),
        folded(data["speech"]["passing_on"]),
        folded(data["speech"]["reflexives"]),
        {fold(w): g for g, ws in data["pronouns"].items() for w in ws},
        {w: g for g in "mf" for w in data["sexes"][g]},
        frozenset(data["sexes"]["of_age"]),
        particles(),
        folded(data["names"]["tails"]),
        folded(data["names"]["never"]) | folded(data["names"]["regions"]),
        folded(data["names"]["things"]),
        folded(data["names"]["papers"]),
        folded(data["names"]["matters"]),
        folded(data["names"]["vessels"]),
        folded(data["names"]["wrecks"]),
        folded(data["names"]["storms"]),
        folded(data["names"]["remedies"]),
        folded(data["names"]["doses"]),
        folded(data["names"]["craft"]),
        folded(data["names"]["numbers"]),
        folded(data["names"]["halves"]),
        folded(data["names"]["halls"]),
        folded(data["organisations"]["owners"]),
        folded(data["organisations"]["national"]),
        folded(data["organisations"]["armed"]),
        folded(data["organisations"]["descent"]),
        folded(data["organisations"]["continents"]),
        folded(data["months"]["names"]),
        data["abbreviations"],
        frozenset(frozenset(p.split()) for p in data["nicknames"]["pairs"]),
        frozenset(data["people"]["nouns"]),
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
    gaps: list[str]  # before each word: one of " -~&',(|"
    sentence: list[int]  # of each word
    blocks: list[str]  # kind of each word's block
    quoted: list[bool]
    first: list[int]  # of each unit: its first word
    last: list[int]  # of each unit: the word after it
    found: list[tuple[Alias, ...]]  # of each unit: what the gazetteer says
    small: frozenset[str] = frozenset()  # the words, folded, that stand in small letters somewhere in the text
    countries: frozenset[str] = frozenset()  # codes of those that it names, by themselves or a body or a place
    states: frozenset[str] = frozenset()  # the same without those of which only a town is named
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
_LONG_LINE = 60
AMPERSAND = "amp"  # what is left of "&amp;" in many a text: "Norgate Life amp Casualty Co."


_ELISION = ("' ", "’ ")  # "Roastin' Beans Inc."


def _gap(text: str) -> str:
    if text in (" ", "\u00a0"):
        return " "
    if text in ("-", "‐", "‑"):
        return "-"
    if text in ("'s ", "’s ", "’ ", "' ", "'S "):
        return "'"
    if text == " - ":
        return "~"
    if text == " & ":
        return "&"
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
    for i in _with_its_s(text, words, ends, gazetteer, lists):
        ends[i] += len("'s")
        words[i] = text[starts[i] : ends[i]]
    folded = [fold(w) for w in words]
    kinds = _block_kinds(starts, blocks)
    gaps, sentences, quoted = _between(text, words, starts, ends, kinds)
    page = Page(text, gazetteer, words, folded, starts, ends, gaps, sentences, kinds, quoted, [], [], [])
    page.small = frozenset(f for f, w in zip(folded, words, strict=True) if w[0].islower())
    _unite(page, gazetteer, lists)
    return page


def _with_its_s(text: str, words: list[str], ends: list[int], gazetteer: Gazetteer, lists: Words) -> list[int]:
    """Words whose "'s" is part of a name and owns nothing: "Sotheby's said", "Hudson's Bay".

    Those that the text never has without it, and once with a verb after it, or always with what makes it a firm.
    """
    with_s = [i for i, z in enumerate(ends) if words[i][0].isupper() and text[z : z + 2] in ("'s", "’s")]
    if not with_s:
        return []
    times = Counter(words)
    by_word: dict[str, list[int]] = {}
    for i in with_s:
        by_word.setdefault(words[i], []).append(i)
    out: list[int] = []
    for word, places in by_word.items():
        if (
            len(places) < times[word]
            or fold(word) in lists.never | lists.heads
            or gazetteer.match([fold(word)], [word], 0, 1)
        ):
            continue
        after = [words[i + 1 : i + 3] for i in places]
        verb = any(w and w[0] in lists.speech and text[ends[i] + 2] == " " for i, w in zip(places, after, strict=True))
        whole = any(w and fold(w[0]) in lists.suffixes for w in after)  # "Norgate's Inc."
        firm = any(len(w) > 1 and w[0].istitle() and fold(w[1]) in lists.suffixes for w in after)
        owned = {w[0] for w, i in zip(after, places, strict=True) if w and text[ends[i] + 2] == " "}
        if verb or whole or (firm and len(owned) == 1):
            out += places
    return out


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
        if between == " " and (not i or kinds[i] == kinds[i - 1]):
            gaps.append(" ")
        elif not i:
            gaps.append("|")
        else:
            gap = " " if between in _ELISION and words[i - 1][-1] not in "szx" else _gap(between)
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
            opens = False  # at a line's start a mark opens: a quotation that goes on opens again
            for c in between.replace("\n\n", "¶"):
                if c == "¶":
                    inside = False
                elif c == "“":
                    inside = True
                elif c == "”":
                    inside = False
                elif c == '"':
                    inside = opens or not inside
                opens = c in "¶\n" or (opens and c == " ")
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
        syllable = out[-2] == "-" and words[i][0].islower() and len(words[i]) < 6
        syllable = syllable and folded[i] not in lists.tails
        if syllable and len(out) >= 6 and out[-3] in "CY" and out[-5] in "CY" and out[-4] in " -":
            out[-1] = "S"  # "Chung Dong-young", not "Chung Dong-led"
        elif syllable and i + 1 < n and gaps[i + 1] == "-" and words[i + 1][0].isupper() and out[-3] in "CY":
            out[-1] = "P"  # "Aix-en-Provence"
        if out[-1] == "H" and folded[i] not in lists.heads and not (i + 1 < n and words[i + 1][0].isupper()):
            out[-1] = (
                "x" if folded[i] in lists.never else "C"
            )  # "Brotherhood of Magicians", not "Presidents Kuchma and Yeltsin"
        if folded[i] in lists.months and i + 1 < n and words[i + 1][0].isdigit():
            out[-1] = "x"  # "Jan. 14"
        if out[-1] == "C" and out[-2] == "|" and folded[i] in lists.called:
            out[-1] = "x"  # "Insurer Tallink Mutual said", at a sentence's start
        capitals = 0 < i < n - 1 and words[i - 1][0].isupper() and words[i + 1][0].isupper()
        if capitals and (words[i] == AMPERSAND or (out[-1] == "A" and (folded[i - 1], folded[i + 1]) in lists.joined)):
            out[-1] = "C"
        _class_in_place(page, out, i, lists)
        i += size
    named = {f[0].target for f in page.found if len(f) == 1 and f[0].sense not in ("short", "office")}
    page.countries = frozenset(c for t in named if (c := gazetteer.entries[t].country))
    seats = {f[0].target for f in page.found if len(f) == 1 and f[0].sense == "capital"}
    tellers = {t for t in named if fold(gazetteer.entries[t].name.split()[-1]) in lists.media}  # "LOME (Sund Press)"
    told = {gazetteer.entries[t].country for t in named - tellers}
    told_of = {t for t in named if t not in tellers or gazetteer.entries[t].country in told}
    states = seats | {t for t in told_of if gazetteer.entries[t].kind != "place"}
    page.states = frozenset(c for t in states if (c := gazetteer.entries[t].country))
    for u, found in enumerate(page.found):
        if len(found) > 1 and found[0].sense != "office":
            page.found[u] = _likelier(found, page.countries, gazetteer)
            out[2 * u + 1] = _class_known(page.found[u], gazetteer)
    page.classes = "".join(out)


def _class_in_place(page: Page, out: list[str], i: int, lists: Words) -> None:
    """Class a word by its neighbours, too: "Committee *on* Trade", "*Centre* for Trade", "*Adm* Lund" but "Hun Sen"."""
    folded, after = page.folded[i], page.words[i + 1] if i + 1 < len(page.words) else ""
    if out[-1] == "o" and folded == "on" and len(out) > 2 and out[-3] == "K" and page.folded[i - 1] in lists.about:
        out[-1] = "O"
    elif out[-1] == "Q" and folded in lists.about and after == "for" and page.gaps[i + 1] == " ":
        out[-1] = "K"
    elif folded in lists.honorifics and out[-1] in "CM" and page.words[i].istitle() and after[:1].isupper():
        named = out[-2] == " " and len(out) > 2 and out[-3] in "CY"
        out[-1] = "N" if page.gaps[i + 1] == " " and not named else out[-1]


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
        if folded in lists.modifiers and folded not in lists.in_capitals:
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


def add_parse(page: Page, doc: Doc) -> None:
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
