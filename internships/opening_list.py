"""The list of openings across companies: those that can start soonest first. A fixed number of queries."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from internships.models import Barring


@dataclass(frozen=True, slots=True)
class OpeningFilters:
    """What the address says. Each may be absent."""

    kind: str = ""
    district: str = ""
    language: str = ""  # spoken by the person: places that need no other
    minutes: int | None = None  # so much a week at most
    full: str = ""  # "full": also those without a free place

    def apply(self, openings: QuerySet, day: date) -> QuerySet:
        """The openings that match, of units in use, whose time to start is not over."""
        openings = openings.startable(day).filter(unit__is_closed=False)
        openings = openings.open() if self.full else openings.with_free_places()
        if self.kind:
            openings = openings.filter(kind=self.kind)
        if self.district:
            openings = openings.filter(unit__district=self.district)
        if self.language:
            openings = openings.filter(Q(languages=[]) | Q(languages__contains=[self.language]))
        if self.minutes:
            openings = openings.filter(minutes_a_week__lte=self.minutes)
        return openings


def with_company(openings: QuerySet, day: date) -> QuerySet:
    """Each with its unit and company, and `is_barred`: whether the company is not to be used."""
    barred = Barring.objects.on(day).filter(company=OuterRef("unit__company"))
    return openings.select_related("unit__company").annotate(is_barred=Exists(barred))
