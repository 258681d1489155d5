"""Talks from the City's system of record: judged row by row, recorded once, nothing lost."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from pytest_django.asserts import assertContains

from refugees.models import CaseLine, StagedList, Talk
from refugees.staged import Prospect
from refugees.talk_import import TALKS, look
from refugees.talk_rows import SYNONYMS, Column
from tests.factories import TODAY, CaseFactory

pytestmark = pytest.mark.django_db


def cells(case, **more):
    return {
        "case_number": case.number,
        "event_on": "16-11-2026",
        "type": "Jobsamtale",
        "form": "by telephone",
        "participants": "Interpreter, mentor",
        "agreement": "Sends the CV.",
    } | more


def taken_in(user, *rows):
    return StagedList.objects.take_in(
        kind=TALKS,
        unit=user.unit,
        by=user,
        file_name="talks.csv",
        content=repr(rows).encode(),
        rows=enumerate(rows, start=2),
        unknown_headings=[],
    )


def test_every_heading_belongs_to_one_column():
    words = [word for text in SYNONYMS.values() for word in text.split()]

    assert len(words) == len(set(words))
    assert set(SYNONYMS) == set(Column)


def test_a_row_becomes_a_talk_by_the_verb_and_only_once(case, caseworker):
    taken_in(caseworker, cells(case)).carry_out(by=caseworker, today=TODAY)
    again = taken_in(caseworker, cells(case), cells(case, type="cv"))
    again.carry_out(by=caseworker, today=TODAY)
    again.carry_out(by=caseworker, today=TODAY)

    talk = Talk.objects.get(kind="job")
    assert (talk.on, talk.form, talk.participants) == (date(2026, 11, 16), "phone", ["interpreter", "mentor"])
    assert (talk.agreement, talk.recorded_by) == ("Sends the CV.", caseworker)
    assert [row.result for row in again.rows.order_by("number")] == ["unchanged", "made"]
    assert CaseLine.objects.filter(case=case, verb="talk-held").count() == 2


def test_a_person_is_found_by_the_number_too(unit, caseworker):
    case = CaseFactory(unit=unit, caseworker=caseworker, person__number="241290-1235")

    [seen] = look([cells(case, case_number="", person_number="241290-1235")], caseworker, TODAY)

    assert (seen.prospect, seen.title) == (Prospect.NEW, case.person.name)


def test_a_talk_that_was_not_held_is_taken_in_as_not_held_with_its_reason(case, caseworker):
    row = cells(case, was_held="Nej", remark="Did not come.", agreement="")
    taken_in(caseworker, row, cells(case, type="cv", status="Afholdt")).carry_out(by=caseworker, today=TODAY)

    assert list(Talk.objects.order_by("pk").values_list("kind", "was_held", "why_not")) == [
        ("job", False, "Did not come."),
        ("cv", True, ""),
    ]
    assert [each.kind for each in Talk.objects.held()] == ["cv"]
    known, otherwise = look([row, cells(case)], caseworker, TODAY)
    assert (known.prospect, otherwise.prospect) == (Prospect.KNOWN, Prospect.CANNOT)
    assert otherwise.problems == ["It is recorded here as not held. Correct it on the case."]


def test_a_case_number_and_a_person_number_of_two_people_are_taken_in_for_nobody(unit, case, caseworker):
    other = CaseFactory(unit=unit, caseworker=caseworker, person__number="241290-1235")
    rows = [
        cells(case, person_number="241290-1235"),
        cells(other, person_number="241290-1235"),
        cells(other, case_number="KM-99-9999", person_number="241290-1235"),
        cells(other, person_number="no number"),
    ]

    seen = look(rows, caseworker, TODAY)
    taken_in(caseworker, *rows).carry_out(by=caseworker, today=TODAY)

    cannot = [each for each in seen if each.prospect == Prospect.CANNOT]
    assert cannot == [seen[0], seen[2], seen[3]]
    assert all("do not name the same open case" in each.problems[0] for each in cannot)
    assert [talk.case for talk in Talk.objects.all()] == [other]


@pytest.mark.parametrize(
    ("bent", "sentence"),
    [
        ({"case_number": "KM-99-9999"}, "No open case of your unit"),
        ({"event_on": "soon"}, "is no day"),
        ({"event_on": "24-11-2026"}, "has not come yet"),
        ({"event_on": ""}, "is missing"),
        ({"type": "party"}, "“party” is not known here"),
        ({"form": "pigeon"}, "“pigeon” is not known here"),
        ({"participants": "Interpreter, dog"}, "“ dog” is not known here"),
        ({"agreement": "a" * 1001}, "too long"),
        ({"was_held": "no", "remark": "a" * 301}, "too long"),
        ({"was_held": "no"}, "Say why the talk was not held"),
        ({"was_held": "maybe"}, "“maybe” says neither"),
        ({"status": "afbrudt"}, "“afbrudt” says neither"),
        ({"was_held": "ja", "status": "Ikke afholdt", "remark": "Ill"}, "says both"),
        ({"was_held": "yes", "status": "annulleret"}, "was cancelled (annulleret)"),
        ({"key": "k" * 81}, "too long"),
    ],
)
def test_what_is_wrong_is_said_in_words_and_stays_on_the_list(case, caseworker, bent, sentence):
    [seen] = look([cells(case, **bent)], caseworker, TODAY)
    found = taken_in(caseworker, cells(case, **bent))

    assert seen.prospect == Prospect.CANNOT
    assert any(sentence in problem for problem in seen.problems), seen.problems
    assert found.carry_out(by=caseworker, today=TODAY) == 0
    assert found.rows.pending().count() == 1
    assert not Talk.objects.exists()


def test_a_case_of_another_unit_is_not_told_and_not_written(case, stranger):
    [seen] = look([cells(case)], stranger, TODAY)

    assert (seen.title, seen.url) == (case.number, "")
    assert case.person.name not in str(seen)
    taken_in(stranger, cells(case)).carry_out(by=stranger, today=TODAY)
    assert not Talk.objects.exists()


def test_from_the_file_to_the_case_on_the_screen(signed_in, caseworker, case):
    lise = signed_in(caseworker)
    text = "Sagsnr.;Dato;Samtaletype;Samtaleform;Afholdt;Årsag;Status\n"
    text += f"{case.number};16-11-2026;Opfølgning;Personligt;Nej;Syg;\n"

    upload = reverse("refugees:upload_staged", args=["talks"])
    sent = lise.post(upload, {"file": SimpleUploadedFile("t.csv", text.encode())})
    assertContains(lise.get(sent.url), "Carry out 1 row")
    lise.post(f"{sent.url}carry-out/")

    talk = Talk.objects.get()
    assert (talk.kind, talk.was_held, talk.why_not) == ("follow-up", False, "Syg")


@pytest.mark.parametrize("number", [3, 30])
def test_looking_costs_the_same_at_any_number(unit, caseworker, number, django_assert_num_queries):
    rows = [cells(CaseFactory(unit=unit, taken_over_on=date(2026, 11, 2))) for _ in range(number)]

    with django_assert_num_queries(2):
        look(rows, caseworker, TODAY)
