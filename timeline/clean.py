"""Which parts of a text are the story, and which are the page around it.

Nothing is removed: a block is a stretch of the text with a kind, so every offset stays true.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from timeline import gazetteer

KINDS = ("furniture", "headline", "dateline", "caption", "day", "item", "body")  # "day": above the lines it dates
HEADLINE_WORDS = 20  # a longer line is a sentence of the story
_ABOVE = 2_000  # characters of a text in which its headline is looked for
_NEAR = 8_000  # characters from a line's start in which a word of it is looked for again
PICTURE_WORDS = 60  # more before a picture's credit are no caption alone
FEWEST = 3  # items of a list, entries of a chronicle: two dates on lines of their own may be stamps
WRAPPED = 45  # a line shorter than this is never the wrapped part of a paragraph

_WIRE = (
    re.compile(  # "GENEVA (Agency) - ", "BEIRUT, Lebanon — ", "WASHINGTON, 3 May (Agency) -- ", "LONDON, Monday. — "
        r"^(?:[A-Z][A-Z.'’]+(?:[ /-][A-Z][A-Z.'’]+)*)(?:, [A-Z][\w.' ]{1,30}?)?"
        r"(?:,? \d{1,2} \w+(?: \d{4})?\.?|,? \w+\.? \d{1,2}(?:, \d{4})?\.?|, [A-Z][a-z]+day\.?)?"
        r"(?: ?\([^()\n]{2,40}\))? ?(?:--?|[–—_]|:) ?(?=[\"“'‘`A-Z])"
    )
)
_STOP = re.compile(r"[.!?…][\"”’')\]]* ")
_ARCHIVE = re.compile(
    r"^(?:[^\s|]+ ){0,4}(?:Archives?|ARCHIVES?) (?:19|20)\d\d ?[-–] ?(?:19|20)\d\d$"
)  # what a site keeps
_SENTENCE_END = re.compile(r"[.!?…][\"”’')\]]*$")
_VERBLESS = re.compile(r"^[^.!?]*$")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, a line of the page, or the part of one that is of its own kind."""

    start: int
    end: int
    kind: str  # one of KINDS


@dataclass(frozen=True, slots=True)
class _Layout:
    exact: frozenset[str]
    starts: tuple[str, ...]
    notes: tuple[str, ...]
    caption: re.Pattern[str]
    credit: re.Pattern[str]
    byline: re.Pattern[str]
    stamp: re.Pattern[str]
    picture: re.Pattern[str]
    pictured: re.Pattern[str]
    dated: re.Pattern[str]
    bullet: re.Pattern[str]
    item: re.Pattern[str]
    headed: re.Pattern[str]
    day: re.Pattern[str]
    timed: re.Pattern[str]
    credited: re.Pattern[str]
    noted: re.Pattern[str]
    teaser: re.Pattern[str]
    wire: re.Pattern[str]
    line: re.Pattern[str]
    opening: re.Pattern[str]
    signed: re.Pattern[str]
    agency: re.Pattern[str]
    opens: re.Pattern[str]
    heads: re.Pattern[str]
    acting: re.Pattern[str]
    begun: re.Pattern[str]
    before_names: frozenset[str]
    joining: frozenset[str]
    unfinished: str
    small: frozenset[str]
    leading: frozenset[str]
    city: re.Pattern[str]
    placed: re.Pattern[str]


