"""The dashboard without a browser: addresses, scenes, components, figures and what the server answers."""

from __future__ import annotations

import gc
import json
import re
import struct
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import pytest
from calendar_samples import ACTORS, KERRY, LAVROV, TODAY, US, many, seed, seed_timeline
from hypothesis import given
from hypothesis import strategies as st

from dashboard import exports, figures, ids
from dashboard.app import create_app
from dashboard.attributes import attributes
from dashboard.callbacks import reader
from dashboard.drawings import draw
from dashboard.filters import ALL, State, address, cleared, filtered, parse, toggled
from dashboard.scene import Scene, make
from dashboard.signs import css
from dashboard.theme import theme_of
from dashboard.views import agenda, articles, details, filters, table, timeline
from timeline.corrections import Changes, Correction, Target, apply
from timeline.drawing import PAPERS
from timeline.drawing.lanes import ROWS, form_of
from timeline.drawing.themes import DARK, LIGHT
from timeline.filters import Filters
from timeline.model import STATUSES, TYPES, Actor, Article, Participant, Published, Step, Timeline, When
from timeline.timelines import gather
from timeline.writers import FORMATS


@dataclass
class Store:
    """As much of a store as the dashboard asks for."""

    made: Timeline
    title: str = ""

    def timeline(self) -> Timeline:
        return self.made


def collection() -> Timeline:
    """The seed article first, and four others."""
    record = seed()
    first = replace(record, article=replace(record.article, id="000"))
    return gather([first, *many(60).records.values()])


def scene_of(made: Timeline, search: str = "") -> Scene:
    return reader(Store(made), lambda: TODAY, front=True)(search)


def parts(component: Any) -> Iterator[Any]:
    """A component and everything in it, words as strings."""
    if component is None:
        return
    if isinstance(component, list | tuple):
        for child in component:
            yield from parts(child)
        return
    yield component
    if not isinstance(component, str | int | float):
        yield from parts(getattr(component, "children", None))


def words(component: Any) -> str:
    return " ".join(str(part) for part in parts(component) if isinstance(part, str | int | float))


def links(component: Any) -> dict[str, str]:
    """Links by their words, or by what is read aloud in their place."""
    found = [part for part in parts(component) if getattr(part, "href", None)]
    return {getattr(link, "aria-label", None) or words(link): link.href for link in found}


# ------------------------------------------------------------------------------------------------ addresses

CHOICES = st.builds(
    State,
    filters=st.builds(
        Filters,
        actor=st.lists(st.sampled_from([a.id for a in ACTORS]), unique=True).map(tuple),
        mode=st.sampled_from(["any", "all"]),
        type=st.lists(st.sampled_from(TYPES), unique=True).map(tuple),
        status=st.lists(st.sampled_from(STATUSES), unique=True).map(tuple),
        from_=st.none() | st.dates(),
        to=st.none() | st.dates(),
        salience=st.sampled_from([0.0, 0.25, 0.5, 1.0]),
        text=st.text("aé& =?#+%", max_size=8).map(str.strip),
    ),
    rows=st.sampled_from(ROWS),
    dates=st.sampled_from(["", ALL]),
    event=st.sampled_from(["", "e8", "a b&c"]),
)


@given(CHOICES)
def test_an_address_reproduces_its_state(state: State) -> None:
    found = parse(address(state))
    assert found == (replace(state, dates="") if state.dated else state)


@given(st.text(max_size=60))
def test_any_address_gives_some_state(search: str) -> None:
    assert parse(search).rows in ROWS


@pytest.mark.parametrize(
    "search",
    ["", "?", None, "?rows=<img>", "?from=yesterday", "?status=great&dates=some", "?" + "a=1&" * 900],
)
def test_what_means_nothing_is_passed_over(search: str | None) -> None:
    assert parse(search) == State()


def test_a_choice_is_put_on_and_taken_off() -> None:
    on = toggled(State(), "actor", US)
    assert on.filters.actor == (US,)
    assert filtered(on)
    assert toggled(on, "actor", US) == State()
    both = replace(on, filters=replace(on.filters, from_=date(2016, 1, 1)))
    assert cleared(both).filters == Filters(from_=date(2016, 1, 1))


# ------------------------------------------------------------------------------------------------ scenes


def test_one_article_shows_whole() -> None:
    scene = scene_of(gather([seed()]))
    assert len(scene.shown.entries) == 9
    assert scene.total == 9
    assert scene.front is None
    assert timeline.summary(scene) == "9 events, January–August 2016"


def test_united_states_finds_its_people_and_itself() -> None:
    scene = scene_of(gather([seed()]), f"?actor={US}")
    assert {entry.id for entry in scene.shown.entries} == {"e1", "e2", "e3", "e4", "e5", "e6", "e7", "e9"}
    assert timeline.summary(scene).startswith("8 of 9 events")


def test_the_collection_opens_on_the_first_articles_dates() -> None:
    scene = scene_of(collection())
    assert scene.front == "000"
    assert scene.window[0] < date(2016, 1, 1) < date(2016, 9, 1) < scene.window[1]
    ids_ = {entry.id for entry in scene.shown.entries}
    assert {f"e{number}" for number in range(1, 10)} <= ids_
    assert len(ids_) < len(scene.found.entries)
    picture = timeline.lay_out(scene, 800, TODAY)
    assert picture.earlier > 0
    assert picture.later > 0
    assert picture.headings[0].text == "Envoys hopeful as Syria contacts resume"


