"""What appears in an address is no database key."""

from django.apps import apps

from accounts.models import Absence, Unit, User
from goals.models import LeadTime
from refugees.models import (
    BenefitPeriod,
    FunctionalConclusion,
    HousingNeed,
    JobReadiness,
    Message,
    TeamMember,
)

NAMED = [
    Absence,
    BenefitPeriod,
    FunctionalConclusion,
    HousingNeed,
    JobReadiness,
    LeadTime,
    Message,
    TeamMember,
    Unit,
    User,
]


def test_whatever_is_named_in_an_address_has_an_id_that_is_found_by_an_index():
    named = [
        model for model in apps.get_models() if hasattr(model, "public_id") and not hasattr(model, "pgh_obj")
    ]

    assert set(NAMED) <= set(named)
    assert all(model._meta.get_field("public_id").unique for model in named)
