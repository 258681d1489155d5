"""Who stands at the beginning of the way through the compartment."""

from datetime import timedelta

import pytest

from tests.factories import TODAY, CaseFactory


@pytest.fixture
def new(unit, caseworker):
    """A person to whom nothing was offered yet."""
    return CaseFactory(
        unit=unit, taken_over_on=TODAY - timedelta(days=21), health_offered_on=None, caseworker=caseworker
    )


@pytest.fixture
def birgit(at_forms, nurse):
    """The browser of the health team."""
    return at_forms(nurse)
