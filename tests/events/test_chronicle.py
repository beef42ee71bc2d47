"""A chronicle: dates that head the entries of a list, and what each entry tells."""

from __future__ import annotations

from datetime import date

from timeline.engine import Engine
from timeline.model import ON_CALENDAR, Article, Event

ENGINE = Engine()

CRISIS = """Key dates in the crisis at Bank Nordia:
14 September: The central bank widens its rules for collateral.
16 September: The central bank is authorised to lend 85 billion crowns to the insurer.
The bank again cuts its main rate.
18 September: Norway and Sweden agree to lend Bank Nordia 4 billion crowns.
The bank was founded in another age. Its lawyers are believed to have failed.
21 September: Death of Nordia's chairman, Olaf Berg, in Bergen.
29 September: The Norwegian government nationalises Bank Nordia.
More news on our page: the bank opens a museum.
"""


def told(text: str) -> list[Event]:
    record = ENGINE.read(Article("a", text, published=date(2018, 10, 7)))
    return [e for e in record.events if e.salience >= ON_CALENDAR]


def test_each_entry_has_the_date_that_heads_it() -> None:
    assert [(e.trigger.text, e.when.value, e.status) for e in told(CRISIS)] == [
        ("widens", "2018-09-14", "occurred"),
        ("authorised", "2018-09-16", "occurred"),
        ("cuts", "2018-09-16", "occurred"),
        ("agree", "2018-09-18", "occurred"),
        ("Death", "2018-09-21", "occurred"),
        ("nationalises", "2018-09-29", "occurred"),
    ]


def test_a_date_above_a_sentence_is_not_its_own() -> None:
    cut = next(e for e in told(CRISIS) if e.trigger.text == "cuts")
    assert cut.when.basis == "inherited"
    assert cut.why[0].because == "the date that its entry stands under"


def test_years_head_entries_too() -> None:
    text = (
        "1961 - Kalora becomes independent.\n1974 - Army officers overthrow Paul Obo.\n1979 - Obo is killed in Lome.\n"
    )
    assert [(e.trigger.text, e.when.value) for e in told(text)] == [
        ("becomes", "1961"),
        ("overthrow", "1974"),
        ("killed", "1979"),
    ]


def test_two_stamps_are_no_chronicle() -> None:
    text = "14 September\n\nPeru widens its rules.\n\n16 September\n\nPeru has a new port.\n"
    assert not any(e.when.value == "2018-09-16" for e in told(text))


def dated(text: str, published: date) -> list[tuple[str, str | None, str]]:
    record = ENGINE.read(Article("a", text, published=published))
    return [(e.title, e.when.value, e.status) for e in record.events if e.on_calendar]


def test_a_line_of_a_calendar_has_its_own_day_and_none_of_the_line_behind_it() -> None:
    text = (
        "4–5 March: Conference of the Lake Fishers' Union on nets and quotas in Kisumu\n"
        "9 March: Kofi Mensah visits the shipyard at Bergen with two of his ministers\n"
        "16 March (tbc): Vote on the harbour bill in the Togolese parliament\n"
    )
    record = ENGINE.read(Article("a", text, published=date(2018, 2, 20)))
    days = [(e.trigger.text, str(e.when.first), str(e.when.until)) for e in record.events if e.on_calendar]
    assert days == [
        ("Conference", "2018-03-04", "2018-03-06"),
        ("visits", "2018-03-09", "2018-03-10"),
        ("Vote", "2018-03-16", "2018-03-17"),
    ]


def test_an_hour_that_heads_a_line_is_of_the_day_above_it() -> None:
    text = (
        "Monday, 5 March\n\n10:15 a.m. Minister Ama Addo meets Erik Lund in Lome\n\n"
        "Tuesday, 6 March\n\n9:30 Ama Addo opens the fair in Kara\n"
    )
    assert dated(text, date(2018, 3, 2)) == [
        ("Ama Addo to meet Erik Lund in Lome", "2018-03-05T10:15", "planned"),
        ("Ama Addo to open fair in Kara", "2018-03-06T09:30", "planned"),
    ]


def test_the_schedule_of_the_articles_day_is_planned() -> None:
    text = "10:15 a.m. Minister Ama Addo meets Erik Lund of Norway in Lome."
    assert dated(text, date(2018, 3, 5)) == [("Ama Addo to meet Erik Lund in Lome", "2018-03-05T10:15", "planned")]


def test_weekdays_that_head_lines_follow_one_another() -> None:
    lines = (
        "Monday: Peru's ministers meet in Lima.\nWednesday: Chad holds a referendum.\nFriday: Mali's truce expires.\n"
    )
    for heading in ("NEXT WEEK", "The week ahead"):
        told = dated(f"{heading}\n\n{lines}", date(2018, 3, 2))
        assert [day for _, day, _ in told] == ["2018-03-05", "2018-03-07", "2018-03-09"], heading


