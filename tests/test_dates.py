"""Calendar values and the stretches they name; which August, which Friday; which side of today."""

from __future__ import annotations

from datetime import date

import pytest

from timeline import dates
from timeline.choose import choose
from timeline.dates import standing
from timeline.find import find
from timeline.holy import holiday_of, stretches
from timeline.model import When
from timeline.rules import load
from timeline.tense import heard

DAY = date(2016, 7, 27)  # a Wednesday


@pytest.mark.parametrize(
    ("value", "first", "until"),
    [
        ("2016", "2016-01-01", "2017-01-01"),
        ("2021-12", "2021-12-01", "2022-01-01"),
        ("2016-02-29", "2016-02-29", "2016-03-01"),
        ("2016-W30", "2016-07-25", "2016-08-01"),
        ("2016-W30-WE", "2016-07-30", "2016-08-01"),
        ("2016-W30-5", "2016-07-29", "2016-07-30"),
        ("2016-Q3", "2016-07-01", "2016-10-01"),
        ("2016-H2", "2016-07-01", "2017-01-01"),
        ("2015-WI", "2015-12-01", "2016-03-01"),
        ("198", "1980-01-01", "1990-01-01"),
        ("19", "1900-01-01", "2000-01-01"),
        ("FY2016", "2016-01-01", "2017-01-01"),
        ("2016-08-12TMO", "2016-08-12", "2016-08-13"),
    ],
)
def test_a_value_names_its_days(value, first, until):
    span = dates.stretch(value)
    assert span is not None
    assert tuple(map(str, span)) == (first, until)


@pytest.mark.parametrize("value", ["XXXX-08", "PAST_REF", "P3D", "2015-02-30", "2015-W60", "BC0044", ""])
def test_what_is_no_place_in_the_calendar_names_none(value):
    assert dates.stretch(value) is None


@pytest.mark.parametrize(
    ("value", "first", "until", "stands"),
    [
        ("2016-08-03", "2016-08-03", "2016-08-04", ("2016-08-03", "2016-08-04")),
        ("2015-12", "2015-12-01", None, ("2015-12-01", "2016-01-01")),  # since December
        ("2015-12", "2015-12-21", None, ("2015-12-21", "2016-01-01")),  # since the end of December
        ("2015-12", "2016-01-01", None, ("2016-01-01", "2016-01-02")),  # after December
        ("2015-12-05", "2015-12-05", None, ("2015-12-05", "2015-12-06")),
        ("2015-12", None, "2016-01-01", ("2015-12-31", "2016-01-01")),  # by the end of December
        ("2015-12", None, "2015-12-01", ("2015-11-30", "2015-12-01")),  # before December
        ("9999-12-31", "9999-12-31", None, ("9999-12-31", "9999-12-31")),
        ("0001", None, "0001-01-01", ("0001-01-01", "0001-01-01")),
        (None, None, None, None),
    ],
)
def test_an_event_stands_on_days_that_its_words_name(value, first, until, stands):
    day = date.fromisoformat
    when = When(value, day(first) if first else None, day(until) if until else None)
    assert standing(when) == (tuple(map(day, stands)) if stands else None)


@pytest.mark.parametrize(
    ("value", "grain"),
    [("2016", "year"), ("XXXX-08", "month"), ("XXXX-WXX-5", "day"), ("198", "decade"), ("2016-08-12TMO", "part"),
     ("XXXX-XX-XXT10:30", "minute"), ("PAST_REF", None)],
)  # fmt: skip
def test_grain(value, grain):
    assert dates.grain_of(value) == grain


@pytest.mark.parametrize(
    ("start", "count", "unit", "end"),
    [
        ("2016-01-31", 1, "month", "2016-02-29"),
        ("2016-02-29", -1, "year", "2015-02-28"),
        ("2016-07-27", -2, "week", "2016-07-13"),
    ],
)
def test_units_are_added(start, count, unit, end):
    assert str(dates.add(date.fromisoformat(start), count, unit)) == end


