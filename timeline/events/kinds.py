"""Of what kind a bare noun is, before it in a title: "swine flu cases" for "nine cases", "oil spill" for "the spill".

A story of one disease names it now and then, and tells of its cases; of two, the bare word may be of either. So of a
storm or a town. What a thing told of before is says matter.py.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Mapping
from itertools import takewhile

from spacy.tokens import Doc, Token

from timeline.events import grammar
from timeline.events.groups import is_group
from timeline.events.lexicon import Lexicon
from timeline.events.matter import is_definite
from timeline.events.parsed import those
from timeline.gazetteer import load as load_gazetteer
from timeline.gazetteer import slug

_WITHIN = frozenset({"compound", "flat", "fixed"})  # of a name or another noun
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_ABOUT = 8  # words of what an occasion is about
_OFTEN = 3  # times that a story names the one disease that it is about, for each time that it names another


def with_its_kind(
    doc: Doc, known: Mapping[int, Token], actors: Mapping[int, str], dates: Container[int], lexicon: Lexicon
) -> dict[int, str]:
    """For a bare noun what a title writes for it: "cases" → "swine flu cases".

    `known` are the fuller tellings of nouns, `actors` and `dates` indices of tokens that stand for themselves.
    """
    out: dict[int, str] = {}
    for i, fuller in known.items():
        kind = _kind(fuller, actors, dates)
        if kind and fuller.i < i and doc[i].dep_ not in _WITHIN and doc[i].lower_ == fuller.lower_:
            out[i] = f"{_spelled(kind)} {_spelled([doc[i]])}"
    out |= {i: f"{doc[i].text} {_some(noun, doc[i], lexicon)}" for i, noun in counted_of(doc, dates, lexicon).items()}
    lands = _of_a_land(doc, actors, lexicon)
    out |= _of_a_whole(doc, actors, dates, lexicon)
    return out | lands | _of_a_storm(doc, dates, lexicon) | _of_a_disease(doc, actors, dates, lexicon)


def counted_of(doc: Doc, dates: Container[int], lexicon: Lexicon) -> dict[int, Token]:
    """For a number that stands alone what it counts of: "the first eleven" of "40 prisoners".

    That is the one kind of thing counted just before of which there are so many. Whom something harmed it need not be.
    """
    out: dict[int, Token] = {}
    counted: list[tuple[Token, Token, int]] = []  # where so many of a thing are told of, the thing, and how many
    for t in those(doc, "tag_", {"CD", "NNS"}):
        if t.i in dates or (t.tag_ == "NNS" and t.lower_ not in lexicon.cardinals):
            continue  # "Fourteen" may be read as a noun
        if t.dep_ == "nummod" and t.head.tag_ == "NNS" and t.head.i > t.i:
            counted.append((t, t.head, _how_many(t, lexicon)))
        elif counted and _stands_alone(t, lexicon):
            found = [(at, n) for at, n, so_many in counted if _may_be_of(n, so_many, t, lexicon)]
            near = [(at, n) for at, n in found if _is_at_hand(at, t)]
            last = [n for at, n in near if at.sent.start == near[-1][0].sent.start]
            if not near and any(c.lower_ in grammar.WORDS["the"] for c in t.children):
                last = [n for _, n in found]  # "the three", however far behind "three drivers"
            if last and len({n.lemma_ for n in last}) == 1:
                out[t.i] = last[-1]
                counted.append((t, last[-1], _how_many(t, lexicon)))  # "the twelve … a first group of ten"
    return out


def _is_at_hand(counted: Token, some: Token) -> bool:
    """Whether what is counted stands in a number's sentence or one of the two before it."""
    start = some.sent.start
    before = some.doc[start - 1].sent.start if start else 0
    return counted.i >= (some.doc[before - 1].sent.start if before else 0)


