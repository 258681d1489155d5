"""A case of the own unit and one of another that have something behind every address, and one person of each role.

A test module takes the fixtures by name: `cast, cases = scene.cast, scene.cases`.
"""

from datetime import date, time

import pytest

from accounts.models import Absence
from accounts.permissions import Role
from goals import jobs
from goals.figures import Population
from goals.freezing import freeze
from goals.models import Extension, GoalVersion, LeadTime, Pause, Suspension
from internships.models import Offer, Placement
from mentoring.models import OpeningHours, Visit
from refugees.models import JobReadiness
from screening.models import Contract, Expectations, Skill
from tests.factories import TODAY, CaseFactory, CompanyFactory, UserFactory
from tests.goals.drafting import data_manager, drafted, tried
from tests.goals.test_jobs_page import given_up
from tests.health.scene import everything_of
from tests.internships import relations
from tests.refugees.busy import write_little
from tests.refugees.lists import somebody, taken_in
from tests.screening.interviewing import hold, plan

TAKEOVER = date(2026, 11, 2)
OVER_SINCE = date(2026, 12, 3)


@pytest.fixture
def cast(unit, other_unit, caseworker, mentor):
    """One user of each role, all of the same unit; the mentor mentors the own case."""
    people = {Role.CASEWORKER: caseworker, Role.MENTOR: mentor}
    for role in set(Role) - set(people):
        manages = [unit] if role == Role.MANAGER else None
        people[role] = UserFactory(role=role, unit=None if role == Role.MANAGER else unit, manages=manages)
    return people


@pytest.fixture
def cases(unit, other_unit, caseworker, mentor, settings, tmp_path):
    """The own case, and one of another unit; on both an internship was offered and begun, and all sorts written."""
    settings.MEDIA_ROOT = str(tmp_path)
    both = {
        "own": CaseFactory(
            unit=unit, taken_over_on=TAKEOVER, caseworker=caseworker, mentor=mentor, on_benefit=True
        ),
        "foreign": CaseFactory(
            unit=other_unit,
            taken_over_on=TAKEOVER,
            mentor=UserFactory(role=Role.MENTOR, unit=None),
            on_benefit=True,
        ),
    }
    ask_for_time(both)
    given_up(UserFactory(unit=unit))
    LeadTime.objects.measure(TODAY)
    jobs.sweep(as_of=OVER_SINCE)
    for case in both.values():
        offer = Offer.objects.make(
            case=case, company=CompanyFactory(), kind="internship", offered_on=TODAY, today=TODAY, by=None
        )
        Placement.objects.start(
            case=case, company=offer.company, kind="internship", on=TODAY, today=TODAY, by=None, offer=offer
        )
        JobReadiness.objects.decide(case=case, is_ready=True, on=TODAY, reason="", by=None)
        Absence.objects.record(user=UserFactory(unit=case.unit), first_on=TODAY)
        taken_in(UserFactory(unit=case.unit), somebody(1))
        by = caseworker if case.unit == unit else None
        Pause.objects.begin(case=case, ground="away", from_on=TODAY, until=None, by=by, today=TODAY)
        everything_of(case)
        colleague = by or UserFactory(unit=case.unit)
        relations.everything_of(offer.company, colleague)
        write_little(case, colleague, TODAY)
        interviewed(case, colleague)
        Visit.objects.arrive(case=case, about="job", by=colleague)
        Contract.objects.draw_up(
            case=case,
            drawn_up_on=TODAY,
            goal="Work",
            activities=[{"kind": "danish", "what": "Danish"}],
            today=TODAY,
            by=by,
        )
        profiled(case, by)
    OpeningHours.objects.open_up(
        unit=unit, weekday=0, opens=time(10), closes=time(12), from_on=TODAY, by=None
    )
    author = data_manager(unit)
    tried(drafted(by=author, valid_from=TODAY), by=author)
    Suspension.objects.record(from_on=TODAY, until=None, source="An order", by=author)
    for case in both.values():
        freeze(title="A report", population=Population(), day=TODAY, known=None, by=data_manager(case.unit))
    return both


def interviewed(case, by):
    """The first interview was held, the second is planned. Appointments of their own would hide the one asked for."""
    first, second = hold(case, by, good_at="8"), plan(case, by, kind="second", place="9")
    for interview in (first, second):
        made, interview.appointment = interview.appointment, None
        interview.save()
        made.parts.all().delete()
        made.delete()


def profiled(case, by):
    """A skill in the competence profile, and expectations that wait for the signatures."""
    Skill.objects.add(case=case, kind="other", what="Mends bicycles", today=TODAY, by=by)
    Expectations.objects.match(
        case=case,
        matched_on=TODAY,
        explained=["work"],
        expects="A job",
        agreed="Danish first",
        today=TODAY,
        by=by,
    )


def ask_for_time(cases):
    """A request for more time on each case, by a colleague outside the cast."""
    GoalVersion.objects.filter(goal="internship-started").update(max_extension_days=7)
    for case in cases.values():
        clock = case.clocks.select_related("version", "case").get(goal="internship-started")
        asks = UserFactory(unit=case.unit)
        Extension.objects.ask(clock=clock, days=7, reason="Week 50", by=asks, today=TODAY)
