"""Timeline → picture: a pure layout (`lanes`), its strokes, and the SVG and PNG painters."""

from timeline.drawing.lanes import Picture, lanes
from timeline.drawing.svg import picture
from timeline.drawing.themes import DARK, LIGHT, THEMES, Theme

__all__ = ["DARK", "LIGHT", "THEMES", "Picture", "Theme", "lanes", "picture", "png"]


def png(svg: str, scale: float = 2) -> bytes:
    """The picture as PNG bytes; see `timeline.drawing.raster`, imported when first asked for."""
    from timeline.drawing.raster import png as paint

    return paint(svg, scale)
