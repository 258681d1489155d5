"""When the City takes responsibility. Vectors from domain facts 1.2, checked there against the calendar."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refugees.takeover import (
    Ambiguity,
    PermitGround,
    RuleSet,
    first_of_month_choices,
    is_day_off,
    next_weekday,
    propose_takeover,
    rule_set,
)


@pytest.mark.parametrize(
    ("allocated", "takeover"),
    [
        (date(2018, 5, 15), date(2018, 7, 2)),
        (date(2026, 1, 20), date(2026, 3, 2)),
        (date(2025, 11, 10), date(2026, 1, 2)),
        (date(2024, 2, 29), date(2024, 4, 2)),  # 1 April was Easter Monday
        (date(2026, 4, 7), date(2026, 6, 1)),
        (date(2026, 10, 9), date(2026, 12, 1)),
    ],
)
def test_takeover_is_the_end_of_the_first_whole_month_after_allocation(allocated, takeover):
    assert propose_takeover(PermitGround.CONVENTION, allocated_on=allocated) == takeover


def test_an_allocation_on_the_first_of_a_month_is_asked_about_not_guessed():
    allocated = date(2026, 6, 1)

    assert propose_takeover(PermitGround.CONVENTION, allocated_on=allocated) is Ambiguity.FIRST_OF_MONTH
    assert first_of_month_choices(allocated) == (date(2026, 7, 1), date(2026, 8, 3))


@pytest.mark.parametrize("ground", [PermitGround.QUOTA, PermitGround.FAMILY])
def test_quota_and_family_count_from_registration(ground):
    registered = date(2026, 5, 6)

    assert propose_takeover(ground, allocated_on=date(2026, 3, 3), registered_on=registered) == registered
    assert propose_takeover(ground, allocated_on=date(2026, 3, 3)) is Ambiguity.WAITS_FOR_REGISTRATION


def test_a_permit_applied_for_in_denmark_counts_from_the_permit():
    permit = date(2026, 5, 6)

    proposed = propose_takeover(
        PermitGround.FAMILY, allocated_on=None, permit_on=permit, applied_in_denmark=True
    )

    assert proposed == permit


def test_ukraine_is_taken_over_four_days_after_allocation_or_the_next_weekday():
    assert propose_takeover(PermitGround.UKRAINE, allocated_on=date(2022, 4, 4)) == date(2022, 4, 8)
    assert propose_takeover(PermitGround.UKRAINE, allocated_on=date(2022, 4, 5)) == date(2022, 4, 11)


@pytest.mark.parametrize(
    ("takeover", "ground", "rules"),
    [
        (None, PermitGround.CONVENTION, None),
        (date(2018, 7, 2), PermitGround.CONVENTION, RuleSet.RS_2016),
        (date(2019, 2, 28), PermitGround.CONVENTION, RuleSet.RS_2016),
        (date(2019, 3, 1), PermitGround.CONVENTION, RuleSet.RS_2019),
        (date(2024, 12, 31), PermitGround.QUOTA, RuleSet.RS_2019),
        (date(2025, 1, 1), PermitGround.CONVENTION, RuleSet.RS_2025),
        (date(2026, 1, 31), PermitGround.CONVENTION, RuleSet.RS_2025),
        (date(2026, 2, 1), PermitGround.FAMILY, RuleSet.RS_2026),
        (date(2022, 3, 17), PermitGround.UKRAINE, RuleSet.RS_UA),
        (date(2026, 6, 1), PermitGround.UKRAINE, RuleSet.RS_UA),
    ],
)
def test_the_rule_set_follows_from_takeover_and_ground(takeover, ground, rules):
    assert rule_set(takeover, ground) == rules


@pytest.mark.parametrize(
    "day",
    [
        date(2026, 6, 5),  # Constitution Day
        date(2026, 12, 24),
        date(2026, 12, 31),
        date(2026, 4, 2),  # Maundy Thursday
        date(2023, 5, 5),  # Great Prayer Day, until 2023
        date(2026, 11, 22),  # a Sunday
    ],
)
def test_days_on_which_the_city_is_closed(day):
    assert is_day_off(day)


def test_great_prayer_day_is_an_ordinary_friday_from_2024():
    assert not is_day_off(date(2024, 4, 26))


@given(st.dates(min_value=date(2016, 1, 1), max_value=date(2040, 10, 31)))
def test_a_proposed_takeover_is_a_weekday_in_the_second_month_after_allocation(allocated):
    proposed = propose_takeover(PermitGround.CONVENTION, allocated_on=allocated)

    if allocated.day == 1:
        assert proposed is Ambiguity.FIRST_OF_MONTH
    else:
        assert proposed == next_weekday(proposed)
        months = (proposed.year - allocated.year) * 12 + proposed.month - allocated.month
        assert months == 2
        assert proposed.day <= 6
