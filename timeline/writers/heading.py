"""What a calendar is called: after what it shows, never after one article of several."""

from __future__ import annotations

from datetime import date

from timeline import wording
from timeline.drawing.lanes import article_title, extent
from timeline.drawing.sheet import over
from timeline.filters import Filters, name_of
from timeline.model import Timeline

PLAIN = "Diplomatic calendar"


def heading(timeline: Timeline, filters: Filters, collection: str = "", window: tuple[date, date] | None = None) -> str:
    """The title of a timeline that is filtered already: "Sergei Lavrov, January–April 2016".

    Without chosen actors it is the `collection`'s name, the title of the one article that there is, or the calendar
    of its days.
    """
    who = subject(timeline, filters)
    if not who and collection:
        return collection
    if not who and len(timeline.records) == 1:
        return article_title(timeline, next(iter(timeline.records)))
    dates = over(extent(timeline.entries), window or filters.days)
    return ", ".join(filter(None, (who or PLAIN, dates)))


def subject(timeline: Timeline, filters: Filters) -> str:
    """The actors that a timeline is filtered by: "Sergei Lavrov and John Kerry"; "" where none is chosen."""
    return wording.listed(name_of(timeline, id_) for id_ in filters.actor)
