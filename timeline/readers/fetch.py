"""A page from the network, when somebody asks for one: public addresses only, of a size, within a time."""

from __future__ import annotations

import http.client
import ipaddress
import socket
import urllib.error
import urllib.request
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from timeline.readers.unreadable import UnreadableError
from timeline.version import VERSION
from timeline.wording import short

LARGEST = 8_000_000  # bytes of a page
_SECONDS = 15  # for each answer that is waited for
_KINDS = ("text/html", "application/xhtml+xml", "application/pdf", "text/plain")


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address gave."""

    data: bytes
    url: str  # where it came from in the end
    kind: str  # one of the media types that are taken


def fetch(url: str, *, inside: bool = False) -> Fetched:
    """The page at this address. UnreadableError says in one line why there is none, and the mend.

    With `inside`, addresses of this machine and its own network are asked too; without, they are refused, whatever
    name or redirection leads to them.
    """
    place = short(url, 200)
    if not _leads_to_a_page(url):
        raise UnreadableError(f"{place}: not the address of a page: it begins with https://")
    handlers: list[Any] = [_Redirects()]
    if not inside:
        handlers += [_Http(), _Https()]
    request = urllib.request.Request(  # noqa: S310 - the scheme was looked at
        url, headers={"User-Agent": f"timeline/{VERSION}", "Accept": ", ".join(_KINDS)}
    )
    try:
        with urllib.request.build_opener(*handlers).open(request, timeout=_SECONDS) as answer:
            kind = answer.headers.get_content_type()
            data = answer.read(LARGEST + 1)
            found = answer.geturl()
    except urllib.error.HTTPError as error:
        mend = "open it in a browser and save the page"
        raise UnreadableError(f"{place}: the site answered {error.code}: {mend}") from None
    except (OSError, http.client.HTTPException, ValueError) as error:
        why = getattr(error, "reason", None) or error
        said = f"no answer ({short(str(why))}): check the address and the network"
        if isinstance(why, InsideError):
            said = "an address inside this machine or its network: save the page and drop the file"
        raise UnreadableError(f"{place}: {said}") from None
    if kind not in _KINDS:
        raise UnreadableError(f"{place}: this is {kind}, not a page: give the address of an article")
    if len(data) > LARGEST:
        raise UnreadableError(f"{place}: larger than {LARGEST // 1_000_000} MB: save the article and drop the file")
    return Fetched(data, found, kind)


def _leads_to_a_page(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname)


class InsideError(OSError):
    """A name leads to an address that is not public."""


def _public(connection: socket.socket) -> socket.socket:
    """The connection, if whoever answers is on the public network: looked at once connected, when no name can lie."""
    address = ipaddress.ip_address(str(connection.getpeername()[0]).partition("%")[0])
    if not address.is_global or address.is_multicast:
        connection.close()
        raise InsideError("not public")
    return connection


class _HttpConnection(http.client.HTTPConnection):
    def connect(self) -> None:
        super().connect()
        _public(self.sock)


class _HttpsConnection(http.client.HTTPSConnection):
    def connect(self) -> None:
        super().connect()
        _public(self.sock)


class _Http(urllib.request.HTTPHandler):
    def http_open(self, req: urllib.request.Request) -> http.client.HTTPResponse:
        return self.do_open(_HttpConnection, req)


class _Https(urllib.request.HTTPSHandler):
    def https_open(self, req: urllib.request.Request) -> http.client.HTTPResponse:
        return self.do_open(_HttpsConnection, req)


class _Redirects(urllib.request.HTTPRedirectHandler):
    """Follows to pages alone: never to a file of this machine."""

    def redirect_request(self, req: Any, fp: Any, code: int, msg: str, headers: Any, newurl: str) -> Any:
        if not _leads_to_a_page(newurl):
            raise urllib.error.URLError("it leads to something that is no page")
        return super().redirect_request(req, fp, code, msg, headers, newurl)
