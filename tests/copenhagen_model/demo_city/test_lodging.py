"""Where people of the demo city sleep until they have a home."""

from datetime import timedelta

from housing.models import Lodging, PaymentLimit, Stay, StayPayment
from tests.factories import TODAY

SOON = timedelta(days=14)


def test_most_whom_the_city_took_over_lately_have_slept_in_a_place(city):
    slept = Stay.objects.standing()

    assert Lodging.objects.count() == 3
    assert slept.on(TODAY).count() >= 10
    assert slept.on(TODAY).filter(sharing_is_looked_at=True).exists()
    assert not slept.on(TODAY).filter(case__closed_on__isnull=False).exists()


def test_somebody_comes_or_leaves_soon_and_nobody_pays_above_the_maximum(city):
    assert (Stay.objects.coming(TODAY, TODAY + SOON) | Stay.objects.leaving(TODAY, TODAY + SOON)).exists()
    limits = {(row.year, row.kind): row.amount for row in PaymentLimit.objects.all()}
    paid = list(StayPayment.objects.all())
    assert paid
    assert all(row.amount <= limits[row.during.lower.year, row.kind] for row in paid)
