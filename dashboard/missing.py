"""What is answered where there is no page: one in the look of the others, with the way home; one line to programs."""

from __future__ import annotations

from flask import Flask, Response, abort, make_response, render_template, request

ANYTHING = "/<path:path>"  # where Dash would show the calendar under any address


def register(server: Flask) -> None:
    """Add the answer to the server."""

    @server.before_request
    def no_page_of_ours() -> None:
        if request.endpoint == ANYTHING:
            abort(404)

    @server.errorhandler(404)
    def missing(_: Exception) -> Response:
        if request.accept_mimetypes.accept_html and request.accept_mimetypes.best != "*/*":
            return make_response(render_template("missing.html", address=request.path), 404)
        return Response("there is nothing at this address\n", 404, mimetype="text/plain")
