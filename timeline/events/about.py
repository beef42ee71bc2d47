"""What a story is about: its matter in a few words, "Kano oil spill", the person or body, and the country."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Token

from timeline.events import grammar
from timeline.events.groups import is_group
from timeline.events.matter import is_definite
from timeline.events.parsed import those
from timeline.events.participants import is_press
from timeline.events.phrases import phrase, spell
from timeline.events.story import Story, homes, opens

_OFTEN = 3  # times that a story tells of what it is about
_LENGTH = 32  # characters of its telling
_WORDS = 5  # of one with what follows its noun
_BEFORE = frozenset({"compound", "nmod:poss", "flat", "amod", "nmod:desc"})
_AHEAD = 1.5  # times as often as any other a story names whom it is about


@dataclass(frozen=True, slots=True)
class About:
    """What a story is about; "" and None where nothing is it alone."""

    matter: str  # "Kano oil spill"
    whom: str | None  # the id of the person or body
    home: str  # the country that it is from and of
    both: str  # the two countries that open it together: "Chad and Togo"
    most: str  # the country that it names most


def about(r: Story) -> About:
    """What a story is about."""
    named = _times_named(r)
    home, both = _countries(r, named)
    return About(theme(r), _whom(r, named), home, both, _country_named_most(r, named))


def _times_named(r: Story) -> Counter[str]:
    """How often a story names each of its actors, by the actor's id: not "she", "the company", "14 Canadian cents"."""
    named = (i for i in r.mention if r.doc[i].pos_ in {"PROPN", "ADJ"} and r.mention.get(i - 1) != r.mention[i])
    return Counter(r.mention[i] for i in named)


def theme(r: Story) -> str:
    """What a story opens with and tells of more often than of anything else, as it is called; or ""."""
    words = r.lexicon.title["stories"]
    nouns = [t for t in those(r.doc, "tag_", {"NN", "NNS", "NNP", "NNPS"}) if t.lemma_.lower() in words]
    told = Counter(_plainest(t, r) for t in nouns).most_common(1)
    if not told or told[0][1] < _OFTEN:
        return ""
    alike = [t for t in nouns if _plainest(t, r) == told[0][0]]
    called = [(t, x) for t in alike if (x := _called(t, r))]
    often = Counter(x for _, x in called)
    which = (t for t in alike if t.i not in r.mention and _is_one_of_several(t, r))
    first = next((_called(t, r).lower() or "?" for t in which), "")  # "?": "Gulf of Sund spill"
    early = [(t, x) for t, x in called if t.i < r.doc[r.opening].sent.end]
    opening = [x for t, x in early if not x.endswith(t.text) or x.lower().endswith(first)]  # no other one's
    if told[0][0] in r.lexicon.title["diseases"]:
        best = max(opening, key=lambda x: often[x], default="")  # "swine flu", not "London swine flu"
        others = max((n for x, n in often.items() if not x.endswith(best)), default=0)
        return best if 2 * others < often[best] else ""  # "after bird flu, Asia fears swine flu"
    best = max(sorted(opening, key=_is_named, reverse=True), key=lambda x: (_is_named(x), often[x]), default="")
    fuller = [x for x in often if best and _is_named(x) and x.lower().endswith(f" {best.lower()}")]
    fuller = [x for x in fuller if often[x] > 1 or x in opening]  # not another that is told of by the way
    return max(fuller, key=lambda x: often[x], default=best)


def _is_one_of_several(noun: Token, r: Story) -> bool:
    """Whether the words before a noun say which one it is: "the *Gulf of Mexico* disaster"."""
    before = (c for c in noun.children if c.i < noun.i and c.i not in r.timed)
    return any(c.dep_ == "compound" or c.pos_ == "PROPN" or c.i in r.mention for c in before)


def by_its_theme(r: Story) -> dict[int, str]:
    """For "the disaster" of a story that is about one, by what name it is called: "Gulf oil spill"."""
    words = r.lexicon.title
    nouns = [t for t in those(r.doc, "tag_", {"NN"}) if t.lemma_.lower() in words["calamity"]]
    bare = [t for t in nouns if t.i not in r.names.known and is_definite(t, r.lexicon)]
    matter = theme(r) if bare else ""
    told = matter.lower().split()[-1:]
    return {t.i: matter for t in bare} if not words["calamities"].isdisjoint(told) else {}


