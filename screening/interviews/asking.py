"""What an interview asks of this person: everything the first time, later only what is missing or may have changed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from refugees.languages import label_of
from screening.interviews.definitions import (
    ALWAYS,
    MISSING,
    NOT_ASKED_AGAIN,
    Phrase,
    Question,
    QuestionType,
    Section,
)
from screening.levels import level_words
from screening.models import Answer, Interview


@dataclass(frozen=True, slots=True)
class Asked:
    """One question with what was said to it before, and in this interview."""

    question: Question
    own: Answer | None
    before: Answer | None

    @property
    def known(self) -> Answer | None:
        """An earlier answer that may still be true."""
        return self.before if self.before and self.before.value is not None else None


@dataclass(frozen=True, slots=True)
class AskedSection:
    """A section with the questions of it that are asked, and those that need not be."""

    section: Section
    asked: list[Asked]
    known: list[Asked]


def asked_sections(interview: Interview, today: date) -> list[AskedSection]:
    """The questions of an interview, in three queries."""
    own = {answer.question: answer for answer in interview.answers.select_related("answered_by")}
    before = Answer.objects.before(interview)
    day = interview.held_on or today
    sections = []
    for section in interview.asked.all_sections:
        every = [Asked(each, own.get(each.key), before.get(each.key)) for each in section.questions]
        asked = [each for each in every if each.own or is_asked(each.question, each.before, day)]
        sections.append(AskedSection(section, asked, [each for each in every if each not in asked]))
    return sections


def is_asked(question: Question, before: Answer | None, day: date) -> bool:
    """Whether it is asked on that day, after what was said to it before: never twice what does not change."""
    if before is None:
        return True
    if before.value is None:
        return before.skipped not in NOT_ASKED_AGAIN
    if question.ask_again in {ALWAYS, MISSING}:
        return question.ask_again == ALWAYS
    return (day - timezone.localdate(before.answered_at)).days >= question.ask_again


def one_asked(interview: Interview, keys: set[str]) -> Mapping[str, Asked]:
    """These questions alone, however the page came to ask them; a key that the interview does not know is left out."""
    known = interview.asked.by_key
    own = {answer.question: answer for answer in interview.answers.filter(question__in=keys)}
    before = Answer.objects.before(interview)
    return {key: Asked(known[key], own.get(key), before.get(key)) for key in keys if key in known}


def in_words(question: Question, value: object, language: str) -> list[Phrase]:
    """An answer as its reader sees it. A choice that is asked no more shows as its key."""
    if value is None:
        return []
    if question.type in {QuestionType.CHOICE, QuestionType.CHOICES, QuestionType.YES_NO}:
        words = {choice.key: choice.words.in_language(language) for choice in question.choices}
        keys = value if isinstance(value, list) else [value]
        return [words.get(key, Phrase("", str(key))) for key in keys]
    if question.type == QuestionType.LANGUAGES:
        spoken = [(label_of(row["language"]), level_words(row["level"])) for row in value]
        return [Phrase("", f"{name}: {level}" if level else name) for name, level in spoken]
    if question.type == QuestionType.DATE:
        return [Phrase("", date_format(date.fromisoformat(str(value)), "DATE_FORMAT"))]
    return [Phrase("", str(value))]


def told(question: Question, answer: Answer | None, language: str) -> str:
    """What stands there now, in one line: for whoever was overtaken."""
    if answer is None or (answer.value is None and not answer.skipped):
        return _("no answer")
    if answer.skipped:
        return str(answer.get_skipped_display())
    return ", ".join(phrase.text for phrase in in_words(question, answer.value, language))
