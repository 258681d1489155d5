"""Days away on the screen: recorded, judged, heard, decided; the letters; who may and who must not know."""

from datetime import date

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from accounts.models import AccessLog
from internships.away_panel import away_panel
from internships.models import StayedAway, StayedAwayDecision
from refugees.attended import attended
from tests.factories import TODAY
from tests.forms import no_day, on
from tests.internships.away import FIRST, INFORMED, decided, heard, judged, told
from tests.internships.recording import today, url
from tests.people import made_from

pytestmark = pytest.mark.django_db


def step(name, case, away):
    return reverse("internships:away_step", args=[case.public_id, away.public_id, name])


def letter(which, case, away):
    return reverse("internships:away_letter", args=[case.public_id, away.public_id, which])


def test_from_the_telling_to_the_complaint_on_the_screen(lise, case, occupation):
    key = str(attended([case.pk])[0].key)
    sent = {"attended": key, "told_by": "company", "explanation": ""} | on("first_on", FIRST)
    recorded = lise.post(url("record_stayed_away", case), sent | no_day("last_on") | today("told_on"))
    away = StayedAway.objects.get()
    assertRedirects(recorded, url("stayed_away", case, away), fetch_redirect_response=False)

    lise.post(
        step("judge", case, away), {"ground": "none", "ground_reason": "Told nobody."} | today("judged_on")
    )
    lise.post(
        step("hear", case, away),
        {"heard_about": "The day."} | today("heard_on") | on("answer_by", date(2026, 12, 1)),
    )
    lise.post(step("inform", case, away), {"informed_by": "contract"} | on("informed_on", INFORMED))
    lise.post(step("answer", case, away), {"answer": "I overslept."} | today("answered_on"))
    made = {"consequence": "deduction", "reasons": "A day.", "laws": "akl-35-40a", "law_text": "Cited"}
    lise.post(step("decide", case, away), made | today("decided_on"))
    lise.post(step("arrive", case, away), today("arrived_on"))
    lise.post(step("complain", case, away), {"complaint": "I was there."} | today("complained_on"))

    page = lise.get(url("stayed_away", case, away))
    assertContains(page, "Complaint to be looked at")
    assertContains(page, "Mon 21 Dec", count=2)
    assertContains(page, "RSL §§ 66-67, BEK 861/2025 § 11")
    assertContains(lise.get(reverse("case", args=[case.public_id])), "Complaint to be looked at")


def test_a_decision_before_its_time_is_refused_in_words_and_nothing_is_lost(
    lise, case, caseworker, occupation
):
    away = heard(case, caseworker).away
    made = {
        "consequence": "deduction",
        "reasons": "A day of mine.",
        "laws": "akl-35-40a",
        "law_text": "Cited",
    }

    refused = lise.post(step("decide", case, away), made | today("decided_on"))

    assertContains(refused, "was told in writing beforehand", status_code=422)
    assertContains(refused, "A day of mine.", status_code=422)
    assert StayedAwayDecision.objects.get().decided_on is None


def test_the_letters_say_it_in_danish_and_english_with_the_complaint_guide(
    lise, case, caseworker, occupation
):
    away = decided(case, caseworker).away

    hearing, decision = (lise.get(letter(which, case, away)) for which in ("hearing", "decision"))

    assertContains(hearing, "We have not decided anything yet.")
    assertContains(hearing, "Vi har ikke afgjort noget endnu.")
    assertContains(hearing, "22.11.2026")
    assertContains(decision, "four weeks from the day on which you got this letter")
    assertContains(decision, "Ankestyrelsens Beskæftigelsesudvalg", count=2)
    assertContains(decision, "You stayed away on both days, and told nobody.")
    assertContains(decision, "Fradrag i ydelsen for dagene")
    assert lise.get(letter("decision", case, judged(case, caseworker))).status_code == 404


def test_steps_that_cannot_be_taken_are_not_offered_and_not_opened(lise, case, caseworker, occupation):
    away = told(case, caseworker)

    page = lise.get(url("stayed_away", case, away))

    assertContains(page, "Judge the ground")
    assertNotContains(page, "Begin the hearing")
    for name in ("hear", "decide", "send-on", "nothing-like-this"):
        assert lise.get(step(name, case, away)).status_code == 404


def test_a_manager_reads_and_takes_no_step(signed_in, manager, case, caseworker, occupation):
    away = told(case, caseworker)
    jens = signed_in(manager)

    assertNotContains(jens.get(url("stayed_away", case, away)), "What can be done now")
    refused = jens.post(
        step("judge", case, away), {"ground": "none", "ground_reason": "x"} | today("judged_on")
    )
    assert refused.status_code == 404
    assert StayedAway.objects.get().ground == ""


def test_a_mentor_and_a_stranger_learn_nothing(signed_in, mentor, stranger, case, caseworker, occupation):
    away = told(case, caseworker)

    for user in (mentor, stranger):
        client = signed_in(user)
        assert client.get(url("stayed_away", case, away)).status_code == 404
        assert not StayedAway.objects.visible_to(user).exists()
    assertNotContains(signed_in(mentor).get(reverse("case", args=[case.public_id])), "Stayed away")


def test_reading_a_letter_is_logged_as_an_opening(lise, case, caseworker, occupation):
    away = heard(case, caseworker).away

    lise.get(letter("hearing", case, away))

    assert AccessLog.objects.filter(user=caseworker, case_id=case.pk, page="internships:away_letter").exists()


@pytest.mark.parametrize("number", [3, 30])
def test_the_panel_asks_one_question_however_many_days(
    case, caseworker, occupation, number, django_assert_num_queries
):
    for _ in range(number):
        told(case, caseworker)

    with django_assert_num_queries(1):
        panel = away_panel(case, caseworker, TODAY)
    assert len(panel.holds["stories"]) == number


def test_a_hearing_that_somebody_began_meanwhile_is_begun_once_and_what_was_typed_stands(
    signed_in, case, caseworker, colleague, occupation
):
    away, browser = judged(case, caseworker), signed_in(caseworker)
    address = step("hear", case, away)
    seen = made_from(browser.get(address))
    about = {"heard_on": TODAY, "heard_about": "Both days.", "answer_by": date(2026, 12, 1)}
    StayedAwayDecision.objects.hear(away=away, today=TODAY, by=colleague, **about)

    typed = {"heard_about": "The days of mine."} | today("heard_on") | on("answer_by", date(2026, 12, 1))
    refused = browser.post(address, typed | seen)

    assertContains(refused, "The hearing has begun.", status_code=422)
    assertContains(refused, "The days of mine.", status_code=422)
    assert StayedAwayDecision.objects.get().heard_about == "Both days."
