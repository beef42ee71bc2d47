"""Times of whole texts: the conventions table, the seed article, context, and what always holds."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline import tense
from timeline.find import register_of
from timeline.model import Published
from timeline.rules import LANGUAGES, load, read_toml
from timeline.times import read_times

SEED = Path(__file__).parents[1] / "seeds" / "000_2b094161495f9014.txt"
DAY = date(2016, 7, 27)  # a Wednesday


def only(text: str, words: str, **options):
    """The one time of a text that has just these words."""
    options.setdefault("anchor", DAY)
    return next(t for t in read_times(text, **options) if t.text == words)


CONVENTIONS = [
    # sentence, words, first, until, mod
    ("They meet in early August.", "early August", "2016-08-01", "2016-08-11", "START"),
    ("They will meet in mid-August.", "mid-August", "2016-08-11", "2016-08-21", "MID"),
    ("They will meet in late August.", "late August", "2016-08-21", "2016-09-01", "END"),
    ("They will meet at the start of August.", "the start of August", "2016-08-01", "2016-08-11", "START"),
    ("It grew in early 2015.", "early 2015", "2015-01-01", "2015-05-01", "START"),
    ("It grew in mid-2015.", "mid-2015", "2015-05-01", "2015-09-01", "MID"),
    ("It grew in late 2015.", "late 2015", "2015-09-01", "2016-01-01", "END"),
    ("It grew at the beginning of 2015.", "the beginning of 2015", "2015-01-01", "2015-04-01", "START"),
    ("It grew at the end of 2015.", "the end of 2015", "2015-10-01", "2016-01-01", "END"),
    ("It grew in the middle of 2015.", "the middle of 2015", "2015-05-01", "2015-09-01", "MID"),
    ("It grew in the early 1990s.", "the early 1990s", "1990-01-01", "1994-01-01", "START"),
    ("It grew in the mid-1990s.", "the mid-1990s", "1994-01-01", "1997-01-01", "MID"),
    ("It grew in the late 1990s.", "the late 1990s", "1997-01-01", "2000-01-01", "END"),
    ("It grew in the early 20th century.", "the early 20th century", "1900-01-01", "1934-01-01", "START"),
    ("They will meet early next week.", "early next week", "2016-08-01", "2016-08-03", "START"),
    ("They will meet late next week.", "late next week", "2016-08-05", "2016-08-08", "END"),
    ("They will meet later this month.", "later this month", "2016-07-27", "2016-08-01", "END"),
    ("They met earlier this month.", "earlier this month", "2016-07-01", "2016-07-27", "START"),
    ("They met in the spring of 2015.", "the spring of 2015", "2015-03-01", "2015-06-01", None),
    ("They met in the winter of 2015.", "the winter of 2015", "2015-12-01", "2016-03-01", None),
    ("It fell in the third quarter of 2015.", "the third quarter of 2015", "2015-07-01", "2015-10-01", None),
    ("It fell in the second half of 2015.", "the second half of 2015", "2015-07-01", "2016-01-01", None),
    ("It fell in the first half of May.", "the first half of May", "2016-05-01", "2016-05-16", None),
    ("It fell in the second half of May.", "the second half of May", "2016-05-16", "2016-06-01", None),
    ("They fought over the weekend.", "the weekend", "2016-07-23", "2016-07-25", None),
    ("It moved in recent days.", "recent days", "2016-07-20", "2016-07-28", "APPROX"),
    ("It moved in recent weeks.", "recent weeks", "2016-06-29", "2016-07-28", "APPROX"),
    ("It moved in recent months.", "recent months", "2016-04-27", "2016-07-28", "APPROX"),
    ("It moved over the past three days.", "the past three days", "2016-07-24", "2016-07-28", None),
    ("It moved over the past two weeks.", "the past two weeks", "2016-07-13", "2016-07-28", None),
    ("They will meet within two weeks.", "two weeks", "2016-07-27", "2016-08-11", None),
    ("They will meet in the coming days.", "the coming days", "2016-07-27", "2016-08-04", "APPROX"),
    ("They will meet in the coming weeks.", "the coming weeks", "2016-07-27", "2016-08-25", "APPROX"),
    ("They will meet in the coming months.", "the coming months", "2016-07-27", "2016-10-28", "APPROX"),
    ("They met three days ago.", "three days ago", "2016-07-24", "2016-07-25", None),
    ("They met two weeks ago.", "two weeks ago", "2016-07-11", "2016-07-18", None),
    ("They met two months ago.", "two months ago", "2016-05-01", "2016-06-01", None),
    ("They met two years ago.", "two years ago", "2014-01-01", "2015-01-01", None),
    ("They will meet in three days.", "three days", "2016-07-30", "2016-07-31", None),
    ("They met in the first week of May.", "the first week of May", "2016-05-01", "2016-05-08", None),
    ("They met in the fourth week of May.", "the fourth week of May", "2016-05-22", "2016-05-29", None),
    ("A course for the newly elected council in August.", "August", "2016-08-01", "2016-09-01", None),
    ("He spoke at rallies next Tuesday and Thursday.", "Thursday", "2016-08-04", "2016-08-05", None),
    ("The talks, which began on Monday, end on Friday.", "Friday", "2016-07-29", "2016-07-30", None),
    ("They did not end on Friday.", "Friday", "2016-07-22", "2016-07-23", None),
    ("The ultimatum expires on Sunday.", "Sunday", "2016-07-31", "2016-08-01", None),
    ("It had been due to expire on Friday.", "Friday", "2016-07-22", "2016-07-23", None),
    ("The truce holds until Friday.", "Friday", "2016-07-29", "2016-07-30", None),
    ("The rules, in place since March, expire in January.", "March", "2016-03-01", "2016-04-01", None),
    ("The vote was moved from Friday to Monday.", "Friday", "2016-07-29", "2016-07-30", None),
    ("They met in the last week of May.", "the last week of May", "2016-05-25", "2016-06-01", None),
    ("They met at the turn of the month.", "the turn of the month", "2016-06-24", "2016-07-08", "APPROX"),
    ("They met on Thursday.", "Thursday", "2016-07-21", "2016-07-22", None),
    ("They will meet on Thursday.", "Thursday", "2016-07-28", "2016-07-29", None),
    ("He had anticipated declaring a plan in August.", "August", "2016-08-01", "2016-09-01", None),
    ("They agreed to a truce starting on Monday.", "Monday", "2016-08-01", "2016-08-02", None),
    ("He said on Wednesday that it held.", "Wednesday", "2016-07-27", "2016-07-28", None),
    ("It may open as early as next week.", "as early as next week", "2016-08-01", "2016-08-08", "ON_OR_AFTER"),
    ("They will meet by 3 August.", "3 August", "2016-08-03", "2016-08-04", None),
    ("They met at 10:30 a.m. on 3 May.", "10:30 a.m. on 3 May", "2016-05-03", "2016-05-04", None),
    ("A truce starts at midnight on Monday.", "midnight on Monday", "2016-08-01", "2016-08-02", None),
    ("They met last week.", "last week", "2016-07-18", "2016-07-25", None),
    ("They will meet next month.", "next month", "2016-08-01", "2016-09-01", None),
    ("They met last Wednesday.", "last Wednesday", "2016-07-20", "2016-07-21", None),
    ("They will meet next Wednesday.", "next Wednesday", "2016-08-03", "2016-08-04", None),
    ("They took the town in the 1994 campaign and lost it in May.", "May", "2016-05-01", "2016-06-01", None),
    ("In the 1994 campaign they took the town in May.", "May", "1994-05-01", "1994-06-01", None),
    ("She had every room booked through August.", "August", "2016-08-01", "2016-09-01", None),
    ("They fought on through November.", "November", "2015-11-01", "2015-12-01", None),
    ("They raised the alert on April 29 to 5.", "April 29", "2016-04-29", "2016-04-30", None),
    ("The envoys argued about Monday's vote.", "Monday", "2016-07-25", "2016-07-26", None),
    ("The firm reports a loss from April through June due to bad loans.", "June", "2016-06-01", "2016-07-01", None),
    ("It fell over the last two and a half years.", "the last two and a half years", "2014-01-27", "2016-07-28", None),
    ("They met last Tuesday.", "last Tuesday", "2016-07-26", "2016-07-27", None),
    ("They will meet next Thursday.", "next Thursday", "2016-07-28", "2016-07-29", None),
    ("They will meet this Thursday.", "this Thursday", "2016-07-28", "2016-07-29", None),
    ("They met the Friday before last.", "the Friday before last", "2016-07-15", "2016-07-16", None),
    ("They met two or three weeks ago.", "two or three weeks ago", "2016-07-04", "2016-07-18", "APPROX"),
    ("They will meet in a day or two.", "a day or two", "2016-07-28", "2016-07-30", "APPROX"),
    ("It began on the first day of May.", "the first day of May", "2016-05-01", "2016-05-02", None),
    ("It began on the last day of 2015.", "the last day of 2015", "2015-12-31", "2016-01-01", None),
    ("It lasted from 3 to 14 February.", "3 to 14 February", "2016-02-03", "2016-02-15", None),
    ("They met between 13 April and 27 April 2015.", "13 April and 27 April 2015", "2015-04-13", "2015-04-28", None),
    ("The archive of 2005-2012 is open.", "2005-2012", "2005-01-01", "2013-01-01", None),
    ("It is dated 03/04/2016 here.", "03/04/2016", "2016-04-03", "2016-04-04", None),
    ("It grew in the first nine months of 2015.", "the first nine months", "2015-01-01", "2015-10-01", None),
    ("They fought in the last two weeks of May.", "the last two weeks", "2016-05-18", "2016-06-01", None),
    ("It fell in the 2014-15 school year.", "the 2014-15 school year", "2014-09-01", "2015-09-01", None),
    ("It fell in fiscal 2015.", "fiscal 2015", "2015-01-01", "2016-01-01", None),
    ("They talked from 5 to 7 p.m. on Monday.", "5 to 7 p.m. on Monday", "2016-07-25", "2016-07-26", None),
    ("They will talk on Thursday, perhaps at 9:30.", "9:30", "2016-07-28", "2016-07-29", None),
    ("They met on 3, 5 and 9 May.", "3", "2016-05-03", "2016-05-04", None),
    ("They met on July 3, 5 and 9.", "9", "2016-07-09", "2016-07-10", None),
    ("They will rest on Mother's Day 2017.", "Mother's Day 2017", "2017-05-14", "2017-05-15", None),
    ("They rested on Vesak Day.", "Vesak Day", "2016-05-21", "2016-05-22", "APPROX"),
    ("They rested on Purim.", "Purim", "2016-03-24", "2016-03-25", None),
    ("They fasted during Ramadan.", "Ramadan", "2016-06-06", "2016-07-06", "APPROX"),
    ("It was signed on 3 May 2013. On Good Friday it was broken.", "Good Friday", "2016-03-25", "2016-03-26", None),
    ("It was signed in 1994 and ratified the following year.", "the following year", "1995-01-01", "1996-01-01", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "first", "until", "mod"), CONVENTIONS)
def test_conventions(text, words, first, until, mod):
    time = only(text, words)
    assert (str(time.first), str(time.until), time.mod) == (first, until, mod)
    assert time.why
    assert all(step.what and step.because for step in time.why)


SEED_TIMES = [
    ("2005 -2017", "2005-01-01", "2018-01-01"),
    ("March 24, 2016", "2016-03-24", "2016-03-25"),
    ("August", "2016-08-01", "2016-09-01"),
    ("recent days", "2016-07-20", "2016-07-28"),
    ("early August", "2016-08-01", "2016-08-11"),
    ("the very beginning of\xa0this year", "2016-01-01", "2016-04-01"),
    ("today", "2016-07-27", "2016-07-28"),
    ("the end of\xa0August", "2016-08-21", "2016-09-01"),
]


@pytest.mark.parametrize(("words", "first", "until"), SEED_TIMES)
def test_the_seed_article(words, first, until):
    time = only(SEED.read_text(encoding="utf-8"), words)
    assert (str(time.first), str(time.until)) == (first, until)


def test_the_seed_article_holds_nothing_else():
    times = read_times(SEED.read_text(encoding="utf-8"), anchor=DAY)
    dated = {t.text for t in times if t.first}
    assert dated == {words for words, _, _ in SEED_TIMES} | {"2005", "2017"}


def test_an_explanation_tells_words_reason_and_result():
    steps = only("My hope is that somewhere in early August we would meet.", "early August").why
    assert [(s.what, s.gives) for s in steps] == [
        ("August", "August 2016"),
        ("early August", "1–10 August 2016"),
    ]
    assert "27 July 2016" in steps[0].because


def test_a_range_has_its_ends_as_parts():
    whole, left, right = read_times("The mission ran from 3 to 14 February.", anchor=DAY)
    assert whole.parts == (left.id, right.id)
    assert (whole.value, left.value, right.value) == (None, "2016-02-03", "2016-02-14")
    assert whole.edtf == "2016-02-03/2016-02-14"


def test_ranges_make_a_list():
    times = read_times("Talks were held on May 3-5, 9-10 and 12.", anchor=DAY)
    assert [t.text for t in times if t.parts] == ["May 3-5", "9-10"]
    assert [str(t.first) for t in times if t.parts or t.text == "12"] == ["2016-05-03", "2016-05-09", "2016-05-12"]
    assert [t.text for t in read_times("The vote was 9-10 on 3 May.", anchor=DAY)] == ["3 May"]


def test_a_weekday_behind_a_range_is_a_day_of_it():
    assert only("Talks were held on May 5-6 (Thursday and Friday).", "Friday").value == "2016-05-06"


TOLD_AHEAD = [
    ("He said in October that he would go in", True),
    ("In October he said that he would go in", True),
    ("He threatened on Tuesday to close the port on", True),
    ("The bank, which bought a rival in October, said it would close in", False),
    ("He said in October that he left in", False),
]


@pytest.mark.parametrize(("lead", "is_ahead"), TOLD_AHEAD)
def test_what_would_be_is_ahead_of_the_day_it_was_told(lead, is_ahead):
    day = next(w for w in ("October", "Tuesday") if w in lead)
    at = lead.index(day)
    assert tense.told_ahead(f"{lead} May.", (at, at + len(day)), len(lead) + 1) is is_ahead


def test_a_day_that_something_is_set_for_or_lasts_to_lies_ahead():
    assert only("They set the vote for Friday.", "Friday").value == "2016-07-29"
    assert only("The truce was extended to 20 August.", "20 August").value == "2016-08-20"
    assert only("They will have left by Tuesday.", "Tuesday").value == "2016-08-02"
    assert only("They had left by Tuesday.", "Tuesday").value == "2016-07-26"


MOVED = [  # told on a Wednesday
    ("The guards pushed back the dockers on Monday.", "2016-07-25"),
    ("She brought the two sides back to the table on Monday.", "2016-07-25"),
    ("The crew were moved to a barracks in Tema on Monday.", "2016-07-25"),
    ("The two brought forward a draft on Monday.", "2016-07-25"),
    ("The strike, called for Monday, will go ahead.", "2016-08-01"),
    ("The talks, planned by Chad for Monday, will go ahead.", "2016-08-01"),
    ("The vote was pushed back to Monday.", "2016-08-01"),
    ("The vote has been put back a week, to Monday.", "2016-08-01"),
    ("The vote was brought forward to Monday.", "2016-08-01"),
    ("The dockers will surely end the strike on Monday.", "2016-08-01"),
]


@pytest.mark.parametrize(("text", "value"), MOVED)
def test_only_what_is_moved_to_a_day_lies_ahead_of_it(text, value):
    assert only(text, "Monday").value == value


def test_what_is_put_off_by_some_weeks_is_put_off_to_a_day_to_come():
    assert only("The talks were put off two weeks to 9 August.", "9 August").value == "2016-08-09"


@pytest.mark.parametrize(
    ("text", "start", "is_since"),
    [("in place since March", 15, True), ("Since March they", 6, True), ("in March", 3, False), ("March", 0, False)],
)
def test_since_puts_a_time_behind(text, start, is_since):
    assert tense.since(text, start) is is_since


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Pakistan and India talked. On Independence Day Indian guns fell silent.", "2015-08-15"),
        ("Israel rested. In Israel and Jordan guns fell silent on Independence Day.", "2016-05-25"),
        ("Israel rested. The guns fell silent. It was Independence Day.", "2016-05-12"),
        ("Egypt, Cuba and Peru rested. The guns fell silent. It was Independence Day.", "2016-07-04"),
    ],
)
def test_a_national_day_is_that_of_the_country_named(text, value):
    assert only(text, "Independence Day").value == value


def test_a_day_right_before_the_article_is_news_in_a_history_too():
    lives = "She joined in 1954, served in 1977, left in 1981, came back in 1983 and stopped in 1989."
    text = f"Ada Lund, who signed the pact in 1961, died in Bern on 20 July. {lives} She will be buried on 4 August."
    assert only(text, "20 July").value == "2016-07-20"
    assert only(text, "4 August").value == "2016-08-04"


def test_election_day_is_the_first_of_november_in_its_own_country_alone():
    assert only("It rained in Togo on election day.", "election day").value is None
    assert only("Shops in Texas, in the United States, shut on election day.", "election day").value == "2016-11-08"
    assert only("Togo will be quiet on Election Day.", "Election Day").value == "2016-11-08"


def test_a_national_day_that_no_country_has_is_not_guessed():
    assert only("The guns fell silent on Republic Day.", "Republic Day").value is None


def test_a_bare_day_goes_on_from_the_date_told_before():
    text = "On 3 May he came. On the 5th he left. He will come back on the 12th."
    assert [t.value for t in read_times(text, anchor=DAY)] == ["2016-05-03", "2016-05-05", "2016-08-12"]


CHRONICLE = """14 March 2015 - The barge sinks.
30 March - The guild says it will pay.
2/3 June - Monks meet in Oslo.
- 28 December: The guild pays.
5 January: The well is dug.
"""


def test_an_entry_of_a_chronicle_goes_on_from_the_one_before():
    values = {t.text: t.value for t in read_times(CHRONICLE, anchor=date(2016, 1, 11))}
    assert values["30 March"] == "2015-03-30"
    assert values["28 December"] == "2015-12-28"
    assert values["5 January"] == "2016-01-05"


def test_a_chronicle_does_not_go_on_into_what_is_to_come():
    text = CHRONICLE + "3 February: The guild meets.\n"
    assert read_times(text, anchor=date(2016, 1, 11))[-1].value == "2016-02-03"


def test_the_locale_says_whether_the_month_comes_first():
    assert only("Dated 03/04/2016.", "03/04/2016", locale="en_US").value == "2016-03-04"
    assert only("Dated 03/04/2016.", "03/04/2016", locale="en_GB").value == "2016-04-03"


def test_the_south_turns_the_seasons_round():
    time = only("In the summer of 2015 they met.", "the summer of 2015", southern=True)
    assert (str(time.first), str(time.until)) == ("2015-12-01", "2016-03-01")


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("August", "XXXX-08"),
        ("yesterday", None),
        ("last week", None),
        ("Friday", "XXXX-WXX-5"),
        ("3 May", "XXXX-05-03"),
    ],
)
def test_without_a_date_nothing_is_guessed(words, value):
    time = only(f"It happened {words} or so.", words, anchor=None)
    assert (time.value, time.first, time.until) == (value, None, None)


def test_a_year_of_publication_helps_a_month_but_no_day():
    published = Published("2016", date(2016, 1, 1), date(2017, 1, 1), "inferred", "")
    assert only("They met in August.", "August", anchor=published).value == "2016-08"
    assert only("They met yesterday.", "yesterday", anchor=published).value is None
    assert only("They met this year.", "this year", anchor=published).value == "2016"


def test_a_history_carries_its_own_year():
    text = (
        "The war began in March 1861. In April the fort fell. By 1862 the armies had grown. "
        "In May 1863 they met again; in July the town fell. It was 1864, then 1865, before the end. "
        "The debts were paid in 1871, and the last captives came home in 1872."
    )
    values = [t.value for t in read_times(text, anchor=date(2009, 12, 19))]
    assert values == ["1861-03", "1861-04", "1862", "1863-05", "1863-07", "1864", "1865", "1871", "1872"]


def test_what_a_history_tells_as_planned_does_not_move_it():
    text = (
        "War broke out in 1812. In May 1813 the king fled. The allies would be in the city by late 1815. "
        "In July the prince rode north for the next month."
    )
    times = {t.text: t for t in read_times(text, anchor=DAY)}
    assert times["July"].value == "1813-07"
    assert (times["the next month"].value, times["the next month"].first) == ("P1M", None)


def test_what_counts_from_nothing_told_is_not_known():
    text = "They had seen hundreds of floods. Two decades later, they agree on one thing."
    assert only(text, "Two decades later").value is None


def test_a_weekday_that_no_year_of_the_story_has_is_the_tellers():
    text = (
        "War came in 1901, in 1902, in 1904, in 1905, in 1906 and in 1908. Peace was signed in 1981. "
        "The film is shown on Monday, 14 June."
    )
    assert only(text, "Monday, 14 June", anchor=date(2010, 6, 10)).value == "2010-06-14"


def test_plans_do_not_move_the_story():
    text = "It was signed on 3 May 2016. It is to expire in 2020. The next day it was broken."
    assert only(text, "The next day").value == "2016-05-04"


WORDS = st.sampled_from(
    "the a of in on last next early late March May 3 14 2016 Friday week two days ago to and from "
    "between - , . morning 10:30 p.m. first quarter year century end beginning more than recent \n now".split(" ")
)


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, max_size=30))
def test_offsets_slice_back_and_nothing_breaks(words):
    text = " ".join(words)
    for time in read_times(text, anchor=DAY):
        assert text[time.start : time.end] == time.text
        assert time.first is None or time.until is None or time.first < time.until
    assert read_times(text, anchor=DAY) == read_times(text, anchor=DAY)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=80))
def test_any_text_can_be_read(text):
    for time in read_times(text, anchor=DAY):
        assert text[time.start : time.end] == time.text
    ids = [t.id for t in read_times(text, anchor=DAY)]
    assert len(ids) == len(set(ids))


def test_reading_one_text_changes_nothing_in_another():
    text = "It was signed on Monday and broken the next day."
    alone = read_times(text, anchor=DAY)
    read_times("The war of 1861 ended in 1865. In May the fort fell.", anchor=date(1999, 1, 1))
    assert read_times(text, anchor=DAY) == alone
    assert [t.value for t in alone] == ["2016-07-25", "2016-07-26"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The ministers met in Lima in March 2015. They will sign at the end of the month.", "the end of the month"),
        ("A driver in the 2010 raid was freed today. Gunmen raided the bank exactly two years ago.", "two years ago"),
        ("Envoys met on 3 March 2015. Last month they fell out. Talks resume next week.", "Last month"),
    ],
)
def test_an_undated_text_does_not_lend_its_own_day_from_another_date_that_it_names(text, words):
    found = next(t for t in read_times(text, anchor=None) if t.text == words)
    assert (found.first, found.until, found.why[0].because) == (None, None, "counted from a date that is not known")


SENTENCES = [(c["text"], c.get("anchor", DAY)) for c in read_toml(LANGUAGES / "en" / "corpus.toml")["sentence"]]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The hall was full, and nobody objected.\n\n", "\n\nThe guards will let the crowd be."),
        ("The envoy will speak for the delegation. ", " It was quiet, and nobody objected."),
        ("Nobody objected. ", " The envoy plans to speak for the delegation."),
    ],
)
def test_text_around_a_sentence_changes_nothing_in_it(before, after):
    changed = []
    for text, anchor in SENTENCES:
        if register_of(text):  # a message is one because it is short, a history because of its years
            continue
        alone = [(t.text, t.value, t.first, t.until) for t in read_times(text, anchor=anchor)]
        among = [(t.text, t.value, t.first, t.until) for t in read_times(before + text + after, anchor=anchor)]
        if alone != among:
            changed.append((text, alone, among))
    assert changed == []


def test_times_of_a_caption_do_not_move_the_story():
    text = "Photo of 24 March 2015.\n\nIt was signed on 3 May 2016. The next day it was broken.\n"
    block = SimpleNamespace(start=0, end=23, kind="caption")
    assert only(text, "The next day", blocks=[block]).value == "2016-05-04"
    swapped = "It was signed on 3 May 2016.\n\nPhoto of 24 March 2015.\n\nThe next day it was broken.\n"
    block = SimpleNamespace(start=30, end=53, kind="caption")
    assert only(swapped, "The next day", blocks=[block]).value == "2016-05-04"


def test_nothing_heavy_is_imported():
    code = "import sys; from timeline.times import read_times; read_times('on Monday', anchor=None);"
    code += "print(sorted({'spacy', 'dateparser', 'holidays', 'dateutil'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The revolt of 499 BC failed; the following year it began anew.", ["BC0499", "BC0498"]),
        ("It burned in AD 79.", ["0079"]),
        ("They met at Easter 2015 and at Christmas 2015.", ["2015-04-05", "2015-12-25"]),
        ("They met on Eid al-Fitr 2016.", ["2016-07-06"]),
    ],
)
def test_far_years_and_holidays(text, values):
    assert [t.value for t in read_times(text, anchor=DAY)] == values


@pytest.mark.parametrize(
    ("value", "edtf"),
    [
        ("in 1994", "1994"),
        ("in the 1990s", "199X"),
        ("in the spring of 2016", "2016-21"),
        ("in early May 2016", "2016-05-01/2016-05-10"),
        ("at 9 a.m. on 3 May 2016", "2016-05-03T09:00:00"),
        ("at 0900 GMT on 3 May 2016", "2016-05-03T09:00:00Z"),
        ("at 9 a.m. EST on 3 May 2016", "2016-05-03T09:00:00-04:00"),  # said of New York's summer, too
        ("at 17:00 Moscow time on 3 May 2013", "2013-05-03T17:00:00+04:00"),
        ("at 9 a.m. local time on 3 May 2016", "2016-05-03T09:00:00"),
        ("at about 9 a.m. on 3 May 2016", "2016-05-03~"),
        ("from 9 to 11 a.m. on 3 May 2016", "2016-05-03T09:00:00/2016-05-03T11:00:00"),
    ],
)
def test_edtf(value, edtf):
    assert read_times(f"It happened {value}.", anchor=DAY)[0].edtf == edtf


@pytest.mark.parametrize(
    ("options", "first"),
    [
        ({}, "2016-04-03"),
        ({"locale": "en_US"}, "2016-03-04"),
        ({"locale": "en-US.UTF-8"}, "2016-03-04"),
        ({"language": "en-US"}, "2016-03-04"),
        ({"language": "en-GB"}, "2016-04-03"),
        ({"language": "en-US", "locale": "en_GB"}, "2016-04-03"),
    ],
)
def test_the_locale_says_what_comes_first_in_figures(options, first):
    assert str(only("It is dated 03/04/2016 here.", "03/04/2016", **options).first) == first


def test_seasons_turn_round_in_the_south():
    assert str(only("They met in the summer of 2014.", "the summer of 2014", southern=True).first) == "2014-12-01"


@pytest.mark.parametrize(
    ("lines", "words", "first", "until"),
    [
        ("[general]\nfiscal_year = 10", "fiscal 2016", "2015-10-01", "2016-10-01"),
        ("[general]\nfiscal_year = 4", "fiscal 2016", "2016-04-01", "2017-04-01"),
        ("[general]\nfiscal_year = 4", "the 2015-16 financial year", "2015-04-01", "2016-04-01"),
        ("[general]\nschool_year = 2", "the 2015-16 school year", "2015-02-01", "2016-02-01"),
        ("[general]\nturn = 3", "the turn of the month", "2016-07-29", "2016-08-04"),
        ("[general]\nday_first = false", "03/04/2016", "2016-03-04", "2016-03-05"),
        ("[general]\nsouthern = true", "the summer of 2014", "2014-12-01", "2015-03-01"),
        ("[recent]\nday = 3", "recent days", "2016-07-24", "2016-07-28"),
        (
            "[words.holiday]\nflag = ['flag day']\n[holidays]\nflag = '06-14'",
            "flag day 2015",
            "2015-06-14",
            "2015-06-15",
        ),
    ],
)
def test_a_user_sets_conventions(tmp_path, lines, words, first, until):
    path = tmp_path / "mine.toml"
    path.write_text(lines, encoding="utf-8")
    time = only(f"It will be so by {words} at last.", words, overrides=str(path))
    assert (str(time.first), str(time.until)) == (first, until)


VOCABULARY = sorted(word for table in load().meanings.values() for word in table)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.sampled_from([*VOCABULARY, "the", "of", "to", "-", ",", "3", "2016", "44", "BC", "'98", "10:30"]),
        max_size=14,
    ),
    st.sampled_from([DAY, date(2016, 2, 29), date(1, 1, 1), date(9999, 12, 31), None]),
)
def test_words_of_the_rules_in_any_order_can_be_read(words, anchor):
    text = " ".join(words)
    for time in read_times(text, anchor=anchor):
        assert text[time.start : time.end] == time.text
        assert time.first is None or time.until is None or time.first < time.until
        assert time.why


def test_the_end_of_the_month_that_is_to_come_is_the_articles() -> None:
    text = "Envoys came on 22 June. The two sides will sign by the end of the month."
    assert only(text, "the end of the month").first == date(2016, 7, 21)
    told = "Envoys came on 22 June. The two sides signed at the end of the month."
    assert only(told, "the end of the month").first == date(2016, 6, 21)


def test_earlier_in_the_week_is_of_the_articles_week_but_for_what_had_been() -> None:
    came = "Envoys came on 23 July. "
    told = only(came + "Three left the port earlier in the week.", "earlier in the week")
    assert (told.value, told.first) == ("2016-W30", date(2016, 7, 25))
    before = only(came + "Earlier in the week they had left the port.", "Earlier in the week")
    assert before.value == "2016-W29"


def test_an_aside_does_not_part_a_day_from_its_verb() -> None:
    text = "The talks resume at 9 a.m. (0700 GMT) on Thursday."
    assert {t.first for t in read_times(text, anchor=DAY)} == {date(2016, 7, 28)}


def test_this_week_of_what_is_to_come_is_the_next_on_a_sunday() -> None:
    sunday = date(2016, 7, 31)
    assert only("The ministers will meet this week.", "this week", anchor=sunday).value == "2016-W31"
    assert only("The ministers met this week.", "this week", anchor=sunday).value == "2016-W30"
    assert only("The ministers will meet this week.", "this week").value == "2016-W30"
    saturday = date(2016, 7, 30)
    assert only("The ministers will meet this week.", "this week", anchor=saturday).value == "2016-W31"
    assert only("The ministers met this week.", "this week", anchor=saturday).value == "2016-W30"
    assert only("The ministers were to meet this week but did not.", "this week", anchor=saturday).value == "2016-W30"
    later = only("Later this week the ministers will meet.", "Later this week", anchor=sunday)
    assert (later.first, later.until) == (date(2016, 8, 1), date(2016, 8, 8))


@pytest.mark.parametrize(
    ("text", "hour", "day"),
    [
        ("Envoys met on Monday evening and left at 2 a.m.", "2 a.m.", 26),
        ("Polls closed at 8 p.m. on Sunday. Kos left shortly after midnight.", "midnight", 25),
        ("The hall filled late on Sunday. At 3 a.m. it burned.", "3 a.m.", 25),
        ("Togo voted on Sunday. Kos conceded shortly after midnight.", "midnight", 25),
        ("Envoys met on Monday evening and left at 11 p.m.", "11 p.m.", 25),
        ("The camp burned on Sunday. Rain came at 3 a.m.", "3 a.m.", 24),
        ("Envoys met on Monday evening and left at midnight.", "midnight", 25),
    ],
)
def test_an_hour_of_the_night_after_an_evening_is_of_the_day_after(text: str, hour: str, day: int) -> None:
    assert only(text, hour).first == date(2016, 7, day)


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Envoys fly to Rome on Wednesday, 10 August, and will meet the pope on Thursday.", "Thursday", "2016-08-11"),
        ("Envoys will meet on Friday and fly home on Wednesday.", "Wednesday", "2016-08-03"),
        ("Ahead of the 10 August vote, envoys will visit Rome on Thursday.", "Thursday", "2016-07-28"),
        ("The vote is on 10 August, envoys said on Thursday.", "Thursday", "2016-07-21"),
        ("The port has been shut since Dec. 3, and the envoys know it.", "Dec. 3", "2015-12-03"),
    ],
)
def test_a_day_goes_on_from_the_day_just_planned_and_since_looks_back(text: str, words: str, value: str) -> None:
    assert only(text, words).value == value
