"""Clauses that the parser hung on the wrong word: what goes on from what, what is told of whom."""

from __future__ import annotations

from collections.abc import Container, Iterable
from itertools import takewhile

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

_MANY = {"NN": False, "NNP": False, "NNS": True}  # tag of a subject: whether it is many
LABEL = 4  # words of a label at most: "Papua New Guinea: …"


def mend_coordination(doc: Doc) -> None:
    """Hang a past on the past it goes on from, not on its infinitive: "failed to sell it and filed for relief".

    Nor on what was to come: "had said that it would rain and warned (conj of rain) of a flood".
    Nor on the noun that a relative clause is about: "the fever, which began in May and was (conj) cured in June".
    Nor on the day or the place of its neighbour.
    What is done to a passive's subject, too, is a participle.
    """
    for token in those(doc, "dep_", {"conj"}):
        told = [c for c in children(token.head, RELATIVE) if token.head.i < c.i < token.i]
        if told and is_finite(token) and is_verb(token) and token.head.pos_ in {"NOUN", "PROPN"}:
            token.head = told[-1] if not children(token, SUBJECT) else token.head
        elif is_verb(token) and is_finite(token) and token.head.dep_ in OBLIQUE and children(token, {"cc"}):
            token.head = token.head.head  # "had been due on Monday but was (conj of Monday) put off"
        if token.tag_ == "VBD" and token.head.dep_ in RELATIVE and not children(token, SUBJECT):
            main = next((t for t in chain(token.head) if is_verb(t)), token)
            joint, first = next(iter(children(token, {"cc"})), token), token.head.left_edge
            apart = doc[joint.i - 1].text == "," and "," in {first.text, doc[first.i - 1].text}
            other = token.head.tag_ in {"VBZ", "VBP"} or any(a.tag_ == "MD" for a in auxiliaries(token.head))
            if main.tag_ == "VBD" and main != token and other and apart and joint != token:
                token.head = main  # "sued Karhu, which owns the port, and won (conj of owns) the case"
        if token.tag_ in {"VBD", "VBN"} and token.head.dep_ == "advcl" and _goes_on_after(token.head, token):
            token.head, token.tag_ = token.head.head, "VBD"
    for token in those(doc, "tag_", {"VBD", "VBN"}):
        if token.dep_ != "conj" or children(token, SUBJECT) or auxiliaries(token):
            continue
        joint = next(iter(children(token, {"cc"})), token)
        wills = any(map(has_to, children(token, {"xcomp", "advcl"}))) and doc[joint.i - 1].text == ","
        wills = wills and bool(children(token.head, PASSIVE))  # "that ties were cut, and decided to leave"
        if token.tag_ == "VBN" and not wills and (token.head.tag_ != "VB" or children(token, {"obl:agent"})):
            continue
        noun = token.head.head
        below = token.head.dep_ in REDUCED and is_passive(token.head) and not children(token, OBJECT)
        if below and (noun.dep_ not in SUBJECT or token.i < noun.head.i):
            token.tag_ = "VBN"  # "under a deal brokered by Egypt and signed (VBD) in Lome"
            continue
        if token.lemma_ in WORDS["undergone"] and children(token.head, PASSIVE) and not children(token, OBJECT):
            token.tag_ = "VBN"  # "was arrested and released (VBD)"
            continue
        first, finite = token.head, token.head.head
        if first.tag_ == "VB" and first.dep_ in {"xcomp", "advcl"} and has_to(first) and finite.tag_ == "VBD":
            token.head, token.tag_ = finite, "VBD"
        ahead = first.tag_ == "VB" and any(a.tag_ == "MD" for a in auxiliaries(first))
        ahead = ahead or (
            first.tag_ == "VBG" and bool(auxiliaries(first))
        )  # "that it was raining and warned of a flood"
        ahead = ahead or wills
        if ahead and first.dep_ == "ccomp" and finite.i < first.i and is_past(finite):
            token.head, token.tag_ = finite, finite.tag_


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


def mend_numbers(doc: Doc) -> None:
    """Hang a clause on one of its own number: "Peru says traders watch it but has (conj of watch) warned them"."""
    for clause in those(doc, "dep_", {"conj"}):
        if children(clause, SUBJECT) or clause.head.i > clause.i or (many := _number(clause)) is None:
            continue
        heads = [clause.head, *(t for t in chain(clause.head) if t.sent == clause.sent)]
        told = [(t, s[0]) for t in heads if len(s := children(t, SUBJECT)) == 1]
        if not told or told[0][0] != clause.head or told[0][1].tag_ not in _MANY:
            continue
        if _MANY[told[0][1].tag_] != many:
            fitting = (t for t, s in told[1:] if _is_many(s) == many and not children(s, {"conj"}))
            clause.head = next(fitting, clause.head)


def _is_many(subject: Token) -> bool | None:
    """Whether a subject is several; None where it may be either."""
    return _MANY.get(subject.tag_, False if subject.lower_ in WORDS["one_thing"] else None)


def _number(clause: Token) -> bool | None:
    """Whether a verb's auxiliary says that many do it; None where it does not say."""
    forms = [*auxiliaries(clause), *children(clause, {"cop"})]
    one = any(a.tag_ == "VBZ" or a.lower_ == "was" for a in forms)
    many = any(a.lower_ in WORDS["of_many"] for a in forms)
    return many if one != many else None


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


