"""Who says something, and what is said."""

from __future__ import annotations

from collections.abc import Container

from spacy.tokens import Doc, Token

from timeline.events.grammar import (
    OBJECT,
    OBLIQUE,
    REDUCED,
    RELATIVE,
    SUBJECT,
    WORDS,
    auxiliaries,
    case,
    children,
    has_to,
    is_finite,
    is_passive,
    is_verb,
    obliques,
    tells,
)
from timeline.events.parsed import those

_TELLING = frozenset({"VBN", "VBD", "VBP", "VBZ"})  # tags of a verb that may be a clause's


def mend_contents(doc: Doc, telling: Container[str], reporting: Container[str]) -> None:
    """Make what somebody is told or says the content of it: "told a judge that he had slept (acl:relcl)".

    "Said on 26 February that a ship had sunk (acl:relcl)"; "told him by telephone that it would sink (acl)".
    And of what he fears or thinks what he says that of: "say they fear nine guards drowned (ccomp of say)".
    """
    for clause in those(doc, "dep_", {"ccomp"}):
        fears, says = doc[clause.left_edge.i - 1], clause.head
        bare = fears.dep_ == "ccomp" and is_verb(fears) and not children(fears, OBJECT | {"ccomp"})
        own = children(fears, SUBJECT) and children(clause, SUBJECT)
        if bare and own and fears.head == says and says.i < fears.i and clause.left_edge.text != ",":
            clause.head = fears
        speaks = says.lemma_.lower() in reporting or says.lemma_ in WORDS["denying"]
        for it in children(says, {"expl"}) if speaks and not is_passive(says) else ():
            it.dep_ = "nsubj"  # "It (expl) denied that it had fired"
    for clause in those(doc, "dep_", {"acl"}):
        beside, told = clause.head, clause.head.head
        marked = any(m.lower_ in WORDS["content"] for m in children(clause, {"mark"}))
        means = beside.dep_ in OBLIQUE and not children(beside, {"det", "amod", "nmod:poss"})
        tells_it = told.lemma_.lower() in telling or told.lemma_.lower() in reporting
        in_turn = told.i < beside.i < clause.i and not children(told, {"ccomp"})
        if marked and means and tells_it and in_turn and beside.lemma_ not in WORDS["with_content"]:
            clause.head, clause.dep_ = told, "ccomp"
    for clause in those(doc, "dep_", RELATIVE):
        beside, told = clause.head, clause.head.head
        lemma = told.lemma_.lower()
        tells = (lemma in telling and beside.dep_ in OBJECT) or (lemma in reporting and beside.dep_ == "iobj")
        aside = lemma in reporting and beside.dep_ in OBLIQUE and beside.pos_ != "NOUN"  # no "comment on reports that"
        if not (tells or aside) or told.i > beside.i or not is_verb(told) or children(told, {"ccomp"}):
            continue
        own = children(clause, SUBJECT)[:1]
        for that in children(clause, OBJECT) if tells and beside.dep_ == "iobj" else ():
            if that.lower_ in WORDS["content"] and own and that.i == own[0].left_edge.i - 1:
                that.tag_, that.dep_ = "IN", "mark"
        marked = any(m.i < s.i for s in own for m in children(clause, {"mark"}))
        if marked or (tells and any(s.tag_ == "PRP" and s.i == clause.left_edge.i for s in own)):
            clause.head, clause.dep_ = told, "ccomp"


def mend_hearers(doc: Doc) -> None:
    """Part whom somebody tells something from whom it is of: "told Ama Addo (nsubj) his father (nsubj) had left"."""
    for name in those(doc, "dep_", SUBJECT):
        verb, told = doc[name.left_edge.i - 1], name.head
        heard = told.dep_ == "ccomp" and told.head == verb and verb.lemma_ in WORDS["control"]
        if heard and name.pos_ == "PROPN" and any(s.i > name.i for s in children(told, SUBJECT)):
            name.head, name.dep_ = verb, "iobj"


def mend_done_before(doc: Doc) -> None:
    """Give a saying what its speaker did before: "said it would open, hours after meeting (advcl of open) Ama Addo"."""
    for done in those(doc, "dep_", {"advcl"}):
        told, marks = done.head, children(done, {"mark"})
        if told.dep_ != "ccomp" or done.tag_ != "VBG" or not marks or marks[0].lower_ not in WORDS["counted_from"]:
            continue
        ahead = any(a.tag_ == "MD" for a in auxiliaries(told)) and told.head.tag_ == "VBD"
        time = doc[marks[0].i - 1]
        apart = "," in {time.left_edge.text, doc[time.left_edge.i - 1].text}
        if ahead and apart and time.head == told and time.tag_ == "NNS":
            done.head = time.head = told.head


