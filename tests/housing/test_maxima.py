"""The maxima of the coming year are asked of somebody in time, and until they are entered."""

import re
from datetime import date, timedelta

import pytest
from django.urls import reverse

from housing.models import PaymentLimit
from housing.work import day_of
from tests.factories import TODAY
from tests.housing.test_today import PAGE, waits

pytestmark = pytest.mark.django_db
KINDS = ["single", "couple", "couple-some", "couple-many"]
NEW_YEAR = date(2027, 1, 1)
SIX_WEEKS_BEFORE = NEW_YEAR - timedelta(weeks=6)


def enter(year, *kinds):
    for kind in kinds:
        PaymentLimit.objects.enter(year=year, kind=kind, amount=3000, source="An order", by=None)


def test_they_are_asked_for_from_six_weeks_before_until_all_of_them_are_entered(officer):
    assert "maxima" not in waits(officer, SIX_WEEKS_BEFORE - timedelta(1))
    for day, is_late in ((SIX_WEEKS_BEFORE, False), (NEW_YEAR, True), (date(2027, 6, 1), True)):
        [row] = next(each.rows for each in day_of(officer, day).sections if each.key == "maxima")
        assert (row.title, row.is_late) == ("The maxima for 2027 are not known", is_late)
    assert row.why == (
        "Not entered: somebody alone, a couple without children, a couple with 1 to 3 children,"
        " a couple with 4 children or more"
    )

    enter(2027, *KINDS[:3])
    [row] = next(each.rows for each in day_of(officer, NEW_YEAR).sections if each.key == "maxima")
    assert row.why == "Not entered: a couple with 4 children or more"
    enter(2027, KINDS[3])
    assert "maxima" not in waits(officer, NEW_YEAR)


def test_where_a_year_was_never_entered_the_next_is_asked_for_all_the_same():
    missing = PaymentLimit.objects.missing(date(2028, 3, 1))

    assert {year: len(kinds) for year, kinds in missing.items()} == {2028: 6}
    enter(2028, "single")
    assert PaymentLimit.objects.missing(date(2028, 3, 1)) == {}


def test_whoever_may_enter_them_is_led_to_the_form_of_that_year_and_nobody_else_asked(rikke, lise):
    words = "The maxima for 2027 are not known"
    assert TODAY >= SIX_WEEKS_BEFORE

    assert words in rikke.get(PAGE).content.decode()
    assert words not in lise.get(PAGE).content.decode()
    assert words in rikke.get(reverse("housing:limits")).content.decode()
    form = reverse("housing:add_limit")
    assert form in rikke.get(PAGE).content.decode()
    assert re.search(r'name="year"[^>]*value="2027"', rikke.get(form).content.decode())
    rikke.post(form, {"year": "2027", "kind": "single", "amount": "2800", "source": "The order"})
    page = rikke.get(PAGE).content.decode()
    assert "Not entered: a couple without children" in page
