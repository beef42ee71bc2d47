"""When an article was published, as its address, its name or its text says."""

from datetime import date, timedelta

import pytest

from timeline.clean import blocks
from timeline.model import Article, Published
from timeline.published import published

TEXT = "The ministers met in Oslo. They will meet again."

NAMED = [
    # address, name, day
    ("https://example.org/2016/07/27/oslo-talks", "a", "2016-07-27"),
    ("https://example.org/world/2016/jul/27/oslo-talks", "a", "2016-07-27"),
    ("https://example.org/news/2016/7/3/oslo", "a", "2016-07-03"),
    (None, "2016-07-27-oslo", "2016-07-27"),
    (None, "oslo_2016_07_27", "2016-07-27"),
    (None, "20160727-oslo", "2016-07-27"),
    ("https://example.org/2016/07/27/oslo", "2016-07-30-oslo", "2016-07-27"),
    ("https://example.org/article-1234", "oslo-2016-07-30", "2016-07-30"),
    ("https://example.org/2016/07/oslo", "oslo", None),
    ("https://example.org/?from=2016-07-27", "oslo", None),
    (None, "oslo-27-07-2016", None),
    (None, "oslo-2016-13-27", None),
    (None, "id-4201607279", None),
    (None, "2016-07-27-to-2016-07-30", None),
    (None, "1234-05-06", None),
]


def when(article: Article) -> Published:
    return published(article, blocks(article.text))


@pytest.mark.parametrize(("url", "name", "day"), NAMED)
def test_a_day_in_the_address_or_the_name(url: str | None, name: str, day: str | None) -> None:
    found = when(Article(id=name, text=TEXT, url=url))
    assert found.value == day
    assert found.origin == ("metadata" if day else "unknown")
    if day is not None and found.first is not None:
        assert found.until == found.first + timedelta(1)
        assert found.reason.startswith("stands in its ")


def test_what_is_given_or_printed_comes_before_the_name() -> None:
    given = Article(id="2016-07-27-oslo", text=TEXT, published=date(2016, 7, 28))
    assert (when(given).value, when(given).origin) == ("2016-07-28", "given")
    printed = Article(id="2016-07-27-oslo", text="Published: 29 July 2016\n\n" + TEXT)
    assert (when(printed).value, when(printed).origin) == ("2016-07-29", "text")
