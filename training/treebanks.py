"""Universal Dependencies treebanks (CoNLL-U) as spaCy documents.

A paragraph is a list of sentences, a sentence a list of `Word`. Training documents join a few
paragraphs, half the time with the line breaks real articles have between them, so that the
model knows whitespace tokens.
"""

from __future__ import annotations

import gzip
import itertools
import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import spacy
from spacy.tokens import Doc, DocBin, Token
from spacy.vocab import Vocab

DEV_GENRES = ("interview", "bio", "speech", "textbook")  # the genres nearest to newspaper prose
BREAKS = ("\n\n", "\n\n", "\n", "\n \n")  # as they come in articles
MAX_PARAGRAPHS = 4  # in one training document
SPACE_TAG = "_SP"


@dataclass(frozen=True, slots=True)
class Word:
    """One syntactic word; `head` counts from 0 in the sentence, its own index at the root."""

    form: str
    space: bool  # whether a space follows
    tag: str
    pos: str
    morph: str
    lemma: str
    head: int
    dep: str


Sentence = list[Word]
Paragraph = list[Sentence]


def read_lines(path: Path) -> list[str]:
    """The lines of a text file, gzipped when its name ends so."""
    if path.suffix == ".gz":
        return gzip.decompress(path.read_bytes()).decode("utf-8").split("\n")
    return path.read_text(encoding="utf-8").split("\n")


def read_word(fields: list[str], space: bool) -> Word:
    """The word of one ten-column line; spaces inside a form are dropped, as spaCy has none."""
    index, head = int(fields[0]) - 1, int(fields[6]) - 1
    root = head < 0
    return Word(
        form=fields[1].replace(" ", ""),
        space=space,
        tag=fields[4],
        pos=fields[3],
        morph="" if fields[5] == "_" else fields[5],
        lemma=fields[2].replace(" ", ""),
        head=index if root else head,
        dep="ROOT" if root else fields[7],
    )


def read_sentence(lines: Iterable[str]) -> Sentence:
    """The words of one sentence: "don't" stays two words without a space, empty nodes go."""
    words: Sentence = []
    last, last_space = 0, True  # of the multi-word token being read
    for line in lines:
        fields = line.split("\t")
        space = "SpaceAfter=No" not in fields[9]
        if "." in fields[0]:
            continue
        if "-" in fields[0]:
            last, last_space = int(fields[0].split("-")[1]), space
            continue
        number = int(fields[0])
        if number <= last:
            space = last_space if number == last else False
        words.append(read_word(fields, space))
    return words


def read_documents(lines: Iterable[str]) -> dict[str, list[Paragraph]]:
    """Document id -> paragraphs of one CoNLL-U file."""
    documents: dict[str, list[Paragraph]] = {}
    paragraphs: list[Paragraph] = documents.setdefault("", [])
    rows: list[str] = []
    fresh = True
    for line in itertools.chain(lines, [""]):
        if line.startswith("# newdoc"):
            paragraphs = documents.setdefault(line.partition("=")[2].strip(), [])
            fresh = True
        elif line.startswith("# newpar"):
            fresh = True
        elif line.startswith("#"):
            continue
        elif line.strip():
            rows.append(line)
        elif rows:
            if fresh or not paragraphs:
                paragraphs.append([])
            paragraphs[-1].append(read_sentence(rows))
            rows, fresh = [], False
    return {name: paragraphs for name, paragraphs in documents.items() if paragraphs}


def break_word(index: int, form: str) -> Word:
    """A line break as a token that hangs on the word before it."""
    return Word(form, False, SPACE_TAG, "SPACE", "", form, index - 1, "dep")


