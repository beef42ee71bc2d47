"""How much an event deserves a calendar: its kind, its date, who takes part, how real it is."""

from __future__ import annotations

from collections.abc import Container, Iterator
from datetime import timedelta

from spacy.tokens import Token

from timeline.events import fit, grammar
from timeline.events.lexicon import Lexicon
from timeline.events.participants import is_press, named
from timeline.events.reported import reporter, said_before
from timeline.events.story import Candidate, Story
from timeline.events.triggers import gives_office, is_awaited, is_request, runs_out, tells_of_an_occasion
from timeline.model import ON_CALENDAR

OCCASIONS = {"meeting", "talks", "visit", "vote"}  # planned without a date, they still stand on a calendar
MET = {"meeting", "talks", "visit"}
GERUND = {"xcomp", "ccomp", "csubj", "obj", "acl", "obl", "advcl", "pcomp"}  # of an -ing form in another word's service
A_THIRD = timedelta(123)  # of a year
A_FORTNIGHT = timedelta(14)
ALONE = 4  # words of a title that say too little where nobody and nothing in it has a name: "Boy admitted to hospital"
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
    yield from _of_status(c, r)
    yield from _of_words(c, r, actors)
    yield from _of_place(c, r)
    if not c.has_own_date and not c.headed:
        yield from _of_telling(c, r)


def _is_main(c: Candidate, r: Story) -> bool:
    """Whether a candidate's clause is its sentence's main one, beside it, or what that leads to."""
    root = r.sentences[c.verb.i].root
    if _is_led_to(c, r):
        return True
    return c.verb.dep_ in {"ROOT", "conj", "parataxis"} and root in {c.verb, c.verb.head, c.verb.head.head}


def _is_led_to(c: Candidate, r: Story) -> bool:
    """Whether a sentence is there for what it "comes as": "the move comes as Karhu reported a loss"."""
    words, above = r.lexicon, c.verb.head
    marked = any(m.lower_ in words.dating["leading_up"] for m in grammar.children(c.verb, {"mark"}))
    led = c.verb.dep_ == "advcl" or (c.verb.dep_ == "conj" and above.dep_ == "advcl")
    verb = above.head if c.verb.dep_ == "conj" else above
    marked = marked or (c.verb.dep_ == "conj" and any(m.dep_ == "mark" for m in above.children))
    return led and marked and verb.lemma_.lower() in words.triggers["leading_to"] and verb == r.sentences[verb.i].root


def _is_dated(c: Candidate) -> bool:
    return c.when.first is not None or c.when.until is not None


def _of_date(c: Candidate, r: Story) -> Iterator[str]:
    if _is_dated(c):
        if c.has_own_date or c.headed:
            yield "own_date" if c.near else "date_nearby"
            ahead = c.status.value in {"planned", "hoped"} and c.actors  # "to pay $5 billion this year"
            lasts = _is_long(c) and not ahead and _word(c, r.lexicon) not in r.lexicon.happenings | r.lexicon.into
            if lasts and not c.noun and not c.headed and c.type == "other" and not _is_step_of_a_life(c, r):
                yield "long_stretch"
        elif c.when.basis == "inherited":
            yield "date_lent"
        return
    heavy = r.lexicon.weight[c.type] >= ON_CALENDAR
    news = _is_news(c, r)
    known = heavy or news or c.status.arranged or _is_of_office(c, r)
    settled = c.status.value == "planned" and (c.actors or c.noun or news) and known
    # "will not give free vaccines", "expects to report a loss"
    news_of = c.actors and news and (c.status.value == "denied" or _is_expected(c, r))
    yield "settled_undated" if settled or news_of or c.status.value == "cancelled" else "undated"


def _is_of_office(c: Candidate, r: Story) -> bool:
    """Whether the day's news tells who will hold an office: "Dag Moe will succeed her"."""
    return not c.noun and _is_early(c, r) and c.token.lemma_.lower() in r.lexicon.triggers["taking_office"]


def _is_step_of_a_life(c: Candidate, r: Story) -> bool:
    """Whether somebody did something in a year, as lives are told: "in 1988 she studied in Lima"."""
    states = r.lexicon.dating["states"] | r.lexicon.empty | r.lexicon.changes | r.lexicon.reporting
    done = c.status.value == "occurred" and grammar.tells(c.token) and c.token.lemma_.lower() not in states
    whose = c.actors if grammar.is_passive(c.token) else c.agents
    return done and _is_main(c, r) and any(r.names.kind.get(i) == "person" for i in whose)


