"""Words that mean an actor without naming it: "he", "the Russian foreign minister"."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING

from timeline import roles
from timeline.gazetteer import WORD, Gazetteer, fold
from timeline.making import Who, gender
from timeline.units import word_lists

if TYPE_CHECKING:
    from timeline.roles import Title
    from timeline.units import Name, Page, Words

_OPENERS = frozenset(
    "in during after before at on with by throughout for ahead following amid despite when while".split()
)
_OWNERS = frozenset(["his", "her"])
_LOOKING_AHEAD = frozenset(["he", "she", "his", "her"])
_OBJECTS = frozenset(["obj", "iobj", "dobj", "obl", "obl:agent"])
_POSSESSIVE = frozenset(["nmod:poss", "poss"])
_CLAUSES = frozenset(["ccomp", "conj", "parataxis", "acl:relcl"])
_BESIDE = frozenset(["flat", "appos", "compound", "nmod:desc"])
_CLAUSE = 12  # words in which a clause's mark stands before its verb
_OWNED = 3  # words before an official in which it is told whose he is
_WINDOW = 2  # sentences before a pronoun in which its person is looked for


def describe(page: Page, people: list[Who], found: list[Name], gazetteer: Gazetteer, on: date | None) -> None:
    """Add to each person the descriptions that can mean nobody else."""
    persons = [w for w in people if w.kind == "person"]
    covered = {i for n in found for i in range(n.a, n.b)}
    covered |= {i for n in found for u in (n.title, n.role) if u for i in range(*u)}
    lists = word_lists()
    last = len(page.first)
    i = 0
    while i < last:
        begin = i
        c = page.class_of(i)
        if c == "T" and page.folded[page.first[i]] == "the" and page.gap(i + 1) == " ":
            begin = i + 1
        elif not (c in "BD" or (c in "CY" and i in covered)):
            i += 1
            continue
        units = roles.description_at(page, begin)
        if units is None:
            i += 1
            continue
        a, b = units
        heads = [k for k in range(a, b) if page.class_of(k) in "HhF"]
        if begin == i and (not heads or not page.words[page.first[heads[-1]]].isupper()):
            i += 1  # without an article only "Apple CEO"
            continue
        if any(k in covered for k in heads) or (page.class_of(b) in "YCRI" and page.gap(b) == " "):
            i = b
            continue
        title = roles.read_title(page, a, b)
        who = _meant(page, title, persons, page.starts[page.first[i]], lists, heads, b - a)
        if who is None and on is not None:
            who = _holder(title, gazetteer, on, people)
            if who is not None and who not in people:
                people.append(who)
                persons.append(who)
        if who is not None:
            who.spans.append(page.span(i, b))
        i = b


def surnames(page: Page, people: list[Who]) -> None:
    """Let a surname that nobody took for a name mean the one person of the text who bears it: "Sandu visited Paris"."""
    bearers: dict[str, list[Who]] = {}
    for who in people:
        words = WORD.findall(who.name)
        if who.kind == "person" and len(words) > 1:
            bearers.setdefault(fold(words[-1]), []).append(who)
    taken = {c for who in people for a, b in who.spans for c in range(a, b)}
    for i, folded in enumerate(page.folded):
        if folded not in bearers or page.starts[i] in taken or page.tag(i) != "PROPN":
            continue
        beside = [j for j in (i - 1, i + 1) if 0 <= j < len(page.words) and page.gaps[max(i, j)] in " -"]
        if len(bearers[folded]) == 1 and not any(page.words[j][0].isupper() for j in beside):
            bearers[folded][0].spans.append((page.starts[i], page.ends[i]))


def _meant(
    page: Page,
    title: Title,
    persons: list[Who],
    at: int,
    lists: Words,
    heads: list[int],
    size: int,
) -> Who | None:
    if title.past or not title.words:
        return None
    fit = [w for w in persons if any(_fits(title, t, w) for t in w.titles) or _fits_entry(title, w)]
    bare = title.country is None and title.of is None
    if bare and size == 1 and page.folded[page.first[heads[-1]]] in lists.plain:
        return None
    if bare:
        fit = [w for w in fit if min(w.spans)[0] < at]
    if len(fit) == 1:
        return fit[0]
    if bare and len(fit) > 1:
        recent = [max((s for s, _ in w.spans if s < at), default=-1) for w in persons]
        nearest = persons[recent.index(max(recent))]
        if nearest not in fit or max(recent) < 0 or _is_subject(page, nearest, at):
            return nearest if nearest in fit and max(recent) >= 0 else None
        first = min(persons, key=lambda w: min(w.spans))  # "Minister Ruiz met Minister Lund. The minister said"
        return first if first in fit and _is_subject(page, first, at) else nearest
    return None


def _is_subject(page: Page, who: Who, at: int) -> bool:
    """Whether somebody's last mention before a place is a clause's subject."""
    start, end = max(span for span in who.spans if span[0] < at)
    return _subject(page, bisect_right(page.starts, start) - 1, end)


def _fits(said: Title, title: Title, who: Who) -> bool:
    """Whether a title can be told as `said`: its words are among the title's, whose is the same."""
    if not said.words <= title.words or word_lists().lesser & (title.words - said.words):
        return False  # "the prime minister" is not the deputy prime minister
    country = title.country or (who.entry.country if who.entry else None)
    if said.of and said.of != (title.of or (who.entry.of if who.entry else None)):
        return False
    if said.of:
        return True
    return said.country is None or said.country == country


