"""A place of an opening is offered on the screen; what did not start is recorded there, with whose doing it was."""

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from internships.models import Answer, Barring, Offer, Whose
from refugees.models import CaseLine
from tests.factories import TODAY
from tests.forms import no_day
from tests.internships.recording import today, url
from tests.internships.relations import opening_at, unit_of
from tests.people import made_from

pytestmark = pytest.mark.django_db

PLACE = today("offered_on") | no_day("planned_start_on")
FAILED = {"whose": "company", "reason": "They had forgotten."} | today("not_started_on")


@pytest.fixture
def opening(company):
    return opening_at(unit_of(company), requirements="Early mornings.")


def test_the_form_shows_the_place_and_the_offer_takes_it(lise, case, opening):
    shown = lise.get(url("offer_place", case, opening))
    for words in ("Invented Bakery", "Bake bread.", "Early mornings.", "2 of 2 places free"):
        assertContains(shown, words)
    assertNotContains(shown, "Use the company all the same")

    sent = lise.post(url("offer_place", case, opening), PLACE)

    assertRedirects(sent, reverse("case", args=[case.public_id]))
    made = Offer.objects.get()
    assert (made.opening, made.offered_on, made.planned_start_on) == (opening, TODAY, None)
    opening.refresh_from_db()
    assert opening.taken == 1


def test_a_place_at_a_company_that_is_not_to_be_used_is_offered_only_if_it_is_meant(
    lise, case, opening, colleague
):
    Barring.objects.impose(
        company=opening.unit.company, reason="Unsafe machines.", from_on=TODAY, by=colleague
    )

    refused = lise.post(url("offer_place", case, opening), PLACE)

    assertContains(refused, "This company is not to be used: Unsafe machines.", status_code=422)
    assert not Offer.objects.exists()
    lise.post(url("offer_place", case, opening), PLACE | {"despite_barring": "on"})
    assert Offer.objects.get().opening == opening


def test_what_did_not_start_is_told_on_the_case_and_on_the_company(lise, case, offer, company):
    assertContains(lise.get(reverse("case", args=[case.public_id])), url("not_started", case, offer))

    lise.post(url("not_started", case, offer), FAILED)

    offer.refresh_from_db()
    assert (offer.not_started_whose, offer.not_started_reason) == (Whose.COMPANY, "They had forgotten.")
    shown = lise.get(reverse("case", args=[case.public_id]))
    for words in (
        "Did not start, known",
        "the company&#x27;s doing. They had forgotten.",
        "It may start after all",
    ):
        assertContains(shown, words)
    assertNotContains(shown, url("start", case, offer))
    line = CaseLine.objects.filter(case=case).latest("pk")
    assert (line.verb, line.details["whose"]) == ("internship-not-started", "company")
    history = lise.get(reverse("refugees:history", args=[case.public_id]))
    assertContains(history, "Did not start: the company&#x27;s doing")
    assertContains(history, "They had forgotten.")
    page = lise.get(reverse("companies:company", args=[company.public_id])).content.decode()
    assert 'Did not start: the company\'s doing</th><td class="number">1</td>' in page
    assert 'Did not start: the person\'s doing</th><td class="number">0</td>' in page


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [({"whose": ""}, "Choose whose doing it was."), ({"reason": ""}, "Say what happened.")],
)
def test_a_no_show_without_whose_doing_or_reason_is_refused_and_keeps_what_was_typed(
    lise, case, offer, typed, sentence
):
    response = lise.post(url("not_started", case, offer), FAILED | typed)

    assertContains(response, sentence, status_code=422)
    if "reason" not in typed:
        assertContains(response, "They had forgotten.", status_code=422)
    offer.refresh_from_db()
    assert offer.not_started_on is None


def test_a_mistake_is_taken_back_with_its_reason(lise, case, offer):
    lise.post(url("not_started", case, offer), FAILED)

    assertContains(
        lise.post(url("start_after_all", case, offer), {"reason": ""}), "Say why.", status_code=422
    )
    lise.post(url("start_after_all", case, offer), {"reason": "It was another person."})

    offer.refresh_from_db()
    assert (offer.answer, offer.is_gone) == (Answer.OPEN, False)
    history = lise.get(reverse("refugees:history", args=[case.public_id]))
    assertContains(history, "It was another person.")


def test_whoever_comes_after_an_answer_is_told(lise, case, offer, colleague, at_forms):
    page = lise.get(url("not_started", case, offer))
    offer.record_answer(answer=Answer.WITHDRAWN, on=TODAY, today=TODAY, by=colleague)

    sent = lise.post(url("not_started", case, offer), FAILED | made_from(page))

    assertContains(sent, "They had forgotten.", status_code=409)
    offer.refresh_from_db()
    assert offer.not_started_on is None
