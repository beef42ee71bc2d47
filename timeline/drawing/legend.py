"""What the marks mean: one swatch and a few words each, only for what the picture holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from timeline import wording
from timeline.drawing import lettering
from timeline.drawing.lanes import LENT, RADIUS, Mark, form_of
from timeline.drawing.signs import SQUARE  # of a status: no length of its own, so that nobody takes it for a stretch
from timeline.drawing.strokes import Stroke, Words, paint
from timeline.drawing.themes import Theme
from timeline.model import STATUSES, TYPES, Entry

ALIKE = (("conditional", "generic"),)  # drawn in the same way
FORM_WORDS = {
    "day": "one day",
    "within": "some day within",
    "throughout": "all through",
    "soft": "then or shortly before",
    "lent": wording.LENT,
    "open": "open end",
}
HEIGHT = 26
ARROW = 22  # length of an open end in the legend
FADE = 18  # of the soft end in the legend
SIZE = 12.5
LONG = 30.0  # of a stretch that is all through


@dataclass(frozen=True, slots=True)
class Swatch:
    """One sign of the legend: the mark that stands for it, from x = 0, and its words."""

    kind: str  # "status", "form" or "type"
    words: str
    mark: Mark
    width: float  # of the mark


def _mark(form: str, status: str, type_: str, width: float) -> Mark:
    return Mark("", 0, width, HEIGHT / 2, form, status, type_)


def swatches(entries: Iterable[Entry]) -> tuple[Swatch, ...]:
    """The signs that these events use: statuses, then forms."""
    events = [entry.event for entry in entries]
    used = {event.status for event in events}
    found: list[Swatch] = []
    for status in STATUSES:
        family = next((pair for pair in ALIKE if status in pair), (status,))
        present = [one for one in family if one in used]
        if not present or status != present[0]:
            continue
        words = ", ".join(wording.STATUS[one] for one in present)
        if status == "ongoing":
            found.append(Swatch("status", words, _ongoing(), SQUARE + ARROW - 4))
        else:
            found.append(Swatch("status", words, _mark("throughout", status, "statement", SQUARE), SQUARE))
    forms: set[str] = set()
    for event in events:
        form = form_of(event)
        if form == "none":
            continue
        if event.when.basis == "published":
            forms.add("soft")
        if event.when.basis == "inherited":
            forms.add("lent")
        if event.when.first is None or event.when.until is None:
            forms.add("open")
        else:
            forms.add(form)
    r = float(RADIUS)
    signs = {
        "day": Swatch("form", "", _mark("day", "occurred", "statement", 2 * r), 2 * r),
        "within": Swatch("form", "", _mark("within", "occurred", "statement", 24), 24),
        "throughout": Swatch("form", "", _mark("throughout", "occurred", "statement", LONG), LONG),
        "soft": Swatch("form", "", _soft(), FADE + 2 * r),
        "lent": Swatch("form", "", _lent(), 2 * LENT + 2 * r),
        "open": Swatch("form", "", _open(), 2 * r + ARROW - 4),
    }
    for form, words in FORM_WORDS.items():
        if form in forms:
            sign = signs[form]
            found.append(Swatch(sign.kind, words, sign.mark, sign.width))
    return tuple(found)


def _ongoing() -> Mark:
    return replace(_mark("throughout", "ongoing", "statement", SQUARE), open_right=True, right=ARROW)


def _soft() -> Mark:
    r = float(RADIUS)
    return Mark("", FADE, FADE + 2 * r, HEIGHT / 2, "day", "occurred", "statement", soft=True, left=FADE)


def _lent() -> Mark:
    r = float(RADIUS)
    return Mark("", LENT, LENT + 2 * r, HEIGHT / 2, "day", "occurred", "statement", lent=True, left=LENT, right=LENT)


def _open() -> Mark:
    return replace(_mark("day", "occurred", "statement", 2 * RADIUS), open_right=True, right=ARROW)


def types(entries: Iterable[Entry]) -> tuple[str, ...]:
    """The types that these events have, in the model's order."""
    used = {entry.event.type for entry in entries}
    return tuple(type_ for type_ in TYPES if type_ in used)


def rows(items: Iterable[tuple[float, str]], room: float) -> Iterator[list[tuple[int, float]]]:
    """Items (width of the sign, words) in rows no wider than `room`: (index, x) for each."""
    row: list[tuple[int, float]] = []
    x = 0.0
    for index, (sign, words) in enumerate(items):
        wide = sign + 8 + lettering.width(words, size=SIZE, weight=400)
        if row and x + wide > room:
            yield row
            row, x = [], 0.0
        row.append((index, x))
        x += wide + 18
    if row:
        yield row


def paint_swatch(swatch: Swatch, theme: Theme) -> Iterator[Stroke]:
    """The sign alone, from x = 0 in a line of `HEIGHT` pixels."""
    return paint(swatch.mark, theme)


def words_beside(swatch: Swatch, theme: Theme) -> Words:
    """The words of a sign, where they stand beside it."""
    return Words(swatch.width + 8, HEIGHT / 2, swatch.words, theme.muted, SIZE, 400)