def _is_expected(c: Candidate, r: Story) -> bool:
    """Whether somebody expects or aims at something, not merely needs it or should have it."""
    wanting = r.lexicon.status["modals_hoped"] | r.lexicon.status["hoped_clauses"]
    return c.status.value == "hoped" and not any(t.lemma_.lower() in wanting for t in c.status.cue)


def _of_people(c: Candidate, r: Story, actors: int) -> Iterator[str]:
    named = set(c.actors)
    if named or actors:
        yield "several" if len(named) > 1 else "somebody"
    elif not _is_news(c, r):
        yield "nobody" if _is_main(c, r) or c.has_own_date else "nobody_aside"


def _of_status(c: Candidate, r: Story) -> Iterator[str]:
    value, own_day = c.status.value, c.has_own_date and c.near
    forecast = value == "possible" and own_day and _is_of_days(c) and _is_ahead(c, r)  # "could sail in October"
    if value == "conditional" and own_day:
        yield "conditional_dated"
    elif value == "cancelled" and _is_dated(c):
        yield "cancelled_dated"
    elif value in {"generic", "conditional", "possible", "denied", "cancelled"} and not forecast:
        yield value
    if c.status.standing:
        yield "standing"


def _of_words(c: Candidate, r: Story, actors: int) -> Iterator[str]:
    """What the form of a candidate's words takes away: participles, questions, nobody's doings."""
    met = c.type in MET and grammar.case(c.token) in {"after", "before"}  # "said after meeting Putin": the news itself
    if _is_gerund(c.token) and not met:
        aside = c.token.dep_ == "acl" and c.partner is None and c.status.value == "occurred"
        if not c.has_own_date or grammar.case(c.token) == "from" or aside:
            yield "gerund"
    if not c.noun and c.status.charge:
        yield "charged"
    if grammar.case(c.top).startswith("according"):
        yield "source"
    if c.type == "other" and not c.noun and _is_scene(c.token):
        yield "interrupted" if _is_interrupted(c.token, r.lexicon) else "scene"
    before = [a for a in grammar.children(c.verb, {"advmod"}) if a.i < c.verb.i]
    if any(a.lower_ in r.lexicon.title["before_the_story"] for a in before):
        yield "before_the_story"
    doers = [] if c.noun else grammar.subjects(c.token)
    if doers and all(t.i in r.timed for t in doers):
        yield "done_by_a_time"
    if not c.noun and not actors and not grammar.is_passive(c.token) and _is_nobodys(c.token, r):
        done = c.has_own_date and c.near and any(o.pos_ == "NOUN" for o in grammar.objects(c.token))
        if not done:
            yield "nobodys"  # "on Monday it raised the alert" tells of the alert
    if r.sentences[c.verb.i].asks:
        yield "question"
    participle = c.token.dep_ in grammar.REDUCED and c.token.tag_ in {"VBN", "VBG"}
    aside = (c.token.dep_ in grammar.RELATIVE | {"advcl"} or participle) and c.type == "other"
    if (
        aside
        and grammar.is_verb(c.token)
        and _word(c, r.lexicon) not in r.lexicon.happenings
        and not (_tells_of_its_day(c, r) or _is_led_to(c, r))
    ):
        yield "aside"
    words = r.lexicon.triggers
    unsaid = grammar.to_do(c.token) if c.token.lemma_.lower() in words["keeping_silent"] else None
    if unsaid is not None and unsaid.lemma_.lower() in words["told_of"] | r.lexicon.reporting:
        yield "silent"
    if doers and r.sentences[c.token.i].start != r.lead and _is_of_a_market(c.token, doers, r):
        yield "market"


def _is_of_a_market(verb: Token, doers: list[Token], r: Story) -> bool:
    """Whether a clause tells a price: "Karhu's shares fell", "Karhu closed at $3"."""
    words = r.lexicon.triggers
    if any(s.lemma_.lower() in words["on_markets"] for s in doers):
        return True
    firm = any(r.mention.get(s.i, "").startswith("organisation:") for s in doers)
    amounts = [*grammar.objects(verb), *(n for _, n in grammar.obliques(verb))]
    return firm and verb.lemma_.lower() in words["trading"] and any(n.tag_ == "$" for n in amounts)


