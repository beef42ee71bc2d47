"""Which side of the article's date a clause lies on: "past", "present", "future" or None.

Two ways to the same answer: `tense_at` reads a parsed spaCy Doc (Universal Dependencies labels),
`heard` guesses from the words of the sentence alone. Neither imports spaCy.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from itertools import pairwise, takewhile
from typing import Any, NamedTuple

from timeline import rules

# a tag tells nothing: "this weekend? #bored"
_WORD = re.compile(r"(?<![#@\w])[^\W\d_]+(?:['’][a-z]+)?|'ll|:(?=\s)|[;()“”\"—]")
_REACH = 260  # characters of a sentence that are looked at to either side
OWNING = ("'s", "’s")  # "would get around Wednesday's ruling": a time of the noun, not of the clause
_LEAD = 24  # characters of it that may compare
# it begins with what is rare, so that the rest is seldom tried
_STOP = re.compile(
    r"[.!?\n](?:(?<!\n)(?<!\b[A-Z].)(?<!\bMr.)(?<!\bMs.)(?<!\bDr.)(?<!\bSt.)(?<!\bMrs.)"
    r"[\"”’')]?\s+(?=[\"“‘A-Z])|(?<=\n)\s*\n)"
)
_HALT = re.compile(r"[,;:!?]|\.\s")
_NEAR = 13  # words between a time and what points at it
_TELLING = 2  # words between a verb of saying and its day: "said late on"
_CLOSE = 5  # the same for the weakest pointers
_NOUN_TOO = 6  # words between a time and a verb that may be a noun: "a visit on Friday"
_FINITE = 10  # and one that hardly is: "meets the Danish foreign minister, Ada Lind, in Lome on Friday"
_OWN = 7  # words between a verb and its own time
_SHORT = 4  # letters of a word whose ending tells nothing
_SURE = 16  # and what says plainly that it lies ahead
_PARTICIPLES = ("ed", "en", "wn")


class Heard(NamedTuple):
    """The side a clause lies on.

    `sure`: its words say so plainly, enough for a month. `plain`: so plainly that a weekday,
    which in news nearly always lies behind, may lie ahead. `own`: the time is that of its verb
    ("met on 30 October", "will meet on 1 May"), which cannot lie on the other side.
    `tense` is "either" where what was to be may be over by now or not: "had been due on Friday".
    `of_noun`: it is that of a noun, which may lie on either side: "under a June agreement", "ahead of the March vote".
    """

    tense: str | None
    sure: bool = False
    plain: bool = False
    own: bool = False
    of_noun: bool = False


@lru_cache(maxsize=8)
def cues(language: str) -> Mapping[str, frozenset[str]]:
    """Cue words of a language: tense.toml, read once; empty for a language without one."""
    path = rules.LANGUAGES / language / "tense.toml"
    if not path.is_file():
        return {}
    return {name: frozenset(words) for name, words in rules.read_toml(path).items()}


def heard(text: str, start: int, end: int, language: str = "en") -> Heard:
    """Tense of the clause around `text[start:end]`, by its words alone.

    The nearest cue before the time in its own clause decides, then the first one after it, then
    what stands before the clause.
    """
    known = cues(language)
    if not known:
        return Heard(None)
    opening = _opening(text, start)
    before = _WORD.findall(_asides(language).sub(" ", text[opening:start]))
    right = text[end : end + _REACH]
    stop_ = _STOP.search(right)
    after = _WORD.findall(right[: stop_.start()] if stop_ else right)
    if text[end : end + 2] in OWNING:
        known = {**known, "plainly": frozenset(), "able": frozenset(), "arranged": frozenset(), "asking": frozenset()}
        told = before[:-1] if before[-1:] == ["that"] else before
        if _meets([word.lower() for word in told[-1:]], known, "saying"):
            before = []  # "He said (that) Sunday's vote will be close"
    if _ends_a_period(before, known):
        return Heard("past", True, own=True)
    if _meets([word.lower() for word in before[-1:]], known, "reporting") and after[:1] == ["that"]:
        return Heard("past", True)  # "the agency reports Friday that it will rain"
    if suffered(text, start, end, language):
        return Heard("past", True, own=True)
    if came_after(text, start, language):
        return Heard("past", True, own=True)
    owned = text[end : end + 2] in OWNING
    if owned and any(
        " ".join(before[-n:]).lower() in known.get(now, ()) for now in ("calling_off", "going_on") for n in (1, 2, 3)
    ):
        return Heard("future", True, True)
    lead = [word.lower() for word in before[:-_NEAR:-1]]
    if _meets(lead[:1], known, "ending_it") and _meets(lead, known, "extending"):
        return Heard("future", True, True)  # "extended the deadline by a month to the end of May"
    moved = _of_a_move(lead, after, known)
    if moved:
        return moved
    if _meets(lead[:1], known, "forthcoming") and _meets(lead[1:2], known, "articles"):
        return Heard("future", True, True)  # "the planned August vote"
    bound = _of_limit(after[1:] if owned else after, known)
    if bound:
        return bound
    if _is_last_day_of_a_condition(before, known):
        return Heard("future", False, True)
    said = _told(before, after, known, owned=owned)
    if said.tense != "future" and _is_awaited(text[opening:start], known):
        return Heard("future", True, True, of_noun=True)
    if said.tense in {None, "present"} and _meets([word.lower() for word in before[-1:]], known, "no_later"):
        return Heard("future", False, True)
    if said.tense != "past" and text[start:end].lower().startswith(tuple(known.get("opening", ()))):
        return Heard("future", True, True)
    if said.tense is None and right[stop_.start() if stop_ else -1 :][:1] == "?":  # "Lunch on Friday?"
        return Heard("future", False, True)
    return said


def _of_a_move(lead: list[str], after: list[str], known: Mapping[str, frozenset[str]]) -> Heard | None:
    """Side of the new day of what is moved, or of its old one; the words before it come nearest first."""
    if not _meets(lead, known, "moving"):
        return None
    if _meets(lead[:1], known, "ending_it"):
        if _meets(lead[2:5], known, "limits"):
            return Heard("future", False, True)  # "was put off by a week to 3 October"
        other = (
            _meets(lead[2:5], known, "origin")
            or _meets(lead[1:2], known, "off")
            or _meets(lead[1:2], known, "occasions")
            or (_meets(lead[3:5], known, "off") and _meets(lead[1:2], known, "periods"))
        )
        if other:
            # "postponed it from 3 June to 9 June", "put the summit back (a week) to 9 June"
            return Heard("future", False, True)
    if _meets(lead[:1], known, "until") and _meets(lead[1:_OWN], known, "moving"):
        return Heard("future", False, True)  # "was put off until Friday"
    if _meets(lead[:1], known, "origin") and _meets(after[:1], known, "new_day"):
        return Heard("either")  # and the day that it was to be
    return None


@lru_cache(maxsize=8)
def _asides(language: str) -> re.Pattern[str]:
    """What is told between: "at 9 a.m. (0700 GMT) on Friday", "will name Lund, whose party won, as envoy on Friday"."""
    opens = "|".join(sorted(cues(language).get("asides", ()))) or "(?!)"
    return re.compile(rf"\([^()\n]{{1,40}}\)|, (?:{opens}) [^,;:()\n]{{1,120}},")


def _opening(text: str, start: int) -> int:
    """Where the sentence of a time begins, as far back as one looks; the time may itself begin it."""
    opening = max(0, start - _REACH)
    for stop in _STOP.finditer(text, opening, start + 1):
        opening = stop.end()
    return opening


def beside_the_clause(text: str, start: int, end: int, language: str = "en") -> bool:
    """Whether a time stands in what is told of somebody between two commas: "the house, which sat on 3 May, votes".

    So does what was done to him: "the crew, seized on 3 May, will be freed".
    """
    before = text[_opening(text, start) : start].rpartition(",")
    opens = _WORD.match(before[2].lstrip()) if before[1] else None
    if opens is None:
        return False
    word, known = opens[0].lower(), cues(language)
    done = word.endswith(_PARTICIPLES) or _meets([word], known, "behind")
    return word in known.get("asides", ()) or (done and text[end : end + 1] == ",")


def compared(text: str, start: int, language: str = "en") -> bool:
    """Whether the words before a time only measure by it: "the heaviest since", "more than in"."""
    words = tuple(word.lower() for word in _WORD.findall(text[max(0, start - _LEAD) : start]))
    known = cues(language).get("comparing", frozenset())
    return any(" ".join(words[-n:]) in known for n in (1, 2, 3))


def goes_through(text: str, start: int, language: str = "en") -> bool:
    """Whether what is told lasts to the end of a time, so that the time may be to come: "was booked through July"."""
    words = _WORD.findall(text[max(0, start - _LEAD) : start])
    return _meets([word.lower() for word in words[-1:]], cues(language), "through")


def reaches(text: str, start: int, language: str = "en") -> bool:
    """Whether something is to reach up to a time: "promised an answer by Friday", "put off to Friday"."""
    words = _WORD.findall(text[max(0, start - _LEAD) : start])
    return _meets([word.lower() for word in words[-1:]], cues(language), "up_to")


def is_put_off_to(text: str, start: int, language: str = "en") -> bool:
    """Whether a time is the later one that something is moved to: "has been moved to Friday", no "brought forward"."""
    known = cues(language)
    before = [word.lower() for word in _WORD.findall(text[_opening(text, start) : start])][: -_NEAR - 1 : -1]
    moved = _meets(before[:1], known, "up_to") and _meets(before[1:_OWN], known, "moving")
    return moved and not _meets(before, known, "sooner")


def fronted(text: str, start: int, language: str = "en") -> bool:
    """Whether a time opens its sentence: "In 2014 they met in May", "Last year, on 3 May"."""
    opening = max(0, start - _LEAD)
    stops = [stop.end() for stop in _STOP.finditer(text, opening, start + 1)]  # the time may itself begin the sentence
    if not stops and opening:
        return False
    words = _WORD.findall(text[stops[-1] if stops else opening : start])
    known = cues(language)
    if len(words) == 2 and words[1].lower() in known.get("definite", ()):  # "In the 1994 campaign they met in May"
        words.pop()
    return not words or (len(words) == 1 and _meets([words[0].lower()], known, "upon"))


def leads_up(text: str, start: int, language: str = "en") -> bool:
    """Whether the words right before a time only lead up to it: "ahead of the 12 May vote", "until Friday"."""
    words = _WORD.findall(text[max(0, start - _LEAD) : start])
    return _meets([word.lower() for word in words[-_TELLING - 1 :]], cues(language), "leading_up")


def begins_anew(text: str, start: int, end: int, language: str = "en") -> bool:
    """Whether a clause with a subject of its own begins in a stretch: "and the council meets", not "and will meet"."""
    known, words = cues(language), _WORD.findall(text[start:end])
    behind = (later for word, later in pairwise(words) if word.lower() in known.get("clause_joining", ()))
    return any(word.istitle() or word.lower() in known.get("articles", ()) for word in behind)


def arranges(text: str, start: int, language: str = "en") -> bool:
    """Whether a verb right before a time arranges what is to come: "the talks resume in two weeks"."""
    words = [word.lower() for word in _WORD.findall(text[max(0, start - _LEAD) : start])[-_TELLING - 1 :]]
    return _meets(words, cues(language), "arranged") and not _meets(words, cues(language), "governing")


def comes_after(text: str, day: int, start: int, language: str = "en") -> bool:
    """Whether what is told from the end of a day on came first: "on Thursday after he flew there"; no plan is in it."""
    words, known = _WORD.findall(text[day:start]), cues(language)
    infinitive = any(one == "to" and other.islower() for one, other in pairwise(words))
    plain = [word.lower() for word in words]
    return _meets(plain[:1], known, "having_done") and not _meets(plain, known, "modals") and not infinitive


def told_ahead(text: str, day: tuple[int, int], start: int, language: str = "en") -> bool:
    """Whether a time is ahead of a day told before it: "said on Tuesday that the council would vote on Thursday"."""
    known = cues(language)
    words = _WORD.findall(text[day[1] : start])
    if not fronted(text, day[0], language):
        words = _WORD.findall(text[max(0, day[0] - _LEAD) : day[0]])[-_TELLING:] + words
        words = words if _meets(words[:_TELLING], known, "telling") else []
    said = [i for i, word in enumerate(words) if word in known.get("telling", ())]
    return bool(said) and _meets(words[said[-1] + 1 :], known, "from_then")


def since(text: str, start: int, language: str = "en") -> bool:
    """Whether the words before a time put it behind, whatever its clause says: "since March"."""
    words = _WORD.findall(text[max(0, start - _LEAD) : start])
    known = cues(language)
    return _dates_from([word.lower() for word in words[::-1]], known) or _ends_a_period(words, known)


def _ends_a_period(before: list[str], known: Mapping[str, frozenset[str]]) -> bool:
    """Whether a time ends the months that something is told of: "lost $2 million in the three months to September"."""
    last = [word.lower() for word in before[-4:]]
    # "was put off (by) two weeks to 3 October"
    moved = any(_meets(last[:-2], known, name) for name in ("limits", "off"))
    return _meets(last[-1:], known, "ending_it") and _meets(last[-2:-1], known, "periods") and not moved


def is_of_the_count(text: str, voted: int, start: int, language: str = "en") -> bool:
    """Whether a time tells how a vote ended whose day was named before: "voted on Sunday. Kos conceded at 2 a.m."."""
    known = cues(language)
    told, here = ([word.lower() for word in _WORD.findall(text[_opening(text, at) : start])] for at in (voted, start))
    return _meets(told, known, "of_votes") and _meets(here, known, "of_their_count")


def is_behind(text: str, start: int, language: str = "en") -> bool:
    """Whether a time is said to be past: "shortly after midnight"."""
    return _meets(
        [word.lower() for word in _WORD.findall(text[max(0, start - _LEAD) : start])[-1:]], cues(language), "past_it"
    )


def is_before(text: str, start: int, end: int, language: str = "en") -> bool:
    """Whether a time's sentence tells of what had been before: "earlier in the week she had left"."""
    right = text[end : end + _REACH]
    stop = _STOP.search(right)
    words = _WORD.findall(text[_opening(text, start) : start])
    words += _WORD.findall(right[: stop.start()] if stop else right)
    return _meets([word.lower() for word in words], cues(language), "pluperfect")


