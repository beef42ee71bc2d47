"""The command: what it prints where, its exit codes, and one line for everything that can be wrong."""

from __future__ import annotations

import errno
import io
import json
import os
import signal
import socket
import struct
import subprocess
import sys
import time
import urllib.request
from datetime import date, timedelta
from pathlib import Path

import pytest
from calendar_samples import seed
from jsonschema import Draft202012Validator

import timeline
from timeline import engine
from timeline.cli import DONE, SOME_FAILED, STOPPED, WRONG_USAGE, main
from timeline.corrections import Changes, Correction, Target, dated
from timeline.drawing import DARK
from timeline.engine import Engine
from timeline.model import Article, Published, Record
from timeline.reading import languages
from timeline.records import SCHEMA, to_json
from timeline.store import Store
from timeline.wording import listed

COMMANDS = ["serve", "extract", "show", "explain", "export", "schema", "score"]
READING = ["extract", "show", "explain", "export", "serve"]


class StubEngine:
    """Reads nothing: the seed article is as it was read by hand, any other is a record without events."""

    def __init__(self, model: str | None = None, actors_file: str | None = None, **options: object) -> None:
        self.asked_for = (model, actors_file, options)

    def read(self, article: Article) -> Record:
        if article.id == "seed":
            return seed()
        if article.published is None:
            unknown = Published(None, None, None, "unknown", "")
            return Record(article, unknown, warnings=("no date: give one with --published YYYY-MM-DD",))
        day = article.published
        return Record(article, Published(str(day), day, day + timedelta(days=1), "given", ""))


@pytest.fixture
def stub(monkeypatch):
    monkeypatch.setattr(engine, "Engine", StubEngine)


