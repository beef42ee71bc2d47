"""Who takes part in an event, in which role, and where it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from timeline.events import grammar
from timeline.events.named import listed_before
from timeline.events.story import Candidate, Story
from timeline.model import Place


def people(c: Candidate, r: Story) -> None:
    """Give a candidate its agents, patients, companions and place."""
    verb = c.support if c.support is not None else c.verb
    if grammar.is_verb(verb) or not c.noun:  # "will be available on 3 May" has no verb that tells
        looks_on = c.support is not None and verb.lemma_.lower() in r.lexicon.onlookers
        doers = grammar.subjects(verb) if not looks_on else []
        subjects = [i for s in doers for i in who(s, r) if s != c.top and s != c.token]
        if grammar.is_passive(verb):
            c.patients += subjects
        else:
            c.agents += subjects
        for o in grammar.objects(verb):
            if o != c.top and o != c.token:
                c.patients += who(o, r)
        _obliques(verb, c, r)
        for o in grammar.objects(verb):
            c.place = c.place or _place_below(o, r)
            if o != c.top:
                c.others += [i for p, n in grammar.obliques(o) if p in r.lexicon.roles["together"] for i in who(n, r)]
    if c.noun:
        for node in {c.top, c.token}:
            _obliques(node, c, r)
            for child in node.children:
                if child.dep_ in {"nmod:poss", "poss"}:
                    c.agents += who(child, r)
                elif child.dep_ in {"amod", "compound", "nmod", "nmod:desc"} and child.i < node.i:
                    c.others += [i for i in who(child, r) if not i.startswith("place:")]
        if c.support is None:
            above = grammar.governor(c.top)
            if (
                above is not None
                and grammar.is_verb(above)
                and c.top.dep_ in {"obl", "obj", "pobj"}
                and _of_the_subject(c.top)
            ):
                c.agents += [i for s in grammar.subjects(above) for i in who(s, r)]
    if c.type in {"meeting", "talks", "agreement", "visit"} and not c.others:
        c.others += _between(c, r)
    if c.status.value in {"planned", "hoped"} and not c.agents and (c.noun or not _is_somebodys(verb, r)):
        c.agents += _arrangers(c, r)
        c.arranged_by_others = bool(c.agents)
    c.agents = [i for i in dict.fromkeys(c.agents) if acts(i)]
    c.others = [i for i in dict.fromkeys(c.others) if acts(i) and i not in c.agents]
    c.patients = [i for i in dict.fromkeys(c.patients) if acts(i) and i not in c.agents and i not in c.others]


def pairs(found: Iterable[Candidate], r: Story) -> None:
    """Let "they" and "the two sides" be the two who were just named together, if nobody else was."""
    last: Candidate | None = None
    for c in found:
        verb = c.support if c.support is not None else c.verb
        subject = next(iter(reversed(grammar.children(verb, grammar.SUBJECT))), None)
        if subject is not None and last is not None and _is_pair(subject, r):
            roles = c.patients if grammar.is_passive(verb) else c.agents
            earliest = 0 if subject.tag_ == "CD" else 1  # "its talks with Russia … a deal that the two had struck"
            if not roles and earliest <= _sentences_between(last.token, subject) <= 2:
                roles += last.actors
                r.names.pair[subject.i] = last.actors
                c.others = [i for i in c.others if i not in last.actors]
        if len(c.actors) > 1:
            kinds = {r.names.kind.get(i) for i in c.actors}
            told = {
                i
                for t in c.token.sent
                if (i := r.mention.get(t.i)) is not None
                and r.names.kind.get(i) in kinds
                and grammar.case(t).split(" ")[0] not in r.lexicon.roles["inside"]  # "a truce in Syria": where
            }
            alike = len(c.actors) == 2 and len(kinds) == 1 and not (c.patients and c.agents)
            last = c if alike and told <= set(c.actors) else None


def _is_somebodys(verb: Token, r: Story) -> bool:
    """Whether a clause says who does it without a name: "a panel will decide, Chad said"."""
    own = [r.names.antecedent.get(s.i, s) for s in grammar.children(verb, grammar.SUBJECT) if not r.names.is_vague(s)]
    return bool(own) and not any(s.lemma_.lower() in r.lexicon.nouns for s in own) and not grammar.is_passive(verb)


def _is_pair(subject: Token, r: Story) -> bool:
    """Whether a subject means two who were named before: "they", "both", "the two", "the two ministers"."""
    words = r.lexicon.title
    counted = any(x.lower_ in words["pair_numbers"] for x in subject.children)
    named = subject.lower_ in words["pair_pronouns"] or (counted and subject.lemma_.lower() in words["pair_nouns"])
    named = named or (subject.lower_ in words["pair_numbers"] and any(x.lower_ == "the" for x in subject.children))
    return named and subject.i not in r.mention and not any(x.i in r.mention for x in subject.children)


def _sentences_between(left: Token, right: Token) -> int:
    """How many sentences further on a token stands."""
    return sum(1 for t in right.doc[left.i + 1 : right.i + 1] if t.is_sent_start)


def _between(c: Candidate, r: Story) -> list[str]:
    """Those named after "between" or "with" further on in the sentence: long lists of titles break the parse."""
    end = c.token.sent.end
    for i in range(c.token.i + 1, min(end, c.token.i + 12)):
        t = r.doc[i]
        if t.text in {";", ":", '"', "."} or (grammar.is_verb(t) and t.i != c.verb.i and t.tag_ != "VBN"):
            return []
        if t.lower_ in r.lexicon.roles["listing"] or (t.lower_ == "with" and t.head == c.verb):
            for j in range(i + 1, min(end, i + 8)):
                actor = r.mention.get(j)
                if actor is not None and actor not in c.actors and acts(actor) and r.doc[j].tag_ != "JJ":
                    return [actor, *_listed_after(r.doc[j], actor, r)]
    return []


def _of_the_subject(noun: Token) -> bool:
    """Whether an occasion is the clause's subject's own: "after his meeting", "at a joint news conference with"."""
    if any(preposition == "with" for preposition, _ in grammar.obliques(noun)):
        return True
    return any(x.dep_ in {"nmod:poss", "poss"} and x.pos_ == "PRON" for x in noun.children) or not any(
        x.dep_ in {"det", "nmod:poss", "poss", "amod", "compound", "nummod"} for x in noun.children
    )


def _arrangers(c: Candidate, r: Story) -> list[str]:
    """Those who plan or hope for what has no agent of its own: the clause's subject above, or who says so."""
    # whoever says that he hopes so hopes so, while who says what will be has no part in it
    own = c.status.value == "hoped" or (grammar.is_verb(c.verb) and not grammar.children(c.verb, grammar.SUBJECT))
    saying = frozenset[str]() if own else r.lexicon.reporting - r.lexicon.strong
    for above in grammar.chain(c.verb):
        if grammar.is_verb(above) and above.lemma_.lower() not in saying:
            found = [i for s in grammar.subjects(above) for i in who(s, r)]
            if found:
                return found
    said = said_by(c, r) if own else None
    return [said] if said else []


