"""The seeds and their gold are well formed, and the gold's dates are what its words say by plain arithmetic."""

from __future__ import annotations

import calendar
import json
import re
from datetime import date, timedelta
from pathlib import Path

import pytest

from timeline import gold, resources
from timeline.clean import KINDS
from timeline.gold import Case, Page
from timeline.model import BASES, EXTENTS, STATUSES, TYPES

SEEDS = resources.seeds()
TEXTS = sorted(SEEDS.glob("*.txt"))
CASES = gold.read_gold(SEEDS)
SENTENCES = [c for c in CASES if not c.rows]
ARTICLES = [c for c in CASES if c.rows]
EVENT_FIELDS = {
    "what", "status", "basis", "type", "first", "until", "extent", "place", "said_by", "title", "actors",
}  # fmt: skip
BEHAVIOURS = {
    "caption", "told", "recent", "held", "claims", "hopes", "anticipated", "aims", "arranged", "furniture",
}  # fmt: skip
DAY = timedelta(days=1)
WEEKDAYS = [name.lower() for name in calendar.day_name]
SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


def name(case: Case) -> str:
    return case.article.id


@pytest.mark.parametrize("path", TEXTS, ids=lambda p: p.stem)
def test_every_seed_has_a_sidecar(path: Path) -> None:
    meta = json.loads(path.with_name(f"{path.stem}.meta.json").read_text(encoding="utf-8"))
    assert meta["id"] == path.stem
    assert meta["language"] == "en"
    assert date.fromisoformat(meta["published"]).year in range(2015, 2018)
    for key in ("title", "source", "note"):
        assert meta[key].strip()
    assert set(meta) <= {"id", "title", "published", "source", "url", "language", "note"}


def test_no_sidecar_stands_alone() -> None:
    assert {p.name.removesuffix(".meta.json") for p in SEEDS.glob("*.meta.json")} == {p.stem for p in TEXTS}


def test_every_seed_has_a_table() -> None:
    assert {c.article.id for c in ARTICLES} == {p.stem for p in TEXTS}


def test_companions_say_that_they_are_ours() -> None:
    companions = [c.article for c in ARTICLES if c.sheet != "article"]
    assert all(a.source == "Written for this project" for a in companions)
    assert all("not a real newspaper article" in (a.note or "") for a in companions)


def test_the_first_table_is_that_of_the_seed_article() -> None:
    case = ARTICLES[0]
    assert (case.sheet, len(case.events), len(case.actors), case.only) == ("article", 9, 7, True)
    assert case.article.published == date(2016, 7, 27)
    assert case.offer is not None
    assert case.offer.rows == 8


@pytest.mark.parametrize("sheet", sorted(BEHAVIOURS))
def test_every_behaviour_has_its_sentences_and_near_misses(sheet: str) -> None:
    cases = [c for c in SENTENCES if c.sheet == sheet]
    assert len(cases) >= 20
    assert sum(bool(c.never) for c in cases) >= 5
    assert len({c.told for c in cases}) == len(cases)


def test_there_is_general_news() -> None:
    general = [c for c in SENTENCES if c.sheet == "general"]
    assert len(general) >= 40
    assert {e.fields["status"] for c in general for e in c.events if "status" in e.fields} >= {
        "occurred", "ongoing", "planned", "hoped", "possible", "denied", "cancelled", "conditional",
    }  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=name)
def test_words_stand_in_the_text(case: Case) -> None:
    flat = case.article.text.replace("\u00a0", " ")
    for wanted in (*case.times, *case.no_times, *case.events, *case.may, *case.never):
        assert flat[wanted.span.start : wanted.span.end] == wanted.words


@pytest.mark.parametrize("case", CASES, ids=name)
def test_fields_have_values_that_exist(case: Case) -> None:
    for wanted in (*case.events, *case.may, *case.never):
        fields = wanted.fields
        assert set(fields) <= EVENT_FIELDS, wanted.words
        assert fields.get("status", "occurred") in STATUSES
        assert fields.get("basis", "none") in BASES
        assert fields.get("type", "other") in TYPES
        assert fields.get("extent", "within") in EXTENTS
        assert all(
            re.fullmatch(r"(person|country|organisation|group|place):[a-z\d-]+", a) for a in fields.get("actors", ())
        )
    for wanted in case.times:
        assert set(wanted.fields) <= {"value", "mod", "first", "until"}, wanted.words


@pytest.mark.parametrize("case", CASES, ids=name)
def test_stretches_have_a_beginning_before_their_end(case: Case) -> None:
    for wanted in (*case.times, *case.events):
        first, until = wanted.fields.get("first"), wanted.fields.get("until")
        assert first is None or isinstance(first, date)
        assert until is None or isinstance(until, date)
        assert first is None or until is None or first < until, wanted.words


@pytest.mark.parametrize("case", CASES, ids=name)
def test_dates_agree_with_their_basis(case: Case) -> None:
    published = case.article.published
    assert published is not None
    for wanted in case.events:
        dates = {wanted.fields.get(k) for k in ("first", "until")} - {None}
        if wanted.fields.get("basis") == "published":
            assert dates == {published, published + DAY}, wanted.words
        elif wanted.fields.get("basis") == "none":
            assert not dates, wanted.words
        elif case.times and wanted.fields.get("basis") == "explicit":
            ends = {t.fields.get(k) for t in case.times for k in ("first", "until")}
            assert dates <= ends, wanted.words


def test_gold_times_are_what_their_values_say() -> None:
    wrong = []
    for case in CASES:
        for wanted in case.times:
            fields = wanted.fields
            says = stretch(fields.get("value"), fields.get("mod"), wanted.words, case.article.published)
            if says and says != (fields["first"], fields["until"]):
                wrong.append((case.article.id, wanted.words, says))
    assert wrong == []


