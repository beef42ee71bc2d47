"""Times that cannot be an event's, whatever governs them: by its tense, by its sense, by what stands between."""

from __future__ import annotations

from datetime import timedelta
from itertools import takewhile

from spacy.tokens import Span, Token

from timeline.events import grammar
from timeline.events.identity import AHEAD
from timeline.events.judging import is_done_by_saying
from timeline.events.news import NEWS, measured_from
from timeline.events.status import calling_off
from timeline.events.story import Candidate, Story
from timeline.model import TimeExpression

IN_A_PHRASE = {"ADP", "DET", "NOUN", "PROPN", "ADJ", "NUM", "PART"}
A_DAY = timedelta(1)
SOME_DAYS = timedelta(3)
A_THIRD = timedelta(123)  # of a year


def is_anothers(span: Span, x: TimeExpression, c: Candidate, r: Story) -> bool:
    """Whether a time cannot be an event's, whatever governs it: by its sense, or by what stands between."""
    if c.type == "deadline":
        return False  # "gave them until Friday to leave"
    if span.start > 1 and span.doc[span.start - 1].text == "(" and span.doc[span.start - 2].tag_ == "CD":
        return True  # "adopted resolution 2801 (2016)"
    word = measured_from(c, r)
    if word is not None and span.end <= word.i:
        return True  # "could be done by Sunday, five months after the explosion"
    return _is_beyond(x, c, r) or lasts_on(x, c, r)


def is_out_of_tense(span: Span, x: TimeExpression, c: Candidate, at: dict[int, Candidate], r: Story) -> bool:
    """Whether a past time stands with what is or will be: "it marks a reversal of what they promised last month"."""
    told = r.published.first
    if told is None or x.until is None:
        return False
    since = r.lexicon.openings.get(preposition_before(x, r)) == "from_start"
    if since and x.until <= told and not c.noun and c.status.value in AHEAD:
        return True  # "will keep its ceiling, in place since May"
    if preposition_before(x, r) in r.lexicon.openings:
        return False
    if is_under_its_noun(span.root, c):
        return False
    goes_on = c.verb.tag_ == "VBG" and not any(a.lemma_ == "have" for a in grammar.auxiliaries(c.verb))
    if x.until > told:  # "is looking into two raids in the past four years"
        lately = x.type == "DURATION" and x.first is not None and x.first < told - NEWS and x.until <= told + A_DAY
        return lately and goes_on and not c.noun and _is_present(c.verb) and span.start > c.verb.i
    if grammar.has_to(c.verb) and any(a.lemma_ == "have" for a in grammar.auxiliaries(c.verb)):
        return False  # "is believed to have died on Saturday"
    asked = bool(c.status.cue) and c.status.cue[0].lower_ in r.lexicon.status["asking_marks"]
    if asked and (grammar.has_to(c.verb) or any(a.tag_ == "MD" for a in grammar.auxiliaries(c.verb))):
        return True  # "it was not known on Monday whether they would meet"
    wished = c.status.cue[0] if c.status.cue and c.status.value in AHEAD else None
    if wished is not None and grammar.is_verb(wished) and _is_present(wished) and span.start > _start(wished):
        return True
    if c.noun:
        return False
    finite = c.verb.head if c.verb.dep_ == "xcomp" else c.verb
    perfect = grammar.is_perfect(finite)
    named = named_before(span, at) if perfect else None
    if perfect and (x.until <= told - NEWS or named is not None):
        # "has pleaded guilty to a killing in 2009", "the toll of the blasts Monday has risen"
        return span.start > finite.i + 1 or (named is not None and named.token.i == span.start - 1)
    modals = {a.lower_ for a in grammar.auxiliaries(finite)}
    if modals & r.lexicon.status["modals_planned"]:
        return True
    gone_by = x.until <= told - NEWS and bool(r.lexicon.dating["gone_by"] & set(x.text.lower().split()))
    if gone_by and c.status.value in AHEAD and modals & r.lexicon.status["modals_conditional"]:
        return True  # "said it would look into a killing last year"
    lasts = c.status.standing or goes_on  # "is still considering a request last week"
    return lasts and c.kind == "body" and _is_present(c.verb) and span.start > _start(c.verb)


