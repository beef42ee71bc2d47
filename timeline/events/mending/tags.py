"""Words that the tagger took for something else: verbs for nouns, nouns for verbs."""

from __future__ import annotations

from collections.abc import Container

from spacy.tokens import Doc, Span, Token

from timeline.events.grammar import (
    AS_A_VERBS,
    FINITE,
    HYPHENS,
    OBJECT,
    OBLIQUE,
    PASSIVE,
    PASTS,
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
    prefixed,
)
from timeline.events.parsed import those


def mend_headline_verbs(doc: Doc, verbs: Container[str]) -> None:
    """Make a verb of the noun that a parser saw in a caption's present tense: "Lavrov (R) meets with Kerry in Moscow".

    Only a lower-case plural of one of `verbs` (lemmas), or of an aim with what is aimed at ("Karhu plans to leave"),
    right of a name or of a noun with its article ("a conference opens in Quito"), in a sentence without a finite verb,
    or in such a clause: "said Keita plans (ccomp or obj) to leave"; and of two names: "Peru and Chile plan (NN)".
    """
    below = [t for t in those(doc, "dep_", {"ccomp"} | OBJECT) if t.tag_ in {"NN", "NNS"} and t.head.i < t.i]
    clauses = [t for t in below if t.dep_ == "ccomp" and is_finite(t.head)]
    clauses += [t for t in below if t.dep_ == "iobj" or (t.dep_ != "ccomp" and t.head.lemma_ in WORDS["of_no_thing"])]
    for token in [*(s.root for s in doc.sents), *clauses]:
        several = token.tag_ == "NN" and any(c.pos_ == "PROPN" and children(c, {"conj"}) for c in token.children)
        if not (token.tag_ == "NNS" or several) or not token.is_lower:
            continue
        aim = next((c for c in children(token, {"acl", "xcomp"}) if has_to(c) and c.left_edge.i == token.i + 1), None)
        aims = token.lemma_ in WORDS["aims"] and (aim is not None or bool(children(token, OBJECT)))
        if (token.lemma_ not in verbs or several or token.dep_ in OBJECT) and not aims:
            continue
        if any(t.tag_ in FINITE and not (aim is not None and aim.is_ancestor(t)) for t in token.subtree):
            continue
        names = [
            c
            for c in token.children
            if c.i < token.i
            and (c.dep_ in SUBJECT | {"compound", "nmod", "dep"} or (c.dep_ == "amod" and c.tag_ == "NNP"))
            and (c.pos_ == "PROPN" or c.tag_ == "NNP" or _is_whole(c))
        ]
        if not names:
            continue
        token.tag_, token.pos_ = "VBP" if several else "VBZ", "VERB"
        token.dep_ = "ccomp" if token.dep_ in OBJECT else token.dep_
        names[-1].dep_ = "nsubj"
        if aim is not None:
            aim.dep_ = "xcomp"
        for c in token.children:
            if c.dep_.startswith("nmod"):
                c.dep_ = "obl"


def mend_prefixes(doc: Doc) -> None:
    """Give a verb what a hyphen parts from it: "Mali and Togo will co (ROOT) -chair (parataxis) talks".

    "Gil (compound) co (nsubj)-hosted a summit", "agreed to (case) co (compound)-host (NN) a summit".
    """
    for part in those(doc, "lower_", WORDS["prefixes"]):
        verb = prefixed(part)
        if verb is None or not (is_verb(verb) or verb.tag_ == "NN") or part.i == part.sent.start:
            continue
        if verb.dep_ in {"compound", "amod"} or (part.head == verb and part.dep_ in {"mark", "advmod"}):
            continue  # "the co-hosted summit", "will re-open it"
        before = part.nbor(-1)
        if verb.tag_ == "NN" and before.tag_ != "MD" and (before.tag_ != "TO" and before.lower_ != "to"):
            continue  # "the co-chair"
        above, dep = part.head, part.dep_
        names = [c for c in part.children if c.i < part.i and c.dep_ in {"compound", "flat"}]
        own = [c for c in part.children if c not in names]
        if above != verb and (above == part or verb.head == part):
            verb.head, verb.dep_ = (verb if above == part else above), dep
        elif dep in SUBJECT and names:
            own.append(names[-1])
            names[-1].dep_ = dep
            for c in names[:-1]:
                c.head = names[-1]
        for c in [c for c in own if c != verb]:
            c.head, c.dep_ = verb, AS_A_VERBS.get(c.dep_, c.dep_)
        if verb.tag_ == "NN" or before.lower_ == "to":
            verb.tag_, verb.pos_, verb.lemma_ = "VB", "VERB", verb.lower_
            verb.dep_ = "xcomp" if verb.dep_ in OBLIQUE else verb.dep_
        if before.head == verb and before.lower_ == "to":
            before.dep_, before.tag_ = "mark", "TO"
        part.head, part.dep_, part.tag_, part.pos_ = verb, "advmod", "AFX", "X"


def mend_aims_said(doc: Doc) -> None:
    """Make a verb of an aim that somebody tells: "Peru plans (NNS, nsubj of said) to open it, an aide said".

    So is that of a name: "Foreign Minister Ama Addo plans (nmod of Minister) to open it"; and "Chad and Togo plan (NN,
    ccomp) to open it, aides said".
    """
    for token in those(doc, "tag_", {"NNS", "NN"}):
        aim = next((c for c in children(token, {"acl", "xcomp"}) if has_to(c) and c.left_edge.i == token.i + 1), None)
        if token.lemma_ not in WORDS["aims"] or aim is None or token.i == token.sent.start:
            continue
        before, top = token.nbor(-1), token if token.dep_ in SUBJECT | {"ccomp"} else token.head
        said = top.head
        two = before.pos_ == "PROPN" and any(children(c, {"conj"}) for c in token.children if c.i < token.i)
        if token.tag_ == "NN" and not two:
            continue  # "Kone's plan to leave"
        tellers = [s for s in children(said, SUBJECT) if s.i > aim.right_edge.i and doc[s.left_edge.i - 1].text == ","]
        if not tellers or top.dep_ not in SUBJECT | {"ccomp"} or not is_finite(said) or said.i < tellers[-1].i:
            continue
        if not (before.pos_ == "PROPN" or (before.head == token and _is_whole(before))):
            continue
        if top == token:
            next((c for c in (before, *chain(before)) if c.head == token), before).dep_ = "nsubj"
        else:
            top.head = token
        token.tag_, token.pos_ = "VBP" if two else "VBZ", "VERB"
        token.head, token.dep_, aim.dep_ = said, "ccomp", "xcomp"
        for c in token.children:
            if c.dep_.startswith("nmod"):
                c.dep_ = "obl"


