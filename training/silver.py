"""Names in raw news, marked by teachers and settled by what is known of names.

Teachers trained on the open corpora mark the raw text. Then: a title makes a person; a list or
the last word of a name settles its kind; a name keeps the kind it has nearly everywhere, also
where the teachers overlooked it. Where the teachers differ and nothing settles it, the words
are left as missing, and the student learns nothing from them.
"""

from __future__ import annotations

import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from training.lexicon import lexicon
from training.names import clean_span, skip_title
from training.treebanks import read_lines

RUN = 4  # sentences at most in a training document
SURE_TITLES = {
    *"Mr. Mrs. Ms. President Minister Premier Chancellor Senator Ambassador Ayatollah Governor".split(),
    *"Secretary-General Colonel Sheikh Pope spokesman spokeswoman Spokesman Spokeswoman".split(),
}
LINKS = {"al", "-", "bin", "ibn", "de", "da", "der", "van", "von", "la", "el", "abu", "ben"}
ORG_HEADS = {
    *"Ministry Party Agency Organization Organisation Committee Council Commission Court Parliament".split(),
    *"University Bank Union Front Army Corporation Company Institute Foundation Association Department".split(),
    *"Movement Brigade Brigades Authority Congress Assembly Force Forces Alliance Group Inc. Corp. Ltd.".split(),
    *"Institution Federation Bureau League Club Coalition Tribunal Service Services Senate Academy".split(),
    *"Times Post Daily Journal Television Radio News Corps Guard Guards Command Center Centre Society".split(),
}
LOC_HEADS = {
    *"City River Island Islands Province Valley Mountains Mountain Sea Lake Bay Strait Peninsula".split(),
    *"Desert Street Square Avenue Road County District Ocean Gulf Canal Coast Heights Hills Beach".split(),
    *"Airport Highway Bridge Village Border Region Park Zone".split(),
}
# Ends of a teacher's span that are no part of the name: "Sichuan province", "Washington Tuesday".
TAILS = {
    *"province city district region town village state county island peninsula provinces troops forces".split(),
    *"Monday Tuesday Wednesday Thursday Friday Saturday Sunday Foreign Defense Defence Interior Finance".split(),
    *"Secretary Minister Deputy Assistant Prime President Vice Special Envoy Ambassador Senator Former".split(),
}
STORMS = {"Hurricane", "Typhoon", "Cyclone", "Storm"}
OPENERS = {*"the in at on for from of and but a an as by with after when while meanwhile while if".split()}
NEAR = 3  # documents before, within which a surname stays that person's
NOT_NAME_AFTER_HYPHEN = {*"led backed based style era controlled held born like run free ruled trained".split()}
MANY = 4  # marked so often, a name can settle its other occurrences
MOSTLY = 0.8
Marks = list[tuple[int, int, str]]


class Teacher(Protocol):
    """Whoever marks names: a pipeline, or something like one."""

    def pipe(self, texts: Iterable[str], *, batch_size: int) -> Iterable[Doc]:
        """Documents with names."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A document with the marks of each teacher."""

    doc: Doc
    marks: tuple[Marks, ...]


def read_raw(path: Path) -> list[str]:
    """Sentences of a raw text, one a line, their quotes set close again."""
    return [tidy(line) for line in read_lines(path) if line.strip()]


def tidy(line: str) -> str:
    """Close the quotes of a tokenised line, and set marks and possessives where they belong."""
    line = re.sub(r'" ([^"]*?) "', r'"\1"', line.strip())
    line = re.sub(r"s ' (?=[a-z])", "s' ", line)
    return re.sub(r" ([,.;:?!])(?=\s|$|\")", r"\1", line)


def runs(sentences: list[str], seed: int) -> Iterator[str]:
    """Texts of one to `RUN` neighbouring sentences."""
    chance = random.Random(seed)
    at = 0
    while at < len(sentences):
        count = chance.randint(1, RUN)
        yield " ".join(sentences[at : at + count])
        at += count


def draft(teachers: Sequence[Teacher], texts: list[str]) -> list[Draft]:
    """The marks of every teacher on every text; all teachers share one tokenizer."""
    pipes = [teacher.pipe(texts, batch_size=128) for teacher in teachers]
    return [Draft(docs[0], tuple(marked(doc) for doc in docs)) for docs in zip(*pipes, strict=True)]


