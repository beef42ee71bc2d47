"""Why words have their date, told step by step for the terminal."""

from __future__ import annotations

import re
from collections.abc import Mapping

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from timeline import wording
from timeline.model import Entry, Event, Record, Step, TimeExpression, Timeline
from timeline.writers import told

_OFFERED = 12  # times that are named when the words asked for are none
_AROUND = 45  # characters of the text on either side of the words


def explain(timeline: Timeline, words: str, console: Console) -> bool:
    """Print how each time that holds these words became calendar, and the events that hang on it.

    Where no time does, the events that the words name or are told by are explained. Return whether there was anything
    to explain.
    """
    found = False
    by_hand = {(e.article, e.read.id): e.event for e in timeline.entries if e.read is not None}
    as_one = {(one.article, one.id): e for e in timeline.entries if e.also for one in e.told}
    for record in timeline.records.values():
        times = [t for t in record.times if _holds(t.text, words)]
        times = times or [t for t in record.times if _stands_in(t, record.article.text, words)]
        for time in times:
            _time(record, time, by_hand, as_one, console, space=found)
            found = True
        events = [] if times else [e for e in record.events if _holds(e.title, words) or _holds(e.trigger.text, words)]
        if not times and not events:
            events = _told_by(record, words)
        for event in events:
            _event(event, console, now=by_hand.get((record.article.id, event.id)), space=found)
            _tellings(as_one.get((record.article.id, event.id)), event, console)
            found = True
    return found


def missing(timeline: Timeline, words: str) -> str:
    """What to say when there is nothing to explain: whether the words stand in the text, and which times do."""
    asked = wording.short(words)
    texts = [wording.printable(t.text) for record in timeline.records.values() for t in record.times]
    stands = any(_holds(record.article.text, words) for record in timeline.records.values())
    what = f"“{asked}” is in the text but names no time and no event" if stands else f"“{asked}” is not in the text"
    offered = list(dict.fromkeys(texts))
    if not offered:
        return f"{what}; no time was found in it at all"
    more = f" and {len(offered) - _OFFERED} more" if len(offered) > _OFFERED else ""
    return f"{what}; the times are {', '.join(f'“{t}”' for t in offered[:_OFFERED])}{more}"


def context(text: str, start: int, end: int) -> str:
    """Words with those around them, on one line: "… to stand up in early August and be able …"."""
    before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    if start > _AROUND:
        before = "… " + before.split(None, 1)[-1] if before.split() else before
    if end + _AROUND < len(text):
        after = after.rsplit(None, 1)[0] + " …" if after.split() else after
    return wording.printable(before + text[start:end] + after)


def _time(
    record: Record,
    time: TimeExpression,
    by_hand: Mapping[tuple[str, str], Event],
    as_one: Mapping[tuple[str, str], Entry],
    console: Console,
    *,
    space: bool,
) -> None:
    if space:
        console.print()
    head = Text(f"“{wording.printable(time.text)}”", style="bold")
    head.append(" → ", style="dim")
    head.append(told.named_by(time) or time.value or "not known", style="bold green")
    console.print(head)
    line = record.article.text.count("\n", 0, time.start) + 1
    _note(
        f"{wording.printable(record.article.id)}, line {line}: “{context(record.article.text, time.start, time.end)}”",
        console,
    )
    _steps(time.why, console)
    counted = f", counted from {_anchor(record, time.anchor)}" if time.anchor else ""
    standard = " ".join(word for word in (time.type, time.value, time.mod) if word)
    _note(f"{wording.TIMEX[time.type]}{counted} (TIMEX3: {standard}; rule {time.rule})", console)
    for event in record.events:
        if event.when.time == time.id:
            _event(event, console, now=by_hand.get((record.article.id, event.id)), space=False)
            _tellings(as_one.get((record.article.id, event.id)), event, console)


def _event(event: Event, console: Console, *, now: Event | None, space: bool) -> None:
    """An event as it was read; `now` is what people made of it."""
    if space:
        console.print()
    head = Text("• ")
    head.append(wording.printable(event.title), style="bold")
    dated = f" (dated by {wording.BASIS[event.when.basis]})" if event.when.basis != "none" else ""
    head.append(f" – {wording.precise(event.when)}, {wording.status(event)}{dated}")
    if not event.on_calendar:
        head.append(", under the salience line", style="dim")
    console.print(Padding(head, (0, 0, 0, 2)))
    if now is not None:
        said = f"by hand: “{wording.printable(now.title)}” – {wording.precise(now.when)}, {wording.status(now)}"
        console.print(Padding(Text(said, style="bold green"), (0, 0, 0, 4)))
    _steps(event.why, console, indent=4)


def _tellings(entry: Entry | None, event: Event, console: Console) -> None:
    """The other tellings of an event that is one entry with them."""
    for one in entry.told if entry is not None else ():
        if one.id != event.id:
            said = f"told in {one.article} too: “{one.event.title}” – {wording.precise(one.event.when)}, "
            told_so = wording.printable(said + wording.status(one.event))
            console.print(Padding(Text(told_so, style="dim"), (0, 0, 0, 4)))


def _steps(steps: tuple[Step, ...], console: Console, *, indent: int = 2) -> None:
    rows = Table.grid(padding=(0, 1))
    for number, step in enumerate(steps, start=1):
        line = Text(wording.printable(step.what), style="italic")
        line.append(f": {wording.printable(step.because)}" if step.because else "", style="not italic")
        if step.gives:
            line.append(" → ", style="not italic dim")
            line.append(wording.printable(step.gives), style="not italic green")
        rows.add_row(f"{number}.", line)
    if steps:
        console.print(Padding(rows, (0, 0, 0, indent)))


def _note(words: str, console: Console) -> None:
    console.print(Padding(Text(words, style="dim"), (0, 0, 0, 2)))


def _anchor(record: Record, anchor: str) -> str:
    """What a time counts from: the words of another time, or the article's own date, or a date."""
    other = next((t for t in record.times if t.id == anchor), None)
    if other is not None:
        return f"“{wording.printable(other.text)}”"
    at = record.published
    return f"{wording.stretch(at.first, at.until, long=True)}, the article's date" if at.value == anchor else anchor


def _holds(text: str, words: str) -> bool:
    return wording.printable(words).casefold() in wording.printable(text).casefold()


def _told_by(record: Record, words: str) -> list[Event]:
    """The events whose own word is among these words of the text: "reached Tyre" of a ship that did."""
    asked = re.compile(r"\s+".join(re.escape(word) for word in words.split()), re.IGNORECASE)
    spans = [found.span() for found in asked.finditer(record.article.text)]
    return [e for e in record.events if any(a < e.trigger.end and e.trigger.start < b for a, b in spans)]


def _stands_in(time: TimeExpression, text: str, words: str) -> bool:
    """Whether a time is part of longer words of its text: "the end of the year" of "by the end of the year"."""
    around = len(words)
    near = text[max(0, time.start - around) : time.end + around]
    return _holds(words, time.text) and _holds(near, words)
