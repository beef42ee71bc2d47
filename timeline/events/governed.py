"""What the verb, the noun or the clause above says of what hangs on it: "agreed to", "a plan to", "prevented"."""

from __future__ import annotations

from spacy.tokens import Token

from timeline.events import grammar
from timeline.events.conditions import is_asked
from timeline.events.lexicon import Lexicon
from timeline.events.status import Status, calling_off

# The relations in which a verb says something of what hangs on it.
GOVERNED = grammar.OBJECT | {"xcomp", "ccomp", "obl", "advcl", "acl", "nsubj:pass", "nsubjpass", "nmod", "csubj"}


def wish_of(verb: Token, words: dict[str, frozenset[str]]) -> Token | None:
    """The noun of a wish that a clause before the verb opens with: "My hope is that somewhere in August we would …"."""
    for i in range(verb.i - 1, verb.sent.start, -1):
        t = verb.doc[i]
        if t.text in {";", '"'}:
            return None
        if (
            t.lemma_ == "be"
            and verb.doc[i - 1].lemma_.lower() in words["hoped_nouns"]
            and i + 1 < verb.i
            and verb.doc[i + 1].lower_ in {"that", "to", "for"}
        ):
            return verb.doc[i - 1]
    return None


def from_clause(cur: Token, head: Token, words: dict[str, frozenset[str]]) -> Status | None:
    """From the kind of clause alone: a condition, a noun's content ("the plan to meet")."""
    mark = next((c for c in grammar.children(cur, {"mark"}) if c.lower_ in words["conditional_marks"]), None)
    if cur.dep_ == "advcl" and mark is not None and not is_asked(mark, cur, words):
        return wished_for(head, words) or Status("conditional", (), "it hangs on a condition")
    that = any(m.lower_ in grammar.WORDS["content"] for m in grammar.children(cur, {"mark"}))
    told = cur.dep_ == "acl" and cur.tag_ in {"VBN", "VBD"} and not that  # "the agreement reached in Vienna"
    if cur.dep_ in {"acl", "nmod", "ccomp", "obl"} and head.pos_ in {"NOUN", "PROPN"} and not told:
        if cur.dep_ == "nmod" and head.lemma_.lower() in words["failed_nouns"] and grammar.case(cur) == "of":
            return None  # "the failure of the talks": they were held
        return _given_up(head, words) or by_noun(head, words)
    return None


def _given_up(noun: Token, words: dict[str, frozenset[str]]) -> Status | None:
    """Cancelled or denied, where a plan or a wish is: "dropped plans to meet", "a proposal to meet was rejected"."""
    over = noun.head
    done = noun.dep_ in grammar.OBJECT or (noun.dep_ in grammar.SUBJECT and grammar.is_passive(over))
    if not done or noun.lemma_.lower() not in words["planned_nouns"] | words["hoped_nouns"] or grammar.negation(over):
        return None
    off = calling_off(over, words)
    if off is not None:
        return off
    rejects = grammar.phrasal(over) in words["rejecting_verbs"]  # "turned down"
    return Status("denied", (over,), f"“{over.text}”") if rejects else None


def wished_for(head: Token, words: dict[str, frozenset[str]]) -> Status | None:
    """A wish in the shape of a condition: "it would be wonderful if we could welcome her"."""
    would = next((a for a in grammar.auxiliaries(head) if a.lower_ in words["modals_conditional"]), None)
    if would is None or head.lower_ not in words["wished_adjectives"]:
        return None
    return Status("hoped", (would, head), f"“{would.text} be {head.text}”: wished for, not arranged")


def is_own_clause(cur: Token, head: Token, lexicon: Lexicon) -> bool:
    """Whether what stands further up says nothing of this clause: a relative or adverbial one, reported speech."""
    if (
        cur.dep_ == "acl"
        and cur.tag_ == "VBN"
        and head.dep_ in grammar.OBJECT
        and head.head.lemma_ in {"see", "want", "have"}
    ):
        return False  # "hopes to see sanctions eased"
    if cur.dep_ in {"acl", "advcl"}:
        return not grammar.has_to(cur)
    if cur.dep_ in grammar.RELATIVE | {"parataxis"}:
        return True
    return cur.dep_ == "ccomp" and grammar.is_verb(head) and head.lemma_.lower() in lexicon.reporting


