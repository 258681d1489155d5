"""The main job, end to end, as three people do it in a browser: an internship is over its deadline; the manager sees
who, why and since when; the caseworker says why and records the start; everything agrees at once; the mentor looks on.
"""

from datetime import date

import pytest
from django.urls import reverse
from playwright.sync_api import Browser, Page, expect

from goals import jobs
from goals.models import Breach, Clock, EndReason, State
from internships.models import Offer
from refugees.models import Case
from tests.axe import assert_good
from tests.browsing import sign_in_by_hand
from tests.factories import TODAY, CaseFactory, CompanyFactory, PersonFactory, UnitFactory, UserFactory
from tests.people import arranging

# A month from Monday 19 October: over since Friday 20 November.
TAKEN_OVER = date(2026, 10, 19)
OVER_SINCE = date(2026, 11, 20)


@pytest.fixture
def late(site) -> Case:
    """Somebody whose accepted internship should have begun; a colleague's case is on track."""
    with arranging():
        unit = UnitFactory(name="Integration, Valby")
        lise = UserFactory(username="lise", name="Lise Invented", unit=unit)
        maja = UserFactory(username="maja", name="Maja Invented", role="mentor", unit=None)
        UserFactory(username="jens", name="Jens Invented", role="manager", unit=None, manages=[unit])
        CaseFactory(unit=unit, taken_over_on=date(2026, 11, 16), caseworker=lise)
        late = CaseFactory(
            unit=unit,
            person=PersonFactory(unit=unit, given_name="Selam", family_name="Invented", phone="20 00 00 02"),
            taken_over_on=TAKEN_OVER,
            caseworker=lise,
            mentor=maja,
        )
        offer = Offer.objects.make(
            case=late,
            company=CompanyFactory(name="Invented Bakery"),
            kind="internship",
            offered_on=date(2026, 11, 10),
            planned_start_on=TODAY,
            today=TODAY,
            by=lise,
        )
        offer.record_answer(answer="accepted", on=TODAY, today=TODAY, by=lise)
    jobs.sweep()
    return late


def test_from_an_overdue_internship_to_figures_that_agree(
    late: Case, page: Page, browser: Browser, site, console
):
    manager = browser.new_context(base_url=site.url).new_page()
    sign_in_by_hand(manager, "jens", reverse("goals:breaches"))
    expect(manager.locator("main")).to_contain_text("Selam Invented")
    expect(manager.locator("main")).to_contain_text("20 Nov")
    expect(manager.locator("main")).to_contain_text("No answer yet")

    sign_in_by_hand(page, "lise", reverse("my_work"))
    assert page.title().startswith("(1 ")
    expect(page.locator(".person__name").first).to_have_text("Selam Invented")
    page.locator("tr[data-row]").first.get_by_role("link", name="Record the start").click()
    page.get_by_label("Today").check(force=True)
    page.get_by_role("button", name="Record the start").click()
    expect(page.get_by_text("The start is recorded.")).to_be_visible()

    page.goto(reverse("my_work"))
    assert not page.title().startswith("(")
    expect(page.locator(".work--over")).to_have_count(0)
    manager.goto(reverse("goals:breaches"))
    expect(manager.locator("main")).not_to_contain_text("Selam Invented")
    manager.goto(reverse("goals:people") + "?goal=internship-started&standard=city&state=late")
    expect(manager.locator("main")).to_contain_text("Selam Invented")
    with arranging():
        clock = Clock.objects.at(TODAY).get(case=late, goal="internship-started")
        breach = Breach.objects.get(clock=clock)
        assert (clock.state, clock.days) == (State.MET_LATE, 4)
        assert (breach.over_since, breach.end_reason) == (OVER_SINCE, EndReason.MET_LATE)
    manager.context.close()


def test_a_breach_is_answered_and_the_manager_reads_why(
    late: Case, page: Page, browser: Browser, site, console
):
    sign_in_by_hand(page, "lise", reverse("goals:breaches"))
    page.get_by_role("link", name="Selam Invented", exact=True).click()
    page.get_by_label("Why was it not kept in time?").select_option("partner:withdrew")
    page.get_by_label("Explanation").fill("The bakery postponed the start by a week.")
    page.get_by_label("What happens next?").fill("Call the bakery")
    page.get_by_label("In a week", exact=False).check(force=True)
    page.get_by_role("button", name="Save the answer").click()
    expect(page.locator("main")).to_contain_text("The bakery postponed the start by a week.")

    manager = browser.new_context(base_url=site.url).new_page()
    sign_in_by_hand(manager, "jens", reverse("goals:breaches"))
    expect(manager.locator("main")).to_contain_text("Call the bakery")
    manager.context.close()


@pytest.mark.parametrize(
    ("username", "names"),
    [
        ("lise", ["my_work", "goals:scoreboard", "goals:breaches"]),
        ("jens", ["goals:scoreboard", "goals:breaches", "my_team"]),
        ("maja", ["my_people"]),
    ],
)
def test_the_pages_of_each_role_fit_and_pass_axe_at_every_width(late, page, console, username, names):
    sign_in_by_hand(page, username)

    for name in names:
        page.goto(reverse(name))
        assert_good(page, console)
