"""The title of an event as a calendar has it: "Lavrov meets Kerry in Moscow", "Third round of intra-Syrian talks".

Of a clause the verb is put in the headline's present ("meets", "to declare"); its subject and what follows
are the text's own words in the text's order, cut where they may end (phrases.py). What a clause cannot do
without (its object, its complement) is never what a long title loses. Whether a title is fit to be printed says fit.py.
"""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import replace
from types import MappingProxyType

from spacy.tokens import Token

from timeline.events import grammar
from timeline.events.forms import goes_with_many, many_by_form, third_person, verb_words
from timeline.events.lexicon import Lexicon
from timeline.events.named import (
    A_BODY,
    SOMEBODY,
    Names,
    listed,
    listed_before,
    names_beside,
    own_actor,
    own_teller,
    person_of,
    possessive,
)
from timeline.events.phrases import cut, is_as_done, is_of_a_day, only_says_when, owned, phrase, spell, within
from timeline.events.reported import content_of, is_telling, reported, reporters, retold, said_before
from timeline.events.story import MUTUAL
from timeline.events.wants import is_bare_noun, is_such, is_what_about, says_nothing, wanted_by, wants_more

_FEW = 3  # asides that a title goes without one by one, so as to end well
LENGTH = 106  # characters of a title, where its end may be chosen
MOST = 112  # where it goes without what it can spare
_MORE = 24  # that a condition may add
_SUBJECT = 7  # words of a subject, about
_SHORT = 64  # characters of a title that may end sooner for the sake of a longer subject
_ENDING = 2  # words by which two titles end alike


# types of what one alone may do
BY_SOMEBODY = {"visit", "statement", "aid", "sanction", "vote", "protest"}


def noun_title(
    top: Token,
    names: Names,
    *,
    type_: str,
    status: str,
    agents: list[str],
    others: list[str],
    where: str | None = None,
) -> str:
    """A noun phrase as a title; a bare one ("meeting") becomes a headline of who does it with whom."""
    people = [*agents, *(o for o in others if o not in agents)]
    plain = is_plain(top, names)
    alone = plain or all(c.dep_ not in {"compound", "nmod", "nmod:poss"} or c.i in names.skip for c in top.children)
    if plain and len(people) > 1 and type_ in {"meeting", "talks"}:
        if status == "denied":
            return f"No {top.lower_} of {listed(people[:3])}"
        verb = "meet" if type_ == "meeting" else "hold talks"
        leads = {"planned": "to ", "hoped": "to ", "possible": "may "}
        verb = leads.get(status, "") + verb
        return _capital(f"{listed(people[:3])} {verb} {where or ''}".rstrip())
    if top.i in names.journeys:
        return _capital(_journey(top, phrase(top, names), names))
    words = _with_date(phrase(top, names, room=10, clauses=True), top, names)
    whose = _set_aside(top, names)
    if whose is not None and len(words.split()) < 3 and all(p != "of" for p, _ in grammar.obliques(top)):
        words += f" of {phrase(whose, names)}"
    if alone and len(words.split()) < 3 and people and not any(p.lower() in words.lower() for p in people):
        if any(c.tag_ == "PRP$" for c in grammar.children(top, {"nmod:poss"})) and len(people) == 1:
            words = f"{possessive(people[0])} " + words[:1].lower() + words[1:]  # "has postponed its meeting"
        elif len(people) > 1:
            words += f" of {listed(people[:3])}"
        elif not agents:
            words += f" with {people[0]}"
        elif type_ in BY_SOMEBODY and top.lemma_.lower() not in names.lexicon.title["polls"]:
            words += f" by {people[0]}"  # nobody meets or agrees alone, and who tells of a blast has no part in it
    theirs = type_ == "visit" and status != "denied" and len(agents) == 1 and agents[0].lower() not in words.lower()
    if theirs and not grammar.children(top, {"nmod:poss", "poss"}) and not words[:1].isdigit():
        words = f"{possessive(agents[0])} " + words[:1].lower() + words[1:]  # "Lund's visit to Peru"
    own = (t for t in top.doc[top.left_edge.i : top.i + 1] if t.i not in names.skip)
    if not where and len(words.split()) < 4 and not any(t.i in names.actor or t.pos_ == "PROPN" for t in own):
        words += _told_after(top, names, room=LENGTH - len(words))
    title = words + _placed(where, words)
    denied = status == "denied" and type_ in MUTUAL and not title.lower().startswith("no ")
    return f"No {title}" if denied else _capital(title)


def _told_after(top: Token, names: Names, *, room: int) -> str:
    """What stands after an occasion whose own words say little: "fire that killed nine", "blast at a mill"."""
    for c in grammar.children(top, grammar.RELATIVE):
        own = grammar.children(c, grammar.SUBJECT)
        if only_says_when(c, names):
            continue  # "a concert that takes place in May"
        if own and own[0].tag_ == "WDT" and grammar.is_finite(c) and not grammar.is_passive(c) and needed(c, names):
            first = min(t.i for t in (c, *grammar.auxiliaries(c)))
            least, full = {c.i, *needed(c, names)}, in_full(c, names)
            told = cut(c.doc[first : c.right_edge.i + 1], names, least=least, room=room, instead=full).text
            return f" that {told}" if len(told) <= room else ""
    after = top.right_edge.i + 1
    mark = top.doc[after] if after < len(top.doc) else top
    placed = mark.dep_ == "case" and mark.lower_ in names.lexicon.roles["place"] and mark.head.head.is_ancestor(top)
    told = f" {mark.lower_} {phrase(mark.head, names, room=5)}" if placed and mark.head.i not in names.skip else ""
    return told if len(told) <= room else ""


def in_full(verb: Token, names: Names) -> dict[int, str]:
    """What is written for auxiliaries that the text shortens: "that is threatening" of "that's threatening"."""
    full = names.lexicon.full_forms
    return {t.i: full[t.lower_] for t in grammar.auxiliaries(verb) if t.lower_ in full}


