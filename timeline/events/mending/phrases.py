"""Phrases that the parser hung on the wrong word, or whose first word it took for something else."""

from __future__ import annotations

from collections.abc import Container

from spacy.tokens import Doc, Token

from timeline.events.grammar import (
    HYPHENS,
    OBJECT,
    OBLIQUE,
    PASSIVE,
    REDUCED,
    RELATIVE,
    SUBJECT,
    WORDS,
    auxiliaries,
    case,
    chain,
    children,
    has_to,
    is_finite,
    is_verb,
    obliques,
)
from timeline.events.parsed import those
from timeline.tense import cues


def mend_rates(doc: Doc) -> None:
    """Hang on its amount what the amount is for: "sold them for $3 a share (obj)".

    And on the offer what it is for: "a bid of $3 a share for (below share) Karhu", "raised its bid to $3 a share for".
    """
    for unit in those(doc, "dep_", {"obj", "obl:unmarked"}):
        amount = doc[max(unit.i - 2, 0)]
        counted = amount.tag_ == "CD" or _is_an_amount(amount)  # "10 cents a share"
        rated = doc[unit.i - 1].lower_ in WORDS["one"] and counted and unit.head.i < amount.i
        if rated and not unit.is_ancestor(amount):
            unit.head, unit.dep_ = amount.head if amount.head.tag_ == "$" else amount, "nmod:unmarked"
    for unit in (t for t in those(doc, "pos_", {"NOUN"}) if t.i > 1 and doc[t.i - 1].lower_ in WORDS["one"]):
        what = [c for c in children(unit, OBLIQUE) if case(c) in WORDS["bid_for"] and c.i > unit.i]
        if not what or doc[unit.i - 2].tag_ not in {"CD", "$", "NN", "NNS"} or unit.head == unit:
            continue
        above = next((t for t in chain(unit) if t.pos_ in {"NOUN", "VERB"} and not _is_an_amount(t)), unit)
        things = children(above, OBJECT) if above.pos_ == "VERB" else []
        above = next((o for o in things if o.i < unit.i and o.pos_ == "NOUN"), above)
        what[0].head, what[0].dep_ = above, "obl" if above.pos_ == "VERB" else "nmod"


def mend_amounts_given(doc: Doc) -> None:
    """Hang a number on what it counts, not on whoever is given that: "gave Kos 51 (flat) percent (obj)"."""
    for number in (t for t in those(doc, "dep_", {"flat"}) if t.tag_ == "CD" and t.i + 1 < len(doc)):
        counted = number.nbor()
        if counted.dep_ in OBJECT and number.head.pos_ == "PROPN" and number.head.head == counted.head:
            number.head, number.dep_ = counted, "nummod"


def mend_as_many(doc: Doc) -> None:
    """Make one number of "as many as", and a verb's own of what is counted: "will cut as many as 300 jobs (obl)"."""
    for first in (t for t in doc[:-3] if t.lower_ in WORDS["alike"]):
        how, then, noun = first.nbor(), first.nbor(2), first.nbor(3)
        if how.lower_ not in WORDS["how_many"] or then.lower_ not in WORDS["alike"] or how.head == how:
            continue
        number = noun
        while noun.dep_ in {"compound", "nummod"} and noun.head.i > noun.i:
            noun = noun.head
        if noun.head == how or (how.head == noun.head and how.dep_ in SUBJECT | OBJECT):
            noun.head, noun.dep_ = how.head, how.dep_
        for c in [c for c in how.children if c not in {first, then, noun}]:
            c.head = noun  # "a home for (case of many) as many as nine men"
        first.head, first.dep_ = number, "advmod"
        for t in (how, then):
            t.head, t.dep_ = first, "fixed"
        verb = noun.head
        if noun.dep_ not in OBLIQUE | {"advmod"} or case(noun) or not is_verb(verb):
            continue
        if noun.i < verb.i:
            noun.dep_ = noun.dep_ if children(verb, SUBJECT) else "nsubj:pass" if children(verb, PASSIVE) else "nsubj"
        elif not children(verb, OBJECT | {"aux:pass"}):
            noun.dep_ = "obj"
            for s in children(verb, {"nsubj:pass"}):
                s.dep_ = "nsubj"  # "a blast (nsubj:pass) killed as many as 30"


def mend_lengths(doc: Doc, units: Container[str]) -> None:
    """Part a noun from the length behind it: "died in custody (compound of days) days (obl) after the vote"."""
    for unit in [
        t for t in those(doc, "dep_", OBLIQUE | OBJECT) if t.tag_ == "NNS" and t.i and t.lemma_.lower() in units
    ]:
        noun = unit.nbor(-1)
        after = unit.nbor() if unit.i + 1 < len(doc) else unit
        counted = after.lower_ in WORDS["counted_from"] and after.dep_ in {"case", "mark"}
        # "phoned Ama Addo (obj of phoned) minutes before he left", "breaking a truce hours (obj) after it began"
        one = any(c.lower_ in WORDS["one"] for c in unit.children)
        done_to = unit.dep_ in OBJECT and (noun.pos_ == "PROPN" or one)
        if not counted or noun.head != unit or noun.dep_ != "compound" or not (case(unit) or done_to):
            continue
        noun.head, noun.dep_ = unit.head, unit.dep_
        for c in [c for c in unit.children if c.i < noun.i]:
            c.head = noun
        unit.dep_ = "obl:unmarked"


