"""Open counselling in a real browser: every page fits and passes axe; without JavaScript somebody is taken in."""

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from accounts.permissions import Role
from mentoring.models import OpeningHours, Visit
from refugees.models import Case
from tests.axe import assert_good
from tests.browsing import sign_in
from tests.factories import TODAY, CaseFactory, PersonFactory, UnitFactory, UserFactory
from tests.mentoring.test_opening_hours import open_up
from tests.people import arranging

QUEUE = reverse("mentoring:counselling")


@pytest.fixture
def case(site) -> Case:
    """Somebody who waits, one who is talked with, and one who was there before."""
    with arranging():
        unit = UnitFactory(name="Integration, Valby")
        lise = UserFactory(username="lise", name="Lise Invented", unit=unit)
        UserFactory(username="lead", name="Mette Invented", unit=unit, role=Role.TEAM_LEAD)
        person = PersonFactory(unit=unit, given_name="Amira", family_name="Invented-Al-Hassan")
        case = CaseFactory(unit=unit, person=person, caseworker=lise)
        there, gone = CaseFactory(unit=unit), CaseFactory(unit=unit)
        Visit.objects.arrive(case=case, about="letter", note="A long letter from the bank", by=lise)
        Visit.objects.arrive(case=there, about="job", by=lise).take(by=lise)
        Visit.objects.arrive(case=gone, about="home", by=lise).end(outcome="booked", today=TODAY, by=lise)
        open_up(unit)
        return case


def test_every_page_fits_and_passes_axe_at_every_width(case, page: Page, console):
    with arranging():
        visit = Visit.objects.get(case=case).public_id
        ended = Visit.objects.select_related("case").get(outcome="booked")
        hours = OpeningHours.objects.get().public_id
    of_the_case = [case.public_id, visit]
    sign_in(page, "lead")
    for address in [
        QUEUE,
        reverse("mentoring:hours"),
        reverse("mentoring:end_hours", args=[hours]),
        reverse("mentoring:arrive", args=[case.public_id]),
        reverse("mentoring:record_visit", args=[case.public_id]),
        reverse("mentoring:end_visit", args=of_the_case),
        reverse("mentoring:correct_visit", args=[ended.case.public_id, ended.public_id]),
        reverse("mentoring:take_visit_back", args=of_the_case),
    ]:
        page.goto(address)
        assert_good(page, console)


def test_without_javascript_somebody_is_found_put_in_the_queue_and_taken(case, page, browser, site):
    with arranging():
        new = CaseFactory(
            unit=case.unit, person=PersonFactory(unit=case.unit, given_name="Yonas", family_name="Tesfay")
        )
    sign_in(page, "lise")
    context = browser.new_context(base_url=site.url, java_script_enabled=False)
    context.add_cookies(page.context.cookies())
    plain = context.new_page()
    plain.goto(QUEUE)

    plain.get_by_label("Who came?").last.fill("Tesfay Yonas")
    plain.get_by_role("button", name="Find").click()
    plain.get_by_role("link", name="Put in the queue").click()
    plain.get_by_label("Benefit and money").check(force=True)
    plain.get_by_role("button", name="Put in the queue").click()
    row = plain.locator("#queue").get_by_role("listitem").filter(has_text="Yonas Tesfay")
    row.get_by_role("button").click()

    expect(plain.get_by_role("main")).to_contain_text("You talk with the person now.")
    with arranging():
        assert Visit.objects.under_way().filter(case=new).exists()
    context.close()
