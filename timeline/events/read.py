"""From a story's candidates to its events: `read_events`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from spacy.tokens import Doc, Token

from timeline.clean import Block, kind_at
from timeline.dates import hourless
from timeline.events import fit, grammar, judging, titles
from timeline.events.about import by_its_theme, left_unsaid, where_there_is
from timeline.events.claims import leave_unverified
from timeline.events.concerned import concern, join_named
from timeline.events.dating import date_events
from timeline.events.entries import is_mute, only_happens
from timeline.events.fuller import fill
from timeline.events.gapped import part
from timeline.events.groups import by_token, faceless
from timeline.events.identity import (
    AHEAD,
    HAPPENED,
    is_told_by_its_moment,
    is_told_more_of,
    says_when,
    tells_again,
    tells_within,
    undergoers,
    words_of,
)
from timeline.events.kinds import counted_of, with_its_kind
from timeline.events.labels import label
from timeline.events.lexicon import Lexicon, load
from timeline.events.matter import befallen, is_definite, points_back, told_by_groups
from timeline.events.news import UNSAID
from timeline.events.parsed import parsed
from timeline.events.participants import denied_by, is_press, named, said_by, take_part, who
from timeline.events.referring import refer
from timeline.events.salience import UNDER, is_content, opens_the_story, salience
from timeline.events.sayings import (
    is_the_days_saying,
    is_told,
    is_told_by_somebody,
    is_what_says,
    only_announces,
    only_says,
    says_outright,
)
from timeline.events.story import MUTUAL, Candidate, Story, acts, tell
from timeline.events.telling import is_dated, is_main, is_scene
from timeline.events.tenses import is_moved, is_under_its_noun, preposition_before, puts_off
from timeline.events.triggers import (
    candidates,
    comes_into_force,
    is_awaited,
    sets_a_deadline,
    stand_in,
    tells_of_an_occasion,
)
from timeline.model import (
    ON_CALENDAR,
    Actor,
    Article,
    Event,
    Participant,
    Published,
    Step,
    TimeExpression,
    Trigger,
    When,
    event_id,
)
from timeline.model import Span as TextSpan

_STEM = 4  # letters that the forms of a verb share
FAR = 12  # sentences behind those in which any took part, after which an occasion need not be theirs
ALIKE = {"meeting": "talks"}  # types of which one may be told of as the other


def read_events(
    doc: Doc,
    *,
    article: Article,
    published: Published,
    times: Sequence[TimeExpression] = (),
    actors: Sequence[Actor] = (),
    groups: Sequence[Actor] = (),
    blocks: tuple[Block, ...] = (),
    lexicon: Lexicon | None = None,
) -> tuple[Event, ...]:
    """Every event of an article in the text's order; a calendar shows those at salience 0.5 and above.

    `doc` is a parse of the article's exact text; without a parse there are no events. `groups` are those without a
    name (groups.py).
    """
    if not doc.has_annotation("DEP"):
        return ()
    doc = parsed(doc)
    r = tell(doc, article, published, times, actors, by_token(doc, groups), blocks, lexicon or load())
    known = {g.id: g for g in groups if g.country or g.of}
    r.faceless.update(faceless(doc, groups, r.mention, r.lexicon) - known.keys())
    r.actors.update(known)  # "Malian rebels" have a name of sorts
    r.names.kind.update({i: g.kind for i, g in known.items()})
    r.names.unnamed.update({g.id: g.name for g in groups})
    refer(r)
    first = (r.mention.get(t.i, "") for t in doc[r.lead : doc[r.lead].sent.end]) if len(doc) else ()
    r.led_by.extend(dict.fromkeys(i for i in first if i.startswith("country:")))  # "Chad freed Togo's envoy"
    bodies = any(a.kind == "organisation" for a in actors)
    r.names.known.update(told_by_groups(doc, r.groups, r.lexicon, named=bodies) | r.names.known)
    for i in r.names.known.keys() & r.mention.keys():
        kind = r.names.kind.get(r.mention[i])
        lands = {land for t in r.names.known[i].subtree if (land := r.mention.get(t.i, "")).startswith("country:")}
        if kind == "organisation" or (kind == "country" and lands and r.mention[i] not in lands):
            # "the airline" is whoever has a name, not the Australian one told of before, nor "the government" another's
            del r.names.known[i]
    r.names.kinds.update(with_its_kind(doc, r.names.known, r.mention, r.timed, r.lexicon))
    r.names.kinds.update(by_its_theme(r) | where_there_is(r) | left_unsaid(r))
    some = counted_of(doc, r.timed, r.lexicon)
    r.groups.update({i: r.groups[noun.i] for i, noun in some.items() if noun.i in r.groups})
    r.names.befell.update(befallen(doc, r.names.known, r.lexicon))
    r.names.known_of.clear()  # now it is settled who is who
    return _read(r, doc, times, blocks)


def _read(r: Story, doc: Doc, times: Sequence[TimeExpression], blocks: tuple[Block, ...]) -> tuple[Event, ...]:
    found: list[Candidate] = []
    for sentence in doc.sents:
        start = next((t for t in sentence if not t.is_space), None)
        if start is None:
            continue
        kind = kind_at(blocks, start.idx)
        if kind in {"furniture", "dateline", "day"}:
            continue
        found += candidates(sentence, kind, r)
    full = [c for c in found if not c.minor]
    at = {c.token.i: c for c in full}
    stand_in(full, r)
    for c in found:
        occasion = c.token if c.noun else c.partner.token if c.partner is not None else None
        c.status = judging.status_of(c.verb, occasion, r.lexicon, kind=c.kind, named=c.noun)
    take_part(found, r)
    leave_unverified(found, r)
    _tell_parties(found, r)
    date_events(found, at, times, r)
    _end_what_was_extended(found, r)
    _give_days_set(found, r)
    for c in found:
        c.content = is_content(c, at, r)
        above = at.get(c.token.head.i)
        c.reported = above is not None and above.time is not None and not above.noun
    events = [_event(c, r) for c in found]
    _name_dated_occasions(events, found, r)
    filled = fill(list(concern(_told_twice(events, found, r), found, r)), found, r)
    labelled = label(filled, found, r)
    return tuple(part(_titled_once(join_named(labelled, found, r)), found, r))


def _called(c: Candidate, r: Story) -> str:
    """An event's title, or its word where it has none, "Said", with who alone says so: "… leak, prosecutors say"."""
    claimed = titles.claimed(c.status.claim, r.names) if c.status.claim is not None else ""
    title = (c.title or c.token.text[:1].upper() + c.token.text[1:]).replace("\\/", "/")  # a treebank's "A\\/H1N1"
    return title if title.endswith(claimed) else title + claimed


