"""Words that mean somebody told of before, where the parse tells who: "it", "the company", "the government".

What the words alone tell ("he", "the Russian foreign minister") is found before there are events (coreference.py).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator
from dataclasses import dataclass, field
from itertools import takewhile

from spacy.tokens import Span, Token

from timeline import gazetteer
from timeline.clean import kind_at
from timeline.events import grammar
from timeline.events.groups import acts_for_others, called, is_group, many_around, person_around
from timeline.events.matter import is_aside
from timeline.events.participants import is_press, nearer_body, reported_self, who
from timeline.events.story import Story, acts, homes
from timeline.model import Actor
from timeline.units import word_lists

NEAR = 3  # sentences in which what was told of is still at hand
NARROWING = grammar.OBLIQUE | grammar.RELATIVE | grammar.REDUCED | {"appos"}  # what says which one is meant
TAKING_PART = grammar.SUBJECT | grammar.OBJECT | {"conj", "obl:agent"}
DASHES = {"--", "—", "–"}  # what stands behind one is said beside
DELIBERATE = {"meeting", "talks", "agreement", "vote", "statement", "sanction"}  # types of what only somebody does
A_STORYS = 2  # times that a country is named as often as any other, where the story is about it


@dataclass(slots=True)
class _Told:
    """Whom a story has told of so far."""

    by_noun: dict[str, list[tuple[int, str]]] = field(default_factory=dict)  # a noun → sentence and id, in their order
    subjects: list[tuple[int, Token, list[str]]] = field(default_factory=list)  # of main clauses
    workplaces: set[str] = field(default_factory=set)  # bodies that are named as those of people who speak
    tellers: list[tuple[int, str]] = field(default_factory=list)  # those without a name who end a sentence with "said"


def refer(r: Story) -> None:
    """Let "it", "they" and "the company" mean those told of before, where nobody else can be meant."""
    _sign(r)
    _enact(r)
    told = _Told(workplaces=_only_workplaces(r))
    groups = set(r.groups.values())
    bodies = {a.name.lower().split()[-1] for a in r.actors.values() if a.kind == "organisation"}
    for number, sentence in enumerate(r.doc.sents):
        start = next((t for t in sentence if not t.is_space), None)
        if start is None or kind_at(r.blocks, start.idx) in {"furniture", "dateline", "day"}:
            continue
        for token in _nouns_and_pronouns(sentence, bodies, r):
            several = _those_of_the_clause_above(token, r)
            if len(several) > 1:
                r.joint[token.i] = r.names.pair[token.i] = several
                continue
            kin = _kin_of_the_one(token, r) or _doer_around(token, r)
            known = kin or (several[0] if several else _meant(token, number, told, r))
            if kin is not None:  # "a brother of Keita says he survived a raid on *his* car": nothing of Keita's
                own = r.mention.get(token.i)
                below = [t for t in token.head.subtree if t.i > token.i and t.pos_ == "PRON"]
                for t in below if own is not None else ():
                    if r.mention.get(t.i) == own:
                        del r.mention[t.i]
                        r.groups[t.i] = kin
            if known in groups:
                r.groups[token.i] = known
                r.mention.pop(token.i, None)
            elif known is not None:
                r.mention[token.i] = known
                r.groups.pop(token.i, None)
            if token.pos_ == "NOUN":
                _note(token, number, told, r)
                _own(token, known, r)
        told.subjects += [(number, s, who(s, r)) for s in _main_subjects(sentence)]
        told.tellers += [(number, r.groups[s.i]) for s in _tellers(sentence, r)]
    _lend_bodies(r)


def _sign(r: Story) -> None:
    """Let the "we" of a declaration mean those who sign it: "We, the ministers of Togo and Mali, agree … We ask"."""
    ours = [t for t in r.doc if t.lower_ in r.lexicon.dating["we"] and t.i not in r.speaker]
    we = next((t for t in ours if t.is_sent_start and t.nbor().text == ","), None)
    if we is None:
        return
    own = takewhile(lambda t: not grammar.is_verb(t), r.doc[we.i + 2 : we.sent.end])
    ids = list(dict.fromkeys(i for t in own if acts(i := r.mention.get(t.i, "place:"))))
    ids = [i for i in ids if i.startswith("organisation:")] or ids  # "the G7 ministers of France and Italy"
    for t in ours if ids else ():
        if len(ids) > 1:
            r.joint[t.i] = r.names.pair[t.i] = ids
        else:
            r.mention[t.i] = ids[0]


def _enact(r: Story) -> None:
    """Give what a resolution does its body: "The Security Council, … 1. Decides to extend the mandate;"."""
    body: str | None = None
    for sentence in r.doc.sents:
        last = next((t for t in reversed(list(sentence[-3:])) if not t.is_space), None)
        goes_on = last is not None and last.text == ","
        if not goes_on and body is None:
            continue
        words = [t for t in sentence if not t.is_space]
        if goes_on and not any(map(grammar.is_verb, words)):
            bodies = (i for t in words if (i := r.mention.get(t.i, "")).startswith("organisation:"))
            body = next(bodies, None)  # "The Assembly of the African Union,"
        first = next((t for t in words if t.is_alpha), None)
        alone = first is not None and first.is_title and not grammar.children(first, grammar.SUBJECT)
        if body is not None and first is not None and alone and first.tag_ in {"VBZ", "VBG"}:
            r.enacts[first.i] = body


def _nouns_and_pronouns(sentence: Span, bodies: Container[str], r: Story) -> Iterator[Token]:
    """The words that may mean somebody told of before; `bodies` are the last words of bodies' names."""
    roles = r.lexicon.roles
    pronouns = roles["one_reporter"] | roles["many_reporters"] | word_lists().pronouns.keys()
    for t in sentence:
        body = is_group(t, r.lexicon) or (t.pos_ == "NOUN" and t.lower_ in bodies) or _is_of_a_trade(t, r)
        heads = t.pos_ == "NOUN" and t.lemma_.lower() in r.lexicon.groups["heads_of_bodies"]
        if (t.pos_ == "PRON" and t.lower_ in pronouns) or body or heads or _is_a_country(t, r) or _is_an_age(t, r):
            yield t


def _is_a_country(noun: Token, r: Story) -> bool:
    """Whether a noun is of the country that is told of: "said the country joined in May", "the country's vote"."""
    return noun.tag_ == "NN" and noun.lemma_.lower() in r.lexicon.groups["countries"]


