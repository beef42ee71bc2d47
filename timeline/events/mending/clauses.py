"""Clauses that the parser hung on the wrong word: what goes on from what, what is told of whom."""

from __future__ import annotations

from collections.abc import Container, Iterable

from spacy.tokens import Doc, Token

from timeline.events.grammar import (
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
    is_past,
    is_verb,
)
from timeline.events.parsed import those


def mend_coordination(doc: Doc) -> None:
    """Hang a past on the past it goes on from, not on its infinitive: "failed to sell it and filed for relief".

    Nor on the noun that a relative clause is about: "the fever, which began in May and was (conj) cured in June".
    What is done to a passive's subject, too, is a participle.
    """
    for token in those(doc, "dep_", {"conj"}):
        told = [c for c in children(token.head, RELATIVE) if token.head.i < c.i < token.i]
        if told and is_finite(token) and is_verb(token) and token.head.pos_ in {"NOUN", "PROPN"}:
            token.head = told[-1] if not children(token, SUBJECT) else token.head
        if token.tag_ == "VBD" and token.head.dep_ in RELATIVE and not children(token, SUBJECT):
            main = next((t for t in chain(token.head) if is_verb(t)), token)
            joint, first = next(iter(children(token, {"cc"})), token), token.head.left_edge
            apart = doc[joint.i - 1].text == "," and "," in {first.text, doc[first.i - 1].text}
            if main.tag_ == "VBD" and token.head.tag_ in {"VBZ", "VBP"} and apart and joint != token:
                token.head = main  # "sued Karhu, which owns the port, and won (conj of owns) the case"
        if token.tag_ in {"VBD", "VBN"} and token.head.dep_ == "advcl" and _goes_on_after(token.head, token):
            token.head, token.tag_ = token.head.head, "VBD"
    for token in those(doc, "tag_", {"VBD"}):
        if token.dep_ != "conj" or children(token, SUBJECT) or auxiliaries(token):
            continue
        if token.lemma_ in WORDS["undergone"] and children(token.head, PASSIVE) and not children(token, OBJECT):
            token.tag_ = "VBN"  # "was arrested and released (VBD)"
            continue
        first, finite = token.head, token.head.head
        if first.tag_ == "VB" and first.dep_ in {"xcomp", "advcl"} and has_to(first) and finite.tag_ == "VBD":
            token.head = finite


def _goes_on_after(clause: Token, verb: Token) -> bool:
    """Whether a verb goes on from what a clause between commas hangs on: "quit, after rebels left, and named Kos"."""
    doc, first, joint = clause.doc, clause.head, next(iter(children(verb, {"cc"})), None)
    ended = joint is not None and doc[joint.i - 1].text == "," and not children(verb, SUBJECT | {"aux", "aux:pass"})
    if not ended or first.tag_ != "VBD" or clause.tag_ != "VBD" or not first.i < clause.i:
        return False
    start = clause.left_edge
    while start.i > first.i + 1 and start.pos_ in {"NOUN", "NUM", "DET", "ADV", "SCONJ", "ADP"}:
        start = start.nbor(-1)  # "a week after"
    return start.text == ","


def mend_contrasts(doc: Doc) -> None:
    """Set beside a clause what it is contrasted with: "Sy was fined, while (mark) Gil was freed (advcl)"."""
    for clause in those(doc, "dep_", {"advcl"}):
        own = children(clause, SUBJECT)
        if (
            clause.head.i > clause.i
            or not own
            or not is_finite(clause)
            or any(t.tag_ == "VBG" for t in (clause, *auxiliaries(clause)))
        ):
            continue  # "died, while he was being flown to Lima"
        for mark in children(clause, {"mark"}):
            if mark.lower_ in WORDS["contrasting"] and doc[mark.i - 1].text == ",":
                clause.dep_, mark.dep_ = "conj", "cc"