def _placed(where: str | None, words: str) -> str:
    """Where it is, for a title in which it does not stand and that has room for it."""
    place = (where or "").partition(" ")[2]
    return f" {where}" if place and place.lower() not in words.lower() and len(words) + len(place) < LENGTH else ""


def _with_date(words: str, top: Token, names: Names) -> str:
    """An occasion that a date tells from others, with it: "Sept. 11 attacks", "quake of March 1985"."""
    doc, first, last = top.doc, top.i, top.i
    while first > top.sent.start and (doc[first - 1].i in names.skip or doc[first - 1].text == ","):
        first -= 1
    while last + 1 < top.sent.end and doc[last + 1].i in names.skip:
        last += 1
    ahead = doc[min(first, top.left_edge.i) : top.i]
    before = [t for t in ahead if t.i in names.skip and t.dep_ not in {"case", "det"}]
    if len(words.split()) > 2 or top.i in names.known:
        return words
    if any(t.text[0].isdigit() for t in before):
        day = doc[before[0].i : before[-1].i + 1].text
        owned = any(c.i < before[0].i for c in grammar.children(top, {"nmod:poss"})) and "'s " in words
        return words.replace("'s ", f"'s {day} ", 1) if owned else f"{day} {words}"  # "Addo's June 2009 death"
    of_day = last > top.i and grammar.case(top.nbor(2)) == top.nbor().lower_ == "of"
    return f"{words} {doc[top.i + 1 : last + 1].text}" if of_day else words


def _set_aside(top: Token, names: Names) -> Token | None:
    """The thing that an occasion is to come to: "the film is scheduled for public release"."""
    verb = top.head
    given = grammar.case(top) == "for" and verb.lemma_.lower() in names.lexicon.status["planned_passive"]
    found = grammar.subjects(verb) if given and grammar.is_passive(verb) else []
    return found[0] if len(found) == 1 and not names.is_vague(found[0]) else None


def is_plain(top: Token, names: Names) -> bool:
    """Whether an occasion's noun says nothing of which one it is: "the session"."""
    described = any(c.dep_ in {"amod", "compound", "nummod"} and c.i not in names.skip for c in top.children)
    return not described and top.lemma_.lower() not in names.lexicon.quantities


def verb_title(verb: Token, names: Names, *, status: str, agents: list[str], where: str | None) -> str:
    """A clause as a headline: who, the verb as the status wants it, whom or what, where.

    `agents` are the short names of those that do it, for a clause whose subject is not at hand. One that is too long
    goes without what its nouns can spare, from its end on.
    """
    text, torn = _clause(verb, names, status=status, agents=agents, where=where)
    if len(text) > MOST and names.kinds:
        names = replace(names, kinds={})
        text, torn = _clause(verb, names, status=status, agents=agents, where=where)
    if torn and names.known:
        plain, torn = _clause(verb, replace(names, known={}), status=status, agents=agents, where=where)
        text = text if torn else plain  # "gives it a chance to fight", not "its chance"
    for aside in _asides(verb, names) if len(text) > MOST else ():
        thinner = _without(aside, names)
        shorter, torn = _clause(verb, thinner, status=status, agents=agents, where=None)
        if len(shorter) < len(text):
            text, names = shorter, thinner
        if len(text) <= MOST:
            break
    if len(text) > MOST and names.known:  # "the work", which sends the oil giant back to …
        text, torn = _clause(verb, replace(names, known={}), status=status, agents=agents, where=where)
    for aside in _asides(verb, names, told_of=True)[:_FEW] if torn else ():
        names = _without(aside, names)
        whole_, torn = _clause(verb, names, status=status, agents=agents, where=None)
        if not torn and len(whole_) <= MOST:
            return whole_  # "allow sailors (held in Lome) to leave the port"
    if len(text) < (_SHORT if torn else LENGTH) and _has_long_subject(verb, text):
        longer, _ = _clause(verb, names, status=status, agents=agents, where=where, wide=True)
        as_far = len(longer) <= LENGTH and longer.split()[-_ENDING:] == text.split()[-_ENDING:]
        return longer if as_far or len(text) < _SHORT else text
    return text


def _without(aside: Token, names: Names) -> Names:
    return replace(names, spared=names.spared | {t.i for t in aside.subtree})


def _asides(verb: Token, names: Names, *, told_of: bool = False) -> list[Token]:
    """Heads of what a clause can go without, what tells more of a noun first, and of these the last; or that alone."""
    parts = [verb, *_subject_heads(verb, names)]
    inside = {verb.i, *(t.i for t in grammar.chain(verb))}
    found = {t.i: (_spare(t, names), t) for w in parts for t in w.subtree if t.i not in inside}
    ranked = sorted((rank, told_of and t.dep_ in grammar.OBLIQUE, -i) for i, (rank, t) in found.items() if rank)
    heads = [found[-i][1] for rank, _, i in ranked if rank == 1 or not told_of]
    return [t for t in heads if not (told_of and t.head.dep_ in grammar.REDUCED)]  # no "men living (there) to leave"


def _spare(t: Token, names: Names) -> int:
    """How soon a phrase or clause may go, 1 first; 0: it stays."""
    above, preposition = t.head, grammar.case(t)
    if wanted_by(t, preposition, names) is not None:
        return 0  # "accused the bank of letting a yard file false accounts"
    first, last = t.left_edge.i, t.right_edge.i
    edges = ((first, first - 1), (last, last + 1), (t.i, above.i))
    if t.i < above.i or any(i in names.actor and names.actor[i] == names.actor.get(j) for i, j in edges):
        return 0  # of one name
    after = t.doc[min(last + 1, len(t.doc) - 1)]
    if after.i > last and ((after.pos_ in {"DET", "NOUN"} and after.i not in names.skip) or after.dep_ == "cc"):
        return 0  # "on board (obl) a ship", "from Oslo and from Lima"
    aside = t.dep_ in grammar.OBLIQUE and preposition != "of"
    somewhere = 4 if aside and preposition in names.lexicon.roles["place"] else 0
    if grammar.is_verb(above):
        before = {c.dep_ for c in above.children if above.i < c.i < t.i}
        return 2 if aside and before & grammar.OBJECT and preposition else somewhere
    if above.pos_ not in {"NOUN", "PROPN"}:
        return somewhere
    if grammar.says_what(t):
        return 0  # "the view that the rigs are safe"
    if is_bare_noun(above, counted=True):
        return 0 if wants_more(above, names) else somewhere  # "denies his involvement in a fraud"
    if is_such(above, names) or (t.dep_ == "appos" and grammar.children(t, {"conj"})):
        return 0  # "such topics as nets", "the captain Ole Berg and his cook"
    if t.dep_ in grammar.RELATIVE | grammar.REDUCED | {"appos"}:
        return 3 if grammar.has_to(t) else 1
    return 1 if aside else 0


