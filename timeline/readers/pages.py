"""Web pages and PDF documents → articles: the story's text, and what the page says of itself."""

from __future__ import annotations

import io
import logging
import re
from typing import Any
from urllib.parse import urlsplit

from timeline.model import Article
from timeline.readers.fields import day
from timeline.readers.unreadable import UnreadableError

PDF = b"%PDF-"
_PAGE = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype html|html\b)", re.IGNORECASE | re.DOTALL)
_LANGUAGE = re.compile(rb"<html[^>]*?\blang=[\"']?([a-z]{2,3}(?:-[a-z]{2})?)\b", re.IGNORECASE)
_DATES = {  # what a page states of its date, and no guess from its text
    "original_date": True,
    "extensive_search": False,
    "outputformat": "%Y-%m-%d",
    "min_date": "1900-01-01",
    "max_date": "2999-12-31",
}
_HYPHEN = re.compile(r"(?<=[a-z])-\n(?=[a-z])")  # "minis-\nters"
_LEAST = 20  # characters below which a document holds no article


def is_page(data: bytes) -> bool:
    """Whether these bytes begin as a web page does."""
    return _PAGE.match(data.removeprefix(b"\xef\xbb\xbf")) is not None


def web_page(data: bytes, place: str, name: str, *, url: str | None = None) -> Article:
    """The article of a web page, without what stands around it; its date is what the page's own data state.

    `url` is where it was fetched from. UnreadableError where no story can be told from the page.
    """
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # it says of each page what it could not do
    found: Any = trafilatura.bare_extraction(
        data, url=url, with_metadata=True, include_comments=False, date_extraction_params=dict(_DATES)
    )
    text = (found.text or "").strip() if found is not None else ""
    if len(text) < _LEAST:
        raise UnreadableError(f"{place}: no story could be told from this web page: copy its text into a .txt file")
    language = _LANGUAGE.search(data[:5000])
    published = day(found.date) if found.date else None
    address = url or (found.url if _leads_somewhere(found.url) else None)
    return Article(
        id=name,
        text=text,
        title=_line(found.title),
        published=published,
        source=_line(found.sitename) or (urlsplit(address).hostname if address else None),
        url=address,
        language=language[1].decode() if language else "en",
        note="stated by the page itself" if published else None,
        origin="metadata" if published else "given",
    )


def document(data: bytes, place: str, name: str) -> Article:
    """The article of a PDF, its lines put together again. A PDF's own date is that of its file, and not taken."""
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise UnreadableError(f"{place}: this PDF is locked with a password: save it without one")
        pages = [page.extract_text() for page in reader.pages]
        title = reader.metadata.title if reader.metadata else None
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise UnreadableError(
            f"{place}: this PDF is damaged ({type(error).__name__}): open it and save it anew, or copy its text"
        ) from None
    text = _HYPHEN.sub("", "\n\n".join(page.strip() for page in pages if page.strip())).replace("\0", "")
    text = text.encode("utf-8", "replace").decode()
    if len(text.strip()) < _LEAST:
        raise UnreadableError(f"{place}: this PDF holds pictures and no text: run text recognition (OCR) over it first")
    called = _line(title)
    known = called is not None and called.casefold() in " ".join(text.split()).casefold()  # else "untitled", "a.docx"
    return Article(id=name, text=text, title=called if known else None)


def _leads_somewhere(url: str | None) -> bool:
    return bool(url) and str(url).startswith(("https://", "http://"))


def _line(words: str | None) -> str | None:
    return " ".join(words.split()) or None if words else None
