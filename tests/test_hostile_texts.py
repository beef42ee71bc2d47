"""No text makes the tagger cost more than its length: steps counted, expressions checked, rules fed their own words."""

from __future__ import annotations

import random
import re
import signal
import sys
from contextlib import contextmanager
from datetime import date
from re import _constants as codes
from re import _parser as parser

import pytest

from timeline.rules import LANGUAGES, load
from timeline.times import read_times

DAY = date(2016, 7, 27)
ALL = sorted(p.parent.name for p in LANGUAGES.glob("*/rules.toml"))
RULES = [(language, rule) for language in ALL for rule in load(language).by_name.values()]
PATIENCE = 120  # CPU seconds after which a test is taken to hang; it needs a few
REPEATS = (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT)
SAMPLES = "aZé059 \t\n-–.,:;’'\"$%/()[]_+"


@contextmanager
def hang_guard():
    """Fail, rather than wait for ever, when the processor is kept busy beyond all patience."""

    def give_up(*_):
        raise AssertionError(f"still busy after {PATIENCE} CPU seconds")

    before = signal.signal(signal.SIGVTALRM, give_up)
    signal.setitimer(signal.ITIMER_VIRTUAL, PATIENCE)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


# ------------------------------------------------------------------ the expressions themselves


def expressions(rule):
    around = (rule.before, rule.not_before, rule.after, rule.not_after)
    pieces = [piece for pattern in rule.patterns for piece in pattern.pieces]
    return [lazy.source for lazy in (*around, *pieces) if lazy is not None]


def parsed(source):
    return parser.parse(source, re.IGNORECASE)


def branches(op, value):
    """The sequences inside one item of a parsed expression."""
    if op in REPEATS:
        return [value[2]]
    if op is codes.SUBPATTERN:
        return [value[3]]
    if op is codes.BRANCH:
        return value[1]
    if op in (codes.ASSERT, codes.ASSERT_NOT):
        return [value[1]]
    return [value] if op is codes.ATOMIC_GROUP else []


def unbounded(op, value):
    return op in REPEATS and value[1] == codes.MAXREPEAT


def letters(sequence):
    """The sample characters that a one-character sequence takes; None if it is longer than that."""
    if len(sequence) != 1 or sequence[0][0] not in (codes.LITERAL, codes.NOT_LITERAL, codes.IN, codes.ANY):
        return None
    state = parser.State()
    state.str = ""
    compiled = re._compiler.compile(parser.SubPattern(state, list(sequence)))
    return {char for char in SAMPLES if compiled.fullmatch(char)}


def ambiguities(sequence, inside=False):
    """What can make an expression try a text in more ways than it is long."""
    open_ends = set()  # what the unbounded repeats just before may have taken
    for op, value in sequence:
        if op in (codes.AT, codes.ASSERT, codes.ASSERT_NOT):
            for inner in branches(op, value):
                yield from ambiguities(inner)
            continue
        if unbounded(op, value):
            if inside:
                yield "a repeat without end inside another"
            taken = letters(value[2])
            if taken is None:
                taken = letters(value[2][:1]) or set(SAMPLES)
            if taken & open_ends:
                yield "two repeats without end beside each other, of the same characters"
            open_ends = open_ends | taken if value[0] == 0 else taken
        elif not (op in REPEATS and value[0] == 0):  # a mandatory item parts them
            open_ends = set()
        for inner in branches(op, value):
            yield from ambiguities(inner, inside=inside or unbounded(op, value))


@pytest.mark.parametrize(
    ("source", "count"),
    [
        (r"(?:a+)+", 1),
        (r"(?:a*b?)*c", 1),
        (r"\w+\w+", 1),
        (r"\d*[\d,]*x", 1),
        (r"\d+\w?\d+", 1),
        (r"\d+ [a-z]+", 0),
        (r"\d{1,3}(?:,\d{3})+", 0),
        (r"(?=\w+)\w+", 0),
    ],
)
def test_the_check_knows_what_is_ambiguous(source, count):
    assert len(list(ambiguities(parsed(source)))) == count


@pytest.mark.parametrize("language", ALL)
def test_no_expression_can_be_read_in_endless_ways(language):
    found = {
        f"{rule.name}: {source}": wrong
        for rule in load(language).by_name.values()
        for source in expressions(rule)
        if (wrong := list(ambiguities(parsed(source))))
    }
    assert found == {}


# ------------------------------------------------------------------ texts without end

ENDLESS = {
    "weekdays": "monday ", "months": "May ", "digits": "1 ", "year ranges": "1990-", "lists": "May 3, 5, 7 and 9, ",
    "edges": "early May to late ", "ends": "the end of ", "numbers": "two hundred and ", "quotes": "'98 ",
    "slashes": "3/4/2016/", "clocks": "5 p.m. at 5:30 ", "one word": "x", "one number": "7", "blanks": " \n",
    "days": "14 July ", "mail": "Thu, 24 Mar 2016 10:05:00 GMT ", "befores": "two days before ",
    "afters": "a year after ", "entries": "3 May: x ", "hours": "10.15 a.m. – x ", "bullets": "* 14 May 2016 - x ",
    "weeks": "On Monday, the week before that, ", "a story": "the next day ", "years told": "in 2014, and in 2016 – ",
}  # fmt: skip


