"""Clauses that lost their subject to the words beside it, and participles that took it."""

from __future__ import annotations

from collections.abc import Container

from spacy.tokens import Doc, Token

from timeline.events.grammar import (
    FINITE,
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
    is_passive,
    is_verb,
    obliques,
)
from timeline.events.parsed import those


def mend_joined_subjects(doc: Doc) -> None:
    """Give a clause the subject that "and" joined to the words before: "for weeks, but Gil (conj), a banker, quit"."""
    for verb in those(doc, "dep_", {"conj"}):
        own = children(verb, SUBJECT)
        first = min((verb, *children(verb, {"aux", "aux:pass", "cop"})), key=lambda t: t.i)
        before = own[0].left_edge if own else doc[first.i - 1]
        before = before if before.is_punct or not own else doc[before.i - 1]
        if not is_finite(verb) or children(verb, {"cc"}) or before.text != "," or len(own) > 1:
            continue
        if own and doc[first.i - 1].text != ",":
            continue
        told = doc[before.i - 1]
        above = (t for t in (told, *chain(told)) if t.right_edge in {told, before} and _is_joined(t))
        name = next(above, verb)
        joint = next(iter(children(name, {"cc"})), None)
        if name.pos_ != "PROPN" or joint is None or (own and not is_verb(name.head)):
            continue
        # "has resigned and Lund", "quit on Monday and Lund"
        alone = is_verb(name.head) or name.head.lower_ in WORDS["weekdays"]
        if doc[joint.i - 1].text == "," or alone:
            name.head, name.dep_, joint.head = verb, "nsubj:pass" if children(verb, PASSIVE) else "nsubj", verb
            for who in own:  # "and Lund (conj), his deputy (nsubj), took over"
                who.head, who.dep_ = name, "appos"
    for verb in those(doc, "dep_", {"advcl", "conj", "parataxis"}):  # "and talks (conj) on arms (nsubj) must begin"
        own = children(verb, SUBJECT)
        if len(own) != 1 or not case(own[0]) or children(verb, {"mark", "cc"}) or not is_finite(verb):
            continue
        if case(own[0]) in WORDS["clause_prepositions"]:
            continue  # "a day before the rig exploded"
        told = doc[own[0].left_edge.i - 1]
        name = next((t for t in (told, *chain(told)) if t.dep_ == "conj" and t.right_edge == told), verb)
        joint = next(iter(children(name, {"cc"})), None)
        if joint is not None and name.pos_ == "NOUN":
            name.head, name.dep_, joint.head = verb, "nsubj:pass" if children(verb, PASSIVE) else "nsubj", verb
            own[0].head, own[0].dep_, verb.dep_ = name, "nmod", "conj"


def mend_subjects_joined_right_before(doc: Doc) -> None:
    """Give a verb the subject that was joined to a noun: "left a port and dockers (conj) stormed (conj of left) it".

    Or to a day, or to a verb, with an aside behind it: "a pact under which it ends in May and rebels (conj), held in
    Tyre, will go (ccomp)".
    """
    for verb in those(doc, "dep_", {"conj", "ccomp"}):
        first = min((verb, *children(verb, {"aux", "aux:pass", "cop"})), key=lambda t: t.i)
        past = verb.tag_ == "VBN" and first == verb and bool(children(verb.head, {"cop"}))  # "is a bank and loans fell"
        if not (is_finite(verb) or past) or children(verb, {"cc"}) or not is_finite(verb.head) or first.i < 2:
            continue
        if is_passive(verb.head) and first == verb:
            continue  # "was held in Lome and his deputy expelled"
        aside = doc[first.i - 1].text == ","
        told = doc[first.i - 1 - aside]
        name = next((t for t in (told, *chain(told)) if t.dep_ == "conj" and told.i <= t.right_edge.i < first.i), verb)
        joint = next(iter(children(name, {"cc"})), None)
        if joint is None or name.pos_ not in {"NOUN", "PROPN"}:
            continue
        beside, own = name.head, children(verb, SUBJECT)
        if aside:
            taken = not own or (own[0].is_ancestor(name) and verb.dep_ == "ccomp")
            told_of = children(name, REDUCED | RELATIVE)
            fit = taken and bool(told_of) and (is_verb(beside) or _is_a_time(beside)) and verb.head.i < beside.i
            for whole in own if fit else ():  # "accepted a text (nsubj of freed) under which … the nurses be freed"
                whole.head, whole.dep_ = verb.head, "obj"
        else:
            after = verb.head.i < beside.i or (past and verb.head == beside)
            fit = verb.dep_ == "conj" and not own and beside.pos_ in {"NOUN", "PROPN"} and after
        if fit:
            verb.tag_ = "VBD" if past else verb.tag_
            name.head, name.dep_, joint.head = verb, "nsubj:pass" if children(verb, PASSIVE) else "nsubj", verb
            verb.dep_ = "conj"


