"""Whether a finished title is fit to be printed.

A clause without what its verb wants is a stub, a bare occasion tells nobody anything, and what the parser plainly
misread is known by its title: none of them is.
"""

from __future__ import annotations

from collections.abc import Set
from itertools import pairwise

from spacy.tokens import Token

from timeline.events import grammar
from timeline.events.forms import third_person
from timeline.events.lexicon import Lexicon
from timeline.events.named import Names, names_beside
from timeline.events.reported import content_of, reported, said_before
from timeline.events.titles import done_above, has_passive, needed
from timeline.events.wants import NOTHING_MORE, says_nothing

_OF_NOUNS = frozenset({"compound", "amod", "nummod", "flat", "appos", "list", "dep"})
_OPENING = frozenset({"NNS", "DT", "PRP", "PRP$", "IN", "RB", "WRB", "VBG"})  # no names
_CUT_OFF = frozenset({"...", "…", ".."})


def is_bare(title: str, top: Token, names: Names) -> bool:
    """Whether a title tells of an occasion nothing but weak adjectives: "Private meetings", "Press conference"."""
    words = title.lower().split()
    if len(words) > 2 and words[0] in names.lexicon.quantities and words[1] == "of":
        words = words[2:]  # "part of show"
    if words and words[0] in grammar.NEGATIONS:
        words = words[1:]  # "No meeting"
    if len(words) < 2:
        return True
    if top.lemma_.lower() in names.lexicon.title["telling_things"]:
        if top.dep_ in grammar.SUBJECT and top.head.lemma_.lower() in names.lexicon.reporting:
            return True  # "a statement from the bank said"
        before_it = sum(c.pos_ in {"ADJ", "VERB"} and c.lower_ in words and c.i < top.i for c in top.children)
        told = words[before_it : before_it + 2]  # "written statement by Ama Addo"
        by = names.lexicon.title["of_a_teller"]
        if len(told) > 1 and told[0] in {top.lower_, top.lemma_.lower()} and told[1] in by:
            return True
    before = words[:-1] if words[-1] in {top.lower_, top.lemma_.lower()} else words
    named = " ".join([*words[-2:-1], top.lemma_.lower()]) in names.lexicon.nouns  # "press conference"
    if named and len(words) == 2:
        return True
    light = names.lexicon.nouns.get(top.lemma_.lower()) in {"other", "visit", "statement"}
    described = {c.lower_ for c in top.children if light and c.pos_ in {"ADJ", "VERB", "NUM"} and c.i < top.i}
    return all(
        w[0].isdigit() or w in names.lexicon.title["weak_adjectives"] or w in described for w in before
    )  # "compatible release"


def is_broken(title: str, sentence: str, lexicon: Lexicon, others: Set[str] = frozenset()) -> bool:
    """Whether words were cut out of a title's midst: "Arrival of at the airport", where the text has no "of at".

    `others` are words that are no prepositions there: "sworn in (on Friday) as premier", "a round of talks".
    """
    small, words = lexicon.title["prepositions"] - others, title.lower().split()
    if words[0] in lexicon.title["opening_clauses"]:
        return True  # "After mill closed"
    amounts = lexicon.title["amounts"] | grammar.WORDS["how_many"]
    if len(words) > 1 and words[0] in small and not (words[1][0].isdigit() or words[1] in amounts):
        return True  # but "over 40 people", "at least half of them", "as many as nine"
    said = f" {' '.join(sentence.lower().split())} "
    pairs = ((a, b) for a, b in pairwise(words) if a in small and b in small)
    return any(f" {a} {b} " not in said for a, b in pairs)


def is_misread(title: str, verb: Token, names: Names) -> bool:
    """Whether a clause's title shows that the parser went astray, or tells of nobody and nothing."""
    if not title or _is_aside(verb, names) or _is_of_nobody(verb, names):
        return True
    if _is_astray(verb) or _is_glued(title, verb, names) or _is_torn(title, verb, names) or _is_somebodys_untold(verb):
        return True
    return _is_cut_off(title.lower().split(), title.split()[-1], verb, names)


