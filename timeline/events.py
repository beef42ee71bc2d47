"""From a parsed article with its times and actors to its events: who, what, where, when, and how surely.

The parse is read through `grammar`, the words through `lexicon`; this room decides which words name
an event, whose date it has, who takes part, and how much it deserves a calendar.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta

from spacy.tokens import Doc, Span, Token

from timeline import grammar, lexicon, status, titles
from timeline.clean import Block, kind_at
from timeline.lexicon import Lexicon
from timeline.model import (
    ON_CALENDAR,
    Actor,
    Article,
    Event,
    Participant,
    Place,
    Published,
    Step,
    TimeExpression,
    Trigger,
    When,
)
from timeline.model import Span as TextSpan
from timeline.status import Status

_FIRST_PERSON = {"i", "we", "us", "our", "my", "me", "ours"}
UNDER = 0.45  # the salience of what is told elsewhere on the same calendar, at most
_OPENING = {
    "by": "until_end", "until": "until_end", "till": "until_end", "before": "until_start", "prior to": "until_start",
    "ahead of": "until_start", "since": "from_start", "after": "from_end", "following": "from_end",
}  # fmt: skip
_THROUGHOUT = {"during", "throughout", "for", "over", "from"}
_TOGETHER = {"with", "between", "among", "alongside", "together with"}
_AGAINST = {"against", "on", "to", "at", "of", "over", "for", "from", "into"}


@dataclass(slots=True)
class _Candidate:
    """Words that may name an event, while it is being read."""

    token: Token  # the trigger
    verb: Token  # the verb that tells its tense: itself, its support, or the noun
    top: Token  # head of the noun phrase as a whole: "round" of "third round of talks"
    type: str
    noun: bool
    kind: str  # of the block
    support: Token | None = None
    light: bool = False  # the support says nothing beside the noun
    primary: bool = True  # False: another candidate tells the same occasion
    partner: _Candidate | None = None
    title: str = ""
    content: bool = False  # what another event on the calendar says or agrees
    status: Status = field(default_factory=lambda: Status("occurred", (), ""))
    time: TimeExpression | None = None
    time_token: Token | None = None
    near: bool = True  # the time belongs to it by the parse, not merely by nearness
    when: When = When()
    agents: list[str] = field(default_factory=list)
    patients: list[str] = field(default_factory=list)
    others: list[str] = field(default_factory=list)
    place: Place | None = None

    @property
    def actors(self) -> list[str]:
        """All that take part, each once, agents first."""
        return list(dict.fromkeys([*self.agents, *self.others, *self.patients]))


@dataclass(frozen=True, slots=True)
class _Reading:
    """An article under reading: its doc with what is known of its tokens."""

    doc: Doc
    lexicon: Lexicon
    article: Article
    published: Published
    blocks: tuple[Block, ...]
    actors: dict[str, Actor]
    mention: dict[int, str]  # token index → actor id
    timed: dict[int, TimeExpression]  # token index → the time it belongs to
    lead: int  # index of the first token of the story's first sentence
    speaker: dict[int, str]  # index of a token in quotation marks → id of who says it
    names: titles.Names


def read_events(
    doc: Doc,
    *,
    article: Article,
    published: Published,
    times: Sequence[TimeExpression] = (),
    actors: Sequence[Actor] = (),
    blocks: tuple[Block, ...] = (),
    language: str = "en",
) -> tuple[Event, ...]:
    """Every event of an article in the text's order; a calendar shows those at salience 0.5 and above.

    `doc` is a parse of the article's exact text; without a parse there are no events.
    """
    if not doc.has_annotation("DEP"):
        return ()
    reading = _reading(doc, article, published, times, actors, blocks, language)
    found: list[_Candidate] = []
    for sentence in doc.sents:
        start = next((t for t in sentence if not t.is_space), None)
        if start is None:
            continue
        kind = kind_at(blocks, start.idx)
        if kind in {"furniture", "dateline"}:
            continue
        found += _candidates(sentence, kind, reading)
    at = {c.token.i: c for c in found}
    for c in found:
        occasion = c.token if c.noun else c.partner.token if c.partner is not None else None
        c.status = status.of(c.verb, occasion, reading.lexicon, kind=c.kind)
        _people(c, reading)
    _dates(found, at, times, reading)
    for c in found:
        c.content = _is_content(c, at, reading)
    events = [_event(c, reading) for c in found]
    return tuple(_told_twice(events, found))


def _reading(
    doc: Doc,
    article: Article,
    published: Published,
    times: Sequence[TimeExpression],
    actors: Sequence[Actor],
    blocks: tuple[Block, ...],
    language: str,
) -> _Reading:
    words = lexicon.load(language)
    mention: dict[int, str] = {}
    for m, a in sorted(((m, a) for a in actors for m in a.mentions), key=lambda pair: pair[0].end - pair[0].start):
        span = doc.char_span(m.start, m.end, alignment_mode="contract")
        for t in span or ():
            mention[t.i] = a.id  # the longest wins: "Syria" of "International Syria Support Group" is the group's
    timed: dict[int, TimeExpression] = {}
    for x in sorted(times, key=lambda x: x.end - x.start, reverse=True):
        if x.parts:
            pass
        span = doc.char_span(x.start, x.end, alignment_mode="expand")
        for t in span or ():
            timed.setdefault(t.i, x)
    by_id = {a.id: a for a in actors}
    speaker = _speakers(doc, blocks, mention, words)
    for i, who in speaker.items():
        if doc[i].lower_ in _FIRST_PERSON:
            mention.setdefault(i, who)
    return _Reading(
        doc,
        words,
        article,
        published,
        blocks,
        by_id,
        mention,
        timed,
        _lead(doc, blocks),
        speaker,
        titles.Names(
            short=lambda i: short_name(by_id[i], article.text, words),
            actor=mention,
            kind={a.id: a.kind for a in actors},
            skip=frozenset(i for i, x in timed.items() if x.type != "DURATION") | frozenset(t.i for i in timed for t in _leading_words(doc[i], timed)),
        ),
    )


def _lead(doc: Doc, blocks: tuple[Block, ...]) -> int:
    """Where the story's first sentence starts."""
    for sentence in doc.sents:
        start = next((t for t in sentence if not t.is_space), None)
        if start is not None and kind_at(blocks, start.idx) == "body":
            return int(sentence.start)
    return 0


