"""The words of events: those that ship, and a user's file on top of them."""

from __future__ import annotations

import inspect
import re
from datetime import date
from pathlib import Path

import pytest

from timeline.engine import Engine
from timeline.events import lexicon, salience
from timeline.model import TYPES, Article

PLOVER = set(
    "AGREE CONSULT SUPPORT COOPERATE AID YIELD REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT "
    "RETREAT".split()
)
OWN = """
[[type]]
name = "meeting"
verbs = ["powwow"]
nouns = ["jirga"]

[[type]]
name = "protest"
nouns = ["meeting"]
weight = 0.7

[[type]]
name = "other"
minor = ["recount"]
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    path = tmp_path / "own.toml"
    path.write_text(OWN, encoding="utf-8")
    return path


def test_every_type_has_a_weight_and_a_plover_type() -> None:
    words = lexicon.load()
    assert set(words.weight) == set(words.plover) == set(TYPES)
    assert {t for t, plover in words.plover.items() if plover not in PLOVER} == {"other"}


def test_a_users_words_count_before_those_that_ship(own: Path) -> None:
    words = lexicon.load(own=own)
    assert (words.verbs["powwow"], words.nouns["jirga"], words.nouns["meeting"]) == ("meeting", "meeting", "protest")
    assert (words.weight["protest"], words.weight["vote"]) == (0.7, lexicon.load().weight["vote"])
    assert "recount" in words.minor
    assert "powwow" not in lexicon.load().verbs


def test_a_users_word_names_an_event(own: Path) -> None:
    article = Article("a", "Afghan elders held a jirga in Herat on Monday.", published=date(2018, 9, 12))
    (event,) = [e for e in Engine(events_file=own).read(article).events if e.trigger.text == "jirga"]
    assert (event.type, event.title) == ("meeting", "Afghan elders hold jirga in Herat")
    assert not [e for e in Engine().read(article).events if e.trigger.text == "jirga"]


def test_a_users_minor_noun_stands_under_the_line(own: Path) -> None:
    article = Article("a", "Officials in Lome held a recount on Monday.", published=date(2018, 9, 12))
    (event,) = [e for e in Engine(events_file=own).read(article).events if e.trigger.text == "recount"]
    assert not event.on_calendar


WRONG = [
    ("[[type]\n", "not TOML"),
    ("[type]\n", "[type] is one table: write [[type]]"),
    ("[[kind]]\n", "unknown table kind"),
    ("", "no [[type]] in it: write [[type]]"),
    ('[[type]]\nnouns = ["jirga"]\n', "[[type]] 1: no name: add name = one of meeting, talks"),
    ('[[type]]\nname = "party"\n', "[[type]] 1: name 'party' is not one of meeting, talks"),
    ('[[type]]\nname = "talks"\nverb = ["chat"]\n', "[[type]] talks: unknown key verb: one of name, weight, verbs"),
    ('[[type]]\nname = "talks"\nverbs = "chat"\n', "[[type]] talks: verbs is no list of words"),
    ('[[type]]\nname = "talks"\nnouns = ["Jirga"]\n', "[[type]] talks: nouns: 'Jirga' has capitals"),
    ('[[type]]\nname = "talks"\nweight = 3\n', "[[type]] talks: weight 3 is no number from 0 to 1"),
]


@pytest.mark.parametrize(("text", "message"), WRONG)
def test_a_wrong_file_is_named_with_its_entry_and_the_mend(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "wrong.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(lexicon.LexiconError) as error:
        lexicon.load(own=path)
    assert str(error.value).startswith(f"{path}: ")
    assert message in str(error.value)
    assert "\n" not in str(error.value)


def test_a_missing_or_binary_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(lexicon.LexiconError, match=r"none\.toml: cannot be read"):
        lexicon.load(own=tmp_path / "none.toml")
    (tmp_path / "binary.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(lexicon.LexiconError, match=r"binary\.toml: not UTF-8 at byte 0"):
        lexicon.load(own=tmp_path / "binary.toml")


def test_every_amount_of_an_entrys_account_is_asked_for() -> None:
    asked = set(re.findall(r'"([a-z_]+)"', inspect.getsource(salience)))
    kinds = {"generic", "conditional", "possible", "denied", "cancelled"}
    assert set(lexicon.load().salience) <= asked | kinds