def _how_many(number: Token, lexicon: Lexicon) -> int:
    """How many a number in figures or words is: "eleven", "400,000", "six billion"; 0: it is none that can be told."""
    plain = number.lower_.replace(",", "")
    told = int(plain) if plain.isdecimal() else lexicon.cardinals.get(plain, 0)
    for c in grammar.children(number, {"compound"}):
        told *= _how_many(c, lexicon)
    return told


def _told(number: Token, lexicon: Lexicon) -> Token:
    """A number or the group of so many: "the *twelve*", "a first *group* of ten"."""
    group = number.head
    of_them = grammar.case(number) == "of" and group.lemma_.lower() in lexicon.groups["counted"]
    return group if of_them and group.tag_ == "NN" else number


def _stands_alone(number: Token, lexicon: Lexicon) -> bool:
    """Whether a number is what something was done by or to, without its noun: "two were freed", "the first *nine*"."""
    some = _told(number, lexicon)
    which = grammar.WORDS["the"] | grammar.WORDS["of"] | lexicon.status["ordinals"]
    own = some.dep_ in grammar.SUBJECT | grammar.OBJECT and grammar.is_verb(some.head)
    return own and all(c.lower_ in which for c in number.children)


def _may_be_of(noun: Token, number: int, some: Token, lexicon: Lexicon) -> bool:
    """Whether some may be of so many: the three of three, two of nine; only people are freed, and nobody is a day."""
    told, words = _told(some, lexicon), lexicon.groups
    verb, which = told.head, {c.lower_ for c in some.children}
    many = _how_many(some, lexicon)
    if not (many == number if which and which <= grammar.WORDS["the"] else 0 < many <= number):
        return False
    lemma, title = verb.lemma_.lower(), lexicon.title
    if which.isdisjoint(grammar.WORDS["the"]) and lemma in title["harmed"] | title["dying"]:
        return False
    done = words["done_to"] if grammar.is_passive(verb) or told.dep_ in grammar.OBJECT else words["done_by"]
    money = words["stateless"] | lexicon.triggers["on_markets"]
    measured = noun.lemma_.lower() in title["measures"] | lexicon.dating["units"] | money
    return not measured and (lemma not in done or is_group(noun, lexicon))


def _some(noun: Token, some: Token, lexicon: Lexicon) -> str:
    """What is counted, behind the number of some of it: "one" of "nine dock workers" is a dock worker."""
    first = next(c for c in grammar.children(noun, {"nummod"}) if c.i < noun.i).i + 1
    before = _spelled(noun.doc[first : noun.i])
    one = _how_many(some, lexicon) == 1
    return f"{before} {noun.lemma_ if one else noun.text}".strip()


def _of_a_land(doc: Doc, actors: Mapping[int, str], lexicon: Lexicon) -> dict[int, str]:
    """For "the capital", "the city", "the region" the name by which it was last told: "Lome", "Kara region".

    One that is told of after another place was named may be that one.
    """
    told: dict[str, tuple[int, str]] = {}  # a noun → where it was last told with a name, and what it is called
    out: dict[int, str] = {}
    rival = -1
    for t in those(doc, "tag_", {"NN", "NNP"}):
        rival = t.i if _is_a_place(t, actors) else rival
        if t.tag_ != "NN" or t.lemma_.lower() not in lexicon.title["lands"]:
            continue
        name = _land(t, actors)
        if name is not None:
            told[t.lemma_.lower()] = name
            if any(x.text == "," for x in doc[t.i + 1 : t.i + 2]) and _is_the(t, lexicon):
                out[t.i] = name[1]  # "in the capital, Lome, on Monday"
        elif t.i + 1 < len(doc) and doc[t.i + 1].pos_ == "PROPN":
            continue  # "the capital Lome"
        elif is_definite(t, lexicon) and t.lemma_.lower() in told:
            last, called = told[t.lemma_.lower()]
            if rival <= last:
                out[t.i] = called
        elif t.lemma_.lower() in lexicon.title["towns"] and is_definite(t, lexicon):
            out |= {t.i: town} if (town := _town_before(t, actors, lexicon)) else {}
    return out


