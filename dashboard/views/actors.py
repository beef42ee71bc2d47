"""The actors view: who meets whom, and when each was busy."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from dash import html

from dashboard.attributes import CURRENT, attributes
from dashboard.encounters import Encounters, Party, encounters
from dashboard.filters import FOLDS, State, address, changed
from dashboard.scene import Scene
from dashboard.views.filters import offered, tree
from timeline import wording
from timeline.filters import name_of

FOLD_NAMES = {"everybody": "everybody", "countries": "countries and bodies"}
PAIRS = 10  # told on a small screen in place of the matrix


def met(scene: Scene) -> Encounters:
    """The counts behind the view."""
    groups = tree(scene.timeline.actors, offered(scene))
    folded = scene.state.fold == "countries"
    return encounters(scene.shown.entries, scene.timeline.actors, groups, scene.window, folded=folded)


def view(scene: Scene, _today: date) -> list[Any]:
    """The matrix of encounters and the activity of each actor."""
    found = met(scene)
    if not found.parties:
        return [html.Div(html.P("Nobody is named in the events shown."), className="nothing")]
    parts: list[Any] = [
        html.Div(["Show: ", *_folds(scene.state)], className="either fold-choice"),
        _section(
            "Who meets whom", "Events that two share. A number shows these events alone.", *_meetings(scene, found)
        ),
        _section("When each was busy", _axis_words(found), _activity(scene, found)),
    ]
    if found.left:
        words = f"{wording.counted(found.left, 'more actor')} with fewer events; filters bring them here."
        parts.append(html.P(words, className="quiet"))
    return parts


def _section(title: str, words: str, *children: Any) -> Any:
    return html.Section([html.H3(title), html.P(words, className="quiet"), *children], className="panel")


def _folds(state: State) -> list[Any]:
    parts: list[Any] = []
    for fold in FOLDS:
        mark = CURRENT if state.fold == fold else {}
        href = address(replace(state, fold=fold))
        link = html.A(FOLD_NAMES[fold], href=href, **attributes(data_go="push", data_key=f"fold:{fold}"), **mark)
        parts += [" · ", link]
    return parts[1:]


def _both(state: State, one: str, other: str) -> State:
    return changed(state, actor=(one, other), mode="all")


def _meetings(scene: Scene, found: Encounters) -> list[Any]:
    if not found.meeting:
        return [html.P("No two of them share an event.", className="quiet")]
    most = max(found.shared(a.id, b.id) for a in found.meeting for b in found.meeting if a is not b)
    head = html.Tr(
        [html.Td(), *(html.Th(html.Div(html.Span(name_of(scene.timeline, p.id))), scope="col") for p in found.meeting)]
    )
    rows = [_line(scene, found, party, max(1, most)) for party in found.meeting]
    caption = html.Caption("How many events each two actors share", className="unseen")
    table = html.Table([caption, html.Thead(head), html.Tbody(rows)], className="matrix")
    region = attributes(aria_label="Who meets whom")
    return [
        html.Div(table, className="across wide-block", tabIndex=0, role="region", **region),
        html.Ol(_pairs(scene, found), className="pairs narrow-block"),
        *_unseen(found),
    ]


def _unseen(found: Encounters) -> list[Any]:
    """Who is not in the matrix: others who meet, and those who meet nobody."""
    said = [f"{wording.counted(found.unmet, 'more actor')} sharing fewer events"] if found.unmet else []
    said += [f"{wording.counted(found.alone, 'actor')} whose events nobody shares"] if found.alone else []
    return [html.P(f"Not among these: {wording.listed(said)}.", className="quiet")] if said else []


def _line(scene: Scene, found: Encounters, party: Party, most: int) -> Any:
    name = name_of(scene.timeline, party.id)
    under = party.group != party.id
    cells: list[Any] = [html.Th(_who(scene, party), scope="row", className="under" if under else "head")]
    for other in found.meeting:
        count = found.shared(party.id, other.id)
        if other is party or not count:
            cells.append(html.Td("", className="self" if other is party else "none"))
            continue
        words = f"{name} and {name_of(scene.timeline, other.id)}: {wording.counted(count, 'event')}"
        on = set(scene.state.filters.actor) == {party.id, other.id} and scene.state.filters.mode == "all"
        link = html.A(
            f"{count:,}",
            href=address(_both(scene.state, party.id, other.id)),
            title=words,
            **attributes(aria_label=words, data_go="push"),
            **(CURRENT if on else {}),
        )
        cells.append(html.Td(link, style={"--share": f"{round(10 + 50 * count / most)}%"}))
    return html.Tr(cells)


def _who(scene: Scene, party: Party) -> Any:
    """The actor's name; it shows this actor's events alone, and all again where it does already."""
    on = scene.state.filters.actor == (party.id,)
    state = changed(scene.state, actor=() if on else (party.id,), mode="any")
    name = name_of(scene.timeline, party.id)
    return html.A(name, href=address(state), **attributes(data_go="push"), **(CURRENT if on else {}))


def _pairs(scene: Scene, found: Encounters) -> list[Any]:
    names = {party.id: name_of(scene.timeline, party.id) for party in found.meeting}
    pairs: list[tuple[int, str, str]] = []
    for pair, count in found.together.items():
        if pair <= set(names):
            one, other = sorted(pair, key=lambda id_: names[id_])
            pairs.append((count, one, other))
    pairs.sort(key=lambda pair: (-pair[0], names[pair[1]], names[pair[2]]))
    return [html.Li(_pair(names[a], names[b], count, _both(scene.state, a, b))) for count, a, b in pairs[:PAIRS]]


def _pair(one: str, other: str, count: int, state: State) -> Any:
    words = f"{one} and {other}"
    return html.A(
        [html.Span(words, className="name"), html.Span(f"{count:,}", className="count")],
        href=address(state),
        **attributes(data_go="push", aria_label=f"{words}: {wording.counted(count, 'event')}"),
    )


def _axis_words(found: Encounters) -> str:
    days = wording.stretch(found.edges[0], found.edges[-1])
    return f"Events by the day on which they begin, {days}. A column shows its days and this actor alone."


def _activity(scene: Scene, found: Encounters) -> Any:
    most = max((n for party in found.parties for n in party.bins), default=1) or 1
    rows = [
        html.Tr(
            [
                html.Th(_who(scene, party), scope="row", className="under" if party.group != party.id else "head"),
                html.Td(html.Div(_columns(scene, found, party, most), className="columns-of")),
                html.Td(f"{party.count:,}", className="count"),
            ]
        )
        for party in found.parties
    ]
    caption = html.Caption("Events of each actor over time", className="unseen")
    foot = html.Tr([html.Td(), html.Td(html.Div(_years(found), className="columns-axis")), html.Td()])
    return html.Table([caption, html.Tbody(rows), html.Tfoot(foot)], className="activity")


def _columns(scene: Scene, found: Encounters, party: Party, most: int) -> list[Any]:
    whole = (found.edges[-1] - found.edges[0]).days
    columns: list[Any] = []
    for first, until, count in zip(found.edges, found.edges[1:], party.bins, strict=False):
        wide = {"flex": f"{(until - first).days / whole:.5f} 1 0"}
        if not count:
            columns.append(html.Span(style=wide))
            continue
        last = until - timedelta(days=1)
        state = changed(scene.state, actor=(party.id,), mode="any", from_=first, to=last)
        words = (
            f"{name_of(scene.timeline, party.id)}, {wording.stretch(first, until)}: {wording.counted(count, 'event')}"
        )
        columns.append(
            html.A(
                html.Span(style={"height": f"{max(10, round(100 * count / most))}%"}),
                href=address(replace(state, dates="")),
                style=wide,
                title=words,
                **attributes(aria_label=words, data_go="push"),
            )
        )
    return columns


def _years(found: Encounters) -> list[Any]:
    """The first day and the last, at the ends of the columns."""
    last = found.edges[-1] - timedelta(days=1)
    return [html.Span(wording.day(found.edges[0])), html.Span(wording.day(last))]
