from datetime import date

import pghistory
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from internships.models.company import Company
from internships.models.offer import Offer
from internships.models.offer_rules import Answer
from internships.models.production_unit import ProductionUnit
from refugees.models import Case, Occupation, Seen, read_again


class PlacementQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "PlacementQuerySet":
        """Placements on cases that this person sees whole."""
        return self.filter(occupation__case__in=Case.objects.whole_for(user))

    def standing(self) -> "PlacementQuerySet":
        """Of occupations that were not taken back as a mistake."""
        return self.filter(occupation__taken_back_at=None)

    def start(
        self,
        *,
        case: Case,
        company: Company,
        kind: str,
        on: date,
        today: date,
        by: User | None,
        offer: Offer | None = None,
        version: Seen | None = None,
        planned_last_on: date | None = None,
        unit: ProductionUnit | None = None,
        minutes_a_week: int | None = None,
        consented_on: date | None = None,
        late_reason: str = "",
        source_key: str = "",
    ) -> "Placement":
        """The person began at the company. Starting on an offer that nobody answered accepts it.

        StaleEdit if the offer is not what the form, by its `version`, was made from.
        """
        with Case.changing([case], by=by):
            occupation = Occupation.objects.start(
                case=case,
                kind=kind,
                place=company.name,
                on=on,
                today=today,
                by=by,
                planned_last_on=planned_last_on,
                minutes_a_week=minutes_a_week,
                consented_on=consented_on,
                late_reason=late_reason,
                source_key=source_key,
            )
            if offer:
                read_again(offer, version)
                accept_by_starting(offer, on=on, today=today, by=by)
            placement = self.model(
                occupation=occupation, company=company, unit=unit or (offer and offer.unit), offer=offer
            )
            placement.full_clean()
            placement.save()
        return placement


def accept_by_starting(offer: Offer, *, on: date, today: date, by: User | None) -> None:
    """Whoever starts on an offer takes it. What was declined, withdrawn or begun already cannot be started."""
    if offer.is_gone:
        raise ValidationError(
            {
                "started_on": _(
                    "This offer was declined or withdrawn, or did not start. Change that first if it was a mistake,"
                    " or record a start without an offer."
                )
            }
        )
    if offer.placements.standing().exists():
        raise ValidationError(_("This offer has already been started."))
    if offer.answer == Answer.OPEN:
        accepted_on = max(offer.offered_on, min(on, today))
        offer.record_answer(answer=Answer.ACCEPTED, on=accepted_on, today=today, by=by)


@pghistory.track()
class Placement(models.Model):
    """The company's side of an occupation: at which of its units it is, and from which offer it came.

    What begins and ends is the occupation. One start an offer, on an offer that stands: triggers of the migration.
    """

    occupation = models.OneToOneField(Occupation, on_delete=models.PROTECT, related_name="placement")
    company = models.ForeignKey(Company, on_delete=models.PROTECT, related_name="placements")
    unit = models.ForeignKey(
        ProductionUnit, on_delete=models.PROTECT, null=True, blank=True, related_name="placements"
    )
    offer = models.ForeignKey(
        Offer, on_delete=models.PROTECT, null=True, blank=True, related_name="placements"
    )

    objects = PlacementQuerySet.as_manager()

    class Meta:
        verbose_name = _("placement")
        verbose_name_plural = _("placements")

    def __str__(self) -> str:
        return f"placement (#{self.pk})"
