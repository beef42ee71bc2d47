"""The addresses under /edit: forms about events and actors, and what is sent back of them. All can be undone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import uuid4

from flask import Blueprint, Flask, Response, abort, jsonify, render_template, request

from dashboard import history, likeness
from dashboard.filters import address
from dashboard.history import now, refused
from dashboard.scene import Scene, entry_of
from dashboard.views import correct, whereabouts
from timeline import wording
from timeline.corrections import Correction, CorrectionError, from_json, leaves, to_json, told
from timeline.drawing.lanes import article_title
from timeline.model import Entry, Timeline, When

ABOUT_EVENT: dict[str, Callable[..., Correction]] = {
    "correct": correct.changed,
    "hide": correct.hidden,
    "merge": correct.merged,
    "part": correct.parted,
    "split": correct.split,
}
ALONE = ("add", "unite")  # about no event that there is
TITLES = {
    "correct": "Correct this event",
    "hide": "Hide this event",
    "merge": "Merge with another event",
    "part": "Tell apart from the others",
    "split": "Split in two events",
    "add": "Add an event",
    "unite": "Two names, one actor",
}


def register(
    server: Flask, store: Any, read: Callable[[str | None], Scene], today: Callable[[], date], kept_in: str = ""
) -> None:
    """Add the forms and what they send to the server.

    `store` keeps the corrections, `read` gives the scene of an address; `kept_in` is the store's file, for those
    whose file it is.
    """
    desk = Blueprint("edit", __name__)

    @desk.get("/edit/<act>")
    def form(act: str) -> str:
        timeline: Timeline = store.timeline()
        about = {"act": act, "heading": TITLES.get(act, ""), **correct.choices()}
        if act in ABOUT_EVENT:
            entry = _entry(timeline, act)
            about |= {
                "entry": entry,
                "said": wording.precise(entry.event.when),
                "filled": correct.filled(timeline, entry),
            }
            if act == "merge":
                about["others"] = _offered(timeline, entry)
        elif act in ALONE:
            about |= {"filled": correct.Filled(), "chosen": _name(timeline)}
        else:
            abort(404)
        if act not in ("hide", "part"):
            about["names"] = correct.names(timeline)
        return render_template("edit.html", **about)

    @desk.post("/edit/<act>")
    def send(act: str) -> Response:
        timeline: Timeline = store.timeline()
        fresh = {"id_": uuid4().hex, "made": now()}
        sent = request.get_json(silent=True)
        if not isinstance(sent, dict):
            return refused("the form came without its words: close it and try again")
        try:
            if act in ABOUT_EVENT:
                made = ABOUT_EVENT[act](sent, timeline, _entry(timeline, act), **fresh)
            elif act == "add":
                made = correct.added(sent, timeline, today=today(), **fresh)
            elif act == "unite":
                made = correct.united(sent, timeline, **fresh)
            else:
                abort(404)
            made = from_json(to_json(made))  # what is kept can be read again
        except CorrectionError as error:
            return refused(str(error), error.field)
        store.correct(made)
        return jsonify({"id": made.id, "told": told(made), **_away(made, str(sent.get("address", "")))})

    def _away(made: Correction, search: str) -> dict[str, str]:
        """Where the page does not show the corrected event: why, and the address that does.

        An event that is hidden, or merged into another, is chosen no more: `go` is the address then.
        """
        left, state = leaves(made) or "", read(search).state
        found = whereabouts.away(read, search, left, today())
        said = {"away": found[0], "there": address(found[1])} if found else {}
        gone = made.act in {"hide", "merge"} and state.event == made.target.id
        return said | ({"go": address(replace(state, event=left))} if gone else {})

    @desk.get("/edit/merge/others")
    def others() -> str:
        timeline: Timeline = store.timeline()
        found = _offered(timeline, _entry(timeline), request.args.get("words", "")[:200])
        return render_template("others.html", others=found)

    @desk.get("/edit/date")
    def read_date() -> Response:
        timeline: Timeline = store.timeline()
        entry = entry_of(timeline, request.args.get("event", ""))
        anchor = timeline.records[entry.article].published if entry else None
        before = correct.filled(timeline, entry) if entry else correct.Filled()
        form = {**request.args, "when": request.args.get("when", "")[:200]}
        try:
            read, when = correct.read_out(form, before, entry.event.when if entry else When(), anchor)
        except CorrectionError as error:
            return refused(str(error), error.field)
        said = {"told": read, "several": correct.is_several(when)}
        return jsonify(said if entry else said | {"status": correct.status_by(when, timeline, today())})

    history.register(desk, store, kept_in)
    server.register_blueprint(desk)


def _entry(timeline: Timeline, act: str = "") -> Entry:
    """The entry asked about; what is to be told apart is one of the tellings that were merged into it."""
    id_ = request.args.get("event", "")
    entry = entry_of(timeline, id_)
    if entry is not None and act == "part":
        entry = next((one for one in entry.also if one.id == id_), None)
    if entry is None:
        abort(404)
    return entry


def _name(timeline: Timeline) -> str:
    actor = timeline.actors.get(request.args.get("actor", ""))
    return actor.name if actor else ""


def _offered(timeline: Timeline, entry: Entry, words: str = "") -> list[dict[str, str]]:
    """What a form says of each event with which one may be merged, the likest first."""
    return [
        {
            "id": other.id,
            "title": other.event.title,
            "when": wording.precise(other.event.when, long=False),
            "status": wording.status(other.event),
            "article": article_title(timeline, other.article),
            "common": ", ".join(likeness.in_common(timeline, entry, other)),
        }
        for other in likeness.likely(timeline, entry, words)
    ]
