from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from calendar_samples import KERRY, LAVROV, RU, UN, US, many, seed
from hypothesis import given
from hypothesis import strategies as st
from record_strategies import records

from timeline.corrections import (
    ACTS,
    Changes,
    Correction,
    CorrectionError,
    Target,
    apply,
    astray,
    dated,
    from_json,
    made_of,
    target_of,
    to_json,
    told,
)
from timeline.filters import Filters, select
from timeline.model import EDITS, STATUSES, Actor, Participant, Step, Timeline, When
from timeline.timelines import gather, order

TIMELINE = gather([seed(), *many(12).records.values()])


def entry(timeline, id_):
    return next(e for e in timeline.entries if e.id == id_)


def correction(act: str, id_: str = "", *, number: int = 1, into: str = "", **more) -> Correction:
    by_id = {e.id: e for e in TIMELINE.entries}
    target = target_of(TIMELINE, by_id[id_]) if id_ in by_id else Target(id_)
    changes = more.pop("changes", Changes())
    return Correction(f"c{number}", act, target, Target(into) if into else None, changes, **more)


ANY = st.one_of(
    st.builds(
        lambda e, s, n: correction("change", e, number=n, changes=Changes(status=s)),
        st.sampled_from([e.id for e in TIMELINE.entries]),
        st.sampled_from(STATUSES),
        st.integers(),
    ),
    st.builds(
        lambda a, e, f, n: correction(a, e, number=n, into=f),
        st.sampled_from(["hide", "merge", "part", "split"]),
        st.sampled_from([e.id for e in TIMELINE.entries]),
        st.sampled_from([e.id for e in TIMELINE.entries]),
        st.integers(),
    ),
    st.builds(lambda n: correction("add", number=n, changes=Changes(title="Talks in Bern")), st.integers()),
    st.builds(
        lambda a, b, n: correction("unite", a, number=n, into=b),
        st.sampled_from(sorted(TIMELINE.actors)),
        st.sampled_from(sorted(TIMELINE.actors)),
        st.integers(),
    ),
)


@given(st.lists(records(), max_size=2, unique_by=lambda r: r.article.id))
def test_nothing_corrected_is_the_timeline_as_it_was_read(many_records):
    timeline = gather(many_records)
    assert apply(timeline, ()) is timeline
    assert apply(timeline, [replace(correction("hide", "e1"), undone="2026-11-26T00:10")]) is timeline


@given(st.lists(ANY, max_size=6, unique_by=lambda c: c.id))
def test_any_corrections_leave_a_whole_timeline(made):
    after = apply(TIMELINE, made)
    ids = [e.id for e in after.entries]
    assert len(ids) == len(set(ids))
    assert list(after.entries) == sorted(after.entries, key=order)
    for one in (t for e in after.entries for t in e.told):
        assert one.article in after.records
        assert set(one.edited) <= set(EDITS)
    for e in after.entries:
        people = [p.id for p in e.event.actors]
        assert len(people) == len(set(people))
        assert set(people) <= after.actors.keys()
    assert gather([seed(), *many(12).records.values()]) == TIMELINE  # what was read stays


@given(st.lists(ANY, max_size=6, unique_by=lambda c: c.id))
def test_corrections_come_back_from_json(made):
    assert [from_json(to_json(c)) for c in made] == made


def test_a_date_a_status_and_a_title_are_changed_and_what_was_read_stays_known():
    when = dated(date(2016, 8, 3), date(2016, 8, 3))
    changes = Changes(title="Kerry speaks in Paris", status="planned", when=when, words="3 August 2016")
    after = apply(TIMELINE, [correction("change", "e6", changes=changes, note="the ministry's diary says so")])
    now = entry(after, "e6")
    assert (now.event.title, now.event.status, now.event.when) == ("Kerry speaks in Paris", "planned", when)
    assert now.edited == ("title", "status", "date")
    assert now.read == entry(TIMELINE, "e6").event
    assert now.event.why == (
        Step("“3 August 2016”", "the ministry's diary says so", "3 August 2016"),
        Step("planned", "the ministry's diary says so", ""),
    )
    assert now.event.cue is None
    assert list(after.entries) == sorted(after.entries, key=order)


def test_reasons_for_the_status_stay_when_only_the_date_is_changed():
    after = apply(TIMELINE, [correction("change", "e8", changes=Changes(when=When()))])
    assert [s.gives for s in entry(after, "e8").event.why] == ["no date", "hoped"]


