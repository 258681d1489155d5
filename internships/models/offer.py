from datetime import date
from typing import TYPE_CHECKING

import pghistory
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import models
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from uuid6 import uuid7

from accounts.day import now
from accounts.models import User
from internships.models.company import Company
from internships.models.offer_rules import GONE, NOT_STARTED, RULES, Answer, OfferKind, Whose
from internships.models.production_unit import ProductionUnit
from internships.verbs import Verb
from refugees.models import Case, Seen, read_again

if TYPE_CHECKING:
    from internships.models.opening import Opening


class OfferQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "OfferQuerySet":
        """Offers on cases that this person sees whole."""
        return self.filter(case__in=Case.objects.whole_for(user))

    def replaceable(self) -> "OfferQuerySet":
        """Withdrawn by the company, and no other offer was given in place of it yet."""
        return self.filter(answer=Answer.WITHDRAWN, replaced_by=None)

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
        opening: "Opening | None" = None,
        replaces: "Offer | None" = None,
    ) -> "Offer":
        """Offer somebody a place at a company. The offer of the kinds that count, not the answer, meets the law's duty.

        One made from an opening takes a place of it from now on; of two who want the last one, the second is told.
        `replaces`: the offer that the company withdrew and that this one stands in for. No clock begins anew by it.
        """
        if offered_on > today:
            raise ValidationError({"offered_on": _("An offer cannot have been given in the future.")})
        with Case.changing([case], by=by):
            if opening:
                opening.keep_a_place()
            if replaces:
                _refuse_unless_replaceable(replaces)
            offer = self.model(
                case=case,
                company=company,
                unit=unit,
                opening=opening,
                kind=kind,
                offered_on=offered_on,
                planned_start_on=planned_start_on,
                replaces=replaces,
                recorded_by=by,
            )
            offer.full_clean()
            offer.save()
            case.write_line(Verb.OFFERED, by=by, on=offered_on, kind=kind, offer=offer.pk)
        return offer

    def make_from(self, opening: "Opening", **facts: object) -> "Offer":
        """Offer somebody one of these places. `facts` as in `make`; company, unit and kind are those of the opening."""
        unit = opening.unit
        return self.make(opening=opening, company=unit.company, unit=unit, kind=opening.kind, **facts)


