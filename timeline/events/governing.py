"""Which event the words around a time make it belong to: by its phrase, by the parse, or by mere nearness."""

from __future__ import annotations

from datetime import timedelta

from spacy.tokens import Span, Token

from timeline.events import grammar
from timeline.events.counting import ARRANGED
from timeline.events.identity import AHEAD
from timeline.events.lexicon import Lexicon
from timeline.events.reported import said_before
from timeline.events.status import calling_off
from timeline.events.story import QUOTES, Candidate, Story
from timeline.events.tenses import IN_A_PHRASE
from timeline.events.things import BEFORE_A_NOUN, is_teller
from timeline.events.triggers import comes_into_force, gives_office, judges
from timeline.model import TimeExpression

LONG_AGO = timedelta(300)  # before the article, for the day of what is remembered


def by_phrase(span: Span, at: dict[int, Candidate], r: Story) -> Candidate | None:
    """The event in whose own phrase a time stands, or right behind whose verb."""
    return _right_after(span, at, r) or _before_its_noun(span, at, r) or _in_phrase(span, at, r)


def clause_of(span: Span, x: TimeExpression, at: dict[int, Candidate], r: Story) -> Token | None:
    """The head of the clause that holds a time, where it has no event or the parse lost it: "who was mayor in 1998".

    What is told around such a clause is of another time: "Berg, who was mayor in 1998, resigned".
    """
    owned = span.root.dep_ == "nmod:poss"  # "…, but Monday's convoy is the first"
    if not owned and any(t.text == "," for t in span.doc[max(span.sent.start, span.start - 2) : span.start]):
        return None  # "met the envoy, who was ill, on Monday"
    since = r.lexicon.openings.get(grammar.case(span.root)) == "from_start"
    for word in (span.root, *grammar.chain(span.root)):
        if since and word.pos_ == "ADJ" and word.dep_ == "acl":
            return word  # "three miners missing since Saturday were found"
        if word.i in at:
            return _relative_before(span, at[word.i].token) if not at[word.i].noun else None
        if _is_apart(word, r) and (owned or not _is_over(x, r) or _is_of_the_past(word)):
            return word
    return None


def _is_apart(word: Token, r: Story) -> bool:
    """Whether a word heads a clause that tells something beside what it hangs on: a relative one, "but there was"."""
    if not grammar.is_finite(word):
        return False
    conceding = any(t.dep_ == "mark" and t.lower_ in r.lexicon.dating["conceding"] for t in word.children)
    return word.dep_ in grammar.RELATIVE | {"conj"} or (word.dep_ == "advcl" and conceding)


def _is_of_the_past(word: Token) -> bool:
    """Whether a clause's head is in a past tense: "was mayor", "had been slow"."""
    return any(t.tag_ in {"VBD", "VBN"} for t in (word, *grammar.children(word, {"cop", "aux", "aux:pass"})))


def _relative_before(span: Span, verb: Token) -> Token | None:
    """The verb of the relative clause that a time ends, though read as its main verb's.

    "Fans of the band that won it three years ago marched": no comma parts the time from that clause.
    """
    if verb.i < span.end:
        return None
    for t in reversed(span.doc[span.sent.start : span.start]):
        if t.text == ",":
            return None
        if t.dep_ in grammar.RELATIVE and grammar.is_finite(t) and verb in grammar.chain(t):
            return t
    return None


def told_then(span: Span, x: TimeExpression, at: dict[int, Candidate], r: Story) -> Candidate | None:
    """The verb of saying that a day stands right after: "said today its troops would join".

    So does a day gone by after a verb that promises or hopes: "promised yesterday that they would join".
    """
    i = span.start - 1
    while i > span.sent.start and r.doc[i].pos_ == "ADP":
        i -= 1
    c = at.get(i)
    if c is None or c.noun or span.root.dep_ in BEFORE_A_NOUN:
        return None
    if not grammar.tells(c.verb) and not (_is_over(x, r) and grammar.is_past(c.verb)):
        return None  # "has warned last month that"
    lemma, words = c.token.lemma_.lower(), r.lexicon
    if lemma in words.reporting - words.support:
        return c
    promises = lemma in words.status["planned_verbs"] | words.status["hoped_verbs"]
    return (
        c if promises and _is_over(x, r) and grammar.is_past(c.verb) and grammar.children(c.verb, {"ccomp"}) else None
    )


