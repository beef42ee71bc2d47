"""A stretch of the text in few words, for a title: the text's own words in the text's order, cut where it may end.

What goes from the middle says left_out.py. The rest stays as it stands, and is ended early where room is short:
before a preposition or a clause, never within what a list, a verb and its object, or a number hold together, nor
before what a word wants (wants.py).
"""

from __future__ import annotations

import re
from collections.abc import Container, Mapping, Set
from dataclasses import replace
from itertools import islice, takewhile
from typing import NamedTuple

from spacy.tokens import Span, Token

from timeline.events import grammar
from timeline.events.left_out import POSSESSIVE, dropped, is_named, leads_to, record_before
from timeline.events.named import Names, called, listed, names_beside, person_of, possessive, stays, undotted
from timeline.events.wants import is_bare_noun, is_what_about, wanted_by, wants_more

_BARE = 3  # words of a deed that says nothing by itself, and of what it befell
_NESTED = 3  # words between one that says which are meant and their noun: "the *west* and central Asian countries"
_NOTHING: dict[int, str] = {}
_RELATIVE = frozenset({"WDT", "WP"})
_BREAKS = frozenset({"_", ")", "]", ";", ":", "—", "–", "--", "-", "...", "…", ".", "?", "!", "|", "*"})
_CLAUSE = frozenset("advcl acl acl:relcl relcl ccomp conj parataxis appos csubj nummod discourse advmod".split())
_ASIDE = _CLAUSE - {"conj", "ccomp", "csubj"}
_BESIDE = frozenset("case mark cc cc:preconj punct appos cop advcl parataxis discourse aux aux:pass obl expl".split())
_BESIDE |= grammar.SUBJECT
_WHOLE = grammar.OBJECT | {"xcomp", "compound:prt", "prt", "fixed", "ccomp", "flat"}
_LEADS = frozenset("case mark cc cc:preconj det aux aux:pass cop prep nmod:poss poss".split())  # no title ends on them
_NOUNS = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "SYM", "PRON"})
_OF_A_NOUN = grammar.RELATIVE | grammar.REDUCED
_BELOW = frozenset({"advcl", "ccomp", "parataxis"}) | _OF_A_NOUN  # clauses
_CONTENT = frozenset({"ccomp", "xcomp"})
_OF_A_SUBJECT = frozenset({"nmod", "conj", "appos", "flat", "acl", "acl:relcl"})
_COMPLETING = frozenset({"xcomp", "ccomp"}) | grammar.OBJECT | grammar.OBLIQUE
_BEFORE = frozenset({"amod", "compound", "nummod"})
_OPENS_A_NOUN = frozenset({"NOUN", "PROPN", "ADJ", "DET", "PRON"})
_DASHES = frozenset({"--", "—", "–"})
_BESIDE_A_NOUN = frozenset({"appos", "dep", "parataxis", "nsubj", "list"})
_AFTER_A_DASH = frozenset({"JJR", "DT", "WDT", "WP", "WRB", "PRP", "PRP$", "CC"})
_INTENDING = grammar.WORDS["intending"]  # "his attempt to buy the yard"
_OF_A_VERB = frozenset({"of", "from", "into", "for", "to", "with", "on", "about", "in", "as", "against", "at"})
_COMPARED = grammar.WORDS["compared"]
_COMPARATIVES = frozenset({"JJR", "RBR"})
_ALIKE = grammar.WORDS["alike"]
_REACH = 40  # words beyond what it needs that a title looks at, at most
_TORN = 20  # characters that a title rather does without than end on a noun that wants what follows
_TOO_LONG = 5  # such characters that one beyond its room costs
_MARKS = frozenset(",’'")
_BEFORE_A_MARK = re.compile(r"\s+([,’'](?:s\b)?)")
_LETTERS = 7  # of a word and the blank after it, about


def phrase(
    head: Token,
    names: Names,
    *,
    room: int = 8,
    own: str | None = None,
    before: int | None = None,
    clauses: bool = False,
) -> str:
    """A noun phrase in about `room` words; `clauses`: an infinitive may complete it, "the last to ratify the treaty".

    It ends before the token `before`; of `own`, the actor that the title is about already, "his house" is just "house".
    """
    head = names.antecedent.get(head.i, head)
    if head.i in names.known and grammar.joined(head):
        names = replace(
            names, known={i: full for i, full in names.known.items() if i != head.i}
        )  # "the rebels and Togo"
    if head.i in names.befell and room > _BARE:
        what = names.befell[head.i]
        alone = replace(names, befell={at: other for at, other in names.befell.items() if at != head.i})
        own_words = phrase(head, alone, room=_BARE, own=own, before=before)
        return f"{own_words} of {phrase(what, names, room=_BARE)}"  # "explosion of ferry"
    beside = names_beside(head, names)
    if beside:
        return listed([names.short(a) for a in beside])
    clauses = clauses or head.i in names.known
    deliberate = head.lemma_.lower() in names.lexicon.nouns and is_bare_noun(head)
    elsewhere = _where_it_was(names.known[head.i], names) if head.i in names.known else set()
    if head.i in names.known:
        head = names.known[head.i]
        beside_it = [c for c in head.children if c.i > head.i and c.dep_ in {"conj", "cc"}]  # "a mill and a yard"
        elsewhere |= {x.i for c in beside_it for x in c.subtree}
    aim = [c for c in grammar.children(head, {"acl"}) if head.lemma_.lower() in _INTENDING and _is_infinitive(c)]
    if head.i in names.spared:
        names = replace(names, spared=frozenset())  # told here, spared there
    away = elsewhere | {x.i for c in head.children if c.i < head.i and _is_beside(c, names) for x in c.subtree}
    away |= {c.i for c in grammar.children(head, {"det"}) if c.lower_ in grammar.NEGATIONS}  # its verb says so
    stop = head.right_edge.i + 1
    if before is not None and head.i < before:
        stop = min(stop, before)
    for c in head.subtree:
        if c.dep_ not in _BELOW or c.left_edge.i <= head.i:
            continue
        led = c.dep_ in grammar.REDUCED and c.tag_ == "VBN" and c.head == head and is_bare_noun(head)
        by = any(
            x.lower_ == "by" for x in c.doc[c.i + 1 : c.i + 2]
        )  # "a delegation led by Ama Addo", "men held in Lome"
        led = led and (by or (c.left_edge.i == head.i + 1 and any(c.i < n.i for _, n in grammar.obliques(c))))
        gerund = c.tag_ == "VBG" and grammar.case(c) in _OF_A_VERB
        counted = c.dep_ in grammar.REDUCED and c.head.dep_ == "nmod" and _counts(c.head.head, names)
        which = c.tag_ == "JJ" and c.dep_ in grammar.REDUCED and c.left_edge.i == c.head.i + 1  # "towns close to it"
        next_to_it = c.head == head and c.left_edge.i == head.i + 1  # "a plan for ending the strike", "talks to end it"
        next_to_it = next_to_it and (gerund or (deliberate and _is_infinitive(c)))
        completing = (
            next_to_it
            or led
            or counted
            or which
            or _is_given(c)
            or c in aim
            or (clauses and ((_is_infinitive(c) and not grammar.children(c, {"ccomp"})) or gerund))
        )
        if not completing:
            stop = min(stop, c.left_edge.i)
    person = person_of(head, names)
    least = {head.i if person is None else person[0].i, *owned(head, names)}
    least |= {x.i for c in aim for x in (c, *grammar.objects(c))}
    span = head.doc[head.left_edge.i : stop]
    return cut(span, names, least=least, room=room * _LETTERS, own=own, away=away).text


