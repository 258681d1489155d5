"""What must always hold of extensions and evaluations, whoever writes: one test a rule, by its name."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, ProgrammingError, connection, transaction

from internships.models import Evaluation, PlacementExtension
from refugees.models import Occupation, OccupationKind
from tests.factories import TODAY

pytestmark = pytest.mark.django_db

ANSWERS = {"tasks": "well", "punctuality": "well", "language": "partly", "again": "yes"}


def begun(case):
    return Occupation.objects.create(
        case=case, kind=OccupationKind.INTERNSHIP, place="Invented Bakery", started_on=date(2026, 11, 2)
    )


def extension(case, **facts):
    facts = {"occupation": begun(case), "to_on": TODAY, "ground": "within"} | facts
    return PlacementExtension.objects.create(case=case, **facts)


def evaluation(case, **facts):
    facts = {"occupation": begun(case), "side": "person", "evaluated_on": TODAY} | ANSWERS | facts
    return Evaluation.objects.create(case=case, **facts)


def twice(case):
    occupation = begun(case)
    evaluation(case, occupation=occupation)
    evaluation(case, occupation=occupation)


RULES = {
    "placement_extension_ground_is_known": lambda case: extension(case, ground="because"),
    "placement_extension_makes_it_longer": lambda case: extension(case, from_on=TODAY),
    "concrete_grounds_are_written_down": lambda case: extension(case, ground="concrete"),
    "one_evaluation_by_each_side": twice,
    "evaluation_side_is_known": lambda case: evaluation(case, side="city"),
    "evaluation_answers_are_known": lambda case: evaluation(case, language="ill"),
}


@pytest.mark.parametrize("constraint", RULES)
def test_the_database_refuses(case, constraint):
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        RULES[constraint](case)


def test_an_extension_stays_as_it_was_agreed(case):
    row = extension(case, from_on=TODAY - timedelta(days=1))

    table = PlacementExtension._meta.db_table
    for change in (f"UPDATE {table} SET words = 'x'", f"DELETE FROM {table}"):
        with (
            pytest.raises(ProgrammingError, match="permission denied"),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(change)

    assert PlacementExtension.objects.get() == row
