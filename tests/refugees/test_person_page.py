"""Changing the details of a person: the version, the number that fails its check, who may."""

from datetime import date

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from refugees.models import CaseLine, Person
from tests.factories import TODAY

pytestmark = pytest.mark.django_db


@pytest.fixture
def lise(signed_in, caseworker):
    return signed_in(caseworker)


def url(case):
    return reverse("refugees:edit_person", args=[case.public_id])


def sent(case, **typed):
    known = {
        "given_name": case.person.given_name,
        "family_name": case.person.family_name,
        "born_on_day": "1",
        "born_on_month": "1",
        "born_on_year": "1990",
        "sex": "",
        "number": "",
        "immigration_id": "",
        "country": "",
        "interpreter": "ar",
        "phone": "",
        "version": str(case.person.version),
    }
    return known | typed


def stored(case):
    return Person.objects.get(pk=case.person_id)


def test_details_are_saved_and_leave_a_line_without_personal_data(lise, case):
    response = lise.post(url(case), sent(case, phone="20 00 00 01", speaks=["ar", "ti"], sex="f"))

    assertRedirects(response, reverse("refugees:dates", args=[case.public_id]))
    person = stored(case)
    assert (person.phone, person.speaks, person.sex, person.version) == ("20 00 00 01", ["ar", "ti"], "f", 2)
    line = CaseLine.objects.filter(case=case).latest("pk")
    assert (line.verb, line.details) == ("details-changed", {})


def test_languages_are_ticked_and_those_that_are_known_are_ticked_already(lise, case):
    Person.objects.filter(pk=case.person_id).update(speaks=["ti"])

    page = lise.get(url(case))

    assertContains(page, 'class="choices choices--in-columns"')
    ticked = [box for box in page.context["form"]["speaks"].subwidgets if box.data["selected"]]
    assert [box.data["value"] for box in ticked] == ["ti"]
    assertNotContains(page, "<select multiple")


def test_an_empty_number_keeps_the_one_that_is_known(lise, case, caseworker):
    case.change_person(by=caseworker, on=TODAY, version=1, number="0101901234")

    page = lise.get(url(case))
    lise.post(url(case), sent(case, version="2"))

    assertContains(page, "Known: 010190-••••.")
    assertNotContains(page, "0101901234")
    assert stored(case).number == "010190-1234"


def test_a_number_that_fails_its_check_digit_is_saved_with_a_warning(lise, case):
    response = lise.post(url(case), sent(case, number="010190 1234"), follow=True)

    assertContains(response, "The check digit of the number does not fit.")
    assert stored(case).number == "010190-1234"


def test_a_number_that_fits_is_saved_without_a_warning(lise, case):
    response = lise.post(url(case), sent(case, number="070761-4285"), follow=True)

    assertNotContains(response, "check digit")
    assert stored(case).number == "070761-4285"


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"given_name": " "}, "Write the given name."),
        ({"number": "123"}, "A CPR number has ten digits, as in 010190-1234."),
        ({"number": "320190-1234"}, "not a date of birth"),
        ({"born_on_year": "90"}, "Write the year with four digits"),
        ({"born_on_month": "13"}, "There is no such day in the calendar."),
        ({"interpreter": "klingon"}, "Select a valid choice"),
    ],
)
def test_what_is_wrong_is_said_at_the_field_and_nothing_is_saved(lise, case, typed, sentence):
    response = lise.post(url(case), sent(case, phone="20 00 00 01", **typed))

    assertContains(response, sentence, status_code=422)
    assertContains(response, 'value="20 00 00 01"', status_code=422)
    assert stored(case).phone == ""


def test_a_stale_edit_shows_both_texts_and_overwrites_nothing(lise, signed_in, case, colleague):
    signed_in(colleague).post(url(case), sent(case, phone="11 11 11 11", country="Syria"))

    response = lise.post(url(case), sent(case, phone="22 22 22 22", version="1", country="Syria"))

    assertContains(response, "Somebody else saved this while you were writing", status_code=409)
    assertContains(response, "Telephone: 11 11 11 11", status_code=409)
    assertContains(response, "Telephone: 22 22 22 22", status_code=409)
    assertContains(response, colleague.name, status_code=409)
    assertNotContains(response, "Country of origin: Syria", status_code=409)
    assert stored(case).phone == "11 11 11 11"


def test_after_seeing_both_texts_the_form_can_be_sent_again(lise, case, colleague):
    case.change_person(by=colleague, on=TODAY, version=1, phone="11 11 11 11")
    response = lise.post(url(case), sent(case, phone="22 22 22 22", version="1"))
    assertContains(response, 'name="version" value="2"', status_code=409)

    lise.post(url(case), sent(case, phone="22 22 22 22", version="2"))

    assert stored(case).phone == "22 22 22 22"


def test_who_may_not_write_is_refused_and_nothing_changes(signed_in, manager, mentor, stranger, case):
    for user in (manager, mentor, stranger):
        assert signed_in(user).get(url(case)).status_code == 404
        assert signed_in(user).post(url(case), sent(case, phone="22 22 22 22")).status_code == 404

    assert stored(case).phone == ""


def test_the_birthday_of_the_form_is_that_of_the_person(lise, case):
    lise.post(url(case), sent(case, born_on_day="29", born_on_month="2", born_on_year="1988"))

    assert stored(case).born_on == date(1988, 2, 29)