def test_all_dates_show_everything_together() -> None:
    scene = scene_of(collection(), "?dates=all")
    assert len(scene.shown.entries) == 69
    assert scene.front is None
    picture = timeline.lay_out(scene, 800, TODAY)
    assert (picture.earlier, picture.later) == (0, 0)


def test_dates_in_the_address_are_the_window() -> None:
    scene = scene_of(collection(), "?from=2016-07-01&to=2016-07-31")
    assert scene.window == (date(2016, 7, 1), date(2016, 8, 1))
    assert "e8" not in {entry.id for entry in scene.shown.entries}
    assert "e9" in {entry.id for entry in scene.shown.entries}  # undated, but its article is of these days


@pytest.mark.parametrize("dates", ["", "&dates=all"])
def test_the_axis_fits_what_the_filters_leave(dates: str) -> None:
    whole = scene_of(gather([seed()]), "?" + dates)
    syria = scene_of(gather([seed()]), f"?actor=country:sy{dates}")  # one event, 21–31 August
    assert 0 < syria.count < whole.count
    assert syria.window[0] >= date(2016, 8, 10)
    assert whole.window[0] < date(2016, 4, 1)
    assert syria.count == whole.facets.actor["country:sy"]  # what its count promised
    assert syria.facets.actor[US] == whole.facets.actor[US]  # and the other choices still promise the same


def test_an_axis_turned_by_hand_stays() -> None:
    search = "?from=2016-01-01&to=2016-12-31&actor=country:sy"
    assert scene_of(gather([seed()]), search).window == (date(2016, 1, 1), date(2017, 1, 1))


@pytest.mark.parametrize(
    "search", ["?from=2016-07-01", "?to=2016-07-31", "?from=2020-01-01&to=2010-01-01", "?to=0001-01-01"]
)
def test_odd_dates_still_make_a_window(search: str) -> None:
    scene = scene_of(collection(), search)
    assert scene.window[0] < scene.window[1]
    assert timeline.lay_out(scene, 500, TODAY).height > 0


def test_nothing_at_all_is_said() -> None:
    scene = scene_of(Timeline())
    assert words(timeline.nothing(scene)) == "No articles yet. Add articles"
    mute = replace(seed(), events=())
    assert words(timeline.nothing(scene_of(gather([mute])))) == "No event was found in these articles."
    assert scene.window == (date(2026, 1, 1), date(2027, 1, 1))
    assert timeline.subtitle(Timeline(), None, "") == "no articles yet"
    record = seed()
    later = Published("2016-08-02", date(2016, 8, 2), date(2016, 8, 3), "given", "")
    other = replace(record, article=replace(record.article, id="b"), published=later)
    assert timeline.subtitle(gather([record, other]), None, "") == "2 articles, 27 July–2 August 2016"
    assert timeline.subtitle(gather([record, other]), "b", "").endswith("· 2 August 2016, and 1 other article")
    by_hand = Correction("c", "add", Target(""), changes=Changes(title="Envoys meet", when=When()))
    corrected = apply(gather([record, other]), [by_hand])
    assert timeline.subtitle(corrected, None, "") == "2 articles, 27 July–2 August 2016 · 1 event by hand"
    assert timeline.subtitle(corrected, "b", "").endswith("and 1 other article · 1 event by hand")
    assert "2 articles · 1 event by hand, by date" in words(
        articles.view(scene_of(corrected, "?view=articles&dates=all"), TODAY)
    )
    assert "1 article with none" not in words(details.details(scene_of(corrected, "?status=occurred")))
    none = scene_of(gather([seed()]), "?status=denied")
    assert links(timeline.nothing(none)) == {"Take all filters off": "?"}
    far = scene_of(gather([seed()]), "?from=1950-01-01&to=1950-02-01")
    assert links(timeline.nothing(far)) == {"Show all dates": "?dates=all"}


# ------------------------------------------------------------------------------------------------ filters


def test_actors_stand_beneath_their_country_or_body() -> None:
    scene = scene_of(gather([seed()]))
    branches = dict(filters.tree(scene.timeline.actors, filters.offered(scene)))
    assert branches[US] == [KERRY, "person:michael-ratney", "person:ash-carter", "person:joseph-dunford"]
    assert branches["organisation:united-nations"] == ["person:staffan-de-mistura"]
    assert list(branches)[:2] == [US, "country:ru"]
    # Whoever acts for a body of several countries stands beneath it, wherever he is from.
    envoy = replace(scene.timeline.actors["person:staffan-de-mistura"], country="SE")
    sweden = Actor("country:se", "Sweden", "country", "SE")
    actors = scene.timeline.actors | {envoy.id: envoy, sweden.id: sweden}
    branches = dict(filters.tree(actors, [*filters.offered(scene), sweden.id]))
    assert branches["organisation:united-nations"] == [envoy.id]
    assert branches[sweden.id] == []


