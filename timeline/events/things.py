"""Times that say which thing is meant, or what it is worth, rather than when something happened."""

from __future__ import annotations

from datetime import timedelta
from itertools import takewhile

from spacy.tokens import Span, Token

from timeline.events import grammar
from timeline.events.reported import is_telling
from timeline.events.story import Candidate, Story
from timeline.model import TimeExpression

A_MONTH = 31  # days
COMES_OUT = timedelta(120)  # figures of a stretch come out by then
BESIDE = 2  # characters between hours and the days that they are of
CHANGE = 5  # tokens that may tell of a change: "a 74% increase"
FIRST_SINCE = 10  # tokens between "first" and "since": "the first woman to lead the party since"
BEFORE_A_NOUN = {"compound", "amod", "nummod", "nmod", "nmod:unmarked", "nmod:poss"}


def dates_a_thing(span: Span, x: TimeExpression, at: dict[int, Candidate], r: Story) -> bool:
    """Whether a time dates no event: "the 2000 Games", "the events of last week", "up from 4% in May"."""
    return (
        _stands_before(span, x, at, r)
        or _is_beside_the_deed(span, at, r)
        or _tells_which(span, x, at, r)
        or _is_told_of(span, x, r)
        or _is_anothers_whole(span, x, r)
        or _ends_a_period(span, r)
        or _is_compared_with(span, r)
        or _is_of_a_change(span, r)
        or _is_planned_since(span, r)
        or _are_hours(x, r)
        or _is_set_for(span.root, at, r)
        or _only_measures(span, x, at, r)
        or _is_of_another(span, r)
        or _is_a_feast_to_come(span, x, r)
    )


def names_a_thing(span: Span, x: TimeExpression, r: Story) -> bool:
    """Whether a time says what something is, beside when: "Independence Day parade", "first visit since 1990"."""
    return is_measured_from(span, r) or _is_a_feast_of(span, x, r)


def _is_a_feast_of(span: Span, x: TimeExpression, r: Story) -> bool:
    """Whether a noun is called by a feast: "Independence Day celebrations"."""
    head = span.root
    return x.rule in r.lexicon.dating["feasts"] and head.dep_ == "compound" and head.head.i >= span.end


def _is_a_feast_to_come(span: Span, x: TimeExpression, r: Story) -> bool:
    """Whether a feast by which is called what was done is of another year: "watched the Easter parade on Monday"."""
    told = r.published.until
    if told is None or x.first is None or x.first < told or not _is_a_feast_of(span, x, r):
        return False
    over = next((t for t in grammar.chain(span.root) if grammar.is_verb(t)), span.root)
    return grammar.tells(over) and grammar.is_past(over)


def length(x: TimeExpression) -> int:
    """Days of a stretch; one that is open is longer than all."""
    return (x.until - x.first).days if x.first is not None and x.until is not None else 10**6


def _stands_before(span: Span, x: TimeExpression, at: dict[int, Candidate], r: Story) -> bool:
    """Whether a long stretch before a noun only says which is meant: "the 11th century temple", "the 2000 Games"."""
    head = span[-1]  # of "the 11th century": "the" may hang on the temple
    noun = head.head
    if (
        x.type != "DATE"
        or (length(x) <= A_MONTH and noun.pos_ != "PROPN")  # but "the Sept. 11 Fund"
        or noun.i < span.end
        or noun.i in at
        or noun.pos_ not in {"NOUN", "PROPN"}
    ):
        return False
    if head.dep_ not in BEFORE_A_NOUN or grammar.case(head):
        return False
    if any(t.i in at for t in takewhile(lambda t: not grammar.is_verb(t), grammar.chain(noun))):
        return False  # "the 3 May Lake Karhu fire"
    above = grammar.case(noun).split(" ")[0]  # "at the 2015 congress": an occasion after all
    words = r.lexicon.dating
    if noun.dep_ in grammar.SUBJECT and not above and noun.head.lemma_.lower() in r.lexicon.changes:
        return False  # "third-quarter profit fell 22%": it is that quarter's
    if is_teller(noun, r):
        return False  # "a 2014 inquiry found that crews had been threatened"
    scene = above in words["at_occasions"] or (above in words["scenes"] and noun.lemma_.lower() in words["told_in"])
    return not scene and not (above and noun.dep_ in grammar.SUBJECT)


