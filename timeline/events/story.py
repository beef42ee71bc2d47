"""An article's story as the events room reads it: its doc, and what is known of each token."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from spacy.tokens import Doc, Span, Token

from timeline.clean import Block, kind_at
from timeline.events import grammar
from timeline.events.lexicon import Lexicon
from timeline.events.matter import fuller_tellings
from timeline.events.named import Names, undotted
from timeline.events.status import Status
from timeline.model import Actor, Article, Participant, Place, Published, TimeExpression, When
from timeline.model import Span as TextSpan
from timeline.units import word_lists

QUOTES = {'"', "“", "”", "``", "''"}
OPENING = {"“", "``", "`"}
_NAMED_APART = 3  # times as often as another of his surname who is called by it alone
MUTUAL = {"meeting", "talks", "agreement", "visit"}  # who takes part in these does so together
TELLING = {"body", "item"}  # blocks that tell the story
OPENING_SENTENCES = 5  # the day's news stands in them; what follows is as often background


@dataclass(frozen=True, slots=True)
class Counted:
    """That an event lies so many units from another."""

    base: Candidate
    count: int  # negative: before it
    unit: str
    words: TimeExpression  # the length


@dataclass(slots=True, eq=False)
class Candidate:
    """Words that may name an event, while it is being read."""

    token: Token  # the trigger
    verb: Token  # the verb that tells its tense: itself, its support, or the noun
    top: Token  # head of the noun phrase as a whole: "round" of "third round of talks"
    type: str
    noun: bool
    kind: str  # of the block
    support: Token | None = None
    light: bool = False  # the support says nothing beside the noun
    primary: bool = True  # False: another candidate tells the same occasion
    minor: bool = False  # named as an event, and no entry by itself
    ends: bool = False  # it was extended up to its day: that it ends is the entry
    partner: Candidate | None = None
    title: str = ""
    named: str = ""  # as a title, where its noun alone makes it
    reported: bool = False  # a verb of saying with a date of its own reports it
    arranged_by_others: bool = False  # its agents are those who plan or tell it
    content: bool = False  # what another event on the calendar says or agrees
    status: Status = field(default_factory=lambda: Status("occurred", (), ""))
    time: TimeExpression | None = None
    last: TimeExpression | None = None  # the last of several times that follow one another: "24 and 25 April"
    time_token: Token | None = None
    so_long: TimeExpression | None = None  # the length that it has from its first day: "a three-day visit"
    counted: Counted | None = None  # from which event its date is counted
    unplaced: TimeExpression | None = None  # words that say when it was without a place in the calendar: "recently"
    headed: bool = False  # its day stands at the head of its entry, or before its hour: lent, and sure
    near: bool = True  # the time belongs to it by the parse, not merely by nearness
    when: When = field(default_factory=When)
    plan: Candidate | None = None  # of an earlier sentence, which it calls off
    told_when: Candidate | None = None  # the occasion of the next sentence that only says when it was
    lender: Candidate | None = None  # whose date it shares
    lent: str = ""  # why, in plain words
    soft: bool = False  # only the course of the story says so, not the words around it
    agents: list[str] = field(default_factory=list)
    patients: list[str] = field(default_factory=list)
    others: list[str] = field(default_factory=list)
    unnamed: list[Participant] = field(default_factory=list)  # those without a name
    place: Place | None = None
    of_line: Place | None = None  # the place that its line of a diary begins with

    @property
    def in_passing(self) -> bool:
        """Whether it is a noun that no main verb carries: "a truce ending weeks of war" beside some other news."""
        return self.noun and (self.support is None or self.support.dep_ == "acl")

    @property
    def has_own_date(self) -> bool:
        """Whether its own words say when it was: on which day, or how long before or after another event's."""
        reckoned = self.counted is not None and self.lender is self.counted.base and not self.soft
        return self.when.basis == "explicit" or (reckoned and self.when.basis == "inherited")

    @property
    def actors(self) -> list[str]:
        """All that take part and have a name, each once, agents first."""
        return list(dict.fromkeys([*self.agents, *self.others, *self.patients]))


@dataclass(frozen=True, slots=True)
class Sentence:
    """What every event of a sentence asks of it, found once."""

    number: int  # 0 for the first of the text
    start: int  # index of its first token
    root: Token
    words: TextSpan  # without the white space around it
    asks: bool