def test_later_corrections_stand_on_earlier_ones_and_one_alone_can_be_undone():
    first = correction("change", "e1", number=1, changes=Changes(title="First"))
    second = correction("change", "e1", number=2, changes=Changes(status="denied"))
    third = correction("change", "e1", number=3, changes=Changes(title="Third"))
    assert entry(apply(TIMELINE, [first, second, third]), "e1").event.title == "Third"
    undone = apply(TIMELINE, [first, second, replace(third, undone="2026-11-26T00:10")])
    assert (entry(undone, "e1").event.title, entry(undone, "e1").event.status) == ("First", "denied")


def test_a_hidden_event_is_gone():
    after = apply(TIMELINE, [correction("hide", "e1")])
    assert len(after.entries) == len(TIMELINE.entries) - 1
    assert "e1" not in {e.id for e in after.entries}


def test_merged_events_are_one_with_two_sources_and_everybody_in_it():
    after = apply(TIMELINE, [correction("merge", "e1", into="m0-0"), correction("hide", "e9", number=2)])
    one = entry(after, "m0-0")
    assert [t.article for t in one.told] == ["a0", "seed"]
    assert {p.id for p in entry(TIMELINE, "e1").event.actors} <= {p.id for p in one.event.actors}
    assert one.event.title == entry(TIMELINE, "m0-0").event.title
    assert one.edited == ("merged",)
    assert [e.id for e in select(after, Filters(text="Moscow March", salience=0)).entries] == ["m0-0"]
    later = apply(TIMELINE, [correction("merge", "e1", into="m0-0"), correction("hide", "e1", number=2)])
    assert "m0-0" not in {e.id for e in later.entries}  # what was merged is corrected where it went


def test_an_event_split_in_two_has_a_second_of_its_own():
    changes = Changes(title="Kerry meets Lavrov again", when=dated(date(2016, 3, 25), date(2016, 3, 25)))
    after = apply(TIMELINE, [correction("split", "e1", changes=changes)])
    (second,) = [e for e in after.entries if e.event.title == "Kerry meets Lavrov again"]
    assert second.article == "seed"
    assert second.event.sentence == entry(TIMELINE, "e1").event.sentence
    assert second.edited == ("split", "title", "date")
    assert entry(after, "e1") == entry(TIMELINE, "e1")


def test_an_event_added_by_hand_says_so():
    who = (Participant(UN, "agent"), Participant("organisation:league-of-clerks", "with"))
    changes = Changes(
        title="Envoys meet in Bern",
        type="talks",
        status="planned",
        when=dated(date(2016, 9, 1), date(2016, 9, 10)),
        actors=who,
        known=(Actor("organisation:league-of-clerks", "League of Clerks", "organisation"),),
        sentence="The envoys will meet in Bern in early September.",
        url="https://example.org/diary",
    )
    after = apply(TIMELINE, [correction("add", changes=changes)])
    (new,) = [e for e in after.entries if e.edited == ("added",)]
    record = after.records[new.article]
    assert record.article.text[new.event.sentence.start : new.event.sentence.end] == changes.sentence
    assert (record.article.source, record.article.url) == ("added by hand", "https://example.org/diary")
    assert new.event.when.basis == "given"
    assert after.actors["organisation:league-of-clerks"].name == "League of Clerks"
    assert new.event.on_calendar
    assert apply(TIMELINE, [correction("add", changes=changes)]) == after  # the same each time


def test_events_by_hand_are_counted_apart_from_articles():
    changes = Changes(title="Envoys meet in Bern", type="talks", status="planned", when=When())
    added = [correction("add", number=number, changes=changes) for number in (1, 2)]
    assert made_of(gather([seed()]).records.values()) == ["1 article"]
    assert made_of(apply(TIMELINE, added[:1]).records.values()) == ["5 articles", "1 event by hand"]
    assert made_of(apply(Timeline(), added).records.values()) == ["2 events by hand"]


def test_two_actors_become_one():
    after = apply(TIMELINE, [correction("unite", LAVROV, into=KERRY), correction("unite", KERRY, number=2, into=RU)])
    assert LAVROV not in after.actors
    assert KERRY not in after.actors
    assert {p.id for p in entry(after, "e1").event.actors} == {RU}
    assert "actors" in entry(after, "e1").edited
    assert all(a.of not in (KERRY, LAVROV) for a in after.actors.values())
    body = apply(TIMELINE, [correction("unite", US, into=UN)])
    assert body.actors[KERRY].of == UN


def test_a_correction_finds_its_event_by_its_sentence_when_the_id_is_another():
    made = correction("change", "e1", changes=Changes(title="Found again"))
    other = replace(made, target=replace(made.target, id="e-of-old"))
    assert entry(apply(TIMELINE, [other]), "e1").event.title == "Found again"
    nowhere = replace(made, target=replace(made.target, id="e-of-old", trigger="parts"))
    assert apply(TIMELINE, [nowhere]) == TIMELINE
    assert astray(TIMELINE, [made, other, nowhere]) == (nowhere,)


