"""Lists of companies for the tests: rows of words as somebody's spreadsheet has them."""

from internships.company_import import COMPANIES
from refugees.intake import spreadsheet
from refugees.models import StagedList

MB = 1024 * 1024


def as_file(*rows):
    """These rows as a file, headings first."""
    return "\n".join(";".join(row) for row in rows).encode()


def staged(user, content, name="companies.csv"):
    """An uploaded list of companies."""
    sheet = spreadsheet.read(content, most_bytes=MB, known=COMPANIES.vocabulary)
    return StagedList.objects.take_in(
        kind=COMPANIES,
        unit=user.unit,
        by=user,
        file_name=name,
        content=content,
        rows=sheet.rows(),
        unknown_headings=sheet.heading.unknown,
    )


def staged_sample(user):
    """The sample list."""
    return staged(user, COMPANIES.sample.read_bytes())