def test_whose_country_no_article_tells_stands_apart_and_where_a_country_is_from_is_said() -> None:
    record = seed()
    vera = Actor("person:vera-quist", "Vera Quist", "person")
    tatar = Actor("person:ersin-tatar", "Ersin Tatar", "person", "CY")
    orla = Actor("person:orla-fenn", "Orla Fenn", "person", "IE")
    who = tuple(Participant(one.id, "agent") for one in (vera, tatar, orla))
    first = replace(record.events[0], actors=who)
    record = replace(record, actors=(*record.actors, vera, tatar, orla), events=(first, *record.events[1:]))
    scene = scene_of(gather([record]), f"?event={first.id}")
    panel = words(filters.panel(scene))
    assert panel.index("Ireland") < panel.index("Orla Fenn") < panel.index("Country not known")
    assert panel.index("Country not known") < panel.index("Vera Quist")
    assert scene_of(gather([record]), "?actor=country:ie").count == 1  # though no article names Ireland
    assert "Country not known" not in words(filters.panel(scene_of(gather([seed()]))))
    told = words(details.details(scene))
    assert "Ersin Tatar Cyprus, by the list of actors" in told
    assert "Orla Fenn Ireland" in told


def test_a_group_without_a_name_is_offered_only_where_it_is_chosen() -> None:
    record = seed()
    gunmen, kurds = Actor("group:gunmen", "Malian gunmen", "group"), Actor("group:kurds", "Kurds", "group")
    first = replace(record.events[0], actors=(Participant(gunmen.id, "agent"), Participant(kurds.id, "patient")))
    record = replace(record, actors=(*record.actors, gunmen, kurds), events=(first, *record.events[1:]))
    assert {gunmen.id, kurds.id} & set(filters.offered(scene_of(gather([record])))) == {kurds.id}
    assert gunmen.id in filters.offered(scene_of(gather([record]), "?actor=group%3Agunmen"))


def test_every_choice_says_what_it_would_show() -> None:
    scene = scene_of(gather([seed()]))
    said = links(filters.panel(scene))
    assert said["United States, 8 events"] == "?actor=country%3Aus"
    assert said["Joseph Dunford, 0 events"] == "?actor=person%3Ajoseph-dunford"
    assert said["hoped for, 3 events"] == "?status=hoped"
    assert said["agreement, 1 event"] == "?type=agreement"
    assert said["all found"] == "?salience=0.0"


def test_what_is_on_can_be_taken_off_one_by_one() -> None:
    scene = scene_of(gather([seed()]), f"?actor={US}&status=hoped&text=plan")
    said = links(filters.chips(scene))
    assert said["Remove the filter United States"] == "?status=hoped&text=plan"
    assert said["Remove the filter “plan”"] == "?actor=country%3Aus&status=hoped"
    assert said["Reset"] == "?"
    assert filters.chips(scene_of(gather([seed()]))) == []


def test_two_actors_may_be_asked_for_together() -> None:
    scene = scene_of(gather([seed()]), f"?actor={US}&actor=country:ru")
    assert links(filters.panel(scene))["all together"].endswith("&mode=all")
    both = scene_of(gather([seed()]), f"?actor={US}&actor=country:ru&mode=all")
    assert len(both.shown.entries) < len(scene.shown.entries)


def test_tools_move_zoom_and_say_how_many_lie_beyond() -> None:
    scene = scene_of(collection(), "?from=2016-07-01&to=2016-07-31")
    said = links(timeline.tools(scene, timeline.lay_out(scene, 800, TODAY)))
    later = next(href for name, href in said.items() if name.startswith("Later"))
    assert parse(later).filters.from_ == date(2016, 8, 1)
    assert parse(later).filters.to == date(2016, 8, 31)
    wider = parse(said["Zoom out"]).filters
    assert wider.from_
    assert wider.to
    assert (wider.to - wider.from_).days == 61
    assert said["All dates"] == "?dates=all"
    assert said["by actor"].startswith("?from=2016-07-01&to=2016-07-31&rows=actor")


def test_a_way_of_rows_that_cannot_be_had_says_why_beside_it() -> None:
    for count, why in ((60, ""), (80, "(up to 60 events)")):
        made = many(count)
        scene = scene_of(made, "?dates=all&salience=0")
        drawn = timeline.lay_out(scene, 800, TODAY)
        assert (len(drawn.entries) > 60) is bool(why)
        tools = timeline.tools(scene, drawn)
        assert ("one per event" in links(tools)) is not bool(why)
        assert ("up to 60 events" in words(tools)) is bool(why)
        assert why in words(tools)
        off = [part for part in parts(tools) if getattr(part, "aria-disabled", "") == "true"]
        assert [(words(part), part.tabIndex) for part in off] == ([("one per event", 0)] if why else [])


@pytest.mark.parametrize("days", [(0, 5), (-50, 2), (date.max.toordinal(), date.max.toordinal() + 90)])
def test_no_step_leaves_the_calendar(days: tuple[int, int]) -> None:
    moved = timeline.windowed(State(), *days).filters
    assert moved.from_
    assert moved.to
    assert moved.from_ <= moved.to


# ------------------------------------------------------------------------------------------------ details


def test_details_say_when_why_who_and_where_it_stands() -> None:
    scene = scene_of(gather([seed()]), "?event=e8")
    said = words(details.details(scene))
    for expected in (
        "Third round of intra-Syrian talks",
        "21–31 August 2016",
        "some day within, or several",
        "hoped for",
        "“the aim is”; says Staffan de Mistura",
        "no year said; the aim lies ahead of 27 July 2016",
        "Syria",
        "Example Wire",
    ):
        assert expected in said
    sentence = next(part for part in parts(details.details(scene)) if type(part).__name__ == "Blockquote")
    marked = {words(part): part.className for part in sentence.children if not isinstance(part, str)}
    assert marked == {"the aim is": "said cue", "talks": "said trigger", "towards the end of August": "time"}
    assert "".join(words(part) for part in sentence.children) == (
        "The UN envoy said the aim is to hold the third round of intra-Syrian talks towards the end of August."
    )