def is_teller(noun: Token, r: Story) -> bool:
    """Whether a noun is what told something then: "a 2014 report said that", "a May study warned of storms"."""
    verb = noun.head
    tells = noun.dep_ in grammar.SUBJECT and not grammar.case(noun) and grammar.tells(verb)
    return tells and is_telling(verb, r.lexicon) and bool(grammar.children(verb, {"ccomp"}))


def _is_beside_the_deed(span: Span, at: dict[int, Candidate], r: Story) -> bool:
    """Whether a day before a noun is that of what is only told about: "apologised over yesterday's words".

    It is the deed's own where that noun is its scene or its subject, or an object that it does not just speak of.
    """
    head, words = span[-1], r.lexicon
    noun = head.head
    if noun.i < span.end or noun.i in at or noun.pos_ not in {"NOUN", "PROPN"} or head.dep_ not in BEFORE_A_NOUN:
        return False
    above, deed = grammar.case(noun).split(" ")[0], at.get(noun.head.i)
    if above:
        around = (
            words.dating["scenes"] | words.dating["at_occasions"] | words.dating["setting_off"] | words.openings.keys()
        )
        arrives = deed is not None and deed.type in {"visit", "meeting", "talks"}  # "travelled to Sunday's game"
        return above not in around | words.dating["upon"] and not arrives
    return noun.dep_ in grammar.OBJECT and deed is not None and deed.type == "statement"


def _tells_which(span: Span, x: TimeExpression, at: dict[int, Candidate], r: Story) -> bool:
    """Whether a time belongs to a noun that is no event: "the events of the past six months", "a budget for 2010"."""
    time = span.root
    noun = time.head
    if noun.tag_ == "JJS" and grammar.case(time) == "of" and noun.i < span.start and length(x) > A_MONTH:
        return True  # "the worst of the 20th century"
    if time.dep_ != "nmod" or noun.pos_ not in {"NOUN", "PROPN"} or noun.i >= span.start or noun.i in at:
        return False
    if noun.i in r.timed or noun.lemma_.lower() in r.lexicon.dating["parts"] | r.lexicon.dating["units"]:
        return False  # "the night of 3 May"
    inside = takewhile(lambda t: not grammar.is_verb(t), grammar.chain(noun))
    if any(t.i in at and t.head.lemma_.lower() in r.lexicon.dating["setting"] for t in inside):
        return False  # "called a meeting of its members for Wednesday"
    apart = noun.head.dep_ in grammar.SUBJECT and any(t.text == "," for t in span.doc[noun.head.i : noun.i])
    if apart and r.lexicon.openings.get(grammar.case(time)) == "from_start":
        return True  # "the envoy, in Cairo since Saturday, left on Sunday"
    lasts = grammar.case(time) in r.lexicon.dating["lasting_to"] and length(x) > A_MONTH  # "a contract until 2028"
    made = grammar.case(time) in r.lexicon.dating["made"] and not x.parts and noun.dep_ not in grammar.SUBJECT
    lasts = lasts or (made and noun.lemma_.lower() not in r.lexicon.dating["told_in"])  # "a poster from 1989"
    return lasts or grammar.case(time) in r.lexicon.dating["of_things"]


def _is_of_another(span: Span, r: Story) -> bool:
    """Whether a time is that of what somebody else does whose verb is left out: "… and Peru another in November"."""
    i = span.start - 1
    i -= r.doc[i].pos_ == "ADP"
    if i <= span.sent.start or (r.doc[i].lower_ not in r.lexicon.dating["one_more_of_it"] and r.doc[i].pos_ != "NUM"):
        return False
    who = i = i - 1
    while i > span.sent.start and i in r.mention:
        i -= 1
    return i < who and r.doc[i].lower_ in r.lexicon.dating["gapped_by"]


