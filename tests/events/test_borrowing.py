"""What an event without a time of its own is dated by, and what dates nothing."""

from __future__ import annotations

from datetime import date

import pytest

from timeline.engine import Engine
from timeline.model import Article, Event

ENGINE = Engine()
FRIDAY = date(2018, 9, 14)

TABLE = [
    (
        "Two men drowned when a ferry sank off Gambia on 5 September.",
        "drowned",
        "inherited",
        date(2018, 9, 5),
        "it came when that did",
    ),
    # text, trigger, basis, first day, words of the reason
    (
        "Premier Marta Kovac met Peruvian envoys on Tuesday. Kovac said that the border would stay open.",
        "said",
        "inherited",
        date(2018, 9, 11),
        "last day",
    ),
    (
        "Premier Kovac flew to Lima on Tuesday. The mayor received her on Thursday. The two leaders signed a pact.",
        "signed",
        "inherited",
        date(2018, 9, 13),
        "the news",
    ),
    (
        "Marta Kovac met bankers on Tuesday. The mayor received her on Thursday. Kovac freed a spy. She shut a mine.",
        "shut",
        "inherited",
        date(2018, 9, 13),
        "last day",
    ),
    (
        "Kenya signed a treaty on Tuesday and sent an envoy to Chad.",
        "sent",
        "inherited",
        date(2018, 9, 11),
        "its clause",
    ),
    (
        "Premier Marta Kovac presented the plan at Tuesday's conference in Lima.",
        "presented",
        "inherited",
        date(2018, 9, 11),
        "part of that occasion",
    ),
    (
        "A meeting in Lima, planned for 5 September, failed.",
        "failed",
        "inherited",
        date(2018, 9, 5),
        "arranged for",
    ),
    (
        "Editor Lars Moe resigned on 5 September. In an interview this week, Moe told of a quarrel. He vowed to sue.",
        "vowed",
        "inherited",
        date(2018, 9, 10),
        "last day",
    ),
    (
        "The army refused to leave the base on 5 September.",
        "refused",
        "inherited",
        date(2018, 9, 5),
        "what it says",
    ),
    (
        "Kenya signed a treaty on Tuesday. The text included a clause on fishing.",
        "included",
        "published",
        date(2018, 9, 14),
        "",
    ),
    (
        "In March 2009 Kenya answered a lawsuit in Lima.",
        "lawsuit",
        "inherited",
        date(2009, 3, 1),
        "its verb's date",
    ),
    (
        "In March 2009 rebels seized Port Lomas. The army retook the town.",
        "retook",
        "inherited",
        date(2009, 3, 1),
        "goes on telling",
    ),
    (
        "Gunmen stormed a bank in Lima on Thursday. The chancellor condemned the attack.",
        "condemned",
        "inherited",
        date(2018, 9, 13),
        "opens with",
    ),
    (
        "The vote was held on 3 September in Lima. Kenya has praised the vote.",
        "praised",
        "published",
        date(2018, 9, 14),
        "article",
    ),
    (
        "Premier Marta Kovac resigned on 3 September. Chile was silent. Her resignation surprised Peru.",
        "resignation",
        "inherited",
        date(2018, 9, 3),
        "the same occasion",
    ),
    (
        "The resignation of Premier Marta Kovac surprised Peru. Kovac resigned on 3 September in Lima.",
        "resignation",
        "inherited",
        date(2018, 9, 3),
        "the same occasion",
    ),
    (
        "The vote in Peru was held peacefully. The vote took place on 3 September.",
        "held",
        "inherited",
        date(2018, 9, 3),
        "the same occasion",
    ),
    (
        "In March 2009 rebels seized Port Lomas. A flood destroyed the bridge.",
        "flood",
        "inherited",
        date(2009, 3, 1),
        "date of its verb",
    ),
    (
        "In March 2009 rebels seized Port Lomas. They freed the mayor.",
        "freed",
        "inherited",
        date(2009, 3, 1),
        "goes on telling",
    ),
    (
        "In March 2009 rebels seized Port Lomas.\n\nThe union accused a bank.",
        "accused",
        "published",
        date(2018, 9, 14),
        "article",
    ),
    ("In 2009 rebels seized Port Lomas. The president visited a site.", "visited", "none", None, "nothing says when"),
    (
        "In March 2009 rebels seized it. In all, a 2011 review found 9 faults.",
        "found",
        "none",
        None,
        "nothing says when",
    ),
    ("Its figures showed that as of March 2009, Peru held nine ports.", "held", "explicit", date(2009, 3, 1), ""),
    (
        "Chad's stolen plane was found abandoned in March 2009.",
        "found",
        "inherited",
        date(2009, 3, 1),
        "what it says of somebody",
    ),
    ("In March 2009 rebels seized Port Lomas. Kenya has sent aid.", "sent", "published", date(2018, 9, 14), "article"),
    ("Peru may meet Chile on Tuesday. Kenya signed a treaty.", "signed", "published", date(2018, 9, 14), "article"),
    (
        "Premier Marta Kovac opened a clinic on Tuesday. The blast in Port Lomas took place on a market day.",
        "blast",
        "none",
        None,
        "told as known",
    ),
    (
        "A man was charged on Tuesday in the killing of a guard. Lars Moe, 52, was shot with a rifle.",
        "shot",
        "none",
        None,
        "told as known",
    ),
    (
        "Marta Kovac vowed to find the bombers. Tuesday's blast left 90 people dead. The six Danes were killed.",
        "killed",
        "inherited",
        date(2018, 9, 11),
        "the blow told before it",
    ),
    (
        "Kovac flew to Lima on Wednesday. On Tuesday nine men fired on a bridge near Gao. Two guards were killed.",
        "killed",
        "inherited",
        date(2018, 9, 11),
        "goes on telling of that time",
    ),
    (
        "Premier Marta Kovac said on Tuesday that she would stand again. Kovac founded a bank with her sister.",
        "founded",
        "published",
        FRIDAY,
        "",
    ),
    (
        "Rebels seized Port Lomas on Tuesday. Kovac said on Thursday that the army was there. She dismissed a general.",
        "dismissed",
        "published",
        FRIDAY,
        "",
    ),
    (
        "The man was convicted of the raid in Port Lomas, but was freed last May.",
        "convicted",
        "none",
        None,
        "",
    ),
    (
        "Officials allowed the bank to collapse over the weekend but rescued its rival on Tuesday.",
        "allowed",
        "explicit",
        date(2018, 9, 8),
        "",
    ),
    (
        "Pirates freed the tanker on Tuesday. The tanker was seized off Togo with a crew of 20.",
        "seized",
        "none",
        None,
        "told as known",
    ),
    (
        "Fighting erupted on Tuesday in the south of Peru. Nine guards were wounded in the fighting.",
        "wounded",
        "inherited",
        date(2018, 9, 11),
        "opens with",
    ),
    (
        "Lars Moe, 52, was shot at 10 p.m. at his gate.",
        "shot",
        "published",
        FRIDAY,
        "",
    ),
    (
        "Boats have been allowed to enter the port, but Monday's convoy is the first to reach the pier.",
        "allowed",
        "published",
        FRIDAY,
        "",
    ),
    (
        "Marta Kovac was arrested in 2003 on charges of theft, but was found not guilty after a trial.",
        "found",
        "none",
        None,
        "before the news",
    ),
    (
        "Lars Moe, who leads the crew, said on Tuesday that he spent three weeks in port.",
        "spent",
        "inherited",
        None,
        "it was before",
    ),
    (
        "Premier Marta Kovac opened a fair on Tuesday. A steep rise in prices followed the invasion.",
        "invasion",
        "none",
        None,
        "told as known",
    ),
    (
        "Inspectors resumed work in Togo on Tuesday. The oil accord was brokered by the king.",
        "brokered",
        "published",
        FRIDAY,
        "",
    ),
    (
        "The guard left Lima. A court heard on Tuesday. The inquest report said that Kovac shut the valve.",
        "shut",
        "inherited",
        None,
        "looked into later",
    ),
    (
        "The guard left Lima. Prosecutor Marta Kovac said on Tuesday that Lars Berg shut the valve.",
        "shut",
        "inherited",
        None,
        "it was before",
    ),
    (
        "The guard left Lima. News reports said on Tuesday that rebels shut the port.",
        "shut",
        "inherited",
        date(2018, 9, 11),
        "then, or shortly before",
    ),
    (
        "In 1986, Jan Berg published pictures of the dam. Berg was later jailed.",
        "jailed",
        "none",
        None,
        "nothing says when",
    ),
    (
        "Kenya began draining the mine using a pump on Tuesday.",
        "began",
        "inherited",
        date(2018, 9, 11),
        "it came when that did",
    ),
    (
        "President Kovac cut taxes for the second time this year.",
        "cut",
        "published",
        FRIDAY,
        "",
    ),
    (
        "President Kovac is due to visit Peru for the first time next week.",
        "visit",
        "explicit",
        date(2018, 9, 17),
        "",
    ),
    (
        "Marta Kovac said the decision to shut the port in June was a mistake.",
        "said",
        "published",
        FRIDAY,
        "",
    ),
    (
        "Marta Kovac brought some relics from Peru to Lima, including a poster from 1989.",
        "brought",
        "published",
        FRIDAY,
        "",
    ),
    (
        "In a video interview from 5 September, Marta Kovac said that Peru was proud of it.",
        "said",
        "explicit",
        date(2018, 9, 5),
        "",
    ),
    (
        "Peru and Chile signed a pact on Tuesday. Chad was ruled from Lima for centuries.",
        "ruled",
        "none",
        None,
        "",
    ),
    (
        "A bomb killed nine guards in Gao on Tuesday. The bishop of Lima condemned the blast.",
        "condemned",
        "published",
        FRIDAY,
        "",
    ),
    (
        "11 September: Boats ride near the ferry Tove off Lima. Marta Kovac toured the yard in Lima.",
        "toured",
        "published",
        FRIDAY,
        "",
    ),
    (
        "The guard left Lima. Lars Berg shut the valve, a state panel said on Tuesday.",
        "shut",
        "inherited",
        None,
        "it was before",
    ),
    (
        "The guard left Lima. A state panel said on Tuesday it shut a bank.",
        "shut",
        "inherited",
        date(2018, 9, 11),
        "then, or shortly before",
    ),
    (
        "The guard left Lima. Prosecutors ended their case by saying Lars Berg had been careless.",
        "ended",
        "published",
        FRIDAY,
        "",
    ),
    (
        "The guard left Lima. A nurse testified that Lars Berg said it was late.",
        "testified",
        "published",
        FRIDAY,
        "",
    ),
    (
        "Kovac also oversaw the city's Sept. 11 Victim Fund.",
        "oversaw",
        "published",
        FRIDAY,
        "",
    ),
    (
        "Since 3 September there have been three raids on Gao.",
        "raids",
        "explicit",
        date(2018, 9, 3),
        "",
    ),
]


