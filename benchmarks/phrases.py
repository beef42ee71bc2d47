"""Phrase collections in five notations, read by the tagger alone: what is right, wrong, not found.

    python benchmarks/phrases.py FOLDER [--only NAME] [--show N] [--class WORDS]

FOLDER holds one file of JSON lines a collection: timenorm_en, duckling_en, ctparse_en, recognizers_specs,
sutime_itest. A line has `text`, `dct` (the day of writing) and `timexes`: `start`, `end`, `type` and `value` in
the collection's own notation (`grain` and `resolution` where that has them). A converter for each notation says
which values or stretches will do:

- timenorm, SUTime: TIMEX3;
- duckling: a moment and its grain, or an interval whose end is exclusive by a grain;
- ctparse: "Time[]{2017-09-12 X:X (X/morning)}", "Interval[]{… - …}", its last day included;
- Recognizers-Text: all readings in `resolution`, any of which will do; a range that is said by its ends stops at
  the start of the last ("2014 to 2018" at 1 January 2018), so the end that holds that day, month or year will do too.

Recognizers and duckling write the month first in figures, and are read so.

A phrase is right when the largest time found in it means the same. Every other is counted in a class: how the
answer differs, or what kind of time was not found.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from timeline import dates
from timeline.model import TimeExpression
from timeline.times import read_times

Line = dict[str, Any]
_ZONE = re.compile(r"\b(?:GMT|UTC|[ECMP][SD]?T|IST|SGT|BST|CET|AoE|GET|time ?zone|(?:east|west)ern)\b", re.IGNORECASE)
_PARTS = {"morning": "MO", "noon": "12:00", "afternoon": "AF", "evening": "EV", "night": "NI"}
_HOURS = {(0, 12): "MO", (0, 9): "MO", (12, 19): "AF", (18, 24): "EV NI", (21, 24): "EV NI"}  # duckling's day
_OUTCOMES = ("right", "wrong", "not found", "false")
_STEPS = {
    "hour": timedelta(hours=1),
    "minute": timedelta(minutes=1),
    "second": timedelta(seconds=1),
}
_LOCALES = {"duckling_en": "en_US", "recognizers_specs": "en_US"}
_CUTS = {"year": 4, "month": 7, "day": 10, "hour": 16, "minute": 16, "second": 19}
_KINDS = (
    ("a range of clock times", r".*T\d.*/.*T\d.*"),
    ("a range of days", r".*/.*"),
    ("a set", r".*(?:WXX|^XXXX-XX-XX).*|P.*P.*"),
    ("a length", r"P\d.*|PT.*|PX.*"),
    ("no date: now, soon", r".*_REF.*"),
    ("a clock time", r".*T\d.*"),
    ("a part of a day", r".*T[A-Z].*"),
    ("a season, quarter or half", r"....-(?:[QH]\d|SP|SU|FA|WI).*"),
    ("a week or weekend", r"....-W.*"),
    ("a day", r"....-..-.."),
    ("a month", r"....-.."),
    ("a year, decade or century", r"\d+X*|BC.*|-.*"),
)


@dataclass(frozen=True)
class Wanted:
    """A phrase and the meanings that will do: TIMEX3 values, or "first/until" of a stretch."""

    start: int
    end: int
    meanings: tuple[str, ...]
    holiday: bool = False
    set: bool = False


def main() -> None:
    """Print a row a collection, then the classes of what went wrong."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    options.add_argument("folder", type=Path)
    options.add_argument("--only", choices=CONVERTERS, help="this collection alone")
    options.add_argument("--show", type=int, default=0, help="show so many phrases of each class")
    options.add_argument("--class", dest="words", default="", help="show only classes that begin so")
    chosen = options.parse_args()
    classes: dict[str, list[str]] = defaultdict(list)
    by_file: dict[str, Counter[str]] = defaultdict(Counter)
    print(f"{'collection':20s} " + " ".join(f"{word:>9s}" for word in ("phrases", *_OUTCOMES, "right %")))
    for name in CONVERTERS if not chosen.only else [chosen.only]:
        tally: Counter[str] = Counter()
        for line in (chosen.folder / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
            for outcome, which, shown in judged(json.loads(line), CONVERTERS[name], _LOCALES.get(name)):
                tally[outcome] += 1
                if which:
                    classes[which].append(f"{shown}  ({name})")
                    by_file[which][name.partition("_")[0]] += 1
        total = tally["right"] + tally["wrong"] + tally["not found"]
        counts = " ".join(f"{number:9d}" for number in (total, *(tally[outcome] for outcome in _OUTCOMES)))
        print(f"{name:20s} {counts} {100 * tally['right'] / (total or 1):9.1f}")
    print()
    for which, cases in sorted(classes.items(), key=lambda pair: -len(pair[1])):
        if which.startswith(chosen.words):
            print(f"{len(cases):5d}  {which:46s} {', '.join(f'{n} {c}' for n, c in by_file[which].most_common())}")
            for case in cases[: chosen.show]:
                print(f"           {case}")


def judged(
    line: Line, convert: Callable[[Line, Line], Wanted | None], locale: str | None
) -> Iterator[tuple[str, str, str]]:
    """Outcome, class and a line to show, for each phrase of a text and for what was found beside them."""
    day = date.fromisoformat(line["dct"][:10]) if line["dct"] else None
    found = read_times(line["text"], anchor=day, locale=locale)
    used: set[str] = set()
    for timex in line["timexes"]:
        wanted = convert(line, timex)
        if wanted is None:
            continue
        near = [t for t in found if t.start < wanted.end and wanted.start < t.end]
        used.update(t.id for t in near)
        words = line["text"][wanted.start : wanted.end]
        if not near:
            kind = "a holiday" if wanted.holiday else "a set" if wanted.set else kind_of(wanted.meanings[0])
            yield "not found", f"not found: {kind}", f"{words!r} {wanted.meanings}"
            continue
        got = max(near, key=lambda t: (min(t.end, wanted.end) - max(t.start, wanted.start), bool(t.parts)))
        answers = answers_of(got, {t.id: t for t in found}, day)
        if answers & set(wanted.meanings):
            yield "right", "", ""
        else:
            yield "wrong", difference(wanted, answers, words), f"{words!r} {wanted.meanings} ≠ {sorted(answers)}"
    for time in found:
        if time.id not in used and not line["timexes"]:
            yield "false", f"found where nothing is: {time.rule}", f"{time.text!r} {time.value} in {line['text']!r:.70}"


def answers_of(time: TimeExpression, times: dict[str, TimeExpression], day: date | None) -> set[str]:
    """Everything that a time means, in the notation of `Wanted.meanings`."""
    answers = {plain(time.value)} if time.value else set()
    if time.first and time.until:
        answers |= {f"{time.first}/{time.until}", f"../{time.until}"}
    if len(time.parts) == 2:
        ends = [plain(times[part].value or "") for part in time.parts]
        answers.add("/".join(ends))
    if time.value and re.match(r"T\d", time.value):
        answers.add(plain(f"{day}{time.value}"))
    return answers


def plain(value: str) -> str:
    """A value in one spelling: "2016-08-01 14:00:00" and "2016-08-01T14" → "2016-08-01T14:00"."""
    value = re.sub(r"(?<=\d) (?=\d\d:)", "T", value)
    value = re.sub(r"T(\d\d)(?=$|/)", r"T\1:00", value)
    value = re.sub(r"T(\d\d:\d\d):00", r"T\1", value)
    return re.sub(r"(?<![\d.])(\d+)\.0(?!\d)", r"\1", value)


def kind_of(meaning: str) -> str:
    """What sort of time a meaning is."""
    return next((kind for kind, shape in _KINDS if re.fullmatch(shape, meaning)), "something else")


def difference(wanted: Wanted, answers: set[str], words: str) -> str:
    """The class of a wrong answer: in what way it differs from the nearest meaning that would do."""
    if wanted.holiday:
        return _other_holiday(wanted.meanings, answers)
    if wanted.set:
        return "a set, written otherwise"
    classes = {_difference(meaning, answer, words) for meaning in wanted.meanings for answer in answers}
    for name in _NEAREST:
        if name in classes:
            if name == _TURN and len(wanted.meanings) > 1:  # both sides would do
                return name
            return next((said for where, shape, said in _CONVENTIONS if name in where and shape.search(words)), name)
    return f"another answer: {kind_of(wanted.meanings[0])}"


def _other_holiday(meanings: tuple[str, ...], answers: set[str]) -> str:
    wanted = [span for text in meanings if (span := _span(text))]
    for first, _ in wanted:
        for our_first, our_until in (span for text in answers if (span := _span(text))):
            if (our_until - our_first).days > 300:
                return "a holiday that is not known: its year alone"
            if abs((first - our_first).days) <= 1:
                return "a holiday of the moon or of an eve: a day off"
            if 350 < abs((first - our_first).days) < 390:
                return "a holiday, another turn"
    return "a holiday, another day"


_NEAREST = (
    "the clock in another zone",
    "the other half of the clock",
    "the same words, another turn",
    "a unit coarser or finer",
    "a length, not a stretch (or the reverse)",
    "no date, not a stretch (or the reverse)",
    "the day alone, its clock time apart",
    "a stretch that overlaps",
)


_COARSER, _TURN, _LENGTH, _CLOCK = _NEAREST[3], _NEAREST[2], _NEAREST[4], _NEAREST[6]
_UNIT = r"(?:day|week|month|quarter|year|decade|centur|fortnight|hour|minute|second|min\b|hr)"
# Ways in which the collections read the same words by other conventions than ours: docs/measured.md names them.
_CONVENTIONS = tuple(
    (where, re.compile(shape, re.IGNORECASE), said)
    for where, shape, said in (
        (
            (_COARSER, _LENGTH, "a stretch that overlaps"),
            rf"\b(?:next|past|last|coming|previous|upcoming|following|within)\b.*{_UNIT}",
            "convention: where the next or past N units begin",
        ),
        (
            (_COARSER, _LENGTH, _TURN),
            rf"{_UNIT}\w* ?(?:ago|later|earlier|hence|from (?:now|today)|before|after|back)|^in .*{_UNIT}",
            "convention: a day counted, or the unit counted in",
        ),
        (
            (_COARSER, "a stretch that overlaps"),
            r"\b(?:early|mid|late|beginning|start|end|[BE]O[MY])\b|year[- ]end|week of",
            "convention: how far soft edges reach",
        ),
        ((_COARSER, "a stretch that overlaps"), r"\b(?:spring|summer|autumn|fall|winter)\b", "convention: seasons"),
        ((_TURN,), r"", "convention: which side a bare date lies on"),
        (("the clock in another zone",), r"", "convention: the clock as said, or moved to another zone"),
        (("the other half of the clock",), r"", "convention: which half of the day a bare hour is in"),
    )
)


def _difference(meaning: str, answer: str, words: str) -> str:
    if "T" in meaning and _ZONE.search(words):
        return "the clock in another zone"
    if answer.startswith("P") and answer[1:2] in "0123456789TX":
        return "a length, not a stretch (or the reverse)" if meaning[:1] != "P" else ""
    if meaning.startswith("P") and meaning[1:2] in "0123456789TX":
        return "a length, not a stretch (or the reverse)"
    if answer.endswith("_REF") or meaning.endswith("_REF"):
        return "no date, not a stretch (or the reverse)"
    clocks = [re.findall(r"T(\d\d):(\d\d)", text) for text in (meaning, answer)]
    if clocks[0] and clocks[1] and len(clocks[0]) == len(clocks[1]):
        if all(a[1] == b[1] and abs(int(a[0]) - int(b[0])) in (0, 12) for a, b in zip(*clocks, strict=True)):
            return "the other half of the clock" if clocks[0] != clocks[1] else "the same words, another turn"
        return ""
    if clocks[0] and not clocks[1] and meaning[:10] == answer[:10]:
        return "the day alone, its clock time apart"
    spans = [_span(text) for text in (meaning, answer)]
    if spans[0] is None or spans[1] is None:
        return ""
    (first, until), (our_first, our_until) = spans[0], spans[1]
    if (first, until - first) != (our_first, our_until - our_first) and abs(
        (until - first) - (our_until - our_first)
    ) <= timedelta(3):
        turn = abs((first - our_first).days)
        if turn in (7, 14) or 28 <= turn <= 31 or 364 <= turn <= 367:
            return "the same words, another turn"
    if first == our_first or (first <= our_first and our_until <= until) or (our_first <= first and until <= our_until):
        return "a unit coarser or finer"
    return "a stretch that overlaps" if first < our_until and our_first < until else ""


def _span(meaning: str) -> tuple[date, date] | None:
    first, slash, until = meaning.partition("/")
    if not slash:
        return dates.stretch(meaning)
    try:
        return date.fromisoformat(first[:10]), date.fromisoformat(until[:10])
    except ValueError:
        return None


# ------------------------------------------------------------------ the notations


def from_timex3(_line: Line, timex: Line) -> Wanted:
    """TIMEX3, as timenorm and SUTime have it: decades may be "195X", years before our era "-0566"."""
    value = plain(str(timex["value"] or ""))
    meanings = [value]
    if re.fullmatch(r"\d+X+", value):
        meanings.append(value.rstrip("X"))
    ancient = re.fullmatch(r"-(\d\d)XX|-(\d{4})", value)
    if ancient:
        meanings.append(f"BC{ancient[1]}" if ancient[1] else f"BC{int(ancient[2]) + 1:04}")
    return Wanted(timex["start"], timex["end"], tuple(meanings), set=timex["type"] == "SET")


def from_duckling(line: Line, timex: Line) -> Wanted:
    """Duckling: a moment and its grain; an interval ends after the last grain; "by May" begins now."""
    value, grain = timex["value"], (timex["grain"] or "day").lower()
    holiday = "Holiday" in timex["type"]
    first, slash, until = value.partition("/")
    if not slash:
        if holiday and grain == "year":  # a day that comes once a year
            grain = "day"
        meanings = [_cut(first, grain)]
    elif first[:16] == line["dct_raw"][:16] and until[11:] == "00:00:00":
        meanings = [f"../{until[:10]}", f"{first[:10]}/{until[:10]}"]
    elif grain in _STEPS:
        meanings = _clock_interval(first, until, grain)
    else:
        meanings = [f"{first[:10]}/{until[:10]}"]
    return Wanted(timex["start"], timex["end"], tuple(meanings), holiday)


def _cut(moment: str, grain: str) -> str:
    day = date.fromisoformat(moment[:10])
    if grain in ("week", "quarter"):
        return dates.value_at(day, grain)
    return plain(moment[: _CUTS[grain]])


def _clock_interval(first: str, until: str, grain: str) -> list[str]:
    one, other = datetime.fromisoformat(first), datetime.fromisoformat(until)
    if (one.weekday(), one.hour, other.weekday(), other.hour) == (4, 18, 0, 0):
        return [dates.value_at(one.date(), "weekend")]
    hours = (one.hour, other.hour or 24)
    parts = _HOURS.get(hours, "") if grain == "hour" else ""
    meanings = [f"{first[:10]}T{part}" for part in parts.split()]
    last = other - _STEPS[grain]  # "3–4 pm" ends with the hour of four
    return [*meanings, plain(f"{first}/{last.isoformat()}"), plain(f"{first}/{until}")]


def from_ctparse(_line: Line, timex: Line) -> Wanted:
    """Ctparse: day, clock and part of the day; an interval holds its last day."""
    value = timex["value"]
    nights = re.fullmatch(r"Duration\[\]\{(\d+) (\w+)\}", value)
    if nights:
        return Wanted(timex["start"], timex["end"], (f"P{nights[1]}D", f"P{nights[1]}N"))
    moments = re.findall(r"(\S+) (\S+):(\S+) \((\S+)/(\S+)\)", value.partition("{")[2])
    ends = [_ctparse_moment(*moment) for moment in moments]
    if len(ends) == 1:
        return Wanted(timex["start"], timex["end"], (ends[0],))
    meanings = [f"{ends[0]}/{ends[1]}"]
    if "T" not in meanings[0]:
        meanings = [f"{ends[0]}/{date.fromisoformat(ends[1]) + timedelta(1)}"]
    return Wanted(timex["start"], timex["end"], tuple(meanings))


def _ctparse_moment(day: str, hour: str, minute: str, _: str, part: str) -> str:
    day = "" if "X" in day else day
    if hour != "X":
        return f"{day}T{hour.zfill(2)}:{minute.replace('X', '00').zfill(2)}"
    named = next((code for word, code in _PARTS.items() if part.removeprefix("after") == word or part == word), "")
    named = named or next((code for word, code in reversed(_PARTS.items()) if part.endswith(word)), "")
    return f"{day}T{named}" if named else day


def from_recognizers(line: Line, timex: Line) -> Wanted | None:
    """Recognizers-Text: any reading of `resolution`; None for a zone alone, which is no time."""
    meanings: list[str] = []
    for reading in timex["resolution"]:
        name = reading.get("timex", "")
        if not name:
            continue
        first, until, value = (reading.get(k, "") for k in ("start", "end", "value"))
        first, until, value = (
            f"{(line['dct'] or '')[:10]}T{v}" if re.match(r"\d\d:", v) else v for v in (first, until, value)
        )
        if first and until:
            meanings += [plain(f"{first}/{until}")]
            if len(until) == 10 and name.startswith("("):
                meanings += [f"{first}/{closed}" for closed in _closed(date.fromisoformat(until))]
        part = re.search(r"T[A-Z]{2}$", name)
        moment = value if re.match(r"\d{4}-", value) else first or until
        if part and moment:
            meanings.append(moment[:10] + part[0])
        elif moment and not name.startswith(("(", "P")):
            meanings += [plain(moment)] if value else [_filled(name, moment)]
        meanings.append(plain(name))
    return Wanted(timex["start"], timex["end"], tuple(meanings), set=timex["type"] == "set") if meanings else None


def _closed(start: date) -> Iterator[date]:
    """Ends of the day, month or year that starts so."""
    yield start + timedelta(1)
    if start.day == 1:
        yield dates.add(start, 1, "month")
        if start.month == 1:
            yield dates.add(start, 1, "year")


def _filled(name: str, moment: str) -> str:
    """The day, month or year that an open stretch begins or ends at: ("XXXX-08", "2018-09-01") → "2018-08"."""
    if "W" in name or name.startswith("T"):
        return plain(moment)
    return plain("".join(m if c == "X" else c for c, m in zip(name, moment.ljust(len(name), "X"), strict=False)))


CONVERTERS: dict[str, Callable[[Line, Line], Wanted | None]] = {
    "timenorm_en": from_timex3,
    "duckling_en": from_duckling,
    "ctparse_en": from_ctparse,
    "recognizers_specs": from_recognizers,
    "sutime_itest": from_timex3,
}


if __name__ == "__main__":
    main()