def within(words: str, noun: Token) -> str:
    """A phrase that may have opened its sentence, as it stands within a title: "for victims"."""
    first = noun.left_edge
    opens = first.i == noun.sent.start and first.pos_ != "PROPN" and words.startswith(first.text)
    return words[:1].lower() + words[1:] if opens else words


def owned(noun: Token, names: Names) -> set[int]:
    """The mark of somebody whose own is left out, which stands for it: "Togo's" of "Chad's envoy and Togo's left"."""
    return {c.i for c in noun.children if c.tag_ == "POS" and c.i in names.kinds}


def _where_it_was(occasion: Token, names: Names) -> set[int]:
    """The tokens of the place where two sides met, which may go on elsewhere: "held talks in Lome. The talks …".

    No illness stays where it was told of, either: "cases of the fever in Lome. The fever …".
    """
    lemma = occasion.lemma_.lower()
    meets = names.lexicon.nouns.get(lemma) in {"talks", "meeting", "agreement"}
    if (
        not (meets or lemma in names.lexicon.title["diseases"] | names.lexicon.title["germs"])
        or lemma in names.lexicon.groups["armistices"]
    ):
        return set()  # a truce in Mali goes on there
    place = names.lexicon.roles["place"] - names.lexicon.roles["belonging"]
    places = (n for n in grammar.children(occasion, grammar.OBLIQUE) if grammar.case(n) in place and n.pos_ == "PROPN")
    return {x.i for n in places if n.left_edge.i > occasion.i for x in n.subtree}


def _is_given(verb: Token) -> bool:
    """Whether an infinitive says what the one before it is to do: "an agreement for Peru to free the trawlers"."""
    to, whom = grammar.WORDS["given_to"], verb.head
    if not grammar.has_to(verb):
        return False  # "troops for a mission that would replace it"
    if grammar.case(whom) in to and whom.i == verb.left_edge.i - 1:
        return True
    return any(p in to and n.right_edge.i == verb.left_edge.i - 1 for p, n in grammar.obliques(verb.head))


def _is_to_be_done(verb: Token) -> bool:
    """Whether an infinitive says what is to be done to those before it: "calls for the mayor to be replaced"."""
    return grammar.is_passive(verb) and grammar.has_to(verb) and _is_given(verb)


def _is_beside(c: Token, names: Names) -> bool:
    """Whether what hangs on a noun from before is none of its phrase: "nearly three months after a blast"."""
    after = c.nbor()
    if (c.dep_ in _BESIDE and not (c.dep_ == "cc" and c.i > c.head.left_edge.i)) or (
        c.dep_ == "advmod" and (after.text == "," or (after.dep_ == "case" and after.head == c.head))
    ):
        return True  # "shortly after the fire"
    joined = c.left_edge.i < c.i and c.nbor(-1).text in grammar.HYPHENS  # "a six-month high"
    lasting = c.dep_ in grammar.OBLIQUE and c.i in names.lasting and not joined
    return lasting or (c.dep_ == "nmod" and bool(grammar.case(c)) and c.tag_ != "JJS")  # "at least 40"


class Cut(NamedTuple):
    """A stretch of the text as a title has it."""

    text: str
    told: list[Token]  # its last tokens are where it ends
    span: Span
    away: Set[int]  # the tokens left out

    def is_torn(self, names: Names) -> bool:
        """Whether it had to end within what its last words want, but for one more of a list."""
        words, span, away = self.told, self.span, self.away
        after = next((t.i for t in span if words and t.i > words[-1].i and t.i not in away and t.text != ","), -1)
        pairs = _held(span, names)[0] if after >= 0 else ()
        return any(before < after <= to and not _is_joined(span.doc[to]) for before, to in pairs if to not in away)


def cut(
    span: Span,
    names: Names,
    *,
    least: Set[int],
    room: int,
    own: str | None = None,
    away: Set[int] = frozenset(),
    instead: Mapping[int, str] = _NOTHING,
) -> Cut:
    """A stretch of the text in about `room` characters.

    It goes on to the tokens `least` whatever the room; `away` are left out, `instead` is what is written for others.
    """
    least, away = least - names.spared, away | names.spared
    last = max(least, default=span.start) + _REACH
    span = span.doc[span.start : min(span.end, last)]
    if len(span) == 1 and span.start in least and _stands_alone(span, names):
        return Cut(spell(list(span), names, own=own, instead=instead), list(span), span, away)
    away = (away | dropped(span, names, own)) - least
    kept, ends = _walk(span, names, least, away)
    if len(ends) == 1:
        told = _closed(kept[: ends[0][0]])
        return Cut(spell(told, names, own=own, instead=instead), told, span, away)
    with_kinds = any(t.i in names.kinds for t in kept)
    plain = replace(names, kinds={}) if with_kinds else names  # that a noun is told with its kind costs no word
    texts = []
    for n, good in reversed(ends):
        told = _closed(kept[:n])
        # "a visit that (was to begin) on Friday": no end where what follows goes with its date
        torn = bool(told) and (told[-1].tag_ in _RELATIVE or _leads_on(told[-1], names))
        text = spell(told, plain, own=own, instead=instead)
        good = good or len(told) < n
        texts.append((_worth(text, good, room) - (2 * _TORN if torn else 0), text, -n))
        if good and not torn and len(text) <= room:
            break  # what ends before tells less
    _, text, n = max(texts)
    told = _closed(kept[:-n])
    return Cut(spell(told, names, own=own, instead=instead) if with_kinds else text, told, span, away)


def _stands_alone(word: Span, names: Names) -> bool:
    """Whether a stretch of one word needs no walk: most are a name or a pronoun."""
    t = word[0]
    return not (t.is_space or t.text == "," or t.dep_ == "cc" or _breaks(t, None, word, names))


