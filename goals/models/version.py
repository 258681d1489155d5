from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, DateRangeField, RangeOperators
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from goals.reckoning import Span, Terms, Unit


class Standard(models.TextChoices):
    """Whose promise it is. Several run side by side on one event and are never mixed in one figure."""

    LAW = "law", _("Law")
    CITY = "city", _("City goal")
    INTERNAL = "internal", _("Internal default")


class SpanUnit(models.TextChoices):
    """What the time is counted in."""

    DAYS = "days", _("days")
    WEEKS = "weeks", _("weeks")
    MONTHS = "months", _("calendar months")


class GoalVersion(models.Model):
    """One wording of one promise: how much time, for whom, from when, according to what source.

    It measures the clocks that start while it is in force, for ever; a new wording never rewrites an old clock.
    """

    goal = models.CharField(_("goal"), max_length=40)
    standard = models.CharField(_("whose promise"), max_length=10, choices=Standard)
    amount = models.PositiveSmallIntegerField(_("time"), null=True, blank=True)
    unit = models.CharField(_("unit of time"), max_length=8, choices=SpanUnit, blank=True)
    warning_days = models.PositiveSmallIntegerField(_("warn so many days before"), default=7)
    aim = models.CharField(_("aim within the time"), max_length=120, blank=True)
    rule_sets = ArrayField(models.CharField(max_length=10), default=list, blank=True)
    permit_grounds = ArrayField(models.CharField(max_length=20), default=list, blank=True)
    adults_only = models.BooleanField(_("only those 18 at takeover"), default=True)
    benefit_only = models.BooleanField(_("only those on a benefit"), default=False)
    pausing_grounds = ArrayField(models.CharField(max_length=20), default=list, blank=True)
    # How many days in all may be granted beyond the time, by clock. 0: this promise cannot be extended.
    max_extension_days = models.PositiveSmallIntegerField(_("most days of extension"), default=0)
    valid = DateRangeField(_("for clocks that start"))
    source = models.CharField(_("source"), max_length=200)

    class Meta:
        verbose_name = _("version of a goal")
        verbose_name_plural = _("versions of goals")
        constraints = [
            models.CheckConstraint(
                name="version_standard_is_known", condition=Q(standard__in=Standard.values)
            ),
            models.CheckConstraint(
                name="version_has_a_span_or_runs_before_an_event",
                condition=Q(amount=None, unit="")
                | Q(amount__isnull=False, amount__gt=0, unit__in=SpanUnit.values),
            ),
            models.CheckConstraint(
                name="only_a_span_of_time_can_be_extended",
                condition=Q(max_extension_days=0) | Q(amount__isnull=False),
                violation_error_message=_("A promise that runs before an event cannot be extended."),
            ),
            models.CheckConstraint(name="version_names_its_source", condition=~Q(source="")),
            ExclusionConstraint(
                name="versions_of_one_standard_never_overlap",
                expressions=[
                    ("goal", RangeOperators.EQUAL),
                    ("standard", RangeOperators.EQUAL),
                    ("valid", RangeOperators.OVERLAPS),
                ],
                violation_error_message=_("Another version of this goal is in force in that time."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.goal} {self.standard} (#{self.pk})"

    @property
    def words(self) -> str:
        """How long, in words: "1 calendar month"."""
        if self.amount is None:
            return str(_("before the event"))
        forms = {
            SpanUnit.DAYS: ngettext("%(n)d day", "%(n)d days", self.amount),
            SpanUnit.WEEKS: ngettext("%(n)d week", "%(n)d weeks", self.amount),
            SpanUnit.MONTHS: ngettext("%(n)d calendar month", "%(n)d calendar months", self.amount),
        }
        return forms[self.unit] % {"n": self.amount}

    @property
    def aim_words(self) -> str:
        """What is aimed at within the time. The words of launch are marked, later ones stand as they were written."""
        return gettext(self.aim) if self.aim else ""

    @property
    def source_words(self) -> str:
        """Where the promise comes from, in the reader's language if it is one of launch."""
        return gettext(self.source)

    def terms(self) -> Terms:
        """This version as the engine reads it."""
        return Terms(
            version_id=self.pk,
            goal=self.goal,
            standard=self.standard,
            span=Span(self.amount, Unit(self.unit)) if self.amount else None,
            warning_days=self.warning_days,
            valid_from=self.valid.lower,
            valid_until=self.valid.upper,
            rule_sets=frozenset(self.rule_sets),
            permit_grounds=frozenset(self.permit_grounds),
            adults_only=self.adults_only,
            benefit_only=self.benefit_only,
            pausing_grounds=frozenset(self.pausing_grounds),
            max_extension_days=self.max_extension_days,
        )
