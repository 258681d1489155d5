"""The slip that tells a person of an appointment in their language: fixed words from a file, and nothing personal
beyond the first name."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.utils import timezone, translation
from django.utils.dateformat import format as in_words
from django.utils.translation import gettext as _

from refugees.languages import in_sentence
from refugees.models import Appointment, Person

PHRASES = Path(__file__).with_name("slip_phrases.toml")
DANISH, ENGLISH = "da", "en"
# Who reads one of these reads the other where there are no words of its own.
NEAR = {"prs": "fa"}


@dataclass(frozen=True, slots=True)
class Slip:
    """One appointment in the words of one language."""

    language: str
    direction: str
    is_reviewed: bool
    words: dict[str, str]
    first_name: str
    day: str
    starts: str
    ends: str
    place: str
    people: tuple[str, ...]
    has_interpreter: bool


@cache
def phrases() -> dict[str, dict[str, str]]:
    """The words of every language there are, as the file has them."""
    return tomllib.loads(PHRASES.read_text(encoding="utf-8"))


def languages() -> list[tuple[str, str]]:
    """The languages of the slip, each by its own name."""
    return [(code, words["name"]) for code, words in phrases().items()]


@dataclass(frozen=True, slots=True)
class Chosen:
    """The language of a slip; and where it is not the person's first, why, in words for the caseworker."""

    language: str
    note: str = ""


def language_for(person: Person, asked: str = "") -> Chosen:
    """The language that was asked for; else the first of the person's that there are words in; else English."""
    if asked in phrases():
        return Chosen(asked)
    lacking: list[str] = []
    for code in dict.fromkeys(filter(None, [person.interpreter, *person.speaks])):
        language = code if code in phrases() else NEAR.get(code, "")
        if language:
            return Chosen(language, _why(code, language, lacking))
        lacking.append(code)
    if not lacking:
        return Chosen(ENGLISH, _("No language is recorded for the person: the slip is in English."))
    words = _(
        "There are no words here in %(languages)s: the slip is in English. Have it read out to the person."
    )
    return Chosen(ENGLISH, words % {"languages": _listed(lacking)})


def _why(code: str, language: str, lacking: list[str]) -> str:
    """Nothing of the person's first language; of another, or one that stands for it, which and why."""
    words = {"languages": _listed(lacking), "spoken": in_sentence(code), "language": in_sentence(language)}
    notes = []
    if lacking:
        notes.append(_("There are no words here in %(languages)s; the person also speaks %(spoken)s."))
    if code != language:
        notes.append(_("The slip is in %(language)s, which whoever reads %(spoken)s reads too."))
    return " ".join(note % words for note in notes)


def _listed(codes: list[str]) -> str:
    return ", ".join(map(in_sentence, codes))


def slip(appointment: Appointment, language: str) -> Slip:
    """What is printed. The day is written as the language writes it."""
    words = phrases()[language]
    starts, ends = (timezone.localtime(each) for each in (appointment.starts_at, appointment.ends_at))
    with translation.override(language):
        day = in_words(starts, words["date"])
    return Slip(
        language=language,
        direction=words["direction"],
        is_reviewed=bool(words["reviewed"]),
        words=words,
        first_name=appointment.case.person.given_name,
        day=day,
        starts=starts.strftime("%H:%M"),
        ends=ends.strftime("%H:%M"),
        place=appointment.place,
        people=tuple(user.name for user in appointment.staff.all()),
        has_interpreter=appointment.interpreters.standing().exists(),
    )
