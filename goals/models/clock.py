from datetime import date

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from accounts.models import Unit
from goals.models.clock_dates import ClockDates, ClockDatesQuerySet, VoidReason
from goals.models.version import GoalVersion
from goals.models.wording import Standard
from refugees.models import Case


class ClockQuerySet(ClockDatesQuerySet):
    def unflagged_over(self, day: date) -> "ClockQuerySet":
        """What the sweep looks for: past the due date, not kept, not fallen away by then, not flagged yet."""
        still = Q(void_on=None) | Q(void_on__gt=day) & Q(void_on__gt=F("due_on"))
        return self.filter(still, due_on__lt=day, met_on=None, flagged_on=None)


class Clock(ClockDates):
    """The cached result of one promise to one person: dates derived from facts, never a state.

    Key: case, goal, standard, occurrence. Never deleted: what no longer applies becomes void.
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="clocks")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    version = models.ForeignKey(GoalVersion, on_delete=models.PROTECT, related_name="clocks")
    flagged_on = models.DateField(null=True)

    objects = ClockQuerySet.as_manager()

    class Meta:
        verbose_name = _("clock")
        verbose_name_plural = _("clocks")
        constraints = [
            models.UniqueConstraint(
                name="one_clock_per_occurrence", fields=["case", "goal", "standard", "occurrence"]
            ),
            models.CheckConstraint(name="clock_standard_is_known", condition=Q(standard__in=Standard.values)),
            models.CheckConstraint(
                name="clock_void_date_and_reason_go_together",
                condition=Q(void_on=None, void_reason="")
                | Q(void_on__isnull=False, void_reason__in=VoidReason.values),
            ),
            models.CheckConstraint(
                name="clock_flagged_only_when_over",
                condition=Q(flagged_on=None) | Q(due_on__isnull=False, flagged_on__gt=F("due_on")),
            ),
        ]
        indexes = [
            # The sweep reads only these rows: an idle sweep costs nothing, however many breaches stand open.
            models.Index(
                name="clock_to_flag",
                fields=["due_on"],
                condition=Q(met_on=None, flagged_on=None) & (Q(void_on=None) | Q(void_on__gt=F("due_on"))),
            ),
            models.Index(
                name="clock_open_by_unit", fields=["unit", "due_on"], condition=Q(met_on=None, void_on=None)
            ),
            # What was flagged and falls away on a day that may still come: the sweep ends its breach that day.
            models.Index(
                name="clock_flagged_falls_away",
                fields=["void_on"],
                condition=Q(flagged_on__isnull=False, void_on__isnull=False),
            ),
            models.Index(name="clock_by_goal", fields=["goal", "standard", "unit", "starts_on"]),
        ]

    def __str__(self) -> str:
        return f"{self.goal} {self.standard} (#{self.pk})"