def _titled_once(events: Iterable[Event]) -> Iterator[Event]:
    """The events; what a sentence tells twice in the same words, within the same days, is one entry.

    "Police say they freed two miners", not also "Police free two miners"; "Nine killed when two ferries collide".
    """
    all_of_them = list(events)
    shown: dict[int, list[Event]] = {}
    for e in all_of_them:
        if e.on_calendar:
            shown.setdefault(e.sentence.start, []).append(e)
    for e in all_of_them:
        told = next((f for f in shown.get(e.sentence.start, ()) if f is not e and _tells_in_words(f, e)), None)
        if e.on_calendar and told is not None:
            shown[e.sentence.start].remove(e)
            yield _under(e)
        else:
            yield e


def _tells_in_words(f: Event, e: Event) -> bool:
    """Whether an entry's title has all the words of another's, which happened on the same days or on some of these."""
    mine, theirs = words_of(e.title.rpartition(": ")[2]), words_of(f.title)
    if mine == theirs and e.status in {"denied", "hoped"} and f.status == "occurred":
        return True  # "Chile rejects report it had met rebels": on that day, on none of what is denied or asked for
    verb = e.trigger.text.lower()
    if verb in theirs:  # "Bomb wounds 30" of "Bomb explodes, wounding 30"
        mine = frozenset(w for w in mine if w[:_STEM] != verb[:_STEM])
    undated = e.when.first is None and e.when.until is None  # "will agree to talks with Chad"
    alike = e.status == f.status or {e.status, f.status} == HAPPENED or mine == theirs  # "Togo refuses to sign"
    if undated or not mine <= theirs or not alike:
        return False
    if (e.when.first, e.when.until) == (f.when.first, f.when.until):
        return True
    if e.when.first is None or f.when.first is None or e.when.until is None or f.when.until is None:
        return False
    return f.when.basis != "published" and f.when.first <= e.when.first and e.when.until <= f.when.until


def _end_what_was_extended(found: Sequence[Candidate], r: Story) -> None:
    """Make an entry of the day to which something was extended: "Peru extended the truce until 16 November"."""
    extending = grammar.WORDS["extending"]
    nouns = {c.top.i: c for c in found if c.noun}
    for verb in [c for c in found if not c.noun and c.token.lemma_.lower() in extending]:
        done = verb.token
        things = grammar.subjects(done) if grammar.is_passive(done) else grammar.objects(done)
        c = next((nouns[t.i] for t in things if t.i in nouns), None)
        to = _extended_to(verb, c, r) if c is not None else None
        if c is None or to is None:
            continue
        token, x = to
        if c.time is not x or c.token.lemma_.lower() not in r.lexicon.title["ends_itself"]:
            c.when = When(x.value, x.first, x.until, x.edtf, "explicit", "within", x.id)
        c.type, c.primary, c.minor, c.ends = "deadline", True, False, True
        c.time, c.time_token, c.near = x, token, True
        c.status = replace(c.status, value="planned", reason=f"“{verb.token.text}” until then", arranged=True)
        verb.primary = verb.primary and verb.time is not x  # no "deadline to be extended"


def _give_days_set(found: Sequence[Candidate], r: Story) -> None:
    """Give the plan told before it the day set for it: "is to visit Lome. A date of 3 May has been proposed"."""
    plan: Candidate | None = None
    for n, c in enumerate(found):
        date = _date_set(c, r)
        if date is None:
            if c.primary and c.status.value in AHEAD and c.type in MUTUAL | {"vote"}:
                plan = c
            continue
        x = next((r.timed[t.i] for t in date.children if t.i in r.timed), None)
        if x is None or x.first is None:
            continue
        c.primary = False
        for told in found[max(n - 1, 0) : n]:
            if told.top == date:
                told.primary, told.minor = False, True  # no "Date of 3 May"
        start = r.sentences[c.token.i].start
        near = plan is not None and plan.token.i >= (r.sentences[start - 1].start if start else 0)
        if plan is not None and near and (plan.when.until is None or x.first < plan.when.until):
            plan.time, plan.time_token, plan.near = x, r.doc[date.i], True
            plan.when = When(x.value, x.first, x.until, x.edtf, "inherited", "within", x.id)


def _date_set(c: Candidate, r: Story) -> Token | None:
    """The "date" that a clause says is set for something: "a date of 3 May has been set", not "a date for the vote"."""
    words = r.lexicon.dating
    if c.noun or c.token.lemma_.lower() not in words["appointing"] | words["days_agreed"]:
        return None
    dates = (s for s in grammar.subjects(c.verb) if s.lemma_.lower() in grammar.WORDS["days_set"])
    date = next(dates, None) if grammar.is_passive(c.verb) else None
    return None if date is None or any(p == "for" for p, _ in grammar.obliques(date)) else date


def _extended_to(verb: Candidate, thing: Candidate, r: Story) -> tuple[Token, TimeExpression] | None:
    """Where the words stand of the day ahead to which something was, or was agreed to be, extended, and the day."""
    words, told, done = r.lexicon.dating, r.published.until, verb.token
    decided = grammar.has_to(done) and (grammar.is_past(done.head) or judging.is_done_by_saying(done.head, r.lexicon))
    above = done.head.lemma_.lower()
    settled = above in r.lexicon.status["planned_verbs"] or r.lexicon.verbs.get(above) == "vote"
    if not ((grammar.is_past(done) and verb.status.value in {"occurred", "planned"}) or (decided and settled)):
        return None  # no hope to extend it
    for i, x in r.timed.items():
        ahead = x.until is not None and told is not None and x.until > told
        reaching = preposition_before(x, r) in words["reaching"] | words["extended_to"]
        if ahead and reaching and grammar.governor(r.doc[i]) in {done, thing.top}:
            return r.doc[i], x
    return None


