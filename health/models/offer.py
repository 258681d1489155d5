from datetime import date, timedelta

import pghistory
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from accounts.day import now
from accounts.models import User
from goals.reckoning import plus_months
from health.models.base import (
    Decider,
    HealthQuerySet,
    HealthRow,
    Interpreter,
    interpreter_rules,
    refuse_future,
    refuse_wrong_decider,
)
from health.secret import SecretText
from refugees.models import Case, Seen, read_again

# A decline can be withdrawn within five years (domain facts 0.6). From when they count the source does not say: we
# count from the decline, which takes a chance from nobody. The database knows them as days, two of them leap days.
MONTHS_TO_WITHDRAW = 12 * 5
MOST_DAYS_TO_WITHDRAW = timedelta(days=5 * 365 + 2)


class Way(models.TextChoices):
    """How the assessment was offered."""

    IN_PERSON = "in-person", _("In person")
    PHONE = "phone", _("By telephone")
    DIGITAL = "digital", _("Digitally")
    LETTER = "letter", _("By letter")


class HealthAnswer(models.TextChoices):
    """What became of an offer. The assessment is voluntary."""

    OPEN = "", _("Not answered")
    ACCEPTED = "accepted", _("Accepted")
    DECLINED = "declined", _("Declined")


class HealthOfferQuerySet(HealthQuerySet):
    def standing(self) -> "HealthOfferQuerySet":
        """Not taken back as a mistake."""
        return self.filter(taken_back_at=None)

    def accepted(self) -> "HealthOfferQuerySet":
        """Those the person said yes to, if only later."""
        said_yes = Q(answer=HealthAnswer.ACCEPTED) | Q(decline_withdrawn_on__isnull=False)
        return self.standing().filter(said_yes)

    def make(
        self,
        *,
        case: Case,
        offered_on: date,
        way: str,
        interpreter: str,
        is_not_family: bool,
        today: date,
        by: User | None,
    ) -> "HealthOffer":
        """Offer somebody a health assessment. The offer keeps the promise; the answer is the person's own."""
        refuse_future("offered_on", offered_on, today)
        with Case.changing([case], by=by):
            offer = self.model(
                case=case,
                offered_on=offered_on,
                way=way,
                interpreter=interpreter,
                is_not_family=is_not_family,
                recorded_by=by,
            )
            offer.full_clean()
            offer.save()
        return offer


