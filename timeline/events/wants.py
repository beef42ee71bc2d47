"""What a word wants after it, so that no title ends on it: "accused the bank of fraud", "the rules on pledges"."""

from __future__ import annotations

from spacy.tokens import Token

from timeline.events import grammar
from timeline.events.named import Names

NOTHING_MORE = frozenset({"det", "punct", "case", "cc"}) | grammar.RELATIVE | grammar.REDUCED
_EMPTY = frozenset({"det", "case", "punct", "cc", "mark"}) | grammar.OBLIQUE | grammar.RELATIVE | grammar.REDUCED


def is_bare_noun(noun: Token, *, counted: bool = False) -> bool:
    """Whether a noun tells little without what follows it: "an application that limits the volume".

    `counted`: nor does its number, "two men who were sought".
    """
    if noun.pos_ == "ADJ":
        return any(c.dep_ == "cop" for c in noun.children)  # "toxic to plankton"
    if noun.pos_ != "NOUN":
        return False
    return all(c.dep_ in _EMPTY or c.tag_ == "PRP$" or (counted and c.dep_ == "nummod") for c in noun.children)


def wants_more(noun: Token, names: Names) -> bool:
    """Whether a noun is announced as one that what follows tells of: "the rules on pledges", "its best year in oil"."""
    if noun.pos_ != "NOUN":
        return False
    known = any(c.tag_ == "PRP$" or c.lower_ in names.lexicon.dating["known"] for c in noun.children)
    best = any(c.tag_ == "JJS" for c in noun.children) or is_such(noun, names)
    return best or (known and is_bare_noun(noun))


def is_such(noun: Token, names: Names) -> bool:
    """Whether a noun is one of a kind that what follows names: "such topics as nets"."""
    return any(c.tag_ == "JJ" and c.lower_ in names.lexicon.title["articles"] for c in noun.children)


def wanted_by(x: Token, preposition: str, names: Names) -> Token | None:
    """The word after which a title has to go on to what its verb wants: "asked the *owner* for papers"."""
    above = x.head
    verb = above.head if above.dep_ in grammar.OBJECT else above
    if preposition not in names.lexicon.governs.get(verb.lemma_.lower(), ()) or verb.i > x.i:
        return None
    return next((o for o in grammar.children(verb, grammar.OBJECT) if verb.i < o.i < x.i), verb)


def is_what_about(gerund: Token, names: Names) -> bool:
    """Whether a gerund is what the verb before it is about: "ruled out on Monday selling (advcl)", not "by selling"."""
    if gerund.dep_ != "advcl" or gerund.tag_ != "VBG":
        return False
    verb = gerund.head
    own = {verb.i, *(c.i for c in grammar.children(verb, {"compound:prt", "prt"}))}
    return gerund.i > verb.i and all(
        t.i in own or t.i in names.skip or (t.dep_ == "case" and t.head.i in names.skip)
        for t in gerund.doc[verb.i : gerund.i]
    )


def says_nothing(noun: Token, names: Names, kind: str) -> bool:
    """Whether a noun is told of before and says nothing by itself: "the decision"."""
    told = [c for c in noun.children if c.dep_ not in NOTHING_MORE and c.i not in names.skip]
    known = any(c.lower_ in names.lexicon.dating["known"] for c in noun.children)
    told += [c for c in grammar.children(noun, grammar.REDUCED) if grammar.has_to(c)]  # "the decision to leave"
    empty = noun.lemma_.lower() in names.lexicon.title[kind]
    return empty and known and not told and noun.i not in names.known and noun.i not in names.antecedent