@cache
def _layout(language: str) -> _Layout:
    path = files("timeline") / "lang" / language / "layout.toml"
    if not path.is_file():
        path = files("timeline") / "lang" / "en" / "layout.toml"
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    captions = "|".join(re.escape(c) for c in data["captions"])
    cities = "|".join(re.escape(c) for c in data["cities"])
    names = ("stamp", "pictured", "dated", "wire", "headed", "line", "opening", "signed", "heading", "place_above")
    with_dates = [data[name] for name in names]
    parts = ("placed", "place", "named", "by", "label", "full", "short", "when", "hour", "day", "date", "month")
    for part in parts:  # a date holds a month
        with_dates = [p.replace(f"{{{part}}}", f"(?:{data[part]})") for p in with_dates]
    stamp, pictured, dated, wire, headed, line, opening, signed, day, placed = with_dates
    name = r"[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*"
    opener = (
        rf"(?:{'|'.join(data['openers'])}) (?:[a-z\d]|[A-Z]{{2,}}\b|{data['of_a_people']} [a-z])|{data['the_named']}"
    )
    return _Layout(
        exact=frozenset(data["exact"]),
        starts=tuple(data["starts"]),
        notes=tuple(data["notes"]),
        caption=re.compile(rf"^(?:{captions})\s*:\s*", re.IGNORECASE),
        credit=re.compile(rf"(?:^|(?<=[\s.])){data['credits']}\.?$"),
        byline=re.compile(rf"^{data['byline']}$"),
        stamp=re.compile(rf"(?<!\S){stamp}(?= [A-Z\"“'‘`(])"),
        picture=re.compile(data["picture"]),
        pictured=re.compile(rf"{pictured}|{dated}[A-Z].+"),
        dated=re.compile(dated),
        bullet=re.compile(data["bullet"]),
        item=re.compile("|".join((data["bullet"], data["numbered"], headed, data["timed"]))),
        headed=re.compile(headed),
        day=re.compile(day, re.IGNORECASE),
        timed=re.compile(data["timed"]),
        credited=re.compile(data["credited"]),
        noted=re.compile(f"{data['credited']}|{data['noted']}"),
        teaser=re.compile(data["teaser"]),
        wire=re.compile(wire),
        line=re.compile(line),
        opening=re.compile(opening),
        signed=re.compile(signed),
        agency=re.compile(data["agency"].replace("{openers}", "|".join(data["openers"]))),
        opens=re.compile(rf"(?<=[\w’'\"”)%]) (?=(?:{opener}))"),
        heads=re.compile(rf"(?<=[\w’'\"”)%]) (?=(?:{opener}|{data['heads']}))"),
        acting=re.compile(
            rf"(?<=[\w’'\"”)%]) (?=(?:[A-Z][a-z]+ (?:[a-z]+ ){{0,2}})?({name}){data['acts']})"
            rf"|(?<=[a-z]) (?=({name})(?: [a-z]+){{1,2}} {data['is']})"
        ),
        begun=re.compile(
            rf"(?<=[\w’'\"”)%]) (?=(?!{data['month']}\b)([A-Z][a-z]{{2,}}) (?!(?:of|and|for|the) [A-Z])[a-z])"
        ),
        before_names=frozenset(data["before_names"]),
        joining=frozenset(data["joining"]),
        unfinished=data["unfinished"],
        small=frozenset(data["small_in_titles"]),
        leading=frozenset([*data["openers"], *data["before_a_name"]]),
        # "Al-Qaeda", "Franco-German" have no city before the hyphen; "Moscow-backed" no capital after
        # it, and "Moscow-Washington ties" no lower-case word
        city=re.compile(
            rf"^(?:{cities})(?:, [A-Z][a-z]+)?(?: ?[–—] ?| - |-)"
            r"(?=[\"“‘]?[A-Z][\w’']* [a-z\d]|[A-Z][a-z]+ [A-Z][a-z]+ )"
        ),
        placed=re.compile(placed),
    )


def headline(text: str, language: str = "en") -> str | None:
    """The line above the story that is its title; None where the story begins at once."""
    for block in blocks(text[:_ABOVE], language):
        if block.kind == "headline":
            return " ".join(text[block.start : block.end].split())
        if block.kind in {"item", "body"}:
            return None
    return None


def blocks(text: str, language: str = "en") -> tuple[Block, ...]:
    """The blocks of a text in order: never overlapping, white space between them left out.

    A text without any layout, a single sentence for example, is one block of body.
    """
    return _blocks(text, language)


