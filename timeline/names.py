"""Where names stand in a text and what kind each is: patterns over its units.

A parser's tags and a pipeline's entities help where they are there, and nothing here needs them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from timeline import roles
from timeline.gazetteer import GENERATIONS, Entry, Gazetteer, fold
from timeline.units import AMPERSAND, Name, Page, Words, word_lists

if TYPE_CHECKING:
    from spacy.tokens import Doc

_ENT_KINDS = {
    "PERSON": "person",
    "PER": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "people",
}
_SHOUTED = 3  # words in capitals, and more, that are shouting and no name


# An organisation: capitalised words that end in, or begin with, what such bodies are called.
_PART = "[CYMDBLKQRIiFHNU]"
_ORG = re.compile(
    r"(?:(?<=[TD] |[A-Z]')[CM] A (?=[CM] )"  # "the Immigration and Naturalization Service"
    r"|(?:(?<=T )M|(?<=D )[CM]) [CM] A (?=[CM] ))?"  # "the National Oceanic and Atmospheric Administration"
    rf"(?:{_PART}[ &-]|[DHU]')*K(?:(?: [CYMDLKQ])* [KQ])?"
    rf"(?: O(?: T)?(?: {_PART})+(?: A(?: {_PART})+)?)*"
)
_FIRM = re.compile("(?:Y )?[CY](?:&[CY])+(?: [CK](?=[ |]))?")
_OWN = re.compile("(?:[CYP] )*[CY]'(?:[CM] )?K(?=[^CYK]|[^ ])")
_PLACE = re.compile(r"(?:[CYMDLRIK][ -])+Q|Q O(?: T)?(?: [CYL])+")
# A person: a given name and what follows, or words that something else says are a person.
_PERSON = re.compile(
    r"Y(?:[ -][YIiP])*(?:[ -]P)*[ -](?:[CYKQ](?:-S)?(?:[ -](?:P[ -])*[CY](?:-S)?)*|[DLBHM](?![ -][CYIPRHMKDLBF]))"
    r"|I(?: I)*(?: P)* [CY](?:[ -][CY])*"
)
_PART_KNOWN = re.compile("[CY]*LP*C+|Y[CYPI]*[HN][CYPI]*[CY]")  # "Paris Nowak", "Ana Medina Gil", "Omar Sheikh Nuur"
_TITLED = re.compile("[ZLYCM][CYPIHN]*[CYDM]")  # "Prime Minister Bill Welsh"
_MODEL = re.compile(r"[A-Z]?\d{3}[A-Z]?")
_STRAIN = re.compile(r"[A-Z]\d+[A-Z]\d+")  # "H5N9", a virus
_RATING = re.compile(r"A{1,3}|B{1,3}|C{1,3}|Aa{1,2}|Ba{1,2}|Caa?")
_HYPHENED = frozenset("CYPSIi")  # classes of what a hyphen joins to a name
_NO_NAME = frozenset(["ADJ", "ADV", "ADP", "DET", "SCONJ", "CCONJ", "VERB", "AUX", "PRON", "NUM", "INTJ"])
_RUN = re.compile(r"(?:i-)?(?:P[ -]){0,2}[CYI](?:(?:[ &-](?:P[ -]){0,2}[CYIi](?:-S)?))*")


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

    bodies = [*_bodies(page, lists), *_firms(page)]
    keep(n for n in _whole(page, ents, lists) if story(n.a) and not any(_sticks_out(o, n) for o in bodies))
    keep(n for n in _persons(page, ents) if story(n.a))
    # In a headline capitals make no name: what they make stands only if the story has it, too.
    keep(n if story(n.a) else Name(n.a, n.b, None, weak=True) for n in bodies)
    keep(n if story(n.a) else Name(n.a, n.b, None, weak=True) for n in _patterned(page, ents, lists))
    keep(_known(page, gazetteer))
    keep(n for n in _legislatures(page, lists) if story(n.a))
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
    _begin_bodies(page, [n for n in names if story(n.a)], lists)
    for name in names:
        if not name.weak:
            roles.entitle(page, name, lists)
        if name.kind == "place" and page.gap(name.b) == "," and _region(page, name, gazetteer):
            name.until = name.b + 1
    for name in _short_for_firms(page, names):
        name.kind, name.sure = "organisation", True
    settled = _settle(page, _without_portfolios(page, names, lists), headlines)
    # no "Government of the" before "Republic of Korea"
    settled = [n for n in settled if n.b - n.a == 1 or page.folded[page.last[n.b - 1] - 1] != "the"]
    for name in settled:
        if name.weak and name.kind == "person":
            roles.entitle(page, name, lists)
    return settled


def _begin_bodies(page: Page, names: list[Name], lists: Words) -> None:
    """Give bodies the particle or the number of their names: "*Du* Norgate Co.", "*Six* Gulls Inc.", "the Lund *Five*".

    A number that a sentence begins with is part of the name only where it is so elsewhere: "Two Gulls".
    """
    numbered: set[tuple[str, ...]] = set()
    first: list[Name] = []  # those with a number before them that begins a sentence
    for before, name in zip([None, *names], names, strict=False):
        a = name.a - 1
        if name.kind != "place" and page.class_of(a) == "T" and _is_numbered(page, name.b, lists):
            name.b, name.kind, name.alias = name.b + 1, "organisation", None  # "the Norgate Five"
            continue
        free = before is None or before.b <= a
        if name.kind not in ("organisation", None) or name.alias or not free or page.gap(name.a) != " ":
            continue
        word = page.folded[page.first[a]]
        if page.class_of(a) == "P" and _named(page, a) and not (page.gap(a) == " " and page.class_of(a - 1) in "CY"):
            name.a = a
        elif word in lists.numbers and _named(page, a) and page.gap(a) != "|":
            name.a = a
            numbered.add((word, page.folded[page.first[a + 1]]))
        elif word in lists.numbers and _named(page, a):
            first.append(name)
    for name in first:
        if (page.folded[page.first[name.a - 1]], page.folded[page.first[name.a]]) in numbered:
            name.a -= 1


def _is_numbered(page: Page, unit: int, lists: Words) -> bool:
    """Whether a number with a capital goes on with a name that ends before a unit."""
    beside = unit < len(page.first) and page.gap(unit) == " "
    return beside and page.folded[page.first[unit]] in lists.numbers and _named(page, unit)


def _without_portfolios(page: Page, names: list[Name], lists: Words) -> list[Name]:
    """Names that are not what a minister is minister of: "*Unification* Minister Seo", "Minister of *Defence*"."""
    inside: set[int] = set()
    for name in names:
        if name.title and page.folded[page.first[name.title[1] - 1]] in lists.portfolio:
            inside.update(range(*name.title))
    return [n for n in names if (n.sure or n.a not in inside) and not _is_but_part(page, n, lists)]


def _is_but_part(page: Page, name: Name, lists: Words) -> bool:
    """Whether a name is what somebody is minister of, "Minister of *Trade*", or begins another: "*North* Atlantic".

    Or is what a treaty is on: "the Treaty on *Conventional Armed Forces*".
    """
    if name.alias is None and name.kind != "person" and _is_a_papers(page, name, lists):
        return True
    words = tuple(fold(w) for w in page.unit_words(name.a, name.b))
    if len(words) == 1 and words[0] in lists.halves:
        return page.gap(name.b) == " " and page.class_of(name.b) in "LQ"
    of_an_office = page.class_of(name.a - 1) in "Oo" and page.class_of(name.a - 2) in "Hh" and name.alias is None
    return of_an_office and words in lists.offices


def _is_a_papers(page: Page, name: Name, lists: Words) -> bool:
    """Whether a name tells what a paper in capitals is on: "the Treaty on *Conventional Armed Forces*"."""
    w = page.first[name.a] - 1
    w -= page.folded[w] == "the"
    on = w > 0 and page.folded[w] in lists.matters and page.words[w - 1][0].isupper()
    return on and page.folded[w - 1] in lists.papers


def _in_title(page: Page, name: Name) -> bool:
    """Whether an unknown name is but part of what somebody is called: "the *Mets* Poet"."""
    if name.sure or page.gap(name.b) != " " or page.class_of(name.b) != "H":
        return False
    return not (page.gap(name.b + 1) == " " and page.class_of(name.b + 1) in "CYRIPHMK")


def _region(page: Page, name: Name, gazetteer: Gazetteer) -> bool:
    """Whether the unit after a place says where it is: "Springfield, *Oregon*", not "Asia, Japan"."""
    if page.gap(name.b + 1) == "'":
        return False  # "after talks in Lome, *Togo*'s premier left"
    found = page.found[name.b]
    country = (
        page.class_of(name.b) == "D" and bool(found) and found[0].sense != "people"
    )  # not "in Lima, *Peruvians* met"
    if not found or not (found[0].sense == "region" or country):
        return False
    where = gazetteer.entries[found[0].target].country
    if name.alias is None:
        return True
    return name.alias.sense != "region" and gazetteer.entries[name.alias.target].country == where


def _bodies(page: Page, lists: Words) -> Iterable[Name]:
    """Organisations by what such bodies are called."""
    for a, end in _spans(_ORG, page.classes):
        b = _before_its_seat(page, a, end, lists)
        if b < end - 1 and page.class_of(b) == "O":
            yield Name(b + 1, end, "place", sure=True)
        if page.class_of(a) == "D" and page.gap(a + 1) == "'" and page.folded[page.last[b - 1] - 1] in lists.suffixes:
            a += 1  # "Japan's Norgate Corp."
        whole = b - a == 2 and page.class_of(a) == "H" and page.class_of(a - 1) == "T"  # "the Justice Department"
        while a < b and page.class_of(a) in "NH" and page.gap(a + 1) != "'" and not whole:
            a += 1
        a = a if whole else _after_title(page, a, b)
        if (
            b - a == 2
            and page.folded[page.first[a]] in page.gazetteer.surnames
            and page.unit_words(a + 1, b)[0].lower() in lists.reigns
        ):
            yield Name(a, b - 1, "person", sure=True)  # "the Bush Administration"
        elif b - a >= 2 and not _goods(page, a, b, lists):
            for x, y in _parted_by_a_person(page, a, b):
                yield Name(x, y, _kind_by_its_head(page, y), sure=True)


def _parted_by_a_person(page: Page, a: int, b: int) -> list[tuple[int, int]]:
    """The bodies that a name holds with a man of the second: "University of Lome and *Ole Berg of* Oslo College"."""
    for i in range(a + 1, b - 3):
        if page.class_of(i) == "A" and page.class_of(i + 1) == "Y" and page.class_of(i + 2) in "CY":
            behind = [j + 1 for j in range(i + 3, b - 1) if page.class_of(j) == "O"]
            return [(x, y) for x, y in ((a, i), *((j, b) for j in behind[:1])) if y - x > 1]
    return [(a, b)]


def _kind_by_its_head(page: Page, b: int) -> str:
    """The kind of a name by its last words: "Lund Park" is a place, "the Joint Information Centre" a body.

    So is what says something: "the Lund Center said".
    """
    if page.class_of(b - 1) != "Q" or page.folded[page.last[b - 1] - 2] in word_lists().centres:
        return "organisation"
    if page.gap(b) == " " and page.folded[page.first[b]] in word_lists().speech:
        return "organisation"
    return "place"


def _before_its_seat(page: Page, a: int, b: int, lists: Words) -> int:
    """Where the name of a firm ends: before its seat ("Norgate Mills Inc. of *Aarhus*"), before it is named again."""
    for i in range(a + 1, b - 1):
        if page.folded[page.first[i]] not in lists.suffixes:
            continue
        if page.folded[page.first[i + 1]] == "of":
            return b if page.folded[page.last[b - 1] - 1] in lists.suffixes else i + 1
        if page.folded[page.first[i + 1]] == page.folded[page.first[a]]:
            return i + 1  # "its owner is Norgate Lines Inc. *Norgate*, which has three ships, left"
    return b


def _firms(page: Page) -> Iterable[Name]:
    """Bodies called by those who own them, "Maas & Kos", or after somebody, "Lund's School"."""
    for a, b in _spans(_FIRM, page.classes):
        yield Name(a, b, "organisation", sure=True)
    for a, b in _spans(_OWN, page.classes):
        if page.folded[page.last[b - 1] - 1] in word_lists().own:
            yield Name(a, b, "organisation", sure=True)


def _patterned(page: Page, ents: list[tuple[int, int, str | None]], lists: Words) -> Iterable[Name]:
    """Places by what they are called, and persons by a given name."""
    for a, b in _spans(_PLACE, page.classes):
        yield Name(a, b, _kind_by_its_head(page, b), sure=True)
    persons = {y: x for x, y, kind in ents if kind == "person"}
    for a, b in _spans(_PERSON, page.classes):
        x = persons.get(b, a)
        if x == a - 1 and page.class_of(x) == "C" and page.gap(a) == " ":
            a = x  # a given name that no list has: "Glenn Edward Murray"
        initials = page.folded[page.first[a]]
        yield Name(a, b, "organisation" if initials in lists.suffixes else "person", sure=True)  # "N.V. Norgate"


def _is_of_another_body(page: Page, unit: int, entry: Entry) -> bool:
    """Whether a body's short name is but the end of another's: "the Collective *Security Council*"."""
    short = fold(entry.name) != fold(" ".join(page.unit_words(unit, unit + 1)))
    return short and page.gap(unit) == " " and page.class_of(unit - 1) == "C" and page.gap(unit - 1) != "|"


def _known(page: Page, gazetteer: Gazetteer) -> Iterable[Name]:
    """What the gazetteer knows."""
    lists = word_lists()
    for i, found in enumerate(page.found):
        if found and found[0].sense != "office":
            entry = gazetteer.entries[found[0].target]
            kind = entry.kind
            told = page.states if kind == "organisation" else page.countries  # "Congress" of a story set in New York
            if kind == "organisation" and _is_of_another_body(page, i, entry):
                continue
            if found[0].sense == "short" and entry.country and entry.country not in told:
                if page.folded[page.first[i]] in lists.legislatures and page.last[i] - page.first[i] == 1:
                    yield Name(i, i + 1, kind, sure=True)  # of some country: "Congress rejected the motion"
                continue
            if found[0].sense == "short" and page.folded[page.first[i]] in lists.chambers and not _has_article(page, i):
                continue
            if kind == "organisation" and _is_a_model(page, i + 1):
                continue
            if kind in ("place", "country") or page.blocks[page.first[i]] != "dateline":
                yield Name(i, i + 1, kind, found[0], sure=True)


def _has_article(page: Page, unit: int) -> bool:
    return unit > 0 and page.gap(unit) == " " and page.folded[page.first[unit] - 1] == "the"


def _legislatures(page: Page, lists: Words) -> Iterable[Name]:
    """A parliament without its country: "Parliament will debate the report"."""
    for i, a in enumerate(page.first):
        whole = page.class_of(i) == "K" and page.folded[a] in lists.legislatures and page.words[a].istitle()
        apart = page.class_of(i - 1) not in "CDMKYBT" or page.gap(i) != " "
        if whole and apart and not (page.gap(i + 1) == " " and page.class_of(i + 1) in "CMKYQHO"):
            yield Name(i, i + 1, "organisation", sure=True)


def _is_a_model(page: Page, unit: int) -> bool:
    """Whether a unit after a company is the number of what it makes: "a Boeing *747*"."""
    return page.gap(unit) == " " and _MODEL.fullmatch(page.words[page.first[unit]]) is not None


def _whole(page: Page, ents: list[tuple[int, int, str | None]], lists: Words) -> Iterator[Name]:
    """Names that the pipeline sees whole and that lists know in part: "World Vision", "New Orleans Saints"."""
    for a, end, kind in ents:
        b = _before_its_seat(page, a, end, lists)
        if b < end - 1 and page.class_of(b) == "O":
            yield Name(b + 1, end, "place", sure=True)
        classes = [page.class_of(i) for i in range(a, b)]
        national = kind == "organisation" and classes[0] == "D"  # "Thai Mills"
        # "Aarhus Life & Casualty Co."
        firm = kind == "organisation" and page.folded[page.last[b - 1] - 1] in lists.suffixes
        if kind == "organisation" and _is_about_two(page, a, b, lists):
            yield Name(a, b, kind, sure=True)
            continue
        of_a_country = kind == "organisation" and classes[0] == "C" and classes[-1] == "D"  # "Air Canada"
        plain = "C" in classes and set(classes[national : len(classes) - of_a_country]) <= set(
            "CMYKQLBOx" if firm or "O" in classes else "CMYKQLBO"
        )
        if kind not in ("organisation", "place") or not plain:
            continue
        if "O" in (classes[0], classes[-1]) or any(
            page.gap(i) not in (" -&" if firm else " -") for i in range(a + 1, b)
        ):
            continue
        known = {c for c in classes if c in "MKQ"} | ({"O"} if "O" in classes and classes[0] == "C" else set())
        if kind == "organisation" and classes[0] in "LD":
            known.add(classes[0])
        if of_a_country:
            known.add("D")
        hyphened = all(page.gap(i) == "-" for i in range(a + 1, b))  # "Daimler-Benz"
        if classes[0] == "B" and (hyphened or page.folded[page.first[b - 1]] in lists.suffixes):
            known.add("B")
            kind = "organisation"
        if classes[-1] == "K":
            kind = "organisation"  # "Nordea Bank"
        elif classes[-1] == "Q" and not _does_business(page, a, b):
            kind = _kind_by_its_head(page, b)  # "Sund Air Force Base"
        if known and ("B" in known or "B" not in classes) and ("L" in known or "L" not in classes):
            party = kind == "place" and _is_a_party(page, a, b)  # "Dubai's Gulf Norgate, filed a lawsuit"
            yield Name(a, b, "organisation" if party else kind)


def _is_about_two(page: Page, a: int, b: int, lists: Words) -> bool:
    """Whether a body's name tells two subjects: "House Energy and Commerce Committee", "Office for Ports and Trade"."""
    classes = [page.class_of(i) for i in range(a, b)]
    heads = [i for i in range(a, b) if page.folded[page.last[i] - 1] in lists.about]
    if len(heads) != 1 or "A" not in classes[1:-1] or set(classes) - set("CMYKQBAO"):
        return False
    return heads[0] == b - 1 or page.class_of(heads[0] + 1) == "O"


