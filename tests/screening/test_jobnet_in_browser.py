"""The forms about a registration as a job-seeker in a browser: they fit and pass axe, to the CV and the end."""

from django.urls import reverse
from playwright.sync_api import Page, expect

from screening.models import JobSeeking
from tests.axe import assert_good
from tests.browsing import sign_in
from tests.factories import CaseFactory
from tests.people import arranging


def url(name, case, *more):
    return reverse(f"screening:{name}", args=[case.public_id, *more])


def test_from_the_registration_to_the_cv(site, page: Page, console, request):
    with arranging():
        caseworker = request.getfixturevalue("caseworker")
        case = CaseFactory(unit=caseworker.unit, caseworker=caseworker)
    sign_in(page, "caseworker", then=url("register_job_seeker", case))
    assert_good(page, console)
    page.set_viewport_size({"width": 1440, "height": 1000})
    page.get_by_role("radio", name="Today").first.check()
    page.locator("main form [type=submit]").first.click()

    expect(page.locator("#jobnet")).to_contain_text("Nobody has found a CV on Jobnet yet.")
    with arranging():
        row = JobSeeking.objects.get(case=case)
    for name in ("exempt_from_cv", "end_job_seeking", "correct_job_seeking", "take_job_seeking_back"):
        page.goto(url(name, case, row.public_id))
        assert_good(page, console)
    page.goto(url("find_cv", case))
    assert_good(page, console)
    page.set_viewport_size({"width": 1440, "height": 1000})
    page.get_by_role("radio", name="Today").first.check()
    page.locator("main form [type=submit]").first.click()
    expect(page.locator("#jobnet")).to_contain_text("CV found on Jobnet")
    assert_good(page, console)
