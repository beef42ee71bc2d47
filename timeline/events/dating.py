"""When an event is: the time that its words govern, its clause's, the article's, or honestly none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import takewhile

from spacy.tokens import Span, Token

from timeline.events import grammar
from timeline.events.borrowing import lend
from timeline.events.counting import count_events, opened
from timeline.events.identity import AHEAD, is_known
from timeline.events.lexicon import Lexicon
from timeline.events.news import measured_from
from timeline.events.status import Status
from timeline.events.story import Candidate, Story
from timeline.events.things import BEFORE_A_NOUN, dates_a_thing, length
from timeline.events.triggers import gives_office, tells_of_an_occasion
from timeline.model import TimeExpression, When

QUOTES = {'"', "“", "”", "``", "''"}
SAYING = {"parataxis", "ccomp", "advcl"}  # what a verb of saying is to the words it reports, where it stands below them
A_DAY, A_WEEK = timedelta(1), timedelta(7)
LASTING = {"agreement", "sanction"}  # types whose occasions last until somebody ends them
ARRANGED = {"meeting", "talks", "visit", "vote"}  # types whose occasions somebody has to arrange
IN_A_PHRASE = {"ADP", "DET", "NOUN", "PROPN", "ADJ", "NUM", "PART"}


def date_events(found: list[Candidate], at: dict[int, Candidate], times: Sequence[TimeExpression], r: Story) -> None:
    """Give each time to the event it dates, then dates to the events that have none of their own."""
    in_range = {part for x in times for part in x.parts}
    own = at | {c.token.i: c for c in found if c.minor and _has_its_own_time(c, r)}
    by_sentence: dict[int, list[Candidate]] = {}
    for c in found:
        by_sentence.setdefault(c.token.sent.start, []).append(c)
    for x in times:
        span = r.doc.char_span(x.start, x.end, alignment_mode="expand")
        if x.id in in_range or x.type == "SET" or span is None:
            continue
        if _is_left_open(span, x, at, r):
            continue
        head = span.root
        if dates_a_thing(span, x, at, r):
            continue
        then = _then(span, at)
        if then is not None and then.time is None:
            then.time, then.time_token = x, head
        near = by_sentence.get(head.sent.start, [])
        if not near:
            continue
        told = _told_then(span, x, at, r)
        governed = told or _before_its_noun(span, at) or _in_phrase(span, at, r) or _by_parse(span, head, own, r)
        dated = governed if governed is not None else _by_nearness(span, near, r)
        if dated is not None and _is_out_of_tense(span, x, dated, r):
            dated = _just_before(span, at)
            head = dated.token if dated is not None else head
        elif dated is not None and _is_ahead_of_its_tense(x, dated, r):
            dated = _between(dated, span, near) or dated
        if dated is not None and (_is_anothers(span, x, dated, r) or (told is None and _is_reported(head, dated, r))):
            continue
        if dated is not None and dated.time is not None and _follows(x, dated.last or dated.time, r):
            dated.last = x
            continue
        if dated is None or (dated.time is not None and not _is_nearer(head, x, governed is not None, dated)):
            continue
        dated.time, dated.last, dated.time_token, dated.near = x, None, head, governed is not None
    _keep_their_day(found, at, r)
    for c in found:
        if c.partner is not None and c.time is None and c.partner.time is not None and not _was_before(c.partner, c, r):
            c.time, c.time_token, c.near = c.partner.time, c.partner.time_token, c.partner.near
    count_events(found, at, times, r)
    for c in found:
        _move_up(c, at, r)
    for c in found:
        if c.time is not None:
            c.when = when_of(c.time, c, r)
            c.status = _by_date(c, r)
            _count_from_speaking(c, at, r)
    lend(found, at, r)


def _is_left_open(span: Span, x: TimeExpression, at: dict[int, Candidate], r: Story) -> bool:
    """Whether words that say when have no place in the calendar; what they are told of is noted."""
    told_of = at.get(span.root.head.i)
    if _is_unplaced(x, r):
        if told_of is not None:
            told_of.unplaced = x
        return True
    if x.first is not None or x.until is not None or _half_known(x):
        return False
    if told_of is not None and x.type in {"DATE", "TIME"} and told_of.status.value in AHEAD:
        told_of.unplaced = x  # "will meet at the end of the month", of a text without a date
    return True


def _was_before(occasion: Candidate, verb: Candidate, r: Story) -> bool:
    """Whether a time is its noun's, not its verb's: "the 1998 treaty collapsed", "the quake last month will cost"."""
    if occasion.time is not None and _lasts_on(occasion.time, verb, r):
        return True  # "extended its deadline until Tuesday"
    if not _is_in_its_phrase(occasion):
        return False
    if occasion.type in LASTING and verb.token.lemma_.lower() in r.lexicon.dating["ending"]:
        return True
    return (verb.status.value in AHEAD or verb.status.standing) and _is_over(occasion, r)


def _is_in_its_phrase(c: Candidate) -> bool:
    """Whether an occasion's time stands in its noun phrase, and not with its verb."""
    return c.time_token is not None and _is_under_its_noun(c.time_token, c)


