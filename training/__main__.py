"""`python -m training DATA`: the whole recipe, step by step, from corpora to the shipped pipeline.

Every step leaves its result in the work folder and is passed over when the result is there, so a
run can be taken up again, and a step repeated by deleting what it made. With `--smoke` every step
does as little as it can, in a folder apart: that the recipe runs is seen in minutes.
"""

from __future__ import annotations

import argparse
import os
import random
from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # one core, and the same sums in every run

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from training.assemble import assemble
from training.evaluate import evaluate, load, read_docs
from training.names import convert_names
from training.silver import Teacher, make_silver, read_raw
from training.taught import Reader, taught
from training.templates import template_docs
from training.tokens import care_for_news
from training.train import train
from training.treebanks import convert_treebanks, save, words_of

SHIPPED = Path(__file__).resolve().parent.parent / "timeline" / "models" / "en_timeline_news"
RAW = "voa_raw.txt.gz"
NAMES_WIDTH = "components.ner.model.tok2vec.encode.width"
VECTOR = 100  # numbers of a word, from raw text
GOLD_TIMES = 2  # how often the treebanks stand beside the raw news


@dataclass(frozen=True, slots=True)
class Effort:
    """How much every step does."""

    settings: dict[str, int]  # of every training, over its own
    documents: int | None  # of the corpora; None: all
    raw: int | None  # sentences of raw news; None: all
    templates: int  # documents made of templates
    teacher: dict[str, int]  # of the parser that teaches, over its own plan
    name_epochs: int  # of the marker of names that teaches


WHOLE = Effort({}, None, None, 2500, {}, 4)
SMOKE = Effort({"training.max_steps": 40, "training.eval_frequency": 20}, 300, 400, 50, {"hidden": 32, "epochs": 2}, 1)


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
        syntax = train_syntax(options.data, work, corpus, effort)
        names = train_names(options.data, work, corpus, effort)
        assemble(syntax, names, corpus, output)
    print(evaluate(output, corpus))


def convert(data: Path, corpus: Path) -> None:
    """The corpora as spaCy reads them."""
    if not (corpus / "syntax_train.spacy").exists():
        convert_treebanks(data, corpus)
    if not (corpus / "names_gold.spacy").exists():
        convert_names(data, corpus)


def train_syntax(data: Path, work: Path, corpus: Path, effort: Effort) -> Path:
    """The checkpoint of the parser: first from the treebanks, then on raw news as a larger parser reads it, too."""
    gold, dev = part(corpus / "syntax_train.spacy", work, effort), corpus / "syntax_dev.spacy"
    first = checkpoint(work / "syntax") or train("syntax.cfg", gold, dev, work / "syntax", **effort.settings)
    mixed = work / "syntax_mixed.spacy"
    if not mixed.exists():
        small = load(first)
        treebanks = read_docs(small, gold)
        sentences = read_raw(data / RAW)[: effort.raw]
        teacher = syntax_teacher(small, treebanks, sentences, corpus, work, effort)
        read = taught(teacher, small, sentences, seed=5)
        save(shuffled([*treebanks * GOLD_TIMES, *read], seed=4), mixed)
    more = work / "syntax_more"
    settings = {"paths.start": str(first), **effort.settings}
    return checkpoint(more) or train("syntax_more.cfg", mixed, dev, more, **settings)


def syntax_teacher(
    nlp: Language, treebanks: list[Doc], sentences: list[str], corpus: Path, work: Path, effort: Effort
) -> Reader:
    """The larger parser; its vectors come from the raw news, the treebanks and the corpora of names."""
    # JAX is heavy, and nothing else needs it.
    from training.biaffine import Plan, analyse, learn, load_parser, save_parser
    from training.vectors import word_vectors

    kept = work / "syntax_teacher"
    if not kept.exists():
        docs = (*treebanks, *map(nlp.make_doc, sentences), *read_docs(nlp, corpus / "names_gold.spacy"))
        vectors = word_vectors(([token.text for token in words_of(doc)] for doc in docs), VECTOR)
        save_parser(learn(Plan(**effort.teacher), treebanks, vectors), kept)
    return partial(analyse, load_parser(kept))


def train_names(data: Path, work: Path, corpus: Path, effort: Effort) -> Path:
    """The checkpoint for names: two teachers from the corpora, then their student on raw news, in two legs."""
    gold, dev = part(corpus / "names_gold.spacy", work, effort), corpus / "names_dev.spacy"
    common = {"paths.pools": str(corpus / "pools.json")}
    teaching = {NAMES_WIDTH: 128, "training.dropout": 0.2, "training.max_steps": 3600, "training.eval_frequency": 400}
    teacher = checkpoint(work / "names_teacher") or train(
        "names.cfg", gold, dev, work / "names_teacher", **{**common, **teaching, **effort.settings}
    )
    mixed = work / "names_mixed.spacy"
    if not mixed.exists():
        larger = names_teacher(load(teacher), gold, work, effort)
        save(mixed_names(larger, gold, data, corpus, effort), mixed)
    student = work / "names_student"
    first = checkpoint(student) or train("names.cfg", mixed, dev, student, **{**common, **effort.settings})
    more = work / "names_more"
    settings = {**common, "paths.start": str(first), **effort.settings}
    return checkpoint(more) or train("names_more.cfg", mixed, dev, more, **settings)


def names_teacher(small: Language, gold: Path, work: Path, effort: Effort) -> Teacher:
    """The larger marker of names, which goes on from the larger parser and hears the small one."""
    # JAX is heavy, and nothing else needs it.
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


def news_words() -> Language:
    """The tokenizer of the shipped pipeline."""
    nlp = spacy.blank("en")
    care_for_news(nlp.tokenizer, tuple(nlp.Defaults.infixes or ()))
    return nlp


def mixed_names(teacher: Teacher, gold: Path, data: Path, corpus: Path, effort: Effort) -> list[Doc]:
    """The corpora twice, the raw news as the teacher marks it, and the templates."""
    nlp = news_words()
    marked = read_docs(nlp, gold)
    silver = make_silver([teacher], read_raw(data / RAW)[: effort.raw], seed=11)
    made = template_docs(nlp, corpus / "pools.json", count=effort.templates, seed=5)
    return shuffled([*marked, *marked, *silver, *made], seed=3)


def shuffled(docs: Iterable[Doc], seed: int) -> list[Doc]:
    """The documents in an order drawn from `seed`."""
    order = list(docs)
    random.Random(seed).shuffle(order)
    return order


def checkpoint(output: Path) -> Path | None:
    """The best checkpoint of a training that has ended before."""
    return output / "model-best" if (output / "model-last").exists() else None


if __name__ == "__main__":
    main()
