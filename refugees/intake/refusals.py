"""Why a whole file is refused, in sentences that name the limit and say what to do."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

MOST_ROWS = 25_000  # people in one list
MOST_LINES = 1_048_576  # lines of a sheet, empty ones included: as many as Excel has
MOST_CELLS = 200  # columns that are looked at
MOST_UNPACKED = 200 * 1024 * 1024  # bytes of a workbook once unpacked
MOST_PARTS = 2_000  # files inside a workbook

SENTENCES = {
    "too_large": _("The file is larger than %(most)s MB. Split it into several lists, or remove pictures."),
    "too_many_rows": _("The list has more than %(most)s rows. Split it into several lists."),
    "empty": _("The file is empty."),
    "password": _("The file is protected by a password. Save it without one and upload it again."),
    "old_excel": _(
        "The file is of the old Excel format (.xls). Save it as .xlsx or as CSV and upload it again."
    ),
    "unpacks_too_large": _(
        "The file would unpack to more than %(most)s MB. That is no list of people; it has not been opened."
    ),
    "not_a_spreadsheet": _(
        "The file is not a spreadsheet. Upload a list as CSV or as an Excel file (.xlsx)."
    ),
    "not_readable": _("The Excel file is damaged. Open it in Excel, save it again and upload the new file."),
    "not_text": _(
        "The letters of the file cannot be read. Save it as “CSV UTF-8” or as an Excel file (.xlsx)."
    ),
    "broken_quotes": _(
        "A quotation mark is opened in the file and never closed. Save the list as an Excel file (.xlsx) instead."
    ),
    "no_visible_sheet": _(
        "Every sheet of the file is hidden. Show the one with the people and upload it again."
    ),
    "no_headings": _(
        "No row of headings was found in the first 25 rows. One row must name the columns, such as"
        " “Fornavn”, “Efternavn”, “Fødselsdato”. Look at the sample file."
    ),
    "no_rows": _("There are headings in the file, but no people below them."),
}


class Refused(Exception):
    """The file cannot be read. Carries the code of its sentence and what the sentence names."""

    def __init__(self, code: str, **details: object) -> None:
        super().__init__(code)
        self.code = code
        self.details = details

    @property
    def sentence(self) -> str:
        """Why, in the reader's language."""
        return sentence(self.code, self.details)


def sentence(code: str, details: Mapping[str, object]) -> str:
    """The sentence of a refusal, in the reader's language."""
    text = str(SENTENCES[code])
    return text % details if details else text
