"""What comes next is decided before a measure ends, and no long gap follows it."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from goals.models import Clock, State
from goals.receipt import receipt
from internships.afterwards import read_facts
from internships.models import Placement
from refugees.models import BenefitPeriod, JobReadiness, Occupation
from tests.factories import TODAY, CaseFactory, CompanyFactory

pytestmark = pytest.mark.django_db

STARTED, LAST = date(2026, 9, 7), date(2026, 10, 30)
GAP_DUE = date(2026, 12, 11)


@pytest.fixture
def case(unit, caseworker):
    return CaseFactory(
        unit=unit,
        taken_over_on=date(2026, 9, 1),
        permit_ground="ukraine",
        on_benefit=True,
        caseworker=caseworker,
    )


def begin(case, on=STARTED, kind="internship", **facts):
    placement = Placement.objects.start(
        case=case, company=CompanyFactory(), kind=kind, on=on, today=TODAY, by=None, **facts
    )
    return placement.occupation


def ended(case, ending="completed", on=LAST, **facts):
    occupation = begin(case, **facts)
    occupation.end(on=on, ending=ending, today=TODAY, by=None)
    return occupation


def at_school(case, on):
    facts = {"kind": "education", "place": "Invented School", "today": TODAY, "by": None}
    return Occupation.objects.start(case=case, on=on, **facts)


def clock(case, goal, day=TODAY):
    return Clock.objects.at(day).get(case=case, goal=goal)


def test_the_gap_runs_from_the_last_day_of_a_measure_to_the_first_of_the_next(case):
    occupation = ended(case)
    assert (clock(case, "offer-gap").due_on, clock(case, "offer-gap").standard) == (GAP_DUE, "law")
    assert clock(case, "offer-gap").occurrence == f"occupation:{occupation.pk}"

    begin(case, on=date(2026, 11, 16))

    assert clock(case, "offer-gap").met_on == date(2026, 11, 16)


def test_each_measure_that_ends_starts_a_gap_of_its_own(case):
    ended(case)
    ended(case, on=date(2026, 11, 20))

    assert Clock.objects.filter(case=case, goal="offer-gap").count() == 2


def test_where_the_next_measure_has_begun_already_there_is_no_gap(case):
    ended(case)
    begin(case, on=date(2026, 10, 5))

    assert clock(case, "offer-gap").met_on == LAST


@pytest.mark.parametrize(
    ("what", "reason"),
    [
        (lambda case: begin(case, on=date(2026, 11, 9), kind="job"), "in-work"),
        (lambda case: begin(case, on=date(2026, 11, 9), kind="igu"), "in-work"),
        (lambda case: at_school(case, on=date(2026, 11, 9)), "in-work"),
        (
            lambda case: JobReadiness.objects.decide(
                case=case, is_ready=False, on=date(2026, 11, 9), reason="Ill for long", by=None
            ),
            "not-ready",
        ),
        (lambda case: case.close(on=date(2026, 11, 9), reason="moved", by=None), "closed"),
        (
            lambda case: BenefitPeriod.objects.begin(
                case=case, kind="self-supporting", on=date(2026, 11, 9), by=None
            ),
            "self-supporting",
        ),
    ],
)
def test_the_gap_falls_away(case, what, reason):
    ended(case)

    what(case)

    assert (clock(case, "offer-gap").void_on, clock(case, "offer-gap").void_reason) == (
        date(2026, 11, 9),
        reason,
    )


def test_a_measure_that_became_a_job_leaves_no_gap(case):
    ended(case, ending="job")

    assert clock(case, "offer-gap").void_reason == "in-work"


def test_community_work_neither_starts_a_gap_nor_ends_one(case):
    ended(case, kind="community-work")
    assert not Clock.objects.filter(case=case, goal="offer-gap").exists()

    ended(case, on=date(2026, 11, 6))
    begin(case, on=date(2026, 11, 16), kind="community-work")
    assert clock(case, "offer-gap").met_on is None


def test_what_comes_after_community_work_is_decided_too_and_after_a_job_nothing_is(case):
    begin(case, kind="community-work", planned_last_on=date(2026, 12, 18))
    begin(case, kind="job", planned_last_on=date(2026, 12, 18))

    assert clock(case, "next-step").due_on == date(2026, 12, 4)


def test_rules_of_2026_know_no_gap(unit):
    case = CaseFactory(unit=unit, taken_over_on=date(2026, 9, 1), on_benefit=True)
    ended(case)

    assert not Clock.objects.filter(case=case, goal="offer-gap").exists()


def test_what_comes_next_is_due_two_weeks_before_the_agreed_last_day(case, caseworker):
    occupation = begin(case, planned_last_on=date(2026, 12, 18))
    due = clock(case, "next-step")
    assert (due.before_on, due.due_on, due.state) == (date(2026, 12, 18), date(2026, 12, 4), State.RUNNING)
    assert due.version.words == "2 weeks before the agreed last day"

    occupation.decide_next(text="A course in welding", on=TODAY, today=TODAY, by=caseworker)
    assert clock(case, "next-step").met_on == TODAY

    occupation.take_next_back(reason="The course is full", on=TODAY, by=caseworker)
    assert clock(case, "next-step").met_on is None


def test_another_agreed_day_moves_the_deadline(case, caseworker):
    occupation = begin(case, planned_last_on=date(2026, 12, 18))

    occupation.plan_end(on=date(2027, 1, 29), today=TODAY, by=caseworker)

    assert clock(case, "next-step").due_on == date(2027, 1, 15)


def test_of_a_measure_shorter_than_two_weeks_the_first_day_is_the_last(case):
    begin(case, on=date(2026, 11, 16), planned_last_on=date(2026, 11, 20))

    assert clock(case, "next-step").due_on == date(2026, 11, 16)


@pytest.mark.parametrize(
    ("ending", "met_on", "reason"),
    [("job", LAST, ""), ("broken-off-company", None, "broken-off"), ("completed", None, "")],
)
def test_how_it_ended_decides_about_the_next_step(case, ending, met_on, reason):
    ended(case, ending=ending, planned_last_on=date(2026, 12, 18))

    found = clock(case, "next-step")
    assert (found.met_on, found.void_reason) == (met_on, reason)


def test_a_start_taken_back_withdraws_both(case):
    occupation = ended(case, planned_last_on=date(2026, 12, 18))

    occupation.take_back(reason="Another person", on=TODAY, by=None)

    assert {c.void_reason for c in Clock.objects.filter(case=case, goal__in=["offer-gap", "next-step"])} == {
        "withdrawn"
    }


def test_the_receipt_says_what_it_was_counted_back_from(case):
    begin(case, planned_last_on=date(2026, 12, 18))
    found = clock(case, "next-step")

    told = receipt(found, found.declared.evidence(case.pk, found.occurrence)).text

    assert "Agreed last day: Fri 18 Dec 2026" in told
    assert "2 weeks before the agreed last day" in told


def test_it_is_decided_from_the_page_of_the_case(at_forms, caseworker, case):
    occupation = begin(case, planned_last_on=date(2026, 12, 18))
    browser = at_forms(caseworker)
    address = reverse("internships:decide_next", args=[case.public_id, occupation.public_id])

    assert browser.post(address, {"next_step": "", "next_step_on_when": "today"}).status_code == 422
    assert browser.post(address, {"next_step": "A course", "next_step_on_when": "today"}).status_code == 302

    occupation.refresh_from_db()
    assert (occupation.next_step, occupation.next_step_on) == ("A course", TODAY)
    page = browser.get(reverse("case", args=[case.public_id])).content.decode()
    assert "A course" in page


def test_a_decision_of_tomorrow_is_refused(case, caseworker):
    occupation = begin(case)

    with pytest.raises(ValidationError, match="on the day or later"):
        occupation.decide_next(text="A course", on=date(2026, 11, 24), today=TODAY, by=caseworker)


def test_the_facts_of_any_number_of_cases_take_three_queries(unit, django_assert_num_queries):
    for number in (1, 12):
        cases = [CaseFactory(unit=unit, taken_over_on=date(2026, 9, 1)) for _ in range(number)]
        for each in cases:
            ended(each, planned_last_on=date(2026, 12, 18))
        with django_assert_num_queries(3):
            assert len(list(read_facts([each.pk for each in cases]))) == 2 * number
