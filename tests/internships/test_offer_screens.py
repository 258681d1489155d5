"""Offers on the screen: to a company that is found or registered, their answers and planned starts."""

from datetime import date

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from goals.models import Clock, State
from internships.models import Answer, Barring, Company, Offer
from refugees.models import CaseLine
from tests.factories import TODAY, CompanyFactory
from tests.forms import on
from tests.internships.recording import ANSWER, OFFER, OFFERED, nothing_planned, url
from tests.internships.relations import unit_of

pytestmark = pytest.mark.django_db


def test_an_offer_to_a_company_found_by_its_name(lise, case, company):
    response = lise.post(url("offer", case), OFFER)

    assertRedirects(response, reverse("case", args=[case.public_id]))
    made = Offer.objects.get()
    assert (made.company, made.offered_on, made.planned_start_on) == (company, TODAY, None)
    clock = Clock.objects.at(TODAY).get(case=case, goal="internship-offered", standard="city")
    assert (clock.state, clock.met_on) == (State.MET_IN_TIME, TODAY)


def test_an_offer_to_a_company_found_by_its_number_with_a_planned_start(lise, case, company):
    plan = {
        "planned_start_on_day": "4",
        "planned_start_on_month": "12",
        "planned_start_on_year": "2026",
    }

    lise.post(url("offer", case), OFFER | {"company_search": company.cvr} | plan)

    assert Offer.objects.get().planned_start_on == date(2026, 12, 4)


def test_several_companies_of_that_name_are_offered_to_choose_from(lise, case, company):
    other = CompanyFactory(name="Other Bakery")

    response = lise.post(url("offer", case), OFFER)

    assertContains(response, "Several companies match. Choose one of them below.", status_code=422)
    assertContains(response, str(other.public_id), status_code=422)
    assert not Offer.objects.exists()

    lise.post(url("offer", case), OFFER | {"company": str(other.public_id)})

    assert Offer.objects.get().company == other


def test_an_unknown_company_is_registered_with_its_number(lise, case):
    refused = lise.post(url("offer", case), OFFER | {"company_search": "Nowhere"})
    assertContains(refused, "Register it below", count=2, status_code=422)

    lise.post(
        url("offer", case), OFFER | {"company_search": "", "new_name": "Nowhere", "new_cvr": "10 00 00 09"}
    )

    assert Offer.objects.get().company.cvr == "10000009"


def test_a_number_that_is_known_already_is_that_company(lise, case, company):
    lise.post(url("offer", case), OFFER | {"company_search": "", "new_name": "Same", "new_cvr": company.cvr})

    assert Offer.objects.get().company == company
    assert Company.objects.count() == 1


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"company_search": ""}, "Write the company&#x27;s name or CVR number."),
        ({"kind": ""}, "Choose what was offered."),
        ({"offered_on_when": ""}, "Choose or write a day."),
        ({"new_name": "New", "new_cvr": "12345678"}, "This is not a CVR number"),
        ({"new_name": "New"}, "Write the company&#x27;s CVR number."),
        ({"new_cvr": "10000009"}, "Write the company&#x27;s name."),
        (on("offered_on", date(2026, 11, 24)), "An offer cannot have been given in the future."),
        ({"company": "0193d0a0-0000-7000-8000-000000000000"}, "This company is not known."),
        ({"company": "no-number"}, "This company is not known."),
    ],
)
def test_a_refused_offer_says_why_keeps_what_was_typed_and_makes_nothing(
    lise, case, company, typed, sentence
):
    response = lise.post(url("offer", case), OFFER | {"company_search": "bakery"} | typed)

    assertContains(response, sentence, status_code=422)
    assertContains(response, "There is 1 problem", status_code=422)
    assertContains(response, 'class="error-summary"', status_code=422)
    if "company_search" not in typed:
        assertContains(response, 'value="bakery"', status_code=422)
    assert not Offer.objects.exists()
    assert Company.objects.count() == 1


def test_a_second_offer_waits_for_the_first_answer_and_registers_no_company(lise, case, offer):
    response = lise.post(
        url("offer", case), OFFER | {"company_search": "", "new_name": "New", "new_cvr": "10000009"}
    )

    assertContains(response, "The last offer has not been answered yet.", status_code=422)
    assert Offer.objects.count() == 1
    assert Company.objects.count() == 1


def test_companies_appear_while_somebody_types(lise, case, company):
    found = lise.get(url("companies", case), {"company_search": "bak"}, headers={"hx-request": "true"})
    none = lise.get(url("companies", case), {"company_search": "zzz"}, headers={"hx-request": "true"})
    short = lise.get(url("companies", case), {"company_search": "b"}, headers={"hx-request": "true"})

    assertContains(found, company.name)
    assertContains(none, "No company of that name or number is known.")
    assertNotContains(short, "<input")
    for answer in (found, none, short):  # it replaces the part that it was asked for
        assertContains(answer, '<div id="company-matches">')