def _is_whole(noun: Token) -> bool:
    """Whether a noun right before a plural begins its sentence with an article of its own: "A conference opens"."""
    first = noun.sent[0]
    return noun.tag_ == "NN" and first.tag_ == "DT" and noun.i + 1 == noun.head.i and noun.sent[-1].text == "."


def mend_deaths(doc: Doc) -> None:
    """Make one verb of two that tell one death: "say gunmen have (ccomp) shot (NN) and killed (conj) two guards"."""
    for joint in [t for t in doc if t.i and t.i + 1 < len(doc) and t.nbor().lower_ in WORDS["struck_down"]]:
        first, killed = joint.nbor(-1), joint.nbor()
        if joint.dep_ != "cc" or first.lower_ not in WORDS["striking"] or first.head == killed:
            continue
        has = first.nbor(-1) if first.i > first.sent.start else first
        perfect = has.lemma_ == "have"
        above = has if perfect and has.head != first else first
        who = has if has.pos_ in {"NOUN", "PROPN"} and has.head == first and has.dep_ == "compound" else None
        dep = "ccomp" if above.dep_ in OBJECT else "advcl" if above.dep_ in SUBJECT | OBLIQUE else above.dep_
        killed.head, killed.dep_ = (killed if above.head == above else above.head), dep
        for c in {*above.children, *first.children, *(has.children if perfect else ())} - {first, killed, joint}:
            c.head = killed
        if above == has:
            has.head, has.dep_ = killed, "aux"
        if who is not None and not children(killed, SUBJECT):
            who.dep_ = "nsubj"
        first.head, first.dep_, first.tag_, first.pos_, joint.head, joint.dep_ = (
            *(killed, "advmod", "RB", "ADV"),
            *(first, "fixed"),
        )
        killed.tag_, killed.pos_, passive = "VBN" if auxiliaries(killed) else "VBD", "VERB", is_passive(killed)
        for s in children(killed, SUBJECT):
            s.dep_ = "nsubj:pass" if passive else "nsubj"
        done_to = [n for n in children(killed, OBLIQUE) if not case(n) and killed.i < n.i and n.pos_ != "NUM"]
        if done_to and not passive and not children(killed, OBJECT) and done_to[0].left_edge.i == killed.i + 1:
            done_to[0].dep_ = "obj"


def mend_names_like_modals(doc: Doc) -> None:
    """Make a name of a modal with a capital: "Theresa May (MD) met the king", "police said Will (MD) Ruto left".

    And a month of what follows a number: "the ship sued on 3 May (aux) is lost"; and letters that spell a pronoun,
    "the WHO (WP) met", are a name where others of their sentence are small.
    """
    for token in [t for t in those(doc, "tag_", {"WP"}) if t.is_upper and len(t) > 1]:
        if not token.sent.root.is_upper:
            token.tag_, token.pos_ = "NNP", "PROPN"
    for token in those(doc, "dep_", {"aux"}):
        if token.tag_ == "NNP" and token.i > token.sent.start and token.nbor(-1).tag_ == "CD":
            token.head, token.dep_ = token.nbor(-1), "nmod:unmarked"
    for token in [t for t in those(doc, "tag_", {"MD"}) if t.is_title and t.i > t.sent.start]:
        before, after, verb = token.nbor(-1), token.nbor() if token.i + 1 < len(doc) else token, token.head
        if token.lower_ not in WORDS["modal_names"] or before.is_punct:
            continue  # "at issue: Will the oil spread?"
        if (not verb.is_lower and verb.pos_ != "PROPN") or token.is_ancestor(before) or token.is_ancestor(after):
            continue  # "Karhu May Sell Unit"
        if before.pos_ == "PROPN":
            while before.dep_ in {"flat", "compound"} and before.head.i < before.i:
                before = before.head
            token.head, token.dep_ = before, "flat"
        elif after.pos_ == "PROPN":
            token.head, token.dep_ = after, "compound"
        elif not children(verb, SUBJECT):
            token.dep_ = "nsubj"
        else:
            continue
        token.tag_, token.pos_, token.lemma_ = "NNP", "PROPN", token.text


def mend_past(doc: Doc, verbs: Container[str]) -> None:
    """Make a past of a form in -ed that has a subject and no auxiliary: "Jobs unveiled (JJ) the phone".

    And of one that is never anything else: "a ferry sank (NN)"; or that is the same in both, where one person or thing
    does it or a day is told: "the mayor quit (VBP)".
    """
    for token in (t for t in those(doc, "tag_", {"VBP", "NN"}) if t.lower_ in WORDS["unchanged"]):
        doers = children(token, SUBJECT)
        if token.tag_ == "NN":  # "a quake of magnitude 6 hit (NN) Lima"
            if token.dep_ == "ROOT" and doers and not children(token, {"det", "amod", "compound", "cop", "nmod:poss"}):
                token.tag_, token.pos_ = "VBD", "VERB"
                for c in token.children:
                    c.dep_ = AS_A_VERBS.get(c.dep_, c.dep_)
            continue
        one = bool(doers) and doers[-1].tag_ in {"NN", "NNP"} and not children(doers[-1], {"conj"})
        if one or (doers and any(c.lower_ in WORDS["weekdays"] for c in children(token, OBLIQUE))):
            token.tag_ = "VBD"
    for token in (t for t in doc if t.text in PASTS and t.tag_ not in {"VBD", "VBN"}):  # not "Drew Lind"
        token.tag_, token.pos_, token.lemma_ = "VBD", "VERB", PASTS[token.lower_]
        for c in token.children:
            c.dep_ = AS_A_VERBS.get(c.dep_, c.dep_)
    for token in those(doc, "dep_", {"ROOT"}):  # "A strong quake (compound) rocked (VBN) Togo"
        thing = token.nbor(-1) if token.i > token.sent.start else token
        bare = token.tag_ in {"VBN", "VBD"} and not children(token, SUBJECT) and not auxiliaries(token)
        if bare and thing.dep_ == "compound" and thing.head == token and children(token, OBJECT):
            thing.dep_, token.tag_, token.pos_ = "nsubj", "VBD", "VERB"
        name = thing.head if thing.tag_ == "POS" else token  # "Holm's (nmod:poss) downgraded (VBN) the bank's notes"
        alone = not [s for s in children(token, SUBJECT) if s != name] and not auxiliaries(token)
        if alone and name.dep_ in {"nmod:poss", "nsubj"} and name.head == token and children(token, OBJECT):
            name.dep_, token.tag_, token.pos_ = "nsubj", "VBD", "VERB"
            thing.dep_, thing.tag_, thing.pos_ = "flat", "NNP", "PROPN"
    for token in those(doc, "tag_", {"JJ", "VBP", "VB", "VBN"}):
        if not token.is_lower or not token.text.endswith("ed"):
            continue
        if token.tag_ == "VB" and (has_to(token) or auxiliaries(token)):
            continue
        if token.tag_ == "VBP" and (token.lemma_ in WORDS["in_ed"]):
            continue
        below = {c.dep_ for c in token.children}
        # "Karhu proposed to buy it", "said the number neared (VBN) a million"
        whole = below & OBJECT or token.dep_ == "ccomp" or (token.dep_ == "ROOT" and below & {"xcomp", "ccomp"})
        own = any(c.dep_ == "nsubj" and c.lower_ in WORDS["doing_pronouns"] for c in token.children)
        if token.tag_ == "VBN" and not own and ("nsubj" not in below or below & PASSIVE or not whole):
            continue  # "the agreements reached with Mali could": no main verb
        if not below & SUBJECT or below & {"cop", "aux"} or (token.tag_ == "JJ" and not below & OBJECT):
            continue
        token.tag_, token.pos_ = "VBD", "VERB"
        if token.lemma_ == token.text:  # an adjective's
            stems = (token.text[:-1], token.text[:-2], token.text[:-3])  # "unveiled", "banned"
            token.lemma_ = next((s for s in stems if s in verbs), token.text)


