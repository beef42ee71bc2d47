"""Several who were named together, and the phrase that means them later: "they", "the two sides", "the ministers"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from spacy.tokens import Span, Token

from timeline.events import grammar
from timeline.events.groups import acts_for_others, is_group
from timeline.events.story import MUTUAL, Candidate, Story, acts, homes

NEAR = 40  # words before a pronoun's sentence in which its group is named


def remember(c: Candidate, r: Story) -> None:
    """Keep who takes part in an event together, for "they" and "the two sides" of what follows."""
    ids = [*c.actors, *(p.id for p in c.unnamed)]
    hosts = c.type in MUTUAL and c.verb.lemma_.lower() in r.lexicon.roles["hosting"]
    if len(ids) < 2 or (hosts and (not c.others or (len(c.others) == 1 and not c.noun))):
        return  # "Oman and Qatar brokered a truce", "Lund convened the Assembly": no two sides of it
    if not r.pair and c.type in MUTUAL and len(c.actors) == 2:
        r.pair[:] = c.actors
    if not r.firms and len(c.actors) == 2 and all(_kind(i, r) == "organisation" for i in c.actors):
        r.firms[:] = c.actors
    persons = {_kind(i, r) == "person" for i in ids}
    told = {
        i
        for t in c.token.sent
        if (i := r.mention.get(t.i)) is not None
        and (_kind(i, r) == "person") in persons
        and acts(i)
        and t.head.i not in r.groups  # "Malian dockers"
        and grammar.case(t).split(" ")[0] not in r.lexicon.roles["inside"]  # "a truce in Syria": where
    }
    held = {"agent": c.agents, "with": c.others, "patient": c.patients}
    roles = {p.role for p in c.unnamed} | {role for role, named_ids in held.items() if named_ids}
    alike = len(roles) == 1 or (len(persons) == 1 and c.type in MUTUAL)
    two = persons == {True} and len(ids) == 2  # "Lavrov phoned Kerry. The two agreed"
    people = {i for i in ids if _kind(i, r) == "person"}
    if r.together and len(people) == 2 and people == set(r.together[0][1]) and persons != {True}:
        r.together[0] = (c.token, *r.together[0][1:])  # "Lavrov thanked Kerry for Norway's help. The two agreed"
        return
    r.together[:] = [(c.token, ids, alike)] if (alike or two) and told <= set(ids) else []


def together(token: Token, r: Story) -> list[str]:
    """Those named together whom a phrase means: "they", "both", "the two sides", "the leaders"."""
    if token.i in r.joint:
        return r.joint[token.i]
    if token.i in r.mention or token.i in r.names.antecedent or any(x.i in r.mention for x in token.children):
        return []  # "Chad held talks with Togo. They were suspended in May"
    if token.tag_ == "CD" and any(p in grammar.WORDS["of"] and n.pos_ == "NOUN" for p, n in grammar.obliques(token)):
        return []  # "two of its soldiers"
    if _are_told_of_as_many(token, r):
        return []
    whose = [x for x in grammar.children(token, {"nmod:poss", "poss"}) if x.tag_ == "NNS"]
    if whose and acts_for_others(token, r.lexicon):  # "the two countries' ministers" act for these
        return together(whose[0], r)
    ids = _just_named(token, r) or _only_two(token, r) or _two_of_its_sentence(token, r)
    ids = ids or _countries_of_the_lead(token, r) or _holders(token, r)
    if token.tag_ == "NNS" and token.lemma_.lower() in r.lexicon.together["any"]:
        # "the two sides agreed": those for whom two ministers met
        ids = _states(ids, r, r.together[0][0].sent if r.together else None) or ids
    ids = ids or _sides(token, r) or _countries_of_the_lead(token, r, led=True)
    numbers = [_number(n, r.lexicon.together) for p, n in grammar.obliques(token) if p in grammar.WORDS["of"]]
    if any(number not in {0, len(ids)} for number in numbers):
        return []  # of two: "the presidents of the three countries"
    if ids and not set(ids) <= _doers(token, r):
        r.joint[token.i] = ids
        if all(i in r.actors for i in ids):
            r.names.pair[token.i] = ids
        return ids
    return []


def _are_told_of_as_many(noun: Token, r: Story) -> bool:
    """Whether holders of an office were told of before without names: "EU ministers met. … The ministers agreed"."""
    office = noun.tag_ == "NNS" and noun.lemma_.lower() in r.lexicon.groups["offices"]
    if not office or _number(noun, r.lexicon.together):
        return False
    before = (t for t in r.doc[: noun.i] if t.tag_ == "NNS" and t.lemma_ == noun.lemma_ and t.i not in r.joint)
    return any(
        t.i in r.groups or any(r.mention.get(n.i, "").startswith("organisation:") for _, n in grammar.obliques(t))
        for t in before
    )


def _doers(token: Token, r: Story) -> set[str]:
    """Those who do something to what a phrase means, and so are others: "Peru and Chile called on both sides"."""
    done_to = grammar.is_verb(token.head) and token.dep_ in grammar.OBJECT | grammar.OBLIQUE
    if not done_to or grammar.case(token) in grammar.WORDS["of_two"]:
        return set()
    return {r.mention[t.i] for s in grammar.subjects(token.head) for t in s.subtree if t.i in r.mention}


def told_of_as_group(pronoun: Token, r: Story) -> list[str]:
    """Those whom a group's noun meant that a pronoun stands for: "The two leaders met. *They* agreed"."""
    before = r.doc[max(0, pronoun.sent.start - NEAR) : pronoun.i]
    own = r.groups[pronoun.i]
    ids = next((r.joint[t.i] for t in reversed(list(before)) if r.groups.get(t.i) == own and t.i in r.joint), [])
    if ids and all(i in r.actors for i in ids):
        r.names.pair[pronoun.i] = ids
    return ids


