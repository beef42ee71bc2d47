"""Text and rules → mentions: words that name a time, not yet dated.

Knows no calendar and no clock. One pass over the words keeps the runs that are made of words the
rules know; the rules' patterns are tried inside such a run only, and a run is bounded, so the cost
grows with the length of the text and with nothing else.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from timeline.dates import grain_of
from timeline.patterns import Pattern
from timeline.rules import Chances, Rule, Rules

_TOKEN = re.compile(r"[^\W\d_]+|\d+")
_RUN = 32  # words in a run at most
_GAP = 4  # characters between two words of a run at most
_NODES = 100  # candidates in a run at most
_GLUE = 16  # characters between the two times of a range at most
_ROUNDS = 4  # times within times within times
_MESSAGE = 320  # characters of a message at most
# Signs of a message: handles, links, smileys, shouting, chat words.
_MARKS = re.compile(
    r"(?<!\w)(?:[#@]\w|@ \d)|https?://|\b[Rr][Tt] @|!!|\.\.\.|\w ?\.\.(?:\s|\Z)|\?\?|[:;]-?[)(DPp]\b|[:;]-?[)(]|::|❤|"
    r"([A-Za-z])\1\1\1|\b(?i:im|u(?![.\w])|ur|lol|omg|omfg|gonna|wanna|gotta|lemme|kinda|tmrw?|2moro|2nite|tonite|haha+|hehe+|"
    r"heh|meh|thx|pl[sz]|yay|ugh|gg|fml|smh|tbh|idk|lmao|rofl|xoxo|hav|havnt|hving|ppl|cuz|coz|luv|teh|dat|bday|mins|dm|nite|wknd|wks)\b"
)
# In news only quotes speak so.
_FIRST_PERSON = re.compile(
    r"\b(?:I|[Mm]y|(?i:i'm|i've|cant|didnt|dont|wont|its been|gd|abt|tdy|wtf|lah|dunno|alr))\b|\w!\s*\Z|[!~]\s+\w"
)
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|``[^']*''|(?<!\w)['‘][^'’]*['’](?!\w)")
_YEARS = re.compile(r"[12]\d\d\d\b(?<=\b(?:1\d|20)\d\d)")  # figures first: most words have none
_ANCIENT = re.compile(r"\d ?BCE?\b")
_ANCIENT_YEARS = 5  # years before Christ that a text on antiquity names at least
_MANY_YEARS = 9  # years that a history names at least …
_STREWN = 1500  # … one in so many characters
_MIXED = {("day", "month"), ("month", "day"), ("month", "year")}  # ends of a range: "from 3 May to June"
_LONGEST = 24  # letters of the longest word looked up
_REMEMBERED = 10_000  # sets of classes of which it is remembered what they can be

Token = tuple[int, int, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name a time: where, by which rule, and what filled the rule's slots."""

    start: int
    end: int
    rule: str
    fields: tuple[tuple[str, str], ...] = ()  # slot → canonical: ("month", "08")
    parts: tuple[Mention, ...] = ()  # times within this time
    grain: str | None = None  # how fine: "month", "day", "length", None

    def get(self, slot: str, default: str = "") -> str:
        """What filled a slot."""
        for name, value in self.fields:
            if name == slot:
                return value
        return default


def is_message(text: str) -> bool:
    """Whether a text is short and written as messages are."""
    short = len(text) <= _MESSAGE
    return short and bool(_MARKS.search(text) or _FIRST_PERSON.search(_QUOTED.sub("", text)))


def register_of(text: str) -> str:
    """Kind of a text: "message", "history" (strewn with years), "antiquity" or ""."""
    if is_message(text):
        return "message"
    if "BC" in text and len(_ANCIENT.findall(text)) >= _ANCIENT_YEARS:
        return "antiquity"
    years = len(_YEARS.findall(text))
    return "history" if years >= _MANY_YEARS and years * _STREWN >= len(text) else ""


