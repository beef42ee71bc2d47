"""Variants of training examples: other case, curly quotes, other names in the same places.

A respelling keeps every character in its place, so the annotation stays what it was. A swap of
names teaches the model to read the words around a name rather than to remember it.
"""

from __future__ import annotations

import json
import random
import re
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.training import Example

Augmenter = Callable[[Language, Example], Iterator[Example]]
OPENING = re.compile(r"(^|[\s(\[—–-])\"")


def curl(text: str) -> str:
    """Straight quotes made curly, character for character."""
    text = OPENING.sub("\\1“", text)
    return text.replace('"', "”").replace("'", "’")


ABBREVIATED: dict[str, str] = tomllib.loads((Path(__file__).parent / "abbreviations.toml").read_text(encoding="utf-8"))


def abbreviate(words: list[str], chance: random.Random) -> list[str]:
    """Half the words that have an abbreviation, where the sentence goes on with a word: "Sen. Lund", "on Feb. 3"."""
    return [
        ABBREVIATED[word] if word in ABBREVIATED and after[:1].isalnum() and chance.random() < 0.5 else word
        for word, after in zip(words, [*words[1:], ""], strict=True)
    ]


def respell(nlp: Language, example: Example, spell: Callable[[str], str]) -> Example:
    """The example with its text respelt; as it was when a character would move."""
    text = spell(example.text)
    if len(text) != len(example.text) or text == example.text:
        return example
    data = example.to_dict()
    data["token_annotation"]["ORTH"] = [text[token.idx : token.idx + len(token)] for token in example.reference]
    return Example.from_dict(nlp.make_doc(text), data)


@spacy.registry.augmenters("news_variants.v1")
def make_variants(lower: float, upper: float, curly: float, seed: int) -> Augmenter:
    """An augmenter that respells the given shares of examples; chances are drawn from `seed`."""
    chance = random.Random(seed)

    def vary(nlp: Language, example: Example) -> Iterator[Example]:
        draw = chance.random()
        if draw < lower:
            yield respell(nlp, example, str.lower)
        elif draw < lower + upper:
            yield respell(nlp, example, str.upper)
        elif chance.random() < curly:
            yield respell(nlp, example, curl)
        else:
            yield example

    return vary


SMALL = {"a", "an", "and", "as", "at", "by", "for", "in", "of", "on", "or", "the", "to", "with"}


def headline(text: str) -> str:
    """The text with the capitals of a headline: "Lawmakers Vote on the Budget"."""
    return re.sub(
        r"\b[a-z][a-z]+\b",
        lambda word: word.group() if word.group() in SMALL else word.group().capitalize(),
        text,
    )


class Pools:
    """Names to swap in, by label; persons by first and last name."""

    def __init__(self, path: Path, seed: int) -> None:
        self.names: dict[str, list[str]] = json.loads(path.read_text(encoding="utf-8"))
        self.chance = random.Random(seed)

    def draw(self, kind: str) -> str:
        """A name of a kind: FIRST, LAST, ORG, LOC, or NORP with and without a final s."""
        return self.chance.choice(self.names[kind])


def swap_names(nlp: Language, example: Example, pools: Pools) -> Example:
    """The example with other names; one name stays one name throughout."""
    reference = example.reference
    ends = {entity.start: entity for entity in reference.ents}
    drawn: dict[tuple[str, str], str] = {}
    words: list[str] = []
    spaces: list[bool] = []
    spans: list[tuple[int, int, str]] = []
    at = 0
    while at < len(reference):
        entity = ends.get(at)
        if entity is None:
            words.append(reference[at].text)
            spaces.append(bool(reference[at].whitespace_))
            at += 1
            continue
        tokens = nlp.tokenizer(" ".join(replacement(entity, drawn, pools)))
        spans.append((len(words), len(words) + len(tokens), entity.label_))
        words += [token.text for token in tokens]
        spaces += [bool(token.whitespace_) for token in tokens]
        spaces[-1] = bool(entity[-1].whitespace_)
        at = entity.end
    doc = Doc(nlp.vocab, words=words, spaces=spaces)
    doc.set_ents([Span(doc, *span) for span in spans], default="outside")
    return Example(nlp.make_doc(doc.text), doc)


def replacement(entity: Span, drawn: dict[tuple[str, str], str], pools: Pools) -> list[str]:
    """The words that stand for an entity; `drawn` remembers them within the example."""
    if entity.label_ == "PERSON":
        kinds = ["FIRST"] * (len(entity) - 1) + ["LAST"]
        keys = [(kind, token.text) for kind, token in zip(kinds, entity, strict=True)]
    elif entity.label_ == "NORP":
        keys = [("NORPS" if entity.text.endswith("s") else "NORP", entity.text)]
    else:
        keys = [(entity.label_, entity.text)]
    for key in keys:
        if key not in drawn:
            drawn[key] = pools.draw(key[0])
    return [drawn[key] for key in keys]


@spacy.registry.augmenters("news_names.v1")
def make_name_variants(
    pools: str, swap: float, lower: float, upper: float, title: float, curly: float, seed: int
) -> Augmenter:
    """An augmenter that swaps names in a share of examples and respells others."""
    chance = random.Random(seed)
    names = Pools(Path(pools), seed)
    shares = ((lower, str.lower), (upper, str.upper), (title, headline), (curly, curl))

    def vary(nlp: Language, example: Example) -> Iterator[Example]:
        if example.reference.ents and chance.random() < swap:
            example = swap_names(nlp, example, names)
        draw = chance.random()
        for share, spell in shares:
            if draw < share:
                example = respell(nlp, example, spell)
                break
            draw -= share
        yield example

    return vary
