"""The slip of an appointment: in the person's language, in its direction, with nothing personal but the first name."""

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains

from refugees.languages import SpokenLanguage
from refugees.models import InterpreterBooking
from refugees.slip import language_for, phrases, slip
from tests.factories import TODAY, CaseFactory, PersonFactory
from tests.refugees.test_appointments import make

WORDS = {"title", "for", "when", "time", "where", "with", "cannot", "interpreter"}
ABOUT = {"name", "direction", "reviewed", "date"}


@pytest.fixture
def meeting(unit, caseworker):
    person = PersonFactory(
        unit=unit, given_name="Amira", family_name="Nowhereborn", interpreter="ar", speaks=["ar", "en"]
    )
    case = CaseFactory(unit=unit, person=person, caseworker=caseworker)
    return make(caseworker, case=case, place="Valby Langgade 1", title="About the contract")


def address(meeting):
    return reverse("refugees:appointment_slip", args=[meeting.case.public_id, meeting.public_id])


def test_every_language_has_every_word_and_says_who_has_read_it():
    assert {"da", "en", "ar", "uk", "fa"} <= set(phrases())
    for code, words in phrases().items():
        assert set(words) == WORDS | ABOUT, code
        assert all(words[name] for name in WORDS), code
        assert code in SpokenLanguage.values
        assert words["direction"] == ("rtl" if code in {"ar", "fa"} else "ltr")
        # Whoever has a translator read one sets it, with the date, in the file.
        assert words["reviewed"] is False, code


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("language", "day"),
    [
        ("da", "mandag 23. november 2026"),
        ("en", "Monday 23 November 2026"),
        ("ar", "الاثنين 23 نوفمبر 2026"),
        ("uk", "Понеділок, 23 листопада 2026"),
        ("fa", "دوشنبه 23 نوامبر 2026"),
    ],
)
def test_the_day_is_written_as_the_language_writes_it(meeting, language, day):
    assert slip(meeting, language).day.casefold() == day.casefold()


@pytest.mark.django_db
def test_it_is_in_the_persons_language_and_in_danish(lise, meeting):
    page = lise.get(address(meeting))

    assertContains(page, 'lang="ar" dir="rtl"')
    assertContains(page, "موعد")
    assertContains(page, 'lang="da" dir="ltr"')
    assertContains(page, "10:00–11:00")
    assertContains(page, "Valby Langgade 1")
    assertContains(page, "A translator has not read these words yet.")
    assertNotContains(page, "تم حجز مترجم")
    assertContains(lise.get(address(meeting), {"language": "uk"}), "Зустріч")


@pytest.mark.django_db
def test_nothing_personal_stands_on_it_but_the_first_name(lise, meeting):
    page = lise.get(address(meeting))

    assertContains(page, "Amira")
    for words in (meeting.case.number, "Nowhereborn", "About the contract"):
        assertNotContains(page, words)


@pytest.mark.django_db
def test_it_says_that_an_interpreter_is_booked(lise, caseworker, meeting):
    facts = {"language": "ar", "how": "phone", "agency": "Tolk", "on": TODAY, "today": TODAY}
    InterpreterBooking.objects.order(appointment=meeting, by=caseworker, **facts)

    assertContains(lise.get(address(meeting)), "تم حجز مترجم")
    assertContains(lise.get(address(meeting)), "Der er bestilt tolk")


@pytest.mark.django_db
def test_the_number_to_call_is_the_receptions_or_a_line_to_write_on(lise, meeting, settings):
    assertContains(lise.get(address(meeting)), "slip__blank")
    settings.RECEPTION_PHONE = "00 00 00 00"
    assertContains(lise.get(address(meeting)), "00 00 00 00")


@pytest.mark.django_db
def test_which_language(unit):
    for speaks, interpreter, asked, chosen in [
        (["ti", "ar"], "", "", "ar"),
        (["prs"], "prs", "", "fa"),
        (["ti"], "ti", "", "en"),
        (["ar"], "ar", "tr", "tr"),
        (["ar"], "ar", "<script>", "ar"),
    ]:
        person = PersonFactory.build(speaks=speaks, interpreter=interpreter)
        assert language_for(person, asked).language == chosen


@pytest.mark.parametrize(
    ("interpreter", "speaks", "asked", "language", "note"),
    [
        ("ar", ["ar", "en"], "", "ar", ""),
        # None of the languages there are words in: the next that the person speaks, and it says so.
        ("ti", ["ti", "ar"], "", "ar", "There are no words here in Tigrinya; the person also speaks Arabic."),
        (
            "",
            ["ti", "am", "en"],
            "",
            "en",
            "There are no words here in Tigrinya, Amharic; the person also speaks English.",
        ),
        (
            "ti",
            ["ti"],
            "",
            "en",
            "There are no words here in Tigrinya: the slip is in English. Have it read out to the person.",
        ),
        ("", [], "", "en", "No language is recorded for the person: the slip is in English."),
        ("prs", ["prs"], "", "fa", "The slip is in Persian (Farsi), which whoever reads Dari reads too."),
        # Whoever chose it knows.
        ("ti", ["ti"], "tr", "tr", ""),
    ],
)
def test_a_language_without_words_is_said_and_the_next_is_taken(interpreter, speaks, asked, language, note):
    person = PersonFactory.build(interpreter=interpreter, speaks=speaks)

    chosen = language_for(person, asked)

    assert (chosen.language, chosen.note) == (language, note)


@pytest.mark.django_db
def test_the_caseworker_reads_why_and_the_print_does_not(lise, meeting):
    assertNotContains(lise.get(address(meeting)), "slip-note")
    person = meeting.case.person
    person.interpreter, person.speaks = "ti", ["ti"]
    person.save()

    page = lise.get(address(meeting))

    assertContains(page, '<p class="d-print-none" id="slip-note">')
    assertContains(page, "There are no words here in Tigrinya: the slip is in English.")
    assertContains(page, 'lang="en" dir="ltr"')
    assertNotContains(lise.get(address(meeting), {"language": "uk"}), "slip-note")


@pytest.mark.django_db
def test_a_cancelled_meeting_and_one_of_another_unit_have_none(
    lise, signed_in, stranger, caseworker, meeting
):
    assert signed_in(stranger).get(address(meeting)).status_code == 404
    meeting.cancel(reason="Ill", by=caseworker)
    assert lise.get(address(meeting)).status_code == 404
