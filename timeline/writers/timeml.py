"""A timeline as TimeML 1.2.1: for each article its text with times and events in place, and what ties them."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

from timeline.drawing import UNSAYABLE
from timeline.model import Event, Record, TimeExpression, Timeline

_CREATED = "t0"  # the document's own date
_CLASS = {"statement": "REPORTING"}
_MODAL = {"possible": "may", "conditional": "if", "hoped": "hope"}
_WHOLE_DAY = (1980, 1, 1, 0, 0, 0)  # of files in the archive: the same bytes each time
Mark = tuple[int, int, str, str]  # where, and the tags before and after


def timeml(timeline: Timeline) -> bytes:
    """A zip archive with one .tml file for each article that tells an event of the timeline.

    Events that people added have no article, and what they corrected is no annotation of a text: both stay out.
    """
    told: dict[str, list[Event]] = {}
    for entry in timeline.entries:
        for one in entry.told:
            if one.event.trigger.text:
                told.setdefault(one.article, []).append(one.read or one.event)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        names: set[str] = set()
        for id_ in sorted(told):
            name = _name(id_, names)
            archive.writestr(zipfile.ZipInfo(f"{name}.tml", _WHOLE_DAY), document(timeline.records[id_], told[id_]))
    return out.getvalue()


def document(record: Record, events: Sequence[Event]) -> str:
    """One article as a TimeML document. Of times that overlap the first and longest is kept: tags cannot cross."""
    text = record.article.text
    times = _apart([t for t in record.times if t.end > t.start and not t.parts])
    tids = {time.id: f"t{number}" for number, time in enumerate(times, start=1)}
    events = sorted({e.id: e for e in events}.values(), key=lambda e: (e.trigger.start, e.id))
    free = [e for e in events if all(e.trigger.end <= t.start or e.trigger.start >= t.end for t in times)]
    eids: dict[str, str] = {}
    marks: list[Mark] = [(t.start, t.end, _timex(t, tids, record), "</TIMEX3>") for t in times]
    end = 0
    for event in free:
        if event.trigger.start < end:
            continue
        end = event.trigger.end
        eids[event.id] = f"e{len(eids) + 1}"
        tag = f'<EVENT eid="{eids[event.id]}" class="{_CLASS.get(event.type, "OCCURRENCE")}">'
        marks.append((event.trigger.start, event.trigger.end, tag, "</EVENT>"))
    body = _marked(text, sorted(marks))
    tail = [_instance(e, eids[e.id]) for e in events if e.id in eids]
    links = [link for e in events if e.id in eids and (link := _link(e, eids[e.id], tids))]
    title = f"<TITLE>{_words(record.article.title)}</TITLE>\n" if record.article.title else ""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<TimeML>\n'
        f"<DOCID>{_words(record.article.id)}</DOCID>\n<DCT>{_created(record)}</DCT>\n{title}"
        f"<TEXT>{body}</TEXT>\n" + "\n".join([*tail, *_numbered(links)]) + "\n</TimeML>\n"
    )


def _created(record: Record) -> str:
    value = record.published.value or "XXXX-XX-XX"
    shown = record.published.value or "unknown"
    return (
        f'<TIMEX3 tid="{_CREATED}" type="DATE" value={quoteattr(value)} temporalFunction="false" '
        f'functionInDocument="CREATION_TIME">{_words(shown)}</TIMEX3>'
    )


def _apart(times: Sequence[TimeExpression]) -> list[TimeExpression]:
    kept: list[TimeExpression] = []
    for time in sorted(times, key=lambda t: (t.start, -t.end, t.id)):
        if not kept or time.start >= kept[-1].end:
            kept.append(time)
    return kept


def _timex(time: TimeExpression, tids: dict[str, str], record: Record) -> str:
    said = {"tid": tids[time.id], "type": time.type, "value": time.value or "", "mod": time.mod}
    if time.anchor is not None:
        own = time.anchor == record.published.value
        said |= {"anchorTimeID": _CREATED if own else tids.get(time.anchor)}
    return "<TIMEX3 " + " ".join(f"{key}={_quoted(value)}" for key, value in said.items() if value is not None) + ">"


def _instance(event: Event, eid: str) -> str:
    polarity = "NEG" if event.status in ("denied", "cancelled") else "POS"
    modality = f' modality="{_MODAL[event.status]}"' if event.status in _MODAL else ""
    number = eid[1:]
    return (
        f'<MAKEINSTANCE eiid="ei{number}" eventID="{eid}" pos="OTHER" tense="NONE" aspect="NONE" '
        f'polarity="{polarity}"{modality}/>'
    )


def _link(event: Event, eid: str, tids: dict[str, str]) -> str | None:
    """How the event lies to its time, or to the article's day where only that dates it; None when nothing does."""
    when = event.when
    if when.basis == "none":
        return None
    to = tids.get(when.time or "") or (_CREATED if when.basis == "published" else None)
    if to is None:
        return None
    if when.first is None or when.until is None:
        kind = "BEFORE" if when.first is None else "AFTER"
    else:
        kind = "DURING" if when.extent == "throughout" else "IS_INCLUDED"
    return f'eventInstanceID="ei{eid[1:]}" relatedToTime="{to}" relType="{kind}"'


def _numbered(links: Sequence[str]) -> list[str]:
    return [f'<TLINK lid="l{number}" {link}/>' for number, link in enumerate(links, start=1)]


def _marked(text: str, marks: Sequence[Mark]) -> str:
    parts: list[str] = []
    at = 0
    for start, end, before, after in marks:
        parts += [_words(text[at:start]), before, _words(text[start:end]), after]
        at = end
    return "".join([*parts, _words(text[at:])])


def _words(text: str | None) -> str:
    return escape((text or "").translate(UNSAYABLE))


def _quoted(value: str) -> str:
    return quoteattr(value.translate(UNSAYABLE))


def _name(id_: str, taken: set[str]) -> str:
    """An id as the name of a file, never two alike."""
    plain = re.sub(r"[^\w.-]+", "-", id_, flags=re.ASCII).strip("-.")[:80] or "article"
    name, number = plain, 2
    while name in taken:
        name, number = f"{plain}-{number}", number + 1
    taken.add(name)
    return name
