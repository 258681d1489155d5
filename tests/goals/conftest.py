"""What several modules of these tests begin with."""

from datetime import date, timedelta

import pytest

from goals import jobs
from goals.models import Clock, Conversation, Extension, GoalVersion, Pause
from tests.factories import TODAY
from tests.goals.leads import lead_time
from tests.goals.many import many_cases


@pytest.fixture
def talks(unit, caseworker):
    """Four conversations that nobody has answered, by the order in which the page names them."""
    many_cases(4, unit=unit, caseworker=caseworker, taken_over_on=date(2026, 11, 2))
    jobs.sweep()
    return list(Conversation.objects.select_related("case__person").order_by("pk"))


@pytest.fixture
def addresses(request):
    """Everybody of the cast has an address."""
    for name in ("caseworker", "colleague", "team_lead", "manager"):
        user = request.getfixturevalue(name)
        user.email = f"{name.replace('_', '-')}@example.dk"
        user.save()


@pytest.fixture
def pause(case, caseworker):
    """An open pause, entered a day late by the case's own caseworker."""
    return Pause.objects.begin(
        case=case,
        ground="illness",
        from_on=TODAY - timedelta(days=1),
        until=None,
        reason="The hospital wrote late",
        by=caseworker,
        today=TODAY,
    )


@pytest.fixture
def extendable(case):
    """The City's promise to start allows 14 days more."""
    GoalVersion.objects.filter(goal="internship-started", standard="city").update(max_extension_days=14)
    return Clock.objects.select_related("version", "case").get(case=case, goal="internship-started")


@pytest.fixture
def extension(extendable, caseworker):
    """Seven days, asked for by the caseworker."""
    return Extension.objects.ask(
        clock=extendable, days=7, reason="The bakery opens late", by=caseworker, today=TODAY
    )


@pytest.fixture
def leads(unit):
    """Three steps, each with the median of enough cases: 10, 5 and 2 days."""
    return [
        lead_time(unit, 1, median_days=10, cases=34),
        lead_time(unit, 2, median_days=5, cases=21),
        lead_time(unit, 3, median_days=2, cases=21),
    ]


@pytest.fixture
def reader(caseworker):
    """The caseworker, with an address."""
    caseworker.email = "lise@example.dk"
    caseworker.save()
    return caseworker
