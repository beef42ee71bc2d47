"""The title of an event as a calendar has it: "Lavrov meets Kerry in Moscow", "Third round of intra-Syrian talks".

Titles are built from the parse, never cut from the sentence: articles dropped, names short, the
verb in the headline's present ("meets", "to declare"), the date left to the calendar. What a clause
cannot do without (its object, its complement) is never what a long title loses. A clause that lacks it
is a stub, and one that the parser plainly misread is known by its title: neither is fit to be seen.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.tokens import Token

from timeline.events import grammar
from timeline.events.lexicon import Lexicon
from timeline.events.phrases import Names, listed, listed_before, person_of, phrase, spell

CLAUSE = 48  # characters that a clause of content may always have
SPILL = 24  # characters that a clause may be longer rather than lose its object
LENGTH = 80  # characters after which parts that may be left out are left out


@dataclass(frozen=True, slots=True)
class Part:
    """What follows a verb in a title; those of weight 0 stay, the heaviest goes first."""

    at: int  # index of its word in the text, whose order titles keep
    text: str
    weight: int = 0


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
    words = phrase(top, names, room=9)
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
        text += f" in {place}"
    return _capital(text)


def _is_passive(verb: Token, lexicon: Lexicon) -> bool:
    """Whether a title has the passive: what explodes or dies has no passive, whatever the parser says."""
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
    if passive or lemma in lexicon.title["complete"]:
        return False
    done = [o for o in grammar.children(verb, grammar.OBJECT) if o.i not in names.skip and o.tag_ != "WP"]
    if done and lemma not in lexicon.title["with_content"] and all(names.is_vague(o) for o in done):
        return True  # "BP chokes off": what it was is not said
    if words[-1] in forms:
        return True
    needed = [p for p in _parts(verb, names, own=None, tight=True, room=LENGTH) if p.weight == 0]
    if lemma in lexicon.title["with_content"]:
        objects = {o.i for o in grammar.children(verb, grammar.OBJECT) if o.tag_ != "WP"}
        return all(p.at in objects for p in needed)  # "tells Senate panel"
    if lexicon.nominal.get(lemma, "") in title.split():
        return False
    return lemma in lexicon.title["with_object"] and not needed


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
    if not grammar.children(verb, grammar.SUBJECT) and verb.dep_ in grammar.REDUCED and grammar.is_passive(verb):
        if not _is_passive(verb, names.lexicon):
            first = _occasion_above(first, names) or first
        return phrase(first, names, room=7, depth=0)
    if first.i in names.pair:
        return listed([names.short(a) for a in names.pair[first.i]])
    if names.is_vague(first):
        return ""
    if len(heads) > 1 and all(names.actor.get(h.i) or person_of(h, names) for h in heads):
        found = [spell(person_of(h, names) or [h], names) for h in heads]
        return listed(list(dict.fromkeys(found))[:4])
    return phrase(first, names, room=7, depth=1).replace(" nor ", " and ")


def _occasion_above(noun: Token, names: Names) -> Token | None:
    """The occasion that a noun is part of: "talks between Chad and its neighbours reopened"; the talks did."""
    above = next((h for h in grammar.chain(noun) if h.lemma_.lower() in names.lexicon.nouns), None)
    return above if noun.dep_ in {"conj", "nmod"} and noun.lemma_.lower() not in names.lexicon.nouns else None


def _rest(verb: Token, names: Names, *, own: str | None, room: int = LENGTH) -> str:
    """Object, complement and the prepositional phrases that a headline keeps, in the text's order."""
    return _fitting(verb, names, own=own, room=room, clauses=True)


def _fitting(verb: Token, names: Names, *, own: str | None, room: int, clauses: bool) -> str:
    """What follows a verb in so many characters: first what may go goes, then phrases are cut short."""
    parts: list[Part] = []
    for tight in (False, True):
        parts = _once(_parts(verb, names, own=own, tight=tight, room=room, clauses=clauses), names)
        while len(_joined(parts)) > room and any(p.weight for p in parts):
            heaviest = max(p.weight for p in parts)
            parts.remove([p for p in parts if p.weight == heaviest][-1])
        if len(_joined(parts)) <= room:
            break
    return _joined(parts)


