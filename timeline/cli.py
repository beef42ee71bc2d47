"""The command `timeline`: arguments in, exit code out. The only place that prints; heavy imports stand in commands."""

from __future__ import annotations

import argparse
import contextlib
import difflib
import errno
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from timeline.arguments import UsageError, one_line, options_of
from timeline.version import VERSION
from timeline.wording import printable, short

if TYPE_CHECKING:
    from pathlib import Path

    from timeline.corrections import Correction
    from timeline.engine import Engine
    from timeline.filters import Filters
    from timeline.model import Article, Failure, Timeline
    from timeline.readers import Input
    from timeline.reading import Reading
    from timeline.store import Store

DONE, SOME_FAILED, WRONG_USAGE, STOPPED = 0, 1, 2, 130
_UNDATED_NAMED = 5  # articles without a date that are named before the rest are counted


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command. Return 0 when done, 1 when some inputs failed, 2 for wrong usage, 130 when stopped."""
    arguments = sys.argv[1:] if argv is None else list(argv)
    try:
        options = options_of(arguments)
        code = _COMMANDS[options.command](options)
        sys.stdout.flush()  # here, where a broken pipe is known for what it is
        return code
    except SystemExit as done:  # --help, --version
        return int(done.code or 0)
    except UsageError as error:
        _say(f"error: {error}")
        return WRONG_USAGE
    except BrokenPipeError:  # whoever reads our output has seen enough: `timeline show | head`
        _let_go_of_output()
        return DONE
    except OSError as error:
        if error.errno not in (errno.ENOSPC, errno.EIO):
            raise
        _let_go_of_output()
        _say(f"error: standard output: {str(error.strerror).lower()}")
        return WRONG_USAGE
    except KeyboardInterrupt:
        _say("stopped")
        return STOPPED


# ------------------------------------------------------------------------------------------------------- the commands


def serve(options: argparse.Namespace) -> int:
    """Read what is to be read into a store, and open the dashboard on it."""
    paths = options.paths or ([] if options.store else [_seeds()])
    store = _store(options.store or _own_store(paths), title=_title(options.paths) if paths else None)
    engine = _engine(options)
    failed = _refresh(store, paths, options, engine) if paths else []
    if not store.digests():
        if failed:
            raise UsageError("nothing to show: no article could be read")
        raise UsageError(
            f"nothing to show: {store.name} is empty; fill it with timeline serve PATH --store {store.name}"
        )
    socket, port = _listen(options.port)
    _say("starting the dashboard")

    from dashboard.adding import Adder
    from dashboard.app import create_app
    from timeline.readers.fetch import fetch

    seeds_alone = not options.paths and not options.store
    today = date.today()  # noqa: DTZ011 - the reader's own day
    adder = Adder(engine, _made_by(options), None if options.offline else fetch)
    app = create_app(
        store,
        today=today,
        front=seeds_alone,
        edits=True,
        kept_in=str(store.file.absolute()) if store.file else "",
        adder=adder,
        unread=[one.error for one in failed],
    )
    print(f"http://127.0.0.1:{port}", flush=True)
    _say("press Ctrl-C to stop")

    import logging

    import waitress

    logging.getLogger("waitress.queue").setLevel(logging.ERROR)  # that a page asks for much at once concerns nobody
    with contextlib.suppress(KeyboardInterrupt):
        waitress.serve(app.server, sockets=[socket], threads=8, ident=None)
    return SOME_FAILED if failed else DONE


def extract(options: argparse.Namespace) -> int:
    """Write one record a line, in the order of the inputs."""
    import json

    from timeline.records import to_json

    if not options.paths and not options.store:
        raise UsageError("which articles? timeline extract PATH… (- reads standard input)")
    heard = _Heard()
    with _output(options.output, options.paths) as out:

        def line(data: dict[str, Any]) -> None:
            out.write(json.dumps(data, ensure_ascii=False).encode() + b"\n")

        if options.store:
            with _store_errors():
                for record in _stored(options).records():
                    line(to_json(record, text=True))
        else:
            for reading in _read(options.paths, options):
                heard(reading)
                line(to_json(reading.result, text=not reading.input.lines))
    heard.end()
    return heard.code


def show(options: argparse.Namespace) -> int:
    """Print the calendar as a table."""
    from timeline.filters import select
    from timeline.writers import table

    timeline, _, code = _timeline(options)
    filters = _filters(options, timeline)
    shown = select(timeline, filters)
    if shown.entries:
        with _utf8():
            table.show(shown, _console(), sentences=options.sentences)
    _say(_summary(timeline, shown, filters))
    return code


def explain(options: argparse.Namespace) -> int:
    """Print why words have their date."""
    from pathlib import Path

    from timeline.writers import story

    *paths, words = options.paths
    if not paths and not options.store and Path(words).exists():
        raise UsageError(f'{words} is there, but which of its words? write: timeline explain {words} "early August"')
    if not words.strip():
        raise UsageError("which words? give some of those that tell the time or event, in quotation marks")
    lost = [p for p in paths if p != "-" and not Path(p).exists()]
    if lost and Path(words).exists():
        raise UsageError(f'{lost[0]}: no such file; the words come last: timeline explain {words} "{" ".join(lost)}"')
    if lost and Path(paths[0]).exists():
        asked = " ".join([*lost, words])
        raise UsageError(f'{lost[0]}: no such file; several words go in quotation marks: … {paths[0]} "{asked}"')
    options.paths = paths
    timeline, _, code = _timeline(options)
    if not timeline.records:
        return code
    with _utf8():
        found = story.explain(timeline, words, _console())
    if not found:
        seeds = "" if paths or options.store else " (of the seed articles: no file was named)"
        raise UsageError(f"{story.missing(timeline, words)}{seeds}")
    return code


def export(options: argparse.Namespace) -> int:
    """Write the calendar as a picture, a document, a calendar file or data."""
    from timeline.filters import select
    from timeline.writers import FORMATS, Wanted, write
    from timeline.writers.heading import heading

    _check_name(options.output, options.format)
    timeline, title, code = _timeline(options)
    filters = _filters(options, timeline)
    shown = select(timeline, filters)
    kind = FORMATS[options.format]
    if not kind.text and options.output in (None, "-") and sys.stdout.isatty():
        raise UsageError(f"a {options.format} is not for the terminal: name a file with -o FILE.{kind.suffix}")
    look = {name: getattr(options, name) for name in ("paper", "theme", "rows", "scale") if getattr(options, name)}
    today = date.today()  # noqa: DTZ011 - the reader's own day
    wanted = Wanted(today=today, title=heading(shown, filters, title), filters=filters, **look)
    data = write(shown, options.format, wanted)
    with _output(options.output, options.paths) as out:
        out.write(data)
    _say(_summary(timeline, shown, filters))
    return code


def _check_name(output: str | None, format_: str) -> None:
    """Refuse a name that says another format than is asked for: a png called calendar.pdf opens nowhere."""
    from timeline.writers import FORMATS

    stem, _, ending = (output or "").lower().rpartition(".")
    meant = [name for name, kind in FORMATS.items() if kind.suffix.rpartition(".")[2] == ending]
    if stem and meant and format_ not in meant:
        suffix = FORMATS[format_].suffix
        mend = f"end the name in .{suffix}, or ask for --format {meant[0]}"
        raise UsageError(f"-o {short(str(output))}: that is no name for --format {format_}: {mend}")


def schema(options: argparse.Namespace) -> int:
    """Print the JSON Schema of the records."""
    import json

    from timeline.records import SCHEMA

    with _output(options.output, ()) as out:
        out.write((json.dumps(SCHEMA, indent=2, ensure_ascii=False) + "\n").encode())
    return DONE


def score(options: argparse.Namespace) -> int:
    """Print how well the product does against its own gold."""
    from timeline.score import score as measure

    _say("reading all examples: this takes a minute or two")
    with _utf8(), _engine_errors():
        print(measure(_engine(options)).text(verbose=options.verbose), end="")
    return DONE


_COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "serve": serve,
    "extract": extract,
    "show": show,
    "explain": explain,
    "export": export,
    "schema": schema,
    "score": score,
}


# ------------------------------------------------------------------------------------------------------------ filters


def _filters(options: argparse.Namespace, timeline: Timeline) -> Filters:
    """The filters that the options ask for, actors given by name found in the timeline."""
    from timeline.filters import Filters, named, sources
    from timeline.model import ON_CALENDAR

    actors: list[str] = []
    for words in options.actor or ():
        found = named(timeline.actors, words)
        if not found and timeline.records:
            names = [a.name for a in timeline.actors.values() if a.kind != "place"]
            raise UsageError(f"--actor: nobody here is called “{short(words)}”; {_offer(words, names)}")
        actors.extend(found)
    for words in options.source or ():
        if timeline.records and words not in sources(timeline):
            raise UsageError(f"--source: none here is called “{short(words)}”; {_offer(words, sources(timeline))}")
    if options.from_ and options.to and options.to < options.from_:
        raise UsageError(f"--to {options.to} is before --from {options.from_}: change one of the two")
    salience = options.salience if options.salience is not None else 0.0 if options.all else ON_CALENDAR
    return Filters(
        actor=tuple(dict.fromkeys(actors)),
        mode=options.mode or "any",
        type=tuple(options.type or ()),
        status=tuple(options.status or ()),
        basis=tuple(options.basis or ()),
        from_=options.from_,
        to=options.to,
        salience=salience,
        confidence=options.confidence or 0.0,
        source=tuple(options.source or ()),
        text=options.text or "",
    )


def _offer(words: str, names: Sequence[str]) -> str:
    near = difflib.get_close_matches(words[:80], names, 3, 0.5) or sorted(names)[:8]
    more = f" and {len(names) - len(near)} more" if len(names) > len(near) else ""
    return f"there are {', '.join(near)}{more}" if near else "there are none"


# ------------------------------------------------------------------------------------------------------------ reading


class _Heard:
    """Says on standard error what could not be read and what has no date, and keeps count."""

    def __init__(self) -> None:
        self.read = self.undated = self.times = self.open = 0
        self.failures: list[Failure] = []
        self._live = sys.stderr.isatty()

    def __call__(self, reading: Reading) -> None:
        from timeline.model import Failure

        if isinstance(reading.result, Failure):
            self.failures.append(reading.result)
            self._clear()
            _say(f"error: {reading.result.error}")
            return
        self.read += 1
        self.times += len(reading.result.times)
        self.open += sum(time.is_open for time in reading.result.times)
        for warning in reading.result.warnings:
            self.undated += 1
            if self.undated <= _UNDATED_NAMED:
                self._clear()
                _say(f"warning: {reading.input.place}: {warning}")
        if self._live:
            print(f"\r{self.read + self.failed} read", end="", file=sys.stderr, flush=True)

    def end(self) -> None:
        """Say what was only counted."""
        self._clear()
        if self.undated > _UNDATED_NAMED:
            more = self.undated - _UNDATED_NAMED
            _say(f"warning: {more} more like these" if more > 1 else "warning: one more like these")
        if self.open:
            which = f"{self.open} of {self.times} times" if self.times > 1 else "the one time found"
            _say(f"{which} cannot be dated: timeline explain PATH WORDS says why")
        if self.failed and self.read:
            _say(f"{self.read} read, {self.failed} could not be read")

    @property
    def failed(self) -> int:
        return len(self.failures)

    @property
    def code(self) -> int:
        return SOME_FAILED if self.failed else DONE

    def _clear(self) -> None:
        if self._live:
            print("\r\033[K", end="", file=sys.stderr, flush=True)


def _read(paths: Sequence[str], options: argparse.Namespace, added: Iterable[Article] = ()) -> Iterator[Reading]:
    """What comes of these paths, and of articles added by hand."""
    from timeline.reading import read_inputs

    with _engine_errors():
        yield from read_inputs(_inputs(paths, options, added), _engine(options))


def _inputs(paths: Sequence[str], options: argparse.Namespace, added: Iterable[Article]) -> Iterator[Input]:
    from timeline.readers import Input, read

    yield from read(paths, published=options.published)
    yield from (Input(article, article.id) for article in added)


def _timeline(options: argparse.Namespace) -> tuple[Timeline, str, int]:
    """What the options ask to be read, or what is stored, as a timeline with its title; and the exit code so far."""
    from timeline.model import Record
    from timeline.timelines import gather

    if options.store:
        store = _stored(options)
        with _store_errors():
            return _corrected(store.gathered(), options, _Page((), store.corrections())), store.title, DONE
    heard = _Heard()
    records: list[Record] = []
    paths = options.paths or [_seeds()]
    page = _Page() if options.as_read else _page(paths)
    for reading in _read(paths, options, page.added):
        heard(reading)
        if isinstance(reading.result, Record):
            records.append(reading.result)
    heard.end()
    return _corrected(gather(records), options, page), _title(options.paths), heard.code


class _Page(NamedTuple):
    """What people added and changed on the page that `serve` opens."""

    added: tuple[Article, ...] = ()
    corrections: tuple[Correction, ...] = ()
    wider: bool = False  # it shows more than what is read now: a folder in place of some of its files


def _page(paths: Sequence[str]) -> _Page:
    """The page of these paths, or of the folder that these files are in."""
    from pathlib import Path

    if "-" in paths:  # what comes in there is never the same
        return _Page()
    folders = sorted({str(Path(p).resolve().parent) for p in paths}) if all(map(os.path.isfile, paths)) else []
    for shown in filter(None, (paths, folders)):
        file = _page_file(shown)
        if file.exists():
            with _store_errors():
                store = _store(str(file), create=False)
                wider = shown is folders
                return _Page(() if wider else store.added(), store.corrections(), wider)
    return _Page()


def _corrected(timeline: Timeline, options: argparse.Namespace, page: _Page) -> Timeline:
    """The timeline as people corrected it, on the page or in a file that is named, which is said; or as it was read."""
    from timeline.corrections import apply, astray, told
    from timeline.wording import counted, listed

    if options.as_read:
        return timeline
    made = _saved(options.corrections) if options.corrections else [c for c in page.corrections if not c.undone]
    if page.wider and not options.corrections:
        made = [c for c in made if c.target.article in timeline.records]
    lost = astray(timeline, made)
    for one in lost:
        _say(f"warning: {told(one)}: its event is not found here, so nothing is changed")
    done = len(made) - len(lost)
    changes = counted(done, "change") if done and not options.corrections else ""
    articles = f"{counted(len(page.added), 'article')} added" if page.added else ""
    if changes or articles:
        _say(f"with {listed(filter(None, (changes, articles)))} on the page; --as-read leaves that out")
    return apply(timeline, made)


def _saved(file: str) -> list[Correction]:
    """The corrections in a file as the page saves it."""
    import json
    from pathlib import Path

    from timeline.corrections import CorrectionError, from_json

    try:
        said = json.loads(Path(file).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise UsageError(f"--corrections {file}: not what the page saves ({one_line(str(error))})") from None
    made = []
    for number, one in enumerate(said if isinstance(said, list) else [said], 1):
        try:
            made.append(from_json(one))
        except CorrectionError as error:
            raise UsageError(f"--corrections {file}: correction {number}: {error}") from None
    return made


def _made_by(options: argparse.Namespace) -> str:
    """A short name for what reads with these options: records that something else made are made anew."""
    from pathlib import Path

    from timeline.store import fingerprint

    files = [Path(file) for file in (options.actors, options.events, options.rules) if file]
    return fingerprint(Path(__file__).parent, VERSION, options.model, options.locale, options.southern, *files)


def _refresh(store: Store, paths: Sequence[str], options: argparse.Namespace, engine: Engine) -> list[Failure]:
    """Read into a store what is new in these paths and changed of what was added; return what could not be read."""
    from timeline.store import refresh

    heard = _Heard()
    with _store_errors(), _engine_errors():
        done = refresh(
            store,
            _inputs(paths, options, store.added()),
            engine,
            made_by=_made_by(options),
            prune=not options.store,
            heard=heard,
        )
    heard.end()
    _say(f"{done.read} read, {done.kept} unchanged since last time" if done.kept else f"{done.read} read")
    return heard.failures


def _engine(options: argparse.Namespace) -> Engine:
    from timeline.engine import Engine

    return Engine(
        model=options.model,
        actors_file=options.actors,
        events_file=options.events,
        locale=getattr(options, "locale", None),  # `score` takes no such options
        southern=getattr(options, "southern", False),
        overrides=getattr(options, "rules", None),
    )


@contextlib.contextmanager
def _engine_errors() -> Iterator[None]:
    """A pipeline or a list of actors that cannot be used is wrong usage."""
    from timeline.reading import is_about_what_reads

    try:
        yield
    except ValueError as error:
        if not is_about_what_reads(error):
            raise
        raise UsageError(one_line(str(error))) from None


def _stored(options: argparse.Namespace) -> Store:
    if options.paths:
        raise UsageError("PATH or --store URL, not both")
    return _store(options.store, create=False)


def _store(url: str, *, create: bool = True, title: str | None = None) -> Store:
    from timeline.store import Store

    with _store_errors():
        return Store(url, create=create, title=title)


@contextlib.contextmanager
def _store_errors() -> Iterator[None]:
    from timeline.store import StoreError

    try:
        yield
    except StoreError as error:
        raise UsageError(one_line(str(error))) from None


def _page_file(paths: Sequence[str]) -> Path:
    """The file in the user's data folder in which the page keeps this set of paths."""
    import hashlib
    from pathlib import Path

    from platformdirs import user_data_path

    whole = sorted({p if p == "-" else str(Path(p).resolve()) for p in paths})
    name = hashlib.sha256("\0".join(whole).encode(errors="surrogateescape")).hexdigest()[:16]
    return user_data_path("timeline", appauthor=False) / f"{name}.db"