def suffered(text: str, start: int, end: int, language: str = "en") -> bool:
    """Whether a time is that of a blow named with it, which was struck: "on trial for the July raid"."""
    known = cues(language)
    before = _WORD.findall(text[max(0, start - 2 * _LEAD) : start].lower())[:-8:-1]
    inside = _WORD.findall(text[start:end].lower())[:1]  # "the 4 July raid"
    owning = text[end : end + len(OWNING[0])] in OWNING  # "Monday's raid"
    if owning:
        end += len(OWNING[0])
    bare = any(c.isdigit() for c in text[start:end]) and _meets(before[:1], known, "charging")  # "over 4 July fire"
    if owning or bare or _meets([*inside, *before[:1]], known, "definite"):
        after = _WORD.findall(_HALT.split(text[end : end + 2 * _LEAD])[0])[:4]
        named = [word for word in after if word.islower()]  # "the 4 July *Lake Karhu* fire"
        apart = _meets(named[:1], known, "charging")  # "the 4 July for fires", no "4 July tanker fire"
        return _meets(named[: 1 if apart else 2], known, "blows")
    joined = _meets(before[:1], known, "upon") or _meets(before[:1], known, "linking")
    whose = any(word.endswith(OWNING) for word in before[2:6]) or _meets(before[2:4], known, "possessing")
    told = whose or _meets(before[2:4], known, "definite") or _meets(before[3:5], known, "charging")
    to_come = _meets(before[3:6], known, "modals")  # "will (surely) debate the spill on Monday"
    return joined and told and not to_come and _meets(before[1:2], known, "blows")


