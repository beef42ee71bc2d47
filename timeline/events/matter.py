"""What a noun that says nothing by itself is of, by its fullest telling in the text: "the offer", "the programme".

A telling is of the same noun, or of one that may stand for it ("the agreement" of "a wage deal"), and comes before it;
where the text tells of two that differ, the nearest counts if nothing else stands near, else none does. A deed may
be told by its verb: "the explosion" is the ferry's where one exploded.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping

from spacy.tokens import Doc, Token

from timeline.events import grammar
from timeline.events.lexicon import Lexicon
from timeline.events.parsed import those
from timeline.model import TimeExpression

_WITHIN = frozenset({"compound", "flat", "fixed"})  # of a name or another noun
_BESIDE = frozenset({"punct", "case", "cc", "conj", "cop", "mark"}) | grammar.SUBJECT  # none of a noun's phrase
_TORN_OFF = frozenset({"appos", "conj", "ROOT"})  # a telling that may be of something else


def fuller_tellings(
    doc: Doc, actors: Container[int], dates: Mapping[int, TimeExpression], lexicon: Lexicon
) -> dict[int, Token]:
    """For a noun that says nothing by itself the telling that says what it is: "the offer" → "its offer for Reino Oy".

    `actors` are indices of tokens that stand for themselves, and so are the keys of `dates`.
    """
    nouns = [t for t in those(doc, "tag_", {"NN", "NNS"}) if t.dep_ not in _WITHIN]
    nouns = [t for t in nouns if t.i not in actors and t.i not in dates]
    told: dict[str, list[Token]] = {}
    kinds: dict[str, set[tuple[str, ...]]] = {}  # of each noun what is told of it, also where no title can have it from
    for t in nouns:
        which = _descriptions(t, dates, lexicon)
        if which:
            kinds.setdefault(t.lower_, set()).add(which)
        # "the 1980 strike in Peru" is no other one, nor "the Sund oil spill in 1989" the spill
        other = any(c.i in dates and (c.i < t.i or c.dep_ == "nmod") for c in t.children)
        other = other or grammar.case(t) in grammar.WORDS["compared"]  # "worse than the Kano spill"
        if t.dep_ not in _TORN_OFF and not other and _is_described(t, dates, lexicon):
            told.setdefault(t.lower_, []).append(t)
    out: dict[int, Token] = {}
    for t in nouns:
        if _is_of_no_kind(t, lexicon):
            continue
        one = len(kinds.get(t.lower_, ())) == 1
        fuller = _by_its_own_word(t, told.get(t.lower_, []), one, dates, lexicon)
        if fuller is None and not any(x.i < t.i for x in told.get(t.lower_, [])):
            fuller = _by_another_word(t, nouns, told, dates, lexicon)
        if fuller is not None:
            out[t.i] = fuller
    return out


def _by_its_own_word(
    t: Token, there: list[Token], one: bool, dates: Mapping[int, TimeExpression], lexicon: Lexicon
) -> Token | None:
    """The fuller telling of a noun among those of the same noun; `one`: the text tells of one alone."""
    if not there or t in there:
        return None
    before = [x for x in there if x.i < t.i]
    occasion = t.lemma_.lower() in lexicon.nouns
    if before and is_definite(t, lexicon):
        several = not occasion and len({_descriptions(x, dates, lexicon) for x in before}) > 1
        far = several and _are_apart(before[-1], t)  # one of several things: "the relief well", "an oil well"
        unsure = far or _is_one_of_two(before, dates, lexicon) or _are_unlike(before[-1], t)
        if not (unsure or _is_somebody_elses(before[-1], t) or _is_made_anew(before[-1], t, lexicon)):
            return before[-1]
    elif one and occasion and is_definite(t, lexicon, dates=dates) and (before or not _is_at_another_time(there[0], t)):
        return there[0] if not _is_of_another_day(there[0], t, dates) else None  # the text has one such occasion
    elif one and before and _goes_on(t, lexicon):
        return before[-1]  # "work on a canal … Work began in May"
    elif one and not before and is_definite(t, lexicon) and t.tag_ == "NN" and _is_named_again(there, lexicon):
        return there[0]  # "the cap … the well cap"
    return None


def _is_at_another_time(noun: Token, t: Token) -> bool:
    """Whether a noun is told of as before the story, or as to come, and is no one of it.

    "Talks in Lome had broken down in 2012"; "the talks took a month. Berg will fly to Oslo for talks with Lund".
    """
    verb, over = grammar.governor(noun), grammar.governor(t)
    if verb is None:
        return False
    ahead = any(a.tag_ == "MD" for a in grammar.auxiliaries(verb)) and grammar.case(noun) == "for"
    over_then = over is not None and any(
        a.tag_ == "VBD" or over.tag_ == "VBD" for a in (over, *grammar.auxiliaries(over))
    )
    return any(a.lower_ == "had" for a in grammar.auxiliaries(verb)) or (ahead and over_then)


def _is_of_another_day(noun: Token, t: Token, dates: Mapping[int, TimeExpression]) -> bool:
    """Whether an occasion has a day that its telling names none of: "a meeting ended Monday … the May 11 meeting"."""
    mine = [dates[c.i].first for c in t.children if c.i in dates]
    theirs = [dates[x.i] for x in noun.sent if x.i in dates]
    stretches = [(x.first, x.until) for x in theirs if x.first is not None and x.until is not None]
    return bool(stretches) and any(
        day is not None and not any(first <= day < until for first, until in stretches) for day in mine
    )


def _is_named_again(there: list[Token], lexicon: Lexicon) -> bool:
    """Whether what is told of a thing further on is told of one known already, and by the words before its noun."""
    first = there[0]
    before = [c for c in first.children if c.i < first.i]
    kind = any(c.dep_ in {"compound", "amod"} for c in before)
    known = any(c.lower_ in lexicon.dating["known"] for c in before)
    one_of_many = any(c.dep_ == "nummod" or c.lower_ in lexicon.status["ordinals"] for c in before)
    place = first.lemma_.lower() in lexicon.title["wheres"] | lexicon.triggers["places"]
    return kind and known and not (one_of_many or place)  # not "the first relief well", nor "some good news"


def _by_another_word(
    t: Token, nouns: Iterable[Token], told: Mapping[str, list[Token]], dates: Container[int], lexicon: Lexicon
) -> Token | None:
    """The fuller telling of a noun by another that may be told in its place, if the text has one thing of the kind."""
    kin = lexicon.kin.get(t.lemma_.lower(), frozenset())
    known = is_definite(t, lexicon, dates=dates) and not grammar.children(t, {"amod"})
    if not kin or not (known or _goes_on(t, lexicon)):
        return None
    before = [x for there in told.values() for x in there if x.i < t.i and x.lemma_.lower() in kin]
    before = sorted((x for x in before if x.tag_ == t.tag_), key=lambda x: x.i)
    if not before or len({_descriptions(x, dates, lexicon) for x in before}) > 1:
        return None
    fuller = before[-1]
    alike = kin | {t.lemma_.lower()}
    others = (x for x in nouns if x.i < t.i and x.lemma_.lower() in alike and x.i != fuller.i)
    if any(_is_new(x) for x in others) or _is_somebody_elses(fuller, t) or _is_begun_by_others(fuller, t, lexicon):
        return None
    return fuller if not (_are_apart(fuller, t) and points_back(t, lexicon)) else None


def _goes_on(noun: Token, lexicon: Lexicon) -> bool:
    """Whether a noun without an article is of what was told of, which goes on or ends: "negotiations resume"."""
    said = noun.tag_ == "NNS" or noun.lemma_.lower() in lexicon.title["works"]
    bare = said and all(c.dep_ in _BESIDE for c in noun.children)
    done = noun.dep_ in grammar.SUBJECT | grammar.OBJECT and noun.head.lemma_.lower() in lexicon.title["goes_on"]
    return bare and done


def _is_begun_by_others(fuller: Token, noun: Token, lexicon: Lexicon) -> bool:
    """Whether somebody takes part in an occasion whose fuller telling does not name him: "Togo began talks in 2012"."""
    if noun.dep_ not in grammar.OBJECT or noun.lemma_.lower() not in lexicon.nouns or is_definite(noun, lexicon):
        return False
    named = [s for s in grammar.subjects(noun.head) if s.pos_ == "PROPN"]
    there = {x.lower_ for x in fuller.sent}
    return bool(named) and all(s.lower_ not in there for s in named)


def _is_new(noun: Token) -> bool:
    """Whether a noun brings in one that was not told of: "a programme", "another pact"."""
    return any(c.lower_ in grammar.WORDS["one"] | grammar.WORDS["one_more"] for c in noun.children if c.i < noun.i)


def _is_one_of_two(before: list[Token], dates: Container[int], lexicon: Lexicon) -> bool:
    """Whether two that differ were brought in side by side: "a medical team, and Peru a rescue team"."""
    if len(before) < 2 or not all(map(_is_new, before[-2:])) or _are_apart(*before[-2:]):
        return False
    first, second = (set(_descriptions(x, dates, lexicon)) for x in before[-2:])
    return not (first <= second or second <= first)


def _are_apart(first: Token, second: Token) -> bool:
    """Whether a whole sentence or more stands between two words."""
    start = second.sent.start
    return first.i < (second.doc[start - 1].sent.start if start else 0)


def told_by_groups(doc: Doc, groups: Mapping[int, str], lexicon: Lexicon, *, named: bool) -> dict[int, Token]:
    """For a bare noun of a group its first telling that says more: "the government" → "the Conservative government".

    `named`: the text names a body, which "the airline" may be.
    """
    full: dict[str, Token] = {}
    for i in sorted(groups):
        t = doc[i]
        alone = t.dep_ not in _TORN_OFF and not grammar.children(t, {"conj"})
        weak = lexicon.title["of_no_kind"] | lexicon.title["weak_adjectives"]
        how = (c for c in t.children if c.dep_ == "amod" and c.i < i and c.lower_ not in weak)
        if alone and (_descriptions(t, (), lexicon) or any(how)):
            full.setdefault(groups[i], t)
    bodies = lexicon.title["any_body"] | (lexicon.groups["companies"] if named else frozenset())
    found = ((doc[i], full[g]) for i, g in groups.items() if g in full and doc[i].lemma_.lower() not in bodies)
    return {x.i: t for x, t in found if t.i < x.i and t.lower_ == x.lower_ and is_definite(x, lexicon)}


def befallen(doc: Doc, known: Container[int], lexicon: Lexicon) -> dict[int, Token]:
    """For a bare deed whom or what it befell, where its verb was told before of one alone: "a ferry exploded".

    It does something or something is done to it, "the sale was approved": else its verb tells it as well. `known` are
    indices of nouns that need none.
    """
    deeds = [t for t in those(doc, "tag_", {"NN"}) if t.lemma_.lower() in lexicon.title["befallen"]]
    deeds = [t for t in deeds if t.i not in known and t.dep_ in grammar.SUBJECT | grammar.OBJECT]
    verbs = {lexicon.deeds.get(t.lemma_.lower(), "") for t in deeds}
    done = [v for v in those(doc, "pos_", {"VERB"}) if v.lemma_.lower() in verbs] if deeds else []
    out: dict[int, Token] = {}
    for t in deeds:
        if not is_definite(t, lexicon):
            continue
        told = [v for v in done if v.lemma_.lower() == lexicon.deeds[t.lemma_.lower()] and v.i < t.i]
        those_hit = [_hit(v) for v in told]
        found = [x for x in those_hit if x is not None]
        if found and len(found) == len(told) and len({x.lemma_.lower() for x in found}) == 1:
            out[t.i] = found[0]
    return out


def _hit(verb: Token) -> Token | None:
    """Whom or what a verb in the past befalls, where that is one."""
    things = grammar.objects(verb) or grammar.subjects(verb)
    negated = any(c.lower_ in grammar.NEGATIONS for c in verb.children)
    named = len(things) == 1 and things[0].pos_ in {"NOUN", "PROPN"}
    return things[0] if named and not negated and grammar.is_past(verb) else None


def _is_somebody_elses(fuller: Token, noun: Token) -> bool:
    """Whether a telling names an owner, and stands further back than the sentence before: "Hungary's document"."""
    return _is_owned(fuller) and _are_apart(fuller, noun)


def _are_unlike(fuller: Token, noun: Token) -> bool:
    """Whether two each have an adjective that the other has not: "an extraordinary summit … the usual summit"."""
    mine, theirs = ({c.lower_ for c in n.children if c.dep_ == "amod" and c.tag_ == "JJ"} for n in (noun, fuller))
    return bool(mine and theirs) and not mine & theirs


def _is_owned(noun: Token) -> bool:
    return any(c.dep_ in {"nmod:poss", "poss"} and c.pos_ == "PROPN" for c in noun.children)


def _is_made_anew(fuller: Token, noun: Token, lexicon: Lexicon) -> bool:
    """Whether who makes a thing need not be told whose it is: "condemned Berg's remarks. Berg made the remarks …"."""
    made = noun.dep_ in grammar.OBJECT and noun.head.lemma_.lower() in lexicon.title["holds"]
    return made and any(c.dep_ == "nmod:poss" or grammar.case(c) == "by" for c in fuller.children)


def _is_described(noun: Token, dates: Container[int], lexicon: Lexicon) -> bool:
    """Whether a noun's own words say which one it is: "an offer for Reino Oy", not "Reino's chairman, Ukko Sarvi"."""
    named = any(c.dep_ in grammar.SUBJECT | {"appos", "flat", "cop"} for c in noun.children)
    named = named or (noun.i + 1 < len(noun.doc) and noun.nbor().pos_ == "NOUN")  # "the Nokia offer circular"
    return not named and bool(_descriptions(noun, dates, lexicon))