def mend_prices(doc: Doc) -> None:
    """Hang on its noun what it costs: "its $ (obj)37-a-share offer (obj)"."""
    for price in those(doc, "tag_", {"$"}):
        number = next(iter(children(price, {"nummod"})), price)
        joint = doc[number.i + 1 : number.i + 4]
        if len(joint) < 3 or joint[0].text != "-" or joint[1].lower_ not in WORDS["one"] or joint[2].text != "-":
            continue
        noun = joint[2].nbor().head
        if noun.i > number.i and noun.pos_ == "NOUN" and price.head != noun and not noun.is_ancestor(price):
            for c in [c for c in price.children if c.i < price.i]:
                c.head = noun
            if price.dep_ in OBJECT | SUBJECT | OBLIQUE and noun.dep_ not in OBJECT | SUBJECT | OBLIQUE:
                noun.head, noun.dep_ = price.head, price.dep_
            price.head, price.dep_, joint[0].head, joint[2].head = noun, "compound", price, price


def _is_an_amount(noun: Token) -> bool:
    """Whether a noun is so much of something: "470 pence"."""
    return any(c.tag_ == "CD" for c in children(noun, {"nummod"})) or noun.tag_ in {"$", "CD"}


def mend_prepositions(doc: Doc) -> None:
    """Make one preposition of "ahead of", which a parser may see as an adverb with an adverbial of its own.

    And a preposition of "following" that hangs on a verb with what it governs: "spoke following (advcl) talks (obj)".
    One right behind a relative clause's verb belongs to what stands before that: "the aid it asked for (case) in May".
    """
    for first in [t for t in those(doc, "dep_", {"case"}) if t.i and t.nbor(-1).dep_ in RELATIVE]:
        verb, noun = first.nbor(-1), first.head
        two = noun.i > first.i and any(c.dep_ == "case" and c.i == first.i + 1 for c in noun.children)
        if two and is_verb(verb) and noun.head == verb and not children(verb, OBJECT):
            first.head, first.dep_ = verb, "obl"
    for mark in [t for t in those(doc, "tag_", {"VBG"}) if t.lower_ in WORDS["time_prepositions"]]:
        beside = [n for n in children(mark.head, OBLIQUE) if n.left_edge.i == mark.i + 1]
        noun = next(iter((*children(mark, OBJECT), *beside)), mark)
        if noun.i > mark.i and mark.dep_ == "advcl" and not children(mark, SUBJECT | {"mark", "aux"}):
            noun.head, noun.dep_ = mark.head, "obl"
            for c in [c for c in mark.children if c.i > mark.i]:
                c.head = noun if c.i < noun.i else noun.head
            mark.head, mark.dep_ = noun, "case"
    for of in (t for t in those(doc, "dep_", {"case"}) if t.lower_ in WORDS["of"] and t.i > t.sent.start):
        ahead, noun = of.nbor(-1), of.head
        both = ahead.dep_ in {"advmod", "obl"} and ahead.head == noun.head and noun.head.tag_ != "VBG"
        if ahead.lower_ in WORDS["before_of"] and both and noun.i > of.i:
            ahead.head, ahead.dep_, of.head, of.dep_ = noun, "case", ahead, "fixed"  # "meet ahead (advmod) of the vote"
    for mark in [t for t in those(doc, "dep_", {"case"}) if t.head.tag_ == "CD"]:
        month = mark.head.head  # "until (case of 15) 15 (compound) August"
        if mark.head.dep_ in {"compound", "nummod"} and month.i == mark.head.i + 1 and month.dep_ in OBLIQUE:
            mark.head = month
    for noun in those(doc, "dep_", {"obl"}):
        ahead = noun.head
        marks = [c for c in noun.children if c.dep_ == "case" and c.lower_ == "of" and c.i == ahead.i + 1]
        if ahead.lower_ == "ahead" and marks and ahead.dep_ == "advmod" and ahead.head != ahead:
            noun.head = ahead.head
            ahead.head, ahead.dep_, marks[0].head, marks[0].dep_ = noun, "case", ahead, "fixed"
        elif ahead.lower_ in WORDS["some_time"] and ahead.dep_ == "advmod" and noun.i > ahead.i:
            noun.head = ahead.head  # "sometime in early May, we hope to vote"
    for body in those(doc, "dep_", {"obl"}):  # "the shares outstanding (amod) of Karhu"
        before = body.head
        if (
            before.tag_ == "JJ"
            and before.dep_ == "amod"
            and before.head.i == before.i - 1
            and case(body) in WORDS["of"]
        ):
            body.head, body.dep_ = before.head, "nmod"
    for mark in [t for t in those(doc, "dep_", {"case"}) if t.i > 1 and t.nbor(-1).text in HYPHENS]:
        first = doc[mark.i - 2]
        if first.head == mark.head and not first.whitespace_ and mark.i < mark.head.i:
            mark.dep_ = "compound"  # "a drive-by (case) shooting"
    # "with (case of Texas) Texas National Bank (nmod)", "by (case of chief) police chief Kofi Mensah (obl)"
    for mark in those(doc, "dep_", {"case"}):
        first, name = mark.head, mark.head.head
        inside = first.dep_ in {"compound", "amod", "nmod:desc"} and mark.i < first.i < name.i and name.dep_ in OBLIQUE
        if inside and first.pos_ in {"PROPN", "NOUN"} and name.pos_ == "PROPN" and not children(name, {"case"}):
            mark.head = name


