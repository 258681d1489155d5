from datetime import date

import pghistory
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override
from uuid6 import uuid7

from accounts.day import now
from accounts.models import Absence, User
from accounts.scope import system_scope
from goals.models import Mail
from goals.models.mail import Told
from goals.models.notice import readers_of
from mentoring import mails
from mentoring.models.concern_kinds import CLOSED, WORKING_DAYS, ConcernKind, Urgency, working_days_after
from mentoring.verbs import MessageKind, Verb
from refugees.models import Case, Message, Seen, TeamMember, read_again
from refugees.models.task import who_may_do
from refugees.models.team import MENTORS
from refugees.parts import Part

WORDS_MAX_LENGTH = 1000
# What whoever was overtaken by a colleague is told of the concern as it stands.
TELLS = ("answer", "answered_by", "taken_back_reason")


class ConcernQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "ConcernQuerySet":
        """Concerns on the cases that this person sees whole; a mentor reads those of their own hand."""
        if user.sees_whole_cases():
            return self.filter(case__in=Case.objects.whole_for(user))
        return self.filter(case__in=Case.objects.visible_to(user), raised_by=user)

    def standing(self) -> "ConcernQuerySet":
        """Not taken back."""
        return self.filter(taken_back_at=None)

    def open(self) -> "ConcernQuerySet":
        """Those that nobody has answered yet."""
        return self.standing().filter(answered_at=None)

    def first_by_case(self) -> "dict[int, Concern]":
        """Of each case the one that is to be answered first. One query."""
        return {concern.case_id: concern for concern in self.order_by("-answer_by", "-pk")}

    def for_the_lead(self, today: date) -> "ConcernQuerySet":
        """Open ones whose day has passed, and those whose caseworker is missing or away: somebody else must answer."""
        away = Absence.objects.on(today).values("user")
        at_work = TeamMember.objects.on(today).caseworkers().exclude(user__in=away)
        return self.open().filter(Q(answer_by__lt=today) | ~Q(case__in=at_work.values("case")))

    def for_a_list(self) -> "ConcernQuerySet":
        """With person and people; the open ones first, among them what is to be answered first."""
        ready = self.select_related("case__person", "raised_by", "answered_by")
        return ready.order_by(F("answered_at").desc(nulls_first=True), "answer_by", "pk")

    def voice(self, *, case: Case, kind: str, urgency: str, words: str, today: date, by: User) -> "Concern":
        """A mentor worries about a person. Whoever must answer is told at once, on the site and by e-mail."""
        part = case.team.on(today).filter(user=by, part__in=MENTORS).values_list("part", flat=True).first()
        if part is None:
            raise ValidationError(_("You are not assigned to this person today."))
        concern = self.model(case=case, kind=kind, urgency=urgency, words=words.strip())
        concern.raised_by, concern.part, concern.raised_on = by, part, today
        with Case.changing([case], by=by) as [locked]:
            if locked.closed_on:
                raise ValidationError(CLOSED)
            if urgency in Urgency.values:
                concern.answer_by = working_days_after(today, WORKING_DAYS[Urgency(urgency)])
            concern.full_clean()
            concern.save()
            concern.leave_line(Verb.CONCERN_RAISED, by=by, on=today)
            concern.tell(today=today)
        return concern


