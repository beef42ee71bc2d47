"""Whatever a person can type or will meet in the data stands in the documentation, and nothing that is not there."""

from __future__ import annotations

import doctest
import json
import re
import tomllib
from dataclasses import fields
from datetime import date
from pathlib import Path

import pytest

import timeline
from timeline import corrections, model
from timeline.arguments import parser
from timeline.filters import KEYS
from timeline.gazetteer import load
from timeline.records import SCHEMA
from timeline.writers import FORMATS
from timeline.writers.data import COLUMNS

ROOT = Path(__file__).resolve().parent.parent
GUIDE = (ROOT / "docs" / "guide.md").read_text(encoding="utf-8")
RECORDS = (ROOT / "docs" / "records.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md"))]
COMMANDS = parser().commands


def options() -> list[str]:
    found = {name for command in COMMANDS.values() for action in command._actions for name in action.option_strings}
    return sorted(found - {"-h"})


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_a_heading_in_the_guide(command):
    assert re.search(rf"^### timeline {command}\b", GUIDE, re.MULTILINE)


@pytest.mark.parametrize("option", options())
def test_every_option_stands_in_the_guide(option):
    assert re.search(rf"[`\s]{re.escape(option)}\b", GUIDE)


def test_the_guide_names_no_command_and_no_option_that_is_not_there():
    code = re.findall(r"`[^`\n]+`|^    .+$|^### .+$", GUIDE + README, re.MULTILINE)
    named = set(re.findall(r"timeline ([a-z]+)\b", "\n".join(code)))
    assert named <= set(COMMANDS)
    assert set(re.findall(r"(?<![\w-])--[a-z]+(?:-[a-z]+)*", GUIDE + README)) <= {*options(), "--version", "--help"}


def test_every_component_stands_in_the_guide():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    components = project["entry-points"]["spacy_factories"]
    assert components
    assert all(f"| `{name}` |" in GUIDE for name in components)


@pytest.mark.parametrize("key", KEYS.values())
def test_every_filter_is_an_option_of_the_same_name(key):
    assert f"`--{key} " in GUIDE


@pytest.mark.parametrize(
    "kind", [name for name, schema in SCHEMA["$defs"].items() if schema.get("type") == "object" and name != "span"]
)
def test_every_field_of_the_records_stands_in_their_reference(kind):
    for key in SCHEMA["$defs"][kind]["properties"]:
        assert re.search(rf'[`"]{key}[`"]', RECORDS), key


@pytest.mark.parametrize(
    "choice", model.STATUSES + model.TYPES + model.BASES + model.EXTENTS + model.KINDS + model.ORIGINS
)
def test_every_value_of_the_records_stands_in_their_reference(choice):
    assert f"`{choice}`" in RECORDS


def test_every_column_and_format_stands_in_the_documentation():
    assert all(f"`{column}`" in RECORDS for column in COLUMNS)
    assert all(f"`--format {name}`" in GUIDE or f"`{name}`" in GUIDE for name in FORMATS)


def test_the_readme_opens_with_what_this_is_a_picture_and_two_commands():
    head = README.split("\n## ")[1]
    picture = README.index("![")
    assert README.startswith("# ")
    assert picture < README.index("## Two commands")
    lines = [line.split("#")[0].strip() for line in head.splitlines() if line.startswith("    ")]
    assert lines[:2] == ["make run", "make test"]
    assert "pip install ." in README


@pytest.mark.slow
def test_the_example_in_the_readme_runs(capsys):
    (code,) = re.findall(r"```python\n(.+?)```", README, re.DOTALL)
    exec(code, {})  # noqa: S102 - our own words
    assert capsys.readouterr().out == "[('early August', datetime.date(2016, 8, 1), datetime.date(2016, 8, 11))]\n"


@pytest.mark.slow
def test_the_examples_for_python_give_what_they_say(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)  # they keep a store
    failed, tried = doctest.testfile(str(ROOT / "docs" / "library.md"), module_relative=False)
    assert tried > 10
    assert failed == 0


@pytest.mark.slow
def test_the_pipeline_in_the_guide_runs(capsys):
    (code,) = re.findall(r"```python\n(.+?)```", GUIDE, re.DOTALL)
    exec(code, {})  # noqa: S102 - our own words
    assert "2016-08" in capsys.readouterr().out


def test_every_public_name_stands_on_the_page_for_python():
    page = (ROOT / "docs" / "library.md").read_text(encoding="utf-8")
    said = {"Actor", "Event", "Published", "TimeExpression", "__version__"}  # what a record holds
    assert [name for name in timeline.__all__ if name not in said and f"`{name}" not in page] == []


def test_the_list_of_actors_in_the_guide_is_one(tmp_path):
    (listed,) = re.findall(r"```toml\n(\[\[actor.+?)```", GUIDE, re.DOTALL)
    (tmp_path / "actors.toml").write_text(listed, encoding="utf-8")
    assert (
        load(tmp_path / "actors.toml").entries["person:ama-holm"].roles_on(date(2016, 1, 1))[0].words == "Togo's envoy"
    )


def test_the_correction_in_the_reference_is_one():
    (line,) = [line for line in RECORDS.splitlines() if line.startswith('[{"id": "c1"')]
    (made,) = map(corrections.from_json, json.loads(line))
    assert made.changes.when.value == "2016-08-03"
    assert all(f"`{one.name}`" in RECORDS for one in (*fields(corrections.Correction), *fields(corrections.Changes)))
    assert all(f"`{act}`" in RECORDS for act in corrections.ACTS)


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_links_lead_somewhere(page):
    text = re.sub(
        r"```.+?```|`[^`\n]+`", "", page.read_text(encoding="utf-8"), flags=re.DOTALL
    )  # a rule may look like one
    for target in re.findall(r"\]\((?!https?:)([^)]+)\)", text):
        name, _, heading = target.partition("#")
        file = page.parent / name if name else page
        assert file.exists(), target
        if heading:
            headings = re.findall(r"^#+ (.+)$", file.read_text(encoding="utf-8"), re.MULTILINE)
            slugs = {re.sub(r"[^\w -]", "", h).strip().lower().replace(" ", "-") for h in headings}
            assert heading in slugs, target


def test_the_rooms_of_the_tour_are_there():
    tour = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (`.+?) \|", tour, re.MULTILINE)
    for path in re.findall(r"`([^`]+)`", "\n".join(rows)):
        assert (ROOT / path).exists() or (ROOT / "timeline" / path).exists(), path
    rooms = {p.name for p in (ROOT / "timeline").iterdir() if p.is_dir() and p.name != "__pycache__"}
    assert all(f"{room}/" in tour for room in rooms)


def test_the_changes_begin_with_what_is_unreleased():
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.search(r"^## (.+)$", changes, re.MULTILINE)[1] == "Unreleased"