def mend_opponents(doc: Doc) -> None:
    """Hang on a case whom it is against: "lost its court case against Karhu (obl of lost) today"."""
    for body in those(doc, "dep_", {"obl"}):
        first = body.left_edge
        things = [o for o in children(body.head, OBJECT) if o.right_edge.i == first.i - 1]
        if case(body) in WORDS["opposing"] and things and things[0].lemma_.lower() in WORDS["cases"]:
            body.head, body.dep_ = things[0], "nmod"


def mend_talked_to(doc: Doc) -> None:
    """Hang on a verb with whom somebody talks over a wire: "spoke by telephone with Lund (nmod of telephone)"."""
    for wire in those(doc, "lemma_", WORDS["wires"]):
        if wire.dep_ in OBLIQUE and is_verb(wire.head):
            for body in [n for n in children(wire, {"nmod"}) if case(n) in WORDS["talked_with"]]:
                body.head, body.dep_ = wire.head, "obl"


def mend_days_of_subjects(doc: Doc) -> None:
    """Hang on a subject's participle the day before the verb: "A pact made in May (obl of takes) takes effect"."""
    for beside in those(doc, "dep_", OBLIQUE):
        verb = beside.head
        if beside.tag_ not in {"CD", "NNP"} or beside.i > verb.i or not is_verb(verb) or not case(beside):
            continue  # "a board named this week accused him": either
        if beside.left_edge.i <= verb.sent.start:
            continue
        before = doc[beside.left_edge.i - 1]
        for subject in [s for s in children(verb, SUBJECT | PASSIVE) if s.i < before.i]:
            done = [
                v
                for v in children(subject, REDUCED)
                if v.tag_ == "VBN" and v.right_edge == before and not auxiliaries(v)
            ]
            if done and before.text != ",":
                beside.head = done[-1]


def mend_particles(doc: Doc, verbs: Container[str]) -> None:
    """Make an object of what a verb's particle seems to govern: "called off (case) the match (obl or obj)".

    Nor is a day under the particle behind an object: "called it off (case) Monday (obl)".
    """
    for particle in those(doc, "dep_", {"case"}):
        noun, verb = particle.head, particle.head.head
        if (
            noun.dep_ not in OBLIQUE | {"obj"}
            or verb.i != particle.i - 1
            or f"{verb.lemma_.lower()} {particle.lower_}" not in verbs
        ):
            continue
        noun.dep_ = "obl:unmarked" if noun.lower_ in WORDS["weekdays"] else "obj"  # "went off Monday"
        particle.dep_, particle.head = "compound:prt", verb
    for particle in [t for t in those(doc, "dep_", {"advmod"}) if t.head.tag_ == "CD" and t.i == t.head.i - 1]:
        verb = doc[particle.i - 1] if particle.i else particle
        if f"{verb.lemma_.lower()} {particle.lower_}" in verbs and verb.pos_ == "VERB":
            particle.head, particle.dep_ = verb, "compound:prt"  # "handed over (advmod of six) six sailors"
    for back in those(doc, "dep_", {"advmod"}):
        verb, days = back.head, [n for _, n in obliques(back.head) if n.i > back.i]
        day = any(n.tag_ == "CD" or n.lower_ in WORDS["weekdays"] for n in days)
        behind = day and any(o.right_edge.i == back.i - 1 for o in children(verb, OBJECT))
        if f"{verb.lemma_} {back.lower_}" in WORDS["put_back"] and (back.i == verb.i + 1 or behind):
            back.dep_ = "compound:prt"  # "the vote was put back (advmod) a week", "put it back to 3 May"
    for particle in [t for t in those(doc, "tag_", {"RP"}) if t.dep_ == "case"]:
        noun, verb = particle.head, particle.head.head
        between = particle.i > 0 and doc[particle.i - 1].head == verb and doc[particle.i - 1].dep_ in OBJECT
        if between and noun.dep_ in OBLIQUE and verb.pos_ == "VERB":
            particle.head, particle.dep_, noun.dep_ = verb, "compound:prt", "obl:unmarked"
    for noun in (n for n in those(doc, "dep_", {"obj"}) if n.i > n.head.i and children(n, {"case"})):
        if doc[noun.left_edge.i - 1] in children(noun.head, {"compound:prt"}):
            noun.dep_ = "obl"  # "pulled out of (case) the race (obj)"


