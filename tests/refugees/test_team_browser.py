"""A case changes hands, in a real browser: the forms, the taking over of a colleague's cases, what is waited for."""

from datetime import timedelta

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from refugees.models import Waiting
from tests.axe import assert_good
from tests.browsing import sign_in
from tests.factories import TODAY, CaseFactory
from tests.people import arranging


@pytest.fixture
def held(site, request):
    """A case that waits for an office, and another one of the same caseworker whom somebody has to chase for."""
    with arranging():
        case = request.getfixturevalue("case")
        for name in ("team_lead", "colleague"):
            request.getfixturevalue(name)
        lise = request.getfixturevalue("caseworker")
        other = CaseFactory(unit=case.unit, caseworker=lise, taken_over_on=TODAY - timedelta(days=400))
        for each, days in ((case, 7), (other, 0)):
            Waiting.objects.begin(
                case=each,
                kind="authority",
                whom="Ydelseskontoret",
                what="a letter about the benefit",
                since_on=TODAY,
                chase_on=TODAY + timedelta(days=days),
                by=lise,
                today=TODAY,
            )
    return case


def test_the_pages_that_change_who_is_on_a_case_are_good_at_every_width(page: Page, console, held):
    sign_in(page, "team-lead")
    with arranging():
        mentor = held.team.mentors().get()
        lise = held.team.caseworkers().get().user
    for name, more in (
        ("dates", []),
        ("change_caseworker", []),
        ("end_mentor", [mentor.public_id]),
        ("change_household", []),
    ):
        page.goto(reverse(f"refugees:{name}", args=[held.public_id, *more]))
        assert_good(page, console)
    page.goto(reverse("take_over", args=[lise.public_id]))
    assert_good(page, console)


def test_a_case_is_handed_over_without_javascript(browser, site, held):
    context = browser.new_context(base_url=site.url, java_script_enabled=False)
    page = context.new_page()
    sign_in(page, "team-lead")
    page.goto(reverse("refugees:dates", args=[held.public_id]))

    page.get_by_role("link", name="Change caseworker").click()
    page.get_by_label("Who works on the case?").select_option(label="Ahmed Invented")
    page.get_by_label("Today").check()
    page.get_by_role("button", name="Change caseworker").click()

    expect(page.get_by_text("Ahmed Invented now works on the case.")).to_be_visible()
    context.close()


def test_what_is_waited_for_is_named_alike_on_my_work_and_on_the_case(page: Page, console, held):
    sign_in(page, "caseworker", then="/my-work/")
    assert_good(page, console)
    expect(page.get_by_role("link", name="Chase Ydelseskontoret")).to_be_visible()

    page.goto(reverse("case", args=[held.public_id]))

    assert_good(page, console)
    expect(page.locator(".panel--next")).to_contain_text("Ydelseskontoret")