def is_told_of(span: Span, x: TimeExpression, c: Candidate, at: dict[int, Candidate], r: Story) -> bool:
    """Whether a day long past is that of an occasion that somebody speaks of: "said of the bailout in September".

    So is one of months ago behind what somebody welcomes or condemns: "condemned the raid on the port on 3 March".
    """
    told, lemma = r.published.first, c.token.lemma_.lower()
    if told is None or x.until is None or x.until > told or c.noun or x.rule in r.lexicon.dating["of_deeds"]:
        return False
    if is_done_by_saying(c.verb, r.lexicon):
        return span.start > c.verb.i  # "we condemn the raid on 3 March"
    if lemma in r.lexicon.triggers["valuing"] | r.lexicon.triggers["blaming"] and x.until > told - A_THIRD:
        days_ago = x.until <= told - (SOME_DAYS if any(map(str.isdigit, x.text)) else NEWS)  # not "on Monday"
        return days_ago and any(o.i < span.start for o in grammar.objects(c.verb))
    if x.until > told - NEWS or lemma not in r.lexicon.reporting:
        return False
    named = named_before(span, at)
    return named is not None and named.top in {n for _, n in grammar.obliques(c.verb)}


def is_ahead_of_its_tense(x: TimeExpression, c: Candidate, r: Story) -> bool:
    """Whether a day that lies ahead stands with what happened: "talked about the visit of the envoy in September"."""
    told = r.published.until
    if c.noun or told is None or x.first is None or x.until is None or c.status.cue or c.status.value != "occurred":
        return False
    if _is_moved_to(x, c, r):
        return False  # "pushed the review back to 13 June"
    length = x.type == "DURATION" or x.rule in r.lexicon.dating["within"]
    from_now_on = length and x.first >= told - A_DAY  # "ordered his release within ten days"
    if x.first < told and not (from_now_on and x.until > told):
        return False
    told_now = is_done_by_saying(c.verb, r.lexicon) or c.kind == "item"
    if told_now and preposition_before(x, r) in r.lexicon.dating["lasting_from"]:
        return True  # "endorses the appointment of Kone from 1 June"
    return grammar.is_past(c.verb) and grammar.is_finite(c.verb)


def _is_moved_to(x: TimeExpression, c: Candidate, r: Story) -> bool:
    """Whether a time is the new day, or the old one, of what a verb moves: "put the vote off from 3 May to 9 June"."""
    words, lemma = r.lexicon.dating, c.verb.lemma_.lower()
    off = lemma in words["postponing"] and calling_off(c.verb, r.lexicon.status) is not None
    return (off or lemma in words["shifting"]) and preposition_before(x, r) in words["put_off_to"] | words[
        "put_off_from"
    ]


def is_done(c: Candidate, r: Story) -> bool:
    """Whether somebody did something, and set or moved nothing to a day ahead: "invited them to a dinner next week"."""
    moves = r.lexicon.dating["appointing"] | r.lexicon.dating["setting"] | r.lexicon.dating["shifting"]
    told = c.verb.tag_ == "VBD" or bool(grammar.children(c.verb, grammar.SUBJECT))  # not "…, expected in late May"
    by_somebody = told and not grammar.is_passive(c.verb)
    return by_somebody and c.partner is None and c.type != "deadline" and c.token.lemma_.lower() not in moves


def named_between(c: Candidate, span: Span, near: list[Candidate]) -> Candidate | None:
    """The last occasion that is named between an event's word and a time behind it."""
    named = [o for o in near if o.noun and o.time is None and c.token.i < o.token.i < span.start]
    return named[-1] if named else None


def _is_present(verb: Token) -> bool:
    """Whether a verb is in the present: "hopes", "is expected"."""
    return any(t.tag_ in {"VBZ", "VBP"} and t.lemma_ != "have" for t in (verb, *grammar.auxiliaries(verb)))


