"""Every rule of every language proves itself; a bad rule file names file, rule and mend."""

from __future__ import annotations

import io
import json
import re
import shutil
from dataclasses import replace
from pathlib import Path
from textwrap import dedent

import pytest
from rich.console import Console

from timeline import rules as rules_
from timeline.cli import main
from timeline.engine import Engine
from timeline.find import find
from timeline.model import Article
from timeline.patterns import wanted_of
from timeline.reading import languages
from timeline.rules import LANGUAGES, RuleError, load, read_toml
from timeline.tense import cues
from timeline.timelines import gather
from timeline.times import read_times
from timeline.wording import printable
from timeline.writers import story

ALL = sorted(p.parent.name for p in LANGUAGES.glob("*/rules.toml"))
FINDS = [
    pytest.param(language, rule, proof, id=f"{language}-{rule.name}-{proof[1]}")
    for language in ALL
    for rule in load(language).by_name.values()
    for proof in rule.finds
]
REJECTS = [
    pytest.param(language, rule, text, id=f"{language}-{rule.name}-{text[:24]}")
    for language in ALL
    for rule in load(language).by_name.values()
    for text in rule.rejects
]
SENTENCES = [
    pytest.param(language, case, id=f"{language}-{case['text'][:40]}")
    for language in ALL
    if (LANGUAGES / language / "corpus.toml").is_file()
    for case in read_toml(LANGUAGES / language / "corpus.toml")["sentence"]
]


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("{amount} {unit} ago", "ago"),
        ("{amount} {unit} (?:ago|earlier)", "ago earlier"),
        ("(?:today|tdy)", "tdy today"),
        ("(?:the )?{weekday} before last", "before"),
        ("{amount} {unit} (?:later|afterwards?)", "afterward afterwards later"),
        ("{amount} {unit} prior(?! to)", "prior"),
        ("{amount} {unit} or (?:so|{number})", "or"),
        ("{amount} {unit}(?: ago)?", ""),  # may be missing
        ("{amount} {unit} (?:ago|back(?= then)|[.])", ""),  # one branch has no word
        ("mid-?{one_unit}", ""),  # "midweek" is another word
        ("{number} centur(?:y|ies)", ""),
        ("(?:over)?(?:night|day)", ""),
        ("(?P<hour>[01]\\d) {zone}", ""),  # the name of a group is no word
        ("(?<=on ){month}", ""),
    ],
)
def test_words_that_a_pattern_cannot_do_without(pattern, words):
    assert sorted(wanted_of(pattern)) == words.split()


@pytest.mark.parametrize(("language", "rule", "proof"), FINDS)
def test_a_rule_finds_what_it_says(language, rule, proof):
    text, words, value, *mod = proof
    times = read_times(text, anchor=load(language).anchor, language=language)
    if rule.none:
        start = text.index(words)
        assert not any(t.start < start + len(words) and start < t.end for t in times)
        return
    assert words in [t.text for t in times]
    time = next(t for t in times if t.text == words)
    assert time.value == (value or None)
    if mod:
        assert time.mod == mod[0]
    assert time.why


@pytest.mark.parametrize(("language", "rule", "proof"), FINDS)
def test_what_a_rule_finds_is_explained(language, rule, proof):
    text, words, value, *_ = proof
    article = Article(id="proof", text=text, published=load(language).anchor, language=language)
    timeline = gather([Engine("none").read(article)])
    console = Console(file=io.StringIO(), width=200)
    if rule.none:
        assert not story.explain(timeline, words, console)
        assert "names no time" in story.missing(timeline, words)
        return
    assert story.explain(timeline, words, console)
    said = console.file.getvalue()
    assert f"“{printable(words)}” → " in said
    assert re.search(r"^ +1\. \S.*: \S", said, re.MULTILINE)  # a step: the words, and why
    given = f" {re.escape(value)}" if value else "(?=;| [A-Z])"  # a mod may follow
    kind = rf"\(TIMEX3: (?:DATE|TIME|DURATION|SET){given}[^)]*; rule \w+\)"
    assert re.search(kind, " ".join(said.split()))


@pytest.mark.parametrize(("language", "rule", "text"), REJECTS)
def test_a_rule_leaves_alone_what_it_says(language, rule, text):
    assert rule.name not in [m.rule for m in find(text, load(language))]