def mend_of_several(doc: Doc) -> None:
    """Hang on several what many have done, not on the last: "two cooks and a maid who were (relcl of maid) held"."""
    for clause in those(doc, "dep_", {"acl:relcl"}):
        last, first = clause.head, doc[clause.left_edge.i]
        many = any(a.lower_ in WORDS["of_many"] for a in (*auxiliaries(clause), clause))
        if last.dep_ == "conj" and last.tag_ == "NN" and last.pos_ == "NOUN" and first.tag_ == "WP" and many:
            clause.head = last.head


def mend_where(doc: Doc, people: Container[str]) -> None:
    """Hang what happened somewhere on the place: "the first envoy (head) to see Oslo, where it began"."""
    for clause in those(doc, "dep_", {"acl:relcl"}):
        first = doc[clause.left_edge.i]
        first = first.nbor() if first.text == "," else first
        place = doc[first.i - 2] if first.i > 1 and doc[first.i - 1].text == "," else first
        somebodys = clause.head.pos_ == "NOUN" and clause.head.lemma_.lower() in people
        if first.tag_ == "WRB" and first.head == clause and place.pos_ == "PROPN" and somebodys:
            clause.head = _name_of(place)


def _name_of(word: Token) -> Token:
    """The head of the name that a word is of."""
    while word.dep_ in {"flat", "compound"} and word.head.pos_ == "PROPN":
        word = word.head
    return word


def mend_begun(doc: Doc) -> None:
    """Make what somebody begins or ends the content of it: "plans to begin shipping (obj) the ferries".

    What somebody aims at, too: "the plan aims at closing (advcl) the yard".
    """
    for aimed in those(doc, "dep_", {"advcl"}):
        at = any(m.lower_ in WORDS["aimed_at"] and m.i == aimed.head.i + 1 for m in children(aimed, {"mark"}))
        before = [p.lower_ for p in children(aimed.head, {"compound:prt"}) if p.i == aimed.i - 1]
        out = " ".join([aimed.head.lemma_, *before]) in WORDS["ruling_out"]  # "ruled out sending troops"
        if aimed.tag_ == "VBG" and ((at and aimed.head.lemma_ in WORDS["aiming"]) or out):
            aimed.dep_ = "xcomp"
    for doing in those(doc, "dep_", {"obj"}):
        phase = doing.tag_ == "VBG" and doing.head.lemma_ in WORDS["lasting"] and doing.head.i == doing.i - 1
        if phase and not children(doing, {"det", "amod", "compound", "nmod"}):
            doing.dep_ = "xcomp"


def mend_settled(doc: Doc) -> None:
    """Make content of what "it" stands for: "it was agreed that they would meet (csubj:pass)"."""
    for told in those(doc, "dep_", {"csubj:pass"}):
        it = [s for s in children(told.head, PASSIVE | {"expl"}) if s.lower_ in WORDS["standing_in"]]
        if (
            it
            and it[0].i < told.head.i < told.i
            and any(m.lower_ in WORDS["content"] for m in children(told, {"mark"}))
        ):
            told.dep_ = "ccomp"


def mend_requests(doc: Doc, asked: Container[str]) -> None:
    """Make what somebody is to do the content of asking him: "asked a judge to free (acl of judge) the captain".

    Past what is told of him, too: "allowed herders who own (acl:relcl) a boat to fish (advcl of own)".
    """
    for free in those(doc, "dep_", REDUCED):
        who, verb = free.head, free.head.head
        person = who.pos_ == "PROPN" or who.lemma_.lower() in asked or is_passive(free)  # "caused work to be put off"
        if has_to(free) and who.dep_ in OBJECT and person and verb.lemma_ in WORDS["control"] and who.i > verb.i:
            free.head, free.dep_, who.dep_ = verb, "xcomp", "obj"
    for free in [t for t in those(doc, "dep_", {"advcl", "xcomp"}) if has_to(t) and is_verb(t.head)]:
        told = (
            free.head
        )  # "ordered a group of men held (acl of men) in Lome to stay", "let men living (xcomp) there vote"
        verb = next((t for t in chain(told) if is_verb(t)), told)
        who = next((o for o in children(verb, OBJECT) if verb.i < o.i < told.i), verb)
        beside = told.dep_ == "xcomp" and told.head == verb and told.tag_ == "VBG"
        closed = "," in {free.left_edge.text, doc[free.left_edge.i - 1].text}  # "urged Kos, who leads it, to leave"
        past = told.dep_ in REDUCED or (told.dep_ in RELATIVE and (closed or children(told, OBJECT)))
        if not (beside or (past and who.is_ancestor(told))) or who == verb or verb.lemma_ not in WORDS["letting"]:
            continue
        if not any(map(has_to, children(verb, {"xcomp"}))):
            free.head, free.dep_ = verb, "xcomp"
            told.head, told.dep_ = (who, "acl") if beside else (told.head, told.dep_)


