"""The date of an event without a time of its own: its clause's, its occasion's, the story's, the article's, or none.

One pass over the story in its order keeps what it has told so far: which occasions have a date, who last did
something on a known day of the news, and which past it is telling of.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from spacy.tokens import Token

from timeline.events import grammar, titles
from timeline.events.chronicle import is_present
from timeline.events.counting import counted_when, opened
from timeline.events.identity import (
    AHEAD,
    HAPPENED,
    OFTEN,
    POSSESSIVE,
    dated_deeds,
    is_a_blow,
    is_known,
    tells_a_blow,
    told_elsewhere,
    told_when,
)
from timeline.events.news import (
    NEWS,
    is_aside,
    is_looked_into,
    is_main,
    is_told_by_who_did_it,
    takes_time,
    tellers,
    tells,
    was_before_a_blow,
    why_elsewhere,
    why_no_news,
)
from timeline.events.reported import is_telling
from timeline.events.story import Candidate, Story, is_a_comparison
from timeline.events.tenses import is_over, preposition_before
from timeline.events.things import is_measure
from timeline.model import When

LATELY = timedelta(4)  # a story that opens with a day this close tells of that day, unless it says otherwise
A_DAY, A_WEEK, A_MONTH = timedelta(1), timedelta(7), timedelta(31)
JOINED = 2  # clauses that "and" joins
CAME_OUT = "the text that tells it came out then"
CAME_AFTER = "it came after that occasion"
TOLD_ELSEWHERE = "the same occasion has its date elsewhere in the story"
TOLD_BEFORE = "it shares the date of the blow told before it"
TOLD_THEN = "told on that day: it was then, or shortly before"


def lend(found: list[Candidate], at: dict[int, Candidate], r: Story) -> None:
    """Give the events without a time of their own the dates that they can borrow."""
    told = _Told(r, deeds=dated_deeds(found, r), blow_is_news=any(_is_news_of_a_blow(c, r) for c in found))
    for blow, occasion in told_when(found, r):
        blow.told_when = occasion
        blow.place = (occasion.place if is_a_blow(occasion, r) else None) or blow.place
    for c in sorted(found, key=_reading_order):
        _settle(c, at, told)
        told.hear(c)


def _reading_order(c: Candidate) -> tuple[bool, int, bool]:
    """The text's order; a headline sums up what is told below it, an occasion follows the verb that carries it."""
    carried = c.noun and c.partner is not None
    return c.kind == "headline", max(c.token.i, c.verb.i) if carried else c.token.i, carried


