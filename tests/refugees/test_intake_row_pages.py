"""The rows of a list on the screen: what is wrong is corrected, who is known is decided."""

import pytest
from django.core.exceptions import ValidationError
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from refugees.intake.staging import correct
from refugees.models import Case, Decision, Outcome
from tests.factories import TODAY, CaseFactory, PersonFactory
from tests.refugees.lists import LIKE, OVERVIEW, PERSON, confirm, confirmed, row_of, taken_in, url

pytestmark = pytest.mark.django_db


def test_a_wrong_row_says_what_is_wrong_and_is_mended_in_place(signed_in, caseworker):
    found = taken_in(caseworker, PERSON | {"Født": "31-02-1990"})
    client = signed_in(caseworker)
    assertContains(client.get(url("intake_list", found)), "Date of birth: Not a date.")

    page = client.get(url("intake_row", found, 2))
    assertContains(page, "Not a date.")
    assertContains(page, 'value="31-02-1990"')
    cells = dict(page.context["form"].data.items()) | {"born_on": "28-02-1990"}
    response = client.post(url("intake_row", found, 2), cells)

    assertRedirects(response, url("intake_list", found))
    assert row_of(found).outcome == Outcome.CREATE


def test_a_row_that_is_still_wrong_keeps_what_was_typed(signed_in, caseworker):
    found = taken_in(caseworker, PERSON | {"Født": "31-02-1990"})
    client = signed_in(caseworker)
    data = dict(client.get(url("intake_row", found, 2)).context["form"].data)

    response = client.post(url("intake_row", found, 2), data | {"born_on": "soon", "given_name": "Selam"})

    assertContains(response, "Not a date.", status_code=422)
    assert row_of(found).cells["given_name"] == "Selam"
    assert row_of(found).outcome == Outcome.CANNOT


def test_a_stale_correction_shows_both_texts_and_overwrites_nothing(signed_in, caseworker, colleague):
    found = taken_in(caseworker, PERSON)
    mine, theirs = signed_in(caseworker), signed_in(colleague)
    data = dict(mine.get(url("intake_row", found, 2)).context["form"].data)
    theirs.post(url("intake_row", found, 2), data | {"given_name": "Ahmed"})

    response = mine.post(url("intake_row", found, 2), data | {"given_name": "Achmad"})

    assertContains(response, "Given name: Ahmed", status_code=409)
    assertContains(response, "Given name: Achmad", status_code=409)
    assert row_of(found).facts.given_name == "Ahmed"


@pytest.mark.parametrize("name", ["intake_row", "decide_intake_row"])
def test_of_a_list_that_was_discarded_meanwhile_it_is_said_by_whom_and_when(
    name, signed_in, caseworker, colleague
):
    found = taken_in(caseworker, PERSON)
    signed_in(colleague).post(url("discard_intake", found))
    client, address = signed_in(caseworker), url(name, found, 2)

    answers = [client.post(address, {"decision": "leave-out", "given_name": "Selam"})]
    if name == "intake_row":
        answers.append(client.get(address))

    for answer in [*answers, client.get(url("intake_list", found))]:
        is_row = answer in answers
        assertContains(
            answer, "Ahmed Invented discarded this list, Mon 23 Nov at", status_code=410 if is_row else 200
        )
        assertContains(answer, f'href="{OVERVIEW}"', status_code=410 if is_row else 200)
        assertNotContains(answer, "Selam", status_code=410 if is_row else 200)
    assert not found.rows.exists()


def test_a_list_that_was_discarded_meanwhile_is_not_confirmed(signed_in, caseworker, colleague):
    found = taken_in(caseworker, PERSON)
    signed_in(colleague).post(url("discard_intake", found))

    answer = signed_in(caseworker).post(url("confirm_intake", found), follow=True)

    assertContains(answer, "The list was discarded meanwhile; nothing happened.")
    assert not Case.objects.exists()


def test_whoever_may_not_see_the_list_does_not_learn_that_it_was_discarded(
    signed_in, caseworker, stranger, manager, mentor
):
    found = taken_in(caseworker, PERSON)
    signed_in(caseworker).post(url("discard_intake", found))

    for user in (stranger, manager, mentor):
        assert signed_in(user).get(url("intake_row", found, 2)).status_code == 404
        assert signed_in(user).post(url("decide_intake_row", found, 2)).status_code == 404