def where_there_is(r: Story) -> dict[int, str]:
    """Where "there" is, of the one place that is told just before: "flew to Oslo. She will return *there* in May"."""
    out: dict[int, str] = {}
    words = r.lexicon
    for t in those(r.doc, "lower_", words.title["there"]):
        start = t.sent.start
        if t.dep_ != "advmod" or not grammar.is_verb(t.head) or not start:
            continue
        near = [x for x in r.doc[r.doc[start - 1].sent.start : t.i] if x.ent_type_ == "LOC" and x.pos_ == "PROPN"]
        near = [x for x in near if x.dep_ in grammar.OBLIQUE and grammar.case(x) in words.roles["place"] | {"to"}]
        places = {phrase(x, r.names) for x in near}
        goes = words.verbs.get(t.head.lemma_.lower()) == "visit" or t.head.lemma_ in words.triggers["setting_out"]
        if len(places) == 1:
            out[t.i] = f"{'to' if goes else 'in'} {places.pop()}"
    return out


def left_unsaid(r: Story) -> dict[int, str]:
    """What is theirs whose own only the one before is told: "Chad's envoy left, and Togo's (envoy) will go"."""
    out: dict[int, str] = {}
    for mark in those(r.doc, "tag_", {"POS"}):
        owner, start = mark.head, mark.sent.start
        relation = next((deps for deps in (grammar.SUBJECT, grammar.OBJECT) if owner.dep_ in deps), None)
        if relation is None or owner.i > mark.i or owner.pos_ != "PROPN":
            continue
        marks = (t for t in r.doc[start : owner.i] if t.tag_ == "POS" and t.head.dep_ == "nmod:poss")
        of = [t for t in marks if t.head.head.dep_ in relation and t.head.head.tag_ == "NN"]
        before = r.doc[r.doc[start - 1].sent.start : start] if start else ()
        several = [t for t in before if t.tag_ == "NNS" and grammar.children(t, {"nummod"}) and is_group(t, r.lexicon)]
        if of:
            out[mark.i] = r.doc[of[-1].i : of[-1].head.head.i + 1].text
        elif several and owner.i == start:  # "freed the two envoys. Togo's (envoy) will go home"
            out[mark.i] = f"{mark.text} {several[-1].lemma_}"
    return out


def tells_of(matter: str, word: Token, r: Story) -> bool:
    """Whether a word's sentence is of what a story is about, by any word of its kind, and is not that itself."""
    title = r.lexicon.title
    ill = title["diseases"] | title["germs"] | title["of_illness"]
    said = {_plain(w, r) for w in matter.lower().split()}
    said = said | ill if said & ill else said
    if _plain(word.lemma_, r) in said:
        return False
    return any(_plain(t.lemma_, r) in said for t in word.sent if t.pos_ in {"NOUN", "PROPN"})


def _plain(lemma: str, r: Story) -> str:
    return r.lexicon.alike.get(lemma.lower(), lemma.lower())


def _is_named(telling: str) -> bool:
    return any(w[0].isupper() for w in telling.split())


def _plainest(noun: Token, r: Story) -> str:
    return _plain(noun.lemma_, r)


def _called(noun: Token, r: Story) -> str:
    """A noun with the words before it that say which it is, or else with what follows it; "" where nothing does."""
    if noun.i in r.mention or grammar.case(noun) in grammar.WORDS["compared"]:
        return ""  # "worse than the Kano spill"
    first = noun.i
    while first > noun.sent.start and _is_of(r.doc[first - 1], noun, r):
        first -= 1
    before = r.doc[first : noun.i]
    if any(c.tag_ in {"JJS", "RBS"} for c in noun.children):
        return ""  # "the deadliest attack in the region since July": it is that by what is left out
    if any(t.pos_ in {"NOUN", "PROPN"} for t in before):
        text = spell([*before, noun], r.names)
        text = text if before[0].pos_ != "NOUN" else text[:1].lower() + text[1:]  # a headline's "Oil spill"
    elif first == noun.i and any(p in grammar.WORDS["which_one"] for p, _ in grammar.obliques(noun)):
        text = phrase(noun, r.names, room=_WORDS)
        text = "" if text.endswith(noun.text) else text  # "(looming) crisis", of what follows nothing
    else:
        return ""
    return text if len(text) <= _LENGTH and " " in text else ""


def _is_of(t: Token, noun: Token, r: Story) -> bool:
    """Whether a word before a noun says which it is: "*Gulf oil* spill", not "the *worst oil* spill"."""
    if t.i in r.timed or t.is_punct or noun not in grammar.chain(t):
        return False
    own = t.pos_ == "PROPN" or t.i in r.mention or t.dep_ == "compound"
    return own and (t.dep_ in _BEFORE or t.tag_ == "POS")


