"""Names and nouns: those that are a clause's subject, and those that belong to the noun before them."""

from __future__ import annotations

from collections.abc import Container

from spacy.tokens import Doc, Token

from timeline.events.grammar import (
    OBJECT,
    OBLIQUE,
    PASSIVE,
    REDUCED,
    SUBJECT,
    SUPERLATIVES,
    WORDS,
    auxiliaries,
    case,
    chain,
    children,
    goes_right_on,
    is_finite,
    is_verb,
    joined,
)
from timeline.events.parsed import those
from timeline.units import word_lists

_SYLLABLE = 5  # letters of the last syllable of a name, at most: "Chou Wen-li"


def mend_descriptions(doc: Doc, people: Container[str]) -> None:
    """Hang a name on the office that it fills, not on the body: "the head of the commission, Ama Addo, resigned".

    Nor is a second description one more person: "Barre, a surgeon and adviser (conj), left". Of two who are described
    it is the second that a name right after him names: "the president and his rival, Ama Addo (appos)"; and those
    listed beside whoever several are of are they: "two aides to Barre, Ama Addo and Kofi Mensah (conj), left".
    """
    for name in those(doc, "dep_", {"nmod"}):
        if name.pos_ == "PROPN" and name.i > 0 and doc[name.left_edge.i].text == "," and not case(name):
            name.dep_ = "appos"  # "one of them, Sund Lines (nmod), sued"
    for name in those(doc, "dep_", {"appos", "conj"}):  # "its head, Omar Sy, and the bank's, Ama Addo (conj of head)"
        comma = name.left_edge.i - (0 if name.left_edge.text == "," else 1)
        mark = doc[comma - 1]
        if doc[comma].text != ",":
            continue  # "the club's cooks and Ama Addo were held"
        if name.pos_ == "PROPN" and mark.tag_ == "POS" and mark.head != name.head and name.head.is_ancestor(mark):
            name.head, name.dep_ = mark.head, "appos"
    for noun in those(doc, "dep_", {"conj"}):
        told = [c for c in children(noun.head, {"appos"}) if c.i < noun.i and c.right_edge.i == noun.left_edge.i - 1]
        if told and noun.tag_ == "NN" and noun.head.pos_ == "PROPN" and not children(noun, {"det", "nummod"}):
            noun.head, noun.dep_ = told[0], "conj"
    for name in those(doc, "dep_", {"appos", "conj"}):
        first, noun = name.left_edge.i, name.head
        comma = first > 0 and "," in {doc[first].text, doc[first - 1].text}
        trade = name.dep_ == "appos" and name.lemma_.lower() in people  # "its head, the poet (appos) Ama Addo, left"
        who = next((c for c in children(name, {"appos"}) if trade and c.pos_ == "PROPN"), name)
        if who.pos_ != "PROPN" or who.ent_type_ != "PERSON" or not comma:
            continue
        office, alone = noun.head, len(children(noun, {"conj"})) == 1 and not children(name, {"cc"})
        beside = name.dep_ == "appos" or (alone and "," in {name.right_edge.text, *_next(name)})
        if noun.pos_ == "PROPN" and beside and noun.dep_ == "nmod" and office.lemma_.lower() in people:
            one = office.tag_ == "NN"
            name.head, name.dep_ = (office, "appos") if one else (noun, name.dep_)  # "the boss of Karhu, Ama Addo"
        if noun.pos_ not in {"NOUN", "PRON"}:
            continue
        last = children(noun, {"conj"})
        if name.dep_ == "appos" and last and last[-1].right_edge.i == name.left_edge.i - 1:
            own = [x for n in (noun, last[-1]) for x in n.children if x.dep_ in {"nmod:poss", "det"} and x.i < n.i]
            two = len(own) > 1
            if two and last[-1].tag_ == "NN" and own and own[-1].head == last[-1]:
                name.head = last[-1]
                continue
        if noun.pos_ == "PRON" or name.dep_ == "conj":
            continue
        many = noun.tag_ == "NNS" and not children(name, {"conj"})  # "a lawyer for the nuns, Ama Addo (appos)"
        if many or noun.lemma_.lower() not in people or noun.lemma_.lower() in WORDS["no_person"]:
            inner = noun
            while (
                inner.dep_ in OBLIQUE
                and inner.head.pos_ == "NOUN"
                and (inner == noun or inner.lemma_.lower() not in people)
            ):
                inner = inner.head
            some = inner.tag_ == "NN" and inner.dep_ in SUBJECT | OBJECT and children(inner, {"det"})
            if inner.lemma_.lower() in people or (some and inner != noun and some[0].lower_ in WORDS["one"]):
                name.head = inner  # "a rising figure in the trade, Ama Addo (appos), left"


def _next(word: Token) -> list[str]:
    """The text behind a word's phrase, if any."""
    after = word.right_edge.i + 1
    return [t.text for t in word.doc[after : after + 1]]