def _speakers(doc: Doc, blocks: tuple[Block, ...], mention: dict[int, str], words: Lexicon) -> dict[int, str]:
    """Who says each token that stands in quotation marks: the subject of the nearest verb of saying in its paragraph."""
    out: dict[int, str] = {}
    last: str | None = None
    for block in blocks or (Block(0, len(doc.text), "body"),):
        span = doc.char_span(block.start, block.end, alignment_mode="expand")
        if span is None:
            continue
        quoted: list[Token] = []
        sayers: list[tuple[int, str]] = []
        inside = False
        for t in span:
            if t.text in {'"', "“", "”", "``", "''"}:
                inside = t.text == "“" or (t.text != "”" and not inside)
                continue
            if inside:
                quoted.append(t)
            elif t.lemma_.lower() in words.reporting and grammar.is_verb(t):
                who = [mention[x.i] for s in grammar.subjects(t) for x in (s, *s.children) if x.i in mention]
                if who:
                    sayers.append((t.i, who[0]))
                elif any(x.dep_ in grammar.SUBJECT and x.lower_ in {"he", "she", "they"} for x in t.children) and last is not None:
                    sayers.append((t.i, last))
        for t in quoted:
            if sayers:
                out[t.i] = min(sayers, key=lambda s: (doc[s[0]].sent.start != t.sent.start, abs(s[0] - t.i)))[1]
            elif last is not None:
                out[t.i] = last
        if sayers:
            last = sayers[-1][1]
    return out


def _leading_words(token: Token, timed: dict[int, TimeExpression]) -> list[Token]:
    """The preposition or adverb that stands before a time: it goes with the date, not into a title."""
    before = token.nbor(-1) if token.i > 0 else None
    if before is not None and before.i not in timed and before.lower_ in {"on", "in", "by", "until", "since", "from", "towards", "toward", "during", "at", "around", "somewhere", "late", "early", "about", "of"}:
        return [before]
    return []


def short_name(actor: Actor, text: str, words: Lexicon) -> str:
    """The name a title uses: the article's own shortest form of a person's name, "US" for the United States."""
    known = words.short_names.get(actor.id)
    if known:
        return known
    if actor.kind != "person":
        return actor.name
    parts = actor.name.split()
    best = actor.name
    for m in actor.mentions:
        said = text[m.start : m.end].strip()
        tail = [w for w in said.split() if w[:1].isupper() or w in {"de", "al", "von", "van", "bin"}]
        if tail and len(said) < len(best) and [w.lower() for w in tail] == [w.lower() for w in parts[-len(tail) :]]:
            best = " ".join(parts[-len(tail) :])
    return best


# ------------------------------------------------------------------------------ which words name an event


def _candidates(sentence: Span, kind: str, r: _Reading) -> list[_Candidate]:
    words = r.lexicon
    out: list[_Candidate] = []
    nouns: dict[int, _Candidate] = {}
    for t in sentence:
        type_ = _noun_type(t, r)
        if type_ is None:
            continue
        top = _top(t, words)
        support, light = _support(top, words)
        c = _Candidate(t, support if support is not None else top, top, type_, True, kind, support, light)
        nouns[t.i] = c
        out.append(c)
    counted = {c.top.i for c in out if c.top != c.token}
    for i in counted & nouns.keys():  # "round" of "third round of talks"
        out.remove(nouns.pop(i))
    supported: dict[int, list[_Candidate]] = {}
    for c in nouns.values():
        if c.support is not None:
            supported.setdefault(c.support.i, []).append(c)
    for t in sentence:
        if not grammar.is_verb(t) or t.i in r.timed or t.pos_ == "AUX" or t.lemma_ == "be":
            continue
        if t.lower_ in {"according", "including", "concerning", "following", "regarding", "based", "given"} and t.dep_ in {"case", "mark", "advcl", "fixed", "acl"}:
            continue
        lemma = t.lemma_.lower()
        verb_type = words.verbs.get(lemma)
        if lemma in words.towards_place and not any(r.mention.get(n.i, "").startswith(("place:", "country:")) for _, n in grammar.obliques(t)):
            verb_type = None
        if lemma in words.on_somebody and not _touches_somebody(t, r):
            verb_type = None
        carried = supported.get(t.i, [])
        if carried:
            first = carried[0]
            if first.light or lemma in words.empty:
                continue_as_secondary = True
            else:
                continue_as_secondary = False
            c = _Candidate(t, t, t, verb_type or first.type, False, kind)
            if verb_type in (None, "other", "statement", "sanction", "attack", "visit") or lemma in words.support:
                c.type = first.type
            c.partner, first.partner = first, c
            c.primary = not continue_as_secondary
            for n in carried:
                n.primary = continue_as_secondary and n is first
            out.append(c)
            continue
        c = _Candidate(t, t, t, verb_type or "other", False, kind)
        out.append(c)
    return sorted(out, key=lambda c: c.token.i)


