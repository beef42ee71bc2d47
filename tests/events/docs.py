"""Docs parsed by hand: a line a token, `word tag relation head`, the head counted from 0."""

from __future__ import annotations

import spacy
from spacy.tokens import Doc

NLP = spacy.blank("en")
POS = {
    "V": "VERB",
    "M": "AUX",
    "N": "NOUN",
    "J": "ADJ",
    "R": "ADV",
    "I": "ADP",
    "D": "DET",
    "P": "PRON",
    "C": "CCONJ",
    "T": "PART",
}


def doc(*lines: str) -> Doc:
    """A Doc of one sentence; the lemma may follow the head ("said VBD ROOT 1 say"), else it is the word.

    After a lemma may stand what it names: "Maas NNP nsubj 1 Maas PERSON".
    """
    rows = [line.split() for line in lines]
    lemmas = [row[4] if len(row) > 4 else row[0].lower() for row in rows]
    whole = {"NNP": "PROPN", "NNPS": "PROPN", "CD": "NUM"}
    pos = [whole.get(row[1], POS.get(row[1][0], "X")) for row in rows]
    pos = ["AUX" if row[2].startswith(("aux", "cop")) else p for row, p in zip(rows, pos, strict=True)]
    return Doc(
        NLP.vocab,
        words=[row[0] for row in rows],
        tags=[row[1] for row in rows],
        pos=pos,
        deps=[row[2] for row in rows],
        heads=[int(row[3]) for row in rows],
        lemmas=lemmas,
        ents=[f"B-{row[5]}" if len(row) > 5 else "O" for row in rows],
    )