def mend_told_now(doc: Doc, reporting: Container[str]) -> None:
    """Hang on what somebody says now the past that goes on from it: "police say dockers shot and killed (conj) a cook".

    And when it came: "police say dockers shot a cook as they left (advcl of say)"; nobody said it then.
    """
    for verb in those(doc, "dep_", {"conj", "advcl"}):
        says = verb.head
        told = [c for c in children(says, {"ccomp"}) if says.i < c.i < verb.i and is_finite(c)]
        if not told or (verb.tag_ != "VBD" and not any(a.tag_ == "VBD" for a in auxiliaries(verb))):
            continue
        now = says.tag_ in {"VBZ", "VBP"} and says.lemma_.lower() in reporting
        if now and verb.left_edge.i > told[-1].i:
            verb.head = told[-1] if not children(verb, SUBJECT) else says


def mend_told_of(doc: Doc, reporting: Container[str]) -> None:
    """Give what is told its subject back, past an aside: "polls show all (obj), even he, want (conj) to vote".

    Or past a name: "police say an envoy (obj), Ole Berg, and three of his guards (nsubj) have been freed (conj)", and
    of a list, "say a cook (obj), a guard (appos) and a docker (nsubj) have been shot (ccomp)". And where nobody else
    is told of: "say a bomb (obj) exploded (VBN, ccomp)", "say one (obj) of its men was shot (ccomp)".
    """
    for verb in those(doc, "dep_", {"ccomp"}):
        says, whom = verb.head, children(verb.head, OBJECT)
        bare = says.lemma_ in WORDS["of_no_thing"] and len(whom) == 1 and not children(verb, SUBJECT | {"mark"})
        if bare and says.i < whom[0].i and whom[0].right_edge.i == verb.left_edge.i - 1 and verb.tag_ in {"VBN", "VBD"}:
            if not auxiliaries(verb):
                verb.tag_ = "VBD"
            whom[0].head, whom[0].dep_ = verb, "nsubj:pass" if is_passive(verb) else "nsubj"
    for verb in those(doc, "dep_", {"conj", "ccomp"}):
        own, says, whom = children(verb, SUBJECT), verb.head, children(verb.head, OBJECT)
        named = says.lemma_ in WORDS["of_no_thing"] and says.tag_ in {"VBZ", "VBP"} and whom and own
        if not named or whom[0].i < says.i or not is_finite(verb):
            continue
        joints = children(own[0], {"cc"}) if verb.dep_ == "ccomp" else []
        listed = bool(joints) and whom[0].right_edge.i == joints[0].i - 1
        if listed or (verb.dep_ == "conj" and any(t.dep_ == "appos" for t in whom[0].subtree)):
            for joint in children(verb, {"cc"}):
                joint.head = own[0]
            for beside in children(whom[0], {"appos"}) if listed else ():
                beside.dep_ = "conj"
            whom[0].head, whom[0].dep_, own[0].head, own[0].dep_ = verb, own[0].dep_, whom[0], "conj"
            verb.dep_ = "ccomp"
    for verb in those(doc, "dep_", {"conj"}):
        told, first = verb.head, verb.left_edge if verb.left_edge.text != "," else verb.left_edge.nbor()
        lemma = told.lemma_.lower()
        if (
            not (lemma in reporting or lemma in WORDS["showing"])
            or not is_finite(verb)
            or children(verb, SUBJECT | {"cc"})
            or first.i < 1
        ):
            continue
        things = [o for o in children(told, OBJECT) if told.i < o.i and o.right_edge.i == first.i - 2]
        aside = things and any(t.text == "," for t in doc[things[0].i : first.i - 2])
        if aside and doc[first.i - 1].text == "," and not children(told, {"ccomp"}):
            things[0].head, things[0].dep_ = verb, "nsubj:pass" if is_passive(verb) else "nsubj"
            verb.dep_ = "ccomp"


def mend_statements(doc: Doc, reporting: Container[str]) -> None:
    """Make what somebody says in a statement the content of the saying: "said in a statement it had met (acl)"."""
    for clause in those(doc, "dep_", REDUCED | RELATIVE):
        paper, said = clause.head, clause.head.head
        spoken = paper.dep_ == "obl" and said.i < paper.i and said.lemma_.lower() in reporting and is_verb(said)
        own = [s for s in children(clause, SUBJECT) if s.tag_ not in {"WDT", "WP"}]
        spoken = spoken and case(paper) in WORDS["said_in"] and not children(said, {"ccomp"})
        if spoken and own and is_finite(clause) and clause.left_edge.text != ",":
            clause.head, clause.dep_ = said, "ccomp"