def _touches_somebody(verb: Token, r: _Reading) -> bool:
    """Whether a verb's object or subject is an actor, a place or people: "captured Tikrit", not "captures oil"."""
    near = [*grammar.objects(verb), *(grammar.subjects(verb) if grammar.is_passive(verb) else [])]
    near += [n for p, n in grammar.obliques(verb) if p == "with"]
    return any(_who(t, r) or t.lemma_.lower() in {"people", "civilian", "soldier", "troop", "man", "woman", "child", "town", "city", "village", "base", "convoy", "hospital", "police", "fighter", "militant", "rebel", "protester"} for t in near)


def _noun_type(t: Token, r: _Reading) -> str | None:
    words = r.lexicon
    if t.i in r.timed and t.lemma_.lower() not in words.nouns:
        return None
    gerund = t.tag_ == "NN" and t.lower_.endswith("ing")
    if t.pos_ not in {"NOUN", "PROPN"}:
        return None
    lemma = t.lemma_.lower()
    low = t.lower_
    type_ = words.nouns.get(lemma) or words.nouns.get(low) or (words.nouns.get(low[:-1]) if low.endswith("s") else None)
    if lemma == "conference" and t.i > 0 and t.nbor(-1).lower_ in {"press", "news"}:
        type_ = "statement"
    if type_ is None:
        return None
    if lemma in words.plural_only and t.tag_ not in {"NNS", "NNPS"}:
        return None
    if r.mention.get(t.i) is not None and not gerund:
        return None  # "Munich Security Conference" as an actor, "Round Table Group"
    if t.dep_ in {"compound", "amod"} and t.head.pos_ in {"NOUN", "PROPN"}:
        return None  # "peace talks team", "ceasefire deal": the head names it
    if any(c.dep_ == "compound" and c.lower_ in {"plan", "supporters"} for c in t.children):
        return None
    return type_


def _top(noun: Token, words: Lexicon) -> Token:
    """The head of the phrase that counts or phases an occasion: "round" of "third round of talks"."""
    cur = noun
    for _ in range(3):
        if cur.dep_ in {"nmod", "pobj"} and grammar.case(cur) == "of":
            above = cur.head.head if cur.dep_ == "pobj" else cur.head
            if above.lemma_.lower() in words.quantities:
                cur = above
                continue
        break
    return cur


def _support(top: Token, words: Lexicon) -> tuple[Token | None, bool]:
    """The verb that carries a noun's occasion, and whether it is light."""
    head = top.head
    if top.dep_ == "pobj":
        head = top.head.head
    if top.dep_ == "conj" and not grammar.is_verb(head):
        first = top
        while first.dep_ == "conj" and first.head != first:
            first = first.head
        return _support(first, words) if first != top else (None, False)
    relation = top.dep_
    if grammar.is_verb(head) and head.i != top.i:
        lemma = head.lemma_.lower()
        core = relation in grammar.OBJECT | grammar.SUBJECT
        oblique = relation in {"obl", "pobj"} and grammar.case(top) in {"to", "on", "with", "in", "of", "from"}
        if relation in grammar.SUBJECT and lemma in words.reporting and lemma != "conclude":
            return None, False  # "the resolution called for a truce": a text speaks
        if core and lemma in words.support:
            return head, lemma in words.light
        if core and relation in grammar.SUBJECT and lemma not in words.reporting:
            return head, False
        if oblique and lemma in {"agree", "proceed", "take", "vote", "call", "participate", "end", "result", "come", "enter", "withdraw", "sign", "begin", "start", "open"}:
            return head, lemma in words.light
    for c in top.children:  # "talks scheduled for Friday", "a truce starting on Monday"
        if c.dep_ in {"acl"} and grammar.is_verb(c) and c.lemma_.lower() in words.support:
            return c, True
    return None, False


# ------------------------------------------------------------------------------ who and where


