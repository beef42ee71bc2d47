"""What a headline goes without: dates, articles, adverbs of a verb, quotation marks, offices of persons."""

from __future__ import annotations

from collections.abc import Set

from spacy.tokens import Span, Token

from timeline.events import grammar
from timeline.events.named import Names, is_mutual, may_be_own, once_known, person_of
from timeline.events.wants import is_bare_noun, wanted_by

POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
_QUOTES = frozenset({'"', "“", "”", "``", "''", "‘", "`", "´"})
_MANY = frozenset({"NNS", "NNPS"})
_STANDS_FOR = {"them": _MANY, "it": frozenset({"NN", "NNP"})}  # tags of the nouns that a pronoun may stand for
_QUOTED = frozenset({"``", "''"})
_BRACKETS = {"(": ")", "[": "]"}
_OF_A_NAME = frozenset("det amod compound nmod nmod:desc nmod:poss poss nummod flat flat:name appos".split())
_DETERMINER = frozenset({"det", "det:predet"})
_ADVERB = frozenset({"advmod", "discourse"})
_BEFORE_A_NOUN = frozenset({"amod", "nmod:poss", "poss"})
_RATE = 8  # tokens, at most, of what a figure comes to a share
_BEFORE_A_DAY = frozenset({"cc", "cc:preconj", "compound", "amod"})


def dropped(span: Span, names: Names, own: str | None) -> set[int]:
    """Tokens that a headline goes without: dates, articles, adverbs of a verb, quotation marks, offices of persons."""
    out: set[int] = set()
    articles, skip = names.lexicon.title["articles"], names.skip
    for t in span:
        i, dep = t.i, t.dep_
        if i in skip and not _is_told(t, names):
            if not (dep == "case" and t.head.i not in skip):  # "a drop in fourth-quarter earnings"
                out.add(i)
        elif dep == "punct" or t.text in _QUOTES:
            out |= _unprinted(t, span) or _each(t, span, names)
        elif dep == "case":
            if i - 1 in skip and t.lower_ in POSSESSIVE:
                out.add(i)  # "yesterday's ruling"
            elif t.head.i in skip and t.i < t.head.i and not _is_told(t.head, names):
                out.add(i)  # "raised its reserves for (the third quarter)"
            elif _is_at_least(t.head, skip):
                out.add(i)
        elif t.head.i in skip and t.i < t.head.i and dep in _BEFORE_A_DAY and not _is_told(t.head, names):
            out.add(i)  # "in both May and June", "over the holiday weekend"
        elif t.lower_ in names.lexicon.title["till"] and (i + 1 in skip or i + 2 in skip):
            out.add(i)  # "will run through to the end of June"
        elif _is_at_least(t, skip):
            out.add(i)
        elif dep in _DETERMINER or (dep in _BEFORE_A_NOUN and t.lower_ in articles):
            if not _is_kept_determiner(t, span, names, own):
                out.add(i)
        elif dep == "amod" and t.lower_ in names.lexicon.title["likening"] and t.left_edge == t.right_edge:
            if all(p not in names.lexicon.title["likened_to"] for p, _ in grammar.obliques(t.head)):
                out.add(i)  # "similar letters": to what is not said
        elif dep in _ADVERB:
            if _is_filler(t, names):
                out.add(i)
        elif dep in grammar.OBJECT and names.is_vague(t):
            if (
                t.tag_ not in {"NN", "WP", "WDT"}
                and not t.lower_.endswith(("self", "selves"))
                and not (is_named(t, span) or _is_made_so(t))
            ):
                out.add(i)
        else:
            out |= _only_dates(t, names) or _only_arranged(t, names) or _beside_a_name(t, names) or _behind_a_name(t)
    return out


