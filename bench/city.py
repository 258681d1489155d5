"""A city of any size, written by COPY: the same facts for the same number, and nobody in it exists."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db import connections
from django.db.backends.postgresql.psycopg_any import DateRange
from django.db.models import Model
from django.utils import timezone
from uuid6 import uuid7

from accounts.models import Unit, User
from accounts.permissions import Role
from bench import services
from goals.models import Ground, Pause
from internships.models import Answer, Company, Offer, OfferKind, Placement
from refugees.events import KeyEvent, Source
from refugees.models import (
    BenefitPeriod,
    Case,
    CloseReason,
    JobReadiness,
    KeyDate,
    Occupation,
    OccupationEnding,
    OccupationKind,
    Person,
    TeamMember,
)
from refugees.parts import Part
from refugees.takeover import PermitGround

CASES_A_UNIT = 5_000
CASES_A_CASEWORKER = 50
YEARS = 10

Row = dict[str, Any]


class City:
    """The facts of `size` cases. Each follows from the case's number alone, so that every run measures the same."""

    def __init__(self, size: int, today: date) -> None:
        self.size, self.today = size, today
        self.units = max(2, size // CASES_A_UNIT)
        self.recorded_at = timezone.make_aware(datetime(2026, 11, 1, 12))
        self.owner = connections["owner"]

    def build(self, say: Callable[[str], None]) -> None:
        """Write every fact; the clocks are the product's own work."""
        for model, rows in self.tables().items():
            say(model.__name__)
            self._copy(model, rows)
        with self.owner.cursor() as cursor:
            cursor.execute("ANALYZE")

    def tables(self) -> dict[type[Model], Iterable[Row]]:
        """The rows of each table, in the order in which they refer to each other."""
        return {
            Unit: ({"id": n, "name": f"Unit {n}"} for n in range(1, self.units + 1)),
            User: self._users(),
            Company: ({"id": 1, "name": "Invented ApS", "cvr": "10000009"},),
            Person: map(self._person, self.numbers()),
            Case: map(self._case, self.numbers()),
            KeyDate: self.numbered(self._key_dates()),
            TeamMember: map(self._caseworker, self.numbers()),
            BenefitPeriod: self.numbered(self._benefits()),
            JobReadiness: self.numbered(self._exemptions()),
            Offer: self.numbered(self._offers()),
            Occupation: self.numbered(self._occupations()),
            Placement: self._placements(),
            Pause: self.numbered(self._pauses()),
            **services.tables(self),
        }

    def caseworker_of(self, n: int) -> int:
        """The id of the caseworker of case `n`: a unit's cases in blocks of fifty."""
        return 1 + (n - 1) // CASES_A_CASEWORKER

    def taken_over(self, n: int) -> date:
        """Spread over the years before today; a few still to come."""
        return self.today + timedelta(days=20 - n * 37 % (YEARS * 365))

    def allocated(self, n: int) -> date | None:
        """Of those who came lately, when they were allocated: interviews are kept since then."""
        on = self.taken_over(n) - timedelta(days=40)
        return on if on >= date(2026, 1, 1) else None

    def categorised(self, n: int) -> date | None:
        """When job-readiness was decided, unless it has not been."""
        on = self.taken_over(n) + timedelta(days=50 + n * 17 % 60)
        return on if n % 4 and on <= self.today else None

    def closed(self, n: int) -> date | None:
        """When the case was closed, of every third old one."""
        start = self.taken_over(n)
        return (
            start + timedelta(days=600) if n % 3 == 0 and start < self.today - timedelta(days=700) else None
        )

    def numbers(self) -> range:
        """The cases."""
        return range(1, self.size + 1)

    def _unit_of(self, n: int) -> int:
        return 1 + (n - 1) * self.units // self.size

    def numbered(self, rows: Iterable[Row]) -> Iterator[Row]:
        """The rows with keys of their own."""
        return ({"id": pk, **row} for pk, row in enumerate(rows, start=1))

    def _users(self) -> Iterator[Row]:
        last = self.caseworker_of(self.size)
        for pk in range(1, last + 1):
            unit = self._unit_of(min((pk - 1) * CASES_A_CASEWORKER + 1, self.size))
            yield {"id": pk, "username": f"c{pk}", "role": Role.CASEWORKER, "unit_id": unit, "password": "!"}
        yield {"id": last + 1, "username": "manager", "role": Role.MANAGER, "password": "!"}

    def _person(self, n: int) -> Row:
        return {
            "id": n,
            "unit_id": self._unit_of(n),
            "given_name": "Invented",
            "family_name": f"Person{n}",
            "search_name": f"invented person{n}",
            "born_on": date(1970 + n % 35, 1 + n % 12, 1 + n % 28),
        }

    def _case(self, n: int) -> Row:
        start = self.taken_over(n)
        closed_on = self.closed(n)
        return {
            "id": n,
            "number": f"B-{n}",
            "person_id": n,
            "unit_id": self._unit_of(n),
            "permit_ground": PermitGround.UKRAINE
            if n % 5 == 0 and start.year >= 2022
            else PermitGround.CONVENTION,
            "opened_on": start - timedelta(days=40),
            "closed_on": closed_on,
            "close_reason": CloseReason.MOVED if closed_on else "",
        }

    def _key_dates(self) -> Iterator[Row]:
        for n in self.numbers():
            start = self.taken_over(n)
            yield self._key_date(n, KeyEvent.TAKEOVER, start)
            if n % 20 and (on := start + timedelta(days=n * 13 % 50)) <= self.today:
                yield self._key_date(n, KeyEvent.CONTRACT, on)
            if on := self.categorised(n):
                yield self._key_date(n, KeyEvent.CATEGORISED, on)
            if on := self.allocated(n):
                yield self._key_date(n, KeyEvent.ALLOCATION, on)

    def _key_date(self, n: int, event: KeyEvent, on: date) -> Row:
        return {
            "case_id": n,
            "event": event,
            "on": on,
            "source": Source.CITY,
            "recorded_at": self.recorded_at,
        }

    def _caseworker(self, n: int) -> Row:
        return {
            "id": n,
            "case_id": n,
            "user_id": self.caseworker_of(n),
            "part": Part.CASEWORKER,
            "during": DateRange(date(2016, 1, 1), None),
        }

    def _benefits(self) -> Iterator[Row]:
        for n in self.numbers():
            start, end = self.taken_over(n), None
            if n % 7 == 0:
                end = start + timedelta(days=10 + n % 300)
                yield self._period(n, end, None) | {"kind": "self-supporting"}
            yield self._period(n, start, end) | {"kind": "benefit"}

    def _exemptions(self) -> Iterator[Row]:
        for n in self.numbers():
            if n % 12 == 0:
                start = self.taken_over(n) + timedelta(days=10)
                yield self._period(n, start, start + timedelta(days=60)) | {
                    "is_ready": False,
                    "reason": "Invented",
                }

    def _period(self, n: int, start: date, end: date | None) -> Row:
        return {"case_id": n, "during": DateRange(start, end), "recorded_at": self.recorded_at}

    def _offers(self) -> Iterator[Row]:
        for n in self.numbers():
            on = self.taken_over(n) + timedelta(days=n * 7 % 45)
            if n % 5 and on <= self.today:
                yield {
                    "case_id": n,
                    "company_id": 1,
                    "kind": OfferKind.INTERNSHIP,
                    "offered_on": on,
                    "planned_start_on": on + timedelta(days=10),
                    "answer": Answer.ACCEPTED,
                    "answered_on": on,
                    "recorded_at": self.recorded_at,
                }

    def _placements(self) -> Iterator[Row]:
        """The company's side of each occupation."""
        for pk, _row in enumerate(self._occupations(), start=1):
            yield {"id": pk, "occupation_id": pk, "company_id": 1}

    def _occupations(self) -> Iterator[Row]:
        for n in self.numbers():
            on = self.taken_over(n) + timedelta(days=n * 11 % 60)
            if n % 10 > 2 and on <= self.today:
                last = on + timedelta(days=55)
                yield {
                    "case_id": n,
                    "kind": OccupationKind.INTERNSHIP,
                    "place": "Invented ApS",
                    "started_on": on,
                    "last_on": last if last <= self.today else None,
                    "ending": OccupationEnding.COMPLETED if last <= self.today else OccupationEnding.OPEN,
                    "recorded_at": self.recorded_at,
                }

    def _pauses(self) -> Iterator[Row]:
        for n in self.numbers():
            if n % 20 == 7:
                start = self.taken_over(n) + timedelta(days=5)
                end = start + timedelta(days=1 + n % 40)
                on_the_day = timezone.make_aware(datetime.combine(start, time(12)))
                pause = {"ground": Ground.ILLNESS, "recorded_at": on_the_day}
                yield self._period(n, start, end) | pause

    def _copy(self, model: type[Model], rows: Iterable[Row]) -> None:
        """Write rows as they are. History by trigger is left out: the facts were never changed by anybody."""
        table, defaults = model._meta.db_table, _defaults(model)
        with self.owner.cursor() as cursor:
            cursor.execute(f'ALTER TABLE "{table}" DISABLE TRIGGER USER')
            columns = ", ".join(f'"{field.column}"' for field in model._meta.concrete_fields)
            names = list(defaults)
            with cursor.cursor.copy(f'COPY "{table}" ({columns}) FROM STDIN') as copy:
                for row in rows:
                    if "public_id" in defaults:
                        row = {"public_id": uuid7()} | row
                    copy.write_row([row.get(name, defaults[name]) for name in names])
            cursor.execute(f'ALTER TABLE "{table}" ENABLE TRIGGER USER')
            cursor.execute(
                f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), max(id)) FROM \"{table}\""
            )


def _defaults(model: type[Model]) -> Row:
    """What each column holds where a row says nothing."""
    blank, owner = model(), connections["owner"]
    return {
        # As the database keeps it: of what is stored enciphered, nothing is no text at all.
        field.attname: field.get_db_prep_save(getattr(blank, field.attname), owner)
        for field in model._meta.concrete_fields
    }
