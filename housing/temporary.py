"""How long a household has lived in temporary housing, and by what that is counted."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Min

from housing.models import HomeOffer, Stay
from refugees.events import KeyEvent
from refugees.models import Case, Household, KeyDate


@dataclass(frozen=True, slots=True)
class Temporary:
    """The days slept in temporary places as recorded (`by_stays`), also by whoever moved out of a home and came back.

    Where no stay is recorded, all from the takeover (`since`) up to the first move into a permanent home, or to today.
    """

    days: int
    since: date
    until: date
    by_stays: bool
    is_over: bool


def days_between(household: Household, today: date) -> Temporary | None:
    """How long it has been for a household; None before the takeover of the first of them. At most four queries."""
    members = Case.objects.filter(household=household)
    taken_over = KeyDate.objects.current().of(KeyEvent.TAKEOVER).filter(case__in=members)
    since = taken_over.aggregate(first=Min("on"))["first"]
    if since is None or since > today:
        return None
    moved = HomeOffer.objects.standing().filter(household=household, moved_in_on__isnull=False)
    moved_in_on = moved.aggregate(first=Min("moved_in_on"))["first"]
    slept = Stay.objects.days(households=[household.pk], until=today)[household.pk]
    begun = Stay.objects.standing().filter(case__household=household, during__startswith__lte=today)
    # Whoever moved in today has slept nowhere yet.
    if slept or begun.exists():
        return Temporary(slept, since, today, by_stays=True, is_over=moved_in_on is not None)
    until = max(moved_in_on or today, since)
    return Temporary((until - since).days, since, until, by_stays=False, is_over=moved_in_on is not None)
