from datetime import date, time

import pghistory
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Prefetch, Q
from django.db.models.functions import Length
from django.db.models.lookups import LessThanOrEqual
from django.utils.translation import gettext_lazy as _
from uuid6 import uuid7

from accounts.day import now
from accounts.models import User
from refugees.models.case import Case
from refugees.models.draft import NEW_NOTE, Draft, correction_of
from refugees.models.message import Message, MessageKind
from refugees.models.stale import StaleEdit
from refugees.verbs import Verb

NOTE_MAX_LENGTH = 20_000


class NoteKind(models.TextChoices):
    """What is noted: the duty to note covers what was said and what was done (OFL § 13)."""

    NOTE = "note", _("Note")
    CALL = "call", _("Telephone call")
    MEETING = "meeting", _("Meeting")
    STEP = "step", _("Significant step")


class NoteQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "NoteQuerySet":
        """Notes of the cases that this person sees whole; a mentor reads those of their own hand."""
        if user.sees_whole_cases():
            return self.filter(case__in=Case.objects.whole_for(user))
        return self.filter(case__in=Case.objects.visible_to(user), author=user)

    def with_earlier(self) -> "NoteQuerySet":
        """With their people and, as `earlier`, the texts that stood there before, newest first."""
        # Django names the history's class only after this model is made.
        texts = Note.pgh_event_model.objects.filter(version__lt=F("pgh_obj__version"))
        newest_first = texts.select_related("author", "corrected_by").order_by("-version", "-pgh_id")
        return self.select_related("author", "corrected_by").prefetch_related(
            Prefetch("events", newest_first, to_attr="earlier")
        )

    def newest_first(self) -> "NoteQuerySet":
        """By when it happened, then by when it was written."""
        return self.order_by("-happened_on", F("happened_time").desc(nulls_last=True), "-id")

    def write(
        self,
        *,
        case: Case,
        by: User,
        kind: str,
        happened_on: date,
        text: str,
        today: date,
        happened_time: time | None = None,
    ) -> "Note":
        """Note what was said or done on a case. Its caseworker is told, if somebody else wrote it."""
        if happened_on > today:
            raise ValidationError(
                {"happened_on": _("What is noted has happened: the day cannot be to come.")}
            )
        with Case.changing([case], by=by):
            note = self.model(
                case=case,
                author=by,
                kind=kind,
                happened_on=happened_on,
                happened_time=happened_time,
                text=text.strip(),
            )
            note.full_clean()
            note.save()
            Draft.objects.drop(by=by, case=case, form=NEW_NOTE)
            case.write_line(Verb.NOTED, by=by, on=happened_on, note_kind=kind, note=note.pk)
            Message.objects.tell_caseworker(
                case=case,
                kind=MessageKind.NEW_NOTE,
                about=f"note:{note.public_id}",
                by=by,
                today=today,
                note_kind=kind,
            )
        return note


@pghistory.track()
class Note(models.Model):
    """What was said or done on a case, by whom, when it happened and when it was written.

    A correction keeps the old text: the history table holds one row a version, and the page shows them.
    """

    public_id = models.UUIDField(default=uuid7, unique=True, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="notes")
    kind = models.CharField(_("kind"), max_length=12, choices=NoteKind, default=NoteKind.NOTE)
    happened_on = models.DateField(_("happened on"))
    happened_time = models.TimeField(_("time"), null=True, blank=True)
    text = models.TextField(_("text"), max_length=NOTE_MAX_LENGTH)
    author = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField(default=now)
    version = models.PositiveIntegerField(default=1, editable=False)
    corrected_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    corrected_at = models.DateTimeField(null=True, blank=True)
    correction_reason = models.CharField(_("reason"), max_length=300, blank=True)

    objects = NoteQuerySet.as_manager()

    class Meta:
        verbose_name = _("note")
        verbose_name_plural = _("notes")
        constraints = [
            models.CheckConstraint(name="note_kind_is_known", condition=Q(kind__in=NoteKind.values)),
            models.CheckConstraint(
                name="note_has_a_text_of_bounded_length",
                condition=~Q(text="") & Q(LessThanOrEqual(Length("text"), NOTE_MAX_LENGTH)),
                violation_error_message=_("Write something, at most 20,000 characters."),
            ),
            models.CheckConstraint(
                name="note_correction_says_who_when_why",
                condition=Q(version=1, corrected_by=None, corrected_at=None, correction_reason="")
                | Q(version__gt=1, corrected_by__isnull=False, corrected_at__isnull=False)
                & ~Q(correction_reason=""),
                violation_error_message=_("Say why the note is corrected."),
            ),
        ]
        indexes = [models.Index(name="note_by_case", fields=["case", "-happened_on", "-id"])]

    def __str__(self) -> str:
        return f"note (#{self.pk})"

    def correct(
        self,
        *,
        by: User,
        version: int,
        reason: str,
        text: str,
        kind: str,
        happened_on: date,
        today: date,
        happened_time: time | None = None,
    ) -> None:
        """Put the note right and say why; what stood before stays readable. StaleEdit if it changed meanwhile."""
        if happened_on > today:
            raise ValidationError(
                {"happened_on": _("What is noted has happened: the day cannot be to come.")}
            )
        with Case.changing([self.case], by=by, reason=reason):
            current = Note.objects.select_for_update(of=("self",)).get(pk=self.pk)
            if current.version != version:
                raise StaleEdit(current)
            self.text, self.kind = text.strip(), kind
            self.happened_on, self.happened_time = happened_on, happened_time
            self.version = version + 1
            self.corrected_by, self.corrected_at, self.correction_reason = by, now(), reason.strip()
            self.full_clean()
            self.save()
            Draft.objects.drop(by=by, case=self.case, form=correction_of(self))
            self.case.write_line(
                Verb.NOTE_CORRECTED,
                by=by,
                on=today,
                note_kind=kind,
                date=happened_on.isoformat(),
                note=self.pk,
                version=self.version,
            )