def _closed(kept: list[Token]) -> list[Token]:
    """A text without the last of what a comma joins, where no "and" closes it: "put it on the block, staffers"."""
    commas = [n for n, t in enumerate(kept) if n and t.text == ","]
    if not commas:
        return kept
    comma, comma_at = commas[-1], kept[commas[-1]].i
    last = kept[comma + 1 :]
    one_more = [t for t in last if t.dep_ == "conj" and t.pos_ in _NOUNS and not grammar.children(t, {"case"})]
    listed = any(t.head.pos_ in _NOUNS and t.head.i < comma_at for t in one_more)  # no "from Oslo, to Tema"
    return kept[:comma] if listed and not any(t.dep_ == "cc" for t in last) else kept


def _worth(text: str, good: bool, room: int) -> int:
    """How well a text fills its room: the more it tells the better, but for what is too much or torn off."""
    return min(len(text), room) - _TOO_LONG * max(0, len(text) - room) - (0 if good else _TORN)


def _walk(span: Span, names: Names, least: Set[int], away: Set[int]) -> tuple[list[Token], list[tuple[int, bool]]]:
    """The tokens of a stretch that a title may have, and after how many of them it may end, well or if need be."""
    words, stop = list(span), span.end
    begins = _begins(span, away)
    held, loose = (
        {n for before, to in pairs if to not in away for n in range(before + 1, to + 1)} for pairs in _held(span, names)
    )
    last = max(least, default=-1)
    kept: list[Token] = []
    ends: list[tuple[int, bool]] = []
    torn = False
    i = span.start
    while i < stop:
        t = words[i - span.start]
        if i in away and i not in names.skip and kept and t.dep_ == "det" and _opens_a_noun(t, kept[-1]):
            if t.head.dep_ not in grammar.OBJECT:
                torn = torn or i in held
                break
            kept.append(t)  # "agreed with Peru a plan"
        if i in away or t.is_space or (t.dep_ == "aux:pass" and is_as_done(t.head, names)):
            i += 1
            continue
        if t.text == ",":
            inner = _is_inside(t, span)
            after = next((j for j in range(i + 1, stop) if j not in away), stop)
            listed = inner or _is_listing(begins.get(after), names)
            going_on = i + 1 if listed else _past_comma(i, span, begins, least, away, names)
            if going_on is None:
                torn = torn or i in held
                break
            if listed and i > last and not inner and after in begins and _is_spared(begins[after], names):
                ends.append((len(kept), not (torn or i in held)))
            if listed or _ends_a_condition(t, kept):
                kept.append(t)
            if listed:
                torn = torn or not inner  # till the last of a list
            i = going_on
            continue
        torn = torn and t.dep_ != "cc"
        clause = begins.get(i)
        needed = clause is not None and any(clause.left_edge.i <= n <= clause.right_edge.i for n in least)
        if i > last and _is_of_next_clause(t, stop, names):
            break  # whole: the clause is another
        unsaid = clause is not None and _is_of_days_alone(clause, names, away)
        if i > last and (unsaid or _is_barred(t, names)):
            torn = torn or i in held
            break
        if _breaks(t, clause if not needed else None, span, names):
            beyond = _past_aside(t, clause, span, last, names)
            if beyond is not None:
                i = beyond
                continue
            torn = torn or i in held or i in loose
            break
        if kept and i > last and i not in held and _may_end_before(t, clause, needed, names):
            ends.append((len(kept), not (torn or i in loose)))
        kept.append(t)
        i += 1
    while kept and kept[0].dep_ == "cc" and not is_as_done(kept[0].head, names):
        del kept[0]  # "(the League of Potters) and Glaziers' chairman Ama Addo"
        ends = [(n - 1, good) for n, good in ends if n > 1]
    gone = {i}  # where the walk broke off
    while kept and kept[-1].i not in least and (_leads_on(kept[-1], names) or _goes_with(kept[-1], gone, stop)):
        gone.add(kept.pop().i)
    ends.append((len(kept), not torn))
    return kept, [(n, good) for n, good in ends if n <= len(kept)]


def _is_of_days_alone(clause: Token, names: Names, away: Set[int]) -> bool:
    """Whether a clause only says when: "a fight that began on Monday", "a year ended 3 May", "the day they left"."""
    if clause.dep_ not in _OF_A_NOUN:
        return False
    after = [c for c in clause.children if c.i > clause.i and not c.is_punct]
    when = clause.lemma_ in grammar.WORDS["lasting"] and bool(after) and all(c.i in names.skip for c in after)
    return when or (clause.dep_ in grammar.RELATIVE and not away.isdisjoint({clause.i, clause.head.i}))


def _past_aside(t: Token, clause: Token | None, span: Span, last: int, names: Names) -> int | None:
    """Where a title goes on that must go on after what stands between: "a fever that killed six spreads".

    Or "says that (when talks begin) it will close".
    """
    when = clause is not None and clause.dep_ == "advcl" and clause.i < clause.head.i
    when = when and t.lower_ not in names.lexicon.title["provided"]
    aside = clause is not None and (when or clause.dep_ in _OF_A_NOUN)
    if clause is not None and aside and clause.left_edge.i <= t.i < clause.right_edge.i < last:
        after = clause.right_edge.i + (2 if clause.right_edge.nbor().text == "," else 1)
        return after if span.doc[after].dep_ != "cc" else None
    if t.text in _DASHES:
        close = next((x.i for x in span.doc[t.i + 1 : last] if x.text == t.text), None)
        return close + 1 if close is not None else None
    return None


def _opens_a_noun(article: Token, before: Token) -> bool:
    """Whether an article goes that parts a noun from another's phrase: "agreed with Peru a plan"."""
    noun = article.head
    if noun.i < article.i or before.i != article.i - 1 or before.pos_ not in {"NOUN", "PROPN"}:
        return False
    beside = grammar.children(noun.head, grammar.OBLIQUE)
    beside += [
        o for o in grammar.children(noun.head, grammar.OBJECT) if o.right_edge.i > o.i
    ]  # "gave men at sea a ship"
    after_oblique = any(before.i <= c.right_edge.i < article.i for c in beside)
    return noun.head.i < before.i and (noun.dep_ in _BESIDE_A_NOUN or (noun.dep_ in grammar.OBJECT and after_oblique))


def _is_of_next_clause(joint: Token, stop: int, names: Names) -> bool:
    """Whether "and" joins a clause, not a noun: "has a loan and bankers said it has more"."""
    if joint.dep_ != "cc" or is_as_done(joint.head, names):
        return False
    noun = next((c for c in (joint.head, *joint.head.children) if c.i > joint.i and c.pos_ in _NOUNS), joint)
    if noun.dep_ == "conj" and noun.head.dep_ in grammar.SUBJECT and noun.head.head.i > noun.i:
        return False  # "fears that gulls and geese are dying": both do
    after = noun.right_edge.i + 1
    return noun != joint and after < stop and noun.doc[after].tag_ in grammar.FINITE