def mend_intentions(doc: Doc) -> None:
    """Hang on its noun what somebody offers or plans to do: "is to consider his offer to resign (xcomp)"."""
    for verb in those(doc, "dep_", {"advcl", "xcomp"}):  # "made him the first envoy to visit (advcl of made) Peru"
        things = children(verb.head, OBJECT | {"xcomp"})
        who = [o for o in things[1:] if o.i == verb.left_edge.i - 1 and o.tag_ == "NN"]
        if (
            who
            and has_to(verb)
            and any(c.lower_ in WORDS["of_days"] or c.tag_ == "JJS" for c in children(who[0], {"amod"}))
        ):
            verb.head, verb.dep_ = who[0], "acl"
    for verb in those(doc, "dep_", {"xcomp"}):
        nouns = [o for o in children(verb.head, OBJECT) if o.lemma_.lower() in WORDS["intending"]]
        if nouns and has_to(verb) and nouns[0].i == verb.left_edge.i - 1 and children(nouns[0], {"nmod:poss", "det"}):
            verb.head, verb.dep_ = nouns[0], "acl"


def mend_captions(doc: Doc) -> None:
    """Let a clause stand by itself that became a noun's description: "FILE - Santos signs (appos) the accord"."""
    for clause in those(doc, "dep_", {"appos"}):
        if is_verb(clause) and is_finite(clause) and children(clause, SUBJECT) and clause.head.i < clause.i:
            clause.dep_ = "parataxis"


def mend_labels(doc: Doc) -> None:
    """Let a line tell what stands behind its label: "Chad – general election", "Chad: rebels free (appos) a judge"."""
    for sentence in doc.sents:
        name = next((t.i for t in sentence if t.is_alpha), sentence.start)
        if doc[name].tag_ == "VBN" and doc[name].dep_ == "ROOT" and name + 1 < len(doc) and doc[name + 1].text == ":":
            for thing in children(doc[name], OBJECT):
                thing.dep_ = "nsubj:pass"  # "Cancelled: Kone's speech"
            continue
        sign = name
        while (
            sign + 1 < sentence.end and doc[sign].pos_ in {"PROPN", "ADJ"} and doc[sign].is_title | doc[sign].is_upper
        ):
            sign += 1
        if not 0 < sign - name <= LABEL or doc[sign].text not in {":", "–", "—", "-"} or doc[sign].whitespace_ == "":
            continue
        behind = [t for t in doc[sign + 1 : sentence.end] if t.head.i <= sign or t.head == t]
        told = next((t for t in behind if is_verb(t) and is_finite(t)), behind[0] if behind else None)
        if told is None or is_verb(told) != is_finite(told) or (is_verb(told) and children(told, SUBJECT)):
            continue
        label = next(t for t in doc[name:sign] if t.head.i > sign or t.head.i < name or t.head == t)
        told.head, told.dep_, label.head = told, "ROOT", told
        label.dep_ = "dislocated" if is_verb(told) else "nmod:poss"
        for t in behind:
            if t != told:
                own = is_verb(told) and t.i < told.i and t.pos_ in {"NOUN", "PROPN", "PRON"}
                t.head, t.dep_ = told, "nsubj" if own else t.dep_


def mend_headline_pairs(doc: Doc) -> None:
    """Let two that a headline names do what stands behind them: "Chad, Togo (appos) to restart (acl) talks".

    And "Chad (nsubj), Togo (nsubj) agree on a truce".
    """
    for second in those(doc, "dep_", {"appos", "nsubj"}):
        before = [t for t in children(second.head, {"nsubj"}) if t.i < second.i]
        first, i = second.head if second.dep_ == "appos" else (before or [second])[-1], second.right_edge.i + 1
        if (
            first == second
            or second.pos_ != "PROPN"
            or first.pos_ != "PROPN"
            or i >= len(doc)
            or (second.dep_ == "appos" and first.right_edge.is_punct)
        ):
            continue
        opens = all(not t.is_alpha for t in doc[first.sent.start : first.left_edge.i])
        begun = doc[i] if doc[i].tag_ in {"VB", "VBP", "TO"} else None
        if not opens or begun is None or "," not in {second.left_edge.text, doc[second.left_edge.i - 1].text}:
            continue
        verb = begun.head if begun.tag_ == "TO" else begun
        verb.tag_ = "VBP" if begun.tag_ == "VB" else verb.tag_
        if verb.head == first:
            verb.head, verb.dep_ = verb, "ROOT"
        if verb.dep_ == "ROOT":
            first.head, first.dep_, second.head, second.dep_ = verb, "nsubj", first, "conj"


def mend_headline_plans(doc: Doc, people: Container[str]) -> None:
    """Let who a headline opens with do what he is to do: "Chad to hold (acl) a referendum"."""
    for verb in those(doc, "dep_", {"acl"}):
        who = verb.head
        named = who.pos_ == "PROPN" or who.lemma_.lower() in people
        if who.dep_ != "ROOT" or not named or not has_to(verb):
            continue
        if doc[who.i + 1].tag_ == "TO" and verb.is_lower and not children(who, SUBJECT | {"cop", "det"}):
            verb.head, verb.dep_, who.head, who.dep_ = verb, "ROOT", verb, "nsubj"
            for t in children(who, {"punct"}):
                t.head = verb


def mend_documents(doc: Doc) -> None:
    """Hang on a document what it does, past its day: "signed an order on Tuesday allowing (advcl) the transfer"."""
    for does in those(doc, "dep_", {"advcl"}):
        papers = [o for o in children(does.head, OBJECT) if o.lemma_.lower() in WORDS["documents"] and o.i < does.i]
        if does.tag_ != "VBG" or does.left_edge != does or not papers:
            continue
        between = doc[papers[-1].right_edge.i + 1 : does.i]
        if all(t.pos_ in {"ADP", "DET", "NOUN", "NUM", "PROPN"} for t in between):
            does.head, does.dep_ = papers[-1], "acl"


