"""Openly licensed corpora of names in one scheme: PERSON, ORG, LOC, NORP.

Every corpus is read as sentences of tokens and spans, then cleaned: no titles, determiners or
possessives in a name, one label for one country, demonyms NORP also where a corpus leaves them
unmarked. Dates are the rules' work and no label here.
"""

from __future__ import annotations

import gzip
import itertools
import json
import random
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import spacy
from spacy.tokens import Doc, Span
from spacy.util import filter_spans
from spacy.vocab import Vocab

from training.lexicon import lexicon
from training.treebanks import read_lines, save

LABELS = ("PERSON", "ORG", "LOC", "NORP")
OTHER = ""  # marked by a corpus as a name of no kind of ours
BASIC = {"PER": "PERSON", "ORG": "ORG", "LOC": "LOC", "MISC": OTHER}
POLITICS = {
    "politician": "PERSON",
    "person": "PERSON",
    "organisation": "ORG",
    "politicalparty": "ORG",
    "country": "LOC",
    "location": "LOC",
    "misc": OTHER,
    "event": OTHER,
    "election": OTHER,
}
ENTITY_TYPES = {"person": "PERSON", "organization": "ORG", "place": "LOC"}  # GUM's

LEADING = {"the", "a", "an", "'s", "``", '"', "'", "(", ",", "-", "“", "‘", "former", "late"}
PREFIXES = {"anti", "pro", "non", "ex", "post", "pre", "intra", "inter", "then", "mid", "trans"}
TRAILING = {"'s", "’s", "'", '"', "''", ",", ")", "-", "’", "”", "the"}
INSIDE_TITLE = {"of", "and", "the", "for", "to", "State", "Affairs"}
MAX_PERSON = 6  # tokens; longer ones are several names or a title
NOT_DEMONYM_AFTER = {"in", "speak", "speaks", "speaking", "spoken"}  # "in French": a language
NOT_DEMONYM_BEFORE = {"language", "word", "words", "term", "translation", "name"}


@dataclass(slots=True)
class Marked:
    """A tokenised sentence with its names: (first token, end token, label)."""

    tokens: list[str]
    spans: list[tuple[int, int, str]] = field(default_factory=list)
    spaces: list[bool] | None = None  # None: not known


# --- reading -----------------------------------------------------------------------------------


def read_tags(tags: Sequence[str], labels: dict[str, str]) -> list[tuple[int, int, str]]:
    """Spans of IOB tags, first or second style."""
    spans: list[tuple[int, int, str]] = []
    start, label = 0, None
    for index, tag in enumerate([*tags, "O"]):
        prefix, _, name = tag.partition("-")
        if label is not None and prefix == "I" and name == label:
            continue
        if label is not None and label in labels:
            spans.append((start, index, labels[label]))
        start, label = index, (name or None) if prefix in ("B", "I") else None
    return spans


def read_columns(
    path: Path, labels: dict[str, str], *, token: int = 0, tag: int = 1, sep: str = " "
) -> list[list[Marked]]:
    """Documents of a column file; one document a sentence where the file knows no documents."""
    documents: list[list[Marked]] = [[]]
    tokens: list[str] = []
    tags: list[str] = []
    for line in [*read_lines(path), ""]:
        if line.startswith(("# newdoc", "-DOCSTART-")):
            documents.append([])
        elif line.startswith("# ") and sep == "\t":
            continue
        elif line.strip():
            fields = line.split(sep)
            tokens.append(fields[token].replace(" ", ""))
            tags.append(fields[tag])
        elif tokens:
            documents[-1].append(Marked(tokens, read_tags(tags, labels)))
            tokens, tags = [], []
    return [document for document in documents if document]


