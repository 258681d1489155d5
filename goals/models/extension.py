from collections.abc import Sequence
from datetime import date

import pghistory
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q, Sum
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from uuid6 import uuid7

from accounts.day import now
from accounts.models import User
from goals import registry
from goals.models.clock import Clock
from goals.models.version import Standard
from goals.verbs import MessageKind, Verb
from refugees.models import Case, Message


class Decision(models.TextChoices):
    """What became of a request for more time."""

    PENDING = "", _("asked for")
    GRANTED = "granted", _("granted")
    DENIED = "denied", _("denied")
    WITHDRAWN = "withdrawn", _("withdrawn")


class ExtensionQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "ExtensionQuerySet":
        """Requests on cases that this person sees whole."""
        return self.filter(case__in=Case.objects.whole_for(user))

    def pending(self) -> "ExtensionQuerySet":
        """Nobody has decided yet."""
        return self.filter(decision=Decision.PENDING)

    def granted(self) -> "ExtensionQuerySet":
        """Those that move a deadline."""
        return self.filter(decision=Decision.GRANTED)

    def of_clock(self, clock: Clock) -> "ExtensionQuerySet":
        """Those of one clock, the first one first."""
        key = {"goal": clock.goal, "standard": clock.standard, "occurrence": clock.occurrence}
        return self.filter(case=clock.case_id, **key).order_by("pk")

    def days_by_clock(self, case_ids: Sequence[int]) -> models.QuerySet:
        """Of each clock of these cases that was granted any: its key, and the days."""
        key = ("case_id", "goal", "standard", "occurrence")
        return self.granted().filter(case_id__any_of=case_ids).values_list(*key).annotate(Sum("days"))

    def days_left(self, clock: Clock) -> int:
        """How many days its rules still allow to grant. One query; the clock brings its version."""
        granted = self.of_clock(clock).granted().aggregate(days=Sum("days"))["days"] or 0
        return max(clock.version.max_extension_days - granted, 0)

    def ask(self, *, clock: Clock, days: int, reason: str, by: User, today: date) -> "Extension":
        """Ask for more time for one promise. Somebody else decides; until then the deadline stays."""
        with Case.changing([clock.case], by=by):
            _still_extendable(clock, today)
            _check_limit(clock, days)
            extension = self.model(
                case=clock.case,
                goal=clock.goal,
                standard=clock.standard,
                occurrence=clock.occurrence,
                days=days,
                reason=reason.strip(),
                requested_by=by,
                requested_on=today,
            )
            extension.full_clean()
            extension.save()
            extension.leave_line(Verb.EXTENSION_ASKED, by=by, on=today)
        return extension


