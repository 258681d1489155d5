"""Periods that were put right, and two who change one thing at once, in a real browser."""

from datetime import timedelta

import pytest
from django.db.backends.postgresql.psycopg_any import DateRange
from django.urls import reverse
from playwright.sync_api import Page, expect

from refugees.models import BenefitPeriod, JobReadiness
from tests.axe import WIDER_THAN_THE_SCREEN, WIDTHS, assert_good, violations
from tests.browsing import sign_in
from tests.factories import TODAY
from tests.people import arranging


@pytest.fixture
def put_right(site, request):
    """A case with periods that stand, that were corrected and that were withdrawn."""
    with arranging():
        case, caseworker = request.getfixturevalue("case"), request.getfixturevalue("caseworker")
        request.getfixturevalue("colleague")
        job = BenefitPeriod.objects.begin(
            case=case, kind="self-supporting", on=TODAY - timedelta(days=9), by=caseworker
        )
        earlier = DateRange(TODAY - timedelta(days=12), None)
        job.correct(kind="self-supporting", during=earlier, why="The contract says so.", by=caseworker)
        reason = "Cannot take part in anything before the treatment has ended."
        wrong = JobReadiness.objects.decide(
            case=case, is_ready=False, on=TODAY - timedelta(days=3), reason=reason, by=caseworker
        )
        wrong.withdraw(why="Decided about another person.", on=TODAY, by=caseworker)
    return case


def address(case, name, *args):
    return reverse(f"refugees:{name}", args=[case.public_id, *args])


def test_the_page_and_the_forms_are_good_at_every_width(page: Page, console, put_right):
    sign_in(page, "caseworker")
    with arranging():
        job = put_right.benefits.latest()
    for where in (
        address(put_right, "dates"),
        address(put_right, "correct_benefit", job.public_id),
        address(put_right, "withdraw_benefit", job.public_id),
    ):
        page.goto(where)
        assert_good(page, console)


def test_two_who_change_one_period_see_both_texts(page: Page, console, put_right, browser, site):
    with arranging():
        job = put_right.benefits.latest()
    form = address(put_right, "correct_benefit", job.public_id)
    sign_in(page, "caseworker", then=form)
    other = browser.new_context(base_url=site.url, locale="en-GB")
    theirs = other.new_page()
    sign_in(theirs, "colleague", then=form)
    for who, why in ((theirs, "The payslip."), (page, "The telephone call.")):
        who.get_by_label("Why is it corrected?").fill(why)
    theirs.get_by_label("On benefit").check()
    theirs.get_by_role("button", name="Save the correction").click()
    theirs.wait_for_url("**/dates/")
    other.close()

    with page.expect_console_message(lambda message: "409" in message.text):
        page.get_by_role("button", name="Save the correction").click()

    assert [message for message in console if "409" not in message] == []
    console.clear()
    conflict = page.get_by_role("alert")
    expect(conflict).to_contain_text("Reason: The payslip.")
    expect(conflict).to_contain_text("The telephone call.")
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate(WIDER_THAN_THE_SCREEN) == []
        assert violations(page) == []
    page.get_by_role("button", name="Save the correction").click()
    page.wait_for_url("**/dates/")
    for why in ("The payslip.", "The telephone call."):
        expect(page.get_by_text(f"Reason: {why}")).to_be_visible()