@pghistory.track()
class Offer(models.Model):
    """A place at a company, offered to one person on one day.

    `replaces` is the offer that the company withdrew and in place of which this one was given: it stays a fact, also
    where the answer to that one is put right later. Both are of one person (a key of two columns sees to it).
    """

    public_id = models.UUIDField(default=uuid7, unique=True, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="internship_offers")
    company = models.ForeignKey(Company, on_delete=models.PROTECT, related_name="offers")
    unit = models.ForeignKey(
        ProductionUnit, on_delete=models.PROTECT, null=True, blank=True, related_name="offers"
    )
    opening = models.ForeignKey(
        "internships.Opening", on_delete=models.PROTECT, null=True, blank=True, related_name="offers"
    )
    replaces = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="replaced_by"
    )
    kind = models.CharField(_("kind"), max_length=20, choices=OfferKind, default=OfferKind.INTERNSHIP)
    offered_on = models.DateField(_("offered on"))
    planned_start_on = models.DateField(_("planned start"), null=True, blank=True)
    answer = models.CharField(_("answer"), max_length=12, choices=Answer, blank=True)
    answered_on = models.DateField(_("answered on"), null=True, blank=True)
    answer_reason = models.CharField(_("reason"), max_length=300, blank=True)
    not_started_on = models.DateField(_("known on"), null=True, blank=True)
    not_started_whose = models.CharField(_("whose doing"), max_length=10, choices=Whose, blank=True)
    not_started_reason = models.CharField(_("why it did not start"), max_length=300, blank=True)
    recorded_at = models.DateTimeField(default=now)
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    objects = OfferQuerySet.as_manager()

    class Meta:
        verbose_name = _("offer of an internship")
        verbose_name_plural = _("offers of internships")
        constraints = RULES

    def __str__(self) -> str:
        return f"offer {self.offered_on} (#{self.pk})"

    @property
    def words(self) -> str:
        """What it is, where, and when it was given."""
        words = {
            "kind": self.get_kind_display(),
            "place": self.company.name,
            "day": date_format(self.offered_on, "DATE_FORMAT"),
        }
        return gettext("%(kind)s, %(place)s, offered on %(day)s") % words

    @property
    def is_gone(self) -> bool:
        """Whether nobody starts on it any more: declined, withdrawn, or known not to have started."""
        return self.answer in GONE or self.not_started_on is not None

    def record_answer(
        self, *, answer: str, on: date, today: date, by: User, reason: str = "", version: Seen | None = None
    ) -> None:
        """Record what became of the offer. A withdrawal by the company does not reset any clock.

        A place of an opening is free again by an answer that ends the offer, and taken again by one that revives it.
        StaleEdit if the offer is not what the form, by its `version`, was made from; so do the verbs below.
        """
        if on > today:
            raise ValidationError({"answered_on": _("An answer cannot have been given in the future.")})
        with Case.changing([self.case], by=by):
            read_again(self, version)
            self._refuse_if_not_started()
            if answer in GONE:
                self._refuse_if_begun("answer")
            elif self.is_gone and self.opening:
                self.opening.keep_a_place(again=True)
            self.answer, self.answered_on, self.answer_reason = answer, on, reason
            self.full_clean()
            self.save(update_fields=["answer", "answered_on", "answer_reason"])
            self.case.write_line(Verb.ANSWERED, by=by, on=on, answer=answer, offer=self.pk)

    def plan_start(self, *, on: date | None, today: date, by: User, version: Seen | None = None) -> None:
        """Say when the start is planned, or that no day is agreed any more. A plan beyond the deadline is trouble."""
        with Case.changing([self.case], by=by):
            read_again(self, version)
            if on and self.is_gone:
                words = _(
                    "This offer was declined or withdrawn, or did not start. Change that first if it was a mistake."
                )
                raise ValidationError({"planned_start_on": words})
            self.planned_start_on = on
            self.full_clean()
            self.save(update_fields=["planned_start_on"])
            if on:
                self.case.write_line(Verb.PLANNED, by=by, on=today, date=on.isoformat(), offer=self.pk)
            else:
                self.case.write_line(Verb.PLAN_DROPPED, by=by, on=today, offer=self.pk)

    def did_not_start(
        self, *, on: date, whose: str, reason: str, today: date, by: User, version: Seen | None = None
    ) -> None:
        """Nobody began on it, and nobody will: whose doing that was. The offer stays given, and resets no clock."""
        if on > today:
            raise ValidationError({"not_started_on": _("It is recorded on the day or later, not before.")})
        with Case.changing([self.case], by=by):
            read_again(self, version)
            self._refuse_if_not_started()
            if self.answer in GONE:
                raise ValidationError(_("This offer was declined or withdrawn already."))
            self._refuse_if_begun()
            self.not_started_on, self.not_started_whose = on, whose
            self.not_started_reason = reason.strip()
            self.full_clean()
            self.save(update_fields=list(NOT_STARTED))
            self.case.write_line(Verb.NOT_STARTED, by=by, on=on, whose=whose, offer=self.pk)

    def start_after_all(self, *, reason: str, on: date, by: User, version: Seen | None = None) -> None:
        """That it did not start was a mistake: somebody may still begin on it, where its opening has a place left."""
        if not reason.strip():
            raise ValidationError({"reason": _("Say why.")})
        with Case.changing([self.case], by=by, reason=reason):
            read_again(self, version)
            if not self.not_started_on:
                raise ValidationError(_("Somebody has changed this meanwhile: it may still start."))
            if self.opening:
                self.opening.keep_a_place(again=True)
            self.not_started_on, self.not_started_whose, self.not_started_reason = None, "", ""
            self.full_clean()
            self.save(update_fields=list(NOT_STARTED))
            self.case.write_line(Verb.MAY_STILL_START, by=by, on=on, offer=self.pk)

    def _refuse_if_not_started(self) -> None:
        if self.not_started_on:
            words = _("It is recorded that this did not start. Take that back first if it was a mistake.")
            raise ValidationError(words)

    def _refuse_if_begun(self, field: str = NON_FIELD_ERRORS) -> None:
        if self.placements.standing().exists():
            words = _("It has been started. Take the start back first if it was a mistake.")
            raise ValidationError({field: words})


def _refuse_unless_replaceable(offer: Offer) -> None:
    """Only what the company took back is replaced, and by one offer."""
    read_again(offer)
    if offer.answer != Answer.WITHDRAWN:
        raise ValidationError({"replaces": _("The company has not withdrawn this offer.")})
    if Offer.objects.filter(replaces=offer).exists():
        raise ValidationError({"replaces": _("Another offer was given in place of it already.")})
