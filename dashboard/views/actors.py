"""The actors view: who meets whom, and when each was busy."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from dash import html

from dashboard.attributes import CURRENT, attributes
from dashboard.encounters import Encounters, Party, Shared, encounters
from dashboard.filters import FOLDS, State, address, changed
from dashboard.scene import Scene
from dashboard.views.filters import offered, tree
from dashboard.views.timeline import nothing
from timeline import wording
from timeline.filters import climb, name_of
from timeline.model import NOT_SO, STATUSES

FOLD_NAMES = {"everybody": "everybody", "countries": "countries and bodies"}
PAIRS = 10  # told on a small screen in place of the matrix
OFF = "denied or called off"
SO = tuple(status for status in STATUSES if status not in NOT_SO)
MEETING = (
    f"Events that two share, held or still to come; what was {OFF} is counted apart, as “off”. "
    "A number shows its events. A country counts with its people."
)


def met(scene: Scene) -> Encounters:
    """The counts behind the view."""
    groups = tree(scene.timeline.actors, offered(scene))
    folded = scene.state.fold == "countries"
    return encounters(scene.shown.entries, scene.timeline.actors, groups, scene.window, folded=folded)


def view(scene: Scene, _today: date) -> list[Any]:
    """The matrix of encounters and the activity of each actor."""
    if not scene.count:
        return [nothing(scene)]
    found = met(scene)
    if not found.parties:
        return [html.Div(html.P("Nobody is named in the events shown."), className="nothing")]
    more = f"{wording.counted(found.left, 'more actor')} with fewer events; filters bring them here."
    sections = [
        _section("Who meets whom", MEETING, *_meetings(scene, found)),
        _section(
            "When each was busy",
            _axis_words(found),
            _activity(scene, found),
            html.P(more, className="quiet") if found.left else None,
        ),
    ]
    return [
        html.Div(["Show: ", *_folds(scene.state)], className="either fold-choice"),
        html.Div(html.Div(sections, className="abreast"), className="panels"),
    ]


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


def together(scene: Scene, one: str, other: str) -> State | None:
    """The state that shows, of the events shown, those that two share; None where no address says just that."""
    filters = scene.state.filters
    over = climb(scene.timeline.actors, one) | climb(scene.timeline.actors, other)
    others = [id_ for id_ in filters.actor if id_ not in over]
    if filters.mode == "any" and len(filters.actor) > 1:
        if len(others) == len(filters.actor):  # of any of these, and yet of both
            return None
        others = []
    return changed(scene.state, actor=(*others, one, other), mode="all")


def _alone(state: State, statuses: Sequence[str]) -> State:
    """Of a state that shows what two share, those of these statuses."""
    return changed(state, status=tuple(s for s in state.filters.status or STATUSES if s in statuses))


def _counts(scene: Scene, one: str, other: str, shared: Shared) -> list[Any]:
    """How many events two share, each number with the way to these, those that were denied or called off apart."""
    state = together(scene, one, other)
    names = f"{name_of(scene.timeline, one)} and {name_of(scene.timeline, other)}"
    both = shared.so and shared.not_so  # else an address without a status says the same
    kinds = (
        ("so", shared.so, SO, f"{shared.so:,}", ""),
        ("off", shared.not_so, NOT_SO, f"{shared.not_so:,} off", f" {OFF}"),
    )
    return [
        _count(
            scene,
            shown,
            f"{names}: {wording.counted(count, 'event')}{told}",
            _alone(state, statuses) if state and both else state,
            kind,
        )
        for kind, count, statuses, shown, told in kinds
        if count
    ]


def _count(scene: Scene, shown: str, words: str, state: State | None, kind: str) -> Any:
    if state is None:
        return html.Span(shown, className=kind, title=words)
    return html.A(
        shown,
        href=address(state),
        className=kind,
        **attributes(aria_label=words, data_go="push"),
        **(CURRENT if state.filters == scene.state.filters else {}),
    )


def _meetings(scene: Scene, found: Encounters) -> list[Any]:
    if not found.meeting:
        return [html.P("No two of them share an event.", className="quiet")]
    most = max(found.shared(a.id, b.id).so for a in found.meeting for b in found.meeting if a is not b)
    head = html.Tr(
        [html.Td(), *(html.Th(html.Div(html.Span(name_of(scene.timeline, p.id))), scope="col") for p in found.meeting)]
    )
    rows = [_line(scene, found, party, max(1, most)) for party in found.meeting]
    caption = html.Caption("How many events each two actors share", className="unseen")
    table = html.Table([caption, html.Thead(head), html.Tbody(rows)], className="matrix", style={"--many": len(rows)})
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
    under = party.group != party.id
    cells: list[Any] = [html.Th(_who(scene, party), scope="row", className="under" if under else "head")]
    for other in found.meeting:
        shared = found.shared(party.id, other.id)
        if other is party or shared == Shared():
            cells.append(html.Td("", className="self" if other is party else "none"))
            continue
        style = {"--share": f"{round(10 + 50 * shared.so / most)}%"}
        cells.append(html.Td(html.Div(_counts(scene, party.id, other.id, shared)), style=style))
    return html.Tr(cells)


def _who(scene: Scene, party: Party) -> Any:
    """The actor's name; it shows this actor's events alone, and all again where it does already."""
    on = scene.state.filters.actor == (party.id,)
    state = changed(scene.state, actor=() if on else (party.id,), mode="any")
    name = name_of(scene.timeline, party.id)
    return html.A(name, href=address(state), **attributes(data_go="push"), **(CURRENT if on else {}))


def _pairs(scene: Scene, found: Encounters) -> list[Any]:
    names = {party.id: name_of(scene.timeline, party.id) for party in found.meeting}
    pairs: list[tuple[int, int, str, str]] = []
    for pair, shared in found.together.items():
        if pair <= names.keys():
            one, other = sorted(pair, key=lambda id_: names[id_])
            pairs.append((-shared.so, -shared.not_so, one, other))
    pairs.sort(key=lambda pair: (*pair[:2], names[pair[2]], names[pair[3]]))
    return [
        html.Li(
            [
                html.Span(f"{names[one]} and {names[other]}", className="name"),
                *_counts(scene, one, other, found.shared(one, other)),
            ]
        )
        for _, _, one, other in pairs[:PAIRS]
    ]


def _axis_words(found: Encounters) -> str:
    days = wording.stretch(found.edges[0], found.edges[-1])
    return f"Events by the day on which they begin, {days}; what was {OFF} is hollow. A column leads to its days."


def _activity(scene: Scene, found: Encounters) -> Any:
    most = max((n for party in found.parties for n in party.bins), default=1) or 1
    rows = [
        html.Tr(
            [
                html.Th(_who(scene, party), scope="row", className="under" if party.group != party.id else "head"),
                html.Td(
                    html.Div(_columns(scene, found, party, most), className="columns-of")
                    if any(party.bins)
                    else html.Span("no dated event", className="quiet")
                ),
                html.Td(f"{party.count:,}", className="count"),
            ]
        )
        for party in found.parties
    ]
    caption = html.Caption("Events of each actor over time", className="unseen")
    foot = html.Tr([html.Td(), html.Td(html.Div(_years(found), className="columns-axis")), html.Td()])
    wide = " ".join(f"{(until - first).days}fr" for first, until in pairwise(found.edges))
    return html.Table([caption, html.Tbody(rows), html.Tfoot(foot)], className="activity", style={"--parts": wide})


def _columns(scene: Scene, found: Encounters, party: Party, most: int) -> list[Any]:
    columns: list[Any] = []
    parts = zip(found.edges, found.edges[1:], party.bins, party.off, strict=False)
    for first, until, count, off in parts:
        if not count:
            columns.append(html.Span())
            continue
        last = until - timedelta(days=1)
        state = changed(scene.state, actor=(party.id,), mode="any", from_=first, to=last)
        begins = "begins" if count == 1 else "begin"
        words = f"{name_of(scene.timeline, party.id)}, {wording.stretch(first, until)}: "
        words += f"{wording.counted(count, 'event')} {begins}" + (f", {off:,} of them {OFF}" if off else "")
        heights = (("off", off), ("so", count - off))
        columns.append(
            html.A(
                [
                    html.Span(className=kind, style={"height": f"{max(10, round(100 * n / most))}%"})
                    for kind, n in heights
                    if n
                ],
                href=address(replace(state, dates="")),
                title=words,
                **attributes(data_go="push"),
            )
        )
    return columns


def _years(found: Encounters) -> list[Any]:
    """The first day and the last, at the ends of the columns."""
    last = found.edges[-1] - timedelta(days=1)
    return [html.Span(wording.day(found.edges[0])), html.Span(wording.day(last))]
