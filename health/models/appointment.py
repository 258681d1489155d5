from datetime import date, datetime

import pghistory
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import User
from health.models.base import HealthQuerySet, HealthRow, Interpreter, interpreter_rules
from health.models.referral import Referral
from health.secret import SecretText
from refugees.models import Appointment, Case, Seen, read_again


class Outcome(models.TextChoices):
    """What became of an appointment."""

    PLANNED = "", gettext_lazy("Agreed")
    KEPT = "kept", gettext_lazy("The person came")
    NO_SHOW = "no-show", gettext_lazy("The person did not come")
    CANCELLED = "cancelled", gettext_lazy("Cancelled")


class HealthAppointmentQuerySet(HealthQuerySet):
    def agree(
        self,
        *,
        referral: Referral,
        starts_at: datetime,
        ends_at: datetime,
        interpreter: str,
        is_not_family: bool,
        by: User,
        place: str = "",
    ) -> "HealthAppointment":
        """Agree on a time at the clinic. Outside, the person is busy in that time, and no more is said."""
        with Case.changing([referral.case], by=by):
            appointment = self.model(
                case=referral.case,
                referral=referral,
                starts_at=starts_at,
                ends_at=ends_at,
                interpreter=interpreter,
                is_not_family=is_not_family,
                place=place.strip(),
                recorded_by=by,
            )
            # The time first, so that the sentence about it is ours and not that of the time that blocks others.
            appointment.full_clean(exclude=["busy"])
            appointment.busy = Appointment.objects.block(
                case=referral.case, starts_at=starts_at, ends_at=ends_at, by=by
            )
            appointment.save()
        return appointment


@pghistory.track()
class HealthAppointment(HealthRow):
    """A time at a clinic. That the person is busy then stands in `busy`, which tells nobody where or why."""

    referral = models.ForeignKey(Referral, on_delete=models.PROTECT, related_name="appointments")
    busy = models.OneToOneField(Appointment, on_delete=models.PROTECT, related_name="+")
    starts_at = models.DateTimeField(gettext_lazy("starts"))
    ends_at = models.DateTimeField(gettext_lazy("ends"))
    place = SecretText(gettext_lazy("place"), max_length=200, blank=True)
    interpreter = models.CharField(gettext_lazy("interpreter"), max_length=12, choices=Interpreter)
    is_not_family = models.BooleanField(gettext_lazy("the interpreter is not close family"), default=False)
    outcome = models.CharField(gettext_lazy("what became of it"), max_length=12, choices=Outcome, blank=True)
    outcome_reason = SecretText(gettext_lazy("what happened"), max_length=300, blank=True)

    objects = HealthAppointmentQuerySet.as_manager()

    class Meta:
        verbose_name = gettext_lazy("appointment at a clinic")
        verbose_name_plural = gettext_lazy("appointments at clinics")
        constraints = [
            models.CheckConstraint(
                name="health_appointment_ends_after_it_starts",
                condition=Q(ends_at__gt=F("starts_at")),
                violation_error_message=gettext_lazy("The end must be after the start."),
            ),
            models.CheckConstraint(name="health_outcome_is_known", condition=Q(outcome__in=Outcome.values)),
            *interpreter_rules("health_appointment"),
        ]
        indexes = [models.Index(name="health_appointment_by_case", fields=["case", "starts_at"])]

    @property
    def day(self) -> date:
        """The day as Copenhagen counts it."""
        return timezone.localdate(self.starts_at)

    def record_outcome(
        self, *, outcome: str, today: date, by: User, reason: str = "", version: Seen | None = None
    ) -> None:
        """Whether the person came, or why it was cancelled, which gives the time free. StaleEdit if overtaken."""
        with Case.changing([self.case], by=by):
            read_again(self, version)
            if self.outcome:
                raise ValidationError(_("What became of it is recorded already."))
            if outcome in {Outcome.KEPT, Outcome.NO_SHOW} and self.day > today:
                raise ValidationError({"outcome": _("That day is still to come: it can only be cancelled.")})
            self.outcome, self.outcome_reason = outcome, reason.strip()
            self.full_clean()
            self.save(update_fields=["outcome", "outcome_reason"])
            if outcome == Outcome.CANCELLED:
                self.busy.give_free(by=by)
