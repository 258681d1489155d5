from datetime import date
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from uuid6 import uuid7

from accounts.day import now
from accounts.models import User
from mentoring.verbs import Verb
from refugees.models import CanBeTakenBack, Case, Seen, TakenBackQuerySet

ACCEPTED, DECLINED = "accepted", "declined"


class MentorOfferQuerySet(TakenBackQuerySet):
    def newest_first(self) -> "MentorOfferQuerySet":
        """By the day of the offer."""
        return self.select_related("recorded_by").order_by("-offered_on", "-pk")

    def make(self, *, case: Case, on: date, today: date, by: User | None, **wishes: Any) -> "MentorOffer":
        """A mentor is offered to the person."""
        if on > today:
            raise ValidationError({"on": _("An offer is recorded on the day or later, not before.")})
        with Case.changing([case], by=by) as [locked]:
            locked.refuse_closed()
            offer = self.model(case=case, offered_on=on, recorded_by=by, **wishes)
            offer.full_clean()
            offer.save()
            offer.leave_line(self.model.OFFERED, by=by, on=on)
        return offer


class MentorOffer(CanBeTakenBack):
    """A mentor offered to a person, and what the person answered: what both kinds of mentor have in common.

    A kind says which of the lines of history are its own, and how their details are called.
    """

    OFFERED: ClassVar[Verb]
    ANSWERED: ClassVar[Verb]
    KEY_IN_LINES: ClassVar[str]
    ANSWER_IN_LINES: ClassVar[str]
    TAKEN_BACK_MEANWHILE = _("This offer has been taken back meanwhile.")

    public_id = models.UUIDField(default=uuid7, unique=True, editable=False)
    offered_on = models.DateField(_("offered"))
    answered_on = models.DateField(_("answered"), null=True, blank=True)
    reason = models.CharField(_("why not"), max_length=300, blank=True)
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    recorded_at = models.DateTimeField(default=now)

    objects = MentorOfferQuerySet.as_manager()

    class Meta:
        abstract = True

    def record_answer(
        self, *, answer: str, on: date, today: date, by: User, reason: str = "", version: Seen | None = None
    ) -> None:
        """What the person said. StaleEdit if it is not what the form was made from."""
        if on > today:
            raise ValidationError({"on": _("An answer is recorded on the day or later, not before.")})
        with Case.changing([self.case], by=by):
            self._still_stands(version)
            self.answer, self.answered_on = answer, on
            self.reason = reason.strip() if answer == DECLINED else ""
            self.full_clean()
            self.save(update_fields=["answer", "answered_on", "reason"])
            self.leave_line(self.ANSWERED, by=by, on=on)

    def leave_line(self, verb: Verb, *, by: User | None, on: date) -> None:
        """One line on the case: of which day and what was answered. Why not stays with the offer."""
        details = {self.KEY_IN_LINES: self.pk, self.ANSWER_IN_LINES: self.answer}
        self.case.write_line(verb, by=by, on=on, date=self.offered_on.isoformat(), **details)
