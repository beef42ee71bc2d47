"""Adding through the page, without a browser: what is sent, what is shown before it is kept, what is kept."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from urllib.parse import quote

import pytest
from calendar_samples import TODAY, seed
from hypothesis import given
from hypothesis import strategies as st

from dashboard.adding import LARGEST, Adder
from dashboard.app import create_app
from dashboard.views import add
from timeline import wording
from timeline.model import Article, Published, Record
from timeline.readers.fetch import Fetched
from timeline.readers.unreadable import UnreadableError
from timeline.store import Store

OURS = {"X-Timeline": "page"}
TEXT = "Envoys meet in Bern\n\nThe envoys met in Bern on Tuesday."


class Reader:
    """Reads any article as the seed's events, dated as it is given."""

    def __init__(self) -> None:
        self.read_so_far: list[str] = []

    def read(self, article: Article) -> Record:
        self.read_so_far.append(article.id)
        day = article.published
        if day is None:
            at = Published(None, None, None, "unknown", "no date is given")
        else:
            at = Published(day.isoformat(), day, day + timedelta(1), article.origin, article.note or "given")
        return replace(seed(), article=article, published=at, times=(), events=())


@pytest.fixture
def store() -> Store:
    kept = Store("sqlite://")
    kept.add([seed()])
    return kept


@pytest.fixture
def reader() -> Reader:
    return Reader()


def client_of(store: Store, reader: Reader, **more: Any) -> Any:
    return create_app(
        store, today=TODAY, front=True, edits=True, adder=Adder(reader, "me", **more)
    ).server.test_client()


@pytest.fixture
def client(store: Store, reader: Reader) -> Any:
    return client_of(store, reader)


def opened(client: Any, data: bytes | str, name: str = "") -> Any:
    headers = {**OURS, **({"X-Name": quote(name)} if name else {})}
    return client.post("/add/open", data=data, headers=headers, content_type="application/octet-stream").json


def post(client: Any, address: str, **body: Any) -> Any:
    return client.post(address, json=body, headers=OURS).json


def test_a_pasted_text_is_read_looked_at_and_kept(client: Any, store: Store) -> None:
    (article,) = opened(client, TEXT)["articles"]
    assert article["title"] == "Envoys meet in Bern"
    assert article["source"] == f"Pasted on {wording.day(TODAY, long=True)}"
    looked = post(client, "/add/read", article=article)
    assert (looked["published"], looked["sure"], looked["origin"]) == ("", False, "not known")
    assert [a.id for a in store.articles()] == ["seed"]  # nothing is kept yet
    dated = post(client, "/add/read", article=article, published="2 August 2016")
    assert (dated["published"], dated["sure"], dated["origin"]) == ("2 Aug 2016", True, "given")
    assert dated["said"] == "Tuesday, 2 August 2016"
    post(client, "/add/keep", article=article, published="2016-08-02")
    (kept,) = store.added()
    assert (kept.title, kept.published, kept.note) == (
        "Envoys meet in Bern",
        date(2016, 8, 2),
        "given by whoever added it",
    )
    assert "Envoys meet in Bern" in client.get("/add").text


def test_a_pasted_text_without_a_headline_is_called_by_its_first_words(client: Any) -> None:
    (article,) = opened(client, "The envoys of both sides met in Bern on Tuesday, and agreed to meet once more. " * 3)[
        "articles"
    ]
    assert article["title"].startswith("The envoys of both sides met in Bern on Tuesday")
    assert len(article["title"]) <= 80


def test_the_same_article_added_again_takes_its_own_place(client: Any, store: Store) -> None:
    for _ in range(2):
        (article,) = opened(client, TEXT, "bern.txt")["articles"]
        post(client, "/add/keep", article=article)
    assert len(store.added()) == 1
    (other,) = opened(client, TEXT + " Again.", "bern.txt")["articles"]
    assert other["id"] != article["id"]


def test_what_was_read_a_moment_ago_is_not_read_again_to_be_kept(client: Any, reader: Reader) -> None:
    (article,) = opened(client, TEXT)["articles"]
    post(client, "/add/read", article=article)
    post(client, "/add/keep", article=article)
    assert reader.read_so_far == [article["id"]]


