"""PATHs as a person gives them → Inputs, in order: files, folders, and "-" for standard input."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, BinaryIO

from timeline.clean import headline
from timeline.model import Article, Failure
from timeline.readers import fields, pages
from timeline.readers.unreadable import UnreadableError, decode, parse
from timeline.wording import short

SIDECAR = ".meta.json"
ARTICLES = (".txt", ".json", ".jsonl", ".html", ".htm", ".pdf")  # what a folder is searched for
OFFICE = (".doc", ".docx", ".odt", ".rtf")  # what somebody may take for an article there, and is told of
_PATH = 200  # characters of a path that a message repeats
_LINE = 'each line must be one article, {"id": "…", "text": "…"}'
_WHOLE = 'the file must be one article, {"id": "…", "text": "…"}, or a list of them; one a line needs the name .jsonl'
_SIDECAR = 'it must be one object, {"published": "YYYY-MM-DD", …}'


@dataclass(frozen=True, slots=True)
class Input:
    """An article, or why there is none, and the place it came from."""

    what: Article | Failure
    place: str  # "seeds/a.txt", "news.jsonl:3"
    lines: bool = False  # from JSON Lines, whose reader has the text that offsets count in


def read(paths: Iterable[str], *, published: date | None = None, stdin: BinaryIO | None = None) -> Iterator[Input]:
    """The articles of these paths, one after the other, those without a date given `published`.

    A folder's articles are the .txt, .html, .pdf, .json and .jsonl files directly in it, by name. NAME.txt, a web page
    and a PDF may have a sidecar NAME.meta.json. Of two articles with one id the second is a Failure: their results
    could not be told apart.
    """
    seen: dict[str, str] = {}
    for found in _all(paths, stdin if stdin is not None else sys.stdin.buffer):
        what = found.what
        if isinstance(what, Article):
            if what.id in seen:
                yield _failed(found.place, f"{found.place}: {_taken(what.id, found.place, seen[what.id])}")
                continue
            seen[what.id] = found.place
            if what.published is None and published is not None:
                found = replace(found, what=replace(what, published=published))
        yield found


def _taken(id_: str, place: str, other: str) -> str:
    """What to do about an article whose id another has: one of a file is called after it."""
    if place == other:
        return "given twice: name it once"
    file = Path(place)
    if file.suffix.lower() in ARTICLES and file.suffix.lower() != ".json":
        mend = f'rename the file, or give it an "id" of its own in {file.stem}{SIDECAR}'
        if file.with_suffix("") == Path(other).with_suffix(""):
            mend = "rename the file"  # the sidecar is of both
    else:
        mend = 'give each article an "id" of its own'
    return f'the id "{short(id_)}" is taken by {other}: {mend}'


def _all(paths: Iterable[str], stdin: BinaryIO) -> Iterator[Input]:
    for path in paths:
        yield from _guarded(path, _stdin(stdin) if path == "-" else _path(Path(path)))


def _path(path: Path) -> Iterator[Input]:
    if re.match("https?:/", str(path)):
        mend = "save the page as .html and name that, or add it on the page that `timeline serve` opens"
        raise UnreadableError(f"{path}: an address, and nothing is fetched here: {mend}")
    yield from _folder(path) if path.is_dir() else _file(path)


def _guarded(path: str, inputs: Iterator[Input]) -> Iterator[Input]:
    """These inputs, and a failure in place of what stops them."""
    try:
        yield from inputs
    except UnreadableError as error:
        yield _failed(path, str(error))
    except OSError as error:
        yield _failed(path, f"{short(path, _PATH)}: {_why(error)}")


def _folder(folder: Path) -> Iterator[Input]:
    inside = sorted(folder.iterdir())
    files = [
        p
        for p in inside
        if p.suffix.lower() in ARTICLES + OFFICE and _shows(p) and not p.name.endswith(SIDECAR) and not p.is_dir()
    ]
    if not files:
        folders = [p.name for p in inside if p.is_dir() and _shows(p)]
        mend = f"name the folders in it ({short(', '.join(folders))})" if folders else "name another"
        raise UnreadableError(f"{folder}: no articles in this folder (.txt, .html, .pdf, .json or .jsonl): {mend}")
    for file in files:
        yield from _guarded(str(file), _file(file))


def _shows(path: Path) -> bool:
    return not path.name.startswith(".")


def _file(path: Path) -> Iterator[Input]:
    suffix = path.suffix.lower()
    if suffix == ".jsonl":
        with path.open("rb") as lines:
            yield from _lines(lines, str(path))
        return
    if path.name.endswith(SIDECAR):
        raise UnreadableError(f"{path}: a sidecar, which goes with its article: name the .txt file")
    about = {} if suffix == ".json" else _beside(path)
    yield from opened(path.read_bytes(), str(path), path.stem, suffix, about=about)


def opened(
    data: bytes, place: str, name: str, suffix: str = "", *, about: dict[str, Any] | None = None
) -> Iterator[Input]:
    """The articles in the bytes of one file called `name`; what it is shows from its suffix and its first bytes.

    `about` is what a sidecar says. UnreadableError where it cannot be read at all.
    """
    about = about or {}
    if not data.strip():
        raise UnreadableError(_empty(place))
    if suffix == ".jsonl":
        yield from _lines(data.split(b"\n"), place)
    elif suffix == ".json":
        yield from _json(data, place)
    elif data.startswith(pages.PDF):
        yield Input(_titled(_said(pages.document(data, place, name), about)), place)
    elif suffix == ".pdf":
        raise UnreadableError(f"{place}: not a PDF: give the file the ending of what it is, .txt or .html")
    elif suffix in (".html", ".htm") or pages.is_page(data):
        yield Input(_said(pages.web_page(data, place, name), about), place)
    else:
        yield Input(_text(decode(data, place), place, name, about), place)


def _said(article: Article, about: dict[str, Any]) -> Article:
    """An article with what its sidecar says in place of what it says itself."""
    return replace(article, **({"origin": "given"} if "published" in about else {}) | about)


def _stdin(stdin: BinaryIO) -> Iterator[Input]:
    """Standard input: JSON Lines, a JSON article or list, or plain text, whichever it begins like."""
    data = stdin.read()
    start = data.removeprefix(b"\xef\xbb\xbf").lstrip()
    if not start:
        raise UnreadableError(_empty("-"))
    if start.startswith((b"{", b"[{", b"[\n")):
        first = start.split(b"\n", 1)[0].rstrip()
        if start.startswith(b"{") and first != b"{":
            yield from _lines(data.split(b"\n"), "-")
        else:
            yield from _json(data, "-")
    else:
        yield from opened(data, "-", "-")


def _lines(lines: Iterable[bytes], name: str) -> Iterator[Input]:
    """JSON Lines: a bad line spoils no other."""
    any_line = False
    for number, data in enumerate(lines, start=1):
        if not data.strip():
            continue
        any_line = True
        place = f"{name}:{number}"
        try:
            said = parse(decode(data, name, line=number), name, line=number, mend=_LINE)
            yield Input(fields.article(said, place), place, lines=True)
        except UnreadableError as error:
            yield replace(_failed(place, str(error)), lines=True)
    if not any_line:
        raise UnreadableError(_empty(name))


def _json(data: bytes, name: str) -> Iterator[Input]:
    said = parse(decode(data, name), name, mend=_WHOLE)
    if not isinstance(said, list):
        yield Input(fields.article(said, name), name)
        return
    if not said:
        raise UnreadableError(f"{name}: an empty list: {_WHOLE}")
    for number, item in enumerate(said, start=1):
        place = f"{name} (article {number})"
        try:
            yield Input(fields.article(item, place), place)
        except UnreadableError as error:
            yield _failed(place, str(error))


def _text(text: str, place: str, name: str, about: dict[str, Any]) -> Article:
    kept = text.replace("\r\n", "\n").replace("\r", "\n")  # the record holds the text as kept, and offsets count in it
    if not kept.strip():
        raise UnreadableError(_empty(place))
    return _titled(Article(text=kept, **({"id": name} | about)))


def _titled(article: Article) -> Article:
    """An article without a title of its own is called what stands above its story."""
    return article if article.title else replace(article, title=headline(article.text))


def _beside(path: Path) -> dict[str, Any]:
    """What the sidecar of a file says, nothing when there is none."""
    sidecar = path.with_name(path.stem + SIDECAR)
    try:
        data = sidecar.read_bytes()
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise UnreadableError(f"{sidecar}: {_why(error)}") from None
    if not data.strip():
        raise UnreadableError(f"{sidecar}: empty: {_SIDECAR}, or remove it")
    return fields.about(parse(decode(data, str(sidecar)), str(sidecar), mend=_SIDECAR), str(sidecar))


def _failed(id_: str, error: str) -> Input:
    """A failure under this id; what of a path cannot be written down is replaced."""
    id_, error = (words.encode(errors="replace").decode() for words in (id_, error))
    return Input(Failure(id_, error), id_)


def _empty(place: str) -> str:
    return f"{place}: empty: give the text of an article"


def _why(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "no such file or folder: check the name"
    if isinstance(error, PermissionError):
        return "may not be read: check its permissions"
    return f"cannot be read ({(error.strerror or str(error)).lower()}): check the name"
