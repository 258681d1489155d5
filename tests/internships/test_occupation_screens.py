"""What began on the screen: started, ended, corrected, taken back."""

from datetime import date

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertRedirects

from goals.models import Clock, State
from internships.models import Answer, Offer, Placement
from refugees.models import Occupation, OccupationEnding, OccupationKind
from tests.factories import TODAY
from tests.forms import on
from tests.internships.recording import today, url

pytestmark = pytest.mark.django_db


def test_a_start_on_an_offer_accepts_it_and_keeps_the_promise(lise, case, offer):
    response = lise.post(url("start", case, offer), on("started_on", date(2026, 11, 16)), follow=True)

    assertContains(response, "The start is recorded.")
    placement = Placement.objects.get()
    began = (placement.offer, placement.occupation.kind, placement.company)
    assert began == (offer, OccupationKind.INTERNSHIP, offer.company)
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


def test_an_offer_is_started_once(lise, case, offer, occupation):
    response = lise.post(url("start", case, offer), {"is_meant": "on"} | today("started_on"))

    assertContains(response, "This offer has already been started.", status_code=422)
    assert Placement.objects.count() == 1


def test_a_job_the_person_found_is_a_start_without_an_offer(lise, case, company):
    lise.post(url("start_elsewhere", case), {"company_search": "bakery", "kind": "job"} | today("started_on"))

    placement, job = Placement.objects.get(), Occupation.objects.get()
    assert (job.kind, placement.offer, job.started_on) == (OccupationKind.JOB, None, TODAY)


def test_an_end_is_recorded(lise, case, occupation):
    lise.post(url("end", case, occupation), {"ending": "job"} | today("last_on"))

    occupation.refresh_from_db()
    assert (occupation.ending, occupation.last_on) == (OccupationEnding.JOB, TODAY)


def test_another_reason_is_named_and_read_on_the_case(lise, case, occupation):
    told = {"ending": "other", "ending_words": "The shop closed."} | today("last_on")
    lise.post(url("end", case, occupation), told)

    occupation.refresh_from_db()
    assert (occupation.ending, occupation.ending_words) == ("other", "The shop closed.")
    for page in ("case", "internships:weekdays", "refugees:history"):
        assertContains(lise.get(reverse(page, args=[case.public_id])), "The shop closed.")


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"ending": ""}, "Choose how it ended."),
        ({"ending": "other"}, "Say which other reason it was."),
        ({"ending_words": "The shop closed."}, "Choose “another reason” above, or leave this empty."),
        (on("last_on", date(2026, 11, 15)), "What ended has a last day, not before the first"),
        (on("last_on", date(2026, 11, 24)), "An end is recorded on the day or later, not before."),
    ],
)
def test_a_refused_end_says_why_and_changes_nothing(lise, case, occupation, typed, sentence):
    response = lise.post(url("end", case, occupation), {"ending": "completed"} | today("last_on") | typed)

    assertContains(response, sentence, status_code=422)
    occupation.refresh_from_db()
    assert occupation.last_on is None


def test_a_corrected_start_moves_the_promise_and_keeps_the_old_day_in_the_history(lise, case, occupation):
    typed = on("started_on", date(2026, 11, 17)) | {"reason": "The company wrote the 17th."}

    lise.post(url("correct_start", case, occupation), typed)

    occupation.refresh_from_db()
    assert occupation.started_on == date(2026, 11, 17)
    assert Clock.objects.get(case=case, goal="internship-started").met_on == date(2026, 11, 17)
    history = lise.get(reverse("refugees:history", args=[case.public_id]))
    assertContains(history, "corrected from Mon 16 Nov 2026 to Tue 17 Nov 2026")
    assertContains(history, "Reason: The company wrote the 17th.")


def test_a_correction_without_a_reason_is_refused(lise, case, occupation):
    response = lise.post(url("correct_start", case, occupation), today("started_on") | {"reason": " "})

    assertContains(response, "Say why.", status_code=422)
    occupation.refresh_from_db()
    assert occupation.started_on == date(2026, 11, 16)


def test_a_start_taken_back_lets_the_promise_run_again(lise, case, occupation):
    lise.post(url("take_back", case, occupation), {"reason": "It was another person."})

    occupation.refresh_from_db()
    assert occupation.taken_back_at is not None
    assert Clock.objects.get(case=case, goal="internship-started").met_on is None
    history = lise.get(reverse("refugees:history", args=[case.public_id]))
    assertContains(history, "Reason: It was another person.")


