"""The things that two people change, as the tests of stale edits set them up and look at them."""

from datetime import date, timedelta

from django.db.backends.postgresql.psycopg_any import DateRange
from django.urls import reverse

from accounts.permissions import Role
from goals.models import LeadTime
from internships.models import IguRegistration, Offer, Placement, PlacementAgreement, StayedAwayDecision
from mentoring.models import (
    ChecklistMark,
    Concern,
    HandOver,
    HolisticOffer,
    MentorExtension,
    MentorProfile,
    RetentionOffer,
    Visit,
)
from refugees.events import Source
from refugees.models import Case, JobReadiness, KeyDate, Occupation, Talk
from tests.factories import TODAY, CaseFactory, CompanyFactory, UserFactory
from tests.internships.away import told
from tests.internships.hosts import link_to
from tests.internships.test_placement_agreements import CONTENT
from tests.permission_matrix import MATRIX
from tests.refugees.busy import write_little
from tests.screening.interviewing import plan
from tests.stale_edits.scene import FIRST, MEASURE, SECOND


def arranged(scene, case, caseworker):
    """The case, with the thing that two people are about to change."""
    if scene.on_a == "proposal":
        case = CaseFactory(unit=case.unit, caseworker=caseworker)
        KeyDate.objects.record(case=case, event="E1", on=date(2026, 10, 9), source=Source.CITY, by=None)
        return case
    offer = Offer.objects.make(
        case=case, company=CompanyFactory(), kind="internship", offered_on=SECOND, today=TODAY, by=caseworker
    )
    if scene.on_a == "agreement":
        PlacementAgreement.objects.draw_up(offer=offer, today=TODAY, by=caseworker, **CONTENT)
    if scene.on_a == "link":
        link_to(offer, caseworker)
    if scene.on_a == "igu":
        days = {"registered_on": None, "teaching_plan_on": SECOND}
        IguRegistration.objects.record(case=case, today=TODAY, by=caseworker, **days)
    if scene.on_a == "not started":
        offer.did_not_start(on=SECOND, whose="company", reason="Forgotten.", today=TODAY, by=caseworker)
    if scene.on_a in {"occupation", "decided next", *AWAY}:
        placement = Placement.objects.start(
            case=case,
            company=offer.company,
            kind="internship",
            on=SECOND,
            today=TODAY,
            by=caseworker,
            offer=offer,
        )
    if scene.on_a == "decided next":
        placement.occupation.decide_next(text="Nothing yet.", on=SECOND, today=TODAY, by=caseworker)
    if scene.on_a in AWAY:
        Occupation.objects.filter(pk=placement.occupation_id).update(public_id=MEASURE)
        stayed_away(case, caseworker, AWAY.index(scene.on_a))
    if scene.on_a == "step":
        LeadTime.objects.create(unit=case.unit, goal="internship-started", step="company", position=1)
    if scene.on_a == "talk":
        facts = {"kind": "follow-up", "form": "in-person", "today": TODAY, "by": caseworker}
        Talk.objects.record(case=case, on=SECOND, **facts)
    if scene.on_a == "written":
        write_little(case, caseworker, TODAY)
    if scene.on_a == "visit":
        Visit.objects.arrive(case=case, about="job", by=caseworker)
    if scene.on_a == "mentor offered":
        HolisticOffer.objects.make(case=case, on=SECOND, today=TODAY, by=caseworker)
    if scene.on_a == "retention mentor offered":
        RetentionOffer.objects.make(case=case, on=SECOND, today=TODAY, by=caseworker)
    if scene.on_a == "checklist":
        said = {"state": "not-relevant", "reason": "Will move.", "today": TODAY}
        ChecklistMark.objects.say(case=case, key="doctor", by=caseworker, **said)
    if scene.on_a == "concern":
        said = {"kind": "home", "urgency": "soon", "words": "8", "today": TODAY}
        Concern.objects.voice(case=case, by=case.team.mentors().get().user, **said)
    if scene.on_a == "handed over":
        member = case.team.mentors().get()
        former = UserFactory(role=Role.MENTOR, unit=None)
        facts = {"part": member.part, "on": SECOND, "recorded_by": caseworker}
        case.hand_overs.create(former=former, to=member.user, **facts)
    if scene.on_a == "mentor given":
        member = case.team.mentors().get()
        member.during = DateRange(member.during.lower, date(2027, 11, 2))
        member.save()
    if scene.on_a == "mentor known":
        usual = {"kinds": ["holistic-mentor"], "sex": "", "districts": [], "weekdays": [], "capacity": 2}
        MentorProfile.objects.write(mentor=case.team.mentors().get().user, speaks=["ar"], **usual)
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


# How far the matter of days away has come.
AWAY = ("away", "heard", "decided", "complained", "looked at again")


def stayed_away(case, caseworker, steps):
    """Days away about which so many steps were taken, all of them by yesterday."""
    by = {"today": TODAY, "by": caseworker}
    away = told(case, caseworker, first_on=SECOND, last_on=None, told_on=SECOND)
    if not steps:
        return
    away.judge(ground="none", ground_reason="Told nobody.", judged_on=SECOND, **by)
    decision = StayedAwayDecision.objects.hear(
        away=away, heard_on=SECOND, heard_about="The day.", answer_by=FIRST, **by
    )
    if steps > 1:
        decision.decide(consequence="nothing", decided_on=FIRST, reasons="One day.", **by)
    if steps > 2:
        decision.complain(complained_on=FIRST, complaint="I was there.", **by)
    if steps > 3:
        decision.reassess(
            reassessment="stands", reassessment_reasons="Nothing new.", reassessed_on=FIRST, **by
        )


def chosen(who, case):
    """Somebody whom a team lead can choose."""
    if who is None:
        return None
    is_mentor = who.startswith("mentor")
    role, unit = (Role.MENTOR, None) if is_mentor else (Role.CASEWORKER, case.unit)
    return UserFactory(name=f"{who.capitalize()} Invented", role=role, unit=unit)


def with_people(sent, people):
    """What is sent to a form, with the key of whoever was chosen: of mentors it is the public one."""
    form, typed = sent
    key = "public_id" if form.startswith("mentoring:") else "pk"
    return typed | ({"user": str(getattr(people[typed["user"]], key))} if "user" in typed else {})


def address_of(name, scene, case):
    """The address of a form of the scene; of its own arguments those that this address has."""
    usual = MATRIX[name].arguments(case)
    return reverse(
        name, kwargs=usual | {key: value for key, value in scene.arguments.items() if key in usual}
    )


def facts(case):
    """Everything that the forms could change."""
    found = Case.objects.get(pk=case.pk)
    rows = [
        found.key_dates,
        found.internship_offers,
        found.occupations,
        found.placement_agreements,
        found.placement_extensions,
        found.host_links,
        found.stayed_away,
        StayedAwayDecision.objects.filter(case=case),
        IguRegistration.objects.filter(case=case),
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
        found.holistic_offers,
        MentorExtension.objects.filter(case=case),
        MentorProfile.objects.all(),
        RetentionOffer.objects.filter(case=case),
        ChecklistMark.objects.filter(case=case),
        Concern.objects.filter(case=case),
        HandOver.objects.filter(case=case),
    ]
    lines = list(found.lines.order_by("pk").values_list("pk", flat=True))
    return (
        found.closed_on,
        found.permit_ground,
        found.household_id,
        [list(each.order_by("pk").values()) for each in rows],
        lines,
    )
