from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

import pghistory
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Case as When_
from django.db.models import Count, F, Min, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _
from uuid6 import uuid7

from accounts.day import now
from accounts.models import Unit, User
from goals.models.cause import Cause, Reason, reasons_belong_to_their_cause
from goals.verbs import MessageKind, Verb
from refugees.models import Case, CaseLine, Message, StaleEdit, TeamMember


class Turn(models.IntegerChoices):
    """Whose turn it is in a conversation, in the order of work."""

    UNANSWERED = 0, _("No answer yet")
    CAME_BACK = 1, _("Came back: the date of the next step has passed")
    ANSWERED = 2, _("Answered, waiting for the next step")


# An answer settles who had taken it: what comes back is to be taken again.
UNTAKEN = Q(acknowledged_at=None) | Q(acknowledged_at__lt=F("answered_at"))


class ConversationQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "ConversationQuerySet":
        """Conversations on cases that this person sees whole."""
        return self.filter(case__in=Case.objects.whole_for(user))

    def open(self) -> "ConversationQuerySet":
        """Some breach in it is still open."""
        return self.filter(closed_at=None)

    def with_latest(self) -> "ConversationQuerySet":
        """With what the latest reply says: when it was given, by whom, the cause, the next step and its date.

        `version` is the latest reply itself, so that an answer written beside it does not go unseen; 0 before any.
        """
        latest = Reply.objects.filter(conversation=OuterRef("pk")).order_by("-pk")
        return self.annotate(
            version=Coalesce(Subquery(latest.values("pk")[:1]), 0),
            answered_at=Subquery(latest.values("at")[:1]),
            next_on=Subquery(latest.values("next_on")[:1]),
            cause=Subquery(latest.values("cause")[:1]),
            reason=Subquery(latest.values("reason")[:1]),
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
        """How many are open; of these, how many nobody answered yet, how many came back by themselves, and how many
        wait for an answer that nobody has taken."""
        to_answer = Q(answered_at=None) | Q(next_on__lt=day)
        return (
            self.open()
            .with_latest()
            .aggregate(
                open=Count("pk"),
                unanswered=Count("pk", filter=Q(answered_at=None)),
                came_back=Count("pk", filter=Q(next_on__lt=day)),
                to_answer=Count("pk", filter=to_answer),
                untaken=Count("pk", filter=to_answer & UNTAKEN),
            )
        )

    def needs_answer(self, day: date) -> "ConversationQuerySet":
        """Nobody answered yet, or the next step's own date has passed: it comes back by itself."""
        return self.open().with_latest().filter(Q(answered_at=None) | Q(next_on__lt=day))

    def untaken(self) -> "ConversationQuerySet":
        """Nobody has said that they take it, or an answer came after that. (Of those read `with_latest`.)"""
        return self.filter(UNTAKEN)

    def answer(self, *, versions: Mapping[int, int], by: User, on: date, **said: object) -> "Together":
        """Give one answer to all of these: each its own reply, line of history and message.

        What closed, or what somebody answered since the reader saw it (`versions`, by key), is left as it is and told
        apart: the words are meant for something else there. One transaction; they go in one chunk of cases.
        """
        told = Together()
        with Case.changing(self.values_list("case_id", flat=True), by=by):
            for talk in self.with_latest().select_related("case__person").order_by("pk"):
                if talk.closed_at:
                    told.closed.append(talk)
                elif talk.version != versions[talk.pk]:
                    told.overtaken.append(talk)
                else:
                    told.answered.append(talk)
            _give(told.answered, by=by, on=on, **said)
        return told


@dataclass(slots=True)
class Together:
    """What became of one answer to several conversations."""

    answered: list["Conversation"] = field(default_factory=list)
    closed: list["Conversation"] = field(default_factory=list)
    overtaken: list["Conversation"] = field(default_factory=list)


@pghistory.track()
class Conversation(models.Model):
    """What people say about a breach. Breaches of one case with one cause share one; law and City only."""

    public_id = models.UUIDField(default=uuid7, unique=True, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="conversations")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    subject = models.CharField(max_length=40)
    opened_at = models.DateTimeField(default=now)
    closed_at = models.DateTimeField(null=True)
    acknowledged_at = models.DateTimeField(null=True)
    acknowledged_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")

    objects = ConversationQuerySet.as_manager()

    class Meta:
        verbose_name = _("conversation on a breach")
        verbose_name_plural = _("conversations on breaches")
        constraints = [
            models.UniqueConstraint(
                name="one_open_conversation_per_subject",
                fields=["case", "subject"],
                condition=Q(closed_at=None),
            ),
            models.CheckConstraint(
                name="acknowledgement_has_a_person_and_a_moment",
                condition=Q(acknowledged_at=None, acknowledged_by=None)
                | Q(acknowledged_at__isnull=False, acknowledged_by__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"conversation (#{self.pk})"

    @property
    def cause_words(self) -> str:
        """The cause that the latest reply names. (Of a conversation read `with_latest`.)"""
        return Cause(self.cause).label if self.cause else ""

    @property
    def reason_words(self) -> str:
        """The cause more closely, where the latest reply says it."""
        return Reason(self.reason).label if self.reason else ""

    @property
    def is_taken(self) -> bool:
        """Somebody said that they take it, and no answer came after that. (Of a conversation read `with_latest`.)"""
        return bool(self.acknowledged_at) and not (
            self.answered_at and self.acknowledged_at < self.answered_at
        )

    def turn_on(self, day: date) -> Turn:
        """Whose turn it is. (Of a conversation read `with_latest`.)"""
        if self.answered_at is None:
            return Turn.UNANSWERED
        return Turn.CAME_BACK if self.next_on < day else Turn.ANSWERED

    def acknowledge(self, *, by: User, on: date) -> bool:
        """Say "I have seen this and take it". False if somebody has, or if it waits for no answer: the first stays."""
        with Case.changing([self.case_id], by=by) as [case]:
            mine = Conversation.objects.needs_answer(on).untaken().filter(pk=self.pk)
            if is_taken := bool(mine.update(acknowledged_at=now(), acknowledged_by=by)):
                case.write_line(Verb.BREACH_ACKNOWLEDGED, by=by, on=on, conversation=self.pk)
        return is_taken

    def reply(self, *, by: User, on: date, version: int | None = None, **said: object) -> "Reply":
        """Say why, and what happens next by when. The latest reply counts; the earlier ones stay.

        With the `version` that the author saw: StaleEdit if somebody answered meanwhile.
        """
        with Case.changing([self.case_id], by=by):
            latest = self.replies.select_related("by").last()
            if version is not None and version != (latest.pk if latest else 0):
                raise StaleEdit(latest)
            [reply] = _give([self], by=by, on=on, **said)
        return reply


def _give(
    talks: Sequence[Conversation],
    *,
    by: User,
    on: date,
    cause: str,
    explanation: str,
    next_step: str,
    next_on: date | None,
    reason: str = "",
) -> "list[Reply]":
    """The same answer in each of these conversations. Called inside Case.changing."""
    if next_on and next_on < on:
        raise ValidationError({"next_on": _("The next step lies in the past.")})
    said = {"cause": cause, "reason": reason, "explanation": explanation}
    replies = [
        Reply(conversation=talk, by=by, next_step=next_step, next_on=next_on, **said) for talk in talks
    ]
    for first in replies[:1]:
        first.full_clean()  # they all say the same
    Reply.objects.bulk_create(replies)
    CaseLine.objects.bulk_create(
        CaseLine(
            case_id=talk.case_id,
            verb=Verb.BREACH_ANSWERED,
            by=by,
            happened_on=on,
            details={"cause": cause, "conversation": talk.pk},
        )
        for talk in talks
    )
    _tell_caseworkers(replies, by=by, on=on)
    return replies


def _tell_caseworkers(replies: "Sequence[Reply]", *, by: User, on: date) -> None:
    """Whoever works on a case is to know what somebody else promised to do next."""
    cases = {reply.conversation.case_id for reply in replies}
    members = TeamMember.objects.on(on).caseworkers().filter(case__in=cases)
    caseworker = {member.case_id: member.user for member in members.exclude(user=by).select_related("user")}
    messages = [
        Message(
            case_id=reply.conversation.case_id,
            to_user=caseworker[reply.conversation.case_id],
            kind=MessageKind.BREACH_REPLY,
            about=f"reply:{reply.pk}",
            details={"date": reply.next_on.isoformat()},
            by=by,
        )
        for reply in replies
        if reply.conversation.case_id in caseworker
    ]
    Message.objects.send(messages, by=by)


@pghistory.track()
class Reply(models.Model):
    """One contribution to a conversation: the cause, the explanation, the next step with its own date."""

    conversation = models.ForeignKey(Conversation, on_delete=models.PROTECT, related_name="replies")
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)
    cause = models.CharField(_("cause"), max_length=20, choices=Cause)
    reason = models.CharField(_("reason"), max_length=40, choices=Reason, blank=True)
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
                name="reply_reason_is_of_its_cause", condition=reasons_belong_to_their_cause()
            ),
            models.CheckConstraint(
                name="reply_says_why_and_what_next", condition=~Q(explanation="") & ~Q(next_step="")
            ),
        ]

    def __str__(self) -> str:
        return f"reply (#{self.pk})"