def event(text: str, trigger: str) -> Event:
    record = ENGINE.read(Article("a", text, published=FRIDAY))
    return next(e for e in record.events if e.trigger.text == trigger)


@pytest.mark.parametrize(("text", "trigger", "basis", "first", "why"), TABLE, ids=[row[0] for row in TABLE])
def test_who_lends_a_date(text: str, trigger: str, basis: str, first: date, why: str) -> None:
    found = event(text, trigger)
    assert (found.when.basis, found.when.first) == (basis, first)
    assert why in " ".join(f"{step.what} {step.because}" for step in found.why)


def test_a_repeated_occasion_has_the_date_of_the_first() -> None:
    text = "Peru's government held the referendum on 3 September. Observers praised the referendum in Lima."
    later = [e for e in ENGINE.read(Article("a", text, published=FRIDAY)).events if e.trigger.text == "referendum"][-1]
    assert (later.when.basis, later.when.first) == ("inherited", date(2018, 9, 3))


def test_a_deed_that_may_be_another_borrows_no_date() -> None:
    fraud = "Peru's state conviction of Marta Kovac on 5 March was fair. Chile is calm. Her federal conviction was not."
    assert [
        e.when.first
        for e in ENGINE.read(Article("a", fraud, published=FRIDAY)).events
        if e.trigger.text == "conviction"
    ] == [date(2018, 3, 5), None]
    twice = "Gunmen attacked Lima on 3 May. Gunmen attacked Quito on 5 May. Chile was silent. The attack shocked Peru."
    assert event(twice, "attack").when.first not in {date(2018, 5, 3), date(2018, 5, 5)}
    elsewhere = "Marta Kovac met Chilean envoys in Lima on 3 May. Chile is calm. Kovac met Chilean envoys in Quito."
    last = [e for e in ENGINE.read(Article("a", elsewhere, published=FRIDAY)).events if e.trigger.text == "met"][-1]
    assert last.when.first != date(2018, 5, 3)