def test_the_counts_add_up() -> None:
    def said(search: str) -> str:
        scene = scene_of(gather([seed()]), search)
        account = " ".join(words(timeline.account(scene)).split())
        return f"{timeline.summary(scene).partition(',')[0]} · {account}"

    assert said("") == "9 events · 1 of them without a date ↓ · 1 more of little weight ( show )"
    assert said("?salience=0.0") == "10 events · 1 of them without a date ↓"
    assert said("?view=table") == "9 events · 1 of them without a date · 1 more of little weight ( show )"
    assert said("?view=month") == "9 events · "
    assert links(timeline.account(scene_of(gather([seed()]))))["show"] == "?salience=0.0"


def test_articles_stand_by_date_and_those_that_tell_nothing_shown_behind_a_line() -> None:
    day = date(2016, 7, 20)
    older = replace(seed(), article=replace(seed().article, id="z", title="Older"), events=seed().events[:1])
    older = replace(older, published=Published("2016-07-20", day, date(2016, 7, 21), "given", ""))
    newer = replace(seed(), article=replace(seed().article, id="a", title="Other"), events=seed().events[1:2])
    scene = scene_of(gather([seed(), older, newer]), "?dates=all&status=hoped")
    said = words(details.details(scene))
    assert "The articles on these dates, oldest first" in said
    assert said.index("Envoys hopeful") < said.index("2 articles with none of the events shown") < said.index("Older")
    assert said.index("Older") < said.index("Other ")


def test_without_an_event_the_articles_are_told() -> None:
    said = words(details.details(scene_of(gather([seed()]))))
    assert "Choose an event" in said
    assert "9 events shown" in said
    filtered = words(details.details(scene_of(gather([seed()]), "?status=hoped")))
    assert "3 of 9 events shown" in filtered
    assert "27\xa0July\xa02016" in said  # a date is not broken across lines
    assert "Choose an event" in words(details.details(scene_of(gather([seed()]), "?event=gone")))


@pytest.mark.parametrize(
    ("when", "large", "meaning"),
    [
        (When(None, date(2016, 3, 24), date(2016, 3, 25), None, "explicit", "within"), "24 March 2016", "a Thursday"),
        (
            When(None, date(2016, 2, 3), date(2016, 2, 15), None, "explicit", "throughout"),
            "3–14 February 2016",
            "all through these 12 days",
        ),
        (
            When(None, date(2016, 7, 27), date(2016, 7, 28), None, "published", "within"),
            "27 July 2016",
            "reported then: it happened that day or shortly before",
        ),
        (When(None, None, date(2016, 9, 1), None, "explicit", "within"), "By 31 august 2016", "by then"),
        (When(None, None, date(2016, 9, 1), None, "explicit", "throughout"), "Until 31 august 2016", "lasts till then"),
        (When("XXXX-08"), "August, year not known", "does not say when"),
        (When(), "No date given", "does not say when"),
    ],
)
def test_the_date_stands_large_with_its_meaning(when: When, large: str, meaning: str) -> None:
    said = details.heading_of(when)
    assert said[0].lower() == large.lower()
    assert meaning in said[1]


def test_what_was_denied_lasts_through_nothing() -> None:
    days = When(None, date(2016, 2, 6), date(2016, 2, 8), None, "explicit", "throughout")
    assert details.heading_of(days, "denied") == ("6–7 February 2016", "on none of these 2 days")
    event = replace(seed().events[0], when=days, status="occurred")
    assert form_of(event) == "throughout"
    assert form_of(replace(event, status="denied")) == "within"
    assert "throughout" not in timeline.sign(replace(event, status="denied")).className


def test_pieces_join_to_the_text() -> None:
    text = "He met her on Monday."
    found = details.pieces(text, 0, len(text), [(3, 6, "trigger"), (11, 20, "time"), (14, 20, "cue")])
    assert "".join(piece for piece, _ in found) == text
    assert ("Monday", frozenset({"time", "cue"})) in found


def test_steps_are_told_once() -> None:
    record = seed()
    event = next(event for event in record.events if event.id == "e8")
    steps = details.steps_of(event, record)
    assert [step.gives for step in steps] == ["", "August 2016", "21–31 August 2016"]
    assert steps[0] == Step("“towards the end of August”", "", "")
    own = Step("“towards the end of\N{NO-BREAK SPACE}August”", "its own words", "")
    told = details.steps_of(replace(event, why=(own, *event.why)), record)
    assert told[0] == own
    assert len(told) == len(steps)


def test_a_single_step_is_not_said_twice() -> None:
    record = seed()
    event = next(event for event in record.events if event.id == "e8")
    time = replace(record.times[1], why=(Step("recent days", "by convention", "20–27 July 2016"),), text="recent days")
    said = details.steps_of(
        replace(event, why=(Step("“recent days”", "its own words", ""), Step("hoped", "“aim”: aimed at", ""))),
        replace(record, times=(time,)),
    )
    assert said == time.why


