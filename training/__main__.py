"""`python -m training DATA`: the whole recipe, step by step, from corpora to the shipped pipeline.

Every step leaves its result in the work folder and is passed over when the result is there, so a
run can be taken up again, and a step repeated by deleting what it made. With `--smoke` every step
does as little as it can, in a folder apart: that the recipe runs is seen in minutes.
"""

from __future__ import annotations

import argparse
import os
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # one core, and the same sums in every run

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from timeline.network import Network
from training.assemble import assemble
from training.evaluate import evaluate, load, read_docs
from training.lessons import Variants, in_names, in_news, in_treebanks
from training.names import convert_names
from training.silver import Teacher, make_silver, read_raw
from training.taught import joined, taught
from training.templates import template_docs
from training.tokens import news_words
from training.train import train
from training.treebanks import convert_treebanks, save, words_of
from training.trees import Analysis

if TYPE_CHECKING:  # JAX is heavy, and what only measures does without
    from training.biaffine import Parser

SHIPPED = Path(__file__).resolve().parent.parent / "timeline" / "models" / "en_timeline_news"
RAW = "voa_raw.txt.gz"
VECTOR = 100  # numbers of a word, from raw text
GOLD_TIMES = 2  # how often the treebanks stand beside the raw news
BEGINS_EPOCHS = 4


@dataclass(frozen=True, slots=True)
class Effort:
    """How much every step does."""

    settings: dict[str, int]  # of every training, over its own
    documents: int | None  # of the corpora; None: all
    raw: int | None  # sentences of raw news; None: all
    templates: int  # documents made of templates
    teacher: dict[str, int]  # of the parser that teaches, over its own plan
    name_epochs: int  # of the marker of names that teaches
    network: dict[str, int]  # of the network that ships, over its own plan


WHOLE = Effort({}, None, None, 2500, {}, 4, {})
SMOKE = Effort(
    {"training.max_steps": 40, "training.eval_frequency": 20},
    300,
    400,
    50,
    {"hidden": 32, "epochs": 2},
    1,
    {"steps": 20, "hidden": 16},
)


