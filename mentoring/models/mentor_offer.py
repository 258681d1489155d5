from datetime import date
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.db.backends.postgresql.psycopg_any import DateRange
from django.db.models import F, Prefetch
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from uuid6 import uuid7

from accounts.day import now
from accounts.models import User
from mentoring.verbs import Verb
from refugees.models import CanBeTakenBack, Case, Seen, TakenBackQuerySet, TeamMember
from refugees.parts import Part

ACCEPTED, DECLINED = "accepted", "declined"


class MentorOfferQuerySet(TakenBackQuerySet):
    def newest(self) -> "MentorOfferQuerySet":
        """Of each case the offer that stands: what a person said to an earlier one holds no longer."""
        return self.standing().filter(replaced_at=None)

    def with_earlier(self) -> "MentorOfferQuerySet":
        """With, as `earlier`, what was answered before, newest first."""
        # Django names the history's class only after the model is made.
        answers = self.model.pgh_event_model.objects.filter(version__lt=F("pgh_obj__version"))
        answers = answers.exclude(answer="").order_by("pgh_obj_id", "-version", "-pgh_id")
        once_each = answers.distinct("pgh_obj_id", "version")
        return self.prefetch_related(Prefetch("events", once_each, to_attr="earlier"))

    def newest_first(self) -> "MentorOfferQuerySet":
        """By the day of the offer."""
        return self.select_related("recorded_by").order_by("-offered_on", "-pk")

    def make(self, *, case: Case, on: date, today: date, by: User | None, **wishes: Any) -> "MentorOffer":
        """A mentor is offered to the person. An offer that was answered before is replaced by it, and kept."""
        if on > today:
            raise ValidationError({"on": _("An offer is recorded on the day or later, not before.")})
        with Case.changing([case], by=by) as [locked]:
            locked.refuse_closed()
            if earlier := self.newest().filter(case=case).exclude(answer="").first():
                earlier.give_way_to(on)
            offer = self.model(case=case, offered_on=on, recorded_by=by, **wishes)
            offer.full_clean()
            offer.save()
            offer.leave_line(self.model.OFFERED, by=by, on=on)
        return offer


class MentorOffer(CanBeTakenBack):
    """A mentor offered to a person, and what the person answered: what both kinds of mentor have in common.

    Of each case one stands: an answered one may be followed by another, and says since when it is (`replaced_at`).
    A changed answer is a correction with a reason, which counts up `version`; the answer before stays in the history.
    A kind says which of the lines of history are its own, and how their details are called.
    """

    PART: ClassVar[Part]
    OFFERED: ClassVar[Verb]
    ANSWERED: ClassVar[Verb]
    ANSWER_CORRECTED: ClassVar[Verb]
    KEY_IN_LINES: ClassVar[str]
    ANSWER_IN_LINES: ClassVar[str]
    TAKEN_BACK_MEANWHILE = _("This offer has been taken back meanwhile.")

    public_id = models.UUIDField(default=uuid7, unique=True, editable=False)
    offered_on = models.DateField(_("offered"))
    answered_on = models.DateField(_("answered"), null=True, blank=True)
    reason = models.CharField(_("why not"), max_length=300, blank=True)
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    recorded_at = models.DateTimeField(default=now)
    replaced_at = models.DateTimeField(_("replaced"), null=True, blank=True, editable=False)
    version = models.PositiveIntegerField(default=1, editable=False)

    objects = MentorOfferQuerySet.as_manager()

    class Meta:
        abstract = True

    def mentors(self, today: date) -> models.QuerySet[TeamMember]:
        """Who is the person's mentor of this kind on that day, or will be."""
        there = DateRange(today, None)
        members = TeamMember.objects.filter(case=self.case_id, part=self.PART, during__overlap=there)
        return members.select_related("case", "user").order_by("during")

    def record_answer(
        self,
        *,
        answer: str,
        on: date,
        today: date,
        by: User | None,
        reason: str = "",
        correction_reason: str = "",
        ends_mentor: bool = False,
        version: Seen | None = None,
    ) -> None:
        """What the person said; where something else was recorded before, why that is corrected.

        Whoever wants no mentor keeps none: the time of one who is on the case ends with the answer, which has to be
        said (`ends_mentor`). StaleEdit if the offer is not what the form was made from.
        """
        if on > today:
            raise ValidationError({"on": _("An answer is recorded on the day or later, not before.")})
        with Case.changing([self.case], by=by):
            self._still_stands(version)
            self._was_not_replaced()
            is_correction = bool(self.answer)
            if is_correction and not correction_reason.strip():
                raise ValidationError({"correction_reason": _("Say why the answer is changed.")})
            self.answer, self.answered_on, self.version = answer, on, self.version + 1
            self.reason = reason.strip() if answer == DECLINED else ""
            self.correction_reason = correction_reason.strip() if is_correction else ""
            self.full_clean()
            self.save()
            self.leave_line(self.ANSWER_CORRECTED if is_correction else self.ANSWERED, by=by, on=on)
            if answer == DECLINED:
                self._let_go(today=today, by=by, ends_mentor=ends_mentor)

    def take_back(self, *, reason: str, on: date, by: User, version: Seen | None = None) -> None:
        """There was no such offer. The one that it replaced stands again."""
        with Case.changing([self.case], by=by):
            super().take_back(reason=reason, on=on, by=by, version=version)
            others = type(self).objects.standing().filter(case=self.case_id)
            if not self.replaced_at and (before := others.order_by("offered_on", "pk").last()):
                before.replaced_at = None
                before.save(update_fields=["replaced_at"])

    def give_way_to(self, on: date) -> None:
        """Another offer, of that day, follows this one; part of making it."""
        if on < self.offered_on:
            words = _("A mentor was offered on %(date)s already; an earlier offer cannot follow it.")
            raise ValidationError({"on": words % {"date": date_format(self.offered_on)}})
        self.replaced_at = now()
        self.save(update_fields=["replaced_at"])

    def leave_line(self, verb: Verb, *, by: User | None, on: date) -> None:
        """One line on the case: of which day and what was answered. Why not stays with the offer."""
        details = {
            self.KEY_IN_LINES: self.pk,
            self.ANSWER_IN_LINES: self.answer,
            "version": self.version,
        }
        self.case.write_line(verb, by=by, on=on, date=self.offered_on.isoformat(), **details)

    def _was_not_replaced(self) -> None:
        if self.replaced_at:
            raise ValidationError(_("A mentor was offered again since then. What was said to that counts."))

    def _let_go(self, *, today: date, by: User | None, ends_mentor: bool) -> None:
        """End the time of the mentor whom the person does not want."""
        for member in self.mentors(today):
            if not ends_mentor:
                words = _("%(name)s is the person's mentor. Say that their time ends with the answer.")
                raise ValidationError({"ends_mentor": words % {"name": member.user.name}})
            member.leave(on=max(today, member.during.lower), by=by)
