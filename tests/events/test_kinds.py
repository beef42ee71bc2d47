"""A noun that stands bare is told in a title with its kind, where the story tells of that one kind alone."""

from __future__ import annotations

from datetime import date

import pytest

from timeline.engine import Engine
from timeline.model import ON_CALENDAR, Article

ENGINE = Engine()

# a text, and the title of its last entry
TOLD = [
    # "the city" by the one name told just before
    (
        "The truce was meant to allow aid into Gao. Shells killed nine people in the city's market on Monday.",
        "Shells kill nine people in Gao's market",
    ),
    (
        "The truce was meant to let aid into Gao and Port Sund. Shells killed nine people in the city on Monday.",
        "Shells kill nine people in city",
    ),
    # "the three", however far behind
    (
        (
            "Togo met Peru over the arrest of three Danish drivers. Peru left. Mali spoke. Chad stayed. "
            "The three were arrested near Gao on Monday."
        ),
        "Three Danish drivers arrested near Gao",
    ),
    (
        "Togo will build a port in Lome. Construction of the port begins in 2012. Construction ends in 2015.",
        "Construction of port to end",
    ),
    # one of several, with what it is of
    (
        "Norway adopted a fourth package of sanctions on Togo on Monday. A fifth package is due on 3 October.",
        "Fifth package of sanctions due",
    ),
    (
        "The bank approved a loan for a yard in Lome on Monday. The second tranche is due on 3 October.",
        "Second tranche of loan due",
    ),
    (
        (
            "The bank approved a loan for a yard in Lome. Norway gave aid for a mill. "
            "The second tranche is due on 3 October."
        ),
        "Second tranche due",  # of which of the two is not told
    ),
    # of the one disease of a story
    (
        "Togo has reported its first deaths from swine flu. On Monday doctors in Lome confirmed nine cases.",
        "Doctors in Lome confirm nine swine flu cases",
    ),
    (
        "Cholera has spread along the Mono river. On Monday a baker died in Lome after contracting the disease.",
        "Baker dies in Lome after contracting cholera",
    ),
    (
        (
            "Swine flu is back in Bergen. H1N1 was found in two pupils, and swine flu in their mother. "
            "On Monday a baker was infected by the virus."
        ),
        "Baker infected by swine flu virus",
    ),
    (
        "Swine flu has closed two schools in Lome. The ministry met on Monday to discuss the outbreak.",
        "Ministry meets to discuss swine flu outbreak",
    ),
    # told once
    (
        "Swine flu has closed two schools. Swine flu is mild, but Togo reported 40 new cases of the flu on Monday.",
        "Togo reports 40 new cases of swine flu",
    ),
    # not of two
    (
        "Bird flu is back in Togo, and swine flu in Mali. On Monday doctors in Lome confirmed nine cases.",
        "Doctors in Lome confirm nine cases",
    ),
    # nor a case of another sort
    (
        "Swine flu has closed two schools in Lome. On Monday a court in Lome reopened a legal case.",
        "Court in Lome reopens legal case",
    ),
    # nor any flu
    (
        "Swine flu has closed two schools in Lome. On Monday Togo signed a treaty on flu pandemics in Bergen.",
        "Togo signs treaty on flu pandemics in Bergen",
    ),
    # a place told of before, or by name beside its noun
    ("Guards stormed a hall in the capital, Islamabad, on Monday.", "Guards storm hall in Islamabad"),
    (
        "Chad bombed the Kano region in May. Togo sent nurses to the region on Monday.",
        "Togo sends nurses to Kano region",
    ),
    (
        "Chad bombed the town of Kano in May, and Mali blamed Oslo. Togo sent nurses to the town on Monday.",
        "Togo sends nurses to town",
    ),
    (
        "Danish troops in Mali say Peru closed its mines in the country's south on Monday.",
        "Peru closes mines in Mali's south",
    ),
    # a thing told of before, wherever it stands
    (
        "An oil spill has reached Togo. On Monday Karhu paid Ana Lund $9 million as part of its response to the spill.",
        "Karhu pays Ana Lund $9 million as part of response to oil spill",
    ),
]
TOLD.append(
    # which opened its sentence
    (
        "Earthquake survivors slept outside in Lome. On Monday Mali sent 40 nurses to help the survivors.",
        "Mali sends 40 nurses to help earthquake survivors",
    )
)

