"""The details of one event: when and why, how sure, who, and the sentence that says so."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import Any

from dash import html

from dashboard.attributes import CURRENT, attributes
from dashboard.filters import ALL, State, address, changed
from dashboard.scene import Scene, chosen
from dashboard.views import correct
from dashboard.views.timeline import sign
from timeline import wording
from timeline.corrections import is_by_hand
from timeline.dates import standing
from timeline.drawing.lanes import article_title, by_date
from timeline.drawing.themes import DARK, LIGHT
from timeline.filters import Filters, name_of
from timeline.model import Actor, Article, Entry, Event, Record, Step, When
from timeline.writers.told import side, time_of

LISTED = 12  # articles told of while no event is chosen
AIR = 21  # days around an event that its own link opens on
Piece = tuple[str, frozenset[str]]  # words and what they are: "time", "trigger", "cue", "sentence"


def details(scene: Scene) -> list[Any]:
    """The chosen event; without one, what these articles are and how to go on."""
    entry = chosen(scene)
    if entry is None:
        return _nothing(scene)
    record = scene.timeline.records[entry.article]
    event = entry.event
    parts = [
        _close(scene),
        html.H2(event.title),
        _when(event),
        _status(event, record.article),
        correct.mark(scene.timeline, entry),
        _why(event, record),
        _who(scene, event),
        _source(entry, record),
        _article(scene, entry, record),
        correct.others(scene.timeline, entry),
        _neighbours(scene, entry),
        _ways(scene, entry),
        _take(scene, entry, record),
        correct.actions(entry),
    ]
    return [part for part in parts if part is not None]


def _close(scene: Scene) -> Any:
    return html.A(
        "×",
        href=address(replace(scene.state, event="")),
        className="close",
        **attributes(aria_label="Close the details", data_go="push", data_close="yes"),
    )


def _nothing(scene: Scene) -> list[Any]:
    parts: list[Any] = [
        html.H2("Choose an event"),
        html.P("Its sentence, its people and the reasons for its date then stand here.", className="quiet"),
    ]
    if scene.state.view == "articles":  # which lists them itself
        return parts
    return [*parts, *_articles(scene)]


def _articles(scene: Scene) -> list[Any]:
    """The articles of these dates, the oldest first; behind a line those that tell nothing of what is shown."""
    read = [record for record in scene.timeline.records.values() if not is_by_hand(record)]
    near = [record for record in read if record.article.id in scene.articles] or read
    near = sorted(near, key=lambda record: (record.published.first or date.max, record.article.id))
    told = [record for record in near if scene.cut.told.get(record.article.id)]
    silent = [record for record in near if not scene.cut.told.get(record.article.id)]
    heading = "The article" if len(near) == 1 else "The articles on these dates, oldest first"
    parts: list[Any] = [html.H3(heading)] if near else []
    if told:
        parts += [html.Ul([_told(scene, record) for record in told[:LISTED]], className="articles"), *_more(told)]
    if silent:
        line = f"{wording.counted(len(silent), 'article')} with none of the events shown"
        listed = html.Ul([_told(scene, record) for record in silent[:LISTED]], className="articles")
        parts.append(
            html.Details([html.Summary(line), listed, *_more(silent)], className="silent", open=len(near) == 1)
        )
    return parts


def _more(records: Sequence[Record]) -> list[Any]:
    left = len(records) - LISTED
    return [html.P(f"and {wording.counted(left, 'more article')}", className="quiet")] if left > 0 else []


def _told(scene: Scene, record: Record) -> Any:
    article = record.article
    there = address(replace(scene.state, view="articles", article=article.id))
    lines: list[Any] = [html.A(article.title or article.id, href=there, className="name", **attributes(data_go="push"))]
    published = record.published
    day = wording.stretch(published.first, published.until, long=True)
    known = {"inferred": " (inferred)", "unknown": ""}.get(published.origin, "")
    day = day.replace(" ", "\u00a0")  # a date is not broken across lines
    dated = f"{day}{known}" if published.first or published.until else "date of publication not known"
    about = [article.source or "", dated]
    lines.append(html.Span(" · ".join(word for word in about if word), className="quiet"))
    if record.published.origin in ("inferred", "unknown") and record.published.reason:
        lines.append(html.Span(record.published.reason, className="quiet"))
    lines.append(html.Span(_count(scene, record), className="quiet"))
    return html.Li(lines)


def _count(scene: Scene, record: Record) -> str:
    """How many of an article's events are shown: "3 of 5 events shown"; those of little weight count where they are."""
    here = scene.cut.told.get(record.article.id, 0)
    least = scene.state.filters.salience
    every = sum(event.salience >= least for event in record.events)
    if here >= every:
        return f"{wording.counted(here, 'event')} shown" if here else "no event on the calendar"
    return f"{here:,} of {wording.counted(every, 'event')} shown"


