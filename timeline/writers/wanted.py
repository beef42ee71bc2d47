"""What is wanted of an export: what it is to say of itself, and how it is to look."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from timeline.filters import Filters

SCALES = (1, 4)  # least and most pixels of a PNG for each of the picture's


@dataclass(frozen=True, slots=True)
class Wanted:
    """An export of a timeline that is filtered already; formats without room for one of these leave it out."""

    today: date
    title: str = ""
    filters: Filters = Filters()  # noqa: RUF009 - frozen: what it was filtered by
    theme: str = "light"
    rows: str = "event"
    width: float = 1200  # pixels, where no paper says otherwise
    scale: float = 2  # of a PNG
    paper: str = ""  # "slide", "a4", "a3"; "": as large as it comes out
    window: tuple[date, date] | None = None  # the days that the chart shows; None: those of most events
    outside: int = 0  # events that were left out because they stand on other days
    front: str | None = None  # the article whose events come first
