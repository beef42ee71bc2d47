"""How much an event deserves a calendar: its kind, its date, who takes part, how real it is."""

from __future__ import annotations

from datetime import timedelta

from spacy.tokens import Token

from timeline.events import grammar, titles
from timeline.events.dating import UNITS
from timeline.events.participants import who
from timeline.events.story import Candidate, Story
from timeline.model import ON_CALENDAR

OCCASIONS = {"meeting", "talks", "visit", "vote"}  # planned without a date, they still stand on a calendar
UNDER = 0.45  # of what is told elsewhere on the same calendar, at most


def salience(c: Candidate, r: Story, actors: int) -> float:
    """How much an event deserves a calendar: its kind, its date, who takes part, how real it is."""
    s = _weight(c, r)
    named = set(c.actors)
    status_ = c.status
    basis = c.when.basis
    dated = c.when.first is not None or c.when.until is not None
    sentence = r.sentences[c.verb.i]
    main = c.verb.dep_ in {"ROOT", "conj", "parataxis"} and sentence.root in {c.verb, c.verb.head, c.verb.head.head}
    lead = r.sentences[c.token.i].start == r.lead
    heavy = r.lexicon.weight[c.type] >= ON_CALENDAR
    if basis == "explicit" and dated:
        s += 0.3 if c.near else 0.2
    elif basis == "inherited":
        s += 0.1
    elif not dated:
        settled = status_.value == "planned" and (named or c.noun) and (heavy or status_.arranged)
        s -= 0.1 if settled or status_.value == "cancelled" else 0.3
    if named or actors:
        s += 0.15 if len(named) > 1 else 0.1
    else:
        s -= 0.05 if main or basis == "explicit" else 0.15
    s += {"generic": -0.4, "conditional": -0.4, "possible": -0.15, "denied": -0.05, "cancelled": 0.05}.get(
        status_.value, 0
    )
    if basis != "explicit" and c.token.tag_ == "VBG" and c.token.dep_ in {"xcomp", "ccomp", "csubj", "obj", "acl"}:
        s -= 0.25  # "approved their joining": what is done is another word's
    if grammar.case(c.top).startswith("according"):
        s -= 0.3
    if not c.noun and any(t.i in r.timed or t.lemma_.lower() in UNITS for t in grammar.subjects(c.token)):
        s -= 0.3  # "ten months after the round broke up": a misread subject
    if not c.noun and not actors and not grammar.is_passive(c.token) and _is_nobodys(c.token, r):
        s -= 0.25  # "we flew in", "fly in": nobody is named
    if sentence.asks:
        s -= 0.3
    aside = (
        c.token.dep_ in grammar.RELATIVE | {"advcl"}
        and c.type == "other"
        and c.token.lemma_ not in r.lexicon.happenings
    )
    if aside and not c.noun:
        s -= 0.15  # "Kavan, who lived in London in 1968"
    if lead and (main or c.token.dep_ in {"ccomp", "xcomp"} or c.noun) and status_.value != "generic":
        s += 0.15
    if c.token.dep_ == "ccomp" and status_.said_by is not None and c.reported:
        s += 0.15  # "nine banks said yesterday that they had repaid": the saying's day is the news's
    if basis == "explicit":
        return _capped(c, min(s, UNDER) if _is_attribution(c, r) else s, r)
    if status_.background:
        s -= 0.2
    if c.in_passing and not (status_.arranged and status_.value == "planned"):
        s -= 0 if len(named) > 1 and basis != "none" else 0.2  # named in passing
    if not c.noun and (c.token.dep_ in grammar.RELATIVE | {"acl", "amod"} or _is_bare_participle(c.token)):
        s -= 0.25
    if not c.noun and basis == "published" and c.token.dep_ in {"ccomp", "xcomp", "advcl"} and not heavy and not lead:
        s -= 0.1
    return _capped(c, s, r)


def _is_nobodys(verb: Token, r: Story) -> bool:
    """Whether a verb's subject is missing, or a pronoun that stands for nobody known."""
    found = grammar.subjects(verb)
    return not found or (found[0].lower_ in r.lexicon.title["vague"] and found[0].i not in r.names.antecedent)


def _is_bare_participle(verb: Token) -> bool:
    """A participle that tells in passing, whatever the parser calls it: "the agreements reached with Kerry could …"."""
    return (
        verb.tag_ == "VBN"
        and not grammar.auxiliaries(verb)
        and verb.dep_ in {"ccomp", "csubj", "advcl", "dep", "xcomp"}
    )


def _is_attribution(c: Candidate, r: Story) -> bool:
    """Whether a verb of saying only gives a source its day: "BP said on Thursday", "told a panel on Wednesday"."""
    if (
        c.noun
        or c.type == "talks"
        or c.partner is not None
        or c.token.lemma_.lower() not in r.lexicon.reporting - r.lexicon.strong
        or c.status.value not in {"occurred", "ongoing"}
    ):
        return False
    first, until, told = c.when.first, c.when.until, r.published.first
    return bool(first and until and told and until - first <= timedelta(7) and abs(told - first) <= timedelta(14))


def _weight(c: Candidate, r: Story) -> float:
    """The weight of an event's kind alone."""
    words = r.lexicon
    lemma = c.token.lemma_.lower()
    if c.noun:
        return words.weight[c.type]
    if lemma in words.empty and c.partner is None:
        return 0.1
    if lemma == "tell" and not any(who(o, r) for o in grammar.objects(c.token)) and c.when.basis != "explicit":
        return 0.1  # "told reporters"
    if c.type == "statement":
        return 0.45 if lemma in words.strong and c.token.dep_ in {"ROOT", "conj"} else 0.3
    if c.type == "other":
        if lemma in words.reporting:
            return 0.1
        return 0.35 if lemma in words.happenings else 0.25
    return words.weight[c.type]


def _capped(c: Candidate, s: float, r: Story) -> float:
    """Headlines and secondary words stay under the line: the story tells the same."""
    mute = len(c.title.split()) < 2  # "Talks", "Ceremony": an entry that tells nobody anything
    light = c.type in {"other", "statement"}
    stub = light and not c.noun and titles.is_stub(c.title, c.verb, r.lexicon)
    if c.kind == "headline" or not c.primary or c.content or mute or stub:
        s = min(s, UNDER)
    return round(max(0.0, min(1.0, s)), 2)


def is_content(c: Candidate, at: dict[int, Candidate], r: Story) -> bool:
    """Whether an undated event is what another event on the calendar agrees, vows or announces."""
    if c.when.first is not None or c.when.until is not None or c.status.value not in {"planned", "hoped", "denied"}:
        return False
    above = at.get(c.verb.head.i)
    return (
        above is not None
        and above is not c
        and above is not c.partner
        and c.verb.dep_ in {"xcomp", "ccomp", "advcl"}
        and above.type in {"agreement", "statement", "vote"}
        and above.when.first is not None
        and c.type not in OCCASIONS
        and (above.token.lemma_.lower() in r.lexicon.strong or above.type != "statement")
    )