def mend_undone_beside(doc: Doc) -> None:
    """Give its subject to what was done to a noun with a clause: "of a row, and a fair (conj) that … was cut (advcl)".

    The comma and the "and" before the noun open a clause, whatever stands before them.
    """
    for verb in those(doc, "dep_", {"advcl", "ccomp"}):
        was = children(verb, {"aux:pass"})
        if not was or was[0].tag_ not in FINITE or children(verb, SUBJECT | {"mark", "cc"}):
            continue
        told = doc[min(t.i for t in auxiliaries(verb)) - 1]
        name = next((t for t in (told, *chain(told)) if t.dep_ == "conj" and t.right_edge == told), verb)
        joint = next(iter(children(name, {"cc"})), None)
        main = next((t for t in chain(name) if is_verb(t) and is_finite(t)), verb)
        if name.pos_ != "NOUN" or joint is None or doc[joint.i - 1].text != "," or main == verb:
            continue
        if any(t.dep_ in RELATIVE for t in name.subtree):
            verb.head, verb.dep_ = main, "conj"
            name.head, name.dep_, joint.head = verb, "nsubj:pass", verb


def _is_a_time(word: Token) -> bool:
    """Whether a word is a day, a month or an hour, to which nobody is joined."""
    return case(word) in WORDS["where_due"] and (word.tag_ in {"CD", "NNP"} or word.lower_ in WORDS["hours"])


def _is_joined(noun: Token) -> bool:
    """Whether "and" joins a noun to what stands before it, if as a second subject: "Kos quit and Gil (nsubj), …"."""
    second = noun.dep_ in SUBJECT and noun.head.i < noun.i and bool(children(noun, {"cc"}))
    return second or noun.dep_ in {"conj", "dep"}


def mend_first_clauses(doc: Doc) -> None:
    """Part two clauses that became one subject: "its chief, Moe, quit (conj) and its owner (conj) will take over"."""
    for left in [t for t in those(doc, "dep_", {"conj", "acl"}) if t.tag_ == "VBD"]:
        first, verb = left.head, left.head.head
        told = first.dep_ in SUBJECT and first.pos_ in {"NOUN", "PROPN"} and not children(left, SUBJECT | {"cc"})
        if not told or (left.dep_ == "acl" and not (children(first, {"appos"}) and doc[left.i - 1].text == ",")):
            continue
        inside = [*children(first, {"conj"}), *(t for t in left.subtree if t.dep_ == "conj")]
        after = [c for c in inside if left.i < c.i < verb.i and children(c, {"cc"}) and c.pos_ in {"NOUN", "PROPN"}]
        if not after:
            continue
        left.head, left.dep_ = left if verb.head == verb else verb.head, verb.dep_
        after[0].head, after[0].dep_ = verb, first.dep_
        for c in [*children(verb, {"parataxis"}), first]:
            c.head = left
        for c in children(after[0], {"cc"}):
            c.head = verb
        first.dep_, verb.head, verb.dep_ = "nsubj", left, "conj"


def mend_gapped(doc: Doc) -> None:
    """Give what was done to others its verb: "six people were killed and nine others (nsubj:pass) wounded (acl)"."""
    for done in [t for t in those(doc, "tag_", {"VBN"}) if not children(t, SUBJECT | {"aux", "aux:pass"})]:
        others = _others(done)
        verb = others and next((t for t in chain(others) if t.i < others.i and is_verb(t)), None)
        if others is None or verb is None or not is_passive(verb):
            continue
        own = children(done, {"det"})
        for c in children(done.head if done.dep_ == "amod" else others, {"cc"}) + own:
            c.head = others if c in own else done
        done.head, done.dep_, others.head, others.dep_ = verb, "conj", done, "nsubj:pass"


