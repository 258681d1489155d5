"""What began on the screen: started, ended, corrected, taken back."""

from datetime import date

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertRedirects

from goals.models import Clock, State
from internships.models import Answer, Ending, Kind, Offer, Placement
from tests.factories import TODAY
from tests.forms import on
from tests.internships.recording import today, url

pytestmark = pytest.mark.django_db


def test_a_start_on_an_offer_accepts_it_and_keeps_the_promise(lise, case, offer):
    response = lise.post(url("start", case, offer), on("started_on", date(2026, 11, 16)), follow=True)

    assertContains(response, "The start is recorded.")
    placement = Placement.objects.get()
    assert (placement.offer, placement.kind, placement.company) == (offer, Kind.INTERNSHIP, offer.company)
    assert Offer.objects.get().answer == Answer.ACCEPTED
    clock = Clock.objects.at(TODAY).get(case=case, goal="internship-started")
    assert (clock.state, clock.met_on) == (State.MET_IN_TIME, date(2026, 11, 16))


def test_a_start_sent_twice_makes_one(lise, case, offer):
    key = {"once": "0193d0a0-0000-4000-8000-000000000000"}

    for _ in range(2):
        response = lise.post(url("start", case, offer), today("started_on") | key)

    assertRedirects(response, reverse("case", args=[case.public_id]), fetch_redirect_response=False)
    assert Placement.objects.count() == 1


def test_a_start_in_the_future_is_refused(lise, case, offer):
    response = lise.post(url("start", case, offer), on("started_on", date(2026, 11, 24)))

    assertContains(response, "A start is recorded on the day or later, not before.", status_code=422)
    assert not Placement.objects.exists()
    assert Offer.objects.get().answer == Answer.OPEN


def test_an_offer_is_started_once(lise, case, offer, placement):
    response = lise.post(url("start", case, offer), today("started_on"))

    assertContains(response, "This offer has already been started.", status_code=422)
    assert Placement.objects.count() == 1


def test_a_job_the_person_found_is_a_start_without_an_offer(lise, case, company):
    lise.post(url("start_elsewhere", case), {"company_search": "bakery", "kind": "job"} | today("started_on"))

    placement = Placement.objects.get()
    assert (placement.kind, placement.offer, placement.started_on) == (Kind.JOB, None, TODAY)


def test_an_end_is_recorded(lise, case, placement):
    lise.post(url("end", case, placement), {"ending": "job"} | today("last_on"))

    placement.refresh_from_db()
    assert (placement.ending, placement.last_on) == (Ending.JOB, TODAY)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"ending": ""}, "Choose how it ended."),
        (on("last_on", date(2026, 11, 15)), "What ended has a last day, not before the first"),
        (on("last_on", date(2026, 11, 24)), "An end is recorded on the day or later, not before."),
    ],
)
def test_a_refused_end_says_why_and_changes_nothing(lise, case, placement, typed, sentence):
    response = lise.post(url("end", case, placement), {"ending": "completed"} | today("last_on") | typed)

    assertContains(response, sentence, status_code=422)
    placement.refresh_from_db()
    assert placement.last_on is None


def test_a_corrected_start_moves_the_promise_and_keeps_the_old_day_in_the_history(lise, case, placement):
    typed = on("started_on", date(2026, 11, 17)) | {"reason": "The company wrote the 17th."}

    lise.post(url("correct_start", case, placement), typed)

    placement.refresh_from_db()
    assert placement.started_on == date(2026, 11, 17)
    assert Clock.objects.get(case=case, goal="internship-started").met_on == date(2026, 11, 17)
    history = lise.get(reverse("refugees:history", args=[case.public_id]))
    assertContains(history, "corrected from Mon 16 Nov 2026 to Tue 17 Nov 2026")
    assertContains(history, "Reason: The company wrote the 17th.")


def test_a_correction_without_a_reason_is_refused(lise, case, placement):
    response = lise.post(url("correct_start", case, placement), today("started_on") | {"reason": " "})

    assertContains(response, "Say why.", status_code=422)
    placement.refresh_from_db()
    assert placement.started_on == date(2026, 11, 16)


def test_a_start_taken_back_lets_the_promise_run_again(lise, case, placement):
    lise.post(url("take_back", case, placement), {"reason": "It was another person."})

    placement.refresh_from_db()
    assert placement.taken_back_at is not None
    assert Clock.objects.get(case=case, goal="internship-started").met_on is None
    history = lise.get(reverse("refugees:history", args=[case.public_id]))
    assertContains(history, "Reason: It was another person.")


def test_a_start_is_not_taken_back_without_a_reason(lise, case, placement):
    response = lise.post(url("take_back", case, placement), {"reason": ""})

    assertContains(response, "Say why.", status_code=422)
    placement.refresh_from_db()
    assert placement.taken_back_at is None


def test_a_start_that_was_taken_back_is_gone_from_the_page(lise, case, placement):
    placement.take_back(reason="Wrong person.", on=TODAY, by=None)

    assert lise.get(url("end", case, placement)).status_code == 404
