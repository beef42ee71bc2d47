"""How much an event deserves a calendar: its kind, its date, who takes part, how real it is."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from timeline.events import fit, grammar
from timeline.events.entries import ALONE, is_dated_occasion, is_mute, is_unfit
from timeline.events.identity import is_a_blow
from timeline.events.judging import is_done_by_saying
from timeline.events.lexicon import Lexicon
from timeline.events.news import tellers
from timeline.events.participants import named
from timeline.events.sayings import is_attribution, is_saying, reports_a_thing, speaks_of_a_thing
from timeline.events.story import Candidate, Story, is_a_comparison
from timeline.events.telling import (
    goes_on_since_long,
    is_asked,
    is_bare_participle,
    is_by_a_day,
    is_dated,
    is_dated_in_sentence,
    is_early,
    is_gerund,
    is_interrupted,
    is_late,
    is_led_to,
    is_long,
    is_main,
    is_nobodys,
    is_of_days,
    is_of_long_ago,
    is_of_these_days,
    is_scene,
    is_told_first,
    is_vague,
    lemma_of,
    takes_office,
)
from timeline.events.triggers import (
    comes_into_force,
    gives_office,
    is_request,
    judges,
    runs_out,
    tells_of_an_occasion,
)
from timeline.model import ON_CALENDAR

OCCASIONS = {"meeting", "talks", "visit", "vote"}  # planned without a date, they still stand on a calendar
MET = {"meeting", "talks", "visit"}
UNDER = 0.45  # of what is told elsewhere on the same calendar, at most


def salience(c: Candidate, r: Story, actors: int) -> float:
    """How much an event deserves a calendar: the weight of its kind, and what its account earns and costs."""
    amounts = r.lexicon.salience
    s = _weight(c, r) + sum(amounts[reason] for reason in account(c, r, actors))
    return _capped(c, s, r)


def account(c: Candidate, r: Story, actors: int) -> Iterator[str]:
    """What speaks for an entry and against it, by the names that `[salience]` of events.toml gives each its amount."""
    yield from _of_date(c, r)
    yield from _of_people(c, r, actors)
    yield from _of_status(c, r.lexicon)
    yield from _of_words(c, r, actors)
    yield from _of_matter(c, r)
    yield from _of_place(c, r)
    if not c.has_own_date and not c.headed:
        yield from _of_telling(c, r)


def _of_date(c: Candidate, r: Story) -> Iterator[str]:
    if is_dated(c):
        of_its_part = c.lender is not None and c.lender.token.head == c.token and _is_part_of(c.lender, r)
        if c.has_own_date or c.headed or of_its_part:  # "was found abandoned in May"
            yield "own_date" if c.near or of_its_part else "date_nearby"
            ahead = c.status.value in {"planned", "hoped"} and c.actors  # "to pay $5 billion this year"
            lasts = (
                (is_long(c) or goes_on_since_long(c, r))
                and not ahead
                and lemma_of(c, r.lexicon) not in r.lexicon.happenings | r.lexicon.into
            )
            if lasts and not c.noun and not c.headed and c.type == "other" and not _is_step_of_a_life(c, r):
                yield "long_stretch"
            named_by_it = is_of_long_ago(c, r) or (not c.actors and c.type == "other")
            if c.in_passing and is_long(c) and named_by_it:
                yield "long_stretch"  # "especially in the 2003 outbreak of fever", "its part in the 1990 treaty"
            if is_of_long_ago(c, r):
                yield "long_ago"
        elif c.when.basis == "inherited":
            yield "date_nearby" if _shares_a_day(c, r) else "date_lent"
        return
    heavy = r.lexicon.weight[c.type] >= ON_CALENDAR
    news = _is_news(c, r)
    known = heavy or news or c.status.arranged or _is_of_office(c, r) or _is_to_come(c, r)
    somebodys = c.actors or c.noun or news
    settled = c.status.value == "planned" and somebodys and known and not _is_only_mentioned(c, r)
    settled = settled and not _only_lasts(c, r)
    # "will not give free vaccines", "expects to report a loss"
    news_of = c.actors and news and (c.status.value == "denied" or _is_expected(c, r))
    yield "settled_undated" if settled or news_of or c.status.value == "cancelled" else "undated"


def _is_only_mentioned(c: Candidate, r: Story) -> bool:
    """Whether an occasion that is not said to be arranged stands beside what is told: "workers on federal contracts".

    Or is what somebody is to do something about: "agreed to respect an embargo".
    So does a blow: "plans to wind down the war".
    """
    beside = c.support is None and c.top.dep_ in grammar.OBLIQUE and c.type not in OCCASIONS
    if is_a_blow(c, r):
        return c.noun and (c.support is None or not c.status.arranged)  # "is committed to a possible strike"
    done_to = c.support is None and c.top.dep_ in grammar.OBJECT and c.type not in OCCASIONS
    return c.noun and ((not c.status.arranged and beside) or done_to)


def _only_lasts(c: Candidate, r: Story) -> bool:
    """Whether an occasion is only said to go on: "assured him that the truce would hold"."""
    verb = c.support if c.noun else None
    lasts = verb is not None and verb.lemma_.lower() in r.lexicon.dating["lasting_on"]
    return lasts and verb is not None and c.top in grammar.subjects(verb) and not grammar.is_passive(verb)


def _shares_a_day(c: Candidate, r: Story) -> bool:
    """Whether somebody did something on a day of its sentence: "left Karhu in 1996 and bought a rival soon after"."""
    told = c.status.value == "occurred" and grammar.tells(c.token) and is_main(c, r) and bool(c.actors or c.unnamed)
    return told and not c.noun and is_dated_in_sentence(c, r) and _is_done_by_somebody(c, r)


def _is_of_office(c: Candidate, r: Story) -> bool:
    """Whether the day's news tells who will hold an office: "Dag Moe will succeed her"."""
    return not c.noun and is_early(c, r) and c.token.lemma_.lower() in r.lexicon.triggers["taking_office"]


