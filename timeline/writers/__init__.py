"""Timelines → what other programs and people read: data, tables, pictures."""

from __future__ import annotations

from timeline.writers.formats import FORMATS, write

__all__ = ["FORMATS", "write"]
