"""Raw news as a larger parser reads it: more sentences of the domain for the small one to learn."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator, Sequence

from spacy.language import Language
from spacy.tokens import Doc, Token
from spacy.vocab import Vocab

from training.treebanks import words_of
from training.trees import Analysis, Vote

Reader = Callable[[Sequence[Sequence[Token]], Sequence[Vote]], Sequence[Analysis | None]]

SHORTEST, LONGEST = 4, 60  # words of a sentence worth learning from
SURE = 0.75  # mean probability of heads and labels under which a sentence teaches nothing
LONGEST_RUN = 3  # sentences of a training document


def taught(read: Reader, small: Language, texts: Iterable[str], seed: int) -> Iterator[Doc]:
    """Training documents of the sentences that `read` is sure of when it has heard the small parser."""
    docs = [small.make_doc(text) for text in texts]
    sentences = [words for doc in docs if SHORTEST <= len(words := words_of(doc)) <= LONGEST]
    learnt = []
    for words, analysis in zip(sentences, read(sentences, votes(small, sentences)), strict=True):
        if analysis is not None and sum(analysis.sure) >= SURE * len(words):
            learnt.append(parsed(small.vocab, [w.text for w in words], [bool(w.whitespace_) for w in words], analysis))
    return joined(learnt, seed)


def votes(small: Language, sentences: Iterable[Sequence[Token]]) -> list[Vote]:
    """What the small parser says of every sentence, taken as one."""
    docs = []
    for words in sentences:
        doc = Doc(small.vocab, words=[w.text for w in words], spaces=[bool(w.whitespace_) for w in words])
        for token in doc:
            token.is_sent_start = token.i == 0
        docs.append(doc)
    return [
        ([0 if token.head.i == token.i else token.head.i + 1 for token in doc], [token.dep_ for token in doc])
        for doc in small.pipe(docs)
    ]


def parsed(vocab: Vocab, words: list[str], spaces: list[bool], analysis: Analysis) -> Doc:
    """A sentence with its analysis."""
    return Doc(
        vocab,
        words=words,
        spaces=spaces,
        tags=analysis.tags,
        pos=[morph.partition("|")[0] for morph in analysis.morphs],
        morphs=[morph.partition("|")[2] for morph in analysis.morphs],
        heads=[at if head == 0 else head - 1 for at, head in enumerate(analysis.heads)],
        deps=analysis.labels,
    )


def joined(docs: Iterable[Doc], seed: int) -> Iterator[Doc]:
    """The documents in runs of one to `LONGEST_RUN`, so that sentence ends are learnt from them, too."""
    chance = random.Random(seed)
    rest = list(docs)
    while rest:
        count = chance.choice((1, 1, *range(2, LONGEST_RUN + 1)))
        taken, rest = rest[:count], rest[count:]
        doc = Doc.from_docs(taken)
        if doc is not None:
            yield doc