def test_a_file_of_many_articles_gives_each_and_names_what_is_wrong(client: Any) -> None:
    lines = [
        {"id": "a", "text": "They met.", "published": "2016-07-27"},
        {"id": "b"},
        {"id": "c", "text": "They parted."},
    ]
    said = opened(client, "\n".join(json.dumps(line) for line in lines), "news.jsonl")
    assert [a["text"] for a in said["articles"]] == ["They met.", "They parted."]
    assert said["articles"][0]["published"] == "2016-07-27"
    assert said["errors"] == ['news.jsonl:2: no "text": an article is {"id": "…", "text": "…"}']


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("a.txt", b"", "a.txt: empty"),
        ("a.docx", b"PK\x03\x04", "a.docx: this is a Word file or a zip archive"),
        ("../../b.pdf", b"%PDF-1.7\n", "b.pdf: this PDF is damaged"),
        ("c.html", b"<html></html>", "c.html: no story could be told from this web page"),
        ("Über „x“.txt", b"caf\xe9", "Über „x“.txt:1: byte 3 (0xe9) is not UTF-8"),
    ],
)
def test_a_file_that_cannot_be_read_is_named_with_its_mend(client: Any, name: str, data: bytes, why: str) -> None:
    said = opened(client, data, name)
    assert said["articles"] == []
    assert said["errors"][0].startswith(why)


def test_a_file_may_be_large_and_a_click_may_not(client: Any) -> None:
    (article,) = opened(client, b"They met. " * 500_000, "long.txt")["articles"]
    assert len(article["text"]) == 5_000_000
    answer = client.post("/add/open", data=b"x" * (LARGEST + 1), headers=OURS, content_type="application/octet-stream")
    assert answer.status_code == 413
    large = client.post("/edit/undo", data=b"x" * 3_000_000, headers=OURS, content_type="application/json")
    assert large.status_code == 413


def test_a_page_is_fetched_only_where_that_is_allowed(store: Store, reader: Reader) -> None:
    def fetch(url: str) -> Fetched:
        if "gone" in url:
            raise UnreadableError(f"{url}: the site answered 404")
        return Fetched(TEXT.encode(), url, "text/plain")

    closed, able = client_of(store, reader), client_of(store, reader, fetch=fetch)
    assert "pages are not fetched here" in post(closed, "/add/fetch", url="https://news.example/a")["errors"][0]
    assert "The address of a page" not in closed.get("/add").text
    assert "The address of a page" in able.get("/add").text
    (article,) = post(able, "/add/fetch", url=" https://news.example/a?b=1 ")["articles"]
    assert article["url"] == "https://news.example/a?b=1"
    assert post(able, "/add/fetch", url="https://news.example/gone")["errors"] == [
        "https://news.example/gone: the site answered 404"
    ]


def test_an_article_that_was_added_can_be_removed_and_no_other(client: Any, store: Store) -> None:
    (article,) = opened(client, TEXT)["articles"]
    post(client, "/add/keep", article=article)
    assert "error" in post(client, "/add/remove", id="seed")
    assert post(client, "/add/remove", id=article["id"]) == {"told": "“Envoys meet in Bern” removed"}
    assert [a.id for a in store.articles()] == ["seed"]


@pytest.mark.parametrize(
    ("body", "why"),
    [
        ({}, "not an article"),
        ({"article": {"id": "a"}}, 'no "text"'),
        ({"article": {"id": "a", "text": "x"}, "published": "soonish"}, "is no date: write the day as 3 Feb 2016"),
        ({"article": {"id": "a", "text": "x"}, "published": "early May 2016"}, "is more than one day"),
        ({"article": {"id": "a", "text": "x"}, "published": "3 May"}, "leaves the year open"),
        ({"article": {"id": "a", "text": "x", "language": "xx"}}, 'the language "xx" cannot be read'),
        ({"article": {"id": "a", "text": 7}}, '"text" is a number'),
    ],
)
def test_what_is_no_article_is_refused_with_its_mend(client: Any, store: Store, body: dict[str, Any], why: str) -> None:
    assert why in post(client, "/add/keep", **body)["error"]
    assert len(store.articles()) == 1


@pytest.mark.parametrize("headers", [{}, {**OURS, "Origin": "http://evil.example"}])
def test_another_site_cannot_add(client: Any, store: Store, headers: dict[str, str]) -> None:
    answer = client.post("/add/keep", json={"article": {"id": "a", "text": "x"}}, headers=headers)
    assert answer.status_code == 403
    assert len(store.articles()) == 1


def test_without_an_adder_there_is_nothing_to_send_to(store: Store) -> None:
    client = create_app(store, today=TODAY).server.test_client()
    assert client.post("/add/keep", json={}, headers=OURS).status_code in (404, 405)


@given(st.binary(max_size=60), st.text(max_size=20))
def test_no_bytes_under_any_name_are_a_fault(data: bytes, name: str) -> None:
    articles, errors = add.articles_in(data, name)
    assert articles or errors
    for article in articles:
        assert add.from_json(add.to_json(article)) == article


def test_a_date_that_a_page_stated_stays_the_pages_until_somebody_gives_another() -> None:
    article = Article(
        "a", "They met.", published=date(2019, 5, 14), origin="metadata", note="stated by the page itself"
    )
    assert add.from_json(add.to_json(article)) == article
    assert add.from_json(add.to_json(article), "2019-05-15").origin == "given"
