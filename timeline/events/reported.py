"""What somebody says, agrees or hopes, under a headline's present: "warns it is too early"."""

from __future__ import annotations

from spacy.tokens import Token

from timeline.events import grammar
from timeline.events.forms import goes_with_many, in_present, is_many
from timeline.events.groups import is_group, many_around, person_around
from timeline.events.lexicon import Lexicon
from timeline.events.named import Names, person_of

_REPORTERS = ("many_reporters", "one_reporter", "person_reporters")
_THAT = grammar.WORDS["content"]
_NO_CLAUSE = frozenset(
    "punct conj cc mark case aux aux:pass cop advmod compound:prt det obj iobj nsubj nsubj:pass expl".split()
)


def content_of(verb: Token, lexicon: Lexicon) -> Token | None:
    """The clause that a verb of saying says; parsers also hang it on the noun before it ("in a memo that he …")."""
    lemma = verb.lemma_.lower()
    reports = lemma in lexicon.reporting or lemma in lexicon.strong
    tells = is_telling(verb, lexicon)
    for x in verb.children:
        if x.i < verb.i or x.dep_ in _NO_CLAUSE:
            continue
        marks = {m.lower_ for m in x.children if m.dep_ == "mark"}
        asked = grammar.asks(x)
        said = (
            asked
            or not marks.isdisjoint(_THAT)
            or (
                (tells or verb.tag_ == "VB")
                and x.dep_ == "ccomp"
                and not marks & lexicon.status["scene_prepositions"]
                and not marks & grammar.WORDS["conceding"]
            )
        )
        if not said or (not (tells or asked) and any(verb.i < n.i < x.i for _, n in grammar.obliques(verb))):
            continue  # "comes amid charges from senators that …"
        opens = asked or (x.dep_ == "ccomp" and x.left_edge.tag_ == "WDT")  # "reveals that (WDT) she got an invitation"
        if not opens and any(
            t.tag_ == "WDT" and t.head.dep_ not in grammar.RELATIVE for t in x.doc[x.left_edge.i : x.i]
        ):
            continue  # "agreed to a deal in which films will be on sale", not "half of the oil that leaked is gone"
        source = marks.isdisjoint(_THAT) and x.doc[x.left_edge.i - 1].text == ","  # "joined the hunt, officials said"
        clause = grammar.is_verb(x) or bool(grammar.children(x, {"cop", "aux:pass"}))
        if clause and not source:
            return x
    for o in verb.children if reports or lemma in lexicon.title["with_content"] else ():
        for x in o.children:
            told = o.tag_ == "WP" or any(m.dep_ == "mark" and m.lower_ in _THAT for m in x.children)
            if x.dep_ in grammar.RELATIVE and told:
                return x
    return None


def said_before(verb: Token, lexicon: Lexicon) -> Token | None:
    """The clause before a verb of saying that it says: "The leak is stopped, engineers said on Friday"."""
    lemma = verb.lemma_.lower()
    if lemma not in lexicon.reporting | lexicon.strong | lexicon.title["with_statement"]:
        return None
    if lemma != "tell" and grammar.children(verb, grammar.OBJECT):  # "told reporters"
        return None
    below = [x for x in grammar.children(verb, {"ccomp", "parataxis"}) if x.i < verb.i]
    loose = verb.dep_ in {"parataxis", "advcl"} or (verb.dep_ == "conj" and not grammar.children(verb, {"cc"}))
    above = [verb.head] if loose and verb.head.i < verb.i else []
    clause = next((x for x in (*below, *above) if grammar.is_verb(x) or grammar.children(x, {"cop"})), None)
    subject = next(iter(grammar.children(verb, grammar.SUBJECT)), None)
    start = min(verb.i, subject.left_edge.i if subject is not None else verb.i)
    before = verb.doc[max(start - 1, 0) : start + 1]  # a comma may be part of what it stands before
    stands_off = start > 0 and any(t.text in _ENDS_OF_SPEECH for t in before)
    return clause if stands_off and clause is not None and subject is not None else None


_ENDS_OF_SPEECH = frozenset({",", "”", '"', "''"})


