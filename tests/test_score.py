"""The arithmetic of the score, on cases and readers made by hand."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from timeline import gold, score
from timeline.gold import Case, GoldError, Offer, Page, Wanted, Who
from timeline.model import (
    Actor,
    Article,
    Event,
    Participant,
    Place,
    Published,
    Record,
    Span,
    TimeExpression,
    Trigger,
    When,
)
from timeline.score import Count, Report, Row, Sheet

TEXT = "Envoy Ada Berg will meet Syria in early May. Rain fell."
ADA = Actor("person:ada-berg", "Ada Berg", "person", country="NO", role="Envoy", mentions=(Span(0, 14),))
SYRIA = Actor("country:sy", "Syria", "country", country="SY", mentions=(Span(25, 30),))
MAY = TimeExpression(
    "t1", 34, 43, "early May", "DATE", "2016-05", "START", date(2016, 5, 1), date(2016, 5, 11), "2016-05", "third", None
)
MEETING = Event(
    id="e1",
    title="Berg to meet Syria",
    type="meeting",
    status="planned",
    salience=0.9,
    confidence=0.9,
    trigger=Trigger(20, 24, "meet"),
    sentence=Span(0, 44),
    when=When("2016-05", MAY.first, MAY.until, "2016-05", "explicit", "within", "t1"),
    actors=(Participant("person:ada-berg", "agent"), Participant("country:sy", "with")),
    place=Place("place:oslo", "Oslo"),
    said_by="Ada Berg",
)
WANTED = {
    "status": "planned",
    "basis": "explicit",
    "first": MAY.first,
    "until": MAY.until,
    "type": "meeting",
    "extent": "within",
    "place": "place:oslo",
    "title": ["meet"],
    "said_by": "berg",
    "actors": ["person:ada-berg", "country:sy", "country:no"],  # Norway acts through its envoy
}


def words(text: str, fields: Mapping[str, object] | None = None) -> Wanted:
    return Wanted(text, gold.locate(TEXT, text), fields or {})


def a_case(**parts: object) -> Case:
    case = Case("sheet", Article("a-1", TEXT, published=date(2016, 3, 24)), TEXT)
    return replace(case, **parts)  # type: ignore[arg-type]


def a_record(*events: Event) -> Record:
    published = Published("2016-03-24", date(2016, 3, 24), date(2016, 3, 25), "given", "given")
    return Record(a_case().article, published, (MAY,), (ADA, SYRIA), events)


class Says:
    """An engine that has one answer."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.asked: list[Article] = []

    def read(self, article: Article) -> Record:
        self.asked.append(article)
        return self.record


def test_all_right() -> None:
    case = a_case(
        times=(words("early May", {"value": "2016-05", "mod": "START", "first": MAY.first, "until": MAY.until}),),
        no_times=(words("Rain"),),
        events=(words("will meet", WANTED),),
        never=(words("fell"), words("meet", {"status": "occurred"})),
        only=True,
    )
    sheet = score.compare(case, a_record(MEETING))
    assert (sheet.cases, sheet.perfect, sheet.misses) == (1, 1, ())
    assert (sheet.times, sheet.events, sheet.never, sheet.extra) == (Count(1, 1), Count(1, 1), 0, 0)
    assert set(sheet.checks.values()) == {Count(1, 1)}


@pytest.mark.parametrize(
    ("change", "failed"),
    [
        ({"status": "occurred"}, {"status"}),
        ({"type": "visit"}, {"rest"}),
        ({"title": "Berg in Oslo"}, {"rest"}),
        ({"place": None}, {"rest"}),
        ({"said_by": None}, {"rest"}),
        ({"actors": (Participant("person:ada-berg", "agent"),)}, {"who"}),
        ({"when": replace(MEETING.when, first=date(2016, 5, 2))}, {"date"}),
        ({"when": replace(MEETING.when, until=None)}, {"date"}),
        ({"when": replace(MEETING.when, basis="inherited", extent=None)}, {"basis", "rest"}),
        ({"salience": 0.4}, set(score.CHECKS)),
        ({"trigger": Trigger(45, 49, "Rain")}, set(score.CHECKS)),
    ],
)
def test_each_field_is_its_own_check(change: dict[str, object], failed: set[str]) -> None:
    event = replace(MEETING, **change)  # type: ignore[arg-type]
    sheet = score.compare(a_case(events=(words("will meet", WANTED),)), a_record(event))
    assert {name for name, count in sheet.checks.items() if count == Count(0, 1)} == failed
    assert sheet.events == Count(0, 1)
    assert len(sheet.misses) == 1


