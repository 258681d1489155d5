"""The figures of a day that is over, summed up: the same numbers as the lists behind them, or not used."""

import random
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from goals import jobs
from goals.figures import SELECTIONS, Population, promises, scoreboard, selected
from goals.models import FigureSummary
from goals.models.figure_summary import KEPT, last_months
from goals.summing_up import sum_up
from internships.models import Placement
from refugees.models import Case, JobReadiness, OccupationKind
from refugees.takeover import PermitGround
from tests.factories import CaseFactory, CompanyFactory
from tests.people import arranging

pytestmark = pytest.mark.django_db

MONDAY, TUESDAY, WEDNESDAY = date(2026, 11, 9), date(2026, 11, 10), date(2026, 11, 11)
ARRIVED = [None, date(2025, 3, 3), date(2025, 12, 31), date(2026, 1, 1), date(2026, 8, 8), date(2026, 10, 10)]


@pytest.fixture
def city(unit, other_unit, manager):
    """What was known of sixteen people on Monday: some started in time, some late, some were exempt for a while."""
    manager.managed_units.add(other_unit)
    chance = random.Random(7)
    with arranging(MONDAY):
        return [somebody(chance, [unit, other_unit]) for _ in range(16)]


def somebody(chance, units):
    case = CaseFactory(
        unit=chance.choice(units),
        permit_ground=chance.choice(PermitGround.values),
        taken_over_on=chance.choice(ARRIVED),
        opened_on=date(2025, 1, 1),
        on_benefit=chance.random() < 0.5,
    )
    takeover = case.date_of("E2")
    if takeover and chance.random() < 0.4:
        exempt_on = takeover + timedelta(days=5)
        JobReadiness.objects.decide(case=case, is_ready=False, on=exempt_on, reason="Hospital", by=None)
        JobReadiness.objects.decide(
            case=case, is_ready=True, on=exempt_on + timedelta(days=9), reason="", by=None
        )
    if takeover and chance.random() < 0.5:
        start(case, takeover + timedelta(days=chance.randrange(60)), MONDAY)
    return case


def start(case, on, today):
    Placement.objects.start(
        case=case,
        company=CompanyFactory(),
        kind=OccupationKind.INTERNSHIP,
        on=min(on, today),
        today=today,
        by=None,
        late_reason="Invented",
    )


def whole_years(unit):
    return [
        Population(),
        Population(unit_id=unit.pk),
        Population(permit_ground="ukraine"),
        Population(rule_set="RS-2026"),
        Population(arrived_from=date(2025, 1, 1), arrived_until=date(2025, 12, 31)),
        Population(arrived_from=date(2026, 1, 1)),
        Population(*last_months(MONDAY)),
        Population(*last_months(MONDAY), unit_id=unit.pk, permit_ground="ukraine"),
        Population(arrived_until=date(2025, 12, 31), permit_ground="convention", unit_id=unit.pk),
    ]


def listed(user, population, day):
    """Every number of the board by the length of the list that it opens; the board must say the same."""
    found = {}
    for line in scoreboard(user, population, day, known=day):
        key = {"goal": line.goal.key, "standard": line.standard.value}
        whole = promises(user, population, day, **key, known=day)
        for selection, (outcomes, _words) in SELECTIONS.items():
            people = {clock.case_id for clock in selected(whole, selection)}
            assert line.count(*outcomes) == len(people), (population, key, selection)
            found[*key.values(), selection] = len(people)
    return found


def sum_up_monday():
    with arranging(TUESDAY):
        return sum_up(MONDAY)


def test_every_number_of_a_summed_up_day_is_the_length_of_its_list(city, unit, manager):
    before = [listed(manager, population, MONDAY) for population in whole_years(unit)]
    assert sum(before[0].values()) > 80

    assert sum_up_monday() > 10

    for population, said in zip(whole_years(unit), before, strict=True):
        assert FigureSummary.objects.counts(manager, population, MONDAY) is not None
        assert listed(manager, population, MONDAY) == said


def test_what_is_recorded_later_changes_nothing_of_it(city, unit, manager):
    sum_up_monday()
    before = listed(manager, Population(), MONDAY)

    with arranging(WEDNESDAY):
        for case in city[:10]:
            start(case, WEDNESDAY, WEDNESDAY)

    assert FigureSummary.objects.filter(day=MONDAY).exists()
    assert listed(manager, Population(), MONDAY) == before


def test_where_the_past_is_told_anew_the_days_from_then_on_are_forgotten(city, unit, manager):
    """As on a demo system whose day was moved back."""
    sum_up_monday()
    with arranging(WEDNESDAY):
        sum_up(TUESDAY)
        sum_up(MONDAY - timedelta(days=1))
    before = listed(manager, Population(), MONDAY)

    with arranging(MONDAY):
        CaseFactory(unit=unit, taken_over_on=date(2026, 11, 2))

    assert not FigureSummary.objects.filter(day__gte=MONDAY).exists()
    assert listed(manager, Population(), MONDAY) != before


@pytest.mark.parametrize(
    "population",
    [
        Population(arrived_from=date(2026, 1, 2)),
        Population(arrived_until=date(2026, 12, 30)),
    ],
)
def test_a_part_of_a_year_is_counted_and_not_summed(city, manager, population):
    sum_up_monday()

    assert FigureSummary.objects.counts(manager, population, MONDAY) is None
    assert sum(listed(manager, population, MONDAY).values()) > 5


def test_certain_cases_are_counted_and_not_summed(city, unit, manager):
    some = Population(cases=Case.objects.filter(unit=unit))
    sum_up_monday()

    assert FigureSummary.objects.counts(manager, some, MONDAY) is None
    assert listed(manager, some, MONDAY) == listed(manager, Population(unit_id=unit.pk), MONDAY)


def test_only_the_units_of_the_reader_are_in_it(city, unit, other_unit, manager):
    sum_up_monday()
    manager.managed_units.set([unit])

    assert listed(manager, Population(), MONDAY) == listed(manager, Population(unit_id=unit.pk), MONDAY)


def test_it_is_summed_up_once_and_kept_for_some_weeks(city):
    sum_up_monday()

    assert sum_up_monday() == 0
    with arranging(MONDAY + KEPT + timedelta(days=3)):
        assert jobs.sum_up_yesterday() > 0
    assert set(FigureSummary.objects.values_list("day", flat=True)) == {MONDAY + KEPT + timedelta(days=2)}


def test_the_database_refuses_a_sum_that_stands_twice_or_counts_nobody(unit):
    facts = {
        "day": MONDAY,
        "unit": unit,
        "goal": "g",
        "standard": "city",
        "permit_ground": "ukraine",
        "is_recent": False,
        "rank": 1,
    }
    FigureSummary.objects.create(people=3, **facts)

    with pytest.raises(IntegrityError, match="one_sum_of_a_kind"), transaction.atomic():
        FigureSummary.objects.create(people=4, **facts)
    with pytest.raises(IntegrityError, match="sum_counts_somebody"), transaction.atomic():
        FigureSummary.objects.create(people=0, **facts | {"rank": 2})
