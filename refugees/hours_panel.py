"""The box "22 of 37 hours this week" on the page of a case."""

from datetime import date

from accounts.models import User
from accounts.permissions import Permission
from refugees.models import Case, FunctionalConclusion
from refugees.panels import Panel
from refugees.week_hours import Asks
from refugees.weeks import shown, weeks_of


def hours_panel(case: Case, user: User, today: date) -> Panel | None:
    """The hours of this week against what the rules ask; nothing before the takeover without hours. Nine queries."""
    week = weeks_of([case], today)[case.pk]
    if week.asks == Asks.NOT_YET and not week.lines:
        return None
    holds = {
        "shown": shown(week),
        "conclusion": conclusion_of(case, today),
        "may_write": user.can(Permission.WRITE_CASE),
    }
    return Panel("hours/_panel.html", holds)


def conclusion_of(case: Case, today: date) -> FunctionalConclusion | None:
    """The conclusion about work that names a number of hours, for whoever decides on a cut. It cuts nothing itself."""
    said = FunctionalConclusion.objects.standing().filter(case=case, during__contains=today)
    return said.filter(week_hours__isnull=False).first()