def _behind_a_name(t: Token) -> set[int]:
    """What only stresses the name before it, or tells an age: "frozen by Chad *itself*", "Mira Lund*, 51,*"."""
    if t.lower_.endswith(("self", "selves")) and t.i == t.head.i + 1 and t.head.pos_ in {"NOUN", "PROPN"}:
        return {t.i}
    aged = t.tag_ == "CD" and t.head.pos_ == "PROPN" and t.head.ent_type_ == "PERSON" and t.i > t.head.i
    apart = aged and t.i + 2 < len(t.doc) and t.nbor(-1).text == t.nbor().text == "," and t.nbor(2).dep_ != "cc"
    return {t.i - 1, t.i, t.i + 1} if apart else set()


def _is_at_least(t: Token, skip: Set[int]) -> bool:
    """Whether a word only says how far a date is meant: "shut until at least (nmod) Thursday"."""
    return t.tag_ in grammar.SUPERLATIVES and t.head.i in skip and t.i < t.head.i and t.i not in skip


def is_named(pronoun: Token, span: Span) -> bool:
    """Whether what a pronoun stands for is told just before it: "find the smugglers and bring them to justice"."""
    if pronoun.head.dep_ != "conj" or pronoun.head.i < pronoun.head.head.i:
        return False
    tags = _STANDS_FOR.get(pronoun.lower_, frozenset())
    things = grammar.children(pronoun.head.head, grammar.OBJECT)
    return any(o.tag_ in tags and span.start <= o.i < pronoun.i for o in things)


def _is_made_so(pronoun: Token) -> bool:
    """Whether those told of before are to do or be something: "bakers asked a judge to let them sail"."""
    completed = [c for c in grammar.children(pronoun.head, {"xcomp"}) if c.left_edge.i == pronoun.i + 1]
    tags = _STANDS_FOR.get(pronoun.lower_, frozenset())
    before = pronoun.doc[pronoun.sent.start : pronoun.i] if completed else ()
    return any(t.tag_ in tags and t.dep_ in grammar.SUBJECT for t in before)


def _unprinted(mark: Token, span: Span) -> set[int]:
    """Quotation marks, and what stands in brackets."""
    text = mark.text
    if text in _BRACKETS:
        close = next((x.i for x in span.doc[mark.i : span.end] if x.text == _BRACKETS[text]), span.end)
        return set(range(mark.i, close + 1))
    return {mark.i} if text in _QUOTES or mark.tag_ in _QUOTED else set()


def _each(comma: Token, span: Span, names: Names) -> set[int]:
    """What a figure comes to a share, which stands between commas: "a loss of $3 million, or 10 cents a share, for"."""
    said: list[Token] = []
    for t in span.doc[comma.i + 1 : min(comma.i + _RATE, span.end)] if comma.text == "," else ():
        if t.lower_ in names.lexicon.title["shares"] and said and said[0].dep_ == "cc":
            return {*range(comma.i, t.i + 1), *(x.i for x in t.doc[t.i + 1 : t.i + 2] if x.text == ",")}
        if t.dep_ not in {"cc", "det", "nummod"} and not (t.pos_ in {"SYM", "NUM"} or t.head.pos_ == "SYM" or said[1:]):
            break
        said.append(t)
    return set()


def _is_told(t: Token, names: Names) -> bool:
    """Whether a word of a time is more than the event's date, and stays."""
    told = (
        _is_of_a_feast(t, names)
        or _is_spent(t, names)
        or _is_a_matter(t, names)
        or _is_rest(t, names)
        or _is_rate(t, names)
    )
    told = told or (t.dep_ == "advmod" and grammar.prefixed(t) is not None)  # "the now-closed yard"
    told = told or _is_of_a_quarter(t, names) or _is_of_results(t, names)
    return told or record_before(t, names) is not None


def _is_of_results(t: Token, names: Names) -> bool:
    """Whether a word says of which months the figure before it is: "net income for the third *quarter* fell"."""
    words = names.lexicon.title
    unit = next((x for x in (t, t.head, t.head.head) if x.lemma_.lower() in words["quarters"]), None)
    if unit is None or unit.dep_ not in grammar.OBLIQUE or t.i > unit.i:
        return False
    figures = grammar.objects(unit.head) if grammar.is_verb(unit.head) else [unit.head]
    figures += [n for f in figures for p, n in grammar.obliques(f) if p == "in"]  # "a decline in net income"
    return grammar.case(unit) in words["of_months"] and any(
        f.lemma_.lower() in words["earned"] and f.i < t.i for f in figures
    )


