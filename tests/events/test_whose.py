"""Whose and who: what a name, a pronoun or a plain noun stands for in a title and among those who take part."""

from __future__ import annotations

from datetime import date

import pytest

from timeline.engine import Engine
from timeline.model import Article

ENGINE = Engine()
WEDNESDAY = date(2018, 9, 12)

# a text, the title of one of its events, and who takes part in it
TOLD = [
    # the city that the text names, where a land is governed from two
    (
        "Ana Gil's trip to Dodoma, planned for Monday, has been cancelled.",
        "Ana Gil's trip to Dodoma cancelled",
        "Ana Gil",
    ),
    ("Ana Gil flew to Dar es Salaam on Monday.", "Ana Gil flies to Dar es Salaam", "Ana Gil"),
    ("Mali and Niger will meet in Yamoussoukro on Friday.", "Mali and Niger to meet in Yamoussoukro", "Mali, Niger"),
    ("Dodoma expelled the Chadian envoy on Monday.", "Dodoma expels Chadian envoy", "Tanzania, Chad"),
    # a woman without a name, and nobody who is named beside her
    (
        "Calling the widow of Omar Sol “a brave cook”, Karim Berg said Monday she had been robbed by the guard.",
        "Widow of Omar Sol robbed by guard",
        "guard, Omar Sol's widow",
    ),
    (
        "President Dragan Berg received the wife of Omar Sol on Monday. She will fly to Oslo on Friday.",
        "Wife of Omar Sol to fly to Oslo",
        "Omar Sol's wife",
    ),
    ("Dragan Sol met a nurse on Monday. She was killed on Tuesday.", "Nurse killed", "nurse"),
    (
        "Dragan Sol's father asked on Monday that the boy be returned to him in Lima.",
        "Boy to be returned to him in Lima",
        "Dragan Sol's father",
    ),
    # what his wife says of him is his
    (
        "The wife of Dragan Sol told judges on Monday he had been robbed by guards.",
        "Dragan Sol robbed by guards",
        "guards, Dragan Sol",
    ),
    # of two who may be meant, nobody
    (
        "Karim Berg's remarks on Monday were aimed at those who want Dragan to stay. He blamed Peru on Tuesday.",
        "Peru blamed",
        "Peru",
    ),
    # no person is a ministry
    (
        "The health ministry ruled on Monday that he must be returned to Togo.",
        "To be returned to Togo",
        "health ministry, Togo",
    ),
    # a country is its own leader's
    (
        "Peru's President Rosa Vidal, whose country takes over the chair of the league on Dec. 1, met nuns on Monday.",
        "Peru to take over chair of league",
        "Peru",
    ),
    # the government of the land in which it is called on
    (
        (
            "The visit was off at the request of the Mozambican government. Tanzania shut its border with Malawi. "
            "On Tuesday, nine nurses marched in Blantyre to demand that the government apologise to its neighbours."
        ),
        "Nine nurses march in Blantyre to demand that government apologise to neighbours",
        "nurses",
    ),
    ("Togo's army met. In Chad, dockers asked on Monday that the government quit.", "Chad: Government quits", "Chad"),
    # those who meet are also whom the clause above is done to
    (
        "Premier Ana Gil is expected to ask President Omar Sol for aid when they meet in Lima on Friday.",
        "Ana Gil and Omar Sol to meet in Lima",
        "Ana Gil, Omar Sol",
    ),
    # what only comes of a deed takes no part in it
    (
        "Peru and Chile will form a joint commission on Friday.",
        "Peru and Chile to form joint commission",
        "Peru, Chile",
    ),
    (
        "Zambians voted on Monday to choose a president and lawmakers.",
        "Zambians vote to choose president and lawmakers",
        "Zambia",
    ),
    # a report is of the body whose clause it stands in, and a centre that speaks is a body
    (
        "Germany insisted on Monday that no date be set before the Commission delivers its report in October.",
        "Commission to deliver report",
        "",
    ),
    (
        "The Lund Center said on Monday it would keep a team of 40 in Zambia until 3 October.",
        "Lund Center to keep team of 40 in Zambia",
        "Lund Center",
    ),
    # the body of a mission, and not what a treaty is on
    (
        "NATO envoy Ole Berg met dockers on Monday. His mission will leave Lome on Friday.",
        "NATO's mission to leave Lome",
        "NATO",
    ),
    (
        "Russia suspended its part in the Treaty on Conventional Armed Forces in May.",
        "Russia suspends part in Treaty on Conventional Armed Forces",
        "Russia",
    ),
    # the two lands of a sentence, and of three no two
    (
        (
            "Mali, Peru and Oman met. Togo accused Benin of shelling a port, and the two countries will hold talks "
            "on Friday."
        ),
        "Togo and Benin to hold talks",
        "Togo, Benin",
    ),
    (
        (
            "Premier Ole Berg met Premier Ana Gil on Monday. The premiers of the three countries plan to meet in Lima "
            "in May, Berg said."
        ),
        "Premiers of three countries to meet in Lima",
        "premiers",
    ),
    # two bodies, and the man of the second
    (
        "Erik Sol of the University of Lome and Oliver Gil of Oslo University examined the wreck on Monday.",
        "Erik Sol and Oliver Gil examine wreck",
        "Erik Sol, Oliver Gil",
    ),
    # the sides are the states for which two ministers met
    (
        (
            "Croatia lifted its veto after Foreign Minister Ole Berg met his Montenegrin peer, Ervin Sol, on Monday. "
            "The two sides will set up a joint commission in May."
        ),
        "Croatia and Montenegro to set up joint commission",
        "Croatia, Montenegro",
    ),
    # talks begun by others, and those of the sentence before
    (
        "Serbia's Ana Gil will hold talks with Ole Sol in Lima on Monday. Montenegro began negotiations in June 2012.",
        "Montenegro begins negotiations",
        "Montenegro",
    ),
    (
        (
            "Egypt held urgent talks with Hamas on Monday. The team negotiating a second truce will meet on Sunday. "
            "Those negotiations were supposed to begin on Thursday but have been delayed."
        ),
        "Negotiations to begin",
        "",
    ),
]


@pytest.mark.parametrize(("text", "title", "who"), TOLD, ids=[title for _, title, _ in TOLD])
def test_whose_it_is_and_who_takes_part(text: str, title: str, who: str) -> None:
    record = ENGINE.read(Article(id="w", text=text, published=WEDNESDAY))
    names = {a.id: a.name for a in record.actors}
    told = {e.title: ", ".join(names[p.id] for p in e.actors) for e in record.events}
    assert told.get(title, told) == who
