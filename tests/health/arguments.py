"""What stands in the addresses of this pillar in the permission matrix: what hangs on the case of tests/scene.py."""

from typing import Any

from health.models import HealthOffer
from refugees.models import Case
from tests.permission_arguments import the_case
from tests.permission_rows import Build


def of_health(model: type, name: str) -> Build:
    """The case and the latest row of its compartment."""

    def build(case: Case) -> dict[str, Any]:
        row = model.objects.filter(case=case).order_by("pk").last()
        return the_case(case) | {name: row.public_id}

    return build


def with_unanswered_offer(case: Case) -> dict[str, Any]:
    """The case and the offer of an assessment that the factory made."""
    return the_case(case) | {"offer_id": HealthOffer.objects.filter(case=case).earliest("pk").public_id}
