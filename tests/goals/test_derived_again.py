"""Clocks that were derived by an older reckoning: an upgrade derives them again, and nothing calls it drift."""

from datetime import date

import pytest
from django.utils import timezone

from goals import jobs, recalculating
from goals.models import Clock, JobRun, Recalculation, State
from goals.models.recalculation import STANDS_STILL_AFTER
from internships.models import Placement
from refugees.models import CaseLine, JobReadiness, OccupationKind
from tests.factories import TODAY, CompanyFactory

pytestmark = pytest.mark.django_db

FELL_AWAY, BEGAN = date(2026, 11, 11), date(2026, 11, 12)


def upgrade():
    """What a migration does that puts right how dates follow from facts: the workers derive every clock again."""
    Recalculation.objects.create(purpose="rules", as_of=TODAY)


@pytest.fixture
def clock(case, caseworker):
    """A promise that fell away before the start, stored as an older reckoning left it: kept after it fell away."""
    Placement.objects.start(
        case=case, company=CompanyFactory(), kind=OccupationKind.JOB, on=BEGAN, today=TODAY, by=caseworker
    )
    JobReadiness.objects.decide(case=case, is_ready=False, on=FELL_AWAY, reason="Hospital", by=caseworker)
    clocks = Clock.objects.filter(case=case, goal="internship-started", standard="city")
    clocks.update(met_on=BEGAN)
    return clocks.get()


def test_the_upgrade_derives_every_clock_again_and_no_comparison_calls_it_drift(case, clock):
    upgrade()
    assert jobs.reconcile() == 0

    recalculating.carry_through(Recalculation.objects.unfinished().get(purpose="rules").pk)

    now = Clock.objects.at(TODAY).get(pk=clock.pk)
    assert (now.state, now.met_on, now.void_on) == (State.VOID, None, FELL_AWAY)
    assert jobs.reconcile() == 0
    assert JobRun.objects.latest("pk").drift == 0


def test_whose_promise_is_kept_no_more_reads_so_in_the_history(case, clock):
    upgrade()

    recalculating.carry_through(Recalculation.objects.get().pk)

    [line] = CaseLine.objects.filter(case=case, verb="rules-changed")
    assert line.details == {"goal": "internship-started", "standard": "city"}
    assert line.by is None


def test_the_next_resume_finds_it_without_anybody_waking_a_worker(clock):
    upgrade()

    later = timezone.now() + STANDS_STILL_AFTER
    assert Recalculation.objects.standing_still(since=later).get().purpose == "rules"


def test_a_new_installation_has_nothing_to_derive_again():
    assert not Recalculation.objects.exists()
