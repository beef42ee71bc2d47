"""SVG → PNG, with the bundled font: the same picture on every machine."""

from __future__ import annotations

import re

import resvg_py

from timeline.drawing import lettering

MOST = 60_000_000  # pixels: beyond that the scale is lowered rather than the memory filled


def png(svg: str, scale: float = 2) -> bytes:
    """The picture as PNG bytes, `scale` pixels for each of the SVG's.

    The machine's own fonts are read only when the bundled one lacks a character, since reading
    them takes a second. Raises ValueError for markup that is no SVG.
    """
    size = re.search(r'<svg[^>]* width="([\d.]+)" height="([\d.]+)"', svg)
    if size:
        scale = min(scale, (MOST / max(1.0, float(size[1]) * float(size[2]))) ** 0.5)
    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=svg,
            zoom=scale,
            skip_system_fonts=lettering.covers(svg),
            font_files=list(lettering.FILES),
            font_family=lettering.FAMILY,
            sans_serif_family=lettering.FAMILY,
        )
    )