@lru_cache(maxsize=1)  # who reads an article asks for its blocks, and so does the pipeline that parses it
def _blocks(text: str, language: str) -> tuple[Block, ...]:
    layout = _layout(language)
    lines = [piece for start, end in _paragraphs(text, layout) for piece in _run_together(text, start, end, layout)]
    listed = sum(layout.bullet.match(text, start) is not None for start, *_ in lines) >= FEWEST
    diary = _diary(lines, text, layout)
    telling = [
        n in diary or layout.item.match(text, start) is not None or _tells(text[start:end])
        for n, (start, end, _) in enumerate(lines)
    ]
    last_told = max((n for n, tells in enumerate(telling) if tells), default=-1)

    @cache
    def days(match: _Matching) -> frozenset[str | None]:
        """The days that stand beside a place, by how a line is matched: each line of a calendar has its own."""
        found = (x.groupdict() for start, end, _ in lines if (x := match(text, start, end)))
        return frozenset(x["on"] or x["at"] or x.get("day") for x in found)

    out: list[Block] = []
    told = False  # a line of the story has been seen
    headline = False
    caption_next = False
    for n, (start, end, kind) in enumerate(lines):
        line = text[start:end]
        if kind is not None:
            out.append(Block(start, end, kind))
            continue
        label = layout.caption.match(line)
        if label:
            out.append(Block(start, start + len(label[0].rstrip()), "furniture"))
            start += label.end()
            if start >= end:
                caption_next = True
                continue
            out += _caption(text, start, end, layout)
            continue
        if caption_next:
            caption_next = False
            out += _caption(text, start, end, layout)
            continue
        if n in diary and layout.day.fullmatch(line):
            out.append(Block(start, end, "day"))
        elif _is_furniture(line, layout):
            out.append(Block(start, end, "furniture"))
        elif not told and n + 1 < len(lines) and _is_caption(line, text[slice(*lines[n + 1][:2])], layout):
            out.append(Block(start, end, "caption"))
        elif _is_date_line(lines, n, text, layout, days, above=not told, below=headline):
            out.append(Block(start, end, "dateline"))
        elif " | " in line and not _SENTENCE_END.search(line) and len(lines) > 1:
            # a page title: "What happened | Name of the site"; a masthead alone is all site
            cut = start + line.index(" | ")
            rest = n < last_told
            site = headline or told or not rest or _looks_like_site(text[start:cut])
            out.append(Block(start, cut, "furniture" if site else "headline"))
            out.append(Block(cut + 1, end, "furniture"))
            headline = headline or not site
        elif not telling[n] and n < last_told:
            if told:  # a heading between paragraphs
                out.append(Block(start, end, "headline" if len(line.split()) <= HEADLINE_WORDS else "body"))
            else:
                out.append(Block(start, end, "headline"))
                headline = True
        else:
            cut = 0 if told else _opening(lines, n, text, layout, days)
            if cut := cut or _dateline(line, layout) or (_placed(line, layout) if n in diary else 0):
                out.append(Block(start, start + len(line[:cut].rstrip()), "dateline"))
                start += cut
            while not (told or headline) and (cut := _title(text, start, end, layout)):  # and the words under a picture
                out.append(Block(start, start + cut, "headline"))
                start += cut + 1
            told = True
            item = n in diary or (listed and layout.bullet.match(line))
            out.append(Block(start, end, "item" if item else "body"))
    return _without_mastheads(_with_captions(out, text, layout), text)


def _diary(lines: list[tuple[int, int, str | None]], text: str, layout: _Layout) -> set[int]:
    """The lines of a diary, which have a place or an hour each, below their days, and these: "OSLO - Envoys meet"."""
    heads: set[int] = set()
    below: set[int] = set()
    day = None  # above the lines that are read
    for n, (start, end, kind) in enumerate(lines):
        line = text[start:end]
        if layout.day.fullmatch(line) and any(map(str.isalpha, line)):
            day = n
        elif day is not None:
            opens = _dateline(line, layout) or _placed(line, layout) or layout.timed.match(line)
            if kind is not None or not opens or len(line.split()) > HEADLINE_WORDS:
                day = None
            else:
                heads.add(day)
                below.add(n)
    told = any(_tells(text[slice(*lines[n][:2])]) for n in below)  # a day above a few short stories is the page's
    return heads | below if len(below) >= FEWEST and (len(heads) > 1 or not told) else set()