@dataclass(slots=True)
class _Told:
    """What a story has told so far."""

    story: Story
    settled: set[int] = field(default_factory=set)  # tokens of the events whose date was looked for
    deeds: dict[str, list[Candidate]] = field(default_factory=dict)  # what was done → those with a date
    blow_is_news: bool = False  # whether it opens with a blow
    blow: Candidate | None = None  # the last that was told
    acts: dict[str, Candidate] = field(default_factory=dict)  # actor → its last act on a known day of the news
    present: set[str] = field(default_factory=set)  # actors who did something of the news, or of the article's day
    tale: Candidate | None = None  # the dated past that the last sentences tell of
    tale_end: int = 0  # where the last of these sentences ends
    in_news: dict[int, bool] = field(default_factory=dict)  # place of a time among the story's → whether news names it
    news: Candidate | None = None  # what the story opens with, when its words give it a day before the article's
    latest: Candidate | None = None  # the last main clause that tells of something on a day of its own
    latest_end: int = 0  # where the last sentence ends that tells of that day

    def hear(self, c: Candidate) -> None:
        """Take note of an event whose date is settled."""
        published = self.story.published.first
        first, until = c.when.first, c.when.until
        if self.is_lately(c) and c.status.value in HAPPENED:
            self.present |= set(c.agents)
        if c.status.value in HAPPENED and (c.when.first is None or c.time is not None) and tells_a_blow(c, self.story):
            self.blow = c
        if c.lender is not None and c.lender is self.latest:
            self.latest_end = c.token.sent.end
        main = c.verb.sent.root in {c.verb, c.verb.head}
        own = c.time is not None and c.when.basis == "explicit" and first is not None and until is not None
        if not own or published is None or first is None or until is None:
            if main and not c.noun and c is not self.tale and not tells(c):
                self.tale = None  # the story is back in the present
            return
        if c.status.value not in HAPPENED or first > published or c.token.i in self.story.speaker:
            return
        if not c.noun and until <= published and not c.headed and is_present(c):
            return  # "July 17: Boats ride at anchor": a picture's day
        tale = main and tells(c) and c.time is not None and not is_a_comparison(c.time, self.story.lexicon)
        if first >= published - NEWS:
            self.tale = None
            opens = main and first >= published - LATELY and c.token.sent.start <= self.story.opening
            if until - first == A_DAY and self.news is None and opens:
                self.news = c
            if main and until - first == A_DAY and tells(c):
                self.latest, self.latest_end = c, c.token.sent.end
            for actor in (*c.agents, *c.others, *c.patients):
                before = self.acts.get(actor)
                moved_on = before is not None and before.when.until is not None and before.when.until <= first
                if until - first == A_DAY or (moved_on and until - first <= A_WEEK):
                    self.acts[actor] = c
            tale = tale and until - first == A_DAY and first < published and c is not self.news
            tale = tale and c.token.lemma_.lower() not in self.story.lexicon.reporting
        if tale:
            self.tale, self.tale_end = c, c.token.sent.end

    def is_lately(self, o: Candidate) -> bool:
        """Whether an event is of the last few days before the article."""
        first, published = o.when.first, self.story.published.first
        return first is not None and published is not None and first >= published - LATELY

    def is_background(self, c: Candidate, at: dict[int, Candidate]) -> bool:
        """Whether an event in the simple past was before the news, though nothing says when.

        A clause above it or beside it has a day further back than the news, or the last time named before its sentence
        is one; or a clause only says when or why something else was: "because the well was drilled".
        """
        if not c.noun and c.verb.dep_ == "advcl" and tells(c) and not self._is_of_the_opening(c):
            return True
        if self._is_told_with_the_past(c, at):
            return True
        teller = c.token.sent.root if c.noun else c.token
        if not tells(c) and not (c.noun and grammar.tells(teller)):
            return False
        says = teller.lemma_.lower() in self.story.lexicon.reporting or (c.type == "statement" and not c.noun)
        if says or self.goes_on(c) or any(a in self.acts for a in c.agents) or self.is_other_news(c):
            return False
        last = bisect_right(self.story.dates, (self.story.sentences[c.token.i].words.start, date.max)) - 1
        if last < 0 or not self._is_past(self.story.dates[last][1]):
            return False
        if last not in self.in_news:
            self.in_news[last] = self._is_of_the_news(self.story.dates[last][0], c, at)
        return not self.in_news[last]

    def _is_of_the_news(self, end: int, c: Candidate, at: dict[int, Candidate]) -> bool:
        """Whether the sentence that named a past last is news: "said Friday it will try the general of 1994"."""
        sentence = c.token.sent
        while sentence.start and self.story.doc[sentence.start].idx >= end:
            sentence = self.story.doc[sentence.start - 1].sent
        o = at.get(sentence.root.i)
        return o is not None and o.time is not None and self.is_lately(o)

    def is_known_blow(self, c: Candidate) -> bool:
        """Whether a blow is told as known in a story that opens with other news: "was charged … Berg was shot dead"."""
        r = self.story
        return not self.blow_is_news and r.sentences[c.token.i].start != r.lead and _is_a_known_blow(c, r)

    def last_blow(self, c: Candidate) -> Candidate | None:
        """The dated blow told right before one that is told as known: "Friday's blast … the 11 envoys were killed"."""
        o = self.blow
        if o is None or o.when.basis != "explicit" or not _is_a_known_blow(c, self.story):
            return None
        named = c if c.noun else c.partner
        if named is not None and not titles.is_plain(named.top, self.story.names):
            return None  # "the invasion of Chad" is another
        return o if c.token.sent.start in {o.token.sent.start, o.token.sent.end} else None

    def is_other_news(self, c: Candidate) -> bool:
        """Whether a sentence goes over to another of the day's news: "Separately, Karhu posted a loss"."""
        first = self.story.doc[self.story.sentences[c.token.i].start].lower_
        return first in self.story.lexicon.dating["other_news"]

    def looks_back(self, c: Candidate) -> bool:
        """Whether the sentence right before an event's has somebody of it in a past further back than the news."""
        tale = self.tale
        if tale is None or not set(c.agents) & set(tale.actors):
            return False
        return all(t.is_space for t in self.story.doc[self.tale_end : c.token.sent.start])

    def goes_on(self, c: Candidate) -> bool:
        """Whether somebody did this beside what the news is: "freed a rebel … also closed a road"."""
        also = any(x.lower_ in self.story.lexicon.dating["going_on"] for x in c.verb.children)
        return also and any(a in self.present for a in c.agents)

    def _is_of_the_opening(self, c: Candidate) -> bool:
        """Whether a clause of the opening tells what led to the news: "threatened to quit after delegates voted"."""
        marks = {x.lower_ for x in c.verb.children if x.dep_ in {"mark", "advmod"}}
        return c.token.sent.start <= self.story.opening and bool(marks & self.story.lexicon.dating["leading_up"])

    def _is_told_with_the_past(self, c: Candidate, at: dict[int, Candidate]) -> bool:
        """Whether what a clause hangs on or goes together with is dated before the news: "had met in May, but fled"."""
        if c.status.standing:
            return False
        around = [*grammar.chain(c.verb), *grammar.conjuncts(c.verb)]
        around += [x for t in around if t != c.verb for x in grammar.children(t, {"xcomp"})]
        openings = self.story.lexicon.openings
        clauses = grammar.children(c.verb, {"advcl"})
        around += [x for t in clauses if openings.get(grammar.case(t)) == "until_start" for x in grammar.conjuncts(t)]
        if c.token.sent.start > self.story.opening and not any(a.lemma_ == "have" for a in grammar.auxiliaries(c.verb)):
            around += self._led_up(c, clauses)
        times = [at[t.i].time for t in around if t.i in at and at[t.i] is not c]
        return any(x.first is not None and x.until is not None and self._is_past(x.until, x.first) for x in times if x)

    def _led_up(self, c: Candidate, clauses: list[Token]) -> list[Token]:
        """What a clause came after: "was placed in a home after a wreck that killed his mother last November"."""
        words = self.story.lexicon.dating
        marked = [t for t in clauses if words["leading_up"] & {x.lower_ for x in t.children}]
        scenes = [n for p, n in grammar.obliques(c.verb) if p in words["leading_up"]]
        below = grammar.RELATIVE | grammar.REDUCED | {"xcomp", "conj"}
        return [*marked, *(x for t in (*marked, *scenes) for x in grammar.children(t, below))]

    def is_before_the_news(self, o: Candidate) -> bool:
        """Whether a deed is of a day before that of the news, to which another paragraph comes back."""
        first = self.news.when.first if self.news is not None else None
        return first is not None and o.when.until is not None and o.when.until <= first

    def is_past(self, when: When) -> bool:
        """Whether a date lies further back than the news."""
        return when.until is not None and self._is_past(when.until)

    def _is_past(self, until: date, first: date | None = None) -> bool:
        """Whether a stretch lies further back than the news: at its end or, where it is long, at its beginning."""
        published = self.story.published.first
        if published is None or until > published:
            return False
        return until <= published - NEWS or (first is not None and first <= published - NEWS - A_MONTH)


def _is_a_known_blow(c: Candidate, r: Story) -> bool:
    """Whether an event tells of a blow known before: "the raid took place at dawn", "the 11 envoys were killed"."""
    if c.status.value not in HAPPENED or not tells_a_blow(c, r):
        return False
    if c.noun:
        return is_known(c, r) and (c.support is None or grammar.tells(c.support))
    return tells(c) and _is_done_to_the_known(c, r)


def _is_done_to_the_known(c: Candidate, r: Story) -> bool:
    """Whether a verb tells of nobody and nothing new: "the 11 envoys were killed", not "six envoys were killed"."""
    if c.partner is not None and is_a_blow(c.partner, r) and is_known(c.partner, r):
        return True  # "the attack killed 12 people"
    below = grammar.subjects(c.verb) if grammar.is_passive(c.verb) else grammar.objects(c.verb)
    below = below or grammar.subjects(c.verb)
    known = r.lexicon.dating["known"]
    return bool(below) and all(
        (t.pos_ in {"PROPN", "PRON"} and not grammar.children(t, {"nummod"}))
        or any(x.lower_ in known or x.dep_ in POSSESSIVE for x in t.children)
        for t in below
    )


def _is_news_of_a_blow(c: Candidate, r: Story) -> bool:
    """Whether one of the first sentences tells of a blow as news, and not as what some other news is about."""
    if c.token.sent.start > r.opening or c.kind != "body" or not tells_a_blow(c, r) or c.status.background:
        return False
    if c.noun:
        return c.support is not None and not is_known(c, r)
    if not is_main(c) or c.verb.dep_ == "conj":
        return False
    return r.sentences[c.token.i].start == r.lead or not _is_done_to_the_known(c, r)