def _is_told_of(span: Span, x: TimeExpression, r: Story) -> bool:
    """Whether figures are told for a long stretch: "reported a loss for the third quarter".

    Or in one that has just ended: "posted a loss in the third quarter" is of the day of telling.
    """
    time = span.root
    lemma, words, ends = time.head.lemma_.lower(), r.lexicon.dating, r.lexicon.period_verbs
    if length(x) <= A_MONTH:
        return False
    if lemma in ends and not grammar.case(time):
        time = time.head if grammar.case(time.head) else time.head.head  # "for the year ended 31 March"
    under = grammar.case(time)
    if lemma in words["reckoning_figures"] and under in words["scenes"]:
        before = span.doc[max(span.sent.start, span.start - 4) : span.start]
        return any(
            t.like_num or t.text in {"$", "%", "£", "€"} for t in before
        )  # "put the losses at $5 billion in 2008"
    if lemma in words["telling_figures"] and under in words["of_things"]:
        return True
    verb = next((t for t in grammar.chain(time) if grammar.is_verb(t) and t.lemma_.lower() not in ends), None)
    joined = [t for t in grammar.children(verb, {"conj"}) if t.i < span.start] if verb is not None else []
    verb = joined[-1] if joined else verb  # "hired (advcl) a bank and reported a loss for the quarter ended (advcl)"
    if verb is None or verb.lemma_.lower() not in words["telling_figures"]:
        return False
    told = under in words["of_things"] or (under in words["scenes"] and _has_just_ended(x, r))
    return told and any(_is_result(t, r) for t in grammar.objects(verb))


def _is_anothers_whole(span: Span, x: TimeExpression, r: Story) -> bool:
    """Whether a time is only what another is a part of: "2010" of "the first nine months of 2010"."""
    part = r.timed.get(span.root.head.i)
    if part is None or part.end > x.start or grammar.case(span.root) not in r.lexicon.dating["of_things"]:
        return False
    if part.first is None or part.until is None or x.first is None or x.until is None:
        return False
    return x.first <= part.first and part.until <= x.until


def _has_just_ended(x: TimeExpression, r: Story) -> bool:
    """Whether figures of a stretch come out about now."""
    told = r.published.first
    return told is not None and x.until is not None and x.until <= told <= x.until + COMES_OUT


def _is_result(noun: Token, r: Story) -> bool:
    """Whether a noun is what a firm tells of its business: "a loss", "a 4% fall in sales", "$3 million"."""
    results = r.lexicon.title["results"] | r.lexicon.title["figures"]
    return any(
        t.lower_ in results or t.lemma_.lower() in results or t.text in {"$", "%", "£", "€"} for t in noun.subtree
    )


def is_measure(since: Token, r: Story) -> bool:
    """Whether a "since" only says how long something had not been: "met for the first time since 2009"."""
    words = r.lexicon
    if words.openings.get(since.lower_) != "from_start":
        return False
    for i in range(since.i - 1, max(since.sent.start - 1, since.i - FIRST_SINCE), -1):
        t = r.doc[i]
        amount = t.lower_ in words.title["amounts"]  # "most have left since", but "fell the most since"
        if t.lower_ in words.dating["firsts"] or (t.tag_ in grammar.SUPERLATIVES and not amount):
            return True
        if amount and t.i == since.i - 1 and r.doc[i - 1].lower_ in grammar.WORDS["the"]:
            return True
        if t.is_punct or t.tag_ in grammar.FINITE | {"VBN"}:
            break
    clauses = (t.head for t in grammar.chain(since) if t.dep_ in grammar.RELATIVE and t.head.i < since.i)
    times = (
        n for n in clauses if n.lemma_.lower() in words.dating["times"]
    )  # "the first time that they have met since"
    return any(c.lower_ in words.dating["firsts"] for n in times for c in n.children)