def is_telling(verb: Token, lexicon: Lexicon) -> bool:
    """Whether a verb says, thinks or hopes what its clause tells, which then needs no "that"."""
    lemma, title = verb.lemma_.lower(), lexicon.title
    says = lemma in lexicon.reporting or lemma in lexicon.strong or lexicon.verbs.get(lemma) == "statement"
    hopes = lemma in lexicon.status["hoped_verbs"]
    return says or hopes or lemma in title["with_content"] or lemma in title["with_statement"]


def retold(verb: Token, names: Names, own: str | None) -> dict[int, str] | None:
    """`_reported`, of what is said in a reported clause, too: "warns it is early to assume the fever is mild"."""
    out = reported(verb, names, own)
    for x in (verb, *grammar.children(verb, {"xcomp", "advcl"})):
        inner = content_of(x, names.lexicon)
        if out is not None and inner is not None:
            out |= reported(inner, names, own) or {}
    return out


def reported(verb: Token, names: Names, own: str | None) -> dict[int, str] | None:
    """What is written for words of a reported clause under a headline's present; None: of whom it is, is not known."""
    subject = next(iter(grammar.children(verb, grammar.SUBJECT) or grammar.children(verb, {"expl"})), None)
    subject = subject or _raised(verb) or next(iter(grammar.children(verb, {"csubj"})), None)
    if subject is None:
        return None
    out: dict[int, str] = {}
    if subject.dep_ != "expl" and subject.lower_ in names.lexicon.third_person_of:
        told = _reported_pronoun(subject, names, own)
        if not told:
            return None
        out[subject.i] = told
    many = len(grammar.conjuncts(subject)) > 1 or out.get(subject.i) == "they" or goes_with_many(verb, subject, names)
    done = _is_done(verb, names)
    then = not (verb.dep_ == "ccomp" and verb.head.tag_ in {"VBZ", "VBP"})  # "says a tax would hurt them" keeps "would"
    for t in (*grammar.auxiliaries(verb), verb) if then else ():
        word = in_present(t, verb, names.lexicon, many=many, done=done)
        if word != t.text:
            out[t.i] = word
    for t in _denials(verb):
        out[t.i] = names.lexicon.full_forms.get(t.lower_, t.text)
    complement = next((x for x in verb.children if x.dep_ == "xcomp" and grammar.has_to(x)), None)
    if verb.lower_ == "able" and complement is not None:  # "will be able to separate" is "can separate"
        out |= {t.i: "" for t in (*grammar.auxiliaries(verb), *grammar.children(complement, {"mark"}))}
        out[verb.i] = "can"
    return out


def _is_done(verb: Token, names: Names) -> bool:
    """Whether a reported clause tells what was done by then, not how things were, nor on what terms they would be."""
    words = names.lexicon
    marks = {m.lower_ for m in grammar.children(verb, {"mark"})}
    if marks & words.title["provided"] or not grammar.tells(verb):
        return False
    if grammar.asks(verb):
        return True  # "is to find out whether it was closed"
    if grammar.is_passive(verb):  # "was closed by a court", not "the port was closed"
        below = grammar.children(verb, grammar.OBLIQUE)
        return any(n.i in names.skip or n.dep_ == "obl:agent" for n in below)
    lasts = verb.lemma_.lower() in words.dating["states"] | words.title["lasting"]
    lasts = lasts and not (verb.lemma_.lower() in words.status["planned_verbs"] and grammar.objects(verb))
    return not lasts and not grammar.auxiliaries(verb)


def _raised(verb: Token) -> Token | None:
    """The subject of a reported clause that the parser made its verb's object: "warned mines are flooding"."""
    if verb.dep_ != "ccomp" or not grammar.is_finite(verb):
        return None
    objects = [o for o in grammar.children(verb.head, grammar.OBJECT) if verb.head.i < o.i < verb.i]
    return objects[-1] if objects else None


