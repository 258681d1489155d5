from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, time
from typing import Any

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from uuid6 import uuid7

from accounts.day import now
from accounts.models import User
from refugees.languages import SpokenLanguage
from refugees.models import Appointment, Case, Seen, TalkForm, read_again
from screening.interviews.definitions import Definition, definition, latest
from screening.interviews.verbs import Verb
from screening.models.interview_queries import InterviewQuerySet
from screening.models.planning import (
    LATER_DAY,
    Interpreting,
    InterviewKind,
    Outcome,
    Present,
    WhoseDoing,
    interpreter_words,
    present_words,
)


@pghistory.track()
class Interview(models.Model):
    """One of the two interviews with a person: when, where, by whom, in which language, and what became of it.

    Moved to another time it stays as it was, with the reason; the new one follows it. It keeps the version of the
    questions that it was held with.
    """

    public_id = models.UUIDField(default=uuid7, unique=True, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="interviews")
    kind = models.CharField(_("which interview"), max_length=8, choices=InterviewKind)
    follows = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="followed_by"
    )
    planned_on = models.DateField(_("day"))
    starts = models.TimeField(_("from"))
    ends = models.TimeField(_("to"))
    form = models.CharField(_("how"), max_length=12, choices=TalkForm)
    place = models.CharField(_("place"), max_length=200, blank=True)
    interviewer = models.ForeignKey(
        User, on_delete=models.PROTECT, related_name="+", verbose_name=_("interviewer")
    )
    interpreter_kind = models.CharField(
        _("interpreter"), max_length=12, choices=Interpreting, blank=True, default=""
    )
    interpreter = models.CharField(
        _("language of the interpreter"), max_length=8, choices=SpokenLanguage, blank=True
    )
    participants = ArrayField(
        models.CharField(max_length=16, choices=Present),
        verbose_name=_("who else takes part"),
        default=list,
        blank=True,
    )
    appointment = models.OneToOneField(
        Appointment, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    invited_on = models.DateField(_("invited on"), null=True, blank=True)
    outcome = models.CharField(_("what became of it"), max_length=8, choices=Outcome, blank=True, default="")
    held_on = models.DateField(_("held on"), null=True, blank=True)
    questions = models.CharField(_("version of the questions"), max_length=20, blank=True)
    whose_doing = models.CharField(_("whose doing"), max_length=12, choices=WhoseDoing, blank=True)
    why_not = models.CharField(_("why"), max_length=300, blank=True)
    recorded_at = models.DateTimeField(default=now)
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    objects = InterviewQuerySet.as_manager()

    class Meta:
        verbose_name = _("interview")
        verbose_name_plural = _("interviews")
        constraints = [
            models.CheckConstraint(
                name="interview_kind_is_known", condition=Q(kind__in=InterviewKind.values)
            ),
            models.CheckConstraint(name="interview_form_is_known", condition=Q(form__in=TalkForm.values)),
            models.CheckConstraint(
                name="interview_participants_are_known",
                condition=Q(participants__contained_by=Present.values),
            ),
            models.CheckConstraint(
                name="interview_ends_after_it_starts",
                condition=Q(ends__gt=F("starts")),
                violation_error_message=_("The end must be after the start."),
            ),
            models.CheckConstraint(
                name="interview_interpreter_has_a_language",
                condition=Q(interpreter_kind="", interpreter="")
                | Q(interpreter_kind__in=[kind for kind in Interpreting.values if kind]) & ~Q(interpreter=""),
                violation_error_message=_("Choose how the interpreter takes part, and in which language."),
            ),
            models.UniqueConstraint(
                name="one_open_interview_of_a_kind_per_case",
                fields=["case", "kind"],
                condition=Q(outcome=""),
                violation_error_message=_("This interview is planned already. Move that one instead."),
            ),
            models.UniqueConstraint(
                name="interview_is_followed_once",
                fields=["follows"],
                condition=Q(follows__isnull=False),
            ),
            models.CheckConstraint(
                name="interview_invited_not_after_its_day",
                condition=Q(invited_on=None) | Q(invited_on__isnull=False, invited_on__lte=F("planned_on")),
                violation_error_message=_("An invitation is given before the interview, not after it."),
            ),
            models.CheckConstraint(
                name="interview_held_has_a_day_and_its_questions",
                condition=Q(outcome="held", held_on__isnull=False) & ~Q(questions="")
                | ~Q(outcome="held") & Q(held_on=None),
            ),
            models.CheckConstraint(
                name="interview_not_held_before_its_day",
                condition=Q(held_on=None) | Q(held_on__isnull=False, held_on__gte=F("planned_on")),
                violation_error_message=LATER_DAY,
            ),
            models.CheckConstraint(
                name="interview_not_held_says_why_and_whose_doing",
                condition=Q(outcome__in=["", "held"], why_not="", whose_doing="")
                | Q(outcome__in=["not-held", "moved"], whose_doing__in=WhoseDoing.values) & ~Q(why_not=""),
                violation_error_message=_("Say why, and whose doing it was."),
            ),
        ]
        indexes = [
            models.Index(name="interview_by_case", fields=["case", "planned_on"]),
            models.Index(name="interview_by_interviewer", fields=["interviewer", "planned_on"]),
        ]

    def __str__(self) -> str:
        return f"interview {self.kind} {self.planned_on} (#{self.pk})"

    @property
    def is_open(self) -> bool:
        """Whether nobody has said yet what became of it."""
        return self.outcome == Outcome.OPEN

    @property
    def takes_answers(self) -> bool:
        """Whether answers can be written: while it is open, and of one that was held also later."""
        return self.outcome in {Outcome.OPEN, Outcome.HELD}

    @property
    def asked(self) -> Definition:
        """The questions: those it was begun with, else those in use now."""
        return definition(self.questions) if self.questions else latest(self.kind)

    def get_participants_display(self) -> str:
        """Who else takes part, in one line."""
        return present_words(self.participants)

    @property
    def interpreter_words(self) -> str:
        """Ukrainian, in person: as it stands in the middle of a line."""
        return interpreter_words(self.interpreter, self.interpreter_kind)

    @property
    def first_planned(self) -> "Interview":
        """The one that was planned at first, of those that were moved or fell out until this one. One query.

        What is written for it on a device is about the same talk, whenever it takes place.
        """
        first = self
        earlier = Interview.objects.filter(case=self.case_id, kind=self.kind, pk__lt=self.pk)
        for row in earlier.order_by("-pk"):
            if row.outcome == Outcome.HELD:
                break
            first = row
        return first

    def moment(self, at: time) -> datetime:
        """That hour of its day in Copenhagen."""
        return timezone.make_aware(datetime.combine(self.planned_on, at))

    def invite(self, *, on: date, today: date, by: User, version: Seen | None = None) -> None:
        """The person was asked to come. StaleEdit if it is not what the form showed; so do the verbs below."""
        if on > today:
            raise ValidationError({"invited_on": _("An invitation is recorded once it was given.")})
        with self._changing(version, by=by):
            self.invited_on = on
            self._keep("invited_on")
            self.leave_line(Verb.INVITED, by=by, on=on)

    def hold(
        self,
        *,
        on: date,
        today: date,
        by: User,
        participants: Iterable[str] | None = None,
        version: Seen | None = None,
    ) -> None:
        """It took place on that day, with the questions it was begun with or those in use.

        Who took part is who was to, unless it is said; that nobody else did is an empty list.
        """
        if on > today:
            raise ValidationError({"held_on": _("An interview is recorded on the day or later, not before.")})
        with self._changing(version, by=by):
            self.outcome, self.held_on, self.questions = Outcome.HELD, on, self.asked.name
            if participants is not None:
                self.participants = list(participants)
            self._keep("outcome", "held_on", "questions", "participants")
            self.leave_line(Verb.HELD, by=by, on=on, date=on.isoformat())

    def fall_out(
        self, *, why: str, whose_doing: str, today: date, by: User, version: Seen | None = None
    ) -> None:
        """It was not held, or will not be: why, and whose doing it was."""
        with self._changing(version, by=by):
            self._give_up(Outcome.NOT_HELD, why=why, whose_doing=whose_doing, by=by)
            self.leave_line(Verb.NOT_HELD, by=by, on=today, whose_doing=whose_doing)

    def move(
        self, *, why: str, whose_doing: str, by: User, today: date, version: Seen | None = None, **facts: Any
    ) -> "Interview":
        """Another time is agreed: this one stays as it was, the new one follows it."""
        with self._changing(version, by=by):
            self._give_up(Outcome.MOVED, why=why, whose_doing=whose_doing, by=by)
            new = Interview.objects.plan(case=self.case, kind=self.kind, follows=self, by=by, **facts)
            words = {"was": self.planned_on.isoformat(), "date": new.planned_on.isoformat()}
            self.leave_line(Verb.MOVED, by=by, on=today, whose_doing=whose_doing, **words)
        return new

    def reopen(self, *, reason: str, today: date, by: User, version: Seen | None = None) -> None:
        """What was recorded of it was a mistake: it is open again, its answers stay, its promise runs on."""
        if not reason.strip():
            raise ValidationError({"reason": _("Say why.")})
        with Case.changing([self.case], by=by, reason=reason):
            read_again(self, version)
            if self.outcome not in {Outcome.HELD, Outcome.NOT_HELD}:
                raise ValidationError(_("Only what was recorded as held or not held can be taken back."))
            self.outcome, self.held_on, self.why_not, self.whose_doing = Outcome.OPEN, None, "", ""
            self._keep("outcome", "held_on", "why_not", "whose_doing")
            self.leave_line(Verb.REOPENED, by=by, on=today)

    def begin(self) -> None:
        """The first answer is written: from now on it keeps its version of the questions. Called under its lock."""
        if not self.questions:
            self.questions = self.asked.name
            self.save(update_fields=["questions"])

    def leave_line(self, verb: Verb, *, by: User | None, on: date, **more: str) -> None:
        """One line on the case: which interview and which day; no word of what was said."""
        which = dict.fromkeys(("interview", "interview_within"), self.kind)
        facts = which | {"date": self.planned_on.isoformat(), "row": self.pk} | more
        self.case.write_line(verb, by=by, on=on, **facts)

    @contextmanager
    def _changing(self, version: Seen | None, *, by: User) -> Iterator[None]:
        """The lock of the case lets the second of two see what the first did."""
        with Case.changing([self.case], by=by):
            read_again(self, version)
            if not self.is_open:
                raise ValidationError(_("What became of this interview has been recorded meanwhile."))
            yield

    def _give_up(self, outcome: Outcome, *, why: str, whose_doing: str, by: User) -> None:
        self.outcome, self.why_not, self.whose_doing = outcome, why.strip(), whose_doing
        self._keep("outcome", "why_not", "whose_doing")
        if self.appointment:
            self.appointment.cancel(reason=self.why_not, by=by)

    def _keep(self, *names: str) -> None:
        self.full_clean()
        self.save(update_fields=names)