def _has_long_subject(verb: Token, title: str) -> bool:
    """Whether a clause's subject has more words than a long title has room for, and its last is not told."""
    own = [s for s in grammar.children(verb, grammar.SUBJECT) if s.i < verb.i][:1]
    long = (s for s in own if min(s.right_edge.i, verb.i) - s.left_edge.i >= _SUBJECT)
    return any(s.right_edge.text not in title or s.right_edge.is_punct for s in long)


def _clause(
    verb: Token, names: Names, *, status: str, agents: list[str], where: str | None, wide: bool = False
) -> tuple[str, bool]:
    """A clause as a headline, of whatever length, and whether it ends where it should not.

    `wide`: with more of its subject.
    """
    said = said_before(verb, names.lexicon)
    if said is not None and content_of(verb, names.lexicon) is None:
        return _said_title(said, verb, names), False
    passive = has_passive(verb, names.lexicon)
    subject = _subject_words(verb, names, room=2 * _SUBJECT if wide else _SUBJECT)
    if not subject:
        subject = listed(agents[:3])
    own = _whose_title(verb, names, agents)
    if own is None and len(grammar.subjects(verb)) == 1 and grammar.subjects(verb)[0].tag_ in {"NN", "NNP"}:
        subject_, words = grammar.subjects(verb)[0].lemma_.lower(), names.lexicon
        own = A_BODY if subject_ in words.groups["bodies"] or subject_ in words.nouns else SOMEBODY
    plural = _plural(verb, subject, names)
    objects = [o for o in grammar.children(verb, grammar.OBJECT) if not names.is_vague(o) and o.i not in names.skip]
    objects = [o for o in objects if o.i not in names.lasting]  # "he worked 86 hours"
    fact = any(s.lower_ in names.lexicon.title["facts"] for s in grammar.children(verb, grammar.SUBJECT))
    told = any(o.tag_ != "WP" for o in objects)
    participle = verb.tag_ == "VBN" or (verb.tag_ == "VBD" and verb.lower_.endswith("ed"))
    lemma = verb.lemma_.lower()
    moves = (
        lemma in names.lexicon.title["complete"] or names.lexicon.verbs.get(lemma) == "visit"
    )  # "he escaped a prison"
    if not (subject or passive or fact or moves) and objects and participle and status in {"occurred", "ongoing"}:
        # nobody is named: "Mayor's office raided" rather than "Raids mayor's office"
        done = " ".join([phrase(objects[0], names, room=8), verb.lower_])
        kept = names.lexicon.title["kept_adverbs"]
        done += "".join(f" {c.lower_}" for c in verb.children if c == grammar.particle(verb) or c.lower_ in kept)
        infinitives = [
            c for c in grammar.children(verb, {"xcomp", "advcl"}) if grammar.has_to(c) and c.i > objects[0].i
        ]
        asked = infinitives if verb.lemma_ in grammar.WORDS["control"] else []
        if asked:  # "Crews ordered to leave town"
            done += f" to {asked[0].lemma_.lower()}"
            rest, torn = _rest(asked[0], names, own=None, room=LENGTH - len(done) - 1)
            return _capital(f"{done} {rest}".rstrip()), torn
        return _capital(done + _placed(where, done)), False
    group = verb_words(verb, status, passive, plural, names.lexicon, told=told)
    narrows = any(c.i > verb.i and c.dep_ != "punct" and c.i not in names.skip for c in verb.children)
    head = " ".join(w for w in group if narrows or w not in names.lexicon.title["narrowing"])
    apiece = (s for s in grammar.children(verb, grammar.SUBJECT) if s.lower_ in names.lexicon.title["severally"])
    head = " ".join([*(s.lower_ for s in apiece if plural), head])  # "Peru and Chile each expel nine envoys"
    nominal = names.lexicon.nominal.get(verb.lemma_.lower())
    if not subject and not passive and nominal is not None and status not in {"denied", "possible"}:
        # nobody is named: "Agreement on a timetable" rather than "Agrees on a timetable"
        head = nominal
        if objects:
            head += " of"
    beside = (c for c in grammar.children(verb, {"conj"}) if not passive and is_as_done(c, names))
    also = {c.i: verb_words(c, status, passive, plural, names.lexicon, told=told)[-1] for c in beside}
    room = LENGTH - len(subject) - len(head) - 2
    rest, torn = _rest(verb, _once_named(verb, names, subject, own), own=own, room=room, also=also)
    text = " ".join(w for w in (subject, head, rest) if w)
    roles = names.lexicon.roles  # it would belong to another word: "a vote on the court in Lome"
    placed = (roles["place"] | roles["matters"]) & set(rest.split())
    bidden = any(x.i > verb.i for x in grammar.children(verb, {"xcomp"})) or _tells_of_a_deed(verb)
    if not (placed or bidden) and content_of(verb, names.lexicon) is None:
        text += _placed(where, text)
    return _capital(text + _scene(verb, names, room=MOST - len(text))), torn


def _tells_of_a_deed(verb: Token) -> bool:
    """Whether a verb's object goes on with a clause, whose place what follows would be: "a law that ends a strike"."""
    clauses = grammar.RELATIVE | grammar.REDUCED
    return any(grammar.children(o, clauses) for o in grammar.children(verb, grammar.OBJECT) if o.i > verb.i)


