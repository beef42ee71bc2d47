"""The forms of a headline's words: its present, and who is one and who are many."""

from __future__ import annotations

import re

from spacy.tokens import Token

from timeline.events import grammar
from timeline.events.lexicon import Lexicon
from timeline.events.named import Names


def verb_words(verb: Token, status: str, passive: bool, plural: bool, lexicon: Lexicon, *, told: bool) -> list[str]:
    """A verb as a status wants it: "to meet", "may meet", "meets", "nearly derailed".

    `told`: somebody is left to be told something.
    """
    *before, last = _group(verb, status, passive, plural, lexicon, told=told)
    words = lexicon.title
    before_it = [c for c in grammar.children(verb, {"advmod"}) if c.i < verb.i]
    kept = words["hardly_so"] | words["narrowing"] | words["in_error"]
    near = [c for c in before_it if c.lower_ in kept or _is_denied(c)]
    if near and near[0].lower_ in words["narrowing"] and grammar.text_before(near[0]).lower() in grammar.NEGATIONS:
        near = []  # "has not only freed them"
    prefix = next((c.text + c.nbor().text for c in verb.lefts if grammar.prefixed(c) == verb), "")
    return [*before, *(c.lower_ for c in near[:1]), prefix + last]


def _is_denied(adverb: Token) -> bool:
    """Whether it is not so done, but done: "were not *seriously* hurt"."""
    return adverb.lower_.endswith("ly") and adverb.i > 0 and adverb.nbor(-1).lower_ in grammar.NEGATIONS


def _group(verb: Token, status: str, passive: bool, plural: bool, lexicon: Lexicon, *, told: bool) -> list[str]:
    """A verb and its auxiliaries as a status wants them."""
    lemma = verb.lemma_.lower()
    if lemma == "tell" and not told:
        lemma = "say"  # nobody is left to be told
    participle = verb.text.lower() if verb.tag_ in {"VBN", "VBD"} else lemma
    no = "not " if _is_negated(verb, lexicon) else ""  # "may not meet the rules", "must not be closed"
    can = any(a.lower_ in lexicon.status["able"] for a in grammar.auxiliaries(verb))  # "oil can still be found"
    may = f"{'can' if can else 'may'} {no}".strip()
    if status == "possible" and (hedge := _hedge(verb, lexicon)):
        return [hedge, *_group(verb, "occurred", passive, plural, lexicon, told=told)]
    if status == "possible" and any(a.lemma_ == "have" for a in grammar.auxiliaries(verb)):
        return [f"{may} have been", verb.lower_] if verb.tag_ == "VBG" or passive else [f"{may} have", participle]
    if verb.pos_ == "ADJ" and verb.lower_ in lexicon.status["planned_adjectives"]:
        return [participle]  # "Huber due in court"
    if passive and status in {"planned", "ongoing"} and _arranges(verb, lexicon):
        return [participle]  # "Sale scheduled for completion"
    if verb.pos_ == "PROPN" or grammar.is_state(verb):  # "Lind in Oslo for talks", "Lind to be in Oslo"
        state = grammar.is_state(verb)  # "Lund under siege"
        places = (t.i for t in grammar.children(verb, {"case"}) if state or t.lower_ in lexicon.roles["place"])
        first = min((verb.i, *places))  # not "due to be in Oslo"
        last = verb.i if grammar.children(verb, {"flat"}) else verb.i + 1  # "Sri Lanka (flat)" is told whole behind
        there = [t.text for t in verb.doc[first:last] if t.dep_ != "det"]
        be = {"planned": ["to be"], "hoped": ["to be"], "possible": [f"{may} be"], "conditional": ["would be"]}
        return [*be.get(status, []), *there]
    if status == "ongoing" and no and not passive and verb.tag_ == "VBN":
        return ["have not" if plural else "has not", participle]  # "has not decided whether to go"
    if passive:
        return {
            "planned": ["to be", participle],
            "hoped": [f"{no}to be", participle],
            "possible": [f"{may} be", participle],
            "conditional": [f"would {no}be", participle],
            "denied": ["not", participle],
            "ongoing": ["being", participle]
            if any(a.lower_ == "being" for a in grammar.auxiliaries(verb))
            else [participle],
        }.get(status, [participle])
    base = third_person(lemma, lexicon) if not plural else plural_present(lemma)
    if status == "denied" and any(grammar.negation(o) is not None for o in grammar.children(verb, grammar.OBJECT)):
        return [base]  # "reaches no agreement": its object says so
    return {
        "planned": ["to", lemma],
        "hoped": [f"{no}to", lemma],
        "possible": [may, lemma],
        "conditional": [f"would {no}".strip(), lemma],
        "denied": [_denial(verb, plural), lemma],
    }.get(status, [base])


