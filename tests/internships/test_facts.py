"""From readiness, offers and starts to the facts of the two promises."""

from datetime import date

import pytest
from django.db.backends.postgresql.psycopg_any import DateRange

from goals.models import LeadTime
from goals.readiness import Decided, Stretch, job_ready_stretches
from goals.reckoning import Fell
from internships.goals import OFFERED, STARTED, read_facts
from internships.models import Answer, Offer, Placement
from refugees.models import JobReadiness, Occupation, OccupationKind
from tests.factories import TODAY, CaseFactory, CompanyFactory

TAKEOVER = date(2026, 11, 2)


def stretches(*decisions):
    return list(job_ready_stretches(TAKEOVER, [Decided(*decision) for decision in decisions]))


def test_not_assessed_counts_as_job_ready():
    assert stretches() == [Stretch("takeover", TAKEOVER, None)]


def test_assessed_as_ready_changes_nothing():
    ready = (1, True, DateRange(date(2026, 11, 10), None))

    assert stretches(ready) == [Stretch("takeover", TAKEOVER, None)]


def test_an_exemption_ends_the_stretch():
    exempt = (1, False, DateRange(date(2026, 11, 10), None))

    assert stretches(exempt) == [Stretch("takeover", TAKEOVER, date(2026, 11, 10))]


def test_after_an_exemption_a_stretch_of_its_own_begins():
    exempt = (7, False, DateRange(date(2026, 11, 10), date(2026, 12, 1)))

    assert stretches(exempt) == [
        Stretch("takeover", TAKEOVER, date(2026, 11, 10)),
        Stretch("readiness:7", date(2026, 12, 1), None),
    ]


def test_exempt_from_the_first_day_falls_away_as_it_begins():
    exempt = (7, False, DateRange(date(2026, 10, 1), date(2026, 12, 1)))

    assert stretches(exempt) == [
        Stretch("takeover", TAKEOVER, TAKEOVER),
        Stretch("readiness:7", date(2026, 12, 1), None),
    ]


def test_an_exemption_that_was_over_before_takeover_does_not_count():
    exempt = (7, False, DateRange(date(2026, 8, 1), date(2026, 9, 1)))

    assert stretches(exempt) == [Stretch("takeover", TAKEOVER, None)]


def facts_of(case):
    return {facts.goal: facts for facts in read_facts([case.pk])}


@pytest.mark.django_db
def test_a_case_that_is_not_taken_over_has_no_clock():
    assert facts_of(CaseFactory()) == {}


@pytest.mark.django_db
def test_the_offer_and_the_start_are_two_dates(case, caseworker):
    offer = Offer.objects.make(
        case=case,
        company=CompanyFactory(),
        kind="internship",
        offered_on=date(2026, 11, 5),
        planned_start_on=date(2026, 12, 4),
        today=TODAY,
        by=caseworker,
    )

    facts = facts_of(case)

    assert facts[OFFERED].met_on == date(2026, 11, 5)
    assert (facts[STARTED].met_on, facts[STARTED].planned_on) == (None, date(2026, 12, 4))
    Placement.objects.start(
        case=case,
        company=offer.company,
        kind=OccupationKind.INTERNSHIP,
        on=TODAY,
        today=TODAY,
        by=caseworker,
        offer=offer,
    )
    assert facts_of(case)[STARTED].met_on == TODAY


@pytest.mark.django_db
def test_what_was_planned_before_an_exemption_is_no_plan_after_it(case, caseworker):
    offer = Offer.objects.make(
        case=case,
        company=CompanyFactory(),
        kind="internship",
        offered_on=date(2026, 11, 5),
        planned_start_on=date(2026, 11, 10),
        today=TODAY,
        by=caseworker,
    )
    decide = JobReadiness.objects.decide
    decide(case=case, is_ready=False, on=date(2026, 11, 9), reason="Hospital", by=caseworker)
    decide(case=case, is_ready=True, on=date(2026, 11, 16), reason="", by=caseworker)

    after = facts_of(case)[STARTED]

    assert (after.starts_on, after.planned_on) == (date(2026, 11, 16), None)
    offer.plan_start(on=date(2026, 11, 30), today=TODAY, by=caseworker)
    assert facts_of(case)[STARTED].planned_on == date(2026, 11, 30)


@pytest.mark.django_db
def test_a_declined_offer_meets_the_duty_to_offer_and_not_the_start(case, caseworker):
    offer = Offer.objects.make(
        case=case,
        company=CompanyFactory(),
        kind="internship",
        offered_on=date(2026, 11, 5),
        planned_start_on=date(2026, 11, 25),
        today=TODAY,
        by=caseworker,
    )

    offer.record_answer(
        answer=Answer.DECLINED, on=date(2026, 11, 6), today=TODAY, by=caseworker, reason="Too far away."
    )

    facts = facts_of(case)
    assert facts[OFFERED].met_on == date(2026, 11, 5)
    assert (facts[STARTED].met_on, facts[STARTED].planned_on) == (None, None)


