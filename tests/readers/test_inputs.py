"""What can be read, and what an input that cannot be read says: one line with the place and the mend."""

from __future__ import annotations

import io
import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.model import Article, Failure
from timeline.readers import Input, read
from timeline.readers.fields import day

LINE = {"id": "a", "text": "They met.", "published": "2016-07-27"}


def inputs(*paths: object, **options) -> list[Input]:
    return list(read([str(p) for p in paths], **options))


def error(path: Path) -> str:
    (found,) = inputs(path)
    assert isinstance(found.what, Failure), found
    return found.what.error.replace(str(path.parent), "…")


def test_a_text_file_is_an_article_named_after_it(tmp_path):
    (tmp_path / "note.txt").write_text("They met.\n")
    assert inputs(tmp_path / "note.txt") == [Input(Article("note", "They met.\n"), str(tmp_path / "note.txt"))]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Ministers Meet in Bern\n\nThe ministers met on Tuesday.", "Ministers Meet in Bern"),
        ("Published: 3 March 2020\nMinisters Meet in Bern\nThe ministers met on Tuesday.", "Ministers Meet in Bern"),
        ("The ministers met on Tuesday.\n\nA Heading Between\n\nThey parted on Friday.", None),
        ("The ministers met on Tuesday.", None),
    ],
)
def test_a_text_is_called_what_stands_above_its_story(tmp_path, text, title):
    (tmp_path / "note.txt").write_text(text)
    (found,) = inputs(tmp_path)
    assert (found.what.title, found.what.text) == (title, text)


def test_a_sidecar_says_what_the_text_does_not(tmp_path):
    (tmp_path / "note.txt").write_text("They met.")
    said = {"id": "own", "published": "2016-07-27", "source": "Wire", "note": "by hand", "title": None, "extra": 3}
    (tmp_path / "note.meta.json").write_text(json.dumps(said))
    (found,) = inputs(tmp_path)
    assert found.what == Article("own", "They met.", published=date(2016, 7, 27), source="Wire", note="by hand")


def test_offsets_count_in_the_text_without_byte_order_mark_and_carriage_returns(tmp_path):
    (tmp_path / "note.txt").write_bytes("\ufeffOne\r\ntwo\rthree é".encode())
    (found,) = inputs(tmp_path)
    assert found.what.text == "One\ntwo\nthree é"


def test_the_text_of_json_lines_is_kept_as_it_is(tmp_path):
    text = "One\r\ntwo\u2028three\ufeff"
    (tmp_path / "a.jsonl").write_text("\ufeff" + json.dumps({"id": "a", "text": text}) + "\r\n\r\n", newline="")
    (found,) = inputs(tmp_path / "a.jsonl")
    assert (found.what.text, found.lines, found.place) == (text, True, f"{tmp_path}/a.jsonl:1")


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), min_size=1), min_size=1, max_size=4))
def test_any_text_goes_through_json_lines_unchanged(tmp_path_factory, texts):
    path = tmp_path_factory.mktemp("lines") / "a.jsonl"
    lines = (json.dumps({"id": str(n), "text": t}, ensure_ascii=False) for n, t in enumerate(texts))
    path.write_text("\n".join(lines), encoding="utf-8", newline="")
    assert [i.what.text for i in inputs(path)] == texts


@pytest.mark.parametrize("said", [LINE, [LINE]])
def test_a_json_file_is_an_article_or_a_list_of_them(tmp_path, said):
    (tmp_path / "a.json").write_text(json.dumps(said, indent=2))
    (found,) = inputs(tmp_path / "a.json")
    assert found.what == Article("a", "They met.", published=date(2016, 7, 27))
    assert not found.lines


def test_a_folder_is_its_articles_by_name_and_no_folder_in_it(tmp_path):
    for name in ("b.txt", "a.txt", ".hidden.txt", "README.md", "c.meta.json"):
        (tmp_path / name).write_text("Words.")
    (tmp_path / "gold").mkdir()
    (tmp_path / "gold" / "d.txt").write_text("Words.")
    (tmp_path / "c.jsonl").write_text(json.dumps({"id": "c", "text": "Words."}))
    assert [i.what.id for i in inputs(tmp_path)] == ["a", "b", "c"]


def test_a_folder_reads_names_in_capitals_and_names_what_it_cannot_read(tmp_path):
    (tmp_path / "A.TXT").write_text("Words.")
    (tmp_path / "b.docx").write_bytes(b"PK\x03\x04")
    (tmp_path / "c.png").write_bytes(b"PNG")
    first, second = inputs(tmp_path)
    assert first.what.id == "A"
    assert second.what.error == f"{tmp_path}/b.docx: this is a Word file or a zip archive: save its text as .txt"


STDIN = [
    (b"They met.\r\n", ["-"], ["They met.\n"], False),
    (json.dumps(LINE).encode() + b"\n" + json.dumps(LINE | {"id": "b"}).encode(), ["a", "b"], ["They met."] * 2, True),
    (json.dumps(LINE, indent=1).encode(), ["a"], ["They met."], False),
    (json.dumps([LINE]).encode(), ["a"], ["They met."], False),
    (b"[Photo] They met.", ["-"], ["[Photo] They met."], False),
]


