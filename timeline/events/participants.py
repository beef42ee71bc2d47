"""Who takes part in an event, in which role, and where it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import dropwhile, takewhile

from spacy.tokens import Token

from timeline import gazetteer
from timeline.clean import kind_at
from timeline.events import grammar
from timeline.events.charges import of_charge
from timeline.events.grammar import HYPHENS
from timeline.events.groups import acts_for_others, belonging, called, is_group, many_around, name_of, person_around
from timeline.events.named import listed_before, own_teller
from timeline.events.story import MUTUAL, Candidate, Story, acts
from timeline.events.together import remember, together, told_of_as_group
from timeline.gazetteer import fold
from timeline.model import Participant, Place
from timeline.units import word_lists

BEFORE = 16  # words of a place, an agency and a day at most, before what a line tells


def take_part(found: Sequence[Candidate], r: Story) -> None:
    """Give each candidate its agents, patients, companions and place, in the order of the text."""
    for c in found:
        _people(c, r)
        remember(c, r)
    for c in found:
        if c.partner is None:
            continue
        if not c.actors:  # "talks between A and B will continue"
            c.agents, c.others, c.patients = list(c.partner.agents), list(c.partner.others), list(c.partner.patients)
        elif c.agents:  # "agreed to a truce with Chad"
            c.others += [i for i in c.partner.others if i not in c.actors]
        own = {p.id for p in c.unnamed}
        c.unnamed += [p for p in c.partner.unnamed if p.id not in own]  # "agreed to a truce with the rebels"
    for c in found:
        if c.kind == "item":
            c.of_line = _place_of_line(c.token.sent.start, r)
            c.place = c.place or (c.of_line if c.type != "deadline" else None)


def _people(c: Candidate, r: Story) -> None:
    verb = c.support if c.support is not None else c.verb
    if grammar.is_verb(verb) or not c.noun:  # "will be available on 3 May" has no verb that tells
        _of_verb(verb, c, r)
    if c.noun:
        _of_noun(c, r)
    if c.type in MUTUAL and not c.others:
        c.others += _between(c, r)
    arranged = not _is_looked_back_on(c, r) if c.noun else not _is_somebodys(verb, r)
    if c.status.value in {"planned", "hoped"} and not c.agents and arranged:
        c.agents += [i for i in _arrangers(c, r) if i not in c.patients]  # "Rao is set to be replaced"
        c.arranged_by_others = bool(c.agents)
    told_alone = c.noun or not grammar.subjects(c.verb)
    if told_alone and c.type in {"talks", "agreement"} and not c.agents and len(set(c.others)) == 1:
        c.agents += [i for i in _tellers_side(c, r) if i not in c.others]
    if c.type == "statement" or c.verb.lemma_.lower() in r.lexicon.reporting:  # "told Reuters"
        c.others, c.patients = ([i for i in ids if not is_press(i, r)] for ids in (c.others, c.patients))
    c.agents = [i for i in dict.fromkeys(c.agents) if acts(i)]
    c.others = [i for i in dict.fromkeys(c.others) if acts(i) and i not in c.agents]
    c.patients = [i for i in dict.fromkeys(c.patients) if acts(i) and i not in c.agents and i not in c.others]
    for role, ids in (("agent", c.agents), ("with", c.others), ("patient", c.patients)):
        c.unnamed += [Participant(i, role) for i in ids if i not in r.actors]
        ids[:] = [i for i in ids if i in r.actors]


def _goes_before(c: Candidate) -> bool:
    """Whether a protest or a blow only says when somebody did something: "put off his visit after riots"."""
    return (
        c.type in {"protest", "attack"}
        and grammar.case(c.top) in grammar.WORDS["clause_prepositions"] | grammar.WORDS["time_prepositions"]
    )


def _is_looked_back_on(c: Candidate, r: Story) -> bool:
    """Whether what is planned comes after an occasion and is about it: "ordered an inquiry into the fire".

    Or only says when something was done: "drew up a will before the trial".
    """
    if grammar.case(c.top) in grammar.WORDS["clause_prepositions"] | grammar.WORDS["time_prepositions"]:
        return True
    above = grammar.governor(c.top)
    later = above is not None and above.pos_ == "NOUN" and is_deed(above, r)
    return later and grammar.case(c.top) in r.lexicon.roles["looking_back"]


def _of_verb(verb: Token, c: Candidate, r: Story) -> None:
    """Add whom a verb's subject, objects and obliques name."""
    looks_on = c.support is not None and verb.lemma_.lower() in r.lexicon.onlookers
    doers = grammar.subjects(verb) if not (looks_on or (c.noun and _is_charged(verb, r))) else []
    for s in doers:
        if s not in {c.top, c.token}:
            undergone = grammar.is_passive(verb) or _is_undergone(s, r)
            told = c.patients if undergone else c.agents
            told += who(s, r, until=_relative_from(s, verb)) or _whose(s, verb, r)
            if not c.noun:
                _of_deed(s, c, r)
    c.agents += [r.enacts[verb.i]] if verb.i in r.enacts else []
    c.others += _beside_who_goes(doers, verb, c, r)
    objects = grammar.objects(verb)
    met = c.others if c.type in {"meeting", "talks"} and not c.noun else c.patients
    if grammar.is_passive(verb):  # "was appointed commander"
        objects = [o for o in objects if o.tag_ != "NN" or not is_group(o, r.lexicon) or grammar.children(o, {"det"})]
    for o in objects:
        plain = o.pos_ == "NOUN" and o.i not in r.mention and not is_group(o, r.lexicon)
        plain = plain and o.lemma_.lower() not in r.lexicon.roles["kin"]  # "met Karhu's chief"
        topic = plain and met is c.others and len(grammar.conjuncts(o)) == 1  # "discussed the Iraq crisis"
        topic = topic or verb.lemma_.lower() in r.lexicon.roles["on_matters"]  # "discussed an aid force"
        topic = topic or _is_brought_about(o, verb, r)
        if o != c.top and o != c.token and not topic and not is_a_thing(o, r):
            met += who(o, r, until=_relative_from(o, verb))
    if not objects and not c.noun:
        c.patients += [i for x in grammar.children(verb, {"xcomp"}) for i in _named_in(x, r)]
    _obliques(verb, c, r)
    if grammar.is_passive(verb) and not c.agents and not c.noun:  # "was killed in an attack by Karhu"
        deeds = [n for _, n in grammar.obliques(verb, r.timed) if is_deed(n, r)]
        below = [(p, i) for n in deeds for p, m in grammar.obliques(n, r.timed) for i in who(m, r)]
        c.agents += [i for p, i in below if p == "by"]
        c.others += [i for p, i in below if p in r.lexicon.roles["listing"]]  # "in a clash between guards and rebels"
    c.patients += [i for v in (verb, *_to_do(verb, r)) for i in _given_to(v, r)]
    if not c.noun:
        _aims(verb, c, r)
        c.patients += _served(verb, r) + _heard_by(verb, r)
    if verb.dep_ in grammar.RELATIVE and any(x.tag_ == "WRB" for x in verb.children):
        c.place = c.place or _place_of(verb.head, r)  # "Bergen, where the mayor resigned"
    if not c.noun and verb.pos_ == "PROPN":
        c.place = _place_of(verb, r)  # "is in Bergen for talks"
    gone_to = c.type == "visit" and not c.noun and verb.lemma_.lower() in r.lexicon.roles["going"]
    for o in objects:
        c.place = c.place or (_place_of(o, r) if gone_to else None) or _place_below(o, r)  # "visited Bergen"
        if o == c.top:
            continue
        sent = o.lemma_.lower() in r.lexicon.groups["sent"]  # "recalled its ambassador to Togo"
        for preposition, n in _below_amounts(o):
            if preposition in r.lexicon.roles["together"]:
                # "cut flights between Chad and Togo"
                route = preposition in r.lexicon.roles["listing"] and not is_deed(o, r)
                c.others += who(n, r) if not route else []
            elif preposition in r.lexicon.roles["towards"] and (
                sent or (not is_group(o, r.lexicon) and o.i not in r.mention)
            ):
                c.patients += who(n, r)  # "flew aid to Togo"
            elif _concerns(o, preposition, n, r):
                c.patients += who(n, r)  # "imposed sanctions on Togo", "raised its stake in Karhu"
            elif preposition == "by" and grammar.is_passive(verb):
                c.agents += who(n, r)  # "was given $4 million by Togo"


