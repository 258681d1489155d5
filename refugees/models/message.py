from datetime import date

import pghistory
from django.db import models
from django.db.models import Exists, F, OuterRef, Q, Value
from django.db.models.functions import Greatest
from django.utils.translation import gettext_lazy as _
from uuid6 import uuid7

from accounts.day import now
from accounts.models import User
from accounts.scope import system_scope
from refugees import verbs
from refugees.models.case import Case


class MessageKind(models.TextChoices):
    """What a reader is told, in words. An app above registers kinds of its own beside its verbs."""

    NEW_NOTE = "new-note", _("New on the case: %(note_kind)s")
    TASK_GIVEN = "task-given", _("A task for you, by %(date)s")
    WARNING_SIGN = "warning-sign", _("Early-warning sign: %(sign_kind)s")


class MessageQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "MessageQuerySet":
        """Messages to this person about cases they may still open."""
        return self.filter(to_user=user, case__in=Case.objects.visible_to(user))

    def unseen(self) -> "MessageQuerySet":
        """Not yet marked as seen by the one they are for."""
        return self.filter(seen_at=None)

    def newest_first(self) -> "MessageQuerySet":
        """With case, person and sender, ready for a list."""
        return self.select_related("case__person", "by").order_by("-created_at", "-id")

    def all_seen(self, *, by: User) -> int:
        """The reader has seen all of these; return how many there were.

        Never before a message was made, whatever two clocks say.
        """
        return self.filter(to_user=by).settled()

    def settled(self) -> int:
        """What they ask for is done, by whomever: nobody need look any more. Never before a message was made."""
        return self.unseen().update(seen_at=Greatest(Value(now()), F("created_at")))

    def tell(
        self, *, case: Case, to: list[User], kind: str, about: str, by: User | None, **details: object
    ) -> None:
        """Tell these people something about a case, each once however often it is said."""
        self.send(
            [
                self.model(case=case, to_user=user, kind=kind, about=about, by=by, details=details)
                for user in to
            ],
            by=by,
        )

    def send(self, messages: "list[Message]", *, by: User | None) -> None:
        """Store messages; one that its reader got before is left as it is.

        In system scope: a mentor's entry must reach the caseworker, whose messages the mentor may not see.
        """
        if messages:
            with system_scope("message", by=by):
                self.bulk_create(messages, ignore_conflicts=True)

    def pass_on(self, *, case: Case, former: User, to: User, by: User | None) -> int:
        """What a former reader has not seen of a case is for another to read; return how many messages that were.

        Not what the new reader was told already, nor what they did themselves. In system scope, because messages to
        others are read by nobody else.
        """
        with system_scope("hand over", by=by):
            told = self.model.objects.filter(to_user=to, kind=OuterRef("kind"), about=OuterRef("about"))
            left = self.unseen().filter(case=case, to_user=former).exclude(by=to).exclude(Exists(told))
            return left.update(to_user=to)

    def tell_caseworker(
        self, *, case: Case, kind: str, about: str, by: User | None, today: date, **details: object
    ) -> None:
        """Tell the case's caseworker of that day, unless it is the one who did it."""
        members = case.team.on(today).caseworkers().select_related("user")
        others = [member.user for member in members if member.user_id != (by and by.pk)]
        self.tell(case=case, to=others, kind=kind, about=about, by=by, **details)


@pghistory.track()
class Message(models.Model):
    """Something somebody should know about a case, because it touches more than their own work.

    It stands on the case and in the reader's list until the reader says that it is seen. `about` names the thing
    that it is about ("note:" and its public id), so that the same thing is told once.
    """

    public_id = models.UUIDField(default=uuid7, unique=True, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="messages")
    to_user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="messages")
    kind = models.CharField(max_length=40)
    about = models.CharField(max_length=60)
    details = models.JSONField(default=dict, blank=True)
    by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    created_at = models.DateTimeField(default=now)
    seen_at = models.DateTimeField(null=True, blank=True)

    objects = MessageQuerySet.as_manager()

    class Meta:
        verbose_name = _("message")
        verbose_name_plural = _("messages")
        constraints = [
            models.UniqueConstraint(name="message_is_made_once", fields=["to_user", "kind", "about"]),
            models.CheckConstraint(name="message_says_what_about_what", condition=~Q(kind="") & ~Q(about="")),
            models.CheckConstraint(
                name="message_is_seen_after_it_was_made",
                condition=Q(seen_at=None) | Q(seen_at__gte=models.F("created_at")),
            ),
        ]
        indexes = [
            models.Index(name="message_to_read", fields=["to_user", "-created_at"], condition=Q(seen_at=None))
        ]

    def __str__(self) -> str:
        return f"message {self.kind} (#{self.pk})"

    @property
    def sentence(self) -> str:
        """The message in the reader's language."""
        return verbs.sentence(self.kind, self.details)

    @property
    def icon(self) -> str:
        """The mark beside it."""
        return verbs.icon(self.kind)

    def seen(self, *, by: User) -> bool:
        """The reader has seen it; it leaves the list. False if it is somebody else's or was seen before."""
        return bool(Message.objects.filter(pk=self.pk).all_seen(by=by))
