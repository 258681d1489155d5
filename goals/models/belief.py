from django.contrib.postgres.fields import DateTimeRangeField
from django.contrib.postgres.indexes import GistIndex
from django.db import models
from django.utils.translation import gettext_lazy as _


class ClockBelief(models.Model):
    """What was believed of a clock, and in which time it was believed. Written by trigger, never by hand, so
    that any figure can be asked as known on a day."""

    clock_id = models.BigIntegerField()
    known = DateTimeRangeField()
    case_id = models.BigIntegerField()
    unit_id = models.BigIntegerField()
    permit_ground = models.CharField(max_length=20)
    rule_set = models.CharField(max_length=10)
    taken_over_on = models.DateField(null=True)
    goal = models.CharField(max_length=40)
    standard = models.CharField(max_length=10)
    occurrence = models.CharField(max_length=60)
    version_id = models.BigIntegerField()
    starts_on = models.DateField()
    before_on = models.DateField(null=True)
    base_due_on = models.DateField(null=True)
    due_on = models.DateField(null=True)
    warn_on = models.DateField(null=True)
    planned_on = models.DateField(null=True)
    met_on = models.DateField(null=True)
    void_on = models.DateField(null=True)
    void_reason = models.CharField(max_length=20)

    class Meta:
        verbose_name = _("belief about a clock")
        verbose_name_plural = _("beliefs about clocks")
        indexes = [
            models.Index(name="belief_by_clock", fields=["clock_id"]),
            GistIndex(name="belief_by_goal_and_time", fields=["goal", "standard", "known"]),
        ]

    def __str__(self) -> str:
        return f"belief (#{self.pk})"
