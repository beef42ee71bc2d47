"""How well the product reads, on the project's own gold: `score(engine)` and its text.

An event is found when an entry on the calendar has a trigger that overlaps the wanted words; of
several the one that agrees best is taken, and each stands for one wanted event at most. Then its
date, basis, status, actors and the rest are compared, each for itself, as far as they are given.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Protocol

from timeline import clean, filters, resources, timelines
from timeline.gold import Case, Page, Wanted, read_gold, read_pages
from timeline.model import Actor, Article, Event, Record, Span, TimeExpression, When

CHECKS = ("found", "date", "basis", "status", "who", "rest")  # of an event; `found` first
_TIME_FIELDS = ("value", "first", "until", "mod")


class Reader(Protocol):
    """What reads an article: engine.Engine, or something that answers for it in a test."""

    def read(self, article: Article) -> Record:
        """Everything that can be read from one article."""


@dataclass(frozen=True, slots=True)
class Count:
    """How many were right of how many wanted."""

    right: int = 0
    wanted: int = 0

    def __add__(self, other: Count) -> Count:
        return Count(self.right + other.right, self.wanted + other.wanted)

    def __str__(self) -> str:
        return f"{self.right}/{self.wanted}" if self.wanted else "-"


@dataclass(frozen=True, slots=True)
class Row:
    """A wanted event of an article beside what was given for it."""

    what: str
    wanted: str
    given: str  # "" where nothing was found
    wrong: tuple[str, ...]  # the checks that failed


@dataclass(frozen=True, slots=True)
class Miss:
    """One thing that is not as it must be: in which text, what was wanted and what came."""

    case: str
    told: str
    what: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """The result on one gold file."""

    name: str
    cases: int = 0
    perfect: int = 0  # cases with nothing wrong
    times: Count = Count()
    events: Count = Count()  # found, with every field right
    checks: Mapping[str, Count] = field(default_factory=dict)
    never: int = 0  # what must not be given and was
    extra: int = 0  # entries too many where nothing else may stand
    actors: Count = Count()
    rows: tuple[Row, ...] = ()
    misses: tuple[Miss, ...] = ()

    def __add__(self, other: Sheet) -> Sheet:
        return Sheet(
            name=self.name,
            cases=self.cases + other.cases,
            perfect=self.perfect + other.perfect,
            times=self.times + other.times,
            events=self.events + other.events,
            checks={c: self.checks.get(c, Count()) + other.checks.get(c, Count()) for c in CHECKS},
            never=self.never + other.never,
            extra=self.extra + other.extra,
            actors=self.actors + other.actors,
            rows=self.rows + other.rows,
            misses=self.misses + other.misses,
        )


@dataclass(frozen=True, slots=True)
class Report:
    """The results on all gold files, articles first."""

    sheets: tuple[Sheet, ...]

    @property
    def total(self) -> Sheet:
        """All sheets as one."""
        return sum(self.sheets, Sheet("all"))

    def text(self, *, verbose: bool = False) -> str:
        """The report for people; `verbose` also lists what failed, with the sentence and what came instead."""
        parts = [_table(self.sheets, self.total)]
        parts += [_side_by_side(s) for s in self.sheets if s.rows]
        if verbose:
            parts += [_failures(s) for s in self.sheets if s.misses]
        return "\n\n".join(parts) + "\n"


def score(engine: Reader, *, seeds: Path | None = None) -> Report:
    """How well an engine reads the gold of a seeds folder, by default the one that travels with the product."""
    folder = seeds or resources.seeds()
    report = score_cases(engine, read_gold(folder))
    return Report((*report.sheets, score_pages(read_pages(folder))))


def score_cases(engine: Reader, cases: Iterable[Case]) -> Report:
    """How well an engine reads these cases; the sheets stand in the order in which their first case comes."""
    sheets: dict[str, Sheet] = {}
    for case in cases:
        sheets[case.sheet] = sheets.get(case.sheet, Sheet(case.sheet)) + compare(case, engine.read(case.article))
    return Report(tuple(sheets.values()))


def score_pages(pages: Iterable[Page]) -> Sheet:
    """How many pages are cut into just the blocks that they must be."""
    sheet = Sheet("pages")
    for page in pages:
        got = {(b.start, b.end): b.kind for b in clean.blocks(page.text)}
        wrong = [(kind, span) for kind, span in page.parts if got.get((span.start, span.end)) != kind]
        misses = tuple(
            Miss(page.what, page.what, f"block: wanted {kind} “{page.text[s.start : s.end]}”; came {_kinds(got, s)}")
            for kind, s in wrong
        )
        sheet += Sheet("", cases=1, perfect=int(not wrong), misses=misses)
    return sheet


def _kinds(blocks: Mapping[tuple[int, int], str], span: Span) -> str:
    near = [kind for (start, end), kind in blocks.items() if _overlap(span, start, end)]
    return ", ".join(near) or "nothing"


def compare(case: Case, record: Record) -> Sheet:
    """What a record has right and wrong of one case."""
    misses: list[str] = []
    calendar = [e for e in record.events if e.on_calendar]
    actors = {a.id: a for a in record.actors}

    times = _compare_times(case, record.times, misses)
    never_times = _compare_no_times(case, record.times, misses)
    pairs = _pair(case.events, calendar, actors)
    checks = {name: Count() for name in CHECKS}
    events = Count(0, len(case.events))
    rows: list[Row] = []
    for wanted, event in pairs:
        got = _check(wanted, event, actors) if event else _nothing(wanted)
        for name, ok in got.items():
            checks[name] += Count(int(ok), 1)
        wrong = tuple(name for name in CHECKS if name in got and not got[name])
        events += Count(int(not wrong), 0)
        row = Row(
            str(wanted.fields.get("what", wanted.words)), _want(wanted), _given(event, actors) if event else "", wrong
        )
        if case.rows:
            rows.append(row)
        if wrong:
            misses.append(f"{', '.join(wrong)}: wanted “{wanted.words}” {row.wanted}; came {row.given or 'nothing'}")

    never = [(w, e) for w in case.never for e in calendar if _is_never(w, e)]
    misses += [f"never “{w.words}”: came {_given(e, actors)}" for w, e in never]
    extra = _extra(case, calendar, [e for _, e in pairs if e])
    misses += [f"too many: “{e.trigger.text}” {_given(e, actors)}" for e in extra]
    who = _compare_actors(case, record, misses)
    who += _compare_offer(case, record, pairs, misses)
    return Sheet(
        name=case.sheet,
        cases=1,
        perfect=int(not misses),
        times=times,
        events=events,
        checks=checks,
        never=len(never) + never_times,
        extra=len(extra),
        actors=who,
        rows=tuple(rows),
        misses=tuple(Miss(case.article.id, case.told, m) for m in misses),
    )


def _overlap(a: Span, start: int, end: int) -> bool:
    return a.start < end and start < a.end


def _compare_times(case: Case, times: Iterable[TimeExpression], misses: list[str]) -> Count:
    count = Count()
    for wanted in case.times:
        near = [t for t in times if _overlap(wanted.span, t.start, t.end)]
        right = any(all(getattr(t, f) == wanted.fields[f] for f in _TIME_FIELDS if f in wanted.fields) for t in near)
        count += Count(int(right), 1)
        if not right:
            came = "; ".join(f"“{t.text}” {t.value} {t.mod or ''} {_days(t.first, t.until)}" for t in near) or "nothing"
            want = " ".join(str(wanted.fields[f]) for f in ("value", "mod") if f in wanted.fields)
            days = _days(wanted.fields.get("first"), wanted.fields.get("until"))
            misses.append(f"time: wanted “{wanted.words}” {want} {days}; came {came}")
    return count


def _compare_no_times(case: Case, times: Iterable[TimeExpression], misses: list[str]) -> int:
    bad = [
        (w, t)
        for w in case.no_times
        for t in times
        if _overlap(w.span, t.start, t.end) and (t.first is not None or t.until is not None)
    ]
    misses += [f"no time “{w.words}”: came “{t.text}” {t.value} {_days(t.first, t.until)}" for w, t in bad]
    return len(bad)


def _pair(
    wanted: Iterable[Wanted], calendar: list[Event], actors: Mapping[str, Actor]
) -> list[tuple[Wanted, Event | None]]:
    """Each wanted event with the entry that stands for it; the closest fits are made first."""
    wanted = list(wanted)
    fits = [
        (-sum(_check(w, e, actors).values()), i, j)
        for i, w in enumerate(wanted)
        for j, e in enumerate(calendar)
        if _overlap(w.span, e.trigger.start, e.trigger.end)
    ]
    taken: dict[int, int] = {}
    for _, i, j in sorted(fits):
        if i not in taken and j not in taken.values():
            taken[i] = j
    return [(w, calendar[taken[i]] if i in taken else None) for i, w in enumerate(wanted)]


def _check(wanted: Wanted, event: Event, actors: Mapping[str, Actor]) -> dict[str, bool]:
    """Which checks apply to a wanted event, and whether this one passes them."""
    fields, when = wanted.fields, event.when
    out = {"found": True}
    if "first" in fields or "until" in fields:
        out["date"] = all(getattr(when, f) == fields[f] for f in ("first", "until") if f in fields)
    elif fields.get("basis") == "none":
        out["date"] = when.first is None and when.until is None
    if "basis" in fields:
        out["basis"] = when.basis == fields["basis"]
    if "status" in fields:
        out["status"] = event.status == fields["status"]
    if "actors" in fields:
        out["who"] = not _absent(fields["actors"], event, actors)
    rest = [test(fields[name], event) for name, test in _REST.items() if name in fields]
    if rest:
        out["rest"] = all(rest)
    return out


def _nothing(wanted: Wanted) -> dict[str, bool]:
    """The checks of a wanted event that was not found: all that apply fail."""
    fields = wanted.fields
    applies = {
        "found": True,
        "date": "first" in fields or "until" in fields or fields.get("basis") == "none",
        "basis": "basis" in fields,
        "status": "status" in fields,
        "who": "actors" in fields,
        "rest": any(name in fields for name in _REST),
    }
    return {name: False for name in CHECKS if applies[name]}


def _absent(ids: Iterable[str], event: Event, actors: Mapping[str, Actor]) -> list[str]:
    """The actors that are not in an event, neither themselves nor through somebody who acts for them."""
    who = {p.id for p in event.actors}
    return [id_ for id_ in ids if who.isdisjoint(filters.circle(actors, id_))]


_REST: dict[str, Callable[[Any, Event], bool]] = {
    "type": lambda wanted, event: event.type == wanted,
    "extent": lambda wanted, event: event.when.extent == wanted,
    "place": lambda wanted, event: event.place is not None and event.place.id == wanted,
    "title": lambda wanted, event: all(w.casefold() in event.title.casefold() for w in wanted),
    "said_by": lambda wanted, event: wanted.casefold() in (event.said_by or "").casefold(),
}


def _is_never(wanted: Wanted, event: Event) -> bool:
    """Whether an entry overlaps words that must give none, and has the properties named there."""
    if not _overlap(wanted.span, event.trigger.start, event.trigger.end):
        return False
    found = {
        "status": event.status,
        "type": event.type,
        **{f: getattr(event.when, f) for f in ("basis", "first", "until")},
    }
    told = {p.id for p in event.actors}
    return told.issuperset(wanted.fields.get("actors", ())) and all(
        found[k] == v for k, v in wanted.fields.items() if k in found
    )


def _extra(case: Case, calendar: list[Event], used: list[Event]) -> list[Event]:
    if not case.only:
        return []
    return [
        e
        for e in calendar
        if e not in used and not any(_overlap(m.span, e.trigger.start, e.trigger.end) for m in case.may)
    ]


def _compare_actors(case: Case, record: Record, misses: list[str]) -> Count:
    """The actors of an article's table: each there, with its name, country, role and every mention."""
    count = Count()
    actors = {a.id: a for a in record.actors}
    for who in case.actors:
        wrong = _wrong_actor(who.fields, actors.get(who.id))
        here = actors[who.id].mentions if who.id in actors else ()
        wrong += [
            f"mention “{m.words}”" for m in who.mentions if not any(_overlap(m.span, s.start, s.end) for s in here)
        ]
        count += Count(int(not wrong), 1)
        if wrong:
            misses.append(f"actor {who.id}: {', '.join(wrong)}")
    return count


