"""The title of an event as a calendar has it: "Lavrov meets Kerry in Moscow", "Third round of intra-Syrian talks".

Of a clause the verb is put in the headline's present ("meets", "to declare"); its subject and what follows
are the text's own words in the text's order, cut where they may end (phrases.py). What a clause cannot do
without (its object, its complement) is never what a long title loses. A clause that lacks it is a stub, and
one that the parser plainly misread is known by its title: neither is fit to be seen.
"""

from __future__ import annotations

import re

from spacy.tokens import Token

from timeline.events import grammar
from timeline.events.lexicon import Lexicon
from timeline.events.phrases import Names, cut, listed, listed_before, person_of, phrase, spell

SOMEBODY = ""  # who does it, where nobody knows the name: "his house" may be that one's own
_NO_CLAUSE = frozenset(
    "punct conj cc mark case aux aux:pass cop advmod compound:prt det obj iobj nsubj nsubj:pass expl".split()
)
LENGTH = 88  # characters of a title, where its end may be chosen


def noun_title(
    top: Token,
    names: Names,
    *,
    type_: str,
    status: str,
    agents: list[str],
    others: list[str],
    place: str | None = None,
) -> str:
    """A noun phrase as a title; a bare one ("meeting") becomes a headline of who does it with whom."""
    people = [*agents, *(o for o in others if o not in agents)]
    plain = is_plain(top, names)
    if plain and len(people) > 1 and type_ in {"meeting", "talks"}:
        verb = "meet" if type_ == "meeting" else "hold talks"
        verb = "to " + verb if status in {"planned", "hoped"} else verb
        return _capital(f"{listed(people[:3])} {verb}" + (f" in {place}" if place else ""))
    words = phrase(top, names, room=10, clauses=True)
    if plain and len(words.split()) < 3 and people and not any(p.lower() in words.lower() for p in people):
        if len(people) > 1:
            words += f" of {listed(people[:3])}"
        elif not agents:
            words += f" with {people[0]}"
        elif type_ not in {"meeting", "talks", "agreement"}:  # nobody meets or agrees alone
            words += f" by {people[0]}"
    if place and place.lower() not in words.lower() and len(words) + len(place) < LENGTH:
        words += f" in {place}"
    return _capital(words)


def is_plain(top: Token, names: Names) -> bool:
    """Whether an occasion's noun says nothing of which one it is: "the session"."""
    described = any(c.dep_ in {"amod", "compound", "nummod"} and c.i not in names.skip for c in top.children)
    return not described and top.lemma_.lower() not in names.lexicon.quantities


def is_bare(title: str, top: Token, names: Names) -> bool:
    """Whether a title tells of an occasion nothing but weak adjectives: "Private meetings", "Press conference"."""
    words = title.lower().split()
    before = words[:-1] if words[-1] in {top.lower_, top.lemma_.lower()} else words
    named = " ".join([*words[-2:-1], top.lemma_.lower()]) in names.lexicon.nouns  # "press conference"
    if named and len(words) == 2:
        return True
    light = names.lexicon.nouns.get(top.lemma_.lower()) in {"other", "visit", "statement"}
    described = {c.lower_ for c in top.children if light and c.pos_ in {"ADJ", "VERB", "NUM"} and c.i < top.i}
    return all(w in names.lexicon.title["weak_adjectives"] or w in described for w in before)  # "compatible release"


