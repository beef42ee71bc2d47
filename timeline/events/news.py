"""Whether an event that no words date is what the article reports, and of the article's day."""

from __future__ import annotations

from datetime import timedelta

from spacy.tokens import Token

from timeline.events import grammar
from timeline.events.identity import HAPPENED, is_a_blow, is_known
from timeline.events.story import Candidate, Story

NEWS = timedelta(10)  # what lies within this of the article is its news; what lies further back is told of
UNSAID = "nothing in the text says when"


def why_no_news(c: Candidate, at: dict[int, Candidate], r: Story) -> str:
    """Why an event that nothing dates is not what the article reports, then or shortly before; "" where it is."""
    value = c.status.value
    if value not in HAPPENED | {"denied"} or (value == "denied" and not grammar.is_past(c.verb)):
        return UNSAID
    above = at.get(c.verb.head.i) if c.verb.dep_ == "xcomp" and not c.noun else None
    if c.status.background or (above is not None and grammar.is_pluperfect(above.verb)):
        return "it was before the story, and nothing says when"  # "had forced him to sign"
    if c.kind == "caption" or (value == "denied" and c.status.cue[0].lower_ in r.lexicon.status["never"]):
        return UNSAID  # "were never signed"
    known = c.token.lemma_.lower() in r.lexicon.dating["standing_on"] and c.token.sent.start != r.lead
    if known and any(a.lemma_ == "have" for a in grammar.auxiliaries(c.verb)):
        return "it is told as known, and nothing says when it was"
    if not c.noun and (c.verb.dep_ in {"amod", "compound"} or _tells_which(c.verb, r)):
        return "it only describes"  # "the elected officials", "a letter signed by Berg": no deed of any day
    if c.in_passing and c.top.lemma_.lower() in r.lexicon.dating["lasting"]:
        return "it goes on, and nothing says when it began"
    of_another = c.noun and c.support is None and _is_matter(c, at)
    if of_another or (c.in_passing and not _stands_as_fact(c, r) and len(c.actors) < 2):
        return "it is only named, and nothing says when it was"
    return ""


def _tells_which(verb: Token, r: Story) -> bool:
    """Whether a participle after a noun only says which is meant, past a story's opening sentence."""
    first = verb.head if verb.dep_ == "conj" else verb
    reduced = first.dep_ in grammar.REDUCED and first.tag_ == verb.tag_ == "VBN"
    return reduced and r.sentences[verb.i].start != r.lead


def was_before_a_blow(c: Candidate, at: dict[int, Candidate], r: Story) -> bool:
    """Whether a past was before a blow that is known already: "before the spill, Norway had lifted its ban"."""
    if c.noun or not tells(c):
        return False
    before = (at[n.i] for p, n in grammar.obliques(c.verb) if r.lexicon.openings.get(p) == "until_start" and n.i in at)
    return any(o.noun and is_known(o, r) and is_a_blow(o, r) for o in before)


def is_aside(c: Candidate, r: Story) -> bool:
    """Whether a clause tells of what happened at any time before: "who signed it", "planted by rebels", "has built"."""
    if c.noun:
        return False
    if is_told_by_who_did_it(c, r) or is_reckoned_from_nothing(c, r):
        return True
    participle = c.verb.dep_ in grammar.REDUCED and c.verb.tag_ == "VBN"
    perfect = c.status.value == "occurred" and any(a.lemma_ == "have" for a in grammar.auxiliaries(c.verb))
    return participle or (c.verb.dep_ in grammar.RELATIVE and tells(c)) or (perfect and c.token.sent.start > r.opening)


def _is_matter(c: Candidate, at: dict[int, Candidate]) -> bool:
    """Whether it is only what another is about, or what a thing is of: "talks on a truce", "terms of a pact"."""
    above = grammar.governor(c.top)
    if above is None or grammar.case(c.top) not in {"on", "about", "of", "for"}:
        return False
    told = at.get(above.i)
    return told.noun if told is not None else above.pos_ == "NOUN" and grammar.case(c.top) == "of"


def why_elsewhere(c: Candidate, r: Story) -> str:
    """Why an event is of another time than the news, "" where it is not: "a month after he was kidnapped"."""
    if c.unplaced is not None:
        return "its words say when, and not on which days"
    if not c.noun and tells(c):
        words = r.lexicon.dating
        if c.token.lower_ in words["lives"] and r.sentences[c.token.i].start != r.lead:
            return UNSAID  # "he was born in Lima"
        if c.token.lemma_.lower() in words["states"] | words["holding_power"] and takes_time(c.verb, r):
            return UNSAID  # "he served in Gao for 15 months", "led the party for ten years"
        lengths = (t for t in c.verb.children if t.i in r.timed and r.timed[t.i].rule in words["in_years"])
        if any(grammar.case(t) in words["throughout"] for t in lengths):
            return UNSAID  # "was ruled from Lima for centuries"
    if not c.noun and any(n.lemma_.lower() in r.lexicon.dating["eves"] for _, n in grammar.obliques(c.verb)):
        return "it was on the eve of something whose day is not told with it"
    if measured_from(c, r) is not None:
        return "something else is counted from it, and nothing says when it was"
    reckoned = c.counted is not None or is_reckoned_from_nothing(c, r)
    earlier = c.counted is not None and c.counted.count < 0 and tells(c)  # "fled a week before the war began"
    reckoned = earlier or (reckoned and c.token.sent.start > r.opening)
    return "it is counted from something without a day" if reckoned else ""


