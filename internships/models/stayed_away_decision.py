from collections.abc import Iterable
from datetime import date

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from uuid6 import uuid7

from accounts.day import now
from accounts.models import User
from internships.away_deadlines import LOOK_AGAIN, NEAR
from internships.away_verbs import AwayVerb
from internships.models.stayed_away import StayedAway
from internships.models.stayed_away_rules import (
    Consequence,
    Ground,
    InformedBy,
    Law,
    Reassessment,
    rules_of_decision,
)
from refugees.days import refuse_days_to_come
from refugees.models import Case, Seen, read_again


class StayedAwayDecisionQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "StayedAwayDecisionQuerySet":
        """On cases that this person sees whole."""
        return self.filter(case__in=Case.objects.whole_for(user))

    def due(self, today: date) -> "StayedAwayDecisionQuerySet":
        """Those in which it is the City's turn: to decide after the hearing, to look again after a complaint."""
        to_decide = Q(decided_on=None) & (Q(answered_on__isnull=False) | Q(answer_by__lt=today))
        to_look_again = Q(reassessed_on=None, complained_on__lte=today + NEAR - LOOK_AGAIN)
        return self.filter(to_decide | to_look_again)

    def hear(
        self,
        *,
        away: StayedAway,
        heard_on: date,
        heard_about: str,
        answer_by: date,
        today: date,
        by: User,
        version: Seen | None = None,
    ) -> "StayedAwayDecision":
        """Begin the hearing (FVL § 19): the letter says what the City means to rest a decision on."""
        with Case.changing([away.case], by=by):
            away.still_open(version)
            if away.ground != Ground.NONE:
                raise ValidationError(_("A hearing follows once no reasonable ground was found."))
            refuse_days_to_come(today, heard_on=heard_on)
            if heard_on < away.judged_on:
                raise ValidationError({"heard_on": _("The hearing follows the judgement, not before it.")})
            decision = self.model(case=away.case, away=away, heard_on=heard_on, heard_by=by)
            decision.heard_about, decision.answer_by = heard_about.strip(), answer_by
            decision.full_clean()
            decision.save()
            decision.leave_line(AwayVerb.HEARD, by=by, on=heard_on, answer_by=answer_by.isoformat())
        return decision


