"""The figures: who is counted as what, and that every number is the length of the list it opens."""

import random
from datetime import date, timedelta

import pytest

from goals import registry
from goals.figures import (
    DECIDED,
    LEFT_OUT,
    OUTCOME_OF,
    SELECTIONS,
    Outcome,
    Population,
    promises,
    scoreboard,
    selected,
    years_of_arrival,
)
from goals.models import Clock, GoalVersion, Standard, State
from internships.models import Placement
from refugees.models import OccupationKind
from refugees.takeover import PermitGround
from tests.factories import TODAY, CaseFactory, CompanyFactory

pytestmark = pytest.mark.django_db

EVERYBODY = Population()
CITY = ("internship-started", "city")


def figure(user, population=EVERYBODY, key=CITY, day=TODAY):
    return next(f for f in scoreboard(user, population, day) if (f.goal.key, f.standard) == key)


def clock(case, goal="internship-started", standard="city", occurrence="takeover", **dates):
    """A clock with exactly these dates, however it came to them."""
    version = GoalVersion.objects.get(goal=goal, standard=standard)
    values = {"starts_on": date(2026, 10, 1), "due_on": date(2026, 11, 1), "warn_on": date(2026, 10, 25)}
    values |= {"unit": case.unit, "permit_ground": case.permit_ground, "version": version} | dates
    made, _created = Clock.objects.update_or_create(
        case=case, goal=goal, standard=standard, occurrence=occurrence, defaults=values
    )
    return made


@pytest.fixture
def people(unit):
    """Cases without a takeover, so without clocks but those the test makes."""
    return [CaseFactory(unit=unit) for _ in range(4)]


def test_every_state_is_one_outcome_and_every_outcome_has_its_place():
    assert set(OUTCOME_OF) == set(State)
    assert set(OUTCOME_OF.values()) == set(Outcome)
    assert sorted((*DECIDED, Outcome.INSIDE, *LEFT_OUT)) == sorted(Outcome)


@pytest.mark.parametrize(
    ("dates", "outcome"),
    [
        ({"met_on": date(2026, 11, 1)}, Outcome.IN_TIME),
        ({"met_on": date(2026, 11, 2)}, Outcome.LATE),
        ({}, Outcome.WAITING),
        ({"due_on": TODAY}, Outcome.INSIDE),
        ({"void_on": date(2026, 11, 2), "void_reason": "closed"}, Outcome.MISSED),
        ({"void_on": date(2026, 11, 1), "void_reason": "closed"}, Outcome.FELL_AWAY),
        ({"starts_on": TODAY + timedelta(days=1), "due_on": date(2026, 12, 24)}, Outcome.NOT_STARTED),
    ],
)
def test_one_person_is_counted_as(people, manager, dates, outcome):
    clock(people[0], **dates)

    line = figure(manager)

    assert line.numbers == {outcome: 1}
    assert line.decided == (1 if outcome in DECIDED else 0)
    assert line.counted == (0 if outcome in LEFT_OUT else 1)


def test_the_share_is_of_those_decided_with_its_margin(people, manager):
    clock(people[0], met_on=date(2026, 10, 20))
    clock(people[1], met_on=date(2026, 11, 20))
    clock(people[2])
    clock(people[3], due_on=date(2026, 12, 1))

    line = figure(manager)

    assert (line.in_time, line.decided, line.counted) == (1, 3, 4)
    assert line.margin.share == pytest.approx(1 / 3)
    assert (round(line.margin.low, 3), round(line.margin.high, 3)) == (0.061, 0.792)


@pytest.mark.parametrize(
    ("taken_over_on", "closed_on", "outcome"),
    [
        (date(2026, 11, 2), date(2026, 11, 17), Outcome.FELL_AWAY),
        (date(2026, 10, 1), date(2026, 11, 17), Outcome.MISSED),
        (date(2026, 11, 2), date(2026, 11, 18), Outcome.IN_TIME),
        (date(2026, 10, 1), date(2026, 11, 18), Outcome.LATE),
    ],
)
def test_a_start_after_the_promise_fell_away_counts_as_no_promise_kept(
    unit, caseworker, manager, taken_over_on, closed_on, outcome
):
    case = CaseFactory(unit=unit, taken_over_on=taken_over_on)
    Placement.objects.start(
        case=case,
        company=CompanyFactory(),
        kind=OccupationKind.JOB,
        on=date(2026, 11, 18),
        today=TODAY,
        by=caseworker,
    )

    case.close(on=closed_on, reason="moved", by=caseworker)

    assert figure(manager).numbers == {outcome: 1}


def test_nobody_decided_has_no_share(people, manager):
    clock(people[0], due_on=date(2026, 12, 1))

    assert figure(manager).margin is None


def test_a_promise_that_began_again_counts_once_by_its_least_good_outcome(people, manager):
    late, waiting, fell_away_once = people[:3]
    clock(late, met_on=date(2026, 11, 9))
    clock(late, occurrence="readiness:1", due_on=date(2026, 12, 20), met_on=date(2026, 11, 12))
    clock(waiting, met_on=date(2026, 10, 9))
    clock(waiting, occurrence="readiness:1", due_on=date(2026, 11, 20))
    clock(fell_away_once, void_on=date(2026, 10, 2), void_reason="not-ready")
    clock(fell_away_once, occurrence="readiness:1", due_on=date(2026, 12, 20), met_on=date(2026, 11, 12))

    assert figure(manager).numbers == {Outcome.LATE: 1, Outcome.WAITING: 1, Outcome.IN_TIME: 1}