def heading_of(when: When, status: str = "") -> tuple[str, str]:
    """The date in large letters, and what the stretch means for an event of this status."""
    days = standing(when)
    if days is None:
        words = wording.value(when.value, long=True)
        return (words[0].upper() + words[1:] if words else "No date given"), wording.BASIS_MEANING["none"]
    if when.first is None or when.until is None:
        return _upper(wording.when(when, long=True)), side(when)
    words = wording.dated(when, long=True)
    long = (when.until - when.first).days > 1
    if when.basis == "published":
        return words, "reported then" if status == "denied" else "reported then: it happened that day or shortly before"
    lent = f"; {wording.lent(when)}" if wording.lent(when) else ""
    if not long:
        return words, f"a {wording.WEEKDAYS[when.first.weekday()]}{lent}"
    if status == "denied":
        return words, f"on none of these {wording.counted((when.until - when.first).days, 'day')}{lent}"
    if when.extent == "throughout":
        return words, f"all through these {wording.counted((when.until - when.first).days, 'day')}{lent}"
    return words, f"some day within, or several{lent}"


def _when(event: Event) -> Any:
    large, meaning = heading_of(event.when, event.status)
    return html.Div([html.P(large, className="date"), html.P(meaning, className="quiet")], className="when")


def _status(event: Event, article: Article) -> Any:
    cue = f"“{_words(article.text, event.cue.start, event.cue.end)}”" if event.cue else ""
    reason = next((step.because for step in event.why if _of_status(step, event)), "")
    says = f"says {event.said_by}" if event.said_by else ""
    why = [part for part in (reason if reason and (not cue or cue in reason) else cue or reason, says) if part]
    style = {"--light": LIGHT.colour(event.type), "--dark": DARK.colour(event.type)}
    return html.P(
        [
            html.Span([sign(event, "none", event.status), wording.status(event)], className="status", style=style),
            html.Span("; ".join(why) or wording.status_meaning(event), className="quiet"),
        ],
        className="how-sure",
        title=wording.status_meaning(event),
    )


def _plain(words: str) -> str:
    return " ".join(words.split()).strip("“”")


def steps_of(event: Event, record: Record) -> tuple[Step, ...]:
    """Why the event has its date, in a few steps: its words, how they became calendar, what they rest on."""
    time = time_of(event, record)
    read = time.why if time else ()
    told = [step for step in event.why if not _of_status(step, event)]
    if time and not any(_plain(step.what) == _plain(time.text) for step in told):
        told.insert(0, Step(f"“{_plain(time.text)}”", "", ""))
    if read and told and _plain(told[0].what) == _plain(read[0].what):
        del told[0]  # the same words, said better by what was made of them
    known = {(_plain(step.what), step.gives) for step in read}
    steps = [*told[:1], *read, *(s for s in told[1:] if (_plain(s.what), s.gives) not in known)]
    gives = wording.when(event.when, long=True) if event.when.basis != "none" else ""
    if not steps:
        return (Step(wording.BASIS[event.when.basis], wording.BASIS_MEANING[event.when.basis], gives),)
    if not any(step.gives for step in steps):
        steps[-1] = replace(steps[-1], gives=gives)
    return tuple(steps)


def _of_status(step: Step, event: Event) -> bool:
    return event.status in (step.what, step.gives)


def _why(event: Event, record: Record) -> Any:
    items = [html.Li(_step(step), key=str(index)) for index, step in enumerate(steps_of(event, record))]
    return html.Section([html.H3("Why this date"), html.Ol(items, className="reasons")])


def _step(step: Step) -> list[Any]:
    parts: list[Any] = []
    if step.what:
        parts.append(html.Strong(step.what) if _quoted(step) else html.Span(step.what))
    if step.because:
        parts.append(html.Span((" · " if step.what else "") + step.because, className="quiet"))
    if step.gives:
        parts += [html.Span(" → ", className="quiet"), html.Strong(step.gives)]
    return parts