@pghistory.track()
class StayedAwayDecision(models.Model):
    """What a caseworker does about days away without a reasonable ground: hearing, decision, letter, complaint.

    Each step has its day and who took it. No step follows from another by itself, and a decision that burdens the
    person cannot be stored without hearing, notice beforehand, reasons and law (FVL §§ 19, 22-25).
    """

    public_id = models.UUIDField(default=uuid7, unique=True, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    away = models.OneToOneField(StayedAway, on_delete=models.PROTECT, related_name="decision")
    heard_on = models.DateField(_("date of the hearing letter"))
    heard_about = models.CharField(_("what the decision may rest on"), max_length=2000)
    answer_by = models.DateField(_("answer by"))
    heard_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    informed_on = models.DateField(_("told in writing beforehand on"), null=True, blank=True)
    informed_by = models.CharField(_("in what"), max_length=10, choices=InformedBy, blank=True)
    answered_on = models.DateField(_("answered on"), null=True, blank=True)
    answer = models.CharField(_("answer"), max_length=2000, blank=True)
    consequence = models.CharField(_("decision"), max_length=10, choices=Consequence, blank=True)
    reasons = models.CharField(_("reasons"), max_length=4000, blank=True)
    laws = ArrayField(models.CharField(max_length=12, choices=Law), default=list, blank=True)
    law_text = models.CharField(_("exactly which provisions"), max_length=500, blank=True)
    decided_on = models.DateField(_("decided on"), null=True, blank=True)
    decided_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    arrived_on = models.DateField(_("letter arrived on"), null=True, blank=True)
    complained_on = models.DateField(_("complaint came on"), null=True, blank=True)
    complaint = models.CharField(_("what the complaint says"), max_length=2000, blank=True)
    reassessment = models.CharField(_("looked at again"), max_length=8, choices=Reassessment, blank=True)
    reassessment_reasons = models.CharField(_("why"), max_length=2000, blank=True)
    reassessed_on = models.DateField(_("looked at again on"), null=True, blank=True)
    reassessed_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    sent_on = models.DateField(_("sent on to the appeals board on"), null=True, blank=True)
    recorded_at = models.DateTimeField(default=now)

    objects = StayedAwayDecisionQuerySet.as_manager()

    class Meta:
        verbose_name = _("decision about days away")
        verbose_name_plural = _("decisions about days away")
        constraints = rules_of_decision()
        indexes = [models.Index(name="away_decision_by_case", fields=["case"])]

    def __str__(self) -> str:
        return f"decision about days away {self.heard_on} (#{self.pk})"

    def inform(
        self, *, informed_on: date, informed_by: str, today: date, by: User, version: Seen | None = None
    ) -> None:
        """When, and in which writing, the person was told beforehand what staying away can lead to.

        StaleEdit if the row is not what the form, by its `version`, was made from; so do the verbs below.
        """
        with Case.changing([self.case], by=by):
            self._unsent(version)
            if informed_on > self.away.first_on:
                raise ValidationError(
                    {"informed_on": _("Beforehand means on the first day away at the latest.")}
                )
            self.informed_on, self.informed_by = informed_on, informed_by
            self._keep("informed_on", "informed_by")
            self.leave_line(AwayVerb.INFORMED, by=by, on=today, day=informed_on.isoformat())

    def record_answer(
        self, *, answered_on: date, answer: str, today: date, by: User, version: Seen | None = None
    ) -> None:
        """What the person answered to the hearing letter, also after its day; before a decision it counts."""
        with Case.changing([self.case], by=by):
            self._unsent(version)
            refuse_days_to_come(today, answered_on=answered_on)
            self.answered_on, self.answer = answered_on, answer.strip()
            self._keep("answered_on", "answer")
            self.leave_line(AwayVerb.ANSWERED, by=by, on=answered_on)

    def decide(
        self,
        *,
        consequence: str,
        decided_on: date,
        today: date,
        by: User,
        reasons: str = "",
        laws: Iterable[str] = (),
        law_text: str = "",
        version: Seen | None = None,
    ) -> None:
        """A caseworker decides. One that burdens the person needs notice, hearing, reasons and law.

        Put right until the letter has reached the person; the history keeps what was decided before.
        """
        with Case.changing([self.case], by=by):
            self._unsent(version)
            refuse_days_to_come(today, decided_on=decided_on)
            self.consequence, self.reasons = consequence, reasons.strip()
            self.laws, self.law_text = list(laws), law_text.strip()
            self.decided_on, self.decided_by = decided_on, by
            self._keep("consequence", "reasons", "laws", "law_text", "decided_on", "decided_by")
            self.leave_line(AwayVerb.DECIDED, by=by, on=decided_on, consequence=consequence)

    def arrive(self, *, arrived_on: date, today: date, by: User, version: Seen | None = None) -> None:
        """The day on which the letter was there for the person: the time to complain runs from it."""
        with Case.changing([self.case], by=by):
            self._decided(version)
            refuse_days_to_come(today, arrived_on=arrived_on)
            self.arrived_on = arrived_on
            self._keep("arrived_on")
            self.leave_line(AwayVerb.ARRIVED, by=by, on=today, day=arrived_on.isoformat())

    def complain(
        self, *, complained_on: date, complaint: str, today: date, by: User, version: Seen | None = None
    ) -> None:
        """The person complains. Also one that comes late is taken in; whether it counts is not decided here."""
        with Case.changing([self.case], by=by):
            self._decided(version)
            if self.reassessed_on:
                raise ValidationError(_("The complaint has been looked at already."))
            refuse_days_to_come(today, complained_on=complained_on)
            self.complained_on, self.complaint = complained_on, complaint.strip()
            self._keep("complained_on", "complaint")
            self.leave_line(AwayVerb.COMPLAINED, by=by, on=complained_on)

    def reassess(
        self,
        *,
        reassessment: str,
        reassessment_reasons: str,
        reassessed_on: date,
        today: date,
        by: User,
        version: Seen | None = None,
    ) -> None:
        """The City looks at its decision again, within four weeks of the complaint."""
        with Case.changing([self.case], by=by):
            self._decided(version)
            if self.sent_on:
                raise ValidationError(_("The complaint has been sent on meanwhile: it is no longer ours."))
            refuse_days_to_come(today, reassessed_on=reassessed_on)
            self.reassessment, self.reassessment_reasons = reassessment, reassessment_reasons.strip()
            self.reassessed_on, self.reassessed_by = reassessed_on, by
            self._keep("reassessment", "reassessment_reasons", "reassessed_on", "reassessed_by")
            self.leave_line(AwayVerb.REASSESSED, by=by, on=reassessed_on, reassessment=reassessment)

    def send_on(self, *, sent_on: date, today: date, by: User, version: Seen | None = None) -> None:
        """The City stands by its decision, wholly or in part, and sends the complaint to the appeals board."""
        with Case.changing([self.case], by=by):
            self._decided(version)
            refuse_days_to_come(today, sent_on=sent_on)
            self.sent_on = sent_on
            self._keep("sent_on")
            self.leave_line(AwayVerb.SENT_ON, by=by, on=sent_on)

    @property
    def due_on(self) -> date:
        """Since when it can be decided; after a complaint the last day to look again."""
        if self.complained_on:
            return self.complained_on + LOOK_AGAIN
        return self.answered_on or self.answer_by

    @property
    def due_words(self) -> Promise:
        """What the City has to do, of those that are due."""
        return _("Look at the decision again") if self.complained_on else _("Decide about the days away")

    @property
    def law_words(self) -> str:
        """The acts that the decision rests on, in one line."""
        return "; ".join(str(Law(each).label) for each in self.laws)

    def _unsent(self, version: Seen | None) -> None:
        read_again(self, version)
        if self.arrived_on or self.complained_on:
            raise ValidationError(_("The decision has reached the person. What comes now is a complaint."))

    def _decided(self, version: Seen | None) -> None:
        read_again(self, version)
        if not self.decided_on:
            raise ValidationError(_("Nothing has been decided yet."))

    def _keep(self, *names: str) -> None:
        self.full_clean()
        self.save(update_fields=names)

    def leave_line(self, verb: AwayVerb, *, by: User, on: date, **more: str) -> None:
        """One line on the case, without what was said."""
        self.away.leave_line(verb, by=by, on=on, **more)
