"""The bundled font, and how wide its words are.

The widths stand in `fonts/widths.json`, thousandths of the type size by weight and character, taken from
the font files in fonts/, so that a layout needs no font library and is the same on every machine.
"""

from __future__ import annotations

import json
import unicodedata
from functools import cache, lru_cache
from pathlib import Path

HERE = Path(__file__).parent / "fonts"
FAMILY = "Inter"
FILES = tuple(str(HERE / f"Inter-{name}.ttf") for name in ("Regular", "Medium", "SemiBold"))
WEIGHTS = (400, 500, 600)
UNKNOWN = 620  # thousandths for a character the font lacks: wide rather than narrow
FULL_WIDTH = 1000


@cache
def _widths() -> dict[int, dict[str, int]]:
    table = json.loads((HERE / "widths.json").read_text(encoding="ascii"))
    return {int(weight): widths for weight, widths in table.items()}


def _unknown(char: str) -> int:
    if unicodedata.combining(char):
        return 0
    return FULL_WIDTH if unicodedata.east_asian_width(char) in "WF" else UNKNOWN


def width(text: str, *, size: float = 14, weight: int = 500) -> float:
    """The width of a line of text in pixels, at a type size in pixels; kerning is left out."""
    return _units(text, weight) * size / 1000


@lru_cache(maxsize=20_000)  # each look at a calendar measures the same titles
def _units(text: str, weight: int) -> int:
    table = _widths()[weight]
    return sum(table[char] if char in table else _unknown(char) for char in text)


def covers(text: str) -> bool:
    """Whether the bundled font has a glyph for every character that shows."""
    table = _widths()[400]
    return all(char in table or unicodedata.category(char) in ("Cc", "Cf") for char in text)


def wrap(text: str, room: float, *, size: float = 14, weight: int = 500) -> tuple[str, ...]:
    """The text in lines no wider than `room` pixels; a longer word is broken, nothing is lost."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if width(longer, size=size, weight=weight) <= room:
            line = longer
            continue
        if line:
            lines.append(line)
        *whole, line = _pieces(word, room, size, weight)
        lines.extend(whole)
    return (*lines, line) if line or not lines else tuple(lines)


def _pieces(word: str, room: float, size: float, weight: int) -> list[str]:
    """A word in pieces that fit, each of at least one character; mostly the word itself."""
    pieces = [""]
    for char in word:
        if pieces[-1] and width(pieces[-1] + char, size=size, weight=weight) > room:
            pieces.append("")
        pieces[-1] += char
    return pieces