def test_a_deed_done_to_so_many_borrows_no_date_of_one_done_to_so_many_others() -> None:
    text = (
        "A raid has killed 20 rebels, envoys say. Chad is calm. Peru condemned the raid that killed 12 rebels Tuesday."
    )
    killed = [e for e in ENGINE.read(Article("a", text, published=FRIDAY)).events if e.trigger.text == "killed"]
    assert [e.when.first for e in killed] == [FRIDAY, date(2018, 9, 11)]


def test_a_deed_borrows_nothing_from_another_that_says_more() -> None:
    text = "Kenya fears the outbreak. Chile is calm after the outbreak of cholera in March 2009."
    assert event(text, "outbreak").when.first != date(2009, 3, 1)


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Marta Kovac, who met Lund in Lima on Tuesday, hailed the accord as a victory.", "hailed"),
        ("Kenya, which shut its embassy on Tuesday, condemned the raid and freed an envoy.", "freed"),
    ],
)
def test_what_only_tells_who_somebody_is_lends_no_day(text: str, trigger: str) -> None:
    found = event(text, trigger)
    assert (found.when.basis, found.when.first) == ("published", FRIDAY)


def test_what_a_far_past_is_told_with_is_not_of_the_day_of_the_news() -> None:
    for text, trigger in (
        ("Chad and Niger had signed a truce in May, but it collapsed within days.", "collapsed"),
        ("A stolen plane was seen in Chad and was found abandoned in May.", "seen"),
        ("The firm disclosed in May that it was courted by a rival, which refused to sell its port.", "courted"),
        ("The firm disclosed in May that it was courted by a rival, which refused to sell its port.", "refused"),
        ("Kenya has already signed the treaty.", "signed"),
        ("The firm bought a port before closing a mine and selling it in May.", "bought"),
    ):
        assert event(text, trigger).when.basis == "none", text