def _is_step_of_a_life(c: Candidate, r: Story) -> bool:
    """Whether somebody did something in a year, as lives are told: "in 1988 she studied in Lima"."""
    states = r.lexicon.dating["states"] | r.lexicon.empty | r.lexicon.changes | r.lexicon.reporting
    done = c.status.value == "occurred" and grammar.tells(c.token) and c.token.lemma_.lower() not in states
    whose = c.actors if grammar.is_passive(c.token) else c.agents
    return done and is_main(c, r) and any(r.names.kind.get(i) == "person" for i in whose)


def _is_expected(c: Candidate, r: Story) -> bool:
    """Whether somebody expects or aims at something, not merely needs it or should have it."""
    wanting = r.lexicon.status["modals_hoped"] | r.lexicon.status["hoped_clauses"]
    return c.status.value == "hoped" and not any(t.lemma_.lower() in wanting for t in c.status.cue)


def _of_people(c: Candidate, r: Story, actors: int) -> Iterator[str]:
    named = set(c.actors)
    if named or actors or _is_deed_of_a_group(c, r):
        yield "several" if len(named) > 1 else "somebody"
    elif not _is_news(c, r):
        yield "nobody" if is_main(c, r) or c.has_own_date or c.unnamed else "nobody_aside"


def _is_deed_of_a_group(c: Candidate, r: Story) -> bool:
    """Whether those without a name did what makes news: "police fired on the crowd", "the rebels freed two"."""
    did = any(p.role == "agent" for p in c.unnamed) and not grammar.is_passive(c.token) and is_main(c, r)
    return did and _makes_news(c, r) and c.status.value == "occurred" and _is_done_by_somebody(c, r)


def _makes_news(c: Candidate, r: Story) -> bool:
    """Whether a deed is of a known kind or makes news by its word alone: "freed two miners", not "met their costs"."""
    return c.type != "other" or lemma_of(c, r.lexicon) in r.lexicon.happenings


def _of_status(c: Candidate, words: Lexicon) -> Iterator[str]:
    value, own_day = c.status.stands, c.has_own_date and c.near
    # "could sail in October", "could come by Friday", "was not held in May"
    told = value in {"possible", "denied"} and own_day and (is_of_days(c) or is_by_a_day(c)) and not is_vague(c)
    marks = {t.lower_ for t in grammar.children(c.verb, {"mark"})}
    if value == "conditional" and own_day and not marks & words.status["conditional_marks"]:  # no "if they leave"
        if not any(t.lower_ in words.status["unless"] for t in c.status.cue):  # settled, but for what may yet come
            yield "conditional_dated"
    elif value == "cancelled" and is_dated(c):
        yield "cancelled_dated"
    elif value in {"generic", "conditional", "possible", "denied", "cancelled"} and not told:
        yield value
    if c.status.standing and not takes_office(c, words) and not (own_day and is_by_a_day(c)):  # "is shut until 9 June"
        yield "standing"


def _of_words(c: Candidate, r: Story, actors: int) -> Iterator[str]:
    """What the form of a candidate's words takes away: participles, questions, nobody's doings."""
    met = c.type in MET and grammar.case(c.token) in {"after", "before"}  # "said after meeting Putin": the news itself
    carried = c.noun and c.light and c.support is not None and c.type not in MET
    if is_gerund(c.support if carried and c.support is not None else c.token) and not met:
        aside = c.token.dep_ == "acl" and c.partner is None and c.status.value == "occurred"
        if not c.has_own_date or grammar.case(c.token) == "from" or aside:
            yield "gerund"
    if not c.noun and c.status.charge:
        yield "charged"
    paper = c.token.head if c.token.dep_ in grammar.REDUCED else c.top  # "according to a report obtained by the Post"
    if grammar.case(paper).startswith("according") or _is_of_a_paper(c, r):
        yield "source"
    told = c.type not in MET and c.status.value in {"occurred", "ongoing", "denied"}
    if told and not c.has_own_date and c.token.i in r.speaker:
        yield "quoted"
    if c.type == "other" and not c.noun and is_scene(c.token):
        yield "interrupted" if is_interrupted(c.token, r.lexicon) else "scene"
    before = [
        a for a in grammar.children(c.verb, {"advmod"}) if a.i < c.verb.i and a.i not in r.timed
    ]  # no day "earlier"
    if any(a.lower_ in r.lexicon.title["before_the_story"] for a in before):
        yield "before_the_story"
    doers = [] if c.noun else grammar.subjects(c.token)
    if doers and all(t.i in r.timed for t in doers):
        yield "done_by_a_time"
    if not c.noun and not actors and not grammar.is_passive(c.token) and is_nobodys(c.token, r):
        done = c.has_own_date and c.near and any(o.pos_ == "NOUN" for o in grammar.objects(c.token))
        if not done:
            yield "nobodys"  # "on Monday it raised the alert" tells of the alert
    if r.sentences[c.verb.i].asks:
        yield "question"
    participle = c.token.dep_ in grammar.REDUCED and c.token.tag_ in {"VBN", "VBG"}
    aside = (c.token.dep_ in grammar.RELATIVE | {"advcl"} or participle) and c.type == "other"
    if c.token.dep_ in grammar.RELATIVE and c.type == "statement" and is_long(c):
        yield "long_ago"  # "who issued several warnings over the past seven years": it says who he is
    if (
        aside
        and grammar.is_verb(c.token)
        and (lemma_of(c, r.lexicon) not in r.lexicon.happenings or _only_began(c, r.lexicon))
        and not (_tells_of_its_day(c, r) or is_led_to(c, r))
    ):
        yield "aside"