@pytest.mark.parametrize("language", ALL)
def test_every_rule_is_what_finds_one_of_its_proofs(language):
    """A rule that another one beats in every proof is dead weight."""
    loaded = load(language)

    def finds(rule, text, words):
        if not rule.none:
            return any(rule.name in names(m) for m in find(text, loaded))
        # a name is worth its rule when a time would be found in it without
        plain = tuple(chance for chance in loaded.plain if chance[0] is not rule)
        start = text.index(words)
        without = find(text, replace(loaded, plain=plain, memo={}))
        return any(m.start < start + len(words) and start < m.end for m in without)

    def names(mention):
        yield mention.rule
        for part in mention.parts:
            yield from names(part)

    idle = [
        rule.name
        for rule in loaded.by_name.values()
        if not (rule.list or rule.latent)  # these are seen in other mentions only
        and not any(finds(rule, text, words) for text, words, *_ in rule.finds)
    ]
    assert idle == []


@pytest.mark.parametrize("language", ALL)
def test_every_expression_compiles(language):
    rules_.check(load(language))
    assert load(language).by_name


@pytest.mark.parametrize("language", ALL)
def test_every_word_class_is_used(language):
    words = read_toml(LANGUAGES / language / "words.toml")
    patterns = " ".join(
        " ".join((*rule.pattern, rule.preceded, rule.not_preceded, rule.not_followed))
        for rule in load(language).by_name.values()
    )
    unions = words.get("unions", {})
    members = {m for union in unions.values() for m in union} | {"cardinal"}
    names = (set(words) | set(words.get("shapes", {})) | set(unions)) - {"shapes", "unions"}
    assert [n for n in names if f"{{{n}}}" not in patterns and f"{{{n}:" not in patterns and n not in members] == []


@pytest.mark.parametrize(("language", "case"), SENTENCES)
def test_whole_sentences(language, case):
    times = read_times(case["text"], anchor=case.get("anchor", load(language).anchor), language=language)
    got = [[t.text, t.value or ""] for t in times if not t.parts]
    assert got == case["times"]


RULE = "[[rule]]\nname = 'x'\nfinds = [['in May', 'May', '2016-05']]\n"


