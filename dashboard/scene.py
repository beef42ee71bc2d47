"""Timeline and state → what is on the screen. Pure; the export draws from the same scene."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from dashboard.filters import ALL, State, without_dates
from timeline.drawing.lanes import article_title, in_window, stretch, window_of
from timeline.filters import Facets, Filters, facets, select
from timeline.model import ON_CALENDAR, Entry, Timeline


@dataclass(frozen=True, slots=True)
class Scene:
    """What a state shows of a timeline."""

    state: State
    timeline: Timeline  # all of it
    found: Timeline  # what the filters let through, of all dates
    shown: Timeline  # of these, what the window holds, and the undated of its articles
    window: tuple[date, date]
    first: str | None  # the first article, whose dates the page opens on
    front: str | None  # the same while its events come first, None when all stand together
    facets: Facets  # counts within the window
    articles: frozenset[str]  # ids of the articles that the window touches
    total: int  # events in the window with no filter on

    @property
    def beyond(self) -> int:
        """How many events the filters let through on other dates than those shown."""
        return len(self.found.entries) - len(self.shown.entries)


def make(timeline: Timeline, state: State, *, front: str | None, today: date) -> Scene:
    """The scene of a state. `front` is the first article: its dates are what shows at first."""
    filters = without_dates(state.filters)
    window = _window(timeline, state, front, today)
    in_front = front if len(timeline.records) > 1 and state.dates != ALL else None
    scope = _within(timeline, window, in_front, state)
    return Scene(
        state=state,
        timeline=timeline,
        found=select(timeline, filters),
        shown=select(scope, filters),
        window=window,
        first=front,
        front=in_front,
        facets=facets(scope, filters),
        articles=frozenset(entry.article for entry in scope.entries),
        total=len(select(scope, Filters(salience=min(filters.salience, ON_CALENDAR))).entries),
    )


def _window(timeline: Timeline, state: State, front: str | None, today: date) -> tuple[date, date]:
    wanted = Filters(salience=state.filters.salience)
    entries = select(timeline, wanted).entries
    if not state.dated and state.dates != ALL and front is not None:
        entries = tuple(e for e in entries if e.article == front and stretch(e.event.when)) or entries
    first, until = window_of(entries, today=today)
    if not state.dated:
        return first, until
    first = state.filters.from_ or min(first, (state.filters.to or first))
    until = _after(state.filters.to) if state.filters.to else max(until, _after(first))
    return (first, until) if first < until else (_before(until), _after(first))


def _after(day: date) -> date:
    return day if day == date.max else day + timedelta(days=1)


def _before(day: date) -> date:
    return day if day == date.min else day - timedelta(days=1)


def _within(timeline: Timeline, window: tuple[date, date], front: str | None, state: State) -> Timeline:
    """The entries in the window; an undated one is where its article was published."""
    everything = state.dates == ALL and not state.dated

    def kept(entry: Entry) -> bool:
        if stretch(entry.event.when) is not None:
            return in_window(entry.event.when, window)
        record = timeline.records.get(entry.article)
        day = record.published.first if record else None
        return everything or entry.article == front or day is None or window[0] <= day < window[1]

    return replace(timeline, entries=tuple(entry for entry in timeline.entries if kept(entry)))


def entry_of(timeline: Timeline, id_: str) -> Entry | None:
    """The entry with this id; None when there is none."""
    return next((entry for entry in timeline.entries if entry.id == id_), None) if id_ else None


def title_of(scene: Scene, collection: str) -> str:
    """What a picture of the scene is called: its one article's title, or the collection's."""
    articles = {entry.article for entry in scene.shown.entries} or set(scene.timeline.records)
    if len(articles) == 1:
        return article_title(scene.timeline, next(iter(articles)))
    return collection or "Diplomatic calendar"


def name_of(timeline: Timeline, id_: str) -> str:
    """An actor's name; of one that is not there, the words of its id."""
    actor = timeline.actors.get(id_)
    return actor.name if actor else id_.partition(":")[2].replace("-", " ") or id_
