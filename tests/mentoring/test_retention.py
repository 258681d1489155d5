"""Retention: a mentor offered and answered, talks in which every side is heard."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from accounts.scope import user_scope
from mentoring.models import RetentionOffer, RetentionTalk
from refugees.models import Draft, Talk
from tests.factories import TODAY

pytestmark = pytest.mark.django_db

YESTERDAY = TODAY - timedelta(days=1)
TALK = {
    "on_when": "yesterday",
    "form": "in-person",
    "participants": ["company", "school"],
    "business_says": "Reliable, asks when in doubt.",
    "education_says": "Follows the classes.",
    "person_says": "Wants more hours.",
    "outlook": "stays",
    "agreement": "Two hours more from January",
}


def url(case, name="retention", *args):
    return reverse(f"mentoring:{name}", args=[case.public_id, *args])


def offer(case, by, **facts):
    return RetentionOffer.objects.make(case=case, **{"on": YESTERDAY, "today": TODAY, "by": by} | facts)


def hold(case, by, **facts):
    said = {name: TALK[name] for name in ("business_says", "education_says", "person_says", "outlook")}
    facts = {"on": YESTERDAY, "form": "phone", "participants": [], "agreement": ""} | said | facts
    return RetentionTalk.objects.hold(case=case, today=TODAY, by=by, **facts)


def test_offered_and_declined_with_the_reason(lise, case):
    assertRedirects(lise.post(url(case, "offer_retention_mentor"), {"on_when": "yesterday"}), url(case))
    made = RetentionOffer.objects.get()
    address = url(case, "answer_retention_offer", made.public_id)

    refused = lise.post(address, {"answer": "declined", "on_when": "today"})
    assertContains(refused, "Say why the person does not want one.", status_code=422)
    said = {"answer": "declined", "on_when": "today", "reason": "Has a good colleague there"}
    assertRedirects(lise.post(address, said), url(case))

    made.refresh_from_db()
    assert (made.offered_on, made.answer, made.answered_on) == (YESTERDAY, "declined", TODAY)
    for page in (url(case), reverse("case", args=[case.public_id])):
        assertContains(lise.get(page), "Has a good colleague there")
    history = lise.get(reverse("refugees:history", args=[case.public_id]))
    assertContains(history, "Answer to the retention mentor offered on")


def test_one_waits_for_its_answer_before_the_next(lise, case, caseworker):
    made = offer(case, caseworker)
    again = lise.post(url(case, "offer_retention_mentor"), {"on_when": "today"})
    assertContains(again, "record the answer first", status_code=422)

    made.record_answer(answer="accepted", on=TODAY, today=TODAY, by=caseworker)
    offer(case, caseworker, on=TODAY)


@pytest.mark.parametrize(
    ("verb", "words"),
    [
        (lambda case, by: offer(case, by, on=TODAY + timedelta(days=1)), "An offer is recorded"),
        (
            lambda case, by: offer(case, by).record_answer(
                answer="accepted", on=TODAY + timedelta(days=1), today=TODAY, by=by
            ),
            "An answer is recorded",
        ),
        (
            lambda case, by: offer(case, by).record_answer(
                answer="accepted", on=TODAY - timedelta(days=9), today=TODAY, by=by
            ),
            "not before the offer",
        ),
        (lambda case, by: hold(case, by, on=TODAY + timedelta(days=1)), "A talk is recorded"),
        (lambda case, by: hold(case, by, business_says="", education_says=""), "or the school says"),
    ],
)
def test_bad_days_and_missing_words_are_refused(case, caseworker, verb, words):
    with pytest.raises(ValidationError, match=words):
        verb(case, caseworker)


def test_taken_back_it_leaves_the_page(lise, case, caseworker):
    made = offer(case, caseworker)
    address = url(case, "take_retention_offer_back", made.public_id)
    assertRedirects(lise.post(address, {"reason": "Another person"}), url(case))

    assertContains(lise.get(url(case)), "No retention mentor has been offered.")
    assertContains(lise.get(reverse("refugees:history", args=[case.public_id])), "Another person")


def test_a_talk_hears_the_workplace_the_school_and_the_person(lise, case):
    missing = lise.post(url(case, "hold_retention_talk"), TALK | {"business_says": "", "education_says": ""})
    assertContains(missing, "Write what the workplace or the school says.", status_code=422)
    assertContains(missing, "Wants more hours.", status_code=422)

    assertRedirects(lise.post(url(case, "hold_retention_talk"), TALK), url(case))

    talk = Talk.objects.get()
    assert (talk.kind, talk.on, talk.participants) == ("retention", YESTERDAY, ["company", "school"])
    page = lise.get(url(case))
    for name in ("business_says", "education_says", "person_says", "agreement"):
        assertContains(page, TALK[name])
    assertContains(lise.get(reverse("case", args=[case.public_id])), "Retention talk held on")


def test_what_was_said_is_put_right_and_a_talk_taken_back_leaves_with_it(lise, case, caseworker):
    row = hold(case, caseworker)
    mended = {name: TALK[name] for name in ("business_says", "education_says", "outlook")}
    mended |= {"person_says": "Wants to stay.", "reason": "Misheard"}
    assertRedirects(lise.post(url(case, "correct_views", row.public_id), mended), url(case))

    assertContains(lise.get(url(case)), "Wants to stay.")
    assert RetentionTalk.pgh_event_model.objects.filter(person_says="Wants more hours.").exists()
    assertContains(lise.get(reverse("refugees:history", args=[case.public_id])), "Misheard")

    row.talk.take_back(reason="Another person", on=TODAY, by=caseworker)
    assertNotContains(lise.get(url(case)), "Wants to stay.")


def test_what_is_begun_is_kept_until_it_is_sent(lise, case):
    lise.post(url(case, "keep_retention_draft"), TALK, headers={"hx-request": "true"})
    assertContains(lise.get(url(case, "hold_retention_talk")), "Wants more hours.")
    lise.post(url(case, "hold_retention_talk"), TALK)
    assert not Draft.objects.exists()


def test_it_is_for_those_who_see_the_whole_case(signed_in, case, caseworker, manager, mentor, stranger):
    offer(case, caseworker)
    hold(case, caseworker)

    for user in (mentor, stranger):
        assert signed_in(user).get(url(case)).status_code == 404
        with user_scope(user):
            for model in (RetentionOffer, RetentionTalk):
                assert not model.objects.exists()
                assert not model.pgh_event_model.objects.exists()
    with user_scope(manager):
        assert RetentionTalk.objects.visible_to(manager).count() == 1
        assert RetentionOffer.objects.visible_to(manager).count() == 1
    assert signed_in(manager).get(url(case)).status_code == 200
    assert signed_in(manager).get(url(case, "offer_retention_mentor")).status_code == 404
