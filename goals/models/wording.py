from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from goals import registry
from goals.reckoning import Counted, Unit


class Standard(models.TextChoices):
    """Whose promise it is. Several run side by side on one event and are never mixed in one figure."""

    LAW = "law", _("Law")
    CITY = "city", _("City goal")
    INTERNAL = "internal", _("Internal default")


def standard_words(goal: str, standard: str) -> str:
    """Whose promise it is. Where it is our reading that the rule applies here, that is said wherever it is shown."""
    words = str(Standard(standard).label)
    if registry.is_our_reading(goal, standard):
        return gettext("%(standard)s (our reading, to be confirmed)") % {"standard": words}
    return words


class SpanUnit(models.TextChoices):
    """What the time is counted in."""

    DAYS = Unit.DAYS.value, _("days")
    WEEKS = Unit.WEEKS.value, _("weeks")
    MONTHS = Unit.MONTHS.value, _("calendar months")


# A span, or none: then the promise is to be kept before an event.
HAS_A_SPAN_OR_RUNS_BEFORE_AN_EVENT = Q(amount=None, unit="") | Q(
    amount__isnull=False, amount__gt=0, unit__in=SpanUnit.values
)


class Wording(models.Model):
    """What a promise says: how much time, for whom, what stops it, according to what source. In force or drafted."""

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
    source = models.CharField(_("source"), max_length=200)

    class Meta:
        abstract = True

    @classmethod
    def wording_fields(cls) -> list[str]:
        """The names of what a draft hands on to the version it becomes."""
        return [field.name for field in Wording._meta.get_fields()]

    @property
    def wording(self) -> dict[str, Any]:
        """What is said, by field."""
        return {name: getattr(self, name) for name in self.wording_fields()}

    @property
    def label(self) -> str:
        """The short name of the goal."""
        return registry.label(self.goal)

    @property
    def standard_words(self) -> str:
        """Whose promise it is, and whether that is our reading."""
        return standard_words(self.goal, self.standard)

    @property
    def words(self) -> str:
        """How long, in words: "1 calendar month"."""
        return self.words_around(registry.event(self.goal))

    def words_around(self, event: registry.Words) -> str:
        """How long, in words, beside the event that it is counted from if it is: "before the takeover on 3 May"."""
        if self.amount is None:
            return gettext("before %(event)s") % {"event": event or gettext("the event")}
        forms = {
            SpanUnit.DAYS: ngettext("%(n)d day", "%(n)d days", self.amount),
            SpanUnit.WEEKS: ngettext("%(n)d week", "%(n)d weeks", self.amount),
            SpanUnit.MONTHS: ngettext("%(n)d calendar month", "%(n)d calendar months", self.amount),
        }
        words = forms[self.unit] % {"n": self.amount}
        if self.counted is Counted.FROM_START:
            return words
        return str(registry.get(self.goal).time_words) % {"time": words, "event": event}

    @property
    def counted(self) -> Counted:
        """From where the time is counted: so its pillar declared the promise."""
        return registry.counted(self.goal)

    @property
    def aim_words(self) -> str:
        """What is aimed at within the time. The words of launch are marked, later ones stand as they were written."""
        return gettext(self.aim) if self.aim else ""

    @property
    def source_words(self) -> str:
        """Where the promise comes from, in the reader's language if it is one of launch."""
        return gettext(self.source)