def mend_payments(doc: Doc) -> None:
    """Hang a day on what is payable then, and that on its noun: "declared a dividend, payable (amod) May 1 (appos)"."""
    for due in (t for t in those(doc, "tag_", {"JJ"}) if t.lower_ in WORDS["from_a_day"] and t.i > t.sent.start + 1):
        before = doc[due.i - 1 if doc[due.i - 1].text != "," else due.i - 2]
        after = doc[due.i + 1 : min(due.i + 5, due.sent.end)]
        days = [t for t in after if t.tag_ in {"CD", "NNP"} and not due.i < t.head.i <= after[-1].i]
        if before.pos_ not in {"NOUN", "PROPN", "SYM", "NUM"} or children(due, {"cop"}) or not days:
            continue
        while before.head.i < before.i and before.head.pos_ in {"NOUN", "PROPN"}:
            before = before.head
        things = children(before.head, OBJECT) if before.dep_ in OBJECT else []
        noun = things[0] if things else before
        if due.is_ancestor(noun) or days[0].is_ancestor(noun) or due.head == due:
            continue
        due.head, due.dep_, days[0].head, days[0].dep_ = noun, "acl", due, "obl"


def mend_predicates(doc: Doc) -> None:
    """Make a predicate of the adjective that a parser took for a preposition: "is due (case) in Lima on Friday".

    Without a copula it belongs to the noun before it: "with a vote due (case) in June".
    """
    for to in those(doc, "dep_", {"fixed"}):  # "she is due to (fixed) meet (advcl) Kos later today"
        does = doc[to.i + 1 : to.i + 2] if to.tag_ == "TO" and children(to.head, {"cop"}) else ()
        for verb in (t for t in does if t.tag_ == "VB" and t.head == to.head):
            to.head, to.dep_, verb.dep_ = verb, "mark", "xcomp"
    for due in those(doc, "dep_", {"case"}):
        place = due.head
        if due.i + 1 == len(doc) or (due.tag_ != "JJ" and due.lower_ not in WORDS["due"]) or due.nbor().lower_ == "to":
            continue  # "is due to storms"
        if not (children(place, {"cop"}) or children(due, {"cop"})):
            if place.dep_ == "nmod" and place.head.i < due.i and due.lower_ in WORDS["due"]:
                _hang_on_its_noun(due, place)
            continue
        noun = place.head
        lost = noun.i < due.i and not (children(place, SUBJECT) or children(due, SUBJECT))
        first = noun if lost else place  # "the bridge (ROOT) is due in 2019"
        dep = "acl:relcl" if place.dep_ == "nmod" and not lost else first.dep_
        due.head, due.dep_ = (due if first.head == first else first.head), dep
        for c in [c for c in place.children if c.i > place.i or c.dep_ in SUBJECT | {"cop", "aux", "advmod"}]:
            c.head, c.dep_ = due, "obl" if c.dep_ == "nmod" else c.dep_
        place.head, place.dep_ = due, "obl"
        if lost:
            noun.head, noun.dep_ = due, "nsubj"


def mend_seen_as(doc: Doc) -> None:
    """Hang on its verb as what something is seen: "described the policy as a mistake (nmod)"."""
    for seen in those(doc, "dep_", {"nmod"}):
        thing = seen.head
        if case(seen) in WORDS["standing_as"] and thing.dep_ in OBJECT and thing.head.lemma_ in WORDS["seeing"]:
            seen.head, seen.dep_ = thing.head, "obl"


def mend_old_days(doc: Doc) -> None:
    """Make a day of what old letters write in two: "leaves to (mark) - morrow (xcomp) for Lima"."""
    for day in (t for t in doc if t.i > 1 and t.lower_ in WORDS["old_days"]):
        hyphen, to = doc[day.i - 1], doc[day.i - 2]
        if hyphen.text != "-" or to.lower_ != "to" or day.head == day or doc[to.i : day.i].text_with_ws != "to-":
            continue
        for c in [c for c in day.children if c not in {hyphen, to}]:
            c.head = day.head
        day.tag_, day.pos_, day.dep_ = "NN", "NOUN", "obl:unmarked"
        to.head, to.dep_, hyphen.head, hyphen.dep_ = day, "compound", day, "punct"


def mend_halls(doc: Doc) -> None:
    """Part whom somebody received from where: "received at the Lund Palace (compound) Minister Kos (obl)"."""
    for name in those(doc, "dep_", {"obl"}):
        verb, first = name.head, name.left_edge
        known = name.ent_type_ == "PERSON" and case(name) in WORDS["where_due"] and first.dep_ == "case"
        if not known or not children(name, {"nmod:desc"}) or children(verb, OBJECT | PASSIVE) or first.i < verb.i:
            continue
        hall = next((t for t in doc[first.i + 1 : name.i] if t.ent_type_ == "LOC" != t.nbor().ent_type_), None)
        if hall is not None and all(t.pos_ in {"PROPN", "DET"} for t in doc[first.i + 1 : hall.i + 1]):
            for t in doc[first.i : hall.i]:
                if t.head.i > hall.i:
                    t.head = hall
            hall.head, hall.dep_, name.dep_ = verb, "obl", "obj"


