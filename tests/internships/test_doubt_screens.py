"""Doubt about availability on the screen: recorded, answered, corrected, taken back; refused to whoever may not."""

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from internships.models import AvailabilityDoubt
from internships.views.doubts import TELLS
from refugees.models import version_of
from tests.forms import on
from tests.internships.doubts import RECEIVED
from tests.internships.recording import url

pytestmark = pytest.mark.django_db


@pytest.fixture
def lise(signed_in, caseworker):
    return signed_in(caseworker)


def test_from_the_form_to_the_page_of_the_case_and_the_next_step(lise, doubted):
    sent = {"received": "Seen abroad."} | on("received_on", RECEIVED)

    response = lise.post(url("record_doubt", doubted), sent)

    page = reverse("case", args=[doubted.public_id])
    assertRedirects(response, page + "#doubts")
    assertContains(lise.get(page), "Seen abroad.")
    assertContains(lise.get(page), reverse("refugees:record_talk", args=[doubted.public_id]))


def test_what_is_refused_stands_where_the_reader_looks(lise, doubted):
    response = lise.post(url("record_doubt", doubted), {"received": ""} | on("received_on", RECEIVED))

    assertContains(response, "Say what was received.", status_code=422)
    assert not AvailabilityDoubt.objects.exists()


def test_answered_corrected_and_taken_back_on_the_page(lise, doubted, doubt):
    page = reverse("case", args=[doubted.public_id])
    sent = {"version": version_of(doubt, TELLS), "on_when": "today", "to": "The course at the library"}
    assert lise.post(url("send_back", doubted, doubt), sent).status_code == 302
    assertContains(lise.get(page), "The course at the library")
    doubt.refresh_from_db()

    sent = {"version": version_of(doubt, TELLS), "received": "Told by phone.", "reason": "Wrong words"}
    assert (
        lise.post(url("correct_doubt", doubted, doubt), sent | on("received_on", RECEIVED)).status_code == 302
    )
    doubt.refresh_from_db()
    assertContains(lise.get(page), "Corrected: Wrong words")

    sent = {"version": version_of(doubt, TELLS), "reason": "Another person"}
    assert lise.post(url("take_doubt_back", doubted, doubt), sent).status_code == 302
    assertNotContains(lise.get(page), 'id="doubts"')


def test_whoever_may_not_writes_nothing(signed_in, manager, mentor, stranger, doubted, doubt):
    for user in (manager, mentor, stranger):
        browser = signed_in(user)
        for name in ("send_back", "correct_doubt", "take_doubt_back"):
            assert browser.post(url(name, doubted, doubt), {"reason": "x"}).status_code == 404
        assert browser.post(url("record_doubt", doubted), {"received": "x"}).status_code == 404
    assert AvailabilityDoubt.objects.filter(sent_back_on=None, taken_back_at=None).count() == 1
