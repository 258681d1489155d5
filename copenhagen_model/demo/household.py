"""A household of the demo city and its people: what its stories know, and the verbs they use most."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import TYPE_CHECKING

from dateutil.relativedelta import relativedelta

from accounts.models import User
from copenhagen_model.demo.arrivals import Arrival
from copenhagen_model.demo.people import Newcomer
from internships.models import Answer, Company, Offer, OfferKind, Opening, Placement
from refugees.models import Case, Household, Occupation, OccupationKind

if TYPE_CHECKING:
    from copenhagen_model.demo.city import City

# INVENTED, like everything in the demo city.
HOURS_OF_A_MEASURE = (18, 20, 20, 22, 25)
HOURS_A_WEEK = {OccupationKind.JOB: (37, 37, 30, 25, None), OccupationKind.IGU: (37,)}


@dataclass(slots=True, eq=False)
class Life:
    """One person's case, as its stories see it."""

    family: "Family"
    newcomer: Newcomer
    case: Case
    rng: Random
    way: str = ""
    is_over: bool = False

    @property
    def city(self) -> "City":
        """Where it happens."""
        return self.family.city

    @property
    def due_on(self) -> date:
        """When the first month after takeover ends, as everybody in the City counts it."""
        return self.family.taken_over_on + relativedelta(months=1)

    def caseworker(self) -> User:
        """Who works on the case now; the team lead while nobody does."""
        return self.family.caseworker()

    def day(self, on: date) -> date:
        """A working day of the office, on or after that day."""
        return self.city.office_day(on)

    def offer(
        self,
        *,
        by: User,
        on: date,
        planned: date | None = None,
        kind: str = OfferKind.INTERNSHIP,
        replaces: Offer | None = None,
    ) -> Offer:
        """Offer a place at one of the companies: of its openings, where one has a place left."""
        company = self.rng.choice(self.city.companies)
        about = {"case": self.case, "offered_on": on, "planned_start_on": planned, "today": on, "by": by}
        about["replaces"] = replaces
        openings = Opening.objects.with_free_places().filter(unit__company=company, kind=kind)
        if opening := openings.select_related("unit__company").order_by("pk").first():
            return Offer.objects.make_from(opening, **about)
        return Offer.objects.make(company=company, kind=kind, **about)

    def accept(self, offer: Offer, *, by: User, on: date) -> None:
        """The person said yes."""
        offer.record_answer(answer=Answer.ACCEPTED, on=on, today=on, by=by)

    def start(self, offer: Offer, *, by: User, on: date, recorded_on: date | None = None) -> Occupation:
        """The person began on that day, as recorded then or later."""
        placement = Placement.objects.start(
            case=self.case,
            company=offer.company,
            kind=offer.kind,
            on=on,
            today=recorded_on or on,
            by=by,
            offer=offer,
            minutes_a_week=self.minutes_of(offer.kind),
            consented_on=on if on < self.family.taken_over_on else None,
        )
        return placement.occupation

    def begin(
        self,
        *,
        by: User,
        on: date,
        kind: str = OccupationKind.JOB,
        company: Company | None = None,
        planned_last_on: date | None = None,
    ) -> Occupation:
        """The person began something that no offer led to: a job, another internship."""
        placement = Placement.objects.start(
            case=self.case,
            company=company or self.rng.choice(self.city.companies),
            kind=kind,
            on=on,
            today=on,
            by=by,
            minutes_a_week=self.minutes_of(kind),
            planned_last_on=planned_last_on,
        )
        return placement.occupation

    def minutes_of(self, kind: str) -> int | None:
        """How long such a week is for this person; of some jobs nobody knows it."""
        rng = self.city.rng("hours", self.case.number)  # its own dice: the other stories stay what they are
        hours = rng.choice(HOURS_A_WEEK.get(kind, HOURS_OF_A_MEASURE))
        return hours and 60 * hours


@dataclass(slots=True, eq=False)
class Family:
    """People who arrive together; one person alone is a family too."""

    city: "City"
    arrival: Arrival
    rng: Random
    host: "Family | None" = None
    home: Household | None = None
    lives: list[Life] = field(default_factory=list)
    is_over: bool = False

    @property
    def taken_over_on(self) -> date:
        """When the City takes responsibility, or will."""
        return self.arrival.taken_over_on

    @property
    def name(self) -> str:
        """The family's name; relatives who come later bear it too."""
        return self.host.name if self.host else self.arrival.members[0].family_name

    @property
    def adults(self) -> list[Life]:
        """Those whom the programme is owed to."""
        return [life for life in self.lives if life.newcomer.is_adult]

    @property
    def children(self) -> list[Life]:
        """Those for whom a place in school or day care is sought."""
        return [life for life in self.lives if not life.newcomer.is_adult]

    @property
    def is_detailed(self) -> bool:
        """Whether the case still carries every date; of older ones only what promises read is written."""
        return self.taken_over_on >= self.city.today - timedelta(days=1100)

    @property
    def is_long_ago(self) -> bool:
        """Whether only what promises and outcomes are read from is still told: no mentors, no change of benefit."""
        return self.taken_over_on < self.city.today - timedelta(days=1500)

    def lead(self) -> User:
        """The team lead of the unit."""
        return self.city.staff.lead_of(self.arrival.unit)

    def caseworker(self) -> User:
        """Who works on these cases now; the team lead while nobody does."""
        roster = self.city.caseworkers[self.arrival.unit]
        ours = next((life for life in self.lives if not life.is_over), self.lives[0])
        return roster.holder(ours.case) or self.lead()

    def close(self, life: Life) -> None:
        """A case of the family is closed: its stories end, and with the last one the family's."""
        life.is_over = True
        self.city.caseworkers[self.arrival.unit].release(life.case)
        self.city.mentors.release(life.case)
        self.city.retention_mentors.release(life.case)
        self.is_over = all(other.is_over for other in self.lives)