def _is_brought_about(noun: Token, verb: Token, r: Story) -> bool:
    """Whether a body or an office without a name only comes of what a verb tells: "will set up a joint commission".

    Or is voted for: "voted to choose a president and lawmakers".
    """
    known = any(c.lower_ in r.lexicon.dating["known"] or c.dep_ in {"nmod:poss", "poss"} for c in noun.children)
    plain = not known and all(t.i not in r.mention for t in grammar.conjuncts(noun))
    return plain and grammar.phrasal(verb) in r.lexicon.roles["bringing_about"]


def _beside_who_goes(doers: list[Token], verb: Token, c: Candidate, r: Story) -> list[str]:
    """Those with whom somebody goes or meets others: "Vidal, accompanied by Keita, flew to Lima"."""
    if c.type not in {"visit", "meeting", "talks"} or grammar.is_passive(verb):
        return []
    told = [v for n in (verb, *doers, *(n for _, n in grammar.obliques(verb))) for v in n.children]
    told = [v for v in told if v.dep_ in grammar.REDUCED | {"advcl"} and v.lemma_ in r.lexicon.roles["accompanying"]]
    return [i for v in told if v.tag_ == "VBN" for p, n in grammar.obliques(v) if p == "by" for i in who(n, r)]


def _of_deed(deed: Token, c: Candidate, r: Story) -> None:
    """Add whom a deed concerns that is the subject: "the takeover of Lund Lines by Karhu is to be completed in May"."""
    if deed.lemma_.lower() not in r.lexicon.roles["concerning"]:
        return
    for preposition, n in grammar.obliques(deed):
        if n.i not in r.mention:
            continue
        if preposition in grammar.WORDS["done_by"]:
            c.agents += who(n, r)
        elif preposition == "of" or _concerns(deed, preposition, n, r):
            c.patients += [i for i in who(n, r) if i.startswith("organisation:")]


def _relative_from(noun: Token, verb: Token) -> int | None:
    """Where the relative clause starts that a verb tells of a noun: not of "Gil, who left, and *Kos*"."""
    return verb.left_edge.i if verb.dep_ in grammar.RELATIVE and noun.i < verb.left_edge.i else None


def _concerns(deed: Token, preposition: str, noun: Token, r: Story) -> bool:
    """Whether a deed that a verb has as its object is done to whom a phrase names: "ended its offer for Karhu"."""
    lemma, words = deed.lemma_.lower(), r.lexicon
    if not is_deed(deed, r):
        return False
    if preposition in words.roles["inside"]:
        return lemma in words.roles["concerning"] and r.mention.get(noun.i, "").startswith("organisation:")
    return preposition in words.roles["against"] | words.roles["concerned"]


def is_deed(noun: Token, r: Story) -> bool:
    """Whether a noun is of what somebody does with or to somebody: "talks", "a bid"."""
    lemma = noun.lemma_.lower()
    return lemma in r.lexicon.nouns or lemma in r.lexicon.roles["concerning"]


def _below_amounts(noun: Token) -> Iterator[tuple[str, Token]]:
    """What hangs on a noun, or on the amount that it is of: "a loan of $4 million to Togo"."""
    for preposition, n in grammar.obliques(noun):
        yield preposition, n
        if preposition == "of" and n.tag_ in {"CD", "$"}:
            yield from grammar.obliques(n)


def _aims(verb: Token, c: Candidate, r: Story) -> None:
    """Add whom it will concern: "agreed to buy Karhu", "flew to Lima to meet Vidal", "came for talks with Togo"."""
    words = r.lexicon
    to_come = [x for x in grammar.children(verb, {"xcomp", "advcl"}) if grammar.has_to(x) and not grammar.is_passive(x)]
    for x in to_come if not grammar.objects(verb) else ():
        together = words.verbs.get(x.lemma_.lower()) in {"meeting", "talks"}
        aimed = (together and c.type == "visit") or verb.lemma_.lower() in words.roles["resolving"]
        if x.dep_ == "advcl" and not aimed:
            continue  # "spoke to save her seat"
        further = [y for y in grammar.children(x, {"xcomp", "advcl"}) if grammar.has_to(y)]  # "to pay to buy Karhu"
        done_to = [o for y in (x, *further) for o in grammar.objects(y) if not _is_brought_about(o, y, r)]
        if x.lemma_.lower() in words.roles["on_matters"]:  # "to discuss an aid force with Keita"
            c.others += [i for o in done_to for i in _with_whom(o, r)]
            done_to = []
        concerned = [i for o in done_to if not is_a_thing(o, r) for i in who(o, r)]
        if together:
            c.others += concerned
        else:
            c.patients += concerned
        c.others += [i for p, n in grammar.obliques(x, r.timed) if p in words.roles["together"] for i in who(n, r)]
    for preposition, occasion in grammar.obliques(verb, r.timed):
        if preposition in words.roles["aiming"] and words.nouns.get(occasion.lemma_.lower()) in MUTUAL:
            for p, n in grammar.obliques(occasion):
                c.others += who(n, r) if p in words.roles["together"] else []