def _name_dated_occasions(events: list[Event], found: list[Candidate], r: Story) -> None:
    """Let an occasion with a day be the entry where its verb is none: "the spill followed an explosion in April"."""
    shown = {c.token.i for c, e in zip(found, events, strict=True) if e.salience >= ON_CALENDAR}
    for n, c in enumerate(found):
        own = c.when.basis == "explicit" and c.near and c.time_token is not None and is_under_its_noun(c.time_token, c)
        alone = c.noun and not (c.primary or c.minor)
        if alone and own and c.support is not None and c.support.i not in shown:
            c.primary = True
            events[n] = replace(events[n], salience=salience(c, r, len(events[n].actors)))


def _tell_parties(found: Sequence[Candidate], r: Story) -> None:
    """Let a bare occasion be that of those who took part in its earlier telling, or in the one that it follows.

    "Peru and Chile opened talks. The talks will go on"; "held a second round of talks. A third is due in May".
    """
    told: dict[str, list[str]] = {}
    theirs: dict[int, list[str]] = {}  # the same by where its noun stands
    alike: dict[str, list[list[str]]] = {}  # of each type, those who took part in one after another
    last: dict[str, int] = {}  # of each type, the sentence in which any of them was told of
    latest: list[str] = []  # those of whom an occasion was told last, and be they alone
    journeys: dict[bool, Candidate] = {}  # whether it was made → the last one told of
    for c in found:
        if c.type == "visit":
            _tell_journey(c, journeys, r)
        if c.type not in MUTUAL or c.type == "visit":
            continue
        nouns = [c.top.lemma_.lower(), c.token.lemma_.lower()] if c.noun else []
        kinds = nouns or [r.lexicon.nominal.get(c.token.lemma_.lower(), "").lower()]
        ids = list(dict.fromkeys([*c.agents, *c.others]))
        fuller = r.names.known.get(c.top.i)
        before = theirs.get(fuller.i, []) if fuller is not None else []  # "signed a treaty. The pact holds for a year"
        before = before or next((told[kind] for kind in kinds if kind in told), [])
        if not set(latest) <= set(before):
            before = []  # "Addo met the envoy on Monday. Keita was to meet him on Friday, but the meeting was put off"
        free, hosts = _is_free(c, r), c.verb.lemma_.lower() in r.lexicon.roles["hosting"]
        if hosts and (free or not c.noun):
            ids = c.others  # not those who only have them as guests, or call a body together
        latest = ids or latest
        here, kind = r.sentences[c.token.i].number, ALIKE.get(c.type, c.type)
        if here - last.get(kind, here) > FAR:
            del alike[kind]  # "the meeting" so far on is another
        others = alike.setdefault(kind, [])
        if c.noun and here - last.get(kind, here) > 1 and points_back(c.top, r.lexicon):
            continue  # "those negotiations", of the sentence before
        if len(ids) > 1 and not c.arranged_by_others:
            told.update(dict.fromkeys(kinds, ids))
            theirs.update((t.i, ids) for t in ([c.top] if c.noun else grammar.objects(c.verb)))
            last[kind] = here
            others += [ids] if not any(set(ids) <= set(known) for known in others) else []
            continue
        again = nouns and is_definite(c.top, r.lexicon)
        if again and before:
            r.names.parties[c.top.i] = before
        elif again and free and len(others) == 1 and {*latest} <= {*others[0]} and c.top.i not in r.names.known:
            before = r.names.parties[c.top.i] = _parties_by_another_name(c, others[0], r)
        elif again and not c.actors and c.type == "meeting" and [*map(r.names.kind.get, latest)] == ["organisation"]:
            c.agents = list(latest)  # "the league holds a summit in May. The meeting was moved"
        elif not (nouns and free and _follows(c.top, r)):
            continue
        before = before or (others[0] if len(others) == 1 and not again else [])
        if free:
            c.others = [i for i in before if i not in c.agents]
    occasions = {c.top.i: c for c in found if c.noun and c.type in MUTUAL}
    for c in found:
        own = [occasions[t.i] for t in grammar.subjects(c.verb) if t.i in occasions] if not c.noun else []
        if own and own[0].top.i in r.names.journeys:  # "hope the visit can take place"
            c.agents, c.patients, c.arranged_by_others = own[0].agents, own[0].patients, False
        elif own and (not c.actors or c.arranged_by_others):  # "the next talks are due on Friday"
            c.others += [i for occasion in own for i in occasion.actors if i not in c.actors]
        elif c.partner is not None and c.agents and _follows(c.partner.top, r):  # "will host another round"
            c.others += [i for i in c.partner.others if i not in c.actors]


def _is_free(c: Candidate, r: Story) -> bool:
    """Whether an occasion is of nobody named, but for whoever has them as guests: "Qatar will host another round"."""
    hosted = c.verb.lemma_.lower() in r.lexicon.roles["hosting"] and len(c.others) != 1
    return not c.actors or hosted


def _parties_by_another_name(c: Candidate, parties: list[str], r: Story) -> list[str]:
    """Whose a deal is that is told of by another noun: "Chad and Togo signed a pact. The treaty holds for a year".

    Those who sign act for their countries, and a truce is not theirs who only announce it.
    """
    persons = [r.actors[i] for i in parties if i in r.actors and r.actors[i].kind == "person"]
    if c.type != "agreement" or not persons:
        return parties
    countries = list(dict.fromkeys(f"country:{a.country.lower()}" for a in persons if a.country))
    of_states = len(countries) == len(persons) == len(parties) and all(i in r.actors for i in countries)
    return countries if of_states and c.top.lemma_.lower() not in r.lexicon.groups["armistices"] else []


