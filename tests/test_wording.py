from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from record_strategies import days, stretches

from timeline import wording
from timeline.model import BASES, EXTENTS, KINDS, ORIGINS, ROLES, STATUSES, TYPES, Published, When

STRETCHES = [
    ("2016-03-24", "2016-03-25", "24 Mar 2016", "24 March 2016"),
    ("2016-08-01", "2016-08-11", "1–10 Aug 2016", "1–10 August 2016"),
    ("2016-08-21", "2016-09-01", "21–31 Aug 2016", "21–31 August 2016"),
    ("2016-07-28", "2016-08-04", "28 Jul–3 Aug 2016", "28 July–3 August 2016"),
    ("2016-12-28", "2017-01-04", "28 Dec 2016 – 3 Jan 2017", "28 December 2016 – 3 January 2017"),
    ("2016-08-01", "2016-09-01", "Aug 2016", "August 2016"),
    ("2016-01-01", "2016-04-01", "Jan–Mar 2016", "January–March 2016"),
    ("2015-12-01", "2016-03-01", "Dec 2015 – Feb 2016", "December 2015 – February 2016"),
    ("2016-01-01", "2017-01-01", "2016", "2016"),
    ("2010-01-01", "2020-01-01", "2010–2019", "2010–2019"),
    ("0001-01-01", "0101-01-01", "AD 1–100", "AD 1–100"),
    ("0476-09-04", "0476-09-05", "4 Sep AD 476", "4 September AD 476"),
    (None, "2016-09-01", "until 31 Aug 2016", "until 31 August 2016"),
    ("2016-08-01", None, "from 1 Aug 2016", "from 1 August 2016"),
    (None, None, "no date", "no date"),
]


def _day(words: str | None) -> date | None:
    return date.fromisoformat(words) if words else None


def test_what_has_begun_in_a_month_is_from_that_month():
    assert wording.when(When("2015-12", date(2015, 12, 1), None)) == "from Dec 2015"
    assert wording.when(When("2015-12-05", date(2015, 12, 5), None), long=True) == "from 5 December 2015"


@pytest.mark.parametrize(("first", "until", "short", "long"), STRETCHES)
def test_a_stretch_is_said_as_people_write_it(first, until, short, long):
    assert wording.stretch(_day(first), _day(until)) == short
    assert wording.stretch(_day(first), _day(until), long=True) == long


@given(stretches)
def test_every_stretch_can_be_said_on_one_line(pair):
    said = wording.stretch(*pair)
    assert said
    assert "\n" not in said
    assert "None" not in said


@given(days, days)
def test_two_different_days_are_said_differently(one, other):
    assert (wording.day(one) == wording.day(other)) == (one == other)


WHENS = [
    (When("2016-03-24", date(2016, 3, 24), date(2016, 3, 25), None, "explicit", "within"), "24 Mar 2016"),
    (When("2016-07-27", date(2016, 7, 27), date(2016, 7, 28), None, "published", "within"), "reported 27 Jul 2016"),
    (When(), "no date"),
    (When("XXXX-08", None, None, None, "explicit", None), "Aug, year not known"),
    (When("XXXX-08-03", None, None, None, "explicit", None), "3 Aug, year not known"),
    (When("XXXX-SU", None, None, None, "explicit", None), "summer, year not known"),
    (When("XXXX-13", None, None, None, "explicit", None), "no date"),
    (When("FUTURE_REF", None, None, None, "explicit", None), "in the future"),
    (When("P3D", None, None, None, "none", None), "no date"),
    (When("2016-08", None, date(2016, 9, 1), None, "explicit", "within"), "by 31 Aug 2016"),
    (When("2016-08", None, date(2016, 9, 1), None, "explicit", "throughout"), "until 31 Aug 2016"),
    *(
        (When(value, date(2016, 5, 4), date(2016, 5, 5), edtf, "explicit", "within"), f"4 May 2016, {said}")
        for value, edtf, said in (
            ("2016-05-04T10:00", "2016-05-04T10:00:00", "10:00"),
            ("2016-05-04T10:00", "2016-05-04T10:00:00Z", "10:00 GMT"),
            ("2016-05-04T10:00", "2016-05-04T10:00:00-04:00", "10:00 UTC−4"),
            ("2016-05-04T10:00", "2016-05-04T10:00:00+05:30", "10:00 UTC+5:30"),
            ("2016-05-04T10:00", "2016-05-04~", "about 10:00"),
            ("2016-05-04T10:00", "2016-05-04T10:00:00/..", "after 10:00"),
            ("2016-05-04T10:00", "../2016-05-04T10:00:00", "before 10:00"),
            ("2016-05-04T00:00", "2016-05-04T00:00:00", "midnight"),
            (None, "2016-05-04T09:00:00/2016-05-04T17:30:00Z", "09:00–17:30 GMT"),
            ("2016-05-04TEV", "2016-05-04", "evening"),
        )
    ),
    (When("2016-05-04T10:00", date(2016, 5, 4), date(2016, 5, 5), "2016-05-04", "inherited", "within"), "4 May 2016"),
    (When("2016-05-04T10:00", None, date(2016, 5, 5), "../2016-05-04T10:00:00", "explicit"), "by 4 May 2016, 10:00"),
    (When("2016-05-04T10:00", date(2016, 5, 4), None, "2016-05-04T10:00:00/..", "explicit"), "from 4 May 2016, 10:00"),
    (
        When(None, date(2016, 5, 4), date(2016, 5, 7), "2016-05-04T06:00:00/2016-05-06T18:00:00", "explicit"),
        "4 May 2016, 06:00 – 6 May 2016, 18:00",
    ),
]


