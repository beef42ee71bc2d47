"""Whether something occurred, is planned, hoped for, denied …: from tense, modals and the words above it."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from timeline.events import grammar
from timeline.events.charges import claim_of, hedged, is_blow_told_of, of_charge, of_claim, reporter_of
from timeline.events.conditions import conditional
from timeline.events.governed import (
    by_noun,
    by_verb,
    from_clause,
    goal_of,
    is_kept_from,
    is_own_clause,
    wish_of,
    wished_for,
)
from timeline.events.lexicon import Lexicon
from timeline.events.modals import by_modal
from timeline.events.outcome import come_to_nothing, doubted, moving_on, of_occasion, told_next
from timeline.events.status import Status


def status_of(verb: Token, noun: Token | None, lexicon: Lexicon, *, kind: str = "body", named: bool = False) -> Status:
    """The status of a verb's event, or of a noun's that the verb carries.

    `verb` is the event's own verb, its supporting verb, or the noun itself where none carries it; `named` says that
    the event is the noun's.
    """
    own = _own(verb, lexicon, kind)
    if noun is not None:
        own = of_occasion(verb, noun, own, lexicon, named=named)
    above = _above(verb, lexicon)
    if above is None and noun is not None:
        above = _programme(verb, lexicon)
    if (above is None or above.value == "planned") and not grammar.finite_past(verb):
        wish = wish_of(verb, lexicon.status)
        above = by_noun(wish, lexicon.status) if wish is not None else above
    best = own if above is None or not _outweighs(above, own, verb) else above
    settled = best.value == "planned" and grammar.has_to(verb) and grammar.is_past(verb.head)  # "decided to cancel it"
    settled = settled and verb.head.lemma_.lower() in lexicon.status["settling_verbs"]
    if noun is not None and best is above and (settled or best.value in {"occurred", "ongoing"}):  # "was forced to"
        best = of_occasion(verb, noun, best, lexicon, named=named)
    if best.value in {"planned", "hoped", "generic"} or (own.background and grammar.is_passive(verb)):
        best = come_to_nothing(verb, best, lexicon) or best
    if best.value in {"occurred", "ongoing", "planned"}:
        best = hedged(verb, lexicon.status) or (doubted(noun, best, lexicon) if noun is not None else None) or best
    if best.value in {"hoped", "planned"} and _is_of_nature(verb, lexicon):
        best = replace(best, value="possible")  # "the storm is expected to hit Kano": nobody hopes so, nor arranged it
    if best.value == "denied" and _is_of_whoever(verb):
        best = Status("generic", (), "whoever does not: nobody is meant")
    reporter = reporter_of(verb, lexicon)
    if reporter is not None and not named and best.value in {"occurred", "ongoing"} and not best.standing:
        best = replace(best, claim=claim_of(verb, reporter, lexicon.status))
    # "said he had met", "after he had met": the past perfect is only the past of a past
    background = own.background and reporter is None and best.value != "denied" and not _is_after_clause(verb)
    return replace(best, arranged=best.arranged or own.arranged, background=background, said_by=reporter)


def _is_of_whoever(verb: Token) -> bool:
    """Whether a clause says of which of many something holds: "states that do not sign by May will lose seats"."""
    those = verb.head
    many = those.tag_ == "NNS" and all(c.i > those.i for c in those.children)
    which = any(s.tag_ == "WDT" for s in grammar.children(verb, grammar.SUBJECT))
    which = which and any(a.lemma_ in {"do", "have"} for a in grammar.auxiliaries(verb))  # not "are not threatening"
    return verb.dep_ in grammar.RELATIVE and many and which and grammar.text_before(verb.left_edge) != ","


def _is_of_nature(verb: Token, lexicon: Lexicon) -> bool:
    """Whether it is a storm or a quake that does what a verb tells."""
    below = verb.head if verb.dep_ == "xcomp" else verb
    who = [s for v in (verb, below) for s in grammar.children(v, grammar.SUBJECT)]
    who += grammar.children(below, grammar.OBJECT) if below != verb else []  # "they expect the rain to go on"
    words = {x.lemma_.lower() for s in who for x in (s, *grammar.children(s, {"compound", "flat"}))}
    return not words.isdisjoint(lexicon.title["of_nature"])  # "Hurricane Tove"


def _is_after_clause(verb: Token) -> bool:
    return verb.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ in {"after", "once"} for c in verb.children)


def _outweighs(above: Status, own: Status, verb: Token) -> bool:
    """Whether the words above a clause count for more than its own."""
    if own.arranged and own.cue and above.value == "hoped":
        return False  # "a report due on Friday is expected to say"
    told = own.value in {"occurred", "ongoing"} and not own.standing and not own.cue
    if told and not grammar.has_to(verb) and grammar.finite_past(verb):
        # a past clause under a plan or a hope is a fact of its own ("agreed to a truce, which began")
        return above.value in {"denied", "conditional", "possible"}
    if own.value in {"planned", "occurred", "ongoing", "generic", "hoped"} or own.foreseen:
        return True
    if (own.value, above.value) == ("cancelled", "denied"):
        return True  # "denied that it had called off the talks"
    if verb.tag_ == "VBD":
        return False  # "asked whether the minister resigned": a question of the past is no wish
    return above.value in {"conditional", "denied", "hoped"}


def _programme(verb: Token, lexicon: Lexicon) -> Status | None:
    """What a plan contains is planned: "the plan, which also includes a series of meetings"."""
    if verb.lemma_.lower() not in lexicon.status["containing_verbs"] or grammar.finite_past(verb):
        return None
    for s in grammar.subjects(verb):
        for t in (s, *(a for a in grammar.chain(s) if a.pos_ in {"NOUN", "PROPN"})):
            if t.lemma_.lower() in lexicon.status["planned_nouns"] | lexicon.status["programme_nouns"]:
                return Status("planned", (t,), f"part of the “{t.text}”", arranged=True)
    return None


def _own(verb: Token, lexicon: Lexicon, kind: str) -> Status:
    """From the verb's own condition, modals, negation and tense, in this order."""
    if not grammar.is_verb(verb) and not grammar.children(verb, {"cop"}):
        before, fixed = grammar.case(verb), _fixed(verb, lexicon)
        if fixed is not None:
            return fixed  # "the congress, due in May"
        if before.split(" ")[0] in lexicon.status["coming_prepositions"]:
            return Status("planned", (), f"“{before}”: still to come")
        ahead = next(
            (c for c in grammar.children(verb, {"amod"}) if c.lower_ in lexicon.status["coming_adjectives"]), None
        )
        if ahead is not None:
            return Status("planned", (ahead,), f"“{ahead.text}”: still to come")
        opens = verb.left_edge if verb.dep_ == "ROOT" else None  # "Possible meeting on fish"
        if opens is not None and opens.lower_ in lexicon.status["proposed"]:
            return Status("possible", (opens,), f"“{opens.text}”: it may or may not come")
        held = (t for t in grammar.children(verb, grammar.RELATIVE) if grammar.has_to(t) and grammar.is_passive(t))
        held = (t for t in held if t.lemma_ in grammar.WORDS["of_occasions"])
        due = next(held, None)  # "the election, which is to be held no later than May"
        return _own(due, lexicon, kind) if due else Status("occurred", (), "named as something that is or was")
    aux = grammar.auxiliaries(verb)
    return (
        conditional(verb, lexicon)
        or by_modal(verb, aux, lexicon)
        or _fixed(verb, lexicon)
        or (_infinitive(verb, aux, kind, lexicon) if grammar.has_to(verb) and (aux or verb.tag_ != "VBG") else None)
        or _tensed(verb, aux, lexicon, kind)
    )