def _is_under_its_noun(time: Token, c: Candidate) -> bool:
    """Whether no verb stands between a time and the noun that it would date."""
    above = takewhile(lambda t: not grammar.is_verb(t), grammar.chain(time))
    return c.noun and any(t in {c.token, c.top} for t in (time, *above))


def _is_over(c: Candidate, r: Story) -> bool:
    """Whether an event's own time lies before the article."""
    told = r.published.first
    return c.time is not None and c.time.until is not None and told is not None and c.time.until <= told


def _keep_their_day(found: list[Candidate], at: dict[int, Candidate], r: Story) -> None:
    """Let what was called off stand on the day it was to be: "cancelled the talks planned for Friday"."""
    for c in found:
        noun = c.partner
        if c.noun or noun is None or c.status.value != "cancelled" or is_put_off(c, r):
            continue
        inside = [at[t.i] for t in noun.top.subtree if t.i in at and tells_of_an_occasion(t, r.lexicon)]
        due = next((x for x in (noun, *inside) if x is not c and x.time is not None), None)
        if due is not None:
            due.primary = due is noun and noun.primary  # "which was to be held in May" tells of the same
            for x in (c, noun):
                x.time, x.last, x.time_token, x.near = due.time, due.last, due.time_token, due.near


def _has_its_own_time(c: Candidate, r: Story) -> bool:
    """Whether a time beside a minor noun is the noun's rather than the verb's: "defended his decision in March"."""
    return (is_known(c, r) and c.top.dep_ in grammar.OBJECT) or bool(grammar.children(c.top, {"cop"}))


def _move_up(c: Candidate, at: dict[int, Candidate], r: Story) -> None:
    """Take a past date from an infinitive, which looks ahead: "introduced his plan to reform the banks yesterday"."""
    told = r.published.first
    if c.time is None or c.noun or told is None or c.time.until is None:
        return
    today = c.time.until == r.published.until and c.time_token is not None and c.time_token.i < c.verb.i
    if c.time.until > told and not today:  # "on Wednesday vowed to leave", not "vowed to leave on Wednesday"
        return
    if not grammar.has_to(c.verb) or c.status.value not in {"planned", "hoped", "generic"}:
        return
    for head in grammar.chain(c.verb):
        above = at.get(head.i)
        if above is not None and not above.noun and grammar.is_past(above.verb) and not grammar.has_to(above.verb):
            if above.time is None and (not today or grammar.tells(above.verb)):
                above.time, above.time_token, above.near = c.time, c.time_token, c.near
                c.time = c.time_token = None
            return


def _is_nearer(head: Token, x: TimeExpression, governed: bool, c: Candidate) -> bool:
    """Whether a further time dates an event better than the one it has: by the parse, finer, or closer to its word."""
    if not governed or c.time_token is None or c.time is None:
        return False
    if not c.near:
        return True
    mine, theirs = length(x), length(c.time)
    if mine != theirs:
        return mine < theirs  # "Yesterday, at this year's conference, Jobs unveiled"
    return abs(head.i - c.token.i) < abs(c.time_token.i - c.token.i)


def _follows(x: TimeExpression, before: TimeExpression, r: Story) -> bool:
    """Whether a time goes on where another ends, in one breath: "on 24 and 25 April"."""
    if x.first is None or x.first != before.until or x.start <= before.end:
        return False
    return r.article.text[before.end : x.start].strip() in {"and", "&", ","}


