from datetime import date, timedelta

import pghistory
from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.core.exceptions import ValidationError
from django.db import models
from django.db.backends.postgresql.psycopg_any import DateRange
from django.db.models import F, Q, Value
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from uuid6 import uuid7

from accounts.day import ONE_DAY, now
from accounts.models import User
from accounts.permissions import Permission
from goals.verbs import Verb
from refugees.models import Case, Document


class Ground(models.TextChoices):
    """Why nothing could be done. Which grounds stop which promise is said by each version of the goal."""

    ILLNESS = "illness", _("Illness")
    MATERNITY = "maternity", _("Maternity or parental leave")
    CUSTODY = "custody", _("In custody")
    AWAY = "away", _("Lawfully away")


class PauseQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "PauseQuerySet":
        """Pauses of cases that this person sees whole; of each its days, not its ground."""
        return self.filter(case__in=Case.objects.whole_for(user))

    def standing(self) -> "PauseQuerySet":
        """What is believed now: neither corrected nor withdrawn."""
        return self.filter(superseded_at=None)

    def told_to(self, user: User, day: date) -> "PauseQuerySet":
        """Say of each whether this person may read its ground, reason and document (`tells_ground`).

        Health-like words: for those with the permission, for whoever entered them, and for the case's own caseworker
        of that day, who has to act on them. Everybody else of the unit sees from when to when, and nothing more.
        """
        if user.can(Permission.SEE_PAUSE_GROUND):
            return self.annotate(tells_ground=Value(True))
        mine = Q(recorded_by=user) | Q(case__in=Case.objects.of_caseworker(user, day))
        return self.annotate(tells_ground=models.ExpressionWrapper(mine, models.BooleanField()))

    def begin(
        self,
        *,
        case: Case,
        ground: str,
        from_on: date,
        until: date | None,
        by: User | None,
        today: date,
        reason: str = "",
        document: Document | None = None,
    ) -> "Pause":
        """Record days on which nothing could be done; `until` is the first day that counts again, if known.

        One that began before today is back-dated: it moves deadlines that may have passed, so it says why, and goes
        back no further than the setting allows.
        """
        with Case.changing([case], by=by):
            pause = self.model(case=case, recorded_by=by)
            pause.hold(
                ground=ground, from_on=from_on, until=until, reason=reason, document=document, today=today
            )
            pause.save()
            case.write_line(Verb.PAUSED, by=by, on=from_on, date=from_on.isoformat(), pause=pause.pk)
        return pause