def _fits_entry(said: Title, who: Who) -> bool:
    entry = who.entry
    if entry is None or not entry.roles or not (said.country or said.of):
        return False
    if (said.of and said.of != entry.of) or (not said.of and said.country != entry.country):
        return False
    return any(said.words <= roles.known_words(r.words) for r in entry.roles)


def _holder(title: Title, gazetteer: Gazetteer, on: date, people: list[Who]) -> Who | None:
    """Whoever held an office on a day, named in the text or not: "the Russian foreign minister", "the NATO chief"."""
    if title.past or not (title.country or title.of):
        return None
    for entry in gazetteer.entries.values():
        if entry.kind != "person" or (not title.of and entry.country != title.country):
            continue
        for role in entry.roles_on(on):
            whose = title.of is None or title.of == (role.of or entry.of)
            if whose and roles.known_words(role.words) == title.words:
                return next((who for who in people if who.entry is entry), None) or Who("person", entry)
    return None


# --------------------------------------------------------------------------------------- pronouns
def refer(page: Page, people: list[Who]) -> None:
    """Add to each person the pronouns that can safely be taken to mean them."""
    lists = word_lists()
    persons = [w for w in people if w.kind == "person"]
    if not persons:
        return
    mentions = sorted((s, e, k) for k, w in enumerate(persons) for s, e in w.spans)
    genders = [gender(w) for w in persons]
    at = 0
    nobody = -2  # the sentence in which somebody without a name does something to himself
    client: tuple[int, int] | None = None  # the sentence in which somebody speaks for a person, and that person
    recent: list[tuple[int, int, bool]] = []  # sentence, person, whether it is a subject
    owners: dict[int, set[int]] = {}  # sentence → the persons of whose it is that its main clause tells
    doers: dict[int, int] = {}  # verb's token → the person that is its subject
    faced: dict[int, list[int]] = {}  # verb's token → the persons that are its objects
    joined: dict[int, list[int]] = {}  # verb's token → those that go on from it
    for token, dep in enumerate(page.dep):
        if dep in ("conj", "acl:relcl"):  # "Kos, who *thanked* him"
            joined.setdefault(page.head[token], []).append(token)
    word_at = {s: i for i, s in enumerate(page.starts)}
    nameless = _nameless(page, mentions)
    for i, folded in enumerate(page.folded):
        while at < len(mentions) and mentions[at][0] <= page.starts[i]:
            start, end, k = mentions[at]
            at += 1
            if _is_spoken_for(page, bisect_right(page.starts, end - 1), genitive=True):
                client = page.sentence[i], k
            w = word_at.get(start)
            aside = w is not None and _reports_aside(page, w, end)
            if w is not None and page.blocks[w] != "furniture" and not page.quoted[w] and not aside:
                recent.append((page.sentence[w], k, _subject(page, w, end)))
                owners.setdefault(page.sentence[w], set()).update({k} if _owns_the_subject(page, w, end) else ())
                doers.update(dict.fromkeys(_does(page, w, end, joined), k))
                for verb in _suffered(page, w, end):
                    faced.setdefault(verb, []).append(k)
        sex = lists.pronouns.get(folded) if "." not in page.words[i] else None  # "H.E."
        if sex is None or page.quoted[i] or page.blocks[i] == "furniture":
            continue
        done = _suffers(page, i) if folded in lists.reflexives else -1
        # "Kos fled after a cook set himself on fire. He died": the cook
        nobody = page.sentence[i] if done >= 0 and done not in doers else nobody
        if done in doers:
            continue  # "Kos set himself on fire": the verb says who
        if (
            (nobody >= page.sentence[i] - 1 and all(r[0] < nobody for r in recent))
            or _is_of_whoever_says_so(page, i, mentions)
            or _is_an_officials(page, i, mentions)
            or _goes_on_with_an_official(page, i, mentions, recent)
            or _is_done_to_the_same(page, i, mentions)
        ):
            continue
        to_come = _to_come(page, i, islice(mentions, at, None), word_at)
        others = {doers.get(_suffers(page, i)), *_faced(page, i, to_come)}
        to_come = [named for named in to_come if named[2] not in others]
        who = _ahead(page, i, sex, to_come, genders)
        if who is None and at and page.folded[i] in _OWNERS:
            _, end, last = mentions[at - 1]  # "Kos and *his* sister"
            beside = page.folded[i - 1] == "and" and page.ends[i - 2] == end and page.gaps[i - 1] == page.gaps[i] == " "
            who = last if beside and genders[last] in (None, sex) else None
        if who is None:
            told = client[1] if client is not None and client[0] == page.sentence[i] else None
            sayers = {told, *(doers.get(v) for v in _tellers(page, i))}
            here = (r for r in recent if r[0] == page.sentence[i])
            if any(subject and k not in sayers and genders[k] in (None, sex) for _, k, subject in here):
                told = None  # "Kos's lawyer said Lund was ill when *he* died"
            who = told if told not in others and told is not None and genders[told] in (None, sex) else None
        if who is None:
            who = _antecedent(page, i, sex, [r for r in recent if r[1] not in others], genders, owners)
            verb = next((v for v in _verbs_above(page, i) if doers.get(v) == who), -1) if who is not None else -1
            # "Lund met Kone in his office", "Lund rode with Kone after he fell": whose, who?
            others_too = any(k != who and genders[k] in (None, sex) for k in faced.get(verb, ()))
            known = who is not None and genders[who] == sex
            if others_too or (who is not None and _may_be_of_no_name(page, i, nameless[sex], recent, who, known=known)):
                continue
        if who is None and all(r[0] < page.sentence[i] - _WINDOW for r in recent):
            who = _only_one_ahead(page, i, sex, to_come, genders)
        if who is not None:
            genders[who] = genders[who] or sex  # "Lund had to put off her trip … He denied": not Lund
            persons[who].spans.append((page.starts[i], page.ends[i]))
            if _is_spoken_for(page, i + 1, genitive=False):
                client = page.sentence[i], who
            recent.append((page.sentence[i], who, _subject(page, i, page.ends[i])))
            doers.update(dict.fromkeys(_does(page, i, page.ends[i], joined), who))