def _start(verb: Token) -> int:
    """Index of a clause's subject, or of its verb: what stands before it may date a chronicle's present."""
    return min([verb.i, *(s.i for s in grammar.subjects(verb))])


def looked_forward_to(span: Span, c: Candidate, at: dict[int, Candidate], r: Story) -> Candidate | None:
    """The occasion that somebody looks forward to, where a day stands behind: "look forward to the summit in May"."""
    if c.noun or c.token.lemma_.lower() not in r.lexicon.status["liking_verbs"]:
        return None
    things = [at[n.i] for p, n in grammar.obliques(c.verb) if p == "to" and n.i in at and n.i < span.start]
    return things[0] if things and things[0].time is None else None


def judged(span: Span, c: Candidate, at: dict[int, Candidate]) -> Candidate | None:
    """The occasion that is what somebody condemns, where a day stands behind: "condemned the raid on the port on"."""
    things = [] if c.noun else [at[o.i] for o in grammar.objects(c.verb) if o.i in at and o.i < span.start]
    return things[0] if things and things[0].noun and things[0].time is None else None


def named_before(span: Span, at: dict[int, Candidate]) -> Candidate | None:
    """The occasion in whose phrase a time stands, behind it: "the flood in Lima last week is expected to …"."""
    for t in reversed(span.doc[span.sent.start : span.start]):
        c = at.get(t.i)
        if c is not None and c.noun:
            return c if c.time is None else None
        if t.pos_ not in IN_A_PHRASE and t.dep_ not in {"amod", "compound"}:
            return None
    return None


def _is_beyond(x: TimeExpression, c: Candidate, r: Story) -> bool:
    """Whether a time lies ahead of what was said before: it dates what was said, not the saying."""
    lemma, told = c.token.lemma_.lower(), r.published.until
    if c.noun or told is None or x.until is None or x.until <= told or (x.first is not None and x.first < told - A_DAY):
        return False
    return grammar.tells(c.verb) and lemma in r.lexicon.reporting - r.lexicon.status["planned_verbs"]


def lasts_on(x: TimeExpression, c: Candidate, r: Story) -> bool:
    """Whether what a deed brought about lasts up to a day ahead: "has closed the port until 18 May"."""
    told, words, preposition = r.published.until, r.lexicon.dating, preposition_before(x, r)
    if c.noun:  # "adjourned their talks until 18 May"
        stopped = c.top.dep_ in grammar.OBJECT and c.top.head.lemma_.lower() in words["suspending"]
        return stopped and preposition in words["reaching"] and c.status.value == "occurred"
    if told is None or x.until is None or x.until <= told or not grammar.is_past(c.verb):
        return False
    extended = preposition in words["extended_to"] and c.token.lemma_.lower() in grammar.WORDS["extending"]
    return (extended or preposition in words["reaching"]) and c.status.value == "occurred" and not is_put_off(c, r)


def is_kept_from(x: TimeExpression, c: Candidate, r: Story) -> bool:
    """Whether something is not to be until a day, on which it need not be either: "banned rallies until 18 May"."""
    return c.token.lemma_.lower() in r.lexicon.dating["forbidding"] and lasts_on(x, c, r)


def is_reported(time: Token, c: Candidate, r: Story) -> bool:
    """Whether a time stands in what a verb of saying reports: "says they have been victims for twenty years"."""
    lemma = c.token.lemma_.lower()
    if c.noun or lemma not in r.lexicon.reporting or lemma in r.lexicon.support:
        return False
    path = [time, *grammar.chain(time)]
    return any(x.dep_ == "ccomp" and x.head == c.token for x in path)


def is_over(c: Candidate, r: Story) -> bool:
    """Whether an event's own time lies before the article."""
    told = r.published.first
    return c.time is not None and c.time.until is not None and told is not None and c.time.until <= told