def test_an_event_without_a_date_must_have_none() -> None:
    case = a_case(events=(words("will meet", {"basis": "none"}),))
    dated = replace(MEETING, when=replace(MEETING.when, basis="none"))
    assert score.compare(case, a_record(dated)).checks["date"] == Count(0, 1)
    assert score.compare(case, a_record(replace(MEETING, when=When()))).events == Count(1, 1)


def test_an_open_end_is_compared() -> None:
    case = a_case(events=(words("will meet", {"first": None, "until": MAY.until}),))
    assert score.compare(case, a_record(MEETING)).checks["date"] == Count(0, 1)
    opened = replace(MEETING, when=replace(MEETING.when, first=None))
    assert score.compare(case, a_record(opened)).checks["date"] == Count(1, 1)


def test_each_entry_stands_for_one_wanted_event() -> None:
    case = a_case(events=(words("will meet Syria", {"status": "occurred"}), words("meet", {"status": "planned"})))
    sheet = score.compare(case, a_record(MEETING))
    assert sheet.checks["found"] == Count(1, 2)
    assert sheet.checks["status"] == Count(1, 2)  # the closest fit was made first


@pytest.mark.parametrize(
    ("fields", "violated"),
    [({}, 1), ({"status": "planned"}, 1), ({"status": "occurred"}, 0), ({"basis": "explicit", "type": "visit"}, 0)],
)
def test_never(fields: dict[str, object], violated: int) -> None:
    sheet = score.compare(a_case(never=(words("meet", fields),)), a_record(MEETING))
    assert (sheet.never, len(sheet.misses)) == (violated, violated)


def test_never_does_not_count_what_lies_under_the_line() -> None:
    assert score.compare(a_case(never=(words("meet"),)), a_record(replace(MEETING, salience=0.3))).never == 0


def test_a_time_that_must_not_be_found_counts_as_never() -> None:
    assert score.compare(a_case(no_times=(words("May"),)), a_record()).never == 1


@pytest.mark.parametrize(
    "fields",
    [{"value": "2016-06"}, {"mod": "END"}, {"first": date(2016, 5, 2)}, {"until": None}],
)
def test_a_time_that_is_wrong(fields: dict[str, object]) -> None:
    sheet = score.compare(a_case(times=(words("early May", fields),)), a_record())
    assert sheet.times == Count(0, 1)
    assert "early May" in sheet.misses[0].what


def test_entries_too_many() -> None:
    rain = replace(MEETING, id="e2", trigger=Trigger(50, 54, "fell"))
    case = a_case(events=(words("meet"),), only=True)
    assert score.compare(case, a_record(MEETING, rain)).extra == 1
    assert score.compare(replace(case, may=(words("fell"),)), a_record(MEETING, rain)).extra == 0
    assert score.compare(replace(case, only=False), a_record(MEETING, rain)).extra == 0


@pytest.mark.parametrize(
    ("fields", "mention", "right"),
    [
        ({"name": "Ada Berg", "country": "NO", "role": ["envoy"]}, "Ada", 1),
        ({"country": "SE"}, "Ada", 0),
        ({"role": ["Minister"]}, "Ada", 0),
        ({}, "Rain", 0),
    ],
)
def test_actors(fields: dict[str, object], mention: str, right: int) -> None:
    case = a_case(actors=(Who("person:ada-berg", fields, (words(mention),)),))
    assert score.compare(case, a_record()).actors == Count(right, 1)


def test_an_actor_that_is_not_there() -> None:
    sheet = score.compare(a_case(actors=(Who("person:nobody", {}, ()),)), a_record())
    assert sheet.actors == Count(0, 1)
    assert "not found" in sheet.misses[0].what


@pytest.mark.parametrize(
    ("rows", "offers", "right"),
    [(1, ("person:ada-berg",), 1), (0, ("person:ada-berg",), 0), (1, ("country:sy",), 0)],
)
def test_what_a_filter_leaves(rows: int, offers: tuple[str, ...], right: int) -> None:
    case = a_case(events=(words("meet"),), offer=Offer("country:no", rows, offers))
    assert score.compare(case, a_record(MEETING)).actors == Count(right, 1)


