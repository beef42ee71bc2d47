"""The PDF painter: sheets → one document, a sheet a page, its words as text that can be searched and copied."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont
from reportlab.pdfgen.canvas import Canvas

from timeline.drawing import lettering
from timeline.drawing.sheet import UNSAYABLE, Sheet
from timeline.drawing.strokes import Fill, Line, Stroke, Words
from timeline.drawing.themes import Theme

POINTS = 0.75  # of a pixel
DASHES = {"dash": (5, 3.2), "dot": (1.8, 2.6)}
_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "/Library/Fonts", "C:/Windows/Fonts")
_TRIED = 150  # fonts of the machine that are looked through for a character the bundled one lacks
_PLATE = 0.75  # opacity of what keeps a label legible over lines


def pdf(sheets: Sequence[Sheet], *, title: str, subject: str = "") -> bytes:
    """The sheets as the pages of a PDF, each of its own size."""
    _register()
    out = io.BytesIO()
    canvas = Canvas(out, invariant=1, pageCompression=1)
    canvas.setTitle(title)
    canvas.setSubject(subject)
    canvas.setCreator("timeline")
    for sheet in sheets:
        wide, high = (round(side * POINTS, 2) for side in sheet.size)
        canvas.setPageSize((wide, high))
        canvas.setFillColor(HexColor(sheet.theme.background))
        canvas.rect(0, 0, wide, high, stroke=0, fill=1)
        scale = wide / sheet.width
        canvas.transform(scale, 0, 0, -scale, 0, high)  # y downwards, as on the sheet
        for part in sheet.parts:
            canvas.saveState()
            canvas.translate(part.x, part.y)
            for stroke in part.strokes:
                _paint(canvas, stroke, sheet.theme)
            canvas.restoreState()
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _paint(canvas: Any, stroke: Stroke, theme: Theme) -> None:
    if isinstance(stroke, Words):
        _words(canvas, stroke, theme)
        return
    path = canvas.beginPath()
    path.moveTo(*stroke.points[0])
    for point in stroke.points[1:]:
        path.lineTo(*point)
    if isinstance(stroke, Fill):
        path.close()
        canvas.setFillColor(HexColor(stroke.colour), alpha=stroke.opacity)
        canvas.drawPath(path, stroke=0, fill=1)
        return
    canvas.setStrokeColor(HexColor(stroke.colour), alpha=1)
    canvas.setLineWidth(stroke.width)
    canvas.setDash(*([list(DASHES[stroke.dash])] if _dashed(stroke) else []))
    canvas.drawPath(path, stroke=1, fill=0)


def _dashed(stroke: Line) -> bool:
    return stroke.dash in DASHES


def _words(canvas: Any, stroke: Words, theme: Theme) -> None:
    runs = list(_runs(stroke.text.translate(UNSAYABLE), stroke.weight))
    wide = sum(pdfmetrics.stringWidth(text, font, stroke.size) for text, font in runs)
    x = stroke.x - {"start": 0.0, "middle": wide / 2}.get(stroke.anchor, wide)
    if stroke.halo:  # a plate and no outline of the letters: those would be found twice by whoever searches
        canvas.setFillColor(HexColor(theme.background), alpha=_PLATE)
        canvas.rect(x - 3, stroke.y - stroke.size * 0.6, wide + 6, stroke.size * 1.2, stroke=0, fill=1)
    canvas.setFillColor(HexColor(stroke.colour), alpha=1)
    text = canvas.beginText()
    text.setTextTransform(1, 0, 0, -1, x, stroke.y + stroke.size * 0.36)
    for words, font in runs:
        text.setFont(font, stroke.size)
        text.textOut(words)
    canvas.drawText(text)


def _runs(text: str, weight: int) -> Iterator[tuple[str, str]]:
    """The text in pieces of one font each: the bundled one, or one of the machine's for what that lacks."""
    own = f"{lettering.FAMILY}-{weight}"
    run, font = "", own
    for char in text:
        now = own if lettering.covers(char) else _other(char) or own
        if now != font and run:
            yield run, font
            run = ""
        run, font = run + char, now
    if run:
        yield run, font


def _register() -> None:
    for weight, file in zip(lettering.WEIGHTS, lettering.FILES, strict=True):
        name = f"{lettering.FAMILY}-{weight}"
        if name not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(name, file))


@cache
def _machine() -> tuple[Any, ...]:
    """Fonts of this machine that a PDF can hold."""
    files = [p for folder in _FOLDERS for p in sorted(Path(folder).rglob("*.tt[fc]"))]
    found = []
    for file in files[:_TRIED]:
        try:
            found.append(TTFont(file.stem, str(file)))
        except (TTFError, OSError, ValueError):  # outlines or tables that a PDF cannot take
            continue
    return tuple(found)


@cache
def _other(char: str) -> str | None:
    """The name of a font of this machine that has the character; None where there is none."""
    for font in _machine():
        if ord(char) in font.face.charToGlyph:
            pdfmetrics.registerFont(font)
            return str(font.fontName)
    return None
