"""The one Dash application: `create_app(store, today=…)`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import partial
from typing import Any

from dash import Dash

from dashboard import adding, callbacks, cards, days, drawings, editing, exports, missing, security, signs
from dashboard.layout import layout
from timeline.drawing.svg import address as picture_address
from timeline.resources import assets

INDEX = """<!DOCTYPE html>
<html lang="en">
  <head>
    {%metas%}
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>{%title%}</title>
    <link rel="icon" type="image/svg+xml" href="FAVICON">
    {%css%}
  </head>
  <body>
    {%app_entry%}
    <footer>
      {%config%}
      {%scripts%}
      {%renderer%}
    </footer>
  </body>
</html>
"""


def create_app(
    store: Any,
    *,
    today: date | Callable[[], date],
    hosts: Iterable[str] = security.LOCAL,
    front: bool = False,
    edits: bool = False,
    kept_in: str = "",
    adder: adding.Adder | None = None,
    unread: Sequence[str] = (),
) -> Dash:
    """The dashboard over a store (`timeline()`, `articles()`, `title`).

    `today` is the day, or a function that gives it; `hosts` the names under which the server may be asked.
    With `front` the page opens on the dates of the first article by id, its events before the others'. With `edits`
    whoever can open the page can correct what is in the store; with an `adder`, add articles to it. `kept_in` is the
    store's file, told to whoever asks where corrections are kept: for a page on the reader's own machine.
    `unread` says of each input that could not be read what is wrong with it.
    """
    clock = today if callable(today) else lambda: today
    app = Dash(
        __name__,
        title="Diplomatic calendar",
        update_title="",
        assets_folder=str(assets()),
        external_stylesheets=[signs.ADDRESS],
        compress=True,
    )
    # In the page itself: a browser asks for a file again with every change of the address.
    app.index_string = INDEX.replace("FAVICON", picture_address((assets() / "favicon.svg").read_text("utf-8").strip()))
    app.layout = partial(layout, editable=edits, adds=adder is not None, unread=unread)
    read = callbacks.reader(store, clock, front=front)

    def title() -> str:
        return store.title or ""

    callbacks.register(app, read, clock, title)
    drawings.register(app.server, read, clock)
    cards.register(app.server, read)
    days.register(app.server, read)
    exports.register(app.server, read, clock, title)
    signs.register(app.server)
    if edits:
        editing.register(app.server, store, read, clock, kept_in)
    if adder is not None:
        adding.register(app.server, store, adder, clock)
    missing.register(app.server)
    security.harden(app, hosts=hosts)
    return app