@pytest.mark.parametrize(("data", "ids", "texts", "lines"), STDIN)
def test_standard_input_is_taken_for_what_it_begins_like(data, ids, texts, lines):
    found = inputs("-", stdin=io.BytesIO(data))
    assert [i.what.id for i in found] == ids
    assert [i.what.text for i in found] == texts
    assert {i.lines for i in found} == {lines}


def test_a_date_is_given_to_articles_that_bear_none(tmp_path):
    (tmp_path / "a.jsonl").write_text(json.dumps(LINE) + "\n" + json.dumps({"id": "b", "text": "x", "published": None}))
    given_day = date(2020, 1, 1)
    assert [i.what.published for i in inputs(tmp_path / "a.jsonl", published=given_day)] == [
        date(2016, 7, 27),
        given_day,
    ]


BAD_FILES = [
    ("empty.txt", b"", "…/empty.txt: empty: give the text of an article"),
    ("white.txt", b" \n\t\n", "…/white.txt: empty: give the text of an article"),
    ("mark.txt", b"\xef\xbb\xbf\n", "…/mark.txt: empty: give the text of an article"),
    ("empty.jsonl", b"\n\n", "…/empty.jsonl: empty: give the text of an article"),
    ("a.txt", b"One\ntwo\0", "…/a.txt:2: byte 7 is zero, so this is not a text file: give the text of an article"),
    (
        "latin.txt",
        b"One\ncaf\xe9 two",
        (
            "…/latin.txt:2: byte 7 (0xe9) is not UTF-8: "
            "save the file as UTF-8, e.g. iconv -f WINDOWS-1252 -t UTF-8 FILE > NEW"
        ),
    ),
    ("wide.txt", "One".encode("utf-16"), "…/wide.txt: this is in UTF-16: save it as UTF-8"),
    (
        "a.pdf",
        b"%PDF-1.7\n",
        "…/a.pdf: this PDF is damaged (PdfStreamError): open it and save it anew, or copy its text",
    ),
    ("a.docx", b"PK\x03\x04", "…/a.docx: this is a Word file or a zip archive: save its text as .txt"),
    (
        "a.html",
        b"\n<!DOCTYPE html>",
        "…/a.html: no story could be told from this web page: copy its text into a .txt file",
    ),
    ("a.meta.json", b"{}", "…/a.meta.json: a sidecar, which goes with its article: name the .txt file"),
    (
        "a.json",
        b'{"id": "a"\n "text": 3}',
        (
            "…/a.json:2:2: not JSON (expecting ',' delimiter): the file must be one article, "
            '{"id": "…", "text": "…"}, or a list of them; one a line needs the name .jsonl'
        ),
    ),
    ("deep.json", b"[" * 100_000, "…/deep.json: JSON too large or too deep to read: the file must be one article, "),
    ("list.json", b"[]", "…/list.json: an empty list: the file must be one article, "),
    ("three.json", b"3", '…/three.json: a number, not an article: write {"id": "…", "text": "…"}'),
]


@pytest.mark.parametrize(("name", "data", "said"), BAD_FILES, ids=[name for name, _, _ in BAD_FILES])
def test_a_file_that_cannot_be_read_says_why(tmp_path, name, data, said):
    (tmp_path / name).write_bytes(data)
    message = error(tmp_path / name)
    assert message.startswith(said) if said.endswith(" ") else message == said
    assert "\n" not in message


BAD_LINES = [
    ('{"id": "a", "text": }', "3:21: not JSON (expecting value): each line must be one article"),
    ('["a"]', '3: a list, not an article: write {"id": "…", "text": "…"}'),
    ('{"id": "a"}', '3: no "text": an article is {"id": "…", "text": "…"}'),
    ('{"text": "a"}', '3: no "id": give the article a name of its own, "id": "…"'),
    ('{"id": "", "text": "a"}', '3: "id" is empty: give the article a name of its own'),
    ('{"id": 7, "text": "a"}', '3: "id" is a number (7): write it as a string, in quotes'),
    ('{"id": "a", "text": null}', '3: "text" is null (null): write it as a string, in quotes'),
    ('{"id": "a", "text": ["a", "b"]}', '3: "text" is a list (["a", "b"]): write it as a string, in quotes'),
    ('{"id": "a", "text": "a", "source": {}}', '3: "source" is an object ({}): write it as a string, in quotes'),
    (
        '{"id": "a", "text": "a", "published": 2016}',
        '3: "published" is a number (2016): write it as a string, in quotes',
    ),
    (
        '{"id": "a", "text": "a", "published": "27 July 2016"}',
        '3: "published" is "27 July 2016", not a day: write it as YYYY-MM-DD, or null if it is not known',
    ),
    ('{"id": "a", "text": "a", "published": "2016-02-30"}', '3: "published" is "2016-02-30", not a day: '),
    ('{"id": "a", "text": "a", "published": "20160727"}', '3: "published" is "20160727", not a day: '),
    (
        '{"id": "a", "text": "so \\ud83d it"}',
        '3: "text" holds half a character at 3 (\\ud83d): write the whole pair, or leave it out',
    ),
    (
        '{"id": "a", "published": {"value": null}, "events": []}',
        "3: a record that `timeline extract` wrote, not an article: give the articles themselves",
    ),
    ('{"id": "a", "text": ' + "1" * 5000 + "}", "3: JSON too large or too deep to read: each line must be one article"),
]