def _only_began(c: Candidate, words: Lexicon) -> bool:
    """Whether an aside says since when something goes on that is no occasion: "the list, which began in May"."""
    if c.token.lemma_.lower() not in words.triggers["phases"] or c.token.dep_ not in grammar.RELATIVE | grammar.REDUCED:
        return False
    known = words.nouns.keys() | words.title["diseases"] | words.title["stories"]
    return c.status.value == "occurred" and c.token.head.lemma_.lower() not in known


def _is_of_a_paper(c: Candidate, r: Story) -> bool:
    """Whether a participle only says of which day a text is: "the letter, sent on Monday, says that"."""
    if c.token.dep_ not in grammar.REDUCED or c.token.tag_ != "VBN" or c.status.value != "occurred":
        return False
    by_somebody = any(p in grammar.WORDS["done_by"] for p, _ in grammar.obliques(c.token))
    return c.token.head.lemma_.lower() in r.lexicon.dating["told_in"] and not by_somebody


def _of_matter(c: Candidate, r: Story) -> Iterator[str]:
    """What a clause behind the news costs for its matter: a price, or that somebody says nothing."""
    words, doers = r.lexicon.triggers, [] if c.noun else grammar.subjects(c.token)
    unsaid = grammar.to_do(c.token) if c.token.lemma_.lower() in words["keeping_silent"] else None
    tells_nothing = not c.noun and c.token.lemma_.lower() in words["telling_nothing"] and _does_no_thing(c.token)
    if tells_nothing or (unsaid is not None and unsaid.lemma_.lower() in words["told_of"] | r.lexicon.reporting):
        yield "silent"
    if doers and r.sentences[c.token.i].start != r.lead and _is_of_a_market(c.token, doers, r):
        yield "market"
    if c.time is not None and r.sentences[c.token.i].start != r.lead and is_a_comparison(c.time, r.lexicon):
        yield "compared"
    if not c.noun and c.type == "other" and _is_measured_from(c.token, r):
        yield "compared"
    if is_main(c, r) and c.status.value == "occurred" and _is_denial(c.token, r):
        yield "denial"


def _is_measured_from(verb: Token, r: Story) -> bool:
    """Whether a clause says since when something is the first: "their first talks since Lund took office in May"."""
    marks = [m for m in grammar.children(verb, {"mark"}) if m.lower_ in r.lexicon.title["since_when"] and m.i > 0]
    if not marks or verb.lemma_.lower() in r.lexicon.happenings:
        return False  # "the first flight since the airport was closed"
    first = grammar.children(marks[0].nbor(-1), {"amod"})
    return any(x.lower_ in r.lexicon.status["ordinals"] or x.tag_ in grammar.SUPERLATIVES for x in first)


def _does_no_thing(verb: Token) -> bool:
    """Whether a verb's object is none: "gave no reason"."""
    return any(x.lower_ in grammar.NEGATIONS for o in grammar.objects(verb) for x in o.children)


def _is_denial(verb: Token, r: Story) -> bool:
    """Whether somebody denies what is told there: "Karhu denied that it had paid bribes", not "denied it"."""
    content = [x for x in grammar.children(verb, {"ccomp", "xcomp", *grammar.OBJECT}) if x.i > verb.i]
    told = any(x.pos_ in {"VERB", "NOUN", "AUX", "ADJ"} and x.i not in r.timed for x in content)
    lemma, claims = verb.lemma_.lower(), r.lexicon.status["claim_nouns"]
    outright = lemma in r.lexicon.triggers["denying"] and told
    rejects = lemma in r.lexicon.status["rejecting_verbs"] and any(x.lemma_.lower() in claims for x in content)
    return (outright or rejects) and not grammar.negation(verb)


def _is_of_a_market(verb: Token, doers: list[Token], r: Story) -> bool:
    """Whether a clause tells a price: "Karhu's shares fell", "Karhu closed at $3", not "oil stopped leaking"."""
    words, lemma = r.lexicon.triggers, verb.lemma_.lower()
    amounts = [*grammar.objects(verb), *(n for _, n in grammar.obliques(verb))]
    paid = any(n.tag_ == "$" or n.text == "%" for n in amounts)
    goods = {s.lemma_.lower() for s in doers} & words["on_markets"]
    if goods and goods <= words["commodities"]:
        return paid or lemma in r.lexicon.changes | words["trading"]
    if goods:
        return not (lemma in words["phases"] and grammar.children(verb, {"xcomp"}))  # "its shares began trading"
    firm = any(r.mention.get(s.i, "").startswith("organisation:") for s in doers)
    return firm and lemma in words["trading"] and paid


def _tells_of_its_day(c: Candidate, r: Story) -> bool:
    """Whether a side clause tells what was done or is to be done on a day: "since the virus was found in April"."""
    words = r.lexicon
    lemma = c.token.lemma_.lower()
    if lemma in words.empty or lemma in words.status["planned_passive"] or _only_began(c, words):
        return False  # "pictured in 2015", "a visit planned for May": the day is another's
    past = grammar.is_past(c.token)
    wanted = c.status.value == "hoped" and bool(c.status.cue)  # "expects the sale to be closed by May"
    ahead = (c.status.value == "planned" or wanted) and not (past and c.token.dep_ in grammar.REDUCED)
    since = c.status.value == "ongoing" and c.when.until is None  # "who have been held since May"
    done = (past and (c.status.value == "occurred" or since)) or ahead  # not "families parted by war"
    somewhere = bool(c.actors) or c.place is not None or any(o.i in r.mention for o in grammar.objects(c.token))
    # "before a cap was placed on it on 3 May": whole enough to stand alone
    scene = any(m.lower_ in words.dating["scene_marks"] for m in grammar.children(c.token, {"mark"}))
    formed = (grammar.is_finite(c.token) and not scene) or (ahead and grammar.has_to(c.token))
    whole = formed and any(s.pos_ == "NOUN" and s.i not in r.timed for s in grammar.subjects(c.token))
    whole = whole or (c.token.dep_ in grammar.REDUCED and len(c.title.split()) > ALONE)  # "the cap put on it in May"
    return done and (somewhere or whole) and c.has_own_date and c.near and is_of_days(c)


