"""The rows of a profile as its page shows them, and what the page of the case says of it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from accounts.permissions import Permission
from refugees.languages import label_of
from refugees.models import Case
from refugees.panels import Panel
from screening.levels import level_words
from screening.models import DrivingLicence, Entry, LanguageSkill, Section, WorkExperience
from screening.models.profile.language import NOT_AT_ALL
from screening.profile.parts import PARTS, Part
from screening.profile.said import Said, answers_of, said_beside


@dataclass(frozen=True, slots=True)
class Shown:
    """One row: a title, what stands small under it, a text; and from which day's interview it was taken over."""

    entry: Entry
    title: str
    sub: str = ""
    text: str = ""
    said_on: date | None = None


@dataclass(frozen=True, slots=True)
class SectionShown:
    """One section with its rows and what was said about it."""

    part: Part
    rows: list[Shown]
    said: list[Said]

    @property
    def may_add(self) -> bool:
        """Whether there can be another row."""
        return not (self.part.is_one and self.rows)


def sections_of(case: Case) -> list[SectionShown]:
    """The whole profile in seven queries: one a section, one for the answers."""
    answers = answers_of(case)
    entries = {
        part.section: list(part.model.objects.standing().filter(case=case).select_related("answer"))
        for part in PARTS.values()
    }
    taken = {entry.answer_id for rows in entries.values() for entry in rows if entry.answer_id}
    return [
        SectionShown(
            part=PARTS[section],
            rows=[_shown(entry) for entry in rows],
            said=said_beside(section, answers, taken),
        )
        for section, rows in entries.items()
    ]


def _shown(entry: Entry) -> Shown:
    title, sub, text = TOLD[entry.section](entry)
    said_on = timezone.localdate(entry.answer.answered_at) if entry.answer else None
    return Shown(entry, title, sub, text, said_on)


def joined(*words: Any) -> str:
    """What is known of them, with a dot between."""
    return " · ".join(str(each) for each in words if each)


def _work(row: Any) -> tuple[str, str, str]:
    return row.title, joined(row.group, row.employer, row.country, row.years), row.tasks


def _education(row: Any) -> tuple[str, str, str]:
    recognition = joined(row.get_recognition_display(), row.recognised_as) if row.recognition else ""
    title = row.field or row.get_level_display()
    level = row.get_level_display() if row.field else ""
    return title, joined(level, row.school, row.country, row.years), recognition


def _language(row: Any) -> tuple[str, str, str]:
    speaks = _("Speaks: %(level)s") % {"level": level_words(row.speaking)} if row.speaking else ""
    if row.reading == NOT_AT_ALL[0]:
        reads = NOT_AT_ALL[1]
    else:
        reads = _("Reads: %(level)s") % {"level": level_words(row.reading)} if row.reading else ""
    return label_of(row.language), joined(speaks, reads), ""


def _licence(row: Any) -> tuple[str, str, str]:
    return row.get_categories_display(), row.get_validity_display() if row.validity else "", ""


def _skill(row: Any) -> tuple[str, str, str]:
    return row.what, joined(row.get_kind_display(), row.group), ""


def _wish(row: Any) -> tuple[str, str, str]:
    return row.title, joined(row.get_kind_display(), row.group), ""


TOLD: dict[Section, Callable[[Any], tuple[str, str, str]]] = {
    Section.WORK: _work,
    Section.EDUCATION: _education,
    Section.LANGUAGES: _language,
    Section.LICENCE: _licence,
    Section.SKILLS: _skill,
    Section.WISHES: _wish,
}


def profile_panel(case: Case, user: User, today: date) -> Panel:
    """What the person has worked as, speaks and drives. Three queries."""
    holds = {
        "work": list(WorkExperience.objects.standing().filter(case=case)),
        "languages": list(LanguageSkill.objects.standing().filter(case=case)),
        "licence": DrivingLicence.objects.standing().filter(case=case).first(),
        "may_write": user.can(Permission.WRITE_CASE) and not case.closed_on,
    }
    return Panel("screening/profile/_panel.html", holds, is_aside=True)
