"""Attributes of HTML that Python cannot name: `attributes(aria_label="…")` is `{"aria-label": "…"}`."""

from __future__ import annotations

from typing import Any


def attributes(**given: str) -> dict[str, Any]:
    """The same attributes with hyphens, to be passed on with `**`."""
    return {name.replace("_", "-"): value for name, value in given.items()}


CURRENT = attributes(aria_current="true")
PUSH = attributes(data_go="push")  # a link that the page follows by itself, as a step to come back to
