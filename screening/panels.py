"""What this pillar shows on the overview of a case."""

from datetime import date

from accounts.models import User
from accounts.permissions import Permission
from refugees.models import Case
from refugees.panels import Panel
from screening.models import DanishReferral


def danish_panel(case: Case, user: User, today: date) -> Panel | None:
    """Danish education: to whom the person was referred and what the provider decided. One query."""
    referrals = list(DanishReferral.objects.standing().filter(case=case).latest_first())
    if not referrals:
        return None
    holds = {"rows": referrals, "may_write": user.can(Permission.WRITE_CASE)}
    return Panel("screening/_danish.html", holds, is_aside=True)


def contract_panel(case: Case, user: User, today: date) -> Panel | None:
    """The latest version of the contract: the draft, else what is in force. One query."""
    version = case.contracts.standing().order_by("-number").first()
    if version is None:
        return None
    return Panel("screening/_contract.html", {"version": version}, is_aside=True)


def expectations_panel(case: Case, user: User, today: date) -> Panel | None:
    """The latest talk about expectations. One query."""
    row = case.expectations.standing().latest_first().first()
    if row is None:
        return None
    return Panel("screening/_expectations.html", {"row": row}, is_aside=True)