def _tells_of_its_day(c: Candidate, r: Story) -> bool:
    """Whether a side clause tells what was done or is to be done on a day: "since the virus was found in April"."""
    words = r.lexicon
    lemma = c.token.lemma_.lower()
    if lemma in words.empty or lemma in words.status["planned_passive"]:
        return False  # "pictured in 2015", "a visit planned for May": the day is another's
    past = grammar.is_past(c.token)
    wanted = c.status.value == "hoped" and bool(c.status.cue)  # "expects the sale to be closed by May"
    ahead = (c.status.value == "planned" or wanted) and not (past and c.token.dep_ in grammar.REDUCED)
    done = (past and c.status.value == "occurred") or ahead  # not "families parted by war"
    somewhere = bool(c.actors) or c.place is not None or any(o.i in r.mention for o in grammar.objects(c.token))
    # "before a cap was placed on it on 3 May": whole enough to stand alone
    scene = any(m.lower_ in words.dating["scene_marks"] for m in grammar.children(c.token, {"mark"}))
    formed = (grammar.is_finite(c.token) and not scene) or (ahead and grammar.has_to(c.token))
    whole = formed and any(s.pos_ == "NOUN" and s.i not in r.timed for s in grammar.subjects(c.token))
    return done and (somewhere or whole) and c.has_own_date and c.near and _is_of_days(c)


def _is_gerund(token: Token) -> bool:
    """Whether an -ing form serves another word, itself or as the second of two."""
    if token.tag_ != "VBG" or grammar.auxiliaries(token):
        return False
    return token.dep_ in GERUND or (token.dep_ == "conj" and bool(grammar.case(token)))  # "and with violating"


def _is_scene(token: Token) -> bool:
    """Whether a verb paints what was going on meanwhile: "was heating", not "is heating"."""
    return token.tag_ == "VBG" and any(a.lower_ in {"was", "were"} for a in grammar.auxiliaries(token))


def _is_interrupted(verb: Token, words: Lexicon) -> bool:
    """Whether a scene is there for what then happened: "was heating soup when the shot fell"."""
    below = (x for x in verb.children if x.dep_ == "advcl" and x.i > verb.i)
    return any(m.lower_ in words.dating["moments"] for x in below for m in x.children)


def _of_place(c: Candidate, r: Story) -> Iterator[str]:
    """The news stands first: what the opening sentence tells as its main matter deserves its entry."""
    timeless = c.status.value == "generic" or c.status.standing
    lead = r.sentences[c.token.i].start == r.lead
    if lead and not timeless and (_is_main(c, r) or c.token.dep_ in {"ccomp", "xcomp"} or c.noun):
        yield "opening_sentence"
    if _is_news(c, r):
        yield "the_news"
    if c.token.dep_ == "ccomp" and c.status.said_by is not None and c.reported:
        yield "reported_with_a_date"
    early = _is_early(c, r)
    lent = c.when.basis == "inherited" and _is_of_these_days(c, r)
    news = (lent or c.when.basis == "published") and c.status.value == "occurred" and bool(c.actors)
    if early and len(set(c.actors)) > 1 and c.status.value == "planned" and _is_of_office(c, r):
        yield "told_early"
    if early and news and _is_main(c, r) and _is_done_by_somebody(c, r):
        yield "told_early"
    far_down = r.sentences[c.token.i].start > r.lead and not early
    if far_down and not _is_dated_in_sentence(c, r) and not c.headed:
        if c.when.basis == "published":
            yield "published_far_down"
        elif c.when.basis == "inherited":
            yield "lent_far_down"


def _is_early(c: Candidate, r: Story) -> bool:
    """Whether a sentence after the first still tells the day's news: one of the next few, or the start of another's."""
    start = r.sentences[c.token.i].start
    return r.lead < start <= r.opening or (start > r.lead and r.doc[start].lower_ in r.lexicon.dating["other_news"])


def _is_done_by_somebody(c: Candidate, r: Story) -> bool:
    """Whether a verb tells what was done, not what somebody says: "Peru lent Chile a ship", no "told reporters"."""
    if c.noun or not grammar.is_finite(c.token) or _weight(c, r) < r.lexicon.salience["doing"]:
        return False
    lemma = c.token.lemma_.lower()
    return lemma not in r.lexicon.reporting or lemma in r.lexicon.strong or _reports_a_thing(c.token, r.lexicon)


def _is_dated_in_sentence(c: Candidate, r: Story) -> bool:
    """Whether the words of an event's date stand in its own sentence."""
    if c.when.time is None:
        return False
    words = r.sentences[c.token.i].words
    return any(x.id == c.when.time and words.start <= x.start < words.end for x in r.timed.values())


