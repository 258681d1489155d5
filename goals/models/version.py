from datetime import date
from functools import lru_cache

import pghistory
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.backends.postgresql.psycopg_any import DateRange
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from goals.models.wording import HAS_A_SPAN_OR_RUNS_BEFORE_AN_EVENT, Standard, Wording
from goals.reckoning import Span, Terms, Unit

# Every column, as `terms_of` reads them.
SAID = ("pk", "valid", *(field.name for field in Wording._meta.local_fields))


class GoalVersionQuerySet(models.QuerySet):
    def of(self, goal: str, standard: str) -> "GoalVersionQuerySet":
        """Every wording of one promise of one standard, the oldest first."""
        return self.filter(goal=goal, standard=standard).order_by("valid")

    def said(self) -> models.QuerySet:
        """What each of them says, in the order of SAID: for `terms_of`."""
        return self.values_list(*SAID)


@pghistory.track()
class GoalVersion(Wording):
    """One wording of one promise in force: how much time, for whom, from when, according to what source.

    It measures the clocks that start while it is in force, for ever; a new wording never rewrites an old clock.
    """

    valid = DateRangeField(_("for clocks that start"))

    objects = GoalVersionQuerySet.as_manager()

    class Meta:
        verbose_name = _("version of a goal")
        verbose_name_plural = _("versions of goals")
        constraints = [
            models.CheckConstraint(
                name="version_standard_is_known", condition=Q(standard__in=Standard.values)
            ),
            models.CheckConstraint(
                name="version_has_a_span_or_runs_before_an_event",
                condition=HAS_A_SPAN_OR_RUNS_BEFORE_AN_EVENT,
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

    def close(self, on: date) -> None:
        """From that day on it starts no clock any more. Those it started it goes on measuring."""
        self.valid = DateRange(self.valid.lower, on)
        self.save(update_fields=["valid"])

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
            counted=self.counted,
        )


def terms_of(row: tuple) -> Terms:
    """A row of `said()` as the engine reads it."""
    return _terms_of(tuple(tuple(value) if isinstance(value, list) else value for value in row))


# Each derivation reads every version, and all but never is one of them new: making the models anew took a
# millisecond of the refresh of one case.
@lru_cache(maxsize=4096)
def _terms_of(row: tuple) -> Terms:
    return GoalVersion(**dict(zip(SAID, row, strict=True))).terms()
