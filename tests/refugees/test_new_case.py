"""Opening a case by hand: the search comes first, and nobody gets two cases."""

import uuid
from datetime import date

import pytest
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from accounts.models import AccessKind, AccessLog
from accounts.permissions import Role
from refugees.events import KeyEvent
from refugees.models import BenefitPeriod, Case, CloseReason, Person
from tests.factories import TODAY, CaseFactory, PersonFactory, UserFactory

pytestmark = pytest.mark.django_db

WHO_URL, CREATE_URL = "/cases/new/", "/cases/new/create/"
WHO = {
    "given_name": "Ahmad",
    "family_name": "Al-Hassan",
    "born_on_day": "24",
    "born_on_month": "12",
    "born_on_year": "1990",
}
CASE = WHO | {
    "permit_ground": "convention",
    "allocated_on_day": "9",
    "allocated_on_month": "10",
    "allocated_on_year": "2026",
    "source": "immigration-service",
    "interpreter": "ar",
    "speaks": ["ar", "en"],
    "benefit": "benefit",
}


def seen(client, who=WHO):
    """What the second page carries once the first has shown who is known."""
    return client.post(WHO_URL, who).context["form"]["seen"].value()


@pytest.fixture
def ahmad(unit):
    person = PersonFactory(
        unit=unit,
        given_name="Ahmad",
        family_name="Al-Hassan",
        born_on=date(1990, 12, 24),
        number="241290-1234",
    )
    return CaseFactory(unit=unit, person=person)


def test_a_case_is_opened_with_all_that_was_told(signed_in, caseworker):
    client = signed_in(caseworker)
    assertContains(client.post(WHO_URL, WHO), "Nobody like that is known.")

    response = client.post(CREATE_URL, CASE | {"seen": seen(client)})

    case = Case.objects.get()
    assertRedirects(response, f"/cases/{case.public_id}/", fetch_redirect_response=False)
    assert (case.unit, case.person.name, case.person.speaks) == (
        caseworker.unit,
        "Ahmad Al-Hassan",
        ["ar", "en"],
    )
    assert case.date_of(KeyEvent.ALLOCATION) == date(2026, 10, 9)
    assert case.key_dates.get(event=KeyEvent.TAKEOVER, is_proposed=True).on == date(2026, 12, 1)
    assert BenefitPeriod.objects.get().case == case
    assertContains(client.get(response.url), "The rule proposes the takeover on 01-12-2026")


def test_the_search_cannot_be_skipped(signed_in, caseworker, ahmad):
    response = signed_in(caseworker).post(CREATE_URL, CASE)

    assertContains(response, "Look first whether the person is known.", status_code=422)
    assertContains(response, ahmad.number, status_code=422)
    assert Case.objects.count() == 1


def test_somebody_like_that_is_shown_with_the_reasons_and_may_be_another_person(signed_in, caseworker, ahmad):
    client = signed_in(caseworker)
    page = client.post(WHO_URL, WHO)
    assertContains(page, "Probably known already")
    assertContains(page, "same date of birth and similar name")
    assertContains(page, "Has an open case.")

    client.post(CREATE_URL, CASE | {"seen": seen(client)})

    assert Case.objects.count() == Person.objects.count() == 2


def test_a_name_changed_after_the_search_is_searched_again(signed_in, caseworker, ahmad):
    client = signed_in(caseworker)
    token = seen(client, WHO | {"given_name": "Selam", "family_name": "Tesfay", "born_on_year": "1980"})

    response = client.post(CREATE_URL, CASE | {"seen": token})

    assertContains(response, "Look first whether the person is known.", status_code=422)
    assert Case.objects.count() == 1


def test_the_same_number_never_gets_a_second_case(signed_in, caseworker, ahmad):
    client = signed_in(caseworker)
    page = client.post(WHO_URL, WHO | {"number": "241290-1234"})
    assertContains(page, "No second case can be opened for this number.")
    assertNotContains(page, CREATE_URL)

    response = client.post(CREATE_URL, CASE | {"number": "241290-1234", "seen": "made up"})

    assert response.status_code == 422
    assert Case.objects.count() == 1


def test_the_same_number_in_another_unit_says_whom_to_ask(signed_in, stranger, team_lead, ahmad):
    page = signed_in(stranger).post(WHO_URL, WHO | {"number": "241290-1234"})

    assertContains(page, "is known in <b>Integration, Valby</b>")
    assertContains(page, "Ask Mette Invented.")
    assertNotContains(page, ahmad.number)
    assertNotContains(page, CREATE_URL)