def _is_aside(verb: Token, names: Names) -> bool:
    """Whether a clause only says what is asked, how something is done, or that somebody speaks who says something."""
    words = names.lexicon.title
    ahead = grammar.has_to(verb) or any(a.tag_ == "MD" for a in grammar.auxiliaries(verb))  # "whether it will buy one"
    if not ahead and any(m.lower_ in words["asking"] for m in grammar.children(verb, {"mark"})):
        return True  # "asked whether they had bought a boat"
    if verb.dep_ == "advcl" and verb.tag_ == "VBG" and verb.lemma_.lower() in words["speaking"]:
        return verb.head.lemma_.lower() in names.lexicon.reporting  # "speaking in Oslo, Berg said"
    return _is_unknown(verb, names) or _is_of_what(verb, names) or _is_of_the_page(verb, names)


def _is_unknown(verb: Token, names: Names) -> bool:
    """Whether a clause tells only what nobody knows or says of it: "did not say how it had come by the tape"."""
    above, opens = verb.head, verb.left_edge.tag_ in {"WRB", "WP", "WDT"}
    opens &= verb.left_edge.lower_ not in grammar.WORDS["content"]  # "it was not until May that he resigned"
    if not opens or verb.dep_ not in {"ccomp", "csubj", "advcl"} or grammar.negation(above) is None:
        return False
    return verb.dep_ != "advcl" or above.lemma_.lower() in names.lexicon.reporting


def _is_of_the_page(verb: Token, names: Names) -> bool:
    """Whether a clause tells of the text itself: "this article was amended on Friday"."""
    words = names.lexicon.title
    told = verb.lemma_.lower() in words["on_the_page"]
    return told and any(
        s.lemma_.lower() in words["of_the_page"] and all(c.dep_ in {"det", "nmod"} for c in s.children)
        for s in grammar.subjects(verb)
    )


def _is_of_nobody(verb: Token, names: Names) -> bool:
    """Whether a clause's subject does not agree with it, is a time, or tells nobody who or what it is."""
    subjects = grammar.subjects(verb)
    if not subjects:
        return grammar.is_passive(verb)
    if _disagrees(verb, subjects, names.lexicon) or says_nothing(subjects[0], names, "empty_subjects"):
        return True  # "the rest will open again"
    if any(c.tag_ == "WDT" for c in grammar.children(subjects[0], {"det"})):
        return True  # "decided which firm builds the port"
    whose = [] if names_beside(subjects[0], names) else grammar.children(subjects[0], {"nmod:poss"})
    if any(_is_any_body(t, names) for t in (subjects[0], *whose)):
        return True  # "the company's profit fell", but "the company's chief, Ole Berg, left"
    if any(_is_somebodys(t, names) for t in subjects):
        return True  # "my son was born": whose is not known
    if any(t.i in names.lasting and all(p != "of" for p, _ in grammar.obliques(t)) for t in subjects):
        return True  # "ten months after the round broke up"
    if subjects[0].lower_ in names.lexicon.status["ordinals"] and subjects[0].pos_ != "NOUN":
        return all(p != "of" for p, _ in grammar.obliques(subjects[0]))  # "the first was found in Lima"
    if any(
        t.lower_ in names.lexicon.dating["first_person"] and names.is_vague(t) and t.i not in names.pair
        for t in subjects
    ):
        # "I led a choir", and who says it is not known; but "Karhu founded"
        return not any(o.i in names.actor or o.pos_ == "PROPN" for o in grammar.objects(verb))
    return False


def _is_cut_off(words: list[str], end: str, verb: Token, names: Names) -> bool:
    """Whether a title of these words, the last of them written `end`, begins or ends where no title may."""
    last, small = words[-1], names.lexicon.title
    if last in small["copulas"]:
        return True  # "announces there are"
    said = {verb.lower_, verb.lemma_.lower(), third_person(verb.lemma_.lower(), names.lexicon)}
    if last not in said and any(t.lower_ == last and _is_said(t, names) for t in verb.sent):
        return True  # "informs Lund said"
    if (
        last in said
        and verb.lemma_.lower() in small["deciding"]
        and words[-2:-1] != ["to"]
        and any(s.i in names.actor for s in grammar.subjects(verb))
    ):
        return True  # "Berg agrees", but "Talks begin", and "Ethiopia to answer" by a day
    said |= small["auxiliaries"] | names.lexicon.status["possible_adverbs"]
    if words[0] in said or (words[0] in small["quantifiers"] and said.intersection(words[1:2])):
        return True  # nobody and nothing does it
    own = {
        t.lower_ for t in verb.children if t.dep_ in {"compound:prt", "prt", "advmod"} | grammar.OBJECT
    }  # "the round"
    if end in small["may_end"]:
        return False  # "influenza A", "of 100 shillings each"
    if any(c.isdigit() for c in "".join(words[-2:-1])):
        return last in small["prepositions"]  # "at $20 each"
    if any(t.lower_ == last and t.tag_ in {"NN", "RB"} for t in verb.subtree):
        return False  # "in the first round", "to stay inside"
    return last not in own and (last in small["prepositions"] or last in small["articles"])


