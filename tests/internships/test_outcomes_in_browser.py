"""The figures of outcomes, and the people behind one of them, in a browser."""

import re
from datetime import date, timedelta

from django.urls import reverse
from playwright.sync_api import Page, expect

from tests.axe import assert_good
from tests.browsing import sign_in
from tests.factories import CaseFactory
from tests.internships.test_outcomes import did
from tests.people import arranging


def test_the_figures_and_their_people_fit_and_pass_axe(site, page: Page, console, request):
    with arranging():
        unit, _manager = (request.getfixturevalue(name) for name in ("unit", "manager"))
        for number, kind in enumerate(("job", "job", "education", "internship", "igu")):
            takeover = date(2023, 3, 1) + timedelta(days=200 * number)
            did(CaseFactory(unit=unit, taken_over_on=takeover), kind, takeover + timedelta(days=90))
    sign_in(page, "manager", then=reverse("outcomes:figures"))

    expect(page.get_by_role("heading", name="Outcomes", exact=True)).to_be_visible()
    assert_good(page, console)
    page.get_by_role("link", name=re.compile("Ordinary job, 12 months")).click()
    expect(page.get_by_text("2 people")).to_be_visible()
    assert_good(page, console)
