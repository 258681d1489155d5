"""Offers, answers, starts and ends are recorded from the page of the case: by whom, and of which case."""

import pytest
from pytest_django.asserts import assertContains

from internships.models import Answer, Offer, Placement
from refugees.models import CaseLine, Occupation
from tests.factories import CaseFactory
from tests.internships.recording import ANSWER, OFFER, today, url

pytestmark = pytest.mark.django_db

ON_AN_OFFER = ["answer", "plan", "start"]
ON_AN_OCCUPATION = ["end", "state_hours", "state_su", "correct_start", "take_back"]
ON_THE_CASE = ["offer", "start_elsewhere"]
SENT = OFFER | ANSWER | today("started_on") | today("last_on") | {"ending": "job", "reason": "Because."}


def address(name, case, offer, occupation):
    row = {"answer": offer, "plan": offer, "start": offer} | dict.fromkeys(ON_AN_OCCUPATION, occupation)
    return url(name, case, row[name]) if name in row else url(name, case)


@pytest.mark.parametrize("name", [*ON_AN_OFFER, *ON_AN_OCCUPATION, *ON_THE_CASE])
class TestWhoMay:
    @pytest.fixture
    def before(self, case, offer, occupation):
        return lambda: (
            list(Offer.objects.order_by("pk").values()),
            list(Placement.objects.order_by("pk").values()),
            list(Occupation.objects.order_by("pk").values()),
            CaseLine.objects.count(),
        )

    def test_a_colleague_of_the_unit_gets_the_form(self, name, signed_in, colleague, case, offer, occupation):
        response = signed_in(colleague).get(address(name, case, offer, occupation))

        assertContains(response, "csrfmiddlewaretoken")

    def test_htmx_gets_the_form_alone(self, name, signed_in, colleague, case, offer, occupation):
        response = signed_in(colleague).get(
            address(name, case, offer, occupation), headers={"hx-request": "true"}
        )

        assertContains(response, "<form")
        assert b"<html" not in response.content

    def test_who_may_not_write_is_refused_and_nothing_changes(
        self, name, signed_in, manager, mentor, administrator, before, case, offer, occupation
    ):
        was = before()

        for user in (manager, mentor, administrator):
            browser = signed_in(user)
            assert browser.get(address(name, case, offer, occupation)).status_code == 404
            assert browser.post(address(name, case, offer, occupation), SENT).status_code == 404
        assert before() == was

    def test_a_stranger_does_not_learn_of_the_case_and_nothing_changes(
        self, name, signed_in, stranger, before, case, offer, occupation
    ):
        was = before()

        assert signed_in(stranger).get(address(name, case, offer, occupation)).status_code == 404
        assert signed_in(stranger).post(address(name, case, offer, occupation), SENT).status_code == 404
        assert before() == was


def test_an_offer_of_another_case_is_not_reached_through_ones_own(lise, case, offer, unit):
    own = CaseFactory(unit=unit)

    assert lise.post(url("answer", own, offer), ANSWER).status_code == 404
    offer.refresh_from_db()
    assert offer.answer == Answer.OPEN