def acts(actor: str) -> bool:
    """Whether an actor's id is of one that acts: places do not."""
    return not actor.startswith("place:")


def who(token: Token, r: Story) -> list[str]:
    """Ids of the actors that a noun phrase names, conjuncts included; the modifier where the head names none."""
    out: list[str] = [r.names.actor[t.i] for t in listed_before(token, r.names)]
    for t in grammar.conjuncts(token):
        if t.lemma_.lower() in r.lexicon.roles["others"] and t.i not in r.mention:
            continue  # "supporters of Keita": he is not one of them
        own = r.mention.get(t.i) or _reported_self(t, r)
        if own is None:
            below = [
                r.mention[x.i]
                for x in t.children
                if x.i in r.mention and x.dep_ in {"flat", "flat:name", "appos", "nmod:desc"}
            ]
            below = below or [
                r.mention[x.i]
                for x in t.children
                if x.i in r.mention
                and x.dep_ in {"amod", "compound", "nmod:poss", "poss", "nmod"}
                and (x.i < t.i or grammar.case(x) in r.lexicon.roles["belonging"])
            ]
            if below:
                own = below[-1]
                first = next(x for x in t.children if r.mention.get(x.i) == own)
                joint = [r.mention[x.i] for x in grammar.conjuncts(first) if x.i in r.mention]
                out += joint  # "ministers from France and Spain"
        if own is not None:
            out.append(own)
            out += _listed_after(t, own, r)
    return list(dict.fromkeys(out))


def _reported_self(token: Token, r: Story) -> str | None:
    """Whom "it" or "they", or "its" before a noun, stands for in what somebody says: the one who says it."""
    pronouns = [token, *(c for c in token.children if c.dep_ in {"nmod:poss", "poss"})]
    themselves = r.lexicon.roles["one_reporter"] | r.lexicon.roles["many_reporters"]
    if not any(t.lower_ in themselves and t.i not in r.mention for t in pronouns):
        return None
    cur = token
    for above in grammar.chain(token):
        if cur.dep_ in {"ccomp", "xcomp"} and grammar.is_verb(above):
            for s in grammar.subjects(above)[:1]:
                for t in (s, *(c for c in s.children if c.dep_ in {"nmod:poss", "poss", "compound", "amod"})):
                    actor = r.mention.get(t.i)
                    if actor is not None and not actor.startswith(("person:", "place:")):
                        return actor
            return None
        cur = above
    return None


