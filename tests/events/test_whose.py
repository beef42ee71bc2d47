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
]


@pytest.mark.parametrize(("text", "title", "who"), TOLD, ids=[title for _, title, _ in TOLD])
def test_whose_it_is_and_who_takes_part(text: str, title: str, who: str) -> None:
    record = ENGINE.read(Article(id="w", text=text, published=WEDNESDAY))
    names = {a.id: a.name for a in record.actors}
    told = {e.title: ", ".join(names[p.id] for p in e.actors) for e in record.events}
    assert told.get(title, told) == who