def mend_second_deeds(doc: Doc, declaring: Container[str]) -> None:
    """Make a past of what was said next, no word before a noun: "owned the fraud and accused (amod) envoys of it"."""
    for verb in those(doc, "tag_", {"VBN"}):
        noun, joint = verb.head, doc[verb.i - 1] if verb.i else verb
        if verb.dep_ != "amod" or verb.lemma_ not in declaring or joint.dep_ != "cc" or noun.dep_ != "conj":
            continue
        first = noun.head
        deed = first.head
        if first.dep_ in OBJECT and deed.tag_ == "VBD" and children(deed, SUBJECT) and noun.left_edge == joint:
            verb.tag_, verb.head, verb.dep_ = "VBD", deed, "conj"
            joint.head, noun.head, noun.dep_ = verb, verb, "obj"
            for p in [c for c in noun.children if c.i < verb.i and c.dep_ == "punct"]:
                p.head = verb


def mend_roots(doc: Doc, intransitive: Container[str]) -> None:
    """Make a verb the root of a whole sentence that has none: "Thousands of people rallied (acl) in a square."."""
    for verb in [v for sentence in doc.sents if (v := _lost_verb(sentence, intransitive)) is not None]:
        _make_root(verb)


def mend_runs(doc: Doc) -> None:
    """Let a verb lead its sentence though a noun hangs on it: "the phase of the truce runs (nmod) until 1 March"."""
    for runs in those(doc, "tag_", {"NNS", "VBZ"}):
        root, after = runs.sent.root, runs.i + 1
        if runs.lower_ not in WORDS["runs"] or after >= len(doc) or doc[after].lower_ not in WORDS["up_to"]:
            continue
        thing = doc[runs.i - 1]
        whole = root.pos_ == "NOUN" and root.i < thing.i and thing.head == runs and thing.dep_ == "compound"
        if not whole or any(t.tag_ in FINITE for t in runs.sent if t != runs):
            continue
        for mark in children(runs, {"case", "det", "amod"}):
            mark.head = thing
        thing.head, thing.dep_ = runs.head, runs.dep_
        _make_root(runs)
        runs.tag_, runs.lemma_ = "VBZ", "run"


def mend_intransitives(doc: Doc, intransitive: Container[str]) -> None:
    """Make a past of what is done to nobody, in a whole sentence: "Oil leaked (VBN) into the bay.".

    Or to a thing: "Karhu reported (VBN) on Monday its biggest loss.", not "Berg awarded a prize."; or of what tells
    that something is so: "Karhu disclosed (VBN) in May that it was sold.".
    """
    for verb in those(doc, "tag_", {"VBN", "VBD"}):
        own, done = children(verb, SUBJECT if verb.tag_ == "VBN" else {"nsubj:pass"}), children(verb, OBJECT)
        thing = any(children(o, {"det", "nmod:poss"}) for o in done) and verb.lower_.endswith("ed")
        off = f"{verb.lemma_.lower()} {verb.nbor().lower_}" if verb.i + 1 < len(doc) else ""
        alone = verb.lemma_.lower() in intransitive or off in WORDS["going_off"]  # "Kone pulled (VBN) out of talks."
        past = (thing and verb.lemma_ not in WORDS["given"]) or (not done and alone)
        past = past or any(
            m.lower_ in WORDS["content"] for c in children(verb, {"ccomp"}) for m in children(c, {"mark"})
        )
        if not (past and own) or auxiliaries(verb) or any(p == "by" for p, _ in obliques(verb)):
            continue
        if verb.dep_ == "ROOT" and verb.sent[-1].text.endswith("."):  # of "Inc.", too
            verb.tag_, own[0].dep_ = "VBD", "nsubj"


def _lost_verb(sentence: Span, intransitive: Container[str]) -> Token | None:
    """The main verb of a whole sentence whose parse has none: "Thousands of people rallied (acl) in a square."."""
    root, doc = sentence.root, sentence.doc
    if root.pos_ not in {"NOUN", "PROPN"}:
        return None
    told = [t for t in sentence if not t.is_space]
    if told[-1].text != ".":
        return None
    if any(
        t.tag_ in FINITE and not _is_below(t) for t in told
    ):  # "two aides to Vogel, a lawyer and a banker, left (acl) for Lima"
        past = [
            t  # "Kos, Gil and others met (conj)"; "talks on cod that were to open were put (acl) off"
            for t in children(root, REDUCED | {"conj", "parataxis", "advcl"})
            if (t.tag_ == "VBD" or (t.tag_ == "VBN" and any(a.tag_ in FINITE for a in auxiliaries(t))))
            and not children(t, {"mark", "cc"})
            and all(case(s) or (s.i and case(doc[s.i - 1])) for s in children(t, SUBJECT))
        ]  # "a truce in force since 3 (nsubj) February ended (acl)"
        return past[-1] if past and not children(root, {"cop"}) else None
    for t in told:
        joined = t.dep_ == "conj" and t.head == root and not children(t, SUBJECT | {"cc"})  # "and its foes reopened"
        if not (t.dep_ in REDUCED or joined) or t.tag_ != "VBN" or not t.text.endswith("ed") or t.i < root.i:
            continue
        if children(t, OBJECT) or (t.lemma_.lower() in intransitive and all(p != "by" for p, _ in obliques(t))):
            return t
        return None
    return None


