from datetime import date, timedelta

import pghistory
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from uuid6 import uuid7

from accounts.day import now
from accounts.models import User
from refugees.events import KeyEvent
from refugees.hours import FULL_TIME, in_hours
from refugees.models.case import Case
from refugees.models.occupation_rules import RULES
from refugees.models.stale import Seen, read_again
from refugees.occupation_kinds import MEASURES, GivesSu, OccupationEnding, OccupationKind
from refugees.occupation_verbs import OccupationVerb, corrected


class OccupationQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "OccupationQuerySet":
        """On cases that this person sees whole."""
        return self.filter(case__in=Case.objects.whole_for(user))

    def standing(self) -> "OccupationQuerySet":
        """Not taken back as a mistake."""
        return self.filter(taken_back_at=None)

    def going_on(self, day: date) -> "OccupationQuerySet":
        """Begun by that day, and not over before it."""
        return self.standing().filter(Q(last_on=None) | Q(last_on__gte=day), started_on__lte=day)

    def run_out(self, day: date) -> "OccupationQuerySet":
        """Whose agreed last day has passed without a recorded end: neither prolonged nor over, as far as is known."""
        return self.standing().filter(last_on=None, planned_last_on__lt=day)

    def doubts(self, *, case: Case, kind: str, on: date, minutes_a_week: int | None) -> list[str]:
        """What speaks against such a start and does not forbid it, in words: for whoever is about to record it."""
        found = []
        if minutes_a_week and minutes_a_week > FULL_TIME and kind not in MEASURES:
            words = _("%(hours)s a week is more than full time.")
            found.append(words % {"hours": in_hours(minutes_a_week)})
        going_on = self.standing().filter(Q(last_on=None) | Q(last_on__gte=on), case=case).in_order()
        for other in going_on:
            found.append(_("It goes on at the same time as: %(what)s.") % {"what": other.words})
        return found

    def in_order(self) -> "OccupationQuerySet":
        """As they began."""
        return self.order_by("started_on", "pk")

    def start(
        self,
        *,
        case: Case,
        kind: str,
        place: str,
        on: date,
        today: date,
        by: User | None,
        planned_last_on: date | None = None,
        minutes_a_week: int | None = None,
        consented_on: date | None = None,
        late_reason: str = "",
        source_key: str = "",
        gives_su: str = "",
    ) -> "Occupation":
        """The person began. Before the takeover a measure needs their consent; recorded long after, a reason.

        What began at a company is recorded by `Placement.objects.start`, which calls this.
        """
        with Case.changing([case], by=by):
            occupation = self.model(
                case=case,
                kind=kind,
                place=place.strip(),
                started_on=on,
                planned_last_on=planned_last_on,
                minutes_a_week=minutes_a_week,
                consented_on=consented_on,
                late_reason=late_reason.strip(),
                source_key=source_key,
                gives_su=gives_su,
                su_known_on=today if gives_su else None,
                recorded_by=by,
            )
            occupation.check_start(today)
            if on < today - timedelta(days=settings.START_BACKDATING_DAYS) and not occupation.late_reason:
                words = _("This began more than %(days)d days ago. Say why it is recorded only now.")
                raise ValidationError({"late_reason": words % {"days": settings.START_BACKDATING_DAYS}})
            occupation.full_clean()
            occupation.save()
            occupation.leave_line(OccupationVerb.STARTED, by=by, on=on)
        return occupation