def _by_date(c: Candidate, r: Story) -> Status:
    """The status that a date gives where the tense leaves it open: "talks start on 5 January" is a plan before it."""
    first, until = c.when.first, c.when.until
    told = r.published.until
    if told is None or c.when.basis != "explicit":
        return c.status
    wished = c.status.value in AHEAD and bool(c.status.cue) and c.status.cue[0].i > c.token.i
    by_verb = c.noun and (wished or c.status.standing)
    if by_verb and _is_in_its_phrase(c) and _is_over(c, r):  # "the blast last week is expected to cost"
        return Status("occurred", (), "its date lies before the article")
    if c.type == "deadline" and not c.noun and first is None and until is not None and until > told:
        return replace(c.status, value="planned", reason="its last day lies ahead of the article", standing=False)
    if c.status.value == "cancelled" and first is not None and first >= told and is_put_off(c, r):
        return replace(c.status, value="planned", reason="put off to a date that lies ahead")
    if first is not None and until is not None and first >= told - A_DAY and until - first <= A_WEEK and _is_due(c, r):
        return replace(
            c.status, value="planned", reason=f"“{c.status.cue[0].text}” on a day that is fixed", arranged=True
        )
    if c.noun and c.status.value == "planned" and not c.status.cue and until is not None and until <= told:
        return replace(c.status, value="occurred", reason="its date lies before the article")
    present = not grammar.is_past(c.verb) and c.status.cue == ()
    if (
        first is not None
        and first >= told
        and (c.status.value in {"occurred", "ongoing", "generic"} or c.status.foreseen)
    ):
        return replace(c.status, value="planned", reason="its date lies ahead of the article", standing=False)
    timeless = c.status.value == "generic" or c.status.standing
    if until is not None and until <= told and timeless and present:
        return replace(c.status, value="occurred", reason="its date lies before the article", standing=False)
    return c.status


def _is_due(c: Candidate, r: Story) -> bool:
    """Whether an occasion is expected by nobody in particular: on a fixed day that is a programme, no hope."""
    if c.status.value != "hoped" or not c.status.cue or c.status.cue[0].lemma_.lower() not in r.lexicon.dating["due"]:
        return False
    expected = c.status.cue[0]
    by_somebody = any(preposition == "by" for preposition, _ in grammar.obliques(expected))
    arranged = c.type in ARRANGED or c.token.lemma_.lower() in r.lexicon.dating["arranged"]
    return arranged and grammar.is_passive(expected) and not by_somebody


def is_put_off(c: Candidate, r: Story) -> bool:
    """Whether an occasion is moved rather than cancelled: "postponed until September"."""
    return any(t.lemma_.lower() in r.lexicon.dating["postponing"] for t in c.status.cue)


def _is_unplaced(x: TimeExpression, r: Story) -> bool:
    """Whether words say when, and nobody knows on which days: "a few years ago", "in its fiscal first quarter"."""
    fiscal = r.lexicon.dating["fiscal"]
    around = f"{x.text} {r.article.text[x.end : x.end + 24]}".lower().split()
    if (x.value or "")[5:6] == "Q" and any(w.strip(".,;") in fiscal for w in around):
        return True
    return x.type in {"DATE", "TIME"} and x.value == "PAST_REF" and x.first is None


def _then(span: Span, at: dict[int, Candidate]) -> Candidate | None:
    """The event of the clause that says what a time is known for: "since 20 April, when a well blew up"."""
    i = span.end + (span.end < len(span.doc) and span.doc[span.end].text == ",")
    if i >= span.sent.end or span.doc[i].lower_ != "when":
        return None
    return next(
        (at[t.i] for t in grammar.chain(span.doc[i]) if t.i > i and t.i in at and _when(at[t.i].verb, span[-1])), None
    )


def _when(verb: Token, time: Token) -> bool:
    """Whether "when" opens a verb's clause after a time."""
    return any(x.lower_ == "when" and time.i < x.i < verb.i for x in verb.children)


