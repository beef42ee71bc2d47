"""Dates that events get from other events, and words that say when without saying on which days."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from timeline.engine import Engine
from timeline.model import Article, Event

ENGINE = Engine()
FRIDAY = date(2018, 9, 14)

TABLE = [
    # text, trigger, first, until
    ("Rebels seized Lima two days after Marta Kovac resigned on 3 September.", "seized", (2018, 9, 5), (2018, 9, 6)),
    ("Rebels seized Lima a week before the vote on 3 September.", "seized", (2018, 8, 27), (2018, 9, 3)),
    ("Rebels met on 3 September, a day after gunmen killed 30 people.", "killed", (2018, 9, 2), (2018, 9, 3)),
    ("The visit comes barely a month after Chile closed the port.", "closed", (2018, 8, 1), (2018, 9, 1)),
    ("Rebels seized Lima two days after the vote in May.", "seized", (2018, 5, 1), (2018, 6, 1)),
    ("Peru had its worst year in four years after it closed a port in May.", "had", (2018, 9, 14), (2018, 9, 15)),
    ("Marta Kovac has ruled Peru since the coup last May.", "ruled", (2018, 5, 1), None),
    ("The ministers will meet before the vote on 20 September.", "meet", None, (2018, 9, 20)),
    ("The ministers will meet after the vote on 20 September.", "meet", (2018, 9, 21), None),
    ("Peru began a war after the coup last May.", "began", (2018, 5, 1), (2018, 6, 1)),
    ("Marta Kovac told a news conference on Tuesday that she was ill.", "told", (2018, 9, 11), (2018, 9, 12)),
    ("Peru said on Thursday that its ships would be free within 90 days.", "said", (2018, 9, 13), (2018, 9, 14)),
    ("Peru said on Thursday that its ships would be free within 90 days.", "free", None, None),
    ("Peru said on Thursday its ships would leave.", "said", (2018, 9, 13), (2018, 9, 14)),
    ("Peru said on Thursday its ships would leave.", "leave", None, None),
    ("Oil has leaked since 20 April, when a rig blew up.", "leaked", (2018, 4, 20), None),
    ("Oil has leaked since 20 April, when a rig blew up.", "blew", (2018, 4, 20), (2018, 4, 21)),
    ("Rebels were killed on Monday as they stormed a bank.", "stormed", (2018, 9, 10), (2018, 9, 11)),
    ("Peru tried to close the port on Monday, but gave up.", "gave", (2018, 9, 10), (2018, 9, 11)),
    ("Peru closed its port but reopened it on Monday.", "closed", (2018, 9, 10), (2018, 9, 11)),
    ("The index fell the most since May on Monday.", "fell", (2018, 9, 10), (2018, 9, 11)),
    ("Karhu agreed to sell a mill. On Monday Karhu agreed to sell its fleet.", "agreed", (2018, 9, 14), (2018, 9, 15)),
    ("It was the bloodiest year since 2001 when Chile ousted the rebels.", "ousted", (2001, 1, 1), (2002, 1, 1)),
    ("Four miners missing since Monday have been found dead.", "found", (2018, 9, 14), (2018, 9, 15)),
    ("Schools will be shut until Monday as towns seek to halt the outbreak.", "outbreak", None, None),
    ("Peru met Chile. Kovac said on Monday that the guard kidnapped by rebels was free.", "kidnapped", None, None),
    ("Lars Moe died on Monday. Moe graduated from a school in Lima.", "graduated", None, None),
    ("The school is likely to reopen on Wednesday.", "reopen", (2018, 9, 19), (2018, 9, 20)),
    ("Peru praised the envoy and defended his decision in March.", "decision", (2018, 3, 1), (2018, 4, 1)),
    ("Marta Kovac has been on leave since March 2017.", "leave", (2017, 3, 1), None),
    ("Kovac said that a day after the vote on 3 May rebels seized Lima.", "said", (2018, 9, 14), (2018, 9, 15)),
    ("The vote was postponed until after Easter.", "vote", (2019, 4, 22), None),
    ("The vote was postponed until Easter.", "vote", (2019, 4, 21), (2019, 4, 22)),
    ("A few years ago Peru freed a rebel.", "freed", None, None),
    ("Peru freed a rebel recently.", "freed", None, None),
    ("The firm sold a ship in its fiscal first quarter.", "sold", None, None),
    ("The firm sold a ship in the first quarter of its financial year.", "sold", None, None),
    ("The firm sold a ship in the second quarter.", "sold", (2018, 4, 1), (2018, 7, 1)),
    ("The ministers will meet before the end of the year.", "meet", None, (2019, 1, 1)),
    ("The ministers will meet before late October.", "meet", None, (2018, 10, 21)),
    ("The ministers will meet after the beginning of October.", "meet", (2018, 10, 1), None),
    ("Kovac praised the events of last week.", "praised", (2018, 9, 14), (2018, 9, 15)),
    ("The army seized Lima on the night of 3 May.", "seized", (2018, 5, 3), (2018, 5, 4)),
    ("On Friday Peru freed Moe, who fled in 2014. Ministers set up a court.", "set", (2018, 9, 14), (2018, 9, 15)),
    ("Moe fled to Peru in 2014. Ministers set up a court.", "set", None, None),
    ("Peru paused the tax, giving envoys until 6 May to agree.", "giving", None, (2019, 5, 7)),
    ("Peru wanted the miners home before Christmas.", "wanted", (2018, 9, 14), (2018, 9, 15)),
    ("Peru banned marches until 30 September.", "banned", (2018, 9, 14), (2018, 9, 15)),
    ("Marta Kovac left after a call with Rosa Vidal on Monday.", "call", (2018, 9, 10), (2018, 9, 11)),
    ("Peru promised elections within two months.", "elections", (2018, 9, 14), (2018, 11, 15)),
    ("Marta Kovac told Moe by phone on Monday that she would come.", "told", (2018, 9, 10), (2018, 9, 11)),
    ("The envoy to Peru and the rebels on Monday gave both a map.", "gave", (2018, 9, 10), (2018, 9, 11)),
    ("An envoy saw a ship seized by Peru for the first time on Monday.", "saw", (2018, 9, 10), (2018, 9, 11)),
    ("Under the deal of the spring, weapons were to be withdrawn within 60 days.", "withdrawn", None, None),
    ("Peru ruled that weapons were to be withdrawn within 60 days.", "withdrawn", (2018, 9, 14), (2018, 11, 14)),
    ("Marta Kovac invited Moe to Lima in early December.", "invited", (2018, 9, 14), (2018, 9, 15)),
    ("The court allowed Moe to leave on Monday.", "allowed", (2018, 9, 10), (2018, 9, 11)),
    ("Peru posted a loss for the first half of 2014.", "posted", (2018, 9, 14), (2018, 9, 15)),
    ("Peru reported a loss for the three months ended 30 June.", "reported", (2018, 9, 14), (2018, 9, 15)),
    ("Peru has closed the port until 25 September.", "closed", (2018, 9, 14), (2018, 9, 15)),
    ("Peru will close the port until 25 September.", "close", None, (2018, 9, 26)),
    ("Fans of the band that won it three years ago marched on Tuesday.", "marched", (2018, 9, 11), (2018, 9, 12)),
    ("Marta Kovac, who was a teacher in Bergen in 1998, left Peru.", "left", (2018, 9, 14), (2018, 9, 15)),
    ("Marta Kovac met the envoy, who was ill, on Tuesday.", "met", (2018, 9, 11), (2018, 9, 12)),
    ("Peru sent a ship to Chile, but there was no word on Tuesday.", "sent", (2018, 9, 14), (2018, 9, 15)),
    ("Shares of Karhu fell to $37, a drop of $2 since Tuesday's close.", "fell", (2018, 9, 14), (2018, 9, 15)),
    ("Peru will pay the families of those killed in the 2 November bus crash.", "crash", (2017, 11, 2), (2017, 11, 3)),
    ("Peru told the owners of banks that fall into ruin to close them.", "close", None, None),
    ("The army warned farmers to leave by Sunday.", "leave", None, (2018, 9, 17)),
    ("The ferry sank shortly after 11 p.m. on Tuesday.", "sank", (2018, 9, 11), (2018, 9, 12)),
    ("The ferry sank shortly before 11 p.m. on Tuesday.", "sank", (2018, 9, 11), (2018, 9, 12)),
    ("Shares of Karhu fell 3% by 0905 GMT on Tuesday.", "fell", (2018, 9, 11), (2018, 9, 12)),
    ("By noon on Tuesday, 40 people had fled.", "fled", None, (2018, 9, 12)),
    ("Marta Kovac's trip to Chile has been planned since May.", "trip", None, None),
    ("Peru announced a summit in November.", "summit", (2018, 11, 1), (2018, 12, 1)),
    ("Peru announced a loss in November.", "announced", (2017, 11, 1), (2017, 12, 1)),
    ("The ministers adjourned their talks on Tuesday until 25 September.", "adjourned", (2018, 9, 11), (2018, 9, 12)),
    ("The ministers adjourned their talks on Tuesday until 25 September.", "talks", None, None),
    ("The museum is open from 9 a.m. to 5 p.m. on Mondays.", "open", (2018, 9, 14), (2018, 9, 15)),
    ("The senate rejected a motion to impeach Kovac in early August.", "rejected", (2018, 8, 1), (2018, 8, 11)),
    ("Peru was shut out on 3 May 2012. In August Chile built a port. Karhu sued a week later.", "sued", None, None),
    ("Rebels seized Lima on 12 August. Two days after the battle, the army withdrew.", "withdrew", None, None),
    ("Peru walked out of the merger talks on Tuesday.", "walked", (2018, 9, 11), (2018, 9, 12)),
    ("Two nuns were killed and ten wounded in a blast on Tuesday.", "killed", (2018, 9, 11), (2018, 9, 12)),
    ("Three nuns died and dozens were hurt in a raid on Tuesday.", "died", (2018, 9, 11), (2018, 9, 12)),
    ("Two nuns were killed in May and ten were wounded in a raid on Tuesday.", "killed", (2018, 5, 1), (2018, 6, 1)),
    ("In the quarter ended 31 December Karhu lost $4 million.", "lost", (2017, 10, 1), (2018, 1, 1)),
    ("In its third quarter ended 31 December, the bank lost $4 million.", "lost", (2017, 10, 1), (2018, 1, 1)),
    ("Karhu to sell ferry to Peru Tuesday", "sell", (2018, 9, 18), (2018, 9, 19)),
    ("For the year ended 31 March, Karhu earned $4 million.", "earned", (2017, 4, 1), (2018, 4, 1)),
    ("Karhu lost $4 million in the nine months to July.", "lost", (2017, 11, 1), (2018, 8, 1)),
    ("Karhu lost $4 million in its fiscal third quarter, which ended 31 August.", "lost", (2018, 6, 1), (2018, 9, 1)),
    ("Karhu's fiscal year ends in June. It sold a ship in the first quarter.", "sold", (2017, 7, 1), (2017, 10, 1)),
    ("Karhu posted a loss of $4 million in the second quarter.", "posted", (2018, 9, 14), (2018, 9, 15)),
    ("Karhu posted a loss of $4 million in the first six months of 2018.", "posted", (2018, 9, 14), (2018, 9, 15)),
    ("Karhu posted a loss of $4 million in 2015.", "posted", (2015, 1, 1), (2016, 1, 1)),
    ("Karhu bought 4,000 shares through 29 August.", "bought", None, (2018, 8, 30)),
    ("Karhu bought 4,000 shares through the summer.", "bought", (2018, 6, 1), (2018, 9, 1)),
    ("Since its founding at the end of 2009, the fund has built 80 bridges.", "built", (2009, 10, 1), None),
    ("The fund built 80 bridges before its collapse in 2003.", "built", None, (2004, 1, 1)),
    ("Marta Kovac founded a union after the 1980 strike in Lima.", "founded", (1980, 1, 1), (2018, 9, 15)),
    ("Peru banned fishing after the 2008 spill.", "banned", (2008, 1, 1), (2018, 9, 15)),
    ("Chile is looking into two raids in Peru in the past four years.", "looking", (2018, 9, 14), (2018, 9, 15)),
    ("Kovac led a poll in Lima, down five points from early last month.", "led", (2018, 9, 14), (2018, 9, 15)),
    ("The council will vote on a ban against two yards on 20 September.", "vote", (2018, 9, 20), (2018, 9, 21)),
    ("Karhu earned $27 million, against $13 million in 2017.", "earned", (2018, 9, 14), (2018, 9, 15)),
    ("Karhu credited its exports, a 74% increase from a year earlier.", "credited", (2018, 9, 14), (2018, 9, 15)),
    ("Chile wrote a plan to prevent a repeat of the fire in Lima last year.", "wrote", (2018, 9, 14), (2018, 9, 15)),
    ("Chile wrote a plan to prevent a repeat of the fire in Lima last year.", "fire", (2017, 1, 1), (2018, 1, 1)),
    ("Police searched the hall because Vik was a guest there in May.", "searched", (2018, 9, 14), (2018, 9, 15)),
    ("Detectives searched his flat after the May 12 killing of a guard.", "killing", (2018, 5, 12), (2018, 5, 13)),
    ("Vik was charged in the May 2013 stabbing death of a nun.", "charged", (2018, 9, 14), (2018, 9, 15)),
    ("Vik was charged in the May 2013 stabbing death of a nun.", "death", (2013, 5, 1), (2013, 6, 1)),
    ("Last week, Mali shelled a town on Tuesday and took it on Friday.", "shelled", (2018, 9, 4), (2018, 9, 5)),
    ("Last week, Mali shelled a town on Tuesday and took it on Friday.", "took", (2018, 9, 7), (2018, 9, 8)),
    ("A judge ordered the release of Kos within ten days of the raid.", "ordered", None, None),
    ("Berg left Karhu in 2009. Months later he joined Nordwind.", "joined", None, None),
    ("Peru closed a port in 2014. In the months that followed, rebels seized two towns.", "seized", None, None),
    ("Chile has been calm. Karhu's shares fell in the weeks after the vote.", "fell", None, None),
    ("Peru has suffered a string of floods beginning in May.", "beginning", (2018, 5, 1), (2018, 6, 1)),
    ("They agreed to a truce beginning in May.", "beginning", (2019, 5, 1), (2019, 6, 1)),
    ("The 1918 fever was the worst of the 20th century, killing many.", "killing", (2018, 9, 14), (2018, 9, 15)),
    (
        "Vik spoke on Monday. Peru is calm. Chad is calm. Togo is calm. Mali is calm. It banned it after the disaster.",
        "banned",
        None,
        None,
    ),
    ("The senate began hearings on August 20 oil rig fire that killed nine.", "began", (2018, 9, 14), (2018, 9, 15)),
    ("The senate began hearings on August 20 oil rig fire that killed nine.", "fire", (2018, 8, 20), (2018, 8, 21)),
    ("On August 20 protests erupted in Lima.", "erupted", (2018, 8, 20), (2018, 8, 21)),
    ("As a result of good Christmas sales, Karhu hired 40 people.", "hired", (2018, 9, 14), (2018, 9, 15)),
    ("The envoy reacted to Monday's figures by leaving the room.", "reacted", (2018, 9, 14), (2018, 9, 15)),
    ("Marta Kovac won Sunday's presidential runoff.", "won", (2018, 9, 9), (2018, 9, 10)),
    ("Karhu has started handling claims from the Peru quake two weeks ago.", "quake", (2018, 8, 27), (2018, 9, 3)),
    ("Karhu has started handling claims from the Peru quake two weeks ago.", "started", (2018, 9, 14), (2018, 9, 15)),
    ("Cases rose to 5,937, up 1,604 since Monday.", "rose", (2018, 9, 14), (2018, 9, 15)),
    ("Kovac led the party in 1998 and then joined the bank.", "joined", None, None),
    ("Before the spill, Peru lifted its ban on drilling.", "lifted", None, None),
    ("Kovac left Peru on Monday. Her aide left, too. Her deputy has pleaded not guilty.", "pleaded", None, None),
    ("Kos, who died on 25 June 2009, had spent the previous four months there.", "spent", (2009, 2, 25), (2009, 6, 25)),
    ("The strike began more than three months ago.", "began", None, (2018, 7, 1)),
    ("The strike began less than a week ago.", "began", (2018, 9, 3), (2018, 9, 15)),
    ("Karhu's second-quarter profit fell 22%.", "fell", (2018, 4, 1), (2018, 7, 1)),
    ("Gil has pleaded guilty to the killing of a guard in Lima in June 2014.", "pleaded", (2018, 9, 14), (2018, 9, 15)),
    ("Gil has pleaded guilty to the killing of a guard in Lima in June 2014.", "killing", (2014, 6, 1), (2014, 7, 1)),
    ("Karhu has warned last month the fire could cost $40m.", "warned", (2018, 8, 1), (2018, 9, 1)),
    ("Oil has flowed since the blast on the Karhu drilling rig on 20 May.", "flowed", (2018, 5, 20), None),
    ("Karhu posted a profit in the three months to June.", "posted", (2018, 9, 14), (2018, 9, 15)),
    ("Kovac drank tea and met envoys a few weeks ago in Lima.", "drank", None, None),
    ("In recent years, Peru has sent envoys to Chile.", "sent", None, None),
    ("The tests were due on Monday but were delayed by a leak.", "due", (2018, 9, 10), (2018, 9, 11)),
    ("The tests were due on Monday but have been cancelled.", "due", (2018, 9, 17), (2018, 9, 18)),
    ("The strike was to have begun on Monday.", "begun", (2018, 9, 10), (2018, 9, 11)),
    ("The police said on Tuesday that they had arrested four men.", "arrested", None, (2018, 9, 12)),
    ("The police said on Tuesday that they arrested four men.", "arrested", (2018, 9, 11), (2018, 9, 12)),
    ("Kovac said of the raid on the bank in May that it was needed.", "raid", (2018, 5, 1), (2018, 6, 1)),
    ("Kovac said in May that the raid was needed.", "said", (2018, 5, 1), (2018, 6, 1)),
    ("The envoy had spent most of the previous three months in Lima.", "spent", None, None),
    ("Peru has banned the party. A letter obtained by a court and signed by Kovac names it.", "signed", None, None),
    ("Kovac had planned to meet the envoys on Tuesday.", "meet", (2018, 9, 11), (2018, 9, 12)),
    ("Kovac plans to meet the envoys on Tuesday.", "meet", (2018, 9, 18), (2018, 9, 19)),
    ("Peru waited until Monday to send help.", "waited", (2018, 9, 10), (2018, 9, 11)),
    ("Since Monday's vote was held, two ministers have left.", "held", (2018, 9, 10), (2018, 9, 11)),
    ("Since Monday's vote was held, two ministers have left.", "left", (2018, 9, 10), None),
    ("Costs will rise, Kovac said, from an estimated $470 million this year.", "said", (2018, 9, 14), (2018, 9, 15)),
    ("Deputies went through the details of Karhu's merger with Tallink.", "merger", None, None),
    ("Kovac denied that Chile had forced her to sign the pact.", "sign", None, None),
    ("A quake hit Lima on 12 May. Kovac left on Tuesday. Ten died in the quake.", "died", (2018, 5, 12), (2018, 5, 13)),
    ("The choir won the prize for best song at Sunday's ceremony.", "won", (2018, 9, 9), (2018, 9, 10)),
    ("Karhu made bad choices ahead of the spill, Kovac said on Tuesday.", "made", None, None),
    ("Profit rose in the fiscal first quarter. Karhu sold a ship during the quarter.", "sold", None, None),
    ("The summit was first planned for August but was postponed.", "summit", (2018, 8, 1), (2018, 9, 1)),
    ("A mission planned for August was cancelled.", "mission", (2018, 8, 1), (2018, 9, 1)),
    ("A mission planned for October was cancelled.", "mission", (2018, 10, 1), (2018, 11, 1)),
    ("Karhu cut its forecasts for the next few months.", "cut", (2018, 9, 14), (2018, 9, 15)),
    ("Search operations will end on Monday at the latest.", "end", None, (2018, 9, 18)),
    ("Kovac's trip was postponed to later this month.", "trip", (2018, 9, 14), (2018, 10, 1)),
    ("Kos was given a pill at 1.30 a.m. on the morning of his death.", "given", None, None),
    ("Kos was given a pill at 1.30 a.m. on Monday.", "given", (2018, 9, 10), (2018, 9, 11)),
    ("A blast hit Lima on 3 May. Kos left Monday. Peru shut it after the blast.", "shut", (2018, 5, 3), (2018, 9, 15)),
    ("Lima was hit by Tuesday's severe aftershock.", "hit", (2018, 9, 11), (2018, 9, 12)),
    ("The minister approved plans for drilling in the north in July.", "approved", (2018, 7, 1), (2018, 8, 1)),
    ("A blast killed nine on 3 May. Kos will speak on Tuesday. The 8 p.m. speech will go out.", "speech", None, None),
    ("Kovac will make clear in her meeting with Kos what she wants.", "meeting", None, None),
    ("Kovac said in a meeting with Kos that she would stay.", "meeting", (2018, 9, 14), (2018, 9, 15)),
    ("The 1998 treaty collapsed.", "collapsed", (2018, 9, 14), (2018, 9, 15)),
    ("The treaty collapsed on Tuesday.", "collapsed", (2018, 9, 11), (2018, 9, 12)),
    ("Kenya marked the anniversary of the truce on Tuesday.", "truce", None, None),
    ("Kenya marked the anniversary of the truce on Tuesday.", "marked", (2018, 9, 11), (2018, 9, 12)),
    ("On the eve of the vote on 20 September, Kovac met rebels.", "vote", (2018, 9, 20), (2018, 9, 21)),
    ("“Today we signed the truce,” Kovac told reporters on Tuesday.", "signed", (2018, 9, 11), (2018, 9, 12)),
    ("“I met the rebels yesterday,” Kovac said on Tuesday.", "met", (2018, 9, 10), (2018, 9, 11)),
    ("“We will sign tomorrow,” Kovac said on Tuesday.", "sign", (2018, 9, 12), (2018, 9, 13)),
    ("“I met the rebels yesterday,” Kovac said.", "met", (2018, 9, 13), (2018, 9, 14)),
    ("Kovac said on Tuesday that she met rebels yesterday.", "met", (2018, 9, 13), (2018, 9, 14)),
    ("Two men charged in the Dec. 21, 1988, bombing in Lima were freed.", "bombing", (1988, 12, 21), (1988, 12, 22)),
    ("The flood last month will result in a strike.", "result", None, None),
    ("The pact marks a reversal of what Peru promised last month.", "marks", (2018, 9, 14), (2018, 9, 15)),
    ("The war could end by Sunday, a month after rebels seized Lima.", "seized", None, None),
    ("Kovac will run, Peru said on Thursday, a day after rebels seized Lima.", "seized", (2018, 9, 12), (2018, 9, 13)),
    ("Kovac had been talking about the slated visit of an envoy in October.", "visit", (2018, 10, 1), (2018, 11, 1)),
    ("Kovac had been talking about the slated visit of an envoy in October.", "talking", None, None),
    ("The council extended its deadline until Tuesday.", "extended", (2018, 9, 14), (2018, 9, 15)),
    ("The council extended its deadline until Tuesday.", "deadline", None, (2018, 9, 19)),
    ("The costs, compared with a year ago, rose after a strike.", "rose", (2018, 9, 14), (2018, 9, 15)),
    ("Kenya has built a port since the war ended in 2009.", "built", (2009, 1, 1), None),
    ("Oil has been leaking since a rig exploded on 20 April.", "leaking", (2018, 4, 20), None),
    ("Kenya has built a port since the war.", "built", None, None),
    ("The council set Friday as the deadline for their return.", "deadline", (2018, 9, 14), (2018, 9, 15)),
    ("Peru named 25 September as the day of the vote.", "named", (2018, 9, 14), (2018, 9, 15)),
    ("Airlines committed to a cap on flights by 2030.", "committed", (2018, 9, 14), (2018, 9, 15)),
    ("It marked a return to the marches of early May, when thousands fled.", "marked", (2018, 9, 14), (2018, 9, 15)),
    ("Three men drowned when a ferry sank on Tuesday.", "drowned", (2018, 9, 11), (2018, 9, 12)),
    ("Peru was hit by an earthquake on Tuesday.", "hit", (2018, 9, 11), (2018, 9, 12)),
    ("Peru was hit by an earthquake.", "hit", (2018, 9, 14), (2018, 9, 15)),
    ("The truce was extended to next month.", "extended", (2018, 9, 14), (2018, 9, 15)),
    ("Kenya built a port because the war ended in 2009.", "built", (2018, 9, 14), (2018, 9, 15)),
    ("In a letter dated 3 May, Kovac asked Peru for aid.", "asked", (2018, 5, 3), (2018, 5, 4)),
    ("In a report that cites 3 May, Kovac asked Peru for aid.", "asked", (2018, 9, 14), (2018, 9, 15)),
    ("A study released on Tuesday finds that nets shrink.", "finds", (2018, 9, 11), (2018, 9, 12)),
    ("In an interview with the Post published 3 May, Kovac said nets shrink.", "said", (2018, 5, 3), (2018, 5, 4)),
    ("The author of a book published in 1998 said nets shrink.", "said", (2018, 9, 14), (2018, 9, 15)),
    ("A reporter sent to Lome on 3 May said nets shrink.", "said", (2018, 9, 14), (2018, 9, 15)),
    ("Kovac criticised the pact in a 2011 interview.", "criticised", (2011, 1, 1), (2012, 1, 1)),
    ("Kovac saw gold in the 2012 games.", "saw", (2018, 9, 14), (2018, 9, 15)),
    ("Kovac resigned on Tuesday, three days after the vote.", "vote", (2018, 9, 8), (2018, 9, 9)),
    ("Chad left the pact on 3 September and set 25 September for its return.", "set", (2018, 9, 3), (2018, 9, 4)),
    ("The truce began on 3 May. A week after the ceasefire began, rebels fled.", "fled", (2018, 5, 7), (2018, 5, 14)),
    ("Kovac was ill. She visited Lima five days before voting began.", "visited", None, None),
    ("Peru shut a port Tuesday. The move came a day after rebels killed six.", "killed", (2018, 9, 10), (2018, 9, 11)),
    ("Peru said Thursday it had shut a road, a day after gunmen shelled it.", "shelled", (2018, 9, 12), (2018, 9, 13)),
    ("Peru and Chile agreed on a text during three hours of talks on Sunday.", "agreed", (2018, 9, 9), (2018, 9, 10)),
    ("Peruvians voted to leave in a referendum held from 2 to 4 May.", "voted", (2018, 5, 2), (2018, 5, 5)),
    ("Peru's talks with Chile were put off by two weeks to 3 October.", "put", (2018, 10, 3), (2018, 10, 4)),
    ("Cooks will vote in an election, which Peru announced for 3 November.", "election", (2018, 11, 3), (2018, 11, 4)),
    ("Kovac told Lund by telephone that the camp would be closed by Friday.", "closed", None, (2018, 9, 15)),
    ("Peru said it would leave the pact if no text was signed by Sunday.", "signed", None, (2018, 9, 17)),
    ("Kovac urged them to reject it in a vote on Sunday, a day after Lund died.", "vote", (2018, 9, 16), (2018, 9, 17)),
    ("Kovac urged dockers to turn out for Sunday's election.", "election", (2018, 9, 16), (2018, 9, 17)),
    ("Peru held a congress in Lima on Sunday. On the eve of the congress, rebels shut a port.", "shut", None, None),
    ("Rebels stormed six boats in the bay before dawn on Monday.", "stormed", (2018, 9, 10), (2018, 9, 11)),
    ("Peru recalled its envoys from the talks in Lima on Tuesday.", "recalled", (2018, 9, 11), (2018, 9, 12)),
    ("A vote was due on Sunday, but the speaker said it had been put off.", "due", (2018, 9, 16), (2018, 9, 17)),
    ("A truce took effect on 3 May. A day after it took hold, a mine killed 9.", "killed", (2018, 5, 4), (2018, 5, 5)),
    ("Kovac dissolved the cabinet and called elections within six months.", "dissolved", (2018, 9, 14), (2018, 9, 15)),
    ("On 3 September, the day after gunmen shelled a port, Peru shut it.", "shelled", (2018, 9, 2), (2018, 9, 3)),
    ("On 3 September, the day after gunmen shelled a port, Peru shut it.", "shut", (2018, 9, 3), (2018, 9, 4)),
    ("Peru left the pact on Monday, the day before rebels seized Lima.", "seized", (2018, 9, 11), (2018, 9, 12)),
    ("On 3 September, two weeks after a court freed Lund, Peru jailed him.", "jailed", (2018, 9, 3), (2018, 9, 4)),
    ("Peru will name Ama Lund, whose party won the vote, as envoy on Monday.", "name", (2018, 9, 17), (2018, 9, 18)),
    ("Peru expelled Jan Kos, who led the army, from Lima on Monday.", "expelled", (2018, 9, 10), (2018, 9, 11)),
    ("They mourned Jan Kos, who died on Monday, at a mass in Lima.", "died", (2018, 9, 10), (2018, 9, 11)),
    ("The trucks, held up since Monday by a quarrel, reached Lima at noon.", "reached", (2018, 9, 14), (2018, 9, 15)),
    ("Kovac will meet Lund on 1 October. A house, which first sat on 3 May, will vote two days later.", "vote",
     (2018, 10, 3), (2018, 10, 4)),
    ("Kovac flies home on Monday and will leave again at the weekend.", "leave", (2018, 9, 22), (2018, 9, 24)),
    ("Here is how the pact came about and how it was broken. The Sund Pact was signed on 3 May 2006.", "broken",
     (2018, 9, 14), (2018, 9, 15)),
    ("Peru put off the vote on Monday to 3 October.", "put", (2018, 10, 3), (2018, 10, 4)),
    ("The vote was postponed on Monday from 20 September to 3 October.", "postponed", (2018, 10, 3), (2018, 10, 4)),
    ("Chad postponed the vote from 2 October to 9 November.", "postponed", (2018, 11, 9), (2018, 11, 10)),
    ("Peru moved the vote from 3 October to 9 October.", "vote", (2018, 10, 9), (2018, 10, 10)),
    ("Peru accused Chile of having shelled a port on Monday.", "accused", (2018, 9, 14), (2018, 9, 15)),
    ("Peru accused Chile of having shelled a port on Monday.", "shelled", (2018, 9, 10), (2018, 9, 11)),
    ("Kovac denied meeting rebels last week.", "meeting", (2018, 9, 3), (2018, 9, 10)),
    ("Kovac admitted having met rebels in April.", "admitted", (2018, 9, 14), (2018, 9, 15)),
    ("Peru and Chile will meet in Lome ahead of the vote on 26 September.", "meet", None, (2018, 9, 26)),
    ("Cooks want to agree on cod ahead of the summit in December.", "agree", None, (2018, 12, 1)),
    ("A verdict is not expected before 2028.", "verdict", (2028, 1, 1), None),
    ("No verdict is due before June.", "due", (2019, 6, 1), None),
    ("The vote is unlikely before October.", "vote", (2018, 10, 1), None),
    ("The talks, suspended since Monday, resume on Thursday.", "resume", (2018, 9, 20), (2018, 9, 21)),
    ("The talks in Lima, adjourned last week, resume on Thursday.", "resume", (2018, 9, 20), (2018, 9, 21)),
    ("The truce was to have ended on Monday but was extended until 3 October.", "truce", (2018, 10, 3), (2018, 10, 4)),
    ("The truce began on 3 May and was to end in July but was extended until October.", "extended", None, None),
    ("Peru will vote on 4 May 2019, with a runoff, if needed, on 21 June.", "runoff", (2019, 6, 21), (2019, 6, 22)),
    ("The summit is set for 3 December 2019 and the talks for 9 March.", "talks", (2020, 3, 9), (2020, 3, 10)),
    ("Registration will reopen Oct. 3 and close Oct. 9.", "close", (2018, 10, 9), (2018, 10, 10)),
    ("The fair will open on 3 October and close on 9 October.", "close", (2018, 10, 9), (2018, 10, 10)),
    ("The war, which erupted in April 2003, has killed tens of thousands.", "killed", None, (2018, 9, 15)),
    ("The war, which erupted in April 2003, has killed tens of thousands.", "erupted", (2003, 4, 1), (2003, 5, 1)),
    ("Marta Kovac on Monday denied having met the rebels.", "met", (2018, 9, 10), (2018, 9, 11)),
    ("Peru dropped a claim on Monday that had blocked the pact since May.", "blocked", (2018, 5, 1), (2018, 9, 15)),
    ("The panel is not due to report until October.", "report", (2018, 10, 1), (2018, 11, 1)),
    ("Peru moved the mill in May and October last year.", "moved", (2017, 5, 1), (2017, 6, 1)),
    ("Guards have called a 48-hour strike from Monday.", "strike", (2018, 9, 17), (2018, 9, 19)),
    ("Guards have called off a strike from Monday.", "called", (2018, 9, 17), (2018, 9, 18)),
    ("Peru agreed to resume talks, which were halted in May, from next spring.", "resume", (2019, 3, 1), (2019, 6, 1)),
    ("The mill will open by mid-2020.", "open", None, (2020, 7, 1)),
    ("The mill will open by mid-October.", "open", None, (2018, 10, 21)),
    ("The court will hear the case from Monday.", "hear", (2018, 9, 17), None),
    ("Peru will free a cook on Monday and the guards, seized on 3 May, the following week.", "free",
     (2018, 9, 17), (2018, 9, 18)),
    ("The raids will stop on Monday and the nuns, seized on 3 May, will go home over the following week.", "go",
     (2018, 9, 24), (2018, 10, 1)),
    ("Talks began in May 2015, broke down the following spring and were revived in November.", "revived",
     (2016, 11, 1), (2016, 12, 1)),
    ("Peru signed the accord on Monday, a day later than planned.", "signed", (2018, 9, 10), (2018, 9, 11)),
    ("Marta Kovac will fly to Lima on Monday to attend Friday's fair and meet Jan Kos.", "meet", None, None),
    ("Marta Kovac watched the Christmas parade on Monday.", "parade", None, None),
    ("Kovac addresses the house on Thursday.", "addresses", (2018, 9, 20), (2018, 9, 21)),
    ("Divers suspended their search of the wreck in May.", "suspended", (2018, 5, 1), (2018, 6, 1)),
    ("The election was brought forward from February by Kovac.", "brought", None, None),
    ("The pact takes effect 30 days after the two houses have approved it.", "approved", None, None),
    ("The pact was signed on 9 May. It takes effect 30 days after both houses have passed it.", "passed", None, None),
    ("The house sits on 9 November; a vote there is planned for the second half of that month.", "vote",
     (2018, 11, 16), (2018, 12, 1)),
    ("Chad, which walked out of the talks in March over cod, is back.", "walked", (2018, 3, 1), (2018, 4, 1)),
    ("Kovac promised to hold the vote, twice postponed, in November.", "vote", (2018, 11, 1), (2018, 12, 1)),
    ("A truce agreed on Monday for the fair collapsed on Tuesday.", "collapsed", (2018, 9, 11), (2018, 9, 12)),
    ("Kovac met Lund on Monday and the next day he flew to Lima.", "met", (2018, 9, 10), (2018, 9, 11)),
    ("Kovac met Lund on Monday and the next day he flew to Lima.", "flew", (2018, 9, 11), (2018, 9, 12)),
    ("Kovac meets Lund on Monday and the next morning she opens a mill.", "opens", (2018, 9, 18), (2018, 9, 19)),
    ("Bids are to be received by 3 March.", "received", None, (2019, 3, 4)),
    ("The rules were to take effect on 3 June.", "take", (2018, 6, 3), (2018, 6, 4)),
    ("The anniversary of the truce on Monday was marked in Lima.", "marked", (2018, 9, 10), (2018, 9, 11)),
    ("Kovac's trip, which had been set for Monday, has been cancelled.", "cancelled", (2018, 9, 17), (2018, 9, 18)),
    ("Talks pencilled in for this Thursday in Lima were called off.", "called", (2018, 9, 13), (2018, 9, 14)),
    ("Talks that had been set for this Saturday in Lima were called off.", "called", (2018, 9, 15), (2018, 9, 16)),
    ("Peru said that Kovac could not attend on Saturday.", "attend", (2018, 9, 15), (2018, 9, 16)),
    ("Peru said that Kovac could not be reached on Saturday.", "reached", (2018, 9, 8), (2018, 9, 9)),
    ("Talks resumed last Monday after Moe flew to Lima on Thursday.", "flew", (2018, 9, 6), (2018, 9, 7)),
    ("Talks resumed on Wednesday after Moe flew to Lima on Monday.", "flew", (2018, 9, 10), (2018, 9, 11)),
    ("The council will meet on the crisis on Monday at the request of Chad.", "meet", (2018, 9, 17), (2018, 9, 18)),
    ("A fair opens on 4 October and could last two weeks.", "opens", (2018, 10, 4), (2018, 10, 5)),
    ("Lars Moe fled in June 2012 and returned to Lima later that year.", "returned", (2012, 6, 1), (2013, 1, 1)),
    ("They signed a pact in June 2012. Earlier that year they had met.", "met", (2012, 1, 1), (2012, 7, 1)),
    ("Kovac will visit Chad before the talks open on 3 October.", "visit", None, (2018, 10, 3)),
    ("Kovac will resign once parliament meets on 3 October.", "resign", (2018, 10, 3), None),
    ("Peru said it would free the crew “in the coming days”.", "free", (2018, 9, 14), (2018, 9, 22)),
    ("Talks ended in Lima on Wednesday. Envoys met for three days.", "met", (2018, 9, 10), (2018, 9, 13)),
    ("As of Thursday, rebels had killed 40 people.", "killed", None, (2018, 9, 14)),
    ("The port will be shut as of Monday.", "shut", (2018, 9, 17), None),
    ("Under the law, the court must then rule within two weeks.", "rule", None, None),
    ("Talks on ending a blockade that were to open on Monday were called off.", "called", (2018, 9, 10), (2018, 9, 11)),
    ("Peru shut a port on Thursday. Moe flew out on Monday. He later met Kos.", "met", (2018, 9, 10), (2018, 9, 11)),
    ("The first phase of the truce runs until 1 October.", "runs", None, (2018, 10, 2)),
    ("Chad said on Thursday it would free the ship that its navy seized.", "seized", (2018, 9, 14), (2018, 9, 15)),
    ("Voters go to the polls on Sunday. Results are expected by 10 p.m.", "expected", None, (2018, 9, 17)),
    ("Talks will resume on Monday. Shares fell 2% by 5 p.m. in Lima.", "fell", (2018, 9, 14), (2018, 9, 15)),
]  # fmt: skip


def event(text: str, trigger: str) -> Event | None:
    record = ENGINE.read(Article("a", text, published=FRIDAY))
    return next((e for e in record.events if e.trigger.text == trigger), None)


@pytest.mark.parametrize(("text", "trigger", "first", "until"), TABLE, ids=[f"{row[1]}: {row[0]}" for row in TABLE])
def test_what_other_events_say_of_a_date(
    text: str, trigger: str, first: tuple[int, int, int] | None, until: tuple[int, int, int] | None
) -> None:
    found = event(text, trigger)
    if found is None:
        assert (first, until) == (None, None)  # no event, no date
        return
    assert (found.when.first, found.when.until) == (first and date(*first), until and date(*until))


@pytest.mark.parametrize(
    ("text", "trigger", "reason"),
    [
        (TABLE[0][0], "seized", "“two days” counted from another event, “3 September”"),
        (TABLE[6][0], "ruled", "“since” that occasion, “last May”"),
        (TABLE[9][0], "began", "it came after that occasion, “last May”"),
        (
            "“I met rebels yesterday,” Kovac said on Tuesday.",
            "met",
            "“yesterday” counted from the day of speaking, “Tuesday”",
        ),
        ("The elected officials met a rebel.", "elected", "it only describes"),
        ("Kenya has built a port since the war.", "built", "“since” something whose day is not told"),
        (
            "Chad had signed a truce in May, but rebels seized Lima.",
            "seized",
            "it is told with what was before the news, and nothing says when",
        ),
        ("Chile will free a rebel.", "free", "nothing in the text says when"),
        ("Chile recently freed a rebel.", "freed", "says when, and not on which days"),
    ],
)
def test_the_reason_is_told(text: str, trigger: str, reason: str) -> None:
    found = event(text, trigger)
    assert found is not None
    assert reason in [step.because for step in found.why]


@pytest.mark.parametrize(
    ("text", "trigger", "extent"),
    [
        ("Marta Kovac met rebels over the weekend.", "met", "within"),
        ("Marta Kovac issued several warnings during the past seven years.", "issued", "throughout"),
        ("Marta Kovac issued a warning during the past seven years.", "issued", "within"),
        ("Marta Kovac denied that she had met rebels over the weekend.", "met", "within"),
        ("Peru has been building a port over the past two years.", "building", "throughout"),
        ("Marta Kovac led Peru from 3 to 9 May.", "led", "throughout"),
        ("Marta Kovac won the cup in 2013 and 2014.", "won", "within"),
        ("A plane with aid will land in Lima over the weekend.", "land", "within"),
        ("The port will stay closed until 20 June.", "stay", "throughout"),
        ("The port will open by 20 June.", "open", "within"),
        ("Peru gave Chile until 20 June to reply.", "gave", "within"),
    ],
)
def test_a_single_deed_is_within_what_it_fell_into_the_course_of(text: str, trigger: str, extent: str) -> None:
    found = event(text, trigger)
    assert found is not None
    assert found.when.extent == extent


def test_an_open_end_is_written_with_the_bound_it_has() -> None:
    text = "The ministers will meet before the end of June. The envoys left after early May."
    events = ENGINE.read(Article("a", text, published=date(2018, 6, 1))).events
    assert [e.when.edtf for e in events] == ["../2018-06-30", "2018-05-10/.."]


@pytest.mark.parametrize(
    ("text", "trigger", "edtf"),
    [
        ("Marta Kovac will meet Jan Kos at 10 a.m. on 4 October.", "meet", "2018-10-04T10:00:00"),
        ("Marta Kovac will meet Jan Kos on Monday at 0900 GMT.", "meet", "2018-09-17T09:00:00Z"),
        ("Marta Kovac will meet Jan Kos after 6 p.m. on Monday.", "meet", "2018-09-17T18:00:00/.."),
        ("A bomb exploded in Lima shortly before 6 p.m. on Thursday.", "exploded", "../2018-09-13T18:00:00"),
        ("Marta Kovac met Jan Kos on Thursday at about 9 a.m. in Lima.", "met", "2018-09-13~"),
        ("Marta Kovac will hold a news conference at 3 p.m.", "conference", "2018-09-14T15:00:00"),
        (
            "Peru opened a fair on Thursday at 9 a.m. with a call for a truce. Marta Kovac met Jan Kos there.",
            "met",
            "2018-09-13",
        ),
    ],
)
def test_an_event_has_the_hour_of_its_own_words_alone(text: str, trigger: str, edtf: str) -> None:
    found = event(text, trigger)
    assert found is not None
    first = date.fromisoformat(edtf.removeprefix("../")[:10])
    assert (found.when.edtf, found.when.first, found.when.until) == (edtf, first, first + timedelta(1))


def test_what_has_gone_on_for_longer_than_the_calendar_is_undated() -> None:
    found = event("The cave has been closed for 3,000 years.", "closed")
    assert found is not None
    assert found.status == "occurred"


def test_a_time_with_a_hyphen_is_that_of_its_own_clause() -> None:
    text = "Marta Kovac, who visited Lima in mid-April, said the talks were over."
    found = event(text, "visited")
    assert found is not None
    assert (found.when.first, found.when.until) == (date(2018, 4, 11), date(2018, 4, 21))


SO_LONG = [
    # text, trigger, first, until, status
    ("Peru will host a three-day congress from 4 October.", "host", (2018, 10, 4), (2018, 10, 7), "planned"),
    ("A ten-day truce starting on 2 October was agreed in Lima.", "starting", (2018, 10, 2), (2018, 10, 12), "planned"),
    ("Peru closed its ports for two days from Monday.", "closed", (2018, 9, 10), (2018, 9, 12), "occurred"),
    ("Marta Kovac began a week-long tour of Chile on Monday.", "began", (2018, 9, 10), (2018, 9, 17), "ongoing"),
    ("The fair will run for 72 hours from 4 October.", "run", (2018, 10, 4), (2018, 10, 7), "planned"),
    ("Marta Kovac will spend two weeks in Chile from 4 October.", "spend", (2018, 10, 4), (2018, 10, 18), "planned"),
    ("A congress opens on 4 October and lasts three days.", "opens", (2018, 10, 4), (2018, 10, 7), "planned"),
    ("A congress opens on 4 October and runs until 9 October.", "opens", (2018, 10, 4), (2018, 10, 10), "planned"),
    ("Marta Kovac ended a four-day tour of Chile on Monday.", "ended", (2018, 9, 10), (2018, 9, 11), "occurred"),
    ("Peru and Chile agreed a ten-day truce on Monday.", "agreed", (2018, 9, 10), (2018, 9, 11), "occurred"),
    ("Peru will sign a three-year deal on 4 October.", "sign", (2018, 10, 4), (2018, 10, 5), "planned"),
    ("Marta Kovac was sworn in on Monday for a five-year term.", "sworn", (2018, 9, 10), (2018, 9, 11), "occurred"),
]


@pytest.mark.parametrize(("text", "trigger", "first", "until", "status"), SO_LONG)
def test_what_begins_on_a_day_goes_on_for_the_length_told_of_it(
    text: str, trigger: str, first: tuple[int, int, int], until: tuple[int, int, int], status: str
) -> None:
    found = event(text, trigger)
    assert found is not None
    assert (found.when.first, found.when.until, found.status) == (date(*first), date(*until), status)
    assert found.when.extent == ("within" if (date(*until) - date(*first)).days == 1 else "throughout")


def test_a_length_is_explained() -> None:
    found = event("Peru closed its ports for two days from Monday.", "closed")
    assert found is not None
    assert "“two days”" in [step.what for step in found.why]


@pytest.mark.parametrize(
    ("text", "until", "title"),
    [
        ("Peru gave Chile a week to free the ship.", (2018, 9, 22), "Deadline for Chile to free ship"),
        ("Peru on Monday gave Chile 72 hours to free the ship.", (2018, 9, 14), "Deadline for Chile to free ship"),
        ("Kovac said on Thursday that Peru has ten days to pay.", (2018, 9, 24), "Deadline for Peru to pay"),
        ("The rebels were given 48 hours to leave Lima.", (2018, 9, 17), "Deadline for rebels to leave Lima"),
    ],
)
def test_what_is_to_be_done_within_a_length_is_due_at_its_end(
    text: str, until: tuple[int, int, int], title: str
) -> None:
    found = next(e for e in ENGINE.read(Article("a", text, published=FRIDAY)).events if e.type == "deadline")
    assert (found.when.first, found.when.until, found.when.basis) == (None, date(*until), "inherited")
    assert found.title == title


@pytest.mark.parametrize(
    "text",
    [
        "Marta Kovac has six months to live.",
        "Peru had ten days to pay.",
        "Peru may give Chile a week to free the ship.",
        "Peru gave Chile a few days to free the ship.",
    ],
)
def test_a_length_from_no_known_day_sets_no_deadline(text: str) -> None:
    assert all(e.type != "deadline" for e in ENGINE.read(Article("a", text, published=FRIDAY)).events)


@pytest.mark.parametrize(
    ("text", "title", "first"),
    [
        ("Marta Kovac will be in Lima on Tuesday.", "Marta Kovac to be in Lima", (2018, 9, 18)),
        ("Marta Kovac was in Lima on Tuesday for talks.", "Marta Kovac in Lima for talks", (2018, 9, 11)),
        ("Marta Kovac is scheduled to be in Lima on Tuesday.", "Marta Kovac to be in Lima", (2018, 9, 18)),
        ("Marta Kovac is due to be in Lima on Tuesday.", "Marta Kovac to be in Lima", (2018, 9, 18)),
        ("The envoy will be back in Lima on Tuesday.", "Envoy to be back in Lima", (2018, 9, 18)),
    ],
)
def test_who_is_somewhere_on_a_day_is_an_entry(text: str, title: str, first: tuple[int, int, int]) -> None:
    (found,) = (e for e in ENGINE.read(Article("a", text, published=FRIDAY)).events if e.on_calendar)
    assert (found.title, found.when.first) == (title, date(*first))


@pytest.mark.parametrize("text", ["Marta Kovac was in Lima in 1998.", "Marta Kovac was not in Lima on Tuesday."])
def test_where_somebody_once_was_or_was_not_is_none(text: str) -> None:
    assert not any(e.on_calendar for e in ENGINE.read(Article("a", text, published=FRIDAY)).events)


@pytest.mark.parametrize(
    ("text", "title", "first"),
    [
        (
            "During a visit to Peru on Monday, Marta Kovac praised the pact.",
            "Marta Kovac's visit to Peru",
            (2018, 9, 10),
        ),
        (
            "Marta Kovac, on a three-day trip to Peru, praised the pact.",
            "Marta Kovac's three-day trip to Peru",
            (2018, 9, 14),
        ),
    ],
)
def test_a_visit_is_of_whoever_is_on_it(text: str, title: str, first: tuple[int, int, int]) -> None:
    found = next(e for e in ENGINE.read(Article("a", text, published=FRIDAY)).events if e.type == "visit")
    assert (found.title, found.when.first) == (title, date(*first))
    assert "person:marta-kovac" in {p.id for p in found.actors if p.role == "agent"}


def test_what_has_been_done_since_has_no_part_in_the_day_before_it() -> None:
    found = event("Marta Kovac resigned in May and has moved to Lima.", "moved")
    assert found is not None
    assert (found.when.first, found.when.until) == (None, None)


SETTLED = [
    # text, the titles of its calendar
    (
        "Peru expelled three Chilean diplomats on Monday and gave them 48 hours to leave.",
        ["Peru expels three Chilean diplomats", "Peru: Deadline to leave"],
    ),
    (
        "The council voted on Monday to extend the truce until 31 October.",
        ["Council votes to extend truce", "End of truce"],
    ),
    ("Marta Kovac pulled out of Thursday's summit.", ["Marta Kovac pulls out of summit"]),
    ("The bill will be put to a vote on Friday.", ["Bill to be put to vote"]),
    ("Marta Kovac cancelled a trip to Lima that had been planned for Monday.", ["Marta Kovac cancels trip to Lima"]),
    ("The pact expires on 3 October unless it is renewed.", ["Pact would expire unless it is renewed"]),
    (
        "At least 20 people were killed on Monday when a car bomb exploded in Lima.",
        ["At least 20 people killed when car bomb explodes in Lima"],
    ),
    (
        "The truce, which came into force on Sunday, appeared to be holding on Monday.",
        ["Truce appears to be holding", "Truce comes into force"],
    ),
    ("The rebels seized Gao in March and Lima in June.", ["Rebels seize Gao", "Rebels seize Lima"]),
    ("The deadline was extended to 31 October.", ["Deadline"]),
    ("Results are expected by Wednesday.", ["Results"]),
    ("An earthquake of magnitude 6 hit Lima on Monday.", ["Earthquake of magnitude 6 hits Lima"]),
    ("Officials said a bomb planted by rebels exploded in Lima.", ["Bomb planted by rebels explodes in Lima"]),
    ("A truce in force since 3 March ended on Monday.", ["Truce in force ends"]),
    (
        "Peru's defence minister, Jan Berg, is 61. Berg resigned on Monday.",
        ["Berg resigns as Peru's defence minister"],
    ),
    ("Peru is aware that traders are watching but has warned that it may rain.", ["Peru warns it may rain"]),
    (
        "Parliament passed the mining bill on Monday. Marta Kovac is to sign it on Tuesday.",
        ["Parliament passes mining bill", "Marta Kovac to sign mining bill"],
    ),
    ("The bill goes to the Senate, which is to vote on it on Tuesday.", ["Senate to vote on bill"]),
    ("All 25 people died when a ferry sank near Lima on Sunday.", ["All 25 people die when ferry sinks near Lima"]),
    ("If Chile leaves by 1 October, a road will reopen on 3 October.", ["Road would reopen"]),
]


@pytest.mark.parametrize(("text", "titles"), SETTLED)
def test_what_is_settled_is_told_once_and_in_whole(text: str, titles: list[str]) -> None:
    assert [e.title for e in ENGINE.read(Article("a", text, published=FRIDAY)).events if e.on_calendar] == titles


def test_what_is_decided_on_a_day_and_set_for_none_was_decided_then() -> None:
    found = event("Peru agreed to buy Karhu for $4 billion on Monday.", "agreed")
    assert found is not None
    assert (found.when.first, found.when.basis) == (date(2018, 9, 10), "explicit")
    ahead = event("Peru agreed to hold talks on Monday.", "talks")
    assert ahead is not None
    assert ahead.when.first == date(2018, 9, 17)


def test_a_pronoun_may_be_that_of_whose_a_thing_is() -> None:
    found = event("Divers found the ferry's bell on Monday, two years after it sank.", "sank")
    assert found is not None
    assert "bell" not in found.title.lower()


def test_what_is_not_somebodys_is_not_told_of_him() -> None:
    found = event("Karhu Inc. is owned by GM. Karhu Inc. wants to boost non-GM sales by 2021.", "boost")
    assert found is not None
    assert {p.id for p in found.actors} == {"organisation:karhu"}


def test_who_rules_out_a_delay_denies_no_vote() -> None:
    text = "The government has ruled out a delay to the 11 October local elections."
    found = next(e for e in ENGINE.read(Article("a", text, published=FRIDAY)).events if e.type == "vote")
    assert (found.status, found.when.first) == ("planned", date(2018, 10, 11))


def test_what_ends_on_a_day_is_not_of_the_day_since_which_it_was_in_force() -> None:
    found = event("A truce in force since 3 March ended on Monday.", "ended")
    assert found is not None
    assert (found.when.first, found.when.until) == (date(2018, 9, 10), date(2018, 9, 11))


def test_what_was_done_to_a_thing_is_behind_it_whatever_will_be_done_with_it() -> None:
    found = event("The port, seized by dockers on Monday, will be handed over.", "seized")
    assert found is not None
    assert (found.status, found.when.first) == ("occurred", date(2018, 9, 10))
    ahead = event("The strike, called for Monday, will be watched.", "strike")
    assert ahead is not None
    assert ahead.when.first == date(2018, 9, 17)


def test_what_was_supposed_to_be_is_a_plan_of_its_day() -> None:
    found = event("The trial was supposed to open on Monday.", "open")
    assert found is not None
    assert (found.status, found.when.first) == ("planned", date(2018, 9, 10))
    late = event("The trial was supposed to open on Monday but has been delayed.", "open")
    assert late is not None
    assert (late.status, late.when.first) == ("cancelled", date(2018, 9, 10))
    told = event("Jan Kos is supposed to have left Lima on Monday.", "left")
    assert told is None or told.status != "planned"
