"""Contracts from the City's system of record: only what was concluded, once, and what is signed is not changed."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from pytest_django.asserts import assertContains

from goals.models import Clock, State
from refugees.events import KeyEvent
from refugees.models import StagedList, StateRow, compared
from refugees.reporting import rows_of
from refugees.staged import Prospect
from screening.contract_import import CONTRACTS, look
from screening.contract_rows import SYNONYMS, Column
from screening.models import Contract
from tests.factories import TODAY, CaseFactory

pytestmark = pytest.mark.django_db

SIGNED = date(2026, 11, 16)


@pytest.fixture
def newcomer(unit, caseworker):
    """On a benefit; nothing is signed yet."""
    return CaseFactory(
        unit=unit, caseworker=caseworker, taken_over_on=date(2026, 11, 2), contract_on=None, on_benefit=True
    )


def cells(case, **more):
    return {
        "case_number": case.number,
        "key": "FAG-K-1",
        "contract_status": "I kraft",
        "goal": "Work in a kitchen.",
        "activities": "Danish education: Invented School | Mentor",
        "drawn_up_on": "12-11-2026",
        "programme_from": "02-11-2026",
        "person_signed_on": "16-11-2026",
        "city_signed_on": "16-11-2026",
        "declaration_signed_on": "16-11-2026",
    } | more


def taken_in(user, *rows):
    return StagedList.objects.take_in(
        kind=CONTRACTS,
        unit=user.unit,
        by=user,
        file_name="contracts.csv",
        content=repr(rows).encode(),
        rows=enumerate(rows, start=2),
        unknown_headings=[],
    )


def carried_out(user, *rows):
    """What became of each row."""
    found = taken_in(user, *rows)
    found.carry_out(by=user, today=TODAY)
    return [row.result for row in found.rows.order_by("number")]


def seen(user, *rows):
    return look(rows, user, TODAY)


def state_of(unit):
    [each] = [each for each in compared(rows_of(unit, TODAY)) if each.row.kind == "contract"]
    return each


def test_every_heading_belongs_to_one_column():
    words = [word for text in SYNONYMS.values() for word in text.split()]

    assert len(words) == len(set(words))
    assert set(SYNONYMS) == set(Column)


def test_a_row_becomes_a_concluded_version_that_keeps_the_promise(newcomer, caseworker):
    assert carried_out(caseworker, cells(newcomer)) == ["made"]

    version = Contract.objects.get()
    assert (version.number, version.goal, version.source_key) == (1, "Work in a kitchen.", "FAG-K-1")
    assert (version.drawn_up_on, version.concluded_on) == (date(2026, 11, 12), SIGNED)
    assert (version.programme_from, version.recorded_by) == (date(2026, 11, 2), caseworker)
    assert [(each.kind, each.what) for each in version.activities.all()] == [
        ("danish", "Invented School"),
        ("mentor", "Mentor"),
    ]
    assert newcomer.date_of(KeyEvent.CONTRACT) == SIGNED
    assert (
        Clock.objects.at(TODAY).get(case=newcomer, goal="contract-signed", standard="law").state
        == State.MET_IN_TIME
    )


def test_who_takes_the_list_in_has_signed_nothing(newcomer, caseworker, signed_in):
    carried_out(caseworker, cells(newcomer))

    version = Contract.objects.get()
    assert (version.city_signed_on, version.city_signed_by) == (SIGNED, None)
    page = signed_in(caseworker).get(reverse("screening:contract", args=[newcomer.public_id]))
    assertContains(page, "for the City in its system of record")
    printed = reverse("screening:print_contract", args=[newcomer.public_id, version.public_id])
    assert signed_in(caseworker).get(printed).status_code == 200


def test_a_list_that_comes_again_does_nothing(newcomer, caseworker):
    assert carried_out(caseworker, cells(newcomer)) == ["made"]
    assert carried_out(caseworker, cells(newcomer), cells(newcomer, activities="Mentor")) == [
        "unchanged",
        "unchanged",
    ]

    assert Contract.objects.count() == 1


def test_what_came_from_the_system_of_record_is_not_told_as_new_and_withdrawing_it_here_is(
    unit, newcomer, caseworker
):
    carried_out(caseworker, cells(newcomer))
    assert state_of(unit).is_reported

    Contract.objects.get().withdraw(reason="Another person.", on=TODAY, by=caseworker)

    assert state_of(unit).was == {"contract_status": "in-force", "status": "", "status_reason": ""}
    assert carried_out(caseworker, cells(newcomer)) == ["unchanged"]
    assert not Contract.objects.standing().exists()


def test_what_somebody_typed_stays_and_its_other_goal_is_told_as_a_correction(unit, newcomer, caseworker):
    typed = Contract.objects.draw_up(
        case=newcomer,
        drawn_up_on=SIGNED,
        goal="Work as a cook.",
        activities=[{"kind": "danish", "what": "Danish"}],
        today=TODAY,
        by=caseworker,
    )
    signed = {"person_signed_on": SIGNED, "declaration_signed_on": SIGNED}
    typed.conclude(city_signed_on=SIGNED, today=TODAY, by=caseworker, **signed)

    assert carried_out(caseworker, cells(newcomer)) == ["unchanged"]
    assert carried_out(caseworker, cells(newcomer)) == ["unchanged"]

    assert Contract.objects.get().goal == "Work as a cook."
    assert state_of(unit).was == {"goal": "Work in a kitchen."}
    assert StateRow.objects.count() == 1


@pytest.mark.parametrize("bent", [{"goal": "Another."}, {"city_signed_on": "17-11-2026"}])
def test_what_is_signed_is_not_changed_by_a_list(newcomer, caseworker, bent):
    carried_out(caseworker, cells(newcomer))

    [about] = seen(caseworker, cells(newcomer, **bent))

    assert about.prospect == Prospect.CANNOT
    assert "What is signed is not changed" in about.problems[0]
    assert carried_out(caseworker, cells(newcomer, **bent)) == [""]


def test_the_next_version_follows_and_an_earlier_one_does_not_come_after(newcomer, caseworker):
    later = {"key": "FAG-K-2", "person_signed_on": "20-11-2026", "city_signed_on": "20-11-2026"}
    late = {"key": "FAG-K-0", "person_signed_on": "13-11-2026", "city_signed_on": "13-11-2026"}
    assert carried_out(caseworker, cells(newcomer), cells(newcomer, **later)) == ["made", "made"]

    [about] = seen(caseworker, cells(newcomer, **late))

    assert "A later version is in force on the case, from 20-11-2026." in about.problems[0]
    assert [each.number for each in Contract.objects.order_by("number")] == [1, 2]


def test_beside_a_draft_nothing_is_taken_in(newcomer, caseworker):
    Contract.objects.draw_up(
        case=newcomer,
        drawn_up_on=SIGNED,
        goal="Work",
        activities=[{"kind": "danish", "what": "Danish"}],
        today=TODAY,
        by=caseworker,
    )

    [about] = seen(caseworker, cells(newcomer))

    assert about.problems == ["There is a draft on the case. Sign it or take it away first."]


def test_a_signature_that_is_missing_says_why(newcomer, caseworker):
    missing = {
        "person_signed_on": "",
        "person_missing": "Did not come",
        "fixed_because": "Nothing could be agreed.",
        "declaration_signed_on": "",
        "declaration_missing": "Did not come",
    }
    assert carried_out(caseworker, cells(newcomer, **missing)) == ["made"]

    version = Contract.objects.get()
    assert (version.person_missing, version.declaration_missing) == ("absent", "absent")


@pytest.mark.parametrize(
    ("bent", "sentence"),
    [
        ({"case_number": "KM-99-9999"}, "No open case of your unit"),
        ({"key": ""}, "The key is missing"),
        ({"goal": ""}, "The goal is missing"),
        ({"goal": "a" * 2001}, "too long"),
        ({"activities": ""}, "at least one activity"),
        ({"activities": "Dancing: daily"}, "“Dancing” is not known here"),
        ({"activities": "Mentor: " + "a" * 301}, "too long"),
        ({"contract_status": "kladde"}, "A draft is not taken in"),
        ({"contract_status": "Ophævet"}, "not in force there (Ophævet)"),
        ({"city_signed_on": ""}, "The City's signature is missing"),
        ({"city_signed_on": "24-11-2026"}, "has not come yet"),
        ({"person_signed_on": ""}, "Say why the person's signature is missing"),
        ({"declaration_signed_on": ""}, "Say why the declaration is not signed"),
        ({"person_signed_on": "soon"}, "is no day"),
    ],
)
def test_what_is_wrong_is_said_in_words_and_stays_on_the_list(newcomer, caseworker, bent, sentence):
    [about] = seen(caseworker, cells(newcomer, **bent))
    found = taken_in(caseworker, cells(newcomer, **bent))

    assert about.prospect == Prospect.CANNOT
    assert any(sentence in problem for problem in about.problems), about.problems
    assert found.carry_out(by=caseworker, today=TODAY) == 0
    assert found.rows.pending().count() == 1
    assert not Contract.objects.exists()


def test_what_the_verbs_refuse_stays_on_the_list_and_nothing_of_it_happened(newcomer, caseworker):
    found = taken_in(caseworker, cells(newcomer, drawn_up_on="20-11-2026"))

    assert found.carry_out(by=caseworker, today=TODAY) == 0

    [left] = found.rows.pending()
    assert "before it was drawn up" in left.why_not
    assert not Contract.objects.exists()


def test_a_case_of_another_unit_is_not_told_and_not_written(newcomer, stranger):
    [about] = seen(stranger, cells(newcomer))

    assert (about.title, about.url) == (newcomer.number, "")
    assert newcomer.person.name not in str(about)
    assert carried_out(stranger, cells(newcomer)) == [""]
    assert not Contract.objects.exists()


def test_from_the_file_to_the_case_on_the_screen(signed_in, caseworker, newcomer):
    lise = signed_in(caseworker)
    text = CONTRACTS.sample.read_text(encoding="utf-8").replace("KM-26-0001", newcomer.number)

    upload = reverse("refugees:upload_staged", args=["contracts"])
    sent = lise.post(upload, {"file": SimpleUploadedFile("c.csv", text.encode())})
    assertContains(lise.get(sent.url), "Carry out 1 row")
    lise.post(f"{sent.url}carry-out/")

    assertContains(lise.get(reverse("screening:contract", args=[newcomer.public_id])), "Opdigtet mål")


@pytest.mark.parametrize("number", [3, 30])
def test_looking_costs_the_same_at_any_number(unit, caseworker, number, django_assert_num_queries):
    cases = [CaseFactory(unit=unit, taken_over_on=date(2026, 11, 2)) for _ in range(number)]

    with django_assert_num_queries(2):
        looks = look([cells(case) for case in cases], caseworker, TODAY)
    assert {about.prospect for about in looks} == {Prospect.NEW}