def test_sheets_add_up_and_the_text_tells_them() -> None:
    case = a_case(events=(words("will meet", {"status": "occurred", "what": "Berg and Syria"}),), rows=True)
    other = replace(case, sheet="other", events=(words("will meet", {"status": "planned"}),), rows=False)
    engine = Says(a_record(MEETING))
    report = score.score_cases(engine, [case, case, other])
    assert engine.asked == [case.article] * 3
    assert [(s.name, s.cases, s.perfect) for s in report.sheets] == [("sheet", 2, 0), ("other", 1, 1)]
    assert report.total.events == Count(1, 3)
    assert report.total.checks["status"] == Count(1, 3)
    assert report.sheets[0].rows[0].wrong == ("status",)
    text = report.text()
    assert "NOT  Berg and Syria" in text
    assert "wanted  occurred" in text
    assert "2016-05-01..2016-05-10 planned explicit meeting [ada-berg, sy] “Berg to meet Syria”" in text
    assert TEXT not in text
    assert TEXT in report.text(verbose=True)


def test_nothing_found_is_told_as_nothing() -> None:
    report = Report((Sheet("s", rows=(Row("A visit", "2016-05-01 planned", "", ("found",)),)),))
    assert "given   nothing" in report.text()


def test_the_whole_gold_is_read() -> None:
    def silent(article: Article) -> Record:
        return Record(article, Published(None, None, None, "unknown", ""))

    report = score.score(Reading(silent))
    names = [s.name for s in report.sheets]
    assert names[0] == "article"
    assert names[-2:] == ["whose", "pages"]
    assert report.total.cases > 200
    assert report.total.events.right == 0
    assert report.total.extra == report.total.never == 0


class Reading:
    """An engine that is one function."""

    def __init__(self, read: Callable[[Article], Record]) -> None:
        self.read = read


def test_pages_are_compared_part_by_part() -> None:
    right = Page("right", "Caption:\n\nBerg waves.\n", (("furniture", Span(0, 8)), ("caption", Span(10, 21))))
    wrong = replace(right, what="wrong", parts=(("furniture", Span(0, 8)), ("body", Span(10, 21))))
    sheet = score.score_pages([right, wrong])
    assert (sheet.cases, sheet.perfect) == (2, 1)
    assert [(m.told, m.what) for m in sheet.misses] == [("wrong", "block: wanted body “Berg waves.”; came caption")]


def test_a_caption_is_given_as_a_caption(tmp_path: Path) -> None:
    path = tmp_path / "x.toml"
    path.write_text(
        '[[sentence]]\nblock = "caption"\ntext = "Berg waves."\n'
        'published = 2016-01-02\nnever = [{ trigger = "waves" }]\n',
        encoding="utf-8",
    )
    (case,) = gold.read_sentences(path)
    span = case.never[0].span
    assert case.article.text == "Caption:\n\nBerg waves.\n"
    assert case.article.text[span.start : span.end] == "waves"
    assert case.told == "Berg waves."


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("[[sentence]\n", "x.toml"),
        ('[[sentence]]\ntext = "A."\n', "sentence 1 needs a text and a date"),
        ('[[sentence]]\ntext = "A b a."\npublished = 2016-01-02\nevents = [{ trigger = "c" }]\n', "'c' stands 0 times"),
        ('[[sentence]]\ntext = "A a a."\npublished = 2016-01-02\nevents = [{ trigger = "a" }]\n', "stands 2 times"),
        ('[[sentence]]\ntext = "A."\npublished = 2016-01-02\nevents = [{ status = "planned" }]\n', "no trigger"),
    ],
)
def test_a_bad_file_is_named_with_its_place(tmp_path: Path, content: str, message: str) -> None:
    path = tmp_path / "x.toml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(GoldError, match=r"x\.toml") as error:
        gold.read_sentences(path)
    assert message in str(error.value)


def test_an_article_without_its_text_is_named(tmp_path: Path) -> None:
    (tmp_path / "x.toml").write_text('article = "y"\n', encoding="utf-8")
    with pytest.raises(GoldError, match=r"y\.txt"):
        gold.read_article(tmp_path / "x.toml", tmp_path)


def test_words_are_found_past_no_break_spaces() -> None:
    assert gold.locate("end of\u00a0May", "of May") == Span(4, 10)