def _persons(page: Page, ents: list[tuple[int, int, str | None]]) -> Iterator[Name]:
    """Persons whom the pipeline sees whole and whom lists know in part: "Santiago Cafaro", "Omar Sheikh Nuur"."""
    for a, b, kind in ents:
        nickname = _nickname(page, a, b)
        classes = "".join(page.class_of(i) for i in range(a, b) if i != nickname)
        joined = all(
            page.gap(i) in " -" for i in range(a + 1, b) if nickname is None or i not in {nickname, nickname + 1}
        )
        if kind != "person" or len(classes) < 2 or not joined:
            continue
        titled = page.gap(a) == " " and page.class_of(a - 1) in "HhFN"
        given = nickname is not None and classes[0] == "Y"
        if given or _PART_KNOWN.fullmatch(classes) or (titled and _TITLED.fullmatch(classes)):
            yield Name(a, b, "person", sure=True)


def _nickname(page: Page, a: int, b: int) -> int | None:
    """The unit inside a name that stands in quotes: "Elizabeth “Liz” Moberg"."""
    for i in range(a + 1, b - 1):
        before = page.text[page.ends[page.last[i - 1] - 1] : page.starts[page.first[i]]]
        after = page.text[page.ends[page.last[i] - 1] : page.starts[page.first[i + 1]]]
        if before.strip() and after.strip() and not (before + after).strip(" \"“”‘’'"):
            return i
    return None


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
    out: list[tuple[int, int, str | None]] = []
    for ent in doc.ents:
        kind = _ENT_KINDS.get(ent.label_)
        a = bisect_right(starts, ent.start_char)
        if a and page.ends[page.last[a - 1] - 1] > ent.start_char:
            a -= 1
        b = a
        while b < len(starts) and starts[b] < ent.end_char:
            b += 1
        while a < b and page.class_of(a) in "Tm":
            a += 1
        if a < b and _is_joined(page, out, a, kind):
            out[-1] = (out[-1][0], b, kind)
        elif a < b:
            out.append((a, b, kind))
    out = [(a, _until(page, doc, a, b, kind, out), kind) for a, b, kind in out]
    return _by_their_fullest(page, list(_over_hyphens(page, out)))