def _is_below(finite: Token) -> bool:
    """Whether a tense is a subordinate clause's: "bombs killed (acl) nine as police began (advcl) a search"."""
    verb = finite.head if finite.dep_ in {"aux", "aux:pass", "cop"} else finite
    return any(t.dep_ in RELATIVE or _is_beside(t) for t in (verb, *chain(verb)))


def _is_beside(clause: Token) -> bool:
    """Whether a clause goes with another: "saying (advcl) that he had left", not "talks on 20 May were put (advcl)"."""
    marked = bool(children(clause, {"mark", "advmod", "cc"}))
    leads = clause.head.dep_ == "ROOT" and is_finite(clause) and not marked
    return clause.dep_ == "advcl" and not leads


def _make_root(verb: Token) -> None:
    """Give a sentence's parse a new root, and the old one as its subject."""
    root = verb.sent.root
    passive = bool(children(verb, PASSIVE))
    verb.head, verb.dep_, verb.tag_, verb.pos_ = verb, "ROOT", "VBN" if passive else "VBD", "VERB"
    root.head, root.dep_ = verb, "nsubj:pass" if passive else "nsubj"


def mend_nouns(doc: Doc) -> None:
    """Make a noun of a present that stands where only a noun can: "since the oil rig (VBP) exploded".

    And of a gerund under what leads nouns alone: "was killed during fighting (VBG, advcl) in Kano"; or in what befalls
    somebody: "were killed in fighting".
    """
    for deed in those(doc, "tag_", {"VBG"}):
        befalls = is_passive(deed.head) and not children(deed, {"xcomp", "ccomp"})
        leading = WORDS["before_nouns"] | (WORDS["where_it_befalls"] if befalls else frozenset())
        lasting = deed.dep_ == "acl" and bool(children(deed.head, {"nummod"}))  # "after three days of fighting (acl)"
        leading = leading | WORDS["of"] if lasting else leading
        marks = [c for c in deed.children if c.lower_ in leading and c.i == deed.i - 1]
        if marks and deed.dep_ in {"advcl", "acl"} and not children(deed, OBJECT | SUBJECT):
            deed.tag_, deed.pos_, deed.dep_, marks[0].dep_ = "NN", "NOUN", "obl", "case"
    for deed in those(doc, "tag_", {"VBG"}):  # "shot six rebels in fighting (acl of rebels) that began on Monday"
        marks = [c for c in children(deed, {"mark"}) if c.i == deed.i - 1 and c.tag_ == "IN"]
        which = doc[deed.i + 1] if deed.i + 1 < len(doc) else deed
        if marks and which.tag_ == "WDT" and which.head.dep_ in RELATIVE and not children(deed, OBJECT | SUBJECT):
            deed.tag_, deed.pos_, marks[0].dep_, which.head.head = "NN", "NOUN", "case", deed
            deed.dep_ = "obl" if is_verb(deed.head) else "nmod"
    for coming in those(doc, "tag_", {"VBG"}):  # "will end in coming (advcl) weeks (obj)"
        marks, units = children(coming, {"mark"}), children(coming, OBJECT)
        bare = coming.lower_ in WORDS["of_days"] and marks and marks[0].lower_ in WORDS["where_due"]
        if bare and units and units[0].i == coming.i + 1 and units[0].tag_ == "NNS":
            marks[0].head, marks[0].dep_, units[0].head, units[0].dep_ = units[0], "case", coming.head, "obl"
            coming.head, coming.dep_, coming.pos_ = units[0], "amod", "ADJ"
    for token in those(doc, "dep_", SUBJECT | OBJECT | OBLIQUE):
        if token.pos_ == "NOUN" and token.dep_ in OBLIQUE and not children(token, {"cop"}):
            _join_subject(token)
        _take_over(token)
        if token.tag_ not in {"VB", "VBP", "VBZ"} or not token.is_lower:
            continue
        below = {c.dep_ for c in token.children}
        if has_to(token) or auxiliaries(token) or below & OBJECT:
            continue
        if token.dep_ not in OBLIQUE and not below & {"det", "amod", "compound", "nummod", "nmod:poss", "case"}:
            continue  # "users, however, account (nsubj) for half"
        token.tag_, token.pos_ = "NNS" if token.tag_ == "VBZ" else "NN", "NOUN"
        _join_subject(token)


def mend_missing(doc: Doc) -> None:
    """Make a predicate of what only looks like a deed: "twelve miners are missing (VBG) in Togo"."""
    for word in those(doc, "tag_", {"VBG"}):
        if word.lower_ not in WORDS["no_deeds"] or children(word, OBJECT):
            continue
        for be in [a for a in auxiliaries(word) if a.lemma_ == "be"]:
            word.tag_, word.pos_, word.lemma_, be.dep_ = "JJ", "ADJ", word.lower_, "cop"


def mend_opening(doc: Doc) -> None:
    """Make a verb of what has nothing to be a predicate with: "two schools open (JJ) on Saturday"."""
    for word in those(doc, "tag_", {"JJ"}):
        if word.lower_ not in WORDS["opening"] or word.dep_ not in {"ROOT", "ccomp", "conj"}:
            continue
        own = children(word, SUBJECT)
        if own and own[-1].tag_ == "NNS" and not children(word, {"cop"}) and not auxiliaries(word):
            word.tag_, word.pos_ = "VBP", "VERB"


def mend_gerunds(doc: Doc) -> None:
    """Make a noun of the deed behind a day with an article: "since the (det of 23) Oct. 23 killing (VBG) of a nun".

    And a part of its name of the deed before a death: "in the May 2013 stabbing (VBG) death (obj) of a guard".
    """
    for deed in (t for t in those(doc, "tag_", {"VBG", "NN"}) if t.lower_.endswith("ing") and t.i > t.sent.start + 1):
        day = deed.nbor(-1)
        while day.head.i in {deed.i - 1, deed.i - 2, deed.i - 3} and day.head.tag_ in {"CD", "NNP"} and day.head != day:
            day = day.head
        first, after = day.left_edge, deed.nbor() if deed.i + 1 < deed.sent.end else deed
        dated = day.tag_ in {"CD", "NNP"} and any(t.tag_ == "CD" for t in doc[first.i : deed.i])
        if not dated or day.dep_ not in OBLIQUE | OBJECT or deed.is_ancestor(day) or not children(day, {"det"}):
            continue
        died = after.lower_ in WORDS["deaths"] and after.head == deed
        if not died and not any(case(n) == "of" and n.i > deed.i for n in children(deed, OBLIQUE)):
            continue
        last = after if died else deed
        marks = children(day, {"case"})
        for c in children(day, {"advmod"} if marks else set()):
            c.head = marks[-1]  # "shortly after the 3 May killing"
        for c in (*marks, *children(day, {"det"})):
            c.head = last
        last.head, last.dep_, day.head, day.dep_ = day.head, day.dep_, last, "nmod:unmarked"
        deed.tag_, deed.pos_ = "NN", "NOUN"
        if died:
            deed.head, deed.dep_ = last, "compound"
        for c in children(last, OBLIQUE):
            c.dep_ = c.dep_ if c == day else "nmod"