def _once(parts: list[Part], names: Names) -> list[Part]:
    """Parts in the text's order; of a name that the parser took apart the first: "with Recep / Erdogan"."""
    out: list[Part] = []
    for p in sorted(parts, key=lambda p: p.at):
        actor = names.actor.get(p.at)
        last = out[-1].at if out else p.at
        if out and actor is not None and all(names.actor.get(i) == actor for i in range(last, p.at)):
            continue
        if out and f" {out[-1].text}".endswith(f" {p.text}"):
            continue  # "68 cents a share": hung on the verb, too
        out.append(p)
    return out


def _joined(parts: list[Part]) -> str:
    return " ".join(p.text for p in parts)


def _parts(verb: Token, names: Names, *, own: str | None, tight: bool, room: int, clauses: bool = True) -> list[Part]:
    """All that may follow a verb, each with its weight."""
    lexicon = names.lexicon
    lemma = verb.lemma_.lower()
    deep, wide = (0, 5) if tight else (2, 10)
    out: list[Part] = []
    p = grammar.particle(verb)
    if p is not None:
        out.append(Part(p.i, p.text))
    content = _content(verb, lexicon) if clauses else None
    raised = _raised(content) if content is not None and not grammar.children(content, grammar.SUBJECT) else None
    objects = [o for o in grammar.children(verb, grammar.OBJECT) if o.i not in names.skip and o.i > verb.i]
    if objects and lemma in lexicon.title["gives"]:  # "gave the company another 24 hours"
        objects += [o for o in grammar.children(verb, {"obl:unmarked"}) if o.i not in names.skip and o.i > objects[0].i]
    objects = [o for o in objects if o != raised]
    for o in objects:
        if o.tag_ == "WP" and not clauses:
            continue
        if o.tag_ == "WP":  # "tell you what we're able to do"
            told = [_clause(x, names, own=own, room=room) for x in grammar.children(o, grammar.RELATIVE)]
            out += [Part(o.i, c if c.startswith(o.text) else f"{o.text} {c}") for c in told[:1] if c]
        elif not names.is_vague(o):
            words = phrase(o, names, room=wide, depth=deep, own=own)
            state = [x for x in grammar.children(o, grammar.REDUCED) if x.tag_ == "VBN" and x.i > o.i]
            if state and lemma in lexicon.title["with_state"]:  # "agreed to have the case heard"
                words = f"{words} {state[0].text} {_rest(state[0], names, own=own, room=CLAUSE)}".strip()
            out.append(Part(o.i, words))
    if not objects and clauses and verb.dep_ in grammar.RELATIVE | grammar.REDUCED and grammar.objects(verb):
        # "the deal they signed"
        out.append(Part(verb.i + 1, phrase(verb.head, names, room=wide, depth=min(deep, 1), own=own)))
    dated = any(o.i in names.skip for o in verb.children if o.i > verb.i and o.dep_ not in {"advmod", "punct"})
    if lemma in lexicon.title["fixes_a_date"] and dated and not objects and not grammar.is_passive(verb):
        out.append(Part(verb.i + 1, "date"))  # "set 25 February for their return"
    clauses_found = False
    for x in verb.children:
        if x.i in names.skip or x.i < verb.i:
            continue
        text = _complement(x, verb, names, own=own, tight=tight, room=room)
        if text:
            out.append(Part(x.i, text, 0))
            clauses_found = True
        elif x.dep_ == "advmod" and x.lower_ in lexicon.title["kept_adverbs"] and not list(x.children):
            out.append(Part(x.i, x.text, 1))
    if content is not None and not clauses_found and not any(o.tag_ == "WP" for o in objects):
        clause = _clause(content, names, own=own, room=max(room - len(_joined(out)) - 1, CLAUSE))
        if clause:
            out.append(Part(content.i, clause))
            clauses_found = True
    if clauses_found and (lemma in lexicon.reporting or lemma in lexicon.strong):
        return out  # what is said outweighs where and to whom
    return out + _phrases(verb, names, own=own, bare=not out or (p is not None and len(out) == 1))