class Watched(str):
    """A text that counts the letters that are looked through in it outside the expressions."""

    letters = 0

    def __getitem__(self, key):
        taken = super().__getitem__(key)
        self.letters += len(taken)
        return taken

    def find(self, sought, start=0, end=None):
        at = super().find(sought, start, end)
        self.letters += (at if at >= 0 else min(len(self) if end is None else end, len(self))) - start
        return at

    def rfind(self, sought, start=0, end=None):
        at = super().rfind(sought, start, end)
        self.letters += min(len(self) if end is None else end, len(self)) - max(at, start)
        return at


def steps(text):
    """How many functions are called to read a text: the same on every machine, however busy."""
    count = 0

    def called(_frame, event, _argument):
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(called)
    try:
        read_times(text, anchor=DAY)
    finally:
        sys.setprofile(None)
    return count


def looked_through(text):
    """How many letters are looked through to read a text."""
    watched = Watched(text)
    read_times(watched, anchor=DAY)
    return watched.letters


def endless(name, size):
    return ENDLESS[name] * (size // len(ENDLESS[name]))


@pytest.mark.parametrize("name", ENDLESS)
def test_four_times_the_text_takes_four_times_the_steps(name):
    with hang_guard():
        steps(endless(name, 2000))  # compiles what it needs, and remembers what may be tried
        assert steps(endless(name, 4000)) < 4.5 * steps(endless(name, 1000)) + 500


@pytest.mark.parametrize("name", ENDLESS)
def test_a_line_four_times_as_long_is_looked_through_four_times_as_much(name):
    with hang_guard():
        assert looked_through(endless(name, 8000)) < 4.5 * looked_through(endless(name, 2000)) + 500


def test_the_watch_sees_what_is_looked_through():
    watched = Watched("3 May: x")
    assert (watched[2:5], watched.find("x"), watched.rfind("\n", 0, 2)) == ("May", 7, -1)
    assert watched.letters == 3 + 7 + 2
    assert looked_through(endless("entries", 2000)) > 2000


def test_every_rules_own_words_without_end_are_read():
    with hang_guard():
        for language, rule in RULES:
            for _, words, *_ in rule.finds[:1]:
                for piece in (f"{words} ", f"{words[:-1]} ", words, f"{words}-{words[::-1]},"):
                    text = piece * (600 // len(piece))
                    for time in read_times(text, anchor=DAY, language=language):
                        assert text[time.start : time.end] == time.text


# ------------------------------------------------------------------ texts that the expressions themselves spell


def spelled(sequence, dice):
    """A text that a parsed expression may take, as the dice fall; what looks around is left out."""
    out = []
    for op, value in sequence:
        if op is codes.LITERAL:
            out.append(chr(value))
        elif op is codes.NOT_LITERAL or op is codes.ANY:
            out.append(dice.choice("aZ5 -"))
        elif op is codes.IN:
            taken = sorted(letters([(op, value)]) or {"x"})
            out.append(dice.choice(taken))
        elif op is codes.BRANCH:
            out.append(spelled(dice.choice(value[1]), dice))
        elif op in REPEATS:
            low, high, inner = value
            out += [spelled(inner, dice) for _ in range(dice.randint(low, min(int(high), low + 2)))]
        elif op is codes.SUBPATTERN or op is codes.ATOMIC_GROUP:
            out.append(spelled(branches(op, value)[0], dice))
    return "".join(out)


def hostile(rule, dice):
    """Some of what a rule's expressions take, torn and put together again."""
    pieces = [spelled(parsed(source), dice) for source in expressions(rule)]
    pieces += ["3 May 2016", "monday", "the", " of ", "2016", "-", " to ", ", "]
    text = "".join(dice.choice(("", " ")) + dice.choice(pieces) for _ in range(8))
    at = dice.randrange(len(text) + 1)
    return text[:at] + dice.choice(("", text[at : at + 3] * 3, " ", "9", "’")) + text[at + dice.randrange(3) :]


@pytest.mark.parametrize("language", ALL)
def test_what_the_expressions_spell_is_read_whatever_it_means(language):
    dice = random.Random(20160727)  # noqa: S311 - dice, no secrets
    dated = 0
    with hang_guard():
        for rule in load(language).by_name.values():
            for _ in range(6):
                text = hostile(rule, dice)
                times = read_times(text, anchor=dice.choice((DAY, date(2016, 2, 29), None)), language=language)
                assert len({t.id for t in times}) == len(times)
                for time in times:
                    assert text[time.start : time.end] == time.text
                    assert time.first is None or time.until is None or time.first < time.until
                    assert time.why
                dated += sum(time.first is not None for time in times)
    assert dated > len(load(language).by_name)  # such texts are full of times, and not refused whole
