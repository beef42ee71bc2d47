"""What a text ten times as long costs, and which rule a hostile text makes dearest; CPU seconds of the tagger alone.

    python benchmarks/growth.py [FILE.jsonl…] [--megabytes N]

The text is made of the `text` of each line of the files over and over, or of the sentences that prove the rules. It is
read at N megabytes (10) and at a tenth of that: time linear in the length costs ten times as much. Then each rule's
own words are repeated without end, whole, cut short and run together, which is the worst a text can do to it.
"""

from __future__ import annotations

import argparse
import json
from datetime import date
from itertools import cycle
from pathlib import Path
from time import process_time

from timeline.rules import load
from timeline.times import read_times

_DAY = date(2016, 7, 27)
_HOSTILE = 4_000  # characters of a hostile text
_SHOWN = 5


def main() -> None:
    """Print both costs and their ratio, then the dearest rules."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    options.add_argument("files", nargs="*", type=Path)
    options.add_argument("--megabytes", type=float, default=10)
    chosen = options.parse_args()
    pieces = [
        json.loads(line)["text"] for file in chosen.files for line in file.read_text(encoding="utf-8").splitlines()
    ] or [proof[0] + "." for rule in load().by_name.values() for proof in rule.finds]
    size = round(chosen.megabytes * 1e6)
    cost("warm: " + " ".join(pieces)[: size // 10])
    costs = {}
    for length in (size // 10, size):
        text = filled(pieces, length)
        costs[length] = cost(text)
        print(
            f"{length:12,d} characters  {costs[length]:8.2f} s  {length / costs[length]:10,.0f} characters a CPU second"
        )
    print(f"ten times the text costs {costs[size] / costs[size // 10]:.1f} times as much\n")
    hostile = sorted(((cost(filled([words], _HOSTILE)), name, words) for name, words in hostile_words()), reverse=True)
    usual = hostile[len(hostile) // 2][0]
    print(f"{len(hostile)} hostile texts of {_HOSTILE:,d} characters: {usual:.3f} s in the middle, the dearest:")
    for spent, name, words in hostile[:_SHOWN]:
        print(f"    {spent:.3f} s  {name}  {words!r} over and over")


def cost(text: str) -> float:
    """CPU seconds that reading a text takes."""
    before = process_time()
    read_times(text, anchor=_DAY)
    return process_time() - before


def filled(pieces: list[str], length: int) -> str:
    """A text of this length, made of the pieces over and over."""
    parts, size = [], 0
    for piece in cycle(pieces):
        if size >= length:
            break
        parts.append(piece)
        size += len(piece) + 1
    return "\n".join(parts)[:length] if len(pieces) > 1 else "".join(parts)[:length]


def hostile_words() -> list[tuple[str, str]]:
    """Each rule's own words, to be repeated: apart, without their last letter, and run together."""
    return [
        (rule.name, words)
        for rule in load().by_name.values()
        for _, found, *_ in rule.finds[:1]
        for words in (f"{found} ", f"{found[:-1]} ", found)
    ]


if __name__ == "__main__":
    main()
