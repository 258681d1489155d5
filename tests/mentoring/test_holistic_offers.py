"""A mentor for the first year: offered with the person's wishes, answered, given for a year, longer with a reason."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db.backends.postgresql.psycopg_any import DateRange
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from accounts.scope import user_scope
from mentoring.models import HolisticOffer, MentorExtension
from refugees.models import Case, StaleEdit, TeamMember
from refugees.parts import Part
from tests.factories import TODAY, CaseFactory, UserFactory
from tests.forms import on
from tests.mentoring.mentors import accept, mentor_of, who_wants_one

pytestmark = pytest.mark.django_db

YEAR_LATER = date(2027, 11, 23)


@pytest.fixture
def alone(unit, caseworker):
    """A case whose person has no mentor and was offered none."""
    return CaseFactory(
        unit=unit, caseworker=caseworker, taken_over_on=date(2026, 11, 16), mentor_offered_on=None
    )


def url(case, name="holistic", *args):
    return reverse(f"mentoring:{name}", args=[case.public_id, *args])


def make(case, **facts):
    return HolisticOffer.objects.make(case=case, **{"on": TODAY, "today": TODAY, "by": None} | facts)


def test_offered_with_the_wishes_and_declined_with_the_reason(lise, alone):
    said = {"on_when": "today", "wished_sex": "f", "district": "valby", "wish": "Somebody with children"}
    assertRedirects(lise.post(url(alone, "offer_holistic_mentor"), said), url(alone))
    made = HolisticOffer.objects.get()
    assert (made.wished_sex, made.district, made.wish) == ("f", "valby", "Somebody with children")
    for words in ("Woman", "Valby", "Somebody with children", "Not answered yet"):
        assertContains(lise.get(url(alone)), words)

    address = url(alone, "answer_holistic_offer", made.public_id)
    refused = lise.post(address, {"answer": "declined", "on_when": "today"})
    assertContains(refused, "Say why the person does not want one.", status_code=422)
    no = {"answer": "declined", "on_when": "today", "reason": "Has a cousin here"}
    assertRedirects(lise.post(address, no), url(alone))

    for page in (url(alone), reverse("case", args=[alone.public_id])):
        assertContains(lise.get(page), "Has a cousin here")
    history = lise.get(reverse("refugees:history", args=[alone.public_id]))
    assertContains(history, "Answer to the holistic mentor offered on")


def test_one_waits_for_its_answer_before_the_next(lise, alone):
    make(alone)
    again = lise.post(url(alone, "offer_holistic_mentor"), {"on_when": "today"})

    assertContains(again, "record the answer first", status_code=422)
    assert HolisticOffer.objects.count() == 1


def test_taken_back_it_leaves_the_page(lise, alone):
    made = make(alone)
    address = url(alone, "take_holistic_offer_back", made.public_id)
    assertRedirects(lise.post(address, {"reason": "Another person"}), url(alone))

    assertContains(lise.get(url(alone)), "No mentor for the first year has been offered.")
    assertContains(lise.get(reverse("refugees:history", args=[alone.public_id])), "Another person")


@pytest.mark.parametrize(
    ("verb", "words"),
    [
        (lambda case, by: make(case, on=TODAY + timedelta(days=1)), "An offer is recorded"),
        (
            lambda case, by: make(case).record_answer(
                answer="accepted", on=TODAY - timedelta(days=9), today=TODAY, by=by
            ),
            "not before the offer",
        ),
        (
            lambda case, by: accept(make(case), mentor_of(), by, on=TODAY + timedelta(days=1)),
            "An answer is recorded",
        ),
        (lambda case, by: accept(who_wants_one(case.unit, "declined"), mentor_of(), by), "does not want"),
    ],
)
def test_bad_days_and_a_mentor_against_the_answer_are_refused(alone, caseworker, verb, words):
    with pytest.raises(ValidationError, match=words):
        verb(alone, caseworker)

    assert not TeamMember.objects.mentors().exists()


def test_the_suggestion_says_why_and_whoever_is_chosen_stays_a_year(at_forms, team_lead, unit):
    offer = who_wants_one(unit, answer="", wished_sex="f", district="valby")
    fits = mentor_of(sex="f", districts=["valby"])
    mentor_of(speaks=(), sex="m")
    full = mentor_of(capacity=0)
    browser = at_forms(team_lead)
    address = reverse("mentoring:give_mentor", args=[offer.public_id])

    page = browser.get(address)
    for words in (
        "as the person wishes · speaks Arabic · at home in the person&#x27;s district",
        "not as the person wishes · no language in common",
        "1 mentor has no room.",
    ):
        assertContains(page, words)
    assertNotContains(page, full.name)
    said = {"user": str(fits.public_id), "on_when": "today"}
    assertRedirects(browser.post(address, said), reverse("mentoring:mentors"))

    offer.refresh_from_db()
    member = offer.case.team.get(part=Part.HOLISTIC_MENTOR)
    assert (offer.answer, offer.answered_on, member.user) == ("accepted", TODAY, fits)
    assert (member.during.lower, member.during.upper) == (TODAY, YEAR_LATER)
    assertNotContains(browser.get(reverse("mentoring:mentors")), offer.case.person.name)


def test_of_two_who_give_one_person_a_mentor_the_second_sees_the_first(at_forms, team_lead, unit):
    offer = who_wants_one(unit)
    first, second = mentor_of(), mentor_of()
    other = at_forms(UserFactory(role="team_lead", unit=unit))
    address = reverse("mentoring:give_mentor", args=[offer.public_id])
    at_forms(team_lead).post(address, {"user": str(first.public_id), "on_when": "today"})

    late = other.post(address, {"user": str(second.public_id), "version": ""} | on("on", TODAY))

    assert late.status_code == 409
    assertContains(late, "Somebody else saved this while you were writing", status_code=409)
    assert offer.case.team.mentors().get().user == first


def test_a_mentor_follows_another_for_a_year_and_takes_the_access_with_them(at_forms, team_lead, unit):
    before, after = mentor_of(), mentor_of()
    offer = who_wants_one(unit)
    former = offer.case.team.create(
        user=before, part=Part.HOLISTIC_MENTOR, during=DateRange(TODAY - timedelta(days=30), None)
    )
    address = reverse("mentoring:give_mentor", args=[offer.public_id])

    at_forms(team_lead).post(address, {"user": str(after.public_id), "on_when": "today"})

    former.refresh_from_db()
    assert former.last_on == TODAY - timedelta(days=1)
    member = offer.case.team.get(user=after)
    assert (member.part, member.during.upper) == (Part.HOLISTIC_MENTOR, YEAR_LATER)
    assert not Case.objects.visible_to(before).exists()
    assert Case.objects.visible_to(after).get() == offer.case


def test_a_retention_mentor_is_suggested_with_reasons_and_stays_until_somebody_ends_it(
    at_forms, team_lead, unit
):
    offer = who_wants_one(unit, "declined", wished_sex="f", district="valby")
    case, kind = offer.case, [Part.RETENTION_MENTOR]
    fits = mentor_of(kinds=kind, sex="f", districts=["valby"])
    of_the_year, full = mentor_of(), mentor_of(kinds=kind, capacity=0)
    browser, address = at_forms(team_lead), url(case, "assign_retention_mentor")

    page = browser.get(address)
    assertContains(page, "as the person wishes · speaks Arabic · at home in the person&#x27;s district")
    for absent in (of_the_year, full):
        assertNotContains(page, absent.name)
    answer = browser.post(address, {"user": str(fits.public_id), "on_when": "today"}, follow=True)

    assertContains(answer, f"{fits.name} is now a mentor on the case.")
    member = case.team.mentors().get()
    assert (member.user, member.part, member.during.upper) == (fits, Part.RETENTION_MENTOR, None)


def test_on_a_closed_case_nobody_is_assigned(at_forms, team_lead, unit):
    case, mentor = CaseFactory(unit=unit), mentor_of(kinds=[Part.RETENTION_MENTOR])
    case.close(on=TODAY, reason="moved", by=None)
    said = {"user": str(mentor.public_id), "on_when": "today"}

    refused = at_forms(team_lead).post(url(case, "assign_retention_mentor"), said)

    assertContains(refused, "The case is closed. Take the closing back first", status_code=422)
    assert not case.team.exists()


def test_the_year_is_made_longer_with_a_reason(at_forms, team_lead, unit):
    member = accept(who_wants_one(unit), mentor_of())
    browser, case = at_forms(team_lead), member.case
    address = url(case, "extend_mentor", member.public_id)

    silent = browser.post(address, on("last_on", date(2027, 12, 31)))
    assertContains(silent, "Say why.", status_code=422)
    shorter = browser.post(address, on("last_on", date(2027, 1, 31)) | {"reason": "Moves in May"})
    assertContains(shorter, "Choose a day after the last day that is agreed now.", status_code=422)
    for_ever = browser.post(address, on("last_on", date(2206, 12, 31)) | {"reason": "Moves in May"})
    assertContains(for_ever, "A mentor stays at most a year more at a time.", status_code=422)
    longer = on("last_on", date(2027, 12, 31)) | {"reason": "Moves in May"}
    assertRedirects(browser.post(address, longer), url(case))

    member.refresh_from_db()
    row = MentorExtension.objects.get()
    assert member.during.upper == row.until == date(2028, 1, 1)
    assert (row.was_until, row.recorded_by) == (YEAR_LATER, team_lead)
    assertContains(browser.get(url(case)), "Moves in May")
    history = browser.get(reverse("refugees:history", args=[case.public_id]))
    assertContains(history, "Moves in May")


def test_a_time_without_an_end_is_not_extended_and_a_stale_form_is_refused(unit, case, team_lead):
    member = case.team.mentors().get()
    facts = {"last_on": date(2028, 1, 1), "reason": "Moves in May", "today": TODAY, "by": team_lead}

    with pytest.raises(ValidationError, match="with a last day"):
        MentorExtension.objects.grant(member=member, **facts)
    gone = accept(who_wants_one(unit), mentor_of())
    TeamMember.objects.get(pk=gone.pk).leave(on=TODAY, by=None)
    with pytest.raises(StaleEdit):
        MentorExtension.objects.grant(member=gone, **facts)


def test_it_is_for_those_who_see_the_whole_case(signed_in, alone, mentor, stranger, manager, team_lead):
    member = accept(make(alone), mentor)
    MentorExtension.objects.grant(
        member=member, last_on=date(2028, 1, 1), reason="Moves in May", today=TODAY, by=team_lead
    )

    for user in (mentor, stranger):
        assert signed_in(user).get(url(alone)).status_code == 404
        with user_scope(user):
            for model in (HolisticOffer, MentorExtension):
                assert not model.objects.exists()
                assert not model.pgh_event_model.objects.exists()
                assert not model.objects.visible_to(user).exists()
    with user_scope(manager):
        assert HolisticOffer.objects.visible_to(manager).count() == 1
        assert MentorExtension.objects.visible_to(manager).count() == 1
    assert signed_in(manager).get(url(alone)).status_code == 200
    assert signed_in(manager).get(url(alone, "offer_holistic_mentor")).status_code == 404