@dataclass(frozen=True, slots=True)
class Story:
    """An article under reading: its doc with what is known of its tokens."""

    doc: Doc
    sentences: list[Sentence]  # by token index
    lexicon: Lexicon
    article: Article
    published: Published
    blocks: tuple[Block, ...]
    actors: dict[str, Actor]
    mention: dict[int, str]  # token index → actor id
    timed: dict[int, TimeExpression]  # token index → the time it belongs to
    dates: tuple[tuple[int, date], ...]  # of each stretch of calendar that it names: where its words end, its until
    lead: int  # index of the first token of the story's first sentence
    opening: int  # index of the first token of the last sentence that still opens the story
    quoted: frozenset[int]  # indices of the tokens in quotation marks
    speaker: dict[int, str]  # index of a token in quotation marks → id of who says it
    groups: dict[int, str]  # token index → id of a group without a name
    names: Names
    faceless: set[str] = field(default_factory=set)  # ids of groups that tell a reader nothing: "30 people"
    # the last who were named together, where, and whether they do the same
    together: list[tuple[Token, list[str], bool]] = field(default_factory=list)
    pair: list[str] = field(default_factory=list)  # the two who first did something together
    led_by: list[str] = field(
        default_factory=list
    )  # the countries that its first sentence names, once pronouns are read
    firms: list[str] = field(default_factory=list)  # the two bodies that it first told of together
    enacts: dict[int, str] = field(default_factory=dict)  # a verb of a resolution → the body that does it
    joint: dict[int, list[str]] = field(default_factory=dict)  # "they", "the two sides" → ids of those just named


def acts(actor: str) -> bool:
    """Whether an actor's id is of one that acts: places do not."""
    return not actor.startswith("place:")


def opens(actor: Actor, r: Story) -> bool:
    """Whether an actor is named where a story opens."""
    return bool(actor.mentions) and actor.mentions[0].start < r.doc[r.opening].sent.end_char


def homes(r: Story) -> tuple[list[str], list[str]]:
    """Codes of the countries that open a story, and of those of them where it is told: by its dateline, or alone."""
    told = [a for a in r.actors.values() if a.country and opens(a, r)]
    of = list(dict.fromkeys(a.country for a in told if a.kind == "country" and a.country))
    lines = {a.country for a in told if any(kind_at(r.blocks, m.start) == "dateline" for m in a.mentions)}
    return of, [code for code in of if code in lines] or ([] if of else [code for code in lines if code])