def lost_stops(text: str, language: str = "en") -> Iterator[int]:
    """Where a sentence begins though the page lost the full stop before it: "… clean up the spill The crews have …"."""
    for m, last in _openings(text, 0, len(text), _layout(language)):
        if last.replace("-", "").isalpha() and last == _last_word(text, m.start()):
            yield m.end()


def entry_starts(text: str, language: str = "en") -> list[int]:
    """Where what a list tells begins: behind a bullet, the hour or the day that heads its line, "6 May: Ports open"."""
    layout = _layout(language)
    starts = [m.start() + len(m[0]) - len(m[0].lstrip()) for m in re.finditer(r"[^\r\n]+", text)]
    days = [m.end() for s in starts if (m := layout.headed.match(text, s)) and any(map(str.isalpha, m[0]))]
    hours = [m.end() for s in starts if (m := layout.timed.match(text, s))]
    items = [m.end() for s in starts if (m := layout.bullet.match(text, s))]
    return hours + (days if len(days) >= FEWEST else []) + (items if len(items) >= FEWEST else [])


def _openings(
    text: str, start: int, end: int, layout: _Layout, *, names: bool = False
) -> Iterator[tuple[re.Match[str], str]]:
    """The blanks before words that begin sentences, where a small word stands before and no name follows; that word.

    `names`: or a name stands before, as a title may end with one: "Boy swims for Haiti A seven-year-old boy".
    """
    for m in (layout.heads if names else layout.opens).finditer(text, start, end):
        last = _last_word(text, m.start()).strip("'’\"”`")
        named = names and last.isalpha() and last.lower() not in layout.before_names
        named = named and text[m.end() : m.end() + 9].split(" ")[0] not in layout.joining
        if _ends_here(last, layout) or named:
            yield m, last


def _told_again(text: str, start: int, end: int, layout: _Layout) -> Iterator[tuple[re.Match[str], str]]:
    """The blanks before a name that was told above, where it comes again and does something: "… plan Acme said".

    Before a comma, only the name that the line begins with: "Acme has a plan Acme, …", not "quake hits Haiti, …".
    """
    for m in layout.acting.finditer(text, start, end):
        last = _last_word(text, m.start()).strip("'’\"”`")
        name, before = m[1] or m[2], text[max(0, start - _ABOVE) : m.start()]
        if text.startswith(",", m.end(1)):
            name = text[m.end() : m.end(1)]
            before = text[start : start + len(name)]
        again = re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", before)
        if last.endswith(layout.unfinished):
            continue
        twice = last == name.split(" ")[0]  # "the impact in Chad Chad has begun"
        if again and (twice or ("-" not in last and _ends_here(last.lstrip("$£€"), layout))):
            yield m, last


def _begun(text: str, start: int, end: int, layout: _Layout) -> Iterator[tuple[re.Match[str], str]]:
    """The blanks before a word with a capital that the text writes small elsewhere, where no name goes on with it."""
    for m in layout.begun.finditer(text, start, end):
        last = _last_word(text, m.start()).strip("'’\"”`")
        small = rf"(?<![\w-]){m[1].lower()}(?![\w-])"
        if _ends_here(last, layout) and re.search(small, text[start : start + _NEAR]):
            yield m, last


def _ends_here(last: str, layout: _Layout) -> bool:
    """Whether a sentence may end with a word: no capital, and none that a name follows."""
    ends = not last or ((last[0].islower() or last[0].isdigit()) and not last.endswith(("'s", "’s")))
    return ends and last not in layout.before_names


def _last_word(text: str, end: int) -> str:
    return text[max(text.rfind(" ", 0, end), text.rfind("\n", 0, end)) + 1 : end]