def marked(doc: Doc) -> Marks:
    """The entities of a document, cleaned as the corpora are, without their tails."""
    words = [token.text for token in doc]
    spans: Marks = []
    for entity in doc.ents:
        start, end = entity.start, entity.end
        while end > start and words[end - 1] in TAILS:
            end -= 1
        if entity.label_ == "PERSON":
            end = whole_given_name(doc, end)
        span = clean_span(words, start, end, entity.label_)
        if span and words[span[0]] not in STORMS:
            spans.append(settle_head(words, span))
    return spans


def whole_given_name(doc: Doc, end: int) -> int:
    """The end of "Roh Moo-hyun" for a span that ends with "Moo"."""
    if (
        end + 1 < len(doc)
        and doc[end].text == "-"
        and not doc[end - 1].whitespace_
        and not doc[end].whitespace_
        and doc[end + 1].is_alpha
        and doc[end + 1].lower_ not in NOT_NAME_AFTER_HYPHEN
        and len(doc[end + 1]) <= 6
    ):
        return end + 2
    return end


def common_words(docs: Iterable[Doc]) -> frozenset[str]:
    """Words that a capital at the start of a sentence makes no name: mostly seen in lower case."""
    lower: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    for doc in docs:
        for token in doc[1:]:
            if token.is_lower:
                lower[token.text.capitalize()] += 1
            elif token.is_title and not doc[token.i - 1].is_punct:
                capital[token.text] += 1
    return frozenset(word for word, count in lower.items() if count > capital[word])


def settle_head(words: list[str], span: tuple[int, int, str]) -> tuple[int, int, str]:
    """The mark with the kind that its last word gives: "Labor Party" ORG, "Helmand Province" LOC."""
    start, end, label = span
    if end - start > 1 and label in ("ORG", "LOC", "PERSON"):
        if words[end - 1] in ORG_HEADS:
            return start, end, "ORG"
        if words[end - 1] in LOC_HEADS:
            return start, end, "LOC"
    return span


def titled(doc: Doc) -> Marks:
    """Persons by their title: "Mr. Abbas", "Foreign Minister Manouchehr Mottaki"."""
    names = lexicon()
    words = [token.text for token in doc]
    spans: Marks = []
    for index, word in enumerate(words[:-1]):
        if word not in SURE_TITLES:
            continue
        end = name_end(words, index + 1)
        end = whole_given_name(doc, end)
        start = skip_title(words, index, end)
        text = " ".join(words[start:end])
        known = names.label(text) not in (None, "PERSON") or text in names.nothing or words[end - 1] in ORG_HEADS
        if start < end <= start + 6 and not known:
            spans.append((start, end, "PERSON"))
    return spans


def name_end(words: list[str], start: int) -> int:
    """The end of the run of name words from `start`, with the links between them: "Nouri al-Maliki"."""
    end = at = start
    while at < len(words) and (is_name_word(words[at]) or (at > start and words[at].lower() in LINKS)):
        at += 1
        if is_name_word(words[at - 1]):
            end = at
    return end


def is_name_word(word: str) -> bool:
    """A capitalised word, not all capitals, or an initial."""
    return word[:1].isupper() and (word[1:].islower() or not word.isupper() or len(word) <= 2)


def settled_kinds(drafts: list[Draft]) -> dict[str, str]:
    """The kind of every name that is marked often and nearly always alike; "" for no name."""
    kinds: defaultdict[str, Counter[str]] = defaultdict(Counter)
    common = common_words(item.doc for item in drafts)
    teachers = len(drafts[0].marks) if drafts else 1
    for item in drafts:
        words = [token.text for token in item.doc]
        for marks in (*item.marks, titled(item.doc)):
            for start, end, label in marks:
                kinds[" ".join(words[start:end])][label] += 1
    settled = {}
    for text, labels in kinds.items():
        label, count = labels.most_common(1)[0]
        known = lexicon().label(text)
        if known:
            settled[text] = known
        elif text in common:
            settled[text] = ""
        elif count >= MANY * teachers and count >= MOSTLY * sum(labels.values()):
            settled[text] = label
    return settled


def overlooked(doc: Doc, taken: list[bool], settled: dict[str, str]) -> Marks:
    """Settled names nobody marked; never a part of a longer run of capitals."""
    words = [token.text for token in doc]
    spans: Marks = []
    index = 0
    while index < len(words):
        for size in range(6, 0, -1):
            end = index + size
            label = known_kind(" ".join(words[index:end]), settled) if end <= len(words) else None
            if label and not any(taken[index:end]) and stands_alone(words, index, end, label):
                spans.append((index, end, label))
                index = end - 1
                break
        index += 1
    return spans


