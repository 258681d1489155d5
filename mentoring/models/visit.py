from datetime import date, datetime, time

import pghistory
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from uuid6 import uuid7

from accounts.day import now
from accounts.models import User
from mentoring.verbs import MessageKind, Verb
from refugees.languages import label_of
from refugees.models import Case, Message, Seen, read_again

NOON = time(12)


class About(models.TextChoices):
    """What somebody drops in about."""

    JOB = "job", _("Job or internship")
    EDUCATION = "education", _("Education or Danish")
    MONEY = "money", _("Benefit and money")
    LETTER = "letter", _("A letter or a form")
    HOME = "home", _("The home")
    FAMILY = "family", _("Family and children")
    OTHER = "other", _("Something else")


class Outcome(models.TextChoices):
    """What came of it."""

    OPEN = "", _("Not ended")
    ANSWERED = "answered", _("Answered on the spot")
    BOOKED = "booked", _("An appointment was made")
    PASSED_ON = "passed-on", _("Passed on to the caseworker")
    SHOWN_ON = "shown-on", _("Shown on to somebody else")
    LEFT = "left", _("Left before anybody had time")


class VisitQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "VisitQuerySet":
        """On cases that this person sees whole."""
        return self.filter(case__in=Case.objects.whole_for(user))

    def standing(self) -> "VisitQuerySet":
        """Not taken back as a mistake."""
        return self.filter(taken_back_at=None)

    def waiting(self) -> "VisitQuerySet":
        """Those whom nobody has taken yet, who has waited longest first."""
        return self.standing().filter(ended_at=None, taken_at=None).order_by("arrived_at", "pk")

    def under_way(self) -> "VisitQuerySet":
        """Those who are talked with."""
        return self.standing().filter(ended_at=None, taken_at__isnull=False).order_by("taken_at", "pk")

    def ended_on(self, day: date) -> "VisitQuerySet":
        """Those that ended on that day, the latest first."""
        return self.standing().filter(ended_at__date=day).order_by("-ended_at", "-pk")

    def for_a_list(self) -> "VisitQuerySet":
        """With person and colleague."""
        return self.select_related("case__person", "taken_by")

    def arrive(self, *, case: Case, about: str, note: str = "", by: User | None) -> "Visit":
        """Somebody came in and waits. The City works with people whose case is open."""
        with Case.changing([case], by=by) as [locked]:
            locked.refuse_closed()
            visit = self.model(case=case, about=about, note=note.strip(), arrived_at=now(), recorded_by=by)
            visit.full_clean()
            visit.save()
            visit.leave_line(Verb.CAME, by=by)
        return visit

    def record(
        self,
        *,
        case: Case,
        on: date,
        about: str,
        outcome: str,
        today: date,
        by: User | None,
        note: str = "",
        said: str = "",
    ) -> "Visit":
        """Somebody was there and is gone: what it was about and what came of it, written afterwards."""
        if on > today:
            raise ValidationError({"on": _("A visit is recorded on the day or later, not before.")})
        moment = now() if on == today else datetime.combine(on, NOON, timezone.get_current_timezone())
        with Case.changing([case], by=by):
            visit = self.model(case=case, about=about, note=note.strip(), arrived_at=moment, recorded_by=by)
            visit.close(outcome=outcome, said=said, at=moment, by=by)
            visit.full_clean()
            visit.save()
            visit.leave_line(Verb.ENDED, by=by)
            visit.tell_caseworker(by=by, today=today)
        return visit


