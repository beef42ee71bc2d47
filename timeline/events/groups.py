"""Those without a name who do something or have it done to them: "gunmen", "a Danish tourist", "the commission".

They are actors of kind group, called by the words of the text. Those whose words name a country or a body ("Malian
rebels", "Karhu's creditors") count as named; the others stand beside the event's named actors and change nothing else
of it: neither its date nor how much it deserves the calendar.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from timeline import gazetteer
from timeline.actors import mention_tokens
from timeline.clean import Block, kind_at
from timeline.events import grammar
from timeline.events.lexicon import Lexicon
from timeline.events.parsed import parsed, those
from timeline.gazetteer import slug
from timeline.model import Actor, Span, TimeExpression

_NAMING = {"flat", "flat:name", "appos"}  # "creditors of the retailer *Karhu*"
NAMED = ("person:", "organisation:", "group:")


def read_groups(
    doc: Doc,
    actors: Iterable[Actor],
    times: Iterable[TimeExpression],
    *,
    blocks: tuple[Block, ...] = (),
    lexicon: Lexicon,
) -> tuple[Actor, ...]:
    """Those of a parsed text who bear no name and stand for no name's bearer: "the Malian army" is Mali's."""
    doc = parsed(doc)
    known = {a.id: a for a in actors}
    mention = mention_tokens(doc, known.values())
    ends = {x.end for x in times}
    found: dict[str, tuple[Actor, list[Span]]] = {}
    for noun in those(doc, "pos_", ["NOUN", "PROPN", "ADJ"]):
        if kind_at(blocks, noun.idx) == "furniture":
            continue
        country = _governed(noun, mention, known, lexicon)
        if country is not None:
            found.setdefault(country.id, (country, []))[1].append(Span(noun.idx, noun.idx + len(noun)))
            continue
        some = _is_of_a_people(noun, mention, known, lexicon)
        if not some and (not is_group(noun, lexicon) or noun.i in mention or _is_named(noun, mention, lexicon)):
            continue
        first = _whole_name(_whose_body(_first(noun, ends, mention, lexicon), noun, mention, lexicon), mention)
        first = first.nbor() if first.tag_ == "POS" else first
        name = doc[first.i : noun.i + 1].text
        if noun.tag_ == "NNS" and noun.head.lower_ in lexicon.groups["one"] and grammar.case(noun) == "of":
            name = name.removesuffix(noun.text) + noun.lemma_  # "one of Kos's sons"
        if (
            first.is_sent_start
            and first.tag_ in {"NN", "NNS", "JJ", "VBG", "VBN"}
            and not first.ent_type_
            and name[1:2].islower()
        ):
            name = name[0].lower() + name[1:]
        owner = _owner(noun, first, mention, known, lexicon)
        if owner is not None:
            name = f"{owner.name}'s {name}"
        of = [known[mention[t.i]] for t in reversed(doc[first.i : noun.i + 1]) if t.i in mention] + [owner]
        group = Actor(
            f"group:{slug(name)}",
            name,
            "group",
            next((a.country for a in of if a is not None and a.country), None),
            of=next((a.id for a in of if a is not None and a.kind == "organisation"), None),
        )
        found.setdefault(group.id, (group, []))[1].append(Span(first.idx, noun.idx + len(noun)))
    return tuple(replace(group, mentions=tuple(mentions)) for group, mentions in found.values())


def _governed(noun: Token, mention: Mapping[int, str], known: Mapping[str, Actor], lexicon: Lexicon) -> Actor | None:
    """The country that a leader's government acts for, where no name of the text is its: "the Obama administration"."""
    if noun.lemma_.lower() not in lexicon.groups["led"]:
        return None
    leaders = (known[mention[c.i]] for c in noun.children if c.i < noun.i and c.i in mention and c.pos_ == "PROPN")
    code = next((a.country for a in leaders if a.kind == "person" and a.country), None)
    country = gazetteer.load().entries.get(f"country:{code.lower()}") if code else None
    if country is None or country.id in known:
        return None
    return Actor(country.id, country.name, country.kind, country.country)


def person_around(pronoun: Token, lexicon: Lexicon) -> Token | None:
    """Whom the clause around that of "he" is about: "officials said the *man* was in class when he was shot"."""
    verb, above = pronoun.head, pronoun.head.head
    if verb.dep_ != "advcl" or above.dep_ != "ccomp" or pronoun.dep_ not in grammar.SUBJECT:
        return None
    told = [*grammar.children(above, grammar.SUBJECT), *grammar.children(above, grammar.OBJECT)]
    people = [t for t in told if t.i < pronoun.i and (t.pos_ == "PROPN" or is_group(t, lexicon))]
    return people[0] if len(people) == 1 and people[0].tag_ == "NN" and people[0].dep_ in grammar.SUBJECT else None


