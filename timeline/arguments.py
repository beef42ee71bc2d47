"""The arguments of the command `timeline`: what can be asked, and one line for whatever cannot."""

from __future__ import annotations

import argparse
import difflib
import os
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import NoReturn

from timeline.version import VERSION
from timeline.wording import listed, short

PORT = 8050


class UsageError(Exception):
    """The command was called wrongly; the message is one line that says how to mend it."""


class _Parser(argparse.ArgumentParser):
    """A parser whose errors are one line: what is wrong and where to look."""

    commands: Mapping[str, argparse.ArgumentParser]

    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{one_line(message)}; see {self.prog} --help")


def options_of(arguments: Sequence[str]) -> argparse.Namespace:
    """The options that these arguments give, or a UsageError that names what is wrong with them."""
    asked = parser(only=arguments)
    options, unknown = asked.parse_known_args(arguments)
    if options.command is None:
        raise UsageError("which command? see timeline --help")
    if unknown:
        command = asked.commands[options.command]
        given = list(arguments)[list(arguments).index(options.command) + 1 :]  # words may stand behind an option, too
        options, unknown = command.parse_known_intermixed_args(given, argparse.Namespace(command=options.command))
    if unknown:
        name = unknown[0].split("=")[0][:40]
        others = [other for other, one in parser().commands.items() if name in _names(one)]
        near = difflib.get_close_matches(name, _names(command), 1)
        hint = f": an option of timeline {listed(others)}" if others else f": did you mean {near[0]}?" if near else ""
        raise UsageError(f"“{short(unknown[0])}” is not known here{hint}; see timeline {options.command} --help")
    return options


def _names(command: argparse.ArgumentParser) -> list[str]:
    """The options that a command takes, as they are written."""
    return [name for action in command._actions for name in action.option_strings]


def parser(*, only: Sequence[str] | None = None) -> _Parser:
    """The parser of all commands; the option `command` then holds the name of the one that was asked for.

    With `only`, no other command gets its arguments: to know its choices takes imports, and `--version` is in a hurry.
    """
    whole = _Parser(
        prog="timeline",
        description="Reads news articles and gives back the dated diplomatic calendar that is in them.",
        epilog="`timeline COMMAND --help` says more of each. PATH is a file (.txt, .html, .pdf, .json, .jsonl), "
        "a folder, or - for standard input. Exit 0: done, 1: some inputs failed, 2: wrong usage.",
        allow_abbrev=False,
    )
    whole.add_argument("--version", action="version", version=f"timeline {VERSION}")
    commands = whole.add_subparsers(dest="command", metavar="COMMAND", parser_class=_Parser)
    for name, (about, groups) in _commands().items():
        command = commands.add_parser(
            name, help=about, description=f"{about[0].upper()}{about[1:]}.", allow_abbrev=False
        )
        for group in groups if only is None or name in only else ():
            group(command)
    whole.commands = commands.choices
    return whole


def _commands() -> dict[str, tuple[str, tuple[Callable[[_Parser], None], ...]]]:
    """Each command with what it does and the arguments that it takes."""
    return {
        "serve": (
            "open the dashboard in the browser (default: the seed articles)",
            (_take_paths, _take_reading, _take_port),
        ),
        "extract": (
            "write what is read, one JSON record a line an article",
            (_take_paths, _take_reading, _take_output),
        ),
        "show": (
            "print the calendar as a table (default: the seed articles)",
            (_take_paths, _take_reading, _take_corrections, _take_sentences, _take_filters),
        ),
        "explain": (
            "say why words have their date, step by step",
            (_take_words, _take_reading, _take_corrections),
        ),
        "export": (
            "write the calendar as a picture, a document, a calendar file or data (default: the seed articles)",
            (_take_paths, _take_reading, _take_corrections, _take_format, _take_output, _take_look, _take_filters),
        ),
        "schema": ("print the JSON Schema of the records", (_take_output,)),
        "score": ("print the quality against the project's own gold", (_take_engine, _take_verbose)),
    }


