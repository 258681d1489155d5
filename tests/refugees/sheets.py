"""Files for the tests of intake: text and workbooks, made, bent, read and refused."""

import csv
import io
import zipfile

import pytest
from openpyxl import Workbook

from refugees.intake import spreadsheet
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
    """What is read from a file, with the number of each line."""
    return list(spreadsheet.read(content, most_bytes=MB).rows())


def as_csv(*rows: list[str], delimiter: str = ";", encoding: str = "utf-8") -> bytes:
    """The rows as text."""
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, lineterminator="\r\n").writerows(rows)
    return text.getvalue().encode(encoding)


def as_xlsx(*rows: list[object], **more_sheets: list[list[object]]) -> bytes:
    """The rows as a workbook, on its first sheet."""
    book = Workbook()
    for row in rows:
        book.active.append(row)
    for name, lines in more_sheets.items():
        sheet = book.create_sheet(name)
        for line in lines:
            sheet.append(line)
    return saved(book)


def saved(book: Workbook) -> bytes:
    """A workbook as the bytes of its file."""
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def refusal(content: bytes, most_bytes: int = MB) -> str:
    """The code of the refusal; its sentence must exist and be complete."""
    with pytest.raises(Refused) as refused:
        list(spreadsheet.read(content, most_bytes=most_bytes).rows())
    assert "%(" not in refused.value.sentence
    return refused.value.code


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