def _nameless(page: Page, mentions: list[tuple[int, int, int]]) -> dict[str, list[int]]:
    """By gender the words that say it of somebody without a name: "his *wife*", "the *mother* of Kos"."""
    found: dict[str, list[int]] = {"m": [], "f": []}
    begin = {start for start, _, _ in mentions}
    sexes, last = word_lists().sexes, len(page.words) - 1
    for i in [i for i, word in enumerate(page.words) if word in sexes]:
        if page.folded[i] in word_lists().of_age and i and page.folded[i - 1] == "the":
            continue  # "the boy" may be whom a name has told of
        at = bisect_right(mentions, page.starts[i], key=lambda m: m[0])
        inside = any(page.starts[i] < end for _, end, _ in mentions[max(0, at - 3) : at])
        called = i < last and page.starts[i + 1] in begin and page.gaps[i + 1] in " ,"  # "his wife, Ana Gil"
        if not (inside or called):
            found[sexes[page.words[i]]].append(i)
    return found


def _may_be_of_no_name(
    page: Page, word: int, alike: list[int], recent: list[tuple[int, int, bool]], who: int, *, known: bool
) -> bool:
    """Whether a pronoun may mean somebody without a name, not whom it was taken for: "Kos's *widow* said she …".

    `alike` are the words of those of its gender, `known`: it is his, too. Where it is not, and a woman was told of,
    no woman is made of him: "Praising the *mother* of Kos, Lund said she …".
    """
    here = page.sentence[word]
    at, does = bisect_right(alike, word), _suffers(page, word)
    near = [i for i in alike[max(0, at - 3) : at] if page.sentence[i] >= here - 1]
    if not known and word_lists().pronouns[page.folded[word]] == "f":
        return bool(near)
    for number in (here, here - 1):
        doing = [i for i in near if page.sentence[i] == number and _subject(page, i, page.ends[i])]
        doing = [i for i in doing if does < 0 or page.head[page.token(i) or 0] != does]  # no "Kos's son called *him*"
        own = any(k == who and subject for n, k, subject in recent if n == number)
        if doing or own:
            return bool(doing) and not own
    return False