def _others(done: Token) -> Token | None:
    """Who else has something done to him by a participle that shares another's "was" or "is to be"."""
    noun, before = done.head, done.nbor(-1) if done.i > done.sent.start else done
    if noun.dep_ == "nmod" and noun.head.dep_ in PASSIVE and children(noun.head, {"cc"}):
        noun = noun.head  # "six were killed and dozens (nsubj:pass) of others wounded (acl)"
    if done.dep_ in REDUCED and children(noun, {"cc"}):
        day = noun.head.tag_ == "CD"  # "was held on Monday and two (conj) shot"
        shared = noun.dep_ in SUBJECT or (noun.dep_ == "conj" and (is_verb(noun.head) or day))
        return noun if shared else None
    if done.dep_ == "amod" and noun.lower_ in WORDS["weekdays"] and before.lower_ in WORDS["one_more"]:
        return before if children(noun, {"cc"}) else None  # "was killed and another (det) wounded (amod) Sunday"
    if done.dep_ != "conj" or not is_passive(noun):
        return None
    if before.dep_ in PASSIVE and before.head == noun and before.i > noun.i and children(before, {"cc"}):
        return before  # "46 were killed and thousands (nsubj:pass of killed) detained"
    if before.dep_ == "conj" and before.pos_ in {"NOUN", "PROPN"} and children(before, {"cc"}) and before.head != noun:
        return before  # "was held in Lome and his deputy (conj) expelled"
    # "two were killed and a third (amod) wounded"
    return (
        before if children(done, {"det", "cc"}) and before.head == done and before.dep_ in {"amod", "nummod"} else None
    )


def mend_agents(doc: Doc) -> None:
    """Hang on its noun what was done by somebody: "would appeal the ruling, announced (conj) on Monday by a judge"."""
    for done in those(doc, "tag_", {"VBD", "VBN"}):
        start = done.left_edge.i if all(c.dep_ == "advmod" for c in done.lefts) else done.i
        apart = start > done.sent.start + 1 and doc[start - 1].text == ","
        if not (apart or done.dep_ == "conj") or start < done.sent.start + 2:
            continue
        if (
            not _by(done)
            or children(done, {"aux", "aux:pass"})
            or children(done, SUBJECT | OBJECT | {"mark", "cc"})
            or done.dep_ in REDUCED | RELATIVE
        ):
            continue
        noun = doc[start - 2 if apart else start - 1]  # "a town suddenly hit (conj) by a storm"
        while noun.head.i < noun.i and noun.head.pos_ in {"NOUN", "PROPN"}:
            noun = noun.head  # "the ruling of the court, announced": of the ruling
        if noun.pos_ in {"NOUN", "PROPN"} and not done.is_ancestor(noun):
            done.head, done.dep_, done.tag_ = noun, "acl", "VBN"


def _by(verb: Token) -> list[Token]:
    """Those by whom something is done, whatever the parser calls them: "by (case of Health) Health Minister Lund"."""
    return [
        n
        for n in children(verb, OBLIQUE)
        if n.left_edge.lower_ in WORDS["done_by"] and n.pos_ in {"NOUN", "PROPN"} and n.left_edge.i > verb.i
    ]


def mend_opened(doc: Doc) -> None:
    """Give a clause the subject that its conjunction seemed to govern: "left after guards (nmod) found (advcl) it".

    And what is done the object before it: "meant ferries (obj) to Lome were cancelled (ccomp)".
    """
    for verb in those(doc, "dep_", {"advcl", "ccomp"}):
        past = verb.dep_ == "advcl" and verb.tag_ == "VBN" and not auxiliaries(verb) and not _by(verb)
        if children(verb, SUBJECT) or not (is_finite(verb) or past):
            continue
        for noun in _nouns_before(verb):
            marks = [c for c in children(noun, {"case"}) if c.lower_ in WORDS["clause_prepositions"]]
            governed = verb.dep_ == "advcl" and marks and noun.dep_ in OBLIQUE
            told = verb.dep_ == "ccomp" and is_passive(verb)
            done = told and noun.dep_ in OBJECT and noun.head.dep_ == "ccomp"
            if governed or done:
                for mark in marks:
                    mark.head, mark.dep_ = verb, "mark"
                verb.head, verb.tag_ = noun.head if done else verb.head, "VBD" if past else verb.tag_
                noun.head, noun.dep_ = verb, "nsubj:pass" if is_passive(verb) else "nsubj"
                break


