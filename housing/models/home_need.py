from datetime import date

import pghistory
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, DateRangeField, RangeOperators
from django.core.exceptions import ValidationError
from django.db import models
from django.db.backends.postgresql.psycopg_any import DateRange
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from uuid6 import uuid7

from accounts.day import now
from accounts.models import User
from housing.verbs import Verb
from refugees.districts import IN_THE_CITY, District
from refugees.models import Case, Household, Seen, refuse_stale

MOST_BEDROOMS = 10
SAID = ("bedrooms", "bedrooms_reason", "districts", "ties", "pets", "assistance", "most_rent")


class HomeNeedQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "HomeNeedQuerySet":
        """Of the households whose home is looked for by this person."""
        return self.filter(household__in=Household.objects.housing_visible_to(user))

    def on(self, day: date) -> "HomeNeedQuerySet":
        """What holds on that day."""
        return self.filter(during__contains=day)

    def state(
        self,
        *,
        household: Household,
        on: date,
        today: date,
        by: User | None,
        version: Seen | None = None,
        **said: object,
    ) -> "HomeNeed":
        """From that day the household needs this; what was said before ends there. No clock is touched by it.

        StaleEdit if the form, by its `version`, was made from another statement.
        """
        if on > today:
            raise ValidationError({"on": gettext("That day is still to come.")})
        with Case.changing(household.case_set.filter(closed_on=None), by=by) as cases:
            last = self.filter(household=household).order_by("-during").first()
            refuse_stale(last, version)
            if last and last.during.lower > on:
                raise ValidationError({"on": gettext("Something else was said for a later day already.")})
            if last and last.during.lower == on:
                row = last
            else:
                row = self.model(household=household, during=DateRange(on, None))
                if last:
                    last.during = DateRange(last.during.lower, on)
                    last.save(update_fields=["during"])
            for name, value in said.items():
                setattr(row, name, value)
            row.recorded_by, row.recorded_at = by, now()
            row.full_clean()
            row.save()
            for case in cases:
                case.write_line(Verb.NEED, by=by, on=on, date=on.isoformat(), home_need=row.pk)
        return row


@pghistory.track()
class HomeNeed(models.Model):
    """What a home must be for one household, from a day on: bedrooms, ties to districts, pets, help, rent.

    How many people there are, and what health asks of the home (without its cause), follow from the cases.
    """

    public_id = models.UUIDField(default=uuid7, unique=True, editable=False)
    household = models.ForeignKey(Household, on_delete=models.PROTECT, related_name="home_needs")
    during = DateRangeField(_("from"))
    bedrooms = models.PositiveSmallIntegerField(_("bedrooms"), null=True, blank=True)
    bedrooms_reason = models.CharField(_("why so many"), max_length=300, blank=True)
    districts = ArrayField(
        models.CharField(max_length=12, choices=IN_THE_CITY),
        verbose_name=_("tied to districts"),
        default=list,
        blank=True,
    )
    ties = models.CharField(_("by what"), max_length=300, blank=True)
    pets = models.CharField(_("pets"), max_length=100, blank=True)
    assistance = models.CharField(_("help with the move"), max_length=300, blank=True)
    most_rent = models.PositiveIntegerField(_("rent at most"), null=True, blank=True)
    recorded_at = models.DateTimeField(default=now)
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    objects = HomeNeedQuerySet.as_manager()

    class Meta:
        verbose_name = _("what a household needs")
        verbose_name_plural = _("what households need")
        constraints = [
            models.CheckConstraint(
                name="stated_bedrooms_say_why",
                condition=Q(bedrooms=None, bedrooms_reason="")
                | Q(bedrooms__isnull=False, bedrooms__range=(1, MOST_BEDROOMS)) & ~Q(bedrooms_reason=""),
                violation_error_message=_("Between 1 and 10 bedrooms, with the reason for that number."),
            ),
            models.CheckConstraint(
                name="district_ties_say_what_ties",
                condition=Q(districts=[]) | ~Q(ties=""),
                violation_error_message=_("Say what ties the household there: school, job, family."),
            ),
            models.CheckConstraint(
                name="tied_districts_are_known",
                condition=Q(districts__contained_by=[value for value, label in IN_THE_CITY]),
            ),
            models.CheckConstraint(
                name="home_need_period_has_days",
                condition=Q(during__isempty=False, during__startswith__isnull=False),
            ),
            ExclusionConstraint(
                name="home_need_one_at_a_time",
                expressions=[("household", RangeOperators.EQUAL), ("during", RangeOperators.OVERLAPS)],
            ),
        ]

    def __str__(self) -> str:
        return f"needs of a household (#{self.pk})"

    def get_districts_display(self) -> str:
        """The districts, in one line."""
        return ", ".join(str(District(district).label) for district in self.districts)