@pghistory.track()
class Extension(models.Model):
    """More time asked for one promise to one person: how many days, why, who decided and why.

    It names its clock by the clock's key: the clock is derived, this is a fact. Only what is granted moves the
    deadline, never more than the version in force for the clock allows in all.
    """

    public_id = models.UUIDField(default=uuid7, unique=True, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="extensions")
    goal = models.CharField(max_length=40)
    standard = models.CharField(max_length=10, choices=Standard)
    occurrence = models.CharField(max_length=60)
    days = models.PositiveSmallIntegerField(_("days"))
    reason = models.CharField(_("why"), max_length=600)
    requested_on = models.DateField()
    requested_at = models.DateTimeField(default=now)
    requested_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    decision = models.CharField(_("decision"), max_length=10, choices=Decision, blank=True)
    decided_on = models.DateField(null=True, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    decision_reason = models.CharField(_("reason"), max_length=600, blank=True)
    proposed_actions = models.CharField(_("what to do instead"), max_length=600, blank=True)

    objects = ExtensionQuerySet.as_manager()

    class Meta:
        verbose_name = _("extension")
        verbose_name_plural = _("extensions")
        constraints = [
            models.CheckConstraint(
                name="extension_standard_is_known", condition=Q(standard__in=Standard.values)
            ),
            models.CheckConstraint(
                name="extension_has_days",
                condition=Q(days__gt=0),
                violation_error_message=_("Ask for at least one day."),
            ),
            models.CheckConstraint(
                name="extension_says_why",
                condition=~Q(reason=""),
                violation_error_message=_("Say why more time is needed."),
            ),
            models.CheckConstraint(
                name="extension_decision_says_when_and_by_whom",
                condition=Q(decision="", decided_on=None, decided_at=None, decided_by=None)
                | Q(
                    decision__in=[Decision.GRANTED, Decision.DENIED, Decision.WITHDRAWN],
                    decided_on__isnull=False,
                    decided_at__isnull=False,
                    decided_by__isnull=False,
                ),
            ),
            models.CheckConstraint(
                name="extension_is_decided_by_another_than_who_asked",
                condition=~Q(decision__in=[Decision.GRANTED, Decision.DENIED])
                | Q(decided_by__isnull=False) & ~Q(decided_by=F("requested_by")),
                violation_error_message=_("Somebody else decides on what you asked for yourself."),
            ),
            models.CheckConstraint(
                name="denied_extension_says_why_and_what_instead",
                condition=~Q(decision=Decision.DENIED) | ~Q(decision_reason="") & ~Q(proposed_actions=""),
                violation_error_message=_("Say why there is no more time, and what to do instead."),
            ),
            models.UniqueConstraint(
                name="one_pending_extension_per_clock",
                fields=["case", "goal", "standard", "occurrence"],
                condition=Q(decision=""),
                violation_error_message=_("More time has been asked for already; nobody has decided yet."),
            ),
        ]
        indexes = [
            models.Index(name="extension_by_case", fields=["case", "goal", "standard", "occurrence"]),
            models.Index(name="extension_pending", fields=["requested_on"], condition=Q(decision="")),
        ]

    def __str__(self) -> str:
        return f"extension by {self.days} days (#{self.pk})"

    @property
    def label(self) -> str:
        """The short name of the promise."""
        return registry.label(self.goal)

    @property
    def is_pending(self) -> bool:
        """Whether somebody still has to decide."""
        return self.decision == Decision.PENDING

    def clock(self, today: date) -> Clock:
        """The clock that it is about, as of that day."""
        clocks = Clock.objects.at(today).select_related("version", "case")
        return clocks.get(
            case=self.case_id, goal=self.goal, standard=self.standard, occurrence=self.occurrence
        )

    def grant(self, *, by: User, today: date) -> None:
        """More time: the deadline moves by these days, and a breach that it heals ends."""
        with Case.changing([self.case], by=by):
            self._still_pending()
            clock = self.clock(today)
            _still_extendable(clock, today)
            _check_limit(clock, self.days)
            self._decide(Decision.GRANTED, Verb.EXTENSION_GRANTED, by=by, today=today)

    def deny(self, *, reason: str, actions: str, by: User, today: date) -> None:
        """No more time: says why, and what to do instead."""
        with Case.changing([self.case], by=by):
            self._still_pending()
            self.decision_reason, self.proposed_actions = reason.strip(), actions.strip()
            self._decide(Decision.DENIED, Verb.EXTENSION_DENIED, by=by, today=today)

    def withdraw(self, *, by: User, today: date) -> None:
        """It is not needed any more."""
        with Case.changing([self.case], by=by):
            self._still_pending()
            self._decide(Decision.WITHDRAWN, Verb.EXTENSION_WITHDRAWN, by=by, today=today)

    def _decide(self, decision: Decision, verb: Verb, *, by: User, today: date) -> None:
        self.decision, self.decided_on, self.decided_at, self.decided_by = decision, today, now(), by
        self.full_clean()
        self.save()
        self.leave_line(verb, by=by, on=today)
        if by.pk != self.requested_by_id:
            Message.objects.tell(
                case=self.case,
                to=[self.requested_by],
                kind=MessageKind.EXTENSION_DECIDED,
                about=f"extension:{self.pk}",
                by=by,
                goal=self.goal,
                decision=decision,
            )

    def _still_pending(self) -> None:
        """Two may decide at once; the lock of the case lets the second one see the first."""
        self.refresh_from_db()
        if not self.is_pending:
            raise ValidationError(_("Somebody has decided on this request meanwhile."))

    def leave_line(self, verb: Verb, *, by: User, on: date) -> None:
        """One line on the case: how many days, for which promise; the words stay here."""
        self.case.write_line(
            verb, by=by, on=on, days=self.days, goal=self.goal, standard=self.standard, extension=self.pk
        )


def _still_extendable(clock: Clock, today: date) -> None:
    """A promise that was kept or fell away needs no more time. Asked again under the lock."""
    if not Clock.objects.at(today).get(pk=clock.pk).is_open:
        raise ValidationError(_("This promise has been kept or fell away: it needs no more time."))


def _check_limit(clock: Clock, days: int) -> None:
    """Refuse more than the rules of this promise allow, in words that say how much they do."""
    limit = clock.version.max_extension_days
    if not limit:
        raise ValidationError(_("The rules of this promise allow no extension."))
    left = Extension.objects.days_left(clock)
    if days > left:
        words = {"left": left, "limit": limit}
        message = ngettext(
            "The rules allow %(limit)d day in all; %(left)d is left.",
            "The rules allow %(limit)d days in all; %(left)d are left.",
            limit,
        )
        raise ValidationError({"days": message % words})