# the country told of, wherever it stands
COUNTRY = [
    (
        "Health officials in Togo say a baker died on Monday in the eastern part of the country.",
        "Baker dies in eastern part of Togo",
    ),
    ("Chad is at war. Rebels took over the country on Monday.", "Rebels take over Chad"),
    (
        "Peru's king, Omar Leal, went to Chile on Monday, two years after the country left the Lima League.",
        "Omar Leal goes to Chile two years after country left Lima League",
    ),
    # told once
    ("On Monday Kos visited Chad to meet the country's envoys.", "Kos visits Chad to meet country's envoys"),
    # not what is there, nor one of two
    ("Chadian troops in the country were shot on Monday.", "Chadian troops in country shot"),
    ("Chad and Togo are at war. Rebels took over the country on Monday.", "Rebels take over country"),
]

# a storm by its name, and a thing's kind spelled as it is
STORM = [
    ("Tropical Storm Tove formed off Togo. On Monday the storm hit Lome.", "Tropical Storm Tove hits Lome"),
    (
        "Hurricane Tove is near. On Monday the storm's winds sank six ferries.",
        "Hurricane Tove's winds sink six ferries",
    ),
    (
        "Typhoon Tove left Peru and Typhoon Ravi reached Chile. On Monday the typhoon sank six ferries.",
        "Typhoon sinks six ferries",
    ),
    (
        "The Gulf oil spill has reached Togo. On Monday Karhu met Togo over the spill.",
        "Karhu meets Togo over Gulf oil spill",
    ),
    # not what was on another day
    (
        (
            "The Karhu oil spill in 1989 cost Togo much. A spill hit Peru in May. "
            "On Monday doctors in Lome held a hearing on the harm done by the spill."
        ),
        "Doctors in Lome hold hearing on harm done by spill",
    ),
]

# a body by what it is, and of whom a deed is
NAMED = [
    # of a trade
    (
        (
            "Nordo Pictures Inc. was sold on Friday. "
            "Karhu Corp., formed for the Nordo sale, took over the film studio on Monday."
        ),
        "Karhu Corp. takes over Nordo Pictures Inc",
    ),
    (
        "Shares in Karhu plunged this morning after the oil producer failed on Sunday to stop a leak.",
        "Karhu fails to stop leak",
    ),
    # who says it
    (
        (
            "Lund Mills Co. said on Monday that Karhu Oil had raised its offer for the company to $13 a share. "
            "Lund Mills makes flour."
        ),
        "Karhu Oil raises offer for Lund Mills to $13 a share",
    ),
    # not those for whom somebody else works
    (
        "Analysts at Tove Bank said on Monday that Lund Mills had raised its offer for the company.",
        "Lund Mills raises offer for company",
    ),
    # of whom
    (
        "Sund's planned takeover of Nordvall Lake Shipping Co. for $200 million is scheduled to close on Monday.",
        "Sund's planned takeover of Nordvall Lake Shipping Co. to close",
    ),
    # its name, not how else it was told of
    (
        (
            "Sund School will close for a week. A pupil at the Berkshire boys' school is ill. "
            "On Friday doctors advised the school to shut its doors."
        ),
        "Doctors advise Sund School to shut doors",
    ),
]


@pytest.mark.parametrize(("text", "title"), [*TOLD, *COUNTRY, *STORM, *NAMED])
def test_a_bare_noun_is_told_with_its_kind(text: str, title: str) -> None:
    record = ENGINE.read(Article(id="a", text=text, published=date(2011, 9, 7)))
    events = [e for e in record.events if e.salience >= ON_CALENDAR]
    assert events[-1].title == title