def _is_spoken_for(page: Page, word: int, *, genitive: bool) -> bool:
    """Whether the word behind a person says who speaks for him: "his *lawyer*, Dora Holm, said he would appeal"."""
    if word >= len(page.words) or (genitive and page.gaps[word] != "'") or (not genitive and page.gaps[word] != " "):
        return False
    return page.folded[word] in word_lists().spokesmen


def _does(page: Page, word: int, end: int, joined: Mapping[int, list[int]]) -> list[int]:
    """The tokens of the verbs that a mention is the subject of: "*Ode* met Kos and thanked him"."""
    out: list[int] = []
    while page.dep and word < len(page.starts) and page.starts[word] < end:
        token = page.token(word)
        if token is not None and page.dep[token].startswith("nsubj"):
            verb = page.head[token]
            out += [verb, *joined.get(verb, ())]
        if token is not None and page.dep:
            out += [v for v in joined.get(token, ()) if page.dep[v] == "acl:relcl"]
        word += 1
    return out


def _owns_the_subject(page: Page, word: int, end: int) -> bool:
    """Whether a sentence's main clause is of what is somebody's, who may go on: "*Kos's* remarks angered Lund"."""
    while page.dep and word < len(page.starts) and page.starts[word] < end:
        token = page.token(word)
        if token is not None and page.dep[token] in _POSSESSIVE:
            noun = page.head[token]
            return page.dep[noun].startswith("nsubj") and page.head[page.head[noun]] == page.head[noun]
        word += 1
    return False


def _reports_aside(page: Page, word: int, end: int) -> bool:
    """Whether a mention is of who only passes on what a sentence tells: "as *Ode* reports, crowds urged him to run"."""
    while page.dep and word < len(page.starts) and page.starts[word] < end:
        token = page.token(word)
        while token is not None and page.dep[token] in _BESIDE and page.head[token] != token:
            token = page.head[token]  # "as the reporter Ana Ode reports"
        verb = page.head[token] if token is not None and page.dep[token].startswith("nsubj") else -1
        if verb >= 0 and page.dep[verb] == "advcl":
            told = page.text[page.token_starts[verb] :].split(maxsplit=1)[0].strip(",.").lower()
            marks = (i for i in range(max(0, verb - _CLAUSE), verb) if page.head[i] == verb and page.dep[i] == "mark")
            as_told = any(page.text.startswith(("as ", "As "), page.token_starts[i]) for i in marks)
            return as_told and told in word_lists().passing_on
        word += 1
    return False


def _suffers(page: Page, word: int) -> int:
    """The token of the verb that has a pronoun for its object, -1 for none: nobody "thanked him" himself."""
    token = page.token(word) if page.dep else None
    return page.head[token] if token is not None and page.dep[token] in _OBJECTS else -1