@pytest.mark.parametrize(("when", "said"), WHENS)
def test_the_date_of_an_event_is_said_with_its_softness(when, said):
    assert wording.when(when) == said


PRECISE = [
    (
        When("2016-08", date(2016, 8, 1), date(2016, 8, 11), None, "explicit", "within"),
        "some day within 1–10 August 2016",
    ),
    (When(None, date(2016, 2, 3), date(2016, 2, 15), None, "explicit", "throughout"), "throughout 3–14 February 2016"),
    (When("2016-03-24", date(2016, 3, 24), date(2016, 3, 25), None, "explicit", "within"), "24 March 2016"),
    (When("2016-07", date(2016, 7, 1), date(2016, 8, 1), None, "published", "within"), "reported July 2016"),
    (When(), "no date"),
]


@pytest.mark.parametrize(("when", "said"), PRECISE)
def test_what_a_stretch_means_is_said_with_it(when, said):
    assert wording.precise(when) == said


@pytest.mark.parametrize(
    ("published", "said"),
    [
        (Published("2016-07-27", date(2016, 7, 27), date(2016, 7, 28), "given", ""), "27 July 2016 (given)"),
        (Published("2016", date(2016, 1, 1), date(2017, 1, 1), "inferred", ""), "2016 (inferred)"),
        (Published(None, None, None, "unknown", ""), "not known"),
    ],
)
def test_the_articles_date_is_said_with_its_origin(published, said):
    assert wording.published(published) == said


def test_every_word_of_the_model_has_words_for_people():
    tables = [
        (STATUSES, wording.STATUS),
        (STATUSES, wording.STATUS_MEANING),
        (TYPES, wording.TYPE),
        (KINDS, wording.KIND),
        (ROLES, wording.ROLE),
        (BASES, wording.BASIS),
        (BASES, wording.BASIS_MEANING),
        (EXTENTS, wording.EXTENT),
        (ORIGINS, wording.ORIGIN),
    ]
    assert [set(table) ^ set(words) for words, table in tables] == [set()] * len(tables)
    assert all(words for _, table in tables for words in table.values())


@pytest.mark.parametrize(
    ("items", "said"), [([], ""), (["A"], "A"), (["A", "B"], "A and B"), (["A", "B", "C"], "A, B and C")]
)
def test_a_list_reads_as_in_a_sentence(items, said):
    assert wording.listed(items) == said


@pytest.mark.parametrize(("number", "said"), [(0, "0 events"), (1, "1 event"), (1200, "1,200 events")])
def test_a_count_agrees_with_its_noun(number, said):
    assert wording.counted(number, "event") == said


@pytest.mark.parametrize(("words", "said"), [("a\n b", "a b"), ("x" * 100, "x" * 59 + "…"), ("a\x1b[1m", "a�[1m")])
def test_somebodys_words_are_repeated_on_one_line_and_cut(words, said):
    assert wording.short(words) == said


@pytest.mark.parametrize(
    ("words", "said"),
    [("a\x1b]0;x\x07b", "a�]0;x�b"), ("co\u00adoperation \u202eback", "cooperation back"), ("é ü", "é ü")],
)
def test_no_article_can_move_the_cursor(words, said):
    assert wording.printable(words) == said


def test_a_stretch_ends_on_the_day_before_until():
    first = date(2016, 2, 28)
    assert wording.stretch(first, first + timedelta(days=2)) == "28–29 Feb 2016"


@pytest.mark.parametrize(
    ("ident", "name"),
    [
        ("country:sd", "Sudan"),
        ("country:xx", "XX"),
        ("person:ada-lind", "Ada Lind"),
        ("organisation:nordwind", "Nordwind"),
    ],
)
def test_an_id_is_said_as_a_name(ident: str, name: str) -> None:
    assert wording.named(ident) == name
