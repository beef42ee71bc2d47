"""Events that several articles tell → one entry with all its sources, and what was said of it before. Pure.

Two tellings are one event where nothing in them speaks against it, and their days, their kind and their words or those
who take part speak for it. One that knows only the week joins the one of its days that is told alike, if that is the
only one. What is only likely stays two: a reader can merge by hand, and tell apart what was merged.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cache

from timeline.events.lexicon import load
from timeline.model import Actor, Entry, Event, Record

_LONGEST = timedelta(31)  # stretch whose events may be one, and between two tellings of a plan without a day
_MANY = 100  # events of one stretch; of more none are found to be one by what is told later
MOST = 1_000  # events of one stretch; of more only those that are told in the same words are one
ALIKE, ALIKE_STATEMENTS, ALIKE_PARTIES = 0.6, 0.75, 0.4  # the share of two titles' words that both have
_LOOSE = {"other", "statement"}  # kinds that say little of what happened
_PAIRED = {"meeting", "talks"}  # of which two parties have one on a day
_ENCOUNTER = _PAIRED | {"visit", "other"}
_SAID = 2  # words that say too little for one title to be another with less said
_FEW = _PAIRED | {"visit", "vote", "agreement"}
_AGAIN = _PAIRED | {"visit", "attack"}  # which may be every day
_SHORTLY = timedelta(3)  # before the report of what has no day of its own
_NEARLY = timedelta(10)  # in which two do not meet twice, unless that is told
_FULL = 4  # words by which what is reported twice is known to be one thing
_COMMON = 40  # events of a day with one word: a word of more finds none
_STAGE = {
    "hoped": 0,
    "planned": 0,
    "possible": 0,
    "conditional": 0,
    "occurred": 1,
    "ongoing": 1,
    "cancelled": 2,
}  # how far what is told has come
_BASIS = {"explicit": 0, "given": 0, "inherited": 1, "published": 2}
_STEM, _SHORT = 4, 3  # letters by which words are compared, and of the shortest that count
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class _Telling:
    """An entry with what is compared of it."""

    entry: Entry
    published: date
    label: frozenset[str]  # words before the colon: "Togo: Election"
    words: frozenset[str]
    names: frozenset[str]  # those of the words that are names or numbers
    apart: frozenset[str]  # those of the names that are of nobody who takes part
    numbers: frozenset[str]
    deed: frozenset[str]  # roots of the words that name the event
    matter: frozenset[str]  # those of the words that are neither names nor say what every event of its kind does
    persons: frozenset[str]  # last names of those who take part
    doers: frozenset[str]  # … who do it
    others: frozenset[str]  # … to whom, or with whom, it is done
    bodies: frozenset[str]  # ids of the organisations, and of those they are part of or may be called by
    lands: frozenset[str]  # ids of the countries, and of those whose people take part
    offices: frozenset[str]  # roots of what the persons are: "minister"
    groups: frozenset[str]  # roots of what those without a name are: "ministers"
    called: frozenset[str]  # … the last of each: "envoy" of "special envoy"
    where: frozenset[str]  # ids of its place, and of the country of it
    story: frozenset[str]  # ids of all with a name in its article

    @property
    def compared(self) -> object:
        """All of it by which it is taken for the event of another, or not."""
        place = self.entry.event.place
        parties = self.persons, self.bodies, self.lands, self.offices, self.groups
        return self.label, self.words, self.names, self.deed, parties, self.entry.event.status, place and place.id

    @property
    def stage(self) -> int:
        """How far what it tells has come."""
        return _STAGE.get(self.entry.event.status, 0)

    @property
    def puts_off(self) -> bool:
        """Whether it tells that something gets another day: "Talks moved"."""
        return bool(self.deed & _moving())

    @property
    def sides(self) -> tuple[frozenset[str], ...]:
        """Those who take part, by what they are."""
        return self.persons, self.bodies, self.lands

    @property
    def parties(self) -> frozenset[str]:
        """All with a name who take part."""
        return self.persons | self.bodies | self.lands


def merged(entries: Iterable[Entry], records: Mapping[str, Record], actors: Mapping[str, Actor]) -> list[Entry]:
    """The entries, those of several articles that are one event made one: the others stand in its `also`.

    Where a plan became fact or was called off, it is told as the newest article has it; the `also` are its history,
    oldest article first, and to that belongs the day from which it was put off. Entries of one article stay apart, but
    for what it tells of such a day, and so do those that lie under the salience line, are of a stretch of more than a
    month, or have happened on no known day.
    """
    alone: list[Entry] = []
    days: dict[_Days, list[_Telling]] = defaultdict(list)
    within = _parts(actors)
    for entry in entries:
        event = entry.event
        first, until = event.when.first, event.when.until
        ahead = _STAGE.get(event.status) == 0
        far = (first is None or until is None) and not ahead
        if not event.on_calendar or far or (first and until and until - first > _LONGEST):
            alone.append(entry)
        else:
            days[first, until].append(_telling(entry, records[entry.article], actors, within))
    groups = [group for known, told in days.items() for group in _groups(told, known)]
    return alone + [_one(group) for group in _put_to_their_days(_joined(groups))]


def _parts(actors: Mapping[str, Actor]) -> dict[str, frozenset[str]]:
    """For each organisation its id, and those of whose name its own begins or ends with or has the first letters.

    "African Union Peace and Security Council" is told of as the African Union, as the Peace and Security Council, and
    as the AUPSC.
    """
    bodies = [a for a in actors.values() if a.kind == "organisation"]
    called = {a.name: a.id for a in bodies}
    within: dict[str, frozenset[str]] = {}
    for body in bodies:
        words = body.name.split()
        cut = [" ".join(some) for n in range(1, len(words)) for some in (words[:n], words[n:]) if len(some) > 1]
        letters = "".join(word[0] for word in words if word[0].isupper())
        within[body.id] = frozenset([body.id, *(called[some] for some in (*cut, letters) if some in called)])
    return within


@cache
def _plain_words(type_: str) -> frozenset[str]:
    """The roots of what any event of a type may be told in: "sign", "accord"."""
    words = load()
    own = [word for some in (words.verbs, words.nouns) for word, of in some.items() if of == type_]
    plain = _roots_of([*own, *words.support, *words.title["prepositions"]])
    if type_ == "agreement":  # a ceasefire is not any agreement
        plain -= _roots_of(word for word in own if word in words.nouns.keys() - words.kin[type_] - {type_})
    return plain


def _roots_of(words: Iterable[str]) -> frozenset[str]:
    """The roots of words of a list, as they stand there."""
    return frozenset(word[:_STEM] for said in words for word in said.split() if len(word) >= _SHORT)


def _telling(
    entry: Entry, record: Record, actors: Mapping[str, Actor], within: Mapping[str, frozenset[str]]
) -> _Telling:
    event = entry.event
    known = [actors[p.id] for p in event.actors if p.id in actors]
    groups = [a.name for a in known if a.kind == "group" and a.name.split()[-1] not in load().blocs]
    doers, others = (_last_names(event, actors, agent=agent) for agent in (True, False))
    who = frozenset(_WORD.findall(_plain(" ".join(a.name for a in known if a.kind != "group"))))
    named = who | frozenset(_WORD.findall(_plain(event.place.name if event.place else "")))
    countries = tuple(_plain(a.name) for a in known if a.kind == "country")
    label, _, title = event.title.rpartition(": ")
    words, names = _words(title, named)
    if event.type == "attack":  # a toll grows
        words, names = (frozenset(word for word in some if not word.isdigit()) for some in (words, names))
    return _Telling(
        entry,
        record.published.first or date.min,
        _words(label, named)[0],
        words,
        names,
        apart=frozenset(
            n for n in names - who if not n[0].isdigit() and not n.startswith(countries)
        ),  # "Malian" is Mali's
        numbers=frozenset(name for name in names if name[0].isdigit()),
        deed=_deed(event.trigger.text, title),
        matter=frozenset(w for w in words - names - _plain_words(event.type) if len(w) >= _STEM),
        persons=doers | others,
        doers=doers,
        others=others,
        bodies=frozenset[str]().union(
            *(within.get(a.id, frozenset([a.id])) for a in known if a.kind == "organisation")
        ),
        lands=frozenset(f"country:{a.country.lower()}" for a in known if a.country and a.kind in ("person", "country")),
        offices=roots(" ".join(a.role or "" for a in known if a.kind == "person")),
        groups=roots(" ".join(groups)),
        called=roots(" ".join(name.split()[-1] for name in groups)),
        where=_where(event, actors),
        story=frozenset(a.id for a in record.actors if a.kind not in ("group", "place")),
    )


def _where(event: Event, actors: Mapping[str, Actor]) -> frozenset[str]:
    """The ids of the place of an event, and of the country in which that lies: "in Zambia" may be in Lusaka."""
    if event.place is None:
        return frozenset()
    land = actors[event.place.id].country if event.place.id in actors else None
    return frozenset([event.place.id, f"country:{land.lower()}"] if land else [event.place.id])


def _last_names(event: Event, actors: Mapping[str, Actor], *, agent: bool) -> frozenset[str]:
    """The last names of the persons who do it, or of the others who take part."""
    people = [actors[p.id] for p in event.actors if p.id in actors and (p.role == "agent") == agent]
    return frozenset(_plain(a.name).split()[-1] for a in people if a.kind == "person")


def _plain(words: str) -> str:
    """Words in small letters without accents: "Bogotá" and "Bogota" are one place."""
    return "".join(c for c in unicodedata.normalize("NFKD", words.casefold()) if not unicodedata.combining(c))


def roots(words: str) -> frozenset[str]:
    """The beginnings by which words are compared: "talks" and "talking" are one, and so are "shuts" and "closing"."""
    return _roots(_WORD.findall(_plain(words)))


def _roots(words: list[str], most: int | None = None) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in _plainest(words, most) if len(word) >= _SHORT)


def _words(title: str, named: frozenset[str]) -> tuple[frozenset[str], frozenset[str]]:
    """What a title is compared by: the roots of its words, its names and numbers whole; and these alone."""
    words, names = list[str](), set[str]()
    for number, found in enumerate(_WORD.finditer(title)):
        word = _plain(found[0])
        if found[0][0].isdigit() or (found[0][0].isupper() and (number > 0 or word in named)):
            names.add(word)
        else:
            words.append(word)
    return _roots(words) | names, frozenset(names)


def _deed(trigger: str, title: str) -> frozenset[str]:
    """The roots of the words that name an event, with those behind them in its title: "steps down" is "resign"."""
    named, told = _WORD.findall(_plain(trigger)), _WORD.findall(_plain(title))
    last = named[-1][:_STEM] if named else ""
    at = next((n for n, word in enumerate(told) if word[:_STEM] == last), len(told))
    return _roots([*named, *told[at + 1 :]], len(named))


def _plainest(words: list[str], most: int | None = None) -> Iterator[str]:
    """Words of a title, or the first of them, with the plainest in place of those that tell the same.

    "Cuts Chad off from sea" is "close border Chad from sea".
    """
    alone, first = _told_plainly()
    passed = set[int]()
    for n, word in enumerate(words[:most]):
        near = range(n + 1, min(n + 4, len(words))) if word in first else ()
        behind = next((k for k in near if words[k] in first[word]), None)
        if behind is not None:
            passed.add(behind)
            yield from first[word][words[behind]].split()
        elif n not in passed:
            yield from alone.get(word, word).split()


@cache
def _told_plainly() -> tuple[dict[str, str], dict[str, dict[str, str]]]:
    """The forms of words → what they say plainly; and those of two words, by the first and by the second."""
    alone, first = dict[str, str](), defaultdict[str, dict[str, str]](dict)
    for words, plainest in load().plain.items():
        word, _, second = words.partition(" ")
        for form in _forms(word):
            if second:
                first[form][second] = plainest
            else:
                alone[form] = plainest
    return alone, dict(first)


def _forms(word: str) -> list[str]:
    """The regular forms of a noun or a verb: "ferry", "ferries"."""
    cut = word[:-1]
    stems = {"e": [cut], "y": [word, f"{cut}i"]}.get(word[-1], [word, word + word[-1]])
    return [word, f"{word}s", *(stem + end for stem in stems for end in ("es", "ed", "ing"))]


_Days = tuple[date | None, date | None]  # the first day of a stretch, and the day after its last; None: open


@dataclass(slots=True, eq=False)
class _Group:
    """The tellings of one event, in the order in which they came out."""

    known: _Days
    first: date  # of a plan without a day: that on which it was told
    until: date  # of a plan without a day: a month later
    told: list[_Telling] = field(default_factory=list)
    articles: set[str] = field(default_factory=set)
    unlike: dict[object, _Telling] = field(default_factory=dict)  # those that differ in what is compared
    before: list[_Telling] = field(default_factory=list)  # of days from which it was put off

    @property
    def one_day(self) -> bool:
        """Whether it is known on which day it is."""
        return self.until - self.first == timedelta(1)

    @property
    def reported(self) -> bool:
        """Whether its day is only that of the report."""
        return all(one.entry.event.when.basis == "published" for one in self.told)

    @property
    def stage(self) -> int:
        """How far what is told has come."""
        return max(one.stage for one in self.told)

    def takes(self, one: _Telling) -> bool:
        """Whether a telling is of this event: like one of its own, with nothing in any that speaks against it."""
        known = self.unlike.values()
        if self.known == (None, None) and one.published - self.told[-1].published > _LONGEST:
            return False
        if one.entry.article in self.articles or not all(_may_be_one(other, one) for other in known):
            return False
        return any(_is_like(one, other, one_day=self.one_day) for other in known)

    def is_free_for(self, other: _Group) -> bool:
        """Whether nothing speaks against it that all that both tell is one event."""
        if self.articles & other.articles:
            return False
        pairs = ((one, two) for one in self.unlike.values() for two in other.unlike.values())
        return all(_may_be_one(*sorted(pair, key=lambda t: (t.published, t.stage))) for pair in pairs)

    def may_be_of(self, other: _Group) -> bool:
        """Whether its days leave room for those of another: a week for one of its days, a report for the days before.

        What is only reported and may be every day, as a meeting or a blow, is of its own day or that planned for it.
        """
        if self.stage > other.stage and not self.reported and self.until - self.first > _NEARLY:
            return False
        if self.reported:
            again = any(one.entry.event.type in _AGAIN for one in self.told) and other.stage > 0
            return not again and other.one_day and timedelta(0) < self.first - other.first <= _SHORTLY
        within = self.first <= other.first and other.until <= self.until and not other.reported
        return within and other.known not in {self.known, (None, None)}

    def is_of(self, other: _Group) -> bool:
        """Whether it tells, and knows less of the day, what another tells: more than its days speak for it."""
        if not (self.may_be_of(other) and self.is_free_for(other)):
            return False
        pairs = [(one, two) for one in self.unlike.values() for two in other.unlike.values()]
        words = _FULL if self.reported else 2
        alike = ((a, b) for a, b in pairs if len(a.words & b.words) >= words and _is_like(a, b, one_day=False))
        if any(self.stage == other.stage or _share(a, b) >= ALIKE for a, b in alike):
            return True
        near = self.until - self.first <= _NEARLY
        if not near and self.stage > 0:
            return False
        met = (pair for pair in pairs if near or pair[0].persons & pair[1].persons)
        if any(_is_what_comes_once(a, b) or _befalls_once(a, b) for a, b in met):
            return True
        return near and any(_is_one_deed(a, b) and _are_of_the_same(a, b, reported=self.reported) for a, b in pairs)

    @property
    def put_off(self) -> bool:
        """Whether its day is one from which it was put off, or on which that was done."""
        off = [one.entry.event.put_off or one.puts_off for one in self.told if one.stage > 0]
        return bool(off) and all(off)

    @property
    def moved(self) -> bool:
        """Whether it is to be on a day to which it was moved."""
        return any(one.stage == 0 and one.puts_off for one in self.told)

    def is_put_to(self, other: _Group) -> bool:
        """Whether what was put off from its day is told of another one by some other article."""
        if self.articles == other.articles:
            return False
        pairs = [(one, two) for one in self.unlike.values() for two in other.unlike.values()]
        named = any(_names_the_deed(a, b) or _names_the_deed(b, a) for a, b in pairs)
        alike = named or any(_is_like(a, b, one_day=True) for a, b in pairs)
        return alike and all(_are_compatible(a, b) for a, b in pairs)

    def is_moved_to(self, other: _Group) -> bool:
        """Whether it is a plan of before another was told to have been moved to its day."""
        moved = [*other.before, *(one for one in other.told if one.stage == 0 and one.puts_off)]
        told = max(one.published for one in self.told)
        ahead = self.stage == 0 and self.first != other.first and any(told < one.published for one in moved)
        return ahead and not self.moved and self.is_put_to(other)

    def add(self, one: _Telling) -> None:
        self.told.append(one)
        self.articles.add(one.entry.article)
        self.unlike.setdefault(one.compared, one)


def _groups(told: list[_Telling], known: _Days) -> list[_Group]:
    """The tellings of one stretch, those of one event together."""
    first, until = known
    groups: list[_Group] = []
    same: dict[object, list[_Group]] = defaultdict(list)  # by what is compared of their first telling
    for one in sorted(told, key=lambda t: (t.published, t.stage, t.entry.article, t.entry.id)):
        near = groups if len(groups) <= MOST else same[one.compared]
        taking = (g for g in near if g.takes(one))
        group = next(taking, None)
        if group is None:
            group = _Group(known, first or one.published, until or _later(first or one.published, _LONGEST))
            groups.append(group)
            same[one.compared].append(group)
        group.add(one)
        for other in list(taking) if len(groups) <= _MANY else ():  # "is due in Gao" and "cancels trip to Gao"
            if group.is_free_for(other):
                for some in (groups, *same.values()):
                    if other in some:
                        some.remove(other)
                for its in other.told:
                    group.add(its)
    return groups


def _later(day: date, by: timedelta) -> date:
    return day + max(min(by, date.max - day), date.min - day)


def _joined(groups: list[_Group]) -> list[_Group]:
    """The groups, those that know less of their day with the one that knows more, where that is the only one."""
    at, gone = _by_day_and_word(groups), set[int]()
    for group in sorted(groups, key=lambda g: (g.until - g.first, g.first)):
        sure = group.one_day and not group.reported
        if sure or (group.known[0] and not group.known[1]) or group.until - group.first > _LONGEST:
            continue
        since = _later(group.first, -group.reported * _SHORTLY)
        near = [g for g in _near(group, at, since, group.until) if id(g) not in gone]
        alike = [g for g in near if group.is_of(g)]
        if len(alike) == 1:
            gone.add(id(group))
            for one in group.told:
                alike[0].add(one)
    return [group for group in groups if id(group) not in gone]


_Index = Mapping[tuple[date, str], list[_Group]]


def _by_day_and_word(groups: Iterable[_Group]) -> _Index:
    """The groups by their first day and each of their words."""
    at: dict[tuple[date, str], list[_Group]] = defaultdict(list)
    for group in groups:
        for word in {word for one in group.unlike.values() for word in one.words}:
            at[group.first, word].append(group)
    return at


def _near(group: _Group, at: _Index, since: date, until: date) -> list[_Group]:
    """The other groups that begin on these days and have one of its words, if not too many have it."""
    days = [since + timedelta(n) for n in range((until - since).days)]
    words = {word for one in group.unlike.values() for word in one.words}
    some = (g for day in days for word in words if len(told := at.get((day, word), ())) <= _COMMON for g in told)
    return list({id(g): g for g in some if g is not group}.values())


def _put_to_their_days(groups: list[_Group]) -> list[_Group]:
    """The groups, those of a day from which something was moved in the history of the one of its new day."""
    at, gone = _by_day_and_word(g for g in groups if g.one_day and not g.reported), set[int]()
    for group in sorted((g for g in groups if g.put_off or g.moved), key=lambda g: g.first, reverse=True):
        new = [group]
        if group.put_off:
            later = _near(group, at, _later(group.first, timedelta(1)), _later(group.first, _LONGEST))
            new = [g for g in later if id(g) not in gone and group.is_put_to(g)]
            _put_to([group], new, gone)
        for some in new[:1]:
            near = _near(some, at, _later(some.first, -_LONGEST), _later(some.first, _LONGEST))
            _put_to([g for g in near if id(g) not in gone and g.is_moved_to(some)], new, gone)
    return [group for group in groups if id(group) not in gone]


def _put_to(old: list[_Group], new: list[_Group], gone: set[int]) -> None:
    """Make a group the history of another, where there is one of each."""
    if len(old) == len(new) == 1:
        gone.add(id(old[0]))
        new[0].before += [*old[0].before, *old[0].told]


def _may_be_one(before: _Telling, one: _Telling) -> bool:
    """Whether nothing speaks against it that a telling and a later one are of one event."""
    here, there = before.entry.event, one.entry.event
    if here.status != there.status:
        stages = _STAGE.get(here.status), _STAGE.get(there.status)
        if None in stages or (stages[0] != stages[1] and stages[0] != 0):
            return False  # what is denied, or was called off, is not what happened
    return _are_compatible(before, one)


def _are_compatible(before: _Telling, one: _Telling) -> bool:
    """Whether two tell of like things, with no two parties, places or names of which each has its own."""
    here, there = before.entry.event, one.entry.event
    types = {here.type, there.type}
    if not _are_of_like_kind(before, one):
        return False
    if here.place and there.place and not _are_of_one_place(before, one):
        return False
    persons, *others = (a <= b or b <= a for a, b in zip(before.sides, one.sides, strict=True))
    journey = types <= {"visit", "other"} and _are_of_one_place(before, one)  # whoever sends or awaits them there
    known = journey or _befalls_once(before, one)
    if not (persons and (known or all(others))) and not _are_votes_on_it(before, one):
        return False
    if not (_are_told_of(before, one) or _are_told_of(one, before)):
        return False  # "experts of Chad and Togo" are not their ministers
    at = f"{here.place.name} {there.place.name}" if here.place and there.place else ""
    places = frozenset(_WORD.findall(_plain(at)))  # known to be one
    mine, theirs = one.apart - before.words - places, before.apart - one.words - places
    return not (mine and theirs) and not (one.numbers - before.words and before.numbers - one.words)


def _are_told_of(one: _Telling, other: _Telling) -> bool:
    """Whether another telling has all those whom one leaves without a name, or somebody who is what they are."""
    return one.groups <= other.groups | other.offices or bool(one.called and one.called <= other.offices)


def _are_of_like_kind(one: _Telling, other: _Telling) -> bool:
    """Whether two are of one type, or of two by which the same thing may be told."""
    types = {one.entry.event.type, other.entry.event.type}
    if len(types) == 1 or types <= _PAIRED or _is_an_encounter(one, other) or _befalls_once(one, other):
        return True
    if types <= _PAIRED | {"visit"} and one.persons & other.persons:
        return True  # whom somebody visits he meets
    if one.persons and one.persons == other.persons and (one.puts_off or other.puts_off):
        return True  # "Visit of Addo moved", "Addo's report moved"
    if types <= _LOOSE and (_names_the_deed(one, other) or _names_the_deed(other, one)):
        return True
    return _is_a_journey(one, other) or _are_votes_on_it(one, other)


def _is_an_encounter(one: _Telling, other: _Telling) -> bool:
    """Whether two tell that the same two persons meet, whatever it is called: "sees Kone", "is received by Kone"."""
    types = {one.entry.event.type, other.entry.event.type}
    return types <= _ENCOUNTER and len(one.persons & other.persons) > 1 and bool(one.deed & other.deed)


def _is_a_journey(one: _Telling, other: _Telling) -> bool:
    """Whether two tell that somebody goes somewhere, one of them in other words than of a visit or as what came of it.

    "Addo is due in Gao" and "Addo visits Gao"; "Addo to visit Gao" and "Addo meets Kone in Gao".
    """
    due, there = sorted((one, other), key=lambda t: (t.entry.event.type != "other", t.entry.event.type != "visit"))
    types = due.entry.event.type, there.entry.event.type
    if types[1] not in {"visit", *_PAIRED} or not _are_of_one_place(one, other):
        return False
    if types[0] == "visit":
        ahead = any(t.stage == 0 or t.entry.event.put_off for t in (due, there))
        return types[1] in _PAIRED and ahead and bool(one.persons & other.persons)
    told = due.words - due.names - _plain_words("meeting")  # "is due in Gao to meet Kone"
    gone = bool(one.persons & other.persons) and (len(told) <= 1 or _are_of_two_places(one, other))
    return types[0] == "other" and (gone or bool(one.bodies & other.bodies and one.matter & other.matter))


def _are_of_two_places(one: _Telling, other: _Telling) -> bool:
    """Whether both name the same two places together: "to visit Gao and Kidal", "shuttles between Gao and Kidal"."""
    told = _WORD.findall(_plain(one.entry.event.title))
    both = one.apart & other.apart
    return any({a, b} <= both for a, link, b in zip(told, told[1:], told[2:], strict=False) if link == "and")


def _are_of_one_place(one: _Telling, other: _Telling) -> bool:
    """Whether two are known to be of one place, or name one of which nobody who takes part is."""
    here, there = one.entry.event.place, other.entry.event.place
    if here is not None and there is not None:
        return here.id in other.where or there.id in one.where
    return bool(one.apart & other.apart)


def _share(one: _Telling, other: _Telling) -> float:
    """How many of the words of two titles are in both, 0 to 1."""
    both = one.words & other.words
    return len(both) / len(one.words | other.words) if both else 0.0


def _is_like(one: _Telling, other: _Telling, *, one_day: bool) -> bool:
    """Whether the words of two tellings, or those who take part, make them one event."""
    types, both = {one.entry.event.type, other.entry.event.type}, one.words & other.words
    share = _share(one, other)
    met = one.parties & other.parties
    apart = not met and not (one.label <= other.label or other.label <= one.label)  # "Togo: Election", "Chad: Election"
    if share == 1 and not apart:
        return len(both) > 1 or bool(met) or one.label == other.label != frozenset()  # "Elections" may be anybody's
    same_parties = one.parties == other.parties != frozenset()
    if same_parties and len(both) > _SAID and both in (one.words, other.words):
        return True  # "Togo recalls envoy", "Togo recalls envoy after trawler was seized"
    if _is_a_journey(one, other) or _befalls_once(one, other):
        return True
    if types <= _LOOSE:
        if same_parties and share >= ALIKE_STATEMENTS:
            return True
    elif len(both) > 1 and share >= ALIKE and not apart:
        return True
    if not one_day:
        return False
    few = types <= _FEW and bool(met) and len(both) > 1 and share >= ALIKE_PARTIES
    few = few and not _are_of_other_matters(one, other)  # "agree to reopen road", "agree to swap prisoners"
    return few or _is_what_comes_once(one, other) or _is_one_deed(one, other) or _was_planned(one, other)


def _names_the_deed(one: _Telling, other: _Telling) -> bool:
    """Whether one tells of what the same persons do in the other: "Addo to report", "Addo's report moved"."""
    return bool(one.persons) and one.persons == other.persons and bool((other.deed - _carrying()) & one.words)


def _was_planned(one: _Telling, other: _Telling) -> bool:
    """Whether somebody does what was planned of him: "Council to hear briefing by Addo", "Addo briefs diplomats".

    Of a body or a land so far only where the articles tell one story: "Court to rule on strip", "Court rules for Togo".
    """
    plan, told = sorted((one, other), key=lambda t: t.stage)
    if not plan.stage == 0 < told.stage:
        return False
    done = told.deed - _carrying()
    if plan.persons & told.persons and done & (plan.words - plan.names):
        return True
    if not plan.parties & told.parties or not _are_of_one_story(plan, told):
        return False
    return _is_done_as_planned(plan, told)


def _is_done_as_planned(plan: _Telling, told: _Telling) -> bool:
    """Whether those of whom something was planned do that, by its verb, or by its matter where no verb tells it."""
    types, same = {plan.entry.event.type, told.entry.event.type}, plan.deed & told.deed
    if types == {"agreement"}:
        return bool(same and plan.words & told.words & _documents())  # "to sign peace treaty", "sign pact on border"
    if types != {"other"}:
        return False
    if same - _carrying() and not _are_of_other_matters(plan, told):
        return True
    if same & _once()[2] or plan.parties != told.parties:
        return bool(same & _once()[2])
    known = bool(plan.deed & _expecting()) or _are_of_one_place(
        plan, told
    )  # "observers due", "to reopen embassy in Gao"
    return known and bool(plan.matter & told.matter)


def _is_one_deed(one: _Telling, other: _Telling) -> bool:
    """Whether two tell the same of the same thing: "Gao police arrest two miners", "Two miners arrested for looting".

    What somebody says is one only where his words are, and one blow or meeting may be like another.
    """
    same = one.deed & other.deed
    if not same or {one.entry.event.type, other.entry.event.type} & ({"statement", "attack"} | _PAIRED):
        return False
    return (one.parties <= other.parties or other.parties <= one.parties) and bool((one.matter & other.matter) - same)


def _befalls_once(one: _Telling, other: _Telling) -> bool:
    """Whether two tell what befalls somebody once, and of the same: "Addo quits", "Addo steps down as minister"."""
    by, to, _ = _once()
    same = one.deed & other.deed
    if (same & by and one.doers & other.doers) or (same & by & to and one.persons & other.persons):
        return True
    named = one.doers & other.doers and (one.called | other.called) & (one.offices | other.offices)
    return bool(same & to and (one.others & other.others or named))  # "to name envoy", "names Berg", who is the envoy


@cache
def _once() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """The roots of what one does once, of what is done to one once, and of what one does once a day."""
    words = load().once
    return roots(" ".join(words["by"])), roots(" ".join(words["to"])), roots(" ".join(words["on_a_day"]))


@cache
def _documents() -> frozenset[str]:
    """The roots of the nouns for what is agreed: "accord"."""
    return frozenset[str]().union(*(roots(noun) for noun, of in load().nouns.items() if of == "agreement"))


def _is_what_comes_once(one: _Telling, other: _Telling) -> bool:
    """Whether two are what comes once a day: a visit to a place, talks of two, an accord of two, a vote on a thing."""
    types = {one.entry.event.type, other.entry.event.type}
    if types <= _PAIRED or _is_an_encounter(one, other):
        return _is_one_gathering(one, other)
    if types == {"visit"}:
        return _are_of_one_place(one, other) and bool(one.persons & other.persons)
    if types == {"agreement"}:
        two = one.lands == other.lands and len(one.lands) > 1 and not _are_of_other_matters(one, other)
        return two or (_are_of_one_place(one, other) and _leaves_untold_whose(one, other))  # "Accord signed in Lome"
    if types == {"sanction"}:
        return bool(one.parties & other.parties and one.matter & other.matter)
    return _are_votes_on_it(one, other)


def _is_one_gathering(one: _Telling, other: _Telling) -> bool:
    """Whether two meetings of a day are one: of the same two, of one place, of one name, or of one body and matter."""
    met, untold = one.parties & other.parties, _leaves_untold_whose(one, other)
    if len(met) > 1 and (one.parties == other.parties or one.lands == other.lands):
        return True  # "Addo meets Kone", "Ghana and Mali hold talks"
    if (met or untold) and _are_of_one_place(one, other):
        return True  # "Talks in Lome break up"
    if _is_labelled(one, other) or _is_labelled(other, one):
        return True
    named = one.words & other.words & _occasions()
    if untold and named and not (one.persons or other.persons) and _are_of_one_story(one, other):
        return True  # "Next round of talks to begin"
    alone = not (one.persons or other.persons or one.groups or other.groups)  # "Council meets", "Council convenes"
    nobodys = not (one.parties or other.parties)  # "Second round starts"
    return alone and bool(one.matter & other.matter) and (bool(met) or nobodys)


def _leaves_untold_whose(one: _Telling, other: _Telling) -> bool:
    """Whether one of two that may be about the same names nobody."""
    return not (one.parties and other.parties) and not _are_of_other_matters(one, other)


def _is_labelled(one: _Telling, other: _Telling) -> bool:
    """Whether one tells under a name what bears it in the other: "Fish summit: Leaders meet", "Fish summit opens"."""
    known = one.parties or other.persons or not one.label & _occasions()
    return not known and one.label <= other.words


def _are_of_the_same(one: _Telling, other: _Telling, *, reported: bool) -> bool:
    """Whether two name one party, or one names some and their articles tell one story."""
    if reported or not (one.parties or other.parties):
        return bool(one.parties & other.parties)
    return bool(one.parties & other.parties) or _are_of_one_story(one, other)


def _are_of_one_story(one: _Telling, other: _Telling) -> bool:
    """Whether the articles of two name three of the same, not countries alone, and two in five of the shorter one's."""
    both = one.story & other.story
    few = len(both) < 3 or 5 * len(both) < 2 * min(len(one.story), len(other.story))
    return not few and not all(id_.startswith("country:") for id_ in both)