def _is_an_age(word: Token, r: Story) -> bool:
    """Whether a word ends what tells somebody's age and stands for him: "the 58-year-old was charged"."""
    alone = word.lower_ in r.lexicon.groups["ages"] and word.dep_ in TAKING_PART
    return alone and word.i > word.sent.start and word.nbor(-1).text in grammar.HYPHENS


def _lend_bodies(r: Story) -> None:
    """Let what is somebody's as the head of a body be the body's: "Karhu chairman Jan Kos said *his* board agreed"."""
    leads = r.lexicon.groups
    for own in (t for t in r.doc if t.tag_ == "PRP$" and r.mention.get(t.i, "").startswith("person:")):
        noun = own.head
        led = _is_a_company(noun, r) or noun.lemma_.lower() in leads["boards"]
        body = body_led_by(r.actors[r.mention[own.i]], r) if led else None
        if body is not None:
            r.mention[own.i] = body
            if _is_a_company(noun, r):
                r.mention[noun.i] = body
                r.groups.pop(noun.i, None)


def body_led_by(person: Actor, r: Story) -> str | None:
    """The body that somebody's office is of: Karhu for "Karhu chairman Jan Kos"."""
    if person.of is not None and person.of in r.actors:
        return person.of
    text, role = r.article.text, f" {person.role or ''} "
    offices = r.lexicon.groups["offices_of_heads"]
    bodies = [a for a in r.actors.values() if a.kind == "organisation" and not offices.isdisjoint(role.lower().split())]
    found = [a.id for a in bodies if any(f" {text[m.start : m.end]} " in role for m in a.mentions)]
    return found[0] if len(found) == 1 else None


def _kin_of_the_one(pronoun: Token, r: Story) -> str | None:
    """Who says what he does, and is somebody's: "Keita's father said he (not Keita) would appeal"."""
    own = r.mention.get(pronoun.i)
    subject = pronoun.lower_ in r.lexicon.roles["person_reporters"] and pronoun.dep_ in grammar.SUBJECT
    above = grammar.teller(pronoun, r.lexicon.status["claim_nouns"]) if own and subject else None
    sayers = grammar.subjects(above) if above is not None and pronoun.head.head == above else []
    if len(sayers) != 1 or sayers[0].lemma_.lower() not in r.lexicon.roles["family"] or sayers[0].i not in r.groups:
        return None
    if word_lists().sexes.get(sayers[0].lower_, sex := word_lists().pronouns[pronoun.lower_]) != sex:
        return None  # "Keita's wife said he (Keita) would appeal"
    whose = [r.mention.get(c.i) for c in grammar.children(sayers[0], {"nmod:poss", "poss"})]
    whose += [r.mention.get(n.i) for p, n in grammar.obliques(sayers[0]) if p == "of"]
    return r.groups[sayers[0].i] if own in whose else None


def _doer_around(pronoun: Token, r: Story) -> str | None:
    """Who has no name and is told of by the one meant: "Keita says the gunman ran when he (not Keita) was seen"."""
    own, around = r.mention.get(pronoun.i), person_around(pronoun, r.lexicon)
    above = grammar.teller(pronoun, r.lexicon.status["claim_nouns"]) if own is not None and around is not None else None
    sayers = {r.mention.get(s.i) for s in grammar.subjects(above)} if above is not None else set()
    return r.groups.get(around.i) if around is not None and own in sayers else None


def _main_subjects(sentence: Span) -> list[Token]:
    """The subject of a sentence's main clause, and of what goes on from it."""
    root = sentence.root
    verbs = [root, *grammar.children(root, {"conj"})]
    return [s for v in verbs for s in grammar.children(v, grammar.SUBJECT)[-1:]]


def _tellers(sentence: Span, r: Story) -> list[Token]:
    """Whoever tells a sentence and has no name: "the trip is off, an embassy spokesman said"."""
    said = [v for v in grammar.children(sentence.root, {"parataxis"}) if v.lemma_.lower() in r.lexicon.reporting]
    people = r.lexicon.groups["people"]
    return [s for v in said for s in grammar.subjects(v) if s.lemma_.lower() in people and s.i in r.groups]


def _note(noun: Token, number: int, told: _Told, r: Story) -> None:
    """Keep whom a noun was told of: "the *firm* Karhu", "Mira Lund, a *doctor*", "the Maltese *government*"."""
    named = [r.mention[x.i] for x in (noun, noun.head) if x.i in r.mention and (x == noun or noun.dep_ == "appos")]
    own = called(noun, r.mention)
    ids = named or ([own] if own is not None else who(noun, r))
    unnamed = noun.i in r.groups and ids == [r.groups[noun.i]]
    stays = noun.head.lemma_.lower() in r.lexicon.roles["being"]
    if unnamed and (noun.dep_ not in TAKING_PART or stays or _is_bare(noun, r)):
        return  # "as a public company", "the Lima thrift" of no name
    if len(ids) == 1:
        alike = _kin(noun, r) + ("s" if unnamed and noun.tag_ == "NNS" else "")  # "the agencies" are not "the agency"
        told.by_noun.setdefault(alike, []).append((number, ids[0]))


def _own(noun: Token, known: str | None, r: Story) -> None:
    """Let what is his below somebody told of before be that one's: "indicted the general for *his* (not Kone's) raids".

    Kone may be meant where his sentence tells of him, too.
    """
    if known is None or not known.startswith("person:"):
        return
    here = {r.mention.get(t.i) for t in noun.sent if t.pos_ == "PROPN" or t.dep_ in grammar.SUBJECT}
    for own in (t for t in noun.head.subtree if t.tag_ == "PRP$" and t.i > noun.i):
        other = r.mention.get(own.i, "")
        if other.startswith("person:") and other not in here and noun.head.dep_ != "conj":
            r.mention[own.i] = known


def _kin(noun: Token, r: Story) -> str:
    """A noun, or the one word for those that say the same: "firm" and "company"."""
    return "company" if _is_a_company(noun, r) else noun.lemma_.lower()


def _is_a_company(noun: Token, r: Story) -> bool:
    """Whether a noun is of a company, by itself or by its trade: "the firm", "the Dutch chemical group"."""
    words = r.lexicon.groups
    public = any(c.lower_ in words["of_a_state"] for c in noun.children)
    return _is_of_a_trade(noun, r) or (noun.lemma_.lower() in words["companies"] and not public)


