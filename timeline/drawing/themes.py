"""Colours of the drawing, light and dark: by type, on a background.

Every colour of a type stands out from its background by at least 3:1 (tested), and the eight
commonest types stay apart for colour-blind eyes; shape and outline carry the rest.
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
    types: dict[str, str] = field(default_factory=dict)

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
        "meeting": "#2f52d9",
        "talks": "#9b2fc4",
        "visit": "#0c86a8",
        "agreement": "#0f7f4f",
        "statement": "#5b6473",
        "sanction": "#8a5a00",
        "vote": "#c42e8f",
        "deadline": "#a37a00",
        "attack": "#c8281e",
        "protest": "#d4570a",
        "aid": "#5c8a1f",
        "other": "#7a7f8a",
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
        "meeting": "#8098ff",
        "talks": "#d48cf5",
        "visit": "#4cc3e6",
        "agreement": "#4fd09a",
        "statement": "#a9b0bc",
        "sanction": "#d9a05b",
        "vote": "#ff82c3",
        "deadline": "#e8cf5a",
        "attack": "#ff6f61",
        "protest": "#ff9d57",
        "aid": "#a8d45e",
        "other": "#8d94a1",
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