def _told_then(span: Span, x: TimeExpression, at: dict[int, Candidate], r: Story) -> Candidate | None:
    """The verb of saying that a day stands right after: "said today its troops would join".

    So does a day gone by after a verb that promises or hopes: "promised yesterday that they would join".
    """
    i = span.start - 1
    while i > span.sent.start and r.doc[i].pos_ == "ADP":
        i -= 1
    c = at.get(i)
    if c is None or c.noun or span.root.dep_ in BEFORE_A_NOUN or not grammar.tells(c.verb):
        return None
    lemma, words = c.token.lemma_.lower(), r.lexicon
    if lemma in words.reporting - words.support:
        return c
    promises = lemma in words.status["planned_verbs"] | words.status["hoped_verbs"]
    gone = x.until is not None and r.published.until is not None and x.until <= r.published.until
    return c if promises and gone and grammar.is_past(c.verb) and grammar.children(c.verb, {"ccomp"}) else None


def _before_its_noun(span: Span, at: dict[int, Candidate]) -> Candidate | None:
    """The occasion that a day with an article stands before: "charged in the Dec. 21, 1988, bombing"."""
    before, i = span.doc[span.start - 1], span.end
    if span.start == span.sent.start or before.tag_ not in {"DT", "PRP$"} or not any(c.isdigit() for c in span.text):
        return None
    while i < span.sent.end and (span.doc[i].text == "," or span.doc[i].pos_ in {"NOUN", "ADJ", "PROPN"}):
        if i in at:
            return at[i] if at[i].noun else None
        i += 1
    return None


def _in_phrase(span: Span, at: dict[int, Candidate], r: Story) -> Candidate | None:
    """The occasion in whose own phrase a time stands: "since the coup last May", "after the vote in Peru on Friday"."""
    for i in range(span.start - 1, span.sent.start, -1):
        t = r.doc[i]
        c = at.get(i)
        if c is not None:
            above = grammar.governor(c.top)
            on_its_eve = above is not None and above.lemma_.lower() in r.lexicon.dating["eves"]
            set_off = grammar.case(c.top).split(" ")[0] in r.lexicon.dating["setting_off"] or on_its_eve
            return c if c.noun and c.support is None and set_off else None
        if t.is_punct or t.pos_ not in IN_A_PHRASE:
            return None
    return None


def _is_anothers(span: Span, x: TimeExpression, c: Candidate, r: Story) -> bool:
    """Whether a time cannot be an event's, whatever governs it: by its sense, or by what stands between."""
    if c.type == "deadline":
        return False  # "gave them until Friday to leave"
    word = measured_from(c, r)
    if word is not None and span.end <= word.i:
        return True  # "could be done by Sunday, five months after the explosion"
    return _is_beyond(x, c, r) or _lasts_on(x, c, r)


def _is_out_of_tense(span: Span, x: TimeExpression, c: Candidate, r: Story) -> bool:
    """Whether a past time stands with what is or will be: "it marks a reversal of what they promised last month"."""
    told = r.published.first
    if told is None or x.until is None or x.until > told or _preposition(x, r) in r.lexicon.openings:
        return False
    if _is_under_its_noun(span.root, c):
        return False
    wished = c.status.cue[0] if c.status.cue and c.status.value in AHEAD else None
    if wished is not None and grammar.is_verb(wished) and _is_present(wished) and span.start > _start(wished):
        return True
    if c.noun:
        return False
    if any(a.lower_ in r.lexicon.status["modals_planned"] for a in grammar.auxiliaries(c.verb)):
        return True
    return c.status.standing and c.kind == "body" and _is_present(c.verb) and span.start > _start(c.verb)


def _is_ahead_of_its_tense(x: TimeExpression, c: Candidate, r: Story) -> bool:
    """Whether a day that lies ahead stands with what happened: "talked about the visit of the envoy in September"."""
    told = r.published.until
    if c.noun or told is None or x.first is None or x.first < told or c.status.cue or c.status.value != "occurred":
        return False
    return grammar.is_past(c.verb) and grammar.is_finite(c.verb)


def _between(c: Candidate, span: Span, near: list[Candidate]) -> Candidate | None:
    """The last occasion that is named between an event's word and a time behind it."""
    named = [o for o in near if o.noun and o.time is None and c.token.i < o.token.i < span.start]
    return named[-1] if named else None


