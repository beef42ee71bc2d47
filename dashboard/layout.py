"""The page's frame: what stands before any data has come. No data access."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dash import dcc, html

from dashboard import ids
from dashboard.attributes import attributes
from dashboard.markup import plain
from timeline import wording


def layout(*, editable: bool = False, adds: bool = False, unread: Sequence[str] = ()) -> Any:
    """The whole page: header, filters, chart, details.

    `editable` shows the buttons that change what is kept, `adds` the one that adds articles; `unread` says
    what could not be read, and why.
    """
    return html.Div(
        [
            dcc.Store(id=ids.TELLING),
            dcc.Store(id=ids.FINDING),
            dcc.Store(id=ids.ELSEWHERE),
            html.A("Skip to the timeline", href=f"#{ids.STAGE}", className="skip"),
            _header(),
            html.Div([_filters(), _main(unread), _details()], className="columns"),
            _keys(),
            html.Div(id=ids.LIVE, className="unseen", role="status", **attributes(aria_live="polite")),
        ],
        className=" ".join(["page", *["editable"] * editable, *["adds"] * adds]),
    )


def _header() -> Any:
    return html.Header(
        [
            html.Div([html.H1("Diplomatic calendar"), html.P(id=ids.SUBTITLE)], className="titles"),
            html.Div(
                [
                    html.Button(
                        "Filters",
                        type="button",
                        className="button narrow-only fold",
                        **attributes(aria_expanded="false", aria_controls="filter-panel"),
                    ),
                    html.Button(
                        html.Span(["Add", html.Span(" articles", className="wide-words")]),
                        type="button",
                        className="button add-only",
                        **attributes(data_add="open", data_key="add"),
                    ),
                    html.Button(
                        "Changes",
                        type="button",
                        className="button edit-only",
                        title="What was changed by hand: add an event, undo",
                        **attributes(data_dialog="/edit/history", data_key="changes"),
                    ),
                    html.Details(
                        [html.Summary("Export", className="button"), html.Div(id=ids.EXPORT, className="menu")],
                        className="export",
                    ),
                    html.Button(
                        "?",
                        id="show-keys",
                        className="button square wide-only",
                        type="button",
                        title="Keys",
                        **attributes(aria_label="Show the keys"),
                    ),
                    html.Button(
                        html.Span(className="theme-sign"),
                        id=ids.THEME,
                        className="button square",
                        type="button",
                        title="Light or dark",
                        **attributes(aria_label="Change between light and dark"),
                    ),
                ],
                className="actions",
            ),
        ],
        className="top",
    )


def _unread(errors: Sequence[str]) -> Any:
    """What could not be read, behind a line that says how much."""
    if not errors:
        return None
    more = [f"and {len(errors) - UNREAD_NAMED:,} more"] if len(errors) > UNREAD_NAMED else []
    lines = [html.Li(wording.printable(error)) for error in (*errors[:UNREAD_NAMED], *more)]
    title = f"{wording.counted(len(errors), 'article')} could not be read"
    return html.Details([html.Summary(title), html.Ul(lines)], className="notice unread")


UNREAD_NAMED = 50
HINT = "Choose an event to see why it has its date."
MORE_HINT = " The signs are explained below."  # where there is room


def _hint() -> Any:
    """What a first visitor should know; the page hides it for good once it has been read."""
    return html.Aside(
        [
            html.P([html.Strong("New here? "), HINT, html.Span(MORE_HINT, className="wide-words")]),
            html.Button("Got it", type="button", className="button small close-hint"),
        ],
        className="hint",
        hidden=True,
        **attributes(aria_label="A first hint"),
    )


KEYS = (
    ("?", "these keys"),
    ("/", "search titles and sentences"),
    ("1 to 5", "timeline, month, table, actors, articles"),
    ("[ and ]", "dates before and after: month or page"),
    ("↑ ↓ and Enter", "in the timeline: from event to event, and open one"),
    ("← → + −", "in the timeline: earlier, later, closer, wider"),
    ("Tab and Enter", "from link to link, and follow one"),
    ("Ctrl Z", "undo what was just changed, while the page says so"),
    ("Esc", "close what is open"),
)


def _keys() -> Any:
    rows = [item for key, words in KEYS for item in (html.Dt(key), html.Dd(words))]
    return html.Dialog(
        [
            html.Button("×", type="button", className="close", **attributes(aria_label="Close the keys")),
            html.H2("Keys", id="keys-title"),
            html.Dl(rows),
        ],
        id="keys",
        **attributes(aria_labelledby="keys-title"),
    )


def _filters() -> Any:
    return html.Nav(
        [
            html.H2("Filters", className="unseen"),
            html.Div(
                [
                    html.Label("Search titles and sentences", htmlFor=ids.TEXT, className="unseen"),
                    plain(
                        dcc.Input(
                            id=ids.TEXT,
                            type="text",
                            placeholder="Search events",
                            className="field",
                            autoComplete="off",
                            spellCheck=False,
                            maxLength=200,
                        )
                    ),
                    _saved(),
                    html.Div(id=ids.FILTERS),
                ],
                className="folded",
            ),
        ],
        id="filter-panel",
        className="side left",
        **attributes(aria_label="Filters"),
    )


def _saved() -> Any:
    """Views kept under a name: in the reader's own browser, so that a shared server holds nobody's habits."""
    return html.Section(
        [
            html.H3("Saved views", id="saved-title"),
            html.Ul(id="saved-list", className="saved"),
            html.Details(
                [
                    html.Summary("Save this view"),
                    html.Div(
                        [
                            html.Label("Name of this view", htmlFor="save-name", className="unseen"),
                            plain(
                                dcc.Input(
                                    id="save-name",
                                    type="text",
                                    placeholder="Name this view",
                                    className="field small",
                                    maxLength=60,
                                    autoComplete="off",
                                )
                            ),
                            html.Button("Save", type="button", id="save-view", className="button"),
                        ],
                        className="save",
                    ),
                    html.P("Filters, dates and view as they are now, kept in this browser.", className="quiet"),
                ],
                id="save",
            ),
        ],
        className="filter saved-views",
        **attributes(aria_labelledby="saved-title"),
    )


def _main(unread: Sequence[str]) -> Any:
    return html.Main(
        [
            html.Nav(id=ids.TABS, className="tabs", **attributes(aria_label="Views")),
            _hint(),
            html.P(
                [
                    "The server does not answer. What stands here may be out of date. ",
                    html.Button("Load again", type="button", id="again", className="button small"),
                ],
                className="notice failed",
                hidden=True,
                role="alert",
            ),
            _unread(unread),
            html.Div(id=ids.NOTICES, className="notices"),
            html.Div(
                [
                    html.Div(
                        [html.H2(id=ids.SUMMARY, className="summary"), html.P(id=ids.ACCOUNT)], className="counts"
                    ),
                    html.Div(id=ids.TOOLS, className="tools"),
                ],
                className="bar",
            ),
            html.Div(id=ids.CHIPS, className="chips"),
            html.Div(
                [
                    html.Div(id=ids.CHART, className="wide-only"),
                    html.Div(className="brush wide-only", title="Drag over the overview to show these dates"),
                    html.Div(html.Div(), className="names wide-only", **attributes(aria_hidden="true")),
                    html.Div(className="lit"),
                    html.Div(className="card", hidden=True),
                ],
                id=ids.STAGE,
                tabIndex=0,
                role="group",
                **attributes(
                    aria_label="Timeline. Arrow up and down go from event to event, Enter opens one, "
                    "arrow left and right move in time, plus and minus zoom."
                ),
            ),
            html.Div(id=ids.VIEW, className="view"),
            html.Div(id=ids.AGENDA, className="agenda"),
            html.Div(id=ids.TRAY, className="tray"),
            html.Div(id=ids.LEGEND, className="legend"),
        ],
        id=ids.MAIN,
    )


def _details() -> Any:
    return html.Aside(id=ids.DETAILS, className="side right", tabIndex=-1, **attributes(aria_label="Details"))