def _of_place(c: Candidate, r: Story) -> Iterator[str]:
    """The news stands first: what the opening sentence tells as its main matter deserves its entry."""
    timeless = c.status.value == "generic" or c.status.standing
    lead = r.sentences[c.token.i].start == r.lead
    if lead and not timeless and (is_main(c, r) or c.token.dep_ in {"ccomp", "xcomp"} or c.noun):
        yield "opening_sentence"
    if _is_news(c, r) or _is_carried_news(c, r):
        yield "the_news"
    if c.token.dep_ == "ccomp" and c.status.said_by is not None and c.reported:
        yield "reported_with_a_date"
    early = is_early(c, r)
    lent = c.when.basis == "inherited" and is_of_these_days(c, r)
    whose = c.actors or (c.unnamed and _makes_news(c, r))
    news = (lent or c.when.basis == "published") and c.status.value == "occurred" and bool(whose)
    if early and len(set(c.actors)) > 1 and c.status.value == "planned" and _is_of_office(c, r):
        yield "told_early"
    if early and news and is_main(c, r) and _is_done_by_somebody(c, r) and _befell_whom(c, r):
        yield "told_early"
    if _is_told_as_new(c, r):
        yield "told_as_new"
    elif not lead and whose and is_done_by_saying(c.token, r.lexicon):
        yield "done_by_now"
    if not is_dated(c) and _is_to_come(c, r):
        yield "to_come"
    far_down = r.sentences[c.token.i].start > r.lead and not early
    told = is_dated_in_sentence(c, r) or c.headed or _tells_results(c, r) or takes_office(c, r.lexicon)
    if far_down and not told:
        in_hand = c.status.value == "ongoing" and not c.noun and _is_in_hand(c, r)
        told_so = _is_in_the_perfect(c) or _was_by_then(c, r) or in_hand or is_done_by_saying(c.token, r.lexicon)
        by_now = whose and told_so and _is_told_outright(c, r)
        if c.when.basis == "published" and not by_now and not _was_not_held(c, r):
            yield "published_far_down"
        elif c.when.basis == "published" and (in_hand or _is_done_to_something(c, r)):
            yield "done_by_now"
        elif c.when.basis == "inherited" and not (is_main(c, r) and c.agents and is_request(c.token, r)):
            yield "lent_far_down"


def _befell_whom(c: Candidate, r: Story) -> bool:
    """Whether a passive is of whoever takes part, and of no thing of theirs: "Karhu was sold", no "Karhu's mill"."""
    if c.type != "other" or c.agents or not grammar.is_passive(c.token) or _makes_news(c, r):
        return True
    return any(s.pos_ == "PRON" or s.i in r.mention or s.i in r.groups for s in grammar.subjects(c.token))


def _is_told_as_new(c: Candidate, r: Story) -> bool:
    """Whether one of the first sentences is there for what has happened by now: "the school has been closed".

    So it is for what somebody is about: "Peru is closing its consulate". Somebody did it, or it is done to something or
    befell it; what only had its effect is no deed: "fear has cut sales".
    """
    start = r.sentences[c.token.i].start
    if c.noun or not (start == r.lead or is_early(c, r)) or c.token.i in r.speaker or not _is_told_outright(c, r):
        return False
    if is_saying(c.token, r) and not (reports_a_thing(c.token, r.lexicon) or is_request(c.token, r)):
        return False
    if c.when.basis != "published" or is_nobodys(c.token, r) or _is_news(c, r):
        return False
    if c.status.stands != "occurred" or not (_is_in_the_perfect(c) or _is_told_now(c, r)):
        return c.status.value == "ongoing" and _is_in_hand(c, r)
    things, passive = grammar.objects(c.token), grammar.is_passive(c.token)
    counted = any(x.dep_ == "nummod" for t in (*grammar.subjects(c.token), *things) for x in t.children)
    happens = lemma_of(c, r.lexicon) in r.lexicon.happenings - r.lexicon.changes and (passive or not things)
    told = passive and _is_told_whole(c.token)
    return counted or happens or told or (not passive and bool(c.agents or (c.unnamed and not _is_anothers_word(c, r))))


def _is_anothers_word(c: Candidate, r: Story) -> bool:
    """Whether others say what those of no name did that makes no news: "guards missed the chance, a panel says"."""
    own = {p.id for p in c.unnamed}
    others = (s for v in tellers(c, r) for s in grammar.subjects(v) if r.groups.get(s.i) not in own)
    return not _makes_news(c, r) and any(s.pos_ != "PRON" for s in others)