def test_a_reported_event_says_what_its_date_is_worth() -> None:
    record = seed()
    event = next(event for event in record.events if event.id == "e4")
    (alone,) = details.steps_of(event, record)
    assert "Only the article's date says when" in alone.because
    why = (Step("no date said", "told by the article", ""), Step("occurred", "the past tense", ""))
    (told,) = details.steps_of(replace(event, why=why), record)
    assert told == Step("no date said", "told by the article", "reported 27 July 2016")


def test_the_agenda_has_the_first_article_in_front() -> None:
    scene = scene_of(collection())
    groups = [words(part) for part in agenda.agenda(scene) if getattr(part, "className", "") == "group"]
    assert groups == ["Envoys hopeful as Syria contacts resume", "Other articles"]


def test_a_citation_holds_sentence_and_source() -> None:
    record = seed()
    event = next(event for event in record.events if event.id == "e4")
    assert details.citation(event, record) == (
        "“A trilateral meeting was held in Geneva between three envoys.” "
        "(Envoys hopeful as Syria contacts resume, Example Wire, 27 July 2016)"
    )


@pytest.mark.parametrize(("url", "linked"), [("https://example.org/a", True), ("javascript:alert(1)", False)])
def test_only_web_addresses_become_links(url: str, linked: bool) -> None:
    record = seed()
    with_url = replace(record, article=replace(record.article, url=url))
    said = links(details.details(scene_of(gather([with_url]), "?event=e8")))
    assert ("at its source" in said) is linked
    assert all(not href.startswith("javascript") for href in said.values())


def test_the_agenda_lists_every_dated_event_under_its_month() -> None:
    scene = scene_of(gather([seed()]))
    listed = agenda.agenda(scene)
    assert [words(part) for part in listed if type(part).__name__ == "H3"] == [
        "January 2016",
        "March 2016",
        "July 2016",
        "August 2016",
    ]
    assert sum(1 for part in parts(listed) if type(part).__name__ == "Li") == 8
    long = agenda.agenda(scene_of(many(400), "?dates=all"))
    assert "more event" in words(long[-1])


def test_a_date_that_its_context_lends_says_so_in_every_list() -> None:
    lent, plain = "dated by its context", 0
    scene = scene_of(many(40), "?dates=all&view=table")
    for entry in scene.timeline.entries:
        inherited = entry.event.when.basis == "inherited"
        plain += not inherited
        assert (lent in words(agenda.line(scene, entry))) is inherited
        assert (lent in words(table._date(entry.event))) is inherited
    assert 0 < plain < len(scene.timeline.entries)


def test_every_form_and_status_has_a_sign() -> None:
    signs = {timeline.sign(entry.event).className for entry in many(300).entries}
    assert {name.split()[2] for name in signs} == set(STATUSES)
    assert {name.split()[1] for name in signs} == {"none", "day", "within", "throughout"}
    drawn = dict(re.findall(r"^\.(\S+) \{ mask-image: url\(\"(.*?)\"\); \}$", css(), re.MULTILINE))
    assert {name.replace(" ", ".") for name in signs} <= drawn.keys()


def test_no_two_statuses_have_one_sign_but_those_that_the_legend_names_together() -> None:
    drawn = dict(re.findall(r"^\.(\S+) \{ mask-image: url\(\"(.*?)\"\); \}$", css(), re.MULTILINE))
    for form in ("none", "day", "within", "throughout"):
        alike = [
            [one for one in STATUSES if drawn[f"sign.{form}.{one}"] == drawn[f"sign.{form}.{s}"]] for s in STATUSES
        ]
        pairs = {tuple(names) for names in alike if len(names) > 1}
        assert pairs == {("conditional", "generic")}
    ends = ["", ".soft", ".lent", ".open-left", ".open-right"]
    assert len({drawn[f"sign.day.planned{end}"] for end in ends}) == len(ends)


def test_the_style_sheet_of_the_signs_is_asked_for_again_and_not_sent_twice() -> None:
    client = create_app(Store(seed_timeline()), today=TODAY).server.test_client()
    answer = client.get("/signs.css")
    assert (answer.status_code, answer.mimetype) == (200, "text/css")
    assert client.get("/signs.css", headers={"If-None-Match": answer.headers["ETag"]}).status_code == 304
    assert 'href="/signs.css"' in client.get("/").text


def test_where_nothing_is_dated_the_undated_are_shown() -> None:
    record = seed()
    none = When(None, None, None, None, "none", None)
    undated = gather([replace(record, events=tuple(replace(event, when=none) for event in record.events))])
    scene = scene_of(undated)
    assert scene.count == sum(entry.event.on_calendar for entry in undated.entries)
    assert scene.beyond == 0
    assert words(timeline.nothing(scene)) == "None of these events has a date."


def test_the_legend_names_the_types_in_their_colours() -> None:
    found = timeline.key(scene_of(seed_timeline()))
    assert [word for word in ("Status", "Date", "Type") if word in words(found)] == ["Status", "Date", "Type"]
    colours = [p.style["--light"] for p in parts(found) if getattr(p, "className", "") == "swatch"]
    assert colours == [LIGHT.colour(type_) for type_ in ("meeting", "talks", "agreement", "statement")]


# ------------------------------------------------------------------------------------------------ figures