@pghistory.track()
class Visit(models.Model):
    """One visit to the open counselling: who came, what about, who talked with them, what came of it.

    The booklet's retention initiative "involves offering open counselling at the job centre". A visit waits, is taken
    by one colleague, and ends; whoever leaves unseen ends it too.
    """

    public_id = models.UUIDField(default=uuid7, unique=True, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="counselling_visits")
    about = models.CharField(_("about"), max_length=12, choices=About)
    note = models.CharField(_("in a few words"), max_length=300, blank=True)
    arrived_at = models.DateTimeField(_("came"))
    taken_at = models.DateTimeField(_("talked with from"), null=True, blank=True)
    taken_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    ended_at = models.DateTimeField(_("ended"), null=True, blank=True)
    outcome = models.CharField(_("what came of it"), max_length=12, choices=Outcome, blank=True)
    said = models.TextField(_("what was said and agreed"), max_length=4000, blank=True)
    recorded_at = models.DateTimeField(default=now)
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    correction_reason = models.CharField(_("reason"), max_length=300, blank=True)
    taken_back_at = models.DateTimeField(_("taken back"), null=True, blank=True)

    objects = VisitQuerySet.as_manager()

    class Meta:
        verbose_name = _("visit to open counselling")
        verbose_name_plural = _("visits to open counselling")
        constraints = [
            models.CheckConstraint(name="visit_about_is_known", condition=Q(about__in=About.values)),
            models.UniqueConstraint(
                name="one_visit_at_a_time",
                fields=["case"],
                condition=Q(ended_at=None, taken_back_at=None),
                violation_error_message=_("The person already stands in the queue."),
            ),
            models.CheckConstraint(
                name="visit_taken_after_arrival",
                condition=Q(taken_at=None, taken_by=None)
                | Q(taken_at__isnull=False, taken_by__isnull=False, taken_at__gte=F("arrived_at")),
            ),
            models.CheckConstraint(
                name="visit_end_says_what_came_of_it",
                condition=Q(ended_at=None, outcome="", said="")
                | Q(
                    ended_at__isnull=False,
                    ended_at__gte=F("arrived_at"),
                    outcome__in=[value for value in Outcome.values if value],
                ),
                violation_error_message=_("Say what came of it."),
            ),
            models.CheckConstraint(
                name="visit_ends_after_it_was_taken",
                condition=Q(ended_at=None) | Q(taken_at=None) | Q(ended_at__gte=F("taken_at")),
            ),
            models.CheckConstraint(
                name="taking_back_a_visit_says_why",
                condition=Q(taken_back_at=None) | ~Q(correction_reason=""),
                violation_error_message=_("Say why the visit is taken back."),
            ),
        ]
        indexes = [
            models.Index(name="visit_by_case", fields=["case", "-arrived_at"]),
            models.Index(
                name="visit_not_ended", fields=["arrived_at"], condition=Q(ended_at=None, taken_back_at=None)
            ),
        ]

    def __str__(self) -> str:
        return f"visit (#{self.pk})"

    @property
    def on(self) -> date:
        """The day of the visit."""
        return timezone.localdate(self.arrived_at)

    @property
    def interpreter(self) -> str:
        """In which language somebody must interpret; empty where nobody must."""
        language = self.case.person.interpreter
        return label_of(language) if language else ""

    def take(self, *, by: User, version: Seen | None = None) -> None:
        """This colleague talks with the person now. Of two who call the same person one does, the other is told."""
        with Case.changing([self.case], by=by):
            self._still_stands(version)
            if self.ended_at:
                raise ValidationError(_("This visit has ended meanwhile."))
            if self.taken_by_id:
                words = _("%(colleague)s already talks with this person.")
                raise ValidationError(words % {"colleague": self.taken_by.name})
            self.taken_at, self.taken_by = now(), by
            self.full_clean()
            self.save(update_fields=["taken_at", "taken_by"])

    def end(
        self, *, outcome: str, today: date, by: User, said: str = "", version: Seen | None = None
    ) -> None:
        """What came of it. Whoever ends a visit that nobody took has talked with the person, unless they left.

        StaleEdit if the visit is not what the form, by its `version`, was made from; so do the verbs below.
        """
        with Case.changing([self.case], by=by):
            self._still_stands(version)
            if self.ended_at:
                raise ValidationError(_("This visit has ended meanwhile."))
            self.close(outcome=outcome, said=said, at=now(), by=by)
            self.full_clean()
            self.save()
            self.leave_line(Verb.ENDED, by=by)
            self.tell_caseworker(by=by, today=today)

    def correct(
        self,
        *,
        about: str,
        note: str,
        outcome: str,
        said: str,
        reason: str,
        by: User,
        version: Seen | None = None,
    ) -> None:
        """It was about something else, or something else came of it. The history keeps what stood there before."""
        if not reason.strip():
            raise ValidationError({"reason": _("Say why the visit is corrected.")})
        with Case.changing([self.case], by=by, reason=reason):
            self._still_stands(version)
            self.about, self.note, self.correction_reason = about, note.strip(), reason.strip()
            self.close(outcome=outcome, said=said, at=self.ended_at or now(), by=by)
            self.full_clean()
            self.save()
            self.leave_line(Verb.CORRECTED, by=by)

    def take_back(self, *, reason: str, by: User, version: Seen | None = None) -> None:
        """There was no such visit: the row stays."""
        with Case.changing([self.case], by=by, reason=reason):
            self._still_stands(version)
            self.taken_back_at, self.correction_reason = now(), reason.strip()
            self.full_clean()
            self.save(update_fields=["taken_back_at", "correction_reason"])
            self.leave_line(Verb.TAKEN_BACK, by=by)

    def close(self, *, outcome: str, said: str, at: datetime, by: User | None) -> None:
        """Take the end on; nothing is saved yet."""
        self.outcome, self.said = outcome, said.strip()
        self.ended_at = at if outcome else None
        if by and outcome and outcome != Outcome.LEFT and self.taken_by is None:
            self.taken_at, self.taken_by = at, by

    def leave_line(self, verb: Verb, *, by: User | None) -> None:
        """One line on the case. What was said stays with the visit."""
        words = {"counselling_about": self.about, "counselling_outcome": self.outcome, "visit": self.pk}
        self.case.write_line(verb, by=by, on=self.on, date=self.on.isoformat(), **words)

    def tell_caseworker(self, *, by: User | None, today: date) -> None:
        """The caseworker reads what came of it, unless it was they who talked with the person."""
        if self.outcome != Outcome.LEFT:
            Message.objects.tell_caseworker(
                case=self.case,
                kind=MessageKind.DROPPED_IN,
                about=f"visit:{self.pk}",
                by=by,
                today=today,
                counselling_outcome=self.outcome,
            )

    def _still_stands(self, version: Seen | None) -> None:
        """The lock of the case lets the second of two see what the first did."""
        read_again(self, version)
        if self.taken_back_at:
            raise ValidationError(_("This visit has been taken back meanwhile."))