def _whose(subject: Token, verb: Token, r: Story) -> list[str]:
    """Whose a thing is that does something: "Karhu said net income fell", "Karhu, whose income fell"."""
    if any(x.tag_ == "WP$" for x in subject.children) and verb.dep_ in grammar.RELATIVE:
        return who(grammar.bearer(verb.head), r)
    teller = own_teller(verb, subject, r.names)
    if teller is not None:
        return [teller]
    if subject.lemma_.lower() not in r.lexicon.title["results"]:
        return []
    at = [n for p, n in grammar.obliques(verb, r.timed) if p in r.lexicon.roles["inside"] and n.i in r.mention]
    return [i for n in at if (i := r.mention[n.i]).startswith("organisation:")]  # "at Karhu, profit jumped"


def _to_do(verb: Token, r: Story) -> list[Token]:
    """What somebody is to do, by a parser's complement or its adverbial: "agreed to sell (advcl) a mill to Karhu"."""
    resolved = verb.lemma_.lower() in r.lexicon.roles["resolving"]
    return [
        x for x in grammar.children(verb, {"xcomp", "advcl"}) if x.dep_ == "xcomp" or (resolved and grammar.has_to(x))
    ]


def _named_in(office: Token, r: Story) -> list[str]:
    """The person whom the parser took for a part of his office: "named Jan Kos (compound) premier"."""
    names = [c for c in grammar.children(office, {"compound", "flat"}) if c.i < office.i and office.pos_ == "NOUN"]
    return [i for c in names[:1] if (i := r.mention.get(c.i, "")).startswith("person:")]


def _given_to(verb: Token, r: Story) -> list[str]:
    """Who gets what is sold or given, however far from the verb: "sold fields in the Gulf for $6 million to Karhu"."""
    if verb.lemma_.lower() not in r.lexicon.roles["giving"] or grammar.is_passive(verb):
        return []
    to = [n for p, n in grammar.obliques(verb, r.timed) if p == "to" and n.i > verb.i]
    if to:
        return [i for i in who(to[0], r) if not i.startswith("place:")]
    todo = grammar.objects(verb) + [n for _, n in grammar.obliques(verb, r.timed)]
    while todo:
        for preposition, n in grammar.obliques(todo.pop(0), r.timed):
            if preposition == "to" and n.i > verb.i:
                return [i for i in who(n, r) if not i.startswith("place:")]
            todo.append(n)
    return []


def _heard_by(verb: Token, r: Story) -> list[str]:
    """The body before which somebody speaks: "testified before the Senate"."""
    before = r.lexicon.roles["standing_before"]
    told = [i for p, n in grammar.obliques(verb, r.timed) if p in before for i in who(n, r)]
    return [i for i in told if i.startswith("organisation:")]


def _served(verb: Token, r: Story) -> list[str]:
    """The body whose office somebody takes or leaves: "was named president of Karhu", "resigned as head of Karhu"."""
    roles = r.lexicon.roles
    said = [x for x in grammar.children(verb, {"xcomp"}) if x.pos_ == "NOUN"]
    said += [n for preposition, n in grammar.obliques(verb, r.timed) if preposition in roles["serving"]]
    if verb.lemma_.lower() in roles["leaving_office"]:  # "Karhu's chairman, Jan Kos, resigned"
        said += grammar.children(verb, grammar.SUBJECT)
    offices = [x for n in said for x in grammar.conjuncts(n)]
    offices = [x for x in offices if is_group(x, r.lexicon) or x.lemma_.lower() in roles["kin"]]
    of = [n for x in offices for preposition, n in grammar.obliques(x) if preposition in roles["belonging"]]
    of += [c for x in offices for c in grammar.children(x, {"nmod:poss", "poss"})]
    bodies = [i for n in of for i in _bodies_named(n, r)]
    if offices and not of:  # "Karhu said Kos resigned as chairman"
        above = grammar.teller(verb, r.lexicon.status["claim_nouns"])
        sayers = grammar.subjects(above) if above is not None else []
        bodies = [i for s in sayers for i in who(s, r) if i.startswith("organisation:") and not is_press(i, r)]
    return list(dict.fromkeys(bodies))


def _bodies_named(name: Token, r: Story) -> list[str]:
    """The bodies that a word names, inside somebody's title, too: "*Karhu's* chairman, Jan Kos"."""
    bodies = [a for a in r.actors.values() if a.kind == "organisation"]
    return [a.id for a in bodies if any(m.start <= name.idx < m.end for m in a.mentions)]


def is_a_thing(noun: Token, r: Story) -> bool:
    """Whether a country only says of which kind a thing is: "opened the first US plant", "passed a US bill"."""
    if noun.i in r.mention or noun.i in r.groups or noun.pos_ != "NOUN" or len(grammar.conjuncts(noun)) > 1:
        return False
    lemma = noun.lemma_.lower()
    named = [c for c in noun.children if c.i in r.mention]
    plain = all(c.dep_ in {"amod", "compound"} and r.mention[c.i].startswith("country:") for c in named)
    acting = is_group(noun, r.lexicon) or lemma in r.lexicon.groups["acting_for"]  # "attacked the Turkish embassy"
    return plain and lemma not in r.lexicon.nouns and not acting


def _of_noun(c: Candidate, r: Story) -> None:
    """Add whom an occasion's phrase names, or the one that told of it first, and whoever comes to it."""
    fuller = r.names.known.get(c.top.i, c.top)  # "the trial" of "the trial of Keita"
    for node in dict.fromkeys((c.top, c.token, fuller)):
        _obliques(node, c, r)
        for child in node.children:
            if child.dep_ in {"nmod:poss", "poss"}:
                told = c.patients if _is_undergone(node, r) else c.agents
                told += who(child, r)
            elif child.dep_ in {"amod", "compound", "nmod", "nmod:desc"} and child.i < node.i:
                c.others += _joined_by_hyphens(child, r)
                c.others += [i for i in who(child, r) if not i.startswith("place:")]
    if grammar.children(c.top, {"cop"}) and grammar.case(c.top):  # "Keita is on a visit to Chad"
        whose = c.patients if grammar.case(c.top) in r.lexicon.roles["beneath"] else c.agents  # "is under sanctions"
        whose += [i for s in grammar.children(c.top, grammar.SUBJECT) for i in who(s, r)]
    if not c.agents and len(set(c.others)) < 2:
        c.agents += _deniers(c, r)
    c.agents += _who_come(c, r)
    undergone = c.token.lemma_.lower() in r.lexicon.roles["undergone"]  # "sued Karhu after Kos's death"
    if c.support is None and len(set(c.others)) < 2 and not undergone:  # "freed after talks between Chad and Mali"
        above = grammar.governor(c.top)
        if above is not None and grammar.is_verb(above) and c.top.dep_ in {"obl", "obj", "pobj"}:
            values = above.lemma_.lower() in r.lexicon.triggers["valuing"]  # "praised a visit"
            own = not (values or _goes_before(c) or _is_charged(above, r)) and (
                _of_the_subject(c, r) or _is_said_at(c, above, r)
            )
            if c.type == "visit" and above.lemma_.lower() in r.lexicon.roles["coming"]:
                c.agents += [i for o in grammar.objects(above) for i in who(o, r)]  # "invited Keita for a visit in May"
            elif own or _is_on_its_way(c, r):
                c.agents += [i for s in grammar.subjects(above) for i in who(s, r)]
        elif above is not None and named(above, r) and _is_on_its_way(c, r):
            c.agents += who(above, r)  # "Keita, on a visit to Chad, said"


