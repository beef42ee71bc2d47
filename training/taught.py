"""Raw news as a larger parser reads it: more sentences of the domain for the small one to learn."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator, Sequence

from spacy.language import Language
from spacy.tokens import Doc, Token

from training.treebanks import words_of
from training.trees import Analysis, Vote

Reader = Callable[[Sequence[Sequence[Token]], Sequence[Vote]], Sequence[Analysis | None]]

SHORTEST, LONGEST = 4, 60  # words of a sentence worth learning from
LONGEST_RUN = 3  # sentences of a document
SURE = 0.6  # mean probability of heads and labels under which a sentence teaches nothing


def taught(read: Reader, small: Language, texts: Iterable[str]) -> Iterator[tuple[int, Analysis]]:
    """The analyses of the texts that are one sentence and which `read` is sure of when it has heard the small parser.

    They come with the place of the text.
    """
    docs = [small.make_doc(text) for text in texts]
    sentences = {at: words for at, doc in enumerate(docs) if SHORTEST <= len(words := words_of(doc)) <= LONGEST}
    said = read(list(sentences.values()), votes(small, sentences.values()))
    for (at, words), analysis in zip(sentences.items(), said, strict=True):
        if analysis is not None and sum(analysis.sure) >= SURE * len(words):
            yield at, analysis


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


def joined(docs: Iterable[Doc], seed: int) -> Iterator[Doc]:
    """Sentences in runs of one to `LONGEST_RUN`, so that it is learnt from them, too, where a sentence begins."""
    chance = random.Random(seed)
    rest = list(docs)
    while rest:
        count = chance.randint(1, LONGEST_RUN)
        taken, rest = rest[:count], rest[count:]
        words = [word for doc in taken for word in doc]
        spaces = [bool(word.whitespace_) or word.i + 1 == len(word.doc) for word in words]
        starts = [word.i == 0 for word in words]
        yield Doc(taken[0].vocab, words=[word.text for word in words], spaces=spaces, sent_starts=starts)
