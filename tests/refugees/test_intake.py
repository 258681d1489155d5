"""From a list to cases: what is created, what is brought up to date, and never anything twice."""

from datetime import date

import pytest

from goals.models import Clock
from refugees.events import KeyEvent, Source
from refugees.models import (
    BenefitPeriod,
    Case,
    FirstOfMonth,
    KeyDate,
    ListStatus,
    Outcome,
    Person,
    Result,
)
from tests.factories import TODAY, HouseholdFactory
from tests.refugees.lists import PERSON, confirmed, known_case, row_of, somebody, taken_in

pytestmark = pytest.mark.django_db


def test_a_row_becomes_a_person_a_case_its_dates_and_its_clocks(caseworker):
    found = taken_in(caseworker, PERSON | {"Sprog": "arabisk, engelsk", "Ydelse": "S&H-ydelse"})

    assert row_of(found).outcome == Outcome.CREATE
    assert not Case.objects.exists()
    confirmed(found, caseworker)

    case = Case.objects.get()
    assert case.unit == caseworker.unit
    assert case.person.name == "Ahmad Al-Hassan"
    assert case.person.number == "241290-1234"
    assert case.person.speaks == ["ar", "en"]
    dates = {row.event: (row.on, row.source) for row in case.key_dates.current()}
    assert dates == {
        KeyEvent.PERMIT: (date(2026, 10, 8), Source.IMMIGRATION_SERVICE),
        KeyEvent.ALLOCATION: (date(2026, 10, 9), Source.IMMIGRATION_SERVICE),
        KeyEvent.TAKEOVER: (date(2026, 12, 1), Source.RULE),
    }
    assert case.key_dates.get(event=KeyEvent.TAKEOVER).is_proposed
    assert BenefitPeriod.objects.get(case=case).during.lower == date(2026, 12, 1)
    # The interviews are promised from the allocation on, before the takeover; the rest from the takeover.
    from_allocation = Clock.objects.filter(goal__startswith="screening", standard="city")
    assert set(from_allocation.values_list("starts_on", flat=True)) == {date(2026, 10, 9)}
    others = Clock.objects.exclude(pk__in=from_allocation)
    assert set(others.values_list("starts_on", flat=True)) == {date(2026, 12, 1)}
    row = row_of(found)
    assert (row.result, row.case) == (Result.CREATED, case)
    assert found.status == ListStatus.DONE


def test_the_same_list_again_makes_nothing_twice(caseworker):
    people = [PERSON, *(somebody(number) for number in range(5))]
    confirmed(taken_in(caseworker, *people), caseworker)
    before = Case.objects.count(), Person.objects.count(), KeyDate.objects.count()

    again = taken_in(caseworker, *people)

    assert set(again.rows.values_list("outcome", flat=True)) == {Outcome.KNOWN}
    confirmed(again, caseworker)
    assert (Case.objects.count(), Person.objects.count(), KeyDate.objects.count()) == before
    assert set(again.rows.values_list("result", flat=True)) == {Result.UNCHANGED}


def test_a_later_list_brings_up_to_date_what_it_tells_otherwise(caseworker):
    confirmed(taken_in(caseworker, PERSON | {"CPR-nr": "", "Sprog": "arabisk"}), caseworker)
    later = PERSON | {"Visiteret": "12-11-2026", "Sprog": "dari", "Efternavn": "Al-Hasan"}

    found = taken_in(caseworker, later, name="later.csv")

    assert row_of(found).outcome == Outcome.UPDATE
    confirmed(found, caseworker)
    case = Case.objects.get()
    assert case.person.number == "241290-1234"
    assert case.person.family_name == "Al-Hasan"
    assert case.person.speaks == ["ar", "prs"]
    assert case.date_of(KeyEvent.ALLOCATION) == date(2026, 11, 12)
    assert case.date_of(KeyEvent.TAKEOVER) == date(2027, 1, 4)
    corrected = case.key_dates.current().get(event=KeyEvent.ALLOCATION)
    assert corrected.corrects.on == date(2026, 10, 9)
    assert corrected.reason == "later.csv, 23-11-2026"
    assert set(row_of(found).changed) == {"family_name", "speaks", "number", "allocated_on"}


