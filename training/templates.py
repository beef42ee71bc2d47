"""Sentences of news made from `templates.txt` and names of the corpora."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from training.lexicon import countries, lexicon

LABELS = {
    "PERSON": "PERSON", "LAST": "PERSON", "FIRST": "PERSON", "ORG": "ORG", "BODY": "ORG", "ACRONYM": "ORG",
    "LOC": "LOC", "CITY": "LOC", "COUNTRY": "LOC", "NORP": "NORP", "NORPS": "NORP",
}  # fmt: skip
UNMARKED = {
    "TITLE": (
        "President|Prime Minister|Foreign Minister|Defense Minister|Deputy Foreign Minister|Interior Minister|"
        "Vice President|Ambassador|Finance Minister|Oil Minister|Special Envoy|Chancellor|Premier|Senator|General"
    ).split("|"),
    "OFFICE": "foreign minister|prime minister|president|ambassador|envoy|secretary-general|spokesman".split("|"),
    "DAY": "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday".split("|"),
}  # fmt: skip
SLOT = re.compile(r"\{([A-Z]+)\}|<([A-Z]+)\|([^>]+)>")  # "{CITY}", "<ORG|White House>"


def read_templates() -> list[str]:
    """The sentences of `templates.txt`."""
    lines = (Path(__file__).parent / "templates.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


class Names:
    """Draws names for slots."""

    def __init__(self, pools: dict[str, list[str]], chance: random.Random) -> None:
        countries_known = sorted(name for name in countries() if len(name.split()) <= 3)
        self.chance = chance
        self.pools = {
            **pools,
            **UNMARKED,
            "COUNTRY": countries_known,
            "CITY": sorted(lexicon().places - set(countries_known)) + pools["LOC"][::20],
            "BODY": sorted(lexicon().bodies),
        }

    def draw(self, slot: str) -> str:
        """A name or a word for a slot."""
        if slot == "PERSON":
            return f"{self.draw('FIRST')} {self.draw('LAST')}"
        if slot == "ACRONYM":
            return "".join(self.chance.choices("ABCDEFGILMNOPRSTU", k=self.chance.randint(2, 5)))
        return self.chance.choice(self.pools[slot])


def fill(template: str, names: Names) -> tuple[str, list[tuple[int, int, str]]]:
    """A text and its names by character offsets."""
    text, spans, last = "", [], 0
    for slot in SLOT.finditer(template):
        text += template[last : slot.start()]
        label = slot[2] or LABELS.get(slot[1])
        name = slot[3] or names.draw(slot[1])
        if slot[1] == "CITY" and not text and names.chance.random() < 0.3 and template[slot.end()] in "-, (":
            name = name.upper()  # a dateline
        if label:
            spans.append((len(text), len(text) + len(name), label))
        text += name
        last = slot.end()
    return text + template[last:], spans


def template_docs(nlp: Language, pools: Path, count: int, seed: int) -> Iterator[Doc]:
    """`count` documents of one to three sentences; names the tokenizer cuts through are left out."""
    chance = random.Random(seed)
    names = Names(json.loads(pools.read_text(encoding="utf-8")), chance)
    templates = read_templates()
    for _ in range(count):
        text, spans = "", []
        for template in chance.sample(templates, k=chance.randint(1, 3)):
            part, found = fill(template, names)
            text += chance.choice((" ", "\n", "\n\n")) if text else ""
            spans += [(start + len(text), end + len(text), label) for start, end, label in found]
            text += part
        doc = nlp.make_doc(text)
        entities = [doc.char_span(*span) for span in spans]
        if all(entities):
            doc.set_ents([entity for entity in entities if entity], default="outside")
            yield doc
