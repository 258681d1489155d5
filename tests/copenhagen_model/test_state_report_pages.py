"""The pages of what is told to the state: gathered, logged when it leaves the house, and known to nobody else."""

import csv
import io
import json
from datetime import date

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains

from accounts.models import AccessLog
from refugees.models import StateBatch, Talk
from refugees.reporting import rows_of
from tests.copenhagen_model.state_batches import BEGAN, gathered
from tests.factories import TODAY, CaseFactory

pytestmark = pytest.mark.django_db

COUNTED = "/reporting/?count=yes"


def test_a_team_lead_gathers_takes_out_and_confirms_on_the_screen(signed_in, team_lead, talk, placement):
    mette = signed_in(team_lead)
    assertContains(mette.get(reverse("state_reports")), "Gather it into a batch")
    assertContains(mette.get(COUNTED), "Gather 2 rows into a batch")

    made = mette.post(reverse("gather_state_batch"))
    batch = StateBatch.objects.get()
    assert made.url == reverse("state_batch", args=[batch.public_id])
    assertContains(mette.get(made.url), "Talks as CSV (1)")
    shown = AccessLog.objects.get(user=team_lead, page="state_batch")
    assert (shown.criterion, shown.rows) == (f"batch {batch.public_id}, shown", 0)
    talks = mette.get(reverse("state_file", args=[batch.public_id, "talk"]))
    whole = mette.get(reverse("state_file", args=[batch.public_id, "all"]))
    mette.post(reverse("confirm_state_batch", args=[batch.public_id]))

    [line] = csv.DictReader(io.StringIO(talks.content.decode("utf-8-sig")), delimiter=";")
    assert (line["key"], line["agreement"]) == (str(talk.public_id), "Call the bakery.")
    assert {row["kind"] for row in json.loads(whole.content)["rows"]} == {"talk", "measure"}
    assertContains(mette.get(COUNTED), "Everything has been reported already.")
    logged = AccessLog.objects.filter(user=team_lead, page="state_file").order_by("pk")
    assert [(row.criterion, row.rows) for row in logged] == [
        (f"batch {batch.public_id}, talk", 1),
        (f"batch {batch.public_id}, all", 2),
    ]


def test_a_correction_is_shown_in_words_with_its_days_as_days(signed_in, team_lead, unit, caseworker, talk):
    gathered(unit, caseworker).confirm_sent(on=TODAY, by=caseworker)
    said = {"form": "in-person", "participants": [], "agreement": "", "was_held": True, "why_not": ""}
    talk.correct(on=date(2026, 11, 17), reason="The diary.", today=TODAY, by=caseworker, **said)

    page = signed_in(team_lead).get(reverse("state_batch", args=[gathered(unit, caseworker).public_id]))

    assertContains(page, "Date of the event: <del>Mon 16 Nov 2026</del>")
    assertContains(page, "What was agreed: <del>Call the bakery.</del>")
    assertContains(page, "Reason of the correction: The diary.")
    assertNotContains(page, "event_on")


def test_a_cell_that_a_spreadsheet_would_calculate_is_disarmed(signed_in, team_lead, unit, talk):
    Talk.objects.update(agreement="=1+1")
    batch = gathered(unit, team_lead)

    sent = signed_in(team_lead).get(reverse("state_file", args=[batch.public_id, "talk"]))

    assert b";'=1+1;" in sent.content


def test_other_roles_and_units_learn_nothing(
    signed_in, caseworker, manager, team_lead, unit, other_unit, talk
):
    batch = gathered(unit, team_lead)
    about = [batch.public_id]

    for user in (caseworker, manager):
        client = signed_in(user)
        assert client.get(reverse("state_reports")).status_code == 403
        assert client.get(reverse("state_batch", args=about)).status_code == 404
        assert client.post(reverse("confirm_state_batch", args=about)).status_code == 404
    assert not list(rows_of(other_unit, TODAY))
    batch.refresh_from_db()
    assert batch.sent_on is None


@pytest.mark.parametrize("number", [3, 30])
@pytest.mark.parametrize(("address", "queries"), [("/reporting/", 16), (COUNTED, 28)])
def test_the_page_costs_the_same_at_any_number_of_cases_and_counts_only_when_asked(
    unit, team_lead, caseworker, number, address, queries, signed_in, django_assert_num_queries
):
    for _ in range(number):
        case = CaseFactory(unit=unit, caseworker=caseworker, taken_over_on=date(2026, 11, 2))
        Talk.objects.create(case=case, on=BEGAN, form="phone")
    mette = signed_in(team_lead)
    mette.get(address)

    with django_assert_num_queries(queries) as asked:
        page = mette.get(address)

    reads_cases = any('FROM "refugees_talk"' in query["sql"] for query in asked.captured_queries)
    assert reads_cases is (address == COUNTED)
    if reads_cases:
        assertContains(page, f"Gather {number} rows into a batch")
