"""The date of an event without a time of its own: its clause's, its occasion's, the story's, the article's, or none.

One pass over the story in its order keeps what it has told so far: which occasions have a date, who last did
something on a known day of the news, and which past it is telling of.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import timedelta

from timeline.events import grammar
from timeline.events.story import Candidate, Story
from timeline.model import When

LATELY = timedelta(4)  # a story that opens with a day this close tells of that day, unless it says otherwise
NEWS = timedelta(10)  # what lies within this of the article is its news; what lies further back is told of
HAPPENED = {"occurred", "ongoing"}
AHEAD = {"planned", "hoped", "possible"}


def lend(found: list[Candidate], at: dict[int, Candidate], r: Story) -> None:
    """Give the events without a time of their own the dates that they can borrow."""
    told = _Told(r)
    for c in found:
        if c.time is not None and c.noun:
            told.occasions.setdefault(c.token.lemma_.lower(), []).append(c)
    for c in sorted(found, key=lambda c: c.token.i):
        if c.time is None:
            _borrow(c, at, told)
        told.hear(c)


@dataclass(slots=True)
class _Told:
    """What a story has told so far."""

    story: Story
    occasions: dict[str, list[Candidate]] = field(default_factory=dict)  # noun → those with a date, all over the story
    acts: dict[str, Candidate] = field(default_factory=dict)  # actor → its last act on a known day of the news
    tale: Candidate | None = None  # the dated past that the last sentences tell of
    tale_end: int = 0  # where the last of these sentences ends
    news: Candidate | None = None  # what the story opens with, when its words give it a day before the article's

    def hear(self, c: Candidate) -> None:
        """Take note of an event whose date is settled."""
        published = self.story.published.first
        first, until = c.when.first, c.when.until
        main = c.verb.sent.root in {c.verb, c.verb.head}
        own = c.time is not None and c.when.basis == "explicit" and first is not None and until is not None
        if not own or published is None or first is None or until is None:
            if main and not c.noun and c is not self.tale and not _tells(c):
                self.tale = None  # the story is back in the present
            return
        if c.status.value not in HAPPENED or first > published:
            return
        if first >= published - NEWS:
            self.tale = None
            if until - first == timedelta(1):
                if (
                    self.news is None
                    and main
                    and first >= published - LATELY
                    and c.token.sent.start <= self.story.opening
                ):
                    self.news = c
                for actor in (*c.agents, *c.others):
                    self.acts[actor] = c
        elif main and _tells(c):
            self.tale, self.tale_end = c, c.token.sent.end


def _borrow(c: Candidate, at: dict[int, Candidate], told: _Told) -> None:
    """Date an event by the nearest that has a date to lend, else by the article, else not at all."""
    r = told.story
    if c.status.value in {"generic", "conditional"} or _is_measured_from(c, r):
        return
    for source, why in _sources(c, at, told):
        if source is None or (source.when.first is None and source.when.until is None):
            continue
        if c.noun and source.status.value in AHEAD:
            c.status = replace(c.status, value=source.status.value, reason="it shares the status of its clause")
        basis = "published" if source.when.basis == "published" else "inherited"
        c.when, c.lender, c.lent = replace(source.when, basis=basis), source, why
        return
    if _is_news(c, at, r) and r.published.first is not None:
        p = r.published
        c.when = When(p.value, p.first, p.until, p.value, "published", "within")


def _sources(c: Candidate, at: dict[int, Candidate], told: _Told) -> list[tuple[Candidate | None, str]]:
    """Who could lend an event a date, the nearest first, each with the reason in plain words."""
    near = [
        (_of_clause(c, at), "it shares the date of its clause"),
        (_of_scene(c, at, told), "it is told as part of that occasion"),
        (_of_doing(c, at), "its verb's date is its own"),
        (_of_arranging(c, at, told), "the day it was arranged for"),
        (_of_occasion(c, told), "the same occasion has its date elsewhere in the story"),
    ]
    if c.token.i in told.story.speaker:
        return near  # who speaks tells of another time than the story: “I just found out”
    return [
        *near,
        (_of_act(c, told), "the last day on which the story has them do something"),
        (_of_tale(c, told), "the story goes on telling of that time"),
        (_of_news(c, told), "the day of the news that the story opens with"),
    ]


# --------------------------------------------------------------------------------------------------------- who lends


def _of_clause(c: Candidate, at: dict[int, Candidate]) -> Candidate | None:
    """The dated event of the same clause: the first of a coordination, the verb a participle hangs on."""
    if c.noun and c.support is None:
        return None
    cur = c.verb
    for head in grammar.chain(c.verb):
        above = at.get(head.i)
        marker = grammar.case(cur).split(" ")[0] if cur.dep_ == "advcl" else ""
        participle = cur.dep_ == "advcl" and cur.tag_ == "VBG" and marker in {"", "by", "while", "in"}
        if cur.dep_ not in {"conj", "xcomp"} and not participle:
            return None
        if above is not None and above.when.first is not None and above.when.basis in {"explicit", "inherited"}:
            same_side = (above.status.value in HAPPENED) == (c.status.value in HAPPENED)
            return above if same_side and above.status.background == c.status.background else None
        cur = head
    return None


def _of_scene(c: Candidate, at: dict[int, Candidate], told: _Told) -> Candidate | None:
    """The dated event that is the scene of another, or that has it as its scene.

    "will discuss it during his visit on 29 August"; "said it at a news conference on Tuesday".
    """
    scenes = told.story.lexicon.dating["scenes"]
    if c.noun and c.support is None:
        if grammar.case(c.top).split(" ")[0] not in scenes:
            return None
        above = grammar.governor(c.top)
        source = at.get(above.i) if above is not None else None
        return source if source is not None and source.time is not None else None
    verb = c.support or c.verb
    for preposition, noun in grammar.obliques(verb):
        source = at.get(noun.i)
        if preposition in scenes and source is not None and source.time is not None and source.noun:
            same_side = (source.status.value in HAPPENED) == (c.status.value in HAPPENED)
            return source if same_side else None
    return None


def _of_doing(c: Candidate, at: dict[int, Candidate]) -> Candidate | None:
    """The dated verb that brings about a new occasion: "took leave in May", "filed a suit", not "broke the truce"."""
    if not c.noun or c.support is not None or c.top.dep_ not in grammar.OBJECT:
        return None
    if any(x.lower_ in {"the", "this", "that"} or x.dep_ in {"nmod:poss", "poss"} for x in c.top.children):
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
    arranged = told.story.lexicon.status["planned_passive"]
    below = [at[x.i] for x in occasion.top.children if x.dep_ == "acl" and x.i in at and x.lemma_.lower() in arranged]
    return next((x for x in below if x.time is not None), None)


def _of_occasion(c: Candidate, told: _Told) -> Candidate | None:
    """The dated event that an occasion told of as known repeats: "the vote", "his resignation"."""
    known = {"the", "this", "that"}
    if not c.noun or not any(
        x.lower_ in known or x.dep_ in {"nmod:poss", "poss"} for x in (*c.top.children, *c.token.children)
    ):
        return None
    same = [
        o
        for o in told.occasions.get(c.token.lemma_.lower(), ())
        if o.when.basis == "explicit"
        and {o.status.value, c.status.value} <= HAPPENED
        and (not c.actors or not o.actors or set(c.actors) & set(o.actors))
    ]
    return same[0] if len({(o.when.first, o.when.until) for o in same}) == 1 else None


def _of_act(c: Candidate, told: _Told) -> Candidate | None:
    """What the same actor last did on a known day of the news: "… said on Tuesday. He added …"."""
    if c.noun or not _tells(c) or not _is_main(c) or c.status.value not in HAPPENED | {"denied"}:
        return None
    return next((told.acts[actor] for actor in c.agents if actor in told.acts), None)


def _of_tale(c: Candidate, told: _Told) -> Candidate | None:
    """The dated past of the sentences before, while the story goes on in the simple past."""
    tale = told.tale
    if tale is None or c.noun or not _tells(c) or c.token.lemma_.lower() in told.story.lexicon.reporting:
        return None
    if tale.kind != c.kind or any(not t.is_space for t in told.story.doc[told.tale_end : c.token.sent.start]):
        return None  # something else was told in between
    told.tale_end = c.token.sent.end
    return tale


def _of_news(c: Candidate, told: _Told) -> Candidate | None:
    """The news that a story opens with, for what its main clauses go on to tell: "… fell on Thursday. … died."."""
    if c.noun or not _tells(c) or not _is_main(c) or c.kind != "body" or c.status.value != "occurred":
        return None
    return told.news


# ------------------------------------------------------------------------------------------------- the article's date


def _is_news(c: Candidate, at: dict[int, Candidate], r: Story) -> bool:
    """Whether an event that nothing else dates is what the article reports: then, or shortly before."""
    if c.status.value not in HAPPENED | {"denied"} or c.status.background or c.kind not in {"body", "headline"}:
        return False
    if c.noun and c.support is None and _is_matter(c, at):
        return False
    if c.status.value == "denied" and not grammar.is_past(c.verb):
        return False
    return not c.in_passing or _stands_as_fact(c, r) or len(c.actors) > 1


def _is_matter(c: Candidate, at: dict[int, Candidate]) -> bool:
    """Whether an occasion is only what another is about: "talks on a truce"."""
    above = grammar.governor(c.top)
    return (
        above is not None and above.i in at and at[above.i].noun and grammar.case(c.top) in {"on", "about", "of", "for"}
    )


def _is_measured_from(c: Candidate, r: Story) -> bool:
    """Whether something else is dated by an event: "a month after it suspended its flights"."""
    first = min([c.verb.i, *(s.i for s in grammar.subjects(c.verb))])
    for i in range(first - 1, max(0, first - 4), -1):
        if r.doc[i].lower_ in r.lexicon.dating["counted_from"]:
            return r.doc[i - 1].i in r.timed or r.doc[i - 1].lemma_.lower() in r.lexicon.dating["units"]
    return False


def _stands_as_fact(c: Candidate, r: Story) -> bool:
    """A bare noun that is told of as having been: "after his meeting with Lavrov", "following the attack"."""
    return grammar.case(c.top).split(" ")[0] in r.lexicon.dating["stands_as_fact"]


def _is_main(c: Candidate) -> bool:
    """Whether a clause is its sentence's main one, coordinated with it or what it reports, no aside: "…, who met"."""
    return c.verb.dep_ in {"ROOT", "conj", "ccomp", "parataxis"} and c.verb.sent.root in {c.verb, c.verb.head}


def _tells(c: Candidate) -> bool:
    """Whether a clause tells in the simple past."""
    verb = c.verb
    if not grammar.is_verb(verb) or c.status.background:
        return False
    aux = grammar.auxiliaries(verb)
    return not any(a.lemma_ == "have" for a in aux) and (verb.tag_ == "VBD" or any(a.tag_ == "VBD" for a in aux))
