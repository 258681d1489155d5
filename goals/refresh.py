"""After a change: derive the clocks of the changed cases again, write what differs, end breaches that are over.

Called by `Case.changing` inside the fact's transaction, in system scope, under the lock of the cases.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef

from accounts.day import now
from goals.cases import Cases
from goals.derivation import HELD, STORED, Key, Row, Stored, derive, questions, stored
from goals.models import Breach, Clock, Conversation, EndReason
from goals.models.recalculation import hold_rules
from goals.verbs import Verb
from goals.writing import WRITE_CHUNK, write
from refugees.models import Case, CaseLine


@dataclass(slots=True)
class Change:
    """A clock that is to be written: what is stored of it, if anything, and what it becomes."""

    key: Key
    old: Stored | None
    row: Row
    flagged_on: date | None = None

    @property
    def was_due_on(self) -> date | None:
        """The deadline of before."""
        return self.old.row.due_on if self.old else None

    @property
    def stands_otherwise(self) -> bool:
        """Whether the promise is a new one, or is kept or falls away, or does so no more or on another day."""
        if self.old is None:
            return True
        was, row = self.old.row, self.row
        return (was.met_on, was.void_on) != (row.met_on, row.void_on)

    def values(self) -> tuple:
        """As a row to write."""
        return (*self.key, *self.row, self.flagged_on)


def refresh(case_ids: Sequence[int], today: date) -> int:
    """Bring the stored clocks of these cases to what follows from the facts; return how many changed."""
    return len(bring_up_to_date(case_ids, today))


def bring_up_to_date(case_ids: Sequence[int], today: date) -> list[Change]:
    """The same, telling what changed. Facts and clocks are read once, and what differs is written together."""
    hold_rules(shared=True)
    changes = differences(case_ids, lock=True)
    if changes:
        _settle([change for change in changes if change.flagged_on], today)
        write([change.values() for change in changes])
    return changes


def differences(case_ids: Sequence[int], *, lock: bool = False) -> list[Change]:
    """Where what is stored of these cases is not what follows from their facts."""
    cases = Cases.of(case_ids)
    # What is stored is read after the facts, in the same round trip.
    cases.ask([*questions(), HELD if lock else STORED])
    derived = derive(cases)
    found, known = [], set()
    for values in cases.answer(HELD if lock else STORED):
        key = values[:4]
        known.add(key)
        # Nearly all that is stored is what it must be: nothing more is made of it.
        if derived.rows.get(key) == values[6:]:
            continue
        old = Stored.of(values)
        row = derived.row_for(key, old.row)
        if row != old.row:
            found.append(Change(key, old, row, old.flagged_on))
    return found + [Change(key, None, row) for key, row in derived.rows.items() if key not in known]


def end_fallen(today: date, *, chunk: int) -> int:
    """End breaches whose promise falls away on a day that was told ahead and has come; return of how many cases.

    No fact changes on that day, so no refresh would look at them: the sweep does.
    """
    fallen = Clock.objects.filter(flagged_on__isnull=False, void_on__lte=today)
    case_ids = sorted(set(fallen.order_by("void_on", "pk").values_list("case_id", flat=True)[:chunk]))
    if not case_ids:
        return 0
    # In the order of every change: the cases first, then their clocks.
    list(Case.objects.filter(pk__in=case_ids).order_by("pk").select_for_update(of=("self",), no_key=True))
    changes = [
        Change(key, old, old.row, old.flagged_on)
        for key, old in stored(case_ids, lock=True).items()
        if old.flagged_on and old.row.void_on and old.row.void_on <= today
    ]
    _settle(changes, today)
    Clock.objects.filter(pk__in=[change.old.pk for change in changes]).update(flagged_on=None)
    return len(case_ids)


def _settle(changes: Iterable[Change], today: date) -> None:
    """End or move the open breaches of clocks that changed. Nothing is deleted; a moved breach keeps its past."""
    flagged = {change.old.pk: change for change in changes}
    if not flagged:
        return
    at = now()
    ended, moved, lines = [], [], []
    for breach in Breach.objects.open().filter(clock_id__any_of=list(flagged)):
        change = flagged[breach.clock_id]
        if reason := _end_reason(change.row, change.old.row.starts_on, today):
            change.flagged_on = None
            breach.ended_at, breach.end_reason = at, reason
            ended.append(breach)
            lines.append(_line_of_end(change, reason, today))
        elif (change.row.due_on - breach.over_since).days != -1:
            breach.over_since = _day_after(change.row.due_on)
            moved.append(breach)
            # It was flagged on a day that is in time now: as over it counts from its new first day.
            change.flagged_on = max(change.flagged_on, breach.over_since)
    Breach.objects.bulk_update(ended, ["ended_at", "end_reason"], batch_size=WRITE_CHUNK)
    Breach.objects.bulk_update(moved, ["over_since"], batch_size=WRITE_CHUNK)
    CaseLine.objects.bulk_create(lines, batch_size=WRITE_CHUNK)
    if ended:
        still = Breach.objects.open().filter(conversation=OuterRef("pk"))
        talks = {breach.conversation_id for breach in ended if breach.conversation_id}
        Conversation.objects.open().filter(~Exists(still), pk__any_of=sorted(talks)).update(closed_at=at)


def _line_of_end(change: Change, reason: EndReason, today: date) -> CaseLine:
    case_id, goal, standard, _occurrence = change.key
    details = {"goal": goal, "standard": standard, "ended": reason}
    return CaseLine(case_id=case_id, verb=Verb.BREACH_ENDED, happened_on=today, details=details)


def _end_reason(row: Row, was: date, today: date) -> EndReason | None:
    """Why the breach of this clock is over; None while it is not."""
    if row.met_on and row.met_on <= today:
        in_time = row.due_on is None or row.met_on <= row.due_on
        return EndReason.REGISTERED_LATE if in_time else EndReason.MET_LATE
    if row.void_on and row.void_on <= today:
        return EndReason.WITHDRAWN if row.void_reason == "withdrawn" else EndReason.VOID
    if row.due_on is None or row.due_on >= today:
        return EndReason.WITHDRAWN if row.starts_on != was else EndReason.DEADLINE_MOVED
    return None


def _day_after(day: date) -> date:
    return date.fromordinal(day.toordinal() + 1)