def mend_joined_subjects(doc: Doc) -> None:
    """Give a clause the subject that "and" joined to the words before: "for weeks, but Gil (conj), a banker, quit"."""
    for verb in those(doc, "dep_", {"conj"}):
        first = min((verb, *children(verb, {"aux", "aux:pass", "cop"})), key=lambda t: t.i)
        if not is_finite(verb) or children(verb, SUBJECT | {"cc"}) or doc[first.i - 1].text != ",":
            continue
        told = doc[first.i - 2]
        above = (t for t in (told, *chain(told)) if t.dep_ in {"conj", "dep"} and t.right_edge == told)
        name = next(above, verb)
        joint = next(iter(children(name, {"cc"})), None)
        if name.pos_ == "PROPN" and name.dep_ in {"conj", "dep"} and joint is not None and doc[joint.i - 1].text == ",":
            name.head, name.dep_, joint.head = verb, "nsubj:pass" if children(verb, PASSIVE) else "nsubj", verb
    for verb in those(doc, "dep_", {"advcl", "conj", "parataxis"}):  # "and talks (conj) on arms (nsubj) must begin"
        own = children(verb, SUBJECT)
        if len(own) != 1 or not case(own[0]) or children(verb, {"mark", "cc"}) or not is_finite(verb):
            continue
        told = doc[own[0].left_edge.i - 1]
        name = next((t for t in (told, *chain(told)) if t.dep_ == "conj" and t.right_edge == told), verb)
        joint = next(iter(children(name, {"cc"})), None)
        if joint is not None and name.pos_ == "NOUN":
            name.head, name.dep_, joint.head = verb, "nsubj:pass" if children(verb, PASSIVE) else "nsubj", verb
            own[0].head, own[0].dep_, verb.dep_ = name, "nmod", "conj"


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


def mend_begun(doc: Doc) -> None:
    """Make what somebody begins or ends the content of it: "plans to begin shipping (obj) the ferries"."""
    for doing in those(doc, "dep_", {"obj"}):
        phase = doing.tag_ == "VBG" and doing.head.lemma_ in WORDS["lasting"] and doing.head.i == doing.i - 1
        if phase and not children(doing, {"det", "amod", "compound", "nmod"}):
            doing.dep_ = "xcomp"


def mend_undergone(doc: Doc) -> None:
    """Make what befell a subject its participle: "the boy (nsubj of hit) hit (csubj) by a bus has died"."""
    for hit in [t for t in those(doc, "dep_", {"csubj", "ccomp"}) if t.tag_ in {"VBD", "VBN"}]:
        own = children(hit, SUBJECT)
        beside = [hit.head] if hit.dep_ == "csubj" else children(hit.head, {"ccomp"})
        main = next((t for t in beside if t.i > hit.i and is_finite(t) and not children(t, SUBJECT)), hit)
        told = len(own) == 1 and own[0].right_edge.i == hit.i - 1 and own[0].pos_ in {"NOUN", "PROPN"}
        if main == hit or not told or auxiliaries(hit) or children(hit, OBJECT | {"mark"}) or children(main, {"cc"}):
            continue
        own[0].head, own[0].dep_ = main, "nsubj:pass" if is_passive(main) else "nsubj"
        hit.head, hit.dep_, hit.tag_ = own[0], "acl", "VBN"


def mend_requests(doc: Doc, asked: Container[str]) -> None:
    """Make what somebody is to do the content of asking him: "asked a judge to free (acl of judge) the captain"."""
    for free in those(doc, "dep_", REDUCED):
        who, verb = free.head, free.head.head
        person = who.pos_ == "PROPN" or who.lemma_.lower() in asked
        if has_to(free) and who.dep_ in OBJECT and person and verb.lemma_ in WORDS["control"] and who.i > verb.i:
            free.head, free.dep_, who.dep_ = verb, "xcomp", "obj"


def mend_captions(doc: Doc) -> None:
    """Let a clause stand by itself that became a noun's description: "FILE - Santos signs (appos) the accord"."""
    for clause in those(doc, "dep_", {"appos"}):
        if is_verb(clause) and is_finite(clause) and children(clause, SUBJECT) and clause.head.i < clause.i:
            clause.dep_ = "parataxis"


def mend_gapped(doc: Doc) -> None:
    """Give what was done to others its verb: "six people were killed and nine others (nsubj:pass) wounded (acl)"."""
    for done in [t for t in those(doc, "tag_", {"VBN"}) if not children(t, SUBJECT | {"aux", "aux:pass"})]:
        others = _others(done)
        verb = others and next((t for t in chain(others) if t.i < others.i and is_verb(t)), None)
        if others is None or verb is None or not is_passive(verb):
            continue
        own = children(done, {"det"})
        for c in children(others, {"cc"}) + own:
            c.head = others if c in own else done
        done.head, done.dep_, others.head, others.dep_ = verb, "conj", done, "nsubj:pass"


