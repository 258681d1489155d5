"""The figures of a day that is over, counted once: at night, from the very clocks that the lists show."""

from datetime import date, datetime, time

from django.db import connection, transaction
from django.db.models import BooleanField, Min, Q, Value
from django.db.models.functions import Coalesce, ExtractYear
from django.utils import timezone

from goals.figures import outcomes
from goals.models import ClockBelief, FigureSummary
from goals.models.figure_summary import KEPT, last_months

COLUMNS = ("unit_id", "goal", "standard", "permit_ground", "rule_set", "year", "is_recent")


@transaction.atomic
def sum_up(day: date) -> int:
    """Write down how everybody stood at the end of that day, as known then; return into how many rows.

    Safe to run again. Nothing is written while a transaction of that day is still open: what it commits was known then.
    """
    if _is_open_since(day) or FigureSummary.objects.filter(day=day).exists():
        return 0
    FigureSummary.objects.filter(day__lt=day - KEPT).delete()
    is_recent = Coalesce(
        Q(taken_over_on__range=last_months(day)), Value(value=False), output_field=BooleanField()
    )
    clocks = outcomes(ClockBelief.objects.known_on(day), day)
    clocks = clocks.annotate(year=ExtractYear("taken_over_on"), is_recent=is_recent)
    people = clocks.order_by().values(*COLUMNS, "case").annotate(least=Min("own_rank"))
    counted, parameters = people.query.sql_with_params()
    columns = ", ".join(COLUMNS)
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO goals_figuresummary (day, {columns}, rank, people)"  # noqa: S608 - our own words
            f" SELECT %s, {columns}, least, count(*) FROM ({counted}) AS person GROUP BY {columns}, least",
            [day, *parameters],
        )
        return cursor.rowcount


def _is_open_since(day: date) -> bool:
    """Whether a transaction is under way that began on that day or before it."""
    end = datetime.combine(day, time.max, tzinfo=timezone.get_default_timezone())
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database() AND xact_start <= %s"
            " AND pid <> pg_backend_pid())",
            [end],
        )
        return cursor.fetchone()[0]
