"""What the server lets in and what the page may load: itself, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import urlsplit

from dash import Dash
from dash.exceptions import DependencyException
from flask import Response, abort, request

LOCAL = ("localhost", "127.0.0.1", "[::1]")
READS = ("GET", "HEAD", "OPTIONS")
SENDER = "X-Timeline"  # a header that no form of another site can send without asking first
CALLS = "/_dash-update-component"  # where the page's callbacks are asked
LARGEST = 2_000_000  # bytes of a request: addresses, clicks and forms; files have a limit of their own


def harden(app: Dash, *, hosts: Iterable[str] = LOCAL) -> None:
    """Trust only these hosts, and answer with headers that forbid all but the page's own files.

    Names other than these are refused with 400, so that no other site can reach a server on this
    machine by giving itself this machine's address.
    """
    server = app.server
    server.config["TRUSTED_HOSTS"] = list(hosts)
    server.config["MAX_CONTENT_LENGTH"] = LARGEST

    @server.before_request
    def own_pages_only() -> None:
        """Refuse what another site's page sends: a browser says where it comes from, and ours says who it is."""
        if request.method in READS:
            return
        site, origin = request.headers.get("Sec-Fetch-Site"), request.headers.get("Origin")
        foreign = site not in (None, "same-origin") or (origin is not None and urlsplit(origin).netloc != request.host)
        unsaid = not request.path.startswith("/_dash") and request.headers.get(SENDER) is None
        if foreign or unsaid:
            abort(403)

    @server.before_request
    def own_calls_only() -> None:
        """Refuse what no page of ours asks a callback, before Dash fails over it."""
        if request.path.endswith(CALLS) and request.is_json and not called(request.get_json(), app.callback_map):
            abort(400)

    @server.errorhandler(DependencyException)
    def no_such_file(_: DependencyException) -> tuple[str, int]:
        return "not found", 404

    @server.after_request
    def headers(answer: Response) -> Response:
        # Hashes of Dash's inline scripts are only known once the page has been put together.
        scripts = " ".join(("'self'", *(f"'{found.strip(chr(39))}'" for found in app.csp_hashes())))
        answer.headers["Content-Security-Policy"] = "; ".join(
            (
                "default-src 'self'",
                f"script-src {scripts}",
                "style-src 'self' 'unsafe-inline'",  # React and the page set styles on their elements
                "img-src 'self' data:",
                "font-src 'self'",
                "connect-src 'self'",
                "object-src 'none'",
                "base-uri 'self'",
                "frame-ancestors 'none'",
                "form-action 'self'",
            )
        )
        answer.headers["X-Content-Type-Options"] = "nosniff"
        answer.headers["Referrer-Policy"] = "same-origin"
        return answer


def called(said: Any, callbacks: Mapping[str, Any]) -> bool:
    """Whether a request names one of these callbacks, with its inputs and with values that the page sends."""
    if not isinstance(said, dict) or not isinstance(said.get("outputs"), dict | list):
        return False
    callback, inputs = callbacks.get(str(said.get("output"))), said.get("inputs")
    if callback is None or not isinstance(inputs, list) or not all(isinstance(one, dict) for one in inputs):
        return False
    named = [(one.get("id"), one.get("property")) for one in inputs]
    wanted = [(one["id"], one["property"]) for one in callback["inputs"]]
    return named == wanted and all(_sent(one.get("value")) for one in inputs)


def _sent(value: Any) -> bool:
    """Whether a value is an address, or words and an address."""
    words = value if isinstance(value, list) else [value or ""]
    return len(words) in (1, 2) and all(isinstance(one, str) for one in words)
