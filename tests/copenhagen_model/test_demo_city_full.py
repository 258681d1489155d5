"""The demo city as it is shown: the booklet's numbers, the peak, how much everybody carries."""

from collections import Counter
from collections.abc import Iterator

import pytest
from django.db import transaction
from django.db.models import Count, Q
from pytest_django import DjangoDbBlocker

from accounts.models import User
from accounts.permissions import Role
from accounts.scope import system_scope
from copenhagen_model.demo.build import build
from goals import jobs
from goals.models import Breach, Clock, EndReason
from goals.models.clock_dates import VoidReason
from refugees.events import KeyEvent
from refugees.models import Case, CloseReason, KeyDate, TeamMember
from refugees.takeover import PermitGround, next_weekday
from tests.factories import TODAY

pytestmark = pytest.mark.scale


@pytest.fixture(scope="module")
def city(django_db_setup: object, django_db_blocker: DjangoDbBlocker) -> Iterator[list[float]]:
    """The whole city, built once for this module and taken back; gives the progress that it showed."""
    with django_db_blocker.unblock(), transaction.atomic(), system_scope("test", day=TODAY):
        yield list(build(today=TODAY))
        transaction.set_rollback(True)


def takeovers():
    return KeyDate.objects.current().filter(event=KeyEvent.TAKEOVER, is_proposed=False)


def test_as_many_were_taken_over_as_the_booklet_says(city):
    assert takeovers().filter(on__year=2016).count() == 117
    assert takeovers().filter(on__year=2017).count() == 169


def test_takeovers_but_quota_peak_on_the_first_working_day_of_a_month(city):
    # The cases made for today's states come on whatever day their state asks for.
    days = takeovers().exclude(case__permit_ground=PermitGround.QUOTA).filter(on__year__lt=TODAY.year)
    on_the_first = [on for on in days.values_list("on", flat=True) if on == next_weekday(on.replace(day=1))]

    assert len(on_the_first) / days.count() > 0.75


def test_every_caseworker_has_between_30_and_60_open_cases(city):
    mine = Q(team_parts__part="caseworker", team_parts__during__contains=TODAY)
    mine &= Q(team_parts__case__closed_on=None)
    working = User.objects.active().filter(role=Role.CASEWORKER)
    loads = working.annotate(load=Count("team_parts", filter=mine)).values_list("username", "load")

    assert len(loads) >= 4
    assert {name: load for name, load in loads if not 30 <= load <= 60} == {}


def test_every_mentor_has_between_5_and_10_people(city):
    loads = Counter(TeamMember.objects.mentors().on(TODAY).values_list("user__username", flat=True))
    working = User.objects.active().filter(role=Role.MENTOR).values_list("username", flat=True)

    assert len(working) >= 5
    assert {name: loads[name] for name in working if not 5 <= loads[name] <= 10} == {}


def test_nobody_who_left_has_a_case(city):
    gone = TeamMember.objects.filter(user__is_active=False, during__contains=TODAY, case__closed_on=None)

    assert not gone.exists()


def test_breaches_ended_in_every_way(city):
    assert set(Breach.objects.values_list("end_reason", flat=True)) == {"", *EndReason.values}


def test_cases_were_closed_for_every_reason_and_promises_fell_away(city):
    assert set(Case.objects.values_list("close_reason", flat=True)) == {"", *CloseReason.values}
    reasons = set(Clock.objects.exclude(void_reason="").values_list("void_reason", flat=True))
    assert reasons == set(VoidReason.values) - {VoidReason.NOT_COVERED}


def test_somebody_came_a_second_time(city):
    twice = Case.objects.values("person").annotate(cases=Count("pk")).filter(cases=2)

    assert twice.exists()


def test_no_clock_differs_from_its_facts(city):
    everybody = list(Case.objects.values_list("pk", flat=True))

    assert [jobs.drifted(everybody[start : start + 200]) for start in range(0, len(everybody), 200)] == [
        [] for _ in range(0, len(everybody), 200)
    ]


def test_the_progress_only_grows(city):
    assert city == sorted(city)
    assert (city[0] < 0.1, city[-1]) == (True, 1.0)
