"""The addresses under /edit: forms about events and actors, and what is sent back of them. All can be undone."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any
from uuid import uuid4

from flask import Blueprint, Flask, Response, abort, jsonify, render_template, request

from dashboard.filters import address
from dashboard.scene import Scene, entry_of
from dashboard.views import correct, whereabouts
from timeline import wording
from timeline.corrections import Correction, CorrectionError, astray, from_json, leaves, to_json, told
from timeline.model import Entry, Timeline, When

ABOUT_EVENT: dict[str, Callable[..., Correction]] = {
    "correct": correct.changed,
    "hide": correct.hidden,
    "merge": correct.merged,
    "split": correct.parted,
}
ALONE: dict[str, Callable[..., Correction]] = {"add": correct.added, "unite": correct.united}
TITLES = {
    "correct": "Correct this event",
    "hide": "Hide this event",
    "merge": "Merge with another event",
    "split": "Part in two events",
    "add": "Add an event",
    "unite": "Two names, one actor",
}
_MOST = 200  # corrections of the history that are shown, the newest first


def register(server: Flask, store: Any, read: Callable[[str | None], Scene], today: Callable[[], date]) -> None:
    """Add the forms and what they send to the server.

    `store` keeps the corrections, `read` gives the scene of an address.
    """
    desk = Blueprint("edit", __name__)

    @desk.get("/edit/<act>")
    def form(act: str) -> str:
        timeline: Timeline = store.timeline()
        about = {"act": act, "heading": TITLES.get(act, ""), **correct.choices()}
        if act in ABOUT_EVENT:
            entry = _entry(timeline)
            about |= {
                "entry": entry,
                "said": wording.precise(entry.event.when),
                "filled": correct.filled(timeline, entry),
            }
            if act == "merge":
                about["others"] = _offered(timeline, correct.likely(timeline, entry))
        elif act in ALONE:
            about |= {"filled": correct.Filled(), "chosen": _name(timeline)}
        else:
            abort(404)
        if act != "hide":
            about["names"] = correct.names(timeline)
        return render_template("edit.html", **about)

    @desk.post("/edit/<act>")
    def send(act: str) -> Response:
        timeline: Timeline = store.timeline()
        fresh = {"id_": uuid4().hex, "made": _now()}
        sent = request.get_json(silent=True)
        if not isinstance(sent, dict):
            return _refused("the form came without its words: close it and try again")
        try:
            if act in ABOUT_EVENT:
                made = ABOUT_EVENT[act](sent, timeline, _entry(timeline), **fresh)
            elif act in ALONE:
                made = ALONE[act](sent, timeline, **fresh)
            else:
                abort(404)
            made = from_json(to_json(made))  # what is kept can be read again
        except CorrectionError as error:
            return _refused(str(error), error.field)
        store.correct(made)
        return jsonify({"id": made.id, "told": told(made), **_away(made, str(sent.get("address", "")))})

    def _away(made: Correction, search: str) -> dict[str, str]:
        """Where the page does not show the corrected event: why, and the address that does.

        An event that is hidden, or told as one with another, is chosen no more: `go` is the address then.
        """
        left, state = leaves(made) or "", read(search).state
        found = whereabouts.away(read, search, left, today())
        said = {"away": found[0], "there": address(found[1])} if found else {}
        gone = made.act in {"hide", "merge"} and state.event == made.target.id
        return said | ({"go": address(replace(state, event=left))} if gone else {})

    @desk.get("/edit/merge/others")
    def others() -> str:
        timeline: Timeline = store.timeline()
        found = correct.likely(timeline, _entry(timeline), request.args.get("words", ""))
        return render_template("others.html", others=_offered(timeline, found))

    @desk.get("/edit/date")
    def read_date() -> Response:
        timeline: Timeline = store.timeline()
        entry = entry_of(timeline, request.args.get("event", ""))
        anchor = timeline.records[entry.article].published if entry else None
        before = correct.filled(timeline, entry) if entry else correct.Filled()
        form = {**request.args, "when": request.args.get("when", "")[:200]}
        try:
            read = correct.read_out(form, before, entry.event.when if entry else When(), anchor)
        except CorrectionError as error:
            return _refused(str(error), error.field)
        return jsonify({"told": read})

    @desk.get("/edit/history")
    def history() -> str:
        made = store.corrections()
        lost = {c.id for c in astray(store.gathered(), made)} if made else set()
        rows = [{"correction": c, "told": told(c), "lost": c.id in lost} for c in reversed(made[-_MOST:])]
        return render_template(
            "history.html", rows=rows, more=max(0, len(made) - _MOST), heading="What was changed by hand"
        )

    @desk.post("/edit/undo")
    def undo() -> Response:
        sent = request.get_json(silent=True)
        if not isinstance(sent, dict):
            return _refused("which change? Open the history again")
        id_ = sent.get("id")
        try:
            store.undo(str(id_), when="" if sent.get("again") else _now())
        except KeyError:
            return _refused("this change is not in the history any more: open it again")
        made = next(c for c in store.corrections() if c.id == id_)
        return jsonify({"id": id_, "told": f"{'Taken back' if made.undone else 'Holds again'}: {told(made)}"})

    @desk.get("/corrections.json")
    def corrections() -> Response:
        data = json.dumps([to_json(c) for c in store.corrections()], ensure_ascii=False, indent=1)
        answer = Response(data + "\n", mimetype="application/json")
        answer.headers["Content-Disposition"] = 'attachment; filename="corrections.json"'
        return answer

    server.register_blueprint(desk)


def _entry(timeline: Timeline) -> Entry:
    entry = entry_of(timeline, request.args.get("event", ""))
    if entry is None:
        abort(404)
    return entry


def _name(timeline: Timeline) -> str:
    actor = timeline.actors.get(request.args.get("actor", ""))
    return actor.name if actor else ""


def _offered(timeline: Timeline, entries: list[Entry]) -> list[dict[str, str]]:
    return [
        {
            "id": entry.id,
            "title": entry.event.title,
            "when": wording.when(entry.event.when),
            "article": timeline.records[entry.article].article.title or entry.article,
        }
        for entry in entries
    ]


def _refused(why: str, field: str = "") -> Response:
    """An answer like any other, said in the form beside its field: a browser would log another status as a fault."""
    return jsonify({"error": why, "field": field})


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
