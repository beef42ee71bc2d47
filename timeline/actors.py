"""Mentions → who is who: the actors of one article, each with all the words that name it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from timeline import coreference, names
from timeline.gazetteer import GENERATIONS, WORD, Entry, Gazetteer, GazetteerError, fold, load, slug, surname
from timeline.making import Who, gender
from timeline.model import Actor, Span
from timeline.roles import Title, known_words, read_title
from timeline.units import AMPERSAND, Name, Page, add_parse, read_page, word_lists

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from timeline.clean import Block

__all__ = ["GazetteerError", "MentionIndex", "is_named", "load", "mention_index", "mention_tokens", "read_actors"]

_REMEMBERED = 3 * 365  # days after an office for which a surname alone still means its holder
_NICKNAME = re.compile(r"\s*[\"“][^\"“”]*[\"”]\s*")  # 'Elizabeth "Liz" Moberg'
_ABOUT = 3  # mentions from which an article may be about a country
_IN_PART = 2  # words of a firm's name that mean it
_ALONE = 3  # times as often as any other it is named then: a visit is about two countries


def read_actors(
    doc: Doc,
    *,
    blocks: Sequence[Block] = (),
    gazetteer: Gazetteer | None = None,
    on: date | None = None,
) -> tuple[Actor, ...]:
    """The actors of a parsed text, in the order of their first mention.

    `blocks` are those of `clean.blocks` (none: all is body), `on` is the day whose roles hold.
    """
    gazetteer = gazetteer or load()
    page = read_page(doc.text, gazetteer, blocks)
    add_parse(page, doc)
    found = names.find(page, gazetteer, doc)
    people = _unite(page, found, gazetteer, on)
    coreference.surnames(page, people)
    coreference.describe(page, people, found, gazetteer, on)
    coreference.refer(page, people)
    _settle_homes(people, gazetteer)
    return _actors(people, on)


# --------------------------------------------------------------------------------------- uniting
def _unite(page: Page, found: list[Name], gazetteer: Gazetteer, on: date | None) -> list[Who]:
    """Names of one actor brought together: known ones by entry, others by their words."""
    known: dict[str, Who] = {}
    persons: list[tuple[Name, tuple[str, ...]]] = []
    others: list[tuple[Name, tuple[str, ...]]] = []
    firms = _first_words_of_firms(page, found)
    for name in found:
        words = tuple(fold(w) for w in page.unit_words(name.a, name.b))
        if _of_descent(page, name):
            spoken = " ".join(page.words[page.first[name.a] - 1 : page.last[name.a]])
            if spoken.endswith("s"):  # "ethnic Albanians"; "ethnic Albanian rebels" are told of as rebels
                who = known.setdefault(fold(spoken), Who("group"))
                who.spans.append(page.span(name.a, name.b))
                who.forms[spoken[0].upper() + spoken[1:]] += 1
        elif name.alias and name.b - name.a == 1:
            entry = _meant(page, name, gazetteer)
            who = known.setdefault(entry.id, Who(entry.kind, entry))
            _mention(page, who, name, gazetteer)
        elif name.kind == "person" and not _is_a_firms(name, words, firms):
            persons.append((name, words))
        else:
            others.append((replace(name, kind="organisation") if name.kind == "person" else name, words))
    _unite_persons(page, persons, known, gazetteer, on)
    _unite_others(page, others, known, gazetteer)
    for name in found:
        for entry, span in _nested(page, name, gazetteer):
            known.setdefault(entry.id, Who(entry.kind, entry)).spans.append(span)
    people = list(known.values())
    _shorten(page, found, people)
    _name_in_part(page, people)
    return [who for who in people if who.spans]


def _first_words_of_firms(page: Page, found: list[Name]) -> dict[str, int]:
    """The first words of bodies' names, and where each is named in full, without those that are a person's, too."""
    said = [(n, [fold(w) for w in page.unit_words(n.a, n.b)]) for n in found]
    firms: dict[str, int] = {}
    for n, words in said:
        if n.kind == "organisation":
            firms.setdefault(words[0], n.a if len(words) > 1 or n.sure else len(page.first))
    people = [(n, words) for n, words in said if n.kind == "person" and not _is_of_a_trade(words)]
    borne = {w for n, words in people if len(words) > 1 or _is_titled(n) for w in words}
    return {word: at for word, at in firms.items() if word not in borne}


def _is_a_firms(name: Name, words: tuple[str, ...], firms: Mapping[str, int]) -> bool:
    """Whether words are of a body, whatever they were taken for: "Tessel Marine … Tessel", "Tessel … Tessel Steel"."""
    if words[0] not in firms or _is_titled(name):
        return False
    return _is_of_a_trade(words) or (len(words) == 1 and firms[words[0]] < name.a)


def _is_of_a_trade(words: Sequence[str]) -> bool:
    """Whether a name ends as firms' names do, "Tessel Steel"; there are people of such a name, too."""
    return len(words) > 1 and words[-1] in word_lists().firms