def _fixed(verb: Token, lexicon: Lexicon) -> Status | None:
    """Planned, where the predicate itself says so: "is due in Lima"."""
    if verb.pos_ != "ADJ" or verb.lower_ not in lexicon.status["planned_adjectives"]:
        return None
    return Status("planned", (verb,), f"“{verb.text}”: arranged", arranged=True)


def _infinitive(verb: Token, aux: list[Token], kind: str, lexicon: Lexicon) -> Status:
    too = [c for c in verb.head.children if c.lower_ in lexicon.status["excess"] and c.i < verb.head.i]
    if too and verb.head.pos_ == "ADJ" and verb.dep_ in {"xcomp", "advcl", "ccomp"}:
        return Status("denied", (too[0],), f"“{too[0].text} … to” says it is not so")  # "was too ill to go"
    ordinal = _ordinal(verb, lexicon)
    if ordinal is not None:
        return Status("occurred", (ordinal,), f"“{ordinal.text} … to”: who did it first or last did it")
    to = next((c.i for c in verb.children if c.tag_ == "TO"), verb.i)
    due = next((c for c in verb.children if c.i == to - 1 and c.lower_ in lexicon.status["planned_adjectives"]), None)
    if due is not None:
        return Status("planned", (due,), f"“{due.text}”: arranged", arranged=True)
    missed = next((a for a in aux if a.lemma_ == "have" and a.i > to), None)
    if missed is not None and any(a.lemma_ == "be" and a.tag_ == "VBD" and a.i < to for a in aux):
        off = _called_off_beside(verb, lexicon)
        return off or Status("cancelled", (missed,), "“was to have”: it was planned, and did not come")
    if any(a.lemma_ == "be" and a.i < to for a in aux) or (verb.head.lemma_ == "be" and verb.dep_ == "xcomp"):
        return Status("planned", (), "“is to”: arranged", arranged=True)
    aside = verb.dep_ == "advcl" and to > 0 and verb.doc[to - 1].text == ","
    if verb.tag_ == "VBN" and aux and (verb.dep_ == "acl" or aside):
        return Status("planned", (), "“to be”: arranged", arranged=True)  # "the summit, to be held in May"
    if kind in {"headline", "item"} and verb.dep_ in {"ROOT", "acl", "conj"}:
        return Status("planned", (), "a headline's “to”: arranged", arranged=True)
    if verb.dep_ in {"advcl", "acl", "conj"}:
        return Status("hoped", (), "a purpose, not yet a fact")
    return Status("generic", (), "an infinitive: nothing says that it happens")