def user_file(tmp_path: Path, text: str) -> str:
    path = tmp_path / "mine.toml"
    path.write_text(text, encoding="utf-8")
    return str(path)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[[rule]]\nname = 'x'\npattern = '{moon}'\nfinds = [['a', 'a', '']]", "{moon} is no word class"),
        ("[[rule]]\nname = 'x'\npattern = '{month} (('\nfinds = [['a', 'a', '']]", "not a regular expression"),
        ("[[rule]]\nname = 'x'\npattern = '{month}'", "no proof"),
        ("[[rule]]\nname = 'x'\nfinds = [['a', 'a', '']]", "no pattern"),
        ("[[rule]]\npattern = '{month}'", "without a name"),
        ("[[rule]]\nname = 'x'\npattern = '{month}'\ncolour = 1\nfinds = [['a', 'a', '']]", "unknown field 'colour'"),
        ("[[rule]]\nname = 'x'\npattern = '{month}'\ntype = 'DAY'\nfinds = [['a', 'a', '']]", "type 'DAY'"),
        ("[[rule]]\nname = 'x'\npattern = 'moon'\nfinds = [['a', 'a', '']]", "nothing to look for it by"),
        ("[edges.month]\nearly = [10, 1]", "[edges.month] early"),
        ("name = ", "not valid TOML"),
        ("[edges.moth]\nearly = [1, 2]", "[edges.moth]: nothing has such edges"),
        ("[edges.month]\nearley = [1, 2]", "no such edge"),
        ("[recent]\nday = 'seven'", "[recent] day = 'seven'"),
        ("[recent]\ndays = 7", "[recent] days = 7"),
        ("[general]\nturn = 'week'", "[general] turn"),
        ("[general]\nfiscal_year = 13", "the number of a month"),
        ("[generell]\nturn = 5", "[generell]: no such table"),
        ("turn = 5", "no such table"),
        ("edges = 5", "this is a table: write [edges]"),
        ("[holidays]\nflag_day = '14-06'", "[holidays] flag_day = '14-06'"),
        ("[holidays]\nflag_day = { easter = 'two' }", "[holidays] flag_day"),
        ("[holidays]\nflag_day = { easter = 1, month = 2, weekday = 1, nth = 1 }", "[holidays] flag_day"),
        ("[words.holiday]\nflag_day = ['flag day']", "its day is not said"),
        ("[holidays]\nflag_day = '02-30'", "[holidays] flag_day = '02-30': write a day of the year"),
        ("[holidays]\nflag_day = { easter = 1, days = -4 }", "days is how long it lasts, 1 to 366"),
        ("[holidays]\nflag_day = { easter = 1, mod = 'SIDE' }", 'mod is "APPROX" where the day is not certain'),
        ("[holidays]\nflag_day = { easter = 999 }", "easter, orthodox and plus move a day by 366 at most"),
        ("[holidays]\nflag_day = { national = 'Flag Day', month = 2, day = 30 }", "write a day of the year"),
        ("[words.month]\n'08' = 'augustus'", "give a list of words"),
        ("[words]\nmonth = 'augustus'", "[words.month]"),
        ("[rule]\nname = 'x'", "two brackets"),
        ("rule = [3]", "two brackets"),
        ("anchor = '2016-07-27'", "give a day without quotes"),
        (RULE + "pattern = '{month}'\nvalue = '{year}-{month}'", "value names {year}, which its pattern does not hold"),
        (RULE + "pattern = '{month}'\nedge = '{edge}'", "edge names {edge}, which its pattern does not hold"),
        (RULE + "pattern = '{month}'\nedge = 'soon'", "edge 'soon': use one of early"),
        (RULE + "pattern = '{month}'\nlook = '2'", "look '2': use one of -1"),
        (RULE + "pattern = '{month}'\nplace = 'here'", "place 'here': use one of past"),
        (RULE + "pattern = '{month}'\nunits = ['moth']", "units 'moth': use one of"),
        (RULE + "pattern = '{month}'\nshift = '2 months'", "shift '2 months': give a number and a unit"),
        (RULE + "pattern = '{month}'\nshift = 'month'", "shift 'month': give a number and a unit"),
        (RULE + "pattern = 3", "pattern = 3: give a pattern"),
        (RULE + "pattern = '{month}'\nmod = 'SIDE'", "mod 'SIDE': use one of START, MID"),
        (RULE + "pattern = '{month}'\npart = 'ZZ'", "part 'ZZ': use one of MO"),
        (RULE + "pattern = '{month}'\nhalf = '3'", "half '3': use one of 1, 2"),
        (RULE + "pattern = '{month}'\nrecent = 'moon'", "recent 'moon': use one of millennium"),
        (RULE + "pattern = '{month}'\nfrom = 'here'", "from 'here': use one of anchor, story, time, next"),
        (RULE + "pattern = '{month}'\nholiday = 'flag_day'", "holiday 'flag_day': its day is not said: add flag_day"),
        (RULE + "pattern = '{month}'\ndefault = { count = 1 }", "give a table of texts"),
        (RULE + "pattern = 'the {time}'\ntake = '{nth} moon'", "take '{nth} moon': use one of {nth} {weekday}"),
        (
            RULE + "pattern = '{month} {time}'\ntake = '{nth} {weekday}'",
            "put {nth} into the pattern, or say in default",
        ),
        (RULE + "pattern = '(ides'", "not a regular expression (missing )"),
        (RULE + "pattern = 'ides) {month}'", "not a regular expression (unbalanced parenthesis"),
        (RULE + "pattern = '[ides {month}'", "not a regular expression (unterminated character set"),
        ("[edges.month]\nearly = [1, 70]", "[edges.month] early = [1, 70]: give two whole numbers from 1 to 31"),
        ("[edges.month]\nearly = [-3, 0]", "give two whole numbers from 1 to 31"),
        ("[edges.week]\nlate = [7, 8]", "give two whole numbers from 1 to 7"),
        ("[words.weekday]\n9 = ['frogday']", "[words.weekday] 9 = ['frogday']: no weekday is '9': use one of 1, 2, 3"),
        ("[words.month]\n13 = ['frogmonth']", "no month is '13': use one of 01, 02"),
        ("[words.cardinal]\nten = ['frogs']", "no cardinal is 'ten': use a whole number"),
        ("[words.zone]\n'Asia/Frog' = ['FRT']", "no zone is 'Asia/Frog': use UTC, local, or a name"),
        (RULE + "pattern = '{month}'\nover = 'month'", "over = 'month': give a list of texts"),
        (RULE + "pattern = '{month}'\nlatent = 'yes'", "latent = 'yes': give true or false"),
        (RULE + "pattern = '{month}'\ncut = 'three'", "cut = 'three': give a whole number"),
        (RULE + "pattern = '{month}'\ndefault = 'x'", "default = 'x': give a table"),
        (RULE + "pattern = '{month}'\nmod = 3", "mod = 3: give a text"),
        (RULE + "pattern = '{month}'\nonly = ['ydes']", "names 'ydes', which is no rule"),
        ("[[rule]]\nname = 'x'\npattern = '{month}'\nfinds = ['in May']", "give a list of [sentence, words in it"),
        (
            "[[rule]]\nname = 'x'\npattern = '{month}'\nfinds = [['in May', 'June', '']]",
            "give a list of [sentence, words",
        ),
        ("[[rule]]\nname = 'x'\npattern = '{month}'\nbegins = 'moon'\nfinds = [['a', 'a', '']]", "begins 'moon'"),
    ],
)
def test_a_bad_rule_file_names_file_and_mend(tmp_path, text, says):
    path = user_file(tmp_path, text)
    with pytest.raises(RuleError) as error:
        load("en", path)
    assert says in str(error.value)
    assert "mine.toml" in str(error.value)


