"""Finding a person: who is found by what, and what nobody may learn."""

from datetime import date

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from accounts.models import AccessKind, AccessLog
from accounts.permissions import Role
from refugees.finding import Criterion, read_criterion
from tests.factories import TODAY, CaseFactory, PersonFactory, UserFactory

pytestmark = pytest.mark.django_db

CPR = "241290-1234"
SEARCH = "/search/"


@pytest.fixture
def ahmad(unit):
    """A case of the cast's unit."""
    person = PersonFactory(
        unit=unit,
        given_name="Ahmad",
        family_name="Al-Hassan",
        born_on=date(1990, 12, 24),
        number=CPR,
        immigration_id="7001234",
    )
    return CaseFactory(unit=unit, person=person)


@pytest.mark.parametrize(
    ("text", "criterion"),
    [
        ("", Criterion()),
        ("  Al-Hassan  Ahmad ", Criterion(name="Al-Hassan Ahmad")),
        ("Hassan, Ahmad 24.12.1990", Criterion(name="Hassan Ahmad", born_on=date(1990, 12, 24))),
        ("1990-12-24", Criterion(born_on=date(1990, 12, 24))),
        ("24/12-90", Criterion(born_on=date(1990, 12, 24))),
        ("241290-1234", Criterion(number="2412901234")),
        ("2412901234 ahmad", Criterion(number="2412901234", name="ahmad")),
        ("841290 1234", Criterion(number="8412901234")),
        ("7001234", Criterion(immigration_id="7001234")),
        ("km-26-0412", Criterion(case_number="KM-26-0412")),
        ("KM 26 0412", Criterion(case_number="KM-26-0412")),
        ("99-99-9999", Criterion(immigration_id="99-99-9999")),
    ],
)
def test_what_is_typed_is_read_as_what_it_can_be(text, criterion):
    assert read_criterion(text, today=TODAY) == criterion


@pytest.mark.parametrize(
    "words",
    [
        "Ahmad Al-Hassan",
        "hassan ahmad",
        "ahmed alhassan",
        "Ahmet Hasan",
        "24-12-1990",
        "24.12.90",
        "1990-12-24",
        CPR,
        "2412901234",
        "7001234",
    ],
)
def test_a_person_is_found_by(words, signed_in, caseworker, ahmad):
    response = signed_in(caseworker).post(SEARCH, {"q": words})

    assertContains(response, "Ahmad Al-Hassan")
    assertContains(response, ahmad.number)


def test_the_page_says_why_somebody_was_found(signed_in, caseworker, ahmad):
    response = signed_in(caseworker).post(SEARCH, {"q": "Ahmad Hassan 24-12-1990"})

    assertContains(response, "same date of birth and similar name")


def test_a_case_number_leads_straight_to_the_case(signed_in, caseworker, ahmad):
    response = signed_in(caseworker).post(SEARCH, {"q": ahmad.number.lower()})

    assertRedirects(response, reverse("case", args=[ahmad.public_id]), fetch_redirect_response=False)


@pytest.mark.parametrize("words", ["Ahmad Al-Hassan", "24-12-1990", "", "somebody else"])
def test_a_stranger_does_not_learn_of_somebody_by_name_or_birthday_alone(words, signed_in, stranger, ahmad):
    response = signed_in(stranger).post(SEARCH, {"q": words})

    assertNotContains(response, "Al-Hassan</a>")
    assertNotContains(response, "is known in")
    assertNotContains(response, ahmad.number)


@pytest.mark.parametrize("words", [CPR, "7001234", "Hassan Ahmad 24-12-1990"])
def test_a_stranger_learns_only_whom_to_ask(words, signed_in, stranger, team_lead, ahmad):
    response = signed_in(stranger).post(SEARCH, {"q": words})

    assertContains(response, "is known in <b>Integration, Valby</b>.")
    assertContains(response, "Ask Mette Invented.")
    assertNotContains(response, ahmad.number)
    assertNotContains(response, str(ahmad.public_id))
    assertNotContains(response, "Al-Hassan</a>")


def test_a_strangers_case_number_finds_nobody(signed_in, stranger, ahmad):
    response = signed_in(stranger).post(SEARCH, {"q": ahmad.number})

    assertContains(response, "Nobody found")


def test_people_of_other_units_do_not_crowd_out_ones_own(signed_in, caseworker, other_unit, ahmad):
    for _ in range(40):
        person = PersonFactory(unit=other_unit, given_name="Ahmad", family_name="Hassan")
        CaseFactory(unit=other_unit, person=person)

    response = signed_in(caseworker).post(SEARCH, {"q": "Ahmad Hassan"})

    assertContains(response, "1 person found.")
    assertContains(response, ahmad.number)


def test_more_hits_than_fit_are_said_and_not_counted(signed_in, caseworker, unit):
    for _ in range(31):
        CaseFactory(unit=unit, person=PersonFactory(unit=unit, given_name="Ahmad", family_name="Hassan"))

    response = signed_in(caseworker).post(SEARCH, {"q": "Ahmad"})

    assertContains(response, "More than 30 match.")


def test_the_number_of_queries_does_not_follow_the_hits(
    signed_in, caseworker, unit, django_assert_num_queries, ahmad
):
    client = signed_in(caseworker)
    client.post(SEARCH, {"q": "Ahmad"})
    with django_assert_num_queries(QUERIES):
        client.post(SEARCH, {"q": "Ahmad"})
    for _ in range(20):
        CaseFactory(unit=unit, person=PersonFactory(unit=unit, given_name="Ahmad"))

    with django_assert_num_queries(QUERIES):
        client.post(SEARCH, {"q": "Ahmad"})


QUERIES = 16


def test_nobody_found_says_where_to_look_next(signed_in, caseworker):
    response = signed_in(caseworker).post(SEARCH, {"q": "Volapyk"})

    assertContains(response, "Nobody found")
    assertContains(response, "One name alone")


def test_a_search_is_logged_with_its_criterion_but_no_whole_number(signed_in, caseworker, ahmad):
    signed_in(caseworker).post(SEARCH, {"q": f"Ahmad {CPR}"})

    entry = AccessLog.objects.get(kind=AccessKind.SEARCHED)
    assert entry.user == caseworker
    assert entry.criterion == "Ahmad · 241290-****"
    assert entry.rows == 1


def test_an_empty_search_asks_for_words_and_logs_nothing(signed_in, caseworker):
    response = signed_in(caseworker).post(SEARCH, {"q": " "})

    assertContains(response, "Whom are you looking for?")
    assert not AccessLog.objects.exists()


def test_search_words_never_stand_in_an_address(signed_in, caseworker):
    assert signed_in(caseworker).get(SEARCH, {"q": "Ahmad"}).status_code == 405


@pytest.mark.parametrize("role", [Role.MENTOR, Role.ADMINISTRATOR, Role.HOUSING_OFFICER, Role.WELCOME_HOUSE])
def test_who_may_not_search_is_refused_and_nothing_is_logged(role, signed_in, unit, ahmad):
    user = UserFactory(role=role, unit=unit if role == Role.HOUSING_OFFICER else None)

    assert signed_in(user).post(SEARCH, {"q": "Ahmad"}).status_code == 403
    assert not AccessLog.objects.exists()


def test_a_manager_finds_the_people_of_the_units_managed(signed_in, manager, other_unit, ahmad):
    other = PersonFactory(unit=other_unit, given_name="Ahmad", family_name="Elsewhere")
    CaseFactory(unit=other_unit, person=other)

    response = signed_in(manager).post(SEARCH, {"q": "Ahmad"})

    assertContains(response, ahmad.number)
    assertNotContains(response, "Elsewhere")