def _right_after(span: Span, at: dict[int, Candidate], r: Story) -> Candidate | None:
    """The verb in the simple past that a bare day stands right after: "in the days after the rig sank April 22"."""
    c = at.get(span.start - 1)
    if c is None or c.noun or not grammar.tells(c.verb) or c.token.tag_ != "VBD":
        return None
    if span.root.dep_ == "nmod:poss":
        return None  # "condemned Monday's raid"
    words = r.lexicon.status
    idle = words["planned_verbs"] | words["hoped_verbs"] | words["possible_verbs"] | r.lexicon.empty
    return None if c.token.lemma_.lower() in idle else c


def _before_its_noun(span: Span, at: dict[int, Candidate], r: Story) -> Candidate | None:
    """The occasion whose phrase a day opens: "charged in the Dec. 21, 1988, bombing", "hearings on May 3 fire"."""
    before, i = span.doc[span.start - 1], span.end
    if span.start == span.sent.start or not any(c.isdigit() for c in span.text):
        return None
    if before.tag_ not in {"DT", "PRP$"} and (before.pos_ != "ADP" or span.root.dep_ not in BEFORE_A_NOUN):
        return None
    while i < span.sent.end and (span.doc[i].text == "," or span.doc[i].pos_ in {"NOUN", "ADJ", "PROPN"}):
        if i in at:
            return (_telling(at[i], at, r) or at[i]) if at[i].noun else None
        i += 1
    return None


def _in_phrase(span: Span, at: dict[int, Candidate], r: Story) -> Candidate | None:
    """The occasion in whose own phrase a time stands: "since the coup last May", "after the vote in Peru on Friday"."""
    apart = False
    for i in range(span.start - 1, span.sent.start, -1):
        t = r.doc[i]
        c = at.get(i)
        if c is not None:
            above = grammar.governor(c.top)
            on_its_eve = above is not None and above.lemma_.lower() in r.lexicon.dating["eves"]
            set_off = grammar.case(c.top).split(" ")[0] in r.lexicon.dating["setting_off"] or on_its_eve
            doers = grammar.subjects(above) if above is not None else []
            # "Smoke rises after a raid on Aden, 5 May 2018": a picture's day
            pictured = c.kind == "caption" and not any(s.i in r.mention for s in doers)
            return c if c.noun and c.support is None and set_off and (not apart or pictured) else None
        apart |= t.text == ","
        if t.text != "," and t.pos_ not in IN_A_PHRASE:
            return None
    return None


def by_parse(span: Span, x: TimeExpression, at: dict[int, Candidate], r: Story) -> Candidate | None:
    """The event whose words govern a time, passed down where the governor is no occasion itself."""
    found = _governing(span, x, at, r)
    return _remembered(found, x, at, r) or found if found is not None else None


def _governing(span: Span, x: TimeExpression, at: dict[int, Candidate], r: Story) -> Candidate | None:
    cur: Token = span.root
    told_of = _told_of(cur, at)
    if told_of is not None:
        return told_of
    for above in grammar.chain(span.root):
        if cur.dep_ == "appos" and cur.i not in {t.i for t in span}:
            return None  # "Kos, the candidate in 2004, spoke"
        c = at.get(above.i)
        if c is not None and _is_parenthesis(above, span):
            c = None
        if c is not None and _only_reports(c, span, r):
            return None
        if c is not None and c.noun and grammar.case(c.top) in r.lexicon.dating["lacking"] and c.type != "attack":
            c = None  # "ended without agreement on Friday", "recalled its envoys from the talks on Friday"
        if c is not None and span.start in r.speaker and above.i not in r.speaker and not _is_quoted_alone(span):
            return None  # a time in a quote dates nothing outside it
        if c is not None and _is_what_they_meet_on(c, cur, span, x, at, r):
            c = None
        if c is None:
            # "in early August we would be in a position to stand up": the predicate is no event
            inside = [
                t
                for t in above.children
                if t.i in at and t.i > span.start and t.dep_ in {"acl", "xcomp", "ccomp", "csubj", "advcl"}
            ]
            inside = [t for t in inside if t.dep_ != "advcl" or grammar.has_to(t) or not grammar.children(t, {"mark"})]
            if not inside and above.pos_ == "ADJ":  # "is hopeful of a trip to Peru in mid-May"
                inside = [t for t in grammar.children(above, grammar.OBLIQUE) if t.i in at and at[t.i].noun]
            if inside and grammar.children(above, {"cop"}):
                return _passed_down(at[inside[0].i], span, x, cur, at, r)
            cur = above
            continue
        return _passed_down(c, span, x, cur, at, r)
    return None