def _is_charged(verb: Token, r: Story) -> bool:
    """Whether somebody is only accused of what a verb tells: "is accused of ordering the killing of a guard"."""
    return of_charge(verb, verb.head, r.lexicon.status) is not None


def _who_come(c: Candidate, r: Story) -> list[str]:
    """Those whom somebody's way to an occasion, or with others to it, names: "joins Vidal for a meeting on Friday"."""
    above = grammar.governor(c.top)
    comes = above is not None and grammar.is_verb(above) and grammar.case(c.top) in r.lexicon.roles["aiming"]
    if above is None or not comes or c.type not in {"meeting", "talks"} or c.agents or len(set(c.others)) > 1:
        return []
    if r.lexicon.verbs.get(above.lemma_.lower()) != "visit" and above.lemma_.lower() not in r.lexicon.roles["coming"]:
        return []
    beside = grammar.objects(above) if above.lemma_.lower() in r.lexicon.roles["coming"] else []
    return [i for n in (*grammar.subjects(above), *beside) for i in who(n, r) if not i.startswith("country:")]


def _deniers(c: Candidate, r: Story) -> list[str]:
    """Those who say that an occasion of theirs is not to be: "Keita ruled out a visit to Chad"."""
    above = grammar.governor(c.top)
    own = c.status.value == "denied" and above is not None and above in c.status.cue and grammar.is_verb(above)
    return [i for s in grammar.subjects(above) for i in who(s, r)] if above is not None and own else []


def denied_by(c: Candidate, r: Story) -> list[str]:
    """Those who deny that somebody did what a clause tells: "Chad denied that Mali had shelled it"."""
    cues = [t for t in c.status.cue if c.status.value == "denied" and grammar.is_verb(t) and t.is_ancestor(c.verb)]
    return [i for t in cues for s in grammar.subjects(t) for i in named(s, r) if acts(i) and not is_press(i, r)]


def _joined_by_hyphens(name: Token, r: Story) -> list[str]:
    """Those before a name that hyphens join to it: "the Iran-Iraq war"."""
    out: list[str] = []
    i = name.i
    while i > 1 and r.doc[i - 1].text in HYPHENS and r.mention.get(i - 2, r.mention.get(i)) != r.mention.get(i):
        i -= 2
        out.insert(0, r.mention[i])
    return out


def _is_undergone(deed: Token, r: Story) -> bool:
    """Whether whose a deed is suffers it: "Keita's trial opened", not "Togo's killing of monks"."""
    if deed.lemma_.lower() not in r.lexicon.roles["undergone"]:
        return False
    return all(preposition != "of" or n.i in r.timed for preposition, n in grammar.obliques(deed))


def _is_somebodys(verb: Token, r: Story) -> bool:
    """Whether a clause says who does it without a name: "a panel will decide, Chad said"."""
    told = grammar.children(verb, grammar.SUBJECT) or grammar.subjects(verb)
    own = [r.names.antecedent.get(s.i, s) for s in told if not r.names.is_vague(s)]
    arranged = any(r.lexicon.nouns.get(s.lemma_.lower(), "other") not in {"other", "attack"} for s in own)
    return bool(own) and not arranged and not grammar.is_passive(verb)


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


def _of_the_subject(c: Candidate, r: Story) -> bool:
    """Whether an occasion is the clause's subject's own: "after his meeting", "after two hours of talks with"."""
    noun = c.top
    if any(_is_of_who_is_beside(x, r) for x in noun.children):
        return False
    if any(preposition == "with" for x in (noun, c.token) for preposition, _ in grammar.obliques(x)):
        return True
    return any(x.dep_ in {"nmod:poss", "poss"} and x.pos_ == "PRON" for x in noun.children) or not any(
        x.dep_ in {"det", "nmod:poss", "poss", "amod", "compound", "nummod"} for x in noun.children
    )


def _is_of_who_is_beside(pronoun: Token, r: Story) -> bool:
    """Whether a gathering is that of a body named before it: "put it to the panel at *its* May session"."""
    noun = pronoun.head
    if pronoun.lower_ not in r.lexicon.roles["one_reporter"] or pronoun.dep_ != "nmod:poss":
        return False
    beside = [n for _, n in grammar.obliques(noun.head)] if noun.dep_ in grammar.OBLIQUE else []
    before = max((n for n in beside if n.i < pronoun.i and n != noun), default=None, key=lambda n: n.i)
    body = before is not None and (before.lemma_.lower() in r.lexicon.groups["bodies"] or before.ent_type_ == "ORG")
    return body and r.lexicon.nouns.get(noun.lemma_.lower()) == "meeting"


def _is_said_at(c: Candidate, verb: Token, r: Story) -> bool:
    """Whether an occasion is where somebody says something: "said Long at a news conference", which is Long's."""
    reported = verb.lemma_.lower() in r.lexicon.reporting
    return reported and c.type == "statement" and grammar.case(c.top) in r.lexicon.roles["inside"]


def _is_on_its_way(c: Candidate, r: Story) -> bool:
    """Whether a visit is what the clause's subject is on: "on a visit to Togo, Keita said", with nobody else's name."""
    under = grammar.case(c.top).split(" ")[0] in r.lexicon.roles["on_the_way"]
    return c.type == "visit" and under and not c.agents and c.top.dep_ in {"obl", "nmod"}