def _goes_with(t: Token, gone: Container[int], stop: int) -> bool:
    """Whether a word goes with what goes: "spread in a sustained (way)", "to ensure that the crew (is safe)"."""
    if t.dep_ in _BEFORE and t.head.i in gone and t.head.pos_ == "NOUN":
        return True
    if t.dep_ == "conj" and any(x.tag_ in _RELATIVE for x in t.doc[t.i + 1 : t.i + 2]) and is_bare_noun(t):
        return True  # "the pupils and people (who had met them)"
    if t.pos_ == "VERB" and any(c.i in gone or (c.dep_ in _CONTENT and t.i < c.i < stop) for c in t.children):
        return True
    top = t
    while top.dep_ in _OF_A_SUBJECT and top.head.i < top.i:
        top = top.head
    return top.dep_ in grammar.SUBJECT and t.i < top.head.i < stop


def _leads_on(t: Token, names: Names) -> bool:
    """Whether no title ends on a word: "and", "of", "almost", or "set" of a trial whose day goes."""
    if t.dep_ == "advmod":
        before_mark = t.i + 1 < len(t.doc) and t.nbor().dep_ == "mark"
        if t.head.i > t.i or (before_mark and t.lower_ not in names.lexicon.title["kept_adverbs"]):
            return True  # "started well (before it was told of)", not "flew home (before the vote)"
    if (t.dep_ == "amod" and t.head.i < t.i and t.right_edge.i > t.i) or is_of_a_day(t, names):
        return True  # "forecasts similar (to those of May)"
    if t.tag_ == "WRB":
        return True  # "deciding whether (and when to sell)"
    if t.dep_ in grammar.RELATIVE and t.right_edge.i > t.i and only_says_when(t, names):
        return True  # "a visit that had been planned (for Friday)", "a feud that began (when he left)"
    if t.text == "," or t.dep_ in _LEADS or (t.dep_ == "fixed" and t.head.dep_ in _LEADS):
        return True
    if t.right_edge.i > t.i and t.lemma_.lower() in names.lexicon.title["never_last"]:
        return True  # "sought in connection (with a raid)"
    if t.right_edge.i > t.i and t.lemma_.lower() in names.lexicon.title["in_turn"] and grammar.text_before(t) == "in":
        return True  # "frees the pilots in return (for a ransom)"
    if _is_hyphened_on(t):
        return True  # "before cross(-examining him)"
    if leads_to(t, names):
        return True  # "reopens three years (after it closed)"
    if (
        t.dep_ not in grammar.REDUCED
        or grammar.is_finite(t)
        or grammar.children(t, grammar.SUBJECT)
        or _is_to_be_done(t)
    ):
        return False  # "the risk that the rigs will be shut"
    wanting = t.right_edge.i > t.i or t.lemma_.lower() in names.lexicon.reporting  # "a letter stating (“I leave”)"
    wanting = wanting or (t.i + 1 < len(t.doc) and t.nbor().dep_ == "case")  # "a cook suffering (from) fever died"
    return t.tag_ == "VBN" or (t.tag_ == "VBG" and wanting)  # "a report suggesting (that all is well)"


def only_says_when(verb: Token, names: Names) -> bool:
    """Whether a clause of a noun tells for when it was planned, or that it began: nothing without its time."""
    words, things = names.lexicon, {o.lower_ for o in grammar.children(verb, grammar.OBJECT)}
    due = words.status["planned_passive"] | (words.triggers["held"] if grammar.has_to(verb) else set())
    arranged = verb.lemma_.lower() in due and grammar.is_passive(verb)  # "elections that were to be held in May"
    return arranged or (verb.lemma_.lower() in words.triggers["phases"] and things <= {"place"})


def _is_hyphened_on(t: Token) -> bool:
    """Whether a hyphen joins a word, or is itself joined, to the next."""
    hyphen = t if t.text in grammar.HYPHENS or t.i + 1 == len(t.doc) else t.nbor()
    joined = hyphen.text in grammar.HYPHENS and not (t.whitespace_ or hyphen.whitespace_) and not _is_a_dash(hyphen)
    return joined and hyphen.i + 1 < len(t.doc) and hyphen.nbor().is_lower


def is_of_a_day(t: Token, names: Names) -> bool:
    """Whether an adjective only leads to the day after it: "a pact effective 1 June", not "open on 1 June"."""
    if t.tag_ != "JJ" or t.head.i > t.i or t.i + 1 not in names.skip:
        return False
    if t.nbor().lower_ in grammar.WORDS["weekdays"] and t.lower_ not in grammar.WORDS["so_from"]:
        return False  # "was found dead Saturday"
    return t.dep_ in {"amod", "xcomp", "advcl", "advmod", "acl"} and t.nbor().pos_ in {"NUM", "PROPN"}


def _begins(span: Span, away: Set[int]) -> dict[int, Token]:
    """The widest clause or conjunct that begins at each token, but for those that go."""
    out: dict[int, Token] = {}
    for x in span:
        if x.dep_ in _CLAUSE:
            before = span.doc[x.left_edge.i : x.i] if x.left_edge.i < x.i else ()
            first = next((t.i for t in before if not (t.is_punct or t.i in away)), x.i)
            if first not in out or out[first].right_edge.i < x.right_edge.i:
                out[first] = x
    return out


def _is_joined(x: Token) -> bool:
    """Whether a conjunct is one more of a list, and no clause."""
    return (
        x.dep_ == "conj"
        and x.pos_ in _NOUNS
        and x.head.pos_ in _NOUNS
        and x in grammar.joined(x.head)
        and not grammar.children(x, grammar.SUBJECT | {"cop"})
    )


def _is_spared(x: Token, names: Names) -> bool:
    """Whether a list may go without its next: "in Oslo as well as in Lima", "on trade and tax", "Karhu, its mill"."""
    if x.dep_ != "conj" or grammar.case(x.head) in grammar.WORDS["of_two"]:
        return False
    its = any(c.tag_ == "PRP$" for c in grammar.children(x, {"nmod:poss"}))
    # "charged in the beating of a docker and the theft of his boat"
    its = its or (x.head.dep_ in grammar.OBLIQUE and bool(grammar.children(x, {"det"})))
    return its or bool(grammar.children(x, {"case"})) or grammar.case(x.head) in names.lexicon.title["listing"]