def _wrong_actor(fields: Mapping[str, Any], actor: Actor | None) -> list[str]:
    if actor is None:
        return ["not found"]
    wrong = [
        f"{f} is {getattr(actor, f)}"
        for f in ("name", "country", "of")
        if f in fields and getattr(actor, f) != fields[f]
    ]
    role = (actor.role or "").casefold()
    if any(w.casefold() not in role for w in fields.get("role", ())):
        wrong.append(f"role is {actor.role}")
    return wrong


def _compare_offer(case: Case, record: Record, pairs: list[tuple[Wanted, Event | None]], misses: list[str]) -> Count:
    """Whether filtering by an actor leaves the wanted rows and offers whom it must."""
    if case.offer is None:
        return Count()
    timeline = timelines.gather([record])
    left = {e.id for e in filters.select(timeline, filters.Filters(actor=(case.offer.actor,))).entries}
    rows = [w for w, e in pairs if e is not None and e.id in left]
    beneath = filters.beneath(timeline.actors, case.offer.actor)
    absent = [id_ for id_ in case.offer.offers if id_ not in beneath]
    right = len(rows) == case.offer.rows and not absent
    if not right:
        who = ", ".join(absent) or "none"
        misses.append(f"filter {case.offer.actor}: leaves {len(rows)} of {case.offer.rows} rows; not offered: {who}")
    return Count(int(right), 1)


