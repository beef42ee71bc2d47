"""The project's own gold: what articles and sentences must give, by hand, as data to compare with.

The files in seeds/gold/ say for words of a text which times and events they give; seeds/gold/README.md
gives their form.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from timeline.model import Article, Span

OPEN = "open"  # what a stretch without a first day or an end has in the files, TOML having no null
ARTICLE_FILE = "article.toml"  # the table of the first seed article
PAGES_FILE = "pages.toml"  # layouts, not events
_CAPTION = "Caption:\n\n"  # what makes the paragraph after it a caption


class GoldError(ValueError):
    """A gold file that cannot be used; the message names the file, the place and the mend."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Words of a text and what they must give; only the fields given are compared."""

    words: str
    span: Span
    fields: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Who:
    """An actor that must be found, with the fields that it must have and where it is named."""

    id: str
    fields: Mapping[str, Any]
    mentions: tuple[Wanted, ...]


@dataclass(frozen=True, slots=True)
class Offer:
    """What filtering by an actor must leave: how many of the wanted events, and whom beneath it."""

    actor: str
    rows: int
    offers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Case:
    """A text with its date, and what must and must not be read from it."""

    sheet: str  # the file's name without its ending
    article: Article
    told: str  # the sentence or the title, for people
    times: tuple[Wanted, ...] = ()
    no_times: tuple[Wanted, ...] = ()
    events: tuple[Wanted, ...] = ()
    may: tuple[Wanted, ...] = ()
    never: tuple[Wanted, ...] = ()
    actors: tuple[Who, ...] = ()
    offer: Offer | None = None
    only: bool = False  # whether any further entry on the calendar is one too many
    rows: bool = False  # whether the events are a table to be shown side by side


@dataclass(frozen=True, slots=True)
class Page:
    """A page's text, and the kind of block that each part of it must be."""

    what: str
    text: str
    parts: tuple[tuple[str, Span], ...]


def read_gold(seeds: Path) -> tuple[Case, ...]:
    """All cases of a seeds folder: the first article, the other articles, then the sentences.

    Raises GoldError for a file that is not well formed or whose words are not in its text.
    """
    folder = seeds / "gold"
    tables = sorted(folder.glob("*.toml"), key=lambda p: (p.name != ARTICLE_FILE, p.name))
    cases = [read_article(p, seeds) for p in tables if p.name != PAGES_FILE]
    for path in sorted((folder / "sentences").glob("*.toml")):
        cases += read_sentences(path)
    return tuple(cases)


def read_article(path: Path, seeds: Path) -> Case:
    """The case of one article's table."""
    data = _load(path)
    name = data.get("article")
    text_path = seeds / f"{name}.txt"
    meta_path = seeds / f"{name}.meta.json"
    if not text_path.is_file() or not meta_path.is_file():
        raise GoldError(f"{path}: article = {name!r}, but {text_path.name} or {meta_path.name} is not in {seeds}")
    text = text_path.read_text(encoding="utf-8")
    meta = json.loads(meta_path.read_text(encoding="utf-8"))
    article = Article(
        id=meta["id"],
        text=text,
        title=meta.get("title"),
        published=date.fromisoformat(meta["published"]),
        source=meta.get("source"),
        language=meta.get("language", "en"),
        note=meta.get("note"),
    )
    offer = data.get("filter")
    return Case(
        sheet=path.stem,
        article=article,
        told=article.title or article.id,
        times=_all(data.get("time", ()), text, path, key="text"),
        no_times=_all(data.get("no_times", ()), text, path, key="text"),
        events=_all(data.get("row", ()), text, path, key="trigger"),
        may=_all(data.get("may", ()), text, path, key="trigger"),
        never=_all(data.get("never", ()), text, path, key="trigger"),
        actors=tuple(
            Who(
                a["id"],
                {k: v for k, v in a.items() if k not in ("id", "mentions")},
                _all(a.get("mentions", ()), text, path, key="text"),
            )
            for a in data.get("actor", ())
        ),
        offer=Offer(offer["actor"], offer["rows"], tuple(offer["offers"])) if offer else None,
        only=data.get("only", False),
        rows=True,
    )


def read_sentences(path: Path) -> list[Case]:
    """The cases of one file of sentences, in its order."""
    return [_sentence(s, n, path) for n, s in enumerate(_load(path).get("sentence", ()), 1)]


def _sentence(data: Mapping[str, Any], number: int, path: Path) -> Case:
    told = data.get("text")
    if not told or not isinstance(data.get("published"), date):
        raise GoldError(f"{path}: sentence {number} needs a text and a date as published")
    text = f"{_CAPTION}{told}\n" if data.get("block") == "caption" else told
    return Case(
        sheet=path.stem,
        article=Article(
            id=f"{path.stem}-{number}",
            text=text,
            published=data["published"],
            language=data.get("language", "en"),
        ),
        told=told,
        times=_all(data.get("times", ()), text, path, key="text"),
        no_times=_all(data.get("no_times", ()), text, path, key="text"),
        events=_all(data.get("events", ()), text, path, key="trigger"),
        may=_all(data.get("may", ()), text, path, key="trigger"),
        never=_all(data.get("never", ()), text, path, key="trigger"),
        only=data.get("only", False),
    )


def read_pages(seeds: Path) -> tuple[Page, ...]:
    """The pages of a seeds folder with the kinds of their parts; white space at the ends of a part is no part of it."""
    return tuple(_page(p["what"], p["lines"]) for p in _load(seeds / "gold" / PAGES_FILE)["page"])


def _page(what: str, lines: Iterable[Iterable[tuple[str, str]]]) -> Page:
    text, parts = "", []
    for line in lines:
        for kind, words in line:
            start = len(text) + len(words) - len(words.lstrip())
            text += words
            parts.append((kind, Span(start, len(text.rstrip()))))
        text += "\n"
    return Page(what, text, tuple(parts))


def locate(text: str, words: str, at: str | None = None) -> Span:
    """Where words stand in a text; `at`, which holds them once, says which occurrence is meant.

    A no-break space counts as a space. Raises ValueError where they do not stand exactly once.

    >>> locate("to see and be seen", "see", at="be seen")
    Span(start=14, end=17)
    """
    at = at or words
    flat = text.replace("\u00a0", " ")
    if flat.count(at) != 1:
        raise ValueError(f"{at!r} stands {flat.count(at)} times in the text: give more words in `at`")
    if at.count(words) != 1:
        raise ValueError(f"{words!r} stands {at.count(words)} times in {at!r}")
    start = flat.index(at) + at.index(words)
    return Span(start, start + len(words))


def _all(entries: Iterable[Any], text: str, path: Path, *, key: str) -> tuple[Wanted, ...]:
    return tuple(_wanted({key: e} if isinstance(e, str) else e, text, path, key=key) for e in entries)


def _wanted(entry: Mapping[str, Any], text: str, path: Path, *, key: str) -> Wanted:
    words = entry.get(key)
    if not words:
        raise GoldError(f"{path}: an entry has no {key}: {dict(entry)}")
    try:
        span = locate(text, words, entry.get("at"))
    except ValueError as error:
        raise GoldError(f"{path}: {error}") from error
    fields = {k: None if v == OPEN else v for k, v in entry.items() if k not in (key, "at")}
    return Wanted(words, span, fields)


def _load(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise GoldError(f"{path}: {error}") from error