def tell(
    doc: Doc,
    article: Article,
    published: Published,
    times: Sequence[TimeExpression],
    actors: Sequence[Actor],
    groups: dict[int, str],
    blocks: tuple[Block, ...],
    words: Lexicon,
) -> Story:
    """The story of an article, ready to be read; `groups` are those without a name, by their tokens."""
    by_id = {a.id: a for a in actors}
    mention: dict[int, str] = {}
    by_length = sorted(((m, a.id) for a in actors for m in a.mentions), key=lambda pair: pair[0].end - pair[0].start)
    for m, actor in by_length:
        span = doc.char_span(m.start, m.end, alignment_mode="contract")
        for t in (t for t in span or () if t.tag_ != "VBD" or not t.is_lower):  # "a coup that ousted President Kone"
            mention[t.i] = actor  # the longest wins: "Syria" of "International Syria Support Group" is the group's
    for i in groups:
        if mention.get(i, "").startswith("organisation:"):
            del mention[i]  # "several House Democrats" are not their party
    for last in [i for i, actor in mention.items() if i > 1 and actor.startswith("country:")]:
        of = last - 1 - (doc[last - 1].lower_ == "the")  # "the Government of the Republic of Korea" is South Korea
        state = of > 0 and doc[of - 1].text == "Government" and doc[of].lower_ == "of"
        if state and grammar.case(doc[of - 1]) not in grammar.WORDS["of"] and not grammar.children(doc[last], {"conj"}):
            mention.update(dict.fromkeys(range(of - 1, last), mention[last]))
    for i in [i for i in mention if i > 1 and doc[i - 1].text == "-" and doc[i - 2].lower_ in grammar.WORDS["without"]]:
        del mention[i]  # "non-Togolese troops", "its non-Karhu sales"
    kinds = words.groups["stateless"]
    for t in [t for i in mention if (t := doc[i]).dep_ in {"amod", "compound"} and t.head.lemma_.lower() in kinds]:
        own = mention.get(t.i)  # gone with what stood before it: "US class action … cents"
        for i in [i for i in range(t.left_edge.i, t.head.i) if own is not None and mention.get(i) == own]:
            del mention[i]  # "14 Canadian cents", "Hong Kong flu"
    for t in [t for i in mention if (t := doc[i]).pos_ == "NOUN" and mention[i].startswith("person:")]:
        if t.head.lemma_.lower() in words.title["polls"] and grammar.case(t) in grammar.WORDS["of"]:
            del mention[t.i]  # "the direct election of the president": of whoever it will be
    timed: dict[int, TimeExpression] = {}
    longest = sorted(times, key=lambda x: x.end - x.start, reverse=True)
    spans = [(x, doc.char_span(x.start, x.end, alignment_mode="expand")) for x in longest]
    for x, span in spans:
        for t in span or ():
            timed.setdefault(t.i, x)
    grammar.join_times(span for _, span in spans if span is not None)
    grammar.hang_times(span for _, span in spans if span is not None)
    grammar.hang_second_times(span for _, span in spans if span is not None)
    grammar.free_subjects(doc, timed)
    grammar.free_relatives(doc, timed)
    namesakes = _namesakes(actors, article.text)
    paragraphs = _paragraphs(doc, blocks)
    speaker = _speakers(doc, paragraphs, mention, groups, words)
    for i, who in speaker.items():
        if doc[i].lower_ in words.dating["first_person"]:
            if who in by_id and doc[i].lower_ in words.dating["we"]:
                who = _spoken_for(by_id[who], actors, words) or who
            (mention if who in by_id else groups).setdefault(i, who)
    # who speaks tells of another time than the story
    spoken = {timed[i].id for i in speaker if i in timed}
    return Story(
        doc,
        _sentences(doc),
        words,
        article,
        published,
        blocks,
        by_id,
        mention,
        timed,
        tuple(
            sorted((x.end, x.until) for x in times if x.until and x.id not in spoken and _moves_on(x, blocks, words))
        ),
        *_opening(doc, blocks),
        frozenset(t.i for _, quoted in paragraphs for t in quoted),
        speaker,
        groups,
        Names(
            lexicon=words,
            short=cache(lambda i: undotted(short_name(by_id[i], article.text, words, namesakes), words)),
            full=lambda i: by_id[i].name,
            is_name=lambda word, i: word in by_id[i].name.split(),
            actor=mention,
            kind={a.id: a.kind for a in actors},
            known=fuller_tellings(doc, mention, timed, words),
            skip={i for i, x in timed.items() if x.type != "DURATION"}
            | {t.i for i in timed for t in _leading_words(doc[i], timed, words)},
            lasting=frozenset(i for i, x in timed.items() if x.type == "DURATION"),
        ),
    )


def _spoken_for(speaker: Actor, actors: Sequence[Actor], words: Lexicon) -> str | None:
    """The body that a spokesman means by "we": Karhu Oil for "Karhu Oil spokesman Jan Kos"."""
    office = (speaker.role or "").lower().split()
    if speaker.kind != "person" or words.groups["voices"].isdisjoint(office):
        return None
    spans = [(m.start, m.end) for m in speaker.mentions]
    bodies = [a for a in actors if a.kind == "organisation"]
    inside = (a.id for a in bodies for m in a.mentions if any(s <= m.start < m.end <= e for s, e in spans))
    return speaker.of or next(inside, None)


def _moves_on(x: TimeExpression, blocks: tuple[Block, ...], words: Lexicon) -> bool:
    """Whether a time takes the story to another part of the calendar: a date, not "now", a length or a page's."""
    dated = x.type in {"DATE", "TIME"} and x.first is not None and not (x.value or "").endswith("_REF")
    return dated and kind_at(blocks, x.start) in TELLING and not is_a_comparison(x, words)


def is_a_comparison(x: TimeExpression, words: Lexicon) -> bool:
    """Whether a past is only looked at beside the present: "in the year-ago quarter it lost $2 million"."""
    text = x.text.lower()
    quarter = x.value is not None and len(x.value) > len("2018")  # "for the quarter a year ago"
    return (quarter and text in words.dating["compared_with"]) or bool(set(text.split()) & words.dating["comparing"])