def _days(first: date | None, until: date | None) -> str:
    if first is None and until is None:
        return "undated"
    last = until - timedelta(days=1) if until else None
    if first == last:
        return str(first)
    return f"{first or ''}..{last or ''}"


def _want(wanted: Wanted) -> str:
    fields = wanted.fields
    dated = "first" in fields or "until" in fields
    days = _days(fields.get("first"), fields.get("until")) if dated else ""
    undated = "undated" if fields.get("basis") == "none" else ""
    parts = [days or undated, fields.get("status"), fields.get("basis"), fields.get("type")]
    return " ".join(p for p in parts if p) + _names(fields.get("actors", ()))


def _given(event: Event, actors: Mapping[str, Actor]) -> str:
    when: When = event.when
    who = [p.id for p in event.actors if p.id in actors]
    return f"{_days(when.first, when.until)} {event.status} {when.basis} {event.type}{_names(who)} “{event.title}”"


def _names(ids: Iterable[str]) -> str:
    names = ", ".join(i.partition(":")[2] for i in ids)
    return f" [{names}]" if names else ""


def _table(sheets: tuple[Sheet, ...], total: Sheet) -> str:
    head = ("", "texts", "right", "times", "events", *CHECKS, "actors", "never", "extra")
    lines = [head, *(_cells(s) for s in sheets), _cells(total)]
    widths = [max(len(line[i]) for line in lines) for i in range(len(head))]
    return "\n".join(
        "  ".join(
            c.ljust(w) if i == 0 else c.rjust(w) for i, (c, w) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in lines
    )


def _cells(sheet: Sheet) -> tuple[str, ...]:
    checks = (str(sheet.checks.get(name, Count())) for name in CHECKS)
    return (
        sheet.name,
        str(sheet.cases),
        str(sheet.perfect),
        str(sheet.times),
        str(sheet.events),
        *checks,
        str(sheet.actors),
        str(sheet.never),
        str(sheet.extra),
    )


def _side_by_side(sheet: Sheet) -> str:
    lines = [f"{sheet.name}:"]
    for row in sheet.rows:
        lines.append(f"  {'ok  ' if not row.wrong else 'NOT '} {row.what}")
        if row.wrong:
            lines.append(f"        wrong   {', '.join(row.wrong)}")
        lines += [f"        wanted  {row.wanted}", f"        given   {row.given or 'nothing'}"]
    return "\n".join(lines)


def _failures(sheet: Sheet) -> str:
    lines = [f"{sheet.name}: {len(sheet.misses)} wrong"]
    by_case: dict[str, list[Miss]] = {}
    for miss in sheet.misses:
        by_case.setdefault(miss.case, []).append(miss)
    for case, misses in by_case.items():
        lines.append(f"  {case}  {' '.join(misses[0].told.split())}")
        lines += [f"      {m.what}" for m in misses]
    return "\n".join(lines)
