from datetime import date
from typing import Any

from django.contrib.postgres.fields import DateRangeField
from django.core.exceptions import ValidationError
from django.db import models
from django.db.backends.postgresql.psycopg_any import DateRange
from django.db.models import F, Q
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from uuid6 import uuid7

from accounts.day import ONE_DAY, now
from accounts.models import User
from refugees.models.stale import Seen, read_again, refuse_stale


class CasePeriodQuerySet(models.QuerySet):
    def standing(self) -> "CasePeriodQuerySet":
        """Not withdrawn as a mistake. Everything that is counted is counted from these."""
        return self.filter(withdrawn_at=None)

    def latest(self) -> "CasePeriod | None":
        """The last of those that stand: what a form for the next one is made from."""
        return self.standing().order_by("during").last()

    def make_room(self, on: date, *, version: Seen | None = None) -> None:
        """Let what holds end on that day, so that something else can begin. Called inside Case.changing.

        Nothing is taken away: what begins on that day or later, or ends after it, is in the way, and is named.
        """
        refuse_stale(self.latest(), version)
        for period in self.standing().filter(during__overlap=DateRange(on, None)).order_by("during"):
            if period.during.upper is not None or period.during.lower >= on:
                raise in_the_way(period)
            period.during = DateRange(period.during.lower, on)
            period.save(update_fields=["during"])

    def earlier(self) -> list[Any]:
        """What stood in these rows before they were corrected: the last event of each version, the latest first."""
        # Django names the history's class only after the model is made.
        events = self.model.pgh_event_model.objects.filter(
            pgh_obj__in=self, version__lt=F("pgh_obj__version")
        )
        return list(events.order_by("pgh_obj", "-version", "-pgh_id").distinct("pgh_obj", "version"))


class CasePeriod(models.Model):
    """Something that holds of a case from one day to another, said by somebody, and that may have been a mistake.

    A correction keeps the row, because clocks are named after it; the history table keeps what stood there, and the
    page shows it with the reason. A withdrawn period stays, marked.
    """

    public_id = models.UUIDField(default=uuid7, unique=True, editable=False)
    during = DateRangeField(gettext_lazy("period"))
    recorded_at = models.DateTimeField(default=now)
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    version = models.PositiveIntegerField(default=1, editable=False)
    corrected_at = models.DateTimeField(gettext_lazy("corrected"), null=True, blank=True)
    corrected_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    correction_reason = models.CharField(gettext_lazy("reason"), max_length=300, blank=True)
    withdrawn_at = models.DateTimeField(gettext_lazy("withdrawn"), null=True, blank=True)

    class Meta:
        abstract = True

    @property
    def words(self) -> str:
        """What held, and in which days."""
        return in_words(self.what, self.during)

    @property
    def what(self) -> str:
        """What held, without its days."""
        return self.what_in(self)

    @staticmethod
    def what_in(stored: Any) -> str:
        """What held, as a row or an event of its history says."""
        raise NotImplementedError

    def put_right(self, *, during: DateRange, why: str, by: User, **facts: object) -> None:
        """Change what was recorded wrongly, with the period before if it ended when this one began.

        Called inside Case.changing, after `still_stands`. What is in the way refuses it before anything is changed.
        """
        before = self._before()
        moves_along = before and before.during.upper != during.lower and before.during.lower < during.lower
        overlapping = self._others().filter(during__overlap=during)
        if moves_along:
            overlapping = overlapping.exclude(pk=before.pk)
        if first := overlapping.order_by("during").first():
            raise in_the_way(first)
        changed = [self]
        if moves_along:
            before.during = DateRange(before.during.lower, during.lower)
            # Whichever shrinks goes first: at no moment may two hold.
            changed = [before, self] if during.lower < self.during.lower else [self, before]
        for name, value in facts.items():
            setattr(self, name, value)
        self.during = during
        for row in changed:
            row.keep_correction(why=why, by=by)

    def strike(self, *, why: str, by: User) -> None:
        """It was a mistake: it stays, marked, and what ended when it began goes on. Called as `put_right`."""
        before = self._before()
        self.withdrawn_at = now()
        self.keep_correction(why=why, by=by)
        if before:
            before.during = DateRange(before.during.lower, self.during.upper)
            before.keep_correction(why=why, by=by)

    def keep_correction(self, *, why: str, by: User) -> None:
        """Save the changed row with who changed it and why."""
        self.version += 1
        self.corrected_at, self.corrected_by, self.correction_reason = now(), by, why.strip()
        self.full_clean()
        self.save()

    def still_stands(self, version: Seen | None) -> None:
        """The lock of the case lets the second of two see what the first did. StaleEdit if a form was overtaken."""
        read_again(self, version)
        if self.withdrawn_at:
            raise ValidationError(_("This period has been withdrawn meanwhile."))

    def _others(self) -> models.QuerySet:
        return type(self)._default_manager.standing().filter(case=self.case_id).exclude(pk=self.pk)

    def _before(self) -> "CasePeriod | None":
        """The period that ended on the day on which this one began."""
        return self._others().filter(during__endswith=self.during.lower).first()


def in_the_way(period: CasePeriod) -> ValidationError:
    """Why something cannot begin on a day: which period is in the way."""
    words = _("“%(period)s” is in the way. Correct or withdraw it first.") % {"period": period.words}
    return ValidationError({"on": words})


def in_words(what: str, during: DateRange) -> str:
    """What held, and in which days."""
    start = date_format(during.lower, "DATE_FORMAT")
    if during.upper is None:
        return _("%(what)s from %(start)s") % {"what": what, "start": start}
    last = date_format(during.upper - ONE_DAY, "DATE_FORMAT")
    return _("%(what)s from %(start)s to %(last)s") % {"what": what, "start": start, "last": last}


def rules_of_correction(name: str) -> list[models.CheckConstraint]:
    """What always holds of a corrected and of a withdrawn period; constraints are named by their table."""
    return [
        models.CheckConstraint(
            name=f"{name}_correction_says_who_when_why",
            condition=Q(version=1, corrected_at=None, corrected_by=None, correction_reason="")
            | Q(version__gt=1, corrected_at__isnull=False, corrected_by__isnull=False)
            & ~Q(correction_reason=""),
            violation_error_message=gettext_lazy("Say why it is corrected."),
        ),
        models.CheckConstraint(
            name=f"{name}_withdrawal_is_a_correction", condition=Q(withdrawn_at=None) | Q(version__gt=1)
        ),
    ]