def _is_news(c: Candidate, r: Story) -> bool:
    """Whether a clause of the opening sentence is what the article is there to tell."""
    if c.noun or r.sentences[c.token.i].start != r.lead or c.status.background or c.status.foreseen:
        return False
    if c.status.standing or (_is_scene(c.token) and _is_interrupted(c.token, r.lexicon)):
        return False
    if c.status.value in {"possible", "conditional", "generic"} or not _names_something(c, r):
        return False
    words = r.lexicon
    lemma = c.token.lemma_.lower()
    light = (lemma in words.reporting or lemma in words.empty) and lemma not in words.strong
    if light and c.partner is None and not (_reports_a_thing(c.token, words) or is_request(c.token, r)):
        return False
    return not _is_asked(c.token, words) and _is_told_first(c.token, r)


def _is_told_first(verb: Token, r: Story) -> bool:
    """Whether a clause is what the opening sentence tells: its main one, one beside that, or what is said in it."""
    if r.sentences[verb.i].start != r.lead:
        return False
    words = r.lexicon
    above = verb.head.lemma_.lower()
    if verb.dep_ == "xcomp" and (above in words.empty or above in words.status["planned_adjectives"]):
        verb = verb.head  # "said it plans to close the yard": the closing is the news
    said = verb.dep_ in {"ccomp", "parataxis"} and verb.head.lemma_.lower() in words.reporting
    return verb.dep_ == "ROOT" or (verb.head.dep_ == "ROOT" and (verb.dep_ == "conj" or said))


def _reports_a_thing(verb: Token, words: Lexicon) -> bool:
    """Whether a verb of saying tells of a thing: "confirmed its first case", "was admitted", not "confirmed that"."""
    things = grammar.children(verb, grammar.OBJECT)
    if grammar.is_passive(verb):
        things = grammar.subjects(verb)
    doing = [x for x in grammar.children(verb, {"xcomp"}) if x.tag_ == "VBG"]  # "admitted forging the letter"
    told = bool(doing) or (bool(things) and things[0].pos_ != "PRON")
    return verb.lemma_.lower() in words.of_things and told and not grammar.children(verb, {"ccomp"})


def _speaks_of_a_thing(verb: Token, r: Story) -> bool:
    """Whether somebody's words are of a thing, no report of others': "praised the treaty", "expressed concern"."""
    if verb.lemma_.lower() in r.lexicon.telling or grammar.children(verb, {"ccomp"}):
        return False
    things = [o for o in grammar.children(verb, grammar.OBJECT) if o.pos_ in {"NOUN", "PROPN"} and o.i not in r.timed]
    return bool(things) and said_before(verb, r.lexicon) is None


def _names_something(c: Candidate, r: Story) -> bool:
    """Whether a clause is of somebody, tells what happens, or is done to something: no "optimism prevails"."""
    passive = grammar.is_passive(c.token)
    if c.actors and (passive or grammar.has_to(c.token)):
        return True  # "Karhu said it plans to restructure": the infinitive's doer is known
    if _is_nobodys(c.token, r):
        return False
    words = r.lexicon
    happens = c.type != "other" or _word(c, words) in words.happenings | words.changes
    if c.actors or grammar.objects(c.token) or (passive and c.status.value == "planned"):
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
        if not (met and len(set(c.actors)) > 1 and c.when.basis != "none"):
            yield "lead_in_passing" if met or lead else "in_passing"
    ahead = grammar.has_to(c.token) and c.type in OCCASIONS  # "accepted an invitation to meet the king"
    aside = c.token.dep_ in grammar.RELATIVE | {"acl", "amod"} or _is_bare_participle(c.token)
    if not c.noun and aside and not ahead:
        yield "participle"
    side = c.token.dep_ in {"ccomp", "xcomp", "advcl"}
    heavy = r.lexicon.weight[c.type] >= ON_CALENDAR
    if not c.noun and c.when.basis == "published" and side and not heavy and not lead and not _is_led_to(c, r):
        yield "side_clause"