def _only_measures(span: Span, x: TimeExpression, at: dict[int, Candidate], r: Story) -> bool:
    """Whether a time says how long something had not been, or how often it was: "for the second time this year".

    "Met for the first time since 2009", "his first visit since the fall (no event here) of the king in 2009".
    """
    if is_measured_from(span, r):
        return True
    before = r.doc[span.start - 1] if span.start > span.sent.start else None
    if before is not None and before.lemma_.lower() in r.lexicon.dating["times"] and _goes_on(x, r):
        return any(t.lower_ in r.lexicon.dating["firsts"] for t in before.children)
    nouns = takewhile(lambda t: t.pos_ == "NOUN" and t.i not in at, grammar.chain(span.root))
    return any(is_measure(m, r) for n in nouns for m in grammar.children(n, {"case"}))


def is_measured_from(span: Span, r: Story) -> bool:
    """Whether a time only says since when something had not been: "the first visit since 2009"."""
    return span.start > span.sent.start and is_measure(r.doc[span.start - 1], r)


def _goes_on(x: TimeExpression, r: Story) -> bool:
    """Whether a long stretch is not over by the article: "this year"."""
    told = r.published.first
    return told is not None and x.first is not None and x.first <= told and length(x) > A_MONTH


def _ends_a_period(span: Span, r: Story) -> bool:
    """Whether a day only ends the stretch that something is told of: "a loss for the three months ended 30 June"."""
    verb, words = span.root.head, r.lexicon
    if span.start > span.sent.start + 1 and grammar.case(span.root) in words.dating["extended_to"]:
        period = span.doc[span.start - 2]  # "in the three months to September", not "put off by two weeks to 3 May"
        moved = grammar.case(period) == "by" and period.head == verb and grammar.is_verb(verb)
        return period.lemma_.lower() in words.periods and not moved
    if verb.i >= span.start or verb.lemma_.lower() not in words.period_verbs:
        return False
    return verb.i > verb.sent.start and verb.nbor(-1).lemma_.lower() in words.periods


def _is_set_against_another(against: Token) -> bool:
    """Whether an amount stands before an "against", as in "$27 million, against $13 million a year ago"."""
    return any(t.pos_ == "NUM" or t.like_num for t in against.doc[against.sent.start : against.i])


def _is_compared_with(span: Span, r: Story) -> bool:
    """Whether a time is of an amount that another is set against: "up from $4 million in the year-ago period"."""
    words, amount = r.lexicon.dating, False
    for i in range(span.start - 1, max(span.sent.start, span.start - 16) - 1, -1):
        t = span.doc[i]
        if t.lower_ in grammar.WORDS["so_from"]:
            return False  # "to 4 percent from 7 percent effective July 1"
        since = i == span.start - 1 and r.lexicon.openings.get(t.lower_) == "from_start"
        if since and i > span.sent.start and _is_amount(span.doc[i - 1], r):
            return any(w.lower_ in words["moved"] for w in span.doc[max(span.sent.start, i - 4) : i - 1])
        if t.lower_ in words["compared"] and t.head.i not in r.mention:  # "extended its ban against Chad by six months"
            if i == span.start - 1 and _ends_a_change(span.doc[max(span.sent.start, i - CHANGE) : i], r):
                return True  # "down five points from last month", "a 74% increase from a year earlier"
            if t.lower_ in grammar.WORDS["opposing"] and not _is_set_against_another(t):
                return False  # "will vote on sanctions against two firms on Friday"
            risen = i == span.start - 1 and i > span.sent.start and _is_amount(span.doc[i - 1], r)
            if risen and _is_of_what_comes(span, r):
                return False  # "will rise by 4 percent from 1 June"
            return amount or risen or t.tag_ == "VBN"  # "grew 19% from a year ago"
        if t.lower_ in words["measured"] and i > span.sent.start:  # "fewer than in 2012", not "as early as in May"
            first = span.doc[i + 1]
            if t.nbor(-1).tag_ in {"JJR", "RBR"} and span[-1].head.i >= span.end:
                return True  # "greater than the 1979 leak"
            under = first.pos_ == "ADP" and first.dep_ != "fixed"  # not "as of January 2015"
            other = under or (amount and (first.pos_ == "DET" or first.lower_ in words["times_as_much"]))
            return i + 1 < span.start and other and t.nbor(-1).lower_ not in words["how_soon"]
        if t.text == ";" or (t.pos_ in {"VERB", "AUX"} and not (t.tag_ == "VBN" and amount)):
            return False  # but "from an estimated $4 million this year"
        amount = amount or t.like_num or t.text in {"$", "%", "£", "€"}
    return False