def test_a_participle_that_only_describes_has_no_day() -> None:
    assert event("The elected officials met a wanted rebel.", "elected").when.basis == "none"


def test_what_led_up_to_the_news_of_the_opening_is_of_its_time() -> None:
    assert event("Kenya threatened to quit after rebels seized Lima.", "seized").when.basis == "published"
    assert event("Kenya threatened to quit because rebels seized Lima.", "seized").when.basis == "none"


def test_who_did_something_of_the_day_also_did_this() -> None:
    text = "Kenya freed a rebel. The old pact was signed in May 2001. Kenya also closed a road."
    assert event(text, "closed").when.basis == "published"
    assert event(text.replace("also ", ""), "closed").when.basis != "published"


def test_what_happened_in_an_occasion_of_no_known_day_has_none() -> None:
    text = "Marta Kovac met Chilean envoys on Wednesday. Kovac was cut on her hands in the blast."
    assert event(text, "cut").when.basis == "none"
    assert event("Gunmen stormed a bank in Lima on Thursday. Marta Kovac fled.", "fled").when.basis == "inherited"


def test_who_tells_of_himself_tells_of_another_time_than_the_news() -> None:
    text = "Gunmen stormed a bank in Lima on Thursday. Farmers fled. I left my office."
    fled, left = event(text, "fled"), event(text, "left")
    assert (fled.when.basis, left.when.basis) == ("inherited", "published")
    assert left.confidence < 0.5


