from collections.abc import Iterable
from datetime import date

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from uuid6 import uuid7

from accounts.day import now
from accounts.models import User
from refugees.models.case import Case
from refugees.models.stale import Seen, read_again
from refugees.verbs import Verb


class TalkKind(models.TextChoices):
    """What a talk is for (reported to the state by kind)."""

    FOLLOW_UP = "follow-up", _("Follow-up talk")
    JOB = "job", _("Job talk")
    CV = "cv", _("CV talk")
    RETENTION = "retention", _("Retention talk")


class TalkForm(models.TextChoices):
    """How people met."""

    IN_PERSON = "in-person", _("In person")
    PHONE = "phone", _("By telephone")
    DIGITAL = "digital", _("Digitally")


class Participant(models.TextChoices):
    """Who took part beside the person and the colleague who held the talk."""

    INTERPRETER = "interpreter", _("Interpreter")
    MENTOR = "mentor", _("Mentor")
    COMPANION = "companion", _("Somebody the person brought along")
    REPRESENTATIVE = "representative", _("The person's representative")
    COMPANY = "company", _("The company")
    SCHOOL = "school", _("The school")
    OTHER = "other", _("Somebody else")


class TalkQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "TalkQuerySet":
        """On cases that this person sees whole."""
        return self.filter(case__in=Case.objects.whole_for(user))

    def standing(self) -> "TalkQuerySet":
        """Not taken back as a mistake."""
        return self.filter(taken_back_at=None)

    def held(self) -> "TalkQuerySet":
        """Those that took place: only they keep a promise."""
        return self.standing().filter(was_held=True)

    def latest_first(self) -> "TalkQuerySet":
        """The latest first, with who recorded them, ready for a list."""
        return self.select_related("case", "recorded_by").order_by("-on", "-pk")

    def record(
        self,
        *,
        case: Case,
        kind: str,
        on: date,
        form: str,
        today: date,
        by: User | None,
        participants: Iterable[str] = (),
        agreement: str = "",
        was_held: bool = True,
        why_not: str = "",
        source_key: str = "",
    ) -> "Talk":
        """A talk was held on that day, or was to be held and was not, and why."""
        with Case.changing([case], by=by):
            talk = self.model(case=case, kind=kind, recorded_by=by, source_key=source_key)
            talk.hold(
                on=on,
                form=form,
                participants=participants,
                agreement=agreement,
                was_held=was_held,
                why_not=why_not,
                today=today,
            )
            talk.save()
            talk.leave_line(Verb.TALK_HELD if was_held else Verb.TALK_NOT_HELD, by=by, on=on)
        return talk