def mend_places(doc: Doc) -> None:
    """Give a predicate the place that became a clause beside it: "said it was due in Lima (ccomp) on Friday"."""
    for place in those(doc, "dep_", {"ccomp"}):
        mark = place.left_edge
        due = next((t for t in children(place.head, {"ccomp"}) if t.i < place.i and t.tag_ == "JJ"), place)
        beside = mark.dep_ == "case" and mark.i == due.i + 1 and place.pos_ in {"NOUN", "PROPN"}
        if beside and children(due, {"cop"}) and not children(place, SUBJECT | {"cop"}):
            for c in [place, *(c for c in children(place, {"nmod"}) if case(c) in WORDS["where_due"])]:
                c.head, c.dep_ = due, "obl"


def mend_extended(doc: Doc, units: Container[str]) -> None:
    """Hang on what extends a thing how long it does: "prolonged the ban for flying (advcl) nets until (obl) May"."""
    for length in those(doc, "dep_", OBLIQUE):
        if length.head.tag_ != "VBG" or not (
            case(length) in WORDS["up_to"] or (case(length) == "for" and length.lemma_.lower() in units)
        ):
            continue
        above = next((t for t in chain(length.head) if t.dep_ in OBJECT and t.head.lemma_ in WORDS["extending"]), None)
        if above is not None and is_verb(above.head) and above.i < length.i:
            length.head = above.head


def mend_from_days(doc: Doc) -> None:
    """Make a predicate of the adjective before a day: "is effective (amod) 3 (ROOT) May".

    And take from it the amount before it: "will cut it to 4 from 7 percent (obl of effective) effective July 1".
    """
    for ready in those(doc, "dep_", {"advcl"}):
        if ready.lower_ in WORDS["so_from"] and ready.pos_ == "ADJ" and not children(ready, {"cop"}):
            for amount in [c for c in children(ready, OBLIQUE) if c.right_edge.i == ready.i - 1]:
                amount.head, amount.dep_ = ready.head, "obl"
    for ready in those(doc, "dep_", {"amod"}):
        day = ready.head
        if ready.lower_ not in WORDS["so_from"] or day.i != ready.i + 1 or day.pos_ not in {"NUM", "PROPN"}:
            continue
        if not (children(day, {"cop"}) or children(ready, {"cop"})):
            continue
        ready.head, ready.dep_ = (ready if day.head == day else day.head), day.dep_
        for c in [c for c in day.children if c.i < ready.i]:
            c.head = ready
        day.head, day.dep_ = ready, "obl"


def mend_objects(doc: Doc, units: Container[str], people: Container[str]) -> None:
    """Make an object of what stands right behind a verb under no preposition: "called off the talks (obl)".

    So of people who are counted, "killed at least 21 people (obl)", of a thing, "seal the well (advmod)", and of the
    day that somebody sets: "set 25 February (obl) for the vote".
    """
    for noun in those(doc, "dep_", {"obl", "obl:unmarked", "advmod"}):
        verb, first = noun.head, noun.left_edge
        last = max((verb, *children(verb, {"compound:prt"})), key=lambda t: t.i)
        counted = noun.lemma_.lower() in people and bool(children(noun, {"nummod"}))
        own = first.dep_ in {"det", "nmod:poss"} or counted
        own = own and (noun.dep_ != "advmod" or first.lower_ in WORDS["the"])  # "fell a bit"
        day = verb.lemma_ in WORDS["fixing"] and noun.tag_ in {"CD", "NNP"}
        day = day and any(case(n) in WORDS["given_to"] | WORDS["standing_as"] for n in children(verb, OBLIQUE))
        known = (noun.tag_ not in {"NN", "NNS"} or noun.lemma_.lower() in units or not own) and not day
        if known or first.i != last.i + 1 or first.lower_ in WORDS["which_time"] or children(verb, OBJECT):
            continue
        if verb.pos_ == "VERB" and not children(noun, {"case"}) and not children(verb, PASSIVE):
            noun.dep_ = "obj"


def mend_agreed_days(doc: Doc, occasions: Container[str]) -> None:
    """Hang on a decision the day of what is not set for days: "agreed to buy a mill on Monday (of buy)"."""
    known = cues("en")
    for day in [t for t in those(doc, "dep_", OBLIQUE | {"nmod"}) if t.lower_ in WORDS["weekdays"]]:
        above = [day, *chain(day)]
        done = next((t for t in above if is_verb(t)), day)
        if any(t.lemma_.lower() in occasions for t in above[: above.index(done)]):
            continue  # "agreed to cancel the tour on Monday"
        decided = done.dep_ == "xcomp" and has_to(done) and done.head.lower_ in known["deciding"]
        own = all(c.dep_ == "case" for c in day.children)  # no "next Monday"
        if decided and own and done.lemma_ in known["decided_on"] and done.head.tag_ in {"VBD", "VBN"}:
            day.head, day.dep_ = done.head, "obl"


