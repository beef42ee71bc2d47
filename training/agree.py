"""Raw news parsed alike by two parsers: more sentences of the domain to train on."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator

from spacy.language import Language
from spacy.tokens import Doc

SHORTEST, LONGEST = 6, 45  # words of a sentence worth learning from
ALIKE = 0.95  # share of words with the same head and label


def parsed_alike(first: Doc, second: Doc) -> bool:
    """Whether two parses of one sentence have one root and differ in next to nothing."""
    if not SHORTEST <= len(first) <= LONGEST or len(first) != len(second):
        return False
    if len(list(first.sents)) != 1 or len(list(second.sents)) != 1:
        return False
    words = [(a, b) for a, b in zip(first, second, strict=True) if not a.is_punct]
    same = sum(a.head.i == b.head.i and a.dep_ == b.dep_ for a, b in words)
    tags = sum(a.tag_ == b.tag_ for a, b in words)
    return bool(words) and same >= ALIKE * len(words) and tags >= ALIKE * len(words)


def agreed(parsers: tuple[Language, Language], sentences: Iterable[str]) -> Iterator[Doc]:
    """The first parser's analyses that the second shares; both have the same tokenizer."""
    texts = list(sentences)
    first, second = (parser.pipe(texts, batch_size=128) for parser in parsers)
    for ours, theirs in zip(first, second, strict=True):
        if parsed_alike(ours, theirs):
            yield ours


def joined(docs: Iterable[Doc], seed: int) -> Iterator[Doc]:
    """The documents in runs of one to three, so that sentence ends are learnt from them, too."""
    chance = random.Random(seed)
    rest = list(docs)
    while rest:
        count = chance.choice((1, 1, 2, 3))
        taken, rest = rest[:count], rest[count:]
        doc = Doc.from_docs(taken)
        if doc is not None:
            yield doc