def _others(done: Token) -> Token | None:
    """Who else has something done to him by a participle that shares another's "was" or "is to be"."""
    noun, before = done.head, done.nbor(-1) if done.i > done.sent.start else done
    if done.dep_ in REDUCED and children(noun, {"cc"}):
        day = (
            noun.head.lower_ in WORDS["weekdays"] or noun.head.tag_ == "CD"
        )  # "was held on Monday and two (conj) shot"
        shared = noun.dep_ in SUBJECT or (noun.dep_ == "conj" and (is_verb(noun.head) or day))
        return noun if shared else None
    if done.dep_ != "conj" or not is_passive(noun):
        return None
    if before.dep_ == "conj" and before.pos_ in {"NOUN", "PROPN"} and children(before, {"cc"}) and before.head != noun:
        return before  # "was held in Lome and his deputy (conj) expelled"
    # "two were killed and a third (amod) wounded"
    return (
        before if children(done, {"det", "cc"}) and before.head == done and before.dep_ in {"amod", "nummod"} else None
    )


def mend_agents(doc: Doc) -> None:
    """Hang on its noun what was done by somebody: "would appeal the ruling, announced (conj) on Monday by a judge".

    Give the clause after it its subject back: "the offer (nsubj), made (ROOT) last week by Karhu, was refused (conj)".
    """
    for done in [t for t in those(doc, "tag_", {"VBD", "VBN"}) if t.i > t.sent.start + 1 and doc[t.i - 1].text == ","]:
        own = children(done, SUBJECT)
        if (
            not _by(done)
            or auxiliaries(done)
            or children(done, OBJECT | {"mark", "cc"})
            or done.dep_ in REDUCED | RELATIVE
        ):
            continue
        noun = own[-1] if own else doc[done.i - 2]
        while not own and noun.head.i < noun.i and noun.head.pos_ in {"NOUN", "PROPN"}:
            noun = noun.head  # "the ruling of the court, announced": of the ruling
        if noun.pos_ not in {"NOUN", "PROPN"} or done.is_ancestor(noun) != bool(own):
            continue
        if not own:
            done.head, done.dep_, done.tag_ = noun, "acl", "VBN"
            continue
        after = [c for c in children(done, {"conj"}) if is_finite(c) and not children(c, SUBJECT | {"cc"})]
        if after and doc[after[0].left_edge.i - 1].text == ",":
            _hang_below(done, noun, after[0])


def _by(verb: Token) -> list[Token]:
    """Those by whom something is done, whatever the parser calls them: "by (case of Health) Health Minister Lund"."""
    return [
        n
        for n in children(verb, OBLIQUE)
        if n.left_edge.lower_ in WORDS["done_by"] and n.pos_ in {"NOUN", "PROPN"} and n.left_edge.i > verb.i
    ]


def _hang_below(done: Token, noun: Token, verb: Token) -> None:
    """Make a participle its subject's, and a verb that hung on it the clause's."""
    subject = "nsubj:pass" if children(verb, PASSIVE) else "nsubj"
    verb.head, verb.dep_ = verb if done.head == done else done.head, done.dep_
    noun.head, noun.dep_ = verb, subject
    done.head, done.dep_, done.tag_ = noun, "acl", "VBN"


def mend_documents(doc: Doc) -> None:
    """Hang on a document what it does, past its day: "signed an order on Tuesday allowing (advcl) the transfer"."""
    for does in those(doc, "dep_", {"advcl"}):
        papers = [o for o in children(does.head, OBJECT) if o.lemma_.lower() in WORDS["documents"] and o.i < does.i]
        if does.tag_ != "VBG" or does.left_edge != does or not papers or children(papers[-1], RELATIVE | REDUCED):
            continue
        between = doc[papers[-1].right_edge.i + 1 : does.i]
        if all(t.pos_ in {"ADP", "DET", "NOUN", "NUM", "PROPN"} for t in between):
            does.head, does.dep_ = papers[-1], "acl"