def mend_denied_deeds(doc: Doc, verbs: Container[str]) -> None:
    """Make a verb of what somebody denies or admits doing: "denied meeting (compound) rebels (obj) in May"."""
    for deed in [t for t in those(doc, "dep_", {"compound"}) if t.lower_.endswith("ing") and t.i > t.sent.start]:
        noun, above, stem = deed.head, deed.nbor(-1), deed.lower_[:-3]
        lemma = next((s for s in (stem, f"{stem}e", stem[:-1]) if s in verbs), None)  # "meeting", "arming", "planning"
        whom = noun.dep_ in OBJECT and noun.head == above and noun.left_edge == deed and noun.tag_ != "NN"
        if lemma is None or not whom or above.lemma_ not in WORDS["owning"]:
            continue
        for c in [c for c in above.children if c.i > noun.i and c.dep_ in OBLIQUE]:
            c.head = deed
        deed.tag_, deed.pos_, deed.lemma_, deed.head, deed.dep_ = "VBG", "VERB", lemma, above, "xcomp"
        noun.head, noun.dep_ = deed, "obj"


def mend_visitors(doc: Doc) -> None:
    """Make a participle of what stands before an office: "quoted Togo's visiting (xcomp) Minister Kos (obj)".

    "Talks between Ama Addo and visiting (conj) Minister Kos"; "was received by (mark) visiting (advcl) Minister Kos".
    """
    for verb in [t for t in those(doc, "tag_", {"VBG"}) if t.i > t.sent.start + 1]:
        owner, whom = verb.nbor(-1).head, next(iter(children(verb, OBJECT)), verb)
        offices = children(whom, {"nmod:desc"})
        if not offices or whom.left_edge.i != verb.i + 1 or verb.head == verb:
            continue
        joint, first = verb.nbor(-1), verb.nbor(-2)
        over = verb.head
        if joint.dep_ == "mark" and joint.head == verb and verb.dep_ == "advcl" and over.tag_ == "VBN":
            if not children(over, OBJECT):  # not "has begun the tour by visiting Minister Kos"
                whom.head, whom.dep_, joint.head, joint.dep_ = over, "obl:agent", whom, "case"
                verb.head, verb.dep_, verb.pos_ = whom, "amod", "ADJ"
            continue
        if joint.dep_ == "cc" and verb.dep_ == "conj" and first.pos_ == "PROPN" and is_verb(verb.head):
            first = next((t for t in (first, *chain(first)) if t.dep_ not in {"flat", "compound"}), first)
            for c in [c for c in verb.children if c not in {joint, whom}]:
                c.head = verb.head
            whom.head, whom.dep_, verb.head, verb.dep_, verb.pos_, joint.head = first, "conj", whom, "amod", "ADJ", whom
            continue
        if verb.nbor(-1).tag_ != "POS" or owner.head != verb or owner.dep_ not in SUBJECT:
            continue
        above = verb.head
        for c in [c for c in verb.children if c not in {owner, whom}]:
            c.head = above
        whom.head, whom.dep_ = above, "obj" if verb.dep_ in {"xcomp", "ccomp"} else verb.dep_
        owner.head, owner.dep_, verb.head, verb.dep_, verb.pos_ = whom, "nmod:poss", whom, "amod", "ADJ"


def _take_over(noun: Token) -> None:
    """Make a noun of what a tagger took for an adverb behind one: "a relief well (RB) that Karhu drilled"."""
    last = noun.nbor() if noun.i + 1 < len(noun.doc) else noun
    known = noun.lower_ in WORDS["of_wells"]
    beside = known or last.head == noun or (last.head == noun.head and _goes_on_with_a_verb(last))
    if last.lower_ not in WORDS["no_adverbs"] or not beside or last.dep_ != "advmod" or noun.tag_ != "NN":
        return
    above = noun.head if noun.head != last else last.head
    last.head, last.dep_, last.tag_, last.pos_ = above, noun.dep_, "NN", "NOUN"
    for c in [noun, *(c for c in noun.children if c != last)]:
        c.head = last
    noun.dep_ = "compound"


def _goes_on_with_a_verb(word: Token) -> bool:
    """Whether a verb group follows that has a tense: "until a relief well is drilled"."""
    return word.i + 1 < len(word.doc) and word.nbor().tag_ in FINITE


def mend_claims(doc: Doc) -> None:
    """Make a subject of the plural that opens a sentence, no present: "Claims (VBZ) that he left are untrue (ccomp)".

    A sentence has somebody or something who does what a present tells; of two clauses below, the last is the main one.
    """
    for plural in [s[0] for s in doc.sents if s[0].tag_ == "VBZ" and s[0].dep_ in SUBJECT]:
        plural.tag_, plural.pos_ = "NNS", "NOUN"
        for c in children(plural, {"ccomp"}):
            c.dep_ = "acl"
    for plural in [s[0] for s in doc.sents if s[0].tag_ == "VBZ" and s[0] == s.root]:
        told = [c for c in children(plural, {"ccomp", "parataxis", "conj"}) if c.i > plural.i]
        if children(plural, SUBJECT) or not told or plural.nbor().lower_ not in WORDS["content"]:
            continue
        inside, main = told[0], next((c for c in told[1:] if not children(c, SUBJECT)), told[0])
        if inside == main or children(main, SUBJECT) or not is_finite(main):
            continue
        plural.tag_, plural.pos_ = "NNS", "NOUN"
        main.head, main.dep_ = main, "ROOT"
        inside.head, inside.dep_ = plural, "acl"
        for c in [c for c in plural.children if c.i > main.i]:
            c.head = main
        plural.head, plural.dep_ = main, "nsubj:pass" if children(main, PASSIVE) else "nsubj"


