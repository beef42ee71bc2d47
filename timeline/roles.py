"""The title before a person's name and the role after it: where they stand, and what they say."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from timeline.gazetteer import fold, load
from timeline.units import Name, Page, Words, read_page, word_lists

_OFFICE = 12  # units of an office told with whose it is
_SHORT = {  # how a role names the two that it names most
    "u.s.": "US",
    "u.s": "US",
    "us": "US",
    "usa": "US",
    "american": "US",
    "united states": "US",
    "u.n.": "UN",
    "u.n": "UN",
    "united nations": "UN",
    "u.k.": "UK",
}


@dataclass(slots=True)
class Title:
    """What a title or a description says: its words, whose it is, and whether it is past."""

    text: str
    words: frozenset[str]  # folded, without whose it is
    country: str | None = None
    of: str | None = None
    past: bool = False
    span: tuple[int, int] | None = None  # characters


def entitle(page: Page, name: Name, lists: Words) -> None:
    """Find the title before a person's name, and the role after it."""
    unsure = name.kind in ("organisation", "place") and not name.sure and name.alias is None
    guessed = unsure and name.b - name.a > 1
    if name.kind not in ("person", None) and not guessed:
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
    elif name.kind != "person" and (role := _role_after(page, name.b)):
        heads = [page.folded[page.first[k]] for k in range(*role) if page.class_of(k) in "HhF"]
        if not set(heads) <= lists.shared:
            name.kind, name.role, name.sure = "person", role, True


def _title_before(page: Page, at: int, end: int) -> int | None:
    """Where the title begins that ends right before unit `at`, of a name that ends at `end`."""
    if not at:
        return None
    if page.gap(at) == ",":  # "The Russian foreign minister, Sergei Lavrov, said"
        begin = _title_ending(page, at)
        if begin is None and page.class_of(at) == "N":
            begin = _whole_office(page, at)
        if begin is None or page.gap(end) not in ",|":
            return None
        whose = any(page.gap(k) == "'" for k in range(begin + 1, at))
        theirs = begin > 0 and page.folded[page.first[begin] - 1] in word_lists().pronouns  # "her Greek counterpart, X"
        return begin if whose or theirs or page.class_of(begin - 1) == "T" else None
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
        if page.class_of(j - 1) == "Q" and page.folded[page.last[j - 1] - 1] in word_lists().halls:
            break  # "received at the Lund Palace Trade Minister X"
        j -= 1
    return j


def _whole_office(page: Page, at: int) -> int | None:
    """Where an office begins that ends right before unit `at`: "the Minister of Trade of the State of Togo, Mr X"."""
    begins = (k + 1 for k in range(at - 2, max(0, at - _OFFICE) - 1, -1) if page.class_of(k) == "T")
    return next((k for k in begins if (office := description_at(page, k)) and office[1] == at), None)


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
    if role and page.gap(role[1]) == "," and page.class_of(role[1]) == "N":
        return None  # or between commas: "Mrs Y, the Minister of Trade of Togo, Mr X, met"
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


def read_title(page: Page, a: int, b: int) -> Title:
    """What the units of a title say: "U.S. Special Envoy for Syria" → US, special envoy Syria."""
    gazetteer = page.gazetteer
    lists = word_lists()
    country = of = assumed = None
    words: list[str] = []
    text: list[str] = []
    past = False
    joint = False
    head = False
    for i in range(a, b):
        c = page.class_of(i)
        shown = " ".join(page.unit_words(i, i + 1))
        folded = page.folded[page.first[i]]
        alias = page.found[i][0] if page.found[i] else None
        gap = page.gap(i) if i > a else ""
        if c == "F" and alias:
            office = gazetteer.offices.get(alias.target)
            if office and (office.country is None or office.country in page.countries or not page.countries):
                country = country or office.country
                whole = i + 1 == len(page.first) or page.folded[page.first[i + 1]] != "of"
                named = whole and page.words[page.first[i]][0].isupper()
                assumed = office.of if named and _is_of_the_story(page, office.of) else None
            words += alias.words
        elif alias and not (joint and _about(page, i)):
            entry = gazetteer.entries.get(alias.target)
            if entry and c in "DBL":
                if c != "L" or not entry.stands_for:
                    country = country or entry.country
                if c == "B":
                    of = of or entry.id
                    words += [w for w in alias.words if head]
            if not joint and c in "DB":
                shown = _SHORT.get(shown.lower(), shown)
        elif folded in lists.past and not head:
            past = True
        elif c == "N":
            shown = lists.abbreviations.get(folded, shown)
            words.append(fold(shown))
        elif c not in "OoTA":
            words += [fold(w) for w in page.unit_words(i, i + 1)]
        if c in "Oo":
            joint = True
        if c in "HhF":
            head = True
        if not (past and folded in lists.past):
            if gap == "-":
                text.append("-" + shown)
            elif gap == "'" and c != "F":
                text.append(("' " if "".join(text).endswith("s") else "'s ") + shown)  # "Cypriots' leader"
            else:
                text.append((" " if text else "") + shown)
    said = "".join(text).strip().replace("U.S.", "US").replace("U.N.", "UN").replace("U.K.", "UK")
    if country == "US" and "US" not in said.split() and page.class_of(a) == "F":
        said = f"US {said}"
    span = page.span(a, b)
    return Title(said, frozenset(words), country, of or assumed, past, span)


def _is_of_the_story(page: Page, body: str | None) -> bool:
    """Whether a page may mean a body that it does not name there: it names it, or a part of it, or no body at all."""
    named = [e for found in page.found if found and (e := page.gazetteer.entries.get(found[0].target)) is not None]
    bodies = [e for e in named if e.kind == "organisation"]
    return any(body in (e.id, e.of) for e in bodies) or not (bodies or "K" in page.classes[1::2])


def _about(page: Page, i: int) -> bool:
    """Whether a name in a title is what the office is about: "envoy *for Syria*", "to Iraq"."""
    j = i - 1
    while page.class_of(j) in "TDA":
        j -= 1
    return page.class_of(j) in "Oo" and page.folded[page.first[j]] in ("for", "to", "on")


@cache
def known_words(role: str) -> frozenset[str]:
    """The words of a known role without whose it is: "Russian Foreign Minister" → foreign minister."""
    page = read_page(role, load())
    return read_title(page, 0, len(page.first)).words
