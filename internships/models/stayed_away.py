from datetime import date

import pghistory
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from uuid6 import uuid7

from accounts.day import now
from accounts.models import User
from internships.away_deadlines import told_of_illness
from internships.away_verbs import AwayVerb
from internships.models.stayed_away_rules import Ground, ToldBy, rules_of_days
from refugees.attended import Attended, AttendedKind
from refugees.days import refuse_days_to_come
from refugees.models import Case, Seen, read_again


class StayedAwayQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "StayedAwayQuerySet":
        """On cases that this person sees whole."""
        return self.filter(case__in=Case.objects.whole_for(user))

    def standing(self) -> "StayedAwayQuerySet":
        """Not taken back as a mistake."""
        return self.filter(taken_back_at=None)

    def latest_first(self) -> "StayedAwayQuerySet":
        """The latest first, with what was decided, ready for a list."""
        return self.select_related("case", "decision").order_by("-first_on", "-pk")

    def record(
        self,
        *,
        case: Case,
        attended: Attended,
        first_on: date,
        last_on: date | None,
        told_by: str,
        told_on: date,
        today: date,
        by: User,
        explanation: str = "",
        source_key: str = "",
    ) -> "StayedAway":
        """Somebody told the City that a person stayed away from a measure or a class."""
        away = self.model(case=case, recorded_by=by, source_key=source_key)
        with Case.changing([case], by=by):
            away.hold(
                attended=attended,
                first_on=first_on,
                last_on=last_on,
                told_by=told_by,
                told_on=told_on,
                explanation=explanation,
                today=today,
            )
            away.save()
            away.leave_line(AwayVerb.TOLD, by=by, on=told_on)
        return away