def _hedge(verb: Token, lexicon: Lexicon) -> str:
    """The adverb that makes a claim of what a verb tells as past: "*reportedly* returned", "was *likely* killed"."""
    done = grammar.is_finite(verb) or (verb.tag_ == "VBG" and verb.dep_ == "advcl")  # "for allegedly shooting a man"
    if any(a.tag_ == "MD" for a in grammar.auxiliaries(verb)) or not done:
        return ""
    return next(
        (c.lower_ for c in verb.children if c.i < verb.i and c.lower_ in lexicon.status["possible_adverbs"]), ""
    )


def _arranges(verb: Token, lexicon: Lexicon) -> bool:
    """Whether a verb says for when something is fixed: "is set for May", "was agreed for May", not "will be set up"."""
    lemma, words = verb.lemma_.lower(), lexicon.status
    ahead = any(a.tag_ == "MD" or a.lower_ == "be" for a in grammar.auxiliaries(verb))  # "is to be agreed in May"
    fixed = lemma in words["planned_passive"] or (lemma in words["planned_verbs"] | words["bidding"] and not ahead)
    return fixed and grammar.particle(verb) is None


def _is_negated(verb: Token, lexicon: Lexicon) -> bool:
    """Whether a verb itself is negated, or hardly to be expected: "is unlikely to sell"."""
    if any(c.lower_ in grammar.NEGATIONS and c.dep_ in {"advmod", "neg"} for c in verb.children):
        return True
    unlikely = lexicon.status["unlikely"]
    return verb.head.lower_ in unlikely or any(c.lower_ in unlikely for c in verb.children)


def _denial(verb: Token, plural: bool) -> str:
    """How a title says that something is not so: with the time that the clause has."""
    aux = grammar.auxiliaries(verb)
    perfect = any(a.lemma_ == "have" for a in aux)
    negation = grammar.negation(verb)
    modal = any(a.tag_ == "MD" for a in aux) and not perfect
    if modal and negation is not None and negation.lower_ in grammar.WORDS["still"]:  # "will no longer sail"
        return f"will {negation.nbor(-1).lower_} {negation.lower_}"
    if not perfect and any(a.lemma_ in {"will", "wo", "would", "shall"} for a in aux):
        return "will not"
    if perfect or verb.tag_ == "VBD" or any(a.tag_ == "VBD" for a in aux):
        return "did not"
    return "do not" if plural else "does not"


def third_person(lemma: str, lexicon: Lexicon) -> str:
    """A verb of one: "meets", "carries"."""
    irregular = lexicon.third_person.get(lemma)
    if irregular:
        return irregular
    if re.search(r"(?:s|x|z|ch|sh|[^aeiou]o)$", lemma):
        return lemma + "es"
    if re.search(r"[^aeiou]y$", lemma):
        return lemma[:-1] + "ies"
    return lemma + "s"


def plural_present(lemma: str) -> str:
    """A verb of many."""
    return {"be": "are"}.get(lemma, lemma)


