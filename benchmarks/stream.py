"""A stream of articles that never repeats: words a CPU second, and whether the memory stays flat.

    python benchmarks/stream.py FILE.jsonl… [--articles 10000] [--seed 1]

Each line of a file holds `text` and, where it is known, `published` or `dct`. The texts are told again and again,
each time with other names and numbers, so that the stream brings new words for ever, as a newswire does.
One line a tenth of the way: articles, words a CPU second, and the megabytes that the process holds (Linux).
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from time import process_time

import timeline

LENGTH = 4000  # characters of a text that are told
CONSONANTS, VOWELS = "bdfghklmnprstvz", "aeiou"
ALTERED = re.compile(
    r"(?<=[a-z,] )[A-Z][a-z]{4,}\b|\b\d{2,3}\b"
)  # names inside a sentence, and numbers that are no years
SHARE = 0.3  # of them that is told otherwise


def main() -> None:
    """Read the stream and print a line for each tenth of it."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    options.add_argument("files", nargs="+", type=Path)
    options.add_argument("--articles", type=int, default=10_000)
    options.add_argument("--seed", type=int, default=1)
    chosen = options.parse_args()
    given = [json.loads(line) for path in chosen.files for line in path.read_text(encoding="utf-8").splitlines()]
    engine = timeline.Engine()
    engine.read(timeline.Article(id="first", text="They met on 3 May 2016."))  # what is loaded once is no part of it
    step = max(1, chosen.articles // 10)
    words, spent = 0, 0.0
    print(f"{'articles':>9s} {'words/CPU s':>12s} {'MB':>7s}\n{0:9,d} {'':12s} {megabytes():7.1f}", flush=True)
    for number, article in enumerate(stream(given, chosen.articles, random.Random(chosen.seed)), 1):
        start = process_time()
        engine.read(article)
        spent += process_time() - start
        words += len(article.text.split())
        if number % step == 0:
            print(f"{number:9,d} {words / spent:12,.0f} {megabytes():7.1f}", flush=True)
            words, spent = 0, 0.0


def stream(given: list[dict[str, str]], count: int, chance: random.Random) -> Iterator[timeline.Article]:
    """So many articles, each one of those given with other names and numbers."""
    for number in range(count):
        one = chance.choice(given)
        day = one.get("published") or one.get("dct")
        text = ALTERED.sub(lambda said: otherwise(said[0], chance), one["text"][:LENGTH])
        yield timeline.Article(id=str(number), text=text, published=date.fromisoformat(day[:10]) if day else None)


def otherwise(said: str, chance: random.Random) -> str:
    """A name or a number that nobody has heard, now and then."""
    if chance.random() > SHARE:
        return said
    if said.isdigit():
        return str(chance.randint(10, 999))
    return "".join(chance.choice(CONSONANTS) + chance.choice(VOWELS) for _ in range(chance.randint(2, 4))).capitalize()


def megabytes() -> float:
    """The memory that this process holds, in millions of bytes."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


if __name__ == "__main__":
    main()
