from datetime import date

import pghistory
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from health.models.base import HealthQuerySet, HealthRow, refuse_future
from health.models.clinic import Clinic
from health.models.offer import HealthOffer
from health.secret import SecretText
from refugees.models import Case, Seen, read_again


class ReferralQuerySet(HealthQuerySet):
    def send(
        self,
        *,
        offer: HealthOffer,
        clinic: Clinic,
        sent_on: date,
        today: date,
        by: User | None,
        about: str = "",
    ) -> "Referral":
        """Refer somebody who said yes to a clinic."""
        refuse_future("sent_on", sent_on, today)
        with Case.changing([offer.case], by=by):
            if not HealthOffer.objects.accepted().filter(pk=offer.pk).exists():
                raise ValidationError(
                    _("The person has not accepted the offer: nobody is referred against their will.")
                )
            referral = self.model(
                case=offer.case,
                offer=offer,
                clinic=clinic,
                sent_on=sent_on,
                about=about.strip(),
                recorded_by=by,
            )
            referral.full_clean()
            referral.save()
        return referral


@pghistory.track()
class Referral(HealthRow):
    """Somebody sent to a clinic to be assessed, and whether it got there."""

    offer = models.ForeignKey(HealthOffer, on_delete=models.PROTECT, related_name="referrals")
    clinic = models.ForeignKey(Clinic, on_delete=models.PROTECT, related_name="+", verbose_name=_("clinic"))
    sent_on = models.DateField(_("sent on"))
    received_on = models.DateField(_("received on"), null=True, blank=True)
    about = SecretText(_("what the clinic should know"), max_length=2000, blank=True)

    objects = ReferralQuerySet.as_manager()

    class Meta:
        verbose_name = _("referral to a clinic")
        verbose_name_plural = _("referrals to clinics")
        constraints = [
            models.CheckConstraint(
                name="referral_received_after_it_was_sent",
                condition=Q(received_on=None) | Q(received_on__gte=F("sent_on")),
                violation_error_message=_("It was received on the day it was sent or later."),
            )
        ]
        indexes = [models.Index(name="referral_by_case", fields=["case", "sent_on"])]

    def receive(self, *, on: date, today: date, by: User | None, version: Seen | None = None) -> None:
        """The clinic says that it has the referral. StaleEdit if a form was overtaken."""
        refuse_future("received_on", on, today)
        with Case.changing([self.case], by=by):
            read_again(self, version)
            self.received_on = on
            self.full_clean()
            self.save(update_fields=["received_on"])