def _is_titled(name: Name) -> bool:
    """Whether the words around a name say that it is a person's: "Mr. Kos", "Minister Kos"."""
    return bool(name.title or name.role or name.gender)


def _of_descent(page: Page, name: Name) -> bool:
    """Whether a people is named for its forebears or its part of the world: "ethnic Albanians", "South American"."""
    first = page.first[name.a]
    demonym = name.b - name.a == 1 and page.class_of(name.a) == "D" and page.gap(name.a) == " "
    if not demonym or not first:
        return False
    before, lists = page.folded[first - 1], word_lists()
    return before in lists.descent or (before in lists.continents and page.words[first - 1][0].isupper())


def _nested(page: Page, name: Name, gazetteer: Gazetteer) -> Iterable[tuple[Entry, tuple[int, int]]]:
    """The countries and places inside a longer name: "the *U.S.* Air Force", "University of *Oslo*"."""
    if name.kind == "person":
        return
    if name.b - name.a == 1:
        size = page.last[name.a] - page.first[name.a]
        if not name.alias or size < 2:
            return
        whole = gazetteer.entries[name.alias.target]
        a = page.first[name.a]
        for part in gazetteer.match(page.folded, page.words, a, a + size - 1):
            entry = gazetteer.entries.get(part.target)
            if entry and entry.kind == "country" and whole.country and entry.country == whole.country:
                yield entry, (page.starts[a], page.ends[a + len(part.words) - 1])
        return
    for i in range(name.a, name.b):
        c = page.class_of(i)
        if i > name.a and i == name.b - 1 and c == "D" and page.class_of(i - 1) == "C":
            continue  # "Air Canada" is not Canada
        if c in "DL" and (i == name.a or page.class_of(i - 1) in "OoT" or c == "D"):
            if c == "D" and page.folded[page.last[name.b - 1] - 1] in word_lists().media:
                continue  # "the Canadian Press" is not Canada
            yield gazetteer.entries[page.found[i][0].target], page.span(i, i + 1)


def _shorten(page: Page, found: list[Name], people: list[Who]) -> None:
    """Add the short forms that are a body's last word: "the Council", "the Academy"."""
    bodies: dict[str, list[Who]] = {}
    for who in people:
        if who.kind in ("organisation", "group"):
            last = {fold(form.split()[-1]) for form in who.forms if len(form.split()) > 1}
            for word in last & word_lists().org_heads:
                bodies.setdefault(word, []).append(who)
    if not bodies:
        return
    covered = {i for n in found for i in range(n.a, n.b)}
    for i in range(1, len(page.first)):
        if page.class_of(i) != "K" or page.class_of(i - 1) != "T" or i in covered:
            continue
        if page.gap(i) != " " or (page.gap(i + 1) == " " and page.class_of(i + 1) in "KCYMHO"):
            continue
        fit = bodies.get(page.folded[page.first[i]], [])
        if len(fit) == 1:
            fit[0].spans.append(page.span(i, i + 1))