def read_docred(path: Path) -> list[list[Marked]]:
    """Documents of Re-DocRED: {sents, entities: [[[sentence, first, end, type], …], …]}."""
    documents = []
    for line in gzip.decompress(path.read_bytes()).decode("utf-8").splitlines():
        record = json.loads(line)
        document = [Marked(tokens) for tokens in record["sents"]]
        for mentions in record["entities"]:
            for sentence, first, end, kind in mentions:
                if kind in BASIC:
                    document[sentence].spans.append((first, end, BASIC[kind]))
        documents.append([sentence for sentence in document if sentence.tokens])
    return documents


def read_gum(path: Path) -> list[list[Marked]]:
    """Documents of GUM: the proper names in its person, organisation and place mentions."""
    documents: list[list[Marked]] = []
    rows: list[list[str]] = []
    for line in [*read_lines(path), ""]:
        if line.startswith("# newdoc"):
            documents.append([])
        elif line.startswith("#"):
            continue
        elif line.strip():
            fields = line.split("\t")
            if fields[0].isdigit():
                rows.append(fields)
            elif "-" in fields[0]:
                continue
        elif rows:
            documents[-1].append(read_gum_sentence(rows))
            rows = []
    return documents


def read_gum_sentence(rows: list[list[str]]) -> Marked:
    """Mentions open and close in the last column: `(12-person-…-3-coref` … `12)`."""
    tokens = [row[1].replace(" ", "") for row in rows]
    proper = [row[3] == "PROPN" for row in rows]
    open_mentions: dict[str, list[tuple[int, str, str]]] = {}
    spans = []
    for index, row in enumerate(rows):
        found = re.search(r"(?:^|\|)Entity=([^|]*)", row[9])
        for part in re.findall(r"\([^()]+\)?|[^()]+\)", found.group(1) if found else ""):
            fields = part.strip("()").split("-")
            if part.startswith("("):
                kind = fields[1] if len(fields) > 1 else ""
                head = fields[5] if len(fields) > 5 else ""
                open_mentions.setdefault(fields[0], []).append((index, kind, head))
            if part.endswith(")") and open_mentions.get(fields[0]):
                start, kind, head = open_mentions[fields[0]].pop()
                span = name_in(tokens, proper, start, index + 1, kind, head)
                if span:
                    spans.append(span)
    return Marked(tokens, spans)


def name_in(
    tokens: list[str], proper: list[bool], start: int, end: int, kind: str, head: str
) -> tuple[int, int, str] | None:
    """The name that heads a mention: proper nouns around the head, and "of" between them."""
    first = re.match(r"\d+", head)
    if kind not in ENTITY_TYPES or first is None:
        return None
    at = start + int(first.group()) - 1
    if not (start <= at < end and proper[at]):
        return None
    links = (
        {"de", "van", "von", "bin", "al", "der", "la", "-"}
        if kind == "person"
        else {"of", "and", "for", "&", "-", "the", "de", "in", "on"}
    )
    left, right = at, at + 1
    while left > start and (proper[left - 1] or tokens[left - 1].lower() in links):
        left -= 1
    while right < end and (proper[right] or tokens[right].lower() in links):
        right += 1
    while not proper[left]:
        left += 1
    while not proper[right - 1]:
        right -= 1
    return left, right, ENTITY_TYPES[kind]


# --- cleaning ----------------------------------------------------------------------------------


def clean_span(tokens: list[str], start: int, end: int, label: str) -> tuple[int, int, str] | None:
    """A span without what is no part of the name and with its settled label; None for no name."""
    names = lexicon()
    while start < end and tokens[start].lower() in LEADING:
        start += 1
    if tokens[start : start + 2] and tokens[start].lower() in PREFIXES and tokens[start + 1 : start + 2] == ["-"]:
        start += 2
    while end > start and (
        tokens[end - 1].lower() in TRAILING
        or (tokens[end - 1] == "." and not (end - 1 > start and len(tokens[end - 2]) == 1))
    ):
        end -= 1
    if label == "PERSON":
        start = skip_title(tokens, start, end)
    if start >= end or (label == "PERSON" and end - start > MAX_PERSON):
        return None
    text = " ".join(tokens[start:end])
    if text in names.nothing or not any(map(str.isalpha, text)):
        return None
    label = names.label(text) or label
    return (start, end, label) if label != OTHER else None