def _is_present(verb: Token) -> bool:
    """Whether a verb is in the present: "hopes", "is expected"."""
    return any(t.tag_ in {"VBZ", "VBP"} and t.lemma_ != "have" for t in (verb, *grammar.auxiliaries(verb)))


def _start(verb: Token) -> int:
    """Index of a clause's subject, or of its verb: what stands before it may date a chronicle's present."""
    return min([verb.i, *(s.i for s in grammar.subjects(verb))])


def _just_before(span: Span, at: dict[int, Candidate]) -> Candidate | None:
    """The occasion that a time stands right behind: "the flood last week is expected to …"."""
    c = at.get(span.start - 1) or at.get(span.start - 2)
    return c if c is not None and c.noun and c.time is None and span.doc[span.start - 1] in c.token.subtree else None


def _is_beyond(x: TimeExpression, c: Candidate, r: Story) -> bool:
    """Whether a time lies ahead of what was said before: it dates what was said, not the saying."""
    lemma, told = c.token.lemma_.lower(), r.published.until
    if c.noun or told is None or x.until is None or x.until <= told or (x.first is not None and x.first < told - A_DAY):
        return False
    return grammar.tells(c.verb) and lemma in r.lexicon.reporting - r.lexicon.status["planned_verbs"]


def _lasts_on(x: TimeExpression, c: Candidate, r: Story) -> bool:
    """Whether what a deed brought about lasts up to a day ahead: "has closed the port until 18 May"."""
    told = r.published.until
    if c.noun or told is None or x.until is None or x.until <= told or not grammar.is_past(c.verb):
        return False
    preposition, words = _preposition(x, r), r.lexicon.dating
    extended = preposition == "to" and c.token.lemma_.lower() in words["extending"]
    return (extended or preposition in words["reaching"]) and c.status.value == "occurred" and not is_put_off(c, r)


def _is_reported(time: Token, c: Candidate, r: Story) -> bool:
    """Whether a time stands in what a verb of saying reports: "says they have been victims for twenty years"."""
    lemma = c.token.lemma_.lower()
    if c.noun or lemma not in r.lexicon.reporting or lemma in r.lexicon.support:
        return False
    path = [time, *grammar.chain(time)]
    return any(x.dep_ == "ccomp" and x.head == c.token and x.i > c.token.i for x in path)


def _half_known(x: TimeExpression) -> bool:
    return x.value is not None and x.value.startswith("XXXX") is False and x.value[:4].isdigit()


def _by_parse(span: Span, head: Token, at: dict[int, Candidate], r: Story) -> Candidate | None:
    """The event whose words govern a time, passed down where the governor is no occasion itself."""
    cur: Token = head
    for above in grammar.chain(head):
        if above.i in {t.i for t in span}:
            cur = above
            continue
        c = at.get(above.i)
        if c is not None and _is_parenthesis(above, span):
            c = None
        if c is not None and span.start in r.speaker and above.i not in r.speaker:
            return None  # a time in a quote dates nothing outside it
        if c is None:
            # "in early August we would be in a position to stand up": the predicate is no event
            inside = [
                x
                for x in above.children
                if x.i in at and x.i > span.start and x.dep_ in {"acl", "xcomp", "ccomp", "csubj", "advcl"}
            ]
            if inside and grammar.children(above, {"cop"}):
                return _passed_down(at[inside[0].i], span, cur, at, r)
            cur = above
            continue
        return _passed_down(c, span, cur, at, r)
    return None


def _is_parenthesis(verb: Token, span: Span) -> bool:
    """Whether a participle's aside has ended before a time: "received the envoys, led by Jaafari, on Friday"."""
    if verb.dep_ != "acl" or verb.tag_ != "VBN" or verb.i > span.start:
        return False
    return verb.doc[span.start - 1].text == "," or (span.start > 1 and verb.doc[span.start - 2].text == ",")