def verb_title(verb: Token, names: Names, *, status: str, agents: list[str], place: str | None) -> str:
    """A clause as a headline: who, the verb as the status wants it, whom or what, where.

    `agents` are the short names of those that do it, for a clause whose subject is not at hand.
    """
    passive = _is_passive(verb, names.lexicon)
    subject = _subject_words(verb, names)
    if not subject and not passive:
        subject = listed(agents[:3])
    own = _own_actor(verb, names)
    if own is None and len(grammar.subjects(verb)) == 1 and grammar.subjects(verb)[0].tag_ == "NN":
        own = SOMEBODY
    plural = _plural(verb, subject, names)
    objects = [o for o in grammar.children(verb, grammar.OBJECT) if not names.is_vague(o) and o.i not in names.skip]
    told = any(o.tag_ != "WP" for o in objects)
    participle = verb.tag_ == "VBN" or (verb.tag_ == "VBD" and verb.lower_.endswith("ed"))
    if not subject and not passive and objects and participle and status in {"occurred", "ongoing"}:
        # nobody is named: "Mayor's office raided" rather than "Raids mayor's office"
        done = " ".join([phrase(objects[0], names, room=8), verb.lower_])
        return _capital(f"{done} in {place}" if place and place.lower() not in done.lower() else done)
    head = " ".join(_verb_words(verb, status, passive, plural, names.lexicon, told=told))
    nominal = names.lexicon.nominal.get(verb.lemma_.lower())
    if not subject and not passive and nominal is not None and status not in {"denied", "possible"}:
        # nobody is named: "Agreement on a timetable" rather than "Agrees on a timetable"
        head = nominal
        if objects:
            head += " of"
    rest = _rest(verb, names, own=own, room=LENGTH - len(subject) - len(head) - 2)
    text = " ".join(w for w in (subject, head, rest) if w)
    if place and place.lower() not in text.lower() and len(text) + len(place) < LENGTH:
        beside = names.lexicon.title["prepositions"].intersection(rest.split())  # it would belong to another word
        if not beside and _content(verb, names.lexicon) is None:
            text += f" in {place}"
    return _capital(text)


def deadline_title(verb: Token, names: Names) -> str:
    """What somebody has until a day to do: "Deadline for rebels to leave town"."""
    whom = (grammar.objects(verb) or grammar.subjects(verb))[:1]
    what = next(c for c in grammar.children(verb, {"xcomp", "advcl", "acl"}) if grammar.has_to(c))
    head = " ".join(
        ["Deadline", *(f"for {phrase(w, names)}" for w in whom if not names.is_vague(w)), f"to {what.lemma_.lower()}"]
    )
    return f"{head} {_rest(what, names, own=None, room=LENGTH - len(head) - 1)}".rstrip()


def _is_passive(verb: Token, lexicon: Lexicon) -> bool:
    """Whether a title has the passive or its form, "to be available"; what explodes or dies has none."""
    if verb.pos_ == "ADJ" and grammar.children(verb, {"cop"}):
        return True
    bare = not any(c.dep_ in grammar.PASSIVE for c in verb.children)
    return grammar.is_passive(verb) and not (bare and verb.lemma_.lower() in lexicon.title["never_passive"])


def is_misread(title: str, verb: Token, names: Names) -> bool:
    """Whether a clause's title shows that the parser went astray: no agreement, a time as subject, words cut off."""
    subjects = grammar.subjects(verb)
    if subjects and _disagrees(verb, subjects, names.lexicon):
        return True
    if any(t.i in names.lasting and all(p != "of" for p, _ in grammar.obliques(t)) for t in subjects):
        return True  # "ten months after the round broke up"
    if not subjects and grammar.is_passive(verb):
        return True
    words = title.lower().split()
    if words[-1] in names.lexicon.title["copulas"]:
        return True  # "announces there are"
    said = {verb.lower_, verb.lemma_.lower(), _third_person(verb.lemma_.lower(), names.lexicon)}
    said |= names.lexicon.title["auxiliaries"]
    if words[0] in said or (words[0] in names.lexicon.title["quantifiers"] and said.intersection(words[1:2])):
        return True  # nobody and nothing does it
    own = {t.lower_ for t in verb.children if t.dep_ in {"compound:prt", "prt", "advmod"}}
    last, small = words[-1], names.lexicon.title
    return last not in own and (last in small["prepositions"] or last in small["articles"])