def _people(c: _Candidate, r: _Reading) -> None:
    verb = c.support if c.support is not None else c.verb
    if grammar.is_verb(verb):
        subjects = [i for s in grammar.subjects(verb) for i in _who(s, r) if s != c.top and s != c.token]
        if grammar.is_passive(verb):
            c.patients += subjects
        else:
            c.agents += subjects
        for o in grammar.objects(verb):
            if o != c.top and o != c.token:
                c.patients += _who(o, r)
        _obliques(verb, c, r)
        for o in grammar.objects(verb):
            c.place = c.place or _place_below(o, r)
            if o != c.top:
                c.others += [i for p, n in grammar.obliques(o) if p in _TOGETHER for i in _who(n, r)]
    if c.noun:
        for node in {c.top, c.token}:
            _obliques(node, c, r)
            for child in node.children:
                if child.dep_ in {"nmod:poss", "poss"}:
                    c.agents += _who(child, r)
                elif child.dep_ in {"amod", "compound", "nmod", "nmod:desc"} and child.i < node.i:
                    c.others += [i for i in _who(child, r) if not i.startswith("place:")]
        if c.support is None:
            above = grammar.governor(c.top)
            if above is not None and grammar.is_verb(above) and c.top.dep_ in {"obl", "obj", "pobj"} and _of_the_subject(c.top):
                c.agents += [i for s in grammar.subjects(above) for i in _who(s, r)]
    if c.type in {"meeting", "talks", "agreement", "visit"} and not c.others:
        c.others += _between(c, r)
    if c.status.value in {"planned", "hoped"} and not c.agents:
        c.agents += _arrangers(c, r)
    c.agents = [i for i in dict.fromkeys(c.agents) if _acts(i)]
    c.others = [i for i in dict.fromkeys(c.others) if _acts(i) and i not in c.agents]
    c.patients = [i for i in dict.fromkeys(c.patients) if _acts(i) and i not in c.agents and i not in c.others]


def _between(c: _Candidate, r: _Reading) -> list[str]:
    """Those named after "between" or "with" further on in the sentence: long lists of titles break the parse."""
    end = c.token.sent.end
    for i in range(c.token.i + 1, min(end, c.token.i + 12)):
        t = r.doc[i]
        if t.text in {";", ":", '"', "."} or (grammar.is_verb(t) and t.i != c.verb.i and t.tag_ != "VBN"):
            return []
        if t.lower_ in {"between", "among"} or (t.lower_ == "with" and t.head == c.verb):
            for j in range(i + 1, min(end, i + 8)):
                actor = r.mention.get(j)
                if actor is not None and actor not in c.actors and _acts(actor) and r.doc[j].tag_ != "JJ":
                    return [actor, *_listed_after(r.doc[j], actor, r)]
    return []


def _of_the_subject(noun: Token) -> bool:
    """Whether an occasion is the clause's subject's own: "after his meeting with", "after meeting with"."""
    return any(x.dep_ in {"nmod:poss", "poss"} and x.pos_ == "PRON" for x in noun.children) or not any(x.dep_ in {"det", "nmod:poss", "poss", "amod", "compound", "nummod"} for x in noun.children)


def _arrangers(c: _Candidate, r: _Reading) -> list[str]:
    """Those who plan or hope for what has no agent of its own: the clause's subject above, or who says so."""
    for above in grammar.chain(c.verb):
        if grammar.is_verb(above):
            who = [i for s in grammar.subjects(above) for i in _who(s, r)]
            if who:
                return who
    said = _said_by(c, r)
    return [said] if said else []


def _acts(actor: str) -> bool:
    return not actor.startswith("place:")


def _who(token: Token, r: _Reading) -> list[str]:
    """Ids of the actors that a noun phrase names, conjuncts included; the modifier where the head names none."""
    out: list[str] = []
    for t in grammar.conjuncts(token):
        own = r.mention.get(t.i)
        if own is None:
            below = [r.mention[x.i] for x in t.children if x.i in r.mention and x.dep_ in {"flat", "flat:name", "appos", "nmod:desc"}]
            below = below or [r.mention[x.i] for x in t.children if x.i in r.mention and x.dep_ in {"amod", "compound", "nmod:poss", "poss", "nmod"} and (x.i < t.i or grammar.case(x) == "of")]
            if below:
                own = below[-1]
        if own is not None:
            out.append(own)
            out += _listed_after(t, own, r)
    return list(dict.fromkeys(out))


def _listed_after(token: Token, own: str, r: _Reading) -> list[str]:
    """Actors listed right after one: titles and commas between names often break the parse."""
    out: list[str] = []
    i = token.i
    end = token.sent.end
    gap = 0
    last = i
    joined = False
    j = i + 1
    while j < end and gap <= 9:
        t = r.doc[j]
        actor = r.mention.get(j)
        if actor is not None:
            if actor != own and actor not in out and (joined or r.doc[j - 1].lower_ in {"and", ","}):
                if actor.startswith("place:"):
                    break
                out.append(actor)
            last, gap, joined = j, 0, False
        elif t.lower_ == "and" or t.text == ",":
            joined = True
            gap += 1
        elif t.pos_ in {"VERB", "AUX", "PRON", "SCONJ"} or (t.pos_ == "ADP" and t.lower_ not in {"of", "for"}) or t.text in {";", ":", "."}:
            break
        else:
            gap += 1
        j += 1
    del last
    # "Kerry, Lavrov said": a list needs its "and" before the last name
    return out if any(r.doc[k].lower_ == "and" for k in range(i, min(j, end))) else []


