"""A timeline as one web page that needs nothing else: chart and list, no script, no request."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import replace
from html import escape
from itertools import groupby
from pathlib import Path

from timeline import drawing, wording
from timeline.dates import standing
from timeline.drawing.lanes import LABELLED
from timeline.drawing.sheet import Sheet, sources
from timeline.filters import in_words
from timeline.model import Entry, Timeline
from timeline.resources import assets
from timeline.writers import told
from timeline.writers.heading import PLAIN
from timeline.writers.picture import look
from timeline.writers.wanted import Wanted

_STYLE = Path(__file__).with_name("page.css")
_FONTS = (("400", "Regular"), ("500", "Medium"), ("600 700", "SemiBold"))
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:"


def page(timeline: Timeline, wanted: Wanted) -> str:
    """The whole timeline, filtered already, as an HTML file with its font in it, light or dark as one likes.

    On paper the chart stands on pages of its own, so that no edge of a page runs through a row.
    """
    title = wanted.title or PLAIN
    made = drawing.compose(timeline, **look(timeline, replace(wanted, theme="light")))
    dark = drawing.compose(timeline, **look(timeline, replace(wanted, theme="dark")))
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{_POLICY}">
<meta name="generator" content="timeline">
<title>{_words(title)}</title>
<style>
{_fonts()}{_STYLE.read_text(encoding="utf-8")}</style>
</head>
<body>
<main>
<h1 class="unseen">{_words(title)}</h1>
<figure class="chart" tabindex="0" role="group" aria-label="Chart: the list below says the same in words">
{_svg(made, timeline, "light")}
{_svg(dark, timeline, "dark")}
</figure>
{_printed(timeline, wanted)}
<section aria-labelledby="list">
<h2 id="list">{_words(_count(timeline))}</h2>
{_list(timeline)}
</section>
</main>
<footer>{_foot(timeline, wanted)}</footer>
</body>
</html>
"""


def _printed(timeline: Timeline, wanted: Wanted) -> str:
    """The chart as the pages of a document; where there are too many events to name each, paper has the list alone."""
    if len(timeline.entries) > LABELLED:
        return ""
    sheets = drawing.pages(timeline, "a4", **look(timeline, replace(wanted, theme="light")))
    names = ("across" if sheet.size[0] > sheet.size[1] else "upright" for sheet in sheets)
    drawn = (f'<div class="{name}">{drawing.svg(sheet)}</div>' for name, sheet in zip(names, sheets, strict=True))
    return f'<div class="paper" aria-hidden="true">{"".join(drawn)}</div>'


def _count(timeline: Timeline) -> str:
    return wording.counted(len(timeline.entries), "event") if timeline.entries else "No event"


def _svg(sheet: Sheet, timeline: Timeline, name: str) -> str:
    """The chart with a link on each event, to its place in the list; its words are the list's to say."""
    titles = {entry.id: entry.event.title for entry in timeline.entries}
    links = "".join(
        f'<a href="#{_anchor(hit.id)}" aria-label="{_words(titles.get(hit.id, ""))}">'
        f'<rect x="{hit.x0:.1f}" y="{hit.y0:.1f}" width="{max(hit.x1 - hit.x0, 8):.1f}" '
        f'height="{hit.y1 - hit.y0:.1f}" rx="6"/></a>'
        for hit in sheet.hits
    )
    markup = drawing.svg(sheet)
    markup = markup.replace("<svg ", f'<svg class="{name}" ', 1).replace(' role="img"', ' role="group"', 1)
    return markup.replace("</svg>", f"{links}</svg>")


def _list(timeline: Timeline) -> str:
    parts = []
    for month, entries in groupby(timeline.entries, _month):
        items = "\n".join(_item(timeline, entry) for entry in entries)
        parts.append(f"<h3>{_words(month)}</h3>\n<ol>\n{items}\n</ol>")
    return "\n".join(parts)


def _month(entry: Entry) -> str:
    days = standing(entry.event.when)
    return f"{wording.MONTHS[days[0].month - 1]} {days[0].year}" if days else "No date given"


def _item(timeline: Timeline, entry: Entry) -> str:
    event = entry.event
    means = told.meaning(event).removeprefix("reported then: ")  # the date says that it is reported
    about = [wording.TYPE[event.type], ", ".join(told.who(timeline, entry)), event.place.name if event.place else ""]
    parts = [
        f'<p class="date">{_words(wording.when(event.when, long=True))}'
        + (f' <span class="how">· {_words(means)}</span></p>' if means else "</p>"),
        f"<h4>{_words(event.title)}</h4>",
        f'<p class="how"><b>{_words(wording.status(event))}</b>{"".join(map(_and, about))}</p>',
    ]
    if entry.edited:
        parts.append(f'<p class="edited">{_words(wording.sentence(told.edited(entry)))}</p>')
    parts += [_quote(timeline, one) for one in entry.told]
    return f'<li class="event" id="{_anchor(event.id)}">' + "\n".join(parts) + "</li>"


def _and(words: str) -> str:
    return f" · {_words(words)}" if words else ""


def _quote(timeline: Timeline, entry: Entry) -> str:
    """The sentence with the words of its date marked, and where it stands."""
    record, span = timeline.records[entry.article], entry.event.sentence
    text = record.article.text
    time = told.time_of(entry.event, record)
    if time is not None and span.start <= time.start and time.end <= span.end:
        cuts = (text[span.start : time.start], text[time.start : time.end], text[time.end : span.end])
        inside = f"{_words(cuts[0])}<mark>{_words(cuts[1])}</mark>{_words(cuts[2])}"
    else:
        inside = _words(text[span.start : span.end])
    source, link = _words(told.source(timeline, entry)), told.link(timeline, entry)
    cite = f'<a href="{_words(link)}" rel="noopener noreferrer">{source}</a>' if link else source
    return f"<blockquote>{inside}<cite>{cite}</cite></blockquote>"


def _foot(timeline: Timeline, wanted: Wanted) -> str:
    filters = in_words(timeline, wanted.filters)
    parts = [f"Shown: {filters}" if filters else "", "; ".join(sources(timeline, timeline.entries))]
    parts.append(f"made on {wording.day(wanted.today, long=True)}")
    return " · ".join(_words(part) for part in parts if part)


def _anchor(id_: str) -> str:
    return _words("event-" + "-".join(id_.split()))


def _words(words: str) -> str:
    return escape(words.translate(drawing.UNSAYABLE))


def _fonts() -> str:
    def one(weight: str, name: str) -> str:
        data = b64encode((assets() / "fonts" / f"Inter-{name}.woff2").read_bytes()).decode()
        return (
            f"@font-face {{ font-family: Inter; font-weight: {weight}; "
            f'src: url(data:font/woff2;base64,{data}) format("woff2"); }}\n'
        )

    return "".join(one(weight, name) for weight, name in _FONTS)