def mend_parted(doc: Doc) -> None:
    """Hang on its noun what "that" or "which" tells of it, past a day: "a law on Monday that bans (ccomp) nets"."""
    for clause in those(doc, "dep_", {"ccomp", "advcl"}):
        first = clause.left_edge
        which = first.nbor() if first.pos_ == "ADP" else first
        nouns = [n for n in children(clause.head, OBJECT | OBLIQUE) if clause.head.i < n.i < first.i]
        things = [n for n in nouns if n.tag_ in {"NN", "NNS"}]
        if which.tag_ != "WDT" or which.head != clause or not things or not is_verb(clause.head):
            continue
        between = doc[things[-1].right_edge.i + 1 : first.i]
        if len(between) and all(t.pos_ in {"ADP", "NUM", "PROPN"} for t in between):
            clause.head, clause.dep_ = things[-1], "acl:relcl"


def mend_plans(doc: Doc, occasions: Container[str]) -> None:
    """Hang on its noun what is set to happen: "ordered a review, set (conj) to arrive this week".

    So is what is due or to be done: "host a gala, to be shown (advcl) live", and a name that is of no known kind; and
    on an occasion that it is to be held: "told them of a summit on fish to be held (advcl) in May".
    And give what is due the subject before it: "wants to fish off the isles and work (conj) is due to begin (advcl)".
    """
    for ahead in (t for t in doc if t.lower_ in WORDS["arranged"]):
        verb = ahead.head
        for had in children(ahead, {"aux"}) if ahead.dep_ == "advmod" else ():
            had.head = verb  # "who had (aux of due) been due to gather"
        before = ahead.nbor(-1).nbor(-1) if ahead.i > ahead.sent.start + 1 else ahead
        if (
            ahead.tag_ == "VBN"
            and ahead.dep_ in {"conj", "advcl", "acl"}
            and any(map(has_to, children(ahead, {"xcomp"})))
        ):
            before = before if doc[ahead.i - 1].text == "," else ahead
            noun = next(
                (t for t in (before, *chain(before)) if t.dep_ in OBJECT and verb in {t.head, *chain(t)}), ahead
            )
            if noun == ahead and before.dep_ in OBLIQUE and before.pos_ == "PROPN" and not before.ent_type_:
                noun = before if verb in chain(before) else ahead  # "braces for Storm Tove, set (advcl) to arrive"
            if noun != ahead and not children(ahead, SUBJECT | PASSIVE | {"aux", "cc"}):
                ahead.head, ahead.dep_ = noun, "acl"
        elif ahead.dep_ == "advmod" and verb.tag_ == "VB" and not children(verb, SUBJECT):
            own = before.dep_ == "conj" and before.pos_ in {"NOUN", "PROPN"} and children(before, {"cc"})
            if own and doc[ahead.i - 1] in children(verb, {"aux"}):
                first = verb.head
                before.head, before.dep_ = verb, "nsubj"
                verb.head, verb.dep_ = next((t for t in (first, *chain(first)) if is_finite(t)), first), "conj"
    for held in those(doc, "lemma_", WORDS["of_occasions"]):
        to = held.left_edge
        if held.dep_ not in {"advcl", "acl"} or to.tag_ != "TO" or not is_passive(held) or to.i < to.sent.start + 2:
            continue
        above = takewhile(lambda t: not is_verb(t), (doc[to.i - 1], *chain(doc[to.i - 1])))
        occasion = next((t for t in above if t.lemma_.lower() in occasions), None)
        if occasion is not None and held != occasion and held not in chain(occasion):
            held.head, held.dep_ = occasion, "acl"
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


def mend_conditions(doc: Doc) -> None:
    """Make a condition of what is provided, with "that" or not: "will leave, provided (VBD) Chad agrees (ccomp)"."""
    for mark in those(doc, "lower_", WORDS["providing"]):
        beside = [c for c in children(mark.head, {"ccomp"}) if c.left_edge.i == mark.i + 1]
        clause = next(iter((*children(mark, {"ccomp"}), *beside)), None)
        if clause is None or doc[mark.i - 1].text != "," or children(mark, SUBJECT) or not is_finite(clause):
            continue
        for doer in children(mark, OBJECT) if not children(clause, SUBJECT) else ():
            doer.head, doer.dep_ = clause, "nsubj"
        before = doc[mark.i - 2]
        main = next((t for t in (before, *chain(before)) if is_verb(t) and t != mark), mark.head)
        if main not in {mark, clause} and not clause.is_ancestor(main) and not mark.is_ancestor(main):
            clause.head, clause.dep_ = main, "advcl"
            mark.head, mark.dep_, mark.tag_, mark.pos_ = clause, "mark", "IN", "SCONJ"


def mend_conditions_beside(doc: Doc) -> None:
    """Hang what comes if need be, and its day, on its noun: "with a run-off, if needed (advcl of vote), on 9 June"."""
    for mark in those(doc, "lower_", WORDS["if"]):
        clause = mark.head
        if mark.dep_ != "mark" or clause.dep_ not in {"advcl", "acl"} or mark.i < 3 or doc[mark.i - 1].text != ",":
            continue
        verb = clause.head.head if clause.dep_ == "acl" else clause.head
        beside = [n for n in children(verb, OBLIQUE) if n.i < mark.i and case(n) in WORDS["accompanying"]]
        noun = next((n for n in beside if doc[mark.i - 2] in n.subtree), None)
        if noun is None:
            continue
        clause.head, clause.dep_ = noun, "acl"
        behind = doc[clause.i + 1 : clause.i + 3]
        if len(behind) == 2 and behind[0].text == "," and behind[1].dep_ == "case":
            behind[1].head.head, behind[1].head.dep_ = noun, "nmod"