def mend_suspects(doc: Doc) -> None:
    """Make what somebody is called of a present before his name: "murder (nsubj) suspect (VBP) Lund (nsubj) quit"."""
    for called in [t for t in those(doc, "dep_", {"acl"}) if t.lower_ in WORDS["called_so"] and t.tag_ == "VBP"]:
        noun, names = called.nbor(-1), [o for o in children(called, OBJECT) if o.ent_type_ == "PERSON"]
        if names and noun.dep_ in OBLIQUE and names[0].left_edge.i == called.i + 1:  # "a file on murder suspect Lund"
            for c in [*noun.children, *(c for c in called.children if c.i > names[0].i)]:
                c.head = names[0]
            names[0].head, names[0].dep_ = noun.head, noun.dep_
            called.tag_, called.pos_, called.head, called.dep_ = "NN", "NOUN", names[0], "nmod:desc"
            noun.head, noun.dep_ = called, "compound"
    for called in [s.root for s in doc.sents if s.root.lower_ in WORDS["called_so"] and s.root.tag_ == "VBP"]:
        own, told = children(called, SUBJECT), children(called, {"ccomp"})
        name = called.nbor() if told else called
        if not own or own[-1].i != called.i - 1 or not told or name.ent_type_ != "PERSON" or name.head != told[0]:
            continue
        verb = told[0]
        for c in [c for c in called.children if c not in {verb, own[-1]}]:
            c.head = verb
        called.tag_, called.pos_, called.head, called.dep_ = "NN", "NOUN", name, "nmod:desc"
        own[-1].head, own[-1].dep_ = called, "compound"
        verb.head, verb.dep_ = verb, "ROOT"


def mend_adverbs(doc: Doc, units: Container[str]) -> None:
    """Make a noun of an adverb with an article, "reach the damaged well (RB)": a subject or an object.

    Its article may have gone to a time: "capped the (det of month) well last month".
    """
    for word in [t for t in those(doc, "tag_", {"RB"}) if t.lower_ in WORDS["no_adverbs"]]:
        unit = word.head
        own = [c for c in unit.children if c.i < word.i]
        if unit.i > word.i and unit.lemma_.lower() in units and any(c.dep_ == "det" for c in own):
            word.head, word.dep_ = unit.head, "obl" if any(c.dep_ == "case" for c in own) else "obj"
            for c in own:
                c.head = word
    for word in (
        t for t in those(doc, "tag_", {"RB"}) if t.lower_ in WORDS["no_adverbs"] and children(t, {"det", "nmod:poss"})
    ):
        word.tag_, word.pos_ = "NN", "NOUN"
        verb = word.nbor().head if _goes_on_with_a_verb(word) and word.nbor().dep_ != "ROOT" else word
        done_to = word.dep_ == "advmod" and word.head.i < word.i and word.head.pos_ == "VERB"
        if verb == word and done_to and not children(word.head, OBJECT | PASSIVE):
            word.dep_ = "obj"  # "inspected the well on Friday"
        if word.dep_ in SUBJECT | OBJECT | OBLIQUE or verb == word or children(verb, SUBJECT):
            continue
        word.head, word.dep_ = verb, "nsubj:pass" if children(verb, PASSIVE) else "nsubj"
    for enough in those(doc, "dep_", {"advmod"}):  # "did not go far (advmod of go) enough"
        before = enough.nbor(-1) if enough.i else enough
        if enough.lower_ in WORDS["enough"] and before.dep_ == "advmod" and before.head == enough.head:
            enough.head = before
    for noun in those(doc, "dep_", {"advmod"}):  # "the well (advmod) is sealed"
        if noun.tag_ == "NN" and noun.i < noun.head.i and children(noun, {"det"}) and not children(noun.head, SUBJECT):
            noun.dep_ = "nsubj:pass" if children(noun.head, PASSIVE) else "nsubj"


def mend_lost_nouns(doc: Doc) -> None:
    """Give a noun that seemed an adverb its phrase back: "the Sund (nsubj) well (RB) burst", "a broken well (RB)".

    What stands before it has an article or an owner, which no name needs and no participle has.
    """
    for noun in [
        t for t in those(doc, "tag_", {"RB", "UH", "PRP"}) if t.lower_ in WORDS["no_adverbs"] and t.i > t.sent.start
    ]:
        before = noun.nbor(-1)
        after = noun.nbor() if noun.i + 1 < len(doc) else noun
        named = [c for c in children(before, {"det", "nmod:poss"}) if c.i < before.i]
        acts = before.dep_ in SUBJECT and before.tag_ == "NN" and after.pos_ in {"VERB", "AUX"}  # "the mayor well knew"
        if not named or acts or before.tag_ not in {"NN", "NNP", "JJ", "VBN", "VBG", "VBD"}:
            continue
        above, dep = before.head, before.dep_
        if above == noun and dep == "amod" and _is_lost_subject(noun):  # "the broken well (discourse) is sealed"
            noun.tag_, noun.pos_, noun.dep_ = "NN", "NOUN", "nsubj:pass" if children(noun.head, PASSIVE) else "nsubj"
            for c in named:
                c.head = noun
            continue
        if above == noun or noun.is_ancestor(above):
            continue
        if dep in {"amod", "compound"}:
            if above.pos_ != "VERB" or above.i < noun.i or children(above, SUBJECT):
                continue
            dep = "nsubj:pass" if children(above, PASSIVE) else "nsubj"
        noun.head, noun.dep_ = (noun if above == before else above), dep
        noun.tag_, noun.pos_ = "NN", "NOUN"
        for c in [c for c in before.children if c.dep_ not in {"flat", "fixed"} and c != noun]:
            c.head = noun
        before.head, before.dep_ = noun, "compound" if before.pos_ in {"NOUN", "PROPN"} else "amod"
        before.pos_ = "ADJ" if before.dep_ == "amod" else before.pos_


def _is_lost_subject(noun: Token) -> bool:
    """Whether what seemed an aside stands where the verb after it has no subject."""
    aside = noun.dep_ in {"discourse", "advmod"} and noun.i < noun.head.i
    return aside and noun.head.pos_ == "VERB" and not children(noun.head, SUBJECT)


def _join_subject(noun: Token) -> None:
    """Make a part of its name of what a parser took for a noun's subject: "since the oil rig"."""
    for c in noun.children:
        if c.dep_ in SUBJECT and c.i < noun.i:
            c.dep_ = "compound"