def _fills(name: Token, doc: Doc, people: Container[str]) -> bool:
    """Whether a person's name stands right behind what an office is of."""
    last = doc[name.left_edge.i - 1]
    office = name.ent_type_ == "PERSON" and name.head.lemma_.lower() in people and not case(name)
    return office and last.i > name.head.i and last.pos_ == "NOUN" and name.head.is_ancestor(last)


def mend_offices_of(doc: Doc, people: Container[str]) -> None:
    """Let a name right behind what an office is of say who fills it: "the minister of trade Kofi Mensah (nmod) left".

    And one behind what is said of its body: "the head of the union, a league of dockers, Ama Addo (appos), left"; or
    behind a country: "the envoy of Togo to Chad, Ama Addo (appos of Chad), left".
    """
    for name in those(doc, "dep_", {"nmod", "appos"}):
        body, before = name.head, doc[name.left_edge.i - 1]
        beside = before.tag_ == "NN" and before.dep_ == "nmod" and before.head == body and name.ent_type_ == "PERSON"
        if beside and before.lemma_.lower() in people and name.left_edge.pos_ == "PROPN":
            name.head, name.dep_ = before, "appos"  # "the husband of the nurse Ama Addo (nmod of husband)"
        elif name.dep_ == "nmod" and _fills(name, doc, people):
            name.dep_ = "appos"
        elif name.ent_type_ == "PERSON" and body.dep_ == "appos" and body.pos_ == "NOUN":
            away = body.lemma_.lower() not in people and body.head.lemma_.lower() in people
            name.head = body.head if away else body
        elif name.ent_type_ == "PERSON" and body.ent_type_ == "LOC" and body.head.lemma_.lower() in people:
            name.head = body.head if body.dep_ == "nmod" and name.dep_ == "appos" else body


def mend_joined_offices(doc: Doc, people: Container[str]) -> None:
    """Hang a name on the office that "and" joins before it: "Barre and the chief engineer, Ama Addo (conj), left"."""
    for name in those(doc, "dep_", {"conj"}):
        start = name.left_edge.i
        last = start - 1 if doc[start].text == "," else start - 2
        whole = children(name, {"flat", "flat:name"})  # not "Barre and his wife, Ama"
        if name.ent_type_ != "PERSON" or not whole or children(name, {"cc"}) or last < 0 or doc[last + 1].text != ",":
            continue
        for office in children(name.head, {"conj"}):
            told = office.right_edge.i == last and office.tag_ == "NN" and office.lemma_.lower() in people
            if told and children(office, {"cc"}) and children(office, {"det", "nmod:poss"}):
                name.head, name.dep_ = office, "appos"
                break


def mend_owners(doc: Doc) -> None:
    """Give what is joined its owner back: "Karhu and Lund (conj) 's other shareholder (conj of Karhu) agreed".

    And an owner the article before him: "the (det of death) old singer's death".
    """
    for mark in those(doc, "tag_", {"POS"}):
        owner = mark.head
        for article in children(owner.head, {"det"}) if owner.dep_ == "nmod:poss" else ():
            if article.i == owner.left_edge.i - 1:
                article.head = owner
        after = [c for c in children(owner.head, {"conj"}) if c.left_edge.i == mark.i + 1 and c.pos_ == "NOUN"]
        if owner.dep_ == "conj" and owner.pos_ == "PROPN" and mark.i == owner.i + 1 and after:
            for joint in children(owner, {"cc"}):
                joint.head = after[0]
            owner.head, owner.dep_ = after[0], "nmod:poss"


def mend_two_offices(doc: Doc, people: Container[str]) -> None:
    """Make one of two offices that one name fills: "the head and founder (conj), Ama Addo (appos), resigned"."""
    for name in those(doc, "dep_", {"appos"}):
        noun, first = name.head, doc[name.left_edge.i]
        before = first.i if first.text == "," else first.i - 1
        office = noun.head if noun.dep_ == "conj" else noun
        last = children(office, {"conj"})
        if name.ent_type_ != "PERSON" or len(last) != 1 or doc[before].text != ",":
            continue
        parts = [t for n in (last[0], *children(office, OBLIQUE)) for t in n.subtree]
        one = office.tag_ == last[0].tag_ == "NN" and not children(last[0], {"det", "nmod:poss"})
        one = one and before - 1 in {last[0].i, *(t.i for t in parts if t.i > last[0].i)}
        if one and office.lemma_.lower() in people:
            name.head, last[0].dep_ = office, "appos"


def mend_other_names(doc: Doc) -> None:
    """Make an aside of what something is called, too: "the Lund Docks Union, or LDU (conj), has met"."""
    for joint in those(doc, "lemma_", {"or"}):
        other, ends = joint.head, joint.head.right_edge.i + 1
        commas = joint.i > 0 and doc[joint.i - 1].text == "," and ends < len(doc) and doc[ends].text in {",", "."}
        alone = other.dep_ == "conj" and len(children(other.head, {"conj"})) == 1 and joint.i < other.i
        if commas and alone and other.pos_ in {"NOUN", "PROPN"} and other.head.pos_ in {"NOUN", "PROPN"}:
            other.dep_ = "appos"