def _whose_title(verb: Token, names: Names, agents: list[str]) -> str | None:
    """The actor that a title is about: its subject, or the one who does it where the clause has none at hand."""
    heads = _subject_heads(verb, names)
    if any(not names.is_vague(h) for h in heads):
        return next((names.actor[h.i] for h in heads if h.i in names.actor), None)
    alone = agents[0] if len(agents) == 1 else ""
    return own_actor(verb, names) or next((i for i in names.kind if names.short(i) == alone), None)


def _once_named(verb: Token, names: Names, subject: str, own: str | None) -> Names:
    """The names for what follows a subject: whom it names is then called as the text does, "bid to buy the yard".

    So is a thing that it tells in full: "a blast on the Sund ferry sank the ferry". Who has no name stays "her".
    """
    before = {t.i for h in _subject_heads(verb, names) for t in h.subtree if t.i < verb.i}
    meant = {names.antecedent.get(h.i, h) for h in _subject_heads(verb, names)}
    hers = {i: verb.doc[i] for i, noun in names.antecedent.items() if noun in meant and i > verb.i}
    # a title may go without: "Karhu Corp., formed for the Lund deal,", "Karhu's chairman, Jan Kos"
    told = {a for i in before if (a := names.actor.get(i)) and names.short(a) in subject} | {own}
    behind = (t for t in verb.subtree if t.i > verb.i and names.actor.get(t.i) in told - {None})
    again = {t.i for t in behind if t.pos_ == "NOUN" or (t.tag_ == "PRP$" and own in {SOMEBODY, A_BODY})}
    known = {i: full for i, full in names.known.items() if i < verb.i or full.i not in before}
    said = {verb.doc[i].lower_ for i in before} | {w for i in before for w in names.kinds.get(i, "").lower().split()}
    kinds = {i: told for i, told in names.kinds.items() if i < verb.i or said.isdisjoint(told.lower().split())}
    if not (again or hers) and len(known) == len(names.known) and len(kinds) == len(names.kinds):
        return names
    actor = {i: a for i, a in names.actor.items() if i not in again}
    return replace(names, actor=actor, known=known, kinds=kinds, antecedent=names.antecedent | hers, known_of={})


def _scene(verb: Token, names: Names, *, room: int) -> str:
    """The occasion or thing in which a relative clause's deed was done: "a fire in which nine drowned"."""
    above = verb.head
    if verb.dep_ not in grammar.RELATIVE or above.i in names.skip or above.i in names.actor:
        return ""
    which = next((c for c in grammar.children(verb, grammar.OBLIQUE) if c.tag_ in {"WDT", "WP"} and c.i < verb.i), None)
    where = any(c.lower_ in names.lexicon.title["where"] for c in verb.children if c.i < verb.i)
    preposition = grammar.case(which) if which is not None else "at" if where else ""
    told = f" {preposition} {phrase(above, names, room=4)}"
    land = above.lemma_.lower() in names.lexicon.title["wheres"] | names.lexicon.title["lands"]
    if where and land and len(told.split()) == 1 + len(preposition.split()):
        return ""  # not "killed nine at area"
    leads = names.lexicon.roles["place"] | names.lexicon.title["matters"]  # "a pact over which they have fallen out"
    return told if preposition in leads and len(told) <= room else ""


def _said_title(said: Token, verb: Token, names: Names) -> str:
    """What is said, and who says it: "Leak is stopped, engineers say"."""
    subject = _subject_words(verb, names)
    plural = _plural(verb, subject, names)
    who = " ".join((subject, *verb_words(verb, "occurred", False, plural, names.lexicon, told=False)))
    end = min(verb.i, *(s.left_edge.i for s in grammar.children(verb, grammar.SUBJECT)))
    clause = verb.doc[_opening(said, names) : end]
    as_told = reported(said, names, None)
    about = grammar.children(said, grammar.SUBJECT)
    if not subject or as_told is None or any(s.lower_ in names.lexicon.title["articles"] for s in about):
        return ""  # "this is no joke, the mayor said"
    of_whom = {i: word for i, word in as_told.items() if verb.doc[i].dep_ in grammar.SUBJECT}
    if about and about[0].i not in names.actor and names.is_vague(about[0]) and about[0].tag_ == "PRP":
        ahead = {a for t in verb.doc[said.left_edge.i : about[0].i] if (a := names.actor.get(t.i)) is not None}
        people = [a for a in ahead if names.kind.get(a) == "person"]
        if len(people) != 1:
            return ""
        of_whom[about[0].i] = names.short(people[0])  # "with Berg under fire, he will resign, officials said"
    himself = [s for s in about if _is_speaker(s, verb, names)]
    we = [s for s in himself if s.lower_ in names.lexicon.title["plural"]]
    if we:  # "Keita says they will sail", of his "we will sail"
        of_whom[we[0].i] = names.lexicon.third_person_of[we[0].lower_]
    elif himself:  # "Keita hopes for rain", of his "I hope for rain"
        present = [t for t in (*grammar.auxiliaries(said), said) if t.tag_ == "VBP"]
        of_whom |= {t.i: third_person(t.lemma_.lower(), names.lexicon) for t in present}
    quotes = {x.i for x in clause if x.is_quote}
    provided = _condition(said, names)
    least = whole(said, names) | (whole(provided, names) if provided is not None else set())
    told = cut(clause, names, least=least, room=LENGTH - len(who), away=quotes, instead=of_whom).text.rstrip(" ,")
    if of_whom.get(said.i, said.text).lower() not in told.lower().split():
        return ""  # what it says was cut away
    return _capital(f"{who} {told}" if we else told if himself else f"{told}, {who}")


def claimed(verb: Token, names: Names) -> str:
    """What a title adds of who alone says it: ", prosecutors say"."""
    subject = _subject_words(verb, names)
    if not subject:
        return ""
    says = verb_words(verb, "occurred", False, _plural(verb, subject, names), names.lexicon, told=False)
    first, *rest = subject.split(" ")
    named = any(t.text == first.removesuffix("'s") and (t.pos_ == "PROPN" or t.i > t.sent.start) for t in verb.sent)
    named = named or any(s.pos_ == "PRON" and s.i in names.actor for s in grammar.subjects(verb))
    return ", " + " ".join((first if named else first[:1].lower() + first[1:], *rest, *says))