def _name_in_part(page: Page, people: list[Who]) -> None:
    """Let the first two words of a firm's name mean it, and no people: "American Medical" of A. M. Holdings Inc."""
    firsts: dict[tuple[str, ...], list[Who]] = {}
    for who in people:
        if who.kind == "organisation" and not who.entry:
            for form in who.forms:
                words = _plain(tuple(fold(w) for w in WORD.findall(form)), word_lists().suffixes)
                if len(words) > _IN_PART and who not in firsts.setdefault(words[:_IN_PART], []):
                    firsts[words[:_IN_PART]].append(who)
    craft = word_lists().vessels | word_lists().wrecks
    ships = {  # "the Sund Horizon rig": no part of the Sund Horizon Incident Centre
        (first, second)
        for first, second, *after in zip(page.folded, *(page.folded[n:] for n in (1, 2, 3)), strict=False)
        if (first, second) in firsts and not craft.isdisjoint(after)
    }
    firsts = {words: owners for words, owners in firsts.items() if len(owners) == 1 and words not in ships}
    if not firsts:
        return
    taken = {c for who in people if who.kind != "country" for a, b in who.spans for c in (a, b)}
    whole = {span for who in people for span in who.spans}  # "Hong Kong"
    for i in range(len(page.words) - 1):
        owners = firsts.get((page.folded[i], page.folded[i + 1]), [])
        start, end = page.starts[i], page.ends[i + 1]
        capitals = page.words[i][0].isupper() and page.words[i + 1][0].isupper() and page.gaps[i + 1] == " "
        if owners and capitals and not {start, end} & taken and (start, end) not in whole:
            owners[0].spans.append((start, end))
            for who in people:
                if who.kind == "country":
                    who.spans = [s for s in who.spans if not start <= s[0] < end]


def _mention(page: Page, who: Who, name: Name, gazetteer: Gazetteer) -> None:
    start, end = page.span(name.a, name.b)
    if who.entry and page.text[end : end + 2] in {"'s", "’s"} and f"{page.text[start:end]}'s" in who.entry.names:
        end += 2  # "McDonald's"
    if name.kind == "organisation" and not who.entry and _armed(page, name):
        who.kind = "group"
    if name.kind in ("organisation", "place") and not who.entry and not who.country:
        _belong(page, who, name, gazetteer)
    who.spans.append((start, page.span(name.a, name.until)[1] if name.until else end))
    crown = _crowned(page, name) if name.b - name.a == 1 else None
    form = " ".join("&" if w == AMPERSAND else w for w in _NICKNAME.sub(" ", page.text[start:end]).split())
    if name.kind == "place" and form.isupper() and page.blocks[page.first[name.a]] == "dateline":
        form = form.title()  # "KARA - "
    who.forms[f"{crown.title()} {form}" if crown else form] += 1
    if name.gender in ("m", "f"):
        who.gender = name.gender
    for units, before in ((name.title, True), (name.role, False)):
        if units:
            title = read_title(page, *units)
            if before and name.whose and title.country is None:
                title.country = gazetteer.entries[page.found[name.whose][0].target].country
                title.text = f"{title.text.removesuffix('s')} of {page.unit_words(name.whose, name.whose + 1)[-1]}"
            who.titles.append(title)
            if title.span and (before or title.country or title.of or len(title.words) > 1):
                who.spans.append(title.span)
    whose = page.found[name.a - 1] if page.gap(name.a) == "'" and page.class_of(name.a - 1) in "CD" else ()
    if name.kind == "person" and not name.title and whose:
        code = whose[0].target.partition(":")[2].upper()  # "Spain's Ana Ruiz"
        who.country = who.country or (code if len(code) == 2 else None)


def _armed(page: Page, name: Name) -> bool:
    """Whether a body's name is an armed group's: "the Kosovo Liberation Army"."""
    words = page.folded[page.first[name.a] : page.last[name.b - 1]]
    lists = word_lists()
    return words[-1] in lists.armed or (words[-1] in lists.national and "liberation" in words)


