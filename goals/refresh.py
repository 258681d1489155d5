"""After a change: derive the clocks of the changed cases again, write what differs, end breaches that are over.

Called by `Case.changing` inside the fact's transaction, in system scope, under the lock of the cases.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

from accounts.day import now
from goals.derivation import DERIVED, Key, derive, differs, fallen
from goals.models import Breach, Clock, Conversation, EndReason
from goals.verbs import Verb
from refugees.models import CaseLine

WRITE_CHUNK = 1000


def refresh(case_ids: Sequence[int], today: date) -> int:
    """Bring the stored clocks of these cases to what follows from the facts; return how many changed."""
    derived = derive(case_ids)
    stored = {
        (clock.case_id, clock.goal, clock.standard, clock.occurrence): clock
        # Under their lock: a sweep that is flagging one of them finishes first, and its flag is seen here.
        for clock in Clock.objects.filter(case_id__in=case_ids).order_by("pk").select_for_update(no_key=True)
    }
    new = [_new(key, row) for key, row in derived.items() if key not in stored]
    changed = []
    for key, clock in stored.items():
        row = derived.get(key) or fallen(clock)
        if differs(clock, row):
            was = clock.starts_on
            for name in DERIVED:
                setattr(clock, name, row[name])
            changed.append((clock, was))
    Clock.objects.bulk_create(new, batch_size=WRITE_CHUNK)
    _settle(changed, today)
    Clock.objects.bulk_update(
        [clock for clock, _ in changed], [*_fields(), "flagged_on"], batch_size=WRITE_CHUNK
    )
    return len(new) + len(changed)


def _new(key: Key, row: dict[str, Any]) -> Clock:
    case_id, goal, standard, occurrence = key
    return Clock(case_id=case_id, goal=goal, standard=standard, occurrence=occurrence, **row)


def _fields() -> list[str]:
    return [name.removesuffix("_id") for name in DERIVED]


def _settle(changed: list[tuple[Clock, date]], today: date) -> None:
    """End or move the open breaches of clocks that changed. Nothing is deleted; a moved breach keeps its past."""
    flagged = {clock.pk: (clock, was) for clock, was in changed if clock.flagged_on}
    if not flagged:
        return
    at = now()
    for breach in Breach.objects.open().filter(clock_id__in=flagged).select_related("conversation"):
        clock, was = flagged[breach.clock_id]
        if reason := _end_reason(clock, was, today):
            clock.flagged_on = None
            breach.ended_at, breach.end_reason = at, reason
            breach.save(update_fields=["ended_at", "end_reason"])
            CaseLine.objects.create(
                case_id=clock.case_id,
                verb=Verb.BREACH_ENDED,
                happened_on=today,
                details={"goal": clock.goal, "standard": clock.standard, "ended": reason},
            )
        elif (clock.due_on - breach.over_since).days != -1:
            breach.over_since = _day_after(clock.due_on)
            breach.save(update_fields=["over_since"])
            # It was flagged on a day that is in time now: as over it counts from its new first day.
            clock.flagged_on = max(clock.flagged_on, breach.over_since)
    Conversation.objects.open().filter(breaches__clock_id__in=flagged).exclude(
        pk__in=Breach.objects.open().filter(conversation__isnull=False).values("conversation")
    ).update(closed_at=at)


def _end_reason(clock: Clock, was: date, today: date) -> EndReason | None:
    """Why the breach of this clock is over; None while it is not."""
    if clock.met_on and clock.met_on <= today:
        in_time = clock.due_on is None or clock.met_on <= clock.due_on
        return EndReason.REGISTERED_LATE if in_time else EndReason.MET_LATE
    if clock.void_on and clock.void_on <= today:
        return EndReason.WITHDRAWN if clock.void_reason == "withdrawn" else EndReason.VOID
    if clock.due_on is None or clock.due_on >= today:
        return EndReason.WITHDRAWN if clock.starts_on != was else EndReason.DEADLINE_MOVED
    return None


def _day_after(day: date) -> date:
    return date.fromordinal(day.toordinal() + 1)