def _settle(c: Candidate, at: dict[int, Candidate], told: _Told) -> None:
    """Give an event the date that it is counted to have, or one that it can borrow."""
    if c.time is not None or c.token.i in told.settled:
        return
    told.settled.add(c.token.i)
    if c.counted is None:
        _borrow(c, at, told)
        return
    base = c.counted.base
    _settle(base, at, told)
    if not _count(c, told.story):
        _borrow(c, at, told)
        if base.when.first is None and base.when.until is None:
            base.counted = replace(c.counted, base=c, count=-c.counted.count)
            _count(base, told.story)


def _count(c: Candidate, r: Story) -> bool:
    """Date an event by the one that it is counted from, if that has a date."""
    when = counted_when(c)
    if c.counted is None or when is None or _is_ahead(when, c, r):
        return False
    c.when, c.lender, c.lent = when, c.counted.base, f"“{c.counted.words.text}” counted from another event"
    c.soft = c.counted.base.when.basis == "published"
    return True


def _borrow(c: Candidate, at: dict[int, Candidate], told: _Told) -> None:
    """Date an event by the nearest that has a date to lend, else by the article, else not at all."""
    r = told.story
    supposed = c.status.value == "conditional"
    if c.status.value == "generic" or (not supposed and _open_at_an_occasion(c, at, told)):
        return
    for source, why, soft in [_at_its_scene(c, at, told)] if supposed else _sources(c, at, told):
        if source is None or (source.when.first is None and source.when.until is None) or _is_ahead(source.when, c, r):
            continue
        if c.noun and source.status.value in AHEAD and c.status.value in HAPPENED:
            c.status = replace(c.status, value=source.status.value, reason="it shares the status of its clause")
        if why == CAME_OUT:
            c.headed, c.agents = True, c.agents or list(source.agents)
            c.status = replace(c.status, value="occurred", standing=False)  # "the suit accuses Karhu": from then on
        basis = "published" if source.when.basis == "published" else "inherited"
        if why == CAME_AFTER:
            c.when, c.lender, c.lent, c.soft = _from_then_on(source, r), source, why, soft or source.soft
            return
        c.when, c.lender, c.lent, c.soft = replace(source.when, basis=basis), source, why, soft or source.soft
        before = grammar.is_pluperfect(c.verb) or (tells(c) and takes_time(c.verb, r)) or is_looked_into(c, r)
        denied = any(t.lemma_.lower() in r.lexicon.triggers["denying"] for t in c.status.cue)  # then: its title says so
        if why == TOLD_THEN and before and not denied:
            first, until, edtf = opened(source.when, "until_end")  # "said on Tuesday that he had met them"
            c.when, c.lent = replace(c.when, first=first, until=until, edtf=edtf), "told on that day: it was before"
        return
    if supposed or _open_at_what_followed(c, at, r):
        return
    c.lent = _apart(c, at, told) or why_no_news(c, at, r)
    if not c.lent and told.is_known_blow(c):
        c.lent = "it is told as known, and nothing says when it was"
    if not c.lent and told.is_background(c, at):
        c.lent = "it is told with what was before the news, and nothing says when"
    if not c.lent and r.published.first is not None:
        p = r.published
        c.when = When(p.value, p.first, p.until, p.value, "published", "within")
        c.soft = is_aside(c, r)
        looked_into = is_looked_into(c, r)
        if p.until is not None and (looked_into or _is_a_running_total(c, r)):
            c.lent = "it is looked into later" if looked_into else "a count that has grown up to the article"
            c.when = When(None, None, p.until, f"../{p.until - A_DAY}", "inherited", "within")


def _is_a_running_total(c: Candidate, r: Story) -> bool:
    """Whether a clause tells how many an illness or a war has harmed by now: "the fever has killed 40 people"."""
    words, lemma = r.lexicon, c.token.lemma_.lower()
    if c.noun or lemma not in words.dating["harming"] | words.dating["spreading"]:
        return False
    if not grammar.is_perfect(c.verb):
        return False
    causes = words.title["diseases"] | words.dating["lasting"] | words.dating["killing"]
    told = [*grammar.subjects(c.verb), *(n for _, n in grammar.obliques(c.verb, r.timed))]
    who = [*grammar.objects(c.verb), *told]
    counted = any(x.dep_ == "nummod" or x.tag_ == "CD" for o in who for x in o.children)
    counted = counted or any(o.lower_ in words.title["counting"] for o in who)  # "tens of thousands"
    spread = lemma in words.dating["spreading"] and grammar.is_passive(c.verb)
    return counted and (spread or any(t.lemma_.lower() in causes for t in told))


def _from_then_on(o: Candidate, r: Story) -> When:
    """Some day from an occasion up to the article; that of the occasion itself after talks, or where it is the news."""
    when, until = o.when, r.published.until
    if when.first is None or when.until is None or until is None or o.type in OFTEN:
        return replace(when, basis="inherited")  # "signed a contract after talks on Monday"
    length = when.until - when.first
    if when.until + A_DAY >= until or (o.time is not None and A_WEEK < length <= A_MONTH):
        return replace(when, basis="inherited")  # or of its month, but not of its year
    edtf = f"{when.first}/{until - A_DAY}"
    return replace(when, value=None, until=until, edtf=edtf, basis="inherited", extent="within")


def _is_ahead(when: When, c: Candidate, r: Story) -> bool:
    """Whether what happened would lie ahead of the article by another's date: "left and called a vote within days"."""
    told = r.published.until
    happened = c.status.value == "occurred" and not c.noun
    if not happened or when.first is None or told is None:
        return False
    from_now = when.first == r.published.first and when.until is not None and when.until > told + A_DAY
    return when.first >= told or from_now


