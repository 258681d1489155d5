from datetime import date

import pghistory
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from uuid6 import uuid7

from accounts.day import now
from accounts.models import User
from internships.models.company import Company
from internships.models.production_unit import ProductionUnit
from internships.verbs import Verb
from refugees.models import Case, Seen, read_again


class OfferKind(models.TextChoices):
    """What counts as a company-oriented offer (Integration Act §§ 23 b, 23 c)."""

    INTERNSHIP = "internship", _("Company internship")
    WAGE_SUBSIDY = "wage-subsidy", _("Wage-subsidy job")


class Answer(models.TextChoices):
    """What became of an offer. Giving it, answering it and starting are three dates."""

    OPEN = "", _("Not answered")
    ACCEPTED = "accepted", _("Accepted")
    DECLINED = "declined", _("Declined by the person")
    WITHDRAWN = "withdrawn", _("Withdrawn by the company")


# On an offer with such an answer nobody starts.
GONE = (Answer.DECLINED, Answer.WITHDRAWN)


class OfferQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "OfferQuerySet":
        """Offers on cases that this person sees whole."""
        return self.filter(case__in=Case.objects.whole_for(user))

    def make(
        self,
        *,
        case: Case,
        company: Company,
        kind: str,
        offered_on: date,
        today: date,
        by: User | None,
        planned_start_on: date | None = None,
        unit: ProductionUnit | None = None,
    ) -> "Offer":
        """Offer somebody an internship or a wage-subsidy job. The offer, not the answer, meets the law's duty."""
        if offered_on > today:
            raise ValidationError({"offered_on": _("An offer cannot have been given in the future.")})
        with Case.changing([case], by=by):
            offer = self.model(
                case=case,
                company=company,
                unit=unit,
                kind=kind,
                offered_on=offered_on,
                planned_start_on=planned_start_on,
                recorded_by=by,
            )
            offer.full_clean()
            offer.save()
            case.write_line(Verb.OFFERED, by=by, on=offered_on, kind=kind, offer=offer.pk)
        return offer


@pghistory.track()
class Offer(models.Model):
    """A company-oriented offer given to one person on one day."""

    public_id = models.UUIDField(default=uuid7, unique=True, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="internship_offers")
    company = models.ForeignKey(Company, on_delete=models.PROTECT, related_name="offers")
    unit = models.ForeignKey(
        ProductionUnit, on_delete=models.PROTECT, null=True, blank=True, related_name="offers"
    )
    kind = models.CharField(_("kind"), max_length=20, choices=OfferKind, default=OfferKind.INTERNSHIP)
    offered_on = models.DateField(_("offered on"))
    planned_start_on = models.DateField(_("planned start"), null=True, blank=True)
    answer = models.CharField(_("answer"), max_length=12, choices=Answer, blank=True)
    answered_on = models.DateField(_("answered on"), null=True, blank=True)
    answer_reason = models.CharField(_("reason"), max_length=300, blank=True)
    recorded_at = models.DateTimeField(default=now)
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    objects = OfferQuerySet.as_manager()

    class Meta:
        verbose_name = _("offer of an internship")
        verbose_name_plural = _("offers of internships")
        constraints = [
            models.CheckConstraint(name="offer_kind_is_known", condition=Q(kind__in=OfferKind.values)),
            models.UniqueConstraint(
                name="one_unanswered_offer_per_case",
                fields=["case"],
                condition=Q(answer=""),
                violation_error_message=_("The last offer has not been answered yet."),
            ),
            models.CheckConstraint(
                name="offer_answer_and_date_go_together",
                condition=Q(answer="", answered_on=None)
                | Q(
                    answer__in=[Answer.ACCEPTED, Answer.DECLINED, Answer.WITHDRAWN],
                    answered_on__isnull=False,
                    answered_on__gte=F("offered_on"),
                ),
                violation_error_message=_("An answer has a date, not before the offer was given."),
            ),
            models.CheckConstraint(
                name="decline_says_why",
                condition=~Q(answer=Answer.DECLINED) | ~Q(answer_reason=""),
                violation_error_message=_("Say why the offer was declined."),
            ),
        ]

    def __str__(self) -> str:
        return f"offer {self.offered_on} (#{self.pk})"

    def record_answer(
        self, *, answer: str, on: date, today: date, by: User, reason: str = "", version: Seen | None = None
    ) -> None:
        """Record what became of the offer. A withdrawal by the company does not reset any clock.

        StaleEdit if the offer is not what the form, by its `version`, was made from; so does `plan_start`.
        """
        if on > today:
            raise ValidationError({"answered_on": _("An answer cannot have been given in the future.")})
        with Case.changing([self.case], by=by):
            read_again(self, version)
            if answer in GONE and self.placements.standing().exists():
                raise ValidationError(
                    {"answer": _("It has been started. Take the start back first if it was a mistake.")}
                )
            self.answer, self.answered_on, self.answer_reason = answer, on, reason
            self.full_clean()
            self.save(update_fields=["answer", "answered_on", "answer_reason"])
            self.case.write_line(Verb.ANSWERED, by=by, on=on, answer=answer, offer=self.pk)

    def plan_start(self, *, on: date | None, today: date, by: User, version: Seen | None = None) -> None:
        """Say when the start is planned, or that no day is agreed any more. A plan beyond the deadline is trouble."""
        with Case.changing([self.case], by=by):
            read_again(self, version)
            if on and self.answer in GONE:
                words = _(
                    "This offer was declined or withdrawn. Change its answer first if that was a mistake."
                )
                raise ValidationError({"planned_start_on": words})
            self.planned_start_on = on
            self.full_clean()
            self.save(update_fields=["planned_start_on"])
            if on:
                self.case.write_line(Verb.PLANNED, by=by, on=today, date=on.isoformat(), offer=self.pk)
            else:
                self.case.write_line(Verb.PLAN_DROPPED, by=by, on=today, offer=self.pk)