def skip_title(tokens: list[str], start: int, end: int) -> int:
    """Where the name begins in "Secretary of State John Kerry"; `end` for a bare title."""
    titles = lexicon().titles
    at = start
    while at < end and (tokens[at] in titles or (at > start and tokens[at] in INSIDE_TITLE)):
        at += 1
    return at


def clean(sentence: Marked) -> Marked:
    """The sentence with clean, non-overlapping names and its unmarked demonyms marked."""
    tokens = sentence.tokens
    taken = [False] * len(tokens)
    spans: list[tuple[int, int, str]] = []
    for start, end, label in sorted(sentence.spans, key=lambda span: (span[0] - span[1], span)):
        if any(taken[start:end]):
            continue
        span = clean_span(tokens, start, end, label)
        if span:
            spans.append(span)
        if span or end - start > 1:  # "French" in "French Open" is no people
            first, last = span[:2] if span else (start, end)
            taken[first:last] = [True] * (last - first)
    spans += missed_demonyms(tokens, taken)
    return Marked(tokens, sorted(spans), sentence.spaces)


def missed_demonyms(tokens: list[str], taken: list[bool]) -> Iterator[tuple[int, int, str]]:
    """Demonyms no corpus marked; not languages, not parts of other capitalised names."""
    names = lexicon()
    index = 0
    while index < len(tokens):
        for size in (2, 1):
            end = index + size
            if " ".join(tokens[index:end]) in names.sure_demonyms and not any(taken[index:end]):
                before = tokens[index - 1].lower() if index else ""
                after = tokens[end] if end < len(tokens) else ""
                compound = after[:1].isupper() and after not in names.titles and not taken[end]
                if not (compound or before in NOT_DEMONYM_AFTER or after.lower() in NOT_DEMONYM_BEFORE):
                    yield index, end, "NORP"
                    index = end - 1
                    break
        index += 1


# --- documents ---------------------------------------------------------------------------------

NO_SPACE_BEFORE = {
    *",.;:!?%)]}…’”", "''", "'s", "’s", "n't", "n’t", "'re", "'ve", "'ll", "'d", "'m", "-", "/", "–"
}  # fmt: skip
NO_SPACE_AFTER = {*"([{$“‘#£€-/–", "``"}


def guess_spaces(tokens: list[str]) -> list[bool]:
    """Where a tokenised sentence had its spaces; straight quotes open and close in turn."""
    spaces = [True] * len(tokens)
    inside = False
    for index, token in enumerate(tokens):
        if token == '"':
            if inside and index:
                spaces[index - 1] = False
            elif not inside:
                spaces[index] = False
            inside = not inside
        dash = token in "-–" and index and not tokens[index - 1][-1:].isalnum()
        if index and token in NO_SPACE_BEFORE and not dash:
            spaces[index - 1] = False
        if token in NO_SPACE_AFTER and not dash:
            spaces[index] = False
        if token == "'" and index and tokens[index - 1].endswith("s"):
            spaces[index - 1] = False
    return spaces


def make_doc(vocab: Vocab, sentences: list[Marked]) -> Doc:
    """Sentences as one document with `ents`."""
    words: list[str] = []
    spaces: list[bool] = []
    spans: list[tuple[int, int, str]] = []
    for sentence in sentences:
        offset = len(words)
        words += sentence.tokens
        spaces += sentence.spaces or guess_spaces(sentence.tokens)
        spaces[-1] = True
        spans += [(offset + start, offset + end, label) for start, end, label in sentence.spans]
    doc = Doc(vocab, words=words, spaces=spaces)
    doc.ents = filter_spans([Span(doc, start, end, label) for start, end, label in spans])
    return doc