@pghistory.track()
class Concern(models.Model):
    """What a mentor worries about, and what the caseworker answered. It is open until it is answered in words.

    By when is an internal default that follows from how urgent it is. The day stands on the row, so that no job must
    run for it to pass.
    """

    public_id = models.UUIDField(default=uuid7, unique=True, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="concerns")
    kind = models.CharField(_("what it is about"), max_length=12, choices=ConcernKind)
    urgency = models.CharField(_("how urgent"), max_length=12, choices=Urgency)
    words = models.CharField(_("in a few words"), max_length=WORDS_MAX_LENGTH)
    raised_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    part = models.CharField(_("part"), max_length=20, choices=Part)
    raised_on = models.DateField()
    raised_at = models.DateTimeField(default=now)
    answer_by = models.DateField(_("to be answered by"))
    answer = models.CharField(_("answer"), max_length=WORDS_MAX_LENGTH, blank=True)
    answered_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("answered by")
    )
    answered_at = models.DateTimeField(null=True, blank=True)
    taken_back_at = models.DateTimeField(_("taken back"), null=True, blank=True)
    taken_back_reason = models.CharField(_("reason"), max_length=300, blank=True)

    objects = ConcernQuerySet.as_manager()

    class Meta:
        verbose_name = _("concern")
        verbose_name_plural = _("concerns")
        constraints = [
            models.CheckConstraint(name="concern_kind_is_known", condition=Q(kind__in=ConcernKind.values)),
            models.CheckConstraint(name="concern_urgency_is_known", condition=Q(urgency__in=Urgency.values)),
            models.CheckConstraint(name="concern_is_of_a_mentor", condition=Q(part__in=MENTORS)),
            models.CheckConstraint(name="concern_says_what", condition=~Q(words="")),
            models.CheckConstraint(
                name="concern_has_days_to_be_answered", condition=Q(answer_by__gt=F("raised_on"))
            ),
            models.CheckConstraint(
                name="concern_answer_says_what_when_by_whom",
                condition=Q(answer="", answered_at=None, answered_by=None)
                | Q(answered_at__isnull=False, answered_by__isnull=False) & ~Q(answer=""),
                violation_error_message=_("Write the answer."),
            ),
            models.CheckConstraint(
                name="taking_back_a_concern_says_why",
                condition=Q(taken_back_at=None, taken_back_reason="")
                | Q(taken_back_at__isnull=False, answered_at=None) & ~Q(taken_back_reason=""),
                violation_error_message=_("Say why the concern is taken back."),
            ),
        ]
        indexes = [
            models.Index(
                name="concern_to_answer",
                fields=["case", "answer_by"],
                condition=Q(answered_at=None, taken_back_at=None),
            ),
            models.Index(name="concern_by_case", fields=["case", "-raised_at"]),
        ]

    def __str__(self) -> str:
        return f"concern {self.kind} (#{self.pk})"

    def tell(self, *, today: date) -> None:
        """Tell whoever must answer: on the site, and by one e-mail each that names nobody.

        In system scope: a mentor sees neither who is away nor what others are told.
        """
        with system_scope("concern", by=self.raised_by):
            readers = readers_of([self.case], today)[self.case_id] or list(who_may_do(self.case.unit_id))
            if not readers:
                raise ValidationError(_("Nobody in the unit can be told. Ring the unit."))
            Message.objects.tell(
                case=self.case,
                to=readers,
                kind=MessageKind.CONCERN_RAISED,
                about=self.name,
                by=self.raised_by,
                concern_kind=self.kind,
                date=self.answer_by.isoformat(),
            )
            for user in readers:
                if not user.email:
                    continue
                mail = Mail.objects.claim(user=user, kind=Told.CONCERN, event=self.name, day=today)
                if mail:
                    with override(user.language):
                        mail.write(mails.concern_raised(self.case, self.answer_by))

    def is_still_theirs(self, today: date) -> bool:
        """Whether whoever raised it is the person's mentor on that day: nobody else reads it as a mentor."""
        return (
            TeamMember.objects.mentors().on(today).filter(case=self.case_id, user=self.raised_by_id).exists()
        )

    def reply(self, *, answer: str, today: date, by: User, version: Seen | None = None) -> None:
        """Answer in words; the mentor is told, and of one who has left since whoever works on the case.

        StaleEdit if a colleague answered meanwhile, or it was taken back. Also on a closed case: the mentor asked.
        """
        with Case.changing([self.case], by=by):
            self._still_open(version)
            self.answer, self.answered_by, self.answered_at = answer.strip(), by, now()
            self._keep(Verb.CONCERN_ANSWERED, by=by, on=today)
            self._nobody_waits(by=by)
            is_theirs = self.is_still_theirs(today)
            Message.objects.tell(
                case=self.case,
                to=[self.raised_by] if is_theirs else self._desk(today=today, by=by),
                kind=MessageKind.CONCERN_ANSWERED if is_theirs else MessageKind.CONCERN_LEFT_BEHIND,
                about=self.name,
                by=by,
                concern_kind=self.kind,
            )

    def take_back(self, *, reason: str, today: date, by: User, version: Seen | None = None) -> None:
        """It was about somebody else, or is settled. The row stays. StaleEdit if it was answered meanwhile."""
        with Case.changing([self.case], by=by, reason=reason):
            self._still_open(version)
            self.taken_back_at, self.taken_back_reason = now(), reason.strip()
            self._keep(Verb.CONCERN_TAKEN_BACK, by=by, on=today)
            self._nobody_waits(by=by)

    @property
    def name(self) -> str:
        """How messages and mails name it."""
        return f"concern:{self.public_id}"

    def leave_line(self, verb: Verb, *, by: User, on: date) -> None:
        """One line on the case: which kind, and by when. The words stay with the concern."""
        words = {"concern_kind": self.kind, "date": self.answer_by.isoformat(), "concern": self.pk}
        self.case.write_line(verb, by=by, on=on, **words)

    def _keep(self, verb: Verb, *, by: User, on: date) -> None:
        self.full_clean()
        self.save()
        self.leave_line(verb, by=by, on=on)

    def _nobody_waits(self, *, by: User) -> None:
        """All who were told need not look any more. In system scope: what others are told is theirs to see."""
        with system_scope("concern", by=by):
            Message.objects.filter(kind=MessageKind.CONCERN_RAISED, about=self.name).settled()

    def _desk(self, *, today: date, by: User) -> list[User]:
        """Who speaks with the person now that the mentor has left: caseworker or team lead, but who answers knows."""
        with system_scope("concern", by=by):
            return [user for user in readers_of([self.case], today)[self.case_id] if user != by]

    def _still_open(self, version: Seen | None) -> None:
        """The lock of the case lets the second of two see what the first did."""
        read_again(self, version)
        if self.taken_back_at:
            raise ValidationError(_("This concern has been taken back meanwhile."))
        if self.answered_at:
            raise ValidationError(_("This concern has been answered meanwhile."))
