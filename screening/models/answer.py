import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import pghistory
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.day import now
from accounts.models import User
from refugees.models import Case
from refugees.models.kept import Arrival, KeptOnDevice
from screening.interviews.definitions import SkipReason
from screening.models.interview import Interview


@dataclass(frozen=True, slots=True)
class Given:
    """What was said to one question, and from where it comes: which device, which of its writings, made from what."""

    question: str
    value: Any
    skipped: str
    client: uuid.UUID
    sequence: int
    seen: int  # the version of the answer that the device had before it; 0: none
    confirms: "Answer | None" = None


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of it: the answer as it stands now, and whether somebody else's stands in its place."""

    answer: "Answer | None"
    is_conflict: bool = False


class AnswerQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "AnswerQuerySet":
        """Answers on cases that this person sees whole."""
        return self.filter(case__in=Case.objects.whole_for(user))

    def standing(self) -> "AnswerQuerySet":
        """Something was answered, or skipped with a reason."""
        return self.exclude(value=None, skipped="")

    def before(self, interview: Interview) -> dict[str, "Answer"]:
        """The latest answer to each question from the other interviews of the case. One query."""
        others = self.standing().filter(case=interview.case_id).exclude(interview=interview)
        return {answer.question: answer for answer in others.order_by("answered_at", "pk")}

    def keep(self, *, interview: Interview, given: Iterable[Given], by: User) -> dict[str, Kept]:
        """Write down what was said to some questions. The same may arrive again; nobody else's is overwritten."""
        with transaction.atomic():
            # The row of the interview is the lock: of two devices the second sees what the first wrote.
            interview = (
                Interview.objects.select_for_update(of=("self",)).select_related("case").get(pk=interview.pk)
            )
            if not interview.takes_answers or interview.case.closed_on:
                raise ValidationError(_("This interview takes no answers any more."))
            interview.begin()
            stored = {answer.question: answer for answer in self.filter(interview=interview)}
            return {one.question: self._keep(interview, stored.get(one.question), one, by) for one in given}

    def _keep(self, interview: Interview, stored: "Answer | None", given: Given, by: User) -> Kept:
        if stored is None:
            if given.value is None and not given.skipped:
                return Kept(None)
            stored = self.model(
                interview=interview, case_id=interview.case_id, question=given.question, version=0
            )
        elif (stored.value, stored.skipped) == (given.value, given.skipped):
            return Kept(stored)
        else:
            found = stored.judge(client=given.client, sequence=given.sequence, seen=given.seen)
            if found != Arrival.NEW:
                return Kept(stored, is_conflict=found == Arrival.OVERTAKEN)
        stored.value, stored.skipped, stored.confirms = given.value, given.skipped, given.confirms
        stored.client, stored.sequence = given.client, given.sequence
        stored.version += 1
        stored.answered_at, stored.answered_by = now(), by
        stored.save()
        return Kept(stored)


@pghistory.track()
class Answer(KeptOnDevice):
    """What was answered to one question of one interview, or why it was skipped. Mentors never see it.

    Emptied again, it stays as a row without either: what stood there is in its history.
    """

    interview = models.ForeignKey(Interview, on_delete=models.PROTECT, related_name="answers")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    question = models.CharField(_("question"), max_length=40)
    value = models.JSONField(_("answer"), null=True, blank=True)
    skipped = models.CharField(_("why it was skipped"), max_length=16, choices=SkipReason, blank=True)
    confirms = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("still true"),
    )
    answered_at = models.DateTimeField(default=now)
    answered_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    objects = AnswerQuerySet.as_manager()

    class Meta:
        verbose_name = _("answer")
        verbose_name_plural = _("answers")
        constraints = [
            models.UniqueConstraint(name="one_answer_per_question", fields=["interview", "question"]),
            models.CheckConstraint(name="answer_names_its_question", condition=~Q(question="")),
            models.CheckConstraint(
                name="answer_is_given_or_skipped_not_both",
                condition=Q(value__isnull=True) | Q(skipped=""),
            ),
            models.CheckConstraint(
                name="skip_reason_is_known", condition=Q(skipped__in=["", *SkipReason.values])
            ),
        ]
        indexes = [models.Index(name="answer_by_case", fields=["case", "question"])]

    def __str__(self) -> str:
        return f"answer to {self.question} (#{self.pk})"