def test_gold_weekdays_are_near_the_article_and_on_their_day() -> None:
    seen = 0
    for case in SENTENCES:
        for wanted in case.times:
            word = wanted.words.lower().split()[-1]
            if word in WEEKDAYS and case.article.published:
                day = wanted.fields["first"]
                seen += 1
                assert day.weekday() == WEEKDAYS.index(word), wanted.words
                assert abs((day - case.article.published).days) <= 7, wanted.words
    assert seen >= 10


@pytest.mark.parametrize(
    ("value", "mod", "words", "first", "until"),
    [
        ("2016-08", "END", "the end of August", date(2016, 8, 21), date(2016, 9, 1)),
        ("2018", "MID", "mid-2018", date(2018, 5, 1), date(2018, 9, 1)),
        ("2016", "END", "the end of 2016", date(2016, 10, 1), date(2017, 1, 1)),
        ("2016", "END", "late 2016", date(2016, 9, 1), date(2017, 1, 1)),
        ("2019-W04", "END", "late next week", date(2019, 1, 25), date(2019, 1, 28)),
        ("2016-05-03TMO", None, "3 May in the morning", date(2016, 5, 3), date(2016, 5, 4)),
        ("2015-H2", None, "the second half of 2015", date(2015, 7, 1), date(2016, 1, 1)),
        ("198", "START", "the early 1980s", date(1980, 1, 1), date(1984, 1, 1)),
        ("18", None, "the 19th century", date(1800, 1, 1), date(1900, 1, 1)),
        ("PAST_REF", "APPROX", "recent months", date(2015, 11, 29), date(2016, 3, 1)),
    ],
)
def test_the_arithmetic_of_this_file(value: str, mod: str, words: str, first: date, until: date) -> None:
    assert stretch(value, mod, words, date(2016, 2, 29)) == (first, until)


@pytest.mark.parametrize("page", gold.read_pages(SEEDS), ids=lambda p: p.what)
def test_pages_give_a_kind_for_all_their_words(page: Page) -> None:
    assert {kind for kind, _ in page.parts} <= set(KINDS)
    covered = {i for _, span in page.parts for i in range(span.start, span.end)}
    assert all(char.isspace() for i, char in enumerate(page.text) if i not in covered)


def test_pages_show_every_kind() -> None:
    pages = gold.read_pages(SEEDS)
    assert len(pages) >= 15
    assert {kind for page in pages for kind, _ in page.parts} == set(KINDS)


def stretch(value: str | None, mod: str | None, words: str, anchor: date | None) -> tuple[date, date] | None:
    """The calendar of a TIMEX3 value by plain arithmetic; None where the value alone does not say."""
    assert anchor is not None
    if value in ("PAST_REF", "FUTURE_REF"):
        return reference(value, words, anchor)
    if value is None or value.startswith("P"):  # a length
        return None
    value = value.partition("T")[0]  # a time of day is its day
    if m := re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", value):
        day = date.fromisoformat(value)
        return day, day + DAY
    if m := re.fullmatch(r"(\d{4})-W(\d\d)", value):
        monday = date.fromisocalendar(int(m[1]), int(m[2]), 1)
        a, b = {"START": (0, 2), "MID": (2, 4), "END": (4, 7)}.get(mod or "", (0, 7))
        return monday + a * DAY, monday + b * DAY
    if m := re.fullmatch(r"(\d{4})-(\d\d)", value):
        return third(date(int(m[1]), int(m[2]), 1), mod)
    if m := re.fullmatch(r"(\d{4})-Q(\d)", value):
        return months(int(m[1]), 3 * int(m[2]) - 2, 3)
    if m := re.fullmatch(r"(\d{4})-H(\d)", value):
        return months(int(m[1]), 6 * int(m[2]) - 5, 6)
    if re.fullmatch(r"\d{3}", value):
        low, high = {"START": (0, 4), "MID": (4, 7), "END": (7, 10)}.get(mod or "", (0, 10))
        return months(10 * int(value) + low, 1, 12 * (high - low))
    if re.fullmatch(r"\d\d", value):
        return months(100 * int(value), 1, 1200)
    if m := re.fullmatch(r"(\d{4})-(SP|SU|FA|WI)", value):
        return months(int(m[1]), SEASONS[m[2]], 3)
    year = int(value)
    if mod is None:
        return months(year, 1, 12)
    if mod == "MID":
        return months(year, 5, 4)
    if re.search(r"\b(beginning|start|end|début|fin)\b", words):
        return months(year, 1 if mod == "START" else 10, 3)
    return months(year, 1 if mod == "START" else 9, 4)


def third(first: date, mod: str | None) -> tuple[date, date]:
    until = months(first.year, first.month, 1)[1]
    if mod is None:
        return first, until
    return {
        "START": (first, first.replace(day=11)),
        "MID": (first.replace(day=11), first.replace(day=21)),
        "END": (first.replace(day=21), until),
    }[mod]


def months(year: int, month: int, count: int) -> tuple[date, date]:
    end = year * 12 + month - 1 + count
    return date(year, month, 1), date(end // 12, end % 12 + 1, 1)


def reference(value: str, words: str, anchor: date) -> tuple[date, date]:
    far = back_three_months(anchor) if "month" in words else anchor - (28 if "week" in words else 7) * DAY
    if value == "PAST_REF":
        return far, anchor + DAY
    assert "month" not in words
    return anchor, anchor + (anchor - far) + DAY


def back_three_months(day: date) -> date:
    before = day.year * 12 + day.month - 1 - 3
    year, month = before // 12, before % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