def _listed_after(token: Token, own: str, r: Story) -> list[str]:
    """Actors listed right after one: titles and commas between names often break the parse."""
    out: list[str] = []
    i = token.i
    end = token.sent.end
    gap = 0
    last = i
    joined = False
    j = i + 1
    while j < end and gap <= 9:
        t = r.doc[j]
        actor = r.mention.get(j)
        if actor is not None:
            if actor != own and actor not in out and (joined or r.doc[j - 1].lower_ in {"and", ","}):
                if actor.startswith("place:"):
                    break
                out.append(actor)
            last, gap, joined = j, 0, False
        elif t.lower_ == "and" or t.text == ",":
            joined = True
            gap += 1
        elif (
            t.pos_ in {"VERB", "AUX", "PRON", "SCONJ"}
            or (t.pos_ == "ADP" and t.lower_ not in {"of", "for"})
            or t.text in {";", ":", "."}
        ):
            break
        else:
            gap += 1
        j += 1
    del last
    # "Kerry, Lavrov said": a list needs its "and" before the last name
    return out if any(r.doc[k].lower_ == "and" for k in range(i, min(j, end))) else []


def _obliques(node: Token, c: Candidate, r: Story) -> None:
    roles = r.lexicon.roles
    for preposition, n in grammar.obliques(node, r.timed):
        if n.i in r.timed or grammar.is_circumstance(preposition, n):
            continue
        first = preposition.split(" ")[0]
        actor = r.mention.get(n.i)
        if preposition == "by" and (grammar.is_passive(node) if grammar.is_verb(node) else c.noun):
            c.agents += who(n, r)
        elif preposition in roles["together"]:
            c.others += who(n, r)
            c.place = c.place or _place_below(n, r)
            # "in Geneva between A, B and C" often hangs on the place
        elif (
            first in roles["place"] and actor is not None and actor.startswith(("place:", "country:", "organisation:"))
        ):
            if c.place is None:
                c.place = Place(actor, r.actors[actor].name)
            for inner, m in grammar.obliques(n):
                if inner in roles["together"]:
                    c.others += who(m, r)
        elif (
            first in {"to", "into"}
            and actor is not None
            and actor.startswith(("place:", "country:"))
            and c.type == "visit"
        ):
            c.place = c.place or Place(actor, r.actors[actor].name)
            c.patients += [i for i in who(n, r) if i.startswith("country:")]
        elif first in roles["patient"]:
            c.patients += who(n, r)
            if c.place is None:
                c.place = _place_below(n, r)
        elif first in roles["inside"] and c.place is None:
            c.place = _place_below(n, r)
    if c.place is None:
        c.place = _place_before(node, r)


def _place_below(n: Token, r: Story) -> Place | None:
    """The place under a phrase: "on the sidelines of a meeting of nations in Laos"."""
    for t in _within(n):
        actor = r.mention.get(t.i)
        if (
            actor is not None
            and t != n
            and actor.startswith(("place:", "country:"))
            and grammar.case(t).split(" ")[0] in r.lexicon.roles["inside"]
        ):
            return Place(actor, r.actors[actor].name)
    return None


def _within(noun: Token) -> Iterator[Token]:
    """The tokens of a noun's phrase, clauses left out: a place in them is not the noun's."""
    yield noun
    for c in noun.children:
        if c.dep_ in grammar.OBLIQUE | {"conj", "flat", "compound", "prep", "pobj", "appos"}:
            yield from _within(c)


def _place_before(node: Token, r: Story) -> Place | None:
    """The city that stands before the noun as its modifier: "the Geneva talks"."""
    for child in node.children:
        actor = r.mention.get(child.i)
        if actor is not None and actor.startswith("place:") and child.dep_ in {"compound", "nmod", "amod", "nmod:poss"}:
            return Place(actor, r.actors[actor].name)
    return None


def said_by(c: Candidate, r: Story) -> str | None:
    """The id of whoever says that the event is so: the reporting verb's subject, the speaker of its quote."""
    token = c.status.said_by
    found = who(token, r) if token is not None else []
    return found[0] if found else r.speaker.get(c.token.i)
