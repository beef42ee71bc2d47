from __future__ import annotations

import json
import sqlite3
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from calendar_samples import seed
from hypothesis import given, settings
from hypothesis import strategies as st
from record_strategies import records

from timeline.corrections import Correction, Target, apply, astray
from timeline.model import Article, Failure, Published, Record
from timeline.readers import Input
from timeline.store import Store, StoreError, digest, fingerprint, refresh
from timeline.timelines import gather


def record(id_: str, text: str = "They met.") -> Record:
    return Record(Article(id_, text), Published(None, None, None, "unknown", ""))


@settings(max_examples=8)  # each writes two files
@given(st.lists(records(), max_size=3, unique_by=lambda r: r.article.id))
def test_what_is_kept_comes_back_whole(tmp_path_factory, many):
    path = tmp_path_factory.mktemp("store") / "a.db"
    Store(str(path)).add(many)
    store = Store(str(path), create=False)
    assert list(store.records()) == many
    assert store.timeline() == gather(many)
    assert store.articles() == tuple(r.article for r in many)
    assert [store.record(r.article.id) for r in many] == many


def test_a_record_added_again_takes_the_place_of_the_first():
    store = Store("sqlite://")
    store.add([record("a"), record("b")])
    store.add([record("a", "They parted.")])
    assert [(r.article.id, r.article.text) for r in store.records()] == [("a", "They parted."), ("b", "They met.")]


def test_the_timeline_follows_every_change():
    store = Store("sqlite://")
    assert store.timeline().records == {}
    store.add([seed()])
    assert store.timeline() == gather([seed()])
    assert store.timeline() is store.timeline()
    store.remove([seed().article.id])
    assert store.timeline().records == {}


def hidden(id_: str = "e1", number: int = 1) -> Correction:
    return Correction(f"c{number}", "hide", Target(id_), made="2026-11-26T00:10")


def test_corrections_are_kept_apart_and_in_order_and_can_be_undone(tmp_path):
    store = Store(str(tmp_path / "a.db"))
    store.add([seed()])
    store.correct(hidden("e1", 1))
    store.correct(hidden("e2", 2))
    assert store.corrections() == (hidden("e1", 1), hidden("e2", 2))
    assert store.timeline() == apply(gather([seed()]), store.corrections())
    assert list(store.records()) == [seed()]  # as it was read
    store.undo(["c1"], when="2026-11-26T00:20")
    other = Store(str(tmp_path / "a.db"))
    assert {"e1", "e2"} - {e.id for e in other.timeline().entries} == {"e2"}
    assert [c.undone for c in other.corrections()] == ["2026-11-26T00:20", ""]
    store.undo(["c1"], when="")
    assert {"e1", "e2"} - {e.id for e in other.timeline().entries} == {"e1", "e2"}
    with pytest.raises(KeyError, match="c9"):
        store.undo(["c9"], when="2026")
    with pytest.raises(KeyError, match="c1"):
        store.correct(hidden("e3", 1))


def test_a_correction_reads_no_article_again(tmp_path):
    store, other = Store(str(tmp_path / "a.db")), Store(str(tmp_path / "a.db"))
    store.add([seed()])
    read = store.gathered()
    store.correct(hidden())
    assert store.gathered() is read
    assert "e1" not in {e.id for e in store.timeline().entries}
    store.undo(["c1"], when="2026-11-26T00:20")
    assert store.timeline() == read
    other.add([record("b")])
    assert set(store.gathered().records) == {"b", "seed"}
    other.remove(["b"])
    assert set(store.timeline().records) == {"seed"}


def test_corrections_outlive_reading_again_and_forgetting():
    store = Store("sqlite://")
    store.add([seed()])
    store.correct(hidden())
    store.add([seed()])
    assert "e1" not in {e.id for e in store.timeline().entries}
    store.remove(["seed"])
    assert astray(gather(store.records()), store.corrections()) == (hidden(),)
    store.add([seed()])
    assert "e1" not in {e.id for e in store.timeline().entries}


