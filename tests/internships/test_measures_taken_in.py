"""Measures from the City's system of record: judged row by row, recorded once by the verbs, nothing lost."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from pytest_django.asserts import assertContains

from internships.measure_import import MEASURES, look
from internships.measure_rows import SYNONYMS, Column
from internships.models import Placement
from refugees.models import CaseLine, Occupation, StagedList
from refugees.staged import Prospect
from tests.factories import TODAY, CaseFactory, CompanyFactory
from tests.internships.relations import unit_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def workplace(company):
    return unit_of(company)


def cells(case, **more):
    return {
        "case_number": case.number,
        "key": "FAG-1",
        "type": "Virksomhedspraktik",
        "place": "Invented Hall",
        "first_on": "16-11-2026",
        "last_on": "11-12-2026",
        "hours": "30",
        "minutes": "30",
    } | more


ENDED = {"last_on": "20-11-2026", "ending": "completed as agreed"}


def taken_in(user, *rows):
    return StagedList.objects.take_in(
        kind=MEASURES,
        unit=user.unit,
        by=user,
        file_name="measures.csv",
        content=repr(rows).encode(),
        rows=enumerate(rows, start=2),
        unknown_headings=[],
    )


def carried_out(user, *rows):
    """What became of each row."""
    found = taken_in(user, *rows)
    found.carry_out(by=user, today=TODAY)
    return [row.result for row in found.rows.order_by("number")]


def test_every_heading_belongs_to_one_column():
    words = [word for text in SYNONYMS.values() for word in text.split()]

    assert len(words) == len(set(words))
    assert set(SYNONYMS) == set(Column)


def test_a_row_becomes_a_placement_at_its_workplace_by_the_verb(case, caseworker, workplace):
    told = {"place": "", "cvr": workplace.company.cvr, "p_number": workplace.p_number}
    assert carried_out(caseworker, cells(case, **told)) == ["made"]

    placement = Placement.objects.get()
    occupation = placement.occupation
    assert (placement.company, placement.unit) == (workplace.company, workplace)
    assert (occupation.kind, occupation.place) == ("internship", workplace.company.name)
    assert (occupation.started_on, occupation.planned_last_on) == (date(2026, 11, 16), date(2026, 12, 11))
    assert (occupation.minutes_a_week, occupation.last_on) == (30 * 60 + 30, None)
    assert CaseLine.objects.filter(case=case, verb="occupation-started").count() == 1


def test_a_p_number_alone_names_the_company(case, caseworker, workplace):
    assert carried_out(caseworker, cells(case, place="", p_number=workplace.p_number)) == ["made"]

    assert Placement.objects.get().company == workplace.company


def test_a_school_has_no_number(case, caseworker):
    assert carried_out(caseworker, cells(case, type="education", last_on="")) == ["made"]

    assert not Placement.objects.exists()
    assert Occupation.objects.get().place == "Invented Hall"


def test_a_list_that_comes_again_does_nothing_and_a_new_end_ends_it(case, caseworker):
    assert carried_out(caseworker, cells(case)) == ["made"]
    assert carried_out(caseworker, cells(case), cells(case, hours="", minutes="")) == [
        "unchanged",
        "unchanged",
    ]
    assert carried_out(caseworker, cells(case, **ENDED)) == ["changed"]
    assert carried_out(caseworker, cells(case, **ENDED, place="Other")) == ["unchanged"]

    occupation = Occupation.objects.get()
    assert (occupation.last_on, occupation.ending) == (date(2026, 11, 20), "completed")


def test_what_was_taken_back_here_does_not_come_again(case, caseworker):
    carried_out(caseworker, cells(case))
    Occupation.objects.get().take_back(reason="Another person", on=TODAY, by=caseworker)

    assert carried_out(caseworker, cells(case, **ENDED)) == ["unchanged"]
    assert not Occupation.objects.standing().exists()


def test_what_somebody_typed_is_known_without_a_key(case, caseworker, occupation):
    assert carried_out(caseworker, cells(case)) == ["changed"]

    assert Occupation.objects.get() == occupation
    assert Occupation.objects.get().source_key == "FAG-1"
    assert carried_out(caseworker, cells(case)) == ["unchanged"]


def test_a_start_of_long_ago_says_where_it_comes_from(case, caseworker):
    carried_out(caseworker, cells(case, type="job", first_on="01-06-2026", last_on=""))

    assert "system of record" in Occupation.objects.get().late_reason


def test_two_full_time_measures_at_once_are_refused_and_stay_on_the_list(case, caseworker):
    full = {"hours": "37", "minutes": ""}
    found = taken_in(caseworker, cells(case, **full), cells(case, key="FAG-2", place="School", **full))

    assert found.carry_out(by=caseworker, today=TODAY) == 1
    [left] = found.rows.pending()
    assert "fills the whole week" in left.why_not


@pytest.mark.parametrize(
    ("bent", "sentence"),
    [
        ({"case_number": "KM-99-9999"}, "No open case of your unit"),
        ({"key": ""}, "The key is missing"),
        ({"key": "k" * 81}, "too long"),
        ({"type": "party"}, "“party” is not known here"),
        ({"first_on": "soon"}, "is no day"),
        ({"first_on": ""}, "The first day is missing"),
        ({"first_on": "24-11-2026"}, "has not come yet"),
        ({"last_on": "15-11-2026", "ending": "other"}, "before the first"),
        ({"last_on": "20-11-2026"}, "Say how it ended"),
        ({"ending": "another reason"}, "has a last day that has come"),
        ({"last_on": "20-11-2026", "ending": "vanished"}, "“vanished” is not known here"),
        ({"hours": "many"}, "whole numbers"),
        ({"hours": "0", "minutes": "0"}, "at least one minute"),
        ({"hours": "38"}, "never more than full time"),
        ({"status": "Annulleret"}, "was cancelled"),
        ({"place": ""}, "Say where"),
        ({"place": "a" * 161}, "too long"),
        ({"cvr": "12345678"}, "not a CVR number"),
        ({"cvr": "99040017"}, "No company with this CVR number"),
        ({"p_number": "12"}, "not a P-number"),
        ({"p_number": "1999000099"}, "No production unit with this P-number"),
    ],
)
def test_what_is_wrong_is_said_in_words_and_stays_on_the_list(case, caseworker, bent, sentence):
    [seen] = look([cells(case, **bent)], caseworker, TODAY)
    found = taken_in(caseworker, cells(case, **bent))

    assert seen.prospect == Prospect.CANNOT
    assert any(sentence in problem for problem in seen.problems), seen.problems
    assert found.carry_out(by=caseworker, today=TODAY) == 0
    assert found.rows.pending().count() == 1
    assert not Occupation.objects.exists()


def test_a_workplace_of_another_company_is_no_match(case, caseworker, workplace):
    bent = {"cvr": CompanyFactory().cvr, "p_number": workplace.p_number}

    [seen] = look([cells(case, **bent)], caseworker, TODAY)

    assert seen.problems == ["The P-number belongs to another company."]


@pytest.mark.parametrize(
    ("bent", "sentence"),
    [
        ({"first_on": "17-11-2026"}, "The case says otherwise"),
        ({"type": "job"}, "The case says otherwise"),
        ({"last_on": "19-11-2026"}, "ended on another day: 20-11-2026"),
    ],
)
def test_where_list_and_case_differ_somebody_judges(case, caseworker, bent, sentence):
    carried_out(caseworker, cells(case, **ENDED))

    [seen] = look([cells(case, **(ENDED | bent))], caseworker, TODAY)

    assert (seen.prospect, len(seen.problems)) == (Prospect.CANNOT, 1)
    assert sentence in seen.problems[0]


def test_a_case_of_another_unit_is_not_told_and_not_written(case, stranger):
    [seen] = look([cells(case)], stranger, TODAY)

    assert (seen.title, seen.url) == (case.number, "")
    assert case.person.name not in str(seen)
    assert carried_out(stranger, cells(case)) == [""]
    assert not Occupation.objects.exists()


def test_from_the_file_to_the_case_on_the_screen(signed_in, caseworker, case, workplace):
    lise = signed_in(caseworker)
    text = (
        "Sagsnr.;Nøgle;Art;CVR-nr.;P-nr.;Startdato;Slutdato;Timer pr. uge;Minutter pr. uge\n"
        f"{case.number};F1;Virksomhedspraktik;;{workplace.p_number};16-11-2026;11-12-2026;30;\n"
    )

    upload = reverse("refugees:upload_staged", args=["measures"])
    sent = lise.post(upload, {"file": SimpleUploadedFile("m.csv", text.encode())})
    assertContains(lise.get(sent.url), "Carry out 1 row")
    lise.post(f"{sent.url}carry-out/")

    assertContains(lise.get(reverse("internships:weekdays", args=[case.public_id])), workplace.company.name)


@pytest.mark.parametrize("number", [3, 30])
def test_looking_costs_the_same_at_any_number(unit, number, caseworker, workplace, django_assert_num_queries):
    cases = [CaseFactory(unit=unit, taken_over_on=date(2026, 11, 2)) for _ in range(number)]
    told = {"place": "", "cvr": workplace.company.cvr, "p_number": workplace.p_number}

    with django_assert_num_queries(6):
        looks = look([cells(case, **told) for case in cases], caseworker, TODAY)
    assert {seen.prospect for seen in looks} == {Prospect.NEW}