def _opening(said: Token, names: Names) -> int:
    """Where a clause begins as it is told: at its subject, if what stands before is no condition."""
    subject = next(iter(grammar.children(said, grammar.SUBJECT)), None)
    before = [c for c in said.children if subject is not None and c.right_edge.i < subject.left_edge.i]
    marks = names.lexicon.title["provided"]
    plain = all(c.is_punct or c.dep_ in grammar.OBLIQUE | {"advmod", "advcl", "discourse", "mark"} for c in before)
    given = any(m.lower_ in marks for c in before for m in grammar.children(c, {"mark"}))
    return subject.left_edge.i if subject is not None and plain and not given else said.left_edge.i


def _is_speaker(pronoun: Token, said: Token, names: Names) -> bool:
    """Whether a pronoun of a quote is who says it."""
    speaker = own_actor(said, names)
    first = pronoun.lower_ in names.lexicon.dating["first_person"]
    return first and speaker is not None and names.actor.get(pronoun.i) == speaker


def deadline_title(verb: Token, names: Names, timed: Container[int]) -> str:
    """What somebody has until a day to do: "Deadline for rebels to leave town"; the tokens `timed` are of times."""
    to = (t for t in grammar.objects(verb) if t.i not in timed)  # "gave the rebels a week"
    given = [t for t in to if not t.lower_.endswith(("self", "selves"))]
    whom = (given or grammar.subjects(verb))[:1]
    what = grammar.within_which(verb, timed)
    head = " ".join(["Deadline", *(f"for {within(phrase(w, names), w)}" for w in whom if not names.is_vague(w))])
    if what is None:
        return head
    head += f" to {what.lemma_.lower()}"
    return f"{head} {_rest(what, names, own=None, room=LENGTH - len(head) - 1)[0]}".rstrip()


def end_title(occasion: str, top: Token) -> str:
    """That something ends which was extended: "End of truce between Peru and Chile"."""
    first, *rest = occasion.split(" ")
    named = any(t.text == first.removesuffix("'s") for t in top.sent[1:])
    return " ".join(["End of", first if named else first[:1].lower() + first[1:], *rest])


def has_passive(verb: Token, lexicon: Lexicon) -> bool:
    """Whether a title has the passive or its form, "to be available"; what explodes or dies has none."""
    if verb.pos_ in {"ADJ", "ADV", "PROPN"} and grammar.children(verb, {"cop"}):
        return True
    if not grammar.is_passive(verb):
        return False
    return verb.lemma_.lower() not in lexicon.title["never_passive"] or bool(grammar.children(verb, grammar.PASSIVE))


def has_subject(verb: Token, names: Names) -> bool:
    """Whether a clause says of whom or of what it is."""
    return any(h.i in names.pair or not names.is_vague(h) for h in _subject_heads(verb, names))


def _subject_heads(verb: Token, names: Names) -> list[Token]:
    """The heads of a clause's subject, without a day that the parser took for one: "we have today lifted"."""
    heads = [x for h in grammar.subjects(verb) if h.i not in names.skip for x in reporters(h, names) or [h]]
    return [*listed_before(heads[0], names), *heads] if heads else []


def _subject_words(verb: Token, names: Names, *, room: int = _SUBJECT) -> str:
    heads = _subject_heads(verb, names)
    if not heads:
        return ""
    first = heads[0]
    group = min(verb.i, *(a.i for a in grammar.auxiliaries(verb)), verb.i)
    if not grammar.children(verb, grammar.SUBJECT) and verb.dep_ in grammar.REDUCED and grammar.is_passive(verb):
        if not has_passive(verb, names.lexicon):
            first = _occasion_above(first, names) or first
        told_of = first.head.lemma_.lower() in names.lexicon.title["instances"] or grammar.children(first, {"nummod"})
        if grammar.case(first) == "of" and first.head.pos_ == "NOUN" and told_of:
            first = first.head  # "an estimate of 12,000 barrels issued in May", "a case of fever found in Lome"
        words = phrase(first, names, room=room, before=group) + _wanted_on(first, names)
        return _with_parties(words, first, names)
    if first.i in names.pair:
        return listed([names.short(a) for a in names.pair[first.i]])
    if first.lower_ in names.lexicon.dating["we"] and first.i in names.actor:
        return names.short(names.actor[first.i])  # "We, the ministers of the EU, agree"
    if names.is_vague(first) or (verb.dep_ in grammar.RELATIVE and first.lower_ in names.lexicon.title["pointing"]):
        return ""  # "by those who launched a campaign": the campaign was launched
    people = [person_of(h, names) for h in heads]
    joined = len(heads) > 1 and heads == grammar.conjuncts(first)
    told = any(
        t.pos_ in {"NOUN", "NUM", "VERB"} for t in verb.doc[first.i : heads[-1].i]
    )  # "Barre, 52, and his envoy, Addo", "Barre, who leads it, and Addo"
    closed = any(t.pos_ == "CCONJ" for t in verb.doc[first.i : heads[-1].i])  # no "Togo, Ghana to meet"
    if joined and closed and not (told and all(people)):
        return _without_owner(phrase(first, names, room=10, before=group).replace(" nor ", " and "), first, names)
    if len(heads) > 1 and all(names.actor.get(h.i) or who for h, who in zip(heads, people, strict=True)):
        found = [spell(who or [h], names) for h, who in zip(heads, people, strict=True)]
        return listed(list(dict.fromkeys(found))[:4])
    teller = own_teller(verb, first, names)
    if first.lower_ in names.lexicon.title["counting"]:
        room = max(room, 10)  # "number of children hit by fever"
    words = _without_owner(phrase(first, names, room=room, before=group).replace(" nor ", " and "), first, names)
    beside = names_beside(first, names)  # "its unit, Lund Wells"
    if teller is not None and people[0] is None and not beside:  # "its chairman", not "its chairman, Jan Kos"
        if first.left_edge.tag_ == "PRP$":
            words = words.removeprefix(first.left_edge.text + " ")  # "(its) own tests"
        words = f"{possessive(names.short(teller))} " + (
            words if words[1:2].isupper() or first.pos_ == "PROPN" else words[:1].lower() + words[1:]
        )
    if first.i in names.journeys:
        return _journey(first, words, names)
    return _with_parties(words, first, names)


