"""A timeline as a table for the terminal."""

from __future__ import annotations

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from timeline import wording
from timeline.drawing.lanes import article_title
from timeline.model import Entry, Timeline
from timeline.writers import told

_WIDE = 110  # columns from which the cells need no squeezing
_STYLE = {
    "occurred": "bold",
    "ongoing": "bold",
    "planned": "cyan",
    "hoped": "cyan",
    "possible": "dim",
    "denied": "red",
    "cancelled": "red",
    "conditional": "dim",
    "generic": "dim",
}


def show(timeline: Timeline, console: Console, *, sentences: bool = False) -> None:
    """Print the calendar as a table as wide as the console: what does not fit is wrapped, never cut.

    With `sentences`, those that tell an event stand under its title.
    """
    expand = sentences or console.width < _WIDE
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, expand=expand, leading=int(sentences))
    table.add_column("When", overflow="fold", min_width=10, max_width=17 if console.width < _WIDE else 30)
    table.add_column("Status", overflow="fold", min_width=8)
    table.add_column("What", overflow="fold", ratio=8 if sentences else 5, min_width=14)
    table.add_column("Who", overflow="fold", ratio=4, min_width=10)
    table.add_column("Basis", overflow="fold", min_width=9)
    # Of one article nobody asks which one; where there is little room, `explain` and `export` say it.
    sourced = console.width >= _WIDE and len({entry.article for entry in timeline.entries}) > 1
    if sourced:
        table.add_column("Source", overflow="fold", ratio=3, min_width=12)
    for entry in timeline.entries:
        told_by = [Text(wording.printable(article_title(timeline, entry.article)), style="dim")] if sourced else []
        table.add_row(*_cells(timeline, entry, sentences=sentences), *told_by)
    console.print(table)
    bases = [b for b in wording.BASIS if b != "none" and any(e.event.when.basis == b for e in timeline.entries)]
    if bases:
        console.print(Text("; ".join(f"{b}: dated by {wording.BASIS[b]}" for b in bases), style="dim"))


def _cells(timeline: Timeline, entry: Entry, *, sentences: bool) -> list[Text]:
    event = entry.event
    what = Text(wording.printable(event.title))
    articles = dict.fromkeys(one.article for one in entry.told)
    if len(articles) > 1:
        what.append(f" ({len(articles)} articles)", style="dim")
    for one in entry.told if sentences else ():
        where = f" ({wording.printable(one.article)}, {wording.status(one.event)})" if entry.also else ""
        what.append(f"\n{wording.printable(told.sentence(timeline, one))}{where}", style="dim")
    status = wording.POSTPONED if event.put_off else event.status
    return [
        Text(wording.precise(event.when, long=False)),
        Text(status + (" (edited)" if entry.edited else ""), style=_STYLE[event.status]),
        what,
        Text(wording.printable(", ".join(told.who(timeline, entry))) or "–"),
        Text(event.when.basis, style="dim"),
    ]
