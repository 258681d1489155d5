"""Many cases at once, with clocks as in life: for tests that count queries or fill pages."""

from datetime import date

from django.db.backends.postgresql.psycopg_any import DateRange

from accounts.day import today
from accounts.models import Unit, User
from goals.refresh import refresh
from health.models import HealthOffer, Interpreter, Way
from mentoring.models import HolisticOffer
from refugees.events import KeyEvent, Source
from refugees.models import BenefitPeriod, Case, KeyDate, Person, TeamMember
from refugees.parts import Part
from screening.models import DanishReferral

CHUNK = 500


def many_cases(
    number: int, *, unit: Unit, caseworker: User, taken_over_on: date, permit_ground: str = "ukraine"
) -> list[Case]:
    """So many cases of one unit, taken over on one day; their clocks are derived from these facts."""
    first = Case.objects.count()
    people = Person.objects.bulk_create(
        Person(unit=unit, given_name=f"Invented{first + n}", family_name="Many", born_on=date(1990, 1, 1))
        for n in range(number)
    )
    cases = Case.objects.bulk_create(
        Case(
            person=person,
            unit=unit,
            permit_ground=permit_ground,
            opened_on=taken_over_on,
            number=f"KM-99-{first + n:05d}",
        )
        for n, person in enumerate(people)
    )
    since = DateRange(taken_over_on, None)
    KeyDate.objects.bulk_create(
        KeyDate(case=case, event=event, on=taken_over_on, source=Source.CITY)
        for case in cases
        # The contract is signed at once: these cases are about other promises.
        for event in (KeyEvent.TAKEOVER, KeyEvent.CONTRACT)
    )
    # And so is a health assessment offered, a mentor that nobody wants, and everybody referred to Danish education.
    declined = {"answer": "declined", "answered_on": taken_over_on, "reason": "Invented"}
    HolisticOffer.objects.bulk_create(
        HolisticOffer(case=case, offered_on=taken_over_on, **declined) for case in cases
    )
    HealthOffer.objects.bulk_create(
        HealthOffer(case=case, offered_on=taken_over_on, way=Way.LETTER, interpreter=Interpreter.NONE)
        for case in cases
    )
    DanishReferral.objects.bulk_create(
        DanishReferral(case=case, provider="Invented Language School", referred_on=taken_over_on)
        for case in cases
    )
    BenefitPeriod.objects.bulk_create(
        BenefitPeriod(case=case, kind="benefit", during=since) for case in cases
    )
    TeamMember.objects.bulk_create(
        TeamMember(case=case, user=caseworker, part=Part.CASEWORKER, during=since) for case in cases
    )
    keys = [case.pk for case in cases]
    for start in range(0, number, CHUNK):
        refresh(keys[start : start + CHUNK], today())
    return cases
