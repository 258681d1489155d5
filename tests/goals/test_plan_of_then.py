"""By which way the database finds what was known on a day: it must not read every belief there is."""

from datetime import date

from django.db import connection, connections

from accounts.scope import user_scope
from goals.figures import Population, promises
from tests.factories import TODAY, UnitFactory, UserFactory
from tests.goals.many import many_cases
from tests.people import arranging

TAKEN_OVER = date(2026, 9, 14)


def test_what_was_known_then_is_found_by_unit_and_goal(committed_db):
    with arranging():
        own, other = UnitFactory(), UnitFactory()
        manager = UserFactory(role="manager", unit=None, manages=[own])
        for unit, number in ((own, 30), (other, 600)):
            many_cases(number, unit=unit, caseworker=UserFactory(unit=unit), taken_over_on=TAKEN_OVER)
    with connections["owner"].cursor() as cursor:
        # What the planner knows of the tables must not hang on when a server's own housekeeping passed by.
        cursor.execute("ANALYZE")

    with user_scope(manager):
        clocks = promises(
            manager, Population(), TODAY, goal="internship-started", standard="city", known=TODAY
        )
        listed, parameters = clocks.order_by().query.sql_with_params()
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL enable_seqscan = off")  # of so few rows it would read them all
            cursor.execute(f"EXPLAIN {listed}", parameters)
            plan = "\n".join(row[0] for row in cursor.fetchall())

    assert "belief_by_unit_and_goal" in plan
