"""A holistic mentor is offered to everybody within fourteen days of the takeover: an internal default."""

from datetime import date

import pytest

from goals.models import Clock, State
from mentoring.holistic_goals import evidence, read_facts
from mentoring.models import HolisticOffer
from refugees.models import TeamMember
from refugees.parts import Part
from tests.factories import TODAY, CaseFactory

pytestmark = pytest.mark.django_db

TAKEOVER, DUE = date(2026, 11, 2), date(2026, 11, 16)


@pytest.fixture
def case(unit, caseworker):
    return CaseFactory(unit=unit, caseworker=caseworker, taken_over_on=TAKEOVER, mentor_offered_on=None)


def clock_of(case, day=TODAY):
    return Clock.objects.at(day).get(case=case, goal="mentor-offered")


def offer(case, on):
    return HolisticOffer.objects.make(case=case, on=on, today=TODAY, by=None)


def test_it_runs_from_the_takeover_for_fourteen_days(case):
    clock = clock_of(case)

    assert (clock.standard, clock.starts_on, clock.due_on, clock.met_on) == ("internal", TAKEOVER, DUE, None)
    assert (clock_of(case, DUE).state, clock.state) == (State.DUE_SOON, State.OVER)


@pytest.mark.parametrize(
    ("day", "state"),
    [
        (date(2026, 10, 20), State.MET_IN_TIME),
        (DUE, State.MET_IN_TIME),
        (date(2026, 11, 17), State.MET_LATE),
    ],
)
def test_an_offer_keeps_it_whatever_is_answered(case, day, state):
    made = offer(case, day)
    assert (clock_of(case).met_on, clock_of(case).state) == (day, state)

    made.record_answer(answer="declined", on=TODAY, today=TODAY, by=None, reason="Has a cousin here")
    assert clock_of(case).met_on == day


def test_taken_back_it_runs_again(case):
    offer(case, DUE).take_back(reason="Another person", on=TODAY, by=None)

    assert clock_of(case).state == State.OVER


def test_whoever_has_a_mentor_was_offered_one_and_a_retention_mentor_is_another(case, mentor):
    facts = {"case": case, "user": mentor, "on": date(2026, 11, 10), "by": None}
    TeamMember.objects.assign(part=Part.RETENTION_MENTOR, **facts)
    assert clock_of(case).met_on is None

    TeamMember.objects.assign(part=Part.HOLISTIC_MENTOR, **facts)
    assert clock_of(case).met_on == date(2026, 11, 10)


def test_it_falls_away_with_the_case(case):
    case.close(on=date(2026, 11, 12), reason="moved", by=None)

    assert clock_of(case).state == State.VOID


def test_whoever_came_before_the_version_has_no_clock_and_nobody_without_takeover(unit):
    early = CaseFactory(
        unit=unit, opened_on=date(2025, 9, 1), taken_over_on=date(2025, 11, 3), mentor_offered_on=None
    )
    not_yet = CaseFactory(unit=unit)

    assert not Clock.objects.filter(case__in=[early, not_yet], goal="mentor-offered").exists()
    assert not list(read_facts([not_yet.pk]))


def test_the_receipt_names_the_takeover_and_the_offers(case):
    offer(case, DUE)

    told = [(str(each.what), each.on) for each in evidence(case.pk, "takeover")]

    assert told[-1] == ("Holistic mentor offered", DUE)
    assert told[0][1] == TAKEOVER