def mend_countrymen(doc: Doc) -> None:
    """Hang a name on the one of a people whose it is: "held the Libyan, Omar Nuur (obj), on Friday"."""
    for name in those(doc, "dep_", {"obj", "conj"}):
        mark = name.left_edge.i if name.left_edge.text == "," else name.left_edge.i - 1
        told = doc[mark - 1] if mark > 0 and doc[mark].text == "," else name
        beside = told == name.head if name.dep_ == "conj" else told.head == name.head and told.dep_ == "obj"
        if beside and name.pos_ == "PROPN" and told.ent_type_ == "NORP" != name.ent_type_ and children(told, {"det"}):
            name.head, name.dep_ = told, "appos"


def mend_trades(doc: Doc, trades: Container[str]) -> None:
    """Let a name lead the trades told before it: "by singer (obl) and doctor (nmod:desc) Ama Addo (conj)"."""
    for name in those(doc, "dep_", {"appos"}):  # "to singer (obl) and doctor (conj) Ama Addo (appos)"
        trade = name.head
        alone = trade.tag_ == "NN" and not _has_own(trade) and trade.i == name.i - 1
        if alone and trade.dep_ == "conj" and name.ent_type_ == "PERSON":
            first = trade.head
            for joint in children(trade, {"cc"}):
                joint.head = name
            name.head, name.dep_, trade.head, trade.dep_ = first, "conj", name, "nmod:desc"
    for name in those(doc, "dep_", {"conj"}):
        first, told = name.head, children(name, {"nmod:desc"})
        plain = first.pos_ == "NOUN" or (first.pos_ == "PROPN" and first.ent_type_ != "PERSON")  # "Premier and …"
        if name.ent_type_ != "PERSON" or not told or not plain or first.head == first:
            continue
        several = [first, *(c for c in children(first, {"conj"}) if c != name)]
        one = all(t.tag_ != "NNS" and t.lemma_.lower() in trades for t in (*several, *told))
        of_one = [c for c in children(first, {"nmod", "flat", "appos"}) if c.i < name.i]
        if one and not of_one and not any(map(_has_own, (*several, *told))):
            for mark in children(first, {"case"}):
                mark.head = name
            name.head, name.dep_, first.head, first.dep_ = first.head, first.dep_, name, "nmod:desc"
            for joint in children(name, {"cc"}):
                joint.head = told[0]
            told[0].head, told[0].dep_ = first, "conj"


def _has_own(trade: Token) -> bool:
    """Whether a trade has an article or an owner of its own: "a singer and the doctor Ama Addo" are two."""
    return bool(children(trade, {"det", "nmod:poss", "nummod"}))


def mend_seats(doc: Doc) -> None:
    """Hang a state on the town that is in it, and that on the firm: "Karhu Inc., Aarhus (conj), Ill. (appos), said"."""
    for state in those(doc, "dep_", {"appos", "conj"}):
        firm = state.head
        if not state.text.endswith(".") or state.pos_ != "PROPN" or firm.ent_type_ != "ORG" or children(state, {"cc"}):
            continue
        town = next((t for t in children(firm, {"appos", "conj"}) if t.right_edge.i == state.i - 2), state)
        if town != state and doc[state.i - 1].text == "," and town.pos_ == "PROPN" and not children(town, {"cc"}):
            state.head, state.dep_, town.dep_ = town, "appos", "appos"


def mend_towns(doc: Doc) -> None:
    """Give a noun the town before it, with its state: "killed a Lund (obj), N.Y. (conj), clinic doctor (appos)"."""
    for article in those(doc, "dep_", {"det"}):
        town, comma = article.head, article.head.i + 1
        if comma + 2 >= len(doc):
            continue  # a text that ends on a name
        state = doc[comma + 1]
        if town.pos_ != "PROPN" or article.i > town.i or doc[comma].text != "," or state.pos_ not in {"PROPN", "VERB"}:
            continue
        based = next((t for t in doc[state.i : state.i + 3] if t.lower_.endswith(tuple(WORDS["seated"]))), None)
        first = doc[min(state.i + 2, len(doc) - 1)]
        noun = (
            based.head if based is not None else next((t for t in (first, *chain(first)) if t.head.i < first.i), first)
        )
        mark = doc[min(state.i + 1, len(doc) - 1)]
        closed = based is not None or (
            state.text.endswith(".") and mark.text == "," and noun.left_edge in {first, mark}
        )
        if not closed or noun.pos_ != "NOUN" or noun.head not in {town, state, town.head}:
            continue
        if noun.dep_ not in {"conj", "appos", town.dep_}:
            continue
        noun.head, noun.dep_ = town.head, town.dep_
        for c in children(town, {"case", "det"}):
            c.head = noun
        town.head, town.dep_ = noun, "compound"
        if based is None:
            state.head, state.dep_ = town, "appos"