def test_law_and_city_are_never_mixed(people, manager):
    clock(people[0], goal="internship-offered", standard="law")
    clock(people[0], goal="internship-offered", standard="city", met_on=date(2026, 10, 2))

    assert figure(manager, key=("internship-offered", "law")).numbers == {Outcome.WAITING: 1}
    assert figure(manager, key=("internship-offered", "city")).numbers == {Outcome.IN_TIME: 1}
    lines = [f for f in scoreboard(manager, Population(), TODAY) if f.goal.key == "internship-offered"]
    assert [f.standard for f in lines] == ["law", "city"]


def test_only_the_readers_own_units_are_counted(people, case, stranger, caseworker):
    clock(people[0])

    assert figure(caseworker).counted == 2
    assert figure(stranger).counted == 0


def test_arrived_means_taken_over_in_the_time_both_days_included(unit, manager):
    for on in (date(2025, 12, 31), date(2026, 1, 1), date(2026, 6, 30), date(2026, 7, 1)):
        CaseFactory(unit=unit, taken_over_on=on)

    half_year = Population(arrived_from=date(2026, 1, 1), arrived_until=date(2026, 6, 30))

    assert figure(manager, half_year).counted == 2
    assert figure(manager, Population(arrived_until=date(2025, 12, 31))).counted == 1
    assert figure(manager).counted == 4
    assert years_of_arrival(manager) == [2026, 2025]


def test_a_corrected_takeover_moves_a_person_to_the_other_year(unit, manager):
    case = CaseFactory(unit=unit, taken_over_on=date(2026, 1, 2))
    case.key_dates.current().get(event="E2").correct(on=date(2025, 12, 30), reason="Wrong letter", by=None)

    assert figure(manager, Population(arrived_from=date(2026, 1, 1))).counted == 0
    assert figure(manager, Population(arrived_until=date(2025, 12, 31))).counted == 1


def test_by_unit_permit_ground_and_rules(unit, other_unit, manager):
    manager.managed_units.add(other_unit)
    CaseFactory(unit=unit, taken_over_on=date(2026, 11, 2))
    CaseFactory(unit=other_unit, taken_over_on=date(2026, 11, 2))
    CaseFactory(unit=unit, taken_over_on=date(2026, 11, 2), permit_ground=PermitGround.UKRAINE)

    assert figure(manager).counted == 3
    assert figure(manager, Population(unit_id=other_unit.pk)).counted == 1
    assert figure(manager, Population(permit_ground=PermitGround.UKRAINE)).counted == 1
    assert figure(manager, Population(rule_set="RS-2026")).counted == 2


@pytest.mark.parametrize("seed", range(6))
def test_every_number_is_the_length_of_its_list(seed, unit, other_unit, manager):
    chance = random.Random(seed)
    manager.managed_units.add(other_unit)
    for _ in range(30):
        case = CaseFactory(
            unit=chance.choice([unit, other_unit]),
            permit_ground=chance.choice(PermitGround.values),
            taken_over_on=chance.choice([None, date(2025, 3, 3), date(2026, 2, 2), date(2026, 11, 2)]),
            on_benefit=chance.random() < 0.5,
        )
        for goal, standard in (CITY, ("internship-offered", "city"), ("internship-offered", "law")):
            for n in range(chance.randrange(3)):
                clock(case, goal, standard, f"again:{n}", **random_dates(chance))
    years = years_of_arrival(manager)
    populations = [Population()] + [
        Population(
            arrived_from=chance.choice([None, *(date(year, 1, 1) for year in years)]),
            arrived_until=chance.choice([None, date(2026, 6, 30)]),
            unit_id=chance.choice([None, unit.pk, other_unit.pk]),
            permit_ground=chance.choice(["", "convention", "ukraine"]),
            rule_set=chance.choice(["", "RS-2026", "RS-UA"]),
        )
        for _ in range(5)
    ]

    compared = 0
    for population in populations:
        for line in scoreboard(manager, population, TODAY):
            whole = promises(manager, population, TODAY, goal=line.goal.key, standard=line.standard)
            for selection, (outcomes, _words) in SELECTIONS.items():
                listed = list(selected(whole, selection))
                assert line.count(*outcomes) == len(listed)
                assert len({each.case_id for each in listed}) == len(listed)
                compared += len(listed)
    assert compared > 100


def random_dates(chance):
    """Dates of a clock in any state."""
    starts = TODAY + timedelta(days=chance.randrange(-200, 30))
    due = starts + timedelta(days=chance.randrange(5, 60))
    dates = {"starts_on": starts, "due_on": due, "warn_on": due - timedelta(days=7)}
    match chance.randrange(4):
        case 0:
            dates |= {"met_on": starts + timedelta(days=chance.randrange(90))}
        case 1:
            dates |= {"void_on": starts + timedelta(days=chance.randrange(90)), "void_reason": "closed"}
        case 2:
            dates |= {"due_on": None, "warn_on": None, "paused": [(starts, None)]}
    return dates


def test_every_declared_goal_with_a_version_has_its_line(manager):
    lines = {(line.goal.key, line.standard) for line in scoreboard(manager, Population(), TODAY)}

    assert lines == set(GoalVersion.objects.values_list("goal", "standard"))
    assert {key for key, _standard in lines} <= {goal.key for goal in registry.all_goals()}
    assert all(standard in Standard.values for _key, standard in lines)


def test_the_scoreboard_takes_the_same_queries_however_many_people(unit, manager, django_assert_num_queries):
    manager.case_unit_ids()
    CaseFactory(unit=unit, taken_over_on=date(2026, 11, 2))
    with django_assert_num_queries(3):  # the manager's units, the counts, the versions
        scoreboard(manager, Population(), TODAY)
    for _ in range(10):
        CaseFactory(unit=unit, taken_over_on=date(2026, 11, 2))
    with django_assert_num_queries(3):
        scoreboard(manager, Population(), TODAY)
