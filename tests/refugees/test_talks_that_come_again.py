"""Talks whose list comes again: known by the key, corrected where the list tells them anew, told to the state once."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from refugees.models import CaseLine, StateBatch, StateRow, Talk, compared
from refugees.reporting import rows_of
from refugees.staged import Prospect
from refugees.talk_import import look
from refugees.verbs import tell
from tests.factories import TODAY, CaseFactory
from tests.refugees.test_talks_taken_in import cells, taken_in

pytestmark = pytest.mark.django_db

HELD_ON = date(2026, 11, 16)


def keyed(case, **more):
    return cells(case, key="FAG-7", **more)


def carried_out(user, *rows):
    """What became of each row."""
    found = taken_in(user, *rows)
    found.carry_out(by=user, today=TODAY)
    return [row.result or row.why_not for row in found.rows.order_by("number")]


def corrected(talk, by, **facts):
    known = {
        name: getattr(talk, name)
        for name in ("on", "form", "participants", "agreement", "was_held", "why_not")
    }
    talk.correct(reason="The diary.", today=TODAY, by=by, **(known | facts))


def state_of(unit):
    [each] = compared(rows_of(unit, TODAY))
    return each


def test_the_key_is_kept_and_the_same_list_again_does_nothing(case, caseworker):
    assert carried_out(caseworker, keyed(case)) == ["made"]
    assert carried_out(caseworker, keyed(case), keyed(case, agreement="")) == ["unchanged", "unchanged"]

    assert Talk.objects.get().source_key == "FAG-7"
    assert CaseLine.objects.filter(case=case, verb__startswith="talk-").count() == 1


@pytest.mark.parametrize("key", ["FAG-7", ""])
def test_what_came_from_the_system_of_record_is_not_gathered_for_the_state(unit, case, caseworker, key):
    carried_out(caseworker, keyed(case) | {"key": key})

    assert state_of(unit).is_reported
    with pytest.raises(ValidationError, match="reported already"):
        StateBatch.objects.gather(unit=unit, rows=rows_of(unit, TODAY), by=caseworker)


def test_what_is_corrected_here_afterwards_is_told_as_a_correction(unit, case, caseworker):
    carried_out(caseworker, keyed(case))
    corrected(Talk.objects.get(), caseworker, agreement="Calls the bakery.")

    row = StateBatch.objects.gather(unit=unit, rows=rows_of(unit, TODAY), by=caseworker).rows.get()

    assert row.is_correction
    assert row.was == {"agreement": "Sends the CV.", "correction_reason": ""}
    # The list as it came before undoes nothing.
    assert carried_out(caseworker, keyed(case)) == ["unchanged"]
    assert Talk.objects.get().agreement == "Calls the bakery."


def test_what_the_list_tells_anew_is_shown_and_becomes_a_correction_with_the_earlier_text_kept(
    unit, case, caseworker
):
    carried_out(caseworker, keyed(case))
    again = keyed(case, event_on="17-11-2026", form="digitally", agreement="Sends two CVs.")

    [seen] = look([again], caseworker, TODAY)
    assert carried_out(caseworker, again) == ["changed"]

    assert seen.prospect == Prospect.CHANGED
    assert [(each.was, each.becomes) for each in seen.changes] == [
        ("16-11-2026", "17-11-2026"),
        ("By telephone", "Digitally"),
        ("Sends the CV.", "Sends two CVs."),
    ]
    talk = Talk.objects.get()
    assert (talk.on, talk.form, talk.agreement) == (date(2026, 11, 17), "digital", "Sends two CVs.")
    assert talk.correction_reason == "The City's system of record tells it so."
    first, *_later = Talk.pgh_event_model.objects.filter(pgh_obj_id=talk.pk).order_by("pgh_id")
    assert (first.agreement, first.on) == ("Sends the CV.", HELD_ON)
    line = CaseLine.objects.get(case=case, verb="talk-corrected")
    assert tell([line])[line.pk].reason == talk.correction_reason
    assert state_of(unit).is_reported
    assert carried_out(caseworker, again) == ["unchanged"]


def test_that_it_was_not_held_after_all_is_taken_over_too(case, caseworker):
    carried_out(caseworker, keyed(case))

    assert carried_out(caseworker, keyed(case, was_held="Nej", remark="Ill.")) == ["changed"]

    assert [(talk.was_held, talk.why_not) for talk in Talk.objects.all()] == [(False, "Ill.")]


def test_where_both_changed_the_same_a_person_judges(case, caseworker):
    carried_out(caseworker, keyed(case))
    corrected(Talk.objects.get(), caseworker, agreement="Calls the bakery.", form="in-person")

    [seen] = look([keyed(case, agreement="Sends two CVs.")], caseworker, TODAY)
    [why_not] = carried_out(caseworker, keyed(case, agreement="Sends two CVs."))

    assert seen.prospect == Prospect.CANNOT
    assert "both here (Calls the bakery.) and in the list (Sends two CVs.)" in seen.problems[0]
    assert (why_not, Talk.objects.get().agreement) == ("", "Calls the bakery.")


def test_another_kind_of_talk_by_the_same_key_is_for_a_person(case, caseworker):
    carried_out(caseworker, keyed(case))

    [seen] = look([keyed(case, type="cv")], caseworker, TODAY)

    assert (seen.prospect, seen.problems) == (
        Prospect.CANNOT,
        ["On the case it is another talk: Job talk, 16-11-2026. Correct the case or the list."],
    )


def test_what_was_taken_back_here_does_not_come_again_and_is_told_as_taken_back(unit, case, caseworker):
    carried_out(caseworker, keyed(case))
    Talk.objects.get().take_back(reason="Another person.", on=TODAY, by=caseworker)

    assert carried_out(caseworker, keyed(case, agreement="Other")) == ["unchanged"]

    assert not Talk.objects.standing().exists()
    assert state_of(unit).was == {"status": "", "status_reason": ""}


def test_what_somebody_typed_gets_the_key_and_what_the_list_tells_otherwise(unit, case, caseworker):
    facts = {"kind": "job", "on": HELD_ON, "form": "phone", "participants": ["interpreter", "mentor"]}
    Talk.objects.record(case=case, agreement="Sends it.", today=TODAY, by=caseworker, **facts)

    assert carried_out(caseworker, keyed(case)) == ["changed"]

    talk = Talk.objects.get()
    assert (talk.source_key, talk.agreement) == ("FAG-7", "Sends the CV.")
    assert state_of(unit).is_reported


def test_two_talks_of_a_kind_on_one_day_are_two_by_their_keys(case, caseworker):
    assert carried_out(caseworker, keyed(case), cells(case, key="FAG-8")) == ["made", "made"]
    assert carried_out(caseworker, keyed(case), cells(case, key="FAG-8")) == ["unchanged", "unchanged"]


def test_a_row_for_the_state_is_told_or_received(unit, case, caseworker):
    carried_out(caseworker, keyed(case))

    received = StateRow.objects.get()
    assert (received.batch, received.received_on, received.unit) == (None, TODAY, unit)
    with (
        pytest.raises(IntegrityError, match="row_for_the_state_is_told_or_received"),
        transaction.atomic(),
    ):
        StateRow.objects.create(unit=unit, kind="talk", key=received.key, cipher=b"x")


def test_one_talk_a_key(case, caseworker):
    carried_out(caseworker, keyed(case))

    with pytest.raises(IntegrityError, match="one_talk_a_key_of_the_system_of_record"), transaction.atomic():
        Talk.objects.create(case=case, on=HELD_ON, form="phone", source_key="FAG-7")


@pytest.mark.parametrize("number", [3, 30])
def test_looking_at_what_is_known_costs_the_same(unit, caseworker, number, django_assert_num_queries):
    cases = [CaseFactory(unit=unit, taken_over_on=date(2026, 11, 2)) for _ in range(number)]
    for case in cases:
        Talk.objects.create(case=case, kind="job", on=HELD_ON, form="phone", source_key="FAG-7")

    # Four of them open and close the scope of the system.
    with django_assert_num_queries(7):
        looks = look([keyed(case) for case in cases], caseworker, TODAY)
    assert {seen.prospect for seen in looks} == {Prospect.CHANGED}
