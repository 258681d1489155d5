"""Somebody who was busy, then was not, and is twice over: for what tells of weekdays."""

from datetime import date, timedelta

from internships.models import Offer
from refugees.models import Case, Occupation
from tests.factories import TODAY, CaseFactory, CompanyFactory
from tests.people import arranging

TAKEOVER = date(2026, 6, 1)  # a Monday


def day(number: int) -> date:
    """So many days after the takeover."""
    return TAKEOVER + timedelta(days=number)


def busy_case(unit, caseworker) -> Case:
    """An internship, a gap longer than the law allows, a course beside community work, and a planned start."""
    with arranging():
        case = CaseFactory(
            unit=unit,
            taken_over_on=TAKEOVER,
            permit_ground="ukraine",
            on_benefit=True,
            caseworker=caseworker,
        )
        facts = {"case": case, "today": TODAY, "by": None, "late_reason": "Told late"}
        first = Occupation.objects.start(kind="internship", place="Invented Bakery", on=day(14), **facts)
        first.end(on=day(41), ending="completed", today=TODAY, by=None)
        Occupation.objects.start(
            kind="community-work",
            place="Invented Park",
            on=day(105),
            planned_last_on=date(2026, 12, 18),
            **facts,
        )
        Occupation.objects.start(
            kind="education", place="Invented School", on=day(120), minutes_a_week=900, **facts
        )
        Offer.objects.make(
            case=case,
            company=CompanyFactory(name="Invented Garage"),
            kind="wage-subsidy",
            offered_on=TODAY,
            planned_start_on=date(2027, 1, 4),
            today=TODAY,
            by=None,
        )
    return case
