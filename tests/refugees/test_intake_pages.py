"""The screens of intake: upload, look, confirm; and who is kept out of them."""

import uuid
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from accounts.permissions import Role
from refugees.intake import sample, spreadsheet
from refugees.models import Case, IntakeList, ListStatus, Outcome
from tests.factories import UserFactory
from tests.refugees.lists import LIKE, OVERVIEW, PERSON, as_file, confirm, row_of, somebody, taken_in, url

pytestmark = pytest.mark.django_db


def send_file(client, content, name="list.csv", **data):
    return client.post("/intake/upload/", {"file": SimpleUploadedFile(name, content)} | data)


def test_a_short_list_is_read_at_once_and_shows_what_will_happen(signed_in, caseworker):
    client = signed_in(caseworker)

    response = send_file(client, as_file(PERSON, somebody(1)))

    found = IntakeList.objects.get()
    assertRedirects(response, url("intake_list", found))
    page = client.get(response.url)
    assertContains(page, "Ahmad Al-Hassan")
    assertContains(page, "2 rows are new people.")
    assertContains(page, "01-12-2026")
    assert not Case.objects.exists()


def test_confirming_opens_the_cases_and_leads_to_giving_them_out(signed_in, caseworker):
    client = signed_in(caseworker)
    send_file(client, as_file(PERSON, somebody(1)))
    found = IntakeList.objects.get()

    response = client.post(url("confirm_intake", found), follow=True)

    assertContains(response, "2 cases opened")
    assertContains(response, "The team lead gives them out.")
    assertContains(response, Case.objects.first().number)


def test_a_double_submit_makes_everything_once(signed_in, caseworker):
    client = signed_in(caseworker)
    once = str(uuid.uuid4())
    for _ in range(2):
        send_file(client, as_file(PERSON), once=once)
    found = IntakeList.objects.get()
    once = str(uuid.uuid4())

    first, second = confirm(client, found, once=once), confirm(client, found, once=once)

    assert first.url == second.url == url("intake_list", found)
    assert Case.objects.count() == 1
    assertContains(client.get(first.url), "nothing was saved twice")


def test_a_second_confirmation_by_somebody_else_does_nothing(signed_in, caseworker, colleague):
    found = taken_in(caseworker, PERSON)

    confirm(signed_in(caseworker), found)
    confirm(signed_in(colleague), found)

    assert Case.objects.count() == 1
    found.refresh_from_db()
    assert found.confirmed_by == caseworker


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "The file is empty."),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "The file is not a spreadsheet."),
        (b"one;two\r\n1;2", "No row of headings was found"),
        (as_file(), "no people below them"),
        (spreadsheet.OLD_EXCEL + spreadsheet.ENCRYPTED, "protected by a password"),
    ],
)
def test_what_is_no_list_is_refused_in_words_and_leaves_nothing(content, words, signed_in, caseworker):
    response = send_file(signed_in(caseworker), content)

    assertContains(response, words, status_code=422)
    assert not IntakeList.objects.exists()


def test_a_file_over_the_limit_is_refused_and_the_limit_is_named(signed_in, caseworker, settings):
    settings.UPLOAD_MAX_BYTES = 1024 * 1024

    response = send_file(signed_in(caseworker), b"x" * (1024 * 1024 + 1))

    assertContains(response, "larger than 1 MB", status_code=422)


def test_for_an_allocation_on_the_first_both_readings_are_offered_and_somebody_chooses(signed_in, caseworker):
    found = taken_in(caseworker, PERSON | {"Visiteret": "01-10-2026"})
    client = signed_in(caseworker)
    page = client.get(url("intake_list", found))
    assertContains(page, "02-11-2026")
    assertContains(page, "01-12-2026")

    response = confirm(client, found)
    assertContains(response, "Choose how the people allocated on the first", status_code=422)
    assert not Case.objects.exists()

    confirm(client, found, first_of_month="early")
    assert Case.objects.get().date_of("E2") == date(2026, 11, 2)


def test_a_list_of_people_known_already_asks_for_no_reading(signed_in, caseworker):
    on_first = PERSON | {"Visiteret": "01-10-2026"}
    client = signed_in(caseworker)
    confirm(client, taken_in(caseworker, on_first), first_of_month="late")
    again = taken_in(caseworker, on_first, name="again.csv")

    page = client.get(url("intake_list", again))
    confirm(client, again)

    assertNotContains(page, "When are they taken over?")
    assertNotContains(page, "two readings")
    assertContains(page, "01-12-2026")
    again.refresh_from_db()
    assert again.status == ListStatus.DONE
    assert Case.objects.get().date_of("E2") == date(2026, 12, 1)


