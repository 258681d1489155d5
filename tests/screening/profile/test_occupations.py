"""The classification: whole, in both languages, found by code and by words."""

import pytest
from django.utils.translation import override

from screening.profile.occupations import find, is_code, occupations, title_of, unit_groups


def found(words, **options):
    return [each.code for each in find(words, **options)]


@pytest.mark.parametrize(("digits", "groups"), [(1, 10), (2, 43), (3, 130), (4, 436)])
def test_it_is_the_whole_classification(digits, groups):
    assert len({each.code[:digits] for each in unit_groups()}) == groups


def test_every_group_has_a_title_in_both_languages_and_belongs_to_a_major_group():
    assert len(occupations()) == 446
    for each in occupations().values():
        assert each.english
        assert each.danish
        assert each.major.code == each.code[0]
    for titles in ({each.english for each in unit_groups()}, {each.danish for each in unit_groups()}):
        assert len(titles) == 436


def test_the_source_and_what_is_known_of_the_licence_stand_beside_it():
    beside = (occupations.__wrapped__.__globals__["FILE"].parent / "isco08.md").read_text()

    assert "International Labour Organization" in beside
    assert "to be confirmed by the City" in beside
    assert "our own translation" in beside


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("7512", "7512"),
        ("bager", "7512"),
        ("baker", "7512"),
        ("Sygeplejerske", "2221"),
        ("nurse", "2221"),
        ("tandlæge", "2261"),
        ("tandlaege", "2261"),
        ("jordemodre", "2222"),
        ("jordemødre", "2222"),
        ("jordemoedre", "2222"),
        ("TØMRER", "7115"),
        ("tomrer", "7115"),
        ("electrician", "7411"),
        ("lorry", "8332"),
        ("cleaners offices", "9112"),
        ("offices cleaners", "9112"),
    ],
)
def test_the_best_comes_first(words, first):
    assert found(words)[0] == first


def test_the_beginning_of_a_code_gives_its_groups():
    assert found("751") == ["7511", "7512", "7513", "7514", "7515", "7516"]


def test_every_word_must_be_there():
    assert found("bager piloter") == []
    assert found("  ") == []
    assert found("9999") == []


def test_no_more_than_a_page_of_hits():
    assert len(find("a")) <= 8
    assert len(find("ingeniør", most=3)) == 3


def test_a_title_is_told_in_the_readers_language():
    with override("da"):
        assert title_of("7512") == "Bagere og konditorer"
    with override("en"):
        assert title_of("7512") == "Bakers, pastry-cooks and confectionery makers"
    assert title_of("0000") == title_of("7") == title_of("") == ""


def test_a_code_is_that_of_a_unit_group():
    assert is_code("7512")
    assert not is_code("7")
    assert not is_code("7599")