@pghistory.track()
class StayedAway(models.Model):
    """Days on which a person stayed away from a measure or a Danish class; not a colleague's day off.

    A caseworker judges whether there was a reasonable ground (AKL §§ 35-40 a, LBK 1004/2025). With one the matter is
    closed; without one a hearing may follow (StayedAwayDecision). Nothing follows by itself.
    """

    public_id = models.UUIDField(default=uuid7, unique=True, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="stayed_away")
    # By the name that the pillar of the measure or class gives it (refugees/attended.py), and as it was called then.
    attended = models.UUIDField(_("from what"))
    attended_kind = models.CharField(max_length=14, choices=AttendedKind)
    attended_name = models.CharField(max_length=200)
    first_on = models.DateField(_("first day away"))
    last_on = models.DateField(_("last day away"))
    told_by = models.CharField(_("told by"), max_length=10, choices=ToldBy)
    told_on = models.DateField(_("told on"))
    explanation = models.CharField(_("what the person says"), max_length=1000, blank=True)
    ground = models.CharField(_("reasonable ground"), max_length=10, choices=Ground, blank=True)
    ground_reason = models.CharField(_("why it was judged so"), max_length=1000, blank=True)
    judged_on = models.DateField(_("judged on"), null=True, blank=True)
    judged_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    # Of what came from the City's system of record: by it a row that comes again is known.
    source_key = models.CharField(max_length=80, blank=True, editable=False)
    recorded_at = models.DateTimeField(default=now)
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    version = models.PositiveIntegerField(default=1, editable=False)
    correction_reason = models.CharField(_("reason"), max_length=300, blank=True)
    taken_back_at = models.DateTimeField(_("taken back"), null=True, blank=True)

    objects = StayedAwayQuerySet.as_manager()

    class Meta:
        verbose_name = _("days away from a measure or class")
        verbose_name_plural = _("days away from measures and classes")
        constraints = rules_of_days()
        indexes = [models.Index(name="stayed_away_by_case", fields=["case", "-first_on"])]

    def __str__(self) -> str:
        return f"stayed away {self.first_on} (#{self.pk})"

    @property
    def told_late_words(self) -> str:
        """What the order on illness says to the day on which the City heard of it."""
        return told_of_illness(self.first_on, self.told_on)

    def hold(
        self,
        *,
        attended: Attended,
        first_on: date,
        last_on: date | None,
        told_by: str,
        told_on: date,
        explanation: str,
        today: date,
    ) -> None:
        """Take these facts on; nothing is saved yet."""
        self.attended, self.attended_kind = attended.key, attended.kind
        self.attended_name = attended.name[:200]
        self.first_on, self.last_on = first_on, last_on or first_on
        self.told_by, self.told_on, self.explanation = told_by, told_on, explanation.strip()
        refuse_days_to_come(today, first_on=self.first_on, last_on=self.last_on, told_on=told_on)
        if not (attended.lies_on(self.first_on) and attended.lies_on(self.last_on)):
            raise ValidationError(
                {"first_on": _("The person did not attend it on those days, as its first and last day say.")}
            )
        self.full_clean()

    def correct(
        self, *, reason: str, today: date, by: User, version: Seen | None = None, **facts: object
    ) -> None:
        """It was otherwise: other days, another telling. What stood before stays in the history, with the reason.

        StaleEdit if the row is not what the form, by its `version`, was made from; so do the verbs below.
        """
        if not reason.strip():
            raise ValidationError({"reason": _("Say why.")})
        with Case.changing([self.case], by=by, reason=reason):
            self.still_open(version)
            was, self.correction_reason = self.first_on, reason.strip()
            self.version += 1
            self.hold(today=today, **facts)
            self.save()
            self.leave_line(AwayVerb.CORRECTED, by=by, on=self.told_on, was=was.isoformat())

    def keep_source_key(self, key: str, *, by: User) -> None:
        """The City's system of record has it too, by this key. It leaves no line: what happened stays the same."""
        if self.source_key or not key:
            return
        with Case.changing([self.case], by=by):
            self.source_key = key
            self.full_clean()
            self.save(update_fields=["source_key"])

    def judge(
        self,
        *,
        ground: str,
        ground_reason: str,
        judged_on: date,
        today: date,
        by: User,
        version: Seen | None = None,
    ) -> None:
        """A caseworker judges whether there was a reasonable ground. Said again until a hearing begins."""
        with Case.changing([self.case], by=by):
            self.still_open(version)
            refuse_days_to_come(today, judged_on=judged_on)
            self.ground, self.ground_reason = ground, ground_reason.strip()
            self.judged_on, self.judged_by = judged_on, by
            self.version += 1
            self.full_clean()
            self.save(update_fields=["ground", "ground_reason", "judged_on", "judged_by", "version"])
            self.leave_line(AwayVerb.JUDGED, by=by, on=judged_on, away_ground=ground)

    def take_back(self, *, reason: str, today: date, by: User, version: Seen | None = None) -> None:
        """Nobody stayed away: the row stays, nothing can follow from it."""
        with Case.changing([self.case], by=by, reason=reason):
            self.still_open(version)
            self.taken_back_at, self.correction_reason = now(), reason.strip()
            self.version += 1
            self.full_clean()
            self.save(update_fields=["taken_back_at", "correction_reason", "version"])
            self.leave_line(AwayVerb.TAKEN_BACK, by=by, on=today)

    def still_open(self, version: Seen | None) -> None:
        """The lock of the case lets the second of two see what the first did."""
        read_again(self, version)
        if self.taken_back_at:
            raise ValidationError(_("It has been taken back meanwhile."))
        if StayedAway.objects.filter(pk=self.pk, decision__isnull=False).exists():
            raise ValidationError(_("The hearing has begun. The days stand as its letter says them."))

    def leave_line(self, verb: AwayVerb, *, by: User, on: date, **more: str) -> None:
        """One line on the case: the first day, and where the history keeps what was said then."""
        details = {"date": self.first_on.isoformat(), "stayed_away": self.pk, "version": self.version}
        self.case.write_line(verb, by=by, on=on, **(details | more))