def _obliques(node: Token, c: _Candidate, r: _Reading) -> None:
    for preposition, n in grammar.obliques(node, r.timed):
        if n.i in r.timed:
            continue
        first = preposition.split(" ")[0]
        actor = r.mention.get(n.i)
        if preposition in {"by"} and (grammar.is_passive(node) if grammar.is_verb(node) else c.noun):
            c.agents += _who(n, r)
        elif preposition in _TOGETHER:
            c.others += _who(n, r)
            c.place = c.place or _place_below(n, r)
            # "in Geneva between A, B and C" often hangs on the place
        elif first in {"in", "at", "near", "outside"} and actor is not None and actor.startswith(("place:", "country:", "organisation:")):
            if c.place is None:
                c.place = Place(actor, r.actors[actor].name)
            for inner, m in grammar.obliques(n):
                if inner in _TOGETHER:
                    c.others += _who(m, r)
        elif first in {"to", "into"} and actor is not None and actor.startswith(("place:", "country:")) and c.type == "visit":
            c.place = c.place or Place(actor, r.actors[actor].name)
            if actor.startswith("country:"):
                c.patients.append(actor)
        elif first in _AGAINST:
            c.patients += _who(n, r)
            if c.place is None:
                c.place = _place_below(n, r)
        elif first in {"in", "at"} and c.place is None:
            c.place = _place_below(n, r)
    if c.place is None:
        c.place = _place_before(node, r)


def _place_below(n: Token, r: _Reading) -> Place | None:
    """The place under a phrase: "on the sidelines of a meeting of nations in Laos"."""
    for t in n.subtree:
        actor = r.mention.get(t.i)
        if actor is not None and t != n and actor.startswith(("place:", "country:")) and grammar.case(t).split(" ")[0] in {"in", "at"}:
            return Place(actor, r.actors[actor].name)
    return None


def _place_before(node: Token, r: _Reading) -> Place | None:
    """The city that stands before the noun as its modifier: "the Geneva talks"."""
    for child in node.children:
        actor = r.mention.get(child.i)
        if actor is not None and actor.startswith("place:") and child.dep_ in {"compound", "nmod", "amod", "nmod:poss"}:
            return Place(actor, r.actors[actor].name)
    return None


# ------------------------------------------------------------------------------ when


def _dates(found: list[_Candidate], at: dict[int, _Candidate], times: Sequence[TimeExpression], r: _Reading) -> None:
    """Give each time to the event it dates, then dates to the events that have none of their own."""
    in_range = {part for x in times for part in x.parts}
    by_sentence: dict[int, list[_Candidate]] = {}
    for c in found:
        by_sentence.setdefault(c.token.sent.start, []).append(c)
    for x in times:
        if x.id in in_range or x.type == "SET" or (x.first is None and x.until is None and not _half_known(x)):
            continue
        span = r.doc.char_span(x.start, x.end, alignment_mode="expand")
        if span is None:
            continue
        head = span.root
        near = by_sentence.get(head.sent.start, [])
        if not near:
            continue
        c = _by_parse(span, head, at, r)
        direct = c is not None
        c = c or _by_nearness(span, near)
        if c is None or (c.time is not None and (c.near or not direct)):
            continue
        c.time, c.time_token, c.near = x, head, direct
    for c in found:
        if c.partner is not None and c.time is None and c.partner.time is not None:
            c.time, c.time_token, c.near = c.partner.time, c.partner.time_token, c.partner.near
    for c in found:
        if c.time is not None:
            c.when = _when(c.time, c, r)
            c.status = _by_date(c, r)
    for c in found:
        if c.time is None:
            c.when = _borrowed(c, at, r)


def _by_date(c: _Candidate, r: _Reading) -> Status:
    """The status that a date gives where the tense leaves it open: "talks start on 5 January" is a plan before that day."""
    first, until = c.when.first, c.when.until
    told = r.published.until
    if told is None or c.when.basis != "explicit":
        return c.status
    present = not _past(c.verb) and c.status.cue == ()
    if first is not None and first >= told and c.status.value in {"occurred", "ongoing", "generic"} and present:
        return replace(c.status, value="planned", reason="its date lies ahead of the article")
    if until is not None and until <= told and c.status.value == "generic" and present:
        return replace(c.status, value="occurred", reason="its date lies before the article")
    return c.status


def _half_known(x: TimeExpression) -> bool:
    return x.value is not None and x.value.startswith("XXXX") is False and x.value[:4].isdigit()


def _by_parse(span: Span, head: Token, at: dict[int, _Candidate], r: _Reading) -> _Candidate | None:
    """The event whose words govern a time, passed down where the governor is no occasion itself."""
    cur: Token = head
    for above in grammar.chain(head):
        if above.i in {t.i for t in span}:
            cur = above
            continue
        c = at.get(above.i)
        if c is None:
            # "in early August we would be in a position to stand up": the predicate is no event
            below = [x for x in above.children if x.i in at and x.i > span.start and x.dep_ in {"acl", "xcomp", "ccomp", "csubj", "advcl"}]
            if below and grammar.children(above, {"cop"}):
                return _passed_down(at[below[0].i], span, cur, at, r)
            cur = above
            continue
        return _passed_down(c, span, cur, at, r)
    return None