def _over_hyphens(page: Page, entities: list[tuple[int, int, str | None]]) -> Iterator[tuple[int, int, str | None]]:
    """Entities as far as hyphens join them on: "Moon Jae*-in*", "*Bat-*Erdene Ganbold", not "the Lima-Sund railway"."""
    held: tuple[int, int, str | None] | None = None
    for a, b, kind in entities:
        while held is None and page.gap(a) == "-" and page.class_of(a - 1) in _HYPHENED:
            a -= 1
        while (more := _hyphened_on(page, b)) is not None:
            kind, b = "person" if page.class_of(b) == "S" else kind, more  # "Moon Jae-in"
        if held is not None and held[1] >= a and page.gap(a) == "-" and (held[2] != kind or b - a > 1):
            held = (held[0], max(held[1], b), "person" if "person" in (held[2], kind) else kind)
            continue
        if held is not None:
            yield held
        held = (a, b, kind)
    if held is not None:
        yield held


def _hyphened_on(page: Page, b: int) -> int | None:
    """Where what a hyphen joins to a name's end itself ends: "Jae*-in*", "Aix*-en-Provence*"."""
    if page.gap(b) != "-":
        return None
    if page.class_of(b) in _HYPHENED - {"P"}:
        return b + 1 if page.class_of(b) != "C" or page.tag(page.first[b]) in ("PROPN", "X", "") else None
    inside = page.class_of(b) in "Pw" and page.folded[page.first[b]] not in word_lists().tails
    return b + 2 if inside and page.gap(b + 1) == "-" and page.class_of(b + 1) in _HYPHENED else None