def _is_nobodys(verb: Token, r: Story) -> bool:
    """Whether a verb's subject is missing, or a pronoun that stands for nobody known."""
    found = grammar.subjects(verb)
    if not found:
        return True
    who = found[0].i in r.names.antecedent or found[0].i in r.groups or bool(named(found[0], r))
    known = who or reporter(found[0], r.names) is not None
    return found[0].lower_ in r.lexicon.title["vague"] and not known


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
        or c.type not in {"other", "statement"}  # "recalled its ambassador", "the conference concluded"
        or c.partner is not None
        or is_request(c.token, r)
        or runs_out(c.token, r.lexicon)
        or _is_told_to_somebody(c.token, r)
        or _word(c, r.lexicon) in r.lexicon.strong
        or not _is_saying(c.token, r)
        or _reports_a_thing(c.token, r.lexicon)
        or _speaks_of_a_thing(c.token, r)
        or c.status.value not in {"occurred", "ongoing"}
    ):
        return False
    first, until = c.when.first, c.when.until
    return bool(first and until and until - first <= timedelta(7) and _is_of_these_days(c, r))


def _is_saying(verb: Token, r: Story) -> bool:
    """Whether a verb of saying says something, where it does not do it: "responded to a blaze", "spoke at a rally"."""
    words, lemma = r.lexicon, verb.lemma_.lower()
    if lemma not in words.reporting:
        return False
    content = grammar.children(verb, {"ccomp", "xcomp", "parataxis"}) or said_before(verb, words) is not None
    if lemma not in words.besides or content:
        return True
    beside = [n for n in (*grammar.objects(verb), *(n for _, n in grammar.obliques(verb))) if n.i not in r.timed]
    by_press = any(t.lower_ in words.press for n in (*grammar.subjects(verb), *beside) for t in n.subtree)
    return not beside or by_press


def _is_told_to_somebody(verb: Token, r: Story) -> bool:
    """Whether those are told something who have to do with it: "told her cabinet that", not "told the BBC that"."""
    words = r.lexicon
    content = grammar.children(verb, {"ccomp"}) or said_before(verb, words) is not None
    content = content or any(p in words.title["told_about"] for p, _ in grammar.obliques(verb))
    if verb.lemma_.lower() not in words.telling or not content:
        return False
    for o in grammar.objects(verb):
        listening = [i for i in named(o, r) if not is_press(i, r)]
        body = o.lemma_.lower() in words.groups["bodies"] | words.hearing or listening
        if body and words.press.isdisjoint(x.lower_ for x in o.subtree):
            return True
    return False


def _weight(c: Candidate, r: Story) -> float:
    """The weight of an event's kind alone."""
    words = r.lexicon
    lemma = _word(c, words)
    if c.noun:
        return words.weight[c.type]
    if lemma in words.triggers["naming"] and any(not grammar.is_verb(x) for x in grammar.children(c.token, {"xcomp"})):
        return words.salience["carrying"]  # "was called a liar"
    if lemma in words.empty and c.partner is None and c.type != "deadline" and not gives_office(c.token, words):
        return words.salience["doing" if c.headed or _does_something(c, r) else "carrying"]
    if lemma == "tell" and not any(named(o, r) for o in grammar.objects(c.token)) and not c.has_own_date:
        return words.salience["saying"]  # "told reporters"
    if c.type == "statement":
        main = lemma in words.strong and c.token.dep_ in {"ROOT", "conj"}
        return words.salience["strong_statement" if main else "statement"]
    if c.type == "other":
        if _reports_a_thing(c.token, words):
            return words.salience["statement"]
        ends = runs_out(c.token, words)
        if _is_saying(c.token, r) and not ends:
            return words.salience["statement" if lemma in words.strong else "saying"]
        return words.salience["happening" if ends or lemma in words.happenings else "doing"]
    return words.weight[c.type]


def _word(c: Candidate, words: Lexicon) -> str:
    """A trigger's lemma, with its particle where the two make news together: "call off"."""
    lemma = c.token.lemma_.lower()
    p = grammar.particle(c.token)
    phrasal = f"{lemma} {p.lower_}" if p is not None else lemma
    return phrasal if phrasal in words.happenings else lemma


