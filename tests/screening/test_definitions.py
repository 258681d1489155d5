"""The questions of the interviews: released files are whole, and never change."""

import pytest

from screening.interviews import definitions
from screening.interviews.definitions import (
    FOLDER,
    Phrase,
    Words,
    Wrong,
    definition,
    digest,
    latest,
    read,
    released,
)

FILES = sorted(path.stem for path in FOLDER.glob("*-v*.toml"))


def test_every_file_is_released_as_it_stands():
    assert {name: digest(name) for name in FILES} == released()


def test_a_letter_more_is_another_digest(tmp_path, monkeypatch):
    (tmp_path / "first-v1.toml").write_text((FOLDER / "first-v1.toml").read_text() + "#")
    monkeypatch.setattr(definitions, "FOLDER", tmp_path)

    assert digest("first-v1") != released()["first-v1"]


@pytest.mark.parametrize("name", FILES)
def test_a_released_file_reads_and_asks_everything_in_danish_and_english(name):
    asked = definition(name)
    words = [part.words for section in asked.sections for part in (section, *section.questions)]
    words += [choice.words for question in asked.questions for choice in question.choices]

    assert len(list(asked.questions)) > 10
    assert all({"da", "en"} <= set(each.by_language) for each in words)
    assert all(question.skip for question in asked.questions)


def test_health_is_asked_by_choices_alone():
    everyday = next(section for section in definition("first-v1").sections if section.key == "everyday")

    assert {question.type for question in everyday.questions} <= {"choice", "choices", "yes-no"}


def test_the_second_interview_may_ask_the_questions_of_the_first_again():
    second = latest("second")

    assert set(definition(second.again).by_key) < set(second.by_key)
    assert second.sections == second.all_sections[: len(second.sections)]


def test_a_version_that_was_never_released_is_not_there():
    with pytest.raises(KeyError):
        definition("first-v999")


ONE = """
languages = {languages}
[[sections]]
key = "a"
words = {words}
[[sections.questions]]
key = "{key}"
type = "{type}"
words = {words}
{more}
"""
BOTH = '{ da = "Ja", en = "Yes" }'


def text(*, key="one", type="text", more="", words=BOTH, languages='["da", "en"]'):
    return ONE.format(key=key, type=type, more=more, words=words, languages=languages)


@pytest.mark.parametrize(
    ("name", "typed", "reason"),
    [
        ("third-v1", text(), "a file is called"),
        ("first-v1", text(key="Ünknown"), "a key is small letters"),
        ("first-v1", text(type="essay"), "no type essay"),
        ("first-v1", text(type="choice"), "choices belong to a question of choice"),
        ("first-v1", text(more=f'choices = [{{ key = "a", words = {BOTH} }}]'), "choices belong"),
        (
            "first-v1",
            text(
                type="choice",
                more=f'choices = [{{ key = "a", words = {BOTH} }}, {{ key = "a", words = {BOTH} }}]',
            ),
            "two choices have one key",
        ),
        ("first-v1", text(more="skip = []"), "every question can be skipped"),
        ("first-v1", text(more='skip = ["bored"]'), "every question can be skipped"),
        ("first-v1", text(more='ask_again = "sometimes"'), "ask_again is"),
        ("first-v1", text(more="ask_again = 0"), "ask_again is"),
        ("first-v1", text(words='{ da = "Ja" }'), "must be there in da, en"),
        ("first-v1", text(words='{ da = "Ja", en = " " }'), "must be there in da, en"),
        ("first-v1", text(languages='["da", "ar"]'), "Danish and English are always there"),
        ("first-v1", text() + text().split("\n", 2)[2], "two questions have one key"),
    ],
)
def test_a_file_that_cannot_be_used_says_where_and_why(name, typed, reason):
    with pytest.raises(Wrong, match=reason):
        read(name, typed)


def test_a_third_language_stands_beside_danish_and_runs_its_own_way():
    arabic = '{ da = "Ja", en = "Yes", ar = "نعم" }'
    words = read("first-v1", text(words=arabic, languages='["da", "en", "ar"]')).sections[0].words

    assert words.beside("ar") == (Phrase("da", "Ja"), Phrase("ar", "نعم"))
    assert [phrase.direction for phrase in words.beside("ar")] == ["ltr", "rtl"]


def test_a_language_that_nobody_wrote_gives_way_to_english():
    assert Words({"da": "Ja", "en": "Yes"}).beside("so") == (Phrase("da", "Ja"), Phrase("en", "Yes"))
    assert Words({"da": "Ja", "en": "Yes"}).beside("da") == (Phrase("da", "Ja"),)
