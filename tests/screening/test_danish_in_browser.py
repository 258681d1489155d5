"""The forms of Danish education in a browser: they fit and pass axe, from the referral to its end."""

from django.urls import reverse
from playwright.sync_api import Page, expect

from screening.models import DanishReferral
from tests.axe import assert_good
from tests.browsing import sign_in
from tests.factories import CaseFactory
from tests.people import arranging


def url(name, case, *more):
    return reverse(f"screening:{name}", args=[case.public_id, *more])


def test_from_the_referral_to_what_the_provider_decided(site, page: Page, console, request):
    with arranging():
        caseworker = request.getfixturevalue("caseworker")
        case = CaseFactory(unit=caseworker.unit, caseworker=caseworker, danish_on=None)
    sign_in(page, "caseworker", then=url("refer_to_danish", case))
    assert_good(page, console)
    page.set_viewport_size({"width": 1440, "height": 1000})
    page.locator("[name=provider]").fill("Invented Language School")
    page.get_by_role("radio", name="Today").first.check()
    page.locator("main form [type=submit]").first.click()

    expect(page.locator("#danish")).to_contain_text("not placed the person yet")
    with arranging():
        referral = DanishReferral.objects.get(case=case)
    for name in ("place_in_danish", "end_danish", "correct_danish", "take_danish_back"):
        page.goto(url(name, case, referral.public_id))
        assert_good(page, console)