def _called_off_beside(verb: Token, lexicon: Lexicon) -> Status | None:
    """What was to be is called off or put off by its neighbour, or by whom it is told of: "who was to have left, …"."""
    main = next((t for t in grammar.chain(verb) if grammar.is_verb(t)), verb) if verb.dep_ in grammar.RELATIVE else verb
    told = (v for v in (*grammar.children(verb, {"conj"}), *told_next(verb), main) if v != verb and grammar.is_past(v))
    return next((off for v in told if (off := moving_on(v, verb, lexicon)) and grammar.negation(v) is None), None)


def _ordinal(verb: Token, lexicon: Lexicon) -> Token | None:
    """The word that makes a fact of a noun's infinitive: "the first president to visit Hiroshima"."""
    head = verb.head
    if verb.dep_ not in {"acl", "acl:relcl"} or head.pos_ not in {"NOUN", "PROPN", "ADJ", "NUM"}:
        return None
    coming = any(a.lemma_ in {"will", "would", "may", "could"} for a in grammar.auxiliaries(head))
    words = [head, *(c for c in head.children if c.dep_ in {"amod", "nummod"} and c.i < head.i)]
    if head.lemma_.lower() in lexicon.groups["people"]:  # "the highest-ranking envoy to visit Lima"
        words += [t for w in words[1:] for t in w.subtree if t.tag_ in grammar.SUPERLATIVES]
    return (
        None
        if coming
        else next((w for w in words if w.lower_ in lexicon.status["ordinals"] or w.tag_ in grammar.SUPERLATIVES), None)
    )


