from datetime import date

import pghistory
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from uuid6 import uuid7

from accounts.day import now
from accounts.models import User
from internships.doubt_verbs import DoubtVerb
from refugees.days import refuse_days_to_come
from refugees.models import CanBeTakenBack, Case, Seen, TakenBackQuerySet


class AvailabilityDoubtQuerySet(TakenBackQuerySet):
    def latest_first(self) -> "AvailabilityDoubtQuerySet":
        """The latest first, ready for a list."""
        return self.select_related("case", "recorded_by").order_by("-received_on", "-pk")

    def record(
        self, *, case: Case, received_on: date, received: str, today: date, by: User | None
    ) -> "AvailabilityDoubt":
        """The City received something from a public control that raises doubt. Nothing is decided by it."""
        with Case.changing([case], by=by):
            doubt = self.model(case=case, recorded_by=by)
            doubt.hold(received_on=received_on, received=received, today=today)
            doubt.save()
            doubt.leave_line(DoubtVerb.RECEIVED, by=by, on=received_on)
        return doubt


@pghistory.track()
class AvailabilityDoubt(CanBeTakenBack):
    """What the City received after a public control, and that raises doubt whether somebody is available for work.

    Within a week a talk follows, and within two weeks of it an offer, or the person is told to take part again in what
    was offered before (Integration Act § 27, LBK 1146/2020). Whether the doubt was right, people decide elsewhere.
    """

    TAKEN_BACK = DoubtVerb.TAKEN_BACK
    TAKEN_BACK_MEANWHILE = _("This doubt has been taken back meanwhile.")

    public_id = models.UUIDField(default=uuid7, unique=True, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="availability_doubts")
    received_on = models.DateField(_("received on"))
    received = models.CharField(_("what was received"), max_length=1000)
    sent_back_on = models.DateField(_("told to take part again on"), null=True, blank=True)
    sent_back_to = models.CharField(_("in what"), max_length=300, blank=True)
    recorded_at = models.DateTimeField(default=now)
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    objects = AvailabilityDoubtQuerySet.as_manager()

    class Meta:
        verbose_name = _("doubt about availability")
        verbose_name_plural = _("doubts about availability")
        constraints = [
            models.CheckConstraint(
                name="doubt_says_what_was_received",
                condition=~Q(received=""),
                violation_error_message=_("Say what was received."),
            ),
            models.CheckConstraint(
                name="taking_part_again_has_a_day_and_says_in_what",
                condition=Q(sent_back_on=None, sent_back_to="")
                | Q(sent_back_on__isnull=False, sent_back_on__gte=F("received_on")) & ~Q(sent_back_to=""),
                violation_error_message=_(
                    "Say in what the person is to take part again, and when that was said: not before the doubt."
                ),
            ),
            models.CheckConstraint(
                name="taking_back_a_doubt_says_why",
                condition=Q(taken_back_at=None) | ~Q(correction_reason=""),
                violation_error_message=_("Say why the doubt is taken back."),
            ),
        ]
        indexes = [models.Index(name="availability_doubt_by_case", fields=["case", "-received_on"])]

    def __str__(self) -> str:
        return f"doubt about availability {self.received_on} (#{self.pk})"

    def hold(self, *, received_on: date, received: str, today: date) -> None:
        """Take these facts on; nothing is saved yet."""
        self.received_on, self.received = received_on, received.strip()
        refuse_days_to_come(today, received_on=received_on)
        self.full_clean()

    def send_back(self, *, on: date, to: str, today: date, by: User, version: Seen | None = None) -> None:
        """Instead of another offer, the person is told to take part again in what was offered before (§ 27(2)).

        StaleEdit if the doubt is not what the form, by its `version`, was made from; so do the verbs below.
        """
        with Case.changing([self.case], by=by):
            self._still_stands(version)
            refuse_days_to_come(today, on=on)
            self.sent_back_on, self.sent_back_to = on, to.strip()
            self.full_clean()
            self.save(update_fields=["sent_back_on", "sent_back_to"])
            self.leave_line(DoubtVerb.SENT_BACK, by=by, on=on, day=on.isoformat())

    def correct(
        self,
        *,
        received_on: date,
        received: str,
        reason: str,
        today: date,
        by: User,
        version: Seen | None = None,
    ) -> None:
        """It was another day, or something else was received. What stood before stays in the history."""
        if not reason.strip():
            raise ValidationError({"reason": _("Say why the doubt is corrected.")})
        with Case.changing([self.case], by=by, reason=reason):
            self._still_stands(version)
            was, self.correction_reason = self.received_on, reason.strip()
            self.hold(received_on=received_on, received=received, today=today)
            self.save()
            self.leave_line(DoubtVerb.CORRECTED, by=by, on=received_on, was=was.isoformat())

    def leave_line(self, verb: DoubtVerb, *, by: User | None, on: date, **more: str) -> None:
        """One line on the case: the day. What was received stays with the doubt."""
        details = {"date": self.received_on.isoformat(), "doubt": self.pk} | more
        self.case.write_line(verb, by=by, on=on, **details)
