"""Where the files that travel with the product are: in a checkout, or inside the installed package."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def seeds() -> Path:
    """Return the folder of the seed articles."""
    return _folder("seeds")


def assets() -> Path:
    """Return the folder of style sheets, scripts, the favicon and the font."""
    return _folder("assets")


def _folder(name: str) -> Path:
    """Return the folder `name`, which the build moves from beside the package into it."""
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parent / name
