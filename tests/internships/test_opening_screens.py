"""Openings on their pages: announced, refused in words, changed, closed, opened again; narrowed across companies."""

from datetime import date, timedelta

import pytest
from pytest_django.asserts import assertContains, assertRedirects

from internships.models import Opening
from tests.factories import TODAY
from tests.internships.forms_of_companies import (
    OPENING,
    OPENINGS,
    boxes,
    url,
)
from tests.internships.relations import opening_at, unit_of

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"minutes_a_week": "38"}, "the most is 37 hours a week"),
        ({"minutes_a_week": "many"}, "Write hours, for example"),
        ({"minutes_a_week": ""}, "Write how many hours a week."),
        (boxes("start_until", TODAY - timedelta(days=1)), "cannot end before it begins"),
        ({"capacity": "0"}, "At least one place."),
        ({"capacity": "1000"}, "At most 200 places"),
        ({"tasks": ""}, "Write what there is to do."),
        ({"unit": ""}, "Choose where the place is."),
        ({"kind": ""}, "Choose what is offered."),
    ],
)
def test_an_opening_that_cannot_be_is_refused_in_words(lise, company, typed, sentence):
    unit = unit_of(company)

    response = lise.post(url("announce", company), OPENING | {"unit": str(unit.public_id)} | typed)

    assertContains(response, sentence, status_code=422)
    assertContains(response, "There is 1 problem", status_code=422)
    assert not Opening.objects.exists()


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [("30", 1800), ("7:30", 450), ("7,5", 450), ("7.30", 450), ("37 t", 2220), ("7t30m", 450)],
)
def test_hours_are_read_as_people_write_them(lise, company, typed, minutes):
    unit = unit_of(company)

    lise.post(url("announce", company), OPENING | {"unit": str(unit.public_id), "minutes_a_week": typed})

    assert Opening.objects.get().minutes_a_week == minutes


def test_a_company_without_a_unit_is_asked_for_one_before_its_first_opening(lise, company):
    assertRedirects(lise.get(url("announce", company)), url("add_unit", company))


def test_fewer_places_than_are_taken_are_refused(lise, company):
    opening = opening_at(unit_of(company))
    Opening.objects.update(taken=2)

    response = lise.post(url("change_opening", company, opening), OPENING | {"capacity": "1"})

    assertContains(response, "2 places are taken already", status_code=422)
    assert Opening.objects.get().capacity == 2


def test_an_opening_is_changed_closed_and_opened_again(lise, company):
    opening = opening_at(unit_of(company))

    lise.post(url("change_opening", company, opening), OPENING | {"capacity": "5"})
    refused = lise.post(url("close_opening", company, opening), {"closing": "other"})
    lise.post(url("close_opening", company, opening), {"closing": "withdrawn"})
    opening.refresh_from_db()

    assertContains(refused, "Say which reason.", status_code=422)
    assert (opening.capacity, opening.closed_on, opening.closing) == (5, TODAY, "withdrawn")
    lise.post(url("reopen_opening", company, opening), {})
    assert list(Opening.objects.open()) == [opening]


def test_the_openings_are_narrowed_by_kind_district_language_hours_and_places(lise, company):
    near = opening_at(unit_of(company, district="valby"), tasks="Bread", languages=["da"], minutes_a_week=600)
    far = opening_at(unit_of(company, district="outside"), tasks="Cakes", kind="job", minutes_a_week=2220)
    full = opening_at(unit_of(company), tasks="Rolls", capacity=1)
    Opening.objects.filter(pk=full.pk).update(taken=1)
    over = opening_at(
        unit_of(company), tasks="Buns", start_from=date(2026, 1, 1), start_until=date(2026, 2, 1)
    )
    closed = opening_at(unit_of(company), tasks="Pies")
    closed.close(closing="filled", on=TODAY, by=None)

    def found(**query):
        return list(lise.get(OPENINGS, query).context["openings"])

    assert found() == [near, far]
    assert found(full="full") == [near, far, full]
    assert found(kind="job") == [far]
    assert found(district="valby") == [near]
    assert found(language="da") == [near, far]
    assert found(language="ar") == [far]
    assert found(hours="10") == [near]
    assert found(hours="9") == []
    assert over not in found(full="full")