def _is_said(t: Token, names: Names) -> bool:
    told = t.tag_ in grammar.FINITE and t.lemma_.lower() in names.lexicon.reporting
    return told and t.dep_ not in grammar.RELATIVE  # "anything that the court asks"


def _is_of_what(verb: Token, names: Names) -> bool:
    """Whether the object of a clause is a "what" that is not told: "the gap between what it promised and …"."""
    untold = names.lexicon.title["untold"]
    above = verb.dep_ in grammar.RELATIVE and verb.head.lower_ in untold and not grammar.is_passive(verb)
    told = any(s.lower_ not in untold for s in grammar.children(verb, grammar.SUBJECT))
    asked = any(o.lower_ in untold and o.i < verb.i for o in grammar.children(verb, grammar.OBJECT))
    return asked or (above and told and not any(o.i > verb.i for o in grammar.children(verb, grammar.OBJECT)))


def _is_somebodys_untold(verb: Token) -> bool:
    """Whether an object is what somebody has and nobody names there: "Ama Addo heads the government's"."""
    return any(c.tag_ == "POS" for o in grammar.objects(verb) for c in o.children)


def _is_astray(verb: Token) -> bool:
    """Whether a finite verb stands where only a noun can, "from the rig (VBP) explosion", or is none: "outgoing"."""
    mark = next((t for t in verb.sent if t.text in "()"), verb)
    if mark.text == ")" and any(s.i < mark.i for s in grammar.subjects(verb)):
        return True  # of a sentence torn in brackets: "HK) will sell its yard"
    if verb.tag_ not in grammar.FINITE | {"VB"}:
        return False
    noun = verb.tag_ in grammar.FINITE and verb.dep_ in grammar.OBLIQUE | _OF_NOUNS
    done_by = (n for p, n in grammar.obliques(verb) if p in grammar.WORDS["done_by"] and n.left_edge.i == verb.i + 1)
    if verb.tag_ == "VBD" and not grammar.is_passive(verb) and any(n.tag_ in {"NNP", "NNPS"} for n in done_by):
        return True  # "the ferry operated by Karhu docked"
    for c in grammar.children(verb, {"conj", "advcl"}):  # "nets thrown into the sea do not sink"
        goes_on = c.i > verb.i and not grammar.children(c, grammar.SUBJECT | {"cc", "mark"})
        first = {c.left_edge} if c.left_edge.lemma_ == "be" else set[Token]()
        finite = [a for a in {*grammar.children(c, {"aux"}), *first} if a.tag_ in grammar.FINITE]
        told = finite or (verb.tag_ == "VBD" and c.tag_ in {"VBZ", "VBP"})  # "notes put out on Friday suggest …"
        if goes_on and told and grammar.text_before(c.left_edge) != ",":
            return True
    return noun


def _is_glued(title: str, verb: Token, names: Names) -> bool:
    """Whether a title runs on into the next headline or caption: "fire shuts mill Mayor opens fair"."""
    said = f" {title} "
    for t in verb.sent[1:]:
        if t.tag_ not in _OPENING or t.i in names.actor or not (t.text[:1].isupper() and t.text[1:].islower()):
            continue
        before = t.nbor(-1)
        ended = before.text.islower() and before.pos_ in {"NOUN", "VERB", "ADV"}
        if ended and f" {before.text} {t.text} " in said:
            return True
    return False


