"""An interview to answer."""

import pytest

from tests.screening.interviewing import plan


@pytest.fixture
def interview(case, caseworker):
    """The first one, planned."""
    return plan(case, caseworker)