def _just_named(token: Token, r: Story) -> list[str]:
    if not r.together:
        return []
    before, ids, alike_in_it = r.together[0]
    words = r.lexicon.together
    apart = max(0, r.sentences[token.i].number - r.sentences[before.i].number)  # how many sentences further on
    number = _number(token, words)
    if not alike_in_it and not (number and token.tag_ == "CD"):
        return []
    lemma = token.lemma_.lower()
    pronoun = token.lower_ in words["pronouns"] and not number
    if pronoun and (_others_above(token, r) or (apart > 1 and _others_before(token, r))):
        return []
    if token.tag_ == "NN" and token.lemma_.lower() in words["pairs"] and _is_known(token, r):
        means, earliest, latest, number = True, 1, 2, 2  # "The pair will meet again"
    elif token.lower_ in words["pronouns"] or (token.lower_ in words["two"] and number):
        here = token.tag_ == "CD" or (token.lower_ in words["two"] and token.dep_ in grammar.SUBJECT)
        means, earliest, latest = True, 0 if here else 1, 2  # "she met him, and both agreed"
    else:
        alike = any(lemma in words.get(_kind(i, r), ()) for i in ids) or lemma in words["any"]
        known = _is_known(token, r) and not any(c.lower_ in words["wider"] for c in token.children)  # "two diplomats"
        means, earliest, latest = token.tag_ == "NNS" and alike and known, 0 if number else 1, 2 if number else 1
    # "its talks with Russia … a deal that the two had struck": of one sentence
    fit = means and number in {0, len(ids)} and earliest <= apart <= latest
    return ids if fit else []


def _others_before(pronoun: Token, r: Story) -> bool:
    """Whether the sentence before is of several others: "Chad and Togo agreed. Two ships were sunk. They were old"."""
    before = r.doc[pronoun.sent.start - 1].sent
    return any(s.tag_ == "NNS" and s.i not in r.mention for s in grammar.subjects(before.root))


def _others_above(pronoun: Token, r: Story) -> bool:
    """Whether the clause above a pronoun's is of several: "Asian leaders will sign it when they meet"."""
    above = next((t for t in grammar.chain(pronoun.head) if grammar.is_verb(t)), None)
    doers = [s for s in grammar.subjects(above) if s.i < pronoun.i] if above is not None else []
    return len(doers) > 1 or any(s.tag_ in {"NNS", "NNPS"} and is_group(s, r.lexicon) for s in doers)


def _is_known(noun: Token, r: Story) -> bool:
    """Whether a noun is of those told of: "the two sides", "both sides", not "two sides"."""
    both, before = r.lexicon.together["two"], list(noun.children)
    if noun.dep_ in {"nmod:poss", "poss"}:  # "the (det of ministers) two countries' ministers"
        before += [c for c in noun.head.children if c.i < noun.i]
    return any(x.lower_ in r.lexicon.dating["known"] or (x.lower_ in both and x.tag_ != "CD") for x in before)


def _only_two(token: Token, r: Story) -> list[str]:
    """The two of their kind whom a story has named so far: "an agreement between the two companies"."""
    words = r.lexicon.together
    lemma = token.lemma_.lower()
    if token.tag_ != "NNS" or _number(token, words) < 1 or not _is_known(token, r):
        return []
    if lemma in words["person"] | words["any"]:
        return []
    kinds = [kind for kind in ("country", "organisation") if lemma in words[kind]]
    found = [i for i, a in r.actors.items() if a.kind in kinds and a.mentions[0].start < token.idx]
    return found if len(found) == _number(token, words) and len(kinds) == 1 else []


