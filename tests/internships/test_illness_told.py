"""Days away that the City heard of later than on the first day: what the order says stands beside them, no more."""

from datetime import date

import pytest
from django.utils.translation import override
from pytest_django.asserts import assertContains

from internships import away_deadlines
from tests.factories import TODAY
from tests.internships.away import told
from tests.internships.recording import url

# BEK 208/2026 § 25 (domain facts 1.4): illness is told to municipality and company on day 1; in force 1 Feb 2026.
ILLNESS = [
    (TODAY, TODAY, ""),
    (TODAY, date.fromordinal(TODAY.toordinal() - 1), ""),
    (date.fromordinal(TODAY.toordinal() - 1), TODAY, "Told 1 day after the first one"),
    (date(2026, 11, 20), TODAY, "Told 3 days after the first one"),
    (date(2026, 2, 1), date(2026, 2, 2), "Told 1 day after the first one"),
    (date(2026, 1, 31), date(2026, 2, 2), ""),
]


@pytest.mark.parametrize(("first_on", "told_on", "words"), ILLNESS)
def test_illness_is_told_on_the_first_day_and_later_is_said_and_judged_by_nobody_but_a_caseworker(
    first_on, told_on, words
):
    with override("en"):
        said = away_deadlines.told_of_illness(first_on, told_on)

    assert said.startswith(words) and bool(said) == bool(words)
    assert ("BEK 208/2026 § 25" in said) == bool(words)


@pytest.mark.django_db
def test_the_caseworker_reads_it_beside_who_told_of_the_days(lise, case, occupation):
    away = told(case, None, told_on=TODAY)

    assertContains(
        lise.get(url("stayed_away", case, away)), "whether that was so and could be done, you judge"
    )