def test_what_is_typed_about_a_row_that_was_carried_out_meanwhile_is_shown_and_changes_nothing(
    signed_in, caseworker, colleague
):
    found = taken_in(caseworker, PERSON)
    client = signed_in(caseworker)
    data = dict(client.get(url("intake_row", found, 2)).context["form"].data)
    confirmed(found, colleague)

    response = client.post(url("intake_row", found, 2), data | {"given_name": "Achmad"})

    assertContains(response, "The list was carried out or given up meanwhile", status_code=409)
    assertContains(response, "Given name: Achmad", status_code=409)
    assertContains(response, 'value="Achmad"', status_code=409)
    assert row_of(found).facts.given_name == "Ahmad"
    assert client.get(url("intake_row", found, 2)).status_code == 404


def test_a_decision_on_a_row_that_was_carried_out_meanwhile_is_refused(
    signed_in, caseworker, colleague, known
):
    found = taken_in(caseworker, LIKE)
    row_of(found).decide("new", by=colleague)
    confirmed(found, colleague)

    answer = signed_in(caseworker).post(
        url("decide_intake_row", found, 2), {"decision": "leave-out"}, follow=True
    )

    assertContains(answer, "The list was carried out or given up meanwhile")
    assert (row_of(found).decision, row_of(found).decided_by) == (Decision.NEW, colleague)


def test_a_correction_leaves_alone_what_was_decided_since_its_row_was_loaded(caseworker, colleague, known):
    found = taken_in(caseworker, LIKE)
    loaded = row_of(found)
    row_of(found).decide("leave-out", by=colleague)

    correct(loaded, loaded.cells | {"country": "Syria"}, by=caseworker, today=TODAY)

    assert (row_of(found).decision, row_of(found).decided_by) == (Decision.LEAVE_OUT, colleague)


def test_nobody_is_the_same_as_somebody_who_was_corrected_away(caseworker, known):
    found = taken_in(caseworker, LIKE)
    loaded = row_of(found)
    correct(row_of(found), loaded.cells | {"family_name": "Invented"}, by=caseworker, today=TODAY)

    with pytest.raises(ValidationError, match="Nobody is named"):
        loaded.decide("same", by=caseworker)

    assert row_of(found).decision == ""


def test_somebody_likely_known_is_shown_and_decided(signed_in, caseworker, known):
    found = taken_in(caseworker, LIKE)
    client = signed_in(caseworker)
    page = client.get(url("intake_row", found, 2))
    assertContains(page, "It is the same person")
    assertContains(page, known.number)

    client.post(url("decide_intake_row", found, 2), {"decision": "same"})
    assert row_of(found).decision == Decision.SAME
    confirm(client, found)

    assert Case.objects.count() == 1


def test_a_decision_can_be_taken_back(signed_in, caseworker, known):
    found = taken_in(caseworker, LIKE)
    client = signed_in(caseworker)
    client.post(url("decide_intake_row", found, 2), {"decision": "leave-out"})

    client.post(url("decide_intake_row", found, 2), {"decision": ""})

    assert row_of(found).decision == ""


def test_a_decision_that_the_row_does_not_offer_is_refused(signed_in, caseworker):
    found = taken_in(caseworker, PERSON)

    response = signed_in(caseworker).post(url("decide_intake_row", found, 2), {"decision": "same"})

    assert response.status_code == 404
    assert row_of(found).decision == ""


def test_somebody_of_another_unit_is_told_by_unit_only(signed_in, stranger, team_lead, known):
    found = taken_in(stranger, LIKE)

    page = signed_in(stranger).get(url("intake_list", found))

    assertContains(page, "Known in Integration, Valby. Ask Mette Invented.")
    assertNotContains(page, known.number)


def test_an_update_shows_what_changes_before_anything_does(signed_in, caseworker, unit):
    CaseFactory(
        unit=unit,
        person=PersonFactory(unit=unit, immigration_id="7001234", given_name="Ahmad", family_name="Hasan"),
    )
    found = taken_in(caseworker, PERSON)

    page = signed_in(caseworker).get(url("intake_list", found))

    assertContains(page, "Family name: <del>Hasan</del>")