def _is_torn(title: str, verb: Token, names: Names) -> bool:
    """Whether a title has lost its object or half of its last word: "begins long-awaited", "reports extensiv…"."""
    last = verb.sent[-1]
    if last.text in _CUT_OFF and len(verb.sent) > 1 and title.endswith(last.nbor(-1).text):
        return True
    forms = {third_person(verb.lemma_.lower(), names.lexicon), verb.lemma_.lower(), verb.lower_}
    if forms.isdisjoint(title.lower().split()) or said_before(verb, names.lexicon) is not None:
        return False
    told = (names.actor, names.known, names.antecedent, names.pair)
    things = grammar.children(verb, grammar.OBJECT)
    if any(o.i > verb.i and f" {o.lower_} " in f" {title.lower()} " for o in things):
        return False  # "had a loss of $8 million, or 10 cents a share (obj)"
    for o in things:
        replaced = any(o.i in x for x in told) or names_beside(o, names) or names.is_vague(o) or o.i in names.skip
        if o.i > verb.i and o.tag_ in {"NN", "NNS"} and not replaced and o.lower_ not in title.lower():
            return o.i in needed(verb, names)
    return False


def _is_any_body(noun: Token, names: Names) -> bool:
    """Whether a noun is a body told of before that the text may name, and which one is not known: "the company"."""
    if noun.lemma_.lower() not in names.lexicon.title["any_body"] or noun.tag_ != "NN" or names_beside(noun, names):
        return False
    if {"organisation", "country"}.isdisjoint(names.kind.values()):
        return False  # nobody whom it might be
    told = [c for c in noun.children if c.dep_ not in NOTHING_MORE and c.i not in names.skip]
    known = any(c.lower_ in names.lexicon.dating["known"] for c in noun.children)
    return known and not told and not any(noun.i in k for k in (names.actor, names.known, names.antecedent, names.pair))


def _is_somebodys(noun: Token, names: Names) -> bool:
    """Whether a noun is that of a speaker whom nobody names: "my son", "our yard"."""
    first = names.lexicon.dating["first_person"]
    return any(c.tag_ == "PRP$" and c.lower_ in first and c.i not in names.actor for c in noun.children)


def is_stub(title: str, verb: Token, names: Names) -> bool:
    """Whether a title lacks what its verb wants: "Airline announces", "Jobs founds", "Works in Toronto"."""
    lemma = verb.lemma_.lower()
    lexicon = names.lexicon
    words = title.lower().split()
    passive = has_passive(verb, lexicon)
    forms = {lemma, third_person(lemma, lexicon)}
    if verb.tag_ == "VBG" and verb.dep_ == "advcl" and lemma in lexicon.triggers["phases"]:
        return not needed(verb, names)  # "will join the bank, starting on Monday"
    if passive or grammar.is_state(verb):
        return False  # "Curfew in force"
    done = [o for o in grammar.children(verb, grammar.OBJECT) if o.i not in names.skip and o.tag_ not in {"WP", "WDT"}]
    done = [o for o in done if not o.lower_.endswith(("self", "selves"))]
    nobody = [o for o in done if names.is_vague(o) and not grammar.children(o, {"nummod"})]  # not "wounds six (others)"
    if done and lemma not in lexicon.title["with_content"] and len(nobody) == len(done):
        return True  # "BP chokes off": what it was is not said
    if words[-1] in forms and any(names.is_vague(n) for p, n in grammar.obliques(verb) if p and n.i > verb.i):
        return True  # "protesters rallied against it"
    if any(_points_back(o, title, names) for o in done):
        return True  # "Brown announces move"
    if words[-1] in {*forms, verb.lower_} and any(_is_told_about(c, lexicon) for c in verb.children if c.i > verb.i):
        return True  # "talked about how it was"
    if lemma in lexicon.dating["comes"] and words[-1] in forms:
        return True  # "Order from Berg comes"
    untold = words[-1] in forms and any(x.i > verb.i for x in grammar.children(verb, {"ccomp"}))
    if lemma in lexicon.title["complete"] and not untold:  # "it emerged this month that the plan was poor"
        return False
    if words[-1] in forms and "," not in title:
        return True  # "Airline announces", not "Leak is stopped, engineers say"
    content = content_of(verb, lexicon)
    content = content if content is not None else said_before(verb, lexicon)
    told = content is not None and reported(content, names, None) is not None and _is_kept(content, title, lexicon)
    if content is not None and content.i < verb.i and "," not in title:
        told = False  # not "Leak is stopped, engineers say"
    wanted = needed(verb, names)
    if lemma in lexicon.title["with_content"]:
        told_about = any(p in lexicon.title["told_about"] for p, _ in grammar.obliques(verb))
        things = content is None and any(o.pos_ in {"NOUN", "PROPN"} for o in done)
        of_something = bool(done) and (told_about or (lemma in lexicon.besides and things))  # "added 900 jobs"
        return not (told or of_something) and wanted <= {o.i for o in grammar.objects(verb)}  # "tells Senate panel"
    if lexicon.nominal.get(lemma, "") in title.split():
        return False
    if wanted or told or done_above(verb, names, None):
        return False
    if lemma in lexicon.strong:
        return {p for p, _ in grammar.obliques(verb)} <= lexicon.roles["place"]  # "warned in a statement"
    return lemma in lexicon.title["with_object"]


