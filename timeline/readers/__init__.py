"""Files, folders and standard input → articles, each with the place it came from. What cannot be read says why.

`read` never stops at a bad input: that one becomes a Failure, and the others are read.
"""

from __future__ import annotations

from timeline.readers.inputs import Input, read

__all__ = ["Input", "read"]
