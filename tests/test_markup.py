"""Components as HTML: it says what the components say, and nothing that an article says becomes markup."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Any

import pytest
from dash import dcc, html
from hypothesis import given
from hypothesis import strategies as st

from dashboard.attributes import attributes
from dashboard.markup import markup, plain


class Read(HTMLParser):
    """The tags and words of a piece of HTML."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words += data


@pytest.mark.parametrize(
    ("part", "wanted"),
    [
        (None, ""),
        ([], ""),
        ("a < b & c", "a &lt; b &amp; c"),
        (7, "7"),
        (["one", html.B("two"), None], "one<b>two</b>"),
        (html.Div(className="x", hidden=True), '<div class="x" hidden></div>'),
        (html.Div("y", hidden=False), "<div>y</div>"),
        (html.Label("l", htmlFor="text", key="k"), '<label for="text">l</label>'),
        (
            html.Button("b", tabIndex=-1, **attributes(aria_expanded="true")),
            '<button aria-expanded="true" tabindex="-1">b</button>',
        ),
        (html.Span(style={"--light": "#fff", "minHeight": "2px"}), '<span style="--light:#fff;min-height:2px"></span>'),
        (html.Img(src="data:x", alt=""), '<img alt="" src="data:x">'),
        (
            dcc.Input(id="i", type="text", spellCheck=False, maxLength=20),
            '<input id="i" maxlength="20" spellcheck="false" type="text">',
        ),
    ],
)
def test_components_are_written_as_html(part: Any, wanted: str) -> None:
    assert markup(part) == wanted


def test_what_has_no_html_is_said() -> None:
    with pytest.raises(TypeError, match="object"):
        markup(object())


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\0"), max_size=60))
def test_words_stay_words(words: str) -> None:
    read = Read(markup(html.A(words, href=words, title=words)))
    assert [tag for tag, _ in read.tags] == ["a"]
    assert read.tags[0][1] == {"href": words, "title": words}
    assert read.words == words


def test_nothing_is_nothing_and_something_is_one_component() -> None:
    assert plain([]) == []
    assert plain([html.P("a"), html.P("b")]).to_plotly_json()["props"]["data-markup"] == "<p>a</p><p>b</p>"
