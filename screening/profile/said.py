"""What was said at the interviews about competences, and how it becomes rows of the profile: nobody is asked twice.

An answer that says plainly what a row says is taken over by one click. Any other is shown beside its section with its
day, and a form may begin with it.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import get_language, override

from accounts.models import User
from refugees.models import Case
from screening.interviews.asking import in_words
from screening.interviews.definitions import Phrase
from screening.models import (
    Answer,
    DrivingLicence,
    Education,
    EducationLevel,
    Entry,
    LanguageSkill,
    Section,
    Skill,
    SkillKind,
    Wish,
    WishKind,
)


@dataclass(frozen=True, slots=True)
class NewRow:
    """A row that an answer makes, unless one like it stands there."""

    model: type[Entry]
    facts: dict[str, Any]
    unless: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Said:
    """One answer beside its section."""

    question: str
    words: Phrase
    phrases: list[Phrase]
    on: date
    may_take: bool
    begins: bool
    is_taken: bool


def _languages(answer: Answer) -> Iterable[NewRow]:
    for row in answer.value:
        language = {"language": row["language"]}
        yield NewRow(LanguageSkill, language | {"speaking": row["level"]}, language)


def _education(answer: Answer) -> Iterable[NewRow]:
    if answer.value in EducationLevel.values:
        yield NewRow(Education, {"level": answer.value}, {"level": answer.value})


def _licences(answer: Answer) -> Iterable[NewRow]:
    # "Lorry or bus" is two categories in one: that one is written by hand.
    if "car" in answer.value:
        yield NewRow(DrivingLicence, {"categories": ["B"]})
    for key in ("forklift", "welding"):
        if key in answer.value:
            yield _skill(SkillKind.CERTIFICATE, _in_danish(answer, key))


def _computers(answer: Answer) -> Iterable[NewRow]:
    if answer.value != "no":
        yield _skill(SkillKind.COMPUTER, _in_danish(answer, answer.value))


def _good_at(answer: Answer) -> Iterable[NewRow]:
    yield _skill(SkillKind.OTHER, answer.value)


def _work_wish(answer: Answer) -> Iterable[NewRow]:
    yield _wish(WishKind.WORK, answer.value)


def _education_wish(answer: Answer) -> Iterable[NewRow]:
    yield _wish(WishKind.EDUCATION, answer.value)


def _skill(kind: SkillKind, what: str) -> NewRow:
    return NewRow(Skill, {"kind": kind, "what": what}, {"kind": kind, "what__iexact": what})


def _wish(kind: WishKind, what: str) -> NewRow:
    return NewRow(Wish, {"kind": kind, "what": what}, {"kind": kind, "what__iexact": what})


def _in_danish(answer: Answer, key: str) -> str:
    """A choice in the words of its question, as they stand in the person's papers."""
    question = answer.interview.asked.by_key[answer.question]
    return next(choice.words.in_language("da").text for choice in question.choices if choice.key == key)


TAKEN: dict[str, Callable[[Answer], Iterable[NewRow]]] = {
    "languages": _languages,
    "highest-education": _education,
    "licences": _licences,
    "computers": _computers,
    "good-at": _good_at,
    "work-wish": _work_wish,
    "work-to-begin": _work_wish,
    "education-wish": _education_wish,
}
# Which answers stand beside which section; with which field a form begins that one of them is written into.
BESIDE: dict[Section, dict[str, str]] = {
    Section.WORK: {"work-done": "tasks", "work-years": ""},
    Section.EDUCATION: {"highest-education": "", "education-what": "field", "school-years": "", "papers": ""},
    Section.LANGUAGES: {"languages": "", "literacy": "", "latin-letters": ""},
    Section.LICENCE: {"licences": ""},
    Section.SKILLS: {"good-at": "what", "computers": "what"},
    Section.WISHES: {
        "work-wish": "what",
        "work-to-begin": "what",
        "education-wish": "what",
        "first-step": "",
    },
}
QUESTIONS = {question for beside in BESIDE.values() for question in beside}


def answers_of(case: Case) -> dict[str, Answer]:
    """The latest answer of this case to each of these questions. One query."""
    found = Answer.objects.filter(case=case, question__in=QUESTIONS).exclude(value=None)
    return {
        answer.question: answer
        for answer in found.select_related("interview").order_by("answered_at", "pk")
        if answer.question in answer.interview.asked.by_key
    }


def said_beside(section: Section, answers: dict[str, Answer], taken: set[int]) -> list[Said]:
    """What was said about one section; `taken` are the answers of which rows stand in the profile."""
    return [
        _said(answers[key], begins=bool(name), is_taken=answers[key].pk in taken)
        for key, name in BESIDE[section].items()
        if key in answers
    ]


def _said(answer: Answer, *, begins: bool, is_taken: bool) -> Said:
    question = answer.interview.asked.by_key[answer.question]
    language = get_language() or "en"
    rows = list(rows_of(answer))
    return Said(
        question=answer.question,
        words=question.words.in_language(language),
        phrases=in_words(question, answer.value, language),
        on=timezone.localdate(answer.answered_at),
        may_take=bool(rows) and not is_taken,
        begins=begins and not rows and not is_taken,
        is_taken=is_taken,
    )


def rows_of(answer: Answer) -> list[NewRow]:
    """The rows that an answer makes; none where it does not say plainly what a row says, or says more than fits."""
    make = TAKEN.get(answer.question)
    rows = list(make(answer)) if make else []
    return [row for row in rows if _fits(row)]


def _fits(row: NewRow) -> bool:
    return all(
        len(value) <= (row.model._meta.get_field(name).max_length or len(value))
        for name, value in row.facts.items()
        if isinstance(value, str)
    )


def take_over(*, case: Case, answer: Answer, today: date, by: User) -> int:
    """Write what an answer says into the profile; how many rows that made. What stands there is left alone."""
    made = 0
    with transaction.atomic(), Case.changing([case], by=by):
        for row in rows_of(answer):
            if not row.model.objects.standing().filter(case=case, **row.unless).exists():
                row.model.objects.add(case=case, today=today, by=by, answer=answer, **row.facts)
                made += 1
    return made


def begin_with(section: Section, answer: Answer) -> dict[str, str]:
    """What a form of that section begins with if it is to write down this answer."""
    name = BESIDE[section].get(answer.question, "")
    if not name:
        return {}
    with override("da"):
        question = answer.interview.asked.by_key[answer.question]
        return {name: ", ".join(phrase.text for phrase in in_words(question, answer.value, "da"))}