def mend_verbs_in_names(doc: Doc) -> None:
    """Make a name's part of the verb with a capital between two names: "the Iceland Met (VBD) Office said"."""
    for verb in [t for t in those(doc, "tag_", {"VBD", "VBN"}) if t.is_title and t.sent.start < t.i < t.sent.end - 1]:
        before, after = verb.nbor(-1), verb.nbor()
        if before.tag_ != "NNP" or after.tag_ != "NNP" or children(verb, OBJECT) or verb.head == verb:
            continue
        for c in [c for c in verb.children if c not in {before, after}]:
            c.head = after
        verb.tag_, verb.pos_, verb.lemma_ = "NNP", "PROPN", verb.text
        if after.head == verb:
            after.head, after.dep_ = verb.head, verb.dep_
        for part in (before, verb):
            part.head, part.dep_ = after, "compound"


def mend_former_offices(doc: Doc) -> None:
    """Make an adjective of what somebody was before his office: "said ousted (ccomp) President Kos (nsubj) left".

    And of what he is for a time: "is to meet with (mark) acting (advcl) President Kos (obj)".
    """
    for acting in [t for t in those(doc, "tag_", {"VBG"}) if t.lower_ in WORDS["for_a_time"]]:
        who = next((o for o in children(acting, OBJECT) if o.left_edge.i == acting.i + 1), None)
        named = who is not None and who.ent_type_ == "PERSON" and bool(children(who, {"nmod:desc"}))
        if who is None or not named or acting.head == acting or children(acting, SUBJECT):
            continue
        for c in [c for c in acting.children if c != who]:
            c.head = acting.head if c.i > who.i else who
            c.dep_ = "case" if c.dep_ == "mark" else c.dep_
        who.head, who.dep_ = acting.head, "obl" if children(who, {"case"}) else "obj"
        acting.head, acting.dep_, acting.pos_ = who, "amod", "ADJ"
    for done in those(doc, "tag_", {"VBN", "VBD"}):
        after = doc[done.i + 1] if done.i + 1 < len(doc) else done
        bare = done.dep_ in {"ccomp", "xcomp", "conj"} and not list(done.children) and after.dep_ == "nmod:desc"
        who = after.head
        if bare and who.dep_ in SUBJECT and who.head.head == done.head and who.left_edge == after and done.i < who.i:
            done.head, done.dep_, done.tag_, done.pos_ = who, "amod", "VBN", "ADJ"


def mend_openings_to_aid(doc: Doc) -> None:
    """Make a noun's part of the aid for which somebody opens a way: "reopened the port to aid (acl) ships (obj)"."""
    for aid in [t for t in those(doc, "tag_", {"VB"}) if t.lower_ in WORDS["aid"] and t.dep_ in REDUCED | {"advcl"}]:
        verb = next((t for t in chain(aid) if is_verb(t)), aid)
        things, marks = children(aid, OBJECT), children(aid, {"mark"})
        if verb.lemma_ not in WORDS["opening_ways"] or not marks or len(things) != 1 or things[0].i != aid.i + 1:
            continue
        thing, mark = things[0], marks[0]
        for c in [c for c in aid.children if c not in {thing, mark}]:
            c.head = verb
        thing.head, thing.dep_ = verb, "obl"
        mark.head, mark.dep_, mark.tag_ = thing, "case", "IN"
        aid.head, aid.dep_, aid.tag_, aid.pos_ = thing, "compound", "NN", "NOUN"


def mend_hit_places(doc: Doc) -> None:
    """Make a participle of what a hyphen joins to its noun behind "to": "sent aid to quake-hit (acl) Peru (obj)".

    What stands behind hangs on the verb above: "advised against travel to flu-hit Peru on Tuesday (obl of hit)".
    """
    for hit in those(doc, "tag_", {"VB"}):
        by, things = hit.i - 2, children(hit, OBJECT)
        if hit.dep_ == "ROOT" or by < 1 or not things or things[0].left_edge.i != hit.i + 1:
            continue
        marks = [m for m in children(hit, {"mark"}) if m.i == by - 1]
        joined = doc[hit.i - 1].text in HYPHENS and doc[by].head == hit and doc[by].dep_ == "compound"
        if not marks or not joined:
            continue
        place, noun = things[0], hit.head
        main = next((t for t in (noun, *chain(noun)) if is_verb(t)), noun)
        for c in [c for c in hit.children if c.i > place.i]:
            c.head = main
        place.head, place.dep_ = noun, "obl" if is_verb(noun) else "nmod"
        hit.head, hit.dep_, hit.tag_ = place, "amod", "VBN"
        marks[0].head, marks[0].dep_ = place, "case"


def mend_states(doc: Doc, verbs: Container[str]) -> None:
    """Make a second adjective of what tells no deed: "is to be brief and dignified (VBN)", "was calm but marred"."""
    for told in those(doc, "tag_", {"VBN"}):
        beside = told.head
        if told.dep_ != "conj" or beside.tag_ != "JJ" or not children(beside, {"cop"}) or told.lemma_.lower() in verbs:
            continue
        own = {c.dep_ for c in told.children} - {"advmod", "cc", "punct", "obl:agent"}
        if not own or (has_to(beside) and own <= {"obl"}):
            told.tag_, told.pos_ = "JJ", "ADJ"


def mend_participles(doc: Doc) -> None:
    """Make a participle of the noun that a parser saw behind another: "a vote set (NN) for Sunday was put off".

    And of the past right behind a clause's subject, and of what is to be done: "to be relieved (JJ) of his post"; and
    of what an object is set to do: "join talks set (xcomp of join) to open".
    """
    for ahead in [t for t in those(doc, "dep_", {"xcomp"}) if t.lower_ == "set" and t.tag_ in {"JJ", "VBN"}]:
        noun = doc[ahead.i - 1]
        if noun.dep_ in OBJECT and noun.head == ahead.head and doc[ahead.i + 1].tag_ == "TO":
            ahead.head, ahead.dep_, ahead.tag_, ahead.pos_ = noun, "acl", "VBN", "VERB"
    for passive in those(doc, "dep_", {"aux:pass"}):
        if passive.head.tag_ == "JJ" and passive.head.pos_ == "VERB":
            passive.head.tag_ = "VBN"
    for done in those(doc, "dep_", REDUCED):  # "a truce agreed (VBD) in May fell apart"
        main = done.head.head
        if done.tag_ == "VBD" and not children(done, SUBJECT | OBJECT | {"aux"}) and done.head.dep_ in SUBJECT:
            done.tag_ = "VBN" if main.tag_ in FINITE or any(a.tag_ in FINITE for a in auxiliaries(main)) else "VBD"
    for token in those(doc, "tag_", {"NN"}):
        if token.lower_ != "set":
            continue
        before = token.nbor(-1) if token.i > token.sent.start else token
        if before.head != token or before.dep_ != "compound" or before.pos_ != "NOUN":
            continue
        if token.i + 1 >= len(doc) or token.nbor(1).lower_ != "for":
            continue
        before.head, before.dep_ = token.head, token.dep_
        token.head, token.dep_, token.tag_, token.pos_ = before, "acl", "VBN", "VERB"
        for c in [c for c in token.children if c.i < before.i]:
            c.head = before


