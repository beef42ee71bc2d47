"""The SVG painter: strokes → markup, sheets → files. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import pairwise
from typing import Any, NamedTuple
from xml.sax.saxutils import escape, quoteattr

from timeline.drawing.lanes import Mark
from timeline.drawing.sheet import UNSAYABLE, Sheet, compose
from timeline.drawing.strokes import Fill, Line, Stroke, Words, paint
from timeline.drawing.themes import Theme
from timeline.model import Timeline

DASHES = {"dash": "5 3.2", "dot": "1.8 2.6"}
# What the address of a picture cannot hold as it is, and the quotation marks that JSON would escape.
ESCAPED = (("%", "%25"), ("#", "%23"), ("<", "%3C"), (">", "%3E"), ('"', "'"))
FAMILY = "Inter, 'Helvetica Neue', Arial, sans-serif"


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


def markup(stroke: Stroke, theme: Theme) -> str:
    """One stroke as an SVG element."""
    if isinstance(stroke, Words):
        return f"<text {_place(stroke)} {_look(stroke, theme)}>{_said(stroke)}</text>"
    points = " ".join(f"{_number(x)},{_number(y)}" for x, y in stroke.points)
    return f'<{"polygon" if isinstance(stroke, Fill) else "polyline"} points="{points}" {_painted(stroke)}/>'


def _look(words: Words, theme: Theme) -> str:
    halo = f' stroke="{theme.background}" stroke-width="4" stroke-linejoin="round" paint-order="stroke"'
    anchor = "" if words.anchor == "start" else f' text-anchor="{words.anchor}"'
    font = f'font-size="{_number(words.size)}" font-weight="{words.weight}"'
    return f'{font} fill="{words.colour}"{anchor}{halo if words.halo else ""}'


def _place(words: Words) -> str:
    # A baseline offset instead of dominant-baseline, which few programs read.
    return f'x="{_number(words.x)}" y="{_number(words.y + words.size * 0.36)}"'


def _said(words: Words) -> str:
    return escape(words.text.translate(UNSAYABLE))


def written(strokes: Iterable[Words], theme: Theme) -> str:
    """Words as one group for each look, in the order in which the looks first come: small and quick."""
    looks: dict[str, list[str]] = {}
    for words in strokes:
        looks.setdefault(_look(words, theme), []).append(f"<text {_place(words)}>{_said(words)}</text>")
    return "".join(f"<g {look}>{''.join(found)}</g>" for look, found in looks.items())


class Path(NamedTuple):
    """A fill or a line: how it looks, where it begins in grains of the drawing, and its steps from there."""

    look: str
    x: int
    y: int
    steps: str

    def at(self, x: int, y: int, grain: float) -> str:
        """The path moved by so many grains, as SVG reads it."""
        return f"M{_pair(self.x + x, self.y + y, grain)}{self.steps}"


def path(stroke: Fill | Line, grain: float) -> Path:
    """A stroke with its points rounded to `grain` pixels."""
    fine = 1 / grain
    grains = [(round(x * fine), round(y * fine)) for x, y in stroke.points]
    steps = [_step(x - from_x, y - from_y, grain) for (from_x, from_y), (x, y) in pairwise(grains)]
    return Path(_painted(stroke), *grains[0], "".join(steps) + ("z" if isinstance(stroke, Fill) else ""))


def paths(strokes: Iterable[Fill | Line], *, grain: float = 0.1) -> str:
    """Fills and lines as one element for each look, in the order in which the looks first come: small and quick.

    What is of one look must not lie over what is of another that comes later. Points are rounded to `grain` pixels.
    """
    looks: dict[str, list[str]] = {}
    for stroke in strokes:
        one = path(stroke, grain)
        looks.setdefault(one.look, []).append(one.at(0, 0, grain))
    return joined(looks)


def joined(looks: Mapping[str, Iterable[str]]) -> str:
    """One element for each look, of all paths that have it."""
    return "".join(f'<path {look} d="{"".join(drawn)}"/>' for look, drawn in looks.items())


def _painted(stroke: Fill | Line) -> str:
    """How a fill or a line looks, as attributes of an element."""
    if isinstance(stroke, Fill):
        opacity = "" if stroke.opacity == 1 else f' fill-opacity="{_number(stroke.opacity)}"'
        return f'fill="{stroke.colour}"{opacity}'
    dash = f' stroke-dasharray="{DASHES[stroke.dash]}"' if stroke.dash in DASHES else ""
    return f'fill="none" stroke="{stroke.colour}" stroke-width="{_number(stroke.width)}"{dash}'


@lru_cache(maxsize=20_000)  # most steps are of a few lengths
def _step(across: int, down: int, grain: float) -> str:
    if not across:
        return f"v{_short(down, grain)}"
    return f"l{_pair(across, down, grain)}" if down else f"h{_short(across, grain)}"


def _pair(x: int, y: int, grain: float) -> str:
    return f"{_short(x, grain)}{' ' if y >= 0 else ''}{_short(y, grain)}"


@lru_cache(maxsize=10_000)
def _short(value: int, grain: float) -> str:
    """So many grains in pixels, as short as SVG reads it."""
    said = f"{value * grain:.1f}".rstrip("0").rstrip(".")
    return said.replace("0.", ".", 1) if said.startswith(("0.", "-0.")) else "0" if said == "-0" else said


def address(markup: str) -> str:
    """An SVG as an address that an image can have; its quotation marks become single ones."""
    for held, written_as in ESCAPED:
        markup = markup.replace(held, written_as)
    return "data:image/svg+xml," + markup


def group(strokes: Iterable[Stroke], theme: Theme, x: float, y: float) -> str:
    """Strokes as one SVG group, moved to (x, y)."""
    inside = "\n".join(markup(stroke, theme) for stroke in strokes)
    return f'<g transform="translate({_number(x)} {_number(y)})">\n{inside}\n</g>'


def document(parts: Iterable[str], sheet: Sheet) -> str:
    """Parts as a whole SVG file with a background and a title for screen readers."""
    wide, high = sheet.size
    size = f'width="{_number(wide)}" height="{_number(high)}"'
    said = sheet.said.translate(UNSAYABLE)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size}'
        f' viewBox="0 0 {_number(sheet.width)} {_number(sheet.height)}" role="img"'
        f' aria-label={quoteattr(said)} font-family="{FAMILY}">\n'
        f"<title>{escape(said)}</title>\n"
        f'<rect width="100%" height="100%" fill="{sheet.theme.background}"/>\n' + "\n".join(parts) + "\n</svg>\n"
    )


def swatch(mark: Mark, width: float, height: float, theme: Theme) -> str:
    """A mark alone as a small SVG without a background, for legends and lists."""
    inside = paths(stroke for stroke in paint(mark, theme) if not isinstance(stroke, Words))
    size = f'width="{_number(width)}" height="{_number(height)}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size}'
        f' viewBox="0 0 {_number(width)} {_number(height)}">{inside}</svg>'
    )


def svg(sheet: Sheet) -> str:
    """A sheet as an SVG file."""
    parts = [group(part.strokes, sheet.theme, part.x, part.y) for part in sheet.parts]
    return document(parts, sheet)


def picture(timeline: Timeline, *, title: str, **look: Any) -> str:
    """The whole timeline as an SVG file; what it takes is what `compose` takes."""
    return svg(compose(timeline, title=title, **look))