def mend_plans(doc: Doc) -> None:
    """Hang on its noun what is set to happen: "ordered a review, set (conj) to arrive this week".

    So is what is due or to be done: "host a gala, to be shown (advcl) live".
    And give what is due the subject before it: "wants to fish off the isles and work (conj) is due to begin (advcl)".
    """
    for ahead in (t for t in doc if t.lower_ in WORDS["arranged"]):
        verb = ahead.head
        before = ahead.nbor(-1).nbor(-1) if ahead.i > ahead.sent.start + 1 else ahead
        if ahead.tag_ == "VBN" and ahead.dep_ in {"conj", "advcl"} and any(map(has_to, children(ahead, {"xcomp"}))):
            before = before if doc[ahead.i - 1].text == "," else ahead
            noun = next(
                (t for t in (before, *chain(before)) if t.dep_ in OBJECT and verb in {t.head, *chain(t)}), ahead
            )
            if noun != ahead and not children(ahead, SUBJECT | PASSIVE | {"aux", "cc"}):
                ahead.head, ahead.dep_ = noun, "acl"
        elif ahead.dep_ == "advmod" and verb.tag_ == "VB" and not children(verb, SUBJECT):
            own = before.dep_ == "conj" and before.pos_ in {"NOUN", "PROPN"} and children(before, {"cc"})
            if own and doc[ahead.i - 1] in children(verb, {"aux"}):
                first = verb.head
                before.head, before.dep_ = verb, "nsubj"
                verb.head, verb.dep_ = next((t for t in (first, *chain(first)) if is_finite(t)), first), "conj"
    for verb in those(doc, "dep_", {"advcl"}):
        first = verb.left_edge.nbor() if verb.left_edge.text == "," else verb.left_edge
        opens = first.lower_ in WORDS["arranged"] or (first.tag_ == "TO" and is_passive(verb))
        if not (opens and has_to(verb)) or first.i < first.sent.start + 2 or doc[first.i - 1].text != ",":
            continue
        before = doc[first.i - 2]
        ended = [t for t in (before, *chain(before)) if t.right_edge == before and t.i > verb.head.i]
        nouns = [t for t in ended if t.dep_ in OBJECT or (t.dep_ in OBLIQUE and t.tag_ in {"NN", "NNS"})]
        if nouns and verb.head.is_ancestor(nouns[-1]) and not children(verb, SUBJECT):
            verb.head, verb.dep_ = nouns[-1], "acl"


def _a_comma(tokens: Iterable[Token]) -> bool:
    return any(t.text == "," for t in tokens)


def mend_openings(doc: Doc) -> None:
    """Make an adverbial of what opens a sentence before its subject: "Having met (ccomp) Gil, Kos said"."""
    for verb in those(doc, "dep_", {"ccomp"}):
        first, own = verb.left_edge, children(verb.head, SUBJECT)
        if first.i == verb.sent.start and first.tag_ == "VBG" and first in {verb, *auxiliaries(verb)[:1]}:
            between = doc[verb.right_edge.i : own[0].left_edge.i] if own and own[0].i > verb.i else ()
            if _a_comma(between) and not children(verb, SUBJECT):
                verb.dep_ = "advcl"


def mend_relatives(doc: Doc, people: Container[str], reporting: Container[str]) -> None:
    """Hang "who" on the person named right before it, not on a thing: "a tribute to Ama Addo, who drowned".

    And "which" that tells something on the body, "shares in Karhu, which reported a loss", and "where" on the place:
    "killed ten horses in Chile, where it was found".
    """
    for clause in those(doc, "dep_", RELATIVE):
        noun, own = clause.head, children(clause, SUBJECT)
        if len(own) == 2 and own[0].tag_ == "WDT" and not (is_passive(clause) or children(clause, OBJECT)):
            own[0].dep_ = "obj"  # "the figures which (nsubj) Karhu handed over"
        for that in children(clause, OBJECT | SUBJECT):
            if that.lower_ in WORDS["content"]:
                that.tag_ = "WDT"
        _mend_number(clause, own)
        _mend_place(clause)
        tells_it = clause.lemma_.lower() in reporting
        first = next((s for s in own if s.lower_ in WORDS["whose"] or (tells_it and s.tag_ == "WDT")), None)
        of_whom = noun.dep_ == "nmod" and noun.ent_type_ == "ORG" and noun.head.dep_ == "appos"
        if first is not None and of_whom and noun.head.head.ent_type_ == "PERSON":
            clause.head = noun.head.head  # "Moe, head of Sund Savings, who sold his shares"
            continue
        if first is None or noun.tag_ not in {"NN", "NNS"} or noun.lemma_.lower() in people:
            continue
        before = doc[first.i - 2 if doc[first.i - 1].text == "," else first.i - 1]
        name = next((t for t in (before, *chain(before)) if t.dep_ in OBLIQUE), before)
        kinds = {"PERSON", ""} if first.lower_ in WORDS["whose"] else {"ORG"}
        person = before.ent_type_ in kinds and before.pos_ == name.pos_ == "PROPN"
        if person and noun.i < name.i <= before.i:
            clause.head = name
        elif first.lower_ in WORDS["whose"] and noun.dep_ in OBLIQUE and noun.head.lemma_.lower() in people:
            clause.head = noun.head  # "a pupil at the school who fell ill"


