from datetime import date

import pghistory
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from uuid6 import uuid7

from accounts.day import now
from accounts.models import User
from refugees.models.case import Case
from refugees.models.stale import Seen, read_again
from refugees.verbs import Verb


class Awaited(models.TextChoices):
    """Whose answer is waited for."""

    PERSON = "person", _("The person")
    COMPANY = "company", _("A company")
    CLINIC = "clinic", _("A clinic or doctor")
    AUTHORITY = "authority", _("An authority")
    COLLEAGUE = "colleague", _("A colleague")
    OTHER = "other", _("Somebody else")


class WaitingQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "WaitingQuerySet":
        """On cases that this person sees whole."""
        return self.filter(case__in=Case.objects.whole_for(user))

    def open(self) -> "WaitingQuerySet":
        """Not ended: what was waited for has not come."""
        return self.filter(ended_on=None)

    def active(self, day: date) -> "WaitingQuerySet":
        """Rightly waiting on that day: nothing to do before the day to chase."""
        return self.open().filter(chase_on__gt=day)

    def to_chase(self, day: date) -> "WaitingQuerySet":
        """The day to chase is that day or has passed: it comes back by itself."""
        return self.open().filter(chase_on__lte=day)

    def by_chase(self) -> "WaitingQuerySet":
        """Soonest to chase first, with case and people, ready for a list."""
        return self.select_related("case__person", "created_by", "ended_by").order_by("chase_on", "id")

    def begin(
        self,
        *,
        case: Case,
        kind: str,
        whom: str,
        what: str,
        since_on: date,
        chase_on: date,
        by: User,
        today: date,
    ) -> "Waiting":
        """Wait for somebody until a day on which they are asked again."""
        if since_on > today:
            raise ValidationError({"since_on": _("Waiting cannot begin in the future.")})
        with Case.changing([case], by=by):
            waiting = self.model(
                case=case,
                kind=kind,
                whom=whom.strip(),
                what=what.strip(),
                since_on=since_on,
                chase_on=chase_on,
                created_by=by,
            )
            waiting.full_clean()
            waiting.save()
            waiting.leave_line(Verb.WAITING_BEGUN, by=by, on=since_on)
        return waiting


@pghistory.track()
class Waiting(models.Model):
    """Somebody else must act before the case goes on: for whom, for what, since when, and when to chase."""

    public_id = models.UUIDField(default=uuid7, unique=True, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="waitings")
    kind = models.CharField(_("waiting for"), max_length=12, choices=Awaited)
    whom = models.CharField(_("name"), max_length=120)
    what = models.CharField(_("what they will do or send"), max_length=200)
    since_on = models.DateField(_("since"))
    chase_on = models.DateField(_("chase on"))
    created_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(default=now)
    ended_on = models.DateField(_("ended on"), null=True, blank=True)
    ended_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    outcome = models.CharField(_("what happened"), max_length=300, blank=True)

    objects = WaitingQuerySet.as_manager()

    class Meta:
        verbose_name = _("waiting for")
        verbose_name_plural = _("waiting for")
        constraints = [
            models.CheckConstraint(name="waiting_kind_is_known", condition=Q(kind__in=Awaited.values)),
            models.CheckConstraint(
                name="waiting_says_for_whom_and_what",
                condition=~Q(whom="") & ~Q(what=""),
                violation_error_message=_("Say whom you wait for, and for what."),
            ),
            models.CheckConstraint(
                name="waiting_is_chased_after_it_began",
                condition=Q(chase_on__gte=F("since_on")),
                violation_error_message=_("The day to chase cannot be before the waiting began."),
            ),
            models.CheckConstraint(
                name="waiting_ends_with_what_happened",
                condition=Q(ended_on=None, ended_by=None, outcome="")
                | Q(ended_on__isnull=False, ended_on__gte=F("since_on"), ended_by__isnull=False)
                & ~Q(outcome=""),
                violation_error_message=_("Say what happened, and on a day after the waiting began."),
            ),
        ]
        indexes = [
            models.Index(name="waiting_open_by_case", fields=["case", "chase_on"], condition=Q(ended_on=None))
        ]

    def __str__(self) -> str:
        return f"waiting until {self.chase_on} (#{self.pk})"

    def is_to_chase(self, today: date) -> bool:
        """Whether it is time to ask again."""
        return self.ended_on is None and self.chase_on <= today

    def chase_again(self, *, on: date, by: User, today: date, version: Seen | None = None) -> None:
        """They were asked again: wait on, until another day. StaleEdit if a colleague changed it meanwhile."""
        if on <= today:
            raise ValidationError({"chase_on": _("Choose a day to come.")})
        with Case.changing([self.case], by=by):
            self._still_open(version)
            self.chase_on = on
            self.full_clean()
            self.save(update_fields=["chase_on"])
            self.leave_line(Verb.WAITING_CHASED, by=by, on=today)

    def end(self, *, outcome: str, on: date, by: User, today: date, version: Seen | None = None) -> None:
        """What was waited for came, or will not come. Says what happened. StaleEdit as above."""
        if on > today:
            raise ValidationError({"ended_on": _("It cannot have ended in the future.")})
        with Case.changing([self.case], by=by):
            self._still_open(version)
            self.ended_on, self.ended_by, self.outcome = on, by, outcome.strip()
            self.full_clean()
            self.save(update_fields=["ended_on", "ended_by", "outcome"])
            self.leave_line(Verb.WAITING_ENDED, by=by, on=on)

    def _still_open(self, version: Seen | None) -> None:
        """Two colleagues may end it at once; the lock of the case lets the second one see the first."""
        read_again(self, version)
        if self.ended_on:
            raise ValidationError(_("Somebody has ended this waiting meanwhile."))

    def leave_line(self, verb: Verb, *, by: User, on: date) -> None:
        """One line on the case: whose kind it is, never a name."""
        self.case.write_line(
            verb, by=by, on=on, awaited=self.kind, date=self.chase_on.isoformat(), waiting=self.pk
        )
