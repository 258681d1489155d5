"""What files a list may be, and how each is read or refused."""

import csv
import io
import zipfile
from datetime import date, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from refugees.intake import refusals, spreadsheet, workbook
from refugees.intake.columns import Field, find_heading
from refugees.intake.refusals import Refused

MB = 1024 * 1024
HEADINGS = ["Fornavn", "Efternavn", "Fødselsdato", "CPR-nr."]
PERSON = ["Ahmad", "Al-Hassan", "24-12-1990", "241290-1235"]
AS_READ = {
    "given_name": "Ahmad",
    "family_name": "Al-Hassan",
    "born_on": "24-12-1990",
    "number": "241290-1235",
}


def rows_of(content: bytes) -> list[tuple[int, dict[str, str]]]:
    return list(spreadsheet.read(content, most_bytes=MB).rows())


def as_csv(*rows: list[str], delimiter: str = ";", encoding: str = "utf-8") -> bytes:
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, lineterminator="\r\n").writerows(rows)
    return text.getvalue().encode(encoding)


def as_xlsx(*rows: list[object], **more_sheets: list[list[object]]) -> bytes:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    for name, lines in more_sheets.items():
        sheet = book.create_sheet(name)
        for line in lines:
            sheet.append(line)
    return saved(book)


def saved(book: Workbook) -> bytes:
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def refusal(content: bytes, most_bytes: int = MB) -> str:
    """The code of the refusal; its sentence must exist and be complete."""
    with pytest.raises(Refused) as refused:
        list(spreadsheet.read(content, most_bytes=most_bytes).rows())
    assert "%(" not in refused.value.sentence
    return refused.value.code


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_text_is_read_whatever_its_separator_and_encoding(delimiter, encoding):
    content = as_csv(HEADINGS, ["Søren", "Ægir", *PERSON[2:]], delimiter=delimiter, encoding=encoding)

    assert rows_of(content) == [(2, {**AS_READ, "given_name": "Søren", "family_name": "Ægir"})]


def test_a_workbook_is_read_like_text_and_keeps_its_dates():
    born = [datetime(1990, 12, 24), date(1985, 1, 1), 1, None]
    content = as_xlsx(HEADINGS, *[["Ahmad", "Al-Hassan", day, None] for day in born])

    assert [row.get("born_on") for _, row in rows_of(content)] == ["1990-12-24", "1985-01-01", "1", None]


def test_numbers_of_a_workbook_are_read_without_a_decimal_point():
    content = as_xlsx(["Navn", "CPR", "Tlf"], ["Ahmad Hassan", 101901234, 12345678.0])

    assert rows_of(content) == [
        (2, {"full_name": "Ahmad Hassan", "number": "101901234", "phone": "12345678"})
    ]


def test_empty_rows_and_trailing_spaces_do_not_count():
    content = as_csv([], HEADINGS, ["", " ", "", ""], [f" {cell}  " for cell in PERSON], [], ["  "])

    assert rows_of(content) == [(4, AS_READ)]


def test_columns_may_stand_in_any_order_under_danish_or_english_names():
    content = as_csv(
        ["Surname", "Bemærkning", "DATE OF BIRTH", "Given name(s)", "cpr nr"],
        ["Al-Hassan", "noted", "24-12-1990", "Ahmad", "241290-1235"],
    )

    sheet = spreadsheet.read(content, most_bytes=MB)

    assert list(sheet.rows()) == [(2, AS_READ)]
    assert sheet.heading.unknown == ("Bemærkning",)


def test_headings_may_stand_below_a_title_and_be_merged_over_two_rows():
    book = Workbook()
    sheet = book.active
    for row in (
        ["Visiterede til København, uge 40", None, None, None, None],
        [None] * 5,
        ["Person", None, None, "Opholdstilladelse", None],
        ["Fornavn", "Efternavn", "Født", "grundlag", "dato"],
        ["Ahmad", "Al-Hassan", "24-12-1990", "kvote", "01-10-2026"],
    ):
        sheet.append(row)
    sheet.merge_cells("A3:C3")
    sheet.merge_cells("D3:E3")

    assert rows_of(saved(book)) == [
        (
            5,
            {
                "given_name": "Ahmad",
                "family_name": "Al-Hassan",
                "born_on": "24-12-1990",
                "permit_ground": "kvote",
                "permit_on": "01-10-2026",
            },
        )
    ]


def test_a_heading_merged_downwards_counts_for_its_column():
    rows = [["Fornavn", "Efternavn", "Visitering", ""], ["", "", "dato", "til"]]

    heading = find_heading(rows)

    assert heading.rows == 2
    assert heading.fields == {0: Field.GIVEN_NAME, 1: Field.FAMILY_NAME, 2: Field.ALLOCATED_ON}


def test_hidden_sheets_are_not_read_and_other_sheets_are_named():
    book = Workbook()
    book.active.title = "Gammel"
    book.active.sheet_state = "hidden"
    book.active.append(HEADINGS)
    book.active.append(["Secret", *PERSON[1:]])
    for name, lines in {"Vejledning": [["Læs mig"]], "Personer": [HEADINGS, PERSON]}.items():
        for line in [*lines]:
            (book[name] if name in book.sheetnames else book.create_sheet(name)).append(line)

    sheet = spreadsheet.read(saved(book), most_bytes=MB)

    assert list(sheet.rows()) == [(2, AS_READ)]
    assert sheet.not_read == ("Vejledning",)


def test_a_workbook_of_hidden_sheets_only_is_refused():
    content = as_xlsx(HEADINGS, PERSON)
    hidden = rewritten(content, "xl/workbook.xml", b'state="visible"', b'state="hidden"')

    assert refusal(hidden) == "no_visible_sheet"


def rewritten(content: bytes, part: str, old: bytes, new: bytes) -> bytes:
    """The workbook with some bytes of one part replaced."""
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as was,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as now,
    ):
        for name in was.namelist():
            text = was.read(name)
            if name == part:
                assert old in text
                text = text.replace(old, new)
            now.writestr(name, text)
    return target.getvalue()


def test_a_formula_is_read_by_its_kept_result():
    content = as_xlsx(HEADINGS, ["=A1", *PERSON[1:]])
    kept = rewritten(content, "xl/worksheets/sheet1.xml", b"<f>A1</f><v />", b"<f>A1</f><v>7</v>")

    assert rows_of(kept) == [(2, AS_READ | {"given_name": "7"})]


def test_a_formula_without_a_result_is_not_taken_for_an_empty_cell():
    content = as_xlsx(HEADINGS, ["=A1", *PERSON[1:]])

    assert rows_of(content) == [(2, AS_READ | {"given_name": workbook.NO_RESULT})]


def test_a_formula_whose_result_is_an_empty_text_is_empty():
    content = as_xlsx(HEADINGS, ["=A1", *PERSON[1:]])
    empty = rewritten(
        content,
        "xl/worksheets/sheet1.xml",
        b'<c r="A2"><f>A1</f><v />',
        b'<c r="A2" t="str"><f>A1</f><v></v>',
    )

    assert rows_of(empty) == [(2, {name: text for name, text in AS_READ.items() if name != "given_name"})]


def test_excels_way_to_keep_a_leading_zero_is_unwrapped():
    content = as_csv(HEADINGS, [*PERSON[:3], '="0101901234"'])

    assert rows_of(content)[0][1]["number"] == "0101901234"


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