def test_outside_the_calendar_is_said():
    with pytest.raises(OverflowError):
        dates.add(date(1, 1, 1), -1, "year")


@pytest.mark.parametrize(
    ("value", "look", "chosen"),
    [
        ("XXXX-08", "past", "2015-08"),
        ("XXXX-08", "future", "2016-08"),
        ("XXXX-08", "nearest", "2016-08"),
        ("XXXX-07", "past", "2016-07"),
        ("XXXX-07", "before", "2015-07"),
        ("XXXX-WXX-3", "past", "2016-07-27"),
        ("XXXX-WXX-3", "before", "2016-07-20"),
        ("XXXX-WXX-5", "future", "2016-07-29"),
        ("XXXX-XX-31", "past", "2016-05-31"),
        ("XXXX-02-29", "future", "2020-02-29"),
        ("XX9", "past", "199"),
        ("XXXX-08-30", "past told", "2016-08-30"),
        ("XXXX-08-30", "past own", "2015-08-30"),
        ("XXXX-07-29", "past own", "2016-07-29"),
        ("XXXX-10-30", "past told", "2015-10-30"),
        ("XXXX-04-30", "future near", "2016-04-30"),
    ],
)
def test_a_side_chooses(value, look, chosen):
    assert choose(value, DAY, look) == chosen


def test_a_weekday_tells_the_year_where_it_fits_one_nearby():
    assert choose("XXXX-08-30", DAY, "past own", weekday=2) == "2016-08-30"
    assert choose("XXXX-08-02", DAY, "nearest", weekday=7) == "2015-08-02"
    assert choose("XXXX-08-02", DAY, "nearest", weekday=5) == "2016-08-02"


@pytest.mark.parametrize(
    ("text", "tense"),
    [
        ("They met on *", "past"),
        ("They will meet on *", "future"),
        ("The aim is to meet on *", "future"),
        ("The council votes on *", "present"),
        ("It will be paid on *", "future"),
        ("The council, which met twice, will vote on *", "future"),
        ("*", None),
    ],
)
def test_words_tell_the_side(text, tense):
    at = text.index("*")
    assert heard(text.replace("*", "Monday."), at, at + 6).tense == tense


HOLIDAYS = [
    ("easter", 2016, ["2016-03-27"]), ("easter", 0, []), ("easter", 1200, []),
    ("orthodox_easter", 2016, ["2016-05-01"]),
    ("thanksgiving", 2016, ["2016-11-24"]), ("memorial", 2016, ["2016-05-30"]), ("election", 2016, ["2016-11-08"]),
    ("eid_fitr", 2016, ["2016-07-06"]), ("eid_fitr", 2000, ["2000-01-08", "2000-12-27"]),
    ("eid_adha", 2016, ["2016-09-12"]),
    ("ramadan", 2016, ["2016-06-06"]), ("lunar_new_year", 2016, ["2016-02-08"]), ("yom_kippur", 2016, ["2016-10-12"]),
    ("eid_fitr", 1800, []),
]  # fmt: skip


@pytest.mark.parametrize(("name", "year", "when"), HOLIDAYS)
def test_holidays(name, year, when):
    assert [str(first) for first, _ in stretches(load().conventions.holidays[name], year)] == when


def test_a_holiday_may_last():
    ((first, until),) = stretches(load().conventions.holidays["passover"], 2016)
    assert (str(first), str(until)) == ("2016-04-23", "2016-04-30")


def test_there_is_no_holiday_on_29_february_but_in_leap_years():
    assert [len(stretches(holiday_of("02-29"), year)) for year in (2015, 2016)] == [0, 1]


def test_finding_knows_words_and_no_calendar():
    (mention,) = find("in early August", load())
    assert (mention.rule, mention.get("edge"), mention.parts[0].get("month")) == ("edge_time", "early", "08")