def test_an_article_added_by_hand_is_known_as_such_until_it_is_removed():
    store = Store("sqlite://")
    store.add([record("a")])
    store.keep(record("b"), digest="d")
    store.keep(record("b", "They met again."))
    assert [(a.id, a.text) for a in store.added()] == [("b", "They met again.")]
    assert [a.id for a in store.articles()] == ["a", "b"]
    store.remove(["b"])
    assert store.added() == ()
    store.add([record("b")])
    assert store.added() == ()


def test_a_store_of_the_first_version_is_brought_up(tmp_path):
    path = str(tmp_path / "a.db")
    Store(path).add([seed()])
    with sqlite3.connect(path) as connection:
        connection.executescript(
            "drop table corrections; drop table added; update about set value='1' where key='schema'"
        )
    store = Store(path, create=False)
    store.correct(hidden())
    assert store.timeline() == apply(gather([seed()]), [hidden()])


def test_another_process_sees_the_change_too(tmp_path):
    one, other = Store(str(tmp_path / "a.db")), Store(str(tmp_path / "a.db"))
    assert other.timeline().records == {}
    one.add([seed()])
    assert set(other.timeline().records) == {seed().article.id}


def test_a_batch_is_kept_whole_or_not_at_all(tmp_path):
    store = Store(str(tmp_path / "a.db"))
    store.add([record("kept")])

    def broken():
        yield record("lost")
        raise OSError

    with pytest.raises(OSError):
        store.add(broken())
    assert [a.id for a in store.articles()] == ["kept"]


def test_an_unknown_article_is_a_key_error():
    with pytest.raises(KeyError, match="nobody"):
        Store("sqlite://").record("nobody")


def test_a_store_has_the_title_that_it_was_given(tmp_path):
    path = str(tmp_path / "a.db")
    assert Store(path).title == ""
    assert Store(path, title="Syria").title == "Syria"
    assert Store(path).title == "Syria"


def _foreign(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("create table customers (id integer)")


def _newer(path: Path) -> None:
    Store(str(path)).close()
    with sqlite3.connect(path) as connection:
        connection.execute("update about set value = '99' where key = 'schema'")


BAD = [
    (
        lambda path: path.write_bytes(b"no database at all" * 100),
        "file is not a database: it is damaged or no database",
    ),
    (_foreign, "a database of something else: name another file with --store"),
    (_newer, "a store of another version (99, this one reads 2): install the version that made it"),
    (lambda path: path.mkdir(), "unable to open database file: check that its folder is there and may be written"),
]


@pytest.mark.parametrize(("spoil", "said"), BAD)
def test_what_is_no_store_of_ours_is_refused(tmp_path, spoil, said):
    path = tmp_path / "a.db"
    spoil(path)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(StoreError) as error:
        Store(str(path))
    assert str(error.value).startswith(f"{path}: {said}")
    assert "\n" not in str(error.value)
    assert before is None or path.read_bytes() == before


def test_a_store_that_must_be_there_is_not_made(tmp_path):
    with pytest.raises(StoreError, match="no such store: make one with"):
        Store(str(tmp_path / "a.db"), create=False)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("nonsense://x", "no such kind of database"),
        ("sqlite:////no/such/folder/a.db", "no such folder /no/such/folder: make it first"),
        ("://", "--store holds no database: write sqlite:///FILE"),
    ],
)
def test_a_url_that_leads_nowhere_is_said(url, said):
    with pytest.raises(StoreError, match=said):
        Store(url)


def test_a_damaged_record_is_said(tmp_path):
    path = tmp_path / "a.db"
    Store(str(path)).add([seed()])
    with sqlite3.connect(path) as connection:
        connection.execute("update articles set record = '{'")
    with pytest.raises(StoreError, match="a record in it is damaged"):
        Store(str(path)).timeline()


# ---------------------------------------------------------------- bring up to date


