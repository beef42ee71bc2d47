"""How real something is, on parses made by hand."""

from __future__ import annotations

from datetime import date

import pytest
from spacy.tokens import Doc

from events.docs import doc
from timeline.engine import Engine
from timeline.events import judging, lexicon
from timeline.model import Article

LEXICON = lexicon.load("en")

TABLE: list[tuple[str, Doc, int, str, str]] = [
    # what, parse, index of the verb, status, cue
    ("past", doc("Kerry NNP nsubj 1", "visited VBD ROOT 1 visit"), 1, "occurred", ""),
    ("will", doc("Kerry NNP nsubj 2", "will MD aux 2", "visit VB ROOT 2"), 2, "planned", "will"),
    ("may", doc("Kerry NNP nsubj 2", "may MD aux 2", "visit VB ROOT 2"), 2, "possible", "may"),
    ("must", doc("Kerry NNP nsubj 2", "must MD aux 2", "visit VB ROOT 2"), 2, "hoped", "must"),
    (
        "charged with",
        doc(
            "He PRP nsubj:pass 2",
            "was VBD aux:pass 2 be",
            "charged VBN ROOT 2 charge",
            "with IN mark 4",
            "lying VBG advcl 2 lie",
        ),
        4,
        "possible",
        "charged",
    ),
    (
        "accused her of",
        doc("He PRP nsubj 1", "accused VBD ROOT 1 accuse", "her PRP obj 1", "of IN mark 4", "lying VBG acl 2 lie"),
        4,
        "possible",
        "accused",
    ),
    (
        "acquitted of",
        doc(
            "He PRP nsubj:pass 2",
            "was VBD aux:pass 2 be",
            "acquitted VBN ROOT 2 acquit",
            "of IN mark 4",
            "lying VBG advcl 2 lie",
        ),
        4,
        "denied",
        "acquitted",
    ),
    (
        "dropped plans to",
        doc("He PRP nsubj 1", "dropped VBD ROOT 1 drop", "plans NNS obj 1 plan", "to TO mark 4", "meet VB acl 2"),
        4,
        "cancelled",
        "dropped",
    ),
    (
        "rejected plans to",
        doc("He PRP nsubj 1", "rejected VBD ROOT 1 reject", "plans NNS obj 1 plan", "to TO mark 4", "meet VB acl 2"),
        4,
        "denied",
        "rejected",
    ),
    (
        "not met or visited",
        doc(
            "He PRP nsubj 3",
            "has VBZ aux 3 have",
            "not RB advmod 3",
            "met VBN ROOT 3 meet",
            "them PRP obj 3",
            "or CC cc 6",
            "visited VBD conj 3 visit",
        ),
        6,
        "denied",
        "not",
    ),
    (
        "convicted of",
        doc(
            "He PRP nsubj:pass 2",
            "was VBD aux:pass 2 be",
            "convicted VBN ROOT 2 convict",
            "of IN mark 4",
            "lying VBG advcl 2 lie",
        ),
        4,
        "occurred",
        "",
    ),
    (
        "not guilty to",
        doc(
            "He PRP nsubj 1",
            "pleaded VBD ROOT 1 plead",
            "not RB advmod 3",
            "guilty JJ xcomp 1",
            "to IN mark 5",
            "lying VBG advcl 3 lie",
        ),
        5,
        "denied",
        "not",
    ),
    (
        "hopefully",
        doc("He PRP nsubj 3", "will MD aux 3", "hopefully RB advmod 3", "visit VB ROOT 3"),
        3,
        "hoped",
        "hopefully",
    ),
    (
        "would be glad to",
        doc(
            "He PRP nsubj 3",
            "would MD aux 3",
            "be VB cop 3 be",
            "glad JJ ROOT 3",
            "to TO mark 5",
            "visit VB xcomp 3",
        ),
        5,
        "hoped",
        "would",
    ),
    (
        "would be glad if",
        doc(
            "He PRP nsubj 3",
            "would MD aux 3",
            "be VB cop 3 be",
            "glad JJ ROOT 3",
            "if IN mark 7",
            "she PRP nsubj 7",
            "could MD aux 7",
            "come VB advcl 3",
        ),
        7,
        "hoped",
        "would",
    ),
    (
        "hopes to be able to",
        doc(
            "He PRP nsubj 1",
            "hopes VBZ ROOT 1 hope",
            "to TO mark 4",
            "be VB cop 4 be",
            "able JJ xcomp 1",
            "to TO mark 6",
            "visit VB xcomp 4",
        ),
        6,
        "hoped",
        "hopes",
    ),
    (
        "did not",
        doc("Kerry NNP nsubj 3", "did VBD aux 3 do", "not RB advmod 3", "visit VB ROOT 3"),
        3,
        "denied",
        "not",
    ),
    (
        "progressive",
        doc("Kerry NNP nsubj 2", "is VBZ aux 2 be", "visiting VBG ROOT 2 visit"),
        2,
        "ongoing",
        "",
    ),
    (
        "hopes to",
        doc("Kerry NNP nsubj 1", "hopes VBZ ROOT 1 hope", "to TO mark 3", "visit VB xcomp 1"),
        3,
        "hoped",
        "hopes",
    ),
    (
        "agreed to",
        doc("Kerry NNP nsubj 1", "agreed VBD ROOT 1 agree", "to TO mark 3", "visit VB xcomp 1"),
        3,
        "planned",
        "agreed",
    ),
    (
        "refused to",
        doc("Kerry NNP nsubj 1", "refused VBD ROOT 1 refuse", "to TO mark 3", "visit VB xcomp 1"),
        3,
        "denied",
        "refused",
    ),
    (
        "had anticipated declaring",
        doc(
            "Kerry NNP nsubj 2",
            "had VBD aux 2 have",
            "anticipated VBN ROOT 2 anticipate",
            "declaring VBG xcomp 2 declare",
        ),
        3,
        "hoped",
        "anticipated",
    ),
    (
        "the aim is to",
        doc("The DT det 1", "aim NN nsubj 4", "is VBZ cop 4 be", "to TO mark 4", "visit VB ROOT 4"),
        4,
        "hoped",
        "aim",
    ),
    (
        "if",
        doc("If IN mark 2", "Kerry NNP nsubj 2", "visits VBZ ROOT 2 visit"),
        2,
        "conditional",
        "If",
    ),
    (
        "in case, however the parser takes it",
        doc("in IN case 1", "case NN obl 2", "signed VBN ROOT 2 sign"),
        2,
        "conditional",
        "in",
    ),
    (
        "present tense",
        doc("Kerry NNP nsubj 1", "visits VBZ ROOT 1 visit"),
        1,
        "ongoing",
        "",
    ),
    (
        "present tense of no occasion",
        doc("envoys NNS nsubj 2 envoy", "often RB advmod 2", "visit VBP ROOT 2"),
        2,
        "generic",
        "",
    ),
    (
        "the first to do so did so",
        doc("first JJ amod 1", "minister NN nsubj 4", "to TO mark 3", "visit VB acl 1", "resigned VBD ROOT 4 resign"),
        3,
        "occurred",
        "first",
    ),
    (
        "what goes on is as real as its going on",
        doc("Kerry NNP nsubj 2", "will MD aux 2", "continue VB ROOT 2", "to TO mark 4", "meet VB xcomp 2"),
        4,
        "planned",
        "will",
    ),
    (
        "to be held",
        doc("summit NN obj 0", "to TO mark 3", "be VB aux:pass 3", "held VBN acl 0 hold"),
        3,
        "planned",
        "",
    ),
    (
        "nobody stands for what is said to be",
        doc("Kerry NNP nsubj 2", "is VBZ aux:pass 2 be", "said VBN ROOT 2 say", "to TO mark 4", "own VB xcomp 2"),
        4,
        "possible",
        "said",
    ),
    (
        "what seems so is no plan",
        doc("it PRP nsubj 1", "appears VBZ ROOT 1 appear", "to TO mark 4", "be VB aux 4", "failing VBG xcomp 1 fail"),
        4,
        "possible",
        "appears",
    ),
    (
        "an agreement reached is no plan to reach one",
        doc("agreement NN ROOT 0", "reached VBN acl 0 reach"),
        1,
        "occurred",
        "",
    ),
    (
        "whether one or the other",
        doc(
            "asked VBD ROOT 0 ask",
            "whether IN mark 2",
            "resigned VBD ccomp 0 resign",
            "or CC cc 4",
            "left VBD conj 2 leave",
        ),
        4,
        "possible",
        "whether",
    ),
    (
        "whether it happened is open",
        doc("asked VBD ROOT 0 ask", "whether IN mark 3", "Kerry NNP nsubj 3", "resigned VBD ccomp 0 resign"),
        3,
        "possible",
        "whether",
    ),
    (
        "said he would",
        doc(
            "Kerry NNP nsubj 1",
            "said VBD ROOT 1 say",
            "he PRP nsubj 4",
            "would MD aux 4",
            "visit VB ccomp 1",
        ),
        4,
        "planned",
        "would",
    ),
]