def _is_of_a_trade(noun: Token, r: Story) -> bool:
    """Whether a noun is of a company where a word says of which trade: "the Dutch chemical group"."""
    words = r.lexicon.groups
    may_be = noun.pos_ == "NOUN" and noun.lemma_.lower() in words["of_a_trade"]
    return may_be and any(c.lower_ in words["trades"] for c in noun.children if c.i < noun.i)


def _meant(token: Token, number: int, told: _Told, r: Story) -> str | None:
    """The id of the one whom a pronoun or a plain noun means, None where it cannot be told."""
    if token.i in r.mention:
        return None
    if _is_an_age(token, r):
        return _last_person(token, number, told, r) if _is_known(token, r) else None
    if token.pos_ == "PRON" and token.lower_ == "its" and token.dep_ in {"nmod:poss", "poss"}:
        return _whose_it_is(token, number, told, r)
    if token.pos_ == "PRON" and token.lower_ == "their" and token.dep_ in {"nmod:poss", "poss"}:
        return _whose_they_are(token, number, told, r)
    if token.lower_ in word_lists().pronouns and (nameless := _nameless(token, r)) is not None:
        return nameless
    if token.pos_ == "PRON":
        return _behind_pronoun(token, number, told, r)
    if token.head.lemma_.lower() in r.lexicon.title["polls"] and grammar.case(token) in grammar.WORDS["of"]:
        return None  # "the direct election of the president": of whoever it will be
    if _is_of_the_company(token, r):
        return _company(token, number, told, r)
    named = _named_in_part(token, r)
    if named is not None:
        return named
    if _is_a_country(token, r) and (own := _own_country(token, r)) is not None:
        return own
    if not _is_bare(token, r):
        return None
    if _is_a_country(token, r):
        country = _country(token, number, told, r)
        return country if country is not None and _may_be_told_of(country, token, r) else None
    governs = token.lemma_.lower() in r.lexicon.groups["of_the_country"] | r.lexicon.groups["ministries"]
    where = _country_where(token, r) if governs else None
    if where is not None:
        return where
    kin = _kin(token, r)
    before = told.by_noun.get(kin, []) + (told.by_noun.get(f"{kin}s", []) if token.tag_ == "NNS" else [])
    known = {i for n, i in before if number - n <= NEAR} or {i for _, i in before}
    if token.tag_ == "NNS":
        known = {i for i in known if i.startswith(("group:", "country:"))}  # "the companies" are not one of them
    if len(known) == 1:
        found: str | None = _rather_the_storys(known.pop(), before[-1][0], token, number, told, r)
    elif token.tag_ != "NN":
        return None
    else:
        found = _described(token, number, told, r)
    return found if found is None or (_may_be_told_of(found, token, r) and _is_from_there(found, token, r)) else None


def _rather_the_storys(found: str, where: int, noun: Token, number: int, told: _Told, r: Story) -> str:
    """The company that a story is about, where another was told of further back: one without a name, or named less."""
    if not _is_a_company(noun, r):
        return found
    most = _most_named(_companies(noun, told, r))
    here = {r.mention.get(t.i) for t in r.doc[noun.sent.start : noun.i] if t.pos_ == "PROPN"}
    if most in here and found not in here:
        return most or found  # "statements from Karhu saying the company had no plans"
    named = found in r.actors and r.actors[found].kind != "group"
    if _is_named_near(found, noun, r) if named else number - where < NEAR - 1:
        return found
    body = most if named else _company(noun, number, told, r)
    return body if body is not None and len(r.actors[body].mentions) >= NEAR else found


def _is_named_near(actor: str, noun: Token, r: Story) -> bool:
    """Whether an actor is named in a word's sentence or the one before."""
    here = r.sentences[noun.i]
    first = r.sentences[here.start - 1].words.start if here.start else here.words.start
    return any(first <= m.start < noun.idx for m in r.actors[actor].mentions)


def _named_in_part(noun: Token, r: Story) -> str | None:
    """The one body named before whose name holds all the words: "the lake office" for the Lake and Forest Office."""
    before = [c for c in noun.children if c.i < noun.i]
    words = {c.lower_ for c in before if c.dep_ in {"amod", "compound"}} | {noun.lower_}
    known = any(c.lower_ in grammar.WORDS["the"] for c in before) and all(
        c.dep_ in {"amod", "compound", "det", "case"} for c in before
    )
    if noun.tag_ != "NN" or len(words) < 2 or not known:
        return None
    fit = [a for a in r.actors.values() if a.kind == "organisation" and a.mentions[0].start < noun.idx]
    found = [a.id for a in fit if words < _words(a)]
    return found[0] if len(found) == 1 else None


def _described(noun: Token, number: int, told: _Told, r: Story) -> str | None:
    """The one whom a noun describes that has not told of anybody before: "the bank", "the Cuban leader"."""
    lemma, words = noun.lemma_.lower(), r.lexicon.groups
    if lemma in words["heads_of_state"]:
        return _head_of_state(noun, r) or _head_of_body(noun, r) or _bearer(lemma, noun, r)
    if lemma in words["heads_of_bodies"]:
        return _head_of_body(noun, r)
    if lemma in r.lexicon.together["group"] and not _is_a_company(noun, r):
        return _group_at_hand(noun, r) or _last_body(number, told, r)
    body = _of_the_kind(noun, told, r)
    if body is not None:
        return body
    if lemma in words["people"]:
        return _bearer(lemma, noun, r) or (_last_person(noun, number, told, r) if lemma in words["persons"] else None)
    if lemma in words["of_the_country"] | words["ministries"]:
        return (
            _country_told_with(noun, r)
            or _home(r)
            or (_named_most(r, "country") if lemma in words["of_the_country"] else None)
        )
    return _company(noun, number, told, r) if _is_a_company(noun, r) else None


def _group_at_hand(noun: Token, r: Story) -> str | None:
    """The one armed or political group named in a noun's sentence before it, or in the one before: "the movement"."""
    here = noun.sent.start
    for words in (r.doc[here : noun.i], r.doc[r.doc[here - 1].sent.start if here else here : here]):
        named = {i for t in words if (i := r.mention.get(t.i, "")).startswith("group:") and i in r.actors}
        if named:
            return named.pop() if len(named) == 1 else None
    return None


