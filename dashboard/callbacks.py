"""What is told around the drawing once the address has changed; few-line functions over scene and views."""

from __future__ import annotations

import gc
import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from dash import ClientsideFunction, Dash, Input, Output
from flask import abort

from dashboard import ids
from dashboard.exports import menu
from dashboard.filters import parse, recognised
from dashboard.markup import plain
from dashboard.scene import Scene, make
from dashboard.views import details, filters, notices, timeline
from dashboard.views.tabs import VIEWS, tabs
from timeline.columns import Columns

KEPT = 8  # scenes
MANY = 1000  # events from which a search of the memory is felt


def register(
    app: Dash, read: Callable[[str | None], Scene], today: Callable[[], date], title: Callable[[], str]
) -> None:
    """Connect what stands around the drawing. `read` gives the scene of an address."""

    @app.callback(
        Output(ids.FILTERS, "children"),
        Output(ids.CHIPS, "children"),
        Output(ids.SUMMARY, "children"),
        Output(ids.ACCOUNT, "children"),
        Output(ids.EXPORT, "children"),
        Output(ids.SUBTITLE, "children"),
        Output(ids.LIVE, "children"),
        Output(ids.DETAILS, "children"),
        Output(ids.TABS, "children"),
        Output(ids.NOTICES, "children"),
        Input(ids.TELLING, "data"),
        prevent_initial_call=True,
    )
    def tell(search: str | list[str] | None) -> tuple[Any, ...]:
        if isinstance(search, list):
            abort(400)
        scene = read(search)
        view = VIEWS.get(scene.state.view)
        said = view.summary(scene, today()) if view else timeline.summary(scene)
        return (
            plain(filters.panel(scene)),
            plain(filters.chips(scene)),
            plain(said),
            plain(timeline.account(scene)),
            menu(scene),
            timeline.subtitle(scene.timeline, scene.first, title()),
            f"{said} shown",
            plain(details.details(scene)),
            tabs(scene),
            notices.notices(scene, search),
        )

    @app.callback(Output(ids.ELSEWHERE, "data"), Input(ids.FINDING, "data"), prevent_initial_call=True)
    def find(asked: str | list[str]) -> list[tuple[str, str]]:
        if not isinstance(asked, list) or len(asked) != 2:
            abort(400)
        words, search = asked
        return filters.elsewhere(read(search), words)

    app.clientside_callback(  # type: ignore[no-untyped-call]
        ClientsideFunction("calendar", "elsewhere"),
        Output(ids.ELSEWHERE, "modified_timestamp"),
        Input(ids.ELSEWHERE, "data"),
    )


def _settle() -> None:
    """Take what stays as long as the store does out of the search for garbage.

    With ten thousand events every such search made somebody wait for a quarter of a second.
    """
    gc.unfreeze()  # what stayed until now, and may be garbage since
    gc.collect()
    gc.freeze()


def reader(store: Any, today: Callable[[], date], *, front: bool) -> Callable[[str | None], Scene]:
    """A function from an address to its scene in the store; with `front` the first article by id is in front.

    The columns of the timeline and the last few scenes are kept until the store changes: what one look at the page
    asks for in several requests is worked out once.
    """
    lock = threading.Lock()
    held: list[Columns] = []
    scenes: OrderedDict[object, Scene] = OrderedDict()

    def read(search: str | None) -> Scene:
        timeline_ = store.timeline()
        state = recognised(parse(search), timeline_.actors)
        first = next(iter(timeline_.records), None) if front or len(timeline_.records) == 1 else None
        key = (state.filters, state.dates, today())
        with lock:
            if not held or held[0].timeline is not timeline_:
                scenes.clear()
                held[:] = [Columns(timeline_)]
                if held[0].size >= MANY:
                    _settle()
            if key not in scenes:
                scenes[key] = make(timeline_, state, front=first, today=today(), columns=held[0])
            scenes.move_to_end(key)
            while len(scenes) > KEPT:
                scenes.popitem(last=False)
            return replace(scenes[key], state=state)

    return read