@pytest.mark.parametrize(("what", "parsed", "verb", "want", "cue"), TABLE, ids=[row[0] for row in TABLE])
def test_status(what: str, parsed: Doc, verb: int, want: str, cue: str) -> None:
    found = judging.status_of(parsed[verb], None, LEXICON)
    assert found.value == want
    assert (found.cue[0].text if found.cue else "") == cue
    assert found.reason


def test_a_caption_tells_in_the_present_what_happened() -> None:
    parsed = doc("Kerry NNP nsubj 1", "visits VBZ ROOT 1 visit")
    assert judging.status_of(parsed[1], None, LEXICON, kind="caption").value == "occurred"


def test_what_is_announced_at_a_conference_is_not_the_conference() -> None:
    parsed = doc("announced VBD ROOT 0 announce", "deal NN obj 0", "at IN case 3", "conference NN nmod 1")
    assert judging.status_of(parsed[3], parsed[3], LEXICON).value == "occurred"


def test_no_talks_were_held() -> None:
    parsed = doc("no DT det 1", "talks NNS nsubj:pass 3 talk", "were VBD aux:pass 3 be", "held VBN ROOT 3 hold")
    assert judging.status_of(parsed[3], parsed[1], LEXICON).value == "denied"


def test_a_meeting_is_called_off() -> None:
    parsed = doc(
        "the DT det 1",
        "meeting NN nsubj:pass 3",
        "was VBD aux:pass 3 be",
        "called VBN ROOT 3 call",
        "off RP compound:prt 3",
    )
    found = judging.status_of(parsed[3], parsed[1], LEXICON)
    assert (found.value, [t.text for t in found.cue]) == ("cancelled", ["called", "off"])