def _is_done_to_something(c: Candidate, r: Story) -> bool:
    """Whether somebody of a name did what makes news: "Peru has ordered ten tugs", no "luck has bought friends"."""
    made = lemma_of(c, r.lexicon) in r.lexicon.happenings - r.lexicon.changes and c.status.value == "occurred"
    things = [o for o in grammar.objects(c.token) if o.pos_ in {"NOUN", "PROPN"} and o.i not in r.timed]
    own = (s.pos_ != "PRON" and (s.i in r.mention or s.i in r.groups) for s in grammar.subjects(c.token))
    goes_on = grammar.children(c.token, {"xcomp"})  # "Lund has offered to host it": the hosting is an entry
    bare = not grammar.objects(c.token) and not any(x.pos_ == "ADJ" or grammar.has_to(x) for x in goes_on)
    whole = bool(c.agents) and (bool(things) or bare)  # "Lund has resigned"
    return made and whole and all(own) and not grammar.children(c.token, {"mark"})


def _was_not_held(c: Candidate, r: Story) -> bool:
    """Whether somebody's meeting did not come about: "Lund's talks with Berg did not take place"."""
    told = c.noun and c.type in MET and c.status.value == "denied" and len(set(c.actors)) > 1
    verb = c.support if told else None
    return verb is not None and tells_of_an_occasion(verb, r.lexicon) and verb == r.sentences[verb.i].root


def _is_in_the_perfect(c: Candidate) -> bool:
    """Whether a clause tells what has happened by now: "has been closed", not "has been closing"."""
    return c.token.tag_ != "VBG" and grammar.is_perfect(c.token)


def _was_by_then(c: Candidate, r: Story) -> bool:
    """Whether somebody told of a weighty deed done by then: "told reporters that Peru had expelled him"."""
    told = c.token.dep_ == "ccomp" and c.token.head.tag_ == "VBD"
    heavy = r.lexicon.weight[c.type] >= ON_CALENDAR and c.type not in MET and c.partner is None
    return heavy and told and grammar.is_pluperfect(c.token)


def _is_told_now(c: Candidate, r: Story) -> bool:
    """Whether somebody says in the present what was done that makes news: "police say two bodies were found"."""
    now = c.token.head.tag_ in {"VBP", "VBZ"} and is_saying(c.token.head, r)
    return now and c.token.dep_ == "ccomp" and grammar.tells(c.token) and _makes_news(c, r)


def _is_in_hand(c: Candidate, r: Story) -> bool:
    """Whether somebody is doing what makes news: "Peru is closing its consulate", not "is serving a sentence"."""
    somebodys = any(named(s, r) or s.i in r.groups for s in grammar.subjects(c.token))
    news = _weight(c, r) > r.lexicon.salience["doing"] and somebodys
    is_doing = c.token.tag_ == "VBG" and all(a.lemma_ == "be" for a in grammar.auxiliaries(c.token))
    return news and is_doing and bool(grammar.objects(c.token))


def _is_told_outright(c: Candidate, r: Story) -> bool:
    """Whether a sentence is there for a clause, or for somebody's saying it: "police say the guards have left"."""
    root = r.sentences[c.token.i].root
    return is_main(c, r) or (c.token.dep_ == "ccomp" and c.token.head == root and is_saying(root, r))


def _is_to_come(c: Candidate, r: Story) -> bool:
    """Whether one of the first sentences is there for what somebody is to do: "Lund will run the new yard"."""
    words, root = r.lexicon, r.sentences[c.token.i].root
    if c.noun or c.status.value != "planned" or c.token.i in r.speaker:
        return False
    if not is_early(c, r) or is_nobodys(c.token, r):
        return False
    if c.token.lemma_.lower() in words.empty | words.reporting | words.dating["states"] or _only_stays(c.token, words):
        return False
    reported = c.verb.dep_ == "ccomp" and c.verb.head == root and is_saying(root, r)
    if reported and any(x.i in r.timed for x in root.children):
        return False  # "said on Monday that it would sell its yard": an entry of that Monday
    due = c.token.dep_ == "xcomp" and c.token.head == root
    if due and any(x.tag_ == "VBD" for x in (root, *grammar.auxiliaries(root), *grammar.children(root, {"cop"}))):
        return False  # "was due to sail"
    whose = c.actors if grammar.is_passive(c.token) else c.agents
    whole = _is_told_whole(c.token) or lemma_of(c, words) in words.happenings  # "she would resign"
    return bool(whose) and (is_main(c, r) or reported or due) and whole


def _is_told_whole(verb: Token) -> bool:
    """Whether what is done to somebody is told with more than its verb: "was taken to hospital"."""
    beside = [*grammar.objects(verb), *(n for _, n in grammar.obliques(verb)), *grammar.children(verb, {"xcomp"})]
    return any(x.i > verb.i for x in beside)


def _tells_results(c: Candidate, r: Story) -> bool:
    """Whether a firm's results are reported: "Tallink Corp. reported third-quarter net income of $27 million"."""
    told = not c.noun and bool(c.actors) and is_main(c, r) and reports_a_thing(c.token, r.lexicon)
    return told and any(o.lemma_.lower() in r.lexicon.title["results"] for o in grammar.objects(c.token))


def _is_done_by_somebody(c: Candidate, r: Story) -> bool:
    """Whether a verb tells what was done, not what somebody says: "Peru lent Chile a ship", no "told reporters"."""
    if c.noun or not grammar.is_finite(c.token) or _weight(c, r) < r.lexicon.salience["doing"]:
        return False
    lemma = c.token.lemma_.lower()
    if _does_no_thing(c.token):
        return False  # "gave no reason"
    if lemma in r.lexicon.status["denied_verbs"] and grammar.children(c.token, {"ccomp"}):
        return False  # "denied that they had met": the meeting is the entry
    return lemma in r.lexicon.strong or not is_saying(c.token, r) or reports_a_thing(c.token, r.lexicon)


