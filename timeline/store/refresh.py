"""Bring a store up to date with what is to be read: only what changed is read again."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from timeline.model import Article, Failure, Record
from timeline.readers import Input
from timeline.reading import Reader, Reading, read_inputs
from timeline.store.database import Store

_BATCH = 50  # articles kept at a time, so that little is lost when reading is broken off
_CODE = (".py", ".toml")


@dataclass(frozen=True, slots=True)
class Refreshed:
    """What a refresh did."""

    read: int
    kept: int
    removed: int
    failed: int


def refresh(
    store: Store,
    inputs: Iterable[Input],
    reader: Reader,
    *,
    made_by: str,
    prune: bool = False,
    heard: Callable[[Reading], None] = lambda _: None,
) -> Refreshed:
    """Read into the store what is new or changed, and tell `heard` what came of each.

    `made_by` is the fingerprint of what reads: records that something else made are made anew. With `prune`, articles
    that are not among the inputs any more are forgotten, unless some input could not be read: what it once gave stays.
    """
    known = store.digests()
    seen: set[str] = set()
    kept = read = failed = 0
    batch: list[Record] = []
    digests: dict[str, str] = {}

    def changed() -> Iterator[Input]:
        nonlocal kept
        for given in inputs:
            if isinstance(given.what, Article):
                id_ = given.what.id
                seen.add(id_)
                digests[id_] = digest(given.what, made_by)
                if known.get(id_) == digests[id_]:
                    kept += 1
                    continue
            yield given

    try:
        for reading in read_inputs(changed(), reader):
            if isinstance(reading.result, Failure):
                failed += 1
            else:
                read += 1
                batch.append(reading.result)
            if len(batch) >= _BATCH:
                store.add(batch, digests=digests)
                batch = []
            heard(reading)
    finally:  # also when reading is broken off
        if batch:
            store.add(batch, digests=digests)
    gone = known.keys() - seen if prune and not failed else frozenset()
    if gone:
        store.remove(gone)
    return Refreshed(read, kept, len(gone), failed)


def digest(article: Article, made_by: str) -> str:
    """A short name for an article as it is and for what reads it: another when either changes."""
    said = json.dumps([made_by, asdict(article)], default=str, sort_keys=True)
    return hashlib.sha256(said.encode()).hexdigest()[:24]


def fingerprint(package: Path, *others: object) -> str:
    """A short name for the code and data that read articles, and for these other things: their text, or a file.

    Files are known by name, size and time, which a checkout changes with every edit and an installation never.
    """
    seen = hashlib.sha256()
    files = [p for p in sorted(package.rglob("*")) if p.suffix in _CODE or "models" in p.relative_to(package).parts]
    files += [other for other in others if isinstance(other, Path)]
    for file in files:
        if file.is_file():
            stat = file.stat()
            seen.update(f"{file}\0{stat.st_size}\0{stat.st_mtime_ns}\0".encode())
    for other in others:
        seen.update(f"{other}\0".encode())
    return seen.hexdigest()[:24]