def _arrangers(c: Candidate, r: Story) -> list[str]:
    """Those who plan or hope for what has no agent of its own: the clause's subject above, or who says so.

    Nobody of these does what is only told of somebody else, or is his: "welcomes the envoy, who will be sworn in".
    """
    owners = grammar.children(c.top, {"nmod:poss", "poss"}) if c.noun else []
    others = not c.noun and any(s.lower_ in grammar.WORDS["whose"] for s in grammar.children(c.verb, grammar.SUBJECT))
    if others or any(o.tag_ in {"NN", "NNP"} for o in owners) or grammar.extracted(c.verb) is not None:
        return []
    # whoever says that he hopes so hopes so, while who says what will be has no part in it
    needed = any(t.lemma_.lower() in r.lexicon.status["modals_hoped"] for t in c.status.cue)  # "should be released"
    hoped = c.status.value == "hoped" and not needed
    own = hoped or (grammar.is_verb(c.verb) and not grammar.subjects(c.verb))
    saying = frozenset[str]() if own else r.lexicon.reporting - r.lexicon.strong
    for above in grammar.chain(c.verb):
        if grammar.is_verb(above) and above.lemma_.lower() not in saying:
            found = [i for s in grammar.subjects(above) for i in who(s, r)]
            if found:
                return found
    said = said_by(c, r) if own else None
    return [said] if said else []


def _tellers_side(c: Candidate, r: Story) -> list[str]:
    """Who has talks with the one that is named, whoever tells of them: "Vidal said talks with Chad were going on"."""
    teller = r.actors.get(said_by(c, r) or "")
    if teller is None or is_press(teller.id, r):
        return []
    if teller.kind in {"country", "organisation"}:
        return [teller.id]
    home = f"country:{teller.country.lower()}" if teller.country and teller.role else ""
    return [home] if home in r.actors and home not in c.others else []


def is_press(actor: str, r: Story) -> bool:
    """Whether an actor's is a name of those who only pass on what they are told: "Reuters", "the Lima Post".

    Its first or last word says so: "Radio Lima", not "the United Network for Seeds".
    """
    body = r.actors.get(actor)
    if body is None or body.kind != "organisation":
        return False
    words = body.name.lower().split()
    firm = fold(words[-1]) in word_lists().suffixes  # "Lima Radio Corp."
    return not firm and not r.lexicon.press.isdisjoint({words[0], words[-1]})


def named(token: Token, r: Story) -> list[str]:
    """Ids of the actors with a name that a noun phrase means."""
    return [i for i in who(token, r) if i in r.actors]


def who(token: Token, r: Story, *, until: int | None = None) -> list[str]:
    """Ids of those whom a noun phrase means, conjuncts included: by name, as those just named, as a group.

    Of its conjuncts those before `until`, the index of a token.
    """
    out: list[str] = [r.names.actor[t.i] for t in listed_before(token, r.names)]
    for t in grammar.conjuncts(token):
        if until is not None and t.i >= until:
            continue
        out += _meant(t, r)
        for p, n in grammar.obliques(t):
            if p in r.lexicon.roles["naming"]:
                out += who(n, r)  # "eight states, including Peru"
    return list(dict.fromkeys(out))


def _meant(token: Token, r: Story) -> list[str]:
    itself = reported_self(token, r) if token.i not in r.mention and not _is_called(token, r) else []
    if itself:
        return itself
    own = r.mention.get(token.i)
    if r.names.is_people(token) and (one := _in_apposition(token, r)):
        return one  # "the Libyan, Omar Nuur"
    if own is not None and not (token.i in r.groups and own.startswith("country:")):  # "four Mexicans"
        return [*_joined_before(token, own, r), own, *_listed_after(token, own, r)]
    joint = together(token, r) if token.pos_ != "PRON" or token.i not in r.groups else told_of_as_group(token, r)
    if joint:
        return joint
    lemma = token.lemma_.lower()
    if lemma in r.lexicon.groups["counted"]:  # "hundreds of miners", "a group of lawmakers"
        one = [i for n in (token, *(n for _, n in grammar.obliques(token))) for i in _in_apposition(n, r)]
        if one:
            return one  # "one of its subsidiaries, Moex Wells"
        counted = [i for p, n in grammar.obliques(token) if p in r.lexicon.roles["counting"] for i in who(n, r)]
        if counted:
            return counted
    former = any(c.lower_ in r.lexicon.groups["former"] for c in token.children)
    if (
        lemma in r.lexicon.roles["headed"] and token.i not in r.groups and not former
    ):  # "the head of the largest rebel group"
        headed = [i for p, n in grammar.obliques(token) if p == "of" for i in who(n, r) if acts(i)]
        return _beside(token, r) or headed
    if token.i in r.groups:
        if _is_a_house(token, r):
            return []
        whose = (_beside(token, r) or _of_a_body(token, r)) if acts_for_others(token, r.lexicon) else []
        if whose:
            return list(dict.fromkeys([*whose, *_leaders(token, r)]))
        theirs = [c for c in grammar.children(token, {"nmod:poss", "poss"}) if c.pos_ == "PRON"]
        if theirs and lemma in r.lexicon.groups["sent"] and token.dep_ not in grammar.SUBJECT:
            return _leaders(token, r)  # "recalled its ambassador": whose he is takes part
        bodies = [i for c in theirs for i in _whose_people(c, token, r)]
        if bodies and lemma in r.lexicon.groups["armed"]:
            return bodies  # "its fighters" are the body
        if bodies:
            return [*bodies, r.groups[token.i]]  # "Karhu said its shareholders would vote"
        return [*_leaders(token, r), r.groups[token.i]]  # "my staff"
    if lemma in r.lexicon.roles["others"]:  # "enemies of Keita": he is not one of them; "his rival, Keita"
        beside = [c for c in token.children if c.dep_ in {"appos", "flat", "flat:name"}]
        return [i for c in beside if acts(i := r.mention.get(c.i, "place:"))]
    if lemma in r.lexicon.groups["acting_for"]:  # "a Chinese delegation led by Li Han"
        return list(dict.fromkeys([*_beside(token, r), *_leaders(token, r)]))
    return _beside(token, r) or (_of_a_body(token, r) if lemma in r.lexicon.groups["parts"] else [])


def _is_held(body: Token, noun: Token, r: Story) -> bool:
    """Whether a thing is part of a body: "shares in Karhu", "profit at Karhu"."""
    lemma = noun.lemma_.lower()
    held = lemma in r.lexicon.roles["concerning"] and grammar.case(body) in r.lexicon.roles["inside"]
    earned = lemma in r.lexicon.title["results"] and grammar.case(body) in r.lexicon.roles["earning"]
    return (held or earned) and r.mention[body.i].startswith("organisation:")


def _in_apposition(noun: Token, r: Story) -> list[str]:
    """Who a noun's apposition says that it is: "the groups Sund and Tove"."""
    said = [c for c in grammar.children(noun, {"appos"}) if c.i in r.mention and c.pos_ == "PROPN"]
    return [i for c in said for x in grammar.conjuncts(c) if (i := r.mention.get(x.i))]