def _own_store(paths: Sequence[str]) -> str:
    """The same with its folder made."""
    file = _page_file(paths)
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"{file.parent} cannot be made ({error.strerror}): name a file with --store FILE.db") from None
    return str(file)


def _seeds() -> str:
    from timeline.resources import seeds

    return str(seeds())


def _title(paths: Sequence[str]) -> str:
    """What the calendar of these paths is called whatever it shows: that of the seeds, where none are given."""
    return "" if paths else "Syria diplomacy, 2015–2017"


# ------------------------------------------------------------------------------------------------------------ writing


@contextlib.contextmanager
def _output(name: str | None, inputs: Sequence[str]) -> Iterator[Any]:
    """A file to write bytes to, which takes its place only when whole; standard output when there is no name."""
    if name in (None, "-"):
        sys.stdout.flush()
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    from timeline.writers.whole import OutputError, whole

    try:
        with whole(str(name), inputs=inputs) as out:
            yield out
    except OutputError as error:
        raise UsageError(f"-o {error}") from None


@contextlib.contextmanager
def _utf8() -> Iterator[None]:
    """Let standard output write whatever an article holds, also where the locale knows only ASCII."""
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="replace")
    yield
    sys.stdout.flush()


def _console() -> Any:
    from rich.console import Console

    return Console(highlight=False, emoji=False, markup=False)