def is_under_its_noun(time: Token, c: Candidate) -> bool:
    """Whether no verb stands between a time and the noun that it would date."""
    above = takewhile(lambda t: not grammar.is_verb(t), grammar.chain(time))
    return c.noun and any(t in {c.token, c.top} for t in (time, *above))


def puts_off(c: Candidate, r: Story) -> Token | None:
    """The word by which an occasion is moved rather than cancelled: "postponed"."""
    moves = r.lexicon.dating["postponing"] | grammar.WORDS["extending"]
    return next((t for t in c.status.cue if t.lemma_.lower() in moves), None)


def is_put_off(c: Candidate, r: Story) -> bool:
    """Whether its own sentence says so of an occasion: "postponed until September"."""
    cue = puts_off(c, r)
    return cue is not None and cue.sent == c.token.sent


def is_put_off_to(x: TimeExpression | None, c: Candidate, r: Story) -> bool:
    """Whether a time is the new one of what is put off: "postponed until June", not "postponed on Monday"."""
    cue = puts_off(c, r)
    if x is None or cue is None or not is_put_off(c, r) or x.start < cue.idx:
        return False
    if preposition_before(x, r) not in r.lexicon.dating["put_off_to"] | r.lexicon.dating["put_off_past"]:
        return False
    between = r.doc[cue.i + 1 : next((i for i, y in sorted(r.timed.items()) if y is x), cue.i + 1)]
    return not any(t.pos_ == "VERB" and t != c.verb for t in between)  # "postponed a summit planned for June"


def is_moved(c: Candidate, r: Story) -> bool:
    """Whether an occasion is put off, or moved to another day otherwise: "brought forward to 3 May"."""
    return is_put_off(c, r) or c.verb.lemma_.lower() in r.lexicon.dating["shifting"]


def goes_on_from(x: TimeExpression, c: Candidate, r: Story) -> bool:
    """Whether something lasts from a time on: "will be shut from Monday", not "will be cut from Monday"."""
    words, time = r.lexicon.dating, c.time_token
    is_so = c.verb.pos_ == "ADJ" and grammar.children(c.verb, {"cop"})
    held = c.partner is not None and c.partner.top not in grammar.children(c.verb, grammar.SUBJECT)  # "hold talks from"
    lasts = is_so or (c.token.lemma_.lower() in words["enduring"] | words["running_on"] and not held)
    if c.noun or not lasts or time is None or not c.verb.is_ancestor(time):
        return False
    before = r.article.text[max(0, x.start - 24) : x.start].lower().split()
    while before and before[-1] in grammar.WORDS["where_due"] | grammar.WORDS["the"]:
        before.pop()
    told = {" ".join(before[-n:]) for n in (1, 2)}  # "as of Friday"
    return bool(told & words["from_a_day"]) and not r.article.text.startswith(" to ", x.end)


def preposition_before(x: TimeExpression, r: Story) -> str:
    """The preposition that a time stands under, by the words before it; "until after" is one."""
    before = r.article.text[max(0, x.start - 24) : x.start].lower().replace("\xa0", " ").split()
    if not before:
        return ""
    if " ".join(before[-2:]) in r.lexicon.dating["how_far"] and len(before) > 2:
        before = before[:-2]  # "until at least 2009"
    several = r.lexicon.openings.keys() | r.lexicon.dating["put_off_past"]
    for words in (" ".join(before[-3:]), " ".join(before[-2:])):
        if words in several and " " in words:
            return words
    found = before[-2] if before[-1] == "the" and len(before) > 1 else before[-1]
    return "" if found in grammar.WORDS["clause_prepositions"] and _opens_its_clause(x, r) else found


def _opens_its_clause(x: TimeExpression, r: Story) -> bool:
    """Whether a time is a noun's in a clause that the preposition opens: "after (mark) the 3 May raid killed nine"."""
    nouns = (t.head for i, y in r.timed.items() if y is x and (t := r.doc[i]).head.i > i and t.head.i not in r.timed)
    return any(n.pos_ in {"NOUN", "PROPN"} and n.dep_ in grammar.SUBJECT for n in nouns)
