"""From confirmed rows to cases, a chunk at a time, in the name of whoever confirmed. Every row at most once."""

import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.day import today
from accounts.models import User
from accounts.permissions import Permission
from accounts.scope import system_scope, user_scope
from refugees.intake.judging import judge
from refugees.intake.matching import NOBODY, Match
from refugees.intake.staging import CHUNK, SECONDS_AT_A_TIME, my_turn
from refugees.models import Case, Household
from refugees.models.arrival import Arrival, hold_identities
from refugees.models.intake_list import IntakeList, ListStatus
from refugees.models.intake_row import Decision, IntakeRow, Outcome, Result
from refugees.models.reception import Reception, receive
from refugees.models.stale import StaleEdit
from refugees.takeover import first_of_month_choices


@dataclass(frozen=True, slots=True)
class Seen:
    """What a row was to become when somebody confirmed it."""

    outcome: str
    match_id: int | None
    match_version: int | None


def carry_out(list_id: int) -> bool:
    """Carry out what was confirmed; True once nothing is left. Two workers at once do each chunk once."""
    started = time.monotonic()
    while _carry_out_chunk(list_id):
        if time.monotonic() - started > SECONDS_AT_A_TIME:
            return False
    return True


def _carry_out_chunk(list_id: int) -> bool:
    """The next rows and how far it came, in one transaction. False when there are none, or no turn."""
    with transaction.atomic(), system_scope("intake: carry out a list"):
        found = my_turn(list_id, ListStatus.CARRYING_OUT)
        if not found:
            return False
        if not _may(found):
            found.finish_carrying_out()
            return False
        # As the person who confirmed: the database lets through what that person may do, and no more.
        with user_scope(found.confirmed_by, reason=f"intake list {found.pk}"):
            ready = found.rows.ready().filter(number__gt=found.done_to)
            rows = list(ready.order_by("number").select_for_update()[:CHUNK])
            if not rows:
                found.finish_carrying_out()
                return False
            Chunk(found, rows, today()).carry_out()
            found.move(done_to=rows[-1].number, done=found.done + len(rows))
    return True


def _may(found: IntakeList) -> bool:
    """Whoever confirmed still takes in lists of this unit; otherwise the list waits for somebody who does."""
    by = found.confirmed_by
    return by.can(Permission.IMPORT_LIST) and found.unit_id in by.case_unit_ids()