def fell_through(text: str, start: int, end: int, language: str = "en") -> bool:
    """Whether a time is that of what was planned for it, and came otherwise: "were due on Monday but did not come"."""
    known = cues(language)
    after = [word.lower() for word in _WORD.findall(text[end : end + _LEAD])]
    return (
        was_meant(text, start, end, language) and _meets(after[:1], known, "instead") and not _is_off(text, end, known)
    )


def lapsed(text: str, start: int, end: int, language: str = "en") -> bool:
    """Whether what was planned for a time is told as off, so that it may be over: "planned for May was cancelled".

    Or as what was to be: "was to have begun on Monday".
    """
    known = cues(language)
    missed = _meets(_meant_for(text, start, language)[1:2], known, "perfect")
    return missed or fell_through(text, start, end, language) or _is_off(text, end, known)


def was_meant(text: str, start: int, end: int, language: str = "en") -> bool:
    """Whether a time is that of what was to be on it, so that it is sooner over than far ahead: "was to have met"."""
    return bool(_meant_for(text, start, language)) and not is_off_by_now(text, start, end, language)


def is_off_by_now(text: str, start: int, end: int, language: str = "en") -> bool:
    """Whether the present perfect behind a time calls off what is still to come: "due on Monday, has been put off".

    "Due on Monday but has now been cancelled"; what "was supposed to begin on Monday" did not.
    """
    if _meets(_meant_for(text, start, language)[:1], cues(language), "supposed"):
        return False
    after = [word.lower() for word in _WORD.findall(text[end : end + _LEAD])][:2]
    return _meets(after, cues(language), "perfect")


def _meant_for(text: str, start: int, language: str) -> list[str]:
    """The words before a time from those on that tell what was planned for it: "due", "to have begun"; or none.

    None where it has since been put off to that time: "was due on Monday but has been put off until Friday".
    """
    known = cues(language)
    if is_put_off_to(text, start, language):
        return []
    before = [word.lower() for word in _WORD.findall(text[max(0, start - 3 * _LEAD) : start])][-_NEAR:]
    before = [word for word in before if word not in known.get("at_first", ())]
    at = next((i for i, word in enumerate(before[::-1]) if word in known.get("past_being", ())), None)
    meant = before[len(before) - at :] if at is not None else []
    return meant if _meets(meant[:2], known, "meant") else []


def _is_off(text: str, end: int, known: Mapping[str, frozenset[str]]) -> bool:
    """Whether the words after a time call off what was planned for it: "planned for May was cancelled"."""
    after = [word.lower() for word in _WORD.findall(text[end : end + 2 * _LEAD])]
    at = next((i for i, word in enumerate(after[:4]) if _was(word, known)), None)
    at = at + 1 if at is not None and _meets(after[at + 1 : at + 2], known, "been") else at  # "had been"
    return at is not None and any(" ".join(after[at + 1 : at + 1 + n]) in known.get("calling_off", ()) for n in (1, 2))


def refused(text: str, start: int, language: str = "en") -> bool:
    """Whether a time is that of what somebody would not do, which nobody reports: "would not comment on Tuesday"."""
    known = cues(language)
    before = [word.lower() for word in _WORD.findall(text[_opening(text, start) : start])]
    at = next(
        (i for i, word in enumerate(before[-_OWN:-1], max(0, len(before) - _OWN)) if word in known.get("refusing", ())),
        None,
    )
    if at is None or not (
        _meets(before[at : at + 1], known, "refusing_alone") or _meets(before[at + 1 : at + 2], known, "denying")
    ):
        return False
    return not _meets(before[:at], known, "telling") and not _meets(before[:at], known, "saying")