def _wanted_on(order: Token, names: Names) -> str:
    """Whom a warrant is for that is told of as that on which he is sought: "is wanted on a warrant (for him)"."""
    verb = order.head
    if order.lemma_.lower() not in names.lexicon.title["warrants"] or not grammar.is_passive(verb):
        return ""
    whom = [s for s in grammar.subjects(verb) if not names.is_vague(s)]
    said = any(p == "for" for p, _ in grammar.obliques(order))
    return f" for {phrase(whom[0], names)}" if len(whom) == 1 and not said else ""


def _with_parties(words: str, occasion: Token, names: Names) -> str:
    """An occasion's words with those who take part in it, where they do not tell: "talks between Chad and Togo"."""
    parties = [names.short(i) for i in names.parties.get(occasion.i, ()) if _may_be_party(i, occasion, names)]
    if not parties or any(p in words for p in parties):
        return words
    return f"{words} {'between' if len(parties) == 2 else 'of'} {listed(parties[:3])}"


def _without_owner(words: str, subject: Token, names: Names) -> str:
    """A subject's words without those of nobody named before: "three bodyguards" of "three of his bodyguards"."""
    for own in (t for t in subject.subtree if t.tag_ == "PRP$" and t.i not in names.actor):
        counted, some = own.head.head, own.head
        if grammar.case(some) != "of" or counted.tag_ != "CD":
            continue
        before, one = f"{counted.text} of {own.text} ", counted.lower_ in names.lexicon.groups["one"]
        words = words.replace(before, f"{counted.text} of the " if one else f"{counted.text} ")
    return words


def _may_be_party(actor: str, occasion: Token, names: Names) -> bool:
    """Whether an occasion may be called after an actor: no truce is between the envoys who brokered it."""
    agreed = names.lexicon.nouns.get(occasion.lemma_.lower()) == "agreement"
    return not (agreed and names.kind.get(actor) == "person")


def _journey(visit: Token, words: str, names: Names) -> str:
    """A bare visit with whose it is and where to: "Berg's visit to Oslo"."""
    whose, where = names.journeys[visit.i]
    apart = [t for t in whose if t.dep_ != "conj" or t.head.i in names.actor or t.head not in whose]
    who = listed([names.short(names.actor[t.i]) if t.i in names.actor else phrase(t, names) for t in apart[:3]])
    return f"{possessive(who)} {words[:1].lower()}{words[1:]}" + "".join(f" to {phrase(t, names)}" for t in where[:1])


def _occasion_above(noun: Token, names: Names) -> Token | None:
    """The occasion that a noun is part of: "talks between Chad and its neighbours reopened"; the talks did."""
    above = next((h for h in grammar.chain(noun) if h.lemma_.lower() in names.lexicon.nouns), None)
    return above if noun.dep_ in {"conj", "nmod"} and noun.lemma_.lower() not in names.lexicon.nouns else None


def _rest(
    verb: Token, names: Names, *, own: str | None, room: int = LENGTH, also: Mapping[int, str] = MappingProxyType({})
) -> tuple[str, bool]:
    """What follows a verb, as the text has it, in so many characters, and whether it ends where it should not.

    `also` is how verbs beside it are written.
    """
    title = names.lexicon.title
    content = content_of(verb, names.lexicon)
    stop, away, instead = verb.right_edge.i + 1, set[int](), dict(also)
    least = needed(verb, names)
    if content is not None:
        told = retold(content, names, own)
        if told is None:
            stop = content.left_edge.i
        else:
            instead |= told
            least |= whole(content, names)
            beside = any(o.i > verb.i for o in grammar.children(verb, grammar.OBJECT))
            first = content.left_edge.nbor()
            named = first.i in names.actor and first.pos_ != "PRON"  # "tells Cabinet that Togo has won"
            if is_telling(verb, names.lexicon) and not (beside and named):
                away |= {
                    x.i
                    for x in content.children
                    if x.dep_ == "mark" and x.lower_ in grammar.WORDS["content"] and not _opens(x, names)
                }
            away |= {i for i, word in told.items() if not word}
            before = (n for _, n in grammar.obliques(verb) if n.i < content.left_edge.i)
            away |= {x.i for n in before for x in n.subtree} - {x.i for x in content.subtree} - least
    for o in grammar.children(verb, grammar.OBJECT):
        appoints = verb.lemma_.lower() in names.lexicon.dating["appointing"] and not grammar.is_passive(verb)
        if o.i in names.skip and appoints:
            instead[o.i] = "date"  # "set 25 February for their return"
            called = [n for p, n in grammar.obliques(verb) if p == "as" and n.lemma_ in grammar.WORDS["days_set"]]
            away |= {t.i for n in called for t in n.subtree}  # "named 3 May as the date for a vote"
    whole_alone = verb.lemma_.lower() in title["complete"] - title["deciding"]
    for c in verb.children if whole_alone else ():
        aim = c.dep_ == "advcl" and grammar.has_to(c)  # "met to discuss the matter", "voted on the issue"
        about = grammar.objects(c) if aim else [c] if c.dep_ == "obl" else []
        if c.i > verb.i and about and all(says_nothing(n, names, "empty_things") for n in about):
            away |= {t.i for t in c.subtree}
            least -= away
    after = next((t for t in verb.doc[verb.i + 1 : stop] if t.i not in names.skip), verb)
    if verb.lemma_ == "meet" and after.lower_ == "with" and not grammar.is_passive(verb):
        away.add(after.i)
    done = "" if any(o.i > verb.i for o in grammar.children(verb, grammar.OBJECT)) else done_above(verb, names, own)
    if done and (stranded := _stranded(verb)) is not None:
        away.add(stranded.i)
    if stop <= verb.i + 1:
        return done, False
    span = verb.doc[verb.i + 1 : stop]
    room -= len(done)
    plain = cut(span, names, least=least, room=room, own=own, away=away, instead=instead)
    rest, torn = plain.text, plain.is_torn(names)
    provided = _condition(verb, names)
    if provided is not None and provided.i < span.end:
        unreal = grammar.is_pluperfect(provided)
        then = any(m.lower_ in title["provided_then"] for m in grammar.children(provided, {"mark"}))
        if content is not None and not unreal:  # "says that if they had come, he would have left"
            instead |= reported(provided, names, own) or {}
        elif unreal and then:  # "said they would be freed once a judge *had* heard them"
            has = "have" if goes_with_many(provided, grammar.subjects(provided)[0], names) else "has"
            instead |= {a.i: has for a in grammar.auxiliaries(provided) if a.lemma_ == "have"}
        further = least | whole(provided, names)
        longer = cut(span, names, least=further, room=room, own=own, away=away, instead=instead).text
        ended = longer.rpartition(" ")[2] not in {"", *title["prepositions"]}
        rest = longer if ended and len(longer) < room + _MORE else rest
    to_do = [x for x in grammar.children(verb, {"xcomp"}) if grammar.has_to(x) and not grammar.objects(x)]
    parts = [rest, done] if done and to_do else [done, rest]  # "fails to ship volumes"
    return " ".join(parts).strip(), torn


