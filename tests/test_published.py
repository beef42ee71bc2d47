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


STORY = "The ministers agreed on a text about the river. They will meet again."

PRINTED = [
    # what stands above the story or opens it, and the day of the article that it says
    ("Brussels, 30 June 2026\n\n", "2026-06-30"),
    ("River talks end\n\nBrussels, 30 June 2026\n\n", "2026-06-30"),
    ("River talks end\n\nSundhamn, 30 June 2026\n\n", "2026-06-30"),
    ("30 June 2026, New York\n\n", "2026-06-30"),
    ("New York (30 June 2026)\n\n", "2026-06-30"),
    ("NEW YORK, 30 June 2026\n\n", "2026-06-30"),
    ("Vienna – 30 June 2026\n\n", "2026-06-30"),
    ("Vienna | Tuesday, 30th June 2026, 14:30 CET\n\n", "2026-06-30"),
    ("Geneva, 30/06/2026\n\n", "2026-06-30"),
    ("Geneva, 06/30/2026\n\n", "2026-06-30"),
    ("30.06.2026\n\n", "2026-06-30"),
    ("Press release, 30 June 2026\n\n", "2026-06-30"),
    ("Press release – Brussels, 30 June 2026\n\n", "2026-06-30"),
    ("Published: 30 June 2026\n\n", "2026-06-30"),
    ("Press release\n\nBrussels, 30 June 2026 – ", "2026-06-30"),
    ("New York, 30 June 2026 (Sund News) - ", "2026-06-30"),
    ("New York, 30 June 2026 - ", "2026-06-30"),
    ("NEW YORK, 30 June 2026 - ", "2026-06-30"),
    ("Washington, D.C., June 30, 2026 — ", "2026-06-30"),
    ("Port-au-Prince (30 June 2026) – ", "2026-06-30"),
    ("30 June 2026, New York – ", "2026-06-30"),
    ("Lome, June 30, 2026 (SNA) ", "2026-06-30"),
    ("Lome, June 30, 2026, SNA -- ", "2026-06-30"),
    # which of them is the month, nobody can say
    ("Geneva, 05/06/2026\n\n", None),
    # a headline, a sentence, the first day of a chronicle or of a calendar
    ("River Summit, 12 December 2026\n\n", None),
    ("Geneva, 30 June 2026 was a good day. ", None),
    ("Geneva, 30 June 2026 - a day of rain - was a good one. ", None),
    ("Geneva (30 June 2026) was the first round. ", None),
    ("On Tuesday, 30 June 2026 – ", None),
    ("Tuesday, 30 June 2026 – ", None),
    ("Oslo, 30 June 2026 – Envoys sign a deal.\nBern, 3 July 2026 – Envoys meet again.\n", None),
    ("Oslo, 30 June 2026\nA round of talks\nBern, 3 July 2026\n", None),
]


@pytest.mark.parametrize(("above", "day"), PRINTED)
def test_a_day_printed_above_the_story(above: str, day: str | None) -> None:
    found = when(Article(id="oslo", text=above + STORY))
    assert (found.value if found.origin == "text" else None) == day


def test_a_place_and_a_day_further_down_are_no_dateline() -> None:
    found = when(Article(id="oslo", text=f"{STORY}\n\nGeneva, 30 June 2026\n\n{STORY}"))
    assert found.origin != "text"


INFERRED = [
    # text, not before, before
    ("The envoys met in Oslo on 30 June 2026. The next round will be on 12 December 2026.", "2026-06-30", "2026-12-12"),
    ("The envoys met in May 2026. The next round is planned for 12 December 2026.", "2026-05-01", "2026-12-12"),
    ("The envoys met in May 2026. A report is due on 12 December 2026.", "2026-05-01", "2026-12-12"),
    ("The envoys met in May 2026. The law takes effect on 1 January 2027.", "2026-05-01", "2027-01-01"),
    ("The envoys met in May 2026. A vote is scheduled for October 2026.", "2026-05-01", "2026-11-01"),
    ("It met on 3 March 2026 and extends until 31 December 2026 the mandate.", "2026-03-03", "2026-12-31"),
    ("The envoys met in March 2026. The port was closed until 3 May 2026.", "2026-03-01", None),
    ("The envoys met in March 2026. The talks had been due to open on 3 May 2026.", "2026-03-01", None),
    ("Ahead of the 12 December 2026 summit, the envoys met on 30 June 2026.", "2026-06-30", None),
    ("Chad holds a vote on 3 May 2026.\n3 July 2026: Chad holds a vote.", "2026-07-03", None),
    ("The vote was planned for 3 May 2026 but was held on 7 May 2026.", "2026-05-07", None),
    (
        "In March 1945 they said that they would meet on 3 July 1946. In 1952 nobody knew of it.",
        "1945-03-01",
        None,
    ),
    ("Extends until 31 December 2026 the mandate of the mission.", None, None),
    ("The next round will be on 12 December 2026.", None, None),
]


@pytest.mark.parametrize(("text", "first", "until"), INFERRED)
def test_a_plan_is_no_day_that_has_come(text: str, first: str | None, until: str | None) -> None:
    found = when(Article(id="oslo", text=text))
    assert [d and d.isoformat() for d in (found.first, found.until)] == [first, until]
    assert found.origin == ("inferred" if first else "unknown")