def _is_joined(page: Page, before: list[tuple[int, int, str | None]], a: int, kind: str | None) -> bool:
    """Whether two bodies' names are one: "Norgate Life amp Casualty Co.", "Bureau of Ports, Trade and Mines"."""
    if not before or before[-1][2] != kind or kind != "organisation":
        return False
    if before[-1][1] == a - 1:
        return page.words[page.first[a - 1]] == AMPERSAND
    listed = before[-1][1] == a and page.gap(a) == "," and page.class_of(a + 1) == "A"
    return listed and "O" in {page.class_of(i) for i in range(*before[-1][:2])} and page.class_of(a) == "C"


def _until(page: Page, doc: Doc, a: int, b: int, kind: str | None, entities: list[tuple[int, int, str | None]]) -> int:
    """Where a name ends that the pipeline's entity breaks off and its parse goes on with: "Tallink *Mutual* (flat)"."""
    if kind == "person" and page.class_of(b) == "P" and page.gap(b) == " " and page.class_of(b + 1) == "C":
        return b + 2 if page.gap(b + 1) in " -" and page.words[page.first[b]].islower() else b  # "Omar *el-Nuur*"
    if page.gap(b) != " " or page.class_of(b) not in "CY":
        return b
    other = next(((y, k) for x, y, k in entities if x == b), None)
    if other is not None and not kind == other[1] == "person":
        return b
    here, last = page.token(page.first[b]), page.token(page.last[b - 1] - 1)
    if here is None or last is None or not page.dep:
        return b
    start, end = page.span(a, b)
    flat = page.dep[here] == "flat" and start <= page.token_starts[page.head[here]] < end
    several = kind in ("organisation", "place") and doc[here].tag_ in ("NNPS", "NNS")  # "Norgate Lines"
    closes = kind == "person" or several
    if other is not None:
        return other[0] if flat else b  # "Omar Sheikh" and "Nuur"
    return b + 1 if flat or (closes and page.dep[last] == "compound" and page.head[last] == here) else b