def main() -> None:
    """Read the command line; train what is missing, or only measure, and print the figures."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("data", type=Path, help="folder of the corpora that training/README.md lists")
    parser.add_argument("--work", type=Path, default=Path("build/training"), help="folder for what the steps make")
    parser.add_argument("--output", type=Path, help="folder of the pipeline (default: the one that ships)")
    parser.add_argument("--evaluate", action="store_true", help="measure the pipeline, train nothing")
    parser.add_argument("--smoke", action="store_true", help="a few steps of everything: to see that it runs")
    options = parser.parse_args()
    corpus = options.work / "corpus"
    convert(options.data, corpus)
    work = options.work / "smoke" if options.smoke else options.work
    output = options.output or (work / "pipeline" if options.smoke else SHIPPED)
    if not options.evaluate:
        effort = SMOKE if options.smoke else WHOLE
        assemble(train_network(options.data, work, corpus, effort), corpus, output)
    print(evaluate(output, corpus))


def convert(data: Path, corpus: Path) -> None:
    """The corpora as spaCy reads them."""
    if not (corpus / "syntax_train.spacy").exists():
        convert_treebanks(data, corpus)
    if not (corpus / "names_gold.spacy").exists():
        convert_names(data, corpus)


def train_network(data: Path, work: Path, corpus: Path, effort: Effort) -> Network:
    """The network that ships, taught by the corpora and by what two pairs of teachers say of raw news."""
    # JAX is heavy, and nothing else needs it.
    from training.network import (
        Plan,
        as_shipped,
        encoded,
        learn,
        learn_begins,
        load_network,
        save_network,
        start,
        without_rare_forms,
    )

    kept = work / "network.pickle"
    if not kept.exists():
        raw = read_raw(data / RAW)[: effort.raw]
        treebanks = read_docs(news_words(), part(corpus / "syntax_train.spacy", work, effort))
        teacher, read = read_news(treebanks, raw, work, corpus, effort)
        names = mark_news(raw, work, corpus, effort)
        plan = Plan(**effort.network)
        params, vocabulary = start(plan, teacher, treebanks)
        lessons = [
            *[*in_treebanks(treebanks, vocabulary)] * GOLD_TIMES,
            *in_news(raw, read, names, vocabulary),
            *in_names(read_docs(news_words(), part(corpus / "names_gold.spacy", work, effort))),
            *in_names(template_docs(news_words(), corpus / "pools.json", count=effort.templates, seed=5)),
        ]
        variants, vocab = Variants(corpus / "pools.json", vocabulary.labels, seed=100), news_words().vocab
        params = learn(plan, params, lambda: encoded(map(variants.of, lessons), vocabulary, vocab))
        runs_of_news = joined((news_words().make_doc(text) for text in raw), seed=6)
        params = learn_begins(plan, params, vocabulary, [*treebanks, *runs_of_news], BEGINS_EPOCHS)
        save_network(*without_rare_forms(params, vocabulary, treebanks), kept)
    return as_shipped(*load_network(kept))


def read_news(
    treebanks: list[Doc], raw: list[str], work: Path, corpus: Path, effort: Effort
) -> tuple[Parser, dict[int, Analysis]]:
    """The larger parser, and what it says of the raw news when it has heard the small one."""
    from training.biaffine import analyse

    gold = part(corpus / "syntax_train.spacy", work, effort)
    first = checkpoint(work / "syntax") or train(
        "syntax.cfg", gold, corpus / "syntax_dev.spacy", work / "syntax", **effort.settings
    )
    small = load(first)
    teacher = syntax_teacher(small, treebanks, raw, corpus, work, effort)
    return teacher, dict(taught(partial(analyse, teacher), small, raw))


def syntax_teacher(
    nlp: Language, treebanks: list[Doc], sentences: list[str], corpus: Path, work: Path, effort: Effort
) -> Parser:
    """The larger parser; its vectors come from the raw news, the treebanks and the corpora of names."""
    from training.biaffine import Plan, learn, load_parser, save_parser
    from training.vectors import word_vectors

    kept = work / "syntax_teacher"
    if not kept.exists():
        docs = (*treebanks, *map(nlp.make_doc, sentences), *read_docs(nlp, corpus / "names_gold.spacy"))
        vectors = word_vectors(([token.text for token in words_of(doc)] for doc in docs), VECTOR)
        save_parser(learn(Plan(**effort.teacher), treebanks, vectors), kept)
    return load_parser(kept)


def mark_news(raw: list[str], work: Path, corpus: Path, effort: Effort) -> list[Doc]:
    """Documents of the raw news with the names that two markers settle on."""
    gold, dev = part(corpus / "names_gold.spacy", work, effort), corpus / "names_dev.spacy"
    settings = {"paths.pools": str(corpus / "pools.json"), **effort.settings}
    first = checkpoint(work / "names") or train("names.cfg", gold, dev, work / "names", **settings)
    return make_silver([names_teacher(load(first), gold, work, effort)], raw, seed=11)


def names_teacher(small: Language, gold: Path, work: Path, effort: Effort) -> Teacher:
    """The larger marker of names, which goes on from the larger parser and hears the small one."""
    from training.biaffine import load_parser
    from training.namer import Namer, learn_names, load_names, save_names

    parser, kept = load_parser(work / "syntax_teacher"), work / "names_larger.pickle"
    if not kept.exists():
        save_names(learn_names(parser, read_docs(small, gold), effort.name_epochs), kept)
    return Namer(small, parser, load_names(kept))


def part(corpus: Path, work: Path, effort: Effort) -> Path:
    """The corpus, or a copy of its first documents where the effort is small."""
    if effort.documents is None:
        return corpus
    few = work / corpus.name
    save(read_docs(spacy.blank("en"), corpus)[: effort.documents], few)
    return few


def checkpoint(output: Path) -> Path | None:
    """The best checkpoint of a training that has ended before."""
    return output / "model-best" if (output / "model-last").exists() else None


if __name__ == "__main__":
    main()
