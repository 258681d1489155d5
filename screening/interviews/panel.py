"""What stands on the page of a case about the interviews: planned, held, not held and why."""

from datetime import date

from accounts.models import User
from accounts.permissions import Permission
from refugees.models import Case
from refugees.panels import Panel
from screening.models import InterviewKind, Outcome


def interviews_panel(case: Case, user: User, today: date, *, whole: bool = False) -> Panel:
    """The interviews, the latest first; those that were moved to another time only on their own page. One query."""
    rows = case.interviews.select_related("interviewer", "appointment").order_by("-planned_on", "-pk")
    shown = [row for row in rows if whole or row.outcome != Outcome.MOVED]
    planned = {row.kind for row in shown if row.is_open}
    may_write = user.can(Permission.WRITE_CASE)
    holds = {
        "case": case,
        "today": today,
        "rows": shown,
        "may_write": may_write,
        "may_plan": may_write and not case.closed_on and len(planned) < len(InterviewKind),
    }
    return Panel("interviews/_interviews.html", holds, is_aside=not whole)