def goal_of(below: Token, head: Token, words: dict[str, frozenset[str]]) -> Token | None:
    """The word that makes a goal of what a day is set for: "named 3 May as the target for closing the camp"."""
    if below.dep_ not in {"obl", "advcl"} or grammar.case(below) not in grammar.WORDS["whose_day"]:
        return None
    called = (n for p, n in grammar.obliques(head) if p == "as" and n.lemma_ in grammar.WORDS["days_set"])
    return next((n for n in called if n != below and n.lemma_ in words["hoped_nouns"]), None)


def by_noun(noun: Token, words: dict[str, frozenset[str]]) -> Status | None:
    """What a noun of a wish, a plan or a denial makes of its complement; not "Kos's Hope for Haiti concert", a name."""
    lemma, root = noun.lemma_.lower(), noun.sent.root
    if noun.is_title and noun.i > noun.sent.start and root != noun and root.is_lower:
        return None
    no = grammar.negation(noun)
    if no is not None and lemma in words["planned_nouns"] | words["hoped_nouns"]:
        return Status("denied", (no,), f"“{no.text} {noun.text}”")
    if lemma in words["hoped_nouns"]:
        return Status("hoped", (noun,), f"“{noun.text}”: aimed at or wished for, not arranged")
    if lemma in words["planned_nouns"]:
        return Status("planned", (noun,), f"“{noun.text}”: arranged", arranged=True)
    if lemma in words["denied_nouns"]:
        return Status("denied", (noun,), f"“{noun.text}”")
    if lemma in words["possible_nouns"]:
        return Status("possible", (noun,), f"“{noun.text}”: it may or may not come")
    return None


def is_kept_from(below: Token, head: Token, words: dict[str, frozenset[str]]) -> bool:
    """Whether a verb keeps somebody from doing something: "prevented the council from adopting it"."""
    hinders = head.lemma_.lower() in words["hindering"] and grammar.negation(head) is None
    return hinders and below.tag_ == "VBG" and grammar.case(below) == "from"


