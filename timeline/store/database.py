"""The store: one row an article, its record whole, and one a correction, in SQLite through SQLAlchemy."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from sqlalchemy import (
    Column,
    Connection,
    Engine,
    Integer,
    MetaData,
    StaticPool,
    String,
    Table,
    Text,
    create_engine,
    delete,
    insert,
    inspect,
    select,
    update,
)
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, SQLAlchemyError

from timeline.corrections import Correction, apply
from timeline.corrections import from_json as correction_from
from timeline.corrections import to_json as correction_to
from timeline.model import Article, Failure, Record, Timeline
from timeline.records import from_json, to_json
from timeline.timelines import gather

SCHEMA = 2  # raise with every change of the tables, and write the step that brings an older store up to it
_WAIT = 10  # seconds for another process to finish writing

# What was corrected by hand stands in it and nowhere else.
_ASIDE = "put the file aside (what was corrected on the page is in it), or name another with --store"

_tables = MetaData()
_about = Table("about", _tables, Column("key", String(40), primary_key=True), Column("value", Text, nullable=False))
_articles = Table(
    "articles",
    _tables,
    Column("position", Integer, primary_key=True, autoincrement=True),  # the order in which articles came
    Column("id", Text, nullable=False, unique=True),
    Column("digest", Text, nullable=False),  # of what the record was made from: see refresh.py
    Column("record", Text, nullable=False),  # JSON, whole
)
_added = Table("added", _tables, Column("id", Text, primary_key=True))  # articles that people added in the browser
_corrections = Table(
    "corrections",
    _tables,
    Column("number", Integer, primary_key=True, autoincrement=True),  # the order in which they were made
    Column("id", Text, nullable=False, unique=True),
    Column("undone", Text, nullable=False),  # when it was taken back; "": it holds
    Column("correction", Text, nullable=False),  # JSON
)


class StoreError(Exception):
    """A store cannot be used; the message is one line that names it and says what to do."""


class Store:
    """Records in a database.

    `url` is an SQLAlchemy URL ("sqlite:///news.db") or the path of an SQLite file. With `create=False` there must be
    a store already. Raise StoreError where there is none, or something else.
    """

    def __init__(self, url: str, *, create: bool = True, title: str | None = None) -> None:
        self._url = _url(url)
        self.name = self._url.database or ":memory:"
        self._gathered: tuple[str, Timeline] | None = None  # as it was read, and by which count of changes
        self._timeline: tuple[str, Timeline] | None = None  # as people corrected it
        with self._told():
            self._engine = _engine(self._url)
            self._check(create=create)
            if title is not None:
                self._write("title", title)

    def add(self, records: Iterable[Record | Failure], *, digests: Mapping[str, str] | None = None) -> None:
        """Keep these records, all or none of them; one of an article that is here already takes its place.

        A Failure is passed over.
        """
        digests = digests or {}
        with self._told(), self._engine.begin() as connection:
            for record in records:
                if isinstance(record, Failure):
                    continue
                id_ = record.article.id
                row = {
                    "digest": digests.get(id_, ""),
                    "record": json.dumps(to_json(record, whole=True), ensure_ascii=False),
                }
                if not connection.execute(update(_articles).where(_articles.c.id == id_).values(row)).rowcount:
                    connection.execute(insert(_articles).values(id=id_, **row))
            _touch(connection, articles=True)

    def remove(self, ids: Iterable[str]) -> None:
        """Forget these articles; ids that are not here are passed over. Corrections of their events stay."""
        with self._told(), self._engine.begin() as connection:
            for id_ in ids:
                connection.execute(delete(_articles).where(_articles.c.id == id_))
                connection.execute(delete(_added).where(_added.c.id == id_))
            _touch(connection, articles=True)

    def keep(self, record: Record, *, digest: str = "") -> None:
        """Keep the record of an article that somebody added by hand: no refresh forgets it."""
        self.add([record], digests={record.article.id: digest})
        with self._told(), self._engine.begin() as connection:
            if connection.scalar(select(_added.c.id).where(_added.c.id == record.article.id)) is None:
                connection.execute(insert(_added).values(id=record.article.id))
            _touch(connection, articles=True)

    def added(self) -> tuple[Article, ...]:
        """The articles that somebody added by hand, in the order in which they came."""
        wanted = select(_articles.c.record).join(_added, _added.c.id == _articles.c.id).order_by(_articles.c.position)
        with self._told(), self._engine.connect() as connection:
            rows = connection.execute(wanted).all()
        return tuple(self._record(text).article for (text,) in rows)

    def correct(self, correction: Correction) -> None:
        """Keep a correction, after those that are here. Raise KeyError when one of this id is."""
        row = {"undone": correction.undone, "correction": json.dumps(correction_to(correction), ensure_ascii=False)}
        with self._told(), self._engine.begin() as connection:
            if connection.scalar(select(_corrections.c.id).where(_corrections.c.id == correction.id)) is not None:
                raise KeyError(correction.id)
            connection.execute(insert(_corrections).values(id=correction.id, **row))
            _touch(connection)

    def undo(self, ids: Iterable[str], *, when: str) -> None:
        """Take corrections back, or with `when` empty let them hold again; all or none: KeyError names one not here."""
        with self._told(), self._engine.begin() as connection:
            for id_ in ids:
                wanted = update(_corrections).where(_corrections.c.id == id_).values(undone=when)
                if not connection.execute(wanted).rowcount:
                    raise KeyError(id_)
            _touch(connection)

    def corrections(self) -> tuple[Correction, ...]:
        """All corrections in the order in which they were made, those undone among them."""
        wanted = select(_corrections.c.correction, _corrections.c.undone).order_by(_corrections.c.number)
        with self._told(), self._engine.connect() as connection:
            rows = connection.execute(wanted).all()
        try:
            return tuple(replace(correction_from(json.loads(text)), undone=undone) for text, undone in rows)
        except ValueError as error:
            raise StoreError(f"{self.name}: a correction in it is damaged ({error}): {_ASIDE}") from None

    def digests(self) -> dict[str, str]:
        """For each article, by id, the digest that it was added with."""
        with self._told(), self._engine.connect() as connection:
            return {row.id: row.digest for row in connection.execute(select(_articles.c.id, _articles.c.digest))}

    def timeline(self) -> Timeline:
        """The timeline of all that is here, as people corrected it; kept in memory until the store changes."""
        revision = self._read("revision") or "0"
        if self._timeline is None or self._timeline[0] != revision:
            self._timeline = (revision, apply(self.gathered(), self.corrections()))
        return self._timeline[1]

    def gathered(self) -> Timeline:
        """The timeline as it was read; a correction does not make it anew."""
        articles = self._read("articles") or "0"
        if self._gathered is None or self._gathered[0] != articles:
            self._gathered = (articles, gather(self.records()))
        return self._gathered[1]

    def records(self) -> Iterator[Record]:
        """All records, in the order in which their articles came."""
        with self._told(), self._engine.connect() as connection:
            rows = connection.execute(select(_articles.c.record).order_by(_articles.c.position)).all()
        for (text,) in rows:
            yield self._record(text)

    def record(self, article_id: str) -> Record:
        """The record of one article. Raise KeyError when it is not here."""
        with self._told(), self._engine.connect() as connection:
            text = connection.scalar(select(_articles.c.record).where(_articles.c.id == article_id))
        if text is None:
            raise KeyError(article_id)
        return self._record(text)

    def articles(self) -> tuple[Article, ...]:
        """All articles, in the order in which they came."""
        return tuple(record.article for record in self.records())

    @property
    def title(self) -> str:
        """What this collection is called; "" when nobody has said."""
        return self._read("title") or ""

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    def _record(self, text: str) -> Record:
        try:
            record = from_json(json.loads(text))
        except (ValueError, KeyError, TypeError) as error:
            raise StoreError(f"{self.name}: a record in it is damaged ({error}): {_ASIDE}") from None
        if isinstance(record, Failure):
            raise StoreError(f"{self.name}: a record in it is damaged: {_ASIDE}")
        return record

    def _read(self, key: str) -> str | None:
        with self._told(), self._engine.connect() as connection:
            return connection.scalar(select(_about.c.value).where(_about.c.key == key))

    def _write(self, key: str, value: str) -> None:
        with self._engine.begin() as connection:
            _set(connection, key, value)

    def _check(self, *, create: bool) -> None:
        """See that this is a store of ours that we can read; lay its tables where there is nothing yet."""
        file = self.file
        if file is not None and not file.exists() and not create:
            raise StoreError(f"{self.name}: no such store: make one with `timeline serve PATH --store {self.name}`")
        if file is not None and not file.parent.is_dir():
            raise StoreError(f"{self.name}: no such folder {file.parent}: make it first")
        names = set(inspect(self._engine).get_table_names())
        if not names and not create:
            raise StoreError(f"{self.name}: an empty database: fill it with `timeline serve PATH --store {self.name}`")
        if not names:
            with self._engine.begin() as connection:
                _tables.create_all(connection)
                _set(connection, "product", "timeline")
                _set(connection, "schema", str(SCHEMA))
                _set(connection, "revision", "0")
            return
        if not {"about", "articles"} <= names or self._read("product") != "timeline":
            raise StoreError(f"{self.name}: a database of something else: name another file with --store")
        schema = self._read("schema")
        if schema == "1":  # knew no corrections and no articles added by hand
            with self._engine.begin() as connection:
                _tables.create_all(connection, [_added, _corrections])
                _set(connection, "schema", schema := "2")
        if schema != str(SCHEMA):
            raise StoreError(
                f"{self.name}: a store of another version ({schema}, this one reads {SCHEMA}): "
                "install the version that made it, or name another with --store"
            )

    @property
    def file(self) -> Path | None:
        """The file that it is; None of a database elsewhere, or in memory alone."""
        if self._url.get_backend_name() != "sqlite" or self._url.database in (None, "", ":memory:"):
            return None
        return Path(str(self._url.database))

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Turn what the database complains of into a StoreError of one line."""
        try:
            yield
        except NoSuchModuleError:
            raise StoreError(
                f"{self._url.drivername}: no such kind of database: write --store sqlite:///FILE"
            ) from None
        except DBAPIError as error:
            why = str(error.orig).strip().splitlines()[0] if str(error.orig).strip() else type(error.orig).__name__
            raise StoreError(f"{self.name}: {why}: {_mend(why)}") from None
        except (SQLAlchemyError, ModuleNotFoundError) as error:
            raise StoreError(f"{self.name}: {str(error).splitlines()[0]}: name another with --store") from None