def _by_their_fullest(page: Page, entities: list[tuple[int, int, str | None]]) -> list[tuple[int, int, str | None]]:
    """Entities, firms where they begin one's name: "American Norgate" beside "American Norgate Mills Inc."."""
    firms = [
        tuple(page.unit_words(a, b))
        for a, b, kind in entities
        if kind == "organisation" and page.folded[page.last[b - 1] - 1] in word_lists().suffixes
    ]
    begins = {words[:n] for words in firms for n in range(2, len(words))}
    return [
        (a, b, "organisation" if b - a > 1 and tuple(page.unit_words(a, b)) in begins else kind)
        for a, b, kind in entities
    ]


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
    while b - a > 1 and page.class_of(b - 1) in "PIi" and page.gap(b - 1) != "-":  # "Jay-Z" is whole
        b -= 1
    gap, next_gap, left = page.gap(a), page.gap(b), page.class_of(a - 1)
    if kind == "other" or _is_a_code(page, a, b):
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
    if _is_a_body(page, a, b, kind):
        return Name(a, b, "organisation", sure=True)
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
    if _aged(page, b) or (after == "who" and next_gap in " ,"):
        return Name(a, b, "person", sure=True)
    lands = lists.lands | lists.wells if left == "T" or gap == "'" else lists.lands  # "the Sundar well"
    if next_gap == " " and b - a == 1 and after in lists.reigns | lands:
        return Name(a, b, "person" if after in lists.reigns else "place")  # "the Zambezi river"
    if any(w.endswith(("'s", "’s")) for w in page.unit_words(a, b)):
        return Name(a, b, "organisation", sure=True)  # "Sotheby's"
    speaks = next_gap == " " and after in lists.speech
    if kind:
        return Name(a, b, _corrected(page, a, b, kind, speaks))
    if b - a == 1 and recognised:
        return Name(a, b, None, weak=not _is_a_party(page, a, b))
    if gap == "-" and b - a == 1 and left not in "YCP":
        return None
    return Name(a, b, "person" if speaks else _kind_beside(page, a, b, lists))


