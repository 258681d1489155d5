"""Which step comes next for many cases at once, from the database."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from copenhagen_model.next_step import next_steps
from internships.models import Answer, Offer, Placement
from mentoring.models import HolisticOffer
from refugees.events import KeyEvent
from refugees.models import Case, KeyDate, OccupationKind
from tests.factories import TODAY, CaseFactory, CompanyFactory


def an_accepted_offer(case):
    offer = Offer.objects.make(
        case=case,
        company=CompanyFactory(),
        kind="internship",
        offered_on=date(2026, 11, 10),
        planned_start_on=TODAY,
        today=TODAY,
        by=None,
    )
    offer.record_answer(answer=Answer.ACCEPTED, on=TODAY, today=TODAY, by=None)
    return offer


@pytest.mark.django_db
def test_each_case_gets_its_own_step_from_the_database(unit, case):
    offered, begun, fresh, closed = CaseFactory.create_batch(4, unit=unit)
    for each in (offered, begun, closed):
        KeyDate.objects.record(
            case=each, event=KeyEvent.TAKEOVER, on=date(2026, 11, 2), source="city", by=None
        )
        HolisticOffer.objects.make(case=each, on=date(2026, 11, 2), today=TODAY, by=None)
    an_accepted_offer(offered)
    offer = an_accepted_offer(begun)
    Placement.objects.start(
        case=begun,
        company=offer.company,
        kind=OccupationKind.INTERNSHIP,
        on=TODAY,
        today=TODAY,
        by=None,
        offer=offer,
    )
    closed.close(on=TODAY, reason="moved", by=None)

    cases = list(Case.objects.order_by("pk"))
    found = next_steps(cases, TODAY)

    assert {case.pk: step.words for case, step in ((c, found[c.pk]) for c in cases if c.pk in found)} == {
        case.pk: "Offer an internship",
        offered.pk: "Record the start",
        begun.pk: "Sign the contract",
        fresh.pk: "Record the allocation",
    }


@pytest.mark.django_db
def test_any_number_of_cases_takes_the_same_queries(unit, django_assert_num_queries):
    for number in (3, 27):
        for each in CaseFactory.create_batch(number, unit=unit, taken_over_on=date(2026, 11, 2)):
            an_accepted_offer(each)
        cases = list(Case.objects.all())

        with django_assert_num_queries(11):
            found = next_steps(cases, TODAY)

        assert len(found) == len(cases)


def a_measure_with_an_end(case, planned_last_on=date(2026, 12, 11)):
    placement = Placement.objects.start(
        case=case,
        company=CompanyFactory(),
        kind=OccupationKind.INTERNSHIP,
        on=date(2026, 11, 9),
        planned_last_on=planned_last_on,
        today=TODAY,
        by=None,
    )
    return placement.occupation


@pytest.mark.django_db
def test_a_measure_that_ends_soon_asks_what_comes_next_on_its_own_form(unit):
    case = CaseFactory(unit=unit, taken_over_on=date(2026, 11, 2))
    measure = a_measure_with_an_end(case)

    found = next_steps([case], TODAY)[case.pk]

    assert (found.words, found.clock.goal) == ("Decide what comes next", "next-step")
    assert found.url == reverse("internships:decide_next", args=[case.public_id, measure.public_id])


@pytest.mark.django_db
def test_a_measure_whose_last_day_has_passed_asks_how_it_ended_until_that_is_recorded(unit):
    case = CaseFactory(unit=unit, taken_over_on=date(2026, 11, 2))
    measure = a_measure_with_an_end(case, planned_last_on=TODAY - timedelta(days=1))

    found = next_steps([case], TODAY)[case.pk]

    assert (found.words, found.company) == ("Record how it ended", measure.place)
    assert found.url == reverse("internships:end", args=[case.public_id, measure.public_id])

    measure.end(on=TODAY - timedelta(days=1), ending="completed", today=TODAY, by=None)
    assert next_steps([case], TODAY)[case.pk].words != "Record how it ended"


@pytest.mark.django_db
def test_a_measure_on_its_last_day_is_not_over_yet(unit):
    case = CaseFactory(unit=unit, taken_over_on=date(2026, 11, 2))
    a_measure_with_an_end(case, planned_last_on=TODAY)

    assert next_steps([case], TODAY)[case.pk].words != "Record how it ended"


@pytest.mark.django_db
def test_measures_that_end_take_one_query_more_whatever_their_number(unit, django_assert_num_queries):
    for number in (3, 27):
        for each in CaseFactory.create_batch(number, unit=unit, taken_over_on=date(2026, 11, 2)):
            a_measure_with_an_end(each)
        cases = list(Case.objects.all())

        with django_assert_num_queries(12):
            found = next_steps(cases, TODAY)

        assert {step.words for step in found.values()} == {"Decide what comes next"}