def _belong(page: Page, who: Who, name: Name, gazetteer: Gazetteer) -> None:
    """Whose a body is: "the Iranian Foreign Ministry" acts for Iran."""
    alias = page.found[name.a][0] if page.found[name.a] else None
    if name.kind == "organisation" and name.b - name.a > 1 and alias and page.class_of(name.a) == "D":
        code = alias.target.partition(":")[2].upper()
        if len(code) == 2:
            who.country = code
            inner = {page.class_of(i) for i in range(name.a + 1, name.b)}
            if inner <= {"M", "K"} and page.folded[page.last[name.b - 1] - 1] in word_lists().national:
                who.of = alias.target
                people = {"US": "US", "GB": "British"}.get(code) or gazetteer.entries[alias.target].people
                said = page.unit_words(name.a, name.a + 1)
                if page.gap(name.a + 1) == " " and people not in {"US", "British"}:
                    people = None  # "China Development Bank" is no "Chinese"
                own = people or " ".join(said)  # a people without a name here: the words said
                who.national = " ".join([own, *page.unit_words(name.a + 1, name.b)])
    elif name.until and page.class_of(name.until - 1) == "D":
        code = page.found[name.until - 1][0].target.partition(":")[2].upper()
        who.country = code if len(code) == 2 else None


def _meant(page: Page, name: Name, gazetteer: Gazetteer) -> Entry:
    """The entry that a known name means here: a capital that acts is its government."""
    alias = page.found[name.a][0]
    entry = gazetteer.entries[alias.target]
    if alias.sense == "capital" and entry.stands_for and acts(page, name.a):
        return gazetteer.entries[entry.stands_for]
    return entry


def acts(page: Page, unit: int) -> bool:
    """Whether a capital stands for its government: "Moscow agreed", not "met in Moscow"."""
    lists = word_lists()
    word = page.first[unit]
    if page.blocks[word] in ("dateline", "furniture"):
        return False
    if page.gap(unit) == "|" and page.words[word].isupper():
        return False  # "MOSCOW - …"
    if page.gap(unit) == " " and page.class_of(unit - 1) in "CM":
        return False  # "Little Havana"
    if page.class_of(unit + 1) in "DL" and page.gap(unit + 1) == ",":
        return False
    first = unit
    while page.class_of(first - 1) == "A" and page.class_of(first - 2) in "LD" and page.gap(first) == " ":
        first -= 2  # "between Washington and Moscow": what stands before the first says it
    before = page.folded[page.first[first] - 1] if page.first[first] and page.gap(first) == " " else ""
    if before in ("the", "both") and page.first[first] > 1:
        before = page.folded[page.first[first] - 2] if before == "the" else "both"
    if before in ("from", "on") and page.first[first] > 1:
        return page.folded[page.first[first] - 2] in lists.from_after
    if before in lists.place_after:
        return False
    if before in lists.government_after:
        return True
    beside = page.folded[page.last[unit]] if page.last[unit] < len(page.words) else ""
    if page.gap(unit + 1) == "'":
        return page.class_of(unit + 1) in "wmhM" and beside not in lists.local
    if page.gap(unit + 1) == " " and beside in lists.rule:
        return True
    last = unit
    while page.class_of(last + 1) == "A" and page.class_of(last + 2) in "LD" and page.gap(last + 1) == " ":
        last += 2
    token = page.token(page.first[unit])
    if token is not None and page.dep:
        if page.dep[token].startswith("nsubj"):
            return True
        if page.dep[token] == "conj" and page.dep[page.head[token]].startswith("nsubj"):
            return True
    if page.gap(last + 1) == " " and page.class_of(last + 1) == "w":
        following = page.first[last + 1]
        tag = page.tag(following)
        return tag in ("VERB", "AUX") or (not tag and page.folded[following] in lists.speech)
    return False


def _unite_persons(
    page: Page,
    persons: list[tuple[Name, tuple[str, ...]]],
    known: dict[str, Who],
    gazetteer: Gazetteer,
    on: date | None,
) -> None:
    full: dict[tuple[str, ...], Who] = {}
    for who in known.values():
        if who.kind == "person" and who.entry:
            for form in who.forms:
                full.setdefault(tuple(fold(w) for w in WORD.findall(form)), who)
    for name, words in persons:
        if len(_spoken(words)) < 2:
            continue
        same = full.get(words) or _same_full(words, full)
        if same is None:
            entry = gazetteer.exact(_ends(words))
            key = entry.id if entry and entry.kind == "person" else f"person {' '.join(words)}"
            same = known.setdefault(key, Who("person", entry if key == (entry and entry.id) else None))
        full.setdefault(words, same)
        _mention(page, same, name, gazetteer)
    everybody = list(dict.fromkeys(full.values()))
    by_surname: dict[str, list[Who]] = {}
    by_given: dict[str, list[Who]] = {}
    for who in everybody:
        for form in _forms(who):
            for key in {surname(form), surname(form).split()[-1]}:
                if who not in by_surname.setdefault(key, []):
                    by_surname[key].append(who)
            inner = [w for w in map(fold, form.split()[1:-1]) if len(w) > 2 and w not in word_lists().particles]
            for given in (fold(form.split()[0]), *inner):  # "Lula" for Luiz Inácio Lula da Silva
                if who not in by_given.setdefault(given, []):
                    by_given[given].append(who)
    _unite_single_names(page, persons, (by_surname, by_given), known, gazetteer, on)