def _country_where(noun: Token, r: Story) -> str | None:
    """The country in which "the government" does something, or others do who ask it for that.

    "In Chad, the government has shut the ports", "dockers marched in Chad to demand that the government shut them".
    """
    for verb in filter(grammar.is_verb, grammar.chain(noun)):
        inside = [n for p, n in grammar.obliques(verb) if p in r.lexicon.roles["inside"]]
        where = {i for n in inside if (i := _country_of(n, r) or _land_of(n, r)) in r.actors}
        if len(where) == 1:
            return where.pop()
        if any(_country_of(x, r) for s in grammar.subjects(verb) for x in s.subtree):
            return None  # "in Lome, Chadian envoys said the government …"
    return None


def _country_told_with(noun: Token, r: Story) -> str | None:
    """The country whose a body was told of just before: "a Togo foreign *ministry* spokesman said the ministry …"."""
    start = noun.sent.start
    near = r.doc[r.doc[start - 1].sent.start if start else 0 : noun.i]
    same = [t for t in near if t.lemma_ == noun.lemma_]
    told = (same[-1].head if same[-1].dep_ == "compound" else same[-1]).subtree if same else ()
    found = {i for t in told if t.i < noun.i and (i := _country_of(t, r)) in r.actors}
    return found.pop() if len(found) == 1 else None


def _land_of(word: Token, r: Story) -> str | None:
    """The country of a town that a word names."""
    place = r.actors.get(r.mention.get(word.i, ""))
    land = place.country if place is not None and place.kind == "place" else None
    return f"country:{land.lower()}" if land else None


def _home(r: Story) -> str | None:
    """The country in which a story is told, where its text names it: whose "the government" is."""
    _, here = homes(r)
    country = f"country:{here[0].lower()}" if len(here) == 1 else ""
    return country if country in r.actors else None


def _is_of_the_company(noun: Token, r: Story) -> bool:
    """Whether those who act for a company are of the one that a story is about: "company officials"."""
    before = [c for c in noun.children if c.i < noun.i and c.dep_ not in {"det", "case"}]
    acting = noun.lemma_.lower() in r.lexicon.groups["acting_for"]
    return acting and len(before) == 1 and before[0].dep_ == "compound" and before[0].lower_ == "company"


def _may_be_told_of(actor: str, noun: Token, r: Story) -> bool:
    """Whether a clause that names an actor may call it by a noun, too: not "Karhu bought the company".

    A relative clause further on may name it: "the firm will buy a tug that lets Karhu work".
    """
    doers = grammar.subjects(noun.head) if noun.dep_ in grammar.OBJECT else []
    if any(actor in who(s, r) for s in doers):
        return False
    after = takewhile(lambda t: t.text not in DASHES, r.doc[noun.i + 1 : noun.sent.end])  # "the firm -- Karhu's foe"
    named = [t for t in after if r.mention.get(t.i) == actor and t.pos_ == "PROPN"]
    named = [t for t in named if not _is_in_a_relative_below(t, noun.head)]
    return all(t.tag_ == "NNPS" and actor.startswith("country:") for t in named)  # no "the bank sued Karhu"


def _is_in_a_relative_below(name: Token, verb: Token) -> bool:
    between = [*takewhile(lambda x: x != verb, (name, *grammar.chain(name)))]
    return verb in grammar.chain(name) and any(x.dep_ in grammar.RELATIVE for x in between)


def _of_the_kind(noun: Token, told: _Told, r: Story) -> str | None:
    """The body named before whose name says that it is of a kind: "the bank" for Banco Meridiano."""
    lemma = noun.lemma_.lower()
    kind = r.lexicon.kinds.get(lemma, frozenset()) | {lemma}
    found = [
        a.id
        for a in r.actors.values()
        if a.kind == "organisation" and a.mentions[0].start < noun.idx and (a.id in kind or _words(a) & kind)
    ]
    if len(found) > 1:
        recent = [i for _, _, ids in reversed(told.subjects) for i in ids if i in found]
        return recent[0] if recent else None
    return found[0] if found else None


def _words(actor: Actor) -> set[str]:
    """The words of a body's name, which may say of which kind it is."""
    return set(actor.name.lower().split())


def _company(noun: Token, number: int, told: _Told, r: Story) -> str | None:
    """The company that a story is about: the one that did something last, else the one that it names far more.

    What did something further back is not it beside one that the story names far more.
    """
    fit = _companies(noun, told, r)
    teller = _telling_body(noun, r)
    if teller in fit and fit[teller] == max(fit.values()):
        return teller  # "Karhu said that Lund had raised its offer for the company"
    last, most = _last_body(number, told, r, fit), _most_named(fit)
    here = {r.mention.get(i) for i in range(noun.sent.start, noun.i)}
    if most is not None and (most in here or (last is not None and not _is_named_near(last, noun, r))):
        return most
    return last or most


def _telling_body(noun: Token, r: Story) -> str | None:
    """Who says what a noun stands in, where that is one by name."""
    above = grammar.teller(noun, r.lexicon.status["claim_nouns"])
    told = [r.mention[s.i] for s in grammar.subjects(above) if s.i in r.mention] if above is not None else []
    return told[0] if len(told) == 1 else None


def _companies(noun: Token, told: _Told, r: Story) -> dict[str, int]:
    """The bodies named before that may be called by a noun, and how often the story names each."""
    before = [a for a in r.actors.values() if a.kind == "organisation" and a.mentions[0].start < noun.idx]
    before = [a for a in before if _may_be_told_of(a.id, noun, r) and not is_press(a.id, r)]
    before = [a for a in before if a.id not in told.workplaces]
    return {a.id: len(a.mentions) for a in before if _may_be_a_company(a, noun.lemma_.lower(), r)}


def _only_workplaces(r: Story) -> set[str]:
    """The bodies that a story names only as those of people who speak: "Ada Berg, an analyst at Tove Bank, said"."""
    people, at = r.lexicon.groups["people"], r.lexicon.roles["place"]
    works: dict[str, bool] = {}
    for i, actor in r.mention.items():
        t = r.doc[i]
        if t.pos_ == "PROPN" and r.mention.get(t.head.i) != actor:
            so = t.head.lemma_.lower() in people and grammar.case(t) in at
            works[actor] = works.get(actor, True) and so
    return {actor for actor, only in works.items() if only}


