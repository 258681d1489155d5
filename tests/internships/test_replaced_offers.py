"""An offer that the company withdrew is linked to the one given in place of it, and no clock begins anew."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from goals.models import Clock
from internships.models import Answer, Offer
from tests.factories import TODAY, CaseFactory, CompanyFactory
from tests.internships.recording import OFFER, nothing_planned, today, url
from tests.internships.relations import opening_at, unit_of

pytestmark = pytest.mark.django_db

GIVEN = date(2026, 11, 10)


def offered(case, on=GIVEN, **facts):
    facts = {"company": CompanyFactory(name="Invented Garage"), "kind": "internship"} | facts
    return Offer.objects.make(case=case, offered_on=on, today=TODAY, by=None, **facts)


@pytest.fixture
def withdrawn(case, caseworker):
    made = offered(case)
    made.record_answer(answer=Answer.WITHDRAWN, on=TODAY, today=TODAY, by=caseworker)
    return made


def clocks(case):
    rows = Clock.objects.filter(case=case, goal__in=["internship-offered", "internship-started"])
    return list(rows.order_by("pk").values_list("goal", "starts_on", "due_on", "met_on", "void_on"))


def test_the_form_chooses_the_only_one_and_the_case_shows_both_ends(lise, case, company, withdrawn):
    before = clocks(case)
    form = lise.get(url("offer", case)).context["form"]
    assert form["replaces"].value() == str(withdrawn.public_id)

    sent = lise.post(url("offer", case), OFFER | {"replaces": str(withdrawn.public_id)})

    assertRedirects(sent, reverse("case", args=[case.public_id]))
    made = Offer.objects.get(company=company)
    assert made.replaces == withdrawn
    assert clocks(case) == before  # the duty was met by the first offer, and the month to start runs on
    page = lise.get(reverse("case", args=[case.public_id]))
    assertContains(page, "in place of what was withdrawn: Company internship, Invented Garage, offered on")
    assertContains(page, "Offered in place of it: Company internship, Invented Bakery, offered on")


def test_a_place_of_an_opening_is_given_in_place_of_it_too(lise, case, company, withdrawn):
    opening = opening_at(unit_of(company))
    address = reverse("internships:offer_place", args=[case.public_id, opening.public_id])

    lise.post(address, today("offered_on") | nothing_planned() | {"replaces": str(withdrawn.public_id)})

    assert Offer.objects.get(opening=opening).replaces == withdrawn


def test_whoever_means_another_one_links_nothing_and_nobody_is_asked_where_nothing_was_withdrawn(
    lise, unit, caseworker, case, company, withdrawn
):
    lise.post(url("offer", case), OFFER | {"replaces": ""})

    assert Offer.objects.get(company=company).replaces is None
    other = CaseFactory(unit=unit, caseworker=caseworker)
    assertNotContains(lise.get(url("offer", other)), "In place of which offer")


def test_an_offer_of_somebody_else_is_no_choice(lise, unit, case, company, caseworker):
    theirs = offered(CaseFactory(unit=unit))
    theirs.record_answer(answer=Answer.WITHDRAWN, on=TODAY, today=TODAY, by=caseworker)
    mine = offered(case)
    mine.record_answer(answer=Answer.WITHDRAWN, on=TODAY, today=TODAY, by=caseworker)

    refused = lise.post(url("offer", case), OFFER | {"replaces": str(theirs.public_id)})

    assertContains(refused, "Select a valid choice", status_code=422)
    assert not Offer.objects.filter(company=company).exists()


def test_only_what_was_withdrawn_is_replaced_and_by_one(case, caseworker, withdrawn):
    second = offered(case, replaces=withdrawn)
    second.record_answer(answer=Answer.DECLINED, on=TODAY, today=TODAY, by=caseworker, reason="Too far.")

    with pytest.raises(ValidationError, match="Another offer was given in place of it already"):
        offered(case, replaces=withdrawn)
    with pytest.raises(ValidationError, match="The company has not withdrawn this offer"):
        offered(case, replaces=second)

    assert Offer.objects.count() == 2