def _tell_journey(c: Candidate, journeys: dict[bool, Candidate], r: Story) -> None:
    """A bare journey is the last told of: "will visit Oslo on Monday. The trip was put off in May".

    One that is to be, or is not to be, is none that was made.
    """
    made = c.status.value in {"occurred", "ongoing"}
    pointing = r.lexicon.dating["known"] - grammar.WORDS["the"]
    that_one = c.noun and any(x.lower_ in pointing for x in c.top.children)  # "during that visit Peru and Chile agreed"
    nobodys = c.noun and (not c.agents or c.arranged_by_others or that_one)
    known_already = c.noun and is_definite(c.top, r.lexicon)
    one_more = nobodys and not known_already and _is_one_more_journey(c.top, r)
    if not (known_already or one_more):
        if c.agents and not c.arranged_by_others:
            journeys[made] = c
        return
    known = [journeys[m] for m in (made, not made) if m in journeys]
    known = [j for j in known if not one_more or r.sentences[c.token.i].number - r.sentences[j.token.i].number == 1]
    if known and nobodys and c.top.i not in r.names.known:
        journey = known[0]
        c.place, c.arranged_by_others = c.place or journey.place, False
        c.agents, c.patients = list(journey.agents), [i for i in journey.patients if r.names.kind.get(i) == "country"]
        verb = journey.support if journey.noun else journey.verb
        whose = grammar.children(journey.top, {"nmod:poss"}) if journey.noun else []
        whose = whose or (grammar.subjects(verb) if verb is not None else [])
        told_of = journey.top if journey.noun else journey.verb
        to = [*grammar.objects(told_of), *(n for p, n in grammar.obliques(told_of) if p == "to")]
        elsewhere = any(p == "to" for p, _ in grammar.obliques(c.top))  # "A visit to Oslo was put off"
        if elsewhere:
            to, c.patients = [], []
        if whose:
            r.names.journeys[c.top.i] = (whose, [t for t in to if t.pos_ == "PROPN" and t.i not in r.timed])
    elif nobodys and c.top.dep_ in grammar.SUBJECT:
        ids, whose = _whose_journey(c.top, r)
        if ids:
            c.agents, c.arranged_by_others = ids, False
            r.names.journeys[c.top.i] = (whose, [])


def _whose_journey(noun: Token, r: Story) -> tuple[list[str], list[Token]]:
    """The person whom the sentence before nobody's journey is of: "She fell ill. The trip to Oslo is off"."""
    start = noun.sent.start
    doers = grammar.subjects(r.doc[start - 1].sent.root) if start else []
    ids = [r.mention[s.i] for s in doers if r.names.kind.get(r.mention.get(s.i, "")) == "person"]
    return (ids, doers) if len(ids) == len(doers) == 1 else ([], [])


def _is_one_more_journey(noun: Token, r: Story) -> bool:
    """Whether a journey is told of as nobody's, behind another: "a second visit", "a trip to Oslo is off"."""
    whose = {p for p, n in grammar.obliques(noun) if n.i not in r.timed} - r.lexicon.roles["towards"]
    before = [c for c in noun.children if c.i < noun.i and c.i not in r.timed]
    some = grammar.WORDS["one"] | grammar.WORDS["the"]
    plain = all(c.lower_ in some or _counts_on(c, r) for c in before if c.dep_ != "case")
    return not whose and bool(before) and plain and noun.dep_ in grammar.SUBJECT


def _counts_on(word: Token, r: Story) -> bool:
    return word.lower_ in r.lexicon.groups["one_more"] | r.lexicon.status["ordinals"]


def _follows(noun: Token, r: Story) -> bool:
    """Whether an occasion is one more of those told of, of which no more is said: "a third round", "further talks"."""
    words = r.lexicon.groups["one_more"] | r.lexicon.status["ordinals"]
    which = {"amod", "nummod", "compound"}
    before = [c for c in noun.children if c.i < noun.i and c.i not in r.timed]
    before = [c for c in before if c.dep_ in which or (c.dep_ == "det" and c.lower_ in words)]  # "another round"
    after = [c for c in noun.children if c.i > noun.i and c.i not in r.timed and c.dep_ == "nmod"]
    told_of = [c for c in after if c.lemma_.lower() not in r.lexicon.nouns]
    one_of_them = bool(before) or noun.lemma_.lower() in r.lexicon.groups["rounds"]
    return one_of_them and all(c.lower_ in words or c.dep_ in {"nmod:poss", "poss"} for c in before) and not told_of


def _march(who: Participant, c: Candidate, r: Story) -> bool:
    """Whether those whose name says little are the ones who protest: "survivors march", not "people march"."""
    many = {f"group:{word}" for word in r.lexicon.groups["many"]}
    return c.type == "protest" and who.role == "agent" and who.id not in many


def _event(c: Candidate, r: Story) -> Event:
    source = said_by(c, r)
    c.title = _title(c, source, r)
    t = c.token
    actors = (
        [Participant(i, "agent") for i in c.agents]
        + [Participant(i, "with") for i in c.others]
        + [Participant(i, "patient") for i in c.patients]
    )
    if not actors and source is not None and acts(source) and c.support is not None and c.noun and c.type == "other":
        actors = [Participant(source, "agent")]  # "Kerry said there had been progress": his word for it
    if not (actors or c.noun) and source is not None and c.status.value == "denied" and not is_press(source, r):
        actors = [Participant(source, "agent")] if acts(source) else []  # "Baku said that no date had been agreed"
    deniers = [] if c.noun else [i for i in denied_by(c, r) if c.title.startswith(r.names.short(i))]
    actors[:0] = [Participant(i, "agent") for i in deniers if i not in c.actors]  # "Baku denies that Gil has fled"
    unnamed = [p for p in c.unnamed if p.id not in r.faceless or _march(p, c, r)]
    held = sorted([*actors, *unnamed], key=lambda p: ("agent", "with", "patient").index(p.role))
    key = f"{r.article.id}\0{t.idx}\0{t.text}"
    lent = c.when.basis == "inherited" and (c.time is None or c.time.id != c.when.time)  # a day, but not its hour
    cue = c.status.cue or ((c.status.claim,) if c.status.claim is not None else ())
    return Event(
        id=event_id(key),
        title=_called(c, r),
        type=_type(c, r),
        status=c.status.stands,
        salience=salience(c, r, len(actors)),
        confidence=_confidence(c),
        trigger=Trigger(t.idx, t.idx + len(t.text), r.article.text[t.idx : t.idx + len(t.text)]),
        sentence=r.sentences[t.i].words,
        when=replace(c.when, edtf=hourless(c.when.edtf)) if lent else c.when,
        actors=tuple(dict.fromkeys(held)),
        place=c.place,
        put_off=c.status.stands == "cancelled" and puts_off(c, r) is not None,
        cue=TextSpan(cue[0].idx, cue[0].idx + len(cue[0].text)) if cue else None,
        said_by=r.actors[source].name if source else None,
        why=_why(c, r),
    )


