"""The health team in a real browser: every page fits and passes axe, in place and without JavaScript."""

from datetime import date

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from accounts.permissions import Role
from health.models import Assessment, HealthAppointment, HealthOffer, OnwardReferral, Referral
from refugees.models import Case, FunctionalConclusion
from tests.axe import assert_good
from tests.browsing import sign_in
from tests.factories import CaseFactory, PersonFactory, UnitFactory, UserFactory
from tests.health import scene
from tests.people import arranging


@pytest.fixture
def case(site) -> Case:
    """A person who was assessed, in a unit with others at every stage."""
    with arranging():
        unit = UnitFactory(name="Integration, Valby")
        nurse = UserFactory(username="nurse", name="Birgit Invented", unit=unit, role=Role.HEALTH_TEAM)
        lise = UserFactory(username="lise", name="Lise Invented", unit=unit)
        for _ in range(3):
            CaseFactory(unit=unit, taken_over_on=date(2026, 11, 2), health_offered_on=None)
        person = PersonFactory(unit=unit, given_name="Amira", family_name="Invented-Al-Hassan", speaks=["ar"])
        case = CaseFactory(unit=unit, person=person, taken_over_on=date(2026, 10, 1), caseworker=lise)
        scene.everything_of(
            case, by=nurse, text="Sleeps badly since the journey, and has pains in the left knee."
        )
        return case


def url(case, name, *args):
    return reverse(f"health:{name}", args=[case.public_id, *args])


def test_every_page_of_the_health_team_fits_and_passes_axe_at_every_width(case, page: Page, console):
    with arranging():
        offer = HealthOffer.objects.standing().filter(case=case).latest("pk").public_id
        referral = Referral.objects.get(case=case).public_id
        appointment = HealthAppointment.objects.filter(case=case, outcome="").get().public_id
        assessment = Assessment.objects.get(case=case).public_id
        onward = OnwardReferral.objects.filter(case=case).latest("pk").public_id
        said = FunctionalConclusion.objects.get(case=case).public_id
    sign_in(page, "nurse")
    for address in [
        reverse("health:work_list"),
        reverse("health:work_list") + "?stage=done",
        url(case, "person"),
        url(case, "offer"),
        url(case, "take_offer_back", offer),
        url(case, "refer", offer),
        url(case, "agree", referral),
        url(case, "assess", referral),
        url(case, "record_outcome", appointment),
        url(case, "refer_on", assessment),
        url(case, "follow", onward),
        url(case, "give_consent"),
        url(case, "conclude"),
        url(case, "correct_conclusion", said),
        url(case, "state_needs"),
    ]:
        page.goto(address)
        assert_good(page, console)


def test_the_caseworker_reads_what_work_must_take_into_account(case, page: Page, console):
    sign_in(page, "lise")
    page.goto(reverse("case", args=[case.public_id]))

    panel = page.locator("#conclusion")
    expect(panel).to_contain_text("Can work with limits")
    expect(panel).to_contain_text("No night work")
    expect(page.locator("body")).not_to_contain_text("left knee")
    assert_good(page, console)


def test_without_javascript_a_person_is_found_and_an_offer_recorded(case, page, browser, site):
    with arranging():
        new = Case.objects.exclude(pk=case.pk).select_related("person").first()
    sign_in(page, "nurse")
    context = browser.new_context(base_url=site.url, java_script_enabled=False)
    context.add_cookies(page.context.cookies())
    plain = context.new_page()
    plain.goto(reverse("health:work_list"))

    plain.get_by_label("Name or case number").fill(new.number)
    plain.get_by_role("button", name="Find").click()
    plain.get_by_role("link", name=new.person.name).click()
    plain.get_by_role("link", name="Offer a health assessment").click()
    plain.get_by_label("Today").check(force=True)
    plain.get_by_label("By letter").check(force=True)
    plain.get_by_label("No interpreter needed").check(force=True)
    plain.get_by_role("button", name="Record the offer").click()

    expect(plain.get_by_role("main")).to_contain_text("Not answered yet")
    with arranging():
        assert HealthOffer.objects.filter(case=new, answer="").count() == 1
    context.close()