def _town_before(noun: Token, actors: Mapping[int, str], lexicon: Lexicon) -> str:
    """The one place that a sentence names before "the city", or the sentence before it does: "aid to Gao"; or ""."""
    start = noun.sent.start
    words = noun.doc[noun.doc[start - 1].sent.start if start else 0 : noun.i]
    named = [t for t in words if _is_a_place(t, actors) or actors.get(t.i, "").startswith("organisation:")]
    lands = any(x.lemma_.lower() in lexicon.title["lands"] for t in named for x in (t.head, *t.children))
    if lands or len({actors[t.i] for t in named}) != 1 or not actors[named[0].i].startswith("place:"):
        return ""
    last = takewhile(lambda t: actors.get(t.i) == actors[named[0].i], noun.doc[named[0].i : noun.i])
    return _spelled(last)


def _land(noun: Token, actors: Mapping[int, str]) -> tuple[int, str] | None:
    """The last word of a place's name that stands with its noun, and what it is called: "the *Kara* region"."""
    for c in noun.children:
        named = c.pos_ == "PROPN" and _is_a_place(c, actors)
        of = c.dep_ == "nmod" and grammar.case(c) == "of"
        if named and c.i > noun.i and (of or c.dep_ == "appos"):
            parts = [c, *(x for x in c.subtree if x.dep_ in _WITHIN)]
            first, last = min(x.i for x in parts), max(x.i for x in parts)
            return last, noun.doc[first : last + 1].text
        if named and c.i < noun.i and c.dep_ == "compound":
            return noun.i, noun.doc[c.left_edge.i : noun.i + 1].text
    return None


def _is_a_place(t: Token, actors: Mapping[int, str]) -> bool:
    """Whether a word is of a place's name: also "Oslo", which stands for Norway."""
    actor = actors.get(t.i, "")
    capital = actor.startswith("country:") and f"place:{slug(t.text)}" in load_gazetteer().entries
    return capital or actor.startswith("place:")


def _is_the(noun: Token, lexicon: Lexicon) -> bool:
    """Whether only an article stands before a noun."""
    before = [c for c in noun.children if c.i < noun.i and c.dep_ != "case"]
    return len(before) == 1 and before[0].lower_ in lexicon.dating["known"]


def _of_a_whole(doc: Doc, actors: Container[int], dates: Container[int], lexicon: Lexicon) -> dict[int, str]:
    """For one of several that follow each other what it is of: "a second round" → "round of talks".

    As an earlier one is called, or else of the one thing of which the story tells that may have such: "the loan".
    """
    wholes = frozenset[str]().union(*lexicon.parts.values())
    called: dict[str, set[str]] = {}  # a part → what is told of it
    seen: dict[str, str] = {}  # the things told of so far, and how
    out: dict[int, str] = {}
    for t in those(doc, "tag_", {"NN", "NNS"}):
        lemma = t.lemma_.lower()
        if lemma in wholes and t.dep_ not in _WITHIN:
            seen.setdefault(lemma, _spelled([*_kind(t, actors, dates), t]))
        if lemma not in lexicon.parts:
            continue
        of = [n for p, n in grammar.obliques(t) if p == "of" and n.i not in dates]
        kind = _kind(t, actors, dates)
        if of or kind:
            told = [
                f" of {_spelled([*_kind(n, actors, dates), n, *_on_what(n, dates, lexicon)])}"
                for n in of
                if n.pos_ == "NOUN"
            ]
            called.setdefault(lemma, set()).update(told or [_spelled(kind)])
        elif _is_one_of_several(t, actors, dates):
            found = called.get(lemma) or {f" of {x}" for w, x in seen.items() if w in lexicon.parts[lemma]}
            most = max(found, key=len, default="")  # "round of talks on cod", which may be called "round of talks"
            word = most if all(most.startswith(x) for x in found) else ""
            if word:
                out[t.i] = f"{t.text}{word}" if word.startswith(" ") else f"{word} {t.text}"
    return out