def _take_paths(command: _Parser) -> None:
    command.add_argument("paths", nargs="*", metavar="PATH", help="files, folders, or - for standard input")


def _take_words(command: _Parser) -> None:
    command.add_argument(
        "paths",
        nargs="+",
        metavar="PATH WORDS",
        help="the article (default: the seed articles), and last some words of the time or event to explain",
    )


def _take_reading(command: _Parser) -> None:
    command.add_argument("--store", metavar="URL", type=_words, help="a database instead: sqlite:///FILE, or the FILE")
    command.add_argument(
        "--published", metavar="DATE", type=_day, help="publication date of articles that bear none, YYYY-MM-DD"
    )
    command.add_argument(
        "--rules", metavar="FILE", type=_file, help="rules, words and conventions of your own for times, as TOML"
    )
    command.add_argument(
        "--locale", metavar="xx_YY", type=_locale, help="where the articles are from: en_US reads 03/04 as 4 March"
    )
    command.add_argument("--southern", action="store_true", help="seasons as south of the equator")
    _take_engine(command)


def _take_engine(command: _Parser) -> None:
    command.add_argument(
        "--model",
        metavar="NAME",
        type=_words,
        help="a spaCy pipeline in place of the one that ships; none: times alone",
    )
    command.add_argument(
        "--actors", metavar="FILE", type=_file, help="a list of actors to know, beside the one that ships"
    )
    command.add_argument(
        "--events", metavar="FILE", type=_file, help="words that name events, beside those that ship, as TOML"
    )


def _take_corrections(command: _Parser) -> None:
    which = command.add_mutually_exclusive_group()
    which.add_argument(
        "--corrections",
        metavar="FILE",
        type=_file,
        help="the changes in this file, as the page saves them, and not those made on the page",
    )
    which.add_argument(
        "--as-read",
        action="store_true",
        help="leave out what was changed on the page, and articles added there to PATH",
    )


def _take_verbose(command: _Parser) -> None:
    command.add_argument("--verbose", action="store_true", help="also list what is not as it must be, case by case")


def _take_port(command: _Parser) -> None:
    command.add_argument(
        "--port",
        metavar="N",
        type=_port,
        default=PORT,
        help=f"where to serve (default {PORT}); if taken, the next free one",
    )
    command.add_argument(
        "--offline", action="store_true", help="fetch no pages for whoever adds one by its address; nothing else does"
    )


def _take_output(command: _Parser) -> None:
    command.add_argument("-o", "--output", metavar="FILE", type=_words, help="write here (default: standard output)")


def _take_format(command: _Parser) -> None:
    from timeline.writers import FORMATS

    command.add_argument(
        "--format",
        required=True,
        metavar="|".join(FORMATS),
        type=_one_of("format", tuple(FORMATS)),
        help="what to write",
    )


def _take_sentences(command: _Parser) -> None:
    command.add_argument(
        "--sentences", action="store_true", help="the sentence that tells each event, too, under its title"
    )


def _take_look(command: _Parser) -> None:
    from timeline.drawing import PAPERS, THEMES
    from timeline.drawing.lanes import ROWS

    group = command.add_argument_group("pictures and documents", "How svg, png, pdf and html look.")
    for name, choices, about in (
        (
            "paper",
            tuple(PAPERS),
            "the size of the sheet (default: as large as it comes out); a pdf takes several",
        ),
        ("theme", tuple(THEMES), "dark or light letters (default light)"),
        ("rows", ROWS, "what a row holds (default event)"),
    ):
        group.add_argument(f"--{name}", metavar="|".join(choices), type=_one_of(name, choices), help=about)
    group.add_argument(
        "--scale", metavar="N", type=_scale, help="pixels of a png for each of the picture's, 1 to 4 (default 2)"
    )


