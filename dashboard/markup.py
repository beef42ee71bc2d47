"""Components → HTML that the page puts in place as it is.

React makes an object of its own for each component of a callback's answer: half a second for a panel of filters. What
holds no component with a life of its own is therefore sent as text: `plain(children)` is one `Div` that carries
it, and the page's script unfolds it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.attributes import attributes

NAMES = {"className": "class", "htmlFor": "for"}
BARE = ("hidden", "disabled", "open", "checked", "required", "multiple", "readOnly")  # there, or not there
EMPTY = ("br", "hr", "img", "input", "col", "wbr")
SILENT = ("children", "key", "n_clicks", "n_clicks_timestamp", "disable_n_clicks", "loading_state", "debounce")


def plain(children: Any) -> Any:
    """The children as one component; none for nothing."""
    said = markup(children)
    return html.Div(**attributes(data_markup=said)) if said else []


def markup(part: Any) -> str:
    """A component, words, or a list of them, as HTML."""
    if part is None or part is False:
        return ""
    if isinstance(part, str | int | float):
        return escape(str(part))
    if isinstance(part, Component):
        return _element(part)
    if isinstance(part, Iterable):
        return "".join(map(markup, part))
    raise TypeError(f"no HTML for {type(part).__name__}")


def _element(part: Component) -> str:
    tag = part._type.lower()
    props = part.to_plotly_json()["props"]  # type: ignore[no-untyped-call]
    given = {name: props[name] for name in sorted(props) if props[name] is not None}
    said = "".join(_attribute(name, value) for name, value in given.items() if name not in SILENT)
    if tag in EMPTY:
        return f"<{tag}{said}>"
    return f"<{tag}{said}>{markup(given.get('children'))}</{tag}>"


def _attribute(name: str, value: Any) -> str:
    if name in BARE:
        return f" {name.lower()}" if value else ""
    if name == "style":
        value = ";".join(f"{_property(key)}:{one}" for key, one in _styles(value).items())
    elif isinstance(value, bool):
        value = str(value).lower()
    return f' {NAMES.get(name, name.lower())}="{escape(str(value))}"'


def _styles(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _property(name: str) -> str:
    """A property of a style as CSS writes it: "--light" as it is, "minHeight" as "min-height"."""
    if name.startswith("--"):
        return name
    return "".join(f"-{letter.lower()}" if letter.isupper() else letter for letter in name)