def _is_news(c: Candidate, r: Story) -> bool:
    """Whether a clause of the opening sentence, or of an item of a list, is what the article is there to tell."""
    if c.noun or c.status.background or c.status.foreseen:
        return False
    if c.kind != "item" and r.sentences[c.token.i].start != r.lead:
        return False
    if c.status.standing or (is_scene(c.token) and is_interrupted(c.token, r.lexicon)):
        return False
    if c.status.value in {"possible", "conditional", "generic"} or not _names_something(c, r):
        return False
    words = r.lexicon
    lemma = c.token.lemma_.lower()
    light = (is_saying(c.token, r) or lemma in words.empty or _only_stays(c.token, words)) and lemma not in words.strong
    # "has expressed concern about the delay": what an article opens with
    hopes = any(o.lemma_.lower() in words.status["hoped_nouns"] for o in grammar.objects(c.token))
    speaks = c.token.dep_ == "ROOT" and is_saying(c.token, r) and speaks_of_a_thing(c.token, r)
    speaks = speaks and not hopes and lemma not in words.opining
    told = speaks or reports_a_thing(c.token, words) or is_request(c.token, r)
    if light and c.partner is None and not (told or _does_something(c, r)):
        return False
    first = is_main(c, r) if c.kind == "item" else is_told_first(c.token, r)
    return first and not is_asked(c.token, words)


def _only_stays(verb: Token, words: Lexicon) -> bool:
    """Whether somebody does not go or come, or things come to be so: "would stay in Lima", "ended up with nothing"."""
    stays = verb.lemma_.lower() in words.dating["keeping"] or grammar.phrasal(verb) in words.status["ending_up"]
    return stays and not grammar.objects(verb)


def _is_carried_news(c: Candidate, r: Story) -> bool:
    """Whether the opening sentence is there to tell of an occasion: "the former mayor went on trial"."""
    carried = c.noun and c.primary and c.light and c.support is not None and c.type == "other"
    done = c.status.value in {"occurred", "planned"} and not c.status.background and bool(c.actors or c.unnamed)
    return carried and done and c.support is not None and is_told_first(c.support, r)


def _names_something(c: Candidate, r: Story) -> bool:
    """Whether a clause is of somebody, tells what happens, or is done to something: no "optimism prevails"."""
    passive = grammar.is_passive(c.token)
    if c.actors and (passive or grammar.has_to(c.token)):
        return True  # "Karhu said it plans to restructure": the infinitive's doer is known
    if is_nobodys(c.token, r):
        return False
    words = r.lexicon
    happens = c.type != "other" or lemma_of(c, words) in words.happenings | words.changes
    happens = happens or comes_into_force(c.token, words)
    taken = c.token.lemma_.lower() in words.acts and c.status.value == "occurred"  # "was taken to hospital"
    done = c.status.value == "planned" or (taken and _is_told_whole(c.token))
    if c.actors or grammar.objects(c.token) or (passive and done):
        return True
    start = r.sentences[c.token.i].start  # a capital there is anybody's
    return happens or any(t.pos_ == "PROPN" and t.i > start for t in grammar.subjects(c.token))


def _of_telling(c: Candidate, r: Story) -> Iterator[str]:
    """What an event without a date of its own loses for being told in passing, as background or in a side clause."""
    lead = r.sentences[c.token.i].start == r.lead
    if c.status.background:
        yield "background"
    if c.noun and c.partner is None and c.when.basis == "none" and grammar.case(c.top) == "for":
        yield "in_passing"  # "will fly to Oslo for talks": the journey is the entry
    elif c.in_passing and not (c.status.arranged and c.status.value == "planned"):
        met = c.type in MET or (c.noun and c.type == "statement")  # "said after talks with Mali": the news itself
        above = c.top.head.lemma_.lower() if c.top.dep_ in grammar.OBJECT else ""
        met = met and above not in r.lexicon.triggers["valuing"]  # "welcomes talks with Togo"
        if not (met and len(set(c.actors)) > 1 and c.when.basis != "none"):
            yield "lead_in_passing" if met or lead else "in_passing"
    ahead = grammar.has_to(c.token) and c.type in OCCASIONS  # "accepted an invitation to meet the king"
    aside = c.token.dep_ in grammar.RELATIVE | {"acl", "amod"} or is_bare_participle(c.token)
    if not c.noun and aside and not ahead:
        yield "participle"
    side = c.token.dep_ in {"ccomp", "xcomp", "advcl"}
    heavy = r.lexicon.weight[c.type] >= ON_CALENDAR
    led = _is_told_as_new(c, r) or is_led_to(c, r)  # "police said guards have freed two"
    if not c.noun and c.when.basis == "published" and side and not heavy and not lead and not led:
        yield "side_clause"


def _weight(c: Candidate, r: Story) -> float:
    """The weight of an event's kind alone."""
    words = r.lexicon
    lemma = lemma_of(c, words)
    if c.noun:
        return words.weight[c.type]
    if judges(c.token, words):
        return words.salience["carrying"]  # "was called a liar"
    if takes_office(c, words):
        return words.weight["vote"]
    led = c.type == "visit" and lemma in words.triggers["coming_and_going"]
    told = c.partner is not None or c.type == "deadline" or led or comes_into_force(c.token, words)
    light = lemma in words.empty or (_only_stays(c.token, words) and not c.has_own_date)
    if light and not told and not gives_office(c.token, words):
        return words.salience["doing" if c.headed or _does_something(c, r) else "carrying"]
    if lemma == "tell" and not any(named(o, r) for o in grammar.objects(c.token)) and not c.has_own_date:
        return words.salience["saying"]  # "told reporters"
    if c.type == "statement":
        main = lemma in words.strong and c.token.dep_ in {"ROOT", "conj"}
        return words.salience["strong_statement" if main else "statement"]
    if lemma in words.triggers["courtesies"]:
        return words.salience["saying"]
    if c.type == "other":
        if reports_a_thing(c.token, words):
            return words.salience["statement"]
        ends = runs_out(c.token, words)
        if is_saying(c.token, r) and not ends:
            return words.salience["statement" if lemma in words.strong else "saying"]
        return words.salience["happening" if ends or lemma in words.happenings else "doing"]
    return words.weight[c.type]


