"""Freezing the scoreboard: its figures, and the people behind each number, exactly as they are counted now."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.db.models import Count, F, QuerySet
from django.utils.translation import gettext as _

from accounts.models import User
from goals import figures, registry
from goals.figures import OUTCOME_OF, Figure, Outcome, Population
from goals.models import Report, ReportLine, ReportRow, Standard
from goals.models.clock_dates import ClockDates

DATES = [field.attname for field in ClockDates._meta.local_fields]
COLUMNS = [*DATES, "case_id", "unit_id", "version_id", "state", "rank"]
BY_RANK = tuple(OUTCOME_OF.values())


@transaction.atomic
def freeze(*, title: str, population: Population, day: date, known: date | None, by: User) -> Report:
    """Keep the scoreboard of these people as it stands, under a title; nothing of it changes any more.

    The numbers are counted from the very rows that are kept, so that number and list are one.
    """
    report = Report(
        title=title.strip(),
        frozen_by=by,
        day=day,
        known_on=known,
        arrived_from=population.arrived_from,
        arrived_until=population.arrived_until,
        unit_id=population.unit_id,
        permit_ground=population.permit_ground,
        rule_set=population.rule_set,
        units=[population.unit_id] if population.unit_id else sorted(by.case_unit_ids()),
    )
    report.full_clean()
    report.save()
    if _keep_rows(report, by, population) > settings.FREEZE_AT_MOST:
        words = {"most": settings.FREEZE_AT_MOST}
        raise ValidationError(
            _("So many people cannot be frozen: at most %(most)d rows. Choose fewer.") % words
        )
    _keep_lines(report)
    return report


def _keep_rows(report: Report, by: User, population: Population) -> int:
    """The clock that counts for each person, in one statement: all of one moment."""
    clocks = figures.promises(by, population, report.day, known=report.known_on)
    key = "clock_id" if report.known_on else "pk"
    rows = clocks.order_by().annotate(counted=F(key)).values("counted", *COLUMNS)
    wanted, parameters = rows.query.sql_with_params()
    names = ", ".join(f'"{name}"' for name in COLUMNS)
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO goals_reportrow (report_id, clock_id, {names})"  # noqa: S608 - our own words
            f" SELECT %s, counted, {names} FROM ({wanted}) AS clock",
            [report.pk, *parameters],
        )
        return cursor.rowcount


def _keep_lines(report: Report) -> None:
    numbers: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for goal, standard, rank, people in (
        report.rows.values_list("goal", "standard", "rank").annotate(Count("pk")).order_by()
    ):
        numbers[goal, standard][BY_RANK[rank - 1].value] += people
    ReportLine.objects.bulk_create(
        ReportLine(
            report=report,
            position=position,
            goal=goal.key,
            standard=standard,
            version=version,
            numbers=numbers[goal.key, standard],
        )
        for position, (goal, standard, version) in enumerate(figures.promised(report.day))
    )


def frozen_figures(report: Report) -> Iterator[Figure]:
    """The lines of the scoreboard as they were. One query."""
    for line in report.lines.select_related("version"):
        numbers = {Outcome(name): people for name, people in line.numbers.items()}
        yield Figure(registry.get(line.goal), Standard(line.standard), line.version, numbers)


def population_of(report: Report) -> Population:
    """The people that were meant: the same question can be asked again."""
    return Population(
        arrived_from=report.arrived_from,
        arrived_until=report.arrived_until,
        unit_id=report.unit_id,
        permit_ground=report.permit_ground,
        rule_set=report.rule_set,
        unit_ids=tuple(report.units),
    )


def rows_of(report: Report, goal: str, standard: str) -> QuerySet[ReportRow]:
    """The people of one line, as they were counted."""
    return ReportRow.objects.filter(report=report, goal=goal, standard=standard).select_related("report")