def _is_a_code(page: Page, a: int, b: int) -> bool:
    """Whether a word is an initial, a virus or a rating of debts, and no name."""
    word = page.words[page.first[a]]
    rated = _RATING.fullmatch(word) is not None and not page.small.isdisjoint(word_lists().rated)
    return b - a == 1 and (page.class_of(a) == "I" or _STRAIN.fullmatch(word) is not None or rated)


def _corrected(page: Page, a: int, b: int, kind: str, speaks: bool) -> str:
    """The kind of an entity, unless its letters or its verb speak against it."""
    word, lists = page.words[page.first[a]], word_lists()
    before = page.folded[page.first[a] - 1] if page.first[a] and page.gap(a) == " " else ""
    trade = b - a > 1 and page.folded[page.last[b - 1] - 1] in lists.firms
    if trade and kind == "place":
        return "organisation"  # "Karhu Lines"
    plain = all(page.class_of(i) in "CY" for i in range(a, b))
    if _says_he(page, b) or (before in lists.done_to_persons and plain and (kind == "place" or b - a == 2)):
        return "person"
    if kind == "place":
        body = _does_business(page, a, b) or _is_a_party(page, a, b)
        return "person" if speaks else "organisation" if body else "place"
    seat = page.gap(b) == "," and bool(page.found[b]) and page.found[b][0].sense == "region"  # "Springfield, Oregon"
    if kind == "organisation" and b - a == 1 and (seat or (before in lists.went_to and not word.isupper())):
        return "place"  # "to visit Balti", "the descent into Stavelot"
    return "organisation" if kind == "person" and b - a == 1 and word.isupper() and len(word) > 2 else kind


def _says_he(page: Page, b: int) -> bool:
    """Whether what follows a name is what a person says of himself: "Ramberg said on Monday he had met her"."""
    lists, after = word_lists(), page.folded[page.last[b - 1] : page.last[b - 1] + 6]
    if page.gap(b) != " " or not after or after[0] not in lists.announcing:
        return False
    told = next((w for w in after[1:] if w not in lists.said_when), "")
    return told in lists.pronouns and told not in lists.itself


def _is_a_body(page: Page, a: int, b: int, kind: str | None) -> bool:
    """Whether the words beside a run say that it is a body's name, whatever the pipeline takes it for."""
    lists = word_lists()
    if b - a == 1 and kind != "person" and page.words[page.first[a]].isupper() and _acts(page, a, b):
        return True
    if b - a > 1 and page.folded[page.first[a]] in lists.begins_firms:
        return True  # "Banco Norgate"
    named = kind in ("person", "place") or (not kind and page.tag(page.first[a]) == "PROPN")
    return named and b - a < 4 and _is_a_company(page, a, b)


