from datetime import date

import pghistory
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext, override
from django.utils.translation import gettext_lazy as _
from uuid6 import uuid7

from accounts.day import now
from accounts.models import Absence, User
from accounts.scope import system_scope
from goals.models.notice import readers_of
from mentoring.models.concern_kinds import CLOSED, working_days_after
from refugees.models import Case, Direction, Document, DocumentKind, Task
from refugees.models.task import who_may_do
from refugees.uploads import CheckedFile

WORDS_MAX_LENGTH = 120
# An internal default: a letter from a mailbox may have a date of its own.
READ_WITHIN = 1


class LetterQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "LetterQuerySet":
        """Letters on the cases that this person sees whole; of their own, a mentor sees that they were sent."""
        if user.sees_whole_cases():
            return self.filter(case__in=Case.objects.whole_for(user))
        return self.filter(case__in=Case.objects.visible_to(user), sent_by=user)

    def send(self, *, case: Case, content: CheckedFile, words: str, today: date, by: User) -> "Letter":
        """Send a photographed letter: a document of the case and a task to read it, both or neither.

        In system scope, because a mentor has no business with the documents and tasks of a case.
        """
        words = words.strip()
        if not words:
            raise ValidationError({"words": _("Say in a line what it is.")})
        letter = self.model(case=case, words=words, sent_by=by)
        with Case.changing([case], by=by) as [locked], system_scope("photographed letter", by=by):
            if locked.closed_on:
                raise ValidationError(CLOSED)
            letter.full_clean(exclude=["document", "task"])
            reader = _reader(case, today)
            with override(reader.language):
                title = gettext("Read the photographed letter: %(words)s") % {"words": words}
            facts = {"case": case, "by": by, "today": today}
            due_on = working_days_after(today, READ_WITHIN)
            letter.task = Task.objects.add(title=title, due_on=due_on, assigned_to=reader, **facts)
            # After everything that may be refused in words: its file is no row that a savepoint takes back.
            letter.document = Document.objects.add(
                content=content,
                title=words,
                kind=DocumentKind.LETTER,
                direction=Direction.RECEIVED,
                counterpart=by.name,
                dated_on=today,
                **facts,
            )
            letter.save()
        return letter


@pghistory.track()
class Letter(models.Model):
    """That a mentor sent a photographed letter. What it became is the caseworker's; the sender sees that it went."""

    public_id = models.UUIDField(default=uuid7, unique=True, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="letters")
    words = models.CharField(_("what it is"), max_length=WORDS_MAX_LENGTH)
    sent_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    sent_at = models.DateTimeField(default=now)
    document = models.OneToOneField(Document, on_delete=models.PROTECT, related_name="+")
    task = models.OneToOneField(Task, on_delete=models.PROTECT, related_name="+")

    objects = LetterQuerySet.as_manager()

    class Meta:
        verbose_name = _("photographed letter")
        verbose_name_plural = _("photographed letters")
        constraints = [models.CheckConstraint(name="letter_says_what_it_is", condition=~Q(words=""))]
        indexes = [models.Index(name="letter_by_case", fields=["case", "-sent_at"])]

    def __str__(self) -> str:
        return f"photographed letter (#{self.pk})"


def _reader(case: Case, today: date) -> User:
    """Who reads it: the caseworker, a team lead while there is none or that one is away, else anybody of the unit."""
    found = readers_of([case], today)[case.pk]
    away = set(Absence.objects.on(today).filter(user__in=found).values_list("user", flat=True))
    at_work = [user for user in found if user.pk not in away]
    reader = next(iter(at_work or found), None) or who_may_do(case.unit_id).first()
    if reader is None:
        raise ValidationError(_("Nobody works on this person's case today. Ring the unit about the letter."))
    return reader