def _passed_down(c: _Candidate, span: Span, via: Token, at: dict[int, _Candidate], r: _Reading) -> _Candidate:
    """From a verb that only governs (hope, schedule, be, say) to the event it governs."""
    words = r.lexicon
    for _ in range(4):
        verb = c.token
        if c.noun:
            return c
        if c.partner is not None and not c.primary:
            c = c.partner
            return c
        lemma = verb.lemma_.lower()
        reports = lemma in words.reporting
        if lemma in words.empty and c.partner is None:
            after = [x for x in [*grammar.conjuncts(verb)[1:], *grammar.children(verb.head, {"conj"})] if x.i > verb.i and x.i in at and not at[x.i].noun]
            if after:
                c = at[after[0].i]
                continue
        governs = lemma in words.status["hoped_verbs"] | words.status["planned_verbs"] | words.status["possible_verbs"] | words.empty
        if not (reports or governs):
            return c
        below = [x for x in verb.children if x.dep_ in {"xcomp", "ccomp", "parataxis", "obj"} and x.i in at]
        below += [y for x in verb.children if x.dep_ in {"xcomp", "ccomp"} and x.i not in at for y in x.children if y.dep_ in {"xcomp", "acl", "ccomp"} and y.i in at]
        if not below:
            return c
        target = below[0]
        if reports and not (span.start > target.i and via.i > target.i):
            return c  # "said on Tuesday that …" dates the saying
        if not reports and target.dep_ == "obj" and lemma not in words.empty | words.support | words.status["planned_verbs"]:
            return c
        c = at[target.i]
    return c


def _by_nearness(span: Span, near: list[_Candidate]) -> _Candidate | None:
    """The event whose word stands nearest before a time in its sentence, else nearest after."""
    before = [c for c in near if c.token.i < span.start and c.primary]
    after = [c for c in near if c.token.i >= span.end and c.primary]
    if before:
        return before[-1]
    return after[0] if after else None


def _when(x: TimeExpression, c: _Candidate, r: _Reading) -> When:
    """The date of an event from its own words, opened by "by", "since", "after" …"""
    first, until, edtf = x.first, x.until, x.edtf
    preposition = _preposition(x, r)
    opening = _OPENING.get(preposition)
    if opening and first and until and not x.parts:
        value = edtf or (x.value or "")
        if opening == "until_end":
            first, edtf = None, f"../{value}"
        elif opening == "until_start":
            first, until, edtf = None, first, f"../{value}"
        elif opening == "from_start":
            until, edtf = None, f"{value}/.."
        else:
            first, until, edtf = until, None, f"{value}/.."
    quoted_today = _is_published_day(x, r) and x.value == r.published.value and _in_quotes(c.token) and x.text.lower() in {"today", "tonight", "this morning", "this afternoon", "this evening"}
    basis = "published" if quoted_today else "explicit"
    if x.first is None and x.until is None:
        return When(x.value, None, None, x.edtf, "explicit" if x.value else "none", None, x.id)
    long = first is None or until is None or (until - first) > timedelta(1)
    through = bool(x.parts) or preposition in _THROUGHOUT or preposition == "since" or (x.type == "DURATION") or c.status.value == "ongoing"
    if x.parts and preposition == "between":
        through = False
    if c.type in {"deadline"} or not long:
        through = False
    return When(x.value, first, until, edtf, basis, "throughout" if through else "within", x.id)


def _preposition(x: TimeExpression, r: _Reading) -> str:
    before = r.article.text[max(0, x.start - 24) : x.start].lower().replace("\xa0", " ").split()
    if not before:
        return ""
    if len(before) > 1 and " ".join(before[-2:]) in _OPENING:
        return " ".join(before[-2:])
    if before[-1] == "the" and len(before) > 1:
        return before[-2]
    return before[-1]


def _is_published_day(x: TimeExpression, r: _Reading) -> bool:
    return x.first is not None and x.first == r.published.first and x.until == r.published.until


def _in_quotes(token: Token) -> bool:
    """Whether a token stands inside quotation marks of its paragraph."""
    text = token.doc.text
    start = text.rfind("\n", 0, token.idx) + 1
    before = text[start : token.idx]
    if "“" in before or "”" in before:
        return before.count("“") > before.count("”")
    return before.count('"') % 2 == 1


def _borrowed(c: _Candidate, at: dict[int, _Candidate], r: _Reading) -> When:
    """The date of an event without a time of its own: its clause's, else the article's, else none."""
    if c.status.value in {"generic", "conditional"}:
        return When()
    source = _clause_date(c, at)
    if source is not None:
        w = source.when
        return replace(w, basis="published" if w.basis == "published" else "inherited")
    if c.status.value in {"occurred", "ongoing", "denied"} and not c.status.background and c.kind in {"body", "headline"}:
        real = c.support is not None or not c.noun or _stands_as_fact(c)
        if c.status.value == "denied" and not _past(c.verb):
            return When()
        if real and r.published.first is not None:
            p = r.published
            return When(p.value, p.first, p.until, p.value, "published", "within")
    return When()


def _past(verb: Token) -> bool:
    return verb.tag_ == "VBD" or any(a.tag_ in {"VBD"} or a.lemma_ == "have" for a in grammar.auxiliaries(verb)) or verb.tag_ == "VBN"


def _stands_as_fact(c: _Candidate) -> bool:
    """A bare noun that is told of as having been: "after his meeting with Lavrov", "following the attack"."""
    return grammar.case(c.top).split(" ")[0] in {"after", "following", "during"}