def came_after(text: str, start: int, language: str = "en") -> bool:
    """Whether a time is that of what somebody did before he agreed to something: "agreed to leave after talks on"."""
    known = cues(language)
    words = [word.lower() for word in _WORD.findall(_STOP.split(text[max(0, start - _REACH) : start])[-1])][::-1]
    after = next((i for i, word in enumerate(words[:_NEAR]) if word in known.get("having_done", ())), 0)
    if not after or not (words[after - 1].endswith("ing") or _meets(words[after - 1 : after], known, "talking")):
        return False
    aim = next((i for i, word in enumerate(words) if i > after and word in known.get("ending_it", ())), len(words))
    agreed = words[aim + 1 : aim + 2]
    told = any(word.endswith("ed") for word in agreed) or _meets(agreed, known, "behind")
    return told and not (words[aim + 2 : aim + 3] and _meets(words[aim + 2 : aim + 3], known, "states"))


def _dates_from(words: list[str], known: Mapping[str, frozenset[str]]) -> bool:
    """Whether the words before a time, the nearest first, put it behind: "since March", "dates from March"."""
    return any(" ".join(words[n - 1 :: -1]) in known.get("since", ()) for n in (1, 2) if len(words) >= n)


def _told(before: list[str], after: list[str], known: Mapping[str, frozenset[str]], *, owned: bool) -> Heard:
    near, rest = _own_clause(before[::-1], known)
    behind = _own_clause(after, known)[0][:14]
    for words in (near, behind, rest):
        found = _first(words, known, back=words is not behind)
        if words is near and not found.tense and _meets([word.lower() for word in rest[:1]], known, "sources"):
            return Heard("past", True)  # "will rise, according to a draft seen by envoys Sunday"
        if found.tense and words is rest:
            # "will testify before the panel on Friday": no clause of its own
            return found if not owned and _meets([rest[0].lower()], known, "either") else Heard(found.tense)
        opening = [before[0].lower()] if len(before) == 1 else []
        upon = len(before) < 2 and (not before or _meets(opening, known, "upon"))
        if owned:
            upon = _meets([word.lower() for word in behind[1 : _TELLING + 2]], known, "occasions")
        if words is behind and upon and _is_meant(words, known):
            return Heard("future", False, True)
        if found.tense and words is behind and (_meets(opening, known, "upon") or _meets(opening, known, "limits")):
            first = behind[:_CLOSE]  # "On 30 October the two met", "By Friday they must leave"
            near_by = _first(first, known, back=False).tense == found.tense
            own = near_by and not _meets([w.lower() for w in first], known, "arranging")
            bound = found.tense == "future" and _meets([w.lower() for w in behind[:_OWN]], known, "plainly")
            return found._replace(own=own, plain=found.plain or bound)
        if found.tense:
            return found
    return Heard(None)


def _is_last_day_of_a_condition(before: list[str], known: Mapping[str, frozenset[str]]) -> bool:
    """Whether a time is by when something must be done: "would strike if no deal was reached by Sunday"."""
    near, rest = _own_clause([word.lower() for word in before[::-1]], known)
    asks = _meets(near[:1], known, "no_later") and _meets(rest[:1], known, "supposing")
    return asks and (_meets(rest, known, "ahead") or _meets(rest, known, "toward"))


def _is_meant(words: list[str], known: Mapping[str, frozenset[str]]) -> bool:
    """Whether the first words after a time tell what is meant for it: "On Friday, the court was scheduled to rule"."""
    for earlier, word, later in zip(["", *words], words[:_NEAR], words[1:], strict=False):
        if f"{word} {later}".lower() in known.get("meaning", ()):
            return earlier.lower() != "had"  # "had planned to meet": and did not
        done = word.endswith("ed") or _meets([word.lower()], known, "behind")
        if _meets([word.lower()], known, "telling") or (done and not _meets([word.lower()], known, "past_being")):
            break  # "In February the bank said it planned to": said then; "On Friday they rejected plans to march"
    return False


def _of_limit(after: list[str], known: Mapping[str, frozenset[str]]) -> Heard | None:
    """Side of a limit's day: "the May 1 deadline was missed", "Monday's deadline looms"; None where none is told."""
    words = [word.lower() for word in after[:_CLOSE]]
    if not _meets(words[:1], known, "limit_nouns"):
        return None
    if _meets(words[1:], known, "lapsing"):
        ahead = _meets(words[1:], known, "ahead")  # "Monday's deadline must be met"
        return Heard("future", True, True) if ahead else Heard("past", True, own=True)
    return Heard("future", True, True) if _meets(words[1:2], known, "standing") else None


def _is_awaited(lead: str, known: Mapping[str, frozenset[str]]) -> bool:
    """Whether a time is of what one is ahead of, without verb or comma between: "ahead of a strike in two ports on"."""
    words = [word.lower() for word in _WORD.findall(lead.rpartition(",")[2])]
    pairs = [" ".join(pair) for pair in pairwise(words)]
    ahead = max((i for i, pair in enumerate(pairs) if pair in known.get("closely", ())), default=None)
    return ahead is not None and not any(w in known["behind"] or w.endswith("ed") for w in words[ahead:])


def _own_clause(words: list[str], known: Mapping[str, frozenset[str]]) -> tuple[list[str], list[str]]:
    for i, word in enumerate(words):
        if i and (word.lower() in known.get("borders", ()) or word in ';:()“”"—'):
            return words[:i], words[i:]
    return words, []


