"""The articles view: what was read, and each text with its times, actors and events marked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from dash import html

from dashboard.attributes import attributes
from dashboard.filters import ALL, State, address, changed, cleared
from dashboard.reading import ACTOR, EVENT, SENTENCE, TIME, Span, dated_by, nested, paragraphs, spans_of
from dashboard.scene import Scene
from dashboard.views.agenda import line
from dashboard.views.table import pager
from dashboard.views.timeline import event_link, nothing, sign
from timeline import wording
from timeline.corrections import is_by_hand, made_of
from timeline.drawing.lanes import by_date, extent
from timeline.drawing.sheet import over
from timeline.drawing.themes import DARK, LIGHT
from timeline.filters import name_of
from timeline.model import Entry, Record
from timeline.writers.told import named_by

ROWS = 40  # articles of a page


def view(scene: Scene, _today: date) -> list[Any]:
    """The article that is read, or the list of all."""
    record = scene.timeline.records.get(scene.state.article)
    if record is not None:
        return _article(scene, record)
    parts: list[Any] = []
    if scene.state.article:
        parts.append(html.P(f"There is no article “{wording.short(scene.state.article)}” here.", className="notice"))
    return [*parts, *_list(scene)]


# ------------------------------------------------------------------------------------------------ the list


def listed(scene: Scene) -> list[tuple[str, list[Entry]]]:
    """The articles that tell of the events shown, by date of publication, with these events."""
    told: dict[str, list[Entry]] = {}
    for entry in scene.shown.entries:
        for article in dict.fromkeys(one.article for one in entry.told):
            told.setdefault(article, []).append(entry)
    if scene.state.dates == ALL and scene.state == replace(cleared(scene.state), page=scene.state.page):
        told = {id_: told.get(id_, []) for id_ in scene.timeline.records}

    def order(item: tuple[str, list[Entry]]) -> tuple[date, str]:
        return scene.timeline.records[item[0]].published.first or date.max, item[0]

    return sorted(((id_, found) for id_, found in told.items() if id_ in scene.timeline.records), key=order)


def _list(scene: Scene) -> list[Any]:
    found = listed(scene)
    pages = max(1, -(-len(found) // ROWS))
    page = min(scene.state.page, pages)
    rows = found[(page - 1) * ROWS : page * ROWS]
    whole = len(scene.timeline.records)
    of = " · ".join(made_of(scene.timeline.records.values()))
    read = sum(not is_by_hand(scene.timeline.records[id_]) for id_, _ in found)
    said = of if len(found) == whole else f"{read:,} of {of}"
    line: list[Any] = [html.Span(f"{said}, by date of publication, oldest first", className="quiet")]
    if len(found) < whole:
        every = replace(changed(cleared(scene.state), from_=None, to=None), dates=ALL)
        line += [" · ", html.A("All articles", href=address(every), className="plain", **attributes(data_go="push"))]
    if not rows:
        return [html.P(line) if whole else None, nothing(scene)]
    items = [html.Li(_listed(scene, id_, entries)) for id_, entries in rows]
    return [html.P(line), html.Ol(items, className="article-list"), pager(scene.state, page, pages)]


def _listed(scene: Scene, id_: str, entries: Sequence[Entry]) -> Any:
    record = scene.timeline.records[id_]
    article = record.article
    about = [wording.counted(len(entries), "event"), over(extent(entries), long=False)]
    kinds = Counter(entry.event.status for entry in entries)
    about.append(", ".join(f"{count} {wording.STATUS[status]}" for status, count in kinds.most_common()))
    return html.A(
        [
            html.Span(wording.stretch(record.published.first, record.published.until), className="when-read"),
            html.Span(
                [
                    html.Span(article.title or article.id, className="name"),
                    html.Span(article.source, className="quiet") if article.source else None,
                    html.Span(" · ".join(word for word in about if word), className="quiet"),
                ],
                className="two",
            ),
        ],
        href=address(reading(scene.state, id_)),
        **attributes(data_go="push"),
    )


def reading(state: State, article: str) -> State:
    """The state in which an article is read."""
    return replace(state, view="articles", article=article)


# ------------------------------------------------------------------------------------------------ one article


def _article(scene: Scene, record: Record) -> list[Any]:
    article = record.article
    about = [article.source or "", f"published {wording.published(record.published)}"]
    line: list[Any] = [" · ".join(word for word in about if word)]
    url = article.url or ""
    if url.startswith(("https://", "http://")):  # never "javascript:"
        line += [
            " · ",
            html.A("at its source", href=url, rel="noopener noreferrer", target="_blank", className="plain"),
        ]
    back = address(replace(scene.state, article=""))
    return [
        html.P(html.A("‹ All articles", href=back, className="plain", **attributes(data_go="push"))),
        html.H3(article.title or article.id, className="headline"),
        html.P(line, className="quiet"),
        html.P(record.published.reason, className="quiet") if record.published.origin == "inferred" else None,
        html.Div(
            [
                html.Div([_key(), html.Div(_text(scene, record), className="read", id="read")], className="column"),
                _events(scene, record),
            ],
            className="reading",
        ),
    ]


def _key() -> Any:
    """What the three kinds of marks in the text are."""
    return html.P(
        [
            html.Mark("a time", className="time"),
            html.Span("an actor", className="actor"),
            html.Span([html.Span(className="sign occurred day"), "an event"], className="event"),
            html.Span("Choose one to see it on the calendar.", className="quiet"),
        ],
        className="reading-key",
    )


def entries_of(scene: Scene, record: Record) -> list[Entry]:
    """The events of an article that are salient enough, as they stand on the calendar: corrected, none hidden."""
    least = scene.state.filters.salience
    chosen = scene.state.event
    return [
        entry
        for entry in scene.timeline.entries
        if entry.told_in(record.article.id) and (entry.event.salience >= least or entry.id == chosen)
    ]


def _events(scene: Scene, record: Record) -> Any:
    entries = sorted(entries_of(scene, record), key=by_date)
    if not entries:
        return html.Section(html.P("No event of this article is on the calendar.", className="quiet"), className="told")
    items = [html.Li(line(scene, entry)) for entry in entries]
    return html.Section([html.H4(wording.counted(len(entries), "event")), html.Ol(items)], className="told")


def _text(scene: Scene, record: Record) -> list[Any]:
    """The text, paragraph by paragraph, with its marks."""
    # by the id of each telling that stands here, the entry as it stands on the calendar
    tellings = {one.id: (one, entry) for entry in entries_of(scene, record) for one in entry.told}
    here = {id_: (one, entry) for id_, (one, entry) in tellings.items() if one.article == record.article.id}
    spans = nested(spans_of(record, (one.event for one, _ in here.values())))
    paint = _painter(scene, record, here)
    found: list[Any] = []
    place = 0
    text = record.article.text
    for start, end in paragraphs(text):
        while place < len(spans) and spans[place].end <= start:
            place += 1
        inside: list[Span] = []
        while place < len(spans) and spans[place].start < end:
            span = spans[place]
            if span.start >= start and span.end <= end:
                inside.append(span)
                place += 1
            else:  # over the edge of a paragraph
                inside.append(replace(span, start=max(span.start, start), end=min(span.end, end)))
                if span.end > end:
                    spans[place] = replace(span, start=end)
                    break
                place += 1
        found.append(html.P(_inside(text, start, end, inside, paint)))
    return found


Painter = Callable[[Span, list[Any], bool], Any]


def _inside(text: str, start: int, end: int, spans: Sequence[Span], paint: Painter, linked: bool = False) -> list[Any]:
    """The words from `start` to `end` with these nested spans painted; a link holds no other link."""
    parts: list[Any] = []
    at = start
    index = 0
    while index < len(spans):
        span = spans[index]
        after = index + 1
        while after < len(spans) and spans[after].start < span.end:
            after += 1
        if span.start > at:
            parts.append(text[at : span.start])
        below = spans[index + 1 : after]
        inner = _inside(text, span.start, span.end, below, paint, linked or span.kind != SENTENCE)
        parts.append(paint(span, inner, linked))
        at = span.end
        index = after
    if at < end:
        parts.append(text[at:end])
    return parts


def _painter(scene: Scene, record: Record, here: Mapping[str, tuple[Entry, Entry]]) -> Painter:
    """A function from a span and what stands in it to its mark; `here` has tellings, by id, with their entries."""
    times = {time.id: time for time in record.times}
    events = [one.read or one.event for one, _ in here.values()]  # a time dated what was read

    def paint(span: Span, inner: list[Any], linked: bool) -> Any:
        if span.kind == SENTENCE:
            return html.Span(inner, className="sentence", **attributes(data_events=span.id))
        if span.kind == EVENT:
            entry = here[span.id][1]
            event = entry.event
            style = {"--light": LIGHT.colour(event.type), "--dark": DARK.colour(event.type)}
            if linked:
                return html.Span(inner, className="event", style=style)
            words = f"{event.title}: {wording.precise(event.when)}, {wording.status(event)}"
            return event_link(scene, entry, [sign(event), *inner], title=words, className="event", style=style)
        if span.kind == TIME:
            time = times[span.id]
            title = named_by(time) or "not on the calendar"
            event_ = dated_by(events, time)
            if linked or event_ is None:
                return html.Mark(inner, className="time", title=title)
            mark = html.Mark(inner, className="time")
            return event_link(scene, here[event_.id][1], [mark], title=title, className="of-time")
        return _actor(scene, span, inner, linked)

    return paint


def _actor(scene: Scene, span: Span, inner: list[Any], linked: bool) -> Any:
    actor = scene.timeline.actors.get(span.id)
    if linked or actor is None or actor.kind == "place":
        kind = " place" if actor is not None and actor.kind == "place" else ""
        return html.Span(inner, className=ACTOR + kind, title=name_of(scene.timeline, span.id))
    on = scene.state.filters.actor == (span.id,)
    state = changed(scene.state, actor=() if on else (span.id,), mode="any")
    words = f"{actor.name}: show the events of this actor" if not on else f"{actor.name}: show all events again"
    return html.A(inner, href=address(state), className=ACTOR, title=words, **attributes(data_go="push"))
