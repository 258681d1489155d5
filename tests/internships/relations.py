"""A company with its parts, as small as each may be."""

from datetime import date
from itertools import count

from internships.models import Agreement, Barring, Contact, ContactPerson, Opening, ProductionUnit
from tests.factories import TODAY

_numbers = count(1_000_000_001)

OPENING = {
    "kind": "internship",
    "tasks": "Bake bread.",
    "minutes_a_week": 20 * 60,
    "capacity": 2,
    "start_from": TODAY,
}


def unit_of(company, **facts):
    """A workplace in Valby."""
    facts = {
        "p_number": str(next(_numbers)),
        "name": "",
        "address": "Opfundet Vej 1, 2500 Valby",
        "district": "valby",
    } | facts
    return ProductionUnit.objects.add(company=company, by=None, **facts)


def person_of(company, **facts):
    """Somebody who answers the phone."""
    facts = {"name": "Invented Baker", "phone": "00 00 00 01"} | facts
    return ContactPerson.objects.add(company=company, by=None, **facts)


def opening_at(unit, **facts):
    """Two places of twenty hours."""
    return Opening.objects.announce(unit=unit, by=None, **(OPENING | facts))


def contact_with(company, by, **facts):
    """A call on the day before TODAY."""
    facts = {"way": "call", "on": date(2026, 11, 22), "about": "They have work.", "whom": "The baker"} | facts
    return Contact.objects.record(company=company, by=by, today=TODAY, **facts)


def everything_of(company, by):
    """One of each part; the company is not to be used today, and is to be called tomorrow."""
    opening_at(unit_of(company))
    contact_with(company, by, person=person_of(company), next_on=date(2026, 11, 24))
    Agreement.objects.make(company=company, kind="partnership", what="Ten places.", from_on=TODAY, by=by)
    Barring.objects.impose(company=company, reason="Unsafe.", from_on=TODAY, by=by)