@pytest.fixture
def folder(tmp_path, stub, monkeypatch):
    """A folder to work in, with the seed article and another in it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "200")
    (tmp_path / "seed.txt").write_text(seed().article.text)
    (tmp_path / "a.jsonl").write_text(line("one") + line("two"))
    return tmp_path


def line(id_: str, **more: object) -> str:
    return json.dumps({"id": id_, "text": "They met.", "published": "2016-07-27"} | more) + "\n"


def run(capsys, *arguments: object) -> tuple[int, str, list[str]]:
    """The exit code, standard output, and standard error line by line."""
    code = main([str(a) for a in arguments])
    out, err = capsys.readouterr()
    return code, out, err.splitlines()


# ---------------------------------------------------------------- the parser


def test_help_lists_the_commands_and_no_others(capsys):
    code, out, err = run(capsys, "--help")
    assert (code, err) == (DONE, [])
    listed = [words.split()[0] for words in out.splitlines() if words.startswith("    ") and words[4] != " "]
    assert listed == COMMANDS


def test_the_version_is_the_packages(capsys):
    assert run(capsys, "--version") == (DONE, f"timeline {timeline.__version__}\n", [])


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(capsys, command):
    code, out, _ = run(capsys, command, "--help")
    assert code == DONE
    assert out.startswith(f"usage: timeline {command} ")


@pytest.mark.parametrize("option", ["--version", "--help"])
def test_version_and_help_load_nothing_heavy(option):
    heavy = ["spacy", "dash", "plotly", "sqlalchemy", "dateparser", "rich", "numpy"]
    code = (
        "import sys; from timeline.cli import main; "
        f"main([{option!r}]); sys.exit(','.join(m for m in {heavy} if m in sys.modules) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


WRONG = [
    ([], "which command? see timeline --help"),
    (["bogus"], "argument COMMAND: invalid choice: 'bogus'"),
    (["show", "--bogus"], "“--bogus” is not known here; see timeline show --help"),
    (["show", "--actors=x", "--statsu", "planned"], "argument --actors: “x”: no such file"),
    (["show", "--statsu=planned"], "“--statsu=planned” is not known here: did you mean --status?"),
    (["schema", "extra"], "“extra” is not known here; see timeline schema --help"),
    (["show", "--published", "2016-7-27"], "argument --published: “2016-7-27” is not a day: write it as YYYY-MM-DD"),
    (["show", "--published", "9" * 100_000], "argument --published: “999"),
    (["show", "--from", "2016-02-30"], "argument --from: “2016-02-30” is not a day"),
    (["show", "--published", "0001-01-01"], "“0001-01-01” is too far off: articles are of the years 1000 to 9000"),
    (["show", "--rules", "."], "argument --rules: “.” is a folder: name a file in it"),
    (["show", "--locale", "en_ZZ"], "“en_ZZ” is no locale: write language and country, as in en_US or en_GB"),
    (["extract", "--status", "planned"], "“--status” is not known here: an option of timeline show and export; see"),
    (
        ["explain", "--actor=Togo", "May"],
        "“--actor=Togo” is not known here: an option of timeline show and export; see",
    ),
    (
        ["export", "--format", "png", "-o", "Talks.pdf"],
        "-o Talks.pdf: that is no name for --format png: end the name in .png, or ask for --format pdf",
    ),
    (["show", "--status", "plan"], "argument --status: “plan” is no status: did you mean planned?"),
    (["show", "--type", "war"], "argument --type: “war” is no type: choose from meeting, talks"),
    (["show", "--salience", "2"], "argument --salience: “2” is not a number from 0 to 1"),
    (["show", "--confidence", "nan"], "argument --confidence: “nan” is not a number from 0 to 1"),
    (["show", "--mode", "both"], "argument --mode: “both” is no mode: choose from any, all"),
    (["show", "--text", " "], "argument --text: is empty"),
    (["show", "--actor", "Nobody"], "--actor: nobody here is called “Nobody”; there are "),
    (["show", "--actor", "Kery"], "there are "),
    (["show", "--source", "Nowhere"], "--source: none here is called “Nowhere”; there are "),
    (["export", "--format", "pfd"], "argument --format: “pfd” is no format: did you mean pdf?"),
    (["export", "--format", "png", "--scale", "9"], "argument --scale: “9” is not a number from 1 to 4"),
    (["export", "--format", "pdf", "--paper", "a5"], "argument --paper: “a5” is no paper"),
    (["export"], "the following arguments are required: --format"),
    (["explain"], "the following arguments are required: PATH WORDS"),
    (["extract"], "which articles? timeline extract PATH…"),
    (["serve", "--port", "99999"], "argument --port: “99999” is not a port: give a number from 1 to 65535"),
    (["extract", "seed.txt", "-o", "no/such/out"], "-o no/such/out: no such folder"),
    (["extract", "seed.txt", "-o", "."], "-o .: that is a folder: name a file"),
    (["extract", "seed.txt", "-o", "seed.txt"], "-o seed.txt: that is one of the inputs"),
    (["show", "--store", "none.db"], "none.db: no such store"),
    (["show", "seed.txt", "--store", "none.db"], "PATH or --store URL, not both"),
    (["explain", "seed.txt", "never and a day"], "“never and a day” is not in the text; the times are “"),
]


@pytest.mark.parametrize(("arguments", "said"), WRONG, ids=[" ".join(a)[:40] for a, _ in WRONG])
def test_wrong_usage_is_one_line_and_exit_code_2(capsys, folder, arguments, said):
    if arguments[:1] == ["show"] and not any(a.startswith("seed") or a == "--store" for a in arguments):
        arguments = [*arguments, "seed.txt"]
    before = sorted(p.name for p in folder.iterdir())
    code, out, err = run(capsys, *arguments)
    assert (code, out) == (WRONG_USAGE, "")
    assert len(err) == 1 or all(" warning: " in words for words in err[:-1])
    assert err[-1].startswith("timeline: error: ")
    assert said in err[-1]
    assert len(err[-1]) < 500
    assert sorted(p.name for p in folder.iterdir()) == before


# ---------------------------------------------------------------- extract


def test_extract_writes_a_line_an_article_in_order(capsys, folder):
    code, out, err = run(capsys, "extract", "a.jsonl", "seed.txt")
    assert (code, err) == (DONE, [])
    one, two, hand = (json.loads(words) for words in out.splitlines())
    assert (one["id"], two["id"], hand["id"]) == ("one", "two", seed().article.id)
    assert "text" not in one
    assert hand == to_json(seed(), text=True)
    assert all(Draft202012Validator(SCHEMA).is_valid(record) for record in (one, two, hand))


def test_what_cannot_be_read_keeps_its_line_and_the_others_are_done(capsys, folder):
    (folder / "a.jsonl").write_text(line("one") + '{"id": "two", "text": 3}\n' + "{\n" + line("four"))
    code, out, err = run(capsys, "extract", "missing.txt", "a.jsonl", "-o", "out.jsonl")
    assert (code, out) == (SOME_FAILED, "")
    records = [json.loads(words) for words in (folder / "out.jsonl").read_text().splitlines()]
    assert [r["id"] for r in records] == ["missing.txt", "one", "a.jsonl:2", "a.jsonl:3", "four"]
    errors = [r["error"] for r in records if "error" in r]
    assert err == [f"timeline: error: {words}" for words in errors] + ["timeline: 2 read, 3 could not be read"]


def test_an_article_without_a_date_is_read_with_a_warning(capsys, folder):
    (folder / "b.jsonl").write_text("".join(line(str(n), published=None) for n in range(8)))
    code, out, err = run(capsys, "extract", "b.jsonl")
    assert code == DONE
    assert all(json.loads(words)["published"]["origin"] == "unknown" for words in out.splitlines())
    assert err[0] == "timeline: warning: b.jsonl:1: no date: give one with --published YYYY-MM-DD"
    assert len(err) == 6
    assert err[5] == "timeline: warning: 3 more like these"
    code, out, err = run(capsys, "extract", "b.jsonl", "--published", "2016-07-27")
    assert (code, err) == (DONE, [])
    assert {json.loads(words)["published"]["value"] for words in out.splitlines()} == {"2016-07-27"}


def test_an_article_that_is_too_long_is_refused(capsys, folder):
    (folder / "long.txt").write_text("word " * 200_001)
    code, out, err = run(capsys, "extract", "long.txt")
    assert code == SOME_FAILED
    assert json.loads(out)["error"] == err[0].removeprefix("timeline: error: ")
    assert "long.txt: 1,000,005 characters are too many for one article: split it (at most 1,000,000)" in err[0]


def test_times_are_read_as_the_options_say(capsys, folder, monkeypatch):
    monkeypatch.setattr(engine, "Engine", Engine)
    (folder / "mine.toml").write_text('[words.month]\n"08" = ["augustus"]\n')
    (folder / "a.txt").write_text("They met on 03/04/2016, in the summer of 2015 and in Augustus 2014.")
    options = ["--model", "none", "--locale", "en_US", "--southern", "--rules", str(folder / "mine.toml")]
    assert main(["extract", str(folder / "a.txt"), *options]) == DONE
    firsts = [time["first"] for time in json.loads(capsys.readouterr().out)["times"]]
    assert firsts == ["2016-03-04", "2015-12-01", "2014-08-01"]


@pytest.mark.parametrize(
    ("option", "says"),
    [("--locale=American", "“American” is no locale"), ("--rules=none.toml", "“none.toml”: no such file")],
)
def test_options_of_times_that_cannot_be_are_named(capsys, option, says):
    assert main(["show", option]) == WRONG_USAGE
    assert says in capsys.readouterr().err


def test_times_that_cannot_be_dated_are_counted(capsys, folder, monkeypatch):
    monkeypatch.setattr(engine, "Engine", Engine)
    (folder / "a.txt").write_text("They met in August and on Monday, soon after the year 44 BC, in recent days.")
    (folder / "b.txt").write_text("They met in 2015.")
    assert main(["extract", str(folder / "a.txt"), str(folder / "b.txt"), "--model", "none"]) == DONE
    said = capsys.readouterr().err
    assert "timeline: 2 of 5 times cannot be dated: timeline explain PATH WORDS says why\n" in said


def test_a_bad_file_of_rules_is_one_line(capsys, folder, monkeypatch):
    monkeypatch.setattr(engine, "Engine", Engine)
    (folder / "mine.toml").write_text("[general]\nturn = 'week'\n")
    assert main(["show", "--model", "none", "--rules", str(folder / "mine.toml")]) == WRONG_USAGE
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "mine.toml: [general] turn = 'week': give turn a number of days" in said


@pytest.mark.parametrize(("language", "code"), [("en", DONE), ("en-GB", DONE), ("EN_us", DONE), ("xx", SOME_FAILED)])
def test_an_article_in_another_language_is_refused(capsys, folder, language, code):
    (folder / "a.jsonl").write_text(line("one", language=language))
    done, out, err = run(capsys, "extract", "a.jsonl")
    assert done == code
    said = f'a.jsonl:1: the language "xx" cannot be read, only {listed(languages())}'
    mend = 'leave the article out, or mend its "language"'
    assert json.loads(out).get("error") == (f"{said}: {mend}" if code else None)
    assert err == ([f"timeline: error: {said}: {mend}"] if code else [])


def test_a_fault_of_the_program_costs_no_other_article(capsys, folder, monkeypatch):
    def stumble(self, article):
        return StubEngine.read(self, article) if article.id == "two" else {}["events"]

    monkeypatch.setattr(engine, "Engine", type("Stumbling", (StubEngine,), {"read": stumble}))
    code, out, err = run(capsys, "extract", "a.jsonl")
    assert code == SOME_FAILED
    broken, read = (json.loads(words) for words in out.splitlines())
    assert (broken["id"], read["id"]) == ("one", "two")
    assert broken["error"].startswith("a.jsonl:1: a fault of the program (KeyError in test_cli.py, line ")
    assert err[0] == f"timeline: error: {broken['error']}"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("option", "said"),
    [
        (["--model", "no_such_pipeline"], "no spaCy pipeline 'no_such_pipeline'"),
        (["--model", "no/such/folder"], "no spaCy pipeline at no/such/folder"),
        (["--actors", "bad.toml"], "bad.toml: not TOML"),
        (["--events", "bad.toml"], "bad.toml: not TOML"),
    ],
)
def test_what_reads_must_be_usable(capsys, folder, monkeypatch, option, said):
    monkeypatch.undo()
    monkeypatch.chdir(folder)
    (folder / "bad.toml").write_text("[[actor]\n")
    code, out, err = run(capsys, "extract", "a.jsonl", *option)
    assert (code, out, len(err)) == (WRONG_USAGE, "", 1)
    assert said in err[0]


def test_standard_input_is_read(capsys, folder, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(line("one").encode())))
    code, out, _ = run(capsys, "extract", "-")
    assert (code, json.loads(out)["id"]) == (DONE, "one")


def test_what_was_there_stays_when_reading_is_stopped(capsys, folder, monkeypatch):
    (folder / "out.jsonl").write_text("before")

    def stop(self, article):
        raise KeyboardInterrupt

    monkeypatch.setattr(StubEngine, "read", stop)
    assert run(capsys, "extract", "a.jsonl", "-o", "out.jsonl") == (STOPPED, "", ["timeline: stopped"])
    assert (folder / "out.jsonl").read_text() == "before"
    assert sorted(p.name for p in folder.iterdir()) == ["a.jsonl", "out.jsonl", "seed.txt"]


# ---------------------------------------------------------------- show, explain, export


def test_show_prints_the_calendar_and_what_lies_under_the_line(capsys, folder):
    code, out, err = run(capsys, "show", "seed.txt")
    assert code == DONE
    shown = [e for e in seed().events if e.on_calendar]
    assert all(e.title in out for e in shown)
    under = len(seed().events) - len(shown)
    assert under
    assert err[0].startswith(f"timeline: {len(shown)} events from 1 article; {under} more under the salience line")
    code, out, err = run(capsys, "show", "seed.txt", "--all")
    assert all(e.title in out for e in seed().events)
    assert err == [f"timeline: {len(seed().events)} events from 1 article"]


def test_filters_have_the_names_of_the_address(capsys, folder):
    filters = ["--actor", "United States", "--status", "hoped", "--status", "planned", "--from", "2016-08-01"]
    code, out, _ = run(capsys, "export", "seed.txt", "--format", "json", *filters, "--salience", "0.1")
    assert code == DONE
    asked = {"actor": ["country:us"], "status": ["hoped", "planned"], "from": ["2016-08-01"], "salience": ["0.1"]}
    assert json.loads(out)["filters"] == asked


def test_what_the_page_saved_of_changes_is_made_again(capsys, folder):
    event = seed().events[0]
    target = {"id": "none", "article": "seed", "sentence": "no such", "title": "Gone"}
    made = [
        {"id": "c1", "act": "change", "target": {"id": event.id}, "changes": {"title": "Changed by hand"}},
        {"id": "c2", "act": "hide", "target": target},
    ]
    (folder / "changes.json").write_text(json.dumps(made))
    code, out, err = run(capsys, "show", "seed.txt", "--corrections", "changes.json")
    assert code == DONE
    assert "Changed" in out
    assert event.title not in out
    assert err[0] == "timeline: warning: “Gone” hidden: its event is not found here, so nothing is changed"
    (folder / "changes.json").write_text('[{"act": "burn"}]')
    code, _, err = run(capsys, "export", "seed.txt", "--format", "csv", "--corrections", "changes.json")
    assert code == WRONG_USAGE
    assert 'error: --corrections changes.json: correction 1: "act" is “burn”: write one of change, hide' in err[0]
    (folder / "changes.json").write_text("[")
    assert "not what the page saves" in run(capsys, "show", "seed.txt", "--corrections", "changes.json")[2][0]


@pytest.mark.parametrize("shown", [["seed.txt"], ["."], []], ids=["file", "folder", "store"])
def test_what_was_changed_on_the_page_is_shown_and_can_be_left_out(capsys, folder, served, shown):
    event = seed().events[0]
    served_as = ["--store", "page.db"] if not shown else []
    assert run(capsys, "serve", "." if shown else "seed.txt", *served_as, "--port", free_port())[0] == DONE
    store = served[0][0]
    date_now = Changes(when=dated(date(2016, 12, 1), date(2016, 12, 10)))
    elsewhere = Target("none", "Gone", article="two", sentence="no such")
    store.correct(Correction("c1", "change", Target(event.id, article="seed"), changes=date_now))
    store.correct(Correction("c2", "change", Target(event.id, article="seed"), changes=Changes(title="Undone")))
    store.undo(["c2"], when="2016-07-28")
    if shown == ["seed.txt"]:  # of another file of the folder: not asked for here
        store.correct(Correction("c3", "hide", elsewhere))
    asked = shown or served_as
    for command in (["show"], ["export", "--format", "csv"]):
        code, out, err = run(capsys, *command, *asked)
        assert code == DONE
        assert "10 Dec 2016" in out or "2016-12-10" in out
        assert "timeline: with 1 change on the page; --as-read leaves that out" in err
        assert not any("not found" in line for line in err)
        assert "Undone" not in out
        code, out, err = run(capsys, *command, *asked, "--as-read")
        assert code == DONE
        assert "Dec 2016" not in out
        assert "2016-12" not in out
        assert not any("on the page" in line for line in err)
    explained = [*asked, event.trigger.text] if shown else [event.trigger.text, *served_as]
    assert "by hand: “" in run(capsys, "explain", *explained)[1]
    assert "by hand" not in run(capsys, "explain", *explained, "--as-read")[1]
    assert run(capsys, "show", *asked, "--as-read", "--corrections", "a.jsonl")[0] == WRONG_USAGE


def test_an_article_added_on_the_page_is_shown(capsys, folder, served):
    assert run(capsys, "serve", "a.jsonl", "--port", free_port())[0] == DONE
    served[0][0].keep(seed())
    code, _, err = run(capsys, "show", "a.jsonl")
    assert code == DONE
    assert "with 1 article added on the page; --as-read leaves that out" in err[-2]
    assert "from 3 articles" in err[-1]
    assert "from 2 articles" in run(capsys, "show", "a.jsonl", "--as-read")[2][-1]


def test_nothing_that_fits_is_said(capsys, folder):
    code, out, err = run(capsys, "show", "seed.txt", "--text", "pancake")
    assert (code, out, err) == (DONE, "", ["timeline: 0 events from 1 article"])


def test_show_reads_on_where_one_input_fails(capsys, folder):
    code, out, err = run(capsys, "show", "none.txt", "seed.txt")
    assert code == SOME_FAILED
    assert "Geneva" in out
    assert err[0] == "timeline: error: none.txt: no such file or folder: check the name"


def test_explain_tells_the_steps(capsys, folder):
    time = next(t for t in seed().times if t.why)
    code, out, err = run(capsys, "explain", "seed.txt", time.text)
    assert (code, err) == (DONE, [])
    assert f"“{time.text}” → " in out
    assert all(step.because in out for step in time.why)


@pytest.mark.parametrize(("format_", "begins"), [("csv", "when,"), ("json", "{"), ("svg", "<svg")])
def test_export_writes_to_standard_output_or_a_file(capsys, folder, format_, begins):
    code, out, _ = run(capsys, "export", "seed.txt", "--format", format_)
    assert (code, out[: len(begins)]) == (DONE, begins)
    code, _, err = run(capsys, "export", "seed.txt", "--format", format_, "-o", "out")
    assert code == DONE
    assert (folder / "out").read_bytes().decode() == out
    assert err[0].startswith("timeline: ")


def test_an_export_looks_as_it_is_asked_to(capsys, folder):
    code, out, _ = run(capsys, "export", "seed.txt", "--format", "svg", "--paper", "a4", "--theme", "dark")
    assert code == DONE
    assert out.startswith('<svg xmlns="http://www.w3.org/2000/svg" width="1122.5"')
    assert DARK.background in out
    code, _, _ = run(capsys, "export", "seed.txt", "--format", "png", "--scale", "1", "-o", "out.png")
    assert struct.unpack(">I", (folder / "out.png").read_bytes()[16:20]) == (1200,)


def test_the_schema_is_printed(capsys):
    code, out, err = run(capsys, "schema")
    assert (code, json.loads(out), err) == (DONE, SCHEMA, [])


# ---------------------------------------------------------------- the store


def test_a_store_stands_in_for_paths(capsys, folder):
    Store("a.db", title="Kept").add([seed()])
    code, out, _ = run(capsys, "extract", "--store", "a.db")
    assert (code, json.loads(out)) == (DONE, to_json(seed(), text=True))
    assert run(capsys, "show", "--store", "sqlite:///a.db") == run(capsys, "show", "seed.txt")
    code, out, _ = run(capsys, "export", "--store", "a.db", "--format", "json")
    assert json.loads(out)["title"] == "Kept"


@pytest.mark.parametrize(
    "command", [["show"], ["extract"], ["explain", "August"], ["export", "--format", "csv"], ["serve"]]
)
def test_a_damaged_store_is_one_line(capsys, folder, command):
    (folder / "a.db").write_bytes(b"nothing of the kind " * 300)
    code, out, err = run(capsys, *command, "--store", "a.db")
    assert (code, out) == (WRONG_USAGE, "")
    said = "file is not a database: it is damaged or no database: put the file aside"
    assert err == [
        f"timeline: error: a.db: {said} (what was corrected on the page is in it), or name another with --store"
    ]


# ---------------------------------------------------------------- serve


@pytest.fixture
def served(monkeypatch):
    """What `serve` would serve, in place of serving it."""
    calls = []

    class App:
        server = "server"

    def create_app(store, *, today, front, **leave):
        calls.append((store, today))
        return App()

    module = type(sys)("dashboard.app")
    module.create_app = create_app
    monkeypatch.setitem(sys.modules, "dashboard.app", module)
    import waitress

    monkeypatch.setattr(waitress, "serve", lambda app, sockets, **_: calls.append((app, sockets[0].getsockname())))
    return calls


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


def test_serve_reads_paths_into_a_store_of_their_own(capsys, folder, served):
    port = free_port()
    code, out, err = run(capsys, "serve", "seed.txt", "--port", port)
    assert (code, out) == (DONE, f"http://127.0.0.1:{port}\n")
    assert err[0] == "timeline: 1 read"
    (store, today), (app, address) = served
    assert [a.id for a in store.articles()] == [seed().article.id]
    assert (store.title, today, app, address) == ("", date.today(), "server", ("127.0.0.1", port))  # noqa: DTZ011
    assert Path(store.name).parent == Path(os.environ["XDG_DATA_HOME"]) / "timeline"


def test_serve_reads_again_only_what_changed_and_forgets_what_is_gone(capsys, folder, served):
    (folder / "more").mkdir()
    for name in "ab":
        (folder / "more" / f"{name}.txt").write_text("They met.")
    options = ["serve", "more", "--published", "2016-07-27", "--port", free_port()]
    assert run(capsys, *options)[2][0] == "timeline: 2 read"
    (folder / "more" / "a.txt").write_text("They parted.")
    assert run(capsys, *options)[2][0] == "timeline: 1 read, 1 unchanged since last time"
    (folder / "more" / "b.txt").unlink()
    assert run(capsys, *options)[2][0] == "timeline: 0 read, 1 unchanged since last time"
    assert [a.text for a in served[-2][0].articles()] == ["They parted."]


def test_serve_adds_to_the_store_that_is_named(capsys, folder, served):
    Store("a.db").add([seed()])
    run(capsys, "serve", "a.jsonl", "--store", "a.db", "--port", free_port())
    assert [a.id for a in served[0][0].articles()] == [seed().article.id, "one", "two"]


def test_serve_takes_the_next_port_where_one_is_taken(capsys, folder, served):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        code, out, err = run(capsys, "serve", "seed.txt", "--port", port)
    next_port = served[1][1][1]
    assert (code, out) == (DONE, f"http://127.0.0.1:{next_port}\n")
    assert next_port > port
    assert f"timeline: port {port} is taken, so this one is on {next_port}" in err


def test_serve_has_nothing_to_show_where_nothing_could_be_read(capsys, folder, served):
    code, out, err = run(capsys, "serve", "none.txt")
    assert (code, out, served) == (WRONG_USAGE, "", [])
    assert err[-1] == "timeline: error: nothing to show: no article could be read"


def test_a_data_folder_that_cannot_be_made_is_said(capsys, folder, served, monkeypatch):
    (folder / "file").write_text("")
    monkeypatch.setenv("XDG_DATA_HOME", str(folder / "file"))
    code, _, err = run(capsys, "serve", "seed.txt")
    assert code == WRONG_USAGE
    assert err[-1].endswith("(Not a directory): name a file with --store FILE.db")


def test_explain_asks_for_the_words_that_were_forgotten(capsys, tmp_path):
    file = tmp_path / "a.txt"
    file.write_text("John Kerry met Sergei Lavrov in Geneva on 3 May 2016.", encoding="utf-8")
    code, _, messages = run(capsys, "explain", file)
    assert code == WRONG_USAGE
    assert "which of its words" in " ".join(messages)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (["early", "Monday"], 'several words go in quotation marks: … {file} "early Monday"'),
        ([" "], "which words?"),
    ],
)
def test_explain_says_how_to_give_several_words(capsys, tmp_path, asked, said):
    file = tmp_path / "plan.txt"
    file.write_text("The ministers will meet on Monday.")
    code, _, messages = run(capsys, "explain", file, *asked, "--published", "2016-07-27")
    assert code == WRONG_USAGE
    assert said.format(file=file) in messages[-1]


def test_explain_says_that_the_words_come_last(capsys, tmp_path):
    file = tmp_path / "plan.txt"
    file.write_text("The ministers will meet on Monday.")
    code, _, messages = run(capsys, "explain", "Monday", file)
    assert code == WRONG_USAGE
    assert "the words come last" in messages[-1]


def test_words_may_stand_behind_an_option(capsys, tmp_path):
    file = tmp_path / "plan.txt"
    file.write_text("The ministers will meet on Monday.")
    code, out, _ = run(capsys, "explain", file, "--published", "2016-07-27", "Monday")
    assert code == DONE
    assert "Monday, 1 August 2016" in out


def test_explain_says_of_an_undated_event_that_it_has_no_date(capsys, tmp_path):
    file = tmp_path / "a.txt"
    file.write_text("John Kerry will meet Sergei Lavrov.", encoding="utf-8")
    code, out, _ = run(capsys, "explain", file, "meet", "--published", "2016-07-27")
    assert code == DONE
    assert "no date, planned" in out
    assert "dated by" not in out


def test_dates_the_wrong_way_round_are_told(capsys):
    code, _, messages = run(capsys, "show", "--from", "2016-06-01", "--to", "2016-01-01")
    assert code == WRONG_USAGE
    assert "--to 2016-01-01 is before --from 2016-06-01" in " ".join(messages)


# ---------------------------------------------------------------- as a process


def process(*arguments: str, **options) -> subprocess.Popen:
    """The command as a process of its own, which Ctrl-C reaches however the tests were started."""
    options.setdefault("preexec_fn", lambda: signal.signal(signal.SIGINT, signal.SIG_DFL))  # a job in the background
    return subprocess.Popen(
        [sys.executable, "-m", "timeline", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        **options,
    )


def test_a_reader_that_has_seen_enough_is_no_error():
    with process("schema") as running:
        running.stdout.close()
        assert (running.wait(30), running.stderr.read()) == (DONE, "")


def test_full_standard_output_is_one_line():
    with open("/dev/full", "w") as full:  # noqa: PTH123
        done = subprocess.run(
            [sys.executable, "-m", "timeline", "schema"], stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert done.returncode == WRONG_USAGE
    assert done.stderr == f"timeline: error: standard output: {os.strerror(errno.ENOSPC).lower()}\n"


def test_what_ascii_cannot_hold_is_written_all_the_same(tmp_path):
    environment = os.environ | {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    path = tmp_path / "caf\u00e9.txt"
    with process("extract", str(path), env=environment) as running:
        out, err = running.communicate(timeout=60)
    assert running.returncode == SOME_FAILED
    assert "no such file or folder" in err
    assert json.loads(out)["id"] == str(path)


@pytest.mark.slow
def test_the_dashboard_is_served_and_stopped(tmp_path):
    (tmp_path / "a.txt").write_text("John Kerry met Sergei Lavrov in Geneva on 3 May 2016.")
    environment = os.environ | {"XDG_DATA_HOME": str(tmp_path / "data")}
    with process("serve", str(tmp_path / "a.txt"), "--port", str(free_port()), env=environment) as running:
        address = running.stdout.readline().strip()
        assert address.startswith("http://127.0.0.1:")
        with urllib.request.urlopen(address, timeout=30) as answer:  # noqa: S310
            assert answer.status == 200
        request = urllib.request.Request(address, headers={"Host": "evil.example"})  # noqa: S310
        with pytest.raises(urllib.error.HTTPError) as refused:
            urllib.request.urlopen(request, timeout=30)  # noqa: S310
        assert refused.value.code == 400
        running.send_signal(signal.SIGINT)
        started = time.monotonic()
        assert running.wait(20) in (DONE, STOPPED)
        assert time.monotonic() - started < 15
        assert "Traceback" not in running.stderr.read()