def _reported_pronoun(subject: Token, names: Names, own: str | None) -> str:
    """Whom a reported clause is about; "" for a pronoun of somebody unknown: "rules he must be returned"."""
    told = names.lexicon.third_person_of[subject.lower_]
    actor = names.actor.get(subject.i)
    if actor is not None:
        told_to = {names.actor.get(o.i) for c in grammar.chain(subject.head) for o in grammar.objects(c)}
        above = grammar.teller(subject, names.lexicon.status["claim_nouns"])
        tellers = [t for s in grammar.subjects(above) for t in person_of(s, names) or ()] if above is not None else []
        told_to |= {names.actor[t.i] for t in tellers}  # "the boy's uncle, Ole Berg, denied that he would leave"
        return told if actor == own or actor in told_to else names.short(actor)
    if told != subject.lower_:
        return told  # "we" in a quote
    above = grammar.teller(subject, names.lexicon.status["claim_nouns"])
    alike = above is not None and [s.lower_ for s in grammar.subjects(above)] == [subject.lower_]
    one_still = alike and told not in names.lexicon.roles["person_reporters"]  # "It announced that it would close"
    return told if one_still or reporters(subject, names, by_name=True) else ""


def reporters(pronoun: Token, names: Names, *, by_name: bool = False) -> list[Token]:
    """Whom "they", "it" or "he" of a reported clause stands for: "engineers said that they had built a bridge".

    `by_name`: or may stand for, a person by name, who is not sure to be "she": "Holm said she (the nurse) was freed".
    """
    if pronoun.i in names.actor or pronoun.i in names.antecedent:
        return []
    roles, low = names.lexicon.roles, pronoun.lower_
    kind = next((k for k in _REPORTERS if low in roles[k]), None)
    if kind is None:
        return []
    above = grammar.teller(pronoun, names.lexicon.status["claim_nouns"])
    around = person_around(pronoun, names.lexicon) if kind == "person_reporters" and above is not None else None
    found = [around] if around is not None else grammar.subjects(above) if above is not None else []
    if kind == "person_reporters" and found and _is_of_others(pronoun, found[0], names):
        return []  # "Kos said that when Lund fell, he called a doctor"
    several = many_around(pronoun, names.lexicon) if kind == "many_reporters" and found else []
    found = several or found
    if len(several) > 1 or any(names.is_vague(t) or t.i in names.skip for t in found):
        return []
    joined = kind == "many_reporters" and len(found) > 1  # "police and prosecutors said they had"
    if not by_name and found and names.kind.get(names.actor.get(found[0].i, "")) == "person":
        return []
    return found if joined or (len(found) == 1 and _may_be(found[0], kind, names)) else []


def _is_of_others(pronoun: Token, sayer: Token, names: Names) -> bool:
    """Whether what is said is of somebody else by name before it comes to "he"."""
    between = pronoun.doc[sayer.i + 1 : pronoun.i]
    doers = {names.actor.get(t.i) for t in between if t.pos_ == "PROPN" and t.dep_ in grammar.SUBJECT}
    return any(names.kind.get(i) == "person" for i in doers - {None, names.actor.get(sayer.i)} if i is not None)


def _may_be(sayer: Token, kind: str, names: Names) -> bool:
    """Whether a pronoun of a kind may be who reports it: several, a body or a country, a person."""
    groups, lemma = names.lexicon.groups, sayer.lemma_.lower()
    unit = lemma in groups["units"] and sayer.tag_ == "NN" and bool(grammar.children(sayer, {"compound", "amod"}))
    many, body = is_many(sayer, names), lemma in groups["bodies"] or unit  # "the coast guard"
    person = names.kind.get(names.actor.get(sayer.i, "")) == "person"
    if kind == "person_reporters":
        heads = lemma in names.lexicon.roles["kin"] and not grammar.children(
            sayer, {"nmod:poss"}
        )  # "the chief of a bank"
        unnamed = sayer.i not in names.actor and (heads or is_group(sayer, names.lexicon))
        return not many and not body and (person or unnamed)
    if kind == "many_reporters":
        return not person and (many or body)
    paper = lemma in names.lexicon.title["telling_things"]  # "a statement said it had killed a guard"
    return not (person or many or paper) and (unit or lemma not in groups["people"])


def _denials(verb: Token) -> list[Token]:
    """The words that deny a clause: "not", "no longer"."""
    out: list[Token] = []
    for c in grammar.children(verb, {"advmod", "neg"}):
        below = [x for x in c.children if x.lower_ in grammar.NEGATIONS]
        if c.lower_ in grammar.NEGATIONS or below:
            out += [*below, c]
    return out