def _is_inside(comma: Token, span: Span) -> bool:
    """Whether a comma stands before its noun: "long, hard talks", but for a state's: "a Lund, Ore., mill"."""
    if comma.i == span.start or comma.i + 1 >= span.end:
        return False
    before, after = comma.nbor(-1), comma.nbor()
    if "appos" in {before.dep_, after.dep_} and before.pos_ == "PROPN":
        return False
    head = before.head if before.dep_ in {"advmod", "compound", "nmod", "amod", "nummod", "flat"} else before
    return before.pos_ == after.pos_ == "ADJ" or (head.i > comma.i and head.i < span.end and head.pos_ in _NOUNS)


def _ends_a_condition(comma: Token, kept: list[Token]) -> bool:
    """Whether a comma parts a clause from the one it goes before: "warns that if the dam breaks, town will flood"."""
    return any(x.dep_ == "advcl" and x.i < x.head.i and x.right_edge.i in {comma.i - 1, comma.i} for x in kept)


def _is_listing(noun: Token | None, names: Names) -> bool:
    """Whether what a comma parts is one more of a list."""
    return noun is not None and (_is_joined(noun) or _is_one_more(noun, names))


def _past_comma(
    i: int, span: Span, begins: Mapping[int, Token], least: Set[int], away: Set[int], names: Names
) -> int | None:
    """Where a title goes on after a comma that is no list's: past the aside that it opens, or not at all."""
    doc, stop = span.doc, span.end
    j = i + 1
    while j < stop and (j in away or doc[j].text == ","):
        j += 1
    clause = begins.get(j)
    if j >= stop:
        return None
    noun = doc[j].head if doc[j].dep_ == "case" else doc[j]  # "says the man, in his twenties, is ill"
    enclosed = (
        clause is None and noun.dep_ in grammar.OBLIQUE and noun.left_edge.i == j and noun.right_edge.i + 2 < stop
    )
    if enclosed and "," in {noun.right_edge.text, noun.right_edge.nbor().text}:
        end = noun.right_edge.i + (1 if noun.right_edge.text == "," else 2)
        return end if any(n >= end for n in least) and not any(j <= n < end for n in least) else None
    named = clause is not None and clause.dep_ == "appos" and clause.head.i in away - names.skip
    if named and clause is not None and clause.i not in away:
        return i + 1  # "the envoy, Sidi Sanneh": the office goes
    if clause is not None and i - 1 in names.skip and clause.dep_ == "advcl" and doc[i + 1].tag_ == "TO":
        return i + 1  # "will sign a deal on Monday, to sell Togo ferries"
    if clause is not None and clause.dep_ in _ASIDE and not any(n <= clause.right_edge.i for n in least if n > i):
        end = clause.right_edge.i + (1 if clause.right_edge.text == "," else 2)  # "denied, however, a request"
        ended = end < stop and doc[end - 1].text == ","
        return end if ended and not _is_a_new_noun(doc[end], clause, least) else None
    dated = j > i + 1 and doc[j - 1].text == ","
    return j if dated or any(n >= j for n in least) else None


def _is_a_new_noun(first: Token, aside: Token, least: Set[int]) -> bool:
    """Whether a noun of another clause follows an aside: "a strain, now rare, Danish doctors said"."""
    end, named = first.i - 1, aside.pos_ == "PROPN" and all(c.is_punct for c in aside.children)
    if first.pos_ not in _OPENS_A_NOUN or first.tag_ in _RELATIVE or named or any(n > end for n in least):
        return False  # "a Portland, Ore., doctor"
    noun = next((t for t in (first, *grammar.chain(first)) if t.head.i < end), first)
    return noun.dep_ not in grammar.OBJECT | grammar.OBLIQUE


def _is_one_more(noun: Token, names: Names) -> bool:
    """Whether what the parser took for an apposition is another name of a list: "Chan, Soumah and Keita"."""
    mine, theirs = names.actor.get(noun.i), names.actor.get(noun.head.i)
    if noun.dep_ != "appos" or mine is None or theirs is None or mine == theirs:
        return False
    return names.kind[mine] == names.kind[theirs] and bool(grammar.joined(noun.head))


def _breaks(t: Token, clause: Token | None, span: Span, names: Names) -> bool:
    """Whether a title ends before a token whatever the room: a stop, a clause of another deed."""
    if t.text in _BREAKS and (t.i == span.start or t.nbor(-1).whitespace_ or t.whitespace_ or t.text in ";:."):
        return True
    if t.dep_ == "dep" and t.head.i < t.i:
        return True  # "nine were found and several others": whatever the parser could not place
    if t.text in grammar.HYPHENS and _is_a_dash(t):
        return True
    if clause is None or (_is_of_nobody(clause, names) and not _is_compared(clause, t)):
        return clause is not None
    if clause.dep_ == "conj" and clause.head.i in names.skip:
        return clause.i not in names.skip  # "resigned on Monday and its captain is …": beside no day
    if clause.dep_ == "conj" and is_as_done(clause, names):
        return False
    if clause.dep_ == "conj" and clause.tag_ == "VB" and clause.head.tag_ == "VBD":
        return True  # "held oil, easing efforts to cap it, or seal (conj of held) it"
    if clause.dep_ == "conj":
        return not _is_joined(clause) and (grammar.is_finite(clause) or clause.head.i < span.start)
    if is_what_about(clause, names):
        return False
    if _is_compared(clause, t):
        return False
    if clause.dep_ == "advcl" and (grammar.is_finite(clause) or not grammar.has_to(clause)):
        means = t.lower_ in names.lexicon.title["means"] and clause.tag_ == "VBG"  # "ended the strike by paying more"
        return not (means or t.lower_ in _OF_A_VERB) or grammar.is_finite(clause)
    aside = clause.dep_ in _OF_A_NOUN or (clause.dep_ == "advcl" and grammar.has_to(clause))
    things = [o for o in grammar.children(clause, grammar.OBJECT) if aside and not is_named(o, span)]
    if clause.dep_ in grammar.RELATIVE and clause.pos_ == "VERB" and not things:
        after = (c for c in clause.children if c.i > clause.i and c.i not in names.skip)
        things = [c for c in after if c.dep_ in _COMPLETING][:1]  # "villagers who depend on them for food"
    if any(_is_nobody_known(o, names) for o in things):
        return True  # "letters informing them of the audit", "sent sod to restore it"
    if clause.dep_ in _OF_A_NOUN:
        gerund = clause.tag_ == "VBG" and t.lower_ in _OF_A_VERB
        told = (
            gerund or _is_infinitive(clause) or _is_to_be_done(clause) or clause.dep_ in grammar.REDUCED
        )  # "a letter accusing Togo of fraud"
        return not told and not is_bare_noun(clause.head, counted=True) and not _is_one_that(clause, names)
    if clause.dep_ == "ccomp":
        between = (
            set(range(clause.head.i + 1, min(t.i, clause.left_edge.i))) - names.skip
        )  # none in "to establish how it sank"
        if t.dep_ == "mark" and t.head == clause and t.lower_ in grammar.WORDS["content"]:
            whom = grammar.children(clause.head, grammar.OBJECT)
            between -= {x.i for o in whom for x in o.subtree}  # "to convince investors that it is sound"
        return not span.start <= clause.head.i < t.i or bool(between)
    return clause.dep_ == "parataxis"


