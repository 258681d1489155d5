"""Any number ever shown: it is the length of its list, its parts are the whole, and it comes out the same again.

Random cities are told day by day: people come, things happen, are recorded late, corrected and taken back. What the
figures say at the end of each day is written down, and asked for again when everything has happened.
"""

from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from goals.difference import BY_RANK, compare
from goals.explaining import explain
from goals.figures import DECIDED, LEFT_OUT, SELECTIONS, Outcome, Population, promises, scoreboard, selected
from goals.models import Pause
from goals.summing_up import sum_up
from internships.models import Offer, Placement
from refugees.models import BenefitPeriod, JobReadiness, KeyDate, Occupation, OccupationKind
from tests.factories import CaseFactory, CompanyFactory
from tests.people import arranging

pytestmark = pytest.mark.django_db

DAYS = [date(2026, 9, 1) + timedelta(days=16 * n) for n in range(5)]
GROUNDS = ["convention", "ukraine"]
back = st.integers(0, 60).map(lambda days: timedelta(days=days))


@dataclass(frozen=True)
class Person:
    """Somebody who becomes known on a day, and what is recorded of them on that and later days."""

    known_on: int
    taken_over: timedelta
    ground: str
    second_unit: bool
    on_benefit: bool
    deeds: list[tuple[int, str, timedelta]]


def correct(case, on, today):
    KeyDate.objects.current().get(case=case, event="E2").correct(on=on, reason="Wrong letter", by=None)


def pause(case, on, today):
    Pause.objects.begin(
        case=case, ground="illness", from_on=on, until=None, by=None, today=today, reason="Told late"
    )


def offer(case, on, today):
    Offer.objects.make(
        case=case, company=CompanyFactory(), kind="internship", offered_on=on, today=today, by=None
    )


def start(case, on, today):
    Placement.objects.start(
        case=case, company=CompanyFactory(), kind=OccupationKind.INTERNSHIP, on=on, today=today, by=None
    )


def take_back(case, on, today):
    for occupation in Occupation.objects.standing().filter(case=case)[:1]:
        occupation.take_back(reason="Never began", on=today, by=None)


def exempt(case, on, today):
    JobReadiness.objects.decide(case=case, is_ready=False, on=on, reason="Hospital", by=None)


def be_ready(case, on, today):
    JobReadiness.objects.decide(case=case, is_ready=True, on=on, reason="", by=None)


def support_oneself(case, on, today):
    BenefitPeriod.objects.begin(case=case, kind="self-supporting", on=on, by=None)


def close(case, on, today):
    case.refresh_from_db()
    if case.closed_on is None:
        case.close(on=max(on, case.opened_on), reason="moved", by=None)


def change_ground(case, on, today):
    case.refresh_from_db()
    other = GROUNDS[case.permit_ground == GROUNDS[0]]
    case.change_ground(permit_ground=other, reason="Read wrongly", on=today, by=None)


DEEDS = {
    deed.__name__: deed
    for deed in (
        correct,
        pause,
        offer,
        start,
        take_back,
        exempt,
        be_ready,
        support_oneself,
        close,
        change_ground,
    )
}
people = st.builds(
    Person,
    known_on=st.integers(0, len(DAYS) - 1),
    taken_over=back,
    ground=st.sampled_from(GROUNDS),
    second_unit=st.booleans(),
    on_benefit=st.booleans(),
    deeds=st.lists(
        st.tuples(st.integers(0, len(DAYS) - 1), st.sampled_from(sorted(DEEDS)), back), max_size=4
    ),
)
days = st.integers(0, len(DAYS) - 1)


def become_known(person, units, today):
    """Somebody comes into the city."""
    return CaseFactory(
        unit=units[person.second_unit],
        permit_ground=person.ground,
        taken_over_on=today - person.taken_over,
        on_benefit=person.on_benefit,
        opened_on=date(2026, 6, 1),
    )


def do(case, person, at):
    """What is recorded on that day of somebody who is known. What the rules refuse does not happen."""
    for when, name, ago in person.deeds:
        if when == at and at >= person.known_on:
            try:
                with transaction.atomic():
                    DEEDS[name](case, DAYS[at] - ago, DAYS[at])
            except ValidationError:
                continue


