"""What always holds of a home on the board, whoever writes; and what stands while somebody is offered it."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from housing.addresses import DOOR, FLOOR
from housing.models.dwelling_kinds import DwellingKind, GoneReason, Held
from housing.models.refused import GIVEN_TWICE
from housing.models.shared_home import shared_home_rules
from housing.postcodes import lies_in_its_district
from refugees.districts import IN_THE_CITY
from refugees.models.conclusion import Need

MOST_ROOMS, MOST_M2, MOST_KRONER = 12, 400, 100_000
WHERE = ("street", "number", "floor", "door", "room", "postcode", "town")
# What a form about a home shows or changes; its provider is named beside them.
FACTS = (
    "reference",
    *(*WHERE, "dar_id", "district"),
    *("kind", "shared_by", "age_from", "age_to", "sharers"),
    *("rooms", "size_m2", "rent", "deposit", "features"),
    *("available_from", "available_until"),
)
# What stands while somebody is offered the home or has it; what beside it while the answer is open: the letter says it.
PLACE = (*WHERE, "district", "kind", "shared_by")
OFFERED = ("provider", "rooms", "size_m2", "rent", "deposit", "features", "available_from")
STANDS: Mapping[str, tuple[str, ...]] = {
    Held.NOBODY: (),
    Held.OFFERED: (*PLACE, *OFFERED),
    Held.ACCEPTED: PLACE,
}
AT_THIS_ADDRESS = _("Somebody has been offered this home at this address.")
AS_IT_IS = _("Somebody has been offered this home as it is shared now.")
BY_THE_LETTER = _("Somebody has been offered the home with this. Record first what became of that offer.")


def refused_while_held(
    held: str, was: Mapping[str, Any], becomes: Mapping[str, Any]
) -> Iterator[tuple[str, Promise]]:
    """Which of these changes cannot be, by the field of a form, and why: somebody is offered the home, or has it."""
    for name in STANDS[held]:
        if was[name] != becomes[name]:
            if name in WHERE:
                yield "address", AT_THIS_ADDRESS
            else:
                yield name, AS_IT_IS if name == "shared_by" else BY_THE_LETTER


def rules() -> list[models.BaseConstraint]:
    """Of where it is, what it is, and from when until when it is there."""
    return [
        models.UniqueConstraint(
            Lower("street"),
            *("number", "floor", "door", "room", "postcode"),
            name="home_is_given_once",
            condition=Q(gone_on=None),
            violation_error_message=GIVEN_TWICE["home_is_given_once"],
        ),
        # Rooms of one shared home have one address in the register, so the room belongs to it.
        models.UniqueConstraint(
            fields=["dar_id", "room"],
            name="home_dar_id_is_given_once",
            condition=Q(gone_on=None, dar_id__isnull=False),
            violation_error_message=GIVEN_TWICE["home_dar_id_is_given_once"],
        ),
        models.CheckConstraint(
            name="home_postcode_lies_in_its_district",
            condition=lies_in_its_district(),
            violation_error_message=_("This postcode does not lie in the district."),
        ),
        models.CheckConstraint(
            name="home_address_can_be_read",
            condition=~Q(street="")
            & ~Q(town="")
            & Q(number__regex=r"^[1-9][0-9]{0,2}[A-ZÆØÅ]?$", postcode__regex=r"^[1-9][0-9]{3}$"),
        ),
        models.CheckConstraint(
            name="home_floor_and_door_are_known",
            condition=Q(floor="", door="") | Q(floor__regex=FLOOR) & (Q(door="") | Q(door__regex=DOOR)),
        ),
        models.CheckConstraint(
            name="home_lies_in_the_city",
            condition=Q(district__in=[value for value, label in IN_THE_CITY]),
        ),
        models.CheckConstraint(name="home_kind_is_known", condition=Q(kind__in=DwellingKind.values)),
        *shared_home_rules(),
        models.CheckConstraint(
            name="home_features_are_known", condition=Q(features__contained_by=Need.values)
        ),
        models.CheckConstraint(
            name="home_has_rooms_and_a_size",
            condition=Q(rooms__range=(1, MOST_ROOMS), size_m2__range=(5, MOST_M2)),
        ),
        models.CheckConstraint(
            name="home_rent_is_plausible",
            condition=Q(rent__lte=MOST_KRONER, deposit__lte=MOST_KRONER * 5),
        ),
        models.CheckConstraint(
            name="home_is_offered_before_its_last_day",
            condition=Q(available_until=None)
            | Q(available_until__isnull=False, available_until__gte=F("available_from")),
            violation_error_message=_("The last day cannot lie before the first."),
        ),
        models.CheckConstraint(name="home_held_is_known", condition=Q(held__in=Held.values)),
        models.CheckConstraint(
            name="home_is_gone_for_a_reason",
            condition=Q(gone_on=None, gone_reason="")
            | Q(gone_on__isnull=False, gone_reason__in=GoneReason.values),
            violation_error_message=_("Say why the home is no longer available."),
        ),
    ]
