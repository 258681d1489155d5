"""The page of a company and its forms: who may, what they refuse in words, what is sent twice or overtaken."""

from datetime import timedelta

import pytest
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from internships.models import Agreement, Barring, Company, Contact, ContactPerson, ProductionUnit
from tests.factories import TODAY, CompanyFactory
from tests.internships.forms_of_companies import CALL, LIST, NEW, OPENING, boxes, url
from tests.internships.relations import everything_of, person_of, unit_of

pytestmark = pytest.mark.django_db

TOMORROW = TODAY + timedelta(days=1)


def test_a_company_is_registered_and_gets_its_parts(lise):
    response = lise.post(
        NEW, {"name": "New Bakery", "cvr": "10 00 00 09", "sector": "food", "languages": ["da", "ar"]}
    )

    made = Company.objects.get()
    assertRedirects(response, url("company", made))
    assert (made.cvr, made.sector, made.languages) == ("10000009", "food", ["da", "ar"])
    lise.post(
        url("add_unit", made), {"p_number": "10 0123 4567", "address": "Opfundet Vej 1", "district": "valby"}
    )
    lise.post(url("add_person", made), {"name": "Invented Baker", "phone": "00 00 00 01"})
    lise.post(
        url("add_agreement", made), {"kind": "partnership", "what": "Ten places."} | boxes("from_on", TODAY)
    )
    lise.post(url("record_contact", made), CALL | boxes("next_on", TOMORROW))
    lise.post(url("announce", made), OPENING | {"unit": str(ProductionUnit.objects.get().public_id)})
    lise.post(url("bar", made), {"reason": "Unsafe machines.", "from_on_when": "today"})

    page = lise.get(url("company", made))
    for words in (
        "1001234567",
        "Invented Baker",
        "Partnership agreement",
        "Two places in spring.",
        "7 h 30 min",
        "2 of 2 places free",
        "Unsafe machines.",
        "until further notice",
    ):
        assertContains(page, words)


@pytest.mark.parametrize(
    ("cvr", "sentence"),
    [("12345678", "This is not a CVR number"), ("", "Write the company&#x27;s CVR number.")],
)
def test_a_wrong_cvr_number_is_refused_in_words(lise, cvr, sentence):
    response = lise.post(NEW, {"name": "New", "cvr": cvr})

    assertContains(response, sentence, status_code=422)
    assertContains(response, 'value="New"', status_code=422)
    assert not Company.objects.exists()


def test_a_company_that_is_known_is_shown_instead_of_registered_twice(lise, company):
    response = lise.post(NEW, {"name": "New", "cvr": company.cvr})

    assertContains(response, "This company is already registered.", status_code=422)
    assertContains(response, url("company", company), status_code=422)
    assert Company.objects.count() == 1


@pytest.mark.parametrize(
    ("number", "sentence"),
    [("123", "it has ten digits"), ("2000000000", "belongs to another company: Other Bakery")],
)
def test_a_wrong_p_number_is_refused_in_words(lise, company, number, sentence):
    unit_of(CompanyFactory(name="Other Bakery"), p_number="2000000000")

    response = lise.post(
        url("add_unit", company), {"p_number": number, "address": "Opfundet Vej 1", "district": "valby"}
    )

    assertContains(response, sentence, status_code=422)
    assert company.units.count() == 0


def test_the_other_parts_are_corrected_and_lifted(lise, company, caseworker):
    everything_of(company, caseworker)
    person, agreement = ContactPerson.objects.get(), Agreement.objects.get()
    contact, barring, unit = Contact.objects.get(), Barring.objects.get(), ProductionUnit.objects.get()

    lise.post(url("describe", company), {"name": "Renamed Bakery", "sector": "food"})
    lise.post(url("correct_person", company, person), {"name": "New Baker", "email": "baker@example.org"})
    lise.post(
        url("correct_agreement", company, agreement),
        {"kind": "other", "what": "Less."} | boxes("from_on", TODAY) | boxes("until_on", TOMORROW),
    )
    lise.post(url("correct_contact", company, contact), CALL | {"about": "Corrected."})
    lise.post(url("lift", company, barring), {"lift_reason": "Mended."})
    lise.post(
        url("correct_unit", company, unit),
        {"p_number": unit.p_number, "address": "Elsewhere 2", "district": "outside", "is_closed": "on"},
    )

    page = lise.get(url("company", company))
    for words in (
        "Renamed Bakery",
        "New Baker",
        "Less.",
        "Corrected.",
        "Mended.",
        "Elsewhere 2",
        "no longer in use",
    ):
        assertContains(page, words)
    assertNotContains(page, "00 00 00 01")


def test_an_edit_overtaken_by_a_colleague_shows_both_texts(lise, at_forms, colleague, company):
    person = person_of(company)
    address = url("correct_person", company, person)
    mine = {"name": "Mine", "phone": "1"}
    version = lise.get(address).content.decode().split('name="version" value="')[1].split('"')[0]
    at_forms(colleague).post(address, {"name": "Theirs", "phone": "2"})

    response = lise.post(address, mine | {"version": version})

    assertContains(response, "Saved by Ahmed Invented", status_code=409)
    assertContains(response, "Theirs", status_code=409)
    assertContains(response, "Mine", status_code=409)
    person.refresh_from_db()
    assert person.name == "Theirs"
    version = response.content.decode().split('name="version" value="')[1].split('"')[0]
    lise.post(address, mine | {"version": version})
    person.refresh_from_db()
    assert person.name == "Mine"


def test_a_form_that_is_sent_twice_makes_one_thing(lise, company):
    key = "0193d0a0-0000-7000-8000-000000000001"

    for _ in range(2):
        lise.post(url("record_contact", company), CALL | {"once": key})

    assert Contact.objects.count() == 1


def test_companies_are_shared_by_all_units_and_a_manager_only_reads(
    signed_in, stranger, manager, company, caseworker
):
    everything_of(company, caseworker)

    assertContains(signed_in(stranger).get(url("company", company)), "Invented Baker")
    page = signed_in(manager).get(url("company", company))
    assertContains(page, "Invented Baker")
    assertNotContains(page, url("record_contact", company))
    assert signed_in(manager).post(url("describe", company), {"name": "Mine"}).status_code == 404
    company.refresh_from_db()
    assert company.name == "Invented Bakery"


@pytest.mark.parametrize("who", ["mentor", "nurse", "administrator"])
def test_nobody_else_learns_that_a_company_exists(request, signed_in, company, caseworker, who):
    everything_of(company, caseworker)
    client = signed_in(request.getfixturevalue(who))

    assert client.get(url("company", company)).status_code == 404
    assert client.get(LIST).status_code == 403