@cache
def _carrying() -> frozenset[str]:
    """The roots of the verbs that only carry a noun: "hold"."""
    return _roots_of(load().support)


@cache
def _expecting() -> frozenset[str]:
    """The roots of the words that tell of a plan and not of what: "expected", "due"."""
    words = load().status
    return _roots_of(words["planned_passive"] | words["planned_adjectives"]) | roots("expect")


@cache
def _moving() -> frozenset[str]:
    """The roots of the verbs of what gets another day: "move"."""
    return _roots_of(load().dating["shifting"] | load().dating["postponing"])


@cache
def _occasions() -> frozenset[str]:
    """The roots of the nouns for what people meet at, "talks", "summit", but for what any may have: "meeting"."""
    nouns = load().nouns
    return frozenset[str]().union(*(roots(noun) for noun, of in nouns.items() if of in _PAIRED)) - roots("meeting")


def _are_of_other_matters(one: _Telling, other: _Telling) -> bool:
    """Whether both say what they are about beside what is done, and nothing of it is the same."""
    mine, theirs = (told.matter - (one.deed & other.deed) for told in (one, other))
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def _are_votes_on_it(one: _Telling, other: _Telling) -> bool:
    """Whether two are votes on the same, whoever is told of: "Peru vetoes fish embargo", "League votes on embargo"."""
    types = {one.entry.event.type, other.entry.event.type}
    return "vote" in types and types <= {"vote", "meeting"} and len(one.matter & other.matter) > 1


def _one(group: _Group) -> Entry:
    """The entry of a group: of those that tell how far it has come, the one that tells it best."""
    told = [*group.before, *group.told]
    if len(told) == 1:
        return told[0].entry
    stage = group.stage
    head = min((one for one in group.told if one.stage == stage), key=_rank).entry
    others = sorted(told, key=lambda t: (t.published, t.stage))
    also = tuple(one.entry for one in others if one.entry is not head)
    salience = max(one.entry.event.salience for one in told)
    return replace(head, event=replace(head.event, salience=salience), also=also)


def _rank(one: _Telling) -> tuple[timedelta, int, date, float, float, int, date, str]:
    """First those that know the day best."""
    event: Event = one.entry.event
    first, until = event.when.first or date.min, event.when.until or date.max
    basis = _BASIS.get(event.when.basis, len(_BASIS))
    return until - first, basis, first, -event.salience, -event.confidence, -len(event.actors), one.published, event.id
