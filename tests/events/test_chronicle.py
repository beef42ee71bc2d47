"""A chronicle: dates that head the entries of a list, and what each entry tells."""

from __future__ import annotations

from datetime import date

from timeline.engine import Engine
from timeline.model import ON_CALENDAR, Article, Event

ENGINE = Engine()

CRISIS = """Key dates in the crisis at Bank Nordia:
14 September: The central bank widens its rules for collateral.
16 September: The central bank is authorised to lend 85 billion crowns to the insurer.
The bank again cuts its main rate.
18 September: Norway and Sweden agree to lend Bank Nordia 4 billion crowns.
The bank was founded in another age. Its lawyers are believed to have failed.
21 September: Death of Nordia's chairman, Olaf Berg, in Bergen.
29 September: The Norwegian government nationalises Bank Nordia.
More news on our page: the bank opens a museum.
"""


def told(text: str) -> list[Event]:
    record = ENGINE.read(Article("a", text, published=date(2018, 10, 7)))
    return [e for e in record.events if e.salience >= ON_CALENDAR]


def test_each_entry_has_the_date_that_heads_it() -> None:
    assert [(e.trigger.text, e.when.value, e.status) for e in told(CRISIS)] == [
        ("widens", "2018-09-14", "occurred"),
        ("authorised", "2018-09-16", "occurred"),
        ("cuts", "2018-09-16", "occurred"),
        ("agree", "2018-09-18", "occurred"),
        ("Death", "2018-09-21", "occurred"),
        ("nationalises", "2018-09-29", "occurred"),
    ]


def test_a_date_above_a_sentence_is_not_its_own() -> None:
    cut = next(e for e in told(CRISIS) if e.trigger.text == "cuts")
    assert cut.when.basis == "inherited"
    assert cut.why[0].because == "the date that its entry stands under"


def test_years_head_entries_too() -> None:
    text = (
        "1961 - Kalora becomes independent.\n1974 - Army officers overthrow Paul Obo.\n1979 - Obo is killed in Lome.\n"
    )
    assert [(e.trigger.text, e.when.value) for e in told(text)] == [
        ("becomes", "1961"),
        ("overthrow", "1974"),
        ("killed", "1979"),
    ]


def test_two_stamps_are_no_chronicle() -> None:
    text = "14 September\n\nPeru widens its rules.\n\n16 September\n\nPeru has a new port.\n"
    assert not any(e.when.value == "2018-09-16" for e in told(text))