def _most_named(named: dict[str, int]) -> str | None:
    """The one named far more often than any other."""
    ranked = Counter(named).most_common(2)
    return ranked[0][0] if ranked and (len(ranked) == 1 or ranked[0][1] >= A_STORYS * ranked[1][1]) else None


def _may_be_a_company(body: Actor, noun: str, r: Story) -> bool:
    """Whether a body may be a company, and one of the kind that a noun says."""
    own, kinds = _words(body), r.lexicon.kinds
    kind = kinds.get(noun, frozenset())
    if body.of is not None or own & r.lexicon.groups["no_company"]:
        return False
    others = [k for name, k in kinds.items() if name in r.lexicon.groups["companies"] and not k & kind]
    return not kind or not any(own & k for k in others)


def _last_person(noun: Token, number: int, told: _Told, r: Story) -> str | None:
    """The person without an office whom a story is about: "Mona Dahl sang in Oslo. The singer …"."""
    trades = r.lexicon.groups["persons"]
    persons = [a for a in r.actors.values() if a.kind == "person" and (a.role or "").lower() in {"", *trades}]
    if noun.lemma_.lower() not in r.lexicon.groups["ages"]:  # "Dr. Holm" is no singer
        persons = [a for a in persons if not any(_has_rank(a, rank, r) for rank in r.lexicon.ranks)]
    owned = [t for t in r.doc[noun.sent.start : noun.i] if t.pos_ == "PROPN" and t.dep_ in {"nmod:poss", "poss"}]
    owners = {r.mention.get(t.i) for t in owned} & {a.id for a in persons}
    if len(owners) == 1:
        return owners.pop()  # "Holm was Dahl's doctor when the singer died"
    here = {r.mention.get(t.i) for t in noun.sent if t.pos_ == "PROPN"}  # "Holm gave the singer a drug"
    start = noun.sent[0].idx
    named = {a.id: len(a.mentions) for a in persons if a.mentions[0].start < start and a.id not in here}
    of_a_trade = [a.id for a in persons if a.role and a.id in named]
    if len(of_a_trade) == 1 and noun.lemma_.lower() in trades:
        return of_a_trade[0]  # "Ella Lee, a nurse, spoke of singer Mona Dahl. The star …"
    ranked = Counter(named).most_common(2)
    if ranked and (len(ranked) == 1 or ranked[0][1] >= A_STORYS * ranked[1][1]):
        return ranked[0][0]
    for n, subject, ids in reversed(told.subjects):
        if number - n > NEAR - 1:
            break
        if len(ids) == 1 and ids[0] in named:
            return ids[0] if subject.head.lemma_.lower() not in r.lexicon.reporting else None
    return None


def _is_from_there(actor: str, noun: Token, r: Story) -> bool:
    """Whether an actor may be from the country that is told of one: "the British company"."""
    told = {r.mention[x.i] for c in noun.children if c.i < noun.i for x in c.subtree if x.i in r.mention}
    if not told or (actor in r.actors and r.actors[actor].of in told):  # "the NATO chief"
        return True
    home = r.actors[actor].country if actor in r.actors else None
    if home:
        return all(r.actors[i].country == home for i in told)
    there = {r.actors[i].country for i in told}
    bodies = [a for a in r.actors.values() if a.kind == "organisation" and a.mentions[0].start < noun.idx]
    return [a.id for a in bodies if a.country in {None, *there}] == [actor] or actor == _named_most(r, "organisation")


def _is_bare(noun: Token, r: Story) -> bool:
    """Whether a noun says no more than that it is known: "the company", not "the oil company that leads"."""
    lemma = noun.lemma_.lower()
    before = [c for c in noun.children if c.i < noun.i and c.dep_ not in {"case", "advmod"}]
    if any(
        c.lower_ in r.lexicon.groups["another"] or (c.tag_ == "VBG" and grammar.text_before(c) == "-") for c in before
    ):
        return False  # "the Portuguese-speaking bloc"
    if _is_a_company(noun, r) or lemma in r.lexicon.groups["persons"] or lemma in r.lexicon.kinds:
        own = [c for c in before if r.mention.get(c.i, "").startswith("organisation:") and c.nbor() != noun]
        before = [c for c in before if c in own or c.dep_ not in {"amod", "compound"}]  # not "the UN food agency"
    if lemma in r.lexicon.groups["countries"]:  # "the West African country"
        compass = r.lexicon.groups["compass"]  # "the southeast Asian country"
        regions = [
            c for c in before if (c.ent_type_ in {"NORP", "LOC"} and c.i not in r.mention) or c.lower_ in compass
        ]
        before = [c for c in before if c not in regions]
    if lemma in r.lexicon.groups["ministries"]:  # "the health ministry"
        before = [c for c in before if c.dep_ not in {"amod", "compound"} or c.i in r.mention]
    if lemma in r.lexicon.groups["heads_of_bodies"]:
        before = [c for c in before if not r.mention.get(c.i, "").startswith("organisation:")]
    if lemma in r.lexicon.groups["heads_of_state"]:
        before = [c for c in before if not r.mention.get(c.i, "").startswith("country:")]
    return len(before) == 1 and _is_known(noun, r)


def _is_known(noun: Token, r: Story) -> bool:
    """Whether a noun is of one told of: "the company", "the firm, which leads", not "the company that leads"."""
    aside = r.lexicon.roles["besides"]
    after = [c for c in noun.children if c.i > noun.i and c.dep_ in NARROWING and c.i not in r.timed]
    wanted = r.lexicon.governs.get(noun.head.lemma_.lower(), ()) if noun.dep_ in grammar.OBJECT else ()
    after = [c for c in after if grammar.case(c) not in aside and grammar.case(c) not in wanted]  # "accuse … of"
    after = [c for c in after if not is_aside(c)]
    return not after and any(c.lower_ in r.lexicon.dating["known"] for c in noun.children)