def _sources(c: Candidate, at: dict[int, Candidate], told: _Told) -> Iterator[tuple[Candidate | None, str, bool]]:
    """Who could lend an event a date, the nearest first: why, and whether only the course of the story says so."""
    r = told.story
    yield _of_clause(c, at, r), "it shares the date of its clause", False
    yield _of_moment(c, at, r), "it came when that did", False
    yield _at_its_scene(c, at, told)
    yield _of_text(c, at, r), CAME_OUT, False
    yield _of_next(c, at, told), "it shares the date of what it is told together with", True
    yield _of_what_went_before(c, at, told), CAME_AFTER, True
    yield _of_hours_before(c, told), "it came hours after that did", True
    yield _of_outcome(c, at), "it shares the date of what it says of somebody", False
    yield _of_doing(c, at), "its verb's date is its own", False
    so_far = _is_a_running_total(c, r)  # "the war, which broke out in 2003, has killed thousands": since then
    yield None if so_far else _of_arranging(c, at, told), "the day it was arranged for", False
    yield None if so_far else c.told_when or told_elsewhere(c, told.deeds, r), TOLD_ELSEWHERE, False
    yield (told.news if _comes_as_told(c, r) else None), "the news, told again by how long after another it came", False
    apart = bool(_apart(c, at, told))
    if not apart:
        yield _of_saying(c, at, r), TOLD_THEN, True
    if c.noun and c.partner is not None:
        lender = c.partner.lender
        own = lender is not None and lender.when.until != c.partner.when.until  # "since" what the lender tells
        known = (
            c.partner.soft
            and c.partner.type != "statement"
            and _is_a_known_blow(c, r)
            and not tells_a_blow(c.partner, r)
        )
        source = None if known else c.partner if own else lender  # "prices rose after the fall … followed the raid"
        yield source, "it shares the date of its verb", c.partner.soft
    if c.kind == "headline":
        yield _of_headline(c, told), "the news that the headline sums up", True
    elif c.token.i not in r.speaker and not apart and not told.is_other_news(c):
        # who is quoted tells of another time than the story
        counted = c.counted is not None or is_looked_into(c, r)  # "two days after the battle": not of the battle's day
        own = counted or is_told_by_who_did_it(c, r)
        yield None if own else _of_act(c, told), "the last day on which the story has them do something", True
        yield told.last_blow(c), TOLD_BEFORE, True
        yield None if counted else _of_tale(c, told), "the story goes on telling of that time", True
        yield None if own else _of_news(c, at, told), "the day of the news that the story opens with", True


# --------------------------------------------------------------------------------------------------------- who lends


def _of_clause(c: Candidate, at: dict[int, Candidate], r: Story) -> Candidate | None:
    """The dated event of the same clause: the first of a coordination, what a participle or "when" hangs on."""
    if (c.noun and c.support is None) or (c.verb.dep_ == "conj" and _is_of_later(c, r)):
        return None
    cur = c.verb
    marks = r.lexicon.dating["meanwhile"]
    for head in grammar.chain(c.verb):
        above = at.get(head.i)
        marker = grammar.case(cur).split(" ")[0] if cur.dep_ == "advcl" else ""
        participle = cur.dep_ == "advcl" and cur.tag_ == "VBG" and marker in {"", "by", "while", "in"}
        meanwhile = cur.dep_ == "advcl" and any(
            x.dep_ in {"mark", "advmod"} and x.lower_ in marks for x in cur.children
        )
        if cur == c.verb and _is_where(c):  # "flies to Lima on Monday, where he will sign a pact"
            journey = at.get(head.i) or at.get(head.head.i)
            return journey if journey is not None and _is_brief_journey(journey, c, r) else None
        if cur.dep_ not in {"conj", "xcomp"} and not participle and not meanwhile:
            return None
        if cur.dep_ == "conj" and any(x.tag_ == "WRB" for x in grammar.children(cur, {"advmod", "mark"})):
            return None  # "tells how the pact came about and how it was broken"
        if cur.dep_ == "conj" and _is_contrasted(cur, head, r):
            return None  # "was arrested in 2003, but was found not guilty"
        if cur.dep_ == "conj" and grammar.is_perfect(cur) and not grammar.is_perfect(head):
            return None  # "resigned in May and has moved to Lima"
        if above is not None and above.when.first is not None and above.when.basis in {"explicit", "inherited"}:
            same_side = (above.status.value in HAPPENED) == (c.status.value in HAPPENED)
            same_time = above.status.background == c.status.background and above.status.standing == c.status.standing
            whole = above.when.until is not None or not meanwhile
            fits = same_side and same_time and whole and not _holds_another_time(c, above, r)
            fits = fits and not _is_for_an_occasion(above, at)
            return above if fits else None
        cur = head
    return None


def _is_for_an_occasion(o: Candidate, at: dict[int, Candidate]) -> bool:
    """Whether somebody goes on one day to an occasion called by another: "flies on Monday to attend Friday's vote"."""
    goes = at.get(o.verb.head.i) if o.verb.dep_ == "advcl" and grammar.has_to(o.verb) else None
    if goes is None or goes.time is None or goes.time is o.time or o.time_token is None:
        return False
    return any(x.is_ancestor(o.time_token) for x in grammar.objects(o.verb))


def _is_where(c: Candidate) -> bool:
    """Whether a clause tells what somebody does at the place named before it: "…, where he will sign a pact"."""
    where = any(x.tag_ == "WRB" and x.lower_ in grammar.WORDS["places"] for x in c.verb.children)
    return where and c.verb.dep_ in grammar.RELATIVE | {"advcl"}


def _is_brief_journey(o: Candidate, c: Candidate, r: Story) -> bool:
    """Whether who does something goes there on known days, and is no longer there than some days."""
    first, until = o.when.first, o.when.until
    himself = any(s.tag_ == "PRP" for s in grammar.children(c.verb, grammar.SUBJECT)) or set(c.agents) & set(o.agents)
    if not himself and c.status.value in HAPPENED:
        return False  # "flew to Gao on Monday, where rebels had killed nine"
    alike = (o.status.value in HAPPENED) == (c.status.value in HAPPENED)
    lemma, words = o.token.lemma_.lower(), r.lexicon.triggers
    there = o.place is not None and lemma in words["fixed"] | words["awaited"]  # "is due in Lima on Monday, where"
    goes = o.type == "visit" or lemma in words["setting_out"] or there
    return goes and alike and first is not None and until is not None and until - first <= A_WEEK


def _is_contrasted(verb: Token, before: Token, r: Story) -> bool:
    """Whether "but" parts what befell somebody from what befell him at another time."""
    but = any(t.lower_ in r.lexicon.status["contrasting"] for t in grammar.children(verb, {"cc"}))
    meant = any(before.i <= t.i < verb.i and grammar.has_to(t) for t in grammar.conjuncts(before))
    # "opened in May and was to end on Friday, but was extended"
    return but and (meant or grammar.is_passive(before)) and not grammar.children(verb, grammar.SUBJECT)


def _holds_another_time(c: Candidate, above: Candidate, r: Story) -> bool:
    """Whether a clause holds a time of its own that is not its neighbour's: "… on Sunday, but said so only Tuesday"."""
    own = (r.timed[t.i] for t in c.verb.subtree if t.i in r.timed and t.i > above.verb.i)
    days = [x for x in own if x.type in {"DATE", "TIME"} and x.first is not None and x is not above.time]
    first, until = above.when.first, above.when.until
    told = r.published.until
    if told is not None and c.status.value in HAPPENED:  # "met him on Friday and asked for monitors from July"
        days = [x for x in days if x.first is None or x.first < told]
    return c.verb.dep_ == "conj" and any(
        x.first is not None and until is not None and first is not None and not first <= x.first < until for x in days
    )


