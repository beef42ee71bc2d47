"""Tables of pages: which line is the story's and which is the page's."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline import resources
from timeline.clean import KINDS, Block, blocks, folded, kind_at

SEED = (resources.seeds() / "000_2b094161495f9014.txt").read_text(encoding="utf-8")


def kinds(text):
    return [(b.kind, text[b.start : b.end]) for b in blocks(text)]


def test_seed_page():
    found = kinds(SEED)
    assert found[:10] == [
        ("furniture", "Middle-east Arab News Opinion"),
        ("furniture", "| Asharq Al-awsat"),
        ("headline", "Lavrov and Kerry Optimistic about Syria Talks"),
        ("furniture", "| ASHARQ AL-AWSAT English Archive 2005 -2017"),
        ("furniture", "Select Page"),
        ("furniture", "Media ID: 55355231"),
        ("furniture", "Caption:"),
        (
            "caption",
            (
                "Russian Foreign Minister Sergei Lavrov (R) meets with U.S. Secretary of State John Kerry"
                " in Moscow, on March 24, 2016."
            ),
        ),
        ("furniture", "AFP PHOTO"),
        ("dateline", "London-"),
    ]
    assert {kind for kind, _ in found[10:]} == {"body"}


PAGES = [
    ("A single sentence is the story.", ["body"]),
    ("no full stop and no layout", ["body"]),
    ("Envoys gather in Bern\n\nThe envoys of six states met in Bern on Monday.", ["headline", "body"]),
    ("VIENNA (Agency) - The envoys met on Monday after a long delay.", ["dateline", "body"]),
    ("CAIRO, 3 May (Agency) -- The envoys met on Monday after a long delay.", ["dateline", "body"]),
    ("Minsk – The envoys met on Monday after a long delay.", ["dateline", "body"]),
    ("Lome, May 3, SNA – The envoys met on Monday after a long delay.", ["dateline", "body"]),
    ("Lome, May 3 (SNA) The envoys met on Monday after a long delay.", ["dateline", "body"]),
    ("Lome, May 3 (SNA).- The envoys met on Monday after a long delay.", ["dateline", "body"]),
    ("LOME, May 3. /SNA Correspondent Ada Lind/. The envoys met on Monday.", ["dateline", "body"]),
    ("LOME. May 3 (Sund News) - The envoys met on Monday after a long delay.", ["dateline", "body"]),
    ("Lome, Togo (Sund News) - The envoys met on Monday after a long delay.", ["dateline", "body"]),
    ("Lome, Shawwal 8, 1430, May 3, 2009, SNA -- The envoys met on Monday.", ["dateline", "body"]),
    ("Lome, May 3 – The envoys met on Monday after a long delay.", ["dateline", "body"]),
    ("LOME, May 3. — The envoys met on Monday after a long delay.", ["dateline", "body"]),
    ("LOME, Monday. — The envoys met after a long delay.", ["dateline", "body"]),
    ("LOME, Togo\n\nThe envoys met on Monday after a long delay.", ["dateline", "body"]),
    ("Ada Lind (Togo) - The envoy left the town on Monday.", ["body"]),
    ("In Lome, May 3 (a Monday) The Lantern was founded by two envoys.", ["body"]),
    ("Lome, May 3 (SNA) was the first of the rounds.", ["body"]),
    ("Moscow-backed forces left the town on Monday.", ["body"]),
    ("Al-Nusra fighters left the town on Monday.", ["body"]),
    ("Envoys gather\nMarch 6, 2014\nThe envoys of six states met in Bern.", ["headline", "dateline", "body"]),
    (
        "Share this\n\nThe envoys of six states met in Bern.\n\nRead more: The Bern file",
        ["furniture", "body", "furniture"],
    ),
    ("(By Ada Lind -- Sund News) The envoys of six states met in Bern.", ["furniture", "body"]),
    ("The envoys met in Bern.\n(Reporting by Ada Lind) The firm sells tools to banks.", ["body", "furniture", "body"]),
    ("AP The envoys of six states met in Bern.", ["dateline", "body"]),
    ("AP BERN -- The envoys of six states met there.", ["dateline", "body"]),
    ("Reuters said the envoys of six states met in Bern.", ["body"]),
    ("July 15, 2010-7:48 AM | by: Ada Lind Envoys of six states met in Bern.", ["dateline", "body"]),
    ("By Ada Lind\n\nThe envoys of six states met in Bern.", ["furniture", "body"]),
    (
        "Photo: The envoys leave the hall. (Ada Lind/AP)\n\nThe envoys met.",
        ["furniture", "caption", "furniture", "body"],
    ),
    (
        "Envoys wave from a balcony of the town hall in Bern, Friday, May 14, 2010.\n\nThe envoys met.",
        ["caption", "body"],
    ),
    ("The envoy of Chad was born in a village near Bern on May 14, 2010.\n\nThe envoys met.", ["body", "body"]),
    (
        "The envoys of six states met in Bern.\n\nThey left the hall in Bern after a week of talks, May 14, 2010.",
        ["body", "body"],
    ),
    ("May 3: Envoys wave from a balcony in Bern.\n\nThe envoys met for a week.", ["caption", "body"]),
    ("AP May 3: Envoys wave from a balcony in Bern.\n\nThe envoys met for a week.", ["caption", "body"]),
    ("May 3: Envoys meet in Bern.\n\nMay 9: Envoys leave Bern for good.", ["body", "body"]),
    ("Envoys wave in Bern in this undated handout photo.\n\nThe envoys met for a week.", ["caption", "body"]),
    ("In this picture the envoys see a hall.\n\nThe envoys met for a week.", ["caption", "body"]),
    # pages whose parts have run into one line
    (
        "BERN | Wed Jun 9, 2010 7:00 pm EDT BERN (Agency) - The envoys of six states met on Monday.",
        ["dateline", "dateline", "body"],
    ),
    (
        "Envoys gather in silence Wednesday 9 June 2010 19.00 BST The envoys of six states met on Monday.",
        ["headline", "dateline", "body"],
    ),
    ("Page last updated at 11:24 GMT, Tuesday, 8 June 2010 The envoys met in Bern.", ["dateline", "body"]),
    ("8 June 2010 Last updated at 05:09 GMT Help The envoys met in Bern.", ["dateline", "body"]),
    (
        "* Envoys to meet in Bern * No truce yet BERN, June 9 (Agency) - Six envoys met.",
        ["headline", "dateline", "body"],
    ),
    ("BERN, Switzerland (Agency) _\n\nThe envoys of six states met on Monday.", ["dateline", "body"]),
    ("Envoys gather in silence The envoys of six states met in Bern on Monday.", ["headline", "body"]),
    (
        "Six envoys in secret talks The hall was closed for good Some of the envoys left Bern on Tuesday.",
        ["headline", "headline", "body"],
    ),
    ("Photograph: Ada Lind/Reuters The envoys of six states met in Bern.", ["furniture", "body"]),
    ("Photograph: Ada de Lind/AFP/Getty Images Two envoys met in Bern.", ["furniture", "body"]),
    ("Photograph: UN navy/EPA Two envoys met in Bern.", ["furniture", "body"]),
    ("Photograph: AP Two envoys of North/South Korea met in Bern.", ["furniture", "body"]),
    ("The envoys read the newspaper The Lantern in a hotel in The Hague on Monday.", ["body"]),
    ("The envoys met on 9 June 2010 at 19.00 BST in a hall that nobody knew.", ["body"]),
    ("Six envoys told The Lantern that a deal is near, and an aide to one of them agreed.", ["body"]),
    ("Home | World | Politics\n\nThe envoys of six states met in Bern.", ["furniture", "body"]),
    (  # headline, stamp, caption, credit and story on one line
        (
            "Envoys attempt to close a gap Work on the text will begin this weekend Saturday 9 May 2015"
            " 13.25 BST The hall in Bern. Photograph: Ada Lind/AFP/Getty Images The envoys will spend Sunday there."
        ),
        ["headline", "dateline", "caption", "furniture", "body"],
    ),
    (
        "Ten hurt in a storm BERN | Sun May 10, 2015 12:02 pm IST BERN (Reuters) - The envoys met on Sunday.",
        ["headline", "dateline", "dateline", "body"],
    ),
    ("The town told (Reuters) - what else - that BERN (Reuters) had gone.", ["body"]),
    ("The flood is the worst in years The Kenyan government has called for help after six days.", ["headline", "body"]),
    ("Lomatex has shut two mines since the spill Lomatex has sold the third to a rival.", ["headline", "body"]),
    ("Lomatex has shut two mines since the spill Steel giant Lomatex has sold the third.", ["headline", "body"]),
    ("Lomatex spill cost hits $10bn Lomatex has set up a fund for those who fish.", ["headline", "body"]),
    ("Ada Lind is the older of the sisters Ada Lind, who paints, was heard in court.", ["headline", "body"]),
    ("Lomatex says that its rival, the steel giant Lomatex has sued, is near to ruin.", ["body"]),
    ("Chad denies that in flood-hit Chad, as in Niger, the roads are closed to aid.", ["body"]),
    ("Lomatex shares fell after the offer Lomatex shares had risen on was withdrawn.", ["body"]),
    ("Chad troops land at a river port Chad troops are clearing the bridges.", ["headline", "body"]),
    (
        "Rescue of the miners took nine days Miners have thanked the crews, with other miners.",
        ["headline", "body"],
    ),
    ("Seven steps led to the gulf Gulf of Bern towns have called for a crossing of the gulf.", ["body"]),
    ("Ten days after floods hit Haiti, crews say that Haiti, and all who live in it, needs help.", ["body"]),
    (
        "Lomatex halts work at its mine The chief of Lomatex said he was sorry Lomatex has shut two of its mines.",
        ["headline", "headline", "body"],
    ),
    ("Photograph: AP Nine envoys met in Bern.", ["furniture", "body"]),
    (
        "The boats return. (AP Photo/Ada Lind) (Ada Lind-AP) The crews met.",
        ["caption", "furniture", "furniture", "body"],
    ),
    (
        "Boats lie in the port.\nThe port is full. (AP Photo) Six crews met. (By Al Lind For The Sund Post) End.",
        ["caption", "caption", "furniture", "caption", "furniture", "body"],
    ),
    (
        "BERN -- Six crews met.\nTheir boats lie in the port.\n(AP Photo) All left.",
        ["dateline", "body", "body", "furniture", "body"],
    ),
    (
        "Envoys wave from a balcony of the town hall in Bern, Va., Friday, May 14, 2010.\n\nThe envoys met.",
        ["caption", "body"],
    ),
    ("Envoys wave from a balcony of the town hall in Bern May 14, 2010.\n\nThe envoys met.", ["caption", "body"]),
    ("The envoys left on Saturday 9 May 2015 13.25 BST in a bus.", ["body"]),
    ("Lind Calls for Calm BERN, May 9 -- Six envoys met in silence on Friday.", ["headline", "dateline", "body"]),
    ("The pumps have been at work for days The Sund Bay flood has cost nine lives so far.", ["headline", "body"]),
    ("The envoys will meet in Bern from 3 May to 9 May in a hotel. The council may vote on it.", ["body"]),
    ("Ada Lind praised by Ivo Kos Mrs Kos stood in for her husband at the show on Sunday.", ["headline", "body"]),
    ("The band wants to see Mr Kos of the town hall in Bern about the show on Sunday.", ["body"]),
    ("Envoys look at the cost of the frost in Chad Chad has begun to sell its maize abroad.", ["headline", "body"]),
    ("Lomatex is to pay for the well spill Lomatex's new chief Ada Lind has told them of it.", ["headline", "body"]),
    ("Channel 4's The Sund Hour looks at the cost of the frost in Chad this evening.", ["body"]),
    (
        "Port Closes Gates After Storm, Talks Fail Mayor Ada Lind said the port closes its gates if talks fail.",
        ["headline", "body"],
    ),
    (
        "Ferry Sale Seen as Vital for Port In May, Lomatex had a sale. It is vital for a ferry to be seen in a port.",
        ["headline", "body"],
    ),
    ("Former Port Commander Ivo Kos of Sund Bay said the port was shut by a former commander.", ["body"]),
    ("The photo: Ada Lind and her sister met in Bern.", ["body"]),
]


@pytest.mark.parametrize(("text", "want"), PAGES)
def test_pages(text, want):
    assert [kind for kind, _ in kinds(text)] == want


def test_wrapped_lines_are_one_paragraph():
    text = (
        "The envoys of six states met in Bern on Monday and spoke of the\n"
        "future of the river, which all of them share, and of its fish."
    )
    assert [b.kind for b in blocks(text)] == ["body"]


def test_kind_at():
    found = (Block(0, 5, "headline"), Block(7, 12, "body"))
    assert [kind_at(found, i) for i in (0, 4, 6, 7, 11, 99)] == ["headline", "headline", "body", "body", "body", "body"]


@given(st.text(alphabet=st.sampled_from("ab AB.|\n\r:—-“”\xa0123"), max_size=200))
def test_blocks_are_ordered_and_apart(text):
    last = 0
    for b in blocks(text):
        assert last <= b.start < b.end <= len(text)
        assert b.kind in KINDS
        assert text[b.start : b.end].strip()
        last = b.end


@given(st.text(max_size=200))
def test_folding_keeps_offsets(text):
    assert len(folded(text)) == len(text)