def _unite_single_names(
    page: Page,
    persons: list[tuple[Name, tuple[str, ...]]],
    borne: tuple[dict[str, list[Who]], dict[str, list[Who]]],
    known: dict[str, Who],
    gazetteer: Gazetteer,
    on: date | None,
) -> None:
    """Let a name of one word mean one of those who bear it as a surname or a given name, else somebody else."""
    by_surname, by_given = borne
    bare = [(n, words) for n, words in persons if len(words) == 1 and not _is_titled(n)]
    alone = Counter(words[0] for n, words in bare if not page.quoted[page.first[n.a]])
    for name, words in persons:
        if len(_spoken(words)) >= 2:
            continue
        spoken = " ".join(w for w in words if len(w) > 1)
        candidates = by_surname.get(spoken) or by_given.get(spoken) or []
        crowned = _crowned(page, name)
        if crowned:
            candidates = [w for w in candidates if _bears(w, crowned)]
            spoken = f"{crowned} {spoken}"
        others = [w for w in candidates if name.gender in ("m", "f") and gender(w) not in (None, name.gender)]
        candidates = [w for w in candidates if w not in others]  # "Mrs. Kos" is not Jan Kos
        if others and not candidates:
            spoken = f"{page.folded[page.first[name.a] - 1]} {spoken}"
        if len(candidates) > 1:
            candidates = _told_apart(page, name, candidates, on) or _called_so(page, name, candidates, alone)
        if not candidates:
            entry = _holder(page, name, spoken, gazetteer, on) if not by_surname.get(spoken) else None
            key = entry.id if entry else f"person {spoken}"
            candidates = [known.setdefault(key, Who("person", entry))]
            for key in {spoken, words[-1]}:  # "Al Gore … Mr. Gore"
                if not by_surname.get(key):
                    by_surname[key] = candidates
        _mention(page, candidates[0], name, gazetteer)
        if others and not candidates[0].entry:
            candidates[0].forms[page.text[page.starts[page.first[name.a] - 1] : page.span(name.a, name.b)[1]]] += 1
        if not _is_titled(name):
            candidates[0].plain.add(spoken)


def _crowned(page: Page, name: Name) -> str | None:
    """The royal title before a name, folded, or None."""
    if name.title:
        word = page.folded[page.first[name.title[1] - 1]]
        return word if word in word_lists().royal else None
    return None


def _bears(who: Who, title: str) -> bool:
    roles = who.entry.roles if who.entry else ()
    return any(title in t.words for t in who.titles) or any(title in known_words(r.words) for r in roles)


def _forms(who: Who) -> Iterable[str]:
    return [*who.forms, *who.entry.names, *who.entry.short] if who.entry else list(who.forms)