def _two_of_its_sentence(token: Token, r: Story) -> list[str]:
    """The two countries that a sentence names before "the two countries", or the one before it names side by side.

    Not by what is of them: "Danish tents for Chad and Togo".
    """
    words, lemma = r.lexicon.together, token.lemma_.lower()
    both = _number(token, words) == 2 and _is_known(token, r) and token.tag_ == "NNS"
    if not both or lemma not in words["country"] - words["person"] - words["any"] - r.lexicon.groups["of_states"]:
        return []
    start, others = token.sent.start, _doers(token, r)
    for told in (r.doc[start : token.i], r.doc[r.doc[start - 1].sent.start if start else start : start]):
        names = [t for t in told if t.dep_ not in {"amod", "compound"} and r.mention.get(t.i) not in others]
        named = dict.fromkeys(i for t in names if (i := r.mention.get(t.i, "")).startswith("country:"))
        joined = start <= told.start or any(t.dep_ == "conj" and t.head in names and t.i in r.mention for t in names)
        if named:
            return list(named) if joined and len(named) == 2 else []
    return []


def _countries_of_the_lead(token: Token, r: Story, *, led: bool = False) -> list[str]:
    """The two countries for which those act who open a story: "the two governments", "the two navies".

    `led`: or those who lead them, "the two presidents", where no third country opens the story.
    """
    words, lemma = r.lexicon.together, token.lemma_.lower()
    both = _number(token, words) == 2 and _is_known(token, r) and token.tag_ == "NNS"
    acting = words["country"] - words["person"] | r.lexicon.groups["of_states"]
    if not both or lemma not in (r.lexicon.groups["heads_of_state"] if led else acting):
        return []
    of, here = homes(r)
    own = here[0] if len(here) == 1 else None  # of a president whose country is not told
    codes = dict.fromkeys(r.actors[i].country or own for i in r.pair or r.led_by if i in r.actors)
    if led and {*of} != {*codes}:
        return []
    found = [f"country:{code.lower()}" for code in codes if code]
    return found if len(found) == len(codes) == 2 and all(i in r.actors for i in found) else []


def _sides(token: Token, r: Story) -> list[str]:
    """The two bodies that open a story with what they do: "the two sides", "the companies"."""
    lemma, words = token.lemma_.lower(), r.lexicon.together
    number = _number(token, words)
    if token.tag_ != "NNS" or not _is_known(token, r):
        return []
    if lemma in words["any"] and number == 2:
        return _states(r.pair, r)
    firm = lemma in words["organisation"] - words["country"] and lemma in r.lexicon.groups["companies"]
    return list(r.firms) if firm and number in {0, len(r.firms)} else []


def _states(pair: Sequence[str], r: Story, told: Span | None = None) -> list[str]:
    """Two sides, a person as the country for which he acts: Chad for its president, beside its rebels.

    A minister of no country is of the one whose deed his sentence tells: "Chad gave in after Minister Keita met …".
    """
    people = {i: r.actors[i].country for i in pair if i in r.actors and r.actors[i].kind == "person"}
    doing = [r.mention.get(s.i, "") for s in grammar.subjects(told.root)] if told is not None else []
    if len(doing) == 1 and doing[0].startswith("country:"):
        people = {i: code or (r.actors[doing[0]].country if r.actors[i].role else None) for i, code in people.items()}
    found = [f"country:{(people[i] or '').lower()}" if i in people else i for i in pair]
    return found if len(set(found)) == len(pair) and all(i in r.actors for i in found) else []


def _holders(token: Token, r: Story) -> list[str]:
    """The two who have an office among those whom a story has named so far: "the ministers"."""
    office = token.lemma_.lower()
    if token.tag_ != "NNS" or office not in r.lexicon.groups["offices"] or not _is_known(token, r):
        return []
    of = [n for p, n in grammar.obliques(token) if p in grammar.WORDS["of"] and n.i not in r.mention]
    words = r.lexicon.together
    if any(n.lemma_.lower() not in words["country"] | words["organisation"] for n in of):
        return []  # "the leaders of the two communities"
    if office in r.lexicon.groups["any_office"] and token.dep_ in {"nmod:poss", "poss"}:
        return []  # "the leaders' summit": of whoever they are
    before = [a for a in r.actors.values() if a.kind == "person" and a.mentions[0].start < token.idx and a.role]
    alike = {office, *r.lexicon.groups["opposite"]} if office not in r.lexicon.groups["any_office"] else set()
    found = [a for a in before if alike & set((a.role or "").lower().split()) or not alike]
    same = any(office in (a.role or "").lower().split() for a in found) or not alike
    return [a.id for a in found] if len(found) == 2 and same and found[0].country != found[1].country else []


def _number(token: Token, words: Mapping[str, frozenset[str]]) -> int:
    """How many a phrase says that they are: "the two sides", "both"; 0 where it does not say, -1 for other numbers."""
    said = [x for x in (token, *token.children) if x.tag_ == "CD" or x.lower_ in words["two"]]
    if not said:
        return 0
    known = [n for x in said for n, key in ((2, "two"), (3, "three"), (4, "four")) if x.lower_ in words[key]]
    return known[0] if known else -1


def _kind(actor: str, r: Story) -> str:
    return r.actors[actor].kind if actor in r.actors else "group"