def mend_spelled_out(doc: Doc, reporting: Container[str], units: Container[str]) -> None:
    """Hang on its noun what that tells, past a day: "voiced fears on Monday that geese are dying (ccomp of voiced)".

    And make no object of "that" where its verb has one: "accusations that (obj) Kos had beaten his crew".
    """
    for that in those(doc, "tag_", {"WDT"}):
        clause = that.head
        if that.lower_ not in WORDS["content"] or clause.head.lemma_.lower() not in WORDS["with_content"]:
            continue
        done = [o for o in children(clause, OBJECT) if o.i > clause.i]
        if that.dep_ in OBJECT and clause.dep_ in RELATIVE and done:
            that.tag_, that.dep_ = "IN", "mark"
    for clause in those(doc, "dep_", RELATIVE):  # "claims by Kos (nmod) that Togo had sold (acl:relcl of Kos) arms"
        noun, that = clause.head.head, clause.left_edge
        told = noun.lemma_.lower() in WORDS["with_content"] and clause.head.dep_ == "nmod"
        if told and that.lower_ in WORDS["content"] and that.dep_ == "mark" and children(clause, SUBJECT):
            clause.head, clause.dep_ = noun, "acl"
    for clause in those(doc, "dep_", {"ccomp", "advcl"}):
        verb, first = clause.head, clause.left_edge
        telling = first.lower_ in WORDS["content"] and first in children(clause, {"mark"})
        if not telling or not first.i > verb.i or not is_verb(verb) or not children(clause, SUBJECT):
            continue
        kinds = OBJECT if verb.lemma_.lower() in reporting else OBJECT | OBLIQUE  # no "said in a report on Monday that"
        nouns = [
            n for n in children(verb, kinds) if verb.i < n.i < clause.i and n.lemma_.lower() in WORDS["with_content"]
        ]
        if nouns and nouns[-1].lemma_.lower() not in units:
            clause.head, clause.dep_ = nouns[-1], "acl"


def mend_speakers(doc: Doc, reporting: Container[str]) -> None:
    """Give a saying the speaker whom a description parts from it: "the port is shut, Ama Addo, its chief, said".

    Or whose name does: "talks will open on Monday, their chairman (appos of Monday), Ama Addo, told reporters"; "to
    discuss the war, its chief (appos of war), Ama Addo, said".
    """
    for said in those(doc, "tag_", {"VBD", "VBZ"}):
        if said.lemma_.lower() not in reporting or children(said, SUBJECT) or doc[said.i - 1].text != ",":
            continue
        end = next((i for i in range(said.i - 2, said.sent.start, -1) if doc[i].text == ","), said.i)
        start = end
        while start > said.sent.start and doc[start - 1].pos_ == "PROPN":
            start -= 1
        if start == end and end + 1 < said.i - 1 and all(t.pos_ == "PROPN" for t in doc[end + 1 : said.i - 1]):
            who = doc[end - 1]
            if who.dep_ == "appos" and who.head.dep_ in OBLIQUE | OBJECT:
                who.head, who.dep_ = said, "nsubj"
            continue
        if start == end or doc[start - 1].text != "," or any(is_finite(t) for t in doc[end : said.i]):
            continue
        name = next((t for t in doc[start:end] if not start <= t.head.i < end), None)
        told = [t for t in doc[end + 1 : said.i - 1] if not end < t.head.i < said.i]
        if name is None or any(t.is_ancestor(said) for t in (name, *told)):
            continue
        name.head, name.dep_ = said, "nsubj"
        for t in told:
            t.head, t.dep_ = name, "appos"


