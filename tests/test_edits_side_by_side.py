"""Two people change different things of one row, or one that is gone: nobody is stopped in vain, no text is lost."""

from datetime import timedelta

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains
from uuid6 import uuid7

from accounts.day import now
from accounts.permissions import Role
from goals.models import LeadTime
from internships.models import Answer, Offer
from tests.factories import TODAY, UserFactory
from tests.forms import on
from tests.people import made_from
from tests.stale_edits.beside import BESIDE
from tests.stale_edits.of_the_case import OF_THE_CASE
from tests.stale_edits.of_work import OF_WORK
from tests.stale_edits.scene import FIRST
from tests.stale_edits.stage import address_of, arranged, chosen, facts, with_people

SCENES = OF_THE_CASE | OF_WORK


@pytest.mark.django_db
@pytest.mark.parametrize("name", BESIDE)
def test_who_changes_something_else_of_the_same_row_overtakes_nobody(
    name, signed_in, caseworker, colleague, case, settings, tmp_path
):
    settings.MEDIA_ROOT = str(tmp_path)
    scene = BESIDE[name]
    case = arranged(scene, case, caseworker)
    people = [caseworker, colleague]
    if scene.are_leads:
        people = [UserFactory(role=Role.TEAM_LEAD, unit=case.unit) for _ in range(2)]
    said = {what: chosen(what, case) for what in (scene.first[1].get("user"), scene.second[1].get("user"))}
    browsers = [
        (signed_in(who), *what) for who, what in zip(people, (scene.first, scene.second), strict=True)
    ]
    opened = [made_from(browser.get(address_of(form, scene, case))) for browser, form, _ in browsers]

    answers = [
        browser.post(address_of(form, scene, case), with_people((form, typed), said) | seen)
        for (browser, form, typed), seen in zip(browsers, opened, strict=True)
    ]

    assert all(opened)
    assert [answer.status_code for answer in answers] == [302, 302]


@pytest.mark.django_db
def test_nights_that_only_measure_overtake_nobody_who_sets_the_days(signed_in, case):
    lead = UserFactory(role=Role.TEAM_LEAD, unit=case.unit)
    row = LeadTime.objects.create(unit=case.unit, goal="internship-started", step="company", position=1)
    browser, at = signed_in(lead), reverse("goals:lead_time", args=[row.public_id])
    seen = made_from(browser.get(at))
    LeadTime.objects.update(median_days=9, cases=12, measured_on=TODAY)

    answer = browser.post(at, {"how": "instead", "days": "20", "reason": "The port is closed."} | seen)

    assert answer.status_code == 302
    assert LeadTime.objects.get().override_days == 20


@pytest.mark.django_db
def test_what_was_taken_out_whole_says_so_and_keeps_what_was_typed(signed_in, case, mentor):
    lead = UserFactory(role=Role.TEAM_LEAD, unit=case.unit)
    member = case.team.mentors().get()
    browser, at = signed_in(lead), reverse("refugees:end_mentor", args=[case.public_id, member.public_id])
    seen = made_from(browser.get(at))
    member.leave(on=member.during.lower, by=None)
    before = facts(case)

    refused = browser.post(at, on("on", FIRST) | seen)

    assertContains(refused, "It was withdrawn meanwhile", status_code=409)
    assertContains(refused, "Sun 22 Nov 2026", status_code=409)
    assertNotContains(refused, "Saved by", status_code=409)
    assertContains(refused, f'maxlength="2" value="{FIRST.day}"', status_code=409)
    assert facts(case) == before
    assert browser.get(at).status_code == 404
    assert (
        browser.post(reverse("refugees:end_mentor", args=[case.public_id, uuid7()]), seen).status_code == 404
    )


@pytest.mark.django_db
def test_a_proposal_that_fell_away_meanwhile_says_so(signed_in, caseworker, case):
    case = arranged(SCENES["a confirmation of a takeover that was confirmed"], case, caseworker)
    browser, at = signed_in(caseworker), reverse("refugees:confirm_takeover", args=[case.public_id])
    seen = made_from(browser.get(at))
    case.key_dates.current().get(event="E1").withdraw(reason="Another person.", by=None)
    case.key_dates.current().filter(event="E2").update(superseded_at=now())

    refused = browser.post(at, {"choice": "another"} | on("on", FIRST) | seen)

    assertContains(refused, "It was withdrawn meanwhile", status_code=409)
    assertContains(refused, "Sun 22 Nov 2026", status_code=409)
    assert not case.key_dates.current().filter(event="E2").exists()


@pytest.mark.django_db
def test_no_start_is_planned_on_an_offer_that_was_declined_meanwhile(signed_in, caseworker, case):
    case = arranged(SCENES["two planned starts"], case, caseworker)
    browser, at = signed_in(caseworker), address_of("internships:plan", SCENES["two planned starts"], case)
    seen = made_from(browser.get(at))
    Offer.objects.get().record_answer(
        answer=Answer.DECLINED, on=FIRST, reason="Too far away.", today=TODAY, by=caseworker
    )

    refused = browser.post(at, on("planned_start_on", TODAY + timedelta(days=3)) | seen)

    assertContains(refused, "This offer was declined or withdrawn, or did not start.", status_code=422)
    assert Offer.objects.get().planned_start_on is None
