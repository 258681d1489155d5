"""The hours of a week in a real browser: on the case, on their page, the forms, the list."""

from datetime import timedelta

import pytest
from django.db.backends.postgresql.psycopg_any import DateRange
from django.urls import reverse
from playwright.sync_api import Page, expect

from refugees.models import CountedActivity, HoursCut, Occupation
from tests.axe import assert_good
from tests.browsing import sign_in
from tests.factories import TODAY
from tests.people import arranging


@pytest.fixture
def week(site, request):
    """A case with an education, two activities of which one has unknown hours, and a cut that was corrected."""
    since = DateRange(TODAY - timedelta(days=6), None)
    with arranging():
        case, caseworker = request.getfixturevalue("case"), request.getfixturevalue("caseworker")
        facts = {"case": case, "by": caseworker, "during": since}
        CountedActivity.objects.add(kind="guidance", about="A course", minutes_a_week=900, **facts)
        CountedActivity.objects.add(kind="furthering", about="Library", minutes_a_week=None, **facts)
        cut = HoursCut.objects.decide(minutes_a_week=1500, ground="conclusion", **facts)
        cut.correct(
            minutes_a_week=1320, ground="conclusion", during=since, why="Typed wrongly.", by=caseworker
        )
        Occupation.objects.start(
            case=case,
            kind="education",
            place="VUF Invented",
            on=TODAY,
            minutes_a_week=600,
            today=TODAY,
            by=caseworker,
        )
    return case


def test_the_pages_and_the_forms_are_good_at_every_width(page: Page, console, week):
    sign_in(page, "caseworker")
    address = {
        name: reverse(f"refugees:{name}", args=[week.public_id])
        for name in ("hours", "count_activity", "cut_hours")
    }
    for where in (reverse("refugees:below_hours"), *address.values()):
        page.goto(where)
        assert_good(page, console)
    page.goto(reverse("case", args=[week.public_id]))
    box = page.locator("#hours")
    expect(box).to_contain_text("of 22 h this week")
    expect(box).to_contain_text("hours not known")

    page.goto(address["count_activity"])
    page.get_by_label("Talks about work with the City").check()
    page.get_by_label("Hours a week").fill("1:30")
    page.get_by_label("Today").first.check()
    page.get_by_role("button", name="Count it").click()
    expect(page.locator("main")).to_contain_text("Talks about work with the City, 1 h 30 min")