def _passed_down(c: Candidate, span: Span, via: Token, at: dict[int, Candidate], r: Story) -> Candidate:
    """From a verb that only governs (hope, schedule, be, say) to the event it governs."""
    words = r.lexicon
    past = words.openings.get(grammar.case(via)) == "from_start"
    for _ in range(4):
        verb = c.token
        if c.noun:
            return _remembering(c, at, r) or c
        if c.partner is not None and not c.primary and not any(x.i in at for x in grammar.children(verb, {"xcomp"})):
            return c.partner  # "talks were held on Friday", not "talks are expected to open on Friday"
        lemma = verb.lemma_.lower()
        if lemma in words.dating["appointing"] and _names_a_day(verb, r):
            for_what = [n for p, n in grammar.obliques(verb, r.timed) if p in words.dating["set_for"] and n.i in at]
            if for_what:
                return at[for_what[0].i]  # "set 25 February for the talks"
        reports = lemma in words.reporting
        if lemma in words.empty and c.partner is None and not gives_office(verb, words):
            after = [
                x
                for x in [*grammar.conjuncts(verb)[1:], *grammar.children(verb.head, {"conj"})]
                if x.i > verb.i and x.i in at and not at[x.i].noun
            ]
            if after:
                c = at[after[0].i]
                continue
        governs = (
            lemma
            in words.status["hoped_verbs"]
            | words.status["planned_verbs"]
            | words.status["possible_verbs"]
            | words.empty
        )
        if not (reports or governs) or (past and lemma in words.status["planned_verbs"]):
            return c  # "had been promising a withdrawal since March": no plan begins before it is made
        below = [x for x in verb.children if x.dep_ in {"xcomp", "ccomp", "parataxis", "obj"} and x.i in at]
        below += [
            y
            for x in verb.children
            if x.dep_ in {"xcomp", "ccomp"} and x.i not in at
            for y in x.children
            if y.dep_ in {"xcomp", "acl", "ccomp"} and y.i in at
        ]
        if lemma in words.status["hoped_verbs"]:  # "is aiming for a vote at the end of May"
            below += [n for p, n in grammar.obliques(verb, r.timed) if p in words.dating["aimed_at"] and n.i in at]
        if not below:
            return c
        target = below[0]
        if reports and not (span.start > target.i and via.i > target.i > verb.i):
            return c  # "said on Tuesday that …", "will meet, he said on Tuesday": it dates the saying
        if (
            not reports
            and target.dep_ == "obj"
            and lemma not in words.empty | words.support | words.status["planned_verbs"]
        ):
            return c
        c = at[target.i]
    return c


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


def _by_nearness(span: Span, near: list[Candidate], r: Story) -> Candidate | None:
    """The event whose word stands nearest before a time in its sentence, else nearest after.

    On the time's side of the quotation marks; verbs that only carry or report come last.
    """
    quoted = span.start in r.speaker
    primary = [c for c in near if c.primary and (c.token.i in r.speaker) == quoted]
    weak = r.lexicon.empty | (r.lexicon.reporting - r.lexicon.verbs.keys())
    full = [c for c in primary if c.noun or c.partner is not None or c.token.lemma_.lower() not in weak]
    for group in (_around(span, full), _around(span, primary)):
        before = [c for c in group if c.token.i < span.start]
        after = [c for c in group if c.token.i >= span.end]
        if before or after:
            return before[-1] if before else after[0]
    return None


def _around(span: Span, group: list[Candidate]) -> list[Candidate]:
    """Without what stands in a relative clause that a time is no part of: "by Friday they were in a town that …"."""
    return [c for c in group if all(span.root in clause.subtree for clause in _relatives(c))]


def _relatives(c: Candidate) -> list[Token]:
    """The heads of the relative clauses that an event stands in."""
    return [t for t in (c.verb, *grammar.chain(c.verb)) if t.dep_ in grammar.RELATIVE]


def _side(preposition: str, x: TimeExpression, words: Lexicon) -> str | None:
    """Which end of an event a preposition before its time opens; "the end of June" is over when June is."""
    side, said = words.openings.get(preposition), set(x.text.lower().split())
    if side == "until_start" and x.mod == "END" and said & words.dating["ends"]:
        return "until_end"
    if side == "from_end" and x.mod == "START" and said & words.dating["starts"]:
        return "from_start"
    return side