def _nouns_before(verb: Token) -> list[Token]:
    """Nouns whose phrase ends before a verb group and its own: "guards in Lima today found"."""
    doc = verb.doc
    before = min(t.i for t in (verb, *auxiliaries(verb))) - 1
    while before > verb.sent.start and verb.is_ancestor(doc[before]):
        before -= 1
    above = (doc[before], *chain(doc[before]))
    return [t for t in above if t.pos_ in {"NOUN", "PROPN"} and t.right_edge.i == before and not t.is_ancestor(verb)]


def mend_since(doc: Doc) -> None:
    """Hang on its conjunction the noun that seemed one more subject: "since its launch (nsubj) the club has won"."""
    for mark in those(doc, "dep_", {"mark"}):
        verb = mark.head
        opens = verb.dep_ == "advcl" and is_finite(verb.head) and all(c.tag_ != "WRB" for c in verb.children)
        if mark.lower_ not in WORDS["clause_prepositions"] or opens:
            continue  # "since the rig Deepwater exploded", but "when before his death many saw him"
        first, *rest = [*children(verb, SUBJECT | {"obl"}), verb]
        if first.left_edge.i != mark.i + 1 or first.pos_ != "NOUN" or not first.i < rest[0].i < verb.i:
            continue
        between = doc[first.right_edge.i + 1 : rest[0].left_edge.i]
        if rest[0].dep_ in SUBJECT and all(t.text == "," for t in between):
            mark.head, mark.dep_, first.dep_ = first, "case", "obl"
    for day in those(doc, "dep_", {"obl", "nsubj"}):  # "a truce in force (nmod) since 3 (obl of ended) February ended"
        first = day.left_edge
        own = [s for s in children(day.head, SUBJECT) if s.i < first.i]
        if not own or not own[-1].i < day.i < day.head.i or first.lower_ not in WORDS["since"]:
            continue
        noun = doc[first.i - 1]
        if noun.dep_ == "nmod" and noun.head == own[-1]:
            day.head, day.dep_ = noun, "nmod"


def mend_taken(doc: Doc, reporting: Container[str], occasions: Container[str], intransitive: Container[str]) -> None:
    """Give a clause the subject that a participle took: "a cap fitted (ROOT) on Monday stopped (advcl) the leak".

    "The boy (nsubj of hit) hit (csubj) by a bus has died", "aides testifying (ROOT) before a panel (nsubj) blasted it".
    """
    for took in those(doc, "tag_", {"VBD", "VBN", "VBG"}):
        own = children(took, SUBJECT)
        if len(own) != 1 or auxiliaries(took) or not _is_right_before(own[0], took) or children(took, {"mark", "cc"}):
            continue
        if took.tag_ != "VBG" and children(took, OBJECT):
            continue
        beside = children(took.head, {"ccomp"}) if took.dep_ == "ccomp" else []
        beside += [took.head] if took.dep_ == "csubj" else []
        below = children(took, {"advcl", "ccomp", "conj", "parataxis", "xcomp"})
        aside = doc[took.i - 1].text == ","
        for base in below if aside else []:  # "the talks, adjourned (ROOT) last week, resume (VB, parataxis) on Monday"
            bare = base.tag_ == "VB" and base.dep_ == "parataxis" and not auxiliaries(base)
            base.tag_ = "VBP" if bare and doc[base.i - 1].text == "," else base.tag_
        goes_on = took.tag_ != "VBD" or _by(took) or aside
        below = [t for t in below if _lacks_a_subject(t, took, reporting)] if goes_on else []
        if not below and took.dep_ == "ROOT" and own[0].lemma_.lower() in occasions:
            below = _told_last(took, intransitive)
        found = [t for t in beside if is_finite(t) and not children(t, SUBJECT | {"cc"})] + below
        verb = next((t for t in found if t.i > took.i), took)
        if verb == took:
            continue
        if verb in below:
            verb.head, verb.dep_ = (verb if took.head == took else took.head), took.dep_
            for c in [c for c in took.children if c.i > verb.i]:
                c.head = verb
        for noun in children(verb, SUBJECT):  # "before a panel"
            for mark in children(verb, {"mark"}):
                mark.head, mark.dep_ = noun, "case"
            noun.head, noun.dep_ = took, "obl"
        own[0].head, own[0].dep_ = verb, "nsubj:pass" if is_passive(verb) else "nsubj"
        took.head, took.dep_, took.tag_ = own[0], "acl", "VBG" if took.tag_ == "VBG" else "VBN"


