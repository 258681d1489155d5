"""The sample list: invented people, marked so, as the Immigration Service's list looks. Also a template for own lists.

Its numbers are replacement numbers, which no register has given to anybody.
"""

import csv
import io

from django.conf import settings
from openpyxl import Workbook
from openpyxl.styles import Font

SAMPLE = settings.BASE_DIR / "docs/samples/immigration-service-list.csv"


def sample_rows() -> list[list[str]]:
    """The rows of the sample, headings first."""
    with SAMPLE.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file, delimiter=";"))


def as_csv() -> bytes:
    """The sample as it lies in the repository."""
    return SAMPLE.read_bytes()


def as_xlsx() -> bytes:
    """The same people as a workbook, all cells as text, so that no first zero is lost."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Liste"
    for row in sample_rows():
        sheet.append(row)
    for column in sheet.columns:
        sheet.column_dimensions[column[0].column_letter].width = (
            max(len(str(cell.value)) for cell in column) + 2
        )
        column[0].font = Font(bold=True)
    sheet.freeze_panes = "A2"
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()