def _nameless(pronoun: Token, r: Story) -> str | None:
    """Who alone of a sentence, or of the one before, may be "she" by the word for it: "the *mother* of Kos", "a nun".

    A man so told of has to be a subject, and to have nobody beside him but those whose he is.
    """
    sex, start = word_lists().pronouns[pronoun.lower_], pronoun.sent.start
    for words in (r.doc[start : pronoun.i], r.doc[r.doc[start - 1].sent.start if start else 0 : pronoun.i]):
        found = [t for t in words if t.tag_ == "NN" and t.i in r.groups and word_lists().sexes.get(t.text) == sex]
        found = [
            t
            for t in found
            if t.dep_ != "xcomp" and t.i not in r.quoted and (t.head != pronoun.head or pronoun.tag_ == "PRP$")
        ]
        if found:
            beside = {i for t in words if (i := r.mention.get(t.i, "")).startswith("person:")}
            if sex == "m":
                beside -= {r.mention.get(t.i) for t in found[0].subtree}
                fit = not beside and found[0].dep_ in grammar.SUBJECT
            else:
                fit = not any(_may_be_a_woman(i, r) for i in beside)
            if not fit or len({r.groups[t.i] for t in found}) > 1:
                return None
            above = grammar.teller(pronoun, r.lexicon.status["claim_nouns"])
            if pronoun.dep_ not in grammar.SUBJECT or above is None or found[0] not in grammar.subjects(above):
                r.names.antecedent[pronoun.i] = found[0]
            return r.groups[found[0].i]
    return None


def _may_be_a_woman(actor: str, r: Story) -> bool:
    """Whether what is known of somebody, or a given name, says so."""
    entry = gazetteer.load().entries.get(actor)
    given = word_lists().given.get(gazetteer.fold(r.actors[actor].name.split()[0]))
    return (entry.gender if entry is not None and entry.gender else given) in {"f", "x"}


def _behind_pronoun(pronoun: Token, number: int, told: _Told, r: Story) -> str | None:
    """Whom "it", "they" or "he" means as a subject: the one who did something in the sentence before."""
    verb = pronoun.head
    many = pronoun.lower_ in r.lexicon.roles["many_reporters"]
    person = pronoun.lower_ in r.lexicon.roles["person_reporters"]
    if pronoun.dep_ not in grammar.SUBJECT or not grammar.is_verb(verb) or _is_reported(verb):
        return None
    above = grammar.teller(pronoun, r.lexicon.status["claim_nouns"])
    if above is not None:  # "Chile denied reports that it had paid": whoever denies it
        nearer = nearer_body(pronoun, above, r) if not many and not person else []
        doers = nearer or [i for s in grammar.subjects(above) for i in who(s, r) if not i.startswith("person:")]
        return doers[0] if len(doers) == 1 and not many and not person else None
    if not many and not person and not _is_somebodys(verb, r):
        return None
    main = _main_doer(verb, r) if not many and not person else None
    if main is not None:
        return main
    if verb.dep_ in grammar.RELATIVE and not many and not person:  # "Chad promised to pay for the aid it had asked for"
        over = next((t for t in grammar.chain(verb) if grammar.subjects(t)), verb)
        own_doers = [i for s in grammar.subjects(over) for i in who(s, r)] if over != verb else []
        acting = len(own_doers) == 1 and own_doers[0].startswith(("country:", "organisation:", "group:"))
        return own_doers[0] if acting else None
    if person and told.tellers and number - told.tellers[-1][0] == 1:
        return told.tellers[-1][1]
    last, subject, ids = told.subjects[-1] if told.subjects else (number, pronoun, [])
    if number - last != 1 or len(ids) != 1:
        return None
    own = ids[0]
    if own in r.actors:
        company = any(i == own for _, i in told.by_noun.get("company", ()))
        fit = not many and not person and (company or r.actors[own].kind in {"organisation", "country", "group"})
    else:
        several = subject.tag_ == "NNS" or subject.lower_ in r.lexicon.title["plural"]
        kind = r.lexicon.groups["bodies" if person else "people"]
        fit = many == several and (many or subject.lemma_.lower() not in kind)
    if many and grammar.is_passive(verb) != grammar.is_passive(subject.head):
        return _done_to_before(pronoun, subject.head, r)
    if person and own in r.actors and r.actors[own].kind == "country" and _is_an_official(subject, r):
        r.names.antecedent[pronoun.i] = subject  # "the Togolese envoy met Addo. He is to meet Keita"
        return own
    people = r.lexicon.groups["people"] | r.lexicon.groups["counted"]
    things = grammar.objects(subject.head) if many and subject.tag_ == "NNS" else []
    if subject.lemma_.lower() not in people and any(o.lemma_.lower() in people for o in things):
        return None  # "Newspapers named the couple. They had flown to Lima"
    faced = {i for o in (*grammar.objects(verb), *(n for _, n in grammar.obliques(verb))) for i in who(o, r)}
    return own if fit and own not in faced else None


def _done_to_before(they: Token, verb: Token, r: Story) -> str | None:
    """The group to whom the clause before did what goes on: "Rebels freed nine nuns. They were flown out"."""
    people = [o for o in grammar.objects(verb) if o.tag_ == "NNS" and is_group(o, r.lexicon)]
    ids = who(people[0], r) if len(people) == 1 and grammar.is_passive(they.head) else []
    if len(ids) != 1:
        return None
    r.names.antecedent[they.i] = people[0]
    return ids[0]


def _is_an_official(noun: Token, r: Story) -> bool:
    """Whether somebody without a name is told of by an office: "the Togolese envoy"."""
    return noun.tag_ == "NN" and noun.i not in r.mention and acts_for_others(noun, r.lexicon)


def _those_of_the_clause_above(pronoun: Token, r: Story) -> list[str]:
    """Those whose clause has one of "they" below it: "Chad and Togo made a treaty that they signed".

    Several by name, or a group: "Asian leaders will sign a code when they meet". Who meet are also those to whom the
    clause above is done: "Lund will ask Vidal for aid when they meet".
    """
    verb = pronoun.head
    below = verb.dep_ in grammar.RELATIVE | {"advcl"} and pronoun.dep_ in grammar.SUBJECT
    if pronoun.lower_ not in r.lexicon.roles["many_reporters"] or not below or pronoun.i in r.mention:
        return []
    above = next((t for t in grammar.chain(verb) if grammar.is_verb(t)), None)
    doers = [s for s in grammar.subjects(above) if s.i < pronoun.i] if above is not None else []
    if above is not None and not doers and above.dep_ == "xcomp":  # "Lund is expected to ask Vidal when they meet"
        doers = [s for s in grammar.subjects(above.head) if s.i < pronoun.i]
    ids = [i for s in doers for i in who(s, r)]
    if above is not None and len(ids) == 1 and r.lexicon.verbs.get(verb.lemma_.lower()) in {"meeting", "talks"}:
        ids += _faced_by(above, pronoun, r)  # "Lund will ask Vidal for aid when they meet"
    ids = list(dict.fromkeys(ids))
    if len(many_around(pronoun, r.lexicon)) > 1:
        return []
    named = len(ids) > 1 and all(i in r.actors for i in ids)
    return ids if named or (len(ids) == len(doers) == 1 and doers[0].tag_ == "NNS" and ids[0] not in r.actors) else []