class Chunk:
    """Some confirmed rows of a list, and what is known of their people at this moment."""

    def __init__(self, found: IntakeList, rows: list[IntakeRow], day: date) -> None:
        self.intake_list, self.rows, self.today = found, rows, day
        self.by: User = found.confirmed_by
        self.seen = {row.pk: Seen(row.outcome, row.match_id, row.match_version) for row in rows}
        self.matches: Mapping[int, Match] = {}
        self.homes: dict[str, Household | None] = {}

    def carry_out(self) -> None:
        """Look again under the lock, then do what still holds; the rest goes back to be checked."""
        hold_identities(row.facts for row in self.rows)
        with system_scope("intake: look again", by=self.by):
            self.matches = judge(self.intake_list, self.rows)
        self.homes = self._homes()
        with Case.changing([match.case for match in self.matches.values() if match.case], by=self.by):
            self._receive([row for row in self.rows if self._sort(row)])

    def _sort(self, row: IntakeRow) -> bool:
        """True for a row that opens a case; all the others are dealt with here."""
        match = self._match(row)
        if row.decision == Decision.LEAVE_OUT:
            row.settle(Result.LEFT_OUT)
        elif not self._still_holds(row):
            row.problems = [*row.problems, ["", "meanwhile"]]
            row.decision, row.decided_by = Decision.NONE, None
            row.save()
        elif match.case and row.decision != Decision.NEW:
            self._update(row, match.case)
        else:
            return True
        return False

    def _match(self, row: IntakeRow) -> Match:
        return self.matches.get(row.number, NOBODY)

    def _still_holds(self, row: IntakeRow) -> bool:
        """Whether the row still is what was confirmed."""
        seen, match = self.seen[row.pk], self._match(row)
        if row.decision == Decision.NEW:
            return not match.is_certain and row.outcome in {Outcome.DECIDE, Outcome.CREATE}
        same_person = (row.match_id, row.match_version) == (seen.match_id, seen.match_version)
        return same_person and row.outcome == seen.outcome

    def _update(self, row: IntakeRow, case: Case) -> None:
        home = self._home(row)
        try:
            with transaction.atomic():
                changed = self._bring_up_to_date(row, home, case)
                row.settle(Result.UPDATED if changed else Result.UNCHANGED, case=case, changed=changed)
        except (ValidationError, StaleEdit) as error:
            self._refuse(row, error)

    def _receive(self, rows: list[IntakeRow]) -> None:
        """Open the cases of these rows all at once; should one of them be refused, one by one."""
        receptions = [self._reception(row) for row in rows]
        try:
            with transaction.atomic():
                self._open(rows, receptions)
        except (ValidationError, StaleEdit, IntegrityError) as error:
            if len(rows) == 1:
                self._refuse(rows[0], error)
                return
            for row in rows:
                self._receive([row])

    def _open(self, rows: list[IntakeRow], receptions: list[Reception]) -> None:
        if not rows:
            return
        cases = receive(receptions, unit=self.intake_list.unit, by=self.by, today=self.today)
        for row, one, case in zip(rows, receptions, cases, strict=True):
            known = one.person is not None
            changed = self._bring_up_to_date(row, one.household, case) if known else []
            row.note(Result.CREATED, case=case, changed=changed)
        IntakeRow.objects.bulk_update(rows, ["result", "case", "changed", "done_at"])

    def _reception(self, row: IntakeRow) -> Reception:
        """Somebody new; or a new period for somebody whose case was closed."""
        known = self._match(row).person if row.decision == Decision.SAME else None
        return Reception(
            Arrival(row.facts),
            person=known,
            household=self._home(row),
            takeover_on=self._chosen_takeover(row),
        )

    def _bring_up_to_date(self, row: IntakeRow, home: Household | None, case: Case) -> list[str]:
        return Arrival(row.facts).bring_up_to_date(
            case,
            by=self.by,
            today=self.today,
            reason=f"{self.intake_list.file_name}, {timezone.localtime(self.intake_list.uploaded_at):%d-%m-%Y}",
            version=case.person.version,
            household=home,
        )

    def _refuse(self, row: IntakeRow, error: Exception) -> None:
        """Keep why, beside the row's own words. What a database says may quote a person, so it is not repeated."""
        why = (
            " ".join(error.messages)
            if isinstance(error, ValidationError)
            else _("It contradicts what is recorded.")
        )
        row.keep(row.cells, row.facts, refusal=why)
        row.settle(Result.REFUSED)

    def _chosen_takeover(self, row: IntakeRow) -> date | None:
        if not row.is_on_first or not self.intake_list.first_of_month:
            return None
        return self.intake_list.takeover_for(first_of_month_choices(row.facts.allocated_on))

    def _home(self, row: IntakeRow) -> Household | None:
        """The household of the row's group; made when the first of them needs it. One alone needs none."""
        key = row.household_key
        if key not in self.homes:
            return None
        if self.homes[key] is None:
            self.homes[key] = Household.objects.form(unit=self.intake_list.unit)
        return self.homes[key]

    def _homes(self) -> dict[str, Household | None]:
        """The household that each group has already; None where several rows are to form one."""
        keys = {row.household_key for row in self.rows} - {""}
        group = self.intake_list.rows.filter(household_key__in=keys).exclude(decision=Decision.LEAVE_OUT)
        homes: dict[str, Household | None] = {}
        members = list(group.values_list("household_key", "match_id", "case_id", "decision"))
        sizes = {key: sum(member[0] == key for member in members) for key in keys}
        people = {person for _, person, _, decision in members if person and decision != Decision.NEW}
        cases = Case.objects.open().filter(household__isnull=False).select_related("household")
        by_person = {case.person_id: case.household for case in cases.filter(person__in=people)}
        made = {case for _, _, case, _ in members if case}
        by_case = {case.pk: case.household for case in cases.filter(pk__in=made)}
        for key, person, case, decision in members:
            known = by_case.get(case) or (by_person.get(person) if decision != Decision.NEW else None)
            if known or sizes[key] > 1:
                homes[key] = homes.get(key) or known
        return homes
