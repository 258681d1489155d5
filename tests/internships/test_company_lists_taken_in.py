"""Companies from a list: looked at row by row, carried out by one button, safe to repeat, nothing lost."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, models, transaction
from django.urls import reverse
from openpyxl import Workbook
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from internships.company_import import look
from internships.company_rows import SYNONYMS, Column, read_row
from internships.models import Company, ContactPerson, ProductionUnit
from refugees.models import StagedList, StagedRow
from refugees.staged import Prospect, RowResult
from tests.factories import TODAY, CompanyFactory, valid_cvr
from tests.internships.relations import unit_of
from tests.internships.staged import as_file, staged, staged_sample

pytestmark = pytest.mark.django_db

NEW = valid_cvr(3_000_000)
HEADINGS = [
    "CVR-nr.",
    "Virksomhed",
    "Branche",
    "P-nr.",
    "Adresse",
    "Bydel",
    "Kontaktperson",
    "Telefon",
    "E-mail",
]
BAKERY = [
    NEW,
    "Invented Bakery",
    "food",
    "1777000001",
    "Invented Road 1",
    "Valby",
    "Bente Invented",
    "70000000",
    "",
]


def row_of(*cells):
    return dict(zip([each.value for each in COLUMNS], cells, strict=True))


COLUMNS = [
    *(Column.CVR, Column.NAME, Column.SECTOR, Column.P_NUMBER, Column.ADDRESS, Column.DISTRICT),
    *(Column.PERSON, Column.PHONE, Column.EMAIL),
]


def url(name, *args):
    return reverse(f"refugees:{name}", args=["companies", *args])


def test_every_heading_belongs_to_one_column():
    words = [word for text in SYNONYMS.values() for word in text.split()]

    assert len(words) == len(set(words))
    assert set(SYNONYMS) == set(Column)


def test_a_row_becomes_a_company_its_workplace_and_whom_to_call(caseworker):
    found = staged(caseworker, as_file(HEADINGS, BAKERY))

    assert not Company.objects.exists()
    assert found.carry_out(by=caseworker, today=TODAY) == 1

    unit = ProductionUnit.objects.select_related("company").get()
    assert (unit.company.cvr, unit.company.sector, unit.district) == (NEW, "food", "valby")
    person = ContactPerson.objects.get()
    assert (person.name, person.phone, person.unit) == ("Bente Invented", "70000000", unit)
    found.refresh_from_db()
    assert (found.status, found.carried_out_by) == ("done", caseworker)
    context = Company.pgh_event_model.objects.get().pgh_context
    assert context is not None


def test_the_same_list_again_changes_nothing(caseworker):
    staged(caseworker, as_file(HEADINGS, BAKERY)).carry_out(by=caseworker, today=TODAY)
    again = staged(caseworker, as_file(HEADINGS, BAKERY))
    again.carry_out(by=caseworker, today=TODAY)
    again.carry_out(by=caseworker, today=TODAY)

    assert [row.result for row in StagedRow.objects.order_by("pk")] == [RowResult.MADE, RowResult.UNCHANGED]
    assert (Company.objects.count(), ProductionUnit.objects.count(), ContactPerson.objects.count()) == (
        1,
        1,
        1,
    )


def test_what_changes_is_shown_beside_what_is_known_and_empty_cells_wipe_nothing(caseworker):
    staged(caseworker, as_file(HEADINGS, BAKERY)).carry_out(by=caseworker, today=TODAY)
    moved = [
        NEW,
        "Invented Bakery Ltd",
        "",
        "1777000001",
        "Invented Road 9",
        "",
        "bente invented",
        "71000000",
        "",
    ]

    [seen] = look([row_of(*moved)], caseworker, TODAY)
    staged(caseworker, as_file(HEADINGS, moved)).carry_out(by=caseworker, today=TODAY)

    assert seen.prospect == Prospect.CHANGED
    assert [(change.label, change.was, change.becomes) for change in seen.changes] == [
        ("Company", "Invented Bakery", "Invented Bakery Ltd"),
        ("Address", "Invented Road 1", "Invented Road 9"),
        ("Phone", "70000000", "71000000"),
    ]
    company, unit = Company.objects.get(), ProductionUnit.objects.get()
    assert (company.name, company.sector) == ("Invented Bakery Ltd", "food")
    assert (unit.address, unit.district) == ("Invented Road 9", "valby")
    assert ContactPerson.objects.get().phone == "71000000"


WRONG = {
    "12345678": (0, "This is not a CVR number"),
    "magic": (2, "No sector we know"),
    "17770": (3, "This is not a P-number"),
    "Atlantis": (5, "No district we know"),
    "not-an-address": (8, "valid email"),
}


@pytest.mark.parametrize("typed", WRONG)
def test_what_is_wrong_is_said_in_words_and_stays_on_the_list(caseworker, typed):
    place, sentence = WRONG[typed]
    bent = [*BAKERY[:place], typed, *BAKERY[place + 1 :]]

    [seen] = look([row_of(*bent)], caseworker, TODAY)
    found = staged(caseworker, as_file(HEADINGS, bent))

    assert seen.prospect == Prospect.CANNOT
    assert any(sentence in problem for problem in seen.problems)
    assert found.carry_out(by=caseworker, today=TODAY) == 0
    assert found.rows.pending().count() == 1
    assert not Company.objects.exists()


@pytest.mark.parametrize(
    ("cells", "sentence"),
    [
        ({"name": "No number"}, "The CVR number is missing."),
        ({"cvr": NEW}, "its name is missing"),
        ({"cvr": NEW, "name": "A", "address": "B"}, "The P-number is missing"),
        ({"cvr": NEW, "name": "A", "p_number": "1777000001"}, "its address and district are missing"),
        ({"cvr": NEW, "name": "A", "person": "Bente"}, "Nobody can call"),
        ({"cvr": NEW, "name": "A", "phone": "1"}, "but no contact person"),
        ({"cvr": NEW, "name": "A" * 161}, "too long"),
    ],
)
def test_what_is_missing_is_said(caseworker, cells, sentence):
    [seen] = look([cells], caseworker, TODAY)

    assert any(sentence in problem for problem in seen.problems)


def test_a_unit_of_another_company_is_refused_by_its_name(caseworker):
    other = unit_of(CompanyFactory(name="Other Invented"))

    [seen] = look([row_of(NEW, "A", "", other.p_number, "B", "Valby", "", "", "")], caseworker, TODAY)

    assert "belongs to another company: Other Invented" in seen.problems[0]


def test_danish_words_are_read_too():
    facts, problems = read_row(
        {"cvr": f"DK {NEW[:4]} {NEW[4:]}", "district": "NØRREBRO", "languages": "dansk og arabisk"}
    )

    assert (facts.cvr, facts.district, facts.languages, problems) == (NEW, "norrebro", ("da", "ar"), [])


def test_the_sample_is_carried_out_whole(caseworker):
    found = staged_sample(caseworker)
    assert found.carry_out(by=caseworker, today=TODAY) == 4

    assert (Company.objects.count(), ProductionUnit.objects.count(), ContactPerson.objects.count()) == (
        3,
        4,
        3,
    )


def test_upload_look_and_carry_out_on_the_screen(signed_in, caseworker):
    lise = signed_in(caseworker)
    book = Workbook()
    for row in (HEADINGS, BAKERY, ["1", *BAKERY[1:]]):
        book.active.append(row)
    content = io.BytesIO()
    book.save(content)

    sent = lise.post(url("upload_staged"), {"file": SimpleUploadedFile("list.xlsx", content.getvalue())})
    found = StagedList.objects.get()
    assertRedirects(sent, url("staged_list", found.public_id), fetch_redirect_response=False)
    page = lise.get(sent.url)
    assertContains(page, "Carry out 1 row")
    assertContains(page, "This is not a CVR number")
    done = lise.post(url("carry_out_staged", found.public_id), follow=True)

    assertContains(done, "1 row is carried out.")
    assertContains(done, "This is not a CVR number")
    assertNotContains(done, "Carry out 1 row")
    assert Company.objects.get().name == "Invented Bakery"
    lise.post(url("discard_staged", found.public_id))
    assert not found.rows.pending().exists()
    assert found.rows.count() == 1


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"Navn;Adresse\nA;B", "among them"),
        (b"CVR-nr.;Virksomhed\n", "no rows below them"),
        (as_file(["CVR-nr.", "Virksomhed"], *[[NEW, "A"]] * 501), "more than 500 rows"),
    ],
)
def test_a_file_that_is_no_such_list_is_refused_in_words(signed_in, caseworker, content, sentence):
    response = signed_in(caseworker).post(
        url("upload_staged"), {"file": SimpleUploadedFile("x.csv", content)}
    )

    assertContains(response, sentence, status_code=422)
    assert not StagedList.objects.exists()


def test_another_unit_does_not_see_the_list_and_a_manager_may_not(signed_in, caseworker, stranger, manager):
    found = staged(caseworker, as_file(HEADINGS, BAKERY))

    for user in (stranger, manager):
        client = signed_in(user)
        assert client.get(url("staged_list", found.public_id)).status_code == 404
        assert client.post(url("carry_out_staged", found.public_id)).status_code == 404
    assert not Company.objects.exists()


@pytest.mark.parametrize("number", [3, 30])
def test_looking_costs_the_same_at_any_number(caseworker, number, django_assert_num_queries):
    units = [unit_of(CompanyFactory()) for _ in range(number)]
    rows = [row_of(unit.company.cvr, "A", "", unit.p_number, "", "", "", "", "") for unit in units]

    with django_assert_num_queries(3):
        look(rows, caseworker, TODAY)


RULES = {
    "staged_list_status_is_known": lambda found: StagedList.objects.update(status="lost"),
    "staged_list_is_carried_out_by_somebody": lambda found: StagedList.objects.update(status="done"),
    "one_staged_list_per_file": lambda found: StagedList.objects.create(
        kind=found.kind, unit=found.unit, uploaded_by=found.uploaded_by, file_name="x", sha256=found.sha256
    ),
    "one_staged_row_per_line": lambda found: StagedRow.objects.create(
        staged_list=found, unit=found.unit, number=2, cipher=b"x"
    ),
    "staged_result_and_time_go_together": lambda found: found.rows.update(result="made"),
}


@pytest.mark.parametrize("constraint", RULES)
def test_the_database_refuses(caseworker, constraint):
    found = staged(caseworker, as_file(HEADINGS, BAKERY))

    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        RULES[constraint](found)


def test_every_rule_is_tested_here():
    kinds = (models.CheckConstraint, models.UniqueConstraint)
    ours = {
        rule.name
        for model in (StagedList, StagedRow)
        for rule in model._meta.constraints
        if isinstance(rule, kinds)
    }

    assert ours == set(RULES)
