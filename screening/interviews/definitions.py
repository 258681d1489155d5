"""The questions of the interviews, as released: read from the text files beside this module, never changed after.

An interview keeps the name of the version it was held with (`first-v1`), so an answer is always read beside the
question as it was asked. `questions/released.toml` holds the digest of every released file; a test compares them.
"""

import hashlib
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

FOLDER = Path(__file__).parent / "questions"
NAME = re.compile(r"(?P<kind>first|second)-v(?P<number>[1-9]\d*)")
KEY = re.compile(r"[a-z][a-z0-9-]{0,39}")
# Every question is there in the languages of the City's own pages; other languages where somebody wrote them.
EVERYWHERE = ("da", "en")
RIGHT_TO_LEFT = frozenset({"ar", "ckb", "fa", "prs", "ps", "ug", "ur"})
MISSING, ALWAYS = "missing", "always"


class Wrong(Exception):
    """A file of questions that cannot be used; says where and why."""


class QuestionType(StrEnum):
    """What sort of answer a question asks for."""

    TEXT = "text"
    LONG_TEXT = "long-text"
    CHOICE = "choice"
    CHOICES = "choices"
    NUMBER = "number"
    DATE = "date"
    YES_NO = "yes-no"
    LANGUAGES = "languages"  # any number, each with its level


class SkipReason(TextChoices):
    """Why a question was passed over."""

    LATER = "later", _("No time now, asked later")
    UNKNOWN = "unknown", _("The person does not know")
    NOT_RELEVANT = "not-relevant", _("Not relevant for this person")
    DECLINED = "declined", _("The person would rather not say")


# Whoever would rather not say is not asked again, nor whom a question does not concern.
NOT_ASKED_AGAIN = frozenset({SkipReason.NOT_RELEVANT, SkipReason.DECLINED})


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words in one language, and how the page shows them."""

    language: str
    text: str

    @property
    def direction(self) -> str:
        """Which way the language is written."""
        return "rtl" if self.language in RIGHT_TO_LEFT else "ltr"


@dataclass(frozen=True, slots=True)
class Words:
    """The same said in several languages."""

    by_language: Mapping[str, str]

    def in_language(self, language: str) -> Phrase:
        """In that language; where nobody wrote it, in English."""
        chosen = language if language in self.by_language else "en"
        return Phrase(chosen, self.by_language[chosen])

    def beside(self, language: str) -> tuple[Phrase, ...]:
        """Danish, and beside it the other language."""
        first, second = self.in_language("da"), self.in_language(language)
        return (first,) if first == second else (first, second)


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the answers that can be chosen."""

    key: str
    words: Words


YES_OR_NO = (
    Choice("yes", Words({"da": "Ja", "en": "Yes"})),
    Choice("no", Words({"da": "Nej", "en": "No"})),
)


@dataclass(frozen=True, slots=True)
class Question:
    """One question. Its key is stable: an answer is found by it in every later version."""

    key: str
    type: str
    words: Words
    help: Words | None
    choices: tuple[Choice, ...]
    skip: tuple[str, ...]
    ask_again: str | int  # when the next interview asks it again: `missing`, `always`, or after so many days
    least: int | None = None
    most: int | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """Questions that belong together."""

    key: str
    words: Words
    help: Words | None
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Definition:
    """The questions of one kind of interview in one version."""

    name: str
    kind: str
    number: int
    languages: tuple[str, ...]
    again: str  # the version whose questions it asks again where that is needed; none for the first interview
    sections: tuple[Section, ...]

    @property
    def questions(self) -> Iterator[Question]:
        """Its own questions, in order."""
        return (question for section in self.sections for question in section.questions)

    @property
    def all_sections(self) -> tuple[Section, ...]:
        """Its own sections, and after them those that it may ask again."""
        return self.sections + (definition(self.again).all_sections if self.again else ())

    @property
    def by_key(self) -> dict[str, Question]:
        """Every question that it may ask."""
        return {question.key: question for section in self.all_sections for question in section.questions}