def many_around(pronoun: Token, lexicon: Lexicon) -> list[Token]:
    """Those of whom the clause around that of "they" tells: "officials said the *nuns* were held as they sang".

    Or the one before: "officials said the *six* were nuns, and that they were held".
    """
    verb, above = pronoun.head, pronoun.head.head
    if verb.dep_ == "conj" and above.dep_ == "ccomp" and pronoun.dep_ in grammar.SUBJECT:
        before = [t for t in grammar.children(above, grammar.SUBJECT) if t.i < pronoun.i]
        several = [
            t
            for t in before
            if t.tag_ == "NNS" and (is_group(t, lexicon) or t.lemma_.lower() in lexicon.groups["counted"])
        ]
        return several + [t for t in before if t.tag_ == "CD"]
    if verb.dep_ != "advcl" or pronoun.dep_ not in grammar.SUBJECT:
        return []
    told = [*grammar.children(above, grammar.SUBJECT), *grammar.children(above, grammar.OBJECT)]
    counted = lexicon.groups["counted"]  # "nine members of a band"
    many = [t for t in told if t.i < pronoun.i and t.tag_ == "NNS"]
    return [t for t in many if is_group(t, lexicon) or t.lemma_.lower() in counted]


def is_group(noun: Token, lexicon: Lexicon) -> bool:
    """Whether a noun is of people or of a body that acts."""
    if noun.pos_ != "NOUN" or noun.dep_ in {"compound", "amod", "flat"}:
        return False
    lemma = noun.lemma_.lower()
    words = lexicon.groups
    if lemma in words["ages"]:
        return False  # "the 58-year-old": nobody's name
    if (
        noun.tag_ == "NN"
        and noun.i > 0
        and noun.left_edge == noun.nbor(-1)
        and noun.nbor(-1).lower_ in words["running_for"]
    ):
        return False  # "ran for president"
    if lemma in words["people"] or lemma.endswith(tuple(words["endings"])):
        return True
    if (
        lemma in words["bodies"]
        and noun.tag_ == "NN"
        and noun.left_edge.dep_ == "case"
        and noun.nbor(-1).lower_ in words["bare_in"]
    ):
        return False  # "on board", "told in court"
    if lemma in words["bodies"] or (noun.tag_ == "NNS" and lemma in words["many"]):
        return True
    if lemma in words["powers"] and noun.tag_ == "NNS":
        return any(c.ent_type_ == "NORP" or c.lower_ in words["powerful"] for c in noun.children)
    if lemma in words["units"] and noun.tag_ == "NN":
        return any(c.dep_ == "compound" for c in noun.children)  # "a task force", not "by force"
    if lemma in words["masses"] and noun.tag_ == "NNS" and noun.left_edge == noun.right_edge:
        return _is_told_of_as_people(noun, lexicon)
    if lemma in lexicon.roles["headed"] and any(c.lower_ in words["former"] for c in noun.children):
        return True  # "the former head of a bank"
    if lemma in words["of_a_body"] and any(c.dep_ == "compound" for c in noun.children):
        return True  # "crew members"
    if lemma in lexicon.nouns or lemma in words["counted"] or lemma in lexicon.together["any"]:
        return False  # "the sides agreed" does not say who they are
    return _is_told_of_as_people(noun, lexicon)


def _is_told_of_as_people(noun: Token, lexicon: Lexicon) -> bool:
    """Whether what a noun does, suffers or is told by is people's: "a stowaway was arrested", "a stowaway who"."""
    words = lexicon.groups
    if any(s.lower_ in words["told_of"] for c in grammar.children(noun, grammar.RELATIVE) for s in c.children):
        return True
    things = words["cases"] | lexicon.title["telling_things"]
    if noun.dep_ not in grammar.SUBJECT or noun.head.pos_ != "VERB" or noun.lemma_.lower() in things:
        return False
    return noun.head.lemma_.lower() in words["done_to" if grammar.is_passive(noun.head) else "done_by"]