def mend_infinitives(doc: Doc, occasions: Container[str]) -> None:
    """Make an infinitive of a gerund that a modal governs, "will sing (VBG)", and of "is due to open (JJ)".

    And of a participle with "to", "to spread (VBN)", or of what is to be: "talks are to centre (NN) on it"; and of what
    is asked for: "asked them to back (compound) talks (obl)". Hang on
    its noun what is due, "the talks due to begin (advcl)", and what is to be done: "a pact for Mali to leave", "an
    offer by Mali to leave", "announced talks to be held".
    """
    for verb in those(doc, "tag_", {"VBN", "VBD"}):
        if any(c.tag_ == "TO" and c.i == verb.i - 1 for c in verb.children) and not auxiliaries(verb):
            verb.tag_, verb.pos_ = "VB", "VERB"
    _give_their_objects(doc)
    for to in (t for t in those(doc, "dep_", {"mark", "case"}) if t.lower_ == "to"):
        verb = to.head
        bare = to.i == verb.i - 1 and verb.tag_ in {"NN", "JJ"} and verb.is_lower
        bare = bare and (to.pos_ == "PART" or any(s.lemma_.lower() in occasions for s in children(verb, SUBJECT)))
        if bare and any(c.i == to.i - 1 and c.tag_ in {"VBZ", "VBP"} for c in children(verb, {"cop"})):
            to.tag_, to.dep_, verb.tag_, verb.pos_, verb.lemma_ = "TO", "mark", "VB", "VERB", verb.lower_
    for to in (t for t in doc if t.lower_ == "to" and t.i > t.sent.start and t.nbor(-1).lower_ in WORDS["due"]):
        due, verb = to.nbor(-1), to.head if to.dep_ in {"mark", "case"} else to.nbor(-1).head
        told = due.dep_ in RELATIVE and verb.dep_ in RELATIVE and verb.head == due.head  # "which was due to expire"
        if due.tag_ == "JJ" and verb.i > to.i and (told or due.dep_ in {"mark", "case", "advcl", "advmod"}):
            _make_infinitive(to, due, verb)
    for word in those(doc, "lower_", WORDS["shutting"]):
        _shut_on_its_day(word)
    for verb in those(doc, "dep_", {"advcl"}):
        first = verb.left_edge
        if not (verb.tag_ == "VB" or _is_to_be_done(verb)) or first.i == verb.sent.start:
            continue
        noun = first.nbor(-1)
        ahead = first.tag_ == "JJ" and first.dep_ == "advmod" and first.nbor(1).tag_ == "TO"
        if first.tag_ == "TO" and case(noun) in WORDS["given_to"] | WORDS["done_by"]:
            while noun.dep_ in {"flat", "conj"}:
                noun = noun.head  # "a decision by Mali and Togo to leave"
            if noun.dep_ != "nmod" or (case(noun) in WORDS["done_by"] and noun.head.lemma_ not in WORDS["intending"]):
                continue
            noun = noun.head
        elif _is_to_be_done(verb) and first.tag_ == "TO":  # "announced a parade to be held (advcl)"
            if noun.dep_ not in OBJECT or verb.head.lemma_ in WORDS["control"]:
                continue
        elif not ahead:
            continue
        if noun.pos_ in {"NOUN", "PROPN"}:
            verb.head, verb.dep_ = noun, "acl"
    for token in those(doc, "tag_", {"VBG"}):
        below = list(token.children)
        if any(c.tag_ == "MD" for c in below) and not any(c.lemma_ == "be" for c in below):
            token.tag_, token.lemma_ = "VB", token.lower_


def _give_their_objects(doc: Doc) -> None:
    """Make an infinitive of what a parser joined to its object: "asked them to back (compound) talks (obl)"."""
    for verb in [t for t in those(doc, "dep_", {"compound"}) if t.tag_ == "VB"]:
        to, noun = doc[verb.i - 1], verb.head
        if to.tag_ == "TO" and to.head == noun and noun.dep_ == "obl" and is_verb(noun.head):
            verb.head, verb.dep_, verb.pos_, to.head, to.dep_ = noun.head, "xcomp", "VERB", verb, "mark"
            noun.head, noun.dep_ = verb, "obj"


def _shut_on_its_day(word: Token) -> None:
    """Make an infinitive of what goes on from one, before its day: "will open 3 May and close (JJ) 9 May (conj)"."""
    opens = next((t for t in chain(word) if t.tag_ == "VB"), None)
    if word.tag_ != "JJ" or word.dep_ != "conj" or opens is None or word.i + 1 >= len(word.doc):
        return
    after = word.nbor()
    day = next((t for t in (after.head, after) if t.tag_ in {"CD", "NNP"} and t.i > word.i), None)
    if word.nbor(-1).tag_ != "CC" or day is None:
        return
    word.tag_, word.pos_, word.head = "VB", "VERB", opens
    if day.head in {opens, *opens.children}:
        day.head, day.dep_ = word, "obl" if case(day) else "obl:unmarked"


def _is_to_be_done(verb: Token) -> bool:
    """Whether a participle is that of a passive infinitive: "to be held"."""
    return verb.tag_ == "VBN" and any(c.tag_ == "VB" for c in children(verb, {"aux:pass"}))


def _make_infinitive(to: Token, due: Token, verb: Token) -> None:
    """Make an infinitive of what is due to be done, whatever a parser made of it; not of "due to storms"."""
    if verb.tag_ not in {"VB", "VBP"} and not _is_to_be_done(verb):
        if verb.lower_ not in WORDS["lasting"] or children(verb, {"det", "amod", "compound", "nummod"}):
            return
        verb.lemma_ = verb.lower_
        verb.dep_ = "acl" if verb.dep_ == "nmod" else verb.dep_
    verb.tag_, verb.pos_ = verb.tag_ if _is_to_be_done(verb) else "VB", "VERB"
    to.head, to.dep_, to.tag_, due.head, due.dep_ = verb, "mark", "TO", verb, "advmod"
    for c in children(due, SUBJECT | {"cop"}):  # "the rules are (cop of due) due to take effect"
        c.head = verb
    for c in verb.children:
        c.dep_ = {"cop": "aux", "nsubj:outer": "nsubj", "nmod": "obl"}.get(c.dep_, c.dep_)
