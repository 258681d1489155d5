from datetime import date

import pghistory
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from health.models.base import HealthQuerySet, HealthRow, refuse_future
from health.models.referral import Referral
from health.secret import SecretText
from refugees.models import Case, Seen, read_again


class AssessmentQuerySet(HealthQuerySet):
    def record(
        self, *, referral: Referral, done_on: date, findings: str, today: date, by: User | None
    ) -> "Assessment":
        """Somebody was assessed; what was found is read by the health team alone."""
        refuse_future("done_on", done_on, today)
        with Case.changing([referral.case], by=by):
            assessment = self.model(
                case=referral.case,
                referral=referral,
                done_on=done_on,
                findings=findings.strip(),
                recorded_by=by,
            )
            assessment.full_clean()
            assessment.save()
        return assessment


@pghistory.track()
class Assessment(HealthRow):
    """What a clinic found. What others need of it is said anew, as a conclusion about work or a need of the home."""

    referral = models.ForeignKey(Referral, on_delete=models.PROTECT, related_name="assessments")
    done_on = models.DateField(_("done on"))
    findings = SecretText(_("findings"), max_length=5000)

    objects = AssessmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("health assessment")
        verbose_name_plural = _("health assessments")
        constraints = [
            models.CheckConstraint(
                name="assessment_says_what_was_found",
                condition=Q(findings__isnull=False),
                violation_error_message=_("Write what was found."),
            )
        ]
        indexes = [models.Index(name="assessment_by_case", fields=["case", "done_on"])]

    def correct(
        self, *, done_on: date, findings: str, today: date, by: User | None, version: Seen | None = None
    ) -> None:
        """It was otherwise; what stood before stays in its history, encrypted. StaleEdit if a form was overtaken."""
        refuse_future("done_on", done_on, today)
        with Case.changing([self.case], by=by):
            read_again(self, version)
            self.done_on, self.findings = done_on, findings.strip()
            self.full_clean()
            self.save(update_fields=["done_on", "findings"])