def _does_something(c: Candidate, r: Story) -> bool:
    """Whether a verb that carries little tells what somebody did on a day: "fans came together on Friday"."""
    words = r.lexicon
    lemma = c.token.lemma_.lower()
    opens = _is_told_first(c.token, r) and c.status.value in {"occurred", "ongoing"} and not c.status.standing
    if opens and lemma in words.acts and grammar.objects(c.token):
        return True  # "is making a bid of $3 a share": what an article opens with
    if not c.has_own_date or not c.near or c.status.value not in {"occurred", "planned", "hoped"}:
        return False
    # "the visit, planned for May": the day is the visit's
    held = tells_of_an_occasion(c.token, words) and (lemma not in words.triggers["awaited"] or _is_main(c, r))
    if held or (grammar.has_to(c.token) and grammar.objects(c.token)):
        return True  # "the parade, which took place in May"; "hope to show you a text in May"
    results = any(o.lemma_.lower() in words.title["results"] for o in grammar.objects(c.token))
    if lemma == "have" and c.actors and results:
        return _is_late(c, r)  # "had a loss of $92 million for the quarter": no year-earlier one
    if lemma in words.into:
        return any(x.pos_ in {"NOUN", "PROPN"} for x in grammar.children(c.token, {"xcomp", "obj"}))
    above = c.token.head.lemma_.lower()
    arranged = c.token.dep_ == "xcomp" and above in words.status["planned_passive"] | words.status["planned_adjectives"]
    reported = c.token.dep_ == "ccomp" and above in words.reporting and c.token.head == r.sentences[c.token.i].root
    main = _is_main(c, r) or (reported and bool(grammar.objects(c.token)))
    return lemma in words.acts and (main or arranged) and _is_of_days(c) and c.token.tag_ != "VBG"


def _is_of_days(c: Candidate) -> bool:
    """Whether a date is a third of a year or finer."""
    first, until = c.when.first, c.when.until
    if first is None and c.lender is not None:
        first = c.lender.when.first  # "said on Tuesday that he had met them"
    return first is not None and until is not None and until - first <= A_THIRD


def _is_of_these_days(c: Candidate, r: Story) -> bool:
    """Whether a date lies within a fortnight of the article's."""
    first, told = c.when.first, r.published.first
    return first is not None and told is not None and abs(told - first) <= A_FORTNIGHT


def _is_late(c: Candidate, r: Story) -> bool:
    """Whether a date ends within a third of a year before the article."""
    until, told = c.when.until, r.published.first
    return until is not None and told is not None and until >= told - A_THIRD


def _is_ahead(c: Candidate, r: Story) -> bool:
    """Whether a date lies after the article's, and is no "coming months"."""
    told = r.published.until
    vague = (c.when.value or "").endswith("_REF")
    return c.when.first is not None and told is not None and c.when.first >= told and not vague


def _is_long(c: Candidate) -> bool:
    """Whether a date with both its ends is coarser than that."""
    return None not in {c.when.first, c.when.until} and not _is_of_days(c)


def _capped(c: Candidate, s: float, r: Story) -> float:
    """Headlines, secondary words and the days of sources stay under the line: the story tells the same."""
    if s > UNDER and (c.kind == "headline" or not c.primary or c.content or _is_no_entry(c, r)):
        s = UNDER
    return round(max(0.0, min(1.0, s)), 2)


def _is_no_entry(c: Candidate, r: Story) -> bool:
    """Whether an entry would tell nobody anything, or only a source's day."""
    if is_mute(c, r) and not _is_dated_occasion(c, r):
        return True
    if c.noun and c.time is not None and c.time.type == "DURATION" and grammar.children(c.top, {"cop"}):
        return True  # "it was the largest fair in the past decade"
    if not c.noun and is_awaited(c.verb, r.lexicon) and any(map(grammar.has_to, grammar.children(c.verb, {"xcomp"}))):
        return True  # "is scheduled to begin": the beginning is the entry
    particle = grammar.particle(c.verb)
    others = {t.lower_ for t in c.token.sent if t == particle or t.pos_ in {"NOUN", "ADJ", "PROPN"}}
    if c.title and fit.is_broken(c.title, c.token.sent.text, r.lexicon, others):
        return True
    return (c.has_own_date and _is_attribution(c, r)) or _is_unfit(c, r)


def is_mute(c: Candidate, r: Story) -> bool:
    """Whether a title tells nobody anything: "Talks", "Private meetings"."""
    return len(c.title.split()) < 2 or (c.noun and fit.is_bare(c.title, c.top, r.names))


def _is_unfit(c: Candidate, r: Story) -> bool:
    """Whether a clause's title shows a misreading, lacks what its verb wants, or tells of nobody and no known thing."""
    if c.noun or not c.title:
        return not c.noun  # of what the tagger takes for a verb, "@", there may be no title at all
    if fit.is_misread(c.title, c.verb, r.names):
        return True
    plain = c.type in {"other", "statement"}
    known = is_of_a_known_thing(c, r)
    light = plain or not c.has_own_date or c.status.value == "denied"
    little = fit.says_little(c.title, c.verb, r.names) and not known
    if light and (little or fit.is_stub(c.title, c.verb, r.names)):
        return True
    told = r.sentences[c.token.i].start == r.lead or c.headed or c.status.value != "occurred"
    whole = (len(c.title.split()) > ALONE and c.has_own_date and _is_of_days(c)) or goes_its_way(c, r)
    return plain and not (told or whole or known) and fit.is_nameless(c.title, c.verb, r.names)


