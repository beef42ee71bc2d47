"""The language that rules are written in: word classes in braces, blanks, `{time}` → regular expressions.

Expressions are compiled when a text first needs them, so that starting up stays cheap.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

TIME = "{time}"
SLOT = re.compile(r"\{([a-z_]+[a-z0-9_]*)(?::([a-z_]+[0-9]*))?\}")
_APOSTROPHES = "['’‘`]"


class Lazy:
    """A regular expression, `regex`, that is compiled when it is first asked for."""

    def __init__(self, source: str) -> None:
        self.source = source

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The compiled expression."""
        return re.compile(self.source, re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Pattern:
    """One pattern of a rule, cut at its `{time}` slots.

    `pieces` has one more member than the pattern has `{time}` slots: none for a pattern over
    words alone, one or two for a pattern over times. `needs` are the word classes that a stretch
    of text must hold for the pattern to have a chance; of `wanted`, words that stand in the pattern
    as themselves, it must hold one, if there are any.
    """

    pieces: tuple[Lazy, ...]
    needs: frozenset[str]
    bare: tuple[bool, ...]  # which pieces are empty
    wanted: frozenset[str] = frozenset()

    @property
    def times(self) -> int:
        """How many `{time}` slots it has."""
        return len(self.pieces) - 1


class WordClasses:
    """The word classes of a language while its rules are being compiled."""

    def __init__(self, words: Mapping[str, Any]) -> None:
        self.sources: dict[str, str] = {}
        self.meanings: dict[str, dict[str, str]] = {}
        self.vocabulary: dict[str, set[str]] = {}
        self.digits: dict[int, set[str]] = {n: {"#", f"#{n}"} for n in range(1, 13)}
        self.cardinals: dict[str, int] = {}
        self.numeric = {n for n, m in words.get("unions", {}).items() if "number" in m}
        for name, table in words.items():
            if name not in ("shapes", "unions"):
                self._words(name, table)
        self.cardinals = {w: int(n) for w, n in self.meanings.get("cardinal", {}).items()}
        self._number()
        for name, shape in words.get("shapes", {}).items():
            self.sources[name] = shape["pattern"]
            for word in literals(shape["pattern"]):
                self.vocabulary.setdefault(word, set())
            for length in shape["digits"]:
                self.digits[length].add(name)
        for name, members in words.get("unions", {}).items():
            self.sources[name] = "|".join(f"(?:{self.sources[m]})" for m in members)
            for classes in (*self.vocabulary.values(), *self.digits.values()):
                if not classes.isdisjoint(members):
                    classes.add(name)
            table = {}
            for member in members:
                table.update(self.meanings.get(member, {}))
            self.meanings[name] = table

    def _words(self, name: str, table: Mapping[str, list[str]]) -> None:
        meanings = self.meanings.setdefault(name, {})
        sources = []
        for meaning, words in table.items():
            for word in words:
                meanings[plain_words(word)] = str(meaning)
                sources.append((len(word), _word_source(word)))
                tokens = tokens_of(word)
                for token in tokens:
                    self.vocabulary.setdefault(token, set())
                if tokens:
                    self.vocabulary[max(tokens, key=len)].add(name)
        sources.sort(key=lambda pair: -pair[0])
        self.sources[name] = "|".join(source for _, source in sources)

    def _number(self) -> None:
        figures = r"(?:\d/\d|(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?:\s\d/\d)?(?:\s?[½¼¾])?)"
        self.sources["number"] = figures
        if "cardinal" in self.sources:
            word = f"(?:{self.sources['cardinal']})"
            scales = [w for w, n in self.cardinals.items() if n >= 100]
            if scales:  # "a hundred", but not "a five"; "two hundred and six", but not "five and seven"
                scale = f"(?:{'|'.join(scales)})"
                self.sources["number"] += rf"|(?:(?:{scale}\sand|{word})[\s-]){{0,6}}{word}\b"
                self.sources["number"] = rf"a\s{scale}\b|" + self.sources["number"]
            else:
                self.sources["number"] += rf"|{word}(?:[\s-]{word}){{0,6}}\b"
        for classes in self.vocabulary.values():
            if "cardinal" in classes:
                classes.add("number")
        for classes in self.digits.values():
            classes.add("number")

    def add_word(self, word: str, name: str) -> None:
        """Let a word, whatever else it is, be a member of one more class."""
        for token in tokens_of(word):
            self.vocabulary.setdefault(token, set()).add(name)


def plain_words(words: str) -> str:
    """Lower case, one blank between words, no closing full stop, straight apostrophes."""
    text = re.sub(r"[\s-]+", " ", words.lower())
    return re.sub(_APOSTROPHES, "'", text).strip().rstrip(".").strip()


def tokens_of(words: str) -> list[str]:
    """Lower-case letters-only tokens, as find.py cuts them."""
    return re.findall(r"[^\W\d_]+", words.lower())


def _word_source(word: str) -> str:
    source = "".join(r"[\s-]{1,3}" if c in " -" else _APOSTROPHES if c in "'’" else re.escape(c) for c in word)
    if word.endswith("."):
        source = source[: -len(r"\.")] + r"\.?"
    if word[:1].isupper():  # "May", not "may"
        source = f"(?-i:{source}|{source.upper()})" if word.isalpha() and len(word) > 1 else f"(?-i:{source})"
    return source


def translated(text: str, classes: WordClasses) -> str:
    """Pattern language → regular expression: slots, blanks (bounded) and apostrophes."""
    out, last = [], 0
    for match in SLOT.finditer(text):
        out.append(_blanks(text[last : match.start()]))
        name = match[2] or match[1]
        # a slot may stand in several branches, so its group is numbered
        out.append(f"(?P<{match[1]}__{name}__{len(out)}>{classes.sources[match[1]]})")
        last = match.end()
    out.append(_blanks(text[last:]))
    return "".join(out)


def _blanks(text: str) -> str:
    # a look-behind must have one width
    text = re.sub(r"\(\?<[=!][^()]*(?:\([^()]*\)[^()]*)*\)", lambda m: m[0].replace(" ", r"\s"), text)
    out, inside, escaped = [], False, False
    for char in text:
        if escaped:
            escaped = False
        elif char == "\\":
            escaped = True
        elif char == "[":
            inside = True
        elif char == "]":
            inside = False
        elif char == " ":
            out.append(r"\s" if inside else r"(?:\s{1,3})")
            continue
        elif char == "’" and not inside:
            out.append(_APOSTROPHES)
            continue
        out.append(char)
    return "".join(out)


def needs_of(text: str) -> set[str]:
    """Classes of the slots that no match of the pattern can do without."""
    depth, group_start, stack = 0, [], []
    groups: list[tuple[int, int]] = []  # groups that may be left out or hold a choice
    i = 0
    while i < len(text):
        char = text[i]
        if char == "\\":
            i += 2
            continue
        if char == "[":
            i = text.index("]", i + 1)
        elif char == "(":
            group_start.append(i)
            stack.append(False)
            depth += 1
        elif char == "|" and stack:
            stack[-1] = True
        elif char == "|":
            return set()
        elif char == ")":
            start, choice = group_start.pop(), stack.pop()
            if choice or text[i + 1 : i + 2] in ("?", "*") or text[i + 1 : i + 3] == "{0":
                groups.append((start, i))
        i += 1
    found = set()
    for match in SLOT.finditer(text):
        if match[0] == TIME:
            continue
        optional = text[match.end() : match.end() + 1] in ("?", "*")
        if not optional and not any(a < match.start() < b for a, b in groups):
            found.add(match[1])
    return found


_ASIDE = re.compile(r"\(\?(?:=|!|<=|<!)")
_LITERAL = re.compile(r"(?<![^\W\d_])[^\W\d_]{2,}(?![^\W\d_])")
_UNSURE = tuple("()[]{}?*+.|")  # right beside a literal word these may make it a part of another


def wanted_of(text: str) -> frozenset[str]:
    """Words of which one stands in every match of a pattern: "ago" in "{amount} {unit} (?:ago|back)", or "back".

    Empty where none can be told. Of several such choices the one with the longest words is taken.
    """
    choices = [_wanted_in(branch) for branch in _branches(text)]
    return frozenset().union(*choices) if all(choices) else frozenset()


def _wanted_in(branch: str) -> frozenset[str]:
    """The same for a stretch of a pattern that offers no choice at its top."""
    found: list[frozenset[str]] = []
    top = list(branch)
    for start, end in _groups(branch):
        group, after = branch[start:end], branch[end : end + 1]
        aside = _ASIDE.match(group)
        top[start:end] = (" " if aside else "(") * (end - start)
        if not aside and after not in tuple("?*{"):
            opening = re.match(r"\((?:\?(?:[a-z-]*:|P<\w+>))?", group)
            beside = branch[:start][-1:], after
            inner = wanted_of(group[opening.end() if opening else 1 : -1])
            if inner and not any(char.isalpha() or char in _UNSURE for char in beside):
                found.append(inner)
    plain = re.sub(r"\\.|\[[^]]*\]", "(", SLOT.sub("(", "".join(top)))
    for match in _LITERAL.finditer(plain):
        word, before = match[0].lower(), plain[: match.start()][-1:]
        short = plain[match.end() : match.end() + 1] == "?"  # "afterwards?"
        after = plain[match.end() + short : match.end() + short + 2]
        if before not in _UNSURE and after[:1] not in _UNSURE and after[1:] not in tuple("?*{"):
            found.append(frozenset({word, word[:-1]} if short else {word}))
    return max(found, key=lambda words: min(map(len, words)), default=frozenset())


def _branches(text: str) -> list[str]:
    """What stands between the `|` of a pattern that no bracket holds."""
    cuts = [(-1, 0)]
    inside = _groups(text)
    cuts += [(i, i + 1) for i, c in enumerate(text) if c == "|" and not any(a < i < b for a, b in inside)]
    ends = [start for start, _ in cuts[1:]] + [len(text)]
    return [text[start:end] for (_, start), end in zip(cuts, ends, strict=True)]


def _groups(text: str) -> list[tuple[int, int]]:
    """Where the outermost round brackets of a pattern begin and end."""
    out, depth, start, i = [], 0, 0, 0
    while i < len(text):
        if text[i] == "\\":
            i += 1
        elif text[i] == "[":
            i = text.index("]", i + 2)
        elif text[i] == "(":
            start = i if not depth else start
            depth += 1
        elif text[i] == ")":
            depth -= 1
            if not depth:
                out.append((start, i + 1))
        i += 1
    return out


def literals(text: str) -> Iterable[str]:
    """The words that stand in a pattern as themselves, in lower case."""
    bare = SLOT.sub(" ", re.sub(r"\\.|\(\?P<\w+>|\(\?[-:=!<]*i?:?|\{\d*,?\d*\}|\[[^]]*\]", " ", text))
    for word in re.findall(r"[^\W\d_]+\??", bare):
        stem = word.rstrip("?").lower()
        if stem:
            yield stem
