from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from calendar_samples import SY, TODAY, seed, seed_timeline
from icalendar import Calendar

from timeline import wording
from timeline.corrections import Changes, Correction, Target, apply
from timeline.filters import Filters, select
from timeline.model import STATUSES, Timeline, When
from timeline.timelines import gather
from timeline.writers import Wanted, write
from timeline.writers.calendars import STATUS

SEED = seed_timeline()
DAY = timedelta(1)


def read(timeline: Timeline, **wanted) -> Calendar:
    return Calendar.from_ical(write(timeline, "ics", Wanted(TODAY, **wanted)))


def events(timeline: Timeline) -> dict[str, object]:
    return {str(e["uid"]).partition("@")[0]: e for e in read(timeline).walk("VEVENT")}


def test_every_dated_event_is_an_all_day_event_whose_end_is_exclusive():
    found = events(SEED)
    dated = {e.id: e.event for e in SEED.entries if e.event.when.first}
    assert found.keys() == dated.keys()
    for id_, event in dated.items():
        assert found[id_]["dtstart"].dt == event.when.first
        assert found[id_]["dtend"].dt == event.when.until
        assert found[id_]["dtstart"].params["VALUE"] == "DATE"


@pytest.mark.parametrize(
    ("edtf", "first", "until", "begins", "ends"),
    [
        ("2016-05-04T10:00:00", 4, 5, "2016-05-04 10:00:00", None),  # by the clocks of the place
        ("2016-05-04T10:00:00-04:00", 4, 5, "2016-05-04 14:00:00+00:00", None),
        ("2016-05-04T09:00:00/2016-05-04T17:00:00Z", 4, 5, "2016-05-04 09:00:00+00:00", 17),
        ("2016-05-04T06:00:00/2016-05-06T18:00:00", 4, 7, "2016-05-04 06:00:00", 18),
        ("../2016-05-04T18:00:00", None, 5, "2016-05-04 18:00:00", None),  # to be done by then
        ("../2016-05-04T18:00:00", 4, 5, "2016-05-04", 5),  # before that, on that day
        ("2016-05-04T18:00:00/..", 4, 5, "2016-05-04", 5),
        ("2016-05-04T18:00:00/..", 4, None, "2016-05-04 18:00:00", None),
        ("2016-05-04T00:00:00", 4, 5, "2016-05-04", 5),  # of which night?
        ("2016-05-04~", 4, 5, "2016-05-04", 5),
    ],
)
def test_an_event_that_is_told_to_the_hour_has_it(edtf, first, until, begins, ends):
    days = [date(2016, 5, day) if day else None for day in (first, until)]
    when = When("2016-05-04T10:00", *days, edtf, "explicit", "within")
    entry = replace(SEED.entries[0], event=replace(SEED.entries[0].event, when=when))
    (event,) = read(replace(SEED, entries=(entry,))).walk("VEVENT")
    assert str(event["dtstart"].dt) == begins
    ended = event["dtend"].dt if "dtend" in event else None
    assert (getattr(ended, "hour", None) or getattr(ended, "day", None)) == ends
    assert f"When: {wording.precise(when)}" in str(event["description"])


def test_a_stretch_and_a_status_are_said_where_everybody_reads_them():
    found = events(SEED)
    assert str(found["e8"]["summary"]) == "Third round of intra-Syrian talks (hoped for; some day within, or several)"
    assert str(found["e8"]["status"]) == "TENTATIVE"
    assert "some day within 21–31 August 2016" in str(found["e8"]["description"])
    assert str(found["e1"]["summary"]) == "Lavrov meets Kerry in Moscow"
    assert (str(found["e1"]["status"]), str(found["e1"]["location"])) == ("CONFIRMED", "Moscow")
    assert str(found["e2"]["summary"]).endswith("(reported then: that day or shortly before)")
    for event in found.values():
        assert "published 27 July 2016" in str(event["description"])
        assert str(event["transp"]) == "TRANSPARENT"


def test_every_status_has_its_place_in_the_standard():
    assert set(STATUS) == set(STATUSES)
    assert set(STATUS.values()) == {"CONFIRMED", "TENTATIVE", "CANCELLED"}


@pytest.mark.parametrize(
    ("status", "standard", "summary"),
    [
        ("denied", "TENTATIVE", "Denied: Lavrov meets Kerry in Moscow"),
        ("cancelled", "CANCELLED", "Cancelled: Lavrov meets Kerry in Moscow"),
        ("possible", "TENTATIVE", "Lavrov meets Kerry in Moscow (possible)"),
    ],
)
def test_what_was_not_is_said_before_its_title_and_only_what_was_called_off_is_cancelled(status, standard, summary):
    entry = next(e for e in SEED.entries if e.id == "e1")
    event = replace(entry.event, status=status)
    timeline = replace(SEED, entries=(replace(entry, event=event),))
    (found,) = read(timeline, filters=Filters(status=(status,))).walk("VEVENT")
    assert (str(found["status"]), str(found["summary"])) == (standard, summary)
    assert wording.STATUS_MEANING[status] in str(found["description"])


