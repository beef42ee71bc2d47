"""The filters at the left: every choice is a link to the page as it would be with it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from dash import html

from dashboard import ids
from dashboard.attributes import CURRENT, PUSH, attributes
from dashboard.filters import State, address, cleared, filtered, toggled, values
from dashboard.scene import Scene, name_of
from timeline import wording
from timeline.drawing.themes import DARK, LIGHT
from timeline.filters import Filters, circle
from timeline.model import ON_CALENDAR, STATUSES, TYPES, Actor

UNFOLDED = 16  # lines of the tree up to which all of it is open at first


def panel(scene: Scene) -> list[Any]:
    """Actors as a tree, statuses, types, how much to show, and the way back to no filter."""
    parts = [_actors(scene), _choices(scene, "status", STATUSES, wording.STATUS)]
    parts.append(_choices(scene, "type", TYPES, wording.TYPE))
    if len(scene.facets.source) > 1 and any(scene.facets.source.values()):
        parts.append(_sources(scene))
    parts.append(_amount(scene))
    return [part for part in parts if part is not None]


def _section(title: str, name: str, *children: Any) -> Any:
    heading = html.H3(title, id=f"{name}-title")
    return html.Section([heading, *children], className="filter", **attributes(aria_labelledby=f"{name}-title"))


def tree(actors: Mapping[str, Actor], offered: Iterable[str]) -> list[tuple[str, list[str]]]:
    """Who stands beneath whom: (id, ids beneath) for each that stands beneath nobody.

    A person stands beneath the country, or else beneath the body it acts for; only those offered count.
    """
    there = [id_ for id_ in offered if id_ in actors]
    roots = [id_ for id_ in there if actors[id_].kind != "person"]
    below: dict[str, list[str]] = {id_: [] for id_ in roots}
    circles = {id_: circle(actors, id_) for id_ in roots}
    # Countries first, then the smaller circle: the State Department stands beneath its country.
    order = sorted(roots, key=lambda i: (actors[i].kind != "country", -len(circles[i]), i))
    alone: list[str] = []
    for id_ in there:
        over = next((root for root in order if root != id_ and id_ in circles[root]), None)
        if over is not None and (actors[id_].kind == "person" or actors[over].kind == "country"):
            below[over].append(id_)
        else:
            alone.append(id_)
    return [(id_, below.get(id_, [])) for id_ in alone]


def offered(scene: Scene) -> list[str]:
    """The actors to offer: who has events in the window, who is chosen, and the people its articles name."""
    records = (scene.timeline.records[id_] for id_ in scene.articles if id_ in scene.timeline.records)
    named = {actor.id for record in records for actor in record.actors if actor.kind == "person"}
    counts = scene.facets.actor
    chosen = set(scene.state.filters.actor)
    found = [id_ for id_, count in counts.items() if count or id_ in chosen or id_ in named]
    return sorted(found, key=lambda id_: (-counts[id_], name_of(scene.timeline, id_)))


def _actors(scene: Scene) -> Any:
    branches = tree(scene.timeline.actors, offered(scene))
    branches = [(id_, below) for id_, below in branches if scene.facets.actor.get(id_) or below or _on(scene, id_)]
    if not branches:
        return None
    lines = sum(1 + len(below) for _, below in branches)
    items = [
        _branch(scene, id_, below, unfold=lines <= UNFOLDED or index < 2) for index, (id_, below) in enumerate(branches)
    ]
    find = [
        html.Label("Find an actor", htmlFor=ids.FIND_ACTOR, className="unseen"),
        _find(),
    ]
    both = _mode(scene) if len(scene.state.filters.actor) > 1 else None
    nobody = html.P("No actor of this name.", className="quiet nobody", hidden=True)
    tools = [*find] if lines > 8 else []
    return _section("Actors", "actors", *tools, html.Ul(items, className="actors"), nobody, both)


def _find() -> Any:
    from dash import dcc

    return dcc.Input(
        id=ids.FIND_ACTOR,
        type="text",
        placeholder="Find an actor",
        className="field small",
        autoComplete="off",
        spellCheck=False,
    )


def _on(scene: Scene, id_: str) -> bool:
    return id_ in scene.state.filters.actor


def _branch(scene: Scene, id_: str, below: list[str], *, unfold: bool) -> Any:
    name = name_of(scene.timeline, id_)
    children: list[Any] = [_actor(scene, id_, name)]
    if below:
        opened = unfold or any(_on(scene, child) for child in below)
        children.insert(
            0,
            html.Button(
                className="turn",
                type="button",
                **attributes(aria_expanded=str(opened).lower(), aria_label=f"Who is of {name}", data_key=f"turn:{id_}"),
            ),
        )
        leaves = [html.Li(_actor(scene, child, name_of(scene.timeline, child))) for child in below]
        children.append(html.Ul(leaves, hidden=not opened))
    return html.Li(children, key=id_)


def _actor(scene: Scene, id_: str, name: str) -> Any:
    return choice(scene, "actor", id_, name, scene.facets.actor.get(id_, 0))


def choice(scene: Scene, name: str, value: str, words: str, count: int, *, sign: Any = None) -> Any:
    """One choice of a filter with the number of events that it would show."""
    on = value in getattr(scene.state.filters, name)
    state = toggled(scene.state, name, value)
    label = f"{words}, {wording.counted(count, 'event')}"
    return html.A(
        [
            html.Span(className="box") if name in ("actor", "source") else None,
            sign,
            html.Span(words, className="name"),
            html.Span(str(count), className="count"),
        ],
        href=address(replace(state, event=scene.state.event)),
        className="choice" + (" none" if not count and not on else ""),
        role="checkbox",
        **attributes(aria_checked=str(on).lower(), aria_label=label, data_go="push", data_key=f"{name}:{value}"),
    )


def _mode(scene: Scene) -> Any:
    filters = scene.state.filters

    def link(mode: str, words: str) -> Any:
        current = CURRENT if filters.mode == mode else {}
        state = replace(scene.state, filters=replace(filters, mode=mode))
        return html.A(words, href=address(state), **attributes(data_go="push", data_key=f"mode:{mode}"), **current)

    return html.P([link("any", "any of them"), " · ", link("all", "all together")], className="either")


def _choices(scene: Scene, name: str, order: Iterable[str], words: Mapping[str, str]) -> Any:
    counts: Mapping[str, int] = getattr(scene.facets, name)
    on: tuple[str, ...] = getattr(scene.state.filters, name)
    items = [
        choice(scene, name, value, words[value], counts[value], sign=_swatch(value) if name == "type" else None)
        for value in order
        if counts.get(value) or value in on
    ]
    if not items:
        return None
    return _section(name.capitalize(), name, html.Div(items, className="pills"))


def _swatch(type_: str) -> Any:
    style = {"--light": LIGHT.colour(type_), "--dark": DARK.colour(type_)}
    return html.Span(className="swatch", style=style)


def _sources(scene: Scene) -> Any:
    counts = scene.facets.source
    on = scene.state.filters.source
    items = [
        html.Li(choice(scene, "source", source, source, count))
        for source, count in counts.items()
        if count or source in on
    ]
    return _section("Sources", "source", html.Ul(items, className="sources"))


def _amount(scene: Scene) -> Any:
    """The calendar, or everything that was found."""
    filters = scene.state.filters
    lowered = filters.salience < ON_CALENDAR

    def link(words: str, salience: float, current: bool) -> Any:
        state = replace(scene.state, filters=replace(filters, salience=salience))
        mark = CURRENT if current else {}
        return html.A(words, href=address(state), **attributes(data_go="push", data_key=words), **mark)

    return _section(
        "How much",
        "amount",
        html.P(
            [link("the calendar", ON_CALENDAR, not lowered), " · ", link("all that was found", 0.0, lowered)],
            className="either",
        ),
    )


def chips(scene: Scene) -> list[Any]:
    """What is on, each with the way to take it off, and one link that takes all off."""
    state = scene.state
    if not filtered(state):
        return []
    items = [_chip(_words(scene, name, value), toggled(state, name, value)) for name, value in values(state)]
    if state.filters.text:
        items.append(_chip(f"“{state.filters.text}”", replace(state, filters=replace(state.filters, text=""))))
    if state.filters.salience != ON_CALENDAR:
        usual = replace(state, filters=replace(state.filters, salience=ON_CALENDAR))
        items.append(_chip("all that was found" if state.filters.salience == 0 else "salience", usual))
    if state.filters.confidence != Filters().confidence:
        items.append(_chip("confidence", replace(state, filters=replace(state.filters, confidence=0.0))))
    reset = html.A("Reset", href=address(cleared(state)), className="reset", **PUSH)
    return [*items, reset]


def _words(scene: Scene, name: str, value: str) -> str:
    tables = {"status": wording.STATUS, "type": wording.TYPE, "basis": wording.BASIS}
    if name == "actor":
        return name_of(scene.timeline, value)
    return tables[name][value] if name in tables else value


def _chip(words: str, off: State) -> Any:
    return html.A(
        [words, html.Span("×", **attributes(aria_hidden="true"))],
        href=address(off),
        className="chip",
        **attributes(aria_label=f"Remove the filter {words}", data_go="push"),
    )
