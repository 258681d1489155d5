"""The city that bin/bench measures: small here, built the same way, and derived by the product."""

from accounts.scope import system_scope
from bench.city import City
from goals.models import Clock
from goals.refresh import refresh
from internships.models import Offer
from refugees.models import Case
from tests.factories import TODAY

SIZE = 60


def test_a_small_city_is_built_and_every_case_has_its_clocks(committed_db):
    City(SIZE, TODAY).build(lambda words: None)

    with system_scope("test"):
        refresh(list(Case.objects.values_list("pk", flat=True)), TODAY)
        assert Case.objects.count() == SIZE
        assert Offer.objects.values("public_id").distinct().count() == Offer.objects.count() > 0
        assert Clock.objects.values("case").distinct().count() == SIZE