def find(text: str, rules: Rules, breaks: Sequence[int] = ()) -> tuple[Mention, ...]:
    """Mentions in the order of the text; a range is one mention with its two ends as parts.

    `breaks` are the places, in order, that no time runs across: "… in June" and "21 October: …" on the next line.
    """
    found: list[Mention] = []
    register = register_of(text)
    for run in _runs(text, rules, breaks):
        found.extend(_read(text, run, rules, register))
    return tuple(found)


def _runs(text: str, rules: Rules, breaks: Sequence[int]) -> Iterator[list[Token]]:
    """Stretches of words that the rules know, close together, at most `_RUN` words long."""
    vocabulary, digits = rules.vocabulary, rules.digits
    run: list[Token] = []
    last = -1
    alive = False  # whether any word of the run is more than glue
    for match in _TOKEN.finditer(text):
        word = match[0]
        if word[0].isdecimal():
            classes = digits.get(len(word)) if word.isascii() else None
        else:
            classes = vocabulary.get(word.lower()) if len(word) <= _LONGEST else None
        if classes is None:
            if run:
                if alive:
                    yield run
                run, alive = [], False
            continue
        start, end = match.span()
        if run and (start - last > _GAP or len(run) >= _RUN or _parted(text, last, start, breaks)):
            if alive:
                yield run
            run, alive = [], False
        run.append((start, end, classes))
        last = end
        if classes:
            alive = True
    if run and alive:
        yield run


def _parted(text: str, last: int, start: int, breaks: Sequence[int]) -> bool:
    """Whether an empty line lies between two words, or a break."""
    if start - last < 2 and text[last:start] != "\n":
        return False
    return text.count("\n", last, start) > 1 or bisect_right(breaks, last) < bisect_right(breaks, start)


def _read(text: str, run: list[Token], rules: Rules, register: str) -> list[Mention]:
    present = run[0][2] if len(run) == 1 else frozenset().union(*[classes for _, _, classes in run])
    plain, nested = _chances(present, rules)
    if not plain:
        return []
    words = {text[start:end].lower() for start, end, _ in run}
    low, high = max(run[0][0] - 1, 0), run[-1][1]  # a shape may begin before the first word: "'98"
    # a full stop, an apostrophe or an s may belong to the last word
    limit = min(high + 2, len(text))
    nodes: list[Mention] = []
    seen: set[tuple[int, int, str]] = set()
    for rule, pattern in plain:
        if (rule.register and rule.register != register) or (pattern.wanted and pattern.wanted.isdisjoint(words)):
            continue
        for match in pattern.pieces[0].regex.finditer(text, low, limit):
            start, end = match.span()
            if end > start and rule.allows(text, start, end):
                node = _node(rule, start, end, _fields(match, rules), ())
                if node and (start, end, rule.name) not in seen:
                    seen.add((start, end, rule.name))
                    nodes.append(node)
    if not nodes:
        return []
    if nested:
        likely = [chance for chance in nested if not chance[1].wanted or not chance[1].wanted.isdisjoint(words)]
        _grow(text, run, rules, nodes, likely, seen)
    return _chosen(nodes, rules)


def _chances(present: frozenset[str], rules: Rules) -> tuple[Chances, Chances]:
    """The patterns over words and those over times that have a chance where these word classes are."""
    found = rules.memo.get(present)
    if found is None:
        plain, nested = (
            tuple(chance for chance in some if chance[1].needs <= present) for some in (rules.plain, rules.nested)
        )
        # where nothing could stand alone, nothing is looked for
        found = ((), ()) if all(rule.latent for rule, _ in plain) else (plain, nested)
        if len(rules.memo) >= _REMEMBERED:
            rules.memo.clear()
        rules.memo[present] = found
    return found


def _fields(match: re.Match[str], rules: Rules) -> tuple[tuple[str, str], ...]:
    return tuple(
        (slot.split("__")[1], rules.meaning(slot.split("__")[0], words)) if "__" in slot else (slot, words)
        for slot, words in match.groupdict().items()
        if words is not None
    )


