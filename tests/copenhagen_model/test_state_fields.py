"""What is told to the state, field by field, as the order names them."""

from datetime import date

import pytest
from django.conf import settings

from refugees.models import Occupation
from refugees.reporting import DEFINED, FIELDS, Reported, hours_and_minutes, rows_of
from refugees.reporting_labels import LABELS
from screening.models import Contract
from tests.copenhagen_model.state_batches import BEGAN
from tests.factories import TODAY, CaseFactory
from tests.internships.away import decided

pytestmark = pytest.mark.django_db


def told(unit, kind):
    """The one row of that kind."""
    [row] = [row for row in rows_of(unit, TODAY) if row.kind == kind]
    return row


def common(case, caseworker, key, event_on):
    """What stands in every row (DFG §§ 27, 40, 43)."""
    return {
        "key": str(key),
        "event_on": event_on,
        "registered_on": TODAY.isoformat(),
        "case_number": case.number,
        "person_number": case.person.number,
        "responsible_caseworker": caseworker.name,
        "responsible_municipality": settings.CITY_NAME,
        "registering_caseworker": caseworker.name,
        "registering_municipality": settings.CITY_NAME,
        "status": "",
        "status_reason": "",
        "remark": "",
        "correction_reason": "",
    }


def test_the_list_of_fields_names_its_source_and_says_what_each_means():
    assert "BEK 113/2026" in DEFINED["source"]
    assert set(FIELDS) == set(Reported.values)
    for about in DEFINED["kinds"].values():
        assert about["paragraph"]
        names = [field["name"] for field in about["fields"]]
        assert len(names) == len(set(names))
        assert all(field["means"] for field in about["fields"])


def test_a_talk_field_by_field(unit, case, caseworker, talk):
    """DFG § 27: date, type, form, agreement, participants with role."""
    assert told(unit, Reported.TALK).facts == common(case, caseworker, talk.public_id, "2026-11-16") | {
        "type": "follow-up",
        "form": "phone",
        "was_held": "yes",
        "agreement": "Call the bakery.",
        "participants": "interpreter, mentor",
    }


def test_a_measure_field_by_field(unit, case, caseworker, placement):
    """DFG § 43: unique key, start and end, average hours and minutes a week, type, title, CVR and P-number."""
    Occupation.objects.filter(pk=placement.occupation_id).update(
        minutes_a_week=22 * 60 + 30, planned_last_on=date(2026, 12, 11)
    )
    key = placement.occupation.public_id

    assert told(unit, Reported.MEASURE).facts == common(case, caseworker, key, "2026-11-16") | {
        "type": "internship",
        "title": "",
        "starts_on": "2026-11-16",
        "ends_on": "2026-12-11",
        "hours_a_week": 22,
        "minutes_a_week": 30,
        "cvr": placement.company.cvr,
        "p_number": placement.unit.p_number,
    }


def test_a_contract_field_by_field(unit, case, caseworker):
    """DFG § 40: version, status, goal. A draft is not told."""
    version = Contract.objects.draw_up(
        case=case,
        drawn_up_on=BEGAN,
        goal="Work in a kitchen",
        activities=[{"kind": "danish", "what": "Danish"}],
        today=TODAY,
        by=caseworker,
    )
    assert not [row for row in rows_of(unit, TODAY) if row.kind == Reported.CONTRACT]
    signed = {"person_signed_on": BEGAN, "city_signed_on": BEGAN, "declaration_signed_on": BEGAN}
    Contract.objects.filter(pk=version.pk).update(concluded_on=BEGAN, city_signed_by=caseworker, **signed)

    row = told(unit, Reported.CONTRACT)

    assert row.facts == common(case, caseworker, version.public_id, "2026-11-16") | {
        "version": 1,
        "contract_status": "in-force",
        "goal": "Work in a kitchen",
    }


def test_an_absence_field_by_field(unit, case, caseworker, placement):
    decision = decided(case, caseworker)

    assert told(unit, Reported.ABSENCE).facts == common(
        case, caseworker, decision.away.public_id, "2026-11-17"
    ) | {
        "from_key": str(decision.away.attended),
        "type": "internship",
        "first_on": "2026-11-17",
        "last_on": "2026-11-18",
        "told_by": "company",
        "told_on": "2026-11-18",
        "ground": "none",
        "decision": "deduction",
        "decided_on": TODAY.isoformat(),
    }


def test_every_row_has_the_fields_of_its_kind_in_their_order(unit, case, caseworker, talk, placement):
    decided(case, caseworker)

    for row in rows_of(unit, TODAY):
        assert list(row.facts) == FIELDS[row.kind]


@pytest.mark.parametrize(
    ("minutes", "parts"),
    [(None, (None, None)), (0, (0, 0)), (900, (15, 0)), (2219, (36, 59)), (2220, (37, 0))],
)
def test_hours_and_the_minutes_beside_them(minutes, parts):
    assert hours_and_minutes(minutes) == parts


def test_broken_off_and_taken_back_are_told_as_the_order_calls_them(unit, caseworker, placement, talk):
    placement.occupation.end(on=TODAY, ending="broken-off-company", today=TODAY, by=caseworker)
    facts = told(unit, Reported.MEASURE).facts
    assert (facts["status"], facts["status_reason"]) == ("afbrudt", "broken-off-company")

    talk.take_back(reason="Another person.", on=TODAY, by=caseworker)
    facts = told(unit, Reported.TALK).facts
    assert (facts["status"], facts["status_reason"]) == ("annulleret", "Another person.")


def test_every_field_has_a_name_in_words():
    assert set(LABELS) == {name for fields in FIELDS.values() for name in fields}


@pytest.mark.parametrize("number", [3, 30])
def test_the_rows_cost_the_same_at_any_number_of_cases(
    unit, caseworker, number, django_assert_max_num_queries
):
    for _ in range(number):
        CaseFactory(unit=unit, caseworker=caseworker, taken_over_on=date(2026, 11, 2))

    with django_assert_max_num_queries(7):
        list(rows_of(unit, TODAY))