def _opens(mark: Token, names: Names) -> bool:
    """Whether a "that" is not followed by its own clause's subject: "warns that unless it rains, crops will fail"."""
    first = (x for x in mark.head.children if mark.i < x.i < mark.head.i and x.left_edge.i == mark.i + 1)
    return any(x.dep_ in {"advcl", "mark"} or (x.dep_ in grammar.OBLIQUE and x.i not in names.skip) for x in first)


def _condition(verb: Token, names: Names) -> Token | None:
    """The clause after a verb without which what it says is not so: "to quit the talks unless Chad frees them"."""
    marks = names.lexicon.title["provided"]
    for x in (verb, *grammar.children(verb, {"xcomp", "ccomp", "advcl"})):
        for c in grammar.children(x, {"advcl"}) if x.left_edge.tag_ != "WRB" else ():
            subjects = grammar.children(c, grammar.SUBJECT)
            after = [m for m in grammar.children(c, {"mark"}) if m.i > verb.i]
            conceding = names.lexicon.title["conceding"]  # "even if"
            marked = any(m.lower_ in marks and m.nbor(-1).lower_ not in conceding for m in after)
            over = any(t.tag_ == "VBD" for t in (c, *grammar.auxiliaries(c)))  # "stayed until the mill shut"
            over = over and grammar.negation(x) is None  # but "would not leave until the mill had shut"
            marked = marked and not (over and any(m.lower_ in names.lexicon.dating["lasting_to"] for m in after))
            if marked and subjects and not any(names.is_vague(s) for s in subjects):
                return c
    return None


def done_above(verb: Token, names: Names, own: str | None) -> str:
    """The object of a relative clause, which stands before it: "the deal they signed"."""
    if verb.dep_ not in grammar.RELATIVE | grammar.REDUCED or verb.head.i in names.skip:
        return ""
    if verb.head.lower_ in names.lexicon.title["untold"]:
        return ""  # "the gap between what it promised and …": it is not said
    if verb.head.lemma_.lower() in names.lexicon.dating["parts"] | names.lexicon.dating["units"]:
        return ""  # "on the night he died"
    if verb.dep_ in grammar.REDUCED and grammar.says_what(verb):
        return ""  # "its advice that Berg stay in office"
    relative = verb.head in grammar.objects(verb) or any(
        o.tag_ == "WDT" for o in grammar.children(verb, grammar.OBJECT)
    )
    told = phrase(verb.head, names, own=own, before=verb.left_edge.i) if relative else ""
    stranded = _stranded(verb)
    return f"{stranded.lower_} {told}" if told and stranded is not None else told


def _stranded(verb: Token) -> Token | None:
    """The preposition of what stands before a relative clause, behind its verb: "the aid it asked *for*"."""
    behind = (c for c in grammar.children(verb, {"obl"}) if c.tag_ == "IN" and c.i == verb.i + 1)
    return next(behind, None)


