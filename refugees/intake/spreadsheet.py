"""A file becomes rows of text, whatever program wrote it, or is refused with a sentence. Pure: bytes in, rows out.

Nothing here believes the file: neither its name nor its sizes. Rows are read one by one, so that memory does
not grow with their number.
"""

import codecs
import csv
import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from refugees.intake import workbook
from refugees.intake.columns import PEOPLE, ROWS_SEARCHED, TALLEST, Heading, Vocabulary, find_heading
from refugees.intake.refusals import MOST_CELLS, MOST_LINES, MOST_ROWS, Refused

DELIMITERS = ";,\t"
BLOCK = 64 * 1024
OLD_EXCEL = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# How a password-protected workbook calls its content, inside a container like that of an old one.
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")

Line = tuple[int, list[str]]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table of people: its headings, and its rows with their line numbers in the file, any number of times."""

    heading: Heading
    lines: Callable[[], Iterator[Line]]
    not_read: tuple[str, ...] = field(default=())  # names of the sheets that were left out

    def rows(self) -> Iterator[tuple[int, dict[str, str]]]:
        """Each row that holds anything, as what stands under which heading."""
        found = 0
        for number, cells in self.lines():
            if number <= self.heading.rows:
                continue
            row = {
                name.value: cells[column].strip()
                for column, name in self.heading.fields.items()
                if column < len(cells) and cells[column].strip()
            }
            if not row:
                continue
            found += 1
            if found > MOST_ROWS:
                raise Refused("too_many_rows", most=MOST_ROWS)
            yield number, row

    def has_more_than(self, most: int) -> bool:
        """Whether there are more rows than that; reads no further."""
        return any(count > most for count, _ in enumerate(self.rows(), start=1))


def read(content: bytes, *, most_bytes: int, known: Vocabulary = PEOPLE) -> Sheet:
    """The table in a CSV or XLSX file whose headings are of that vocabulary. Raises Refused with the reason."""
    if len(content) > most_bytes:
        raise Refused("too_large", most=most_bytes // (1024 * 1024))
    if not content.strip(b"\0\t\r\n \xef\xbb\xbf\xff\xfe"):
        raise Refused("empty")
    if content.startswith(OLD_EXCEL):
        raise Refused("password" if ENCRYPTED in content else "old_excel")
    if content.startswith(b"PK"):
        return _of_workbook(content, known)
    return _of_text(content, known)


def _of_workbook(content: bytes, known: Vocabulary) -> Sheet:
    """The first visible sheet with headings we know."""
    sheets = workbook.visible_sheets(content)
    for name, lines in sheets.items():
        if heading := find_heading(_top(lines()), known):
            others = tuple(other for other in sheets if other != name)
            return Sheet(heading, lines, others)
    raise Refused("no_headings")


def _of_text(content: bytes, known: Vocabulary) -> Sheet:
    """Text with the separator that makes most of its headings."""
    encoding = _encoding(content)
    best: tuple[Heading, str] | None = None
    for delimiter in DELIMITERS:
        heading = find_heading(_top(_csv_lines(content, encoding, delimiter)), known)
        if heading and (best is None or len(heading.fields) > len(best[0].fields)):
            best = heading, delimiter
    if best is None:
        raise Refused("no_headings")
    heading, delimiter = best
    return Sheet(heading, lambda: _csv_lines(content, encoding, delimiter))


def _top(lines: Iterator[Line]) -> list[list[str]]:
    """The first rows, each at the place of its line."""
    rows: list[list[str]] = []
    for number, cells in lines:
        if number > ROWS_SEARCHED + TALLEST:
            break
        rows.extend([] for _ in range(len(rows) + 1, number))
        rows.append([cell.strip() for cell in cells])
    return rows


def _encoding(content: bytes) -> str:
    """UTF-8 or UTF-16 as the first bytes say; else UTF-8 if it can be; else Windows-1252 if it can be."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        candidates = ["utf-16"]
    elif b"\0" in content:
        raise Refused("not_a_spreadsheet")
    else:
        candidates = ["utf-8-sig", "cp1252"]
    for encoding in candidates:
        if _decodes(content, encoding):
            return encoding
    raise Refused("not_text")


def _decodes(content: bytes, encoding: str) -> bool:
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        for start in range(0, len(content), BLOCK):
            decoder.decode(content[start : start + BLOCK])
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _csv_lines(content: bytes, encoding: str, delimiter: str) -> Iterator[Line]:
    """Rows of text; the number is that of the record, which people see at the left of their spreadsheet."""
    text = io.TextIOWrapper(io.BytesIO(content), encoding=encoding, newline="")
    try:
        for number, cells in enumerate(csv.reader(text, delimiter=delimiter), start=1):
            if number > MOST_LINES:
                raise Refused("too_many_rows", most=MOST_ROWS)
            yield number, [_unwrap(cell) for cell in cells[:MOST_CELLS]]
    except csv.Error:
        # A quotation mark that is never closed swallows the rest of the file.
        raise Refused("broken_quotes") from None


def _unwrap(cell: str) -> str:
    """Excel's way to keep a leading zero in a text file: ="0101901234"."""
    if cell.startswith('="') and cell.endswith('"'):
        return cell[2:-1]
    return cell
