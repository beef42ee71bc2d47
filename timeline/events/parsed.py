"""A parse that answers at once: what is asked of spaCy's Doc, Span and Token, looked up beforehand or once.

A question to spaCy costs a look at its table of strings, one for a token's children a walk over all that it governs,
and those who read a parse ask hundreds of them of every word. The answers are spaCy's own, and so are the types:
whoever reads a parse need not know which of the two he has. What is set in it (`token.head`, `token.dep_`) is answered
from then on, what was reckoned of the sentence is reckoned again, and nothing changes in the doc that it is of until it
is kept (`keep`).
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property
from operator import attrgetter
from typing import Any, cast

from spacy import tokens

_SET = ("DEP", "TAG", "POS", "LEMMA")  # what may be set, and the head
_STRINGS = (*_SET, "LOWER", "ORTH")
_NUMBERS = ("HEAD", "IDX", "IS_SPACE", "SPACY", "IS_LOWER", "IS_TITLE", "IS_PUNCT")
_LABELS = {"dep_", "tag_", "pos_"}
_place = attrgetter("i")
_set = object.__setattr__  # past what watches over a token


def parsed(doc: tokens.Doc) -> tokens.Doc:
    """A copy of a parse; one that is such a copy is itself."""
    given: Any = doc
    return cast("tokens.Doc", given if isinstance(given, _Doc) else _Doc(doc))


def those(doc: tokens.Doc, attribute: str, labels: Iterable[str]) -> list[tokens.Token]:
    """The tokens of such a copy that have one of these labels ("dep_", "tag_" or "pos_"), left to right."""
    return cast("list[tokens.Token]", cast("_Doc", doc).those(attribute, labels))


def keep(doc: tokens.Doc) -> None:
    """Write what was set in a copy of a parse into the doc that it is of."""
    cast("_Doc", doc).keep()


class _Doc:
    def __init__(self, doc: tokens.Doc) -> None:
        self._doc = doc
        self._labelled: dict[str, dict[str, list[_Token]]] = {}
        self._changed: set[int] = set()
        columns: Any = doc.to_array([*_STRINGS, *_NUMBERS])
        words = {key: doc.vocab.strings[key] for key in set(columns[:, : len(_STRINGS)].ravel().tolist())}
        numbers = columns[:, len(_STRINGS) :].view("i8").tolist()
        self._tokens: list[_Token] = []
        for i, (keys, (_, idx, is_space, spaced, *flags)) in enumerate(zip(columns.tolist(), numbers, strict=True)):
            token: Any = _Fields()
            token.doc, token.i, token.idx, token.is_space, token.whitespace_ = self, i, idx, is_space, " " * spaced
            token.is_lower, token.is_title, token.is_punct = flags
            dep, tag, pos, lemma, lower, orth, *_ = keys
            token.dep_, token.tag_, token.pos_ = words[dep], words[tag], words[pos]
            token.lemma_, token.lower_, token.text = words[lemma], words[lower], words[orth]
            token.children, token.known = [], {}
            self._tokens.append(token)
        heads = [i + distance for i, (distance, *_) in enumerate(numbers)]
        for token, head, left, right in zip(self._tokens, heads, *_edges(heads), strict=True):
            token.left_edge, token.right_edge = self._tokens[left], self._tokens[right]
            token.head = self._tokens[head]
            if head != token.i:
                token.head.children.append(token)
        self._cut([s.start for s in doc.sents] if doc.has_annotation("SENT_START") else [0][: len(doc)])
        for token in self._tokens:
            token.__class__ = _Token  # whole: from now on a change of it has consequences

    def _cut(self, starts: list[int]) -> None:
        """Cut the doc into sentences that start at these tokens."""
        ends = [*starts[1:], len(self)] if starts else []  # an empty doc has no sentence
        self.sents = [_Span(self, *both) for both in zip(starts, ends, strict=True)]
        for sentence in self.sents:
            for token in sentence:
                _set(token, "sent", sentence)

    def those(self, attribute: str, labels: Iterable[str]) -> list[_Token]:
        if attribute not in self._labelled:
            found: dict[str, list[_Token]] = defaultdict(list)
            for label, token in zip(map(attrgetter(attribute), self._tokens), self._tokens, strict=True):
                found[label].append(token)
            self._labelled[attribute] = found
        by_label = self._labelled[attribute]
        lists = [by_label[label] for label in labels if label in by_label]
        return sorted([t for some in lists for t in some], key=_place) if len(lists) != 1 else list(lists[0])

    def relabel(self, token: _Token, attribute: str, before: str, after: str) -> None:
        """Look for a token under its new label from now on."""
        by_label = self._labelled.get(attribute)
        if by_label is not None and before != after:
            by_label[before].remove(token)
            now = by_label[after]
            now.insert(bisect_left(now, token.i, key=_place), token)

    def change(self, token: _Token) -> None:
        """Note that a token is no longer as spaCy's is, and forget what was reckoned of its sentence."""
        self._changed.add(token.i)
        sentence = token.sent
        sentence.__dict__.pop("root", None)
        for other in self._tokens[sentence.start : sentence.end]:
            other.known.clear()

    def part(self) -> None:
        """Cut the doc into sentences again, each below a root of its own."""
        self._cut(sorted({0, *(t.left_edge.i for t in self._tokens if t.head is t)}))
        for token in self._tokens:
            token.known.clear()

    def keep(self) -> None:
        if not self._changed:
            return
        columns: Any = self._doc.to_array([*_SET, "HEAD"])
        heads = columns[:, -1].view("i8")
        add = self._doc.vocab.strings.add
        for i in self._changed:
            token = self._tokens[i]
            columns[i, :-1] = [add(token.dep_), add(token.tag_), add(token.pos_), add(token.lemma_)]
            heads[i] = token.head.i - i
        self._doc.from_array([*_SET, "HEAD"], columns.view("u8"))
        self._changed.clear()

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
        if isinstance(answer, tokens.Token):
            return self._tokens[answer.i]
        if isinstance(answer, tokens.Span):  # the sentence of a span
            return self._tokens[answer.start].sent
        return answer

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
        return loose[0] if len(loose) == 1 else min(loose, key=_depth)

    @property
    def text(self) -> str:
        words = self.doc._tokens[self.start : self.end]
        return str(self.doc.text[words[0].idx : words[-1].idx + len(words[-1].text)]) if words else ""

    @property
    def sent(self) -> _Span:
        return self.doc._tokens[self.start].sent

    def __getattr__(self, name: str) -> Any:
        answer = self.__dict__[name] = self.doc._own(getattr(self.doc._doc[self.start : self.end], name))
        return answer


