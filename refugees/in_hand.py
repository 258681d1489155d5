"""What whoever works on a case has in hand there: tasks, messages nobody has read, meetings, days on hold."""

from collections.abc import Sequence
from datetime import date

from django.db.models import Count, QuerySet
from django.utils.translation import ngettext

from accounts.models import User
from refugees.handing_over import InHand
from refugees.models import Appointment, Case, Message, Task, Waiting
from refugees.parts import Part

CASEWORK = frozenset({Part.CASEWORKER})
EVERYBODY = frozenset(Part)


def by_case(rows: QuerySet, case_ids: Sequence[int]) -> dict[int, int]:
    """How many of these rows there are on each of the cases."""
    counted = (
        rows.filter(case__in=case_ids).order_by().values_list("case").annotate(Count("pk", distinct=True))
    )
    return dict(counted)


def _tasks(case_ids: Sequence[int], user: User, today: date) -> dict[int, int]:
    return by_case(Task.objects.open().of(user), case_ids)


def _pass_tasks(*, case: Case, former: User, to: User, by: User | None, on: date) -> int:
    return Task.objects.pass_on(case=case, former=former, to=to)


def _unseen(case_ids: Sequence[int], user: User, today: date) -> dict[int, int]:
    return by_case(Message.objects.unseen().filter(to_user=user), case_ids)


def _pass_unseen(*, case: Case, former: User, to: User, by: User | None, on: date) -> int:
    return Message.objects.pass_on(case=case, former=former, to=to, by=by)


def _meetings(case_ids: Sequence[int], user: User, today: date) -> dict[int, int]:
    return by_case(Appointment.objects.standing().from_day(today).of(user), case_ids)


def _pass_meetings(*, case: Case, former: User, to: User, by: User | None, on: date) -> int:
    return Appointment.objects.pass_on(case=case, former=former, to=to, by=by, on=on)


def _on_hold(case_ids: Sequence[int], user: User, today: date) -> dict[int, int]:
    # What is waited for stands on the case: whoever works on it chases it.
    return by_case(Waiting.objects.open(), case_ids)


def _stays_on_the_case(*, case: Case, former: User, to: User, by: User | None, on: date) -> int:
    return case.waitings.open().count()


KINDS = [
    InHand(
        "open_tasks",
        lambda count: ngettext("%(count)d open task", "%(count)d open tasks", count) % {"count": count},
        _tasks,
        _pass_tasks,
        CASEWORK,
    ),
    InHand(
        "unseen",
        lambda count: (
            ngettext("%(count)d unseen message", "%(count)d unseen messages", count) % {"count": count}
        ),
        _unseen,
        _pass_unseen,
        CASEWORK,
    ),
    InHand(
        "meetings",
        lambda count: (
            ngettext("%(count)d meeting to come", "%(count)d meetings to come", count) % {"count": count}
        ),
        _meetings,
        _pass_meetings,
        EVERYBODY,
    ),
    InHand(
        "on_hold",
        lambda count: ngettext("%(count)d date on hold", "%(count)d dates on hold", count) % {"count": count},
        _on_hold,
        _stays_on_the_case,
        CASEWORK,
    ),
]
