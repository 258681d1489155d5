"""A case of the own unit and one of another that have something behind every address, and one person of each role.

A test module takes the fixtures by name: `built, cast, cases = scene.built, scene.cast, scene.cases`. All of it is
built once per run (`furnished`), on TODAY; beside it stands nothing of tests/people.py.
"""

import shutil
from datetime import date, time, timedelta

import pytest
from django.db.backends.postgresql.psycopg_any import DateRange

from accounts.models import Absence, User
from accounts.permissions import Role
from goals import jobs
from goals.figures import Population
from goals.freezing import freeze
from goals.models import Extension, GoalVersion, LeadTime, Pause, Suspension
from internships.models import AvailabilityDoubt, Offer, Placement, PlacementAgreement
from mentoring.models import (
    ChecklistMark,
    ChecklistVersion,
    Concern,
    Contact,
    HolisticOffer,
    OpeningHours,
    RetentionOffer,
    RetentionTalk,
    Visit,
    WalkIn,
)
from refugees.models import (
    Case,
    CountedActivity,
    HoursCut,
    InterpreterBooking,
    JobReadiness,
    StateBatch,
    WarningSign,
)
from refugees.reporting import rows_of
from screening.models import ChildPlace, Contract, Expectations, JobSeeking, Skill
from tests.factories import TODAY, CaseFactory, CompanyFactory, UnitFactory, UserFactory
from tests.goals.drafting import data_manager, drafted, tried
from tests.goals.test_jobs_page import given_up
from tests.health.scene import everything_of
from tests.housing import homes, households, stays
from tests.internships import relations
from tests.internships.away import heard_today
from tests.internships.hosts import link_to
from tests.internships.staged import staged_sample
from tests.internships.test_placement_agreements import CONTENT
from tests.refugees.busy import write_little
from tests.refugees.lists import somebody, taken_in
from tests.screening.interviewing import hold, plan

TAKEOVER = date(2026, 11, 2)
OVER_SINCE = date(2026, 12, 3)


@pytest.fixture(scope="class")
def built(furnished):
    """The folder of the files of the scene, and the keys of its people and its cases."""
    with furnished.by(scene) as made:
        yield made


@pytest.fixture
def cast(built, db):
    """One user of each role, all of the same unit; the mentor mentors the own case."""
    _folder, (people, _cases) = built
    return {role: User.objects.get(pk=key) for role, key in people.items()}


@pytest.fixture
def cases(built, db, settings, tmp_path):
    """The own case, and one of another unit; on both an internship was offered and begun, and all sorts written."""
    folder, (_people, both) = built
    settings.MEDIA_ROOT = str(shutil.copytree(folder, tmp_path, dirs_exist_ok=True))
    return {whose: Case.objects.get(pk=key) for whose, key in both.items()}


def scene():
    """Make the cast and the cases; gives their keys."""
    unit, other_unit = UnitFactory(name="Integration, Valby"), UnitFactory(name="Integration, Nørrebro")
    people = cast_of(unit)
    both = cases_of(unit, other_unit, people[Role.CASEWORKER], people[Role.MENTOR])
    return (
        {role: user.pk for role, user in people.items()},
        {whose: case.pk for whose, case in both.items()},
    )


def cast_of(unit):
    """One user of each role, all of the same unit."""
    people = {}
    for role in Role:
        manages = [unit] if role == Role.MANAGER else None
        of_no_unit = role in {Role.MANAGER, Role.MENTOR}
        people[role] = UserFactory(role=role, unit=None if of_no_unit else unit, manages=manages)
    return people