def when_of(x: TimeExpression, c: Candidate, r: Story) -> When:
    """The date of an event from its own words; "by", "since", "after" and the like open it."""
    first, until, edtf = x.first, x.until, x.edtf
    if c.last is not None and c.last.until is not None and first is not None:
        edtf = f"{x.edtf}/{c.last.edtf}" if x.edtf and c.last.edtf else None
        return When(None, first, c.last.until, edtf, "explicit", "throughout", x.id)
    # "before the April 20 explosion": the preposition is the explosion's
    inside = c.time_token is not None and c.time_token.i < c.token.i and (c.noun or _when(c.verb, c.time_token))
    preposition = "" if inside else _preposition(x, r)
    side = _side(preposition, x, r.lexicon)
    if is_put_off(c, r):  # "postponed until September" is for September
        side = "from_end" if preposition in r.lexicon.dating["put_off_past"] else None
        preposition = ""
    if side is not None and not x.parts:
        first, until, edtf = opened(When(x.value, first, until, edtf), side)
    quoted_today = (
        _is_published_day(x, r)
        and x.value == r.published.value
        and x.text.lower() in r.lexicon.dating["days_of_speaking"]
        and _in_quotes(c.token)
    )
    basis = "published" if quoted_today else "explicit"
    if x.first is None and x.until is None:
        return When(x.value, None, None, x.edtf, "explicit" if x.value else "none", None, x.id)
    long = first is None or until is None or (until - first) > A_DAY
    through = (
        bool(x.parts)
        or preposition in r.lexicon.dating["throughout"]
        or (x.type == "DURATION")
        or (c.status.value == "ongoing" and not c.status.standing)
    )
    whole = c.status.value != "denied" and not grammar.tells(c.verb)  # "met over the weekend", once
    if preposition in r.lexicon.dating["in_the_course"] and not x.parts and not whole:
        through = False
    if preposition == "within" or x.text.lower().startswith(("within", "in ")) or _is_limit(x, r):
        through = False
    if x.parts and preposition == "between":
        through = False
    if c.type == "deadline" or not long:
        through = False
    return When(x.value, first, until, edtf, basis, "throughout" if through else "within", x.id)


def _count_from_speaking(c: Candidate, at: dict[int, Candidate], r: Story) -> None:
    """Count "today" in a quote from the day of speaking, where the words around tell that: "…, he said on Monday"."""
    x, told = c.time, r.published.first
    if x is None or x.first is None or told is None or x.until != x.first + A_DAY or not _in_quotes(c.token):
        return
    if x.text.lower() not in r.lexicon.dating["days_of_speaking"] | r.lexicon.dating["days_beside_speaking"]:
        return
    around = [
        *grammar.chain(c.verb),
        *(t for h in (c.verb, *grammar.chain(c.verb)) for t in grammar.children(h, SAYING)),
    ]
    for teller in (at[t.i] for t in around if t.i in at and t.lemma_.lower() in r.lexicon.reporting):
        y = teller.time
        if y is None or y.first is None or y.until != y.first + A_DAY or y.first == told or teller.token.i in r.speaker:
            continue
        day = y.first + (x.first - told)
        c.when = When(day.isoformat(), day, day + A_DAY, day.isoformat(), "inherited", "within")
        c.lender, c.lent = teller, f"“{x.text}” counted from the day of speaking"
        return


def _is_limit(x: TimeExpression, r: Story) -> bool:
    """Whether a length says by when, not how long: "within 18 months"."""
    return "within" in r.article.text[max(0, x.start - 12) : x.start].lower()


def _preposition(x: TimeExpression, r: Story) -> str:
    before = r.article.text[max(0, x.start - 24) : x.start].lower().replace("\xa0", " ").split()
    if not before:
        return ""
    if " ".join(before[-2:]) in r.lexicon.openings.keys() | r.lexicon.dating["put_off_past"]:
        return " ".join(before[-2:])
    if before[-1] == "the" and len(before) > 1:
        return before[-2]
    return before[-1]


def _is_published_day(x: TimeExpression, r: Story) -> bool:
    return x.first is not None and x.first == r.published.first and x.until == r.published.until


def _in_quotes(token: Token) -> bool:
    """Whether a token stands inside quotation marks of its paragraph."""
    inside = False
    for i in range(token.i - 1, -1, -1):
        word = token.doc[i].text
        if "\n" in word:
            break
        inside ^= word in QUOTES
    return inside