def test_a_row_that_waits_for_a_decision_sends_nobody_to_a_choice_that_is_not_there(
    signed_in, caseworker, known
):
    found = taken_in(caseworker, LIKE | {"Visiteret": "01-10-2026"})

    page = signed_in(caseworker).get(url("intake_list", found))

    assert row_of(found).outcome == Outcome.DECIDE
    assertContains(page, "two readings")
    assertNotContains(page, "choose above")
    assertNotContains(page, "When are they taken over?")


def test_a_long_list_is_left_to_a_worker_and_shows_how_far_it_is(
    signed_in, caseworker, django_capture_on_commit_callbacks
):
    client = signed_in(caseworker)

    response = send_file(client, as_file(*(somebody(number) for number in range(201))))

    found = IntakeList.objects.get()
    assert found.status == ListStatus.READING
    page = client.get(response.url)
    assertContains(page, "The list is being read")
    assertContains(page, f'hx-get="{url("intake_progress", found)}"')
    assertContains(page, '<meta http-equiv="refresh"')
    assertContains(client.get(url("intake_progress", found)), "0 of … rows")


def test_rows_come_in_pages_and_the_address_holds_the_place(signed_in, caseworker):
    found = taken_in(caseworker, *(somebody(number) for number in range(60)))
    client = signed_in(caseworker)

    first = client.get(url("intake_list", found))
    second = client.get(first.context["next_url"])

    assert len(first.context["lines"]) == 50
    assert len(second.context["lines"]) == 10
    assert second.context["next_url"] == ""


def test_the_page_takes_the_same_queries_for_three_rows_as_for_thirty(
    signed_in, caseworker, known, django_assert_max_num_queries
):
    client = signed_in(caseworker)
    counts = []
    for size in (3, 30):
        found = taken_in(caseworker, LIKE, *(somebody(number + size) for number in range(size)))
        for show in ("decide", "create"):
            client.get(f"{url('intake_list', found)}?show={show}")
            with django_assert_max_num_queries(60) as captured:
                client.get(f"{url('intake_list', found)}?show={show}")
            counts.append(len(captured))

    assert counts[:2] == counts[2:]


def test_a_discarded_list_is_asked_about_first(signed_in, caseworker):
    found = taken_in(caseworker, PERSON)
    client = signed_in(caseworker)
    assertContains(client.get(url("discard_intake", found)), "Discard list.csv?")

    client.post(url("discard_intake", found))

    found.refresh_from_db()
    assert found.status == ListStatus.DISCARDED


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_the_sample_is_invented_and_is_read_without_an_error(kind, signed_in, caseworker):
    client = signed_in(caseworker)
    response = client.get(reverse("refugees:intake_sample", args=[kind]))
    assert response.headers["Content-Disposition"].startswith("attachment")

    send_file(client, response.content, name=f"sample.{kind}")

    found = IntakeList.objects.get()
    assert set(found.rows.values_list("outcome", flat=True)) == {Outcome.CREATE}
    assert found.rows.count() == len(sample.sample_rows()) - 1
    assert all("(opdigtet)" in row.facts.given_name for row in found.rows.all())
    assert found.rows.filter(is_on_first=True).count() == 1


def test_a_stranger_does_not_learn_that_the_list_exists(signed_in, stranger, caseworker):
    found = taken_in(caseworker, PERSON)
    client = signed_in(stranger)

    assertNotContains(client.get(OVERVIEW), "list.csv")
    for name, more in (
        ("intake_list", []),
        ("intake_progress", []),
        ("discard_intake", []),
        ("intake_row", [2]),
    ):
        assert client.get(url(name, found, *more)).status_code == 404
    for name, more in (
        ("confirm_intake", []),
        ("discard_intake", []),
        ("intake_row", [2]),
        ("decide_intake_row", [2]),
    ):
        assert client.post(url(name, found, *more), {"decision": "leave-out"}).status_code == 404
    found.refresh_from_db()
    assert found.status == ListStatus.CHECKING
    assert row_of(found).decision == ""
    assert not Case.objects.exists()


@pytest.mark.parametrize("role", [Role.MANAGER, Role.MENTOR, Role.ADMINISTRATOR, Role.HEALTH_TEAM])
def test_who_takes_in_no_lists_is_refused_and_nothing_changes(role, signed_in, caseworker, unit):
    found = taken_in(caseworker, PERSON)
    own_unit = unit if role == Role.HEALTH_TEAM else None
    user = UserFactory(role=role, unit=own_unit, manages=[unit] if role == Role.MANAGER else None)
    client = signed_in(user)

    assert client.get(OVERVIEW).status_code == 403
    assert send_file(client, as_file(somebody(1))).status_code == 403
    assert confirm(client, found).status_code == 404
    assert IntakeList.objects.count() == 1
    assert not Case.objects.exists()
