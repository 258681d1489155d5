"""The forms about a child's place in a browser: they fit and pass axe, from the place to its correction."""

from datetime import date

from django.urls import reverse
from playwright.sync_api import Page, expect

from screening.models import ChildPlace
from tests.axe import assert_good
from tests.browsing import sign_in
from tests.factories import CaseFactory, PersonFactory
from tests.people import arranging


def url(name, case, *more):
    return reverse(f"screening:{name}", args=[case.public_id, *more])


def test_from_the_place_to_its_correction(site, page: Page, console, request):
    with arranging():
        caseworker = request.getfixturevalue("caseworker")
        case = CaseFactory(
            unit=caseworker.unit,
            caseworker=caseworker,
            taken_over_on=date(2026, 11, 2),
            person=PersonFactory(unit=caseworker.unit, born_on=date(2018, 5, 4)),
        )
    sign_in(page, "caseworker", then=url("record_child_place", case))
    assert_good(page, console)
    page.set_viewport_size({"width": 1440, "height": 1000})
    page.get_by_role("radio", name="Reception class at a school").check()
    page.get_by_label("Where?").fill("Invented School")
    page.get_by_role("radio", name="Today").first.check()
    page.locator("main form [type=submit]").first.click()

    expect(page.locator("#child-place")).to_contain_text("Invented School")
    assert_good(page, console)
    with arranging():
        row = ChildPlace.objects.get(case=case)
    for name in ("correct_child_place", "take_child_place_back"):
        page.goto(url(name, case, row.public_id))
        assert_good(page, console)