def cases_of(unit, other_unit, caseworker, mentor):
    """A case of each unit, with something behind every address."""
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
        PlacementAgreement.objects.draw_up(offer=offer, today=TODAY, by=None, **CONTENT)
        link_to(offer, UserFactory(unit=case.unit))
        Placement.objects.start(
            case=case, company=offer.company, kind="internship", on=TODAY, today=TODAY, by=None, offer=offer
        )
        weekly(case, UserFactory(unit=case.unit))
        JobReadiness.objects.decide(case=case, is_ready=True, on=TODAY, reason="", by=None)
        Absence.objects.record(user=UserFactory(unit=case.unit), first_on=TODAY)
        taken_in(UserFactory(unit=case.unit), somebody(1))
        by = caseworker if case.unit == unit else None
        Pause.objects.begin(case=case, ground="away", from_on=TODAY, until=None, by=by, today=TODAY)
        everything_of(case)
        colleague = by or UserFactory(unit=case.unit)
        relations.everything_of(offer.company, colleague)
        heard_today(case, colleague)
        StateBatch.objects.gather(unit=case.unit, rows=rows_of(case.unit, TODAY), by=colleague)
        staged_sample(UserFactory(unit=case.unit))
        write_little(case, colleague, TODAY)
        interviewed(case, colleague)
        Visit.objects.arrive(case=case, about="job", by=colleague)
        retained(case, colleague)
        mentored(case, colleague)
        Contract.objects.draw_up(
            case=case,
            drawn_up_on=TODAY,
            goal="Work",
            activities=[{"kind": "danish", "what": "Danish"}],
            today=TODAY,
            by=by,
        )
        profiled(case, by)
        # On a child's case it would stand; that of the cast is of an adult, and the pages are the same.
        ChildPlace.objects.create(case=case, kind="school", where="8", on=TODAY)
        JobSeeking.objects.register(case=case, registered_on=TODAY, today=TODAY, by=by)
        AvailabilityDoubt.objects.record(case=case, received_on=TODAY, received="8", today=TODAY, by=by)
    OpeningHours.objects.open_up(
        unit=unit, weekday=0, opens=time(10), closes=time(12), from_on=TODAY, by=None
    )
    ChecklistVersion.objects.draft(today=TODAY, by=caseworker)
    WalkIn.objects.record(unit=unit, on=TODAY, at=time(0), about="job", outcome="answered", by=caseworker)
    homes.everything_of(caseworker)
    for case in both.values():
        households.everything_of(case)
        stays.everything_of(case)
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


def retained(case, colleague):
    """A contact with a promise, a tick, a sign, a retention mentor offered, a retention talk, an interpreter."""
    mentor = case.team.mentors().get().user
    facts = {"case": case, "today": TODAY}
    promised = [("To ask at the bank", TODAY)]
    Contact.objects.log(kind="met", on=TODAY, by=mentor, promises=promised, **facts)
    Concern.objects.voice(kind="home", urgency="soon", words="8", by=mentor, **facts)
    ChecklistMark.objects.tick(key="travel-card", by=mentor, **facts)
    WarningSign.objects.note(kind="late", on=TODAY, noted_by="mentor", by=mentor, **facts)
    RetentionOffer.objects.make(on=TODAY, by=colleague, **facts)
    said = {"business_says": "8", "education_says": "", "person_says": "9", "outlook": "stays"}
    RetentionTalk.objects.hold(
        on=TODAY, form="phone", participants=[], agreement="", by=colleague, **said, **facts
    )
    order = {"language": "ar", "how": "phone", "agency": "8", "on": TODAY, "today": TODAY, "by": colleague}
    InterpreterBooking.objects.order(appointment=a_meeting(case), **order)


def mentored(case, by):
    """A holistic mentor was offered, not answered yet; the mentor's time has an end, and some days away."""
    HolisticOffer.objects.make(case=case, on=TODAY, today=TODAY, by=by, wish="8")
    member = case.team.mentors().get()
    member.during = DateRange(member.during.lower, date(2027, 11, 2))
    member.save()
    Absence.objects.record(user=member.user, first_on=date(2027, 1, 4), back_on=date(2027, 1, 8))
    handed_over(case, member)


def handed_over(case, member):
    """The mentor took the person over from another one on the first day."""
    former = UserFactory(role=Role.MENTOR, unit=None)
    first_on = member.during.lower
    case.team.create(user=former, part=member.part, during=DateRange(first_on - timedelta(days=9), first_on))
    case.hand_overs.create(
        former=former, to=member.user, part=member.part, on=first_on, recorded_by=member.user
    )


def weekly(case, by):
    """An activity that counts in the week, and a cut of the hours."""
    since = DateRange(TODAY, None)
    CountedActivity.objects.add(case=case, kind="talks", about="", minutes_a_week=60, during=since, by=by)
    HoursCut.objects.decide(case=case, minutes_a_week=1200, ground="conclusion", during=since, by=by)


def a_meeting(case):
    """The visit agreed on with the person."""
    return case.appointments.get(kind="visit")


def ask_for_time(cases):
    """A request for more time on each case, by a colleague outside the cast."""
    GoalVersion.objects.filter(goal="internship-started").update(max_extension_days=7)
    for case in cases.values():
        clock = case.clocks.select_related("version", "case").get(goal="internship-started")
        asks = UserFactory(unit=case.unit)
        Extension.objects.ask(clock=clock, days=7, reason="Week 50", by=asks, today=TODAY)