def _first(words: list[str], known: Mapping[str, frozenset[str]], *, back: bool) -> Heard:
    """What the first telling word says; words come in the order of their distance.

    `back`: they stand before the time, so the nearest of them is the last in the text.
    """
    arranged = False
    endings = tuple(known.get("future_endings", ()))
    plain = [_plain(word) for word in words[:60]]
    if back and _is_moved(plain, known):
        return _unless_lapsed(Heard("future", True, True), plain[:_OWN], known)
    gone = _since(plain, known) if back else None
    if gone is not None:
        return Heard("past", True, own=gone > 0)
    for i, word in enumerate(plain):
        # what precedes it in the text, the nearer first, and what follows
        earlier = plain[i + 1 : i + 4] if back else plain[max(i - 3, 0) : i][::-1]
        later = plain[max(i - 3, 0) : i][::-1] if back else plain[i + 1 : i + 4]
        close = i < _CLOSE and f"{word} {' '.join(later[:1])}" in known.get("closely", ())
        led = i - _told_between(words, i, known) if back and word in known.get("toward", ()) else i
        verb = words[led - 2] if led > 1 else ""
        behind = later if led == i else plain[max(led - 3, 0) : led][::-1]
        if back and (close or (i < _NEAR and _points(word, earlier, behind, verb, known))):
            sure = not _may_be_over(plain[: i + 4], known)
            is_to = i > 1 and f"{word} {' '.join(later[:1])}" in known.get("fixing", ())
            own = is_to and _own_day(plain, i - 1, words, known, "limits")  # "are to be received by 3 March"
            return _unless_lapsed(Heard("future", sure, True, own=own, of_noun=close), earlier, known)
        future = word.endswith(endings) and len(word) > _SHORT and word not in known.get("no_future", ())
        edge = i == (len(words) - 1 if back else 0)  # else a capital makes it a name: "Good Hope", "May"
        have = next((n for n, w in enumerate([word, *earlier[:1]]) if w in known.get("perfect", ())), None)
        if have is not None and _meets(earlier[have : have + 1], known, "modals"):
            continue  # "will have left"
        if word in known.get("able", ()):
            return Heard("present", False, True)
        if _meets(earlier[:1], known, "vividly") or _gives_cause(word, earlier, later, known, back=back):
            continue  # "the much-anticipated session came to nothing on Friday"
        put_off = _is_put_off(word, plain, known, back=back)
        if (future or word in known["ahead"]) and not put_off and (edge or not words[i].istitle()):
            surely = future or word in known["surely"]
            return _future(plain, i, words, known, back=back, surely=surely)
        if back and i < 2 and _is_set(plain, i, known):
            return Heard("future", False, True)
        passive = _meets(earlier[:2], known, "being")
        if word in known.get("perfect", ()):  # "we have three shops" tells no past
            if any(w in known["behind"] or w.endswith(_PARTICIPLES) for w in later[:2]):
                return Heard("past", i < 7)
            continue
        led = back and i > 1 and later[:1] == ["by"]  # "a mission led by Berg arrives on Sunday", not "fell by Monday"
        if (word in known["behind"] and not (passive or led)) or put_off:
            if not back and _meets(later[:1], known, "ahead") and later[0].endswith("ing"):
                continue  # "were anticipating"
            return _past(plain, i, words, known, back=back)
        if word in known["arranged"] and i < (_FINITE if back and word.endswith("s") else _NOUN_TOO):
            idle = not passive if word.endswith("ing") else _meets(earlier[:1], known, "states")
            if idle or later[:1] == ["of"]:
                continue  # "was leaving on Friday", "is open on Fridays", "at the close of business Friday"
            base = not word.endswith(("s", "ing"))
            # "arrived on Tuesday and leaves on Saturday", "the talks end on Friday"
            goes_on = back and not base and earlier[:1] == ["and"] and _meets(later[:1], known, "articles")
            # "met Kos on Monday and begins a visit on Friday"
            if (i < 3 and not base) or goes_on or (back and i < 2 and earlier and not _led(earlier, known)):
                return Heard("present", False, True)
            arranged = arranged or not _meets(earlier[:1], known, "articles")  # "after a vote on Friday"
        elif word.endswith("ed") and len(word) > 3 and word not in known["no_past"] and not passive:
            if words[i].istitle() and not edge:
                continue  # "the Black Eyed Peas"
            # no verb of the clause: "families parted by the war", "the newly launched classes"
            if later[:1] == ["by"] or _attributive(earlier, later, known):
                continue
            return _past(plain, i, words, known, back=back)
    return Heard("present", False, True) if arranged else Heard(None)


def _is_put_off(word: str, plain: list[str], known: Mapping[str, frozenset[str]], *, back: bool) -> bool:
    """Whether something was put off on a day, not to it: "was postponed on Tuesday", no "until Tuesday"."""
    return word in known.get("putting_off", ()) and not (back and _meets(plain[:2], known, "new_day"))


def _future(
    plain: list[str], at: int, words: list[str], known: Mapping[str, frozenset[str]], *, back: bool, surely: bool
) -> Heard:
    """The future that a word so far from the time tells."""
    word = plain[at]
    earlier = plain[at + 1 : at + 4] if back else plain[max(at - 3, 0) : at][::-1]
    later = plain[max(at - 3, 0) : at][::-1] if back else plain[at + 1 : at + 4]
    sure = surely and at < _SURE and not _may_be_over(plain[: at + 1], known)
    aimed = word in known.get("aiming", ()) and at < _NEAR
    limit = back and plain[0] in known.get("limits", ())  # "it would be ready by Thursday"
    own = word in known.get("modals", ()) and back and _own_day(plain, at - 1, words, known, "limits")
    plainly = sure or limit or (back and at < _SURE and _plainly(word, earlier, later, known))
    lapsing = plain[at + 1 : at + 5] if back else []
    if _unless_lapsed(Heard(None), lapsing, known).tense:
        if any(word.endswith("ed") for word in lapsing):
            return Heard("either")  # "had been scheduled to expire Friday"
        sure = aimed = plainly = False  # "had been due to expire Friday": the parse knows better
    return _unless_lapsed(Heard("future", sure or aimed, plainly, own), earlier if back else [], known)


def _unless_lapsed(heard: Heard, earlier: list[str], known: Mapping[str, frozenset[str]]) -> Heard:
    """A future, or neither side where it had been one: "had been due", "was first set"; `earlier` is nearest first."""
    changed = any(_meets([one], known, "at_first") and _was(other, known) for one, other in pairwise(earlier))
    plain = [word for word in earlier if word not in known.get("at_first", ())]
    lapsed = (
        changed
        or _meets(plain[:1], known, "pluperfect")
        or any(_meets([one], known, "been") and _meets([other], known, "past_being") for one, other in pairwise(plain))
    )
    return Heard("either") if lapsed else heard


def _was(word: str, known: Mapping[str, frozenset[str]]) -> bool:
    return _meets([word], known, "past_being") or _meets([word], known, "been")


def _gives_cause(
    word: str, earlier: list[str], later: list[str], known: Mapping[str, frozenset[str]], *, back: bool
) -> bool:
    """Whether "due to" gives a cause and no plan: "closed due to snow", "in September due to bad loans"."""
    if f"{word} {' '.join(later[:1])}" not in known.get("causing", ()):
        return False
    if _meets(earlier[:2], known, "being") or _meets(earlier[:2], known, "past_being"):
        return not _meets(earlier[:1], known, "being") and earlier[0].endswith("ed")
    return not back or any(word.endswith("ed") or _meets([word], known, "behind") for word in earlier[:1])


