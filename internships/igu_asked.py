"""Whose IGU the state has not been told of, or has no teaching plan yet: for the work list of a caseworker."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext as _

from internships.models import Answer, IguRegistration, Offer, OfferKind, Placement, PlacementAgreement
from refugees.models import Case, Occupation, OccupationKind


@dataclass(frozen=True, slots=True)
class Asked:
    """A case whose IGU lacks one of its two days, or both."""

    case: Case
    words: str


def asked_for(cases: QuerySet) -> list[Asked]:
    """Of these cases those with an IGU that goes on, or that everybody has signed for, without both days. One query."""
    own = {"case": OuterRef("pk")}
    goes_on = Occupation.objects.standing().filter(**own, kind=OccupationKind.IGU, last_on=None)
    begun = Placement.objects.standing().filter(offer=OuterRef("pk"))
    offers = Offer.objects.filter(
        ~Exists(begun), kind=OfferKind.IGU, answer__in=[Answer.OPEN, Answer.ACCEPTED], not_started_on=None
    )
    signed = PlacementAgreement.objects.signed_by_all().filter(**own, offer__in=offers)
    told = IguRegistration.objects.filter(**own, registered_on__isnull=False, teaching_plan_on__isnull=False)
    found = cases.filter(Exists(goes_on) | Exists(signed), ~Exists(told), closed_on=None)
    found = found.select_related("person", "igu_registration").order_by("pk")
    return [Asked(case, _missing(getattr(case, "igu_registration", None))) for case in found]


def _missing(row: IguRegistration | None) -> str:
    """Which of the two days is not recorded."""
    if row and row.registered_on:
        return _("Teaching plan not recorded as ready")
    if row and row.teaching_plan_on:
        return _("Registration in VITAS not recorded")
    return _("Neither registration in VITAS nor teaching plan recorded")