def _is_of_a_people(noun: Token, mention: Mapping[int, str], known: Mapping[str, Actor], lexicon: Lexicon) -> bool:
    """Whether a word of a country or a party is one of many, who does not act for it: "four Mexicans"."""
    actor = mention.get(noun.i)
    if actor is None or noun.text in known[actor].name:
        return False
    if known[actor].kind == "organisation" and noun.text.endswith("s"):  # "several House Democrats", "two US Marines"
        parts = [c for c in noun.children if c.i < noun.i and c.dep_ in {"compound", "amod", "nummod"}]
        parts = [c for c in parts if mention.get(c.i) != actor]
        return noun.tag_ == "NNPS" and bool(parts) and noun.lemma_.lower() in lexicon.groups["partisans"]
    several = noun.tag_ in {"NNS", "NNPS"} and noun.text.endswith("s")  # "nine South Africans"
    if known[actor].kind != "country" or (noun.i - 1 in mention and not several):
        return False
    if noun.dep_ in {"compound", "amod", "flat", "nmod:poss"} or noun.left_edge.i == noun.i:
        return False
    if several:
        counted = (
            noun.head.lemma_.lower() in lexicon.groups["counted"] and grammar.case(noun) in lexicon.roles["counting"]
        )
        return counted or any(c.dep_ == "nummod" or c.lower_ in lexicon.groups["counted"] for c in noun.children)
    return any(c.lower_ in lexicon.groups["one"] for c in noun.children)


def _is_named(noun: Token, mention: Mapping[int, str], lexicon: Lexicon) -> bool:
    """Whether a name beside a noun says who is meant: "farmer Jan Kos", "the Chadian envoy", "an envoy from Chad"."""
    beside = (mention.get(c.i, "") for c in noun.children if c.dep_ in {"appos", "flat"})
    own = NAMED + (("country:",) if noun.lemma_.lower() in lexicon.groups["outsiders"] else ())
    if any(i.startswith(own) for i in beside):  # "Togo's neighbour Ghana"
        return True
    if called(noun, mention) is not None:
        return True
    if noun.lemma_.lower() in lexicon.groups["armed"] | lexicon.groups["of_a_body"]:  # "ELN rebels", "IWC members"
        before = (mention.get(c.i, "") for c in noun.children if c.i < noun.i and c.dep_ == "compound")
        return any(i.startswith(("organisation:", "group:")) for i in before)
    if not acts_for_others(noun, lexicon):
        return False
    offices = [
        noun,
        *(c for c in grammar.joined(noun) if not grammar.children(c, {"det"})),
    ]  # "the premier and head of"
    told = [n for x in offices for preposition, n in grammar.obliques(x) if preposition in belonging(noun, lexicon)]
    beside = (mention.get(t.i, "place:") for t in (*told, *(c for c in noun.children if c.i < noun.i)))
    return any(not i.startswith("place:") for i in beside)


def acts_for_others(noun: Token, lexicon: Lexicon) -> bool:
    """Whether a noun's bearer acts for those whose office it is: not "a former minister of Togo", "a rebel force"."""
    words = lexicon.groups
    beside = (c for c in grammar.children(noun, {"amod", "compound"}) if c.text.islower() or c.ent_type_ == "NORP")
    against = (c.lower_ in words["against"] for c in beside)  # not "European Union ministers"
    former = (c.lower_ in words["former"] for c in noun.children)
    return noun.lemma_.lower() in words["acting_for"] and not any(former) and not any(against)


def belonging(noun: Token, lexicon: Lexicon) -> frozenset[str]:
    """The prepositions that say for whom a noun's bearer acts: "an envoy from Chad", "a spokesman for Karhu"."""
    if noun.lemma_.lower() in lexicon.groups["withdrawn"] and noun.dep_ not in grammar.SUBJECT:
        return lexicon.roles["belonging"] - lexicon.roles["away"]
    alone = all(c.i > noun.i for c in noun.children)
    if alone and noun.lemma_.lower() in lexicon.groups["of_where"]:
        return lexicon.roles["belonging"] | {"in"}  # "authorities in Chad", not "aid officials in Chad"
    voice = noun.lemma_.lower() in lexicon.groups["voices"]
    return lexicon.roles["belonging"] | lexicon.groups["voices_for"] if voice else lexicon.roles["belonging"]


def called(noun: Token, mention: Mapping[int, str]) -> str | None:
    """The id of the name behind a noun that says who it is: "her counterpart Egils Ozols"."""
    name = name_of(noun, mention)
    return mention[name.i] if name is not None else None