def mend_relatives(doc: Doc, people: Container[str], reporting: Container[str], occasions: Container[str]) -> None:
    """Hang "who" on the person named right before it, not on a thing: "a tribute to Ama Addo, who drowned".

    And "which" that tells something on the body, "shares in Karhu, which reported a loss", and "where" on the place:
    "killed ten horses in Chile, where it was found". What is held or scheduled is nobody: "a show for her sister, which
    was set for May", nor any place: "polls in nine towns, which had been scheduled for May"; what somebody begins is a
    work: "the building of a pipe (nmod), which they could begin"; and what one says of a thing has it for its subject:
    "a summit, which (obj of said) Kos said would take place".
    """
    for done in those(doc, "tag_", {"VBN"}):  # "gave the name of a docker (nmod) shot (acl of name) in Lome"
        before = done.nbor(-1) if done.i > done.sent.start and done.dep_ in REDUCED else done
        whom = next((t for t in (before, *chain(before)) if t.dep_ == "nmod" and t.head == done.head), done)
        somebody = whom.lemma_.lower() in people or whom.ent_type_ in {"PERSON", "NORP"}
        nobody = done.head.pos_ == "NOUN" and done.head.lemma_.lower() not in people
        if whom != done and somebody and nobody and done.lemma_ in WORDS["undergone"] and case(whom) in WORDS["of"]:
            done.head = whom
        if done.dep_ in REDUCED and done.lower_ in WORDS["arranged"] and _is_of(done.head, occasions):
            done.head = done.head.head  # "a summit of the League (nmod) scheduled (acl of League) for Friday"
    for clause in those(doc, "dep_", RELATIVE):
        noun, own = clause.head, children(clause, SUBJECT)
        for that in children(clause, OBJECT | SUBJECT):
            if that.lower_ in WORDS["content"]:
                that.tag_ = "WDT"
            if that.tag_ == "WDT" and not own and that.i < clause.i and is_finite(clause):
                that.dep_, own = "nsubj", [that]  # "talks that (obj) were to have begun on Monday"
        _mend_many(clause, own)
        _mend_number(clause, own)
        _mend_what_is_said(clause, reporting)
        work = noun.head if noun.dep_ == "nmod" else noun
        if clause.lemma_ in WORDS["lasting"] and work.lemma_.lower() in WORDS["works"] and children(clause, OBJECT):
            clause.head = work
        befalls = WORDS["of_occasions"] | WORDS["planned_or_off"]
        arranged = clause.lemma_ in befalls and is_passive(clause) and bool(own)
        arranged = arranged or (clause.lemma_ in WORDS["running_out"] and bool(own))
        arranged = arranged or (clause.lower_ in WORDS["arranged"] and bool(own))  # "a ruling on Togo, which was due"
        things = [o.lower_ for o in children(clause, OBJECT)]
        # "talks with Togo that were to begin", "a vote on the pact that was to take place"
        begins = things == ["place"] if clause.lemma_ == "take" else clause.lemma_ in WORDS["lasting"] and not things
        arranged = arranged or (begins and bool(own) and _is_of(noun, occasions))
        thing = clause.head
        while (
            arranged
            and thing.dep_ in OBLIQUE
            and (
                thing.ent_type_ in {"PERSON", "LOC"}
                or thing.lemma_.lower() in people
                or (thing.head.lemma_.lower() in people and case(thing) in WORDS["of"])
                or _is_of(thing, occasions)
            )
        ):
            above = [o for o in children(thing.head, OBJECT) if o.i < thing.i] if is_verb(thing.head) else [thing.head]
            thing = above[0] if above else thing.head
        if thing != clause.head and own[0].tag_ == "WDT" and thing.pos_ == "NOUN":
            clause.head = thing
        _mend_place(clause)
        tells_it = clause.lemma_.lower() in reporting
        told = [*own, *(o for o in children(clause, OBJECT) if o.tag_ == "WP")]  # "talks with Ama Addo, whom they held"
        first = next((s for s in told if s.lower_ in WORDS["whose"] or (tells_it and s.tag_ == "WDT")), None)
        of_whom = noun.dep_ == "nmod" and noun.ent_type_ == "ORG" and noun.head.dep_ == "appos"
        if first is not None and of_whom and noun.head.head.ent_type_ == "PERSON":
            clause.head = noun.head.head  # "Moe, head of Sund Savings, who sold his shares"
            continue
        if first is not None and first.lower_ in WORDS["whose"] and noun.ent_type_ == "ORG" and noun.dep_ in OBLIQUE:
            named = [noun.head, *(o for o in children(noun.head, OBJECT | SUBJECT) if o.i < noun.i)]
            clause.head = next((t for t in reversed(named) if t.ent_type_ == "PERSON" and t.i < noun.i), noun)
            # "to replace Kos of the League, who resigned"
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


