"""What several modules of these tests begin with."""

import pytest

from tests.factories import CaseFactory


@pytest.fixture
def case_of(unit, caseworker):
    """`case_of(day)`: one of the caseworker's cases, taken over that day."""

    def make(taken_over_on=None, **facts):
        return CaseFactory(unit=unit, taken_over_on=taken_over_on, caseworker=caseworker, **facts)

    return make