def _on_what(noun: Token, dates: Container[int], lexicon: Lexicon) -> list[Token]:
    """The words after talks that say what they are on: "talks *on limits on trawlers*", without where they were."""
    out: list[Token] = []
    about = any(p in lexicon.roles["matters"] and n.i > noun.i for p, n in grammar.obliques(noun))
    about = about or any(grammar.case(c) in lexicon.roles["matters"] for c in grammar.children(noun, {"acl"}))
    talks = about and lexicon.nouns.get(noun.lemma_.lower()) == "talks"
    for t in noun.doc[noun.i + 1 : noun.right_edge.i + 1] if talks else ():
        place = t.dep_ == "case" and t.lower_ in lexicon.roles["place"]
        if t.is_punct or t.i in dates or place or t.tag_ in grammar.FINITE | {"WDT", "WP", "PRP"} or len(out) > _ABOUT:
            break
        out += [t] if t.dep_ != "det" and t.tag_ != "PRP$" else []
    while out and (out[-1].dep_ in {"case", "mark", "cc", "amod", "compound", "nummod"} or out[-1].tag_ == "VBG"):
        out.pop()
    return out


def _is_one_of_several(noun: Token, actors: Container[int], dates: Container[int]) -> bool:
    """Whether a noun only says which one it is: "the second round", "an earlier draft", not "a round on fish"."""
    before = [c for c in noun.children if c.i < noun.i and c.dep_ != "case" and c.i not in dates]
    after = [c for c in noun.children if c.i > noun.i and c.i not in dates]
    plain = all(c.i not in actors and (c.dep_ in {"det", "amod", "nummod"} or c.tag_ == "PRP$") for c in before)
    apart = all(c.dep_ not in {"nmod", "appos", "flat", "conj", "acl"} for c in after)
    return bool(before) and plain and apart and noun.dep_ not in _WITHIN


def _of_a_storm(doc: Doc, dates: Container[int], lexicon: Lexicon) -> dict[int, str]:
    """For "the storm" of a story that has named one alone before it the name: "Tropical Storm Tove"."""
    storms, names = lexicon.title["storms"], dict[str, str]()
    out: dict[int, str] = {}
    for t in those(doc, "tag_", _NOUNS):
        if t.lower_ not in storms:
            continue
        after = t.nbor() if t.i + 1 < len(doc) else t
        if t.text.istitle() and after.tag_ in {"NN", "NNP"} and after.text.istitle() and after.i not in dates:
            first = t.nbor(-1) if t.i and t.nbor(-1).lower_ in lexicon.title["of_storms"] else t
            names.setdefault(after.text, doc[first.i : after.i + 1].text)
        elif len(names) == 1 and t.tag_ == "NN" and is_definite(t, lexicon):
            out[t.i] = next(iter(names.values()))
    return out


def _of_a_disease(doc: Doc, actors: Container[int], dates: Container[int], lexicon: Lexicon) -> dict[int, str]:
    """What is told of the one disease that a story is about, by its name, and the disease itself."""
    diseases, words = lexicon.title["diseases"], lexicon.title["of_a_disease"]
    nouns = [t for t in those(doc, "tag_", _NOUNS) if t.i not in actors and t.i not in dates]
    called = {t.i: _name(t, actors, dates, lexicon) for t in nouns if t.lower_ in diseases}
    named = {i: name for i, name in called.items() if name}
    if not named:
        return {}
    which = {i: lexicon.diseases.get(name.lower(), name.lower()) for i, name in named.items()}
    (most, times), *others = Counter(which.values()).most_common()
    if sum(n for _, n in others) * _OFTEN > times:
        return {}
    forms = Counter(named[i] for i, disease in which.items() if disease == most)
    name = max(forms, key=lambda form: (forms[form], form.islower()))
    rivals = [doc[i] for i, disease in which.items() if disease != most]
    out: dict[int, str] = {}
    for t in nouns:
        if called.get(t.i) == "" and t.lower_ in name.lower().split()[-1:] and _is_the_flu(t):
            told = name
        elif t.lemma_.lower() in words and _is_bare(t, actors, dates, lexicon):
            told = f"{name} {_spelled([t])}"
        elif t.lemma_.lower() in lexicon.title["any_disease"] and is_definite(t, lexicon):
            told = name
        else:
            continue
        if t.tag_ != "NNP" and not any(_is_near(x, t) for x in rivals):
            out[t.i] = told
    return out