def _is_quoted_alone(span: Span) -> bool:
    """Whether a quote holds nothing but a time: "would visit Lome “in the coming weeks”", no show called “Today”."""
    doc, first, end = span.doc, span.start - 1, span.end
    while first > span.sent.start and doc[first].pos_ in {"ADP", "DET"}:
        first -= 1
    end += end < len(doc) and doc[end].text in {",", "."}
    return end - first > 2 and doc[first].text in QUOTES and end < len(doc) and doc[end].text in QUOTES


def _is_what_they_meet_on(
    c: Candidate, via: Token, span: Span, x: TimeExpression, at: dict[int, Candidate], r: Story
) -> bool:
    """Whether a time stands behind what people are to meet on, but is theirs: "will meet on the crisis on Friday"."""
    if not c.noun or via != span.root or c.type in ARRANGED or grammar.case(c.top) not in r.lexicon.roles["matters"]:
        return False
    above = grammar.governor(c.top)
    meeting = at.get(above.i) if above is not None else None
    to_come = meeting is not None and not meeting.noun and meeting.status.value in AHEAD and not _is_over(x, r)
    return bool(to_come and meeting is not None and meeting.type in ARRANGED)


def _told_of(time: Token, at: dict[int, Candidate]) -> Candidate | None:
    """What a clause is there to say when it is: "the election is on 12 May", "it was on 12 May that they voted"."""
    if not grammar.children(time, {"cop"}):
        return None
    below = grammar.children(time, grammar.SUBJECT | {"csubj", "ccomp"} | grammar.RELATIVE)
    return next((at[t.i] for t in below if t.i in at), None)


def _is_parenthesis(verb: Token, span: Span) -> bool:
    """Whether a participle's aside has ended before a time: "received the envoys, led by Jaafari, on Friday"."""
    if verb.dep_ != "acl" or verb.tag_ != "VBN" or verb.i > span.start:
        return False
    before = verb.doc[max(verb.i + 1, span.start - 2) : span.start]
    return any(t.text == "," for t in before)  # behind it: not "three sailors, held since May, are free"


def _is_awaited_there(verb: Token, at: dict[int, Candidate], r: Story) -> bool:
    """Whether somebody, and no occasion, is awaited at a place, to do nothing that is told: "is expected in Oslo"."""
    there = any(n.ent_type_ == "LOC" for p, n in grammar.obliques(verb, r.timed) if p in r.lexicon.roles["inside"])
    return there and not any(t.i in at for t in (*grammar.subjects(verb), *grammar.children(verb, {"xcomp"})))