def mend_lists(doc: Doc) -> None:
    """Join the rest of a list to its first name: "of Peru, Chile (appos) and Togo", "Karhu, a bank and Togo"."""
    for token in those(doc, "dep_", {"appos", "nsubj", "nsubj:pass"}):
        first = token.left_edge.i
        before = doc[first - 1 if doc[first].text != "," else first]
        more = [c for c in children(token, {"conj"}) if children(c, {"cc"})]
        alike = all(t.tag_ == "NN" and any(c.lower_ in WORDS["one"] for c in t.children) for t in (token, token.head))
        alike = alike or token.pos_ == "PROPN" == token.head.pos_
        if alike and not more:  # "Karhu, Tallink (appos) and Viking (conj of Karhu)", "a cook, a thief and a docker"
            end = token.right_edge.i + 1
            more = [c for c in children(token.head, {"conj"}) if c.left_edge.i == end and children(c, {"cc"})]
        if before.text != "," or before.i == 0 or not more or token.pos_ not in {"NOUN", "PROPN"}:
            continue
        name, head = before.nbor(-1), token.head
        if token.dep_ != "appos":  # "Karhu (nsubj), the union (nsubj) and the police met"
            others = [s for s in children(head, {token.dep_}) if s.right_edge == name and s.pos_ in {"NOUN", "PROPN"}]
            if others and not case(others[0]):
                token.head, token.dep_ = others[0], "conj"
        elif token.pos_ == "PROPN" != head.pos_:
            if name.pos_ == "PROPN" and name.dep_ in OBLIQUE and name.ent_type_ == token.ent_type_ != "":
                token.head, token.dep_ = name, "conj"
        elif head.dep_ in SUBJECT | OBJECT | OBLIQUE and head.i < token.i and goes_right_on(more[-1]):
            token.dep_ = "conj"  # what is told of one ends with a comma: "Maas, a banker and poet, met"


def mend_joined_names(doc: Doc) -> None:
    """Join a name to a group, not to its first word: "Karhu (compound of agencies) and government (conj) agencies".

    And the second of two by whom something is done: "used by Karhu (obl:agent) and the agencies (obl:agent)". Nor is a
    body joined to the last word of another's name: "the Bank of Togo and Karhu (conj of Togo) said". What follows those
    beside a person is of them.
    """
    for body in those(doc, "dep_", {"conj"}):
        last = body.head
        of_a_name = last.dep_ == "nmod" and last.ent_iob_ == "I" and last.head.ent_type_ == last.ent_type_ == "ORG"
        if of_a_name and body.ent_type_ in {"ORG", ""} and body.pos_ == "PROPN" and body.left_edge.ent_iob_ != "I":
            body.head = last.head
    for of in those(doc, "dep_", {"nmod"}):  # "met Addo and members of the Senate (nmod of Addo)"
        second = doc[of.left_edge.i - 1] if of.left_edge.i else of
        apart = second.dep_ == "conj" and second.head == of.head and second.right_edge == second
        if apart and second.pos_ == "NOUN" and of.head.ent_type_ == "PERSON" and case(of) == "of":
            of.head = second
    for second in those(doc, "dep_", {"obl:agent"}):
        first = next(
            (c for c in children(second.head, {"obl:agent"}) if c.right_edge.i == second.left_edge.i - 1), second
        )
        if first != second and second.left_edge.dep_ == "cc" and not children(second, {"case"}):
            second.head, second.dep_ = first, "conj"
    for name in those(doc, "dep_", {"compound"}):
        group, more = name.head, children(name, {"conj"})
        if name.pos_ != "PROPN" or group.tag_ != "NNS" or len(more) != 1 or more[0].i != group.i - 1:
            continue
        joint = more[0].left_edge
        if more[0].tag_ != "NN":
            continue
        name.head, name.dep_ = (name if group.head == group else group.head), group.dep_
        for c in [c for c in group.children if c.i < name.i]:
            c.head = name
        more[0].head, more[0].dep_, joint.head = group, "compound", group
        group.head, group.dep_ = name, "conj"


def mend_adjectives(doc: Doc) -> None:
    """Give a noun the first of its adjectives: "by smaller (obl), regional ones", "in the cooler (obl), wet hills"."""
    for first in those(doc, "dep_", OBLIQUE | OBJECT):
        if first.pos_ != "ADJ" or first.i + 3 > len(doc) or first.nbor().text != "," or first.nbor(2).pos_ != "ADJ":
            continue
        noun = first.nbor(2).head
        alike = noun.head == first or (noun.head == first.head and noun.dep_ == first.dep_)
        if noun.pos_ != "NOUN" or not alike or children(noun, {"case", "det", "cc"}) or noun.left_edge.i < first.i:
            continue
        noun.head, noun.dep_ = first.head, first.dep_
        for c in [*first.children, first]:
            c.head = noun
        first.dep_ = "amod"


