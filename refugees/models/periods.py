from datetime import date

import pghistory
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.backends.postgresql.psycopg_any import DateRange
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.day import now
from accounts.models import User
from refugees.models.case import Case
from refugees.verbs import Verb


class Readiness(models.TextChoices):
    """Ready for a company, or exempt; only somebody obviously unable is exempt."""

    READY = "ready", _("Job-ready")
    EXEMPT = "exempt", _("Not job-ready")


class JobReadinessQuerySet(models.QuerySet):
    def decide(self, *, case: Case, is_ready: bool, on: date, reason: str, by: User | None) -> "JobReadiness":
        """From that day the person is, or is not, job-ready; the period before ends there."""
        with Case.changing([case], by=by, reason=reason):
            end_open_period(self.filter(case=case), on)
            row = self.model(
                case=case, is_ready=is_ready, reason=reason, during=DateRange(on, None), recorded_by=by
            )
            row.full_clean()
            row.save()
            state = Readiness.READY if is_ready else Readiness.EXEMPT
            case.write_line(
                Verb.READINESS, by=by, on=on, readiness=state, date=on.isoformat(), decision=row.pk
            )
        return row


def end_open_period(periods: models.QuerySet, on: date) -> None:
    """Let the open period end on that day; one that had not begun by then is taken back."""
    for period in periods.filter(during__endswith__isnull=True):
        if period.during.lower >= on:
            period.delete()
        else:
            period.during = DateRange(period.during.lower, on)
            period.save(update_fields=["during"])


@pghistory.track()
class JobReadiness(models.Model):
    """A period in which somebody is, or is not, job-ready, with reason and author.

    Without a period a person counts as job-ready for the first three months (Integration Act § 17(1), domain
    facts 0.3): an exemption needs a written reason, because only somebody obviously unable is exempt.
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="readiness")
    during = DateRangeField(_("period"))
    is_ready = models.BooleanField(_("job-ready"))
    reason = models.CharField(_("reason"), max_length=300, blank=True)
    recorded_at = models.DateTimeField(default=now)
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    objects = JobReadinessQuerySet.as_manager()

    class Meta:
        verbose_name = _("job-readiness")
        verbose_name_plural = _("job-readiness")
        constraints = [
            models.CheckConstraint(
                name="readiness_period_has_days",
                condition=Q(during__isempty=False, during__startswith__isnull=False),
            ),
            models.CheckConstraint(
                name="exemption_says_why",
                condition=Q(is_ready=True) | ~Q(reason=""),
                violation_error_message=_("Say why the person obviously cannot take part."),
            ),
            ExclusionConstraint(
                name="readiness_one_at_a_time",
                expressions=[("case", RangeOperators.EQUAL), ("during", RangeOperators.OVERLAPS)],
                violation_error_message=_("Another period of job-readiness overlaps this one."),
            ),
        ]

    def __str__(self) -> str:
        return f"readiness (#{self.pk})"


class BenefitKind(models.TextChoices):
    """What a person lives on. The law's duty to offer covers those on a benefit only (domain facts 0.5)."""

    BENEFIT = "benefit", _("On benefit")
    SELF_SUPPORTING = "self-supporting", _("Self-supporting")


class BenefitPeriodQuerySet(models.QuerySet):
    def begin(self, *, case: Case, kind: str, on: date, by: User | None) -> "BenefitPeriod":
        """From that day the person lives on this; what was before ends there."""
        with Case.changing([case], by=by):
            end_open_period(self.filter(case=case), on)
            row = self.model(case=case, kind=kind, during=DateRange(on, None), recorded_by=by)
            row.full_clean()
            row.save()
            case.write_line(Verb.BENEFIT, by=by, on=on, benefit=kind, date=on.isoformat())
        return row


@pghistory.track()
class BenefitPeriod(models.Model):
    """A dated fact: from when to when somebody received a benefit. The law's denominator reads it."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="benefits")
    during = DateRangeField(_("period"))
    kind = models.CharField(_("kind"), max_length=20, choices=BenefitKind)
    recorded_at = models.DateTimeField(default=now)
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    objects = BenefitPeriodQuerySet.as_manager()

    class Meta:
        verbose_name = _("benefit status")
        verbose_name_plural = _("benefit status")
        constraints = [
            models.CheckConstraint(name="benefit_kind_is_known", condition=Q(kind__in=BenefitKind.values)),
            models.CheckConstraint(
                name="benefit_period_has_days",
                condition=Q(during__isempty=False, during__startswith__isnull=False),
            ),
            ExclusionConstraint(
                name="benefit_one_at_a_time",
                expressions=[("case", RangeOperators.EQUAL), ("during", RangeOperators.OVERLAPS)],
                violation_error_message=_("Another benefit status overlaps this period."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} (#{self.pk})"