def _descriptions(noun: Token, dates: Container[int], lexicon: Lexicon) -> tuple[str, ...]:
    return tuple(
        c.lemma_.lower()
        for c in noun.children
        if c.i not in dates
        and (
            (c.dep_ in {"compound", "nmod:poss", "poss"} and c.pos_ in {"NOUN", "PROPN"})
            or (c.dep_ == "acl" and (grammar.has_to(c) or grammar.case(c) in lexicon.title["noun_prepositions"]))
            or (
                c.dep_ == "amod"
                and c.i < noun.i
                and noun.lemma_.lower() not in lexicon.nouns
                and _is_of_a_kind(c, lexicon)
            )
            or (c.dep_ == "nmod" and grammar.case(c) in lexicon.title["noun_prepositions"])
        )
    )


def _is_of_a_kind(adjective: Token, lexicon: Lexicon) -> bool:
    """Whether an adjective says of what kind a thing is, and not how it is: "nuclear", "anti-takeover", "Maltese"."""
    word = adjective.lower_
    if adjective.tag_ != "JJ" or word in lexicon.title["of_no_kind"] or word in lexicon.title["weak_adjectives"]:
        return adjective.tag_ == "JJ" and adjective.ent_type_ == "NORP"
    return adjective.ent_type_ == "NORP" or word.endswith(lexicon.endings) or bool(grammar.HYPHENS & set(word))