def _name(disease: Token, actors: Container[int], dates: Container[int], lexicon: Lexicon) -> str:
    """What a disease is called, "swine flu", or "" where it is only "the flu"."""
    kind = _kind(disease, actors, dates)
    alone = disease.lower_ not in lexicon.title["any_flu"]
    opens = not kind and disease.is_sent_start and disease.text.istitle()
    last = disease.lower_ if opens else disease.text
    return " ".join([_spelled(kind), last]).strip() if kind or alone else ""


def _is_the_flu(flu: Token) -> bool:
    """Whether the flu is the one told of, "the flu", "the flu outbreak", not "a flu pandemic"."""
    opens = flu.head if flu.dep_ in _WITHIN and flu.head.i > flu.i else flu
    return flu.i > flu.sent.start and flu.nbor(-1).lower_ in grammar.WORDS["the"] and flu.nbor(-1).head in {opens, flu}


def _kind(noun: Token, actors: Container[int], dates: Container[int]) -> list[Token]:
    """The words right before a noun that say of what kind it is: "*swine flu* cases"."""
    first = noun.i
    while first > noun.sent.start:
        t = noun.doc[first - 1]
        inside = t.dep_ in _WITHIN and t.tag_ in _NOUNS and noun in grammar.chain(t)
        if not inside or t.i in actors or t.i in dates:
            break
        first = t.i
    joined = first > noun.sent.start and noun.doc[first - 1].text in grammar.HYPHENS  # "multi-party talks"
    return [] if joined else list(noun.doc[first : noun.i])


def _spelled(words: Iterable[Token]) -> str:
    """Words as they stand within a sentence."""
    return " ".join(
        t.lower_ if t.text.istitle() and not t.ent_type_ and (t.tag_ in {"NN", "NNS"} or t.is_sent_start) else t.text
        for t in words
    )


def _is_bare(noun: Token, actors: Container[int], dates: Container[int], lexicon: Lexicon) -> bool:
    """Whether a noun says nothing of what it is of: "nine new cases", "the virus", not "a legal case"."""
    weak = lexicon.title["weak_adjectives"] | lexicon.title["of_a_case"] | lexicon.status["ordinals"]
    counted = noun.tag_ == "NNS" or any(c.dep_ == "nummod" or c.lower_ in weak for c in noun.children if c.i < noun.i)
    if noun.lemma_.lower() in lexicon.title["counted_cases"] and not counted:
        return False  # "in that case"
    for c in noun.children:
        said = c.i not in dates and c.i not in actors
        if c.i < noun.i and said and c.dep_ in {"amod", "compound", "nmod"} and c.lower_ not in weak:
            return False
        if c.i > noun.i and said and c.dep_ in {"nmod", "appos", "flat"} and grammar.case(c) in {"of", ""}:
            return False
    return noun.dep_ not in _WITHIN


def _is_near(other: Token, noun: Token) -> bool:
    """Whether another thing is told of in a noun's sentence or the one before it."""
    start = noun.sent.start
    first = noun.doc[start - 1].sent.start if start else 0
    return first <= other.i < noun.sent.end
