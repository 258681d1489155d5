"""What several modules of these tests begin with."""

import pytest

from internships.models import Placement
from refugees.models import Talk
from tests.copenhagen_model.state_batches import BEGAN
from tests.factories import TODAY, CaseFactory, CompanyFactory
from tests.internships.relations import unit_of


@pytest.fixture
def case_of(unit, caseworker):
    """`case_of(day)`: one of the caseworker's cases, taken over that day."""

    def make(taken_over_on=None, **facts):
        return CaseFactory(unit=unit, taken_over_on=taken_over_on, caseworker=caseworker, **facts)

    return make


@pytest.fixture
def talk(case, caseworker):
    """On the telephone, on 16 November."""
    return Talk.objects.record(
        case=case,
        kind="follow-up",
        on=BEGAN,
        form="phone",
        participants=["interpreter", "mentor"],
        agreement="Call the bakery.",
        today=TODAY,
        by=caseworker,
    )


@pytest.fixture
def placement(case, caseworker):
    """An internship that began on the same day."""
    unit = unit_of(CompanyFactory())
    return Placement.objects.start(
        case=case, company=unit.company, unit=unit, kind="internship", on=BEGAN, today=TODAY, by=caseworker
    )