def test_a_start_is_not_taken_back_without_a_reason(lise, case, occupation):
    response = lise.post(url("take_back", case, occupation), {"reason": ""})

    assertContains(response, "Say why.", status_code=422)
    occupation.refresh_from_db()
    assert occupation.taken_back_at is None


def test_a_start_that_was_taken_back_is_gone_from_the_page(lise, case, occupation):
    occupation.take_back(reason="Wrong person.", on=TODAY, by=None)

    assert lise.get(url("end", case, occupation)).status_code == 404


def sent(**typed):
    return {"company_search": "bakery", "kind": "job"} | today("started_on") | typed


def test_an_education_has_a_school_instead_of_a_company(lise, case, company):
    typed = {"kind": "education", "company_search": "", "school": "Invented School", "minutes_a_week": "32"}

    response = lise.post(url("start_elsewhere", case), sent(**typed), follow=True)

    assertContains(response, "Invented School")
    education = Occupation.objects.get()
    assert (education.kind, education.place) == (OccupationKind.EDUCATION, "Invented School")
    assert (education.minutes_a_week, Placement.objects.exists()) == (32 * 60, False)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"kind": "education", "company_search": ""}, "Write the name of the school."),
        ({"kind": "education", "school": "Invented School"}, "An education has a school and no company"),
        ({"school": "Invented School"}, "Only an education has a school"),
        ({"kind": "community-work", "minutes_a_week": "37:30"}, "never more than full time: 37 hours a week"),
        ({"minutes_a_week": "170", "is_meant": "on"}, "at most 168 hours"),
        ({"minutes_a_week": "often"}, "Write hours, for example 30, 7:30 or 7,5."),
    ],
)
def test_a_start_elsewhere_that_cannot_be_is_refused_and_nothing_typed_is_lost(
    lise, case, company, typed, sentence
):
    response = lise.post(url("start_elsewhere", case), sent(**typed))

    assertContains(response, sentence, status_code=422)
    for value in typed.values():
        assertContains(response, value, status_code=422)
    assert not Occupation.objects.exists()


@pytest.mark.parametrize("kind", OccupationKind.values)
def test_each_kind_can_be_started_elsewhere(lise, case, company, kind):
    where = {"school": "Invented School", "company_search": ""} if kind == "education" else {"is_meant": "on"}

    response = lise.post(url("start_elsewhere", case), sent(kind=kind, **where), follow=True)

    assertContains(response, OccupationKind(kind).label)
    assert Occupation.objects.get().kind == kind


def test_a_job_of_more_than_full_time_beside_something_else_is_warned_of_and_may_be_meant(
    lise, case, company, occupation
):
    response = lise.post(url("start_elsewhere", case), sent(minutes_a_week="40"))

    assertContains(response, "40 h a week is more than full time.", status_code=422)
    assertContains(response, "It goes on at the same time as: Company internship", status_code=422)
    assertContains(response, "It is right all the same", status_code=422)
    assert Occupation.objects.count() == 1

    lise.post(url("start_elsewhere", case), sent(minutes_a_week="40", is_meant="on"))
    assert Occupation.objects.get(kind="job").minutes_a_week == 40 * 60


def test_a_measure_before_the_takeover_asks_for_the_consent(lise, case, company):
    typed = sent(kind="internship") | on("started_on", date(2026, 11, 1))

    plain = lise.get(url("start_elsewhere", case))
    response = lise.post(url("start_elsewhere", case), typed)

    assert b"consented_on" not in plain.content
    assertContains(response, "A measure then needs the person&#x27;s consent", status_code=422)
    assertContains(response, 'name="consented_on_when"', status_code=422)
    lise.post(url("start_elsewhere", case), typed | on("consented_on", date(2026, 10, 30)))
    assert Occupation.objects.get().consented_on == date(2026, 10, 30)


def test_a_start_of_long_ago_asks_why_it_is_recorded_only_now(lise, case, company):
    typed = sent() | on("started_on", date(2026, 7, 1))

    response = lise.post(url("start_elsewhere", case), typed)

    assertContains(response, "This began more than 90 days ago.", status_code=422)
    lise.post(url("start_elsewhere", case), typed | {"late_reason": "Nobody told us."})
    assert Occupation.objects.get().late_reason == "Nobody told us."


def test_hours_are_stated_later(lise, case, occupation):
    lise.post(url("state_hours", case, occupation), {"minutes_a_week": "7,5"})

    occupation.refresh_from_db()
    assert occupation.minutes_a_week == 450
    page = lise.get(reverse("case", args=[case.public_id]))
    assertContains(page, "7 h 30 min a week")