@pytest.mark.parametrize(
    ("value", "rejects", "says"),
    [
        ("XXXX-{month}-15", "", ""),
        ("XXXX-{month}-13", "", "its proof fails: in “on the ides of March” are found “the ides of March” 2016-03-13"),
        ("XXXX-{month}-15", "rejects = ['the ides of May']", "it finds what it rejects, “the ides of May”"),
    ],
)
def test_a_users_rule_must_keep_what_its_proofs_say(tmp_path, value, rejects, says):
    lines = f"[[rule]]\nname = 'ides'\npattern = 'the ides of {{month}}'\nvalue = '{value}'\n{rejects}\n"
    path = user_file(tmp_path, lines + "finds = [['on the ides of March', 'the ides of March', '2016-03-15']]")
    if not says:
        assert read_times("on the ides of June", anchor=load().anchor, overrides=path)[0].value == "2016-06-15"
        return
    with pytest.raises(RuleError) as error:
        read_times("", anchor=None, overrides=path)
    assert str(error.value).startswith(f"{path}: rule 'ides': ")
    assert says in str(error.value)


def test_a_users_proofs_are_read_with_the_day_of_the_file(tmp_path):
    path = user_file(
        tmp_path,
        "anchor = 2020-07-27\n[[rule]]\nname = 'ides'\npattern = 'the ides of {month}'\nvalue = 'XXXX-{month}-15'\n"
        "finds = [['on the ides of March', 'the ides of March', '2020-03-15']]",
    )
    assert read_times("on the ides of March", anchor=load().anchor, overrides=path)[0].value == "2016-03-15"


def test_a_missing_rule_file_is_named(tmp_path):
    with pytest.raises(RuleError, match="no such file"):
        load("en", str(tmp_path / "none.toml"))


def test_an_unknown_language_names_those_there_are():
    with pytest.raises(RuleError, match=r"choose one of .*en"):
        load("tlh")


def test_a_user_overrides_conventions_words_and_rules(tmp_path):
    path = user_file(
        tmp_path,
        "[edges.month]\nearly = [1, 5]\n"
        "[words.month]\n'08' = ['augustus']\n"
        "[[rule]]\nname = 'ides'\npattern = 'the ides of {month}'\nvalue = 'XXXX-{month}-15'\n"
        "finds = [['on the ides of March', 'the ides of March', '2016-03-15']]\n",
    )
    anchor = load().anchor
    early, ides = read_times("We meet in early Augustus. He fell on the ides of March.", anchor=anchor, overrides=path)
    assert (early.first.day, early.until.day) == (1, 6)
    assert (ides.value, ides.rule) == ("2016-03-15", "ides")
    assert read_times("We meet in early August.", anchor=anchor)[0].until.day == 11


@pytest.mark.parametrize(
    ("words", "digits"),
    [
        ("two", "2"),
        ("twenty-six", "26"),
        ("two hundred and six", "206"),
        ("a hundred", "100"),
        ("nineteen thousand", "19000"),
        ("2,000", "2000"),
        ("2.5", "2.5"),
        ("2½", "2.5"),
        ("5 1/2", "5.5"),
    ],
)
def test_numbers_are_counted(words, digits):
    assert load().count(words) == digits