def _url(words: str) -> URL:
    """The URL that somebody means: one as it stands, or the path of an SQLite file."""
    if "://" not in words:
        return URL.create("sqlite", database=words)
    try:
        return make_url(words)
    except (ArgumentError, ValueError):
        raise StoreError("--store holds no database: write sqlite:///FILE") from None


def _engine(url: URL) -> Engine:
    if url.get_backend_name() != "sqlite":
        return create_engine(url)
    if url.database in (None, "", ":memory:"):  # one database for all threads, not one each
        return create_engine(url, poolclass=StaticPool, connect_args={"check_same_thread": False})
    return create_engine(url, connect_args={"timeout": _WAIT})


def _touch(connection: Connection, *, articles: bool = False) -> None:
    """Count a change, so that every process knows that what it has in memory is old; of articles, or of corrections."""
    for key in ("revision", "articles")[: 1 + articles]:
        counted = connection.scalar(select(_about.c.value).where(_about.c.key == key)) or "0"
        _set(connection, key, str(int(counted) + 1))


def _set(connection: Connection, key: str, value: str) -> None:
    if not connection.execute(update(_about).where(_about.c.key == key).values(value=value)).rowcount:
        connection.execute(insert(_about).values(key=key, value=value))


def _mend(why: str) -> str:
    if "not a database" in why or "malformed" in why:
        return f"it is damaged or no database: {_ASIDE}"
    if "locked" in why:
        return "another program is writing to it: try again when that is done"
    if "readonly" in why or "read-only" in why:
        return "make it writable, or name another with --store"
    if "unable to open" in why:
        return "check that its folder is there and may be written"
    if "full" in why:
        return "make room on the disk"
    return "name another with --store"
