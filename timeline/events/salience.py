"""How much an event deserves a calendar: its kind, its date, who takes part, how real it is."""

from __future__ import annotations

from datetime import timedelta

from spacy.tokens import Token

from timeline.events import grammar, titles
from timeline.events.participants import who
from timeline.events.story import Candidate, Story
from timeline.model import ON_CALENDAR

OCCASIONS = {"meeting", "talks", "visit", "vote"}  # planned without a date, they still stand on a calendar
GERUND = {"xcomp", "ccomp", "csubj", "obj", "acl", "obl", "advcl", "pcomp"}  # of an -ing form in another word's service
UNDER = 0.45  # of what is told elsewhere on the same calendar, at most


def salience(c: Candidate, r: Story, actors: int) -> float:
    """How much an event deserves a calendar: its kind, its date, who takes part, how real it is, where it is told."""
    s = _weight(c, r) + _for_date(c, r) + _for_people(c, r, actors) + _for_status(c) + _for_words(c, r, actors)
    s += _for_place_in_story(c, r)
    if c.when.basis == "explicit":
        return _capped(c, min(s, UNDER) if _is_attribution(c, r) else s, r)
    return _capped(c, s + _for_telling(c, r), r)


def _is_main(c: Candidate, r: Story) -> bool:
    """Whether a candidate's clause is its sentence's main one, or beside it."""
    root = r.sentences[c.verb.i].root
    return c.verb.dep_ in {"ROOT", "conj", "parataxis"} and root in {c.verb, c.verb.head, c.verb.head.head}


def _is_dated(c: Candidate) -> bool:
    return c.when.first is not None or c.when.until is not None


def _for_date(c: Candidate, r: Story) -> float:
    if c.when.basis == "explicit" and _is_dated(c):
        return 0.3 if c.near else 0.2
    if c.when.basis == "inherited":
        return 0.1
    if _is_dated(c):
        return 0
    vowed = any(t.lower_ in r.lexicon.status["modals_planned"] for t in c.status.cue)  # "will open a consulate"
    heavy = r.lexicon.weight[c.type] >= ON_CALENDAR or (vowed and bool(c.actors) and _is_news(c, r))
    settled = c.status.value == "planned" and (c.actors or c.noun) and (heavy or c.status.arranged)
    refused = c.status.value == "denied" and c.actors and _is_news(c, r)  # "will not give free vaccines"
    return -0.1 if settled or refused or c.status.value == "cancelled" else -0.3


def _for_people(c: Candidate, r: Story, actors: int) -> float:
    named = set(c.actors)
    if named or actors:
        return 0.15 if len(named) > 1 else 0.1
    return -0.05 if _is_main(c, r) or c.when.basis == "explicit" else -0.15


def _for_status(c: Candidate) -> float:
    weights = {"generic": -0.4, "conditional": -0.4, "possible": -0.15, "denied": -0.05, "cancelled": 0.05}
    standing = -0.4 if c.status.standing else 0  # "the plan calls for": how things stand, no occasion
    return weights.get(c.status.value, 0) + standing


def _for_words(c: Candidate, r: Story, actors: int) -> float:
    """What the form of a candidate's words takes away: participles, questions, nobody's doings."""
    s = 0.0
    if _is_gerund(c.token):
        # "approved their joining": what is done is another word's; "barred from working until May"
        aside = c.token.dep_ == "acl" and c.partner is None and c.status.value == "occurred"
        s -= 0.25 if c.when.basis != "explicit" or grammar.case(c.token) == "from" or aside else 0
    if grammar.case(c.top).startswith("according"):
        s -= 0.3
    if c.type == "other" and not c.noun and _is_scene(c.token):
        s -= 0.25  # "was heating soup when the shot fell"
    before = [a for a in grammar.children(c.verb, {"advmod"}) if a.i < c.verb.i]
    if any(a.lower_ in r.lexicon.title["before_the_story"] for a in before):
        s -= 0.25  # "had previously used his name for Darfur"
    if not c.noun and any(t.i in r.timed for t in grammar.subjects(c.token)):
        s -= 0.3  # "ten months after the round broke up": a misread subject
    if not c.noun and not actors and not grammar.is_passive(c.token) and _is_nobodys(c.token, r):
        s -= 0.25  # "we flew in", "fly in": nobody is named
    if r.sentences[c.verb.i].asks:
        s -= 0.3
    participle = c.token.dep_ in grammar.REDUCED and c.token.tag_ in {"VBN", "VBG"}
    aside = (c.token.dep_ in grammar.RELATIVE | {"advcl"} or participle) and c.type == "other"
    if aside and not c.noun and c.token.lemma_ not in r.lexicon.happenings:
        s -= 0.15  # "Kavan, who lived in London in 1968", "problems tied to its launch in April"
    return s


def _is_gerund(token: Token) -> bool:
    """Whether an -ing form serves another word, itself or as the second of two."""
    if token.tag_ != "VBG" or grammar.auxiliaries(token):
        return False
    return token.dep_ in GERUND or (token.dep_ == "conj" and bool(grammar.case(token)))  # "and with violating"


