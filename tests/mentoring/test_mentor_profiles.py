"""What is known of a mentor, what they carry, when they are away; written by those who find mentors."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from accounts.models import Absence
from accounts.permissions import Role
from accounts.scope import user_scope
from mentoring.matching import weigh
from mentoring.mentors import suggested
from mentoring.models import MentorLoad, MentorProfile
from refugees.models import Household
from tests.factories import TODAY, CaseFactory, PersonFactory, UserFactory
from tests.forms import on
from tests.mentoring.mentors import accept, mentor_of, who_wants_one

pytestmark = pytest.mark.django_db

MENTORS = reverse("mentoring:mentors")
SAID = {
    "kinds": ["holistic-mentor", "retention-mentor"],
    "capacity": "5",
    "sex": "f",
    "speaks": ["ti", "ar"],
    "districts": ["valby", "vanlose"],
    "weekdays": ["1", "3"],
}


def url(mentor, name="mentor_profile"):
    return reverse(f"mentoring:{name}", args=[mentor.public_id])


def test_a_profile_is_written_and_read(at_forms, team_lead, mentor):
    browser = at_forms(team_lead)
    assertContains(browser.get(MENTORS), "0 people of at most 20 (internal default)")
    missing = browser.post(url(mentor), SAID | {"capacity": "", "kinds": []})
    assertContains(missing, "Write a number.", status_code=422)
    assertContains(missing, "Choose of which kind the mentor is.", status_code=422)

    assertRedirects(browser.post(url(mentor), SAID), MENTORS)

    mentor.refresh_from_db()
    profile = MentorProfile.objects.get(user=mentor)
    assert (profile.capacity, profile.sex, profile.weekdays) == (5, "f", [1, 3])
    assert (profile.districts, mentor.speaks) == (["valby", "vanlose"], ["ti", "ar"])
    for words in ("0 people of at most 5", "Tigrinya, Arabic", "Valby, Vanløse", "Tue, Thu"):
        assertContains(browser.get(MENTORS), words)


def test_whoever_saves_second_sees_both_texts(at_forms, signed_in, team_lead, unit):
    mentor = mentor_of(capacity=2)
    other = signed_in(UserFactory(role=Role.TEAM_LEAD, unit=unit))
    version = other.get(url(mentor)).context["version"]
    assertRedirects(at_forms(team_lead).post(url(mentor), SAID), MENTORS)

    late = other.post(url(mentor), SAID | {"capacity": "7", "version": version})

    assertContains(late, "Somebody else saved this while you were writing", status_code=409)
    assert MentorProfile.objects.get(user=mentor).capacity == 5


def test_the_languages_are_not_overwritten_by_somebody_who_did_not_see_them(
    at_forms, signed_in, team_lead, unit
):
    mentor = mentor_of(speaks=["ar"])
    late = signed_in(UserFactory(role=Role.TEAM_LEAD, unit=unit))
    version = late.get(url(mentor)).context["version"]
    same = SAID | {"kinds": ["holistic-mentor"], "capacity": "3", "sex": "", "districts": [], "weekdays": []}
    assertRedirects(at_forms(team_lead).post(url(mentor), same | {"speaks": ["ti", "so"]}), MENTORS)

    refused = late.post(url(mentor), same | {"speaks": ["prs"], "version": version})

    for words in ("Somebody else saved this while you were writing", "Languages: Tigrinya, Somali", "Dari"):
        assertContains(refused, words, status_code=409)
    mentor.refresh_from_db()
    assert mentor.speaks == ["ti", "so"]
    knowingly = same | {"speaks": ["prs"], "version": refused.context["version"]}
    assertRedirects(late.post(url(mentor), knowingly), MENTORS)


def test_away_is_noted_and_no_reason_kept(at_forms, team_lead, mentor, unit):
    browser = at_forms(team_lead)
    said = on("first_on", TODAY) | on("back_on", TODAY + timedelta(days=7))
    wrong = on("first_on", TODAY) | on("back_on", TODAY)
    refused = browser.post(url(mentor, "mentor_away"), wrong)
    assertContains(refused, "The first day back comes after the first day away.", status_code=422)

    assertRedirects(browser.post(url(mentor, "mentor_away"), said), MENTORS)

    assertContains(browser.get(MENTORS), "Away today")
    offer = who_wants_one(unit)
    assert "away today" in suggested(offer.case, offer, TODAY)[-1].reasons
    absence = Absence.objects.get()
    assertRedirects(browser.post(reverse("mentoring:mentor_back", args=[absence.public_id])), MENTORS)
    assertNotContains(browser.get(MENTORS), "Away today")


def test_working_days_and_days_away_to_come_are_told_with_the_suggestion(unit):
    mentor = mentor_of(weekdays=[1, 3])
    Absence.objects.record(user=mentor, first_on=TODAY + timedelta(days=7), back_on=TODAY + timedelta(days=9))
    offer = who_wants_one(unit)

    reasons = suggested(offer.case, offer, TODAY)[0].reasons

    assert "away from Mon 30 Nov until Tue 1 Dec" in reasons
    assert "works Tue, Thu, next on Tue 24 Nov" in reasons
    Absence.objects.record(user=mentor, first_on=TODAY, back_on=TODAY + timedelta(days=2))
    assert "works Tue, Thu, next on Thu 26 Nov" in suggested(offer.case, offer, TODAY)[0].reasons
    Absence.objects.record(user=mentor, first_on=TODAY + timedelta(days=2), back_on=TODAY + timedelta(days=7))
    Absence.objects.record(user=mentor, first_on=TODAY + timedelta(days=9))
    reasons = suggested(offer.case, offer, TODAY)[0].reasons
    assert {"away today", "not here in the next weeks"} < set(reasons)


def test_loads_count_over_all_units_and_as_the_suggestion_weighs(unit, other_unit, team_lead):
    mentor = mentor_of(capacity=9, speaks=["ar"])
    begun = date(2026, 8, 1)
    home = Household.objects.form(unit=unit)
    CaseFactory(unit=unit, household=home)
    family = CaseFactory(unit=unit, household=home, mentor=mentor, taken_over_on=begun, opened_on=begun)
    foreign = CaseFactory(
        unit=other_unit,
        mentor=mentor,
        taken_over_on=begun,
        opened_on=begun,
        person=PersonFactory(unit=other_unit, interpreter="ti"),
    )
    new = accept(who_wants_one(unit), mentor).case
    old = {"is_new": False, "has_family": False, "shares_language": True}
    weight = sum(
        [
            weigh(**old | {"has_family": True}),
            weigh(**old | {"shares_language": False}),
            weigh(**old | {"is_new": True}),
        ]
    )

    with user_scope(team_lead):
        assert MentorProfile.objects.loads(TODAY) == {mentor.pk: MentorLoad(3, weight)}
    family.close(on=TODAY, reason="moved", by=None)
    assert MentorProfile.objects.loads(TODAY)[mentor.pk].people == len([foreign, new])


@pytest.mark.parametrize(("begun", "weight"), [(date(2026, 8, 23), 1), (date(2026, 8, 24), 2), (TODAY, 2)])
def test_three_months_are_new(unit, begun, weight):
    mentor = mentor_of()
    CaseFactory(unit=unit, mentor=mentor, taken_over_on=begun, opened_on=begun)

    assert MentorProfile.objects.loads(TODAY) == {mentor.pk: MentorLoad(1, weight)}


def test_only_those_who_find_mentors_read_loads_and_profiles(
    signed_in, caseworker, manager, mentor, stranger
):
    other = mentor_of()
    MentorProfile.objects.write(
        mentor=mentor, speaks=["ar"], kinds=["holistic-mentor"], capacity=2, sex="", districts=[], weekdays=[]
    )
    Absence.objects.record(user=mentor, first_on=TODAY)
    for user in (caseworker, manager, stranger, other):
        assert signed_in(user).get(MENTORS).status_code == 403
        with user_scope(user):
            mine = set(MentorProfile.objects.values_list("user", flat=True))
            assert mine == ({other.pk} if user == other else set())
            assert set(MentorProfile.objects.visible_to(user).values_list("user", flat=True)) == mine
            assert MentorProfile.objects.loads(TODAY) == {}
            assert not Absence.objects.exists()


def test_of_somebody_who_is_no_mentor_there_is_no_profile(signed_in, team_lead, caseworker):
    assert signed_in(team_lead).get(url(caseworker)).status_code == 404
    assert signed_in(team_lead).post(url(caseworker), SAID).status_code == 404
    assert not MentorProfile.objects.exists()
