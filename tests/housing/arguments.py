"""What stands in the addresses of this pillar in the permission matrix: what tests/scene.py made of it."""

from housing.models import (
    AreaList,
    Bed,
    Dwelling,
    HomeOffer,
    HousingPlan,
    Lodging,
    PairDecision,
    PaymentLimit,
    PlacementException,
    Provider,
    Room,
    Stay,
    StillThere,
)


def with_home(case):
    """A home; it names no case."""
    return {"dwelling_id": Dwelling.objects.earliest("pk").public_id}


def with_provider(case):
    """Who lets it."""
    return {"provider_id": Provider.objects.earliest("pk").public_id}


def with_open_list(case):
    """A list that nobody has confirmed yet."""
    return {"list_id": _open_list().public_id}


def with_area(case):
    """An area on that list."""
    return {"area_id": _open_list().areas.earliest("pk").public_id}


def with_household(case):
    """The household of the case, which is ready."""
    return {"household_id": case.household.public_id}


def with_home_offer(case):
    """What was offered to it."""
    return {"offer_id": HomeOffer.objects.get(household=case.household_id).public_id}


def with_mark(case):
    """The same half a year after the move."""
    return with_home_offer(case) | {"after": "6m"}


def with_heard(case):
    """That the household still lived there."""
    return {"heard_id": StillThere.objects.get(offer__household=case.household_id).public_id}


def with_exception(case):
    """The same with an exception that was decided for it."""
    row = PlacementException.objects.get(household=case.household_id)
    return with_household(case) | {"exception_id": row.public_id}


def with_household_and_home(case):
    """The household of the case, and a home."""
    return with_household(case) | with_home(case)


def with_decision(case):
    """What was decided for the plan of the household of the case."""
    return {"decision_id": PairDecision.objects.get(household=case.household_id).public_id}


def with_plan(case):
    """The plan that was made for the unit of the case."""
    return {"plan_id": HousingPlan.objects.get(unit=case.unit_id).public_id}


def with_planned_household(case):
    """The household of the case in that plan."""
    return with_plan(case) | with_household(case)


def with_lodging(case):
    """A temporary place; it names no case."""
    return {"lodging_id": Lodging.objects.earliest("pk").public_id}


def with_room(case):
    """A room of it."""
    return {"room_id": Room.objects.earliest("pk").public_id}


def with_bed(case):
    """A bed in it."""
    return {"bed_id": Bed.objects.earliest("pk").public_id}


def with_limit(case):
    """A maximum payment."""
    return {"limit_id": PaymentLimit.objects.earliest("pk").public_id}


def with_stay(case):
    """Where somebody sleeps."""
    return {"stay_id": Stay.objects.get(case=case).public_id}


def _open_list():
    return AreaList.objects.get(valid_from__year=2024)
