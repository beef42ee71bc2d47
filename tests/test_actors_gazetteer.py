"""The gazetteer that ships, and a user's on top of it."""

from datetime import date

import pytest
import spacy

from timeline import actors, gazetteer

COUNTRIES = [("SY", "Syria"), ("US", "United States"), ("KP", "North Korea"), ("PS", "Palestine"), ("TR", "Turkey")]


@pytest.mark.parametrize(("code", "name"), COUNTRIES)
def test_countries_have_their_code_and_a_plain_name(code, name):
    entry = gazetteer.load().entries[f"country:{code.lower()}"]
    assert (entry.name, entry.kind, entry.country) == (name, "country", code)


def test_every_reference_in_the_shipped_file_leads_somewhere():
    known = gazetteer.load().entries
    for entry in known.values():
        assert entry.of is None or entry.of in known, entry.id
        assert entry.stands_for is None or entry.stands_for in known, entry.id
        for member in entry.members:
            assert member in known or f"country:{member.lower()}" in known, (entry.id, member)
        assert entry.country is None or f"country:{entry.country.lower()}" in known, entry.id


def test_every_shipped_id_is_made_of_its_kind():
    assert all(i == e.id and i.startswith(f"{e.kind}:") for i, e in gazetteer.load().entries.items())


@pytest.mark.parametrize(
    ("name", "spoken"),
    [
        ("Staffan de Mistura", "de mistura"),
        ("Ursula von der Leyen", "von der leyen"),
        ("John Kerry", "kerry"),
        ("Ronaldo", "ronaldo"),
    ],
)
def test_surnames_keep_their_particles(name, spoken):
    assert gazetteer.surname(name) == spoken


@pytest.mark.parametrize(
    ("word", "folded"), [("Erdoğan", "erdogan"), ("U.S.", "us"), ("Sana’a", "sana'a"), ("Çavuşoğlu", "cavusoglu")]
)
def test_folding_leaves_letters(word, folded):
    assert gazetteer.fold(word) == folded


@pytest.mark.parametrize(
    ("name", "slug"),
    [("John Kerry", "john-kerry"), ("AT&T", "at-and-t"), ("Élysée", "elysee"), ("McDonald's", "mcdonalds")],
)
def test_slugs_are_small_letters_and_hyphens(name, slug):
    assert gazetteer.slug(name) == slug


def test_roles_hold_on_their_days_both_ends_included():
    kerry = gazetteer.load().entries["person:john-kerry"]
    assert [r.words for r in kerry.roles_on(date(2017, 1, 20))] == ["US Secretary of State"]
    assert kerry.roles_on(date(2017, 1, 21)) == ()


def write(path, text):
    path.write_text(text, encoding="utf-8")
    return path


def test_a_users_file_adds_and_replaces(tmp_path):
    mine = write(
        tmp_path / "mine.toml",
        """
        [[actor]]
        id = "person:astrid-holm"
        names = ["Astrid Holm"]
        country = "NO"
        roles = [{ role = "Mayor of Bergen", from = 2015-01-01 }]
        [[actor]]
        id = "group:al-nusra-front"
        name = "JN"
        names = ["JN"]
        """,
    )
    known = gazetteer.load(mine)
    text = "Holm met JN. The Nusra Front left."
    found = {a.id: a for a in actors.read_actors(spacy.blank("en")(text), gazetteer=known, on=date(2016, 1, 1))}
    assert found["person:astrid-holm"].role == "Mayor of Bergen"
    assert found["person:astrid-holm"].country == "NO"
    assert found["group:al-nusra-front"].name == "JN"
    assert len(found["group:al-nusra-front"].mentions) == 1
    assert "group:al-nusra-front" in gazetteer.load().entries  # the shipped one is as it was
    assert gazetteer.load().entries["group:al-nusra-front"].name == "al-Nusra Front"


