from datetime import date

import pghistory
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from uuid6 import uuid7

from accounts.day import now
from accounts.models import User
from refugees.days import refuse_days_to_come
from refugees.models import CanBeTakenBack, Case, Seen, TakenBackQuerySet
from screening.jobnet_verbs import JobnetVerb
from screening.models.job_seeking_rules import RULES


class JobSeekingQuerySet(TakenBackQuerySet):
    def open(self) -> "JobSeekingQuerySet":
        """Those that stand and have not ended: at most one a case."""
        return self.standing().filter(ended_on=None)

    def latest_first(self) -> "JobSeekingQuerySet":
        """The latest first, ready for a list."""
        return self.select_related("case").order_by("-registered_on", "-pk")

    def register(
        self, *, case: Case, registered_on: date, today: date, by: User | None, cv_on: date | None = None
    ) -> "JobSeeking":
        """Somebody was registered as a job-seeker; the CV may be on Jobnet the same day. From now on the weeks run."""
        with Case.changing([case], by=by):
            row = self.model(case=case, registered_on=registered_on, cv_on=cv_on, recorded_by=by)
            row.hold_good(today)
            row.save()
            row.leave_line(JobnetVerb.REGISTERED, by=by, on=registered_on)
            if cv_on:
                row.leave_line(JobnetVerb.CV_FOUND, by=by, on=cv_on, day=cv_on.isoformat())
        return row


@pghistory.track()
class JobSeeking(CanBeTakenBack):
    """A registration as a job-seeker, and when the caseworker found the person's CV on Jobnet, open to employers.

    Integration Act §§ 26 a(2) and 26 b (LBK 1146/2020). Whose language or skill with computers is not enough for it
    may be exempt by a decision (§ 26 b(11)). The CV itself is made from the competence profile.
    """

    TAKEN_BACK = JobnetVerb.TAKEN_BACK
    TAKEN_BACK_MEANWHILE = _("This registration has been taken back meanwhile.")

    public_id = models.UUIDField(default=uuid7, unique=True, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="job_seeking")
    registered_on = models.DateField(_("registered as a job-seeker on"))
    cv_on = models.DateField(_("CV found on Jobnet on"), null=True, blank=True)
    exempt_on = models.DateField(_("exempt from the CV from"), null=True, blank=True)
    exempt_reason = models.CharField(_("why exempt"), max_length=300, blank=True)
    ended_on = models.DateField(_("no longer registered from"), null=True, blank=True)
    recorded_at = models.DateTimeField(default=now)
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    objects = JobSeekingQuerySet.as_manager()

    class Meta:
        verbose_name = _("registration as a job-seeker")
        verbose_name_plural = _("registrations as job-seekers")
        constraints = RULES
        indexes = [models.Index(name="job_seeking_by_case", fields=["case", "registered_on"])]

    def __str__(self) -> str:
        return f"job-seeker since {self.registered_on} (#{self.pk})"

    def hold_good(self, today: date) -> None:
        """Refuse what cannot be: a day that has not come yet."""
        names = ("registered_on", "cv_on", "exempt_on", "ended_on")
        refuse_days_to_come(today, **{name: getattr(self, name) for name in names})
        self.full_clean()

    def find_cv(self, *, on: date, today: date, by: User, version: Seen | None = None) -> None:
        """The CV was found on Jobnet, open to employers: this keeps the law's three weeks.

        StaleEdit if the registration is not what the form, by its `version`, was made from; so do the verbs below.
        """
        with Case.changing([self.case], by=by):
            self._still_open(version)
            self.cv_on = on
            self.hold_good(today)
            self.save(update_fields=["cv_on"])
            self.leave_line(JobnetVerb.CV_FOUND, by=by, on=on, day=on.isoformat())

    def exempt(self, *, on: date, reason: str, today: date, by: User, version: Seen | None = None) -> None:
        """It was decided that the person need not have a CV on Jobnet for now (§ 26 b(11)): the promise falls away."""
        with Case.changing([self.case], by=by):
            self._still_open(version)
            self.exempt_on, self.exempt_reason = on, reason.strip()
            self.hold_good(today)
            self.save(update_fields=["exempt_on", "exempt_reason"])
            self.leave_line(JobnetVerb.EXEMPTED, by=by, on=on, day=on.isoformat())

    def end(self, *, on: date, today: date, by: User, version: Seen | None = None) -> None:
        """No longer registered as a job-seeker. A later registration is another one, with weeks of its own."""
        with Case.changing([self.case], by=by):
            self._still_open(version)
            self.ended_on = on
            self.hold_good(today)
            self.save(update_fields=["ended_on"])
            self.leave_line(JobnetVerb.ENDED, by=by, on=on, day=on.isoformat())

    def correct(
        self,
        *,
        registered_on: date,
        cv_on: date | None,
        exempt_on: date | None,
        ended_on: date | None,
        reason: str,
        today: date,
        by: User,
        version: Seen | None = None,
    ) -> None:
        """It was another day, or there was no CV, no exemption, no end. What stood before stays in the history."""
        if not reason.strip():
            raise ValidationError({"reason": _("Say why the registration is corrected.")})
        with Case.changing([self.case], by=by, reason=reason):
            self._still_stands(version)
            was, self.correction_reason = self.registered_on, reason.strip()
            self.registered_on, self.cv_on, self.ended_on = registered_on, cv_on, ended_on
            self.exempt_on = exempt_on
            if exempt_on is None:
                self.exempt_reason = ""
            self.hold_good(today)
            self.save()
            self.leave_line(JobnetVerb.CORRECTED, by=by, on=registered_on, was=was.isoformat())

    def _still_open(self, version: Seen | None) -> None:
        self._still_stands(version)
        if self.ended_on:
            raise ValidationError(_("This registration has ended meanwhile."))

    def leave_line(self, verb: JobnetVerb, *, by: User | None, on: date, **more: str) -> None:
        """One line on the case: the days. Why somebody is exempt stays with the fact."""
        details = {"date": self.registered_on.isoformat(), "job_seeking": self.pk} | more
        self.case.write_line(verb, by=by, on=on, **details)
