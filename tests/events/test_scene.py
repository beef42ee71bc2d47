"""Titles that name nobody are told under where their events were."""

from datetime import date

import pytest

from timeline import Article, Engine

ENGINE = Engine()

TITLES = [
    # (text, what the titles of its calendar are)
    (
        "Chadian police say at least nine men were killed in two blasts on Tuesday. Guards shut the port on Wednesday.",
        ["Chad: At least nine men killed in two blasts", "Chad: Guards shut port"],
    ),
    ("Officials in Togo say at least nine boys drowned on Monday.", ["Togo: At least nine boys drown"]),
    ("In Peru, doctors say at least nine divers drowned on Monday.", ["Peru: At least nine divers drowned"]),
    ("Nine people were killed in a blast, Peruvian police say.", ["Peru: Nine people killed in blast"]),
    (
        "A bomb that was tied to a lorry blew up on Tuesday, in the Chadian city of Kano, wounding two bakers.",
        ["Chad: Bomb blows up, wounding two bakers"],
    ),
    (
        "Togolese unions vowed to go on with the marches and called for a nationwide strike on 12 May.",
        ["Togolese unions vow to go on with marches", "Togo: Nationwide strike"],
    ),
    (
        "Officials say 90 boys were on a ferry when it sank Monday in a lake in Chad. Six boys were found on Tuesday.",
        ["Officials say 90 boys were on ferry", "Chad: Six boys found"],
    ),
    # what is said, or goes on for years, need not be where something else was
    (
        "Nine miners were hurt in Chile on Monday. Dockers condemned the raid on Tuesday.",
        ["Nine miners hurt in Chile", "Dockers condemn raid"],
    ),
    # it is not theirs: who is sent to another country, who only speaks there, what is told of two
    ("The Danish army says a guard was killed by a bomb on Monday.", ["Guard killed by bomb"]),
    ("Doctors say in Geneva that nine boys drowned on Monday.", ["Nine boys drown"]),
    (
        "Chad invaded Togo in March, and nine people were killed.",
        ["Chad invades Togo", "Nine people killed"],
    ),
    (
        (
            "Lisbon, which recalled its envoy from Chad on Monday, says he will go back.\n\n"
            "Unions have called a strike for Friday."
        ),
        ["Lisbon recalls envoy from Chad", "Strike by unions"],
    ),
    # another piece of news, or something else that was there
    (
        "Nine miners were hurt in Peru on Monday. Elsewhere, gunmen killed two guards on Tuesday.",
        ["Nine miners hurt in Peru", "Gunmen kill two guards"],
    ),
    (
        "A union was founded after a strike in Chile. Dockers burned two lorries on Wednesday.",
        ["Union founded after strike in Chile", "Dockers burn two lorries"],
    ),
    # a story from a town, but not from a capital
    ("BUFFALO, N.Y. (Example Wire) - A fire destroyed a mill on Monday.", ["Buffalo: Fire destroys mill"]),
    ("NAIROBI (Example Wire) - A fire destroyed a mill on Monday.", ["Fire destroys mill"]),
]


@pytest.mark.parametrize(("text", "titles"), TITLES, ids=lambda x: x[:40] if isinstance(x, str) else "")
def test_a_title_of_nobody_is_told_under_its_place(text: str, titles: list[str]) -> None:
    record = ENGINE.read(Article(id="a", text=text, published=date(2012, 5, 10)))
    assert [e.title for e in record.events if e.on_calendar] == titles
