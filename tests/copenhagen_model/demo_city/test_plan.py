"""The plan of the demo city, which needs no database: who arrives when, and with which numbers."""

from collections import Counter
from datetime import date

import pytest

from copenhagen_model.demo.arrivals import TAKEOVERS, plan
from copenhagen_model.demo.build import SEED
from refugees.identifiers import NumberKind, read_personal_number
from refugees.takeover import PermitGround, next_weekday
from tests.factories import TODAY


def test_as_many_arrive_in_2016_and_2017_as_the_citys_booklet_says():
    people = Counter()
    for arrival in plan(seed=SEED, today=TODAY):
        people[arrival.taken_over_on.year] += len(arrival.members)

    assert (people[2016], people[2017]) == (117, 169)
    assert {year: people[year] for year in TAKEOVERS if year < 2026}.keys() == {*range(2016, 2026)}


@pytest.mark.parametrize("seed", [1, 7, 2016])
def test_whatever_the_seed_the_booklets_numbers_hold(seed):
    people = Counter()
    for arrival in plan(seed=seed, today=TODAY):
        people[arrival.taken_over_on.year] += len(arrival.members)

    assert (people[2016], people[2017]) == (117, 169)


def test_a_months_arrivals_cluster_on_its_first_working_day():
    arrivals = plan(seed=SEED, today=TODAY)
    without_quota = [a for a in arrivals if a.ground != PermitGround.QUOTA for _ in a.members]
    on_the_first = [
        a for a in without_quota if a.taken_over_on == next_weekday(a.taken_over_on.replace(day=1))
    ]

    assert len(on_the_first) / len(without_quota) > 0.75


def test_nobody_is_taken_over_before_the_city_began_to_receive():
    assert min(a.taken_over_on for a in plan(seed=SEED, today=TODAY)) >= date(2016, 5, 1)


def test_no_number_could_be_a_real_persons():
    for arrival in plan(seed=SEED, today=TODAY):
        for newcomer in arrival.members:
            if not newcomer.number:
                continue
            number = read_personal_number(newcomer.number)
            if number.kind == NumberKind.CPR:
                assert not number.check_digit_fits
                assert (newcomer.born_on.day, newcomer.born_on.month) != (1, 1)


def test_the_traps_of_personal_numbers_are_there():
    people = [newcomer for arrival in plan(seed=SEED, today=TODAY) for newcomer in arrival.members]
    numbers = [(person, read_personal_number(person.number)) for person in people if person.number]
    kinds = Counter(number.kind for _, number in numbers)

    assert any(not person.number for person in people)
    assert kinds[NumberKind.REPLACEMENT] > kinds[NumberKind.CPR] > 0
    assert any(
        (person.born_on.day, person.born_on.month) == (1, 1) and not number.check_digit_fits
        for person, number in numbers
    )
