from datetime import date
from typing import Any

import pghistory
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.db.models import F, Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from uuid6 import uuid7

from accounts.day import now
from accounts.models import Unit, User
from housing.models.dwelling import Dwelling
from housing.planning import Plan
from housing.solver import SOLVER
from refugees.models import Case, Household, Seen, read_again


class Decision(models.TextChoices):
    """What somebody decided of a household and a home, for the plans to come."""

    PIN = "pin", _("Pinned")
    FORBID = "forbid", _("Ruled out")


class PairDecisionQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "PairDecisionQuerySet":
        """Of the households whose home is looked for by this person."""
        return self.filter(household__in=Household.objects.housing_visible_to(user))

    def standing(self) -> "PairDecisionQuerySet":
        """Not lifted."""
        return self.filter(lifted_on=None)

    def decide(
        self,
        *,
        household: Household,
        dwelling: Dwelling,
        decision: str,
        reason: str,
        on: date,
        by: User | None,
    ) -> "PairDecision":
        """Somebody pins a household and a home for the plans to come, or rules them out, and says why."""
        with Case.changing(household.case_set.filter(closed_on=None), by=by):
            row = self.model(
                household=household,
                dwelling=dwelling,
                decision=decision,
                reason=reason.strip(),
                decided_on=on,
                decided_by=by,
            )
            row.full_clean()
            try:
                with transaction.atomic():
                    row.save()
            except IntegrityError as error:
                # Whose it is need not be seen by who asks: another unit pinned the same home.
                if "one_standing_pin_per_home" not in str(error):
                    raise
                raise ValidationError(
                    gettext("This home is pinned for another household. Lift that first.")
                ) from error
        return row


@pghistory.track()
class PairDecision(models.Model):
    """That one household is to get one home, or not, in the plans to come: a person's decision, with why."""

    public_id = models.UUIDField(default=uuid7, unique=True, editable=False)
    household = models.ForeignKey(Household, on_delete=models.PROTECT, related_name="plan_decisions")
    dwelling = models.ForeignKey(Dwelling, on_delete=models.PROTECT, related_name="plan_decisions")
    decision = models.CharField(_("decision"), max_length=8, choices=Decision)
    reason = models.CharField(_("why"), max_length=300)
    decided_on = models.DateField(_("decided on"))
    decided_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    lifted_on = models.DateField(_("lifted on"), null=True, blank=True)
    lifted_reason = models.CharField(_("why lifted"), max_length=300, blank=True)
    recorded_at = models.DateTimeField(default=now)

    objects = PairDecisionQuerySet.as_manager()

    class Meta:
        verbose_name = _("decision for the plan")
        verbose_name_plural = _("decisions for the plan")
        constraints = [
            models.CheckConstraint(name="pair_decision_is_known", condition=Q(decision__in=Decision.values)),
            models.CheckConstraint(
                name="pair_decision_says_why",
                condition=~Q(reason=""),
                violation_error_message=_("Say why."),
            ),
            models.CheckConstraint(
                name="pair_decision_is_lifted_for_a_reason",
                condition=Q(lifted_on=None, lifted_reason="")
                | Q(lifted_on__isnull=False) & ~Q(lifted_reason=""),
                violation_error_message=_("Say why it is lifted."),
            ),
            models.UniqueConstraint(
                name="one_standing_decision_per_pair",
                fields=["household", "dwelling"],
                condition=Q(lifted_on=None),
                violation_error_message=_("It is pinned or ruled out already. Lift that first."),
            ),
            models.UniqueConstraint(
                name="one_standing_pin_per_household",
                fields=["household"],
                condition=Q(decision=Decision.PIN, lifted_on=None),
                violation_error_message=_("Another home is pinned for this household. Lift that first."),
            ),
            models.UniqueConstraint(
                name="one_standing_pin_per_home",
                fields=["dwelling"],
                condition=Q(decision=Decision.PIN, lifted_on=None),
                violation_error_message=_("This home is pinned for another household. Lift that first."),
            ),
        ]

    def __str__(self) -> str:
        return f"decision for the plan (#{self.pk})"

    def lift(self, *, on: date, reason: str, by: User, version: Seen | None = None) -> None:
        """It holds no more for the plans to come; plans that were made by it keep it.

        StaleEdit if it is not what the form, by its `version`, was made from.
        """
        with Case.changing(self.household.case_set.filter(closed_on=None), by=by):
            read_again(self, version)
            if self.lifted_on:
                raise ValidationError(gettext("It is lifted already."))
            self.lifted_on, self.lifted_reason = on, reason.strip()
            self.full_clean()
            self.save(update_fields=["lifted_on", "lifted_reason"])


class HousingPlanQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "HousingPlanQuerySet":
        """Plans for the households of the units whose homes this person looks for, or sees."""
        return self.filter(unit_id__in=[*user.housing_unit_ids(), *user.case_unit_ids()])

    @transaction.atomic
    def keep(self, solved: Plan, *, unit: Unit, by: User | None) -> "HousingPlan":
        """Keep a plan as it was solved, with all that it was made from."""
        result: dict[str, Any] = solved.kept()
        row = self.model(
            unit=unit,
            made_on=solved.inputs.day,
            made_by=by,
            inputs=solved.inputs.kept(),
            result=result,
            households=len(solved.inputs.households),
            homes=len(solved.inputs.homes),
            pairs=len(result["pairs"]),
            solver=SOLVER,
            gap=min(solved.solution.gap, 1.0),
            is_proven=solved.solution.is_proven,
            seconds=solved.solution.seconds,
        )
        row.full_clean()
        row.save()
        return row


class HousingPlan(models.Model):
    """Who could get which free home, for all waiting households of a unit at once, as it was solved one day.

    Written once, with its inputs: public identifiers and facts, no name. It decides nothing and offers nothing.
    """

    public_id = models.UUIDField(default=uuid7, unique=True, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    made_on = models.DateField(_("made on"))
    made_at = models.DateTimeField(default=now)
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    inputs = models.JSONField()
    result = models.JSONField()
    households = models.PositiveIntegerField(_("households"))
    homes = models.PositiveIntegerField(_("homes"))
    pairs = models.PositiveIntegerField(_("pairs"))
    solver = models.CharField(_("solver"), max_length=60)
    gap = models.FloatField(_("gap"))
    is_proven = models.BooleanField(_("proven"))
    seconds = models.FloatField(_("seconds"))

    objects = HousingPlanQuerySet.as_manager()

    class Meta:
        verbose_name = _("housing plan")
        verbose_name_plural = _("housing plans")
        constraints = [
            models.CheckConstraint(
                name="plan_gives_each_home_and_household_once",
                condition=Q(pairs__lte=F("homes")) & Q(pairs__lte=F("households")),
            ),
            models.CheckConstraint(
                name="plan_gap_is_a_share", condition=Q(gap__gte=0, gap__lte=1, seconds__gte=0)
            ),
            models.CheckConstraint(
                name="plan_is_proven_without_a_gap", condition=Q(is_proven=False) | Q(gap__lte=0.000001)
            ),
        ]
        indexes = [models.Index(name="housing_plan_by_unit", fields=["unit", "-id"])]

    def __str__(self) -> str:
        return f"housing plan {self.made_on} (#{self.pk})"
