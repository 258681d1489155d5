from datetime import date

import pghistory
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from uuid6 import uuid7

from accounts.day import now
from accounts.models import User
from housing.models.dwelling import Dwelling
from housing.verbs import Verb
from refugees.models import Case, Household, Seen, read_again


class PlacementExceptionQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "PlacementExceptionQuerySet":
        """Of the households whose home is looked for by this person."""
        return self.filter(household__in=Household.objects.housing_visible_to(user))

    def standing(self) -> "PlacementExceptionQuerySet":
        """Not withdrawn."""
        return self.filter(withdrawn_on=None)

    def decide(
        self, *, household: Household, dwelling: Dwelling, reason: str, ground: str, on: date, by: User
    ) -> "PlacementException":
        """A manager decides that this household may be offered this home inside an excluded area, and says why."""
        with Case.changing(household.case_set.filter(closed_on=None), by=by) as cases:
            row = self.model(
                household=household,
                dwelling=dwelling,
                reason=reason.strip(),
                ground=ground.strip(),
                decided_on=on,
                decided_by=by,
            )
            row.full_clean()
            row.save()
            for case in cases:
                case.write_line(Verb.EXCEPTION, by=by, on=on, home_exception=row.pk)
        return row


@pghistory.track()
class PlacementException(models.Model):
    """That one household may be offered one home although it lies inside an excluded area, by a manager's decision.

    The database takes it from a manager alone, in that manager's own name (`exception_is_a_managers`).
    """

    public_id = models.UUIDField(default=uuid7, unique=True, editable=False)
    household = models.ForeignKey(Household, on_delete=models.PROTECT, related_name="home_exceptions")
    dwelling = models.ForeignKey(Dwelling, on_delete=models.PROTECT, related_name="exceptions")
    reason = models.TextField(_("why"), max_length=1000)
    ground = models.CharField(_("by which rule"), max_length=200)
    decided_on = models.DateField(_("decided on"))
    decided_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    withdrawn_on = models.DateField(_("withdrawn on"), null=True, blank=True)
    withdrawn_reason = models.CharField(_("why withdrawn"), max_length=300, blank=True)
    recorded_at = models.DateTimeField(default=now)

    objects = PlacementExceptionQuerySet.as_manager()

    class Meta:
        verbose_name = _("exception from the excluded areas")
        verbose_name_plural = _("exceptions from the excluded areas")
        constraints = [
            models.UniqueConstraint(
                name="one_standing_exception",
                fields=["household", "dwelling"],
                condition=Q(withdrawn_on=None),
                violation_error_message=_("An exception for this household and this home stands already."),
            ),
            models.CheckConstraint(
                name="exception_says_why_and_by_which_rule",
                condition=~Q(reason="") & ~Q(ground=""),
                violation_error_message=_("Say why, and by which rule."),
            ),
            models.CheckConstraint(
                name="exception_is_withdrawn_for_a_reason",
                condition=Q(withdrawn_on=None, withdrawn_reason="")
                | Q(withdrawn_on__isnull=False) & ~Q(withdrawn_reason=""),
                violation_error_message=_("Say why the exception is withdrawn."),
            ),
        ]

    def __str__(self) -> str:
        return f"exception (#{self.pk})"

    def withdraw(self, *, on: date, reason: str, by: User, version: Seen | None = None) -> None:
        """It holds no more for offers to come. What was offered by it stays explained by it."""
        with Case.changing(self.household.case_set.filter(closed_on=None), by=by) as cases:
            read_again(self, version)
            if self.withdrawn_on:
                raise ValidationError(gettext("The exception is withdrawn already."))
            self.withdrawn_on, self.withdrawn_reason = on, reason
            self.full_clean()
            self.save(update_fields=["withdrawn_on", "withdrawn_reason"])
            for case in cases:
                case.write_line(Verb.EXCEPTION_WITHDRAWN, by=by, on=on, home_exception=self.pk)