def _faced_by(verb: Token, pronoun: Token, r: Story) -> list[str]:
    """Those by name to whom or with whom a verb before a pronoun does something."""
    beside = [n for p, n in grammar.obliques(verb) if p in r.lexicon.roles["together"] | r.lexicon.roles["towards"]]
    named = [i for n in (*grammar.objects(verb), *beside) if n.i < pronoun.i for i in who(n, r)]
    return [i for i in named if i in r.actors and r.actors[i].kind in {"person", "country"}]


def _whose_it_is(pronoun: Token, number: int, told: _Told, r: Story) -> str | None:
    """The body that "its" before a subject means: "the bank weighs a loan; its board will meet".

    And before those of whom some are told of by it: "Togo says four of its sailors were killed".
    """
    noun = pronoun.head
    verb = noun.head
    counted = grammar.case(noun) == "of" and noun.head.dep_ in grammar.SUBJECT and _is_reported(noun.head.head)
    counted = counted and all(t.pos_ != "PROPN" for t in noun.head.subtree)  # not "one of its units, Lund Wells"
    sayers = reported_self(pronoun, r) if counted else []
    if len(sayers) == 1 and sayers[0].startswith(("organisation:", "country:")):
        return sayers[0]
    other = _owner_beside_many(pronoun, r)
    if other is not None:
        return other
    if noun.dep_ not in grammar.SUBJECT or noun.lemma_.lower() not in r.lexicon.groups["acting_for"]:
        return None
    if not grammar.is_verb(verb) or _is_reported(verb):
        return None
    above = verb.head if verb.dep_ in {"conj", "parataxis"} else None
    before = [s for s in grammar.children(above, grammar.SUBJECT) if s.i < pronoun.i] if above is not None else []
    if not before and told.subjects and number - told.subjects[-1][0] == 1:
        before = [told.subjects[-1][1]]
    ids = [r.mention[s.i] for s in before if s.i in r.mention]
    fit = len(ids) == 1 and ids[0] in r.actors and r.actors[ids[0]].kind in {"organisation", "country"}
    return ids[0] if fit else None


def _owner_beside_many(pronoun: Token, r: Story) -> str | None:
    """The body that "its" means where those of its clause are many: "Chad left after police seized *its* ships"."""
    verb = next((t for t in grammar.chain(pronoun) if grammar.is_verb(t)), None)
    doers = grammar.children(verb, grammar.SUBJECT) if verb is not None else []
    many = len(doers) == 1 and doers[0].tag_ == "NNS" and pronoun.i > doers[0].i
    above = next((t for t in grammar.chain(verb) if grammar.is_verb(t)), None) if many and verb is not None else None
    if above is None or verb is None or verb.dep_ not in {"advcl", "ccomp"}:
        return None
    if any(t.tag_ == "NN" for t in r.doc[doers[0].i : pronoun.i]):
        return None  # "72 people died from the disease or its complications"
    ids = [i for s in grammar.subjects(above) for i in who(s, r)]
    return ids[0] if len(ids) == 1 and ids[0].startswith(("country:", "organisation:")) else None


def _whose_they_are(pronoun: Token, number: int, told: _Told, r: Story) -> str | None:
    """The group that "their" before a subject means, where the sentence before is of it alone: "Their trial opens"."""
    noun = pronoun.head
    before = [(s, ids) for n, s, ids in told.subjects if number - n == 1]
    if noun.dep_ not in grammar.SUBJECT or _is_reported(noun.head) or len(before) != 1:
        return None
    subject, ids = before[0]
    others = [o for o in grammar.objects(subject.head) if o.tag_ in {"NNS", "NNPS"} or o.i in r.mention]
    others += [c for c in subject.children if c.tag_ == "PRP$"]  # "their families": whose is the next "their"
    if subject.tag_ != "NNS" or len(ids) != 1 or others or not is_group(subject, r.lexicon):
        return None
    if acts_for_others(subject, r.lexicon) and is_group(noun, r.lexicon):
        return None  # "two envoys agreed. Their leaders …"
    r.names.antecedent[pronoun.i] = subject
    return ids[0]


def _main_doer(verb: Token, r: Story) -> str | None:
    """The one body that a clause around another is about: "the Fed found no faults when it looked"."""
    if grammar.says_what(verb):  # "Chad has not commented on reports that it will open a port"
        above = next((t for t in grammar.chain(verb.head) if grammar.is_verb(t)), verb)
        ids = [i for s in grammar.subjects(above) for i in who(s, r)] if above != verb else []
        return ids[0] if len(ids) == 1 and ids[0].startswith(("country:", "organisation:")) else None
    above = verb.head
    became = grammar.is_passive(above) and not grammar.is_passive(verb) and bool(grammar.children(verb, {"xcomp"}))
    if verb.dep_ != "advcl" or not grammar.is_verb(above) or (grammar.is_passive(above) and not became):
        return None  # but "Chad was ruled from Lome until 1960, when it became a state"
    doers = grammar.subjects(above)
    ids = [i for s in doers for i in who(s, r)]
    if any(s.tag_ == "NNS" and s.i not in r.mention for s in doers):  # "envoys warned Togo of war if it refuses"
        ids = list({r.mention[t.i] for t in r.doc[above.i : verb.left_edge.i] if t.i in r.mention})
    fit = len(ids) == 1 and ids[0] in r.actors and r.actors[ids[0]].kind in {"organisation", "country", "group"}
    return ids[0] if fit else None


