"""Who is without a next step: an adult for whom nothing is planned."""

from datetime import date

import pytest

from copenhagen_model.unplanned import without_next_step
from refugees.models import Case
from tests.copenhagen_model.planned import NOT_PLANNED, PAST, PLANNED, days
from tests.factories import TODAY, PersonFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("what", PLANNED)
def test_whoever_has_one_of_these_has_a_next_step(caseworker, case_of, what):
    case = case_of(PAST, on_benefit=True)
    PLANNED[what](case, caseworker)

    assert not without_next_step(Case.objects.all(), TODAY).exists()


@pytest.mark.parametrize("what", NOT_PLANNED)
def test_whoever_has_only_this_has_none(caseworker, case_of, what):
    case = case_of(PAST, on_benefit=True)
    NOT_PLANNED[what](case, caseworker)

    assert without_next_step(Case.objects.all(), TODAY).get() == case


def test_children_closed_cases_and_takeovers_to_come_are_not_meant(unit, caseworker, case_of):
    def born(day):
        return case_of(PAST, person=PersonFactory(unit=unit, born_on=day))

    grown, unknown = born(date(2008, 11, 23)), born(None)
    born(date(2008, 11, 24))
    case_of(PAST).close(on=TODAY, reason="moved", by=caseworker)
    case_of(days(1))
    today, undated = case_of(TODAY), case_of()

    assert set(without_next_step(Case.objects.all(), TODAY)) == {grown, unknown, today, undated}