def _is_of_a_quarter(t: Token, names: Names) -> bool:
    """Whether a word says which months' results are told: "a *fourth-quarter* loss", none of the whole year."""
    doc, last = t.doc, len(t.doc) - 1
    unit = next(
        (doc[i] for i in range(t.i, min(t.i + 3, last)) if doc[i].lower_ in names.lexicon.title["quarters"]), None
    )
    return unit is not None and unit.i > 1 and doc[unit.i - 1].text == "-" and doc[unit.i + 1].is_alpha


@once_known
def record_before(t: Token, names: Names) -> Token | None:
    """The word before a time that says since when it is the most: "the lowest *level* since May"."""
    marks = names.lexicon.title["since_when"]
    above = (x for x in (t, t.head, t.head.head) if x.i in names.skip or x.i in names.lasting)
    day = next((x for x in above if grammar.case(x) in marks and x.i >= t.i - 1), None)
    if day is None or day.left_edge.i == 0 or not day.left_edge.i <= t.i <= day.right_edge.i:
        return None
    if grammar.case(day) == "in" and day.i not in names.lasting:
        return None  # "sent men to the largest isle in 1972"
    word = day.left_edge.nbor(-1)
    best = word.tag_ in grammar.SUPERLATIVES or any(
        c.tag_ in grammar.SUPERLATIVES and c.i < word.i for c in word.children
    )
    return word if best else None


def _is_rate(t: Token, names: Names) -> bool:
    """Whether a word is of the time by which something is counted: "40 tonnes a day", not "a day later"."""
    units, doc = names.lexicon.dating["units"] | names.lexicon.title["quarters"], t.doc
    if t.lower_ in names.lexicon.title["each_time"]:  # "40 tonnes of sand daily"
        return t.i > 0 and any(_is_counted(x) for x in (doc[t.i - 1], *grammar.chain(doc[t.i - 1])) if x.i < t.i)
    unit = t if t.lemma_.lower() in units else t.head
    if unit.lemma_.lower() not in units or unit.i < 2 or doc[unit.i - 1].lower_ not in names.lexicon.title["per"]:
        return False
    counted = [doc[unit.i - 2]]
    counted += [counted[0].head] if grammar.case(counted[0]) == "of" else []  # "40 tonnes of sand a day"
    number = any(map(_is_counted, counted))
    after = doc[unit.i + 1].lower_ if unit.i + 1 < len(doc) else ""
    a_length = doc[unit.i - 1].lower_ in grammar.WORDS["one"] and after in names.lexicon.title["from_then"]
    return number and not a_length


def _is_counted(noun: Token) -> bool:
    return noun.pos_ in {"NUM", "SYM"} or any(c.dep_ == "nummod" for c in noun.children)


def leads_to(t: Token, names: Names) -> bool:
    """Whether a length of time is counted from what follows: "15 *days* after the flood"."""
    if t.i not in names.lasting or t.i + 2 >= len(t.doc) or t.right_edge != t or t.left_edge.dep_ == "case":
        return False  # "trapped for 12 days after the quake"
    counted_from = t.nbor().lower_ in grammar.WORDS["counted_from"]
    return counted_from and t.i + 2 not in names.skip


def _is_spent(day: Token, names: Names) -> bool:
    """Whether a day is what a verb is done to: "spent a wet Sunday at the harbour"."""
    right_behind = day.dep_ == "obl:unmarked" and day.i == day.head.i + 1 and not grammar.is_passive(day.head)
    spent = day.dep_ in grammar.OBJECT or right_behind
    return spent and day.head.lemma_.lower() in names.lexicon.title["with_days"]