@pytest.mark.parametrize(("line", "said"), BAD_LINES, ids=[said[:40] for _, said in BAD_LINES])
def test_a_bad_line_says_why_and_spoils_no_other(tmp_path, line, said):
    path = tmp_path / "a.jsonl"
    good = [json.dumps(LINE | {"id": id_}) for id_ in ("one", "two", "three")]
    path.write_text("\n".join([good[0], good[1], line, good[2]]))
    found = inputs(path)
    assert [i.what.id for i in found] == ["one", "two", f"{path}:3", "three"]
    assert found[2].what.error.startswith(f"{path}:{said}")
    assert "\n" not in found[2].what.error


def test_a_line_of_other_bytes_spoils_no_other(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_bytes(json.dumps(LINE).encode() + b'\n{"id": "caf\xe9"}\n')
    good, bad = inputs(path)
    assert good.what.id == "a"
    assert bad.what.error.startswith(f"{path}:2: byte 11 (0xe9) is not UTF-8")


BAD_SIDECARS = [
    ("", "empty: it must be one object"),
    ("{published: 3}", "1:2: not JSON (expecting property name enclosed in double quotes): it must be one object"),
    ("[]", 'a list, not an object: write {"published": "YYYY-MM-DD", …}'),
    ('{"published": "July 2016"}', '"published" is "July 2016", not a day'),
    ('{"source": 3}', '"source" is a number (3): write it as a string'),
]


@pytest.mark.parametrize(("sidecar", "said"), BAD_SIDECARS)
def test_a_bad_sidecar_is_named(tmp_path, sidecar, said):
    (tmp_path / "a.txt").write_text("They met.")
    (tmp_path / "a.meta.json").write_text(sidecar)
    message = error(tmp_path / "a.txt")
    assert message.startswith("…/a.meta.json:")
    assert said in message


def test_a_missing_file_is_named_and_the_others_are_read(tmp_path):
    (tmp_path / "b.txt").write_text("They met.")
    missing, there = inputs(tmp_path / "a.txt", tmp_path / "b.txt")
    assert missing.what == Failure(f"{tmp_path}/a.txt", f"{tmp_path}/a.txt: no such file or folder: check the name")
    assert there.what.id == "b"


def test_a_name_that_is_too_long_is_an_error_like_others():
    (found,) = inputs("x" * 5000)
    assert found.what.error.endswith("…: cannot be read (file name too long): check the name")
    assert len(found.what.error) < 300


def test_a_folder_without_articles_says_what_it_was_searched_for(tmp_path):
    assert (
        "no articles in this folder (.txt, .html, .pdf, .json or .jsonl): name another"
        in inputs(tmp_path)[0].what.error
    )
    (tmp_path / "2016").mkdir()
    assert "name the folders in it (2016)" in inputs(tmp_path)[0].what.error


def test_of_two_articles_with_one_id_the_second_is_refused(tmp_path):
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text("They met.")
    first, second = inputs(tmp_path / "one", tmp_path / "two")
    assert first.what.id == "a"
    mend = 'rename the file, or give it an "id" of its own in a.meta.json'
    assert second.what == Failure(
        f"{tmp_path}/two/a.txt", f'{tmp_path}/two/a.txt: the id "a" is taken by {tmp_path}/one/a.txt: {mend}'
    )
    (tmp_path / "two" / "a.html").write_text(
        f"<html><body><article><p>{'They met in Lome. ' * 30}</p></article></body></html>"
    )
    assert inputs(tmp_path / "two")[1].what.error.endswith(f"is taken by {tmp_path}/two/a.html: rename the file")
    again = inputs(tmp_path / "one", tmp_path / "one" / "a.txt")[1].what
    assert again.error == f"{tmp_path}/one/a.txt: given twice: name it once"


def test_an_address_is_told_where_it_can_be_read():
    assert "an address, and nothing is fetched here: save the page" in inputs("https://example.org/talks")[0].what.error


def test_a_text_that_is_called_a_pdf_is_told(tmp_path):
    (tmp_path / "talks.pdf").write_text("They met.")
    assert (
        "talks.pdf: not a PDF: give the file the ending of what it is" in inputs(tmp_path / "talks.pdf")[0].what.error
    )


def test_a_file_is_read_through_a_pipe_too(tmp_path):
    assert inputs("/dev/null")[0].what.error == "/dev/null: empty: give the text of an article"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("2016-07-27", date(2016, 7, 27)),
        ("2016-7-27", None),
        ("20160727", None),
        ("2016-W30-3", None),
        ("2016-02-30", None),
        ("9999-12-31", None),
        ("0001-01-01", None),
        ("٢٠١٦-٠٧-٢٧", None),
    ],
)
def test_a_day_is_written_in_one_way(words, found):
    assert day(words) == found
