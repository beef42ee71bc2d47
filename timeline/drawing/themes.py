"""Colours of the drawing, light and dark: by type, on a background.

Every colour of a type stands out from its background by at least 3:1 (tested), and the
commonest types stay apart for colour-blind eyes (tested); shape and outline carry the rest.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours of one drawing, all as "#rrggbb"."""

    name: str
    background: str
    ink: str
    muted: str
    grid: str
    band: str
    accent: str
    today: str
    types: dict[str, str] = field(default_factory=dict, hash=False)

    def colour(self, type_: str) -> str:
        """The colour of a type; an unknown type has that of "other"."""
        return self.types.get(type_, self.types["other"])


LIGHT = Theme(
    name="light",
    background="#ffffff",
    ink="#14171f",
    muted="#5b6473",
    grid="#e6e9ef",
    band="#f7f8fa",
    accent="#2f52d9",
    today="#c0271d",
    types={
        "meeting": "#2446e3",
        "talks": "#c03fd0",
        "visit": "#00639e",
        "agreement": "#1f9468",
        "statement": "#66788c",
        "sanction": "#80561f",
        "vote": "#7a1c5e",
        "deadline": "#9d8c08",
        "attack": "#c01f1f",
        "protest": "#b9560f",
        "aid": "#5f9a3a",
        "other": "#4f5156",
    },
)
DARK = Theme(
    name="dark",
    background="#14161b",
    ink="#eceef2",
    muted="#a0a7b4",
    grid="#262a33",
    band="#181b21",
    accent="#8ea2ff",
    today="#ff8278",
    types={
        "meeting": "#5b8bff",
        "talks": "#b878dc",
        "visit": "#6ccdff",
        "agreement": "#2ee6a0",
        "statement": "#c6cbd2",
        "sanction": "#cf9a5e",
        "vote": "#fa4f95",
        "deadline": "#f7e27a",
        "attack": "#ff4b43",
        "protest": "#ff9838",
        "aid": "#b9ee52",
        "other": "#868d99",
    },
)
THEMES = {theme.name: theme for theme in (LIGHT, DARK)}


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours as WCAG counts it, 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[i : i + 2], 16) / 255) for i in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