def test_weekdays_of_a_list_lie_in_the_week_above_or_ahead_of_the_article_in_the_present() -> None:
    lines = "Monday: Peru's ministers meet in Lima.\nWednesday: Chad holds a referendum.\n"
    done = "Monday: Rebels freed two judges.\nWednesday: Ghana closed its embassy.\nThursday: Chad ended its strike.\n"
    for heading in ("Week ahead: 12–16 March", "Diary"):
        days = [day for _, day, _ in dated(f"{heading}\n\n{lines}Friday: Mali's truce expires.\n", date(2018, 3, 8))]
        assert days == ["2018-03-12", "2018-03-14", "2018-03-16"], heading
    assert [day for _, day, _ in dated(done, date(2018, 3, 9))] == ["2018-03-05", "2018-03-07", "2018-03-08"]


def test_what_heads_no_other_line_is_told_under_its_own_day() -> None:
    text = (
        "4 May 2016 – Negotiators exchange legal texts.\n17 May 2016 – The treaty text is published.\n"
        "28 May 2017 – Chad signs the treaty.\n"
    )
    assert [(title, day) for title, day, _ in dated(text, date(2018, 3, 2))] == [
        ("Negotiators exchange legal texts", "2016-05-04"),
        ("Treaty text published", "2016-05-17"),
        ("Chad signs treaty", "2017-05-28"),
    ]


def test_a_bullet_is_no_word() -> None:
    text = (
        "• Chad expels the Peruvian envoy.\n• Togo and rebels agree to a truce from Monday.\n"
        "• Togo, Ghana to sign a pact in Lome on 9 March.\n"
    )
    assert dated(text, date(2018, 3, 2)) == [
        ("Chad expels Peruvian envoy", "2018-03-02", "occurred"),
        ("Togo and rebels agree to truce", "2018-03-02", "occurred"),
        ("Togo and Ghana to sign pact in Lome", "2018-03-09", "planned"),
    ]


def test_items_of_a_list_tell_in_the_present_what_happened() -> None:
    text = (
        "Morning notes\n\n- Chad summons the Peruvian envoy after a raid on its consulate.\n"
        "- Mali: President Kone sacks his defence minister.\n- Togo, Ghana to restart talks in Lome on 9 March.\n"
        "- Erik Lund postpones a trip to Lima.\n"
    )
    assert dated(text, date(2018, 3, 2)) == [
        ("Chad summons Peruvian envoy after raid on consulate", "2018-03-02", "occurred"),
        ("Kone sacks defence minister", "2018-03-02", "occurred"),
        ("Togo and Ghana to restart talks in Lome", "2018-03-09", "planned"),
        ("Erik Lund postpones trip to Lima", None, "cancelled"),
    ]


def test_an_election_behind_its_countrys_label_is_told_with_it() -> None:
    text = (
        "Votes of the year\n\n9 May: Peru – general election\n"
        "12 June: Chad – first round of the presidential election\n1 July: Mali – local elections\n"
    )
    assert dated(text, date(2018, 3, 2)) == [
        ("Peru general election", "2018-05-09", "planned"),
        ("Chad first round of presidential election", "2018-06-12", "planned"),
        ("Mali local elections", "2018-07-01", "planned"),
    ]


DIARY = """Diary of the coming days

MONDAY, MARCH 5
LOME - Togolese parliament votes on the 2019 harbour bill
OSLO/BERGEN - Ama Addo begins two-day visit to Norway
LIMA - Peru's special session on cod quotas (to March 7)
0900 GMT - Erik Lund meets Ama Addo
KARA - Mayors' conference on nets opens at 1430 GMT

Tuesday, 6 March
* ACCRA - Possible meeting of Ghanaian and Togolese ministers on fish (until Friday)
LAGOS - Cancelled: Nigerian minister's speech
NAIROBI - Kenya, Chad sign a border treaty
HARARE - Presidential election
"""