def _type(c: Candidate, r: Story) -> str:
    """The type of an event; where an occasion only takes its course the occasion's: "talks, which opened"."""
    lemma, words = c.verb.lemma_.lower(), r.lexicon
    course = tells_of_an_occasion(c.verb, words) or lemma in words.triggers["phases"]
    if c.type != "other" or c.noun or not course:
        return c.type
    of = (words.nouns.get(s.lemma_.lower()) for s in grammar.subjects(c.verb))
    return next((type_ for type_ in of if type_ is not None), c.type)


def _title(c: Candidate, source: str | None, r: Story) -> str:
    """The title of an event; one that rests on somebody's word alone says whose."""
    short = r.names.short
    agents = [short(i) for i in c.agents] or [r.names.unnamed[p.id] for p in c.unnamed if p.role == "agent"]
    others = [short(i) for i in c.others]
    where = _where(c, r)
    if c.noun and c.type in {"vote", "protest"} and where is None and c.agents and not c.patients:
        country = next((i for i in c.agents if r.names.kind.get(i) == "country"), None)
        if country is not None:  # "elections in Syria" rather than "by Syria"
            where = f"in {short(country)}"
            agents = [short(i) for i in c.agents if i != country]
    if c.noun and c.token.lemma_.lower() in r.lexicon.title["polls"]:  # "Kos called elections for May"
        agents = [a for i in c.agents if r.names.kind.get(i) != "person" and (a := short(i)) in agents]
    moved = c.partner is not None and not c.noun and c.status.value == "planned" and is_moved(c, r)
    if moved and c.partner is not None:
        c = c.partner  # "was postponed until September": the trial in September
    off = c.status.value == "cancelled" and c.verb not in c.status.cue  # "was to visit Peru, but stayed"
    told_as = "planned" if off or moved else c.status.value
    if told_as == "planned" and not c.noun and is_awaited(c.verb, r.lexicon):
        told_as = "occurred"  # "Berg expected in Oslo"
    if told_as == "ongoing" and grammar.is_perfect(c.verb) and grammar.negation(c.verb) is None:
        told_as = "occurred"  # "Talks suspended for two years"
    if c.type == "deadline" and sets_a_deadline(c.token, r):
        return titles.deadline_title(c.token, r.names, r.timed)
    if c.token.pos_ == "ADJ" and c.token.dep_ in grammar.REDUCED:  # "a dividend, payable 3 May"
        what = titles.noun_title(c.token.head, r.names, type_=c.type, status=told_as, agents=[], others=[])
        return what if what.endswith(c.token.text) else f"{what} {c.token.text}"
    if told_as == "planned" and c.verb.dep_ in grammar.REDUCED and c.verb.tag_ == "VBN" and is_moved(c, r):
        return titles.noun_title(c.verb.head, r.names, type_=c.type, status=told_as, agents=[], others=[])
    if not c.noun or (_is_told_by_verb(c, r) and not c.ends and not moved):
        if c.arranged_by_others and grammar.children(c.verb, grammar.SUBJECT):
            agents = []  # "Kavan believes it will happen": it is not Kavan that happens
        else:
            agents = _subjects(c, r)
        moves = is_moved(c, r) and (c.verb in c.status.cue or not c.status.cue)
        told_as = "occurred" if told_as == "planned" and moves else told_as  # "Board postpones review" to that day
        denied = _as_its_denier_tells(c, r) if told_as == "denied" and not c.noun else ""
        return denied or titles.verb_title(c.verb, r.names, status=told_as, agents=agents, where=where)
    if c.arranged_by_others:
        agents = []  # who plans or tells it need not be who does it
    title = titles.noun_title(c.top, r.names, type_=c.type, status=told_as, agents=agents, others=others, where=where)
    c.named = title
    if c.ends and c.token.lemma_.lower() not in r.lexicon.title["ends_itself"]:
        return titles.end_title(title, c.top)
    if fit.is_bare(title, c.top, r.names) and not c.ends:
        title = _done_there(c, r) or _told_whole(c, told_as, where, r) or title
    if c.type == "other" and c.support is not None and source is not None and short(source) not in title:
        title += f", {short(source)} says"
    return title


def _as_its_denier_tells(c: Candidate, r: Story) -> str:
    """What somebody denies or refuses, by that verb: "Chad refuses to sign pact", "Talks did not fail, envoy says"."""
    above = grammar.teller(c.verb, r.lexicon.status["claim_nouns"], ("ccomp", "xcomp"))
    by = above or (c.status.said_by.head if c.status.said_by is not None else None)
    if by is None or not grammar.is_verb(by) or not grammar.tells(by) or grammar.negation(by) is not None:
        return ""
    if by != above and by not in grammar.children(c.verb, {"ccomp", "parataxis"}):
        return ""
    doers = [i for s in grammar.subjects(by) for i in who(s, r)]
    agents = [r.names.short(i) for i in doers if i in r.actors]
    title = titles.verb_title(by, r.names, status="occurred", agents=agents, where=None)
    unfit = any(test(title, by, r.names) for test in (fit.is_misread, fit.is_stub, fit.says_little))
    told = {c.verb.lower_, c.verb.lemma_.lower()} & {w.strip(",").lower() for w in title.split()}
    return title if told and (agents or titles.has_subject(by, r.names)) and not unfit else ""