def _spoken(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a name that are no particles: "de Mistura" is one, a surname."""
    return tuple(w for w in words if w not in word_lists().particles)


def _same_full(words: tuple[str, ...], full: dict[tuple[str, ...], Who]) -> Who | None:
    """The person of another full form that cannot be somebody else: initials, middle names."""
    bare = _bare(words)
    nicknames = word_lists().nicknames
    for form, who in full.items():
        other = _bare(form)
        if bare[-1] != other[-1]:
            continue
        if len(bare) > 2 < len(other) and {w[0] for w in bare[1:-1]}.isdisjoint(w[0] for w in other[1:-1]):
            continue  # "Jan Ode Kos" is not "Jan Pall Kos"
        if (
            bare[0] == other[0]
            or frozenset((bare[0], other[0])) in nicknames
            or (min(len(bare[0]), len(other[0])) == 1 and bare[0][0] == other[0][0])
        ):
            return who
        if len(other) > 2 and bare[0] in other[1:-1]:
            return who
        if len(bare) > 2 and len(bare[0]) == 1 and bare[1] == other[0]:  # "W. Mark Felk" after "Mark Felk"
            return who
    return None


def _ends(words: tuple[str, ...]) -> tuple[str, ...]:
    """A full name without initials and generation: James A. Baker III → James Baker."""
    bare = _bare(words)
    return tuple(w for i, w in enumerate(bare) if i in (0, len(bare) - 1) or len(w) > 1)


def _bare(words: tuple[str, ...]) -> tuple[str, ...]:
    kept = [w for w in words if w not in GENERATIONS] or list(words)
    return tuple(w for i, w in enumerate(kept) if i in (0, len(kept) - 1) or len(w) > 1)


def _told_apart(page: Page, name: Name, candidates: list[Who], on: date | None) -> list[Who]:
    """Of several of one surname, the one whom the title or the honorific means; else none."""
    if name.title:
        words = read_title(page, *name.title).words
        fit = [w for w in candidates if any(words <= t.words for t in w.titles)]
        if len(fit) == 1:
            return fit
    if name.gender in ("m", "f"):
        fit = [w for w in candidates if gender(w) == name.gender]
        if len(fit) == 1:
            return fit
    start = page.starts[page.first[name.a]]
    fit = [w for w in candidates if min(w.spans)[0] < start]
    if len(fit) > 1 and on is not None:  # "Obama", where Michelle Obama is told of, too
        fit = [w for w in fit if w.entry and w.entry.in_the_news(on, _REMEMBERED)]
    return fit if len(fit) == 1 else []


def _called_so(page: Page, name: Name, candidates: list[Who], alone: Counter[str]) -> list[Who]:
    """Of several of one surname, the one who was called by it alone, before Ana Kos came, too; else none.

    Else the nearest before, where the others are called "Ana" as a rule: `alone` says how often a name stands alone.
    """
    start, word = page.starts[page.first[name.a]], fold(page.unit_words(name.a, name.b)[-1])
    before = [w for w in candidates if min(w.spans)[0] < start]
    called = [w for w in before if word in w.plain]
    if not called and before:
        whole = {w: [a for a, b in w.spans if a < start and fold(page.text[a:b]).endswith(word)] for w in before}
        called = [max(before, key=lambda w: max(whole[w], default=0))]
        given = [w for w in before if any(2 * alone[fold(f.split()[0])] >= alone[word] for f in _forms(w))]
        called = called if len(given) == len(before) - 1 and called[0] not in given else []
    return called if len(called) == 1 else []


def _holder(page: Page, name: Name, spoken: str, gazetteer: Gazetteer, on: date | None) -> Entry | None:
    """The known person of a surname alone, if only one can be meant on that day."""
    ids = gazetteer.surnames.get(spoken, ())
    entries = [gazetteer.entries[i] for i in ids]
    if on is not None:
        for days in (0, _REMEMBERED):  # who is in office, else who was of late
            held = [e for e in entries if e.in_the_news(on, days)]
            if held:
                return held[0] if len(held) == 1 else None
    if name.title:
        words = read_title(page, *name.title).words
        fit = [e for e in entries if any(words <= known_words(r.words) for r in e.roles)]
        if len(fit) == 1:
            return fit[0]
    return entries[0] if len(entries) == 1 and on is None else None


def _unite_others(
    page: Page, others: list[tuple[Name, tuple[str, ...]]], known: dict[str, Who], gazetteer: Gazetteer
) -> None:
    lists = word_lists()
    full: dict[tuple[str, ...], Who] = {}
    for name, words in others:
        plain = _plain(words, lists.suffixes)
        if name.b - name.a > 1 and page.class_of(name.a) == "D":  # "Iran's Parliament", "the Iranian Parliament"
            plain = (page.found[name.a][0].target, *plain[len(page.found[name.a][0].words) :])
        if plain not in full:
            full[plain] = known[f"other {' '.join(plain)}"] = Who(name.kind or "organisation")
        _mention(page, full[plain], name, gazetteer)
    initials: dict[str, list[Who]] = {}
    firsts: dict[str, list[Who]] = {}
    for who in known.values():
        if who.kind in ("organisation", "group", "place"):
            for form in _forms(who):
                words = tuple(fold(w) for w in WORD.findall(form))
                if len(words) > 1:
                    letters = "".join(w[0] for w in words if w not in ("of", "the", "and", "for"))
                    for table, key in ((initials, letters), (firsts, words[0])):
                        if who not in table.setdefault(key, []):
                            table[key].append(who)
    for plain, who in sorted(full.items(), key=lambda item: -len(item[0])):
        if len(plain) > _IN_PART:
            continue
        form = next(iter(who.forms))
        target: list[Who] = []
        if len(plain) == _IN_PART:  # "Bristol Norgate" of Bristol Norgate Mills Inc.
            longer = [w for words, w in full.items() if len(words) > _IN_PART and words[:_IN_PART] == plain]
            target = [w for w in longer if w.kind == who.kind == "organisation"]
        elif form.isupper() and len(form) > 1:
            target = initials.get(plain[0], [])
        if not target and len(plain) > 1:  # "the People's Union" of the Danish People's Union
            target = [w for words, w in full.items() if words[0].startswith("country:") and words[1:] == plain]
        if not target and len(plain) == 1 and not who.entry:
            target = _other_half(plain[0], known, gazetteer)
        if not target and len(plain) == 1 and who.kind != "place" and not who.entry:
            target = [w for w in firsts.get(plain[0], []) if w.kind != "place"]
        target = [w for w in target if w in known.values()]
        if len(target) == 1 and target[0] is not who:
            _join(target[0], who)
            key = next(k for k, w in known.items() if w is who)
            del known[key]


def _other_half(word: str, known: dict[str, Who], gazetteer: Gazetteer) -> list[Who]:
    """The country that "the North" is where the text has the North or the South of it: "North Korea"."""
    lists, found = word_lists(), list[Who]()
    if word not in lists.halves:
        return []
    for who in [w for w in known.values() if w.kind == "country" and w.entry]:
        first, _, rest = (who.entry.name if who.entry else "").partition(" ")
        entry = gazetteer.exact((word, fold(rest))) if fold(first) in lists.halves else None
        if entry is not None and entry.kind == "country":
            found.append(known.setdefault(entry.id, Who("country", entry)))
    return list(dict.fromkeys(found))


def _join(into: Who, who: Who) -> None:
    into.forms.update(who.forms)
    into.spans += who.spans
    into.titles += who.titles


def _plain(words: tuple[str, ...], suffixes: frozenset[str]) -> tuple[str, ...]:
    end = len(words)
    while end > 1 and words[end - 1] in suffixes:
        end -= 1
    return words[:end]


def _settle_homes(people: list[Who], gazetteer: Gazetteer) -> None:
    """Give a minister of no named country the one that the article is about, if it is about one.

    Where that country's holders of the office are known by name, somebody else is another country's.
    """
    counts = Counter({w.entry.country: len(w.spans) for w in people if w.kind == "country" and w.entry})
    ranked = counts.most_common(2)
    if not ranked or ranked[0][1] < _ABOUT or (len(ranked) > 1 and ranked[1][1] * _ALONE > ranked[0][1]):
        return
    home = ranked[0][0]
    officials = [e for e in gazetteer.entries.values() if e.kind == "person" and e.country == home]
    for who in people:
        if who.kind == "person" and not who.entry and not any(t.country or t.of for t in who.titles):
            said = [t.words for t in who.titles if not t.past]
            office = next((w for w in said if "minister" in w or w in ({"president"}, {"attorney", "general"})), None)
            if office and not any(office == known_words(r.words) for e in officials for r in e.roles):
                who.country = home  # "President Ashraf Ghani" in an article about the US is not theirs


# ----------------------------------------------------------------------------------------- actors
def _actors(people: list[Who], on: date | None) -> tuple[Actor, ...]:
    made: dict[str, Actor] = {}
    for who in sorted(people, key=lambda w: min(w.spans)):
        actor = _actor(who, on)
        if actor.id in made:
            old = made[actor.id]
            spans = sorted({(m.start, m.end) for m in old.mentions + actor.mentions})
            actor = Actor(
                old.id,
                old.name,
                old.kind,
                old.country or actor.country,
                old.role or actor.role,
                old.of or actor.of,
                tuple(Span(*s) for s in spans),
            )
        made[actor.id] = actor
    return tuple(made.values())


def _actor(who: Who, on: date | None) -> Actor:
    entry = who.entry
    country = entry.country if entry else who.country
    of = entry.of if entry else who.of
    role = None
    if who.kind == "person":
        current = [t for t in who.titles if not t.past and t.text]
        best = max(current, key=lambda t: (t.country is not None or t.of is not None, len(t.words)), default=None)
        if best and not entry:
            country, of = country or best.country, of or best.of
        role = _known_role(entry, best, on) or (best.text if best else None)
        if not country:
            country = next((t.country for t in who.titles if t.country), None)
    name = who.name
    ident = entry.id if entry else f"{who.kind}:{slug(_canonical(who))}"
    spans = tuple(Span(*s) for s in sorted(set(who.spans)))
    return Actor(ident, name, who.kind, country, role, of, spans)


def _canonical(who: Who) -> str:
    """The words of an id: without what one article writes and another leaves out."""
    words = WORD.findall(who.name)
    if who.kind == "person":
        kept = [w for i, w in enumerate(words) if i in (0, len(words) - 1) or len(fold(w)) > 1]
        return " ".join(w for w in kept if fold(w) not in GENERATIONS) or who.name
    while len(words) > 1 and fold(words[-1]) in word_lists().suffixes:
        words = words[:-1]
    return " ".join(words)


def _known_role(entry: Entry | None, said: Title | None, on: date | None) -> str | None:
    """A known person's role: the one held on the day, or that the text's own words name."""
    if entry is None or not entry.roles:
        return None
    if on is not None:
        held = entry.roles_on(on)
        return held[-1].words if held else None
    if said is not None:
        for role in entry.roles:
            if said.words <= known_words(role.words):
                return role.words
        return None
    return entry.roles[0].words if len(entry.roles) == 1 else None


# ------------------------------------------------------------------------------- for the next room
class MentionIndex:
    """Which actor the characters of a text name; the shortest mention where several nest."""

    def __init__(self, actors: Iterable[Actor]) -> None:
        self.actors = {a.id: a for a in actors}
        self._at: dict[int, tuple[int, str]] = {}
        for actor in self.actors.values():
            for m in actor.mentions:
                size = m.end - m.start
                for c in range(m.start, m.end):
                    if c not in self._at or self._at[c][0] > size:
                        self._at[c] = (size, actor.id)

    def at(self, offset: int) -> Actor | None:
        """The actor whose mention covers a character, or None."""
        found = self._at.get(offset)
        return self.actors[found[1]] if found else None

    def within(self, start: int, end: int) -> tuple[Actor, ...]:
        """The actors mentioned between two characters, in order, each once."""
        ids = dict.fromkeys(self._at[c][1] for c in range(start, end) if c in self._at)
        return tuple(self.actors[i] for i in ids)


def mention_index(actors: Iterable[Actor]) -> MentionIndex:
    """The actors by the characters that name them."""
    return MentionIndex(actors)


def mention_tokens(doc: Doc, actors: Iterable[Actor]) -> dict[int, str]:
    """Token index → actor id; the shortest mention where several nest ("U.S." in "U.S. envoy")."""
    sized: dict[int, tuple[int, str]] = {}
    for actor in actors:
        for m in actor.mentions:
            span = doc.char_span(m.start, m.end, alignment_mode="contract")
            for token in span or ():
                size = m.end - m.start
                if token.i not in sized or sized[token.i][0] > size:
                    sized[token.i] = (size, actor.id)
    return {i: ident for i, (_, ident) in sorted(sized.items())}


def is_named(words: str) -> bool:
    """Whether a mention's words are a name, and no pronoun and no description."""
    first = words.split()[0].lower() if words.split() else ""
    return first not in word_lists().pronouns and first != "the"