def _is_called(noun: Token, r: Story) -> bool:
    """Whether a name beside a noun says who it is: "its chairman, Jan Kos", "its contractor, Italy's Bonatelli"."""
    named = (*_in_apposition(noun, r), called(noun, r.mention) or "")
    return any(i.startswith(("person:", "organisation:")) for i in named)


def _of_a_body(noun: Token, r: Story) -> list[str]:
    """The country whose body somebody acts for: "a team from the Norwegian government", "a house of its parliament"."""
    bodies = [n for p, n in grammar.obliques(noun) if p in r.lexicon.roles["belonging"] and n.i not in r.mention]
    return [i for n in bodies if acts_for_others(n, r.lexicon) for i in who(n, r) if i in r.actors]


def _is_a_house(noun: Token, r: Story) -> bool:
    """Whether what may be a body is a thing here: "opened a hospital", "a party will be held"."""
    words = r.lexicon.groups
    if noun.lemma_.lower() not in words["houses"]:
        return False
    if noun.dep_ in grammar.SUBJECT and not grammar.is_passive(noun.head):
        return False
    above = grammar.governor(noun)
    done_to = above is not None and above.lemma_.lower() in words["done_to_houses"] | words["done_to"]
    return not done_to and grammar.case(noun).split(" ")[0] not in r.lexicon.roles["together"] | {"by"}


def _whose_people(pronoun: Token, group: Token, r: Story) -> list[str]:
    """The body whose own people a pronoun says that they are: "its fighters", not "its critics"."""
    if group.lemma_.lower() in r.lexicon.roles["others"] | r.lexicon.groups["outsiders"]:
        return []
    known = r.mention.get(pronoun.i)
    above = grammar.teller(group, r.lexicon.status["claim_nouns"], ("ccomp", "xcomp")) if known is None else None
    owners = [known] if known is not None else [i for s in _first_subject(above) for i in _sayer(s, r)]
    return [i for i in owners if i.startswith(("organisation:", "group:")) and i in r.actors]


def _first_subject(verb: Token | None) -> list[Token]:
    return grammar.subjects(verb)[:1] if verb is not None else []


def _leaders(group: Token, r: Story) -> list[str]:
    """Who is said to lead a group without a name: "a delegation led by Lavrov", "investors led by Karhu"."""
    led = [v for v in grammar.children(group, grammar.REDUCED) if v.lemma_.lower() in r.lexicon.groups["leading"]]
    by = [n for v in led for preposition, n in grammar.obliques(v) if preposition == "by"]
    return [i for n in by for i in who(n, r) if i.startswith(("person:", "organisation:"))]


def _country_led(leader: str, r: Story) -> str:
    """The country that a leader's government acts for: "the Obama administration"."""
    actor = r.actors.get(leader)
    country = f"country:{actor.country.lower()}" if actor is not None and actor.country else ""
    return country if actor is not None and actor.kind == "person" and country in r.actors else leader


def _joined_before(name: Token, own: str, r: Story) -> list[str]:
    """Names that a parser took for parts of the last of them: "Karhu Bank (compound) and Fjord Industries"."""
    parts = [c for c in name.children if c.dep_ == "compound" and r.mention.get(c.i, own) != own]
    return [r.mention[c.i] for c in parts if any(t.dep_ == "cc" for t in name.doc[c.i + 1 : name.i])]


def _beside(noun: Token, r: Story) -> list[str]:
    """Whom the names in a noun's phrase say that it is: "the US envoy", "ministers from France and Spain"."""
    name = name_of(noun, r.mention) if is_group(noun, r.lexicon) else None
    if name is not None:
        own = r.mention[name.i]
        return [own, *_listed_after(name, own, r)]
    whose = set() if noun.lemma_.lower() in r.lexicon.groups["opposite"] else {"nmod:poss", "poss"}
    below = [c for c in noun.children if c.i in r.mention and c.dep_ in {"flat", "flat:name", "appos", "nmod:desc"}]
    below = below or [
        c
        for c in noun.children
        if c.i in r.mention
        and c.dep_ in {"amod", "compound", "nmod"} | whose
        and (c.i < noun.i or grammar.case(c) in belonging(noun, r.lexicon) or _is_held(c, noun, r))
    ]
    if not is_group(noun, r.lexicon) and any(c.pos_ == "PRON" for c in grammar.children(noun, {"nmod:poss", "poss"})):
        below = [c for c in below if c.dep_ != "compound"]  # "its Pearlsen candy business": it is no Pearlsen's
    owners = [c for c in below if c.dep_ in {"nmod:poss", "poss"} and c.pos_ != "PRON"]
    if owners and not is_group(noun, r.lexicon):
        below = owners  # "Karhu's takeover of Tallink": it is Karhu's
    if not (is_group(noun, r.lexicon) or noun.lemma_.lower() in r.lexicon.groups["acting_for"]):  # "oysters from Chile"
        away = r.lexicon.roles["away"]
        below = [c for c in below if grammar.case(c) not in away or not r.mention[c.i].startswith("country:")]
    if not below:
        return []
    own = r.mention[below[-1].i]
    if own.startswith("place:") and noun.lemma_.lower() in r.lexicon.groups["acting_for"]:
        return [i for c in grammar.conjuncts(below[0]) if (i := _capitals_country(r.mention.get(c.i, ""), r))]
    first = next(x for x in noun.children if r.mention.get(x.i) == own)
    # "representatives of Chad and the rebels"
    joint = [i for x in grammar.conjuncts(first) if (i := r.mention.get(x.i) or r.groups.get(x.i))]
    listed = _listed_between(noun, first, r) if noun.tag_ == "NNS" and first.i > noun.i else []
    found = [*_joined_by_hyphens(first, r), *listed, *joint, own, *_listed_after(noun, own, r)]
    return [_country_led(i, r) for i in found] if noun.lemma_.lower() in r.lexicon.groups["led"] else found


def _listed_between(noun: Token, last: Token, r: Story) -> list[str]:
    """The people before the last of a list that says who several are: "two aides to Gil, Jan Kos and Ama Addo"."""
    words = r.doc[noun.i : last.i]
    start = next((t.i for t in words if t.text == ","), last.i)
    return [i for t in r.doc[start : last.i] if (i := r.mention.get(t.i, "")).startswith("person:")]


def _capitals_country(place: str, r: Story) -> str | None:
    """The country that a capital stands for: "representatives of Kiev" act for Ukraine."""
    entry = gazetteer.load().entries.get(place)
    country = entry.stands_for if entry is not None else None
    return country if country in r.actors else None