def _done_there(c: Candidate, r: Story) -> str:
    """What was done at an occasion that tells nothing by itself, "Ama Addo testifies", or who hopes for it."""
    verb, words = c.top.head, r.lexicon
    scene = grammar.case(c.top) in words.dating["scenes"] or c.top.dep_ == "obl:agent"
    scene = scene and c.status.value == "occurred" and grammar.tells(verb)
    hoped = c.status.value == "hoped" and grammar.case(c.top) in words.dating["aimed_at"]
    first, told = c.when.first, r.published.first
    asked = grammar.is_past(verb) and first is not None and told is not None and first > told  # an entry of that day
    hoped = hoped and verb.lemma_.lower() in words.status["hoped_verbs"] and not asked
    if not (scene or hoped) or not grammar.is_verb(verb) or grammar.negation(verb) is not None:
        return ""
    title = titles.verb_title(verb, r.names, status="occurred", agents=[], where=None)
    unfit = any(test(title, verb, r.names) for test in (fit.is_misread, fit.is_stub, fit.says_little))
    return title if titles.has_subject(verb, r.names) and not unfit else ""


def _told_whole(c: Candidate, told_as: str, where: str | None, r: Story) -> str:
    """What becomes of an occasion that tells nothing by itself: "summit postponed", "walkout may be called"."""
    told = c.partner
    only_held = c.light and told_as in {"planned", "occurred", "ongoing"}
    if told is None or told.noun or not c.has_own_date or only_held or is_awaited(told.verb, r.lexicon):
        return ""
    if told.time is not c.time and c.status.value in AHEAD and told.status.value in HAPPENED:
        return ""  # "announced elections for 3 May", "invited them for talks on 3 May": that is another entry
    if told_as == "planned" and told.status.value == "denied":
        return ""  # "the talks will not open on Monday. They have been moved to Friday"
    if told.status.value == "possible" and c.status.value in {"planned", "occurred"}:
        return ""  # "the vote planned for 3 May could cost $9 million"
    told_as = "occurred" if told_as == "planned" and is_moved(told, r) else told_as  # "Trial delayed" until that day
    title = titles.verb_title(told.verb, r.names, status=told_as, agents=_subjects(told, r), where=where)
    unfit = any(test(title, told.verb, r.names) for test in (fit.is_misread, fit.is_stub))
    return "" if unfit else title


def _subjects(c: Candidate, r: Story) -> list[str]:
    """What those are called whom a pronoun may stand for as a clause's subject."""
    passive = titles.has_passive(c.verb, r.lexicon)
    named, role = (c.patients, "patient") if passive else (c.agents, "agent")
    if passive:  # "they will be shipped to Togo": not Togo
        behind = {r.mention.get(n.i) for _, n in grammar.obliques(c.verb)}
        named = [i for i in named if i not in behind]
    return [r.names.short(i) for i in named] or [r.names.unnamed[p.id] for p in c.unnamed if p.role == role]


def _where(c: Candidate, r: Story) -> str | None:
    """Where an event is, with its text's preposition: "at Sund Air Base"; of a clause only what hangs on its verb."""
    if c.place is None:
        return None
    here = [t for t in c.token.sent if r.names.actor.get(t.i) == c.place.id and (t != c.verb or c.noun)]
    if not c.noun:
        # "Bergen, where the mayor resigned"
        near = {c.verb, c.verb.head} if c.verb.dep_ in grammar.RELATIVE else {c.verb}
        here = [t for t in here if t in near or t.head in near or (t.head.i in r.names.actor and t.head.head in near)]
        within = r.lexicon.roles["place"]
        here = [t for t in here if t.i < c.verb.i or (grammar.case(t) in within and not _is_beside(t, c.verb, r))]
    under = [p for t in here if (p := grammar.case(t)) in r.lexicon.roles["place"]]
    return f"{under[0] if under else 'in'} {r.names.short(c.place.id)}" if here or c.noun else None


def _is_beside(place: Token, verb: Token, r: Story) -> bool:
    """Whether a place after a verb would belong to other words, once at a title's end: "called on Kerry in Rome"."""
    between = place.doc[verb.i + 1 : place.i]
    return any(t.dep_ == "case" and t.head != place and t.i not in r.names.skip for t in between)


def _is_told_by_verb(c: Candidate, r: Story) -> bool:
    """Whether an occasion's verb tells more than its noun: "Chadian officials hold talks", "Talks to begin"."""
    verb = c.support
    if verb is None or not grammar.is_verb(verb) or verb.dep_ == "acl" or c.status.value == "cancelled":
        return False
    lemma = verb.lemma_.lower()
    called = c.status.value == "occurred" and lemma in r.lexicon.title["calls"]
    called = called and any(x.lower_ in grammar.WORDS["one"] for x in grammar.children(c.top, {"det"}))
    held = (called or lemma in r.lexicon.title["holds"]) and c.top in grammar.children(verb, grammar.OBJECT)
    if grammar.is_passive(verb) or verb.lemma_ == "be":
        return False
    if (held or comes_into_force(verb, r.lexicon)) and titles.has_subject(verb, r.names):
        return True
    doers = grammar.subjects(verb)
    somebody = any(named(s, r) or s.i in r.groups for s in doers)
    if somebody and c.top not in doers and c.top not in grammar.objects(verb):
        return True  # "Iran took part in talks", "miners will go on strike"
    arranged = c.arranged_by_others or not c.actors
    return arranged and c.top in grammar.subjects(verb) and titles.is_plain(c.top, r.names) and c.place is None


def _confidence(c: Candidate) -> float:
    base = {"explicit": 0.9, "inherited": 0.7, "published": 0.6, "none": 0.5}[c.when.basis]
    if c.soft:
        base -= 0.2
    if c.time is not None and not c.near:
        base -= 0.25
    if not c.actors:
        base -= 0.1
    return round(max(0.1, base), 2)