def _is_compared(clause: Token, first: Token) -> bool:
    """Whether a clause is what is compared with: "is not as strong as it was", "offer more than rivals ask"."""
    return clause.dep_ == "advcl" and clause.i > clause.head.i and bool(_compared(clause.head, first))


def _compared(head: Token, first: Token) -> list[Token]:
    """The words, up to the one that a comparison hangs on or its object, that want it: "more", "as"."""
    over, alike = first.lower_ in _COMPARED, first.lower_ in _ALIKE
    before = first.doc[head.left_edge.i : first.i] if over or alike else ()
    return [
        c for c in before if (over and c.tag_ in _COMPARATIVES) or (alike and c.lower_ in _ALIKE and c.tag_ == "RB")
    ]


def is_as_done(verb: Token, names: Names) -> bool:
    """Whether a conjunct only tells how many others it was done to: "six were killed and 58 injured in a blast".

    Or how many others a deed harmed: "a bomb killed six people and injured 58".
    """
    harmed, first = names.lexicon.title["harmed"], verb.head
    alike = verb.dep_ == "conj" and {verb.lemma_.lower(), first.lemma_.lower()} <= harmed
    if not alike or grammar.children(verb, {"aux"}):
        return False
    passive, own, done = (
        grammar.is_passive(first),
        *(grammar.children(verb, d) for d in (grammar.SUBJECT, grammar.OBJECT)),
    )
    if passive != (verb.tag_ == "VBN" and not done) or (own and not passive):
        return False
    if not passive and (not done or (names.is_vague(done[0]) and not list(done[0].children))):
        return False  # "and wounded another"
    others = [c for s in (own if passive else done) for c in (s, *s.children)]
    told = (c for c in (*verb.children, *others) if c.i < verb.i or not passive)
    number = any(c.tag_ == "CD" or c.lower_ in grammar.WORDS["one_more"] or _counts(c, names) for c in told)
    return number and not all(any(c.i in names.skip for c in v.children) for v in (verb, first))  # of two days


def _is_one_that(clause: Token, names: Names) -> bool:
    """Whether a relative clause tells which one of a kind a noun is of: "a new engine that burns hay"."""
    noun, first = clause.head, clause.left_edge
    some = any(c.lower_ in grammar.WORDS["one"] for c in grammar.children(noun, {"det"})) or noun.tag_ == "NNS"
    tells = any(c.i > clause.i and c.dep_ in _COMPLETING and c.i not in names.skip for c in clause.children)
    arranged = any(t.lower_ in grammar.WORDS["arranged"] for t in clause.subtree)  # "a strike that was due to start"
    return (
        some
        and tells
        and not arranged
        and first.i == noun.i + 1
        and first.tag_ in _RELATIVE
        and noun.dep_ not in grammar.SUBJECT
    )


def _is_a_dash(hyphen: Token) -> bool:
    """Whether a hyphen stands for a dash: "the surgeon-more than a year after", not "check-in", "up-to-date"."""
    after = hyphen.nbor() if hyphen.i + 1 < len(hyphen.doc) else hyphen
    ends = after.i + 1 < len(hyphen.doc) and after.nbor().text not in grammar.HYPHENS and bool(after.whitespace_)
    return ends and after.tag_ in _AFTER_A_DASH and after.is_lower


def _is_nobody_known(thing: Token, names: Names) -> bool:
    """Whether an object is a pronoun of somebody unknown, not "themselves" or "nothing"."""
    known = thing.lower_ in grammar.WORDS["nothing"] or thing.lower_.endswith(("self", "selves"))
    return not known and names.is_vague(thing)


def _is_of_nobody(clause: Token, names: Names) -> bool:
    """Whether a clause's subject is a pronoun of somebody unknown: "how they will proceed".

    Not where only the body that denies or makes a claim can be meant: "Togo denied reports that it had sold arms".
    """
    vague = [s for s in grammar.children(clause, grammar.SUBJECT) if s.tag_ == "PRP" and names.is_vague(s)]
    claim, by = clause.head, clause.head.head
    if vague and claim.lemma_.lower() in grammar.WORDS["with_content"] and claim.dep_ in grammar.OBJECT:
        own = [names.kind.get(names.actor.get(s.i, "")) for s in grammar.subjects(by)]
        return not (vague[0].lower_ in grammar.WORDS["standing_in"] and own in (["country"], ["organisation"]))
    return bool(vague)


def _is_infinitive(verb: Token) -> bool:
    """Whether a clause is an infinitive that completes its noun: "the last to ratify", not "talks to be held"."""
    return grammar.has_to(verb) and not grammar.is_passive(verb)


def _may_end_before(t: Token, clause: Token | None, needed: bool, names: Names) -> bool:
    if clause is not None and not needed and clause.dep_ in {"advcl", "acl", "acl:relcl", "relcl", "conj"}:
        return not _is_joined(clause) or _is_spared(clause, names)
    if any(x.left_edge == t and leads_to(x, names) for x in (t, t.head, t.head.head)):
        return True  # "is shut (nearly three hours before the vote)"
    if t.dep_ == "prep" or (t.dep_ == "case" and t.pos_ in {"ADP", "SCONJ", "PART", "ADV", "VERB", "ADJ"}):
        before = t.nbor(-1)
        return not _leads_on(before, names) and t.lower_ not in POSSESSIVE
    return False