def _run_together(text: str, start: int, end: int, layout: _Layout) -> Iterator[tuple[int, int, str | None]]:
    """A line cut where a page ran headline, stamp, caption, credit and story together: offsets and kind, if known."""
    stamp = layout.stamp.search(text, start, end)
    if stamp is not None and stamp.end() < end:
        if start < stamp.start():
            yield start, stamp.start() - 1, "headline"
        yield stamp.start(), stamp.end(), "dateline"
        start = stamp.end() + 1
    wire = layout.wire.search(text, start, end)
    if wire is not None and not layout.noted.search(text, start, wire.start()):  # a picture's credit is cut below
        if start < wire.start():
            yield start, wire.start() - 1, "headline"
        yield wire.start(), len(text[: wire.end()].rstrip()), "dateline"
        start = wire.end()
    picture = layout.picture.search(text, start, end)
    if picture is not None and picture.end() < end:
        if picture.start() > start:
            yield start, picture.start() - 1, "caption"
        yield picture.start(), picture.end(), "furniture"
        start = picture.end() + 1
    for note in layout.noted.finditer(text, start, end):
        if note.end() < end:
            if start < note.start():
                yield start, note.start() - 1, None
            yield note.start(), note.end(), "furniture"
            start = note.end() + 1
    teaser = layout.teaser.search(text, start, end)
    if teaser is not None:
        yield start, teaser.start(), None
        start = teaser.end() - len(teaser[0].lstrip())
    if start < end:
        yield start, end, "furniture" if teaser is not None else None


def _title(text: str, start: int, until: int, layout: _Layout) -> int:
    """How long the title is that has run into the first sentence of a story without a stop between; 0 without one."""
    if cut := _capitals(text, start, until, layout):
        return cut
    stop = _STOP.search(text, start, until)
    end = min(stop.start() if stop else until, start + _ABOVE)
    found = [
        *_openings(text, start, end, layout, names=True),
        *_told_again(text, start, end, layout),
        *_begun(text, start, end, layout),
    ]
    for m, last in sorted(found, key=lambda one: one[0].start()):
        before = text[start : m.start()]
        if len(before.split()) > HEADLINE_WORDS:
            return 0
        closed = bool(last) or before.count('"') % 2 == 0
        if len(before.split()) >= 3 and closed and len(text[m.end() : until].split()) >= 5:
            return m.start() - start
    return 0


def _capitals(text: str, start: int, until: int, layout: _Layout) -> int:
    """How long a title is whose words have capitals, run into a story: "Port Closes After Storm The mayor said"; or 0.

    Most of them are written small further down; the name that the story begins with is told again there.
    """
    words = list(re.finditer(r"\S+", text[start : min(until, start + _ABOVE)]))[: 2 * HEADLINE_WORDS]
    n = next((i for i, w in enumerate(words) if w[0][0].islower() and w[0] not in layout.small), 0)
    if n < 5 or not words[n - 1][0].replace("'", "").isalnum() or words[n - 1][0][0].islower():
        return 0
    story = text[start + words[n].start() : start + _NEAR]
    first = n - 1
    while words[first - 1][0].isalnum() and words[first - 1][0][0].isupper():
        first -= 1
    told = (k for k in range(first, n - 1) if text[start + words[k].start() : start + words[n - 1].end()] in story)
    cut = next(told, n - 1)
    if words[cut - 1][0].endswith(","):
        cut -= 1  # "… Oil Well In June, Karhu"
    while words[cut - 1][0] in layout.leading:
        cut -= 1
    capitals = [w[0].strip(":,'\"") for w in words[1:cut] if w[0][0].isupper()]
    small = [w for w in capitals if re.search(rf"(?<![\w-]){re.escape(w.lower())}(?![\w-])", story)]
    if cut < 4 or len(small) < 3 or 2 * len(small) < len(capitals):
        return 0
    return words[cut].start() - 1


def _with_captions(found: list[Block], text: str, layout: _Layout) -> list[Block]:
    """The blocks, where a few sentences before the credit of a picture that opens the page are its caption."""
    out = list(found)
    since = words = 0  # the first block behind the last credit or the page's stamp; words of the story since
    for n, b in enumerate(found):
        told = text[b.start : b.end]
        if b.kind == "furniture" and (layout.picture.fullmatch(told) or layout.credited.fullmatch(told)):
            out[since:n] = [Block(x.start, x.end, "caption") if x.kind == "body" else x for x in found[since:n]]
        elif b.kind == "dateline" and not (layout.stamp.match(text, b.start) or layout.line.fullmatch(told)):
            break  # a place opens the story itself
        elif b.kind != "dateline":
            words += len(told.split()) if b.kind == "body" else 0
            if words > PICTURE_WORDS:
                break
            continue
        since, words = n + 1, 0
    return out