def _why(c: Candidate, r: Story) -> tuple[Step, ...]:
    steps: list[Step] = []
    basis = c.when.basis
    if basis == "explicit" and c.time is not None:
        reason = "its own words" if c.near else "the nearest words in the sentence that could date it"
        steps.append(Step(f"“{c.time.text}”", reason, ""))
    elif basis == "none" and c.unplaced is not None:
        steps.append(Step(f"“{c.unplaced.text}”", "says when, and not on which days", ""))
    elif basis == "inherited":
        lender = f", “{c.lender.time.text}”" if c.lender is not None and c.lender.time is not None else ""
        steps.append(Step("no date of its own", c.lent + lender, ""))
    elif basis == "published":
        origin = "inferred date" if r.published.origin == "inferred" else "date"
        steps.append(Step("no date said", f"told by the article: the article's {origin}, or shortly before", ""))
    else:
        steps.append(Step("no date", c.lent or UNSAID, ""))
    if c.so_long is not None:
        steps.append(Step(f"“{c.so_long.text}”", "so long from its first day", ""))
    if c.status.claim is not None:
        steps.append(Step(c.status.stands, f"“{c.status.claim.text}”: nobody else stands for it", ""))
    elif c.status.reason:
        steps.append(Step(c.status.value, c.status.reason, ""))
    return tuple(steps)


def _told_twice(events: Sequence[Event], found: list[Candidate], r: Story) -> list[Event]:
    """Later tellings of one occasion point to the first and go under the line; so does what another entry tells."""
    out = list(events)
    shown: list[int] = []
    fuller: list[int] = []  # of those that are not, the ones whose title is shown
    for n, (e, c) in enumerate(zip(events, found, strict=True)):
        mute = is_mute(c, r)  # "the accession", of whose day more is told
        first = next((k for k in shown if tells_again(c, found[k], r) or (mute and _is_of_one_day(e, events[k]))), None)
        if first is not None and _tells_better(e, c, out[first], found[first], r):
            shown.remove(first)
            out[first] = _under(out[first])
            first = None
        if first is not None:
            out[n] = replace(_under(e), same=out[first].id)
            out[first] = _by_name(out[first], found[first], c, r)
            verbs = not c.noun and not found[first].noun
            if verbs and e.title.startswith(
                f"{out[first].title} "
            ):  # "Berg to meet Kos on Friday … to meet Kos in Oslo"
                out[first] = replace(out[first], title=e.title)
                fuller.append(n)
            undated = out[first].when.first is None and out[first].when.until is None
            if undated and c.has_own_date and {e.status, out[first].status} <= AHEAD:
                out[first] = replace(out[first], when=e.when, status=e.status)  # "… Berg will be named on 3 May"
            happened = out[first].when.basis == "published" and out[first].status == "occurred"
            if happened and e.when.basis == "explicit" and says_when(c, found[first], r):
                out[first] = replace(out[first], when=e.when)  # "12 were killed and 50 wounded on Friday"
        elif e.salience >= ON_CALENDAR:
            shown.append(n)
    told = {found[k].token.i for k in shown} | {c.token.i for e, c in zip(out, found, strict=True) if e.same}
    of_days = {found[k].token.i for k in shown if is_dated(found[k]) and found[k].status.value in HAPPENED}
    for n, c in enumerate(found):
        alike = [k for k in shown if k != n and found[k].title == c.title and found[k].token.sent == c.token.sent]
        if c.noun and any(not _are_of_two_days(out[n], out[k]) for k in alike):
            out[n] = _under(out[n])  # "in private meetings, envoys warned …": told by its verb
    denied = {t for k in shown if found[k].status.value == "denied" for t in found[k].status.cue}
    refusing = r.lexicon.triggers["keeping_silent"] | r.lexicon.triggers["failing"]
    silent = {found[k].token for k in shown if found[k].token.lemma_.lower() in refusing}
    calling_off = {found[k].token for k in shown if not found[k].noun}
    off = {t for k in shown if _is_off(out[k], found[k]) for t in found[k].status.cue}
    for n, c in enumerate(found):
        dated = c.when.basis == "explicit"  # "said on 3 May that it had paid $5 since April"
        within = any(tells_within(c, found[k], r) for k in (*shown, *fuller))
        if within or only_says(c, of_days if dated else told, r) or only_happens(c, r):
            out[n] = _under(out[n])
        if not is_dated(c) and any(is_what_says(c, found[k], r) for k in shown if found[k].has_own_date):
            out[n] = _under(out[n])  # "said in May that he would resign": his saying so has a day
        if not c.noun and c.token in off and not c.has_own_date:
            # "talks had been set for 3 May and were put off"; "who was to speak on 3 May cancelled his trip"
            out[n] = _under(out[n])
        if any(only_announces(c, found[k], r) for k in shown):
            out[n] = _under(out[n])
        if out[n].status == "cancelled" and c.token.dep_ == "xcomp" and calling_off & {*c.status.cue} - {c.token}:
            out[n] = _under(out[n])  # "put off signing it": told by who put it off
        if c.status.value == "denied" and not c.has_own_date and silent.intersection(c.status.cue):
            out[n] = _under(out[n])  # "refused to meet them", "failed to agree": told by the refusal, or the failure
        if not c.noun and c.token in denied and c.token.lemma_.lower() in r.lexicon.triggers["denying"]:
            out[n] = _under(out[n])  # "denied that it had expelled two envoys": "Peru did not expel two envoys"
    return _reported(_opened(_thinned(out, found, r), found, r), found, r)


def _is_off(e: Event, c: Candidate) -> bool:
    """Whether an entry tells what is called off, by its noun or by a clause that goes with whoever calls it off."""
    return e.status == "cancelled" and (c.noun or (c.has_own_date and c.verb.dep_ in grammar.RELATIVE))


def _by_name(e: Event, c: Candidate, later: Candidate, r: Story) -> Event:
    """An event with him by name who has it only in the next sentence: "freed a poet. A judge freed Jan Kos".

    And a journey with whoever goes along: "will travel to Peru … will travel to Lima with Eva Berg".
    """
    if c.type == later.type == "visit":
        along = [Participant(i, "with") for i in later.others if i not in {p.id for p in e.actors}]
        return replace(e, actors=(*e.actors, *along)) if along else e
    if c.noun or later.noun or later.token.i < c.token.i or not is_told_more_of(c, later, r):
        return e
    names = {i for i in later.actors if i.startswith("person:")} - {p.id for p in e.actors}
    nameless = [p for p in e.actors if p.id in r.names.unnamed and p.id in {r.groups.get(t.i) for t in undergoers(c)}]
    if len(names) != 1 or not nameless:
        return e
    return replace(e, actors=tuple(replace(p, id=min(names)) if p in nameless else p for p in e.actors))


