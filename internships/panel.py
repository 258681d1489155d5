"""What this pillar shows on the overview of a case: what was offered and begun, and what can be done with it."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Prefetch

from accounts.models import User
from accounts.permissions import Permission
from internships.goals import COUNTS_AS_STARTED
from internships.igu_papers import papers
from internships.models import (
    Answer,
    Company,
    Evaluation,
    HostLink,
    HostReport,
    IguRegistration,
    Offer,
    OfferKind,
    Placement,
    PlacementAgreement,
    PlacementExtension,
    ProductionUnit,
    Side,
)
from refugees.models import Case, Occupation, OccupationKind
from refugees.occupation_kinds import MEASURES
from refugees.panels import Panel


@dataclass(frozen=True, slots=True)
class Engagement:
    """An offer, what began, or both as one story; an education stands without a company."""

    offer: Offer | None = None
    occupation: Occupation | None = None
    placement: Placement | None = None
    replaced_by: Offer | None = None

    @property
    def fact(self) -> Offer | Occupation:
        """Where the kind stands."""
        return self.occupation or self.offer

    @property
    def company(self) -> Company | None:
        """At which company, if at one."""
        side = self.placement or self.offer
        return side and side.company

    @property
    def unit(self) -> ProductionUnit | None:
        """At which of its units, if that is known."""
        side = self.placement or self.offer
        return side and side.unit

    @property
    def place(self) -> str:
        """Where, in a word or two."""
        return self.company.name if self.company else self.occupation.place

    @property
    def link(self) -> HostLink | None:
        """The link that the company has for this offer, if one stands."""
        links = self.offer.host_links.all() if self.offer else ()
        return next((each for each in links if each.revoked_at is None), None)

    @property
    def told(self) -> list[HostReport]:
        """What the company told on its page, through whichever link."""
        links = self.offer.host_links.all() if self.offer else ()
        return [report for link in links for report in link.reports.all()]

    @property
    def is_igu(self) -> bool:
        """Whether it is, or may still become, the person's IGU."""
        if self.occupation:
            return self.occupation.kind == OccupationKind.IGU
        return self.offer.kind == OfferKind.IGU and not self.offer.is_gone

    @property
    def may_last_longer(self) -> bool:
        """Whether a later last day can be agreed: of what goes on, but for an education, whose school says so."""
        return bool(self.occupation and not self.occupation.last_on) and self.fact.kind in OfferKind.values

    @property
    def is_measure(self) -> bool:
        """Whether it began as a measure: the rules say how long, and both sides look back on it."""
        return self.occupation is not None and self.occupation.kind in MEASURES

    @property
    def awaits_evaluation(self) -> bool:
        """Whether it is over and a side has not said yet how it went."""
        if not self.is_measure or not self.occupation.last_on:
            return False
        return len(self.occupation.evaluations.all()) < len(Side)

    @property
    def may_still_start(self) -> bool:
        """Whether a start on this offer can be recorded."""
        return bool(self.offer and not self.occupation and not self.offer.is_gone)


def engagements(case: Case) -> list[Engagement]:
    """What this person was offered and does, the latest first, in six queries."""
    occupations = list(
        Occupation.objects.standing()
        .filter(case=case)
        .select_related("placement__company", "placement__unit")
        .prefetch_related(
            Prefetch("extensions", PlacementExtension.objects.select_related("recorded_by").order_by("pk")),
            Prefetch("evaluations", Evaluation.objects.order_by("side")),
        )
        .in_order()
    )
    placements = {row.pk: getattr(row, "placement", None) for row in occupations}
    begun = {side.offer_id: row for row in occupations if (side := placements[row.pk]) and side.offer_id}
    links = HostLink.objects.select_related("mail", "made_by").prefetch_related(
        Prefetch("reports", HostReport.objects.order_by("pk"))
    )
    offers = Offer.objects.filter(case=case).order_by("offered_on", "pk")
    offers = offers.select_related("company", "unit", "replaces__company")
    offers = offers.prefetch_related(Prefetch("host_links", links.order_by("pk")))
    stories, by_replaced = [], {offer.replaces_id: offer for offer in offers if offer.replaces_id}
    for offer in offers:
        row = begun.get(offer.pk)
        stories.append(Engagement(offer, row, row and placements[row.pk], by_replaced.get(offer.pk)))
    told = {story.occupation.pk for story in stories if story.occupation}
    stories += [Engagement(None, row, placements[row.pk]) for row in occupations if row.pk not in told]
    return sorted(stories, key=_latest_day, reverse=True)


def _latest_day(story: Engagement) -> date:
    return story.occupation.started_on if story.occupation else story.offer.offered_on


def under_way(case: Case) -> Offer | None:
    """The last offer that may still lead to a start of a kind that was promised."""
    begun = Placement.objects.standing().filter(offer=OuterRef("pk"))
    offers = Offer.objects.filter(case=case, answer__in=[Answer.OPEN, Answer.ACCEPTED], not_started_on=None)
    offers = offers.filter(kind__in=COUNTS_AS_STARTED)
    return offers.exclude(Exists(begun)).order_by("offered_on", "pk").last()


def papers_of(case: Case, stories: list[Engagement], today: date) -> list[str]:
    """What the state is told of the IGU, and what is asked for, in two queries; nothing where there is none."""
    story = next((each for each in stories if each.is_igu), None)
    if story is None:
        return []
    row = IguRegistration.objects.filter(case=case).first()
    agreed = PlacementAgreement.objects.signed_by_all().filter(offer=story.offer).order_by("number").last()
    begins_on = story.occupation.started_on if story.occupation else story.offer.planned_start_on
    first_on = begins_on or (agreed and agreed.from_on) or today
    return list(papers(row, started_on=first_on, signed_on=agreed and agreed.signed_on))


def work_panel(case: Case, user: User, today: date) -> Panel | None:
    """Offers and starts, and the way to the openings that fit; to whoever only reads, nothing before the first."""
    stories = engagements(case)
    may_write = user.can(Permission.WRITE_CASE)
    if not stories and (case.closed_on or not may_write):
        return None
    holds = {"stories": stories, "may_write": may_write, "case": case, "today": today}
    holds["papers"] = papers_of(case, stories, today)
    return Panel("internships/_panel.html", holds)