def _is_scene(token: Token) -> bool:
    """Whether a verb paints what was going on meanwhile: "was heating", not "is heating"."""
    return token.tag_ == "VBG" and any(a.lower_ in {"was", "were"} for a in grammar.auxiliaries(token))


def _for_place_in_story(c: Candidate, r: Story) -> float:
    """The news stands first: what the opening sentence tells as its main matter deserves its entry."""
    s = 0.0
    timeless = c.status.value == "generic" or c.status.standing
    if r.sentences[c.token.i].start == r.lead and not timeless:
        s += 0.15 if _is_main(c, r) or c.token.dep_ in {"ccomp", "xcomp"} or c.noun else 0
    if _is_news(c, r):
        s += 0.2
    if c.token.dep_ == "ccomp" and c.status.said_by is not None and c.reported:
        s += 0.15  # "nine banks said yesterday that they had repaid": the saying's day is the news's
    if r.sentences[c.token.i].start > r.opening and not _is_dated_in_sentence(c, r):
        # further down the past is the background's as often as the day's
        s -= {"published": 0.25, "inherited": 0.15}.get(c.when.basis, 0)
    return s


def _is_dated_in_sentence(c: Candidate, r: Story) -> bool:
    """Whether the words of an event's date stand in its own sentence."""
    words = r.sentences[c.token.i].words
    return any(x.id == c.when.time and words.start <= x.start < words.end for x in r.timed.values())


def _is_news(c: Candidate, r: Story) -> bool:
    """Whether a clause of the opening sentence is what the article is there to tell."""
    if c.noun or r.sentences[c.token.i].start != r.lead or c.status.background or c.status.foreseen:
        return False
    if c.status.standing:
        return False
    if c.status.value in {"possible", "conditional", "generic"} or not _names_something(c, r):
        return False
    lemma = c.token.lemma_.lower()
    if lemma in (r.lexicon.reporting | r.lexicon.empty) - r.lexicon.strong and c.partner is None:
        return False
    head = c.token.head
    if c.token.dep_ == "ROOT" or (c.token.dep_ == "conj" and head.dep_ == "ROOT"):
        return True
    said = c.token.dep_ in {"ccomp", "parataxis"} and head.lemma_.lower() in r.lexicon.reporting
    due = c.token.dep_ == "xcomp" and head.lemma_.lower() in r.lexicon.status["planned_adjectives"] | r.lexicon.empty
    return head.dep_ == "ROOT" and (said or due)


def _names_something(c: Candidate, r: Story) -> bool:
    """Whether a clause is of somebody, or does something to something: "optimism prevails" is neither."""
    if grammar.is_passive(c.token):
        return bool(c.actors)
    start = r.sentences[c.token.i].start  # a capital there is anybody's
    proper = any(t.pos_ == "PROPN" and t.i > start for t in grammar.subjects(c.token))
    return not _is_nobodys(c.token, r) and bool(c.actors or proper or grammar.objects(c.token))


def _for_telling(c: Candidate, r: Story) -> float:
    """What an event without a date of its own loses for being told in passing, as background or in a side clause."""
    s = 0.0
    lead = r.sentences[c.token.i].start == r.lead
    heavy = r.lexicon.weight[c.type] >= ON_CALENDAR
    named = len(set(c.actors)) > 1
    if c.status.background:
        s -= 0.2
    if c.in_passing and not (c.status.arranged and c.status.value == "planned"):
        met = c.type in {"meeting", "talks", "visit"}  # "said after talks with Mali": the news itself
        s -= 0 if named and met and c.when.basis != "none" else 0.2 if met or lead else 0.3  # named in passing
    if not c.noun and (c.token.dep_ in grammar.RELATIVE | {"acl", "amod"} or _is_bare_participle(c.token)):
        s -= 0.25
    side = c.token.dep_ in {"ccomp", "xcomp", "advcl"}
    if not c.noun and c.when.basis == "published" and side and not heavy and not lead:
        s -= 0.1
    return s


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
    # "Talks", "Private meetings": an entry that tells nobody anything
    mute = len(c.title.split()) < 2 or (c.noun and titles.is_bare(c.title, c.top, r.names))
    light = c.type in {"other", "statement"} or c.when.basis != "explicit"
    unfit = (
        not mute
        and not c.noun
        and (  # of what the tagger takes for a verb, "@", there may be no title at all
            titles.is_misread(c.title, c.verb, r.names) or (light and titles.is_stub(c.title, c.verb, r.names))
        )
    )
    if c.kind == "headline" or not c.primary or c.content or mute or unfit:
        s = min(s, UNDER)
    return round(max(0.0, min(1.0, s)), 2)


def is_content(c: Candidate, at: dict[int, Candidate], r: Story) -> bool:
    """Whether an event without a date of its own is what another on the calendar agrees, vows or announces."""
    above = at.get(c.verb.head.i)
    if c.when.basis == "explicit" or (_is_dated(c) and (above is None or above.token.lemma_ not in r.lexicon.strong)):
        return False
    if not _is_dated(c) and c.status.value not in {"planned", "hoped", "denied"}:
        return False
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