def make_doc(vocab: Vocab, paragraphs: list[Paragraph], breaks: Iterable[str] = ()) -> Doc:
    """Paragraphs as one document; `breaks` (one less than paragraphs) stand between them."""
    words: list[Word] = []
    heads: list[int] = []
    for paragraph, between in itertools.zip_longest(paragraphs, breaks):
        for sentence in paragraph:
            start = len(words)
            words += sentence
            heads += [start + word.head for word in sentence]
            words[-1] = spaced(words[-1], True)
        if between:
            words[-1] = spaced(words[-1], False)
            heads.append(len(words) - 1)
            words.append(break_word(len(words), between))
    return Doc(
        vocab,
        words=[word.form for word in words],
        spaces=[word.space for word in words],
        tags=[word.tag for word in words],
        pos=[word.pos for word in words],
        morphs=[word.morph for word in words],
        lemmas=[word.lemma for word in words],
        heads=heads,
        deps=[word.dep for word in words],
    )


def spaced(word: Word, space: bool) -> Word:
    """The same word with or without a space after it."""
    return Word(word.form, space, word.tag, word.pos, word.morph, word.lemma, word.head, word.dep)


def words_of(sentence: Iterable[Token]) -> list[Token]:
    """The words of a sentence without line breaks, which hang on words and carry none."""
    return [token for token in sentence if not token.is_space]


def training_docs(vocab: Vocab, documents: Iterable[list[Paragraph]], seed: int) -> Iterator[Doc]:
    """Half the paragraphs alone, half joined to neighbours, half of those with line breaks."""
    chance = random.Random(seed)
    for paragraphs in documents:
        rest = list(paragraphs)
        while rest:
            count = 1 if chance.random() < 0.5 else chance.randint(2, MAX_PARAGRAPHS)
            taken, rest = rest[:count], rest[count:]
            breaks = [chance.choice(BREAKS) for _ in taken[1:]] if chance.random() < 0.5 else []
            yield make_doc(vocab, taken, breaks)


def save(docs: Iterable[Doc], path: Path) -> None:
    """Write documents where `spacy train` reads them."""
    path.parent.mkdir(parents=True, exist_ok=True)
    DocBin(docs=docs, store_user_data=False).to_disk(path)


def genre(name: str) -> str:
    """The genre in a GUM document id: "GUM_interview_ants" -> "interview"."""
    return name.split("_")[1] if "_" in name else ""


def convert_treebanks(data: Path, corpus: Path) -> None:
    """Write syntax_train, syntax_dev and the two halves of PUD (test only) into `corpus`.

    All parts of EWT and GUM are for training, but a slice of their development parts that
    chooses the checkpoint. PUD is read only here and by `evaluate`.
    """
    vocab = spacy.blank("en").vocab
    banks = {
        (bank, part): read_documents(read_lines(data / f"{bank}_{part}.conllu.gz"))
        for bank in ("ewt", "gum")
        for part in ("train", "dev", "test")
    }
    held = {name for name in banks["gum", "dev"] if genre(name) in DEV_GENRES} | set(list(banks["ewt", "dev"])[::6])
    train: list[list[Paragraph]] = []
    dev: list[list[Paragraph]] = []
    for (_, part), documents in banks.items():
        for name, paragraphs in documents.items():
            (dev if part == "dev" and name in held else train).append(paragraphs)
    docs = list(training_docs(vocab, train, seed=1))
    random.Random(2).shuffle(docs)
    save(docs, corpus / "syntax_train.spacy")
    save(
        (make_doc(vocab, [paragraph]) for paragraphs in dev for paragraph in paragraphs),
        corpus / "syntax_dev.spacy",
    )
    for part, docs in pud_docs(vocab, data / "pud.conllu.gz").items():
        save(docs, corpus / f"pud_{part}.spacy")


def pud_docs(vocab: Vocab, path: Path) -> dict[str, list[Doc]]:
    """PUD by halves, news and Wikipedia; a document holds the sentences of one text."""
    halves: dict[str, list[Doc]] = {"news": [], "wikipedia": []}
    for name, paragraphs in read_documents(read_lines(path)).items():
        half = "news" if name.startswith("n") else "wikipedia"
        halves[half].append(make_doc(vocab, [list(itertools.chain(*paragraphs))]))
    return halves