def _is_of_a_feast(t: Token, names: Names) -> bool:
    """Whether a word is of the name of a day that something is done to: "marked *Independence* Day"."""
    day = t.head
    return t.dep_ == "compound" and day.i in names.skip and t.pos_ == day.pos_ == "PROPN" and day.dep_ in grammar.OBJECT


def _is_a_matter(t: Token, names: Names) -> bool:
    """Whether a word is of a time that something is about: "raised questions about the future of the bank"."""
    day = t.head if t.dep_ in {"case", "det"} else t
    of_something = any(n.i not in names.skip for p, n in grammar.obliques(day) if p == "of")
    about = day.pos_ == "NOUN" and grammar.case(day) in names.lexicon.title["matters"]  # not "died on Monday of fever"
    return of_something and (about or day.dep_ in grammar.OBJECT)  # "discussed the future of the bank"


def _is_rest(t: Token, names: Names) -> bool:
    """Whether a word of a time is of what a noun counts off: "the rest of the week"."""
    unit = t if t.dep_ == "nmod" else t.head
    if unit.head.i in names.skip:
        return False
    if (
        grammar.case(unit) == "of"
        and unit.head.lower_ in names.lexicon.title["quantifiers"] | names.lexicon.title["portions"]
    ):
        return True  # "much of Wednesday", "the rest of 2009"
    if unit.lemma_.lower() not in names.lexicon.dating["units"]:
        return False
    return (
        grammar.case(unit) == "of"
        and any(c.lower_ in grammar.WORDS["the"] for c in unit.children)
        and is_bare_noun(unit.head)
    )


@once_known
def _only_dates(t: Token, names: Names) -> set[int]:
    """The tokens of a phrase that only says when: "within two weeks of his release", "at the end of (May)"."""
    if t.tag_ == "CD" and t.i - 2 in names.skip and t.nbor(-1).text in grammar.HYPHENS:
        return {t.i - 1, t.i}  # "a June 3-9 trip"
    lemma = t.lemma_.lower()
    if t.lower_ in names.lexicon.title["bounds"] and t.dep_ in grammar.OBLIQUE:
        return {x.i for x in t.subtree}  # "until May at the earliest"
    edge = lemma in names.lexicon.title["edges"] and t.pos_ != "VERB"  # "set to start on 3 May"
    lasts = t.i in names.lasting or lemma in names.lexicon.dating["units"]
    if not (edge or lasts) or _is_rate(t, names) or record_before(t, names) is not None or leads_to(t, names):
        return set()
    if edge and any(c.i in names.skip for c in t.children if c.i > t.i):
        return {t.i, *(c.i for c in t.children if c.dep_ in {"case", "det"})}
    if not lasts:
        return set()
    beside = t.dep_ in grammar.OBLIQUE and not grammar.case(t) and t.i > t.head.i and t.head.pos_ != "SYM"
    given = t.head.lemma_.lower() in names.lexicon.title["gives"]
    when = names.is_stretch(grammar.case(t), t) or (beside and not given)
    return {x.i for x in t.subtree} if when else set()


def _only_arranged(t: Token, names: Names) -> set[int]:
    """The tokens of a relative clause that only says for when: "a trip that had been planned for (Monday)"."""
    if t.dep_ not in grammar.RELATIVE or t.lemma_.lower() not in names.lexicon.status["planned_passive"]:
        return set()
    only = {*grammar.SUBJECT, "aux", "aux:pass", "mark", "punct", "advmod"}
    told = any(c.dep_ not in only and c.i not in names.skip for c in t.children)
    return set() if told else {x.i for x in t.subtree}