def _tellers(page: Page, word: int) -> Iterable[int]:
    """The tokens of the verbs in whose content a word is: "Holm *said* he would appeal"."""
    token = page.token(word) if page.dep else None
    while token is not None and page.head[token] != token:
        if page.dep[token] == "ccomp":
            yield page.head[token]
        token = page.head[token]


def _verbs_above(page: Page, word: int) -> Iterable[int]:
    """The tokens above a possessive, or above a subject's clause that says when or why something else was."""
    token = page.token(word) if page.dep else None
    if token is None:
        return
    if page.folded[word] not in _OWNERS:
        subject, token = token, page.head[token]
        if not page.dep[subject].startswith("nsubj") or page.dep[token] != "advcl":
            return
    while page.dep[token] not in _CLAUSES and page.head[token] != token:
        token = page.head[token]
        yield token


def _faced(page: Page, word: int, to_come: list[tuple[int, int, int]]) -> set[int]:
    """Those whom a pronoun's own verb names as others: "*he* meets Prime Minister Keita"."""
    token = page.token(word) if page.dep else None
    if token is None or not page.dep[token].startswith("nsubj"):
        return set()
    return {k for w, end, k in to_come if page.head[token] in _suffered(page, w, end)}


def _suffered(page: Page, word: int, end: int) -> Iterable[int]:
    """The tokens of the verbs that have a mention among their objects."""
    while page.dep and word < len(page.starts) and page.starts[word] < end:
        token = page.token(word)
        while token is not None and page.dep[token] == "conj" and page.head[token] != token:
            token = page.head[token]
        if token is not None and page.dep[token] in _OBJECTS:
            yield page.head[token]
        word += 1


def _is_below(page: Page, word: int, pronoun: int) -> bool:
    """Whether a word hangs on a pronoun's verb, not as who says so: "*he* blames Kos", not "he left, Kos said"."""
    subject, token = page.token(pronoun), page.token(word)
    if subject is None or not page.dep or not page.dep[subject].startswith("nsubj"):
        return False
    while token is not None and page.dep[token] != "parataxis" and page.head[token] != token:
        token = page.head[token]
        if token == page.head[subject]:
            return True
    return False


def _is_of_whoever_says_so(page: Page, word: int, mentions: list[tuple[int, int, int]]) -> bool:
    """Whether a pronoun is in what one without a name says who is told of: "a doctor who says *he* treated Kos"."""
    token = page.token(word) if page.dep else None
    if token is None or not page.dep[token].startswith("nsubj") or page.dep[page.head[token]] != "ccomp":
        return False
    says = page.head[page.head[token]]
    noun = page.token_starts[page.head[says]]
    at = bisect_right(mentions, noun, key=lambda m: m[0])
    return page.dep[says] == "acl:relcl" and not any(noun < end for _, end, _ in mentions[max(0, at - 3) : at])


def _is_an_officials(page: Page, word: int, mentions: list[tuple[int, int, int]]) -> bool:
    """Whether the last one told of before a pronoun, in its sentence, is an official without a name."""
    lists = word_lists()
    for i in range(word - 1, -1, -1):
        if page.sentence[i] != page.sentence[word]:
            return False
        at = bisect_right(mentions, page.starts[i], key=lambda m: m[0])
        if any(page.starts[i] < end for _, end, _ in mentions[max(0, at - 3) : at]):
            return False
        if page.folded[i] in lists.heads and _subject(page, i, page.ends[i]):
            return True
    return False


def _goes_on_with_an_official(
    page: Page, word: int, mentions: list[tuple[int, int, int]], recent: list[tuple[int, int, bool]]
) -> bool:
    """Whether the sentence before is of an official without a name alone: "The king was to wait. But *he* left"."""
    here, first = page.sentence[word], word
    if not page.dep or any(number >= here - 1 and (subject or number == here) for number, _, subject in recent):
        return False
    while first and page.sentence[first - 1] == here:
        first -= 1
    i = first - 1
    while i >= 0 and page.sentence[i] == here - 1:
        at = bisect_right(mentions, page.starts[i], key=lambda m: m[0])
        named = any(page.starts[i] < end for _, end, _ in mentions[max(0, at - 3) : at])
        if not named and page.folded[i] in word_lists().heads and _subject(page, i, page.ends[i]):
            return word_lists().pronouns.keys().isdisjoint(page.folded[max(0, i - _OWNED) : i])  # not "his lawyer"
        i -= 1
    return False