def mend_weekdays(doc: Doc, reporting: Container[str], people: Container[str]) -> None:
    """Part a weekday from what it seemed to be of: "announced on Monday (compound of limits) severe limits (obl)".

    And from who is told of: "said Monday (compound of crews) crews are at sea";
    from what somebody was found or left: "was found dead (amod of Monday) Monday";
    and from "by telephone Monday (appos)";
    and from the people in a subject: "the mediator between Peru and the rebels on Monday (nmod of rebels) gave both".
    """
    for day in [t for t in those(doc, "dep_", {"appos"}) if t.lower_ in WORDS["weekdays"]]:
        if day.head.dep_ in OBLIQUE and day.head.i == day.i - 1 and not list(day.children):
            day.head, day.dep_ = day.head.head, "obl:unmarked"
    for day in [t for t in those(doc, "dep_", {"nmod", "nmod:unmarked"}) if t.lower_ in WORDS["weekdays"]]:
        what = day.head
        own = all(c.dep_ == "case" for c in day.children) and case(day) in {"on", ""}
        then = doc[day.i + 1] if day.i + 1 < len(doc) else day
        people_ = what.lemma_.lower() in people or what.ent_type_ == "PERSON"
        of_who = any(s.is_ancestor(day) for s in children(then, SUBJECT) if s != what)
        if own and people_ and of_who and then.tag_ == "VBD" and is_finite(then):
            day.head, day.dep_ = then, "obl"
    for state in (t for t in those(doc, "dep_", {"amod"}) if t.head.lower_ in WORDS["weekdays"]):
        verb = state.head.head
        if state.lower_ not in WORDS["of_days"] and state.head.dep_ == "obl:unmarked" and verb.i == state.i - 1:
            state.head, state.dep_ = verb, "xcomp"
    for day in [t for t in those(doc, "dep_", {"compound"}) if t.lower_ in WORDS["weekdays"]]:
        noun, verb, marks = day.head, day.head.head, children(day.head, {"case"})
        if noun.dep_ in SUBJECT and verb.dep_ == "ccomp" and verb.head.i == day.i - 1 and verb.head.lemma_ in reporting:
            day.head, day.dep_ = verb.head, "obl:unmarked"
            continue
        own = any(c.dep_ == "amod" and c.tag_ == "JJ" and c.i > day.i for c in noun.children)
        first = noun.left_edge.i == day.i - len(marks)  # no "the Sunday big game"
        if not own or not first or verb.pos_ != "VERB" or not verb.i < day.i < noun.i:
            continue
        for mark in marks:
            mark.head = day
        day.head, day.dep_ = verb, "obl" if marks else "obl:unmarked"
        if noun.dep_ == "obl" and marks:
            noun.dep_ = "obj"
        if verb.tag_ in {"VBD", "VBN"} and not auxiliaries(verb) and children(verb, SUBJECT):
            verb.tag_ = "VBD"
            for subject in children(verb, SUBJECT):
                subject.dep_ = "nsubj"


def mend_second_days(doc: Doc) -> None:
    """Hang a second day on the verb before it: "touring Lima Monday and meeting envoys Friday (obl of touring)".

    And one "as soon as" which somebody may do something on him, past what a clause says goes on: "could cut the
    pipe that is leaking (head of soon) as soon as Monday".
    """
    for named in (t for t in those(doc, "pos_", {"PROPN"}) if t.lower_ in WORDS["weekdays"]):
        day = named.head if named.dep_ == "compound" and named.head.i == named.i + 1 else named
        verb = day.head
        if day.dep_ not in OBLIQUE or verb.pos_ != "VERB" or doc[day.left_edge.i - 1].text == ",":
            continue
        others = [t for t in children(verb, OBLIQUE) if t.left_edge.i < day.left_edge.i]
        own = [t for t in others if any(x.lower_ in WORDS["weekdays"] for x in (t, *children(t, {"compound"})))]
        behind = [v for v in children(verb, {"conj"}) if is_verb(v) and verb.i < v.i < day.i]
        if own and behind and own[-1].i < behind[-1].i and not children(behind[-1], {"obl:unmarked"}):
            day.head = behind[-1]
    for soon in (t for t in those(doc, "pos_", {"ADV"}) if t.lower_ in WORDS["as_soon"]):
        clause = soon.head
        goes_on = clause.dep_ in RELATIVE and clause.tag_ == "VBG" and soon.i > clause.i
        if goes_on and any(a.tag_ in {"VBZ", "VBP"} for a in auxiliaries(clause)):
            main = next((t for t in chain(clause) if any(a.tag_ == "MD" for a in auxiliaries(t))), clause)
            soon.head = main


def _hang_on_its_noun(due: Token, place: Token) -> None:
    """Make what is due somewhere or on a day the noun's: "a vote due in Lima on Friday"."""
    noun = place.head
    around = [
        c for t in (noun, place) for c in children(t, {"nmod"}) if c.i > place.i and case(c) in WORDS["where_due"]
    ]
    due.head, due.dep_ = noun, "acl"
    for c in children(due, {"fixed"}):
        c.head, c.dep_ = place, "case"
    for c in (place, *around):
        c.head, c.dep_ = due, "obl"