class Reader:
    """Stands in for the engine, and remembers what it was asked to read."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def read(self, article: Article) -> Record:
        self.asked.append(article.id)
        return Record(article, Published(None, None, None, "unknown", ""))


def given_inputs(*pairs: tuple[str, str]) -> list[Input]:
    return [Input(Article(id_, text), id_) for id_, text in pairs]


def refreshed(store, inputs, made_by="1", **options):
    reader = Reader()
    done = refresh(store, inputs, reader, made_by=made_by, **options)
    return reader.asked, (done.read, done.kept, done.removed, done.failed)


def test_only_what_changed_is_read_again():
    store = Store("sqlite://")
    assert refreshed(store, given_inputs(("a", "1"), ("b", "1"))) == (["a", "b"], (2, 0, 0, 0))
    assert refreshed(store, given_inputs(("a", "1"), ("b", "2"))) == (["b"], (1, 1, 0, 0))
    assert store.record("b").article.text == "2"


def test_everything_is_read_again_by_a_product_that_changed():
    store = Store("sqlite://")
    refreshed(store, given_inputs(("a", "1")))
    assert refreshed(store, given_inputs(("a", "1")), made_by="2")[0] == ["a"]


def test_what_is_gone_is_forgotten_only_where_asked():
    store = Store("sqlite://")
    refreshed(store, given_inputs(("a", "1"), ("b", "1")))
    assert refreshed(store, given_inputs(("a", "1")))[1] == (0, 1, 0, 0)
    assert refreshed(store, given_inputs(("a", "1")), prune=True)[1] == (0, 1, 1, 0)
    assert [a.id for a in store.articles()] == ["a"]


def test_what_was_kept_stays_when_an_input_cannot_be_read():
    store = Store("sqlite://")
    refreshed(store, given_inputs(("a", "1"), ("b", "1")))
    inputs = [*given_inputs(("a", "1")), Input(Failure("b.txt", "b.txt: empty"), "b.txt")]
    heard = []
    asked, counts = refreshed(store, inputs, prune=True, heard=heard.append)
    assert (asked, counts) == ([], (0, 1, 0, 1))
    assert [r.result for r in heard] == [Failure("b.txt", "b.txt: empty")]
    assert [a.id for a in store.articles()] == ["a", "b"]


def test_what_was_read_is_kept_when_reading_is_broken_off():
    store = Store("sqlite://")

    def stopped():
        yield from given_inputs(("a", "1"))
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        refreshed(store, stopped())
    assert [a.id for a in store.articles()] == ["a"]


def test_a_digest_changes_with_all_that_an_article_says():
    article = Article("a", "text", published=date(2016, 7, 27))
    changes = [{"text": "other"}, {"published": None}, {"title": "Title"}, {"source": "Wire"}]
    digests = {digest(article, "1"), digest(article, "2")} | {digest(replace(article, **c), "1") for c in changes}
    assert len(digests) == 2 + len(changes)
    assert digest(replace(article), "1") == digest(article, "1")


def test_a_fingerprint_changes_with_code_rules_and_options(tmp_path):
    (tmp_path / "lang").mkdir()
    (tmp_path / "lang" / "words.toml").write_text("a = 1")
    (tmp_path / "note.md").write_text("of no account")
    first = fingerprint(tmp_path, "0.1.0", None)
    (tmp_path / "note.md").write_text("of no account at all")
    assert fingerprint(tmp_path, "0.1.0", None) == first
    assert fingerprint(tmp_path, "0.1.0", "none") != first
    (tmp_path / "lang" / "words.toml").write_text("a = 12")
    assert fingerprint(tmp_path, "0.1.0", None) != first


def test_a_record_in_the_store_is_plain_json(tmp_path):
    path = tmp_path / "a.db"
    Store(str(path)).add([seed()])
    with sqlite3.connect(path) as connection:
        (text,) = connection.execute("select record from articles").fetchone()
    assert json.loads(text)["id"] == seed().article.id