def _is_barred(t: Token, names: Names) -> bool:
    """Whether a preposition opens what a title has no place for: a source, a circumstance, somebody unknown."""
    if t.dep_ not in {"case", "mark", "prep"} or t.lower_ in POSSESSIVE or t.text in grammar.HYPHENS:
        return False  # "beat them 2-1"
    if t.i in names.told or record_before(t, names) is not None:
        return False
    nouns = grammar.children(t, {"pobj"}) if t.dep_ == "prep" else [t.head]
    if not nouns or nouns[0].i < t.i or nouns[0].pos_ in {"ADV", "ADJ"}:
        return False
    if t.dep_ == "mark" and t.lower_ in grammar.WORDS["content"] and grammar.children(nouns[0], {"cop"}):
        return False  # "no doubt that the ferry is a wreck"
    if grammar.is_verb(nouns[0]):
        return any(_is_nobody_known(o, names) for o in grammar.children(nouns[0], grammar.OBJECT))  # "after choking it"
    noun, title = nouns[0], names.lexicon.title
    if noun.tag_ == "WDT" and noun.head.dep_ in grammar.RELATIVE and is_bare_noun(noun.head.head):
        return False  # "a deal under which Togo gets the isles"
    if _is_of_a_clause(t, noun):
        return True
    preposition = grammar.case(noun)
    if not preposition.startswith(t.lower_):
        return False  # the second word of "out of"
    aimed = _is_aim(noun, names) and grammar.is_verb(noun.head)
    aimed = aimed and wanted_by(noun, preposition, names) is None  # "comply with the demands"
    aimed = aimed and preposition in title["aiming"]  # "in an effort of theirs", not "spent it on the effort"
    aimed = aimed and not any(grammar.has_to(c) for c in grammar.children(noun, {"acl"}))  # but "in a bid to end it"
    known = preposition in title["prepositions"] or preposition in title["noun_prepositions"]
    known = known or (
        preposition in names.lexicon.roles["naming"] and is_bare_noun(noun.head)
    )  # "towns including Lome"
    others = noun.tag_ == "NNS" and _counts(noun.head, names)  # "dozens of others"
    if not known or (names.is_vague(noun) and not others) or aimed:
        return True
    if names.is_stretch(preposition, noun) or grammar.is_circumstance(preposition, noun):
        return True
    return any(c.tag_ in {"WDT", "WP"} for c in noun.children)


def _is_aim(noun: Token, names: Names) -> bool:
    return noun.lemma_.lower() in names.lexicon.status["hoped_nouns"]


def _is_of_a_clause(mark: Token, noun: Token) -> bool:
    """Whether what looks like a preposition marks a clause: "as dockers (obl) there are striking", "after he fell"."""
    after = noun.right_edge.i + 1
    if mark.lower_ not in grammar.WORDS["clause_prepositions"] or after >= len(noun.doc):
        return False
    return noun.doc[after].tag_ in grammar.FINITE | {"EX"} and noun.doc[after].pos_ != "ADJ"