def _tensed(verb: Token, aux: list[Token], lexicon: Lexicon, kind: str) -> Status:
    """From tense alone."""
    perfect = [a for a in aux if a.lemma_ == "have"]
    if perfect and any(a.tag_ == "VBD" for a in perfect):
        return Status("occurred", (), "the past perfect: it had happened before", background=True)
    if perfect and verb.tag_ == "VBG":
        return Status("ongoing", (), "the present perfect: it goes on")
    if perfect:
        # "has twice before sued": not the news of the day
        before = any(c.lower_ in lexicon.status["backward_adverbs"] for c in verb.children)
        return Status("occurred", (), "the present perfect: it has happened", background=before)
    if verb.tag_ == "VBD" or any(a.tag_ == "VBD" for a in aux):
        return Status("occurred", (), "the past tense: it happened")
    if verb.tag_ == "VBG":
        if aux:
            return Status("ongoing", (), "the present progressive: under way")
        return _from_governor(verb, lexicon, kind)
    if aux and all(a.tag_ == "VBG" for a in aux) and verb.dep_ != "ccomp":
        return _from_governor(verb, lexicon, kind)  # "after being struck"
    if kind in {"caption", "headline", "item"} and verb.tag_ != "VB":
        told = f"a {kind}" if kind != "item" else "an item of a list"
        return Status("occurred", (), f"{told} tells in the present what happened")
    if verb.tag_ == "VBN" and not aux:
        return Status("occurred", (), "a past participle: it happened")
    if any(a.lower_ == "being" for a in aux) and any(a.tag_ in {"VBZ", "VBP"} for a in aux):
        return Status("ongoing", (), "the present progressive: under way")
    befell = verb.pos_ == "ADJ" and verb.lemma_.lower() in lexicon.triggers["befallen"]
    if befell or verb.pos_ == "PROPN" or grammar.is_state(verb):  # "12 are dead", "is in Oslo for talks"
        return Status("occurred" if befell else "ongoing", (), "the present tense: so it is by now")
    if is_done_by_saying(verb, lexicon):
        return Status("occurred", (), "the present tense of what is done by saying so")
    if (verb.tag_ in {"VBZ", "VBP"} or any(a.tag_ in {"VBZ", "VBP"} for a in aux)) and not _habit(verb, lexicon):
        return Status("ongoing", (), "the present tense: so it is as the article is written", standing=True)
    return Status("generic", (), "no tense that says it happens on an occasion")


def is_done_by_saying(verb: Token, lexicon: Lexicon) -> bool:
    """Whether a body does in the present what is done by saying so: "the council decides to extend the mandate"."""
    lemma, who = verb.lemma_.lower(), grammar.children(verb, grammar.SUBJECT)
    we = any(s.lower_ in lexicon.dating["we"] for s in who)
    known = lexicon.status["done_by_saying"] | (lexicon.status["planned_verbs"] if we else frozenset())
    if verb.tag_ not in {"VBZ", "VBP"} or lemma not in known:
        return False
    if any(x.lemma_.lower() in lexicon.empty for x in grammar.children(verb, {"xcomp"})):
        return False  # "decides to remain seized of the matter"
    if lemma == "call" and not any(p in lexicon.status["called_for"] for p, _ in grammar.obliques(verb)):
        return False  # "the town calls itself a city"
    bodies = lexicon.groups["bodies"] | {"it"}
    body = we or any(s.ent_type_ in {"ORG", "LOC"} or s.lemma_.lower() in bodies for s in who)
    body = body or (not who and verb.is_title)  # "1. Decides to extend the mandate"
    return body and verb == verb.sent.root and not _habit(verb, lexicon)


def _habit(verb: Token, lexicon: Lexicon) -> bool:
    """Whether a present tells what is so at any time: "elections usually favour", "diplomats drink"."""
    if any(c.dep_ == "advmod" and c.lower_ in lexicon.status["habitual_adverbs"] for c in verb.children):
        return True
    if any(c.lower_ in {"every", "each"} for _, n in grammar.obliques(verb) for c in n.children):
        return True
    for s in grammar.subjects(verb)[:1]:
        words = {c.lower_ for c in s.children if c.dep_ in {"det", "amod", "nummod", "nmod:poss"}}
        if words & {"any", "every", "each"}:
            return True
        if verb.lemma_.lower() in lexicon.reporting:
            return False  # "officials say": they said it
        if verb.lemma_.lower() in lexicon.triggers["awaited"] and grammar.is_passive(verb):
            return False  # "results are expected on Monday"
        return s.tag_ == "NNS" and not any(
            c.dep_ in {"det", "nummod", "nmod:poss", "nmod", "acl", "compound"} for c in s.children
        )
    return False