def is_definite(noun: Token, lexicon: Lexicon, dates: Container[int] | None = None) -> bool:
    """Whether a noun is one told of before, and nothing more is said of it: "the offer".

    With the tokens of times: an occasion may have its day and say how it was, "Tuesday's fierce storm".
    """
    said = [c for c in noun.children if c.dep_ not in _BESIDE and not is_aside(c)]
    which = [
        c
        for c in said
        if (c.dep_ == "det" and c.lower_ in lexicon.dating["known"]) or (dates is not None and c.i in dates)
    ]
    how = [c for c in said if dates is not None and c.dep_ == "amod" and c.lower_ not in lexicon.status["ordinals"]]
    return bool(which) and all(c in which or c in how for c in said)


def points_back(noun: Token, lexicon: Lexicon) -> bool:
    """Whether a noun is of what stands just before: "those negotiations"."""
    return any(c.lower_ in lexicon.title["points_back"] for c in grammar.children(noun, {"det"}))


def is_aside(clause: Token) -> bool:
    """Whether a clause only tells more of its noun: "the offer, which will expire", "the offer, made in May,"."""
    first = clause.left_edge
    return clause.dep_ in grammar.RELATIVE | grammar.REDUCED and "," in {first.text, grammar.text_before(first)}


def _is_of_no_kind(noun: Token, lexicon: Lexicon) -> bool:
    """Whether a noun only counts or measures, or is a single person, who has a name or none."""
    lemma = noun.lemma_.lower()
    counts = lemma in lexicon.quantities or lemma in lexicon.title["measures"] or lemma in lexicon.title["edges"]
    person = noun.tag_ == "NN" and (lemma in lexicon.groups["people"] or lemma in lexicon.triggers["people"])
    any_body = lemma in lexicon.title["any_body"]
    return counts or person or any_body or lemma in lexicon.dating["parts"]
