"""Registered as a job-seeker, the CV found on Jobnet, exempt, ended: the facts, the promise and the forms."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from accounts.scope import user_scope
from goals.models import Clock, State
from goals.receipt import receipt
from refugees.models import BenefitPeriod, JobReadiness, Seen, StaleEdit, TeamMember, version_of
from refugees.parts import Part
from refugees.timeline import timeline
from screening.jobnet_goal import read_facts
from screening.models import JobSeeking
from screening.views.jobnet import TELLS
from tests.factories import TODAY, CaseFactory
from tests.forms import no_day, on

pytestmark = pytest.mark.django_db

TAKEOVER = date(2026, 10, 1)
REGISTERED = date(2026, 11, 9)
DUE = date(2026, 11, 30)
LATER = date(2026, 11, 16)


def url(name, case, *rows):
    return reverse(f"screening:{name}", args=[case.public_id, *(row.public_id for row in rows)])


@pytest.fixture
def seeker(unit, caseworker):
    """Under the rules for Ukraine, on a benefit."""
    return CaseFactory(
        unit=unit,
        taken_over_on=TAKEOVER,
        permit_ground="ukraine",
        on_benefit=True,
        caseworker=caseworker,
    )


@pytest.fixture
def registration(seeker, caseworker):
    return register(seeker, caseworker)


@pytest.fixture
def lise(signed_in, caseworker):
    return signed_in(caseworker)


def register(case, by=None, **facts):
    usual = {"registered_on": REGISTERED, "today": TODAY, "by": by}
    return JobSeeking.objects.register(case=case, **usual | facts)


def clocks(case):
    return Clock.objects.at(TODAY).filter(case=case, goal="cv-on-jobnet").order_by("starts_on", "pk")


def clock(case):
    [found] = clocks(case)
    return found


def create(case, **facts):
    return JobSeeking.objects.create(case=case, **{"registered_on": REGISTERED} | facts)


RULES = {
    "one_registration_as_job_seeker_at_a_time": lambda case: [create(case), create(case)],
    "cv_on_jobnet_found_after_the_registration": lambda case: create(case, cv_on=TAKEOVER),
    "exemption_from_the_cv_says_since_when_and_why": lambda case: create(case, exempt_on=LATER),
    "registration_as_job_seeker_ends_after_it_began": lambda case: create(case, ended_on=TAKEOVER),
    "taking_back_a_registration_as_job_seeker_says_why": lambda case: create(
        case, taken_back_at="2026-11-20T10:00:00+01:00"
    ),
}


@pytest.mark.parametrize("constraint", RULES)
def test_the_database_refuses(seeker, constraint):
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        RULES[constraint](seeker)


@pytest.mark.parametrize("facts", [{"exempt_reason": "x"}, {"exempt_on": TAKEOVER, "exempt_reason": "x"}])
def test_an_exemption_has_a_day_that_is_not_before_the_registration(seeker, facts):
    with pytest.raises(IntegrityError, match="exemption_from_the_cv"), transaction.atomic():
        create(seeker, **facts)


def test_every_rule_of_the_registration_is_tested_here():
    checked = (models.CheckConstraint, models.UniqueConstraint)
    named = {rule.name for rule in JobSeeking._meta.constraints if isinstance(rule, checked)}

    assert named == set(RULES)


def test_the_weeks_run_from_the_registration_until_the_cv_is_found(seeker, registration, caseworker):
    assert (clock(seeker).due_on, clock(seeker).state) == (DUE, State.DUE_SOON)
    assert clock(seeker).occurrence == f"job-seeker:{registration.pk}"

    registration.find_cv(on=LATER, today=TODAY, by=caseworker)

    assert (clock(seeker).state, clock(seeker).met_on) == (State.MET_IN_TIME, LATER)


def test_it_is_promised_to_whoever_is_on_a_benefit_and_to_nobody_without_a_registration(seeker):
    assert not clocks(seeker).exists()
    BenefitPeriod.objects.begin(case=seeker, kind="self-supporting", on=REGISTERED, by=None)

    register(seeker)

    assert (clock(seeker).void_on, clock(seeker).void_reason) == (REGISTERED, "self-supporting")


def test_while_somebody_is_not_job_ready_nothing_is_due_and_then_the_weeks_begin(seeker, registration):
    exempt = JobReadiness.objects.decide(
        case=seeker, is_ready=False, on=date(2026, 11, 12), reason="Obviously unable", by=None
    )
    assert (clock(seeker).void_on, clock(seeker).void_reason) == (date(2026, 11, 12), "not-ready")

    JobReadiness.objects.decide(case=seeker, is_ready=True, on=LATER, reason="", by=None)

    first, again = clocks(seeker)
    assert first.void_on == date(2026, 11, 12)
    assert (again.starts_on, again.due_on) == (LATER, date(2026, 12, 7))
    assert again.occurrence == f"job-seeker:{registration.pk}:readiness:{exempt.pk}"


@pytest.mark.parametrize(
    ("verb", "facts", "reason"),
    [("exempt", {"reason": "Reads no Danish yet"}, "not-covered"), ("end", {}, "ended")],
)
def test_the_promise_falls_away_with_an_exemption_or_the_end(
    seeker, registration, caseworker, verb, facts, reason
):
    getattr(registration, verb)(on=LATER, today=TODAY, by=caseworker, **facts)

    assert (clock(seeker).void_on, clock(seeker).void_reason) == (LATER, reason)


def test_another_registration_has_weeks_of_its_own(seeker, registration, caseworker):
    registration.end(on=LATER, today=TODAY, by=caseworker)
    register(seeker, registered_on=date(2026, 11, 20))

    assert [found.due_on for found in clocks(seeker)] == [DUE, date(2026, 12, 11)]
    assert [found.void_on for found in clocks(seeker)] == [LATER, None]


def test_closing_the_case_ends_it(seeker, registration):
    seeker.close(on=date(2026, 11, 20), reason="moved", by=None)

    assert clock(seeker).void_reason == "closed"


def test_a_correction_moves_the_clock_and_the_history_keeps_what_stood_there(
    seeker, registration, caseworker
):
    days = {"registered_on": LATER, "cv_on": TODAY, "exempt_on": None, "ended_on": None}
    registration.correct(reason="Wrong letter", today=TODAY, by=caseworker, **days)

    assert (clock(seeker).starts_on, clock(seeker).met_on) == (LATER, TODAY)
    told = timeline(seeker).items[0]
    assert told.text == "Reason: Wrong letter"
    events = JobSeeking.pgh_event_model.objects.filter(pgh_obj=registration).order_by("pgh_id")
    assert [event.registered_on for event in events] == [REGISTERED, LATER]


def test_what_is_taken_back_promises_nothing(seeker, registration, caseworker):
    registration.take_back(reason="Another person", on=TODAY, by=caseworker)

    assert (clock(seeker).state, clock(seeker).void_reason) == (State.VOID, "withdrawn")
    with pytest.raises(ValidationError, match="taken back meanwhile"):
        registration.find_cv(on=TODAY, today=TODAY, by=caseworker)


def test_the_receipt_names_the_registration_and_the_cv(seeker, registration, caseworker):
    registration.find_cv(on=LATER, today=TODAY, by=caseworker)

    told = [
        (str(item.what), item.on)
        for item in clock(seeker).declared.evidence(seeker.pk, clock(seeker).occurrence)
    ]

    assert told == [("Registered as a job-seeker", REGISTERED), ("CV found on Jobnet", LATER)]
    assert receipt(clock(seeker), clock(seeker).declared.evidence(seeker.pk, clock(seeker).occurrence))


def test_the_facts_of_any_number_of_cases_take_three_queries(unit, django_assert_num_queries):
    for number in (3, 30):
        cases = [CaseFactory(unit=unit, taken_over_on=TAKEOVER) for _ in range(number)]
        for case in cases:
            create(case)
        with django_assert_num_queries(3):
            assert len(list(read_facts([case.pk for case in cases]))) == number


def test_days_to_come_are_refused(seeker, registration, caseworker):
    with pytest.raises(ValidationError, match="has not come yet"):
        registration.find_cv(on=DUE, today=TODAY, by=caseworker)
    with pytest.raises(ValidationError, match="has not come yet"):
        register(CaseFactory(unit=seeker.unit, taken_over_on=TAKEOVER), registered_on=DUE)


def test_the_second_of_two_who_write_is_told(registration, caseworker):
    seen = Seen(TELLS, version_of(registration, TELLS))
    registration.find_cv(on=LATER, today=TODAY, by=caseworker)

    with pytest.raises(StaleEdit):
        registration.end(on=TODAY, today=TODAY, by=caseworker, version=seen)
    assert JobSeeking.objects.get().ended_on is None


def test_from_the_form_to_the_page_of_the_case(lise, seeker):
    sent = on("registered_on", REGISTERED) | no_day("cv_on")
    response = lise.post(url("register_job_seeker", seeker), sent)

    assertRedirects(response, reverse("case", args=[seeker.public_id]) + "#jobnet")
    assertContains(lise.get(reverse("case", args=[seeker.public_id])), "Nobody has found a CV on Jobnet yet.")


def test_the_next_step_in_my_work_leads_to_the_form_that_keeps_the_promise(lise, seeker, registration):
    assertContains(lise.get(reverse("case", args=[seeker.public_id])), url("find_cv", seeker))
    sent = {"version": version_of(registration, TELLS), "on_when": "today"}

    assert lise.post(url("find_cv", seeker), sent).status_code == 302

    assert clock(seeker).met_on == TODAY


def test_without_a_registration_there_is_no_form_for_the_cv(lise, seeker):
    assert lise.get(url("find_cv", seeker)).status_code == 404


def test_a_second_registration_is_refused_until_the_first_has_ended(lise, seeker, registration):
    sent = on("registered_on", TODAY) | no_day("cv_on")

    response = lise.post(url("register_job_seeker", seeker), sent)

    assertContains(response, "registered as a job-seeker already. End that one first.", status_code=422)
    ended = {"version": version_of(registration, TELLS), "on_when": "today"}
    assert lise.post(url("end_job_seeking", seeker, registration), ended).status_code == 302
    assert lise.post(url("register_job_seeker", seeker), sent).status_code == 302
    assert JobSeeking.objects.count() == 2


def test_a_cv_before_the_registration_is_refused_in_words(lise, seeker, registration):
    sent = {"version": version_of(registration, TELLS)} | on("on", TAKEOVER)

    response = lise.post(url("find_cv", seeker), sent)

    assertContains(response, "found on the day of the registration or later", status_code=422)
    assert JobSeeking.objects.get().cv_on is None


def test_exempt_corrected_and_taken_back_on_the_page(lise, seeker, registration):
    page = reverse("case", args=[seeker.public_id])
    sent = {"version": version_of(registration, TELLS), "on_when": "today", "reason": "Reads no Danish yet"}
    assert lise.post(url("exempt_from_cv", seeker, registration), sent).status_code == 302
    assertContains(lise.get(page), "Reads no Danish yet")
    registration.refresh_from_db()

    sent = {"version": version_of(registration, TELLS), "reason": "Nobody decided that"}
    days = on("registered_on", REGISTERED) | no_day("cv_on") | no_day("exempt_on") | no_day("ended_on")
    assert lise.post(url("correct_job_seeking", seeker, registration), sent | days).status_code == 302
    registration.refresh_from_db()
    assert (registration.exempt_on, registration.exempt_reason) == (None, "")
    assertContains(lise.get(page), "Corrected: Nobody decided that")

    sent = {"version": version_of(registration, TELLS), "reason": "Another person"}
    assert lise.post(url("take_job_seeking_back", seeker, registration), sent).status_code == 302
    assertNotContains(lise.get(page), 'id="jobnet"')


def test_whoever_may_not_writes_nothing(signed_in, manager, mentor, stranger, seeker, registration):
    for user in (manager, mentor, stranger):
        browser = signed_in(user)
        for name in ("exempt_from_cv", "end_job_seeking", "correct_job_seeking", "take_job_seeking_back"):
            assert browser.post(url(name, seeker, registration), {"reason": "x"}).status_code == 404
        for name in ("register_job_seeker", "find_cv"):
            assert browser.post(url(name, seeker), {"on_when": "today"}).status_code == 404
    untouched = {"cv_on": None, "exempt_on": None, "ended_on": None, "taken_back_at": None}
    assert JobSeeking.objects.filter(**untouched).count() == 1


def test_the_walls(stranger, mentor, caseworker, seeker, registration):
    TeamMember.objects.assign(case=seeker, user=mentor, part=Part.HOLISTIC_MENTOR, on=TODAY, by=caseworker)
    for user, count in ((stranger, 0), (mentor, 0), (caseworker, 1)):
        with user_scope(user):
            assert JobSeeking.objects.count() == count
            assert JobSeeking.objects.visible_to(user).count() == count
            assert JobSeeking.pgh_event_model.objects.count() == count
