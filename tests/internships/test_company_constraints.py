"""What must always hold of companies and their parts, whoever writes: one test a rule, by its name."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.backends.postgresql.psycopg_any import DateRange
from django.db.utils import ProgrammingError

from internships.models import Agreement, Barring, Company, Contact, ContactPerson, Opening, ProductionUnit
from tests.factories import TODAY, CompanyFactory, UserFactory
from tests.internships.relations import contact_with, opening_at, person_of, unit_of

pytestmark = pytest.mark.django_db

YESTERDAY = TODAY - timedelta(days=1)


def company(**facts):
    return Company.objects.create(**({"name": "A", "cvr": "10000009"} | facts))


def unit(**facts):
    unit_of(CompanyFactory())
    ProductionUnit.objects.update(**facts)


def person(**facts):
    person_of(CompanyFactory())
    ContactPerson.objects.update(**facts)


def agreement(**facts):
    facts = {"kind": "other", "what": "Four places a year.", "from_on": TODAY} | facts
    Agreement.objects.create(company=CompanyFactory(), **facts)


def barring(**facts):
    facts = {"reason": "Unsafe.", "during": DateRange(TODAY, None)} | facts
    return Barring.objects.create(**({"company": CompanyFactory()} | facts))


def contact(**facts):
    contact_with(CompanyFactory(), UserFactory())
    Contact.objects.update(**facts)


def opening(**facts):
    opening_at(unit_of(CompanyFactory()))
    Opening.objects.update(**facts)


def at_another_company(make):
    return make(CompanyFactory(), unit_of(CompanyFactory()))


RULES = {
    "cvr_has_eight_digits": lambda: company(cvr="01234567"),
    "company_has_a_name": lambda: company(name=""),
    "company_sector_is_known": lambda: company(sector="magic"),
    "company_languages_are_known": lambda: company(languages=["xx"]),
    "p_number_has_ten_digits": lambda: unit(p_number="123"),
    "production_unit_has_an_address": lambda: unit(address=""),
    "production_unit_district_is_known": lambda: unit(district="roskilde"),
    "contact_person_has_a_name": lambda: person(name=""),
    "contact_person_can_be_reached": lambda: person(phone="", email=""),
    "agreement_kind_is_known": lambda: agreement(kind="handshake"),
    "agreement_says_what": lambda: agreement(what=""),
    "agreement_ends_after_it_begins": lambda: agreement(until_on=YESTERDAY),
    "barring_says_why": lambda: barring(reason=""),
    "barring_has_days": lambda: barring(during=DateRange(None, TODAY)),
    "barring_is_lifted_with_a_reason": lambda: barring(lifted_on=TODAY),
    "contact_way_is_known": lambda: contact(way="thought"),
    "contact_says_what": lambda: contact(about=""),
    "contact_is_with_somebody": lambda: contact(whom=""),
    "next_call_comes_after_the_contact": lambda: contact(next_on=date(2026, 11, 22)),
    "next_call_is_made_only_if_agreed": lambda: contact(next_done_on=TODAY),
    "opening_kind_is_known": lambda: opening(kind="holiday"),
    "opening_says_the_tasks": lambda: opening(tasks=""),
    "opening_hours_within_full_time": lambda: opening(minutes_a_week=37 * 60 + 1),
    "opening_languages_are_known": lambda: opening(languages=["xx"]),
    "opening_has_places": lambda: opening(capacity=0),
    "opening_holds_what_is_taken": lambda: opening(taken=3),
    "opening_can_start_before_it_ends": lambda: opening(start_until=YESTERDAY),
    "opening_is_closed_with_a_reason": lambda: opening(closed_on=TODAY),
}
# Exclusions, and rules over two tables.
MORE_RULES = {
    "company_is_barred_once_at_a_time": lambda: barring(company=barring().company),
    "person_at_a_unit_of_the_company": lambda: at_another_company(
        lambda ours, theirs: ContactPerson.objects.create(company=ours, unit=theirs, name="A", phone="1")
    ),
    "contact_with_a_person_of_the_company": lambda: contact(person=person_of(CompanyFactory())),
}


@pytest.mark.parametrize("constraint", RULES | MORE_RULES)
def test_the_database_refuses(constraint):
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        (RULES | MORE_RULES)[constraint]()
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


@pytest.mark.parametrize("table", [Agreement, Barring, Contact, ContactPerson])
def test_nobody_deletes_what_was_once_said(table):
    barring()
    agreement()
    contact()
    person()

    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        table.objects.all()._raw_delete("default")

    assert table.objects.count() == 1