def _depth(token: _Token) -> int:
    """How many words a token hangs below the root."""
    depth = 0
    while token.head is not token:
        token, depth = token.head, depth + 1
    return depth


def _edges(heads: list[int]) -> tuple[list[int], list[int]]:
    """The first and the last of all that hangs below each token."""
    lefts, rights = list(range(len(heads))), list(range(len(heads)))
    backwards = list(enumerate(heads))[::-1]
    found = True
    while found:  # twice, but where a parse has lines that cross
        found = False
        for i, head in enumerate(heads):
            if lefts[i] < lefts[head]:
                lefts[head], found = lefts[i], True
        for i, head in backwards:
            if rights[i] > rights[head]:
                rights[head], found = rights[i], True
    return lefts, rights


class _Fields:
    """What a token holds."""

    __slots__ = (
        *("doc", "i", "idx", "text", "lower_", "lemma_", "tag_", "pos_", "dep_", "whitespace_"),
        *("is_space", "is_lower", "is_title", "is_punct"),
        *("head", "children", "left_edge", "right_edge", "sent", "known", "__dict__"),
    )
    doc: _Doc
    i: int
    idx: int
    text: str
    lower_: str
    lemma_: str
    tag_: str
    pos_: str
    dep_: str
    whitespace_: str
    is_space: int
    is_lower: int
    is_title: int
    is_punct: int
    head: _Token
    children: list[_Token]
    left_edge: _Token
    right_edge: _Token
    sent: _Span
    known: dict[str, Any]  # what was reckoned of the token, under the name of what was asked


class _Token(_Fields):
    __slots__ = ()

    def __len__(self) -> int:
        return len(self.text)

    def __setattr__(self, name: str, value: Any) -> None:
        before: Any = getattr(self, name)
        if name == "head" and self.is_ancestor(value):
            return  # no word hangs below itself, whatever is made of an odd parse
        if name == "head":
            self._hang_on(value)
        elif name in _LABELS:
            self.doc.relabel(self, name, before, value)
        _set(self, name, value)
        if name == "head" and (value is self or before is self or value.sent is not self.sent):
            self.doc.part()
        self.doc.change(self)

    def _hang_on(self, head: _Token) -> None:
        before = self.head
        if before is not self:
            before.children.remove(self)
            before.measure()
        if head is not self:
            head.children.insert(bisect_left(head.children, self.i, key=_place), self)
            head.measure()

    def measure(self) -> None:
        """Find the first and the last of all that hangs below a token, and below those above it."""
        token = self
        while True:
            left = min((token, *(c.left_edge for c in token.children)), key=_place)
            right = max((token, *(c.right_edge for c in token.children)), key=_place)
            if left is token.left_edge and right is token.right_edge:
                return
            _set(token, "left_edge", left)
            _set(token, "right_edge", right)
            if token.head is token:
                return
            token = token.head

    @property
    def is_sent_start(self) -> bool:
        return self.i == self.sent.start

    @property
    def lefts(self) -> list[_Token]:
        return [c for c in self.children if c.i < self.i]

    @property
    def rights(self) -> list[_Token]:
        return [c for c in self.children if c.i > self.i]

    @property
    def subtree(self) -> tuple[_Token, ...]:
        """A token and all that hangs below it, each between what hangs on its left and on its right."""
        if not self.children:
            return (self,)
        known: tuple[_Token, ...] | None = self.known.get("subtree")
        if known is None:
            known = self.known["subtree"] = self._below()
        return known

    def _below(self) -> tuple[_Token, ...]:
        out: list[_Token] = []
        todo = [(self, False)]
        while todo:
            token, opened = todo.pop()
            if opened or not token.children:
                out.append(token)
            else:
                todo += [(c, False) for c in reversed(token.rights)]
                todo += [(token, True), *((c, False) for c in reversed(token.lefts))]
        return tuple(out)

    def nbor(self, distance: int = 1) -> _Token:
        at = self.i + distance
        if at < 0:
            raise IndexError(at)
        return self.doc._tokens[at]

    def is_ancestor(self, other: _Token) -> bool:
        while other.head is not other:
            other = other.head
            if other is self:
                return True
        return False

    def __getattr__(self, name: str) -> Any:
        answer = self.__dict__[name] = self.doc._own(getattr(self.doc._doc[self.i], name))
        return answer