def takes_time(verb: Token, r: Story) -> bool:
    """Whether a verb's words say how long something took: "spent three weeks in port"."""
    below = [
        t for t in verb.children if t.i in r.timed and r.timed[t.i].type == "DURATION" and r.timed[t.i].first is None
    ]
    return any(not grammar.case(t) or grammar.case(t) in r.lexicon.dating["throughout"] for t in below)


def tellers(c: Candidate, r: Story) -> list[Token]:
    """The verbs of saying whose content a clause is: "said that troops had entered", "…, he said"."""
    told = [grammar.teller(c.verb, r.lexicon.status["claim_nouns"])]
    joined = [c.verb.head] if c.verb.dep_ == "conj" else []
    told += [t for v in (c.verb, *joined) for t in grammar.children(v, grammar.SAYING)]
    return [t for t in told if t is not None and t.lemma_.lower() in r.lexicon.reporting]


def is_looked_into(c: Candidate, r: Story) -> bool:
    """Whether a past is what an inquiry or a court hears of: "told the court that he shut it", "the report said …"."""
    words = r.lexicon.dating
    if c.noun or not tells(c) or c.token.lemma_.lower() in words["testifying"]:
        return False
    its_own = any(s.pos_ == "PRON" for s in grammar.subjects(c.verb))  # "the panel said it adopted a rule"
    if its_own and grammar.is_passive(c.verb):
        return False  # "told a court it was committed to pay"
    for verb in (t for t in tellers(c, r) if t.tag_ != "VBG"):  # not "ended its case by saying"
        before = [*grammar.objects(verb), *(n for _, n in grammar.obliques(verb, r.timed))]
        who = [s for s in grammar.subjects(verb) if s.tag_ != "NNS" or s.lemma_.lower() not in words["told_in"]]
        who += [x for s in who for x in grammar.children(s, {"nmod:desc", "appos", "nmod"})]  # "prosecutor Ada Lund"
        if any(t.lemma_.lower() in words["courts"] for t in before):
            return True
        looked_into = any(s.lemma_.lower() in words["looking_into"] for s in who) and not its_own
        if looked_into or verb.lemma_.lower() in words["testifying"]:
            return True
    return False


def is_reckoned_from_nothing(c: Candidate, r: Story) -> bool:
    """Whether a clause lies so long from something that has no day: "days after the rig sank, they asked for aid"."""
    if c.token.lemma_.lower() in r.lexicon.reporting:
        return False
    below = grammar.children(c.verb, grammar.OBLIQUE | {"advcl"})
    below += [y for x in below for y in grammar.children(x, {"acl", "advcl", "nmod"})]
    for m in (m for x in below for m in x.children if m.i > 0 and m.lower_ in r.lexicon.dating["counted_from"]):
        length = m.nbor(-1)
        bare = not any(x.dep_ in {"det", "nummod"} for x in length.children)
        if bare and length.lemma_.lower() in r.lexicon.dating["units"]:
            return True
    return False


def is_told_by_who_did_it(c: Candidate, r: Story) -> bool:
    """Whether somebody tells of his own past, though without quotation marks: "I saw the bridge fall"."""
    if c.token.i in r.speaker or not tells(c) or c.token.lemma_.lower() in r.lexicon.reporting:
        return False
    return any(s.lower_ in r.lexicon.dating["first_person"] for s in grammar.subjects(c.verb))


def measured_from(c: Candidate, r: Story) -> Token | None:
    """The word of counting, where something else is dated by an event: "a month after it suspended its flights"."""
    first = min([c.verb.i, *(s.left_edge.i for s in grammar.subjects(c.verb))])
    words = r.lexicon.dating["counted_from"]
    for i in range(first - 1, max(0, first - 4), -1):
        if r.doc[i].lower_ in words:
            counted = r.doc[i - 1].i in r.timed or r.doc[i - 1].lemma_.lower() in r.lexicon.dating["units"]
            return r.doc[i] if counted else None
    return None


def _stands_as_fact(c: Candidate, r: Story) -> bool:
    """A bare noun that is told of as having been: "after his meeting with Lavrov", "following the attack"."""
    return grammar.case(c.top).split(" ")[0] in r.lexicon.dating["stands_as_fact"]


def is_main(c: Candidate) -> bool:
    """Whether a clause is its sentence's main one, coordinated with it or what it reports, no aside: "…, who met"."""
    return c.verb.dep_ in {"ROOT", "conj", "ccomp", "parataxis"} and c.verb.sent.root in {c.verb, c.verb.head}


def tells(c: Candidate) -> bool:
    """Whether a clause tells the story in the simple past."""
    return not c.status.background and grammar.tells(c.verb)