def mend_reports(doc: Doc, reporting: Container[str]) -> None:
    """Make what is said the content of its saying: "a vote was held (advcl), officials said", "…, he said (conj)".

    Hang on what says it a participle of saying: "issued a note on Monday saying (advcl) that …".
    Who says it says the whole: "it is (ROOT) unlikely that it will hold, they said (csubj)".
    """
    for said in those(doc, "tag_", {"VBD", "VBZ", "VBP"}):
        if said.lemma_.lower() in reporting:
            _mend_said_of(said)
            _mend_reported(said)
    for token in those(doc, "dep_", {"advcl", "conj", "ccomp"}):
        below = {c.dep_ for c in token.children if c.tag_ != "TO"}
        saying = token.tag_ == "VBG" and token.lemma_.lower() in reporting and token.dep_ != "ccomp"
        if saying and not below & {"mark", "cc", "aux"}:
            things = [o for o in children(token.head, OBJECT) if o.pos_ == "NOUN" and token.head.i < o.i < token.i]
            before = doc[things[-1].i + 1 : token.i] if things else ()
            if things and all(t.text != "," for t in before):  # "denied the “affair,” saying that"
                token.head, token.dep_ = things[-1], "acl"
            continue
        past = token.tag_ == "VBN" and "nsubj" in below and not auxiliaries(token)  # "a crate packed in straw exploded"
        if below & {"mark", "cc", "case"} or not below & SUBJECT or not is_verb(token.head):
            continue
        if token.i < token.head.i and token.head.lemma_.lower() in reporting and (past or is_finite(token)):
            token.dep_, token.tag_ = "ccomp", "VBD" if past else token.tag_
        elif is_finite(token) and token.i > token.head.i and token.lemma_.lower() in reporting and _has_told(token):
            first = min(x.i for c in token.children if c.dep_ in SUBJECT for x in c.subtree)
            if "," in {doc[first].text, doc[first - 1].text}:
                token.dep_ = "parataxis"
    for said in those(doc, "dep_", {"parataxis"}):
        told = said.head
        while told.dep_ == "csubj" and told.head.i < told.i:
            told = told.head  # "it is clear that it sank (csubj of clear), they said (parataxis of sank)"
        closes = said.right_edge.i >= max(t.i for t in told.subtree if not t.is_punct)
        somebody = said.lemma_.lower() in reporting and children(said, SUBJECT)
        apart = children(told, SUBJECT) and ";" in {said.left_edge.text, doc[said.left_edge.i - 1].text}
        # not "Lund flies home; the rest of her trip was called off"
        if closes and said.i > told.i and somebody and not apart and _has_told(said):
            said.head, said.dep_ = (said if told.head == told else told.head), told.dep_
            told.head, told.dep_ = said, "ccomp"


def mend_added(doc: Doc, reporting: Container[str], asked: Container[str], requests: Container[str]) -> None:
    """Set beside a saying what else its speaker says: "said the port was shut and added (conj of shut) that …".

    What a thing seems to say or ask is the speaker's, too: "said the crisis had shaken banks, and agreed (conj) that
    …", and what is asked of "it": "said Togo had expelled them and urged (conj) it to stop"; and what there was does
    nothing: "said there had been a leak, and urged (conj of been) them to leave".
    """
    for added in those(doc, "dep_", {"conj"}):
        told, said = added.head, added.head.head
        own, joint = children(told, SUBJECT), children(added, {"cc"})
        reports = told.dep_ == "ccomp" and said.i < told.i < added.i
        reports = reports and (said.lemma_.lower() in reporting or said.lemma_ in WORDS["denying"])
        past = added.tag_ == said.tag_ == "VBD" and not children(added, SUBJECT | {"aux", "aux:pass"})
        if not (reports and past and own and joint) or told.lemma_.lower() in reporting:
            continue
        thing = own[0].tag_ in {"NN", "NNS"} and own[0].lemma_.lower() not in asked
        whom = [*children(added, OBJECT), *(n for _, n in obliques(added))]
        of_it = own[0].tag_ == "NNP" and any(n.lower_ in WORDS["standing_in"] for n in whom)
        content = (
            children(added, {"ccomp"})
            or children(told, {"expl"})
            or any(t.text in {":", "``", '"', "“"} for t in added.rights)
            or (added.lemma_.lower() in requests and any(map(has_to, children(added, {"xcomp", "advcl"}))))
        )
        if content and (thing or of_it or added.lemma_.lower() in reporting):
            added.head = said


def mend_seen(doc: Doc, reporting: Container[str]) -> None:
    """Set beside a saying what others saw, no part of it: "said it had begun to leave, but Kos saw (conj of begun) …".

    What is said was before its saying ("had begun") or is to come ("would leave"); what is told in the simple past of
    somebody else is the teller's own.
    """
    for seen in those(doc, "dep_", {"conj"}):
        told, said = seen.head, seen.head.head
        reports = told.dep_ == "ccomp" and said.i < told.i < seen.i and tells(said) and said.lemma_.lower() in reporting
        shifted = any(a.lower_ in {"had", "would"} for a in auxiliaries(told))
        who = children(seen, SUBJECT)
        but = any(c.lower_ in WORDS["adversative"] for c in children(seen, {"cc"}))
        if reports and shifted and but and who and who[0].pos_ != "PRON" and tells(seen) and not auxiliaries(seen):
            seen.head = said


def _has_told(verb: Token) -> bool:
    """Whether somebody said or has said it."""
    return tells(verb) or (verb.tag_ == "VBN" and any(a.lemma_ == "have" for a in auxiliaries(verb)))