@once_known
def _beside_a_name(noun: Token, names: Names) -> set[int]:
    """The tokens of a name's offices and descriptions in a phrase: "the shoe maker Karhu", "Keita of Togo's bank"."""
    actors = names.actor
    if noun.dep_ == "compound" and noun.head.pos_ == "NOUN" and noun.head.i > noun.i:
        return set()  # "the Exxon Sund spill"
    if noun.i not in actors and actors.keys().isdisjoint([c.i for c in noun.children]):
        return set()
    person = person_of(noun, names)
    if person is None:
        own = actors.get(noun.i)
        before = {"nmod:desc"} if noun.pos_ == "PROPN" else {"amod", "compound", "nummod"}  # "the *oil* giant": Karhu
        below = [c for c in noun.children if own is not None and c.dep_ in before and c.i < noun.i]
        below = below if noun.pos_ in {"PROPN", "NOUN"} else []  # not "intra-Syrian"
        told = {t.i for c in below for t in c.subtree if actors.get(t.i) != own}
        return told - {noun.left_edge.i} if noun.left_edge.dep_ == "case" else told  # "against the oil giant Karhu"
    if grammar.text_before(person[0]) in _BRACKETS:
        return set()  # "shot an envoy (Ole Berg)": what stands in brackets goes
    who = names.actor[person[0].i]
    its = names.lexicon.roles["belonging"] | {""}
    first = person[0].i  # what stands before the name is told of the office: "the envoy in Lome, Ama Addo"
    below = [c for c in noun.children if c.dep_ in _OF_A_NAME and (c.i < first or grammar.case(c) in its)]
    below = [
        c
        for c in below
        if c.i == person[0].i or person_of(c, names) is None or c.head.pos_ != "PROPN" or c.dep_ == "nmod:poss"
    ]
    below = [c for c in below if c.i < first or wanted_by(c, grammar.case(c), names) is None]  # "accused Berg of fraud"
    if names.actor.get(noun.i) != who:
        below += [c for c in noun.children if c.tag_ == "POS"]  # "the government's, Ama Addo": its head
    leading = noun.left_edge.i if noun.left_edge.dep_ == "case" else -1  # "by" of "by President Xi"
    return {t.i for t in (noun, *(x for c in below for x in c.subtree)) if names.actor.get(t.i) != who} - {leading}


def _is_kept_determiner(t: Token, span: Span, names: Names, own: str | None) -> bool:
    words, head = names.lexicon.title, t.head
    pointing = t.lower_ in words["pointing"] and (head.pos_ != "NOUN" or head.tag_ == "NN")
    if t.tag_ == "JJ" and any(p in words["likened_to"] for p, _ in grammar.obliques(head)):
        return True  # "such topics as nets and rigs"
    if t.tag_ in {"WDT", "WP", "WP$"} or _is_hyphened(t) or pointing or is_mutual(t):
        return True  # "bring those responsible to justice"
    if t.tag_ == "PRP$" or t.dep_ in {"nmod:poss", "poss"}:
        if t.i in names.antecedent:
            return True  # "their trial" of nine miners
        one = head.i in names.actor and names.actor[head.i] == names.actor.get(t.i)  # "his company"
        if one or (head.lemma_.lower() in names.lexicon.groups["countries"] and head.i in names.actor):
            return False  # "his country", which is called by its name
        if t.lower_ in names.lexicon.dating["first_person"]:
            return False  # whoever says it need not be who owns it
        whose = names.actor.get(t.i)
        named = any(names.actor.get(x.i) == whose for x in span.doc[span.start : t.i])
        if named or whose in {None, own} or may_be_own(t, own, names):
            beside_a_name = t.i > span.start and t.i - 1 in names.actor  # "told Kos his father had left"
            return beside_a_name or _wants_owner(head, span, names)
        return not any(x.i in names.actor for x in head.children if x.dep_ in {"amod", "compound"})  # "his US partners"
    if t.dep_ == "det:predet" and t.lower_ in words["amounts"]:
        return True  # "half a dozen"
    some = t.lower_ in words["kept_beside"] and (t.i > span.start or head.tag_ in {"NNS", "NNPS"})
    if some or t.lower_ in words["kept_determiners"] or t.lower_ in grammar.NEGATIONS:
        return True  # "in some form", "some nets"
    if t.lower_ in grammar.WORDS["the"] | words["these"]:
        return _is_counted_off(head, span, names)
    rate = t.i > 1 and t.nbor(-1).pos_ == "NUM" and t.nbor(-2).tag_ == "$" and t.lower_ in grammar.WORDS["one"]
    if rate:
        return True  # "a $15 a share offer"
    measured = head.i in names.lasting or (head.lower_ in words["measures"] and t.i == head.i - 1)
    return measured and t.lower_ in grammar.WORDS["one"]


