"""What the database keeps of payments for temporary stays, by the name of each rule."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.db.backends.postgresql.psycopg_any import DateRange

from housing.models import PaymentLimit, StayPayment
from tests.factories import TODAY, HouseholdFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("name", "facts"),
    [
        ("stay_payment_is_no_higher_than_the_maximum", {"amount": 2758, "words": "All the same"}),
        ("stay_payment_without_maximum_says_why", {"kind": "parent"}),
        ("stay_payment_is_of_one_year", {"during": DateRange(TODAY, date(2027, 1, 2))}),
    ],
)
def test_payments_keep_to_the_maximum_of_their_year(name, facts):
    given = {"kind": "single", "amount": 2757, "during": DateRange(TODAY, date(2027, 1, 1))}
    row = StayPayment.objects.create(household=HouseholdFactory(), **given)

    for change in (
        lambda: StayPayment.objects.create(household=HouseholdFactory(), **given | facts),
        lambda: StayPayment.objects.bulk_create([StayPayment(household=HouseholdFactory(), **given | facts)]),
        lambda: StayPayment.objects.filter(pk=row.pk).update(**facts),
    ):
        with pytest.raises(IntegrityError, match=name), transaction.atomic():
            change()


def test_what_is_verified_came_with_the_system():
    amounts = dict(PaymentLimit.objects.filter(year=2026).values_list("kind", "amount"))

    assert amounts == {"single": 2757, "couple": 5050, "couple-some": 5509, "couple-many": 5970}
    assert not PaymentLimit.objects.exclude(year=2026).exists()
