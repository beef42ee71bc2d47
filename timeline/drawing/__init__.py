"""Timeline → picture: a pure layout (`lanes`), sheets, and the SVG, PNG and PDF painters."""

from timeline.drawing.lanes import Picture, lanes
from timeline.drawing.paper import PAPERS, on_paper, pages
from timeline.drawing.sheet import UNSAYABLE, Sheet, compose
from timeline.drawing.svg import picture, svg
from timeline.drawing.themes import DARK, LIGHT, THEMES, Theme

__all__ = [
    "DARK",
    "LIGHT",
    "PAPERS",
    "THEMES",
    "UNSAYABLE",
    "Picture",
    "Sheet",
    "Theme",
    "compose",
    "lanes",
    "on_paper",
    "pages",
    "picture",
    "png",
    "svg",
]


def png(svg: str, scale: float = 2) -> bytes:
    """The picture as PNG bytes; see `timeline.drawing.raster`, imported when first asked for."""
    from timeline.drawing.raster import png as paint

    return paint(svg, scale)
