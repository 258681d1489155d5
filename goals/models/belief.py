from datetime import date, datetime, time

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, DateTimeRangeField, RangeOperators
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import Unit
from goals.models.clock import Clock
from goals.models.clock_dates import ClockDates, ClockDatesQuerySet
from goals.models.version import GoalVersion
from refugees.models import Case


def last_moment(day: date | datetime) -> datetime:
    """The end of a day in Copenhagen: what was recorded by then was known on that day. A moment is its own end."""
    if isinstance(day, datetime):
        return day
    return datetime.combine(day, time.max, tzinfo=timezone.get_default_timezone())


class ClockBeliefQuerySet(ClockDatesQuerySet):
    def known_on(self, day: date) -> "ClockBeliefQuerySet":
        """What was believed at the end of that day: of each clock one belief at most."""
        return self.filter(known__contains=last_moment(day))

    def first_day(self) -> date | None:
        """The day on which remembering began; None while nothing is remembered."""
        # The first to be written: sought by key, because the lowest moment would be sought among all.
        first = self.order_by("pk").values_list("known", flat=True).first()
        return timezone.localdate(first.lower) if first else None

    def held_after(self, day: date | datetime) -> "ClockBeliefQuerySet":
        """What was believed at the end of that day, and whatever has been believed since."""
        return self.filter(Q(known__endswith=None) | Q(known__endswith__gt=last_moment(day)))


class ClockBelief(ClockDates):
    """What was believed of a clock, and in which time it was believed. Written by trigger, never by hand, so
    that any figure can be asked as known on a day.

    It stands under the unit that had the case then: that unit's figure of then can be counted again, whoever has the
    case now. Whoever may open the case today may read what was believed of it before. `changes` names what led to
    it (the same ids stand on the lines of the case's history); empty where no change of a case did, or where it was
    written before changes had ids.
    """

    clock = models.ForeignKey(
        Clock, models.DO_NOTHING, related_name="beliefs", db_constraint=False, db_index=False
    )
    # No key is checked again and none has an index of its own: the clock's are checked, and a trigger copies them.
    case = models.ForeignKey(
        Case, models.DO_NOTHING, related_name="beliefs", db_constraint=False, db_index=False
    )
    unit = models.ForeignKey(Unit, models.DO_NOTHING, related_name="+", db_constraint=False, db_index=False)
    version = models.ForeignKey(
        GoalVersion, models.DO_NOTHING, related_name="+", db_constraint=False, db_index=False
    )
    known = DateTimeRangeField()
    changes = ArrayField(models.UUIDField(), default=list)

    objects = ClockBeliefQuerySet.as_manager()

    class Meta:
        verbose_name = _("belief about a clock")
        verbose_name_plural = _("beliefs about clocks")
        constraints = [
            ExclusionConstraint(
                name="one_belief_of_a_clock_at_a_time",
                expressions=[("clock", RangeOperators.EQUAL), ("known", RangeOperators.OVERLAPS)],
            )
        ]
        indexes = [
            models.Index(name="belief_by_case", fields=["case"]),
            # Not by time: under row-level security a range may not be searched before the wall (docs/adr/0009).
            models.Index(name="belief_by_unit_and_goal", fields=["unit", "goal", "standard"]),
        ]

    def __str__(self) -> str:
        return f"belief (#{self.pk})"
