"""What the page could not do as it was asked: words in the address that mean nothing, articles not read."""

from __future__ import annotations

from typing import Any

from dash import html

from dashboard.attributes import PUSH
from dashboard.filters import address, not_understood
from dashboard.scene import Scene, entry_of
from timeline import wording
from timeline.filters import sources

MOST = 4  # values told one by one


def notices(scene: Scene, search: str | None) -> list[Any]:
    """One line for each kind of thing that the reader should know; nothing where all went well."""
    lines = [*_address(scene, search), *_unknown(scene)]
    return [html.P(line, className="notice") for line in lines]


def _address(scene: Scene, search: str | None) -> list[Any]:
    found = not_understood(search)
    if not found:
        return []
    said = [f"{wording.short(key, 24)}={wording.short(value, 32)}" for key, value in found[:MOST]]
    if len(found) > MOST:
        said.append(f"{len(found) - MOST} more")
    words = f"Not understood in the address, and left out: {wording.listed(said)}. "
    return [[words, html.A("Tidy the address", href=address(scene.state), **PUSH)]]


def _unknown(scene: Scene) -> list[Any]:
    """Chosen values that these articles do not hold: they are kept, and said."""
    lines: list[Any] = []
    filters = scene.state.filters
    actors = unknown_actors(scene)
    unknown = set(filters.source) - set(sources(scene.timeline)) if filters.source else set()
    lost = [source for source in filters.source if source in unknown]
    for name, values in (("actor", actors), ("source", lost)):
        if values:
            said = wording.listed((f"“{wording.short(value, 40)}”" for value in values[:MOST]), last="or")
            lines.append(f"These articles hold no {name} {said}.")
    if scene.state.event and entry_of(scene.timeline, scene.state.event) is None:
        lines.append("The event that this address names is not among these articles.")
    return lines


def unknown_actors(scene: Scene) -> list[str]:
    """The chosen actors that these articles do not hold."""
    return [id_ for id_ in scene.state.filters.actor if not _there(scene, id_)]


def _there(scene: Scene, id_: str) -> bool:
    """Whether an actor is among the articles; a country is there with its people."""
    if id_ in scene.timeline.actors:
        return True
    kind, _, code = id_.partition(":")
    return kind == "country" and any((a.country or "").lower() == code for a in scene.timeline.actors.values())
