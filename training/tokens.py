"""The tokenizer of the shipped pipeline: spaCy's English one and what news adds to it."""

from __future__ import annotations

from collections.abc import Callable

import spacy
from spacy.lang.char_classes import ALPHA
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.util import compile_infix_regex

NEWS_INFIXES = (
    rf"(?<=[{ALPHA}\.])[\)\]](?=[-–—{ALPHA}])",  # "(al-Qaeda)-linked"
    rf"(?<=[\)\]])[-–](?=[{ALPHA}])",
    r"(?<=[A-Z]\.)[-–](?=\w)",  # "U.S.-led", split as the treebanks split it
    rf"(?<=[{ALPHA}])[:,](?=[“‘\"])",  # "he said:“We"
    rf"(?<=[{ALPHA}][:,])[“‘\"](?=[{ALPHA}])",
    rf"(?<=[{ALPHA}])[“”](?=[{ALPHA}])",
)
TITLES = ("Lt.", "Maj.", "Col.", "Sgt.", "Capt.", "Brig.", "Cmdr.", "Hon.", "Amb.")
FIRMS = ("Cos.", "Cie.", "S.p.A.", "INC.", "CORP.", "CO.", "LTD.")


def care_for_news(tokenizer: Tokenizer, infixes: tuple[str, ...]) -> None:
    """Teach an English tokenizer newspaper compounds, military titles and kinds of firms."""
    tokenizer.infix_finditer = compile_infix_regex((*infixes, *NEWS_INFIXES)).finditer
    for word in (*TITLES, *FIRMS):
        tokenizer.add_special_case(word, [{"ORTH": word}])


def news_words() -> Language:
    """The tokenizer of the shipped pipeline."""
    nlp = spacy.blank("en")
    care_for_news(nlp.tokenizer, tuple(nlp.Defaults.infixes or ()))
    return nlp


@spacy.registry.callbacks("news_tokenizer.v1")
def make_news_tokenizer() -> Callable[[Language], Language]:
    """For `[initialize.before_init]`: the tokenizer is changed before any example is read."""

    def change(nlp: Language) -> Language:
        care_for_news(nlp.tokenizer, tuple(nlp.Defaults.infixes or ()))
        return nlp

    return change
