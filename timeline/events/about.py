"""What a story is about: its matter in a few words, "Kano oil spill", the person or body, and the country."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from spacy.tokens import Token

from timeline.events import grammar
from timeline.events.matter import is_definite
from timeline.events.parsed import those
from timeline.events.phrases import phrase, spell
from timeline.events.story import Story, homes, opens
from timeline.model import Actor

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
    votes: str  # the country whose an election of no name is


def about(r: Story) -> About:
    """What a story is about."""
    home, both = _countries(r)
    return About(theme(r), _whom(r), home, both, _country_of_votes(r))


def theme(r: Story) -> str:
    """What a story opens with and tells of more often than of anything else, as it is called; or ""."""
    words = r.lexicon.title["stories"]
    nouns = [t for t in those(r.doc, "tag_", {"NN", "NNS", "NNP", "NNPS"}) if t.lemma_.lower() in words]
    told = Counter(_plainest(t, r) for t in nouns).most_common(1)
    if not told or told[0][1] < _OFTEN:
        return ""
    called = [(t, x) for t in nouns if _plainest(t, r) == told[0][0] and (x := _called(t, r))]
    often = Counter(x for _, x in called)
    opening = [x for t, x in called if t.i < r.doc[r.opening].sent.end]
    best = max(sorted(opening, key=_is_named, reverse=True), key=lambda x: (_is_named(x), often[x]), default="")
    if told[0][0] in r.lexicon.title["diseases"]:
        return best  # "swine flu", not "London swine flu"
    fuller = [x for x in often if best and _is_named(x) and x.lower().endswith(f" {best.lower()}")]
    fuller = [x for x in fuller if often[x] > 1 or x in opening]  # not another that is told of by the way
    return max(fuller, key=lambda x: often[x], default=best)


def by_its_theme(r: Story) -> dict[int, str]:
    """For "the disaster" of a story that is about one, by what name it is called: "Gulf oil spill"."""
    words = r.lexicon.title
    nouns = [t for t in those(r.doc, "tag_", {"NN"}) if t.lemma_.lower() in words["calamity"]]
    bare = [t for t in nouns if t.i not in r.names.known and is_definite(t, r.lexicon)]
    matter = theme(r) if bare else ""
    told = matter.lower().split()[-1:]
    return {t.i: matter for t in bare} if not words["calamities"].isdisjoint(told) else {}


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
    if noun.i in r.mention:
        return ""
    first = noun.i
    while first > noun.sent.start and _is_of(r.doc[first - 1], noun, r):
        first -= 1
    before = r.doc[first : noun.i]
    if any(t.pos_ in {"NOUN", "PROPN"} for t in before):
        text = spell([*before, noun], r.names)
    elif first == noun.i and any(p in grammar.WORDS["which_one"] for p, _ in grammar.obliques(noun)):
        text = phrase(noun, r.names, room=_WORDS)
    else:
        return ""
    return text if len(text) <= _LENGTH and " " in text else ""


def _is_of(t: Token, noun: Token, r: Story) -> bool:
    """Whether a word before a noun says which it is: "*Gulf oil* spill", not "the *worst oil* spill"."""
    if t.i in r.timed or t.is_punct or noun not in grammar.chain(t):
        return False
    own = t.pos_ == "PROPN" or t.i in r.mention or t.dep_ == "compound"
    return own and (t.dep_ in _BEFORE or t.tag_ == "POS")


def _whom(r: Story) -> str | None:
    """The id of the person or body that a story's opening names and the story names far more than any other, or None.

    Who holds an office acts and speaks for others: beside a body he need only not be named more often.
    """
    named = {a.id: _times_named(a, r) for a in r.actors.values() if a.kind in {"person", "organisation"}}
    speakers = {i for i in named if r.actors[i].kind == "person" and r.actors[i].role}
    told_of = {i: n for i, n in named.items() if i not in speakers}
    first, second = ([*sorted(told_of.values(), reverse=True), 0, 0])[:2]
    it = r.actors[max(told_of, key=told_of.__getitem__)] if told_of else None
    beside = max((named[i] for i in speakers), default=0)
    speaking = beside + 1 if it is not None and it.kind == "organisation" else _AHEAD * beside
    if it is None or first < max(_OFTEN, _AHEAD * second, speaking):
        return None
    return it.id if opens(it, r) else None


def _countries(r: Story) -> tuple[str, str]:
    """The country that a story is from and of, by dateline and opening, and the two that open it together; or ""."""
    of, here = homes(r)
    names = {a.country: r.names.short(a.id) for a in r.actors.values() if a.kind == "country"}
    alone = names.get(here[0], "") if len(here) == 1 and len(of) < 3 else ""
    both = [r.actors[i].country for i in r.pair if i in r.actors and r.actors[i].kind == "country"]
    return alone, " and ".join(names[code] for code in both) if len(both) == len(of) == 2 and {*both} == {*of} else ""


def _country_of_votes(r: Story) -> str:
    """The country that a story names far more than any other, whose an election of no name is; or ""."""
    named = Counter({i: len(a.mentions) for i, a in r.actors.items() if a.kind == "country"})
    (first, most), (_, next_most) = [*named.most_common(2), ("", 0), ("", 0)][:2]
    return r.names.short(first) if most >= max(2, 2 * next_most) else ""


def _times_named(actor: Actor, r: Story) -> int:
    """How often a story names somebody, and does not say "she"."""
    return sum(1 for m in actor.mentions if r.article.text[m.start : m.end].lower() not in r.lexicon.title["vague"])
