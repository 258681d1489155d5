"""The promises of the demo city: every state, every way to fall away, every kind of breach."""

import pytest

from goals import jobs
from goals.models import Breach, Clock, Conversation, EndReason, JobRun
from goals.models.clock_dates import State, VoidReason
from refugees.models import (
    Case,
)
from tests.copenhagen_model.demo_city.building import account
from tests.factories import TODAY

ALL_STATES = set(State.values)


def test_no_clock_differs_from_its_facts(city):
    everybody = list(Case.objects.values_list("pk", flat=True))

    assert len(everybody) > 40
    assert jobs.drifted(everybody) == []


@pytest.mark.parametrize(
    ("goal", "standard", "impossible"),
    [
        ("internship-started", "city", set()),
        ("internship-offered", "city", set()),
        # No ground stops the law's clock, so it is never paused.
        ("internship-offered", "law", {State.PAUSED}),
    ],
)
def test_every_state_of_every_promise_is_there(city, goal, standard, impossible):
    clocks = Clock.objects.filter(goal=goal, standard=standard).at(TODAY)

    assert set(clocks.values_list("state", flat=True)) == ALL_STATES - impossible


def test_promises_fell_away_for_every_reason_there_is(city):
    reasons = set(Clock.objects.exclude(void_reason="").values_list("void_reason", flat=True))

    # A measure that is broken off before what comes next was decided, a job that is lost, and a home that people leave
    # again, are too rare for the small city.
    too_rare = {VoidReason.BROKEN_OFF, VoidReason.ENDED, VoidReason.MOVED_OUT}
    assert reasons - too_rare == set(VoidReason.values) - too_rare


def test_breaches_are_open_answered_unanswered_and_back_again(city):
    open_ones = Conversation.objects.open().with_latest()

    assert open_ones.filter(answered_at=None).exists()
    assert open_ones.filter(next_on__gte=TODAY).exists()
    assert open_ones.filter(next_on__lt=TODAY).exists()
    assert Breach.objects.filter(end_reason=EndReason.WITHDRAWN).exists()


def test_what_the_scenes_leave_open_nobody_else_answers(city):
    mine = Conversation.objects.open().filter(
        case__in=Case.objects.of_caseworker(account("caseworker"), TODAY)
    )

    assert sorted(mine.values_list("replies__cause", flat=True), key=str) == [
        *(None, None),
        *("nothing-available", "partner", "person"),
    ]


def test_open_breaches_are_of_promises_that_are_over(city):
    broken = Clock.objects.filter(breaches__in=Breach.objects.open()).at(TODAY)
    over = Clock.objects.at(TODAY).filter(state=State.OVER)

    assert set(broken.values_list("state", flat=True)) == {State.OVER}
    assert broken.count() == over.count()


def test_a_breach_of_the_days_without_a_worker_was_noticed_late(city):
    late = [breach for breach in Breach.objects.all() if breach.days_noticed_late]

    assert late
    assert all(breach.over_since < breach.noticed_on < TODAY for breach in late)


def test_no_night_looks_back_before_an_earlier_one(city):
    nights = list(Breach.objects.order_by("noticed_at", "pk").values_list("noticed_on", flat=True))
    assert nights == sorted(nights)
    opened = Breach.objects.order_by("pk").values_list("noticed_on", flat=True)
    assert list(opened) == sorted(opened)


def test_law_and_city_run_side_by_side(city):
    open_law = Clock.objects.filter(standard="law").at(TODAY).filter(state=State.OVER)
    offered = Clock.objects.filter(standard="law", goal="internship-offered")
    rules = set(offered.values_list("rule_set", flat=True))

    assert rules == {"RS-2016", "RS-2019", "RS-UA"}
    assert Clock.objects.filter(standard="city", case__in=open_law.values("case")).exists()


def test_deadlines_count_as_just_checked(city):
    run = JobRun.objects.last_good()

    assert (run.as_of, run.is_stale) == (TODAY, False)
    assert not Clock.objects.unflagged_over(TODAY).exists()
