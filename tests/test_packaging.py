"""What travels with the product, and that it is all that is needed."""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import urllib.request
import zipfile
from importlib.metadata import packages_distributions, version
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.version import Version

import timeline
from timeline import resources

ROOT = Path(__file__).resolve().parent.parent
MOVED = {"seeds": "timeline/seeds", "assets": "timeline/assets"}  # where the build puts them
BEHIND_DASH = {"flask-compress"}  # Dash(compress=True) imports it
BEHIND_TRAFILATURA = {"lxml-html-clean"}  # justext asks lxml for it by a name that not every lxml knows


def requirements(name: str) -> dict[str, Requirement]:
    lines = (line.split("#")[0].strip() for line in (ROOT / name).read_text(encoding="utf-8").splitlines())
    found = [Requirement(line) for line in lines if line and not line.startswith("-r")]
    return {plain(r.name): r for r in found}


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def imported(folder: str) -> set[str]:
    """The distributions of others whose modules the code of a folder imports, anywhere in it."""
    modules = set()
    for path in (ROOT / folder).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                modules |= {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                modules.add(node.module.split(".")[0])
    ours = {"timeline", "dashboard", "training"}
    others = {m for m in modules - ours if m not in sys.stdlib_module_names}
    distributions = packages_distributions()
    return {plain(distributions[m][0]) for m in others}


# ---------------------------------------------------------------- what is needed


def test_what_is_imported_is_required_and_nothing_else_is():
    needed = imported("timeline") | imported("dashboard")
    assert needed | BEHIND_DASH | BEHIND_TRAFILATURA == set(requirements("requirements.txt"))


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_every_requirement_has_a_tested_lower_bound_and_a_cap(name):
    for requirement in requirements(name).values():
        bounds = {s.operator: Version(s.version) for s in requirement.specifier}
        assert set(bounds) == {">=", "<"}, requirement
        installed = Version(version(requirement.name))
        assert bounds[">="] <= installed < bounds["<"], requirement
        assert bounds["<"].release[0] - bounds[">="].release[0] <= 2, requirement


def test_the_public_names_are_there():
    assert set(timeline.__all__) <= set(dir(timeline))
    assert all(getattr(timeline, name) is not None for name in timeline.__all__)
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        timeline.nonsense  # noqa: B018


def test_importing_the_package_loads_neither_spacy_nor_dash():
    code = "import sys, timeline; timeline.Article; sys.exit(any(m in sys.modules for m in ('spacy', 'dash')))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_seeds_and_assets_are_found_in_a_checkout():
    assert resources.seeds() == ROOT / "seeds"
    assert resources.assets() == ROOT / "assets"


# ---------------------------------------------------------------- the wheel


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    """The wheel, built from a copy, so that nothing of an earlier build is in it."""
    copy, out = tmp_path_factory.mktemp("copy"), tmp_path_factory.mktemp("wheel")
    for folder in ("timeline", "dashboard", "seeds", "assets"):
        shutil.copytree(ROOT / folder, copy / folder, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "setup.py", "README.md", "LICENSE", "requirements.txt"):
        shutil.copy(ROOT / name, copy)
    code = f"from setuptools import build_meta; build_meta.build_wheel({str(out)!r})"
    subprocess.run([sys.executable, "-c", code], cwd=copy, check=True, capture_output=True)
    (built,) = out.glob("*.whl")
    return built


def test_the_wheel_holds_every_file_of_the_packages(wheel):
    expected = set()
    for folder in ("timeline", "dashboard", "seeds", "assets"):
        for path in (ROOT / folder).rglob("*"):
            if path.is_file() and "__pycache__" not in path.parts and not path.name.startswith("."):
                expected.add(f"{MOVED.get(folder, folder)}/{path.relative_to(ROOT / folder).as_posix()}")
    held = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    assert held == expected


def test_the_wheel_says_what_it_is(wheel):
    with zipfile.ZipFile(wheel) as files:
        (name,) = [n for n in files.namelist() if n.endswith(".dist-info/METADATA")]
        metadata = files.read(name).decode()
        entry_points = files.read(name.replace("METADATA", "entry_points.txt")).decode()
    needed = {plain(Requirement(r).name) for r in re.findall(r"^Requires-Dist: (.+)$", metadata, re.MULTILINE)}
    assert needed == set(requirements("requirements.txt"))
    assert f"Version: {timeline.__version__}\n" in metadata
    assert "License-Expression: MIT\n" in metadata
    assert "timeline = timeline.cli:main" in entry_points


@pytest.mark.slow
def test_the_wheel_alone_shows_and_serves_the_seeds(wheel, tmp_path):
    """Installed into an environment of its own, which sees the libraries of this one but not the checkout."""
    home = tmp_path / "venv"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(home)], check=True)
    python = home / "bin" / "python"
    install = [sys.executable, "-m", "pip", "--python", str(python), "install", "--quiet", "--no-deps", "--no-index"]
    subprocess.run([*install, str(wheel)], check=True)
    (site,) = (home / "lib").glob("python*/site-packages")
    (site / "libraries.pth").write_text(sysconfig.get_paths()["purelib"])  # its own .pth files are not followed
    options = {
        "cwd": tmp_path,
        "env": {"PATH": os.defpath, "HOME": str(tmp_path), "COLUMNS": "160"},
        "text": True,
        "stdout": subprocess.PIPE,
    }
    command = home / "bin" / "timeline"

    where = subprocess.run([python, "-c", "import timeline; print(timeline.__file__)"], **options, check=True)
    assert Path(where.stdout.strip()).is_relative_to(site)
    told = subprocess.run([command, "--version"], **options, check=True)
    assert told.stdout == f"timeline {timeline.__version__}\n"
    piped = "import spacy; n = spacy.blank('en'); n.add_pipe('timeline_times'); d = n('In May 2016.'); print(d.spans)"
    found = subprocess.run([python, "-c", piped], **options, check=True)
    assert "May 2016" in found.stdout
    shown = subprocess.run([command, "show"], **options, check=True)
    assert "24 Mar 2016" in shown.stdout
    with subprocess.Popen([command, "serve", "--port", "8931"], **options) as serving:
        try:
            address = serving.stdout.readline().strip()
            with urllib.request.urlopen(address, timeout=30) as answer:  # noqa: S310
                assert answer.status == 200
        finally:
            serving.terminate()