def mend_names_given(doc: Doc, naming: Container[str]) -> None:
    """Part what is named from what it is called: "called the raid “wrong (amod of raid)”", "a farce (obj)".

    And who is given an office from the office: "named Ama (compound) Addo chairman (obj)";
    who is named as one is no office: "named Addo (xcomp) as envoy".
    """
    for verb in (t for t in those(doc, "pos_", {"VERB"}) if t.lemma_ in naming):
        for name in children(verb, OBJECT):  # "called Jan Kos one (flat of Kos) of the best poets"
            for count in [c for c in children(name, {"flat"}) if c.tag_ == "CD" and children(c, OBLIQUE)]:
                count.head, count.dep_ = verb, "xcomp"
        things = [c for c in children(verb, OBJECT | {"xcomp"}) if c.i > verb.i and c.pos_ in {"NOUN", "PROPN"}]
        if not things:
            continue
        if len(things) == 1:
            named = things[0]
            if named.dep_ == "xcomp" and named.ent_type_ == "PERSON":
                named.dep_ = "obj"
            after = [c for c in children(named, {"amod", "appos"}) if c.i > named.i and c.pos_ == "ADJ"]
            after = [c for c in after if _is_bare(c)]
            who = [c for c in children(named, {"compound"}) if c.ent_type_ == "PERSON" and named.tag_ == "NN"]
            if who:
                who[0].head, things = verb, [who[0], named]
            elif after:
                things.append(after[-1])
                for c in children(after[-1], OBLIQUE):
                    c.head = verb
            else:
                continue
        things[0].dep_ = "obj"
        things[-1].head, things[-1].dep_ = verb, "xcomp"


def _is_bare(adjective: Token) -> bool:
    """Whether nothing stands before an adjective but quotation marks and an adverb: "“deeply wrong”"."""
    return all(t.is_punct or t.dep_ == "advmod" for t in adjective.doc[adjective.left_edge.i : adjective.i])


def mend_first_days(doc: Doc, occasions: Container[str]) -> None:
    """Hang on its verb the day with which something begins: "will hold talks with Chad starting (advcl) on Monday".

    Or "Starting (advcl) in July, Chad will". Not what begins by itself: "agreed to a truce (an occasion) starting
    (acl) on Monday".
    """
    for begins in those(doc, "dep_", {"advcl", "acl"}):
        over = begins.head
        is_so = bool(children(over, {"cop"}) and children(over, {"case"}))  # "will be in force starting on Monday"
        verb = over if is_so else next((t for t in chain(begins) if is_verb(t)), over)
        occasion = over.lemma_.lower() in occasions and not is_so
        itself = begins.dep_ == "acl" and (occasion or over.dep_ in SUBJECT)
        itself = itself or (
            begins.dep_ == "acl" and case(over) in WORDS["accompanying"]
        )  # "…, with the repairs starting in May"
        itself = itself or not (verb.i < begins.i or begins.i == begins.sent.start)
        if begins.tag_ != "VBG" or begins.lower_ not in WORDS["first_days"] or itself:
            continue
        days = [
            c
            for c in begins.children
            if c.i > begins.i
            and (
                (c.dep_ in OBLIQUE and case(c) in WORDS["where_due"] | {""})
                or (c.dep_ in OBJECT and c.tag_ in {"CD", "NNP"})
            )
        ]
        rest = [c for c in begins.children if c not in days and c.dep_ != "punct"]
        if not days or rest or not (is_verb(verb) or is_so) or days[0].left_edge.i != begins.i + 1:
            continue
        for t in (*days, *children(begins, {"punct"})):
            t.head, t.dep_ = verb, "obl" if t in days else t.dep_
        begins.head, begins.dep_, begins.tag_, begins.pos_ = days[0], "case", "IN", "ADP"


def mend_asides_since(doc: Doc) -> None:
    """Hang on its noun what has been so since a day: "reopened the road to the coast, closed (advcl) since Sunday".

    And when an occasion is to be: "the two sides will hold talks, scheduled (acl of sides) for Friday".
    """
    for done in those(doc, "dep_", {"advcl", "acl"}):
        before = doc[done.i - 2] if done.i - done.sent.start > 2 else done
        behind = [c for c in children(done, OBLIQUE) if c.left_edge.i == done.i + 1]
        marks = WORDS["since"] if done.lower_ not in WORDS["arranged"] else WORDS["arranged_for"]
        told = done.dep_ == "advcl" or (done.lower_ in WORDS["arranged"] and done.head.dep_ in SUBJECT)
        if done.tag_ != "VBN" or doc[done.i - 1].text != "," or not told or children(done, SUBJECT | {"aux:pass"}):
            continue
        if not any(case(c) in marks for c in behind):
            continue
        noun = before.head if before.dep_ in {"nummod", "flat", "compound"} else before
        noun = noun.head if noun.dep_ == "nummod" else noun  # "$5 (compound) million (nummod of $)"
        while case(noun) and doc[noun.left_edge.i - 1].pos_ == "NOUN":
            noun = doc[noun.left_edge.i - 1]
        within = done.head.head if done.dep_ == "acl" else done.head
        if noun.pos_ in {"NOUN", "SYM"} and within.is_ancestor(noun) and noun.dep_ not in SUBJECT:
            done.head, done.dep_ = noun, "acl"


