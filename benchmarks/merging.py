"""What several articles tell as one entry, against a gold of events that run through documents.

    python benchmarks/merging.py DOCS.jsonl.gz [--show N]

Each line is a document of ECB+: `id`, `topic`, `sentences` (`i`, `tokens`) and `mentions` (`kind`, `sent`, `tokens`,
`chain`).
All documents are read as of one day, so that the dates tell no two events apart, and each topic is gathered by itself.
A pair is two entries of different documents, both on the calendar, with triggers in the gold; it is right to merge
them where both are of one chain. Precision: of the pairs merged; recall: of the pairs of one chain.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any

from timeline import Article, Engine
from timeline.model import Entry, Record
from timeline.timelines import gather

DAY = date(2012, 5, 16)
CLOSE = frozenset(".,;:!?)%'")  # begin what stands right behind the word before
Chains = dict[tuple[int, int], str]  # where a word stands → its chain


def main() -> None:
    """Print entries, pairs, precision and recall."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    options.add_argument("docs", type=Path)
    options.add_argument("--show", type=int, default=0, help="show so many pairs that were merged and are none")
    chosen = options.parse_args()
    engine, topics = Engine(), defaultdict[str, list[tuple[Record, Chains]]](list)
    with gzip.open(chosen.docs, "rt", encoding="utf-8") as lines:
        for line in lines:
            doc = json.loads(line)
            text, chains = laid_out(doc)
            record = engine.read(Article(id=doc["id"], text=text, published=DAY))
            topics[doc["topic"]].append((record, chains))
    entries, right, wrong, could = 0, 0, list[tuple[str, str]](), 0
    for told in topics.values():
        of = {record.article.id: chains for record, chains in told}
        shown = [e for e in gather([record for record, _ in told]).entries if e.event.on_calendar]
        entries += len(shown)
        groups = [[(one, chain_of(one, of[one.article])) for one in (e, *e.also)] for e in shown]
        for group in groups:
            for (one, its), (other, theirs) in combinations(group, 2):
                if its and theirs:
                    right += its == theirs
                    wrong += [(one.event.title, other.event.title)] if its != theirs else []
        could += pairs_of_one_chain([(one.article, chain) for group in groups for one, chain in group])
    print(f"{entries} entries; merged {right + len(wrong)} pairs, {right} of one chain of {could}")
    print(f"precision {right / max(1, right + len(wrong)):.1%}, recall {right / max(1, could):.1%}")
    for one, other in wrong[: chosen.show]:
        print(f"    {one}  |  {other}")


def laid_out(doc: dict[str, Any]) -> tuple[str, Chains]:
    """The text of a document, a sentence a line, and the chain of each word that names an event."""
    text, where = "", dict[tuple[int, int], tuple[int, int]]()
    for sentence in doc["sentences"]:
        for number, token in enumerate(sentence["tokens"]):
            word = token.replace("``", '"').replace("''", '"')
            if text and not text.endswith("\n") and word[:1] not in CLOSE:
                text += " "
            where[sentence["i"], number] = (len(text), len(text) + len(word))
            text += word
        text += "\n"
    named = [m for m in doc["mentions"] if m["kind"] == "event"]
    return text, {where[m["sent"], t]: m["chain"] for m in named for t in m["tokens"] if (m["sent"], t) in where}


def chain_of(entry: Entry, chains: Chains) -> str:
    """The chain of the words that name an event; "" where the gold has none."""
    start, end = entry.event.trigger.start, entry.event.trigger.end
    return next((chain for (first, last), chain in chains.items() if first < end and start < last), "")


def pairs_of_one_chain(told: Iterable[tuple[str, str]]) -> int:
    """How many pairs of different documents tell of one chain."""
    of = defaultdict[str, list[str]](list)
    for article, chain in told:
        if chain:
            of[chain].append(article)
    return sum(one != other for articles in of.values() for one, other in combinations(articles, 2))


if __name__ == "__main__":
    main()
