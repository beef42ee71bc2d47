"""Whole sentences through the pipeline that ships: what stands on the calendar, when, how surely, under which title."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from timeline import resources
from timeline.engine import Engine
from timeline.events import fit, lexicon
from timeline.model import ON_CALENDAR, ROLES, STATUSES, TYPES, Article, Event, Record

ENGINE = Engine()
WEDNESDAY = date(2018, 9, 12)

TABLE = [
    # sentence, title, status, basis, first, until
    (
        "Tunisian minister Khemaies Jhinaoui met Maltese President Marie-Louise Coleiro Preca in Valletta on Monday.",
        "Khemaies Jhinaoui meets Marie-Louise Coleiro Preca in Valletta",
        "occurred",
        "explicit",
        date(2018, 9, 10),
        date(2018, 9, 11),
    ),
    (
        "The third round of talks between Chile and Bolivia will open in Lima in early October.",
        "Third round of talks between Chile and Bolivia to open in Lima",
        "planned",
        "explicit",
        date(2018, 10, 1),
        date(2018, 10, 11),
    ),
    (
        "Denmark and Sweden signed a treaty on fishing.",
        "Denmark and Sweden sign treaty on fishing",
        "occurred",
        "published",
        date(2018, 9, 12),
        date(2018, 9, 13),
    ),
    (
        "Norway cancelled a summit with Finland.",
        "Norway cancels summit with Finland",
        "cancelled",
        "none",
        None,
        None,
    ),
    (
        "WHO: Minister Ama Addo\nWHAT: Signing of a fisheries agreement\nWHEN: 27 September 2018, 10 a.m.\nWHERE: Lome",
        "Signing of fisheries agreement", "planned", "explicit", date(2018, 9, 27), date(2018, 9, 28),
    ),
    (
        "The vote was first called for 25 September, then moved to 3 October.",
        "Vote", "planned", "explicit", date(2018, 10, 3), date(2018, 10, 4),
    ),
    (
        "Elections in Togo were put back to 3 October.",
        "Elections in Togo", "planned", "explicit", date(2018, 10, 3), date(2018, 10, 4),
    ),
    (
        "The high court upheld Lund's victory on Monday.",
        "High court upholds Lund's victory", "occurred", "explicit", date(2018, 9, 10), date(2018, 9, 11),
    ),
    (
        "The ministry confirmed the release of the envoy on Monday.",
        "Ministry confirms release of envoy", "occurred", "explicit", date(2018, 9, 10), date(2018, 9, 11),
    ),
    (
        "Rebels have besieged Lere since early August.",
        "Rebels besiege Lere", "ongoing", "explicit", date(2018, 8, 1), None,
    ),
    (
        "Togo's envoy has visited three ports since Monday.",
        "Togo's envoy visits three ports", "occurred", "explicit", date(2018, 9, 10), None,
    ),
    (
        "The cabinet has not decided whether to send a ship to Mali.",
        "Cabinet has not decided whether to send ship to Mali", "ongoing", "published",
        date(2018, 9, 12), date(2018, 9, 13),
    ),
    (
        "The minister has not said whether he will attend the summit in October.",
        "Minister may attend summit", "possible", "explicit", date(2018, 10, 1), date(2018, 11, 1),
    ),
    (
        "It is not clear whether Ama Addo will fly to Lima next week.",
        "Ama Addo may fly to Lima", "possible", "explicit", date(2018, 9, 17), date(2018, 9, 24),
    ),
]  # fmt: skip


TITLES = [
    # what is joined to a quarrel told before a comma, and then called off
    (
        (
            "South Africa has yet to free a single sailor because of a quarrel with Angola, and a summit of the "
            "presidents of the two countries that had been planned for this Friday in Lusaka was cancelled, aides say."
        ),
        [
            "South Africa to free single sailor because of quarrel with Angola",
            "Summit of presidents of South Africa and Angola cancelled",
        ],
    ),
    # what can be is no guess, what is to come first has come by then, and a treebank's stroke is one
    ("Refugees can return to Gao from Monday, the army said.", ["Refugees can return to Gao"]),
    (
        "Peru said it would reopen the bridge once Chile had freed the nine sailors.",
        ["Peru to reopen bridge once Chile has freed nine sailors"],
    ),
    (
        "Karhu said it would submit its A\\/H1N1 vaccine for approval on 3 October.",
        ["Karhu to submit A/H1N1 vaccine for approval"],
    ),
    # what many are, whose is left out, what is only a state, who is asked and what only somebody tells
    (
        "Talks on ending the siege of Gao that were to open in Lome on Friday were called off on Monday.",
        ["Talks on ending siege of Gao called off"],
    ),
    (
        "Elections for the assembly that were to be held in May were postponed on Tuesday.",
        ["Elections for assembly postponed"],
    ),
    (
        "Peru's parliament ratified the treaty on Tuesday; Chile's is to vote on 3 May.",
        ["Peru's parliament ratifies treaty", "Chile's parliament to vote"],
    ),
    (
        "Peru freed the two captains on Tuesday. Chile's will fly home on Friday.",
        ["Peru frees two captains", "Chile's captain to fly home"],
    ),
    (
        "Togo called on Monday for the vote to be brief and dignified after chaotic scenes in Gao.",
        ["Togo calls for vote to be brief and dignified after chaotic scenes in Gao"],
    ),
    ("The captain was ill and taken to hospital in Lome on Monday.", ["Captain taken to hospital in Lome"]),
    ("Norway told its partners to fund aid due to reach Gao on Friday.", ["Aid to reach Gao"]),
    (
        "The trip by the Norwegian envoy was called off on Monday. It gave no reason.",
        ["Trip by Norwegian envoy called off"],
    ),
    # one more of them, the quarrel, the group and the two countries are those that the story names
    (
        "A first round of talks on nets ended in Oslo on Monday. A second round will open on Friday.",
        ["First round of talks on nets ends in Oslo", "Second round of talks on nets to open"],
    ),
    (
        "Togo and Mali have a fishing quarrel. The Lake Council will meet on the dispute on Friday.",
        ["Lake Council to meet on fishing quarrel"],
    ),
    (
        "Kenya held talks with Hezbollah on Monday after Denmark accused the group of breaking its word.",
        ["Kenya holds talks with Hezbollah", "Denmark accuses Hezbollah of breaking word"],
    ),
    (
        "Floods hit Danish missions in Chad and Togo on Monday. Norway will send tents to the two countries on Friday.",
        ["Floods hit Danish missions in Chad and Togo", "Norway to send tents to Chad and Togo"],
    ),
    # members of a body, for whom a warrant is, and before what somebody left
    ("The envoy will meet Kone and members of the Senate on Friday.", ["Envoy to meet Kone and members of Senate"]),
    (
        "Kone is wanted on a warrant issued by the International Criminal Court in March.",
        ["Warrant for Kone issued by International Criminal Court"],
    ),
    (
        "Kofi Addo left the summit in Lome before the vote was held on Tuesday.",
        ["Kofi Addo leaves summit in Lome before vote was held"],
    ),
    # no title ends within what its last words want, nor leaves a place to what it does not belong to
    ("The harbour commission will publish a final tally on Friday.", ["Harbour commission to publish final tally"]),
    (
        "A fifth round of talks on lowering quotas on trawlers in the northern Sund ended in Oslo on Tuesday.",
        ["Fifth round of talks on lowering quotas on trawlers in northern Sund ends in Oslo"],
    ),
    ("Karhu hopes to draw 90 litres of sea water daily by 3 May.", ["Karhu to draw 90 litres of sea water daily"]),
    (
        "Envoy Ada Lund told the UN on Monday that the ban was hurting those who have nothing to do with this feud.",
        ["Ada Lund tells UN ban is hurting those who have nothing to do with feud"],
    ),
    (
        "In Gao, the Lake Council passed a resolution on Tuesday that calls for an end to the embargo.",
        ["Lake Council passes resolution that calls for end to embargo"],
    ),
    ("Talks to end an embargo on Mali failed on Monday.", ["Talks to end embargo on Mali fail"]),
    (
        "The Lake Council will send observers to Gao on Friday to study the feud, its chairwoman, Ada Lund, said.",
        ["Lake Council to send observers to Gao to study feud"],
    ),
    # who is awaited somewhere on a day comes then, whatever for
    ("Kofi Addo is expected in Oslo on Friday for talks on cod.", ["Kofi Addo expected in Oslo for talks on cod"]),
    # what is theirs whom the sentence before is of
    ("Nine men left on Monday. Their trial will open on 3 June.", ["Nine men leave", "Nine men's trial to open"]),
    ("Rebels freed nine nuns. Their trial will open on 3 June.", ["Rebels free nine nuns", "Trial to open"]),
    # the fifth to be killed was killed, and no court takes effect
    (
        "The court suspended a levy on Monday, a day before it was to take effect, and the fifth envoy to be killed.",
        ["Court suspends levy"],
    ),
    ("A curfew will be in force from 11 p.m. to 5 a.m. starting on Friday.", ["Curfew to be in force"]),
    # who calls a body together holds no talks with it
    (
        "President Ama Kone convened the Kano Council on Monday. The next round is due in Lima on 3 June.",
        ["Ama Kone convenes Kano Council", "Next round due in Lima"],
    ),
    (
        "Kone visited Chile in May. During that visit Peru and Chile agreed on visas. The deal took effect in June.",
        ["Kone visits Chile", "Peru and Chile agree on visas", "Deal between Peru and Chile takes effect"],
    ),
    # who did it before he said so, who asks, who is meant by "whom"
    (
        "Dora Hlup said on Monday the yard would be sold to Karhu Oil, hours after meeting Kofi Addo.",
        ["Yard to be sold to Karhu Oil", "Dora Hlup meets Kofi Addo"],
    ),
    (
        "Karhu Oil said on Monday that Chad expelled nine bakers and urged it to stop.",
        ["Chad expels nine bakers"],
    ),
    (
        "Chad has ruled out talks with Kofi Addo, whom a court in Lome sentenced to death in June.",
        ["Chad rules out talks with Kofi Addo", "Court in Lome sentences Kofi Addo to death"],
    ),
    # what somebody is accused of, what a way is opened to, what is to be on a day, what was not done
    (
        "Chad accused Togo last week of arming rebels who shelled Gao on 3 September.",
        ["Chad accuses Togo of arming rebels who shelled Gao"],
    ),
    ("Chad will reopen the port to aid ships on Friday.", ["Chad to reopen port to aid ships"]),
    (
        "Envoys of Chad and Togo will meet on Friday, when Kofi Addo is to speak.",
        ["Envoys of Chad and Togo to meet", "Kofi Addo to speak"],
    ),
    (
        "Chad and Togo ended talks in Oslo on Monday without agreeing on a date for elections.",
        ["Chad and Togo end talks in Oslo without agreeing on date for elections"],
    ),
    # a place does not end a title as another word's
    ("In Lome on Monday, bakers rejected a ruling on the state court.", ["Lome: Bakers reject ruling on state court"]),
    # what is signed on a day is not done on it
    ("Chad and Togo will sign a pact on sharing the lake on Friday.", ["Chad and Togo to sign pact on sharing lake"]),
    ("The count gave Kos 51.7 percent on Monday.", ["Count gives Kos 51.7 percent"]),
    # a name behind an office is of who fills it, past those for whom he acts
    ("A lawyer for the jailed bakers, Dora Hlup, sued Togo on Monday.", ["Dora Hlup sues Togo"]),
    ("The husband of Danish nurse Dora Hlup sued Togo on Monday.", ["Husband of Dora Hlup sues Togo"]),
    ("Kofi Addo, a baker whose term ends on 30 October, is ill.", ["Kofi Addo's term to end"]),
    (
        "Kofi Addo, who leads the Sund Bank, and Dora Hlup, his deputy, met in Lome on Monday.",
        ["Kofi Addo and Dora Hlup meet in Lome"],
    ),
    # what a hyphen parts from its verb
    ("Chad and Togo will co-chair a summit in Oslo on Friday.", ["Chad and Togo to co-chair summit in Oslo"]),
    # where somebody is due
    (
        "Kofi Addo is due in Oslo on Friday, where he will meet Dora Hlup.",
        ["Kofi Addo due in Oslo", "Kofi Addo to meet Dora Hlup in Oslo"],
    ),
    # what goes with a day, and what stays
    ("Kofi Addo put off a trip that had been fixed for Friday, after a dispute over cod.", ["Kofi Addo puts off trip"]),
    ("Chad and Togo met on Monday on a pact on which they have fallen out.", ["Chad and Togo meet on pact"]),
    (
        "Chad sent men on Monday for a force that would replace the guards.",
        ["Chad sends men for force that would replace guards"],
    ),
    ("Karhu Oil on Monday rejected a $15 a share offer.", ["Karhu Oil rejects $15 a share offer"]),
    (
        "Chad on Monday urged that the feud be ended peacefully and without a vote.",
        ["Chad urges feud be ended peacefully and without vote"],
    ),
    ("Chad said on Monday the mine is so old that it will close.", ["Chad says mine is so old that it will close"]),
    # who is asked for something is who is to do it
    ("The Security Council requested the panel to submit a text on cod by 30 October.",
     ["UN Security Council requests panel to submit text on cod",
      "UN Security Council: Panel to submit text on cod"]),
    # a country that owns what follows is not where the town before it is
    ("After a fair in Lome, Togo's premier left for Oslo on Monday.", ["Togo's premier leaves for Oslo"]),
    # who was asked to come on a day has been asked
    ("The Assembly of Togo has been summoned for Friday.", ["Assembly of Togo summoned"]),
    ("Hearings will begin on Monday, their chairman, Erik Lund, told reporters.", ["Hearings to begin"]),
    # what nobody could verify is told as of those who say so
    (
        "Peru said rebels shelled Lima on Monday. Chile denied it. AFP could not verify the claims.",
        ["Rebels shell Lima, Peru says"],
    ),
    ("Erik Lund is expected to name Rosa Vidal to form a cabinet by 3 October.", ["Rosa Vidal to form cabinet"]),
    # who is against did not vote in favour
    ("Nine members voted in favour, Peru and Chile against, and two abstained.", ["Nine members vote in favour"]),
    # so many of others are not those just named
    (
        "General Erik Lund and General Otto Maas spoke in Lima on Monday. Peru said that two of its cooks were killed.",
        ["Erik Lund and Otto Maas speak in Lima", "Two of Peru's cooks killed"],
    ),
    ("A third stage will take place on Friday, and the last one is planned for Monday.", ["Third stage"]),
    ("Peru was ruled for nine years by Erik Lund.", []),
    # what somebody is about or under
    ("Peru is in talks with Chile over cod.", ["Peru in talks with Chile over cod"]),
    ("Karhu Corp. is in talks to buy Lund.", ["Karhu Corp. in talks to buy Lund"]),
    ("Chad has been at war with Togo since March.", ["Chad at war with Togo"]),
    ("Teachers in Lome are on strike.", ["Teachers in Lome on strike"]),
    # what each of several does is not what they do together
    ("Peru and Chile each expelled nine envoys on Monday.", ["Peru and Chile each expel nine envoys"]),
    # who is given time is no occasion told before
    ("Erik Lund promised elections. The leaders gave them a week to leave.", ["Erik Lund promises elections"]),
    # “it” is the occasion that a clause is of, not one told beside it
    (
        "Talks on fish were broken off after a raid. They will resume on Monday.",
        ["Talks on fish broken off after raid", "Talks on fish to resume"],
    ),
    # an aside behind somebody joined to a day, or to a verb, does not take what he is to do from him
    (
        "Chad will sign a pact under which raids would stop on Monday and the nuns, seized in May, would go home.",
        ["Chad to sign pact under which raids would stop", "Raids to stop", "Nuns seized"],
    ),
    # a title tells what no entry has for its date: until when, since when, of which feast
    (
        "Erik Lund will fly to Lima on Monday for the first visit by a Danish premier since 1990.",
        ["Erik Lund to fly to Lima for first visit by Danish premier since 1990"],
    ),
    ("The mill will not reopen before 2020.", ["Mill will not reopen before 2020"]),
    ("Erik Lund watched the Easter parade on Monday.", ["Erik Lund watches Easter parade", "Easter parade"]),
    # “himself” behind a name goes, and so do two days joined
    ("Talks on fish were frozen by Chad itself on Monday.", ["Talks on fish frozen by Chad"]),
    (
        "Bakers agreed in votes in 2007 and 2008 to put the feud before the court.",
        ["Bakers agree in votes to put feud before court"],
    ),
    # talks break down, and not those who hold them
    (
        "Chad and Togo will resume talks on fish on Monday, a year after they broke down.",
        ["Chad and Togo to resume talks on fish"],
    ),
    # what somebody says nothing of is his, and no decision's that was told before
    (
        "A decision is due on Monday. Chad has not commented on reports that it will shut a port in October.",
        ["Decision due", "Chad may shut port"],
    ),
    # a body that is set up meets, and who waits for a panel is told when it reports
    (
        "Peru and Chile set up a panel on fish in May. It will meet in Lima on Monday.",
        ["Peru and Chile set up panel on fish", "Panel on fish to meet in Lima"],
    ),
    ("A panel of bakers is to report by 3 October.", ["Panel of bakers to report"]),
    # an age goes, and “there” is the place told before
    ("Police on Monday charged Erik Lund, 51, with fraud.", ["Police charge Erik Lund with fraud"]),
    (
        "Erik Lund met Rosa Vidal in Lima on Monday. He will return there in October.",
        ["Erik Lund meets Rosa Vidal in Lima", "Erik Lund to return to Lima"],
    ),
    ("Erik Lund met Rosa Vidal in Lima on Monday. There is no other pact.", ["Erik Lund meets Rosa Vidal in Lima"]),
    # what is one body's is not theirs who are many
    ("Peru said Chilean guards seized nine of its boats on Monday.", ["Chilean guards seize nine of Peru's boats"]),
    (
        "Peru said nine people died on Monday of the fever or its effects.",
        ["Peru: Nine people die of fever or effects"],
    ),
    # consultations for which envoys are called home are no talks of those who do so
    (
        "Peru and Chile recalled their envoys for consultations on fish.",
        ["Peru and Chile recall envoys for consultations on fish"],
    ),
    # no session enters into force, but what was signed
    (
        "Peru and Chile signed a pact. The ministers met at the end of a session. It will enter into force on Monday.",
        ["Peru and Chile sign pact", "Peru and Chile meet at end of session", "Pact to enter into force"],
    ),
    # who is to be tried is told
    ("Erik Lund is to stand trial on Monday.", ["Erik Lund to stand trial"]),
    # who is counted of others are many
    (
        "Peru warned on Monday that only 6 million of 13 million miners had been paid.",
        ["Peru warns only 6 million of 13 million miners have been paid"],
    ),
    # two sides are those for whom two met
    (
        "Danish envoy Erik Lund met Peruvian envoy Rosa Vidal on Monday. The two sides agreed to open consulates.",
        ["Erik Lund meets Rosa Vidal", "Denmark and Peru agree to open consulates"],
    ),
    ("The hearings will run from Monday.", ["Hearings to run"]),
    # what is forbidden until a day is not held up to it, and its title says until when
    ("Peru banned marches until the end of the month.", ["Peru bans marches until end of month"]),
    ("Erik Lund held a call with Rosa Vidal on Monday.", ["Erik Lund holds call with Rosa Vidal"]),
    ("If Erik Lund resigns, an election will be held within 60 days.", []),
    # a name that hyphens join is one, wherever it stands
    ("Song Dae-in met the Danish envoy on Monday.", ["Song Dae-in meets Danish envoy"]),
    ("Song Dae-in's visit to Chad was cancelled on Monday.", ["Song Dae-in's visit to Chad cancelled"]),
    ("Bold-Erdene Gantulga met the envoy on Monday.", ["Bold-Erdene Gantulga meets envoy"]),
    ("Guinea-Bissau signed the accord on Monday.", ["Guinea-Bissau signs accord"]),
    ("Omar al-Lund's visit to Chad was cancelled on Monday.", ["Omar al-Lund's visit to Chad cancelled"]),
    ("Kone will travel to Vaux-en-Lunde on 4 October.", ["Kone to travel to Vaux-en-Lunde"]),
    ("The Togo-Chad border was closed on Monday.", ["Togo-Chad border closed"]),
    # somewhere that says nothing, and what has gone on for long
    ("The blast was in the same area where guards killed three drivers on Monday.", ["Guards kill three drivers"]),
    ("Kone opened a port on Monday. Togo has steadily closed its mills.", ["Kone opens port"]),
    # of which months a figure is, and what somebody says he fears
    ("Karhu said net income for the third quarter fell 6% to $2 million.",
     ["Net income for third quarter falls 6% to $2 million"]),
    ("Karhu reported a sharp decline in net income for its third quarter.",
     ["Karhu reports sharp decline in net income for third quarter"]),
    ("Togo's officials say they fear more than 40 people may have been killed by a flood.",
     ["Togo's officials say they fear more than 40 people may have been killed by flood"]),
    # so many at most, what a rule comes into, who refused something while something else went on
    ("As many as 30 people were killed by a flood on Monday.", ["As many as 30 people killed by flood"]),
    ("A blast killed as many as 30 people on Monday.", ["Blast kills as many as 30 people"]),
    ("Karhu will cut as many as 300 jobs.", ["Karhu to cut as many as 300 jobs"]),
    ("Karhu wants to buy as much as 15% of Lund.", ["Karhu to buy as much as 15% of Lund"]),
    ("The yard gave shelter on Monday to as many as nine sailors.", ["Yard gives shelter to as many as nine sailors"]),
    ("New curfews have gone into effect in six Danish towns.", ["New curfews go into effect in six Danish towns"]),
    ("The ban on nets took effect on Monday.", ["Ban on nets takes effect"]),
    ("The dockers will stay at sea even after a judge Monday refused to hear their plea.",
     ["Judge refuses to hear plea"]),
    # what an aim, a claim or a sign is of, what a deed is for or against, of which ones something is, and so much a day
    ("Peru and Chile plan to hold a joint fair on Monday.", ["Peru and Chile to hold joint fair"]),
    ("Ama Holm plans to sell on Monday most of the boats that belonged to her aunt.",
     ["Ama Holm to sell most of the boats that belonged to aunt"]),
    ("Three dockers were killed on Monday in a drive-by shooting.", ["Three dockers killed in drive-by shooting"]),
    ("Karhu's cooks had said it would rain and warned on Monday that the ferries would sink.",
     ["Karhu's cooks warn ferries will sink"]),
    ("Addo was forced to leave Togo in 2004.", ["Addo forced to leave Togo"]),
    ("The dockers were not seriously hurt by the blast on Monday.", ["Dockers not seriously hurt by blast"]),
    ("Two clerks were wrongly jailed by a court in Lome on Monday.", ["Two clerks wrongly jailed by court in Lome"]),
    ("Togo sent clear signals on Monday that it wants to leave the pact.",
     ["Togo sends clear signals that it wants to leave pact"]),
    ("Berg set up a new office on Monday to lead work regarding Chad and Mali.",
     ["Berg sets up new office to lead work regarding Chad and Mali"]),
    ("Berg accused Addo on Monday of doing nothing to help the dockers.",
     ["Berg accuses Addo of doing nothing to help dockers"]),
    ("The union appealed on Monday for an end to election-day brawls.",
     ["Union appeals for end to election-day brawls"]),
    ("A rig spilled 400 barrels of oil a day on Monday.", ["Rig spills 400 barrels of oil a day"]),
    ("A strike tied to the pay dispute shut six mills on Monday.", ["Strike tied to pay dispute shuts six mills"]),
    ("After dockers struck for a week, Togo closed its port on Monday.",
     ["Togo closes port after dockers struck for a week"]),
    ("On Monday Togo backed a coup that briefly ousted President Kone from office.",
     ["Togo backs coup that ousted Kone from office"]),
    ("Togo is denying claims it may be helping Chad build a port.",
     ["Togo denies claims it may be helping Chad build port"]),
    (("The find appeared to be the latest attempt by guards opposed to the pact to undermine the peace process, "
      "set to resume Monday in Lome."), ["Peace process to resume in Lome"]),
    # a list of whom it befell, an aside between commas, to whom it is given, and of which kind several are
    ("Officials say a policeman, a suspected rebel and a Malian docker have been killed in Lome.",
     ["Policeman, suspected rebel and Malian docker killed in Lome"]),
    ("Chad's king said on Monday he may give his ferries to Togo.", ["Chad's king says he may give ferries to Togo"]),
    ("Sailors were sent on Monday to countries including Togo, Mali and Chad.",
     ["Sailors sent to countries including Togo, Mali and Chad"]),
    ("Troops killed six rebels in fighting that began on Monday.", ["Troops kill six rebels in fighting"]),
    ("Thursday's order from Lund came.", []),
    # what goes so that a title ends well, and who is told of
    (("A Togolese judge on Monday ordered a group of 131 opposition dockers, herders and others held during the "
      "protests in Lome to remain in custody."),
     ["Togolese judge orders group of 131 opposition dockers, herders and others to remain in custody"]),
    (("Kone said on Monday he will not rule out the possibility of allowing Malians living in the disputed southern "
      "and eastern districts of Lome to vote."),
     ["Kone says he will not rule out possibility of allowing Malians to vote"]),
    ("Berg's son called him on Monday from a hotel in Lome.", ["Berg's son calls him from hotel in Lome"]),
    ("Omar Kone was held in May. A court released him on bail on Monday.",
     ["Omar Kone held", "Court releases Omar Kone on bail"]),
    ("At least 46 people were killed and thousands detained during rows in Lome on Monday.",
     ["At least 46 people killed and thousands detained during rows in Lome"]),
    ("Togo and Malian troops reached Lome on Monday.", ["Togo and Malian troops reach Lome"]),
    ("The union said Monday the drought will make a shortage even worse in coming months.",
     ["Union says drought will make shortage worse"]),
    ("The vote won by the ruling party was held on Monday.", ["Vote won by ruling party"]),
    ("An Internet statement claimed on Monday it had kidnapped two dockers.", ["Two dockers kidnapped"]),
    ("Kone said Monday there was no attempt to kill Barrow.", ["Kone says there is no attempt to kill Barrow"]),
    # what somebody is allowed past what is told of him, of which day nothing is told, and what a nation's office was
    ("Chile decided on Monday to allow herders who own a boat to fish off the isles.",
     ["Chile decides to allow herders who own boat to fish off isles"]),
    ("The blast on Monday came on the same day that Chadian forces left Lome.", ["Blast comes"]),
    ("Berg said on Monday he believes ousted President Omar Kone will return to Togo.",
     ["Omar Kone to return to Togo"]),
    ("The number of Chadian dockers infected with swine flu rose to 155 on Monday.",
     ["Number of Chadian dockers infected with swine flu rises to 155"]),
    ("The toll from five days of fighting in Chad rose to 120 on Monday.",
     ["Toll from five days of fighting in Chad rises to 120"]),
    ("Police gave the name of a docker killed in Lome on Monday.",
     ["Police give name of docker killed in Lome", "Docker killed in Lome"]),
    ("Togo's union and the dockers reached a last-minute agreement on Monday on a code of conduct in the harbour row.",
     ["Togo's union and dockers reach last-minute agreement on code of conduct in harbour row"]),
    ("Kone urged the Chadian government on Monday to comply with the demands of dockers.",
     ["Kone urges Chadian government to comply with demands of dockers"]),
    ("Lund and Berg signed accords on Monday covering such topics as nets and rigs.",
     ["Lund and Berg sign accords, covering such topics as nets and rigs"]),
    ("The agency reports Saturday that 150 sailors left Togo on Friday.", ["150 sailors leave Togo"]),
    # what is claimed by whom, whose a rating is, who does what, and a list that is told by its first
    ("Berg on Monday denied claims by Omar Kone that Karhu faced ruin.",
     ["Berg denies claims by Omar Kone that Karhu faced ruin"]),
    ("Ole Kos's job performance rating dropped to a new low on Monday.",
     ["Ole Kos's job performance rating drops to new low"]),
    ("On Monday, rating agency Kemp's downgraded Karhu's credit rating by three notches.",
     ["Kemp's downgrades Karhu's credit rating by three notches"]),
    ("In May, a week after the storming of a port in Chad, a bomb in Lima killed a guard and wounded a nurse.",
     ["Bomb in Lima kills guard and wounds nurse"]),
    ("Lund told the Chadian Cabinet on Monday that the reservoir held oil, giving hope to efforts to tap or seal it.",
     ["Lund tells Chadian Cabinet reservoir held oil"]),
    ("The two ports signed agreements on Monday on ferry safety and training, mooring fees, and help for herders.",
     ["Two ports sign agreements on ferry safety and training"]),
    ("There are no plans for a meeting between Keita and Lund in August.", ["No meeting between Keita and Lund"]),
    # one of several trades, several with whose they are, what is asked to be done, and whom else a deed harmed
    ("Influential cleric and former president Omar Kone canceled a trip on Monday.", ["Omar Kone cancels trip"]),
    ("Officials say a deputy mayor, Ole Berg, and three of his guards have been freed.",
     ["Ole Berg and three of his guards freed"]),
    ("Gunmen on Monday kidnapped a banker, Ama Lund, and three of her drivers.",
     ["Gunmen kidnap Ama Lund and three of her drivers"]),
    ("The board on Monday rejected calls for its captains to be replaced.",
     ["Board rejects calls for captains to be replaced"]),
    ("One Danish and one Malian sailor were killed on Monday.", ["One Danish and one Malian sailor killed"]),
    ("A bomb on Monday killed four guards and wounded 14 others.", ["Bomb kills four guards and wounds 14"]),
    ("Police killed a man on Monday and wounded two on Tuesday.", ["Police kill man", "Police wound two"]),
    # what else it was done to, what a prefix says, and what a pronoun stands for that is to do something
    ("Two dockers were killed and several others wounded by bombs in Kano on Monday.",
     ["Two dockers killed and several others wounded by bombs in Kano"]),
    ("Six sailors were killed and dozens were injured in a fire Monday on a Chilean trawler.",
     ["Six sailors killed and dozens injured in fire on Chilean trawler"]),
    ("The Addo firm re-opened a now-closed mill on Monday.", ["Addo re-opens now-closed mill"]),
    ("The yard said on Monday that a loan has allowed it to resume its work.",
     ["Yard says loan has allowed it to resume work"]),
    ("Barrow rejected the pact on Monday for not going far enough.", ["Barrow rejects pact for not going far enough"]),
    ("Togo expelled on Monday a bank official (Ole Berg) and his driver.",
     ["Togo expels bank official Ole Berg and driver"]),
    # a place belongs to the verb, and "The" to its name
    ("In Bern, Lund on Monday urged Togo to free the sailors.", ["Lund urges Togo to free sailors"]),
    ("Lund was brought on Monday to a court in The Hague.", ["Lund brought to court in The Hague"]),
    ("Dockers marched Monday in towns across Togo as well as in Mali, Chad, Peru, Chile, Bolivia, Ecuador and Cuba.",
     ["Dockers march in towns across Togo"]),
    # who did it with whom, of whom it is told, and who says it
    ("Dockers from the Sund yard were on strike. On Monday, the dockers and the Togolese government declared a truce.",
     ["Dockers and Togolese government declare truce"]),
    ("The deal was signed on Monday after a meeting between Ama Lund and visiting Minister Ole Berg in Bern.",
     ["Deal signed after meeting between Ama Lund and Ole Berg in Bern"]),
    ("Togo chose a deputy to replace Omar Kone of the Sund League, who was shot on Monday.",
     ["Togo chooses deputy to replace Omar Kone", "Omar Kone shot"]),
    ("Togo's paper quoted Lund as saying Monday that the port will get back its cranes.",
     ["Togo's paper quotes Lund as saying that port will get back cranes"]),
    ("Lund flew to Peru on Monday, following a strike.", ["Lund flies to Peru"]),
    ("Premier Kofi Tano Tuesday warned Togolese dockers that Chad will respond if they strike.",
     ["Kofi Tano warns Togolese dockers that Chad will respond"]),
    # what stands between an office and the name of who fills it is the office's
    (
        "The envoy in charge of the talks, navy captain Ada Lind, told the cabinet Monday that the port was shut.",
        ["Ada Lind tells cabinet port is shut"],
    ),
    (
        "The Togolese commander in Kano, General Omar Kone, has asked for ten more boats.",
        ["Omar Kone asks for ten more boats"],
    ),
    (
        "The head of a Lund port committee, Chadian banker Omar Kone, opened a fair on Monday.",
        ["Omar Kone opens fair"],
    ),
    (
        "The envoys met the visiting speaker of Togo's parliament, Kofi Mensah, in Oslo on Monday.",
        ["Envoys meet Kofi Mensah"],
    ),
    # what has happened by now, as somebody says in one of the first sentences or as a story tells far down
    (
        "The Sund is wet. Police in Norway say Peruvian and Chilean guards have thwarted a bid to land a tanker.",
        ["Peruvian and Chilean guards thwart bid to land tanker"],
    ),
    (
        "The trawlers lay in port. It rained. A crew sang. Songs were long. Peru has agreed to let the crews leave.",
        ["Peru agrees to let crews leave"],
    ),
    # where somebody is for what, and who is dead or missing and why
    ("Chadian President Omar Kone is in Lome for talks with the Togolese premier, Ama Addo.",
     ["Omar Kone in Lome for talks with Ama Addo"]),
    ("Ama Addo is in Addis Ababa for talks with Togo.", ["Ama Addo in Addis Ababa for talks with Togo"]),
    # people who are counted are no known ones
    (
        "Ama Addo met Keita on Friday. A poll is due. Elsewhere, officials say guards shot dead two Togolese in Kano.",
        ["Ama Addo meets Keita", "Guards shoot dead two Togolese in Kano"],
    ),
    ("Peru's envoy is in Sund Bay to inspect two ports.", ["Peru's envoy in Sund Bay to inspect two ports"]),
    ("Kone is in Lome.", []),
    ("At least nine people are dead after a fire in a hall in Lome.",
     ["At least nine people dead after fire in hall in Lome"]),
    ("Six sailors are missing off the coast of Togo.", ["Six sailors missing off coast of Togo"]),
    # what somebody says of somebody in the present, where a story opens with it
    ("Togo accuses Chad of arming rebels in Kano.", ["Togo accuses Chad of arming rebels in Kano"]),
    ("Togo condemns the raid on its embassy.", ["Togo condemns raid on embassy"]),
    ("The Sund is wet. Police in Togo say a mudslide has killed five people near Kano.",
     ["Mudslide kills five people near Kano"]),
    # who calls for something in a statement calls for it
    ("In a statement, Togo called on Chad to free the miners.", ["Togo calls on Chad to free miners"]),
    # what nobody knows or says
    ("It is not known how the blaze began, the harbour police said on Monday.",
     ["It is not known how blaze began, harbour police say"]),
    ("The station did not say how it had obtained the letter.", []),
    ("The Sund is wet. Peru is closing its consulate in Lome because of the storms.",
     ["Peru closes consulate in Lome because of storms"]),
    ("The Sund is wet. Chile has called on Peru to open the port.", ["Chile calls on Peru to open port"]),
    # what somebody is asked for is told however far down
    (
        "Envoys met in Bern on Monday. It rained. A crew sang. It was late. Chad, wary, urged Togo to shut its ports.",
        ["Envoys meet in Bern", "Chad urges Togo to shut ports"],
    ),
    ("The miners had met for weeks. On Monday the two sides spoke. The guards freed two of the miners.",
     ["Guards free two of the miners"]),
    # what a story opens with by somebody's word is an entry beside what only goes with it, and no scene is
    (
        "Chad's port authority says that no oil is leaking from a barge that sank off Kano on Thursday.",
        ["Chad's port authority says no oil is leaking from barge that sank off Kano", "Barge sinks off Kano"],
    ),
    ("Chad's army says dockers were resting when a mine blew up on Friday in Kano.", ["Mine blows up in Kano"]),
    # what somebody of a name has done by now, told far down; no "luck has opened doors"
    (
        "It rained. A crew sang. Songs were long. It was late. All was still. Nets were wet. Peru has ordered tugs.",
        ["Peru orders tugs"],
    ),
    ("The trawlers lay in port. Crews slept. On Monday, dockers said Togolese troops were leaving their camps.",
     ["Dockers say Togolese troops are leaving camps"]),
    # a title may end on a round or inside, and what is added is a thing
    (
        "The ruling Togolese party won 12 of the 40 seats in the first round.",
        ["Ruling Togolese party wins 12 of the 40 seats in first round"],
    ),
    ("Karhu Lines added 200 jobs last month, far more than it had said.", ["Karhu Lines adds 200 jobs"]),
    ("The WHO raised its alert on Monday to 4 on the scale.", ["World Health Organization raises alert to 4 on scale"]),
    (
        "The coast guard said on Monday it was assembling a team of divers in Kano.",
        ["Coast guard assembles team of divers in Kano"],
    ),
    (
        "The trial of Kos is long. Ama Addo slept. Last April, Ole Kos planned to buy Karhu Lines in Peru.",
        ["Ole Kos plans to buy Karhu Lines in Peru"],
    ),
    (
        "In a joint letter Monday, Karhu Lines, Lund Institute, and Tove Bank called on Chad to free the dockers.",
        ["Karhu Lines, Lund Institute, and Tove Bank call on Chad to free dockers"],
    ),
    # what somebody says now was done, what a group did and of whom something is said on a day
    (
        "The Sund is wet. Ama Addo slept. Police say the hulls of three stolen boats were found in Kano.",
        ["Hulls of three stolen boats found in Kano"],
    ),
    (
        "The Sund is wet. The Chadian navy said divers have recovered nine mines from the bay.",
        ["Divers recover nine mines from bay"],
    ),
    ("The Sund is wet. Ama Addo slept. Dockers closed two of the quays to protest a toll.",
     ["Dockers close two of the quays to protest toll"]),
    (
        "The Sund is wet. Karhu Lines said on Monday that it had “activated a plan for a spill” on the isle.",
        ["Karhu Lines says it has activated plan for spill on isle"],
    ),
    (
        "Police in Togo say a boat bomb exploded in central Kano early Monday, killing two dockers.",
        ["Boat bomb explodes in central Kano, killing two dockers"],
    ),
    (
        "Guards say the mine went off Monday in the middle of a fish market in Kano.",
        ["Mine goes off in middle of fish market in Kano"],
    ),
    (
        "The Lund Institute said Monday fishing crews are looking for two boats off Peru.",
        ["Lund Institute says fishing crews are looking for two boats off Peru"],
    ),
    # how many stand where, what somebody may do or would on a condition, said by who answers for it
    (
        "The Sund is wet. A Karhu Institute spokesman said Monday the 800 divers in Kano will stay until Peru agrees.",
        ["Karhu Institute spokesman says 800 divers in Kano will stay until Peru agrees"],
    ),
    (
        "The Sund is wet. The Karhu Institute said on Monday that the valve is now “effectively dead”.",
        ["Karhu Institute says valve is effectively dead"],
    ),
    (
        "The Sund is wet. President Ama Addo of Chad said on Monday that Chad may shut its ports to Peru.",
        ["Ama Addo says Chad may shut ports to Peru"],
    ),
    (
        "The Sund is wet. The Peruvian envoy said on Monday that Peru would sue Chad if it raised its tolls.",
        ["Peruvian envoy says Peru will sue Chad"],
    ),
    (
        "The Sund is wet. The bank opened late. It announced on Monday that it would shut two yards.",
        ["Bank announces it will shut two yards"],
    ),
    # what a day tells that stands with what somebody was found to be
    (
        "The Sund is wet. Ama Addo slept. Omar Kone fled, and his boat was found abandoned in Kano harbour in June.",
        ["Omar Kone's boat found abandoned in Kano harbour"],
    ),
    ("The Sund is wet. New details of the theft of nine boats emerged on Monday.",
     ["New details of theft of nine boats emerge"]),
    ("The Sund is wet. Peru is calm. It emerged on Monday that its plan for a spill listed a vet who had died.", []),
    # past what stands between a verb and what it wants
    ("The Sund is wet. The judges denied on Monday, however, a request by Ama Addo's father.",
     ["Judges deny request by Ama Addo's father"]),
    ("The Sund is wet. The Karhu Institute said on Monday that when talks end it will close its camp.",
     ["Karhu Institute says that it will close camp"]),
    ("The Sund is wet. The Karhu Institute said on Monday that once talks end it will close its camp.",
     ["Karhu Institute says that once talks end it will close camp"]),
    # what a department is set to do or somebody holds, said on a day
    (
        "The Sund is wet. The interior department said on Monday it was set to require mills to plug 350 shafts.",
        ["Interior department says it is set to require mills to plug 350 shafts"],
    ),
    (
        "The Sund is wet. Earlier this month, a group led by Ama Addo said it had a 45.2% stake in Karhu Corp.",
        ["Group led by Ama Addo says it has 45.2% stake in Karhu Corp"],
    ),
    # what is sent, offered or asked for makes news far down
    (
        "It rained. A crew sang. Songs were long. It was late. Nets were wet. All slept. Peru has sent a ship to Chad.",
        ["Peru sends ship to Chad"],
    ),
    (
        "It rained. A crew sang. Songs were long. It was late. All was still. Peru is offering a reward of $50 for it.",
        ["Peru offers reward of $50"],
    ),
    (
        "Earlier this week, Omar Kone named former president Ama Addo as his envoy to Peru.",
        ["Omar Kone names Ama Addo as envoy to Peru"],
    ),
    (
        "A barge bomb killed four men on Monday in Kano. Another barge bomb killed two men Monday in a Kano park.",
        ["Barge bomb kills four men in Kano", "Another barge bomb kills two men in Kano park"],
    ),
    (
        "Ana Lund is to sign a deal on Friday, to sell Togo two ferries.",
        ["Ana Lund to sign deal to sell Togo two ferries"],
    ),
    # whom somebody told that others won, how somebody was found, and whose those are of whom some are told of
    ("Ama Lund told the Chadian Cabinet at a meeting Sunday that Togolese forces had won the battle of Kano.",
     ["Ama Lund tells Chadian Cabinet that Togolese forces have won battle of Kano"]),
    ("A harbour official said 25-year-old Jan Kos was found dead Saturday.", ["Jan Kos found dead"]),
    ("Togo says several of its sailors were killed Friday in an ambush in Kano.",
     ["Several of Togo's sailors killed in ambush in Kano"]),
    ("Chadians said on Thursday that foreign pressure was mounting on the king.",
     ["Chadians say foreign pressure is mounting on king"]),
    ("The accord would be signed during Ama Lund's four-day visit to Oslo.", ["Ama Lund's four-day visit to Oslo"]),
    (
        "Witnesses say police officers arrested nine members of a band on Monday, as they held a march in Bern.",
        ["Police officers arrest nine members of band", "March in Bern"],
    ),
    ("Chile became a republic on Monday after a whites-only vote.", ["Chile becomes republic after whites-only vote"]),
    ("The British seized the cape on Monday.", ["British seize cape"]),
    ("Karhu only sold two ships on Monday.", ["Karhu only sells two ships"]),
    ("Karhu will only sail on Monday.", ["Karhu to sail"]),
    ("Lund said in a statement Monday that from now on, he will be cautious.", ["Lund says he will be cautious"]),
    ("Lund made the plea on Monday at his summer retreat in Chad.", ["Lund makes plea at summer retreat in Chad"]),
    (
        "Witnesses in Lome say Malian soldiers shot and killed two Chadian herders in separate raids on Tuesday.",
        ["Malian soldiers kill two Chadian herders in separate raids"],
    ),
    (
        "Police in Tema say gunmen have shot and killed a priest who was the king's envoy to Chad.",
        ["Gunmen kill priest who was king's envoy to Chad"],
    ),
    ("A singer in Gambia has been shot and killed in Banjul.", ["Singer in Gambia killed in Banjul"]),
    (
        "Malian troops have killed six rebels in western Togo, as officials dispute claims that herders have fled.",
        ["Malian troops kill six rebels in western Togo"],
    ),
    (
        "Witnesses are quoted as saying several dockers were hurt when they clashed with police Monday outside a mill.",
        ["Several dockers clash with police outside mill"],
    ),
    (
        "Togo's main dockers' unions vowed to continue the march and called for a strike on Friday.",
        ["Togo's main dockers' unions vow to continue march"],
    ),
    (
        "The navy says nine rebels and at least two guards were killed in the fighting.",
        ["Nine rebels and at least two guards killed in fighting"],
    ),
    (
        "Their group released a report on Monday saying Togo's fishing rights have suffered under President Kone.",
        ["Group releases report saying Togo's fishing rights have suffered under Kone"],
    ),
    (
        "Togo will only agree to talks with Chad on fishing in its own waters, its foreign minister said on Monday.",
        [
            "Togo to only agree to talks with Chad on fishing in its own waters",
            "Talks with Chad on fishing in its own waters",
        ],
    ),
    (
        "Police said on Monday that 12 dockers were arrested for allegedly firing on a customs post in Tema.",
        ["12 dockers arrested for allegedly firing on customs post in Tema"],
    ),
    (
        "Tuesday, Togo and the Gambia petitioned West African Union fishing experts to let them sell their herring.",
        ["Togo and Gambia petition West African Union fishing experts"],
    ),
    (
        "Mr. Kone said there had been a clear breach of maritime law, and urged Malian officials to allow inspectors.",
        ["Kone urges Malian officials to allow inspectors"],
    ),
    (
        "Togo has paid compensation to the widow of a docker who died in navy custody days after riots in Tema.",
        ["Togo pays compensation to widow of docker who died in navy custody after riots in Tema"],
    ),
    (
        "Togolese officials have warned they will not tolerate illegal marches of dockers.\nUnions say they seek aid.",
        ["Togolese officials warn they will not tolerate illegal marches of dockers"],
    ),
    ("anti-Kone dockers stormed the port of Tema on Monday.", ["Anti-Kone dockers storm port of Tema"]),
    ("Talks on joining the League, which opened in May and are to end in June, resumed on Monday.",
     ["Talks on joining League open", "Talks on joining League to end", "Talks on joining League resume"]),
    # whoever tells an aim does not do it
    ("Peru plans to open the port in May, a spokesman said.", ["Peru to open port"]),
    ("French Foreign Minister Anne Duval plans to travel to Lima in May, a spokeswoman said on Friday.",
     ["Anne Duval to travel to Lima"]),
    ("Kaja Berg and Nils Lund plan to meet on Friday, aides said.", ["Kaja Berg and Nils Lund to meet"]),
    ("The government plans to hold elections in May, a spokesman said.", ["Government to hold elections"]),
    ("Peace plans to end the war have failed, an aide said.", ["Peace plans to end war fail"]),
    ("Duval plans to travel to Lima in May.", ["Duval to travel to Lima"]),
    ("Managua summoned the ambassador in protest on Monday.", ["Managua summons ambassador in protest"]),
    (
        "In Lima, the boy's uncle, Marco Duarte, denied on Tuesday that he would send Ana out of the country.",
        ["Marco Duarte denies he will send Ana out of country"],
    ),
    (
        "The former savings and loan chief, Marco Duarte, is facing more legal troubles in Ohio.",
        ["Former savings and loan chief faces more legal troubles in Ohio"],
    ),
    (
        "Karhu Inc. said its profit fell 13 percent, and it cut its forecast for the rest of 2018.",
        ["Karhu Inc.'s profit falls 13 percent", "Karhu Inc. cuts forecast for rest of 2018"],
    ),
    (
        "Togo will sell yams to Peru well into September.",
        ["Togo to sell yams to Peru"],
    ),
    # one sentence each; what stands on the calendar, in the text's order
    # a claim of what is past, what nobody is sure of, and what a storm may do
    ("Karhu chief Jan Kos reportedly returned to Togo on Monday.", ["Jan Kos reportedly returns to Togo"]),
    ("A baker was allegedly beaten by police in Lome on Monday.", ["Baker allegedly beaten by police in Lome"]),
    ("Two envoys left for Oslo on Sunday, apparently to see the king.", ["Two envoys leave for Oslo"]),
    ("Ministers will probably meet in Oslo on Friday.", ["Ministers may meet in Oslo"]),
    ("Tropical Storm Tove would likely reach Kano on Saturday, forecasters said.",
     ["Tropical Storm Tove may reach Kano"]),
    ("Hurricane Tove is expected to hit Lome on Sunday.", ["Hurricane Tove may hit Lome"]),
    # a noun read as an adverb or a verb, a name before an aside, and what is due
    ("The relief well will reach the damaged shaft on 3 December.", ["Relief well to reach damaged shaft"]),
    ("Shares in Karhu fell on Monday, a third below their value before the Nordwind Star rig exploded in February.",
     ["Shares in Karhu fall", "Nordwind Star rig explodes"]),
    ("The team played well on Monday and Berg was well received in Oslo.",
     ["Team plays well", "Berg received in Oslo"]),
    ("The fleet wants to fish off the islands and the operation is due to begin in October.", ["Operation to begin"]),
    ("Some of the Togolese on the boat stopped on Wednesday were as young as eight, the paper reports.", []),
    # what something is counted by, whose death, and of which some are counted stay
    ("As of Monday the fleet had caught less than 900 tonnes a day.", ["Fleet catches less than 900 tonnes a day"]),
    ("Explorer Ole Berg fell 300m to his death on Monday.", ["Ole Berg falls 300m to his death"]),
    ("On Thursday thousands of Danes lost more of their savings.", ["Thousands of Danes lose more of their savings"]),
    ("The teams arrived at Sund Airport earlier on Friday.", ["Teams arrive at Sund Airport"]),
    # a noun that "the" or a superlative announces is followed by what it is of
    ("The chairman of the panel on Monday acknowledged the differences between the two drafts.",
     ["Chairman of panel acknowledges differences between two drafts"]),
    ("Ole Berg stepped down on 14 March 2005 amid allegations about his involvement in a questionable deal at Karhu.",
     ["Ole Berg steps down amid allegations about involvement in questionable deal at Karhu"]),
    ("Both men, however, agreed on Monday that the president should be involved in deciding when to seize banks.",
     ["Both men agree president should be involved in deciding when to seize banks"]),
    # who only tells of a blast does it not, and what is not said is no title
    ("In an email to staff on Monday, Ole Berg called the blast, in which two people died, a disaster.", []),
    ("Lies are what jurors heard on Tuesday in the case of Ole Berg.", []),
    ("Karhu is taking steps to improve its image, its boss Ole Berg said on Monday.",
     ["Karhu takes steps to improve image"]),
    ("With President Berg under fire over the spill, he is expected to leave office, an official said on Monday.",
     ["Berg to leave office"]),
    ("Despite the heavy rain, the match in Lome will go ahead, organisers said on Monday.",
     ["Match in Lome will go ahead, organisers say"]),
    # what a verb wants, a document does and an attempt is of
    ("Senators on Tuesday asked the owner of the ferry for its safety records.",
     ["Senators ask owner of ferry for safety records"]),
    ("Berg wrote a letter on Monday accusing Karhu of fraud.", ["Berg writes letter accusing Karhu of fraud"]),
    ("Berg left the meeting on Monday accusing Karhu of fraud.", ["Berg leaves meeting, accusing Karhu of fraud"]),
    ("A judge signed an order on Tuesday allowing the transfer of Ama Addo to a clinic in Kumasi.",
     ["Judge signs order allowing transfer of Ama Addo to clinic in Kumasi"]),
    ("An earlier effort, in May, to pump mud into the hole failed because the pressure was too great.",
     ["Earlier effort to pump mud into hole fails because pressure was too great"]),
    ("Parents of the sick pupils and people who had been in contact with them will be tested on Thursday.",
     ["Parents of sick pupils to be tested"]),
    ("A preliminary hearing is scheduled to begin on 4 April where it will be decided if there is enough evidence.",
     ["Preliminary hearing to begin"]),
    ("That was higher than the previous estimate of 12,000 barrels issued by the ministry on May 27.",
     ["Previous estimate of 12,000 barrels issued by ministry"]),
    ("Anger grew on Thursday when it was disclosed that Keita was awarded a pension of $900,000.",
     ["Keita awarded pension of $900,000"]),
    ("Speaking ahead of the festival on Sunday, Berg said 40 singers had signed up.", ["40 singers sign up"]),
    # others that the same was done to, much of what, how many, to what is not said
    ("Six people were killed and at least 58 injured in a car bomb attack on Friday in Lima.",
     ["Six people killed and at least 58 injured in car bomb attack in Lima"]),
    ("Some 1,500 Togolese marched on Sunday in Lome.", ["1,500 Togolese march in Lome"]),
    ('Ambassador Ole Berg on Monday condemned the "cowardly, criminal and tragic" bombings.',
     ["Ole Berg condemns cowardly, criminal and tragic bombings"]),
    ("Similar telegrams were sent on Monday by the Togolese government to the presidents of Mali and Chad.",
     ["Telegrams sent by Togolese government to presidents of Mali and Chad"]),
    ("Karhu said a majority of the stations have reopened and the rest will resume normal service by Friday.",
     ["Majority of the stations reopen"]),
    ("The union called a strike on Monday.", ["Union calls strike"]),
    ("Nordwind was in charge of sealing Karhu's Macdo oil well before it exploded in April 2015.",
     ["Karhu's Macdo oil well explodes"]),
    # whom an aside names, how many of whom, what is set to happen; the page's own days and “the company”
    ("Another survivor, 25-year-old Ama Addo, was rescued on Monday from a cellar.", ["Ama Addo rescued from cellar"]),
    ("Berg said the number of people receiving benefits neared 5 million last week.",
     ["Number of people receiving benefits nears 5 million"]),
    ("The raid was an attempt to undermine the peace process, set to resume on Monday in Lome.",
     ["Peace process to resume in Lome"]),
    ("This article was amended on 18 January 2016.", []),
    ("Ole Berg agreed on Monday.", []),
    ("Nordwind Bank closed a branch on Monday. The company earned $461 million in 2014.",
     ["Nordwind Bank closes branch"]),
    # what is said in a statement is said by who makes it; days, ends and objects of a title
    ("The Nordwind Bank said in a statement it had frozen a loan for eight other ports in January.",
     ["Nordwind Bank freezes loan for eight other ports"]),
    ("The envoy told reporters in a briefing the two sides had met in Oslo on Monday.", ["Two sides meet in Oslo"]),
    ("Karhu will tell investors on Monday that its dividend will not be cut, according to a report in the Post.",
     ["Karhu to tell investors dividend will not be cut", "Dividend not cut"]),
    ("Judge Ole Berg on Monday gave prosecutors the weekend to study the data.",
     ["Ole Berg gives prosecutors weekend to study data"]),
    ("Greek seafarers called off on Monday a 48-hour strike that had been due to start on Friday.",
     ["Greek seafarers call off 48-hour strike"]),
    ("Construction began in May 2015 with a grant of 1.2 billion crowns, and has been at a standstill since March.",
     ["Construction begins with grant of 1.2 billion crowns"]),
    ("Karhu on Monday hired the lobbyists Ole Berg, a former banker from Oslo, and Ama Addo, a poet.",
     ["Karhu hires lobbyists Ole Berg and Ama Addo"]),
    ("Dockers cancelled their trips on Monday, wary of the storm.", ["Dockers cancel trips"]),
    ("The Sund Rescue Corps warned on Monday that it faces bankruptcy if it sends a team to Lome.",
     ["Sund Rescue Corps warns it faces bankruptcy"]),
    # a firm goes by the name that the text calls it by
    ("Mills & Co. closed a yard on Monday. Mills had run it for years.", ["Mills closes yard"]),
    ("The ferry Sund, now moored off Ribe, will be allowed to dock in Odense on Monday, officials said.",
     ["Ferry Sund to be allowed to dock in Odense", "Ferry Sund to dock in Odense"]),
    ("Peru reopened its embassy in Quito on Monday, two years after the quake.", ["Peru reopens embassy in Quito"]),
    ("Peru will send its envoy Jan Kos to Lome on Monday and to Oslo on Tuesday.",
     ["Peru to send Jan Kos to Lome", "Peru to send Jan Kos to Oslo"]),
    ("Talks, which Mora hoped would open by October, were put off.", ["Talks to open", "Talks put off"]),
    ("A meeting of negotiators, postponed from 4 September to 4 October, could take place as early as Monday.",
     ["Meeting of negotiators may take place", "Meeting of negotiators"]),
    ("EU envoy Kaja Lund left on 3 May. Togolese Prime Minister Juan Mora blocked it at the leaders' summit on Monday.",
     ["Kaja Lund leaves", "Leaders' summit"]),
    ("Peru will join the bank in early October. The accession is planned for early October.", ["Peru to join bank"]),
    ("Karhu's new ferry will be available for charter on 21 October.",
     ["Karhu's new ferry to be available for charter"]),
    ("The rooms were ready by Friday.", []),
    ("Norway called off the parade on Monday.", ["Norway calls off parade"]),
    ("Karhu Bank said it will offer early retirement to its staff.", ["Karhu Bank to offer early retirement to staff"]),
    ("Police in Lome fired tear gas at marchers, a witness said.", ["Police in Lome fire tear gas at marchers"]),
    ("Nine divers have joined the works since the 3 May explosion.", ["Nine divers join works", "3 May explosion"]),
    ("A ruling is expected on 20 September.", ["Ruling"]),
    ("Reporters asked on Monday whether the minister would resign.", []),
    ("The players were treated for cuts.", []),
    ("On Tuesday the Moldovan army declared the blockade over.", ["Moldovan army declares blockade over"]),
    ("Gambian envoy Sidi Sanneh brought the two sides back on Monday.", ["Sidi Sanneh brings two sides back"]),
    ("On Monday Norway warned shippers to be on alert for mines.", ["Norway warns shippers to be on alert for mines"]),
    ("Adama Barrow was named president of the Banjul Commission on Monday.",
     ["Adama Barrow named president of Banjul Commission"]),
    ("Georgian President Salome Zourabichvili announced on Monday that she was withdrawing the bulk of the troops.",
     ["Salome Zourabichvili announces she is withdrawing bulk of troops"]),
    ("Telenor was bought by Vodafone on Monday.", ["Telenor bought by Vodafone"]),
    ("Ethiopian jets seized the airfield on Monday and bombed it on Tuesday.",
     ["Ethiopian jets seize airfield", "Ethiopian jets bomb airfield"]),
    ("Serbian police raided the house of Goran Petrovic on Monday. They also raided his office on Tuesday.",
     ["Serbian police raid house of Goran Petrovic", "Goran Petrovic's office raided"]),
    ("Danish researchers have found two wrecks of Swedish warships in the Sound.",
     ["Danish researchers find two wrecks of Swedish warships in Sound"]),
    ("Norway will not sell its gas to Belarus.", ["Norway will not sell gas to Belarus"]),
    ("Chadian and Malian officials are holding technical talks on water.",
     ["Chadian and Malian officials hold technical talks on water"]),
    ("Poland's foreign ministry said the talks would take place on Monday.", ["Talks to take place"]),
    ("Leaders of the Balkan states most affected by the flood agreed on Friday on a timetable for rebuilding it.",
     ["Leaders of Balkan states agree on timetable"]),
    ("Most of the ministers met in Lima on Monday.", ["Most of the ministers meet in Lima"]),
    ("Peace talks between Chad's government and its rivals reopened in Lome on Monday.",
     ["Peace talks between Chad's government and rivals reopen in Lome"]),
    ("Peru and Chile agreed on a ferry line. The agreement came after long talks in Lima.",
     ["Peru and Chile agree on ferry line"]),
    ("Two Republicans voted against the budget on Monday.", ["Two Republicans vote against budget"]),
    ("Thousands of dockers rallied in a square in Piraeus on Friday.",
     ["Thousands of dockers rally in square in Piraeus"]),
    ("The Maltese government Tuesday condemned the raid on Sliema.", ["Maltese government condemns raid on Sliema"]),
    ("The port strike in Peru that began in May is over.", ["Port strike in Peru begins"]),
    ("Families of two drowned sailors filed separate lawsuits on Monday.",
     ["Families of two drowned sailors file separate lawsuits"]),
    ("Malian engineers said on Monday that they had built a bridge.", ["Malian engineers build bridge"]),
    ("Barre, a surgeon and poet, was freed on Monday.", ["Barre freed"]),
    ("Rhine Airways landed a plane in Basel on Monday.", ["Rhine Airways lands plane in Basel"]),
    ("Millions of gallons of crude oil leaked into Lake Turkana in May.",
     ["Millions of gallons of crude oil leak into Lake Turkana"]),
    ("The Finnish shoe maker Karhu posted a loss of $2 a share on Monday.",
     ["Finnish shoe maker Karhu posts loss of $2 a share"]),
    ("Ukko Sarvi is a Finnish painter born in 1958 in Turku.", ["Ukko Sarvi born in Turku"]),
    ("Investors drew out about $182 million on Monday.", ["Investors draw out about $182 million"]),
    ("The pipeline law that Norway's parliament approved in May is void.",
     ["Norway's parliament approves pipeline law"]),
    ("The minister may have left Baku on Monday.", ["Minister may have left Baku"]),
    ("Togo launched a $10-a-tonne offer for Malian cotton on Monday.",
     ["Togo launches $10-a-tonne offer for Malian cotton"]),
    ("Togo and the League of Coastal Mayors vowed on Monday to clamp down on smuggled fuel.",
     ["Togo and League of Coastal Mayors vow to clamp down on smuggled fuel"]),
    ("Togo condemned two bomb explosions near Malian consulates in Niger and Benin on Monday.",
     ["Togo condemns two bomb explosions near Malian consulates in Niger and Benin"]),
    ("There were two bomb explosions near Malian consulates in Niger and Benin on Monday.",
     ["Two bomb explosions near Malian consulates in Niger and Benin"]),
    ("He may march on Sunday, aides to Congolese banker Etienne Mulumba said.", ["Etienne Mulumba may march"]),
    ("Kavan believes that it will happen by Monday.", []),
    # the news a story opens with, after the words under a picture
    ("Peru has confirmed its first case of the fever.", ["Peru confirms first case of fever"]),
    ("Peru has confirmed that the fever is rare.", ["Peru confirms fever is rare"]),
    ("Karhu is making a friendly bid for Reino Oy.", ["Karhu makes friendly bid for Reino Oy"]),
    ("Karhu said it plans to dredge its harbour in Turku.", ["Karhu to dredge harbour in Turku"]),
    ("A vaccine, which is made in Lima. Peru has confirmed its first case of the fever.",
     ["Peru confirms first case of fever"]),
    ("Lome is aiming for a vote on fisheries at the end of October.", ["Vote on fisheries in Togo"]),
    # told twice, and by its phase
    ("A nurse fell ill in Lima on Monday. A doctor said the nurse fell ill at work on Monday.",
     ["Nurse falls ill in Lima"]),
    ("Ministers of Norway and Chile met in Bern on Monday.\nMinisters of Sweden and Chile met in Bern on Monday.",
     ["Ministers of Norway and Chile meet in Bern", "Ministers of Sweden and Chile meet in Bern"]),
    ("On Monday Karhu began to close three valves.", ["Karhu begins to close three valves"]),
    ("The fair recalls the great raid of 3 May, when gunmen raided a market in Gao.", ["Gunmen raid market in Gao"]),
    ("Thousands of women marched in Lome on Monday. Officials say 9,000 women participated in the march.",
     ["Thousands of women march in Lome"]),
    ("Karhu met Erik Lund in Oslo on Wednesday. After discussions with Lund, Karhu said a fund would be set up.",
     ["Karhu meets Lund in Oslo"]),
    ("Ama Addo took a trip to Peru on Wednesday. During her visit to Lima, Addo urged rebels to leave.",
     ["Addo takes trip to Peru", "Addo urges rebels to leave"]),
    # what is told again in other words, by its occasion's course, or as what it was done for
    ("Ivo Holm is to stand trial in October. The trial is set to begin on 28 October.", ["Trial to begin"]),
    ("Lund and Berg met two dozen bankers in Oslo on Monday. The discussion lasted an hour.",
     ["Lund and Berg meet two dozen bankers in Oslo"]),
    ("The old bridge, which collapsed on 20 April, was famous. Trade is slow since the old bridge collapsed April 20.",
     ["Old bridge collapses"]),
    ("Peru launched an ambitious operation to drain the flooded mine on Friday.",
     ["Peru launches ambitious operation to drain flooded mine"]),
    ("The spill in April cost Peru much. The spill, which began on 20 April with a blast on a rig, fouled the bay.",
     ["Spill begins with blast on rig"]),
    ("Peru agreed to buy ships from Chile. Prices soared on Friday. Peru and Chile reached an accord for the sale.",
     ["Peru agrees to buy ships from Chile"]),
    ("Karhu Corp. said on 3 July that its fund had paid $5 since April.", ["Karhu Corp.'s fund pays $5"]),
    ("Lund said in March that he would resign.", ["Lund says he will resign"]),
    # what is only looked at beside the present, or named in passing and of a whole year
    ("Peru was told to act. It did too little in the 2003 outbreak of fever.", []),
    ("Karhu Corp. lost $3 million in the second quarter. In the year-ago quarter Karhu earned $5 million.",
     ["Karhu loses $3 million"]),
    ("Karhu Corp. said net income rose 6% in the second quarter. Karhu said net jumped to $8 million from $7 million.",
     ["Karhu's net income rises 6%"]),
    # that somebody spoke, and not of what; what somebody says of no day
    ("Berg said little. In his speech in Oslo on Monday he was calm.", []),
    ("The port is shut. ``Karhu fired us,'' Lund said.", []),
    # dated in a side clause, by a verb that says little, or held and of no known kind
    ("The chairman of the Tunisian assembly, yesterday announced his support for the pact.",
     ["Chairman of Tunisian assembly announces support for pact"]),
    ("Smoke has hung over Tema since the Horizon rig exploded off the Ghanaian coast on 20 April.",
     ["Smoke hangs over Tema", "Horizon rig explodes off Ghanaian coast"]),
    ("The strain is rarer now than when the virus was first detected in Peru in April.", ["Virus detected in Peru"]),
    ("A photograph of the envoy pictured in Lima in April hangs there.", []),
    ("A harbour festival of lights will be held on October 12 in Lisbon.", ["Harbour festival of lights in Lisbon"]),
    ("The choir will sing at the Maltese boat parade, which takes place on 5 October.", ["Maltese boat parade"]),
    ("Ministers announced a boat parade to be held on October 12.", ["Ministers announce boat parade", "Boat parade"]),
    ("The two rowers were held by the police of Lome on Friday.", ["Two rowers held by police of Lome"]),
    ("On Friday, Togo became the first state to sue the yard.", ["Togo becomes first state to sue yard"]),
    ("Thousands of rowers came together in Lome on Friday.", ["Thousands of rowers come together in Lome"]),
    ("The rowers had no boats on Friday.", []),
    # what a whole year dates is as often how things stood
    ("Festivals are rare in Togo. Cotton mills earned $4 million in 2010.", []),
    ("Festivals are rare in Togo. Cotton mills opened in Lome in 2010.", ["Cotton mills open in Lome"]),
    ("Rebels in Niger handed over eleven prisoners on Monday.", ["Rebels in Niger hand over eleven prisoners"]),
    ("Gunmen ambushed a bus in Mali on Monday.", ["Gunmen ambush bus in Mali"]),
    ("Malian envoy Seydou Keita warned on Monday that a new war was inevitable.",
     ["Seydou Keita warns new war is inevitable"]),
    ("A nurse from Bergen who flew from Lima to Quito on Monday is ill.",
     ["Nurse from Bergen flies from Lima to Quito"]),
    ("Ferry fares fell to a six-month low on Monday.", ["Ferry fares fall to six-month low"]),
    ("The mayor gave the company another 24 hours on Monday.", ["Mayor gives company another 24 hours"]),
    ("The Royal Society of Icelandic Potters said it would hold a hearing on glazes on Monday.",
     ["Royal Society of Icelandic Potters to hold hearing on glazes"]),
    ("Divers sealed the leak after choking it off on Monday.", ["Divers seal leak"]),
    ("Chadian minister Adam Younousmi and Malian envoy Ibra Keita met in Lome on Monday. They will sign a pact in May.",
     ["Adam Younousmi and Ibra Keita meet in Lome", "Adam Younousmi and Ibra Keita to sign pact"]),
    ("Chad and Mali met in Lome on Monday. The two sides agreed on a ceasefire. They will meet again in May.",
     ["Chad and Mali meet in Lome", "Chad and Mali agree on ceasefire", "Chad and Mali to meet again"]),
    ("Chad, Togo and Mali met in Lome on Monday. The two sides agreed on a ceasefire.",
     ["Chad, Togo and Mali meet in Lome", "Two sides agree on ceasefire"]),
    ("Adama Chan and Vice-President Ban Soumah will meet executives on Tuesday.",
     ["Adama Chan and Ban Soumah to meet executives"]),
    ("Malian envoy Seydou Keita announced on Monday that there were 38 guests.",
     ["Seydou Keita announces there are 38 guests"]),
    ("Fijian health minister Neil Sharma advised travellers on Monday not to go to Nadi.",
     ["Neil Sharma advises travellers not to go to Nadi"]),
    ("Barre, 52, and the father of two sons, was freed on Monday.", ["Barre freed"]),
    ("The strike caused at least two delays on Monday.", ["Strike causes at least two delays"]),
    ("The number of ferries fell to 20 on Monday.", ["Number of ferries falls to 20"]),
    ("Fijian minister Neil Sharma vowed on Monday that smuggling would no longer be tolerated.",
     ["Neil Sharma vows smuggling will no longer be tolerated"]),
    ("The meeting between Norway and Togo ended in Lima on Monday.", ["Meeting between Norway and Togo ends in Lima"]),
    ("On Monday Peru agreed to have the case heard by a Danish court.",
     ["Peru agrees to have case heard by Danish court"]),
    ("Kiribati linked the flood on Monday with a leak dating from the war.",
     ["Kiribati links flood with leak dating from war"]),
    ("Togo agreed on Monday to stay out of the race for the seat.", ["Togo agrees to stay out of race for seat"]),
    ("“We began the work in Lome in 1985,” Malian surveyor Seydou Keita said.", ["Seydou Keita begins work in Lome"]),
    ("Mahamat Saleh, who visited one of the nesting grounds on Sunday, was born in Mao.",
     ["Mahamat Saleh visits one of the nesting grounds", "Mahamat Saleh born in Mao"]),
    ("The company agreed on Monday to set aside six ships as security.",
     ["Company agrees to set aside six ships as security"]),
    ("Malian envoy Seydou Keita will meet in Lome with bankers from Togo on Monday.",
     ["Seydou Keita to meet in Lome with bankers from Togo"]),
    ("The fine will cost Nokia about 549,000 euros on Monday.", ["Fine to cost Nokia about 549,000 euros"]),
    # cut where it may end: no list, name or half of a clause is torn
    ("Karhu on Monday released a radio that drowns out snoring.", ["Karhu releases radio that drowns out snoring"]),
    ("Togo's ferry director, Kofi Mensah, resigned on Monday and its captain is away.", ["Kofi Mensah resigns"]),
    ("Adama Barrow, Sidi Sanneh, Ama Addo and Isatou Touray signed up on Monday to plant trees.",
     ["Adama Barrow, Sidi Sanneh, Ama Addo and Isatou Touray sign up to plant trees"]),
    ("Togo reached no agreement with Chad on fares on Monday.", ["Togo reaches no agreement with Chad on fares"]),
    ("The baker died on Monday of a fever at his home in Tema.", ["Baker dies of fever at home in Tema"]),
    ("Lome was bombed by Malian jets on Monday.", ["Lome bombed by Malian jets"]),
    ("Kofi Mensah, a fisherman who was elected in May on a pledge to mend nets, lives in Tema.",
     ["Kofi Mensah elected on pledge to mend nets"]),
    ("Togo's envoy warned on Monday that it was too early to assume the fever was mild.",
     ["Togo's envoy warns it is too early to assume fever is mild"]),
    ("The ferry line gained a 2% share of trade so far this year.", ["Ferry line gains 2% share of trade"]),
    ("The yard cleared itself of negligence on Monday.", ["Yard clears itself of negligence"]),
    ("Envoys spent much of Monday at the harbour.", ["Envoys spend much of Monday at harbour"]),
    # what a headline may not lose: "all", "its", what is denied, the number and the tense that the text gives
    ("Karhu's stock lost half its value on Monday.", ["Karhu's stock loses half its value"]),
    ("Togo vowed on Monday to free all trawlers.", ["Togo vows to free all trawlers"]),
    ("The two sides agreed in principle on Monday to open a bank.", ["Two sides agree in principle to open bank"]),
    ("Neither Togo nor Chad signed the pact on Monday.", ["Togo and Chad did not sign pact"]),
    ("Both of these ferry lines cut their fares on Monday.", ["Both of these ferry lines cut fares"]),
    ("The Blue Wings have used the harbour since 1979.", ["Blue Wings use harbour"]),
    ("Malian envoy Seydou Keita announced on Monday that Togo earned $3 million.",
     ["Seydou Keita announces Togo earned $3 million"]),
    ("Togo warned on Monday that if the dam broke, Lome would drown.",
     ["Togo warns that if dam breaks, Lome will drown"]),
    ("Togo warned on Monday that it's been losing nets.", ["Togo warns it has been losing nets"]),
    ("Togo promoted its safety chief, Ama Addo, on Monday.", ["Togo promotes Ama Addo"]),
    ("Malian envoy Seydou Keita will give up his seat effective 1 June.", ["Seydou Keita to give up seat"]),
    ("Togo asked its divers on Monday to stay at home over the holiday weekend.",
     ["Togo asks divers to stay at home", "Divers to stay at home"]),
    ("Togo sued the ferry firm Karhu on Monday. Shrimpers have filed a suit against oil giant Nokia Plc.",
     ["Togo sues ferry firm Karhu", "Shrimpers file suit against oil giant Nokia Plc"]),
    ("Smoke has hung over Tema since the survey ship Sund, leased by Nokia, exploded off Lome on 20 April.",
     ["Smoke hangs over Tema", "Survey ship Sund explodes off Lome"]),
    ("As an old dam in the hills threatened Lome on Friday, Malian envoy Seydou Keita voiced alarm.",
     ["Old dam in hills threatens Lome", "Seydou Keita voices alarm"]),
    ("Nets thrown into the Sound on Monday do not sink.", ["Nets thrown into Sound"]),
    ("The company have published a report on tides.", ["Company publishes report on tides"]),
    ("Britons donated 3 tonnes of rice to the Red Cross on Monday.", ["Britons donate 3 tonnes of rice to Red Cross"]),
    ("Togo issued warnings on Monday just as dockers there were gearing up for summer.", ["Togo issues warnings"]),
    ("The 900-foot relief well that Nokia has been drilling will be used in May.",
     ["900-foot relief well to be used"]),
    ("HK) will sell its yard in Lome on Friday.", []),
    ("Jurors were chosen on Monday for the trial of Togo's surgeon-more than a year after the storm.",
     ["Jurors chosen for trial of Togo's surgeon"]),
    ("Malian envoy Seydou Keita will talk on Friday about fares in some form.",
     ["Seydou Keita to talk about fares in some form"]),
    ("Togo agreed on Monday with Chad a plan that frees boats.", ["Togo agrees with Chad a plan that frees boats"]),
    ("Fever was found in all districts of Togo and tests have confirmed a second strain.",
     ["Fever found in all districts of Togo"]),
    ("The leak in Lome on Monday raised questions about the future of the yard.",
     ["Leak in Lome raises questions about future of yard"]),
    ("Malian envoy Seydou Keita warned on Monday that the storm scared him.",
     ["Seydou Keita warns storm scared him"]),
    ("Doctors reported on Monday a case showing resistance to salves, the main cure, Danish officials and Karhu said.",
     ["Denmark: Doctors report case showing resistance to salves"]),
    ("Shares in Nokia, which on Monday reported a 40 percent rise in profit, fell 3 percent.",
     ["Nokia reports 40 percent rise in profit", "Shares in Nokia fall 3 percent"]),
    ("A cook suffering from fever died in Lome on Monday.", ["Cook suffering from fever dies in Lome"]),
    # what only some say, what hangs on a condition, and what is only thought of or warned of
    ("Police held members of a band that allegedly sold a ferry on Monday.",
     ["Police hold members of band that allegedly sold ferry", "Band allegedly sells ferry"]),
    ("Chilean envoys on Monday warned of sanctions against Togo if it refuses to join the talks.",
     ["Chilean envoys warn of sanctions against Togo if it refuses to join talks"]),
    ("Togo opened talks with Chad on Monday after Omar Kone said the border was open.",
     ["Togo opens talks with Chad after Omar Kone said border was open"]),
    ("The port was built in the cooler, wetter hills of Togo on Monday.",
     ["Port built in cooler, wetter hills of Togo"]),
    ("Omar Kone said on Monday that if the banks had paid earlier, the ferry would have sailed.",
     ["Omar Kone says that if banks had paid, ferry would have sailed"]),
    ("The rebels were planning a raid on Lome.", []),
    ("Omar Kone is sure that Togo has invaded Chad.", []),
    ("The United Nations' envoy arrived in Lome on Monday.", ["UN's envoy arrives in Lome"]),
    # where it was done, which one it was, what was done at it, and whose it is
    ("The court in which Togo sued the yard on 3 May is shut.", ["Togo sues yard in court"]),
    ("The town still mourns the 9 May fire that killed nine divers.", ["9 May fire that killed nine divers"]),
    ("People spoke on Friday of the storm of March 1985.", ["Storm of March 1985"]),
    ("Nokia makes radios. Nokia has a yard in Lome, and Nokia owns a mine. The new yard will open in May.",
     ["Nokia: New yard to open"]),
    # or the country that the story is from and of, or the two that open it
    ("QUITO, Ecuador (Example Wire) - Drivers will strike on Friday. The next general election is scheduled for May.",
     ["Ecuador: Drivers to strike", "Ecuador: Next general election"]),
    ("QUITO, March 3 (Example Wire) - Drivers of Peru will strike on Friday. The next election is scheduled for May.",
     ["Drivers of Peru to strike", "Next election"]),
    ("TUNIS, March 3 (Example Wire) - Envoys of Mali and Chad met in Tunis on Monday. The talks resume on Friday.",
     ["Envoys of Mali and Chad meet in Tunis", "Talks between Mali and Chad to resume"]),
    (("LOME (Example Wire) - A security summit opens in Lome on Friday. Nobody is fond of the security summit. "
      "After the security summit, premier Efua Addo will visit Oslo on Sunday."),
     ["Security summit to open in Lome", "Efua Addo to visit Oslo"]),
    ("Efua Addo will travel to Vientiane for a working visit on 25 May.",
     ["Efua Addo to travel to Vientiane for working visit"]),
    ("Peru hosts the Summit of Inland Countries, which will be held in Lima on 28 May.",
     ["Summit of Inland Countries to be held in Lima"]),
    (("LIMA (Example Wire) - A swap of 15 traders will begin on Friday. An AFP man saw them. AFP asked about them. "
      "AFP said they were well. The swap will end on Saturday."),
     ["Swap of 15 traders to begin", "Swap of 15 traders to end"]),
    ("LIMA, Peru (Example Wire) - Soto was jailed on Monday. Ivan Soto was calm. Soto smiled. The trial opened in May.",
     ["Soto jailed", "Soto trial opens"]),
    ("Its head, Omar Sy, and the government's, Jan Kos-Addo, sat in one room in Lome on Monday.",
     ["Omar Sy and Jan Kos-Addo sit in one room in Lome"]),
    ("Peru praised a lasting end to a strike that began in 2011.", ["Strike begins"]),
    ("Peru praised talks between the two banks that began in 2011.", ["Talks between two banks begin"]),
    ("The call came after a trade council meeting that dragged on late into Monday night.", ["Trade council meeting"]),
    ("Peru praised the talks, which opened on Monday in Lome.", ["Talks open in Lome"]),
    # what somebody is kept from, and what could not be missed
    ("Peru prevented the council from adopting a text on cod on Monday.",
     ["Peru prevents council from adopting text on cod"]),
    ("Snow kept the two ministers from signing the pact on Monday.", ["Snow keeps two ministers from signing pact"]),
    ("Peru did not stop the rebels from seizing the port on Monday.", ["Rebels seize port"]),
    ("Gunfire could be heard in Lome on Monday.", ["Gunfire heard in Lome"]),
    # what "it" and "they" are that envoys or a "we" speak of, and a meeting of another day
    ("Peru circulated a draft resolution on cod. Envoys said it could be put to a vote on Friday.",
     ["Peru circulates draft resolution on cod", "Draft resolution on cod may be put to vote"]),
    ("Peru offered to bring the two kings together. “We hope they can sit down here in May,” an envoy in Lima said.",
     ["Peru offers to bring two kings together"]),
    ("A Nordic Council crisis meeting ended on Monday with a call for calm. Omar Lund will open the 3 October meeting.",
     ["Nordic Council crisis meeting ends", "Omar Lund to open meeting"]),
    ("Ministers of the Nordic Council met on Monday. Omar Lund met Ama Addo. The ministers will meet on 3 May.",
     ["Ministers of Nordic Council meet", "Omar Lund meets Ama Addo", "Ministers of Nordic Council to meet"]),
    # an order of the day and what is ordered, and what is denied and who denies it, are one entry
    ("Togo ordered Peru's envoy to leave the country on Wednesday.", ["Togo orders Peru's envoy to leave country"]),
    ("Peru rejected a report that its police chief had met rebels in Lome in April.",
     ["Peru rejects report that police chief had met rebels in Lome"]),
    ("The first talks between Mali and Togo ended on Monday with no deal.",
     ["First talks between Mali and Togo end with no deal"]),
    ("Addo welcomed the readiness of the two islands to meet in Lome on 20 October.",
     ["Addo welcomes readiness of two islands to meet in Lome", "Two islands to meet in Lome"]),
    ("The transfer of the files was put off until Friday because the road is shut.", ["Transfer of files"]),
    # what is told in passing, since when it goes on, and what is only decided to be needed
    ("Togo opened a dam on Monday. Farmers asked for a place on Karhu's list of yards, which began in 2009.",
     ["Togo opens dam"]),
    ("The president decided on 11 May that a ground war would be necessary.",
     ["President decides ground war will be necessary"]),
    # who denies or refuses what
    ("The talks on Togo did not fail, Peru's envoy said on Monday.", ["Talks on Togo did not fail, Peru's envoy says"]),
    ("Chad refused to sign the pact on Monday.", ["Chad refuses to sign pact"]),
    ("Chad denied shelling a market in Mali on Monday.", ["Chad denies shelling market in Mali"]),
    # whose a journey is, and who asks for what
    ("Ole Berg visited Togo on Monday. A second visit is planned for June.",
     ["Ole Berg visits Togo", "Ole Berg's second visit to Togo"]),
    ("Ole Berg will travel to Togo on Friday. A visit to Lima in May was cancelled.",
     ["Ole Berg to travel to Togo", "Ole Berg's visit to Lima cancelled"]),
    ("Ole Berg will travel to Togo on Friday. A visit by the queen was cancelled.",
     ["Ole Berg to travel to Togo", "Visit by queen cancelled"]),
    ("Washington urged restraint. Its ambassador met Issa Keita on Monday.",
     ["Washington urges restraint", "US ambassador meets Issa Keita"]),
    ("Karhu shut a yard in May. Chad promised on Monday to pay for the oil it had failed to ship.",
     ["Karhu shuts yard", "Chad promises to pay for oil it had failed to ship"]),
    ("Karhu said it had got half of the nets it asked for in January.", ["Karhu asks for nets"]),
    ("The UN warned on Monday that famine may reach Chad by June.",
     ["UN warns famine may reach Chad", "Famine may reach Chad"]),
    ("Karhu's commissioner for trade, Ole Berg, will visit Lome on 20 June.", ["Ole Berg to visit Lome"]),
    ("Peru held talks with Chile. They were suspended in February after a fire.",
     ["Peru holds talks with Chile", "Talks with Chile suspended after fire"]),
    # whom "they" and "she" go on with, and whom nobody else's meeting is of
    ("Rebels freed nine nuns in May. They were flown to Lome on Monday.",
     ["Rebels free nine nuns", "Nine nuns flown to Lome"]),
    ("Oslo expelled two Malian envoys. They were given three days to leave.",
     ["Oslo expels two Malian envoys", "Deadline for two Malian envoys to leave"]),
    ("The Danish envoy met Jan Kos on Monday. She will fly to Lome on Friday.",
     ["Danish envoy meets Jan Kos", "Danish envoy to fly to Lome"]),
    ("Mali's envoy met Jan Kos on Monday. He was to meet Ana Gil on Tuesday, but the meeting was put off until May.",
     ["Mali's envoy meets Jan Kos", "Mali's envoy to meet Ana Gil", "Mali and Ana Gil to meet"]),
    ("Peru freed nine bakers as part of a deal with Chile. The two governments agreed on a swap of ten on Monday.",
     ["Peru frees nine bakers as part of deal with Chile", "Peru and Chile agree on swap of ten"]),
    ("Gunmen freed twelve bakers on Monday. A group of ten was handed over in May.",
     ["Gunmen free twelve bakers", "Group of ten bakers handed over"]),
    ("Chad accused rebels on Monday of breaking a truce hours after it took effect.",
     ["Chad accuses rebels of breaking truce"]),
    ("Chad and Togo resumed talks on a sea border on Monday after a break of a week.",
     ["Chad and Togo resume talks on sea border after break of a week"]),
    # whose two sides are, what a people's name is of, and who denies it
    ("Colombia's president, Ana Ruiz, broke a truce with the ELN on Monday. The two sides are to meet on Friday.",
     ["Ana Ruiz breaks truce with ELN", "Colombia and ELN to meet"]),
    ("A Houthi delegation left for Oslo on Monday.", ["Houthi delegation leaves for Oslo"]),
    ("Togo called a court cruel. It denied that its jets had shelled a market on Monday.",
     ["Togo denies jets have shelled market"]),
    ("The bill passed by 90 votes to four. President Ana Ruiz is to sign it on Friday.",
     ["Ana Ruiz to sign bill passed by 90 votes to four"]),
    # what somebody failed to do with what, and whose a meeting is that one body holds
    ("Karhu had shut a yard. Chad promised to pay for the oil that it had failed to ship in January.",
     ["Chad promises to pay for oil that it had failed to ship", "Chad fails to ship oil"]),
    ("Ama Addo met Jan Kos on Monday. The Arab League will hold a summit on 19 June. The meeting was moved.",
     ["Ama Addo meets Jan Kos", "Arab League to hold summit", "Arab League: Meeting moved"]),
    ("Togo's premier, Ana Ruiz, fell ill on Sunday. The visit to Vienna planned for Friday was cancelled.",
     ["Ana Ruiz falls ill", "Ana Ruiz's visit to Vienna cancelled"]),
    # what has been arranged, at what rate, what could be, and what somebody calls so
    ("A second round of talks has been agreed for 20 June.", ["Second round of talks agreed"]),
    ("Chad will sell oil for 900 million euros per day from June.", ["Chad to sell oil for 900 million euros per day"]),
    ("Doctors warned on Monday that cholera could spread to Chad.", ["Doctors warn cholera could spread to Chad"]),
    ("Chad condemned what it called a cruel raid on Monday.", ["Chad condemns what it called cruel raid"]),
    ("Peru said on Monday Chad had bought a yard whose owner is ill.", ["Chad buys yard whose owner is ill"]),
    ("Chad sent troops to the largest isle in 1972.", ["Chad sends troops to largest isle"]),
    ("Peru closed a port on Monday. Chile denied reports that it had sent ships.",
     ["Peru closes port", "Chile denies reports that it had sent ships"]),
    ("The queen flew home on Monday. Peru denied that it had expelled two Chilean diplomats.",
     ["Queen flies home", "Peru denies it has expelled two Chilean diplomats"]),
    ("Nokia shut a yard on Monday. Rebels denied carrying out a raid.",
     ["Nokia shuts yard", "Rebels deny carrying out raid"]),
    ("Nokia shut a yard on Monday. Ama Addo, who has denied all guilt, is in Lome. She denied it.",
     ["Nokia shuts yard"]),
    # what stands for nothing alone, or runs on into other words, is no entry
    ("My small boat sank on Monday.", []),
    ("Malian envoy Seydou Keita announced the move on Monday.", []),
    ("Malian envoy Seydou Keita announced the closure on Monday.", ["Seydou Keita announces closure"]),
    ("Malian envoy Seydou Keita asked jurors whether they had bought a boat on Monday.", []),
    ("Ferries are rare in Togo. Fares have been odd since details were announced in May.", []),
    # of whom and of what: "who" after a name, "where", the fuller telling, the thing that comes to it
    ("Aides drew attention to the fate of Ama Addo, who was freed on 3 September.",
     ["Aides draw attention to fate of Ama Addo", "Ama Addo freed"]),
    ("Ama Addo, after a nine-hour flight, is due to spend two hours in Lome on Tuesday.",
     ["Ama Addo to spend two hours in Lome"]),
    ("The news reached Bergen, where the head of the port resigned on Monday.",
     ["News reaches Bergen", "Head of port resigns in Bergen"]),
    ("Togo's tanker fund is empty. On Monday the fund was closed.", ["Togo's tanker fund closed"]),
    ("Karhu made an offer for Reino Oy. The offer, which was due to expire on Sunday, is hostile.",
     ["Karhu makes offer for Reino Oy", "Offer for Reino Oy to expire"]),
    ("A team of Danish surgeons came to Lome. The team will leave Lome on Friday.",
     ["Team of Danish surgeons to leave Lome"]),
    ("A team from Chile, Ama Addo's, came to Lome. Teams are rare. Some team will leave Lome on Friday.",
     ["Team to leave Lome"]),
    ("The ferry Sund is scheduled for public release in June.", ["Public release of ferry Sund"]),
    # a body as the text calls it, who was named already, a day that is spent
    ("Karhu agreed on Monday to pay one Nokia share for each of Reino's shares.",
     ["Karhu agrees to pay one Nokia share for each of Reino's shares"]),
    ("Oil firms faced a thrashing from senators on Capitol Hill on Monday.",
     ["Oil firms face thrashing from senators on Capitol Hill"]),
    ("Togo vowed on Monday to find the smugglers and bring them to justice.",
     ["Togo vows to find smugglers and bring them to justice"]),
    ("Kofi Mensah and his political allies founded the bank in 1934.",
     ["Kofi Mensah and political allies found bank"]),
    ("Villagers will spend Friday in workshops.", ["Villagers to spend Friday in workshops"]),
    ("Hundreds of pupils marched round the park on Monday.", ["Hundreds of pupils march round park"]),
    ("A raid on Monday hit families on both sides of the Volta.", ["Raid hits families on both sides of Volta"]),
    ("Many of the port chiefs who led the strikes in 1992 have left.",
     ["Port chiefs lead strikes", "Many of the port chiefs leave"]),
    ("A storm in Peru shut the port. Tuesday's sudden storm killed nine people.",
     ["Storm in Peru shuts port", "Storm in Peru kills nine people"]),
    ("Togo vowed on Monday to hunt down and punish those who burnt the ferry.",
     ["Togo vows to hunt down and punish those who burnt ferry"]),
    ("Togo invited the ministers of Peru, Chile and Mali on Monday to a feast.",
     ["Togo invites ministers of Peru, Chile and Mali to feast"]),
    ("Chile expects the fever to spread by June.", ["Fever to spread"]),
    ("Togo ordered its crews to leave Lome on Monday.", ["Togo orders crews to leave Lome", "Crews to leave Lome"]),
    ("The envoy was arrested on Monday and his deputy expelled on Tuesday.", ["Envoy arrested", "Deputy expelled"]),
    ("Two miners were killed on Monday and a third injured on Tuesday.", ["Two miners killed"]),
    ("The board is to be dissolved on 3 June and a new court elected on 5 June.",
     ["Board to be dissolved", "New court to be elected"]),
    ("A commission will be set up in Lome on 3 June.", ["Commission to be set up in Lome"]),
    ("Car bombs and raids by rebels killed at least 30 people in Mali Sunday as Malian troops began a siege of Gao.",
     ["Car bombs and raids by rebels kill at least 30 people in Mali", "Malian troops begin siege of Gao"]),
    ("Rosa Vidal told an audience of pupils on Monday that she would quit by 3 June.",
     ["Rosa Vidal to quit"]),
    ("Two ministers quit on Monday.", ["Two ministers quit"]),
    ("Drew Lind opened a mill in Oslo on Monday.", ["Drew Lind opens mill in Oslo"]),
    ("Ivo Brandt had an audience with the king on Monday.", ["Ivo Brandt has audience with king"]),
    ("Rosa Vidal says the tax would hurt farmers.", ["Rosa Vidal says tax would hurt farmers"]),
    ("Berg quit on Monday over a law that sets a wage for workers on state contracts.",
     ["Berg quits over law that sets wage for workers on state contracts"]),
    ("The envoy suspended the talks on 3 February and set 25 March for their return.",
     ["Envoy suspends talks", "Envoy sets date for return"]),
    ("Togo says a gas blast in an old coal mine near Lome has killed 20 people.",
     ["Gas blast in old coal mine near Lome kills 20 people"]),
    ("The former chief of the harbour bank says he has sold his stake to a rival.",
     ["Former chief of harbour bank sells stake to rival"]),
    ("Peru called on Chile on Monday to shut its ports by 3 June.",
     ["Peru calls on Chile to shut ports", "Chile to shut ports"]),
    ("Mali appealed to the rebels on Monday to free the pilots by 3 June.",
     ["Mali appeals to rebels to free pilots", "Rebels to free pilots"]),
    ("Orders of the newly built Sund 4 began on Tuesday.", ["Orders of newly built Sund 4 begin"]),
    ("The choirs came together on Friday to swing flags and sing hymns.",
     ["Choirs come together to swing flags and sing hymns"]),
    ("Karhu raised its reserves for the third quarter by $8 million on Monday.",
     ["Karhu raises reserves by $8 million"]),
    ("The port raised fares by about 9% in both May and June.", ["Port raises fares by about 9%"]),
    ("Karhu Oy said net income rose to $6 million in May.", ["Karhu Oy's net income rises to $6 million"]),
    ("Karhu Oy said the net income of Reino Oy rose to $6 million in May.",
     ["Net income of Reino Oy rises to $6 million"]),
    ("Togo used a summit on Monday to urge Chad to leave.", ["Togo uses summit to urge Chad to leave"]),
    ("The figures which Karhu handed over on Monday are wrong.", ["Karhu hands figures over"]),
    ("On Monday Karhu sold 13 million Macs.", ["Karhu sells 13 million Macs"]),
    ("In Tuesday's opening statement, Malian envoy Seydou Keita told the court of a raid.",
     ["Opening statement by Seydou Keita"]),
    ("Togo announced a plan to dredge its harbour. The plan was approved on Monday.",
     ["Togo announces plan to dredge harbour", "Togo: Plan to dredge harbour approved"]),
    # whose it is, with whom, and on what condition
    ("Peru and Chile opened talks on fish on Monday. The talks collapsed on Tuesday.",
     ["Peru and Chile open talks on fish", "Talks on fish between Peru and Chile collapse"]),
    ("The office confirmed that a delegation led by Foreign Minister Ama Addo would leave for Oslo on Friday.",
     ["Delegation led by Ama Addo to leave for Oslo"]),
    ("Chad denied on Monday that its jets had bombed a market in Mali.",
     ["Chad denies jets have bombed market in Mali"]),
    ("The accord was that Chad would not sell cotton.", ["Chad will not sell cotton"]),
    ("Sales rose 5% in May, Karhu Oy said on Monday.", ["Karhu Oy's sales rise 5%"]),
    ("Peru beat Chile 2-1 in Lima on Friday.", ["Peru beats Chile 2-1 in Lima"]),
    ("Rebels threatened on Monday to quit the talks unless Chad frees its prisoners.",
     ["Rebels threaten to quit talks unless Chad frees prisoners"]),
    ("Police freed one of two men on Monday who were sought for questioning in connection with the killing of a nurse.",
     ["Police free one of two men who were sought for questioning in connection with killing of nurse"]),
    ("Karhu vowed on Monday to drill in May even if crews shut off the well.", ["Karhu vows to drill"]),
    # too long for a line of a calendar: what a noun can spare goes, and never half a name
    ("Mayors of towns most affected by the flood agreed on Monday on a plan for a new railway from Turku to Tampere.",
     ["Mayors of towns agree on plan for new railway from Turku to Tampere"]),
    ("Karhu sold 750,000 shares of its common stock to the Sarvi family interests, for $1 million, or $1.35 a share.",
     ["Karhu sells 750,000 shares of common stock to Sarvi family interests"]),
    # it goes on to its point
    ("The ferry company on Monday fired off a scathing letter accusing Togo of hoarding harbour fees.",
     ["Ferry company fires off scathing letter accusing Togo of hoarding harbour fees"]),
    ("Karhu was cleared by the Sund Harbour Board on Monday to acquire Reino Oy of Oslo.",
     ["Karhu cleared by Sund Harbour Board to acquire Reino Oy of Oslo"]),
    ("Kofi Mensah will fly to Lima on Friday to bring his daughter home before the school year begins.",
     ["Kofi Mensah to fly to Lima to bring daughter home"]),
    ("Kofi Mensah flew to Lima on Sunday to see for himself the damage.", ["Kofi Mensah flies to Lima"]),
    ("Togo announced on Monday that the flood meant ferries to Lome were cancelled.",
     ["Togo announces flood means ferries to Lome are cancelled"]),
    ("Chad spent $40 million on Monday on its harbour effort.", ["Chad spends $40 million on harbour effort"]),
    ("The Malian bailed out Karhu on Monday. They bailed out Reino Bank on Tuesday.",
     ["Malian bails out Karhu", "Reino Bank bailed out"]),
    ("Kofi Mensah fired three of his aides on Monday.", ["Kofi Mensah fires three of his aides"]),
    ("Peru sold copper to Chile on Monday at $20 each.", ["Peru sells copper to Chile at $20 each"]),
    # a name where an apposition has it; nobody's "I"
    ("The two drivers, Kofi Mensah and Ama Addo, were arrested in Tema on Monday.",
     ["Kofi Mensah and Ama Addo arrested in Tema"]),
    ("On Monday the airline, Rhine Airways, cancelled forty flights to Lima.",
     ["Rhine Airways cancels forty flights to Lima"]),
    ("I led a choir to Oslo in May 2011.", []),
    ("Karhu suspended flights to Chile after harbour guards in Lima on Friday found a bomb.",
     ["Karhu suspends flights to Chile", "Harbour guards in Lima find bomb"]),
    ("One of those drills took place in Bergen on Monday.", ["One of those drills takes place in Bergen"]),
    ("Karhu lost half its value on Monday.", ["Karhu loses half its value"]),
    ("A councillor on Monday accused Kofi Mensah of trying to ensure that the harbour fees would be set by Togo.",
     ["Councillor accuses Kofi Mensah of trying to ensure that harbour fees would be set by Togo"]),
    ("The Finnish government and major creditors of Sund Yards Oy agreed on Monday to form a new company.",
     ["Finnish government and major creditors of Sund Yards Oy agree to form new company"]),
    ("In Kuwait on Monday, the government unveiled a $5 billion rescue plan for banks.",
     ["Government unveils $5 billion rescue plan for banks in Kuwait"]),
    ("Hundreds of miners returned to Mali on Monday.", ["Hundreds of miners return to Mali"]),
    # what names nothing tells nobody anything, but for the news itself
    ("Peru and Chile agreed on a ferry line on Monday. A jury convicted a man on Tuesday.",
     ["Peru and Chile agree on ferry line"]),
    ("A jury convicted a man on Tuesday.", ["Jury convicts man"]),
    ("Zenith's Erin Maas resigned on Monday.", ["Erin Maas resigns"]),
    ("Karhu is holding up payments to victims of a Sund oil spill, Erik Maas, head of a fund, said on Saturday.",
     ["Karhu holds up payments to victims of Sund oil spill"]),
    ("Karhu agreed on Monday to pay a fine only if Togo drops its suit.",
     ["Karhu agrees to pay fine only if Togo drops suit"]),
    ("Karhu began its $37-a-share tender offer for Reino Oy. The offer, made in May, will expire on 30 November.",
     ["Karhu begins $37-a-share tender offer for Reino Oy", "$37-a-share tender offer for Reino Oy to expire"]),
    # what goes on after a relative clause is its own, and a letter says what it says
    ("The Reino flu pandemic, which began in 1918, and was also caused by a new strain, is over.",
     ["Reino flu pandemic begins"]),
    ("Ama Addo issued a statement last week saying the ruling favours Karhu.",
     ["Ama Addo issues statement saying ruling favours Karhu"]),
    ("Sidi Sanneh resigned on Monday in a letter to the board stating, “I have had enough of this town.”",
     ["Sidi Sanneh resigns in letter to board"]),
    ("The leak prompted many captains on Monday to assume that the port was closed.",
     ["Leak prompts many captains to assume that port was closed"]),
    ("They carried Ama Addo away on Monday.", ["Ama Addo carried away"]),
    ("The first was found on a pig farm in Bergen in 1998.", []),
    ("The mayor of Tema warned in a letter on Monday.", []),
    ("Kofi Mensah, 54, treasurer, and Ama Addo, 58, who runs the port, were named vice chairmen on Monday.",
     ["Kofi Mensah and Ama Addo named vice chairmen"]),
    # where it is, as the text says it, and not where something else is
    ("The ceremony was held on Monday at Sund Air Base.", ["Ceremony at Sund Air Base"]),
    ("In his Sunday Mass at St. Olaf's Church in Bergen, Bishop Erik Maas called the murder wrong.",
     ["Erik Maas calls murder wrong"]),
    ("Togo issued half a dozen permits on Monday.", ["Togo issues half a dozen permits"]),
    ("The envoy said MERS started in Jordan in May 2012.", ["MERS starts in Jordan"]),
    ("Kofi Mensah retired from the navy, as scheduled, on 30 June.", ["Kofi Mensah retires from navy"]),
    ("A plan for Karhu to dredge the harbour was approved on Monday.", ["Plan for Karhu to dredge harbour approved"]),
    ("The envoy informed Kofi Mensah on Monday that he had lost his seat in the council.",
     ["Envoy informs Kofi Mensah he has lost seat in council"]),
    ("A jury in Los Angeles found Luis Rojas guilty of involuntary manslaughter for giving a pop star sleeping pills.",
     ["Jury in Los Angeles finds Luis Rojas guilty of involuntary manslaughter for giving pop star sleeping pills"]),
    ("Norway said on Monday it will send 200 soldiers to Mali if the council asks it to.",
     ["Norway says it will send 200 soldiers to Mali"]),
    ("Mali said on Monday that the envoys would return unless Togo closed its camps.",
     ["Mali says envoys will return unless Togo closes camps"]),
    # misread or cut: better no entry than such a one
    ("The ferry company closed it on Monday for breaching rules.", []),
    ("Optimism prevails.", []),
    ("The oil spill in the Gulf.", []),
    ("A report was released on Monday.", []),
    ("Envoys held private meetings on Monday.", ["Envoys hold private meetings"]),
    ("In private meetings on Monday, envoys from Chad warned of a famine.", ["Envoys from Chad warn of famine"]),
    ("Nokia reported a loss for the fourth quarter ended June 30.", ["Nokia reports loss for fourth quarter"]),
    ("Nokia reported a fourth-quarter net loss.", ["Nokia reports fourth-quarter net loss"]),
    ("Nokia posted a 4% fall in third-quarter sales on Monday.", ["Nokia posts 4% fall in third-quarter sales"]),
    ("A Nokia factory exploded in April, killing six people.", ["Nokia factory explodes, killing six people"]),
    ("In May he told a Senate panel.", []),
    ("The union's team left. On Monday Ama Addo received the government's.", ["Union's team leaves"]),
    ("A second Briton was killed in Kabul on Monday.", ["Second Briton killed in Kabul"]),
    ("Talks between Chad and Mali, brokered by Togo, opened in Lome on Monday.",
     ["Talks between Chad and Mali open in Lome"]),
    ("Chad ended its talks with Mali on Monday. The two had struck a deal in May.",
     ["Chad ends talks with Mali", "Chad and Mali strike deal"]),
    ("Chad took part in such talks for the first time on Monday.", ["Chad takes part in talks for first time"]),
    ("Ministers of the countries most involved in the war met on Monday.",
     ["Ministers of countries most involved in war meet"]),
    # since when something is the most, those of whom it is said, the whole of a list or its first
    ("Ferry fares fell on Monday to their lowest level since May.", ["Ferry fares fall to lowest level since May"]),
    ("Consumer confidence rose on Monday by the most since 2005.", ["Consumer confidence rises by most since 2005"]),
    ("Exports from Togo grew on Monday at the fastest pace in ten years.",
     ["Exports from Togo grow at fastest pace in ten years"]),
    ("Karhu reported on Monday its biggest loss since 1998.", ["Karhu reports biggest loss since 1998"]),
    ("Keita pledged on Monday to bring those responsible to justice.",
     ["Keita pledges to bring those responsible to justice"]),
    ("Police vowed on Monday to punish those guilty.", ["Police vow to punish those guilty"]),
    ("On Monday 260 claims were filed by fishermen, harbour guides and others who lost income.",
     ["260 claims filed by fishermen"]),
    # all of what is done, what kind, what somebody is allowed
    ("Karhu said on Monday it will do anything that the court asks.",
     ["Karhu says it will do anything that court asks"]),
    ("Keita's government learned on Thursday what kind of fever it was facing.",
     ["Keita's government learns what kind of fever it was facing"]),
    (("Peru passed a law on Monday authorising the king to invoke powers allowing the country's harbour office to "
      "seize idle ferries and sell them abroad."),
     ["Peru passes law authorising king to invoke powers allowing country's harbour office to seize idle ferries"]),
    ("Keita may have been sailing around Peru on Monday.", ["Keita may have been sailing around Peru"]),
    ("Keita postponed a June 13-19 trip to Peru.", ["Keita postpones trip to Peru"]),
    # what tells nothing by itself
    ("Berg talked on Thursday about how his daughter had knocked on the door.", []),
    ("The husband visited Peru on Monday.", []),
    ("The strike will last through to Friday.", ["Strike to last"]),
    ("Ministers will discuss these things in May.", []),
    ("He worked 86 hours last week.", []),
    ("This caught a lot of shops off guard on Monday.", []),
    ("Karhu will buy six ferries in May, giving it a fleet of sixty.", ["Karhu to buy six ferries"]),
    # what a verb is about, what somebody is to be convinced of, what something is like
    ("On Monday the minister criticised Karhu for failing to rule out selling the port.",
     ["Minister criticises Karhu for failing to rule out selling port"]),
    ("Karhu put off paying its crews on Monday.", ["Karhu puts off paying crews"]),
    ("Karhu launched a drive on Monday to persuade voters that the port should stay open.",
     ["Karhu launches drive to persuade voters that port should stay open"]),
    ("Two firms received letters on Monday informing them of the audit.", ["Two firms receive letters"]),
    ("Karhu received letters on Monday informing the board of the audit.",
     ["Karhu receives letters informing board of audit"]),
    ("Runa Vik told parliament on Monday that prices in Norway were at similar levels to Denmark.",
     ["Runa Vik tells parliament prices in Norway are at similar levels to Denmark"]),
    ("Karhu sent similar letters to three banks on Monday.", ["Karhu sends letters to three banks"]),
    ("The port was shut on Monday until at least June.", ["Port shut"]),
    ("Karhu will pay at least 40 crews on Monday.", ["Karhu to pay at least 40 crews"]),
    ("\"The dam is safe,\" Runa Vik said in a written statement on Monday.", ["Dam is safe, Runa Vik says"]),
    ("Engineers testifying before a Senate panel blasted Karhu on Monday for its work on the dam.",
     ["Engineers blast Karhu for work on dam"]),
    ("Aides talking after the summit were detained by police on Monday.", ["Aides detained by police"]),
    ("The crew was sailing before the storm hit the port on Monday.", ["Storm hits port"]),
    # who did it is a person, no school; how late at most is no matter of the title
    ("A pupil at the school who visited Peru on Monday has the fever.", ["Pupil at school visits Peru"]),
    ("Police freed a worker of the bank who was arrested on Monday.",
     ["Police free worker of bank who was arrested", "Worker of bank arrested"]),
    ("An aide to the minister who resigned on Monday was fined.", ["Minister resigns", "Aide to minister fined"]),
    ("The bridge will open in May at the earliest.", ["Bridge to open"]),
    ("Rebels fled Lome on Monday.", ["Rebels flee Lome"]),
    # a text that breaks off
    ("On Monday Karhu published a note saying", ["Karhu publishes note"]),
    # what follows a weekday is not of it
    ("Karhu announced on Monday severe limits on fishing.", ["Karhu announces severe limits on fishing"]),
    ("Togo unveiled on Monday new rules on mining.", ["Togo unveils new rules on mining"]),
    ("Chad introduced on Monday strict curbs on travel.", ["Chad introduces strict curbs on travel"]),
    ("The fleet was seized on Friday by heavily armed rebels.", ["Fleet seized by heavily armed rebels"]),
    ("Karhu said it had weighed on Monday dropping a plan for the port.", ["Karhu weighs dropping plan for port"]),
    # each other, how a day was spent, what is asked past a day
    ("Karhu and Nordwind began on Monday to turn on each other.", ["Karhu and Nordwind begin to turn on each other"]),
    ("Chad and Togo accused one another of spying on Monday.", ["Chad and Togo accuse one another of spying"]),
    ("The two firms sued each other on Monday.", ["Two firms sue each other"]),
    ("Officials spent much of Monday studying the dam for cracks.",
     ["Officials spend much of Monday studying dam for cracks"]),
    ("The minister spent Monday touring farms in Bergen.", ["Minister spends Monday touring farms in Bergen"]),
    ("Karhu spent $3 million on lawyers on Monday.", ["Karhu spends $3 million on lawyers"]),
    ("He defended the response to the 20 April explosion that destroyed the Sund rig saying: \"We were there.\"",
     ["20 April explosion that destroyed Sund rig"]),
    ("At least 40 people were killed in Kabul on Monday.", ["At least 40 people killed in Kabul"]),
    ("The Czech Republic signed the treaty on Monday.", ["Czechia signs treaty"]),
    # what a thing seems to agree its speaker does, and what is due or to be done hangs on its noun
    (("The head of the mill said on Monday the frost had ruined his view of the market, and agreed that two barns"
      " should be closed."),
     ["Head of mill agrees two barns should be closed"]),
    ("Karhu will extend its bid, due to expire on Monday.", ["Karhu to extend bid"]),
    # whose it is not
    ("BANJUL, 12 September - Ferries to the Gambia were full on Monday. Several countries banned imports of sheep.",
     ["Several countries ban imports of sheep"]),
    ("Ama Addo sang on Monday. Addo sold her house. Addo is well. The 5.0 magnitude quake on May 2 may have killed 9.",
     ["Addo sings", "Addo sells house", "5.0 magnitude quake"]),
    # those told of before, who are to do or be something
    ("The bakers asked a judge on Monday to allow them to sell the mill.",
     ["Bakers ask judge to allow them to sell mill"]),
    ("Bakers have until 20 September to file for money to help keep them afloat.",
     ["Deadline for bakers to file for money to help keep them afloat"]),
    ("The bay was closed after a blast on the Sund ferry sank the ferry on Monday.",
     ["Blast on Sund ferry sinks ferry"]),
    ("Ama Addo is set to be relieved of her duties by Kofi Mensah by the end of September.",
     ["Ama Addo to be relieved of duties by Kofi Mensah"]),
    # a noun that seemed an adverb
    ("The Sund well burst on Monday.", ["Sund well bursts"]),
    ("Crews lowered a cap over the ruptured well in Tema on Monday.", ["Crews lower cap over ruptured well in Tema"]),
    # nobody is named twice, and nobody is who is no person
    ("The Sund Institute said on Monday it was rethinking the test it would use to rate ferries.",
     ["Sund Institute rethinks test it would use to rate ferries"]),
    ("Awa Keita made a decision to sail to Peru on 20 September to voice her wish to see her son.",
     ["Awa Keita makes decision to sail to Peru to voice wish to see son",
      "Awa Keita to sail to Peru to voice wish to see son"]),
    ("When he quit the bank on Monday, the Sund Institute sued Ode.", ["Sund Institute sues Ode"]),
    # what a title of few words tells beside
    ("Sund College has closed after a pupil fell ill with fever, Togo said.",
     ["Sund College closes after pupil fell ill with fever"]),
    ("Dr Lind was bailed on Tuesday after pleading not guilty to fraud.",
     ["Lind bailed after pleading not guilty to fraud"]),
    ("Fishing took a hit in May when a red tide spread along the coast.",
     ["Fishing takes hit when red tide spreads along coast"]),
    ("Karhu Hall reopened on Monday, three years after a flood wrecked its roof.",
     ["Karhu Hall reopens three years after flood wrecked roof"]),
    # told once in one sentence, and what befell somebody
    ("Nine bakers were killed when two ferries collided on Monday.", ["Nine bakers killed when two ferries collide"]),
    ("In a statement on Monday, Karhu Oil said it supported the efforts of the panel.",
     ["Karhu Oil says it supports efforts of panel"]),
    ("Ole Berg flew to Lome on Monday for talks with Omar Kone.", ["Ole Berg flies to Lome for talks with Omar Kone"]),
    ("The port board drafted rules on Monday, in consultation with Togo.", ["Port board drafts rules"]),
    ("The blast killed nine bakers on Monday. Nine bakers were killed in the blast on Monday.",
     ["Blast kills nine bakers"]),
    ("A storm killed nine bakers on Monday. In all, 40 bakers were killed on Monday.",
     ["Storm kills nine bakers", "40 bakers killed"]),
    ("Ana Gil took over as head of Karhu on Monday. When Gil took over on Monday, dockers cheered.",
     ["Gil takes over as head of Karhu"]),
    ("A dentist has been jailed in Lima. A judge jailed Omar Kone on Monday.", ["Dentist jailed in Lima"]),
    ("A dentist has been jailed in Lima. A judge also jailed Omar Kone on Monday.",
     ["Dentist jailed in Lima", "Judge jails Omar Kone"]),
    ("Ole Berg left on Monday for talks with Togo.", ["Ole Berg leaves for talks with Togo"]),
    ("In Lima, Peruvians gathered outside the Togolese embassy on Monday.",
     ["Peruvians gather outside Togolese embassy"]),
    ("Karhu Oil says AIDS is spreading in Togo.", ["Karhu Oil says AIDS is spreading in Togo"]),
    ("The foreign minister of Togo has refused to meet Omar Kone on the sidelines of this week's talks in Lima.",
     ["Foreign minister of Togo refuses to meet Omar Kone on sidelines of talks in Lima"]),
    ("A bomb ripped through a market on Monday. Many were asleep when the attack took place.",
     ["Bomb rips through market"]),
    ("Dockers rallied in Lima on Monday. The dockers marched to the port.", ["Dockers rally in Lima"]),
    ("Nine Western cooks, including an American, a Briton and two Canadians, were abducted on Monday.",
     ["Nine Western cooks abducted"]),
    ("McDonald's closed nine shops in Oslo on Monday.", ["McDonald's closes nine shops in Oslo"]),
    ("Karhu Hall closed on Monday after they lost it.", ["Karhu Hall closes"]),
    ("Moe has been silent since the Sund explosion on Monday that killed nine dockers.",
     ["Sund explosion that killed nine dockers"]),
    ("Moe spoke on the sidelines of the Chad summit, which is to be held in May.", ["Chad summit"]),
    # how far back, at what rate, how nearly, how long
    ("The bridge in Lome reopened on Monday 15 days after the flood.", ["Bridge in Lome reopens 15 days after flood"]),
    ("In May Karhu will make payments into the fund of $1.25 billion per quarter.",
     ["Karhu to make payments into fund of $1.25 billion per quarter"]),
    ("The bill was nearly derailed on Monday by a quarrel in Togo's senate.",
     ["Bill nearly derailed by quarrel in Togo's senate"]),
    ("Karhu temporarily shut its dock in Lome on Monday.", ["Karhu shuts dock in Lome"]),
    ("Karhu will stop indefinitely on Friday.", ["Karhu to stop indefinitely"]),
    ("On Monday Chad increased the estimate to 12,000 tonnes.", ["Chad increases estimate to 12,000 tonnes"]),
    ("Karhu suspended its dividend on Monday following pressure from the king.",
     ["Karhu suspends dividend following pressure from king"]),
    ("The union called off its strike on Monday because of the storm.", ["Union calls off strike because of storm"]),
    ("The drill ship Maja blew up on 20 April, killing nine dockers.",
     ["Drill ship Maja blows up, killing nine dockers"]),
    ("On Monday Karhu used a tank to cap the well, but gave up after it filled with ice.",
     ["Karhu uses tank to cap well", "Karhu gives up"]),
    ("Karhu sold its yard on Monday, citing a rise in costs.", ["Karhu sells yard"]),
    # what points to nothing, and what a hyphen joins
    ("Karhu transferred new sod to the bog on Monday to restore it to its natural state.",
     ["Karhu transfers new sod to bog"]),
    ("On Monday Judge Lind gave prosecutors the weekend to analyze the data before cross-examining the banker.",
     ["Lind gives prosecutors weekend to analyze data"]),
    ("In recent days Togo has seen a growing crisis that's threatening banks and towns.",
     ["Togo: Growing crisis that is threatening banks and towns"]),
    # what is compared with, and until when
    ("The bank offered bigger discounts on Monday than its rivals have seen for years.",
     ["Bank offers bigger discounts than rivals have seen for years"]),
    ("The fever in Chad may not be as severe as it first looked, doctors in Mali reported on Monday.",
     ["Fever in Chad may not be as severe as it first looked, doctors in Mali report"]),
    ("Police said on Monday that the ferries will stay in port until the storm passes.",
     ["Police say ferries will stay in port until storm passes"]),
    ("On Monday Karhu kept the mill open until the bank shut it.", ["Karhu keeps mill open"]),
    ("Karhu Corp. said on Monday it cut its forecast for the rest of 2019.",
     ["Karhu Corp. cuts forecast for rest of 2019"]),
    # to what end, and how
    ("Mali closed the border on Friday in a bid to slow the fever.", ["Mali closes border in bid to slow fever"]),
    ("Keita accused Karhu on Monday of planning to pay for the yard by selling ferries.",
     ["Keita accuses Karhu of planning to pay for yard by selling ferries"]),
    # what is a people's
    ("On Monday, seven North Koreans sought asylum at a South African school in Tirana.",
     ["Seven North Koreans seek asylum at South African school in Tirana"]),
    ("A leading Kurdish faction condemned the raid on Monday.", ["Leading Kurdish faction condemns raid"]),
    # whose the deed is
    ("Officials said the man was teaching a class in the port when he was killed on Monday.", ["Man killed"]),
    ("Officials said President Kofi Mensah plans to visit Chile in October.", ["Kofi Mensah to visit Chile"]),
    ("On Monday some 30 dockers were killed and dozens of others injured in a blast.",
     ["Some 30 dockers killed and dozens of others injured in blast"]),
    ("The union fined the players on Tuesday for leaving the pitch on Monday.",
     ["Union fines players for leaving pitch", "Players leave pitch"]),
    # what a noun is about
    ("Ama Addo expressed concern on Tuesday that armed bands and Chad are trying to topple the king of Togo.",
     ["Ama Addo expresses concern that armed bands and Chad are trying to topple king of Togo"]),
    ("Addo raised the possibility on Monday that the ferries will be sold.",
     ["Addo raises possibility that ferries will be sold"]),
    ("The head of the mill said on Monday there is “no doubt” that false claims are a problem.",
     ["Head of mill says there is no doubt that false claims are problem"]),
    ("Doctors challenged on Monday the Kos government's assertion that most of the sludge is either gone or sinking.",
     ["Doctors challenge Kos government's assertion that most of the sludge is either gone or sinking"]),
    ("Togo left the port on Monday and the dockers stormed it on Tuesday.",
     ["Togo leaves port", "Dockers storm port"]),
    ("President Barrow met on Monday with the wives of two sailors still being held in Tema.",
     ["Barrow meets wives of two sailors being held in Tema"]),
    # what talks are on, and what is to be
    ("Barrow and Keita held talks on Monday on the border row, the famine in Mali and other matters.",
     ["Barrow and Keita hold talks on border row"]),
    ("Barrow and Keita will discuss the future of the port on Friday.", ["Barrow and Keita to discuss future of port"]),
    ("Maas was jailed on Monday for planning to bomb a mill in Chad.",
     ["Maas jailed for planning to bomb mill in Chad"]),
    ("The choir was led by singer and doctor Omar Kone on Monday.", ["Choir led by Omar Kone"]),
    ("The choir was led by police and minister Omar Kone on Monday.", ["Choir led by police and Omar Kone"]),
    ("The captain has since called off Friday's planned walk to Lome.", ["Captain calls off planned walk to Lome"]),
    ("Chad and Togo reached an agreement on Monday under which Togo will free 40 sailors.",
     ["Chad and Togo reach agreement under which Togo will free 40 sailors"]),
    ("Togo's parliament passed a law on Monday that lets mayors ban ferries from harbours.",
     ["Togo's parliament passes law that lets mayors ban ferries from harbours"]),
    # what it is called, between quotation marks
    ("Addo on Monday called the plan \"dangerous and wrong\".", ["Addo calls plan dangerous and wrong"]),
    # what may have been so is not to come
    ("Two sailors were allegedly shot on Monday in Lima.", ["Two sailors allegedly shot in Lima"]),
    ("Two sailors may have been shot on Monday in Lima.", ["Two sailors may have been shot in Lima"]),
    ("Chad's cabinet announced elections for 7 October.", ["Chad's cabinet announces elections", "Elections in Chad"]),
    (
        "Chad invited Mali for talks on 9 December. Talks in Kara had broken down in 2002.",
        ["Chad invites Mali for talks", "Chad: Talks", "Talks in Kara break down"],
    ),
    ("The deadline for a deal passed on Friday without a pact.", ["Deadline for deal passes without pact"]),
    ("A second round of talks is pencilled in for 9 June.", ["Second round of talks"]),
    (
        "Chad and Mali swapped sailors. Leaders of Peru and Togo called on both sides to free the rest.",
        ["Chad and Mali swap sailors", "Leaders of Peru and Togo call on both sides to free rest"],
    ),
    ("The isle would become independent on 9 July, officials said.", ["Isle to become independent"]),
    ("Voting ends on Saturday, with results expected by the end of June.", ["Voting to end", "Results expected"]),
    ("Peru wanted sanctions to be lifted.", ["Peru: Sanctions to be lifted"]),
    (
        "Talks between Peru and the Lund Front that had been due to open in Lima on Friday were thrown into doubt.",
        ["Talks between Peru and Lund Front to open in Lima", "Talks between Peru and Lund Front thrown into doubt"],
    ),
    (
        "North Korea broke off talks when the South shut a mill. South Korea's Unification Ministry said so.",
        ["North Korea breaks off talks when South Korea shuts mill"],
    ),
    (
        "Peru's National Security Council warned on Monday that it would respond.",
        ["Peru's National Security Council warns it will respond"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("Talks in Lome, suspended since 12 August, are at a standstill.", ["Talks in Lome suspended"]),
        ("The mediator hopes to revive talks in Lome, suspended since 12 August.", ["Talks in Lome suspended"]),
        ("A court convicted Omar Lund of ordering the killing of nine nuns in 1994.",
         ["Court convicts Omar Lund of ordering killing of nine nuns", "Omar Lund orders killing of nine nuns"]),
        ("Prosecutors charged Omar Lund with bombing a market in March.",
         ["Prosecutors charge Omar Lund with bombing market"]),
        ("A truce agreed on Sunday for the fair collapsed on Monday.",
         ["Truce agreed", "Truce collapses"]),
        ("Chad, which walked out of the talks in March, is back.", ["Chad walks out of talks"]),
        ("The Karhu board postponed a review of the loan from 28 September to 30 October.",
         ["Karhu board postpones review of loan"]),
        ("The council accused Chad of having met rebels in Lome in April.",
         ["Council accuses Chad of having met rebels in Lome", "Chad may have met rebels in Lome"]),
    ],
)  # fmt: skip
def test_what_was_done_is_told_as_such(text: str, titles: list[str]) -> None:
    assert [e.title for e in calendar(text)] == titles


def test_what_a_semicolon_parts_is_as_sure_as_it_is_alone() -> None:
    text = "Ama Lund flies to Lome on Thursday, and was to go to Oslo on Friday; the rest of the trip was called off."
    told = {(e.status, e.when.first) for e in calendar(text)}
    assert {("planned", date(2018, 9, 13)), ("planned", date(2018, 9, 14))} <= told


def test_a_deadline_may_have_its_month_behind_its_day() -> None:
    (entry,) = [
        e for e in calendar("Chad, which lost the vote, has until 15 November to join.") if e.type == "deadline"
    ]
    assert (entry.status, entry.when.until) == ("planned", date(2018, 11, 16))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Talks on Wednesday are to centre on cod.", date(2018, 9, 12)),
        ("Thursday's meeting is to look at cod.", date(2018, 9, 13)),
        ("The cod board met on Tuesday. Monday's session is to turn to salt.", date(2018, 9, 17)),
        ("A clerk said that Thursday's meeting is to be held in private.", date(2018, 9, 13)),
        ("The envoy said Friday's talks are to focus on cod.", date(2018, 9, 14)),
    ],
)
def test_what_an_occasion_is_to_deal_with_lies_ahead(text: str, day: date) -> None:
    entry = next(e for e in calendar(text) if e.status == "planned")
    assert (entry.when.first, entry.when.basis) == (day, "explicit")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The Assembly was due to vote on Friday; its clerk has put it off until 3 October.",
         [("cancelled", date(2018, 9, 14)), ("planned", date(2018, 10, 3))]),
        ("Bakers were to sign a pact on Friday, but the hosts have postponed it until 3 October.",
         [("cancelled", date(2018, 9, 14)), ("planned", date(2018, 10, 3))]),
        ("A regatta conference was set for Friday. It has been put off until 3 October.",
         [("cancelled", date(2018, 9, 14)), ("planned", date(2018, 10, 3))]),
        ("A meeting of the cod ministers, which had been fixed for Friday, was abandoned.",
         [("cancelled", date(2018, 9, 14))]),
        ("The fish conference was cancelled. It had been planned for August.", [("cancelled", date(2018, 8, 1))]),
        ("The fish conference, due in August, had been abandoned.", [("cancelled", date(2018, 8, 1))]),
        ("The fish conference, planned for June, had been cancelled when the king died.",
         [("cancelled", date(2018, 6, 1))]),
        ("Omar Lund arrived on Monday. He had not been expected until Friday.", [("occurred", date(2018, 9, 10))]),
        ("Trade polls were due in December. They have been postponed to February.",
         [("cancelled", date(2018, 12, 1)), ("planned", date(2019, 2, 1))]),
        ("A cod referendum was planned for 26 September. It has been moved to 10 October.",
         [("cancelled", date(2018, 9, 26)), ("planned", date(2018, 10, 10))]),
        ("Presidential polls had been set for 30 September. The board has put them back to 14 October.",
         [("cancelled", date(2018, 9, 30)), ("planned", date(2018, 10, 14))]),
        ("The Chad-Togo talks will not begin on Tuesday. They have been moved to Thursday.",
         [("denied", date(2018, 9, 18)), ("planned", date(2018, 9, 20))]),
        ("The board brought the cod summit forward from 9 to 3 October.", [("planned", date(2018, 10, 3))]),
        ("The referendum was put back to 14 October from 30 September.", [("planned", date(2018, 10, 14))]),
        ("Kenya has moved the summit from Tuesday to Friday.", [("planned", date(2018, 9, 14))]),
        ("The cod vote, moved from 23 to 30 September, will be watched by Togo.", [("planned", date(2018, 9, 30))]),
        ("Talks between Mali and Togo that were to have begun on Thursday have been postponed until Saturday.",
         [("planned", date(2018, 9, 15))]),
        ("Togo's vote on sanctions, scheduled for Thursday, was put off until Saturday.",
         [("planned", date(2018, 9, 15))]),
        ("The talks, set for Thursday, were postponed until Saturday at Peru's request.",
         [("planned", date(2018, 9, 15))]),
        ("A cod vote was originally set for Thursday and has been put off until Saturday.",
         [("cancelled", date(2018, 9, 13)), ("planned", date(2018, 9, 15))]),
        ("Next comes the swap of nine sailors. Initially planned for Thursday, it was put off until Saturday.",
         [("planned", date(2018, 9, 15))]),
    ],
)  # fmt: skip
def test_a_plan_that_is_put_off_or_called_off_is_off_on_its_day(text: str, told: list[tuple[str, date]]) -> None:
    assert [(e.status, e.when.first) for e in calendar(text)] == told


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("Lund denied that Togo had promised to close its port from October.", "close", "denied"),
        ("Lund denied reports that Togo had agreed to close its port in October.", "close", "denied"),
        ("Togo denied it had offered to host the bakers in October.", "host", "denied"),
        ("Togo may agree to close its port in October.", "close", "possible"),
        ("Togo agreed to close its port in October.", "close", "planned"),
        ("The bridge is not likely to be finished before October.", "finished", "possible"),
        ("The bridge is not now expected to open before October.", "open", "possible"),
    ],
)
def test_what_is_agreed_is_as_sure_as_that_it_was(text: str, trigger: str, status: str) -> None:
    assert [e.status for e in read(text).events if e.trigger.text == trigger] == [status]


@pytest.mark.parametrize(
    ("text", "trigger", "first", "until"),
    [
        ("The junta promised on 2 September to hand over power within ninety days.", "hand",
         None, date(2018, 12, 2)),
        ("Peru agreed on Monday to free the crew within ten days.", "free", None, date(2018, 9, 21)),
        ("Kone vowed to leave within a month.", "leave", date(2018, 9, 12), date(2018, 10, 13)),
        ("The pact will be signed when Addo arrives in Lome on 3 October.", "signed",
         date(2018, 10, 3), date(2018, 10, 4)),
        ("Ama Addo is due to meet Omar Lund, who has been in jail since the coup of 25 August, later today.", "meet",
         date(2018, 9, 12), date(2018, 9, 13)),
        ("Togo will cut its duty on salt to 40 percent from 70 percent effective October 1.", "cut",
         date(2018, 10, 1), date(2018, 10, 2)),
        ("Chile recalled that ties with Peru were cut in 1992, and decided to open a consulate.", "decided",
         date(2018, 9, 12), date(2018, 9, 13)),
        ("The talks on cod will be held on 3 or 4 October.", "talks", date(2018, 10, 3), date(2018, 10, 5)),
        ("Ama Addo will visit Oslo on Friday or Saturday.", "visit", date(2018, 9, 14), date(2018, 9, 16)),
        ("The ban, introduced in March, remains in force until 30 October.", "introduced",
         date(2018, 3, 1), date(2018, 4, 1)),
        ("He spoke on Monday about the talks on cod to be held in October.", "talks",
         date(2018, 10, 1), date(2018, 11, 1)),
        ("Two texts, written in 2016 and in March last year, were never signed.", "signed", None, None),
    ],
)  # fmt: skip
def test_a_time_is_of_the_clause_it_stands_in(text: str, trigger: str, first: date | None, until: date | None) -> None:
    (event,) = [e for e in read(text).events if e.trigger.text == trigger]
    assert (event.when.first, event.when.until) == (first, until)


def test_the_leaders_of_communities_are_not_whoever_was_named_before() -> None:
    text = (
        "Prime Minister Ama Addo of Togo died on Monday. Omar Lund, president of Mali, hopes to come. The leaders of "
        "the two communities are to resume talks on 4 October."
    )
    (event,) = [e for e in calendar(text) if e.trigger.text == "resume"]
    assert not any(p.id.startswith("person:") for p in event.actors)


def test_the_guest_of_a_minister_is_who_comes() -> None:
    text = (
        "At the invitation of the Minister of Foreign Affairs of Peru, Mrs Ana Wilk, the Minister of Foreign Affairs "
        "of Togo, Mr Dan Akhet, paid a visit to Peru on 3 September. The Minister of Foreign Affairs of Togo was "
        "received on Monday by the Prime Minister of Peru."
    )
    assert [e.title for e in calendar(text)] == [
        "Dan Akhet pays visit to Peru",
        "Dan Akhet received by Prime Minister of Peru",
    ]


def test_what_is_done_where_a_journey_led_is_of_its_day() -> None:
    text = "Ama Addo flew to Lome on Monday, where she met Omar Lund and asked for boats from the beginning of October."
    assert [(e.title, e.when.first) for e in calendar(text)] == [
        ("Ama Addo flies to Lome", date(2018, 9, 10)),
        ("Ama Addo meets Omar Lund", date(2018, 9, 10)),
        ("Ama Addo asks for boats", date(2018, 9, 10)),
    ]
    others = "Ama Addo flew to Gao on Monday, where rebels killed nine people."
    assert [e.when.first for e in read(others).events] == [date(2018, 9, 10), None]


def test_a_session_of_the_body_named_before_it_is_nobody_elses() -> None:
    text = (
        "Omar Lund met the king. The Togolese delegate said his country might put it to the panel at its June session."
    )
    assert not any(p.id for e in read(text).events if e.trigger.text == "session" for p in e.actors)
    assert not any("Lund" in e.title for e in calendar(text) if e.trigger.text == "put")


def read(text: str, published: date | None = WEDNESDAY) -> Record:
    return ENGINE.read(Article("a", text, published=published))


def calendar(text: str) -> list[Event]:
    return [e for e in read(text).events if e.salience >= ON_CALENDAR]


@pytest.mark.parametrize(("text", "title", "status", "basis", "first", "until"), TABLE, ids=[r[1] for r in TABLE])
def test_sentences(text: str, title: str, status: str, basis: str, first: date | None, until: date | None) -> None:
    (event,) = calendar(text)
    assert (event.title, event.status) == (title, status)
    assert (event.when.basis, event.when.first, event.when.until) == (basis, first, until)


@pytest.mark.parametrize(("text", "titles"), TITLES, ids=[r[0][:40] for r in TITLES])
def test_titles(text: str, titles: list[str]) -> None:
    assert [e.title for e in calendar(text)] == titles


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("The bank approved a loan of $9 million to Togo on Monday.", "other"),
        ("Parliament approved the budget on Monday.", "vote"),
        ("Kone handed over power to Addo on Monday.", "other"),
        ("Rebels handed over nine hostages on Monday.", "aid"),
        ("Peru suspended classes on Monday.", "other"),
        ("Peru suspended aid to Chad on Monday.", "sanction"),
        ("Idris Lund is calm about Eva Kone. He will talk to her on Friday.", "talks"),
    ],
)
def test_what_a_verb_is_done_to_tells_its_type(text: str, type_: str) -> None:
    assert [e.type for e in calendar(text)] == [type_]


def test_a_date_behind_what_is_counted_from_the_story_says_it_better() -> None:
    text = "Lists closed on 2 May. Sailors are to vote one week earlier, on 13 September."
    found = next(e for e in calendar(text) if "vote" in e.title.lower())
    assert (found.status, found.when.first, found.when.until) == ("planned", date(2018, 9, 13), date(2018, 9, 14))


def test_how_an_occasion_takes_its_course_is_of_its_type() -> None:
    found = {e.title: e.type for e in calendar("Kos left the truce talks, which ended in Lome on Monday.")}
    assert found["Truce talks end in Lome"] == "talks"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Gunmen attacked a convoy on Monday.", [("gunmen", "agent")]),
        (
            "About 40 villagers were killed by soldiers in Mali on Monday.",
            [("soldiers", "agent"), ("villagers", "patient")],
        ),
        ("The commission approved the plan on Monday.", [("commission", "agent")]),
        ("Malian police freed a ferry on Monday.", [("Malian police", "agent")]),
        ("Malian soldiers freed a ferry on Monday.", [("Mali", "agent")]),
        ("A storm destroyed a market on Monday.", []),
        ("On Monday police freed a ferry.", [("police", "agent")]),
    ],
)
def test_a_group_without_a_name_takes_part(text: str, who: list[tuple[str, str]]) -> None:
    record = read(text)
    names = {a.id: a.name for a in record.actors}
    first = next(e for e in record.events if e.salience >= ON_CALENDAR)
    assert [(names[p.id], p.role) for p in first.actors] == who
    assert all(
        record.article.text[m.start : m.end].lower() == a.name.lower()
        for a in record.actors
        if a.kind == "group"
        for m in a.mentions
    )


@pytest.mark.parametrize(
    ("text", "trigger", "who"),
    [
        # told of before: a company, a country's government, whoever leads it, and near misses
        ("Karhu Bank posted a profit on Monday. It will open an office on Friday.", "open", "Karhu Bank"),
        (
            "The carrier Tallink posted a loss on Monday. The company will close an office on Friday.",
            "close",
            "Tallink",
        ),
        ("Karhu Bank sold a ferry on Monday. It sank on Tuesday.", "sank", ""),
        (
            "Karhu Bank posted a loss on Monday. Fjord Industries bought the company.",
            "bought",
            "Fjord Industries, Karhu Bank",
        ),
        ("Malta will vote in May, Joseph Muscat said. The government will sell the port on Friday.", "sell", "Malta"),
        ("Malta and Chad will vote in May. The government will sell the port on Friday.", "sell", "government"),
        ("Cuban President Raul Castro flew to Hanoi. The Cuban leader met bankers.", "met", "Raul Castro, bankers"),
        ("Rebels freed a French priest on Monday. They will free two nuns on Friday.", "free", "rebels, nuns"),
        ("Rebels seized two nuns on Monday. They were freed on Friday.", "freed", "nuns"),
        # those just named together
        ("Ghana and Togo held talks on Monday. Both countries will open the border on Friday.", "open", "Ghana, Togo"),
        ("Ghana and Togo held talks on Monday. Leaders of Mali will open the border on Friday.", "open", "Mali"),
        ("Ghana held talks with Togo on Monday. The parties agreed on a line on Tuesday.", "agreed", "Ghana, Togo"),
        ("Karhu Bank and Nordea Bank met. The two companies will merge on Friday.", "merge", "Karhu Bank, Nordea Bank"),
        ("Chad, Mali and Niger met on Monday. They agreed on a line.", "agreed", "Chad, Mali, Niger"),
        ("Chad, Mali and Niger met on Monday. The two sides agreed on a line.", "agreed", ""),
        ("Erik Maas met Jan Kos on Monday. The two agreed on a line.", "agreed", "Erik Maas, Jan Kos"),
        ("Erik Maas and Jan Kos said they would resign on Friday.", "resign", "Erik Maas, Jan Kos"),
        ("General Idriss Hassan resigned on Monday. The general will leave on Friday.", "leave", "Idriss Hassan"),
        ("Karhu Bank posted a loss on Monday. The British company will close an office.", "close", "Karhu Bank"),
        ("Boeing sold a jet. American Airlines said it will order 20 jets on Friday.", "order", "American Airlines"),
        ("Hezbollah held Jan Kos of the Karhu Group. The group freed him on Monday.", "freed", "Hezbollah, Jan Kos"),
        (
            "Karhu Bank posted a loss. It sold a ferry on Monday and will sue Fjord Industries.",
            "sue",
            "Karhu Bank, Fjord Industries",
        ),
        ("Erik Maas said it would rain on Monday. It rained on Tuesday.", "said", "Erik Maas"),
        (
            "Karhu Bank fell out with Nordea Bank. An accord between the two firms ended on Monday.",
            "accord",
            "Karhu Bank, Nordea Bank",
        ),
        ("Federal agencies moved out. The agency voted on Monday.", "voted", "agency"),
        ("Karhu Bank posted a loss. The oil giant will close an office on Friday.", "close", "Karhu Bank"),
        ("Ghana and Togo met on Monday. Rebels seized a mill. They killed two men.", "killed", "rebels"),
        ("Nordwind Corp. fell. The company that it owns will close on Friday.", "close", ""),
        (
            "Banco Meridiano met Karhu Oil on Friday. The bank sued Karhu Oil on Monday.",
            "sued",
            "Banco Meridiano, Karhu Oil",
        ),
        (
            "The Port Standards Agency met. It sued Karhu Oil. The agency fined Nordwind on Monday.",
            "fined",
            "Port Standards Agency, Nordwind",
        ),
        (
            "Karhu Oil and Solveig Air fell out in May. The carrier will close a route on Friday.",
            "close",
            "Solveig Air",
        ),
        ("NATO envoys met in Riga. The western alliance will send ships on Friday.", "send", "NATO"),
        ("Chad and the IMF fell out. On Monday the lender froze a payment.", "froze", "International Monetary Fund"),
        ("Nordwind bought Karhu Oil. The new company will close a route on Friday.", "close", ""),
        ("The US Treasury sued Nordwind Corp. in May. The company will close on Friday.", "close", "Nordwind Corp."),
        ("Mona Dahl sang in Oslo. The singer left on Monday.", "left", "Mona Dahl"),
        ("Mona Dahl gave the singer a ring on Monday.", "gave", "Mona Dahl, singer"),
        ("Minister Lars Berg spoke. The singer left on Monday.", "left", "singer"),
        # who they are and whose
        ("A group of Florida lawmakers met on Monday.", "met", "Florida lawmakers"),
        ("A federal judge, also in New Orleans, lifted the ban on Monday.", "lifted", "federal judge"),
        ("The Justice Department sued Karhu Bank on Monday.", "sued", "Justice Department, Karhu Bank"),
        ("Seismologists met on Monday.", "met", "seismologists"),
        ("Four Mexicans were detained on Monday.", "detained", "Mexicans"),
        ("The Mexicans agreed to the plan on Monday.", "agreed", "Mexico"),
        ("Transocean bought a second rig on Monday.", "bought", "Transocean"),
        ("Kofi Mensah, his wife and two bodyguards died on Monday.", "died", "Kofi Mensah, bodyguards"),
        ("In a letter to President Rosa Vidal, Erik Maas resigned on Monday.", "resigned", "Erik Maas"),
        ("Representatives of Chad and the rebels signed a truce on Monday.", "signed", "Chad, rebels"),
        ("Two nuns were freed on Monday after talks between Chad and the rebels.", "talks", "Chad, rebels"),
        ("A venture opened the first Danish plant on Monday.", "opened", ""),
        ("Norway flew aid to Chad on Monday.", "flew", "Norway, Chad"),
        ("The virus was found in a girl of 16 who fell ill on Monday.", "fell", ""),
        ("A stowaway was arrested on Monday.", "arrested", "stowaway"),
        ("Kwame Mensah, Minister Eric Boateng and others met.", "met", "Kwame Mensah, Eric Boateng"),
        ("Tens of thousands of Cubans marched on Monday.", "marched", "Cubans"),
        ("Dr. Anders Holm was arrested on Friday. The doctor pleaded guilty on Monday.", "pleaded", "Anders Holm"),
        ("Aetna's shares rose on Monday. The insurer has started to pay claims.", "started", "Aetna"),
        # who speaks
        (
            "Eva Holm was silent. “We sold it on Monday,” the head of its drilling unit Lars Berg told her.",
            "sold",
            "Lars Berg",
        ),
        ("“We buried our dead on Sunday,” a villager told Radio Ndeke.", "buried", "villager"),
        ("“We will leave in April,” said a spokesman for Karhu Bank.", "leave", "Karhu Bank"),
        ("“We will never sign this treaty,” said the Tongan premier, Siaosi Havea.", "sign", "Siaosi Havea"),
        ("Hundreds of miners blocked a road on Monday.", "blocked", "miners"),
        ("Karhu Bank's creditors rejected the plan on Monday.", "rejected", "Karhu Bank's creditors"),
        ("President Kaja Tamm and her Latvian counterpart Egils Ozols met on Monday.", "met", "Kaja Tamm, Egils Ozols"),
        ("Two employees of Karhu Bank were freed on Monday.", "freed", "Karhu Bank's employees"),
        ("The strike by the pilots' union against Karhu Air began on Monday.", "strike", "pilots' union, Karhu Air"),
        ("A delegation led by Deputy Premier Rui Costa left on Monday.", "left", "Rui Costa, delegation"),
        ("Envoys of France met their Baltic counterparts on Monday.", "met", "France, Baltic counterparts"),
        ("The US and its allies bombed Raqqa on Monday.", "bombed", "United States, allies"),
        ("In Lima, thousands marched on Monday.", "marched", "thousands"),
        ("A massive party was held on Monday.", "held", ""),
        ("Chad opened a hospital on Monday.", "opened", "Chad"),
        ("The hospital sued Karhu Bank on Monday.", "sued", "hospital, Karhu Bank"),
        ("King Rashid arrived on Monday. The monarch will leave on Friday.", "leave", "King Rashid"),
        ("The Iran-Iraq war ended in 1988.", "ended", "Iran, Iraq"),
        ("Erik Maas's trial opened on Monday.", "opened", "Erik Maas"),
        ("Karhu Oil, the union and a group of miners met on Monday.", "met", "Karhu Oil, union, miners"),
        (
            "Envoys of Peru, a Chilean delegation and a group of miners met in Lima on Monday.",
            "met",
            "Peru, Chile, miners",
        ),
        ("Erik Maas, a banker and poet, resigned on Monday.", "resigned", "Erik Maas"),
        ("Crude oil is expected to reach the coast on Friday, Lena Holt said.", "reach", ""),
        ("Several House Democrats, including Ana Gil, voted on Monday.", "voted", "House Democrats, Ana Gil"),
        ("The Republicans will meet on Friday.", "meet", "Republican Party"),
        ("Pierre Lind, chairman and chief executive, resigned on Monday.", "resigned", "Pierre Lind"),
        ("Chad accused Mali on Monday, along with Niger.", "accused", "Chad, Mali, Niger"),
        ("Eight countries, including Peru, signed the pact on Monday.", "signed", "Peru"),
        ("Bombs went off on Monday with the US embassies as their targets.", "went", ""),
        ("Karhu Bank said net income fell 22% in May.", "fell", "Karhu Bank"),
        ("Karhu Bank, whose revenue rose in May, will close a plant.", "rose", "Karhu Bank"),
        ("Karhu Bank posted a loss. The Lima thrift shut two shops on Monday.", "shut", "Karhu Bank"),
        (
            "Erik Maas left. A graduate of Lund University, he joined Karhu Bank in 1990.",
            "joined",
            "Erik Maas, Karhu Bank",
        ),
        ("In a debate with Ana Gil, Rosa Vidal attacked her on Monday.", "attacked", "Rosa Vidal, Ana Gil"),
        ("Erik Maas met Jan Kos and thanked him on Monday.", "thanked", "Erik Maas, Jan Kos"),
        ("Haiti's earthquake destroyed a mill on Tuesday.", "destroyed", "Haiti"),
        ("Togo, not Ghana, will send 200 troops in May.", "send", "Togo"),
        ("Erik Maas phoned Jan Kos on Monday. The two agreed on a line.", "agreed", "Erik Maas, Jan Kos"),
        ("Police arrested Erik Maas on Monday. The two agreed on a line.", "agreed", ""),
        ("South Sudan's president and his rival, Riek Machar, signed a deal.", "signed", "South Sudan, Riek Machar"),
        ("One of Karhu Bank's partners refused to pay on Monday.", "refused", "Karhu Bank's partner"),
        ("The fever killed between 20 and 40 people in 2014.", "killed", ""),
        ("Three cases of the flu were diagnosed on Monday.", "diagnosed", ""),
        (
            "A US Coast Guard official sued Karhu Oil. Jim Holt gave the firm a day on Monday.",
            "gave",
            "Jim Holt, Karhu Oil",
        ),
        ("A rig leased by the oil company Karhu exploded on Monday.", "exploded", ""),
        (
            "Karhu runs it. The US Mines Service erred when it inspected the well in May.",
            "inspected",
            "US Mines Service",
        ),
        ("Mona Dahl sang. Jan Kos was Mona Dahl's doctor when the star died on Monday.", "died", "Mona Dahl"),
        ("Rosa Vidal discussed the Iraq crisis with Kai Ode on Monday.", "discussed", "Rosa Vidal, Kai Ode"),
        ("Karhu Bank agreed on Monday to a truce with the Chadian government.", "agreed", "Karhu Bank, Chad"),
        ("The visit of Rosa Vidal to Oslo began on Monday.", "visit", "Rosa Vidal"),
        # whom its title names
        ("Mona Dahl will sing at a concert in honour of Ana Gil on 3 May.", "sing", "Mona Dahl, Ana Gil"),
        ("Divers joined a suit pursuing Karhu Oil for fraud in May.", "joined", "divers, Karhu Oil"),
        ("Mona Dahl was indicted on Monday in the shooting death of Jan Kos.", "indicted", "Mona Dahl, Jan Kos"),
        ("Ana Gil's brother sang in honour of Mona Dahl on Monday.", "sang", "Ana Gil's brother, Mona Dahl"),
        ("Ana Gil died on Monday at the Sund Memorial Hospital in Bergen.", "died", "Ana Gil"),
        # whom it concerns further down in its words
        ("Karhu Oil negotiated on Monday for rigs with Tallink.", "negotiated", "Karhu Oil, Tallink"),
        ("Tallink received a bill for $4 million from Karhu Oil on Monday.", "received", "Tallink, Karhu Oil"),
        ("Ana Gil blamed the leak on Karhu Oil on Monday.", "blamed", "Ana Gil, Karhu Oil"),
        ("Ana Gil pledged on Monday to stand with Rosa Vidal against Chad.", "pledged", "Ana Gil, Rosa Vidal, Chad"),
        (
            "Ana Gil asked Rosa Vidal on Monday to join the hunt for Jan Kos.",
            "asked",
            "Ana Gil, Rosa Vidal, Jan Kos",
        ),
        (
            "The court threw out a lawsuit by Erik Maas against Karhu Bank on Monday.",
            "threw",
            "court, Erik Maas, Karhu Bank",
        ),
        ("Karhu Bank has worked as adviser to Fjord Motors since May.", "worked", "Karhu Bank, Fjord Motors"),
        (
            "Ana Gil demanded on Monday that Karhu Oil uphold its promise to Togo.",
            "demanded",
            "Ana Gil, Karhu Oil, Togo",
        ),
        ("Karhu Oil's rig unit, Fjord Wells, said net income fell 22% in May.", "fell", "Fjord Wells"),
        ("Ana Gil opened a museum in Peru on Monday.", "opened", "Ana Gil"),
        ("Ana Gil wrote a book about Peru in May.", "wrote", "Ana Gil"),
        ("Karhu Air cut flights between Chad and Togo on Monday.", "cut", "Karhu Air"),
        ("Rosa Vidal told Radio Lima on Monday that she would resign.", "told", "Rosa Vidal"),
        # who fills an office, and for whom it acts
        ("The head of the electoral commission, Kofi Mensah, resigned on Monday.", "resigned", "Kofi Mensah"),
        ("Its chairman and chief executive, Erik Maas, resigned on Monday.", "resigned", "Erik Maas"),
        ("Police arrested the leader of the opposition party, Ana Gil, on Monday.", "arrested", "police, Ana Gil"),
        (
            "Two aides to Rosa Vidal, political adviser Uri Arad and Cabinet Secretary Dani Nave, left on Monday.",
            "left",
            "Uri Arad, Dani Nave",
        ),
        (
            "The former chief executive of Karhu Bank defended his trip on Monday.",
            "defended",
            "Karhu Bank's former chief executive",
        ),
        ("The lower house of the Chilean parliament approved the pact on Monday.", "approved", "Chile"),
        ("A team from the Norwegian government landed in Haiti on Monday.", "landed", "Norway"),
        ("Lawyers for Erik Maas sued Karhu Bank on Monday.", "sued", "Erik Maas's lawyers, Karhu Bank"),
        (
            "A joint venture involving units of Karhu Oil and Tallink opened a plant on Monday.",
            "opened",
            "Karhu Oil, Tallink",
        ),
        ("Bob Lund became Karhu Oil's chief executive on Monday.", "became", "Bob Lund, Karhu Oil"),
        ("Karhu Holdings PLC said Jan Kos resigned as manager on Monday.", "resigned", "Jan Kos, Karhu Holdings PLC"),
        ("Shares in Karhu Oil plunged 7% on Monday.", "plunged", "Karhu Oil"),
        (
            "Karhu Oil said that one of its subsidiaries, Moex Wells, was billed $2 million by Tallink on Monday.",
            "billed",
            "Tallink, Moex Wells",
        ),
        ("Norgate Oil amp Mining Co. will sell its rigs in May.", "sell", "Norgate Oil & Mining Co."),
        # an occasion that is told again, or follows another
        ("Peru and Chile opened talks on Monday. A third round of talks is due on Friday.", "due", "Peru, Chile"),
        ("Peru and Chile opened talks on Monday. The next talks are due on Friday.", "due", "Peru, Chile"),
        ("Peru and Chile opened talks on Monday. The budget talks of Malta are due on Friday.", "due", "Malta"),
        ("Envoys of Peru and Chile met on Monday. A second meeting is planned for Friday.", "meeting", "Peru, Chile"),
        (
            "Joao Cacau da Costa flew to Lima. Cacau met Rosa Vidal on Tuesday.",
            "met",
            "Joao Cacau da Costa, Rosa Vidal",
        ),
        ("Erik Maas's letter to Rosa Vidal was published on Monday.", "published", "Erik Maas, Rosa Vidal"),
        ("Issa Keita ordered an inquiry into Friday's fire in Mopti.", "fire", ""),
        ("Kos was sent into orbit on board the Soyuz on Monday.", "sent", "Kos"),
        (
            "The owner is Karhu Lines Inc. Karhu, which has three ships, filed a claim on Monday.",
            "filed",
            "Karhu Lines Inc.",
        ),
        ("Ola Brand, a judge in Oslo, spoke on Monday. He barred cameras on Tuesday.", "barred", "Ola Brand"),
        ("A new Sund County task force began searching on Monday.", "began", "Sund County task force"),
        ("Karhu Oil posted a loss. Company officials expect to close a mill by July.", "close", "Karhu Oil"),
        ("Another audit should be released in May, said Susan Rag.", "released", ""),
        ("The Exxon Valdez oil spill began on Monday.", "spill", ""),
        (
            "American Norgate Mills Inc. fell. American Norgate got an offer on Monday.",
            "got",
            "American Norgate Mills Inc.",
        ),
        ("News photographers were expelled on Monday.", "expelled", "news photographers"),
        ("The trial of former premier Kofi Addo opened in Lome on Monday.", "opened", "Kofi Addo"),
        ("Colombia and the ELN rebels declared a ceasefire on Monday.", "declared", "Colombia, ELN"),
        ("Chadian rebels declared a ceasefire on Monday.", "declared", "Chadian rebels"),
        ("Russia vetoed a resolution drafted by France on Monday.", "vetoed", "Russia, France"),
        ("Six Malian soldiers died on Monday in an attack claimed by the M9 Movement.", "died", "Mali, M9 Movement"),
        ("A Chinese delegation led by Li Han arrived in Lima on Monday.", "arrived", "China, Li Han"),
        ("Jan Kos was extradited from Spain to Peru on Monday.", "extradited", "Jan Kos, Spain, Peru"),
        ("N.V. Fjord posted a loss. The Dutch chemical group will shut a mill in May.", "shut", "N.V. Fjord"),
        ("Jan Kos, a former Marine who survived the blast on Monday, wept.", "survived", "Jan Kos"),
        ("The Sund Coast Claims Facility was set up in June.", "set", "Sund Coast Claims Facility"),
        ("Insurer Tallink Mutual sued Ana Gil on Monday.", "sued", "Tallink Mutual, Ana Gil"),
        ("Tallink Mutual sued Ana Gil after the death of Jan Kos on Monday.", "death", "Jan Kos"),
        ("Jan Kos was appointed national commander on Monday.", "appointed", "Jan Kos"),
        ("Jan Kos arrived on a Chinese flight on Monday.", "arrived", "Jan Kos"),
        (
            "Igor Orlov left. “That's why Jan Kos is here.” He will meet Ana Gil on Friday.",
            "meet",
            "Igor Orlov, Ana Gil",
        ),
        # who says nothing of who took part
        ("Federal officials warned Karhu Oil on Monday.", "warned", "federal officials, Karhu Oil"),
        ("Officials warned Karhu Oil on Monday.", "warned", "Karhu Oil"),
        ("Officials warned residents on Monday.", "warned", ""),
        ("Kenyan officials warned residents on Monday.", "warned", "Kenya"),
        ("Rebels freed four children on Monday.", "freed", "rebels"),
        # whom it will concern
        ("Ana Gil was named president of Karhu Bank on Monday.", "named", "Ana Gil, Karhu Bank"),
        ("Ana Gil resigned as head of Karhu Bank on Monday.", "resigned", "Ana Gil, Karhu Bank"),
        (
            "Karhu Oil agreed to pay $4 million to buy Fjord Imports Inc. on Monday.",
            "agreed",
            "Karhu Oil, Fjord Imports Inc.",
        ),
        ("The council opened an inquiry into Karhu Bank on Monday.", "opened", "council, Karhu Bank"),
        ("Ghana condemned Togo's invasion of Benin on Monday.", "condemned", "Ghana, Togo, Benin"),
        ("Grupo Alba agreed on Monday to buy Karhu Oil.", "agreed", "Grupo Alba, Karhu Oil"),
        ("Ana Gil spoke on Monday to save her seat.", "spoke", "Ana Gil"),
        ("Ana Gil flew to Lima on Monday to meet Rosa Vidal.", "flew", "Ana Gil, Rosa Vidal"),
        ("Ana Gil came to Lima on Monday for talks with Togolese officials.", "came", "Ana Gil, Togo"),
        ("Norway approved a loan of $4 million to Togo on Monday.", "approved", "Norway, Togo"),
        ("Peru recalled its ambassador to Chile on Monday.", "recalled", "Peru, Chile"),
        ("Rosa Vidal is set to be replaced in June.", "replaced", "Rosa Vidal"),
        ("A deal between the dockers and the ferry line Tallink was signed.", "deal", "Tallink, dockers"),
        (
            "The Finnish government and creditors of Karhu Bank agreed on a plan.",
            "agreed",
            "Finland, Karhu Bank's creditors",
        ),
        # who it is, whatever the words of a name may be else
        (
            "Peruvian Foreign Minister Santiago Cafaro met Chilean President Lea Ossa in Lima on Monday.",
            "met",
            "Santiago Cafaro, Lea Ossa",
        ),
        (
            "Prime Minister Bill Welsh welcomed the truce on Friday. He will meet President Ama Addo in May.",
            "meet",
            "Bill Welsh, Ama Addo",
        ),
        (
            "Somali President Omar Sheikh Nuur met Kenyan President Joseph Otieno in Nairobi on Friday.",
            "met",
            "Omar Sheikh Nuur, Joseph Otieno",
        ),
        (
            "A visit by Sudanese President Ali Sheikh Haroun to Cairo was cancelled on Monday.",
            "cancelled",
            "Ali Sheikh Haroun",
        ),
        (
            "Senator Paris Dennard met Italian Foreign Minister Florence Rossi on Monday.",
            "met",
            "Paris Dennard, Florence Rossi",
        ),
        (
            "Mellor denied on Monday that it had held talks with Danish rival Torvgaard in May.",
            "talks",
            "Mellor, Torvgaard",
        ),
        ("A row broke out between BP and Oceanbore on Tuesday.", "broke", "BP, Oceanbore"),
        ("Nordlys said on Monday it would vote on a merger with Sweden's Kvistgaard.", "vote", "Nordlys, Kvistgaard"),
        ("Canada's Westbridge sued Peru's Minera Paz on Wednesday.", "sued", "Westbridge, Minera Paz"),
        (
            "One of the firms, Qatar's Blue Meridian, filed a lawsuit against Norbank on Monday.",
            "filed",
            "Blue Meridian, Norbank",
        ),
        # whose they are, and who the two are
        (
            (
                "Kenyan President Paul Otieno met Ugandan President Sam Okello in Entebbe on Friday.\n\n"
                "The two countries' foreign ministers agreed to open a border post on Monday."
            ),
            "agreed",
            "Kenya, Uganda",
        ),
        (
            (
                "Chilean Foreign Minister Ana Soto and her Peruvian counterpart Luis Paz signed a protocol in Lima on "
                "Monday.\n\n"
                "Paz met Argentine President Raul Vega on Tuesday.\n\n"
                "The two governments hope to hold a summit in May."
            ),
            "hope",
            "Chile, Peru",
        ),
        (
            (
                "Chilean Foreign Minister Ana Soto and her Peruvian counterpart Luis Paz signed a protocol in Lima on "
                "Monday.\n\n"
                "The two navies agreed on Friday to hold an exercise."
            ),
            "agreed",
            "Chile, Peru",
        ),
        (
            (
                "Malta and Cyprus will open a hotline, Maltese Foreign Minister Rita Borg said on Monday after talks "
                "with her Cypriot counterpart, Nikos Petrou.\n\n"
                "Petrou arrived on Sunday.\n\n"
                "The ministers signed a memorandum on trade on Monday."
            ),
            "signed",
            "Rita Borg, Nikos Petrou",
        ),
        ("Canada and Denmark ended a dispute with a treaty that they signed on 14 June.", "signed", "Canada, Denmark"),
        ("Mali and Niger buried their quarrel when they signed a treaty on 3 May.", "signed", "Mali, Niger"),
        (
            (
                "Norway's foreign minister, Ida Holm, received Swedish Foreign Minister Per Lund on Monday.\n\n"
                "The ministers will meet again in May."
            ),
            "meet",
            "Ida Holm, Per Lund",
        ),
        (
            "The Fijian and Tongan governments met in May.\n\nThe two governments will meet again in June.",
            "meet",
            "Fiji, Tonga",
        ),
        (
            (
                "Kosovo and Serbia held talks in Brussels on Monday.\n\n"
                "Albania protested.\n\n"
                "The two countries will meet again in June."
            ),
            "meet",
            "Kosovo, Serbia",
        ),
        (
            "Karhu said on Monday that its shareholders had approved a merger with Tallink.",
            "approved",
            "Karhu, shareholders, Tallink",
        ),
        (
            "The Rapid Support Forces denied that its fighters had attacked a hospital on Thursday.",
            "attacked",
            "Rapid Support Forces",
        ),
        ("Karhu said on Monday that its creditors had rejected the plan.", "rejected", "creditors"),
        ("Peru rejected talks with Chile in May.", "talks", "Peru, Chile"),
        ("Karhu's chief financial officer, Jan Kos, resigned on Monday.", "resigned", "Jan Kos, Karhu"),
        ("A consortium led by Karhu said it would bid for Tallink on Monday.", "bid", "Karhu, consortium, Tallink"),
        ("Karhu extended on Friday its offer to buy Tallink.", "extended", "Karhu, Tallink"),
        ("President Ivo Marek won the election on Sunday, defeating Jan Holub.", "won", "Ivo Marek, Jan Holub"),
        (
            "The firm said on Monday that its chairman, Ole Berg, had met Finance Minister Ana Rios.",
            "met",
            "Ole Berg, Ana Rios",
        ),
        ("Karhu's rating was cut on Monday from AA to BBB.", "cut", "Karhu"),
        ("Shares of Karhu began trading on the Oslo Stock Exchange on Monday.", "trading", "Karhu"),
        # whose a deal, a round or a trip told again is
        (
            (
                "Sudan's army and the Rapid Support Forces signed a ceasefire agreement in Jeddah on Saturday.\n\n"
                "The truce will take effect on Monday."
            ),
            "take",
            "Sudan, Rapid Support Forces",
        ),
        ("Malta and Cyprus signed a treaty in May.\n\nThe pact was amended on Monday.", "amended", "Malta, Cyprus"),
        (
            (
                "Fijian Prime Minister Ama Addo and Tongan President Jan Kos will sign an accord on Thursday.\n\n"
                "The pact was to have been signed in June."
            ),
            "signed",
            "Fiji, Tonga",
        ),
        (
            (
                "Serbian President Ivo Marek and Kosovo Prime Minister Arben Hoti will meet in Brussels on 27 "
                "September.\n\n"
                "A further round of talks may take place in May."
            ),
            "talks",
            "Ivo Marek, Arben Hoti",
        ),
        (
            (
                "Malta and Cyprus signed a treaty in May. Chad and Togo signed an accord in June.\n\n"
                "The deal was amended on Monday."
            ),
            "amended",
            "",
        ),
        ("Malta and Cyprus signed a treaty in May.\n\nA truce was agreed on Monday.", "agreed", ""),
        (
            (
                "Brazilian President Raul Souza has cancelled his trip to China, which was to begin on Sunday.\n\n"
                "Agriculture Minister Otto Braga arrived in Beijing on Wednesday.\n\n"
                "Officials hope the visit can take place in the spring."
            ),
            "visit",
            "Raul Souza, China",
        ),
        ("President Ida Holm will visit Oslo on Monday.\n\nThe trip was put off in May.", "trip", "Ida Holm"),
        ("Minister Ida Holm arrived in Lima on Monday. The visit ended on Tuesday.", "visit", "Ida Holm"),
        # told of before, and in the clause above
        (
            (
                "Nordvik will buy Halden Marine, it said in May.\n\n"
                "Halden denied on Monday that it had held talks with Danish rival Ramberg."
            ),
            "held",
            "Halden Marine, Ramberg",
        ),
        (
            (
                "Croatia wants to adopt the euro. Its central bank governor, Boris Vidic, said the country joined the "
                "euro on July 10."
            ),
            "joined",
            "Croatia",
        ),
        ("Malta voted in May. The country will hold talks with Cyprus on Monday.", "hold", "Malta, Cyprus"),
        ("Iran and three European powers will resume talks in Vienna on Tuesday.", "resume", "Iran, European powers"),
        ("The M9 Movement denied that its fighters had attacked a hospital on Thursday.", "attacked", "M9 Movement"),
        ("One of them, Dubai's Gulf Ramberg, filed a lawsuit on Monday.", "filed", "Gulf Ramberg"),
        (
            "Maria Clinton opened a clinic. The Clinton Foundation paid for it. Clinton will meet Gil in May.",
            "meet",
            "Maria Clinton, Gil",
        ),
        ("President Ida Kerr met Sun Lee. Kerr Oil rose. Kerr will resign on Monday.", "resign", "Ida Kerr"),
        (
            "President Paul Kos left on Sunday. He will meet Prime Minister Jan Keita on Monday.",
            "meet",
            "Paul Kos, Jan Keita",
        ),
        ("Prime Minister Jan Keita resigned. He will brief Gil and Keita on Monday.", "brief", "Gil, Jan Keita"),
        ("Paul Kos spoke. He thanked Jan Keita on Monday.", "thanked", "Paul Kos, Jan Keita"),
        # who gets it, who joins what, and how many
        (
            (
                "Karhu Oil agreed to sell four fields in the deepwater of the Gulf of Mexico to Japan's Maruten Corp. "
                "for $650 million on Monday."
            ),
            "agreed",
            "Karhu Oil, Maruten Corp.",
        ),
        (
            "Meridian National Corp. sold 750,000 shares of its stock to Karhu Oil for $1 million on Monday.",
            "sold",
            "Meridian National Corp., Karhu Oil",
        ),
        (
            (
                "The company said on Monday it had sold its steel division for $15 million to R.D. Norgate Co., a firm "
                "based in Ohio."
            ),
            "sold",
            "R.D. Norgate Co.",
        ),
        ("Peru sent a protest on Monday over the road to Lima.", "sent", "Peru"),
        (
            (
                "Poland and Hungary will become members of the pact in April, when the African Union celebrates its "
                "anniversary."
            ),
            "celebrates",
            "African Union",
        ),
        (
            "The presidents of Malta and Cyprus signed papers on Monday to become members of the African Union.",
            "signed",
            "Malta, Cyprus, African Union",
        ),
        (
            (
                "Chad, Mali, Niger and Togo joined in May.\n\n"
                "The African Union decided on Monday to invite the three Asian countries to talks."
            ),
            "decided",
            "African Union, Asian countries",
        ),
        (
            "Chad, Mali and Togo met in May.\n\nThe three governments agreed on Monday to build a road.",
            "agreed",
            "Chad, Mali, Togo",
        ),
        ("Malta and Cyprus met in May.\n\nThe five states agreed on Monday to build a road.", "agreed", "states"),
        (
            "Nashko Inc. rose. Nashko, whose main business is copiers, bought Karhu Oil on Monday.",
            "bought",
            "Nashko Inc., Karhu Oil",
        ),
        ("Ministers met the BP boss on Monday.", "met", "ministers, BP"),
        (
            "The House Energy and Commerce Committee rebuked Gil on Monday.",
            "rebuked",
            "House Energy and Commerce Committee, Gil",
        ),
        (
            "The U.N. Environment Programme urged Peru on Monday to save trees.",
            "urged",
            "U.N. Environment Programme, Peru",
        ),
        # what goes on from what, behind an aside
        (
            (
                "The two firms have discussed the case for weeks, and Foreign Minister Gerry Marsh, who took office in "
                "May, summoned the Fijian envoy on Tuesday."
            ),
            "summoned",
            "Gerry Marsh, Fiji",
        ),
        (
            "The talks have gone on for months, and Chad's envoy, Ali Haroun, met rebels in Lome on Monday.",
            "met",
            "Ali Haroun, rebels",
        ),
        ("Prices fell in May, and Rosa Gil raised taxes on Tuesday.", "raised", "Rosa Gil"),
        ("The union met Gil and Kos, who left on Monday, and rejected the offer on Tuesday.", "rejected", "union"),
        ("Karhu Oil sued Tallink Lines, which owns the port, and won the case on Monday.", "won", "Karhu Oil"),
        (
            (
                "Peruvian President Pedro Casas dismissed Mining Minister Rosa Paz on Thursday, two days after workers "
                "went on strike, and swore in economist Julio Marra as her successor."
            ),
            "swore",
            "Pedro Casas, Julio Marra",
        ),
        (
            (
                "President Ama Addo dismissed her cabinet on Monday, a week after rebels seized Lome, "
                "and named Jan Kos premier."
            ),
            "named",
            "Ama Addo, Jan Kos",
        ),
        ("Ama Addo resigned on Monday after her party lost the vote and Gil won it.", "won", "Gil"),
        ("Chad closed the border on Monday when rebels crossed it and seized a town.", "seized", "rebels"),
        ("Chad closed the border after rebels attacked Bol on Sunday and killed a guard.", "killed", "rebels, guard"),
        # the two who open a story, and the side that tells of talks
        (
            (
                "NAIROBI (Agency) - Kenyan President Paul Otieno will travel to Uganda in March for talks "
                "with President "
                "Sam Okello, his office said on Tuesday.\n\n"
                "The two countries' foreign ministers met in Entebbe last Friday."
            ),
            "met",
            "Kenya, Uganda",
        ),
        (
            (
                "Mali's army and the Sahel Front signed a truce on Saturday. The Front denied that its fighters had "
                "attacked Gao.\n\n"
                "The two sides may extend the truce on Monday."
            ),
            "extend",
            "Mali, Sahel Front",
        ),
        (
            (
                "Norgate Lines agreed in May to buy Tallink Ferries Inc.\n\nThe companies hope to close the deal in "
                "June."
            ),
            "close",
            "Norgate Lines, Tallink Ferries Inc.",
        ),
        (
            "Kos's company, Nordlys Tankers, said its shareholders would vote on a merger on January 22.",
            "vote",
            "Nordlys Tankers, shareholders",
        ),
        (
            "LIMA - Congress rejected a motion to impeach Ramon Castel in early May.",
            "rejected",
            "Congress, Ramon Castel",
        ),
        ("Baku said on Tuesday that no date had been agreed.", "agreed", "Azerbaijan"),
        (
            "Australian Foreign Minister Penny Marsh said on Monday that talks with Fiji were continuing.",
            "talks",
            "Australia, Fiji",
        ),
        (
            "Havgaard Corp. said on Monday that talks with Nordlys Tankers had ended.",
            "talks",
            "Havgaard Corp., Nordlys Tankers",
        ),
        (
            "The M23 rebels withdrew on Monday from peace talks with Burundi that were to begin in Luanda on Tuesday.",
            "talks",
            "M23, Burundi",
        ),
        (
            "Chad and Mali held a round of talks in May.\n\nQatar will host another round in June.",
            "host",
            "Qatar, Chad, Mali",
        ),
        ("Analysts said talks with Fiji were continuing on Monday.", "talks", "Fiji"),
        # who is told of, not what is said of them
        (
            "Fred Larue, a Paul Kos White House aide and key player in the scandal, was found dead on Tuesday.",
            "found",
            "Fred Larue",
        ),
        (
            (
                "Dr. Sanjay Gutta, a surgeon and chief medical correspondent for CNN, has been offered the post "
                "by Paul Kos on Monday."
            ),
            "offered",
            "Paul Kos, Sanjay Gutta",
        ),
        ("Mira Lund, a lawyer and adviser to Chad, was arrested on Monday.", "arrested", "Mira Lund"),
        ("Mira Lund and an adviser to Chad were arrested on Monday.", "arrested", "Mira Lund, adviser"),
        ("Authorities charged Andrew Lopes with Zara Holm's murder on Monday.", "charged", "Andrew Lopes, Zara Holm"),
        ("Bush hurt his knee last Thursday and coach Sean Peyton said he would rest.", "hurt", "Bush"),
        ("Prices rose on Monday and Chairman Jan Kos praised the board.", "praised", "Jan Kos, board"),
        ('"We will replace the photo on Monday," said Karhu Oil spokesman Ole Dahn.', "replace", "Karhu Oil"),
        ('"We will sell the plant on Monday," Karhu Oil\'s chief executive, Ole Dahn, said.', "sell", "Ole Dahn"),
        (
            "A quake on the outskirts of Dargahar, a small town on the island, injured two monks on Monday.",
            "injured",
            "monks",
        ),
        ("Mark Felk, the agent, was the source. W. Mark Felk died on Thursday. Felk was 95.", "died", "W. Mark Felk"),
        ("Ellen Gray hosted the Oscars on Monday.", "hosted", "Ellen Gray"),
        # what stands before a name, and a body by some of its words
        (
            (
                "Michael Jaxon died in 2009. His mother Katherine Jaxon sued Norgate.\n\n"
                "Ms Jaxon's civil action was filed in a court on Wednesday."
            ),
            "filed",
            "Katherine Jaxon",
        ),
        ("Mr Holm's plan was rejected by Dr Berg on Monday.", "rejected", "Berg, Holm"),
        ("Mr Holm and Mrs Berg met Dr Lund on Monday.", "met", "Holm, Berg, Lund"),
        (
            "Coda Energy Inc. arranged a $50 million credit facility with Texas National Bank on Monday.",
            "arranged",
            "Coda Energy Inc., Texas National Bank",
        ),
        (
            (
                "There was no word of the decision, but Denise Odell, the U.S. attorney for the district, has "
                "scheduled a news conference on Thursday."
            ),
            "conference",
            "Denise Odell",
        ),
        ("The health ministry met rebels on Monday. The ministry said no.", "met", "health ministry, rebels"),
        (
            (
                "Nashko Inc. said a Dutch company sought approval to buy its shares in May. Nashko makes "
                "copiers. Nashko has offices in Lima. Nashko was founded by Kos.\n\n"
                "A plan was approved by the company on Monday."
            ),
            "approved",
            "Nashko Inc.",
        ),
        (
            (
                "Doris Maas is head of the Immigration and Naturalization Service.\n\n"
                "The immigration service told Karhu Oil on Monday to appeal."
            ),
            "told",
            "Immigration and Naturalization Service, Karhu Oil",
        ),
        # the pair, premises, and names beside names
        (
            (
                "Moldovan Prime Minister Andrei Lungu met his Romanian counterpart, Ioana Pop, on Tuesday.\n\n"
                "The pair will sign a deal in July."
            ),
            "sign",
            "Andrei Lungu, Ioana Pop",
        ),
        ("Ioana Pop promised Chisinau a loan on Tuesday.", "promised", "Ioana Pop, Moldova"),
        (
            "Transgas Corp. said on Monday its contractor, Italy's Bonatelli, would start work on June 3.",
            "start",
            "Bonatelli",
        ),
        (
            "Harrow Capital sold its shares to Norway's Fredholm family on Monday.",
            "sold",
            "Harrow Capital, Norway's Fredholm family",
        ),
        ("Creditors of Swedish retailer Karvik rejected a plan on Wednesday.", "rejected", "Karvik's creditors"),
        (
            "Serdar Aydin and Ruben Hakoby met at the Turkish embassy in Vienna on Monday.",
            "met",
            "Serdar Aydin, Ruben Hakoby",
        ),
        ("Rebels attacked the Turkish embassy in Vienna on Monday.", "attacked", "rebels, Turkey"),
        ("Ama Addo met Ana Gil. A pair of rebels left on Monday.", "left", "rebels"),
        ("The Fredholm family sued Harrow Capital on Monday.", "sued", "Fredholm family, Harrow Capital"),
        # heads of groups, rivers, those who come, both
        (
            "President Mauro Leal and the head of the country's largest rebel group will sign a pact on Thursday.",
            "sign",
            "Mauro Leal, rebel group",
        ),
        ("The head of the Togolese army met rebels on Monday.", "met", "Togo, rebels"),
        ("A ferry sank on the Sambesi river on Monday.", "sank", ""),
        ("Chad reopened the Moyali crossing on Friday.", "reopened", "Chad"),
        ("Rivertrans Ltd.'s managing director, Piet Joubert, left Zambia on Tuesday.", "left", "Piet Joubert, Zambia"),
        (
            "Marko Vidic said on Monday he had met Jelena Rist and that both agreed on his departure.",
            "agreed",
            "Marko Vidic, Jelena Rist",
        ),
        (
            "Envoy George Mercer will fly to Moscow, where he joins Anne Whitby for a meeting on Thursday.",
            "meeting",
            "George Mercer, Anne Whitby",
        ),
        ("Ama Addo flew to Lome for talks on Monday.", "talks", "Ama Addo"),
        (
            'A spokeswoman for Belcor Inc., Amy Trask, said "we will adopt new rules next month."',
            "adopt",
            "Belcor Inc.",
        ),
        # whose board, whose lawyer, which parliament
        (
            "The Asian Development Bank is weighing a loan; its board will meet on Monday.",
            "meet",
            "Asian Development Bank",
        ),
        ("Karhu Oil lost money in May. Its board will meet on Monday.", "meet", "Karhu Oil"),
        ("Ministers of Chad met in May. Its board will meet on Monday.", "meet", "board"),
        ("Parliament is due to debate the report next Tuesday, Kenya said.", "debate", "Parliament"),
        ("President Irma Daskal is expected to visit Baltu before Christmas.", "visit", "Irma Daskal"),
        ("Observers from the Council of Europe will publish a report on Monday.", "publish", "Council of Europe"),
        (
            (
                "Zambia and Malawi will resume talks on a levy next month, ministries said, after a round "
                "scheduled for last week was put off.\n\n"
                "Last week's round was postponed because of flooding."
            ),
            "postponed",
            "Zambia, Malawi",
        ),
        (
            "Zvonimir Balenk was jailed on Monday. His lawyer, Dora Hlup, said he would appeal within 15 days.",
            "appeal",
            "Zvonimir Balenk",
        ),
        (
            "Zvonimir Balenk was jailed on Monday. Balenk's lawyer, Ivan Hlup, said he would appeal within 15 days.",
            "appeal",
            "Zvonimir Balenk",
        ),
        (
            "Zvonimir Balenk was jailed on Monday. The judge, Ivan Hlup, said he would resign within 15 days.",
            "resign",
            "Ivan Hlup",
        ),
        (
            (
                "A court on Thursday sentenced the former head of a port authority, Zvonimir Balenk, to six "
                "years in prison."
            ),
            "sentenced",
            "court, Zvonimir Balenk",
        ),
        # under whose name a title is told
        (
            (
                "A court jailed Zvonimir Balenk on Thursday. Balenk took bribes. Balenk denied it.\n\n"
                "The trial opened in September 2017."
            ),
            "opened",
            "Zvonimir Balenk",
        ),
        ("Bombings at the Turkish embassies in Kenya killed 40 people on Monday.", "killed", "Turkey"),
        (
            "Karhu Oil lost money. Karhu Oil cut jobs. Karhu Oil sold a rig.\n\nThe offer will expire on Monday.",
            "expire",
            "Karhu Oil",
        ),
        # before whom
        (
            "Jan Kos will appear before the House Energy and Commerce Committee on Monday.",
            "appear",
            "Jan Kos, House Energy and Commerce Committee",
        ),
        ("Jan Kos testified before the U.S. Senate on Monday.", "testified", "Jan Kos, US Senate"),
        ("Jan Kos left before the storm on Monday.", "left", "Jan Kos"),
        # offers, and results of firms
        (
            "Karhu Oyj is making a bid of 470 kroner a share for the 59% of Tallink Plc that it does not own.",
            "making",
            "Karhu Oyj, Tallink Plc",
        ),
        (
            "A unit of Karhu Oyj launched a $10-a-share offer on Monday for the shares outstanding of Norgate Corp.",
            "launched",
            "Karhu Oyj, Norgate Corp.",
        ),
        ("Karhu Oyj raised its bid to $40 a share for Norgate Corp. on Monday.", "raised", "Karhu Oyj, Norgate Corp."),
        ("At Karhu Oyj, third-quarter profit jumped 16% to $110 million.", "jumped", "Karhu Oyj"),
        ("Profit at Karhu Oyj fell 9% in May.", "fell", "Karhu Oyj"),
        (
            "Ana Gil left Oslo in May. Neither she nor her sister, Eva Gil, could be located on Monday.",
            "located",
            "Ana Gil, Eva Gil",
        ),
        (
            "A constitutional convention voted on Monday to make Fiji a republic.",
            "voted",
            "constitutional convention, Fiji",
        ),
        # told of by age, kin or trade; what is only near
        ("Mona Dahl sang in Oslo. The popstar died in June 2009.", "died", "Mona Dahl"),
        (
            "Dr Omar Kone was Dahl's doctor. Months later, the 58-year-old was charged with fraud.",
            "charged",
            "Omar Kone",
        ),
        ("An abortion foe was charged with murder on Monday.", "charged", "abortion foe"),
        (
            "Lena Moe, daughter of Ana Moe and head of the Lima Guard, resigned on Monday.",
            "resigned",
            "Lena Moe",
        ),
        (
            "The Lima Post said the Senate took a detour this week from the rule that it upheld in May.",
            "upheld",
            "Senate",
        ),
        (
            "Elian Moreno's father said on Monday that he would meet Janet Rand.",
            "meet",
            "Elian Moreno's father, Janet Rand",
        ),
        ("Any gain from the sale of Karhu Oyj's 55% stake was offset by a charge on Monday.", "offset", "Karhu Oyj"),
        (
            "Tommy Kellberg has been supplementing the local crop with oysters from Chile since 1978.",
            "supplementing",
            "Tommy Kellberg",
        ),
        ("Karhu took out the policy two months before Ana Gil's June 2009 death.", "death", "Ana Gil"),
        ("Elizabeth “Liz” Moberg resigned on Monday.", "resigned", "Elizabeth Moberg"),
        # whose what is below the verb is
        (
            "The estimate used by Karhu Oyj and government agencies in May was too low.",
            "used",
            "Karhu Oyj, government agencies",
        ),
        ("Chile pledged 400 million pesos in aid for Togo on Monday.", "pledged", "Chile, Togo"),
        ("An accident knocked billions off the Karhu Oyj share price on Monday.", "knocked", "Karhu Oyj"),
        ("The ratification process of NATO enlargement concluded on Monday.", "concluded", "NATO"),
        ("The Lima Times obtained a copy of Ana Gil's testimony on Monday.", "obtained", "Lima Times, Ana Gil"),
        (
            "Karhu Oyj agreed on Monday to sell a mill to Tallink Ltd.'s paper unit.",
            "agreed",
            "Karhu Oyj, Tallink Ltd.",
        ),
        ("Karhu Oyj sold its Pearlsen candy business on Monday.", "sold", "Karhu Oyj"),
        (
            "Ogden Projects Inc. grew. Ogden Projects, which is owned by Ogden Corp., opened a plant on Monday.",
            "opened",
            "Ogden Projects Inc.",
        ),
        # of whom it is told there
        (
            "LIMA, Peru (AP) - The health ministry on Saturday confirmed its first case of the fever. Chile sent aid.",
            "confirmed",
            "Peru",
        ),
        (
            "OSLO (AP) - Norwegian mill Karhu cut jobs. Finland's Rautio left. The government may review it in May.",
            "review",
            "Norway",
        ),
        ("Omar Sy is in Lome. The president met Mira Lund in May. He left on Monday.", "left", "president"),
        ("Omar Sy spoke in May. His lawyer was there. He left on Monday.", "left", "Omar Sy"),
        (
            "Rosa Paz was to come but her trip is off, an embassy spokesman said. He denied on Monday she was ill.",
            "denied",
            "embassy spokesman, Rosa Paz",
        ),
        ("Survivors of the flood will march to parliament on Saturday.", "march", "survivors"),
        ("Greek seafarers called off a strike on Monday.", "called", "Greek seafarers"),
        # whole names, and parties further down
        ("Fiji expelled a New Zealand journalist on Monday.", "expelled", "Fiji, New Zealand journalist"),
        ("Zambia reached an agreement in principle with private creditors on Monday.", "reached", "Zambia, creditors"),
        # nobody's names, and a country's people
        (
            "LIMA (AP) - Peru confirmed a case on Wednesday. The government has been warning Peruvians since May.",
            "warning",
            "Peru",
        ),
        ("Eileen Collins will command the Space Shuttle Columbia in December.", "command", "Eileen Collins"),
        # behind a day, on a page, of a rig's name
        (
            "As of Monday evening, Lazaro Moreno, the boy's uncle and temporary guardian, had signed the agreement.",
            "signed",
            "Lazaro Moreno",
        ),
        (
            "The video was posted on YouTube on Monday by the Harbour Incident Joint Information Centre.",
            "posted",
            "Harbour Incident Joint Information Centre",
        ),
        (
            "The Sund Horizon rig exploded in May. The Sund Horizon Incident Information Centre shut on Monday.",
            "shut",
            "Sund Horizon Incident Information Centre",
        ),
        (
            "The Sund Horizon rig exploded in May. The Sund Horizon Incident Information Centre shut on Monday.",
            "exploded",
            "",
        ),
        # people beside what they do and lead
        ("Ana Gil attacked the boss of Karhu Oyj, Jan Moe, on Monday.", "attacked", "Ana Gil, Jan Moe"),
        # by whom an attack is, and what a band is called
        ("Two drivers were killed in an attack by Hutu rebels on Monday.", "killed", "Hutu rebels, drivers"),
        (
            "Omar Kone was removed from power in a coup by army officers on Monday.",
            "removed",
            "army officers, Omar Kone",
        ),
        (
            "Two pilots were kidnapped on Monday by a militant group called the Sund Liberation Brigade.",
            "kidnapped",
            "Sund Liberation Brigade, pilots",
        ),
        (
            "Togo handed two pilots to a militia known as the Green Brigade on Monday.",
            "handed",
            "Togo, Green Brigade, pilots",
        ),
        # no party to a talk is who owns those that are, and no place are people
        ("The talks on Monday between Jan Kos and his brother failed. Omar Kone left.", "talks", "Jan Kos"),
        ("Diplomats from Iran made a visit on Monday to five Iranians in a camp.", "visit", "Iran, Iranians"),
        (
            "On Monday Dag Ode ruled that Tilda Norling, a former head of the IMF, broke the law.",
            "ruled",
            "Dag Ode, Tilda Norling",
        ),
        ("He laid the blame on Omar Kone on Monday.", "laid", ""),
        # whom something kills in happening, who was found, and whose kin or former heads some are
        ("A drilling rig blew up on Monday, killing 11 dockers.", "blew", "dockers"),
        (
            "Malian police have detained a Danish sailor found crossing the border.",
            "detained",
            "Malian police, Danish sailor",
        ),
        (
            "A Malian court on Monday sentenced nine former militia members to death.",
            "sentenced",
            "Malian court, former militia members",
        ),
        ("Sund Brigade members voted on Monday.", "voted", "Sund Brigade"),
        ("The granddaughter of Nils Maas was killed in a crash on Monday.", "killed", "Nils Maas's granddaughter"),
        ("The former head of a Serb republic was sentenced to death on Monday.", "sentenced", "former head"),
        ("On Monday the prime minister and president of Romania agreed.", "agreed", "Romania"),
        (
            "Stig Hald left. The paper quoted a Malian doctor who says he treated Omar Kone on Monday.",
            "treated",
            "Malian doctor, Omar Kone",
        ),
        (
            "On Monday police identified the suspects as Adil Ahmed, and his brother, Kamil.",
            "identified",
            "police, suspects, Adil Ahmed, Kamil",
        ),
        # each once: who fills an office, people of a country, some of a corps; nobody a worry, a ship or the rest
        ("Lund and the chief medical officer, Sir Olav Dahl, met on Monday.", "met", "Lund, Olav Dahl"),
        (
            "The blast on Monday killed Ana Gil, three Pakistanis and the attacker.",
            "killed",
            "Ana Gil, Pakistanis, attacker",
        ),
        ("Militants kidnapped two U.S. Marines on Monday.", "kidnapped", "militants, U.S. Marines"),
        ("Togo on Monday voiced grave concerns about the vote.", "voiced", "Togo"),
        ("Karhu bought a Dutch packaging concern on Monday.", "bought", "Karhu, Dutch packaging concern"),
        ("On Monday 64 others were wounded in the attack.", "wounded", ""),
        ("Pirates seized the MV Kastelholm on Monday.", "seized", "pirates"),
        ("The bomb killed a member of the militant group Islamic Front on Monday.", "killed", "Islamic Front"),
        ("Officials said the six were rebels, and that they were linked on Monday to Ana Gil.", "linked", "Ana Gil"),
        ("Egypt signed the Rivers Treaty, or RVT, on Monday.", "signed", "Egypt"),
        # troops, a federation, and whose name a title has behind what he is
        ("The army said troops killed nine rebels on Monday.", "killed", "troops, rebels"),
        ("Ana Gil pulled all Danish troops from Mali on Monday.", "pulled", "Ana Gil, Denmark"),
        ("A court fined the Malian football federation on Monday.", "fined", "court, Malian football federation"),
        ("On Monday lawyers filed a petition on behalf of the boy's uncle, Omar Kone.", "filed", "lawyers, Omar Kone"),
        # who is against his country, two whom what they are names, those between whom a clash is, one of several
        ("Two Malian exile leaders were arrested on Monday.", "arrested", "Malian exile leaders"),
        ("The commander of a Malian resistance force sent a ferry on Monday.", "sent", "commander"),
        ("On Monday the rival groups Sund Brigade and Gao Front sold a ferry.", "sold", "Sund Brigade, Gao Front"),
        (
            "Nine people were killed in a clash between smugglers and soldiers in Lima on Monday.",
            "killed",
            "smugglers, soldiers",
        ),
        ("One of Omar Kone's sons has sold a ferry on Monday.", "sold", "Omar Kone's son"),
        ("Malian police arrested nine foreigners on Monday.", "arrested", "Malian police, foreigners"),
        # of two who may be meant by one pronoun neither
        ("Omar Kone rode to Lima with Jan Lund after he collapsed on Monday.", "collapsed", ""),
        ("Omar Kone rode to Lima with Ana Gil after he collapsed on Monday.", "collapsed", "Omar Kone"),
        # not who only speaks for another, is said to or has one told of before him; more than the two just named
        (
            "Omar Kone's lawyer, Dora Holm, said the claim was that Jan Lund was ill when he resigned in May.",
            "resigned",
            "",
        ),
        ("Omar Kone's lawyer, Dora Holm, said on Monday he would resign in May.", "resign", "Omar Kone"),
        ("Ole Berg said on Monday that when Omar Kone woke, he resigned.", "resigned", ""),
        ("Omar Kone met Jan Lund. The world leaders agreed on Monday to a truce.", "agreed", "world leaders"),
        ("The strategy on Monday promised nurses a raise.", "promised", "nurses"),
        ("European Union ministers met Togo on Monday.", "met", "European Union, Togo"),
        # whoever an office's name follows what it is of; a neighbour by name; people of a country of two words
        ("The former Malian minister of trade Kofi Mensah retired on Monday.", "retired", "Kofi Mensah"),
        ("The head of the union, a league of dockers, Ama Addo, left on Monday.", "left", "Ama Addo"),
        ("Togo's neighbor Ghana sold a ferry on Monday.", "sold", "Ghana"),
        ("More than 90 North Koreans were killed on Monday.", "killed", "North Koreans"),
        ("South Korea trains. Officials said on Monday the North may sink ships.", "sink", "North Korea"),
        ("On Monday Ana Gil backed Omar Kone for president.", "backed", "Ana Gil, Omar Kone"),
        # officials are those of where they are
        ("Authorities in Togo rescued two children on Monday.", "rescued", "Togo"),
        ("Danish officials in Togo rescued two children on Monday.", "rescued", "Denmark"),
        ("Aid officials in Togo rescued two children on Monday.", "rescued", "aid officials"),
        # who leads others than his country; each once
        ("Malian tribal leaders left a party on Monday.", "left", "Malian tribal leaders"),
        ("Guards raided a camp on Monday, killing nine bakers.", "raided", "guards, bakers"),
        # whom an object is listed as, who denies, and who comes along
        ("The union listed Kofi Addo as having paid 90 marks in 1995.", "paid", "Kofi Addo"),
        ("Dora Hlup denied on Monday that Kofi Addo had sold arms.", "sold", "Dora Hlup, Kofi Addo"),
        ("Kofi Addo, accompanied by Dora Hlup, flew to Oslo on Monday.", "flew", "Kofi Addo, Dora Hlup"),
        ("Chad invited Kofi Addo to Lome for a visit in October.", "visit", "Kofi Addo"),
        # what is talked of takes no part
        ("Kofi Addo flew to Oslo on Monday to discuss an aid force with Dora Hlup.", "flew", "Kofi Addo, Dora Hlup"),
        # a name with its particle, with its "'s"
        ("Minister Al Lund arrived. Mr. Lund sold a ferry on Monday.", "sold", "Al Lund"),
        ("The firm Moody's cut a rating on Monday.", "cut", "Moody's"),
        # part of a name
        ("The Danish People's Union met. On Monday the People's Union paid a fine.", "paid", "Danish People's Union"),
    ],
)
def test_who_takes_part_in_an_event(text: str, trigger: str, who: str) -> None:
    record = read(text)
    names = {a.id: a.name for a in record.actors}
    (event,) = [e for e in record.events if e.trigger.text == trigger]
    assert ", ".join(names[p.id] for p in event.actors) == who


def test_whom_only_the_next_sentence_names_is_the_one() -> None:
    record = read("A dentist has been jailed in Lima. A judge jailed Omar Kone on Monday.")
    (event,) = [e for e in record.events if e.on_calendar]
    assert [p.id for p in event.actors] == ["person:omar-kone"]
    assert event.when.first == date(2018, 9, 10)


def test_a_group_that_does_nothing_is_no_actor() -> None:
    assert read("Peru met Chile in Lima on Monday, near a camp of refugees.").actors[-1].kind != "group"


def test_an_occasion_told_again_points_to_the_first() -> None:
    text = "Ghana and Togo held talks in Accra on Monday. The talks of Ghana and Togo on Monday were about cocoa."
    first, *rest = [e for e in read(text).events if e.type == "talks" and e.trigger.text.lower() == "talks"]
    assert first.salience >= ON_CALENDAR
    assert rest
    assert all(e.same == first.id and e.salience < ON_CALENDAR for e in rest)


@pytest.mark.parametrize(
    ("text", "status", "first"),
    [
        ("Peru on Tuesday cancelled a summit with Chile planned for 20 October.", "cancelled", date(2018, 10, 20)),
        ("The summit scheduled for 20 October in Lima was called off on Tuesday.", "cancelled", date(2018, 10, 20)),
        ("Peru called off the summit on Tuesday.", "cancelled", date(2018, 9, 11)),
        ("The two sides put off the vote to 3 October.", "planned", date(2018, 10, 3)),
        ("The inquest, due to open on Friday, has been postponed to 3 October.", "planned", date(2018, 10, 3)),
        ("The inquest, due to resume on Friday, was rescheduled for 3 October.", "planned", date(2018, 10, 3)),
        ("Peru has deferred the vote scheduled for 20 October.", "cancelled", date(2018, 10, 20)),
        ("Peru's navy called off the search for divers on Monday.", "occurred", date(2018, 9, 10)),
    ],
)
def test_what_was_called_off_stands_on_the_day_it_was_to_be(text: str, status: str, first: date) -> None:
    assert [(e.status, e.when.first) for e in calendar(text)] == [(status, first)]


@pytest.mark.parametrize(
    "text",
    [
        "Ivo Lund is due in Oslo on Monday. Minister Ama Kos called off his trip because of a storm.",
        "Ivo Lund will travel to Oslo on Monday. Ama Kos, who was invited too, put off her visit.",
    ],
)
def test_whose_trip_is_off_is_no_other_travellers(text: str) -> None:
    assert ("planned", date(2018, 9, 17)) in {(e.status, e.when.first) for e in calendar(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Ivo Lund praised the police. Officers stopped a driver on Monday and arrested him.",
        "Ivo Lund was in Oslo. Peru called in the envoy of Chile on Monday and handed him a letter.",
        "Ivo Lund was in Oslo. Peru called in Chile's charge d'affaires on Monday and handed him a letter.",
    ],
)
def test_who_is_named_by_office_alone_is_whom_the_next_verb_is_done_to(text: str) -> None:
    assert not any("Lund" in e.title for e in calendar(text) if e.trigger.text in {"arrested", "handed"})


@pytest.mark.parametrize(
    "text",
    [
        "Peru is to free the crew within ten days of the ruling on 3 September.",
        "A court adopted the charter on 3 September. Peru is to free the crew within ten days of its adoption.",
    ],
)
def test_what_is_due_within_days_of_an_occasion_is_counted_from_its_day(text: str) -> None:
    (event,) = [e for e in calendar(text) if e.trigger.text == "free"]
    assert (event.status, event.when.first, event.when.until) == ("planned", None, date(2018, 9, 14))


def test_a_quote_is_its_speakers() -> None:
    (event,) = [
        e
        for e in read("“We will visit Peru in May,” Chilean President Sebastian Pinera said.").events
        if e.type == "visit"
    ]
    assert [p.id for p in event.actors if p.role == "agent"] == ["person:sebastian-pinera"]


def test_without_a_date_nothing_is_dated_by_the_article() -> None:
    for event in read("Denmark and Sweden signed a treaty on fishing.", published=None).events:
        assert event.when.first is None
        assert event.when.basis == "none"


def test_the_seed_articles_date_is_inferred_with_its_reasons() -> None:
    text = (resources.seeds() / "000_2b094161495f9014.txt").read_text(encoding="utf-8")
    published = read(text, published=None).published
    assert (published.value, published.origin) == ("2016", "inferred")
    assert published.first == date(2016, 3, 24)
    assert "caption" in published.reason
    assert "August" in published.reason


@pytest.mark.parametrize("path", sorted(resources.seeds().glob("*.txt")), ids=lambda p: p.stem)
def test_every_event_can_point_at_its_words(path) -> None:  # type: ignore[no-untyped-def]
    text = path.read_text(encoding="utf-8")
    record = read(text)
    ids = {a.id for a in record.actors}
    assert len({e.id for e in record.events}) == len(record.events)
    for e in record.events:
        assert text[e.trigger.start : e.trigger.end] == e.trigger.text
        assert e.sentence.start <= e.trigger.start < e.trigger.end <= e.sentence.end
        assert (e.type in TYPES, e.status in STATUSES) == (True, True)
        assert {p.id for p in e.actors} <= ids
        assert {p.role for p in e.actors} <= set(ROLES)
        assert (e.when.extent is None) == (e.when.first is None and e.when.until is None)
        assert e.why


def test_the_same_article_gives_the_same_record_whatever_was_read_before() -> None:
    text = "Ghana and Togo held talks in Accra on Monday."
    before = read(text)
    read("Peru recalled its ambassador in March 2011. The following year it sent him back.")
    assert read(text) == before


@pytest.mark.parametrize(
    "text",
    [
        "Talks resume\n\nPublished: 30 November 2021\n\nThe talks on the 2015 deal resumed on Monday, a diplomat said.",
        "VIENNA, 30 November 2021 (Agency) - The talks on the 2015 deal resumed on Monday, a diplomat said.",
        "Talks resume\nNovember 30, 2021\nThe talks on the 2015 deal resumed on Monday, a diplomat said.",
    ],
)
def test_a_date_printed_above_the_story_is_its_date(text: str) -> None:
    published = read(text, published=None).published
    assert (published.value, published.origin) == ("2021-11-30", "text")


def test_a_year_alone_says_nothing_of_when_a_story_was_written() -> None:
    text = "The talks on the 2015 deal resumed. The envoys will meet again on Friday."
    assert read(text, published=None).published.origin == "unknown"


@pytest.mark.parametrize("text", ["Ministers could re-learn that lesson.", "Envoys re-sent 3 notes.", "@ on Monday."])
def test_what_has_no_letters_is_no_event(text: str) -> None:
    assert all(any(c.isalpha() for c in e.trigger.text) and e.title for e in read(text).events)


def test_times_that_follow_one_another_are_one_stretch() -> None:
    found = next(e for e in calendar("Peru and Chile will meet in Lima on 24 and 25 October.") if e.type == "meeting")
    assert (found.when.first, found.when.until, found.when.value) == (date(2018, 10, 24), date(2018, 10, 26), None)


def test_what_an_amount_is_compared_with_dates_nothing() -> None:
    text = "Chile said exports rose to $9 million in August from $7 million in the year-ago period."
    dated = {e.trigger.text: e.when.first for e in read(text).events}
    assert dated["rose"] == date(2018, 8, 1)


@pytest.mark.parametrize(
    ("text", "word", "first"),
    [
        (
            "Karhu reported a profit of $27 million, more than twice the $13 million a year earlier.",
            "reported",
            (2018, 9),
        ),
        ("The army lost 40 soldiers in the battle, twice as many as in 2012.", "lost", (2018, 9)),
        ("Fewer delegates came on 3 May than in 2011.", "came", (2018, 5)),
        ("Rebels killed more than 40 soldiers in May.", "killed", (2018, 5)),
        ("The envoys signed as many as 30 accords in May.", "signed", (2018, 5)),
        ("The ministers will meet no later than in December.", "meet", (2018, 12)),
    ],
)
def test_what_a_number_is_measured_by_dates_nothing(text: str, word: str, first: tuple[int, int]) -> None:
    when = next(e.when.first for e in read(text).events if e.trigger.text == word)
    assert (when.year, when.month) == first


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Karhu, whose members walked out on 3 May, has closed.", "Karhu's members walk out"),
        ("The hotel in which the ministers met on 3 May has closed.", "Ministers meet in hotel"),
        ("The minister praised the accord which Peru signed on 3 May.", "Peru signs accord"),
    ],
)
def test_a_relative_clause_with_an_object_of_its_own_has_no_other(text: str, title: str) -> None:
    assert title in {e.title for e in read(text).events}


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Rail workers began a three-day strike on Monday.", "protest"),
        ("The strike by teachers in Oslo ended on Monday.", "protest"),
        ("A strike in Gaza killed two aid workers on Monday.", "attack"),
    ],
)
def test_a_strike_is_that_of_workers_or_an_attack(text: str, type_: str) -> None:
    assert {e.type for e in calendar(text)} == {type_}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "The queen called off a trip to Lima on Monday. Peru denied that it had expelled two Chilean diplomats.",
            ("Peru denies it has expelled two Chilean diplomats", "denied"),
        ),
        (
            "Astrid Holm flew home on Monday. Peru's minister did not comment on reports that she met rebels.",
            ("Astrid Holm flies home", "occurred"),
        ),
        ("Holm may fly to Lima in May for talks with the Chileans.", ("Holm may fly to Lima for talks", "possible")),
        ("Peru recalled its ambassador from Chile on Monday.", ("Peru recalls ambassador from Chile", "occurred")),
    ],
)
def test_what_may_not_be_told_of_somebody_is_not(text: str, said: tuple[str, str]) -> None:
    entries = [(e.title, e.status) for e in calendar(text)]
    assert any(title.startswith(said[0]) and status == said[1] for title, status in entries)
    assert not any(title.startswith("Trip") or "meets rebels" in title or "hold talks" in title for title, _ in entries)


@pytest.mark.parametrize(
    ("title", "sentence", "broken"),
    [
        ("Arrival of at the port", "He fell ill after arriving at the port.", True),
        ("In Vega announces truce", "Named in Vega, he announces a truce.", True),
        ("Army moves out of the town", "The army moved out of the town.", False),
        ("Over 40 people freed", "Over 40 people were freed.", False),
        ("At least six freed", "At least six were freed.", False),
    ],
)
def test_a_title_with_words_cut_from_its_midst_is_broken(title: str, sentence: str, broken: bool) -> None:
    assert fit.is_broken(title, sentence, lexicon.load()) is broken


@pytest.mark.parametrize(
    ("text", "word", "basis", "first"),
    [
        ("Vega was shot on 3 May in Lima. He was hit at 10 p.m. in his kitchen.", "hit", "inherited", date(2018, 5, 3)),
        ("On 3 May Vega was shot at 10 p.m. in his kitchen.", "shot", "explicit", date(2018, 5, 3)),
        ("Vega died on 3 May. A guard saw the car at 6 a.m. ten days before the trial.", "saw", "none", None),
    ],
)
def test_an_hour_without_a_day_is_lent_one(text: str, word: str, basis: str, first: date | None) -> None:
    when = next(e.when for e in read(text).events if e.trigger.text == word)
    assert (when.basis, when.first) == (basis, first)


@pytest.mark.parametrize(
    ("text", "word", "status", "first"),
    [
        ("The family hopes to get around the 3 May ruling by the court.", "ruling", "occurred", date(2018, 5, 3)),
        ("Karhu is trying to sell itself under a May agreement with Chile.", "agreement", "occurred", date(2018, 5, 1)),
        ("The minister wants to discuss Monday's attack with Peru.", "attack", "occurred", date(2018, 9, 10)),
        ("The envoys hope to meet at next week's summit.", "summit", "planned", date(2018, 9, 17)),
    ],
)
def test_an_occasion_named_by_a_past_day_was_held(text: str, word: str, status: str, first: date) -> None:
    event = next(e for e in read(text).events if e.trigger.text == word)
    assert (event.status, event.when.first) == (status, first)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Karhu lost $92 million in its first quarter ended 29 January.", date(2017, 10, 30)),
        ("Karhu lost $92 million in the second quarter ended 30 June.", date(2018, 4, 1)),
    ],
)
def test_a_quarter_that_ends_elsewhere_has_the_days_up_to_its_end(text: str, first: date) -> None:
    assert next(e.when.first for e in read(text).events if e.trigger.text == "lost") == first


def test_whoever_is_ordered_by_nobody_named_is_ordered_something() -> None:
    titles = {e.title for e in read("On 3 May he ordered the crews to leave the town.").events}
    assert "Crews ordered to leave town" in titles


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("The Merkel government met on 3 May. Germany has a new budget.", ["country:de"]),
        ("The Merkel government met on 3 May.", ["country:de"]),
        ("Merkel met Hollande on 3 May.", ["person:angela-merkel", "person:francois-hollande"]),
    ],
)
def test_a_leaders_government_acts_for_its_country_named_or_not(text: str, actors: list[str]) -> None:
    event = next(e for e in read(text).events if e.trigger.text == "met")
    assert [p.id for p in event.actors] == actors


@pytest.mark.parametrize(
    ("text", "off", "first", "until"),
    [
        (
            "Karhu postponed a vote on the deal from 12 November to early December.",
            (2018, 11, 12),
            (2018, 12, 1),
            (2018, 12, 11),
        ),
        ("The vote was put off from 12 November to 19 November.", (2018, 11, 12), (2018, 11, 19), (2018, 11, 20)),
        (
            "Chile has postponed its meeting with Peru from 1 December to 5 December.",
            (2018, 12, 1),
            (2018, 12, 5),
            (2018, 12, 6),
        ),
    ],
)
def test_what_is_put_off_from_a_day_to_another_is_off_on_the_one_and_planned_on_the_other(
    text: str, off: tuple[int, int, int], first: tuple[int, int, int], until: tuple[int, int, int]
) -> None:
    entries = calendar(text)
    assert {(e.status, e.when.first, e.when.until) for e in entries} == {
        ("cancelled", date(*off), date(*off) + timedelta(1)),
        ("planned", date(*first), date(*until)),
    }


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Peru and Chile met on 3 May. Both countries signed a pact on 4 May.", {"country:pe", "country:cl"}),
        ("Peru and Chile met on 3 May. Two countries signed a pact on 4 May.", set()),
    ],
)
def test_two_without_the_are_not_the_two_just_named(text: str, actors: set[str]) -> None:
    event = next(e for e in read(text).events if e.trigger.text == "signed")
    assert {p.id for p in event.actors} == actors


def test_nobody_meets_himself() -> None:
    entries = calendar("The foreign minister will visit Suva. He meets Prime Minister Aisea Vatu on Tuesday.")
    met = next(e for e in entries if e.trigger.text == "meets")
    assert [(p.id, p.role) for p in met.actors] == [("group:foreign-minister", "agent"), ("person:aisea-vatu", "with")]


@pytest.mark.parametrize(
    "text",
    [
        "The three countries said in a joint statement that they would set up a body to observe the truce and to help",
        "The envoy met the pupils and people of a delegation led and a proposal made",
        "Bids for the yard were due",
        "Only the baker was killed",
        "Protest at Lome checkpoint",
        "Police wrongly suspect",
        "A fair begins in two towns of Kara province",
        "Draft of the pact due",
        "Envoys of the Sund met a Lund, N.Y., clinic",
        (
            "Farmers sue the port over dust cents More than 90 suits filed about the dock in Gulf of Mexico cents"
            " Lawyers say so."
        ),
    ],
)
def test_a_text_may_break_off_after_any_word(text: str) -> None:
    words = text.split()
    for n in range(3, len(words) + 1):
        whole = " ".join(words[:n])
        events = read(whole).events
        assert [whole[e.trigger.start : e.trigger.end] for e in events] == [e.trigger.text for e in events]


@pytest.mark.parametrize("text", ["", " \n "])
def test_an_empty_article_has_no_events(text: str) -> None:
    assert read(text).events == ()


def test_in_a_message_only_a_persons_name_holds_no_time() -> None:
    assert "NIGHT" in [t.text for t in read("#pub ALL TEAMS TO THE BAR!! QUIZ NIGHT WITH BEN... http://t.co/x").times]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("President Idris Kone has met President Ama Addo on cod. The two leaders met in Lome on Monday.",
         "Idris Kone meets Ama Addo on cod"),
        ("The Senate has passed a bill to fund the port. Senators voted 60-30 on Monday in favour of the bill.",
         "Senate passes bill to fund port"),
        ("Lawmakers in Chad have approved a new budget. Legislators voted in favour of the budget on Monday.",
         "Lawmakers in Chad approve new budget"),
        ("Gunmen have kidnapped two nuns in Gao. The two women were seized from their car on Monday.",
         "Gunmen kidnap two nuns in Gao"),
        ("Minister Ama Addo has arrived in Peru for talks on trade. Addo flew to Lima on Monday.",
         "Addo arrives in Peru for talks on trade"),
        ("A bomb has killed 20 people in Gao. Police say the bomb exploded in a market on Monday.",
         "Bomb kills 20 people in Gao"),
        ("A suicide bomber has killed nine people in Gao. The blast went off on Monday near a clinic.",
         "Suicide bomber kills nine people in Gao"),
        ("Rebels have ambushed a convoy near Gao, killing nine guards. Four drivers were wounded in Monday's attack.",
         "Rebels ambush convoy near Gao, killing nine guards"),
        ("Togo has issued warrants for 16 smugglers. Monday's announcement brings to 27 the number of suspects.",
         "Togo issues warrants for 16 smugglers"),
        ("Chad's president has resigned. The announcement came on Monday.", "Chad's president resigns"),
        ("Togo has arrested two dockers over a leak. Officials say the suspects were arrested Monday in a bar.",
         "Togo arrests two dockers over leak"),
        ("Peru and Chile have signed a pact that will cut tariffs. Signed Monday, the deal aims to help weavers.",
         "Peru and Chile sign pact that will cut tariffs"),
    ],
)  # fmt: skip
def test_news_told_again_with_its_day_is_one_entry_of_that_day(text: str, title: str) -> None:
    [e] = calendar(text)
    assert (e.title, e.when.first, e.when.until) == (title, date(2018, 9, 10), date(2018, 9, 11))


@pytest.mark.parametrize(
    "text",
    [
        "President Idris Kone has met President Ama Addo on cod. The two leaders last met on Monday.",
        "President Idris Kone has met President Ama Addo on cod. Kone and Addo met in May in Lome.",
        "President Idris Kone has met President Ama Addo on cod. Kone and Addo will meet on Friday in Lome.",
        "The House has passed a bill to fund the port. Senators voted 60-30 on Monday in favour of the bill.",
        "The parliament of Chad has approved a budget. Lawmakers voted on Monday for a ban on mining.",
        "Gunmen have kidnapped two nuns in Gao. Two women were seized from their car on Monday.",
        "Minister Ama Addo is visiting Peru for talks on trade. Addo flew to Quito on Monday.",
        "Minister Ama Addo has arrived in Peru for talks on trade. Addo last visited Peru on Monday.",
        "A bomb has killed 20 people in Gao. A second bomb exploded in a market on Monday.",
        "Gunmen have killed a judge in Gao. The gunmen also killed a clerk on Monday.",
        "Insurgents attacked a village in Mali on Monday. Troops killed nine of the insurgents in a gun battle.",
        "Militants attacked an army post in Mali on Monday. The militants captured the soldiers.",
        "Togo has arrested two dockers over a leak. The driver was arrested on Monday in a bar.",
        "Togo's president has approved a cabinet. Lawmakers voted out the old one on Monday.",
        "The Senate has passed a bill to fund the port. Senators voted 60-30 on Monday against the bill.",
        "Police have shot dead two rioters in Lome. The rioters attacked a station on Monday.",
        "A roadside bomb killed two guards in Mali on Tuesday. Four guards were killed in an attack on Monday.",
    ],
)
def test_what_is_like_the_news_and_not_the_same_is_an_entry_beside_it(text: str) -> None:
    assert len(calendar(text)) == 2


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("Erik Lund phoned President Eva Berg late on Monday and assured her that the truce would hold.",
         ["Erik Lund phones Eva Berg"]),
        ("Erik Lund met President Eva Berg in Oslo on Monday and urged her to lift the ban.",
         ["Erik Lund meets Eva Berg in Oslo"]),
        ("Chad's premier addressed the assembly on Monday and appealed to its members to stand by Togo.",
         ["Chad's premier addresses assembly"]),
        ("Peru called on Tuesday for the releases to be quiet after scenes of unrest in Lima on 3 September.",
         ["Peru calls for releases to be quiet after scenes of unrest in Lima"]),
        ("Erik Lund met President Eva Berg in Oslo on Monday and threatened to leave the pact.",
         ["Erik Lund meets Eva Berg in Oslo", "Erik Lund threatens to leave pact"]),
        ("Togo's premier met Chad's president in Lome on Monday. Chad confirmed the meeting.",
         ["Togo's premier meets Chad's president in Lome"]),
        ("Chad recalled its envoy to Peru on Monday. Dan Akhet will stay in Gao until the row is over.",
         ["Chad recalls envoy to Peru"]),
        ("Togo and Chad have agreed to meet in Lome on 21 September.", ["Togo and Chad to meet in Lome"]),
        ("Togo and Chad agreed on Monday to meet in Lome on 21 September.",
         ["Togo and Chad agree to meet in Lome", "Togo and Chad to meet in Lome"]),
        ("Premier Erik Lund, who was to have addressed the envoys on Monday, cancelled his journey because of a storm.",
         ["Erik Lund to address envoys"]),
        ("A third round of talks on cod ended in Lome on Monday. Envoys from 20 countries met for two days.",
         ["Third round of talks on cod ends in Lome"]),
        ("Erik Lund walked out of the session on Monday, but came back in the evening.",
         ["Erik Lund walks out of session"]),
        ("Minister Ama Addo came back on Tuesday from Lome. She returned on Monday from Gao, where she met Idris Kone.",
         ["Ama Addo comes back from Lome", "Ama Addo meets Idris Kone in Gao"]),
        ("Chad's parliament passed a bill to fund the port on Monday. Forty members voted in favour.",
         ["Chad's parliament passes bill to fund port"]),
        ("Bombs killed 40 people at two hotels in Gao on Monday. The four Danes were killed in the lobby.",
         ["Bombs kill 40 people at two hotels in Gao"]),
    ],
)  # fmt: skip
def test_what_goes_with_an_entry_is_none_beside_it(text: str, titles: list[str]) -> None:
    assert [e.title for e in calendar(text)] == titles


def test_a_leaders_own_words_of_what_his_land_aims_at_are_no_second_entry() -> None:
    text = (
        "Peru is close to its goal of leaving the pact by the end of 2018. “We hope to finish the work by December,” "
    )
    assert [e.title for e in calendar(text + "Peruvian premier Ana Ruiz said.")] == ["Peru to leave pact"]
    others = calendar(text + "Chilean premier Ana Ruiz said.")
    assert [e.title for e in others] == ["Peru to leave pact", "Ana Ruiz to finish work"]


@pytest.mark.parametrize(
    ("text", "title", "others"),
    [
        ("President Erik Lund plans to meet President Eva Berg. Lund will meet Berg on 21 September in Oslo.",
         "Lund to meet Berg in Oslo", []),
        ("Togo plans to sell its mill. Togo will sell the mill on 21 September.", "Togo to sell mill", []),
        ("Chad hopes to hold talks with Togo. Chad will hold talks with Togo on 21 September in Oslo.",
         "Chad to hold talks with Togo", []),
        ("Togo plans to sell its mill. Togo will sell its fleet on 21 September.", "Togo to sell fleet",
         ["Togo to sell mill"]),
        ("Chad hopes to hold talks with Togo. A second round of talks between Chad and Togo is due on 21 September.",
         "Second round of talks between Chad and Togo due", ["Chad to hold talks with Togo"]),
        ("Chad's trade talks with Togo are due to resume. Peace talks of Chad and Togo will be held on 21 September.",
         "Peace talks of Chad and Togo", ["Chad's trade talks with Togo to resume"]),
        ("Erik Lund will travel to Peru on 21 September. He will travel to Lima with Eva Berg.",
         "Erik Lund to travel to Peru", []),
        ("Erik Lund will travel to Peru on 21 September. He will travel to Quito with Eva Berg.",
         "Erik Lund to travel to Peru", ["Erik Lund to travel to Quito with Eva Berg"]),
        ("Togo has promised to free a poet on 21 September.", "Togo to free poet", []),
        ("Togo has decided to free a poet on 21 September.", "Togo to free poet", []),
        ("Togo vowed on Monday to free a poet on 21 September.", "Togo to free poet", ["Togo vows to free poet"]),
        ("Togo has agreed to free a poet on 21 September.", "Togo to free poet", ["Togo agrees to free poet"]),
        ("Togo has postponed ratifying the accord until 21 September.", "Togo to ratify accord",
         ["Togo postpones ratifying accord"]),
    ],
)  # fmt: skip
def test_a_plan_has_the_day_that_one_of_its_tellings_gives(text: str, title: str, others: list[str]) -> None:
    entries = {e.title: e for e in calendar(text)}
    assert sorted(entries) == sorted([title, *others])
    assert (entries[title].status, entries[title].when.first) == ("planned", date(2018, 9, 21))


def test_what_is_put_off_is_not_done() -> None:
    [e] = calendar("Lawmakers on Monday postponed ratifying the accord with Chad.")
    assert e.title == "Lawmakers postpone ratifying accord with Chad"


def test_what_an_attacker_of_other_news_did_dates_no_blow() -> None:
    text = (
        "Police say militants fired on a nurse's car. In Gao a bomber is the sole victim of an attack on a mosque. "
        "Police say the bomber detonated a mine inside the mosque on Monday."
    )
    assert [e.when.basis for e in calendar(text)] == ["published", "explicit"]


def test_what_somebody_survived_is_told_once() -> None:
    titles = [
        e.title for e in calendar("A Peruvian army ferry has crashed. Some are believed to have survived the crash.")
    ]
    assert "Peruvian army ferry crashes" in titles


def test_a_verb_that_goes_on_from_no_other_is_read() -> None:
    assert calendar("It is all in skill, what it takes, and thought.") == []


def test_a_text_that_opens_with_a_verb_before_a_noun_is_read() -> None:
    titles = [e.title for e in calendar("Leading firms have met in Lome. Karhu signed a loan on Monday.")]
    assert "Karhu signs loan" in titles


def test_what_is_asked_is_told_by_who_asks_it() -> None:
    titles = [e.title for e in calendar("Lund will explain on Friday why he left.")]
    assert titles == ["Lund to explain why he left"]


FAR = (
    "Togo's premier, Jan Akhet, warned on Wednesday that the row hurts trade. He hoped for calm. The row has cost the "
    "ports 40 million crowns, a chamber says. Prices have doubled. Few shops still offer cod, a delicacy. "
)


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("Akhet told reporters that Mali had expelled two envoys.", ["Mali expels two envoys"]),
        ("Harbour Minister Kofi Lund has resigned over the affair.", ["Kofi Lund resigns over affair"]),
        ("Akhet will go to Lima on Friday to ask for help.", ["Akhet to go to Lima to ask for help"]),
        ("The prize goes to Lima on Friday.", ["Prize to go to Lima"]),
        ("Akhet spoke by telephone with Ada Kos on Tuesday.", ["Akhet speaks by telephone with Ada Kos"]),
        (
            "The two sides will hold a new round of talks, scheduled for 14 October in Oslo.",
            ["Oslo: Two sides to hold new round of talks"],
        ),
        ("A cease-fire was signed on Monday.", ["Cease-fire signed"]),
        (
            "On 3 September Karhu Oil said it would not proceed with its pipeline.",
            ["Karhu Oil says it will not proceed with pipeline"],
        ),
        ("Karhu Oil said Friday it would be able to meet its orders.", ["Karhu Oil says it can meet orders"]),
        ("Karhu Oil should have its ferry ready in October.", ["Karhu Oil to have ferry ready"]),
        ("Akhet gave no reason on Monday.", []),
        ("Ada Kos, who issued several warnings during the past seven years, was right.", []),
        (
            "Akhet will meet Lund on 14 October, their first talks since Lund came back to power in June.",
            ["Akhet to meet Lund"],
        ),
        ("Akhet thanked Mali and said he was well.", []),
        (
            "Akhet's talks with Harbour Minister Kofi Lund did not take place because Lund was ill.",
            ["No talks of Akhet and Lund"],
        ),
        ("The Red Cross on Tuesday called for the vote to be free.", ["Red Cross calls for vote to be free"]),
        ("The treaty bars what the 1990 Treaty on Cod in Peru let pass.", []),
        (
            "The navy will sail in May, it said Tuesday, a day after Mali declared a drought and warned Peru.",
            ["Navy to sail", "Mali declares drought", "Mali warns Peru"],
        ),
        (
            "Chad will vote on 26 October, with a run-off, if needed, on 16 November.",
            ["Chad to vote", "Chad: Run-off"],
        ),
        (
            "A ferry pact ratified by both houses in May takes effect on 9 October.",
            ["Ferry pact to take effect", "Ferry pact ratified by both houses"],
        ),
    ],
)
def test_what_is_told_far_down(text: str, titles: list[str]) -> None:
    record = ENGINE.read(Article("a", FAR + text, published=date(2018, 9, 13)))
    assert [e.title for e in record.events if e.on_calendar and e.trigger.start >= len(FAR)] == titles
