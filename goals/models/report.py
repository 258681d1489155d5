from datetime import date

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from uuid6 import uuid7

from accounts.day import now
from accounts.models import Unit, User
from goals.models.clock import Clock
from goals.models.clock_dates import ClockDates, ClockDatesQuerySet, State
from goals.models.version import GoalVersion
from goals.models.wording import Standard
from refugees.models import Case
from refugees.takeover import PermitGround, RuleSet


class ReportQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "ReportQuerySet":
        """Reports of units that this person answers for, all of them. A part of a report is not the report."""
        if not user.sees_whole_cases():
            return self.none()
        return self.filter(units__contained_by=list(user.case_unit_ids()))

    def latest_first(self) -> "ReportQuerySet":
        """Ready for a list."""
        return self.select_related("frozen_by", "unit").order_by("-frozen_at", "-pk")


class Report(models.Model):
    """The scoreboard as it was counted at a moment, kept under a title with the people behind each number.

    Nothing of it changes any more: the application may add reports, and neither edit nor delete one. `units` are all
    that whoever froze it answered for; `unit` the one that was chosen, if any.
    """

    public_id = models.UUIDField(default=uuid7, unique=True, editable=False)
    title = models.CharField(_("title"), max_length=120)
    frozen_at = models.DateTimeField(default=now)
    frozen_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    day = models.DateField()
    known_on = models.DateField(null=True, blank=True)  # None: as known at the moment of freezing
    arrived_from = models.DateField(null=True, blank=True)
    arrived_until = models.DateField(null=True, blank=True)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    permit_ground = models.CharField(max_length=20, choices=PermitGround, blank=True)
    rule_set = models.CharField(max_length=10, choices=RuleSet, blank=True)
    units = ArrayField(models.BigIntegerField())

    objects = ReportQuerySet.as_manager()

    class Meta:
        verbose_name = _("frozen report")
        verbose_name_plural = _("frozen reports")
        constraints = [
            models.CheckConstraint(name="report_has_a_title", condition=~Q(title="")),
            models.CheckConstraint(name="report_is_of_some_unit", condition=~Q(units=[])),
            models.CheckConstraint(
                name="report_knows_of_its_day",
                condition=Q(known_on=None) | Q(known_on__isnull=False, known_on__gte=F("day")),
            ),
            models.CheckConstraint(
                name="report_arrivals_are_in_order",
                condition=Q(arrived_from=None)
                | Q(arrived_until=None)
                | Q(arrived_until__isnull=False, arrived_until__gte=F("arrived_from")),
            ),
            models.CheckConstraint(
                name="report_permit_ground_is_known",
                condition=Q(permit_ground__in=["", *PermitGround.values]),
            ),
            models.CheckConstraint(
                name="report_rule_set_is_known", condition=Q(rule_set__in=["", *RuleSet.values])
            ),
        ]

    def __str__(self) -> str:
        return f"report of {self.day} (#{self.pk})"


class ReportLine(models.Model):
    """One line of a frozen report: one promise of one standard, the wording in force, and how many people stood how."""

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="lines")
    position = models.PositiveSmallIntegerField()
    goal = models.CharField(max_length=40)
    standard = models.CharField(max_length=10, choices=Standard)
    version = models.ForeignKey(GoalVersion, on_delete=models.PROTECT, related_name="+")
    numbers = models.JSONField()  # outcome: people

    class Meta:
        verbose_name = _("line of a frozen report")
        verbose_name_plural = _("lines of frozen reports")
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(
                name="one_line_a_promise_in_a_report", fields=["report", "goal", "standard"]
            ),
            models.CheckConstraint(
                name="report_line_standard_is_known", condition=Q(standard__in=Standard.values)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.goal} {self.standard} (#{self.pk})"


class ReportRow(ClockDates):
    """One person behind a number of a frozen report: the clock that counted, its dates and its state on that day.

    It refers to the clock and the case, and copies no name. `rank` is the place in figures.OUTCOME_OF.
    """

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="rows")
    clock = models.ForeignKey(Clock, on_delete=models.PROTECT, related_name="+", db_index=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+", db_index=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", db_index=False)
    version = models.ForeignKey(GoalVersion, on_delete=models.PROTECT, related_name="+", db_index=False)
    state = models.CharField(max_length=20, choices=State)
    rank = models.PositiveSmallIntegerField()

    objects = ClockDatesQuerySet.as_manager()

    class Meta:
        verbose_name = _("row of a frozen report")
        verbose_name_plural = _("rows of frozen reports")
        constraints = [
            models.UniqueConstraint(
                name="one_row_a_person_in_a_line", fields=["report", "goal", "standard", "case"]
            ),
            models.CheckConstraint(name="report_row_state_is_known", condition=Q(state__in=State.values)),
        ]

    def __str__(self) -> str:
        return f"{self.goal} {self.standard} (#{self.pk})"

    @property
    def day(self) -> date:
        """The day whose state was asked."""
        return self.report.day