def mend_questions(doc: Doc) -> None:
    """Hang on its verb what is asked, past a day: "decided on Monday which (det) yard gets (acl:relcl) the order"."""
    for clause in those(doc, "dep_", RELATIVE):
        which, then = clause.left_edge, clause.head
        verb = next((t for t in chain(then) if is_verb(t)), clause)
        if which.tag_ == "WDT" and which.dep_ == "det" and then.dep_ in OBLIQUE and verb.i < then.i < which.i:
            clause.head, clause.dep_ = verb, "ccomp"


def mend_behind_relatives(doc: Doc) -> None:
    """Hang on the main verb what stands behind a clause between commas: "sold Karhu, which runs it, on Monday (obl)".

    So does what a participle tells there: "…, from 3 May, citing (advcl) a rule".
    """
    for clause in those(doc, "dep_", RELATIVE):
        first = clause.left_edge.nbor() if clause.left_edge.text == "," else clause.left_edge
        opens = first.tag_ in {"WDT", "WP"} and first.i > 0 and doc[first.i - 1].text == ","
        main = next((t for t in chain(clause.head) if is_verb(t)), clause)
        if not opens or main == clause or main.i > first.i:
            continue
        for late in [t for t in clause.subtree if t.i > clause.i]:
            start = late.left_edge
            apart = "," in {start.text, doc[start.i - 1].text} and start.i > clause.i
            day = late.dep_ in OBLIQUE and case(late) in WORDS["where_due"] | WORDS["from_then"]
            adds = late.dep_ == "advcl" and late.tag_ == "VBG" and not children(late, SUBJECT | {"mark"})
            if apart and (adds or (day and late.tag_ in {"CD", "NNP"})):
                late.head, late.dep_ = main, "advcl" if adds else "obl"


def mend_bare_relatives(doc: Doc) -> None:
    """Make one clause of "that", a subject and its verb: "the deal that the parties (nsubj) struck (acl) fell"."""
    for that in those(doc, "dep_", {"mark"}):
        verb, noun = that.head, that.nbor(-1) if that.i else that
        own = children(verb, SUBJECT)
        if that.lower_ not in WORDS["content"] or len(own) != 2 or not own[0].i < that.i < own[1].i < verb.i:
            continue
        told = [c for c in children(own[1], REDUCED) if is_past(c) and c.i > own[1].i and c.right_edge.i < verb.i]
        if told and own[0].right_edge.i >= noun.i and own[1].left_edge.i == that.i + 1:
            told[0].head, told[0].dep_, told[0].tag_ = own[0], "acl:relcl", "VBD"
            own[1].head, own[1].dep_ = told[0], "nsubj"
            that.head, that.dep_ = told[0], "obj"


def mend_since(doc: Doc) -> None:
    """Hang on its conjunction the noun that seemed one more subject: "since its launch (nsubj) the club has won"."""
    for mark in those(doc, "dep_", {"mark"}):
        verb = mark.head
        if mark.lower_ not in WORDS["clause_prepositions"]:
            continue
        first, *rest = [*children(verb, SUBJECT | {"obl"}), verb]
        if first.left_edge.i != mark.i + 1 or first.pos_ != "NOUN" or not rest or not first.i < rest[0].i < verb.i:
            continue
        between = doc[first.right_edge.i + 1 : rest[0].left_edge.i]
        if rest[0].dep_ in SUBJECT and len(between) <= _a_comma(between):
            mark.head, mark.dep_, first.dep_ = first, "case", "obl"


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
            told = verb.dep_ == "ccomp" and is_passive(verb) and not children(verb, {"mark"})
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


def mend_ended(doc: Doc) -> None:
    """Hang on its noun the participle that took it: "lost $2 in the quarter (obl of ended) ended (advcl) 30 June"."""
    for verb in those(doc, "dep_", {"advcl"}):
        if verb.tag_ not in {"VBD", "VBN"} or children(verb, SUBJECT | {"mark"}) or auxiliaries(verb):
            continue
        own = [t for t in children(verb, OBLIQUE) if t.right_edge.i == verb.i - 1]
        before = own or [t for t in _nouns_before(verb) if t.dep_ in OBLIQUE and t.head == verb.head]
        noun = next((t for t in before if case(t)), None)
        if noun is not None and verb.left_edge.i >= noun.left_edge.i and (own or verb.head.i < noun.i):
            noun.head, verb.head, verb.dep_, verb.tag_ = verb.head, noun, "acl", "VBN"


