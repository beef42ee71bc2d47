"""Whether what an event tells is whole enough for an entry of the calendar."""

from __future__ import annotations

from timeline.events import fit, grammar
from timeline.events.identity import AHEAD
from timeline.events.matter import is_definite
from timeline.events.story import Candidate, Story
from timeline.events.telling import is_long, is_main, is_of_days, lemma_of
from timeline.events.titles import is_plain
from timeline.events.triggers import tells_of_an_occasion

ALONE = 4  # words of a title that say too little where nobody and nothing in it has a name: "Boy admitted to hospital"


def is_mute(c: Candidate, r: Story) -> bool:
    """Whether a title tells nobody anything: "Talks", "Private meetings"."""
    return len(c.title.split()) < 2 or (c.noun and fit.is_bare(c.title, c.top, r.names))


def only_happens(c: Candidate, r: Story) -> bool:
    """Whether a known occasion is only said to happen, nobody says when or where: "as the attack took place".

    Or so long after another: "the vote came a day after rebels shut the road".
    """
    if not c.noun or c.has_own_date or c.place is not None or c.support is None:
        return False
    happens = tells_of_an_occasion(c.support, r.lexicon) or c.support.lemma_.lower() in r.lexicon.dating["comes"]
    return happens and is_definite(c.top, r.lexicon) and is_plain(c.top, r.names)


def is_unfit(c: Candidate, r: Story) -> bool:
    """Whether a clause's title shows a misreading, lacks what its verb wants, or tells of nobody and no known thing."""
    if c.noun or not c.title:
        return not c.noun  # of what the tagger takes for a verb, "@", there may be no title at all
    if fit.is_misread(c.title, c.verb, r.names):
        return True
    plain = c.type in {"other", "statement"}
    known = is_of_a_known_thing(c, r)
    light = plain or not c.has_own_date or c.status.value == "denied"
    little = fit.says_little(c.title, c.verb, r.names) and not known
    anothers = c.partner is not None and not c.partner.noun  # "was to vote on it, but the chairman put it off to May"
    runs = lemma_of(c, r.lexicon) in r.lexicon.dating["lasting_on"] and c.status.value in AHEAD
    says = lemma_of(c, r.lexicon) in r.lexicon.dating["due_to_say"] and c.status.value == "planned"
    anothers = anothers or says or (runs and c.partner is not None)  # "the hearings will run from 9 June"
    if light and (little or (fit.is_stub(c.title, c.verb, r.names) and not anothers)):
        return True
    told = r.sentences[c.token.i].start == r.lead or c.headed or c.status.value != "occurred"
    whole = (len(c.title.split()) > ALONE and c.has_own_date and is_of_days(c)) or goes_its_way(c, r)
    return plain and not (told or whole or known) and fit.is_nameless(c.title, c.verb, r.names)


def is_of_a_known_thing(c: Candidate, r: Story) -> bool:
    """Whether a clause tells on which day something befell a thing of the story: "the leak was halted on 15 July".

    Or from or up to which day it is so: "the border is closed until 9 June".
    """
    words, word = r.lexicon, lemma_of(c, r.lexicon)
    one_end = c.status.value == "ongoing" and (c.when.first is None or c.when.until is None)
    if word in words.changes or not c.near or not c.has_own_date or not (is_of_days(c) or one_end):
        return False
    deed = grammar.is_passive(c.token) and word not in words.empty | words.reporting | words.dating["states"]
    deed = deed or (one_end and bool(grammar.children(c.token, {"cop"})))
    if not deed and (word not in words.happenings or word in words.triggers["phases"]):
        return False
    of_it = (t.lower_ in words.dating["known"] for s in grammar.subjects(c.token) for t in s.children)
    return c.status.value != "denied" and is_main(c, r) and any(of_it)


def goes_its_way(c: Candidate, r: Story) -> bool:
    """Whether an occasion of the story began or ended on a day of its own: "the trial opened on 8 October"."""
    told = c.partner is not None and c.partner.top in grammar.subjects(c.verb)
    return told and c.token.lemma_.lower() in r.lexicon.triggers["phases"] and c.has_own_date and c.near


def is_dated_occasion(c: Candidate, r: Story) -> bool:
    """Whether the day of an occasion is worth knowing, however little is said of it: "the 9 May explosion"."""
    occasion = c if c.noun else c.partner
    if occasion is None or not occasion.noun or c.kind == "headline" or not c.has_own_date:
        return False
    limit = c.time is not None and c.time.rule in r.lexicon.dating["within"]  # "elections within 18 months"
    if not limit and (not c.near or is_long(c)):
        return False
    ahead = c.status.value in {"planned", "cancelled"} or (c.status.value == "possible" and c.status.arranged)
    ahead = ahead or (c.status.value == "hoped" and c.type != "attack")
    if c.title.lower() in r.lexicon.quantities or not (ahead or " " in c.title):
        return False  # "Round": of what? "Earthquake": which?
    struck = c.type == "attack" or lemma_of(occasion, r.lexicon) in r.lexicon.happenings
    return ahead or (struck and c.status.value == "occurred" and is_of_days(c))