def needed(verb: Token, names: Names) -> set[int]:
    """The tokens after a verb without which its clause is a torso: objects, complements and theirs."""
    lemma, title = verb.lemma_.lower(), names.lexicon.title
    out: set[int] = set()
    before: set[str] = set()
    for c in verb.children:
        dated = c.i in names.skip and lemma not in names.lexicon.dating["appointing"] | title["with_days"]
        if c.i < verb.i or c.i in names.spared or (dated and c.dep_ in grammar.OBLIQUE | grammar.OBJECT):
            continue
        counted = _is_amount(c) and c.i not in names.lasting
        given = c.dep_ == "obl:unmarked" and (lemma in title["gives"] or counted) and c.i not in names.skip
        aside = "," in {c.left_edge.text, grammar.text_before(c.left_edge) if before & grammar.OBJECT else ""}
        if (c.dep_ in grammar.OBJECT or given) and aside:
            continue  # "reported a case, a man who …": the same again; "reopened on Monday, two years after the coup"
        if c.dep_ in grammar.OBJECT | {"compound:prt", "prt"} or given:
            till = (
                c.lower_ in title["till"] and {c.i + 1, c.i + 2} & names.skip
            )  # "will run through to the end of June"
            if not (names.is_vague(c) or till) or c.tag_ == "WP":
                person = person_of(c, names)  # "promoted its safety chief, Ama Addo"
                out |= {c.i if person is None else person[0].i, *owned(c, names), *_of_state(c, verb, names)}
        elif is_of_a_day(c, names):
            continue  # "will lose his seat effective 1 June"
        elif c.dep_ == "obl" and not before & (grammar.OBJECT | {"obl"}) and grammar.negation(verb) is not None:
            out |= {c.i} if grammar.case(c) in title["prepositions"] else set()  # "has not spread outside Peru"
        elif before & grammar.OBJECT and wanted_by(c, grammar.case(c), names) is not None:
            if not any(names.is_vague(o) for o in grammar.children(c, grammar.OBJECT)):  # no "sent sod to restore it"
                out.add(c.i)  # "put a cap, a large one, on the shaft"
        elif (c.dep_ == "xcomp" and not (grammar.is_finite(c) or (aside and c.pos_ == "ADJ"))) or (
            c.dep_ == "advcl" and grammar.has_to(c) and _takes_infinitive(verb, before, names)
        ):
            out |= whole(c, names)
        elif (
            c.dep_ == "advcl" and c.left_edge.lower_ in grammar.WORDS["until_then"] and grammar.children(verb, {"expl"})
        ):
            out |= whole(c, names)  # "it is a matter of days before the port opens"
        elif is_what_about(c, names) or (lemma in title["with_days"] and c.dep_ == "advcl" and c.tag_ == "VBG"):
            out |= whole(c, names)  # "ruled out selling the port"
        before.add(c.dep_)
    if lemma in title["with_infinitive"] and not before & (grammar.OBJECT | {"xcomp", "ccomp"}):
        agreed = grammar.to_do(verb)
        if agreed is not None and agreed.i > verb.i and agreed.i not in names.spared:
            out |= whole(agreed, names)  # "agreed in principle to form a bank"
    return out


def whole(verb: Token, names: Names) -> set[int]:
    """A subordinate verb and all that it needs, what it says included."""
    told = content_of(verb, names.lexicon)
    out = {verb.i, *needed(verb, names), *(whole(told, names) if told is not None else ())}
    both = bool(grammar.children(verb, {"cc:preconj"}))  # "either sold or about to be"
    if both or not grammar.children(verb, grammar.OBJECT):
        for x in grammar.children(verb, {"conj"}):  # "to hunt down and punish those who fled"
            out |= whole(x, names) if both or x.tag_ == verb.tag_ == "VB" else set()
    return out


def _takes_infinitive(verb: Token, before: set[str], names: Names) -> bool:
    """Whether an infinitive completes a verb that has such parts already: "urged the two sides to meet"."""
    lemma = verb.lemma_.lower()
    bidden = lemma in names.lexicon.title["with_infinitive"] or lemma in grammar.WORDS["control"]
    if before & grammar.OBLIQUE and not (bidden and (before == {"obl:agent"} or before & grammar.OBJECT)):
        return False
    return bidden or not before & grammar.OBJECT


def _of_state(noun: Token, verb: Token, names: Names) -> set[int]:
    """What completes a verb's object: "to have the case heard", "accused them of lying", "a note saying that it is"."""
    lexicon = names.lexicon
    state = verb.lemma_.lower() in lexicon.title["with_state"]
    parts = [noun, *(n for p, n in grammar.obliques(noun) if p == "of")]  # "keep most of its schools closed"
    told = [c for n in parts for c in n.children if c.i > n.i and c.dep_ in grammar.REDUCED | grammar.RELATIVE]
    pointing = noun.tag_ == "WP" or noun.lower_ in lexicon.title["pointing"]  # "those who fled", "all they can"
    pointing = pointing or any(c.tag_ == "WDT" for c in grammar.children(noun, {"det"}))  # "what kind of fever it was"
    if noun.lower_ in grammar.WORDS["nothing"]:
        return _to_do_with(noun, names)
    out = {c.i for c in grammar.children(noun, {"amod"}) if noun.pos_ == "PROPN" and c.i > noun.i}  # "guilty"
    for c in told:
        if grammar.says_what(c) and not any(names.is_vague(s) for s in grammar.children(c, grammar.SUBJECT)):
            out |= whole(c, names)  # "the view that the rigs are safe"
        said = grammar.case(c) in lexicon.title["completing"] or c.lemma_.lower() in lexicon.reporting
        if c.tag_ == "VBG" and said and c.i + 1 < len(c.doc) and not c.nbor().is_punct:
            told_whole = whole(c, names)  # but for "documents proving (they left)", which is not told
            out |= told_whole if len(told_whole) > 1 or not grammar.children(c, {"ccomp"}) else set()
        elif pointing or (state and c.tag_ == "VBN"):
            out |= {c.i, *needed(c, names)}
    return out


def _to_do_with(nothing: Token, names: Names) -> set[int]:
    """What completes a pronoun that says that there is none: "had nothing to do with the raid"."""
    to_do = [c for c in grammar.children(nothing, grammar.REDUCED) if grammar.has_to(c)][:1]
    with_whom = [n.i for c in to_do for _, n in grammar.obliques(c) if n.i > c.i][:1]
    return {i for c in to_do for i in (*whole(c, names), *with_whom)}


def _is_amount(noun: Token) -> bool:
    return noun.tag_ in {"$", "CD"} or noun.text == "%" or any(c.dep_ == "nummod" for c in noun.children)


def _plural(verb: Token, subject: str, names: Names) -> bool:
    """Whether the verb of a title goes with many."""
    heads = _subject_heads(verb, names)
    if heads and heads[0].i in names.pair:
        return True
    if len(heads) > 1 or (not heads and " and " in subject):
        one = many_by_form(verb) is False  # "the savings and loan chief is facing a trial"
        return not one and subject not in {names.short(a) for a in names.kind}  # "Bosnia and Herzegovina"
    return bool(heads) and goes_with_many(verb, heads[0], names)


def _capital(text: str) -> str:
    text = text.strip(" ,;:.-–—\"'“”‘’")
    first = text.split(" ", 1)[0]
    own = first != first.lower() and not any(mark in first for mark in grammar.HYPHENS)  # "iPhone", not "pro-Lund"
    return text if own else text[:1].upper() + text[1:]