def _is_of(noun: Token, occasions: Container[str]) -> bool:
    """Whether a noun that is no occasion says of what, or where, an occasion is: "polls in nine towns"."""
    held = noun.dep_ == "nmod" and noun.head.tag_ in {"NN", "NNS"} and noun.head.lemma_.lower() in occasions
    return held and noun.lemma_.lower() not in occasions


def _mend_what_is_said(clause: Token, reporting: Container[str]) -> None:
    """Give its subject to what one says of a thing: "a summit, which (obj of said) Kos said would take place"."""
    which = [o for o in children(clause, OBJECT) if o.tag_ == "WDT" and o.i < clause.i]
    told = [c for c in children(clause, {"ccomp"}) if is_finite(c)]
    if which and told and clause.lemma_.lower() in reporting and not children(told[0], SUBJECT | {"mark"}):
        which[0].head, which[0].dep_ = told[0], "nsubj:pass" if children(told[0], {"aux:pass"}) else "nsubj"
        told[0].head, told[0].dep_ = clause.head, clause.dep_
        clause.head, clause.dep_ = told[0], "parataxis"


def mend_questions(doc: Doc) -> None:
    """Make a verb's content of what is asked, past a day: "will rule on Monday whether Kos may stay (advcl)"."""
    for clause in those(doc, "dep_", {"advcl"}):
        first, verb = clause.left_edge.lower_, clause.head
        opens = first in WORDS["open"] or (first in WORDS["if"] and verb.lemma_ in WORDS["asked_if"])
        either = any(c.lower_ in WORDS["either"] for c in clause.subtree)  # "opens on Monday whether it rains or not"
        opens = opens and clause.i > verb.i and is_verb(verb) and not has_to(clause)
        if opens and not (either or children(verb, OBJECT | {"ccomp"})):
            clause.dep_ = "ccomp"


def mend_behind_relatives(doc: Doc) -> None:
    """Hang on the main verb what stands behind a clause between commas: "sold Karhu, which runs it, on Monday (obl)".

    So does what a participle tells there: "…, from 3 May, citing (advcl) a rule". And on the clause what says when it
    was: "Kos, who took over a day after Gil fled (advcl of quit), quit".
    """
    for early in those(doc, "dep_", {"advcl"}):
        within = [
            c for s in children(early.head, SUBJECT) for c in children(s, RELATIVE) if c.i < early.i < early.head.i
        ]
        if within and is_finite(early) and children(early, {"mark"}) and not _a_comma(doc[within[-1].i : early.i]):
            early.head = within[-1]
    for clause in those(doc, "dep_", RELATIVE | {"ccomp", "advcl:relcl"}):
        first = clause.left_edge.nbor() if clause.left_edge.text == "," else clause.left_edge
        opens = first.tag_ in {"WDT", "WP", "WP$", "WRB"} and first.i > 0 and doc[first.i - 1].text == ","
        main = next((t for t in chain(clause) if is_verb(t)), clause)
        if not opens or main == clause or main.i > first.i:
            continue
        if clause.dep_ not in RELATIVE and first.tag_ != "WDT":  # "will name Gil, whose party won (ccomp), as envoy"
            noun = doc[first.i - 2]
            noun = next((t for t in (noun, *chain(noun)) if t.head == main), noun)
            clause.head, clause.dep_ = noun, "acl:relcl"
        for late in [t for t in clause.subtree if t.i > clause.i]:
            start = late.left_edge
            apart = "," in {start.text, doc[start.i - 1].text} and start.i > clause.i
            adds = late.dep_ == "advcl" and late.tag_ == "VBG" and not children(late, SUBJECT | {"mark"})
            if apart and (adds or (late.dep_ in OBLIQUE and _is_a_day(late))):
                late.head, late.dep_ = main, "advcl" if adds else "obl"
        _end_relative(clause, main)


def _is_a_day(word: Token) -> bool:
    named = case(word) in WORDS["where_due"] | WORDS["from_then"] and word.tag_ in {"CD", "NNP"}
    which = any(c.lower_ in WORDS["which_time"] for c in word.children)
    named = named or (which and case(word) in WORDS["from_then"])  # "from next spring"
    return word.dep_ in OBLIQUE and (named or (word.lower_ in WORDS["days_alone"] and not case(word)))


def _end_relative(clause: Token, main: Token) -> None:
    """Hang on the main verb what a comma parts from a clause: "named Gil, who led it, as envoy (obl of led) on Friday".

    So is a place before a day: "will meet Gil, who won, in Lome on Friday"; not "met Gil, who died, at the age of 90".
    """
    doc, last = clause.doc, clause.right_edge
    comma = next((t for t in doc[clause.i : last.i] if t.text == ","), last)
    tail = [t for t in clause.subtree if t.i > comma.i and t.head.i < comma.i]
    if not tail:
        return
    opens = doc[comma.i + 1]
    as_what = opens.lower_ in WORDS["standing_as"] and opens.head == tail[0] and not is_verb(tail[0])
    if not (as_what or opens.dep_ == "case") or any(t.dep_ not in OBLIQUE for t in tail[as_what:]):
        return
    days = [t for x in tail for t in x.subtree if _is_a_day(t)]
    if as_what or days:
        opens.dep_ = "case"
        for t in (*tail, *days):
            t.head, t.dep_ = main, "obl"


