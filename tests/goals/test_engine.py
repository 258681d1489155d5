"""From a fact to a clock to a breach, and back: the line through everything."""

from datetime import date

import pytest

from goals import jobs
from goals.models import Breach, Clock, ClockBelief, Conversation, EndReason, Notice, State
from internships.models import Placement
from refugees.models import OccupationKind
from tests.factories import CompanyFactory

pytestmark = pytest.mark.django_db

DUE = date(2026, 12, 2)
DAY_AFTER = date(2026, 12, 3)


def state_of(case, goal, day, standard="city"):
    return Clock.objects.at(day).get(case=case, goal=goal, standard=standard).state


def test_a_takeover_starts_the_clocks_of_the_city(case):
    clocks = {(clock.goal, clock.standard): clock for clock in Clock.objects.filter(case=case)}

    # Rules of February 2026: the law no longer carries the one-month offer.
    assert set(clocks) == {
        ("contract-signed", "law"),
        ("categorised", "law"),
        ("danish-referred", "law"),
        ("health-offered", "law"),
        ("health-offered", "internal"),
        ("internship-offered", "city"),
        ("internship-started", "city"),
        ("mentor-offered", "internal"),
    }
    assert clocks["internship-started", "city"].starts_on == date(2026, 11, 2)
    assert clocks["internship-started", "city"].due_on == DUE


def test_the_last_day_is_in_time_and_the_day_after_is_over(case):
    assert state_of(case, "internship-started", DUE) == State.DUE_SOON
    assert state_of(case, "internship-started", DAY_AFTER) == State.OVER


def test_a_sweep_opens_each_breach_once_and_one_conversation_for_one_cause(case):
    assert jobs.sweep(as_of=DAY_AFTER) == 2
    assert jobs.sweep(as_of=DAY_AFTER) == 0

    assert [breach.over_since for breach in Breach.objects.open()] == [DAY_AFTER, DAY_AFTER]
    assert Conversation.objects.get().breaches.count() == 2
    assert Notice.objects.count() == 2


def test_a_start_in_time_that_is_registered_late_ends_the_breach_and_says_so(case, caseworker):
    jobs.sweep(as_of=DAY_AFTER)

    Placement.objects.start(
        case=case,
        company=CompanyFactory(),
        kind=OccupationKind.INTERNSHIP,
        on=date(2026, 11, 20),
        today=DAY_AFTER,
        by=caseworker,
    )

    assert not Breach.objects.open().exists()
    assert set(Breach.objects.values_list("end_reason", flat=True)) == {EndReason.REGISTERED_LATE}
    assert Conversation.objects.get().closed_at is not None
    assert state_of(case, "internship-started", DAY_AFTER) == State.MET_IN_TIME


def test_what_is_stored_is_what_follows_from_the_facts(case):
    assert jobs.drifted([case.pk]) == []


def test_a_clock_and_what_was_believed_of_it_know_the_takeover(case):
    case.key_dates.current().get(event="E2").correct(on=date(2026, 11, 5), reason="Wrong letter", by=None)

    clock = Clock.objects.get(case=case, goal="internship-started", standard="city")
    assert clock.taken_over_on == date(2026, 11, 5)
    believed = ClockBelief.objects.filter(clock_id=clock.pk, known__endswith=None)
    assert believed.get().taken_over_on == date(2026, 11, 5)