def _clause_date(c: _Candidate, at: dict[int, _Candidate]) -> _Candidate | None:
    """The dated event of the same clause: the first of a coordination, the verb a participle hangs on."""
    verb = c.verb
    if c.noun and c.support is None:
        return None
    cur = verb
    for head in grammar.chain(verb):
        above = at.get(head.i)
        dep = cur.dep_
        marker = grammar.case(cur).split(" ")[0] if dep == "advcl" else ""
        if dep == "conj" or (dep == "xcomp") or (dep == "advcl" and cur.tag_ == "VBG" and marker in {"", "by", "while", "in"}):
            if above is not None and above.time is not None and above.when.first is not None:
                same_side = (above.status.value in {"occurred", "ongoing"}) == (c.status.value in {"occurred", "ongoing"})
                return above if same_side and above.status.background == c.status.background else None
            cur = head
            continue
        return None
    return None


# ------------------------------------------------------------------------------ title, salience, the event itself


def _is_content(c: _Candidate, at: dict[int, _Candidate], r: _Reading) -> bool:
    """Whether an undated event is what another event on the calendar agrees, vows or announces."""
    if c.when.first is not None or c.when.until is not None or c.status.value not in {"planned", "hoped", "denied"}:
        return False
    above = at.get(c.verb.head.i)
    return (
        above is not None
        and above is not c
        and above is not c.partner
        and c.verb.dep_ in {"xcomp", "ccomp", "advcl"}
        and above.type in {"agreement", "statement", "vote"}
        and above.when.first is not None
        and (above.token.lemma_.lower() in r.lexicon.strong or above.type != "statement")
    )


def _event(c: _Candidate, r: _Reading) -> Event:
    said_by = _said_by(c, r)
    c.title = _title(c, said_by, r)
    t = c.token
    sentence = _trimmed(t.sent)
    actors = [Participant(i, "agent") for i in c.agents] + [Participant(i, "with") for i in c.others] + [Participant(i, "patient") for i in c.patients]
    if not actors and said_by is not None and _acts(said_by):
        actors = [Participant(said_by, "agent")]  # "Kerry said there had been progress": his word for it
    salience = _salience(c, r, len(actors))
    key = f"{r.article.id}\0{t.idx}\0{t.text}"
    cue = c.status.cue
    return Event(
        id="e" + hashlib.blake2b(key.encode("utf-8", "surrogatepass"), digest_size=6).hexdigest(),
        title=c.title,
        type=c.type,
        status=c.status.value,
        salience=salience,
        confidence=_confidence(c),
        trigger=Trigger(t.idx, t.idx + len(t.text), r.article.text[t.idx : t.idx + len(t.text)]),
        sentence=sentence,
        when=c.when,
        actors=tuple(actors),
        place=c.place,
        cue=TextSpan(cue[0].idx, cue[0].idx + len(cue[0].text)) if cue else None,
        said_by=r.actors[said_by].name if said_by else None,
        why=_why(c, r),
    )


def _title(c: _Candidate, said_by: str | None, r: _Reading) -> str:
    """The title of an event; one that rests on somebody's word alone says whose."""
    short = r.names.short
    agents, others = [short(i) for i in c.agents], [short(i) for i in c.others]
    place = c.place.name if c.place is not None else None
    if not c.noun:
        return titles.verb_title(c.verb, r.names, r.lexicon, status=c.status.value, agents=agents, others=others, place=place)
    title = titles.noun_title(c.top, r.names, r.lexicon, type_=c.type, status=c.status.value, agents=agents, others=others, place=place)
    if c.type == "other" and said_by is not None and short(said_by) not in title:
        title += f", {short(said_by)} says"
    return title


def _trimmed(sentence: Span) -> TextSpan:
    tokens = [t for t in sentence if not t.is_space]
    return TextSpan(tokens[0].idx, tokens[-1].idx + len(tokens[-1].text))


def _said_by(c: _Candidate, r: _Reading) -> str | None:
    token = c.status.said_by
    who = _who(token, r) if token is not None else []
    return who[0] if who else r.speaker.get(c.token.i)


def _salience(c: _Candidate, r: _Reading, actors: int) -> float:
    """How much an event deserves a calendar: its kind, its date, who takes part, how real it is."""
    s = _weight(c, r)
    named = set(c.actors)
    status_ = c.status
    basis = c.when.basis
    dated = c.when.first is not None or c.when.until is not None
    main = c.verb.dep_ in {"ROOT", "conj", "parataxis"} and c.verb.sent.root in {c.verb, c.verb.head, c.verb.head.head}
    lead = c.token.sent.start == r.lead
    heavy = r.lexicon.weight[c.type] >= ON_CALENDAR
    if basis == "explicit" and dated:
        s += 0.3 if c.near else 0.2
    elif basis == "inherited":
        s += 0.1
    elif not dated:
        settled = status_.value == "planned" and (named or c.noun) and (heavy or status_.arranged)
        s -= 0.1 if settled or status_.value == "cancelled" else 0.3
    if named or actors:
        s += 0.15 if len(named) > 1 else 0.1
    else:
        s -= 0.05 if main or basis == "explicit" else 0.15
    s += {"generic": -0.4, "conditional": -0.4, "possible": -0.15, "denied": -0.05, "cancelled": 0.05}.get(status_.value, 0)
    if len(c.title.split()) < 2:
        s -= 0.25  # "Talks", "Names": an entry that tells nobody anything
    if lead and (main or c.token.dep_ in {"ccomp", "xcomp"} or c.noun) and status_.value != "generic":
        s += 0.15
    if basis == "explicit":
        return _capped(c, min(s, UNDER) if _is_attribution(c, r) else s)
    if status_.background:
        s -= 0.2
    if c.noun and c.support is None and not (status_.arranged and status_.value == "planned"):
        s -= 0 if len(named) > 1 and basis != "none" else 0.2  # named in passing
    if not c.noun and (c.token.dep_ in grammar.RELATIVE | {"acl", "amod"} or _is_bare_participle(c.token)):
        s -= 0.25
    if not c.noun and basis == "published" and c.token.dep_ in {"ccomp", "xcomp", "advcl"} and not heavy and not lead:
        s -= 0.1
    return _capped(c, s)