def _mend_said_of(said: Token) -> None:
    """Make what seems said of a saying what it says: "it is clear that it sank (ccomp of said), they said (csubj)"."""
    clear, own = said.head, children(said, SUBJECT)
    it = any(s.lower_ in WORDS["standing_in"] for s in children(clear, SUBJECT | {"expl"}))
    if said.dep_ != "csubj" or not it or not clear.i < said.i or len(own) != 1 or children(said, {"mark", "cc"}):
        return
    start = own[0].left_edge
    if "," in {start.text, said.doc[start.i - 1].text}:
        told = [c for c in children(said, {"ccomp", "advcl"}) if clear.i < c.i < start.i]
        said.head, said.dep_ = (said if clear.head == clear else clear.head), clear.dep_
        clear.head, clear.dep_ = said, "ccomp"
        for clause in told:
            clause.head, clause.dep_ = clear, "csubj"


def _mend_reported(said: Token) -> None:
    """Make what is said of a noun and its participle: "a van carrying gas (nsubj) overturned (acl), police said".

    Or its present: "envoys of the two states plan (acl of states) to meet, police said". Its clause's subject, too, is
    not the saying's: "a trip (nsubj) to Oslo was put off (ccomp), aides (nsubj) said".
    """
    told, *more = children(said, SUBJECT) or [said]
    if more and is_finite(told) and is_verb(told) and children(told, SUBJECT):
        told.dep_ = "ccomp"  # "Karhu plans (nsubj) ferries to Lome, the firm said"
        return
    for thing in children(said, {"obj"}) if said.lemma_ in WORDS["of_no_thing"] else ():
        below = [c for c in thing.subtree if c.dep_ in REDUCED and c.i > thing.i and not children(c, SUBJECT)]
        made = [c for c in below if c.tag_ in {"VBN", "VBD"} and not children(c, {"obl:agent"})]
        # "said its unit (obj) filed (acl) for relief", "said a quake (obj) of magnitude 7 struck (acl of magnitude)"
        if made and thing.i > said.i and not auxiliaries(made[-1]):
            made[-1].head, made[-1].dep_, made[-1].tag_ = said, "ccomp", "VBD"
            thing.head, thing.dep_ = made[-1], "nsubj"
            return
    if not more or not told.i < more[-1].i < said.i:
        return
    above = said.head if said.dep_ == "parataxis" else said
    clauses = [c for c in (above, *children(said, {"ccomp", "parataxis"})) if c != said and c.i < more[-1].i]
    if clauses:
        _mend_told(clauses[-1], told)
        return
    before = said.doc[more[-1].left_edge.i - 1]
    past = [
        t
        for t in said.doc[told.i + 1 : before.i]
        if t.dep_ in REDUCED and t.tag_ in _TELLING and told.is_ancestor(t) and not children(t, SUBJECT)
    ]
    if before.text != "," or not past or auxiliaries(past[-1]) or children(past[-1], {"obl:agent"}):
        return
    verb = past[-1]
    verb.head, verb.dep_, verb.tag_ = said, "ccomp", "VBD" if verb.tag_ == "VBN" else verb.tag_
    told.head = verb


def mend_plans_told(doc: Doc, reporting: Container[str]) -> None:
    """Make what became of a plan what is said of it: "said a plan (obj) to sell it to Karhu (nsubj) fell (advcl)"."""
    for fell in [t for t in those(doc, "dep_", {"advcl", "xcomp", "ccomp"}) if t.tag_ == "VBD"]:
        plan, own = fell.head.head, children(fell, SUBJECT)
        said = plan.head
        below = fell.head.dep_ in REDUCED and plan.dep_ in OBJECT and said.i < plan.i < fell.i and has_to(fell.head)
        if not below or said.lemma_.lower() not in reporting or children(fell, {"mark"}) or not all(map(case, own)):
            continue
        for noun in own:
            noun.head, noun.dep_ = fell.head, "obl"
        fell.head, fell.dep_, plan.head, plan.dep_ = said, "ccomp", fell, "nsubj"


def _mend_told(clause: Token, told: Token) -> None:
    """Give a reported clause its subject, or what a colon announces: "due in May: a visit (nsubj), they say"."""
    if is_finite(clause) and told.i < clause.i and not children(clause, SUBJECT):
        told.head, told.dep_ = clause, "nsubj:pass" if is_passive(clause) else "nsubj"
    elif clause.tag_ == "VBN" and clause.i < told.i and any(t.text == ":" for t in clause.doc[clause.i : told.i]):
        told.head, told.dep_ = clause, "nsubj:pass"