def test_somebody_whose_case_was_closed_gets_a_new_one(signed_in, caseworker, ahmad):
    ahmad.close(on=TODAY, reason=CloseReason.MOVED, by=None)
    client = signed_in(caseworker)
    assertContains(client.post(WHO_URL, WHO), "It is this person: open a new case")
    person = str(ahmad.person.public_id)
    page = client.post(WHO_URL, WHO | {"person": person})
    assertContains(page, "A new case for Ahmad Al-Hassan")

    client.post(CREATE_URL, CASE | {"person": person})

    assert Person.objects.count() == 1
    assert Case.objects.open().get().person == ahmad.person


def test_a_person_with_an_open_case_is_refused_in_a_sentence(signed_in, caseworker, ahmad):
    response = signed_in(caseworker).post(CREATE_URL, CASE | {"person": str(ahmad.person.public_id)})

    assertContains(response, "This person already has an open case.", status_code=422)
    assert Case.objects.count() == 1


@pytest.mark.parametrize(
    ("choice", "takeover"), [("early", date(2026, 11, 2)), ("late", date(2026, 12, 1)), ("undecided", None)]
)
def test_for_an_allocation_on_the_first_somebody_chooses(choice, takeover, signed_in, caseworker):
    client = signed_in(caseworker)
    on_first = CASE | {"allocated_on_day": "1", "seen": seen(client)}
    response = client.post(CREATE_URL, on_first)
    assertContains(response, "choose how the law is read", status_code=422)
    assertContains(response, "02-11-2026", status_code=422)
    assertContains(response, "01-12-2026", status_code=422)
    assert not Case.objects.exists()

    client.post(CREATE_URL, on_first | {"takeover": choice})

    assert Case.objects.get().date_of(KeyEvent.TAKEOVER) == takeover


def test_a_failing_check_digit_warns_and_saves(signed_in, caseworker):
    client = signed_in(caseworker)
    number = {"number": "241290-1233"}

    response = client.post(CREATE_URL, CASE | number | {"seen": seen(client, WHO | number)}, follow=True)

    assertContains(response, "The check digit does not fit.")
    assert Person.objects.get().number == "241290-1233"


def test_what_cannot_be_a_number_is_refused_beside_the_field(signed_in, caseworker):
    response = signed_in(caseworker).post(WHO_URL, WHO | {"number": "999990-1234"})

    assertContains(response, "not a date of birth", status_code=422)


def test_a_new_case_joins_the_household_of_another(signed_in, caseworker, ahmad):
    client = signed_in(caseworker)
    who = WHO | {"given_name": "Rima", "born_on_year": "1992"}

    client.post(CREATE_URL, CASE | who | {"seen": seen(client, who), "joins": ahmad.number.lower()})

    ahmad.refresh_from_db()
    assert ahmad.household is not None
    assert Case.objects.filter(household=ahmad.household).count() == 2


def test_a_household_of_another_unit_does_not_exist(signed_in, stranger, ahmad):
    client = signed_in(stranger)
    who = WHO | {"given_name": "Selam", "family_name": "Tesfay", "born_on_year": "1992"}

    response = client.post(CREATE_URL, CASE | who | {"seen": seen(client, who), "joins": ahmad.number})

    assertContains(response, "No open case of your unit has this number.", status_code=422)
    assert Case.objects.count() == 1


def test_a_double_submit_opens_one_case(signed_in, caseworker):
    client = signed_in(caseworker)
    form = CASE | {"seen": seen(client), "once": str(uuid.uuid4())}

    first, second = client.post(CREATE_URL, form), client.post(CREATE_URL, form)

    assert first.url == second.url
    assert Case.objects.count() == 1


def test_two_colleagues_at_once_open_one_case(signed_in, caseworker, colleague):
    mine, theirs = signed_in(caseworker), signed_in(colleague)
    my_token, their_token = seen(mine), seen(theirs)

    mine.post(CREATE_URL, CASE | {"seen": my_token})
    response = theirs.post(CREATE_URL, CASE | {"seen": their_token})

    assert response.status_code == 422
    assert Case.objects.count() == 1


def test_the_search_is_logged(signed_in, caseworker):
    signed_in(caseworker).post(WHO_URL, WHO)

    entry = AccessLog.objects.get(kind=AccessKind.SEARCHED)
    assert (entry.criterion, entry.page) == ("Ahmad Al-Hassan · 1990-12-24", "new-case")


@pytest.mark.parametrize("role", [Role.MANAGER, Role.MENTOR, Role.ADMINISTRATOR])
def test_who_opens_no_cases_is_refused_and_nothing_changes(role, signed_in, unit):
    user = UserFactory(role=role, unit=None, manages=[unit] if role == Role.MANAGER else None)
    client = signed_in(user)

    assert client.get(WHO_URL).status_code == 403
    assert client.post(CREATE_URL, CASE).status_code == 403
    assert not Person.objects.exists()