def _complement(x: Token, verb: Token, names: Names, *, own: str | None, tight: bool, room: int) -> str:
    """An infinitive, gerund, noun or adjective that completes a verb: "to seek peace", "president", "dead"."""
    before = [c for c in verb.children if verb.i < c.i < x.i and c.i not in names.skip]
    bare = not any(c.dep_ in grammar.OBJECT | grammar.OBLIQUE for c in before)
    whom = bare or not any(c.dep_ in grammar.OBLIQUE for c in before)
    takes_infinitive = bare or (whom and verb.lemma_.lower() in names.lexicon.title["with_infinitive"])
    if x.dep_ == "xcomp" or (x.dep_ == "advcl" and takes_infinitive):
        if grammar.is_verb(x) or (grammar.has_to(x) and not grammar.children(x, {"cop"})):
            marks = [m.text for m in grammar.children(x, {"mark", "case"}) if m.i < x.i]
            if not grammar.has_to(x) and (x.tag_ != "VBG" or (x.dep_ == "advcl" and not marks)):
                return ""  # "huddled trying to hear"
            form = f"to {x.lemma_.lower()}" if grammar.has_to(x) else " ".join([*marks, x.text])
            if grammar.has_to(x) and grammar.children(x, grammar.PASSIVE):
                form = f"to be {x.text}"
            denied = grammar.negation(x)
            if denied is not None and denied.head == x and denied.i < x.i:
                form = f"{denied.lower_} {form}"  # "told travellers not to go"
            return f"{form} {_rest(x, names, own=own, room=max(room - len(form) - 1, 36))}".strip()
        words = phrase(x, names, room=4 if tight else 6, depth=0 if tight else 1, own=own)
        words = " ".join([*(m.text for m in grammar.children(x, {"case"}) if m.i < x.i), words])
        return f"to be {words}" if grammar.has_to(x) and grammar.children(x, {"cop"}) else words
    if x.dep_ == "ccomp" and x.tag_ == "VBG" and not grammar.auxiliaries(x):
        return f"{x.text} {_rest(x, names, own=own, room=24)}".strip()  # "approved their joining the alliance"
    return ""


def _phrases(verb: Token, names: Names, *, own: str | None, bare: bool) -> list[Part]:
    """Prepositional phrases after a verb, two at most; the first completes a verb that has nothing else."""
    lexicon = names.lexicon
    passive = grammar.is_passive(verb)
    out: list[Part] = []
    clauses = [x.i for x in verb.children if x.dep_ in {"advcl", "parataxis"} and x.i > verb.i]
    for preposition, n in grammar.obliques(verb, names.skip):
        if clauses and n.i > min(clauses):
            continue  # "passed a milestone, carrying ten barrels of oil"
        beside = bare or any(o.right_edge.i + 1 == n.left_edge.i for o in grammar.children(verb, grammar.OBJECT))
        amount = not preposition and n.i not in names.skip | names.lasting and _is_amount(n)
        if amount and beside and n.i > verb.i:
            out.append(Part(n.i, phrase(n, names, room=6, depth=1, own=own)))  # "drew out about $182 million"
        agent = preposition == "by" and passive
        if n.i in names.skip or n.i < verb.i or len(out) >= 2:
            continue
        if preposition not in lexicon.title["prepositions"] and not agent:
            continue
        if names.is_vague(n) or n.lemma_.lower() in lexicon.status["hoped_nouns"]:
            continue
        if names.is_stretch(preposition, n) or grammar.is_circumstance(preposition, n):
            continue
        if preposition == "by" and not passive and n.i in names.actor:
            continue  # who says so, as often as not
        if any(t.tag_ in {"WDT", "WP"} for t in n.children):
            continue  # "at which point engineers will leave"
        if any(d.i in names.skip for d in n.children if d.i > n.i and d.dep_ != "punct") and (
            n.lemma_.lower() in lexicon.title["edges"]
        ):
            continue  # "at the end of May"
        words = phrase(n, names, room=8, depth=1, own=own)
        if not words:
            continue
        if preposition == "with" and verb.lemma_ == "meet" and bare and not passive:
            out.append(Part(verb.i, words))  # "meets in Lome with Banda" is "meets Banda in Lome"
        else:
            out.append(Part(n.i, f"{preposition} {words}", 1 if agent or (bare and not out) else 2))
    return out