def _are_of_two_days(e: Event, f: Event) -> bool:
    """Whether two events each have a day of their own: "put off from 3 May to 9 June"."""
    own = e.when.basis == f.when.basis == "explicit"
    return own and (e.when.first, e.when.until) != (f.when.first, f.when.until)


def _tells_better(e: Event, c: Candidate, before: Event, first: Candidate, r: Story) -> bool:
    """Whether a later telling of an entry is the one to keep: it tells more, or of which day it was.

    "condemned the bombings … The bombings killed 30 people"; "his death in 2009 … who died on 25 June 2009".
    """
    if e.salience < ON_CALENDAR:
        return False
    if (first.in_passing and not c.in_passing and e.salience > before.salience) or is_told_by_its_moment(first, c, r):
        return True
    mine, theirs = e.when, before.when
    if not c.has_own_date or mine.first is None or mine.until is None:
        return False
    if theirs.first is None or theirs.until is None or (mine.first, mine.until) == (theirs.first, theirs.until):
        return False
    return theirs.first <= mine.first and mine.until <= theirs.until


def _under(e: Event) -> Event:
    return e if e.salience <= UNDER else replace(e, salience=UNDER)


def _is_of_one_day(e: Event, f: Event) -> bool:
    return e.when.basis == "explicit" and (e.when.first, e.when.until) == (f.when.first, f.when.until)


def _opened(events: list[Event], found: list[Candidate], r: Story) -> list[Event]:
    """Where nothing of a story's opening sentence is an entry, what somebody says in it is one, or what it tells.

    What he says now is one, too, where the entries only stand beside it: "says no oil leaks from a rig that sank".
    """
    lead = [(n, c) for n, c in enumerate(found) if r.sentences[c.token.i].start == r.lead]
    shown = [c for n, c in lead if events[n].salience >= ON_CALENDAR]
    if not all(_is_beside_its_matter(c, r) for c in shown):
        return events
    saying = ((n, c) for n, c in lead if is_told_by_somebody(c, r) or says_outright(c, r))
    said = next((n for n, c in saying if not shown or _says_how_it_is(c)), None)
    if said is not None:
        events[said] = replace(events[said], type="statement", status="occurred", salience=ON_CALENDAR)
        return events
    told = [n for n, c in lead if opens_the_story(c, r) and not events[n].same] if not shown else []
    if told:
        n = max(told, key=lambda n: (events[n].salience, -n))
        events[n] = replace(events[n], salience=ON_CALENDAR)
    return events


def _says_how_it_is(c: Candidate) -> bool:
    """Whether somebody says now what is or was, and paints no scene: no "says troops were resting when a mine blew"."""
    return c.status.value == "ongoing" and not any(map(is_scene, grammar.children(c.token, {"ccomp"})))


def _is_beside_its_matter(c: Candidate, r: Story) -> bool:
    """Whether an event stands in a clause or a noun phrase that only goes with what its sentence is there to tell."""
    verb = c.support if c.noun and c.support is not None else c.token
    above = takewhile(lambda t: t != r.sentences[c.token.i].root, (verb, *grammar.chain(verb)))
    return any(t.dep_ in grammar.RELATIVE | {"advcl", "nmod"} for t in above)


def _reported(events: list[Event], found: list[Candidate], r: Story) -> list[Event]:
    """Where nothing of what somebody says on a day is an entry, that he says it is one."""
    shown = {c.token.i for e, c in zip(events, found, strict=True) if e.salience >= ON_CALENDAR or e.same}
    at = {c.token.i: c for c in found if not c.noun}
    results = {x for c in found if c.token.i in shown for x in _results(c, r)}
    for n, (e, c) in enumerate(zip(events, found, strict=True)):
        if not (e.same or c.noun or is_told(c, shown, r) or results & _results(c, r)) and is_the_days_saying(c, at, r):
            events[n] = replace(e, type="statement", salience=ON_CALENDAR)
            shown.add(c.token.i)
    return events


def _results(c: Candidate, r: Story) -> set[str]:
    """Whose results a verb tells, or says: "said net income rose 6%"."""
    words = r.lexicon.title["results"]
    clauses = [c.token, *grammar.children(c.token, {"ccomp"})] if not c.noun else []
    about = [x for v in clauses for x in (*grammar.subjects(v), *grammar.objects(v))]
    return set(c.agents) if any(x.lemma_.lower() in words for x in about) else set()


def _is_second_fact(e: Event, c: Candidate, first: Candidate, r: Story) -> bool:
    """Whether a sentence's second entry stands beside its first: of a weightier kind, or a clause of somebody else."""
    if e.type not in {"other", "statement"}:
        return True
    own = grammar.children(c.token, grammar.SUBJECT)
    return not c.noun and is_main(c, r) and bool(own) and bool(c.actors) and set(c.actors).isdisjoint(first.actors)


def _thinned(events: list[Event], found: list[Candidate], r: Story) -> list[Event]:
    """Of a sentence's entries without a date of their own two, main clauses first.

    The second of the lighter kinds is a clause beside the main one, of somebody else: "and Gil was acquitted".
    """
    light: dict[int, list[tuple[bool, float, int, Event]]] = {}
    at = {e.id: c for e, c in zip(events, found, strict=True)}
    for e, c in zip(events, found, strict=True):
        if e.salience >= ON_CALENDAR and not (e.when.basis == "explicit" or at[e.id].has_own_date):
            aside = not (c.noun or is_main(c, r))  # "was tested after receiving students"
            light.setdefault(e.sentence.start, []).append((aside, -e.salience, e.trigger.start, e))
    under: set[str] = set()
    for group in light.values():
        ranked = [e for *_, e in sorted(group, key=lambda ranks: ranks[:3])]
        first = at[ranked[0].id]
        under |= {
            e.id for n, e in enumerate(ranked) if n > 1 or (n == 1 and not _is_second_fact(e, at[e.id], first, r))
        }
    return [_under(e) if e.id in under else e for e in events]
