"""A noun that says nothing by itself is told in a title as the text tells it in full."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from timeline.engine import Engine
from timeline.model import ON_CALENDAR, Article

ENGINE = Engine()

# a text, and the title of its last entry
TOLD = [
    # by a word of the same kind
    (
        (
            "Union leaders and Karhu Lines struck a wage deal for dockers on Sunday night. Members must vote on it. "
            "The agreement was signed on Monday in Bergen."
        ),
        "Wage deal for dockers signed in Bergen",
    ),
    (
        "Two envoys agreed on a fishing accord in Lome. Their leaders signed the deal on Monday.",
        "Leaders sign fishing accord",
    ),
    (
        "Envoys held peace talks in Lome in February. The negotiations are to resume on 10 April.",
        "Peace talks to resume",
    ),
    ("Police began a murder inquiry in Split. The investigation ended on Monday.", "Murder inquiry in Split ends"),
    (
        "Norway agreed quotas on cod on Monday. Chile imposed sanctions on Togo in May. The measures end on 11 March.",
        "Sanctions on Togo to end",
    ),
    (
        "Chad and Togo signed a fishing treaty on Monday. The pact takes effect on 11 March.",
        "Fishing treaty between Chad and Togo to take effect",
    ),
    # not of one of another day
    (
        (
            "Dockers in Peru began a strike on Monday. The union was founded after the 1980 strike in Chile. "
            "The strike ended on Wednesday."
        ),
        "Strike ends",
    ),
    # not of two that differ, nor of one that is new
    (
        (
            "Chad and Togo struck a fishing deal, and Mali and Niger struck a mining deal. "
            "The agreement was signed on Monday."
        ),
        "Agreement signed",
    ),
    (
        (
            "The two firms signed a shipping pact in May. They also signed a fuel pact in June. "
            "The pact was renewed on Monday."
        ),
        "Pact renewed",
    ),
    (
        "Karhu signed a wage deal in May. Sund signed an agreement in June. The agreement was renewed on Monday.",
        "Agreement renewed",
    ),
    (
        "Mira Lund wrote a song for children. Her sister wrote a song for soldiers. The song was released on Friday.",
        "Song released",
    ),
    # as it is named again further on
    ("Engineers put a cap on it. The cap was attached on Tuesday. The well cap leaks, they say.", "Well cap attached"),
    ("The cap was attached on Tuesday. A well cap of steel costs $2 million.", "Cap attached"),
    ("The well was closed on Tuesday. The first relief well is not ready, engineers say.", "Well closed"),
    # by its kind, and not by how it is
    (
        "Turkey launched a military operation. Deputies condemned the operation on Monday.",
        "Deputies condemn military operation",
    ),
    ("Turkey launched a massive operation. Deputies condemned the operation on Monday.", "Deputies condemn operation"),
    # as a group is told of at first, and no body that has a name
    (
        "A communist group in the hills freed its hostages. The group began to fall apart in 1996.",
        "Communist group in hills begins to fall apart",
    ),
    (
        "Britain's Conservative government lost a vote. The government will sell its stake in the yards on 1 April.",
        "Britain's Conservative government to sell stake in yards",
    ),
    (
        "Karhu Air flies to Lima. An Australian airline put off orders. The mayor praised the airline on Monday.",
        "Mayor praises Australian airline",
    ),
    # by whom or what a deed befell
    (
        "Police arrested a banker in May. The arrest was condemned by the mayor on Monday.",
        "Arrest of banker condemned by mayor",
    ),
    (
        "Karhu sold its yard in Oslo in May. The sale was approved on Monday by the union.",
        "Karhu: Sale of yard approved by union",
    ),
    (
        (
            "A dam collapsed near Puno on 3 February, and a bridge collapsed in May. "
            "The collapse was blamed on rain on Monday."
        ),
        "Collapse blamed on rain",
    ),
    ("A warehouse did not explode in May. The explosion was heard in Split on Monday.", "Explosion heard in Split"),
    # of whom or what some are counted, but not those whom something may have harmed with others
    (
        "The rebels promised to free 40 Malian prisoners. The first eleven were handed over on Tuesday.",
        "First eleven Malian prisoners handed over",
    ),
    ("Gunmen seized nine dock workers in May. One was handed over on Tuesday.", "One dock worker handed over"),
    (
        "A navy held 21 bakers in May. The nets were sold in Lome. The 21 were handed over on Tuesday.",
        "Lome: 21 bakers handed over",
    ),
    (
        "A navy held twelve bakers. Nets sank. The twelve were fed. It rained. Ten were handed over on Tuesday.",
        "Ten bakers handed over",
    ),
    ("Seven bakers were killed in May. The seven were buried on Tuesday.", "Seven bakers buried"),
    ("Oslo sent 800 soldiers to Togo on Monday. Nine were wounded on Tuesday.", "Nine wounded"),
    ("Nine trawlers and ten ferries were seized in May. Six were handed over on Tuesday.", "Six handed over"),
    ("Two captains were freed in May. Six were handed over on Tuesday.", "Six handed over"),
]


@pytest.mark.parametrize(("text", "title"), TOLD, ids=[text[-40:] for text, _ in TOLD])
def test_a_bare_noun_is_told_in_full(text: str, title: str) -> None:
    record = ENGINE.read(Article("a", text, published=date(2016, 3, 4)))
    assert [e.title for e in record.events if e.salience >= ON_CALENDAR][-1] == title


FIRM = "Nordvall Steel will cut 900 jobs. Nordvall lost money last year. "
HEAD = "Chief Executive Karin Ostby said so. Ostby wept. "
LABELLED = [
    (
        f"{FIRM}Nordvall told its staff. A news conference will be held in Bergen on 9 March.",
        "Nordvall Steel: News conference in Bergen",
    ),
    (
        f"{FIRM}Talks with unions over the cuts begin on 9 March. Nordvall will shut a yard.",
        "Nordvall Steel: Talks with unions over cuts to begin",
    ),
    (
        f"{FIRM}{HEAD}Talks with unions begin on 9 March. Nordvall fell. Nordvall rose.",
        "Nordvall Steel: Talks with unions to begin",
    ),
    (
        f"{FIRM}Nordvall told its staff. Snow fell. A blast on 9 February killed two. Nordvall will shut a yard.",
        "Blast kills two",
    ),
    (
        f"{FIRM}Snow fell. Three committees in Bergen are to study the roads on 9 March. Nordvall will shut a yard.",
        "Three committees in Bergen to study roads",
    ),
]


@pytest.mark.parametrize(("text", "title"), LABELLED, ids=[title for _, title in LABELLED])
def test_what_names_nobody_stands_under_whom_the_story_is_about(text: str, title: str) -> None:
    record = ENGINE.read(Article("a", text, published=date(2016, 3, 4)))
    assert title in [e.title for e in record.events if e.salience >= ON_CALENDAR]


def test_a_headlines_capitals_stay_in_it() -> None:
    text = (Path(__file__).parents[2] / "seeds" / "2016-02-04-geneva-pause.txt").read_text(encoding="utf-8")
    events = ENGINE.read(Article(id="x", text=text, published=date(2016, 2, 4))).events
    assert not any("Talks" in e.title for e in events)
    of_the_talks = [e for e in events if "Syria talks" in e.title and e.salience >= ON_CALENDAR]
    assert [(e.title, e.status) for e in of_the_talks] == [
        ("De Mistura denies Syria talks have failed", "denied"),
        ("Syria talks in Geneva", "cancelled"),  # "had been set for 25 January and were put off": once
    ]