def test_a_plan_that_is_past_stays_a_plan() -> None:
    parsed = doc("talks NNS nsubj:pass 3 talk", "had VBD aux 3 have", "been VBN aux:pass 3 be", "set VBN ROOT 3 set")
    assert judging.status_of(parsed[3], parsed[0], LEXICON).value == "planned"


def test_who_reports_is_kept() -> None:
    parsed = doc("Lavrov NNP nsubj 1", "said VBD ROOT 1 say", "Kerry NNP nsubj 3", "left VBD ccomp 1 leave")
    found = judging.status_of(parsed[3], None, LEXICON)
    assert found.said_by is not None
    assert found.said_by.text == "Lavrov"


ENGINE = Engine()

TOLD: list[tuple[str, str, str]] = [
    ("If accurate, the film means that rebels seized Lima on Monday.", "seized", "possible"),
    ("The film means that rebels seized Lima on Monday.", "seized", "occurred"),
    ("Assuming the film is right, rebels seized Lima last week.", "seized", "possible"),
    ("Reports that rebels seized Lima on Monday were false, Peru's envoy said.", "seized", "denied"),
    ("Peru denied reports that rebels seized Lima.", "seized", "denied"),
    ("The army denied on Monday shelling a school in Lima last week, killing nine.", "shelling", "denied"),
    ("Kos denied on Tuesday having met rebels last week.", "met", "denied"),
    ("Chad and Togo have been at odds over fish since Mali granted licences in March.", "odds", "ongoing"),
    ("The army admitted on Monday having shelled a school in Lima.", "shelled", "occurred"),
    ("Peru confirmed reports that rebels seized Lima.", "seized", "occurred"),
    ("In case of an attack the army will open the port.", "open", "conditional"),
    ("The rebels want the troops out of Lome before they will sign a truce.", "sign", "conditional"),
    ("Peru is buying ships in case the talks with Chile fail.", "buying", "ongoing"),
    ("An envoy speaking on condition of anonymity praised Peru.", "praised", "occurred"),
    ("The army met rebels before signing a truce and freeing prisoners.", "freeing", "occurred"),
    ("The army will meet rebels before signing a truce and leaving the valley.", "leaving", "hoped"),
    ("The flood last week is expected to delay the vote.", "flood", "occurred"),
    ("Kovac's statement on Tuesday that Peru should leave was clear.", "statement", "occurred"),
    ("The talks between Kenya and Chad did not fail, Peru's envoy said.", "talks", "occurred"),
    ("The talks between Kenya and Chad did not fail, Peru's envoy said.", "fail", "denied"),
    ("Rebels are being held in Lima.", "held", "ongoing"),
    ("States that do not sign the pact by May will lose their seats.", "sign", "generic"),
    ("Envoys of Chad and Togo, who did not sign the pact, left in May.", "sign", "denied"),
    ("Pictures suggest that rebels seized Lima.", "seized", "possible"),
    ("Marta Kovac suggested leaving Lima.", "leaving", "hoped"),
    ("The premier has chosen to step down.", "step", "planned"),
    ("Kenya resolved its dispute with Chad in talks in Lima.", "talks", "occurred"),
    ("The summit is expected to open in Lima on Thursday, 20 September.", "open", "planned"),
    ("The summit is expected to open in Lima in autumn.", "open", "hoped"),
    ("Kovac expects to meet Chilean envoys on 20 September.", "meet", "hoped"),
    ("The visit on 3 September had been expected.", "visit", "occurred"),
    ("A ruling is expected on Friday.", "ruling", "planned"),  # published on that Friday
    ("The union is to hold a march on Friday.", "march", "planned"),
    ("The union held a march on Friday.", "march", "occurred"),
    ("A ruling was expected on Friday.", "ruling", "occurred"),
    ("The court heard of the 3 November stabbing of a nun.", "stabbing", "occurred"),
    ("The bridge follows a decision to shut the ferry in 2012.", "shut", "occurred"),
    ("Stars took part in Kos's Hope for Lima concert on Monday.", "concert", "occurred"),
    ("Prosecutors say Holm gave the singer a lethal dose of a sedative on 3 May.", "gave", "possible"),
    ("The president decided to have a panel investigate the cause of the mine explosion.", "explosion", "occurred"),
    ("Police decided to issue a warrant for his arrest in the killing of the mayor.", "killing", "occurred"),
    ("Farmers claim that Karhu poisoned their water in May.", "poisoned", "possible"),
    ("Prosecutors said on Monday that they had charged Holm with fraud.", "charged", "occurred"),
    ("Prosecutors said that Holm pleaded guilty on Monday.", "pleaded", "occurred"),
    ("Kovac does not regret meeting the rebels in May.", "meeting", "occurred"),
    ("Kovac did not apologise for shelling the port in May.", "shelling", "occurred"),
    ("A book due to be published on Monday is expected to name the spy.", "published", "planned"),
    ("Support for the truce has dropped six points since May.", "dropped", "occurred"),
    ("Kovac dropped the visit on Monday.", "visit", "cancelled"),
    (
        "Peru called off next month's summit with Chile. The meeting had been set for 3 May in Lima.",
        "meeting",
        "cancelled",
    ),
    ("Peru held a summit with Chile. The meeting had been set for 3 May in Lima.", "meeting", "planned"),
    ("Peru's minister of trade, who had been due to visit Lima on Friday, has put off the trip.", "visit", "cancelled"),
    ("Chile said it would not negotiate until the embargo was lifted.", "lifted", "conditional"),
    ("Chile did not negotiate until the embargo was lifted.", "lifted", "occurred"),
    ("Peruvian envoys were to hold an emergency meeting in Lima later on Friday.", "meeting", "planned"),
    (
        "Marta Kovac had been due to visit Lima next week. An aide said the visit would not happen.",
        "visit",
        "cancelled",
    ),
    ("Marta Kovac was to visit Lima next week. An aide said the visit would take place.", "visit", "planned"),
    ("The second stage had been due on Wednesday but was delayed by a day.", "due", "cancelled"),
    ("Peru scrapped a tax that was to take effect on Monday.", "take", "cancelled"),
    ("Peru will suspend duties that were set to rise on Monday.", "rise", "cancelled"),
    ("Peru praised a tax that was to take effect on Monday.", "take", "planned"),
    ("Unions plan a strike from Monday.", "strike", "planned"),
    ("Judges rejected Peru's argument that a pact had settled the matter.", "settled", "denied"),
    ("Peru will lift the ban on Monday, provided that Chile agrees.", "agrees", "conditional"),
    ("Peru will lift the ban on Monday, provided that Chile agrees.", "lift", "conditional"),
    ("Peru will lift the ban on Monday, should Chile agree.", "lift", "conditional"),
    ("Peru intended to lift the ban on Monday, should Chile keep the truce.", "lift", "conditional"),
    ("Peru will ask on Monday whether Chile agrees.", "ask", "planned"),
    ("Peru voiced the hope that talks could be resumed by October.", "resumed", "hoped"),
    ("The duty takes effect on Monday and covers salt.", "takes", "planned"),
    ("New rules come into force on Monday.", "come", "planned"),
    ("The duty enters into force on Monday and applies to salt.", "enters", "planned"),
    ("The bridge is closed until 3 October.", "closed", "ongoing"),
    ("The licence is valid until 3 October.", "valid", "ongoing"),
    ("The tender is open until 3 October.", "open", "ongoing"),
    ("The summit planned for Monday is in jeopardy.", "summit", "possible"),
    ("A swap of captives due to begin on Monday is now in doubt.", "swap", "possible"),
    ("Peru's visit to Lima, set for Tuesday, remains planned.", "visit", "planned"),
    ("The strike planned for Tuesday is not in doubt.", "strike", "planned"),
    ("The meeting scheduled for Tuesday is now off.", "meeting", "cancelled"),
    ("Peru said rebels shelled Lima on Monday. The claim could not be verified.", "shelled", "possible"),
    ("Peru said rebels shelled Lima on Monday. Reporters were unable to confirm the account.", "shelled", "possible"),
    ("Peru said rebels shelled Lima on Monday. Neither claim could be verified.", "shelled", "possible"),
    ("Peru said rebels shelled Lima on Monday. The rebels denied the attack.", "shelled", "possible"),
    ("Peru said rebels shelled Lima on Monday. Chile confirmed the report.", "shelled", "occurred"),
    ("Rebels shelled Lima on Monday. The rebels denied the attack.", "shelled", "occurred"),
    ("Peru said rebels shelled Lima on Monday. The rebels denied that they had fired.", "shelled", "possible"),
    ("Chad said Togolese jets bombed a mill on Monday. Togo denied carrying out any raid.", "bombed", "possible"),
    ("Peru said rebels shelled Lima on Monday. Chile denied that it had armed them.", "shelled", "occurred"),
    ("Peru said rebels shelled it. It said six died. Chad said no. Neither claim was verified.", "shelled", "possible"),
    ("A Chilean envoy who was due in Lima on Monday will no longer travel.", "due", "cancelled"),
    ("Kovac, who was to arrive in Lima on Monday, will not come.", "arrive", "cancelled"),
    ("Kovac, who was to visit Lima on Monday, will not resign.", "visit", "planned"),
    ("The union had been invited to join the talks on 3 August but left them on Monday.", "join", "hoped"),
    ("The vote planned for Monday could cause harm.", "vote", "planned"),
    ("The vote planned for Monday could be put off.", "vote", "possible"),
    ("The session was delayed by two hours.", "delayed", "occurred"),
    ("The session was delayed by two weeks.", "delayed", "cancelled"),
    ("The vote had originally been set for 3 August.", "vote", "cancelled"),
    ("Marta Kovac will meet Jan Kos in Lima. The meeting is still on, an aide said.", "meeting", "planned"),
    ("The strike in Lima is still on, an aide said.", "strike", "occurred"),
    ("The hearings were pushed back at Peru's request.", "pushed", "cancelled"),
    ("The raid was pushed back on Monday.", "pushed", "occurred"),
    ("The truce was to end on Monday but was extended until 3 October.", "end", "cancelled"),
    ("Marta Kovac denied that she had postponed next month's vote.", "vote", "planned"),
    ("Marta Kovac wants to bring forward the October vote.", "vote", "planned"),
    ("Marta Kovac denied that she would hold a vote in October.", "vote", "denied"),
    ("Peru's trip to Lima was put on hold on Monday.", "put", "cancelled"),
    ("Peru put pressure on Chile on Monday.", "put", "occurred"),
    ("Peru could ask the council to meet on Monday.", "meet", "possible"),
    ("Peru asked the council to meet on Monday.", "meet", "hoped"),
    ("“The tour produced nine pacts,” a critic said.", "produced", "occurred"),
    ("Chile's president Ana Ruiz said Chile had “freed nine men” on Monday.", "freed", "occurred"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "trigger", "value"), TOLD, ids=[f"{row[1]}: {row[0]}" for row in TOLD])