@pytest.mark.parametrize("theme", [LIGHT, DARK])
@pytest.mark.parametrize("rows", ROWS)
def test_a_chart_is_one_drawing_and_the_boxes_of_its_events(theme: Any, rows: str) -> None:
    scene = scene_of(collection(), f"?rows={rows}")
    picture = timeline.lay_out(scene, 800, TODAY)
    made = figures.chart(picture, scene.timeline, theme)
    drawn = ET.fromstring(made["svg"])  # noqa: S314
    assert (drawn.tag, drawn.get("width"), drawn.get("height")) == ("svg", "800", f"{picture.height:.0f}")
    assert [hit[0] for hit in made["hits"]] == [hit.id for hit in picture.hits]


def test_marks_stand_on_their_days_in_the_figure() -> None:
    scene = scene_of(gather([seed()]))
    picture = timeline.lay_out(scene, 800, TODAY)
    made = figures.chart(picture, scene.timeline, LIGHT)
    tint = re.search(rf'fill="{LIGHT.colour("talks")}" fill-opacity="0.1" d="M([\d.]+) [\d.]+h([\d.]+)', made["svg"])
    assert tint
    x = picture.scale.x(date(2016, 8, 21))
    assert (float(tint[1]), float(tint[2])) == (
        pytest.approx(x, abs=0.1),
        pytest.approx(11 * picture.scale.day, abs=0.1),
    )
    moment = made["low"] + x * made["pixel"]
    assert moment == pytest.approx((date(2016, 8, 21).toordinal() - figures.EPOCH) * figures.MILLISECONDS, abs=1e5)


def test_titles_cannot_bring_markup_into_the_figure() -> None:
    entry = seed_timeline().entries[0]
    bad = "<a href='javascript:alert(1)'>x</a> & <b>y</b>"
    made = Timeline((replace(entry, event=replace(entry.event, title=bad)),), *_rest())
    picture = timeline.lay_out(scene_of(made), 900, TODAY)
    written = ET.fromstring(figures.chart(picture, made, LIGHT)["svg"])  # noqa: S314
    assert {part.tag for part in written.iter()} == {"svg", "path", "g", "text"}
    assert bad.replace(" ", "") in "".join(written.itertext()).replace(" ", "")


def _rest() -> tuple[Any, Any]:
    made = seed_timeline()
    return made.actors, made.records


@pytest.mark.parametrize("count", [390, 790, 9000])
@pytest.mark.parametrize("rows", ROWS)
def test_a_figure_stays_small_however_many_events_there_are(count: int, rows: str) -> None:
    scene = scene_of(many(count, days=5000), f"?dates=all&rows={rows}")
    made = draw(scene, width=1400, theme="light", narrow=False, low=False, today=TODAY)
    assert len(json.dumps(made, separators=(",", ":"))) < 200_000
    assert made["chart"]["svg"].count("<path") < 250


def test_the_tray_holds_the_most_salient_and_counts_the_rest() -> None:
    scene = scene_of(many(3000), "?dates=all")
    told = words_of_all(timeline.tray(scene, timeline.lay_out(scene, 1000, TODAY)))
    assert re.search(r"and \d+ more, less salient", told)


def words_of_all(listed: list[Any]) -> str:
    return " ".join(words(part) for part in listed)


def test_a_scene_is_worked_out_once_for_each_state_of_the_store() -> None:
    store = Store(many(30))
    read = reader(store, lambda: TODAY, front=False)
    one, other = read("?status=planned"), read("?status=planned&event=m0-0&rows=actor")
    assert one.cut is other.cut
    assert other.state.event == "m0-0"
    store.made = many(31)
    assert read("?status=planned").cut is not one.cut


def test_the_card_says_title_date_status_and_people() -> None:
    made = seed_timeline()
    event = next(entry.event for entry in made.entries if entry.id == "e4")
    assert figures.card(event, made) == (
        "Trilateral meeting on Syria in Geneva",
        "reported 27 July 2016",
        "occurred · meeting",
        "Michael Ratney, Gennady Gatilov and Staffan de Mistura · Geneva",
    )


# ------------------------------------------------------------------------------------------------ the server


@pytest.fixture(scope="module")
def app() -> Any:
    return create_app(Store(gather([seed()]), "Example"), today=TODAY, front=True)


@pytest.fixture
def client(app: Any) -> Any:
    return app.server.test_client()


def test_the_page_and_all_it_loads_are_ours(app: Any, client: Any) -> None:
    page = client.get("/")
    assert page.status_code == 200
    html = page.get_data(as_text=True)
    assert '<html lang="en">' in html
    assert "http://" not in html.replace("http://www.w3.org/2000/svg", "")  # the name of a format, not an address
    assert "https://" not in html
    policy = page.headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "unsafe-eval" not in policy
    assert all(found.strip("'") in policy for found in app.csp_hashes())
    assert page.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(("host", "status"), [("127.0.0.1:8050", 200), ("localhost", 200), ("evil.example", 400)])
def test_only_trusted_hosts_are_answered(client: Any, host: str, status: int) -> None:
    assert client.get("/", headers={"Host": host}).status_code == status


def test_nothing_offers_to_run_or_upload(client: Any) -> None:
    assert client.post("/_mcp", json={}).status_code == 403
    large = client.post("/_dash-update-component", data=b"x" * 3_000_000, content_type="application/json")
    assert large.status_code == 413
    plain = client.post("/_dash-update-component", data="{}", content_type="text/plain")
    assert plain.status_code == 415


