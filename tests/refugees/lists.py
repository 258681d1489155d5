"""Lists for the tests of intake: rows of words as the file of somebody's spreadsheet."""

import csv
import io
from datetime import date

from django.urls import reverse

from accounts.models import Unit, User
from refugees.events import KeyEvent, Source
from refugees.intake.carrying_out import carry_out
from refugees.intake.staging import stage
from refugees.models import Case, IntakeList, IntakeRow, KeyDate, Person
from tests.factories import CaseFactory, PersonFactory

HEADINGS = [
    *("Fornavn", "Efternavn", "Født", "CPR-nr", "Udl.nr.", "Opholdsgrundlag", "Opholdstilladelse"),
    *("Visiteret", "CPR-registrering", "Familie-id", "Sprog", "Ydelse"),
]
PERSON = {
    "Fornavn": "Ahmad",
    "Efternavn": "Al-Hassan",
    "Født": "24-12-1990",
    "CPR-nr": "241290-1234",
    "Udl.nr.": "7001234",
    "Opholdsgrundlag": "Konvention",
    "Opholdstilladelse": "08-10-2026",
    "Visiteret": "09-10-2026",
}
OVERVIEW = "/intake/"
LIKE = PERSON | {"CPR-nr": "", "Udl.nr.": ""}  # somebody whom only the name tells


def as_file(*people: dict[str, str]) -> bytes:
    """A file with these people, in UTF-8 with semicolons."""
    text = io.StringIO()
    writer = csv.DictWriter(text, HEADINGS, delimiter=";", restval="")
    writer.writeheader()
    writer.writerows(people)
    return text.getvalue().encode()


def somebody(number: int, **cells: str) -> dict[str, str]:
    """The so-manieth invented person."""
    return {
        "Fornavn": f"Invented{number:05d}",
        "Efternavn": f"Person{number % 97}x",
        "Født": f"{number % 28 + 1:02d}-{number % 12 + 1:02d}-{1960 + number % 40}",
        "Udl.nr.": f"90{number:06d}",
        "Opholdsgrundlag": "Beskyttelsesstatus",
        "Visiteret": "09-10-2026",
    } | cells


def taken_in(user: User, *people: dict[str, str], name: str = "list.csv") -> IntakeList:
    """An uploaded list, read into rows."""
    found = IntakeList.objects.take_in(unit=user.unit, by=user, file_name=name, content=as_file(*people))
    stage(found.pk)
    found.refresh_from_db()
    return found


def confirmed(found: IntakeList, user: User, first_of_month: str = "") -> IntakeList:
    """The list, confirmed and carried out."""
    assert found.confirm(by=user, rows=found.rows.ready().count(), first_of_month=first_of_month)
    carry_out(found.pk)
    found.refresh_from_db()
    return found


def row_of(found: IntakeList, line: int = 2) -> IntakeRow:
    """The row of a line; the headings are line 1."""
    return found.rows.get(number=line)


def url(name, found, *more):
    """A page of the list."""
    return reverse(f"refugees:{name}", args=[found.public_id, *more])


def confirm(client, found, **data):
    """Confirm it on its page."""
    return client.post(url("confirm_intake", found), data)


def known_person(unit: Unit, **facts: object) -> Person:
    """The person of the list, known already."""
    facts = {
        "given_name": "Ahmad",
        "family_name": "Al-Hassan",
        "born_on": date(1990, 12, 24),
        "number": "241290-1234",
        "immigration_id": "7001234",
    } | facts
    return PersonFactory(unit=unit, **facts)


def known_case(unit: Unit, **facts: object) -> Case:
    """The case of the person of the list, with the dates that the list tells."""
    case = CaseFactory(unit=unit, person=known_person(unit, **facts))
    for event, on in ((KeyEvent.PERMIT, date(2026, 10, 8)), (KeyEvent.ALLOCATION, date(2026, 10, 9))):
        KeyDate.objects.record(case=case, event=event, on=on, source=Source.IMMIGRATION_SERVICE, by=None)
    return case