def is_stub(title: str, verb: Token, names: Names) -> bool:
    """Whether a title lacks what its verb wants: "Airline announces", "Jobs founds", "Works in Toronto"."""
    lemma = verb.lemma_.lower()
    lexicon = names.lexicon
    words = title.lower().split()
    passive = _is_passive(verb, lexicon)
    forms = {lemma, _third_person(lemma, lexicon)}
    if len(words) == 2 and _says_little(verb, names):
        return True
    if verb.tag_ == "VBG" and verb.dep_ == "advcl" and lemma in lexicon.triggers["phases"]:
        return not _needed(verb, names)  # "will join the bank, starting on Monday"
    if passive:
        return False
    done = [o for o in grammar.children(verb, grammar.OBJECT) if o.i not in names.skip and o.tag_ != "WP"]
    done = [o for o in done if not o.lower_.endswith(("self", "selves"))]
    if done and lemma not in lexicon.title["with_content"] and all(names.is_vague(o) for o in done):
        return True  # "BP chokes off": what it was is not said
    if lemma in lexicon.title["complete"]:
        return False
    if words[-1] in forms:
        return True
    content = _content(verb, lexicon)
    told = content is not None and _reported(content, names, None) is not None
    needed = _needed(verb, names)
    if lemma in lexicon.title["with_content"]:
        return not told and needed <= {o.i for o in grammar.objects(verb)}  # "tells Senate panel"
    if lexicon.nominal.get(lemma, "") in title.split():
        return False
    return lemma in lexicon.title["with_object"] and not (needed or told or _done_above(verb, names, None))


def _says_little(verb: Token, names: Names) -> bool:
    """Whether a clause's subject is neither somebody nor an occasion: "Report released", "Twenty found"."""
    heads = [h for h in grammar.subjects(verb) if h.i not in names.skip]
    heads += grammar.children(verb, grammar.OBJECT)  # "11 people killed"
    nouns = names.lexicon.nouns
    return not any(
        h.i in names.actor
        or h.pos_ == "PROPN"
        or h.i in names.antecedent
        or nouns.get(h.lemma_.lower(), nouns.get(h.lower_, "statement")) != "statement"
        for h in heads
    )


def _disagrees(verb: Token, subjects: list[Token], lexicon: Lexicon) -> bool:
    """Whether a verb's form is singular and its subject plural: "tests revealed the traveller was carrying"."""
    if len(subjects) > 1 or not grammar.children(verb, grammar.SUBJECT):
        return False
    finite = [t for t in (*grammar.auxiliaries(verb), verb) if t.tag_ in {"VBZ", "VBD"} and t.head in {verb, verb.head}]
    singular = any(t.tag_ == "VBZ" or t.lower_ == "was" for t in finite)
    return singular and subjects[0].tag_ == "NNS" and subjects[0].lower_ not in lexicon.title["singular"]


def _own_actor(verb: Token, names: Names) -> str | None:
    """The actor that is a clause's subject."""
    return next((names.actor[s.i] for s in grammar.subjects(verb) if s.i in names.actor), None)


def has_subject(verb: Token, names: Names) -> bool:
    """Whether a clause says of whom or of what it is."""
    return any(h.i in names.pair or not names.is_vague(h) for h in _subject_heads(verb, names))


def _subject_heads(verb: Token, names: Names) -> list[Token]:
    """The heads of a clause's subject, without a day that the parser took for one: "we have today lifted"."""
    heads = [_reporter(h, names) or h for h in grammar.subjects(verb) if h.i not in names.skip]
    return [*listed_before(heads[0], names), *heads] if heads else []


def _reporter(pronoun: Token, names: Names) -> Token | None:
    """Whom "they" or "it" of a reported clause stands for: "engineers said that they had built a bridge"."""
    many = pronoun.lower_ in names.lexicon.roles["many_reporters"]
    if not (many or pronoun.lower_ in names.lexicon.roles["one_reporter"]):
        return None
    if pronoun.i in names.actor or pronoun.i in names.antecedent:
        return None
    cur = pronoun.head
    for above in grammar.chain(cur):
        if cur.dep_ == "ccomp" and grammar.is_verb(above):
            found = grammar.subjects(above)
            if len(found) != 1 or names.is_vague(found[0]) or found[0].i in names.skip:
                return None
            person = names.kind.get(names.actor.get(found[0].i, "")) == "person"
            return found[0] if many == is_many(found[0], names) and not person else None
        cur = above
    return None