@pghistory.track()
class Pause(models.Model):
    """A dated period in which nothing could be done for a person.

    The ground is health-like: who may read it is said by `told_to`; everybody else sees that time was paused, and how
    many days. The same holds for the reason and the document, which would give the ground away. A correction is a new
    row that `replaces` the old one; nothing is overwritten.
    """

    public_id = models.UUIDField(default=uuid7, unique=True, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="pauses")
    ground = models.CharField(_("ground"), max_length=20, choices=Ground)
    during = DateRangeField(_("period"))
    reason = models.CharField(_("reason"), max_length=300, blank=True)
    # Of the same case: a composite foreign key in the migration.
    document = models.ForeignKey(
        Document, on_delete=models.PROTECT, null=True, blank=True, related_name="pauses"
    )
    recorded_at = models.DateTimeField(default=now)
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    replaces = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="replaced_by"
    )
    superseded_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    withdrawn_reason = models.CharField(_("reason"), max_length=300, blank=True)

    objects = PauseQuerySet.as_manager()

    class Meta:
        verbose_name = _("pause")
        verbose_name_plural = _("pauses")
        constraints = [
            models.CheckConstraint(name="pause_ground_is_known", condition=Q(ground__in=Ground.values)),
            models.CheckConstraint(
                name="pause_has_days", condition=Q(during__isempty=False, during__startswith__isnull=False)
            ),
            models.CheckConstraint(
                name="back_dated_pause_says_why",
                condition=~Q(reason="") | Q(during__startswith__gte=F("recorded_at__date")),
                violation_error_message=_("Say why the pause is entered after the day on which it began."),
            ),
            models.CheckConstraint(
                name="withdrawn_pause_does_not_stand",
                condition=Q(withdrawn_reason="", withdrawn_by=None)
                | Q(superseded_at__isnull=False) & ~Q(withdrawn_reason=""),
            ),
            ExclusionConstraint(
                name="pauses_never_overlap",
                expressions=[("case", RangeOperators.EQUAL), ("during", RangeOperators.OVERLAPS)],
                condition=Q(superseded_at=None),
                violation_error_message=_("Another pause overlaps these days."),
            ),
        ]

    # Whether the reader may know the ground: set by `told_to`, and no unless it says so.
    tells_ground = False

    def __str__(self) -> str:
        return f"pause (#{self.pk})"

    @property
    def shown_ground(self) -> str:
        """The ground in words, for those who may read it; else nothing."""
        return self.get_ground_display() if self.tells_ground else ""

    @property
    def last_on(self) -> date | None:
        """The last day of the pause, as people say it; None while it is open."""
        return self.during.upper - ONE_DAY if self.during.upper else None

    @property
    def days(self) -> int | None:
        """How many days it lasts; None while it is open."""
        return (self.during.upper - self.during.lower).days if self.during.upper else None

    def hold(
        self,
        *,
        ground: str,
        from_on: date,
        until: date | None,
        reason: str,
        document: Document | None,
        today: date,
        known_from: date | None = None,
    ) -> None:
        """Take these facts on, or refuse them in words. `known_from`: a day that was allowed before."""
        _check_days(from_on, until, today, known_from)
        if document and document.case_id != self.case_id:
            raise ValidationError({"document": _("Choose a document of this case.")})
        self.ground, self.during, self.document = ground, DateRange(from_on, until), document
        self.reason = reason.strip()
        if from_on < today and not self.reason:
            message = _("Say why the pause is entered after the day on which it began.")
            raise ValidationError({"reason": message})
        self.full_clean()

    def end(self, *, until: date, by: User | None, today: date) -> None:
        """The pause is over: `until` is the first day that counts again. Deadlines are known again."""
        with Case.changing([self.case], by=by):
            self._still_standing()
            if self.during.upper:
                raise ValidationError(_("This pause has an end already. Correct it instead, and say why."))
            if until <= self.during.lower:
                raise ValidationError({"until": _("A pause cannot end before it starts.")})
            self.during = DateRange(self.during.lower, until)
            self.ended_at, self.ended_by = now(), by
            self.full_clean()
            self.save(update_fields=["during", "ended_at", "ended_by"])
            was = self.during.lower.isoformat()
            self.case.write_line(
                Verb.PAUSE_ENDED, by=by, on=today, was=was, date=until.isoformat(), pause=self.pk
            )

    def correct(
        self,
        *,
        ground: str,
        from_on: date,
        until: date | None,
        reason: str,
        by: User | None,
        today: date,
        document: Document | None = None,
    ) -> "Pause":
        """It was otherwise. The old row stays beside the new one, which says why."""
        if not reason.strip():
            raise ValidationError({"reason": _("Say why the pause is corrected.")})
        with Case.changing([self.case], by=by):
            self._still_standing()
            self.superseded_at = now()
            self.save(update_fields=["superseded_at"])
            pause = Pause(case=self.case, recorded_by=by, replaces=self)
            pause.hold(
                ground=ground,
                from_on=from_on,
                until=until,
                reason=reason,
                document=document,
                today=today,
                known_from=self.during.lower,
            )
            pause.save()
            was, date_ = self.during.lower.isoformat(), from_on.isoformat()
            self.case.write_line(Verb.PAUSE_CORRECTED, by=by, on=today, was=was, date=date_, pause=pause.pk)
        return pause

    def withdraw(self, *, reason: str, by: User | None, today: date) -> None:
        """There was no such pause: it stays to be read and stops nothing any more. Says why."""
        if not reason.strip():
            raise ValidationError({"reason": _("Say why the pause is withdrawn.")})
        with Case.changing([self.case], by=by):
            self._still_standing()
            self.superseded_at, self.withdrawn_by, self.withdrawn_reason = now(), by, reason.strip()
            self.save(update_fields=["superseded_at", "withdrawn_by", "withdrawn_reason"])
            was = self.during.lower.isoformat()
            self.case.write_line(Verb.PAUSE_WITHDRAWN, by=by, on=today, was=was, pause=self.pk)

    def _still_standing(self) -> None:
        """Two colleagues may change it at once; the lock of the case lets the second one see the first."""
        self.refresh_from_db()
        if self.superseded_at:
            raise ValidationError(_("Somebody has corrected or withdrawn this pause meanwhile."))


def _check_days(from_on: date, until: date | None, today: date, known_from: date | None) -> None:
    """A pause has days, and begins no longer ago than may still be entered."""
    if until is not None and until <= from_on:
        raise ValidationError({"until": _("A pause cannot end before it starts.")})
    earliest = today - timedelta(days=settings.PAUSE_BACKDATING_DAYS)
    if from_on < min(earliest, known_from or earliest):
        words = {"days": settings.PAUSE_BACKDATING_DAYS, "day": date_format(earliest, "DATE_FORMAT")}
        message = _("A pause can be entered at most %(days)d days after it began: from %(day)s on.")
        raise ValidationError({"from_on": message % words})