def _summary(timeline: Timeline, shown: Timeline, filters: Filters) -> str:
    """How much is shown: "9 events from 1 article; 4 more under the salience line: --all shows them"."""
    from dataclasses import replace

    from timeline.corrections import made_of
    from timeline.filters import select
    from timeline.wording import counted

    under = len(select(timeline, replace(filters, salience=0.0)).entries) - len(shown.entries)
    of = " · ".join(made_of(timeline.records.values())) or counted(0, "article")
    said = f"{counted(len(shown.entries), 'event')} from {of}"
    more = f"; {under} more under the salience line: --all shows {'it' if under == 1 else 'them'}" if under else ""
    return said + more


def _listen(port: int) -> tuple[Any, int]:
    """A socket on 127.0.0.1 at this port or, said, the next free one."""
    import socket

    for candidate in range(port, min(port + 100, 65536)):
        listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listening.bind(("127.0.0.1", candidate))
            listening.listen(128)
        except OSError as error:
            listening.close()
            if error.errno == errno.EADDRINUSE:
                continue
            raise UsageError(f"--port {candidate}: {str(error.strerror).lower()}: give another") from None
        if candidate != port:
            _say(f"port {port} is taken, so this one is on {candidate}")
        return listening, candidate
    raise UsageError(f"--port {port}: it and the next hundred are taken: give another")


def _let_go_of_output() -> None:
    """Lead standard output nowhere, so that what is left in it is no second error when Python ends."""
    with contextlib.suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _say(message: str) -> None:
    """Tell the person at the terminal something, on one line of standard error."""
    words = printable(message).encode("utf-8", "replace").decode()
    with contextlib.suppress(BrokenPipeError):
        try:
            print(f"timeline: {words}", file=sys.stderr, flush=True)
        except UnicodeEncodeError:
            print(f"timeline: {words.encode('ascii', 'replace').decode()}", file=sys.stderr, flush=True)
