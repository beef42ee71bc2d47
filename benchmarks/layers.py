"""What each layer of the reading costs: words a CPU second of the pipeline, with times and actors, and with events.

    python -m benchmarks.layers FILE.jsonl… [--articles 200] [--model NAME]

Each line of a file holds `text` and, where it is known, `published` or `dct`. Every article is read once, its layers
one after the other, on one core; the time to start is printed apart.
"""

from __future__ import annotations

import argparse
import json
from datetime import date
from itertools import pairwise
from pathlib import Path
from time import process_time

import timeline
from timeline import actors, clean, published, times
from timeline.engine import uncollected
from timeline.events.read import read_events

LAYERS = ("the pipeline", "and times", "and actors", "and events")


def main() -> None:
    """Read the articles and print a line for each layer."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    options.add_argument("files", nargs="+", type=Path)
    options.add_argument("--articles", type=int, default=200)
    options.add_argument("--model")
    chosen = options.parse_args()
    given = [json.loads(line) for path in chosen.files for line in path.read_text(encoding="utf-8").splitlines()]
    begun = process_time()
    engine = timeline.Engine(chosen.model)
    engine.parse("A first sentence.")
    gazetteer = actors.load()
    print(f"started in {process_time() - begun:.2f} CPU seconds")
    words, spent = 0, [0.0] * len(LAYERS)
    for one in given[: chosen.articles]:
        day = one.get("published") or one.get("dct")
        article = timeline.Article(
            id=str(one["id"]), text=one["text"], published=date.fromisoformat(day[:10]) if day else None
        )
        words += len(article.text.split())
        marks = [process_time()]
        with uncollected():
            doc = engine.parse(article.text)
            marks.append(process_time())
            blocks = clean.blocks(clean.folded(article.text))
            when = published.published(article, blocks, doc)
            found = times.read_times(article.text, anchor=when, doc=doc, blocks=blocks)
            marks.append(process_time())
            who = actors.read_actors(doc, blocks=blocks, gazetteer=gazetteer, on=when.first)
            marks.append(process_time())
            read_events(doc, article=article, published=when, times=found, actors=who, blocks=blocks)
            marks.append(process_time())
        spent = [so_far + after - before for so_far, (before, after) in zip(spent, pairwise(marks), strict=True)]
    print(f"{words:,} words\n\n| with | words a CPU second | microseconds a word |\n| --- | --- | --- |")
    total = 0.0
    for layer, cost in zip(LAYERS, spent, strict=True):
        total += cost
        print(f"| {layer} | {words / total:,.0f} | {cost / words * 1e6:.1f} |")


if __name__ == "__main__":
    main()