def by_verb(head: Token, below: Token, words: dict[str, frozenset[str]]) -> Status | None:
    """What a governing verb makes of its complement."""
    lemma = head.lemma_.lower()
    dep = below.dep_
    if dep not in GOVERNED:
        return None
    infinitive = grammar.has_to(below)
    under = grammar.case(below).split(" ")[0]
    if dep in {"obl", "nmod"} and under and under not in words["content_prepositions"]:
        return None  # "announced it at a conference": the verb says nothing of the conference
    if dep == "advcl" and not (
        infinitive and lemma in words["planned_verbs"] | words["hoped_verbs"] | words["denied_verbs"]
    ):
        return None
    nominal = dep in {"obj", "dobj", "obl", "nsubj:pass", "nsubjpass", "nmod"}
    negated = grammar.negation(head) is not None
    doing = dep == "xcomp" and below.tag_ == "VBG"  # "postponed ratifying it"
    off = calling_off(head, words) if nominal or doing else None
    if off is not None:
        return off
    if lemma in words["denied_verbs"] and (lemma != "rule" or (grammar.particle(head) is not None)):
        if nominal and (lemma in words["denied_clauses"] or below.lemma_.lower() in words["delaying_nouns"]):
            return None  # "ruled out a delay to the vote"
        if negated:  # "did not rule out a meeting"
            return Status("possible", (head,), f"“{head.text}” denied: it may or may not come")
        return Status("denied", (head,), f"“{head.text}”")
    supposed = _supposed(head, below, words) if dep == "ccomp" else None
    if supposed is not None:
        return supposed
    if nominal and lemma in words["hoped_verbs"] and grammar.is_passive(head) and grammar.is_pluperfect(head):
        return None  # "the move had been expected": it came
    if nominal and lemma in words["planned_clauses"]:
        return None  # "resolved the dispute"
    bound = lemma in words["obliging_verbs"] and not grammar.is_past(head)  # "has to pay by May"
    bound = bound or (lemma in words["obliging_passive"] and grammar.is_passive(head))
    obliged = infinitive and bound
    if obliged or (
        lemma in words["hoped_verbs"] and not (nominal and lemma in words["hoped_clauses"] and dep != "obl")
    ):
        return Status("hoped", (head,), f"“{head.text}”: aimed at, wished or expected, not arranged")
    if lemma in words["liking_verbs"] and (
        lemma == "look" or any(a.lower_ in words["modals_conditional"] for a in grammar.auxiliaries(head))
    ):
        return Status("hoped", (head,), f"“{head.text}”: wished for")
    if lemma == "go" and head.tag_ == "VBG" and infinitive:
        return Status("planned", (head,), "“going to”", arranged=True)
    if lemma == "be" and dep == "xcomp" and infinitive:
        return Status("planned", (head,), "“is to”: arranged", arranged=True)
    ready = head.lower_ in words["possible_adjectives"] and grammar.is_passive(head)  # "is prepared to"
    offered = ready and infinitive
    arranged = lemma in words["planned_verbs"] or (infinitive and _was_to(head, below, words))
    if arranged and lemma not in words["own_rules"] and not offered:
        past_clause = dep == "ccomp" and grammar.finite_past(below)
        if not past_clause and not negated:
            return Status("planned", (head,), f"“{head.text}”: arranged", arranged=True)
    settled = words["confirmed_nouns"] if lemma == "confirm" else frozenset[str]()
    come_about = below.lemma_.lower() in words["told_afterwards"] | settled  # "announced his death"
    purpose = grammar.has_to(head) and head.dep_ in {"advcl", "acl"}  # "was sent to confirm their withdrawal"
    if lemma in words["announcing_verbs"] and nominal and dep != "obl" and not come_about and not purpose:
        return Status("planned", (head,), f"“{head.text}”: said with certainty", arranged=True)
    if offered or lemma in words["possible_verbs"] or (lemma in words["warning_verbs"] and dep == "obl"):
        return _permitted(head, words) or Status("possible", (head,), f"“{head.text}”")
    hearsay = lemma in words["hearsay_passive"] and grammar.is_passive(head)
    if dep == "xcomp" and infinitive and (hearsay or lemma in words["seeming_verbs"]):
        return Status("possible", (head,), f"“{head.text} to”: a claim nobody stands for")
    return None


def _was_to(head: Token, below: Token, words: dict[str, frozenset[str]]) -> bool:
    """Whether something had been meant to be: "was supposed to open in May", no "is supposed to have opened"."""
    was = any(a.tag_ == "VBD" for a in grammar.auxiliaries(head))
    return was and head.lemma_.lower() in words["planned_passive"] and not grammar.is_perfect(below)


def _supposed(head: Token, below: Token, words: dict[str, frozenset[str]]) -> Status | None:
    """What a verb of supposing makes of its clause: "does not think they met", "believes they will meet"."""
    lemma = head.lemma_.lower()
    if lemma in words["supposing_verbs"] and grammar.is_finite(below):
        return Status("possible", (head,), f"“{head.text}”: it may be so")
    if lemma not in words["believing_verbs"]:
        return None
    if grammar.negation(head) is not None:
        return Status("denied", (head,), f"“{head.text}” denied: somebody says it is not so")
    if any(a.lower_ in words["modals_planned"] for a in grammar.auxiliaries(below)):
        return Status("hoped", (head,), f"“{head.text}”: expected, not arranged")
    return Status("possible", (head,), f"“{head.text}”: it may be so") if grammar.is_finite(below) else None


def _permitted(head: Token, words: dict[str, frozenset[str]]) -> Status | None:
    """Planned, where leave is as good as given: "will be allowed to dock"."""
    if head.lemma_.lower() not in words["permitting_verbs"] or not grammar.is_passive(head):
        return None
    will = next((a for a in grammar.auxiliaries(head) if a.lower_ in words["modals_planned"]), None)
    return Status("planned", (will, head), f"“{will.text} be {head.text}”: settled", arranged=True) if will else None