def is_of_a_known_thing(c: Candidate, r: Story) -> bool:
    """Whether a clause tells on which day something befell a thing of the story: "the leak was halted on 15 July"."""
    words, word = r.lexicon, _word(c, r.lexicon)
    if word in words.changes or not c.near or not c.has_own_date or not _is_of_days(c):
        return False
    deed = grammar.is_passive(c.token) and word not in words.empty | words.reporting | words.dating["states"]
    if not deed and (word not in words.happenings or word in words.triggers["phases"]):
        return False
    of_it = (t.lower_ in words.dating["known"] for s in grammar.subjects(c.token) for t in s.children)
    return c.status.value != "denied" and _is_main(c, r) and any(of_it)


def opens_the_story(c: Candidate, r: Story) -> bool:
    """Whether a clause of the opening sentence is fit to be its entry where nothing else of it is one."""
    words, told = r.lexicon, c.status
    if c.noun or c.content or told.standing or told.background:
        return False
    if c.token.lemma_.lower() in words.empty | words.dating["states"] | (words.reporting - words.strong):
        return False
    if told.value not in ({"occurred", "ongoing", "planned", "cancelled"} if _is_dated(c) else {"planned"}):
        return False
    formed = grammar.is_finite(c.token) or grammar.has_to(c.token) or grammar.auxiliaries(c.token)
    named = any(x.isupper() or x.isdigit() for w in c.title.split()[1:] for x in w)  # no "players treated for cuts"
    if not (formed and named) or _is_scene(c.token) or r.sentences[c.token.i].asks or _is_no_entry(c, r):
        return False
    reported = c.token.dep_ == "ccomp" and c.token.head == r.sentences[c.token.i].root
    return _is_main(c, r) or reported or (c.token.dep_ == "xcomp" and told.value == "planned")


def goes_its_way(c: Candidate, r: Story) -> bool:
    """Whether an occasion of the story began or ended on a day of its own: "the trial opened on 8 October"."""
    told = c.partner is not None and c.partner.top in grammar.subjects(c.verb)
    return told and c.token.lemma_.lower() in r.lexicon.triggers["phases"] and c.has_own_date and c.near


def is_told_by_somebody(c: Candidate, r: Story) -> bool:
    """Whether a verb of saying tells who says what, and when: "the envoy said on Monday that hope was gone"."""
    words = r.lexicon
    lemma = c.token.lemma_.lower()
    if c.noun or lemma not in words.reporting or lemma in words.opining:
        return False
    told = said_before(c.token, words)
    main = _is_main(c, r) or (told is not None and r.sentences[told.i].root in {told, told.head})
    if not main or _is_nobodys(c.token, r):
        return False
    opens = c.status.value == "ongoing" and r.sentences[c.token.i].start == r.lead  # "the tax office says"
    if not (c.status.value == "occurred" or opens) or not _is_dated(c) or c.kind == "headline" or _is_unfit(c, r):
        return False
    if told is not None and not _is_opinion(told, r):
        return True
    return any(not _is_asked(x, words) for x in grammar.children(c.token, {"ccomp"}) if x.i > c.token.i)


def only_says(c: Candidate, told: Container[int], r: Story) -> bool:
    """Whether a saying's content is told already: "the two met again, the envoy told reporters"."""
    lemma = c.token.lemma_.lower()
    if c.noun or c.partner is not None or lemma not in r.lexicon.reporting or lemma in r.lexicon.strong:
        return False
    return any(x.i in told for x in _said(c.token, r.lexicon))


def is_told(c: Candidate, told: Container[int], r: Story) -> bool:
    """Whether a saying is an entry, or what it says, but for what stands beside: "he will stay after he retires"."""
    below = _said(c.token, r.lexicon)
    for x in below:
        below += grammar.children(x, grammar.SUBJECT | grammar.OBJECT | {"conj", "xcomp", "ccomp"})
    return any(x.i in told for x in (c.token, *below))


def _said(saying: Token, words: Lexicon) -> list[Token]:
    """The clauses that a saying says."""
    before = said_before(saying, words)
    return grammar.children(saying, {"ccomp", "parataxis"}) + ([before] if before is not None else [])


