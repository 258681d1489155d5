"""Suspended limits of the law: their days do not count, for the law alone, and the receipt says so."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from goals import jobs, recalculating
from goals.models import Breach, Clock, Recalculation, Suspension
from goals.receipt import receipt
from goals.reckoning import Period, Span, Terms, Unit
from goals.stops import stops_of
from tests.factories import CaseFactory
from tests.goals.drafting import data_manager

pytestmark = pytest.mark.django_db

TAKEN_OVER, DUE = date(2026, 11, 2), date(2026, 12, 2)


@pytest.fixture
def by(unit):
    return data_manager(unit)


@pytest.fixture
def ukrainian(unit):
    """Somebody to whom law and City promise an offer within a month."""
    return CaseFactory(unit=unit, taken_over_on=TAKEN_OVER, permit_ground="ukraine", on_benefit=True)


def due(case, standard):
    recalculating.carry_through(Recalculation.objects.latest("pk").pk)
    return Clock.objects.get(case=case, goal="internship-offered", standard=standard).due_on


def test_days_of_a_suspension_do_not_count_for_the_law_and_count_for_the_city(ukrainian, by):
    suspension = Suspension.objects.record(from_on=date(2026, 11, 20), until=None, source="Order 12", by=by)
    assert due(ukrainian, "law") is None
    assert due(ukrainian, "city") == DUE

    suspension.end(until=date(2026, 11, 30), by=by)
    assert due(ukrainian, "law") == date(2026, 12, 12)

    suspension.withdraw(because="Another order", by=by)
    assert due(ukrainian, "law") == DUE
    assert jobs.reconcile() == 0
    with pytest.raises(ValidationError, match="taken back"):
        suspension.end(until=date(2026, 12, 1), by=by)


def test_a_suspension_of_other_promises_moves_nothing(ukrainian, by):
    Suspension.objects.record(
        from_on=date(2026, 11, 20), until=None, source="Order 12", goals=["internship-started"], by=by
    )

    assert due(ukrainian, "law") == DUE


def test_what_was_broken_before_stays_broken(ukrainian, by):
    jobs.sweep(as_of=date(2026, 12, 10))

    Suspension.objects.record(from_on=date(2026, 12, 9), until=None, source="Order 12", by=by)

    assert due(ukrainian, "law") == DUE
    assert Breach.objects.open().filter(clock__standard="law").count() == 1


def test_the_receipt_tells_of_it_with_its_source_and_its_doubt(ukrainian, by):
    Suspension.objects.record(from_on=date(2026, 11, 20), until=date(2026, 11, 30), source="Order 12", by=by)
    due(ukrainian, "law")
    for standard, tells in (("law", True), ("city", False)):
        clock = (
            Clock.objects.select_related("version")
            .at(DUE)
            .get(case=ukrainian, goal="internship-offered", standard=standard)
        )
        text = receipt(clock, [], [], [], Suspension.objects.about(clock)).text
        assert (
            "from Fri 20 Nov 2026 to Sun 29 Nov 2026 (Order 12): these 10 days do not count" in text
        ) is tells
        assert ("not confirmed by the City's lawyers" in text) is tells


def test_a_suspension_ends_after_it_begins(by):
    with pytest.raises(ValidationError) as refusal:
        Suspension.objects.record(from_on=DUE, until=DUE, source="Order 12", by=by)

    assert "until" in refusal.value.message_dict
    assert not Recalculation.objects.exists()


def terms(**changes):
    known = {
        "version_id": 1,
        "goal": "g",
        "standard": "law",
        "span": Span(1, Unit.MONTHS),
        "warning_days": 7,
        "valid_from": date(2016, 1, 1),
        "valid_until": None,
        "pausing_grounds": frozenset({"illness"}),
    }
    return Terms(**known | changes)


def day(number):
    return date(2026, 1, number)


ILL = Period(day(10), day(15), "illness")


@pytest.mark.parametrize(
    ("suspended", "expected"),
    [
        ([(day(1), day(5))], [(1, 5), (10, 15)]),
        ([(day(8), day(20))], [(8, 10), (10, 15), (15, 20)]),
        ([(day(11), day(14))], [(10, 15)]),
        ([(day(12), None)], [(10, 15), (15, None)]),
        ([(day(1), day(12)), (day(11), day(18))], [(1, 10), (10, 15), (15, 18)]),
        ([(day(1), day(9)), (day(5), day(10))], [(1, 9), (9, 10), (10, 15)]),
    ],
)
def test_a_day_that_is_paused_and_suspended_counts_once(suspended, expected):
    suspensions = [(frozenset(), Period(*days)) for days in suspended]

    found = stops_of(terms(), [ILL], suspensions)

    assert [(p.start.day, p.end.day if p.end else None) for p in found] == expected
    assert stops_of(terms(standard="city"), [ILL], suspensions) == [ILL]
    # While a pause is open, nothing beside it counts either.
    assert stops_of(terms(), [Period(day(10), None, "illness")], [(frozenset(), Period(day(12), None))]) == [
        Period(day(10), None, "illness")
    ]
