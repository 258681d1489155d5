"""Offers under way whose ground has fallen away since: judged anew by the function that judged them then.

Nothing is decided by it. A person looks whether the offer stands, is taken back, or gets another ground.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db import connection
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from housing.models import Basis, HomeOffer
from housing.models.answer import REFUSED

# By what it was offered, and what is said now; by what it was offered alone, where it is the same whatever is said now.
FALLEN = {
    (Basis.EXCEPTION, ""): _("Offered by a manager's exception, which has been withdrawn"),
    (Basis.RULES, ""): _("Offered by the rules for Ukraine, which no longer hold for the whole household"),
    (Basis.OUTSIDE, "inside"): _("Found inside an excluded area since it was offered"),
    (Basis.OUTSIDE, "unchecked"): _(
        "The list has another edition since, and the home is not checked against it"
    ),
    (Basis.OUTSIDE, "no-list"): _("The list it was checked against has been opened again"),
}
TAKE_BACK, CHECK, CONFIRM = _("Take the offer back"), _("Check it"), _("See the list")


@dataclass(frozen=True, slots=True)
class Fallen:
    """An offer without its ground: why, and what can be done about it (the name of a view, and what the link says)."""

    offer: HomeOffer
    why: Promise
    view: str
    act: Promise


def fallen(offers: Iterable[HomeOffer]) -> Iterator[Fallen]:
    """Those of these offers that could not be given any more on the day on which they were given. One query."""
    offers = list(offers)
    now = _bases_now(offers)
    for offer in offers:
        if now[offer.pk] in REFUSED:
            why = FALLEN.get((offer.basis, now[offer.pk])) or FALLEN[offer.basis, ""]
            yield Fallen(offer, why, *_act(offer, now[offer.pk]))


def _act(offer: HomeOffer, basis: str) -> tuple[str, Promise]:
    if offer.basis == Basis.OUTSIDE and basis == "unchecked":
        return "housing:check_dwelling", CHECK
    if offer.basis == Basis.OUTSIDE and basis == "no-list":
        return "housing:areas", CONFIRM
    return "housing:take_offer_back", TAKE_BACK


def _bases_now(offers: Iterable[HomeOffer]) -> dict[int, str]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT o.id, (housing_basis(o.household_id, o.dwelling_id, o.offered_on)).basis"
            " FROM housing_homeoffer o WHERE o.id = ANY (%s)",
            [[offer.pk for offer in offers]],
        )
        return dict(cursor.fetchall())
