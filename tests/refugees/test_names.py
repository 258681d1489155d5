"""Names are one name in whatever script, spelling or order they are written."""

import pytest

from refugees.finding import Criterion
from refugees.models import Found
from refugees.names import plain, sounds
from tests.factories import CaseFactory, PersonFactory

SAME = [
    ("Ірина Марченко", "Iryna Marchenko"),
    ("Сергій", "Serhii"),
    ("Євген", "Yevhen"),
    ("Ольга", "Olha"),
    ("محمد", "Mohamed"),
    ("أحمد الحسن", "Ahmad Al-Hassan"),
    ("فاطمة", "Fatima"),
    ("يوسف علي", "Youssef Ali"),
    ("ሚካኤል", "Mikael"),
    ("Łukasz", "Lukasz"),
]


@pytest.mark.parametrize(("written", "latin"), SAME)
def test_a_name_sounds_the_same_in_its_own_script_and_in_latin(written, latin):
    assert plain(written).isascii()
    assert sounds(written) == sounds(latin)


@pytest.mark.parametrize(
    ("name", "searched"),
    [
        ("Åse Ørsted", "ase orsted"),
        ("Ćelić", "celic"),
        ("Al-Hassan", "al-hassan"),
        ("1–2", "1–2"),  # noqa: RUF001 - a dash is a sign, not a letter
    ],
)
def test_latin_names_and_signs_are_folded_as_before(name, searched):
    assert plain(name) == searched


@pytest.mark.django_db
@pytest.mark.parametrize(("stored", "typed"), [*SAME, *((latin, written) for written, latin in SAME)])
def test_somebody_is_found_in_either_script(stored, typed, unit, caseworker):
    given, _, family = stored.partition(" ")
    person = PersonFactory(unit=unit, given_name=given, family_name=family)
    CaseFactory(unit=unit, person=person)

    found = Found.search(Criterion(name=typed), user=caseworker)

    assert [hit.person for hit in found.people] == [person]


@pytest.mark.django_db
def test_a_name_that_is_longer_in_latin_letters_fits(unit):
    person = PersonFactory(unit=unit, given_name="Щ" * 120, family_name="Щ" * 120)

    assert len(person.search_name) == 250
    assert max(map(len, person.search_sounds)) <= 60