def _is_bare_participle(verb: Token) -> bool:
    """A participle that tells in passing, whatever the parser calls it: "the agreements reached with Kerry could …"."""
    return verb.tag_ == "VBN" and not grammar.auxiliaries(verb) and verb.dep_ in {"ccomp", "csubj", "advcl", "dep"}


def _is_attribution(c: _Candidate, r: _Reading) -> bool:
    """Whether a verb of saying only gives a source its day: "BP said on Thursday", "told a panel on Wednesday"."""
    if c.noun or c.partner is not None or c.token.lemma_.lower() not in r.lexicon.reporting - r.lexicon.strong or c.status.value not in {"occurred", "ongoing"}:
        return False
    first, until, told = c.when.first, c.when.until, r.published.first
    return bool(first and until and told and until - first <= timedelta(1) and abs(told - first) <= timedelta(7))


def _weight(c: _Candidate, r: _Reading) -> float:
    """The weight of an event's kind alone."""
    words = r.lexicon
    lemma = c.token.lemma_.lower()
    if c.noun:
        return words.weight[c.type]
    if lemma in words.empty and c.partner is None:
        return 0.1
    if lemma == "tell" and not any(_who(o, r) for o in grammar.objects(c.token)) and c.when.basis != "explicit":
        return 0.1  # "told reporters"
    if c.type == "statement":
        return 0.45 if lemma in words.strong and c.token.dep_ in {"ROOT", "conj"} else 0.3
    if c.type == "other":
        if lemma in words.reporting:
            return 0.1
        return 0.35 if lemma in words.happenings else 0.25
    return words.weight[c.type]


def _capped(c: _Candidate, s: float) -> float:
    """Headlines and secondary words stay under the line: the story tells the same."""
    if c.kind == "headline" or not c.primary or c.content:
        s = min(s, UNDER)
    return round(max(0.0, min(1.0, s)), 2)


def _confidence(c: _Candidate) -> float:
    base = {"explicit": 0.9, "inherited": 0.6, "published": 0.6, "none": 0.5}[c.when.basis]
    if c.time is not None and not c.near:
        base -= 0.25
    if not c.actors:
        base -= 0.1
    return round(max(0.1, base), 2)


def _why(c: _Candidate, r: _Reading) -> tuple[Step, ...]:
    steps: list[Step] = []
    basis = c.when.basis
    if basis == "explicit" and c.time is not None:
        reason = "its own words" if c.near else "the nearest words in the sentence that could date it"
        steps.append(Step(f"“{c.time.text}”", reason, ""))
    elif basis == "inherited":
        steps.append(Step("no date of its own", "it shares the date of its clause", ""))
    elif basis == "published":
        origin = "inferred date" if r.published.origin == "inferred" else "date"
        steps.append(Step("no date said", f"told by the article: the article's {origin}, or shortly before", ""))
    else:
        steps.append(Step("no date", "nothing in the text says when", ""))
    if c.status.reason:
        steps.append(Step(c.status.value, c.status.reason, ""))
    return tuple(steps)


def _told_twice(events: Iterable[Event], found: list[_Candidate]) -> list[Event]:
    """Later tellings of one occasion point to the first and go under the line."""
    out: list[Event] = []
    shown: list[tuple[Event, _Candidate]] = []
    for e, c in zip(events, found, strict=True):
        first = next((f for f, fc in shown if _same(f, fc, e, c)), None)
        if first is not None:
            e = replace(e, same=first.id, salience=min(e.salience, UNDER))
        elif e.salience >= ON_CALENDAR:
            shown.append((e, c))
        out.append(e)
    return out


def _same(f: Event, fc: _Candidate, e: Event, c: _Candidate) -> bool:
    if f.type != e.type or f.type in {"other", "statement"}:
        return False
    ahead = {"planned", "hoped", "possible"}
    if (f.status in ahead) != (e.status in ahead):
        return False
    mine, theirs = {p.id for p in f.actors}, {p.id for p in e.actors}
    who = bool(mine and theirs and (mine <= theirs or theirs <= mine)) or (not theirs and c.noun)
    dated = e.when.first is not None and e.when.basis in {"explicit", "inherited"}
    fdated = f.when.first is not None and f.when.basis in {"explicit", "inherited"}
    if dated and fdated:
        return who and (f.when.first, f.when.until) == (e.when.first, e.when.until)
    if fdated and not dated:
        return who and c.noun and any(t.lower_ in {"the", "this", "that", "their", "his", "her"} for t in c.top.children)
    return who and not dated and not fdated
