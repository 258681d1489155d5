"""What is no list: refused in words whatever it is, and nothing read without an end."""

import io
import zipfile
from datetime import datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from refugees.intake import refusals, spreadsheet
from refugees.intake.columns import Field
from refugees.intake.refusals import Refused
from tests.refugees.sheets import AS_READ, HEADINGS, MB, PERSON, as_csv, as_xlsx, refusal, rewritten, rows_of


def test_a_workbook_of_hidden_sheets_only_is_refused():
    content = as_xlsx(HEADINGS, PERSON)
    hidden = rewritten(content, "xl/workbook.xml", b'state="visible"', b'state="hidden"')

    assert refusal(hidden) == "no_visible_sheet"


def encrypted_workbook() -> bytes:
    return spreadsheet.OLD_EXCEL + b"\0" * 512 + spreadsheet.ENCRYPTED + b"\0" * 512


def bomb() -> bytes:
    """A workbook of a few kB that says, truly, that it unpacks to more than the limit."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "")
        archive.writestr("xl/workbook.xml", "")
        with archive.open("xl/sharedStrings.xml", "w") as part:
            for _ in range(refusals.MOST_UNPACKED // MB + 1):
                part.write(b"\0" * MB)
    return target.getvalue()


def entities() -> bytes:
    """XML that would grow to gigabytes by naming itself."""
    laughs = "".join(f'<!ENTITY l{n} "&l{n - 1};&l{n - 1};&l{n - 1};&l{n - 1};">' for n in range(1, 30))
    attack = f'<!DOCTYPE s [<!ENTITY l0 "ha">{laughs}]>'.encode()
    content = as_xlsx(HEADINGS, PERSON)
    return rewritten(content, "xl/workbook.xml", b"<workbook", attack + b"<workbook")


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf \r\n", "empty"),
        (b"Fornavn;Efternavn;CPR\r\n\x00\x01\x02;b;c", "not_a_spreadsheet"),
        (b"Fornavn;Efternavn\r\n\x81\x8d;\x8f", "not_text"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "not_a_spreadsheet"),
        (b"%PDF-1.7 no table at all", "no_headings"),
        (b"PK\x03\x04 not a zip", "not_a_spreadsheet"),
        (b"alpha;beta\r\n1;2", "no_headings"),
        (b"Efternavn;CPR\r\nHassan;1", "no_headings"),
        (spreadsheet.OLD_EXCEL + b"Workbook", "old_excel"),
        (b'Fornavn;Efternavn\r\nAhmad;"' + b"x" * 200_000, "broken_quotes"),
        (as_csv(*[HEADINGS, PERSON] * 20_000), "too_large"),
    ],
)
def test_what_is_no_list_is_refused_in_words(content, code):
    assert refusal(content) == code


def test_a_protected_workbook_an_attack_and_a_torn_file_are_refused():
    content = as_xlsx(HEADINGS, PERSON)

    assert refusal(encrypted_workbook()) == "password"
    assert refusal(bomb()) == "unpacks_too_large"
    assert refusal(entities()) == "not_readable"
    assert refusal(content[: len(content) // 2]) == "not_a_spreadsheet"
    assert refusal(rewritten(content, "xl/worksheets/sheet1.xml", b"</row>", b"<row>")) == "not_readable"


def test_a_sheet_that_lies_about_its_size_or_its_rows_ends_in_time():
    content = as_xlsx(HEADINGS, PERSON)
    sheet = "xl/worksheets/sheet1.xml"
    wide = rewritten(content, sheet, b'<dimension ref="A1:D2"', b'<dimension ref="A1:XFD1048576"')
    far = rewritten(content, sheet, b'<row r="2"', b'<row r="99999999999"')

    assert rows_of(wide) == [(2, AS_READ)]
    assert refusal(far) == "too_many_rows"


def test_more_rows_than_the_limit_are_refused_and_the_limit_is_named(monkeypatch):
    monkeypatch.setattr(spreadsheet, "MOST_ROWS", 3)
    content = as_csv(HEADINGS, *[PERSON] * 4)

    with pytest.raises(Refused) as refused:
        rows_of(content)

    assert "3" in refused.value.sentence


def test_counting_reads_no_further_than_it_must():
    sheet = spreadsheet.read(as_csv(HEADINGS, *[PERSON] * 5), most_bytes=MB)

    assert sheet.has_more_than(4)
    assert not sheet.has_more_than(5)


cells = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=12)


@given(st.lists(st.lists(cells, min_size=4, max_size=4), max_size=8), st.sampled_from(";,\t"))
@settings(max_examples=150)
def test_what_a_program_writes_as_text_is_read_back(rows, delimiter):
    rows = [["A" + row[0], *row[1:]] for row in rows]

    found = rows_of(as_csv(HEADINGS, *rows, delimiter=delimiter))

    names = list(AS_READ)
    expected = []
    for row in rows:
        cleaned = {n: spreadsheet._unwrap(c).strip() for n, c in zip(names, row, strict=True)}
        if kept := {name: text for name, text in cleaned.items() if text}:
            expected.append(kept)
    assert [row for _, row in found] == expected


@given(st.binary(max_size=2000))
@settings(max_examples=300)
def test_any_bytes_are_read_or_refused(content):
    assert read_or_refused(content)


@given(st.data())
@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_a_damaged_workbook_is_read_or_refused(data):
    content = bytearray(WORKBOOK)
    for _ in range(data.draw(st.integers(1, 6))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))

    assert read_or_refused(bytes(content))


@given(
    st.sampled_from(["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/styles.xml", "[Content_Types].xml"]),
    st.data(),
)
@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_a_workbook_with_a_wrong_part_is_read_or_refused(part, data):
    with zipfile.ZipFile(io.BytesIO(WORKBOOK)) as archive:
        text = archive.read(part)
    at = data.draw(st.integers(0, len(text) - 8))
    content = rewritten(WORKBOOK, part, text, text[:at] + data.draw(st.binary(max_size=8)) + text[at + 4 :])

    assert read_or_refused(content)


WORKBOOK = as_xlsx(HEADINGS, PERSON, ["=A2", datetime(1990, 1, 1), 1.5, True])


def read_or_refused(content: bytes) -> bool:
    """Read it all, or be refused with a sentence; anything else is a traceback and fails the test."""
    try:
        for number, row in spreadsheet.read(content, most_bytes=MB).rows():
            assert number > 0
            assert set(row) <= set(Field.values)
    except Refused as refused:
        assert refused.sentence
    return True