def _quoted(step: Step) -> bool:
    return not step.because or step.what.startswith("“")


def _who(scene: Scene, event: Event) -> Any:
    if not event.actors and not event.place:
        return None
    rows = []
    for part in event.actors:
        actor = scene.timeline.actors.get(part.id)
        does = _about(actor) or ("" if part.role == "agent" else wording.ROLE[part.role])
        rows.append(html.Li([_actor(scene, part.id), html.Span(does, className="quiet")]))
    if event.place:
        rows.append(html.Li([html.Span(event.place.name, className="name"), html.Span("place", className="quiet")]))
    return html.Section([html.H3("Who" if event.actors else "Where"), html.Ul(rows, className="who")])


def _about(actor: Actor | None) -> str:
    """Who somebody is: the role; or else the country, and whether the articles say it or the list of actors."""
    if actor is None or actor.role or actor.kind != "person" or not actor.country:
        return (actor.role or "") if actor else ""
    from timeline.gazetteer import load

    listed = load().entries.get(actor.id)
    country = wording.named(f"country:{actor.country.lower()}")
    return f"{country}, by the list of actors" if listed and listed.country == actor.country else country


def _actor(scene: Scene, id_: str) -> Any:
    """An actor's name, which shows this actor's events alone, or all again."""
    on = scene.state.filters.actor == (id_,)
    state = changed(scene.state, actor=() if on else (id_,), mode="any")
    title = "Show all events again" if on else "Show the events of this actor"
    mark = CURRENT if on else {}
    name = name_of(scene.timeline, id_)
    return html.A(name, href=address(state), title=title, className="name", **attributes(data_go="push"), **mark)


def _words(text: str, start: int, end: int) -> str:
    return " ".join(text[start:end].split())


def pieces(text: str, start: int, end: int, spans: Sequence[tuple[int, int, str]]) -> list[Piece]:
    """`text[start:end]` cut wherever a span begins or ends: (words, what they are); they join to the text."""
    cuts = sorted({start, end, *(p for a, b, _ in spans for p in (a, b) if start < p < end)})
    found: list[Piece] = []
    for a, b in pairwise(cuts):
        kinds = frozenset(kind for x, y, kind in spans if x <= a and b <= y)
        found.append((text[a:b], kinds))
    return found


def spans_of(event: Event, record: Record) -> list[tuple[int, int, str]]:
    """What is marked in the sentence: the words of the date, of the event and of its status."""
    spans = [(event.trigger.start, event.trigger.end, "trigger")]
    if event.cue:
        spans.append((event.cue.start, event.cue.end, "cue"))
    time = time_of(event, record)
    if time:
        spans.append((time.start, time.end, "time"))
    return spans


def _marked(found: Iterable[Piece]) -> list[Any]:
    parts: list[Any] = []
    for words, kinds in found:
        if not kinds:
            parts.append(words)
        elif "time" in kinds:
            parts.append(html.Mark(words, className=" ".join(sorted(kinds))))
        else:
            parts.append(html.Span(words, className="said " + " ".join(sorted(kinds))))
    return parts


def _source(entry: Entry, record: Record) -> Any:
    """The sentence with the words that were read marked, also where somebody corrected what they gave."""
    event = entry.read or entry.event
    style = {"--light": LIGHT.colour(entry.event.type), "--dark": DARK.colour(entry.event.type)}
    found = pieces(record.article.text, event.sentence.start, event.sentence.end, spans_of(event, record))
    return html.Section([html.H3("Source"), html.Blockquote(_marked(found), style=style)])


def _article(scene: Scene, entry: Entry, record: Record) -> Any:
    article = record.article
    about = [article_title(scene.timeline, entry.article), article.source or "", ""]
    if record.published.first:
        known = "" if record.published.origin != "inferred" else " (inferred)"
        about[2] = wording.stretch(record.published.first, record.published.until, long=True) + known
    least = min(scene.state.filters.salience, entry.event.salience)
    reading = replace(changed(scene.state, salience=least), view="articles", article=entry.article)
    read = html.A("Read in the article", href=address(reading), **attributes(data_go="push", data_read="yes"))
    link = _link(article)
    return html.Div(
        [
            html.P(html.Span(", ".join(part for part in about if part), className="quiet")),
            html.P([read, *([" · ", link] if link else [])]),
        ],
        className="article",
    )


