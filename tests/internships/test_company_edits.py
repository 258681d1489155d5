"""Two colleagues change the same thing about a company at once: the second sees both texts and overwrites nothing."""

from datetime import timedelta

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains

from internships.models import Agreement, Barring, Contact, ContactPerson, Opening, ProductionUnit
from tests.factories import TODAY, CompanyFactory
from tests.internships.relations import everything_of
from tests.internships.test_company_screens import CALL, OPENING, boxes, url
from tests.people import made_from

pytestmark = pytest.mark.django_db

UNIT = {"p_number": "2000000000", "district": "valby"}
AGREEMENT = {"kind": "other"} | boxes("from_on", TODAY)
# The form, what it is about, what one sends, what the other sends, and what each of them then reads of it.
EDITS = {
    "describe": (None, {"name": "Theirs"}, {"name": "Mine"}, "Theirs", "Mine"),
    "correct_unit": (
        ProductionUnit,
        UNIT | {"address": "Theirs"},
        UNIT | {"address": "Mine"},
        "Theirs",
        "Mine",
    ),
    "correct_person": (
        ContactPerson,
        {"name": "Theirs", "phone": "00 00 00 01", "unit": ""},
        {"name": "Mine", "phone": "00 00 00 01", "unit": ""},
        "Theirs",
        "Mine",
    ),
    "correct_agreement": (
        Agreement,
        AGREEMENT | {"what": "Theirs"},
        AGREEMENT | {"what": "Mine"},
        "Theirs",
        "Mine",
    ),
    "correct_contact": (Contact, CALL | {"about": "Theirs"}, CALL | {"about": "Mine"}, "Theirs", "Mine"),
    "call_later": (
        Contact,
        boxes("next_on", TODAY + timedelta(days=3)),
        boxes("next_on", TODAY + timedelta(days=4)),
        "26",
        "27",
    ),
    "drop_call": (Contact, {"next_dropped": "Theirs"}, {"next_dropped": "Mine"}, "Theirs", "Mine"),
    "change_opening": (Opening, OPENING | {"tasks": "Theirs"}, OPENING | {"tasks": "Mine"}, "Theirs", "Mine"),
    "close_opening": (
        Opening,
        {"closing": "filled"},
        {"closing": "other", "closing_words": "Mine"},
        "All places are taken",
        "Mine",
    ),
    "lift": (Barring, {"lift_reason": "Theirs"}, {"lift_reason": "Mine"}, "Theirs", "Mine"),
}


@pytest.mark.parametrize("name", EDITS)
def test_the_second_sees_both_texts_and_overwrites_nothing(name, signed_in, caseworker, colleague):
    model, first, second, theirs, yours = EDITS[name]
    company = CompanyFactory()
    everything_of(company, caseworker)
    row = model.objects.get() if model else company
    address = url(name, company, row if model else None)
    one, other = signed_in(colleague), signed_in(caseworker)
    seen = [made_from(browser.get(address)) for browser in (one, other)]

    assert one.post(address, first | seen[0]).status_code == 302
    row.refresh_from_db()
    standing = row.__dict__ | {"_state": None}
    refused = other.post(address, second | seen[1])

    assertContains(refused, "Somebody else saved this while you were writing", status_code=409)
    assertContains(refused, "Saved by Ahmed Invented", status_code=409)
    assertContains(refused, theirs, status_code=409)
    assertContains(refused, yours, status_code=409)
    row.refresh_from_db()
    assert row.__dict__ | {"_state": None} == standing


def test_a_company_form_that_does_not_say_what_it_was_made_from_overwrites_nothing(signed_in, caseworker):
    company = CompanyFactory(name="Invented Bakery")

    sent = signed_in(caseworker).post(
        reverse("companies:describe", args=[company.public_id]), {"name": "Mine"}
    )

    assert sent.status_code == 409
    company.refresh_from_db()
    assert company.name == "Invented Bakery"


def test_an_opening_that_somebody_opened_again_says_so_to_the_second(signed_in, caseworker, colleague):
    company = CompanyFactory()
    everything_of(company, caseworker)
    opening = Opening.objects.get()
    opening.close(closing="filled", on=TODAY, by=caseworker)
    address = url("reopen_opening", company, opening)
    one, other = signed_in(colleague), signed_in(caseworker)
    seen = [made_from(browser.get(address)) for browser in (one, other)]
    assert all(seen)
    assert one.post(address, seen[0]).status_code == 302

    refused = other.post(address, seen[1])

    assertContains(refused, "Somebody else saved this while you were writing", status_code=409)
    assertContains(refused, "Saved by Ahmed Invented", status_code=409)
    opening.refresh_from_db()
    assert opening.closed_on is None