def _does_something(c: Candidate, r: Story) -> bool:
    """Whether a verb that carries little tells what somebody did on a day: "fans came together on Friday".

    Or until when something stays as it is: "will remain shut until Friday".
    """
    words = r.lexicon
    if c.token.lemma_.lower() in words.dating["keeping"] and c.has_own_date and is_by_a_day(c):
        return True
    lemma = c.token.lemma_.lower()
    opens = is_told_first(c.token, r) and c.status.value in {"occurred", "ongoing"} and not c.status.standing
    if (
        opens
        and lemma in words.acts
        and (grammar.objects(c.token) or grammar.is_passive(c.token) or comes_into_force(c.token, words))
    ):
        return True  # "is making a bid of $3 a share", "was taken to hospital": what an article opens with
    if not c.has_own_date or not c.near or c.status.value not in {"occurred", "ongoing", "planned", "hoped"}:
        return False
    # "the visit, planned for May": the day is the visit's
    held = tells_of_an_occasion(c.token, words) and (lemma not in words.triggers["awaited"] or is_main(c, r))
    things = [o for o in grammar.objects(c.token) if o.i not in r.timed]
    ahead = grammar.has_to(c.token) or (c.status.value == "planned" and lemma not in words.dating["states"])
    ahead = ahead or c.status.value == "hoped"  # "should have it ready in May"
    if held or (ahead and things):
        return True  # "the parade, which took place in May"; "hope to show you a text in May"
    if any(o.lower_ in words.triggers["no_things"] for o in things):
        return True  # "three days after the truce took effect"
    planned = lemma in words.status["planned_verbs"] and grammar.tells(c.token) and is_main(c, r) and is_of_days(c)
    if planned and any(map(grammar.has_to, grammar.children(c.token, {"xcomp"}))):
        return True  # "last April the two planned to buy it"
    results = any(o.lemma_.lower() in words.title["results"] for o in things)
    if lemma == "have" and c.actors and results:
        return is_late(c, r)  # "had a loss of $92 million for the quarter": no year-earlier one
    if lemma in words.into:
        whats = grammar.children(c.token, {"xcomp", "obj"})
        return c.status.value == "planned" or any(x.pos_ in {"NOUN", "PROPN"} for x in whats)
    above = c.token.head.lemma_.lower()
    arranged = c.token.dep_ == "xcomp" and above in words.status["planned_passive"] | words.status["planned_adjectives"]
    reported = c.token.dep_ == "ccomp" and above in words.reporting and c.token.head == r.sentences[c.token.i].root
    main = is_main(c, r) or (reported and bool(grammar.objects(c.token)))
    return lemma in words.acts and (main or arranged) and is_of_days(c) and c.token.tag_ != "VBG"


def _capped(c: Candidate, s: float, r: Story) -> float:
    """Headlines, secondary words and the days of sources stay under the line: the story tells the same."""
    if s > UNDER and (c.kind == "headline" or not c.primary or c.content or _is_no_entry(c, r)):
        s = UNDER
    return round(max(0.0, min(1.0, s)), 2)


def _is_no_entry(c: Candidate, r: Story) -> bool:
    """Whether an entry would tell nobody anything, or only a source's day."""
    if (is_mute(c, r) and not is_dated_occasion(c, r)) or _is_bare_saying(c, r):
        return True
    if _is_only_seen(c, r.lexicon) or _is_how_things_are(c, r) or _is_left_open(c, r.lexicon):
        return True
    if _is_a_mind(c, r) or _is_asked(c, r):
        return True
    if c.noun and c.top.dep_ in grammar.OBJECT and c.top.head.lemma_.lower() in r.lexicon.dating["forbidding"]:
        return True  # "banned marches": the ban is the entry
    if c.noun and r.names.is_vague(c.top) and c.top.i not in r.names.known:
        return True  # "the last one is planned for Tuesday"
    if c.noun and c.time is not None and c.time.type == "DURATION" and grammar.children(c.top, {"cop"}):
        return True  # "it was the largest fair in the past decade"
    if any(x.i < c.verb.i and grammar.is_what_it_is(x) for x in grammar.children(c.verb, {"ccomp"})):
        return True  # "Peru will close it, it was announced": the closing is the entry
    if not c.noun and grammar.asks(c.verb) and not c.has_own_date:
        return True  # "is to explain why Kos left"
    particle = grammar.particle(c.verb)
    others = {t.lower_ for t in c.token.sent if t == particle or t.pos_ in {"NOUN", "ADJ", "PROPN"}}
    if not c.title:
        return True
    if fit.is_broken(c.title, c.token.sent.text, r.lexicon, others):
        return True
    return (c.has_own_date and is_attribution(c, r)) or is_unfit(c, r)


def _is_only_seen(c: Candidate, words: Lexicon) -> bool:
    """Whether words under a picture say how somebody is seen, and no deed: "a boy waits for a bus", "Lund poses"."""
    return c.kind == "caption" and not c.noun and c.token.lemma_.lower() in words.triggers["seen"]


def _is_asked(c: Candidate, r: Story) -> bool:
    """Whether somebody asks if it is so: "Has Togo closed its border?", not "Why did Togo close its border?"."""
    sentence = r.sentences[c.verb.i]
    before = [a for a in grammar.auxiliaries(sentence.root) if any(a.i < s.i for s in grammar.subjects(sentence.root))]
    asking = any(t.tag_.startswith("W") for t in sentence.root.children)
    return sentence.asks and bool(before) and not asking