def test_a_list_wipes_out_nothing_it_does_not_tell(caseworker, unit):
    case = known_case(unit, phone="11111111", country="Syria", is_protected=True, interpreter="ar")

    found = taken_in(caseworker, PERSON | {"Opholdstilladelse": ""})
    confirmed(found, caseworker)

    case.person.refresh_from_db()
    assert row_of(found).result == Result.UNCHANGED
    assert (case.person.phone, case.person.country, case.person.is_protected) == ("11111111", "Syria", True)


def test_a_date_that_the_city_found_out_stands_against_the_list(caseworker, unit):
    case = known_case(unit)
    date_of_city = case.key_dates.current().get(event=KeyEvent.ALLOCATION)
    date_of_city.correct(on=date(2026, 10, 13), reason="The letter says so.", by=caseworker)

    found = taken_in(caseworker, PERSON)

    assert row_of(found).outcome == Outcome.KNOWN
    confirmed(found, caseworker)
    assert case.date_of(KeyEvent.ALLOCATION) == date(2026, 10, 13)


def test_rows_of_one_family_become_one_household(caseworker):
    family = [somebody(number, **{"Familie-id": "F 17 "}) for number in range(3)]
    alone = somebody(3, **{"Familie-id": "F 18"})

    confirmed(taken_in(caseworker, *family, alone, somebody(4)), caseworker)

    households = [case.household_id for case in Case.objects.order_by("pk")]
    assert len(set(households[:3])) == 1
    assert households[0] is not None
    assert households[3:] == [None, None]


def test_somebody_new_joins_the_household_of_family_that_is_known(caseworker, unit):
    case = known_case(unit)
    case.join_household(HouseholdFactory(unit=unit), on=TODAY, by=None)

    confirmed(
        taken_in(caseworker, somebody(1, **{"Familie-id": "9"}), PERSON | {"Familie-id": "9"}), caseworker
    )

    case.refresh_from_db()
    assert Case.objects.exclude(pk=case.pk).get().household == case.household


def test_family_that_is_known_but_has_no_household_joins_the_new_one(caseworker, unit):
    case = known_case(unit)

    confirmed(
        taken_in(caseworker, somebody(1, **{"Familie-id": "9"}), PERSON | {"Familie-id": "9"}), caseworker
    )

    case.refresh_from_db()
    assert case.household is not None
    assert Case.objects.filter(household=case.household).count() == 2


@pytest.mark.parametrize(
    ("choice", "takeover"),
    [
        (FirstOfMonth.EARLY, date(2026, 11, 2)),
        (FirstOfMonth.LATE, date(2026, 12, 1)),
        (FirstOfMonth.UNDECIDED, None),
    ],
)
def test_an_allocation_on_the_first_is_taken_over_as_somebody_chose(choice, takeover, caseworker):
    found = taken_in(caseworker, PERSON | {"Visiteret": "01-10-2026"})
    assert row_of(found).is_on_first

    confirmed(found, caseworker, first_of_month=choice)

    assert Case.objects.get().date_of(KeyEvent.TAKEOVER) == takeover


def test_a_quota_refugee_is_taken_over_on_the_day_of_registration(caseworker):
    confirmed(
        taken_in(caseworker, PERSON | {"Opholdsgrundlag": "kvote", "CPR-registrering": "20-11-2026"}),
        caseworker,
    )

    assert Case.objects.get().date_of(KeyEvent.TAKEOVER) == date(2026, 11, 20)


def test_somebody_taken_in_meanwhile_is_not_taken_in_twice(caseworker, colleague):
    mine, theirs = taken_in(caseworker, PERSON), taken_in(colleague, PERSON | {"Sprog": "dari"})
    confirmed(mine, caseworker)

    confirmed(theirs, colleague)

    assert Case.objects.count() == 1
    assert Case.objects.get().person.speaks == []
    row = row_of(theirs)
    assert (row.outcome, row.done_at) == (Outcome.UPDATE, None)
    assert ["", "meanwhile"] in row.problems
    assert theirs.status == ListStatus.CHECKING


def test_a_person_changed_meanwhile_is_looked_at_again(caseworker, unit):
    case = known_case(unit)
    found = taken_in(caseworker, PERSON | {"Efternavn": "Al-Hasan"})
    case.change_person(by=caseworker, on=TODAY, version=1, family_name="Al-Hassani")

    confirmed(found, caseworker)

    assert Person.objects.get().family_name == "Al-Hassani"
    assert row_of(found).done_at is None
    confirmed(found, caseworker)
    assert Person.objects.get().family_name == "Al-Hasan"