def mend_pairs(doc: Doc) -> None:
    """Give "between" its second noun: "a deal between the union and Karhu (nsubj:pass) was signed"."""
    for mark in those(doc, "dep_", {"case"}):
        first = mark.head
        end = first.right_edge.i + 1
        if mark.lower_ not in WORDS["of_two"] or first.dep_ != "nmod" or joined(first) or end >= len(doc) - 1:
            continue
        joint = doc[end]
        after = (t for t in (joint.head, *joint.head.children) if t != joint and t.left_edge.i in {end, end + 1})
        second = next(after, joint)
        misplaced = second.dep_ in SUBJECT | {"conj"} and second.pos_ in {"NOUN", "PROPN"} and second.i > end
        if joint.dep_ == "cc" and joint.lower_ == "and" and misplaced and not second.is_ancestor(first):
            second.head, second.dep_, joint.head = first, "conj", second


def mend_counted(doc: Doc, people: Container[str]) -> None:
    """Make several of the list beside whose they are: "two aides to Barre, Ama Addo and Kofi Mensah (conj), left"."""
    for last in those(doc, "dep_", {"conj"}):
        first, end = last.head, last.right_edge.i + 1
        many = first.head
        closed = end < len(doc) and doc[end].text == "," and last.left_edge.dep_ == "cc"
        if last.ent_type_ != "PERSON" or first.dep_ != "nmod" or not closed:
            continue
        if many.tag_ == "NNS" and children(many, {"nummod"}) and many.lemma_.lower() in people:
            last.head, last.dep_ = many, "appos"


def mend_subjects(doc: Doc) -> None:
    """Give a noun's phrase its name back that became one more subject: "orders of the new (nmod) Sund 4 (nsubj)".

    And a name what is told of it between commas: "Barre, now its treasurer (nsubj), will leave". A plain noun right
    before another is the first part of what both say: "an abortion (nsubj) foe (acl) was arrested".
    """
    for noun in those(doc, "dep_", {"acl", "appos"}):
        part = noun.head
        plain = noun.tag_ in {"NN", "NNS"} and noun.left_edge == noun
        if plain and part.tag_ == "NN" and part.i == noun.i - 1:
            noun.head, noun.dep_ = (noun if part.head == part else part.head), part.dep_
            for c in [c for c in part.children if c != noun]:
                c.head = noun
            part.head, part.dep_ = noun, "compound"
    for name in those(doc, "dep_", {"nsubj", "nsubj:pass"}):
        first = name.left_edge.i
        before = doc[first - 1] if first else name
        others = [s for s in children(name.head, SUBJECT) if s.i < first]
        if others and others[-1].pos_ == "PROPN" and _is_an_aside(name, others[-1]):
            name.head, name.dep_ = others[-1], "appos"
            continue
        if before.tag_ == "VBN" and before.dep_ in REDUCED and before.head in others and case(name) in WORDS["done_by"]:
            name.head, name.dep_ = before, "obl:agent"  # "a mission led by Deputy Premier Lind (nsubj) arrived"
            continue
        whole = others and others[-1].tag_ in {"NN", "VBG"} and name.tag_ in {"NN", "NNS"}
        whole = whole and all(t.dep_ == "compound" for t in doc[first : name.i])
        if whole and others[-1] == before and not children(name, {"cc", "appos"}):
            for c in others[-1].children:
                c.head = name
            others[-1].head, others[-1].dep_ = name, "compound"  # "an abortion (nsubj) foe (nsubj) was arrested"
            continue
        if case(name) in WORDS["belonging"] and others and others[-1].right_edge == before:
            name.head, name.dep_ = others[-1], "nmod"  # "the trial of former premier Kofi Mensah (nsubj) opened"
            continue
        two = others and before.pos_ == "ADJ" and before.dep_ == "conj" and before.head == others[-1]
        if two and name.tag_ in {"NNS", "NN"} and name.left_edge == name:
            others[-1].head, others[-1].dep_ = name, "compound"  # "Togo (nsubj) and Malian (conj) troops (nsubj) fled"
            continue
        beside = before.pos_ == "NOUN" and any(s.right_edge == before for s in others)
        if name.pos_ == "PROPN" and beside:
            name.head, name.dep_ = before, "appos"  # "(a rig leased by) the firm Karhu (nsubj) exploded"


def _is_an_aside(noun: Token, name: Token) -> bool:
    """Whether a noun's phrase stands between commas right after a name: "Barre, now its treasurer, will leave"."""
    doc, first, end = noun.doc, noun.left_edge, noun.right_edge
    opens = first.text == "," or doc[first.i - 1].text == ","
    closes = end.text == "," or (end.i + 1 < len(doc) and doc[end.i + 1].text == ",")
    start = first.i if first.text == "," else first.i - 1
    beside = start == name.right_edge.i + 1 or doc[start] == name.right_edge
    one = all(c.is_lower and c.tag_ != "NNS" for c in children(noun, {"conj"}))  # "Barre, its chairman and owner, left"
    return noun.tag_ == "NN" and opens and closes and beside and one and not children(noun, {"cc"})