def _whom(r: Story, times: Counter[str]) -> str | None:
    """The id of the person or body that a story's opening names and the story names far more than any other, or None.

    Who holds an office acts and speaks for others: beside a body he need only not be named more often.
    """
    named = {
        a.id: times[a.id] for a in r.actors.values() if a.kind in {"person", "organisation"} and not is_press(a.id, r)
    }
    speakers = {i for i in named if r.actors[i].kind == "person" and r.actors[i].role}
    told_of = {i: n for i, n in named.items() if i not in speakers}
    first, second = ([*sorted(told_of.values(), reverse=True), 0, 0])[:2]
    it = r.actors[max(told_of, key=told_of.__getitem__)] if told_of else None
    beside = max((named[i] for i in speakers), default=0)
    speaking = beside + 1 if it is not None and it.kind == "organisation" else _AHEAD * beside
    if it is None or first < max(_AHEAD * second, speaking) or not opens(it, r):
        return None
    alone = not (second or beside) and it.kind == "organisation" and (first > 1 or it.id in _openers(r))
    return it.id if alone or first >= _OFTEN else None


def _openers(r: Story) -> set[str]:
    """The ids of those who do what a story's first sentence tells."""
    told = r.doc[r.lead].sent.root
    return {i for s in grammar.subjects(told) if (i := r.mention.get(s.i)) is not None}


def _countries(r: Story, times: Counter[str]) -> tuple[str, str]:
    """The country that a story is from and of, by dateline and opening, and the two that open it together; or ""."""
    of, here = homes(r)
    if len(of) > 1 and {*here} & _only_tellers(r):
        here = [code for code in of if code not in here]
    names = {a.country: r.names.short(a.id) for a in r.actors.values() if a.kind == "country"}
    told = len(here) == 1 and (len(of) < 3 or lands_of(r.doc[r.lead].sent, r) == {here[0]})
    alone = names.get(here[0], "") if told else _only_country(r, times)
    both = [r.actors[i].country for i in r.pair if i in r.actors and r.actors[i].kind == "country"]
    return alone, " and ".join(names[code] for code in both) if len(both) == len(of) == 2 and {*both} == {*of} else ""


def lands_of(words: Iterable[Token], r: Story) -> set[str]:
    """Codes of the countries that words name, and of whom they name: Chad for "Chadian premier Issa Berg"."""
    named = (r.actors.get(r.mention.get(t.i, "")) for t in words)
    return {a.country for a in named if a is not None and a.country}


def _only_tellers(r: Story) -> set[str | None]:
    """The countries that a story's first sentence names as whose word it is: "talks ended, Qatar's envoy said"."""
    lead = r.doc[r.lead].sent
    said = [
        v for v in (lead.root, *grammar.children(lead.root, {"parataxis"})) if v.lemma_.lower() in r.lexicon.reporting
    ]
    tellers = {t.i for v in said for s in grammar.subjects(v) if s.left_edge.i > lead.start for t in s.subtree}
    named = [
        (t.i in tellers, r.actors[i].country) for t in lead if (i := r.mention.get(t.i, "")).startswith("country:")
    ]
    return {c for teller, c in named if teller} - {c for teller, c in named if not teller}


def _only_country(r: Story, times: Counter[str]) -> str:
    """The one country of all that a story without a dateline names, if it opens with it; or ""."""
    lines = any(b.kind == "dateline" for b in r.blocks)
    codes = {a.country for a in r.actors.values() if a.country and times[a.id]}
    it = r.actors.get(f"country:{codes.pop().lower()}") if len(codes) == 1 and not lines else None
    return r.names.short(it.id) if it is not None and times[it.id] > 1 and opens(it, r) else ""


def _country_named_most(r: Story, times: Counter[str]) -> str:
    """The country that a story opens with and names again and again, and hardly another or its places; or ""."""
    (first, most), (_, next_most) = [*_of_kind("country", times, r).most_common(2), ("", 0), ("", 0)][:2]
    if most < _OFTEN or next_most > 1 or not opens(r.actors[first], r):
        return ""
    there = {r.actors[i].country for i in _of_kind("place", times, r)} - {None}
    return r.names.short(first) if there <= {r.actors[first].country} else ""


def _of_kind(kind: str, times: Counter[str], r: Story) -> Counter[str]:
    return Counter({i: n for i, n in times.items() if r.names.kind.get(i) == kind and i in r.actors})