def name_of(noun: Token, mention: Mapping[int, str]) -> Token | None:
    """The name behind a noun that says who it is: "her counterpart *Egils* Ozols", "a militia called Sund *Front*"."""
    behind = [noun.nbor(1)] if noun.i + 1 < len(noun.doc) and mention.get(noun.i + 1, "").startswith(NAMED) else []
    calling = [v for v in grammar.children(noun, grammar.REDUCED) if v.lemma_.lower() in grammar.WORDS["calling"]]
    said = [t for v in calling for t in grammar.children(v, {"xcomp", "obj", "obl"})]
    if behind and behind[0].pos_ != "PROPN" and mention.get(behind[0].head.i) == mention[behind[0].i]:
        behind = [behind[0].head]  # "the group Islamic (ADJ) Front"
    behind += [t for t in said if mention.get(t.i, "").startswith(("organisation:", "group:"))]
    return next((t for t in behind if t.pos_ == "PROPN"), None)


def _first(noun: Token, ends: Container[int], mention: Container[int], lexicon: Lexicon) -> Token:
    """The first word of what a group is called, past the `ends` of times: "riot" of "On Friday 40 riot police"."""
    first = noun
    for t in reversed(list(noun.lefts)):
        plain = t.dep_ in {"amod", "compound"} and t.right_edge.i == first.i - 1
        left = t.left_edge
        if (
            not plain
            or t.idx + len(t) in ends
            or t.tag_ in {"JJR", "JJS", "CD"}
            or (t.dep_ == "amod" and t.lower_ in lexicon.title["weak_adjectives"])
            or left.pos_ in {"DET", "NUM", "PUNCT", "ADV", "CCONJ"}
            or any(x.pos_ in {"SCONJ", "PRON", "AUX", "ADP"} and x.i not in mention for x in noun.doc[left.i : t.i])
        ):
            break
        first = left
    return first


def _whole_name(first: Token, mention: Mapping[int, str]) -> Token:
    """The first word of the name that a word is part of: "New" of "a *New* Zealand journalist"."""
    while first.i > first.sent.start and mention.get(first.i) == mention.get(first.i - 1, ""):
        first = first.nbor(-1)
    return first


def _whose_body(first: Token, noun: Token, mention: Mapping[int, str], lexicon: Lexicon) -> Token:
    """The first word of a body's name with those whose it is: "the *pilots*' union"."""
    if noun.lemma_.lower() not in lexicon.groups["bodies"]:
        return first
    those = (c for c in noun.children if c.dep_ in {"nmod:poss", "poss"} and c.tag_ == "NNS" and c.i == first.i - 2)
    return next((c for c in those if c.i not in mention), first)


def _owner(
    noun: Token, first: Token, mention: Mapping[int, str], known: Mapping[str, Actor], lexicon: Lexicon
) -> Actor | None:
    """Whose they are, where a name says it: "Karhu Oil's creditors", "two employees of Karhu Oil", "Kos's lawyers"."""
    for c in noun.children:
        name = c if c.i in mention else next((x for x in grammar.children(c, _NAMING) if x.i in mention), c)
        if name.i in mention and name.pos_ != "PRON":
            if c.dep_ in {"nmod:poss", "poss"} and c.i < first.i:
                return known[mention[name.i]]
            others = lexicon.roles["others"] | lexicon.roles["family"]
            told_of = noun.lemma_.lower() in others and grammar.case(c) in lexicon.roles["office_of"]
            body = grammar.case(c) == "of" and mention[name.i].startswith(("organisation:", "group:"))
            if c.dep_ == "nmod" and (body or (told_of and mention[name.i].startswith(NAMED))):
                return known[mention[name.i]]
    return None


def faceless(doc: Doc, groups: Sequence[Actor], mention: Container[int], lexicon: Lexicon) -> frozenset[str]:
    """Those of the groups whose names do not tell a reader who took part: "30 people", not "Karhu's workers"."""
    found: set[str] = set()
    for group in groups:
        words = doc.char_span(group.mentions[0].start, group.mentions[0].end)
        if words is None:
            continue
        alone = lexicon.groups["faceless_alone"] if len(words) == 1 else frozenset[str]()
        plain = words[-1].lemma_.lower() in lexicon.groups["faceless"] | alone
        if plain and len(group.name.split()) == len(words) and not any(t.i in mention for t in words):
            found.add(group.id)
    return frozenset(found)


def by_token(doc: Doc, groups: Sequence[Actor]) -> dict[int, str]:
    """The group that each of their nouns names."""
    out: dict[int, str] = {}
    for a in groups:
        for m in a.mentions:
            span = doc.char_span(m.start, m.end)
            if span is not None:
                out[span[-1].i] = a.id
    return out
