from datetime import date

import pghistory
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from health.models.base import Decider, HealthQuerySet, HealthRow, refuse_future, refuse_wrong_decider
from refugees.models import Case, Seen, read_again


class Purpose(models.TextChoices):
    """What exactly somebody consents to. A consent to one purpose is none to another."""

    FROM_CENTRE = "from-centre", _("Fetch health papers from the asylum centre")
    TO_CLINIC = "to-clinic", _("Send what is known to the clinic")
    TO_TEAM = "to-team", _("The clinic sends its result to the health team")
    TO_DOCTOR = "to-doctor", _("The clinic sends its result to the person's own doctor")
    TO_TREATMENT = "to-treatment", _("Pass the result on to a place of treatment")


class ConsentQuerySet(HealthQuerySet):
    def standing(self) -> "ConsentQuerySet":
        """Not withdrawn."""
        return self.filter(withdrawn_on=None)

    def give(
        self, *, case: Case, purpose: str, given_on: date, decided_by: str, today: date, by: User | None
    ) -> "Consent":
        """Somebody consents to one purpose."""
        refuse_future("given_on", given_on, today)
        refuse_wrong_decider(case.person, decided_by, given_on)
        with Case.changing([case], by=by):
            consent = self.model(
                case=case, purpose=purpose, given_on=given_on, decided_by=decided_by, recorded_by=by
            )
            consent.full_clean()
            consent.save()
        return consent


@pghistory.track()
class Consent(HealthRow):
    """A dated consent to one purpose, that can be withdrawn at any time."""

    purpose = models.CharField(_("to what"), max_length=16, choices=Purpose)
    given_on = models.DateField(_("given on"))
    decided_by = models.CharField(_("who consents"), max_length=20, choices=Decider)
    withdrawn_on = models.DateField(_("withdrawn on"), null=True, blank=True)

    objects = ConsentQuerySet.as_manager()

    class Meta:
        verbose_name = _("consent")
        verbose_name_plural = _("consents")
        constraints = [
            models.CheckConstraint(name="consent_purpose_is_known", condition=Q(purpose__in=Purpose.values)),
            models.CheckConstraint(
                name="consent_decider_is_known", condition=Q(decided_by__in=Decider.values)
            ),
            models.UniqueConstraint(
                name="one_standing_consent_to_a_purpose",
                fields=["case", "purpose"],
                condition=Q(withdrawn_on=None),
                violation_error_message=_("There is a consent to this already."),
            ),
            models.CheckConstraint(
                name="consent_withdrawn_after_it_was_given",
                condition=Q(withdrawn_on=None) | Q(withdrawn_on__gte=F("given_on")),
                violation_error_message=_("A consent is withdrawn on the day it was given or later."),
            ),
        ]

    def withdraw(self, *, on: date, today: date, by: User | None, version: Seen | None = None) -> None:
        """The person takes it back; from that day nothing more is shared. StaleEdit if a form was overtaken."""
        refuse_future("withdrawn_on", on, today)
        with Case.changing([self.case], by=by):
            read_again(self, version)
            if self.withdrawn_on:
                raise ValidationError(_("This consent has been withdrawn already."))
            self.withdrawn_on = on
            self.full_clean()
            self.save(update_fields=["withdrawn_on"])