WRONG = [
    ("[[actor]\n", "not TOML"),
    ('[[actors]]\nid = "person:x"\n', "unknown table actors"),
    ('[[actor]]\nnames = ["X"]\n', "actor 1: no id"),
    ('[[actor]]\nid = "person:x"\n', "person:x: no names"),
    ('[[actor]]\nid = "person:x"\nnames = "X"\n', "person:x: names must be a list"),
    ('[[actor]]\nid = "person:x"\nnames = ["X"]\nnick = "Y"\n', "person:x: unknown key nick"),
    ('[[actor]]\nid = "ship:x"\nnames = ["X"]\n', "kind 'ship' is none of"),
    ('[[actor]]\nid = "x"\nkind = "person"\nnames = ["X"]\n', "the id must be person:"),
    ('[[actor]]\nid = "person:x"\nnames = ["X"]\ncountry = "Norway"\n', "no ISO code"),
    ('[[actor]]\nid = "person:x"\nnames = ["X"]\ngender = "male"\n', "gender must be"),
    ('[[actor]]\nid = "person:x"\nnames = ["X"]\nroles = [{ was = "Y" }]\n', "person:x: a role is"),
    ('[[actor]]\nid = "person:x"\nnames = ["X"]\nroles = [{ role = "Y", from = "2015" }]\n', "from must be a date"),
    (
        '[[actor]]\nid = "person:x"\nnames = ["X"]\nroles = [{ role = "Y", from = 2015-01-02, to = 2014-01-01 }]\n',
        "ends before it begins",
    ),
    ('[countries]\nQQ = { people = ["Q"] }\n', "countries.QQ: no such country code"),
    ('[countries]\nNO = { capitals = ["Oslo"] }\n', "countries.NO: unknown key capitals"),
    ('[countries]\nNO = "Norway"\n', "countries.NO: write two capitals and a table, as in TG"),
    ('[countries]\nNO = { people = "Norse" }\n', "countries.NO: people must be a list of words"),
    ("actor = 5\n", "actor: write [[actor]], in two brackets, once for each"),
    ('[office]\nnames = ["Keeper"]\n', "office: write [[office]], in two brackets"),
    ('[[office]]\nnames = ["Keeper"]\n', "an [[office]] has names, and country or of"),
    ('[[office]]\nnames = ["Keeper"]\ncountry = "ZZ"\n', "office 1: no country has the code 'ZZ'"),
    ('[[office]]\nnames = ["Keeper"]\nof = "lund"\n', "office 1: nobody has the id 'lund'"),
    ('[places]\nNO = "Hamar"\n', "places: NO must be a list of words"),
    ('[places]\nZZ = ["Hamar"]\n', "ZZ: no country has the code 'ZZ'"),
    ("places = 5\n", "places is a table: write [places]"),
    ('[[actor]]\nid = "person:x"\nnames = ["X"]\nname = 5\n', "person:x: name 5 is none"),
    ('[[actor]]\nid = "person:x"\nnames = ["X"]\nroles = [{ role = 5 }]\n', "person:x: a role is"),
    ('[[actor]]\nid = "person:x"\nnames = ["X"]\nof = "organisation:lund"\n', "nobody has the id 'organisation:lund'"),
    ('[[actor]]\nid = "organisation:x"\nnames = ["X"]\nmembers = ["ZZ"]\n', "members: nobody has the id 'country:zz'"),
    ('[[actor]]\nid = "person:x"\nnames = ["X"]\n' * 2, "person:x: the id stands twice"),
]


@pytest.mark.parametrize(("text", "message"), WRONG)
def test_a_wrong_file_is_named_with_its_entry_and_the_mend(tmp_path, text, message):
    path = write(tmp_path / "wrong.toml", text)
    with pytest.raises(gazetteer.GazetteerError) as error:
        gazetteer.load(path)
    assert str(path) in str(error.value)
    assert message in str(error.value)
    assert "\n" not in str(error.value)


def test_what_a_user_says_of_a_country_is_added(tmp_path):
    mine = gazetteer.load(write(tmp_path / "mine.toml", '[countries]\nTG = { people = ["Togoan"] }\n'))
    assert gazetteer.load(tmp_path / "mine.toml") is mine  # read once, however many articles there are
    assert mine.entries["country:tg"] == gazetteer.load().entries["country:tg"]
    assert [a.target for word in ("togoan", "togolese", "togo") for a in mine.starts[word][:1]] == ["country:tg"] * 3


def test_a_missing_or_binary_file_is_named(tmp_path):
    with pytest.raises(gazetteer.GazetteerError, match=r"none\.toml: cannot be read"):
        gazetteer.load(tmp_path / "none.toml")
    (tmp_path / "binary.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(gazetteer.GazetteerError, match=r"binary\.toml: not UTF-8 at byte 0"):
        gazetteer.load(tmp_path / "binary.toml")


def test_a_title_names_a_users_body(tmp_path):
    mine = write(tmp_path / "mine.toml", '[[actor]]\nid = "organisation:velmar"\nnames = ["Velmar"]\ncountry = "NO"\n')
    doc = spacy.blank("en")("Velmar CEO Astrid Holm spoke.")
    found = {a.id: a for a in actors.read_actors(doc, gazetteer=gazetteer.load(mine))}
    assert (found["person:astrid-holm"].of, found["person:astrid-holm"].country) == ("organisation:velmar", "NO")
