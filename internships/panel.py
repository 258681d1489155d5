"""What this pillar shows on the overview of a case: what was offered and started, and what can be done with it."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef

from accounts.models import User
from accounts.permissions import Permission
from internships.models import Answer, Offer, Placement
from refugees.models import Case
from refugees.panels import Panel


@dataclass(frozen=True, slots=True)
class Engagement:
    """An offer, a start, or both as one story with one company."""

    offer: Offer | None
    placement: Placement | None

    @property
    def fact(self) -> Offer | Placement:
        """Where kind and company stand."""
        return self.placement or self.offer

    @property
    def may_still_start(self) -> bool:
        """Whether a start on this offer can be recorded."""
        return bool(self.offer and not self.placement and self.offer.answer in {Answer.OPEN, Answer.ACCEPTED})


def engagements(case: Case) -> list[Engagement]:
    """What happened between this person and companies, the latest first, in two queries."""
    placements = list(
        Placement.objects.standing()
        .filter(case=case)
        .select_related("company", "unit")
        .order_by("started_on", "pk")
    )
    begun = {placement.offer_id: placement for placement in placements if placement.offer_id}
    offers = {
        offer.pk: offer
        for offer in Offer.objects.filter(case=case)
        .select_related("company", "unit")
        .order_by("offered_on", "pk")
    }
    stories = [Engagement(offer, begun.get(pk)) for pk, offer in offers.items()]
    stories += [Engagement(None, placement) for placement in placements if not placement.offer_id]
    return sorted(stories, key=_latest_day, reverse=True)


def _latest_day(story: Engagement) -> date:
    return story.placement.started_on if story.placement else story.offer.offered_on


def under_way(case: Case) -> Offer | None:
    """The last offer that may still lead to a start."""
    begun = Placement.objects.standing().filter(offer=OuterRef("pk"))
    offers = Offer.objects.filter(case=case, answer__in=[Answer.OPEN, Answer.ACCEPTED])
    return offers.exclude(Exists(begun)).order_by("offered_on", "pk").last()


def work_panel(case: Case, user: User, today: date) -> Panel | None:
    """Offers and starts; nothing before the first."""
    stories = engagements(case)
    if not stories:
        return None
    holds = {"stories": stories, "may_write": user.can(Permission.WRITE_CASE), "case": case, "today": today}
    return Panel("internships/_panel.html", holds)
