"""The list of companies: by the alphabet, or by how well they fit what was typed. A fixed number of queries."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Exists, F, Max, OuterRef, QuerySet, Sum

from accounts.models import User
from internships.keyset import Place, Stretch, stretch
from internships.models import Agreement, Company, Contact, Opening, ProductionUnit
from refugees.districts import District

# With words to look for, the best fits alone: who finds too many writes more of the name.
MOST_FOUND = 50


@dataclass(frozen=True, slots=True)
class Filters:
    """What the address says. Each may be absent."""

    words: str = ""
    district: str = ""
    sector: str = ""
    language: str = ""
    only: str = ""  # "places", "agreement", "barred"

    def apply(self, companies: QuerySet, day: date) -> QuerySet:
        """The companies that match; the words are the caller's."""
        if self.district:
            units = ProductionUnit.objects.open().filter(company=OuterRef("pk"), district=self.district)
            companies = companies.filter(Exists(units))
        if self.sector:
            companies = companies.filter(sector=self.sector)
        if self.language:
            companies = companies.filter(languages__contains=[self.language])
        if self.only == "places":
            free = Opening.objects.with_free_places().startable(day).filter(unit__company=OuterRef("pk"))
            companies = companies.filter(Exists(free))
        elif self.only == "agreement":
            companies = companies.filter(Exists(Agreement.objects.on(day).filter(company=OuterRef("pk"))))
        elif self.only == "barred":
            companies = companies.filter(is_barred=True)
        return companies


@dataclass(slots=True)
class Row:
    """A company on the list."""

    company: Company
    districts: list[str] = field(default_factory=list)
    free: int = 0
    last_on: date | None = None


def page_of_companies(filters: Filters, place: Place, day: date) -> Stretch:
    """A page by the alphabet; with words to look for, the best fits and no other page."""
    companies = filters.apply(Company.objects.with_barring(day), day)
    if not filters.words:
        return stretch(companies, "search_name", place)
    found = list(companies.find(filters.words)[: MOST_FOUND + 1])
    return Stretch(found[:MOST_FOUND], False, False, len(found))


def rows_for(companies: Sequence[Company], user: User, day: date) -> list[Row]:
    """These companies with their districts, free places and last contact. Three queries."""
    ids = [company.pk for company in companies]
    districts = defaultdict(list)
    units = ProductionUnit.objects.open().filter(company__in=ids).order_by("pk")
    for company_id, district in units.values_list("company", "district"):
        if District(district).label not in districts[company_id]:
            districts[company_id].append(District(district).label)
    openings = Opening.objects.with_free_places().startable(day).filter(unit__company__in=ids)
    free = dict(
        openings.order_by()
        .values_list("unit__company")
        .annotate(free=Sum(F("capacity") - F("taken")))
        .values_list("unit__company", "free")
    )
    contacts = Contact.objects.visible_to(user).filter(company__in=ids)
    last = dict(
        contacts.order_by().values_list("company").annotate(last=Max("on")).values_list("company", "last")
    )
    return [
        Row(company, districts[company.pk], free.get(company.pk, 0), last.get(company.pk))
        for company in companies
    ]
