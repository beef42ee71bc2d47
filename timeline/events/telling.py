"""How a clause is told: as its sentence's matter or aside, as a scene, of which days."""

from __future__ import annotations

from datetime import timedelta

from spacy.tokens import Token

from timeline.events import grammar
from timeline.events.lexicon import Lexicon
from timeline.events.participants import named
from timeline.events.reported import reporters, said_before
from timeline.events.story import Candidate, Story

GERUND = {"xcomp", "ccomp", "csubj", "obj", "acl", "obl", "advcl", "pcomp"}  # of an -ing form in another word's service
A_THIRD = timedelta(123)  # of a year
A_FORTNIGHT = timedelta(14)
YEARS = timedelta(3 * 366)  # before the article: what is told in passing of then is background


def is_main(c: Candidate, r: Story) -> bool:
    """Whether a candidate's clause is its sentence's main one, beside it, or what that leads to."""
    root = r.sentences[c.verb.i].root
    if is_led_to(c, r) or (c.verb.head == root and grammar.is_what_it_is(c.verb)):
        return True
    if c.verb.dep_ == "ccomp" and c.verb.head == root:
        return said_before(root, r.lexicon) == c.verb  # "The talks failed (ccomp), an envoy said (ROOT)"
    return c.verb.dep_ in {"ROOT", "conj", "parataxis"} and root in {c.verb, c.verb.head, c.verb.head.head}


def is_led_to(c: Candidate, r: Story) -> bool:
    """Whether a sentence is there for what it "comes as": "the move comes as Karhu reported a loss"."""
    words, above = r.lexicon, c.verb.head
    marked = any(m.lower_ in words.dating["leading_up"] for m in grammar.children(c.verb, {"mark"}))
    led = c.verb.dep_ == "advcl" or (c.verb.dep_ == "conj" and above.dep_ == "advcl")
    verb = above.head if c.verb.dep_ == "conj" else above
    marked = marked or (c.verb.dep_ == "conj" and any(m.dep_ == "mark" for m in above.children))
    return led and marked and verb.lemma_.lower() in words.triggers["leading_to"] and verb == r.sentences[verb.i].root


def is_dated(c: Candidate) -> bool:
    """Whether an event has a place in the calendar, if an open one."""
    return c.when.first is not None or c.when.until is not None


def is_gerund(token: Token) -> bool:
    """Whether an -ing form serves another word, itself or as one of several: "for closing the mine and firing men"."""
    if token.tag_ != "VBG" or grammar.auxiliaries(token):
        return False
    if token.dep_ == "conj":
        return bool(grammar.case(token)) or is_gerund(token.head)
    return token.dep_ in GERUND


def takes_office(c: Candidate, words: Lexicon) -> bool:
    """Whether the news says who holds an office from now on: "Anna Lund becomes director", "Moe succeeds her"."""
    if c.noun or c.token.tag_ != "VBZ" or c.token.lemma_.lower() not in words.triggers["taking_office"]:
        return False
    offices = grammar.children(c.token, {"xcomp"}) + grammar.children(c.token, grammar.OBJECT)
    person = any(i.startswith("person:") for i in c.agents)
    return person and any(o.pos_ in {"NOUN", "PROPN", "PRON"} for o in offices) and grammar.negation(c.token) is None


def is_scene(token: Token) -> bool:
    """Whether a verb paints what was going on meanwhile: "was heating", not "is heating"."""
    return token.tag_ == "VBG" and any(a.lower_ in {"was", "were"} for a in grammar.auxiliaries(token))


def is_interrupted(verb: Token, words: Lexicon) -> bool:
    """Whether a scene is there for what then happened: "was heating soup when the shot fell"."""
    below = (x for x in verb.children if x.dep_ == "advcl" and x.i > verb.i)
    return any(m.lower_ in words.dating["moments"] for x in below for m in x.children)


def is_early(c: Candidate, r: Story) -> bool:
    """Whether a sentence after the first still tells the day's news: one of the next few, or the start of another's."""
    start = r.sentences[c.token.i].start
    return r.lead < start <= r.opening or (start > r.lead and r.doc[start].lower_ in r.lexicon.dating["other_news"])


def is_dated_in_sentence(c: Candidate, r: Story) -> bool:
    """Whether the words of an event's date stand in its own sentence."""
    if c.when.time is None:
        return False
    words = r.sentences[c.token.i].words
    tokens = r.doc.char_span(words.start, words.end)
    return any(t.i in r.timed and r.timed[t.i].id == c.when.time for t in tokens or ())