def _is_of_later(c: Candidate, r: Story) -> bool:
    """Whether a clause says that it came after what was told before it: "led it in 1998 and later joined the bank".

    Or "published it in 1998. He was later jailed".
    """
    words = r.lexicon.dating["afterwards"]
    return any(t.lower_ in words for t in grammar.children(c.verb, {"advmod"}))


def _of_moment(c: Candidate, at: dict[int, Candidate], r: Story) -> Candidate | None:
    """The dated event of the clause that says when something was or is to be: "drowned when a ferry sank on Friday".

    Or with what it was done: "drained the mine using a hose on Friday".
    """
    if c.noun or not (c.status.value == "planned" or (c.status.value in HAPPENED and grammar.is_past(c.verb))):
        return None
    marks = r.lexicon.dating["moments"]
    below = grammar.children(c.verb, {"xcomp"}) if tells(c) else []
    for x in grammar.children(c.verb, {"advcl"}) + [y for t in below for y in grammar.children(t, {"advcl"})]:
        o = at.get(x.i)
        if o is None or o.noun or o.time is None or (o.status.value in HAPPENED) != (c.status.value in HAPPENED):
            continue
        if o.status.value not in HAPPENED | {"planned"} or o.status.background:
            continue
        beside = x.tag_ == "VBG" and not grammar.case(x) and not grammar.auxiliaries(x) and tells(c)
        if beside and o.near and x.i > c.verb.i and r.doc[x.i - 1].text != ",":
            return o  # not "waged war, declaring victory in May"
        when = next((m for m in x.children if m.dep_ in {"mark", "advmod"} and m.lower_ in marks), None)
        if when is not None and o.time_token is not None and o.time_token.i > when.i:
            return o  # not "a return to the marches of early May, when thousands rallied"
    return None


def _of_next(c: Candidate, at: dict[int, Candidate], told: _Told) -> Candidate | None:
    """The dated end of a coordination that a verb begins: "killed six people and injured 58 on Friday"."""
    if c.noun or c.status.value not in HAPPENED | {"denied"}:
        return None
    last = grammar.conjuncts(c.verb)[-1]
    o = at.get(last.i)
    if o is None or o is c or o.status.value not in HAPPENED or (c.status.background and not o.status.background):
        return None  # "had read the news there, and was shot on Friday"
    if _is_contrasted(last, c.verb, told.story):
        return None  # "was convicted of the raid in Lima, but was freed last August"
    if o.time is not None and any(_is_dated_apart(t.i, o, told.story) for t in c.verb.subtree if t.i < o.verb.i):
        return None  # "let the bank fail over the weekend but saved its rival on Tuesday"
    one_blow = _are_of_one_blow(c, o, told.story)
    if grammar.children(last, grammar.SUBJECT) and not one_blow:
        return None
    bare = (
        last.tag_ == "VBN" and c.verb.tag_ == "VBD" and not grammar.auxiliaries(last)
    )  # "killed six and hurt (VBN) 58"
    told_alike = last.tag_ == "VBD" and grammar.tells(c.verb)  # "did not sign it and left the hall on Monday"
    same_tense = (last.tag_ == c.verb.tag_ or bare or told_alike or one_blow) and grammar.is_past(last)
    return (o if o.time is not None else _of_scene(o, at, told)) if same_tense else None


def _is_dated_apart(i: int, o: Candidate, r: Story) -> bool:
    """Whether a word belongs to a day or a stretch that is not an event's own."""
    x = r.timed.get(i)
    return x is not None and x is not o.time and x.type in {"DATE", "TIME"} and x.first is not None


def _are_of_one_blow(c: Candidate, o: Candidate, r: Story) -> bool:
    """Whether two clauses count who was hurt in one blow: "six were killed and nine injured in a crash on Monday"."""
    between = r.doc[c.verb.i + 1 : o.verb.i]
    if any(t.is_punct for t in between) or len(grammar.conjuncts(c.verb)) != JOINED:
        return False
    harmed = r.lexicon.dating["harming"]
    return c.token.lemma_.lower() in harmed and o.token.lemma_.lower() in harmed


def _of_hours_before(c: Candidate, told: _Told) -> Candidate | None:
    """What the sentence before told, where an event came within hours of it: "was shot on Monday. Hours later …"."""
    r, o = told.story, told.latest
    if o is None or c.noun or not tells(c) or told.latest_end != c.token.sent.start:
        return None
    times = [r.timed[t.i] for t in c.verb.children if t.i in r.timed]
    hours = (x for x in times if x.first is None and x.rule in r.lexicon.dating["of_hours"])
    soon = any(x.type == "TIME" or preposition_before(x, r) in r.lexicon.dating["limits"] for x in hours)
    return o if soon else None


def _of_outcome(c: Candidate, at: dict[int, Candidate]) -> Candidate | None:
    """The dated participle that a verb's predicate is: "was found abandoned in December", "stopped paying in 1984".

    Or what it denies: "refused to leave on Monday".
    """
    if c.noun or not tells(c) or c.verb.lemma_.lower() in grammar.WORDS["owning"]:
        return None  # "admitted having left in May"
    below = [at[x.i] for x in grammar.children(c.verb, {"xcomp"}) if x.i in at]
    states = (
        o
        for o in below
        if (o.token.tag_ in {"VBN", "VBG"} and o.status.value in HAPPENED)
        or (o.status.value == "denied" and c.verb in o.status.cue and o.token.tag_ != "VBG")  # not "ruled out sending"
    )
    return next((o for o in states if o.time is not None), None)


def _at_its_scene(c: Candidate, at: dict[int, Candidate], told: _Told) -> tuple[Candidate | None, str, bool]:
    return _of_scene(c, at, told), "it is told as part of that occasion", False


