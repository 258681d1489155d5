"""Clocks follow job-readiness and what a person lives on as they stand."""

from datetime import date

import pytest
from django.db.backends.postgresql.psycopg_any import DateRange
from django.urls import reverse

from goals.models import Clock
from refugees.models import BenefitPeriod, JobReadiness
from tests.factories import TODAY, CaseFactory
from tests.refugees.periods import LATER, TAKEOVER, TENTH, exempt

pytestmark = pytest.mark.django_db


def test_the_law_counts_only_what_stands(unit, caseworker):
    case = CaseFactory(unit=unit, permit_ground="ukraine", taken_over_on=TAKEOVER, on_benefit=True)
    law = Clock.objects.filter(case=case, standard="law", goal="internship-offered")
    job = BenefitPeriod.objects.begin(case=case, kind="self-supporting", on=LATER, by=caseworker)
    assert law.get().void_on == LATER

    job.correct(kind="self-supporting", during=DateRange(TENTH, None), why="The contract.", by=caseworker)
    assert law.get().void_on == TENTH

    job.withdraw(why="Another person's job.", on=TODAY, by=caseworker)
    assert law.get().void_on is None


def test_a_clock_keeps_its_name_when_the_exemption_it_follows_is_corrected(case, caseworker):
    row = exempt(case, caseworker, TENTH, LATER)
    started = Clock.objects.filter(case=case, goal="internship-started", standard="city")
    [again] = started.filter(occurrence=f"readiness:{row.pk}")
    assert (again.starts_on, again.due_on) == (LATER, date(2026, 12, 17))

    case.readiness.latest().correct(
        is_ready=True, reason="", during=DateRange(date(2026, 11, 19), None), why="Later.", by=caseworker
    )

    moved = started.get(occurrence=f"readiness:{row.pk}")
    assert (moved.pk, moved.starts_on, moved.due_on) == (again.pk, date(2026, 11, 19), date(2026, 12, 19))
    assert started.count() == 2


def test_a_clock_after_an_exemption_that_was_withdrawn_falls_away_and_still_explains_itself(
    lise, case, caseworker
):
    row = exempt(case, caseworker, TENTH)
    JobReadiness.objects.decide(case=case, is_ready=True, on=LATER, reason="", by=caseworker)
    case.readiness.latest().withdraw(why="Still in hospital.", on=TODAY, by=caseworker)

    occurrence = f"readiness:{row.pk}"
    clocks = case.clocks.numbered().filter(goal="internship-started", standard="city")
    clock = next(clock for clock in clocks if clock.occurrence == occurrence)
    assert (clock.void_reason, clock.number) == ("withdrawn", 2)
    receipt = reverse("case_receipt", args=[case.public_id, *clock.address])
    assert lise.get(receipt).status_code == 200
