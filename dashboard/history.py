"""What was changed by hand: the list of it, the way back and forth (/edit/undo), and all of it as a file."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

from flask import Blueprint, Response, jsonify, render_template, request

from timeline import wording
from timeline.corrections import astray, to_json, told

MOST = 200  # corrections that are shown, the newest first


def register(desk: Blueprint, store: Any, kept_in: str) -> None:
    """Add the addresses; `store` keeps the corrections, in the file `kept_in` where that may be said."""

    @desk.get("/edit/history")
    def listed() -> str:
        made = store.corrections()
        lost = {c.id for c in astray(store.gathered(), made)} if made else set()
        rows = [{"correction": c, "told": told(c), "lost": c.id in lost} for c in reversed(made[-MOST:])]
        holding = [c.id for c in made if not c.undone]
        return render_template(
            "history.html",
            rows=rows,
            more=max(0, len(made) - MOST),
            heading="What was changed by hand",
            holding=holding,
            undone=[c.id for c in made if c.undone] if made and not holding else [],
            added=len(store.added()),
            kept_in=kept_in,
        )

    @desk.post("/edit/undo")
    def undo() -> Response:
        sent = request.get_json(silent=True)
        sent = sent if isinstance(sent, dict) else {}
        ids = sent.get("ids")
        if not isinstance(ids, list) or not ids:
            return refused("which change? Open the history again")
        again = bool(sent.get("again"))
        try:
            store.undo([str(id_) for id_ in ids], when="" if again else now())
        except KeyError:
            return refused("this change is not in the history any more: open it again")
        made = [c for c in store.corrections() if c.id in ids]
        what = told(made[0]) if len(made) == 1 else wording.counted(len(made), "change")
        holds = "Hold again" if len(made) > 1 else "Holds again"
        return jsonify({"told": f"{holds if again else 'Taken back'}: {what}"})

    @desk.get("/corrections.json")
    def corrections() -> Response:
        data = json.dumps([to_json(c) for c in store.corrections()], ensure_ascii=False, indent=1)
        answer = Response(data + "\n", mimetype="application/json")
        answer.headers["Content-Disposition"] = 'attachment; filename="corrections.json"'
        return answer


def refused(why: str, field: str = "") -> Response:
    """An answer like any other, said in the form beside its field: a browser would log another status as a fault."""
    return jsonify({"error": why, "field": field})


def now() -> str:
    """The time at which something is changed, as corrections note it."""
    return datetime.now(UTC).isoformat(timespec="seconds")
