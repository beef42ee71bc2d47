"""Reads news articles and gives back the dated diplomatic calendar that is in them.

>>> from datetime import date
>>> import timeline
>>> article = timeline.Article(id="a", text="They will meet on 3 May 2016.", published=date(2016, 5, 1))
>>> record = timeline.Engine().read(article)  # doctest: +SKIP

The names below are found when they are first asked for, so that importing the package costs nothing.
"""

from __future__ import annotations

import os
from importlib import import_module
from typing import TYPE_CHECKING

from timeline.version import VERSION as __version__  # noqa: N811 - the name that tools look for

# The matrices of a small pipeline are too small to share out: a second thread only waits busily for the first. NumPy
# reads this once, whichever module imports it first; who sets it otherwise is obeyed.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

if TYPE_CHECKING:
    from timeline.engine import Engine
    from timeline.filters import Filters, select
    from timeline.model import Actor, Article, Event, Failure, Published, Record, TimeExpression, Timeline
    from timeline.records import from_json, to_json
    from timeline.store import Store
    from timeline.timelines import gather
    from timeline.times import read_times

_HOME = {
    "Actor": "model",
    "Article": "model",
    "Engine": "engine",
    "Event": "model",
    "Failure": "model",
    "Filters": "filters",
    "Published": "model",
    "Record": "model",
    "Store": "store",
    "TimeExpression": "model",
    "Timeline": "model",
    "from_json": "records",
    "gather": "timelines",
    "read_times": "times",
    "select": "filters",
    "to_json": "records",
}

__all__ = [
    "Actor",
    "Article",
    "Engine",
    "Event",
    "Failure",
    "Filters",
    "Published",
    "Record",
    "Store",
    "TimeExpression",
    "Timeline",
    "__version__",
    "from_json",
    "gather",
    "read_times",
    "select",
    "to_json",
]


def __getattr__(name: str) -> object:
    """Import a public name from its module the first time it is asked for."""
    if name not in _HOME:
        raise AttributeError(f"module 'timeline' has no attribute {name!r}")
    return getattr(import_module(f"timeline.{_HOME[name]}"), name)


def __dir__() -> list[str]:
    return sorted(__all__)
