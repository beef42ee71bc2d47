"""The sign of an event beside its title: the mark that the chart draws, in a box of one size. Pure.

A sign has no length of its own: a short bar stands for any stretch, and a square for an event without a date.
"""

from __future__ import annotations

from dataclasses import replace

from timeline.drawing.lanes import RADIUS, Mark, form_of
from timeline.model import Event

WIDTH, HEIGHT = 32.0, 22.0
FORMS = ("day", "within", "throughout", "none")
ENDS: tuple[tuple[str, ...], ...] = (
    *((), ("soft",), ("lent",), ("open-left",), ("open-right",)),
    *(("soft", "open-right"), ("lent", "open-left"), ("lent", "open-right")),
)
SQUARE = 15.0  # of a status alone
STRETCH = 24.0
SOFT, LENT, OPEN = 11.0, 7.0, 12.0  # lengths of a sign's ends


def ends_of(event: Event) -> tuple[str, ...]:
    """Which ends of an event's mark are soft or open: "soft", "lent", "open-left", "open-right"."""
    when = event.when
    open_left = when.first is None and when.until is not None
    ends = (
        ("soft", when.basis == "published" and not open_left),
        ("lent", when.basis == "inherited"),
        ("open-left", open_left),
        ("open-right", when.first is not None and when.until is None),
    )
    return tuple(name for name, so in ends if so)


def sign(form: str, status: str, ends: tuple[str, ...] = (), *, x: float = 0, y: float = HEIGHT / 2) -> Mark:
    """The mark of a form, status and ends in a box of WIDTH pixels from `x`, around the height `y`."""
    lent, soft = "lent" in ends, "soft" in ends
    open_left, open_right = "open-left" in ends, "open-right" in ends or status == "ongoing"
    left = OPEN if open_left else SOFT if soft else LENT if lent else 0.0
    right = OPEN if open_right else LENT if lent else 0.0
    wide = {"day": 2.0 * RADIUS, "none": SQUARE}.get(form, min(STRETCH, WIDTH - left - right - 2))
    if left + right + wide > WIDTH:  # going on until a day: open on both sides
        left = right = (WIDTH - wide) / 2
    at = x + left + max(0.0, (WIDTH - left - right - wide) / 2)
    return Mark(
        id="",
        x0=at,
        x1=at + wide,
        y=y,
        form="throughout" if form == "none" else form,
        status=status,
        type="other",
        soft=soft,
        lent=lent,
        open_left=open_left,
        open_right=open_right,
        left=left,
        right=right,
    )


def sign_of(event: Event, x: float, y: float) -> Mark:
    """The sign of an event."""
    return replace(sign(form_of(event), event.status, ends_of(event), x=x, y=y), type=event.type)