def _may_be_over(plain: list[str], known: Mapping[str, frozenset[str]]) -> bool:
    """Whether a date set may be over by now: "was put off to October", "postponed from October"."""
    out = _meets(plain[:1], known, "origin") and _meets(plain[1:], known, "moving")
    return out or (_meets(plain, known, "moving") and _meets(plain, known, "past_being"))


def _plainly(word: str, earlier: list[str], later: list[str], known: Mapping[str, frozenset[str]]) -> bool:
    """Whether what looks ahead leaves no doubt about a weekday: "may meet", "is planned for", "could return"."""
    if word in known.get("perhaps", ()):
        return not _meets(later, known, "sensed")  # "could not be reached", "could be heard"
    return word in known.get("plainly", ()) or _meets(earlier[:2], known, "being")


def _is_set(plain: list[str], at: int, known: Mapping[str, frozenset[str]]) -> bool:
    """Whether the words right before a time set it: "the deadline is (on) Friday", "a summit opening on Friday"."""
    word, earlier = plain[at], plain[at + 1 : at + 2]
    if at and plain[0] not in known.get("upon", ()):
        return False
    if word in known.get("bounding", ()):  # "the week ending Friday" is over
        return not _meets(earlier, known, "periods")
    return word in known.get("being", ()) and bool(earlier)


def _since(plain: list[str], known: Mapping[str, frozenset[str]]) -> int | None:
    """Words between a time and the "since" that puts it behind: "in place since May", "since the blast on 20 April"."""
    if _dates_from(plain[:2], known):
        return 0
    at = next((i for i, word in enumerate(plain[:_CLOSE]) if word in known.get("since", ())), None)
    if (
        at is None
        or _meets(plain[:at], known, "modals")
        or _meets(plain[:at], known, "behind")
        or _meets(plain[:at], known, "ahead")
    ):
        return None
    return None if any(word.endswith("ed") for word in plain[:at]) else at


def _is_moved(plain: list[str], known: Mapping[str, frozenset[str]]) -> bool:
    """Whether the words before a time, the nearest first, fix something for it, or let it last up to it.

    "extended the mandate until 31 July", "closed until Friday", "was extended to 30 June", "set a vote for 20 May".
    """
    if plain[:1] and plain[0] in known.get("until", ()):
        shut = _meets(plain[1:2], known, "shut") and not _meets(plain[2:4], known, "past_being")
        if shut or _meets(plain[1:15], known, "reaching"):
            return True
    if plain[:1] == ["for"] and _meets(plain[1 : 1 + _FINITE], known, "settled"):
        return True
    if _meets(plain[:1], known, "origin") and _meets(plain[1:2], known, "stoppages"):
        return _meets(plain[2:_FINITE], known, "settled")  # "have called a 48-hour strike from Monday"
    return any(" ".join(plain[:n][::-1]) in known.get("right_before", ()) for n in (2, 3))


def _past(plain: list[str], at: int, words: list[str], known: Mapping[str, frozenset[str]], *, back: bool) -> Heard:
    """The past of a verb so many words from the time; its own day, but in "will buy the preferred shares on 5 May"."""
    if back and _meets([plain[at]], known, "announcing") and _meets(plain[1:at], known, "occasions"):
        return Heard("past", of_noun=True)  # "announced a summit in June"
    bound = [word for word in plain[:2] if word not in known.get("definite", ())][:1]
    ahead = _meets(bound, known, "limits") or _meets(bound, known, "origin")
    if back and ahead and _meets(plain[at : at + _OWN], known, "wishing"):
        return Heard("either")  # "wanted them home before Christmas", "asked for monitors from the start of June"
    if back and _meets(plain[at : at + 1], known, "inviting") and "to" in plain[1:at]:
        return Heard("either")  # "invited him to Oslo in December"
    planned = _meets(plain[at + 1 : at + 1 + _OWN], known, "modals")
    return Heard("past", at < _OWN, own=back and not planned and _own_day(plain, at, words, known))


def _own_day(
    plain: list[str], at: int, words: list[str], known: Mapping[str, frozenset[str]], also: str = "upon"
) -> bool:
    """Whether the verb at a place before a time has it for its own: "met his guest on 30 October".

    `also`: cue words that may stand before the time beside those of `upon`.
    """
    between = plain[:at]
    alone = plain[:1]  # "was last seen 2 April"
    bare = at == 0 and not _meets(alone, known, "saying") and not _meets(alone, known, "weekdays")
    if at >= _OWN or not (bare or _meets(between[:1], known, "upon") or _meets(between[:1], known, also)):
        return False
    if plain[at] in known.get("arranging", ()):
        return False  # "announced a visit on 5 May"
    for i, word in enumerate(between[1:], 1):
        if word.endswith("ing") and words[i].islower() and not _is_no_verb(word, between[i + 1 : i + 2], known):
            return False  # "considered holding talks on 5 May"
        if word == "to" and words[i - 1].islower() and between[i - 1] not in known.get("articles", ()):
            return False  # "told them to leave on 5 May"
    return True


def _is_no_verb(word: str, earlier: list[str], known: Mapping[str, frozenset[str]]) -> bool:
    """Whether a word in -ing is a preposition or has an article: "during a meeting"."""
    return word in known.get("upon", ()) or _meets(earlier, known, "articles")


def _led(earlier: list[str], known: Mapping[str, frozenset[str]]) -> bool:
    """Whether a base form belongs to the words before it: "will meet", "did not meet", "to meet"."""
    return _meets(earlier, known, "governing") or _meets(earlier, known, "ahead")


def _attributive(earlier: list[str], later: list[str], known: Mapping[str, frozenset[str]]) -> bool:
    """Whether a participle stands before its noun: "the newly launched classes", "on polluted beaches"."""
    if not later:
        return False
    before = earlier[1:] if earlier and earlier[0].endswith("ly") else earlier
    return _meets(before[:1], known, "articles") or _meets(before[:1], known, "prepositions")


def _meets(words: list[str], known: Mapping[str, frozenset[str]], name: str) -> bool:
    return not known.get(name, frozenset()).isdisjoint(words)


def _told_between(words: list[str], at: int, known: Mapping[str, frozenset[str]]) -> int:
    """How many words say when or where before what a verb leads to: two in "agreed on Thursday to cease fire from"."""
    on = int(at > 0 and _meets([words[at - 1].lower()], known, "upon"))
    named = at > on + 1 and words[at - on - 1].istitle() and words[at - on - 2] == "to"
    return on + 1 if named else 0