def _is_a_party(page: Page, a: int, b: int) -> bool:
    """Whether a name stands where those stand who act: "a deal with Ramberg", "between BP and Ramberg"."""
    lists = word_lists()
    own = page.gap(a) == "'" and page.class_of(a - 1) in "DL"  # "Sweden's Ramberg"
    first = a - 1 if own else a
    before = page.folded[page.first[first] - 1] if page.first[first] and page.gap(first) == " " else ""
    if before in (lists.party_after | lists.business if own else lists.party_after | lists.rivals):
        return True
    if (
        page.class_of(first - 1) == "A"
        and page.class_of(first - 2) == "B"
        and page.gap(first) == page.gap(first - 1) == " "
    ):
        return True
    after = page.folded[page.last[b - 1]] if page.last[b - 1] < len(page.words) else ""
    if own and page.gap(first) in ",|":
        apart = page.gap(first) == page.gap(b) == "," and page.class_of(first - 1) not in "DL"
        return apart or (page.gap(b) == " " and page.tag(page.last[b - 1]) == "VERB" and after not in lists.of_places)
    body = page.folded[page.first[b + 2]] if before == "between" and b + 2 < len(page.first) else ""
    return page.class_of(b) == "A" and page.class_of(b + 1) == "T" and body in lists.org_heads | lists.called


def _is_a_company(page: Page, a: int, b: int) -> bool:
    """Whether the words beside a name say so: "the carrier Tallink", "Aetna's shares", "Aetna said it will close"."""
    lists = word_lists()
    beside = page.gap(a) == " " or page.gap(a) == page.gap(b) == ","  # "its unit, Tallink Lines, said"
    if page.first[a] and beside and page.folded[page.first[a] - 1] in lists.called and b - a < 3:
        return True
    owned = page.folded[max(page.first[a] - 2, 0) : page.first[a]] if page.gap(a) == page.gap(a - 1) == " " else []
    if owned and owned[0] in lists.business_of and owned[-1] in lists.joints:
        return True  # "shares of Karhu"
    after = page.folded[page.last[b - 1] : page.last[b - 1] + 7]
    if len(after) < 3 or page.gap(b) not in "' ":
        return False
    between = lists.said_when if after[0] in lists.announcing else frozenset[str]()  # "said on Monday that it will"
    told = next((i for i, w in enumerate(after[1:-1], 1) if w not in between), 0)
    says = page.gap(b) == " " and after[0] in lists.speech and after[told] in lists.itself
    led = after[0] == "chief" and after[1] in lists.business_chiefs  # "Norgate's chief executive"
    return (
        led or after[0] in lists.business_of or (says and after[told + 1] in lists.business_after | lists.business_of)
    )


def _acts(page: Page, a: int, b: int) -> bool:
    """Whether what follows a name in capitals is what only bodies do: "KTR bought", "M23 rebels"."""
    lists = word_lists()
    after = page.folded[page.last[b - 1]] if page.last[b - 1] < len(page.words) and page.gap(b) in " ," else ""
    listed = page.gap(b) == "," and page.class_of(a) != "I" and page.gap(a) == "|" and page.class_of(b) not in "DL"
    acts = page.gap(b) == " " and (after in lists.acts or _does_business(page, a, b))
    return acts or (listed and _named(page, b))  # "U2, Jay-Z and"


def _named(page: Page, unit: int) -> bool:
    """Whether a capitalised word stands there."""
    return page.words[page.first[unit]][0].isupper()


def _does_business(page: Page, a: int, b: int) -> bool:
    """Whether what is told of a name is what companies do: "Transocean *will drill*", "*built by* Transocean"."""
    lists = word_lists()
    word, unit = page.first[a], b
    if word > 1 and page.gap(a) == " " and page.folded[word - 1] in lists.business_by and page.tag(word - 2) == "VERB":
        return True
    while page.gap(unit) == " " and page.class_of(unit) == "w":
        folded = page.folded[page.first[unit]]
        if folded not in lists.business_after:
            return folded in lists.business
        unit += 1
    return False


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