def _from_governor(verb: Token, lexicon: Lexicon, kind: str) -> Status:
    """A participle or gerund is as real as the clause it hangs on."""
    marker = grammar.case(verb)
    if marker.split(" ")[0] in {"before", "without"}:
        if marker == "without":
            return Status("denied", (), "“without”")
        if not grammar.is_past(grammar.first_conjunct(verb).head):
            return Status("hoped", (), "“before”: not yet a fact")
    if marker.split(" ")[0] in lexicon.status["factual_marks"]:
        return Status("occurred", (), f"“{marker}”: it happened")
    head = verb.head
    if head.lemma_.lower() in lexicon.status["factual_verbs"]:
        return Status("occurred", (), f"“{head.text}”: it happened")
    if marker == "from" and head.lemma_.lower() in lexicon.status["hindering"] and grammar.is_past(head):
        return Status("occurred", (), "it was not kept from it")  # "did not stop them from leaving"
    if verb.dep_ == "xcomp" and head.lemma_.lower() in lexicon.status["denied_verbs"]:
        return Status("generic", (), "what is ruled out, or is not: the verb above says which")
    if head != verb and (grammar.is_verb(head) or grammar.children(head, {"cop"})):
        return _own(head, lexicon, kind)
    return Status("occurred", (), "told as something that happens")


def _above(verb: Token, lexicon: Lexicon) -> Status | None:
    """From the words that govern the event: "the aim is to", "agreed to", "if", "denied that"."""
    words = lexicon.status
    if verb.pos_ != "ADJ" and grammar.children(
        verb, {"cop"}
    ):  # "the aim is to proceed": the infinitive is the predicate
        for subject in grammar.children(verb, grammar.SUBJECT):
            for wants in grammar.children(subject, grammar.RELATIVE) if subject.tag_ == "WP" else ():
                if wants.lemma_.lower() in words["hoped_verbs"]:  # "what Togo wants is a visit"
                    return Status("hoped", (wants,), f"“{wants.text}”: wanted, not arranged")
            if subject.lemma_.lower() in words["hoped_nouns"] | words["planned_nouns"]:
                return by_noun(subject, words)
    if verb.dep_ == "amod" and verb.tag_ == "VBN":
        return None  # "orders of the announced phone": it was announced
    cur = verb
    for head in grammar.chain(verb):
        if cur == verb and cur.dep_ == "obl" and grammar.case(cur) in lexicon.dating["scenes"]:
            doing = head if grammar.is_verb(head) else head.head  # "will make clear in their meeting"
            going = _own(doing, lexicon, "body") if grammar.is_verb(doing) else None
            if going is not None and going.cue and (going.value == "planned" or going.foreseen):
                return replace(
                    going, value="planned"
                )  # "will press him at the summit", "would be signed during a visit"
        if cur.dep_ in {"nmod", "obl"} and grammar.case(cur).split(" ")[0] in words["scene_prepositions"]:
            return None  # "announced a deal at a conference": the verb says nothing of the conference
        if cur.dep_ == "nmod" and head.lemma_.lower() in lexicon.groups["people"]:
            return None  # "set a wage for workers on contracts": nobody sets contracts
        if cur.dep_ != "conj":
            found = (
                of_charge(cur, head, words)
                or from_clause(cur, head, words)
                or of_claim(cur, head, lexicon)
                or _by_governor(cur, head, lexicon)
            )
            if found is not None:
                return found
            if is_own_clause(cur, head, lexicon) or (cur == verb and is_blow_told_of(cur, words)):
                return None
        cur = head
    return None


