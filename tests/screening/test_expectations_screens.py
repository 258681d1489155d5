"""Expectations matched, on the screen: it begins with the interview, is signed, printed, and never overwritten."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from refugees.models import Draft, version_of
from screening.models import Expectations
from screening.views.expectations import TELLS
from tests.factories import TODAY
from tests.forms import no_day, on
from tests.screening.interviewing import hold

pytestmark = pytest.mark.django_db

SAID = {
    "matched_on_when": "today",
    "explained": ["work", "contract"],
    "explained_text": "",
    "expects": "A job in a bakery soon",
    "agreed": "Danish in the mornings",
}
SIGNED = {"city_signed_on_when": "today", "person_missing": ""} | on("person_signed_on", TODAY)


def url(name, case, *rows):
    return reverse(f"screening:{name}", args=[case.public_id, *(row.public_id for row in rows)])


@pytest.fixture
def lise(signed_in, caseworker):
    return signed_in(caseworker)


@pytest.fixture
def row(case, caseworker):
    return Expectations.objects.match(
        case=case,
        matched_on=TODAY,
        explained=["work"],
        expects="A job",
        agreed="Danish first",
        today=TODAY,
        by=caseworker,
    )


def test_what_was_said_on_both_sides_is_written_down(lise, case):
    assertContains(lise.get(url("expectations", case)), "Expectations are not matched yet.")

    response = lise.post(url("match_expectations", case), SAID)

    assertRedirects(response, url("expectations", case))
    row = Expectations.objects.get()
    assert (row.explained, row.expects, row.interview) == (["work", "contract"], SAID["expects"], None)
    page = lise.get(url("expectations", case))
    for words in (SAID["agreed"], "To sign a contract", "Waits for the signatures"):
        assertContains(page, words)
    assertContains(lise.get(reverse("case", args=[case.public_id])), "not signed yet")


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({"explained": []}, "Choose at least one thing that was explained."),
        ({"expects": ""}, "Write what the person expects."),
        ({"agreed": " "}, "Write what you agreed."),
        (on("matched_on", date(2026, 12, 24)), "This day has not come yet."),
    ],
)
def test_what_is_refused_is_told_and_nothing_typed_is_lost(lise, case, sent, sentence):
    response = lise.post(url("match_expectations", case), SAID | {"explained_text": "Mornings"} | sent)

    assertContains(response, sentence, status_code=422)
    assertContains(response, "Mornings", status_code=422)
    assert not Expectations.objects.exists()


def test_it_begins_with_what_the_first_interview_says_and_is_about_it(lise, case, caseworker):
    interview = hold(
        case, caseworker, explained=["work", "danish"], expects="A bakery", agreed="Danish at seven"
    )
    page = lise.get(url("match_expectations", case))
    assertContains(page, "A bakery")
    assertContains(page, "Danish at seven")
    assert page.context["form"].initial["explained"] == ["work", "danish"]

    lise.post(url("match_expectations", case), SAID)

    assert Expectations.objects.get().interview == interview
    assertContains(lise.get(url("expectations", case)), "First interview, Mon 23 Nov")
    # The next talk is about something else.
    assertNotContains(lise.get(url("match_expectations", case)), "A bakery")


def test_what_is_being_written_is_kept_with_all_that_was_chosen(lise, case):
    lise.post(url("keep_expectations", case), {"explained": ["work", "danish"], "expects": "A b"})

    form = lise.get(url("match_expectations", case)).context["form"]

    assert (form.initial["explained"], form.initial["expects"]) == (["work", "danish"], "A b")
    lise.post(url("match_expectations", case), SAID)
    assert not Draft.objects.exists()


def test_a_later_talk_stands_above_and_changes_nothing(lise, case, row):
    lise.post(url("match_expectations", case), SAID)

    page = lise.get(url("expectations", case)).content.decode()

    assert page.index(SAID["agreed"]) < page.index("Danish first")
    assert Expectations.objects.count() == 2
    assertContains(lise.get(reverse("case", args=[case.public_id])), SAID["agreed"])


def test_the_signatures_are_recorded(lise, case, row):
    sent = SIGNED | {"version": version_of(row, TELLS)}

    assertRedirects(lise.post(url("sign_expectations", case, row), sent), url("expectations", case))

    page = lise.get(url("expectations", case))
    assertContains(page, "Signed by both")
    assertNotContains(page, "Record the signatures")


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        (no_day("person_signed_on"), "Say why the person&#x27;s signature is missing."),
        ({"person_missing": "absent"}, "Either the person signed"),
        (on("person_signed_on", date(2026, 11, 2)), "Nobody signs before the talk."),
    ],
)
def test_a_signature_or_a_reason(lise, case, row, sent, sentence):
    response = lise.post(
        url("sign_expectations", case, row), SIGNED | {"version": version_of(row, TELLS)} | sent
    )

    assertContains(response, sentence, status_code=422)
    assert Expectations.objects.get().is_open


def test_who_comes_second_sees_what_was_signed(lise, case, row):
    sent = SIGNED | {"version": version_of(row, TELLS)}
    lise.post(url("sign_expectations", case, row), sent)

    late = lise.post(
        url("sign_expectations", case, row), sent | no_day("person_signed_on") | {"person_missing": "refused"}
    )

    assertContains(late, "Somebody else saved this", status_code=409)
    assertContains(late, "Does not want to sign", status_code=409)
    assert Expectations.objects.get().person_signed_on == TODAY


def test_it_is_withdrawn_with_a_reason(lise, case, row):
    sent = {"version": version_of(row, TELLS), "reason": "Another person"}

    assert lise.post(url("withdraw_expectations", case, row), sent).status_code == 302

    assertContains(lise.get(url("expectations", case)), "Reason: Another person")
    assertNotContains(lise.get(reverse("case", args=[case.public_id])), "Expectations matched</h2>")


def test_the_sheet_says_everything_in_two_languages_and_no_case_number(lise, case, row):
    page = lise.get(url("print_expectations", case, row))

    for words in (
        "Forventningsafstemning",
        "Matching of expectations",
        "At arbejde og forsørge sig selv",
        "To work and support oneself",
        "Danish first",
        case.person.name,
    ):
        assertContains(page, words)
    assertNotContains(page, case.number)


def test_the_unit_reads_it_and_who_may_not_learns_and_writes_nothing(
    signed_in, manager, mentor, stranger, case, row
):
    assertContains(signed_in(manager).get(url("expectations", case)), "Danish first")
    assertNotContains(signed_in(manager).get(url("expectations", case)), "Record the signatures")
    for user in (mentor, stranger):
        assert signed_in(user).get(url("expectations", case)).status_code == 404
        assert signed_in(user).get(url("print_expectations", case, row)).status_code == 404
    for user in (manager, mentor, stranger):
        browser = signed_in(user)
        assert browser.post(url("match_expectations", case), SAID).status_code == 404
        for name in ("sign_expectations", "withdraw_expectations"):
            assert browser.post(url(name, case, row), SIGNED).status_code == 404
    assert Expectations.objects.get().is_open


def test_the_page_takes_the_same_queries_however_many_talks(lise, case, caseworker, row):
    def queries():
        with CaptureQueriesContext(connection) as captured:
            lise.get(url("expectations", case))
        return len(captured)

    lise.get(url("expectations", case))
    few = queries()
    for _again in range(9):
        Expectations.objects.create(
            case=case, matched_on=TODAY, explained=["work"], expects="A", agreed="B", recorded_by=caseworker
        )

    assert queries() == few
