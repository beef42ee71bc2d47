"""The dashboard for a WSGI server: `TIMELINE_STORE=/data/news.db gunicorn -w 2 --threads 4 dashboard.wsgi:app`.

Workers share the store and nothing else. Three variables say what is served:

- `TIMELINE_STORE`: the store, a file of SQLite or an SQLAlchemy URL; there must be one already.
- `TIMELINE_HOSTS`: the names under which the server may be asked, between commas; this machine's own when not given.
- `TIMELINE_EDITS`: `yes` lets whoever opens the page correct what is kept; nobody can when not given.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import date

from flask import Flask

from dashboard.app import create_app
from dashboard.security import LOCAL
from timeline.store import Store, StoreError


def make_app(environment: Mapping[str, str]) -> Flask:
    """The server that these variables ask for. Exit with one line that says what is missing."""
    name = environment.get("TIMELINE_STORE", "")
    if not name:
        raise SystemExit("no store to serve: set TIMELINE_STORE to one that timeline serve PATH --store made")
    try:
        store = Store(name, create=False)
    except StoreError as error:
        raise SystemExit(f"TIMELINE_STORE: {error}") from None
    hosts = tuple(host.strip() for host in environment.get("TIMELINE_HOSTS", "").split(",") if host.strip())
    edits = environment.get("TIMELINE_EDITS", "").casefold() in ("yes", "true", "1")
    server: Flask = create_app(store, today=date.today, hosts=hosts or LOCAL, edits=edits).server
    return server


app = make_app(os.environ)