@cache
def definition(name: str) -> Definition:
    """That version. Raises KeyError for one that was never released."""
    if name not in released():
        raise KeyError(name)
    return read(name, (FOLDER / f"{name}.toml").read_text())


def latest(kind: str) -> Definition:
    """The version with which an interview of that kind is held now."""
    return max((definition(name) for name in released() if name.startswith(f"{kind}-v")), key=_number)


def _number(each: Definition) -> int:
    return each.number


@cache
def released() -> dict[str, str]:
    """The digest of every released version."""
    return tomllib.loads((FOLDER / "released.toml").read_text())


def digest(name: str) -> str:
    """What the file of a version holds, in a word that changes with every letter of it."""
    return hashlib.sha256((FOLDER / f"{name}.toml").read_bytes()).hexdigest()


def read(name: str, text: str) -> Definition:
    """Questions from their text. Raises Wrong with the place and the reason."""
    named = NAME.fullmatch(name)
    if not named:
        raise Wrong(f"{name}: a file is called first-v1 or second-v1")
    raw = tomllib.loads(text)
    languages = tuple(raw.get("languages", EVERYWHERE))
    if not set(EVERYWHERE) <= set(languages):
        raise Wrong(f"{name}: Danish and English are always there")
    skip = tuple(raw.get("skip", SkipReason.values))
    sections = tuple(_section(section, languages, skip, name) for section in raw["sections"])
    again = raw.get("again", "")
    keys = [question.key for section in sections for question in section.questions]
    if again:
        keys += definition(again).by_key
    if len(keys) != len(set(keys)):
        raise Wrong(f"{name}: two questions have one key")
    return Definition(name, named["kind"], int(named["number"]), languages, again, sections)


def _section(raw: dict[str, Any], languages: tuple[str, ...], skip: tuple[str, ...], name: str) -> Section:
    where = f"{name}, {raw['key']}"
    questions = tuple(_question(each, languages, skip, where) for each in raw["questions"])
    return Section(
        raw["key"], _words(raw, "words", languages, where), _help(raw, languages, where), questions
    )


def _question(raw: dict[str, Any], languages: tuple[str, ...], skip: tuple[str, ...], where: str) -> Question:
    where = f"{where}, {raw['key']}"
    if not KEY.fullmatch(raw["key"]):
        raise Wrong(f"{where}: a key is small letters, digits and hyphens, 40 at most")
    if raw["type"] not in set(QuestionType):
        raise Wrong(f"{where}: no type {raw['type']}")
    choices = tuple(
        Choice(each["key"], _words(each, "words", languages, where)) for each in raw.get("choices", ())
    )
    if raw["type"] == QuestionType.YES_NO:
        choices = YES_OR_NO
    if (raw["type"] in {QuestionType.CHOICE, QuestionType.CHOICES}) != bool(raw.get("choices")):
        raise Wrong(f"{where}: choices belong to a question of choice, and to no other")
    if len({choice.key for choice in choices}) != len(choices):
        raise Wrong(f"{where}: two choices have one key")
    skip = tuple(raw.get("skip", skip))
    if not skip or not set(skip) <= set(SkipReason.values):
        raise Wrong(f"{where}: every question can be skipped, for known reasons")
    ask_again = raw.get("ask_again", MISSING)
    if ask_again not in {MISSING, ALWAYS} and not (isinstance(ask_again, int) and ask_again > 0):
        raise Wrong(f"{where}: ask_again is missing, always or a number of days")
    return Question(
        key=raw["key"],
        type=raw["type"],
        words=_words(raw, "words", languages, where),
        help=_help(raw, languages, where),
        choices=choices,
        skip=skip,
        ask_again=ask_again,
        least=raw.get("least"),
        most=raw.get("most"),
    )


def _help(raw: dict[str, Any], languages: tuple[str, ...], where: str) -> Words | None:
    return _words(raw, "help", languages, where) if "help" in raw else None


def _words(raw: dict[str, Any], name: str, languages: tuple[str, ...], where: str) -> Words:
    said = raw[name]
    if set(said) != set(languages) or not all(text.strip() for text in said.values()):
        raise Wrong(f"{where}: {name} must be there in {', '.join(languages)}")
    return Words(said)
