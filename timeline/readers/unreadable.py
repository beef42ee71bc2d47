"""The one error of this room, and the bytes that raise it."""

from __future__ import annotations

import json
from typing import Any

_MAGIC = (  # how files begin that people take for text
    (b"PK\x03\x04", "a Word file or a zip archive: save its text as .txt"),
    (b"\xd0\xcf\x11\xe0", "a Word file: save its text as .txt"),
    (b"{\\rtf", "a Rich Text file: save it as .txt"),
    (b"\x1f\x8b", "compressed: unpack it first, with gunzip"),
    (b"\xff\xfe", "in UTF-16: save it as UTF-8"),
    (b"\xfe\xff", "in UTF-16: save it as UTF-8"),
)


class UnreadableError(Exception):
    """An input cannot be read; the message is one line that names the place, what is wrong and the mend."""


def decode(data: bytes, name: str, *, line: int | None = None) -> str:
    """The text of these bytes, without a byte order mark; `line` is their line in the file where they are one line."""
    place = f"{name}:{line}" if line else name
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise UnreadableError(f"{place}: this is {what}")
    if (at := data.find(b"\0")) >= 0:
        raise UnreadableError(
            f"{_at(data, at, name, line)}: byte {at} is zero, so this is not a text file: give the text of an article"
        )
    try:
        return data.decode("utf-8-sig" if line in (None, 1) else "utf-8")
    except UnicodeDecodeError as error:
        raise UnreadableError(
            f"{_at(data, error.start, name, line)}: byte {error.start} (0x{data[error.start]:02x}) is not UTF-8: "
            "save the file as UTF-8, e.g. iconv -f WINDOWS-1252 -t UTF-8 FILE > NEW"
        ) from None


def parse(text: str, place: str, *, line: int | None = None, mend: str) -> Any:
    """The JSON value that a text holds; `line` is its line in the file where it is one line of many."""
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        where = f"{line or error.lineno}:{error.colno}"
        raise UnreadableError(f"{place}:{where}: not JSON ({_lower(error.msg)}): {mend}") from None
    except (ValueError, RecursionError):  # a number of thousands of digits, brackets thousands deep
        where = f":{line}" if line else ""
        raise UnreadableError(f"{place}{where}: JSON too large or too deep to read: {mend}") from None


def _at(data: bytes, byte: int, name: str, line: int | None) -> str:
    return f"{name}:{line or data.count(bytes([10]), 0, byte) + 1}"


def _lower(message: str) -> str:
    return message[:1].lower() + message[1:]