@pghistory.track()
class Occupation(models.Model):
    """What somebody does on weekdays: an internship, a job, an education, from one day to another.

    A fact about the case that several pillars read. What is special about a company stands in its placement.
    """

    public_id = models.UUIDField(default=uuid7, unique=True, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="occupations")
    kind = models.CharField(_("kind"), max_length=20, choices=OccupationKind)
    # As it was called then: of a company that is renamed, the page of the company tells more.
    place = models.CharField(_("where"), max_length=160)
    started_on = models.DateField(_("started on"))
    last_on = models.DateField(_("last day"), null=True, blank=True)
    planned_last_on = models.DateField(_("agreed last day"), null=True, blank=True)
    ending = models.CharField(_("how it ended"), max_length=20, choices=OccupationEnding, blank=True)
    # Of another reason: which. "Other" alone tells nobody anything.
    ending_words = models.CharField(_("which other reason"), max_length=300, blank=True)
    minutes_a_week = models.PositiveSmallIntegerField(_("hours a week"), null=True, blank=True)
    # Of an education: what lasts is counted by it (Integration Act § 45(9)). Nobody is taken to know it by the school.
    gives_su = models.CharField(_("whether it gives SU"), max_length=3, choices=GivesSu, blank=True)
    su_known_on = models.DateField(_("known on"), null=True, blank=True)
    next_step = models.CharField(_("what comes next"), max_length=300, blank=True)
    next_step_on = models.DateField(_("decided on"), null=True, blank=True)
    consented_on = models.DateField(_("consent given on"), null=True, blank=True)
    late_reason = models.CharField(_("why it was recorded late"), max_length=300, blank=True)
    # Of what came from the City's system of record: by it a row that comes again is known.
    source_key = models.CharField(max_length=80, blank=True, editable=False)
    recorded_at = models.DateTimeField(default=now)
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    taken_back_at = models.DateTimeField(_("taken back"), null=True, blank=True)
    correction_reason = models.CharField(_("reason"), max_length=300, blank=True)

    objects = OccupationQuerySet.as_manager()

    class Meta:
        verbose_name = _("weekday occupation")
        verbose_name_plural = _("weekday occupations")
        constraints = RULES
        indexes = [
            models.Index(
                name="occupation_by_case", fields=["case", "started_on"], condition=Q(taken_back_at=None)
            )
        ]

    def __str__(self) -> str:
        return f"occupation {self.started_on} (#{self.pk})"

    @property
    def words(self) -> str:
        """What it is, where, and since when."""
        day = date_format(self.started_on, "DATE_FORMAT")
        words = {"kind": self.get_kind_display(), "place": self.place, "day": day}
        return gettext("%(kind)s, %(place)s, from %(day)s") % words

    def get_minutes_a_week_display(self) -> str:
        """As hours; nothing where nobody knows."""
        return in_hours(self.minutes_a_week) if self.minutes_a_week else ""

    def check_start(self, today: date) -> None:
        """Refuse a start that has not been, and a measure before the takeover that the person did not consent to."""
        if self.started_on > today:
            raise ValidationError({"started_on": _("A start is recorded on the day or later, not before.")})
        if self.kind not in MEASURES or self.consented_on:
            return
        takeover_on = self.case.date_of(KeyEvent.TAKEOVER)
        if takeover_on and self.started_on < takeover_on:
            words = _(
                "This is before the takeover. A measure then needs the person's consent: say when it was given."
            )
            raise ValidationError({"consented_on": words})

    def _still_stands(self, version: Seen | None) -> None:
        """The lock of the case lets the second of two see what the first did."""
        read_again(self, version)
        if self.taken_back_at:
            raise ValidationError(_("This start has been taken back meanwhile."))

    def end(
        self, *, on: date, ending: str, today: date, by: User, words: str = "", version: Seen | None = None
    ) -> None:
        """Record the last day and how it ended; of another reason, in `words` which.

        StaleEdit if the occupation is not what the form, by its `version`, was made from; so do the verbs below.
        """
        if on > today:
            raise ValidationError({"last_on": _("An end is recorded on the day or later, not before.")})
        with Case.changing([self.case], by=by):
            self._still_stands(version)
            self.last_on, self.ending, self.ending_words = on, ending, words.strip()
            self._keep("last_on", "ending", "ending_words")
            self.leave_line(OccupationVerb.ENDED, by=by, on=on, ending=ending)

    def plan_end(
        self, *, on: date | None, today: date, by: User, version: Seen | None = None, reason: str = ""
    ) -> None:
        """Agree on a last day, or on none any more: what comes next is to be decided before it.

        With a reason it was otherwise all along: a correction, which the state is told as one.
        """
        with Case.changing([self.case], by=by, reason=reason):
            self._still_stands(version)
            self.planned_last_on, self.correction_reason = on, reason or self.correction_reason
            self._keep("planned_last_on", "correction_reason")
            words = ({"date": on.isoformat()} if on else {}) | corrected(reason)
            verb = OccupationVerb.END_PLANNED if on else OccupationVerb.END_DROPPED
            self.leave_line(verb, by=by, on=today, **words)

    def state_hours(
        self, *, minutes: int | None, today: date, by: User, version: Seen | None = None, reason: str = ""
    ) -> None:
        """Say how many hours a week it is, or that nobody knows. With a reason it is a correction, as above."""
        with Case.changing([self.case], by=by, reason=reason):
            self._still_stands(version)
            self.minutes_a_week, self.correction_reason = minutes, reason or self.correction_reason
            self._keep("minutes_a_week", "correction_reason")
            words = {"minutes": minutes or 0} | corrected(reason)
            self.leave_line(OccupationVerb.HOURS_STATED, by=by, on=today, **words)

    def keep_source_key(self, key: str, *, by: User) -> None:
        """The City's system of record has it too, by this key. It leaves no line: what happened stays the same."""
        if self.source_key or not key:
            return
        with Case.changing([self.case], by=by):
            self.source_key = key
            self._keep("source_key")

    def state_su(
        self, *, gives_su: str, on: date | None, today: date, by: User, version: Seen | None = None
    ) -> None:
        """Say whether the education gives SU, and since when that is known; or that nobody knows."""
        if on and on > today:
            raise ValidationError({"su_known_on": _("What is known is recorded on the day or later.")})
        with Case.changing([self.case], by=by):
            self._still_stands(version)
            self.gives_su, self.su_known_on = gives_su, on if gives_su else None
            self._keep("gives_su", "su_known_on")
            self.leave_line(OccupationVerb.SU_STATED, by=by, on=self.su_known_on or today, gives_su=gives_su)

    def decide_next(self, *, text: str, on: date, today: date, by: User, version: Seen | None = None) -> None:
        """Say what comes after it, and when that was decided."""
        if on > today:
            words = _("A decision is recorded on the day or later, not before.")
            raise ValidationError({"next_step_on": words})
        with Case.changing([self.case], by=by):
            self._still_stands(version)
            self.next_step, self.next_step_on = text.strip(), on
            self._keep("next_step", "next_step_on")
            self.leave_line(OccupationVerb.NEXT_DECIDED, by=by, on=on)

    def take_next_back(self, *, reason: str, on: date, by: User, version: Seen | None = None) -> None:
        """Nothing was decided after all, or it no longer holds: the promise runs again."""
        if not reason.strip():
            raise ValidationError({"reason": _("Say why.")})
        with Case.changing([self.case], by=by, reason=reason):
            self._still_stands(version)
            self.next_step, self.next_step_on = "", None
            self._keep("next_step", "next_step_on")
            self.leave_line(OccupationVerb.NEXT_TAKEN_BACK, by=by, on=on)

    def correct_start(
        self,
        *,
        on: date,
        reason: str,
        today: date,
        by: User,
        consented_on: date | None = None,
        version: Seen | None = None,
    ) -> None:
        """The first day was another one. The old one stays in the history, with the reason."""
        if not reason.strip():
            raise ValidationError({"reason": _("Say why the start is corrected.")})
        with Case.changing([self.case], by=by, reason=reason):
            self._still_stands(version)
            was, self.started_on, self.correction_reason = self.started_on, on, reason
            self.consented_on = consented_on or self.consented_on
            self.check_start(today)
            self._keep("started_on", "correction_reason", "consented_on")
            words = {"was": was.isoformat(), "date": on.isoformat()}
            self.leave_line(OccupationVerb.START_CORRECTED, by=by, on=on, **words)

    def take_back(self, *, reason: str, on: date, by: User, version: Seen | None = None) -> None:
        """It did not begin after all: the row stays, the clocks run again."""
        with Case.changing([self.case], by=by, reason=reason):
            self._still_stands(version)
            self.taken_back_at, self.correction_reason = now(), reason
            self._keep("taken_back_at", "correction_reason")
            self.leave_line(OccupationVerb.TAKEN_BACK, by=by, on=on, was=self.started_on.isoformat())

    def _keep(self, *names: str) -> None:
        """Save what changed, if it may be."""
        self.full_clean()
        self.save(update_fields=names)

    def leave_line(self, verb: OccupationVerb, *, by: User | None, on: date, **more: str | int) -> None:
        """One line on the case: what kind it is of, and where the history keeps what was said then."""
        self.case.write_line(verb, by=by, on=on, kind=self.kind, occupation=self.pk, **more)