def _is_amount(noun: Token) -> bool:
    return noun.tag_ in {"$", "CD"} or noun.text == "%" or any(c.dep_ == "nummod" for c in noun.children)


def _content(verb: Token, lexicon: Lexicon) -> Token | None:
    """The clause that a verb of saying says; parsers also hang it on the noun before it ("in a memo that he …")."""
    lemma, title = verb.lemma_.lower(), lexicon.title
    reports = lemma in lexicon.reporting or lemma in lexicon.strong
    tells = reports or any(
        lemma in w for w in (lexicon.status["hoped_verbs"], title["with_content"], title["with_statement"])
    )
    for x in verb.children:
        marks = {m.lower_ for m in x.children if m.dep_ == "mark"}
        said = "that" in marks or (tells and x.dep_ == "ccomp" and not marks & lexicon.status["scene_prepositions"])
        if any(t.tag_ == "WDT" for t in x.doc[x.left_edge.i : x.i]):
            continue  # "agreed to a deal in which films will be on sale"
        if said and x.i > verb.i and (grammar.is_verb(x) or grammar.children(x, {"cop"})):
            return x
    for o in verb.children if reports else ():
        for x in o.children:
            if x.dep_ in grammar.RELATIVE and any(m.dep_ == "mark" and m.lower_ == "that" for m in x.children):
                return x
    return None


def _clause(verb: Token, names: Names, *, own: str | None, room: int = LENGTH) -> str:
    """A subordinate clause in few words: subject, verb group as the headline's present wants it, object."""
    subject = next(iter(grammar.children(verb, grammar.SUBJECT)), None) or _raised(verb)
    if subject is None:
        return ""
    who = _reported_subject(subject, names, own)
    if not who:
        return ""
    if any(c.dep_ == "expl" for c in verb.children):
        be = "are" if is_many(subject, names) else "is"
        return f"there {be} {who}"  # "announced that there were 3,800 guests"
    group = sorted(
        list(grammar.auxiliaries(verb)) + _denials(verb) + [verb],
        key=lambda t: t.i,
    )
    many = len(grammar.conjuncts(subject)) > 1 or is_many(subject, names)
    words = [who, *(_in_present(g, verb, names.lexicon, many=many) for g in group)]
    complement = next((x for x in verb.children if x.dep_ == "xcomp" and grammar.has_to(x)), None)
    if verb.lower_ == "able" and complement is not None:  # "will be able to separate" is "can separate"
        words, verb = [who, "can", complement.lemma_.lower()], complement
    elif not grammar.is_verb(verb):  # "would be on medical leave"
        before = [m.text for m in grammar.children(verb, {"case"}) if m.i < verb.i]
        words = [*words[:-1], *before, phrase(verb, names, room=5, depth=0, own=own)]
    asked = next((t for t in verb.subtree if t.tag_ in {"WP", "WRB"} and t.i < subject.i), None)
    if asked is not None:  # "what we're able to do"
        words.insert(0, asked.text)
    start = " ".join(w for w in words if w)
    clause = f"{start} {_fitting(verb, names, own=own, room=room - len(start) - 1, clauses=False)}".strip()
    return clause if len(clause) <= room + SPILL else ""


def _raised(verb: Token) -> Token | None:
    """The subject of a reported clause that the parser made its verb's object: "warned mines are flooding"."""
    if verb.dep_ != "ccomp" or not grammar.is_finite(verb):
        return None
    objects = [o for o in grammar.children(verb.head, grammar.OBJECT) if verb.head.i < o.i < verb.i]
    return objects[-1] if objects else None


def _reported_subject(subject: Token, names: Names, own: str | None) -> str:
    """Who a reported clause is about; "" for a pronoun of somebody unknown: "rules he must be returned"."""
    told = names.lexicon.third_person_of.get(subject.lower_)
    if told is None:
        return phrase(subject, names, room=5, depth=1, own=own)
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