def _of_scene(c: Candidate, at: dict[int, Candidate], told: _Told) -> Candidate | None:
    """The dated event that is the scene of another, or that has it as its scene.

    "will discuss it during his visit on 29 August"; "said it at a news conference on Tuesday"; "told a rally".
    """
    scenes = told.story.lexicon.dating["scenes"]
    if c.noun and c.support is None:
        if grammar.case(c.top).split(" ")[0] not in scenes:
            return None
        above = grammar.governor(c.top)
        source = at.get(above.i) if above is not None else None
        return source if source is not None and source.time is not None else None
    verb = c.support or c.verb
    told_to = grammar.objects(verb) if verb.lemma_.lower() in told.story.lexicon.reporting else []
    if grammar.is_passive(verb):
        scenes = scenes | grammar.WORDS["done_by"]  # "was hit by an earthquake on Tuesday"
    under = [n for preposition, n in grammar.obliques(verb) if preposition in scenes]
    margins, units = (told.story.lexicon.dating[name] for name in ("margins", "units"))
    beside = [n for _, n in grammar.obliques(verb) if n.lemma_.lower() in margins]
    beside += [n for n in under if n.lemma_.lower() in units]  # "during an hour of talks"
    under += [
        n for v in grammar.children(verb, {"xcomp"}) for p, n in grammar.obliques(v) if p in scenes and c.type == "vote"
    ]  # "voted to leave in a referendum"
    under += [n for x in beside for preposition, n in grammar.obliques(x) if preposition == "of"]
    if verb.lemma_.lower() in told.story.lexicon.status["charging_verbs"]:  # "charged in the death of a guard"
        under = [n for n in under if n.i not in at or not is_a_blow(at[n.i], told.story)]
    won = [n for o in grammar.objects(verb) for preposition, n in grammar.obliques(o) if preposition in scenes]
    under += [n for n in won if n.i in at and at[n.i].type == "vote"]  # "won a majority in the May 9 election"
    below = [n for o in grammar.objects(verb) for t in o.subtree for p, n in grammar.obliques(t) if p == "at"]
    under += [n for n in below if n.i in at and at[n.i].noun]  # "won the prize for best song at Sunday's ceremony"
    for noun in (*told_to, *under):
        source = at.get(noun.i)
        if noun in under and source is not None and source.noun and c.status.value in HAPPENED:
            _settle(source, at, told)  # "died in the quake", whose day the story has told
        known = source is not None and (source.time is not None or (noun in under and _is_settled(source)))
        if source is not None and source.noun and known:
            same_side = (source.status.value in HAPPENED) == (c.status.value in HAPPENED)
            return source if same_side else None
    return None


def _of_text(c: Candidate, at: dict[int, Candidate], r: Story) -> Candidate | None:
    """The dated participle by which a text came out that tells something, or in which somebody says it.

    "A study released on Monday found that nets shrink", "said so in a letter dated 3 May"; not "accuses them", of whom
    the text alone tells nothing.
    """
    if c.noun or c.status.value not in HAPPENED or any(map(r.names.is_vague, grammar.objects(c.token))):
        return None
    words = r.lexicon.dating
    under = [n for preposition, n in grammar.obliques(c.token) if preposition in words["scenes"]]
    under = [n for n in under if n.lemma_.lower() in words["told_in"] | r.lexicon.quantities]
    tells_it = c.type == "statement" or is_telling(c.token, r.lexicon)
    telling = [n for n in grammar.subjects(c.token) if tells_it]
    telling = [n for n in telling if n.lemma_.lower() in words["told_in"] | grammar.WORDS["documents"]]
    for noun in (*under, *telling):
        inside = grammar.children(noun, {"nmod"})  # "an interview with the Post published", "a series of reports"
        issued = [at[x.i] for n in (noun, *inside) for x in grammar.children(n, grammar.REDUCED) if x.i in at]
        given = next((o for o in issued if o.time is not None and o.token.lemma_.lower() in words["issuing"]), None)
        if given is not None and given.status.value in HAPPENED:
            return given
    return None


def _is_settled(o: Candidate) -> bool:
    """Whether an occasion has its day from another telling of it."""
    return o.when.basis == "inherited" and o.lent in {TOLD_ELSEWHERE, TOLD_BEFORE}


def _of_what_went_before(c: Candidate, at: dict[int, Candidate], told: _Told) -> Candidate | None:
    """The dated occasion that a clause in the simple past comes after: "began after the invasion last August"."""
    if c.noun or not tells(c) or c.status.value not in HAPPENED:
        return None
    words = told.story.lexicon.dating["stands_as_fact"] - told.story.lexicon.dating["scenes"]
    below = (t for t in grammar.children(c.verb, {"xcomp"}) if t.tag_ == "VBG")  # "banned drilling after the spill"
    around = (x for v in (c.verb, *below) for x in grammar.obliques(v))
    after = [at[n.i] for p, n in around if p.split(" ")[0] in words and n.i in at]
    after = [o for o in after if o.noun and o.status.value in HAPPENED]
    for o in after if c.token.sent.start != told.story.lead else ():
        _settle(o, at, told)  # "banned it after the spill", whose day the story has told
    return next((o for o in after if o.time is not None or (_is_settled(o) and told.is_past(o.when))), None)


def _open_at_an_occasion(c: Candidate, at: dict[int, Candidate], told: _Told) -> bool:
    """Date an event up to or from a dated occasion: "will meet before Sunday's vote", "since the coup last May".

    And so from what a clause tells, in the perfect: "has built a port since the war ended in 2009"; where nothing says
    when that was, not at all.
    """
    r = told.story
    if c.noun:
        return False
    occasions = [(p, at[n.i]) for p, n in grammar.obliques(c.verb) if n.i in at and at[n.i].noun]
    perfect = any(a.lemma_ == "have" for a in grammar.auxiliaries(c.verb))
    if perfect:
        clauses = [(grammar.case(x), x) for x in grammar.children(c.verb, {"advcl"})]
        # "since the rig exploded", read as "since the exploded rig"
        clauses += [(p, x) for p, n in grammar.obliques(c.verb) for x in grammar.children(n, {"acl"}) if x.i == n.i + 1]
        since = [(p, at[x.i]) for p, x in clauses if x.i in at and r.lexicon.openings.get(p) == "from_start"]
        occasions += since
    for preposition, o in occasions:
        side = r.lexicon.openings.get(preposition)
        if side == "from_start" and any(is_measure(t, r) for t in r.doc[o.top.left_edge.i : o.token.i]):
            continue  # "for the first time since the explosion"
        if perfect and side == "from_start":
            _settle(o, at, told)
            if o.when.first is None or o.when.basis == "published" or o.soft:
                c.lent = f"“{preposition}” something whose day is not told"
                return True  # "since its launch": no news of today
        elif side is None or o.time is None or o.when.basis != "explicit":
            continue
        ahead = c.status.value in AHEAD
        if ahead and side != "until_start" and is_over(o, r):
            continue  # "hopes to sign it after last week's ruling"
        before = (
            side == "until_start" and tells(c) and told.is_past(o.when)
        )  # "built ships before its collapse in 2003"
        if side == "from_start" or before or (ahead and side != "until_end"):
            whole = before and o.when.until != (o.when.first or date.max) + A_DAY  # up to some day of that year
            first, until, edtf = opened(o.when, "until_end" if whole else side)
            extent = "throughout" if side == "from_start" else "within"
            c.when = replace(o.when, first=first, until=until, edtf=edtf, basis="inherited", extent=extent)
            c.lender, c.lent = o, f"“{preposition}” that occasion"
            return True
    return False