# ---------------------------------------------------------------- make


def make(*arguments: str, folder: Path) -> subprocess.CompletedProcess:
    outer = {"MAKEFLAGS", "MAKELEVEL", "MFLAGS"}  # of the make that runs these tests
    environment = {key: value for key, value in os.environ.items() if key not in outer}
    return subprocess.run(
        ["/usr/bin/make", "-f", str(ROOT / "Makefile"), *arguments],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def fake_python(folder: Path, script: str) -> str:
    path = folder / "fake-python"
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
    return f"PYTHON={path}"


MENDS = [
    ("exit 1", "Python 3.11 or newer is needed: sudo apt-get install python3 python3-venv"),
    ('case "$2" in *ensurepip*) exit 1;; esac', "Python's venv module is needed: sudo apt-get install python3-venv\n"),
]


@pytest.mark.parametrize(("script", "said"), MENDS)
def test_what_a_machine_lacks_is_one_line_that_mends_it(tmp_path, script, said):
    for name in ("requirements.txt", "pyproject.toml", "setup.py"):
        shutil.copy(ROOT / name, tmp_path)
    done = make("run", fake_python(tmp_path, script), folder=tmp_path)
    assert done.returncode == 2
    lines = [line for line in done.stderr.splitlines(keepends=True) if not line.startswith("make: ***")]
    assert len(lines) == 1
    assert lines[0].startswith(said)
    assert not (tmp_path / ".venv").exists()


def test_make_installs_in_the_order_of_need(tmp_path):
    for name in ("requirements.txt", "requirements-dev.txt", "pyproject.toml", "setup.py"):
        shutil.copy(ROOT / name, tmp_path)
    (tmp_path / "fake-pip").write_text('#!/bin/sh\necho "$@" >> said\n')
    (tmp_path / "fake-pip").chmod(0o755)
    make_venv = (
        'case "$2" in venv) mkdir -p .venv/bin && cp fake-pip .venv/bin/python && cp fake-pip .venv/bin/timeline;; esac'
    )
    done = make("run", fake_python(tmp_path, make_venv), folder=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    said = (tmp_path / "said").read_text().splitlines()
    assert ["-r requirements.txt" in said[0], said[1].endswith("--no-deps --editable ."), said[2:]] == [
        True,
        True,
        ["serve"],
    ]


BROWSERS = [  # the commands that a machine has, what is said, and what is run
    ({"chromium": "exit 0"}, "", []),
    ({"id": "echo 0", "apt-get": 'echo "$@" >> said'}, "", ["update", "install -y chromium"]),
    (
        {"id": "echo 1000", "sudo": 'test "$1" != -n || shift; "$@"', "apt-get": 'echo "$@" >> said'},
        "",
        [
            "update",
            "install -y chromium",
        ],
    ),
    (
        {"id": "echo 1000", "sudo": "exit 1", "apt-get": "exit 1"},
        'The browser tests need Chromium: sudo sh -c "apt-get update && apt-get install -y chromium"\n',
        [],
    ),
    (
        {"id": "echo 1000"},
        "The browser tests need Chromium: install it so that the command chromium is found.\n",
        [],
    ),
]


@pytest.mark.parametrize(("commands", "said", "ran"), BROWSERS)
def test_a_missing_browser_is_installed_or_the_command_for_it_is_said(tmp_path, commands, said, ran):
    has = tmp_path / "bin"
    has.mkdir()
    for name, script in (commands | {"sh": 'exec /bin/sh "$@"', "true": "exit 0", "python3": "exit 1"}).items():
        (has / name).write_text(f"#!/bin/sh\n{script}\n")
        (has / name).chmod(0o755)
    done = make("browser", f"CHROMIUM={tmp_path}/none", f"PATH={has}", "PYTHON=none", folder=tmp_path)
    lines = [line for line in done.stderr.splitlines(keepends=True) if not line.startswith("make: ***")]
    assert (done.returncode, "".join(lines)) == (2 if said else 0, said)
    log = tmp_path / "said"
    assert (log.read_text().splitlines() if log.exists() else []) == ran


def test_continuous_integration_runs_make_test():
    script = ROOT / ".ci" / "run"
    assert script.read_text().splitlines()[-1].endswith("exec make test")
    assert os.access(script, os.X_OK)