def _take_filters(command: _Parser) -> None:
    from timeline import wording
    from timeline.filters import MODES
    from timeline.model import BASES, STATUSES, TYPES

    dated = ", ".join(f"{basis} ({wording.BASIS[basis]})" for basis in BASES)
    group = command.add_argument_group(
        "filters",
        "The same names serve in the dashboard's address. Those marked * may be given several times: any will do.",
    )
    group.add_argument(
        "--actor", metavar="NAME", action="append", type=_words, help="* who takes part: a name, a country or an id"
    )
    group.add_argument(
        "--mode", metavar="any|all", type=_one_of("mode", MODES), help="whether any or all of the actors (default any)"
    )
    for name, choices, told in (
        ("type", TYPES, ", ".join(TYPES)),
        ("status", STATUSES, ", ".join(STATUSES).replace("cancelled", "cancelled (or postponed)")),
        ("basis", BASES, f"by what it is dated: {dated}"),
    ):
        group.add_argument(
            f"--{name}",
            metavar=name.upper(),
            action="append",
            type=_one_of(name, choices),
            help=f"* {told}",
        )
    group.add_argument("--from", dest="from_", metavar="DATE", type=_day, help="first day to show, YYYY-MM-DD")
    group.add_argument("--to", metavar="DATE", type=_day, help="last day to show")
    group.add_argument(
        "--salience",
        metavar="N",
        type=_share,
        help="how much an event deserves its place, at least (0 to 1, default 0.5)",
    )
    group.add_argument(
        "--confidence", metavar="N", type=_share, help="how sure the product is, at least (0 to 1, default 0)"
    )
    group.add_argument("--source", metavar="NAME", action="append", type=_words, help="* who published the article")
    group.add_argument(
        "--text", metavar="WORDS", type=_words, help="words of the event's title, sentence, actors or place"
    )
    group.add_argument("--all", action="store_true", help="show what lies under the salience line too (--salience 0)")


def _day(words: str) -> date:
    from timeline.readers.fields import day, why_no_day

    found = day(words)
    if found is None:
        raise argparse.ArgumentTypeError(f"“{short(words)}” is {why_no_day(words)}")
    return found


def _share(words: str) -> float:
    try:
        number = float(words)
    except ValueError:
        number = -1
    if not 0 <= number <= 1:
        raise argparse.ArgumentTypeError(f"“{short(words)}” is not a number from 0 to 1")
    return number


def _scale(words: str) -> float:
    from timeline.writers.wanted import SCALES

    try:
        number = float(words)
    except ValueError:
        number = 0
    if not SCALES[0] <= number <= SCALES[1]:
        raise argparse.ArgumentTypeError(f"“{short(words)}” is not a number from {SCALES[0]} to {SCALES[1]}")
    return number


def _port(words: str) -> int:
    if not (words.isascii() and words.isdigit() and len(words) < 6 and 0 < int(words) < 65536):
        raise argparse.ArgumentTypeError(f"“{short(words)}” is not a port: give a number from 1 to 65535")
    return int(words)


def _words(words: str) -> str:
    if not words.strip():
        raise argparse.ArgumentTypeError("is empty: give it a value, or leave it out")
    return words


def _file(words: str) -> str:
    if os.path.isdir(words):  # noqa: PTH112 - pathlib costs start-up time
        raise argparse.ArgumentTypeError(f"“{short(words)}” is a folder: name a file in it")
    if not os.path.isfile(words):  # noqa: PTH113
        raise argparse.ArgumentTypeError(f"“{short(words)}”: no such file: check the name")
    return words


def _locale(words: str) -> str:
    from timeline.times import LocaleError, check_locale

    try:
        check_locale(words)
    except LocaleError as error:
        raise argparse.ArgumentTypeError(str(error)) from None
    return words


def _one_of(name: str, choices: Sequence[str]) -> Callable[[str], str]:
    def choose(words: str) -> str:
        if words in choices:
            return words
        near = difflib.get_close_matches(words[:40], choices, 1)
        hint = f": did you mean {near[0]}?" if near else f": choose from {', '.join(choices)}"
        raise argparse.ArgumentTypeError(f"“{short(words)}” is no {name}{hint}")

    return choose


def one_line(words: str) -> str:
    """Words on one line, cut where they go on and on."""
    flat = " ".join(words.split())
    return flat if len(flat) <= 300 else flat[:299] + "…"