def _open_at_what_followed(c: Candidate, at: dict[int, Candidate], r: Story) -> bool:
    """Date a clause up to the day of what came after it: "shares fell on Tuesday after the court ruled"."""
    marks = [m for m in grammar.children(c.verb, {"mark"}) if r.lexicon.openings.get(m.lower_) == "from_end"]
    if c.noun or c.verb.dep_ != "advcl" or c.status.value not in HAPPENED or not marks:
        return False
    followed = at.get(c.verb.head.i)
    x = r.timed.get(marks[0].i - 1) or (followed.time if followed is not None else None)
    told = r.published.until
    if x is None or x.type == "DURATION" or x.first is None or x.until is None or told is None:
        return False
    if x.until > told or x.until - x.first > A_WEEK or (followed is not None and followed.status.value in AHEAD):
        return False
    first, until, edtf = opened(When(x.value, x.first, x.until, x.edtf), "until_end")
    c.when = When(x.value, first, until, edtf, "inherited", "within")
    c.lent = f"what came after it was on “{x.text}”"
    return True


def _of_doing(c: Candidate, at: dict[int, Candidate]) -> Candidate | None:
    """The dated verb that brings about a new occasion: "took leave in May", "filed a suit", not "broke the truce"."""
    if not c.noun or c.support is not None or c.top.dep_ not in grammar.OBJECT:
        return None
    if any(x.lower_ in grammar.WORDS["definite"] or x.dep_ in {"nmod:poss", "poss"} for x in c.top.children):
        return None
    source = at.get(c.top.head.i)
    if source is None or source.noun or not {source.status.value, c.status.value} <= HAPPENED:
        return None
    return source if c.top.i > source.verb.i else None


def _of_arranging(c: Candidate, at: dict[int, Candidate], told: _Told) -> Candidate | None:
    """The participle that says what an occasion was arranged for: "a meeting planned for 5 July was cancelled"."""
    occasion = c if c.noun else c.partner
    if occasion is None or not occasion.noun:
        return None
    arranged = told.story.lexicon.status["planned_passive"] | told.story.lexicon.dating["setting"]
    clauses = grammar.children(occasion.top, grammar.REDUCED | grammar.RELATIVE)
    below = [at[x.i] for x in clauses if x.i in at and x.lemma_.lower() in arranged]
    return next((x for x in below if x.time is not None), None)


def _of_saying(c: Candidate, at: dict[int, Candidate], r: Story) -> Candidate | None:
    """The dated saying whose content a clause is: "said on Monday that troops had entered", "…, he said on Monday"."""
    denied = c.status.value == "denied" and c.verb.head in c.status.cue  # "denied on Monday that it had shelled it"
    if denied and c.verb.dep_ in {"ccomp", "xcomp"} and c.verb.head.i in at:  # or "denied on Monday having shelled it"
        denial = at[c.verb.head.i]
        return denial if denial.time is not None and denial.status.value == "occurred" else None
    if c.status.value not in HAPPENED or c.status.standing or (c.noun and c.support is None):
        return None
    if c.verb.dep_ in grammar.REDUCED and c.verb.tag_ == "VBN":
        return None  # "said on Monday that the guard kidnapped in Gao was free"
    if c.verb.dep_ in grammar.RELATIVE and tells(c) and grammar.text_before(c.verb.left_edge) != ",":
        return None  # "said on Monday that it would send the grain that it bought"
    sayings = [at[t.i] for t in tellers(c, r) if t.i in at]
    if grammar.is_what_it_is(c.verb) and c.verb.head.i in at:  # "it was revealed last week that the bank bought it"
        sayings.append(at[c.verb.head.i])
    return next((o for o in sayings if o is not c and o.time is not None and o.status.value == "occurred"), None)


def _of_headline(c: Candidate, told: _Told) -> Candidate | None:
    """The dated news of the story's first sentence, for the clause of a headline that sums it up."""
    news = told.news
    if news is None or c.noun or c.status.value != "occurred" or c.token != c.token.sent.root:
        return None
    return news if told.story.sentences[news.token.i].start == told.story.lead else None


def _of_act(c: Candidate, told: _Told) -> Candidate | None:
    """What the same actor last did on a known day of the news: "… said on Tuesday. He added …".

    What he did, where a day long past was told last, is of that past: "was elected in May 2009. He founded a party".
    What only tells who he is has another day: "Lund, who met Kone on Tuesday, hailed the accord".
    """
    if c.noun or not tells(c) or not is_main(c) or c.status.value not in HAPPENED | {"denied"} or _is_a_state(c, told):
        return None
    acts = [told.acts[actor] for actor in c.agents if actor in told.acts]
    clause = grammar.first_conjunct(c.verb)
    acts = [o for o in acts if not (o.verb.dep_ in grammar.RELATIVE and clause.is_ancestor(o.verb))]
    if c.token.lemma_.lower() in told.story.lexicon.reporting:
        acts = [o for o in acts if told.is_lately(o) or _are_in_one_paragraph(o, c, told.story)]
    elif told.looks_back(c) and not _is_of_later(c, told.story):  # "left on Tuesday. He later met Kone"
        return None
    if not any(x.lower_ in told.story.lexicon.status["adding"] for x in c.verb.children):  # "also ordered them home"
        acts = [o for o in acts if not told.is_before_the_news(o) or _are_in_one_paragraph(o, c, told.story)]
    act = next((o for o in acts if not _is_only_said(o, c, told.story)), None)
    then = _right_before(c, act, told) if act is not None else None
    of_him = then is not None and (
        set(c.agents) & set(then.patients) or any(t.tag_ == "PRP" for t in grammar.objects(then.verb))
    )
    return then if of_him else act  # "met bankers on Monday. The king received her on Friday. She signed a pact"


def _is_only_said(o: Candidate, c: Candidate, r: Story) -> bool:
    """Whether a deed is told beside what somebody said on a day, which is not the deed's: "said … He built a mill"."""
    saying = r.lexicon.reporting | r.lexicon.triggers["denying"]
    if o.token.lemma_.lower() not in saying or c.type == "statement" or c.token.lemma_.lower() in saying:
        return False
    return bool(grammar.children(o.token, {"ccomp", "parataxis"})) or not grammar.objects(o.token)


def _are_in_one_paragraph(o: Candidate, c: Candidate, r: Story) -> bool:
    """Whether no line ends between an event's sentence and a later one's."""
    return "\n" not in r.doc[o.token.sent.end - 1 : c.token.sent.start + 1].text.strip(" ")


def _is_a_state(c: Candidate, told: _Told) -> bool:
    """Whether a clause tells how things stood, which is of no day: "the town had two hospitals"."""
    return c.token.lemma_.lower() in told.story.lexicon.dating["states"] and c.partner is None