def is_the_days_saying(c: Candidate, at: dict[int, Candidate], r: Story) -> bool:
    """Whether somebody says on a day what was, is being or will be done: "said on Monday it was hiring nurses".

    In a story's first sentences no day need be said for what he himself did or will do. Who has no name tells what
    was done or will be: "the coroner said in May that the crew had drowned".
    """
    if not c.near or not is_told_by_somebody(c, r):
        return False
    below = [at[x.i] for x in grammar.children(c.token, {"ccomp", "parataxis"}) if x.i in at]
    if c.has_own_date:
        told = said_before(c.token, r.lexicon)
        below += [at[told.i]] if told is not None and told.i in at else []
        return any(_is_deed(x, r) or (bool(c.actors) and _is_under_way(x, r)) for x in below if c.actors or c.unnamed)
    own = [x for x in below if x.token.i > c.token.i and (set(x.agents) & set(c.agents) or _is_of_results(x.token, r))]
    return bool(c.actors) and _is_early(c, r) and any(_is_deed(x, r) for x in own)


def _is_of_results(clause: Token, r: Story) -> bool:
    """Whether a clause tells figures that are whose who tells them: "said net income fell 6%"."""
    results = r.lexicon.title["results"]
    subjects = grammar.subjects(clause)
    return bool(subjects) and all(s.lemma_.lower() in results and s.i not in r.mention for s in subjects)


def _is_deed(c: Candidate, r: Story) -> bool:
    """Whether a reported clause tells what somebody did or is to do, not how things are or what is thought."""
    words = r.lexicon
    lemma = c.token.lemma_.lower()
    if c.noun or c.status.standing or c.status.value not in {"occurred", "planned", "denied", "cancelled"}:
        return False
    idle = words.empty | words.dating["states"] | (words.reporting - words.strong) | words.status["hoped_verbs"]
    counts = _reports_a_thing(c.token, words)  # "said that 41 countries had reported cases"
    return (
        (counts or lemma not in idle) and not _is_opinion(c.token, r) and not _is_scene(c.token) and not _is_unfit(c, r)
    )


def _is_under_way(c: Candidate, r: Story) -> bool:
    """Whether a reported clause tells what somebody is about: "they were considering a merger"."""
    words = r.lexicon
    lemma = c.token.lemma_.lower()
    counted = any(x.dep_ == "nummod" for o in grammar.objects(c.token) for x in o.children)
    goes_on = c.token.tag_ == "VBG" and bool(grammar.auxiliaries(c.token)) and c.status.value in {"occurred", "ongoing"}
    if lemma == "have" and counted:
        return not _is_opinion(c.token, r)  # "said that 18 of its ships had leaks"
    idle = words.dating["states"] | words.status["hoped_verbs"]
    return goes_on and lemma not in idle and not _is_opinion(c.token, r) and not _is_unfit(c, r)


def _is_opinion(clause: Token, r: Story) -> bool:
    """Whether what somebody says is his own words, or what is aimed at: "The aim is to sail, the minister said"."""
    aims = r.lexicon.status["hoped_nouns"] | r.lexicon.status["planned_nouns"] | r.lexicon.status["possible_nouns"]
    return clause.i in r.speaker or any(s.lemma_.lower() in aims for s in grammar.children(clause, grammar.SUBJECT))


def _is_asked(clause: Token, words: Lexicon) -> bool:
    """Whether a clause is open: "whether he would resign"."""
    return any(m.lower_ in words.status["conditional_marks"] for m in grammar.children(clause, {"mark"}))


def _is_dated_occasion(c: Candidate, r: Story) -> bool:
    """Whether the day of an occasion is worth knowing, however little is said of it: "the 9 May explosion"."""
    occasion = c if c.noun else c.partner
    if occasion is None or not occasion.noun or c.kind == "headline" or not c.has_own_date:
        return False
    if not c.near or _is_long(c):
        return False
    ahead = c.status.value in {"planned", "cancelled"}
    if c.title.lower() in r.lexicon.quantities or not (ahead or " " in c.title):
        return False  # "Round": of what? "Earthquake": which?
    struck = c.type == "attack" or _word(occasion, r.lexicon) in r.lexicon.happenings
    return ahead or (struck and c.status.value == "occurred" and _is_of_days(c))


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
    if c.has_own_date or (_is_dated(c) and (above is None or above.token.lemma_ not in r.lexicon.strong)):
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
