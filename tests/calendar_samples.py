"""Timelines made by hand for the tests of drawing and dashboard: no reading, no model."""

from __future__ import annotations

import random
from datetime import date, timedelta

from timeline.model import (
    STATUSES,
    TYPES,
    Actor,
    Article,
    Event,
    Participant,
    Place,
    Published,
    Record,
    Span,
    Step,
    TimeExpression,
    Timeline,
    Trigger,
    When,
)
from timeline.timelines import gather

TODAY = date(2026, 11, 23)
DAY = timedelta(days=1)

ACTORS = (
    Actor("country:us", "United States", "country", "US"),
    Actor("person:john-kerry", "John Kerry", "person", "US", "US Secretary of State", "country:us"),
    Actor("person:ash-carter", "Ash Carter", "person", "US", "US Secretary of Defense", "country:us"),
    Actor("person:joseph-dunford", "Joseph Dunford", "person", "US", "chairman", "country:us"),
    Actor("person:michael-ratney", "Michael Ratney", "person", "US", "US envoy", "country:us"),
    Actor("country:ru", "Russia", "country", "RU"),
    Actor("person:sergei-lavrov", "Sergei Lavrov", "person", "RU", "foreign minister", "country:ru"),
    Actor("person:gennady-gatilov", "Gennady Gatilov", "person", "RU", "deputy", "country:ru"),
    Actor("organisation:united-nations", "United Nations", "organisation"),
    Actor(
        "person:staffan-de-mistura",
        "Staffan de Mistura",
        "person",
        None,
        "UN special envoy",
        "organisation:united-nations",
    ),
    Actor("country:sy", "Syria", "country", "SY"),
    Actor("place:geneva", "Geneva", "place", "CH"),
    Actor("place:moscow", "Moscow", "place", "RU"),
    Actor("place:laos", "Laos", "place", "LA"),
)
US, KERRY, CARTER, DUNFORD, RATNEY, RU, LAVROV, GATILOV, UN, MISTURA, SY = (a.id for a in ACTORS[:11])