def _is_done_to_the_same(page: Page, word: int, mentions: list[tuple[int, int, int]]) -> bool:
    """Whether a verb goes on with somebody whom its neighbour does not name: "stopped a driver and fined *him*"."""
    does = _suffers(page, word)
    if does < 0 or page.dep[does] != "conj":
        return False
    people = word_lists().heads | word_lists().people
    for token in range(page.head[does] + 1, does):
        if page.head[token] != page.head[does] or page.dep[token] not in _OBJECTS:
            continue
        i = bisect_right(page.starts, page.token_starts[token]) - 1
        at = bisect_right(mentions, page.starts[i], key=lambda m: m[0])
        if page.folded[i] in people and not any(page.starts[i] < end for _, end, _ in mentions[max(0, at - 3) : at]):
            return True
    return False


def _to_come(
    page: Page, word: int, coming: Iterable[tuple[int, int, int]], word_at: dict[int, int]
) -> list[tuple[int, int, int]]:
    """The persons whom the rest of a word's sentence names: first word, end of the name, person."""
    out: list[tuple[int, int, int]] = []
    for start, end, k in coming:
        w = word_at.get(start)
        if w is None or page.sentence[w] != page.sentence[word]:
            break
        out.append((w, end, k))
    return out


def _ahead(
    page: Page, word: int, sex: str, to_come: list[tuple[int, int, int]], genders: list[str | None]
) -> int | None:
    """The person whom a sentence's first words look ahead to: "In *his* speech, Lavrov said", "After *he* left, …"."""
    first = word
    while first and page.sentence[first - 1] == page.sentence[word]:
        first -= 1
    if word - first > 3 or page.folded[word] not in _LOOKING_AHEAD or page.folded[first] not in _OPENERS:
        return None
    opened: set[int] = set()  # those named right after a comma, by office or name
    for w, end, k in to_come:
        if page.gaps[w] == ",":
            opened.add(k)
        if k in opened and genders[k] in (None, sex) and _subject(page, w, end):
            return k
    return None


def _only_one_ahead(
    page: Page, word: int, sex: str, to_come: list[tuple[int, int, int]], genders: list[str | None]
) -> int | None:
    """The one person whom a sentence names after its first word: "*He* may march, aides to Tshisekedi said"."""
    if word and page.sentence[word - 1] == page.sentence[word]:
        return None
    named = {k for w, _, k in to_come if not _is_below(page, w, word)}
    return named.pop() if len(named) == 1 and all(genders[k] in (None, sex) for k in named) else None


def _antecedent(
    page: Page,
    word: int,
    sex: str,
    recent: list[tuple[int, int, bool]],
    genders: list[str | None],
    owners: Mapping[int, set[int]],
) -> int | None:
    here = page.sentence[word]
    near = [r for r in recent if here - _WINDOW <= r[0] and genders[r[1]] in (None, sex)]
    if not near:
        return None
    if len({k for _, k, _ in near}) == 1:
        return near[-1][1]
    same = [r for r in near if r[0] == here]
    for group in (same, [r for r in near if r[0] == here - 1]):
        if not group:
            continue
        subjects = {k for _, k, s in group if s}
        subjects |= {k for k in owners.get(group[0][0], ()) if subjects and genders[k] in (None, sex)}
        if len(subjects) == 1:
            return subjects.pop()
        if len({k for _, k, _ in group}) == 1:
            return group[-1][1]
        return None
    return None


def _subject(page: Page, word: int, end: int) -> bool:
    """Whether a mention is a subject, by the parser or, without one, by a verb of speech after it."""
    if page.dep:
        while word < len(page.starts) and page.starts[word] < end:
            token = page.token(word)
            if token is not None and page.dep[token].startswith("nsubj"):
                return True
            word += 1
        return False
    while word < len(page.starts) and page.starts[word] < end:
        word += 1
    return word < len(page.words) and page.folded[word] in word_lists().speech