def is_told_first(verb: Token, r: Story) -> bool:
    """Whether a clause is what the opening sentence tells: its main one, one beside that, or what is said in it."""
    if r.sentences[verb.i].start != r.lead:
        return False
    words = r.lexicon
    above = verb.head.lemma_.lower()
    if verb.dep_ == "xcomp" and (above in words.empty or above in words.status["planned_adjectives"]):
        verb = verb.head  # "said it plans to close the yard": the closing is the news
    if verb.dep_ == "conj" and verb.head.dep_ in {"ccomp", "parataxis"} and grammar.children(verb, grammar.SUBJECT):
        verb = verb.head  # "Kos resigned and Lund is stepping in, the firm said"
    said = verb.dep_ in {"ccomp", "parataxis"} and verb.head.lemma_.lower() in words.reporting
    said = said or grammar.is_what_it_is(verb)
    return verb.dep_ == "ROOT" or (verb.head.dep_ == "ROOT" and (verb.dep_ == "conj" or said))


def is_nobodys(verb: Token, r: Story) -> bool:
    """Whether a verb's subject is missing, or a pronoun that stands for nobody known."""
    found = grammar.subjects(verb)
    if not found:
        return verb.i not in r.enacts
    who = found[0].i in r.names.antecedent or found[0].i in r.groups or bool(named(found[0], r))
    known = who or bool(reporters(found[0], r.names))
    return found[0].lower_ in r.lexicon.title["vague"] and not known


def is_bare_participle(verb: Token) -> bool:
    """A participle that tells in passing, whatever the parser calls it: "the agreements reached with Kerry could …"."""
    return (
        verb.tag_ == "VBN"
        and not grammar.auxiliaries(verb)
        and verb.dep_ in {"ccomp", "csubj", "advcl", "dep", "xcomp"}
    )


def lemma_of(c: Candidate, words: Lexicon) -> str:
    """A trigger's lemma, with its particle where the two make news together: "call off"."""
    phrasal = grammar.phrasal(c.token)
    return phrasal if phrasal in words.happenings else c.token.lemma_.lower()


def is_of_days(c: Candidate) -> bool:
    """Whether a date is a third of a year or finer."""
    first, until = c.when.first, c.when.until
    if first is None and c.lender is not None:
        first = c.lender.when.first  # "said on Tuesday that he had met them"
    if until is None and c.time is not None and c.status.value in {"planned", "hoped", "possible"}:
        until = c.time.until  # "could meet as early as Monday"
    return first is not None and until is not None and until - first <= A_THIRD


def is_of_these_days(c: Candidate, r: Story) -> bool:
    """Whether a date lies within a fortnight of the article's."""
    first, told = c.when.first, r.published.first
    return first is not None and told is not None and abs(told - first) <= A_FORTNIGHT


def is_late(c: Candidate, r: Story) -> bool:
    """Whether a date ends within a third of a year before the article."""
    until, told = c.when.until, r.published.first
    return until is not None and told is not None and until >= told - A_THIRD


def is_by_a_day(c: Candidate) -> bool:
    """Whether only the end of a date is known: "by Friday"."""
    return c.when.first is None and c.when.until is not None


def is_vague(c: Candidate) -> bool:
    """Whether a date is none of the calendar's days: "in the coming months"."""
    return (c.when.value or "").endswith("_REF")


def is_long(c: Candidate) -> bool:
    """Whether a date with both its ends is coarser than that."""
    return None not in {c.when.first, c.when.until} and not is_of_days(c)


def goes_on_since_long(c: Candidate, r: Story) -> bool:
    """Whether what a date only begins is of long ago: "the yard has built ferries since 1974"."""
    first, told = c.when.first, r.published.first
    return c.when.until is None and first is not None and told is not None and told - first > A_THIRD


def is_of_long_ago(c: Candidate, r: Story) -> bool:
    """Whether what is told in passing behind the first sentences was years ago: "since the 1991 war"."""
    until, told = c.when.until or c.when.first, r.published.first
    if until is None or told is None or told - until < YEARS or c.headed or r.sentences[c.token.i].start <= r.opening:
        return False
    verb = c.support if c.noun else c.token
    return verb is None or verb.dep_ in grammar.RELATIVE | grammar.REDUCED | {"advcl"}


def is_asked(clause: Token, words: Lexicon) -> bool:
    """Whether a clause is open: "whether he would resign"."""
    return any(m.lower_ in words.status["conditional_marks"] for m in grammar.children(clause, {"mark"}))