def _sentences(doc: Doc) -> list[Sentence]:
    """The sentence of each token."""
    out: list[Sentence] = []
    for number, sentence in enumerate(doc.sents):
        told = [t for t in sentence if not t.is_space] or list(sentence)
        words = TextSpan(told[0].idx, told[-1].idx + len(told[-1]))
        asks = told[-1].text.endswith("?")
        out += [Sentence(number, sentence.start, sentence.root, words, asks)] * len(sentence)
    return out


def _opening(doc: Doc, blocks: tuple[Block, ...]) -> tuple[int, int]:
    """Where the story's first sentence starts, and the last of the few that open it."""
    starts: list[int] = []
    for sentence in doc.sents:
        words = [t for t in sentence if not t.is_space]
        # "OSLO, 5 May" tells nothing, nor do the words under a picture: "The vaccine, which is made in Oslo."
        told = grammar.is_finite(sentence.root) and words[-1:] != [] and words[-1].text != "?"
        if told and kind_at(blocks, words[0].idx) in TELLING:
            starts.append(int(sentence.start))
        if len(starts) == OPENING_SENTENCES:
            break
    return (starts[0], starts[-1]) if starts else (0, 0)


def _speakers(
    doc: Doc,
    paragraphs: Sequence[tuple[Span, list[Token]]],
    mention: dict[int, str],
    groups: dict[int, str],
    words: Lexicon,
) -> dict[int, str]:
    """Who says each token in quotation marks: the subject of the nearest verb of saying in its paragraph."""
    out: dict[int, str] = {}
    starts = [sentence.start for sentence in doc.sents for _ in sentence]
    last: str | None = None
    for span, inside in paragraphs:
        quoted = list(inside)
        within = {t.i for t in inside}
        sayers: list[tuple[int, str]] = []
        for t in span:
            if t.i not in within and t.lemma_.lower() in words.reporting and grammar.is_verb(t):
                who = _sayer(t, mention, groups)
                if who is not None:
                    sayers.append((t.i, who))
                elif (
                    any(x.dep_ in grammar.SUBJECT and x.lower_ in {"he", "she", "they"} for x in t.children)
                    and last is not None
                ):
                    sayers.append((t.i, last))
        said = {starts[i] for i, _ in sayers}
        if said:
            quoted += [t for t in span if starts[t.i] in said and t.lower_ in words.dating["first_person"]]
        for i in (t.i for t in quoted):
            if sayers:
                _, _, n = min((starts[s] != starts[i], abs(s - i), n) for n, (s, _) in enumerate(sayers))
                out[i] = sayers[n][1]
            elif last is not None:
                out[i] = last
        if sayers:
            last = sayers[-1][1]
    return out


def _paragraphs(doc: Doc, blocks: tuple[Block, ...]) -> list[tuple[Span, list[Token]]]:
    """The paragraphs of a story, each with what stands in quotation marks in it."""
    spans = [
        doc.char_span(block.start, block.end, alignment_mode="expand")
        for block in blocks or (Block(0, len(doc.text), "body"),)
    ]
    return [(span, _quoted(span)) for span in spans if span is not None]


def _quoted(span: Span) -> list[Token]:
    """The tokens of a paragraph inside its quotation marks."""
    out: list[Token] = []
    inside = False
    for t in span:
        if t.text in QUOTES or _is_backquote(t):
            again = t.i > span.start and "\n" in t.nbor(-1).text
            inside = t.text in OPENING or (t.text != "”" and (again or not inside))
            continue
        if t.is_space and "\n\n" in t.text:
            inside = False  # a quote that goes on has its mark again
        if inside:
            out.append(t)
    return out


def _is_backquote(t: Token) -> bool:
    """Whether a mark is the first of two that open a quote: "``We are back,'' he said"."""
    return t.text == "`" and not t.whitespace_ and t.i + 1 < len(t.doc) and t.nbor(1).text == "`"


def _sayer(verb: Token, mention: dict[int, str], groups: dict[int, str]) -> str | None:
    """Who says what a verb of saying reports: its subject, or the name right behind it that the parser lost."""
    for s in grammar.subjects(verb):
        for t in (s, *s.children):
            if t.i in mention:
                return mention[t.i]
            if t == s and s.i in groups:
                return groups[s.i]
    before = mention.get(verb.i - 1, "")
    if before.startswith("person:"):
        return before  # "the head of Karhu's drilling unit Lars Berg told reporters"
    lost = not grammar.children(verb, grammar.SUBJECT) and verb.i > 0 and verb.nbor(-1).text in QUOTES
    for t in verb.doc[verb.i + 1 : verb.i + 8] if lost else ():
        if t.i in mention:
            return mention[t.i]
        if grammar.is_verb(t) or t.is_sent_start:
            break
    return None


