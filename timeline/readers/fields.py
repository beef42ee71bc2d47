"""What a JSON object says about an article, each value looked at before it is believed."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from timeline.model import Article
from timeline.readers.unreadable import UnreadableError
from timeline.wording import short

_OPTIONAL = ("title", "source", "url", "language", "note")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_YEARS = (1000, 9000)  # far from where the calendar of the machine ends, so that one can count on and back
TOO_FAR = f"too far off: articles are of the years {_YEARS[0]} to {_YEARS[1]}"
_JSON_NAME = {
    dict: "an object",
    list: "a list",
    str: "a string",
    bool: "true or false",
    int: "a number",
    float: "a number",
}


def article(said: Any, place: str) -> Article:
    """The article that a JSON object gives whole: with its id and its text."""
    if not isinstance(said, dict):
        raise UnreadableError(f'{place}: {_kind(said)}, not an article: write {{"id": "…", "text": "…"}}')
    if "events" in said and isinstance(said.get("published"), dict):
        raise UnreadableError(
            f"{place}: a record that `timeline extract` wrote, not an article: give the articles themselves"
        )
    if "text" not in said:
        raise UnreadableError(f'{place}: no "text": an article is {{"id": "…", "text": "…"}}')
    text = _string(said, "text", place)
    if "id" not in said:
        raise UnreadableError(f'{place}: no "id": give the article a name of its own, "id": "…"')
    return Article(text=text, **about(said, place))


def about(said: Any, place: str) -> dict[str, Any]:
    """The fields of an article but its text, as a sidecar holds them; only what is given."""
    if not isinstance(said, dict):
        raise UnreadableError(f'{place}: {_kind(said)}, not an object: write {{"published": "YYYY-MM-DD", …}}')
    given: dict[str, Any] = {}
    if "id" in said:
        given["id"] = _string(said, "id", place)
        if not given["id"].strip():
            raise UnreadableError(f'{place}: "id" is empty: give the article a name of its own')
    for key in _OPTIONAL:
        if said.get(key) is not None:
            given[key] = _string(said, key, place)
    if said.get("published") is not None:
        given["published"] = _day(said, place)
    return given


def day(words: str) -> date | None:
    """The day that YYYY-MM-DD names, or None when it names none that articles could count from."""
    found = _any_day(words)
    return found if found and is_near(found) else None


def why_no_day(words: str) -> str:
    """What is wrong with words that are no `day`, and the mend."""
    return TOO_FAR if _any_day(words) else "not a day: write it as YYYY-MM-DD"


def _any_day(words: str) -> date | None:
    if not _DAY.fullmatch(words):  # Python would read 20160727 and 2016-W30-3 as well
        return None
    try:
        return date.fromisoformat(words)
    except ValueError:
        return None


def is_near(day: date) -> bool:
    """Whether a day is of the years that articles may be of."""
    return _YEARS[0] <= day.year <= _YEARS[1]


def _day(said: Mapping[str, Any], place: str) -> date:
    words = _string(said, "published", place)
    found = day(words)
    if found is None:
        raise UnreadableError(
            f'{place}: "published" is "{short(words)}", {why_no_day(words)}, or null if it is not known'
        )
    return found


def _string(said: Mapping[str, Any], key: str, place: str) -> str:
    value = said[key]
    if not isinstance(value, str):
        shown = short(json.dumps(value, ensure_ascii=False))
        raise UnreadableError(f'{place}: "{key}" is {_kind(value)} ({shown}): write it as a string, in quotes')
    try:
        value.encode()
    except UnicodeEncodeError as error:
        raise UnreadableError(
            f'{place}: "{key}" holds half a character at {error.start} (\\u{ord(value[error.start]):04x}): '
            "write the whole pair, or leave it out"
        ) from None
    return value


def _kind(value: object) -> str:
    return "null" if value is None else _JSON_NAME.get(type(value), type(value).__name__)
