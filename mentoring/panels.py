"""What this pillar shows on the overview of a case."""

from datetime import date

from accounts.models import User
from accounts.permissions import Permission
from mentoring.models import Visit
from refugees.models import Case
from refugees.panels import Panel

SHOWN = 3


def counselling_panel(case: Case, user: User, today: date) -> Panel | None:
    """The latest visits to open counselling; nothing before the first. One query."""
    visits = Visit.objects.standing().filter(case=case).for_a_list().order_by("-arrived_at", "-pk")
    rows = list(visits[: SHOWN + 1])
    if not rows:
        return None
    may_write = user.can(Permission.WRITE_CASE) and not case.closed_on
    holds = {"rows": rows[:SHOWN], "has_more": len(rows) > SHOWN, "may_write": may_write}
    return Panel("counselling/_panel.html", holds, is_aside=True)
