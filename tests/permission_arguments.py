"""What stands in the addresses of the permission matrix, whatever the pillar: the case of tests/scene.py, its unit."""

from typing import Any

from accounts.models import Absence, CalendarAddress, User
from accounts.permissions import Role
from refugees.models import Case


def the_case(case: Case) -> dict[str, Any]:
    """The case in the address."""
    return {"public_id": case.public_id}


def with_absence(case: Case) -> dict[str, Any]:
    """Days on which a colleague of the case's unit is away."""
    return {"absence_id": Absence.objects.get(user__unit=case.unit).public_id}


def with_colleague(case: Case) -> dict[str, Any]:
    """A caseworker of the case's unit."""
    colleague = User.objects.filter(role=Role.CASEWORKER, unit=case.unit).earliest("pk")
    return {"colleague_id": colleague.public_id}


def with_calendar(case: Case) -> dict[str, Any]:
    """A secret that leads to the calendar of a caseworker of the unit."""
    owner = User.objects.filter(unit=case.unit, role=Role.CASEWORKER).earliest("pk")
    return {"secret": CalendarAddress.objects.make(by=owner)}