def _link(article: Article) -> Any:
    url = article.url or ""
    if not url.startswith(("https://", "http://")):  # never "javascript:"
        return None
    return html.A("at its source", href=url, rel="noopener noreferrer", target="_blank")


def _upper(words: str) -> str:
    """A first capital, the months' own kept."""
    return words[:1].upper() + words[1:]


def citation(event: Event, record: Record) -> str:
    """The sentence with its source, to be pasted elsewhere."""
    article = record.article
    day = record.published.day
    sentence = _words(article.text, event.sentence.start, event.sentence.end)
    about = [article.title or article.id, article.source or "", wording.day(day, long=True) if day else ""]
    link = f" {article.url}" if article.url else ""
    sentence = sentence.strip('“”"')  # one that is a quotation has its marks already
    return f"“{sentence}” ({', '.join(part for part in about if part)}){link}"


def _take(scene: Scene, entry: Entry, record: Record) -> Any:
    """What one takes along: the sentence with its source, or the address that opens this event alone."""
    cite = html.Button(
        "Copy citation", type="button", className="button", **attributes(data_copy=citation(entry.event, record))
    )
    link = html.Button(
        "Copy link", type="button", className="button", **attributes(data_link=address(alone(scene.state, entry)))
    )
    return html.P([cite, link], className="take")


def alone(state: State, entry: Entry) -> State:
    """The state that opens one event with nothing filtered, on its own dates with some air around."""
    least = min(Filters().salience, entry.event.salience)
    plain = State(filters=Filters(salience=least), event=entry.id, view=state.view)
    days = standing(entry.event.when)
    if days is None:
        return replace(plain, dates=ALL)
    air = max(AIR, (days[1] - days[0]).days // 3)
    first = date.fromordinal(max(days[0].toordinal() - air, 1))
    last = date.fromordinal(min(days[1].toordinal() + air, date.max.toordinal()))
    return changed(plain, from_=first, to=last)


def _ways(scene: Scene, entry: Entry) -> Any:
    """The same event in the other views that show it at its place."""
    days = standing(entry.event.when)
    links = []
    if scene.state.view != "timeline":
        there = replace(alone(scene.state, entry), view="timeline")
        links.append(("On the timeline", there))
    if days and scene.state.view != "month":
        month = replace(scene.state, view="month", month=f"{days[0].year:04}-{days[0].month:02}", day="", article="")
        links.append(("In the month", month))
    parts: list[Any] = []
    for words, state in links:
        parts += [" · ", html.A(words, href=address(state), **attributes(data_go="push"))]
    return html.P(parts[1:], className="ways") if parts else None


def neighbours(scene: Scene, entry: Entry) -> tuple[Entry | None, Entry | None]:
    """The event before and the one after this, among those that share an actor with it and pass the filters."""
    who = {part.id for part in entry.event.actors}
    if not who or standing(entry.event.when) is None:
        return None, None
    place = by_date(entry)
    before: Entry | None = None
    after: Entry | None = None
    for other in scene.found.entries:
        if other.id == entry.id or who.isdisjoint(part.id for part in other.event.actors):
            continue
        there = by_date(other)
        if there[0] == date.max:  # undated
            continue
        if there <= place and (before is None or there > by_date(before)):
            before = other
        if there > place and (after is None or there < by_date(after)):
            after = other
    return before, after


def _neighbours(scene: Scene, entry: Entry) -> Any:
    """The ways to what these actors did before and do next."""
    items = []
    for words, other in zip(("Before", "Next"), neighbours(scene, entry), strict=True):
        if other is None:
            continue
        state = replace(scene.state, event=other.id)
        days = standing(other.event.when)
        if scene.state.view == "month" and days:
            state = replace(state, month=f"{days[0].year:04}-{days[0].month:02}", day="")
        inside = [
            html.Span(f"{words}: {wording.when(other.event.when)}", className="quiet"),
            html.Span(other.event.title, className="name"),
        ]
        link = html.A(inside, href=address(state), **attributes(data_go="push", data_key=f"neighbour:{words}"))
        items.append(html.Li(link))
    if not items:
        return None
    return html.Section([html.H3("Before and after, with these actors"), html.Ul(items, className="neighbours")])
