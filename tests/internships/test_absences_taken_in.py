"""Days away from the City's system of record: the days and who told of them come in, once; never a decision."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.urls import reverse
from pytest_django.asserts import assertContains

from internships.away_import import ABSENCES, look
from internships.away_rows import SYNONYMS, Column
from internships.models import StayedAway, StayedAwayDecision
from refugees.models import CaseLine, Occupation, StagedList, compared
from refugees.reporting import rows_of
from refugees.staged import Prospect
from screening.models import DanishReferral
from tests.factories import TODAY, CaseFactory
from tests.internships.away import FIRST, LAST, heard, told

pytestmark = pytest.mark.django_db


def cells(case, **more):
    return {
        "case_number": case.number,
        "key": "FAG-F-1",
        "type": "Company internship",
        "first_on": "17-11-2026",
        "last_on": "18-11-2026",
        "told_by": "Virksomheden",
        "told_on": "18-11-2026",
    } | more


def taken_in(user, *rows):
    return StagedList.objects.take_in(
        kind=ABSENCES,
        unit=user.unit,
        by=user,
        file_name="absences.csv",
        content=repr(rows).encode(),
        rows=enumerate(rows, start=2),
        unknown_headings=[],
    )


def carried_out(user, *rows):
    """What became of each row."""
    found = taken_in(user, *rows)
    found.carry_out(by=user, today=TODAY)
    return [row.result for row in found.rows.order_by("number")]


def state_of(unit):
    [each] = [each for each in compared(rows_of(unit, TODAY)) if each.row.kind == "absence"]
    return each


def test_every_heading_belongs_to_one_column():
    words = [word for text in SYNONYMS.values() for word in text.split()]

    assert len(words) == len(set(words))
    assert set(SYNONYMS) == set(Column)


def test_a_row_brings_the_days_and_who_told_and_nothing_is_judged(case, caseworker, occupation):
    decided = {"ground": "none", "decision": "deduction", "explanation": "Ill."}
    assert carried_out(caseworker, cells(case) | decided) == ["made"]

    away = StayedAway.objects.get()
    assert (away.attended, away.source_key) == (occupation.public_id, "FAG-F-1")
    assert (away.first_on, away.last_on, away.told_by, away.told_on) == (FIRST, LAST, "company", LAST)
    assert (away.ground, away.explanation, away.judged_by) == ("", "", None)
    assert not StayedAwayDecision.objects.exists()
    assert CaseLine.objects.filter(case=case, verb="stayed-away-told").count() == 1


def test_headings_of_grounds_and_decisions_are_not_read(signed_in, case, caseworker, occupation):
    text = (
        "Sagsnr.;Nøgle;Art;Første dag;Oplyst af;Oplyst den;Afgørelse;Grund\n"
        f"{case.number};F1;Virksomhedspraktik;17-11-2026;Borgeren;17-11-2026;Fradrag;Ingen\n"
    )
    lise = signed_in(caseworker)

    upload = reverse("refugees:upload_staged", args=["absences"])
    sent = lise.post(upload, {"file": SimpleUploadedFile("a.csv", text.encode())})
    assertContains(lise.get(sent.url), "Afgørelse")
    lise.post(f"{sent.url}carry-out/")

    assert [(away.told_by, away.ground) for away in StayedAway.objects.all()] == [("person", "")]
    assert not StayedAwayDecision.objects.exists()


def test_a_list_that_comes_again_does_nothing_and_other_days_are_a_correction(
    unit, case, caseworker, occupation
):
    assert carried_out(caseworker, cells(case)) == ["made"]
    assert carried_out(caseworker, cells(case)) == ["unchanged"]
    assert state_of(unit).is_reported

    again = cells(case, last_on="19-11-2026")
    [seen] = look([again], caseworker, TODAY)
    assert carried_out(caseworker, again) == ["changed"]

    assert [(each.was, each.becomes) for each in seen.changes] == [("18-11-2026", "19-11-2026")]
    away = StayedAway.objects.get()
    assert (away.last_on, away.correction_reason) == (
        date(2026, 11, 19),
        "The City's system of record tells it so.",
    )
    first = StayedAway.pgh_event_model.objects.filter(pgh_obj_id=away.pk).earliest("pgh_id")
    assert first.last_on == LAST
    assert state_of(unit).is_reported


def test_what_a_caseworker_judges_here_is_told_as_a_correction(unit, case, caseworker, occupation):
    carried_out(caseworker, cells(case))

    facts = {"ground": "reasonable", "ground_reason": "A funeral.", "judged_on": TODAY}
    StayedAway.objects.get().judge(today=TODAY, by=caseworker, **facts)

    assert state_of(unit).was == {"ground": "not-judged"}


def test_what_was_corrected_here_is_not_undone_and_where_both_changed_a_person_judges(
    case, caseworker, occupation
):
    carried_out(caseworker, cells(case))
    StayedAway.objects.update(last_on=FIRST)

    assert carried_out(caseworker, cells(case)) == ["unchanged"]
    [seen] = look([cells(case, last_on="19-11-2026")], caseworker, TODAY)

    assert seen.prospect == Prospect.CANNOT
    assert "both here (17-11-2026) and in the list (19-11-2026)" in seen.problems[0]


def test_once_the_hearing_began_a_list_changes_nothing(case, caseworker, occupation):
    heard(case, caseworker)
    StayedAway.objects.update(source_key="FAG-F-1")

    [seen] = look([cells(case, told_on="19-11-2026")], caseworker, TODAY)

    assert seen.problems == ["The hearing has begun. The days stand as its letter says them."]
    assert carried_out(caseworker, cells(case, told_on="19-11-2026")) == [""]
    assert StayedAway.objects.get().told_on == LAST


def test_what_somebody_typed_gets_the_key(unit, case, caseworker, occupation):
    typed = told(case, caseworker)

    assert carried_out(caseworker, cells(case)) == ["unchanged"]

    assert [(away.pk, away.source_key) for away in StayedAway.objects.all()] == [(typed.pk, "FAG-F-1")]
    assert state_of(unit).is_reported


def test_what_was_taken_back_here_does_not_come_again(case, caseworker, occupation):
    carried_out(caseworker, cells(case))
    StayedAway.objects.get().take_back(reason="Was there.", today=TODAY, by=caseworker)

    assert carried_out(caseworker, cells(case, last_on="19-11-2026")) == ["unchanged"]
    assert not StayedAway.objects.standing().exists()


@pytest.mark.parametrize("key", ["FAG-7", None])
def test_the_measure_is_found_by_its_key_there_or_here(case, caseworker, occupation, key):
    Occupation.objects.update(source_key="FAG-7")
    row = cells(case, type="", from_key=key or str(occupation.public_id))

    assert carried_out(caseworker, row) == ["made"]

    assert StayedAway.objects.get().attended == occupation.public_id


def test_a_danish_class_is_found_by_its_kind(case, caseworker):
    provider = DanishReferral.objects.get(case=case).provider

    assert carried_out(caseworker, cells(case, type="Danskuddannelse", told_by="person")) == ["made"]

    away = StayedAway.objects.get()
    assert (away.attended_kind, away.attended_name) == ("danish", provider)


def test_of_two_of_a_kind_the_row_names_one(case, caseworker, occupation):
    more = {
        "kind": occupation.kind,
        "place": "Another Hall",
        "on": occupation.started_on,
        "minutes_a_week": 60,
    }
    other = Occupation.objects.start(case=case, today=TODAY, by=caseworker, late_reason="x", **more)

    unsure, named = look([cells(case), cells(case, place="another hall")], caseworker, TODAY)

    assert unsure.problems == [
        "Several measures or classes of this kind go on then. Name the one by its key."
    ]
    assert named.prospect == Prospect.NEW
    assert carried_out(caseworker, cells(case, place="another hall")) == ["made"]
    assert StayedAway.objects.get().attended == other.public_id


@pytest.mark.parametrize(
    ("bent", "sentence"),
    [
        ({"case_number": "KM-99-9999"}, "No open case of your unit"),
        ({"key": ""}, "The key is missing"),
        ({"type": "party"}, "“party” is not known here"),
        ({"type": ""}, "Say from what"),
        ({"type": "education"}, "No measure or class of this kind goes on then"),
        ({"from_key": "FAG-404"}, "No measure or class of the case has this key"),
        ({"first_on": ""}, "First day away: the day is missing"),
        ({"first_on": "24-11-2026", "last_on": ""}, "has not come yet"),
        ({"last_on": "16-11-2026"}, "The last day is not before the first"),
        ({"told_by": "rumour"}, "“rumour” is not known here"),
        ({"told_on": ""}, "Told on: the day is missing"),
        ({"told_on": "soon"}, "is no day"),
        ({"status": "annulleret"}, "was cancelled (annulleret)"),
    ],
)
def test_what_is_wrong_is_said_in_words_and_stays_on_the_list(case, caseworker, occupation, bent, sentence):
    [seen] = look([cells(case, **bent)], caseworker, TODAY)
    found = taken_in(caseworker, cells(case, **bent))

    assert seen.prospect == Prospect.CANNOT
    assert any(sentence in problem for problem in seen.problems), seen.problems
    assert found.carry_out(by=caseworker, today=TODAY) == 0
    assert found.rows.pending().count() == 1
    assert not StayedAway.objects.exists()


def test_days_before_the_measure_began_are_refused(case, caseworker, occupation):
    row = cells(case, type="", from_key=str(occupation.public_id), first_on="01-06-2026")

    [seen] = look([row], caseworker, TODAY)

    assert "did not attend it on those days" in seen.problems[0]


def test_one_absence_a_key(case, caseworker, occupation):
    carried_out(caseworker, cells(case))
    facts = {
        "first_on": FIRST,
        "last_on": FIRST,
        "told_by": "company",
        "told_on": FIRST,
        "attended_name": "x",
    }

    with (
        pytest.raises(IntegrityError, match="one_absence_a_key_of_the_system_of_record"),
        transaction.atomic(),
    ):
        StayedAway.objects.create(
            case=case,
            attended=occupation.public_id,
            attended_kind="internship",
            source_key="FAG-F-1",
            **facts,
        )


def test_a_case_of_another_unit_is_not_told_and_not_written(case, stranger, occupation):
    [seen] = look([cells(case)], stranger, TODAY)

    assert (seen.title, seen.url) == (case.number, "")
    assert case.person.name not in str(seen)
    assert carried_out(stranger, cells(case)) == [""]
    assert not StayedAway.objects.exists()


@pytest.mark.parametrize("number", [3, 30])
def test_looking_costs_the_same_at_any_number(unit, caseworker, number, django_assert_num_queries):
    cases = [CaseFactory(unit=unit, taken_over_on=date(2026, 11, 2)) for _ in range(number)]
    for case in cases:
        place = {"place": "Invented Hall", "started_on": date(2026, 11, 9)}
        Occupation.objects.create(case=case, kind="internship", **place)

    with django_assert_num_queries(5):
        looks = look([cells(case) for case in cases], caseworker, TODAY)
    assert {seen.prospect for seen in looks} == {Prospect.NEW}