def test_an_answer_is_recorded(lise, case, offer):
    lise.post(url("answer", case, offer), ANSWER)

    offer.refresh_from_db()
    assert (offer.answer, offer.answered_on) == (Answer.ACCEPTED, TODAY)


@pytest.mark.parametrize("answer", [Answer.DECLINED, Answer.WITHDRAWN])
def test_an_offer_that_came_to_nothing_stays_an_offer_given(lise, case, offer, answer):
    lise.post(url("answer", case, offer), ANSWER | {"answer": answer, "answer_reason": "Too far away."})

    offer.refresh_from_db()
    assert (offer.answer, offer.answer_reason) == (answer, "Too far away.")
    clock = Clock.objects.at(TODAY).get(case=case, goal="internship-offered", standard="city")
    assert clock.met_on == OFFERED


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"answer": ""}, "Choose what became of the offer."),
        ({"answer": "declined"}, "Say why the offer was declined."),
        (on("answered_on", date(2026, 11, 24)), "An answer cannot have been given in the future."),
        (
            on("answered_on", date(2026, 11, 9)),
            "An answer has a date, not before the offer was given.",
        ),
    ],
)
def test_a_refused_answer_says_why_and_changes_nothing(lise, case, offer, typed, sentence):
    response = lise.post(url("answer", case, offer), ANSWER | typed)

    assertContains(response, sentence, status_code=422)
    offer.refresh_from_db()
    assert offer.answer == Answer.OPEN


def test_a_planned_start_is_changed_and_dropped_and_leaves_its_lines(lise, case, offer):
    plan = {
        "planned_start_on_day": "4",
        "planned_start_on_month": "12",
        "planned_start_on_year": "2026",
    }

    lise.post(url("plan", case, offer), plan)
    offer.refresh_from_db()
    assert offer.planned_start_on == date(2026, 12, 4)
    assert Clock.objects.get(case=case, goal="internship-started").planned_on == date(2026, 12, 4)

    lise.post(url("plan", case, offer), nothing_planned())
    offer.refresh_from_db()
    assert offer.planned_start_on is None
    verbs = CaseLine.objects.filter(case=case).order_by("-pk").values_list("verb", flat=True)[:2]
    assert list(verbs) == ["internship-plan-dropped", "internship-planned"]


def test_the_only_unit_of_a_company_is_where_the_offer_is(lise, case, company):
    unit = unit_of(company)

    lise.post(url("offer", case), OFFER)

    assert Offer.objects.get().unit == unit


def test_of_a_company_with_several_units_one_is_chosen(lise, case, company):
    unit_of(company, name="The shop")
    kitchen = unit_of(company, name="The kitchen")

    refused = lise.post(url("offer", case), OFFER)
    assertContains(refused, "The company has several production units.", status_code=422)
    assertContains(refused, "The kitchen", status_code=422)
    assert not Offer.objects.exists()

    lise.post(url("offer", case), OFFER | {"company": str(kitchen.public_id)})
    made = Offer.objects.get()
    assert (made.company, made.unit) == (company, kitchen)

    made.record_answer(answer=Answer.ACCEPTED, on=TODAY, today=TODAY, by=None)
    lise.post(url("start", case, made), on("started_on", TODAY))
    assert made.placements.get().unit == kitchen


def test_whoever_chooses_a_company_that_is_not_to_be_used_reads_why_and_may_mean_it(
    lise, case, company, colleague
):
    Barring.objects.impose(company=company, reason="Unsafe machines.", from_on=TODAY, by=colleague)

    found = lise.get(url("companies", case), {"company_search": "bak"}, headers={"hx-request": "true"})
    refused = lise.post(url("offer", case), OFFER)

    assertContains(found, "Not to be used")
    assertContains(refused, "This company is not to be used: Unsafe machines.", status_code=422)
    assertContains(refused, "Use the company all the same", status_code=422)
    assert not Offer.objects.exists()

    lise.post(url("offer", case), OFFER | {"despite_barring": "on"})
    assert Offer.objects.get().company == company


def test_a_company_that_may_be_used_again_warns_nobody(lise, case, company, colleague):
    barring = Barring.objects.impose(company=company, reason="Unsafe.", from_on=TODAY, by=colleague)
    barring.lift(reason="Mended.", on=TODAY, by=colleague)

    lise.post(url("offer", case), OFFER)

    assert Offer.objects.get().company == company
