"""Pages from the network, fetched from a server of the test's own."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from timeline.readers import fetch as fetching
from timeline.readers.fetch import fetch
from timeline.readers.unreadable import UnreadableError


class Site(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path == "/moved":
            self.send_response(302)
            self.send_header("Location", "/page")
            self.end_headers()
            return
        if self.path in ("/file", "/ftp"):
            self.send_response(302)
            self.send_header("Location", f"{self.path[1:]}://127.0.0.1/etc/hostname")
            self.end_headers()
            return
        self.send_response(404 if self.path == "/gone" else 200)
        self.send_header("Content-Type", "image/png" if self.path == "/picture" else "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(b"<html>" + b"x" * (2_000 if self.path == "/large" else 5))

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = HTTPServer(("127.0.0.1", 0), Site)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)


def test_a_page_is_fetched_and_says_where_it_came_from_in_the_end(site: str) -> None:
    got = fetch(f"{site}/moved", inside=True)
    assert (got.data, got.url, got.kind) == (b"<html>xxxxx", f"{site}/page", "text/html")


@pytest.mark.parametrize("name", ["127.0.0.1", "localhost", "0.0.0.0", "[::ffff:127.0.0.1]"])  # noqa: S104 - refused
def test_addresses_of_this_machine_are_refused_whatever_they_are_called(site: str, name: str) -> None:
    with pytest.raises(UnreadableError, match=r"inside this machine or its network|no answer"):
        fetch(f"http://{name}:{site.rpartition(':')[2]}/page")


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("/gone", "the site answered 404: open it in a browser and save the page"),
        ("/picture", "this is image/png, not a page"),
        ("/file", "the site answered 302"),
        ("/ftp", "it leads to something that is no page"),
        ("/large", "larger than"),
    ],
)
def test_what_is_no_page_is_said(site: str, path: str, why: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "LARGEST", 1_000)
    with pytest.raises(UnreadableError, match=why) as caught:
        fetch(f"{site}{path}", inside=True)
    assert str(caught.value).startswith(f"{site}{path}: ")


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "ftp://example.org/a", "example.org", "https://", "javascript:1", ""]
)
def test_what_is_no_address_is_never_asked(url: str) -> None:
    with pytest.raises(UnreadableError, match="not the address of a page"):
        fetch(url)


@pytest.mark.parametrize("url", ["http://127.0.0.1:1/", "http://no.such.host.invalid/"])
def test_no_answer_is_said_with_its_mend(url: str) -> None:
    with pytest.raises(UnreadableError, match="no answer"):
        fetch(url, inside=True)
