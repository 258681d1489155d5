from datetime import date

import pghistory
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from health.models.assessment import Assessment
from health.models.base import HealthQuerySet, HealthRow, refuse_future
from health.secret import SecretText
from refugees.models import Case, Seen, read_again


class OnwardStatus(models.TextChoices):
    """How far a treatment has come."""

    SENT = "sent", _("Referred")
    WAITING = "waiting", _("On the waiting list")
    UNDER_WAY = "under-way", _("In treatment")
    ENDED = "ended", _("Treatment ended")
    DECLINED = "declined", _("The person does not want it")
    REFUSED = "refused", _("Refused by the place of treatment")


class OnwardReferralQuerySet(HealthQuerySet):
    def send(
        self,
        *,
        assessment: Assessment,
        to_whom: str,
        reason: str,
        sent_on: date,
        today: date,
        by: User | None,
    ) -> "OnwardReferral":
        """Refer somebody on to treatment."""
        refuse_future("sent_on", sent_on, today)
        with Case.changing([assessment.case], by=by):
            onward = self.model(
                case=assessment.case,
                assessment=assessment,
                to_whom=to_whom.strip(),
                reason=reason.strip(),
                sent_on=sent_on,
                status=OnwardStatus.SENT,
                status_on=sent_on,
                recorded_by=by,
            )
            onward.full_clean()
            onward.save()
        return onward


@pghistory.track()
class OnwardReferral(HealthRow):
    """Somebody referred on to treatment: to whom, for what, and how far it has come."""

    assessment = models.ForeignKey(Assessment, on_delete=models.PROTECT, related_name="onward")
    to_whom = SecretText(_("to whom"), max_length=200)
    reason = SecretText(_("for what"), max_length=1000, blank=True)
    sent_on = models.DateField(_("sent on"))
    status = models.CharField(_("status"), max_length=12, choices=OnwardStatus)
    status_on = models.DateField(_("since"))

    objects = OnwardReferralQuerySet.as_manager()

    class Meta:
        verbose_name = _("referral to treatment")
        verbose_name_plural = _("referrals to treatment")
        constraints = [
            models.CheckConstraint(
                name="onward_status_is_known", condition=Q(status__in=OnwardStatus.values)
            ),
            models.CheckConstraint(
                name="onward_referral_says_to_whom",
                condition=Q(to_whom__isnull=False),
                violation_error_message=_("Write to whom the person is referred."),
            ),
            models.CheckConstraint(
                name="onward_status_after_it_was_sent",
                condition=Q(status_on__gte=F("sent_on")),
                violation_error_message=_("That was on the day it was sent or later."),
            ),
        ]

    def follow(
        self, *, status: str, on: date, today: date, by: User | None, version: Seen | None = None
    ) -> None:
        """How far it has come now. StaleEdit if a form was overtaken."""
        refuse_future("status_on", on, today)
        with Case.changing([self.case], by=by):
            read_again(self, version)
            self.status, self.status_on = status, on
            self.full_clean()
            self.save(update_fields=["status", "status_on"])