def split_documents(documents: Iterable[list[Marked]], seed: int, most: int = 5) -> Iterator[list[Marked]]:
    """Runs of one to `most` sentences, never over the end of a document."""
    chance = random.Random(seed)
    for document in documents:
        rest = list(document)
        while rest:
            count = chance.randint(1, most)
            yield rest[:count]
            rest = rest[count:]


def read_gold(data: Path) -> dict[str, list[list[Marked]]]:
    """Every corpus for training, cleaned, by its name."""
    ewt = {"token": 1, "tag": 2, "sep": "\t"}
    raw = {
        "wikigold": read_columns(data / "wikigold.iob.gz", BASIC),
        "redocred": read_docred(data / "redocred.jsonl.gz"),
        "uner_ewt": read_columns(data / "uner_ewt_dev.iob2.gz", BASIC, **ewt),
        "politics": [
            [sentence]
            for document in read_columns(data / "crossner_politics.iob.gz", POLITICS, sep="\t")
            for sentence in document
        ],
        **{f"gum_{part}": read_gum(data / f"gum_{part}.conllu.gz") for part in GUM_PARTS},
    }
    return {
        name: [[clean(sentence) for sentence in document] for document in documents] for name, documents in raw.items()
    }


POOLS = ("FIRST", "LAST", "ORG", "LOC", "NORP", "NORPS")
MAX_SWAPPED = 5  # tokens of an organisation or place worth putting elsewhere
GUM_PARTS = ("train", "dev", "test")
HELD = {"wikigold": 12, "redocred": 25, "uner_ewt": 8, "politics": 15, "gum_dev": 3}  # one in …


def convert_names(data: Path, corpus: Path) -> None:
    """Write names_gold, names_dev (a slice of each corpus) and names_pud (test only)."""
    vocab = spacy.blank("en").vocab
    train: list[list[Marked]] = []
    dev: list[list[Marked]] = []
    for name, documents in read_gold(data).items():
        every = HELD.get(name, len(documents) + 1)
        dev += documents[every - 1 :: every]
        train += [document for at, document in enumerate(documents, 1) if at % every]
    docs = [make_doc(vocab, run) for run in split_documents(train, seed=1)]
    random.Random(2).shuffle(docs)
    save(docs, corpus / "names_gold.spacy")
    save((make_doc(vocab, run) for run in split_documents(dev, seed=3)), corpus / "names_dev.spacy")
    write_pools(train, corpus / "pools.json")
    save(pud_name_docs(vocab, data / "uner_pud.iob2.gz"), corpus / "names_pud.spacy")


def write_pools(documents: Iterable[list[Marked]], path: Path) -> None:
    """Write the names to swap in, as JSON: a list by kind, often marked names more often."""
    pools: dict[str, list[str]] = {kind: [] for kind in POOLS}
    for sentence in itertools.chain.from_iterable(documents):
        for start, end, label in sentence.spans:
            words = sentence.tokens[start:end]
            if label == "PERSON":
                if len(words) == 2 and all(word.istitle() for word in words):
                    pools["FIRST"].append(words[0])
                    pools["LAST"].append(words[1])
            elif label == "NORP":
                pools["NORPS" if words[-1].endswith("s") else "NORP"].append(" ".join(words))
            elif end - start <= MAX_SWAPPED:
                pools[label].append(" ".join(words))
    known = lexicon()
    pools["LOC"] += sorted(known.places)
    pools["ORG"] += sorted(known.bodies) * 2
    path.write_text(json.dumps(pools, ensure_ascii=False), encoding="utf-8")


def pud_name_docs(vocab: Vocab, path: Path) -> list[Doc]:
    """UNER's names on PUD as its annotators left them, a sentence a document; for testing only."""
    columns = read_columns(path, {"PER": "PERSON", "ORG": "ORG", "LOC": "LOC"}, token=1, tag=2, sep="\t")
    return [make_doc(vocab, [sentence]) for sentence in itertools.chain(*columns)]