def _of_tale(c: Candidate, told: _Told) -> Candidate | None:
    """The dated past of the sentences before, while the story goes on in the simple past."""
    tale = told.tale
    if tale is None or c.noun or not tells(c) or c.token.lemma_.lower() in told.story.lexicon.reporting:
        return None
    if (
        told.goes_on(c)
        or _is_of_later(c, told.story)
        or (c.verb.dep_ == "conj" and _is_contrasted(c.verb, c.verb.head, told.story))
        or any(x.dep_ == "ccomp" and x.head == tale.token for x in (c.verb, *grammar.chain(c.verb)))
    ):
        return None  # it "also closed a road"; or it was before: "disclosed in May that it was approached"
    if tale.verb.dep_ == "ccomp" and c.token.sent == tale.token.sent and not tale.verb.is_ancestor(c.verb):
        return None  # "recalled that ties were cut in 1992, and decided to send an envoy"
    if tale.kind != c.kind or any(not t.is_space for t in told.story.doc[told.tale_end : c.token.sent.start]):
        return None  # something else was told in between
    if _is_a_state(c, told) or not _goes_on_with(c, tale, told.story):
        return None
    if tale.when.first is None or tale.when.until is None or tale.when.until - tale.when.first > A_DAY:
        told.tale_end = c.token.sent.end  # a month's tale goes on; a day's is soon another day's
    return tale


def _goes_on_with(c: Candidate, tale: Candidate, r: Story) -> bool:
    """Whether a clause is tied to the past told before it: in its sentence, by who does it, or as the next of its tale.

    "Rebels seized the port in May. They fled"; "The army retook the town", in the same paragraph, but where the day is
    of the news only whom it harmed; not what a year is told of, nor what stands with a time of its own.
    """
    sentence = c.token.sent
    if sentence == tale.token.sent:
        return True
    if any(r.timed[i].first is not None for i in range(sentence.start, c.token.i) if i in r.timed):
        return False  # "a 2001 review found a backlog"
    doers = [t for s in grammar.subjects(c.verb) for t in (s, *s.children)]
    if set(c.actors) & set(tale.actors) or any(_refers_back(t, r) for t in doers):
        return True
    first, until, published = tale.when.first, tale.when.until, r.published.first
    brief = first is not None and until is not None and until - first <= A_MONTH
    lately = first is not None and published is not None and first >= published - NEWS
    return brief and (not lately or tells_a_blow(c, r)) and _are_in_one_paragraph(tale, c, r)


def _refers_back(word: Token, r: Story) -> bool:
    """Whether a word means somebody or something just told of: "they", "his mother", "those gains"."""
    known = word.lower_ in r.lexicon.dating["known"] - grammar.WORDS["the"] and word.dep_ == "det"
    return known or (word.tag_ in {"PRP", "PRP$"} and word.lower_ not in r.lexicon.dating["first_person"])


def _of_news(c: Candidate, at: dict[int, Candidate], told: _Told) -> Candidate | None:
    """The news that a story opens with, for what its main clauses go on to tell: "… fell on Thursday. … died."."""
    if c.noun or not tells(c) or not is_main(c) or c.kind != "body" or c.status.value != "occurred":
        return None
    news = told.news
    if news is None or _is_a_state(c, told) or told.is_background(c, at):
        return None
    of_a_blow = tells_a_blow(news, told.story)
    if tells_a_blow(c, told.story) and not (of_a_blow or news.type == "attack"):
        return None  # "the raid took place near the port"
    until, published = news.when.until, told.story.published.first
    says = c.type == "statement" or c.token.lemma_.lower() in told.story.lexicon.reporting
    if of_a_blow and says and until is not None and published is not None and until < published:
        return None  # "a bomb killed nine on Friday … the bishops condemned it", on a Monday: then, or since
    deal = c.partner if c.type == "agreement" and grammar.is_passive(c.verb) else None
    if deal is not None and is_known(deal, told.story) and news.type != "agreement":
        return None  # "inspectors went to work … the accord was brokered by the king"
    acts = [told.acts[actor] for actor in c.agents if actor in told.acts]
    moved_on = any(news.when.until and o.when.first and o.when.first >= news.when.until for o in acts)
    own = set(c.agents) & set(news.agents) and _is_only_said(news, c, told.story)
    return None if moved_on or own else _right_before(c, news, told) or news


def _right_before(c: Candidate, since: Candidate, told: _Told) -> Candidate | None:
    """What the sentence before tells of a day after another's: "flew in on Monday. On Friday he met her. Both …"."""
    o, until = told.latest, since.when.until
    if o is None or until is None or o.when.first is None or o.when.first < until:
        return None
    return o if told.latest_end == c.token.sent.start else None


# ---------------------------------------------------------------------------------------------------- apart from it


def _comes_as_told(c: Candidate, r: Story) -> bool:
    """Whether an occasion just told is only said to have come so long after another: "the vote came a day after"."""
    known = r.lexicon.dating["known"]
    whose = [x.lower_ for s in grammar.subjects(c.verb) for x in s.children if x.dep_ == "det"]
    comes = c.counted is not None and c.token.lemma_.lower() in r.lexicon.dating["comes"]
    return comes and c.token.sent.start <= r.opening and not known.isdisjoint(whose)


def _is_of_another_occasion(c: Candidate, at: dict[int, Candidate], told: _Told) -> bool:
    """Whether a clause tells of an occasion known before, of which no day is known: "was hurt in the blast"."""
    if c.noun or c.token.lemma_.lower() in told.story.lexicon.reporting or c.token.sent.start == told.story.lead:
        return False
    scenes = told.story.lexicon.dating["scenes"]
    if c.token.sent.start > told.story.opening and not any(
        a in told.acts for a in c.agents
    ):  # "banned it after the spill"
        scenes = scenes | told.story.lexicon.dating["stands_as_fact"]
    below = (t for t in grammar.children(c.verb, {"xcomp"}) if t.tag_ == "VBG")  # "banned drilling after the spill"
    for preposition, noun in (x for v in (c.verb, *below) for x in grammar.obliques(v)):
        o = at.get(noun.i)
        if preposition in scenes and o is None and noun.lemma_.lower() in told.story.lexicon.dating["disasters"]:
            return c.token.sent.start > told.story.opening and any(
                x.lower_ in grammar.WORDS["the"] for x in noun.children
            )
        if preposition in scenes and o is not None and o.noun and o.partner is None and is_known(o, told.story):
            _settle(o, at, told)
            return o.when.first is None and o.when.until is None
    return False


def _apart(c: Candidate, at: dict[int, Candidate], told: _Told) -> str:
    """Why an event is told of apart from the story and its day, "" where it is not."""
    elsewhere = why_elsewhere(c, told.story)
    if not elsewhere and was_before_a_blow(c, at, told.story):
        return "it was before something whose day is not told"
    if not elsewhere and _is_of_another_occasion(c, at, told):
        return "it belongs to an occasion whose day is not told"
    return elsewhere
