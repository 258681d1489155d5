"""How text and workbooks are read: separators, headings, sheets, formulas."""

from datetime import date, datetime

import pytest
from openpyxl import Workbook

from refugees.intake import spreadsheet, workbook
from refugees.intake.columns import Field, find_heading
from tests.refugees.sheets import AS_READ, HEADINGS, MB, PERSON, as_csv, as_xlsx, rewritten, rows_of, saved


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
