"""What more than one promise of this pillar reads: read once for the cases at hand (goals/cases.py)."""

from accounts.lookups import Question
from internships.models import Offer, Placement

# On which offer each occupation began.
LED = Question(
    lambda cases: (
        Placement.objects.standing()
        .filter(occupation__case_id__any_of=cases, offer__isnull=False)
        .values_list("occupation_id", "offer_id")
    )
)
OFFERS = Question(
    lambda cases: (
        Offer.objects.filter(case_id__any_of=cases)
        .order_by("offered_on", "pk")
        .values_list(
            "case_id",
            "pk",
            "kind",
            "offered_on",
            "answer",
            "answered_on",
            "planned_start_on",
            "not_started_on",
        )
    )
)
