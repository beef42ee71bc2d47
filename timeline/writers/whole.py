"""A file that is there whole or not at all."""

from __future__ import annotations

import errno
import os
import stat
import tempfile
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

_FULL = frozenset(
    {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EROFS}
)  # writing, and no other, meets these


class OutputError(Exception):
    """A file cannot be written; the message is one line that names it and the mend."""


@contextmanager
def whole(name: str, *, inputs: Sequence[str] = ()) -> Iterator[IO[bytes]]:
    """A file open for bytes, which takes the place of `name` when the block ends well, and is gone when it does not.

    What is no regular file (a pipe, /dev/null) is written to directly. Raise OutputError when it cannot be written,
    before the block is entered where that can be known, and when `name` is one of the `inputs`.
    """
    target = Path(os.path.realpath(name))  # a link stays a link
    if any(_same(target, i) for i in inputs if i != "-"):
        raise OutputError(f"{name}: that is one of the inputs: name another file")
    if target.is_dir():
        raise OutputError(f"{name}: that is a folder: name a file")
    if not target.parent.is_dir():
        raise OutputError(f"{name}: no such folder {target.parent}: make it first")
    if target.exists() and not stat.S_ISREG(target.stat().st_mode):
        with _complaints(name):
            direct = target.open("wb")
        with _complaints(name, _FULL), direct:
            yield direct
        return
    if target.exists() and not os.access(target, os.W_OK):
        raise OutputError(f"{name}: may not be written: name another file")
    with _complaints(name):
        handle, beside = tempfile.mkstemp(prefix=f".{target.name[:40]}.", suffix=".part", dir=target.parent)
    try:
        with _complaints(name, _FULL), os.fdopen(handle, "wb") as out:
            yield out
        with _complaints(name):
            Path(beside).chmod(_mode(target))
            Path(beside).replace(target)
    except BaseException:
        with suppress(OSError):
            Path(beside).unlink()
        raise


@contextmanager
def _complaints(name: str, kinds: Collection[int] = ()) -> Iterator[None]:
    """Turn an OSError, of these kinds where some are named, into an OutputError."""
    try:
        yield
    except OSError as error:
        if kinds and error.errno not in kinds:
            raise
        raise OutputError(f"{name}: {(error.strerror or str(error)).lower()}: name another file") from None


def _same(target: Path, other: str) -> bool:
    with suppress(OSError):
        return target.samefile(other)
    return False


def _mode(target: Path) -> int:
    """The permissions that the file has, or that a new one would get."""
    if target.exists():
        return stat.S_IMODE(target.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