def mend_reduced(doc: Doc) -> None:
    """Give a clause the subject that a participle took: "aides testifying (ROOT) before a panel (nsubj) blasted it"."""
    for took in [t for t in those(doc, "tag_", {"VBG"}) if t.dep_ in {"ROOT", "ccomp"} and not auxiliaries(t)]:
        own, mark = children(took, SUBJECT), took.nbor() if took.i + 1 < took.sent.end else took
        verb = next((c for c in children(took, {"advcl"}) if c.i > took.i and is_finite(c)), took)
        beside = children(verb, SUBJECT)
        opens = beside and mark.lower_ in WORDS["clause_prepositions"] and mark.head in {verb, beside[0]}
        if verb == took or len(own) != 1 or own[0].i > took.i or not opens:
            continue
        verb.head, verb.dep_ = (verb if took.dep_ == "ROOT" else took.head), took.dep_
        for c in took.children:
            c.head = verb
        own[0].dep_ = "nsubj:pass" if is_passive(verb) else "nsubj"
        took.head, took.dep_, beside[0].head, beside[0].dep_ = own[0], "acl", took, "obl"
        mark.head, mark.dep_ = beside[0], "case"


def mend_efforts(doc: Doc) -> None:
    """Hang on a subject what it is to do, past an aside: "an effort, in May, to pump (advcl) mud failed"."""
    for verb in those(doc, "dep_", {"advcl"}):
        own = children(verb.head, SUBJECT)
        between = own and own[-1].i < verb.i and verb.right_edge.i < verb.head.i
        if between and verb.tag_ == "VB" and has_to(verb) and own[-1].tag_ == "NN" and is_finite(verb.head):
            verb.head, verb.dep_ = own[-1], "acl"


def _mend_place(clause: Token) -> None:
    """Hang a clause with "where" on the place named right before it: "ten horses in Chile, where it was found"."""
    where = clause.left_edge if clause.left_edge.text != "," else clause.left_edge.nbor()
    if where.tag_ != "WRB" or where.lower_ not in WORDS["places"] or where.i < clause.sent.start + 2:
        return
    before = clause.doc[where.i - 1 if clause.doc[where.i - 1].text != "," else where.i - 2]
    place = next((t for t in (before, *chain(before)) if t.dep_ in OBLIQUE), before)
    named = before.ent_type_ == "LOC" and before.pos_ == "PROPN" and clause.head.tag_ in {"NN", "NNS"}
    if named and clause.head.is_ancestor(place) and place.dep_ in OBLIQUE and not clause.is_ancestor(place):
        clause.head = place


def _mend_number(clause: Token, own: list[Token]) -> None:
    """Hang a clause of one on the one, not on those it is of: "the next round of talks, which is to be held in May".

    What is held is no body, either: "a round of talks under the United Nations, which is to be held in May", and what
    begins no place: "a trip to Chile, which was to begin on Sunday".
    """
    many = clause.head
    of_a_body = many.tag_ in {"NNP", "NNPS"} and many.dep_ == "nmod" and many.head.pos_ == "NOUN"
    if of_a_body and is_passive(clause) and clause.lemma_ in WORDS["of_occasions"]:
        clause.head = many = many.head
    one = many.head
    of_it = many.dep_ == "nmod" and many.tag_ == "NNS" and one.tag_ == "NN" and one.i < many.i
    singular = any(t.tag_ == "VBZ" or t.lower_ == "was" for t in (clause, *auxiliaries(clause)))
    there = many.dep_ == "nmod" and many.pos_ == "PROPN" and one.tag_ == "NN" and clause.lemma_ in WORDS["lasting"]
    if (there or of_it) and singular and own and own[0].tag_ == "WDT":
        clause.head = one


def mend_clefts(doc: Doc) -> None:
    """Make a clause of its own of what was then or there: "it was on 3 May that the tanker sank (acl:relcl)"."""
    for verb in those(doc, "dep_", RELATIVE | REDUCED):
        then, marks = verb.head, children(verb, {"mark"})
        told = any(m.lower_ in WORDS["content"] for m in marks) and children(verb, SUBJECT) and is_finite(verb)
        it = any(s.lower_ in WORDS["standing_in"] for s in children(then, SUBJECT))
        if told and it and children(then, {"cop"}) and children(then, {"case"}):
            verb.dep_ = "csubj"