def _held(span: Span, names: Names) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Stretches within which no title ends, and those where it ends only if it must."""
    held: list[tuple[int, int]] = []
    loose: list[tuple[int, int]] = []
    aiming = names.lexicon.title["aiming"]
    for x in span:
        head, dep = x.head, x.dep_
        best = record_before(x, names) if x.i in names.skip or x.i in names.lasting else None
        if best is not None:
            held.append((best.i, x.i))  # "the lowest level since May"
        if head.i >= x.i:
            if dep in {"cop", "aux", "aux:pass", "mark", "case"}:
                held.append((x.i, head.i))
            if dep in grammar.SUBJECT and head.i < span.end:
                held.append((x.i, head.i))
            if dep == "case" and x.i in names.actor and names.actor[x.i] == names.actor.get(x.i - 1):
                held.append((x.i - 1, head.i))  # "Bank of China"
            continue
        if dep == "advcl" or dep in grammar.OBLIQUE:
            held += [(c.i, x.i) for c in _compared(head, x.left_edge)]  # "more as friends than as foes"
        aside = dep == "ccomp" and any(c.dep_ in grammar.OBLIQUE and head.i < c.i < x.i for c in head.children)
        if not aside and (_is_joined(x) or dep in _WHOLE):
            (loose if _is_spared(x, names) else held).append((head.i, x.i))
        elif dep in grammar.OBLIQUE:
            first, tight = _bond(head, x, span, names)
            if first is not None:
                (held if tight else loose).append((first, x.i))
        elif dep in {"advcl", "acl"} and grammar.has_to(x) and (_is_bidden(x) or _is_to_be_done(x)):
            held.append((head.i, x.i))  # "allowing the office to seize ferries"
        elif dep == "acl" and grammar.has_to(x) and grammar.case(head) in aiming and _is_aim(head, names):
            held.append((head.i, x.i))  # "in a bid to end the strike"
        elif is_what_about(x, names) or (dep in {"advcl", "acl"} and x.tag_ == "VBG" and grammar.case(x) in _OF_A_VERB):
            held.append((head.i, x.i))
        elif dep in _OF_A_NOUN and grammar.has_to(x) and head.lemma_.lower() in names.lexicon.title["allowing"]:
            held.append((head.i, x.i))  # "a chance to fight", "Togo's ability to pay"
        elif dep in _OF_A_NOUN and is_bare_noun(head):
            loose.append((head.i, x.i))
    return held, loose


def _bond(head: Token, x: Token, span: Span, names: Names) -> tuple[int | None, bool]:
    """From which word on no title ends before a phrase with a preposition, None if it may; and whether never."""
    words, preposition = names.lexicon.title, grammar.case(x)
    befallen = head.lemma_.lower() in words["befallen"] and x.i in names.actor  # "the takeover of Karhu"
    if preposition == "of" and (befallen or _counts(head, names) or grammar.is_verb(head)):
        return head.i, True
    if preposition in words["per"]:
        return head.i, True  # "$3 billion per quarter"
    if head.pos_ == "ADJ" and head.dep_ == "xcomp" and preposition in words["completing"]:
        return head.i, True  # "left the isle short of fuel"
    if preposition == "to" and (head.pos_ in {"SYM", "NUM"} or _comes_from(head, x)):
        return head.i, True  # "from Lima to Quito", "1% to 4%"
    before = x.left_edge.i - 1
    if preposition == "to" and head.i < before and {span.doc[before].pos_, x.pos_} <= {"SYM", "NUM"}:
        return before, True  # "kills around 1% to 4% (obl of kills) of them"
    wanting = wanted_by(x, preposition, names)
    if wanting is not None:
        return wanting.i, True
    torn = head.i >= span.start and not _is_complete(head, x, frozenset())
    if torn or (wants_more(head, names) and _comes_first(x, head, names)):
        return head.i, True  # "to fly over the fields", "information leading to an arrest"
    whole = (
        preposition != "of" and grammar.case(head) == "of" and not grammar.children(head, {"det"})
    )  # "code of conduct"
    if preposition == "of" or (is_bare_noun(head) and not whole) or not _is_complete(head, x, words["complete"]):
        return head.i, False
    return None, False


def _is_bidden(infinitive: Token) -> bool:
    """Whether an infinitive says what somebody is made to do, who stands right before it."""
    above = infinitive.head
    verb = above.head if above.dep_ in grammar.OBJECT else above
    return verb.lemma_ in grammar.WORDS["control"] and bool(grammar.children(verb, grammar.OBJECT))


def _comes_first(x: Token, head: Token, names: Names) -> bool:
    """Whether a phrase follows its noun with nothing but a date between."""
    return all(i in names.skip for i in range(head.i + 1, x.left_edge.i))


def _comes_from(head: Token, to: Token) -> bool:
    return any(preposition == "from" and n.i < to.i for preposition, n in grammar.obliques(head))


def _counts(noun: Token, names: Names) -> bool:
    """Whether a noun only counts or measures what follows: "series of meetings", "one of the ferries"."""
    title, lemma = names.lexicon.title, noun.lemma_.lower()
    few = lemma in names.lexicon.quantities or lemma in title["measures"] or noun.lower_ in title["counting"]
    return few or noun.pos_ in {"NUM", "PRON", "DET", "SYM"}


def _is_complete(verb: Token, oblique: Token, complete: Set[str]) -> bool:
    """Whether a word needs no phrase with a preposition: no verb, or one with an object, or complete by itself."""
    if not grammar.is_verb(verb) or verb.lemma_.lower() in complete or grammar.is_passive(verb):
        return True
    return any(verb.i < c.i < oblique.i and c.dep_ in _COMPLETING for c in verb.children)


def spell(tokens: list[Token], names: Names, *, own: str | None = None, instead: Mapping[int, str] = _NOTHING) -> str:
    """Tokens as text: the names short, each once, blanks as in the text where words are neighbours."""
    out: list[str] = []
    last: Token | None = None
    said: str | None = None  # the actor whose name was written last
    written: set[str] = set()
    for t in tokens:
        of_subject = _is_of_its_subject(t, tokens, names)  # "says that the agency may do as it likes"
        told = _told(t, names, instead) if not of_subject else None
        if told is None and t.tag_ == "WP$" and not out:
            continue  # "a boy (whose) rescue set off a row", told by itself
        if told is not None:
            first = told.split(" ")[0]
            while out and first and out[-1].strip().lower() in {"", first.lower()}:
                out.pop()  # "the new blockade", which is told as "new blockade of Gao"
            out += [" ", told] if out else [told]
            last, said = None, None
            continue
        actor = names.actor.get(t.i)
        if actor is None or stays(t, actor, names):
            word = _of_its_kind(t, out, names)
            if t.tag_ == "POS" and out and out[-1].endswith(tuple(POSSESSIVE - {"'", "’"})):
                continue  # "McDonald's (of McDonald's Inc.)"
            if t.tag_ == "POS" and out and last is not None and not last.lower_.endswith(out[-1][-1:].lower()):
                word = "'s"  # "UN's envoy" of "the United Nations' envoy"
            if said is not None and out[-1].split()[-1:] == [word.capitalize()]:
                continue  # "the Truman library", where the name says that it is one
            said = said if word == "," else None
        elif said == actor:
            if out[-1] == ",":
                out.pop()  # "the envoy, Sidi Sanneh"
            last = t
            continue
        elif actor in written and t.pos_ == "NOUN":
            word, said = t.text, None  # "visits Chad to meet the country's envoys"
        else:
            word, said = called(t, actor, names, actor if actor in written else own), actor
            written.add(actor)
            article, _, bare = word.partition(" ")
            if out and bare and names.kind.get(actor) != "place" and article.lower() in names.lexicon.title["articles"]:
                word = bare  # "a new Washington Post poll"
        joins = t.head.pos_ == "PROPN" or (t.head.pos_ in {"NOUN", "NUM"} and t.lower_ == "and")
        if t.dep_ == "cc" and joins and out[-1:] == [","] and out.count(",") == 1:
            out.pop()  # "Berg, (a banker,) and Addo"
        joined = last is not None and last.i + 1 == t.i and not last.whitespace_
        if out and not joined:
            out.append(" ")
        out.append(undotted(word, names.lexicon))
        last = t
    text = "".join(out)
    if not _MARKS.isdisjoint(text):
        text = _BEFORE_A_MARK.sub(r"\1", text)
    return " ".join(text.split()).strip(" ,-–")


def _is_of_its_subject(t: Token, tokens: list[Token], names: Names) -> bool:
    """Whether a pronoun stands for what a title has told: "the pact would expire unless it is renewed"."""
    it = names.antecedent.get(t.i) if t.pos_ == "PRON" else None
    if it is None or it == t or t.tag_ == "PRP$":
        return it == t
    own = takewhile(lambda v: v.dep_ not in grammar.RELATIVE, (t.head, *grammar.chain(t.head)))
    return it in tokens or any(it in grammar.subjects(v.head) for v in own)


def _of_its_kind(t: Token, before: list[str], names: Names) -> str:
    """A word, with its kind where a title has not told that yet: "swine flu cases"."""
    told = names.kinds.get(t.i)
    if told is None:
        occasion = t.tag_ in {"NN", "NNS"} and t.lemma_.lower() in names.lexicon.nouns
        return t.lower_ if occasion and t.text.istitle() and not t.is_sent_start else t.text  # a headline's "Talks"
    said = {x for w in before for x in w.lower().split()}
    return told if said.isdisjoint(told.lower().split()) else t.text


def _told(t: Token, names: Names, instead: Mapping[int, str]) -> str | None:
    """What is written for a word that another stands for: "they" of two just named, "them" of talks."""
    if t.i in instead:
        return instead[t.i]
    if t.tag_ == "WP$" and names.kind.get(names.actor.get(t.head.i, "")) == "country":
        return ""  # "Keita, whose country joins", of Mali
    if t.tag_ == "WP$":  # "Karhu, whose sales fell"
        clause = next((x for x in grammar.chain(t) if x.dep_ in grammar.RELATIVE), t)
        owner = names.actor.get(grammar.bearer(clause.head).i)
        return None if owner is None else possessive(names.short(owner))
    if t.tag_ == "POS" and t.head.i in names.pair:  # "the two countries'" of Chad and Togo
        return "'" if names.short(names.pair[t.head.i][-1]).endswith("s") else "'s"
    if t.i in names.pair:
        return listed([names.short(a) for a in names.pair[t.i]])
    above = islice(grammar.chain(t), _NESTED) if names.pair and t.dep_ != "case" else ()
    if any(t.i < x.i and x.i in names.pair for x in above):
        return ""  # "between the two west and central Asian countries", which are named
    content = t.dep_ in grammar.SUBJECT and t.head.dep_ == "ccomp"  # "denies that the *talks* have failed"
    matter = t.dep_ in grammar.OBLIQUE and t.i not in names.kinds  # "a session on the row"
    matter = matter and grammar.case(t) in names.lexicon.roles["matters"]
    told = content or matter or t.dep_ in grammar.OBJECT
    fuller = names.known.get(t.i) or names.befell.get(t.i) if told else None
    occasion = names.antecedent.get(t.i) or fuller
    if occasion is None or occasion.is_ancestor(t):
        return None
    words = within(phrase(t, names), occasion)
    return possessive(words) if t.tag_ == "PRP$" else words
