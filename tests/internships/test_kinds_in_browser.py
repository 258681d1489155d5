"""An IGU and a job in a browser: the offer, what is agreed, the sheet, what is still asked for, the mailed link."""

import os
from datetime import date
from pathlib import Path

import pytest
from django.db.backends.postgresql.psycopg_any import DateRange
from django.urls import reverse
from playwright.sync_api import Page, expect

from goals.models import Pause
from internships.models import Answer, Offer, PlacementAgreement
from refugees.models import Case
from tests.axe import assert_good
from tests.browsing import sign_in
from tests.factories import TODAY, CaseFactory, CompanyFactory
from tests.internships.hosts import link_to
from tests.internships.kinds import CONTENT, OF_AN_IGU
from tests.internships.relations import opening_at, person_of, unit_of
from tests.people import arranging

SHOTS = os.environ.get("SHOTS")  # a folder in which to keep what the pages look like
FIRST, LAST = date(2026, 11, 30), date(2028, 11, 29)


@pytest.fixture
def selam(request) -> Case:
    """An offer that the bakery withdrew, an IGU in place of it, agreed; three days off in between."""
    with arranging():
        caseworker = request.getfixturevalue("caseworker")
        case = CaseFactory(
            unit=caseworker.unit, taken_over_on=date(2026, 11, 2), caseworker=caseworker, on_benefit=True
        )
        facts = {"case": case, "today": TODAY, "by": caseworker}
        bakery = CompanyFactory(name="Invented Bakery")
        gone = Offer.objects.make(company=bakery, kind="internship", offered_on=date(2026, 11, 9), **facts)
        gone.record_answer(answer=Answer.WITHDRAWN, on=date(2026, 11, 12), today=TODAY, by=caseworker)
        unit = unit_of(CompanyFactory(name="Invented Park"))
        person_of(unit.company, name="Bente Baker", email="bente@example.dk")
        opening = opening_at(unit, kind="igu", minutes_a_week=34 * 60)
        offer = Offer.objects.make_from(
            opening, offered_on=TODAY, planned_start_on=FIRST, replaces=gone, **facts
        )
        content = CONTENT | OF_AN_IGU | {"from_on": FIRST, "until_on": LAST, "minutes_a_week": 34 * 60}
        agreement = PlacementAgreement.objects.draw_up(offer=offer, today=TODAY, by=caseworker, **content)
        signed = {"company_signed_on": TODAY, "company_signed_by": "Bente Baker", "city_signed_on": TODAY}
        agreement.sign(today=TODAY, by=caseworker, person_signed_on=TODAY, **signed)
        link_to(offer, caseworker, mail_to="bente@example.dk")
        Pause.objects.create(
            case=case,
            ground="illness",
            during=DateRange(date(2026, 11, 3), date(2026, 11, 6)),
            reason="The letter came late.",
        )
    return case


def look(page: Page, name: str, console: list[str]) -> None:
    """Every width, axe, no message; the picture, if somebody wants it."""
    assert_good(page, console)
    for width in (1440, 390) if SHOTS else ():
        page.set_viewport_size({"width": width, "height": 900})
        page.screenshot(path=Path(SHOTS) / f"{name}-{width}.png", full_page=True)


def test_an_igu_from_the_offer_to_what_the_state_is_told(selam: Case, page: Page, site, console: list[str]):
    sign_in(page, "caseworker", then=reverse("case", args=[selam.public_id]))
    box = page.locator("#internships")
    expect(box).to_contain_text("Offered in place of it: Basic integration education (IGU), Invented Park")
    expect(box).to_contain_text("It is asked for by Wed 23 Dec 2026 (BEK 1825/2023)")
    expect(box).to_contain_text("Sent to bente@example.dk by Lise Invented")
    look(page, "igu-case", console)

    box.get_by_role("link", name="Registration of the IGU").click()
    look(page, "igu-registration", console)
    page.locator("input[name='registered_on_when'][value=today]").check(force=True)
    page.get_by_role("button", name="Save the registration").click()
    expect(box).to_contain_text("Registered in VITAS on Mon 23 Nov 2026.")

    box.get_by_role("link", name="Agreement").first.click()
    look(page, "igu-agreement", console)
    page.get_by_role("link", name="Sheet to print").click()
    expect(page.locator("article")).to_contain_text("23 weeks")
    look(page, "igu-sheet", console)

    page.goto(reverse("internships:weekdays", args=[selam.public_id]))
    expect(page.locator(".weekdays")).to_contain_text("Paused: Illness")
    look(page, "weekdays", console)


def test_an_offer_of_another_kind_and_the_link_that_is_mailed(
    selam: Case, page: Page, site, console: list[str]
):
    with arranging():
        offer = Offer.objects.get(kind="igu")
    sign_in(page, "caseworker", then=reverse("internships:offer", args=[selam.public_id]))
    expect(page.get_by_text("meets no promise of an offer")).to_be_visible()
    look(page, "offer", console)

    page.goto(reverse("internships:make_link", args=[selam.public_id, offer.public_id]))
    look(page, "link-form", console)
    page.get_by_label("Bente Baker").check(force=True)
    page.get_by_label("Send it by e-mail to the contact person").check(force=True)
    page.locator("[name=call_phone]").fill("12 34 56 78")
    page.get_by_role("button", name="Make the link").click()
    expect(page.get_by_text("It goes to bente@example.dk by e-mail")).to_be_visible()

    page.goto(reverse("internships:draw_up_agreement", args=[selam.public_id, offer.public_id]))
    expect(page.get_by_label("Weeks of school")).to_have_value("23")
    look(page, "igu-form", console)