def mend_days_of_both(doc: Doc, units: Container[str]) -> None:
    """Hang on the main verb a day before what it is counted from: "On 3 May (obl of fell), a day after X fell, Y".

    That clause may lead the parse: "On 3 May, two weeks after Peru left (ROOT), Chile cut (conj) its pay".
    """
    for mark in those(doc, "lower_", WORDS["counted_from"]):
        if mark.i < 4 or doc[mark.i - 1].lemma_ not in units:
            continue
        comma = next((t for t in doc[max(mark.i - 4, mark.sent.start) : mark.i - 1] if t.text == ","), None)
        clause = mark.head if is_verb(mark.head) else mark.head.head
        if comma is None or not is_finite(clause) or clause.i < mark.i or not children(clause, SUBJECT):
            continue
        days = [t for t in children(clause, OBLIQUE) if t.i < comma.i and case(t) in WORDS["where_due"]]
        later = [v for v in children(clause, {"conj", "parataxis", "ccomp"}) if v.i > clause.i and is_finite(v)]
        if clause.dep_ != "advcl" and clause.head == clause and later and _a_comma(doc[clause.i : later[0].i]):
            main = later[0]
            main.head, main.dep_ = main, "ROOT"
            clause.head, clause.dep_ = main, "advcl"
        for day in days if clause.dep_ == "advcl" and clause.head.i > clause.i else ():
            day.head = clause.head
        if mark.head != clause and mark.head.dep_ in SUBJECT:
            mark.head, mark.dep_ = clause, "mark"


def mend_days_between(doc: Doc, units: Container[str]) -> None:
    """Hang a day on the clause that it opens: "met Kone on Monday and the next day (conj of Monday) he flew home"."""
    for day in those(doc, "dep_", {"conj"}):
        joints, after = children(day, {"cc"}), day.right_edge.i + 1
        when = day.lemma_.lower() in units or day.lower_ in WORDS["parts_of_a_day"]
        if not joints or after >= day.sent.end or not when or day.head.i > day.i:
            continue
        above = chain(doc[after])
        verb = next((v for v in above if any(s.left_edge.i == after for s in children(v, SUBJECT))), None)
        if verb is None or not is_finite(verb) or verb.i < day.i or day in chain(verb):
            continue
        joints[0].head, day.head, day.dep_ = verb, verb, "obl" if case(day) else "obl:unmarked"


def mend_still_done(doc: Doc) -> None:
    """Hang on the noun before it what is being done to it: "met the wives of the men being held (conj) in Tema"."""
    for verb in those(doc, "dep_", {"conj", "advcl"}):
        first = verb.left_edge
        bare = verb.tag_ == "VBN" and verb.head.i < first.i and first.i > verb.sent.start and is_verb(verb.head)
        if not bare or not any(a.tag_ == "VBG" for a in auxiliaries(verb)) or is_finite(verb):
            continue
        before = first.nbor(-1)
        if before.tag_ in {"NN", "NNS"} and not children(verb, SUBJECT | {"mark", "cc"}):
            verb.head, verb.dep_ = before, "acl"


def mend_moved_on(doc: Doc) -> None:
    """Join to what an occasion was set for what it was moved to: "was set for 3 May, then put (parataxis) off to"."""
    for moved in those(doc, "dep_", {"conj", "parataxis"}):
        set_for = moved.head
        if moved.lemma_ not in WORDS["moved_on"] or moved.tag_ not in {"VB", "VBD", "VBN"} or moved.i < set_for.i:
            continue
        to = any(
            case(n) in WORDS["moved_to"] and (n.tag_ == "CD" or n.lower_ in WORDS["weekdays"])
            for n in children(moved, OBLIQUE)
        )
        if to and is_passive(set_for) and not children(moved, SUBJECT | OBJECT | {"aux", "aux:pass"}):
            moved.dep_, moved.tag_ = "conj", "VBN"


def mend_manner(doc: Doc) -> None:
    """Hang a day on the verb before "as planned" and the like: "will open, as planned (advcl), on 3 May (obl)"."""
    for planned in those(doc, "dep_", {"advcl"}):
        before = [c.lower_ for c in planned.lefts if c.tag_ != ","]
        bare = planned.tag_ == "VBN" and len(before) == 1 and before[0] in WORDS["as_planned"]
        for late in children(planned, OBLIQUE) if bare and planned.head.i < planned.i else ():
            if case(late) in WORDS["where_due"] and late.tag_ in {"CD", "NNP"}:
                late.head = planned.head


def mend_owned_deeds(doc: Doc) -> None:
    """Give a verb what one denies or admits doing: "denied on Monday shelling (advcl) it", "having met (ccomp)"."""
    for deed in those(doc, "dep_", {"advcl", "ccomp"}):
        says, opens = deed.head, deed.left_edge
        done = deed.tag_ == "VBG" or any(a.lower_ in WORDS["having"] for a in auxiliaries(deed))
        if not done or says.lemma_ not in WORDS["owning"] or says.i > deed.i or doc[opens.i - 1].text == ",":
            continue
        if not children(deed, SUBJECT | {"mark"}) and not children(says, OBJECT | {"xcomp"}):
            deed.dep_ = "xcomp"


def mend_days_told(doc: Doc) -> None:
    """Hang on a day what is to be then: "meets on 8 (obl) June, when he is to report (advcl)"."""
    for when in [t for t in those(doc, "tag_", {"WRB"}) if t.lower_ == "when" and t.i > t.sent.start + 1]:
        clause, day = when.head, doc[when.i - 2]
        day = day.head if day.dep_ == "nmod:unmarked" else day
        beside = doc[when.i - 1].text == "," and day.head == clause.head and day.dep_ in OBLIQUE
        if beside and clause.dep_ == "advcl" and (day.tag_ == "CD" or day.lower_ in WORDS["weekdays"]):
            clause.head, clause.dep_ = day, "acl:relcl"