def mend_hyphened_occasions(doc: Doc, occasions: Container[str]) -> None:
    """Read as one word what a hyphen makes one: "a run (compound) - off (noun)", "a by (case) - election"."""
    for hyphen in those(doc, "tag_", {"HYPH"}):
        if not 0 < hyphen.i < len(doc) - 1:
            continue
        first, last = doc[hyphen.i - 1], doc[hyphen.i + 1]
        word = f"{first.lower_}-{last.lemma_.lower()}"
        if word in occasions and first.head == last and last.pos_ in {"NOUN", "PROPN"}:
            last.lemma_, first.dep_ = word, "compound"


def mend_hyphened_names(doc: Doc) -> None:
    """Let a name be one word of its clause where hyphens join it: "Port (nsubj)-au-Prince (nsubj) signed it".

    So is what ends in a syllable, "Chou Wen-in (mark) met them", and nothing that stands before another noun: "the
    Chad-Togo (compound) line".
    """
    for hyphen in those(doc, "tag_", {"HYPH", ","}):
        if hyphen.text != "-" or not 0 < hyphen.i < len(doc) - 1 or hyphen.whitespace_ or hyphen.nbor(-1).whitespace_:
            continue
        first, last = hyphen.nbor(-1), hyphen.nbor()
        if first.is_lower and first.i > first.sent.start:
            first = first.nbor(-1)  # "Omar al-Lund"
        if not first.is_title or first.pos_ != "PROPN" or (first.i > 1 and first.nbor(-1).text == "-"):
            continue  # within a name that began before
        while (
            last.i + 2 < len(doc) and not last.whitespace_ and last.nbor().text == "-" and not last.nbor().whitespace_
        ):
            last = last.nbor(2)
        while first.i > first.sent.start and first.nbor(-1).pos_ == "PROPN" and _is_of_one_name(first.nbor(-1), first):
            first = first.nbor(-1)
        syllable = last.is_lower and last.i == hyphen.i + 1 and first.i < hyphen.i - 1  # "Chou Wen-in"
        joined = last.is_title and (last.pos_ == "PROPN" or last.i > hyphen.i + 1)  # not "London-Fishing began"
        if not joined and not (syllable and len(last.text) <= _SYLLABLE):
            continue
        while last.i + 1 < len(doc) and last.nbor().dep_ in {"flat", "flat:name"} and last.nbor().pos_ == "PROPN":
            last = last.nbor()
        after = last.nbor() if last.i + 1 < len(doc) else last
        if last.lower_ in word_lists().tails or after.pos_ == "NOUN":
            continue  # "Chou Wen-led", "a Lund Press-Karhu poll"
        _unite_name(list(doc[first.i : last.i + 1]))


def _is_of_one_name(before: Token, name: Token) -> bool:
    """Whether a name right before another is a part of it: "Moon (compound) Jae", "Moon (obj) Jae (obj)"."""
    if before.ent_type_ != name.ent_type_ or not before.ent_type_:
        return False
    return before.head == name or name.head == before or (before.head, before.dep_) == (name.head, name.dep_)


def _unite_name(parts: list[Token]) -> None:
    """Make one name of words that stand in a row, in the relation that the last of them has to another word."""
    first, inside = parts[0], set(parts)
    nominal = SUBJECT | OBJECT | OBLIQUE | {"nmod:poss", "appos", "conj", "ROOT"}
    apart = [t for t in parts if t.text != "-" and (t.head not in inside or t.head == t)]
    out = [t for t in apart if t.dep_ in nominal]
    whole = len(apart) < 2 and not first.ent_type_  # "the Secretary-General"
    if whole or not out or any(t.dep_ in {"compound", "amod"} for t in apart):
        return  # before another noun
    head, dep, owns = out[-1].head, out[-1].dep_, parts[-1].i + 2
    if dep in SUBJECT and owns < len(first.doc) and first.doc[owns - 1].tag_ == "POS":
        head, dep = first.doc[owns], "nmod:poss"  # "Omar al-Lund (nsubj)'s visit"
        while head.dep_ in {"amod", "compound", "nummod"} and head.head.i > head.i:
            head = head.head
    first.dep_, first.head = dep, first if head in inside else head
    for t in parts:
        for c in [c for c in t.children if c not in inside]:
            c.head = first
    for t in parts[1:]:
        t.head, t.dep_ = first, "punct" if t.text == "-" else "flat"
        if t.text != "-":
            t.tag_, t.pos_ = "NNP", "PROPN"


def mend_honorifics(doc: Doc) -> None:
    """Let a name lead its phrase, not what stands before it: "Ms (nmod:poss) Jackson (flat)'s action".

    Nor is anybody met beside the name: "met H.E. (obj) Ms. Kone (obj)".
    """
    for title in those(doc, "dep_", OBJECT | OBLIQUE):
        if title.lower_ not in WORDS["honorifics"] or title.i + 1 == len(doc):
            continue
        name = title.nbor() if title.nbor().dep_ != "nmod:desc" else title.nbor().head
        if name.head == title.head and name.dep_ == title.dep_ and name.i > title.i:
            for c in [*children(title, {"case"}), title]:
                c.head = name
            title.dep_ = "nmod:desc"
    for name in those(doc, "dep_", {"flat"}):
        title = name.head
        if title.i != name.i - 1 or title.lower_ not in WORDS["honorifics"] or title.head == title:
            continue
        for c in list(title.children):
            if c != name:
                c.head = name
        name.head, name.dep_, title.head, title.dep_ = title.head, title.dep_, name, "nmod:desc"


