"""How the cells of a row are read, and what is said of those that cannot be."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refugees.intake import problems, values
from refugees.intake.columns import PEOPLE, SYNONYMS, Field, squeeze
from refugees.intake.reading import Facts, Problem, interpret, pack, unpack
from refugees.intake.values import Unreadable
from refugees.takeover import PermitGround

TODAY = date(2026, 11, 24)
WHOLE = {
    "given_name": "Ahmad",
    "family_name": "Al-Hassan",
    "born_on": "24-12-1990",
    "permit_ground": "kvote",
    "allocated_on": "09-10-2026",
}


def codes(**cells: str) -> set[tuple[str, str]]:
    return {(problem.field, problem.code) for problem in interpret(WHOLE | cells, today=TODAY)[1]}


@pytest.mark.parametrize(
    "text",
    [
        "24-12-2025",
        "24.12.2025",
        "24/12/2025",
        "24 12 2025",
        " 24-12-25 ",
        "2025-12-24",
        "20251224",
        "2025-12-24 00:00:00",
        "2025-12-24T10:30:00Z",
        "24. december 2025",
        "24 dec 2025",
        "d. 24. dec. 2025",
        "24 December 2025",
        "46015",
    ],
)
def test_a_day_is_read_however_it_is_written(text):
    assert values.read_day(text, latest=date(2026, 1, 1)) == date(2025, 12, 24)


@pytest.mark.parametrize(
    "text",
    ["", "31-02-2025", "12/24/2025", "00-00-0000", "soon", "24-12", "2025", "99999", "1e5", "24-12-202"],
)
def test_what_is_no_day_is_not_guessed(text):
    with pytest.raises(Unreadable, match="not_a_date"):
        values.read_day(text, latest=TODAY)


def test_a_year_of_two_digits_is_the_last_such_year():
    assert values.read_birthday("01-01-90", today=TODAY) == date(1990, 1, 1)
    assert values.read_birthday("24-11-26", today=TODAY) == TODAY
    assert values.read_birthday("25-11-26", today=TODAY) == date(1926, 11, 25)
    assert values.read_event_day("01-03-27", today=TODAY) == date(2027, 3, 1)


@given(st.dates(date(1900, 1, 1), TODAY))
def test_every_birthday_comes_back_from_every_way_of_writing(day):
    for pattern in ("%d-%m-%Y", "%d.%m.%Y", "%d/%m/%Y", "%Y-%m-%d", "%Y%m%d"):
        assert values.read_birthday(day.strftime(pattern), today=TODAY) == day


@given(st.dictionaries(st.sampled_from(Field.values), st.text(max_size=40)))
def test_no_row_is_a_traceback_and_every_problem_has_its_sentence(cells):
    facts, found = interpret(cells, today=TODAY)

    assert unpack(pack(facts)) == facts
    for problem in found:
        assert problems.sentence(problem.code)
        assert problem.field in Field.values


@given(st.dictionaries(st.sampled_from(Field.values), st.text(alphabet="0123456789-./ §kmja", max_size=14)))
def test_no_row_of_digits_is_a_traceback(cells):
    facts, _ = interpret(cells, today=TODAY)

    assert unpack(pack(facts)) == facts


def test_every_heading_belongs_to_one_field_and_every_field_has_headings():
    words = [word for text in SYNONYMS.values() for word in text.split()]

    assert len(words) == len(set(words)) == len(PEOPLE.by_heading)
    assert set(SYNONYMS) == set(Field)
    assert all(squeeze(word) == word for word in words)


def test_a_whole_row_has_no_problem():
    facts, found = interpret(WHOLE, today=TODAY)

    assert found == ()
    assert facts == Facts(
        given_name="Ahmad",
        family_name="Al-Hassan",
        born_on=date(1990, 12, 24),
        permit_ground=PermitGround.QUOTA,
        allocated_on=date(2026, 10, 9),
    )


@pytest.mark.parametrize(
    ("cells", "field", "code"),
    [
        ({"given_name": ""}, "given_name", "no_name"),
        ({"permit_ground": ""}, "permit_ground", "no_ground"),
        ({"permit_ground": "asyl"}, "permit_ground", "not_a_ground"),
        ({"born_on": "31-02-1990"}, "born_on", "not_a_date"),
        ({"born_on": "24-12-2030"}, "born_on", "impossible_birthday"),
        ({"allocated_on": "01-01-1970"}, "allocated_on", "impossible_date"),
        ({"number": "12345"}, "number", "cpr_digits"),
        ({"number": "999990-1234"}, "number", "cpr_date"),
        ({"sex": "?!"}, "sex", "not_a_sex"),
        ({"is_protected": "måske"}, "is_protected", "not_yes_or_no"),
        ({"benefit": "lotto"}, "benefit", "not_a_benefit"),
        ({"family_name": "x" * 121}, "family_name", "too_long"),
        ({"family_name": "a\x07b"}, "family_name", "not_printable"),
        ({"family_name": "=?"}, "family_name", "formula"),
        ({"family_name": "#REF!"}, "family_name", "excel_error"),
        ({"immigration_id": "1" * 21}, "immigration_id", "too_long"),
    ],
)
def test_what_stops_a_row_is_said_beside_its_field(cells, field, code):
    assert (field, code) in codes(**cells)
    assert not Problem(field, code).is_warning


@pytest.mark.parametrize(
    ("cells", "field", "code"),
    [
        ({"number": "241290-1233"}, "number", "check_digit"),
        ({"number": "251290-1232"}, "number", "birthday_differs"),
        ({"born_on": ""}, "born_on", "no_birthday"),
        ({"allocated_on": ""}, "allocated_on", "no_allocation"),
        ({"permit_on": "10-10-2026"}, "allocated_on", "allocation_before_permit"),
        ({"speaks": "arabisk, volapyk"}, "speaks", "unknown_language"),
        ({"interpreter": "ja"}, "interpreter", "interpreter_needed"),
    ],
)
def test_what_only_warns_does_not_stop_a_row(cells, field, code):
    assert (field, code) in codes(**cells)
    assert Problem(field, code).is_warning


def test_a_replacement_number_is_read_by_its_real_birthday():
    facts, found = interpret(WHOLE | {"number": "841290-1234"}, today=TODAY)

    assert facts.number == "8412901234"
    assert found == ()


def test_a_number_that_lost_its_zero_gets_it_back():
    facts, _ = interpret(WHOLE | {"number": "101901234", "born_on": "01-01-1990"}, today=TODAY)

    assert facts.number == "0101901234"


@pytest.mark.parametrize(
    ("text", "given", "family"),
    [
        ("Al-Hassan, Ahmad Said", "Ahmad Said", "Al-Hassan"),
        ("Ahmad Said Al-Hassan", "Ahmad Said", "Al-Hassan"),
        ("Ahmad", "Ahmad", ""),
        ("Ahmad,", "Ahmad", ""),
    ],
)
def test_a_name_in_one_column_is_taken_apart(text, given, family):
    facts, _ = interpret({"full_name": text}, today=TODAY)

    assert (facts.given_name, facts.family_name) == (given, family)


@pytest.mark.parametrize(
    ("text", "ground"),
    [
        ("Konvention (§ 7, stk. 1)", PermitGround.CONVENTION),
        ("§ 7, stk. 2", PermitGround.PROTECTION),
        ("Udlændingelovens § 7, stk. 3", PermitGround.TEMPORARY),
        ("Kvoteflygtning", PermitGround.QUOTA),
        ("Familiesammenført", PermitGround.FAMILY),
        ("Særlov", PermitGround.UKRAINE),
        ("humanitarian", PermitGround.HUMANITARIAN),
    ],
)
def test_a_ground_is_read_by_its_name_or_its_paragraph(text, ground):
    assert values.read_ground(text) == ground


@pytest.mark.parametrize("ground", PermitGround.values)
def test_every_ground_is_read_by_its_own_key(ground):
    assert values.read_ground(ground) == ground


def test_languages_are_kept_as_codes_and_unknown_ones_left_out():
    facts, _ = interpret(
        WHOLE | {"speaks": "Arabisk/Kurdisk (kurmanji) og volapyk", "interpreter": "Tigrinya"}, today=TODAY
    )

    assert facts.speaks == ("ar", "kmr")
    assert facts.interpreter == "ti"


def test_what_says_that_nothing_is_known_is_empty():
    assert codes(number="-", phone="ukendt", is_protected="?") == set()