def _subject_words(verb: Token, names: Names) -> str:
    heads = _subject_heads(verb, names)
    if not heads:
        return ""
    first = heads[0]
    group = min(verb.i, *(a.i for a in grammar.auxiliaries(verb)), verb.i)
    if not grammar.children(verb, grammar.SUBJECT) and verb.dep_ in grammar.REDUCED and grammar.is_passive(verb):
        if not _is_passive(verb, names.lexicon):
            first = _occasion_above(first, names) or first
        return phrase(first, names, room=7, before=group)
    if first.i in names.pair:
        return listed([names.short(a) for a in names.pair[first.i]])
    if names.is_vague(first):
        return ""
    if len(heads) > 1 and heads == grammar.conjuncts(first):
        return phrase(first, names, room=10, before=group)
    if len(heads) > 1 and all(names.actor.get(h.i) or person_of(h, names) for h in heads):
        found = [spell(person_of(h, names) or [h], names) for h in heads]
        return listed(list(dict.fromkeys(found))[:4])
    return phrase(first, names, room=7, before=group).replace(" nor ", " and ")


def _occasion_above(noun: Token, names: Names) -> Token | None:
    """The occasion that a noun is part of: "talks between Chad and its neighbours reopened"; the talks did."""
    above = next((h for h in grammar.chain(noun) if h.lemma_.lower() in names.lexicon.nouns), None)
    return above if noun.dep_ in {"conj", "nmod"} and noun.lemma_.lower() not in names.lexicon.nouns else None


def _rest(verb: Token, names: Names, *, own: str | None, room: int = LENGTH) -> str:
    """What follows a verb, as the text has it, in so many characters."""
    title = names.lexicon.title
    content = _content(verb, names.lexicon)
    stop, away, instead = verb.right_edge.i + 1, set[int](), dict[int, str]()
    least = _needed(verb, names)
    if content is not None:
        told = _retold(content, names, own)
        if told is None:
            stop = content.left_edge.i
        else:
            instead = told
            least |= _whole(content, names)
            if _is_telling(verb, names.lexicon):
                away |= {x.i for x in content.children if x.dep_ == "mark" and x.lower_ == "that"}
            away |= {i for i, word in told.items() if not word}
            away |= {x.i for _, n in grammar.obliques(verb) if n.i < content.left_edge.i for x in n.subtree}
    for o in grammar.children(verb, grammar.OBJECT):
        if o.i in names.skip and verb.lemma_.lower() in title["fixes_a_date"] and not grammar.is_passive(verb):
            instead[o.i] = "date"  # "set 25 February for their return"
    after = verb.nbor() if verb.i + 1 < len(verb.doc) else verb
    if verb.lemma_ == "meet" and after.lower_ == "with" and not grammar.is_passive(verb):
        away.add(after.i)
    done = "" if any(o.i > verb.i for o in grammar.children(verb, grammar.OBJECT)) else _done_above(verb, names, own)
    if stop <= verb.i + 1:
        return done
    span = verb.doc[verb.i + 1 : stop]
    rest = cut(span, names, least=least, room=room - len(done), own=own, away=away, instead=instead)
    return f"{done} {rest}".strip()


def _done_above(verb: Token, names: Names, own: str | None) -> str:
    """The object of a relative clause, which stands before it: "the deal they signed"."""
    if verb.dep_ not in grammar.RELATIVE | grammar.REDUCED or verb.head.i in names.skip:
        return ""
    relative = verb.head in grammar.objects(verb) or any(
        o.tag_ == "WDT" for o in grammar.children(verb, grammar.OBJECT)
    )
    return phrase(verb.head, names, own=own) if relative else ""