def reported_self(token: Token, r: Story) -> list[str]:
    """Whom "it", "they" or "he", or "its" before a noun, stands for in what somebody says: those who say it."""
    acting = token.i not in r.groups or token.lemma_.lower() in r.lexicon.groups["acting_for"]
    pronouns = [token, *(grammar.children(token, {"nmod:poss", "poss"}) if acting else ())]
    roles = r.lexicon.roles
    many, person = roles["many_reporters"], roles["person_reporters"]
    told = [
        low
        for t in pronouns
        if t.i not in r.mention and ((low := t.lower_) in roles["one_reporter"] or low in many or low in person)
    ]
    if not told:
        return []
    above = grammar.teller(token, r.lexicon.status["claim_nouns"], ("ccomp", "xcomp"))
    owned = token.head if token.tag_ == "PRP$" else token
    if owned.pos_ != "PRON" and _is_the_subjects(owned, r):
        return []
    if any(_is_of_who_is_beside(t, r) for t in (token, *token.children)):
        return []
    if told[0] in roles["one_reporter"] and above is not None and (nearer := nearer_body(token, above, r)):
        return nearer
    sayers = grammar.subjects(above) if above is not None else []
    if any(s.lower_ in r.lexicon.dating["first_person"] for s in sayers):
        return []  # "we hope they will come": others than we
    around_it = many_around(token, r.lexicon) if sayers and token.lower_ in many else []
    if around_it:  # "police arrested nine dockers as they marched" does not say who marched
        return who(around_it[0], r) if len(around_it) == 1 else []
    several = [i for s in sayers for i in who(s, r)] if told[0] in many else []
    if len(several) > 1:
        return several
    if told[0] in roles["one_reporter"] and any(s.tag_ == "NNS" and s.i in r.groups for s in sayers[:1]):
        return []  # "crews had to call the test off when it failed", "envoys said it could be adopted": not these
    if sayers and told[0] in person:
        around = person_around(token, r.lexicon)
        if around is not None:
            return who(around, r)
        unnamed = sayers[0].tag_ != "NNS" and sayers[0].i not in r.mention and is_group(sayers[0], r.lexicon)
        unnamed = (
            unnamed and sayers[0].lemma_.lower() not in r.lexicon.groups["bodies"]
        )  # "a ministry ruled he must go"
        return who(sayers[0], r) if unnamed else []  # "the minister said he would go"
    return _sayer(sayers[0], r) if sayers else []


def nearer_body(pronoun: Token, above: Token, r: Story) -> list[str]:
    """The body nearest to "it" in what is said: "the Post said the Senate broke a rule that it had upheld"."""
    clause = next((t for t in grammar.chain(pronoun) if grammar.is_verb(t)), pronoun)
    if clause.dep_ in grammar.REDUCED and grammar.is_passive(clause):  # "sanctions imposed on Chad after its invasion"
        done_to = [r.mention[n.i] for _, n in grammar.obliques(clause, r.timed) if n.i < pronoun.i and n.i in r.mention]
        return [i for i in done_to[-1:] if i.startswith(("organisation:", "country:"))]
    told = next((t for t in grammar.chain(clause) if grammar.is_verb(t)), clause)
    if clause.dep_ not in grammar.RELATIVE or told.head != above or grammar.is_passive(clause):
        return []
    doers = [s for s in grammar.children(told, grammar.SUBJECT) if s.tag_ in {"NN", "NNP"}]
    bodies = [i for s in doers for i in who(s, r) if i.startswith(("organisation:", "country:"))]
    return bodies if len(doers) == 1 else []


def _is_the_subjects(noun: Token, r: Story) -> bool:
    """Whether a thing is of the one body that its own clause is about: "when NATO marks its anniversary"."""
    verb = next((t for t in grammar.chain(noun) if grammar.is_verb(t)), None)
    if verb is None or verb.dep_ != "advcl" or noun.dep_ in grammar.SUBJECT:
        return False
    subjects = [s for s in grammar.subjects(verb) if s.tag_ in {"NN", "NNP"}]
    return any(s.pos_ == "PROPN" or s.i in r.mention or s.i in r.groups for s in subjects)


def _sayer(subject: Token, r: Story) -> list[str]:
    """The body or the group that a verb's subject names, itself or by its owner: no person is "it" or "they"."""
    lemma, counting = subject.lemma_.lower(), r.lexicon.roles["counting"]
    several = lemma in r.lexicon.groups["counted"] and subject.tag_ == "NN"
    if several and any(p in counting for p, _ in grammar.obliques(subject)):
        return [i for i in who(subject, r) if acts(i)]  # "a group of investors said it had filed"
    if subject.i in r.groups:
        return [*_leaders(subject, r), r.groups[subject.i]]
    owners = (c for c in subject.children if c.dep_ in {"nmod:poss", "poss", "compound", "amod"})
    named = (c for c in subject.children if c.dep_ == "appos" and c.pos_ == "PROPN")  # "Kos's company, Tallink Lines"
    found = (r.mention.get(t.i) for t in (subject, *named, *owners))
    return [i for i in found if i is not None and not i.startswith(("person:", "place:"))][:1]


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
        if actor is not None and not (j in r.groups and actor.startswith("country:")):  # "Gil and three Malians"
            whose = t.tag_ == "PRP$" or (j + 1 < end and r.doc[j + 1].tag_ == "POS")
            whose = whose or (actor.startswith("organisation:") and _describes_somebody(t, r))
            if whose or t.pos_ == "ADJ" or (actor == own and t.pos_ == "PRON"):
                j += 1
                continue  # "Rosa Vidal, her Chilean colleague Juan Paz", "and Peru's Juan Paz"
            if actor != own and actor not in out and (joined or r.doc[j - 1].lower_ in {"and", ","}):
                name = next((x for x in (t, *grammar.chain(t)) if r.mention.get(x.head.i) != actor), t)
                elsewhere = name.dep_ in grammar.SUBJECT and name.head.i > j and not name.head.is_ancestor(token)
                if actor.startswith("place:") or elsewhere:  # "hurt his knee and coach Kos said"
                    break
                out.append(actor)
            last, gap, joined = j, 0, False
        elif t.lower_ == "and" or t.text == ",":
            joined = True
            gap += 1
        elif j in r.groups:
            joined = False  # "the government and creditors of Karhu"
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


def _describes_somebody(body: Token, r: Story) -> bool:
    """Whether a body only tells what somebody is: "Keita, a banker and head *of Karhu*", "*Karhu* star Ana Berg"."""
    named = next((x for x in (body, *grammar.chain(body)) if r.mention.get(x.head.i) != r.mention.get(body.i)), body)
    if named.dep_ == "compound" and named.head.dep_ == "nmod:desc":
        return True
    marked = any(c.dep_ == "case" and c.lower_ in r.lexicon.roles["belonging"] for c in named.children)
    office = named.head.lemma_.lower()
    return marked and (office in r.lexicon.roles["kin"] or is_group(named.head, r.lexicon))


