"""A mentor's people handed over in a real browser, and the letters about it: fits and passes axe, in both languages."""

import re

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from accounts.models import User
from accounts.permissions import Role
from mentoring.models import HandOver
from refugees.models import TeamMember
from tests.axe import assert_good
from tests.browsing import sign_in
from tests.factories import TODAY, UserFactory
from tests.mentoring.mentors import mentor_of
from tests.mentoring.test_hand_overs import page as address
from tests.mentoring.test_hand_overs import theirs
from tests.people import arranging


@pytest.fixture
def leaving(site, request) -> User:
    """A mentor of three people, who goes; one may follow who has room for them all, one who has room for one."""
    with arranging(TODAY):
        unit = request.getfixturevalue("unit")
        request.getfixturevalue("team_lead")
        leaving = mentor_of(capacity=9)
        theirs(leaving, unit, 3)
        mentor_of(capacity=1, weekdays=[0, 2])
        UserFactory(role=Role.MENTOR, unit=None, name="Anne-Margrethe Invented-Christoffersen")
        return leaving


@pytest.mark.parametrize("language", ["en", "da"])
def test_a_mentors_people_are_handed_over_and_every_page_fits(leaving, page: Page, console, language):
    with arranging():
        User.objects.filter(username="team-lead").update(language=language)
    sign_in(page, "team-lead")
    page.goto(address(leaving))
    assert_good(page, console)

    page.locator("#main form button[type=submit]").first.click()

    expect(page).to_have_url(re.compile("/letters/"))
    expect(page.locator(".letter-sheet")).to_have_count(3)
    assert_good(page, console)
    with arranging():
        assert not TeamMember.objects.on(TODAY).filter(user=leaving).exists()
        row = HandOver.objects.first()
        member = row.case.team.get(user=row.to)
        pages = [
            reverse("mentoring:hand_over_letter", args=[row.case.public_id, member.public_id]),
            reverse("mentoring:hand_over_agreed", args=[row.case.public_id, row.public_id]),
            reverse("mentoring:holistic", args=[row.case.public_id]),
            address(leaving),
        ]
    for each in pages:
        page.goto(each)
        assert_good(page, console)