def _is_told_about(clause: Token, lexicon: Lexicon) -> bool:
    """Whether a clause says what a verb is about: "learned how it sank", "talked about how it did"."""
    marks = {m.lower_ for m in clause.children if m.i < clause.i}
    return clause.dep_ in {"advcl", "ccomp"} and not marks.isdisjoint(lexicon.title["about_clauses"])


def _is_kept(content: Token, title: str, lexicon: Lexicon) -> bool:
    """Whether a title has the word that a reported clause is told by: no "Experts say estimate" of its being wrong."""
    forms = {content.lower_, content.lemma_.lower(), third_person(content.lemma_.lower(), lexicon)}
    return content.lower_ == "able" or any(not forms.isdisjoint({w, w.strip(",")}) for w in title.lower().split())


def _points_back(thing: Token, title: str, names: Names) -> bool:
    """Whether a title ends on a thing told of before that says nothing by itself: "announced the move"."""
    return says_nothing(thing, names, "empty_things") and title.lower().endswith(thing.lower_)


def is_nameless(title: str, verb: Token, names: Names) -> bool:
    """Whether a clause names nothing and its subject is bare: "Jury convicts man", "Program approved by company"."""
    if any(c.isupper() or c.isdigit() for w in title.split()[1:] for c in w):
        return False
    known = (names.actor, names.known, names.antecedent, names.pair, names.parties)
    for noun in grammar.subjects(verb)[:1]:
        told = [c for c in noun.children if c.i not in names.skip and c.dep_ not in NOTHING_MORE]
        if noun.tag_ == "NN" and not told and not any(noun.i in k for k in known) and not names_beside(noun, names):
            return True
    return False


def says_little(title: str, verb: Token, names: Names) -> bool:
    """Whether a title of two words has neither somebody nor an occasion: "Report released", "Twenty found"."""
    arranged = verb.pos_ == "ADJ" and verb.lower_ in names.lexicon.triggers["fixed"]  # "Ruling due"
    if len(title.split()) != 2 or arranged:
        return False
    heads = [h for h in grammar.subjects(verb) if h.i not in names.skip]
    heads += grammar.children(verb, grammar.OBJECT)  # "11 people killed"
    nouns = names.lexicon.nouns
    happens = verb.pos_ == "VERB" and verb.lemma_.lower() in names.lexicon.happenings
    return not any(
        h.i in names.actor
        or h.pos_ == "PROPN"
        or h.i in names.antecedent
        or (happens and h.lemma_.lower() in names.lexicon.groups["people"])  # "Mayor freed"
        or names_beside(h, names)
        or nouns.get(h.lemma_.lower(), nouns.get(h.lower_, "statement")) != "statement"
        for h in heads
    )


def _disagrees(verb: Token, subjects: list[Token], lexicon: Lexicon) -> bool:
    """Whether a verb's form is singular and its subject plural: "tests revealed the traveller was carrying"."""
    if len(subjects) > 1 or not grammar.children(verb, grammar.SUBJECT):
        return False
    finite = [t for t in (*grammar.auxiliaries(verb), verb) if t.tag_ in {"VBZ", "VBD"} and t.head in {verb, verb.head}]
    singular = any(t.tag_ == "VBZ" or t.lower_ == "was" for t in finite)
    return singular and subjects[0].tag_ == "NNS" and subjects[0].lower_ not in lexicon.title["singular"]