def mend_office_holders(doc: Doc, people: Container[str]) -> None:
    """Part an office from the name of who fills it: "Minister of Defence (compound) Ivan Soto (nmod) and Kofi Mensah".

    Who is joined to the name is joined to him. In "the trial of singer Ivan Soto" nobody fills anything.
    """
    for name in those(doc, "dep_", {"nmod"}):
        office = name.head
        if name.ent_type_ != "PERSON" or name.pos_ != "PROPN" or not office.i < name.left_edge.i:
            continue
        if children(name, {"cc"}) and not case(name):
            name.dep_ = "conj"  # "and envoy Kofi Mensah (nmod)"
            continue
        inside = [
            c for c in children(name, {"compound", "nmod:desc"}) if c.i == name.left_edge.i + 1 and not c.ent_type_
        ]
        inside = [c for c in inside if c.lower_ not in WORDS["honorifics"] and c.lemma_.lower() not in people]
        marks = children(name, {"case"})
        if inside and marks and marks[0].lower_ in WORDS["of"] and marks[0].i == office.i + 1:
            inside[0].head, inside[0].dep_, marks[0].head = office, "nmod", inside[0]
        elif marks or not any(
            case(c) in WORDS["of"] and c.right_edge.i == name.i - 1 for c in children(office, {"nmod"})
        ):
            continue
        for c in children(name, {"conj"}):
            c.head = office


def mend_ministries(doc: Doc, people: Container[str]) -> None:
    """Hang on an office whose it is, past what it is for: "the ministers of trade of Togo (nmod of trade)"."""
    for field in [t for t in those(doc, "dep_", {"nmod"}) if t.lemma_.lower() in WORDS["portfolios"]]:
        if field.head.lemma_.lower() in people and case(field) in WORDS["of"]:
            for whose in children(field, {"nmod"}):
                if whose.ent_type_ == "LOC" and case(whose) in WORDS["of"]:
                    whose.head = field.head


def mend_guests(doc: Doc, people: Container[str]) -> None:
    """Part who invites from who comes: "at the invitation of the king of Togo, Kone (nsubj), the premier of Mali, Ba".

    And "of President Kone, the premier of Mali (appos of Kone), Ba, will visit Lome".
    """
    for inviting in those(doc, "dep_", OBLIQUE):
        if inviting.lemma_ not in WORDS["invitations"] or not inviting.left_edge.is_sent_start:
            continue
        verb = inviting.head
        named = [t for t in doc[inviting.i : verb.i] if t.ent_type_ == "PERSON" and t.dep_ not in {"flat", "flat:name"}]
        if not is_verb(verb) or len(named) < 2:
            continue
        first = named[-1].left_edge  # "…, Mr Gil, paid"
        if "," not in {first.text, doc[first.i - 1].text}:
            continue
        host, guest = named[-2:]
        between = doc[host.i : guest.i]
        office = next((t for t in between if t.lemma_.lower() in people and children(t, {"det"})), None)
        if office is None or any(s.i not in {host.i, office.i} for s in children(verb, SUBJECT)):
            continue
        host.head, host.dep_ = inviting, "nmod"
        office.head, office.dep_, guest.head, guest.dep_ = verb, "nsubj", office, "appos"


def _may_be_many(word: Token) -> bool:
    """Whether a word is of many, or a number of some: "at least nine"."""
    least = word.tag_ == "CD" and any(c.tag_ in SUPERLATIVES for c in children(word, {"nmod"}))
    return word.tag_ == "NNS" or least


def _whose_opening(name: Token, occasions: Container[str]) -> Token | None:
    """The verb without a subject before which a name and what is told of it stand, joined to what opens the clause."""
    doc, start = name.doc, name.left_edge if name.left_edge.text != "," else name.left_edge.nbor()
    phrase = next((t for t in (name.head, *chain(name.head)) if is_verb(t.head)), name)
    verb = phrase.head
    first = min((verb, *auxiliaries(verb)), key=lambda t: t.i)
    listed = any(children(c, {"cc"}) for c in (name, *children(name.head, {"conj"})))
    proper = name.pos_ == "PROPN" and (name.head.pos_ == "PROPN" or name.head.lemma_ in occasions)
    if not proper or listed or not phrase.i < name.i < first.i or not case(phrase):
        return None  # "with Togo's minister, Kos (appos), Lund quit", "with Kos, Lund (conj) and Gil (conj), …"
    opens = phrase.dep_ in OBLIQUE and is_finite(verb) and not children(verb, SUBJECT | {"csubj"})
    told = sum(t.text == "," for t in doc[name.i : first.i]) > 1 and doc[first.i - 1].text == ","
    apart = doc[start.i - 1].text == "," and not any(map(is_finite, doc[verb.sent.start : start.i]))
    return verb if opens and told and apart else None