@pghistory.track()
class HealthOffer(HealthRow):
    """A health assessment offered to one person on one day, as it is to everybody, and what the answer was."""

    offered_on = models.DateField(_("offered on"))
    way = models.CharField(_("how"), max_length=12, choices=Way)
    interpreter = models.CharField(_("interpreter"), max_length=12, choices=Interpreter)
    is_not_family = models.BooleanField(_("the interpreter is not close family"), default=False)
    answer = models.CharField(_("answer"), max_length=12, choices=HealthAnswer, blank=True)
    answered_on = models.DateField(_("answered on"), null=True, blank=True)
    decided_by = models.CharField(_("who answered"), max_length=20, choices=Decider, blank=True)
    answer_reason = SecretText(_("what was said"), max_length=1000, blank=True)
    decline_withdrawn_on = models.DateField(_("said yes after all on"), null=True, blank=True)
    taken_back_at = models.DateTimeField(_("taken back"), null=True, blank=True)
    taken_back_reason = SecretText(_("reason"), max_length=300, blank=True)

    objects = HealthOfferQuerySet.as_manager()

    class Meta:
        verbose_name = _("offer of a health assessment")
        verbose_name_plural = _("offers of health assessments")
        constraints = [
            models.CheckConstraint(name="health_offer_way_is_known", condition=Q(way__in=Way.values)),
            *interpreter_rules("health_offer"),
            models.UniqueConstraint(
                name="one_unanswered_health_offer",
                fields=["case"],
                condition=Q(answer="", taken_back_at=None),
                violation_error_message=_("The last offer has not been answered yet."),
            ),
            models.CheckConstraint(
                name="health_answer_says_when_and_by_whom",
                condition=Q(answer="", answered_on=None, decided_by="")
                | Q(
                    answer__in=[HealthAnswer.ACCEPTED, HealthAnswer.DECLINED],
                    answered_on__isnull=False,
                    answered_on__gte=F("offered_on"),
                    decided_by__in=Decider.values,
                ),
                violation_error_message=_("An answer has a date, not before the offer was made."),
            ),
            models.CheckConstraint(
                name="health_decline_withdrawn_within_five_years",
                condition=Q(decline_withdrawn_on=None)
                | Q(
                    answer=HealthAnswer.DECLINED,
                    answered_on__isnull=False,
                    decline_withdrawn_on__gte=F("answered_on"),
                    decline_withdrawn_on__lte=F("answered_on") + MOST_DAYS_TO_WITHDRAW,
                ),
                violation_error_message=_(
                    "A decline can be withdrawn within five years, not before it was given."
                ),
            ),
            models.CheckConstraint(
                name="health_offer_taken_back_says_why",
                condition=Q(taken_back_at=None) | Q(taken_back_reason__isnull=False),
                violation_error_message=_("Say why the offer is taken back."),
            ),
        ]
        indexes = [models.Index(name="health_offer_by_case", fields=["case", "offered_on"])]

    @property
    def is_accepted(self) -> bool:
        """Whether the person wants it, if only after all."""
        return self.answer == HealthAnswer.ACCEPTED or self.decline_withdrawn_on is not None

    @property
    def is_declined(self) -> bool:
        """Whether the last word was no."""
        return self.answer == HealthAnswer.DECLINED and self.decline_withdrawn_on is None

    def record_answer(
        self,
        *,
        answer: str,
        decided_by: str,
        on: date,
        today: date,
        by: User | None,
        reason: str = "",
        version: Seen | None = None,
    ) -> None:
        """Record what the answer was, and who gave it.

        StaleEdit if the offer is not what the form, by its `version`, was made from; so do the verbs below.
        """
        refuse_future("answered_on", on, today)
        refuse_wrong_decider(self.case.person, decided_by, on)
        with Case.changing([self.case], by=by):
            self._still_stands(version)
            if self.answer:
                raise ValidationError(_("This offer has been answered already."))
            self.answer, self.answered_on, self.decided_by = answer, on, decided_by
            self.answer_reason = reason.strip()
            self.full_clean()
            self.save(update_fields=["answer", "answered_on", "decided_by", "answer_reason"])

    def withdraw_decline(
        self, *, on: date, today: date, by: User | None, version: Seen | None = None
    ) -> None:
        """The person says yes after all, within five years."""
        refuse_future("decline_withdrawn_on", on, today)
        with Case.changing([self.case], by=by):
            self._still_stands(version)
            if self.answered_on and on > plus_months(self.answered_on, MONTHS_TO_WITHDRAW):
                raise ValidationError(
                    {"decline_withdrawn_on": _("A decline can be withdrawn within five years.")}
                )
            self.decline_withdrawn_on = on
            self.full_clean()
            self.save(update_fields=["decline_withdrawn_on"])

    def take_back(self, *, reason: str, by: User | None, version: Seen | None = None) -> None:
        """No such offer was made: it stays, marked, and keeps no promise."""
        with Case.changing([self.case], by=by):
            self._still_stands(version)
            if self.referrals.exists():
                raise ValidationError(
                    _("The person has been referred on this offer: it cannot be taken back.")
                )
            self.taken_back_at, self.taken_back_reason = now(), reason.strip()
            self.full_clean()
            self.save(update_fields=["taken_back_at", "taken_back_reason"])

    def _still_stands(self, version: Seen | None) -> None:
        """The lock of the case lets the second of two see what the first did."""
        read_again(self, version)
        if self.taken_back_at:
            raise ValidationError(_("This offer has been taken back: there is nothing to answer."))
