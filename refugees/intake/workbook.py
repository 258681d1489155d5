"""Workbooks (XLSX): what openpyxl reads, behind our own limits. Any surprise in the file is a refusal."""

import io
import re
import warnings
import zipfile
from collections.abc import Callable, Iterator
from datetime import date, datetime, time
from typing import Any

from openpyxl import load_workbook

from refugees.intake.refusals import MOST_CELLS, MOST_LINES, MOST_PARTS, MOST_ROWS, MOST_UNPACKED, Refused

# What stands for a formula that nobody has ever calculated; the reader of values refuses it in words.
NO_RESULT = "=?"
# openpyxl warns of what it leaves out, and quotes the cells: that belongs in no log.
warnings.filterwarnings("ignore", module=r"openpyxl\.")

BLOCK = 256 * 1024
FORMULA = re.compile(rb"<(?:\w+:)?f[\s>/]")

Lines = Callable[[], Iterator[tuple[int, list[str]]]]


def visible_sheets(content: bytes) -> dict[str, Lines]:
    """The sheets that are not hidden, in their order, each with a function that reads its rows."""
    _check_parts(content)
    try:
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
        names = [sheet.title for sheet in book.worksheets if sheet.sheet_state == "visible"]
        has_formulas = _has_formulas(content)
    except Refused:
        raise
    except Exception as error:  # the file is anybody's: whatever openpyxl trips over, it is the file
        raise Refused("not_readable") from error
    if not names:
        raise Refused("no_visible_sheet")
    return {name: _reader(content, name, has_formulas=has_formulas) for name in names}


def _check_parts(content: bytes) -> None:
    """Look at the table of contents before anything is unpacked. zipfile reads no part beyond its stated size."""
    try:
        parts = zipfile.ZipFile(io.BytesIO(content)).infolist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError):
        raise Refused("not_a_spreadsheet") from None
    names = {part.filename for part in parts}
    if "xl/workbook.xml" not in names or "[Content_Types].xml" not in names:
        raise Refused("not_a_spreadsheet")
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise Refused("unpacks_too_large", most=MOST_UNPACKED // (1024 * 1024))
    if any(part.flag_bits & 0x1 for part in parts):
        raise Refused("password")


def _has_formulas(content: bytes) -> bool:
    """Whether any sheet calculates anything; only then is a second reading needed."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in archive.namelist():
            if not name.startswith("xl/worksheets/"):
                continue
            with archive.open(name) as part:
                end = b""
                while block := part.read(BLOCK):
                    if FORMULA.search(end + block):
                        return True
                    end = block[-16:]
    return False


def _reader(content: bytes, name: str, *, has_formulas: bool) -> Lines:
    def lines() -> Iterator[tuple[int, list[str]]]:
        try:
            values = _rows(content, name, data_only=True)
            formulas = _rows(content, name, data_only=False) if has_formulas else None
            before: tuple[Any, Any] = None, None
            texts: list[str] = []
            for number, cells in enumerate(values, start=1):
                if number > MOST_LINES:
                    raise Refused("too_many_rows", most=MOST_ROWS)
                row = cells, next(formulas) if formulas else None
                # Every gap between rows is filled with one and the same row of nothing, and may be a million long.
                if row[0] is not before[0] or row[1] is not before[1]:
                    before, texts = row, _texts(*row)
                yield number, texts
        except Refused:
            raise
        except Exception as error:  # as above
            raise Refused("not_readable") from error

    return lines


def _rows(content: bytes, name: str, *, data_only: bool) -> Iterator[tuple[Any, ...]]:
    book = load_workbook(io.BytesIO(content), read_only=True, data_only=data_only, keep_links=False)
    sheet = book[name]
    sheet.reset_dimensions()  # what a file says of its own size is not believed
    yield from sheet.iter_rows(max_col=MOST_CELLS)


def _texts(cells: tuple[Any, ...], asked: tuple[Any, ...] | None) -> list[str]:
    """What the cells of a row say; `asked` are the same cells with their formulas, where the sheet has any."""
    texts = [_text(cell.value) for cell in cells]
    if asked is None:
        return texts
    return [_uncalculated(*trio) for trio in zip(texts, cells, asked, strict=True)]


def _uncalculated(text: str, cell: Any, asked: Any) -> str:
    """A formula whose result was never kept. (An empty text is a result: its cell says that it is a text.)"""
    missing = asked.data_type == "f" and cell.value is None and cell.data_type != "str"
    return NO_RESULT if missing else text


def _text(value: object) -> str:
    """What a cell says, as one would type it."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(sep=" ")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bool):
        return "ja" if value else "nej"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return str(value)