def tell_in_titles(x: TimeExpression, r: Story) -> None:
    """Let titles tell a time that no entry has for its date: "closes port until Friday", "first visit since 1990".

    And that up to which something is not to be, which says no more beside "not".
    """
    days = [r.doc[i] for i, y in r.timed.items() if y is x]
    r.names.told.update(t.i for day in days for t in (day, *_leading_words(day, r.timed, r.lexicon)))
    r.names.skip.difference_update(r.names.told)


def _leading_words(token: Token, timed: dict[int, TimeExpression], words: Lexicon) -> list[Token]:
    """The words before a time that go with the date, not into a title: a preposition, an adverb, "no later than"."""
    before = token.nbor(-1) if token.i > 0 else None
    beside = before.head if before is not None and before.dep_ == "fixed" else before
    if (
        beside is not None
        and beside.dep_ in {"case", "mark"}
        and beside.head.i > token.i
        and beside.head.i not in timed
    ):
        return []  # "ahead of next month's vote"
    if before is None or before.i in timed or before.lower_ not in words.dating["leading"]:
        return []
    out = [before]
    limiting = words.dating["limiting"] if before.lower_ in words.dating["than"] else frozenset[str]()
    while out[-1].i > 0 and out[-1].nbor(-1).lower_ in limiting:
        out.append(out[-1].nbor(-1))
    return out


def _namesakes(actors: Sequence[Actor], text: str) -> frozenset[str]:
    """Ids of the persons whose surname alone means another of the story: Sarah Lund beside "Lund", who is Omar Lund.

    Of both where both are told of much.
    """
    bearers: dict[str, list[tuple[int, int, str]]] = {}
    for a in actors:
        if a.kind == "person" and " " in a.name:
            surname = a.name.split()[-1]
            alone = sum(1 for m in a.mentions if text[m.start : m.end] == surname)
            bearers.setdefault(surname, []).append((alone, len(a.mentions), a.id))
    found: set[str] = set()
    for several in bearers.values():
        most, *others = sorted(several, reverse=True)
        plain = all(most[0] > alone and most[1] > _NAMED_APART * n for alone, n, _ in others)
        found.update(i for *_, i in (others if plain else several))
    return frozenset(found)


def _is_firm_of(said: str, name: str) -> bool:
    """Whether a firm's name is said without what kind of firm it is: "Karhu" of Karhu Oy."""
    kinds = name.removeprefix(f"{said} ").lower().split() if name.startswith(f"{said} ") else []
    return bool(kinds) and word_lists().suffixes.issuperset(k.rstrip(".") for k in kinds)


def short_name(actor: Actor, text: str, words: Lexicon, namesakes: Container[str] = ()) -> str:
    """The name a title uses: the article's own shortest form of a person's name, "US" for the United States.

    One of `namesakes` has his whole name.
    """
    known = words.short_names.get(actor.id)
    if known:
        return known
    if actor.kind == "place":  # "northern New York" is not of New York City
        alone = {text[m.start : m.end] for m in actor.mentions}
        return min((w for w in alone if actor.name.startswith(f"{w} ")), key=len, default=actor.name)
    if actor.kind != "person":
        others = {text[m.start : m.end] for m in actor.mentions} - {actor.name}
        firms = [w for w in others if actor.kind == "organisation" and _is_firm_of(w, actor.name)]
        written = [w for w in others if w.upper() == actor.name]  # "LAKE TURKANA" of a dateline
        return min(firms, key=len) if firms else min(written, default=actor.name)
    if actor.id in namesakes:
        return actor.name
    parts = actor.name.split()
    best = actor.name
    for m in actor.mentions:
        said = text[m.start : m.end].strip()
        tail = [w for w in said.split() if w[:1].isupper() or w in {"de", "al", "von", "van", "bin"}]
        if tail and len(said) < len(best) and [w.lower() for w in tail] == [w.lower() for w in parts[-len(tail) :]]:
            best = " ".join(parts[-len(tail) :])
    return best
