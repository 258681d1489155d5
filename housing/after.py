"""What came after an offer was accepted, and what is asked next, for the pages about it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from goals.reckoning import plus_months
from housing.models import HomeOffer, Mark, StillThere
from refugees.models import Case

SLACK = timedelta(days=3)


@dataclass(frozen=True, slots=True)
class Living:
    """One offer with what was heard since the move, and after how long it is time to ask."""

    offer: HomeOffer
    heard: list[StillThere]
    due: list[Mark]

    @property
    def slugs(self) -> list[tuple[str, str]]:
        """What is to be asked, as it stands in an address and in words."""
        return [(f"{mark.value}m", str(mark.label)) for mark in self.due]


def lives_there(offers: QuerySet[HomeOffer]) -> QuerySet[HomeOffer]:
    """Of these offers those whose household lives in the home, as far as is known."""
    return offers.standing().filter(moved_in_on__isnull=False, moved_out_on=None)


def living(offers: QuerySet[HomeOffer], today: date) -> list[Living]:
    """Each of these offers with what came after it. One query more, whatever their number."""
    heard = Prefetch("still_there", StillThere.objects.order_by("pk").select_related("recorded_by"), "heard")
    return [
        Living(offer, offer.heard, due_marks(offer, offer.heard, today))
        for offer in offers.prefetch_related(heard)
    ]


def due_marks(offer: HomeOffer, heard: Iterable[StillThere], today: date) -> list[Mark]:
    """After how long it is time to ask, and nobody has. Whoever lived there after a year did so after six months."""
    if offer.moved_in_on is None or offer.moved_out_on or offer.taken_back_at:
        return []
    last = max((row.mark for row in heard if row.taken_back_at is None), default=0)
    return [mark for mark in Mark if mark > last and plus_months(offer.moved_in_on, mark) <= today]


def to_be_asked(offers: QuerySet[HomeOffer], today: date) -> list[Living]:
    """Of these offers those about which it is time to ask: the database leaves out what nobody has to look at.

    Nobody is asked for whom the City is no longer responsible: with the last case of the household it ends.
    """
    is_ours = Exists(Case.objects.open().filter(household=OuterRef("household")))
    asked = Q()
    for mark in Mark:
        heard = StillThere.objects.standing().filter(offer=OuterRef("pk"), mark__gte=mark)
        # Months differ in length: what is a day or two too early is left out by `due_marks`.
        asked |= Q(moved_in_on__lte=plus_months(today, -mark) + SLACK) & ~Exists(heard)
    found = living(lives_there(offers).filter(is_ours).filter(asked).order_by("moved_in_on", "pk"), today)
    return [each for each in found if each.due]
