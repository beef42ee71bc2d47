"""A title that names nobody is told under what its story is about."""

from __future__ import annotations

from datetime import date

import pytest

from timeline.engine import Engine
from timeline.model import ON_CALENDAR, Article

ENGINE = Engine()

# a text, and the title of its last entry
TOLD = [
    # a summit lends its name to no deed, and "the meeting" is that summit
    (
        (
            "Leaders opened a climate summit in Lome on Monday. The summit is the third, and the summit will end on "
            "Friday. Three hundred dockers were hired on Tuesday, an envoy told the summit."
        ),
        "Lome: Three hundred dockers hired",
    ),
    (
        (
            "Summit on port closures put back to Tuesday\n\nBy Ama Kone\n\nAn emergency summit of southern dockers on "
            "the closure of Togo's ports has been put off by three days, the union announced on Friday.\n\n"
            "The meeting, which was to have taken place in Lome on Saturday, will now be held there on 20 September. "
            "He will come to the summit."
        ),
        "Emergency summit",
    ),
    # a calamity with a name is no other one, nor is the one that it is worse than, nor of two fevers the first
    (
        (
            "The Kano oil spill has reached the coast. Crews fought the spill all week, and the spill is wide. "
            "It was forgotten after Karhu's accident in Lome on Tuesday."
        ),
        "Karhu's accident in Lome",
    ),
    (
        (
            "The spill has reached Lome. It is up to nine times worse than the Kano oil spill. "
            "Crews fought the spill all week. A net was sent to a laboratory in Lome on Tuesday."
        ),
        "Net sent to laboratory in Lome",
    ),
    (
        (
            "After bird flu, Lome fears swine flu. Vets say bird flu is mild, and swine flu is not. Swine flu is new. "
            "On Monday 18 people were taken to hospital."
        ),
        "18 people taken to hospital",
    ),
    # a meeting between others is theirs, where one aims is not where it is, and no vote is theirs who ask for time
    (
        (
            "The Sund League has nine members. The Sund League is new, and so is the Sund League's seat. A meeting "
            "between the premiers of the two lands that had been set for this Friday was called off."
        ),
        "Meeting between premiers of two lands called off",
    ),
    (
        "Two envoys held talks in Lome on Monday in a bid to rescue an exchange of captives set for Friday.",
        "Exchange of captives",
    ),
    ("A vote could come next week, one diplomat said, though Togo has asked for more time.", "Vote may come"),
    (
        "Minister Ole Berg spoke to Omar Kos by phone on Monday night and assured him that the truce would hold.",
        "Truce to hold",
    ),
    # a minister who was told of with his land is of that land alone
    (
        (
            "LOME, March 2 (Sund News) - Togo's foreign minister met his Ghanaian counterpart on Monday. "
            "The minister will fly to Oslo on Friday."
        ),
        "Togo: Minister to fly to Oslo",
    ),
    # nobody holds an office before the poll for it
    (
        (
            "RIGA, March 2 (Sund News) - Latvia's President Edgars Lund met dockers on Monday. "
            "The election of the president is due in 2020."
        ),
        "Latvia: Election of president",
    ),
    # a trial is of whoever was arrested
    (
        (
            "LIMA, March 2 (Sund News) - Ama Kone, who leads the Kano Party, was arrested on Monday. Peru's ministers "
            "met. The trial opens on 3 October."
        ),
        "Ama Kone trial to open",
    ),
    # the leaders of the two lands that open a story, and a second meeting of theirs
    (
        (
            "LIMA, March 2 (Sund News) - Peru and Chile will swap maps, the envoy Ama Kone said. She spoke in Lima.\n\n"
            "The two leaders last met in March."
        ),
        "Peru and Chile meet",
    ),
    # of the only land that its first sentence names, whoever comes after
    (
        (
            "KAMPALA, March 2 (Sund News) - Uganda's army and the Kano Front blamed each other on Friday for breaking "
            "a truce. The truce was brokered by Norway and Oman. The war broke out in April 2013."
        ),
        "Uganda: War breaks out",
    ),
    # a body that any state has, of whose land it is
    (
        "CHISINAU, May 21 (AP) - Moldova's premier met dockers on Monday. The Senate will vote on cod on Friday.",
        "Moldova: Senate to vote on cod",
    ),
    (
        (
            "CHISINAU, May 21 (AP) - Moldova's premier met dockers on Monday. Peru's navy freed a trawler. "
            "The Supreme Court will rule on cod on Friday."
        ),
        "Supreme Court to rule on cod",  # it may be Peru's
    ),
    # who brokers a truce is no side of it
    ("Norway and Oman brokered a truce on Monday. The truce collapsed on Tuesday.", "Truce collapses"),
    (  # not of the country whose word the first sentence is
        (
            "OSLO, March 2 (Sund News) - Chad's government and rebels signed an accord on Wednesday, Norway's foreign "
            "ministry said.\nThe exchange of captives will begin on 25 March."
        ),
        "Chad: Exchange of captives to begin",
    ),
    (  # what is the worst since May is so by what a label leaves out
        (
            "Gunmen struck near Gao on Tuesday in the deadliest attack in the region since May. The attack drew no "
            "reply. Nobody claimed the attack. Nine lorries were burned on Monday."
        ),
        "Nine lorries burned",
    ),
    (
        (
            "The Sund oil spill has reached Lome. The Sund oil spill is the worst in years, and the Sund oil spill has "
            "cost nine firms their nets. Ama Addo met Omar Kone on Tuesday to discuss the disaster."
        ),
        "Ama Addo meets Omar Kone to discuss Sund oil spill",
    ),
    (
        (
            "The Sund talks will go on. The Sund talks were the third, and the Sund talks failed. Togo sees no crisis, "
            "but Ama Addo met Omar Kone on Tuesday to discuss the crisis."
        ),
        "Ama Addo meets Omar Kone to discuss crisis",  # which talks are none
    ),
    (
        (
            "The Kano oil spill has reached the coast. Crews fought the spill all week, and nobody knows how long the "
            "spill will last. A final report was released on Tuesday."
        ),
        "Kano oil spill: Final report released",
    ),
    (
        (
            "An oil spill has reached Lome. Crews fought the spill all week. The Kano oil spill is the worst in years. "
            "A final report was released on Tuesday."
        ),
        "Kano oil spill: Final report released",  # as it is called further on
    ),
    (
        (
            "Swine flu has spread to three towns in Togo. Vets say swine flu is mild, and nobody has died of Lome "
            "swine flu. On Monday 18 people were taken to hospital."
        ),
        "Swine flu: 18 people taken to hospital",
    ),
    # who takes or leaves an office does so at a body, and only where it is plain at which
    (
        "Keita Oil Inc.'s chairman, Jan Kos, is ill. Keita Oil will name a new one. Mira Lund will replace Kos.",
        "Keita Oil: Mira Lund to replace Kos",
    ),
    (
        (
            "Keita Oil has lent Chad $3 million. Keita Oil and Keita Oil's owners fear a fall, as in 1999, when the "
            "old president, Omar Kone, stepped down."
        ),
        "Omar Kone steps down",
    ),
    # one country is all that a story names, or what it tells of most
    (
        "Togolese nurses are on strike. Togo has few nurses. On Monday 18 people were taken to hospital in tears.",
        "Togo: 18 people taken to hospital in tears",
    ),
    (
        "Togolese nurses strike. Togo, unlike Chad, has few. Togo is short of beds. On Monday 18 people fell ill.",
        "Togo: 18 people fall ill",
    ),
    (
        "Togolese nurses strike. Togo, unlike Chad, has few. Togo is short of all. On Monday 18 boys fell ill in Lund.",
        "18 boys fall ill in Lund",
    ),
    # the state's bodies are their country's, and nobody's else
    (
        "A Togo foreign ministry spokesman said on Tuesday that the ministry had asked Karhu Oy to mend its map.",
        "Togo: Ministry asks Karhu Oy to mend map",
    ),
    (
        "LOME, Togo (Example Wire) - Nurses struck on Monday. The government asked Karhu Oy on Tuesday to send beds.",
        "Togo: Government asks Karhu Oy to send beds",
    ),
    (
        "LOME, Togo (Example Wire) - Nurses struck on Monday. Police seized Karhu Oy nets in Chad on Tuesday.",
        "Police seize Karhu Oy nets in Chad",
    ),
    (
        "Karhu Oy joins a pact. Karhu Oy is short of cash. Karhu Oy wants it soon. The lower house approved it in May.",
        "Lower house approves",
    ),
    # where something is does not say whose it is, nor does a word of another's name, and what is earned is the firm's
    (
        "Karhu Oy has a new net. Karhu Oy is sure of it, and so is all of Karhu Oy. The test in Togo began on Tuesday.",
        "Karhu Oy: Test in Togo begins",
    ),
    (
        "Karhu Oy is up on the Lome Stock Exchange. Karhu Oy is well. Karhu Oy grows. The stock split is due in May.",
        "Karhu Oy: Stock split due",
    ),
    (
        "Karhu Oy said pay was up. The Lund-based firm has few rivals. Karhu Oy is well. Revenue rose 54% in August.",
        "Karhu Oy: Revenue rises 54%",
    ),
    (
        "Ama Addo fights for her boat. Ama Addo lost it, and Ama Addo is sad. She ignored the Jan. 14 deadline.",
        "Ama Addo: Jan. 14 deadline",
    ),
    (
        "Karhu Oy will halve pay. The dock firm has no orders. The reduced pay is due to begin on 3 October.",
        "Karhu Oy: Reduced pay to begin",
    ),
    (
        "Togo, Togo, Togo: all is well in Togo. A British doctor is fond of Britain. On Monday 18 people fell ill.",
        "18 people fall ill",
    ),
    (
        (
            "The Kano oil spill has reached Lome. The Kano oil spill is wide, and the Kano oil spill is old. "
            "Three of the mills shut on Tuesday after crews had found tar in the port."
        ),
        "Kano oil spill: Three of the mills shut after crews had found tar in port",
    ),
    (
        "Karhu Oy shut a mill. Karhu Oy is short of cash. Karhu Oy owns it with others. The 40 people fled on Tuesday.",
        "40 people flee",
    ),
    # a title that says it, or names somebody, or a story of something else
    (
        (
            "The Kano oil spill has reached the coast. Crews fought the spill all week, and the spill is wide. "
            "Six tankers with oil arrived on Tuesday."
        ),
        "Six tankers with oil arrive",
    ),
    (
        (
            "The Kano oil spill has reached the coast. Crews fought the spill all week, and the spill is wide. "
            "Ama Lund resigned on Tuesday."
        ),
        "Ama Lund resigns",
    ),
    (
        (
            "Bakers are short of flour in Lome. They have little salt. They shut early. Many buy rice. They eat fish. "
            "The Kano oil spill is one reason, the spill closed the port, and the spill is wide. "
            "On Tuesday 18 people were taken to hospital."
        ),
        "18 people taken to hospital",
    ),
    (
        (
            "The Kano oil spill has reached the coast. Crews fought the spill all week, and the spill is wide. "
            "Eight sailors drowned in a wreck in 1987."
        ),
        "Eight sailors drown in wreck",  # long ago
    ),
    (
        (
            "The Kano oil spill has reached the coast. Crews fought the spill all week, and the spill is wide. "
            "A net was sent to a laboratory in Lome on Tuesday."
        ),
        "Kano oil spill: Net sent to laboratory in Lome",
    ),
    (
        (
            "The Kano oil spill has reached the coast. Crews fought the spill all week, and the spill is wide. "
            "In a quarrel over the spill, Ama Lund sued Karhu on Tuesday."
        ),
        "Kano oil spill: Ama Lund sues Karhu",
    ),
    (
        (
            "The oil spill has reached the coast. Crews fought the oil spill all week, and the oil spill is wide. "
            "A net was sent to a laboratory in Lome on Tuesday. Nets are dear. They tear. Many sew. They eat fish. "
            "It is not the Kano oil spill of 1987."
        ),
        "Oil spill: Net sent to laboratory in Lome",
    ),
    (
        (
            "Ada Lund signed a pact on Monday. Lund will be premier, and Lund hopes to serve for nine years. "
            "Two men were jailed. They were ill. The polls are dear. Municipal polls are due in June 2019."
        ),
        "Municipal polls due",  # nobody's, so far from her
    ),
]


@pytest.mark.parametrize(("text", "title"), TOLD, ids=[t[:40] + t[-30:] for t, _ in TOLD])
def test_what_a_story_is_about_stands_before_titles_that_do_not_say_it(text: str, title: str) -> None:
    events = ENGINE.read(Article(id="x", text=text, published=date(2018, 9, 12))).events
    assert [e.title for e in events if e.salience >= ON_CALENDAR][-1] == title
