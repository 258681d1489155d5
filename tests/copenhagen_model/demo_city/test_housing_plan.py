"""The plan of homes in the demo city."""

import pytest

from housing.models import HousingPlan

pytestmark = pytest.mark.slow


def test_a_plan_was_made_for_a_unit_of_the_city_and_nothing_would_be_better(city):
    kept = HousingPlan.objects.earliest("pk")

    assert kept.is_proven
    assert kept.homes > 0