def known_kind(text: str, settled: dict[str, str]) -> str | None:
    """The kind a name has wherever it stands."""
    if text in lexicon().ambiguous:
        return None
    return settled.get(text) or lexicon().label(text)


def stands_alone(words: list[str], start: int, end: int, label: str) -> bool:
    """No capitalised neighbour, so not a piece of another name; first words stay in doubt."""
    if not words[start][:1].isupper() and end - start == 1:
        return False
    before = words[start - 1] if start else "."
    after = words[end] if end < len(words) else "."
    names = lexicon()
    if start == 0 or before in ('"', "."):
        if end - start == 1 and names.label(words[start]) is None:
            return False
    elif before[:1].isupper() and not (before in names.titles or before in names.demonyms or before.lower() in OPENERS):
        return False
    if after[:1].isupper() and label != "NORP" and after not in names.titles:
        return False
    return after not in ("-", "&")


def surnames(item: Draft) -> set[str]:
    """The last words of the persons named in full in a document."""
    words = [token.text for token in item.doc]
    spans = [
        (start, end)
        for marks in (*item.marks, titled(item.doc))
        for start, end, label in marks
        if label == "PERSON" and end - start > 1
    ]
    hyphenated = [end for start, end in spans if end - start > 3 and words[end - 2] == "-"]
    return {words[end - 1] for _, end in spans} | {" ".join(words[end - 3 : end]) for end in hyphenated}


def settle(item: Draft, settled: dict[str, str], near: set[str]) -> tuple[Marks, list[tuple[int, int]]]:
    """The marks to learn, and the stretches to learn nothing from; `near`: surnames named nearby."""
    words = [token.text for token in item.doc]
    taken = [False] * len(words)
    sure: Marks = []

    def take(span: tuple[int, int, str]) -> None:
        start, end, _ = span
        if not any(taken[start:end]):
            taken[start:end] = [True] * (end - start)
            sure.append(span)

    voted = [
        {
            (start, end, kind)
            for start, end, label in marks
            if (kind := local_kind(" ".join(words[start:end]), label, settled, near))
        }
        for marks in item.marks
    ]
    agreed = set.intersection(*voted)
    by_length = sorted(agreed, key=lambda span: (span[0] - span[1], span))
    for span in titled(item.doc):
        take(span)
    for span in by_length:
        take(span)
    doubtful = {span for votes in voted for span in votes} - agreed
    known = [span for span in doubtful if settled.get(" ".join(words[span[0] : span[1]])) == span[2]]
    for span in sorted(known, key=lambda span: (span[0] - span[1], span)):
        take(span)
    for span in overlooked(item.doc, taken, settled):
        take(span)
    missing = [(start, end) for start, end, _ in doubtful if not all(taken[start:end])]
    return sorted(sure), missing


def local_kind(text: str, label: str, settled: dict[str, str], near: set[str]) -> str:
    """The settled kind of a name; a surname of the neighbourhood is that person."""
    known = settled.get(text)
    if known is None:
        return "PERSON" if text in near else label
    return known


def learnable(item: Draft, settled: dict[str, str], near: set[str]) -> Doc:
    """A document with settled `ents` and the doubtful words missing."""
    sure, missing = settle(item, settled, near)
    doc = item.doc
    copy = Doc(doc.vocab, words=[t.text for t in doc], spaces=[bool(t.whitespace_) for t in doc])
    spans = [Span(copy, *span) for span in sure]
    inside = {token.i for span in spans for token in span}
    unknown = [
        Span(copy, at, at + 1, "") for at in sorted({at for start, end in missing for at in range(start, end)} - inside)
    ]
    copy.set_ents(spans, missing=filter_spans(unknown), default="outside")
    return copy


def make_silver(teachers: Sequence[Teacher], sentences: list[str], seed: int) -> list[Doc]:
    """Raw sentences as training documents."""
    drafts = draft(teachers, list(runs(sentences, seed)))
    settled = settled_kinds(drafts)
    persons = [surnames(item) for item in drafts]
    return [learnable(item, settled, set.union(*persons[max(0, at - NEAR) : at + 1])) for at, item in enumerate(drafts)]
