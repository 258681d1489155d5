from datetime import date
from typing import Any

import pghistory
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.backends.postgresql.psycopg_any import DateRange
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from refugees.events import KeyEvent, Source
from refugees.models.case import Case
from refugees.models.case_period import CasePeriod, CasePeriodQuerySet, rules_of_correction
from refugees.models.key_date import KeyDate
from refugees.models.stale import Seen
from refugees.verbs import Verb


class Readiness(models.TextChoices):
    """Ready for a company, or exempt; only somebody obviously unable is exempt."""

    READY = "ready", _("Job-ready")
    EXEMPT = "exempt", _("Not job-ready")


class JobReadinessQuerySet(CasePeriodQuerySet):
    def decide(
        self,
        *,
        case: Case,
        is_ready: bool,
        on: date,
        reason: str,
        by: User | None,
        categorised_on: date | None = None,
        version: Seen | None = None,
    ) -> "JobReadiness":
        """From that day the person is, or is not, job-ready; what held before ends there.

        With `categorised_on` it is the decision on the category (Integration Act § 17(2)), made on that day: the dated
        event E6 is recorded with it. StaleEdit if the form, by its `version`, was made from another last period; so
        does `begin` below.
        """
        with Case.changing([case], by=by, reason=reason):
            self.filter(case=case).make_room(on, version=version)
            row = self.model(
                case=case, is_ready=is_ready, reason=reason, during=DateRange(on, None), recorded_by=by
            )
            row.full_clean()
            row.save()
            case.write_line(
                Verb.READINESS, by=by, on=on, readiness=row.state, date=on.isoformat(), decision=row.pk
            )
            if categorised_on:
                KeyDate.objects.record(
                    case=case, event=KeyEvent.CATEGORISED, on=categorised_on, source=Source.CITY, by=by
                )
        return row


@pghistory.track()
class JobReadiness(CasePeriod):
    """A period in which somebody is, or is not, job-ready, with reason and author.

    Without a period a person counts as job-ready for the first three months (Integration Act § 17(1), domain
    facts 0.3): an exemption needs a written reason, because only somebody obviously unable is exempt.
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="readiness")
    is_ready = models.BooleanField(_("job-ready"))
    reason = models.CharField(_("why not job-ready"), max_length=300, blank=True)

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
            models.CheckConstraint(
                name="readiness_reason_only_when_exempt",
                condition=Q(is_ready=False) | Q(reason=""),
                violation_error_message=_("Only an exemption has a reason."),
            ),
            ExclusionConstraint(
                name="readiness_one_at_a_time",
                expressions=[("case", RangeOperators.EQUAL), ("during", RangeOperators.OVERLAPS)],
                condition=Q(withdrawn_at=None),
                violation_error_message=_("Another period of job-readiness overlaps this one."),
            ),
            *rules_of_correction("readiness"),
        ]

    def __str__(self) -> str:
        return f"readiness (#{self.pk})"

    @property
    def state(self) -> Readiness:
        """Ready or exempt."""
        return Readiness.READY if self.is_ready else Readiness.EXEMPT

    @property
    def what(self) -> str:
        """Ready or exempt, in words: the reason stands beside it."""
        return str(self.state.label)

    @staticmethod
    def what_in(stored: Any) -> str:
        """As `what`, and of an exemption also why, which may be what was corrected."""
        if stored.is_ready:
            return str(Readiness.READY.label)
        return f"{Readiness.EXEMPT.label} ({stored.reason})"

    def correct(
        self,
        *,
        is_ready: bool,
        reason: str,
        during: DateRange,
        why: str,
        by: User,
        version: Seen | None = None,
    ) -> None:
        """It was decided otherwise, or for other days; what was recorded stays readable, with why."""
        with Case.changing([self.case], by=by, reason=why):
            self.still_stands(version)
            was, was_from = self.state, self.during.lower
            self.put_right(during=during, why=why, by=by, is_ready=is_ready, reason=reason)
            self.case.write_line(
                Verb.READINESS_CORRECTED,
                by=by,
                on=during.lower,
                was_readiness=was,
                was=was_from.isoformat(),
                readiness=self.state,
                date=during.lower.isoformat(),
                decision=self.pk,
                version=self.version,
            )

    def withdraw(self, *, why: str, on: date, by: User, version: Seen | None = None) -> None:
        """Nobody decided that, or not about this person: it stays, marked, and counts no more."""
        with Case.changing([self.case], by=by, reason=why):
            self.still_stands(version)
            self.strike(why=why, by=by)
            self.case.write_line(
                Verb.READINESS_WITHDRAWN,
                by=by,
                on=on,
                readiness=self.state,
                was=self.during.lower.isoformat(),
                decision=self.pk,
                version=self.version,
            )


class BenefitKind(models.TextChoices):
    """What a person lives on. The law's duty to offer covers those on a benefit only (domain facts 0.5)."""

    BENEFIT = "benefit", _("On benefit")
    SELF_SUPPORTING = "self-supporting", _("Self-supporting")


class BenefitPeriodQuerySet(CasePeriodQuerySet):
    def begin(
        self, *, case: Case, kind: str, on: date, by: User | None, version: Seen | None = None
    ) -> "BenefitPeriod":
        """From that day the person lives on this; what was before ends there."""
        with Case.changing([case], by=by):
            self.filter(case=case).make_room(on, version=version)
            row = self.model(case=case, kind=kind, during=DateRange(on, None), recorded_by=by)
            row.full_clean()
            row.save()
            case.write_line(Verb.BENEFIT, by=by, on=on, benefit=kind, date=on.isoformat())
        return row


@pghistory.track()
class BenefitPeriod(CasePeriod):
    """A dated fact: from when to when somebody received a benefit. The law's denominator reads it."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="benefits")
    kind = models.CharField(_("kind"), max_length=20, choices=BenefitKind)

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
                condition=Q(withdrawn_at=None),
                violation_error_message=_("Another benefit status overlaps this period."),
            ),
            *rules_of_correction("benefit"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} (#{self.pk})"

    @staticmethod
    def what_in(stored: Any) -> str:
        """What the person lives on, in words."""
        return str(BenefitKind(stored.kind).label)

    def correct(
        self, *, kind: str, during: DateRange, why: str, by: User, version: Seen | None = None
    ) -> None:
        """It was something else, or in other days; what was recorded stays readable, with why."""
        with Case.changing([self.case], by=by, reason=why):
            self.still_stands(version)
            was, was_from = self.kind, self.during.lower
            self.put_right(during=during, why=why, by=by, kind=kind)
            self.case.write_line(
                Verb.BENEFIT_CORRECTED,
                by=by,
                on=during.lower,
                was_benefit=was,
                was=was_from.isoformat(),
                benefit=kind,
                date=during.lower.isoformat(),
                period=self.pk,
                version=self.version,
            )

    def withdraw(self, *, why: str, on: date, by: User, version: Seen | None = None) -> None:
        """It was never so: it stays, marked, and counts no more."""
        with Case.changing([self.case], by=by, reason=why):
            self.still_stands(version)
            self.strike(why=why, by=by)
            self.case.write_line(
                Verb.BENEFIT_WITHDRAWN,
                by=by,
                on=on,
                benefit=self.kind,
                was=self.during.lower.isoformat(),
                period=self.pk,
                version=self.version,
            )