def _needed(verb: Token, names: Names) -> set[int]:
    """The tokens after a verb without which its clause is a torso: objects, complements and theirs."""
    lemma, title = verb.lemma_.lower(), names.lexicon.title
    out: set[int] = set()
    before: set[str] = set()
    fixes = lemma in title["fixes_a_date"]
    for c in verb.children:
        if c.i < verb.i or (c.i in names.skip and c.dep_ in grammar.OBLIQUE | grammar.OBJECT and not fixes):
            continue
        given = c.dep_ == "obl:unmarked" and (lemma in title["gives"] or _is_amount(c))
        if (c.dep_ in grammar.OBJECT or given) and c.left_edge.text == ",":
            continue  # "reported a case, a man who …": the same again; "reopened on Monday, two years after the coup"
        if c.dep_ in grammar.OBJECT | {"compound:prt", "prt"} or given:
            if not names.is_vague(c) or c.tag_ == "WP":
                out |= {c.i, *_of_state(c, verb, names)}
        elif (c.dep_ == "xcomp" and not grammar.is_finite(c)) or (
            c.dep_ == "advcl" and grammar.has_to(c) and _takes_infinitive(verb, before, names)
        ):
            out |= _whole(c, names)
        before.add(c.dep_)
    return out


def _whole(verb: Token, names: Names) -> set[int]:
    """A subordinate verb and all that it needs, what it says included."""
    told = _content(verb, names.lexicon)
    return {verb.i, *_needed(verb, names), *(_whole(told, names) if told is not None else ())}


def _takes_infinitive(verb: Token, before: set[str], names: Names) -> bool:
    """Whether an infinitive completes a verb that has such parts already: "urged the two sides to meet"."""
    if before & grammar.OBLIQUE:
        return False
    return not before & grammar.OBJECT or verb.lemma_.lower() in names.lexicon.title["with_infinitive"]


def _of_state(noun: Token, verb: Token, names: Names) -> set[int]:
    """What completes a verb's object: "agreed to have the case heard", "tell you what we can do"."""
    state = verb.lemma_.lower() in names.lexicon.title["with_state"]
    told = [c for c in noun.children if c.i > noun.i and c.dep_ in grammar.REDUCED | grammar.RELATIVE]
    return {i for c in told if (state and c.tag_ == "VBN") or noun.tag_ == "WP" for i in (c.i, *_needed(c, names))}


def _is_amount(noun: Token) -> bool:
    return noun.tag_ in {"$", "CD"} or noun.text == "%" or any(c.dep_ == "nummod" for c in noun.children)


def _content(verb: Token, lexicon: Lexicon) -> Token | None:
    """The clause that a verb of saying says; parsers also hang it on the noun before it ("in a memo that he …")."""
    lemma = verb.lemma_.lower()
    reports = lemma in lexicon.reporting or lemma in lexicon.strong
    tells = _is_telling(verb, lexicon)
    asides = [n.i for _, n in grammar.obliques(verb) if n.i > verb.i] if not tells else []
    for x in verb.children:
        if x.i < verb.i or x.dep_ in _NO_CLAUSE or any(i < x.i for i in asides):
            continue  # "comes amid charges from senators that …"
        marks = {m.lower_ for m in x.children if m.dep_ == "mark"}
        said = "that" in marks or (
            (tells or verb.tag_ == "VB") and x.dep_ == "ccomp" and not marks & lexicon.status["scene_prepositions"]
        )
        if any(t.tag_ == "WDT" for t in x.doc[x.left_edge.i : x.i]):
            continue  # "agreed to a deal in which films will be on sale"
        source = "that" not in marks and x.doc[x.left_edge.i - 1].text == ","  # "joined the hunt, officials said"
        clause = grammar.is_verb(x) or bool(grammar.children(x, {"cop"}))
        if said and clause and not source:
            return x
    for o in verb.children if reports else ():
        for x in o.children:
            told = o.tag_ == "WP" or any(m.dep_ == "mark" and m.lower_ == "that" for m in x.children)
            if x.dep_ in grammar.RELATIVE and told:
                return x
    return None