def in_present(token: Token, verb: Token, lexicon: Lexicon, *, many: bool, done: bool) -> str:
    """A word of a reported verb group, moved to the headline's present: "was withdrawing" is "is withdrawing".

    What was `done` stays done: "says it earned $3".
    """
    low = token.lower_
    if low in _HAS and token.dep_ == "aux" and (verb.tag_ == "VBN" or len(grammar.auxiliaries(verb)) > 1):
        return "have" if many else "has"  # "it's been working"
    word = lexicon.full_forms.get(low, token.text)
    if token != verb and token.dep_ in {"aux", "aux:pass", "auxpass", "cop"} and not done:
        word = lexicon.backshifted.get(low, word)
        if token.tag_ == "MD" and any(a.lower_ == "have" for a in grammar.auxiliaries(verb)):
            word = token.text  # "could have closed it", "would have sold it": nobody did
    elif token == verb and token.tag_ == "VBD" and not grammar.auxiliaries(token):
        if done:
            return token.text
        return plural_present(token.lemma_) if many else third_person(token.lemma_, lexicon)
    return lexicon.plural_forms.get(word, word) if many else word


_HAS = frozenset({"'s", "’s"})


def goes_with_many(verb: Token, subject: Token, names: Names) -> bool:
    """Whether a verb of one subject goes with many: by the text's own form of it, "the Reds have won", or by the noun.

    A pronoun's form is not that of the name which stands for it: "we have won".
    """
    if subject.pos_ != "PRON":
        told = many_by_form(verb)
        alike = subject.lower_ in names.lexicon.title["unchanging"]  # "aircraft have struck"
        if told is not None and (subject.tag_ != "NN" or not told or alike):  # but "the company have moved"
            return told
    return is_many(subject, names)


def many_by_form(verb: Token) -> bool | None:
    """Whether a verb goes with many by the text's own form of it; None: its form does not tell."""
    group = [t for t in (*grammar.auxiliaries(verb), verb) if t.tag_ in {"VBZ", "VBP", "VBD"}]
    first = min(group, key=lambda t: t.i, default=verb)
    return {"was": False, "were": True}.get(first.lower_, {"VBZ": False, "VBP": True}.get(first.tag_))


def _counts_many(head: Token) -> bool:
    return any(p == "of" and n.tag_ in {"NNS", "NNPS"} for p, n in grammar.obliques(head))


def is_many(head: Token, names: Names) -> bool:
    """Whether a noun stands for many: "scientists", "200", "most of the ministers", never a body of its name."""
    words = names.lexicon.title
    actor = names.actor.get(head.i, "")
    if head.lower_ in words["plural"]:
        return not actor or head.pos_ != "PRON"  # "we" of a quote is who says it
    kind = names.kind.get(actor)
    if head.tag_ == "CD" and head.lower_ not in {"one", "1"} and _counts_many(head):
        return True  # "6 million of the voters", "four of nine ferries"
    if any(c.lower_ not in {"one", "1"} and c.tag_ == "CD" for c in grammar.children(head, {"nummod"})):
        if head.lower_ in words["counting"]:
            return all(
                p != "of" or n.tag_ in {"NNS", "NNPS"} for p, n in grammar.obliques(head)
            )  # "60 percent approve"
        return head.lower_ not in words["measures"] and head.tag_ != "NN"  # "1,500 Togolese"
    if kind == "person" and not names.is_name(head.text, actor) and head.lower_.endswith("s"):
        return True  # "the Obamas"
    a_people = kind == "country" and head.lower_.endswith(tuple(words["ends_of_peoples"]))
    if a_people and any(c.lower_ in grammar.WORDS["the"] for c in head.children):
        return True  # "the British"
    if kind in {"person", "place"} or (kind == "country" and names.is_name(head.text, actor)):
        return False
    if kind == "organisation" and names.is_name(head.text, actor) and names.full(actor) != head.text:
        return False  # "Dataproducts" of Dataproducts Inc.
    if kind == "country" and head.tag_ == "NNS":
        return True  # "Turkish Cypriots"
    if kind is not None and any(names.actor.get(i) == actor for i in (head.i - 1, head.i + 1)):
        return False  # "Rhine Airways", not "Republicans"
    if head.tag_ in {"NNS", "NNPS"}:
        return head.lower_ not in words["singular"] and not (head.is_upper and len(head) > 2)  # "MERS"
    one = any(c.lower_ in grammar.WORDS["the"] for c in head.children) and head.lower_ in words["counted_as_one"]
    counted = _counts_many(head) and not one
    if counted and head.lower_ in words["counting"]:
        return True
    return head.tag_ == "CD" and head.lower_ not in {"one", "1"} and not counted
