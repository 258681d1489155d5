"""The pages on which a day begins, in a real browser: axe and widths, swaps, the work without JavaScript."""

from datetime import date

import pytest
from playwright.sync_api import expect

from accounts.models import Absence
from accounts.permissions import Role
from goals.models import Breach
from refugees.models import Case, Note, Task, TeamMember, Waiting
from tests import axe
from tests.browsing import refused, sign_in
from tests.factories import TODAY, CaseFactory, HouseholdFactory, PersonFactory, UnitFactory, UserFactory
from tests.people import arranging

OVER, SOON, RUNNING = date(2026, 10, 15), date(2026, 10, 26), date(2026, 11, 16)


@pytest.fixture
def unit(site):
    """A unit with a case in every group, two cases to give out, an absence, a breach, news and a task."""
    with arranging():
        unit = UnitFactory(name="Integration, Valby")
        lise = UserFactory(username="lise", name="Lise Invented", unit=unit)
        bo = UserFactory(username="bo", name="Bo Invented-With-A-Long-Name", unit=unit)
        UserFactory(username="mette", name="Mette Invented", role=Role.TEAM_LEAD, unit=unit)
        maja = UserFactory(username="maja", name="Maja Invented", role=Role.MENTOR, unit=None)
        for day in (OVER, SOON, RUNNING, None):
            person = PersonFactory(unit=unit, given_name=f"From {day}", phone="+45 20 12 34 56")
            case = CaseFactory(unit=unit, person=person, taken_over_on=day, caseworker=lise, mentor=maja)
        work_on(case, lise, bo)
        household = HouseholdFactory(unit=unit)
        for name in ("Adam", "Eva"):
            person = PersonFactory(unit=unit, given_name=name)
            CaseFactory(unit=unit, person=person, household=household, opened_on=date(2026, 11, 20))
        Absence.objects.record(user=bo, first_on=TODAY)
    with arranging():
        Breach.objects.flag(TODAY)
    return unit


def work_on(case, lise, bo):
    """What stands on a case besides its promises."""
    Waiting.objects.begin(
        case=case,
        kind="company",
        whom="Invented Bakery",
        what="a start date",
        since_on=TODAY,
        chase_on=date(2026, 11, 27),
        by=lise,
        today=TODAY,
    )
    # Not today: a task whose day has come makes the case one that is due.
    in_time = date(2026, 11, 25)
    Task.objects.add(title="Call", due_on=in_time, assigned_to=lise, by=lise, today=TODAY, case=case)
    Note.objects.write(case=case, kind="call", happened_on=TODAY, text="Invented", by=bo, today=TODAY)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("username", "path"),
    [
        ("lise", "/my-work/"),
        ("maja", "/my-people/"),
        ("mette", "/my-team/"),
        ("mette", "/my-team/give-out/"),
    ],
)
def test_the_page_fits_and_passes_axe_at_every_width(page, console, unit, username, path):
    sign_in(page, username, then=path)

    axe.assert_good(page, console)


def test_an_empty_view_and_a_refused_absence_pass_axe(page, console, unit):
    sign_in(page, "bo", then="/my-work/?view=attention")
    expect(page.get_by_role("heading", name="Nothing needs you today")).to_be_visible()
    assert axe.violations(page) == []
    page.context.clear_cookies()

    sign_in(page, "mette", then="/my-team/")
    page.get_by_text("Note an absence").click()
    with refused(page, console):
        page.get_by_role("button", name="Note the absence").click()

    expect(page.locator(".error-summary")).to_be_focused()
    assert axe.violations(page) == []


def test_a_filter_swaps_the_list_keeps_the_address_and_says_what_it_found(page, unit):
    page.set_viewport_size({"width": 1440, "height": 900})
    sign_in(page, "lise", then="/my-work/")
    state = page.get_by_label("State")
    state.focus()

    state.select_option("over")

    expect(page.locator("#list [data-row]")).to_have_count(1)
    expect(page.locator("#live")).to_have_text("1 case matches the filter. Clear filter")
    expect(state).to_be_focused()
    assert "state=over" in page.url
    page.go_back()
    expect(page.locator("#list [data-row]")).to_have_count(4)


def test_another_choice_moves_the_loads_at_once_and_gives_nothing_out(page, unit):
    page.set_viewport_size({"width": 1440, "height": 900})
    sign_in(page, "mette", then="/my-team/give-out/")
    lise = page.locator("#loads tr", has_text="Lise Invented")
    expect(lise).to_contain_text("2")
    first = page.locator("#to-give-out select").first

    first.select_option(label="Bo Invented-With-A-Long-Name (away today)")

    expect(page.locator("#loads tr", has_text="Bo Invented")).to_contain_text("1")
    expect(first).to_be_visible()
    with arranging():
        assert Case.objects.without_caseworker(TODAY).count() == 2


def test_without_javascript_the_list_is_filtered_and_cases_are_given_out(page, browser, site, unit):
    sign_in(page, "mette", then="/my-team/")
    context = browser.new_context(
        base_url=site.url, java_script_enabled=False, viewport={"width": 390, "height": 800}
    )
    context.add_cookies(page.context.cookies())
    plain = context.new_page()

    plain.goto("/my-team/")
    plain.get_by_role("link", name="Give out 2 cases").click()
    plain.get_by_role("button", name="Give out the list").first.click()

    expect(plain.get_by_text("2 cases are given out: Lise Invented 2.")).to_be_visible()
    with arranging():
        assert TeamMember.objects.caseworkers().filter(case__person__given_name="Eva").exists()
    plain.goto("/my-work/")
    expect(plain.get_by_role("heading", name="You have no cases yet")).to_be_visible()
    context.close()


def test_without_javascript_my_work_is_filtered_by_its_form(page, browser, site, unit):
    sign_in(page, "lise", then="/my-work/")
    context = browser.new_context(base_url=site.url, java_script_enabled=False)
    context.add_cookies(page.context.cookies())
    plain = context.new_page()
    plain.goto("/my-work/?view=attention")

    plain.get_by_label("State").select_option("due_soon")
    plain.get_by_role("button", name="Filter").click()

    expect(plain.locator("#list [data-row]")).to_have_count(1)
    expect(plain.get_by_text("From 2026-10-26 Person").first).to_be_visible()
    assert "view=attention" in plain.url
    assert "state=due_soon" in plain.url
    context.close()