def test_the_status_of_what_is_told(text: str, trigger: str, value: str) -> None:
    record = ENGINE.read(Article("a", text, published=date(2018, 9, 14)))
    assert next(e.status for e in record.events if e.trigger.text == trigger) == value


@pytest.mark.parametrize(
    ("text", "off"),
    [
        ("Peru put off Sunday's summit with Chile.", [True]),
        ("Peru called off Sunday's summit with Chile.", [False]),
        ("Marta Kovac had been due to visit Lima on 20 September. The visit was postponed, aides said.", [True]),
        ("Peru postponed Sunday's summit with Chile until 9 October.", []),
        ("Marta Kovac had been due to fly to Lima on Thursday but put off the trip.", [True]),
        ("Marta Kovac had been due to fly to Lima on Thursday but stayed in Oslo.", [False]),
        ("The truce was to have ended on Monday but was extended until 3 October.", [True]),
    ],
)
def test_what_is_off_is_put_off_or_called_off(text: str, off: list[bool]) -> None:
    record = ENGINE.read(Article("a", text, published=date(2018, 9, 14)))
    assert [e.put_off for e in record.events if e.status == "cancelled" and e.on_calendar] == off


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("Peru is ready to host talks in October.", "host", "possible"),
        ("Peru is prepared to host talks in October.", "host", "possible"),
        ("For the past two months Peru has demanded that the crew be freed.", "demanded", "ongoing"),
        ("Peru demanded for two months that the crew be freed.", "demanded", "occurred"),
        ("A vote is set for Monday. The vote was moved from Monday to Friday.", "vote", "cancelled"),
        ("A vote is set for Monday. The vote was moved from Tuesday to Friday.", "vote", "planned"),
        ("Kovac was forced to make the August trip.", "trip", "occurred"),
        ("Kovac hoped to make the August trip.", "trip", "hoped"),
        ("Kovac on Monday denied that Peru would sign the pact next month.", "denied", "occurred"),
    ],
)
def test_what_words_beside_an_event_make_of_it(text: str, trigger: str, status: str) -> None:
    events = Engine().read(Article("a", text, published=date(2018, 9, 14))).events
    assert next(e.status for e in events if e.trigger.text == trigger) == status