def _points(word: str, earlier: list[str], later: list[str], verb: str, known: Mapping[str, frozenset[str]]) -> bool:
    """Whether words point ahead: "set for", "looked forward to", "planned a march", "agreed to", "are you free"."""
    phrases, pair = known.get("phrases", ()), f"{word} {' '.join(later[:1])}"
    if pair in phrases or f"{word} {' '.join(later[:2])}" in phrases:
        return True
    if word in known.get("scheduling", ()) and _meets(later[:1], known, "articles"):
        return True
    if pair in known.get("asking", ()):
        return earlier[:1] != ["to"]  # "it was good to see you on Friday"
    if word not in known.get("toward", ()) or later[:1] != ["to"] or not verb[:1].islower():
        return False
    if _meets([word], known, "deciding") and _meets([verb], known, "decided_on"):
        return False  # "agreed to buy it on Monday": then they agreed
    # an infinitive, and no "agreed to talks", "agreed to a truce"
    return verb not in known.get("articles", ()) and (not verb.endswith("s") or verb.endswith("ss"))


@lru_cache(maxsize=8192)
def _plain(word: str) -> str:
    plain = word.lower().replace("’", "'")
    return plain[-3:] if plain.endswith("'ll") else plain


def tense_at(doc: Any, token: Any, language: str = "en") -> str | None:
    """Tense of the clause that a token of a parsed Doc belongs to.

    "future" also for what modal words and aims put ahead: "the aim is to meet", "had anticipated
    declaring", "is due", and for a participle that starts after its verb ("a truce starting on
    Monday"). "either" for what somebody said he could not do. None when the Doc has no parse or the clause no verb.
    """
    if not doc.has_annotation("DEP"):
        return None
    verb = _verb(token)
    if verb is None:
        return None
    opens = token.left_edge.i == token.sent.start and token.i < verb.i
    if opens and _is_meant([word.lower_ for word in doc[token.i + 1 : token.i + _NEAR]], cues(language)):
        return "future"
    return _tense(verb, cues(language), 0)


def is_since_then(token: Any, language: str = "en") -> bool:
    """Whether a time is of what has been since: "will make his first trip since the rout of the rebels in April"."""
    within = takewhile(lambda above: above.pos_ not in ("VERB", "AUX"), token.ancestors)
    return any(c.dep_ == "case" and c.lower_ in cues(language)["since"] for noun in within for c in noun.children)


def _verb(token: Any) -> Any:
    """The verb (or predicate) that a token hangs on, itself included."""
    for _ in range(12):
        verbal = token.pos_ in ("VERB", "AUX") and not token.tag_.startswith("NN")  # "this Sat (NNP, AUX)"
        if verbal or any(c.dep_ in ("cop", "aux", "aux:pass") for c in token.children):
            return token
        if token.head == token:
            return None
        token = token.head
    return None


def ends_its_aside(time: Any, language: str = "en") -> bool:
    """Whether a time ends a clause in the past: "who left on Tuesday, will return", whatever stands behind.

    So does what was done to it: "the port, seized by rebels on Monday, will be handed over".
    """
    verb = _verb(time)
    if verb is None or verb.i > time.i:
        return False
    if not (verb.tag_ == "VBD" and verb.dep_ == "acl:relcl") and not _was_done(verb, time, cues(language)):
        return False
    end = time.right_edge.i + 1
    return end < len(time.doc) and bool(time.doc[end].text == ",")


def _was_done(verb: Any, time: Any, known: Mapping[str, frozenset[str]]) -> bool:
    """Whether a participle behind a comma tells what was done by a time, not for it: "seized on", no "called for"."""
    done = verb.tag_ == "VBN" and verb.dep_ == "acl" and not _helped(verb) and verb.nbor(-1).text == ","
    meant = any(_meets([verb.lower_], known, name) for name in ("meant", "moving", "putting_off"))
    return done and not meant and not _meets([c.lower_ for c in time.children], known, "new_day")


def is_behind_a_present(time: Any, language: str = "en") -> bool:
    """Whether a time stands behind the present that it belongs to, and nothing past between: "goes on trial on"."""
    verb = _verb(time)
    if verb is None or verb.pos_ != "VERB" or verb.i > time.i or _helped(verb):
        return False
    many = verb.tag_ in {"VBP", "VB"} and _meets([verb.lower_], cues(language), "arranged")  # "…, resume on Monday"
    if verb.tag_ != "VBZ" and (not many or any(c.tag_ == "TO" for c in verb.children)):
        return False
    says = any(c.dep_ == "ccomp" for c in verb.children)  # "reports on Saturday that"
    around = time.doc[verb.i + 1 : time.right_edge.i + 2]  # "Video feeds (VBZ) on Monday showed"
    return not says and all(t.tag_ not in {"VBD", "VBN"} for t in around)


def _tense(verb: Any, known: Mapping[str, frozenset[str]], depth: int) -> str | None:
    if depth > 4:
        return None
    helpers = [c for c in verb.children if c.dep_.startswith("aux") or c.dep_ == "cop"]
    words = [_plain(c.lower_) for c in helpers]
    if _meets(words, known, "modals"):
        return "future"
    if _meets(words, known, "maybe"):
        failed = _meets(words, known, "perhaps") and _denied(verb, known)  # "could not be reached on Friday"
        if failed and verb.dep_ == "ccomp" and len(words) == 1 and verb.lemma_ in known.get("bidden", ()):
            return "either"  # "said he could not come on Friday": then or next
        failed = failed or _was_sensed(verb, words, known)
        return "past" if failed or _meets(words, known, "perfect") else "future"
    if _meets(words, known, "able"):  # "what they can do in 100 days"
        return "present"
    form = ["Inf"] if _is_infinitive(verb) else verb.morph.get("VerbForm")
    tense = verb.morph.get("Tense")
    if any("Past" in c.morph.get("Tense") and "Fin" in c.morph.get("VerbForm") for c in helpers):
        return "future" if any(c.tag_ == "TO" for c in verb.children) else "past"  # "was due to expire"
    if _meets(words, known, "perfect") and "Inf" not in form:
        return "past"
    if any("Pres" in c.morph.get("Tense") for c in helpers):
        if any(c.tag_ == "TO" for c in verb.children):
            return "future"  # "is to be signed"
        return "future" if _meets([verb.lemma_], known, "aims") or _meets([verb.lemma_], known, "going") else "present"
    if "Fin" in form or (tense and not form):
        if "Past" in tense:
            return "past"
        if _meets([verb.lemma_], known, "aims"):
            return "future"
        # "will pay when he visits the port on Tuesday"
        clause = verb.dep_ == "advcl" and verb.head != verb and _tense(verb.head, known, depth + 1) == "future"
        return "future" if clause else "present"
    if "Inf" in form or "Ger" in form or "Part" in form:
        return _governed(verb, form, tense, known, depth)
    if verb.tag_ == "VBD":
        return "past"
    return None


