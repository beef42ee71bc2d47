"""The filters at the left: every choice is a link to the page as it would be with it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from dash import html

from dashboard import ids
from dashboard.attributes import CURRENT, PUSH, attributes
from dashboard.filters import ALL, State, address, changed, cleared, filtered, toggled, values
from dashboard.scene import Scene
from timeline import wording
from timeline.drawing.themes import DARK, LIGHT
from timeline.filters import Filters, circle, name_of, statuses_in_words
from timeline.model import BASES, ON_CALENDAR, STATUSES, TYPES, Actor
from timeline.timelines import abroad

MOST_ELSEWHERE = 8  # actors told of outside the dates shown
SURE = (0.0, 0.5, 0.7, 0.9)  # the least confidence to choose from
WEIGHTY = 0.75  # salience of what weighs most
FEW = 8  # actors up to which nobody needs to search
NEAR = 200  # articles up to which the people they name are offered though they do nothing
NO_COUNTRY = "Country not known"
UNFOLDED = 16  # lines of the tree up to which all of it is open at first


def panel(scene: Scene) -> list[Any]:
    """How much to show, actors as a tree, statuses, types, dates, sources, and how sure the reading must be."""
    parts = [_amount(scene), _actors(scene), _choices(scene, "status", STATUSES, wording.STATUS)]
    parts.append(_choices(scene, "type", TYPES, wording.TYPE))
    parts.append(_dates(scene))
    if len(scene.facets.source) > 1 and any(scene.facets.source.values()):
        parts.append(_sources(scene))
    parts.append(_sure(scene))
    return [part for part in parts if part is not None]


def _section(title: str, name: str, *children: Any) -> Any:
    heading = html.H3(title, id=f"{name}-title")
    return html.Section([heading, *children], className="filter", **attributes(aria_labelledby=f"{name}-title"))


def tree(actors: Mapping[str, Actor], offered: Iterable[str]) -> list[tuple[str, list[str]]]:
    """Who stands beneath whom: (id, ids beneath) for each that stands beneath nobody.

    A person stands beneath the country, or else beneath the body it acts for, and beneath that alone where it is of
    several countries; only those offered count.
    """
    there = [id_ for id_ in offered if id_ in actors]
    roots = [id_ for id_ in there if actors[id_].kind != "person"]
    below: dict[str, list[str]] = {id_: [] for id_ in roots}
    circles = {id_: circle(actors, id_) for id_ in roots}
    # Countries first, then the smaller circle: the State Department stands beneath its country.
    order = sorted(roots, key=lambda i: (actors[i].kind != "country", -len(circles[i]), i))
    alone: list[str] = []
    for id_ in there:
        body = actors[id_].of if abroad(actors, actors[id_]) else None
        over = next((root for root in order if root != id_ and id_ in circles[root] and body in (None, root)), None)
        if over is not None and (actors[id_].kind == "person" or actors[over].kind == "country"):
            below[over].append(id_)
        else:
            alone.append(id_)
    return [(id_, below.get(id_, [])) for id_ in alone]


def offered(scene: Scene) -> list[str]:
    """The actors to offer: who has events in the window, who is chosen, and the people its articles name.

    Groups without a name ("gunmen") are told with their events: those of two articles are not one.
    """
    near = scene.articles if len(scene.articles) <= NEAR else frozenset[str]()
    records = (scene.timeline.records[id_] for id_ in near if id_ in scene.timeline.records)
    named = {actor.id for record in records for actor in record.actors if actor.kind == "person"}
    counts = scene.facets.actor
    chosen = set(scene.state.filters.actor)
    found = [
        id_
        for id_, count in counts.items()
        if (count and _has_name(scene.timeline.actors[id_])) or id_ in chosen or id_ in named
    ]
    return sorted(found, key=lambda id_: (-counts[id_], name_of(scene.timeline, id_)))


def _has_name(actor: Actor) -> bool:
    return actor.kind != "group" or not actor.name.split()[-1].islower()  # "Malian rebels"


def _actors(scene: Scene) -> Any:
    branches = tree(scene.timeline.actors, offered(scene))
    branches = [(id_, below) for id_, below in branches if scene.facets.actor.get(id_) or below or _on(scene, id_)]
    if not branches:
        return None
    lines = sum(1 + len(below) for _, below in branches)
    nobodys = [id_ for id_, below in branches if not below and _is_homeless(scene, id_)]
    headed = [branch for branch in branches if branch[0] not in nobodys]
    items = [
        _branch(scene, id_, below, unfold=lines <= UNFOLDED or index < 2) for index, (id_, below) in enumerate(headed)
    ]
    if nobodys and headed:
        head = html.Span(NO_COUNTRY, className="name quiet", title="The articles do not say of which country they are")
        items.append(_folded(scene, "nobodys", NO_COUNTRY, head, nobodys, unfold=lines <= UNFOLDED))
    else:
        items += [_branch(scene, id_, [], unfold=True) for id_ in nobodys]
    find = [
        html.Label("Find an actor", htmlFor=ids.FIND_ACTOR, className="unseen"),
        _find(),
    ]
    both = _mode(scene) if len(scene.state.filters.actor) > 1 else None
    nobody = html.Div(className="quiet nobody", hidden=True)
    tools = [*find] if len(scene.facets.actor) > FEW else []
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


def elsewhere(scene: Scene, words: str) -> list[tuple[str, str]]:
    """The actors of this name that have no event on the dates shown: (name, address with all dates) each."""
    wanted = words.casefold().split()
    if not wanted:
        return []
    timeline = scene.timeline
    acting = frozenset(part.id for entry in timeline.entries for part in entry.event.actors)
    every = replace(changed(scene.state, from_=None, to=None), dates=ALL)
    found = [
        (actor.name, address(toggled(every, "actor", id_)))
        for id_, actor in timeline.actors.items()
        if actor.kind != "place"
        and all(word in actor.name.casefold() for word in wanted)
        and not scene.facets.actor.get(id_)
        and not acting.isdisjoint(circle(timeline.actors, id_))
    ]
    return sorted(found)[:MOST_ELSEWHERE]


def _on(scene: Scene, id_: str) -> bool:
    return id_ in scene.state.filters.actor


def _is_homeless(scene: Scene, id_: str) -> bool:
    """Whether somebody is a person of whom no country is known."""
    actor = scene.timeline.actors.get(id_)
    return actor is not None and actor.kind == "person" and actor.country is None


def _branch(scene: Scene, id_: str, below: list[str], *, unfold: bool) -> Any:
    name = name_of(scene.timeline, id_)
    head = _actor(scene, id_, name)
    return _folded(scene, id_, name, head, below, unfold=unfold) if below else html.Li(head, key=id_)


def _folded(scene: Scene, key: str, name: str, head: Any, below: list[str], *, unfold: bool) -> Any:
    """A branch of the tree whose leaves can be folded away."""
    opened = unfold or any(_on(scene, child) for child in below)
    turn = html.Button(
        className="turn",
        type="button",
        **attributes(aria_expanded=str(opened).lower(), aria_label=f"Who belongs to {name}", data_key=f"turn:{key}"),
    )
    leaves = [html.Li(_actor(scene, child, name_of(scene.timeline, child))) for child in below]
    return html.Li([turn, head, html.Ul(leaves, hidden=not opened)], key=key)


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
            html.Span(f"{count:,}", className="count"),
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


def _dates(scene: Scene) -> Any:
    """The first and the last day to show, typed as people write days; the server reads them."""
    filters = scene.state.filters
    fields_ = [
        html.Div([html.Label(words, htmlFor=id_), _day(id_, day)], className="day-field")
        for words, id_, day in (("from", ids.FROM, filters.from_), ("to", ids.TO, filters.to))
    ]
    off = address(changed(scene.state, from_=None, to=None))
    clear = html.A("Any date", href=off, className="plain", **PUSH) if scene.state.dated else None
    wrong = html.P(id=ids.WRONG_DAY, className="wrong-day", role="status")
    return _section("Dates", "dates", html.Div(fields_, className="day-fields"), wrong, clear)


def _day(id_: str, day: date | None) -> Any:
    from dash import dcc

    return dcc.Input(
        id=id_,
        type="text",
        value=wording.day(day) if day else "",
        placeholder="3 Feb 2016",
        className="field small",
        autoComplete="off",
        spellCheck=False,
        maxLength=100,
    )


def _amount(scene: Scene) -> Any:
    """The weightiest, the calendar, or everything that was found."""
    now = scene.state.filters.salience
    steps = (("weightiest", WEIGHTY), ("calendar", ON_CALENDAR), ("all found", 0.0))
    nearest = min(steps, key=lambda step: abs(step[1] - now))[0]
    links = [_step(scene, words, nearest == words, salience=salience) for words, salience in steps]
    return _section("How much to show", "amount", html.P(_dotted(links), className="either"))


def _sure(scene: Scene) -> Any:
    """How events are dated, and how sure the reading of them must be: folded, unless one of both is on."""
    filters = scene.state.filters
    counts = scene.facets.basis
    bases = [
        choice(scene, "basis", basis, wording.BASIS[basis], counts[basis])
        for basis in BASES
        if counts.get(basis) or basis in filters.basis
    ]
    nearest = min(SURE, key=lambda least: abs(least - filters.confidence))
    links = [
        _step(scene, f"{least:.0%} or more" if least else "any", nearest == least, confidence=least) for least in SURE
    ]
    opened = bool(filters.basis or filters.confidence)
    return html.Details(
        [
            html.Summary("How it is dated, how sure"),
            _section("Dated by", "basis", html.Div(bases, className="pills")),
            _section("Confidence", "confidence", html.P(_dotted(links), className="either")),
        ],
        className="more-filters",
        open=opened,
    )


def _step(scene: Scene, words: str, current: bool, **filters: float) -> Any:
    href = address(changed(scene.state, **filters))
    return html.A(words, href=href, **attributes(data_go="push", data_key=words), **(CURRENT if current else {}))


def _dotted(links: Iterable[Any]) -> list[Any]:
    return [part for link in links for part in (" · ", link)][1:]


def chips(scene: Scene) -> list[Any]:
    """What is on, each with the way to take it off, and one link that takes all off."""
    state = scene.state
    if not filtered(state):
        return []
    statuses = state.filters.status
    most = len(statuses) > len(STATUSES) // 2  # told by those that are left out, in one
    items = [
        _chip(_words(scene, name, value), toggled(state, name, value))
        for name, value in values(state)
        if not (most and name == "status")
    ]
    if most:
        items.append(_chip(statuses_in_words(statuses) or "any status", changed(state, status=())))
    if state.filters.text:
        items.append(_chip(f"“{state.filters.text}”", replace(state, filters=replace(state.filters, text=""))))
    if state.filters.salience != ON_CALENDAR:
        usual = replace(state, filters=replace(state.filters, salience=ON_CALENDAR))
        least = state.filters.salience
        items.append(_chip("all found" if least == 0 else f"salience {least:g} or more", usual))
    if state.filters.confidence != Filters().confidence:
        items.append(_chip(f"confidence {state.filters.confidence:.0%} or more", changed(state, confidence=0.0)))
    reset = html.A("Reset", href=address(cleared(state)), className="reset", **PUSH)
    return [*items, reset, *_beyond(scene)]


def _beyond(scene: Scene) -> list[Any]:
    """The way to what these filters find on other dates."""
    if scene.beyond < 1:
        return []
    every = replace(changed(scene.state, from_=None, to=None), dates=ALL)
    words = f"{wording.counted(scene.beyond, 'more event')} on other dates"
    return [html.A(words, href=address(every), className="plain beyond", **PUSH)]


def _words(scene: Scene, name: str, value: str) -> str:
    tables = {"status": wording.STATUS, "type": wording.TYPE, "basis": wording.BASIS}
    if name == "actor":
        return name_of(scene.timeline, value)
    words = tables[name][value] if name in tables else value
    return f"dated by {words}" if name == "basis" else words


def _chip(words: str, off: State) -> Any:
    return html.A(
        [words, html.Span("×", **attributes(aria_hidden="true"))],
        href=address(off),
        className="chip",
        **attributes(aria_label=f"Remove the filter {words}", data_go="push"),
    )
