"""What others must know of somebody's health, and nothing of why: what work, and what home, must take into account.

Facts about the case, because work and housing read them. Only the health team writes them (policy `health` in
refugees/migrations), and what they rest on stays in the compartment of health.
"""

from collections.abc import Iterable
from datetime import date
from typing import Any

import pghistory
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, RangeOperators
from django.db import models
from django.db.backends.postgresql.psycopg_any import DateRange
from django.db.models import Q
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from accounts.models import User
from refugees.models.case import Case
from refugees.models.case_period import CasePeriod, CasePeriodQuerySet, rules_of_correction
from refugees.models.stale import Seen
from refugees.verbs import Verb
from refugees.wording import in_one_line

WEEK_HOURS = 37


class Ability(models.TextChoices):
    """Whether somebody can work."""

    CAN = "can", gettext_lazy("Can work")
    WITH_LIMITS = "with-limits", gettext_lazy("Can work with limits")
    NOT_BEFORE = "not-before", gettext_lazy("Cannot work before a certain day")


class Limit(models.TextChoices):
    """What a workplace must take into account. A closed list: what is not on it says too much."""

    NO_LIFTING = "lifting", gettext_lazy("No heavy lifting")
    NO_STANDING = "standing", gettext_lazy("No long standing or walking")
    NO_SITTING = "sitting", gettext_lazy("No long sitting")
    NO_NIGHTS = "nights", gettext_lazy("No night work")
    NO_SHIFTS = "shifts", gettext_lazy("No changing shifts")
    NO_HEIGHTS = "heights", gettext_lazy("No work at heights or with dangerous machines")
    NO_DRIVING = "driving", gettext_lazy("No driving at work")
    NO_CROWDS = "crowds", gettext_lazy("No noisy or crowded place")
    NO_DUST = "dust", gettext_lazy("No dust, smoke or strong smells")
    MORE_BREAKS = "breaks", gettext_lazy("More breaks than usual")
    FIXED_TASKS = "fixed-tasks", gettext_lazy("Few tasks at a time, the same from day to day")
    TIME_OFF = "time-off", gettext_lazy("Time off for appointments")


class Need(models.TextChoices):
    """What a home must have. Without the cause."""

    LIFT = "lift", gettext_lazy("Lift")
    GROUND_FLOOR = "ground-floor", gettext_lazy("Ground floor")
    NO_STEPS = "no-steps", gettext_lazy("No steps inside the home")
    OWN_BATHROOM = "own-bathroom", gettext_lazy("Own bathroom")
    OWN_ROOM = "own-room", gettext_lazy("Own room to sleep in")
    WHEELCHAIR = "wheelchair", gettext_lazy("Room for a wheelchair")
    QUIET = "quiet", gettext_lazy("Quiet place")
    NEAR_TRANSPORT = "near-transport", gettext_lazy("Near public transport")


class OfHealthQuerySet(CasePeriodQuerySet):
    def visible_to(self, user: User) -> "OfHealthQuerySet":
        """Of cases that this person sees whole, and of those whose compartment of health they work in."""
        known = Q(case__in=Case.objects.whole_for(user)) | Q(case__in=Case.objects.health_visible_to(user))
        return self.filter(known)

    def state(
        self, *, case: Case, on: date, by: User | None, version: Seen | None = None, **facts: object
    ) -> "OfHealth":
        """From that day this holds; what was said before ends there.

        StaleEdit if the form, by its `version`, was made from another last statement; so do the verbs of a row.
        """
        with Case.changing([case], by=by):
            self.filter(case=case).make_room(on, version=version)
            row = self.model(case=case, during=DateRange(on, None), recorded_by=by, **facts)
            row.full_clean()
            row.save()
            row.leave_line(row.STATED, by=by, on=on)
        return row


class OfHealth(CasePeriod):
    """A dated statement of the health team that others read."""

    STATED: Verb
    CORRECTED: Verb
    WITHDRAWN: Verb

    class Meta(CasePeriod.Meta):
        abstract = True

    def correct(
        self, *, during: DateRange, why: str, by: User, version: Seen | None = None, **facts: object
    ) -> None:
        """It was otherwise, or for other days; what was said stays readable, with why."""
        with Case.changing([self.case], by=by, reason=why):
            self.still_stands(version)
            self.put_right(during=during, why=why, by=by, **facts)
            self.leave_line(self.CORRECTED, by=by, on=during.lower)

    def withdraw(self, *, why: str, on: date, by: User, version: Seen | None = None) -> None:
        """It was a mistake: it stays, marked, and holds no more."""
        with Case.changing([self.case], by=by, reason=why):
            self.still_stands(version)
            self.strike(why=why, by=by)
            self.leave_line(self.WITHDRAWN, by=by, on=on)

    def leave_line(self, verb: Verb, *, by: User | None, on: date) -> None:
        """One line on the case: that it was said, and for which day. What was said stands with the fact."""
        self.case.write_line(
            verb, by=by, on=on, date=self.during.lower.isoformat(), statement=self.pk, version=self.version
        )