def _helped(verb: Any) -> bool:
    """Whether a verb has an auxiliary of its own."""
    return any(c.dep_.startswith("aux") for c in verb.children)


def _is_infinitive(verb: Any) -> bool:
    """Whether a participle is that of a passive infinitive: "a pact to be signed in May"."""
    return any(c.tag_ == "TO" for c in verb.children) and any("Inf" in c.morph.get("VerbForm") for c in verb.children)


def was_sensed(verb: Any, language: str = "en") -> bool:
    """Whether "could" tells of what was heard or seen: "gunfire could be heard on Friday", not "the case"."""
    return _was_sensed(verb, [c.lower_ for c in verb.children if c.dep_.startswith("aux")], cues(language))


def _was_sensed(verb: Any, helpers: list[str], known: Mapping[str, frozenset[str]]) -> bool:
    could = _meets(helpers, known, "perhaps") and _meets([verb.lower_], known, "sensed")
    return could and _meets([c.lower_ for c in verb.children if c.dep_.startswith("nsubj")], known, "sounds")


def _denied(verb: Any, known: Mapping[str, frozenset[str]]) -> bool:
    """Whether a verb or its subject says no: "could not be reached", "neither of them could be reached"."""
    subjects = [word for c in verb.children if c.dep_.startswith("nsubj") for word in c.subtree]
    if any("Neg" in word.morph.get("PronType") for word in subjects):
        return True
    return _meets([_plain(word.lower_) for word in (*subjects, *verb.children)], known, "denying")


def has_purpose(token: Any, language: str = "en") -> bool:
    """Whether a time is that of a purpose still to come: "is opening its doors to show the match on Saturday"."""
    return _is_purpose(token.head, cues(language), 0)


def speaks_of_oneself(time: Any, language: str = "en") -> bool:
    """Whether the subject of a time's clause is the speaker: "I have an exam on Thursday"."""
    verb = _verb(time)
    subjects = [c.lower_ for c in verb.children if c.dep_.startswith("nsubj")] if verb is not None else []
    return _meets(subjects, cues(language), "speaker")


def is_scene(noun: Any, language: str = "en") -> bool:
    """Whether a noun is what something is done in or at: "in his June 15 speech", no "under a June agreement"."""
    return _meets([c.lower_ for c in noun.children if c.dep_ == "case"], cues(language), "scene")


def is_bidden(time: Any, language: str = "en") -> bool:
    """Whether a day is that of what somebody is asked to do, an occasion: "urged them to vote on Saturday".

    Or of the occasion at which he is to: "urged them to reject it in a referendum on Saturday".
    """
    known, verb = cues(language), time.head
    occasion = verb.pos_ == "NOUN" and _meets([verb.lower_], known, "occasions") and is_scene(verb, language)
    for _ in range(3 if occasion else 0):
        verb = verb.head if verb.pos_ == "NOUN" else verb
    asking = verb.head.head if verb.dep_ == "acl" and verb.head.dep_ in ("obj", "iobj") else verb.head
    if not any(c.tag_ == "TO" for c in verb.children) or asking.lemma_.lower() not in known.get("aims", ()):
        return False
    under = [c.lower_ for c in time.children if c.dep_ == "case"]
    upon = _meets(under, known, "upon") and (occasion or verb.lemma_.lower() in known.get("bidden", ()))
    return upon or _meets(under, known, "limits")


def _had_been(head: Any, known: Mapping[str, frozenset[str]]) -> bool:
    """Whether something had been so before: "it had been due"."""
    helpers = [c for c in head.children if c.dep_.startswith("aux") or c.dep_ == "cop"]
    return _meets([c.lower_ for c in helpers], known, "been") and any("Fin" in c.morph.get("VerbForm") for c in helpers)


def _is_purpose(verb: Any, known: Mapping[str, frozenset[str]], depth: int) -> bool:
    infinitive = verb.dep_ == "advcl" and any(c.tag_ == "TO" for c in verb.children)
    return infinitive and _tense(verb.head, known, depth + 1) in {"present", "future"}


def _governed(
    verb: Any, form: list[str], tense: list[str], known: Mapping[str, frozenset[str]], depth: int
) -> str | None:
    """Tense of an infinitive or a participle, by what it hangs on."""
    head = verb.head
    if head == verb:
        if "Inf" in form and any(c.tag_ == "TO" for c in verb.children):
            return "future"  # "Envoy to sign a pact in Rabat Tuesday"
        return "past" if "Past" in tense else None
    if "Inf" in form:
        beside = any(c.dep_.startswith("nsubj") and c.i > head.i for c in head.head.children)
        fails = head.dep_ == "nsubj" and not beside  # not "Peru wishes (nsubj) to open it by June, Vik said"
        if head.pos_ == "NOUN" and fails and _tense(head.head, known, depth + 1) == "past":
            return None  # "the bid to seat a cabinet by June failed": who knows on which side
        if _meets([head.lemma_.lower()], known, "bids") and _tense(head.head, known, depth + 1) == "past":
            return None  # "rejected a motion to impeach him in early February"
        aimed = _meets([head.lemma_.lower()], known, "aims")
        if aimed and head.pos_ == "ADJ" and _had_been(head, known):
            return "past"  # "had been due to expire Friday"
        if aimed or head.pos_ in ("NOUN", "PROPN") or _is_purpose(verb, known, depth):
            return "future"
        return _tense(head, known, depth + 1) if head.pos_ in ("VERB", "AUX", "ADJ") else "future"
    if _meets([head.lemma_.lower()], known, "aims") and verb.dep_ in ("xcomp", "ccomp"):
        return "future"
    if verb.dep_ == "conj" and _helped(head) and not _helped(verb):
        return _tense(head, known, depth + 1)  # "will be signed and ratified in May"
    if "Past" in tense:  # "a deal signed in May"
        return "past"
    marked = any(c.dep_ == "mark" for c in verb.children)  # "since taking office in May he has sacked two"
    outer = _verb(head)
    if _meets([verb.lemma_], known, "turning") and verb.dep_ in ("acl", "advcl") and not marked:
        seen = outer is not None and _meets([outer.lemma_], known, "undergoing")
        if seen and _tense(outer, known, depth + 1) == "past":
            return "past"  # "have seen a fall in prices starting in December"
        return "future"  # "a truce starting on Monday" looks ahead of its verb
    return _tense(outer, known, depth + 1) if outer is not None and outer != verb else None
