"""The things that two people change, as the tests of stale edits set them up and look at them."""

from datetime import date, timedelta

from django.urls import reverse

from accounts.permissions import Role
from goals.models import LeadTime
from internships.models import Offer, Placement
from mentoring.models import Visit
from refugees.events import Source
from refugees.models import Case, JobReadiness, KeyDate, Talk
from tests.factories import TODAY, CaseFactory, CompanyFactory, UserFactory
from tests.permission_matrix import MATRIX
from tests.refugees.busy import write_little
from tests.screening.interviewing import plan
from tests.stale_edits.scene import SECOND


def arranged(scene, case, caseworker):
    """The case, with the thing that two people are about to change."""
    if scene.on_a == "proposal":
        case = CaseFactory(unit=case.unit, caseworker=caseworker)
        KeyDate.objects.record(case=case, event="E1", on=date(2026, 10, 9), source=Source.CITY, by=None)
        return case
    offer = Offer.objects.make(
        case=case, company=CompanyFactory(), kind="internship", offered_on=SECOND, today=TODAY, by=caseworker
    )
    if scene.on_a in {"placement", "decided"}:
        placement = Placement.objects.start(
            case=case,
            company=offer.company,
            kind="internship",
            on=SECOND,
            today=TODAY,
            by=caseworker,
            offer=offer,
        )
    if scene.on_a == "decided":
        placement.decide_next(text="Nothing yet.", on=SECOND, today=TODAY, by=caseworker)
    if scene.on_a == "step":
        LeadTime.objects.create(unit=case.unit, goal="internship-started", step="company", position=1)
    if scene.on_a == "talk":
        facts = {"kind": "follow-up", "form": "in-person", "today": TODAY, "by": caseworker}
        Talk.objects.record(case=case, on=SECOND, **facts)
    if scene.on_a == "written":
        write_little(case, caseworker, TODAY)
    if scene.on_a == "visit":
        Visit.objects.arrive(case=case, about="job", by=caseworker)
    if scene.on_a == "interview":
        plan(case, caseworker)
    if scene.on_a == "neighbour":
        CaseFactory(unit=case.unit)
    if scene.on_a == "ready":
        JobReadiness.objects.decide(
            case=case, is_ready=True, on=SECOND - timedelta(days=9), reason="", by=None
        )
    if scene.on_a == "closed":
        case.close(on=TODAY, reason="moved", by=caseworker)
    return case


def chosen(who, case):
    """Somebody whom a team lead can choose."""
    if who is None:
        return None
    is_mentor = who.startswith("mentor")
    role, unit = (Role.MENTOR, None) if is_mentor else (Role.CASEWORKER, case.unit)
    return UserFactory(name=f"{who.capitalize()} Invented", role=role, unit=unit)


def with_people(typed, people):
    """What is sent, with the key of whoever was chosen."""
    return typed | ({"user": people[typed["user"]].pk} if "user" in typed else {})


def address_of(name, scene, case):
    return reverse(name, kwargs=MATRIX[name].arguments(case) | scene.arguments)


def facts(case):
    """Everything that the forms could change."""
    found = Case.objects.get(pk=case.pk)
    rows = [
        found.key_dates,
        found.internship_offers,
        found.placements,
        found.waitings,
        found.appointments,
        found.documents,
        found.readiness,
        found.benefits,
        found.team,
        found.talks,
        found.interviews,
        found.counselling_visits,
        LeadTime.objects.filter(unit=case.unit),
    ]
    lines = list(found.lines.order_by("pk").values_list("pk", flat=True))
    return (
        found.closed_on,
        found.permit_ground,
        found.household_id,
        [list(each.order_by("pk").values()) for each in rows],
        lines,
    )
