"""The themes of the page: the drawing's own, as the scripts name them."""

from __future__ import annotations

from timeline.drawing.themes import LIGHT, THEMES, Theme


def theme_of(name: object) -> Theme:
    """The theme of this name; the light one for any other."""
    return THEMES.get(name, LIGHT) if isinstance(name, str) else LIGHT
