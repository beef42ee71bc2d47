"""A parse that answers at once: what the events ask of spaCy's Doc, Span and Token, looked up beforehand or once.

A question to spaCy costs a look at its table of strings, one for a token's children a walk over all that it governs,
and the events ask hundreds of them of every word. The answers are spaCy's own, and so are the types: whoever reads a
parse need not know which of the two he has.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Any, cast

from spacy import tokens

_STRINGS = ("DEP", "TAG", "POS", "LEMMA", "LOWER", "ORTH")
_NUMBERS = ("HEAD", "IDX", "IS_SPACE")


def parsed(doc: tokens.Doc) -> tokens.Doc:
    """A copy of a parse; what is changed in it, a token's `dep_`, changes nothing in the doc that it is of."""
    return cast("tokens.Doc", _Doc(doc))


class _Doc:
    def __init__(self, doc: tokens.Doc) -> None:
        self._doc = doc
        columns: Any = doc.to_array([*_STRINGS, *_NUMBERS])
        words = {key: doc.vocab.strings[key] for key in set(columns[:, : len(_STRINGS)].ravel().tolist())}
        numbers = columns[:, len(_STRINGS) :].view("i8").tolist()
        self._tokens: list[_Token] = []
        for i, (keys, number) in enumerate(zip(columns.tolist(), numbers, strict=True)):
            dep, tag, pos, lemma, lower, orth, *_ = keys
            token = _Token(self, i)
            token.dep_, token.tag_, token.pos_ = words[dep], words[tag], words[pos]
            token.lemma_, token.lower_, token.text = words[lemma], words[lower], words[orth]
            _, token.idx, token.is_space = number
            self._tokens.append(token)
        for token, of_spacy, (distance, *_) in zip(self._tokens, doc, numbers, strict=True):
            token.left_edge = self._tokens[of_spacy.left_edge.i]
            token.right_edge = self._tokens[of_spacy.right_edge.i]
            token.head = self._tokens[token.i + distance]
            if distance:
                token.head.children.append(token)
        self.sents = [_Span(self, s.start, s.end) for s in doc.sents]
        for sentence in self.sents:
            for token in sentence:
                token.sent = sentence

    def __len__(self) -> int:
        return len(self._tokens)

    def __iter__(self) -> Iterator[_Token]:
        return iter(self._tokens)

    def __getitem__(self, at: int | slice) -> _Token | _Span:
        if isinstance(at, slice):
            start, stop, _ = at.indices(len(self._tokens))
            return _Span(self, start, max(start, stop))
        return self._tokens[at]

    def char_span(self, *at: Any, **how: Any) -> _Span | None:
        span = self._doc.char_span(*at, **how)
        return _Span(self, span.start, span.end) if span is not None else None

    def _own(self, answer: Any) -> Any:
        """An answer of spaCy's in our own tokens."""
        if isinstance(answer, str | int):
            return answer
        if isinstance(answer, tokens.Token):
            return self._tokens[answer.i]
        if isinstance(answer, tokens.Span):  # the sentence of a span
            return self._tokens[answer.start].sent
        return [self._tokens[t.i] for t in answer]  # a token's subtree

    def __getattr__(self, name: str) -> Any:
        answer = self.__dict__[name] = getattr(self._doc, name)
        return answer


class _Span:
    def __init__(self, doc: _Doc, start: int, end: int) -> None:
        self.doc = doc
        self.start = start
        self.end = end

    def __len__(self) -> int:
        return self.end - self.start

    def __iter__(self) -> Iterator[_Token]:
        return iter(self.doc._tokens[self.start : self.end])

    def __getitem__(self, at: int | slice) -> _Token | _Span:
        if isinstance(at, slice):
            start, stop, _ = at.indices(len(self))
            return _Span(self.doc, self.start + start, self.start + max(start, stop))
        return self.doc._tokens[self.start : self.end][at]

    @cached_property
    def root(self) -> _Token:
        """The token nearest to the sentence's root, by the heads as they are now."""
        loose = [t for t in self if t.head is t or not self.start <= t.head.i < self.end]
        return min(loose, key=_depth)

    def __getattr__(self, name: str) -> Any:
        answer = self.__dict__[name] = self.doc._own(getattr(self.doc._doc[self.start : self.end], name))
        return answer


def _depth(token: _Token) -> int:
    """How many words a token hangs below the root."""
    depth = 0
    while token.head is not token:
        token, depth = token.head, depth + 1
    return depth


class _Token:
    dep_: str
    tag_: str
    pos_: str
    lemma_: str
    lower_: str
    text: str
    idx: int
    is_space: int
    head: _Token
    left_edge: _Token
    right_edge: _Token
    sent: _Span

    def __init__(self, doc: _Doc, i: int) -> None:
        self.doc = doc
        self.i = i
        self.children: list[_Token] = []

    def __len__(self) -> int:
        return len(self.text)

    def nbor(self, distance: int = 1) -> _Token:
        at = self.i + distance
        if at < 0:
            raise IndexError(at)
        return self.doc._tokens[at]

    def is_ancestor(self, other: _Token) -> bool:
        return self.doc._doc[self.i].is_ancestor(other.doc._doc[other.i])

    def __getattr__(self, name: str) -> Any:
        answer = self.__dict__[name] = self.doc._own(getattr(self.doc._doc[self.i], name))
        return answer