@pghistory.track()
class FunctionalConclusion(OfHealth):
    """Whether and how somebody can work, from a day on. The only thing about health that the rest of the City reads."""

    STATED, CORRECTED, WITHDRAWN = (
        Verb.CONCLUSION_STATED,
        Verb.CONCLUSION_CORRECTED,
        Verb.CONCLUSION_WITHDRAWN,
    )

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="conclusions")
    ability = models.CharField(gettext_lazy("work"), max_length=12, choices=Ability)
    limits = ArrayField(
        models.CharField(max_length=12, choices=Limit),
        verbose_name=gettext_lazy("limits"),
        default=list,
        blank=True,
    )
    week_hours = models.PositiveSmallIntegerField(gettext_lazy("hours a week at most"), null=True, blank=True)
    not_before = models.DateField(gettext_lazy("not before"), null=True, blank=True)
    note = models.CharField(gettext_lazy("in few words"), max_length=200, blank=True)

    objects = OfHealthQuerySet.as_manager()

    class Meta:
        verbose_name = gettext_lazy("conclusion about work")
        verbose_name_plural = gettext_lazy("conclusions about work")
        constraints = [
            models.CheckConstraint(
                name="conclusion_ability_is_known", condition=Q(ability__in=Ability.values)
            ),
            models.CheckConstraint(
                name="conclusion_limits_are_known", condition=Q(limits__contained_by=Limit.values)
            ),
            models.CheckConstraint(
                name="conclusion_with_limits_names_them",
                condition=~Q(ability=Ability.WITH_LIMITS) | ~Q(limits=[]) | Q(week_hours__isnull=False),
                violation_error_message=gettext_lazy("Choose at least one limit, or say how many hours."),
            ),
            models.CheckConstraint(
                name="only_a_conclusion_with_limits_has_limits",
                condition=Q(ability=Ability.WITH_LIMITS) | Q(limits=[], week_hours=None),
                violation_error_message=gettext_lazy("Limits belong to “Can work with limits” only."),
            ),
            models.CheckConstraint(
                name="conclusion_hours_fit_a_week",
                condition=Q(week_hours=None) | Q(week_hours__gte=1, week_hours__lte=WEEK_HOURS),
                violation_error_message=gettext_lazy("Between 1 and 37 hours a week."),
            ),
            models.CheckConstraint(
                name="only_not_before_has_a_day",
                condition=Q(ability=Ability.NOT_BEFORE, not_before__isnull=False)
                | ~Q(ability=Ability.NOT_BEFORE) & Q(not_before=None),
                violation_error_message=gettext_lazy("Say before which day the person cannot work."),
            ),
            models.CheckConstraint(
                name="conclusion_period_has_days",
                condition=Q(during__isempty=False, during__startswith__isnull=False),
            ),
            ExclusionConstraint(
                name="conclusion_one_at_a_time",
                expressions=[("case", RangeOperators.EQUAL), ("during", RangeOperators.OVERLAPS)],
                condition=Q(withdrawn_at=None),
                violation_error_message=gettext_lazy("Another conclusion overlaps this period."),
            ),
            *rules_of_correction("conclusion"),
        ]

    def __str__(self) -> str:
        return f"conclusion (#{self.pk})"

    @property
    def limit_words(self) -> list[str]:
        """What a workplace must take into account, in words."""
        words = [str(Limit(limit).label) for limit in Limit.values if limit in self.limits]
        if self.week_hours:
            hours = ngettext(
                "At most %(hours)d hour a week", "At most %(hours)d hours a week", self.week_hours
            )
            words.insert(0, hours % {"hours": self.week_hours})
        return words

    def get_limits_display(self) -> str:
        """The limits, in one line."""
        return in_one_line(Limit(limit).label for limit in self.limits)

    @staticmethod
    def what_in(stored: Any) -> str:
        """Can work, with limits, or not before which day."""
        if stored.ability == Ability.NOT_BEFORE:
            return _("Cannot work before %(day)s") % {"day": date_format(stored.not_before, "DATE_FORMAT")}
        return str(Ability(stored.ability).label)


@pghistory.track()
class HousingNeed(OfHealth):
    """What a home must have for this person, from a day on, without the cause. An empty list: nothing special."""

    STATED, CORRECTED, WITHDRAWN = (
        Verb.HOUSING_NEED_STATED,
        Verb.HOUSING_NEED_CORRECTED,
        Verb.HOUSING_NEED_WITHDRAWN,
    )

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="housing_needs")
    needs = ArrayField(
        models.CharField(max_length=16, choices=Need),
        verbose_name=gettext_lazy("what the home must have"),
        default=list,
        blank=True,
    )

    objects = OfHealthQuerySet.as_manager()

    class Meta:
        verbose_name = gettext_lazy("needs of the home")
        verbose_name_plural = gettext_lazy("needs of the home")
        constraints = [
            models.CheckConstraint(
                name="housing_needs_are_known", condition=Q(needs__contained_by=Need.values)
            ),
            models.CheckConstraint(
                name="housing_need_period_has_days",
                condition=Q(during__isempty=False, during__startswith__isnull=False),
            ),
            ExclusionConstraint(
                name="housing_need_one_at_a_time",
                expressions=[("case", RangeOperators.EQUAL), ("during", RangeOperators.OVERLAPS)],
                condition=Q(withdrawn_at=None),
                violation_error_message=gettext_lazy("Other needs of the home overlap this period."),
            ),
            *rules_of_correction("housing_need"),
        ]

    def __str__(self) -> str:
        return f"needs of the home (#{self.pk})"

    def get_needs_display(self) -> str:
        """The needs, in one line."""
        return self.what_in(self)

    @staticmethod
    def what_in(stored: Any) -> str:
        """What the home must have, in words."""
        return in_one_line(need_words(stored.needs)) or _("Nothing special")


def need_words(needs: Iterable[str]) -> list[str]:
    """What a home must have, in words, in the order of the list."""
    chosen = set(needs)
    return [str(Need(need).label) for need in Need.values if need in chosen]