def _ends_a_change(before: Span, r: Story) -> bool:
    """Whether words end by how much something has changed: "down five points", "a 74% increase"."""
    changed = any(
        t.lower_ in r.lexicon.dating["moved"] or (t.pos_ == "NOUN" and t.lemma_.lower() in r.lexicon.changes)
        for t in before
    )
    return (
        changed
        and any(t.like_num or t.text in {"$", "%", "£", "€"} for t in before)
        and not any(t.pos_ == "VERB" for t in before)
    )


def _is_of_what_comes(span: Span, r: Story) -> bool:
    """Whether a time is under a verb that tells what will be."""
    verb = next((t for t in grammar.chain(span.root) if grammar.is_verb(t)), None)
    if verb is None:
        return False
    modals = r.lexicon.status["modals_planned"]
    return grammar.has_to(verb) or any(a.lower_ in modals for a in grammar.auxiliaries(verb))


def _is_of_a_change(span: Span, r: Story) -> bool:
    """Whether a time is where a change is measured from: "rose to $37, a drop of $2 since Wednesday's close"."""
    words = r.lexicon
    above = span.root
    for noun in takewhile(lambda t: not grammar.is_verb(t), grammar.chain(span.root)):
        if noun.i >= span.start or noun.lemma_.lower() not in words.changes or noun.pos_ != "NOUN":
            above = noun
            continue
        from_then = (
            grammar.case(above) in words.dating["compared"] or words.openings.get(grammar.case(above)) is not None
        )
        return from_then and any(t.like_num or t.text in {"$", "%", "£", "€"} for t in noun.subtree if t.i < span.start)
    return False


def _is_planned_since(span: Span, r: Story) -> bool:
    """Whether a time says for how long something has been planned: "the trip has been planned since May"."""
    verb, words = span.root.head, r.lexicon
    if words.openings.get(grammar.case(span.root)) != "from_start" or not grammar.is_passive(verb):
        return False
    return verb.lemma_.lower() in words.status["planned_passive"] | words.status["hoped_verbs"]


def _are_hours(x: TimeExpression, r: Story) -> bool:
    """Whether a time is the hours of days that come again and again: "is open from 9 a.m. to 5 p.m. on Mondays"."""
    if x.type != "TIME" and not x.parts:
        return False
    again = (o for o in set(r.timed.values()) if o.type == "SET" and 0 < o.start - x.end <= BESIDE)
    return any(not r.article.text[x.end : o.start].strip(" ,") for o in again)


def _is_amount(t: Token, r: Story) -> bool:
    return t.like_num or t.text == "%" or t.lower_ in r.lexicon.title["counting"]


def _is_set_for(time: Token, at: dict[int, Candidate], r: Story) -> bool:
    """Whether a day is what a verb sets, for something that is no event here: "set 25 February for their return"."""
    verb = time.head
    if verb.lemma_.lower() not in r.lexicon.dating["appointing"] or grammar.case(time):
        return False
    if any(o.i not in r.timed for o in grammar.objects(verb)):
        return False  # "named Monday a new premier"
    things = [n for preposition, n in grammar.obliques(verb, r.timed) if preposition in r.lexicon.dating["set_for"]]
    if any(c.i in at and grammar.case(c) in r.lexicon.dating["set_for"] for c in grammar.children(verb, {"advcl"})):
        return False  # "named 3 May as the day for closing it"
    things = [n for n in things if n.lemma_ not in grammar.WORDS["days_set"]] or things
    return bool(things) and not any(n.i in at for n in things)
