"""When open counselling is open: from a day on, until a day, never twice at once."""

from datetime import date, time, timedelta

import pytest
from django.core.exceptions import ValidationError

from mentoring.models import OpeningHours
from tests.factories import TODAY

pytestmark = pytest.mark.django_db

MONDAY, WEDNESDAY = 0, 2
MORNING = {"opens": time(10), "closes": time(12)}


def open_up(unit, weekday=MONDAY, from_on=TODAY, **times):
    return OpeningHours.objects.open_up(
        unit=unit, weekday=weekday, from_on=from_on, by=None, **MORNING | times
    )


def test_it_is_open_on_its_weekday_from_its_day_on(unit):
    hours = open_up(unit)

    assert list(OpeningHours.objects.on(TODAY)) == [hours]
    assert not OpeningHours.objects.on(TODAY - timedelta(days=7)).exists()
    assert not OpeningHours.objects.on(TODAY + timedelta(days=1)).exists()
    assert (hours.opens_at, hours.closes_at) == (time(10), time(12))


def test_two_openings_of_a_day_may_touch_but_not_overlap(unit, other_unit):
    open_up(unit)
    open_up(unit, opens=time(12), closes=time(15))
    open_up(other_unit)

    with pytest.raises(ValidationError, match="already open at that time"):
        open_up(unit, opens=time(11), closes=time(13))
    with pytest.raises(ValidationError, match="closes after it opens"):
        open_up(unit, weekday=WEDNESDAY, opens=time(12), closes=time(12))


def test_what_is_ended_holds_until_its_last_day(unit):
    hours = open_up(unit)
    hours.end(last_on=date(2026, 12, 7))

    assert OpeningHours.objects.on(date(2026, 12, 7)).exists()
    assert not OpeningHours.objects.on(date(2026, 12, 14)).exists()
    with pytest.raises(ValidationError, match="ended already"):
        OpeningHours.objects.get().end(last_on=TODAY)


def test_what_never_began_is_taken_away(unit):
    hours = open_up(unit, from_on=TODAY + timedelta(days=30))
    hours.end(last_on=TODAY)
    assert not OpeningHours.objects.exists()


def test_the_next_day_on_which_it_is_open_is_found(unit):
    open_up(unit)
    wednesday = open_up(unit, weekday=WEDNESDAY)

    assert OpeningHours.objects.next_after(TODAY) == (date(2026, 11, 25), wednesday)
    wednesday.end(last_on=TODAY)
    assert OpeningHours.objects.next_after(TODAY)[0] == date(2026, 11, 30)
    assert OpeningHours.objects.none().next_after(TODAY) is None