def mend_accusations(doc: Doc) -> None:
    """Make a deed of what somebody is accused of: "accused Togo last week of arming (amod) rebels (nmod of week)"."""
    for gerund in [t for t in those(doc, "tag_", {"VBG"}) if t.dep_ == "amod" and t.i and t.head.i == t.i + 1]:
        noun, mark = gerund.head, gerund.nbor(-1)
        verb = next((t for t in chain(noun) if is_verb(t)), noun)
        plain = noun.tag_ == "NNS" and noun.left_edge == mark and mark.lower_ in WORDS["charged_with"]
        if plain and noun.dep_ in OBLIQUE and verb.lemma_ in WORDS["accusing"] and children(verb, OBJECT | PASSIVE):
            gerund.head, gerund.dep_, mark.head, mark.dep_ = verb, "advcl", gerund, "mark"
            noun.head, noun.dep_ = gerund, "obj"


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
    beside = [p for p in children(clause.head, OBLIQUE) if p.i < where.i]
    there = [p for p in beside if p.ent_type_ == "LOC"]
    if clause.head.pos_ == "ADJ" and there and (before in beside or before.head in beside):
        clause.head = there[-1]  # "is due in Lima on 3 May, where he will (acl:relcl of due) sign it"
        return
    place = next((t for t in (before, *chain(before)) if t.dep_ in OBLIQUE), before)
    named = before.ent_type_ == "LOC" and before.pos_ == "PROPN" and clause.head.tag_ in {"NN", "NNS"}
    if named and clause.head.is_ancestor(place) and place.dep_ in OBLIQUE and not clause.is_ancestor(place):
        clause.head = place


def _mend_many(clause: Token, own: list[Token]) -> None:
    """Hang a clause of many on the many, not on the one they are about: "talks on the row that were to open in May"."""
    one = clause.head
    if one.tag_ != "NN" or not own or own[0].tag_ != "WDT" or one.dep_ == "conj" or children(one, {"conj"}):
        return
    if any(t.lower_ in WORDS["of_many"] for t in (clause, *auxiliaries(clause))):
        above = takewhile(lambda t: not (is_verb(t) and is_finite(t)), chain(one))
        clause.head = next((t for t in above if t.tag_ == "NNS" and t.i < one.i), one)


def _mend_number(clause: Token, own: list[Token]) -> None:
    """Hang a clause of one on the one, not on those it is of: "the next round of talks, which is to be held in May".

    What is held is no body, either: "a round of talks under the United Nations, which is to be held in May", and what
    begins no place: "a trip to Chile, which was to begin on Sunday"; nor is one several: "calls by Chile, which were".
    """
    many = clause.head
    of_a_body = many.tag_ in {"NNP", "NNPS"} and many.dep_ == "nmod" and many.head.pos_ in {"NOUN", "PROPN"}
    if of_a_body and is_passive(clause) and clause.lemma_ in WORDS["of_occasions"]:
        clause.head = many = many.head
    one = many.head
    first = one if many.dep_ == "conj" else many  # "talks between Chad and Togo (conj), which began"
    if first.dep_ == "nmod" and case(first) in WORDS["of_two"] and clause.lemma_ in WORDS["lasting"]:
        clause.head = first.head if own and own[0].tag_ == "WDT" and many.pos_ == "PROPN" else many
        return
    of_it = many.dep_ == "nmod" and many.tag_ == "NNS" and one.tag_ == "NN" and one.i < many.i
    singular = any(t.tag_ == "VBZ" or t.lower_ == "was" for t in (clause, *auxiliaries(clause)))
    there = many.dep_ == "nmod" and many.pos_ == "PROPN" and one.tag_ == "NN" and clause.lemma_ in WORDS["lasting"]
    several = many.dep_ == "nmod" and many.tag_ == "NNP" and many.ent_type_ == "LOC" and one.tag_ == "NNS"
    verbs = [clause, *children(clause, {"conj"})]
    several = several and any(t.lower_ in WORDS["of_many"] for v in verbs for t in (v, *auxiliaries(v)))
    above = next((t for t in chain(many) if t.pos_ == "NOUN"), one)
    if many.pos_ == "PROPN" and one.tag_ == "VBG" and above.tag_ == "NNS" and clause.lemma_ in WORDS["lasting"]:
        one, several = above, True  # "talks on joining the League, which opened in May and are to end in June"
    if (((there or of_it) and singular) or several) and own and own[0].tag_ == "WDT":
        clause.head = one


def mend_clefts(doc: Doc) -> None:
    """Make a clause of its own of what was then or there: "it was on 3 May that the tanker sank (acl:relcl)"."""
    for verb in those(doc, "dep_", RELATIVE | REDUCED):
        then, marks = verb.head, children(verb, {"mark"})
        told = any(m.lower_ in WORDS["content"] for m in marks) and children(verb, SUBJECT) and is_finite(verb)
        it = any(s.lower_ in WORDS["standing_in"] for s in children(then, SUBJECT))
        if told and it and children(then, {"cop"}) and children(then, {"case"}):
            verb.dep_ = "csubj"