def _told_last(took: Token, intransitive: Container[str]) -> list[Token]:
    """What an occasion did, read as what its last noun is: "a truce agreed (ROOT) for the feast collapsed (acl)"."""
    last = [n for _, n in obliques(took) if n.i > took.i][-1:]
    did = [t for n in last for t in children(n, {"acl"}) if t.tag_ in {"VBN", "VBD"} and t.lower_.endswith("ed")]
    did = [t for t in did if t.lemma_.lower() in intransitive and not children(t, OBJECT) and not _by(t)]
    for t in did:
        t.tag_ = "VBD"
    return did


def _is_right_before(noun: Token, verb: Token) -> bool:
    """Whether no more than a comma or adverbs stand between a noun's phrase and a verb: "a strain never seen"."""
    between = verb.doc[noun.right_edge.i + 1 : verb.i]
    plain = all(t.text == "," or t.pos_ == "ADV" for t in between)
    return noun.pos_ in {"NOUN", "PROPN"} and noun.i < verb.i and plain


def _lacks_a_subject(verb: Token, took: Token, reporting: Container[str]) -> bool:
    """Whether what hangs on a participle has a tense and no subject, or one that belongs to the participle."""
    if not is_finite(verb) or children(verb, {"cc", "csubj"}) or verb.lemma_.lower() in reporting or verb.is_title:
        return False
    own, marks = children(verb, SUBJECT), children(verb, {"mark"})
    if not own:
        first = min((verb, *auxiliaries(verb)), key=lambda t: t.i)
        goes_on = verb.dep_ == "conj" and took.tag_ != "VBG" and verb.doc[first.i - 1].text != ","
        return not goes_on
    opens = [m.lower_ in WORDS["clause_prepositions"] and m.i == took.i + 1 for m in marks]
    return took.tag_ == "VBG" and verb.dep_ == "advcl" and opens == [True] and len(own) == 1


def mend_predicates_taken(doc: Doc) -> None:
    """Give a clause back the noun that a participle took: "Kos was among 15 people (nsubj) questioned (VBD)"."""
    for noun in those(doc, "dep_", SUBJECT):
        verb = noun.head
        took = verb.tag_ in {"VBD", "VBN"} and noun.i < verb.i and not auxiliaries(verb)
        if not took or not children(noun, {"cop"}) or not children(noun, SUBJECT) or children(verb, OBJECT):
            continue
        noun.head, noun.dep_ = (noun if verb.head == verb else verb.head), verb.dep_
        for c in [c for c in verb.children if c.i < verb.i]:
            c.head = noun
        verb.head, verb.dep_, verb.tag_ = noun, "acl", "VBN"


def mend_two_subjects(doc: Doc, reporting: Container[str]) -> None:
    """Join two subjects of one verb: "nine guards (nsubj) and (cc of killed) two boys (nsubj) were killed".

    And "Gil (nsubj), who leads a bank, and Kos (nsubj), his deputy, quit".
    """
    for joint in those(doc, "dep_", {"cc"}):
        verb, told = joint.head, joint.head.head
        if verb.dep_ in SUBJECT and joint.i < verb.i and verb.pos_ == "PROPN":
            before = [s for s in children(told, SUBJECT) if s.right_edge.i < joint.i and s.pos_ == "PROPN"]
            if len(before) == 1:
                verb.head, verb.dep_ = before[0], "conj"
            continue
        own = children(verb, SUBJECT)
        if len(own) != 2 or own[0].right_edge.i != joint.i - 1 or own[1].left_edge.i != joint.i + 1:
            continue
        own[1].head, own[1].dep_, joint.head = own[0], "conj", own[1]
        if verb.dep_ == "conj" and told.lemma_.lower() in reporting and told.i < own[0].i:
            verb.dep_ = "ccomp"