def _by_governor(cur: Token, head: Token, lexicon: Lexicon) -> Status | None:
    """What the word above makes of its complement, be it a verb, a copula's subject or an adjective."""
    words = lexicon.status
    goal = goal_of(cur, head, words)
    if goal is not None:
        return Status("hoped", (goal,), f"“{goal.text}”: aimed at, not arranged")
    if is_kept_from(cur, head, words):
        return Status("denied", (head,), f"“{head.text} from”: it did not come")
    if cur.dep_ in {"acl", "advcl"} and not grammar.has_to(cur):
        return None
    if cur.dep_ in grammar.RELATIVE | {"parataxis"}:
        return None
    if grammar.is_verb(head) or head.pos_ == "AUX":
        found = _goes_on(head, cur, lexicon) or by_verb(head, cur, words)
        if found is not None:
            return _as_sure_as(head, found, cur, lexicon)
        if not grammar.is_verb(cur) and cur.dep_ in grammar.OBLIQUE and grammar.case(cur) == "for":
            going = _own(head, lexicon, "body")  # "may travel to Oslo for talks": they are as sure as the journey
            if going.cue and going.value in {"planned", "possible", "conditional", "hoped"}:
                return going
    copular = bool(grammar.children(head, {"cop"}))
    for subject in grammar.children(head, grammar.SUBJECT)[:1]:
        if subject != cur and (copular or head.lemma_ == "be"):  # "the aim is to …", "my hope is that …"
            found = by_noun(subject, words) if subject.lemma_.lower() not in words["denied_nouns"] else None
            if found is not None:
                return found
    wished = wished_for(head, words) if copular and grammar.has_to(cur) else None  # "would be glad to meet them"
    if wished is not None:
        return wished
    if copular and cur.dep_ in {"acl", "xcomp", "advcl"} and grammar.has_to(cur):
        predicate = _own(head, lexicon, "body")  # "will be in a position to present": as sure as the predicate is
        if predicate.value in {"planned", "possible", "denied"} and predicate.cue:
            return predicate
    low = head.lower_
    if low in words["sure_adjectives"] and cur.dep_ == "ccomp" and grammar.is_finite(cur):
        return Status("possible", (head,), f"“{head.text}”: so somebody thinks")
    if low in words["hoped_adjectives"]:
        return Status("hoped", (head,), f"“{head.text}”: wished or expected, not arranged")
    if low in words["planned_adjectives"]:
        return Status("planned", (head,), f"“{head.text}”: arranged", arranged=True)
    if low in words["possible_adjectives"]:
        above = _above(head, lexicon) if head.dep_ == "xcomp" else None  # "hopes to be able to meet"
        return above or Status("possible", (head,), f"“{head.text}”: it may or may not come")
    return None


def _as_sure_as(head: Token, found: Status, cur: Token, lexicon: Lexicon) -> Status:
    """What a verb makes of its complement, where it is itself denied or supposed: "would have planned strikes".

    Or doubted: "denied that Togo had agreed to open its port", "may agree to open it".
    """
    own = _own(head, lexicon, "body")
    if found.value in {"planned", "possible"} and grammar.has_to(cur):
        may = own.value == "possible" and own.cue[0].tag_ == "MD"
        above = own if may else _above(head, lexicon)
        if above is not None and above.value in {"denied", "possible"}:
            return above
    if own.value in {"possible", "conditional"} and head.lemma_.lower() in lexicon.triggers["requests"]:
        return own  # "could ask the council to meet": nobody has asked it
    supposed = own.value == "conditional" and not own.foreseen and found.value != "hoped"
    unreal = own.value == "denied" or supposed  # who "would hope to meet, if all goes well" hopes
    if supposed and found.value == "denied":
        return own  # "if it refuses to join": it has not refused
    if head.lemma_.lower() in lexicon.status["denied_verbs"] and found.value == "possible":
        return found  # "has not ruled out sending troops"
    return own if unreal and found.value in {"planned", "hoped", "possible"} else found


def _goes_on(head: Token, below: Token, lexicon: Lexicon) -> Status | None:
    """What a verb of phase or of force makes of its infinitive: "will continue to use", "prompted them to flee"."""
    lemma = head.lemma_.lower()
    forced = below.dep_ == "advcl" and grammar.has_to(below) and lemma in lexicon.status["forcing_verbs"]
    if not forced and (below.dep_ != "xcomp" or lemma not in lexicon.status["phase_verbs"]):
        return None
    phase = _own(head, lexicon, "body")
    return phase if phase.cue or phase.value not in {"generic", "hoped"} else None
