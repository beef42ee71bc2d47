"""What a title of few words tells beside: after what, when, why or how ("College closes after pupil fell ill")."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from timeline.events import grammar
from timeline.events.forms import goes_with_many, in_present
from timeline.events.identity import AHEAD
from timeline.events.left_out import leads_to
from timeline.events.named import Names, own_actor
from timeline.events.phrases import cut
from timeline.events.story import Candidate, Story
from timeline.events.tenses import is_moved
from timeline.events.titles import MOST, in_full, needed, whole
from timeline.model import Event

FEW = 8  # words of a title, at most, that tells more where its clause does
ENOUGH = 4  # words of one that goes without what another entry tells
_GERUND = "VBG"


def fill(events: Sequence[Event], found: Sequence[Candidate], r: Story) -> Iterator[Event]:
    """The events; those of the calendar whose clauses have more to tell than their few words with that, too."""
    entries = {c.token.i for e, c in zip(events, found, strict=True) if e.on_calendar}
    for e, c in zip(events, found, strict=True):
        moved = (
            c.partner is not None and not c.noun and e.status == "planned" and is_moved(c, r)
        )  # why is no part of it
        few = (
            e.on_calendar and e.status != "denied" and not moved and "," not in e.title and len(e.title.split()) <= FEW
        )
        more = (_beside(c, e.title, entries, r.names) or _office(c, e.title, r)) if few else ""
        yield replace(e, title=e.title + more) if more else e


def _beside(c: Candidate, title: str, entries: Container[int], names: Names) -> str:
    """What a clause tells beside its deed, or what follows an occasion's noun, where the title does not tell it.

    What is an entry itself is told again only where the title has next to nothing; and no length parts what is to be
    from what was: "said the truce is to begin on Monday, a day after rebels agreed".
    """
    head, words = c.top if c.noun else c.verb, title.lower().split()
    clauses = _of_occasion(head, names) if c.noun else _of_deed(head, names)
    clauses = [x for x in clauses if x.lower_ not in words and not _is_of_others(x, head, names)]
    if c.status.value in AHEAD:
        clauses = [x for x in clauses if not (grammar.tells(x) and leads_to(_opening(x, names).nbor(-1), names))]
    clauses = [x for x in clauses if len(words) < ENOUGH or x.i not in entries or _did_the_harm(x, head, names)]
    own = own_actor(head, names) if not c.noun else None
    return next((more for x in clauses if (more := _told(x, title, names, own=own, room=MOST - len(title)))), "")


def _office(c: Candidate, title: str, r: Story) -> str:
    """The office that somebody leaves, where the text tells it elsewhere: "Lund resigns as Karhu chairman"."""
    own = None if c.noun else own_actor(c.verb, r.names)
    if own is None or not leaves_office(c.verb, r) or grammar.objects(c.verb):
        return ""
    role = r.actors[own].role or "" if r.names.kind.get(own) == "person" else ""
    told = any(n.i not in r.timed and p not in r.lexicon.roles["place"] for p, n in grammar.obliques(c.verb))
    bygone = set(role.lower().split()) & r.lexicon.roles["bygone"]
    if not role or told or bygone or not set(role.lower().split()).isdisjoint(title.lower().split()):
        return ""
    return more if len(title) + len(more := f" as {role}") <= MOST else ""


def leaves_office(verb: Token, r: Story) -> bool:
    """Whether somebody gives up an office: "resigned", "will step down", not "stepped in"."""
    lemma, roles = verb.lemma_.lower(), r.lexicon.roles
    if lemma in roles["stepping_down"]:
        return any(c.lower_ in roles["down"] for c in verb.children)
    return lemma in roles["leaving_office"]


def _did_the_harm(clause: Token, verb: Token, names: Names) -> bool:
    """Whether a clause says what harmed those told of: "nine were killed on Monday when a mine blew up"."""
    moment = _opening(clause, names).lower_ in names.lexicon.dating["moments"]
    struck = names.lexicon.title["harmed"] | names.lexicon.title["dying"]
    return moment and verb.lemma_.lower() in struck and clause.head == verb


def _of_deed(verb: Token, names: Names) -> list[Token]:
    """The clauses that say after what, when, why or how a deed was done, those with a subject of their own first."""
    marks, acting = names.lexicon.title["circumstances"], names.lexicon.title["acting"]
    whens: list[Token] = []
    hows: list[Token] = []
    for x in grammar.children(verb, {"advcl"}):
        opening = _opening(x, names)
        first = opening.lower_
        if grammar.is_finite(x) and grammar.children(x, grammar.SUBJECT):
            then = first in names.lexicon.title["at_once"] and grammar.text_before(opening) == ","
            whens += [x] if first in marks and not then else []  # "met in May, when it rained": a day's
        elif x.tag_ == _GERUND and x.i > verb.i:
            said = x.lemma_.lower() in names.lexicon.reporting
            hows += [x] if first in acting or (opening == x and not said) else []
    return [*sorted(whens, key=lambda x: x.i < verb.i), *hows]


def _of_occasion(noun: Token, names: Names) -> list[Token]:
    """The clauses after a noun that say what it did, who made it or what it says: "fire that killed nine"."""
    found: list[Token] = []
    for x in grammar.children(noun, grammar.RELATIVE | grammar.REDUCED | {"ccomp"}):
        if x.i < noun.i or x.lemma_.lower() in names.lexicon.title["holds"]:
            continue  # "talks which took place on Friday"
        done_by = x.tag_ == "VBN" and bool(grammar.children(x, {"obl:agent"}))
        which = any(s.tag_ == "WDT" for s in grammar.children(x, grammar.SUBJECT)) and not grammar.is_passive(x)
        that = any(m.lower_ in grammar.WORDS["content"] for m in grammar.children(x, {"mark"}))
        if done_by or that or ((which or x.tag_ == _GERUND) and needed(x, names)):
            found.append(x)
    return [*found, *_purposes(noun, names)]


def _purposes(noun: Token, names: Names) -> list[Token]:
    """What somebody arranges an occasion for: "has scheduled a conference on Friday to announce (advcl) a sale"."""
    verb = noun.head
    invited = noun.dep_ in grammar.OBLIQUE and grammar.case(noun) in names.lexicon.roles["towards"]
    if not (grammar.is_verb(verb) and (invited or noun.dep_ in grammar.OBJECT | grammar.SUBJECT)):
        return []
    return [x for x in grammar.children(verb, {"advcl"}) if x.i > noun.i and grammar.has_to(x)]


def _is_of_others(clause: Token, head: Token, names: Names) -> bool:
    """Whether a clause has pronouns of somebody or something not known, or not that of its deed: "after it broke"."""
    first_person, subjects, own = names.lexicon.dating["first_person"], grammar.subjects(head), own_actor(head, names)
    pronouns = [t for t in clause.subtree if t.tag_ in {"PRP", "DT"} and t.dep_ not in {"det", "expl"}]
    things = head.doc[head.i + 1 : _opening(clause, names).i]
    others = head.dep_ == "conj" or any(t.pos_ in {"NOUN", "PROPN"} and t.i not in names.skip for t in things)
    return any(
        t.lower_ in first_person
        or names.is_vague(t)
        or (others and t.tag_ == "PRP" and names.kind.get(names.actor.get(t.i, "")) != "person")
        or (t.tag_ == "PRP" and names.actor.get(t.i) not in {None, own})
        or (t.i in names.antecedent and names.antecedent[t.i] not in subjects)
        for t in pronouns
    )


def _told(clause: Token, title: str, names: Names, *, own: str | None, room: int) -> str:
    """A clause as a title has it behind what it belongs to; "" where it does not fit, or tells the same again."""
    first = _opening(clause, names)
    counted = first.nbor(-1) if first.i else first
    start = counted.left_edge if leads_to(counted, names) else first  # "three years after it closed"
    least = whole(clause, names) | {*range(start.i, first.i + 1)}
    instead = {t.i: t.text for t in clause.subtree if t.i in names.antecedent}  # its own: "shuts after it burned"
    instead |= in_full(clause, names)
    if start == start.sent[0] and start.pos_ != "PROPN":
        instead[start.i] = start.text.lower()  # "shuts a year after it burned"
    instead |= {first.i: "that"} if first.tag_ == "WDT" else _in_present(clause, names)
    instead |= {start.i: start.lower_} if start.is_sent_start and start.pos_ != "PROPN" else {}
    span = clause.doc[start.i : clause.right_edge.i + 1]
    words = cut(span, names, least=least, room=room - 2, own=own, instead=instead).text
    if len(words) > room - 2 and names.kinds:
        words = cut(span, replace(names, kinds={}), least=least, room=room - 2, own=own, instead=instead).text
    if " ".join(words.split()[-2:]) in title:
        return ""  # "elections by the party won by the party"
    bare = clause.tag_ == _GERUND and own is not None and names.short(own) in words
    if bare:  # the title begins with that name
        return ""
    beside = clause.tag_ == _GERUND and first == clause and clause.dep_ == "advcl"
    apart = beside and (clause.i - 1 in names.skip or grammar.text_before(clause) == ",")
    joint = ", " if apart else " "
    return joint + words if words and len(joint + words) <= room else ""


def _opening(clause: Token, names: Names) -> Token:
    """The first word of a clause, but for a comma and a length of time: ", three years *after* it closed"."""
    own = clause.doc[clause.left_edge.i : clause.i + 1]
    return next((t for t in own if t.text != "," and t.i not in names.lasting), clause)


def _in_present(clause: Token, names: Names) -> dict[int, str]:
    """What is written for a verb group whose clause is of the same time as the deed: "takes hit when virus spreads"."""
    subject = next(iter(grammar.children(clause, grammar.SUBJECT)), None)
    if subject is None or _opening(clause, names).lower_ not in names.lexicon.title["at_once"]:
        return {}
    many, group = goes_with_many(clause, subject, names), (*grammar.auxiliaries(clause), clause)
    return {t.i: in_present(t, clause, names.lexicon, many=many, done=False) for t in group}