def test_what_is_reckoned_from_something_without_a_day_has_none() -> None:
    text = "Chile is calm. Peru is calm. Chad is calm. Kenya is calm. Niger is calm. "
    later = event(text + "Days after the rig sank, Peru freed a rebel.", "freed")
    opening = event("Days after the rig sank, Peru freed a rebel.", "freed")
    assert (later.when.basis, opening.when.basis) == ("none", "published")
    assert opening.confidence < event("Peru freed a rebel.", "freed").confidence
    assert event("Kovac said it would be days before the rig sank.", "said").when.basis == "published"


def test_a_year_looked_back_to_is_no_tale() -> None:
    text = "In the year-ago quarter the firm sold two mines. It also bought a ship in Lima."
    assert event(text, "bought").when.basis == "published"


def test_a_headline_has_the_day_of_the_news_that_it_sums_up() -> None:
    text = "Gunmen storm a bank in Lima\n\nLIMA, 14 September\n\nGunmen seized a bank in Lima on Thursday."
    assert event(text, "storm").when.first == date(2018, 9, 13)


def test_what_was_before_the_news_is_not_of_its_day() -> None:
    opening = "Gunmen stormed a bank in Lima on Thursday. "
    assert (
        event(opening + "The bank opened in May 1998. Chile is calm. Chile freed a rebel.", "freed").when.basis
        == "none"
    )
    assert event(
        opening + "The bank opened in May 1998. Chile is calm. Chile said it was calm.", "said"
    ).when.first == date(2018, 9, 13)
    assert event(opening + "Chile was silent because rebels blocked a road.", "blocked").when.basis == "none"
    assert (
        event("“That day I freed a rebel,” Marta Kovac said. Kovac closed a road.", "closed").when.basis == "published"
    )


def test_what_only_the_story_tells_is_less_sure_than_what_the_words_tell() -> None:
    text = "Kenya signed a treaty on Tuesday and sent an envoy to Chad. Chile freed a rebel, who robbed a bank."
    sure = [event(text, word).confidence for word in ("signed", "sent", "freed", "robbed")]
    assert sure == sorted(set(sure), reverse=True)


def test_a_date_beside_a_verb_of_saying_is_the_sayings() -> None:
    text = "Rather than close the border, Marta Kovac said yesterday that Peru will send police."
    assert event(text, "said").when.first == date(2018, 9, 13)


def test_a_century_before_a_noun_dates_nothing() -> None:
    assert event("Soldiers cleared mines near the 12th century abbey.", "cleared").when.basis == "published"
    assert event("The ministers met at the 2015 congress in Lima.", "met").when.first == date(2015, 1, 1)


def test_what_something_else_is_measured_from_borrows_no_day() -> None:
    text = (
        "The council agreed on Tuesday to send monitors. It met in Lima a day after gunmen killed 30 people in Quito."
    )
    found = event(text, "killed")
    assert (found.when.basis, found.when.first) == ("none", None)


def test_an_aside_is_not_of_the_day_of_the_news() -> None:
    text = "Gunmen stormed a bank in Lima on Thursday. Marta Kovac, who signed the old treaty, condemned the attack."
    assert event(text, "signed").when.basis != "inherited"


def test_what_somebody_quoted_tells_of_is_not_of_the_day_of_the_story() -> None:
    text = "Premier Marta Kovac met Peruvian envoys on Tuesday. “I closed the border,” Kovac told them."
    assert event(text, "closed").when.basis != "inherited"


def test_the_tale_of_a_day_is_shorter_than_that_of_a_month() -> None:
    month = "In March 2009 rebels seized Port Lomas. The army fled. Farmers fled. The army retook the town."
    day = month.replace("In March", "On 3 March")
    assert [event(text, "retook").when.basis for text in (month, day)] == ["inherited", "none"]


def test_a_tale_ends_where_something_else_is_told() -> None:
    text = "In March 2009 rebels seized Port Lomas. The talks are slow. The army retook the town."
    assert event(text, "retook").when.basis != "inherited"