@pytest.mark.parametrize(
    "lost",
    [
        correction("hide", "gone"),
        correction("merge", "e1", into="gone"),
        correction("merge", "e1", into="e1"),
        correction("unite", "person:nobody", into=KERRY),
        correction("unite", KERRY, into=KERRY),
    ],
)
def test_a_correction_whose_event_is_gone_changes_nothing_and_is_reported(lost):
    assert apply(TIMELINE, [lost]) == TIMELINE
    assert astray(TIMELINE, [lost]) == (lost,)


@pytest.mark.parametrize(
    ("first", "last", "value", "edtf"),
    [
        ("2016-08-03", "2016-08-03", "2016-08-03", "2016-08-03"),
        ("2016-08-01", "2016-08-31", "2016-08", "2016-08"),
        ("2016-01-01", "2016-12-31", "2016", "2016"),
        ("2016-08-01", "2016-08-10", None, "2016-08-01/2016-08-10"),
        ("2016-08-01", None, None, "2016-08-01/.."),
        (None, "2016-08-10", None, "../2016-08-10"),
    ],
)
def test_a_date_given_by_hand_is_as_precise_as_it_is(first, last, value, edtf):
    when = dated(*(date.fromisoformat(d) if d else None for d in (first, last)))
    assert (when.value, when.edtf, when.basis) == (value, edtf, "given")


def test_what_cannot_be_a_date_is_said():
    with pytest.raises(CorrectionError, match="3 Aug 2016 is before 4 Aug 2016"):
        dated(date(2016, 8, 4), date(2016, 8, 3))
    with pytest.raises(CorrectionError, match="9999"):
        dated(date(2016, 8, 4), date.max)


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ([], "not an object"),
        ({"act": "burn"}, '"act" is “burn”: write one of change'),
        ({"act": "change", "id": "c"}, "names no event"),
        ({"act": "merge", "id": "c", "target": {"id": "e1"}}, 'needs "into"'),
        ({"act": "add", "id": "c"}, "needs a title"),
        ({"act": "change", "id": "c", "target": {"id": "e1"}, "changes": {"title": " "}}, "title is empty"),
        ({"act": "change", "id": "c", "target": {"id": "e1"}, "changes": {"title": "x" * 301}}, "longer than 300"),
        (
            {"act": "change", "id": "c", "target": {"id": "e1"}, "changes": {"status": "great"}},
            '"status" is “great”: write',
        ),
        ({"act": "change", "id": "c", "target": {"id": "e1"}, "changes": {"when": {"first": "May"}}}, "not a day"),
        (
            {"act": "change", "id": "c", "target": {"id": "e1"}, "changes": {"actors": [{"id": "a"}]}},
            '"role" is ',
        ),
        ({"act": "change", "id": "c", "target": {"id": "e1"}, "changes": {"url": "javascript:x"}}, "https://"),
        ({"act": "change", "id": 7, "target": {"id": "e1"}}, '"id" must be words'),
        ({"act": "hide", "id": "c", "target": {"id": "\ud800"}}, "half a character"),
    ],
)
def test_a_correction_that_cannot_be_is_refused_with_its_mend(said, why):
    with pytest.raises(CorrectionError, match=why):
        from_json(said)


def test_the_history_tells_every_kind_of_correction():
    when = dated(date(2016, 8, 1), date(2016, 8, 10))
    said = {
        "change": told(correction("change", "e1", changes=Changes(title="New", when=when, status="hoped", actors=()))),
        "hide": told(correction("hide", "e1")),
        "merge": told(correction("merge", "e1", into="m0-0")),
        "part": told(correction("part", "e1")),
        "split": told(correction("split", "e1", changes=Changes(title="Second"))),
        "add": told(correction("add", changes=Changes(title="New", when=when))),
        "unite": told(correction("unite", LAVROV, into=KERRY)),
    }
    assert set(said) == set(ACTS)
    assert said["change"] == (
        "“Lavrov meets Kerry in Moscow”: title now “New”; date now some day within 1–10 Aug 2016;"
        " status now hoped for; no actors now"
    )
    assert said["hide"] == "“Lavrov meets Kerry in Moscow” hidden"
    assert said["merge"] == "“Lavrov meets Kerry in Moscow” merged into “m0-0”"
    assert said["split"] == "“Lavrov meets Kerry in Moscow” split in two; the second: title now “Second”"
    assert said["add"] == "“New” added by hand, some day within 1–10 Aug 2016"
    assert said["unite"] == "“person:sergei-lavrov” is “person:john-kerry”"