def mend_lost_subjects(doc: Doc, units: Container[str], occasions: Container[str]) -> None:
    """Make a subject of what a parser hung on the words before it: "on Friday, Duarte (appos), a poet, was named".

    Or left without any: "at least nine (obl), three of them Malians, were killed".
    And of what stands under its clause's mark: "after guards (obl) in Lima found (advcl) a bomb", "as Keita (obl),
    a banker, is expected (conj) to resign".
    """
    for name in those(doc, "dep_", {"appos", "conj"}):
        verb = _whose_opening(name, occasions)
        if verb is not None:  # "in a suburb of Lome, Addo (conj of Lome), a doctor, resigned"
            for c in [c for c in name.head.children if name.i < c.i < verb.i]:
                c.head = name
            name.head, name.dep_ = verb, "nsubj:pass" if children(verb, PASSIVE) else "nsubj"
    for name in those(doc, "dep_", {"appos"}):
        before, verb = name.head, name.head.head
        opens = before.left_edge.i == name.sent.start and any(t.text == "," for t in doc[before.i : name.i])
        own = children(verb, SUBJECT)
        aside = len(own) == 1 and own[0].i > name.i and _is_an_aside(own[0], name)  # "on Friday, Duarte, a poet, left"
        lost = before.dep_ in OBLIQUE and before.i < name.i < verb.i and (aside or not own)
        if aside and opens and lost and name.pos_ == "PROPN":
            own[0].head, own[0].dep_ = name, "appos"
        if not lost:  # "a week after the sinking of a ferry, a bomb (appos of ferry) killed"
            verb = next((t for t in chain(before) if is_verb(t)), verb)
            end = doc[name.right_edge.i + 1] if name.right_edge.i + 1 < len(doc) else name
            told = (
                end in {verb, *auxiliaries(verb)}
                and doc[name.left_edge.i - 1 if name.left_edge.text != "," else name.left_edge.i].text == ","
            )
            opens = lost = bool(told and not children(verb, SUBJECT) and children(name, {"det"}))
        if opens and name.pos_ in {"NOUN", "PROPN"} and is_finite(verb):
            name.head, name.dep_ = verb, "nsubj:pass" if children(verb, PASSIVE) else "nsubj"
    for noun in [n for n in those(doc, "dep_", {"obl"}) if _may_be_many(n) and not case(n) and n.lemma_ not in units]:
        clauses = (c for c in children(noun.head, {"ccomp"}) if noun.head.i < noun.i < c.i)
        verb = next(clauses, noun.head)  # "say 11 bombs (obl of say) - most in Lome - exploded (ccomp)"
        if (
            noun.i < verb.i
            and verb.dep_ in {"ROOT", "ccomp"}
            and is_finite(verb)
            and not children(verb, SUBJECT | {"csubj"})
        ):
            noun.head, noun.dep_ = verb, "nsubj:pass" if children(verb, PASSIVE) else "nsubj"
    for day in [t for t in those(doc, "dep_", SUBJECT) if t.lower_ in WORDS["weekdays"] and t.left_edge == t]:
        told = day.head.dep_ == "advcl" and day.head.i == day.i + 1
        if told and doc[day.i - 1].pos_ in {"NOUN", "PROPN"}:
            day.dep_ = "obl:unmarked"  # "after a court (obl) Thursday (nsubj) refused (advcl) a plea"
    for verb in those(doc, "dep_", {"advcl", "conj", "parataxis", "ROOT"}):
        if not is_finite(verb) or verb.tag_ == "MD" or children(verb, SUBJECT | {"csubj", "mark", "cc"}):
            continue
        if verb.dep_ == "ROOT" and not any(
            c.i > verb.i and children(c, SUBJECT) and is_finite(c) for c in verb.children
        ):
            continue  # "after weeks of silence, a banker has emerged": no clause goes before another
        first = min((verb, *children(verb, {"aux", "aux:pass", "cop"})), key=lambda t: t.i)
        before = doc[first.i - 1]
        beside = next((t for t in (before, *chain(before)) if t.dep_ in OBLIQUE and t.right_edge == before), before)
        for noun in [n for t in (verb, verb.head) for n in children(t, {"obl"}) if n.i < first.i] + [beside]:
            marks = children(noun, {"case"}) if case(noun) in WORDS["clause_prepositions"] else []
            between = [t.text for t in doc[noun.right_edge.i + 1 : first.i] if t.lower_ not in WORDS["weekdays"]]
            told = not between or (between[-1] == "," and (between[0] == "," or any(children(noun, REDUCED))))
            if marks and told and not noun.is_ancestor(verb):
                noun.head, noun.dep_, marks[0].head, marks[0].dep_ = verb, "nsubj", verb, "mark"
                for c in [c for c in noun.children if c.i < marks[0].i]:
                    c.head = verb  # "even after"
                verb.dep_ = "ROOT" if verb.dep_ == "ROOT" else "advcl"
                break
