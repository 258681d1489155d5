from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from dateutil.relativedelta import relativedelta
from django.db import models
from django.db.models import Q, Sum
from django.utils.translation import gettext_lazy as _

from accounts.models import Unit, User
from goals.models.wording import Standard
from refugees.takeover import PermitGround, RuleSet

if TYPE_CHECKING:
    from goals.figures import Population

# Figures of the last weeks are asked for again and again; older ones are counted when somebody asks.
KEPT = timedelta(days=35)


LATEST_MONTHS = 12


def last_months(day: date) -> tuple[date, date]:
    """The first and the last day of takeover of those who came in the twelve months up to that day."""
    return day - relativedelta(months=LATEST_MONTHS) + timedelta(days=1), day


DATES_AND_UNIT = ("arrived_from", "arrived_until", "unit_id")
WORDS = ("permit_ground", "rule_set")


class FigureSummaryQuerySet(models.QuerySet):
    def counts(
        self, user: User, population: "Population", day: date
    ) -> list[tuple[str, str, int, int]] | None:
        """Goal, standard, rank and people, as known on that day, of the units that this person answers for.

        None where they are not written down: that day was not summed up, or people of other days than whole years or
        the last twelve months, or of certain cases, are asked for.
        """
        is_recent = (population.arrived_from, population.arrived_until) == last_months(day)
        years = (0, 0) if is_recent else population.years
        # By whatever else people can be chosen one day: what is not summed by it is not answered.
        rest = replace(population, **dict.fromkeys(DATES_AND_UNIT), **dict.fromkeys(WORDS, ""))
        if years is None or rest != type(population)() or not user.sees_whole_cases():
            return None
        if not self.filter(day=day).exists():
            return None
        wanted = {
            "unit_id": population.unit_id,
            "permit_ground": population.permit_ground,
            "rule_set": population.rule_set,
            "year__gte": years[0],
            "year__lte": years[1],
            "is_recent": is_recent,
        }
        rows = self.filter(day=day, unit_id__in=user.case_unit_ids())
        rows = rows.filter(**{name: value for name, value in wanted.items() if value})
        return list(rows.values_list("goal", "standard", "rank").annotate(Sum("people")).order_by())


class FigureSummary(models.Model):
    """How many people had which outcome at the end of a day, as known at its end; for one unit, ground, rules, year.

    Of the year that the last twelve months cut in two, those within them and those before are summed apart.

    What was known at the end of a day that is over does not change any more, so neither does this: it is the list
    behind the number, counted once (docs/adr/0011). Should a belief of such a day be written after all (on a demo
    system whose day is moved back), a trigger takes the days from then on away, and they are counted anew.
    """

    day = models.DateField()
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", db_index=False)
    goal = models.CharField(max_length=40)
    standard = models.CharField(max_length=10, choices=Standard)
    permit_ground = models.CharField(max_length=20, choices=PermitGround)
    rule_set = models.CharField(max_length=10, choices=RuleSet, blank=True)
    year = models.PositiveSmallIntegerField(null=True)  # of the takeover
    is_recent = models.BooleanField()  # taken over in the twelve months up to the day
    rank = models.PositiveSmallIntegerField()  # the place in figures.OUTCOME_OF
    people = models.PositiveIntegerField()

    objects = FigureSummaryQuerySet.as_manager()

    class Meta:
        verbose_name = _("summary of figures")
        verbose_name_plural = _("summaries of figures")
        constraints = [
            models.UniqueConstraint(
                name="one_sum_of_a_kind",
                fields=[
                    *("day", "unit", "goal", "standard", "permit_ground", "rule_set", "year", "is_recent"),
                    "rank",
                ],
                nulls_distinct=False,
            ),
            models.CheckConstraint(name="sum_counts_somebody", condition=Q(people__gt=0)),
        ]

    def __str__(self) -> str:
        return f"summary of {self.day} (#{self.pk})"