def _obliques(node: Token, c: Candidate, r: Story) -> None:
    roles = r.lexicon.roles
    for preposition, n in grammar.obliques(node, r.timed):
        first = preposition.split(" ")[0]
        whither = c.type == "protest" and first in roles["towards"]  # "march to parliament"
        if n.i in r.timed or whither or grammar.is_circumstance(preposition, n):
            continue
        actor = r.mention.get(n.i)
        if preposition == "by" and (grammar.is_passive(node) if grammar.is_verb(node) else c.noun):
            c.agents += who(n, r)
            for inner, m in grammar.obliques(n):  # "a strike by the dockers against Karhu"
                c.patients += who(m, r) if c.noun and inner == "against" else []
        elif c.noun and c.type == "statement" and first in roles["away"]:
            c.agents += who(n, r)  # "a statement from the ministry"
        elif c.noun and c.type == "visit" and first in roles["visitor"]:
            c.agents += who(n, r)  # "the visit of the Danish premier"
        elif preposition in roles["besides"]:  # "accused Chad, along with Mali"
            beside = c.patients or c.others
            beside += who(n, r)
        elif preposition in roles["listing"] and n.i in r.groups and grammar.children(n, {"nummod"}):
            c.patients += who(n, r)  # "killed between 20 and 40 people"
        elif preposition in roles["together"]:
            deed = n.i not in r.mention and n.lemma_.lower() in roles["undergone"]  # "charged with Kos's murder"
            (c.patients if deed else c.others).extend(who(n, r))
            c.place = c.place or _place_below(n, r)
            # "in Geneva between A, B and C" often hangs on the place
        elif (
            first in roles["place"]
            and actor is not None
            and actor.startswith(("place:", "country:", "organisation:"))
            and n.i not in r.groups  # "in a visit to five Iranians"
        ):
            if c.place is None:
                c.place = Place(actor, r.actors[actor].name)
            c.others += _with_whom(n, r)
        elif (
            first in {"to", "into"}
            and actor is not None
            and actor.startswith(("place:", "country:"))
            and n.i not in r.groups
            and c.type == "visit"
        ):
            c.place = c.place or Place(actor, r.actors[actor].name)
            c.patients += [i for i in who(n, r) if i.startswith("country:")]
        elif first in roles["patient"]:
            c.patients += _done_to(node, c, first, n, r)
            c.place = c.place or (None if c.type in MUTUAL and _is_a_matter(n, r) else _place_below(n, r))
        elif first in roles["inside"]:
            c.place = c.place or _place_below(n, r)
            c.others += _with_whom(n, r) if c.noun and c.type in MUTUAL else []  # "an agreement in principle with Chad"
    if c.place is None:
        c.place = _place_before(node, r)


def _with_whom(noun: Token, r: Story) -> list[str]:
    """Those with whom something is, where the parser hung them on what it is in: "in Geneva between A, B and C"."""
    return [i for p, m in grammar.obliques(noun) if p in r.lexicon.roles["together"] for i in who(m, r)]


def _done_to(node: Token, c: Candidate, preposition: str, noun: Token, r: Story) -> list[str]:
    """Those to whom something is done, where a preposition does not make a place or a thing of them."""
    roles, lemma = r.lexicon.roles, noun.lemma_.lower()
    handed = grammar.is_verb(node) and node.lemma_.lower() in roles["handing_over"]  # "extradited from Chad"
    where = "place:"
    if not handed and preposition in roles["away"] | roles["inside"]:
        where = "country:" if preposition in roles["away"] else "organisation:"
    premises = r.lexicon.groups["bodies"]
    premises |= roles["premises"] if c.type in MUTUAL | {"statement"} else frozenset()
    venue = preposition in roles["inside"] and lemma in premises  # "at a court", "at the Turkish embassy"
    venue = venue or lemma in roles["venues"]  # "traded on the Oslo Stock Exchange"
    venue = venue or (
        preposition in roles["shown_on"] and node.lemma_.lower() in roles["showing"]
    )  # "posted on YouTube"
    thing = grammar.is_verb(node) and is_a_thing(noun, r)  # "arrived on a Chinese flight"
    return [] if venue or thing else [i for i in who(noun, r) if not i.startswith(where)]


def _place_of(noun: Token, r: Story) -> Place | None:
    actor = r.mention.get(noun.i, "")
    return Place(actor, r.actors[actor].name) if actor.startswith(("place:", "country:")) else None


def _place_below(n: Token, r: Story) -> Place | None:
    """The place under a phrase: "on the sidelines of a meeting of nations in Laos"."""
    for t in _within(n, r):
        actor = r.mention.get(t.i)
        if (
            actor is not None
            and t != n
            and actor.startswith(("place:", "country:"))
            and grammar.case(t).split(" ")[0] in r.lexicon.roles["inside"]
        ):
            return Place(actor, r.actors[actor].name)
    return None


def _place_of_line(start: int, r: Story) -> Place | None:
    """The place that a line of a diary begins with: "OSLO - Envoys meet"."""
    before = r.doc[max(start - BEFORE, 0) : start]
    words = [*takewhile(lambda t: kind_at(r.blocks, t.idx) == "dateline", reversed(before))]
    name = [*takewhile(lambda t: t.is_alpha, dropwhile(lambda t: not t.is_alpha, reversed(words)))]
    whole = len({r.mention.get(t.i) for t in name}) == 1  # not "PORT OF SPAIN", where Spain alone is known
    return _place_of(name[0], r) if whole else None


def _within(noun: Token, r: Story) -> Iterator[Token]:
    """The tokens of a noun's phrase, without clauses and what talks are on: a place in them is not the noun's."""
    yield noun
    mutual = r.lexicon.nouns.get(noun.lemma_.lower()) in MUTUAL
    for c in noun.children:
        below = c.dep_ in grammar.OBLIQUE | {"conj", "flat", "compound", "prep", "pobj", "appos"}
        if below and not (mutual and _is_a_matter(c, r)):
            yield from _within(c, r)


def _is_a_matter(noun: Token, r: Story) -> bool:
    """Whether a phrase says what talks are on: "on the crisis in Chad", not "on the margins of a fair in Chad"."""
    roles = r.lexicon.roles
    on = grammar.case(noun) in roles["matters"] and noun.i not in r.timed
    return on and noun.lemma_.lower() not in roles["margins"]


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
    found = named(token, r) if token is not None else []
    if found:
        return found[0]
    speaker = r.speaker.get(c.token.i)
    return speaker if speaker in r.actors else None