def test_every_field_of_a_rule_is_explained():
    page = (Path(__file__).parents[1] / "docs" / "rules.md").read_text(encoding="utf-8")
    assert [name for name in rules_.FIELDS if f"`{name}`" not in page] == []
    assert [form for form in rules_.FORMS if f'`"{form}"`' not in page] == []


ITALIAN = {
    "words.toml": """
        [month]
        "08" = ["agosto"]
        "12" = ["dicembre"]
        [weekday]
        4 = ["giovedì"]
        [unit]
        day  = ["giorno", "giorni"]
        week = ["settimana", "settimane"]
        [cardinal]
        3 = ["tre"]
        [edge]
        beginning = ["inizio"]
        [holiday]
        christmas = ["natale"]
        [shapes]
        year = { pattern = '20\\d\\d', digits = [4] }
        day  = { pattern = '[12]?\\d|3[01]', digits = [1, 2] }
    """,
    "rules.toml": """
        anchor = 2016-07-27
        [[rule]]
        name    = "full_date"
        pattern = '{day} {month} {year}'
        value   = "@dateparser"
        finds   = [["Si sono visti il 24 agosto 2015 a Roma", "24 agosto 2015", "2015-08-24"]]
        [[rule]]
        name    = "month_alone"
        pattern = '{month}'
        value   = "XXXX-{month}"
        finds   = [["Si vedranno in agosto", "agosto", "2016-08"]]
        [[rule]]
        name    = "weekday"
        pattern = '{weekday}'
        value   = "XXXX-WXX-{weekday}"
        finds   = [["Si sono visti giovedì", "giovedì", "2016-07-21"]]
        [[rule]]
        name    = "edge_time"
        pattern = "(?:l’)?{edge} (?:di ){time}"
        over    = ["month"]
        edge    = "{edge}"
        finds   = [["Si vedranno all'inizio di agosto", "inizio di agosto", "2016-08", "START"]]
        [[rule]]
        name    = "unit_ago"
        pattern = '{number} {unit} fa'
        shift   = "-{number} {unit}"
        finds   = [["Si sono visti tre giorni fa", "tre giorni fa", "2016-07-24"]]
        [[rule]]
        name    = "holiday"
        pattern = '{holiday}'
        value   = "XXXX"
        holiday = "{holiday}"
        finds   = [["Si vedranno a Natale", "Natale", "2016-12-25"]]
    """,
    "tense.toml": """
        ahead          = ["vuole"]
        surely         = []
        behind         = ["sono", "ha"]
        arranged       = []
        being          = []
        no_past        = []
        future_endings = ["ranno", "rà"]
    """,
}


@pytest.fixture
def italian(tmp_path, monkeypatch):
    """Italian, as somebody would add it: a folder with three files."""
    shutil.copytree(LANGUAGES / "en", tmp_path / "lang" / "en")
    (tmp_path / "lang" / "it").mkdir()
    for name, lines in ITALIAN.items():
        (tmp_path / "lang" / "it" / name).write_text(dedent(lines), encoding="utf-8")
    monkeypatch.setattr(rules_, "LANGUAGES", tmp_path / "lang")
    caches = (load, cues, languages)
    for cache in caches:
        cache.cache_clear()
    yield load("it")
    for cache in caches:
        cache.cache_clear()


def test_another_language_is_a_folder_and_no_code(italian, tmp_path, capsys):
    rules_.check(italian)
    for rule in italian.by_name.values():
        for text, words, value, *mod in rule.finds:
            (time,) = (t for t in read_times(text, anchor=italian.anchor, language="it") if t.text == words)
            assert [time.value, *([time.mod] if mod else [])] == [value, *mod]
    article = {
        "id": "a",
        "language": "it-IT",
        "published": "2016-07-27",
        "text": "Il 24 agosto 2015. Lo vedrà giovedì.",
    }
    (tmp_path / "a.jsonl").write_text(json.dumps(article), encoding="utf-8")
    assert main(["extract", str(tmp_path / "a.jsonl")]) == 0
    out = capsys.readouterr()
    assert [t["value"] for t in json.loads(out.out)["times"]] == ["2015-08-24", "2016-07-28"]
    assert "times alone were" in out.err
