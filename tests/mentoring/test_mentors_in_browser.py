"""Mentors offered, found and given in a real browser: every page fits and passes axe, in both languages."""

import re
from datetime import date, timedelta

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from accounts.models import Absence, User
from accounts.permissions import Role
from mentoring.models import HolisticOffer, MentorExtension
from refugees.models import Case
from refugees.parts import Part
from tests.axe import assert_good
from tests.browsing import sign_in
from tests.factories import TODAY, CaseFactory, PersonFactory, UserFactory
from tests.mentoring.mentors import mentor_of
from tests.people import arranging

MENTORS = reverse("mentoring:mentors")


@pytest.fixture
def today(site) -> date:
    return TODAY


@pytest.fixture
def mentors(today) -> list[User]:
    """One who fits, one who is full, one who is soon away, and one of whom nothing is known."""
    with arranging(today):
        known = {"sex": "f", "districts": ["valby", "vanlose"], "weekdays": [0, 2, 4]}
        fits = mentor_of(
            capacity=3, speaks=("ar", "ti"), kinds=["holistic-mentor", "retention-mentor"], **known
        )
        full = mentor_of(capacity=0)
        soon = mentor_of(capacity=6, speaks=(), sex="m")
        first_on = today + timedelta(days=5)
        Absence.objects.record(user=soon, first_on=first_on, back_on=first_on + timedelta(days=7))
        return [fits, full, soon, UserFactory(role=Role.MENTOR, unit=None)]


@pytest.fixture
def case(today, mentors, request) -> Case:
    """Somebody who wants a mentor, and says which; beside them one with a mentor who stays longer."""
    with arranging(today):
        unit, lead = request.getfixturevalue("unit"), request.getfixturevalue("team_lead")
        UserFactory(username="coordinator", name="Ida Invented", role=Role.MENTOR_COORDINATOR, unit=None)
        person = PersonFactory(
            unit=unit, given_name="Amira", family_name="Invented-Al-Hassan", interpreter="ar"
        )
        case = CaseFactory(unit=unit, person=person, mentor_offered_on=None)
        facts = {"today": today, "by": lead}
        offer = HolisticOffer.objects.make(
            case=case, on=today, wished_sex="f", district="valby", wish="Somebody with children", **facts
        )
        offer.record_answer(answer="accepted", on=today, **facts)
        cared_for = CaseFactory(unit=unit, mentor_offered_on=None)
        given = HolisticOffer.objects.make(case=cared_for, on=today, **facts)
        member = given.accept_with(mentor=mentors[0], on=today, **facts)
        MentorExtension.objects.grant(
            member=member, last_on=member.last_on + timedelta(days=40), reason="School begins in May", **facts
        )
        return case


def addresses_for_a_lead(case: Case, mentors: list[User]) -> list[str]:
    """Every page about mentors that a team lead opens."""
    with arranging():
        offer = case.holistic_offers.get().public_id
        member = MentorExtension.objects.get().member
        other = member.case.public_id
        mine, own = [case.public_id], [case.public_id, offer]
        return [
            MENTORS,
            reverse("mentoring:give_mentor", args=[offer]),
            reverse("mentoring:mentor_profile", args=[mentors[0].public_id]),
            reverse("mentoring:mentor_away", args=[mentors[0].public_id]),
            reverse("mentoring:holistic", args=[other]),
            reverse("mentoring:extend_mentor", args=[other, member.public_id]),
            reverse("mentoring:holistic", args=mine),
            reverse("mentoring:offer_holistic_mentor", args=mine),
            reverse("mentoring:answer_holistic_offer", args=own),
            reverse("mentoring:take_holistic_offer_back", args=own),
            reverse("mentoring:assign_retention_mentor", args=mine),
            reverse("case", args=mine),
        ]


@pytest.mark.parametrize("language", ["en", "da"])
def test_every_page_fits_and_passes_axe_at_every_width(case, mentors, page: Page, console, language):
    with arranging():
        User.objects.filter(username="team-lead").update(language=language)
    sign_in(page, "team-lead")

    for address in addresses_for_a_lead(case, mentors):
        page.goto(address)
        assert page.locator("html").get_attribute("lang") == language
        assert_good(page, console)


def test_without_javascript_a_coordinator_finds_a_mentor_for_whoever_waits(
    case, mentors, page, browser, site
):
    sign_in(page, "coordinator")
    context = browser.new_context(base_url=site.url, java_script_enabled=False)
    context.add_cookies(page.context.cookies())
    plain = context.new_page()
    plain.goto("/")

    plain.get_by_role("link", name="Find a mentor").click()
    suggested = plain.get_by_role("group", name="Who becomes the mentor?").get_by_role("radio")
    expect(suggested).to_have_count(3)
    expect(suggested.first).to_have_accessible_name(re.compile(f"^{mentors[0].name}: as the person wishes"))
    expect(plain.get_by_text("1 mentor has no room.")).to_be_visible()
    plain.get_by_label(mentors[0].name).check(force=True)
    plain.get_by_label("Today").check(force=True)
    plain.get_by_role("button", name="Give this mentor").click()

    expect(plain.get_by_role("main")).to_contain_text("0 people wait for a mentor")
    with arranging():
        assert case.team.get(part=Part.HOLISTIC_MENTOR).user == mentors[0]
    context.close()