def _is_reported(verb: Token) -> bool:
    """Whether somebody of the sentence says what a verb tells: "Nordea said it will close an office" is Nordea's."""
    while verb.dep_ in {"xcomp", "conj", "advcl"} and verb.head != verb:
        verb = verb.head
    return verb.dep_ == "ccomp" and bool(grammar.subjects(verb.head))


def _is_somebodys(verb: Token, r: Story) -> bool:
    """Whether a verb is of what only somebody does: "it will open an office", not "it sank"."""
    if grammar.is_passive(verb):
        return False
    if grammar.children(verb, grammar.OBJECT | {"xcomp", "ccomp"}):
        return True
    return r.lexicon.verbs.get(verb.lemma_.lower()) in DELIBERATE


def _last_body(number: int, told: _Told, r: Story, fit: Container[str] | None = None) -> str | None:
    """The one body, of those that fit, that did something last: "Karhu offered the union a contract. The company …"."""
    for n, _, ids in reversed(told.subjects):
        if number - n > NEAR - 1:
            return None
        bodies = [i for i in ids if i in r.actors and r.actors[i].kind in {"organisation", "group"}]
        bodies = [i for i in bodies if fit is None or i in fit]
        if bodies:
            return bodies[0] if len(ids) == 1 else None
    return None


def _country(noun: Token, number: int, told: _Told, r: Story) -> str | None:
    """The one country that a noun's sentence names before it, or the one before, else that did something last.

    Not that of what is said to be there: "Chadian envoys in the country".
    """
    here = noun.sent.start
    there = [*takewhile(lambda t: not grammar.is_verb(t), grammar.chain(noun))]
    before = r.doc[here - 1].sent.start if here else here
    for words in (r.doc[here : noun.i], r.doc[before:here]):
        named = {country for t in words if t.head not in there and (country := _country_of(t, r)) is not None}
        if named:
            says = noun.sent.root.lemma_.lower() in r.lexicon.reporting
            sayers = _main_subjects(noun.sent) if says else []
            doers = {_country_of(x, r) for s in sayers for x in s.subtree if s.i < noun.i}
            named = (
                named & doers if len(named & doers) == 1 else named
            )  # "Chadian officials say Togo bombed the country's north"
            inside = [t for t in words if grammar.case(t) in r.lexicon.roles["inside"]]
            where = {i for t in inside if (i := r.mention.get(t.i)) in named}
            named = where if len(where) == 1 else named  # "Danish troops in Chad say rebels hold the country's south"
            own = named.pop()
            return own if not named and own in r.actors else None  # not "Chad invaded Togo, and the country fell"
    return _last_country(number, told, r)


def _own_country(noun: Token, r: Story) -> str | None:
    """The country that somebody is of, where it is told of as his own: "King Berg said his country would join".

    So is that of "Berg, whose country is to join".
    """
    whose = grammar.children(noun, {"nmod:poss", "poss"})
    verbs = [v for v in grammar.chain(noun) if v.dep_ in grammar.RELATIVE]
    whose = [grammar.bearer(verbs[0].head) if c.tag_ == "WP$" and verbs else c for c in whose]
    owners = [r.actors.get(r.mention.get(c.i, "")) for c in whose]
    homes_of = [f"country:{a.country.lower()}" for a in owners if a is not None and a.country]
    return homes_of[0] if len(homes_of) == 1 and homes_of[0] in r.actors else None


def _country_of(word: Token, r: Story) -> str | None:
    """The country that a word names, also in what somebody is called: "*Chadian* premier Issa Berg"."""
    actor = r.actors.get(r.mention.get(word.i, ""))
    if actor is None or actor.kind == "country":
        return actor.id if actor is not None else None
    return f"country:{actor.country.lower()}" if actor.country and word.ent_type_ in {"NORP", "LOC"} else None


def _last_country(number: int, told: _Told, r: Story) -> str | None:
    """The one country that did something last: "Chad joined in May. Its governor said the country would stay"."""
    for n, _, ids in reversed(told.subjects):
        if number - n > NEAR - 1:
            return None
        countries = [i for i in ids if i in r.actors and r.actors[i].kind == "country"]
        if countries:
            return countries[0] if len(ids) == 1 else None
    return None


def _named_most(r: Story, kind: str) -> str | None:
    """The one that a story names far more than others of its kind: whose "the government" and "the company" is."""
    return _most_named({i: len(a.mentions) for i, a in r.actors.items() if a.kind == kind})


def _bearer(office: str, noun: Token, r: Story) -> str | None:
    """The one person named before whose office or rank has a noun: "the general" for "General Idriss Hassan"."""
    before = [a for a in r.actors.values() if a.kind == "person" and a.mentions[0].start < noun.idx]
    found = {a.id for a in before if office in (a.role or "").lower().split() or _has_rank(a, office, r)}
    return found.pop() if len(found) == 1 else None


def _has_rank(person: Actor, office: str, r: Story) -> bool:
    """Whether what stands before a person's name says so: "Dr. Holm"."""
    ranks = r.lexicon.ranks.get(office, frozenset())
    text = r.article.text
    return any(not ranks.isdisjoint(text[max(0, m.start - 8) : m.start].lower().split()[-1:]) for m in person.mentions)


def _head_of_state(leader: Token, r: Story) -> str | None:
    """Who leads a country whose leader is told of: "the Cuban leader" for its president named before."""
    country = next((r.actors[r.mention[c.i]].country for c in leader.children if c.i in r.mention), None)
    if country is None:
        return None
    before = [a for a in r.actors.values() if a.kind == "person" and a.mentions[0].start < leader.idx]
    offices = r.lexicon.groups["heads_of_state"]
    found = {a.id for a in before if a.country == country and offices.intersection((a.role or "").lower().split())}
    return found.pop() if len(found) == 1 else None


def _head_of_body(head: Token, r: Story) -> str | None:
    """Who leads a body whose head is told of: "the NATO chief" for its secretary-general named before."""
    body = next((r.mention[c.i] for c in head.children if c.i < head.i and c.i in r.mention), "")
    if not body.startswith("organisation:"):
        return None
    offices = r.lexicon.groups["offices_of_heads"]
    heads = [a for a in r.actors.values() if a.kind == "person" and a.of == body and a.mentions[0].start < head.idx]
    found = {a.id for a in heads if not offices.isdisjoint((a.role or "").lower().replace("-", " ").split())}
    return found.pop() if len(found) == 1 else None
