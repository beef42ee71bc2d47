"""Timelines → what other programs and people read: data, tables, calendars, pictures, pages."""

from __future__ import annotations

from timeline.writers.formats import FORMATS, Format, write
from timeline.writers.wanted import Wanted

__all__ = ["FORMATS", "Format", "Wanted", "write"]
