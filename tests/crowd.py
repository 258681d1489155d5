"""Many cases at once, for what must not grow with their number. Rows by the thousand, clocks by the engine itself."""

from datetime import date, timedelta

from django.db.backends.postgresql.psycopg_any import DateRange

from accounts.models import Unit, User
from goals.refresh import refresh
from internships.models import Company, Offer, OfferKind
from refugees.events import KeyEvent, Source
from refugees.models import Case, CaseCounter, Household, KeyDate, Person, TeamMember, Waiting
from refugees.parts import Part
from refugees.takeover import PermitGround
from tests.factories import TODAY, CompanyFactory

WITH_A_MENTOR = 10


def crowd(
    count: int, *, unit: Unit, caseworker: User | None = None, mentor: User | None = None
) -> list[Case]:
    """So many open cases, taken over on the days before and after TODAY, in households of two.

    Every third has an offer, every fifth waits for somebody, so that each query of a page has rows to find.
    """
    people = Person.objects.bulk_create(
        Person(unit=unit, given_name=f"Crowd{n}", family_name="Invented", search_name=f"crowd{n} invented")
        for n in range(count)
    )
    households = Household.objects.bulk_create(Household(unit=unit) for _ in range(count // 2 + 1))
    cases = Case.objects.bulk_create(
        Case(
            number=CaseCounter.next_number(2026),
            person=person,
            unit=unit,
            household=households[n // 2],
            permit_ground=PermitGround.CONVENTION,
            opened_on=date(2026, 9, 1),
        )
        for n, person in enumerate(people)
    )
    _dates(cases)
    _teams(cases, {Part.CASEWORKER: caseworker, Part.HOLISTIC_MENTOR: mentor})
    _work(cases, CompanyFactory(), caseworker)
    refresh([case.pk for case in cases], TODAY)
    return cases


def _dates(cases: list[Case]) -> None:
    KeyDate.objects.bulk_create(
        KeyDate(
            case=case,
            event=KeyEvent.TAKEOVER,
            on=TODAY - timedelta(days=n % 70 - 10),
            source=Source.CITY,
            is_proposed=n % 7 == 0,
        )
        for n, case in enumerate(cases)
    )


def _teams(cases: list[Case], parts: dict[str, User | None]) -> None:
    TeamMember.objects.bulk_create(
        TeamMember(case=case, user=user, part=part, during=DateRange(case.opened_on, None))
        for part, user in parts.items()
        # Nobody has room as a mentor for a thousand; the first of them are enough for a query to find rows.
        for case in (cases if part == Part.CASEWORKER else cases[:WITH_A_MENTOR])
        if user
    )


def _work(cases: list[Case], company: Company, by: User | None) -> None:
    Offer.objects.bulk_create(
        Offer(
            case=case,
            company=company,
            kind=OfferKind.INTERNSHIP,
            offered_on=TODAY,
            planned_start_on=TODAY + timedelta(days=60),
        )
        for case in cases[::3]
    )
    if by:
        Waiting.objects.bulk_create(
            Waiting(
                case=case,
                kind="company",
                whom=company.name,
                what="a start date",
                since_on=TODAY,
                chase_on=TODAY + timedelta(days=3),
                created_by=by,
            )
            for case in cases[::5]
        )
