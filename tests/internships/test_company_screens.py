"""The pages of companies: found, opened, and their parts written by caseworkers of whatever unit."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from internships.models import Agreement, Barring, Company, Contact, ContactPerson, Opening, ProductionUnit
from refugees.models import Draft
from tests.factories import TODAY, CompanyFactory, valid_cvr
from tests.internships.relations import contact_with, everything_of, opening_at, person_of, unit_of

pytestmark = pytest.mark.django_db

TOMORROW = TODAY + timedelta(days=1)
LIST, OPENINGS, CALLS, NEW = (
    reverse(f"companies:{name}") for name in ("companies", "openings", "calls", "new")
)


def url(name, company, part=None):
    keys = [company.public_id] + ([part.public_id] if part else [])
    return reverse(f"companies:{name}", args=keys)


def boxes(name, day):
    return {f"{name}_day": str(day.day), f"{name}_month": str(day.month), f"{name}_year": str(day.year)}


def other_day(name, day):
    return {f"{name}_when": "another"} | boxes(name, day)


@pytest.fixture
def company():
    return CompanyFactory(name="Invented Bakery")


OPENING = {
    "kind": "internship",
    "tasks": "Bake bread.",
    "minutes_a_week": "7:30",
    "capacity": "2",
    "languages": ["da"],
} | boxes("start_from", TODAY)
CALL = {"way": "call", "on_when": "today", "whom": "The baker", "about": "Two places in spring."}


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


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"minutes_a_week": "38"}, "the most is 37 hours a week"),
        ({"minutes_a_week": "many"}, "Write hours, for example"),
        ({"minutes_a_week": ""}, "Write how many hours a week."),
        (boxes("start_until", TODAY - timedelta(days=1)), "cannot end before it begins"),
        ({"capacity": "0"}, "At least one place."),
        ({"capacity": "1000"}, "At most 200 places"),
        ({"tasks": ""}, "Write what there is to do."),
        ({"unit": ""}, "Choose where the place is."),
        ({"kind": ""}, "Choose what is offered."),
    ],
)
def test_an_opening_that_cannot_be_is_refused_in_words(lise, company, typed, sentence):
    unit = unit_of(company)

    response = lise.post(url("announce", company), OPENING | {"unit": str(unit.public_id)} | typed)

    assertContains(response, sentence, status_code=422)
    assertContains(response, "There is 1 problem", status_code=422)
    assert not Opening.objects.exists()


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [("30", 1800), ("7:30", 450), ("7,5", 450), ("7.30", 450), ("37 t", 2220), ("7t30m", 450)],
)
def test_hours_are_read_as_people_write_them(lise, company, typed, minutes):
    unit = unit_of(company)

    lise.post(url("announce", company), OPENING | {"unit": str(unit.public_id), "minutes_a_week": typed})

    assert Opening.objects.get().minutes_a_week == minutes


def test_a_company_without_a_unit_is_asked_for_one_before_its_first_opening(lise, company):
    assertRedirects(lise.get(url("announce", company)), url("add_unit", company))


def test_fewer_places_than_are_taken_are_refused(lise, company):
    opening = opening_at(unit_of(company))
    Opening.objects.update(taken=2)

    response = lise.post(url("change_opening", company, opening), OPENING | {"capacity": "1"})

    assertContains(response, "2 places are taken already", status_code=422)
    assert Opening.objects.get().capacity == 2


def test_an_opening_is_changed_closed_and_opened_again(lise, company):
    opening = opening_at(unit_of(company))

    lise.post(url("change_opening", company, opening), OPENING | {"capacity": "5"})
    refused = lise.post(url("close_opening", company, opening), {"closing": "other"})
    lise.post(url("close_opening", company, opening), {"closing": "withdrawn"})
    opening.refresh_from_db()

    assertContains(refused, "Say which reason.", status_code=422)
    assert (opening.capacity, opening.closed_on, opening.closing) == (5, TODAY, "withdrawn")
    lise.post(url("reopen_opening", company, opening), {})
    assert list(Opening.objects.open()) == [opening]


def test_a_call_that_was_agreed_is_made_put_off_or_dropped(lise, company, caseworker):
    first = contact_with(company, caseworker, next_on=TOMORROW)

    lise.post(url("call_later", company, first), boxes("next_on", TODAY + timedelta(days=7)))
    first.refresh_from_db()
    assert first.next_on == TODAY + timedelta(days=7)
    lise.post(
        url("record_contact", company), CALL | {"made": str(first.public_id)} | boxes("next_on", TOMORROW)
    )
    first.refresh_from_db()
    assert first.next_done_on == TODAY

    second = Contact.objects.latest("pk")
    lise.post(url("drop_call", company, second), {"next_dropped": "They closed."})
    assert not Contact.objects.to_call()


def test_a_contact_is_with_somebody_and_not_in_the_future(lise, company):
    nobody = lise.post(url("record_contact", company), CALL | {"whom": ""})
    late = lise.post(url("record_contact", company), CALL | other_day("on", TOMORROW))

    assertContains(nobody, "Say with whom.", status_code=422)
    assertContains(late, "A contact is recorded on the day or later", status_code=422)
    assert not Contact.objects.exists()


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


def test_the_list_is_narrowed_by_what_the_address_says(lise, company):
    company.describe(name="Invented Bakery", sector="food", languages=["ar"])
    unit_of(company, district="valby")
    opening_at(unit_of(company, district="norrebro"))
    other = CompanyFactory(name="Other Laundry", cvr=valid_cvr(4_000_000))
    Agreement.objects.make(company=other, kind="other", what="A", from_on=TODAY, by=None)
    Barring.objects.impose(company=other, reason="Unsafe.", from_on=TODAY, by=None)

    def names(**query):
        page = lise.get(LIST, query).content.decode()
        return [name for name in ("Invented Bakery", "Other Laundry") if name in page]

    for query in (
        {"q": "bakry"},
        {"district": "valby"},
        {"district": "norrebro"},
        {"sector": "food"},
        {"language": "ar"},
        {"only": "places"},
        {"q": "invented", "district": "valby"},
    ):
        assert names(**query) == ["Invented Bakery"], query
    for query in ({"only": "agreement"}, {"only": "barred"}, {"q": other.cvr}):
        assert names(**query) == ["Other Laundry"], query
    assert names(district="nowhere", only="x") == ["Invented Bakery", "Other Laundry"]
    assert names(q="zzzzzz") == []


def test_the_list_turns_its_pages_by_key(lise, monkeypatch):
    made = [CompanyFactory(name=f"Company {number // 2:02}") for number in range(60)]

    first = lise.get(LIST)
    assertContains(first, "60 companies")
    assert [row.company for row in first.context["rows"]] == made[:50]
    second = lise.get(first.context["next_url"])
    assert [row.company for row in second.context["rows"]] == made[50:]
    back = lise.get(second.context["previous_url"])
    assert [row.company for row in back.context["rows"]] == made[:50]
    assert not back.context["previous_url"]
    assert lise.get(LIST, {"after": "nonsense"}).status_code == 404


def test_the_openings_are_narrowed_by_kind_district_language_hours_and_places(lise, company):
    near = opening_at(unit_of(company, district="valby"), tasks="Bread", languages=["da"], minutes_a_week=600)
    far = opening_at(unit_of(company, district="outside"), tasks="Cakes", kind="job", minutes_a_week=2220)
    full = opening_at(unit_of(company), tasks="Rolls", capacity=1)
    Opening.objects.filter(pk=full.pk).update(taken=1)
    over = opening_at(
        unit_of(company), tasks="Buns", start_from=date(2026, 1, 1), start_until=date(2026, 2, 1)
    )
    closed = opening_at(unit_of(company), tasks="Pies")
    closed.close(closing="filled", on=TODAY, by=None)

    def found(**query):
        return list(lise.get(OPENINGS, query).context["openings"])

    assert found() == [near, far]
    assert found(full="full") == [near, far, full]
    assert found(kind="job") == [far]
    assert found(district="valby") == [near]
    assert found(language="da") == [near, far]
    assert found(language="ar") == [far]
    assert found(hours="10") == [near]
    assert found(hours="9") == []
    assert over not in found(full="full")


def test_the_calls_are_ones_own_or_everybodys(lise, signed_in, company, caseworker, colleague, manager):
    mine = contact_with(company, caseworker, next_on=TOMORROW)
    theirs = contact_with(company, colleague, next_on=TODAY + timedelta(days=2))

    assert lise.get(CALLS).context["contacts"] == [mine]
    assert lise.get(CALLS, {"whose": "all"}).context["contacts"] == [mine, theirs]
    assert signed_in(manager).get(CALLS).context["contacts"] == [mine, theirs]


def test_every_page_takes_as_many_queries_at_three_companies_as_at_thirty(lise, caseworker):
    def more(number):
        for _ in range(number):
            everything_of(CompanyFactory(), caseworker)

    def queries(address):
        with CaptureQueriesContext(connection) as counted:
            assert lise.get(address).status_code == 200
        return len(counted)

    more(3)
    one = Company.objects.earliest("pk")
    addresses = [LIST, f"{LIST}?q=invented&district=valby", OPENINGS, CALLS, url("company", one)]
    few = [queries(address) for address in addresses]
    more(27)
    for number in range(15):
        opening_at(unit_of(one))
        contact_with(one, caseworker, person=person_of(one), next_on=TOMORROW + timedelta(days=number))

    assert [queries(address) for address in addresses] == few


def test_the_log_turns_its_pages(lise, company, caseworker):
    for number in range(21):
        contact_with(company, caseworker, about=f"Call number {number:02}.")

    first = lise.get(url("company", company))

    assertContains(first, "Call number 20.")
    assertNotContains(first, "Call number 00.")
    assertContains(lise.get(first.context["next_url"]), "Call number 00.")


def test_nobody_finds_a_company_by_the_name_of_a_person(lise, company):
    person_of(company, name="Unmistakable Name")

    assert not lise.get(LIST, {"q": "unmistakable"}).context["rows"]


def test_what_is_being_written_about_a_call_is_kept_for_its_author_until_it_is_sent(
    lise, signed_in, colleague, company
):
    address = url("record_contact", company)
    lise.post(url("keep_contact", company), CALL | {"about": "Half a sentence"})
    lise.post(url("keep_contact", company), CALL | {"about": "Half a sentence more"})

    assertContains(lise.get(address), "Half a sentence more")
    assertContains(lise.get(address), "Draft saved")
    assertNotContains(signed_in(colleague).get(address), "Half a sentence")
    assertNotContains(lise.get(url("record_contact", CompanyFactory())), "Half a sentence")

    lise.post(address, CALL)
    assertNotContains(lise.get(address), "Half a sentence")
    assert not Draft.objects.exists()