def _retold(verb: Token, names: Names, own: str | None) -> dict[int, str] | None:
    """`_reported`, of what is said in a reported clause, too: "warns it is early to assume the fever is mild"."""
    out = _reported(verb, names, own)
    for x in (verb, *grammar.children(verb, {"xcomp", "advcl"})):
        inner = _content(x, names.lexicon)
        if out is not None and inner is not None:
            out |= _reported(inner, names, own) or {}
    return out


def _is_telling(verb: Token, lexicon: Lexicon) -> bool:
    """Whether a verb says, thinks or hopes what its clause tells, which then needs no "that"."""
    title = lexicon.title
    known = (lexicon.reporting, lexicon.strong, title["with_content"], title["with_statement"])
    return lexicon.verbs.get(verb.lemma_.lower()) == "statement" or any(
        verb.lemma_.lower() in words for words in (*known, lexicon.status["hoped_verbs"])
    )


def _reported(verb: Token, names: Names, own: str | None) -> dict[int, str] | None:
    """What is written for words of a reported clause under a headline's present; None: of whom it is, is not known."""
    subject = next(iter(grammar.children(verb, grammar.SUBJECT) or grammar.children(verb, {"expl"})), None)
    subject = subject or _raised(verb)
    if subject is None:
        return None
    out: dict[int, str] = {}
    if subject.dep_ != "expl" and subject.lower_ in names.lexicon.third_person_of:
        told = _reported_pronoun(subject, names, own)
        if not told:
            return None
        out[subject.i] = told
    many = len(grammar.conjuncts(subject)) > 1 or is_many(subject, names) or out.get(subject.i) == "they"
    for t in (*grammar.auxiliaries(verb), verb):
        word = _in_present(t, verb, names.lexicon, many=many)
        if word != t.text:
            out[t.i] = word
    for t in _denials(verb):
        out[t.i] = names.lexicon.full_forms.get(t.lower_, t.text)
    complement = next((x for x in verb.children if x.dep_ == "xcomp" and grammar.has_to(x)), None)
    if verb.lower_ == "able" and complement is not None:  # "will be able to separate" is "can separate"
        out |= {t.i: "" for t in (*grammar.auxiliaries(verb), *grammar.children(complement, {"mark"}))}
        out[verb.i] = "can"
    return out


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
        return told if actor == own else names.short(actor)
    if told != subject.lower_:
        return told  # "we" in a quote
    return told if _reporter(subject, names) is not None else ""


def _denials(verb: Token) -> list[Token]:
    """The words that deny a clause: "not", "no longer"."""
    out: list[Token] = []
    for c in grammar.children(verb, {"advmod", "neg"}):
        below = [x for x in c.children if x.lower_ in grammar.NEGATIONS]
        if c.lower_ in grammar.NEGATIONS or below:
            out += [*below, c]
    return out


def _in_present(token: Token, verb: Token, lexicon: Lexicon, *, many: bool) -> str:
    """A word of a reported verb group, moved to the headline's present: "was withdrawing" is "is withdrawing"."""
    low = token.lower_
    word = lexicon.full_forms.get(low, token.text)
    if token != verb and token.dep_ in {"aux", "aux:pass", "auxpass", "cop"}:
        word = lexicon.backshifted.get(low, word)
        if low == "could" and any(a.lower_ == "have" for a in grammar.auxiliaries(verb)):
            word = token.text
    elif token == verb and token.tag_ == "VBD" and not grammar.auxiliaries(token):
        return _plural_present(token.lemma_) if many else _third_person(token.lemma_, lexicon)
    return lexicon.plural_forms.get(word, word) if many else word