def _without_mastheads(found: list[Block], text: str) -> tuple[Block, ...]:
    """Of several headlines before the story, those that read like a site's name are the page's."""
    story = next((n for n, b in enumerate(found) if b.kind in {"item", "body"}), len(found))
    opening = [n for n, b in enumerate(found[:story]) if b.kind == "headline"]
    for n in opening[:-1]:
        b = found[n]
        if _looks_like_site(text[b.start : b.end]):
            found[n] = Block(b.start, b.end, "furniture")
    return tuple(found)


def kind_at(blocks: tuple[Block, ...], offset: int) -> str:
    """The kind of the block that holds an offset; "body" between blocks."""
    lo, hi = 0, len(blocks)
    while lo < hi:
        mid = (lo + hi) // 2
        if blocks[mid].end <= offset:
            lo = mid + 1
        else:
            hi = mid
    if lo < len(blocks) and blocks[lo].start <= offset:
        return blocks[lo].kind
    return "body"


def _paragraphs(text: str, layout: _Layout) -> list[tuple[int, int]]:
    """Offsets of each paragraph without the white space around it; wrapped lines are joined."""
    out: list[tuple[int, int]] = []
    previous_end = -1
    for m in re.finditer(r"[^\r\n]+", text):
        line = m.group()
        if not line.strip():
            continue
        start = m.start() + len(line) - len(line.lstrip())
        end = m.end() - (len(line) - len(line.rstrip()))
        if out:
            gap = text[previous_end:start]
            before = text[out[-1][0] : out[-1][1]]
            wraps = gap.count("\n") == 1 and _wraps(before.splitlines()[-1], text[start:end])
            if wraps and not layout.item.match(text, start):
                out[-1] = (out[-1][0], end)
                previous_end = end
                continue
        out.append((start, end))
        previous_end = end
    return out


def _wraps(line: str, following: str) -> bool:
    """Whether a line runs on in the next one rather than ending a paragraph."""
    if len(line) < WRAPPED or _SENTENCE_END.search(line):
        return len(line) >= 60 and len(line) <= 100 and following[:1].islower()
    return following[:1].islower() or (len(line) <= 100 and len(following.split()) > 1 and not following[:1].isupper())


def _is_caption(line: str, following: str, layout: _Layout) -> bool:
    """Whether a first line tells a picture; of a chronicle, the line after it begins with its day, too."""
    agency = layout.agency.match(line)  # "AP May 3: Envoys wave in Bern."
    return bool(layout.pictured.fullmatch(line, agency.end() if agency else 0)) and not (
        layout.dated.match(line) and layout.dated.match(following)
    )


def _is_furniture(line: str, layout: _Layout) -> bool:
    low = line.lower().rstrip(" :.»›>")
    if low in layout.exact or layout.byline.match(line) or layout.credit.fullmatch(line):
        return True
    if low.startswith(("copyright", "©")) or low.endswith("all rights reserved") or _ARCHIVE.search(line):
        return len(line.split()) <= 25
    if low.startswith(layout.notes):
        return True
    if (
        len(line.split()) <= 12
        and not (_SENTENCE_END.search(line) and len(line.split()) > 6)
        and low.startswith(layout.starts)
    ):
        return True
    if re.fullmatch(r"[\W\d_]+", line):  # "* * *", "12345"
        return not layout.line.fullmatch(line)
    items = [i for i in re.split(r"\s+[|•·>»/]\s+", line) if i]
    return len(items) >= 3 and all(len(i.split()) <= 3 for i in items)


def _looks_like_site(title: str) -> bool:
    words = [w for w in title.split() if not w.strip("-–").isdigit()]
    small = {"of", "the", "and", "for", "in", "on", "at", "to", "with", "about", "over", "as", "from", "by", "a", "an"}
    return len(words) <= 5 and not any(w in small for w in words[1:])


def _tells(line: str) -> bool:
    """Whether a line reads as a sentence of the story: it ends like one, or goes on, or is long."""
    if line.endswith((",", ";")):
        return True  # "The General Assembly,"
    return (bool(_SENTENCE_END.search(line)) and len(line.split()) >= 4) or len(line.split()) > HEADLINE_WORDS


