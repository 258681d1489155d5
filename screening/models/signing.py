"""Who signs a contract and the declaration that goes with it, or why not: the words, and what the database holds."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from refugees.days import never_before


class Missing(models.TextChoices):
    """Why the person's signature is missing (Integration Act § 19; order 208/2026 §§ 3-6)."""

    NOT_MISSING = "", _("It is not missing")
    ABSENT = "absent", _("Did not come")
    REFUSED = "refused", _("Does not want to sign")
    # The law's ground is illness or disability. Which it is, and what is wrong, is written nowhere here.
    UNABLE = "unable", _("Is not able to sign")


class DeclarationMissing(models.TextChoices):
    """Why the residence and self-support declaration is not signed with this version (Integration Act § 19)."""

    NOT_MISSING = "", _("It is not missing")
    EARLIER = "earlier", _("Signed with an earlier version")
    ABSENT = "absent", _("Did not come")
    REFUSED = "refused", _("Does not want to sign")
    UNABLE = "unable", _("Is not able to sign")
    # Of versions from before it was asked for. Nobody can choose it.
    UNRECORDED = "unrecorded", _("Not recorded at the time")


NO_DECLARATION = [value for value in DeclarationMissing.values if value]
# What a form offers: the rest is of earlier days.
OFFERED = [each for each in DeclarationMissing.choices if each[0] != DeclarationMissing.UNRECORDED]


def rules_of_signing() -> list[models.CheckConstraint]:
    """A version is concluded when it is signed, or says why it is not; and nobody signs before it was drawn up."""
    return [
        models.CheckConstraint(
            name="contract_is_signed_after_it_was_drawn_up",
            condition=never_before(
                "drawn_up_on", "person_signed_on", "city_signed_on", "declaration_signed_on"
            ),
            violation_error_message=_("Nobody signs a version before it was drawn up."),
        ),
        models.CheckConstraint(
            name="contract_signature_or_why_it_is_missing",
            condition=Q(person_signed_on=None, person_missing__in=Missing.values)
            | Q(person_signed_on__isnull=False, person_missing=""),
            violation_error_message=_("Either the person signed, or it says why the signature is missing."),
        ),
        models.CheckConstraint(
            name="declaration_is_signed_or_says_why_not",
            condition=Q(concluded_on=None, declaration_missing="")
            | Q(concluded_on__isnull=False)
            & (
                Q(declaration_signed_on__isnull=False, declaration_missing="")
                | Q(declaration_signed_on=None, declaration_missing__in=NO_DECLARATION)
            ),
            violation_error_message=_("Either the declaration is signed, or it says why it is not."),
        ),
        models.CheckConstraint(
            name="city_signature_says_who",
            condition=Q(city_signed_on=None, city_signed_by=None)
            | Q(city_signed_on__isnull=False, city_signed_by__isnull=False)
            | Q(city_signed_on__isnull=False) & ~Q(source_key=""),
        ),
        models.CheckConstraint(
            name="concluded_contract_is_signed_or_says_why_not",
            condition=Q(concluded_on=None)
            | Q(concluded_on__isnull=False, city_signed_on__isnull=False)
            & (
                Q(person_signed_on__isnull=False)
                | Q(person_missing__in=[Missing.ABSENT, Missing.REFUSED, Missing.UNABLE])
            ),
            violation_error_message=_(
                "A contract is concluded when both have signed, or when it says why the person has not."
            ),
        ),
        models.CheckConstraint(
            name="content_fixed_by_the_city_says_why",
            condition=Q(person_missing__in=[Missing.ABSENT, Missing.REFUSED]) & ~Q(fixed_because="")
            | ~Q(person_missing__in=[Missing.ABSENT, Missing.REFUSED]) & Q(fixed_because=""),
            violation_error_message=_(
                "Where the person did not come or does not want to sign, the City fixes the content and says why."
            ),
        ),
    ]
