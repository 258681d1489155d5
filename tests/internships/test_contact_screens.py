"""Calls and meetings on their pages: recorded, agreed, put off, dropped, kept while they are written."""

from datetime import timedelta

import pytest
from pytest_django.asserts import assertContains, assertNotContains

from internships.models import Contact
from refugees.models import Draft
from tests.factories import TODAY, CompanyFactory
from tests.internships.forms_of_companies import CALL, CALLS, boxes, other_day, url
from tests.internships.relations import contact_with

pytestmark = pytest.mark.django_db

TOMORROW = TODAY + timedelta(days=1)


def test_a_call_that_was_agreed_is_made_put_off_or_dropped(lise, company, caseworker):
    first = contact_with(company, caseworker, next_on=TOMORROW)

    lise.post(url("call_later", company, first), boxes("next_on", TODAY + timedelta(days=7)))
    first.refresh_from_db()
    assert first.next_on == TODAY + timedelta(days=7)
    lise.post(
        url("record_contact", company), CALL | {"made": str(first.public_id)} | boxes("next_on", TOMORROW)
    )
    first.refresh_from_db()
    assert first.next_done_on == TODAY

    second = Contact.objects.latest("pk")
    lise.post(url("drop_call", company, second), {"next_dropped": "They closed."})
    assert not Contact.objects.to_call()


def test_a_contact_is_with_somebody_and_not_in_the_future(lise, company):
    nobody = lise.post(url("record_contact", company), CALL | {"whom": ""})
    late = lise.post(url("record_contact", company), CALL | other_day("on", TOMORROW))

    assertContains(nobody, "Say with whom.", status_code=422)
    assertContains(late, "A contact is recorded on the day or later", status_code=422)
    assert not Contact.objects.exists()


def test_the_calls_are_ones_own_or_everybodys(lise, signed_in, company, caseworker, colleague, manager):
    mine = contact_with(company, caseworker, next_on=TOMORROW)
    theirs = contact_with(company, colleague, next_on=TODAY + timedelta(days=2))

    assert lise.get(CALLS).context["contacts"] == [mine]
    assert lise.get(CALLS, {"whose": "all"}).context["contacts"] == [mine, theirs]
    assert signed_in(manager).get(CALLS).context["contacts"] == [mine, theirs]


def test_the_log_turns_its_pages(lise, company, caseworker):
    for number in range(21):
        contact_with(company, caseworker, about=f"Call number {number:02}.")

    first = lise.get(url("company", company))

    assertContains(first, "Call number 20.")
    assertNotContains(first, "Call number 00.")
    assertContains(lise.get(first.context["next_url"]), "Call number 00.")


def test_what_is_being_written_about_a_call_is_kept_for_its_author_until_it_is_sent(
    lise, signed_in, colleague, company
):
    address = url("record_contact", company)
    lise.post(url("keep_contact", company), CALL | {"about": "Half a sentence"})
    lise.post(url("keep_contact", company), CALL | {"about": "Half a sentence more"})

    assertContains(lise.get(address), "Half a sentence more")
    assertContains(lise.get(address), "Draft saved")
    assertNotContains(signed_in(colleague).get(address), "Half a sentence")
    assertNotContains(lise.get(url("record_contact", CompanyFactory())), "Half a sentence")

    lise.post(address, CALL)
    assertNotContains(lise.get(address), "Half a sentence")
    assert not Draft.objects.exists()