def _verb_words(verb: Token, status: str, passive: bool, plural: bool, lexicon: Lexicon, *, told: bool) -> list[str]:
    lemma = verb.lemma_.lower()
    if lemma == "tell" and not told:
        lemma = "say"  # nobody is left to be told
    participle = verb.text.lower() if verb.tag_ in {"VBN", "VBD"} else lemma
    if status == "possible" and not passive and any(a.lemma_ == "have" for a in grammar.auxiliaries(verb)):
        return ["may have", participle]
    if passive:
        return {
            "planned": ["to be", participle],
            "hoped": ["to be", participle],
            "possible": ["may be", participle],
            "conditional": ["would be", participle],
            "denied": ["not", participle],
            "ongoing": ["being", participle],
        }.get(status, [participle])
    base = _third_person(lemma, lexicon) if not plural else _plural_present(lemma)
    if status == "denied" and any(grammar.negation(o) is not None for o in grammar.children(verb, grammar.OBJECT)):
        return [base]  # "reaches no agreement": its object says so
    return {
        "planned": ["to", lemma],
        "hoped": ["to", lemma],
        "possible": ["may", lemma],
        "conditional": ["would", lemma],
        "denied": [_denial(verb, plural), lemma],
    }.get(status, [base])


def _denial(verb: Token, plural: bool) -> str:
    """How a title says that something is not so: with the time that the clause has."""
    aux = grammar.auxiliaries(verb)
    if verb.tag_ == "VBD" or any(a.tag_ == "VBD" or a.lemma_ == "have" for a in aux):
        return "did not"
    if any(a.lemma_ in {"will", "wo", "would", "shall"} for a in aux):
        return "will not"
    return "do not" if plural else "does not"


def _third_person(lemma: str, lexicon: Lexicon) -> str:
    irregular = lexicon.third_person.get(lemma)
    if irregular:
        return irregular
    if re.search(r"(?:s|x|z|ch|sh|[^aeiou]o)$", lemma):
        return lemma + "es"
    if re.search(r"[^aeiou]y$", lemma):
        return lemma[:-1] + "ies"
    return lemma + "s"


def _plural_present(lemma: str) -> str:
    return {"be": "are"}.get(lemma, lemma)


def _plural(verb: Token, subject: str, names: Names) -> bool:
    """Whether the verb of a title goes with many."""
    heads = _subject_heads(verb, names)
    if heads and heads[0].i in names.pair:
        return True
    if len(heads) > 1 or (not heads and " and " in subject):
        return subject not in {names.short(a) for a in names.kind}  # "Bosnia and Herzegovina"
    return bool(heads) and is_many(heads[0], names)


def is_many(head: Token, names: Names) -> bool:
    """Whether a noun stands for many: "scientists", "200", "most of the ministers", never a body of its name."""
    words = names.lexicon.title
    actor = names.actor.get(head.i, "")
    if head.lower_ in words["plural"]:
        return not actor or head.pos_ != "PRON"  # "we" of a quote is who says it
    kind = names.kind.get(actor)
    if kind in {"person", "place"} or (kind == "country" and names.is_name(head.text, actor)):
        return False
    if kind == "organisation" and names.is_name(head.text, actor) and names.short(actor) != head.text:
        return False  # "Dataproducts" of Dataproducts Inc.
    if kind is not None and any(names.actor.get(i) == actor for i in (head.i - 1, head.i + 1)):
        return False  # "Rhine Airways", not "Republicans"
    if head.tag_ in {"NNS", "NNPS"}:
        return head.lower_ not in words["singular"]
    one = any(c.lower_ == "the" for c in head.children) and head.lower_ in words["counted_as_one"]
    counted = [n for p, n in grammar.obliques(head) if p == "of" and n.tag_ in {"NNS", "NNPS"} and not one]
    if counted and head.lower_ in words["counting"]:
        return True
    return head.tag_ == "CD" and head.lower_ not in {"one", "1"} and not counted


def _capital(text: str) -> str:
    text = text.strip(" ,;:.-–—\"'“”‘’")
    first = text.split(" ", 1)[0]
    return text if first != first.lower() else text[:1].upper() + text[1:]  # "iPhone"
