"""The choice of e-mails, the administrator's page and a mail itself, in a real browser."""

import re
from datetime import date

import pytest
from playwright.sync_api import Page, expect

from accounts.models import User
from goals import jobs
from goals.models import Job, JobRun, Mail, Recalculation
from goals.models.recalculation import TRIES
from tests.axe import assert_good, violations
from tests.browsing import sign_in
from tests.factories import TODAY, CaseFactory
from tests.goals.test_jobs_page import given_up, written
from tests.people import arranging

WIDTHS = (1440, 390, 320)


@pytest.fixture
def staff(site, request):
    """A caseworker and an administrator; mail that waits or was given up, and cases that cannot be derived."""
    with arranging():
        team_lead = request.getfixturevalue("team_lead")
        administrator = request.getfixturevalue("administrator")
        given_up(request.getfixturevalue("caseworker"))
        given_up(request.getfixturevalue("colleague"))
        written(team_lead)
        JobRun.objects.begin(Job.SWEEP, as_of=TODAY).finish(read=3)
        JobRun.objects.begin(Job.DIGESTS, as_of=TODAY).finish(read=7, errors=2)
        CaseFactory(unit=team_lead.unit)
        run = Recalculation.objects.begin_nightly()
        run.lay_out()
        for _try in range(TRIES):
            run.chunks.get().failed([41, 42], "ValueError, goals/reckoning.py:64", {})
    return administrator


def test_the_choice_of_mails_is_good_at_every_width_and_is_kept(page: Page, console, staff):
    sign_in(page, "team-lead")
    assert_good(page, console, WIDTHS)

    page.get_by_label("At once").check()
    page.get_by_label("Each working morning").uncheck()
    page.get_by_role("button", name="Save").click()

    expect(page.get_by_text("Your settings are saved.")).to_be_visible()
    expect(page.get_by_label("At once")).to_be_checked()
    with arranging():
        assert User.objects.get(username="team-lead").mails == ["at-once"]


def test_the_administrators_page_is_good_at_every_width_and_starts_a_mail_anew(page: Page, console, staff):
    sign_in(page, "administrator", "/goals/jobs/")
    expect(page.get_by_text("2 cases with the keys 41, 42")).to_be_visible()
    assert_good(page, console, WIDTHS)

    page.get_by_role("button", name=re.compile("Try again ?: Lise Invented")).click()

    expect(page.get_by_text("The e-mail is tried again")).to_be_visible()
    expect(page.get_by_role("button", name="Try again")).to_have_count(1)
    assert_good(page, console, WIDTHS)


def test_a_mail_is_good_at_every_width(page: Page, console, staff, request):
    with arranging(date(2026, 12, 3)):
        case = request.getfixturevalue("case")
        case.team.model.objects.caseworkers().get().user.choose_mails(["at-once"])
        jobs.sweep()
        jobs.deliver_notices()
        html = Mail.objects.get(kind="at-once").html
    page.goto("about:blank")
    page.set_content(html)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        assert violations(page) == []