def _vessels(page: Page, names: list[Name]) -> set[tuple[str, ...]]:
    """The names, folded, of storms and drugs, and of ships and the like, elsewhere with nothing but "the" before."""
    lists = word_lists()
    people = {fold(page.words[page.last[n.b - 1] - 1]) for n in names if n.kind == "person" and n.b - n.a > 1}
    storms: set[tuple[str, ...]] = set()
    at = -1  # where the last storm's name ended
    beside: Counter[tuple[str, ...]] = Counter()
    apart: Counter[tuple[str, ...]] = Counter()
    for name in names:
        if name.sure or name.alias is not None:
            continue
        key = tuple(fold(w) for w in page.unit_words(name.a, name.b))
        before = page.folded[page.first[name.a] - 1] if page.first[name.a] and page.gap(name.a) == " " else ""
        last = page.last[name.b - 1]
        after = set(page.folded[last : last + 2]) if page.gap(name.b) == " " else set()  # "oil rig"
        listed = (name.a == at and page.gap(at) == ",") or (name.a == at + 1 and page.class_of(at) == "A")
        if before in lists.storms or lists.storms.intersection(key) or listed:
            storms |= {key, key[-1:]}
            at = name.b
        elif key[-1] not in people and _is_a_remedy(page, name, before, lists):
            storms.add(key)
        elif lists.craft.intersection(key):
            beside[key] += len(names)  # "Space Shuttle Columbia"
        elif before in lists.vessels or (len(key) > 1 and after & (lists.vessels | lists.wrecks)):
            beside[key] += 1
        elif before != "the":
            apart[key] += 1
    return storms | {key for key in beside if beside[key] > apart[key]}


def _shortened_things(page: Page, names: list[Name], lists: Words) -> set[tuple[str, ...]]:
    """Capitals, folded, that stand for a thing told before them: "a relief valve (RVX)", "the Treaty, or NPX"."""
    found: set[tuple[str, ...]] = set()
    for name in names:
        word, a = page.words[page.first[name.a]], name.a
        joint = page.class_of(a - 1) == "w" and page.folded[page.first[a - 1]] == "or" and page.gap(a - 1) == ","
        told = a - 2 if joint and page.gap(a) == " " else a - 1 if page.gap(a) == "(" else -1
        if name.b - a > 1 or name.alias or not word.isupper() or len(word) < 2 or told < 0:
            continue
        thing = page.folded[page.first[told]] in lists.papers or (
            page.class_of(told) in "wm" and page.words[page.first[told]].islower()
        )
        if thing and page.folded[page.first[told]] not in lists.org_heads | lists.heads:
            found.add((fold(word),))
    return found


def _is_a_remedy(page: Page, name: Name, before: str, lists: Words) -> bool:
    """Whether the words beside a name say that it is taken: "the painkiller Sundol", "a dose of Sundol"."""
    doses = page.folded[page.first[name.a] - 2] if before == "of" and page.first[name.a] > 1 else ""
    return before in lists.remedies or doses in lists.doses


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
            whole = name.sure or len(key(name)) > 1
            if name.kind == "organisation" and whole:
                firsts.add(key(name)[0])
            if name.kind == "person":
                words = tuple(w for w in key(name) if w not in GENERATIONS)
                if len(words) > 1:
                    surnames[words[-1]] = "person"
                    family.add(words[-1])
                    for word in words[:-1]:  # "Lula" of Luiz Inácio Lula da Silva
                        if word not in word_lists().particles and len(word) > 2:
                            surnames.setdefault(word, "person")
    kept = []
    vessels = _vessels(page, names) | _shortened_things(page, names, lists=word_lists())
    for name in names:
        words = key(name)
        if name.kind == "place" and len(words) == 1 and words[0] in firsts and _earns(page, name):
            name.kind, name.alias = "organisation", None  # "Bethlehem" of Bethlehem Mills Corp.
        if _is_a_ship(page, name):
            continue
        if words in vessels or (not name.sure and words[-1] not in surnames and _is_made(page, name)):
            continue
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


def _short_for_firms(page: Page, names: list[Name]) -> list[Name]:
    """Names with hyphens that a firm's name begins with: "Moberg-Clark" beside "Moberg-Clark Corp."."""
    words = {(name.a, name.b): tuple(fold(w) for w in page.unit_words(name.a, name.b)) for name in names}
    firms = {words[n.a, n.b][:-1] for n in names if n.kind == "organisation"}
    return [
        n
        for n in names
        if n.kind == "person"
        and words[n.a, n.b] in firms
        and all(page.gap(i) == "-" for i in range(n.a + 1, n.b))
        and n.b - n.a > 1
    ]


def _earns(page: Page, name: Name) -> bool:
    """Whether a place's name is a firm's here: what is told of it is what firms do."""
    before = page.folded[page.first[name.a] - 1] if page.first[name.a] else ""
    return before not in word_lists().place_before and _does_business(page, name.a, name.b)


def _is_made(page: Page, name: Name) -> bool:
    """Whether a single word after a known company is what it makes or owns: "the Ford Sundar"."""
    return name.b - name.a == 1 and page.class_of(name.a - 1) == "B" and page.gap(name.a) == " "


def _is_a_ship(page: Page, name: Name) -> bool:
    """Whether a known company is the first word of what sank or spilt: "the Exxon Valdez oil spill"."""
    lists, b = word_lists(), name.b
    owner = page.class_of(name.a) == "B" and b - name.a == 1 and page.gap(b) == " " and page.class_of(b) == "C"
    return owner and bool(lists.wrecks.intersection(page.folded[page.last[b] : page.last[b] + 2]))


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