def _node(
    rule: Rule,
    start: int,
    end: int,
    fields: tuple[tuple[str, str], ...],
    parts: tuple[Mention, ...],
) -> Mention | None:
    if rule.default:
        names = {name for name, _ in fields}
        fields += tuple(pair for pair in rule.default.items() if pair[0] not in names)
    values = dict(fields)
    if rule.two and not rule.less and len(values.get(rule.two, "")) != 2:
        return None  # "nineteen hundred men"
    if rule.units:
        unit = next((values[n] for n in ("one_unit", "unit", "length", "many_units") if n in values), "")
        if unit and unit not in rule.units:
            return None
    return Mention(start, end, rule.name, fields, parts, _grain(rule, values, parts))


def _grain(rule: Rule, values: dict[str, str], parts: Sequence[Mention]) -> str | None:
    if rule.join:
        fine = {"minute": 0, "hour": 1, "part": 2}
        return min((p.grain or "day" for p in parts), key=lambda g: fine.get(g, 3))
    if rule.part and values.get("day_part", "NI"):
        return "part"
    if rule.holiday:
        return "day"
    if rule.take:
        return "day" if "weekday" in values else values.get("one_unit")
    if rule.week:
        return "weekend" if rule.value.endswith("WE") else "week"
    if rule.type == "DURATION":
        return "length"
    if rule.type == "SET":
        return "set"
    if rule.shift:
        return rule.shift.format_map(_Blank(values)).split(" ")[-1] or None
    if rule.value == "{time}" or (not rule.value and parts):
        return parts[-1].grain if parts else None
    if rule.value in ("@digits", "@dateparser"):
        return "day"
    if rule.value == "@clock":
        return "minute"
    # a year written short is a year all the same
    value = template(rule.value, {**values, "short_year": "0000", "any_year": "0000"})
    if rule.less:
        return "century"
    if rule.cut:
        value = value[: rule.cut]
    return grain_of(value)


