"""Openings that fit a person, and people who could fit an opening: nothing left out, and no case of others."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains

from internships.models import Barring, Offer, Placement
from refugees.models import FunctionalConclusion, JobReadiness
from refugees.models.person import Address
from screening.models import DanishReferral, DrivingLicence, LanguageSkill, Skill, Wish, WorkExperience
from tests.factories import TODAY, CaseFactory, CompanyFactory
from tests.internships.relations import opening_at, unit_of

pytestmark = pytest.mark.django_db


def page_of(case):
    return reverse("fitting_openings", args=[case.public_id])


def people_of(opening, whose=""):
    company = opening.unit.company
    url = reverse("fitting_people", args=[company.public_id, opening.public_id])
    return f"{url}?whose={whose}" if whose else url


def known(case, by):
    """Something of everything that an opening is held against."""
    about = {"case": case, "today": TODAY, "by": by}
    WorkExperience.objects.add(code="7512", occupation="Village baker", **about)
    Skill.objects.add(kind="craft", what="Sews", **about)
    Wish.objects.add(kind="work", what="Gardener", **about)
    LanguageSkill.objects.add(language="da", speaking="a2", **about)
    DrivingLicence.objects.add(categories=["B"], **about)
    Address.objects.create(person=case.person, unit=case.unit, text="Opfundet Vej 1, 2500 Valby")
    FunctionalConclusion.objects.state(
        case=case, on=TODAY, by=None, ability="with-limits", limits=["lifting"], week_hours=15
    )
    DanishReferral.objects.filter(case=case).update(placed_on=TODAY, track="du2", minutes_a_week=18 * 60)


@pytest.fixture
def opening():
    company = CompanyFactory(name="Invented Bakery")
    company.describe(name=company.name, sector="food", languages=["da"])
    return opening_at(unit_of(company), languages=["da"])


def test_an_opening_is_held_against_what_all_pillars_know_of_the_person(lise, case, caseworker, opening):
    known(case, caseworker)

    page = lise.get(page_of(case))

    for words in (
        "Has worked as Village baker (the text says: bread)",
        "Wishes for something else: Gardener",
        "Speaks Danish, which is needed (A2: simple everyday talk)",
        "Valby, where the person lives, by the postal code",
        "20 h a week; the conclusion about work says 15 h at most",
        "20 h a week and 18 h of Danish classes are more than full time",
        "Ask the company: No heavy lifting",
        "2 of 2 places free",
        "Does not fit, and why",
    ):
        assertContains(page, words)
    # What does not fit is shown, and not offered from here.
    assertNotContains(page, reverse("internships:offer_place", args=[case.public_id, opening.public_id]))


def test_what_is_true_of_the_person_whatever_the_opening_is_said_once_and_nothing_is_offered(
    lise, case, caseworker, opening
):
    other = opening_at(unit_of(CompanyFactory(name="Other Laundry")))
    company = CompanyFactory(name="Third Shop")
    Offer.objects.make(
        case=case, company=company, kind="internship", offered_on=TODAY, today=TODAY, by=caseworker
    )

    page = lise.get(page_of(case))

    assertContains(page, "Nothing can be offered now")
    assertContains(page, "Has an offer that is not answered yet", count=1)
    assertContains(page, "Other Laundry")
    assertNotContains(page, reverse("internships:offer_place", args=[case.public_id, other.public_id]))


def test_what_fits_stands_first_and_can_be_offered_what_does_not_stands_below(lise, case, opening):
    fitting = opening_at(unit_of(CompanyFactory(name="Other Laundry")))
    Barring.objects.impose(company=CompanyFactory(), reason="Unsafe.", from_on=TODAY, by=None)

    page = lise.get(page_of(case))

    assert [row.about for row in page.context["fitting"]] == [fitting]
    assert [row.about for row in page.context["others"]] == [opening]
    assertContains(page, "1 of 2: nothing stands in the way")
    assertContains(page, "Danish is needed; that the person speaks it is not known")
    assertContains(page, reverse("internships:offer_place", args=[case.public_id, fitting.public_id]))
    assertContains(lise.get(reverse("case", args=[case.public_id])), page_of(case))


def test_companies_not_to_be_used_exemptions_and_what_goes_on_are_said(lise, case, caseworker):
    opening = opening_at(unit_of(CompanyFactory()))
    Barring.objects.impose(company=opening.unit.company, reason="Unsafe.", from_on=TODAY, by=None)
    JobReadiness.objects.decide(case=case, is_ready=False, on=TODAY, reason="Ill", by=None)
    Placement.objects.start(
        case=case, company=CompanyFactory(), kind="job", on=TODAY, today=TODAY, by=caseworker
    )
    Offer.objects.make(
        case=case, company=CompanyFactory(), kind="internship", offered_on=TODAY, today=TODAY, by=None
    )

    page = lise.get(page_of(case))

    for words in (
        "The company is not to be used: Unsafe.",
        "Is exempt from offers now: not job-ready",
        "Is in an internship, job or education already",
        "Has an offer that is not answered yet",
    ):
        assertContains(page, words)


def test_a_manager_reads_and_offers_nothing_and_a_stranger_does_not_learn_of_it(
    signed_in, case, manager, stranger, mentor
):
    opening = opening_at(unit_of(CompanyFactory()))

    page = signed_in(manager).get(page_of(case))

    assertContains(page, "Nothing stands in the way")
    assertNotContains(page, reverse("internships:offer_place", args=[case.public_id, opening.public_id]))
    assert signed_in(stranger).get(page_of(case)).status_code == 404
    assert signed_in(mentor).get(page_of(case)).status_code == 404


def test_for_an_opening_the_people_of_the_own_caseload_or_of_the_unit(
    lise, case, caseworker, colleague, unit, other_unit
):
    opening = opening_at(unit_of(CompanyFactory()))
    of_colleague = CaseFactory(unit=unit, taken_over_on=TODAY, caseworker=colleague)
    elsewhere = CaseFactory(unit=other_unit, taken_over_on=TODAY)

    mine, ours = lise.get(people_of(opening)), lise.get(people_of(opening, "unit"))

    assert [row.about for row in mine.context["rows"]] == [case]
    assert {row.about for row in ours.context["rows"]} == {case, of_colleague}
    assertNotContains(ours, elsewhere.person.name)
    assertContains(mine, reverse("internships:offer_place", args=[case.public_id, opening.public_id]))
    company = reverse("companies:company", args=[opening.unit.company.public_id])
    assertContains(lise.get(company), people_of(opening))


def test_both_pages_take_as_many_queries_at_three_as_at_thirty(lise, case, caseworker, unit):
    def more(number):
        for _ in range(number):
            known(CaseFactory(unit=unit, taken_over_on=TODAY, caseworker=caseworker), caseworker)
            opening_at(unit_of(CompanyFactory()), start_until=TODAY + timedelta(days=9))

    def queries(address):
        with CaptureQueriesContext(connection) as counted:
            assert lise.get(address).status_code == 200
        return len(counted)

    opening = opening_at(unit_of(CompanyFactory()))
    more(3)
    addresses = [page_of(case), people_of(opening), people_of(opening, "unit")]
    few = [queries(address) for address in addresses]
    more(27)

    assert [queries(address) for address in addresses] == few
    second = lise.get(f"{page_of(case)}?page=2")
    assert len(second.context["rows"]) == 31 - 20
    assert second.context["previous_url"].endswith("?page=1")
    assert lise.get(f"{page_of(case)}?page=nonsense").status_code == 404