def _passed_down(
    c: Candidate, span: Span, x: TimeExpression, via: Token, at: dict[int, Candidate], r: Story
) -> Candidate:
    """From a verb that only governs (hope, schedule, be, say) to the event it governs."""
    words = r.lexicon
    past = words.openings.get(grammar.case(via)) == "from_start"
    for _ in range(4):
        verb = c.token
        if c.noun:
            return _remembering(c, at, r) or (_telling(c, at, r) if via.dep_ in BEFORE_A_NOUN else None) or c
        if c.partner is not None and not c.primary and not any(t.i in at for t in grammar.children(verb, {"xcomp"})):
            return c.partner  # "talks were held on Friday", not "talks are expected to open on Friday"
        if judges(verb, words) or (c.partner is None and calling_off(verb, words.status) is not None):
            return c  # "called off the search on Friday"
        if comes_into_force(verb, words) or (
            verb.lemma_.lower() in words.into and grammar.children(verb, {"xcomp", "obj"})
        ):
            return c  # "takes effect on Monday and bars imports", "becomes law on Monday and …"
        lemma = verb.lemma_.lower()
        if lemma in words.triggers["awaited"] and grammar.is_passive(verb) and _is_awaited_there(verb, at, r):
            return c  # "is expected in Oslo on Monday for talks"
        kept = _keeps_so(verb, at, r)
        if kept is not None:
            return kept
        if lemma in words.dating["appointing"] and _names_a_day(verb, r):
            for_what = [n for p, n in grammar.obliques(verb, r.timed) if p in words.dating["set_for"] and n.i in at]
            done = grammar.children(verb, {"advcl"})  # "named 3 May as the day for closing it"
            for_what += [t for t in done if grammar.case(t) in words.dating["set_for"] and t.i in at]
            if for_what:
                return at[for_what[0].i]  # "set 25 February for the talks"
        reports = lemma in words.reporting
        if lemma in words.empty and c.partner is None and not gives_office(verb, words):
            after = [
                t
                for t in [*grammar.conjuncts(verb)[1:], *grammar.children(verb.head, {"conj"})]
                if t.i > verb.i and t.i in at and not at[t.i].noun
            ]
            if after and not any(t.i in r.timed for t in after[0].subtree):  # "took it in May and lost it in June"
                c = at[after[0].i]
                continue
        left_open = lemma in words.status["denied_verbs"] and grammar.negation(verb) is not None  # "did not rule out"
        governs = left_open or (
            lemma
            in words.status["hoped_verbs"]
            | words.status["planned_verbs"]
            | words.status["possible_verbs"]
            | words.empty
        )
        if not (reports or governs) or (past and lemma in words.status["planned_verbs"]):
            return c  # "had been promising a withdrawal since March": no plan begins before it is made
        told = grammar.tells(verb) or (
            (x.type == "DURATION" or x.rule in words.dating["of_deeds"]) and grammar.is_past(verb)
        )
        if not reports and _is_over(x, r) and told and _is_deed(lemma, words):
            return c  # "on Thursday urged them to vote", "for two months has urged them"
        content = {"xcomp", "ccomp", "parataxis", "obj"} if reports else {"xcomp", "ccomp", "obj"}  # "…, he said"
        # "will decide on Monday whether Togo may leave"
        below = [t for t in verb.children if t.dep_ in content and t.i in at and not grammar.asks(t)]
        below += [
            y
            for t in verb.children
            if t.dep_ in {"xcomp", "ccomp"} and t.i not in at
            for y in t.children
            if y.dep_ in {"xcomp", "acl", "ccomp"} and y.i in at
        ]
        if lemma in words.status["hoped_verbs"]:  # "is aiming for a vote at the end of May"
            below += [n for p, n in grammar.obliques(verb, r.timed) if p in words.dating["aimed_at"] and n.i in at]
        if not below:
            return c
        target = below[0]
        if reports and not (span.start > target.i and via.i > target.i > verb.i):
            return c  # "said on Tuesday that …", "will meet, he said on Tuesday": it dates the saying
        announced = lemma in words.status["announcing_verbs"] and target.dep_ == "obj"
        if announced and told and _is_over(x, r) and target.lemma_.lower() not in words.status["told_afterwards"]:
            return c  # "confirmed the release on Tuesday", but "confirmed the raid on Tuesday"
        if (
            not (reports or left_open)
            and target.dep_ == "obj"
            and lemma not in words.empty | words.support | words.status["planned_verbs"]
        ):
            return c
        c = at[target.i]
    return c


def _keeps_so(verb: Token, at: dict[int, Candidate], r: Story) -> Candidate | None:
    """What says that something stays as it is: "will remain shut until May", "is to keep its ports shut"."""
    kept = verb.dep_ in grammar.REDUCED and verb.head.dep_ in grammar.OBJECT  # no "ban imposed in May remains"
    over = verb.head if verb.dep_ == "xcomp" else grammar.governor(verb.head) if kept else None
    if _is_a_state(verb) and over is not None and over.lemma_.lower() in r.lexicon.dating["keeping"]:
        return at.get(over.i)
    below = any(map(_is_a_state, grammar.children(verb, {"xcomp"})))
    return at.get(verb.i) if below and verb.lemma_.lower() in r.lexicon.dating["keeping"] else None


