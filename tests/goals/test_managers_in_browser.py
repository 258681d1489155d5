"""The managers' screens in a real browser: axe, widths, no message; filtering in place; a breach answered."""

import re
from datetime import timedelta

import pytest
from playwright.sync_api import expect

from accounts.models import User
from goals import jobs
from goals.models import Conversation, Reply
from tests.axe import assert_good, violations
from tests.browsing import refused, sign_in
from tests.factories import TODAY, CaseFactory
from tests.people import arranging

LIST = "/goals/list/?goal=internship-started&standard=city&state=everybody"
pytestmark = pytest.mark.slow


@pytest.fixture
def talk(committed_db, request):
    """Two people over, noticed late; of one of them somebody answered, and the next step's date has passed."""
    with arranging():
        people = {name: request.getfixturevalue(name) for name in ("unit", "caseworker", "manager")}
        facts = {"unit": people["unit"], "caseworker": people["caseworker"], "on_benefit": True}
        first, second = (
            CaseFactory(taken_over_on=TODAY - timedelta(days=n), permit_ground="ukraine", **facts)
            for n in (40, 50)
        )
        CaseFactory(taken_over_on=TODAY - timedelta(days=3), **facts)
        jobs.sweep()
        before = TODAY - timedelta(days=4)
        Conversation.objects.get(case=second).reply(
            by=people["caseworker"],
            on=before,
            cause="partner",
            explanation="The bakery withdrew its place.",
            next_step="Call two companies",
            next_on=before,
        )
        return Conversation.objects.get(case=first)


@pytest.mark.parametrize("language", ["en", "da"])
def test_every_page_fits_and_passes_axe_at_every_width(page, console, talk, language):
    User.objects.update(language=language)
    sign_in(page, "manager", then="/goals/")
    expect(page.locator("html")).to_have_attribute("lang", language)

    for address in ("/goals/", LIST, "/goals/breaches/", f"/goals/conversations/{talk.public_id}/"):
        page.goto(address)
        assert_good(page, console)


def test_the_numbers_behind_the_bars_open_and_pass_axe(page, console, talk):
    sign_in(page, "manager", then="/goals/")
    page.locator(".numbers-behind summary").click()

    expect(page.get_by_role("region", name="Numbers behind the bars")).to_be_visible()
    page.set_viewport_size({"width": 390, "height": 900})
    assert page.evaluate("document.documentElement.scrollWidth <= screen.width")


def test_a_filter_changes_the_figures_in_place_and_stands_in_the_address(page, talk):
    sign_in(page, "manager", then="/goals/")

    page.get_by_label("Permit ground").select_option("ukraine")

    page.wait_for_url(re.compile("ground=ukraine"))
    expect(page.locator("#figures")).to_contain_text("2 still waiting")
    expect(page.locator("#figures")).not_to_contain_text("1 inside the deadline")
    # The part brought its own place along, so it can be replaced again.
    page.get_by_label("Permit ground").select_option("convention")
    expect(page.locator("#figures")).to_contain_text("1 inside the deadline")
    page.get_by_label("Permit ground").select_option("ukraine")
    expect(page.locator("#figures")).not_to_contain_text("1 inside the deadline")
    page.wait_for_url(re.compile("ground=ukraine"))
    page.reload()
    expect(page.get_by_label("Permit ground")).to_have_value("ukraine")
    expect(page.locator("#figures")).not_to_contain_text("1 inside the deadline")


def test_the_list_of_breaches_is_filtered_in_place_again_and_again(page, talk):
    sign_in(page, "manager", then="/goals/breaches/")
    answer = page.get_by_label("Answer")
    link = page.locator(f'a[href="/goals/conversations/{talk.public_id}/"]')

    for choice, number in (("given", 0), ("needed", 1), ("given", 0), ("", 1)):
        answer.select_option(choice)
        expect(link).to_have_count(number)


def test_a_manager_follows_a_number_to_the_breach_and_answers_it(page, console, talk):
    sign_in(page, "manager", then="/goals/")
    page.get_by_role("link", name="See who, why and since when").click()
    expect(page).to_have_title(re.compile(r"^\(2 without an answer\) Open breaches"))
    page.locator(f'a[href="/goals/conversations/{talk.public_id}/"]').click()

    with refused(page, console):
        page.get_by_role("button", name="Save the answer").click()
    expect(page.locator(".error-summary")).to_be_focused()
    assert violations(page) == []
    page.get_by_label("Why was it not kept in time?").select_option("nothing-available:none-fitted")
    page.get_by_label("Explanation").fill("No place with hours that fit school.")
    page.get_by_label("What happens next?").fill("Ask the kitchen in Valby")
    expect(page.get_by_label("Month")).to_be_hidden()
    page.get_by_text("Another day").click()
    expect(page.get_by_label("Month")).to_be_visible()
    page.get_by_text("In a week").click()
    page.get_by_role("button", name="Save the answer").click()

    expect(page.locator(".message--success")).to_contain_text("it comes back by itself")
    expect(page.locator(".timeline")).to_contain_text("Ask the kitchen in Valby")
    with arranging():
        reply = Reply.objects.get(conversation=talk)
    assert (reply.cause, reply.next_on) == (
        "nothing-available",
        TODAY + timedelta(days=7),
    )


def test_without_javascript_the_filter_works_and_an_answer_is_kept(page, browser, site, talk):
    sign_in(page, "manager", then="/goals/")
    context = browser.new_context(base_url=site.url, java_script_enabled=False)
    context.add_cookies(page.context.cookies())
    plain = context.new_page()

    plain.goto("/goals/")
    plain.get_by_label("Permit ground").select_option("convention")
    plain.locator("form.filters button[type=submit]").click()
    expect(plain.locator("#figures")).to_contain_text("1 inside the deadline")
    expect(plain.locator("#figures")).not_to_contain_text("still waiting, over the deadline 2")

    plain.goto(f"/goals/conversations/{talk.public_id}/")
    plain.get_by_label("Why was it not kept in time?").select_option("nothing-available:none-fitted")
    plain.get_by_label("Explanation").fill("No place with hours that fit school.")
    plain.get_by_label("What happens next?").fill("Ask the kitchen")
    plain.get_by_text("In three working days").click()
    plain.get_by_role("button", name="Save the answer").click()
    expect(plain.locator(".timeline")).to_contain_text("Ask the kitchen")
    context.close()


def test_a_half_written_answer_is_there_again_after_the_page_was_left(page, talk):
    address = f"/goals/conversations/{talk.public_id}/"
    sign_in(page, "manager", then=address)
    page.get_by_text("In a week").click()
    page.get_by_label("Explanation").press_sequentially("No place with hours")
    expect(page.locator(".draft")).to_contain_text("Draft saved")

    page.goto("/goals/")
    page.goto(address)

    expect(page.get_by_label("Explanation")).to_have_value("No place with hours")
    expect(page.get_by_label("In a week")).to_be_checked()
