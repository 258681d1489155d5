from datetime import date

import pghistory
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Case as When_
from django.db.models import Count, Min, OuterRef, Q, Subquery, Value, When
from django.utils.translation import gettext_lazy as _
from uuid6 import uuid7

from accounts.day import now
from accounts.models import Unit, User
from goals.verbs import Verb
from refugees.models import Case


class Cause(models.TextChoices):
    """Why the promise was not kept in time: the chart a head of department wants."""

    CITY = "city", _("The City: we did not get it done")
    PARTNER = "partner", _("A partner: company, clinic, provider")
    PERSON = "person", _("The person: declined, could not, wished otherwise")
    NOTHING_AVAILABLE = "nothing-available", _("Nothing suitable was available")
    DATA_ERROR = "data-error", _("A wrong date or a missing record")


class Turn(models.IntegerChoices):
    """Whose turn it is in a conversation, in the order of work."""

    UNANSWERED = 0, _("No answer yet")
    CAME_BACK = 1, _("Came back: the date of the next step has passed")
    ANSWERED = 2, _("Answered, waiting for the next step")


class ConversationQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "ConversationQuerySet":
        """Conversations on cases that this person sees whole."""
        return self.filter(case__in=Case.objects.whole_for(user))

    def open(self) -> "ConversationQuerySet":
        """Some breach in it is still open."""
        return self.filter(closed_at=None)

    def with_latest(self) -> "ConversationQuerySet":
        """With what the latest reply says: when it was given, by whom, the cause, the next step and its date."""
        latest = Reply.objects.filter(conversation=OuterRef("pk")).order_by("-pk")
        return self.annotate(
            answered_at=Subquery(latest.values("at")[:1]),
            next_on=Subquery(latest.values("next_on")[:1]),
            cause=Subquery(latest.values("cause")[:1]),
            next_step=Subquery(latest.values("next_step")[:1]),
            answered_by=Subquery(latest.values("by__name")[:1]),
        )

    def for_answering(self, day: date) -> "ConversationQuerySet":
        """The open ones in the order of work: nobody answered, came back, answered; in each the oldest first.

        `turn` says which of the three; `over_since` is the first day over of the breaches that are still open.
        """
        still_over = Q(breaches__ended_at=None)
        turn = When_(
            When(answered_at=None, then=Value(Turn.UNANSWERED)),
            When(next_on__lt=day, then=Value(Turn.CAME_BACK)),
            default=Value(Turn.ANSWERED),
        )
        return (
            self.open()
            .with_latest()
            .annotate(turn=turn, over_since=Min("breaches__over_since", filter=still_over))
            .order_by("turn", "over_since", "pk")
        )

    def counts(self, day: date) -> dict[str, int]:
        """How many are open; of these, how many nobody answered yet, and how many came back by themselves."""
        return (
            self.open()
            .with_latest()
            .aggregate(
                open=Count("pk"),
                unanswered=Count("pk", filter=Q(answered_at=None)),
                came_back=Count("pk", filter=Q(next_on__lt=day)),
                to_answer=Count("pk", filter=Q(answered_at=None) | Q(next_on__lt=day)),
            )
        )

    def needs_answer(self, day: date) -> "ConversationQuerySet":
        """Nobody answered yet, or the next step's own date has passed: it comes back by itself."""
        return self.open().with_latest().filter(Q(answered_at=None) | Q(next_on__lt=day))


@pghistory.track()
class Conversation(models.Model):
    """What people say about a breach. Breaches of one case with one cause share one; law and City only."""

    public_id = models.UUIDField(default=uuid7, unique=True, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="conversations")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    subject = models.CharField(max_length=40)
    opened_at = models.DateTimeField(default=now)
    closed_at = models.DateTimeField(null=True)

    objects = ConversationQuerySet.as_manager()

    class Meta:
        verbose_name = _("conversation on a breach")
        verbose_name_plural = _("conversations on breaches")
        constraints = [
            models.UniqueConstraint(
                name="one_open_conversation_per_subject",
                fields=["case", "subject"],
                condition=Q(closed_at=None),
            )
        ]

    def __str__(self) -> str:
        return f"conversation (#{self.pk})"

    @property
    def cause_words(self) -> str:
        """The cause that the latest reply names. (Of a conversation read `with_latest`.)"""
        return Cause(self.cause).label if self.cause else ""

    def reply(
        self, *, by: User, on: date, cause: str, explanation: str, next_step: str, next_on: date | None
    ) -> "Reply":
        """Say why, and what happens next by when. The latest reply counts; the earlier ones stay."""
        if next_on and next_on < on:
            raise ValidationError({"next_on": _("The next step lies in the past.")})
        with Case.changing([self.case], by=by):
            reply = Reply(
                conversation=self,
                by=by,
                cause=cause,
                explanation=explanation,
                next_step=next_step,
                next_on=next_on,
            )
            reply.full_clean()
            reply.save()
            self.case.write_line(Verb.BREACH_ANSWERED, by=by, on=on, cause=cause, conversation=self.pk)
        return reply


@pghistory.track()
class Reply(models.Model):
    """One contribution to a conversation: the cause, the explanation, the next step with its own date."""

    conversation = models.ForeignKey(Conversation, on_delete=models.PROTECT, related_name="replies")
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)
    cause = models.CharField(_("cause"), max_length=20, choices=Cause)
    explanation = models.TextField(_("explanation"), max_length=4000)
    next_step = models.CharField(_("next step"), max_length=200)
    next_on = models.DateField(_("by"))

    class Meta:
        verbose_name = _("reply")
        verbose_name_plural = _("replies")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(name="reply_cause_is_known", condition=Q(cause__in=Cause.values)),
            models.CheckConstraint(
                name="reply_says_why_and_what_next", condition=~Q(explanation="") & ~Q(next_step="")
            ),
        ]

    def __str__(self) -> str:
        return f"reply (#{self.pk})"