class _Blank(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return ""


def template(value: str, fields: dict[str, str]) -> str:
    """A value with its slots filled; numbers are padded to the width of their place."""
    padded = {
        name: text.zfill(2) if text.isdigit() and name not in _UNPADDED else text for name, text in fields.items()
    }
    return value.format_map(_Blank(padded))


_UNPADDED = {
    "weekday", "rank", "four_digits", "quarter_no", "half_word", "decade_word", "nth", "year", "any_year",
}  # fmt: skip


def _grow(
    text: str,
    run: list[Token],
    rules: Rules,
    nodes: list[Mention],
    chances: Sequence[tuple[Rule, Pattern]],
    seen: set[tuple[int, int, str]],
) -> None:
    """Add the times that are made of times, until nothing new appears."""
    starts = [start for start, _, _ in run]
    limit = min(run[-1][1] + 2, len(text))
    done = 0  # nodes before this one have met each other already
    rounds = 0
    while rounds < _ROUNDS:
        size = len(nodes)
        if done == size:
            return
        fresh, pairs = [n for n in nodes[done:size] if _stands_inside(n, rules)], _pairs(nodes, done)
        for rule, pattern in chances:
            if pattern.times == 1:
                _around(text, rules, rule, pattern, fresh, nodes, starts, limit, seen)
            elif pairs:
                _between(text, rules, rule, pattern, pairs, nodes, starts, limit, seen)
            if len(nodes) > _NODES:
                return
        done = size
        # a list that grew by a day is no deeper: "on 3, 5, 9, 12, 14, 17 and 20 May"
        rounds += not all(rules.by_name[node.rule].list for node in nodes[size:])


def _around(
    text: str,
    rules: Rules,
    rule: Rule,
    pattern: Pattern,
    inner: Sequence[Mention],
    nodes: list[Mention],
    starts: list[int],
    limit: int,
    seen: set[tuple[int, int, str]],
) -> None:
    for node in inner:
        if (rule.over and node.grain not in rule.over) or (rule.only and node.rule not in rule.only):
            continue
        after = pattern.pieces[1].regex.match(text, node.end, limit)
        if after is None:
            continue
        end = after.end()
        for start, before in _prefixes(text, pattern, node.start, starts):
            if start == node.start and end == node.end:
                continue
            key = (start, end, rule.name)
            if key in seen or not rule.allows(text, start, end):
                continue
            fields = (_fields(before, rules) if before else ()) + _fields(after, rules)
            made = _node(rule, start, end, fields, (node,))
            if made:
                seen.add(key)
                nodes.append(made)
            break


def _prefixes(text: str, pattern: Pattern, end: int, starts: list[int]) -> Iterator[tuple[int, re.Match[str] | None]]:
    """Where the words before a `{time}` may begin: the farthest first, eight words at most."""
    if pattern.bare[0]:
        yield end, None
        return
    regex = pattern.pieces[0].regex
    for start in [s for s in starts if s < end][-8:]:
        match = regex.fullmatch(text, start, end)
        if match is not None:
            yield start, match
    match = regex.fullmatch(text, end, end) or regex.match(text, end)  # the one sees nothing of what follows
    if match is not None and match.end() == end:  # every word of the prefix may be missing
        yield end, match


def _pairs(nodes: Sequence[Mention], done: int) -> list[tuple[Mention, Mention]]:
    """Times that stand close behind one another, and have not met yet: one of them is at `done` or after it."""
    by_start: dict[int, list[tuple[int, Mention]]] = {}
    for i, node in enumerate(nodes):
        by_start.setdefault(node.start, []).append((i, node))
    starts = sorted(by_start)
    return [
        (left, right)
        for i, left in enumerate(nodes)
        for start in starts[bisect_left(starts, left.end) : bisect_right(starts, left.end + _GLUE)]
        for j, right in by_start[start]
        if i >= done or j >= done
    ]


def _between(
    text: str,
    rules: Rules,
    rule: Rule,
    pattern: Pattern,
    pairs: Sequence[tuple[Mention, Mention]],
    nodes: list[Mention],
    starts: list[int],
    limit: int,
    seen: set[tuple[int, int, str]],
) -> None:
    glue, tail = pattern.pieces[1].regex, pattern.pieces[2].regex
    for left, right in pairs:
        if rule.range and _part_of_wider(left, nodes):
            continue
        if glue.fullmatch(text, left.end, right.start) is None or not _pair(rule, left, right, rules):
            continue
        if not tail.match(text, right.end, limit):
            continue
        for _, before in _prefixes(text, pattern, left.start, starts):
            key = (left.start, right.end, rule.name)
            if key in seen or not rule.allows(text, left.start, right.end):
                break
            fields = _fields(before, rules) if before else ()
            made = _node(rule, left.start, right.end, fields, (left, right))
            if made:
                seen.add(key)
                nodes.append(made)
            break


def _part_of_wider(left: Mention, nodes: Sequence[Mention]) -> bool:
    """Whether a year is that of a date: "from May 2010 until this year" does not run from 2010."""
    if left.grain != "year" or left.parts:
        return False
    return any(n.end == left.end and n.start < left.start and n.grain in {"day", "month"} for n in nodes)


def _stands_inside(node: Mention, rules: Rules) -> bool:
    """Whether a time may be what another is made around."""
    rule = rules.by_name[node.rule]
    return not (rule.range or rule.list or rule.latent or rule.none)


def _pair(rule: Rule, left: Mention, right: Mention, rules: Rules) -> bool:
    first, second = rules.by_name[left.rule], rules.by_name[right.rule]
    if first.none or second.none or (rule.range and (first.list or second.list)):
        return False
    if (first.range or second.range) and not rule.list:
        return False
    bare, also = _bare(left, rules), _bare(right, rules)
    if rule.range or rule.list:
        if bare and also:  # "9-10" waits for a list that lends its month
            return rule.range and _numbered(left, right, rules)
        if (bare or also) and not (_numbered(left, right, rules) and _ascends(rule, left, right)):
            return False
        grain = left.parts[-1].grain if first.list else left.grain
        mixed = rule.range and (grain, right.grain) in _MIXED and not (bare or also)
        mixed = mixed or (rule.range and first.value == "PRESENT_REF")  # "between now and May"
        return right.grain in rule.over and (grain == right.grain or mixed)
    if bare or also:
        return False
    straight = left.grain in rule.over and right.grain in rule.over2
    return straight or (rule.order == "any" and right.grain in rule.over and left.grain in rule.over2)


def _bare(node: Mention, rules: Rules) -> bool:
    """Whether a time cannot stand alone: the "3" of "3 and 5 May", the "3-5" of "3-5 and 9 May"."""
    rule = rules.by_name[node.rule]
    return rule.latent or (rule.range and bool(node.parts) and all(_bare(part, rules) for part in node.parts))


def _numbered(left: Mention, right: Mention, rules: Rules) -> bool:
    """Whether a bare number may be the day beside it: "3 to 14 February", not "3 to Friday"."""

    def holds_day(node: Mention) -> bool:
        rule = rules.by_name[node.rule]
        if rule.list or rule.range:
            return all(holds_day(p) for p in node.parts)
        return rule.latent or bool(node.get("month") and node.get("day"))

    return holds_day(left) and holds_day(right)


def _ascends(rule: Rule, left: Mention, right: Mention) -> bool:
    """Whether a range ends after it begins where one month serves both ends: no "on 29 April to 5 per cent"."""
    first, last = left.get("day"), right.get("day")
    if not rule.range or not first.isdigit() or not last.isdigit() or (right.get("month") and left.get("month")):
        return True
    return int(first) < int(last) or bool(right.get("month"))


def _chosen(nodes: list[Mention], rules: Rules) -> list[Mention]:
    """The longest mentions that do not overlap; of equals the rule that stands first."""
    ranked = sorted(
        (n for n in nodes if not _bare(n, rules)),
        key=lambda n: (n.start - n.end, n.start, rules.by_name[n.rule].index),
    )
    taken: list[Mention] = []
    for node in ranked:
        if all(node.end <= other.start or node.start >= other.end for other in taken):
            taken.append(node)
    taken.sort(key=lambda n: n.start)
    out: list[Mention] = []
    for node in taken:
        rule = rules.by_name[node.rule]
        if rule.list:
            out.extend(_members(node, rules))
        elif not rule.none:  # a name that keeps the times in it from being found
            out.append(node)
    return out


def _members(node: Mention, rules: Rules) -> Iterator[Mention]:
    """The single times and ranges of a list; those that lack a month keep the one that lends it."""
    single = list(_leaves(node, rules))
    dated = [end for part in single for end in (part.parts if rules.by_name[part.rule].range else (part,))]

    def lent(part: Mention) -> Mention:
        if rules.by_name[part.rule].range:
            return replace(part, parts=tuple(lent(end) for end in part.parts))
        behind = (m for m in dated if m.start > part.start and _lends(m, "day", "month"))
        before = (m for m in reversed(dated) if m.start < part.start and _lends(m, "month", "day"))
        lender = next(behind, None) or next(before, None) or next((m for m in dated if m.get("month")), None)
        return replace(part, parts=(lender,)) if lender else part

    for part in single:
        yield lent(part) if _bare(part, rules) else part


def _leaves(node: Mention, rules: Rules) -> Iterator[Mention]:
    for part in node.parts:
        if rules.by_name[part.rule].list:
            yield from _leaves(part, rules)
        else:
            yield part


def _lends(node: Mention, one: str, other: str) -> bool:
    """Whether a time says both, in this order: "3 and 5 May" has its month behind, "July 3 and 5" before."""
    names = [name for name, _ in node.fields]
    return one in names and other in names and names.index(one) < names.index(other)