def mend_behind_weekdays(doc: Doc) -> None:
    """Give a clause the subjects that were joined to its day: "Tuesday, Togo (conj) and Mali (conj) asked them".

    Or to that of what opens it: "in a letter Monday, Togo (conj), Chad (conj) and Mali (conj) asked them".
    """
    for day in (t for t in doc if t.lower_ in WORDS["weekdays"]):
        verb, told = next((t for t in chain(day) if is_verb(t)), day), children(day, {"conj"})
        joined = [c for c in told if day.i < c.i < verb.i and c.pos_ in {"NOUN", "PROPN"}]
        if not told or joined != told or doc[day.i + 1].text != "," or not is_finite(verb) or children(verb, SUBJECT):
            continue
        for name in told[1:]:
            name.head = told[0]
        told[0].head, told[0].dep_ = verb, "nsubj:pass" if is_passive(verb) else "nsubj"
        if day.head == verb and not case(day):
            day.dep_ = "obl:unmarked"


def mend_ended(doc: Doc, units: Container[str]) -> None:
    """Hang on its noun the participle that took it: "lost $2 in the quarter (obl of ended) ended (advcl) 30 June".

    So where it opens the sentence: "in a plan announced (advcl) on Monday, Karhu said"; and where the noun is taken
    for its subject: "a loss for (mark) the quarter (nsubj) ended".
    """
    for verb in those(doc, "dep_", {"advcl"}):
        for unit in children(verb, SUBJECT) if not auxiliaries(verb) else ():
            under = [m for m in children(verb, {"mark"}) if m.lower_ in WORDS["given_to"]]
            if under and unit.lemma_ in units and verb.head.i < unit.i < verb.i:
                for c in [c for c in verb.children if c.i < unit.i]:
                    c.head = unit
                unit.head, unit.dep_, under[0].dep_ = verb.head, "obl", "case"
                verb.head, verb.dep_, verb.tag_ = unit, "acl", "VBN"
        if verb.tag_ not in {"VBD", "VBN"} or children(verb, SUBJECT | {"mark"}) or auxiliaries(verb):
            continue
        end = verb.right_edge.i + (verb.right_edge.text != ",")
        own = [t for t in children(verb, OBLIQUE) if t.right_edge.i == verb.i - 1]
        before = own or [t for t in _nouns_before(verb) if t.dep_ in OBLIQUE and t.head == verb.head]
        noun = next((t for t in before if case(t)), None)
        opens = noun is not None and noun.left_edge.i == noun.sent.start and end < verb.head.i and doc[end].text == ","
        if noun is not None and verb.left_edge.i >= noun.left_edge.i and (own or verb.head.i < noun.i or opens):
            noun.head, verb.head, verb.dep_, verb.tag_ = verb.head, noun, "acl", "VBN"


def mend_standing_in(doc: Doc, units: Container[str]) -> None:
    """Make nobody of an "it" that stands for a clause behind it: "it (nsubj) took two days to mend the dam".

    That clause is the same verb's: "it will be years before the bay recovers (advcl of said), they said".
    """
    for it in those(doc, "dep_", SUBJECT):
        if it.lower_ not in WORDS["standing_in"]:
            continue
        verb = it.head
        after = children(verb.head, {"advcl", "ccomp"}) if verb.dep_ == "ccomp" else []
        own = {t.i for t in verb.subtree} if after else set[int]()
        after = [c for c in after if c.left_edge.i > verb.i and c.left_edge.i - 1 in own]
        behind = [c for c in children(verb, {"csubj", "csubj:pass", "ccomp", "advcl", "xcomp"}) if c.i > verb.i]
        long = any(o.lemma_.lower() in units for o in (verb, *children(verb, OBJECT | OBLIQUE)) if o.i >= verb.i)
        takes = verb.lemma_.lower() in WORDS["taking_long"] and long and any(map(has_to, behind))
        open_ = {c.i for c in (*behind, *after) if c.left_edge.lower_ in WORDS["asking"]}
        lasts = bool(children(verb, {"cop"})) and (long or verb.lemma_.lower() in WORDS["matters"])
        if is_passive(verb):
            stands_in = bool(open_) and verb.dep_ != "advcl"
        else:
            stands_in = takes or lasts or any(c.dep_ == "csubj" for c in behind)
        if stands_in:
            it.dep_ = "expl"
            for clause in (*behind, *after):
                if clause.i in open_ and is_passive(verb):
                    clause.head, clause.dep_ = verb, "ccomp"  # "it is not known how it began (csubj:pass)"
                elif clause.i in open_ or (lasts and clause.left_edge.lower_ in WORDS["until_then"]):
                    clause.head = verb