def _wants_owner(noun: Token, span: Span, names: Names) -> bool:
    """Whether a noun reads wrong without whose it is: "three of its ferries", "half its value", "to his death"."""
    if _is_counted_off(noun, span, names) or grammar.children(noun, {"det:predet"}):
        return True
    words = names.lexicon.title
    return noun.lemma_.lower() in words["owned"] or any(c.lower_ in words["own"] for c in noun.children)


def _is_counted_off(noun: Token, span: Span, names: Names) -> bool:
    """Whether a noun is that of which some are counted: "most of the ministers", "three of its ferries"."""
    count = noun.head
    counts = count.lower_ in names.lexicon.title["counting"] or count.tag_ == "CD"
    return grammar.case(noun) == "of" and counts and count.i >= span.start


def _is_hyphened(t: Token) -> bool:
    """Whether a hyphen joins a word to the one before: "a $10-a-tonne offer"."""
    return t.i > 0 and t.nbor(-1).text in grammar.HYPHENS and not t.nbor(-1).whitespace_


def _is_filler(t: Token, names: Names) -> bool:
    """Whether an adverb may go: one of the story ("meanwhile"), or of how a verb is done ("finally")."""
    words = names.lexicon.title
    if t.i in names.kinds or (t.i > 0 and t.nbor(-1).lower_ in grammar.NEGATIONS) or _is_rate(t, names):
        return False  # "there" of a known place; "not only"; "40 tonnes daily"
    following = t.doc[t.i + 2].lower_ if t.i + 2 < len(t.doc) else ""
    if t.lower_ in words["so_much"] and t.head.i == t.i + 1 and following in grammar.WORDS["content"]:
        return False  # "so large that some left"
    if grammar.prefixed(t) is not None:
        return False  # "the well-known yard"
    if t.i - 1 in names.skip and t.nbor(-1).head == t and t.nbor(-1).dep_ == "advmod":
        return True  # "from now on"
    if t.lower_ in names.lexicon.status["possible_adverbs"]:
        return False  # "a group that allegedly sold it": nobody says so but those who accuse it
    if t.head.i == t.i + 1 and t.head.dep_ == "advmod" and t.head.lower_ not in words["fillers"]:
        return False  # "far enough"
    if t.lower_ in words["limiting"] and grammar.is_verb(t.head) and t.head.i > t.i:
        return False  # "will only sign if the port is paid for"
    after = t.nbor() if t.i + 1 < len(t.doc) else t
    far_into = after.dep_ == "case" and after.lower_ in words["into_days"] | words["prepositions"]
    far_into = (
        far_into
        and after.head.i in names.skip
        and (t.lower_ in words["narrowing"] or after.lower_ in words["into_days"])
    )
    if t.lower_ in words["fillers"] or t.head.i in names.skip or far_into:
        # "so far", "earlier on Friday", "well into May", not "far enough"
        return all(c.lower_ in words["fillers"] or c.i in names.skip for c in t.children)
    if t.head.tag_ == "VBN" and t.head.head.i > t.head.i and t.head.head.pos_ in {"NOUN", "PROPN"}:
        return False  # "privately held firms"
    plain = (
        grammar.is_verb(t.head)
        and t.head.dep_ != "amod"
        and t.tag_ == "RB"
        and t.lower_.endswith("ly")
        and not list(t.children)
    )
    if after.dep_ == "cc" and (grammar.case(after.head) or after.head.pos_ == "ADV"):
        return False  # "solved peacefully and without any change"
    told = words["kept_adverbs"] | words["narrowing"] | words["hardly_so"] | names.lexicon.status["possible_adverbs"]
    return plain and t.lower_ not in told | grammar.NEGATIONS  # "arrested for allegedly lying"