@pytest.mark.parametrize(
    ("title", "summary"),
    [("Talks in Bern", "Postponed: Talks in Bern"), ("Talks in Bern put off again", "Talks in Bern put off again")],
)
def test_what_was_only_put_off_says_so(title, summary):
    entry = next(e for e in SEED.entries if e.id == "e1")
    event = replace(entry.event, status="cancelled", put_off=True, title=title)
    (found,) = read(replace(SEED, entries=(replace(entry, event=event),))).walk("VEVENT")
    assert (str(found["status"]), str(found["summary"])) == ("CANCELLED", summary)
    assert "Status: postponed. It was planned, and put off." in str(found["description"])


def test_what_is_denied_stays_out_unless_it_is_asked_for_and_what_is_called_off_stays():
    entries = [
        replace(e, event=replace(e.event, status=s))
        for e, s in zip(SEED.entries, ("denied", "cancelled"), strict=False)
    ]
    timeline = replace(SEED, entries=tuple(entries))
    plain = read(timeline)
    assert [str(event["status"]) for event in plain.walk("VEVENT")] == ["CANCELLED"]
    assert str(plain["x-wr-caldesc"]) == "1 denied event left out"
    asked = read(timeline, filters=Filters(status=("denied", "cancelled")))
    assert [str(event["status"]) for event in asked.walk("VEVENT")] == ["TENTATIVE", "CANCELLED"]
    assert "left out" not in str(asked["x-wr-caldesc"])


def test_an_event_keeps_its_uid_when_it_is_corrected():
    when = When("2016-08-03", date(2016, 8, 3), date(2016, 8, 4), "2016-08-03", "given", "within")
    after = apply(SEED, [Correction("c", "change", Target("e8"), changes=Changes(when=when))])
    event = events(after)["e8"]
    assert event["dtstart"].dt == date(2016, 8, 3)
    assert "edited by hand: date" in str(event["summary"])
    assert "Dated by somebody" in str(event["description"])


@pytest.mark.parametrize(
    ("when", "first", "until", "said"),
    [
        (When(None, date(2016, 8, 1), None), date(2016, 8, 1), date(2016, 8, 2), "from then on; the end is not given"),
        (When(None, None, date(2016, 9, 1)), date(2016, 8, 31), date(2016, 9, 1), "by then at the latest"),
        (When(None, date(1, 1, 1), date(2, 1, 1)), date(1, 1, 1), date(2, 1, 1), "some day within"),
        (When(None, date.max - DAY, date.max), date.max - DAY, date.max, "occurred"),
    ],
)
def test_open_ends_and_the_ends_of_the_calendar(when, first, until, said):
    entry = SEED.entries[0]
    timeline = replace(SEED, entries=(replace(entry, event=replace(entry.event, when=when)),))
    (event,) = read(timeline).walk("VEVENT")
    assert (event["dtstart"].dt, event["dtend"].dt) == (first, until)
    assert said in f"{event['summary']} {event['description']}"


@pytest.mark.parametrize(
    ("when", "first", "until", "meaning", "said"),
    [
        (
            When("2016-08", date(2016, 8, 21), None),
            21,
            31,
            "from then on; the end is not given",
            "from 21–31 August 2016",
        ),
        # by then: on the last day
        (When("2016-08", None, date(2016, 9, 1)), 31, 31, "by then at the latest", "by 31 August 2016"),
        # after it and before it: its days are not among them
        (When("2016-08", date(2016, 9, 1), None), 1, 1, "from then on; the end is not given", "from 1 September 2016"),
        (When("2016-08", None, date(2016, 8, 21)), 20, 20, "by then at the latest", "by 20 August 2016"),
    ],
)
def test_what_is_open_stands_on_the_days_that_are_named(when, first, until, meaning, said):
    entry = next(e for e in SEED.entries if e.id == "e8")
    when = replace(when, basis="explicit", extent="within", time="t2016-08")  # of "towards the end of August"
    timeline = replace(SEED, entries=(replace(entry, event=replace(entry.event, when=when)),))
    (event,) = read(timeline).walk("VEVENT")
    assert (event["dtstart"].dt.day, (event["dtend"].dt - DAY).day) == (first, until)
    assert meaning in str(event["summary"])
    assert f"When: {said}\n" in str(event["description"])


def test_the_calendar_says_what_it_holds_and_what_not():
    filters = Filters(actor=(SY,))
    calendar = read(select(SEED, filters), title="Syria; talks,\nand\x07 more", filters=filters)
    assert str(calendar["x-wr-calname"]) == "Syria; talks, and� more"
    assert str(calendar["x-wr-caldesc"]) == "Syria"
    assert str(read(SEED)["x-wr-caldesc"]) == "1 event without a date left out"
    assert read(SEED)["method"] == "PUBLISH"


def test_lines_are_folded_and_end_as_the_standard_says():
    data = write(gather([seed()]), "ics", Wanted(TODAY))
    assert data.endswith(b"END:VCALENDAR\r\n")
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert b"\n" not in data.replace(b"\r\n", b"")