def _is_a_state(word: Token) -> bool:
    return word.tag_ in {"VBN", "JJ"} or word.pos_ == "ADJ"


def _is_over(x: TimeExpression, r: Story) -> bool:
    """Whether a time lies no further on than the article."""
    return x.until is not None and r.published.until is not None and x.until <= r.published.until


def _is_deed(lemma: str, words: Lexicon) -> bool:
    """Whether a verb of wishing or planning is an act of its own, no state of mind: "urged", not "hoped"."""
    return lemma not in words.empty | words.status["planned_passive"]


def _names_a_day(verb: Token, r: Story) -> bool:
    """Whether a verb's object is a time: "set 25 February", read as an object or not."""
    return any(
        o.i in r.timed and not grammar.case(o) for o in grammar.children(verb, grammar.OBJECT | {"obl:unmarked"})
    )


def _remembering(c: Candidate, at: dict[int, Candidate], r: Story) -> Candidate | None:
    """The day on which an occasion is remembered: "the anniversary of the truce on Friday"."""
    above = grammar.governor(c.top)
    if above is None or above.lemma_.lower() not in r.lexicon.dating["remembering"] or grammar.case(c.top) != "of":
        return None
    return at.get(above.i)


def _remembered(c: Candidate, x: TimeExpression, at: dict[int, Candidate], r: Story) -> Candidate | None:
    """The occasion that is remembered, for a day of long before: "the anniversary of the raid on 9 May 2001"."""
    told = r.published.first
    if not c.noun or c.token.lemma_.lower() not in r.lexicon.dating["remembering"] or told is None or x.until is None:
        return None
    what = [n for p, n in grammar.obliques(c.top) if p == "of" and n.i in at]
    return at[what[0].i] if what and told - x.until > LONG_AGO else None


def _telling(c: Candidate, at: dict[int, Candidate], r: Story) -> Candidate | None:
    """What a paper said then that is named by its date: "a 2011 report said that"."""
    return at.get(c.top.head.i) if is_teller(c.top, r) else None


def nearest(span: Span, near: list[Candidate], r: Story) -> Candidate | None:
    """The event whose word stands nearest before a time in its sentence, else nearest after.

    On the time's side of the quotation marks; verbs that only carry or report come last.
    """
    quoted = span.start in r.speaker
    primary = [c for c in near if c.primary and (c.token.i in r.speaker) == quoted and not _only_reports(c, span, r)]
    weak = r.lexicon.empty | (r.lexicon.reporting - r.lexicon.verbs.keys())
    full = [c for c in primary if c.noun or c.partner is not None or c.token.lemma_.lower() not in weak]
    for group in (_around(span, full), _around(span, primary)):
        before = [c for c in group if c.token.i < span.start]
        after = [c for c in group if c.token.i >= span.end]
        if before or after:
            return before[-1] if before else after[0]
    return None


def _only_reports(c: Candidate, span: Span, r: Story) -> bool:
    """Whether a time stands in what a saying behind it says: "In May, prices were stable, the bank said"."""
    told = said_before(c.token, r.lexicon) if not c.noun else None
    if told is None:
        return False
    own = c.token.subtree if told.is_ancestor(c.token) else []  # "…, the bank said on Friday"
    return span.root in told.subtree and span.root not in own


def _around(span: Span, group: list[Candidate]) -> list[Candidate]:
    """Without what stands in a relative clause that a time is no part of: "by Friday they were in a town that …"."""
    return [c for c in group if all(span.root in clause.subtree for clause in _relatives(c))]


def _relatives(c: Candidate) -> list[Token]:
    """The heads of the relative clauses that an event stands in."""
    return [t for t in (c.verb, *grammar.chain(c.verb)) if t.dep_ in grammar.RELATIVE]
