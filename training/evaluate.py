"""The figures of the model card, measured on PUD, which nothing is trained or tuned on."""

from __future__ import annotations

import subprocess
import sys
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.pipeline.dep_parser import parser_score
from spacy.pipeline.lemmatizer import lemmatizer_score
from spacy.pipeline.morphologizer import morphologizer_score
from spacy.pipeline.tagger import tagger_score
from spacy.tokens import Doc, DocBin
from spacy.training import Example
from thinc.api import use_ops

import timeline.nlp
from timeline.network import NAME

SYNTAX = {
    "tags": "tag_acc",
    "parts of speech": "pos_acc",
    "morphology": "morph_acc",
    "lemmas": "lemma_acc",
    "UAS": "dep_uas",
    "LAS": "dep_las",
    "sentences F": "sents_f",
}
UNER = ("PERSON", "ORG", "LOC")  # the kinds UNER knows
Name = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Counts:
    """Names found and right, found and wrong, missed."""

    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        """The share of the names found that are right."""
        return self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        """The share of the names there are that were found."""
        return self.right / max(1, self.right + self.missed)

    @property
    def f(self) -> float:
        """The harmonic mean of both."""
        return 2 * self.right / max(1, 2 * self.right + self.wrong + self.missed)


def load(path: Path) -> Language:
    """A bare pipeline, without the product's components."""
    with use_ops("numpy", use_blis=False):
        return spacy.load(path)


def read_docs(nlp: Language, path: Path) -> list[Doc]:
    """The documents of a converted corpus."""
    return list(DocBin().from_disk(path).get_docs(nlp.vocab))


def score_syntax(nlp: Language, path: Path) -> dict[str, float]:
    """Accuracies from raw text by spaCy's own scorer: the pipeline's tokens, tags and sentences."""
    gold = read_docs(nlp, path)
    examples = [Example(doc, right) for doc, right in zip(nlp.pipe(doc.text for doc in gold), gold, strict=True)]
    scores = {**tagger_score(examples), **morphologizer_score(examples), **parser_score(examples)}
    scores |= lemmatizer_score(examples)
    return {label: scores[key] for label, key in SYNTAX.items() if scores.get(key) is not None}


def trim(start: int, end: int, text: str) -> tuple[int, int]:
    """A name without "the" before it and a possessive or comma after it."""
    while text[start:end].lower().startswith("the "):
        start += 4
    for ending in ("'s", "’s", ","):
        if text[start:end].endswith(ending):
            end -= len(ending)
    return start, end


def names_of(doc: Doc) -> set[Name]:
    """The names of a document by character offsets, the kinds that UNER knows."""
    return {
        (*trim(entity.start_char, entity.end_char, doc.text), entity.label_)
        for entity in doc.ents
        if entity.label_ in UNER
    }


def score_names(nlp: Language, path: Path) -> dict[str, Counts]:
    """Counts by label, and for "all" and "spans" (the label left aside): exact spans, raw text."""
    found: Counter[tuple[str, str]] = Counter()
    gold_docs = read_docs(nlp, path)
    for gold_doc, doc in zip(gold_docs, nlp.pipe(doc.text for doc in gold_docs), strict=True):
        gold, ours = names_of(gold_doc), names_of(doc)
        for outcome, names in (("right", gold & ours), ("wrong", ours - gold), ("missed", gold - ours)):
            for *_, label in names:
                found[label, outcome] += 1
                found["all", outcome] += 1
        bare_gold, bare = {name[:2] for name in gold}, {name[:2] for name in ours}
        found["spans", "right"] += len(bare_gold & bare)
        found["spans", "wrong"] += len(bare - bare_gold)
        found["spans", "missed"] += len(bare_gold - bare)
    return {
        label: Counts(found[label, "right"], found[label, "wrong"], found[label, "missed"])
        for label in ("all", *UNER, "spans")
    }


def words_a_second(nlp: Language, path: Path) -> float:
    """Words a second of CPU time on one core, the whole pipeline, in batches."""
    texts = [doc.text for doc in read_docs(nlp, path)]
    list(nlp.pipe(texts[:20]))
    start = time.process_time()
    words = sum(len(doc) for doc in nlp.pipe(texts, batch_size=64))
    return words / (time.process_time() - start)


def load_seconds(path: Path) -> float:
    """Wall-clock seconds a fresh process needs to start, import spaCy and load the pipeline."""
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", f"import timeline.nlp; timeline.nlp.load({str(path)!r})"], check=True)
    return time.perf_counter() - start


def megabytes(path: Path) -> float:
    """The size of a folder, in millions of bytes."""
    return sum(file.stat().st_size for file in path.rglob("*") if file.is_file()) / 1e6


def table(header: list[str], rows: list[list[str]]) -> str:
    """A Markdown table."""
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def evaluate(model: Path, corpus: Path) -> str:
    """The tables of the model card, in Markdown; the pipeline as the product loads it."""
    nlp = timeline.nlp.load(str(model))
    parts = {"news": "pud_news.spacy", "Wikipedia": "pud_wikipedia.spacy"}
    syntax = {part: score_syntax(nlp, corpus / name) for part, name in parts.items()}
    tables = [
        table(
            ["PUD", *SYNTAX],
            [
                [part, *(f"{scores[label]:.3f}" if label in scores else "" for label in SYNTAX)]
                for part, scores in syntax.items()
            ],
        )
    ]
    if {"ner", NAME} & set(nlp.pipe_names):
        rows = [
            [label, f"{counts.precision:.3f}", f"{counts.recall:.3f}", f"{counts.f:.3f}"]
            for label, counts in score_names(nlp, corpus / "names_pud.spacy").items()
        ]
        tables.append(table(["UNER PUD", "precision", "recall", "F"], rows))
    rows = [
        ["words a CPU second, one core", f"{words_a_second(nlp, corpus / 'pud_news.spacy'):,.0f}"],
        ["seconds to import spaCy and load", f"{load_seconds(model):.2f}"],
        ["size, MB", f"{megabytes(model):.1f}"],
    ]
    tables.append(table(["cost", "measured"], rows))
    return "\n\n".join(tables)