@pghistory.track()
class Talk(models.Model):
    """A talk with a person: when, what for, how they met, who took part, what was agreed; or why it was not held.

    A correction says why and keeps the earlier value in the history, as the state's reporting asks for it.
    """

    public_id = models.UUIDField(default=uuid7, unique=True, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="talks")
    kind = models.CharField(_("kind"), max_length=12, choices=TalkKind, default=TalkKind.FOLLOW_UP)
    on = models.DateField(_("date"))
    form = models.CharField(_("how"), max_length=12, choices=TalkForm)
    participants = ArrayField(
        models.CharField(max_length=16, choices=Participant),
        verbose_name=_("who else took part"),
        default=list,
        blank=True,
    )
    agreement = models.CharField(_("what was agreed"), max_length=1000, blank=True)
    was_held = models.BooleanField(_("held"), default=True)
    why_not = models.CharField(_("why it was not held"), max_length=300, blank=True)
    # Of what came from the City's system of record: by it a row that comes again is known.
    source_key = models.CharField(max_length=80, blank=True, editable=False)
    recorded_at = models.DateTimeField(default=now)
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    version = models.PositiveIntegerField(default=1, editable=False)
    correction_reason = models.CharField(_("reason"), max_length=300, blank=True)
    taken_back_at = models.DateTimeField(_("taken back"), null=True, blank=True)

    objects = TalkQuerySet.as_manager()

    class Meta:
        verbose_name = _("talk")
        verbose_name_plural = _("talks")
        constraints = [
            models.CheckConstraint(name="talk_kind_is_known", condition=Q(kind__in=TalkKind.values)),
            models.CheckConstraint(name="talk_form_is_known", condition=Q(form__in=TalkForm.values)),
            models.CheckConstraint(
                name="talk_participants_are_known",
                condition=Q(participants__contained_by=Participant.values),
            ),
            models.CheckConstraint(
                name="talk_not_held_says_why",
                condition=Q(was_held=True, why_not="") | Q(was_held=False) & ~Q(why_not=""),
                violation_error_message=_("Say why the talk was not held."),
            ),
            models.UniqueConstraint(
                name="one_talk_a_key_of_the_system_of_record",
                fields=["case", "source_key"],
                condition=~Q(source_key=""),
                violation_error_message=_("This is recorded already: its key is the same."),
            ),
            models.CheckConstraint(
                name="taking_back_a_talk_says_why",
                condition=Q(taken_back_at=None) | ~Q(correction_reason=""),
                violation_error_message=_("Say why the talk is taken back."),
            ),
        ]
        indexes = [models.Index(name="talk_by_case", fields=["case", "on"], condition=Q(taken_back_at=None))]

    def __str__(self) -> str:
        return f"talk {self.on} (#{self.pk})"

    @property
    def participant_words(self) -> list[str]:
        """Who took part, in words."""
        return [str(Participant(each).label) for each in self.participants]

    def get_participants_display(self) -> str:
        """Who took part, in one line."""
        return ", ".join(self.participant_words)

    def hold(
        self,
        *,
        on: date,
        form: str,
        participants: Iterable[str],
        agreement: str,
        was_held: bool,
        why_not: str,
        today: date,
    ) -> None:
        """Take these facts on; nothing is saved yet."""
        if on > today:
            raise ValidationError({"on": _("A talk is recorded on the day or later, not before.")})
        self.on, self.form, self.participants = on, form, list(participants)
        self.agreement, self.was_held = agreement.strip(), was_held
        self.why_not = "" if was_held else why_not.strip()
        self.full_clean()

    def correct(
        self, *, reason: str, today: date, by: User, version: Seen | None = None, **facts: object
    ) -> None:
        """It was otherwise: another day, held or not held. What stood before stays in the history, with the reason.

        StaleEdit if the talk is not what the form, by its `version`, was made from; so does the verb below.
        """
        if not reason.strip():
            raise ValidationError({"reason": _("Say why the talk is corrected.")})
        with Case.changing([self.case], by=by, reason=reason):
            self._still_stands(version)
            was, self.correction_reason = self.on, reason.strip()
            self.version += 1
            self.hold(today=today, **facts)
            self.save()
            self.leave_line(Verb.TALK_CORRECTED, by=by, on=self.on, was=was.isoformat())

    def keep_source_key(self, key: str, *, by: User) -> None:
        """The City's system of record has it too, by this key. It leaves no line: what happened stays the same."""
        if self.source_key or not key:
            return
        with Case.changing([self.case], by=by):
            self.source_key = key
            self.full_clean()
            self.save(update_fields=["source_key"])

    def take_back(self, *, reason: str, on: date, by: User, version: Seen | None = None) -> None:
        """There was no such talk: the row stays, the promises run as if it had not been."""
        with Case.changing([self.case], by=by, reason=reason):
            self._still_stands(version)
            self.taken_back_at, self.correction_reason = now(), reason.strip()
            self.version += 1
            self.full_clean()
            self.save(update_fields=["taken_back_at", "correction_reason", "version"])
            self.leave_line(Verb.TALK_TAKEN_BACK, by=by, on=on)

    def _still_stands(self, version: Seen | None) -> None:
        """The lock of the case lets the second of two see what the first did."""
        read_again(self, version)
        if self.taken_back_at:
            raise ValidationError(_("This talk has been taken back meanwhile."))

    def leave_line(self, verb: Verb, *, by: User | None, on: date, **more: str) -> None:
        """One line on the case: what kind of talk and which day, and where the history keeps what was said then."""
        details = {
            "talk_kind": self.kind,
            "date": self.on.isoformat(),
            "talk": self.pk,
            "version": self.version,
        }
        details |= more
        self.case.write_line(verb, by=by, on=on, **details)