@pytest.mark.parametrize("asked", [None, [], ["only words"], ["a", 5], ["a", "b", "c"], {"a": 1}, 5])
def test_a_call_that_no_page_sends_is_refused(client: Any, asked: object) -> None:
    call = {
        "output": "elsewhere.data",
        "outputs": {"id": "elsewhere", "property": "data"},
        "inputs": [{"id": "finding", "property": "data", "value": asked}],
        "changedPropIds": ["finding.data"],
    }
    assert client.post("/_dash-update-component", json=call).status_code == 400
    call["inputs"] = [{"id": "finding", "property": "data", "value": ["Kerry", "?"]}]
    assert client.post("/_dash-update-component", json=call).status_code == 200


@pytest.mark.parametrize(
    "call", [{}, [], "x", {"output": "nobody.x"}, {"output": "elsewhere.data", "outputs": {}, "inputs": 5}]
)
def test_what_is_no_call_at_all_is_refused(client: Any, call: object) -> None:
    assert client.post("/_dash-update-component", json=call).status_code == 400


def test_a_file_that_is_not_there_is_not_found(client: Any) -> None:
    assert client.get("/_dash-component-suites/nobody/x.js").status_code == 404


def test_answers_are_compressed(client: Any) -> None:
    answer = client.get("/_dash-layout", headers={"Accept-Encoding": "gzip"})
    assert answer.headers["Content-Encoding"] == "gzip"


def test_a_card_can_be_asked_for(client: Any) -> None:
    assert client.get("/card?event=e4").get_json()[:2] == [
        "Trilateral meeting on Syria in Geneva",
        "reported 27 July 2016",
    ]
    assert client.get("/card?event=gone").status_code == 404


def test_the_exported_picture_is_whole(client: Any) -> None:
    answer = client.get(f"/export.svg?actor={US}")
    assert answer.mimetype == "image/svg+xml"
    assert "attachment" in answer.headers["Content-Disposition"]
    assert "united-states-january-august-2016.svg" in answer.headers["Content-Disposition"]
    markup = answer.get_data(as_text=True)
    for expected in ("8 events", "United States", "Lavrov meets Kerry in Moscow", "No date given", "Example Wire"):
        assert expected in markup
    assert "Third round of intra-Syrian talks" not in markup


def test_the_exported_png_has_the_size_asked_for(client: Any) -> None:
    data = client.get("/export.png?width=900&scale=1&theme=dark").data
    assert struct.unpack(">II", data[16:24])[0] == 900


@pytest.mark.parametrize("query", ["width=nan", "width=1e99", "scale=-4", "scale=x", "theme=<b>", "rows=x&event=y"])
def test_odd_sizes_are_brought_into_bounds(client: Any, query: str) -> None:
    answer = client.get(f"/export.svg?{query}")
    assert answer.status_code == 200
    assert client.get("/export.exe").status_code == 404


def test_the_menu_exports_what_is_on_the_screen() -> None:
    menu = exports.menu(scene_of(gather([seed()]), "?status=hoped&rows=type"))
    said = links(menu)
    assert said["Picture (PNG)"] == "/export.png?status=hoped&rows=type"
    assert list(said.values()) == [f"/export.{name}?status=hoped&rows=type" for name in FORMATS]
    pressed = {
        getattr(part, "data-look"): getattr(part, "data-value")
        for part in parts(menu)
        if getattr(part, "aria-pressed", None) == "true"
    }
    assert pressed == {"paper": "", "scale": "2", "theme": "light"}
    assert set(exports.SIZES) - {""} == set(PAPERS)


@pytest.mark.parametrize("kind", FORMATS)
def test_every_format_is_answered_under_a_name_of_its_own(client: Any, kind: str) -> None:
    answer = client.get(f"/export.{kind}?actor={US}&paper=a4")
    assert (answer.status_code, answer.mimetype) == (200, FORMATS[kind].mime)
    name = f"united-states-january-august-2016.{FORMATS[kind].suffix}"
    assert answer.headers["Content-Disposition"] == f'attachment; filename="{name}"'
    assert answer.data


def test_a_calendar_program_subscribes_to_what_is_filtered(client: Any) -> None:
    answer = client.get("/calendar.ics?actor=country:sy&from=2016-08-01")
    assert answer.mimetype == "text/calendar"
    assert answer.data.count(b"BEGIN:VEVENT") == 1
    assert b"UID:e8@timeline" in answer.data
    assert "Content-Disposition" not in answer.headers
    again = client.get(
        "/calendar.ics?actor=country:sy&from=2016-08-01", headers={"If-None-Match": answer.headers["ETag"]}
    )
    assert (again.status_code, again.data) == (304, b"")
    assert client.get("/calendar.ics").data.count(b"BEGIN:VEVENT") == 8
    nobody = client.get("/calendar.ics?actor=Nobody")
    assert nobody.status_code == 404
    assert "is called “Nobody”" in nobody.get_data(as_text=True)


@pytest.mark.parametrize("address", ["/nowhere", "/month/2016", "/export.exe"])
def test_an_unknown_address_is_a_page_with_the_way_home(client: Any, address: str) -> None:
    shown = client.get(address, headers={"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"})
    assert (shown.status_code, shown.mimetype) == (404, "text/html")
    assert 'href="/"' in shown.text
    assert "default-src 'self'" in shown.headers["Content-Security-Policy"]
    asked = client.get(address, headers={"Accept": "*/*"})
    assert (asked.status_code, asked.mimetype) == (404, "text/plain")
    assert client.get("/<script>", headers={"Accept": "text/html"}).text.count("<script>") == 0