@pytest.mark.django_db
def test_an_ordinary_job_without_an_offer_meets_both(case, caseworker):
    Placement.objects.start(
        case=case,
        company=CompanyFactory(),
        kind=OccupationKind.JOB,
        on=date(2026, 11, 9),
        today=TODAY,
        by=caseworker,
    )

    assert {facts.met_on for facts in read_facts([case.pk])} == {date(2026, 11, 9)}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("kind", "counts"),
    [
        ("internship", True),
        ("wage-subsidy", True),
        ("job", True),
        ("igu", True),
        ("community-work", False),
        ("education", False),
    ],
)
def test_which_kinds_count_as_started(case, kind, counts):
    on = date(2026, 11, 9)
    Occupation.objects.start(case=case, kind=kind, place="Invented", on=on, today=TODAY, by=None)

    started = next(facts for facts in read_facts([case.pk]) if facts.goal == STARTED)

    assert started.met_on == (on if counts else None)


@pytest.mark.django_db
def test_a_start_that_is_taken_back_leaves_the_promise_open(case, caseworker):
    placement = Placement.objects.start(
        case=case,
        company=CompanyFactory(),
        kind=OccupationKind.JOB,
        on=date(2026, 11, 9),
        today=TODAY,
        by=caseworker,
    )

    placement.occupation.take_back(reason="Recorded on the wrong person.", on=TODAY, by=caseworker)

    assert {facts.met_on for facts in read_facts([case.pk])} == {None}


@pytest.mark.django_db
def test_closing_the_case_lets_both_fall_away(case, caseworker):
    case.close(on=date(2026, 11, 20), reason="moved", by=caseworker)

    assert {(facts.void_on, facts.void_reason) for facts in read_facts([case.pk])} == {
        (date(2026, 11, 20), Fell.CLOSED)
    }


@pytest.fixture
def ready_again(case, caseworker):
    """Job-ready from takeover to 10 November, and again from the 17th."""
    for on, is_ready in ((date(2026, 11, 10), False), (date(2026, 11, 17), True)):
        JobReadiness.objects.decide(
            case=case, is_ready=is_ready, on=on, reason="" if is_ready else "Hospital", by=caseworker
        )
    return case


def begun(case, caseworker, offered_on, on):
    offer = Offer.objects.make(
        case=case,
        company=CompanyFactory(),
        kind="internship",
        offered_on=offered_on,
        today=TODAY,
        by=caseworker,
    )
    kind, company = OccupationKind.INTERNSHIP, offer.company
    Placement.objects.start(
        case=case, company=company, kind=kind, on=on, today=TODAY, by=caseworker, offer=offer
    )


def started(case):
    return [
        (facts.occurrence.partition(":")[0], facts.met_on, facts.reached_on)
        for facts in read_facts([case.pk])
        if facts.goal == STARTED
    ]


@pytest.mark.django_db
def test_what_happens_after_a_stretch_counts_for_the_next_one_alone(ready_again, caseworker):
    offered, on = date(2026, 11, 18), date(2026, 11, 20)

    begun(ready_again, caseworker, offered, on)

    assert started(ready_again) == [("takeover", None, ()), ("readiness", on, (offered, on, on))]
    offers = [facts.met_on for facts in read_facts([ready_again.pk]) if facts.goal == OFFERED]
    assert offers == [None, offered]


@pytest.mark.django_db
def test_what_happens_on_the_day_a_stretch_ends_still_counts_for_it(ready_again, caseworker):
    tenth = date(2026, 11, 10)

    begun(ready_again, caseworker, tenth, tenth)

    first, again = started(ready_again)
    assert first == ("takeover", tenth, (tenth, tenth, tenth))
    assert again[:2] == ("readiness", date(2026, 11, 17))


@pytest.mark.django_db
@pytest.mark.parametrize("offered_on", [date(2026, 11, 3), date(2026, 11, 18)])
@pytest.mark.parametrize("began_on", [date(2026, 11, 5), date(2026, 11, 20)])
def test_one_start_is_measured_once_whatever_stretches_it_lies_in(
    ready_again, caseworker, unit, offered_on, began_on
):
    begun(ready_again, caseworker, min(offered_on, began_on), began_on)

    LeadTime.objects.measure(TODAY)

    steps = LeadTime.objects.filter(unit=unit, goal=STARTED).order_by("position")
    assert [step.cases for step in steps] == [1, 1, 1]


@pytest.mark.django_db
def test_the_facts_of_many_cases_take_as_many_queries_as_of_one(django_assert_num_queries):
    ids = [CaseFactory(taken_over_on=TAKEOVER).pk for _ in range(12)]

    with django_assert_num_queries(6):
        assert len(list(read_facts(ids[:1]))) == 2
    with django_assert_num_queries(6):
        assert len(list(read_facts(ids))) == 24
