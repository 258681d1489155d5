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
from refugees.models.message import Message, MessageKind
from refugees.models.stale import Seen
from refugees.models.taken_back import CanBeTakenBack, TakenBackQuerySet
from refugees.verbs import Verb


class SignKind(models.TextChoices):
    """What makes somebody think that a job or an education may not last."""

    ABSENCE = "absence", _("Absence")
    LATE = "late", _("Comes late")
    CONFLICT = "conflict", _("A conflict")
    TASKS = "tasks", _("The tasks do not fit")
    # Health-like things are said in no other words: what is behind it belongs to the health team.
    HEALTH_TEAM = "health-team", _("May need the health team")
    OTHER = "other", _("Something else")


class NotedBy(models.TextChoices):
    """Who noticed it."""

    MENTOR = "mentor", _("Mentor")
    CASEWORKER = "caseworker", _("Caseworker")
    COMPANY = "company", _("The company")


class WarningSignQuerySet(TakenBackQuerySet):
    def visible_to(self, user: User) -> "WarningSignQuerySet":
        """Signs on the cases that this person sees whole; a mentor reads those of their own hand."""
        if user.sees_whole_cases():
            return super().visible_to(user)
        return self.filter(case__in=Case.objects.visible_to(user), author=user)

    def open(self) -> "WarningSignQuerySet":
        """Those on which nothing was done yet: they stand in the caseworker's work."""
        return self.standing().filter(acted_on=None)

    def for_a_list(self) -> "WarningSignQuerySet":
        """With person and people; the open ones first, among them who has waited longest."""
        ready = self.select_related("case__person", "author", "acted_by")
        return ready.order_by(F("acted_on").desc(nulls_first=True), "on", "pk")

    def note(
        self,
        *,
        case: Case,
        kind: str,
        on: date,
        noted_by: str,
        today: date,
        by: User | None,
        words: str = "",
    ) -> "WarningSign":
        """Somebody noticed that it may not last. The caseworker is told at once. A company's word has no `by`."""
        if on > today:
            raise ValidationError({"on": _("A sign is noted on the day or later, not before.")})
        with Case.changing([case], by=by):
            sign = self.model(case=case, kind=kind, on=on, noted_by=noted_by, words=words.strip(), author=by)
            sign.full_clean()
            sign.save()
            sign.leave_line(Verb.SIGN_NOTED, by=by, on=on)
            Message.objects.tell_caseworker(
                case=case,
                kind=MessageKind.WARNING_SIGN,
                about=f"sign:{sign.public_id}",
                by=by,
                today=today,
                sign_kind=kind,
            )
        return sign


@pghistory.track()
class WarningSign(CanBeTakenBack):
    """An early-warning sign that a job, an IGU or an education may not last, and what was done about it.

    It is open until something was done; what was done is written on it by whoever did it.
    """

    TAKEN_BACK = Verb.SIGN_TAKEN_BACK
    TAKEN_BACK_MEANWHILE = _("This sign has been taken back meanwhile.")

    public_id = models.UUIDField(default=uuid7, unique=True, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="warning_signs")
    kind = models.CharField(_("what was noticed"), max_length=12, choices=SignKind)
    on = models.DateField(_("when"))
    words = models.CharField(_("in a few words"), max_length=1000, blank=True)
    noted_by = models.CharField(_("who noticed it"), max_length=12, choices=NotedBy)
    author = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    noted_at = models.DateTimeField(default=now)
    action = models.CharField(_("what was done"), max_length=1000, blank=True)
    acted_on = models.DateField(_("done on"), null=True, blank=True)
    acted_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    objects = WarningSignQuerySet.as_manager()

    class Meta:
        verbose_name = _("early-warning sign")
        verbose_name_plural = _("early-warning signs")
        constraints = [
            models.CheckConstraint(name="sign_kind_is_known", condition=Q(kind__in=SignKind.values)),
            models.CheckConstraint(name="sign_noted_by_is_known", condition=Q(noted_by__in=NotedBy.values)),
            models.CheckConstraint(
                name="sign_of_a_colleague_names_them",
                condition=Q(noted_by=NotedBy.COMPANY) | Q(author__isnull=False),
            ),
            models.CheckConstraint(
                name="sign_for_the_health_team_has_no_words",
                condition=~Q(kind=SignKind.HEALTH_TEAM) | Q(words=""),
                violation_error_message=_(
                    "What is behind it is for the health team alone: leave the words out."
                ),
            ),
            models.CheckConstraint(
                name="other_sign_says_what",
                condition=~Q(kind=SignKind.OTHER) | ~Q(words=""),
                violation_error_message=_("Say what was noticed."),
            ),
            models.CheckConstraint(
                name="sign_action_says_what_when_by_whom",
                condition=Q(action="", acted_on=None, acted_by=None)
                | Q(acted_on__isnull=False, acted_by__isnull=False, acted_on__gte=F("on")) & ~Q(action=""),
                violation_error_message=_("Say what was done and when, not before the sign was noticed."),
            ),
            models.CheckConstraint(
                name="taking_back_a_sign_says_why",
                condition=Q(taken_back_at=None) | ~Q(correction_reason=""),
                violation_error_message=_("Say why the sign is taken back."),
            ),
        ]
        indexes = [
            models.Index(
                name="sign_to_answer", fields=["case", "on"], condition=Q(acted_on=None, taken_back_at=None)
            ),
            models.Index(name="sign_by_case", fields=["case", "-on"]),
        ]

    def __str__(self) -> str:
        return f"warning sign {self.kind} (#{self.pk})"

    @property
    def whose(self) -> str:
        """Who noticed it: a colleague by name, the company as such."""
        return self.author.name if self.author else str(self.get_noted_by_display())

    def act(self, *, action: str, on: date, today: date, by: User, version: Seen | None = None) -> None:
        """Something was done about it. StaleEdit if it is not what the form was made from."""
        if on > today:
            raise ValidationError({"on": _("What was done is recorded on the day or later, not before.")})
        with Case.changing([self.case], by=by):
            self._still_stands(version)
            self.action, self.acted_on, self.acted_by = action.strip(), on, by
            self.full_clean()
            self.save(update_fields=["action", "acted_on", "acted_by"])
            self.leave_line(Verb.SIGN_ANSWERED, by=by, on=on)

    def leave_line(self, verb: Verb, *, by: User | None, on: date) -> None:
        """One line on the case: which kind and which day. The words stay with the sign."""
        words = {"sign_kind": self.kind, "date": self.on.isoformat(), "sign": self.pk}
        self.case.write_line(verb, by=by, on=on, **words)
