"""The package as a library: what its public names take, and what they say of what they cannot take."""

from __future__ import annotations

from datetime import date, datetime
from functools import partial

import pytest

from timeline import Article, Engine, Failure, Filters, Record, Store, gather, read_times
from timeline.rules import RuleError
from timeline.times import LocaleError

TIMES_ALONE = Engine(model="none")


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"text": 5}, "article 'a': text is 5 (int): give a text in quotes"),
        ({"id": 5}, "article 5: id is 5 (int): give a text in quotes"),
        ({"language": None}, """language is None (NoneType): give a text in quotes, such as "en\""""),
        ({"title": 3}, "title is 3 (int): give a text in quotes, or None"),
        (
            {"published": "2016-07-27"},
            "published is '2016-07-27' (str): give a datetime.date, such as date(2016, 7, 27)",
        ),
        ({"published": datetime(2016, 7, 27)}, "give a datetime.date"),  # noqa: DTZ001 - what a beginner writes
    ],
)
def test_an_article_says_which_of_its_fields_is_wrong(fields, says):
    with pytest.raises(TypeError) as error:
        Article(**{"id": "a", "text": "They met."} | fields)
    assert says in str(error.value)


def test_one_bad_article_stops_no_other():
    articles = [
        Article("lome", "They met on 3 May 2016."),
        Article("qo", "nuqneH", language="tlh"),
        Article("half", "They met \ud800."),
        Article("old", "They met on Monday.", published=date(1, 1, 1)),
        Article("empty", " \n"),
        Article("oslo", "They met on 4 May 2016."),
    ]
    first, *failed, last = TIMES_ALONE.read_many(articles)
    assert isinstance(first, Record)
    assert isinstance(last, Record)
    assert [one.id for one in failed if isinstance(one, Failure)] == ["qo", "half", "old", "empty"]
    said = [one.error for one in failed]
    assert "article 'qo': the language \"tlh\" cannot be read" in said[0]
    assert "half a character at 9" in said[1]
    assert "0001-01-01 is too far off: articles are of the years 1000 to 9000" in said[2]
    assert "its text is empty" in said[3]


def test_what_reads_is_at_fault_for_no_article(tmp_path):
    (tmp_path / "mine.toml").write_text("[general]\nturn = 'week'", encoding="utf-8")
    with pytest.raises(RuleError, match="turn"):
        list(Engine(model="none", overrides=str(tmp_path / "mine.toml")).read_many([Article("a", "On Monday.")]))


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ({"locale": "zz"}, "“zz” is no locale: write language and country"),
        ({"locale": "en_UK"}, "as in en_US or en_GB"),
        ({"southern": "yes"}, "southern is 'yes': give True or False"),
        ({"rules": "mine.toml"}, "'rules' is no option of how times are read: these are locale, southern, overrides"),
    ],
)
def test_who_reads_says_which_option_is_wrong(options, says):
    for make in (Engine, partial(read_times, "on Monday", anchor=None)):
        with pytest.raises((LocaleError, TypeError)) as error:
            make(**options)
        assert says in str(error.value)


@pytest.mark.parametrize("anchor", ["2016-05-04", datetime(2016, 5, 4)])  # noqa: DTZ001 - what a beginner writes
def test_times_count_from_a_day(anchor):
    with pytest.raises(TypeError, match="give a datetime"):
        read_times("on Monday", anchor=anchor)


def test_a_calendar_and_a_store_pass_over_what_could_not_be_read():
    results = list(TIMES_ALONE.read_many([Article("lome", "They met on 3 May 2016."), Article("empty", "")]))
    store = Store(":memory:")
    store.add(results)
    assert list(gather(results).records) == [article.id for article in store.articles()] == ["lome"]


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"status": ("plan",)}, "status 'plan': use one of occurred, ongoing, planned"),
        ({"status": "planned"}, "status 'planned': give a tuple, such as ('planned',)"),
        ({"salience": 5}, "salience 5: give a number from 0 to 1"),
        ({"mode": "each"}, "mode 'each': use one of any, all"),
        ({"from_": "2016-01-01"}, "from_ '2016-01-01': give a datetime.date, or None"),
    ],
)
def test_filters_say_which_of_them_is_wrong(fields, says):
    with pytest.raises((ValueError, TypeError)) as error:
        Filters(**fields)
    assert says in str(error.value)