def _is_a_mind(c: Candidate, r: Story) -> bool:
    """Whether somebody only says what he hopes or means to do, which is the entry: "said he hoped to sign it"."""
    minded = not c.noun and not c.has_own_date and c.token.lemma_.lower() in r.lexicon.triggers["minded"]
    return minded and c.status.said_by is not None and any(map(grammar.has_to, grammar.children(c.verb, {"xcomp"})))


def _is_left_open(c: Candidate, words: Lexicon) -> bool:
    """Whether somebody only does not say no, so that what he speaks of is the entry: "did not rule out a visit"."""
    of = grammar.children(c.verb, {"xcomp", "ccomp", *grammar.OBJECT})
    denies = not c.noun and c.verb.lemma_.lower() in words.status["denied_verbs"] and bool(of)
    return denies and c.status.value == "denied" and grammar.negation(c.verb) is not None


def _is_how_things_are(c: Candidate, r: Story) -> bool:
    """Whether a clause only tells how somebody says things are: "Togo had no ships in the bay, Chad said"."""
    if c.noun or c.has_own_date or c.status.value != "occurred" or c.verb.tag_ not in grammar.FINITE:
        return False
    said = [v for v in grammar.children(c.verb, {"parataxis"}) if v.lemma_.lower() in r.lexicon.reporting]
    above = c.verb.head.lemma_.lower() in r.lexicon.reporting and c.verb.dep_ == "ccomp"
    return c.verb.lemma_.lower() in r.lexicon.triggers["holding"] and (above or bool(said))


def _is_bare_saying(c: Candidate, r: Story) -> bool:
    """Whether a noun only tells that somebody spoke, and not of what: "Lund's speech", no speech to come."""
    words, past = r.lexicon, {"occurred", "ongoing"}
    if not c.noun or c.token.lemma_.lower() not in words.triggers["sayings"] or c.status.value not in past:
        return False
    held = c.title == c.named or (c.light and c.support is not None)
    told = any(p in words.title["told_about"] for p, _ in grammar.obliques(c.top))
    set_piece = any(x.lower_ in words.triggers["set_speeches"] for x in c.top.children)  # "the opening statement"
    return (
        held
        and not (told or set_piece)
        and not any(x.dep_ in {"acl", "ccomp"} and grammar.is_finite(x) for x in c.top.children)
    )


def opens_the_story(c: Candidate, r: Story) -> bool:
    """Whether a clause of the opening sentence is fit to be its entry where nothing else of it is one."""
    words, told = r.lexicon, c.status
    if c.noun or c.content or told.standing or told.background:
        return False
    if c.token.lemma_.lower() in words.empty | words.dating["states"] | (words.reporting - words.strong):
        return False
    if told.value not in ({"occurred", "ongoing", "planned", "cancelled"} if is_dated(c) else {"planned"}):
        return False
    formed = grammar.is_finite(c.token) or grammar.has_to(c.token) or grammar.auxiliaries(c.token)
    named = any(x.isupper() or x.isdigit() for w in c.title.split()[1:] for x in w)  # no "players treated for cuts"
    if not (formed and named) or is_scene(c.token) or r.sentences[c.token.i].asks or _is_no_entry(c, r):
        return False
    reported = c.token.dep_ == "ccomp" and c.token.head == r.sentences[c.token.i].root
    return is_main(c, r) or reported or (c.token.dep_ == "xcomp" and told.value == "planned")


def _is_part_of(c: Candidate, r: Story) -> bool:
    """Whether a participle only says how another deed was done: "found abandoned", "joined them in boycotting it"."""
    if c.noun or grammar.children(c.token, grammar.SUBJECT) or grammar.has_to(c.token):
        return False
    if c.token.tag_ == "VBN":
        return c.token.dep_ == "xcomp" and not grammar.auxiliaries(c.token)
    if c.token.head.lemma_.lower() in r.lexicon.status["hoped_verbs"]:
        return False  # "aims at returning them by May"
    return c.token.tag_ == "VBG" and grammar.case(c.token) in r.lexicon.roles["inside"]


def is_content(c: Candidate, at: dict[int, Candidate], r: Story) -> bool:
    """Whether an event without a date of its own is what another on the calendar agrees, vows or announces."""
    above = at.get(c.verb.head.i)
    if above is not None and c.verb.dep_ == "xcomp" and above.token.lemma_.lower() in r.lexicon.triggers["phases"]:
        return not c.has_own_date and above is not c.partner  # "began to close the valves": told by its phase
    if above is not None and not above.noun and _is_part_of(c, r):
        return True
    if above is not None and c.verb.dep_ == "xcomp" and is_done_by_saying(above.token, r.lexicon):
        return above.when.first is not None and not c.has_own_date  # "the council decides to open talks"
    if c.has_own_date or (is_dated(c) and (above is None or above.token.lemma_ not in r.lexicon.strong)):
        return False
    if grammar.is_what_it_is(c.verb):
        return False  # "it was agreed that they would meet": the agreement tells nothing else
    if not is_dated(c) and c.status.value not in {"planned", "hoped", "denied"}:
        return False
    return (
        above is not None
        and above is not c
        and above is not c.partner
        and c.verb.dep_ in ({"xcomp", "ccomp", "advcl"} | (grammar.OBJECT if c.noun else set()))
        and above.type in {"agreement", "statement", "vote"}
        and above.when.first is not None
        and c.type not in OCCASIONS
        and (above.token.lemma_.lower() in r.lexicon.strong or above.type != "statement")
    )