def span_of(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def _event(
    text: str,
    id_: str,
    title: str,
    kind: str,
    status: str,
    sentence: str,
    trigger: str,
    when: When,
    actors: str,
    *,
    place: Place | None = None,
    cue: str | None = None,
    salience: float = 0.8,
    said_by: str | None = None,
    why: tuple[Step, ...] = (),
) -> Event:
    at = span_of(text, sentence)
    start = text.index(trigger, at.start)
    return Event(
        id=id_,
        title=title,
        type=kind,
        status=status,
        salience=salience,
        confidence=0.8,
        trigger=Trigger(start, start + len(trigger), trigger),
        sentence=at,
        when=when,
        actors=tuple(Participant(part.partition("=")[0], part.partition("=")[2] or "agent") for part in actors.split()),
        place=place,
        cue=span_of(text, cue) if cue else None,
        said_by=said_by,
        why=why,
    )


SEED_TEXT = """Envoys hopeful as Syria contacts resume

The Russian minister meets the US Secretary of State in Moscow on March 24, 2016.

The secretary had anticipated declaring a cooperation plan with Russia in August.

After meeting the minister on the sidelines in Laos, he said there had been progress in recent days.

"My hope is that in early August we could stand up and tell you what we are able to do."

The two determined a series of meetings on the technical level.

"From the very beginning of this year they told us they will separate the opposition from cells."

A trilateral meeting was held in Geneva between three envoys.

The UN envoy said the aim is to hold the third round of intra-Syrian talks towards the end of August.

At the Pentagon the defence secretary gave a press conference.
"""


def seed() -> Record:
    """The nine rows that the seed article must show, and one event under the salience line."""
    text = SEED_TEXT
    sentences = [line for line in text.split("\n") if line][1:]
    march, plan, laos, hope, series, claim, trilateral, aim, press = sentences
    day = date(2016, 7, 27)
    reported = When("2016-07-27", day, day + DAY, "2016-07-27", "published", "within")

    def within(value: str, first: date, until: date, basis: str = "explicit") -> When:
        return When(value, first, until, value, basis, "within", "t" + value)

    end_of_august = within("2016-08", date(2016, 8, 21), date(2016, 9, 1))
    events = (
        _event(
            text,
            "e1",
            "Lavrov meets Kerry in Moscow",
            "meeting",
            "occurred",
            march,
            "meets",
            within("2016-03-24", date(2016, 3, 24), date(2016, 3, 25)),
            f"{LAVROV} {KERRY}=with",
            place=Place("place:moscow", "Moscow"),
        ),
        _event(
            text,
            "e2",
            "Kerry and Lavrov meet in Laos",
            "meeting",
            "occurred",
            laos,
            "meeting",
            reported,
            f"{KERRY} {LAVROV}=with",
            place=Place("place:laos", "Laos"),
        ),
        _event(
            text,
            "e3",
            "Progress on the plan, Kerry says",
            "statement",
            "occurred",
            laos,
            "progress",
            within("PAST_REF", date(2016, 7, 20), date(2016, 7, 28)),
            f"{KERRY}",
        ),
        _event(
            text,
            "e4",
            "Trilateral meeting on Syria in Geneva",
            "meeting",
            "occurred",
            trilateral,
            "meeting",
            reported,
            f"{RATNEY} {GATILOV} {MISTURA}",
            place=Place("place:geneva", "Geneva"),
        ),
        _event(
            text,
            "e5",
            "US says it will separate the opposition from the cells",
            "statement",
            "occurred",
            claim,
            "told",
            within("2016", date(2016, 1, 1), date(2016, 4, 1)),
            f"{LAVROV} {US}",
            said_by="Sergei Lavrov",
        ),
        _event(
            text,
            "e6",
            "Kerry to say what the two sides can do",
            "statement",
            "hoped",
            hope,
            "tell",
            within("2016-08", date(2016, 8, 1), date(2016, 8, 11)),
            f"{KERRY}",
            cue="My hope is",
            said_by="John Kerry",
        ),
        _event(
            text,
            "e7",
            "US to declare cooperation plan with Russia",
            "agreement",
            "hoped",
            plan,
            "declaring",
            within("2016-08", date(2016, 8, 1), date(2016, 9, 1)),
            f"{KERRY} {US} {RU}=with",
            cue="had anticipated",
        ),
        _event(
            text,
            "e8",
            "Third round of intra-Syrian talks",
            "talks",
            "hoped",
            aim,
            "talks",
            end_of_august,
            f"{UN} {MISTURA} {SY}=with",
            cue="the aim is",
            said_by="Staffan de Mistura",
            why=(
                Step("“August”", "no year said; the aim lies ahead of 27 July 2016", "August 2016"),
                Step("“towards the end”", "the end of a month: its last third", "21–31 August 2016"),
                Step("“the aim is”", "somebody aims at it", "hoped"),
            ),
        ),
        _event(
            text,
            "e9",
            "Meetings at technical level",
            "meeting",
            "planned",
            series,
            "meetings",
            When(),
            f"{KERRY} {LAVROV}=with",
            cue="determined",
        ),
        _event(
            text,
            "e10",
            "Carter gives press conference at the Pentagon",
            "statement",
            "occurred",
            press,
            "press conference",
            reported,
            f"{CARTER}",
            salience=0.3,
        ),
    )
    words = "towards the end of August"
    at = span_of(text, words)
    time = TimeExpression(
        id="t2016-08",
        start=at.start,
        end=at.end,
        text=words,
        type="DATE",
        value="2016-08",
        mod="END",
        first=date(2016, 8, 21),
        until=date(2016, 9, 1),
        edtf="2016-08-21/2016-08-31",
        rule="part_of_month",
        anchor="2016-07-27",
        why=(
            Step("“August”", "no year said; the aim lies ahead of 27 July 2016", "August 2016"),
            Step("“towards the end”", "the end of a month: its last third", "21–31 August 2016"),
        ),
    )
    march_at = span_of(text, "March 24, 2016")
    spring = TimeExpression(
        "t2016-03-24",
        march_at.start,
        march_at.end,
        "March 24, 2016",
        "DATE",
        "2016-03-24",
        None,
        date(2016, 3, 24),
        date(2016, 3, 25),
        "2016-03-24",
        "month_day_year",
        None,
    )
    article = Article("seed", text, "Envoys hopeful as Syria contacts resume", day, "Example Wire")
    published = Published("2016-07-27", day, day + DAY, "given", "the sidecar says so")
    return Record(article, published, (spring, time), ACTORS, events)


def seed_timeline() -> Timeline:
    """The seed's nine events alone, as a calendar shows them."""
    from timeline.filters import Filters, select

    return select(gather([seed()]), Filters())


NOUNS = "talks,truce,envoy,border,summit,accord,sanctions,convoy,delegation,ceasefire".split(",")
VERBS = "Foreign ministers discuss,Parliament votes on,Delegates agree,Envoys meet over,Army halts".split(",")


def _title(rng: random.Random, long: bool) -> str:
    words = [rng.choice(VERBS), rng.choice(NOUNS)]
    if long:
        words += ["and the", rng.choice(NOUNS), "after", rng.choice(NOUNS), "in the northern provinces"]
        words += ["while observers wait for the", rng.choice(NOUNS)]
    return " ".join(words)


def _when(rng: random.Random, first: date, days: int) -> When:
    start = first + timedelta(days=rng.randrange(max(1, days)))
    form = rng.choice(["day", "day", "within", "within", "throughout", "published", "by", "since", "none"])
    if form == "none":
        return When()
    if form == "by":
        return When(None, None, start + DAY, None, "explicit", "within")
    if form == "since":
        return When(None, start, None, None, "explicit", "throughout")
    if form in ("day", "published"):
        basis = "published" if form == "published" else "explicit"
        return When(start.isoformat(), start, start + DAY, start.isoformat(), basis, "within")
    end = start + timedelta(days=rng.choice([2, 7, 10, 31, 90]))
    return When(None, start, end, None, "inherited", form)


def many(
    count: int,
    *,
    first: date = date(2015, 10, 1),
    days: int = 700,
    seed: int = 7,
    long: bool = False,
    articles: int = 4,
) -> Timeline:
    """A timeline of `count` events over `days` days from `first`, of every status, type and form."""
    rng = random.Random(seed)  # noqa: S311 - nothing secret, only varied
    records = []
    for number in range(articles):
        day = first + timedelta(days=days * (number + 1) // (articles + 1))
        events = []
        for index in range(number, count, articles):
            title = f"{_title(rng, long and rng.random() < 0.5)} {index}"  # no two are one event
            people = rng.sample([a.id for a in ACTORS[:11]], rng.randint(1, 3))
            events.append(
                Event(
                    id=f"m{number}-{index}",
                    title=title,
                    type=TYPES[index % len(TYPES)],
                    status=STATUSES[rng.choice([0, 0, 0, *range(9)])],
                    salience=round(rng.uniform(0.5, 1), 2),
                    confidence=0.7,
                    trigger=Trigger(0, 4, "Some"),
                    sentence=Span(0, 30),
                    when=_when(rng, first, days),
                    actors=tuple(Participant(id_, "agent") for id_ in people),
                )
            )
        text = f"Some words of article {number}, which tells of many things."
        article = Article(f"a{number}", text, f"Article number {number}", day, "Example Wire")
        published = Published(day.isoformat(), day, day + DAY, "given", "given")
        records.append(Record(article, published, (), ACTORS, tuple(events)))
    return gather(records)
