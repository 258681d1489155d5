from datetime import date, time, timedelta

import pghistory
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, IntegerRangeField, RangeOperators
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.backends.postgresql.psycopg_any import DateRange
from django.db.models import F, Func, Q
from django.utils.translation import gettext_lazy as _
from uuid6 import uuid7

from accounts.models import Unit, User

MINUTES_OF_A_DAY = 24 * 60
DAYS_AHEAD = 14


class Weekday(models.IntegerChoices):
    """The days of a week, counted as `date.weekday` counts them."""

    MONDAY = 0, _("Monday")
    TUESDAY = 1, _("Tuesday")
    WEDNESDAY = 2, _("Wednesday")
    THURSDAY = 3, _("Thursday")
    FRIDAY = 4, _("Friday")
    SATURDAY = 5, _("Saturday")
    SUNDAY = 6, _("Sunday")


class OpeningHoursQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "OpeningHoursQuerySet":
        """Of the units whose cases this person works on."""
        return self.filter(unit__in=user.case_unit_ids())

    def on(self, day: date) -> "OpeningHoursQuerySet":
        """When it is open on that day, in order. Public holidays are the unit's own to know."""
        return self.filter(weekday=day.weekday(), during__contains=day).order_by("opens")

    def now_or_later(self, day: date) -> "OpeningHoursQuerySet":
        """Those that hold on that day or will, by weekday."""
        return self.filter(Q(during__endswith__gt=day) | Q(during__upper_inf=True)).order_by(
            "weekday", "opens", "during"
        )

    @transaction.atomic
    def open_up(
        self, *, unit: Unit, weekday: int, opens: time, closes: time, from_on: date, by: User | None
    ) -> "OpeningHours":
        """From that day on the unit's counselling is open on one day of the week, between these times."""
        hours = self.model(
            unit=unit,
            weekday=weekday,
            opens=minutes_of(opens),
            closes=minutes_of(closes),
            during=DateRange(from_on, None),
            set_by=by,
        )
        hours.full_clean()
        hours.save()
        return hours

    def next_after(self, day: date) -> tuple[date, "OpeningHours"] | None:
        """The next day on which it is open, and the first hours of that day. One query."""
        rows = list(self.now_or_later(day))
        for later in (day + timedelta(days=ahead) for ahead in range(1, DAYS_AHEAD + 1)):
            for hours in rows:
                if hours.weekday == later.weekday() and hours.holds_on(later):
                    return later, hours
        return None


@pghistory.track()
class OpeningHours(models.Model):
    """When people may drop in for counselling without an appointment (booklet: "open counselling at the job centre").

    `opens` and `closes` are minutes from midnight, `during` the days on which it holds.
    """

    public_id = models.UUIDField(default=uuid7, unique=True, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="opening_hours")
    weekday = models.PositiveSmallIntegerField(_("weekday"), choices=Weekday)
    opens = models.PositiveSmallIntegerField(_("opens"))
    closes = models.PositiveSmallIntegerField(_("closes"))
    during = DateRangeField(_("valid"))
    set_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    objects = OpeningHoursQuerySet.as_manager()

    class Meta:
        verbose_name = _("opening hours")
        verbose_name_plural = _("opening hours")
        constraints = [
            models.CheckConstraint(
                name="counselling_closes_after_it_opens",
                condition=Q(closes__gt=F("opens"), closes__lte=MINUTES_OF_A_DAY),
                violation_error_message=_("It closes after it opens."),
            ),
            models.CheckConstraint(
                name="counselling_weekday_is_known", condition=Q(weekday__in=Weekday.values)
            ),
            models.CheckConstraint(
                name="counselling_hours_have_days",
                condition=Q(during__isempty=False, during__startswith__isnull=False),
            ),
            ExclusionConstraint(
                name="counselling_hours_do_not_overlap",
                expressions=[
                    ("unit", RangeOperators.EQUAL),
                    ("weekday", RangeOperators.EQUAL),
                    ("during", RangeOperators.OVERLAPS),
                    (
                        Func("opens", "closes", function="int4range", output_field=IntegerRangeField()),
                        RangeOperators.OVERLAPS,
                    ),
                ],
                violation_error_message=_("It is already open at that time of that day."),
            ),
        ]

    def __str__(self) -> str:
        return f"opening hours (#{self.pk})"

    @property
    def opens_at(self) -> time:
        """When it opens, as a time of the day."""
        return time_of(self.opens)

    @property
    def closes_at(self) -> time:
        """When it closes, as a time of the day."""
        return time_of(self.closes)

    @property
    def last_on(self) -> date | None:
        """The last day on which it holds; none is known while it has no end."""
        return self.during.upper and self.during.upper - timedelta(days=1)

    def holds_on(self, day: date) -> bool:
        """Whether these hours hold on that day; the weekday is not asked."""
        upper = self.during.upper
        return self.during.lower <= day and (upper is None or day < upper)

    @transaction.atomic
    def end(self, *, last_on: date) -> None:
        """Open at this time for the last time on or before that day; hours that never came to be are taken away."""
        current = type(self).objects.select_for_update().get(pk=self.pk)
        if current.during.upper is not None:
            raise ValidationError(_("These opening hours have been ended already."))
        after = last_on + timedelta(days=1)
        if after <= current.during.lower:
            current.delete()
            return
        self.during = current.during = DateRange(current.during.lower, after)
        current.full_clean()
        current.save(update_fields=["during"])


def minutes_of(at: time) -> int:
    """A time of the day as minutes from midnight."""
    return at.hour * 60 + at.minute


def time_of(minutes: int) -> time:
    """Minutes from midnight as a time of the day; the end of the day is one minute before midnight."""
    hour, minute = divmod(min(minutes, MINUTES_OF_A_DAY - 1), 60)
    return time(hour, minute)
