"""What the overview of a case says of somebody's health: what work must take into account, and nothing else."""

from datetime import date

from accounts.models import User
from refugees.models import Case, FunctionalConclusion
from refugees.panels import Panel


def conclusion_panel(case: Case, user: User, today: date) -> Panel | None:
    """What holds today and what is to come; nothing before the first. One query."""
    said = FunctionalConclusion.objects.visible_to(user).standing().filter(case=case)
    rows = [row for row in said.select_related("recorded_by").order_by("during") if _holds(row, today)]
    return Panel("work/_conclusion.html", {"rows": rows, "today": today}) if rows else None


def _holds(row: FunctionalConclusion, today: date) -> bool:
    """Whether it holds, or will."""
    return row.during.upper is None or row.during.upper > today