def counted(user, population, day, known=None):
    """The whole board, as whom each of its numbers lists."""
    found = {}
    for turn, line in enumerate(scoreboard(user, population, day, known=known), start=day.toordinal()):
        key = {"goal": line.goal.key, "standard": line.standard.value}
        whole = promises(user, population, day, **key, known=known)
        # One query for the people of a line, and one, of another selection each time, for a list as it is opened.
        people = [(case_id, BY_RANK[rank - 1]) for case_id, rank in whole.values_list("case_id", "rank")]
        lists = {}
        for selection, (outcomes, _words) in SELECTIONS.items():
            listed = [case_id for case_id, outcome in people if outcome in outcomes]
            assert line.count(*outcomes) == len(listed) == len(set(listed))
            lists[selection] = set(listed)
        opened = list(SELECTIONS)[turn % len(SELECTIONS)]
        assert sorted(clock.case_id for clock in selected(whole, opened)) == sorted(lists[opened])
        check_parts(lists)
        found[tuple(key.values())] = lists
    return found


def check_parts(lists):
    """Each person is in exactly one part, and the parts are the whole."""
    parts = [lists[outcome] for outcome in Outcome]
    assert sum(map(len, parts)) == len(set().union(*parts)) == len(lists["everybody"])
    assert lists["decided"] == set().union(*(lists[outcome] for outcome in DECIDED))
    assert lists["left_out"] == set().union(*(lists[outcome] for outcome in LEFT_OUT))
    assert lists["counted"] == lists["everybody"] - lists["left_out"]
    assert lists["decided"] | lists[Outcome.INSIDE] == lists["counted"]


def filters(units):
    """What somebody may ask for on the scoreboard, whatever day it is."""
    return [
        Population(),
        Population(unit_id=units[0].pk),
        Population(permit_ground=GROUNDS[0], rule_set="RS-2026"),
        Population(arrived_from=DAYS[0] - timedelta(days=20), arrived_until=DAYS[2]),
    ]


def check_difference(user, population, day, then, before, after):
    """The lines sum up, those who moved are those who differ, and a recorded fact explains each of them."""
    moves = 0
    for (goal, standard), now in after.items():
        was = before[goal, standard]
        found = compare(user, population, day, goal=goal, standard=standard, then=then)
        for line in found.balances():
            key = line.outcome or "everybody"
            assert (line.then, line.now) == (len(was[key]), len(now[key]))
            assert (line.came, line.left) == (len(now[key] - was[key]), len(was[key] - now[key]))
            assert line.then + line.came - line.left == line.now
        differ = set().union(*(was[outcome] ^ now[outcome] for outcome in Outcome))
        assert {each.case_id for each in found.moved} == differ
        for selection in SELECTIONS:
            moved = {each.case_id for each in found.who(selection)}
            assert moved == was[selection] ^ now[selection]
        stories = explain(sorted(differ), then=then, now=None, goal=goal, standard=standard)
        assert [case_id for case_id, story in stories.items() if not story.causes] == []
        moves += len(differ)
    return moves


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], database=None
)
@given(st.lists(people, min_size=2, max_size=5), days, days, st.integers(0, 3))
def test_any_number_ever_shown_comes_out_the_same_again(
    unit, other_unit, manager, crowd, first, second, choice
):
    manager.managed_units.add(other_unit)
    units, as_of, known = (unit, other_unit), DAYS[min(first, second)], DAYS[max(first, second)]
    population = filters(units)[choice]
    with transaction.atomic():
        cases, shown = {}, {}
        for at, day in enumerate(DAYS):
            with arranging(day):
                for number, person in enumerate(crowd):
                    if person.known_on == at:
                        cases[number] = become_known(person, units, day)
                    if number in cases:
                        do(cases[number], person, at)
            if day == as_of:
                shown[as_of, as_of] = counted(manager, population, as_of)
            if day == known:
                shown[as_of, known] = counted(manager, population, as_of)
        with arranging(DAYS[-1] + timedelta(days=1)):
            sum_up(as_of)  # from now on its figures are read from there, and its lists are not
        for (asked, day), then in shown.items():
            assert counted(manager, population, asked, known=day) == then
            now = counted(manager, population, asked)
            check_difference(manager, population, asked, day, then, now)
        transaction.set_rollback(True)