def _dateline(line: str, layout: _Layout) -> int:
    agency, bullet = layout.agency.match(line), layout.bullet.match(line)
    before = agency or bullet
    start = before.end() if before else 0
    m = _WIRE.match(line[start:]) or _signed(line[start:], layout) or layout.city.match(line[start:])
    return start + m.end() if m else agency.end() if agency else 0


def _placed(line: str, layout: _Layout) -> int:
    """How long the known place is that a line of a diary opens with: "Oslo: Envoys meet"."""
    m = layout.placed.match(line)
    return m.end() if m and _has_place(m["where"]) else 0


def _signed(line: str, layout: _Layout) -> re.Match[str] | None:
    """The place, day and agency that a line opens with: "Oslo, May 3 (ABC) The", "Oslo (ABC) –"."""
    m = layout.signed.match(line)
    named = m and m["where"].split(" ")[0] not in layout.leading - {"The"}
    return m if m and named and (m["on"] or _has_place(m["where"])) else None


_Matching = Callable[[str, int, int], re.Match[str] | None]
_Days = Callable[[_Matching], frozenset[str | None]]


def _is_date_line(
    lines: list[tuple[int, int, str | None]],
    n: int,
    text: str,
    layout: _Layout,
    days: _Days,
    *,
    above: bool,
    below: bool,
) -> bool:
    """Whether a line is the page's day: "Published: 3 May 2016"; above the story "Ghent, 3 May 2016", too, or "GHENT".

    What stands beside the day is a known place, or below a headline any name: "Peace Summit, 3 May 2016" is a headline.
    No other line has another day beside its place.
    """
    m = layout.line.fullmatch(text, *lines[n][:2])
    where = m and (m["before"] or m["behind"])
    if not m:
        places = text[slice(*lines[n][:2])].split(", ")
        return above and n + 1 < len(lines) and places[0].isupper() and all(map(_is_place, places))
    if not where:
        return True
    known = below or _has_place(where)
    return above and n + 1 < len(lines) and known and days(layout.line.fullmatch) <= {None, m["on"] or m["at"]}


def _opening(lines: list[tuple[int, int, str | None]], n: int, text: str, layout: _Layout, days: _Days) -> int:
    """How long the place and the day are that a story opens with: "Ghent, 3 May 2016 (Agency) – Envoys met".

    Beside a day without its year a known place stands.
    """
    m = layout.opening.match(text, *lines[n][:2])
    where = (m["before"] or m["behind"] or m["near"] or "") if m else ""
    known = m and where.split(" ")[0] not in layout.leading - {"The"} and (not m["near"] or _has_place(where))
    alone = m and known and days(layout.opening.match) <= {None, m["on"] or m["at"] or m["day"]}
    return m.end() - m.start() if m and alone else 0


def _has_place(where: str) -> bool:
    """Whether of "Goma, Congo" one is a known place."""
    return any(_is_place(part) for part in where.split(", "))


def _is_place(name: str) -> bool:
    words = gazetteer.split(name)
    entry = gazetteer.load().exact(tuple(gazetteer.fold(w) for w in words)) if words else None
    return entry is not None and entry.kind in {"place", "country"}


def _caption(text: str, start: int, end: int, layout: _Layout) -> list[Block]:
    line = text[start:end]
    credit = layout.credit.search(line)
    if credit and credit.start() > 0:
        cut = start + credit.start()
        return [Block(start, start + len(line[: credit.start()].rstrip()), "caption"), Block(cut, end, "furniture")]
    return [Block(start, end, "furniture" if credit else "caption")]


_FOLD = {ord(c): " " for c in "\xa0\u2007\u2009\u200a\u202f\u2002\u2003"} | {
    ord("‘"): "'",
    ord("’"): "'",
    ord("“"): '"',
    ord("”"): '"',
    ord("\u2011"): "-",
}


def folded(text: str) -> str:
    """The text with typographic blanks, quotes and hyphens made plain, a character for a character."""
    return text.translate(_FOLD)