def test_a_picture_is_called_after_what_it_shows() -> None:
    def called(scene: Scene, collection: str = "") -> str:
        return exports.wanted(scene, today=TODAY, title=collection).title

    assert called(scene_of(gather([seed()]))) == "Envoys hopeful as Syria contacts resume"
    assert called(scene_of(collection(), "?dates=all"), "Seeds") == "Seeds"
    lavrov = scene_of(collection(), f"?dates=all&actor={LAVROV}")
    assert called(lavrov, "Seeds") == "Sergei Lavrov, January 2016 – May 2017"
    both = scene_of(gather([seed()]), f"?actor={LAVROV}&actor={KERRY}&from=2016-07-01&to=2016-07-31")
    assert called(both) == "Sergei Lavrov and John Kerry, 20–27 July 2016"
    assert exports.slug("Ünïted & “Nations”") == "n-ted-nations"
    assert exports.slug("停戦") == "timeline"


def _call(client: Any, outputs: list[str], inputs: list[dict[str, Any]]) -> Any:
    spec = client.get("/_dash-dependencies").get_json()
    found = next(one["output"] for one in spec if all(f"{output}" in one["output"] for output in outputs))
    names = [part.rsplit(".", 1) for part in found.strip(".").split("...")]
    body = {
        "output": found,
        "outputs": [{"id": id_, "property": prop} for id_, prop in names],
        "inputs": inputs,
        "changedPropIds": [],
    }
    return client.post("/_dash-update-component", json=body)


def test_the_page_is_drawn_and_told_about(client: Any) -> None:
    answer = client.get("/drawing?width=760&theme=dark&narrow=")
    assert answer.headers["Cache-Control"] == "no-store"
    drawing = answer.get_json()
    assert (drawing["on"], drawing["agenda"], drawing["view"]) == ("timeline", "", "")
    assert drawing["chart"]["width"] == 760
    assert f'fill="{DARK.ink}"' in drawing["chart"]["svg"]
    told = _call(
        client,
        ["details.children"],
        [{"id": ids.TELLING, "property": "data", "value": "?event=e8"}],
    ).get_json()["response"]
    assert told["summary"]["children"]["props"]["data-markup"] == "9 events, January–August 2016"
    assert "Third round of intra-Syrian talks" in json.dumps(told["details"])


@pytest.mark.parametrize("words", ["Kerry", "john%20kerry", "person:john-kerry"])
def test_an_address_names_an_actor_as_the_command_does(client: Any, words: str) -> None:
    told = _call(
        client, ["details.children"], [{"id": ids.TELLING, "property": "data", "value": f"?actor={words}"}]
    ).get_json()["response"]
    assert "Remove the filter John Kerry" in json.dumps(told["chips"])
    assert told["notices"]["children"] == []
    assert client.get(f"/calendar.ics?actor={words}").data.count(b"BEGIN:VEVENT") == 5


@pytest.mark.parametrize(
    ("said", "width"),
    [("", 1000), ("width=wide", 1000), ("width=-5", 280), ("width=1e9", 6000), ("width=nan", 1000), ("theme=x", 1000)],
)
def test_an_odd_screen_is_drawn_for_all_the_same(client: Any, said: str, width: float) -> None:
    drawing = client.get(f"/drawing?{said}").get_json()
    assert drawing["chart"]["width"] == width
    narrow = client.get(f"/drawing?{said}&narrow=yes").get_json()
    assert narrow["chart"] is None
    assert narrow["agenda"]


@pytest.mark.parametrize("view", ["month", "table", "actors", "articles"])
def test_another_view_leaves_the_chart_as_it_is(client: Any, view: str) -> None:
    drawing = client.get(f"/drawing?view={view}").get_json()
    assert drawing["on"] == view
    assert drawing["view"]
    assert "chart" not in drawing


def test_a_large_calendar_is_not_searched_for_garbage_again_and_again() -> None:
    class Shelf:
        title = ""
        made = many(1200)

        def timeline(self) -> Timeline:
            return self.made

    gc.unfreeze()
    read = reader(Shelf(), lambda: TODAY, front=False)
    try:
        read("")
        frozen = gc.get_freeze_count()
        assert frozen > 1200
        read("?dates=all")
        assert gc.get_freeze_count() <= frozen  # once for a timeline
    finally:
        gc.unfreeze()


def test_themes_attributes_and_articles_without_titles() -> None:
    assert theme_of("dark") is DARK
    assert theme_of(["x"]) is LIGHT
    assert attributes(aria_label="x") == {"aria-label": "x"}
    record = seed()
    bare = replace(record, article=Article("file-7", record.article.text))
    scene = make(gather([bare]), State(), front="file-7", today=TODAY)
    assert exports.wanted(scene, today=TODAY).title == "file-7"


def test_a_folder_of_ones_own_opens_on_all_its_dates() -> None:
    record = seed()
    other = replace(record, article=replace(record.article, id="other"), events=())
    scene = reader(Store(gather([record, other])), lambda: TODAY, front=False)("")
    assert (scene.first, scene.front) == (None, None)