def test_the_lines_of_a_diary_have_the_day_above_them_and_are_where_they_say() -> None:
    record = ENGINE.read(Article("a", DIARY, published=date(2018, 3, 2)))
    told = [e for e in record.events if e.on_calendar]
    assert [(e.title, str(e.when.first)[8:], e.status, e.place.name if e.place else "") for e in told] == [
        ("Togolese parliament to vote on harbour bill", "05", "planned", "Lome"),
        ("Ama Addo to begin two-day visit to Norway", "05", "planned", "Oslo"),
        ("Peru's special session on cod quotas in Lima", "05", "planned", "Lima"),
        ("Erik Lund to meet Ama Addo", "05", "planned", ""),
        ("Kara: Mayors' conference on nets to open", "05", "planned", "Kara"),
        ("Possible meeting of Ghanaian and Togolese ministers on fish in Accra", "06", "possible", "Accra"),
        ("Nigerian minister's speech cancelled", "06", "cancelled", "Lagos"),
        ("Kenya and Chad to sign border treaty", "06", "planned", "Nairobi"),
        ("Presidential election in Harare", "06", "planned", "Harare"),
    ]
    assert {a.id for e in told for a in e.actors if a.id.startswith("country:")} == {
        f"country:{code}" for code in ("tg", "no", "pe", "gh", "ng", "ke", "td")
    }  # and none that only a place lies in


def test_a_line_of_a_diary_ends_on_the_day_in_its_brackets_and_an_hour_is_of_the_day_above() -> None:
    record = ENGINE.read(Article("a", DIARY, published=date(2018, 3, 2)))
    assert {
        e.trigger.text: (e.when.value, str(e.when.until))
        for e in record.events
        if e.trigger.text in {"session", "meets", "opens", "meeting"}
    } == {
        "session": (None, "2018-03-08"),
        "meets": ("2018-03-05T09:00", "2018-03-06"),
        "opens": ("2018-03-05T14:30", "2018-03-06"),
        "meeting": (None, "2018-03-10"),
    }


def test_lines_with_places_below_no_day_are_no_diary() -> None:
    lines = "LOME - Togo votes\nOSLO - Norway votes\nLIMA - Peru votes\n"
    assert not any(
        e.when.basis == "inherited" for e in ENGINE.read(Article("a", lines, published=date(2018, 3, 2))).events
    )


def test_the_diary_of_the_articles_day_is_planned() -> None:
    told = dated(DIARY, date(2018, 3, 5))
    assert told[0] == ("Togolese parliament to vote on harbour bill", "2018-03-05", "planned")


def test_a_day_above_short_stories_is_none_of_a_diary() -> None:
    text = (
        "Togo closes its ports\n\n5 March 2018\n\nLOME - Togo closed its ports on Sunday after a fire.\n\n"
        "LIMA - Peru expelled two envoys on Friday.\n\nOSLO - Norway opened a bridge on Saturday.\n"
    )
    assert {day for _, day, _ in dated(text, date(2018, 3, 5))} <= {"2018-03-04", "2018-03-02", "2018-03-03"}


def test_who_a_headline_opens_with_is_told_of() -> None:
    text = "- Chad to hold referendum\n- Kenya, Chad sign a border treaty\n- Ghana to buy two tugs\n"
    assert [title for title, _, _ in dated(text, date(2018, 3, 2))] == [
        "Chad to hold referendum",
        "Kenya and Chad sign border treaty",
        "Ghana to buy two tugs",
    ]


AGENDA = """The week ahead

MONDAY 5
Oslo: Fisheries ministers meet to discuss cod quotas.
Hanoi: Chilean Foreign Minister Ana Ruiz begins a two-day visit.

TUESDAY 6
Lome: Togo's parliament votes on a harbour bill.
Geneva: The Maritime Council ends its winter session.

WEEKEND
Peru votes on Sunday in a referendum on ports.
"""


def test_a_day_of_a_diary_may_be_a_weekday_and_a_number() -> None:
    assert dated(AGENDA, date(2018, 3, 3)) == [
        ("Fisheries ministers to meet to discuss cod quotas", "2018-03-05", "planned"),
        ("Ana Ruiz to begin two-day visit", "2018-03-05", "planned"),
        ("Togo's parliament to vote on harbour bill", "2018-03-06", "planned"),
        ("Maritime Council to end session", "2018-03-06", "planned"),
        ("Peru to vote in referendum on ports", "2018-03-11", "planned"),
    ]


LIVE = """Live: Togo's parliament votes

09.15 Good morning from Lome.

10.10 The session has begun. Interior Minister Jan Kone has resigned. He says he is tired.

11.40 Chile's president, Ana Ruiz, says she spoke to Addo by phone this morning. She calls for calm.

12.05 The motion has been carried. Police have closed the harbour bridge.
"""


def test_what_a_live_page_tells_under_an_hour_has_happened() -> None:
    assert dated(LIVE, date(2018, 3, 5)) == [
        ("Session begins", "2018-03-05T10:10", "occurred"),
        ("Jan Kone resigns as Interior Minister", "2018-03-05T10:10", "occurred"),
        ("Ana Ruiz speaks to Addo by phone", "2018-03-05TMO", "occurred"),
        ("Ana Ruiz calls for calm", "2018-03-05T11:40", "ongoing"),
        ("Police close harbour bridge", "2018-03-05T12:05", "occurred"),
    ]
