"""From the file to rows that people can look at, a chunk at a time. A run that is killed is taken up by the next."""

import time
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import islice

from django.conf import settings
from django.db import transaction

from accounts.day import today
from accounts.models import User
from accounts.scope import system_scope
from refugees.intake import spreadsheet
from refugees.intake.judging import judge
from refugees.intake.reading import interpret
from refugees.intake.refusals import Refused
from refugees.models.intake_list import IntakeList, ListStatus
from refugees.models.intake_row import Decision, IntakeRow

# Rows staged, or carried out, in one transaction.
CHUNK = 200
# A job that has worked so long asks to be woken again, far below the time limit of a task.
SECONDS_AT_A_TIME = 240

Lines = Iterator[tuple[int, dict[str, str]]]


def stage(list_id: int) -> bool:
    """Read the file into rows; True once nothing is left to read. Two workers at once do each chunk once."""
    started = time.monotonic()
    with system_scope("intake: read a list"):
        found = IntakeList.objects.filter(pk=list_id, status=ListStatus.READING).first()
        content = found.content() if found else None
    if content is None:
        return True
    try:
        sheet = spreadsheet.read(content, most_bytes=settings.UPLOAD_MAX_BYTES)
        _count(found, sheet)
        lines = sheet.rows()
        while _stage_chunk(list_id, lines):
            if time.monotonic() - started > SECONDS_AT_A_TIME:
                return False
    except Refused as refused:
        with system_scope("intake: refuse a list"):
            found.refuse(refused)
    return True


def _count(found: IntakeList, sheet: spreadsheet.Sheet) -> None:
    """Count the rows before any is staged, so that progress has a measure and too many are refused at once."""
    if found.total is not None:
        return
    total = sum(1 for _ in sheet.rows())
    if not total:
        raise Refused("no_rows")
    with system_scope("intake: read a list"):
        found.move(
            total=total,
            unknown_headings=list(sheet.heading.unknown),
            sheets_not_read=list(sheet.not_read),
        )


def _stage_chunk(list_id: int, lines: Lines) -> bool:
    """Stage the next rows and note how far it came, in one transaction. False when there are none, or no turn."""
    with transaction.atomic(), system_scope("intake: read a list"):
        found = my_turn(list_id, ListStatus.READING)
        if not found:
            return False
        ahead = ((number, cells) for number, cells in lines if number > found.read_to)
        chunk = list(islice(ahead, CHUNK))
        if not chunk:
            found.finish_reading()
            return False
        rows = [_row(found, number, cells, today()) for number, cells in chunk]
        judge(found, rows)
        IntakeRow.objects.bulk_create(rows)
        found.move(read_to=chunk[-1][0], read=found.read + len(rows))
    return True


def my_turn(list_id: int, status: str) -> IntakeList | None:
    """The list under its lock, unless another worker is at it or nothing of that kind is left to do."""
    lists = IntakeList.objects.filter(pk=list_id, status=status)
    return lists.select_for_update(skip_locked=True, no_key=True).first()


def _row(found: IntakeList, number: int, cells: Mapping[str, str], day: date) -> IntakeRow:
    row = IntakeRow(intake_list=found, unit_id=found.unit_id, number=number)
    _read(row, cells, day)
    return row


def _read(row: IntakeRow, cells: Mapping[str, str], day: date) -> None:
    facts, problems = interpret(cells, today=day)
    row.keep(cells, facts)
    row.problems = [[str(problem.field), problem.code] for problem in problems]
    row.household_key = row.household_name


@transaction.atomic
def correct(
    row: IntakeRow, cells: Mapping[str, str], *, by: User, today: date, version: str | None = None
) -> None:
    """Other words in a row's cells. The row is judged anew, and so are those that speak of the same people.

    StaleEdit if the row's words are not what the form, by its `version`, was made from.
    """
    with system_scope("intake: correct a row", by=by):
        row.hold(version=version)
        before = _kin(row)
        _read(row, cells, today)
        judge(row.intake_list, [row])
        _save(row)
        others = {other.pk: other for other in [*before, *_kin(row)] if other.pk != row.pk}
        if others:
            judge(row.intake_list, list(others.values()))
            for other in others.values():
                _save(other)


def _kin(row: IntakeRow) -> list[IntakeRow]:
    """The later rows that may be about the same person."""
    later = IntakeRow.objects.filter(intake_list=row.intake_list_id, number__gt=row.number, done_at=None)
    hashes = ("number_hash", "immigration_hash", "name_hash")
    kin = [later.filter(**{name: getattr(row, name)}) for name in hashes if getattr(row, name)]
    return [other for rows in kin for other in rows.select_related("intake_list")]


def _save(row: IntakeRow) -> None:
    """A decision stands only while what it was about stands."""
    was = IntakeRow.objects.values("outcome", "match", "twin", "elsewhere").get(pk=row.pk)
    now = {"outcome": row.outcome, "match": row.match_id, "twin": row.twin, "elsewhere": row.elsewhere_id}
    if was != now and row.decision != Decision.LEAVE_OUT:
        row.decision, row.decided_by = Decision.NONE, None
    row.full_clean(exclude=["cipher", "intake_list", "unit"])
    row.save()