def mend_done_asides(doc: Doc) -> None:
    """Hang on its noun what was done to it, between commas: "to hold polls, twice postponed (conj), on 6 June"."""
    for done in those(doc, "tag_", {"VBD", "VBN"}):
        how, last = doc[done.i - 1], max((done, *children(done, {"compound:prt"})), key=lambda t: t.i)
        if how.head != done or how.dep_ != "advmod" or how.i < done.sent.start + 2 or doc[how.i - 1].text != ",":
            continue
        before, above = doc[how.i - 2], done.head
        own = done.dep_ == "ROOT" or children(done, SUBJECT | OBJECT | {"cc", "mark", "aux", "aux:pass"})
        if own or last.i + 1 >= len(doc) or doc[last.i + 1].text != "," or before.pos_ not in {"NOUN", "PROPN"}:
            continue
        main = next((t for t in chain(before) if is_verb(t) and t != done), above)
        if done in chain(main):
            continue
        told = next((t for t in (main, *chain(main)) if is_finite(t) or children(t, {"cop"})), main)
        for c in [c for c in done.children if c.i > last.i]:
            c.head = told if c.dep_ == "conj" else main
        done.head, done.dep_, done.tag_ = before, "acl", "VBN"


def mend_days_set(doc: Doc, appointing: Container[str]) -> None:
    """Hang on its verb what a day is set for: "named 3 May (obl) as the date for a vote (nmod of date)"."""
    for called in those(doc, "lemma_", WORDS["days_set"]):
        verb = called.head
        if called.dep_ not in OBLIQUE or case(called) != "as" or verb.lemma_ not in appointing:
            continue
        days = [c for c in verb.children if verb.i < c.i < called.i and c.dep_ in OBLIQUE | OBJECT and c.tag_ == "CD"]
        things = [
            c for c in called.children if c.i > called.i and any(m.lower_ in WORDS["whose_day"] for m in c.children)
        ]
        if len(days) != 1 or case(days[0]) or not things:
            continue
        days[0].dep_ = "obj"
        if verb.tag_ == "VBN" and not auxiliaries(verb):
            verb.tag_ = "VBD"
            for own in children(verb, PASSIVE):
                own.dep_ = "nsubj"
        for thing in things:
            thing.head, thing.dep_ = verb, "advcl" if is_verb(thing) else "obl"


def mend_first_times(doc: Doc) -> None:
    """Let what is done for the first time be the main deed: "saw a ship seized for the first time (obl) on Monday"."""
    for time in those(doc, "lower_", {"time"}):
        done = time.head
        if (
            done.dep_ not in REDUCED
            or done.tag_ != "VBN"
            or case(time) != "for"
            or not any(c.lower_ == "first" for c in time.children)
        ):
            continue
        verb = next((t for t in chain(done) if is_finite(t) and is_verb(t)), done)
        if verb.tag_ == "VBD" and verb.i < done.i and any(o.is_ancestor(done) for o in children(verb, OBJECT)):
            time.head = verb


def mend_votes(doc: Doc) -> None:
    """Part those against from those in favour: "nine voted in favour (obl), Peru (conj) against and two abstained"."""
    for against in those(doc, "lower_", WORDS["opposing"]):
        if (against.dep_ == "case" and against.head.i > against.i) or against.i < against.sent.start + 2:
            continue  # "against the draft"
        group = doc[against.i - 1]
        first = group if group.dep_ == "conj" and group.pos_ == "PROPN" else group.head
        while first.dep_ == "conj" and first.pos_ == "PROPN" and first.head.pos_ == "PROPN":
            first = first.head
        if first.dep_ == "conj" and first.pos_ == "PROPN" and first.head.pos_ == "NOUN" and first.head.dep_ in OBLIQUE:
            favour = first.head
            against.head, against.dep_ = favour.head, "dep"
            for t in [c for c in children(favour, {"conj"}) if c.pos_ == "PROPN" and c.i < against.i]:
                t.head, t.dep_ = against, "nsubj"


def mend_dated_deeds(doc: Doc) -> None:
    """Let a deed lead its phrase, not the day before it: "held in the May 3 (obl), 1988, bombing (obj) of a mill"."""
    for day in those(doc, "tag_", {"CD"}):
        marks = [c for c in children(day, {"case", "det"}) if c.i < day.i]
        if day.i + 4 >= len(doc) or not marks or marks[-1].dep_ != "det" or day.head == day:
            continue
        comma, year, end = (doc[day.i + n] for n in (1, 2, 3))
        if comma.text != "," or end.text != "," or len(year.text) != 4 or not year.text.isdigit():
            continue
        deed = doc[day.i + 4]
        while deed.dep_ in {"amod", "compound"} and deed.head.i > deed.i:
            deed = deed.head
        if deed.pos_ == "NOUN" and deed.head != day and not day.is_ancestor(deed) and not deed.is_ancestor(day):
            deed.head, deed.dep_ = day.head, day.dep_
            day.head, day.dep_ = deed, "nmod:unmarked"
            for mark in marks:
                mark.head = deed
